"""The landing report: what became of everything that waited while you were away."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from cmapp.ui import text
from cmapp.ui.bridge import Bridge
from cmapp.ui.desk import Desk
from cmapp.ui.panes.outbox import Deciding, _Sent
from cmapp.ui.views import Landing
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.card import Card
from cmapp.ui.widgets.empty import Empty
from cmapp.ui.widgets.label import Label
from cmapp.ui.widgets.statusline import short_names


class Figure(Card):
    """A number with its name over it and a word under it."""

    def __init__(
        self, name: str, value: str, parent: QWidget, *, tone: str = "ink", note: str = ""
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 13, 16, 14)
        column.setSpacing(4)
        column.addWidget(Label(name, self, size="second", tone="muted"))
        column.addWidget(Label(value, self, size="figure", tone=tone))
        if note:
            column.addWidget(Label(note, self, size="second", tone="muted", wrap=True))
        column.addStretch(1)
        self.setAccessibleName(f"{name}: {value}. {note}")


class LandingPane(Deciding):
    """Figures first, then every reply that waits for a decision."""

    inbox_asked = Signal()

    def __init__(self, desk: Desk, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__("", desk, bridge, parent)
        self.title.setText(self.tr("Landing report"))
        self._shown: Landing | None = None
        self._on = Button(self.tr("To the inbox"), self, kind="primary")
        self._on.clicked.connect(lambda: self.inbox_asked.emit())
        self.steps.addWidget(self._on)
        self.fill()

    def arrived(self) -> None:
        """Be fresh when shown."""
        self.fill()

    def refresh(self, topics: frozenset[str]) -> None:
        """Ask again for what changed."""
        if topics & {"outbox", "switches"}:
            self.fill()

    def fill(self) -> None:
        """Fill the page anew where something changed."""
        report = self.desk.landing()
        if report is not None and report == self._shown:
            return
        self._shown = report
        self.clear()
        if report is None:
            self.say_under("")
            self.column.addWidget(
                Empty(
                    "landing",
                    self.tr("You have not been away yet"),
                    self.tr(
                        "After flight mode you find here what was sent, what is held for you, "
                        "and what is new."
                    ),
                    parent=self.inside,
                )
            )
            return
        self.say_under(
            self.tr(
                "You were away {time}. Every reply was checked against its thread before it left."
            ).format(time=text.long_span(report.until - report.since))
            if report.since is not None
            else self.tr("Every reply was checked against its thread before it left.")
        )
        self.column.addWidget(self._figures(report))
        for item in (*report.held, *report.uncertain, *report.rejected):
            self.column.addWidget(self.card(item))
        if not (report.held or report.uncertain or report.rejected) and report.sent:
            self.column.addWidget(
                Label(self.tr("Nothing is left to decide."), self.inside, tone="muted")
            )
        if report.sent:
            self.section(self.tr("Sent"), len(report.sent))
            for item in report.sent[:30]:
                line = _Sent(item, self.inside)
                line.opened.connect(self.opened)
                self.column.addWidget(line)

    def _figures(self, report: Landing) -> QWidget:
        row = QWidget(self.inside)
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(12)
        names = short_names(self.desk.accounts())
        new = " · ".join(f"{names.get(k, k)} {text.number(v)}" for k, v in report.new.items() if v)
        figures = [
            (self.tr("Sent once"), len(report.sent), "ok", ""),
            (self.tr("Held for you"), len(report.held), "held", ""),
            (self.tr("May have been sent"), len(report.uncertain), "warn", ""),
            (self.tr("New since you left"), sum(report.new.values()), "ink", new),
        ]
        if report.rejected:
            figures.insert(3, (self.tr("Refused"), len(report.rejected), "bad", ""))
        for i, (name, value, tone, note) in enumerate(figures):
            shown = tone if value else "ink"
            grid.addWidget(Figure(name, text.number(value), row, tone=shown, note=note), 0, i)
            grid.setColumnStretch(i, 1)
        return row
