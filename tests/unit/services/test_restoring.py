"""A backup in the database's place: nothing sent twice, nothing lost, whatever is killed when."""

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
from cmapp.store import backups, drafts, outbox, placing, problems, sqlite
from cmapp.store.database import Store, Tx
from cmapp.store.opening import StoreTrouble, damage_mark
from cmapp.store.placing import Order
from cmapp.system.clock import now as wall
from cmapp.system.paths import Paths

ROOT = Path(__file__).parents[3]
MADE = 1_790_000_000_000
LATER = MADE + 3 * 86_400_000


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    """A profile's folder with an account in its database."""
    found = Paths(tmp_path / "profile").make()
    with_store(found, account)
    return found


def account(tx: Tx) -> None:
    tx.db.execute(
        "INSERT INTO accounts (id, platform, realm, remote_id, server, handle, added_at)"
        " VALUES ('a', 'mastodon', 'r', '1', 'https://x.invalid', '@a', 1)"
    )


def with_store(paths: Paths, *deeds: Callable[[Tx], Any]) -> list[Any]:
    store = Store.open(paths.database, draft_copy=paths.draft_copy)
    try:
        return [store.write(deed) for deed in deeds]
    finally:
        store.close()


def draft(text: str, at: int = MADE - 1000) -> Callable[[Tx], int]:
    return lambda tx: drafts.save(tx, text, now=at, account_id="a")


def queue(number: int, text: str, **more: Any) -> Callable[[Tx], int]:
    return lambda tx: outbox.add(
        tx, "a", Publish(text=text), now=MADE - 500, draft_id=number, **more
    )


def send(row: int, remote: str) -> Callable[[Tx], Any]:
    def deed(tx: Tx) -> Any:
        claimed = outbox.claim(tx, row, now=LATER - 1000)
        assert claimed is not None
        return outbox.sent(tx, claimed, now=LATER - 500, remote_id=remote)

    return deed


def copy_of(paths: Paths) -> str:
    backups.make(
        paths.database,
        paths.backups,
        "daily-x",
        kind="daily",
        now=MADE,
        draft_copy=paths.draft_copy,
    )
    return "daily-x"


def look(paths: Paths) -> dict[str, Any]:
    """Return drafts by text, rows by text as (state, reason), and what is told."""
    store = Store.open(paths.database, draft_copy=paths.draft_copy)
    try:
        return store.read(
            lambda db: {
                "drafts": {d.text: (d.state, d.done_at) for d in drafts.every(db)},
                "rows": {d.action.text: (d.state, d.reason) for d in outbox.every(db)},  # type: ignore[union-attr]
                "told": {p.code: p.facts for p in problems.every(db)},
            }
        )
    finally:
        store.close()


def life(paths: Paths) -> str:
    """Write, copy, and go on: what is then in the copy alone, in both, and in the present alone."""
    numbers = with_store(
        paths, draft("sent since"), draft("still queued"), draft("dropped since"),
        draft("draft of then"), draft("written, then sent"),
    )  # fmt: skip
    rows = with_store(
        paths, queue(numbers[0], "sent since"), queue(numbers[1], "still queued"),
        queue(numbers[2], "dropped since"),
    )  # fmt: skip
    name = copy_of(paths)

    def drop(tx: Tx) -> None:
        deed = outbox.by_id(tx.db, rows[2])
        assert deed is not None
        outbox.cancel(tx, deed, now=LATER - 900)
        drafts.delete(tx, numbers[2])

    with_store(paths, send(rows[0], "p1"), drop)
    (late,) = with_store(paths, queue(numbers[4], "written, then sent"))
    with_store(paths, send(late, "p2"))
    (_, newer) = with_store(paths, draft("new", LATER - 9), draft("new and queued", LATER - 9))
    with_store(paths, queue(newer, "new and queued"))
    with_store(
        paths, lambda tx: drafts.save(tx, "draft of now", now=LATER - 5, draft_id=numbers[3])
    )
    return name


