"""The posts that got most, each with what it got; a row leads to its post (AN-07)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from cmapp.domain.chart import ENOUGH, Axis, Chart, Datum, Rows, Say, Series, Unit
from cmapp.services.insights import Insight, Scope, comment_quality, measured
from cmapp.store import behind, own_posts
from cmapp.store.own_posts import COMMENTS, OwnPost
from cmapp.store.sqlite import Connection

SHOWN = 20
PARTS = {
    "interactions": (),
    "replies": COMMENTS,
    "shares": ("repost", "quote"),
    "likes": ("reaction",),
}
"""Columns that count → the kinds that they count; () is all."""
_METRICS: dict[str, tuple[str, Unit]] = {
    "interactions": ("interactions", "count"), "replies": ("comments", "count"),
    "shares": ("shares", "count"), "likes": ("likes", "count"),
    "rate": ("engagement_rate", "share"), "quality": ("comment_quality", "score"),
}  # fmt: skip
_ROLES = ("main", "second", "third", "fourth", "held", "quiet")


def draw(db: Connection, scope: Scope) -> Chart:
    """Return the first posts by what they got within 48 hours; of equals the newer is first."""
    found = measured.posts(db, scope)
    ripe = measured.ripe(found)
    got = measured.totals(db, ripe)
    followers = measured.followers(db, scope.accounts, scope.now + 1)
    by = scope.options.get("order", "interactions")
    values: dict[int, dict[str, float | None]] = {}
    for post in ripe:
        counts = got[post.id]
        base = followers(post.account, post.at + measured.LAG)
        values[post.id] = {
            **{name: _sum(counts, kinds) for name, kinds in PARTS.items()},
            "rate": counts.total() / base if base else None,
        }
    if by == "quality":
        comments = own_posts.comments(db, ripe, within=measured.LAG)
        _add_quality(values, comments)
    ranked = sorted(
        ripe, key=lambda p: (values[p.id][by] is None, -(values[p.id][by] or 0), -p.at, p.id)
    )[:SHOWN]
    if by != "quality":
        _add_quality(values, own_posts.comments(db, ranked, within=measured.LAG))
    return Chart(
        "top_posts", "table", Say("top_posts.title"), measured.post_axis(ranked),
        Axis("number", Say("posts.interactions")),
        tuple(
            Series(
                name, metric, Say(f"top_posts.{name}"),
                tuple(_datum(p, name, values[p.id][name]) for p in ranked),
                role=role, unit=unit,  # type: ignore[arg-type]
            )
            for (name, (metric, unit)), role in zip(_METRICS.items(), _ROLES, strict=True)
        ),
        scope.since, scope.until, scope.zone, scope.accounts,
        notes=(*measured.notes(found), Say("top_posts.within")),
        empty=measured.nothing(scope, found),
    )  # fmt: skip


def _sum(counts: Counter[str], kinds: Sequence[str]) -> float:
    return sum(counts[k] for k in kinds) if kinds else counts.total()


def _add_quality(
    values: dict[int, dict[str, float | None]], comments: dict[int, list[own_posts.Comment]]
) -> None:
    for post, said in comments.items():
        values[post]["quality"] = comment_quality.of(said).mean if len(said) >= ENOUGH else None


def _datum(post: OwnPost, name: str, value: float | None) -> Datum:
    why = ""
    if value is None:
        why = "not_measured" if name == "rate" else "too_few"
    key = f"post:{post.id}" if name in ("rate", "quality") else f"{name}:{post.id}"
    return Datum(
        str(post.id), value, why=why, key=key if value or name in ("rate", "quality") else ""
    )


def rows(db: Connection, scope: Scope, key: str) -> Rows:
    """Return the interactions of a cell, or (`post`) the post itself."""
    name, _, number = key.partition(":")
    found = own_posts.by_ids(db, [int(number)])
    if name == "post":
        return measured.post_rows(found)
    kinds = PARTS[name]
    got = own_posts.got(db, found, within=measured.LAG)
    return behind.these(
        db, (g.item for several in got.values() for g in several if not kinds or g.kind in kinds)
    )


INSIGHT = Insight(
    "top_posts", "posts", tuple(metric for metric, _ in _METRICS.values()), draw, rows,
    {"order": ("interactions", "rate", "replies", "shares", "quality")}, heavy=True,
)  # fmt: skip
