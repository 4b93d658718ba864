"""What the doctor finds while the store is open (the rest: tests/unit/cli/test_doctor.py)."""

from __future__ import annotations

from cmapp.services import looks
from cmapp.store import sqlite
from tests.support.stage import Stage


def test_a_program_that_holds_the_file_is_told_of(stage: Stage) -> None:
    desk = stage.engine.desk
    desk.store.write(lambda tx: tx.db.execute("PRAGMA busy_timeout = 20"))
    assert list(looks.writing(desk)) == []
    other = sqlite.connect(str(stage.paths.database), isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    try:
        (found,) = looks.writing(desk)
        assert (found.code, found.severity) == ("database_locked", "trouble")
    finally:
        other.close()
    assert list(looks.writing(desk)) == []
