"""What posts with words alone, a picture, a film or a link got (CT-03)."""

from __future__ import annotations

from cmapp.domain.chart import Axis, Chart, Rows, Say, Series
from cmapp.services.insights import Insight, Scope, measured
from cmapp.store.own_posts import OwnPost
from cmapp.store.sqlite import Connection

KINDS = ("text", "picture", "video", "link")


def kind_of(post: OwnPost) -> str:
    """Return what a post mostly is: a film before a picture, a picture before a link."""
    if "video" in post.media:
        return "video"
    if post.media:
        return "picture" if "image" in post.media else "text"
    return "link" if post.links else "text"


def draw(db: Connection, scope: Scope) -> Chart:
    """Return a bar for each kind: the median of what its posts got within 48 hours."""
    found = measured.posts(db, scope)
    ripe = measured.ripe(found)
    got = measured.totals(db, ripe)
    data = tuple(
        measured.group(
            kind, [got[p.id].total() for p in ripe if kind_of(p) == kind], f"kind:{kind}"
        )
        for kind in KINDS
    )
    return Chart(
        "media_kinds", "bars", Say("media_kinds.title"),
        Axis("category", Say("media_kinds.kind"),
             ticks=tuple((k, Say(f"media_kinds.{k}")) for k in KINDS)),
        Axis("number", Say("media_kinds.median")),
        (Series("median", "engagement_per_post", Say("media_kinds.median"), data),),
        scope.since, scope.until, scope.zone, scope.accounts,
        figures=(measured.figure("engagement_per_post", [got[p.id].total() for p in ripe], "count",
                                 Say("media_kinds.all"), "kind:"),),
        notes=measured.notes(found), empty=measured.nothing(scope, found),
    )  # fmt: skip


def rows(db: Connection, scope: Scope, key: str) -> Rows:
    """Return the posts of a kind, each with what it got."""
    what, kind = key.split(":")
    if what != "kind" or kind not in ("", *KINDS):
        raise ValueError(key)
    ripe = [p for p in measured.ripe(measured.posts(db, scope)) if kind in ("", kind_of(p))]
    got = measured.totals(db, ripe)
    return measured.post_rows(ripe, {p: n.total() for p, n in got.items()})


INSIGHT = Insight("media_kinds", "posts", ("engagement_per_post",), draw, rows, heavy=True)
