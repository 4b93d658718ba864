"""Where one had the keys before a dialog, one has them after it; and Tab walks as the eye does."""

from __future__ import annotations

import ast
import gc
import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

import cmapp.ui
from cmapp.ui.actions import deeds
from cmapp.ui.dialogs.frame import Sheet
from cmapp.ui.dialogs.picker import Picker
from cmapp.ui.dialogs.retention import Retention
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.keys_back import Dialog, keep_through
from cmapp.ui.widgets.tab_order import TabOrder
from cmapp.ui.window import Window
from tests.gui.desk_fixture import FixtureDesk
from tests.support.stage import Stage

ELSEWHERE = {"quit", "cal.import", "cal.export"}
"""Actions that end the program or open the system's own dialog of files."""
MOVES_ON = {"saved": "Editor", **dict.fromkeys(("cal.series", "cal.slots", "cal.campaigns",
            "cal.best"), "MonthView")}  # fmt: skip
"""Actions that show something else first, and have the keys there."""
WHILE = 30


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    made = Stage(tmp_path / "profile")
    yield made
    made.close()


def open_dialogs() -> list[QDialog]:
    shown = QApplication.topLevelWidgets()
    return [w for w in shown if isinstance(w, QDialog) and w.isVisible()]


@pytest.fixture
def left(qtbot: Any) -> Iterator[list[str]]:
    """Every dialog is left by Escape a moment after it opened; which they were is noted."""
    seen: list[str] = []

    def leave() -> None:
        for dialog in open_dialogs()[::-1]:
            seen.append(type(dialog).__name__)
            qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    timer = QTimer()
    timer.setInterval(WHILE)
    timer.timeout.connect(leave)
    timer.start()
    yield seen
    timer.stop()


@pytest.mark.qt_log_ignore("propagateSizeHints", "not support raise", extend=True)
def test_every_action_gives_the_keys_back(
    qtbot: Any, stage: Stage, live_window: Callable[..., Window], left: list[str]
) -> None:
    stage.asked("Is the blue cup vegan?")
    window = live_window(stage)
    window.go("inbox")
    qtbot.waitUntil(lambda: window.pane("inbox").talk.thread_ is not None)
    view = window.pane("inbox").view
    opened, lost = 0, []

    def at_rest() -> None:
        qtbot.waitUntil(lambda: not window.bridge.busy() and not open_dialogs())

    for deed in deeds():
        if deed.id in ELSEWHERE:
            continue
        window.go("inbox")
        view.setFocus()
        left.clear()
        window.actions_.by_id[deed.id].trigger()
        at_rest()
        qtbot.wait(3 * WHILE)  # most open none, and nothing tells so
        at_rest()
        if left:
            opened += 1
            keys = window.focusWidget()
            if keys is not view and type(keys).__name__ != MOVES_ON.get(deed.id):
                lost.append((deed.id, left[0], type(keys).__name__))
    assert opened > 15
    assert not lost


def dialogs_of_ours() -> list[type[QDialog]]:
    for found in pkgutil.walk_packages(cmapp.ui.__path__, "cmapp.ui."):
        importlib.import_module(found.name)
    every, ahead = set(), [QDialog]
    while ahead:
        for kind in ahead.pop().__subclasses__():
            if kind.__module__.startswith("cmapp.ui"):
                every.add(kind)
            ahead.append(kind)
    return sorted(every, key=lambda kind: kind.__name__)


def test_every_dialog_stands_on_what_gives_the_keys_back() -> None:
    every = dialogs_of_ours()
    # a picker lies in its window and does so by itself; the lock keeps its own account
    own = {d.__name__ for d in every if not issubclass(d, Dialog | Picker)}
    assert own == {"_Over"}
    assert len(every) > 40


def test_a_dialog_that_is_collected_leaves_the_screen(qtbot: Any) -> None:
    screen = QGuiApplication.primaryScreen()
    for _ in range(3):
        sheet = Sheet("Sure?", None)
        sheet.show()
        sheet.resize(500, 300)
        QApplication.processEvents()
        sheet.close()
        del sheet
        gc.collect()
    assert isValid(screen)
    assert QGuiApplication.screens()


