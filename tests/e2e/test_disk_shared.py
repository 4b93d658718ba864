"""Who may write a profile: one connection, on a disk that can be written, of a file that is ours.

P6 (read-only, a second instance, a lock of somebody else), P14 (a newer profile, files that are
none), and the rule about SQLite: there is one writing connection, whichever processes run.
"""

from __future__ import annotations

import ast
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from cmapp.cli.main import run as run_cli
from cmapp.services.engine import Engine, EngineBusy
from cmapp.store import opening
from cmapp.store.database import Store
from cmapp.store.migrations import SCHEMA_VERSION
from cmapp.store.opening import StoreTrouble
from cmapp.system import disks
from cmapp.system.paths import Paths
from tests.conftest import unavailable
from tests.fire import life, read_only

pytestmark = [pytest.mark.e2e]
ROOT = Path(__file__).parents[2]
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="needs /proc")


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shared") / "profile"
    life.fill(folder)
    return folder


@pytest.fixture
def paths(filled: Path, tmp_path: Path) -> Paths:
    shutil.copytree(filled, tmp_path / "profile")
    return Paths(tmp_path / "profile")


def cmapp(paths: Paths, *words: str, way: Sequence[str] = ()) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [
            *way,
            sys.executable,
            "-m",
            "cmapp",
            "--offline",
            "--json",
            "--profile",
            str(paths.root),
            *words,
        ],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def told(running: subprocess.Popen[bytes]) -> dict[str, Any]:
    out, err = running.communicate(timeout=400)
    assert b"Traceback" not in err, err.decode()
    found: dict[str, Any] = json.loads(out)
    return found


def writers(database: Path, *running: subprocess.Popen[bytes]) -> set[int]:
    """Those of the processes (and this one) that have the database file open for writing."""
    found = set()
    for one in (Path(f"/proc/{pid}") for pid in (os.getpid(), *(r.pid for r in running))):
        try:
            for fd in (one / "fd").iterdir():
                if os.readlink(fd) == str(database):
                    flags = (one / "fdinfo" / fd.name).read_text().split("flags:")[1].split()[0]
                    if int(flags, 8) & os.O_ACCMODE != os.O_RDONLY:
                        found.add(int(one.name))
        except OSError:
            continue  # it ended
    return found


# --- the one writing connection -----------------------------------------------------------------


def test_only_the_store_opens_connections_and_only_its_writer_writes() -> None:
    """Whoever adds a connection has to say here why it does no harm."""
    made: set[str] = set()
    for path in (ROOT / "cmapp").rglob("*.py"):
        text = path.read_text("utf-8")
        if "open_writer" not in text and ".connect(" not in text:
            continue
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.Call):
                name = ast.unparse(node.func).rpartition(".")[2]
                if name == "open_writer" or ast.unparse(node.func).endswith("sqlite.connect"):
                    made.add(path.relative_to(ROOT / "cmapp").as_posix())
    assert made == {
        "store/opening.py",
        "store/database.py",  # the writer's, for as long as the store is open
        "store/migrations.py",  # before it, closed when it begins
        "store/placing.py",  # a copy that takes the place of the file, while no store is open
        "store/salvage.py",  # a copy of a damaged file, in a folder of its own
        "store/backups.py",  # mode=ro, of a copy
        "store/backups_erased.py",  # of a copy of a backup, which then takes its place
    }


@LINUX
def test_there_is_one_writing_process_however_many_run(paths: Paths) -> None:
    engine = cmapp(paths, "engine")
    seen: list[set[int]] = []
    try:
        until = time.monotonic() + 60
        while not paths.engine.exists():
            assert engine.poll() is None and time.monotonic() < until
            seen.append(writers(paths.database, engine))
        reader = Store.reader(paths.database)
        reader.read(lambda db: db.execute("SELECT count(*) FROM posts").fetchone())
        commands = [cmapp(paths, "drafts", "new", "--text", f"beside {n}") for n in range(3)]
        while any(c.poll() is None for c in commands):
            seen.append(writers(paths.database, engine, *commands))
            time.sleep(0.01)
        assert all("error" not in told(c) for c in commands)
        reader.close()
        assert writers(paths.database, engine) == {engine.pid}
    finally:
        engine.terminate()
        engine.communicate(timeout=60)
    assert {frozenset(one) for one in seen} <= {frozenset(), frozenset({engine.pid})}


