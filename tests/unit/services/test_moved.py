"""A database that is deleted or replaced under a running engine: nothing goes on as if it were."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable

import pytest

from cmapp.domain.errors import Trouble
from cmapp.store import backups
from cmapp.store.opening import StoreTrouble
from tests.support.stage import Stage

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="Windows lets nobody delete a file that is open"
)


def deleted(stage: Stage) -> None:
    stage.paths.database.unlink()


def moved(stage: Stage) -> None:
    stage.paths.database.rename(stage.paths.root / "elsewhere.sqlite3")


def replaced(stage: Stage) -> None:
    """Put a copy from before the row was queued in its place, by hand."""
    (copy,) = stage.paths.backups.glob("*.sqlite3")
    fresh = shutil.copyfile(copy, stage.paths.root / "fresh")
    for beside in stage.paths.root.glob("cmapp.sqlite3-*"):
        beside.unlink()
    fresh.replace(stage.paths.database)


@pytest.mark.parametrize("meanwhile", [deleted, moved, replaced])
def test_nothing_is_written_or_sent_and_the_engine_ends(
    stage: Stage, meanwhile: Callable[[Stage], None]
) -> None:
    item = stage.asked("Is it vegan?")
    backups.make(stage.paths.database, stage.paths.backups, "daily-x", kind="daily", now=1)
    stage.reply(item, "It is.")
    meanwhile(stage)
    there = stage.paths.database
    before = there.read_bytes() if there.exists() else b""
    with pytest.raises(StoreTrouble) as told:
        stage.call("drafts.save", text="typed")
    assert told.value.why == "database_missing"
    assert told.value.facts == {"path": str(there)}
    with pytest.raises(Trouble):
        stage.send()
    stage.engine.run()  # ends by itself
    assert stage.said("It is.") == []
    assert (there.read_bytes() if there.exists() else b"") == before


def test_the_next_start_after_a_replacement_sends_nothing_by_itself(stage: Stage) -> None:
    item = stage.asked("Is it vegan?")
    number = stage.call("drafts.save", text="typed early")["drafts"][0]["id"]
    row = stage.reply(item, "It is.")
    stage.engine.desk.store.between(
        lambda db: db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    )
    backups.make(stage.paths.database, stage.paths.backups, "daily-x", kind="daily", now=1)
    stage.send()
    assert len(stage.said("It is.")) == 1
    stage.call("drafts.save", id=number, text="typed late")
    replaced(stage)
    stage.restart()
    assert stage.row(row)["reason"] == "restored"
    assert "typed late" in stage.drafts()
    stage.send()
    assert len(stage.said("It is.")) == 1
