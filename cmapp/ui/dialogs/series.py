"""Series: a post that comes again by a rule in plain words, until an end that it must have."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QDate, QLocale, Qt, QTime, QTimer
from PySide6.QtWidgets import (
    QDateEdit,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPlainTextEdit,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from cmapp.ui import text
from cmapp.ui.asking import Asking
from cmapp.ui.dialogs.frame import Form, Sheet
from cmapp.ui.dialogs.slots import line_of
from cmapp.ui.planning import words
from cmapp.ui.planning.painter import Known
from cmapp.ui.planning.plans import day_of, qdate, today
from cmapp.ui.planning.series_words import CODES, in_words, read_rule, rule_of
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.chips import Chip
from cmapp.ui.widgets.choice import Tick
from cmapp.ui.widgets.dropdown import Dropdown
from cmapp.ui.widgets.label import Label

_CUT = "\n---\n"
"""Stands between the texts that take turns."""


class SeriesSheet(Sheet):
    """The series at the left; rule, texts and the next ten days of one at the right."""

    def __init__(
        self, asking: Asking, known: Known, zone: str, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self._asking, self._known, self._zone = asking, known, zone
        self._chosen: dict[str, Any] = {}
        self._filling = True
        self.head.setText(self.tr("Series"))
        self.setWindowTitle(self.tr("Series"))
        self.say(self.tr("What comes again. It needs an end; each date can be left out by itself."))
        columns = QHBoxLayout()
        columns.setSpacing(20)
        self.body.addLayout(columns, 1)
        columns.addLayout(self._left(), 2)
        columns.addLayout(self._right(), 4)
        columns.addLayout(self._dates(), 3)
        self.step(self.tr("Close")).clicked.connect(self.accept)
        self.save = self.step(self.tr("Save"), kind="primary")
        self.save.clicked.connect(self.keep)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(250)
        self._pause.timeout.connect(self._look)
        self.resize(980, 620)
        self._filling = False
        self.begin()
        self.load()

    # the form

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Series"))
        self.list.currentItemChanged.connect(lambda item, _: self._choose(item))
        column.addWidget(self.list, 1)
        steps = QHBoxLayout()
        new = Button(self.tr("New"), self, icon="plus", small=True)
        new.clicked.connect(self.begin)
        self.end = Button(self.tr("End it"), self, kind="quiet", small=True)
        self.end.clicked.connect(self._end)
        steps.addWidget(new)
        steps.addWidget(self.end)
        steps.addStretch(1)
        column.addLayout(steps)
        return column

    def _right(self) -> QFormLayout:
        form = Form(self)
        self.title = QLineEdit(self)
        self.title.setMaxLength(200)
        self.title.textChanged.connect(lambda _: self._changed())
        form.add(self.tr("Name"), self.title)
        self.often = Dropdown(self)
        for code, said in (
            ("DAILY", self.tr("Every day")),
            ("WEEKLY", self.tr("Every week")),
            ("MONTHLY", self.tr("Every month, on the same date")),
            ("NTH", self.tr("Every month, on the same weekday")),
        ):
            self.often.addItem(said, code)
        self.often.setCurrentIndex(1)
        self.often.currentIndexChanged.connect(lambda _: self._changed())
        form.add(self.tr("How often"), self.often)
        self.interval = QSpinBox(self)
        self.interval.setRange(1, 52)
        self.interval.lineEdit().setTextMargins(8, 0, 0, 0)
        self.interval.valueChanged.connect(lambda _: self._changed())
        form.add(self.tr("Interval"), self.interval)
        self.days: dict[str, Chip] = {}
        line = QHBoxLayout()
        line.setSpacing(3)
        for day in words.weekdays():
            name = QLocale().standaloneDayName(day.value, QLocale.FormatType.ShortFormat)
            chip = Chip(name, self)
            chip.setAccessibleName(QLocale().standaloneDayName(day.value))
            chip.toggled.connect(lambda _: self._changed())
            self.days[CODES[day.value - 1]] = chip
            line.addWidget(chip)
        line.addStretch(1)
        form.addRow(Label(self.tr("On"), self, tone="muted"), line)
        when = QHBoxLayout()
        when.setSpacing(8)
        self.first, self.hour = QDateEdit(self), QTimeEdit(QTime(9, 0), self)
        self.first.setCalendarPopup(True)
        self.first.setAccessibleName(self.tr("First day"))
        self.hour.setAccessibleName(self.tr("Time"))
        line_of(self.hour).setTextMargins(8, 0, 0, 0)
        self.first.dateChanged.connect(lambda _: self._changed())
        self.hour.timeChanged.connect(lambda _: self._changed())
        when.addWidget(self.first)
        when.addWidget(self.hour)
        form.addRow(Label(self.tr("From"), self, tone="muted"), when)
        ends = QHBoxLayout()
        ends.setSpacing(8)
        self.until = Dropdown(self)
        self.until.addItem(self.tr("until"), "day")
        self.until.addItem(self.tr("after"), "count")
        self.until.setAccessibleName(self.tr("Ends"))
        self.until.currentIndexChanged.connect(lambda _: self._changed())
        self.last, self.count = QDateEdit(self), QSpinBox(self)
        self.last.setCalendarPopup(True)
        self.last.setAccessibleName(self.tr("Last day"))
        self.last.dateChanged.connect(lambda _: self._changed())
        self.count.setRange(1, 366)
        self.count.setValue(10)
        self.count.lineEdit().setTextMargins(8, 0, 0, 0)
        self.count.setSuffix(self.tr(" times"))
        self.count.setAccessibleName(self.tr("Times"))
        self.count.valueChanged.connect(lambda _: self._changed())
        for part in (self.until, self.last, self.count):
            ends.addWidget(part)
        form.addRow(Label(self.tr("Ends"), self, tone="muted"), ends)
        self.accounts: dict[str, Tick] = {}
        who = QVBoxLayout()
        for account in self._known.accounts.values():
            tick = Tick(f"{account.name or account.handle} · @{account.handle}"[:44], self)
            tick.toggled.connect(lambda _: self._changed())
            self.accounts[account.id] = tick
            who.addWidget(tick)
        form.addRow(Label(self.tr("Accounts"), self, tone="muted"), who)
        self.texts = QPlainTextEdit(self)
        self.texts.setProperty("boxed", True)
        self.texts.setTabChangesFocus(True)
        self.texts.setPlaceholderText(
            self.tr("The text. Further wordings that take turns: a line of --- between them")
        )
        self.texts.textChanged.connect(self._changed)
        form.add(self.tr("Text"), self.texts)
        self.repeat = Tick(self.tr("Begin anew when all wordings were used"), self)
        self.repeat.toggled.connect(lambda _: self._changed())
        form.addRow("", self.repeat)
        self.queue = Tick(self.tr("Send each at its time, once the checks pass"), self)
        form.addRow("", self.queue)
        return form

    def _dates(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        self.rule = Label("", self, size="strong", wrap=True)
        self.rule.setMinimumHeight(38)
        column.addWidget(self.rule)
        column.addWidget(Label(self.tr("The next ten"), self, size="second", tone="muted"))
        self.next = QListWidget(self)
        self.next.setAccessibleName(self.tr("The next ten"))
        self.next.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.next.currentRowChanged.connect(lambda _: self._name_skip())
        column.addWidget(self.next, 1)
        self.skip = Button(self.tr("Leave this one out"), self, small=True)
        self.skip.clicked.connect(self._skip)
        column.addWidget(self.skip)
        self.trouble = Label("", self, size="second", tone="warn", wrap=True)
        self.trouble.setMinimumHeight(34)
        column.addWidget(self.trouble)
        return column

    # what stands here

    def values(self) -> dict[str, Any]:
        """Return the rule and its end, as commands take them."""
        day, time = self.first.date(), self.hour.time()
        chosen = [code for code, chip in self.days.items() if chip.isChecked()]
        by_day = self.until.currentData() == "day"
        return {
            "rule": rule_of(self.often.currentData(), self.interval.value(), chosen, day),
            "wall": f"{day.toString(Qt.DateFormat.ISODate)}T{time.toString('HH:mm')}",
            "zone": self._chosen.get("zone") or self._zone,
            "last_day": self.last.date().toString(Qt.DateFormat.ISODate) if by_day else None,
            "count": None if by_day else self.count.value(),
        }

    def wordings(self) -> list[str]:
        """Return the texts that take turns."""
        whole = self.texts.toPlainText().replace("\r", "")
        return [t.strip() for t in f"\n{whole}\n".split(_CUT) if t.strip()]

    def _changed(self) -> None:
        if self._filling:
            return
        weekly = self.often.currentData() == "WEEKLY"
        for chip in self.days.values():
            chip.setEnabled(weekly)
        by_day = self.until.currentData() == "day"
        self.last.setVisible(by_day)
        self.count.setVisible(not by_day)
        self.repeat.setEnabled(len(self.wordings()) > 1)
        self.rule.setText(in_words(self.values()))
        self.save.setEnabled(bool(self.title.text().strip() and self.wordings()))
        self._pause.start()

    def _look(self) -> None:
        made = self.values()
        texts = self.wordings()
        self._asking.look(
            "calendar.series.preview",
            self._preview,
            **made,
            skipped=self._chosen.get("skipped") or [],
            variations=texts if len(texts) > 1 else [],
            repeat=self.repeat.isChecked() and len(texts) > 1,
        )

    def _preview(self, found: dict[str, Any]) -> None:
        row = self.next.currentRow()
        self.next.clear()
        for one in found.get("next") or ():
            day, minute = day_of(str(one.get("wall") or one["day"] + "T00:00"))
            said = f"{words.short_day(day)}, {words.time(minute)}"
            if one.get("variation") is not None and len(self.wordings()) > 1:
                at = int(one["variation"]) + 1
                said += " · " + self.tr("wording {n}").format(n=at)
            item = QListWidgetItem(said)
            item.setData(Qt.ItemDataRole.UserRole, one["day"])
            self.next.addItem(item)
        for day in self._chosen.get("skipped") or ():
            number = date.fromisoformat(day).toordinal()
            item = QListWidgetItem(self.tr("{day}: left out").format(day=words.short_day(number)))
            item.setData(Qt.ItemDataRole.UserRole, f"-{day}")
            self.next.addItem(item)
        if 0 <= row < self.next.count():
            self.next.setCurrentRow(row)
        trouble = found.get("trouble")
        said = ""
        if trouble:
            said = text.trouble(trouble["code"], trouble.get("facts") or {}, "")
        elif found.get("total"):
            said = self.tr("%n time(s) in all", "", int(found["total"]))
        self.trouble.setText(said)
        self.trouble.set_tone("warn" if trouble else "muted")
        self._name_skip()

    # the list

    def load(self, wanted: str = "") -> None:
        """Read the series; stand on `wanted`."""
        self._asking.look("calendar.series.list", lambda found: self._fill(found, wanted))

    def _fill(self, found: dict[str, Any], wanted: str) -> None:
        self.list.clear()
        for one in found.get("series") or ():
            said = str(one["title"])
            if one.get("ended_at"):
                said += " · " + self.tr("ended")
            item = QListWidgetItem(said)
            item.setData(Qt.ItemDataRole.UserRole, one)
            self.list.addItem(item)
            if one["id"] == wanted:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0 and self.list.count():
            self.list.setCurrentRow(0)

    def begin(self) -> None:
        """Empty the form for a new series."""
        self.list.setCurrentRow(-1)
        self._show({})
        self.title.setFocus()

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._show(item.data(Qt.ItemDataRole.UserRole))

    def _show(self, one: Mapping[str, Any]) -> None:
        self._filling = True
        self._chosen = dict(one)
        self.end.setEnabled(bool(one) and not one.get("ended_at"))
        self.title.setText(str(one.get("title") or ""))
        first, minute = day_of(str(one.get("wall") or f"{_iso(today() + 1)}T09:00"))
        often, interval, days = read_rule(str(one.get("rule") or ""), qdate(first))
        self.often.setCurrentIndex(max(0, self.often.findData(often)))
        self.interval.setValue(interval)
        for code, chip in self.days.items():
            chip.setChecked(code in days)
        self.first.setDate(qdate(first))
        self.hour.setTime(QTime(minute // 60, minute % 60))
        self.until.setCurrentIndex(1 if one.get("count") else 0)
        self.count.setValue(int(one.get("count") or 10))
        last = one.get("last_day")
        self.last.setDate(
            QDate.fromString(last, Qt.DateFormat.ISODate) if last else qdate(first).addMonths(3)
        )
        used = set(one.get("accounts") or ())
        for account, tick in self.accounts.items():
            tick.setChecked(account in used or not one)
        texts = [str(v) for v in one.get("variations") or () if v] or [str(one.get("text") or "")]
        self.texts.setPlainText(_CUT.join(texts).strip())
        self.repeat.setChecked(bool(one.get("repeat")))
        self.queue.setChecked(bool(one.get("queue", True)))
        self._filling = False
        self._changed()

    # deeds

    def keep(self) -> None:
        """Keep the series."""
        texts = self.wordings()
        used = [account for account, tick in self.accounts.items() if tick.isChecked()]
        several = len(texts) > 1
        made = self.values()
        title = self.title.text().strip()

        def done(answer: dict[str, Any]) -> None:
            self.load(str(answer["series"][0]["id"]))

        self._asking.do(
            "calendar.series.save",
            self.tr("Series kept: {name}").format(name=title),
            done,
            id=self._chosen.get("id"),
            title=title,
            draft={"text": texts[0] if texts else "", "accounts": used},
            variations=texts if several else [],
            repeat=several and self.repeat.isChecked(),
            queue=self.queue.isChecked(),
            **made,
        )

    def _name_skip(self) -> None:
        item = self.next.currentItem()
        there = str(item.data(Qt.ItemDataRole.UserRole)) if item is not None else ""
        self.skip.setEnabled(bool(there and self._chosen.get("id")))
        back = there.startswith("-")
        self.skip.setText(self.tr("Put it back in") if back else self.tr("Leave this one out"))

    def _skip(self) -> None:
        item = self.next.currentItem()
        if item is None:
            return
        there = str(item.data(Qt.ItemDataRole.UserRole))
        number = str(self._chosen["id"])
        self._asking.do(
            "calendar.series.skip",
            self.tr("Put back") if there.startswith("-") else self.tr("Left out"),
            lambda _: self.load(number),
            id=number,
            day=there.removeprefix("-"),
            skip=not there.startswith("-"),
        )

    def _end(self) -> None:
        number = str(self._chosen["id"])
        said = self.tr("Ended; what is out stays")
        self._asking.do("calendar.series.end", said, lambda _: self.load(number), id=number)


def _iso(number: int) -> str:
    return date.fromordinal(number).isoformat()
