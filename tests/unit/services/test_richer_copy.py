"""A database that is poorer than the drafts' second copy: nothing typed is lost, none sent twice.

Its WAL was deleted before a kill, say: then the file alone is opened, as it was some time ago.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cmapp.domain.actions import Publish
from cmapp.services import restoring
from cmapp.services.engine import Engine
from cmapp.store import backups, backups_erased, draft_copy, drafts, outbox, problems
from cmapp.store.database import Store, Tx
from cmapp.store.placing import Order
from cmapp.system.paths import Paths

ROOT = Path(__file__).parents[3]
NOW = 1_790_000_000_000


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """A profile's folder with an account in its database."""
    return Paths(tmp_path / "profile").make()


def account(tx: Tx) -> None:
    tx.db.execute(
        "INSERT INTO accounts (id, platform, realm, remote_id, server, handle, added_at)"
        " VALUES ('a', 'mastodon', 'r', '1', 'https://x.invalid', '@a', 1)"
    )


def typed(text: str, number: int | None = None, at: int = NOW) -> Callable[[Tx], int]:
    return lambda tx: drafts.save(tx, text, now=at, draft_id=number, account_id="a")


def queued(number: int, text: str) -> Callable[[Tx], int]:
    return lambda tx: outbox.add(tx, "a", Publish(text=text), now=NOW, draft_id=number)


def sent(row: int) -> Callable[[Tx], Any]:
    def deed(tx: Tx) -> Any:
        claimed = outbox.claim(tx, row, now=NOW + 1)
        assert claimed is not None
        return outbox.sent(tx, claimed, now=NOW + 2, remote_id=str(row))

    return deed


class Killed:
    """An engine's store that is killed after its WAL was deleted."""

    def __init__(self, paths: Paths) -> None:
        self._paths = paths
        self.home = Paths(paths.root.with_name("running")).make()
        self._store = Store.open(self.home.database, draft_copy=self.home.draft_copy)
        self.do = self._store.write
        self.do(account)

    def checkpoint(self) -> None:
        self._store.between(lambda db: db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone())

    def kill(self) -> None:
        """Leave what then lies on the disk: all but the WAL."""
        for name in os.listdir(self.home.root):
            if not name.endswith(("-wal", "-shm")):
                shutil.copyfile(self.home.root / name, self._paths.root / name)
        self._store.close()


@pytest.fixture
def life(paths: Paths) -> Killed:
    return Killed(paths)


def look(paths: Paths) -> dict[str, Any]:
    engine = Engine.open(paths, offline=True, serve=False)
    try:
        engine.desk.store.copy_drafts()
        return engine.desk.store.read(
            lambda db: {
                "drafts": {d.text: d.state for d in drafts.every(db)},
                "rows": {d.action.text: (d.state, d.reason) for d in outbox.every(db)},  # type: ignore[union-attr]
                "told": {p.code: p.facts for p in problems.every(db)},
                "older": {v["text"] for d in drafts.every(db) for v in drafts.history(db, d.id)},
            }
        )
    finally:
        engine.close()


def aside(paths: Paths) -> list[Path]:
    return sorted(paths.root.glob("drafts.damaged-*"))


def test_drafts_of_a_deleted_wal_come_back_and_are_told(paths: Paths, life: Killed) -> None:
    early = life.do(typed("an early wording"))
    life.do(typed("left alone"))
    life.checkpoint()
    life.do(typed("a late wording", early, NOW + 9))
    life.do(typed("written since"))
    life.kill()
    before = paths.draft_copy.read_bytes()
    found = look(paths)
    assert set(found["drafts"]) == {"a late wording", "left alone", "written since"}
    assert "an early wording" in found["older"]  # the version stays
    assert found["told"]["restored"] == {"what": "copy", "kept": 2, "held": 0}
    (old,) = aside(paths)
    assert old.read_bytes() == before
    assert old.name in backups_erased.damaged(paths.root)  # an erasure tells of it
    assert len(draft_copy.read(paths.draft_copy).drafts) == 3
    assert look(paths) == found and aside(paths) == [old]  # once


def test_a_plan_that_was_changed_since_comes_back_too(paths: Paths, life: Killed) -> None:
    number = life.do(typed("planned"))
    life.checkpoint()
    life.do(lambda tx: drafts.change(tx, number, {"planned_at": 77}))
    life.kill()
    look(paths)
    assert draft_copy.read(paths.draft_copy).drafts[0]["planned_at"] == 77


