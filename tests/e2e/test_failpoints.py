"""Killed at any named instant, under any fault: nothing lost, sent twice or stuck (P1).

A share of the scenarios by default; CMAPP_P1=full plays them all (some 4,000), CMAPP_P1=pairs a
second kill during each recovery as well, for as long as CMAPP_P1_SECONDS says.
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
    "save<", "save>", "_keep_draft<", "_keep_draft>", "_queue<", "_queue>", "claim<", "claim>",
    "perform<", "apply<", "apply>", "perform>", "record<", "record>", "uncertain<", "uncertain>",
    "recover<", "recover>", "find<", "find>",
}  # fmt: skip
"""Compose, queue, claim, connect, the deed itself, recording, doubt, recovery, reading back."""


def played(*arguments: str) -> dict[str, Any]:
    """Play in a process without threads: it forks."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.e2e.failpoints", *arguments],
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


def test_no_kill_loses_doubles_or_strands_a_reply() -> None:
    wish = os.environ.get("CMAPP_P1")
    if wish == "full":
        summary = played()
    elif wish == "pairs":
        summary = played("--pairs", "--most", os.environ.get("CMAPP_P1_SECONDS", "3600"))
    else:
        summary = played("--share", "0.04")
        assert set(summary["instants"]) >= NAMED, NAMED - set(summary["instants"])
    assert summary["violations"] == 0, summary
    assert summary["kills"] >= 100


def test_the_harness_bites_a_control_that_sends_again_is_caught() -> None:
    summary = played("--naive", "--share", "0.01")
    assert summary["duplicates"] >= 5, summary
