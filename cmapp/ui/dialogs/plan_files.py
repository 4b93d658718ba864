"""A plan from a table (CSV, XLSX): what each row would do before it is kept; and out again."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from cmapp.ui import icons, look, text
from cmapp.ui.asking import Asking
from cmapp.ui.dialogs.frame import Sheet
from cmapp.ui.planning import words
from cmapp.ui.planning.plans import iso, moment
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.label import Elided, Label, tip

_FILTER = "CSV, XLSX (*.csv *.tsv *.txt *.xlsx)"


_SIGNS = {
    "new": ("plus", "ok"),
    "change": ("write", "accent"),
    "same": ("check", "muted"),
    "delete": ("trash", "warn"),
}


class ImportSheet(Sheet):
    """Three steps in one place: choose a file, look at what it would do, import."""

    def __init__(self, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._asking = asking
        self.path, self._bad = "", 0
        asking.tell.connect(self._say_trouble)
        self.head.setText(self.tr("Import a plan"))
        self.setWindowTitle(self.tr("Import a plan"))
        self.say(
            self.tr("From CSV or XLSX. First you see what each row would do; nothing is kept yet.")
        )
        line = QHBoxLayout()
        line.setSpacing(10)
        choose = Button(self.tr("Choose a file…"), self)
        choose.clicked.connect(self._choose)
        self.file = Elided("", self, tone="muted")
        line.addWidget(choose)
        line.addWidget(self.file, 1)
        self.body.addLayout(line)
        self.sum = Label("", self, size="strong", wrap=True)
        self.body.addWidget(self.sum)
        self.table = QTableWidget(0, 4, self)
        self.table.setAccessibleName(self.tr("What each row would do"))
        self.table.setHorizontalHeaderLabels(
            [self.tr("Row"), self.tr("What"), self.tr("Post"), self.tr("Problem")]
        )
        self.table.verticalHeader().hide()
        self.table.setShowGrid(False)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        head = self.table.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
        head.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        head.setSectionResizeMode(3, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(0, 64)
        self.table.setColumnWidth(1, 130)
        self.body.addWidget(self.table, 1)
        self.step(self.tr("Cancel")).clicked.connect(self.reject)
        self.go = self.step(self.tr("Import"), kind="primary")
        self.go.setEnabled(False)
        self.go.clicked.connect(self.take)
        self.resize(820, 560)

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Import a plan"), "", _FILTER)
        if name:
            self.try_file(name)

    def try_file(self, path: str) -> None:
        """Ask what a file would do."""
        self.path = path
        self.file.set_full(Path(path).name)
        self.sum.setText(self.tr("Looking through it …"))
        self.sum.set_tone("muted")
        self.go.setEnabled(False)
        self.table.setRowCount(0)
        self._asking.do("calendar.import", "", self._tried, file=path, dry_run=True)

    def _say_trouble(self, said: str, _undo: object) -> None:
        """What is said at the foot while the file is looked at is said here, too."""
        if not self.go.isEnabled() and not self.table.rowCount():
            self.sum.setText(said)
            self.sum.set_tone("bad")

    def _tried(self, found: Mapping[str, Any]) -> None:
        problems: dict[int, list[Mapping[str, Any]]] = {}
        for one in found.get("problems") or ():
            problems.setdefault(int(one.get("row") or 0), []).append(one)
        plan = {int(p["row"]): p for p in found.get("plan") or ()}
        rows = sorted({*plan, *problems})
        self.table.setRowCount(len(rows))
        for at, number in enumerate(rows):
            self._row(at, number, plan.get(number, {"verb": "bad"}), problems.get(number, []))
        new, changed = int(found.get("new") or 0), int(found.get("changed") or 0)
        self._bad = bad = int(found.get("bad") or 0)
        gone = int(found.get("deleted") or 0)
        parts = [
            self.tr("{n} new").format(n=new),
            self.tr("{n} changed").format(n=changed),
            self.tr("{n} as they are").format(n=int(found.get("same") or 0)),
            self.tr("{n} deleted").format(n=gone) if gone else "",
            self.tr("{n} with problems, left out").format(n=bad) if bad else "",
        ]
        self.sum.setText(" · ".join(p for p in parts if p))
        self.sum.set_tone("warn" if bad else "ink")
        self.go.setEnabled(bool(new + changed + gone))
        self.go.setText(self.tr("Import {n}").format(n=new + changed + gone))
        self.go.updateGeometry()

    def _row(
        self, at: int, number: int, plan: Mapping[str, Any], found: list[Mapping[str, Any]]
    ) -> None:
        verb = str(plan.get("verb") or "bad")
        sign = {"new": "plus", "change": "write", "same": "check", "delete": "trash"}.get(
            verb, "warn"
        )
        tone = {"new": "ok", "change": "accent", "same": "muted", "delete": "warn"}.get(verb, "bad")
        what = QTableWidgetItem(_verb(verb))
        what.setIcon(QIcon(icons.pixmap(sign, look.colour(tone), side=16)))
        said = " · ".join(p for p in map(_problem, found) if p)
        title = " ".join(str(plan.get("title") or "").split())[:120]
        cells = (
            QTableWidgetItem(str(number) if number else "—"),
            what,
            QTableWidgetItem(" · ".join(p for p in (_when(plan.get("at")), title) if p)),
            QTableWidgetItem(said),
        )
        for column, cell in enumerate(cells):
            cell.setToolTip(tip(cell.text()))
            self.table.setItem(at, column, cell)

    def take(self) -> None:
        """Import what has no problem."""

        def said(answer: Mapping[str, Any]) -> str:
            many = int(answer.get("new") or 0) + int(answer.get("changed") or 0)
            return self.tr("Imported: {posts}").format(posts=words.posts(many))

        self._asking.do(
            "calendar.import",
            said,
            lambda _: self.accept(),
            file=self.path,
            dry_run=False,
            partial=bool(self._bad),
        )


def _when(at: object) -> str:
    return text.clock(moment(at)) if at else ""


def _verb(code: str) -> str:
    return {
        "new": words.translate("calendar", "New"),
        "change": words.translate("calendar", "Changed"),
        "same": words.translate("calendar", "As it is"),
        "delete": words.translate("calendar", "Deleted"),
    }.get(code, words.translate("calendar", "Problem"))


def _problem(one: Mapping[str, Any]) -> str:
    facts = one.get("facts") or {}
    said = text.trouble(str(one.get("code") or "bug"), facts, "")
    column = one.get("column")
    return f"{column}: {said}" if column else said


def export_plan(asking: Asking, parent: QWidget, first: int, last: int) -> None:
    """Ask where to, and write the posts from a day to another into a table."""
    name, _ = QFileDialog.getSaveFileName(
        parent,
        words.translate("calendar", "Export the plan"),
        f"plan-{iso(first)}-{iso(last)}.csv",
        _FILTER,
    )
    if not name:
        return

    def said(answer: Mapping[str, Any]) -> str:
        many = words.posts(int(answer.get("rows") or 0))
        form = words.translate("calendar", "{posts} written to {name}")
        return form.format(posts=many, name=Path(name).name)

    asking.do("calendar.export", said, None, file=name, first=iso(first), last=iso(last))