WITH_PRESENT = {
    "drafts": {
        "still queued": ("queued", None),
        "dropped since": ("draft", None),
        "draft of now": ("draft", None),
        "new": ("draft", None),
        "new and queued": ("queued", None),
    },
    "rows": {
        "sent since": ("sent", None),
        "still queued": ("ready", None),
        "dropped since": ("cancelled", None),
        "written, then sent": ("sent", None),
        "new and queued": ("review", "restored"),
    },
}


def restore(paths: Paths, name: str = "daily-x", **more: Any) -> None:
    restoring.ask(paths, Order("restore", name, asked_at=LATER, **more))
    restoring.carry_out(paths, now=LATER)


def test_what_was_sent_since_stays_sent_and_what_was_written_since_comes_along(
    paths: Paths,
) -> None:
    restore(paths, life(paths))
    found = look(paths)
    assert found["drafts"] == WITH_PRESENT["drafts"]
    assert found["rows"] == WITH_PRESENT["rows"]
    assert found["told"]["restored"]["made_at"] == MADE
    assert found["told"]["restored"]["held"] == 1
    (aside,) = paths.backups.glob("replaced-*.sqlite3")
    assert {c.kind for c in backups.every(paths.backups)} == {"daily", "replaced"}
    assert not paths.order.exists() and not placing.fresh(paths).exists()
    assert not aside.with_name(aside.name + "-wal").exists()


def test_a_restore_is_taken_back_by_restoring_what_it_replaced(paths: Paths) -> None:
    before_copy = life(paths)
    before = look(paths)
    restore(paths, before_copy)
    (aside,) = (c for c in backups.every(paths.backups) if c.kind == "replaced")
    restoring.ask(paths, Order("restore", aside.name, asked_at=LATER + 5000))
    restoring.carry_out(paths, now=LATER + 5000)
    again = look(paths)
    assert set(before["drafts"]) <= set(again["drafts"])
    assert {t: s for t, (s, _) in again["rows"].items()} == {
        **{t: s for t, (s, _) in before["rows"].items()}, "new and queued": "review"
    }  # fmt: skip


def test_where_nobody_knows_what_was_sent_nothing_leaves_by_itself(paths: Paths) -> None:
    name = life(paths)
    paths.draft_copy.unlink()
    for end in ("", "-wal", "-shm", ".schema"):
        paths.database.with_name(paths.database.name + end).unlink(missing_ok=True)
    restore(paths, name)
    found = look(paths)
    assert {state for state, _ in found["rows"].values()} == {"review"}
    assert {reason for _, reason in found["rows"].values()} == {"restored"}
    store = Store.reader(paths.database)
    firsts = store.read(lambda db: [r[0] for r in db.execute("SELECT first_at FROM outbox")])
    store.close()
    assert firsts == [MADE] * 3, "each is looked for before it goes again"


def test_rescue_knows_what_the_damaged_file_knew(paths: Paths) -> None:
    life(paths)
    damage_mark(paths.database).write_text("noticed")
    restoring.ask(paths, Order("rescue", asked_at=LATER))
    restoring.carry_out(paths, now=LATER)
    found = look(paths)
    assert found["drafts"].keys() == WITH_PRESENT["drafts"].keys()
    assert found["rows"]["sent since"] == ("sent", None)
    assert found["rows"]["written, then sent"] == ("sent", None)
    assert found["rows"]["still queued"] == ("review", "restored")
    assert list(paths.root.glob("cmapp.damaged-*.sqlite3"))
    assert not damage_mark(paths.database).exists()


@pytest.mark.parametrize("what", ["rescue", "empty"])
def test_with_the_database_wiped_out_the_drafts_are_there(paths: Paths, what: Any) -> None:
    life(paths)
    shutil.rmtree(paths.backups)
    size = paths.database.stat().st_size
    paths.database.write_bytes(os.urandom(size))
    with pytest.raises(StoreTrouble):
        Store.open(paths.database)
    before = paths.database.read_bytes()
    restoring.ask(paths, Order(what, asked_at=LATER))
    restoring.carry_out(paths, now=LATER)
    found = look(paths)
    assert found["drafts"].keys() == {"still queued", "draft of now", "new", "new and queued"}
    assert found["rows"]["still queued"] == ("review", "restored")
    (aside,) = paths.root.glob("cmapp.damaged-*.sqlite3")
    assert aside.read_bytes() == before


