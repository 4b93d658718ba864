"""When posts were answered most, by hour and weekday, and where nobody can say (CA-02, CA-03)."""

from __future__ import annotations

from dataclasses import replace

from cmapp.domain import best_time, hours, plan_times
from cmapp.domain.chart import ENOUGH, Axis, Chart, Figure, Rows, Say, Series
from cmapp.services.insights import Insight, Scope, measured
from cmapp.services.insights.measured import Judged
from cmapp.store.own_posts import OwnPost
from cmapp.store.sqlite import Connection

DAY = 86_400_000
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _looked_at(scope: Scope) -> Scope:
    """Return the scope with the history that is asked for: a year holds more posts than a month."""
    history = scope.options.get("history", "365")
    if history == "scope":
        return scope
    return replace(scope, since=scope.until - int(history) * DAY)


def _placed(scope: Scope, posts: list[OwnPost]) -> dict[tuple[int, int], list[OwnPost]]:
    there, found = hours.zone(scope.zone), dict[tuple[int, int], list[OwnPost]]()
    for post in posts:
        local = plan_times.local(post.at, there)
        found.setdefault((local.weekday(), local.hour), []).append(post)
    return found


def draw(db: Connection, scope: Scope) -> Chart:
    """Return a cell for each hour of the week: the median of what its posts got in 48 hours."""
    wide = _looked_at(scope)
    found: list[Judged] = measured.posts(db, wide)
    ripe = measured.ripe(found)
    got = measured.totals(db, ripe)
    placed = _placed(scope, ripe)
    data = tuple(
        replace(
            measured.group(
                str(hour), [got[p.id].total() for p in placed.get((day, hour), [])],
                f"cell:{day}:{hour}",
            ),
            y=name,
        )
        for day, name in enumerate(WEEKDAYS) for hour in range(24)
    )  # fmt: skip
    cells = best_time.grid(
        (day, hour, got[p.id].total()) for (day, hour), some in placed.items() for p in some
    )
    usual = best_time.median([got[p.id].total() for p in ripe]) if ripe else 0
    label = Say("posts.per_post")
    best = []
    for one in best_time.best(cells, usual):
        day, hour = one.cell.weekday, one.cell.hour
        mark = data[day * 24 + hour]
        best.append(
            Figure(
                "engagement_per_post", mark.value, "count", mark.n, mark.low, mark.high,
                key=mark.key,
                label=Say(f"best_time.best_{WEEKDAYS[day]}", {"hour": f"{hour:02}:00"}),
            )
        )  # fmt: skip
    none = () if best else (Say("best_time.not_enough", {"n": ENOUGH}),)
    return Chart(
        "best_time", "heat", Say("best_time.title"),
        Axis("category", Say("chart.hour"),
             ticks=tuple((str(h), Say(text=f"{h:02}")) for h in range(24))),
        Axis("category", Say("chart.weekday"),
             ticks=tuple((d, Say(f"chart.{d}")) for d in WEEKDAYS)),
        (Series("median", "engagement_per_post", label, data, mark="cell"),),
        wide.since, scope.until, scope.zone, scope.accounts, figures=tuple(best),
        notes=(*none, *measured.notes(found)), empty=measured.nothing(scope, found),
    )  # fmt: skip


def rows(db: Connection, scope: Scope, key: str) -> Rows:
    """Return the posts of a cell, each with what it got."""
    what, day, hour = key.split(":")
    if what != "cell":
        raise ValueError(key)
    ripe = measured.ripe(measured.posts(db, _looked_at(scope)))
    mine = _placed(scope, ripe).get((int(day), int(hour)), [])
    got = measured.totals(db, mine)
    return measured.post_rows(mine, {p: n.total() for p, n in got.items()})


INSIGHT = Insight(
    "best_time", "posts", ("engagement_per_post",), draw, rows,
    {"history": ("365", "90", "scope")}, heavy=True,
)  # fmt: skip
