"""The calendar: what is planned, by month, week, list, and as a board that begins with ideas."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cmapp.ui import calendar_words as words
from cmapp.ui import text
from cmapp.ui.asking import Asking
from cmapp.ui.bridge import Bridge
from cmapp.ui.delegates.plan_cell import Known, PlanPainter
from cmapp.ui.desk import Desk
from cmapp.ui.models.calendar import Entry, Plans, iso, today
from cmapp.ui.widgets.button import Button, IconButton
from cmapp.ui.widgets.card import Ground
from cmapp.ui.widgets.carrier import Carrier
from cmapp.ui.widgets.chips import ChipRow
from cmapp.ui.widgets.label import Elided, Label
from cmapp.ui.widgets.month_view import MonthView
from cmapp.ui.widgets.plan_card import PlanCard
from cmapp.ui.widgets.plan_view import KEEP, PlanView, Target

_USUAL = 9 * 60
"""The minute of the day for what is planned on a day without a slot."""
TOPICS = frozenset({"drafts", "outbox", "calendar", "campaigns", "series", "slots", "pillars"})


class CalendarPane(QWidget):
    """Views of one plan. `tell` says something at the foot, with the way back or None."""

    tell = Signal(str, object)
    post_asked = Signal(str)
    """A draft is to be opened where it is written."""
    new_asked = Signal(str, str)
    """A post is to be begun for a local time in a zone ("" for no time)."""

    def __init__(self, desk: Desk, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._bridge = desk, bridge
        self.asking = Asking(desk, bridge, self)
        self.asking.tell.connect(self.tell)
        self.asking.changed.connect(self.read_again)
        self.known = Known()
        self.plans = Plans(desk, bridge, self)
        self.plans.failed.connect(self.asking.sorry)
        self.plans.renamed.connect(self._renamed)
        self.painter = PlanPainter(self.known)
        self._views: dict[str, PlanView] = {}
        self._old = True
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        self.stack = QStackedWidget(self)
        column.addWidget(self.stack, 1)
        self.card = PlanCard(self, self.known)
        self.carrier = Carrier(self, self.painter)
        self.carrier.dropped.connect(self.move_to)
        self._point = QTimer(self)
        self._point.setSingleShot(True)
        self._point.setInterval(380)
        self._point.timeout.connect(self._show_card)
        self._pointed: tuple[Entry, QRect] | None = None
        self.show_view("month")

    def _head(self) -> QWidget:
        head = Ground(self, rules="b")
        head.setFixedHeight(56)
        row = QHBoxLayout(head)
        row.setContentsMargins(20, 0, 16, 0)
        row.setSpacing(8)
        self.title = Label("", head, size="page")
        self.title.setMinimumWidth(190)
        row.addWidget(self.title)
        self.before = IconButton("left", self.tr("Before"), head)
        self.before.clicked.connect(lambda: self.view().page(-1))
        self.after = IconButton("right", self.tr("After"), head)
        self.after.clicked.connect(lambda: self.view().page(1))
        now = Button(self.tr("Today"), head, key="t", small=True)
        now.clicked.connect(lambda: self.view().stand(today()))
        for step in (self.before, now, self.after):
            row.addWidget(step)
        row.addSpacing(8)
        self.hint = Elided("", head, size="second", tone="accent")
        row.addWidget(self.hint, 1)
        self.views = ChipRow(
            {
                "month": self.tr("Month"),
                "week": self.tr("Week"),
                "list": self.tr("List"),
            },
            head,
        )
        self.views.setAccessibleName(self.tr("View"))
        self.views.chosen.connect(self.show_view)
        row.addWidget(self.views)
        row.addSpacing(8)
        new = Button(self.tr("New post"), head, kind="primary", key="n")
        new.clicked.connect(lambda: self.begin(self.view().day, self.view().minute_here()))
        row.addWidget(new)
        return head

    # the views

    def view(self, code: str = "") -> Any:
        """Return a view, made now if it was never shown; the one that is shown for ""."""
        code = code or self.views.current()
        found = self._views.get(code)
        if found is None:
            found = self._views[code] = _MAKERS[code](self)
            self._wire(found)
            self.stack.addWidget(found)
        return found

    def _wire(self, view: PlanView) -> None:
        view.opened.connect(lambda entry: self.post_asked.emit(entry.draft))
        view.newly.connect(self.begin)
        view.unplanned.connect(self.unplan)
        view.moved.connect(self.move_to)
        view.carried.connect(self._carry)
        view.let_go.connect(self.carrier.drop)
        view.pointed.connect(self._points)
        view.stood.connect(lambda _entry: self.card.hide())
        view.card_asked.connect(self._card_by_key)
        view.turned.connect(self._name)
        view.hint.connect(self.say_hint)
        view.chosen.connect(self.show_view)

    def show_view(self, code: str) -> None:
        """Show the plan in another way; one stays on the same day."""
        before = self._views.get(self.views.current())
        self.views.choose(code) if self.views.has(code) else None
        self.card.hide()
        view = self.view()
        if before is not None and before is not view:
            view.stand(before.day, before.chosen_id)
        self.stack.setCurrentWidget(view)
        self.carrier.targets = [view]
        self._name()
        if self.isVisible():
            view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name(self) -> None:
        self.card.hide()
        self.say_hint("")
        view = self.view()
        if self.views.current() == "week":
            self.title.setText(words.span(view.table.first, view.table.first + 6))
        else:
            self.title.setText(words.month(view.middle()))

    def say_hint(self, said: str) -> None:
        """Say what the keys do now."""
        self.hint.set_full(said)

    # what the window asks of a pane

    def arrived(self) -> None:
        """Take the keys; read what changed meanwhile."""
        self._read_names()
        self.read_again()
        self.focus_list()

    def focus_list(self) -> None:
        """Give the keys to the view."""
        self.view().setFocus(Qt.FocusReason.ShortcutFocusReason)

    def parts(self) -> list[QWidget]:
        """Return what F6 walks along."""
        return [self.views.focus_place(), self.view()]

    def move_by(self, step: int) -> None:
        """Go to the next entry or the one before."""
        view = self.view()
        view.setProperty("keys", True)
        view.walk(step)

    def refresh(self, topics: frozenset[str]) -> None:
        """Read again what is old."""
        if topics & (TOPICS | {"accounts"}):
            self._old = True
            if self.isVisible():
                self._read_names()
                self.read_again()

    def read_again(self) -> None:
        """Have what is in sight read anew."""
        self._old = False
        self.plans.again()
        first, last = self.view().in_sight()
        self.plans.want(first - 7, last + 7)

    def _read_names(self) -> None:
        self.known.accounts = {a.id: a for a in self._desk.accounts()}

    def _renamed(self) -> None:
        self.known.campaigns = self.plans.campaigns
        self.painter.forget()

    def changeEvent(self, event: Any) -> None:
        """Another theme: nothing that was painted holds."""
        super().changeEvent(event)
        if event.type() in (
            event.Type.PaletteChange,
            event.Type.FontChange,
            event.Type.StyleChange,
        ):
            painter = getattr(self, "painter", None)
            if painter is not None:
                painter.dress()

    # the card

    def _points(self, entry: Entry | None, where: QRect | None) -> None:
        self._point.stop()
        if entry is None or where is None:
            self.card.hide()
            self._pointed = None
            return
        self._pointed = entry, where
        self._point.start()

    def _show_card(self) -> None:
        if self._pointed is not None and self.isVisible():
            self.card.show_entry(*self._pointed)

    def _card_by_key(self) -> None:
        view = self.view()
        entry = view.here()
        if self.card.isVisible() or entry is None:
            self.card.hide()
            return
        box = view.box_of(entry)
        if box is not None:
            where = QRect(view.viewport().mapToGlobal(box.topLeft()), box.size())
            self.card.show_entry(entry, where)

    # deeds

    def _carry(self, entry: Entry, at: QPoint) -> None:
        self.card.hide()
        self.carrier.carry(entry, at)

    def move_to(self, entry: Entry, target: Target) -> None:
        """Put an entry on another day or hour; it goes back where the engine refuses."""
        if target.day == entry.day and target.minute in (KEEP, entry.minute):
            return
        minute = entry.minute if target.minute == KEEP else target.minute
        self.plans.holds(entry, target.day, minute)
        self.view().stand(target.day, entry.id)
        args: dict[str, Any] = {"draft": entry.draft}
        if target.minute == KEEP:
            args["day"] = self._own_day(entry, target.day)
        else:
            args["at"] = f"{iso(target.day)}T{minute // 60:02}:{minute % 60:02}"
            args["zone"] = self.plans.zone
        said = self.tr("Moved to {day}, {time}").format(
            day=words.short_day(target.day), time=words.time(minute)
        )
        self._do("plan.move", args, said, lambda error: self._snap_back(entry, error))

    def _own_day(self, entry: Entry, day: int) -> str:
        """Return the day in the plan's own zone that goes with a day of this window."""
        from datetime import date

        own = date.fromisoformat(entry.wall[:10]).toordinal()
        return iso(own + day - entry.day)

    def _snap_back(self, entry: Entry, error: Exception) -> None:
        self.plans.lets_go(entry)
        self.view().stand(entry.day, entry.id)
        why = text.failed(error, self.tr("It could not be moved."))
        self.tell.emit(self.tr("It stays where it was. {why}").format(why=why), None)

    def unplan(self, entry: Entry) -> None:
        """Take a post out of the plan; its text stays as a draft."""
        said = self.tr("Out of the plan; the text stays with your drafts")
        self._do("plan.clear", {"draft": entry.draft}, said, self.asking.sorry)

    def begin(self, day: int, minute: int) -> None:
        """Begin a post for a day."""
        minute = _USUAL if minute == KEEP else minute
        wall = f"{iso(day)}T{minute // 60:02}:{minute % 60:02}"
        self.new_asked.emit(wall, self.plans.zone)

    def _do(
        self,
        command: str,
        args: dict[str, Any],
        said: str,
        sorry: Callable[[Exception], None],
    ) -> None:
        def done(answer: dict[str, Any]) -> None:
            way = answer.get("undo")
            back = (lambda: self.asking.back(way)) if way else None
            self.tell.emit(said, back)
            self.read_again()

        self._bridge.run(lambda: self._desk.call(command, **args), done, sorry, call=True)


def _month(pane: CalendarPane) -> PlanView:
    return MonthView(pane.plans, pane.painter, pane)


def _week(pane: CalendarPane) -> PlanView:
    from cmapp.ui.widgets.week_view import WeekView

    return WeekView(pane.plans, pane.painter, pane)


def _list(pane: CalendarPane) -> PlanView:
    from cmapp.ui.widgets.plan_list import PlanList

    return PlanList(pane.plans, pane.painter, pane)


_MAKERS: dict[str, Callable[[CalendarPane], PlanView]] = {
    "month": _month,
    "week": _week,
    "list": _list,
}
