"""Masking a person wherever else they are named: in what others wrote, in drafts, in JSON.

What identifies somebody is looked for: handles, ids, addresses, names that are nobody else's and
no common word, and what they wrote. Each character of it becomes a block, so that places in a text
stay where they were.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from typing import Any

from cmapp.store import answered, erased, help_words, sqlite, words
from cmapp.store.database import Tx

BLOCK = "▒"
_WIDE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LEAST_HANDLE, _LEAST_REF = 5, 10
"""A handle or id shorter than this is compared whole, never looked for inside other words."""
_START = 8
"""So many characters has the shortest text or id that is looked for inside others."""
_WHOLE = frozenset(
    "accounts erased erasures tallies visits measures watched activity_slots activity_days"
    " activity_gone activity_clock ties ties_to_us post_states item_labels days_off closed_times"
    " calendars office_hours series_made slots campaign_posts posts interactions profiles"
    " profile_changes meta switches media_tags answer_kinds outbox".split()
)
"""Tables that the walk leaves out: what has no words of anybody, and what is gone through apart."""
_FIXED = frozenset(
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
            if where in _FIXED or (where not in _SAID and _PROGRAM.fullmatch(value)):
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


def needles(db: sqlite.Connection, known: Mapping[str, bool] | None = None) -> Needles:
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
        (word.translate(_LOWER),),
    )
    return found.fetchone() is not None


def _said_by_others(db: sqlite.Connection, text: str) -> bool:
    """Tell whether somebody else wrote the very same: a phrase that tells of nobody."""
    same = db.execute(
        """SELECT 1 FROM post_words w CROSS JOIN posts p ON p.id = w.rowid
           WHERE post_words MATCH ? AND p.text = ?
             AND p.id NOT IN (SELECT id FROM temp.gone_posts)
             AND p.id NOT IN (SELECT id FROM temp.gone_answers) LIMIT 1""",
        (_beginning(words.split(text).split(" ")), text),
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


def standing(db: sqlite.Connection, found: Needles) -> dict[str, frozenset[int]]:
    """Return where in the large tables the person may be named: table → rows. Takes seconds."""
    held = {name: _holding(db, name, columns, found) for name, columns in _LARGE.items()}
    held["posts"] |= _quoting(db, found.texts)
    held["posts"] |= _quoting(db, found.words, least=2)  # in capitals that lower() does not know
    return {name: frozenset(ids) for name, ids in held.items()}


def said(db: sqlite.Connection, found: Needles) -> dict[str, bool]:
    """Return of every long text of theirs whether others said the very same."""
    own = set(found.texts)
    return {t: t not in own for query in _TEXTS for (t,) in db.execute(query) if t and _long(t)}


def scrub(
    tx: Tx,
    found: Needles,
    profiles: Sequence[int],
    *,
    now: int,
    tombstone: bool = True,
    held: Mapping[str, frozenset[int]] | None = None,
) -> int:
    """Mask the needles in every table but their own rows; returns how many rows changed.

    `held`: where in the large tables they may stand, as `standing` found before.
    """
    held = standing(tx.db, found) if held is None else held
    changed = _posts(tx, found, held["posts"], now=now, tombstone=tombstone)
    changed += _outbox(tx.db, found, now)
    changed += _deeds(tx.db, profiles)
    for table in _tables(tx.db):
        changed += _table(tx.db, table, found)
    for table, columns in _LARGE.items():
        if table != "posts":
            changed += _large(tx.db, table, columns, found, held[table])
    changed += _live(tx.db, found)
    changed += _cursors(tx.db, found)
    for table in ("replies", "articles"):
        for row in tx.db.execute(f"SELECT id FROM {table}").fetchall():
            help_words.refresh(tx.db, row[0])
    return changed


def _tables(db: sqlite.Connection) -> list[str]:
    """Return the tables to walk through: all that are plain, now and later."""
    found = db.execute(
        """SELECT t.name FROM pragma_table_list t WHERE t.schema = 'main' AND t.type = 'table'
           AND t.name NOT LIKE 'sqlite%' AND t.name NOT LIKE '\\_%' ESCAPE '\\'"""
    )
    return sorted(r[0] for r in found if r[0] not in _WHOLE and r[0] != "cursors")


def _table(db: sqlite.Connection, table: str, found: Needles) -> int:
    info = db.execute(f"PRAGMA table_info('{table}')").fetchall()
    text = (r["name"] for r in info if "TEXT" in r["type"].upper())
    columns = [name for name in text if name not in _FIXED]
    keys = [r["name"] for r in sorted(info, key=lambda r: r["pk"]) if r["pk"]]
    if not columns or not keys:
        return 0
    count = 0
    named = ", ".join(f'"{c}"' for c in (*keys, *columns))
    for row in db.execute(f'SELECT {named} FROM "{table}"').fetchall():
        values = tuple(row)
        old = values[len(keys) :]
        fresh = tuple(
            found.masked_json(v, column) if isinstance(v, str) and v else v
            for column, v in zip(columns, old, strict=True)
        )
        if fresh == old:
            continue
        count += 1
        where = " AND ".join(f'"{k}" IS ?' for k in keys)
        names = ", ".join(f'"{c}" = ?' for c in columns)
        try:
            db.execute(
                f'UPDATE "{table}" SET {names} WHERE {where}', (*fresh, *values[: len(keys)])
            )
        except sqlite.IntegrityError as trouble:
            if not str(trouble).startswith(_TWICE):
                raise
            db.execute(f'DELETE FROM "{table}" WHERE {where}', values[: len(keys)])
    return count


_TWICE = "UNIQUE constraint failed"
"""What SQLite says where two rows would be the same now that both are masked: one is enough."""
_LOWER = {n: n + 32 for n in range(ord("A"), ord("Z") + 1)}
"""As SQLite's lower() has it: of ASCII alone."""


