"""The desktop program: QApplication, languages, one instance, the engine's process, the window."""

from __future__ import annotations

import contextlib
import gc
import logging
import signal
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QLibraryInfo,
    QLocale,
    QObject,
    QSocketNotifier,
    QTimer,
    QTranslator,
    Signal,
)
from PySide6.QtWidgets import QApplication

from cmapp.domain.errors import Trouble
from cmapp.store.opening import LOST
from cmapp.system import settings as settings_file
from cmapp.system.paths import Paths
from cmapp.system.paths import profile as profile_paths
from cmapp.system.settings import Settings
from cmapp.ui import icons, look, place
from cmapp.ui.bridge import Bridge
from cmapp.ui.drafting import Drafting
from cmapp.ui.engine_process import EngineProcess
from cmapp.ui.instance import OneInstance
from cmapp.ui.journal import Journal
from cmapp.ui.reader import StoreDesk
from cmapp.ui.window import Window

if TYPE_CHECKING:
    import socket

    from cmapp.ui.dialogs.damaged import Damaged
    from cmapp.ui.tray import Tray

_log = logging.getLogger(__name__)
UNSEEN = 2_000
"""Milliseconds after which a window that nobody sees (started minimised) begins its work."""
LANGUAGES = ("en", "zh_CN", "zh_TW")
_READ_MS = 8_000
"""So long the last words stand there, unless somebody closes them."""


def open_window(profile: Path | None, *, offline: bool = False) -> int:
    """Open the window on a profile and stay until it closes; returns the exit status."""
    # a reading thread hands the interpreter over after half a millisecond, not after five (T4)
    sys.setswitchinterval(0.0005)
    paths = profile_paths(profile).make()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("cmapp")
    app.setApplicationDisplayName("cmapp")
    app.setDesktopFileName("cmapp")
    instance = OneInstance(paths)
    if instance.other_is_raised(serve=False):
        return 0
    from cmapp.system import log

    undo_log = log.set_up(paths.log, "window")
    settings, _aside = settings_file.load(paths.settings)
    speak(app, settings.language)
    look.apply(app, settings.theme, language=language(settings.language))
    program = Program(app, paths, settings, offline=offline)
    instance.asked.connect(program.raise_window)
    instance.other_came_first.connect(app.quit)
    try:
        if not program.open():
            return 1
        if program.window is not None:
            program.window.painted.connect(instance.serve)
        QTimer.singleShot(UNSEEN, instance.serve)
        return app.exec()
    finally:
        program.close()
        undo_log()


def language(wish: str) -> str:
    """Return the language that the window speaks: `en`, `zh_CN` or `zh_TW`."""
    if wish in LANGUAGES:
        return wish
    system = QLocale.system()
    if system.language() != QLocale.Language.Chinese:
        return "en"
    return "zh_TW" if system.script() == QLocale.Script.TraditionalHanScript else "zh_CN"


def speak(app: QApplication, wish: str) -> None:
    """Load the words of a language, ours and Qt's own."""
    code = language(wish)
    QLocale.setDefault(QLocale(code) if code != "en" or wish == "en" else QLocale.system())
    folder = look.resources() / "i18n"
    own = QTranslator(app)
    if own.load(str(folder / f"{code}.qm")):
        app.installTranslator(own)
    qts = QTranslator(app)
    if qts.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(qts)


