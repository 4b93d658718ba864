"""An engine that cannot start is told of, and is not started for ever."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from cmapp.domain.errors import Trouble
from cmapp.services.client import Client
from cmapp.store.database import Store
from cmapp.system import clock, handed
from cmapp.system.clock import Clock
from cmapp.system.paths import Paths
from cmapp.system.settings import Settings
from cmapp.ui.desktop import Program
from cmapp.ui.engine_process import EngineProcess
from cmapp.ui.reader import StoreDesk
from cmapp.ui.window import Window


class Hand(Clock):
    """A clock whose hand the test moves."""

    at = 100.0

    def monotonic(self) -> float:
        return self.at


@pytest.fixture
def paths(tmp_path: Path) -> Paths:
    made = Paths(tmp_path / "p").make()
    Store.open(made.database).close()
    return made


def pragma(paths: Paths, words: str) -> None:
    db = sqlite3.connect(paths.database)
    db.execute(f"PRAGMA {words}")
    db.commit()
    db.close()


def test_a_failed_start_is_told_of_and_followed_by_longer_and_longer_pauses(paths: Paths) -> None:
    pragma(paths, "user_version = 99")
    told: list[Any] = []
    clock = Hand()
    engine = EngineProcess(paths, offline=True, told=told.append, clock=clock)
    for count, pause in enumerate((2, 4, 8), 1):
        engine.want()
        assert engine.process is not None
        engine.process.wait(120)
        for _ in range(3):
            engine.want()
            assert engine.process is None
        assert [t.why for t in told] == ["profile_newer"] * count
        clock.at += pause - 0.1
        engine.want()
        assert engine.process is None
        clock.at += 0.2
    engine.works()
    assert told[-1] is None
    engine.stop()


def test_nothing_is_started_after_the_end(paths: Paths) -> None:
    engine = EngineProcess(paths, offline=True, told=lambda _: None)
    engine.stop()
    engine.want()
    assert engine.process is None


@pytest.mark.parametrize(
    ("words", "why"),
    [("user_version = 99", "profile_newer"), ("application_id = 7", "not_a_profile")],
)
def test_a_store_that_is_not_ours_to_read_is_refused(paths: Paths, words: str, why: str) -> None:
    pragma(paths, words)
    desk = StoreDesk(paths, Settings)
    trouble = desk.trouble()
    assert trouble is not None and trouble.why == why
    desk.close()


def test_a_damaged_store_is_refused_and_a_good_one_is_not(paths: Paths) -> None:
    desk = StoreDesk(paths, Settings)
    assert desk.trouble() is None and not desk.unfinished()
    desk.close()
    size = paths.database.stat().st_size
    paths.database.write_bytes(b"not a database at all" * (size // 21))
    desk = StoreDesk(paths, Settings)
    trouble = desk.trouble()
    assert trouble is not None and trouble.why == "database_damaged"
    desk.close()


def test_a_file_without_tables_waits_for_the_engine(tmp_path: Path) -> None:
    paths = Paths(tmp_path / "p").make()
    sqlite3.connect(paths.database).execute("PRAGMA application_id = 0x636D6170").close()
    desk = StoreDesk(paths, Settings)
    assert desk.unfinished()
    desk.close()


def test_the_program_says_in_words_why_it_does_not_open(
    qapp: QApplication, qtbot: Any, paths: Paths
) -> None:
    pragma(paths, "user_version = 99")
    said: list[str] = []

    def close() -> None:
        dialog: Any = qapp.activeModalWidget()
        if dialog is None:  # it is yet to come
            QTimer.singleShot(50, close)
            return
        assert isinstance(dialog, QDialog)
        said.append(dialog.words.text())  # type: ignore[attr-defined]
        dialog.accept()

    program = Program(qapp, paths, Settings(), offline=True)
    from PySide6.QtCore import QTimer

    QTimer.singleShot(0, close)
    assert not program.open()
    program.close()
    assert program.window is None and program.engine.process is None
    assert said == ["A newer cmapp wrote this profile. Nothing was changed; use that one."]


def test_the_window_says_why_the_engine_cannot_start(window: Window) -> None:
    window.say_engine(Trouble("disk_full"))
    assert window.banner.isVisible() and "disk" in window.banner.words().lower()
    window.look_around()
    window._show_trouble()
    assert "disk" in window.banner.words().lower()
    window.say_engine(None)
    assert "disk" not in window.banner.words().lower()


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="reads /proc")
def test_tokens_that_were_handed_in_reach_the_engine_by_no_name_that_others_see(
    paths: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    canary = "canary-71c0aa52de"
    monkeypatch.setenv("CMAPP_TOKEN_AB12CD34", canary)
    handed.take()
    engine = EngineProcess(paths, offline=True, told=lambda _trouble: None)
    engine.want()
    assert engine.process is not None
    try:
        client = Client(paths)
        for _ in range(2400):
            if client.reachable():
                break
            clock.pause(0.05)
        folder = Path(f"/proc/{engine.process.pid}")
        for name in ("environ", "cmdline"):
            assert canary.encode() not in (folder / name).read_bytes(), name
        limits = (folder / "limits").read_text().splitlines()
        core = next(line for line in limits if line.startswith("Max core file size"))
        assert core.split()[4] == "0"
        assert canary not in str(client.call("doctor"))
    finally:
        with contextlib.suppress(Trouble):
            Client(paths).call("engine.quit")
        engine.process.wait(30)
        engine.stop()
