"""Removing a person: their rows, what hangs on them, and what we wrote to them.

`forget` is one transaction of the caller's; `mask` and then `remove` until all is gone are several
small ones, for somebody of whom there is much. What others wrote that names the person is
masked (`scrubbing.py`); freed bytes are purged afterwards (`purging.py`). Quarter-hour counts stay
(`activity_gone`); our own posts stay with their counts, those to the person without their text.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from cmapp.domain.actions import KINDS, Publish, Target, to_json
from cmapp.store import contacts, erased, needles, rollups, scrubbing, sqlite, words
from cmapp.store.database import Tx
from cmapp.store.needles import Needles

_PEOPLE = "SELECT id FROM temp.gone_people"
_POSTS = "SELECT id FROM temp.gone_posts"
_ITEMS = "SELECT id FROM temp.gone_items"
_ROWS = "SELECT id FROM temp.gone_rows"
IN_DOUBT = (
    "(state IN ('sending', 'uncertain') OR state IN ('ready', 'review') AND first_at IS NOT NULL)"
)
"""SQL: a row of the outbox that may be out on the platform although nobody knows."""
WAITING = "state IN ('ready', 'review', 'scheduled', 'rejected')"


@dataclass(frozen=True, slots=True)
class Found:
    """What is stored about a person: how many rows of each kind. `profiles`: our ids of them.

    `in_doubt`: answers of which nobody knows whether they are out; `waiting`: those that would
    still go out. `needles`: the words by which the person can be found.
    """

    profiles: tuple[int, ...]
    identities: tuple[tuple[str, str], ...]
    counts: dict[str, int]
    in_doubt: int
    waiting: int
    needles: Needles


@dataclass(slots=True)
class Forgotten:
    """What `forget` did. `marks`: the tombstones of the identities; `masked`: others' rows."""

    found: Found
    marks: tuple[str, ...] = ()
    masked: int = 0
    accounts: set[str] = field(default_factory=set)


def members(db: sqlite.Connection, profile_id: int) -> list[int]:
    """Return every profile of the person. Raises Missing (`unknown_person`)."""
    return [int(one) for one in contacts.group(db, profile_id)]


def ours(db: sqlite.Connection, profiles: Sequence[int]) -> bool:
    """Tell whether one of these profiles is a connected account's own."""
    found = db.execute(
        """SELECT 1 FROM profiles p JOIN accounts a ON a.realm = p.realm
             AND a.remote_id = p.remote_id WHERE p.id IN (SELECT value FROM json_each(?))""",
        (json.dumps(list(profiles)),),
    )
    return found.fetchone() is not None


def there(db: sqlite.Connection, profiles: Sequence[int]) -> list[int]:
    """Return those of these profiles that are still kept."""
    found = db.execute(
        "SELECT id FROM profiles WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(profiles)),),
    )
    return [int(r[0]) for r in found]


def items_of(db: sqlite.Connection, profiles: Sequence[int]) -> frozenset[int]:
    """Return the interactions of these profiles."""
    found = db.execute(
        "SELECT id FROM interactions WHERE actor_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(profiles)),),
    )
    return frozenset(int(r[0]) for r in found)


def handle_of(db: sqlite.Connection, profile: int) -> str:
    """Return the handle of a profile that is kept."""
    return str(db.execute("SELECT handle FROM profiles WHERE id = ?", (profile,)).fetchone()[0])


def marked(db: sqlite.Connection, marks: set[str], salt: bytes | None = None) -> list[int]:
    """Return the profiles whose mark is among these; all are hashed, a million in some seconds."""
    given = (salt,) if salt else erased.salts(db)
    if not given or not marks:
        return []
    return [
        int(r[0])
        for r in db.execute("SELECT id, realm, remote_id FROM profiles")
        if any(erased.mark(one, "person", r[1], r[2]) in marks for one in given)
    ]


