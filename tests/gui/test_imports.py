"""Bringing a table in by keys alone, taking it back, dropping it; your data out (AN-09, N6)."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QDate, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from cmapp.ui.insights.import_table import CHECK, COLUMNS, DONE, FILE, ImportTable
from cmapp.ui.insights.imports import ImportsPart
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.dropdown import Dropdown
from cmapp.ui.window import Window
from tests.support.stage import US, Stage

pytestmark = pytest.mark.gui


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    made = Stage(tmp_path / "profile")
    made.asked("Nice!", parent=made.world.say(US, "Autumn teas are here, come and taste."))
    yield made
    made.close()


@pytest.fixture
def part(qtbot: Any, stage: Stage, live_window: Callable[[Stage], Window]) -> Iterator[ImportsPart]:
    window = live_window(stage)
    window.go("insights")
    pane = window.pane("insights")
    pane.show_part("imports")
    found = pane.part("imports")
    qtbot.waitUntil(lambda: not window.bridge.busy())
    yield found
    if found.sheet is not None:
        found.sheet.close()


def at_rest(qtbot: Any, part: ImportsPart) -> None:
    qtbot.waitUntil(lambda: not part.asking._bridge.busy(), timeout=20_000)
    qtbot.wait(0)


def write(tmp_path: Path, *lines: str, name: str = "numbers.csv") -> str:
    path = tmp_path / name
    path.write_text("\n".join(lines) + "\n", "utf-8")
    return str(path)


def sheet_with(qtbot: Any, part: ImportsPart, file: str) -> ImportTable:
    part.open(file)
    sheet = part.sheet
    assert isinstance(sheet, ImportTable)
    at_rest(qtbot, part)
    qtbot.waitUntil(lambda: sheet.found != {} or sheet.trouble.isVisible())
    return sheet


def press(qtbot: Any, key: Qt.Key) -> None:
    widget = QApplication.focusWidget()
    assert widget is not None
    qtbot.keyClick(widget, key)


def test_a_table_comes_in_by_keys_alone_and_goes_out_again(
    qtbot: Any, part: ImportsPart, stage: Stage, tmp_path: Path
) -> None:
    file = write(tmp_path, "Tag,Sessions,Odd", "01/02/2026,10,x", "02/02/2026,5,y")
    sheet = sheet_with(qtbot, part, file)
    assert sheet.pages.currentIndex() == FILE and "Rows: 2, columns: 3" in sheet.seen.text()
    assert QApplication.focusWidget() is sheet.next
    press(qtbot, Qt.Key.Key_Return)
    assert sheet.pages.currentIndex() == COLUMNS
    first = QApplication.focusWidget()
    assert isinstance(first, Dropdown) and first.accessibleName() == "Tag"
    assert sheet.columns.cellWidget(1, 2).currentData() == "visits"  # type: ignore[attr-defined]
    assert not sheet.next.isEnabled()  # no day was told
    first.setCurrentIndex(first.findData("day"))
    first.activated.emit(first.currentIndex())  # as Return in an open list does
    at_rest(qtbot, part)
    qtbot.waitUntil(lambda: sheet.asks.rowCount() >= 1)
    assert not sheet.next.isEnabled()  # and which is the month
    order = sheet.findChildren(Dropdown)[-1]
    order.setFocus()
    order.setCurrentIndex(order.findData("dmy"))
    order.activated.emit(order.currentIndex())
    at_rest(qtbot, part)
    qtbot.waitUntil(lambda: sheet.next.isEnabled())
    assert QApplication.focusWidget() is order  # answering does not lose the keys
    sheet.next.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert sheet.pages.currentIndex() == CHECK
    assert "Kept: 2 of 2" in sheet.sum.text()
    assert sheet.totals.item(0, 2).text() == "15"
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sheet.pages.currentIndex() == DONE)
    assert measured(stage) == [10, 5]
    sheet.undo.click()
    at_rest(qtbot, part)
    qtbot.waitUntil(lambda: not sheet.isVisible())
    assert measured(stage) == []
    qtbot.waitUntil(lambda: "Bring back" in names(part))
    next(b for b in part.places() if b.text() == "Bring back").click()
    at_rest(qtbot, part)
    assert measured(stage) == [10, 5]


def names(part: ImportsPart) -> list[str]:
    return [b.text() for b in part.places() if isinstance(b, Button)]


def measured(stage: Stage) -> list[float]:
    return stage.engine.desk.store.read(
        lambda db: [r[0] for r in db.execute("SELECT value FROM measures WHERE name = 'visits'"
                                             " ORDER BY at")]
    )  # fmt: skip


def test_lines_with_problems_are_listed_and_keep_it_out(
    qtbot: Any, part: ImportsPart, stage: Stage, tmp_path: Path
) -> None:
    sheet = sheet_with(qtbot, part, write(tmp_path, "Date,Sessions", "2026-11-01,many", "soon,3"))
    sheet.next.click()
    sheet.next.click()
    assert sheet.pages.currentIndex() == CHECK
    told = [
        tuple(sheet.problems.item(row, column).text() for column in range(3))
        for row in range(sheet.problems.rowCount())
    ]
    assert [t[:2] for t in told] == [("2", "Sessions"), ("3", "Date")]
    assert told[0][2].startswith("Not a number")
    assert not sheet.next.isEnabled() and "file out: 2" in sheet.sum.text()


def test_a_file_that_is_no_table_is_told_in_the_sheet(
    qtbot: Any, part: ImportsPart, tmp_path: Path
) -> None:
    sheet = sheet_with(qtbot, part, write(tmp_path, "only words"))
    assert sheet.trouble.isVisible() and not sheet.next.isEnabled()


def test_a_table_that_is_dropped_is_looked_at(
    qtbot: Any, part: ImportsPart, tmp_path: Path
) -> None:
    def drop(name: str) -> bool:
        data = QMimeData()
        data.setUrls(
            [QUrl.fromLocalFile(write(tmp_path, "Date,Sessions", "2026-11-01,3", name=name))]
        )
        rest = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
                Qt.KeyboardModifier.NoModifier)  # fmt: skip
        enter = QDragEnterEvent(QPoint(5, 5), *rest)
        enter.ignore()
        part.dragEnterEvent(enter)
        if enter.isAccepted():
            part.dropEvent(QDropEvent(QPointF(5, 5), *rest))
        return enter.isAccepted()

    assert not drop("picture.png")
    assert part.sheet is None
    assert drop("numbers.csv")
    qtbot.waitUntil(lambda: part.sheet is not None and bool(part.sheet.found))  # type: ignore[attr-defined]
    at_rest(qtbot, part)


def test_your_data_go_out(qtbot: Any, part: ImportsPart, tmp_path: Path) -> None:
    part.out.click()
    at_rest(qtbot, part)
    sheet: Any = part.sheet
    qtbot.waitUntil(lambda: sheet.view.count() > 5)
    sheet.view.setCurrentIndex(sheet.view.findData("v_interactions"))
    sheet.write(str(tmp_path / "out.csv"))
    qtbot.waitUntil(lambda: (tmp_path / "out.csv").exists())
    at_rest(qtbot, part)
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        assert [r["text"] for r in csv.DictReader(file)] == ["Nice!"]


def test_an_export_is_of_a_span_and_an_account(
    qtbot: Any, part: ImportsPart, stage: Stage, tmp_path: Path
) -> None:
    part.export()
    sheet: Any = part.sheet
    qtbot.waitUntil(lambda: sheet.go.isEnabled() and sheet.account.count() == 3)
    assert sheet.narrowed() == {}
    sheet.view.setCurrentIndex(sheet.view.findData("v_interactions"))
    sheet.account.setCurrentIndex(1)
    sheet.span.setCurrentIndex(sheet.span.findData("exact"))
    assert sheet.first.isVisible()
    sheet.first.setDate(QDate.currentDate().addDays(-20))
    sheet.last.setDate(QDate.currentDate().addDays(-10))
    old = tmp_path / "old.csv"
    sheet.write(str(old))
    qtbot.waitUntil(lambda: old.exists() and not sheet.isVisible())
    assert len(old.read_text("utf-8-sig").splitlines()) == 1  # nothing came then
    part.export()
    sheet = part.sheet
    qtbot.waitUntil(lambda: sheet.go.isEnabled() and sheet.account.count() == 3)
    sheet.view.setCurrentIndex(sheet.view.findData("v_interactions"))
    account = stage.call("inbox.list")["items"][0]["account"]
    sheet.account.setCurrentIndex(sheet.account.findData(account))
    sheet.span.setCurrentIndex(sheet.span.findData(7))
    new = tmp_path / "new.csv"
    sheet.write(str(new))
    qtbot.waitUntil(lambda: new.exists() and not sheet.isVisible())
    assert len(new.read_text("utf-8-sig").splitlines()) == 2
