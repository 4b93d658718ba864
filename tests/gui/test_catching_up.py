"""After a long absence one line says what came in, and a page shows it; with the real engine."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from cmapp.platforms.demo import Network
from cmapp.system import clock
from cmapp.ui import place
from cmapp.ui.catching_up import FURTHEST, LONG
from cmapp.ui.desktop import Program
from cmapp.ui.dialogs.catching_up import CatchUp
from tests.gui.test_keys import press
from tests.gui.test_program import SOON, connect
from tests.gui.test_program import program as program  # the real one
from tests.gui.test_program import world as world

LATE = "Where is my parcel? Order {} was due on Monday. This is unacceptable, I want my money back!"


def test_who_was_away_is_told_what_came_in(program: Program, world: Network, qtbot: Any) -> None:
    pane = connect(program, world, qtbot)
    window = program.window
    assert window is not None
    above = world.say("mossfield", "Parcels leave daily.")
    for n in range(3):
        world.say("ana.lopes", LATE.format(20471 + n), parent=above)
    program.desk.call("sync")
    qtbot.waitUntil(lambda: pane.model.rowCount() == 4, timeout=SOON)
    qtbot.waitUntil(lambda: any(r.more == 2 for r in pane.model.at_hand()), timeout=SOON)

    # a short absence, or none that is known: not a word
    window.catching_up.came_back(0)
    window.catching_up.came_back(clock.now() - LONG // 2)
    assert window.catching_up._left == 0 and not window.away.isVisible()
    # who comes back after years is not told of years
    window.catching_up.came_back(1)
    assert window.catching_up._since >= clock.now() - FURTHEST - 60_000
    window.catching_up.hush()

    window.catching_up.came_back(clock.now() - LONG - 60_000)
    qtbot.waitUntil(window.away.isVisible, timeout=SOON)
    assert window.away.words() == "While you were away: 4 new, 3 complaint(s), 1 group(s) alike"
    pane.focus_list()
    press(qtbot, window, "G")
    press(qtbot, window, "Z")

    def page() -> CatchUp | None:
        shown = window.findChildren(CatchUp)
        return shown[0] if shown and shown[0].isVisible() else None

    qtbot.waitUntil(lambda: page() is not None, timeout=SOON)
    assert not window.away.isVisible(), "said once"
    dialog = page()
    assert dialog is not None
    names = [b.accessibleName() for b in dialog.buttons]
    assert [n.split(":")[0] for n in names] == ["Open"] * 3 + ["All done"]
    assert QApplication.focusWidget() is dialog.buttons[0]
    qtbot.keyClick(dialog.buttons[3], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: program.desk.count("done") == 3, timeout=SOON)
    qtbot.waitUntil(lambda: pane.model.rowCount() == 1, timeout=SOON)
    qtbot.keyClick(dialog.buttons[0], Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: not dialog.isVisible(), timeout=SOON)
    qtbot.waitUntil(
        lambda: "parcel" in (pane.talk.thread_.posts[-1].text if pane.talk.thread_ else ""),
        timeout=SOON,
    )


def test_when_one_was_here_last_is_kept(program: Program, qtbot: Any) -> None:
    assert program.window is not None
    before = clock.now()
    program.window.keep_everything()
    assert place.load(program._paths.root).seen_at >= before


def test_it_is_said_once_what_becomes_of_what_waits(
    program: Program, world: Network, qtbot: Any, monkeypatch: Any
) -> None:
    pane = connect(program, world, qtbot)
    window = program.window
    assert window is not None
    program.desk.call("outbox.pause")
    qtbot.waitUntil(lambda: pane.talk.thread_ is not None, timeout=SOON)
    program.desk.call("reply", item=str(pane.current().id), text="Yes.")
    qtbot.waitUntil(lambda: window.here.waiting == 1 and not window.here.leaving, timeout=SOON)
    gone: list[bool] = []
    monkeypatch.setattr(program._app, "quit", lambda: gone.append(True), raising=False)
    program.quit()
    sheet = program._last_words
    assert sheet.isVisible() and not gone and "sending is on" in sheet.words.text()
    sheet.accept()
    qtbot.waitUntil(lambda: gone == [True])
    assert place.load(program._paths.root).told_waiting
    program.quit()
    assert gone == [True, True], "said once"
    program.desk.call("outbox.resume")
