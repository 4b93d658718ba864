"""H1: new office hours for everybody, against writing the same deadlines with nothing around it.

The subject is what a change of hours runs: `clocks.work_out`, which reads all that waits, works
each deadline out and writes those that moved, a chunk at a time. The floor writes these very
deadlines into a copy of the profile, in transactions of the same size.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from cmapp.domain import hours
from cmapp.services import clocks
from cmapp.store import office
from cmapp.store.database import Store
from cmapp.store.opening import open_writer
from cmapp.system.paths import Paths
from cmapp.system.settings import Settings
from tests.bench import data
from tests.bench.table import Measure

HOURS = {
    "zone": "Asia/Shanghai",
    "week": {d: ["09:00-12:00", "13:30-18:00"] for d in hours.WEEKDAYS[:5]},
}


@dataclass(frozen=True, slots=True)
class _Desk:
    """As much of a desk as deadlines ask for."""

    paths: Paths
    store: Store
    settings: Settings = field(default_factory=Settings)

    def now(self) -> int:
        return data.NOW


def measure(size: int = data.SIZE) -> Iterator[Measure]:
    with tempfile.TemporaryDirectory() as folder:
        paths = data.copy(size, Path(folder) / "subject")
        floor_paths = data.copy(size, Path(folder) / "floor")
        store = Store.open(paths.database)
        desk = _Desk(paths, store)
        clocks.work_out(desk)  # type: ignore[arg-type]
        before = store.read(_dues)
        store.write(lambda tx: office.put(tx, "", HOURS, now=data.NOW))
        started = time.perf_counter()
        moved = clocks.work_out(desk)  # type: ignore[arg-type]
        took = time.perf_counter() - started
        after = store.read(_dues)
        changed = [(due, n) for n, due in after.items() if before[n] != due]
        assert len(changed) == moved
        store.close()
        plain = open_writer(floor_paths.database)
        started = time.perf_counter()
        for n in range(0, len(changed), clocks.CHUNK):
            plain.execute("BEGIN IMMEDIATE")
            plain.executemany(
                "UPDATE interactions SET due_at = ? WHERE id = ?", changed[n : n + clocks.CHUNK]
            )
            plain.execute("COMMIT")
        floor = time.perf_counter() - started
        plain.close()
    note = f"{moved:,} of {len(after):,} deadlines moved among {size:,} interactions"
    yield Measure("H1", "new office hours", floor * 1e3, took * 1e3, "ms", 5.0, 3.0, note=note)


def _dues(db: office.sqlite.Connection) -> dict[int, int]:
    found = db.execute(
        "SELECT id, due_at FROM interactions WHERE state IN ('open', 'waiting') AND needs_reply = 1"
    )
    return {r[0]: r[1] for r in found}