class Program(QObject):
    """The parts of one running window and how they hang together. Lives on the window's thread."""

    engine_gone = Signal()
    engine_told = Signal(object)
    changes = Signal(object)
    broke = Signal(str)

    def __init__(
        self, app: QApplication, paths: Paths, settings: Settings, *, offline: bool
    ) -> None:
        super().__init__()
        self._app, self._paths, self._offline = app, paths, offline
        self._settings = settings
        self._stop = threading.Event()
        self.engine = EngineProcess(paths, offline=offline, told=self.engine_told.emit)
        self._listening = self._went = self._begun = False
        self._why: Trouble | None = None
        self.desk = StoreDesk(paths, lambda: self._settings)
        self.bridge = Bridge()
        self._reach: object = None
        self.window: Window | None = None
        self._tray: Tray | None = None
        self.changes.connect(self.bridge.changed)
        self.engine_gone.connect(self._engine_went)
        self.engine_told.connect(self._engine_told)
        self.broke.connect(self._show_crash)
        self._crashes = 0
        self._unwatch: Callable[[], None] = lambda: None
        self._damaged: Damaged | None = None
        self._woken: socket.socket | None = None

    def _hear_signals(self) -> None:
        """End well when the session ends: a signal wakes Qt's loop through a socket."""
        import socket  # not before the first paint: until then a signal simply ends the program

        woken, self._waker = socket.socketpair()
        woken.setblocking(False)
        self._waker.setblocking(False)
        self._woken = woken
        signal.set_wakeup_fd(self._waker.fileno(), warn_on_full_buffer=False)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda *_: None)
        self._bell = QSocketNotifier(woken.fileno(), QSocketNotifier.Type.Read, self)
        self._bell.activated.connect(self._signalled)

    def _signalled(self) -> None:
        with contextlib.suppress(BlockingIOError):
            assert self._woken is not None
            self._woken.recv(64)
        self._app.quit()

    def open(self) -> bool:
        """Show the window; the engine follows after the first paint."""
        sys.excepthook = self._excepthook
        threading.excepthook = lambda args: self._excepthook(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )
        made = self._paths.database.exists() and not self.desk.unfinished()
        if not made and not self._first_time():
            return False
        trouble = self.desk.trouble()
        if trouble is not None and not self._mended(trouble):
            return False
        journal = Journal(self._paths.journal, self._paths.stand_in)
        drafting = Drafting(self.desk, self.bridge, journal)
        self.desk.wanted = self.engine.want
        self.bridge.hold()
        self.window = window = Window(self.desk, self.bridge, drafting, self._settings)
        window.save_settings = self._save
        window.keep_place = lambda where: place.keep(self._paths.root, where)
        window.stand_at(place.load(self._paths.root))
        window.quit_asked = self.quit
        window.closing = self._closing
        # a timer would not do: a screen asks for the first picture later than timers run (T1)
        window.painted.connect(lambda: self._after_paint(drafting))
        window.locking.set_up(self._paths.screen_lock)
        QTimer.singleShot(UNSEEN, lambda: self._after_paint(drafting))
        window.show()
        return True

    def _first_time(self) -> bool:
        """Wait for the engine to make the store of a new profile."""
        self.desk.wanted = self.engine.want
        try:
            self.desk.call("status")
        except Trouble as trouble:
            return self._mended(self._why or trouble)
        return True

    def _mended(self, trouble: Trouble) -> bool:
        """Say why the store cannot be used, or have a damaged one mended first."""
        if trouble.why not in LOST:
            from cmapp.ui.refusing import Refused

            Refused(self._paths, self.bridge, trouble).exec()
            return False
        from cmapp.ui.dialogs.damaged import Damaged

        page = Damaged(self._paths, self.bridge, self.engine.want, self.window, why=trouble.why)
        self.engine_told.connect(page.told)
        self._damaged = page
        good = bool(page.exec())
        page.deleteLater()
        self._damaged = None
        self.desk.forget()
        return good

    def _after_paint(self, drafting: Drafting) -> None:
        if self._begun:
            return
        self._begun = True
        self._hear_signals()
        self._app.setWindowIcon(icons.app_icon())
        if self.window is not None:
            from cmapp.ui.tray import Tray

            self._tray = Tray(self.window)
        self.bridge.release()
        gc.freeze()  # what the start made stays; no collection need look through it (T4)
        gc.enable()
        self._listen()  # to the engine that is there, or else to one that is started now
        self._watch_network()
        from cmapp.system import crash

        self._unwatch = crash.watch(self._paths.log, "window", bugs=False)
        QTimer.singleShot(0, lambda: self._show_what_was_left("last_time"))
        count = drafting.recover(self.desk.queued_texts)
        if count and self.window is not None:
            self.window.tell(self.tr("%n draft(s) brought back", "", count))

    def _watch_network(self) -> None:
        """Take the system's word for whether there is a way out; our own calls know better."""
        if self._offline:
            self._reached(False)
            return
        from PySide6.QtNetwork import QNetworkInformation

        if not QNetworkInformation.loadBackendByFeatures(QNetworkInformation.Feature.Reachability):
            return
        reach = QNetworkInformation.instance()
        gone = QNetworkInformation.Reachability.Disconnected
        self._reach = reach
        reach.reachabilityChanged.connect(self._reachability)
        self._reached(reach.reachability() != gone)

    def _reachability(self, now: object) -> None:
        from PySide6.QtNetwork import QNetworkInformation

        self._reached(now != QNetworkInformation.Reachability.Disconnected)

    def _reached(self, there: bool) -> None:
        self.desk.network = "online" if there else "none"
        if self.window is not None:
            self.window.look_around()

    # the engine

    def _listen(self) -> None:
        if not self._stop.is_set() and not self._listening:
            told, gone = self.changes.emit, self.engine_gone.emit
            self.bridge.run(
                lambda: self.desk.listen(told, gone, self._stop), self._heard, call=True
            )

    def _heard(self, there: bool) -> None:
        if there and not self._went:
            self._listening = True
            self.engine.works()
            self.desk.forget()
            self.bridge.changed.emit(_everything())
        else:
            if not there:
                self.engine.want()
            self._went = False
            QTimer.singleShot(150, self._listen)

    def _engine_told(self, trouble: Trouble | None) -> None:
        self._why = trouble
        if trouble is not None:
            _log.warning("the engine cannot start: %s", trouble)
        if self.window is not None:
            self.window.say_engine(trouble)
            if trouble is not None and trouble.why in LOST and not self._damaged:
                # a turn later: this may come from within the opening of another dialog
                QTimer.singleShot(0, lambda: self._noticed(trouble))

    def _noticed(self, trouble: Trouble) -> None:
        """The engine stopped since the database is damaged or gone: let a person decide."""
        if self._damaged is not None or self.window is None:
            return
        self.window.keep_everything()
        if self._mended(trouble):
            self.window.say_engine(None)
            self.bridge.changed.emit(_everything())
        else:
            self._app.quit()

    def _engine_went(self) -> None:
        if not self._listening:
            self._went = True  # before we knew that it was there
            return
        self._listening = False
        if not self._stop.is_set():
            QTimer.singleShot(500, self._listen)
            QTimer.singleShot(1500, lambda: self._show_what_was_left("engine"))

    # the window

    def raise_window(self) -> None:
        """Bring the window to the front."""
        if self.window is not None:
            self.window.showNormal() if self.window.isMinimized() else self.window.show()
            self.window.raise_()
            self.window.activateWindow()

    def _closing(self) -> bool:
        """Tell whether closing the window ends the program."""
        if self._settings.close_to_tray and self._tray is not None and self._tray.there():
            return False
        self.quit()
        return True

    def quit(self) -> None:
        """End the program. An engine that still has something to send does that first."""
        here = None if self.window is None else self.window.here
        if here is not None and here.waiting + here.ahead == 0:
            from cmapp.services.client import Client

            with contextlib.suppress(Trouble):
                Client(self._paths).call("engine.quit", within=1.0)
        elif self.window is not None and not self.window.told_waiting:
            self._tell_waiting(self.window)
            return
        self._app.quit()

    def _tell_waiting(self, window: Window) -> None:
        """Say once in a profile's life what becomes of what still waits; then go."""
        from cmapp.ui.dialogs.frame import Sheet

        window.told_waiting = True
        window.keep_everything()
        here = window.here
        still = here.waiting + here.ahead
        words = (
            self.tr("%n deed(s) still wait(s) and will leave without the window.", "", still)
            if here.leaving
            else self.tr(
                "%n deed(s) still wait(s), and will leave once you are online and sending is on.",
                "",
                still,
            )
        )
        sheet = Sheet(self.tr("Nothing is lost"), None, words=words)
        sheet.step(self.tr("Quit"), kind="primary").clicked.connect(sheet.accept)
        sheet.finished.connect(lambda _: self._app.quit())
        self._last_words = sheet  # nobody else holds it
        window.hide()
        sheet.open()
        QTimer.singleShot(_READ_MS, sheet.accept)  # a session that ends does not wait for a press

    def _save(self, settings: Settings) -> None:
        self._settings = settings
        try:
            settings_file.save(self._paths.settings, settings)
        except OSError as error:
            _log.warning("the settings could not be kept: %s", error)

    def close(self) -> None:
        """Let everything go."""
        self._stop.set()
        self.engine.stop()
        self._unwatch()
        if self._woken is not None:
            self._bell.setEnabled(False)
            signal.set_wakeup_fd(-1)
            self._woken.close()
            self._waker.close()
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        if self.window is not None:
            self.window.keep_everything()
        self.bridge.close()
        self.desk.close()

    def _excepthook(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._app.quit()
            return
        from cmapp.system import crash

        _log.error("a bug", exc_info=(kind, error, trace))
        self.broke.emit(crash.report(error, part="window"))

    def _show_crash(self, words: str, when: str = "now") -> None:
        self._crashes += 1
        if self._crashes > 1:
            return
        from cmapp.ui.dialogs.crash import Crash

        dialog = Crash(words, self.window, when=when)
        dialog.finished.connect(self._crash_seen)
        self._crash = dialog  # nobody else holds it
        dialog.open()

    def _crash_seen(self) -> None:
        self._crashes = 0

    def _show_what_was_left(self, when: str) -> None:
        """Show the newest report of a process that could not show it itself."""
        from cmapp.system import crash

        left = crash.unseen(self._paths.log)
        if not left or self._stop.is_set():
            return
        try:
            words = left[-1].read_text("utf-8", "replace")
        except OSError:
            return
        for path in left:
            crash.seen(path)
        self._show_crash(words, when)


def _everything() -> object:
    from cmapp.domain.changes import Changes

    topics = ("inbox", "posts", "outbox", "drafts", "accounts", "problems", "switches", "landings")
    return Changes(frozenset(topics))


def main() -> None:
    """Open the window on the default profile."""
    sys.exit(open_window(None))
