"""Logs of live chats: bring one in, see what was asked again and again (IN-13)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from cmapp.ui import text
from cmapp.ui.asking import Asking
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.card import Card
from cmapp.ui.widgets.empty import Empty
from cmapp.ui.widgets.label import Elided, Label
from cmapp.ui.widgets.part import Part, moment


class LivePart(Part):
    """One log at a time, the newest first."""

    topics = frozenset({"live"})

    def __init__(self, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(asking, parent)
        self.title.setText(self.tr("Live chats"))
        self.logs = QComboBox(self.inside)
        self.logs.setAccessibleName(self.tr("Log"))
        self.logs.setMinimumWidth(220)
        self.logs.activated.connect(lambda _: self._read())
        self.away = Button(self.tr("Remove"), self.inside, small=True)
        self.away.clicked.connect(self._remove)
        self.bring = Button(
            self.tr("Import a log…"), self.inside, kind="primary", icon="plus", small=True
        )
        self.bring.clicked.connect(self._ask_which)
        for step in (self.logs, self.away, self.bring):
            self.steps.addWidget(step)

    def load(self) -> None:
        """Ask which logs there are."""
        self.asking.look("live.list", self._list)

    def _list(self, found: dict[str, Any]) -> None:
        logs = found["logs"]
        chosen = self.logs.currentData()
        self.logs.clear()
        for log in logs:
            self.logs.addItem(log["name"], log["id"])
        self.logs.setCurrentIndex(max(0, self.logs.findData(chosen)) if logs else -1)
        for step in (self.logs, self.away, self.bring):
            step.setVisible(bool(logs))
        if logs:
            self._read()
            return
        self.clear()
        self.say_under("")
        empty = Empty(
            "message",
            self.tr("No live chat yet"),
            self.tr(
                "Import the log of a live stream, as XML, CSV, JSON lines or plain lines, and "
                "see what was asked again and again."
            ),
            button=self.tr("Import a log…"),
            parent=self.inside,
        )
        empty.asked.connect(self._ask_which)
        self.column.addWidget(empty)

    def _read(self) -> None:
        self.asking.look("live.show", self._show, id=str(self.logs.currentData()))

    def _show(self, found: dict[str, Any]) -> None:
        self.clear()
        log, clusters = found["log"], found["clusters"]
        when = text.clock(moment(log["imported_at"]))
        self.say_under(
            self.tr("%n line(s)", "", log["lines"])
            + " · "
            + self.tr("imported {time}").format(time=when)
        )
        if not clusters:
            self.column.addWidget(Label(self.tr("Nothing was asked twice."), self.inside))
            return
        self.section(self.tr("Asked again and again"), len(clusters))
        for cluster in clusters:
            self.column.addWidget(self._cluster(cluster))

    def _cluster(self, cluster: Mapping[str, Any]) -> QWidget:
        card = Card(self.inside)
        line = QHBoxLayout(card)
        line.setContentsMargins(16, 10, 16, 10)
        line.setSpacing(16)
        times = Label(f"{cluster['times']}×", card, size="figure")
        times.setFixedWidth(56)
        times.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(times)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(Label(cluster["example"], card, wrap=True))
        parts = [self.tr("%n people", "", cluster["people"])]
        if cluster["seconds"] is not None:
            parts.append(self.tr("first at {time}").format(time=into(cluster["seconds"])))
        lines = ", ".join(str(n + 1) for n in cluster["lines"][:8])
        more = "…" if len(cluster["lines"]) > 8 else ""
        parts.append(self.tr("lines {numbers}").format(numbers=lines + more))
        words.addWidget(Elided(" · ".join(parts), card, size="second", tone="muted"))
        line.addLayout(words, 1)
        card.setAccessibleName(f"{cluster['times']}× {cluster['example']}")
        return card

    def _ask_which(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Import a log"))
        if name:
            self.bring_in(name)

    def bring_in(self, path: str) -> None:
        """Import a file; the same file again is the log that is there."""

        def said(answer: dict[str, Any]) -> str:
            words = self.tr("%n thing(s) asked again and again", "", len(answer["clusters"]))
            return f"{answer['log']['name']}: {words}"

        self.asking.do("live.import", said, self._brought, path=path)

    def _brought(self, answer: dict[str, Any]) -> None:
        self.logs.clear()
        self.logs.addItem(answer["log"]["name"], answer["log"]["id"])
        self.load()

    def _remove(self) -> None:
        words = self.tr("Removed: {name}. Its file is untouched.").format(
            name=self.logs.currentText()
        )
        self.asking.do("live.remove", words, id=str(self.logs.currentData()))


def into(seconds: float) -> str:
    """Return how far into a stream something was, as h:mm:ss."""
    minutes, rest = divmod(int(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}"
