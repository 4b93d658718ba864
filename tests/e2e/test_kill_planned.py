"""A planned draft with two pictures goes to two real servers, killed at random moments: once each.

A few kills in the suite; `python -m tests.e2e.planned 100` for all of them (`planned.py`).
"""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from tests.e2e.planned import main

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(3600)]

KILLS = 6
"""Unless CMAPP_KILLS says how many."""


def test_a_planned_draft_goes_out_once_on_each_server(tmp_path: Path) -> None:
    seed = int(os.environ.get("CMAPP_SEED") or random.randrange(1_000_000))
    run = main(int(os.environ.get("CMAPP_KILLS", 0)) or KILLS, seed, tmp_path)
    assert sum(run.ends.values()) == 2 * run.kills