def test_a_second_engine_is_refused_before_it_opens_the_file(paths: Paths) -> None:
    one = Engine.open(paths, offline=True, serve=False)
    try:
        with pytest.raises(EngineBusy):
            Engine.open(paths, offline=True, serve=False)
        if sys.platform == "linux":
            open_now = [os.readlink(fd) for fd in Path("/proc/self/fd").iterdir() if fd.exists()]
            assert open_now.count(str(paths.database)) <= 2  # the writer, and a reader at rest
    finally:
        one.close()


def test_a_reader_never_writes_the_wal_back(paths: Paths, tmp_path: Path) -> None:
    """A reader that goes last leaves the WAL of a killed writer as it is."""
    script = f"""
import os, signal
from pathlib import Path
from cmapp.store import drafts
from cmapp.store.database import Store
store = Store.open(Path({str(paths.database)!r}))
store.write(lambda tx: drafts.save(tx, "in the WAL", now=1))
os.kill(os.getpid(), signal.SIGKILL)
"""
    subprocess.run([sys.executable, "-c", script], cwd=ROOT, check=False)
    wal = paths.database.with_name(paths.database.name + "-wal")
    before = wal.read_bytes(), paths.database.read_bytes()
    assert before[0]
    reader = Store.reader(paths.database)
    texts = reader.read(lambda db: [r[0] for r in db.execute("SELECT text FROM drafts")])
    half = tmp_path / "copy.sqlite3"  # as backups are made: on a reading connection
    db = opening.open_reader(paths.database)
    db.execute("VACUUM INTO ?", (str(half),))
    db.close()
    reader.close()
    assert texts == ["in the WAL"]
    assert (wal.read_bytes(), paths.database.read_bytes()) == before
    copied = sqlite3.connect(half).execute("SELECT text FROM drafts").fetchall()
    assert copied == [("in the WAL",)]


def test_the_last_to_go_leaves_one_file(paths: Paths) -> None:
    engine = Engine.open(paths, offline=True, serve=False)
    engine.call("inbox.list")
    engine.call("drafts.save", text="kept")
    engine.close()
    assert sorted(p.name for p in paths.root.glob("cmapp.sqlite3-*")) == []


# --- somebody else --------------------------------------------------------------------------------


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    """Wait for a lock for a fifth of a second instead of ten seconds."""
    real = opening.open_writer

    def writer(path: Path) -> Any:
        db = real(path)
        db.execute("PRAGMA busy_timeout = 200")
        return db

    monkeypatch.setattr("cmapp.store.database.open_writer", writer)
    monkeypatch.setattr("cmapp.store.migrations.open_writer", writer)


