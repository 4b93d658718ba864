"""What is done to planned posts: moved, planned, taken out; each with its way back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QObject

from cmapp.domain import plan_times
from cmapp.domain.errors import Trouble
from cmapp.ui import text
from cmapp.ui.planning import words
from cmapp.ui.planning.plans import EPOCH, Entry, day_of, iso, today
from cmapp.ui.planning.view import KEEP, Target

USUAL = 9 * 60
"""The minute of the day for what is planned on a day without a slot."""


class PlanDeeds(QObject):
    """Belongs to one calendar. What is moved stands at its new place at once."""

    def __init__(self, pane: Any) -> None:
        super().__init__(pane)
        self._pane = pane
        self.plans, self.asking = pane.plans, pane.asking
        self.slots: dict[str, list[tuple[int, int]]] = {}
        """Weekday and minute at which accounts usually post."""

    def move_to(self, entry: Entry, target: Target) -> None:
        """Put an entry on another day or hour; it goes back where the engine refuses."""
        if target.stage:
            self._to_stage(entry, target.stage)
            return
        if entry.day == EPOCH:
            self._plan_on(entry, target)
            return
        if not entry.draft:
            self._pane.tell.emit(self.tr("This one is changed in the outbox"), None)
            return
        if target.day == entry.day and target.minute in (KEEP, entry.minute):
            return
        minute = entry.minute if target.minute == KEEP else target.minute
        self.plans.holds(entry, target.day, minute)
        self._pane.view().stand(target.day, entry.id)
        args: dict[str, Any] = {"draft": entry.draft}
        if target.minute == KEEP:
            args["day"] = self._own_day(entry, target.day)
        else:
            try:
                args["at"] = self._own_wall(entry, wall_of(target.day, minute))
            except Trouble as error:
                self._snap_back(entry, error)
                return
        said = self.tr("Moved to {day}, {time}").format(
            day=words.short_day(target.day), time=words.time(minute)
        )
        self.do("plan.move", args, said, lambda error: self._snap_back(entry, error), home=entry)

    def _plan_on(self, entry: Entry, target: Target) -> None:
        """Give something without a time one: the day's slot, else the usual hour."""
        minute = target.minute
        if minute == KEEP:
            weekday = (target.day - 1) % 7
            own = [s for a in entry.accounts or self.slots for s in self.slots.get(a, ())]
            taken = {e.minute for e in self.plans.day(target.day).entries}
            free = sorted(m for day, m in own if day == weekday and m not in taken)
            minute = free[0] if free else USUAL
        self.plans.holds(entry, target.day, minute)
        self._pane.view().stand(target.day, entry.id)
        wall = wall_of(target.day, minute)
        said = self.tr("Planned for {day}, {time}").format(
            day=words.short_day(target.day), time=words.time(minute)
        )
        args = {"draft": entry.draft, "at": wall, "zone": self.plans.zone}
        self.do("plan.set", args, said, lambda error: self._snap_back(entry, error))

    def _to_stage(self, entry: Entry, stage: str) -> None:
        """Put a card into another column of the board."""
        timed = entry.day != EPOCH
        if stage in (entry.state, "open") and not (timed and stage == "open"):
            return
        if stage == "planned":
            if not timed:
                self._plan_next(entry)
        elif timed:
            self.unplan(entry)
        else:
            said = self.tr("Now a draft") if stage == "draft" else self.tr("An idea again")
            self.do("calendar.ideas.stage", {"id": entry.draft, "stage": stage}, said)

    def _plan_next(self, entry: Entry) -> None:
        """Plan something at the next free slot, else tomorrow at the usual hour."""
        account = entry.accounts[0] if entry.accounts else None
        zone = self.plans.zone

        def call() -> dict[str, Any]:
            slot = self._pane.desk.look("calendar.slots.next", account=account, zone=zone)
            wall = str(slot.get("wall") or f"{iso(today() + 1)}T{USUAL // 60:02}:00")
            there = str(slot.get("zone") or zone)
            found: dict[str, Any] = self._pane.desk.call(
                "plan.set", draft=entry.draft, at=wall, zone=there
            )
            return found

        def done(answer: dict[str, Any]) -> None:
            day, minute = day_of(str(answer["wall"]))
            said = self.tr("Planned for {day}, {time}").format(
                day=words.short_day(day), time=words.time(minute)
            )
            self.told(answer, said)

        self._pane.bridge.run(call, done, self.asking.sorry, call=True)

    def _own_day(self, entry: Entry, day: int) -> str:
        """Return the day in the plan's own zone that goes with a day of this window."""
        own = date.fromisoformat(entry.wall[:10]).toordinal()
        return iso(own + day - entry.day)

    def _own_wall(self, entry: Entry, wall: str) -> str:
        """Return a local time of this window in the plan's own zone. Raises Rejected."""
        at = plan_times.moment(plan_times.read(wall), self.plans.zone)
        return plan_times.write(plan_times.clock(at, entry.zone))

    def _snap_back(self, entry: Entry, error: Exception) -> None:
        self.plans.lets_go(entry)
        self._pane.view().stand(entry.day, entry.id)
        why = text.failed(error, self.tr("It could not be moved."))
        self._pane.tell.emit(self.tr("It stays where it was. {why}").format(why=why), None)

    def unplan(self, entry: Entry) -> None:
        """Take a post out of the plan; its text stays as a draft."""
        if entry.day == EPOCH:
            self.do("drafts.delete", {"id": entry.draft}, self.tr("Thrown away"))
        elif entry.draft:
            said = self.tr("Out of the plan; the text stays with your drafts")
            self.do("plan.clear", {"draft": entry.draft}, said)
        else:
            self._pane.tell.emit(self.tr("This one is changed in the outbox"), None)

    def do(
        self,
        command: str,
        args: dict[str, Any],
        said: str,
        sorry: Callable[[Exception], None] | None = None,
        *,
        home: Entry | None = None,
    ) -> None:
        """Have a command done and say so; taking it back gives the keys to `home`."""
        self._pane.bridge.run(
            lambda: self._pane.desk.call(command, **args),
            lambda answer: self.told(answer, said, home),
            sorry or self.asking.sorry,
            call=True,
        )

    def told(self, answer: dict[str, Any], said: str, home: Entry | None = None) -> None:
        """Say what was done, with the way back; what its checks hold is said, too."""
        held = len(answer.get("held") or ())
        if held:
            said += " · " + self.tr("held by a check, look at it")
        way = answer.get("undo")

        def back() -> None:
            self.asking.back(way)
            if home is not None:
                self._pane.view().stand(home.day, home.id)

        self._pane.tell.emit(said, back if way else None)
        self._pane.read_again()


def wall_of(day: int, minute: int) -> str:
    """Return a local time as commands take it."""
    return f"{iso(day)}T{minute // 60:02}:{minute % 60:02}"
