"""A quick share of the long runs against hostile content: P16 and P17, each with a control.

The long ones: `python -m tests.fire.content`, `.searching`, `.pictures`, `.outside`, with `--full`.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

pytestmark = [pytest.mark.e2e, pytest.mark.gui]

ROOT = Path(__file__).parents[2]


def fire(name: str, *argv: str) -> dict[str, Any]:
    seed = [] if os.environ.get("CMAPP_RANDOM") == "1" else ["--seed", "7"]
    done = subprocess.run(
        [sys.executable, "-m", f"tests.fire.{name}", *argv, *seed],
        cwd=ROOT,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=800,
    )
    assert done.returncode == 0, done.stderr[-3000:] + done.stdout
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_no_widget_lets_a_stranger_reach_a_file_or_the_network() -> None:
    found = fire("content", "--quick")
    assert found["violations"] == 0
    assert found["classes"] > 60 and found["carrying"] > 2_000


@pytest.mark.parametrize("control", ["label", "tooltip"])
def test_a_planted_sink_is_seen(control: str) -> None:
    assert fire("content", "--control", control)["violations"] > 0


def test_what_leaves_by_commands_and_files_obeys_nobody() -> None:
    found = fire("outside", "--share")
    assert found["violations"] == 0, found["told"]
    assert found["runs"] > 40
    assert found["seen"]["bare"] and found["seen"]["formula"], "a gate that is taken away is seen"


def test_no_string_breaks_a_search() -> None:
    found = fire("searching", "--strings", "400")
    assert found["violations"] == 0 and found["with_hits"] > 50


def test_raw_words_would_break_it() -> None:
    assert fire("searching", "--strings", "60", "--control", "raw")["violations"] > 0


def test_no_picture_breaks_more_than_itself() -> None:
    found = fire("pictures", "--quick")
    assert found["violations"] == 0 and found["fates"]["damaged"] > 20
