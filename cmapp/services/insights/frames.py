"""Posts that tell of what is won beside those that tell of what is lost (DR-13)."""

from __future__ import annotations

from collections.abc import Sequence

from cmapp.domain.brief import FRAMES
from cmapp.domain.chart import Axis, Chart, Rows, Say, Series
from cmapp.services.insights import Insight, Scope, measured
from cmapp.services.insights.measured import Judged
from cmapp.store import experiments, own_posts
from cmapp.store.own_posts import OwnPost
from cmapp.store.sqlite import Connection

_NONE = "-"
NAMES = (*FRAMES, _NONE)


def draw(db: Connection, scope: Scope) -> Chart:
    """Return a bar for each way of telling: the median of what its posts got within 48 hours."""
    found = measured.posts(db, scope)
    ripe, sealed = _open(db, scope, found)
    got, of = measured.totals(db, ripe), _frames(db, ripe)
    label = Say("posts.per_post")
    data = tuple(
        measured.group(n, [got[p.id].total() for p in ripe if of[p.id] == n], f"frame:{n}")
        for n in NAMES
    )
    return Chart(
        "frames", "bars", Say("frames.title"),
        Axis("category", Say("frames.frame"), ticks=(
            *((n, Say(f"frames.{n}")) for n in FRAMES), (_NONE, Say("posts.none_of_it")))),
        Axis("number", label), (Series("median", "engagement_per_post", label, data),),
        scope.since, scope.until, scope.zone, scope.accounts,
        notes=(*measured.notes(found), *sealed, Say("frames.no_proof")),
        empty=measured.nothing(scope, found),
    )  # fmt: skip


def _open(
    db: Connection, scope: Scope, found: Sequence[Judged]
) -> tuple[list[OwnPost], tuple[Say, ...]]:
    """Return the posts that can be judged but those of an experiment that runs, and a note on them.

    Frames are what an experiment compares most: here its result would be seen before its end.
    """
    sealed = experiments.sealed(db, scope.now)
    ripe = measured.ripe(found)
    shown = [p for p in ripe if p.id not in sealed]
    left_out = len(ripe) - len(shown)
    return shown, (Say("frames.sealed", {"n": left_out}),) if left_out else ()


def _frames(db: Connection, posts: Sequence[OwnPost]) -> dict[int, str]:
    written = own_posts.written(db, posts)
    return {p.id: (written[p.id].frame if p.id in written else "") or _NONE for p in posts}


def rows(db: Connection, scope: Scope, key: str) -> Rows:
    """Return the posts that tell in one way, each with what it got."""
    what, _, name = key.partition(":")
    if what != "frame" or name not in NAMES:
        raise ValueError(key)
    ripe, _ = _open(db, scope, measured.posts(db, scope))
    of = _frames(db, ripe)
    mine = [p for p in ripe if of[p.id] == name]
    got = measured.totals(db, mine)
    return measured.post_rows(mine, {p: n.total() for p, n in got.items()})


INSIGHT = Insight("frames", "posts", ("engagement_per_post",), draw, rows, heavy=True)
