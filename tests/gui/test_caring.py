"""The dialogs of moderation, tasks and what is written down, on a real engine (CR-14, IN-18)."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import icalendar
import pytest
from PySide6.QtCore import QDateTime
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton

from cmapp.system.clock import now
from cmapp.ui import look, text
from cmapp.ui.bridge import Bridge
from cmapp.ui.dialogs.log_contact import LogAnswer, LogContact
from cmapp.ui.dialogs.moderate import Moderate
from cmapp.ui.dialogs.moderation_log import ModerationLog
from cmapp.ui.dialogs.tasks import MakeTask, Tasks
from cmapp.ui.reader import StoreDesk
from cmapp.ui.widgets.label import Label
from cmapp.ui.window import Window
from tests.gui.desk_fixture import FixtureDesk
from tests.support.stage import CHEN, US, Stage

HOUR = 3_600_000
SOON = 10_000


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    made = Stage(tmp_path / "profile", accounts=1)
    yield made
    made.close()


def words(widget: Any) -> str:
    """Return what stands on it; what was shortened for want of room as a screen reader has it."""
    found = (label.accessibleName() or label.text() for label in widget.findChildren(Label))
    return " | ".join(said for said in found if said)


def press(widget: Any, named: str) -> None:
    (button,) = [b for b in widget.findChildren(QPushButton) if b.accessibleName() == named]
    button.click()


def open_moderate(qtbot: Any, stage: Stage, bridge: Bridge, *items: str) -> Moderate:
    dialog = Moderate(stage, bridge, [int(i) for i in items], name="Ana", count=len(items))
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: not bridge.busy(), timeout=SOON)
    return dialog


# --- moderation ---------------------------------------------------------------------------------


def test_what_cannot_be_is_grey_with_the_reason(qtbot: Any, stage: Stage, bridge: Bridge) -> None:
    remote = stage.world.say(CHEN, f"Look @{US}")
    stage.call("sync")
    dialog = open_moderate(qtbot, stage, bridge, stage.item(remote))
    able = {deed: button.isEnabled() for deed, button in dialog.buttons.items()}
    assert able == {"hide": False, "mute": True, "block": True, "report": True}
    assert "The thread is somebody else's." in words(dialog)
    dialog.local.setChecked(True)
    assert dialog.buttons["hide"].isEnabled() and not dialog.buttons["report"].isEnabled()


def test_it_asks_for_a_reason_and_says_what_will_happen(
    qtbot: Any, stage: Stage, bridge: Bridge
) -> None:
    item = stage.asked("Buy followers")
    dialog = open_moderate(qtbot, stage, bridge, item)
    said = set()
    for deed in ("hide", "mute", "block", "report"):
        dialog.buttons[deed].setChecked(True)
        assert not dialog.go.isEnabled()
        said.add(dialog.will.text())
    assert len(said) == 4 and "" not in said
    dialog.buttons["report"].setChecked(True)
    assert not dialog.note.isHidden()
    dialog.note.setPlainText("Ads.")
    dialog.category.setCurrentIndex(dialog.category.findData("spam"))
    assert dialog.go.isEnabled()
    dialog.buttons["mute"].setChecked(True)
    dialog.category.setCurrentIndex(0)
    assert not dialog.go.isEnabled()
    dialog.reason.setText("rude")
    assert dialog.go.isEnabled() and dialog.note.isHidden()
    stage.call("moderate", items=[item], **dialog.args)
    (entry,) = stage.call("moderation.log")["entries"]
    assert (entry["deed"], entry["reason"], entry["note"]) == ("mute", "rude", "")


def test_the_log_shows_each_line_and_takes_one_back(
    qtbot: Any, stage: Stage, bridge: Bridge
) -> None:
    item = stage.asked("Buy <b>followers</b>")
    stage.call("moderate", deed="mute", items=[item], reason="ads", category="spam")
    stage.call("moderate", deed="report", items=[item], reason="ads")
    stage.send()
    dialog = ModerationLog(stage, bridge)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    asked: list[str] = []
    dialog.undo_asked.connect(asked.append)
    qtbot.waitUntil(lambda: "Mute" in words(dialog), timeout=SOON)
    shown = words(dialog)
    assert "Spam · ads" in shown and "Buy <b>followers</b>" in shown and "done" in shown
    backs = [b for b in dialog.findChildren(QPushButton) if "Take back" in b.text()]
    assert len(backs) == 1, "a report that is out cannot be taken back"
    backs[0].click()
    stage.call("moderation.undo", entries=asked)
    dialog.fill()
    qtbot.waitUntil(lambda: "taken back" in words(dialog), timeout=SOON)


def test_shift_m_opens_it_for_what_is_selected_and_undo_takes_it_back(
    qtbot: Any, window: Window, desk: FixtureDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    undo = {"command": "moderation.undo", "args": {"entries": ["7"]}}
    who = {"name": "Ana", "handle": "ana"}
    desk.answers["moderation.can"] = {
        "items": [{"can": dict.fromkeys(("hide", "mute", "block", "report"))}]
    }
    desk.answers["moderate"] = {"entries": [{"person": who}], "skipped": [], "undo": undo}

    def fill(dialog: Moderate) -> int:
        qtbot.waitUntil(lambda: dialog.buttons["mute"].isEnabled())
        dialog.buttons["mute"].setChecked(True)
        dialog.reason.setText("rude")
        return 1

    monkeypatch.setattr(Moderate, "exec", fill)
    pane: Any = window.pane("inbox")
    item = pane.current().id
    window.actions_.by_id["moderate"].trigger()
    qtbot.waitUntil(lambda: "moderate" in [c for c, _ in desk.calls])
    args = dict(desk.calls)["moderate"]
    assert args["items"] == [str(item)]
    assert (args["deed"], args["reason"], args["local"]) == ("mute", "rude", False)
    qtbot.waitUntil(window.toast.can_undo)
    window.undo()
    qtbot.waitUntil(lambda: ("moderation.undo", undo["args"]) in desk.calls)


# --- tasks --------------------------------------------------------------------------------------


def test_tasks_are_made_ticked_deleted_and_exported(
    qtbot: Any, stage: Stage, bridge: Bridge, tmp_path: Path
) -> None:
    item = stage.asked("My order never came")
    stage.call("tasks.add", title="Call her", due=now() - 3 * HOUR, items=[item])
    dialog = Tasks(stage, bridge)  # type: ignore[arg-type]
    qtbot.addWidget(dialog)
    changed: list[tuple[str, Any]] = []
    dialog.changed.connect(lambda said, undo: changed.append((said, undo)))
    qtbot.waitUntil(lambda: "Call her" in words(dialog), timeout=SOON)
    assert "3 h overdue" in words(dialog) and "My order never came" in words(dialog)
    dialog.title.setText("Pack it")
    dialog.add()
    qtbot.waitUntil(lambda: "Pack it" in words(dialog), timeout=SOON)
    dialog.export_to(tmp_path / "out.ics")
    qtbot.waitUntil(lambda: (tmp_path / "out.ics").exists() and not bridge.busy(), timeout=SOON)
    read: Any = icalendar.Calendar.from_ical((tmp_path / "out.ics").read_bytes())
    assert len(read.walk("VTODO")) == 2
    (tick,) = [t for t in dialog.findChildren(QCheckBox) if t.accessibleName() == "Done: Call her"]
    tick.click()
    qtbot.waitUntil(lambda: "Call her" not in words(dialog), timeout=SOON)
    press(dialog, "Delete Pack it")
    qtbot.waitUntil(lambda: "Nothing here." in words(dialog), timeout=SOON)
    undo = changed[-1][1]
    stage.call(undo["command"], **undo["args"])
    assert [t["title"] for t in stage.call("tasks.list")["tasks"]] == ["Pack it"]


def test_a_task_is_made_of_a_conversation(
    qtbot: Any, window: Window, desk: FixtureDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fill(dialog: MakeTask) -> int:
        assert not dialog.go.isEnabled()
        dialog.title.setText("Call")
        assert dialog.go.isEnabled()
        dialog.picker.when.setDateTime(QDateTime.fromMSecsSinceEpoch(1_800_000_000_000))
        return 1

    monkeypatch.setattr(MakeTask, "exec", fill)
    pane: Any = window.pane("inbox")
    window.actions_.by_id["task"].trigger()
    qtbot.waitUntil(lambda: "tasks.add" in [c for c, _ in desk.calls])
    assert dict(desk.calls)["tasks.add"] == {
        "title": "Call", "owner": "", "due": 1_800_000_000_000, "items": [str(pane.current().id)],
    }  # fmt: skip


def test_what_a_task_says_of_its_day_needs_no_colour(monkeypatch: pytest.MonkeyPatch) -> None:
    assert text.due(now() - 2 * HOUR) == "2 h overdue"
    assert "overdue" not in text.due(now() + 2 * HOUR)


# --- by hand ------------------------------------------------------------------------------------


def test_a_contact_is_written_down_and_answered(qtbot: Any, stage: Stage) -> None:
    dialog = LogContact()
    qtbot.addWidget(dialog)
    dialog.text.setPlainText("Is the blue pot here?")
    assert not dialog.go.isEnabled(), "somebody must have said it"
    dialog.who.setText("Frau Meier")
    assert dialog.go.isEnabled()
    dialog.channel.setCurrentIndex(dialog.channel.findData("shop"))
    item = stage.call("log.add", **dialog.args)["item"]
    assert item["author"]["name"] == "Frau Meier" and item["needs_reply"]
    reader = StoreDesk(stage.paths, lambda: stage.engine.desk.settings)
    thread = reader.thread(int(item["id"]))
    reader.close()
    assert thread is not None and (thread.can_reply, thread.why_not) == (False, "by_hand")
    answer = LogAnswer(int(item["id"]), "Frau Meier")
    qtbot.addWidget(answer)
    answer.text.setPlainText("On Friday.")
    answer.when.setDateTime(QDateTime.currentDateTime().addSecs(60))
    assert stage.call("log.answer", **answer.args)["item"]["state"] == "done"


def test_r_on_an_entry_asks_what_was_answered(
    qtbot: Any,
    open_window: Callable[[FixtureDesk], Window],
    desk: FixtureDesk,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    real = desk.thread
    monkeypatch.setattr(
        desk,
        "thread",
        lambda item: dataclasses.replace(real(item), can_reply=False, why_not="by_hand"),  # type: ignore[type-var]
    )
    window = open_window(desk)

    def fill(dialog: LogAnswer) -> int:
        dialog.text.setPlainText("On Friday.")
        return 1

    monkeypatch.setattr(LogAnswer, "exec", fill)
    pane: Any = window.pane("inbox")
    assert "write down what you said" in pane.talk.closed.text()
    window.actions_.by_id["reply"].trigger()
    qtbot.waitUntil(lambda: "log.answer" in [c for c, _ in desk.calls])
    assert dict(desk.calls)["log.answer"]["item"] == str(pane.current().id)
    assert dict(desk.calls)["log.answer"]["text"] == "On Friday."


# --- both themes --------------------------------------------------------------------------------


def test_tick_boxes_and_choices_can_be_seen_in_both_themes(
    qtbot: Any, dressed: QApplication
) -> None:
    from cmapp.ui.widgets.choice import Choice, Tick

    for theme in ("light", "dark"):
        look.switch(dressed, theme)
        for kind in (Tick, Choice):
            one = kind("Mute")
            qtbot.addWidget(one)
            pictures = []
            for on in (False, True):
                one.setChecked(on)
                pictures.append(one.grab().toImage())
            ground = pictures[0].pixelColor(0, 0)
            edges = {pictures[0].pixelColor(x, one.height() // 2).lightness() for x in range(24)}
            assert max(abs(e - ground.lightness()) for e in edges) > 40, (theme, kind)
            assert pictures[0] != pictures[1]
