"""The history of the schema: `schema/NNNN.sql`. One that was released is never edited.

Each is one transaction with its record (sqlite-utils `Migrations`). Before an existing file is
changed it is copied into `backups/` (`store/backups.py`), three such copies are kept. A file that a
newer program wrote is refused.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from cmapp.store import sqlite
from cmapp.store.opening import APPLICATION_ID, StoreTrouble, head, open_reader, open_writer
from cmapp.system.clock import now
from cmapp.system.later import later
from cmapp.system.paths import Paths

if TYPE_CHECKING:
    from cmapp.store import answered, backups, help_words, schema_copy, words
else:  # the window only asks which version a file has
    answered, help_words = later("cmapp.store.answered"), later("cmapp.store.help_words")
    words, backups = later("cmapp.store.words"), later("cmapp.store.backups")
    schema_copy = later("cmapp.store.schema_copy")

SCHEMA = Path(__file__).with_name("schema")
NAMES = ("the_spine", "the_desk", "the_plan", "the_figures", "the_promises")
"""What each migration brought; with its number it is its name in the file."""
SCHEMA_VERSION = len(NAMES)
"""How many migrations there are; `PRAGMA user_version` of an up-to-date file."""


def _run(db: Any, script: str) -> None:
    """Execute the statements of a script one by one, within the transaction that is open."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite.complete_statement(statement):
            db.execute(statement)
            statement = ""


def migrate(path: Path, *, aside: bool = True) -> None:
    """Bring the file up to date, making it where there is none.

    `aside`: what is to be changed is copied first. Raises StoreTrouble: `profile_newer` (facts:
    `version`, `known`), `not_a_profile`.
    """
    look_first(path)
    db = open_writer(path)
    try:
        fresh = not db.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
        if fresh:  # first of all: a kill before the tables are there leaves a file that is ours
            db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        verify(db)
        before = version(db)
        if before < SCHEMA_VERSION:
            if aside and not fresh:
                copy_aside(path, before)
            _apply(db)  # each says of which version the file is then
            db.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        words.keep_in_step(db)
        answered.keep_in_step(db)
        help_words.keep_in_step(db)
        schema_copy.keep_in_step(db, path)
    finally:
        db.close()


def look_first(path: Path) -> None:
    """Raise what `verify` raises before anything is written: not a byte of such a file changes.

    Also where a profile was: `database_missing` where there is no file any more, and
    `database_damaged` where there is an empty one or another's database: its drafts and its copies
    can be had. Opening it for writing would set its journal mode, and write a hot WAL back.
    """
    known = schema_copy.path_of(path).exists()  # it was opened whole, here, under this name
    if (found := head(path)) is None:
        if path.exists() and known:  # all of it is gone: a new one would hide that
            raise StoreTrouble("database_damaged")
        if not path.exists() and (known or _lived_in(path)):
            raise StoreTrouble("database_missing", path=str(path))
        return
    application, number = found
    if application == APPLICATION_ID and number > SCHEMA_VERSION:
        raise StoreTrouble("profile_newer", version=number, known=SCHEMA_VERSION)
    # 0: SQLite's own first page, or nobody's
    if application != APPLICATION_ID and (application != 0 or known or not _empty(path)):
        # another's WAL lies beside ours, or another's file in its place
        raise StoreTrouble("database_damaged" if known else "not_a_profile")


def _lived_in(path: Path) -> bool:
    """Tell whether there lies beside a profile's database what only its engine writes."""
    profile = Paths(path.parent)
    if path != profile.database:
        return False
    kept = profile.draft_copy
    return (kept.exists() and kept.stat().st_size > 0) or any(profile.backups.glob("*.sqlite3"))


def _empty(path: Path) -> bool:
    db = open_reader(path)
    try:
        return db.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is None
    finally:
        db.close()


def version(db: sqlite.Connection) -> int:
    """Return how many of the migrations a file has had."""
    return int(db.execute("PRAGMA user_version").fetchone()[0])


def verify(db: sqlite.Connection) -> None:
    """Raise StoreTrouble where the file is not ours to read: `profile_newer`, `not_a_profile`."""
    if version(db) > SCHEMA_VERSION:
        raise StoreTrouble("profile_newer", version=version(db), known=SCHEMA_VERSION)
    if int(db.execute("PRAGMA application_id").fetchone()[0]) != APPLICATION_ID:
        raise StoreTrouble("not_a_profile")


def _apply(db: sqlite.Connection) -> None:
    # imported here: it is needed on the day the schema changes, not at every start
    import sqlite_utils
    from sqlite_utils.migrations import Migrations

    steps = Migrations("cmapp")

    def step(number: int, name: str) -> None:
        script = (SCHEMA / f"{number:04}.sql").read_text(encoding="utf-8")

        def run(utils: Any) -> None:
            _run(utils.conn, f"{script}PRAGMA user_version = {number};\n")

        steps(name=f"m{number:04}_{name}")(run)

    for number, name in enumerate(NAMES, 1):
        step(number, name)
    db.row_factory = None
    steps.apply(sqlite_utils.Database(db))
    db.row_factory = sqlite.Row


def copy_aside(path: Path, version: int) -> None:
    """Copy the database into `backups/` before it is changed; three such copies are kept."""
    folder = path.parent / "backups"
    backups.make(
        path, folder, f"before-{version}-to-{SCHEMA_VERSION}",
        kind="before", now=now(),
    )  # fmt: skip
    for old in backups.too_many(c for c in backups.every(folder) if c.kind == "before"):
        backups.remove(old)
