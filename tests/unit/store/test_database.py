"""One writer, readers that cannot write, changes told after the commit, and a full disk."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from cmapp.domain.changes import Changes
from cmapp.store import drafts, sqlite
from cmapp.store.database import Store, Tx
from cmapp.store.migrations import SCHEMA_VERSION
from cmapp.store.opening import APPLICATION_ID, RESERVE_BYTES, StoreTrouble, reserve_path

NOW = 1_767_225_600_000


def save(store: Store, text: str) -> int:
    return store.write(lambda tx: drafts.save(tx, text, now=NOW))


def texts(store: Store) -> list[str]:
    return sorted(d.text for d in store.read(drafts.every))


# --- writing and reading ------------------------------------------------------------------------


def test_changes_are_told_once_after_the_commit(store: Store) -> None:
    seen: list[tuple[Changes, list[str]]] = []
    other = Store.reader(store.path)
    stop = store.subscribe(lambda changes: seen.append((changes, texts(other))))
    save(store, "one")
    store.write(lambda tx: None)  # touches nothing: nothing is told
    stop()
    save(store, "two")
    store.close()
    other.close()
    assert [(sorted(changes.topics), there) for changes, there in seen] == [(["drafts"], ["one"])]


def test_what_raises_leaves_nothing_behind_and_tells_nothing(store: Store) -> None:
    seen: list[Changes] = []
    store.subscribe(seen.append)

    def half(tx: Tx) -> None:
        drafts.save(tx, "half", now=NOW)
        raise LookupError("on purpose")

    with pytest.raises(LookupError):
        store.write(half)
    assert texts(store) == []
    assert seen == []
    save(store, "the writer lives")
    assert texts(store) == ["the writer lives"]


def test_a_write_inside_another_that_fails_leaves_nothing_of_itself(store: Store) -> None:
    def inner(tx: Tx) -> None:
        drafts.save(tx, "half", now=NOW)
        raise KeyError

    def outer(tx: Tx) -> None:
        drafts.save(tx, "before", now=NOW)
        with pytest.raises(KeyError):
            store.write(inner)
        store.write(lambda inside: drafts.save(inside, "after", now=NOW))

    store.write(outer)
    assert texts(store) == ["after", "before"]
    with pytest.raises(KeyError):
        store.write(lambda tx: (drafts.save(tx, "all of it", now=NOW), store.write(inner)))
    assert texts(store) == ["after", "before"]


def test_a_listener_that_fails_stops_nobody(store: Store, caplog: pytest.LogCaptureFixture) -> None:
    told: list[Changes] = []

    def broken(changes: Changes) -> None:
        raise LookupError("on purpose")

    store.subscribe(broken)
    store.subscribe(told.append)
    save(store, "one")
    store.close()
    assert len(told) == 1
    assert "a listener failed" in caplog.text


def test_a_reader_cannot_write(store: Store) -> None:
    with pytest.raises(sqlite.OperationalError, match="readonly"):
        store.read(lambda db: db.execute("DELETE FROM drafts"))
    with pytest.raises(StoreTrouble) as refused:
        Store.reader(store.path).write(lambda tx: None)
    assert refused.value.why == "read_only"


def test_a_read_sees_one_snapshot_however_much_is_written_meanwhile(store: Store) -> None:
    save(store, "one")

    def look(db: sqlite.Connection) -> tuple[int, int]:
        before = db.execute("SELECT count(*) FROM drafts").fetchone()[0]
        writing = threading.Thread(target=save, args=(store, "two"))
        writing.start()
        writing.join()
        inside = store.read(lambda same: same.execute("SELECT count(*) FROM drafts").fetchone()[0])
        assert inside == before
        return before, db.execute("SELECT count(*) FROM drafts").fetchone()[0]

    assert store.read(look) == (1, 1)
    assert texts(store) == ["one", "two"]


def test_all_writes_are_done_by_one_thread_in_the_order_they_came(store: Store) -> None:
    names: set[str] = set()
    order: list[int] = []

    def note(n: int) -> None:
        names.add(threading.current_thread().name)
        order.append(n)

    waiting = [store.submit(lambda tx, n=n: note(n)) for n in range(50)]  # type: ignore[misc]
    for one in waiting:
        one.result()
    assert names == {"store-writer"}
    assert order == list(range(50))


def test_every_commit_is_durable_and_reads_go_on_beside_it(store: Store) -> None:
    def pragmas(tx: Tx) -> tuple[str, int, int]:
        return (
            tx.db.execute("PRAGMA journal_mode").fetchone()[0],
            tx.db.execute("PRAGMA synchronous").fetchone()[0],
            tx.db.execute("PRAGMA foreign_keys").fetchone()[0],
        )

    assert store.write(pragmas) == ("wal", 2, 1)


def test_what_was_committed_survives_a_kill(tmp_path: Path) -> None:
    """Whatever the writer acknowledged is there, though nobody closed anything."""
    path = tmp_path / "cmapp.sqlite3"
    program = f"""
