"""The lock of the window: what hides when it locks, when it does so by itself, how it opens.

Locked, the contents are taken out of the window, so that neither a picture of it nor a reader of
the screen finds them; dialogs are emptied where they stand and come back as they were. The engine
does not know of it: fetching and sending go on.
"""

from __future__ import annotations

import contextlib
import sys
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import SLOT, QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QKeySequence, QWindow
from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QVBoxLayout, QWidget

from cmapp.system import clock
from cmapp.system.later import later

if TYPE_CHECKING:
    from pathlib import Path

    from cmapp.system import screen_lock
    from cmapp.ui.widgets.lock_page import LockPage
else:  # only who set a lock needs them
    screen_lock = later("cmapp.system.screen_lock")

_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)
_LOOK_MS = 5_000
_SLEPT = 60.0
"""Seconds; a look that comes so late has slept through the others."""
_SIGNALS = (
    # bus, service, path, interface, signal
    ("session", "", "", "org.freedesktop.ScreenSaver", "ActiveChanged"),
    ("session", "", "", "org.gnome.ScreenSaver", "ActiveChanged"),
    ("system", "org.freedesktop.login1", "", "org.freedesktop.login1.Manager", "PrepareForSleep"),
)


# what the signature asks for, bytes, is refused; this is taken
_LOCKS: Any = SLOT("system_locks(bool)")


