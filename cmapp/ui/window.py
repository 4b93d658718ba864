"""The window: top line, rail, panes, status line; it knows who gets what and no more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, QElapsedTimer, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cmapp.domain.errors import Trouble as DomainTrouble
from cmapp.system import clock
from cmapp.system.settings import Settings
from cmapp.ui import text
from cmapp.ui.actions import Actions, deeds
from cmapp.ui.bridge import Bridge
from cmapp.ui.caring import Caring
from cmapp.ui.catching_up import CatchingUp
from cmapp.ui.desk import Desk
from cmapp.ui.drafting import Drafting
from cmapp.ui.journeys import Journeys
from cmapp.ui.locking import Locking
from cmapp.ui.looking import Looking
from cmapp.ui.notices import Notices
from cmapp.ui.opening import Opening
from cmapp.ui.panes import PANES, Pane
from cmapp.ui.place import Place
from cmapp.ui.place import room as room_of
from cmapp.ui.roles import ordered, role
from cmapp.ui.row import Situation
from cmapp.ui.widgets.banner import Banner
from cmapp.ui.widgets.card import Ground
from cmapp.ui.widgets.heard import mark
from cmapp.ui.widgets.rail import RailButton
from cmapp.ui.widgets.statusline import StatusLine
from cmapp.ui.widgets.toast import Toast
from cmapp.ui.widgets.topbar import TopBar

if TYPE_CHECKING:
    from cmapp.ui.views import OutboxItem

_ENGINE = "engine"
"""Stands in for a trouble's code: the engine itself cannot start."""


