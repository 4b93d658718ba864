"""By what a person is found wherever they are named: handles, ids, names that are nobody else's.

Each character of what is found becomes a block, so that places in a text stay where they were.
Words of the program are no finding, whoever is called so.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any

from cmapp.store import sqlite, words

BLOCK = "▒"
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LEAST_HANDLE, _LEAST_REF = 5, 10
"""A handle or id shorter than this is compared whole, never looked for inside other words."""
_START = 8
"""So many characters has the shortest text or id that is looked for inside others."""
LOWER = {n: n + 32 for n in range(ord("A"), ord("Z") + 1)}
"""As SQLite's lower() has it: of ASCII alone."""
FIXED = frozenset(
    "account_id arm category code codes color command currency day deed desk digest direction every"
    " first_day format hash kind lang last_day list made_until metric mime network occurrence"
    " outcome realm result_day review rule scope seal segment signals stage state template"
    " visibility wall zone".split()
)
"""Columns, and members in JSON, that hold words of the program: people may be called so."""
_CALLED = frozenset("actor author handle person who".split())
"""Columns, and members in JSON, that say who somebody is: here a common name is theirs."""
_SAID = frozenset("acct alt handle label labels mentions note tag tags text title who".split())
"""Members in JSON that hold somebody's words, even where it is a single plain one."""
_PROGRAM = re.compile(r"[a-z_]+")
"""What a word of the program looks like, elsewhere in JSON."""


@dataclass(frozen=True)
class Needles:
    """By what a person is found. `handles`: (realm, folded handle or id) of the identities.

    `words`: handles and names, found as words; `refs`: ids and addresses; `texts`: what they
    wrote, and what was written about them; `common`: names that are too common to be looked for.
    """

    handles: tuple[tuple[str, str], ...] = ()
    words: tuple[str, ...] = ()
    refs: tuple[str, ...] = ()
    texts: tuple[str, ...] = ()
    common: tuple[str, ...] = ()
    within: tuple[str, ...] = ()
    """Words that stand inside somebody else's name or handle (@ana in @anabel)."""

    def and_of(self, other: Needles) -> Needles:
        """Return what finds what either of them does."""
        both = {
            f.name: tuple(sorted({*getattr(self, f.name), *getattr(other, f.name)}))
            for f in fields(self)
        }
        return Needles(**both)

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        alternatives = [
            (re.escape(w) if _WIDE.search(w) else rf"(?<![\w.]){re.escape(w)}(?!\w)")
            for w in sorted(self.words, key=len, reverse=True)
        ]
        return re.compile("|".join(alternatives), re.IGNORECASE) if alternatives else None

    @cached_property
    def _exact(self) -> frozenset[str]:
        return frozenset((*self.refs, *self.words))

    @cached_property
    def _named(self) -> frozenset[str]:
        return frozenset(self.common)

    @cached_property
    def _inside(self) -> tuple[str, ...]:
        refs = (r for r in self.refs if len(r) >= _LEAST_REF)
        return tuple(sorted({*refs, *self.texts}, key=len, reverse=True))

    @cached_property
    def _starts(self) -> frozenset[str]:
        return frozenset(one[:_START] for one in self._inside)

    def _near(self, text: str) -> bool:
        """Tell whether one of thousands may stand in a text, without trying each."""
        if len(self._inside) < 50:
            return True
        starts = self._starts
        return any(text[n : n + _START] in starts for n in range(len(text) - _START + 1))

    def masked(self, text: str, where: str = "") -> str:
        """Return a text with each finding covered, as long as it was; `where`: its column."""
        if text in self._exact or (where in _CALLED and text in self._named):
            return BLOCK * len(text)
        for needle in self._inside if self._near(text) else ():
            if needle in text:
                text = re.sub(
                    rf"(?<!\w){re.escape(needle)}(?!\w)" if needle.isascii() else re.escape(needle),
                    BLOCK * len(needle),
                    text,
                )
        if self._pattern is not None:
            text = self._pattern.sub(lambda m: BLOCK * len(m[0]), text)
        return text

    def masked_json(self, packed: str, where: str = "") -> str:
        """Return JSON (or plain text) with every string in it masked; itself where nothing is.

        Words of the program stay, whoever is called so: without them no row could be read again.
        """
        if packed[:1] not in '{["':
            return self.masked(packed, where)
        try:
            value = json.loads(packed)
        except (ValueError, RecursionError):
            return self.masked(packed, where)
        fresh = self._walked(value, where)
        return packed if fresh == value else json.dumps(fresh, ensure_ascii=False)

    def _walked(self, value: Any, where: str) -> Any:
        if isinstance(value, str):
            if where in FIXED or (where not in _SAID and _PROGRAM.fullmatch(value)):
                return value
            return self.masked_json(value) if value[:1] in "{[" else self.masked(value, where)
        if isinstance(value, list):
            return [self._walked(one, where) for one in value]
        if isinstance(value, dict):
            return {
                k if _PROGRAM.fullmatch(k) else self.masked(k): self._walked(v, k)
                for k, v in value.items()
            }
        return value

    @property
    def searched(self) -> tuple[str, ...]:
        """Everything that must not be found in any file afterwards."""
        least = [r for r in self.refs if len(r) >= _LEAST_REF]
        alone = (w for w in self.words if w not in self.within)
        return tuple(dict.fromkeys((*alone, *least, *self.texts)))


