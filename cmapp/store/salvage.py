"""Reading out of a damaged database what can be read, row by row. The file itself is only read.

It is copied first, with its WAL: SQLite works on the copy alone. The pages that say which tables
there are come from their second copy (`store/schema_copy.py`). A table is read forwards until a row
cannot be had, then backwards from its end, then between the two by halves.
"""

from __future__ import annotations

import contextlib
import logging
import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cmapp.store import schema_copy, sqlite
from cmapp.store.draft_copy import Kept

log = logging.getLogger(__name__)

BATCH = 2_000
PROBES = 400
"""How often reading begins anew within one table: damage here and there, not everywhere."""
DERIVED = (
    "_sqlite_migrations", "sqlite_", "tallies", "visits", "activity_slots", "activity_days",
    "activity_clock", "ties", "post_words", "people_words", "help_words", "answered_words", "meta",
    "problems", "cursors", "watched", "notices", "rules_due",
)  # fmt: skip
"""Beginnings of the names of tables that are worked out from others, or are found again."""
_MARKS = "erased"
"""Whom to keep away: `erased.json` has it, and says it again to what is restored."""


@dataclass(slots=True)
class Salvaged:
    """How many rows of each table could be read, and from which tables some could not."""

    rows: dict[str, int] = field(default_factory=dict)
    lacking: list[str] = field(default_factory=list)


def opened(path: Path, scratch: Path) -> sqlite.Connection | None:
    """Copy a damaged database into the folder `scratch` and open the copy; None if nothing helps.

    Raises OSError.
    """
    there = scratch / "damaged.sqlite3"
    wal, shm = (there.with_name(there.name + suffix) for suffix in ("-wal", "-shm"))
    size, pages = schema_copy.read(path)
    for with_pages in (True, False):
        # a WAL that is damaged itself, or another file's, may be what stands in the way
        for with_wal in (True, False):
            for old in (there, wal, shm):
                old.unlink(missing_ok=True)
            shutil.copyfile(path, there)
            source = path.with_name(path.name + "-wal")
            if with_wal and source.exists():
                shutil.copyfile(source, wal)
            if with_pages:
                schema_copy.put(there, size, pages)
            db = _readable(there)
            if db is not None:
                return db
    return None


def _readable(path: Path) -> sqlite.Connection | None:
    db = sqlite.connect(str(path), isolation_level=None)
    with contextlib.suppress(sqlite.Error, OverflowError):
        db.execute("PRAGMA writable_schema=ON")  # a view or index that is broken hides no table
        db.execute("PRAGMA cell_size_check=ON")
        if db.execute("SELECT count(*) FROM sqlite_master WHERE name = 'drafts'").fetchone()[0]:
            db.execute("SELECT 1 FROM drafts NOT INDEXED LIMIT 0").fetchall()
            return db
    db.close()
    return None


def tables(db: sqlite.Connection) -> list[str]:
    """Return the tables of a database that hold what nothing else does."""
    found = db.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    names = [str(r[0]) for r in found]
    return [n for n in names if n != _MARKS and not n.startswith(DERIVED)]


def pour(
    source: sqlite.Connection,
    target: sqlite.Connection,
    *,
    only: Sequence[str] | None = None,
    stop: Callable[[], bool] = bool,
) -> Salvaged:
    """Put all rows that can be read into `target`, over those of the same key there.

    The caller has a transaction open on `target`, with foreign keys off.
    """
    done = Salvaged()
    for table in tables(target):
        if only is not None and table not in only:
            continue
        try:
            names = _common(source, target, table)
        except sqlite.Error:
            names = []
        if not names:
            done.lacking.append(table)
            continue
        put = _Put(target, table, names)
        whole = True
        for rows, good in _read(source, table, names):
            whole = whole and good
            put.rows(rows)
            if stop():
                return done
        done.rows[table] = put.count
        if not whole:
            done.lacking.append(table)
    return done


def _common(source: sqlite.Connection, target: sqlite.Connection, table: str) -> list[str]:
    there = {row[1] for row in source.execute(f"PRAGMA table_info({table})")}
    return [r[1] for r in target.execute(f"PRAGMA table_info({table})") if r[1] in there]


def ids(db: sqlite.Connection, table: str) -> list[int]:
    """Return the ids of a table's rows, as far as they can be read."""
    with contextlib.suppress(sqlite.Error):
        rows = (row for batch, _ in _read(db, table, ["id"]) for row in batch)
        return [row[0] for row in rows if isinstance(row[0], int)]
    return []


