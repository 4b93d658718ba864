"""All of one planned post on a card beside it: when, its state, the whole text, who posts it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmapp.ui import fate_words
from cmapp.ui.planning import words
from cmapp.ui.planning.painter import Known
from cmapp.ui.planning.plans import Entry
from cmapp.ui.widgets.card import Card
from cmapp.ui.widgets.chips import Pill
from cmapp.ui.widgets.label import Label

WIDE, MOST = 340, 600
"""Its width in pixels, and how many letters of the text it shows."""


class PlanCard(Card):
    """Lies over the calendar, takes no keys."""

    def __init__(self, parent: QWidget, known: Known) -> None:
        super().__init__(parent, edge="edge")
        self._known = known
        self.entry: Entry | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(8)
        self.when = Label("", self, size="strong", wrap=True)
        self.state = Pill("", self)
        head.addWidget(self.when, 1)
        head.addWidget(self.state, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        self.zone = Label("", self, size="second", tone="muted", wrap=True)
        self.title = Label("", self, size="strong", wrap=True)
        self.body = Label("", self, wrap=True)
        self.who = Label("", self, size="second", tone="muted", wrap=True)
        self.group = Label("", self, size="second", tone="muted", wrap=True)
        self.fate = Label("", self, size="second", wrap=True)
        self.checks = Label("", self, size="second", tone="warn", wrap=True)
        for part in (
            self.zone, self.title, self.body, self.who, self.group, self.fate, self.checks,
        ):  # fmt: skip
            column.addWidget(part)
        self.hide()

    def show_entry(self, entry: Entry, where: QRect) -> None:
        """Show an entry beside the place on the screen where it is painted."""
        self.entry = entry
        known = self._known
        self.when.setText(f"{words.short_day(entry.day)}, {words.time(entry.minute)}")
        self.state.setText(words.state(entry.state))
        self.state.set_tone(words.tone(entry.state))
        _say(
            self.zone,
            self.tr("{time} in {zone}, where it was planned").format(
                time=words.time(words.minute_of(entry.clock)), zone=words.zone_city(entry.zone)
            )
            if entry.clock
            else "",
        )
        _say(self.title, entry.title)
        shown = entry.text.strip()
        _say(self.body, shown[:MOST] + ("…" if len(shown) > MOST else ""))
        _say(self.who, known.who(entry) or self.tr("No account is chosen yet"))
        campaign = known.campaigns.get(entry.campaign)
        parts = [campaign.name if campaign else "", entry.pillar]
        parts.append(self.tr("from a series") if entry.series else "")
        _say(self.group, " · ".join(p for p in parts if p))
        _say(self.fate, words.long_state(entry.state))
        _say(self.checks, "")
        self.setAccessibleName(words.said(entry, known.who(entry)))
        self._lay(where)

    def say_fates(self, told: Sequence[Mapping[str, Any]], where: QRect) -> None:
        """Say what becomes of it: once what holds for all its accounts."""
        said = [s for s in dict.fromkeys(map(fate_words.said, told)) if s]
        if said:
            _say(self.fate, "\n".join(said[:3]))
            self._lay(where)

    def say_checks(self, found: Sequence[str], where: QRect) -> None:
        """Say what its checks found."""
        if found:
            _say(self.checks, "\n".join(f"· {said}" for said in found[:4]))
            self._lay(where)

    def _lay(self, where: QRect) -> None:
        parent = self.parentWidget()
        assert parent is not None
        layout = self.layout()
        assert layout is not None
        layout.activate()
        high = max(self.heightForWidth(WIDE), 60)
        self.resize(WIDE, min(high, parent.height() - 16))
        place = QRect(parent.mapFromGlobal(where.topLeft()), where.size())
        x = place.right() + 8
        if x + WIDE > parent.width() - 8:
            x = place.left() - WIDE - 8
        if x < 8:
            x = max(8, min(parent.width() - WIDE - 8, place.left()))
        y = max(8, min(place.top() - 8, parent.height() - self.height() - 8))
        self.move(QPoint(x, y))
        self.show()
        self.raise_()


def _say(label: Label, said: str) -> None:
    label.setText(said)
    label.setVisible(bool(said))