_POST = ("text", "spans", "media", "facts", "uri", "url", "parent_ref", "root_ref")
_LARGE: dict[str, tuple[str, ...]] = {
    "posts": _POST,
    "profiles": ("bio", "url"),
    "interactions": ("remote_key", "target_ref"),
    "profile_changes": ("before", "after"),
}


def _holding(db: sqlite.Connection, table: str, columns: Sequence[str], found: Needles) -> set[int]:
    """Return the rows in which an identity stands, without reading them all into memory."""
    looked = [n.translate(_LOWER) for n in (*found.words, *_identities(found)) if len(n) >= 3]
    whole = " || char(10) || ".join(f"coalesce({c}, '')" for c in columns)
    rows: set[int] = set()
    for at in range(0, len(looked), 200):
        part = looked[at : at + 200]
        tests = " OR ".join("instr(hay, ?)" for _ in part)
        # LIMIT -1 keeps the row's words from being put together again for each test
        hay = f"SELECT id, lower({whole}) AS hay FROM {table} LIMIT -1"
        rows |= {r[0] for r in db.execute(f"SELECT id FROM ({hay}) WHERE {tests}", part)}
    return rows


def _identities(found: Needles) -> list[str]:
    """Return the refs of the person themselves: few, unlike those of what they wrote."""
    own = {ref for _, ref in found.handles}
    return [r for r in found.refs if r in own or len(found.refs) <= 200]


