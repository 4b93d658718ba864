"""The review on a real engine: figures, week, suggestions, rules, live chats, by keys (IN-11)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QLabel

from cmapp.system.settings import Settings
from cmapp.ui.dialogs.picker import Picker
from cmapp.ui.dialogs.rule import RuleSheet
from cmapp.ui.dialogs.tell_everyone import TellEveryone
from cmapp.ui.dialogs.words import WordLists
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.switch import Switch
from cmapp.ui.widgets.week import monday_of
from cmapp.ui.window import Window
from tests.gui.shown import button
from tests.support.stage import ANA, CHEN, US, Stage

WISHES = ("Please add a gift box!", "希望有礼盒装。")


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    made = Stage(tmp_path / "profile")
    post = made.world.say(US, "Something new today.")
    made.world.say(ANA, WISHES[0], parent=post)
    made.world.say(CHEN, WISHES[1], parent=post)
    made.world.say(ANA, "Is the blue cup vegan?", parent=post)
    made.call("sync")
    yield made
    made.close()


@pytest.fixture
def opened(stage: Stage, live_window: Callable[..., Window]) -> Callable[..., Window]:
    return partial(live_window, stage)


@pytest.fixture
def window(opened: Callable[..., Window]) -> Window:
    return opened()


def quiet(qtbot: Any, window: Window, check: Callable[[], Any]) -> None:
    qtbot.waitUntil(lambda: not window.bridge.busy() and bool(check()), timeout=8000)


def press(qtbot: Any, window: Window, keys: str) -> None:
    qtbot.keyClicks(QApplication.focusWidget() or window, keys)


def focused() -> str:
    """Return the words of the button that has the keys."""
    here = QApplication.focusWidget()
    return here.words() if isinstance(here, Button) else ""


def said(part: Any) -> list[str]:
    return [label.text() for label in part.findChildren(QLabel) if label.isVisible()]


def item(stage: Stage, text: str) -> dict[str, Any]:
    items = stage.call("inbox.list", state="all", limit=100)["items"]
    return next(i for i in items if i["text"] == text)


def show(qtbot: Any, window: Window, row: dict[str, Any]) -> None:
    window.open_item(int(row["id"]))
    talk = window.pane("inbox").talk
    quiet(qtbot, window, lambda: talk.thread_ and talk.thread_.item == int(row["id"]))


def section(qtbot: Any, window: Window, digit: str) -> Any:
    press(qtbot, window, f"g{digit}")
    quiet(qtbot, window, lambda: window.shown() == "review")
    return window.pane("review").shown()


def test_figures_are_dashes_where_nothing_stands_behind_them(qtbot, window, stage):
    press(qtbot, window, "gf")
    quiet(qtbot, window, lambda: window.shown() == "review")
    part = window.pane("review").shown()
    quiet(qtbot, window, lambda: "First answer after" in said(part))
    # two lengths, a share, and each way to take an answer
    quiet(qtbot, window, lambda: said(part).count("—") >= 6)
    question = item(stage, "Is the blue cup vegan?")
    stage.reply(question["id"], "It is.")
    stage.send()
    part.span.findChildren(type(part.span.focus_place()))[0].click()
    quiet(qtbot, window, lambda: any("n = 1" in words for words in said(part)))
    quiet(qtbot, window, lambda: "100%" in said(part))


def test_sections_are_walked_by_arrows(qtbot, window):
    pane = window.pane("review")
    section(qtbot, window, "1")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    quiet(qtbot, window, lambda: pane.part("week").isVisible())
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Left)
    quiet(qtbot, window, lambda: pane.part("figures").isVisible())


def test_the_week_tells_of_people_opens_a_quote_and_is_saved(qtbot, window, stage, tmp_path):
    part = section(qtbot, window, "2")
    quiet(qtbot, window, lambda: "Nobody wrote in this week" in said(part))
    part.after.click()
    assert part.monday == monday_of(QDate.currentDate())
    quiet(qtbot, window, lambda: any(w.startswith("2 people wrote") for w in said(part)))
    assert not part.after.isEnabled()
    part.save_to(tmp_path / "week.md")
    assert (tmp_path / "week.md").read_text("utf-8") == part.markdown != ""
    part.save_to(tmp_path / "none" / "week.md")
    assert "could not be written" in window.toast.findChild(QLabel).text()
    wish = item(stage, WISHES[0])
    button(qtbot, part, f"Open: {wish['author']['name']}: {WISHES[0]}").click()
    quiet(qtbot, window, lambda: window.shown() == "inbox")
    quiet(
        qtbot,
        window,
        lambda: (t := window.pane("inbox").talk.thread_) and t.item == int(wish["id"]),
    )


def choose(qtbot: Any, window: Window, words: str) -> None:
    picker = next(p for p in window.findChildren(Picker) if p.isVisible())
    quiet(qtbot, window, lambda: True)
    qtbot.keyClicks(picker.field, words)
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)


def registered(stage: Stage) -> list[dict[str, Any]]:
    return stage.call("suggestions.list")["suggestions"]


def test_a_wish_is_registered_done_and_everyone_is_told_once(qtbot, window, stage):
    for n, (text, title) in enumerate(zip(WISHES, ("Gift box", "gift b"), strict=True)):
        show(qtbot, window, item(stage, text))
        press(qtbot, window, "i")
        choose(qtbot, window, title)
        quiet(qtbot, window, lambda n=n: [len(s["people"]) for s in registered(stage)] == [n + 1])
    assert registered(stage)[0]["title"] == "Gift box"
    part = section(qtbot, window, "3")
    quiet(qtbot, window, lambda: "Gift box" in said(part))
    quiet(qtbot, window, lambda: "2" in said(part) and part.places())
    press(qtbot, window, "j")
    assert focused() == "Accept"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    quiet(qtbot, window, lambda: registered(stage)[0]["state"] == "accepted")
    quiet(qtbot, window, lambda: "Accept" not in [b.words() for b in part.places()])
    # the keys stay where they were
    quiet(qtbot, window, lambda: focused() == "It is done…")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.findChild(TellEveryone) is not None)
    sheet = window.findChild(TellEveryone)
    qtbot.waitUntil(sheet.field.hasFocus)
    assert not sheet.go.isEnabled()
    qtbot.keyClicks(sheet.field, "{name}, it is there!")
    qtbot.keyClick(sheet.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    quiet(qtbot, window, lambda: len(stage.drafts()) == 2)
    assert all(d.endswith(", it is there!") and "{" not in d for d in stage.drafts())
    assert registered(stage)[0]["state"] == "done"
    window.undo()
    quiet(qtbot, window, lambda: stage.drafts() == [])
    assert registered(stage)[0]["state"] == "accepted"


def test_a_rule_says_what_it_would_have_done_fires_and_is_taken_back(qtbot, window, stage):
    part = section(qtbot, window, "4")
    quiet(qtbot, window, lambda: "No rule yet" in said(part))
    button(qtbot, part, "New rule").click()
    sheet = window.findChild(RuleSheet)
    assert not sheet.go.isEnabled() and not sheet.alone.isChecked()
    sheet.name.setText("Boxes")
    sheet.query.setText("vegan")
    qtbot.waitUntil(lambda: "matched 1" in sheet.would.text(), timeout=4000)
    sheet.label.setText("vegan, 问题")
    sheet.answer.setPlainText("Yes.")
    assert sheet.values()["deeds"][-1]["command"] == "draft", "it answers only where told to"
    sheet.answer.clear()
    sheet.go.click()
    quiet(qtbot, window, lambda: len(stage.call("rules.list")["rules"]) == 1)
    stage.asked("And the red one, is it vegan?")
    quiet(qtbot, window, lambda: len(stage.call("rules.log")["firings"]) == 1)
    part.load()
    quiet(qtbot, window, lambda: "Boxes: label vegan, label 问题" in said(part))
    button(qtbot, part, "Take back").click()
    quiet(qtbot, window, lambda: "taken back" in said(part))
    assert stage.call("labels.list")["labels"] == [] or all(
        label["count"] == 0 for label in stage.call("labels.list")["labels"]
    )
    part.findChild(Switch).click()
    quiet(qtbot, window, lambda: not stage.call("rules.list")["rules"][0]["enabled"])
    button(qtbot, part, "Delete").click()
    quiet(qtbot, window, lambda: stage.call("rules.list")["rules"] == [])
    window.undo()
    quiet(qtbot, window, lambda: stage.call("rules.list")["rules"][0]["name"] == "Boxes")


def test_a_rule_that_cannot_be_kept_says_so_in_its_sheet(qtbot, window, stage):
    deed = {"command": "inbox.label", "args": {"label": "x"}}
    stage.call("rules.save", name="Boxes", query="box", deeds=[deed])
    window.search_for("vegan")
    quiet(qtbot, window, lambda: window.pane("search").rule.isVisible())
    window.pane("search").rule.click()
    sheet = window.findChild(RuleSheet)
    assert sheet.query.text() == "vegan"
    sheet.name.setText("Boxes")
    sheet.label.setText("y")
    sheet.alone.setChecked(True)
    assert sheet.values()["auto_send"] is False, "nothing to send"
    sheet.save()
    quiet(qtbot, window, lambda: sheet.would.text() and "matched" not in sheet.would.text())
    assert sheet.isVisible()


def test_a_live_chat_is_brought_in_and_removed(qtbot, window, stage, tmp_path):
    log = tmp_path / "stream.txt"
    log.write_text(
        "ana: where is the link?\nbo: hi\ncy: where is the link\nd: link where is the?\n"
    )
    part = section(qtbot, window, "5")
    quiet(qtbot, window, lambda: "No live chat yet" in said(part))
    part.bring_in(str(log))
    quiet(qtbot, window, lambda: any(w.endswith("×") for w in said(part)))
    assert part.logs.currentText() == "stream.txt"
    part.away.click()
    quiet(qtbot, window, lambda: "No live chat yet" in said(part))
    part.bring_in(str(tmp_path / "missing.txt"))
    before = window.toast.findChild(QLabel).text()
    quiet(qtbot, window, lambda: window.toast.findChild(QLabel).text() != before)


def test_a_verdict_is_corrected_and_taken_back(qtbot, window, stage):
    question = item(stage, "Is the blue cup vegan?")
    show(qtbot, window, question)
    press(qtbot, window, "w")
    choose(qtbot, window, "no reply")
    quiet(qtbot, window, lambda: not item(stage, question["text"])["needs_reply"])
    window.undo()
    quiet(qtbot, window, lambda: item(stage, question["text"])["needs_reply"])
    show(qtbot, window, question)
    press(qtbot, window, "w")
    choose(qtbot, window, "complaint")
    quiet(qtbot, window, lambda: item(stage, question["text"])["signals"] == ["complaint"])


def test_words_are_listed_and_taken_off(qtbot, window, stage):
    window.actions_.by_id["words"].trigger()
    sheet = window.findChild(WordLists)
    qtbot.keyClicks(sheet.field, "vegan")
    qtbot.keyClick(sheet.field, Qt.Key.Key_Return)
    quiet(qtbot, window, lambda: "vegan" in said(sheet))
    assert "1 looked at anew" in sheet.said._full
    assert sheet.isVisible(), "Return adds and does not close"
    button(qtbot, sheet, "Take vegan off").click()
    quiet(qtbot, window, lambda: stage.call("words.list")["words"] == [])
    quiet(qtbot, window, lambda: "Nothing on this list." in said(sheet))
    sheet.close()


@pytest.mark.parametrize(
    ("role", "start", "first", "view"),
    [
        ("community", "inbox", ["inbox", "write"], "needs_reply"),
        ("writer", "write", ["write", "answers", "inbox"], "needs_reply"),
        ("lead", "inbox", ["inbox", "review", "outbox"], "overdue"),
        ("analyst", "review", ["review", "people", "inbox"], "needs_reply"),
    ],
)
def test_the_window_opens_as_the_role_looks_at_it(qtbot, opened, role, start, first, view):
    window = opened(Settings(role=role))
    assert window.shown() == start
    assert list(window._buttons)[: len(first)] == first
    assert window.pane("inbox").model.view == view
    assert len(window._buttons) == 9, "a role hides nothing"


def test_the_lead_has_what_is_nobodys_a_chip_away(qtbot, opened, stage):
    window = opened(Settings(role="lead"))
    pane = window.pane("inbox")
    chips = pane.list.chips
    assert chips.current() == "overdue" and chips.has("unassigned") and chips.has("more")
    question = item(stage, "Is the blue cup vegan?")
    press(qtbot, window, "gj")
    quiet(qtbot, window, lambda: pane.model.view == "unassigned" and pane.model.rowCount())
    before = pane.model.rowCount()
    stage.call("inbox.assign", items=[question["id"]], who="me")
    pane.refresh(frozenset({"inbox"}))
    quiet(qtbot, window, lambda: pane.model.rowCount() == before - 1)
