"""How long things are kept, in the window: on a real engine, by keys (PV-03)."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from cmapp.ui import row_words
from cmapp.ui.dialogs.retention import Retention
from cmapp.ui.widgets.bubble import Bubble
from cmapp.ui.widgets.label import Label
from cmapp.ui.window import Window
from tests.support.stage import Stage


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    made = Stage(tmp_path / "profile")
    yield made
    made.close()


def test_a_rule_is_kept_when_its_field_is_left_and_removing_asks_first(
    qtbot: Any, stage: Stage, live_window: Callable[..., Window]
) -> None:
    item = stage.asked("Is the blue cup vegan?")
    stage.call("inbox.set_state", items=[item], state="done")
    window = live_window(stage)
    window.looking.open_retention()
    sheet = window.findChild(Retention)
    assert sheet is not None
    qtbot.waitUntil(lambda: "items" in sheet.fields and sheet.fields["items"].value() == 730)
    assert sheet.fields["reports"].text() == "for ever"
    field = sheet.fields["items"]
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "90")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "tomorrow" in sheet.said.text())
    rules = {r["kind"]: r for r in stage.call("retention.show")["rules"]}
    assert (rules["items"]["days"], rules["messages"]["days"]) == (90, 365)
    qtbot.mouseClick(sheet.now, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: sheet.said.text() == "Nothing is old enough.")
    assert sheet.isVisible() and not sheet.sure.isVisible(), "Return keeps and does not close"
    sheet.accept()


@pytest.mark.parametrize(
    ("why", "words"),
    [("age", "The words are no longer kept."), ("unverified", "Not shown: it was not seen")],
)
def test_a_bubble_says_why_there_are_no_words(qtbot: Any, why: str, words: str) -> None:
    from cmapp.ui.views import Said

    bubble = Bubble(Said(1, "Ana", "ana", "demo", "", 0, emptied=why))
    qtbot.addWidget(bubble)
    assert words in bubble.accessibleName()


def test_a_row_and_the_page_of_a_person_say_why_there_are_no_words(
    qtbot: Any, stage: Stage, live_window: Callable[..., Window]
) -> None:
    stage.asked("Is the blue cup vegan?")
    with sqlite3.connect(stage.paths.database) as db:
        db.execute(
            "UPDATE posts SET text = '', facts = json_object('emptied', 'age')"
            " WHERE text = 'Is the blue cup vegan?'"
        )
    window = live_window(stage)
    (row,) = window.desk.inbox("needs_reply", start=None, limit=9)
    assert (row.text, row.emptied) == ("The words are no longer kept.", "age")
    assert "no longer kept" in row_words.said(row)
    window.go("people")
    page: Any = window.pane("people")
    qtbot.waitUntil(lambda: page.page.person is not None)
    assert any("no longer kept" in one.text() for one in page.page.findChildren(Label))
