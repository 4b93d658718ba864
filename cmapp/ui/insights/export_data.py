"""Your data as files: a view or all of them, as CSV, JSON or Parquet."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QWidget

from cmapp.ui.asking import Asking
from cmapp.ui.charts.words import language
from cmapp.ui.dialogs.frame import Form, Sheet
from cmapp.ui.widgets.dropdown import Dropdown
from cmapp.ui.widgets.label import Label

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
        self.resize(520, 300)
        asking.look("export.list", self._fill, stream="export.list")

    def _fill(self, found: Mapping[str, Any]) -> None:
        self._views = {v["name"]: v["about"][language()] for v in found["views"]}
        self.view.addItem(self.tr("All of it, a file for each"), "all")
        for name in self._views:
            self.view.addItem(name.removeprefix("v_"), name)
        self.go.setEnabled(True)

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
                        format=form)  # fmt: skip
        self._asking.tell.connect(lambda *_: self.go.setEnabled(True))
