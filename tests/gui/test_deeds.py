"""One key each, from the window to the store and the outbox, with the real engine behind."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from cmapp.platforms.demo import Network
from cmapp.ui.desktop import Program
from cmapp.ui.dialogs.moderate import Moderate
from cmapp.ui.dialogs.tasks import MakeTask
from cmapp.ui.window import Window
from tests.gui.test_keys import press
from tests.gui.test_program import SOON, connect
from tests.gui.test_program import program as program  # the real one
from tests.gui.test_program import world as world


@pytest.fixture
def pane(program: Program, world: Network, qtbot: Any) -> Any:
    found = connect(program, world, qtbot)
    qtbot.waitUntil(lambda: found.talk.thread_ is not None, timeout=SOON)
    found.focus_list()
    return found


def shown(program: Program) -> Window:
    assert program.window is not None
    return program.window


def kinds(program: Program) -> dict[str, str]:
    return {row.kind: row.state for row in program.desk.outbox()}


def test_a_like_is_queued_and_taken_back(program: Program, pane: Any, qtbot: Any) -> None:
    press(qtbot, shown(program), "Shift+L")
    qtbot.waitUntil(lambda: "like" in kinds(program), timeout=SOON)
    assert kinds(program) == {"like": "ready"} and pane.model.rowCount() == 1
    qtbot.waitUntil(lambda: shown(program).toast.can_undo(), timeout=SOON)
    press(qtbot, shown(program), "U")
    qtbot.waitUntil(lambda: kinds(program).get("like", "cancelled") == "cancelled", timeout=SOON)


def test_a_vip_is_made_and_unmade(program: Program, pane: Any, qtbot: Any) -> None:
    press(qtbot, shown(program), "S")
    assert pane.current().vip, "it shows at once"
    qtbot.waitUntil(lambda: program.desk.count("vip") == 1, timeout=SOON)
    press(qtbot, shown(program), "S")
    qtbot.waitUntil(lambda: program.desk.count("vip") == 0, timeout=SOON)


def test_a_thank_you_is_queued(program: Program, pane: Any, qtbot: Any) -> None:
    press(qtbot, shown(program), "Shift+T")
    qtbot.waitUntil(lambda: "reply" in kinds(program), timeout=SOON)
    (row,) = program.desk.outbox()
    assert row.text


def fill(kind: type[Any], how: Any) -> None:
    """Fill the dialog of a kind as soon as it is shown, and press its button."""

    def look() -> None:
        found = next((w for w in QApplication.topLevelWidgets() if isinstance(w, kind)), None)
        if found is None or not found.isVisible():
            QTimer.singleShot(20, look)
            return
        if not how(found):
            QTimer.singleShot(20, look)
            return
        found.go.click()

    QTimer.singleShot(0, look)


def test_a_task_is_made(program: Program, pane: Any, qtbot: Any) -> None:
    def how(dialog: MakeTask) -> bool:
        dialog.title.setText("Ask the carrier")
        return True

    fill(MakeTask, how)
    press(qtbot, shown(program), "T")

    def tasks() -> list[Any]:
        return list(program.desk.call("tasks.list")["tasks"])

    qtbot.waitUntil(lambda: [t["title"] for t in tasks()] == ["Ask the carrier"], timeout=SOON)


def test_moderation_asks_why_and_is_queued(program: Program, pane: Any, qtbot: Any) -> None:
    def how(dialog: Moderate) -> bool:
        mute = next((b for b in dialog._group.buttons() if b.isEnabled()), None)
        if mute is None:
            return False  # what can be done is still being asked
        mute.click()
        dialog.reason.setText("rude")
        return dialog.go.isEnabled()

    fill(Moderate, how)
    press(qtbot, shown(program), "Shift+M")

    def log() -> list[Any]:
        return list(program.desk.call("moderation.log")["entries"])

    qtbot.waitUntil(lambda: [e["reason"] for e in log()] == ["rude"], timeout=SOON)