@pytest.mark.parametrize("stands", ["nothing", "an empty file", "another's", "another's WAL"])
def test_a_database_that_is_gone_is_told_and_its_drafts_are_had(paths: Paths, stands: str) -> None:
    """An empty profile in its place would hide the drafts and the copies that are there (P7)."""
    life(paths)
    other = paths.root / "other.db"
    db = sqlite.connect(str(other), isolation_level=None)
    db.execute("PRAGMA journal_mode=WAL")
    db.execute("CREATE TABLE cookbook (x)")
    wal = other.with_name(other.name + "-wal").read_bytes()
    db.close()
    match stands:
        case "nothing":
            paths.database.unlink()
        case "an empty file":
            os.truncate(paths.database, 0)
        case "another's":
            shutil.copyfile(other, paths.database)
        case _:
            paths.database.with_name(paths.database.name + "-wal").write_bytes(wal)
    with pytest.raises(StoreTrouble) as told:
        Store.open(paths.database, draft_copy=paths.draft_copy)
    gone = stands == "nothing"
    assert told.value.why == ("database_missing" if gone else "database_damaged")
    restoring.ask(paths, Order("rescue", asked_at=LATER))
    restoring.carry_out(paths, now=LATER)
    assert look(paths)["drafts"].keys() >= WITH_PRESENT["drafts"].keys()


@pytest.mark.parametrize("what", ["restore", "rescue"])
def test_the_proofs_of_erasures_outlive_what_takes_the_database_s_place(
    paths: Paths, what: Any
) -> None:
    """What was erased, and that it was looked for, may be asked for years later (PV-02)."""
    name = life(paths)
    with_store(
        paths,
        lambda tx: tx.db.execute(
            "INSERT INTO erasures (id, state, marks, proof, at, done_at)"
            " VALUES (7, 'done', '[\"m\"]', '{\"proof\": \"p\"}', 5, 6)"
        ),
    )
    if what == "rescue":
        damage_mark(paths.database).write_text("noticed")
    restoring.ask(paths, Order(what, name, asked_at=LATER))
    restoring.carry_out(paths, now=LATER)
    db = sqlite.connect(str(paths.database))
    assert db.execute("SELECT id, proof FROM erasures").fetchall() == [(7, '{"proof": "p"}')]
    db.close()


def test_what_cannot_be_restored_changes_nothing(paths: Paths) -> None:
    name = life(paths)
    before = look(paths)
    copy = backups.by_name(paths.backups, name)
    raw = bytearray(copy.path.read_bytes())
    raw[4096 * 3 : 4096 * 40] = os.urandom(4096 * 37)
    copy.path.write_bytes(bytes(raw))
    with pytest.raises(StoreTrouble) as failed:
        restore(paths, name)
    assert failed.value.why == "restore_failed"
    assert look(paths) == before
    assert not paths.order.exists() and not placing.fresh(paths).exists()


def test_a_foreign_wal_is_never_applied(paths: Paths) -> None:
    """A -wal that lies beside the database goes away with it: SQLite would believe it."""
    name = life(paths)
    wal = paths.database.with_name(paths.database.name + "-wal")
    store = Store.open(paths.database)
    store.write(draft("in the WAL alone"))
    hot = wal.read_bytes()
    assert len(hot) > 4096
    store.close()
    restoring.ask(paths, Order("restore", name, asked_at=LATER, ready=False))
    facts = restoring._make(
        paths, Order("restore", name, asked_at=LATER), now=LATER, finish=lambda _: None
    )
    wal.write_bytes(hot)  # as a kill leaves it
    placing.ask(paths, Order("restore", name, asked_at=LATER, ready=True, facts=facts))
    restoring.carry_out(paths, now=LATER)
    assert not wal.exists()
    assert list(paths.backups.glob("replaced-*.sqlite3-wal"))
    assert look(paths)["rows"] == WITH_PRESENT["rows"]


