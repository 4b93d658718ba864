"""The calendar: what is planned, by month, week, list, and as a board that begins with ideas."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cmapp.ui.asking import Asking
from cmapp.ui.bridge import Bridge
from cmapp.ui.desk import Desk
from cmapp.ui.panes.calendar_deeds import USUAL, PlanDeeds, wall_of
from cmapp.ui.planning import words
from cmapp.ui.planning.card import PlanCard
from cmapp.ui.planning.carrier import Carrier
from cmapp.ui.planning.month import MonthView
from cmapp.ui.planning.painter import Known, PlanPainter
from cmapp.ui.planning.plans import Entry, Plans, iso, today
from cmapp.ui.planning.strip import PlanStrip
from cmapp.ui.planning.view import KEEP, PlanView
from cmapp.ui.widgets.button import Button, IconButton
from cmapp.ui.widgets.card import Ground
from cmapp.ui.widgets.chips import ChipRow
from cmapp.ui.widgets.heard import hear, mark
from cmapp.ui.widgets.label import Elided, Label

TOPICS = frozenset({"drafts", "outbox", "calendar", "campaigns", "series", "slots", "pillars"})


class CalendarPane(QWidget):
    """Views of one plan. `tell` says something at the foot, with the way back or None."""

    tell = Signal(str, object)
    post_asked = Signal(str)
    """A draft is to be opened where it is written."""
    outbox_asked = Signal()
    """What is opened stands in the outbox alone."""
    new_asked = Signal(str, str)
    """A post is to be begun for a local time in a zone ("" for no time)."""

    def __init__(self, desk: Desk, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk, self.bridge = desk, bridge
        self.asking = Asking(desk, bridge, self)
        self.asking.tell.connect(self.tell)
        self.asking.changed.connect(self.read_again)
        self.known = Known()
        self.plans = Plans(desk, bridge, self)
        self.plans.failed.connect(self.asking.sorry)
        self.plans.renamed.connect(self._renamed)
        self.painter = PlanPainter(self.known)
        self.deeds_ = PlanDeeds(self)
        self._views: dict[str, PlanView] = {}
        self._rhythm = QTimer(self)
        self._rhythm.setSingleShot(True)
        self._rhythm.setInterval(500)  # behind the plans themselves, and once for many changes
        self._rhythm.timeout.connect(self._read_rhythm)
        self._beside_wanted = True
        self._sieve: Any = None
        self._fresh = True
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._head())
        self.strip = PlanStrip(self.known, self)
        self.strip.day_asked.connect(lambda day: self.view().stand(day))
        column.addWidget(self.strip)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        self.stack = QStackedWidget(self)
        middle.addWidget(self.stack, 1)
        column.addLayout(middle, 1)
        self._middle = middle
        self.beside: Any = None
        """The column of ideas beside a month, once it was asked for."""
        self.card = PlanCard(self, self.known)
        self.carrier = Carrier(self, self.painter)
        self.carrier.dropped.connect(self.deeds_.move_to)
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
        self.now = Button(self.tr("Today"), head, key="t", small=True)
        self.now.clicked.connect(lambda: self.view().stand(today()))
        for step in (self.before, self.now, self.after):
            row.addWidget(step)
        row.addSpacing(8)
        self.hint = Elided("", head, size="second", tone="accent")
        row.addWidget(self.hint, 1)
        self._shown_as = {
            "month": self.tr("Month"),
            "week": self.tr("Week"),
            "list": self.tr("List"),
            "ideas": self.tr("Board"),
        }
        self.views = ChipRow(self._shown_as, head)
        self.views.setAccessibleName(self.tr("View"))
        self.views.chosen.connect(self.show_view)
        row.addWidget(self.views)
        row.addSpacing(8)
        self.ideas = IconButton("idea", self.tr("Ideas beside the calendar"), head)
        self.ideas.setCheckable(True)
        hear(self.ideas)
        self.ideas.clicked.connect(lambda: self._beside_asked())
        row.addWidget(self.ideas)
        self.filter = Button(self.tr("Filter"), head, small=True)
        self.filter.setCheckable(True)
        hear(self.filter)
        self.filter.clicked.connect(lambda: self.sieve.ask())
        row.addWidget(self.filter)
        self.more = IconButton("more", self.tr("More of the calendar"), head)
        self.more.clicked.connect(self._show_menu)
        row.addWidget(self.more)
        self.new = Button(self.tr("New post"), head, kind="primary", key="n")
        self.new.clicked.connect(lambda: self.begin(self.view().day, self.view().minute_here()))
        row.addWidget(self.new)
        return head

    # the views

    def view(self, code: str = "") -> Any:
        """Return a view, made now if it was never shown; the one that is shown for ""."""
        code = code or self.views.current()
        found = self._views.get(code)
        if found is None:
            found = self._views[code] = _MAKERS[code](self)
            self._wire(found)
            found.setAccessibleName(self._shown_as[code])
            self.stack.addWidget(found)
        return found

    def _wire(self, view: PlanView) -> None:
        view.opened.connect(self._open)
        view.left.connect(self.carrier.leave)
        view.newly.connect(self.begin)
        view.unplanned.connect(self.deeds_.unplan)
        view.moved.connect(self.deeds_.move_to)
        view.carried.connect(self._carry)
        view.let_go.connect(self.carrier.drop)
        view.pointed.connect(self._points)
        view.stood.connect(lambda _entry: self.card.hide())
        view.card_asked.connect(self._card_by_key)
        view.turned.connect(self._name)
        view.hint.connect(self.say_hint)
        view.chosen.connect(self.show_view)

    def _open(self, entry: Entry) -> None:
        if entry.draft:
            self.post_asked.emit(entry.draft)
        else:
            self.outbox_asked.emit()

    def show_view(self, code: str) -> None:
        """Show the plan in another way; one stays on the same day."""
        before = self._views.get(self.views.current())
        self.views.choose(code) if self.views.has(code) else None
        self.card.hide()
        view = self.view()
        if before is not None and before is not view:
            view.stand(before.day, before.chosen_id)
        self.stack.setCurrentWidget(view)
        self.new.setText(self.tr("New idea") if code == "ideas" else self.tr("New post"))
        self.new.updateGeometry()
        for step in (self.before, self.now, self.after, self.ideas):
            step.setVisible(code != "ideas")
        if code == "ideas":
            view.table.read(self.desk, self.bridge)
        if self.beside is not None:
            self.beside.setVisible(code in ("month", "week") and self._beside_wanted)
        self.carrier.targets = [view, self.beside] if self._beside_shown() else [view]
        if code == "week":
            self._give_slots()
        self._name()
        if self.isVisible():
            view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name(self) -> None:
        self.card.hide()
        self.say_hint("")
        view = self.view()
        if self.views.current() == "ideas":
            self.title.setText(self.tr("Idea board"))
        elif self.views.current() == "week":
            self.title.setText(words.span(view.table.first, view.table.first + 6))
        else:
            self.title.setText(
                words.months(*view.in_sight())
                if self.views.current() == "month"
                else words.month(view.middle())
            )
        shown = self.title.text()
        said = self.tr("Calendar: {shown}").format(shown=shown) if shown else self.tr("Calendar")
        self.title.setAccessibleName(said)
        view.setAccessibleName(said)  # it has the keys itself where no day has them

    def say_hint(self, said: str) -> None:
        """Say what the keys do now."""
        self.hint.set_full(said)

    # what the window asks of a pane

    def arrived(self) -> None:
        """Take the keys; read what changed meanwhile."""
        self._read_names()
        if self._fresh:  # what is in sight was asked for when the view was laid out
            self._fresh = False
            self.plans.want(*self.view().in_sight())
            self._rhythm.start()
        else:
            self.read_again()
        self.focus_list()
        QTimer.singleShot(200, self, self._furnish)

    def _furnish(self) -> None:
        """Have read what is not needed to look at a month."""
        look = self.bridge.run
        look(lambda: self.desk.look("calendar.slots.list"), self._slots, _quiet, stream="slots")
        if self.beside is None and self._beside_wanted and self.width() >= 1400:
            self.show_beside()

    def _slots(self, found: dict[str, Any]) -> None:
        self.deeds_.slots = {}
        for slot in found.get("slots") or ():
            own = self.deeds_.slots.setdefault(str(slot["account"]), [])
            own.append((int(slot["weekday"]), int(slot["minute"])))
        self._give_slots()

    def _give_slots(self) -> None:
        week = self._views.get("week")
        if week is not None:
            found: dict[int, list[int]] = {}
            for account, own in self.deeds_.slots.items():
                if self.plans.sieve.account in ("", account):
                    for weekday, minute in own:
                        found.setdefault(weekday, []).append(minute)
            week.slots = {day: sorted(set(minutes)) for day, minutes in found.items()}  # type: ignore[attr-defined]
            week.viewport().update()

    def _read_rhythm(self) -> None:
        now = today()
        span = {"first": iso(now - 27), "last": iso(now + 20), "zone": self.plans.zone}
        self.bridge.run(
            lambda: self.desk.look("calendar.gaps", **span),
            lambda found: self.strip.tell(found, now),
            _quiet,
            stream="calendar.gaps",
        )

    # ideas

    def _beside_shown(self) -> bool:
        return self.beside is not None and self.beside.isVisibleTo(self)

    def show_beside(self) -> None:
        """Show the ideas beside the month, or put them away."""
        from cmapp.ui.planning.board import IdeaBoard

        if self.beside is None:
            self.beside = IdeaBoard(("open",), self.plans, self.painter, self)
            self.beside.setFixedWidth(236)
            self.beside.setAccessibleName(self.tr("Ideas and drafts without a time"))
            self._wire(self.beside)
            self.beside.handed.connect(self._carry_over)
            self._middle.addWidget(self.beside)
            self._beside_wanted = True
        else:
            self._beside_wanted = not self._beside_wanted
        self.beside.setVisible(self._beside_wanted and self.views.current() in ("month", "week"))
        mark(self.ideas, self._beside_wanted)
        self.beside.table.read(self.desk, self.bridge)
        self.carrier.targets = [self.view(), self.beside] if self._beside_shown() else [self.view()]

    def _beside_asked(self) -> None:
        """Show the ideas and give them the keys, or put them away and give the keys back."""
        self.show_beside()
        where = self.beside if self._beside_shown() else self.view()
        where.setFocus(Qt.FocusReason.OtherFocusReason)

    def _carry_over(self, entry: Entry) -> None:
        """Let the keys carry an idea over the days beside it."""
        self.view().setFocus(Qt.FocusReason.OtherFocusReason)
        self.view().pick_up(entry)

    def _boards(self) -> list[Any]:
        return [b for b in (self._views.get("ideas"), self.beside) if b is not None]

    def new_idea(self) -> None:
        """Write an idea down in a line."""
        from cmapp.ui.dialogs.picker import Choice, Picker

        def typed(said: str) -> list[Choice]:
            return [
                Choice(said, self.tr("Keep the idea “{words}”").format(words=said), icon="idea")
            ]

        Picker(
            self.window(),
            name=self.tr("New idea"),
            prompt=self.tr("What might become a post?"),
            choices=(),
            typed=typed,
        ).ask(
            lambda c: self.deeds_.do("calendar.ideas.add", {"title": c.code}, self.tr("Idea kept"))
        )

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
        if topics & (TOPICS | {"accounts"}) and self.isVisible():
            self._read_names()
            self.read_again()
            if "slots" in topics or "settings" in topics:
                self._furnish()

    def read_again(self) -> None:
        """Have what is in sight read anew."""
        self.plans.again()
        first, last = self.view().in_sight()
        self.plans.want(first, last)
        for board in self._boards():
            board.table.read(self.desk, self.bridge)
        self._rhythm.start()

    def _read_names(self) -> None:
        self.known.accounts = {a.id: a for a in self.desk.accounts()}

    def _renamed(self) -> None:
        self.known.campaigns = self.plans.campaigns
        self.painter.forget()

    def sifted(self) -> None:
        """Show what the sieve lets through now."""
        self.painter.forget()
        for view in self._views.values():
            view.stale = True
        self.view().stale = False
        self.view().again()
        for board in self._boards():
            board.again()
        self._give_slots()

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
            self._card_of(*self._pointed)

    def _card_of(self, entry: Entry, where: QRect) -> None:
        self.card.show_entry(entry, where)
        number = entry.draft or entry.id

        def told(answer: dict[str, Any]) -> None:
            if self.card.isVisible() and self.card.entry is entry:
                self.card.say_fates(answer.get("fates") or (), where)

        self.bridge.run(
            lambda: self.desk.look("plan.fate", ids=[number]), told, _quiet, stream="calendar.fate",
            call=True,
        )  # fmt: skip
        if not entry.draft or entry.state in ("sent", "sending"):
            return

        def found(answer: dict[str, Any]) -> None:
            if self.card.isVisible() and self.card.entry is entry:
                from cmapp.ui import check_words

                open_ = [f for f in answer.get("findings") or () if not f.get("override")]
                said = dict.fromkeys(check_words.said(f) for f in open_)
                self.card.say_checks(list(said), where)

        def look() -> dict[str, Any]:
            return self.desk.look("checks.run", draft=entry.draft)

        self.bridge.run(look, found, _quiet, stream="calendar.checks", call=True)

    def _card_by_key(self) -> None:
        view = self.view()
        entry = view.here()
        if self.card.isVisible() or entry is None:
            self.card.hide()
            return
        box = view.box_of(entry)
        if box is not None:
            where = QRect(view.viewport().mapToGlobal(box.topLeft()), box.size())
            self._card_of(entry, where)

    # deeds

    def _carry(self, entry: Entry, at: QPoint) -> None:
        self.card.hide()
        self.carrier.carry(entry, at)

    def begin(self, day: int, minute: int) -> None:
        """Begin a post for a day, or on the board an idea."""
        if self.views.current() == "ideas":
            self.new_idea()
            return
        minute = USUAL if minute == KEEP else minute
        self.new_asked.emit(wall_of(day, minute), self.plans.zone)

    # dialogs

    def _show_menu(self) -> None:
        from PySide6.QtWidgets import QMenu

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for deed, said in self.deeds().items():
            menu.addAction(said).triggered.connect(lambda _=False, d=deed: self.do(d))
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    @property
    def sieve(self) -> Any:
        """Return who asks what is to be shown; made when it is first needed."""
        if self._sieve is None:
            from cmapp.ui.panes.calendar_sieve import PlanSieve

            self._sieve = PlanSieve(self)
        return self._sieve

    def deeds(self) -> dict[str, str]:
        """Return the dialogs of the calendar by their ids, with their names."""
        return {
            "cal.series": self.tr("Series"),
            "cal.slots": self.tr("Slots"),
            "cal.campaigns": self.tr("Campaigns and pillars"),
            "cal.best": self.tr("Best times"),
            "cal.import": self.tr("Import a plan"),
            "cal.export": self.tr("Export the plan"),
        }

    def do(self, deed: str) -> None:
        """Open one of the dialogs of the calendar."""
        if deed in self.deeds():
            from cmapp.ui.dialogs import planning

            planning.open_dialog(self, deed.removeprefix("cal."))


def _month(pane: CalendarPane) -> PlanView:
    return MonthView(pane.plans, pane.painter, pane)


def _week(pane: CalendarPane) -> PlanView:
    from cmapp.ui.planning.week import WeekView

    return WeekView(pane.plans, pane.painter, pane)


def _list(pane: CalendarPane) -> PlanView:
    from cmapp.ui.planning.listing import PlanList

    return PlanList(pane.plans, pane.painter, pane)


def _ideas(pane: CalendarPane) -> PlanView:
    from cmapp.ui.planning.board import IdeaBoard

    return IdeaBoard(("idea", "draft", "planned"), pane.plans, pane.painter, pane)


def _quiet(_error: Exception) -> None:
    """What is beside the plan may lack."""


_MAKERS: dict[str, Callable[[CalendarPane], PlanView]] = {
    "month": _month,
    "week": _week,
    "list": _list,
    "ideas": _ideas,
}