@pytest.fixture(params=["IMMEDIATE", "EXCLUSIVE"])
def alien(request: pytest.FixtureRequest, paths: Paths) -> Iterator[subprocess.Popen[bytes]]:
    """Another program that holds the database."""
    script = (
        "import sqlite3, sys\n"
        "db = sqlite3.connect(sys.argv[1], isolation_level=None)\n"
        f"db.execute('BEGIN {request.param}')\n"
        "print('held', flush=True)\n"
        "sys.stdin.read()\n"
    )
    holding = subprocess.Popen(
        [sys.executable, "-c", script, str(paths.database)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert holding.stdout is not None and holding.stdout.readline() == b"held\n"
    yield holding
    holding.communicate(timeout=120)


@pytest.mark.usefixtures("impatient")
def test_a_lock_of_another_program_stops_writing_and_not_reading(
    paths: Paths, alien: subprocess.Popen[bytes]
) -> None:
    engine = Engine.open(paths, offline=True, serve=False)
    try:
        assert len(engine.call("inbox.list", state="all", limit=99)["items"]) == life.ITEMS
        with pytest.raises(StoreTrouble) as refused:
            engine.call("drafts.save", text="typed meanwhile")
        assert refused.value.why == "database_locked"
        alien.communicate(timeout=30)  # it lets go
        engine.call("drafts.save", text="typed meanwhile")
        assert [d["text"] for d in engine.call("drafts.list")["drafts"]] == ["typed meanwhile"]
    finally:
        engine.close()


def test_beside_a_lock_of_another_program_one_is_told_soon(
    paths: Paths, alien: subprocess.Popen[bytes]
) -> None:
    """The lock is waited for once, not by each write of a start and then by the command's own."""
    began = time.monotonic()
    engine = Engine.open(paths, offline=True, serve=False)
    try:
        for _ in range(3):
            with pytest.raises(StoreTrouble) as refused:
                engine.call("drafts.save", text="typed meanwhile")
            assert refused.value.why == "database_locked"
        took = time.monotonic() - began
        assert "database_locked" in {f["code"] for f in engine.call("doctor")["findings"]}
    finally:
        engine.close()
    alien.communicate(timeout=120)  # it lets go: what this machine takes for the work itself
    began = time.monotonic()
    engine = Engine.open(paths, offline=True, serve=False)
    for _ in range(3):
        engine.call("drafts.save", text="typed meanwhile")
    floor = time.monotonic() - began
    engine.close()
    assert took - 2 * floor < 4 * opening.PATIENCE


# --- a file that is not there, or that is not ours to open ----------------------------------------


def without_roots_rights(paths: Paths, *words: str) -> dict[str, Any]:
    """Run a command as somebody for whom the rights of files hold: root reads everything."""
    way: tuple[str, ...] = ()
    if os.geteuid() == 0:
        if shutil.which("setpriv") is None:
            unavailable("setpriv is not here: root may open everything")
        way = ("setpriv", "--bounding-set=-dac_override,-dac_read_search", "--inh-caps=-all")
    return told(cmapp(paths, *words, way=way))


@LINUX
@pytest.mark.parametrize("rights", [0o000, 0o200, 0o400])
def test_a_database_that_may_not_be_opened_is_told_as_such(paths: Paths, rights: int) -> None:
    os.chmod(paths.database, rights)
    before = read_only.hashes(paths.root)
    found = without_roots_rights(paths, "inbox", "--state", "all")
    sure = {f["code"] for f in without_roots_rights(paths, "doctor")["findings"]}
    if rights == 0o400:
        assert len(found["items"]) == life.ITEMS
        refused = without_roots_rights(paths, "drafts", "new", "--text", "typed")
        assert refused["error"]["code"] == "read_only"
        assert "read_only" in sure
    else:
        assert found["error"]["code"] == "database_unreadable"
        assert "database_unreadable" in sure and "read_only" not in sure
    after = read_only.hashes(paths.root)
    assert after["cmapp.sqlite3"] == before["cmapp.sqlite3"]


@pytest.mark.parametrize("left", ["schema", "copy", "backup", "link"])
def test_a_database_that_is_gone_is_told_and_no_empty_one_put_in_its_place(
    paths: Paths, left: str
) -> None:
    engine = Engine.open(paths, offline=True, serve=False)
    engine.call("drafts.save", text="typed before")
    engine.call("backups.make")
    engine.close()
    paths.database.unlink()
    schema = paths.root / "cmapp.sqlite3.schema"
    match left:
        case "schema":
            shutil.rmtree(paths.backups)
            paths.draft_copy.unlink()
        case "copy":
            shutil.rmtree(paths.backups)
            schema.unlink()
        case "backup":
            paths.draft_copy.unlink()
            schema.unlink()
        case _:
            paths.database.symlink_to(paths.root / "not there" / "x.sqlite3")
    assert told(cmapp(paths, "drafts", "list"))["error"]["code"] == "database_missing"
    assert not paths.database.exists()
    if left != "schema":
        assert "error" not in told(cmapp(paths, "backup", "rescue"))
        drafts = told(cmapp(paths, "drafts", "list"))["drafts"]
        assert "typed before" in [d["text"] for d in drafts]


@LINUX
@pytest.mark.parametrize("name", ["cmapp.sqlite3", "settings.json", "drafts.copy"])
def test_nobody_waits_for_a_pipe_in_place_of_a_file(paths: Paths, name: str) -> None:
    (paths.root / name).unlink(missing_ok=True)
    os.mkfifo(paths.root / name)
    error = told(cmapp(paths, "drafts", "new", "--text", "typed"))["error"]
    assert error["code"] == "profile_unusable" and name in error["facts"]["why"]
    assert told(cmapp(paths, "doctor"))["state"] == "trouble"


def test_an_engine_that_was_killed_stands_in_nobodys_way(paths: Paths) -> None:
    engine = cmapp(paths, "engine")
    until = time.monotonic() + 60
    while not paths.engine.exists():
        assert engine.poll() is None and time.monotonic() < until
    engine.send_signal(signal.SIGKILL)
    engine.communicate(timeout=30)
    assert paths.lock.exists() and paths.engine.exists()  # what it left
    began = time.monotonic()
    again = Engine.open(paths, offline=True, serve=False)
    assert time.monotonic() - began < 5
    again.call("drafts.save", text="on")
    again.close()


def test_half_files_of_a_process_with_this_number_stand_in_nobodys_way(paths: Paths) -> None:
    """In a container the same number comes again and again."""
    import threading

    for name in (paths.settings.name, paths.engine.name):
        stale = paths.root / f".{name}.{os.getpid()}.{threading.get_ident()}"
        stale.write_text("half of")
    engine = Engine.open(paths, offline=True)
    try:
        assert engine.call("settings.set", undo_seconds=7)["undo_seconds"] == 7
    finally:
        engine.close()


# --- a disk that can only be read -----------------------------------------------------------------


def test_on_a_read_only_disk_one_reads_searches_and_draws(paths: Paths) -> None:
    if sys.platform != "linux":
        unavailable("namespaces are a thing of Linux")
    done = read_only.enter([str(paths.root)])
    if done.returncode in (1, 3) and not done.stdout:
        unavailable(f"nothing can be mounted here: {done.stderr.decode().strip()}")
    found = json.loads(done.stdout)
    writing = {"done 1", "drafts new --text typed", "sync", "undo"}
    for words, (status, code, size, traceback) in found["commands"].items():
        assert not traceback, words
        if words in writing:
            assert (status, code) == (1, "read_only"), words
        else:
            assert (status, code) == (0, "") and size > 10, (words, status, code)
    assert found["changed"] == []


# --- a file that is not for us (P14) --------------------------------------------------------------


def test_a_newer_profile_is_refused_and_not_a_byte_of_it_changes(
    paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    """Killed in the middle of its work, too: its WAL is not written back."""
    script = f"""
import os, signal, sqlite3
db = sqlite3.connect({str(paths.database)!r}, isolation_level=None)
db.execute("PRAGMA user_version = 99")
db.execute("CREATE TABLE of_the_future (x)")
os.kill(os.getpid(), signal.SIGKILL)
"""
    subprocess.run([sys.executable, "-c", script], check=False)
    (paths.root / "cmapp.sqlite3-shm").unlink()  # as in a copy of the folder
    before = read_only.hashes(paths.root)
    assert "cmapp.sqlite3-wal" in before
    with pytest.raises(StoreTrouble) as refused:
        Store.open(paths.database)
    assert (refused.value.why, refused.value.facts["version"]) == ("profile_newer", 99)
    for words in (["inbox"], ["outbox", "send"], ["drafts", "new", "--text", "x"]):
        argv = ["--json", "--profile", str(paths.root), *words]
        assert run_cli(argv, window=lambda *_, **__: 0) == 1
        assert json.loads(capsys.readouterr().out)["error"]["code"] == "profile_newer"
    after = read_only.hashes(paths.root)
    new = {"cmapp.sqlite3-shm", "engine.lock"}  # memory that readers share, and the lock
    assert {n: h for n, h in after.items() if n not in new} == {
        n: h for n, h in before.items() if n not in new
    }


def test_what_is_in_a_newer_profile_can_be_taken_out(
    paths: Paths, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The views of other programs never change; where they are gone, plain words are said."""
    db = sqlite3.connect(paths.database)
    db.execute("PRAGMA user_version = 99")
    db.commit()
    db.close()
    before = read_only.hashes(paths.root)

    def export(view: str) -> dict[str, Any]:
        argv = ["--json", "--profile", str(paths.root), "export", view, "--out"]
        run_cli([*argv, str(tmp_path / f"{view}.csv")], window=lambda *_, **__: 0)
        found: dict[str, Any] = json.loads(capsys.readouterr().out)
        return found

    assert export("v_posts")["files"][0]["rows"] == life.ITEMS
    assert (tmp_path / "v_posts.csv").read_text("utf-8").count("问题") == life.ITEMS
    changed = {n for n, h in read_only.hashes(paths.root).items() if before.get(n) != h}
    assert changed <= {"cmapp.sqlite3-shm", "cmapp.sqlite3-wal", "log/cmapp.log"}
    db = sqlite3.connect(paths.database)
    db.execute("DROP VIEW v_posts")
    db.close()
    assert export("v_posts")["error"]["code"] == "profile_newer"


@pytest.mark.parametrize("what", ["a table", "an empty file", "a folder", "text", "a torn head"])
def test_what_is_not_ours_stays_as_it_is(tmp_path: Path, what: str) -> None:
    path = tmp_path / "p" / "cmapp.sqlite3"
    path.parent.mkdir()
    match what:
        case "a table":
            db = sqlite3.connect(path)
            db.execute("CREATE TABLE theirs (x)")
            db.commit()
            db.close()
        case "an empty file":
            path.touch()
        case "a folder":
            path.mkdir()
        case "text":
            path.write_text("Dear diary, " * 100)
        case _:
            path.write_bytes(b"SQLite format 3\0" + b"\0" * 20)
    before = path.read_bytes() if path.is_file() else b""
    if what == "an empty file":  # what SQLite itself makes first
        Store.open(path).close()
        return
    with pytest.raises(StoreTrouble) as refused:
        Store.open(path)
    wanted = "not_a_profile" if what in ("a table", "a folder") else "database_damaged"
    assert refused.value.why == wanted
    assert path.is_dir() if what == "a folder" else path.read_bytes() == before
    assert [p.name for p in path.parent.iterdir()] == ["cmapp.sqlite3"]


@pytest.mark.parametrize("beside", ["an empty WAL", "no -shm", "junk for -shm"])
def test_what_stands_beside_the_file_does_no_harm(paths: Paths, beside: str) -> None:
    shm, wal = (paths.database.with_name(f"{paths.database.name}-{s}") for s in ("shm", "wal"))
    match beside:
        case "an empty WAL":
            wal.touch()
        case "no -shm":
            shm.unlink(missing_ok=True)
        case _:
            shm.write_bytes(os.urandom(32768))
    assert life.judge(paths.root, {}, {}) == []


def test_a_disk_of_the_network_is_refused_before_anything_is_made(
    paths: Paths, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = tmp_path / "mountinfo"
    line = "36 35 98:0 / {} rw - {} server:/home rw\n"
    monkeypatch.setattr(disks, "MOUNTS", table)
    for kind, refused in (("nfs4", True), ("cifs", True), ("fuse.sshfs", True), ("9p", False)):
        table.write_text(line.format("/", "ext4") + line.format(paths.root, kind))
        before = read_only.hashes(paths.root)
        if refused:
            with pytest.raises(StoreTrouble) as no:
                Store.open(paths.database)
            assert no.value.why == "network_disk" and no.value.facts["kind"] == kind
            assert read_only.hashes(paths.root) == before
        else:
            Store.open(paths.database).close()
    assert SCHEMA_VERSION  # the profile is one of ours all the while