def look(
    db: sqlite.Connection, profiles: Sequence[int], *, known: Mapping[str, bool] | None = None
) -> Found:
    """Return what is stored about these profiles; lists it in temporary tables for `mask`.

    `known`: of texts, whether others said the very same, as an earlier look found.
    """
    found = counted(db, profiles)
    return replace(found, needles=needles.find(db, known or {}))


def counted(db: sqlite.Connection, profiles: Sequence[int]) -> Found:
    """Do as `look`, without the words by which they are found: in an instant."""
    _list(db, profiles)
    count = {
        name: int(db.execute(f"SELECT count(*) FROM {what}").fetchone()[0])
        for name, what in _COUNTED.items()
    }
    doubt, waiting = db.execute(
        f"""SELECT count(*) FILTER (WHERE {IN_DOUBT}),
              count(*) FILTER (WHERE {WAITING} AND NOT {IN_DOUBT})
            FROM outbox WHERE id IN ({_ROWS})"""
    ).fetchone()
    who = db.execute(f"SELECT realm, remote_id FROM profiles WHERE id IN ({_PEOPLE})").fetchall()
    identities = tuple((r[0], r[1]) for r in who)
    return Found(tuple(profiles), identities, count, doubt, waiting, Needles())


_COUNTED = {
    "profiles": f"profiles WHERE id IN ({_PEOPLE})",
    "changes": f"profile_changes WHERE profile_id IN ({_PEOPLE})",
    "posts": f"posts WHERE id IN ({_POSTS})",
    "interactions": f"interactions WHERE id IN ({_ITEMS})",
    "notes": f"""notes WHERE item_id IN ({_ITEMS}) OR contact_id IN
      (SELECT contact_id FROM profiles WHERE id IN ({_PEOPLE}))""",
    "facts": f"""contact_facts WHERE contact_id IN
      (SELECT contact_id FROM profiles WHERE id IN ({_PEOPLE}))""",
    "tags": f"""contact_tags WHERE contact_id IN
      (SELECT contact_id FROM profiles WHERE id IN ({_PEOPLE}))""",
    "labels": f"item_labels WHERE item_id IN ({_ITEMS})",
    "tasks": f"tasks WHERE item_id IN ({_ITEMS})",
    "corrections": f"corrections WHERE item_id IN ({_ITEMS})",
    "suggestions": f"suggestion_items WHERE item_id IN ({_ITEMS})",
    "moderation": f"""moderation WHERE item_id IN ({_ITEMS}) OR person IN
      (SELECT remote_id FROM profiles WHERE id IN ({_PEOPLE}))""",
    "answers": "temp.gone_answers",
    "outbox": "temp.gone_rows",
    "drafts": f"drafts WHERE item_id IN ({_ITEMS}) OR post_id IN ({_POSTS})",
    "ties": f"ties WHERE source IN ({_PEOPLE}) OR target IN ({_PEOPLE})",
    "visits": f"visits WHERE profile_id IN ({_PEOPLE})",
}
"""Kind of row → where they are counted; the window and the command line name them."""


def _list_none(db: sqlite.Connection) -> None:
    for table in ("people", "posts", "items", "rows", "answers"):
        db.execute(f"CREATE TEMP TABLE IF NOT EXISTS gone_{table} (id INTEGER PRIMARY KEY)")
        db.execute(f"DELETE FROM temp.gone_{table}")


