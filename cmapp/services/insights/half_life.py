"""How soon posts get what they get: half-life, peak and duration, overall or by post (AN-04)."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from cmapp.domain.chart import ENOUGH, Axis, Chart, Datum, Figure, Rows, Say, Series
from cmapp.services.insights import Insight, Scope, measured
from cmapp.store import behind, own_posts
from cmapp.store.own_posts import Got, OwnPost
from cmapp.store.sqlite import Connection

DAY, HOUR = 86_400_000, 3_600_000
BINS = {"1": 1, "2": 1, "7": 6, "30": 24}
"""Days that are looked at → hours of a bar."""
SHOWN = 100
"""How many posts, the newest, are listed one by one."""
MOST_OF_ALL = 0.9
"""A post has lasted until this share of what it got was there."""


def draw(db: Connection, scope: Scope) -> Chart:
    """Return when after a post interactions came, or (`view` posts) the figures of each post."""
    days = scope.options.get("days", "2")
    within = int(days) * DAY
    found = measured.posts(db, scope, within=within)
    ripe = measured.ripe(found)
    came = own_posts.delays(db, ripe, within=within)
    by_hour = _by_hour(came.values())
    figures = _figures(came, by_hour)
    by_posts = scope.options.get("view") == "posts"
    if by_posts:
        newest = sorted(found, key=lambda j: (-j.post.at, j.post.id))[:SHOWN]
        x = measured.post_axis([j.post for j in newest])
        series = _by_post(newest, came)
    else:
        x = Axis("number", Say("half_life.after"), "hours")
        width = BINS[days]
        bars = Counter[int]()
        for hour, n in by_hour.items():
            bars[hour // width * width] += n
        series = (
            Series(
                "came", "interactions", Say("half_life.came"),
                tuple(
                    Datum(
                        at, bars[at] if ripe else None, end=at + width, n=len(ripe),
                        why="" if ripe else "no_data",
                        key=f"came:{at}:{at + width}" if bars[at] else "",
                    )
                    for at in range(0, int(days) * 24, width)
                ),
            ),
        )  # fmt: skip
    cut = (Say("half_life.shown", {"n": SHOWN}),) if by_posts and len(found) > SHOWN else ()
    return Chart(
        "half_life", "table" if by_posts else "histogram", Say("half_life.title"), x,
        Axis("number", Say("half_life.half" if by_posts else "half_life.count")), series,
        scope.since, scope.until, scope.zone, scope.accounts, figures=figures,
        notes=(*measured.notes(found), *cut), empty=measured.nothing(scope, found),
    )  # fmt: skip


def _figures(came: Mapping[int, list[int]], by_hour: Counter[int]) -> tuple[Figure, ...]:
    total = sum(by_hour.values())
    peak = min(by_hour, key=lambda h: (-by_hour[h], h)) if total >= ENOUGH else None
    return (
        measured.figure(
            "half_life", _spans(came, 0.5), "hours", Say("half_life.half"), "half"
        ),
        Figure(
            "peak_hour", peak, "hours", total, why="" if peak is not None else _few(total),
            key="" if peak is None else f"came:{peak}:{peak + 1}", label=Say("half_life.peak"),
        ),
        measured.figure(
            "half_life", _spans(came, MOST_OF_ALL), "hours", Say("half_life.lasts"), "half"
        ),
    )  # fmt: skip


def value(db: Connection, scope: Scope, metric: str) -> Figure:
    """Return the half-life or the peak of the scope's posts."""
    within = 2 * DAY
    ripe = measured.ripe(measured.posts(db, scope, within=within))
    came = own_posts.delays(db, ripe, within=within)
    by_hour = _by_hour(came.values())
    found = next(f for f in _figures(came, by_hour) if f.metric == metric)
    return replace(found, key=metric if found.key else "")


def _by_hour(came: Iterable[Sequence[int]]) -> Counter[int]:
    """Return how many came in each hour; each of `came` is in order, so an hour is one stretch."""
    found = Counter[int]()
    for several in came:
        start = 0
        while start < len(several):
            hour = several[start] // HOUR
            end = bisect_left(several, (hour + 1) * HOUR, start)
            found[hour] += end - start
            start = end
    return found


def _hour(post: OwnPost, got: Got) -> int:
    return max(0, got.at - post.at) // HOUR


def _few(n: int) -> str:
    return "too_few" if n else "no_data"


def reached(came: Sequence[int], share: float) -> float | None:
    """Return the hours until `share` of what a post got was there; None of fewer than `ENOUGH`.

    `came` are the ms after which each thing came, in order.
    """
    if len(came) < ENOUGH:
        return None
    place = -(-len(came) * round(share * 100) // 100) - 1
    return came[place] / HOUR


def _spans(came: Mapping[int, list[int]], share: float) -> list[float]:
    found = (reached(several, share) for several in came.values())
    return [hours for hours in found if hours is not None]


def _by_post(found: Sequence[measured.Judged], came: Mapping[int, list[int]]) -> tuple[Series, ...]:
    columns: dict[str, list[Datum]] = {"half": [], "peak": [], "lasts": [], "got": []}
    for one in found:
        x, mine = str(one.post.id), came.get(one.post.id, [])
        key = f"post:{x}" if mine else ""
        why = one.why or ("too_few" if len(mine) < ENOUGH else "")
        by_hour = _by_hour([mine])
        values = {
            "half": None if why else reached(mine, 0.5),
            "peak": None if why else min(by_hour, key=lambda h: (-by_hour[h], h)),
            "lasts": None if why else reached(mine, MOST_OF_ALL),
        }
        for name, value in values.items():
            columns[name].append(Datum(x, value, n=len(mine), why=why, key=key))
        columns["got"].append(Datum(x, None if one.why else len(mine), why=one.why, key=key))
    return (
        Series("half", "half_life", Say("half_life.half"), tuple(columns["half"]), unit="hours"),
        Series(
            "peak", "peak_hour", Say("half_life.peak"), tuple(columns["peak"]), role="second",
            unit="hours",
        ),
        Series(
            "lasts", "half_life", Say("half_life.lasts"), tuple(columns["lasts"]), role="third",
            unit="hours",
        ),
        Series("got", "interactions", Say("half_life.count"), tuple(columns["got"]), role="quiet"),
    )  # fmt: skip


def rows(db: Connection, scope: Scope, key: str) -> Rows:
    """Return the interactions of a bar or a post; `half`: the posts behind the medians."""
    within = int(scope.options.get("days", "2")) * DAY
    ripe = measured.ripe(measured.posts(db, scope, within=within))
    what, *rest = key.split(":")
    if what == "post":
        ripe = [p for p in ripe if p.id == int(rest[0])]
    if what == "half":
        came = own_posts.delays(db, ripe, within=within)
        known = {p: reached(several, 0.5) for p, several in came.items()}
        return measured.post_rows([p for p in ripe if known[p.id] is not None], known)
    got = own_posts.got(db, ripe, within=within)
    low, high = (int(n) for n in rest) if what == "came" else (0, within)
    return behind.these(db, (g.item for p in ripe for g in got[p.id] if low <= _hour(p, g) < high))


INSIGHT = Insight(
    "half_life", "posts", ("half_life", "peak_hour", "interactions"), draw, rows,
    {"view": ("hours", "posts"), "days": ("2", "1", "7", "30")}, heavy=True,
)  # fmt: skip
