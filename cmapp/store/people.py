"""Who somebody is to us: profiles, their visits, what changed about them, what they said.

A person stands in lists at the identity that was here last, and goes by their root identity.
Counts come from `visits`, which triggers keep; a visit is a (UTC) day on which they did something.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from cmapp.domain.people import DAY, Seen, StageRules
from cmapp.store import ids, sqlite


@dataclass(frozen=True, slots=True)
class Person:
    """A profile with what is stored of it. Times are UTC ms; `followers` None is unknown.

    `posts` is how many of their posts are kept here, `first_at` when the oldest was written,
    `recent` the newest of them (id, written at, text).
    """

    id: int
    handle: str
    name: str
    bio: str | None
    url: str | None
    followers: int | None
    posts: int
    first_at: int | None
    recent: tuple[tuple[int, int, str], ...]


def by_id(db: sqlite.Connection, profile_id: int, *, recent: int = 4) -> Person | None:
    """Return one person."""
    found = db.execute(
        "SELECT id, handle, name, bio, url, followers FROM profiles WHERE id = ?", (profile_id,)
    ).fetchone()
    if found is None:
        return None
    # counted in the index alone: some people have written ten thousand posts
    count = db.execute(
        """SELECT n.posts, p.created_at FROM
             (SELECT count(*) AS posts, min(id) AS oldest FROM
               (SELECT id FROM posts WHERE author_id = ? ORDER BY id LIMIT 10000)) n
           LEFT JOIN posts p ON p.id = n.oldest""",
        (profile_id,),
    ).fetchone()
    newest = db.execute(
        "SELECT id, created_at, text FROM posts WHERE author_id = ? AND deleted_at IS NULL"
        " ORDER BY id DESC LIMIT ?",
        (profile_id, recent),
    ).fetchall()
    return Person(
        **dict(found),
        posts=count[0],
        first_at=count[1],
        recent=tuple((r[0], r[1], r[2]) for r in newest),
    )


@dataclass(frozen=True, slots=True)
class Identity:
    """One profile of a person. `platform` is None where no account of ours reads its realm.

    `under` is the profile that it was merged into.
    """

    id: int
    realm: str
    platform: str | None
    remote_id: str
    handle: str
    name: str
    bio: str | None
    avatar: str | None
    url: str | None
    followers: int | None
    seen_at: int
    under: int | None


@dataclass(frozen=True, slots=True)
class Kept:
    """What a person has one of: their given name, VIP, muted here, the stage set by hand."""

    name: str
    vip: bool
    muted: bool
    stage: str | None
    looked_at: int | None


@dataclass(frozen=True, slots=True)
class Change:
    """Something about a profile that is not as it was: `field`, `before` → `after`, seen `at`."""

    profile_id: int
    at: int
    field: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Said:
    """One thing a person did towards us, with its words (None: none) and our answers to it.

    `emptied`: why there are no words any more.
    """

    item_id: int
    account_id: str
    platform: str
    profile_id: int
    kind: str
    state: str
    created_at: int
    text: str | None
    url: str | None
    realm: str
    root_ref: str | None
    about: str | None
    emptied: str | None = None
    answers: tuple[tuple[int, int, str], ...] = ()


def named(db: sqlite.Connection, handle: str) -> list[int]:
    """Return the profiles that have this handle, without regard to its case."""
    plain = handle.lstrip("@")
    return [
        r[0]
        for r in db.execute(
            "SELECT id FROM profiles WHERE handle COLLATE NOCASE IN (?, ?) ORDER BY id",
            (plain, "@" + plain),
        )
    ]


def identities(db: sqlite.Connection, profiles: Sequence[int]) -> list[Identity]:
    """Return the profiles of a person, in the given order."""
    found = db.execute(
        """SELECT p.id, p.realm, (SELECT a.platform FROM accounts a WHERE a.realm = p.realm
             LIMIT 1) AS platform, p.remote_id, p.handle, p.name, p.bio, p.avatar, p.url,
             p.followers, p.seen_at, (SELECT q.id FROM contacts c
               JOIN profiles q ON q.contact_id = c.merged_into WHERE c.id = p.contact_id) AS under
           FROM json_each(?) n CROSS JOIN profiles p ON p.id = n.value ORDER BY n.key""",
        (json.dumps(list(profiles)),),
    )
    return [Identity(*r) for r in found]


def kept(db: sqlite.Connection, profiles: Sequence[int]) -> Kept:
    """Return what is set for a person: the root's word first, then the others'."""
    rows = db.execute(
        """SELECT c.name, c.vip, c.muted, c.stage, c.looked_at FROM json_each(?) n
           CROSS JOIN profiles p ON p.id = n.value CROSS JOIN contacts c ON c.id = p.contact_id
           ORDER BY n.key""",
        (json.dumps(list(profiles)),),
    ).fetchall()
    looked = [r[4] for r in rows if r[4] is not None]
    return Kept(
        next((r[0] for r in rows if r[0]), ""),
        any(r[1] for r in rows),
        any(r[2] for r in rows),
        next((r[3] for r in rows if r[3]), None),
        max(looked, default=None),
    )


def seen(db: sqlite.Connection, profiles: Sequence[int], *, since: int) -> tuple[Seen, int]:
    """Return when a person was here, counting days from `since` on as lately; and how many items.

    One identity's days are counted already; several share days, so theirs are counted anew.
    """
    who = json.dumps(list(profiles))
    whole = db.execute(
        "SELECT min(first_at), nullif(max(last_at), 0), sum(days), sum(items) FROM visits"
        " WHERE profile_id IN (SELECT value FROM json_each(?))",
        (who,),
    ).fetchone()
    days = int(whole[2] or 0) if len(profiles) == 1 else _days(db, who, 0)
    lately = _days(db, who, since) if days else 0
    return Seen(whole[0], whole[1], days, lately), int(whole[3] or 0)


def _days(db: sqlite.Connection, who: str, since: int) -> int:
    # an id holds its time, so that this reads one index and no row
    found = db.execute(
        f"SELECT count(DISTINCT (i.id >> 20) / {DAY}) FROM json_each(?) n"
        " CROSS JOIN interactions i ON i.actor_id = n.value AND i.id >= ?",
        (who, ids.at(since)),
    ).fetchone()
    return int(found[0])


def lately_from(rules: StageRules, now: int) -> int:
    """Return since when days count as lately (UTC ms): the start of a UTC day."""
    return max(0, (now // DAY - rules.loyal_days + 1) * DAY)


def changes(
    db: sqlite.Connection, profiles: Sequence[int], *, since: int, most: int = 50
) -> list[Change]:
    """Return what changed about these profiles after `since` (UTC ms), newest first.

    Counts of followers that came back to what they were are left out.
    """
    found = db.execute(
        """SELECT h.profile_id, h.at, h.field, h.before, h.after FROM json_each(?) n
           CROSS JOIN profile_changes h ON h.profile_id = n.value AND h.at > ?
           WHERE h.before IS NOT h.after ORDER BY h.at DESC, h.id DESC LIMIT ?""",
        (json.dumps(list(profiles)), since, most),
    )
    return [Change(*r) for r in found]


def new_since(db: sqlite.Connection, profiles: Sequence[int], since: int) -> int:
    """Return how many things a person did towards us after `since` (UTC ms)."""
    found = db.execute(
        "SELECT count(*) FROM json_each(?) n CROSS JOIN interactions i"
        " ON i.actor_id = n.value AND i.id >= ?",
        (json.dumps(list(profiles)), ids.at(since + 1)),
    ).fetchone()
    return int(found[0])


def said(
    db: sqlite.Connection,
    profiles: Sequence[int],
    *,
    limit: int = 50,
    before: int | None = None,
    answers: bool = False,
) -> list[Said]:
    """Return what a person did towards us on all channels, newest first, older than `before`.

    With `answers` each has what we replied: (id, written at, text).
    """
    newest: list[int] = []
    for one in profiles:  # each from its own index, then the newest of them
        newest += [
            r[0]
            for r in db.execute(
                "SELECT id FROM interactions WHERE actor_id = ? AND (? IS NULL OR id < ?)"
                " ORDER BY id DESC LIMIT ?",
                (one, before, before, limit),
            )
        ]
    newest = sorted(newest, reverse=True)[:limit]
    found = db.execute(
        """SELECT i.id AS item_id, i.account_id, c.platform, i.actor_id AS profile_id, i.kind,
             i.state, i.created_at, p.text, p.url, c.realm,
             coalesce(p.root_ref, p.parent_ref, p.remote_id, i.target_ref) AS root_ref,
             (SELECT t.text FROM posts t WHERE t.realm = c.realm
                AND t.remote_id = coalesce(p.root_ref, p.parent_ref, i.target_ref)) AS about,
             p.facts ->> '$.emptied' AS emptied, p.remote_id
           FROM json_each(?) n CROSS JOIN interactions i ON i.id = n.value
           CROSS JOIN accounts c ON c.id = i.account_id LEFT JOIN posts p ON p.id = i.post_id
             AND i.kind NOT IN ('reaction', 'repost') ORDER BY i.id DESC""",
        (json.dumps(newest),),
    ).fetchall()
    shown = []
    for row in found:
        values = dict(row)
        remote = values.pop("remote_id")
        told = _answers(db, values["realm"], remote) if answers and remote else ()
        shown.append(Said(**values, answers=told))
    return shown


def _answers(db: sqlite.Connection, realm: str, remote_id: str) -> tuple[tuple[int, int, str], ...]:
    found = db.execute(
        """SELECT p.id, p.created_at, p.text FROM posts p JOIN profiles a ON a.id = p.author_id
           JOIN accounts m ON m.realm = p.realm AND m.remote_id = a.remote_id
           WHERE p.realm = ? AND p.parent_ref = ? AND p.deleted_at IS NULL ORDER BY p.id""",
        (realm, remote_id),
    )
    return tuple((r[0], r[1], r[2]) for r in found)