def _list(db: sqlite.Connection, profiles: Sequence[int]) -> None:
    _list_none(db)
    given = json.dumps(list(profiles))
    db.execute("INSERT INTO temp.gone_people SELECT value FROM json_each(?)", (given,))
    db.execute(f"INSERT INTO temp.gone_posts SELECT id FROM posts WHERE author_id IN ({_PEOPLE})")
    db.execute(
        f"INSERT INTO temp.gone_items SELECT id FROM interactions WHERE actor_id IN ({_PEOPLE})"
    )
    # what ours answered them: it stays where it was posted, its text goes from here
    db.execute(
        f"""INSERT OR IGNORE INTO temp.gone_answers SELECT r.id FROM posts p
            CROSS JOIN posts r ON r.realm = p.realm AND r.parent_ref = p.remote_id
            CROSS JOIN profiles w ON w.id = r.author_id
            CROSS JOIN accounts a ON a.realm = w.realm AND a.remote_id = w.remote_id
            WHERE p.id IN ({_POSTS})"""
    )
    db.execute(
        f"""INSERT OR IGNORE INTO temp.gone_rows SELECT o.id FROM outbox o
            JOIN accounts a ON a.id = o.account_id
            WHERE o.item_id IN ({_ITEMS}) OR o.post_id IN ({_POSTS})
              OR EXISTS (SELECT 1 FROM profiles p WHERE p.id IN ({_PEOPLE}) AND p.realm = a.realm
                AND (p.remote_id = o.action ->> '$.target.author'
                  OR p.remote_id = o.action ->> '$.target.root_author'))
              OR o.draft_id IN (SELECT id FROM drafts WHERE item_id IN ({_ITEMS})
                OR post_id IN ({_POSTS}))"""
    )


@dataclass(frozen=True, slots=True)
class Ahead:
    """What is worked out before a transaction, so that nobody waits for it meanwhile.

    `rows`: table → where the person may be named; `pointing`: table → what points to their posts;
    `stand`: how large the tables were.
    """

    found: Found
    known: Mapping[str, bool]
    rows: Mapping[str, frozenset[int]]
    pointing: Mapping[str, frozenset[int]]
    stand: tuple[int, ...]


_POINTING = (
    ("posts", "root_ref", _POSTS),
    ("interactions", "target_ref", _ITEMS),
    ("outbox", "thread", _ROWS),
)


def ahead(db: sqlite.Connection, profiles: Sequence[int]) -> Ahead:
    """Work out what takes long: it goes through every post. Seconds, in a million."""
    stand = _stand(db)
    found = look(db, profiles)
    pointing = {
        table: frozenset(
            int(r[0])
            for r in db.execute(
                f"SELECT id FROM {table} WHERE {name} IN"
                f" (SELECT remote_id FROM posts WHERE id IN ({_POSTS})) AND id NOT IN ({spared})"
            )
        )
        for table, name, spared in _POINTING
    }
    known = needles.said(db, found.needles)
    return Ahead(found, known, scrubbing.standing(db, found.needles), pointing, stand)


def _stand(db: sqlite.Connection) -> tuple[int, ...]:
    """Return how large the tables are that are gone through ahead: what came since is seen."""
    sizes = (
        db.execute(f"SELECT count(*), coalesce(max(id), 0) FROM {table}").fetchone()
        for table in ("posts", "interactions", "profiles", "profile_changes")
    )
    return tuple(int(n) for row in sizes for n in row)


def forget(
    tx: Tx, profiles: Sequence[int], *, now: int, tombstone: bool = True, counts: bool = True
) -> Forgotten:
    """Remove everything about these profiles; all of one person's are to be given at once.

    Answers that wait for them are cancelled, also those in doubt: the caller has asked. Without a
    `tombstone` they may come back with the next reading. `counts` keeps what they count for in
    sums. A profile that is an account's own is never touched. `now`: UTC ms.
    """
    done = mask(tx, profiles, now=now, tombstone=tombstone)
    if done.found.identities and not ours(tx.db, profiles):
        while not remove(tx, profiles, counts=counts):
            pass
    return done


