"""How we rated posts when we wrote them, beside what they got (CT-09)."""

from __future__ import annotations

from collections.abc import Sequence

from cmapp.domain.brief import RATING
from cmapp.domain.chart import Axis, Chart, Role, Rows, Say, Series
from cmapp.services.insights import Insight, Scope, measured
from cmapp.store import own_posts
from cmapp.store.own_posts import OwnPost
from cmapp.store.sqlite import Connection

STARS = range(1, 6)
_ROLES: tuple[Role, ...] = ("main", "second", "third")


def draw(db: Connection, scope: Scope) -> Chart:
    """Return for each thing that is rated a bar for 1 to 5: the median of what its posts got."""
    found = measured.posts(db, scope)
    ripe = measured.ripe(found)
    got, of = measured.totals(db, ripe), _ratings(db, ripe)
    empty = measured.nothing(scope, found)
    if empty is None and not any(of.values()):
        empty = Say("self_rating.none")
    return Chart(
        "self_rating", "bars", Say("self_rating.title"),
        Axis("category", Say("self_rating.stars"),
             ticks=tuple((str(n), Say(text=str(n))) for n in STARS)),
        Axis("number", Say("posts.per_post")),
        tuple(
            Series(
                name, "engagement_per_post", Say(f"self_rating.{name}"),
                tuple(
                    measured.group(
                        str(n), [got[p.id].total() for p in ripe if of[p.id].get(name) == n],
                        f"{name}:{n}",
                    )
                    for n in STARS
                ),
                role=role,
            )
            for name, role in zip(RATING, _ROLES, strict=True)
        ),
        scope.since, scope.until, scope.zone, scope.accounts,
        notes=measured.notes(found), empty=empty,
    )  # fmt: skip


def _ratings(db: Connection, posts: Sequence[OwnPost]) -> dict[int, dict[str, int]]:
    written = own_posts.written(db, posts)
    return {p.id: written[p.id].rating if p.id in written else {} for p in posts}


def rows(db: Connection, scope: Scope, key: str) -> Rows:
    """Return the posts that were rated so, each with what it got."""
    name, _, stars = key.partition(":")
    ripe = measured.ripe(measured.posts(db, scope))
    of = _ratings(db, ripe)
    mine = [p for p in ripe if of[p.id].get(name) == int(stars)]
    got = measured.totals(db, mine)
    return measured.post_rows(mine, {p: n.total() for p, n in got.items()})


INSIGHT = Insight("self_rating", "posts", ("engagement_per_post",), draw, rows, heavy=True)