def add_kept(db: sqlite.Connection, kept: Kept, *, later: bool = False) -> int:
    """Add what the drafts' second copy has and the database lacks; returns how many drafts.

    Of a draft that both have the one that was saved last stays. `later`: the copy is known to be
    later than the database: what became of a row or a draft there holds, but nothing is undone
    that the database says is out.
    """
    _insert(db, "accounts", kept.accounts)
    if later:
        _out(db, kept)
    _insert(db, "outbox", kept.outbox)
    saved = dict(db.execute("SELECT id, saved_at FROM drafts").fetchall())
    if later:
        done = {r[0] for r in db.execute("SELECT id FROM drafts WHERE done_at IS NOT NULL")}
        there = {r["id"]: dict(r) for r in db.execute("SELECT * FROM drafts")}
        newer = {
            r["id"] for r in kept.drafts
            if r["id"] not in done and saved.get(r["id"], -1) <= r["saved_at"]
            and there.get(r["id"]) != r
        }  # fmt: skip
    else:
        newer = {r["id"] for r in kept.drafts if saved.get(r["id"], -1) < r["saved_at"]}
    for table, key in (("draft_variants", "draft_id"), ("drafts", "id")):
        db.executemany(f"DELETE FROM {table} WHERE {key} = ?", ((n,) for n in newer))
    _insert(db, "drafts", [r for r in kept.drafts if r["id"] in newer])
    _insert(db, "draft_variants", [r for r in kept.variants if r["draft_id"] in newer])
    return len(newer)


def _out(db: sqlite.Connection, kept: Kept) -> None:
    """Let rows go that a later copy knows to be out, or to be a person's to decide."""
    over = [r["id"] for r in kept.outbox if r["state"] in ("sent", "rejected", "review")]
    db.executemany(
        "DELETE FROM outbox WHERE id = ? AND state IN ('ready', 'sending', 'uncertain')",
        ((number,) for number in over),
    )


def _insert(db: sqlite.Connection, table: str, rows: Sequence[Mapping[str, Any]]) -> None:
    known = [r[1] for r in db.execute(f"PRAGMA table_info({table})")]
    for row in rows:
        names = [name for name in known if name in row]
        with contextlib.suppress(sqlite.IntegrityError):  # a value that this schema refuses
            db.execute(
                f"INSERT OR IGNORE INTO {table} ({', '.join(names)})"
                f" VALUES ({', '.join('?' * len(names))})",
                [row[name] for name in names],
            )


def mend(db: sqlite.Connection) -> int:
    """Take out what points at rows that were lost, or its pointer where it may have none.

    Returns how many pointers there were. Has the indexes of words made anew at the next opening.
    """
    mended = 0
    for _ in range(10):  # what goes may have been pointed at, too
        broken = {(row[0], row[3]) for row in db.execute("PRAGMA foreign_key_check")}
        for table, number in broken:
            mended += _mend(db, table, number)
        if not broken:
            break
    db.execute("DELETE FROM meta WHERE name IN ('words', 'answered_words', 'help_words')")
    return mended


def _mend(db: sqlite.Connection, table: str, number: int) -> int:
    keys = [r for r in db.execute(f"PRAGMA foreign_key_list({table})") if r[0] == number]
    _, _, parent, column, target, _, on_delete, _ = keys[0]
    needed = {r[1]: r[3] or r[5] for r in db.execute(f"PRAGMA table_info({table})")}
    lost = (
        f"{column} IS NOT NULL AND NOT EXISTS (SELECT 1 FROM {parent} p"
        f" WHERE p.{target or 'id'} = {table}.{column})"
    )
    if not needed[column] and on_delete != "CASCADE":
        return db.execute(f"UPDATE {table} SET {column} = NULL WHERE {lost}").rowcount
    return db.execute(f"DELETE FROM {table} WHERE {lost}").rowcount