def _large(
    db: sqlite.Connection,
    table: str,
    columns: Sequence[str],
    found: Needles,
    held: frozenset[int],
) -> int:
    count = 0
    names = ", ".join(columns)
    gone = {"profiles": "people", "interactions": "items"}.get(table)
    own = {r[0] for r in db.execute(f"SELECT id FROM temp.gone_{gone}")} if gone else set()
    for row in sorted(held - own):
        old = db.execute(f"SELECT {names} FROM {table} WHERE id = ?", (row,)).fetchone()
        if old is None:
            continue
        fresh = [found.masked_json(v) if isinstance(v, str) else v for v in old]
        if fresh == list(old):
            continue
        count += 1
        sets = ", ".join(f"{c} = ?" for c in columns)
        try:
            db.execute(f"UPDATE {table} SET {sets} WHERE id = ?", (*fresh, row))
        except sqlite.IntegrityError:
            fresh = [f"{v}{row}" if isinstance(v, str) and BLOCK in v else v for v in fresh]
            db.execute(f"UPDATE {table} SET {sets} WHERE id = ?", (*fresh, row))
    return count


def _posts(tx: Tx, found: Needles, held: frozenset[int], *, now: int, tombstone: bool) -> int:
    """Mask what others' posts say of them; the index follows."""
    db = tx.db
    rows = held - {r[0] for r in db.execute("SELECT id FROM temp.gone_posts")}
    given = erased.salt(db, make=tombstone)
    names = ", ".join(_POST)
    marks, changed = [], []
    for row in sorted(rows):
        old = db.execute(
            f"SELECT realm, remote_id, deleted_at, {names} FROM posts WHERE id = ?", (row,)
        ).fetchone()
        if old is None:
            continue
        fresh = {n: found.masked_json(old[n]) if old[n] else old[n] for n in _POST[1:]}
        fresh["text"] = found.masked(old["text"])
        if all(fresh[n] == old[n] for n in _POST):
            continue
        if fresh["text"] != old["text"] and old["deleted_at"] is None:
            words.remove(db, [(row, old["text"])])
            words.add(db, [(row, fresh["text"])])
        sets = ", ".join(f"{n} = ?" for n in _POST)
        db.execute(f"UPDATE posts SET {sets} WHERE id = ?", (*(fresh[n] for n in _POST), row))
        changed.append(row)
        if given is not None:
            marks.append(erased.mark(given, "masked", old["realm"], old["remote_id"]))
    answered.note(db, changed)
    if given is not None:
        for realm, ref in db.execute(
            "SELECT realm, remote_id FROM posts WHERE id IN (SELECT id FROM temp.gone_answers)"
        ):
            marks.append(erased.mark(given, "masked", realm, ref))
        if tombstone:
            erased.add(db, marks, now=now)
    return len(changed)


def _quoting(db: sqlite.Connection, texts: Iterable[str], *, least: int = 1) -> set[int]:
    """Return the posts in which one of these texts may stand, by the index of words.

    `least`: texts of fewer words are left out.
    """
    rows: set[int] = set()
    for text in texts:
        tokens = words.split(text).split(" ")
        if len(tokens) < least:
            continue
        found = db.execute(
            "SELECT rowid FROM post_words WHERE post_words MATCH ?", (_beginning(tokens),)
        )
        rows |= {r[0] for r in found}
    return rows


def _beginning(tokens: Sequence[str]) -> str:
    """Return a query of the index for texts that begin so, or have it within."""
    return '"' + " ".join(tokens[:8]).replace('"', "") + '"'


def _outbox(db: sqlite.Connection, found: Needles, now: int) -> int:
    """Mask rows that name them; what would still go out so is cancelled, its draft given back."""
    count = 0
    columns = (
        "action",
        "seen",
        "news",
        "notes",
        "progress",
        "error",
        "thread",
        "url",
        "server_ref",
    )
    names = ", ".join(columns)
    for row in db.execute(f"SELECT id, state, draft_id, {names} FROM outbox").fetchall():
        old = [row[n] for n in columns]
        fresh = [found.masked_json(v) if v else v for v in old]
        if fresh == old:
            continue
        count += 1
        goes_out = fresh[0] != old[0] and row["state"] in ("ready", "review", "rejected")
        db.execute(
            f"UPDATE outbox SET {', '.join(f'{n} = ?' for n in columns)} WHERE id = ?",
            (*fresh, row["id"]),
        )
        if goes_out:
            db.execute(
                "UPDATE outbox SET state = 'cancelled', settled_at = ? WHERE id = ?",
                (now, row["id"]),
            )
            db.execute("UPDATE drafts SET state = 'draft' WHERE id = ?", (row["draft_id"],))
    return count


