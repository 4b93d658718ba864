"""What one key does to the row that is current, to those that are selected, to a whole view."""

from __future__ import annotations

import threading
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from cmapp.domain.errors import Rejected
from cmapp.ui.dialogs.picker import Picker
from cmapp.ui.models.inbox import ROW
from cmapp.ui.window import Window
from tests.gui.desk_fixture import FixtureDesk
from tests.gui.test_keys import press

UNDO = {"undo": {"command": "inbox.restore", "args": {"deed": "7"}}}


@pytest.fixture
def pane(qtbot: Any, window: Window) -> Any:
    window.activateWindow()
    found = window.pane("inbox")
    qtbot.waitUntil(found.view.hasFocus)
    return found


def called(desk: FixtureDesk, name: str) -> list[dict[str, Any]]:
    return [args for command, args in desk.calls if command == name]


def test_a_deed_goes_for_all_that_is_selected(
    qtbot: Any, window: Window, pane: Any, desk: FixtureDesk
) -> None:
    desk.answers["inbox.set_state"] = UNDO
    ids = [str(pane.model.row(n).id) for n in range(3)]
    for key in ("X", "Shift+J", "Shift+J", "Shift+J", "Shift+K"):
        press(qtbot, window, key)
    assert pane.list.bulk.isVisible() and pane.model.selection.count(0) == 3
    count = pane.model.rowCount()
    press(qtbot, window, "E")
    assert pane.model.rowCount() == count - 3 and not pane.list.bulk.isVisible()
    qtbot.waitUntil(lambda: bool(called(desk, "inbox.set_state")))
    assert called(desk, "inbox.set_state") == [{"items": ids, "state": "done"}]


def test_all_in_the_view_may_be_meant_but_for_some(
    qtbot: Any, window: Window, pane: Any, desk: FixtureDesk
) -> None:
    desk.answers["inbox.assign"] = UNDO
    left_out = pane.current().id
    press(qtbot, window, "*")
    press(qtbot, window, "X")
    pane.triage.assign("me")
    qtbot.waitUntil(lambda: bool(called(desk, "inbox.assign")))
    assert called(desk, "inbox.assign")[0]["items"] == [
        str(r.id) for r in desk.rows if r.id != left_out
    ]
    press(qtbot, window, "Escape")
    assert not pane.model.selection


def test_what_is_refused_comes_back(
    qtbot: Any, window: Window, pane: Any, desk: FixtureDesk
) -> None:
    desk.answers["inbox.set_state"] = Rejected("unknown_state", field="state", reason="unknown")
    first, count = pane.current().id, pane.model.rowCount()
    press(qtbot, window, "E")
    assert pane.model.rowCount() == count - 1
    qtbot.waitUntil(lambda: pane.model.find(first) == 0)
    assert pane.model.rowCount() == count and window.toast.isVisible()


def test_undo_that_comes_before_the_answer_takes_back_what_was_meant(
    qtbot: Any, window: Window, pane: Any, desk: FixtureDesk
) -> None:
    go_on = threading.Event()

    def slow(_args: dict[str, Any]) -> dict[str, Any]:
        assert go_on.wait(120)
        return dict(UNDO)

    desk.answers["inbox.prioritize"] = {"undo": {"command": "inbox.restore", "args": {"deed": "1"}}}
    desk.answers["inbox.set_state"] = slow
    press(qtbot, window, "!")
    qtbot.waitUntil(lambda: window.toast.can_undo())
    press(qtbot, window, "E")
    press(qtbot, window, "U")
    go_on.set()
    qtbot.waitUntil(lambda: bool(called(desk, "inbox.restore")))
    assert called(desk, "inbox.restore") == [{"deed": "7"}]


def test_a_label_is_chosen_by_letters_and_made_where_there_is_none(
    qtbot: Any, window: Window, pane: Any, desk: FixtureDesk
) -> None:
    desk.answers["inbox.label"] = UNDO
    for letters, label in (("ref", "refund"), ("brand new", "brand new")):
        press(qtbot, window, "L")
        field = QApplication.focusWidget()
        picker = window.findChildren(Picker)[-1]
        qtbot.waitUntil(lambda p=picker: p._choices != [])
        qtbot.keyClicks(field, letters)
        qtbot.keyClick(field, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda x=label: bool(called(desk, "inbox.label"))
                        and called(desk, "inbox.label")[-1]["label"] == x)  # fmt: skip
        assert label in pane.view.currentIndex().data(ROW).labels, "it shows at once"
        assert pane.view.hasFocus()


def test_a_snooze_takes_a_time_as_one_says_it(
    qtbot: Any, window: Window, pane: Any, desk: FixtureDesk
) -> None:
    desk.answers["inbox.snooze"] = UNDO
    item, count = pane.current().id, pane.model.rowCount()
    press(qtbot, window, "B")
    field = QApplication.focusWidget()
    qtbot.keyClicks(field, "in 3 h")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert pane.model.rowCount() == count - 1
    qtbot.waitUntil(lambda: bool(called(desk, "inbox.snooze")))
    args = called(desk, "inbox.snooze")[0]
    assert args["items"] == [str(item)] and args["until"] > desk.here + 2.9 * 3_600_000


def test_the_place_is_kept(qtbot: Any, window: Window, pane: Any) -> None:
    press(qtbot, window, "J")
    press(qtbot, window, "J")
    third = pane.current().id
    qtbot.waitUntil(lambda: pane.talk.thread_.item == third)
    place = window.place()
    assert (place.view, place.item, place.row) == ("needs_reply", third, 2)
    pane._choose(0)
    window.stand_at(place)
    assert place.geometry and pane.current().id == third


def test_news_do_not_move_back_from_a_row_that_was_chosen_just_now(
    qtbot: Any, window: Window, pane: Any
) -> None:
    first = pane._open
    assert first is not None and pane.current().id == first.id
    press(qtbot, window, "J")
    chosen = pane.current().id
    assert pane._reading.isActive() and pane._open is first, "it is yet to open"
    pane.model.refreshed.emit()
    assert pane.current().id == chosen
    qtbot.waitUntil(lambda: pane._open.id == chosen)


def test_a_deed_is_done_to_the_row_that_has_the_keys_though_its_conversation_is_not_drawn_yet(
    qtbot: Any, window: Window, pane: Any, desk: FixtureDesk
) -> None:
    desk.answers["inbox.set_state"] = UNDO
    qtbot.waitUntil(lambda: pane.talk.thread_ is not None)
    second = pane.model.row(1).id
    pane.move_by(1)
    pane.do("done")
    qtbot.waitUntil(lambda: bool(called(desk, "inbox.set_state")))
    assert called(desk, "inbox.set_state")[0]["items"] == [str(second)]
