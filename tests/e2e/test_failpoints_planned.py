"""A planned post that a server holds, killed at any instant: never out twice (P1, CA-04).

A share of the scenarios by default; CMAPP_P1=full plays them all (some ten thousand).
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(36_000)]

ROOT = Path(__file__).parents[2]
NAMED = {
    "claim.mid", "claim.done", "net.sent", "net.response", "handed.mid", "handed.done",
    "back.mid", "back.done", "readback.begin", "finish.mid", "finish.done",
}  # fmt: skip
"""Claiming, handing over, writing down that it is held, asking back, looking for it, the end."""


def played(*arguments: str) -> dict[str, Any]:
    """Play in a process without threads: it forks."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.e2e.failpoints_planned", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout, done.stderr
    print(done.stdout)
    summary: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    assert "scenarios" in summary, done.stderr
    return summary


def test_no_kill_sends_a_planned_post_twice_or_loses_it() -> None:
    if os.environ.get("CMAPP_P1") == "full":
        summary = played()
    else:
        summary = played("--share", "0.001")
        assert set(summary["steps"]) >= NAMED, NAMED - set(summary["steps"])
    assert summary["violations"] == 0, summary
    assert summary["kills"] >= 40


def test_the_harness_bites_a_control_that_sends_again_is_caught() -> None:
    assert played("--naive", "--share", "0.001")["duplicates"] >= 2
