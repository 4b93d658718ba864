"""Whether people tire of us: what posts get, in their order, and followers lost after (CA-05)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise

from cmapp.domain import hours, trend
from cmapp.domain.chart import Axis, Chart, Datum, Figure, Rows, Say, Series
from cmapp.domain.intervals import of_share
from cmapp.services.insights import Insight, Scope, measured, times
from cmapp.store import behind, measures, own_posts
from cmapp.store.own_posts import OwnPost
from cmapp.store.sqlite import Connection

DAY = 86_400_000
SURE = 0.05
"""A fall that noise does no more often than this is told as one."""


def draw(db: Connection, scope: Scope) -> Chart:
    """Return a dot for each post, what it got within 48 hours, and the median of each week."""
    found = measured.posts(db, scope)
    ripe = measured.ripe(found)
    got = measured.totals(db, ripe)
    values = [got[p.id].total() for p in ripe]
    dots = tuple(
        Datum(p.at, n, key=f"post:{p.id}" if n else "") for p, n in zip(ripe, values, strict=True)
    )
    weeks = []
    for start, end in pairwise(_weeks(scope)):
        mine = [n for p, n in zip(ripe, values, strict=True) if start <= p.at < end]
        weeks.append(measured.group(start, mine, f"week:{start}:{end}", end=end))
    tested = trend.trend(values)
    few = "" if tested else "too_few" if values else "no_data"
    losses = _losses(db, scope, ripe)
    lost = measured.enough(of_share(sum(losses.values()), len(losses)))
    why = "" if lost.value is not None else "too_few" if losses else "not_measured"
    figures = (
        Figure("fatigue", tested.tau if tested else None, "score", len(values), why=few,
               key="week:0:0" if tested else "", label=Say("fatigue.tau")),
        Figure("follower_growth", lost.value, "share", len(losses), lost.low, lost.high, why,
               "lost" if any(losses.values()) else "", Say("fatigue.lost")),
    )  # fmt: skip
    return Chart(
        "fatigue", "time", Say("fatigue.title"), Axis("time", Say("chart.day")),
        Axis("number", Say("posts.interactions")),
        (
            Series("posts", "interactions", Say("posts.post"), dots, mark="dot", role="quiet"),
            Series("weeks", "engagement_per_post", Say("fatigue.week"), tuple(weeks),
                   mark="step"),
        ),
        scope.since, scope.until, scope.zone, scope.accounts, gaps=times.gaps(db, scope),
        figures=figures, notes=(*_verdict(tested, values), *measured.notes(found)),
        empty=measured.nothing(scope, found),
    )  # fmt: skip


def _verdict(tested: trend.Trend | None, values: Sequence[float]) -> tuple[Say, ...]:
    if tested is None:
        return (Say("fatigue.too_few", {"n": len(values), "least": trend.LEAST}),)
    facts = {"tau": round(tested.tau, 2), "chance": round(tested.chance, 3), "n": len(values)}
    tired = tested.tau < 0 and tested.chance < SURE
    return (Say("fatigue.tired" if tired else "fatigue.not_tired", facts),)


def _weeks(scope: Scope) -> list[int]:
    zone = hours.zone(scope.zone)
    found = [scope.since]
    while found[-1] < scope.until:
        found.append(min(scope.until, times.day_of(found[-1] + 7 * DAY + DAY // 2, zone)))
    return found


def _losses(db: Connection, scope: Scope, posts: Sequence[OwnPost]) -> dict[int, bool]:
    """Return by post whether there were fewer followers within 48 hours after it than before.

    Only posts with a number of the two days before and one of the two days after.
    """
    found = {}
    for account in scope.accounts:
        known = measures.between(
            db, account, "followers", scope.since - measured.LAG, scope.now + 1
        )
        at = [m.at for m in known]
        for post in (p for p in posts if p.account == account):
            before = bisect_right(at, post.at) - 1
            after = bisect_right(at, post.at + measured.LAG) - 1
            first = bisect_left(at, post.at - measured.LAG)
            if first <= before < after:
                found[post.id] = known[after].value < known[before].value
    return found


def rows(db: Connection, scope: Scope, key: str) -> Rows:
    """Return the interactions of a post, the posts of a week (0: all), or those `lost` after."""
    what, *rest = key.split(":")
    ripe = measured.ripe(measured.posts(db, scope))
    if what == "post":
        got = own_posts.got(db, [p for p in ripe if p.id == int(rest[0])], within=measured.LAG)
        return behind.these(db, (g.item for several in got.values() for g in several))
    if what == "lost":
        losses = _losses(db, scope, ripe)
        return measured.post_rows([p for p in ripe if losses.get(p.id)])
    start, end = int(rest[0]), int(rest[1]) or 1 << 50
    mine = [p for p in ripe if start <= p.at < end]
    counts = measured.totals(db, mine)
    return measured.post_rows(mine, {p: n.total() for p, n in counts.items()})


INSIGHT = Insight(
    "fatigue", "posts",
    ("fatigue", "follower_growth", "interactions", "engagement_per_post"), draw, rows, heavy=True,
)  # fmt: skip
