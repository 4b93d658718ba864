"""When a post goes out: now, in the next free slot, or at a time that is said in words (CA-01)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale, QObject, QPoint, QTimeZone
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from cmapp.domain import moments, plan_times
from cmapp.ui import text
from cmapp.ui.bridge import Bridge
from cmapp.ui.desk import Desk
from cmapp.ui.dialogs.picker import Choice, Picker
from cmapp.ui.views import DraftView
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.label import Label

Pane = Any
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Plan:
    """A local time in a zone; `queued`: its rows wait in the outbox."""

    wall: str
    zone: str
    at: int
    queued: bool = False


def zone_here() -> str:
    """Return the time zone of this machine (IANA)."""
    return bytes(QTimeZone.systemTimeZoneId().data()).decode() or "UTC"


def said(wall: datetime) -> str:
    """Return a local time as one says it."""
    there = QDateTime(wall.year, wall.month, wall.day, wall.hour, wall.minute, 0)
    return QLocale().toString(there, translate("planning", "ddd d MMM, HH:mm", "time format"))


class PlanLine(QWidget):
    """Under the meters: when it is planned for, and what becomes of it then."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        line = QHBoxLayout()
        line.setSpacing(8)
        self.when = Label("", self, size="second", tone="accent")
        self.fate = Label("", self, size="second", tone="muted", wrap=True)
        self.clear = Button(self.tr("Take the plan away"), self, kind="quiet", small=True)
        line.addWidget(self.when)
        line.addStretch(1)
        line.addWidget(self.clear)
        column.addLayout(line)
        column.addWidget(self.fate)
        self.hide()

    def say(self, words: str) -> None:
        """Say what becomes of it."""
        self.fate.setText(words)
        self.fate.setVisible(bool(words))


