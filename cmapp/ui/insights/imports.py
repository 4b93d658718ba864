"""Imports and exports: which tables came in, one more, one back; and your data out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmapp.ui import text
from cmapp.ui.asking import Asking
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.card import Card
from cmapp.ui.widgets.empty import Empty
from cmapp.ui.widgets.label import Elided
from cmapp.ui.widgets.page import WIDE
from cmapp.ui.widgets.part import Part, moment

ENDINGS = (".csv", ".tsv", ".txt", ".xlsx")


class ImportsPart(Part):
    """The files that came in, the newest first. A table that is dropped here is looked at."""

    measure = WIDE
    topics = frozenset({"imports", "metrics"})

    def __init__(self, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(asking, parent)
        self.title.setText(self.tr("Tables from elsewhere"))
        self.say_under(
            self.tr("What no platform tells programs: reach, completion, visits, orders, ad spend.")
        )
        self.setAcceptDrops(True)
        self.sheet: QWidget | None = None
        self.out = Button(self.tr("Export…"), self.inside, icon="export")
        self.out.clicked.connect(self.export)
        self.bring = Button(self.tr("Import a table…"), self.inside, kind="primary", icon="table")
        self.bring.clicked.connect(lambda: self.open())
        self.steps.addWidget(self.out)
        self.steps.addWidget(self.bring)

    def load(self) -> None:
        """Read what came in."""
        self.asking.look("imports.list", self._fill, stream="imports")

    def _fill(self, found: Mapping[str, Any]) -> None:
        self.hold_keys()
        self.clear()
        for one in found["imports"]:
            self.column.addWidget(self._card(one))
        if not found["imports"]:
            empty = Empty(
                "table", self.tr("Nothing was imported yet"),
                self.tr("Drop a CSV or XLSX file here. You see what it brings before it is kept."),
                parent=self.inside,
            )  # fmt: skip
            self.column.addWidget(empty)
        self.give_keys()

    def _card(self, one: Mapping[str, Any]) -> Card:
        card = Card(self.inside)
        row = QHBoxLayout(card)
        row.setContentsMargins(16, 12, 12, 12)
        row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(2)
        gone = bool(one["undone_at"])
        words.addWidget(Elided(one["file"], card, size="strong", tone="muted" if gone else "ink"))
        said = [text.clock(moment(one["at"])), self.tr("{n} kept").format(n=one["kept"])]
        if lost := len(one["unmatched"]):
            said.append(self.tr("{n} without a post or person of yours").format(n=lost))
        if gone:
            said.append(self.tr("taken back"))
        words.addWidget(Elided(" · ".join(said), card, size="second", tone="muted"))
        row.addLayout(words, 1)
        step = Button(self.tr("Bring back") if gone else self.tr("Take back"), card, small=True,
                      icon="refresh" if gone else "undo")  # fmt: skip
        step.setAccessibleName(f"{step.words()}: {one['file']}")
        command = "imports.redo" if gone else "imports.undo"
        words_done = self.tr("It counts again") if gone else self.tr("Taken back")
        step.clicked.connect(lambda _=False, i=one["id"]: self.asking.do(command, words_done, id=i))
        row.addWidget(step, 0, Qt.AlignmentFlag.AlignVCenter)
        return card

    def open(self, path: str = "") -> None:
        """Open the steps of an import, with a file where one was dropped."""
        from cmapp.ui.insights.import_table import ImportTable

        sheet = ImportTable(self.asking, self)
        self.sheet = sheet
        sheet.accepted.connect(self.load)
        sheet.open()
        if path:
            sheet.take_file(path)

    def export(self) -> None:
        """Ask which data go where."""
        from cmapp.ui.insights.export_data import ExportData

        self.sheet = ExportData(self.asking, self)
        self.sheet.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take one file that may hold a table."""
        if _dropped(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at a file that was dropped, once the drag is over."""
        if path := _dropped(event):
            event.acceptProposedAction()
            QTimer.singleShot(0, self, lambda: self.open(path))


def _dropped(event: QDropEvent) -> str:
    files = [u.toLocalFile() for u in event.mimeData().urls() if u.isLocalFile()]
    return files[0] if len(files) == 1 and Path(files[0]).suffix.lower() in ENDINGS else ""
