"""Killed at any step of an erasure, the next start finishes it: nothing of the person is left."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cmapp.services import leftovers
from cmapp.services.engine import Engine
from cmapp.store import erasures, rollups, sqlite
from tests.support.stage import CHEN, US, Stage

WHO = "zefanya.quarrington"
NAME = "Zefanya Quarrington-Odegard"
SAID = "My kettle from batch Zx-4471 leaks at the seam, and nobody rang me back."
NOTE = "Rang her on Tuesday, very upset about the seam of the kettle."
QUICK = ("erase.asked", "erase.masked", "erase.mid", "erase.done", "erase.purged", "erase.proved")
"""Those between which most is half done; `tests.fire.erasure --full` goes through all of them."""


@pytest.fixture(params=QUICK)
def step(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def test_what_a_kill_interrupted_is_finished_at_the_next_start(tmp_path: Path, step: str) -> None:
    stage = Stage(tmp_path / "profile")
    ours = stage.world.say(US, "Something new today.")
    said = stage.world.say(WHO, SAID, parent=ours, name=NAME)
    stage.world.say(CHEN, f"@{WHO} the same for me! {NAME} is right.", parent=said)
    stage.call("sync")
    stage.call("people.note_add", person=WHO, text=NOTE)
    stage.call("backups.make")
    root = stage.paths.root
    stage.close()
    finder = leftovers.Finder([WHO, NAME, SAID, NOTE])
    assert leftovers.scan(root, finder).hits, "there is something to find"
    run = subprocess.run(
        [
            sys.executable, "-m", "cmapp", "--profile", str(root), "--json",
            "privacy", "erase", WHO, "--yes",
        ],
        env={**os.environ, "CMAPP_FAILPOINT": f"{step}:kill"},
        capture_output=True,
        timeout=400,
    )  # fmt: skip
    assert run.returncode == -signal.SIGKILL, run.stderr.decode()
    Engine.open(stage.paths, serve=False).close()
    db = sqlite.connect(str(stage.paths.database))
    db.row_factory = sqlite.Row
    try:
        if step == "erase.asked" or db.execute("SELECT count(*) FROM erasures").fetchone()[0]:
            assert erasures.unfinished(db) == []
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert rollups.verify(db) == rollups.verify_days(db) == []
        proofs = [json.loads(r[0]) for r in db.execute("SELECT proof FROM erasures")]
        assert len(proofs) == 1 and "hash" in proofs[0]
        # a kill costs no proof: by what they were found outlives it, and then goes, too
        assert (proofs[0]["searched"], proofs[0]["found"]) == (True, 0)
    finally:
        db.close()
    assert leftovers.scan(root, finder).hits == {}
    assert list(root.glob(f"*{leftovers.LIST}*")) == []
