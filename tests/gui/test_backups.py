"""Backups in the window on a real engine: look, check, restore; the page of a damaged one (P7)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import current_thread
from typing import Any

import pytest
from PySide6.QtCore import Qt

from cmapp.services import restoring
from cmapp.services.engine import Engine
from cmapp.store import drafts, placing
from cmapp.store.database import Store
from cmapp.store.opening import StoreTrouble, damage_mark
from cmapp.system.clock import now
from cmapp.system.paths import Paths
from cmapp.ui.asking import Asking
from cmapp.ui.bridge import Bridge
from cmapp.ui.dialogs.backups import Backups, RestoreFirst, wrong_words
from cmapp.ui.dialogs.damaged import Damaged
from cmapp.ui.widgets.label import Label
from cmapp.ui.window import Window
from tests.gui.desk_fixture import FixtureDesk
from tests.support.stage import Stage


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    made = Stage(tmp_path / "profile")
    yield made
    made.close()


def press(qtbot: Any, button: Any) -> None:
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_a_backup_is_made_looked_at_and_asked_to_be_restored(
    qtbot: Any, stage: Stage, live_window: Callable[..., Window]
) -> None:
    stage.asked("Is the blue cup vegan?")
    window = live_window(stage)
    window.opening.open_backups()
    sheet = window.findChild(Backups)
    assert sheet is not None
    qtbot.waitUntil(sheet.none.isVisible)
    press(qtbot, sheet.now)
    qtbot.waitUntil(lambda: len(sheet.cards) == 1, timeout=20_000)
    (card,) = sheet.cards.values()
    assert card.state.text() == "whole" and "1 message" in card.accessibleName()
    stage.asked("And the red one?")
    press(qtbot, card.check)
    qtbot.waitUntil(lambda: "it opens" in sheet.said.text(), timeout=20_000)
    qtbot.waitUntil(lambda: next(iter(sheet.cards.values())) is not card)
    (card,) = sheet.cards.values()
    press(qtbot, card.restore)
    qtbot.waitUntil(lambda: sheet.findChild(RestoreFirst) is not None)
    first = sheet.findChild(RestoreFirst)
    assert first is not None and not first.go.isDefault(), "Return restores nothing"
    press(qtbot, first.go)
    qtbot.waitUntil(lambda: not sheet.isVisible(), timeout=10_000)
    order = placing.asked(Paths(stage.paths.root))
    assert order is not None and (order.what, order.name) == ("restore", card.name)


@pytest.fixture
def damaged(tmp_path: Path) -> Paths:
    """A profile with a draft, whose database is noise."""
    paths = Paths(tmp_path / "hurt").make()
    store = Store.open(paths.database, draft_copy=paths.draft_copy)
    store.write(lambda tx: drafts.save(tx, "not to be lost", now=now()))
    store.close()
    paths.database.write_bytes(b"noise" * 20_000)
    return paths


@pytest.mark.parametrize("way", ["rescue", "empty"])
def test_the_page_of_a_damaged_database_leads_on(
    qtbot: Any, damaged: Paths, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, readers = placing.readable, []
    monkeypatch.setattr(
        placing, "readable", lambda path: readers.append(current_thread()) or real(path)
    )
    bridge = Bridge()
    wanted = []

    def want() -> None:  # what the engine does as it starts
        if not wanted:
            wanted.append(True)
            Engine.open(damaged, offline=True, serve=False).close()

    page = Damaged(damaged, bridge, want)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitUntil(lambda: "1 draft" in page.ways["rescue"].accessibleDescription())
    assert damaged.database.read_bytes() == b"noise" * 20_000, "it changed nothing by itself"
    page.ways[way].setChecked(True)
    press(qtbot, page.go)
    qtbot.waitUntil(lambda: not page.isVisible(), timeout=20_000)
    assert page.result() == Damaged.DialogCode.Accepted
    assert current_thread() != readers[-1], "a gigabyte is not read by the window's thread"
    store = Store.reader(damaged.database)
    assert [d.text for d in store.read(drafts.every)] == ["not to be lost"]
    store.close()
    (kept,) = damaged.root.glob("cmapp.damaged-*.sqlite3")
    assert kept.read_bytes() == b"noise" * 20_000
    bridge.close()


def test_looking_again_believes_a_file_that_is_whole_and_no_other(
    qtbot: Any, damaged: Paths, tmp_path: Path
) -> None:
    bridge = Bridge()
    page = Damaged(damaged, bridge, lambda: None)
    qtbot.addWidget(page)
    page.show()
    page.ways["again"].setChecked(True)
    press(qtbot, page.go)
    qtbot.waitUntil(lambda: page.said.text() == "It is still damaged.")
    whole = Paths(tmp_path / "whole").make()
    Store.open(whole.database).close()
    damage_mark(whole.database).write_text("the disk was not there")
    page = Damaged(whole, bridge, lambda: None)
    qtbot.addWidget(page)
    page.show()
    page.ways["again"].setChecked(True)
    press(qtbot, page.go)
    qtbot.waitUntil(lambda: not page.isVisible())
    assert not damage_mark(whole.database).exists()
    bridge.close()


def test_a_saving_that_fails_says_so_and_leaves_everything(
    qtbot: Any, damaged: Paths, monkeypatch: pytest.MonkeyPatch
) -> None:
    bridge = Bridge()
    page = Damaged(damaged, bridge, lambda: None)
    qtbot.addWidget(page)
    page.show()
    press(qtbot, page.go)
    assert not page.quit.isEnabled(), "not in the midst of it"
    page.reject()
    assert page.isVisible()
    page.told(restoring.StoreTrouble("restore_failed", said="disk_full"))
    assert "no room" in page.said.text() and page.go.isEnabled()
    assert damaged.database.read_bytes() == b"noise" * 20_000
    bridge.close()


def test_what_takes_long_is_seen_to_go_on(qtbot: Any, desk: FixtureDesk, bridge: Bridge) -> None:
    desk.answers |= {
        "backups.list": {"backups": [], "folder": "/x", "free": 9},
        "backups.make": {"backups": [], "folder": "/x", "free": 9},
    }
    sheet = Backups(Asking(desk, bridge))
    qtbot.addWidget(sheet)
    sheet.show()
    qtbot.waitUntil(lambda: not bridge.busy())
    sheet.now.click()
    assert sheet.busy.working() and not sheet.now.isEnabled()
    first = sheet.busy._at
    sheet.busy._on()
    assert sheet.busy._at != first
    qtbot.waitUntil(lambda: not sheet.busy.working())
    assert sheet.now.isEnabled()
    assert wrong_words("changed") == "the file is not as it was written"
    assert wrong_words("row 3 missing from index") == "row 3 missing from index"
    desk.answers["backups.make"] = StoreTrouble("disk_full")
    sheet.now.click()
    qtbot.waitUntil(lambda: not sheet.busy.working() and bool(sheet.said.text()))


@pytest.mark.parametrize("deeds", [0, 3])
def test_what_is_lost_is_told_and_nothing_else(qtbot: Any, deeds: int) -> None:
    since = {"deeds": deeds, "messages": 0, "drafts": 0, "queued": 0, "sent": 0}
    sheet = RestoreFirst({"made_at": "2026-11-20T10:00:00Z", "since": since})
    qtbot.addWidget(sheet)
    said = [label.accessibleName() or label.text() for label in sheet.findChildren(Label)]
    assert ("Nothing was done since it was made." in said) is (deeds == 0)
    assert ("lost" in said) is (deeds > 0)
    assert "not sent again" not in said