import os, signal
from pathlib import Path
from cmapp.store import drafts
from cmapp.store.database import Store
store = Store.open(Path({str(path)!r}))
for n in range(20):
    store.write(lambda tx: drafts.save(tx, f"draft {{n}}", now={NOW}))
    print(n, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert done.returncode == -signal.SIGKILL
    acked = {f"draft {n}" for n in done.stdout.decode().split()}
    assert len(acked) == 20
    store = Store.open(path)
    assert set(texts(store)) == acked
    store.close()


# --- opening ------------------------------------------------------------------------------------


def test_a_fresh_file_says_what_it_is(store: Store) -> None:
    version, application = store.read(
        lambda db: (
            db.execute("PRAGMA user_version").fetchone()[0],
            db.execute("PRAGMA application_id").fetchone()[0],
        )
    )
    assert (version, application) == (SCHEMA_VERSION, APPLICATION_ID)


def test_opening_again_changes_nothing(store: Store) -> None:
    def schema(db: sqlite.Connection) -> list[str]:
        return [r[0] for r in db.execute("SELECT sql FROM sqlite_master ORDER BY name")]

    before = store.read(schema)
    save(store, "one")
    store.close()
    again = Store.open(store.path)
    assert again.read(schema) == before
    assert texts(again) == ["one"]
    again.close()
    assert not (store.path.parent / "backups").exists()  # nothing was migrated, nothing copied


def test_all_tables_of_ours_are_strict(store: Store) -> None:
    loose = store.read(
        lambda db: [
            r["name"]
            for r in db.execute("PRAGMA table_list")
            if r["type"] == "table"
            and not r["strict"]
            and not r["name"].startswith(("sqlite_", "post_words", "_sqlite"))
        ]
    )
    assert loose == []


def test_a_profile_of_a_newer_version_is_refused_and_left_alone(store: Store) -> None:
    save(store, "from the future")
    store.close()
    db = sqlite.connect(str(store.path))
    db.execute("PRAGMA user_version = 99")
    db.commit()
    db.close()
    before = store.path.read_bytes()
    with pytest.raises(StoreTrouble) as refused:
        Store.open(store.path)
    assert refused.value.why == "profile_newer"
    assert refused.value.facts == {"version": 99, "known": SCHEMA_VERSION}
    assert store.path.read_bytes() == before


def test_somebody_elses_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "cmapp.sqlite3"
    db = sqlite.connect(str(path))
    db.execute("CREATE TABLE theirs (x)")
    db.execute("PRAGMA application_id = 1234")
    db.commit()
    db.close()
    with pytest.raises(StoreTrouble) as refused:
        Store.open(path)
    assert refused.value.why == "not_a_profile"
    db = sqlite.connect(str(path))
    assert [r[0] for r in db.execute("SELECT name FROM sqlite_master")] == ["theirs"]
    db.close()


def test_a_database_without_our_mark_that_has_tables_is_not_taken_for_ours(tmp_path: Path) -> None:
    """Most programs never set an application id."""
    path = tmp_path / "cmapp.sqlite3"
    db = sqlite.connect(str(path))
    db.execute("CREATE TABLE theirs (x)")
    db.commit()
    db.close()
    with pytest.raises(StoreTrouble) as refused:
        Store.open(path)
    assert refused.value.why == "not_a_profile"


@pytest.mark.parametrize("tables", [False, True])
def test_a_first_start_that_was_killed_half_way_is_taken_up_again(
    store: Store, tables: bool
) -> None:
    store.close()
    if not tables:
        store.path.unlink()
    db = sqlite.connect(str(store.path))
    db.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.execute("PRAGMA user_version = 0")
    db.commit()
    db.close()
    again = Store.open(store.path)
    save(again, "one")
    assert texts(again) == ["one"]
    assert again.read(lambda db: db.execute("PRAGMA user_version").fetchone()[0]) == SCHEMA_VERSION
    again.close()


def test_a_locked_database_is_told_as_such(store: Store) -> None:
    store.write(lambda tx: tx.db.execute("PRAGMA busy_timeout = 50"))
    db = sqlite.connect(str(store.path), isolation_level=None)
    db.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreTrouble) as refused:
        save(store, "one")
    assert refused.value.why == "database_locked"
    db.execute("ROLLBACK")
    db.close()
    save(store, "two")
    assert texts(store) == ["two"]