class Planning(QObject):
    """Asks for the time, plans, and shows what is planned, for the composer of `pane`."""

    def __init__(self, desk: Desk, bridge: Bridge, pane: Pane) -> None:
        super().__init__(pane)
        self._desk, self._bridge, self._pane = desk, bridge, pane
        self.plan: Plan | None = None
        self.line = PlanLine(pane.composer)
        self.line.clear.clicked.connect(self.clear)
        self.button = Button(self.tr("Plan…"), pane.composer, icon="clock")
        self.button.setToolTip(self.tr("Plan it for later"))
        self.button.clicked.connect(self.open_menu)

    # the menu

    def open_menu(self) -> None:
        """Offer the times under the button."""
        menu = QMenu(self._pane)
        self._step(menu, self.tr("Pick a time…"), self.pick)
        slot = self._step(menu, self.tr("Next free slot"), lambda: None)
        slot.setEnabled(False)
        if self.plan is not None:  # else the main button sends: no slip of a key is to do it here
            menu.addSeparator()
            self._step(menu, self.tr("Take the plan away"), self.clear)
            self._step(menu, self.tr("Send now"), self._now)
        account = self._pane.composer.account_id()
        if account:
            self._bridge.run(
                lambda: self._desk.look("calendar.slots.next", account=account),
                lambda found: self._slot_found(slot, found),
                lambda _error: None,
                stream="slot",
            )
        menu.aboutToHide.connect(menu.deleteLater)
        menu.setActiveAction(menu.actions()[0])
        menu.popup(self.button.mapToGlobal(QPoint(0, self.button.height() + 4)))

    def _step(self, menu: QMenu, words: str, then: Any) -> QAction:
        made = QAction(words, menu)
        made.triggered.connect(lambda _=False: then())
        menu.addAction(made)
        return made

    def _slot_found(self, slot: QAction, found: Mapping[str, Any]) -> None:
        from shiboken6 import isValid

        if not isValid(slot) or not found.get("wall"):
            return
        wall = plan_times.read(str(found["wall"]))
        slot.setText(self.tr("Next free slot: {time}").format(time=said(wall)))
        slot.setEnabled(True)
        slot.triggered.connect(
            lambda _=False: self.set(str(found["wall"]), str(found.get("zone") or zone_here()))
        )

    def _now(self) -> None:
        self._pane.sending.send_now()

    # asking for a time

    def zone(self) -> str:
        """Return the zone that is planned in: the plan's own, else this machine's."""
        return self.plan.zone if self.plan is not None else zone_here()

    def pick(self) -> None:
        """Ask for a time in words."""
        zone = self.zone()
        now = plan_times.clock(text.now(), zone)

        def choice(wall: datetime, why: str = "") -> Choice:
            words = said(wall)
            also = f"{why} · {zone}" if why else zone
            return Choice(plan_times.write(wall), words, also, icon="clock")

        def typed(words: str) -> Sequence[Choice]:
            when = moments.parse(words, now)
            return () if when is None else (choice(when),)

        first = [
            choice(when, why)
            for when, why in (
                (moments.later_today(now), self.tr("later today")),
                (moments.tomorrow(now), self.tr("tomorrow morning")),
                (moments.next_week(now), self.tr("next week")),
            )
            if when is not None
        ]
        first = list({one.code: one for one in reversed(first)}.values())[::-1]
        picker = Picker(
            self._pane.window(),
            name=self.tr("When is it to go out?"),
            prompt=self.tr("When? e.g. fri 9:00, tomorrow 18:30 ({zone})").format(zone=zone),
            choices=first,
            typed=typed,
        )
        account = self._pane.composer.account_id()
        self._bridge.run(
            lambda: self._suggested(account),
            lambda found: self._offer(picker, [*first, *self._best(found, now, zone)]),
            lambda _error: None,
        )
        picker.ask(lambda chosen: self.set(chosen.code, zone))

    def _suggested(self, account: str) -> list[Mapping[str, Any]]:
        found = self._desk.look("besttime.show", account=account)
        return (
            list(found.get("best") or found.get("suggestions") or ()) if found.get("enough") else []
        )

    def _best(self, found: Sequence[Mapping[str, Any]], now: datetime, zone: str) -> list[Choice]:
        made = []
        for one in found[:3]:
            ahead = (int(one["weekday"]) - now.weekday()) % 7
            wall = plan_times.shifted(now, ahead).replace(
                hour=int(one["hour"]), minute=0, second=0, microsecond=0
            )
            if wall <= now:
                wall = plan_times.shifted(wall, 7)
            why = self.tr("good before: %n post(s) around then", "", int(one.get("n") or 0))
            made.append(Choice(plan_times.write(wall), said(wall), f"{why} · {zone}", icon="star"))
        return made

    def _offer(self, picker: Picker, choices: Sequence[Choice]) -> None:
        if not picker.gone:
            picker.offer(choices)

    # planning

    def set(self, wall: str, zone: str) -> None:
        """Plan what stands in the composer for a local time; queued at once."""
        self._pane.sending.plan(wall, zone)

    def clear(self) -> None:
        """Take the plan away; the draft stays."""
        self._pane.sending.unplan()

    def wish(self, wall: str, zone: str = "") -> None:
        """Note when a piece that is begun now is to go out; the main button plans it."""
        self.plan = Plan(wall, zone or zone_here(), 0)
        when = said(plan_times.read(wall))
        self.line.when.setText(
            self.tr("For {time} ({zone})").format(time=when, zone=self.plan.zone)
        )
        self.line.when.set_tone("accent")
        self.line.say("")
        self.line.clear.hide()
        self.line.show()
        self._pane.name_button()

    def show_plan(self, draft: DraftView | None) -> None:
        """Show the plan of the draft that is open, or none."""
        self.plan = None
        if draft is not None and draft.wall and draft.planned_at is not None:
            self.plan = Plan(draft.wall, draft.zone, draft.planned_at, draft.state == "queued")
        plan = self.plan
        self._pane.composer.when = said(plan_times.read(plan.wall)) if plan else ""
        self._pane.composer.measured.emit(self._pane.composer.found_out)
        self.line.setVisible(plan is not None)
        self.line.clear.show()
        if plan is None:
            self._pane.name_button()
            return
        when = said(plan_times.read(plan.wall))
        words = (
            self.tr("Planned for {time} ({zone})")
            if plan.queued
            else self.tr("Was planned for {time} ({zone}), not queued")
        )
        self.line.when.setText(words.format(time=when, zone=plan.zone))
        self.line.when.set_tone("accent" if plan.queued else "held")
        self.line.say("")
        self._pane.name_button()
        self._bridge.run(
            lambda: self._desk.look("plan.fate", ids=[str(draft.id)]) if draft else {},
            self._fate_found,
            lambda _error: None,
            stream="fate",
        )

    def _fate_found(self, found: Mapping[str, Any]) -> None:
        fates = found.get("fates") or []
        self.line.say(fate_words(fates))


def fate_words(fates: Sequence[Mapping[str, Any]]) -> str:
    """Return what becomes of a planned post, in words; the first that is told of it."""
    from cmapp.ui import fate_words as words

    told = [words.said(one) for one in fates]
    return next((one for one in told if one), "")
