"""Office hours: when somebody is there, how soon to answer, which days are off (IN-05, IN-15)."""

from __future__ import annotations

import re
import zoneinfo
from datetime import datetime
from typing import Any

from PySide6.QtCore import QLocale, Qt, QTimer, QTimeZone
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from cmapp.domain.hours import DEFAULT_MINUTES, NEGATIVE_MINUTES, WEEKDAYS
from cmapp.ui import hours_words, text
from cmapp.ui.bridge import Bridge
from cmapp.ui.desk import Desk
from cmapp.ui.dialogs.frame import Sheet
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.dropdown import Dropdown
from cmapp.ui.widgets.label import Label
from cmapp.ui.widgets.switch import Switch

_PAUSE = 250
"""How many milliseconds after the last change the hours are looked at."""
_USUAL = "09:00-12:00, 13:30-18:00"


class HoursDialog(Sheet):
    """Shows the hours of all accounts or of one; nothing is kept before Save."""

    def __init__(
        self,
        desk: Desk,
        bridge: Bridge,
        parent: QWidget | None = None,
        *,
        minutes: int = DEFAULT_MINUTES,
    ) -> None:
        super().__init__("", parent)
        self._desk, self._bridge = desk, bridge
        self._general = minutes
        self._hours: dict[str, Any] = {}
        self._calendars: list[str] = []
        self._filling = True
        self.head.setText(self.tr("Office hours"))
        self.setWindowTitle(self.tr("Office hours"))
        self.say(self.tr("Time to answer runs while somebody is there, and not on holidays."))
        columns = QHBoxLayout()
        columns.setSpacing(28)
        self.body.addLayout(columns, 1)
        columns.addLayout(self._week_side(), 1)
        columns.addLayout(self._rest_side(), 1)
        self.preview = Label("", self, tone="muted", wrap=True)
        self.preview.setMinimumHeight(20)
        self.body.addWidget(self.preview)
        self.as_all = Button(self.tr("Same as all accounts"), self, kind="quiet")
        self.as_all.clicked.connect(self._drop_own)
        self.foot.insertWidget(0, self.as_all)
        cancel = self.step(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.save = self.step(self.tr("Save"), kind="primary")
        self.save.clicked.connect(self._save)
        self.resize(900, 640)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAUSE)
        self._soon.timeout.connect(self._look)
        self._load()

    # the form

    def _named(self, column: QVBoxLayout, name: str, widget: QWidget, why: str = "") -> None:
        column.addWidget(Label(name, self, size="strong"))
        if why:
            column.addWidget(Label(why, self, size="second", tone="muted", wrap=True))
        widget.setAccessibleName(name)
        widget.setAccessibleDescription(why)
        column.addWidget(widget)
        column.addSpacing(8)

    def _week_side(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        self.account = Dropdown(self)
        self.account.addItem(self.tr("All accounts"), "")
        for one in self._desk.accounts():
            self.account.addItem(f"{text.platform(one.platform)} · @{one.handle}"[:60], one.id)
        self.account.currentIndexChanged.connect(self._load)
        self._named(column, self.tr("Hours of"), self.account)
        self.zone = Dropdown(self)
        self.zone.setEditable(True)
        self.zone.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.zone.addItems(sorted(z for z in zoneinfo.available_timezones() if "/" in z))
        self.zone.setMinimumContentsLength(20)
        self.zone.currentTextChanged.connect(self._changed)
        self._named(column, self.tr("Time zone"), self.zone)
        line = QHBoxLayout()
        line.addWidget(Label(self.tr("Only at these hours"), self, size="strong"), 1)
        self.bounded = Switch(self)
        self.bounded.setAccessibleName(self.tr("Only at these hours"))
        self.bounded.toggled.connect(self._bounded)
        line.addWidget(self.bounded)
        column.addLayout(line)
        column.addWidget(
            Label(
                self.tr("Such as 09:00-12:00, 13:30-18:00 or 22:00-06:00"),
                self,
                size="second",
                tone="muted",
                wrap=True,
            )
        )
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        self.days: dict[str, QLineEdit] = {}
        for n, day in enumerate(WEEKDAYS):
            name = QLocale().dayName(n + 1, QLocale.FormatType.LongFormat)
            edit = QLineEdit(self)
            edit.setPlaceholderText(self.tr("closed"))
            edit.setAccessibleName(name)
            edit.textEdited.connect(self._changed)
            grid.addWidget(Label(name, self), n, 0)
            grid.addWidget(edit, n, 1)
            self.days[day] = edit
        column.addLayout(grid)
        self.copy = Button(self.tr("Monday's hours until Friday"), self, kind="quiet", small=True)
        self.copy.clicked.connect(self._copy)
        column.addWidget(self.copy, 0, Qt.AlignmentFlag.AlignRight)
        column.addStretch(1)
        return column

    def _rest_side(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(4)
        self.targets: dict[str, QSpinBox] = {}
        column.addWidget(Label(self.tr("First answer within"), self, size="strong"))
        targets = QGridLayout()
        targets.setHorizontalSpacing(12)
        for n, (name, words) in enumerate(
            (
                ("default", self.tr("Usually")),
                ("negative", self.tr("Complaints and urgent")),
                ("message", self.tr("Direct messages")),
            )
        ):
            box = QSpinBox(self)
            box.setRange(1, 100_000)
            box.setSuffix(self.tr(" min"))
            box.lineEdit().setTextMargins(8, 0, 0, 0)
            box.setAccessibleName(words)
            box.valueChanged.connect(self._changed)
            targets.addWidget(Label(words, self), n, 0)
            targets.addWidget(box, n, 1)
            self.targets[name] = box
        column.addLayout(targets)
        column.addSpacing(8)
        column.addWidget(Label(self.tr("Holidays"), self, size="strong"))
        self.kept = QVBoxLayout()
        self.kept.setSpacing(0)
        column.addLayout(self.kept)
        line = QHBoxLayout()
        self.country = Dropdown(self)
        self.country.setAccessibleName(self.tr("Country or region"))
        line.addWidget(self.country, 1)
        self.add = Button(self.tr("Add"), self, small=True)
        self.add.clicked.connect(self._add_country)
        line.addWidget(self.add)
        self.import_ = Button(self.tr("Calendar file…"), self, small=True)
        self.import_.clicked.connect(self._choose_file)
        line.addWidget(self.import_)
        column.addLayout(line)
        column.addSpacing(8)
        self.blocks = QLineEdit(self)
        self.blocks.setPlaceholderText("10:00, 16:00")
        self.blocks.textEdited.connect(self._changed)
        self._named(
            column,
            self.tr("Reply blocks"),
            self.blocks,
            self.tr("You are told when one begins"),
        )
        self.away = QPlainTextEdit(self)
        self.away.setProperty("boxed", True)
        self.away.setTabChangesFocus(True)
        self.away.setFixedHeight(72)
        self.away.setPlaceholderText(self.tr("We are back {{reopens}}."))
        self.away.textChanged.connect(self._changed)
        self._named(
            column,
            self.tr("Away text"),
            self.away,
            self.tr("Offered as a draft outside the hours, never sent by itself"),
        )
        column.addStretch(1)
        return column

    # filling

    def _load(self) -> None:
        account = str(self.account.currentData() or "")

        def ask() -> tuple[dict[str, Any], dict[str, Any]]:
            return (
                self._desk.call("hours.show", account=account),
                self._desk.call("hours.holidays.list"),
            )

        self.save.setEnabled(False)
        self._bridge.run(ask, self._fill, self._sorry, stream="hours", call=True)

    def _fill(self, answers: tuple[dict[str, Any], dict[str, Any]]) -> None:
        shown, known = answers
        self._filling = True
        self._hours = shown.get("hours") or {}
        week = self._hours.get("week")
        zone = str(self._hours.get("zone") or "UTC")
        if week is None and zone == "UTC":  # nothing was set yet: begin where the person is
            zone = bytes(QTimeZone.systemTimeZoneId().data()).decode()
        self.zone.setCurrentText(zone)
        self.bounded.setChecked(week is not None)
        for day, edit in self.days.items():
            usual = _USUAL if WEEKDAYS.index(day) < 5 else ""
            edit.setText(", ".join(week.get(day, [])) if week is not None else usual)
        targets = self._hours.get("targets") or {}
        for name, box in self.targets.items():
            general = targets.get("default", self._general)
            box.setValue(targets.get(name, NEGATIVE_MINUTES if name == "negative" else general))
        self.blocks.setText(", ".join(self._hours.get("blocks") or []))
        self.away.setPlainText(str(self._hours.get("away") or ""))
        self.as_all.setVisible(bool(shown.get("own") and shown.get("account")))
        self.country.clear()
        for code in known.get("countries") or []:
            self.country.addItem(hours_words.country(code), code)
        self._calendars = [c["id"] for c in known.get("calendars") or []]
        self._show_calendars(set(self._hours.get("calendars") or []))
        self._filling = False
        self._enable()
        self._look()

    def _show_calendars(self, on: set[str]) -> None:
        while (taken := self.kept.takeAt(0)) is not None:
            if (widget := taken.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        self.switches: dict[str, Switch] = {}
        for calendar in self._calendars:
            holder = QWidget(self)
            line = QHBoxLayout(holder)
            line.setContentsMargins(0, 0, 0, 0)
            words = hours_words.calendar(calendar)
            line.addWidget(Label(words[:50], holder), 1)
            switch = Switch(holder)
            switch.setAccessibleName(words)
            switch.setChecked(calendar in on)
            switch.toggled.connect(self._changed)
            line.addWidget(switch)
            self.kept.addWidget(holder)
            self.switches[calendar] = switch

    def _enable(self) -> None:
        for edit in self.days.values():
            edit.setEnabled(self.bounded.isChecked())
        self.copy.setEnabled(self.bounded.isChecked())

    def _bounded(self) -> None:
        self._enable()
        self._changed()

    def _copy(self) -> None:
        for day in WEEKDAYS[1:5]:
            self.days[day].setText(self.days["mon"].text())
        self._changed()

    # looking and keeping

    def wanted(self) -> dict[str, Any]:
        """Return the hours as they stand in the form, unchecked."""
        week = None
        if self.bounded.isChecked():
            week = {day: _parts(edit.text()) for day, edit in self.days.items()}
        targets = dict(self._hours.get("targets") or {})
        general = self.targets["default"].value()
        for name, box in self.targets.items():
            usual = {"default": self._general, "negative": NEGATIVE_MINUTES}.get(name, general)
            if box.value() != usual or name in targets:
                targets[name] = box.value()
        return {
            "zone": self.zone.currentText().strip(),
            "week": week,
            "targets": targets,
            "calendars": [c for c, switch in self.switches.items() if switch.isChecked()],
            "blocks": _parts(self.blocks.text()),
            "away": self.away.toPlainText().strip(),
        }

    def _changed(self) -> None:
        if not self._filling:
            self._soon.start()

    def _look(self) -> None:
        wanted = self.wanted()
        self._bridge.run(
            lambda: self._desk.call("hours.check", hours=wanted),
            self._preview,
            self._sorry,
            stream="hours.check",
            call=True,
        )

    def _preview(self, found: dict[str, Any]) -> None:
        self.save.setEnabled(True)
        now = found.get("now")
        if not now:
            return
        words = self.tr("A message that comes now is due {time}, a complaint {complaint}.").format(
            time=_clock(now["due"]["default"]), complaint=_clock(now["due"]["negative"])
        )
        if not now["open"]:
            words = (
                self.tr("Closed now, open again {time}.").format(time=_clock(now["reopens"]))
                + " "
                + words
            )
        self.preview.set_tone("muted")
        self.preview.setText(words)

    def _sorry(self, error: Exception) -> None:
        why = getattr(error, "why", "")
        self.save.setEnabled(why != "bad_hours")
        self.preview.set_tone("bad")
        self.preview.setText(hours_words.trouble(why, getattr(error, "facts", {})))

    def _save(self) -> None:
        wanted, account = self.wanted(), str(self.account.currentData() or "")
        self.save.setEnabled(False)
        self._bridge.run(
            lambda: self._desk.call("hours.set", hours=wanted, account=account),
            lambda _: self.accept(),
            self._sorry,
            call=True,
        )

    def _drop_own(self) -> None:
        account = str(self.account.currentData() or "")
        self._bridge.run(
            lambda: self._desk.call("hours.set", hours=None, account=account),
            lambda _: self._load(),
            self._sorry,
            call=True,
        )

    # holidays

    def _add_country(self) -> None:
        code = str(self.country.currentData() or "")
        self._bridge.run(
            lambda: self._desk.call("hours.holidays.add", country=code, follow=False),
            self._added,
            self._sorry,
            call=True,
        )

    def _choose_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Calendar file"), "", self.tr("Calendars (*.ics)")
        )
        if path:
            self.import_file(path)

    def import_file(self, path: str) -> None:
        """Take a calendar file in."""

        def work() -> dict[str, Any]:
            with open(path, "rb") as file:
                data = file.read(6_000_000)
            # what is no UTF-8 is no calendar file: the engine says so
            content = data.decode("utf-8-sig", "replace")
            name = re.split(r"[\\/]", path)[-1].removesuffix(".ics")
            return self._desk.call("hours.holidays.import", name=name, text=content, follow=False)

        self._bridge.run(work, self._added, self._sorry, call=True)

    def _added(self, found: dict[str, Any]) -> None:
        calendar = str((found.get("calendar") or {}).get("id", ""))
        on = {c for c, switch in self.switches.items() if switch.isChecked()}
        if calendar and calendar not in self._calendars:
            self._calendars.append(calendar)
        self._show_calendars(on | {calendar})
        self._changed()


def _parts(line: str) -> list[str]:
    return [part.strip() for part in re.split(r"[,;，；、]", line) if part.strip()]


def _clock(moment: str | None) -> str:
    if moment is None:
        return "—"
    return text.clock(int(datetime.fromisoformat(moment).timestamp() * 1000))