def mask(
    tx: Tx,
    profiles: Sequence[int],
    *,
    now: int,
    tombstone: bool = True,
    given: Ahead | None = None,
) -> Forgotten:
    """Do what `forget` does, but for their own posts, interactions and profiles (`remove`).

    `given` was worked out before; where posts came since, it is worked out again.
    """
    db = tx.db
    if given is None or given.stand != _stand(db):
        given = ahead(db, profiles)
        found = given.found
    else:
        found = look(db, profiles, known=given.known)
    done = Forgotten(found)
    if not found.identities or ours(db, profiles):
        return done
    done.accounts = {
        r[0] for r in db.execute(f"SELECT account_id FROM interactions WHERE id IN ({_ITEMS})")
    }
    if tombstone:
        done.marks = _bury(db, found, now)
    _rows_to_them(tx, now)
    _refs(db, given.pointing)
    _answers(db)
    _of_items(db)
    _card(db)
    done.masked = scrubbing.scrub(
        tx, found.needles, found.profiles, now=now, tombstone=tombstone, held=given.rows
    )
    _touch(tx, done.accounts)
    return done


def remove(
    tx: Tx, profiles: Sequence[int], *, counts: bool = True, most: int | None = None
) -> bool:
    """Remove `most` of their interactions, then of their posts, at last the profiles.

    Returns whether all of it is gone. To be called after `mask`.
    """
    db = tx.db
    if ours(db, profiles):
        return True
    _list_none(db)
    db.execute(
        "INSERT INTO temp.gone_people SELECT value FROM json_each(?)", (json.dumps(list(profiles)),)
    )
    for name, table, whose in (
        ("items", "interactions", "actor_id"),
        ("posts", "posts", "author_id"),
    ):
        n = db.execute(
            f"INSERT INTO temp.gone_{name} SELECT id FROM {table} WHERE {whose} IN ({_PEOPLE})"
            " LIMIT ?",
            (-1 if most is None else most,),
        ).rowcount
        if n and most is not None:
            break
    touched = {
        r[0] for r in db.execute(f"SELECT account_id FROM interactions WHERE id IN ({_ITEMS})")
    }
    if counts:
        rollups.keep_counts(db, _ITEMS)
    _own(db)
    if counts:
        rollups.give_back(db)
    _touch(tx, touched)
    if n and most is not None:
        return False
    _people(db)
    return True


def _touch(tx: Tx, inboxes: set[str]) -> None:
    for topic in ("people", "inbox", "posts", "drafts", "outbox", "deeds", "media"):
        tx.touch(topic)
    for account in inboxes:
        tx.touch("inbox", account)


def _bury(db: sqlite.Connection, found: Found, now: int) -> tuple[str, ...]:
    """Keep the marks of the person, of their posts and deeds, and of their names."""
    given = erased.salt(db, make=True)
    assert given is not None
    own = tuple(erased.mark(given, "person", realm, ref) for realm, ref in found.identities)
    marks = list(own)
    for realm, ref in db.execute(f"SELECT realm, remote_id FROM posts WHERE id IN ({_POSTS})"):
        marks.append(erased.mark(given, "post", realm, ref))
    for account, key in db.execute(
        f"SELECT account_id, remote_key FROM interactions WHERE id IN ({_ITEMS})"
    ):
        marks.append(erased.mark(given, "deed", account, key))
    for realm, name in found.needles.handles:
        marks.append(erased.mark(given, "name", realm, name))
    erased.add(db, marks, now=now)
    return own


def _rows_to_them(tx: Tx, now: int) -> None:
    """Empty the rows of the outbox that were for them; what still waits never goes out."""
    db = tx.db
    db.execute(
        f"""UPDATE outbox SET state = 'cancelled', settled_at = coalesce(settled_at, ?)
            WHERE id IN ({_ROWS}) AND state NOT IN ('sent', 'cancelled')""",
        (now,),
    )
    for row, kind in db.execute(f"SELECT id, kind FROM outbox WHERE id IN ({_ROWS})").fetchall():
        db.execute(
            """UPDATE outbox SET action = ?, item_id = NULL, post_id = NULL, draft_id = NULL,
                 thread = NULL, reason = NULL, seen = '{}', news = '[]', notes = '[]',
                 progress = NULL, error = NULL, error_code = NULL WHERE id = ?""",
            (json.dumps(_emptied(kind)), row),
        )