class Window(QMainWindow):
    """One window on one profile. Panes are made when they are first shown."""

    news = Signal(int)
    """More wait for an answer than before: how many more."""
    painted = Signal()
    """The first picture stands on the screen: what it does without may be made now."""

    def __init__(
        self,
        desk: Desk,
        bridge: Bridge,
        drafting: Drafting,
        settings: Settings | None = None,
    ) -> None:
        super().__init__()
        self.desk, self.bridge, self.drafting = desk, bridge, drafting
        self.here = Situation()
        self.setWindowTitle("cmapp")
        room = room_of(self).size() - QSize(0, 32)  # the frame's own line
        self.resize(QSize(1280, 800).boundedTo(room))
        self.setMinimumSize(860, 560)
        self.closing: Callable[[], bool] = lambda: True
        self.quit_asked: Callable[[], object] = lambda: None
        self.settings = settings or Settings()
        self.save_settings: Callable[[Settings], None] = lambda _settings: None
        self.keep_place: Callable[[Place], None] = lambda _place: None
        self._made: dict[str, QWidget] = {}
        self.told_waiting = False
        self._counted_once = self._first = self._seen = False
        self._engine_trouble: DomainTrouble | None = None
        self._undo: list[Callable[[], None]] = []
        self.journeys, self.opening, self.caring = Journeys(self), Opening(self), Caring(self)
        self.looking, self.catching_up = Looking(self), CatchingUp(self)
        self.locking = Locking(self)
        self._build()
        self.actions_ = Actions(self, self._table())
        self._topics: set[str] = set()
        self._gather = QTimer(self)
        self._gather.setSingleShot(True)
        self._told = QElapsedTimer()
        self._gather.timeout.connect(self._tell_panes)
        bridge.changed.connect(self._changed)
        self._minute = QTimer(self)
        self._minute.setInterval(30_000)
        self._minute.timeout.connect(self.look_around)
        self._minute.timeout.connect(clock.zone_again)  # the laptop may have travelled
        self.notices = Notices(self)
        self._minute.timeout.connect(self.notices.look)
        self._minute.timeout.connect(self.catching_up.look)
        self._minute.timeout.connect(lambda: self.keep_place(self.place()))
        self._minute.start()
        self._before_search = "inbox"
        self.go(role(self.settings.role).start)
        self.look_around()

    # the frame

    def _build(self) -> None:
        frame = QWidget(self)
        self.setCentralWidget(frame)
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.top = TopBar(frame)
        self.top.palette_asked.connect(self.opening.open_palette)
        self.top.flight_asked.connect(self.journeys.toggle_flight)
        self.top.badge_pressed.connect(self._badge_pressed)
        self.top.search.textChanged.connect(self._searching)
        self.top.search.left.connect(self.leave_search)
        self.top.search.tabbed.connect(self._complete)
        self.top.search.down.connect(self._into_search)
        column.addWidget(self.top)
        self.banner = Banner(self.tr("Not now"), frame)
        self.banner.fixed.connect(self._fix)
        self.banner.hushed.connect(self._hush)
        column.addWidget(self.banner)
        self.away = Banner(self.tr("Not now"), frame)
        self.away.fixed.connect(lambda _: self.catching_up.open())
        self.away.hushed.connect(lambda _: self.catching_up.hush())
        column.addWidget(self.away)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._rail(frame))
        self.stack = QStackedWidget(frame)
        self.stack.setBackgroundRole(QPalette.ColorRole.Window)
        middle.addWidget(self.stack, 1)
        column.addLayout(middle, 1)
        self.status = StatusLine(frame)
        column.addWidget(self.status)
        self.toast = Toast(frame)

    def _rail(self, frame: QWidget) -> QWidget:
        rail = Ground(frame, rules="r")
        rail.setFixedWidth(76)
        column = QVBoxLayout(rail)
        column.setContentsMargins(6, 8, 6, 8)
        column.setSpacing(4)
        self._rail_group = QButtonGroup(self)
        self._buttons: dict[str, RailButton] = {}
        for pane in ordered(PANES, self.settings.role):
            if pane.icon:
                words = pane.title()
                button = RailButton(pane.icon, words, rail)
                button.clicked.connect(lambda _=False, p=pane.id: self.go(p))
                self._rail_group.addButton(button)
                self._buttons[pane.id] = button
                column.addWidget(button)
        column.addStretch(1)
        settings = RailButton("settings", self.tr("Settings"), rail)
        settings.setCheckable(False)
        settings.clicked.connect(self.opening.open_settings)
        column.addWidget(settings)
        return rail

    def _table(self) -> dict[str, Callable[[], None]]:
        table: dict[str, Callable[[], None]] = {
            "inbox": lambda: self.go("inbox"),
            "write": lambda: self.go("write"),
            "calendar": lambda: self.go("calendar"),
            "people": self.open_people,
            "outbox": lambda: self.go("outbox"),
            "accounts": lambda: self.go("accounts"),
            "answers": lambda: self.go("answers"),
            "insights": lambda: self.go("insights"),
            "review": self.opening.review_drafts,
            "writing_help": self.opening.writing_help,
            "landing": lambda: self.go("landing"),
            "search": self.focus_search,
            "next": lambda: self._move(1),
            "previous": lambda: self._move(-1),
            "part": lambda: self._walk(1),
            "part_back": lambda: self._walk(-1),
            "undo": self.undo,
            **self.looking.table(),
            "catch_up": self.catching_up.open,
            "task": self.caring.make_task,
            "share": lambda: self.caring.share(hide=False),
            "share_hidden": lambda: self.caring.share(hide=True),
            "tasks": self.caring.open_tasks,
            "log_contact": self.caring.log_contact,
            "moderation_log": self.caring.open_log,
            "new": self._new_post,
            "send": self._send,
            "send_stay": lambda: self._send(stay=True),
            "sync": self.journeys.fetch,
            "flight": self.journeys.toggle_flight,
            "panic": self.journeys.toggle_panic,
            "connect": self.journeys.connect_account,
            "light": lambda: self.opening.switch_theme("light"),
            "dark": lambda: self.opening.switch_theme("dark"),
            "system": lambda: self.opening.switch_theme("system"),
            "palette": self.opening.open_palette,
            "help": self.opening.open_help,
            "keys": self.opening.open_keys,
            "settings": self.opening.open_settings,
            "hours": self.opening.open_hours,
            "backups": self.opening.open_backups,
            "away": self.journeys.offer_away,
            "about": self.opening.open_about,
            "lock": self.opening.lock,
            "doctor": self.opening.check_up,
            "quit": self._quit,
        }
        for deed in deeds():  # the rest belongs to the pane that is shown
            table.setdefault(deed.id, lambda d=deed.id: self._do(d))  # type: ignore[misc]
        return table

    # panes

    def pane(self, name: str) -> QWidget:
        """Return a pane, made now if it was never shown."""
        found = self._made.get(name)
        if found is None:
            pane: Pane = next(p for p in PANES if p.id == name)
            found = pane.build(self)
            found.setAccessibleName(pane.title())
            self._made[name] = found
            show = getattr(found, "show_situation", None)
            if show is not None:
                show(self.here)
            self.stack.addWidget(found)
        return found

    def _inbox(self) -> Any:
        return self.pane("inbox")

    def _on(self, name: str) -> bool:
        return self.stack.currentWidget() is self._made.get(name)

    def shown(self) -> str:
        """Return the id of the pane that is shown."""
        return next((name for name in self._made if self._on(name)), "")

    def go(self, name: str) -> None:
        """Show a pane."""
        pane = self.pane(name)
        self.stack.setCurrentWidget(pane)
        button = self._buttons.get(name)
        self._rail_group.setExclusive(False)
        for each in self._buttons.values():
            mark(each, each is button)
        self._rail_group.setExclusive(True)
        arrived = getattr(pane, "arrived", None)
        if arrived is not None:
            arrived()
        if name == "inbox":
            self._inbox().focus_list()
        elif name != "search" and not ((keys := self.focusWidget()) and pane.isAncestorOf(keys)):
            pane.setFocus(Qt.FocusReason.OtherFocusReason)  # a reader says where one has come to

    def open_outbox(self, item: OutboxItem | None = None) -> None:
        """Show the outbox, at a row."""
        self.go("outbox")
        if item is not None:
            self._made["outbox"].show_item(item.id)  # type: ignore[attr-defined]

    def open_people(self) -> None:
        """Show people: the one whose conversation is open, where one is."""
        shown = self._inbox().person.shown if self._on("inbox") else None
        self.open_person(shown.id if shown is not None else 0)

    def open_person(self, profile: int) -> None:
        """Show the card of a person, by a profile (0: of whoever was shown last)."""
        self.go("people")
        if profile:
            self._made["people"].show_person(profile)  # type: ignore[attr-defined]

    def open_item(self, item: int) -> None:
        """Show a conversation in the inbox."""
        self.go("inbox")
        self._inbox().open_item(item)

    def open_draft(self, item: int, draft: int) -> None:
        """Show a conversation in the inbox, with one of the drafts that answer it."""
        self.go("inbox")
        self._inbox().open_draft(item, draft)

    def edit_item(self, item: OutboxItem) -> None:
        """Take a deed back into the place where it was written, to be changed."""
        self.command(
            "outbox.cancel", lambda answer: self._edit_taken(item, answer), id=str(item.id)
        )

    def _edit_taken(self, item: OutboxItem, answer: dict[str, Any]) -> None:
        if item.item is not None:
            self.open_item(item.item)
            self._inbox().edit_again(item, answer)
        else:
            self.go("write")
            self._made["write"].edit_again(item, answer)  # type: ignore[attr-defined]

    def open_link(self, url: str, words: str = "") -> None:
        """Open a page in the browser; anything that is not http(s) is left alone."""
        from cmapp.ui import links

        def heard(opens: bool) -> None:
            if not opens:
                self.tell(self.tr("That is no web address; it was not opened."))

        links.open_web(url, self, words=words, then=heard)

    # telling

    def tell(self, words: str, undo: Callable[[], None] | None = None, seconds: int = 0) -> None:
        """Say something at the foot, with the way back if there is one.

        Words with `{seconds}` count down: from `seconds`, else from the time to take a send back.
        """
        seconds = seconds or self.settings.undo_seconds
        counting = "{seconds}" in words
        if counting and not seconds:
            words, undo, counting = self.tr("It is on its way."), None, False
        if undo is not None and undo not in self._undo:
            self.promise(undo)
        self.toast.say(
            words,
            undo=self.undo if undo is not None else None,
            button=self.tr("Undo"),
            key="u",
            seconds=seconds if counting else 6,
            count=(lambda base, left: base.format(seconds=left)) if counting else None,
        )

    def promise(self, undo: Callable[[], None]) -> None:
        """Keep a way back, though what it leads back from may not be done yet."""
        self._undo = [*self._undo[-49:], undo]

    def forget(self, undo: Callable[[], None]) -> None:
        """Drop a way back that leads nowhere."""
        self._undo = [one for one in self._undo if one is not undo]

    def undo(self) -> None:
        """Take the last thing back; what was done before this start, too."""
        self.toast.dismiss()
        if self._undo:
            self._undo.pop()()
        else:
            self.command("undo", lambda _: self.tell(self.tr("Taken back")))

    def command(
        self, name: str, then: Callable[[dict[str, Any]], None] | None = None, /, **args: Any
    ) -> None:
        """Ask the engine for something; trouble becomes a word at the foot."""
        self.bridge.run(
            lambda: self.desk.call(name, **args),
            then if then is not None else (lambda _: None),
            self.sorry,
            call=True,
        )

    def sorry(self, error: Exception) -> None:
        """Say what went wrong."""
        self.tell(text.failed(error, self.tr("That did not work. Nothing is lost.")))

    # the state of the world

    def _changed(self, changes: Any) -> None:
        self._topics |= set(changes.topics)
        if not self._gather.isActive():
            # at once when it is quiet; twice a second while an account is read (T4)
            quiet = not self._told.isValid() or self._told.elapsed() > 500
            self._gather.start(60 if quiet else 500)

    def _tell_panes(self) -> None:
        topics, self._topics = frozenset(self._topics), set()
        self._told.start()
        for pane in self._made.values():
            refresh = getattr(pane, "refresh", None)
            if refresh is not None:
                refresh(topics)
        self.look_around()

    def look_around(self) -> None:
        """Ask where we stand; the answer comes a moment later."""
        self.bridge.run(self.desk.situation, self._stands, stream="situation")

    def _stands(self, here: Situation) -> None:
        before, self.here = self.here, here
        accounts = self.desk.accounts()
        if self._counted_once and here.needs_reply > before.needs_reply:
            self.news.emit(here.needs_reply - before.needs_reply)
        self._counted_once = True
        self.top.show_situation(here)
        self.status.show_situation(here, accounts)
        first = [a for a in accounts if a.synced_at is None and not a.problem]
        if here.leaving and first:
            self.status.show_work(self.tr("First fetch"))
            self._first = True
        elif self._first:
            self._first = False
            self.status.show_work("")
        for pane in self._made.values():
            show = getattr(pane, "show_situation", None)
            if show is not None:
                show(here)
        self._buttons["inbox"].show_count(
            here.needs_reply, words=self.tr("%n need(s) a reply", "", here.needs_reply)
        )
        for pane_id in ("flight", "panic"):
            self._rename_switch(pane_id, here)
        waiting = here.waiting + here.held
        self._buttons["outbox"].show_count(
            waiting,
            words=self.tr("%n waiting", "", waiting),
            tone="held" if here.held else "accent",
        )
        self._show_trouble()

    def _rename_switch(self, deed: str, here: Situation) -> None:
        words = {
            ("flight", False): self.tr("Take off: flight mode"),
            ("flight", True): self.tr("Land: leave flight mode"),
            ("panic", False): self.tr("Pause everything outgoing"),
            ("panic", True): self.tr("Resume sending"),
        }
        on = (here.flight_since if deed == "flight" else here.paused_since) is not None
        self.actions_.by_id[deed].setText(words[deed, on])

    def _show_trouble(self) -> None:
        if self._engine_trouble is not None:
            code, facts = self._engine_trouble.why, self._engine_trouble.facts
            self.banner.say(("", _ENGINE), text.trouble(code, facts, "cmapp"))
            return
        troubles = self.desk.troubles()
        if not troubles:
            self.banner.hide()
            return
        first = troubles[0]
        words = text.trouble(first.code, first.facts, first.label)
        if len(troubles) > 1:
            words += "  " + self.tr("(and %n more)", "", len(troubles) - 1)
        self.banner.say((first.account, first.code), words, fix=text.fix(first.code))

    def say_engine(self, trouble: DomainTrouble | None) -> None:
        """Say at the top why the engine cannot start, until it does (None)."""
        self._engine_trouble = trouble
        self._show_trouble()

    def _fix(self, key: object) -> None:
        account, code = key if isinstance(key, tuple) else ("", "")
        if text.fix(code) == self.tr("Try now"):
            self.journeys.fetch()
            return
        self.journeys.connect_account(account)

    def _hush(self, key: object) -> None:
        account, code = key if isinstance(key, tuple) else ("", "")
        self.banner.hide()
        if code == _ENGINE:
            self._engine_trouble = None  # until the next start fails
            return
        self.command("problems.hush", None, account=account, code=code)

    def _badge_pressed(self) -> None:
        if self.here.paused_since is not None:
            self.journeys.toggle_panic()
        else:
            self.go("outbox")

    # doing

    def _move(self, step: int) -> None:
        mover = getattr(self.stack.currentWidget(), "move_by", None)
        if mover is not None:
            mover(step)

    def _send(self, *, stay: bool = False) -> None:
        if self._on("inbox"):
            self._inbox().send(stay=stay)
            return
        composer = getattr(self.stack.currentWidget(), "composer", None)
        if composer is not None:
            composer.send()

    def _do(self, deed: str) -> None:
        """Do a deed in the pane that is shown, if it knows it; a view is shown wherever we are."""
        segments = deed == "views" and self._on("people")
        if deed.startswith("cal."):
            self.go("calendar")
        if deed.startswith("view") and not self._on("inbox") and not segments:
            self.go("inbox")
        if deed == "stage" and self._on("inbox"):  # it is a person's: done where they are shown
            shown = self._inbox().person.shown
            if shown is not None:
                self.go("people")
                self._made["people"].do_to(shown.id, deed)  # type: ignore[attr-defined]
            return
        do = getattr(self.stack.currentWidget(), "do", None)
        if do is not None:
            do(deed)

    def _walk(self, step: int) -> None:
        """Give the keys to the next part of the window."""
        pane: Any = self.stack.currentWidget()
        rail: QWidget = self._buttons.get(self.shown(), next(iter(self._buttons.values())))
        parts = [rail, *(pane.parts() if hasattr(pane, "parts") else [pane]), self.top.search]
        keys = self.focusWidget()
        here = next(
            (n for n, p in enumerate(parts) if keys is p or (keys and p.isAncestorOf(keys))), 0
        )
        parts[(here + step) % len(parts)].setFocus(Qt.FocusReason.TabFocusReason)

    def _quit(self) -> None:
        self.quit_asked()

    def _new_post(self) -> None:
        self.go("write")
        self._made["write"].begin()  # type: ignore[attr-defined]

    def open_post(self, draft: str) -> None:
        """Show a post where it is written."""
        self.go("write")
        pane: Any = self._made["write"]
        if not pane.open_draft(int(draft)):
            self.tell(self.tr("There is no draft of it any more"))

    def new_post_at(self, wall: str, zone: str) -> None:
        """Begin a post for a local time in a zone."""
        self.go("write")
        pane: Any = self._made["write"]
        pane.new_at(wall, zone)

    # search

    def focus_search(self) -> None:
        """Give the keys to the field; what was looked for last stands there, to be typed over."""
        field = self.top.search
        if not self._on("search"):
            self._before_search = self.shown() or "inbox"
        self.go("search")
        last = self._made["search"].query  # type: ignore[attr-defined]
        if last and not field.text():
            field.blockSignals(True)
            field.setText(last)
            field.blockSignals(False)
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()

    def search_for(self, query: str) -> None:
        """Put a query into the field and look for it."""
        field = self.top.search
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.setText(query)

    def _searching(self, words: str) -> None:
        if not self._on("search"):
            self._before_search = self.shown() or "inbox"
            self.go("search")
        self._made["search"].look_for(words, self.top.search.cursorPosition())  # type: ignore[attr-defined]

    def _complete(self) -> None:
        done = self._on("search") and self._made["search"].complete(self.top.search.text())  # type: ignore[attr-defined]
        if done:
            self.top.search.setText(done[0])
            self.top.search.setCursorPosition(done[1])
        else:
            self.top.search.focusNextChild()

    def open_found(self, item: int) -> None:
        """Open what was found; the field is empty again, and `/` brings the search back."""
        self._clear_search()
        self.open_item(item)

    def _clear_search(self) -> None:
        self.top.search.blockSignals(True)
        self.top.search.clear()
        self.top.search.blockSignals(False)

    def leave_search(self) -> None:
        """Forget the search and go back to where one was."""
        self._clear_search()
        if "search" in self._made:
            self._made["search"].forget()  # type: ignore[attr-defined]
        self.go(self._before_search)

    def _into_search(self) -> None:
        if self._on("search"):
            self._made["search"].focus_list()  # type: ignore[attr-defined]

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say when the window was first painted."""
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(10, self.painted.emit)  # once the picture has left for the screen

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape lead out of a field that has no use for it: letters are shortcuts again."""
        if event.key() == Qt.Key.Key_Escape:
            self.leave_field()
            return
        super().keyPressEvent(event)

    def leave_field(self) -> None:
        """Give the keys to the list of the pane that is shown, or to the pane."""
        pane = self.stack.currentWidget()
        if pane is not None:
            getattr(pane, "focus_list", pane.setFocus)()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is being written before the window goes."""
        self.keep_everything()
        if self.closing():
            super().closeEvent(event)
        else:
            event.ignore()
            self.hide()

    def reviewed(self, gone: set[str]) -> None:
        """Show in every composer what became of its draft: other text, or none any more."""
        for pane in self._made.values():
            again = getattr(pane, "draft_changed", None)
            if again is not None:
                again(gone)

    def place(self, *, writing: bool = False) -> Place:
        """Return where one is; `writing` says whether it counts that the composer has the keys."""
        geometry = bytes(self.saveGeometry().toBase64().data()).decode()
        inbox = self._made.get("inbox")
        found: Place = inbox.place() if inbox is not None else Place()  # type: ignore[attr-defined]
        return replace(
            found,
            geometry=geometry,
            writing=writing and found.writing,
            seen_at=clock.now(),
            told_waiting=self.told_waiting,
        )

    def stand_at(self, place: Place) -> None:
        """Go to where one was."""
        if place.geometry:
            self.restoreGeometry(QByteArray.fromBase64(QByteArray(place.geometry.encode())))
            room = room_of(self).size()
            if self.width() > room.width() or self.height() > room.height():
                self.resize(self.size().boundedTo(room - QSize(0, 32)))
        self.catching_up.came_back(place.seen_at)
        self.told_waiting = place.told_waiting
        if replace(place, geometry="", seen_at=0, told_waiting=False) != Place():
            self._inbox().stand_at(place)

    def keep_everything(self) -> None:
        """Keep where one is, and what stands in every composer."""
        self.keep_place(self.place(writing=True))
        for pane in self._made.values():
            for part in (getattr(pane, "talk", None), pane):
                composer = getattr(part, "composer", None)
                if composer is not None:
                    composer.keep()
