"""T6: storing pages of 40 as they come from a platform, against plain rows without full text.

The subject is what a pull runs: `Store.write` of `syncing.keep`, judging included, and the
cursor. The floor writes the very rows that came of it (profiles, posts, what may be answered,
interactions, cursor) into a copy of the same profile: one `executemany` per table, same indexes,
same pragmas, one transaction per page, no full text. It stands there twice: with the triggers that
keep sums of rows (roll-ups, visits, ties), and without any. They take turns page by page.
"""

from __future__ import annotations

import json
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cmapp.domain.streams import Stream
from cmapp.services import judging, syncing
from cmapp.store import cursors, sqlite
from cmapp.store.database import Store, Tx
from cmapp.store.opening import open_writer
from cmapp.system.paths import Paths
from cmapp.system.settings import Settings
from tests.bench import data
from tests.bench.table import Measure, middle

PAGE = 40
TABLES = {
    "profiles": "p.realm = :realm AND p.remote_id IN (SELECT value FROM json_each(:people))",
    "posts": "p.realm = :realm AND p.remote_id IN (SELECT value FROM json_each(:posts))",
    "post_states": """p.account_id = :account AND p.post_id IN
        (SELECT id FROM posts WHERE realm = :realm
         AND remote_id IN (SELECT value FROM json_each(:posts)))""",
    "interactions": "p.account_id = :account AND p.remote_key IN"
    " (SELECT value FROM json_each(:keys))",
}


def clocks() -> tuple[float, float]:
    """CPU of the whole process and wall, in ms."""
    return time.process_time() * 1e3, time.perf_counter() * 1e3


def measure(size: int = data.SIZE, *, pages: int = 150, rounds: int = 3) -> Iterator[Measure]:
    """Yield the ratio of CPU time and that of wall time (which holds the same fsyncs twice)."""
    note = f"{pages} pages of {PAGE} into {size:,} interactions, median of {rounds} rounds"
    for bare, words in ((True, "no triggers"), (False, "the same triggers")):
        results = [_round(size, pages, n, bare=bare) for n in range(rounds)]
        for n, unit in enumerate(("cpu", "wall")):
            yield Measure(
                "T6", f"store a page of 40, {unit} (floor: {words})",
                middle(r[0][n] for r in results) / pages,
                middle(r[1][n] for r in results) / pages, "ms", 3.0, 2.0, note=note,
            )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Desk:
    """As much of a desk as judging asks for."""

    paths: Paths
    store: Store
    settings: Settings = field(default_factory=Settings)

    def now(self) -> int:
        return data.NOW


def _round(
    size: int, pages: int, n: int, *, bare: bool
) -> tuple[tuple[float, float], tuple[float, float]]:
    with tempfile.TemporaryDirectory() as folder:
        subject_paths = data.copy(size, Path(folder) / "subject")
        floor_paths = data.copy(size, Path(folder) / "floor")
        store = Store.open(subject_paths.database)
        plain = open_writer(floor_paths.database)
        if bare:
            for (name,) in plain.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'"
                                         ).fetchall():  # fmt: skip
                plain.execute(f"DROP TRIGGER {name}")
        floor, subject = [0.0, 0.0], [0.0, 0.0]
        desk = _Desk(subject_paths, store)
        incoming = data.pages(
            pages * PAGE, start=10 * size + n, page=PAGE, since=data.NOW, span=86_400_000
        )
        for at, (account, records) in enumerate(incoming):
            mark = f"{n}-{at}"

            def keep(tx: Tx, a: Any = account, r: Any = records, m: str = mark) -> None:
                judge = judging.judge(desk, tx.db, a)  # type: ignore[arg-type]
                syncing.keep(tx, a, r, now=data.NOW, judge=judge)
                cursors.put(tx, a.id, Stream.INBOX, {"after": m}, now=data.NOW)

            before = clocks()
            store.write(keep)
            after = clocks()
            rows = store.read(lambda db, a=account, r=records: _rows(db, a, r))  # type: ignore[misc]
            started = clocks()
            _plain(plain, rows, (account.id, "inbox", "", json.dumps({"after": mark}), data.NOW))
            ended = clocks()
            for i in range(2):
                subject[i] += after[i] - before[i]
                floor[i] += ended[i] - started[i]
        plain.close()
        store.close()
    return (floor[0], floor[1]), (subject[0], subject[1])


def _rows(db: sqlite.Connection, account: Any, records: list[Any]) -> dict[str, list[Any]]:
    """The rows that a page became."""
    told = [r.post for r in records if getattr(r, "post", None)]
    told += [r for r in records if hasattr(r, "author")]
    people = {p.author.remote_id for p in told} | {
        r.actor.remote_id for r in records if hasattr(r, "actor")
    }
    values = {
        "realm": account.realm,
        "account": account.id,
        "people": json.dumps(sorted(people)),
        "posts": json.dumps(sorted({p.remote_id for p in told})),
        "keys": json.dumps([r.remote_key for r in records if hasattr(r, "remote_key")]),
    }
    return {
        table: [tuple(r) for r in db.execute(f"SELECT p.* FROM {table} p WHERE {where}", values)]
        for table, where in TABLES.items()
    }


def _plain(db: sqlite.Connection, rows: dict[str, list[Any]], cursor: tuple[Any, ...]) -> None:
    db.execute("BEGIN IMMEDIATE")
    for table, found in rows.items():
        if found:
            marks = ", ".join("?" * len(found[0]))
            db.executemany(f"INSERT INTO {table} VALUES ({marks}) ON CONFLICT DO NOTHING", found)
    db.execute("INSERT OR REPLACE INTO cursors VALUES (?, ?, ?, ?, ?)", cursor)
    db.execute("COMMIT")
