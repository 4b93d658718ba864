"""Going through all drafts, one after the other: approve, change, skip, throw away."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from cmapp.ui import look, text
from cmapp.ui.bridge import Bridge
from cmapp.ui.desk import Desk
from cmapp.ui.dialogs.frame import Sheet
from cmapp.ui.drafting import Drafting, images
from cmapp.ui.views import AccountView, DraftView, Written
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.composer import measure
from cmapp.ui.widgets.label import Label


class ReviewDrafts(Sheet):
    """One draft at a time, with what it answers. `tell` says what was done, with the way back."""

    tell = Signal(str, object)

    def __init__(
        self, desk: Desk, bridge: Bridge, drafting: Drafting, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        self._desk, self._bridge, self._drafting = desk, bridge, drafting
        self.drafts = [d for d in desk.drafts() if d.text.strip() or d.media]
        self._accounts: dict[str, AccountView] = {a.id: a for a in desk.accounts()}
        self._at = 0
        self.gone: set[str] = set()
        """The drafts that were queued or thrown away."""
        self.head.setText(self.tr("Review drafts"))
        self.setWindowTitle(self.tr("Review drafts"))
        self.about = Label("", self, size="strong", wrap=True)
        self.question = Label("", self, tone="muted", wrap=True)
        self.editor = QPlainTextEdit(self)
        self.editor.setAccessibleName(self.tr("Draft"))
        self.editor.setFont(look.font(13.5))
        self.editor.setProperty("boxed", "true")
        self.editor.setTabChangesFocus(True)
        self.editor.setMinimumHeight(150)
        self.editor.textChanged.connect(self._measure)
        self.state = Label("", self, size="second", tone="muted", wrap=True)
        for part in (self.about, self.question, self.editor, self.state):
            self.body.addWidget(part)
        self.away = self._step(self.tr("Throw away"), self._drop, "Ctrl ⌫")
        self.back = self._step(self.tr("Back"), lambda: self._go(-1), "Alt ←")
        self.skip = self._step(self.tr("Skip"), lambda: self._go(1), "Alt →")
        self.queue = self._step(self.tr("Queue"), self._queue, "Ctrl ↵", kind="primary")
        self.close_ = self.step(self.tr("Close"), kind="primary")
        self.close_.clicked.connect(self.reject)
        self._keys = {
            (Qt.Key.Key_Backspace, Qt.KeyboardModifier.ControlModifier): self.away,
            (Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier): self.back,
            (Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier): self.skip,
            (Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier): self.queue,
        }
        self.editor.installEventFilter(self)
        self.setMinimumWidth(620)
        self._show()

    def _step(
        self, words: str, do: Callable[[], None], shown: str, *, kind: str = "plain"
    ) -> Button:
        button = Button(words, self, kind=kind, key=shown)
        button.clicked.connect(do)
        self.foot.addWidget(button)
        return button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button that a key stands on."""
        if not self._press(event):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take these keys from the text, too."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(event)
        return super().eventFilter(watched, event)

    def _press(self, event: QKeyEvent) -> bool:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        button = self._keys.get((Qt.Key(event.key()), plain))
        if button is not None and button.isEnabled() and button.isVisible():
            button.click()
        return button is not None

    def _draft(self) -> DraftView | None:
        return self.drafts[self._at] if 0 <= self._at < len(self.drafts) else None

    def _show(self) -> None:
        draft = self._draft()
        for part in (self.about, self.question, self.editor, self.away, self.queue, self.skip):
            part.setVisible(draft is not None)
        self.back.setEnabled(self._at > 0)
        self.close_.setVisible(draft is None)
        if draft is None:
            self.close_.setFocus(Qt.FocusReason.OtherFocusReason)
            self.say(self.tr("That was the last one.") if self.gone or self.drafts
                     else self.tr("There are no drafts."))  # fmt: skip
            self.state.setText("")
            return
        self.say(self.tr("{n} of {all}").format(n=self._at + 1, all=len(self.drafts)))
        account = self._accounts.get(draft.account)
        place = text.platform(account.platform) if account else ""
        to = (
            self.tr("To {name}").format(name=text.isolated(draft.to_name))
            if draft.to_name
            else self.tr("A post of its own")
        )
        self.about.setText(" · ".join(p for p in (to, place) if p))
        thread = self._desk.thread(draft.item) if draft.item is not None else None
        asked = next((p.text for p in thread.posts if p.focus), "") if thread else ""
        self.question.setText(" ".join(asked.split())[:400])
        self.question.setVisible(bool(asked))
        self.editor.setPlainText(draft.text)
        self.editor.moveCursor(self.editor.textCursor().MoveOperation.End)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._measure()

    def _measure(self) -> None:
        draft = self._draft()
        if draft is None:
            return
        account = self._accounts.get(draft.account)
        words = self.editor.toPlainText()
        found = measure(words, account.limits) if account else ()
        over = any(m.over for m in found)
        self.state.setText(" · ".join(f"{m.used} / {m.limit} {m.words}" for m in found))
        self.state.set_tone("bad" if over else "muted")
        self.queue.setEnabled(bool(account and not over and (words.strip() or draft.media)))

    def _written(self, draft: DraftView) -> Written:
        return Written(self.editor.toPlainText(), draft.account, draft.media)

    def _keep(self) -> None:
        """Keep what was changed before another draft is shown."""
        draft = self._draft()
        if draft is not None and self.editor.toPlainText() != draft.text:
            written = self._written(draft)
            self._drafting.keep(int(draft.id), written, item=draft.item)
            self.drafts[self._at] = DraftView(
                draft.id, draft.account, draft.item, written.text, text.now(), draft.to_name,
                draft.media,
            )  # fmt: skip

    def _go(self, step: int) -> None:
        self._keep()
        self._at = max(0, min(len(self.drafts), self._at + step))
        self._show()

    def _gone(self, draft: DraftView) -> None:
        self.gone.add(draft.id)
        self.drafts = [d for d in self.drafts if d.id != draft.id]
        self._at = min(self._at, len(self.drafts))
        self._show()

    def _queue(self) -> None:
        draft = self._draft()
        if draft is None or not self.queue.isEnabled():
            return
        self._keep()
        draft = self.drafts[self._at]
        written = self._written(draft)
        at = self._drafting.keep(int(draft.id), written, item=draft.item, hand_over=False)
        self.queue.setEnabled(False)
        self._bridge.run(
            lambda: self._send(draft, written, at),
            lambda answer: self._queued(draft, written, answer),
            self._sorry,
            call=True,
        )

    def _send(self, draft: DraftView, written: Written, at: int) -> dict[str, Any]:
        what: dict[str, Any] = {"text": written.text}
        what |= {"item": str(draft.item)} if draft.item is not None else {"account": draft.account}
        self._desk.call("drafts.save", id=draft.id, images=images(written), at=at, **what)
        name = "reply" if draft.item is not None else "post"
        return self._desk.call(
            name, draft=draft.id, images=images(written), undo_delay=True, **what
        )

    def _queued(self, draft: DraftView, written: Written, answer: dict[str, Any]) -> None:
        self._drafting.went(int(draft.id), written, item=draft.item)
        way = answer.get("undo") or {}
        self.tell.emit(
            self.tr("Queued"),
            lambda: self._bridge.run(
                lambda: self._desk.call(way["command"], **way["args"]),
                lambda _: None,
                self._sorry,
                call=True,
            ),
        )
        self._gone(draft)

    def _drop(self) -> None:
        draft = self._draft()
        if draft is None:
            return
        back = Written(draft.text, draft.account, draft.media)
        self._drafting.over(int(draft.id), draft.item)
        self._bridge.run(
            lambda: self._desk.call("drafts.delete", id=draft.id),
            lambda _: self.tell.emit(
                self.tr("Draft thrown away"),
                lambda: self._drafting.keep(int(draft.id), back, item=draft.item),
            ),
            self._sorry,
            call=True,
        )
        self._gone(draft)

    def _sorry(self, error: Exception) -> None:
        self.state.setText(text.failed(error, self.tr("That did not work. Your text is safe.")))
        self.state.set_tone("bad")
        self.queue.setEnabled(True)

    def reject(self) -> None:
        """Keep what was changed, and close."""
        self._keep()
        super().reject()