class Locking(QObject):
    """Belongs to one window. Without `path` there is no lock to set."""

    def __init__(self, window: Any, path: Path | None = None) -> None:
        super().__init__(window)
        self._window, self.path = window, path
        self.locked = False
        self._page: LockPage | None = None
        self._sheet: QDialog | None = None
        self._frame: QWidget | None = None
        self._focus: QWidget | None = None
        self._emptied: list[tuple[QWidget, str, list[QWidget]]] = []
        self._actions: list[Any] = []
        self._touched = clock.monotonic()
        self._looked = clock.elapsed()
        self._listening = False
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_MS)
        self._look.timeout.connect(self._by_itself)

    def set_up(self, path: Path) -> None:
        """Begin: a window whose profile has a lock opens locked."""
        self.path = path
        if self.lock_of() is not None:
            self.watch()
            self.lock()

    def lock_of(self) -> screen_lock.Lock | None:
        """Return the lock that is set, None for none."""
        if self.path is None or not self.path.exists():
            return None
        return screen_lock.load(self.path)

    def changed(self) -> None:
        """A lock was set, changed or taken off."""
        if self.lock_of() is not None:
            self.watch()
            self._window.tell(
                self.tr("The lock is set. Lock the window with {key}").format(
                    key=self._window.actions_.by_id["lock"]
                    .shortcut()
                    .toString(QKeySequence.SequenceFormat.NativeText)
                )
            )
        else:
            self._look.stop()
            self._window.tell(self.tr("The lock is off."))

    # when

    def watch(self) -> None:
        """Look from now on whether it is time to lock."""
        if not self._look.isActive():
            self._touched, self._looked = clock.monotonic(), clock.elapsed()
            self._look.start()
            app = QApplication.instance()
            if isinstance(app, QApplication):
                app.focusWindowChanged.connect(self._follow)
                self._follow(app.focusWindow())
        if not self._listening:
            self._listening = True
            self._listen()

    def _follow(self, window: QWindow | None) -> None:
        # at the window alone: a filter of the whole program would be asked at every event (T4)
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def _listen(self) -> None:
        """Hear the desktop lock its screen and go to sleep, where it says so (D-Bus)."""
        if not sys.platform.startswith("linux"):
            return
        with contextlib.suppress(ImportError):
            from PySide6.QtDBus import QDBusConnection

            for bus, service, path, interface, name in _SIGNALS:
                line = (
                    QDBusConnection.sessionBus()
                    if bus == "session"
                    else QDBusConnection.systemBus()
                )
                if line.isConnected():
                    line.connect(service, path, interface, name, self, _LOCKS)

    @Slot(bool)
    def system_locks(self, on: bool) -> None:
        """Lock with the system, if that is wished."""
        lock = self.lock_of()
        if on and lock is not None and lock.with_screen:
            self.lock()

    def _by_itself(self) -> None:
        lock = self.lock_of()
        slept = clock.elapsed() - self._looked > _SLEPT
        self._looked = clock.elapsed()
        if lock is None:
            if self.locked:  # taken off by the command line: the way on for who forgot it
                self._open()
            return
        idle = clock.monotonic() - self._touched
        if (lock.minutes and idle >= lock.minutes * 60) or (slept and lock.with_screen):
            self.lock()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note that somebody is there; while locked, empty whatever comes up."""
        if event.type() in _TOUCHES:
            self._touched = clock.monotonic()
        elif (
            self.locked
            and event.type() == QEvent.Type.Show
            and isinstance(watched, QWidget)
            and watched.isWindow()
            and watched not in (self._window, self._sheet)
        ):
            self._empty(watched)
            QTimer.singleShot(0, self._come_up)
        return super().eventFilter(watched, event)

    # locking

    def lock(self) -> bool:
        """Lock; False where no passphrase is set."""
        if self.locked:
            return True
        if self.lock_of() is None:
            return False
        self.locked = True
        self.watch()
        while (popup := QApplication.activePopupWidget()) is not None:
            popup.close()
        QToolTip.hideText()
        window = self._window
        self._focus = window.focusWidget()
        self._actions = [
            action
            for name, action in window.actions_.by_id.items()
            if action.isEnabled() and name != "quit"
        ]
        for action in self._actions:
            action.setEnabled(False)
        for widget in QApplication.topLevelWidgets():
            if widget is not window and widget.isVisible():
                self._empty(widget)
        self._frame = window.takeCentralWidget()
        if self._frame is not None:
            self._frame.hide()
            self._frame.setParent(None)
        from cmapp.ui.widgets.lock_page import LockPage

        self._page = LockPage(window)
        self._page.tried.connect(self._tried)
        window.setCentralWidget(self._page)
        self._page.field.setFocus(Qt.FocusReason.OtherFocusReason)
        app = QApplication.instance()
        assert app is not None
        app.installEventFilter(self)
        self._come_up()
        return True

    def _empty(self, widget: QWidget) -> None:
        """Hide what is in a dialog and what it is called; hiding itself would end it."""
        if any(widget is one for one, _, _ in self._emptied):
            return
        inside = [
            child
            for child in widget.children()
            if isinstance(child, QWidget) and not child.isWindow() and not child.isHidden()
        ]
        widget.setMinimumSize(widget.size())
        self._emptied.append((widget, widget.windowTitle(), inside))
        widget.setWindowTitle("cmapp")
        for child in inside:
            child.hide()

    def _come_up(self) -> None:
        """Where a dialog has the keys, stand over it: it would let nobody unlock."""
        modal = QApplication.activeModalWidget()
        if not self.locked or modal is None or modal is self._sheet or self._page is None:
            return
        if self._sheet is not None:
            self._page.setParent(None)
            self._sheet.deleteLater()
        self._sheet = _Over(modal)
        column = QVBoxLayout(self._sheet)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._page)
        self._page.show()
        self._sheet.open()
        self._page.field.setFocus()

    # opening

    def _tried(self, passphrase: str) -> None:
        path = self.path
        if path is None:
            return
        self._window.bridge.run(
            lambda: (screen_lock.opens(path, passphrase, clock.now()), screen_lock.load(path)),
            self._answered,
            call=True,
        )

    def _answered(self, found: tuple[bool, screen_lock.Lock | None]) -> None:
        right, lock = found
        if right or lock is None:
            self._open()
        elif self._page is not None:
            self._page.refuse(screen_lock.wait(lock, clock.now()))

    def _open(self) -> None:
        if not self.locked:
            return
        self.locked = False
        app = QApplication.instance()
        assert app is not None
        app.removeEventFilter(self)
        self._follow(QApplication.focusWindow())
        if self._page is not None:
            self._page.hide()
            self._page.setParent(None)
            self._page.deleteLater()
            self._page = None
        if self._sheet is not None:
            self._sheet.done(0)
            self._sheet.deleteLater()
            self._sheet = None
        if self._frame is not None:
            self._window.setCentralWidget(self._frame)
            self._frame.show()
            self._frame = None
        for widget, title, inside in self._emptied:
            with contextlib.suppress(RuntimeError):  # it may have gone meanwhile
                widget.setWindowTitle(title)
                widget.setMinimumSize(0, 0)
                for child in inside:
                    child.show()
        self._emptied = []
        for action in self._actions:
            action.setEnabled(True)
        self._actions = []
        self._touched = clock.monotonic()
        if self._focus is not None:
            with contextlib.suppress(RuntimeError):
                self._focus.setFocus(Qt.FocusReason.OtherFocusReason)
        self._window.look_around()


class _Over(QDialog):
    """Stands over a dialog that has the keys, and goes by the passphrase alone."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("cmapp")
        self.setModal(True)
        self.setMinimumSize(420, 460)

    def reject(self) -> None:
        """Stay."""
