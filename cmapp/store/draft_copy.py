"""The second copy of the drafts: `drafts.copy`, beside the database and readable without it.

Whatever a commit did to a draft (or to an account) is written there before the commit is
answered: the draft with its wordings and the rows that were made of it, a line with a checksum
each. Earlier versions of a draft lie in the database and its backups alone. Triggers of the
writing connection, which the file knows nothing of, tell which drafts were touched. Each commit
that touches some has a number, in the database and in its lines: a copy with a higher number than
the database is what a lost WAL, or an older file in the database's place, did not take along.
"""

from __future__ import annotations

import contextlib
import json
import logging
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cmapp.store import sqlite
from cmapp.system import failpoint, line_file
from cmapp.system.line_file import LineFile

log = logging.getLogger(__name__)
Row = dict[str, Any]

NUMBER = "draft_copy"
"""The row of `meta` that counts the commits which touched a draft."""
_TAIL = 4_096
"""Bytes at the end of a copy in which its last number is looked for first."""
SPARE = 4_000_000
"""Bytes that the file may have beyond twice what it needs, before it is written anew."""
_ACCOUNT = "platform, server, realm, remote_id, handle, name, url, state, facts"
"""Columns of an account whose change is worth a line: not when it is next looked at."""
_WATCH = f"""
CREATE TEMP TABLE IF NOT EXISTS touched (what TEXT, id, PRIMARY KEY (what, id)) WITHOUT ROWID;
CREATE TEMP TRIGGER draft_copy_1 AFTER INSERT ON drafts BEGIN
  INSERT OR IGNORE INTO touched VALUES ('draft', new.id); END;
CREATE TEMP TRIGGER draft_copy_2 AFTER UPDATE ON drafts BEGIN
  INSERT OR IGNORE INTO touched VALUES ('draft', new.id); END;
CREATE TEMP TRIGGER draft_copy_3 AFTER DELETE ON drafts BEGIN
  INSERT OR IGNORE INTO touched VALUES ('draft', old.id); END;
CREATE TEMP TRIGGER draft_copy_4 AFTER INSERT ON draft_variants BEGIN
  INSERT OR IGNORE INTO touched VALUES ('draft', new.draft_id); END;
CREATE TEMP TRIGGER draft_copy_5 AFTER DELETE ON draft_variants BEGIN
  INSERT OR IGNORE INTO touched VALUES ('draft', old.draft_id); END;
CREATE TEMP TRIGGER draft_copy_6 AFTER UPDATE ON draft_variants BEGIN
  INSERT OR IGNORE INTO touched VALUES ('draft', new.draft_id); END;
CREATE TEMP TRIGGER draft_copy_7 AFTER INSERT ON accounts BEGIN
  INSERT OR IGNORE INTO touched VALUES ('account', new.id); END;
CREATE TEMP TRIGGER draft_copy_8 AFTER UPDATE OF {_ACCOUNT} ON accounts BEGIN
  INSERT OR IGNORE INTO touched VALUES ('account', new.id); END;
CREATE TEMP TRIGGER draft_copy_9 AFTER DELETE ON accounts BEGIN
  INSERT OR IGNORE INTO touched VALUES ('account', old.id); END;
"""


@dataclass(frozen=True, slots=True)
class Kept:
    """What the copy holds: table → rows, as the database had them. Nothing of what is done."""

    accounts: list[Row] = field(default_factory=list)
    drafts: list[Row] = field(default_factory=list)
    variants: list[Row] = field(default_factory=list)
    outbox: list[Row] = field(default_factory=list)


class DraftCopy:
    """Written by the store's writer thread alone."""

    def __init__(self, path: Path) -> None:
        """Open nothing yet; `path` is `drafts.copy`."""
        self._file = LineFile(path)
        self._size = self._needed = 0
        self._behind = False

    def watch(self, db: sqlite.Connection) -> None:
        """Have the writing connection note which drafts it touches."""
        db.executescript(_WATCH)
        with contextlib.suppress(OSError):  # a kill came before its line: that commit is not in it
            self._behind = last_number(self._file.path) != number_of(db)

    def count(self, db: sqlite.Connection) -> None:
        """Give the commit that is about to be made its number, if it touched a draft."""
        if db.execute("SELECT 1 FROM touched LIMIT 1").fetchone() is not None:
            put_number(db, number_of(db) + 1)

    def follow(self, db: sqlite.Connection) -> None:
        """Write down what the last commit touched. A full disk is no reason to fail a save."""
        try:
            touched = db.execute("SELECT what, id FROM touched").fetchall()
            if not touched:
                return
            db.execute("DELETE FROM touched")
            if self._behind:
                self.write_anew(db)
                return
            failpoint.reached("draft_copy.behind")
            drafts = [row[1] for row in touched if row[0] == "draft"]
            accounts = [row[1] for row in touched if row[0] == "account"]
            lines = (*_accounts(db, accounts), *_drafts(db, drafts))
            self._size = self._file.append(_numbered(db, lines))
            failpoint.reached("draft_copy.done")
            if self._size > 2 * self._needed + SPARE:
                self.write_anew(db)
        except (OSError, sqlite.Error) as problem:  # the commit itself has been done
            self._behind = True
            log.warning("the drafts' second copy is behind: %s", problem)

    def write_anew(self, db: sqlite.Connection) -> None:
        """Write the whole file from the database. Raises OSError."""
        self._behind = True
        self._needed = self._size = self._file.replace(_numbered(db, _whole(db)))
        self._behind = False

    def keep_in_step(self, db: sqlite.Connection) -> bool:
        """Write the file anew where it does not say what the database does; tells whether it did.

        It does not after a kill between a commit and its line, and in a profile of before.
        """
        try:
            there = read(self._file.path)
            if there == unpacked(_whole(db)):
                return False
            self.write_anew(db)
        except OSError as problem:
            log.warning("the drafts' second copy is behind: %s", problem.strerror)
            return False
        return True


