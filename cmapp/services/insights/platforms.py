"""Platforms beside each other on equal terms: per post, or per 1,000 followers (EX-05)."""

from __future__ import annotations

from cmapp.domain.chart import Axis, Chart, Rows, Say, Series, Unit
from cmapp.services.insights import Insight, Scope, measured
from cmapp.store import accounts
from cmapp.store.own_posts import OwnPost
from cmapp.store.sqlite import Connection

_THOUSAND = 1000.0


def draw(db: Connection, scope: Scope) -> Chart:
    """Return a bar for each platform: the median over its posts, with n and interval."""
    found = measured.posts(db, scope)
    ripe = measured.ripe(found)
    values = _values(db, scope, ripe)
    per = scope.options.get("per", "post")
    names = sorted({a.platform for a in accounts.every(db) if a.id in scope.accounts})
    data = []
    for name in names:
        mine = [p for p in ripe if p.platform == name]
        known = [v for p in mine if (v := values[p.id]) is not None]
        why = "not_measured" if mine else "no_data"
        data.append(measured.group(name, known, f"platform:{name}", why=why))
    unit: Unit = "number" if per == "followers" else "count"
    label = Say("platforms.per_followers" if per == "followers" else "posts.per_post")
    out = sum(v is None for v in values.values())
    unknown = (Say("platforms.no_followers", {"n": out}),) if out else ()
    return Chart(
        "platforms", "bars", Say("platforms.title"),
        Axis("category", Say("platforms.platform"),
             ticks=tuple((n, Say(f"platforms.{n}", text="" if n in NAMED else n)) for n in names)),
        Axis("number", label, unit),
        (Series("median", "engagement_per_post", label, tuple(data), unit=unit),),
        scope.since, scope.until, scope.zone, scope.accounts,
        notes=(*measured.notes(found), *unknown), empty=measured.nothing(scope, found),
    )  # fmt: skip


NAMED = ("mastodon", "bluesky", "demo", "byhand")
"""The platforms that have words; another is called by its own name."""


def _values(db: Connection, scope: Scope, posts: list[OwnPost]) -> dict[int, float | None]:
    got = measured.totals(db, posts)
    if scope.options.get("per", "post") == "post":
        return {p: float(n.total()) for p, n in got.items()}
    followers = measured.followers(db, scope.accounts, scope.now + 1)
    found: dict[int, float | None] = {}
    for post in posts:
        base = followers(post.account, post.at + measured.LAG)
        found[post.id] = _THOUSAND * got[post.id].total() / base if base else None
    return found


def rows(db: Connection, scope: Scope, key: str) -> Rows:
    """Return the posts of a platform, each with its value."""
    what, _, name = key.partition(":")
    if what != "platform":
        raise ValueError(key)
    ripe = [p for p in measured.ripe(measured.posts(db, scope)) if p.platform == name]
    values = _values(db, scope, ripe)
    return measured.post_rows([p for p in ripe if values[p.id] is not None], values)


INSIGHT = Insight(
    "platforms", "posts", ("engagement_per_post", "followers"), draw, rows,
    {"per": ("post", "followers")}, heavy=True,
)  # fmt: skip
