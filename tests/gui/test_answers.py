"""Answers in the window: the strip, the picker, the pane, writing help, the review of drafts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from cmapp.ui.dialogs.pick_reply import Gaps, PickReply
from cmapp.ui.dialogs.review import ReviewDrafts
from cmapp.ui.dialogs.writing_help import WritingHelp, WritingHelpSetUp
from cmapp.ui.text import HOUR, now
from cmapp.ui.views import DraftView
from cmapp.ui.widgets.label import Label
from cmapp.ui.window import Window
from tests.gui.desk_fixture import FixtureDesk

REPLY = {
    "id": "4", "title": "Opening hours", "shortcut": "hours", "changed_at": None,
    "archived_at": None, "unknown": [],
    "variants": [{"network": "", "lang": "", "text": "We open at 9.", "media": []}],
}  # fmt: skip
EARLIER = {
    "question": {"id": "1", "text": "When do you open?", "author": "Jo"},
    "answer": {"id": "2", "text": "We open at 9 am.", "url": None},
    "account": "acct0002", "platform": "mastodon", "created_at": "2026-11-03T10:00:00.000Z",
    "alike": 0.9,
}  # fmt: skip
FILLED: dict[str, Any] = {
    "reply": "4", "text": "We open at 9.", "media": [], "questions": [], "missing": [],
    "unknown": [], "use": "9", "variant": {"network": "", "lang": ""},
}  # fmt: skip

Open = Callable[[FixtureDesk], Window]


def dialog(qtbot: Any, kind: type[QDialog]) -> Any:
    def there() -> Any:
        return next((w for w in QApplication.topLevelWidgets()
                     if isinstance(w, kind) and w.isVisible()), None)  # fmt: skip

    qtbot.waitUntil(lambda: there() is not None)
    return there()


def composer(window: Window) -> Any:
    return window.pane("inbox").talk.composer  # type: ignore[attr-defined]


def strip(window: Window) -> Any:
    return window.pane("inbox").talk.suggestions  # type: ignore[attr-defined]


def test_the_earlier_answer_stands_above_and_one_key_puts_it_in(
    qtbot: Any, desk: FixtureDesk, open_window: Open
) -> None:
    desk.looks["answers.for_item"] = {"earlier": [EARLIER], "replies": [REPLY], "articles": []}
    window = open_window(desk)
    qtbot.waitUntil(lambda: strip(window).isVisible())
    window.pane("inbox").write()  # type: ignore[attr-defined]
    qtbot.keyClick(composer(window).editor, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert composer(window).written().text == "We open at 9 am."


def test_a_text_that_says_otherwise_brings_a_hint_and_holds_nothing_back(
    qtbot: Any, desk: FixtureDesk, open_window: Open
) -> None:
    conflict = EARLIER | {"differences": [{"kind": "quantity", "before": "9 am", "now": "10 am"}]}
    desk.looks["answers.check"] = {"conflicts": [conflict]}
    window = open_window(desk)
    composer(window).editor.setPlainText("We open at 10 am.")
    qtbot.waitUntil(lambda: strip(window).isVisible())
    words = " ".join(label.text() for label in strip(window).findChildren(Label))
    assert "9 am" in words and "10 am" in words
    assert composer(window).button.isEnabled()
    desk.looks["answers.check"] = {"conflicts": []}
    composer(window).editor.setPlainText("We open at 9 am.")
    qtbot.waitUntil(lambda: not strip(window).isVisible())


def test_a_semicolon_and_a_letter_bring_the_picker(
    qtbot: Any, desk: FixtureDesk, open_window: Open
) -> None:
    desk.looks["replies.list"] = {"replies": [REPLY]}
    desk.answers["replies.use"] = FILLED
    window = open_window(desk)
    window.activateWindow()
    window.pane("inbox").write()  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: composer(window).editor.hasFocus())
    qtbot.keyClicks(composer(window).editor, "Hi ;D ")  # begins no shortcut
    qtbot.waitUntil(lambda: not window.bridge.busy())
    assert not any(isinstance(w, PickReply) for w in QApplication.topLevelWidgets())
    qtbot.keyClicks(composer(window).editor, ";h")
    picker = dialog(qtbot, PickReply)
    assert picker.field.text() == "h"
    qtbot.waitUntil(lambda: picker.list.count() == 1)
    qtbot.keyClick(picker.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: composer(window).written().text == "Hi ;D We open at 9.")


ARTICLE = {
    "id": "5", "title": "Returns", "text": "Within seven days.", "url": "https://x.example/r",
    "lang": "", "tags": [], "changed_at": None,
}  # fmt: skip


def test_the_picker_finds_articles_and_puts_in_their_text_or_their_link(
    qtbot: Any, desk: FixtureDesk, open_window: Open
) -> None:
    desk.looks["articles.list"] = {"articles": [ARTICLE]}
    window = open_window(desk)
    answering: Any = window.pane("inbox").answering  # type: ignore[attr-defined]
    for keys, expected in (
        (Qt.KeyboardModifier.NoModifier, "Within seven days."),
        (Qt.KeyboardModifier.ShiftModifier, "Within seven days.https://x.example/r"),
    ):
        answering.pick("")
        picker = dialog(qtbot, PickReply)
        qtbot.waitUntil(lambda p=picker: p.list.count() == 1)  # type: ignore[misc]
        qtbot.keyClick(picker.field, Qt.Key.Key_Return, keys)
        assert composer(window).written().text == expected


def test_what_is_being_written_is_kept_when_another_is_chosen_and_never_replaced(
    qtbot: Any, desk: FixtureDesk, open_window: Open
) -> None:
    other = REPLY | {"id": "8", "title": "Shipping", "shortcut": None}
    desk.looks["replies.list"] = {"replies": [REPLY, other]}
    desk.answers["replies.save"] = {"replies": [REPLY], "undo": {"command": "x", "args": {}}}
    window = open_window(desk)
    window.go("answers")
    pane: Any = window.pane("answers")
    qtbot.waitUntil(lambda: pane.list.count() == 2)
    pane.new()
    pane.reply.name.setText("Returns")
    pane.reply.text.setPlainText("Within a week.")
    desk.looks["replies.list"] = {"replies": [other, REPLY]}
    pane.refresh(frozenset({"answers"}))
    qtbot.waitUntil(lambda: pane.list.item(0).text() == "Shipping")
    assert pane.reply.text.toPlainText() == "Within a week."
    pane.list.setCurrentRow(0)
    qtbot.waitUntil(lambda: any(n == "replies.save" for n, _ in desk.calls))
    saved = next(a for n, a in desk.calls if n == "replies.save")
    assert (saved["id"], saved["title"]) == (None, "Returns")
    assert pane.reply.name.text() == "Shipping"


def test_a_wording_carries_pictures(qtbot: Any, desk: FixtureDesk, open_window: Open) -> None:
    desk.answers["replies.save"] = {"replies": [REPLY], "undo": {"command": "x", "args": {}}}
    window = open_window(desk)
    window.go("answers")
    pane: Any = window.pane("answers")
    pane.new()
    pane.reply.name.setText("Map")
    pane.reply.attach(["/tmp/map.png", "/tmp/other.png"])
    pane.reply.pictures.itemAt(0).widget().alt.setText("The way to us")
    pane.reply.pictures.itemAt(1).widget().gone.emit(None)
    pane.reply.save.click()
    qtbot.waitUntil(lambda: any(n == "replies.save" for n, _ in desk.calls))
    saved = next(a for n, a in desk.calls if n == "replies.save")
    assert saved["variants"][0]["images"] == [{"path": "/tmp/map.png", "alt": "The way to us"}]


def test_gaps_are_asked_for_and_the_answer_goes_with_it(
    qtbot: Any, desk: FixtureDesk, open_window: Open
) -> None:
    window = open_window(desk)
    desk.answers["replies.use"] = FILLED | {"questions": ["Order"], "text": "{{ask:Order}}"}
    answering: Any = window.pane("inbox").answering  # type: ignore[attr-defined]
    answering.use("4")
    gaps = dialog(qtbot, Gaps)
    gaps.fields["Order"].setText("77")
    desk.answers["replies.use"] = FILLED | {"text": "It is 77."}
    qtbot.keyClick(gaps.fields["Order"], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: composer(window).written().text == "It is 77.")
    args = next(a for n, a in reversed(desk.calls) if n == "replies.use")
    assert args["answers"] == {"Order": "77"}


def test_the_pane_writes_wordings_and_shows_how_they_read(
    qtbot: Any, desk: FixtureDesk, open_window: Open
) -> None:
    desk.looks["replies.list"] = {"replies": [REPLY]}
    desk.answers["replies.save"] = {"replies": [REPLY], "undo": {"command": "x", "args": {}}}
    window = open_window(desk)
    window.go("answers")
    pane: Any = window.pane("answers")
    qtbot.waitUntil(lambda: pane.list.count() == 1 and pane.reply.name.text() != "")
    editor = pane.reply
    assert (editor.name.text(), editor.shortcut.text()) == ("Opening hours", ";hours")
    editor._more()
    editor.text.setPlainText("Hi {{first_name}}, {{ask:Order}} {{nonsense}}")
    assert editor.tabs.count() == 2
    assert editor.gaps.isVisibleTo(editor) and "{{nonsense}}" in editor.gaps.text()
    editor.save.click()
    qtbot.waitUntil(lambda: any(c[0] == "replies.save" for c in desk.calls))
    saved = next(a for n, a in desk.calls if n == "replies.save")
    assert [v["text"] for v in saved["variants"]] == [
        "We open at 9.", "Hi {{first_name}}, {{ask:Order}} {{nonsense}}",
    ]  # fmt: skip
    assert len({(v["network"], v["lang"]) for v in saved["variants"]}) == 2


def test_writing_help_shows_what_it_would_send_and_only_suggests(
    qtbot: Any, desk: FixtureDesk, open_window: Open
) -> None:
    window = open_window(desk)
    composer(window).editor.setPlainText("A long text.")
    sent = {"url": "http://127.0.0.1:1/v1", "local": True, "model": "tiny", "hidden": [],
            "messages": [{"role": "user", "content": "PROMPT"}]}  # fmt: skip
    desk.answers["writing_help.asked"] = sent
    desk.answers["writing_help.write"] = {"text": "Short.", "sent": sent}
    answering: Any = window.pane("inbox").answering  # type: ignore[attr-defined]
    answering.help_write()
    help_ = dialog(qtbot, WritingHelp)
    qtbot.waitUntil(lambda: help_.sent.toPlainText() == "PROMPT")
    assert not any(n == "writing_help.write" for n, _ in desk.calls)
    help_.ask.click()
    qtbot.waitUntil(lambda: help_.back.toPlainText() == "Short.")
    assert composer(window).written().text == "A long text."
    help_.take.click()
    assert composer(window).written().text == "Short."
    composer(window).editor.undo()
    assert composer(window).written().text == "A long text."
    assert not any(n == "reply" for n, _ in desk.calls)


def test_the_endpoint_is_set_and_the_window_remembers_it(
    qtbot: Any, desk: FixtureDesk, open_window: Open
) -> None:
    desk.answers["writing_help.show"] = {"url": "", "model": "", "hide_names": True, "key": False}
    found = {"on": True, "url": "http://127.0.0.1:1/v1", "model": "tiny", "hide_names": True,
             "key": False, "local": True}  # fmt: skip
    desk.answers["writing_help.set"] = found
    window = open_window(desk)
    window.opening.writing_help()
    set_up = dialog(qtbot, WritingHelpSetUp)
    set_up.url.setText("http://127.0.0.1:1/v1")
    set_up.model.setEditText("tiny")
    qtbot.keyClick(set_up.url, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.settings.help_url == "http://127.0.0.1:1/v1")


def test_drafts_are_gone_through_by_keys(
    qtbot: Any, desk: FixtureDesk, open_window: Open, monkeypatch: Any
) -> None:
    drafts = [
        DraftView(str(n), "acct0001", desk.rows[n].id, f"Draft {n}", now() - HOUR, "Jo")
        for n in range(3)
    ]
    monkeypatch.setattr(desk, "drafts", lambda: drafts)
    desk.answers["reply"] = {"outbox": {"id": "7"}, "undo": {"command": "u", "args": {}}}
    window = open_window(desk)
    window.pane("inbox").open_item(desk.rows[1].id)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: composer(window).written().text == "Draft 1")
    window.opening.review_drafts()
    review = dialog(qtbot, ReviewDrafts)
    assert review.editor.toPlainText() == "Draft 0"
    alt, ctrl = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(review.editor, Qt.Key.Key_Right, alt)
    assert review.editor.toPlainText() == "Draft 1"
    review.editor.setPlainText("Draft 1, better")
    qtbot.keyClick(review.editor, Qt.Key.Key_Return, ctrl)
    qtbot.waitUntil(lambda: review.editor.toPlainText() == "Draft 2")
    sent = next(a for n, a in desk.calls if n == "reply")
    assert (sent["text"], sent["draft"]) == ("Draft 1, better", "1")
    qtbot.keyClick(review.editor, Qt.Key.Key_Backspace, ctrl)
    qtbot.waitUntil(lambda: any(n == "drafts.delete" for n, _ in desk.calls))
    assert [d.id for d in review.drafts] == ["0"]
    drafts[:] = [drafts[0]]
    review.reject()
    assert composer(window).written().text == ""
