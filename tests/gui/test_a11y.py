from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget

from cmapp.system.settings import Settings
from cmapp.ui.dialogs.about import About
from cmapp.ui.dialogs.crash import Crash
from cmapp.ui.dialogs.keys import Keys
from cmapp.ui.dialogs.preflight import Preflight
from cmapp.ui.dialogs.settings import SettingsDialog
from cmapp.ui.window import Window
from tests.gui.desk_fixture import FixtureDesk

PANES = ["inbox", "write", "outbox", "insights", "review", "accounts", "landing"]


def nameless(root: QWidget) -> list[str]:
    """Return what takes the keys and says nothing to a screen reader."""
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisibleTo(root) or widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        if isinstance(widget, QScrollArea) or widget.objectName().startswith("qt_"):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        name = interface.text(QAccessible.Text.Name) if interface else ""
        if not (name or widget.accessibleName()):
            found.append(f"{type(widget).__name__} in {type(widget.parent()).__name__}")
    return found


@pytest.mark.parametrize("name", PANES)
def test_everything_that_takes_keys_has_a_name(name: str, window: Window) -> None:
    window.go(name)
    assert nameless(window) == []


@pytest.mark.parametrize("name", PANES)
def test_icon_buttons_have_tooltips(name: str, window: Window) -> None:
    window.go(name)
    for button in window.findChildren(QAbstractButton):
        if not button.text() and button.isVisibleTo(window):
            assert button.toolTip() or button.accessibleName(), type(button).__name__


def test_dialogs_have_names_too(qtbot: Any, window: Window, desk: FixtureDesk) -> None:
    desk.answers["flight.check"] = {"accounts": [], "needs_reply": 3, "waiting": 1, "planned": 0}
    for dialog in (
        Keys(window.actions_, window),
        SettingsDialog(Settings(), window),
        About(window),
        Crash("report", window),
        Preflight(desk, window.bridge, window),
    ):
        qtbot.addWidget(dialog)
        dialog.show()
        assert nameless(dialog) == [], type(dialog).__name__
        dialog.close()


def test_tab_leads_from_the_list_to_the_composer_and_its_button(qtbot: Any, window: Window) -> None:
    pane = window.pane("inbox")
    composer = pane.talk.composer
    composer.editor.setPlainText("x")
    qtbot.waitUntil(pane.view.hasFocus)
    walked: list[QWidget] = []
    widget: QWidget = pane.view
    for _ in range(600):
        widget = widget.nextInFocusChain()
        if widget.isVisibleTo(window) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            walked.append(widget)
    assert walked.index(composer.editor) < walked.index(composer.button)


@pytest.mark.parametrize("name", [*PANES, "search"])
def test_a_scroll_area_keeps_its_parts_while_a_reader_asks(name: str, window: Window) -> None:
    """Qt ends the program when asked for a bar that has hidden since the parts were counted."""
    window.go(name)
    for area in window.pane(name).window().findChildren(QScrollArea):
        parts = QAccessible.queryAccessibleInterface(area).childCount()
        area.widget().setMinimumHeight(9000)
        QApplication.processEvents()
        assert QAccessible.queryAccessibleInterface(area).childCount() == parts
        area.widget().setMinimumHeight(0)
        QApplication.processEvents()
        assert QAccessible.queryAccessibleInterface(area).childCount() == parts
        area.hide()
        assert QAccessible.queryAccessibleInterface(area).childCount() == parts
        area.show()


def test_the_rail_says_its_counts(window: Window) -> None:
    assert window._buttons["inbox"].accessibleName() == "Inbox, 8 need(s) a reply"


def test_every_label_is_plain_text(window: Window) -> None:
    for name in PANES:
        window.go(name)
    window.top.search.setText("a")
    for label in window.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText, label.text()
