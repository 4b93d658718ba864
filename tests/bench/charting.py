"""T9: from the click on Insights until its four charts of 30 days stand, on a large profile.

Floor: four empty pyqtgraph charts in a bare window, from a click until they are painted. What is
drawn with is loaded by the click on both sides, or before it on both.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cmapp.system.paths import Paths
from tests.bench import bulk
from tests.bench.table import Measure, middle
from tests.bench.window import _quit, screen
from tests.support.shared import ROOT


def measure(size: int = bulk.SIZE, *, rounds: int = 5) -> Iterator[Measure]:
    """Yield T9 with and without the imports."""
    with screen() as env, tempfile.TemporaryDirectory() as folder:
        paths = Paths(Path(folder) / "profile")
        shutil.copytree(bulk.profile(size), paths.root)
        paths.root.chmod(0o700)
        _run(env, str(paths.root), "0")  # compiled, and in the page cache
        for imported, words in (("0", "imports among it"), ("1", "imported before")):
            floors, ours = [], []
            for _ in range(rounds):
                floors.append(_run(env, "-", imported))
                ours.append(_run(env, str(paths.root), imported))
            for unit in ("wall", "cpu"):
                yield Measure(
                    "T9", f"click to four charts of 30 days painted, {words}, {unit}",
                    middle(f[unit] for f in floors), middle(f[unit] for f in ours), "ms", 1.5,
                    note=f"{size:,} interactions, median of {rounds}",
                )  # fmt: skip
        _quit(paths)


def _run(env: dict[str, str], profile: str, imported: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.board", profile, imported],
        env=env, cwd=ROOT, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    if not lines:
        raise RuntimeError(done.stderr[-2000:])
    found: dict[str, Any] = json.loads(lines[-1])
    return found