def find(db: sqlite.Connection, known: Mapping[str, bool] | None = None) -> Needles:
    """Return by what the person in `temp.gone_people` (and `gone_posts` …) is found.

    `known`: of texts, whether others said the very same (`said`).
    """
    told = known or {}
    handles: set[tuple[str, str]] = set()
    found: set[str] = set()
    refs: set[str] = set()
    names: set[str] = set()
    for row in db.execute(
        "SELECT * FROM profiles WHERE id IN (SELECT id FROM temp.gone_people)"
    ).fetchall():
        handles |= {(row["realm"], row["handle"].casefold()), (row["realm"], row["remote_id"])}
        found |= set(_handles(db, row["handle"]))
        refs |= {row["remote_id"], *_addresses(row["url"], row["avatar"])}
        names.add(row["name"])
    for field, before in db.execute(
        """SELECT field, before FROM profile_changes
           WHERE profile_id IN (SELECT id FROM temp.gone_people) AND field IN ('handle', 'name')"""
    ).fetchall():
        if field == "handle":
            found |= set(_handles(db, before))
        elif before:
            names.add(before)
    names |= {
        r[0]
        for r in db.execute(
            """SELECT name FROM contacts WHERE name <> '' AND id IN (SELECT contact_id FROM profiles
               WHERE id IN (SELECT id FROM temp.gone_people))"""
        )
    }
    texts: set[str] = set()
    for query in _TEXTS:
        texts |= {r[0] for r in db.execute(query) if r[0]}
    for row in db.execute(
        "SELECT remote_id, uri, url FROM posts WHERE id IN (SELECT id FROM temp.gone_posts)"
    ):
        refs |= {row["remote_id"], *_addresses(row["uri"], row["url"])}
    for media in db.execute(
        "SELECT media FROM posts WHERE media <> '[]' AND id IN (SELECT id FROM temp.gone_posts)"
    ):
        refs |= {
            a for m in json.loads(media[0]) for a in _addresses(m.get("url"), m.get("preview"))
        }
    for key in db.execute(
        "SELECT remote_key FROM interactions WHERE id IN (SELECT id FROM temp.gone_items)"
    ):
        refs.add(key[0])
    names.discard("")
    kept = {n for n in names if _of_one(db, n)}
    return Needles(
        tuple(sorted(handles)),
        tuple(sorted({*found, *kept})),
        tuple(sorted(r for r in refs if r)),
        tuple(
            sorted(
                t
                for t in texts
                if _long(t) and not (told[t] if t in told else _said_by_others(db, t))
            )
        ),
        tuple(sorted(names - kept)),
        tuple(w for w in sorted({*found, *kept}) if _inside_others(db, w)),
    )