SCRIPT = """
import sys
from pathlib import Path
from cmapp.services import restoring
from cmapp.system.paths import Paths
restoring.carry_out(Paths(Path(sys.argv[1])), now=int(sys.argv[2]))
"""
STEPS = [
    "restore.copied", "restore.made", "restore.ready", "restore.aside", "restore.aside#2",
    "restore.moved", "restore.named", "restore.done",
]  # fmt: skip


@pytest.mark.parametrize("step", STEPS)
def test_a_kill_at_any_step_is_made_good_by_the_next_start(paths: Paths, step: str) -> None:
    name = life(paths)
    restoring.ask(paths, Order("restore", name, asked_at=LATER))
    end = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(paths.root), str(LATER)],
        env={**os.environ, "CMAPP_FAILPOINT": f"{step}:kill", "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert end.returncode == -9, f"nobody came to {step}"
    engine = Engine.open(paths, offline=True, serve=False)
    engine.close()
    found = look(paths)
    assert found["drafts"] == WITH_PRESENT["drafts"]
    assert found["rows"] == WITH_PRESENT["rows"]
    assert len(list(paths.backups.glob("replaced-*.sqlite3"))) == 1
    assert not paths.order.exists() and not placing.fresh(paths).exists()


@pytest.mark.parametrize("step", STEPS)
def test_a_disk_that_fails_at_any_step_costs_nothing(paths: Paths, step: str) -> None:
    """Before anything was moved all is as it was; after that the next start goes on with it."""
    name = life(paths)
    before = look(paths)
    restoring.ask(paths, Order("restore", name, asked_at=LATER))
    end = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(paths.root), str(LATER)],
        env={**os.environ, "CMAPP_FAILPOINT": f"{step}:error", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        check=False,
    )
    assert (end.returncode == 1 and b"StoreTrouble" in end.stderr) or step == "restore.done"
    restoring.ask(paths, Order("empty", asked_at=LATER)) if paths.order.exists() else None
    engine = Engine.open(paths, offline=True, serve=False)
    engine.close()
    moved = list(paths.backups.glob("replaced-*.sqlite3"))
    if STEPS.index(step) < STEPS.index("restore.aside"):
        assert look(paths) == before and not moved
    else:
        assert look(paths)["drafts"] == WITH_PRESENT["drafts"] and len(moved) == 1
    assert not paths.order.exists() and not placing.fresh(paths).exists()


@pytest.mark.parametrize("bare", [False, True])
def test_damage_that_is_noticed_stops_the_writing(paths: Paths, *, bare: bool) -> None:
    life(paths)
    engine = Engine.open(paths, offline=True, serve=False)
    try:
        store = engine.desk.store
        with pytest.raises(StoreTrouble) as noticed:
            if bare:  # in no transaction, as VACUUM
                store.between(lambda _: broken(paths))
            store.write(lambda _: broken(paths))
        assert noticed.value.why == "database_damaged"
        with pytest.raises(StoreTrouble):
            store.write(draft("after it", wall()))
        engine.run()  # comes back by itself
    finally:
        engine.close()
    with pytest.raises(StoreTrouble) as refused:
        Engine.open(paths, offline=True, serve=False)
    assert refused.value.why == "database_damaged"


def broken(paths: Paths) -> None:
    """Read a table whose page was written over."""
    other = paths.root / "other.sqlite3"
    shutil.copyfile(next(paths.backups.glob("*.sqlite3")), other)
    with other.open("rb+") as file:
        file.seek(4096)
        file.write(b"\xff" * (other.stat().st_size - 4096))
    db = sqlite.connect(str(other))
    db.execute("SELECT * FROM drafts").fetchall()