@pytest.mark.parametrize("damage", [b"", b"not a database at all, but long enough" * 100])
def test_a_file_that_is_no_database_is_told_and_never_deleted(
    tmp_path: Path, damage: bytes
) -> None:
    path = tmp_path / "cmapp.sqlite3"
    path.write_bytes(damage)
    if not damage:  # an empty file is what SQLite itself makes first: it becomes a profile
        Store.open(path).close()
        return
    with pytest.raises(StoreTrouble) as refused:
        Store.open(path)
    assert refused.value.why == "database_damaged"
    assert path.read_bytes() == damage


# --- the disk is full (P5) ----------------------------------------------------------------------


def test_the_reserve_file_is_laid_down(store: Store) -> None:
    assert reserve_path(store.path).stat().st_size == RESERVE_BYTES


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of four megabytes."""
    if os.name == "nt" or os.geteuid() != 0:
        pytest.skip("making a small disk needs root")
    place = tmp_path / "disk"
    place.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(place)],
        check=False,
        capture_output=True,
    )
    if made.returncode:
        pytest.skip(f"no small disk here: {made.stderr.decode().strip()}")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def fill(place: Path) -> None:
    with (place / "ballast").open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\0" * 4096)
        except OSError:
            pass


def test_on_a_full_disk_what_is_typed_is_kept_by_giving_up_the_reserve(small_disk: Path) -> None:
    store = Store.open(small_disk / "cmapp.sqlite3")
    save(store, "before")
    fill(small_disk)
    acked = [
        text for n in range(5) if save(store, text := f"typed on a full disk {n} " + "." * 4000)
    ]
    assert not reserve_path(store.path).exists()
    store.close()
    again = Store.open(store.path)
    assert set(texts(again)) == {"before", *acked}
    assert again.read(lambda db: db.execute("PRAGMA integrity_check").fetchone()[0]) == "ok"
    again.close()


def test_when_the_reserve_is_gone_too_the_error_says_so_and_nothing_is_lost(
    small_disk: Path,
) -> None:
    store = Store.open(small_disk / "cmapp.sqlite3")
    fill(small_disk)
    acked: list[str] = []
    with pytest.raises(StoreTrouble) as full:
        for n in range(10_000):
            text = f"{n} " + "." * 4000
            save(store, text)
            acked.append(text)
    assert full.value.why == "disk_full"
    assert acked
    assert texts(store) == sorted(acked)
    (small_disk / "ballast").unlink()
    save(store, "room again")
    store.close()
    again = Store.open(store.path)
    assert texts(again) == sorted([*acked, "room again"])
    assert reserve_path(store.path).exists()
    again.close()


@pytest.mark.skipif(os.name == "nt", reason="limits of this kind are a thing of Unix")
def test_a_file_that_may_not_grow_loses_nothing(tmp_path: Path) -> None:
    """As on a full disk, where no small disk can be made: the size of files is limited."""
    path = tmp_path / "cmapp.sqlite3"
    program = f"""
import resource, signal
from pathlib import Path
from cmapp.store import drafts
from cmapp.store.database import Store, StoreTrouble
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
store = Store.open(Path({str(path)!r}))
resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))
n = 0
try:
    while n < 10_000:
        store.write(lambda tx: drafts.save(tx, f"{{n}} " + "." * 4000, now={NOW}))
        n += 1
except StoreTrouble as trouble:
    print(trouble.why, n)
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert done.stdout, done.stderr.decode()
    why, acked = done.stdout.decode().split()
    assert why in ("disk_full", "disk_error")
    store = Store.open(path)
    assert len(texts(store)) == int(acked)
    store.close()