class _Put:
    """Puts rows into a table, one by one where a batch is refused."""

    def __init__(self, db: sqlite.Connection, table: str, names: Sequence[str]) -> None:
        keys = [r[1] for r in db.execute(f"PRAGMA table_info({table})") if r[5]]
        rest = [name for name in names if name not in keys]
        over = "DO NOTHING"
        if keys and rest and set(keys) <= set(names):
            differs = " OR ".join(f"{table}.{n} IS NOT excluded.{n}" for n in rest)
            sets = ", ".join(f"{n} = excluded.{n}" for n in rest)
            over = f"({', '.join(keys)}) DO UPDATE SET {sets} WHERE {differs}"
        self._into = (
            f"INSERT INTO {table} ({', '.join(names)})"
            f" VALUES ({', '.join('?' * len(names))}) ON CONFLICT {over}"
        )
        self._db = db
        self.count = 0

    def rows(self, rows: Sequence[tuple[object, ...]]) -> None:
        """Put rows; one that the table refuses is left out."""
        db = self._db
        db.execute("SAVEPOINT poured")
        try:
            db.executemany(self._into, rows)
            self.count += len(rows)
        except sqlite.Error:
            db.execute("ROLLBACK TO poured")
            for row in rows:
                with contextlib.suppress(sqlite.Error):  # a value that damage made
                    db.execute(self._into, row)
                    self.count += 1
        db.execute("RELEASE poured")


Row = tuple[object, ...]
Batch = tuple[list[Row], bool]


def _read(db: sqlite.Connection, table: str, names: Sequence[str]) -> Iterator[Batch]:
    """Yield (rows, whether none was missed until now)."""
    columns = ", ".join(names)
    plain = db.row_factory
    db.row_factory = None
    try:
        if _has_rowid(db, table):
            yield from _by_rowid(db, table, columns)
        else:
            yield from _both_ways(db, table, columns)
    finally:
        db.row_factory = plain


def _has_rowid(db: sqlite.Connection, table: str) -> bool:
    found = db.execute("SELECT sql FROM sqlite_master WHERE name = ?", (table,)).fetchone()
    return "WITHOUT ROWID" not in str(found[0]).upper()


def _both_ways(db: sqlite.Connection, table: str, columns: str) -> Iterator[Batch]:
    """Read a table that is its own index from its beginning, then from its end."""
    keys = [r[1] for r in db.execute(f"PRAGMA table_info({table})") if r[5]]
    for way in ("ASC", "DESC"):
        order = ", ".join(f"{key} {way}" for key in keys)
        rows: list[Row] = []
        for row in _until_it_breaks(db, f"SELECT {columns} FROM {table} ORDER BY {order}"):
            if row is None:
                yield rows, way == "ASC"
                return
            rows.append(row)
            if len(rows) >= BATCH:
                yield rows, way == "ASC"
                rows = []
        yield rows, False


def _by_rowid(db: sqlite.Connection, table: str, columns: str) -> Iterator[Batch]:
    """Read a table by the numbers of its rows, around what is damaged."""
    spans, probes, good = [(-(2**63), 2**63 - 1)], 0, True
    while spans and probes < PROBES:
        low, high = spans.pop()
        probes += 1
        edges = [low - 1, high + 1]
        for way in (0, 1):
            ended = False
            rows: list[Row] = []
            query = (
                f"SELECT rowid, {columns} FROM {table} NOT INDEXED"
                f" WHERE rowid BETWEEN ? AND ? ORDER BY rowid {('ASC', 'DESC')[way]}"
            )
            for row in _until_it_breaks(
                db, query, (low, high) if way == 0 else (edges[0] + 1, high)
            ):
                if row is None:
                    ended = True
                    break
                if isinstance(row[0], int):
                    edges[way] = row[0]
                rows.append(row[1:])
                if len(rows) >= BATCH:
                    yield rows, good
                    rows = []
            good = good and ended
            yield rows, good
            if ended or edges[0] >= high:
                break
        else:
            first, last = edges[0] + 1, edges[1] - 1
            middle = (first + last) // 2
            if first < last:
                spans += [s for s in ((first, middle), (middle + 1, last)) if s[0] <= s[1]]
                spans.sort(key=lambda span: span[1] - span[0])  # the widest is next


def _until_it_breaks(
    db: sqlite.Connection, query: str, args: tuple[int, ...] = ()
) -> Iterator[Row | None]:
    """Yield rows until one cannot be read; None at last where that was the end of them."""
    try:
        cursor = db.execute(query, args)
    except (sqlite.Error, OverflowError):
        return
    try:
        while True:
            try:
                row = cursor.fetchone()
            except (sqlite.Error, OverflowError, ValueError):
                return
            yield row
            if row is None:
                return
    finally:
        cursor.close()