_PEOPLE = "SELECT contact_id FROM profiles WHERE id IN (SELECT id FROM temp.gone_people)"
_TEXTS = (
    "SELECT text FROM posts WHERE id IN (SELECT id FROM temp.gone_posts)",
    "SELECT text FROM posts WHERE id IN (SELECT id FROM temp.gone_answers)",
    "SELECT bio FROM profiles WHERE id IN (SELECT id FROM temp.gone_people)",
    f"""SELECT text FROM notes WHERE item_id IN (SELECT id FROM temp.gone_items)
        OR contact_id IN ({_PEOPLE})""",
    f"SELECT value FROM contact_facts WHERE contact_id IN ({_PEOPLE})",
    "SELECT title FROM tasks WHERE item_id IN (SELECT id FROM temp.gone_items)",
    "SELECT text FROM corrections WHERE item_id IN (SELECT id FROM temp.gone_items)",
    """SELECT text FROM drafts WHERE item_id IN (SELECT id FROM temp.gone_items)
       OR post_id IN (SELECT id FROM temp.gone_posts)""",
    """SELECT v.text FROM draft_versions v JOIN drafts d ON d.id = v.draft_id
       WHERE d.item_id IN (SELECT id FROM temp.gone_items)
       OR d.post_id IN (SELECT id FROM temp.gone_posts)""",
    "SELECT action ->> '$.text' FROM outbox WHERE id IN (SELECT id FROM temp.gone_rows)",
    "SELECT before FROM profile_changes WHERE profile_id IN (SELECT id FROM temp.gone_people)"
    " AND field = 'bio'",
)


def _addresses(*given: str | None) -> Iterator[str]:
    for one in given:
        if one:
            yield one


def _long(text: str) -> bool:
    """Tell whether a text is long enough to be nobody else's; a row of dashes tells of nobody."""
    return (len(text) >= 16 or len(_WIDE.findall(text)) >= 8) and bool(words.split(text))


def _inside_others(db: sqlite.Connection, word: str) -> bool:
    """Tell whether a word is a part of what somebody else is called, whose name stays."""
    found = db.execute(
        """SELECT 1 FROM profiles WHERE id NOT IN (SELECT id FROM temp.gone_people)
           AND instr(lower('@' || ltrim(handle, '@') || char(10) || name), ?) LIMIT 1""",
        (word.translate(LOWER),),
    )
    return found.fetchone() is not None


def _said_by_others(db: sqlite.Connection, text: str) -> bool:
    """Tell whether somebody else wrote the very same: a phrase that tells of nobody."""
    same = db.execute(
        """SELECT 1 FROM post_words w CROSS JOIN posts p ON p.id = w.rowid
           WHERE post_words MATCH ? AND p.text = ?
             AND p.id NOT IN (SELECT id FROM temp.gone_posts)
             AND p.id NOT IN (SELECT id FROM temp.gone_answers) LIMIT 1""",
        (beginning(words.split(text).split(" ")), text),
    )
    return same.fetchone() is not None


def _handles(db: sqlite.Connection, handle: str) -> Iterator[str]:
    """Yield the ways in which a handle is written; short or shared ones with their @ alone."""
    plain = handle.lstrip("@")
    if len(plain) >= _LEAST_HANDLE:
        yield plain
    yield f"@{plain}"
    local = plain.partition("@")[0]
    others = db.execute(
        """SELECT count(*) FROM profiles WHERE id NOT IN (SELECT id FROM temp.gone_people)
           AND (handle = ?1 COLLATE NOCASE OR handle = '@' || ?1 COLLATE NOCASE
             OR handle LIKE ?2 ESCAPE '\\')""",
        (local, re.sub(r"([\\%_])", r"\\\1", local) + "@%"),
    ).fetchone()[0]
    if local != plain and not others:
        yield f"@{local}"


def _of_one(db: sqlite.Connection, name: str) -> bool:
    """Tell whether a name can mean nobody else: not shared, and no common word."""
    shared = db.execute(
        """SELECT 1 FROM profiles WHERE name = ? COLLATE NOCASE
           AND id NOT IN (SELECT id FROM temp.gone_people) LIMIT 1""",
        (name,),
    ).fetchone()
    if shared is not None:
        return False
    if _WIDE.search(name):
        return len(name) >= 3
    several = len([w for w in name.split() if len(w) > 1]) > 1 and len(name) >= 6
    return several or (len(name) >= 5 and bool(re.search(r"[\d_]", name)))


def said(db: sqlite.Connection, found: Needles) -> dict[str, bool]:
    """Return of every long text of theirs whether others said the very same."""
    own = set(found.texts)
    return {t: t not in own for query in _TEXTS for (t,) in db.execute(query) if t and _long(t)}


def beginning(tokens: Sequence[str]) -> str:
    """Return a query of the index for texts that begin so, or have it within."""
    return '"' + " ".join(tokens[:8]).replace('"', "") + '"'
