"""What we keep of people: facts, tags, notes, VIP, stage; merged by a pointer, exactly unmerged.

A person is named by any of their profiles. Each profile has at most one contact, made when there
is something to keep and gone when there is nothing left. Merging two people points the root
contact of one at a contact of the other (`merged_into`) and moves no row: what was written stays
with the identity that it was written to, and unmerging takes the pointer away again. `person` is
derived: the root's id in every contact of a merged group, NULL in all others.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from cmapp.domain.errors import Missing, Rejected
from cmapp.domain.people import Clash, clashes
from cmapp.store import ids, sqlite
from cmapp.store.database import Tx

KEPT = {"vip": 0, "muted": 0, "stage": None, "name": ""}
"""What a person has one of, and what it is while nobody has set it."""
VIPS = """SELECT id FROM profiles WHERE contact_id IN (
  SELECT id FROM contacts WHERE vip = 1 UNION
  SELECT k.id FROM contacts m JOIN contacts k ON k.person = m.person WHERE m.vip = 1)"""
"""Selects the profiles of VIPs, each by whichever identity was made one."""


@dataclass(frozen=True, slots=True)
class Fact:
    """Something stated or entered. `source` is `hand`, `bio` or `item:<id>`; `at` UTC ms."""

    id: int
    profile_id: int
    name: str
    value: str
    source: str
    at: int


@dataclass(frozen=True, slots=True)
class Note:
    """A private note on a person."""

    id: int
    profile_id: int
    text: str
    author: str
    made_at: int


@dataclass(frozen=True, slots=True)
class Merged:
    """What a merge did: the identity that now hangs on the other, and facts that disagree."""

    root: int
    clashes: tuple[Clash, ...]


def group(db: sqlite.Connection, profile_id: int) -> tuple[int, ...]:
    """Return the profiles of one person, the root's first. Raises Missing (`unknown_person`)."""
    found = db.execute(
        """SELECT q.id FROM profiles p JOIN contacts c ON c.id = p.contact_id
           JOIN contacts k ON k.person = c.person JOIN profiles q ON q.contact_id = k.id
           WHERE p.id = ? ORDER BY k.id <> k.person, q.id""",
        (profile_id,),
    ).fetchall()
    if found:
        return tuple(r[0] for r in found)
    if db.execute("SELECT 1 FROM profiles WHERE id = ?", (profile_id,)).fetchone() is None:
        raise Missing("unknown_person", id=str(profile_id))
    return (profile_id,)


def root(db: sqlite.Connection, profile_id: int) -> int:
    """Return the profile that a person goes by. Raises Missing (`unknown_person`)."""
    return group(db, profile_id)[0]


def contact_of(db: sqlite.Connection, profile_id: int) -> int | None:
    """Return the contact of a profile, where there is one."""
    found = db.execute("SELECT contact_id FROM profiles WHERE id = ?", (profile_id,)).fetchone()
    if found is None:
        raise Missing("unknown_person", id=str(profile_id))
    return None if found[0] is None else int(found[0])


def own(tx: Tx, profile_id: int, *, now: int) -> int:
    """Return the contact of a profile, made now if there is none."""
    known = contact_of(tx.db, profile_id)
    if known is not None:
        return known
    made = ids.new(tx.db, "contacts", now)
    tx.db.execute("INSERT INTO contacts (id, made_at) VALUES (?, ?)", (made, now))
    tx.db.execute("UPDATE profiles SET contact_id = ? WHERE id = ?", (made, profile_id))
    tx.db.execute("INSERT OR IGNORE INTO visits (profile_id) VALUES (?)", (profile_id,))
    tx.touch("people")
    return made


def tidy(tx: Tx, contacts: Iterable[int]) -> None:
    """Drop those contacts that hold nothing any more, so that they are as if never made."""
    bare = [
        r[0]
        for r in tx.db.execute(
            """SELECT c.id FROM json_each(?) n CROSS JOIN contacts c ON c.id = n.value
               WHERE c.name = '' AND c.vip = 0 AND c.muted = 0 AND c.stage IS NULL
                 AND c.merged_into IS NULL AND c.person IS NULL AND c.looked_at IS NULL
                 AND NOT EXISTS (SELECT 1 FROM contact_facts f WHERE f.contact_id = c.id)
                 AND NOT EXISTS (SELECT 1 FROM contact_tags t WHERE t.contact_id = c.id)
                 AND NOT EXISTS (SELECT 1 FROM notes n WHERE n.contact_id = c.id)""",
            (json.dumps(list(contacts)),),
        )
    ]
    for contact in bare:
        tx.db.execute(
            "DELETE FROM visits WHERE items = 0 AND profile_id ="
            " (SELECT id FROM profiles WHERE contact_id = ?)",
            (contact,),
        )
        tx.db.execute("UPDATE profiles SET contact_id = NULL WHERE contact_id = ?", (contact,))
        tx.db.execute("DELETE FROM contacts WHERE id = ?", (contact,))


