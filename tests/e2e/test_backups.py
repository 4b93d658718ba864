"""Backups by the command line, beside a running engine, with no secret in them (P7)."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from cmapp.services import backups as daily
from cmapp.services.engine import Engine
from cmapp.store import backups, erased
from cmapp.store.opening import damage_mark
from cmapp.system.paths import Paths
from tests.fire import corruption, restore
from tests.support.stage import Stage

pytestmark = pytest.mark.e2e
CANARY = "canary-token-5e1f9c"


def cmapp(profile: Path, *words: str, status: int = 0) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "cmapp", "--profile", str(profile), "--offline", "--json", *words],
        capture_output=True, check=False, env={**os.environ, "CMAPP_TOKEN_A": CANARY},
    )  # fmt: skip
    assert done.returncode == status, done.stderr.decode() + done.stdout.decode()
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_make_list_check_restore_beside_a_running_engine(tmp_path: Path) -> None:
    stage = Stage(tmp_path / "profile")
    item = stage.asked("Is the blue cup vegan?")
    stage.reply(item, "It is.")
    stage.close()
    profile = tmp_path / "profile"
    engine = subprocess.Popen(
        [sys.executable, "-m", "cmapp", "--profile", str(profile), "--offline", "engine"]
    )
    try:
        name = cmapp(profile, "backup", "make")["name"]
        assert cmapp(profile, "backup", "check", name)["wrong"] == ""
        (copy,) = cmapp(profile, "backup", "list")["backups"]
        assert (copy["name"], copy["messages"], copy["usable"]) == (name, 1, True)
        told = cmapp(profile, "backup", "restore", name)["restored"]
        assert (told["what"], told["name"]) == ("restore", name)
        assert told["made_at"].endswith("Z"), "a time, not a count of milliseconds"
        engine.wait(120)  # it made way
    finally:
        if engine.poll() is None:
            engine.send_signal(signal.SIGKILL)
        engine.wait()
    assert {b["kind"] for b in cmapp(profile, "backup", "list")["backups"]} == {
        "manual",
        "replaced",
    }
    cmapp(profile, "backup", "rescue", status=1)  # nothing is damaged
    found = [p for p in profile.rglob("*") if p.is_file() and CANARY.encode() in p.read_bytes()]
    assert found == []


def test_a_damaged_profile_is_rescued_by_a_command(tmp_path: Path) -> None:
    stage = Stage(tmp_path / "profile")
    stage.call("drafts.save", text="not to be lost")
    stage.close()
    paths = Paths(tmp_path / "profile")
    raw = paths.database.read_bytes()
    paths.database.write_bytes(bytes(4096) + raw[4096:])
    assert cmapp(paths.root, "drafts", "list", status=1)["error"]["code"] == "database_damaged"
    assert cmapp(paths.root, "backup", "list")["backups"] == []
    assert cmapp(paths.root, "backup", "rescue")["restored"]["what"] == "rescue"
    assert [d["text"] for d in cmapp(paths.root, "drafts", "list")["drafts"]] == ["not to be lost"]
    (kept,) = paths.root.glob("cmapp.damaged-*.sqlite3")
    assert kept.read_bytes() == bytes(4096) + raw[4096:]


def test_no_copy_is_told_in_a_sentence(tmp_path: Path) -> None:
    """A file stands where the folder of copies should be; the disk may be read alone as well."""
    Stage(tmp_path / "profile").close()
    (tmp_path / "profile" / "backups").write_text("not a folder")
    told = cmapp(tmp_path / "profile", "backup", "make", status=1)
    assert told["error"]["code"] == "backup_failed"


def test_what_is_logged_while_a_profile_opens_is_not_said_to_a_person(tmp_path: Path) -> None:
    """Logging with no file falls back to the terminal: the program's own words, unredacted."""
    stage = Stage(tmp_path / "profile")
    stage.reply(stage.asked("Is the blue cup vegan?"), "It is.")
    stage.engine.desk.store.write(lambda tx: tx.db.execute("UPDATE outbox SET state = 'sending'"))
    stage.close()
    done = subprocess.run(
        [sys.executable, "-m", "cmapp", "--profile", str(tmp_path / "profile"), "--offline",
         "drafts", "list"],
        capture_output=True, check=False,
        env={**os.environ, "CMAPP_FAILPOINT": "recover.mid:full"},
    )  # fmt: skip
    assert (done.returncode, done.stderr.decode()) == (0, "")
    logged = (tmp_path / "profile" / "log" / "cmapp.log").read_text(encoding="utf-8")
    assert "what a kill left waits" in logged


def test_a_copy_a_day_in_idle_time_and_no_more(tmp_path: Path) -> None:
    stage = Stage(tmp_path / "profile")
    assert daily.keep_up(stage.engine.desk) is True
    assert daily.keep_up(stage.engine.desk) is False
    (copy,) = backups.every(stage.paths.backups)
    assert copy.kind == "daily" and copy.checked_at is not None
    stage.close()


def test_who_was_erased_comes_back_with_no_backup(tmp_path: Path) -> None:
    stage = Stage(tmp_path / "profile")
    stage.asked("Is the blue cup vegan?")
    name = stage.call("backups.make")["name"]
    whole = (stage.paths.backups / f"{name}.sqlite3").read_bytes()
    person = stage.call("people.list")["people"][0]
    stage.call("privacy.erase", person=person["id"])
    (stage.paths.backups / f"{name}.sqlite3").write_bytes(whole)  # from another disk, say
    (stage.paths.backups / f"{name}.json").unlink()
    stage.call("backups.restore", name=name)
    stage.close()
    engine = Engine.open(stage.paths, offline=True, serve=False)
    left = engine.desk.store.read(
        lambda db: db.execute("SELECT count(*) FROM posts WHERE text LIKE '%vegan%'").fetchone()[0]
    )
    assert left == 0 and erased.read_file(stage.paths.root) is not None
    engine.close()
    assert not damage_mark(stage.paths.database).exists()


def test_after_a_kill_the_file_is_read_through_and_damage_is_noticed(tmp_path: Path) -> None:
    stage = Stage(tmp_path / "profile")
    stage.asked("Is the blue cup vegan?")
    stage.close()
    paths = stage.paths
    engine = Engine.open(paths, offline=True)
    assert not engine.unclean
    engine.close()
    paths.engine.write_text("{}")  # as a kill leaves it
    engine = Engine.open(paths, offline=True)
    assert engine.unclean
    corruption.indexes(paths, random.Random(1))  # nobody asks for them in a normal start
    engine.desk.store.forget()
    daily.look_through(engine.desk)
    assert engine.desk.store.damaged
    engine.run()  # ends by itself
    engine.close()
    assert not paths.engine.exists() and damage_mark(paths.database).exists()


def test_a_window_lives_through_a_restore_and_through_damage(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.e2e.mended_window", str(tmp_path / "profile")],
        capture_output=True, check=False, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).parents[2], timeout=800,
    )  # fmt: skip
    told = [json.loads(line) for line in done.stdout.splitlines() if line.startswith(b"{")]
    assert [one["stage"] for one in told] == ["restored", "mended"], done.stderr.decode()
    assert all(one["drafts"] == ["one", "two"] for one in told), "what was written came along"
    assert all("restored" in one["troubles"] for one in told)


def test_a_share_of_the_corruption_runs() -> None:
    told = corruption.series(3, seed=7)
    assert told["violations"] == 0
    assert told["control"]["plain_median"] < 200, "the damage is none: plain SQL reads it all"


def test_a_share_of_the_restore_runs() -> None:
    told = restore.series(3, seed=1)
    assert told["violations"] == 0 and told["control"] > 0
