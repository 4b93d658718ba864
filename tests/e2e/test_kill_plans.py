"""A table that comes in, and series that are made, killed with SIGKILL: all or nothing, and once.

Each run is the real program as a process, killed after a while that is drawn by lot.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cmapp.services.engine import Engine
from cmapp.store import drafts
from cmapp.system.paths import profile
from tests.support.stage import US, Stage

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(900)]

ROOT = Path(__file__).parents[2]
ROWS = 300
KILLS = 6
"""Of each, unless CMAPP_KILLS says how many."""


def killed(folder: Path, *argv: str, after: float) -> bool:
    """Run a command and kill it; tell whether it was still at work."""
    run = subprocess.Popen(
        [sys.executable, "-m", "cmapp", "--profile", str(folder), "--offline", *argv],
        cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        run.wait(after)
    except subprocess.TimeoutExpired:
        run.kill()
        run.wait()
        return True
    return False


def planned(folder: Path) -> list[drafts.Draft]:
    """Return what is planned, as the next start of the program finds it."""
    engine = Engine.open(profile(folder), serve=False, offline=True)
    try:
        assert engine.call("doctor")["integrity"]
        return engine.desk.store.read(lambda db: drafts.planned(db, 0, 1 << 50))
    finally:
        engine.close()


def full_run(folder: Path, *argv: str) -> float:
    """Return how many seconds a command takes that nobody kills."""
    begun = time.monotonic()
    assert not killed(folder, *argv, after=300)
    return time.monotonic() - begun


def test_a_table_comes_in_whole_or_not_at_all(tmp_path: Path) -> None:
    folder, table = tmp_path / "profile", tmp_path / "plans.csv"
    Stage(folder, accounts=1).close()
    lines = [f"no. {n},2036-12-{n % 28 + 1:02},{n % 24:02}:00,UTC,{US}" for n in range(ROWS)]
    table.write_text("\n".join(["text,date,time,zone,accounts", *lines]))
    took = full_run(folder, "calendar", "import", str(table))
    whole, dice, cut = ROWS, random.Random(3), 0
    assert len(planned(folder)) == whole
    for _ in range(int(os.environ.get("CMAPP_KILLS", KILLS))):
        cut += killed(folder, "calendar", "import", str(table), after=took * dice.uniform(0.3, 1))
        found = planned(folder)
        assert len(found) in (whole, whole + ROWS)
        assert {d.state for d in found} == {"queued"}  # each with its rows, none without
        whole = len(found)
    print(f"{cut} runs were cut off, {whole // ROWS} tables came in")


def test_each_time_of_a_series_is_made_once(tmp_path: Path) -> None:
    folder = tmp_path / "profile"
    stage = Stage(folder, accounts=1)
    today = stage.call("calendar.list")["first"]
    stage.close()
    save = (
        "calendar", "series", "save", "Tips", "--rule", "FREQ=DAILY", "--at", f"{today}T23:59",
        "--zone", "Pacific/Pago_Pago", "--count", "300", "--text", "Tip", "--account",
        stage.accounts[0],
    )  # fmt: skip
    took = full_run(folder, *save)
    dice, cut = random.Random(4), 0
    for _ in range(int(os.environ.get("CMAPP_KILLS", KILLS))):
        cut += killed(folder, *save, after=took * dice.uniform(0.4, 1))
        found = planned(folder)
        pairs = [(d.series_id, d.occurrence) for d in found]
        assert len(pairs) == len(set(pairs))
        per = {s: sum(1 for one, _ in pairs if one == s) for s, _ in pairs}
        assert set(per.values()) <= {60, 61, 62}, (
            per
        )  # a series has all of its days, or is not there
    print(f"{cut} runs were cut off, {len(per)} series were made")