# merging


def _top(db: sqlite.Connection, contact: int) -> int:
    found = db.execute("SELECT coalesce(person, id) FROM contacts WHERE id = ?", (contact,))
    return int(found.fetchone()[0])


def _below(db: sqlite.Connection, contact: int) -> list[int]:
    """Return a contact and all that hang on it, by the pointers alone."""
    return [
        r[0]
        for r in db.execute(
            """WITH RECURSIVE down (id) AS (SELECT ? UNION
                 SELECT c.id FROM down JOIN contacts c ON c.merged_into = down.id)
               SELECT id FROM down""",
            (contact,),
        )
    ]


def _regroup(db: sqlite.Connection, top: int) -> list[int]:
    members = _below(db, top)
    person = top if len(members) > 1 else None
    db.execute(
        "UPDATE contacts SET person = ? WHERE id IN (SELECT value FROM json_each(?))"
        " AND person IS NOT ?",
        (person, json.dumps(members), person),
    )
    return members


def _stated(db: sqlite.Connection, profiles: Sequence[int]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for fact in facts(db, profiles):
        found.setdefault(fact.name.casefold(), set()).add(fact.value)
    return found


def merge(tx: Tx, into: int, other: int, *, now: int) -> Merged:
    """Say that `other` is the same person as `into` (profiles).

    Raises Missing (`unknown_person`); Rejected: `same_person` (one identity with itself),
    `already_merged`.
    """
    if into == other:
        raise Rejected("same_person", id=str(other))
    sides = [group(tx.db, into), group(tx.db, other)]
    if sides[0] == sides[1]:
        raise Rejected("already_merged", id=str(other))
    disagree = clashes(*(_stated(tx.db, side) for side in sides))
    above = own(tx, into, now=now)
    hung = _top(tx.db, own(tx, other, now=now))
    tx.db.execute("UPDATE contacts SET merged_into = ? WHERE id = ?", (above, hung))
    _regroup(tx.db, _top(tx.db, above))
    _touch(tx)
    return Merged(_profile_of(tx.db, hung), tuple(disagree))


def unmerge(tx: Tx, profile_id: int) -> tuple[int, int]:
    """Take an identity, and what was merged into it before, out of its person again.

    Returns (the identity it hung on, itself), as profiles. A root with one identity on it lets
    that go. Raises Rejected (`not_merged`).
    """
    contact = contact_of(tx.db, profile_id)
    found = None
    if contact is not None:
        found = tx.db.execute(
            "SELECT id, merged_into FROM contacts WHERE id = ? AND merged_into IS NOT NULL",
            (contact,),
        ).fetchone()
        if found is None:
            hung = tx.db.execute(
                "SELECT id, merged_into FROM contacts WHERE merged_into = ?", (contact,)
            ).fetchall()
            found = hung[0] if len(hung) == 1 else None
    if found is None:
        raise Rejected("not_merged", id=str(profile_id))
    parted, above = int(found["id"]), int(found["merged_into"])
    top = _top(tx.db, above)
    pair = (_profile_of(tx.db, above), _profile_of(tx.db, parted))
    tx.db.execute("UPDATE contacts SET merged_into = NULL WHERE id = ?", (parted,))
    left = _regroup(tx.db, top)
    gone = _regroup(tx.db, parted)
    tidy(tx, [*left, *gone])
    _touch(tx)
    return pair


def _profile_of(db: sqlite.Connection, contact: int) -> int:
    found = db.execute("SELECT id FROM profiles WHERE contact_id = ?", (contact,)).fetchone()
    return int(found[0])


def _touch(tx: Tx) -> None:
    tx.touch("people")
    tx.touch("inbox")  # a VIP's mark stands in its rows


def not_same(tx: Tx, one: int, other: int, *, now: int) -> bool:
    """Remember that two people are not the same; False where that was known.

    Raises Rejected (`same_person`, `already_merged`: they are merged; unmerge them first).
    """
    if one == other:
        raise Rejected("same_person", id=str(one))
    if group(tx.db, one) == group(tx.db, other):
        raise Rejected("already_merged", id=str(other))
    pair = (min(one, other), max(one, other))
    done = tx.db.execute("INSERT OR IGNORE INTO not_the_same VALUES (?, ?, ?)", (*pair, now))
    tx.touch("people")
    return done.rowcount > 0


def may_be_same(tx: Tx, one: int, other: int) -> bool:
    """Forget `not_same`."""
    pair = (min(one, other), max(one, other))
    done = tx.db.execute("DELETE FROM not_the_same WHERE one = ? AND other = ?", pair)
    tx.touch("people")
    return done.rowcount > 0


# what a person has one of


def put(tx: Tx, people: Sequence[int], name: str, value: Any, *, now: int) -> list[list[Any]]:
    """Set `vip`, `muted`, `stage` or `name` of people; returns what was: [[profile, value], …].

    What is set is kept with the root identity; taken away it is from all of them.
    """
    empty = KEPT[name]
    before: list[list[Any]] = []
    for who in people:
        members = group(tx.db, who)
        if value == empty:
            marks = ", ".join("?" * len(members))
            had = tx.db.execute(
                f"SELECT p.id, c.{name} FROM profiles p JOIN contacts c ON c.id = p.contact_id"
                f" WHERE p.id IN ({marks}) AND c.{name} IS NOT ?",
                (*members, empty),
            ).fetchall()
            before += [[r[0], r[1]] for r in had]
        else:
            contact = own(tx, members[0], now=now)
            old = tx.db.execute(f"SELECT {name} FROM contacts WHERE id = ?", (contact,))
            if (was := old.fetchone()[0]) != value:
                before.append([members[0], was])
    put_back(tx, name, [[profile, value] for profile, _ in before], now=now)
    return before


def put_back(tx: Tx, name: str, values: Sequence[Sequence[Any]], *, now: int) -> list[list[Any]]:
    """Set it for these identities exactly: [[profile, value], …]; returns what was."""
    before: list[list[Any]] = []
    touched = []
    for profile, value in values:
        contact = own(tx, profile, now=now)
        old = tx.db.execute(f"SELECT {name} FROM contacts WHERE id = ?", (contact,)).fetchone()[0]
        before.append([profile, old])
        tx.db.execute(f"UPDATE contacts SET {name} = ? WHERE id = ?", (value, contact))
        touched.append(contact)
    tidy(tx, touched)
    if before:
        _touch(tx)
    return before


def look(tx: Tx, profile_id: int, *, now: int) -> None:
    """Note that somebody has looked at what is new about this person, where we keep them."""
    marks = group(tx.db, profile_id)
    tx.db.execute(
        "UPDATE contacts SET looked_at = ? WHERE id IN (SELECT contact_id FROM profiles"
        " WHERE id IN (SELECT value FROM json_each(?)))",
        (now, json.dumps(marks)),
    )


# facts, tags, notes


def facts(db: sqlite.Connection, profiles: Sequence[int]) -> list[Fact]:
    """Return the facts on these identities, by name, oldest first."""
    found = db.execute(
        """SELECT f.id, p.id AS profile_id, f.name, f.value, f.source, f.at FROM json_each(?) n
           CROSS JOIN profiles p ON p.id = n.value
           CROSS JOIN contact_facts f ON f.contact_id = p.contact_id
           ORDER BY f.name COLLATE NOCASE, f.at, f.id""",
        (json.dumps(list(profiles)),),
    )
    return [Fact(*r) for r in found]


def add_fact(
    tx: Tx,
    profile_id: int,
    name: str,
    value: str,
    *,
    source: str,
    at: int,
    now: int,
    number: int | None = None,
) -> tuple[int, bool]:
    """Keep a fact; returns its id, and False where the very same was known."""
    contact = own(tx, profile_id, now=now)
    known = tx.db.execute(
        "SELECT id FROM contact_facts WHERE contact_id = ? AND name = ? COLLATE NOCASE"
        " AND value = ? AND source = ?",
        (contact, name, value, source),
    ).fetchone()
    if known is not None:
        return int(known[0]), False
    number = number or ids.new(tx.db, "contact_facts", now)
    tx.db.execute(
        "INSERT INTO contact_facts VALUES (?, ?, ?, ?, ?, ?)",
        (number, contact, name, value, source, at),
    )
    tx.touch("people")
    return number, True


def remove_fact(tx: Tx, fact_id: int) -> Fact:
    """Forget a fact; returns it. Raises Missing (`unknown_fact`)."""
    found = tx.db.execute(
        "SELECT f.id, p.id, f.name, f.value, f.source, f.at, f.contact_id FROM contact_facts f"
        " JOIN profiles p ON p.contact_id = f.contact_id WHERE f.id = ?",
        (fact_id,),
    ).fetchone()
    if found is None:
        raise Missing("unknown_fact", id=str(fact_id))
    tx.db.execute("DELETE FROM contact_facts WHERE id = ?", (fact_id,))
    tidy(tx, [found[6]])
    tx.touch("people")
    return Fact(*tuple(found)[:6])


def tags(db: sqlite.Connection, profiles: Sequence[int]) -> list[str]:
    """Return the tags on these identities."""
    found = db.execute(
        """SELECT DISTINCT t.tag FROM json_each(?) n CROSS JOIN profiles p ON p.id = n.value
           CROSS JOIN contact_tags t ON t.contact_id = p.contact_id
           ORDER BY t.tag COLLATE NOCASE""",
        (json.dumps(list(profiles)),),
    )
    return [r[0] for r in found]


def all_tags(db: sqlite.Connection) -> dict[str, int]:
    """Return every tag in use and on how many identities it stands."""
    return {
        r[0]: r[1]
        for r in db.execute("SELECT min(tag), count(*) FROM contact_tags GROUP BY tag ORDER BY tag")
    }


def tag(tx: Tx, people: Sequence[int], word: str, *, now: int) -> list[int]:
    """Put a tag on people; returns those that did not have it."""
    fresh = []
    for who in people:
        if word.casefold() in (t.casefold() for t in tags(tx.db, group(tx.db, who))):
            continue
        tx.db.execute(
            "INSERT INTO contact_tags VALUES (?, ?) ON CONFLICT DO NOTHING",
            (own(tx, who, now=now), word),
        )
        fresh.append(who)
    if fresh:
        tx.touch("people")
    return fresh


def untag(tx: Tx, people: Sequence[int], word: str, *, exactly: bool = False) -> list[int]:
    """Take a tag off people, wherever it stands; returns the identities that had it.

    `exactly` takes it off these identities alone.
    """
    had: list[int] = []
    touched = []
    for who in people:
        found = tx.db.execute(
            """SELECT p.id, p.contact_id FROM json_each(?) n CROSS JOIN profiles p ON p.id = n.value
               CROSS JOIN contact_tags t ON t.contact_id = p.contact_id AND t.tag = ?""",
            (json.dumps([who] if exactly else group(tx.db, who)), word),
        ).fetchall()
        for profile, contact in found:
            tx.db.execute(
                "DELETE FROM contact_tags WHERE contact_id = ? AND tag = ?", (contact, word)
            )
            had.append(profile)
            touched.append(contact)
    tidy(tx, touched)
    if had:
        tx.touch("people")
    return had


def tag_back(tx: Tx, profiles: Sequence[int], word: str, *, now: int) -> None:
    """Put a tag on these very identities."""
    for profile in profiles:
        tx.db.execute(
            "INSERT INTO contact_tags VALUES (?, ?) ON CONFLICT DO NOTHING",
            (own(tx, profile, now=now), word),
        )
    tx.touch("people")


def notes(db: sqlite.Connection, profiles: Sequence[int]) -> list[Note]:
    """Return the private notes on these identities, newest first."""
    found = db.execute(
        """SELECT n.id, p.id, n.text, n.author, n.made_at FROM json_each(?) j
           CROSS JOIN profiles p ON p.id = j.value
           CROSS JOIN notes n ON n.contact_id = p.contact_id ORDER BY n.id DESC""",
        (json.dumps(list(profiles)),),
    )
    return [Note(*r) for r in found]


def add_note(
    tx: Tx, profile_id: int, text: str, *, author: str, at: int, number: int | None = None
) -> int:
    """Keep a private note on a person; returns its id."""
    contact = own(tx, profile_id, now=at)
    number = number or ids.new(tx.db, "notes", at)
    tx.db.execute(
        "INSERT INTO notes (id, contact_id, text, author, made_at) VALUES (?, ?, ?, ?, ?)",
        (number, contact, text, author, at),
    )
    tx.touch("people")
    return number


def remove_note(tx: Tx, note_id: int) -> Note:
    """Drop a note on a person; returns it. Raises Missing (`unknown_note`)."""
    found = tx.db.execute(
        "SELECT n.id, p.id, n.text, n.author, n.made_at, n.contact_id FROM notes n"
        " JOIN profiles p ON p.contact_id = n.contact_id WHERE n.id = ?",
        (note_id,),
    ).fetchone()
    if found is None:
        raise Missing("unknown_note", id=str(note_id))
    tx.db.execute("DELETE FROM notes WHERE id = ?", (note_id,))
    tidy(tx, [found[5]])
    tx.touch("people")
    return Note(*tuple(found)[:5])
