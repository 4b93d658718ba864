"""Your data as files: a view or all of them, as CSV, JSON or Parquet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDateEdit, QFileDialog, QHBoxLayout, QWidget

from cmapp.ui.asking import Asking
from cmapp.ui.charts.words import language
from cmapp.ui.dialogs.frame import Form, Sheet
from cmapp.ui.insights.scope import SPANS, account_name
from cmapp.ui.views import AccountView
from cmapp.ui.widgets.dropdown import Dropdown
from cmapp.ui.widgets.label import Label

ALL, EXACT = "all", "exact"
FORMATS = {"csv": "CSV", "json": "JSON", "parquet": "Parquet"}


class ExportData(Sheet):
    """Which view, in which format; then where to."""

    def __init__(self, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._asking = asking
        self.head.setText(self.tr("Export your data"))
        self.setWindowTitle(self.tr("Export your data"))
        self.say(self.tr("Everything but tokens and passwords, private messages among it."))
        form = Form(self)
        self.view, self.format = Dropdown(self), Dropdown(self)
        form.add(self.tr("What"), self.view)
        form.add(self.tr("As"), self.format)
        self.span, self.account = Dropdown(self), Dropdown(self)
        self.span.addItem(self.tr("All time"), ALL)
        for n in SPANS:
            self.span.addItem(self.tr("Last {n} days").format(n=n), n)
        self.span.addItem(self.tr("Exact days"), EXACT)
        form.add(self.tr("Span"), self.span)
        today = QDate.currentDate()
        days = QWidget(self)
        row = QHBoxLayout(days)
        row.setContentsMargins(0, 0, 0, 0)
        self.first, self.last = QDateEdit(today.addDays(-30), days), QDateEdit(today, days)
        for field, name in (
            (self.first, self.tr("First day")),
            (self.last, self.tr("Last day")),
        ):
            field.setCalendarPopup(True)
            field.setAccessibleName(name)
            row.addWidget(field, 1)
        form.addRow("", days)
        days.hide()
        self.span.currentIndexChanged.connect(
            lambda _: days.setVisible(self.span.currentData() == EXACT)
        )
        self.account.addItem(self.tr("All accounts"), "")
        form.add(self.tr("Account"), self.account)
        for code, words in FORMATS.items():
            self.format.addItem(words, code)
        self.body.addLayout(form)
        self.about = Label("", self, tone="muted", wrap=True)
        self.body.addWidget(self.about)
        self.body.addStretch(1)
        self.step(self.tr("Cancel")).clicked.connect(self.reject)
        self.go = self.step(self.tr("Choose where…"), kind="primary")
        self.go.setEnabled(False)
        self.go.clicked.connect(self._choose)
        self.view.currentIndexChanged.connect(self._told)
        self._views: dict[str, str] = {}
        self.resize(520, 400)
        asking.run(asking.desk.accounts, self._offer, stream=f"export-who:{id(self)}")
        asking.look("export.list", self._fill, stream="export.list")

    def _fill(self, found: Mapping[str, Any]) -> None:
        self._views = {v["name"]: v["about"][language()] for v in found["views"]}
        self.view.addItem(self.tr("All of it, a file for each"), "all")
        for name in self._views:
            self.view.addItem(name.removeprefix("v_"), name)
        self.go.setEnabled(True)

    def _offer(self, accounts: Sequence[AccountView]) -> None:
        for one in accounts:
            self.account.addItem(account_name(one), one.id)

    def narrowed(self) -> dict[str, Any]:
        """Return by which span and account the rows are narrowed, as the command takes it."""
        made: dict[str, Any] = {}
        if account := self.account.currentData():
            made["accounts"] = [account]
        match self.span.currentData():
            case int(days):
                first = QDate.currentDate().addDays(1 - days)
                made["since"] = first.toString(Qt.DateFormat.ISODate)
            case "exact":
                both = [f.date().toString(Qt.DateFormat.ISODate) for f in (self.first, self.last)]
                made |= {"since": min(both), "until": max(both)}
        return made

    def _told(self, _at: int) -> None:
        name = str(self.view.currentData())
        words = self._views.get(name, self.tr("Into a folder, a file for each view."))
        self.about.setText(words.replace("`", ""))

    def _choose(self) -> None:
        view, form = str(self.view.currentData()), str(self.format.currentData())
        if view == "all":
            path = QFileDialog.getExistingDirectory(self, self.tr("Export your data"))
        else:
            name = f"{view.removeprefix('v_')}.{form}"
            path, _ = QFileDialog.getSaveFileName(self, self.tr("Export your data"), name)
        if path:
            self.write(path)

    def write(self, path: str) -> None:
        """Write there, and say so."""

        def said(answer: Mapping[str, Any]) -> str:
            rows = sum(int(f["rows"]) for f in answer["files"])
            return self.tr("Written to {name}: {n}").format(n=rows, name=Path(path).name)

        view, form = str(self.view.currentData()), str(self.format.currentData())
        self.go.setEnabled(False)
        self._asking.do("export.run", said, lambda _: self.accept(), view=view, out=path,
                        format=form, **self.narrowed())  # fmt: skip
        self._asking.tell.connect(lambda *_: self.go.setEnabled(True))
