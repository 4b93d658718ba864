"""What we posted, and what each post got: the rows behind every chart on posts.

A post is ours when an account wrote it, it answers nothing and is still there. What it got is what
is directed at it: answers, quotes, likes, shares; not follows, not private messages. Each lookup
goes by an index, so that a chart costs what it shows and not what lies in the profile.
"""

from __future__ import annotations

import json
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from cmapp.domain.records import Kind
from cmapp.store import ids, sqlite

_KINDS = ", ".join(f"'{k}'" for k in Kind if k not in (Kind.FOLLOW, Kind.MESSAGE))
COMMENTS = (Kind.REPLY, Kind.COMMENT, Kind.MENTION, Kind.REVIEW)
"""The kinds that say something to a post; a quote says it elsewhere."""
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class OwnPost:
    """A post of ours. `at` is UTC ms; `media` are kinds (image, video …); `text` is cut at 200."""

    id: int
    account: str
    platform: str
    remote_id: str
    at: int
    text: str
    url: str | None
    media: tuple[str, ...]
    links: bool


@dataclass(frozen=True, slots=True)
class Got:
    """An interaction directed at a post. `at` is UTC ms; `said` is the post it consists of."""

    post: int
    kind: str
    item: int
    at: int
    actor: int
    said: int | None


@dataclass(frozen=True, slots=True)
class Written:
    """What is known of a post from the draft it was made of."""

    draft: int
    pillar: str
    campaign: int | None
    planned_at: int | None
    frame: str = ""
    rating: dict[str, int] = field(default_factory=dict)
    seconds: float | None = None


_POSTS = """SELECT p.id, m.id AS account, m.platform, p.remote_id, p.created_at,
    substr(p.text, 1, 200) AS text, p.url, p.media, instr(p.spans, '"link"') AS links
  FROM accounts m CROSS JOIN profiles a ON a.realm = m.realm AND a.remote_id = m.remote_id
  CROSS JOIN posts p ON p.author_id = a.id {span}
  WHERE m.id = ? AND p.kind = 'post' AND p.parent_ref IS NULL AND p.deleted_at IS NULL"""


def made(db: sqlite.Connection, accounts: Sequence[str], since: int, until: int) -> list[OwnPost]:
    """Return what accounts posted in [since, until) (UTC ms), oldest first."""
    query = _POSTS.format(span="AND p.id >= ? AND p.id < ?")
    found = [
        _post(r)
        for account in accounts
        for r in db.execute(
            f"{query} AND p.created_at >= ? AND p.created_at < ?",
            (ids.at(since), ids.at(until), account, since, until),
        )
    ]
    return sorted(found, key=lambda p: (p.at, p.id))


def by_ids(db: sqlite.Connection, numbers: Sequence[int]) -> list[OwnPost]:
    """Return those of some posts that are ours, oldest first."""
    found = db.execute(
        """SELECT p.id, m.id AS account, m.platform, p.remote_id, p.created_at,
             substr(p.text, 1, 200) AS text, p.url, p.media, instr(p.spans, '"link"') AS links
           FROM json_each(?) j CROSS JOIN posts p ON p.id = j.value
           CROSS JOIN profiles a ON a.id = p.author_id
           CROSS JOIN accounts m ON m.realm = a.realm AND m.remote_id = a.remote_id
           WHERE p.deleted_at IS NULL""",
        (json.dumps(list(numbers)),),
    )
    return sorted(map(_post, found), key=lambda p: (p.at, p.id))


def _post(row: sqlite.Row) -> OwnPost:
    media = tuple(str(m.get("kind", "other")) for m in json.loads(row["media"]))
    return OwnPost(
        row["id"], row["account"], row["platform"], row["remote_id"], row["created_at"],
        row["text"], row["url"], media, bool(row["links"]),
    )  # fmt: skip


_AIMED = f"""SELECT p.id AS post, i.kind{{more}}
    FROM json_each(?1) j CROSS JOIN posts p ON p.id = j.value ->> 0
    CROSS JOIN interactions i ON i.account_id = j.value ->> 1 AND i.target_ref = p.remote_id
    WHERE i.kind IN ({_KINDS}) AND i.created_at < p.created_at + ?2
  UNION ALL SELECT p.id, i.kind{{more}}
    FROM json_each(?1) j CROSS JOIN posts p ON p.id = j.value ->> 0
    CROSS JOIN posts c ON c.realm = p.realm AND c.parent_ref = p.remote_id
    CROSS JOIN interactions i ON i.post_id = c.id
    WHERE i.account_id = j.value ->> 1 AND i.kind IN ({_KINDS}) AND i.target_ref IS NULL
      AND i.created_at < p.created_at + ?2"""
"""A platform names what an interaction is about, or else the answer itself does."""
_WHOLE = _AIMED.format(more=", i.id, i.created_at, i.actor_id, i.post_id")
_SAID = _AIMED.format(more=", i.id AS item, i.created_at, i.actor_id, i.post_id, i.signals")
_DELAYED = f"""SELECT p.id,
    (SELECT json_group_array(i.created_at - p.created_at) FROM interactions i
     WHERE i.account_id = j.value ->> 1 AND i.target_ref = p.remote_id
       AND i.kind IN ({_KINDS}) AND i.created_at < p.created_at + ?2),
    (SELECT json_group_array(i.created_at - p.created_at)
     FROM posts c CROSS JOIN interactions i ON i.post_id = c.id
     WHERE c.realm = p.realm AND c.parent_ref = p.remote_id AND i.account_id = j.value ->> 1
       AND i.kind IN ({_KINDS}) AND i.target_ref IS NULL AND i.created_at < p.created_at + ?2)
  FROM json_each(?1) j CROSS JOIN posts p ON p.id = j.value ->> 0"""
