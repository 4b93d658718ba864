from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

from cmapp.ui.actions import deeds
from cmapp.ui.dialogs.palette import Palette, score
from cmapp.ui.widgets.button import Button
from cmapp.ui.window import Window
from tests.gui.desk_fixture import FixtureDesk


def press(qtbot: Any, window: Window, key: str) -> None:
    target = QApplication.focusWidget() or window
    sequence = QKeySequence(key)[0]
    qtbot.keyClick(target, sequence.key(), sequence.keyboardModifiers())


def test_no_two_actions_share_a_key() -> None:
    keys = [key for deed in deeds() for key in deed.keys]
    assert len(keys) == len(set(keys))


def test_every_action_has_something_to_do(window: Window) -> None:
    assert {d.id for d in deeds()} == set(window.actions_.by_id)


def test_j_and_k_walk_and_open(qtbot: Any, window: Window) -> None:
    pane = window.pane("inbox")
    window.activateWindow()
    qtbot.waitUntil(pane.view.hasFocus)
    first = pane.current().id
    press(qtbot, window, "J")
    press(qtbot, window, "J")
    assert pane.view.currentIndex().row() == 2
    qtbot.waitUntil(lambda: pane.talk.thread_.item == pane.current().id)
    press(qtbot, window, "K")
    press(qtbot, window, "K")
    assert pane.current().id == first


def test_e_finishes_and_u_takes_it_back(qtbot: Any, window: Window, desk: FixtureDesk) -> None:
    pane = window.pane("inbox")
    qtbot.waitUntil(pane.view.hasFocus)
    item = pane.current().id
    undo = {"command": "inbox.restore", "args": {"deed": "12"}}
    desk.answers["inbox.set_state"] = {"undo": undo}
    count = pane.model.rowCount()
    press(qtbot, window, "E")
    assert pane.model.rowCount() == count - 1, "the row leaves before the engine has answered"
    qtbot.waitUntil(lambda: window.toast.can_undo())
    assert ("inbox.set_state", {"items": [str(item)], "state": "done"}) in desk.calls
    press(qtbot, window, "U")
    qtbot.waitUntil(lambda: ("inbox.restore", undo["args"]) in desk.calls)
    qtbot.waitUntil(lambda: pane.model.rowCount() == count)


def test_r_writes_letters_stay_letters_and_ctrl_return_queues(
    qtbot: Any, window: Window, desk: FixtureDesk
) -> None:
    pane = window.pane("inbox")
    qtbot.waitUntil(pane.view.hasFocus)
    item = pane.current().id
    desk.answers["reply"] = {"outbox": {"id": "77", "state": "ready"}}
    press(qtbot, window, "R")
    editor = pane.talk.composer.editor
    qtbot.waitUntil(editor.hasFocus)
    qtbot.keyClicks(editor, "jokeru/?")
    assert editor.toPlainText() == "jokeru/?"
    assert pane.view.currentIndex().row() == 0
    press(qtbot, window, "Ctrl+Return")
    qtbot.waitUntil(lambda: any(name == "reply" for name, _ in desk.calls))
    args = next(args for name, args in desk.calls if name == "reply")
    assert args["item"] == str(item) and args["text"] == "jokeru/?" and args["undo_delay"]
    saved = next(args for name, args in desk.calls if name == "drafts.save")
    assert saved["id"] == args["draft"], "the draft is on record before it is queued"
    qtbot.waitUntil(lambda: editor.toPlainText() == "")


def test_undo_of_a_send_brings_the_text_back(qtbot: Any, window: Window, desk: FixtureDesk) -> None:
    pane = window.pane("inbox")
    desk.answers["reply"] = {"outbox": {"id": "77", "state": "ready"}}
    desk.answers["outbox.cancel"] = {"draft": "4242"}
    pane.write()
    pane.talk.composer.editor.setPlainText("too soon")
    pane.talk.composer.send()
    qtbot.waitUntil(lambda: window.toast.can_undo())
    window.undo()
    qtbot.waitUntil(lambda: pane.talk.composer.editor.toPlainText() == "too soon")
    assert ("outbox.cancel", {"id": "77"}) in desk.calls


