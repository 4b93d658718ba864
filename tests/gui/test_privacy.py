"""Erasing and handing out a person from their page; the map of what is stored (PV-02, PV-07)."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog

from cmapp.services import leftovers
from cmapp.ui.asking import Asking
from cmapp.ui.dialogs.privacy_map import PrivacyMap
from cmapp.ui.dialogs.privacy_person import ErasePerson
from cmapp.ui.window import Window
from tests.support.stage import CHEN, US, Stage

WHO = "zefanya.quarrington"
NAME = "Zefanya Quarrington"
SAID = "My kettle from batch Zx-4471 leaks at the seam."


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    made = Stage(tmp_path / "profile")
    post = made.world.say(US, "Something new today.")
    made.world.say(CHEN, "什么时候补货？", parent=post)
    made.world.say(WHO, SAID, parent=post, name=NAME)
    made.call("sync")
    made.call("people.note_add", person=WHO, text="Rang her about the seam of the kettle.")
    yield made
    made.close()


@pytest.fixture
def window(qtbot: Any, stage: Stage, live_window: Callable[[Stage], Window]) -> Window:
    made = live_window(stage)
    qtbot.keyClicks(made.focusWidget(), "gp")
    pane: Any = made.pane("people")
    person = int(stage.call("people.show", person=WHO)["id"])
    pane.show_person(person)
    qtbot.waitUntil(lambda: pane.page.person is not None and pane.page.person.name == NAME)
    return made


def picture(widget: Any, name: str) -> None:
    if folder := os.environ.get("CMAPP_PICTURES"):
        widget.grab().save(f"{folder}/{name}.png")


def test_a_person_is_erased_from_their_page(qtbot: Any, window: Window, stage: Stage) -> None:
    pane: Any = window.pane("people")
    picture(window, "person")
    pane.do("erase")
    (sheet,) = window.findChildren(ErasePerson)
    qtbot.waitUntil(lambda: sheet.sure.isEnabled())
    assert sheet.away.hasFocus() or not sheet.isActiveWindow(), "Return must not erase"
    picture(sheet, "erase")
    assert stage.call("people.show", person=WHO), "nothing has gone yet"
    sheet.sure.click()
    qtbot.waitUntil(lambda: sheet.away.isEnabled() and not sheet.sure.isVisible(), timeout=20000)
    picture(sheet, "erased")
    assert sheet.said.text().startswith("Erased. Looked through")
    sheet.away.click()
    assert pane.page.person is None
    hits = leftovers.scan(stage.paths.root, leftovers.Finder([NAME, SAID, WHO])).hits
    assert hits == {}


def test_files_that_could_not_be_changed_are_named(
    qtbot: Any, window: Window, stage: Stage
) -> None:
    """Nobody is told that nothing is left where a file was not opened."""
    stage.paths.backups.mkdir(exist_ok=True)
    for path in (stage.paths.backups / "manual-x.sqlite3", stage.paths.root / "c.damaged-1"):
        path.write_bytes(b"no database" * 100)
    window.pane("people").do("erase")  # type: ignore[attr-defined]
    (sheet,) = window.findChildren(ErasePerson)
    qtbot.waitUntil(lambda: sheet.sure.isEnabled())
    sheet.sure.click()
    qtbot.waitUntil(lambda: sheet.away.isEnabled() and not sheet.sure.isVisible(), timeout=20000)
    assert sheet.said.text().endswith("still: manual-x.sqlite3, c.damaged-1")


def test_a_damaged_database_that_was_set_aside_goes_on_a_persons_word_alone(
    qtbot: Any, window: Window, stage: Stage
) -> None:
    aside = stage.paths.root / "cmapp.damaged-2026-11-01T10-00-00.sqlite3"
    aside.write_bytes(SAID.encode() * 100)
    window.pane("people").do("erase")  # type: ignore[attr-defined]
    (sheet,) = window.findChildren(ErasePerson)
    qtbot.waitUntil(lambda: sheet.sure.isEnabled())
    qtbot.waitUntil(lambda: not sheet.damaged.isHidden())
    assert not sheet.damaged.isChecked()
    picture(sheet, "erase-damaged")
    sheet.damaged.setChecked(True)
    sheet.sure.click()
    qtbot.waitUntil(lambda: sheet.away.isEnabled() and not sheet.sure.isVisible(), timeout=20000)
    assert not aside.exists()
    assert sheet.said.text().startswith("Erased. Looked through")


def test_the_map_shows_a_damaged_database_and_deletes_it_after_asking(
    qtbot: Any, window: Window, stage: Stage
) -> None:
    aside = stage.paths.root / "cmapp.damaged-2026-11-01T10-00-00.sqlite3"
    aside.write_bytes(b"no database")
    sheet = PrivacyMap(Asking(window.desk, window.bridge), window)
    sheet.open()
    qtbot.waitUntil(lambda: sheet.delete.isVisible())
    sheet.delete.click()
    assert aside.exists(), "it is asked once more"
    picture(sheet, "map-damaged")
    sheet.delete.click()
    qtbot.waitUntil(lambda: not sheet.delete.isVisible())
    assert not aside.exists()


def test_what_is_stored_is_handed_out(
    qtbot: Any, window: Window, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "out"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    window.pane("people").do("hand_out")  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: (folder / "about.html").exists() and not window.bridge.busy())
    assert SAID in (folder / "posts.csv").read_text("utf-8-sig")
    assert "What is stored about you" in (folder / "about.html").read_text("utf-8")


def test_the_map_shows_what_there_is(qtbot: Any, window: Window) -> None:
    sheet = PrivacyMap(Asking(window.desk, window.bridge), window)
    sheet.open()
    qtbot.waitUntil(lambda: sheet._grid.count() > 6)
    picture(sheet, "map")
    assert "cmapp" in sheet.words.text()
