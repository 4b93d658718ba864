"""Every action once: the menus, the keys, the palette and the key map are made from this table."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLineEdit,
    QWidget,
)


class Said(str):
    """Words in the language of the window that remember how they stand in the source."""

    __slots__ = ("source",)
    source: str


def translate(context: str, source: str) -> Said:
    """Return the words for `source`; the palette finds an action by either."""
    words = Said(QCoreApplication.translate(context, source))
    words.source = source
    return words


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
    return [*_going(), *_views(), *_triage(), *_selecting(), *_looking(), *_planning(), *_rest()]


def _going() -> list[Deed]:
    go = translate("actions", "Go")
    return [
        Deed("inbox", translate("actions", "Inbox"), ("G, I",), go),
        Deed("write", translate("actions", "Write"), ("G, W",), go),
        Deed("calendar", translate("actions", "Calendar"), ("G, Q",), go, "plan schedule month"),
        Deed("people", translate("actions", "People"), ("G, P",), go, "contacts customers"),
        Deed("outbox", translate("actions", "Outbox"), ("G, O",), go),
        Deed("answers", translate("actions", "Answers"), ("G, S",), go, "saved replies knowledge"),
        Deed("accounts", translate("actions", "Accounts"), ("G, A",), go),
        Deed("landing", translate("actions", "Landing report"), ("G, L",), go),
        Deed("catch_up", translate("actions", "Catch up"), ("G, Z",), go, "digest away missed new"),
        Deed("look", translate("actions", "Review"), ("G, F",), go, "figures report digest"),
        Deed("insights", translate("actions", "Insights"), ("G, 6",), go, "charts dashboard kpi"),
        Deed("search", translate("actions", "Search"), ("/", "Ctrl+F"), go),
        Deed("media", translate("actions", "Media library"), ("G, G",), go, "pictures videos"),
        Deed("tasks", translate("actions", "Tasks"), ("G, T",), go, "todo calendar"),
        Deed("backups", translate("actions", "Backups"), (), go, "restore copy safety"),
        Deed("moderation_log", translate("actions", "Moderation log"), (), go, "blocked muted"),
        Deed("part", translate("actions", "Next part of the window"), ("F6",), go, "focus"),
        Deed("part_back", translate("actions", "Part before"), ("Shift+F6",), go, "focus"),
        Deed("narrower", translate("actions", "Narrower list"), ("[",), go, "splitter width"),
        Deed("wider", translate("actions", "Wider list"), ("]",), go, "splitter width"),
    ]


def _views() -> list[Deed]:
    views = translate("actions", "Views of the inbox")
    return [
        Deed("views", translate("actions", "Choose a view"), ("V",), views, "label search chip"),
        Deed("view.needs_reply", translate("actions", "Needs reply"), ("G, R",), views, "queue"),
        Deed("view.mention", translate("actions", "Mentions"), ("G, M",), views),
        Deed("view.comment", translate("actions", "Comments"), ("G, C",), views),
        Deed("view.message", translate("actions", "Messages"), ("G, D",), views, "direct dm"),
        Deed("view.likes", translate("actions", "Likes and shares"), ("G, K",), views, "repost"),
        Deed("view.quiet", translate("actions", "No reply needed"), ("G, N",), views, "thanks"),
        Deed("view.waiting", translate("actions", "Snoozed"), ("G, B",), views, "later waiting"),
        Deed("view.mine", translate("actions", "Assigned to me"), ("G, Y",), views),
        Deed("view.overdue", translate("actions", "Overdue"), ("G, H",), views, "late"),
        Deed(
            "view.unassigned", translate("actions", "Nobody's yet"), ("G, J",), views, "unassigned"
        ),
        Deed("view.vip", translate("actions", "VIP people"), ("G, V",), views),
        Deed("view.muted", translate("actions", "Muted"), ("G, U",), views),
        Deed("view.done", translate("actions", "Done ones"), ("G, E",), views, "archive"),
        Deed("view.all", translate("actions", "All"), ("G, X",), views, "everything"),
    ]


def _triage() -> list[Deed]:
    item = translate("actions", "Conversation")
    return [
        Deed("next", translate("actions", "Next"), ("J",), item),
        Deed("previous", translate("actions", "Previous"), ("K",), item),
        Deed("reply", translate("actions", "Reply"), ("R", "Return"), item),
        Deed("saved", translate("actions", "Saved reply"), (";", "Ctrl+;"), item, "macro canned"),
        Deed("thank", translate("actions", "Say thank you"), ("Shift+T",), item, "praise"),
        Deed("done", translate("actions", "Done"), ("E",), item, "archive finish close reopen"),
        Deed("snooze", translate("actions", "Snooze"), ("B", "H"), item, "later remind wait"),
        Deed("label", translate("actions", "Label"), ("L",), item, "tag"),
        Deed("assign", translate("actions", "Assign"), ("A",), item, "owner colleague"),
        Deed("raise", translate("actions", "Raise priority"), ("!",), item, "urgent high"),
        Deed("lower", translate("actions", "Lower priority"), ("-",), item, "low"),
        Deed("vip", translate("actions", "VIP, or no longer"), ("S",), item, "star person"),
        Deed("stage", translate("actions", "Stage of a person"), ("Shift+S",), item, "lifecycle"),
        Deed("mute", translate("actions", "Mute the conversation"), ("M",), item, "silence"),
        Deed("note", translate("actions", "Private note"), ("N",), item, "comment internal"),
        Deed("like", translate("actions", "Like"), ("Shift+L",), item, "favourite heart"),
        Deed("moderate", translate("actions", "Moderate"), ("Shift+M",), item, "hide block report"),
        Deed(
            "suggest", translate("actions", "Register as a suggestion"), ("I",), item, "idea wish"
        ),
        Deed("correct", translate("actions", "Correct the verdict"), ("W",), item, "wrong signal"),
        Deed("task", translate("actions", "Make a task"), ("T",), item, "todo remind"),
        Deed(
            "share",
            translate("actions", "Hand the conversation on as a file"),
            (),
            item,
            "share export html pdf",
        ),
        Deed(
            "share_hidden",
            translate("actions", "Hand the conversation on without names"),
            (),
            item,
            "share anonymous html pdf",
        ),
        Deed(
            "away", translate("actions", "Put in the away text"), (), item, "out of office absent"
        ),
        Deed("open", translate("actions", "Open on the platform"), ("O",), item, "web browser"),
        Deed("page_down", translate("actions", "Read on"), ("Space",), item, "scroll"),
        Deed("page_up", translate("actions", "Read back"), ("Shift+Space",), item, "scroll"),
        Deed("undo", translate("actions", "Undo"), ("U", "Z", "Ctrl+Z"), item, "take back"),
    ]


def _selecting() -> list[Deed]:
    select = translate("actions", "Selection")
    return [
        Deed("select", translate("actions", "Select, or no longer"), ("X",), select, "mark"),
        Deed("extend", translate("actions", "Select down to the next"), ("Shift+J",), select),
        Deed(
            "extend_up", translate("actions", "Select up to the one before"), ("Shift+K",), select
        ),
        Deed("select_all", translate("actions", "Select all in this view"), ("*",), select, "bulk"),
        Deed("alike", translate("actions", "Select all that are like it"), ("=",), select, "same"),
        Deed("unselect", translate("actions", "Select nothing"), ("Escape",), select, "clear"),
    ]


def _looking() -> list[Deed]:
    back = translate("actions", "Review")
    return [
        Deed("look.figures", translate("actions", "Our figures"), ("G, 1",), back, "response time"),
        Deed("look.week", translate("actions", "Digest of the week"), ("G, 2",), back, "themes"),
        Deed("look.suggestions", translate("actions", "Suggestions"), ("G, 3",), back, "register"),
        Deed("look.rules", translate("actions", "Rules"), ("G, 4",), back, "automation filter"),
        Deed("look.live", translate("actions", "Live chats"), ("G, 5",), back, "stream danmaku"),
        Deed("rule", translate("actions", "New rule"), (), back, "automation filter search"),
        Deed("words", translate("actions", "Word lists"), (), back, "watch sensitive insult"),
        Deed("sheets", translate("actions", "Brand and norms"), (), back, "cadence audience tone"),
    ]


def _planning() -> list[Deed]:
    plan = translate("actions", "Calendar")
    return [
        Deed("cal.series", translate("actions", "Series"), (), plan, "recurring repeat again"),
        Deed("cal.slots", translate("actions", "Slots"), (), plan, "queue posting times"),
        Deed(
            "cal.campaigns", translate("actions", "Campaigns and pillars"), (), plan, "colour utm"
        ),
        Deed("cal.best", translate("actions", "Best times"), (), plan, "hour weekday heatmap"),
        Deed("cal.import", translate("actions", "Import a plan"), (), plan, "csv xlsx table"),
        Deed("cal.export", translate("actions", "Export the plan"), (), plan, "csv xlsx table"),
    ]


def _rest() -> list[Deed]:
    write, out, view, app = (
        translate("actions", "Write"),
        translate("actions", "Send and receive"),
        translate("actions", "View"),
        translate("actions", "cmapp"),
    )
    return [
        Deed("new", translate("actions", "New post"), ("C", "Ctrl+N"), write, "compose"),
        Deed(
            "log_contact",
            translate("actions", "Log a contact"),
            ("Shift+C",),
            write,
            "phone shop letter by hand",
        ),
        Deed("review", translate("actions", "Review drafts"), ("Ctrl+Shift+D",), write, "approve"),
        Deed(
            "writing_help",
            translate("actions", "Writing help"),
            ("Ctrl+Shift+H",),
            write,
            "model shorter translate",
        ),
        Deed("send", translate("actions", "Send or queue, and go on"), ("Ctrl+Return",), write),
        Deed("send_stay", translate("actions", "Send and stay"), ("Ctrl+Shift+Return",), write),
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
        Deed(
            "hours",
            translate("actions", "Office hours"),
            (),
            app,
            "holidays deadline target time zone calendar sla",
        ),
        Deed("doctor", translate("actions", "Check this profile"), (), app, "doctor disk keyring"),
        Deed(
            "lock",
            translate("actions", "Lock the window"),
            ("Ctrl+Shift+L",),
            app,
            "passphrase hide privacy screen",
        ),
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
        # by name: a class that Python has not met yet takes time to meet (T1)
        typing = isinstance(new, QLineEdit) or _is(new, "QPlainTextEdit", "QTextEdit")
        pressing = isinstance(new, QAbstractButton) or _is(new, "QComboBox")
        if (typing, pressing) == (self._typing, self._pressing):
            return
        self._typing, self._pressing = typing, pressing
        for deed in self.table:
            action = self.by_id.get(deed.id)
            if action is not None and deed.keys:
                kept = [
                    k
                    for k in deed.keys
                    if not (typing and _plain(k)) and not (pressing and k in _PRESSING)
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


_PRESSING = ("Return", "Space", "Shift+Space")
"""What a button that has the keys answers to itself."""


def _plain(key: str) -> bool:
    """Tell whether a key belongs to the text where one is written."""
    named = key.startswith(("Ctrl+", "Alt+")) or key.removeprefix("Shift+").startswith("F")
    return key == "Ctrl+Z" or key == "F" or not named


_CAPS = {"Return": "↵", "Escape": "Esc", "Shift": "⇧"}


def shown_key(deed: Deed) -> str:
    """Return how the first key of an action is written on a keycap."""
    return keycap(deed.keys[0]) if deed.keys else ""


def keycap(key: str) -> str:
    """Return how a key is written on a keycap."""
    shown = key
    for name, cap in _CAPS.items():
        shown = shown.replace(name, cap)
    shown = shown.replace(", ", " ").replace("+", " ") if len(shown) > 1 else shown
    return shown if " " in shown or len(shown) > 1 else shown.lower()


def _is(widget: QWidget | None, *classes: str) -> bool:
    return widget is not None and any(widget.inherits(name) for name in classes)