"""What `_AIMED` finds, in two arrays for each post: a row for each thing costs far more to read."""
_COUNTED = f"SELECT post, kind, count(*) FROM ({_AIMED.format(more='')}) GROUP BY 1, 2"
FOREVER = 1 << 50


def got(
    db: sqlite.Connection, posts: Sequence[OwnPost], *, within: int = FOREVER
) -> dict[int, list[Got]]:
    """Return by post what was directed at it within `within` ms of its making, by time and id."""
    found: dict[int, list[Got]] = {p.id: [] for p in posts}
    for some in _parts(posts):
        for r in db.execute(_WHOLE, (some, within)):
            found[r[0]].append(Got(*r))
    for several in found.values():
        several.sort(key=lambda g: (g.at, g.item))
    return found


def delays(
    db: sqlite.Connection, posts: Sequence[OwnPost], *, within: int = FOREVER
) -> dict[int, list[int]]:
    """Return by post after how many ms each thing came that was directed at it, in order."""
    found: dict[int, list[int]] = {p.id: [] for p in posts}
    for some in _parts(posts):
        for post, *arrays in db.execute(_DELAYED, (some, within)):
            for array in arrays:
                found[post] += json.loads(array)
    for several in found.values():
        several.sort()
        early = bisect_left(several, 0)
        several[:early] = [0] * early
    return found


def counts(
    db: sqlite.Connection, posts: Sequence[OwnPost], *, within: int = FOREVER
) -> dict[int, Counter[str]]:
    """Return by post how many of each kind were directed at it within `within` ms."""
    found: dict[int, Counter[str]] = {p.id: Counter() for p in posts}
    for some in _parts(posts):
        for post, kind, n in db.execute(_COUNTED, (some, within)):
            found[post][kind] += n
    return found


def _parts(posts: Sequence[OwnPost]) -> list[str]:
    pairs = [(p.id, p.account) for p in posts]
    return [json.dumps(pairs[n : n + _AT_ONCE]) for n in range(0, len(pairs), _AT_ONCE)]


def written(db: sqlite.Connection, posts: Sequence[OwnPost]) -> dict[int, Written]:
    """Return by post what its draft says of it; posts that no draft became are not there."""
    found: dict[int, Written] = {}
    for some in _parts(posts):
        for r in db.execute(
            """SELECT p.id AS post, d.id, d.pillar, d.campaign_id, coalesce(d.planned_at,
                 o.planned_at) AS planned, d.brief ->> '$.frame' AS frame,
                 d.brief -> '$.rating' AS rating, coalesce((SELECT v.media FROM draft_variants v
                   WHERE v.draft_id = d.id AND v.account_id = o.account_id AND v.media IS NOT NULL
                     AND v.segment = o.segment), d.media) AS media
               FROM json_each(?) j CROSS JOIN posts p ON p.id = j.value ->> 0
               CROSS JOIN outbox o ON o.account_id = j.value ->> 1 AND o.remote_id = p.remote_id
                 AND o.kind IN ('publish', 'reply')
               CROSS JOIN drafts d ON d.id = o.draft_id
               WHERE o.kind = 'publish' AND o.state = 'sent'""",
            (some,),
        ):
            lengths = [m["seconds"] for m in json.loads(r["media"]) if m.get("seconds")]
            found[r["post"]] = Written(
                r["id"], r["pillar"], r["campaign_id"], r["planned"], r["frame"] or "",
                json.loads(r["rating"] or "{}"), float(sum(lengths)) if lengths else None,
            )  # fmt: skip
    return found


@dataclass(frozen=True, slots=True)
class Comment:
    """Something said to a post. `asks`: its signals say that it puts a question."""

    post: int
    item: int
    at: int
    actor: int
    text: str
    asks: bool


def comments(
    db: sqlite.Connection, posts: Sequence[OwnPost], *, within: int = FOREVER
) -> dict[int, list[Comment]]:
    """Return by post what was said to it within `within` ms and is still there, with its words.

    What was emptied for its age (store/retention.py) is not there: nobody knows what it was like.
    """
    found: dict[int, list[Comment]] = {p.id: [] for p in posts}
    query = f"""SELECT g.post, g.item, g.created_at, g.actor_id, c.text,
        instr(g.signals, '"question"') FROM ({_SAID}) g JOIN posts c ON c.id = g.post_id
      WHERE c.deleted_at IS NULL AND c.facts ->> '$.emptied' IS NULL
        AND g.kind IN ({", ".join(f"'{k}'" for k in COMMENTS)})"""
    for some in _parts(posts):
        for r in db.execute(query, (some, within)):
            found[r[0]].append(Comment(r[0], r[1], r[2], r[3], r[4], bool(r[5])))
    return found
