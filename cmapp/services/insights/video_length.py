"""How long our films are, and how far they are watched where a table told it (CT-05)."""

from __future__ import annotations

from collections.abc import Sequence

from cmapp.domain.chart import Axis, Chart, Figure, Rows, Say, Series
from cmapp.services.insights import Insight, Scope, measured
from cmapp.store import measures, own_posts
from cmapp.store.own_posts import FOREVER, OwnPost
from cmapp.store.sqlite import Connection

BUCKETS = ((0, 15), (15, 30), (30, 60), (60, 120), (120, 300), (300, 1 << 30))
"""Seconds: from, and to below."""
_UNKNOWN = "-"
NAMES = (*(f"{a}-{b}" for a, b in BUCKETS), _UNKNOWN)


def bucket(seconds: float | None) -> str:
    """Return the bucket of a length."""
    if seconds is None:
        return _UNKNOWN
    return next(f"{a}-{b}" for a, b in BUCKETS if a <= seconds < b)


def draw(db: Connection, scope: Scope) -> Chart:
    """Return a bar for each length: the median of completion, or (`view` results) of what came."""
    found = [j for j in measured.posts(db, scope) if "video" in j.post.media]
    posts = [j.post for j in found]
    completion = scope.options.get("view", "completion") == "completion"
    of = _buckets(db, posts)
    counted = posts if completion else measured.ripe(found)
    values = _values(db, scope, counted, completion=completion)
    data = []
    for name in NAMES:
        mine = [p for p in counted if of[p.id] == name]
        known = [v for p in mine if (v := values.get(p.id)) is not None]
        data.append(
            measured.group(name, known, f"length:{name}", why="not_measured" if mine else "no_data")
        )
    label = Say("metric.completion" if completion else "posts.per_post")
    empty = None
    if not posts:
        empty = Say("video_length.none" if scope.accounts else "posts.no_accounts")
    return Chart(
        "video_length", "bars", Say("video_length.title"),
        Axis("category", Say("video_length.length"), ticks=tuple((n, _tick(n)) for n in NAMES)),
        Axis("number", label, "share" if completion else "count"),
        () if empty else (
            Series("median", "completion" if completion else "engagement_per_post", label,
                   tuple(data), unit="share" if completion else "count"),
        ),
        scope.since, scope.until, scope.zone, scope.accounts,
        figures=() if empty else tuple(_count(n, sum(of[p.id] == n for p in posts)) for n in NAMES),
        notes=() if completion else measured.notes(found), empty=empty,
    )  # fmt: skip


def _count(name: str, n: int) -> Figure:
    return Figure("posts", n, key=f"all:{name}" if n else "", label=_tick(name))


def _tick(name: str) -> Say:
    if name == _UNKNOWN:
        return Say("video_length.unknown")
    low, high = name.split("-")
    if int(high) == 1 << 30:
        return Say("video_length.over", {"low": int(low)})
    return Say("video_length.range", {"low": int(low), "high": int(high)})


def _buckets(db: Connection, posts: Sequence[OwnPost]) -> dict[int, str]:
    """Return the bucket of each film: by the length that a table told, else by the draft's file."""
    written = own_posts.written(db, posts)
    found = {}
    for post in posts:
        told = measures.last_before(db, post.account, "video_seconds", FOREVER, post=post.id)
        draft = written[post.id].seconds if post.id in written else None
        found[post.id] = bucket(told.value if told else draft)
    return found


def _values(
    db: Connection, scope: Scope, posts: Sequence[OwnPost], *, completion: bool
) -> dict[int, float]:
    if not completion:
        return {p: n.total() for p, n in measured.totals(db, posts).items()}
    found = {}
    for post in posts:
        last = measures.last_before(db, post.account, "completion", scope.now + 1, post=post.id)
        if last is not None:
            found[post.id] = last.value
    return found


def rows(db: Connection, scope: Scope, key: str) -> Rows:
    """Return the films of a length: `all`, or those with a value, each with it."""
    what, _, name = key.partition(":")
    if what not in ("all", "length") or name not in NAMES:
        raise ValueError(key)
    found = [j for j in measured.posts(db, scope) if "video" in j.post.media]
    completion = scope.options.get("view", "completion") == "completion"
    counted = [j.post for j in found] if completion or what == "all" else measured.ripe(found)
    of = _buckets(db, counted)
    mine = [p for p in counted if of[p.id] == name]
    if what == "all":
        return measured.post_rows(mine)
    values = _values(db, scope, mine, completion=completion)
    return measured.post_rows([p for p in mine if p.id in values], dict(values))


INSIGHT = Insight(
    "video_length", "posts", ("completion", "engagement_per_post", "posts"), draw, rows,
    {"view": ("completion", "results")}, heavy=True,
)  # fmt: skip
