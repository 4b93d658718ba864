"""The search page: completion, filters to take off, pages, what is kept, the way back."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from cmapp.ui import search_words
from cmapp.ui.panes import search as pane_module
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.hit_card import HitCard
from cmapp.ui.window import Window
from tests.gui.test_keys import press


@pytest.fixture
def pane(qtbot: Any, window: Window) -> Any:
    qtbot.waitUntil(window.pane("inbox").view.hasFocus)
    press(qtbot, window, "/")
    qtbot.waitUntil(window.top.search.hasFocus)
    return window.pane("search")


def buttons(pane: Any) -> list[str]:
    return [b.text() for b in pane.inside.findChildren(Button) if b.isVisible()]


def cards(pane: Any) -> list[HitCard]:
    return [c for c in pane.inside.findChildren(HitCard) if c.isVisible()]


def test_examples_and_kept_searches_wait_before_anything_is_typed(
    qtbot: Any, window: Window, pane: Any
) -> None:
    qtbot.waitUntil(lambda: "Refunds" in buttons(pane))
    assert all(query in buttons(pane) for query, _ in search_words.examples())
    kept = next(b for b in pane.inside.findChildren(Button) if b.text() == "Refunds")
    qtbot.mouseClick(kept, Qt.MouseButton.LeftButton)
    assert window.top.search.text() == "退款 is:open"
    qtbot.waitUntil(lambda: bool(cards(pane)))


def test_tab_completes_a_filter_and_a_chip_takes_it_off(
    qtbot: Any, window: Window, pane: Any
) -> None:
    field = window.top.search
    field.insert("退款 is")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert field.text() == "退款 is:"
    qtbot.waitUntil(lambda: len(cards(pane)) == 1)  # a filter that is being written is no words
    qtbot.keyClicks(field, "una")
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert field.text() == "退款 is:unanswered "
    assert field.hasFocus()
    qtbot.waitUntil(lambda: "is:unanswered" in buttons(pane))
    chip = next(b for b in pane.inside.findChildren(Button) if b.text() == "is:unanswered")
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert field.text() == "退款"


def test_people_are_offered_by_any_part_of_their_name(
    qtbot: Any, window: Window, pane: Any
) -> None:
    window.top.search.insert("from:晓雯")
    qtbot.waitUntil(lambda: "@xiaowen.example" in buttons(pane))
    qtbot.keyClick(window.top.search, Qt.Key.Key_Tab)
    assert window.top.search.text() == "from:@xiaowen.example "


def test_what_cannot_be_read_is_said_once_it_is_written(
    qtbot: Any, window: Window, pane: Any
) -> None:
    window.top.search.insert("退款 is:opne")
    note = search_words.note("unknown_value", "is:opne")

    def said() -> bool:
        return any(w.text() == note for w in pane.inside.findChildren(pane_module.Label))

    qtbot.waitUntil(said)


def test_an_opened_hit_leaves_the_field_empty_and_slash_brings_the_search_back(
    qtbot: Any, window: Window, pane: Any
) -> None:
    field = window.top.search
    field.insert("退款")
    qtbot.waitUntil(lambda: len(cards(pane)) == 1)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    (card,) = cards(pane)
    assert card.open.hasFocus()
    qtbot.keyClick(card.open, Qt.Key.Key_Up)
    assert field.hasFocus()
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(card.open, Qt.Key.Key_Space)
    assert window.shown() == "inbox"
    assert field.text() == ""
    window.focus_search()
    assert (window.shown(), field.text(), field.selectedText()) == ("search", "退款", "退款")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (window.shown(), field.text()) == ("inbox", "")
    window.focus_search()
    assert field.text() == ""


def test_more_is_shown_behind_what_is_there(
    qtbot: Any, window: Window, pane: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pane_module, "_LIMIT", 3)
    monkeypatch.setattr(pane_module, "_AT_ONCE", 2)
    window.search_for("e")
    qtbot.waitUntil(lambda: "Show more" in buttons(pane))
    assert len(cards(pane)) == 3
    qtbot.waitUntil(lambda: pane.under.text().startswith("3 of "))
    first = [c.hit.id for c in cards(pane)]
    pane.inside.findChildren(Button)[-1].click()
    qtbot.waitUntil(lambda: len(cards(pane)) > 3)
    ids = [c.hit.id for c in cards(pane)]
    assert ids[:3] == first
    assert ids == sorted(set(ids), reverse=True)


def test_a_search_is_kept_under_a_name_and_taken_back(
    qtbot: Any, window: Window, desk: Any, pane: Any
) -> None:
    undo = {"command": "searches.delete", "args": {"name": "x"}}
    desk.answers["searches.save"] = {"search": {"name": "x"}, "undo": undo}
    window.search_for("退款")
    qtbot.waitUntil(lambda: len(cards(pane)) == 1)
    pane.save()
    picker = window.findChild(pane_module.Picker)
    qtbot.keyClicks(picker.field, "x")
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: ("searches.save", {"name": "x", "query": "退款"}) in desk.calls)
    qtbot.waitUntil(lambda: window.toast.can_undo())
    window.undo()
    qtbot.waitUntil(lambda: ("searches.delete", undo["args"]) in desk.calls)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("fr", "from:"),
        ("退款 -ha", "has:"),
        ("is：un", "unanswered "),
        ("is:open,ov", "overdue "),
        ("label:re", '"Refund now" '),
        ("(la", "label:"),
        ("since:", "today "),
        ("退款", ""),
        ("退款 ", ""),
        ("is:open", ""),
    ],
)
def test_what_may_come_next(typed: str, first: str) -> None:
    known = {"label": ["Refund now", "bug"]}
    offered = search_words.completions(typed, len(typed), known)
    assert (offered[0].words if offered else "") == first