def test_slash_searches_and_escape_leaves(qtbot: Any, window: Window) -> None:
    qtbot.waitUntil(window.pane("inbox").view.hasFocus)
    press(qtbot, window, "/")
    qtbot.waitUntil(window.top.search.hasFocus)
    window.top.search.insert("退款")
    pane = window.pane("search")
    qtbot.waitUntil(lambda: "1 found" in pane.under.text() or "%n" in pane.under.text())
    qtbot.keyClick(window.top.search, Qt.Key.Key_Escape)
    assert window.stack.currentWidget() is window.pane("inbox")


@pytest.mark.parametrize(
    ("query", "first"), [("pan", "panic"), ("fl", "flight"), ("drk", "dark"), ("set", "settings")]
)
def test_the_palette_finds_by_a_few_letters(query: str, first: str) -> None:
    found = sorted(deeds(), key=lambda d: -score(query, d))
    assert found[0].id == first
    assert score("zzzz", found[0]) == 0


def test_the_palette_is_driven_by_keys_alone(qtbot: Any, window: Window) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.pane("inbox").view.hasFocus)
    before = QApplication.focusWidget()
    palette = Palette(window.actions_, window)
    chosen: list[str] = []
    palette.ask(lambda choice: chosen.append(choice.code))
    assert palette.field.hasFocus(), "a key that is pressed right away is for the palette"
    qtbot.keyClicks(palette.field, "outb")
    qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert chosen == ["outbox"]
    assert QApplication.focusWidget() is before


@pytest.mark.parametrize(
    ("query", "first"), [("完成", "done"), ("延後", "snooze"), ("快捷键", "keys"), ("tag", "label")]
)
def test_the_palette_knows_the_words_of_every_language(query: str, first: str) -> None:
    found = sorted(deeds(), key=lambda d: -score(query, d))
    assert found[0].id == first


def test_return_presses_the_button_that_has_the_keys(qtbot: Any, window: Window) -> None:
    window.activateWindow()
    pane = window.pane("inbox")
    qtbot.waitUntil(pane.view.hasFocus)
    window._buttons["outbox"].setFocus()
    press(qtbot, window, "Return")
    assert window._on("outbox")
    assert not pane.talk.composer.editor.hasFocus()
    window.go("inbox")
    qtbot.waitUntil(pane.view.hasFocus)
    press(qtbot, window, "Return")
    qtbot.waitUntil(pane.talk.composer.editor.hasFocus)


def test_what_was_opened_from_elsewhere_is_chosen_once_it_is_in_the_list(
    qtbot: Any, window: Window
) -> None:
    """A held reply is edited: its item was not in the list, and comes back a moment later."""
    pane = window.pane("inbox")
    qtbot.waitUntil(lambda: pane.talk.thread_ is not None)
    model, row = pane.model, pane.model.row(2)
    rows = list(model._block(0))
    model.drop([row.id])
    pane.open_item(row.id)
    assert pane.talk.thread_.item == row.id and pane.current() is None
    pane.talk.composer.editor.setPlainText("half a word")
    model._gone.clear()
    model._take([None], [len(rows)], {0: rows})
    qtbot.waitUntil(lambda: pane.current() is not None and pane.current().id == row.id)
    qtbot.wait(60)
    assert pane.talk.composer.editor.toPlainText() == "half a word"


def test_r_says_why_where_nothing_can_be_answered(
    qtbot: Any, window: Window, desk: FixtureDesk
) -> None:
    import dataclasses

    pane = window.pane("inbox")
    qtbot.waitUntil(lambda: pane.talk.thread_ is not None)
    closed = dataclasses.replace(pane.talk.thread_, can_reply=False, why_not="window_closed")
    pane.talk.show_thread(closed)
    press(qtbot, window, "R")
    assert window.toast.isVisible()
    assert "time limit" in window.toast.words()


def test_at_the_first_start_return_connects_an_account(
    qtbot: Any, desk: FixtureDesk, open_window: Any
) -> None:
    desk.rows.clear()
    desk.accounts = lambda: []  # type: ignore[method-assign]
    window = open_window(desk)
    window.activateWindow()
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), Button))
    assert QApplication.focusWidget().words() == "Connect an account"
