"""Whose profiles may be one person's: candidates from indexes, weighed by `domain.people` (CP-07).

Suggestions only: nothing is merged by itself, and what a person said is not the same stays out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cmapp.domain.people import (
    ENOUGH,
    Face,
    Likeness,
    likeness,
    links_in,
    local_name,
    plain_link,
)
from cmapp.store import contacts, sqlite
from cmapp.store.named import own_profiles

COMMON = 8
"""A name or handle that more profiles than this have tells nothing."""
# both are the expressions of an index, to the letter (profiles_by_local_name, profiles_by_page)
LOCAL_NAME = """replace(lower(substr(ltrim(handle, '@'), 1,
  instr(ltrim(handle, '@') || '@', '@') - 1)), '.bsky.social', '')"""
PAGE = """rtrim(replace(replace(replace(lower(url),
  'https://', ''), 'http://', ''), 'www.', ''), '/')"""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two profiles that may be one person's. `other` is the one that would be merged in."""

    one: Face
    other: Face
    score: float
    reasons: tuple[Likeness, ...]


def of(db: sqlite.Connection, profiles: Sequence[int], *, most: int = 5) -> list[Pair]:
    """Return who else the person with these profiles may be, the likeliest first."""
    mine = _faces(db, profiles)
    best: dict[int, Pair] = {}
    for face in mine:
        for other in _faces(db, _candidates(db, face)):
            found = _weigh(db, face, other)
            if found is None:
                continue
            root = contacts.root(db, other.id)
            if root not in best or best[root].score < found.score:
                best[root] = found
    return sorted(best.values(), key=lambda s: (-s.score, s.other.id))[:most]


def everywhere(db: sqlite.Connection, *, most: int = 50) -> list[Pair]:
    """Return the likeliest pairs of all. Walks indexes, never pair by pair."""
    pairs: set[tuple[int, int]] = set()
    for sql in _PAIRS:
        pairs |= {(min(r), max(r)) for r in map(tuple, db.execute(sql))}
    by_id = {f.id: f for f in _faces(db, {n for pair in pairs for n in pair})}
    weighed = []
    for one, other in pairs:
        if one in by_id and other in by_id:
            score, reasons = likeness(by_id[one], by_id[other])
            if score >= ENOUGH:
                weighed.append((score, one, other, reasons))
    found: list[Pair] = []
    seen: set[tuple[int, int]] = set()
    for score, one, other, reasons in sorted(weighed, key=lambda w: (-w[0], w[1:3])):
        roots = sorted((contacts.root(db, one), contacts.root(db, other)))
        key = (roots[0], roots[1])
        if key in seen or not _open(db, one, other):
            continue
        seen.add(key)
        found.append(Pair(by_id[one], by_id[other], score, tuple(reasons)))
        if len(found) == most:
            break
    return found


_PAIRS = (
    f"""WITH few (k) AS (SELECT {LOCAL_NAME} FROM profiles GROUP BY {LOCAL_NAME}
          HAVING count(*) BETWEEN 2 AND {COMMON} AND min(realm) <> max(realm))
        SELECT a.id, b.id FROM few CROSS JOIN profiles a INDEXED BY profiles_by_local_name
          ON {LOCAL_NAME.replace("handle", "a.handle")} = few.k
        CROSS JOIN profiles b INDEXED BY profiles_by_local_name
          ON {LOCAL_NAME.replace("handle", "b.handle")} = few.k
          AND b.id > a.id AND b.realm <> a.realm""",
    f"""WITH few (k) AS (SELECT {PAGE} FROM profiles WHERE url IS NOT NULL GROUP BY {PAGE}
          HAVING count(*) BETWEEN 2 AND {COMMON})
        SELECT a.id, b.id FROM few CROSS JOIN profiles a INDEXED BY profiles_by_page
          ON a.url IS NOT NULL AND {PAGE.replace("url", "a.url")} = few.k
        CROSS JOIN profiles b INDEXED BY profiles_by_page ON b.url IS NOT NULL
          AND {PAGE.replace("url", "b.url")} = few.k AND b.id > a.id""",
    f"""SELECT l.profile_id, p.id FROM profile_links l CROSS JOIN profiles p
          INDEXED BY profiles_by_page ON p.url IS NOT NULL
          AND {PAGE.replace("url", "p.url")} = l.link AND p.id <> l.profile_id""",
    """SELECT l.profile_id, p.id FROM profile_links l CROSS JOIN profiles p
         ON p.handle = ltrim(l.link, '@') COLLATE NOCASE AND p.id <> l.profile_id
         WHERE instr(substr(l.link, 2), '@') > 0 OR instr(l.link, '/') = 0""",
    f"""WITH few (k) AS (SELECT name COLLATE NOCASE AS k FROM profiles WHERE name <> ''
          GROUP BY k HAVING count(*) BETWEEN 2 AND {COMMON})
        SELECT a.id, b.id FROM few CROSS JOIN profiles a ON a.name = few.k COLLATE NOCASE
          AND a.name <> '' CROSS JOIN profiles b ON b.name = few.k COLLATE NOCASE
          AND b.name <> '' AND b.id > a.id""",
)
"""Pairs by handle, by page, by a link to a page, by a link to an address, by name."""


