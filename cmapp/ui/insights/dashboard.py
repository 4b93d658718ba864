"""The overview: four figures and four charts of the last days, from this machine's own file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from cmapp.domain.chart import Figure, Say
from cmapp.domain.errors import Trouble
from cmapp.services import glossary, insights, wordbook
from cmapp.services.insights.dashboard import CHARTS, FIGURES
from cmapp.ui.asking import Asking
from cmapp.ui.charts.view import ChartView
from cmapp.ui.insights.scope import ScopeBar, account_name
from cmapp.ui.insights.tiles import FigureTile
from cmapp.ui.views import AccountView
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.card import Card
from cmapp.ui.widgets.label import Label
from cmapp.ui.widgets.page import WIDE
from cmapp.ui.widgets.part import Part

_PAUSE = 2_000
"""Milliseconds between two readings while the inbox changes."""
_DRAWN = 50
"""Milliseconds in which the charts are on the screen."""
_Answer = dict[str, Any] | Trouble


class DashboardPart(Part):
    """The last 7, 30, 90 or 365 days. What is shown stays until what is newer is there."""

    measure = WIDE
    person_asked = Signal(int)
    post_asked = Signal(str)
    opened = Signal(str)
    connect_asked = Signal()
    section_asked = Signal(str, object)

    def __init__(self, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(asking, parent)
        self.title.setText(self.tr("Insights"))
        self.scope = ScopeBar(self.inside)
        self.scope.changed.connect(self.load)
        self.steps.addWidget(self.scope)
        self.say_under(self.scope.said())
        self._zone = ""
        self._body: QWidget | None = None
        self._nothing: QWidget | None = None
        self.tiles: list[FigureTile] = []
        self.charts: list[ChartView] = []
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE)
        self._pause.timeout.connect(self._rested)
        self._again_later = False
        self._heads = QTimer(self)
        self._heads.setSingleShot(True)
        self._heads.setInterval(_DRAWN)
        self._heads.timeout.connect(self._read_heads)

    # reading

    def load(self) -> None:
        """Read the charts, then the figures; they take the place of those that are shown."""
        self._pause.start()
        self.asking.run(self.asking.desk.accounts, self._with_accounts, stream=f"who:{id(self)}")

    def _again(self) -> None:
        if self.isVisible():
            self.freshen()

    def freshen(self) -> None:
        """Read again, now or when the pause after the last reading is over."""
        if self._pause.isActive():
            self._again_later = True
        else:
            self.load()

    def _rested(self) -> None:
        again, self._again_later = self._again_later, False
        if again and self.isVisible():
            self.load()

    def _with_accounts(self, accounts: list[AccountView]) -> None:
        self.scope.offer(accounts)
        if not accounts:
            self._show_nothing()
            return
        asked, stream = self.scope.asked(), f"charts:{id(self)}"
        names = {a.id: account_name(a) for a in accounts}
        self.asking.run(
            lambda: self._read(asked),
            lambda found: self._arrived(found, asked, names),
            stream=stream,
            long=True,
        )
        self._made()  # while they are read

    def _read(self, asked: Mapping[str, Any]) -> list[_Answer]:
        """Read the charts one after the other: side by side they take longer (T9).

        The words of all charts are read here, too: keys would have to wait for them.
        """
        glossary.dictionary()
        wordbook.entries()
        found: list[_Answer] = []
        for name in CHARTS:
            desk = self.asking.desk
            read = desk.call if insights.get(name).heavy else desk.look
            try:
                found.append(read("insights.show", name=name, **asked))
            except Trouble as error:
                found.append(error)
        return found

    def _arrived(
        self, found: list[_Answer], asked: Mapping[str, Any], names: Mapping[str, str]
    ) -> None:
        """Show all charts at once: one that came alone would have the page drawn once more."""
        if self._nothing is not None:
            self._nothing.hide()
        self.say_under(self.scope.said(self._zone))
        for answer, view in zip(found, self.charts, strict=True):
            view.name_accounts(names)
            if isinstance(answer, Trouble):
                self.asking.sorry(answer)
            else:
                view.take(answer, asked)
        self._made().show()
        self._heads.start()

    def _read_heads(self) -> None:
        """Read the figures once the charts stand: they would only make these wait."""
        asked, stream = self.scope.asked(), f"heads:{id(self)}"
        self.asking.look("insights.board", self._show_heads, stream=stream, **asked)

    def _show_heads(self, found: Mapping[str, Any]) -> None:
        self._zone = str(found["zone"])
        self.say_under(self.scope.said(self._zone))
        for tile, head in zip(self.tiles, found["heads"], strict=True):
            tile.show_figure(_figure(head["figure"]), _figure(head["before"]))

    # what is there

    def _made(self) -> QWidget:
        if self._body is None:
            self._body = QWidget(self.inside)
            self._body.hide()  # until there is something in it
            grid = QGridLayout(self._body)
            grid.setContentsMargins(0, 0, 0, 0)
            grid.setSpacing(12)
            for n, metric in enumerate(FIGURES):
                tile = FigureTile(metric, self._body)
                tile.asked.connect(self._show_behind)
                grid.addWidget(tile, 0, n * 3, 1, 3)
                self.tiles.append(tile)
            for n in range(len(CHARTS)):
                view = ChartView(self.asking, self._body, small=True)
                view.setMinimumHeight(262)
                view.item_asked.connect(self.item_asked)
                view.person_asked.connect(self.person_asked)
                view.post_asked.connect(self.post_asked)
                view.opened.connect(self.opened)
                view.large_asked.connect(self._show_large)
                wide = 7 if n % 2 == 0 else 5
                grid.addWidget(view, 1 + n // 2, 0 if n % 2 == 0 else 7, 1, wide)
                self.charts.append(view)
            for column in range(12):
                grid.setColumnStretch(column, 1)
            self.column.addWidget(self._body)
        return self._body

    def _show_large(self, name: str) -> None:
        days, account = self.scope.days(), self.scope.accounts.currentData()
        self.section_asked.emit("charts", {"name": name, "days": days, "account": account or ""})

    def _show_behind(self, metric: str) -> None:
        from cmapp.services import glossary
        from cmapp.ui.charts import words
        from cmapp.ui.charts.behind import Behind

        title = glossary.name(metric, words.language())
        asked = {"metric": metric, **self.scope.asked()}
        sheet = Behind(self.asking, asked, title, self.window(), command="metrics.rows")
        sheet.chosen.connect(self.charts[0].open_row)
        sheet.open()

    def _show_nothing(self) -> None:
        if self._body is not None:
            self._body.hide()
        self.say_under("")
        if self._nothing is None:
            card = Card(self.inside)
            card.dashed = True
            column = QVBoxLayout(card)
            column.setContentsMargins(24, 22, 24, 22)
            column.setSpacing(8)
            column.addWidget(Label(self.tr("Nothing to show yet"), card, size="title"))
            words = self.tr(
                "Here you will see what comes in, how soon it is answered, how it is said and how "
                "your accounts grow, worked out on this machine. It begins with an account."
            )
            column.addWidget(Label(words, card, tone="muted", wrap=True))
            step = Button(self.tr("Connect an account"), card, kind="primary")
            step.clicked.connect(self.connect_asked)
            column.addWidget(step)
            self._nothing = card
            self.column.addWidget(card)
        self._nothing.show()


def _figure(told: Mapping[str, Any]) -> Figure:
    return Figure(**{**told, "label": Say(**told["label"])})
