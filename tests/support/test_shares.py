"""Tests that belong together run on one worker, and those that take long begin first."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import shares

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("begin", [*shares.TOGETHER, *shares.FIRST])
def test_what_is_named_is_there(begin: str) -> None:
    path, _, function = begin.partition("::")
    assert (ROOT / path).exists()
    assert not function or f"def {function}" in (ROOT / path).read_text(encoding="utf-8")


def test_a_group_runs_on_one_worker(tmp_path: Path) -> None:
    """With the xdist and pytest of the lock: their own groups came apart without a word."""
    folder = tmp_path / "tests" / "bench"
    folder.mkdir(parents=True)
    (tmp_path / "conftest.py").write_text(
        "from tests.conftest import pytest_xdist_make_scheduler\n"
    )
    (folder / "test_it.py").write_text(
        "import os, pathlib, pytest\n"
        "@pytest.mark.parametrize('n', range(8))\n"
        "def test_it(n, worker_id):\n"
        "    pathlib.Path(os.environ['OUT'], worker_id).touch()\n"
    )
    out = tmp_path / "out"
    out.mkdir()
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n", "2", "-p", "no:cacheprovider"],
        cwd=tmp_path,
        env={"PATH": "/usr/bin:/bin", "PYTHONPATH": str(ROOT), "OUT": str(out)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout
    assert len(list(out.iterdir())) == 1