def _emptied(kind: str) -> dict[str, Any]:
    """Return an action of that kind which says nothing, to nobody."""
    match kind:
        case "publish":
            return to_json(Publish(""))
        case "reply" | "edit":
            return to_json(KINDS[kind](Target(""), ""))
        case "unschedule":
            return to_json(KINDS[kind](""))
        case _:
            return to_json(KINDS[kind](Target("")))


def _refs(db: sqlite.Connection, pointing: Mapping[str, frozenset[int]]) -> None:
    """Let what stays of a conversation point to a mark where their posts were."""
    given = erased.salt(db, make=True)
    assert given is not None
    refs = [
        {"realm": realm, "ref": ref, "shown": stand_in(given, realm, ref)}
        for realm, ref in db.execute(f"SELECT realm, remote_id FROM posts WHERE id IN ({_POSTS})")
    ]
    if not refs:
        return
    db.execute("CREATE TEMP TABLE IF NOT EXISTS gone_refs (ref TEXT PRIMARY KEY, shown TEXT)")
    db.execute("DELETE FROM temp.gone_refs")
    for query in (
        "INSERT OR IGNORE INTO temp.gone_refs VALUES (:ref, :shown)",
        "DELETE FROM muted_threads WHERE realm = :realm AND root_ref = :ref",
        f"""UPDATE posts SET parent_ref = :shown WHERE realm = :realm AND parent_ref = :ref
            AND id NOT IN ({_POSTS})""",
    ):
        db.executemany(query, refs)
    shown = "(SELECT shown FROM temp.gone_refs WHERE ref = {name})"
    for table, name, _ in _POINTING:
        db.execute(
            f"UPDATE {table} SET {name} = {shown.format(name=name)}"
            f" WHERE {name} IN (SELECT ref FROM temp.gone_refs)"
            " AND id IN (SELECT value FROM json_each(?))",
            (json.dumps(sorted(pointing[table])),),
        )
    db.execute("DELETE FROM cursors WHERE scope IN (SELECT ref FROM temp.gone_refs)")


def stand_in(salt: bytes, realm: str, ref: str) -> str:
    """Return what stands where the id of an erased post stood."""
    return "erased:" + erased.mark(salt, "post", realm, ref)[:24]


def _answers(db: sqlite.Connection) -> None:
    """Take the text of our answers to them: the posts stay, with their counts."""
    kept = db.execute(
        "SELECT id, text FROM posts WHERE id IN (SELECT id FROM temp.gone_answers)"
        " AND deleted_at IS NULL AND text <> ''"
    ).fetchall()
    words.remove(db, [(r[0], r[1]) for r in kept])
    db.execute(
        """UPDATE posts SET text = '', spans = '[]', media = '[]', lang = NULL,
             facts = json_set(facts, '$.emptied', 'erased')
           WHERE id IN (SELECT id FROM temp.gone_answers)"""
    )
    words.add(
        db,
        [
            (r[0], "")
            for r in db.execute(
                "SELECT id FROM posts WHERE id IN (SELECT id FROM temp.gone_answers)"
                " AND deleted_at IS NULL"
            )
        ],
    )