def _deeds(db: sqlite.Connection, profiles: Sequence[int]) -> int:
    """Let no undo bring anything of them back: our numbers of people may be given anew."""
    gone = {str(one) for one in profiles}
    gone |= {str(r[0]) for r in db.execute("SELECT id FROM temp.gone_items")}
    gone |= {str(r[0]) for r in db.execute("SELECT id FROM temp.gone_posts")}
    count = 0
    for row in db.execute("SELECT id, command, args, undo FROM deeds").fetchall():
        about = row["command"].startswith(("people.", "inbox.vip", "moderat"))
        said = set(_leaves(json.loads(row["args"]), numbers=about))
        if row["undo"]:
            said |= set(_leaves(json.loads(row["undo"]), numbers=about))
        if said & gone:
            count += 1
            db.execute("UPDATE deeds SET args = '{}', undo = NULL WHERE id = ?", (row["id"],))
    return count


def _leaves(value: Any, *, numbers: bool) -> Iterator[str]:
    if isinstance(value, dict):
        for one in value.values():
            yield from _leaves(one, numbers=numbers)
    elif isinstance(value, list):
        for one in value:
            yield from _leaves(one, numbers=numbers)
    elif isinstance(value, str | int) and not isinstance(value, bool):
        text = str(value)
        if numbers or len(text) > 12:
            yield text


def _live(db: sqlite.Connection, found: Needles) -> int:
    """Empty what they said in a live chat; their line still counts."""
    return db.execute(
        "UPDATE live_lines SET text = '', who = ? WHERE who LIKE ? AND trim(who, ?) = ''",
        (BLOCK, f"%{BLOCK}%", f"@{BLOCK}"),
    ).rowcount


def _cursors(db: sqlite.Connection, found: Needles) -> int:
    """Drop a place in a stream that is told by something of theirs: it is read anew."""
    count = 0
    for row in db.execute("SELECT account_id, stream, scope, cursor FROM cursors").fetchall():
        if (
            found.masked_json(row["cursor"]) != row["cursor"]
            or found.masked(row["scope"]) != row["scope"]
        ):
            count += 1
            db.execute(
                "DELETE FROM cursors WHERE account_id = ? AND stream = ? AND scope = ?",
                tuple(row)[:3],
            )
    return count


def indexed(db: sqlite.Connection, found: Needles) -> int:
    """Return how often one of the words still stands in an index of words, where it must not.

    An index knows no signs: who is called x7.ana@town is found by ana@town. What stands in the
    index because it stands in a row of somebody else, and is not the person's, is no finding.
    """
    count = 0
    for needle in found.words:
        fts = words.phrase(needle, whole=True)
        if not fts:
            continue
        tokens = f" {words.split(needle)} "
        for table, (source, masks) in _INDEXED.items():
            for row in db.execute(f"SELECT rowid FROM {table} WHERE {table} MATCH ?", (fts,)):
                kept = db.execute(source, (row[0],)).fetchone() if source else None
                text = kept[0] if kept is not None else ""
                theirs = masks and found.masked(text) != text
                count += theirs or tokens not in f" {words.split(text)} "
    return count


_INDEXED: dict[str, tuple[str, bool]] = {
    "post_words": ("SELECT text FROM posts WHERE id = ? AND deleted_at IS NULL", True),
    "people_words": ("SELECT name || ' ' || handle FROM profiles WHERE id = ?", False),
    "help_words": ("", True),
    "answered_words": ("SELECT text FROM posts WHERE id = ? AND deleted_at IS NULL", True),
}
"""Index → the words of a row as they are indexed, and whether the person's are masked in them."""