def _candidates(db: sqlite.Connection, face: Face) -> set[int]:
    asked: list[tuple[str, tuple[object, ...]]] = [
        (f"SELECT id FROM profiles WHERE {LOCAL_NAME} = ?", (local_name(face.handle),)),
        (
            "SELECT id FROM profiles WHERE name = ? COLLATE NOCASE AND name <> ''",
            (face.name,),
        ),
    ]
    if face.url:
        page = plain_link(face.url)
        asked.append(
            (f"SELECT id FROM profiles WHERE url IS NOT NULL AND {PAGE} = ?", (page,)),
        )
        asked.append(("SELECT profile_id FROM profile_links WHERE link = ?", (page,)))
    handle = face.handle.lstrip("@").lower()
    for link in {handle, f"@{handle}"}:
        asked.append(("SELECT profile_id FROM profile_links WHERE link = ?", (link,)))
    for link in face.links:
        if "/" in link or "." in link:
            asked.append((f"SELECT id FROM profiles WHERE url IS NOT NULL AND {PAGE} = ?", (link,)))
        asked.append(
            ("SELECT id FROM profiles WHERE handle = ? COLLATE NOCASE", (link.lstrip("@"),))
        )
    found: set[int] = set()
    for sql, values in asked:
        rows = [r[0] for r in db.execute(f"{sql} LIMIT ?", (*values, COMMON + 1))]
        if len(rows) <= COMMON:
            found.update(rows)
    return found - {face.id}


def _faces(db: sqlite.Connection, profiles: Iterable[int]) -> list[Face]:
    found = db.execute(
        """SELECT p.id, p.realm, p.handle, p.name, p.url, p.avatar, p.bio,
             (SELECT json_group_array(l.link) FROM profile_links l WHERE l.profile_id = p.id)
           FROM json_each(?) n CROSS JOIN profiles p ON p.id = n.value""",
        (json.dumps(sorted(profiles)),),
    )
    shown = []
    for row in found:
        number, realm, handle, name, url, avatar, bio, links = tuple(row)
        # what a bio points to no longer is in the table still
        pointed = links_in(bio) & set(json.loads(links))
        shown.append(Face(number, realm, handle, name, url, avatar, frozenset(pointed)))
    return shown


def _weigh(db: sqlite.Connection, one: Face, other: Face) -> Pair | None:
    score, reasons = likeness(one, other)
    if score < ENOUGH or not _open(db, one.id, other.id):
        return None
    return Pair(one, other, score, tuple(reasons))


def _open(db: sqlite.Connection, one: int, other: int) -> bool:
    """Tell whether two profiles are neither one person's already, nor said not to be, nor ours."""
    sides = contacts.group(db, one), contacts.group(db, other)
    if sides[0] == sides[1]:
        return False
    if {one, other} & set(own_profiles(db, None)):
        return False
    said = db.execute(
        """SELECT 1 FROM json_each(?1) a CROSS JOIN json_each(?2) b CROSS JOIN not_the_same n
           ON n.one = min(a.value, b.value) AND n.other = max(a.value, b.value) LIMIT 1""",
        (json.dumps(sides[0]), json.dumps(sides[1])),
    ).fetchone()
    return said is None