def _of_items(db: sqlite.Connection) -> None:
    """Remove what hangs on their interactions and posts without a foreign key."""
    for query in (
        f"DELETE FROM drafts WHERE item_id IN ({_ITEMS}) OR post_id IN ({_POSTS})",
        "DELETE FROM overrides WHERE draft_id NOT IN (SELECT id FROM drafts)",
        f"DELETE FROM tasks WHERE item_id IN ({_ITEMS})",
        f"DELETE FROM corrections WHERE item_id IN ({_ITEMS})",
        f"DELETE FROM suggestion_items WHERE item_id IN ({_ITEMS})",
        f"DELETE FROM rule_log WHERE item_id IN ({_ITEMS})",
        f"DELETE FROM befores WHERE item_id IN ({_ITEMS})",
        f"""UPDATE reply_uses SET text = '', item_id = NULL, draft_id = NULL
            WHERE item_id IN ({_ITEMS}) OR outbox_id IN ({_ROWS})""",
        f"DELETE FROM thanks WHERE profile_id IN ({_PEOPLE}) OR item_id IN ({_ITEMS})",
        f"DELETE FROM campaign_posts WHERE post_id IN ({_POSTS})",
        f"DELETE FROM measures WHERE post_id <> 0 AND post_id IN ({_POSTS})",
        f"UPDATE interactions SET alike = NULL WHERE alike IN ({_ITEMS}) AND id NOT IN ({_ITEMS})",
        f"""DELETE FROM moderation WHERE item_id IN ({_ITEMS}) OR post_id IN ({_POSTS})
            OR person IN (SELECT remote_id FROM profiles WHERE id IN ({_PEOPLE}))""",
        f"""DELETE FROM measures WHERE account_id IN (SELECT r.id FROM rivals r
            JOIN accounts a ON a.id = r.account_id JOIN profiles p ON p.realm = a.realm
              AND p.remote_id = r.remote_id WHERE p.id IN ({_PEOPLE}))""",
        f"""DELETE FROM rivals WHERE id IN (SELECT r.id FROM rivals r
            JOIN accounts a ON a.id = r.account_id JOIN profiles p ON p.realm = a.realm
              AND p.remote_id = r.remote_id WHERE p.id IN ({_PEOPLE}))""",
    ):
        db.execute(query)


def _card(db: sqlite.Connection) -> None:
    """Remove what we keep on them ourselves."""
    given = json.dumps(
        [
            r[0]
            for r in db.execute(
                f"SELECT contact_id FROM profiles WHERE id IN ({_PEOPLE}) AND contact_id NOT NULL"
            )
        ]
    )
    contact = "SELECT value FROM json_each(?)"
    db.execute(f"UPDATE profiles SET contact_id = NULL WHERE id IN ({_PEOPLE})")
    for table in ("contact_facts", "contact_tags", "notes"):
        db.execute(f"DELETE FROM {table} WHERE contact_id IN ({contact})", (given,))
    for name in ("merged_into", "person"):
        db.execute(f"UPDATE contacts SET {name} = NULL WHERE {name} IN ({contact})", (given,))
    db.execute(f"DELETE FROM contacts WHERE id IN ({contact})", (given,))
    db.execute(f"DELETE FROM profile_changes WHERE profile_id IN ({_PEOPLE})")


def _own(db: sqlite.Connection) -> None:
    """Remove the interactions and posts that are listed."""
    kept = db.execute(
        f"SELECT id, text FROM posts WHERE id IN ({_POSTS}) AND deleted_at IS NULL"
    ).fetchall()
    words.remove(db, [(r[0], r[1]) for r in kept])
    db.execute(f"DELETE FROM answered_words WHERE rowid IN ({_POSTS})")
    db.execute(f"DELETE FROM interactions WHERE id IN ({_ITEMS})")
    db.execute(f"DELETE FROM posts WHERE id IN ({_POSTS})")


def _people(db: sqlite.Connection) -> None:
    """Remove the profiles, and what hangs on them alone."""
    names = db.execute(
        f"SELECT id, name || ' ' || handle FROM profiles WHERE id IN ({_PEOPLE})"
    ).fetchall()
    words.remove(db, [(r[0], r[1]) for r in names], "people_words")
    for query in (
        f"DELETE FROM visits WHERE profile_id IN ({_PEOPLE})",
        f"DELETE FROM not_the_same WHERE one IN ({_PEOPLE}) OR other IN ({_PEOPLE})",
        f"DELETE FROM ties WHERE source IN ({_PEOPLE}) OR target IN ({_PEOPLE})",
        f"DELETE FROM ties_by_name WHERE source IN ({_PEOPLE})",
        f"DELETE FROM ties_to_us WHERE source IN ({_PEOPLE})",
        f"DELETE FROM profiles WHERE id IN ({_PEOPLE})",
    ):
        db.execute(query)
