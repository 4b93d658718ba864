"""The weekly digest on one page: what people talked about, in their words (IN-19)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDate, QLocale, QTimeZone
from PySide6.QtWidgets import QFileDialog, QWidget

from cmapp.ui import signal_words, text
from cmapp.ui.asking import Asking
from cmapp.ui.widgets.button import Button, IconButton
from cmapp.ui.widgets.empty import Empty
from cmapp.ui.widgets.label import Label
from cmapp.ui.widgets.part import Part, Quotes

_WEEK = timedelta(days=7)


class WeekPart(Part):
    """One week, the last whole one first."""

    topics: frozenset[str] = frozenset()

    def __init__(self, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(asking, parent)
        self.title.setText(self.tr("The week"))
        self.monday = monday_of(QDate.currentDate()) - _WEEK
        self.markdown = ""
        self.before = IconButton("left", self.tr("Week before"), self.inside)
        self.before.clicked.connect(lambda: self.turn(-1))
        self.after = IconButton("right", self.tr("Week after"), self.inside)
        self.after.clicked.connect(lambda: self.turn(1))
        self.keep = Button(self.tr("Save as Markdown…"), self.inside, small=True)
        self.keep.clicked.connect(self._ask_where)
        for step in (self.before, self.after, self.keep):
            self.steps.addWidget(step)
        self._name()

    @property
    def week(self) -> str:
        """Return the week as commands write it, e.g. 2026-W47."""
        year, week, _ = self.monday.isocalendar()
        return f"{year}-W{week:02}"

    def turn(self, step: int) -> None:
        """Go a week back or on, no further than this one."""
        there = self.monday + step * _WEEK
        if there <= monday_of(QDate.currentDate()):
            self.monday = there
            self.load()

    def _name(self) -> None:
        local, first = QLocale(), QDate(self.monday.year, self.monday.month, self.monday.day)
        form = self.tr("d MMM", "date format")
        days = [local.toString(day, form) for day in (first, first.addDays(6))]
        year, week, _ = self.monday.isocalendar()
        words = self.tr("Week {week} of {year}").format(week=week, year=year)
        self.title.setText(f"{words} · {days[0]} – {days[1]}")
        self.after.setEnabled(self.monday < monday_of(QDate.currentDate()))

    def load(self) -> None:
        """Ask for the digest of the week."""
        self._name()
        self.say_under(self.tr("Working it out …"))
        zone = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace") or None
        self.asking.look("report.week", self._show, week=self.week, zone=zone, language=_language())

    def _show(self, found: dict[str, Any]) -> None:
        if found["week"] != self.week:
            return
        self.clear()
        self.markdown = found["markdown"]
        self.keep.setEnabled(bool(found["people"]))
        if not found["people"]:
            self.say_under("")
            self.column.addWidget(
                Empty(
                    "message",
                    self.tr("Nobody wrote in this week"),
                    self.tr("What people talk about is gathered here, in their own words."),
                    parent=self.inside,
                )
            )
            return
        self.say_under(
            self.tr("%n people wrote", "", found["people"])
            + " · "
            + self.tr("{answered} of {needed} that needed a reply have one").format(
                answered=found["answered"], needed=found["needed_reply"]
            )
        )
        said = [f"{signal_words.signal(code)} {text.number(n)}" for code, n in _few(found)]
        if said:
            words = self.tr("What was said: {list}").format(list=" · ".join(said))
            self.column.addWidget(Label(words, self.inside, tone="muted", wrap=True))
        if found["themes"]:
            self.section(self.tr("Themes"), len(found["themes"]))
        for theme in found["themes"]:
            under = " · ".join(
                (
                    self.tr("%n people", "", theme["people"]),
                    self.tr("usually {n} a week").format(n=f"{theme['usual']:.1f}")
                    if theme["usual"]
                    else self.tr("not in the four weeks before"),
                )
            )
            self._add(Quotes(theme["term"], under, theme["quotes"], self.inside))
        for code, words in (
            ("complaints", self.tr("Complaints")),
            ("questions", self.tr("Questions")),
            ("suggestions", self.tr("Suggestions")),
            ("praise", self.tr("Praise")),
        ):
            if found[code]:
                self.section(words)
                self._add(Quotes("", "", found[code], self.inside))

    def _add(self, card: Quotes) -> None:
        card.asked.connect(self.item_asked)
        self.column.addWidget(card)

    def _ask_where(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, self.tr("Save as Markdown"), f"{self.week}.md", "Markdown (*.md)"
        )
        if name:
            self.save_to(Path(name))

    def save_to(self, path: Path) -> None:
        """Write the digest to a file."""
        try:
            path.write_text(self.markdown, encoding="utf-8", newline="\n")
        except OSError as error:
            words = self.tr("The file could not be written: {why}")
            self.asking.tell.emit(words.format(why=error.strerror or str(error)), None)
        else:
            self.asking.tell.emit(self.tr("Saved: {name}").format(name=path.name), None)


def _language() -> str:
    """Return the window's language as the digest knows it: what a page is saved in."""
    name = QLocale().name()
    if not name.startswith("zh"):
        return "en"
    return "zh_TW" if name[3:] in ("TW", "HK", "MO") else "zh_CN"


def _few(found: dict[str, Any]) -> list[tuple[str, int]]:
    return [(c, n) for c, n in found["signals"].items() if signal_words.known(c)][:6]


def monday_of(day: QDate) -> date:
    """Return the Monday of the week that a day lies in."""
    first = day.addDays(1 - day.dayOfWeek())
    return datetime(first.year(), first.month(), first.day(), tzinfo=UTC).date()
