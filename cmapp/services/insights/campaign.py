"""One campaign's posts on all platforms as one: what they got together (AC-15)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cmapp.domain.chart import Axis, Chart, Datum, Figure, Rows, Say, Series, Unit
from cmapp.services.insights import Insight, Scope, figures, measured
from cmapp.store import behind, campaigns, measures, own_posts
from cmapp.store.campaigns import Campaign
from cmapp.store.own_posts import Got, OwnPost
from cmapp.store.sqlite import Connection

COUNTS = {
    "interactions": (),
    "comments": ("reply", "comment"),
    "shares": ("repost", "quote"),
    "likes": ("reaction",),
}
"""Metrics that count here → the kinds that they count; () is all."""
IMPORTED = ("reach", "impressions", "clicks", "visits")
_ROLES = {"comments": "main", "shares": "second", "likes": "third", "other": "quiet"}


def _chosen(db: Connection, scope: Scope) -> Campaign | None:
    """Return the campaign that is asked for by name or id, or the newest."""
    asked = scope.options.get("campaign", "").strip()
    every = campaigns.every(db)
    if not asked:
        return max(every, key=lambda c: c.id, default=None)
    named = campaigns.by_name(db, asked)
    if named is None and asked.isascii() and asked.isdigit() and len(asked) < 20:
        named = campaigns.by_id(db, int(asked))
    return named


def _posts(db: Connection, scope: Scope, one: Campaign) -> tuple[list[OwnPost], int]:
    """Return the campaign's posts of the scope's accounts, and how many are somebody else's."""
    members = campaigns.posts_of(db, one.id)
    ours = own_posts.by_ids(db, [m.id for m in members])
    return [p for p in ours if p.account in scope.accounts], len(members) - len(ours)


def draw(db: Connection, scope: Scope) -> Chart:
    """Return what the posts of a campaign got on each platform, whenever they were made."""
    one = _chosen(db, scope)
    posts, others = _posts(db, scope, one) if one else ([], 0)
    got = _got(db, scope, posts)
    names = sorted({p.platform for p in posts})
    series = tuple(
        Series(
            part, part if part in COUNTS else "interactions",
            Say(f"metric.{part}" if part in COUNTS else "campaign.other"),
            tuple(_bar(n, part, [p for p in posts if p.platform == n], got) for n in names),
            role=role, stacked=True,  # type: ignore[arg-type]
        )
        for part, role in _ROLES.items()
    )  # fmt: skip
    title = Say("campaign.named", {"name": one.name}) if one else Say("campaign.title")
    empty = None
    if not posts:
        empty = Say("campaign.no_posts" if one else "campaign.none")
    return Chart(
        "campaign", "bars", title,
        Axis("category", Say("platforms.platform"), ticks=tuple((n, Say(text=n)) for n in names)),
        Axis("number", Say("posts.interactions")), series, scope.since, scope.until, scope.zone,
        scope.accounts, figures=_figures(db, scope, posts, got),
        notes=(Say("campaign.others", {"n": others}),) if others else (), empty=empty,
    )  # fmt: skip


def _got(db: Connection, scope: Scope, posts: Sequence[OwnPost]) -> dict[int, list[Got]]:
    found = own_posts.got(db, posts)
    return {p: [g for g in several if g.at < scope.until] for p, several in found.items()}


def _is(part: str, got: Got) -> bool:
    if part == "other":
        return not any(got.kind in kinds for kinds in COUNTS.values())
    return not COUNTS[part] or got.kind in COUNTS[part]


def _bar(name: str, part: str, posts: list[OwnPost], got: dict[int, list[Got]]) -> Datum:
    n = sum(_is(part, g) for p in posts for g in got[p.id])
    return Datum(name, n, n=len(posts), key=f"{part}:{name}" if n else "")


def _figures(
    db: Connection, scope: Scope, posts: list[OwnPost], got: dict[int, list[Got]]
) -> tuple[Figure, ...]:
    if not posts:
        return ()
    ripe = measured.ripe(measured.judged(db, scope, posts))
    within = measured.totals(db, ripe)
    told = [figures.count("posts", len(posts), key="posts")]
    for name in COUNTS:
        n = sum(_is(name, g) for p in posts for g in got[p.id])
        told.append(replace(figures.count(name, n, key=f"{name}:"), n=len(posts)))
    told.append(figures.median("engagement_per_post", [within[p.id].total() for p in ripe],
                               "count", key="posts"))  # fmt: skip
    people = len({g.actor for several in got.values() for g in several})
    told.append(figures.count("active_contacts", people, key="people"))
    for name in IMPORTED:
        told.append(_imported(db, scope, posts, name))
    return tuple(told)


def _imported(db: Connection, scope: Scope, posts: list[OwnPost], name: str) -> Figure:
    """Return the sum of the last imported values of posts; `n` is how many have one."""
    known = [
        m.value
        for p in posts
        if (m := measures.last_before(db, p.account, name, scope.until, post=p.id)) is not None
    ]
    unit: Unit = "count"
    if not known:
        return figures.unknown(name, "not_measured", unit=unit, n=0)
    return replace(figures.count(name, sum(known)), n=len(known))


def rows(db: Connection, scope: Scope, key: str) -> Rows:
    """Return the interactions of a bar or a figure, the `posts`, or the `people`."""
    one = _chosen(db, scope)
    posts, _ = _posts(db, scope, one) if one else ([], 0)
    got = _got(db, scope, posts)
    what, _, platform = key.partition(":")
    if what == "posts":
        return measured.post_rows(posts, {p: float(len(g)) for p, g in got.items()})
    if what == "people":
        return behind.people(db, {g.actor for several in got.values() for g in several})
    mine = [p for p in posts if platform in ("", p.platform)]
    return behind.these(db, (g.item for p in mine for g in got[p.id] if _is(what, g)))


INSIGHT = Insight(
    "campaign", "posts",
    ("posts", *COUNTS, "engagement_per_post", "active_contacts", *IMPORTED),
    draw, rows, {"campaign": ()}, heavy=True,
)  # fmt: skip
