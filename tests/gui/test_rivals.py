"""Rivals added and removed in the window, from the accounts and from their chart (AN-14)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from cmapp.ui.insights.rivals_sheet import RivalsSheet
from cmapp.ui.widgets.button import Button
from cmapp.ui.window import Window
from tests.support.stage import ANA, US, Stage

pytestmark = pytest.mark.gui


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    made = Stage(tmp_path / "profile")
    made.asked("Nice!", parent=made.world.say(US, "Autumn teas are here."))
    yield made
    made.close()


@pytest.fixture
def window(stage: Stage, live_window: Callable[[Stage], Window]) -> Window:
    return live_window(stage)


def removers(sheet: RivalsSheet) -> list[Button]:
    every = sheet.findChildren(Button)
    return [b for b in every if b.accessibleName().startswith("Remove: ") and b.isVisible()]


def test_a_rival_is_watched_and_removed_by_keys_from_the_accounts(qtbot, window, stage):
    window.go("accounts")
    pane: Any = window.pane("accounts")
    pane.rivals.click()
    sheet = pane.sheet
    qtbot.waitUntil(lambda: sheet.through.count() == 2 and sheet.handle.hasFocus())
    qtbot.keyClicks(sheet.handle, f"@{ANA}")
    qtbot.keyClick(sheet.handle, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(removers(sheet)) == 1)
    assert stage.call("rivals.list")["rivals"][0]["handle"] == ANA
    assert sheet.handle.text() == "" and not sheet.trouble.text()
    removers(sheet)[0].click()
    qtbot.waitUntil(lambda: not removers(sheet))
    assert stage.call("rivals.list")["rivals"] == []
    sheet.accept()


def test_one_of_ours_or_nobody_is_refused_in_the_sheet(qtbot, window, stage):
    window.go("accounts")
    pane: Any = window.pane("accounts")
    pane.open_rivals()
    sheet = pane.sheet
    qtbot.waitUntil(lambda: sheet.through.count() == 2)
    for handle in (US, "nobody-at-all"):
        sheet.handle.setText(handle)
        sheet.trouble.setText("")
        sheet.add.click()
        qtbot.waitUntil(lambda: sheet.trouble.text() != "")
        assert sheet.isVisible() and sheet.handle.text() == handle
    assert stage.call("rivals.list")["rivals"] == []
    sheet.accept()


def test_their_chart_has_the_way_to_them(qtbot, window, stage):
    account = stage.accounts[0]
    stage.call("rivals.add", handle=ANA, account=account)
    window.go("insights")
    pane: Any = window.pane("insights")
    pane.show_in("charts", {"name": "volume"})
    part = pane.part("charts")
    assert not part.rivals.isVisible()
    pane.show_in("charts", {"name": "rivals", "days": 30})
    assert part.rivals.isVisible()
    qtbot.waitUntil(lambda: part.view.chart is not None and part.view.chart.name == "rivals")
    labels = [s.label.text for s in part.view.chart.series]
    assert f"@{ANA}" in labels
    part.open_rivals()
    qtbot.waitUntil(lambda: len(removers(part.sheet)) == 1)
    part.sheet.accept()
