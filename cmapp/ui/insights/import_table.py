"""The steps of an import: the file, what its columns are, what would come in; then it is done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QStackedWidget,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from cmapp.ui import import_words as words
from cmapp.ui.asking import Asking
from cmapp.ui.charts.words import language
from cmapp.ui.dialogs.frame import Form, Sheet
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.dropdown import Dropdown
from cmapp.ui.widgets.label import Elided, Label, tip

_FILTER = "CSV, TSV, XLSX (*.csv *.tsv *.txt *.xlsx)"
FILE, COLUMNS, CHECK, DONE = range(4)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ImportTable(Sheet):
    """Four pages, with Back and Next at the foot; nothing is kept before the last but one."""

    def __init__(self, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._asking = asking
        self.path, self.found = "", dict[str, Any]()
        self.said: dict[str, str] = {}
        self._shown: tuple[str, ...] = ()
        self._fields: list[dict[str, Any]] = []
        self._accounts: list[dict[str, Any]] = []
        self.setWindowTitle(self.tr("Import a table"))
        self.pages = QStackedWidget(self)
        for page in (
            self._file_page(),
            self._columns_page(),
            self._check_page(),
            self._done_page(),
        ):
            self.pages.addWidget(page)
        self.body.addWidget(self.pages, 1)
        self.trouble = Label("", self, tone="bad", wrap=True)
        self.trouble.hide()
        self.body.addWidget(self.trouble)
        self.cancel = self.step(self.tr("Cancel"))
        self.cancel.clicked.connect(self.reject)
        self.back = self.step(self.tr("Back"))
        self.back.clicked.connect(lambda: self.show_page(self.pages.currentIndex() - 1))
        self.next = self.step(self.tr("Next"), kind="primary")
        self.next.clicked.connect(self._forth)
        asking.tell.connect(self._say_trouble)
        asking.look("imports.fields", self._know_fields, stream="imports.fields")
        asking.ask("accounts.list", self._know_accounts, stream="imports.accounts")
        self.resize(860, 600)
        self.show_page(FILE)

    # the pages

    def _file_page(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        line = QHBoxLayout()
        line.setSpacing(10)
        self.choose = Button(self.tr("Choose a file…"), page)
        self.choose.clicked.connect(self._choose)
        self.file = Elided("", page, tone="muted")
        line.addWidget(self.choose)
        line.addWidget(self.file, 1)
        column.addLayout(line)
        self.seen = Label("", page, wrap=True)
        column.addWidget(self.seen)
        self.form = Form(page)
        self.sheets = Dropdown(page)
        self.form.add(self.tr("Sheet"), self.sheets)
        self.sheets.activated.connect(lambda _: self._say("sheet", self.sheets.currentText()))
        self.encoding = Dropdown(page)
        for name in ("", "utf-8", "utf-16", "gb18030", "big5", "cp1252"):
            self.encoding.addItem(name or self.tr("As it was seen"), name)
        self.form.add(self.tr("Encoding"), self.encoding)
        self.encoding.activated.connect(
            lambda _: self._say("encoding", str(self.encoding.currentData()))
        )
        column.addLayout(self.form)
        column.addStretch(1)
        return page

    def _columns_page(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.columns = _table(
            page, self.tr("What each column is"),
            [self.tr("Column"), self.tr("In the file"), self.tr("Is")],
        )  # fmt: skip
        _fixed(self.columns, 2, 250)
        self.columns.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.columns.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the choosers in it have the keys
        column.addWidget(self.columns, 1)
        self.asks = Form(page)
        column.addLayout(self.asks)
        return page

    def _check_page(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.sum = Label("", page, size="strong", wrap=True)
        column.addWidget(self.sum)
        self.totals = _table(
            page, self.tr("What would come in"),
            [self.tr("What"), self.tr("Values"), self.tr("Sum"), self.tr("Mean")],
        )  # fmt: skip
        for at in range(1, 4):
            if (named := self.totals.horizontalHeaderItem(at)) is not None:
                named.setTextAlignment(_RIGHT)
        column.addWidget(self.totals, 1)
        self.problems = _table(
            page, self.tr("Lines with problems"),
            [self.tr("Line"), self.tr("Column"), self.tr("What is wrong")],
        )  # fmt: skip
        _fixed(self.problems, 0, 70)
        _fixed(self.problems, 1, 180)
        column.addWidget(self.problems, 1)
        return page

    def _done_page(self) -> QWidget:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self.done_words = Label("", page, wrap=True)
        column.addWidget(self.done_words)
        self.undo = Button(self.tr("Take back"), page, icon="undo")
        column.addWidget(self.undo, 0, Qt.AlignmentFlag.AlignLeft)
        self.undo.clicked.connect(self._undo)
        column.addStretch(1)
        return page

    # walking

    def show_page(self, page: int) -> None:
        """Show one of the pages, its keys in the first place of it."""
        self.pages.setCurrentIndex(page)
        self.trouble.hide()
        self.head.setText(
            (
                self.tr("1 of 3: the file"), self.tr("2 of 3: the columns"),
                self.tr("3 of 3: what would come in"), self.tr("Imported"),
            )[page]
        )  # fmt: skip
        self.say(
            (
                self.tr("CSV, TSV or XLSX, as a platform, your statistics or your shop wrote it."),
                self.tr("What is known by its name is filled in. It is remembered."),
                self.tr("Nothing is kept yet. It comes in whole, or not at all."), "",
            )[page]
        )  # fmt: skip
        self.back.setVisible(page in (COLUMNS, CHECK))
        self.cancel.setVisible(page != DONE)
        self.next.setText(
            {CHECK: self.tr("Import"), DONE: self.tr("Close")}.get(page, self.tr("Next"))
        )
        self._allow()
        first: QWidget = self.next
        if page == FILE and not self.found:
            first = self.choose
        elif page == COLUMNS and self.columns.rowCount():
            first = self.columns.cellWidget(0, 2)
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _allow(self) -> None:
        page, count = self.pages.currentIndex(), self.found.get("count", {})
        unclear, stops = bool(self.found.get("asks")), bool(count.get("stops"))
        self.next.setEnabled(
            {
                FILE: bool(self.found), COLUMNS: bool(self.found) and not unclear,
                CHECK: not stops and not unclear and not self.found.get("same"),
            }.get(page, True)
        )  # fmt: skip

    def _forth(self) -> None:
        page = self.pages.currentIndex()
        if page == DONE:
            self.accept()
        elif page == CHECK:
            self.next.setEnabled(False)
            self._asking.do("imports.run", "", self._in, file=self.path, **self._asked())
        else:
            self.show_page(page + 1)

    # reading

    def _choose(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Import a table"), "", _FILTER)
        if name:
            self.take_file(name)

    def take_file(self, path: str) -> None:
        """Look at a file."""
        self.path, self.found, self.said = path, {}, {}
        self.file.set_full(Path(path).name)
        self.seen.setText(self.tr("Looking through it …"))
        self._look()

    def _say(self, name: str, value: str) -> None:
        """Say what the file does not tell, and look again."""
        self.said[name] = value
        if self.path:
            self._look()

    def _asked(self) -> dict[str, Any]:
        chosen: dict[str, Any] = dict(self.said)
        if self.found:
            chosen["map"] = self._chosen()
        return chosen

    def _chosen(self) -> dict[str, str]:
        return {
            column["header"]: str(chooser.currentData() or "")
            for at, column in enumerate(self.found["columns"])
            if isinstance(chooser := self.columns.cellWidget(at, 2), Dropdown)
        }

    def _look(self) -> None:
        self.trouble.hide()
        self._asking.ask("imports.preview", self._seen, stream="imports.preview",
                         file=self.path, **self._asked())  # fmt: skip

    def _say_trouble(self, said: str, _undo: object) -> None:
        if not self.isVisible() or not said or self.pages.currentIndex() == DONE:
            return
        self.trouble.setText(said)
        self.trouble.show()
        if not self.found:
            self.seen.setText("")
        self._allow()

    def _seen(self, found: dict[str, Any]) -> None:
        same_columns = [c["header"] for c in found["columns"]] == [
            c["header"] for c in self.found.get("columns", ())
        ]
        self.found = found
        self.seen.setText(words.seen(found))
        self.sheets.blockSignals(True)
        self.sheets.clear()
        self.sheets.addItems(found["sheets"])
        self.sheets.setCurrentText(found["sheet"])
        self.sheets.blockSignals(False)
        self.form.setRowVisible(self.sheets, len(found["sheets"]) > 1)
        self.form.setRowVisible(self.encoding, not found["sheets"])
        if not same_columns:
            self._fill_columns(found["columns"])
        self._fill_asks(found["asks"])
        self._fill_check(found)
        self._allow()
        if self.pages.currentIndex() == FILE:
            self.next.setFocus(Qt.FocusReason.OtherFocusReason)

    def _know_fields(self, found: Mapping[str, Any]) -> None:
        self._fields = list(found["fields"])
        if self.found:
            self._fill_columns(self.found["columns"])

    def _know_accounts(self, found: Mapping[str, Any]) -> None:
        self._accounts = list(found["accounts"])

    def _fill_columns(self, columns: Sequence[Mapping[str, Any]]) -> None:
        self.columns.setRowCount(len(columns))
        for at, column in enumerate(columns):
            self.columns.setItem(at, 0, _cell(column["header"]))
            self.columns.setItem(at, 1, _cell(" · ".join(column["samples"])))
            chooser = Dropdown(self.columns)
            chooser.addItem(self.tr("(leave out)"), "")
            for one in self._fields:
                chooser.addItem(one["words"][language()], one["name"])
            chooser.setAccessibleName(column["header"])
            chooser.setCurrentIndex(max(0, chooser.findData(column["field"])))
            chooser.activated.connect(lambda _: self._look())
            self.columns.setCellWidget(at, 2, chooser)
            self.columns.setRowHeight(at, 42)

    def _fill_asks(self, asks: Sequence[Mapping[str, Any]]) -> None:
        wanted = {a["code"]: a for a in asks}
        shown = {*wanted, *(n for n in self.said if n in words.ASKED)}
        codes = tuple(c for c in words.ASKED if c in shown)
        if codes == self._shown:
            return  # who is answering keeps the keys
        self._shown = codes
        while self.asks.rowCount():
            self.asks.removeRow(0)
        for code in codes:
            samples = wanted.get(code, {}).get("samples", ())
            self.asks.add(words.ask(code, samples), self._answer(code))

    def _answer(self, code: str) -> QWidget:
        if code in ("currency", "day"):
            field = QLineEdit(self.said.get(code, ""), self)
            field.setPlaceholderText("EUR" if code == "currency" else "2026-11-01")
            field.editingFinished.connect(lambda: self._typed(code, field.text().strip()))
            return field
        chooser = Dropdown(self)
        choices = words.choices(code)
        if code == "account":
            choices = {a["id"]: f"@{a['handle'].lstrip('@')}" for a in self._accounts}
        chooser.addItem(self.tr("Choose…"), "")
        for value, told in choices.items():
            chooser.addItem(told, value)
        chooser.setCurrentIndex(max(0, chooser.findData(self.said.get(code, ""))))
        chooser.activated.connect(lambda _: self._say(code, str(chooser.currentData())))
        return chooser

    def _typed(self, code: str, value: str) -> None:
        if value != self.said.get(code, ""):
            self._say(code, value)

    def _fill_check(self, found: Mapping[str, Any]) -> None:
        self.sum.setText(words.summed(found))
        self.sum.set_tone("bad" if found["count"]["stops"] else "ink")
        names = {f["name"]: f["words"][language()] for f in self._fields}
        self.totals.setRowCount(len(found["totals"]))
        for at, (name, told) in enumerate(found["totals"].items()):
            cells = (names.get(name, name), f"{told['n']:,.0f}", f"{told['sum']:,.10g}",
                     f"{told['mean']:,.4g}")  # fmt: skip
            for column, cell in enumerate(cells):
                self.totals.setItem(at, column, _cell(cell, right=column > 0))
        lines = [(str(p["row"]), p["column"], words.problem(p)) for p in found["problems"]] + [
            (str(u["line"]), u["what"], words.unmatched(u["why"])) for u in found["unmatched"]
        ]
        self.problems.setVisible(bool(lines))
        self.problems.setRowCount(len(lines))
        for at, line in enumerate(lines):
            for column, cell in enumerate(line):
                self.problems.setItem(at, column, _cell(cell))

    # the end

    def _in(self, answer: dict[str, Any]) -> None:
        self.found = answer
        self.show_page(DONE)
        self.done_words.setText(words.summed({**answer, "same": None}))

    def _undo(self) -> None:
        way = self.found.get("undo")
        if way:
            self._asking.do(way["command"], self.tr("Taken back"), lambda _: self.accept(),
                            **way["args"])  # fmt: skip


def _table(parent: QWidget, name: str, header: list[str]) -> QTableWidget:
    made = QTableWidget(0, len(header), parent)
    made.setAccessibleName(name)
    made.setHorizontalHeaderLabels(header)
    made.verticalHeader().hide()
    made.setShowGrid(False)
    made.setTabKeyNavigation(False)
    made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    head = made.horizontalHeader()
    head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft)
    head.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
    return made


def _fixed(table: QTableWidget, column: int, width: int) -> None:
    table.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
    table.setColumnWidth(column, width)


def _cell(words_: str, *, right: bool = False) -> QTableWidgetItem:
    made = QTableWidgetItem(" ".join(words_.split())[:160])
    made.setToolTip(tip(made.text()))
    if right:
        made.setTextAlignment(_RIGHT)
    return made
