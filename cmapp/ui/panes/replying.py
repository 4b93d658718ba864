"""What is written in a conversation: kept at each pause, queued, taken back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Signal

from cmapp.ui import text
from cmapp.ui.bridge import Bridge
from cmapp.ui.desk import Desk
from cmapp.ui.drafting import Drafting, images
from cmapp.ui.panes.conversation import Conversation
from cmapp.ui.views import OutboxItem, Situation, Written


class Replying(QObject):
    """The draft of the conversation that is shown. Belongs to one pane; lives on its thread."""

    tell = Signal(str, object)
    left = Signal()
    """The text has gone: the keys belong to the list again."""
    wanted = Signal()
    """A text came back into the composer that is shown: the keys belong there."""
    went = Signal(object)
    """The reply to this item is in the outbox."""
    leaves = Signal(str, object, int)
    """A reply is queued: the words, the way back, the seconds for that (0: as set)."""
    refused = Signal(object)
    """The reply to this item was not taken; its text is a draft."""
    back = Signal(object)
    """A text came back for an item that is not shown."""

    def __init__(
        self,
        desk: Desk,
        bridge: Bridge,
        drafting: Drafting,
        talk: Conversation,
        sorry: Callable[[Exception], None],
    ) -> None:
        super().__init__(talk)
        self._desk, self._bridge, self._drafting, self._talk = desk, bridge, drafting, talk
        self._sorry = sorry
        self.here = Situation()
        self.draft = 0
        self._sent: int | None = None
        talk.composer.typed.connect(self._note)
        talk.composer.paused.connect(self._keep)
        talk.composer.sent.connect(self._reply)

    def show(self, item: int, account: str) -> None:
        """Put the draft that answers an item into the composer."""
        self.draft, written = self._drafting.of_item(item, account)
        self._talk.composer.found.take_lists(self._desk.word_lists())
        self._talk.composer.put(written)

    def send(self) -> int | None:
        """Send what stands in the composer; return which item it answers, None where nothing is."""
        self._sent = None
        self._talk.composer.send()
        return self._sent

    def take(self, item: int, draft: int) -> None:
        """Let this draft be the one that answers an item."""
        self._talk.composer.keep()
        self._drafting.take(draft, item)

    def _ask(self, name: str, then: Callable[[dict[str, Any]], None], /, **args: Any) -> None:
        self._bridge.run(lambda: self._desk.call(name, **args), then, self._sorry, call=True)

    def _note(self, written: Written) -> None:
        if self._talk.thread_ is not None:
            self._drafting.note(self.draft, written, item=self._talk.thread_.item)

    def _keep(self, written: Written) -> None:
        if self._talk.thread_ is None:
            return
        item = self._talk.thread_.item
        self._drafting.keep(self.draft, written, item=item, saved=self._talk.composer.say_saved)

    def _reply(self, written: Written) -> None:
        thread = self._talk.thread_
        if thread is None:
            return
        draft, self._sent = self.draft, thread.item
        allow = self._talk.composer.allow()
        at = self._drafting.keep(
            draft, written, item=thread.item, saved=self._talk.composer.say_saved, hand_over=False
        )
        self._bridge.run(
            lambda: self._save_and_queue(draft, thread.item, written, at, allow),
            lambda answer: self._queued(answer, draft, thread.item, written),
            lambda error: self._not_queued(error, thread.item),
            call=True,
        )

    def _save_and_queue(
        self, draft: int, item: int, written: Written, at: int, allow: list[str]
    ) -> dict[str, Any]:
        place = {"item": str(item), "text": written.text}
        self._desk.call("drafts.save", id=str(draft), images=images(written), at=at, **place)
        return self._desk.call(
            "reply", draft=str(draft), images=images(written), undo_delay=True, allow=allow, **place
        )

    def _not_queued(self, error: Exception, item: int) -> None:
        self.refused.emit(item)
        if self._talk.thread_ is not None and self._talk.thread_.item == item:
            self._talk.composer.refused(getattr(error, "why", ""), getattr(error, "facts", {}))
        self._sorry(error)

    def _queued(self, answer: dict[str, Any], draft: int, item: int, written: Written) -> None:
        number, later = self._drafting.went(draft, written, item=item)
        if self._talk.thread_ is not None and self._talk.thread_.item == item:
            typed_on = bool(later.text or later.media)
            if self.draft == draft:
                self.draft = number
                if not typed_on:
                    self._talk.composer.put(later)
            self._talk.show_thread(self._desk.thread(item), newest=True)
            if not typed_on:
                self.left.emit()
        self.went.emit(item)
        row = answer.get("outbox") or {}
        seconds = 0
        if self.here.leaving:
            held = answer.get("held") or {}
            if held.get("heated"):
                words = self.tr("This thread is heated. Read it once more: leaves in {seconds} s")
            else:
                words = self.tr("Leaves in {seconds} s")
            seconds = int(held.get("seconds", 0))
        elif self.here.paused_since is not None:
            words = self.tr("Queued. It goes out when you resume sending.")
        elif self.here.flight_since is not None:
            words = self.tr("Queued. It goes out when you land.")
        else:
            words = self.tr("Queued. It goes out when you are back online.")
        made = text.now()
        self.leaves.emit(
            words, lambda: self._take_back(str(row.get("id")), item, written, made), seconds
        )

    def _take_back(self, row: str, item: int, written: Written, made_at: int) -> None:
        self._ask(
            "outbox.cancel",
            lambda answer: self._taken_back(answer, item, written, made_at),
            id=row,
        )

    def _taken_back(
        self, answer: dict[str, Any], item: int, written: Written, made_at: int
    ) -> None:
        self._talk.composer.keep()
        draft, written = self._drafting.came_back(answer, written, made_at=made_at)
        begun, other = self._drafting.of_item(item, written.account)
        self._drafting.keep(draft, written, item=item)
        shown = self._talk.thread_ is not None and self._talk.thread_.item == item
        if begun != draft and (other.text.strip() or other.media):
            # one answer has been begun here: the other waits its turn, and nothing is overwritten
            if shown:
                self._talk.show_thread(self._desk.thread(item))
            self.tell.emit(self.tr("Taken back. It stands under Write, with what is begun."), None)
            return
        self._drafting.take(draft, item)
        if shown:
            self.draft = draft
            self._talk.show_thread(self._desk.thread(item))
            self._talk.composer.put(written)
            self.wanted.emit()
        else:
            self.back.emit(item)

    def take_row_back(self, item: OutboxItem) -> None:
        """Take a reply of the conversation that is shown back out of the outbox."""
        if self._talk.thread_ is not None:
            media = tuple((m.url, m.alt) for m in item.media)
            written = Written(item.text, item.account, media)
            self._take_back(str(item.id), self._talk.thread_.item, written, item.made_at)

    def edit_again(self, item: OutboxItem, answer: dict[str, Any]) -> None:
        """Put a reply that was taken back into the composer."""
        if item.item is not None:
            media = tuple((m.url, m.alt) for m in item.media)
            written = Written(item.text, item.account, media)
            self._taken_back(answer, item.item, written, item.made_at)