def test_what_may_be_out_waits_for_a_person(paths: Paths, life: Killed) -> None:
    one = life.do(typed("sent since"))
    row = life.do(queued(one, "sent since"))
    life.checkpoint()
    life.do(sent(row))
    two = life.do(typed("queued since"))
    life.do(queued(two, "queued since"))
    life.do(lambda tx: drafts.set_state(tx, two, "queued"))
    life.kill()
    found = look(paths)
    assert found["rows"] == {
        "sent since": ("review", "restored"),
        "queued since": ("review", "restored"),
    }
    assert found["told"]["restored"]["held"] == 2


def test_what_the_database_says_is_out_or_discarded_stays_so(paths: Paths, life: Killed) -> None:
    one, two = life.do(typed("sent before")), life.do(typed("discarded before"))
    row = life.do(queued(one, "sent before"))
    life.do(sent(row))
    life.do(lambda tx: drafts.delete(tx, two))
    three = life.do(typed("held what the plan was"))
    life.do(lambda tx: drafts.finish(tx, three, at=NOW))
    life.checkpoint()
    life.do(typed("written since"))
    life.kill()
    found = look(paths)
    assert set(found["drafts"]) == {"written since"}
    assert found["rows"] == {"sent before": ("sent", None)}


def test_a_copy_that_is_merely_behind_brings_nothing_back(paths: Paths) -> None:
    """A kill between a commit and its line: the database knows more, and is right."""
    store = Store.open(paths.database, draft_copy=paths.draft_copy)
    store.write(account)
    gone = store.write(typed("discarded"))
    before = paths.draft_copy.read_bytes()
    store.write(lambda tx: drafts.delete(tx, gone))
    store.close()
    paths.draft_copy.write_bytes(before)
    store = Store.open(paths.database, draft_copy=paths.draft_copy)
    store.write(typed("next"))  # its line alone would let the other one seem to be there
    store.close()
    assert [d["text"] for d in draft_copy.read(paths.draft_copy).drafts] == ["next"]
    found = look(paths)
    assert set(found["drafts"]) == {"next"} and "restored" not in found["told"]
    assert aside(paths) == []


def test_a_kill_while_they_come_back_is_made_up_for(paths: Paths, life: Killed) -> None:
    life.checkpoint()
    life.do(typed("written since"))
    life.kill()
    script = (
        "import sys; from pathlib import Path; from cmapp.system.paths import Paths;"
        "from cmapp.services.engine import Engine;"
        "Engine.open(Paths(Path(sys.argv[1])), offline=True, serve=False)"
    )
    killed = subprocess.run(
        [sys.executable, "-c", script, str(paths.root)],
        env={**os.environ, "CMAPP_FAILPOINT": "take_in.added:kill", "PYTHONPATH": str(ROOT)},
        check=False,
        stderr=subprocess.DEVNULL,
    )
    assert killed.returncode != 0
    found = look(paths)
    assert set(found["drafts"]) == {"written since"}
    assert found["told"]["restored"]["what"] == "copy"
    assert len(aside(paths)) == 1


def backup(paths: Paths, of: Paths) -> str:
    backups.make(of.database, paths.backups, "daily-x", kind="daily", now=NOW)
    return "daily-x"


def test_a_restore_is_no_lost_wal(paths: Paths) -> None:
    store = Store.open(paths.database, draft_copy=paths.draft_copy)
    store.write(account)
    gone = store.write(typed("discarded since"))
    made = backup(paths, paths)
    store.write(typed("written since"))
    store.close()
    store = Store.open(paths.database)  # its line is lacking
    store.write(lambda tx: drafts.delete(tx, gone))
    store.close()
    restoring.ask(paths, Order("restore", made, asked_at=NOW))
    assert look(paths)["told"]["restored"]["what"] == "restore"
    assert aside(paths) == []


def test_a_restore_takes_along_what_a_lost_wal_had(paths: Paths, life: Killed) -> None:
    life.checkpoint()
    made = backup(paths, life.home)
    life.do(typed("written since"))
    life.kill()
    restoring.ask(paths, Order("restore", made, asked_at=NOW))
    assert set(look(paths)["drafts"]) == {"written since"}
    assert len(aside(paths)) == 1