def number_of(db: sqlite.Connection) -> int:
    """Return the number of the last commit of a database that touched a draft; 0 for none."""
    found = db.execute("SELECT value FROM meta WHERE name = ?", (NUMBER,)).fetchone()
    return 0 if found is None else int(found[0])


def put_number(db: sqlite.Connection, number: int) -> None:
    """Have the database count on from this number."""
    db.execute("INSERT OR REPLACE INTO meta VALUES (?, ?)", (NUMBER, str(number)))


def last_number(path: Path) -> int:
    """Return the number of the last commit that a copy has; 0 for none. Raises OSError."""
    try:
        with path.open("rb") as file:
            file.seek(max(0, path.stat().st_size - _TAIL))
            raw = file.read()
    except FileNotFoundError:
        return 0
    return _last(line_file.lines(raw)) or _last(LineFile(path).read())


def _last(found: Iterable[Row]) -> int:
    numbers = (line.get("number") for line in found)
    return max((one for one in numbers if isinstance(one, int)), default=0)


def _numbered(db: sqlite.Connection, found: Iterable[Row]) -> Iterator[Row]:
    """Yield the number before the lines, where a crash leaves it, and after them, to be found."""
    number = {"number": number_of(db)}
    yield number
    yield from found
    yield number


def read(path: Path) -> Kept:
    """Return what a copy holds, as far as its lines are whole. Raises OSError."""
    return unpacked(LineFile(path).read())


def unpacked(lines: Iterable[Row]) -> Kept:
    """Return what lines say in the end, by id."""
    accounts: dict[str, Row] = {}
    drafts: dict[int, Row] = {}
    for line in lines:
        match line:
            case {"account": str(number), "row": dict(row)}:
                accounts[number] = row
            case {"account": str(number)}:
                accounts.pop(number, None)
            case {"draft": int(number), "rows": {"drafts": [dict(), *_]} as rows}:
                drafts[number] = rows
            case {"draft": int(number)}:
                drafts.pop(number, None)
    found = [drafts[number] for number in sorted(drafts)]
    return Kept(
        [accounts[number] for number in sorted(accounts)],
        [row for rows in found for row in rows["drafts"]],
        [row for rows in found for row in rows.get("draft_variants", ())],
        [row for rows in found for row in rows.get("outbox", ())],
    )


def _whole(db: sqlite.Connection) -> Iterator[Row]:
    yield from _accounts(db, [row[0] for row in db.execute("SELECT id FROM accounts")])
    yield from _drafts(
        db,
        [row[0] for row in db.execute("SELECT id FROM drafts WHERE done_at IS NULL ORDER BY id")],
    )


def _accounts(db: sqlite.Connection, numbers: Sequence[str]) -> Iterator[Row]:
    for number in numbers:
        row = db.execute(
            f"SELECT id, {_ACCOUNT}, avatar, capabilities, added_at FROM accounts WHERE id = ?",
            (number,),
        ).fetchone()
        yield {"account": number, "row": None if row is None else dict(row)}


def _drafts(db: sqlite.Connection, numbers: Sequence[int]) -> Iterator[Row]:
    """Yield a line for each draft; one that is done, or gone, has no rows."""
    packed = json.dumps(list(numbers))
    tables = {
        "drafts": "SELECT *, id AS of FROM drafts WHERE done_at IS NULL"
        " AND id IN (SELECT value FROM json_each(?))",
        "draft_variants": "SELECT *, draft_id AS of FROM draft_variants"
        " WHERE draft_id IN (SELECT value FROM json_each(?)) ORDER BY draft_id, position",
        "outbox": "SELECT *, draft_id AS of FROM outbox"
        " WHERE draft_id IN (SELECT value FROM json_each(?)) AND state <> 'cancelled' ORDER BY id",
    }
    found: dict[int, dict[str, list[Row]]] = {}
    for table, query in tables.items():
        for got in db.execute(query, (packed,)):
            row = dict(got)
            found.setdefault(row.pop("of"), {}).setdefault(table, []).append(row)
    for number in numbers:
        rows = found.get(number, {})
        yield {"draft": number, **({"rows": rows} if "drafts" in rows else {})}
