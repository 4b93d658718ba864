"""Goals and experiments in the window: made, changed, taken back by keys; nothing shown early."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from cmapp.store import watched
from cmapp.system import clock
from cmapp.ui.dialogs.fields import FieldsSheet
from cmapp.ui.insights.experiment_arms import ArmsSheet, PeekSheet
from cmapp.ui.insights.experiment_sheet import ExperimentSheet
from cmapp.ui.window import Window
from tests.gui.shown import button
from tests.support.stage import ANA, US, Stage

DAY = 86_400_000


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    made = Stage(tmp_path / "profile")
    post = made.world.say(US, "Something new today.")
    made.world.say(ANA, "Is it vegan?", parent=post)
    made.call("sync")
    yield made
    made.close()


@pytest.fixture
def window(qtbot: Any, stage: Stage, live_window: Callable[[Stage], Window]) -> Window:
    made = live_window(stage)
    made.resize(1280, 900)
    qtbot.keyClicks(made.focusWidget(), "g6")
    quiet(qtbot, made, lambda: made.pane("insights").isVisible())
    return made


def quiet(qtbot: Any, window: Window, check: Callable[[], Any]) -> None:
    qtbot.waitUntil(lambda: not window.bridge.busy() and bool(check()), timeout=8000)


def section(qtbot: Any, window: Window, code: str) -> Any:
    pane: Any = window.pane("insights")
    pane.show_part(code)
    quiet(qtbot, window, lambda: True)
    return pane.part(code)


def words(part: Any) -> str:
    return "\n".join(label.text() for label in part.findChildren(QLabel) if label.isVisible())


def dialog(qtbot: Any, window: Window, kind: type[Any]) -> Any:
    def found() -> list[Any]:
        return [d for d in window.findChildren(kind) if d.isVisible()]

    quiet(qtbot, window, found)
    return found()[0]


def test_a_goal_is_made_told_changed_and_taken_back(
    qtbot: Any, window: Window, stage: Stage
) -> None:
    part = section(qtbot, window, "goals")
    quiet(qtbot, window, lambda: "No goal yet" in words(part))
    qtbot.keyClick(button(qtbot, part, "New goal"), Qt.Key.Key_Space)
    sheet: FieldsSheet = dialog(qtbot, window, FieldsSheet)
    qtbot.keyClick(sheet.go, Qt.Key.Key_Return)
    quiet(qtbot, window, lambda: sheet.trouble.text())
    assert sheet.isVisible() and sheet.trouble.text() == "It needs a number."
    qtbot.keyClicks(sheet.inputs["target"], "8")
    qtbot.keyClicks(sheet.inputs["name"], "A lively month")
    qtbot.keyClick(sheet.go, Qt.Key.Key_Return)
    quiet(qtbot, window, lambda: not sheet.isVisible() and "A lively month" in words(part))
    known = stage.call("goals.list")["goals"][0]
    assert f"{known['value']:.0f} of 8" in words(part) and "Running" in words(part)
    assert f"value ÷ target = {known['value']:g} ÷ 8" in words(part)
    qtbot.keyClick(button(qtbot, part, "Remove"), Qt.Key.Key_Space)
    quiet(qtbot, window, lambda: "No goal yet" in words(part))
    stage.call("undo")
    part.load()
    quiet(qtbot, window, lambda: "A lively month" in words(part))


def test_unknown_so_far_is_said_and_no_bar_is_drawn(
    qtbot: Any, window: Window, stage: Stage
) -> None:
    stage.call("goals.save", metric="roi", target="20%", last_day="2099-01-01")
    part = section(qtbot, window, "goals")
    quiet(qtbot, window, lambda: "unknown so far" in words(part))
    assert "0%" not in words(part).replace("20%", "").split("of the time")[0].split("unknown")[0]


@pytest.mark.parametrize("view", ["index", "costs", "decisions", "findings"])
def test_each_view_makes_what_it_shows(qtbot: Any, window: Window, stage: Stage, view: str) -> None:
    part = section(qtbot, window, "goals")
    part.views.choose(view)
    part.load()
    quiet(qtbot, window, lambda: True)
    qtbot.keyClick(part.new, Qt.Key.Key_Space)
    sheet: FieldsSheet = dialog(qtbot, window, FieldsSheet)
    given = {
        "index": {"worst": "0", "best": "50"},
        "costs": {"amount": "12.50", "currency": "EUR", "channel": "Ads"},
        "decisions": {"finding": "Slow at noon", "change": "Two at noon"},
        "findings": {"title": "Talk with Ana"},
    }[view]
    for name, said in given.items():
        qtbot.keyClicks(sheet.inputs[name], said)
    qtbot.keyClick(sheet.go, Qt.Key.Key_Return)
    shown = {
        "index": "between 0 (0) and 50 (100)",
        "costs": "EUR: 12.50 spent, — came back",
        "decisions": "→ Two at noon",
        "findings": "Talk with Ana",
    }[view]
    quiet(qtbot, window, lambda: shown in words(part))


def test_the_size_is_shown_before_anything_is_made(
    qtbot: Any, window: Window, stage: Stage
) -> None:
    part = section(qtbot, window, "experiments")
    qtbot.keyClick(button(qtbot, part, "New experiment"), Qt.Key.Key_Space)
    sheet: ExperimentSheet = dialog(qtbot, window, ExperimentSheet)
    assert not sheet.go.isEnabled() and not sheet.trial.isEnabled()
    for name, said in (("name", "Questions"), ("baseline", "2"), ("sd", "1"), ("effect", "3")):
        qtbot.keyClicks(sheet.inputs[name], said)
    quiet(qtbot, window, lambda: sheet.size_line.text().startswith("4 in each arm, 8 in all"))
    assert "Half as many would find" in sheet.find_line.text()
    assert stage.call("experiments.list")["experiments"] == []
    qtbot.mouseClick(sheet.trial, Qt.MouseButton.LeftButton)
    quiet(qtbot, window, lambda: "with ten looks" in sheet.tried_line.text())
    qtbot.keyClick(sheet.go, Qt.Key.Key_Return)
    quiet(qtbot, window, lambda: "Questions" in words(part))
    assert "Put drafts into both arms" in words(part)


def planned(stage: Stage) -> str:
    plan = {"measure": "comments", "effect": 3.0, "baseline": 2.0, "sd": 1.0,
            "accounts": [stage.accounts[0]]}  # fmt: skip
    made = stage.call("experiments.make", name="Questions", plan=plan)
    return str(made["experiments"][0]["id"])


def test_drafts_are_drawn_into_the_arms(qtbot: Any, window: Window, stage: Stage) -> None:
    number = planned(stage)
    for n in range(4):
        stage.call("drafts.save", text=f"Text {n}")
    part = section(qtbot, window, "experiments")
    quiet(qtbot, window, lambda: "Questions" in words(part))
    qtbot.keyClick(button(qtbot, part, "Arms"), Qt.Key.Key_Space)
    sheet: ArmsSheet = dialog(qtbot, window, ArmsSheet)
    quiet(qtbot, window, lambda: sheet.list.count() == 4)
    sheet.list.selectAll()
    qtbot.mouseClick(button(qtbot, sheet, "Draw by lot"), Qt.MouseButton.LeftButton)
    quiet(qtbot, window, lambda: not any(
        sheet.list.item(n).text().startswith("–") for n in range(sheet.list.count())
    ))  # fmt: skip
    arms = [p["arm"] for p in stage.call("experiments.show", id=number)["experiments"][0]["places"]]
    assert sorted(arms) == ["a", "a", "b", "b"]


def test_a_running_one_says_what_it_waits_for_and_a_look_has_its_price(
    qtbot: Any, window: Window, stage: Stage
) -> None:
    number = planned(stage)
    stage.call("experiments.start", id=number)
    desk = stage.engine.desk
    for arm in ("a", "b"):
        for n in range(4):
            remote = stage.world.say(US, f"New {arm}{n}")
            for _ in range(n + (3 if arm == "b" else 0)):
                stage.world.say(ANA, "Nice!", parent=remote)
            stage.call("sync")
            found = desk.store.read(
                lambda db, r=remote: db.execute(
                    "SELECT id FROM posts WHERE remote_id = ?", (r,)
                ).fetchone()[0]
            )
            stage.call("experiments.place", id=number, refs=[f"post:{found}"], arm=arm)
    part = section(qtbot, window, "experiments")
    quiet(qtbot, window, lambda: "8 of 8 posts are out" in words(part))
    assert "each counts at 48 h" in words(part) and "B − A" not in words(part)

    def age(tx: Any) -> None:
        back = 3 * DAY
        tx.db.execute("UPDATE experiments SET started_at = started_at - ?", (back,))
        tx.db.execute("UPDATE posts SET created_at = created_at - ?", (back,))
        tx.db.execute("UPDATE interactions SET created_at = created_at - ?", (back,))
        watched.note(tx, stage.accounts[0], clock.now() - 9 * DAY, clock.now())

    desk.store.write(age)
    one = stage.call("experiments.show", id=number)["experiments"][0]
    assert one["ready"]
    stage.call("experiments.close", id=number)
    part.load()
    quiet(qtbot, window, lambda: "B won" in words(part))
    assert "B − A = 3" in words(part) and "95% interval, n = 4 in each arm" in words(part)


def test_looking_early_says_its_price_first(qtbot: Any, window: Window, stage: Stage) -> None:
    number = planned(stage)
    stage.call("experiments.start", id=number)
    part = section(qtbot, window, "experiments")
    quiet(qtbot, window, lambda: "Running" in words(part))
    qtbot.keyClick(button(qtbot, part, "Look early"), Qt.Key.Key_Space)
    sheet: PeekSheet = dialog(qtbot, window, PeekSheet)
    assert "18 of 100 experiments, not in 5" in sheet.words.text()
    qtbot.mouseClick(sheet.look, Qt.MouseButton.LeftButton)
    quiet(qtbot, window, lambda: sheet.sure.text())
    assert sheet.sure.text() == "There is nothing to look at yet."
    assert stage.call("experiments.show", id=number)["experiments"][0]["looks"] == []
