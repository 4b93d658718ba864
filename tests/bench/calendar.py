"""C1: how much later a calendar with 5,000 plans in a year opens than an empty one; its frames."""

from __future__ import annotations

import json
import math
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cmapp.store.database import Store
from cmapp.system.paths import Paths
from tests.bench import data, plans
from tests.bench.table import Measure, quantile
from tests.bench.window import FRAME, _quit, screen
from tests.support.shared import ROOT

POSTS, DAYS = 5_000, 365
LATER = 50.0
"""Milliseconds by which it may open later: three frames."""
SIZE = 2_000
"""Interactions in the profile: the calendar reads none, and the copy is quick."""


def measure(_size: int = SIZE, *, rounds: int = 5) -> Iterator[Measure]:
    """Yield the opening (wall and processor time of the window's thread) and the frames."""
    with screen() as env, tempfile.TemporaryDirectory() as folder:
        empty = data.copy(SIZE, Path(folder) / "empty")
        full = data.copy(SIZE, Path(folder) / "full")
        store = Store.open(full.database)
        accounts = store.read(lambda db: [r[0] for r in db.execute("SELECT id FROM accounts")])
        first = round(time.time() * 1000) - DAYS // 2 * plans.DAY
        plans.fill(store, accounts, first=first, count=POSTS, days=DAYS)
        store.close()
        for paths in (empty, full):
            _run(env, paths)  # compiled, and in the page cache now
        floors, ours = [], []
        for _ in range(rounds):
            floors.append(_run(env, empty))
            ours.append(_run(env, full))
        frames = _run(env, full, "scroll")["frames"]
        for paths in (empty, full):
            _quit(paths)
    note = f"{POSTS:,} plans in {DAYS} days, least of {rounds} first openings"
    for unit in ("wall", "cpu"):
        # the least of the rounds: what else runs on the machine can only add
        floor, found = min(f[unit] for f in floors), min(f[unit] for f in ours)
        yield Measure(
            "C1", f"calendar opened, read and painted, {unit}; floor: an empty one", floor, found,
            "ms", math.inf, at_most=floor + LATER, note=note,
        )  # fmt: skip
    for name, each in frames.items():
        yield Measure(
            "C1", f"{name}: processor time of a frame, p95", FRAME, quantile(each, 0.95),
            "ms", 0.8, 0.5, note=note,
        )  # fmt: skip


def _run(env: dict[str, str], paths: Paths, *args: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.planned", str(paths.root), *args],
        env=env, cwd=ROOT, check=True, capture_output=True, text=True, timeout=300,
    )  # fmt: skip
    told: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    if "error" in told:
        raise RuntimeError(told["error"])
    return told
