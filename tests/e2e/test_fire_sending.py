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


PINNED = (
    "key / ok / claim.mid",
    "key / very_late / net.sent",
    "key / refuse / ",
    "key / throttle / failed.mid",
    "key, promised only / apply_drop / ",
    "key, promised only / hidden / ",
    "key, twins / hidden / claim.done",
    "key, twins / one_each / ",
    "key, two rows / ok / claim.done",
    "key, two steps / upload_busy / progress.done",
    "key, backlog / ok / page.mid#3",
    "key, backlog / ok / page.done#2",
    "no key / ok / net.response",
    "no key / ok / queue.mid",
    "no key / apply_drop / finish.mid",
    "no key / ok / claim.done, recover.mid",
    "no key / ok / draft.done !",
    "chosen id / very_late / net.sent",
    "chosen id, two steps / upload_forgot / net.mid",
    "demo, no key / late / readback.begin",
)
"""Scenarios of their own, each of which a mistake that somebody could make turns red."""


@pytest.fixture(scope="module")
def pinned(request: pytest.FixtureRequest) -> dict[str, str]:
    """Play those that are to run in one process; returns what is wrong with which."""
    tests = [one for one in request.session.items if isinstance(one, pytest.Function)]
    chosen = [str(one.callspec.params["one"]) for one in tests if "pinned" in one.fixturenames]
    asked = [part for one in chosen for part in ("--one", one)]
    done = subprocess.run(
        [sys.executable, "-m", "tests.fire.sending", *asked],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert found and found[-1].get("runs") == len(chosen), done.stderr
    return {chosen[one["number"]]: one["wrong"] for one in found[:-1]}


@pytest.mark.parametrize("one", PINNED)
def test_a_kill_here_comes_out_right(one: str, pinned: dict[str, str]) -> None:
    assert one not in pinned, pinned[one]


def test_no_kill_at_a_named_step_loses_doubles_or_strands_a_post() -> None:
    summary = played("sending", "--quick", "--runs", "200")
    assert summary["violations"] == 0, summary
    assert summary["kills"] >= 100
    assert len(summary["not_killed_at"]) <= 2, summary["not_killed_at"]


def test_the_harness_bites_a_control_that_sends_again_is_caught() -> None:
    assert played("sending", "--naive", "--quick", "--runs", "40")["duplicates"] >= 5


def test_no_kill_at_a_random_instant_loses_or_doubles_anything() -> None:
    seed = os.environ.get("CMAPP_SEED") or str(random.randrange(1_000_000))
    summary = played("random_kills", "--kills", "100", "--seed", seed)
    assert summary["violations"] == 0, summary
    assert summary["told"]["saves"] >= 50 and summary["told"]["posts"] >= 5, summary


def test_no_kill_of_the_real_engine_loses_or_doubles_what_a_client_was_told() -> None:
    seed = os.environ.get("CMAPP_SEED") or str(random.randrange(1_000_000))
    summary = played("random_kills", "--real", "5", "--seed", seed)
    assert summary["violations"] == 0, summary
    assert summary["told"]["saves"] >= 3, summary
