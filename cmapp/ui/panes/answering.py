"""Beside the composer: suggestions for the item, saved replies, thank-yous, writing help.

One per inbox; lives on the window's thread. Looking things up is done on the reader's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from cmapp.ui import text
from cmapp.ui.bridge import Bridge
from cmapp.ui.desk import Desk
from cmapp.ui.panes.conversation import Conversation
from cmapp.ui.views import Thread, Written

PAUSE = 500
"""Milliseconds after the last key until a text is compared with earlier answers."""


class Answering(QObject):
    """Fills the strip and the composer of one conversation; `tell` is for the foot."""

    tell = Signal(str, object)

    def __init__(
        self,
        desk: Desk,
        bridge: Bridge,
        talk: Conversation,
        draft: Callable[[], int],
        sorry: Callable[[Exception], None],
    ) -> None:
        super().__init__(talk)
        self._desk, self._bridge, self._talk = desk, bridge, talk
        self._draft, self._sorry = draft, sorry
        self.leaving = True
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self._compare)
        talk.shown.connect(self._shown)
        talk.composer.typed.connect(self._typed)
        talk.composer.reply_asked.connect(self._begun)
        talk.composer.suggestion_asked.connect(talk.suggestions.offer)
        talk.suggestions.wanted.connect(self._put)

    def _item(self) -> str:
        return str(self._talk.thread_.item) if self._talk.thread_ is not None else ""

    # suggestions

    def _shown(self, thread: Thread | None) -> None:
        self._pause.stop()
        self._talk.suggestions.show_found({})
        if thread is None or not thread.can_reply:
            return
        item = str(thread.item)
        self._bridge.run(
            lambda: self._desk.look("answers.for_item", item=item, most=3),
            lambda found: self._found(item, found),
            lambda _error: None,  # a deed without words has no suggestions
            stream="suggestions",
        )

    def _found(self, item: str, found: Mapping[str, Any]) -> None:
        if self._item() == item:
            self._talk.suggestions.show_found(found)
            if self._talk.composer.written().text.strip():
                self._pause.start()

    def _typed(self, written: Written) -> None:
        if written.text.strip():
            self._pause.start()
        else:
            self._pause.stop()
            self._talk.suggestions.show_conflicts([])

    def _compare(self) -> None:
        item, words = self._item(), self._talk.composer.written().text
        if not item:
            return
        self._bridge.run(
            lambda: self._desk.look("answers.check", item=item, text=words),
            lambda found: self._compared(item, found),
            lambda _error: None,
            stream="conflicts",
        )

    def _compared(self, item: str, found: Mapping[str, Any]) -> None:
        if self._item() == item:
            self._talk.suggestions.show_conflicts(list(found.get("conflicts", [])))

    def _put(self, kind: str, what: str) -> None:
        if kind == "reply":
            self.use(what)
        else:
            self._talk.composer.insert(what)

    # saved replies

    def _begun(self, typed: str) -> None:
        """Offer the saved replies, unless what was typed begins no shortcut (a smiley does not)."""
        if not typed:
            self.pick()
            return
        self._bridge.run(
            lambda: self._desk.look("replies.list", query=";" + typed, limit=20),
            self._perhaps,
            stream="shortcut",
        )

    def _perhaps(self, found: Mapping[str, Any]) -> None:
        typed = self._talk.composer.begun_shortcut()
        begins = [r for r in found.get("replies", ()) if (r["shortcut"] or "").startswith(typed)]
        if typed and begins:
            self.pick(typed)

    def pick(self, typed: str = "") -> None:
        """Offer the saved replies."""
        if not self._item():
            return
        from cmapp.ui.dialogs.pick_reply import PickReply

        dialog = PickReply(self._desk, self._bridge, typed, self._talk.window())
        dialog.chosen.connect(self.use)
        dialog.words.connect(self._talk.composer.insert)
        dialog.open()

    def use(self, reply: str, answers: Mapping[str, str] | None = None) -> None:
        """Fill a saved reply in and put it into the composer, asking for what it wants to know."""
        item = self._item()
        self._bridge.run(
            lambda: self._desk.call(
                "replies.use",
                reply=reply,
                item=item,
                answers=dict(answers or {}),
                draft=str(self._draft()),
            ),
            lambda found: self._filled(item, reply, found, asked=answers is not None),
            self._sorry,
            call=True,
        )

    def _filled(self, item: str, reply: str, found: Mapping[str, Any], *, asked: bool) -> None:
        if self._item() != item:
            return
        if (found["questions"] or found["missing"]) and not asked:
            from cmapp.ui.dialogs.pick_reply import Gaps

            dialog = Gaps(found, self._talk.window())
            dialog.given.connect(lambda answers: self.use(reply, answers))
            dialog.open()
            return
        media = [(str(m["path"]), str(m.get("alt", ""))) for m in found["media"]]
        self._talk.composer.insert(found["text"], media)
        left = [*found["unknown"], *found["missing"], *found["questions"]]
        if left:
            names = ", ".join("{{" + n + "}}" for n in left)
            self.tell.emit(self.tr("Still open: {names}").format(names=names), None)

    # thank-yous and writing help

    def thank(self) -> None:
        """Send the person a thank-you that they never had; it can be taken back."""
        item = self._item()
        if not item:
            return
        self._bridge.run(
            lambda: self._desk.call("replies.thank", item=item, send=True, undo_delay=True),
            self._thanked,
            self._sorry,
            call=True,
        )

    def _thanked(self, answer: Mapping[str, Any]) -> None:
        back = answer["undo"]
        words = (
            self.tr("“{words}” leaves in {seconds} s")
            if self.leaving
            else self.tr("“{words}” is queued. It goes out when you are back online.")
        )
        self.tell.emit(
            words.replace(
                "{words}", text.isolated(answer["text"][:80].replace("{", "").replace("}", ""))
            ),
            lambda: self._bridge.run(
                lambda: self._desk.call(back["command"], **back["args"]),
                lambda _: None,
                self._sorry,
                call=True,
            ),
        )

    def help_write(self) -> None:
        """Ask the writing help about what stands in the composer."""
        if not self._item():
            return
        from cmapp.ui.dialogs.writing_help import WritingHelp

        composer = self._talk.composer
        dialog = WritingHelp(
            self._desk, self._bridge, self._item(), composer.written().text, self._talk.window()
        )
        dialog.taken.connect(self._replace)
        dialog.open()

    def _replace(self, words: str) -> None:
        """Put a suggestion in the place of the text; Ctrl+Z brings the text back."""
        editor = self._talk.composer.editor
        cursor = editor.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(words)
        editor.setFocus()
