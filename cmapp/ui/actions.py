"""Every action once: the menus, the keys, the palette and the key map are made from this table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Deed:
    """One action: its id, its words, its keys (the first is the one that is shown), its menu."""

    id: str
    words: str
    keys: tuple[str, ...] = ()
    group: str = ""
    also: str = ""


def deeds() -> list[Deed]:
    """Return all actions in the order of the menus. `also` are further words to find it by."""
    go, item, write, out, view, app = (
        translate("actions", "Go"),
        translate("actions", "Conversation"),
        translate("actions", "Write"),
        translate("actions", "Send and receive"),
        translate("actions", "View"),
        translate("actions", "cmapp"),
    )
    return [
        Deed("inbox", translate("actions", "Inbox"), ("G, I",), go),
        Deed("write", translate("actions", "Write"), ("G, W",), go),
        Deed("outbox", translate("actions", "Outbox"), ("G, O",), go),
        Deed("accounts", translate("actions", "Accounts"), ("G, A",), go),
        Deed("landing", translate("actions", "Landing report"), ("G, L",), go),
        Deed("search", translate("actions", "Search"), ("/", "Ctrl+F"), go),
        Deed("next", translate("actions", "Next"), ("J",), item),
        Deed("previous", translate("actions", "Previous"), ("K",), item),
        Deed("reply", translate("actions", "Reply"), ("R", "Return"), item),
        Deed("open", translate("actions", "Open on the platform"), ("O",), item, "web browser"),
        Deed("done", translate("actions", "Done"), ("E",), item, "archive finish"),
        Deed("undo", translate("actions", "Undo"), ("U",), item, "take back"),
        Deed("new", translate("actions", "New post"), ("C", "Ctrl+N"), write, "compose"),
        Deed("send", translate("actions", "Send or queue"), ("Ctrl+Return",), write),
        Deed("sync", translate("actions", "Fetch now"), ("F5",), out, "sync refresh"),
        Deed(
            "flight",
            translate("actions", "Flight mode"),
            ("Ctrl+Shift+F",),
            out,
            "offline travel land",
        ),
        Deed(
            "panic",
            translate("actions", "Pause everything outgoing"),
            ("Ctrl+Shift+P",),
            out,
            "panic stop resume",
        ),
        Deed("connect", translate("actions", "Connect an account"), (), out, "add sign in"),
        Deed("light", translate("actions", "Light theme"), (), view),
        Deed("dark", translate("actions", "Dark theme"), (), view),
        Deed("system", translate("actions", "Follow the system's theme"), (), view),
        Deed("palette", translate("actions", "All actions"), ("Ctrl+K",), app, "command palette"),
        Deed("help", translate("actions", "Help"), ("F1",), app, "manual guide"),
        Deed("keys", translate("actions", "Keyboard shortcuts"), ("?",), app, "help"),
        Deed("settings", translate("actions", "Settings"), ("Ctrl+,",), app, "preferences"),
        Deed("about", translate("actions", "About cmapp"), (), app),
        Deed("quit", translate("actions", "Quit"), ("Ctrl+Q",), app),
    ]


class Actions(QObject):
    """The QActions of one window. Letters are left alone while a text field has the keys.

    A button that has the keys answers to Return as it does to the space bar.
    """

    def __init__(self, window: QWidget, do: dict[str, Callable[[], None]]) -> None:
        super().__init__(window)
        self._typing = self._pressing = False
        self.table = deeds()
        self.by_id: dict[str, QAction] = {}
        for deed in self.table:
            action = QAction(deed.words, window)
            action.setObjectName(f"action.{deed.id}")
            action.setShortcuts([QKeySequence(key) for key in deed.keys])
            action.setShortcutContext(Qt.ShortcutContext.WindowShortcut)
            run = do.get(deed.id)
            if run is None:
                continue
            action.triggered.connect(lambda _=False, r=run: r())
            window.addAction(action)
            self.by_id[deed.id] = action
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if isinstance(old, QAbstractButton):
            old.removeEventFilter(self)
        if isinstance(new, QAbstractButton):
            new.installEventFilter(self)
        typing = isinstance(new, QLineEdit | QPlainTextEdit | QTextEdit)
        pressing = isinstance(new, QAbstractButton | QComboBox)
        if (typing, pressing) == (self._typing, self._pressing):
            return
        self._typing, self._pressing = typing, pressing
        for deed in self.table:
            action = self.by_id.get(deed.id)
            if action is not None and deed.keys:
                kept = [
                    k
                    for k in deed.keys
                    if not (typing and _plain(k)) and not (pressing and k == "Return")
                ]
                action.setShortcuts([QKeySequence(key) for key in kept])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Press the button that has the keys; Qt does so in dialogs alone, and for one button."""
        if (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and isinstance(watched, QAbstractButton)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers()
            in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        ):
            watched.click()
            return True
        return super().eventFilter(watched, event)

    def words(self, deed: str) -> str:
        """Return an action's words."""
        return next(d.words for d in self.table if d.id == deed)


def _plain(key: str) -> bool:
    return not key.startswith(("Ctrl+", "F1", "F5", "Alt+"))


def shown_key(deed: Deed) -> str:
    """Return how the first key of an action is written on a keycap."""
    if not deed.keys:
        return ""
    key = deed.keys[0].replace("Return", "↵").replace(", ", " ").replace("+", " ")
    return key if " " in key or len(key) > 1 else key.lower()
