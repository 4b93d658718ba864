"""Write a post of its own: choose the account, write, send; what was begun stands under it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmapp.ui import text
from cmapp.ui.bridge import Bridge
from cmapp.ui.desk import Desk
from cmapp.ui.drafting import Drafting, images
from cmapp.ui.views import DraftView, OutboxItem, Situation, Written
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.card import Card
from cmapp.ui.widgets.composer import Composer
from cmapp.ui.widgets.label import Elided, Label
from cmapp.ui.widgets.page import Page


class _DraftLine(Card):
    """One draft that waits to be gone on with."""

    asked = Signal(str)

    def __init__(self, draft: DraftView, parent: QWidget) -> None:
        super().__init__(parent, radius=10)
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 8, 8, 8)
        line.setSpacing(12)
        words = " ".join(draft.text.split())[:300]
        name = draft.to_name and self.tr("To {name}").format(name=draft.to_name)
        if name:
            line.addWidget(Label(name[:60], self, size="strong"))
        line.addWidget(Elided(words, self), 1)
        line.addWidget(Label(text.ago(draft.saved_at), self, size="second", tone="muted"))
        on = Button(self.tr("Go on"), self, small=True)
        on.clicked.connect(lambda: self.asked.emit("open"))
        away = Button(self.tr("Throw away"), self, kind="quiet", small=True)
        away.clicked.connect(lambda: self.asked.emit("delete"))
        line.addWidget(on)
        line.addWidget(away)
        self.setAccessibleName(words)


class WritePane(Page):
    """A composer on top, drafts under it."""

    tell = Signal(str, object)
    draft_asked = Signal(object, object)
    review_asked = Signal()

    def __init__(
        self, desk: Desk, bridge: Bridge, drafting: Drafting, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self.title.setText(self.tr("Write"))
        self._desk, self._bridge, self._drafting = desk, bridge, drafting
        self._here = Situation()
        self._draft = drafting.fresh()
        self._drafts: list[DraftView] | None = None
        holder = QWidget(self.inside)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        self.composer = Composer(holder, tall=True)
        self.composer.editor.setPlaceholderText(self.tr("What would you like to say?"))
        self.composer.editor.setAccessibleName(self.tr("Your post"))
        self.composer.typed.connect(lambda written: self._drafting.note(self._draft, written))
        self.composer.paused.connect(self._keep)
        self.composer.sent.connect(self._publish)
        self.composer.escaped.connect(lambda: self.setFocus())
        column.addWidget(self.composer)
        outer = self.inside.layout()
        self._holder = holder
        assert outer is not None
        self._list = QWidget(self.inside)
        self._lines = QVBoxLayout(self._list)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(8)
        self.column.addWidget(holder)
        self.column.addWidget(self._list)
        self.show_situation(self._here)
        self.arrived()

    def arrived(self) -> None:
        """Be fresh when shown."""
        accounts = [a for a in self._desk.accounts() if not a.can.get("publish", "")]
        self.composer.show_accounts(accounts, self.composer.account_id())
        self.composer.found.take_lists(self._desk.word_lists())
        self.say_under(
            self.tr("Kept at every pause, on this machine, until you send it.")
            if accounts
            else self.tr("Connect an account first; what you write is kept until then.")
        )
        self._fill()

    def begin(self) -> None:
        """Give the keys to the composer."""
        self.composer.editor.setFocus()

    def refresh(self, topics: frozenset[str]) -> None:
        """Ask again for what changed."""
        if topics & {"drafts", "accounts"}:
            self._fill()

    def show_situation(self, here: Situation) -> None:
        """Name the button after what will happen."""
        self._here = here
        if here.leaving:
            self.composer.set_button(self.tr("Publish"), self.tr("Leaves after a moment"))
        else:
            self.composer.set_button(self.tr("Queue post"), self.tr("Goes out when you are back"))

    def _fill(self) -> None:
        drafts = [d for d in self._desk.drafts() if d.text.strip() and int(d.id) != self._draft]
        if drafts == self._drafts:
            return
        self._drafts = drafts
        while self._lines.count():
            part = self._lines.takeAt(0)
            old = part.widget() if part is not None else None
            if old is not None:
                old.hide()
                old.deleteLater()
        if drafts:
            head = QWidget(self._list)
            line = QHBoxLayout(head)
            line.setContentsMargins(0, 0, 0, 0)
            line.addWidget(Label(self.tr("Begun"), head, size="title"), 1)
            review = Button(self.tr("Review drafts"), head, small=True)
            review.clicked.connect(self.review_asked)
            line.addWidget(review)
            self._lines.addWidget(head)
        for draft in drafts[:50]:
            one = _DraftLine(draft, self._list)
            one.asked.connect(lambda verb, d=draft: self._do(verb, d))
            self._lines.addWidget(one)

    def _do(self, verb: str, draft: DraftView) -> None:
        if verb == "open" and draft.item is not None:
            self.draft_asked.emit(draft.item, int(draft.id))
        elif verb == "open":
            self.composer.keep()
            self._draft = int(draft.id)
            self._drafting.take(self._draft, None, draft.saved_at)
            self.composer.put(Written(draft.text, draft.account, draft.media))
            self.composer.who.setCurrentIndex(max(0, self.composer.who.findData(draft.account)))
            self._drafts = None
            self._fill()
            self.begin()
        else:
            self._drafting.over(int(draft.id), draft.item)
            self._command("drafts.delete", lambda _: self._deleted(draft), id=draft.id)

    def draft_changed(self, gone: set[str]) -> None:
        """Put the draft in as it stands now; begin another where it went."""
        written = self._drafting.text_of(self._draft)
        if str(self._draft) in gone:
            self._draft = self._drafting.fresh()
            written = Written("", self.composer.account_id())
        if written is not None:
            self.composer.put(written)
        self._drafts = None
        self._fill()

    def _deleted(self, draft: DraftView) -> None:
        self._fill()
        back = Written(draft.text, draft.account, draft.media)
        self.tell.emit(
            self.tr("Draft thrown away"),
            lambda: self._drafting.keep(int(draft.id), back, item=draft.item),
        )

    def _command(self, name: str, then: Any, /, **args: Any) -> None:
        self._bridge.run(lambda: self._desk.call(name, **args), then, self._sorry, call=True)

    def _sorry(self, error: Exception) -> None:
        words = text.failed(error, self.tr("That did not work. Your text is safe."))
        self.tell.emit(words, None)

    def _keep(self, written: Written) -> None:
        self._drafting.keep(self._draft, written, saved=self.composer.say_saved)

    def _publish(self, written: Written) -> None:
        draft, allow = self._draft, self.composer.allow()
        at = self._drafting.keep(draft, written, saved=self.composer.say_saved, hand_over=False)
        self._bridge.run(
            lambda: self._save_and_queue(draft, written, at, allow),
            lambda answer: self._queued(answer, written, draft),
            self._not_queued,
            call=True,
        )

    def _not_queued(self, error: Exception) -> None:
        self.composer.refused(getattr(error, "why", ""), getattr(error, "facts", {}))
        self._sorry(error)

    def _save_and_queue(
        self, draft: int, written: Written, at: int, allow: list[str]
    ) -> dict[str, Any]:
        what = {"account": written.account, "text": written.text}
        self._desk.call("drafts.save", id=str(draft), images=images(written), at=at, **what)
        return self._desk.call(
            "post", draft=str(draft), images=images(written), undo_delay=True, allow=allow, **what
        )

    def edit_again(self, item: OutboxItem, answer: dict[str, Any]) -> None:
        """Put a post that was taken back into the composer."""
        media = tuple((m.url, m.alt) for m in item.media)
        self._taken_back(answer, Written(item.text, item.account, media), item.made_at)

    def _taken_back(self, answer: dict[str, Any], written: Written, made_at: int) -> None:
        self.composer.keep()
        draft, written = self._drafting.came_back(answer, written, made_at=made_at)
        begun = self.composer.written()
        self._drafting.keep(draft, written)
        if draft != self._draft and (begun.text.strip() or begun.media):
            self.tell.emit(self.tr("Taken back. It stands below, with what is begun."), None)
            return
        self._draft = draft
        self.composer.put(written)
        self.composer.who.setCurrentIndex(max(0, self.composer.who.findData(written.account)))
        self.begin()

    def _queued(self, answer: dict[str, Any], written: Written, draft: int) -> None:
        number, later = self._drafting.went(draft, written)
        if self._draft == draft:
            self._draft = number
            if not later.text and not later.media:
                self.composer.put(later)
        row = str((answer.get("outbox") or {}).get("id"))
        words = (
            self.tr("Leaves in {seconds} s")
            if self._here.leaving
            else self.tr("Queued. It goes out when you are back online.")
        )
        made = text.now()
        self.tell.emit(words, lambda: self._take_back(row, written, made))

    def _take_back(self, row: str, written: Written, made_at: int) -> None:
        self._command(
            "outbox.cancel", lambda answer: self._taken_back(answer, written, made_at), id=row
        )
