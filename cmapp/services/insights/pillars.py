"""What we post about: the mix that was meant beside the one that is, and what each got (CT-08)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from cmapp.domain.chart import ENOUGH, Axis, Chart, Datum, Figure, Rows, Say, Series
from cmapp.domain.intervals import of_share
from cmapp.services.insights import Insight, Scope, figures, measured, times
from cmapp.store import own_posts, slots
from cmapp.store.own_posts import OwnPost
from cmapp.store.sqlite import Connection

_NONE = "-"
"""The code of posts that no pillar was named for."""


def draw(db: Connection, scope: Scope) -> Chart:
    """Return the shares of the posts of the scope, or (`view` results) the median of each pillar.

    The shares, with what has no pillar, sum to 1; so do the targets.
    """
    found = measured.posts(db, scope)
    every = [j.post for j in found]
    targets = _targets(db)
    of = _pillars(db, every, targets)
    names = [*targets, *sorted(set(of.values()) - set(targets) - {_NONE}), _NONE]
    x = Axis(
        "category", Say("pillars.pillar"),
        ticks=tuple((n, Say("posts.none_of_it") if n == _NONE else Say(text=n)) for n in names),
    )  # fmt: skip
    if scope.options.get("view") == "results":
        ripe = measured.ripe(found)
        got = measured.totals(db, ripe)
        data = tuple(
            measured.group(n, [got[p.id].total() for p in ripe if of[p.id] == n], f"ripe:{n}")
            for n in names
        )
        label = Say("posts.per_post")
        series: tuple[Series, ...] = (Series("median", "engagement_per_post", label, data),)
        y, notes, empty = (
            Axis("number", label),
            measured.notes(found),
            measured.nothing(scope, found),
        )
    else:
        series, y = _mix(names, targets, every, of), Axis("number", Say("chart.share"), "share")
        whole = sum(t for t in targets.values() if t)
        notes = (Say("pillars.targets", {"sum": round(whole, 1)}),) if whole not in (0, 100) else ()
        empty = None if found else measured.nothing(scope, found)
    return Chart(
        "pillars", "bars", Say("pillars.title"), x, y, series, scope.since, scope.until,
        scope.zone, scope.accounts, notes=notes, empty=empty,
    )  # fmt: skip


def _targets(db: Connection) -> dict[str, float | None]:
    return {p.name: p.target for p in slots.pillars(db)}


def _pillars(
    db: Connection, posts: Sequence[OwnPost], targets: Mapping[str, float | None]
) -> dict[int, str]:
    """Return the pillar of each post; names differ by more than their case."""
    known = {name.casefold(): name for name in targets}
    found = {}
    written = own_posts.written(db, posts)
    for post in posts:
        name = written[post.id].pillar.strip() if post.id in written else ""
        found[post.id] = known.setdefault(name.casefold(), name) if name else _NONE
    return found


def _mix(
    names: Sequence[str],
    targets: Mapping[str, float | None],
    posts: Sequence[OwnPost],
    of: Mapping[int, str],
) -> tuple[Series, ...]:
    n, whole = len(posts), sum(t for t in targets.values() if t)
    actual, meant = [], []
    for name in names:
        mine = sum(of[p.id] == name for p in posts)
        found = of_share(mine, n)
        few = "" if n >= ENOUGH else "too_few" if n else "no_data"
        key = f"all:{name}" if mine else ""
        actual.append(
            Datum(name, None if few else found.value, n=n, low=None if few else found.low,
                  high=None if few else found.high, why=few, key=key)
        )  # fmt: skip
        target = targets.get(name)
        meant.append(
            Datum(name, None if not target else target / whole, why="" if target else "no_target")
        )  # fmt: skip
    return (
        Series("actual", "pillar_share", Say("pillars.actual"), tuple(actual), unit="share"),
        Series(
            "target",
            "pillar_share",
            Say("pillars.target"),
            tuple(meant),
            role="quiet",
            unit="share",
        ),
    )


def value(db: Connection, scope: Scope, metric: str) -> Figure:
    """Return how many posts there are in the scope."""
    found = own_posts.made(db, scope.accounts, scope.since, scope.until)
    if not found and times.covered(scope.since, scope.until, times.gaps(db, scope)):
        return figures.unknown(metric, "not_watched")
    return figures.count(metric, len(found), key=metric)


def rows(db: Connection, scope: Scope, key: str) -> Rows:
    """Return the posts of a pillar: `all`, or those that can be judged, with what each got."""
    what, _, name = key.partition(":")
    found = measured.posts(db, scope)
    of = _pillars(db, [j.post for j in found], _targets(db))
    if what == "ripe":
        ripe = [p for p in measured.ripe(found) if of[p.id] == name]
        got = measured.totals(db, ripe)
        return measured.post_rows(ripe, {p: n.total() for p, n in got.items()})
    if what != "all":
        raise ValueError(key)
    if not name:
        return measured.post_rows([j.post for j in found])
    return measured.post_rows([j.post for j in found if of[j.post.id] == name])


INSIGHT = Insight(
    "pillars", "posts", ("pillar_share", "engagement_per_post"), draw, rows,
    {"view": ("mix", "results")}, heavy=True,
)  # fmt: skip
