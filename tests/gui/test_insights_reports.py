"""Reports in the window, on a real engine: put together by keys, made, checked, by themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QLabel

from cmapp.ui.asking import Asking
from cmapp.ui.bridge import Bridge
from cmapp.ui.insights.reports import ReportsPart
from cmapp.ui.widgets.button import Button
from cmapp.ui.window import Window
from tests.gui.live_desk import LiveDesk
from tests.gui.shown import button
from tests.support import media_files
from tests.support.stage import ANA, CHEN, US, Stage


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    made = Stage(tmp_path / "profile")
    post = made.world.say(US, "Something new today.")
    for n in range(6):
        made.world.say((ANA, CHEN)[n % 2], f"Is number {n} vegan? 请问{n}是素的吗？", parent=post)
    made.call("sync")
    yield made
    made.close()


@pytest.fixture
def part(qtbot: Any, stage: Stage) -> Iterator[ReportsPart]:
    desk, bridge = LiveDesk(stage), Bridge()
    asking = Asking(desk, bridge)
    made = ReportsPart(asking)
    qtbot.addWidget(made)
    made.resize(1280, 820)
    made.show()
    made.load()
    qtbot.waitUntil(lambda: bool(made.templates) and not bridge.busy(), timeout=20_000)
    yield made
    bridge.close()
    desk.close()


def buttons(part: ReportsPart) -> dict[str, Button]:
    return {b.accessibleName(): b for b in part.inside.findChildren(Button) if b.isVisible()}


def press(qtbot: Any, part: ReportsPart, begins: str) -> None:
    qtbot.mouseClick(button(qtbot, part.inside, begins), Qt.MouseButton.LeftButton)


def labels(part: ReportsPart) -> list[str]:
    return [one.text() for one in part.inside.findChildren(QLabel) if one.isVisible()]


def open_builder(qtbot: Any, part: ReportsPart, name: str = "Weekly report") -> Any:
    press(qtbot, part, f"Use: {name}")
    builder = part.builder
    assert builder is not None
    qtbot.waitUntil(lambda: bool(builder.sheets), timeout=60_000)
    return builder


def test_a_report_is_put_together_by_keys_made_and_checked(
    qtbot: Any, part: ReportsPart, tmp_path: Path
) -> None:
    builder = open_builder(qtbot, part)
    assert builder.list.hasFocus() or QApplication.focusWidget() is None
    before = [b["kind"] for b in builder.list.blocks()]
    builder.list.setCurrentRow(0)
    qtbot.keyClick(builder.list, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    moved = [b["kind"] for b in builder.list.blocks()]
    assert moved[:2] == [before[1], before[0]] and builder.list.currentRow() == 1
    qtbot.keyClick(builder.list, Qt.Key.Key_Delete)
    assert len(builder.list.blocks()) == len(before) - 1
    builder.more.setCurrentIndex(builder.more.findData({"kind": "text"}))
    builder.more.activated.emit(0)
    qtbot.keyClicks(builder.text, "Dear team")
    assert "Dear team" in [b.get("text") for b in builder.list.blocks()]
    sheets = list(builder.sheets)
    qtbot.waitUntil(lambda: builder.sheets != sheets, timeout=60_000)  # drawn anew
    out = tmp_path / "ours.html"
    builder.period.setCurrentIndex(builder.period.findData("days"))
    part.make(out)
    qtbot.waitUntil(lambda: part.builder is None and bool(part.verdicts), timeout=60_000)
    assert "Dear team" in out.read_text("utf-8")
    press(qtbot, part, "Check: ")
    said = next(iter(part.verdicts.values()))
    qtbot.waitUntil(lambda: "same" in said.text(), timeout=60_000)
    out.write_text(out.read_text("utf-8").replace("Dear team</p>", "Dear all</p>"), "utf-8")
    press(qtbot, part, "Check: ")
    qtbot.waitUntil(lambda: "edited" in said.text(), timeout=60_000)


def test_a_chart_is_asked_its_choices_and_the_days_are_exact(
    qtbot: Any, part: ReportsPart, tmp_path: Path, stage: Stage
) -> None:
    builder = open_builder(qtbot, part, "Blank report")
    builder.list.clear()
    builder.list.put({"kind": "chart", "name": "volume"})
    builder.list.setCurrentRow(0)
    assert set(builder.choices) == {"bin", "kind"}
    field = builder.choices["bin"]
    field.setCurrentIndex(field.findData("week"))
    field.activated.emit(0)
    assert builder.list.blocks() == [
        {"kind": "chart", "name": "volume", "options": {"bin": "week"}}
    ]
    builder.list.put({"kind": "text", "text": "x"})
    builder.list.setCurrentRow(1)
    assert builder.choices == {}
    builder.list.setCurrentRow(0)
    assert builder.choices["bin"].currentData() == "week"
    assert not builder.first.isVisible()
    builder.period.setCurrentIndex(builder.period.findData("exact"))
    assert builder.first.isVisible() and builder.last.isVisible()
    builder.first.setDate(QDate.currentDate().addDays(-9))
    builder.last.setDate(QDate.currentDate().addDays(-2))
    asked = builder.asked()
    out = tmp_path / "exact.html"
    part.make(out)
    qtbot.waitUntil(lambda: part.builder is None and bool(part.verdicts), timeout=60_000)
    made = stage.call("report.verify", file=str(out))
    assert made["verdict"] == "same"
    assert asked["since"] in out.read_text("utf-8") and '"bin":"week"' in out.read_text(
        "utf-8"
    ).replace(" ", "").replace("&quot;", '"')


def test_a_template_is_kept_made_regularly_and_deleted(
    qtbot: Any, part: ReportsPart, stage: Stage, tmp_path: Path
) -> None:
    builder = open_builder(qtbot, part, "Blank report")
    builder.name.setText("Ours")
    (tmp_path / "logo.png").write_bytes(media_files.picture())
    builder.take_logo(str(tmp_path / "logo.png"))
    qtbot.waitUntil(lambda: bool(builder.logo), timeout=20_000)
    builder.keep()
    qtbot.waitUntil(lambda: builder.template["own"], timeout=20_000)
    assert builder.template["logo"] == builder.logo
    part.schedule(tmp_path)
    sheet: Any = part.sheet
    sheet.inputs["day"].setCurrentIndex(sheet.inputs["day"].findData("monthly:15"))
    sheet.inputs["at"].setText("25:00")
    sheet.go.click()
    qtbot.waitUntil(lambda: bool(sheet.trouble.text()), timeout=20_000)
    assert sheet.isVisible()
    sheet.inputs["at"].setText("7:30")
    sheet.go.click()
    qtbot.waitUntil(lambda: part.builder is None, timeout=20_000)
    qtbot.waitUntil(lambda: "End: Ours" in buttons(part), timeout=60_000)
    kept = stage.call("report.schedules")["schedules"][0]
    assert kept["folder"] == str(tmp_path)
    assert (kept["every"], kept["day"], kept["at"]) == ("monthly", 15, "07:30")
    press(qtbot, part, "End: Ours")
    qtbot.waitUntil(lambda: "End: Ours" not in buttons(part), timeout=20_000)
    press(qtbot, part, "Delete: Ours")
    qtbot.waitUntil(lambda: "Use: Ours" not in buttons(part), timeout=20_000)
    assert stage.call("report.templates")["templates"][-1]["name"] == "blank"


def test_a_conversation_is_handed_on_from_the_window(
    qtbot: Any, stage: Stage, live_window: Callable[[Stage], Window], tmp_path: Path
) -> None:
    window = live_window(stage)
    item = int(stage.call("inbox.list")["items"][0]["id"])
    for name, hide in (("shown.html", False), ("hidden.pdf", True)):
        window.caring.share_to(tmp_path / name, item, hide=hide)
        qtbot.waitUntil(lambda n=name: (tmp_path / n).is_file() and not window.bridge.busy())
    assert "vegan" in (tmp_path / "shown.html").read_text("utf-8")
    assert (tmp_path / "hidden.pdf").read_bytes().startswith(b"%PDF")
