"""Killed at any named step, or at any instant, under any fault: nothing lost, doubled or stuck.

Shares of `tests.fire.sending` (P1) and `tests.fire.random_kills` (P2); `--full` there is the rest.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.fire.sending import SENDING

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(3600)]

ROOT = Path(__file__).parents[2]


def played(module: str, *arguments: str) -> dict[str, Any]:
    """Play in a process without threads: it forks."""
    done = subprocess.run(
        [sys.executable, "-m", f"tests.fire.{module}", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout, done.stderr
    print(done.stdout)
    summary: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    assert "runs" in summary, done.stderr
    return summary


def test_no_kill_at_a_named_step_loses_doubles_or_strands_a_post() -> None:
    summary = played("sending", "--quick")
    assert summary["violations"] == 0, summary
    assert summary["kills"] >= 100
    assert set(summary["steps"]) >= set(SENDING), summary["not_killed_at"]


def test_the_harness_bites_a_control_that_sends_again_is_caught() -> None:
    assert played("sending", "--naive", "--quick", "--runs", "40")["duplicates"] >= 5


def test_no_kill_at_a_random_instant_loses_or_doubles_anything() -> None:
    seed = os.environ.get("CMAPP_SEED") or str(random.randrange(1_000_000))
    summary = played("random_kills", "--kills", "100", "--seed", seed)
    assert summary["violations"] == 0, summary
    assert summary["told"]["saves"] >= 50 and summary["told"]["posts"] >= 5, summary


def test_no_kill_of_the_real_engine_loses_or_doubles_what_a_client_was_told() -> None:
    seed = os.environ.get("CMAPP_SEED") or str(random.randrange(1_000_000))
    summary = played("random_kills", "--real", "8", "--seed", seed)
    assert summary["violations"] == 0, summary
    assert summary["told"]["saves"] >= 3, summary
