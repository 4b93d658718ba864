"""Our own figures over a span: how soon, how many, how it was taken; unknown is a dash (TM-04)."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from cmapp.ui import text
from cmapp.ui.asking import Asking
from cmapp.ui.widgets.card import Card
from cmapp.ui.widgets.chips import ChipRow
from cmapp.ui.widgets.label import Label
from cmapp.ui.widgets.part import Part, Tile, bar

_DAY = 86_400_000


class FiguresPart(Part):
    """The last 7, 30 or 90 days."""

    topics: frozenset[str] = frozenset()  # read when it is asked for, not at every change

    def __init__(self, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(asking, parent)
        self.title.setText(self.tr("Our figures"))
        spans = {str(n): self.tr("%n day(s)", "", n) for n in (7, 30, 90)}
        self.span = ChipRow(spans, self.inside)
        self.span.setAccessibleName(self.tr("Span"))
        self.span.choose("30")
        self.span.chosen.connect(lambda _: self.load())
        self.steps.addWidget(self.span)

    def load(self) -> None:
        """Ask for the span that is chosen."""
        self.say_under(self.tr("Working it out …"))
        until = text.now()
        since = until - int(self.span.current()) * _DAY
        self.asking.look("report.figures", self._show, since=since, until=until)

    def _show(self, found: dict[str, Any]) -> None:
        self.clear()
        self.say_under(
            self.tr("What came in in this time, and what we did with it. A dash is not known.")
        )
        tiles = QWidget(self.inside)
        grid = QGridLayout(tiles)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(12)
        for n, tile in enumerate(self._tiles(found, tiles)):
            grid.addWidget(tile, n // 3, n % 3)
            grid.setColumnStretch(n % 3, 1)
        self.column.addWidget(tiles)
        self.section(self.tr("How our answers were taken"))
        self.column.addWidget(self._taken(found["taken"]))
        if found["by_person"]:
            self.section(self.tr("By person"))
            self.column.addWidget(self._people(found["by_person"]))

    def _tiles(self, found: dict[str, Any], parent: QWidget) -> list[Tile]:
        response, resolution = found["response"], found["resolution"]
        share = found["in_time"]["share"]
        late = found["overdue"]
        return [
            Tile(self.tr("First answer after"), minutes(response["median"]),
                 self._spread(response), parent),
            Tile(self.tr("In time"), "—" if share is None else f"{share:.0%}",
                 self.tr("of %n answered", "", found["in_time"]["n"]), parent),
            Tile(self.tr("Not done yet"), text.number(found["open"]),
                 self.tr("%n overdue", "", late) if late else self.tr("none overdue"), parent,
                 tone="bad" if late else "muted"),
            Tile(self.tr("Needed a reply"), text.number(found["came"]),
                 self.tr("%n answered", "", found["answered"]), parent),
            Tile(self.tr("Closed after"), minutes(resolution["median"]),
                 self._spread(resolution), parent),
            Tile(self.tr("Sent by us"), text.number(found["sent"]),
                 self.tr("%n held for a look first", "", found["held_first"]), parent),
        ]  # fmt: skip

    def _spread(self, spread: dict[str, Any]) -> str:
        if not spread["n"]:
            return "n = 0"
        return self.tr("half within this, 90% within {time}; n = {n}").format(
            time=minutes(spread["p90"]), n=text.number(spread["n"])
        )

    def _taken(self, taken: dict[str, int]) -> QWidget:
        card, column = self._card()
        total = sum(taken.values())
        for code, name, tone in (
            ("thanked", self.tr("Thanked"), "ok"),
            ("asked_again", self.tr("Asked again"), "warn"),
            ("quiet", self.tr("Not heard of again"), "faint"),
            ("too_soon", self.tr("Too soon to tell"), "faint"),
        ):
            n = taken.get(code, 0)
            words = f"{text.number(n)} · {n / total:.0%}" if total else "—"
            column.addWidget(bar(name, words, n, total, card, tone=tone))
        note = self.tr("The next word of the same person within seven days; n = {n}").format(
            n=text.number(total)
        )
        column.addWidget(Label(note, card, size="second", tone="muted", wrap=True))
        return card

    def _people(self, people: list[dict[str, Any]]) -> QWidget:
        card, column = self._card()
        for one in people:
            words = self.tr("{answered} of {came} answered, {open} open").format(**one)
            name = self.tr("me") if one["name"] == "me" else one["name"]
            column.addWidget(bar(name, words, one["answered"], one["came"], card))
        return card

    def _card(self) -> tuple[Card, QVBoxLayout]:
        card = Card(self.inside)
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        return card, column


def minutes(value: float | None) -> str:
    """Return a length in words; what nothing stands behind is a dash."""
    return "—" if value is None else text.long_span(round(value * text.MINUTE))