def test_no_screen_is_asked_of_a_widget() -> None:
    """Whoever asks has it deleted: see `cmapp.ui.place.room`."""
    for path in sorted(Path(cmapp.ui.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            asks = isinstance(node, ast.Attribute) and node.attr == "screen"
            assert not asks, f"{path.name}:{node.lineno}"  # type: ignore[attr-defined]


class Row(QWidget):
    """A page with two buttons that may be made anew."""

    def __init__(self) -> None:
        super().__init__()
        outer = QVBoxLayout(self)
        self.first = Button("First", self)
        outer.addWidget(self.first)
        self.cards = QWidget(self)
        self.column = QVBoxLayout(self.cards)
        outer.addWidget(self.cards)
        self.fill()

    def fill(self, names: tuple[str, ...] = ("Ana", "Bo")) -> None:
        while (item := self.column.takeAt(0)) is not None:
            old = item.widget()
            assert old is not None
            old.hide()
            old.deleteLater()
        for name in names:
            self.column.addWidget(Button(name, self.cards))
        QApplication.processEvents()

    def at(self, name: str) -> Button:
        found = self.findChildren(Button)
        return [b for b in found if b.text() == name and not b.isHidden()][-1]


@pytest.fixture
def page(qtbot: Any) -> Row:
    made = Row()
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def through_a_dialog(qtbot: Any, page: Row, meanwhile: Callable[[], None]) -> QWidget | None:
    sheet = Sheet("Sure?", page)
    sheet.step("Yes", kind="primary").clicked.connect(sheet.accept)
    sheet.open()
    qtbot.waitUntil(sheet.isVisible)
    meanwhile()
    QApplication.processEvents()
    sheet.accept()
    QApplication.processEvents()
    return page.focusWidget()


def test_the_like_of_what_was_made_anew_has_the_keys(qtbot: Any, page: Row) -> None:
    page.at("Bo").setFocus()
    assert through_a_dialog(qtbot, page, page.fill) is page.at("Bo")


def test_what_is_next_to_what_has_gone_has_the_keys(qtbot: Any, page: Row) -> None:
    page.at("Bo").setFocus()
    assert through_a_dialog(qtbot, page, lambda: page.fill(("Ana",))) is page.at("Ana")


def test_what_is_off_is_passed_over(qtbot: Any, page: Row) -> None:
    page.at("Bo").setFocus()
    at = through_a_dialog(qtbot, page, lambda: page.at("Bo").setEnabled(False))
    assert at is page.at("Ana")


def test_the_end_of_a_dialog_may_move_the_keys_on(qtbot: Any, page: Row) -> None:
    page.at("Bo").setFocus()
    sheet = Sheet("Sure?", page)
    sheet.accepted.connect(page.first.setFocus)
    sheet.open()
    sheet.accept()
    QApplication.processEvents()
    assert page.focusWidget() is page.first


def test_a_list_that_is_filled_anew_keeps_the_keys(qtbot: Any, page: Row) -> None:
    page.at("Bo").setFocus()
    keep_through(page)
    page.fill()
    qtbot.waitUntil(lambda: page.focusWidget() is page.at("Bo"))


def test_what_gives_the_keys_on_by_itself_is_left_alone(qtbot: Any, page: Row) -> None:
    page.at("Bo").setFocus()
    keep_through(page)
    page.fill(("Ana", "Bo", "Cy"))
    page.at("Cy").setFocus()
    qtbot.wait(20)
    assert page.focusWidget() is page.at("Cy")


def test_removing_an_account_leads_on_to_the_next_one(
    qtbot: Any, window: Window, desk: FixtureDesk
) -> None:
    window.go("accounts")
    pane = window.pane("accounts")
    first, second = desk.accounts()
    names = [f"Remove: @{a.handle}" for a in (first, second)]

    def button(name: str) -> QPushButton | None:
        found = [b for b in pane.findChildren(QPushButton) if b.accessibleName() == name]
        return next((b for b in found if b.isVisible()), None)

    one = button(names[0])
    assert one is not None
    one.setFocus()
    qtbot.keyClick(one, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bool(open_dialogs()))
    (sheet,) = open_dialogs()
    desk.answers["accounts.remove"] = {"accounts": []}
    desk.accounts = lambda: [replace(second, name="left")]  # type: ignore[method-assign]
    yes = next(b for b in sheet.findChildren(QPushButton) if b.text() == "Remove")
    qtbot.mouseClick(yes, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: button(names[0]) is None)
    qtbot.waitUntil(lambda: pane.inside.isAncestorOf(window.focusWidget()))
    assert ("accounts.remove", {"id": first.id}) in desk.calls


def test_tab_walks_a_dialog_as_the_eye_does(
    qtbot: Any, stage: Stage, live_window: Callable[..., Window]
) -> None:
    window = live_window(stage)
    window.looking.open_retention()
    sheet = window.findChild(Retention)
    assert sheet is not None
    qtbot.waitUntil(lambda: len(sheet.fields) == 9)
    qtbot.waitUntil(lambda: not window.bridge.busy())
    order = sheet.findChild(TabOrder)
    assert order is not None
    qtbot.waitUntil(lambda: sheet.now in order._last)
    fields = list(sheet.fields.values())
    stops: list[QWidget] = [*fields, sheet.now]
    walked: list[QWidget] = []
    at: QWidget = fields[0]
    while at is not sheet.now and len(walked) < 200:
        if at in stops:
            walked.append(at)
        at = at.nextInFocusChain()
    assert walked == fields
    sheet.accept()
