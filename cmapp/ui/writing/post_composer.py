"""Where a post is written: for which accounts, in which words for each, with what beside them."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QElapsedTimer, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cmapp.ui.views import AccountView, Written
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.composing import NO_PAUSE, PAUSE, Composing
from cmapp.ui.widgets.found import Found
from cmapp.ui.widgets.label import Label
from cmapp.ui.writing.account_chips import AccountChips
from cmapp.ui.writing.measuring import Measured, look_over
from cmapp.ui.writing.meters import Meters
from cmapp.ui.writing.options_bar import OptionsBar
from cmapp.ui.writing.pictures import Pictures
from cmapp.ui.writing.piece import COMMON, Key, Piece, Wording, piece_of
from cmapp.ui.writing.poll_editor import PollEditor
from cmapp.ui.writing.post_editor import SHORT, PostEditor
from cmapp.ui.writing.wording_tabs import TabView, WordingTabs

PICTURES = "*.png *.jpg *.jpeg *.webp *.gif *.mp4 *.mov *.webm"
Run = Callable[[Callable[[], Any], Callable[[Any], None]], None]


class PostComposer(Composing):
    """Where a post is written; see `Composing`."""

    editor: PostEditor
    measured = Signal(object)
    """The piece was looked over: a `Measured`."""
    told = Signal(str)
    """Something that one should know: what could not be attached."""
    library_asked = Signal()
    emoji_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.piece = Piece()
        self.key: Key = COMMON
        self.found_out = Measured((), (), None, {})
        self.run: Run = lambda work, then: then(work())
        """How a long text is looked over: off the window's thread."""
        self._accounts: dict[str, AccountView] = {}
        self.when = ""
        """For when it is planned, in words; the preview says it."""
        self.usual: tuple[str, ...] = ()
        """The accounts that a fresh piece goes out from; the first one where there is none."""
        self._aside: dict[str, tuple[Wording, ...]] = {}
        self._last = Written("", "")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(8)
        self.chips = AccountChips(self)
        self.chips.toggled.connect(self.toggle)
        self.tabs = WordingTabs(self)
        self.tabs.chosen.connect(self.show_key)
        self.flow = self._flow_line()
        self.spoiler = QLineEdit(self)
        self.spoiler.setPlaceholderText(self.tr("Content warning: shown before the text"))
        self.spoiler.setAccessibleName(self.tr("Content warning"))
        self.spoiler.textEdited.connect(lambda words: self._option("spoiler", words))
        self.editor = PostEditor(self)
        self.pictures = Pictures(self)
        self.pictures.changed.connect(self._pictured)
        self.poll = PollEditor(self)
        self.poll.changed.connect(lambda poll: self._option("poll", poll))
        self.first_comment = QLineEdit(self)
        self.first_comment.setPlaceholderText(self.tr("First comment, posted right under it"))
        self.first_comment.setAccessibleName(self.tr("First comment"))
        self.first_comment.textEdited.connect(lambda words: self._option("first_comment", words))
        self.found = Found(self)
        self.options = OptionsBar(self)
        self.options.changed.connect(self._option)
        self.options.asked.connect(self._asked)
        self.meters = Meters(self)
        for part in (
            self.chips, self.tabs, self.flow, self.spoiler, self.editor, self.pictures, self.poll,
            self.first_comment, self.found, self.options, self.meters,
        ):  # fmt: skip
            column.addWidget(part)
        self._column = column
        self.foot = QHBoxLayout()
        self.foot.setSpacing(10)
        self.saved = Label("", self, size="second", tone="muted")
        self.button = Button(self.tr("Publish"), self, kind="primary", key="Ctrl ↵")
        self.button.clicked.connect(self.send)
        self.foot.addWidget(self.saved)
        self.foot.addStretch(1)
        self.foot.addWidget(self.button)
        column.addLayout(self.foot)
        self._clock = self._timer(PAUSE, self.keep)
        self._look = self._timer(PAUSE, self._look_over)
        self._begun = QElapsedTimer()
        self._begun.start()
        self.editor.textChanged.connect(self._typed)
        self.editor.left.connect(self.keep)
        self.editor.dropped.connect(self._attach_all)
        self.editor.pictured.connect(self._paste)
        self.editor.installEventFilter(self)
        for number in range(1, 10):
            self._key(f"Alt+{number}", partial(self._toggle_nth, number))
        self._key("Ctrl+PgDown", lambda: self.tabs.step(1))
        self._key("Ctrl+PgUp", lambda: self.tabs.step(-1))
        self._show()

    def _timer(self, ms: int, then: Callable[[], None]) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(ms)
        made.timeout.connect(then)
        return made

    def _key(self, keys: str, then: Callable[[], None]) -> None:
        made = QShortcut(QKeySequence(keys), self)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.activated.connect(then)

    def _flow_line(self) -> QWidget:
        holder = QWidget(self)
        line = QHBoxLayout(holder)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        self.flow_words = Label("", holder, size="second", tone="muted")
        self.flow_again = Button(
            self.tr("Follow the common text again"), holder, kind="quiet", small=True
        )
        self.flow_again.clicked.connect(self.flow_from_common)
        self.region = Button(self.tr("For a region…"), holder, kind="quiet", small=True)
        self.region.clicked.connect(self._ask_segment)
        self.drop_region = Button(self.tr("Remove this wording"), holder, kind="quiet", small=True)
        self.drop_region.clicked.connect(self._drop_segment)
        line.addWidget(self.flow_words)
        line.addWidget(self.flow_again)
        line.addStretch(1)
        line.addWidget(self.drop_region)
        line.addWidget(self.region)
        return holder

    # what is in it

    def written(self) -> Written:
        """Return what stands there now."""
        return self.piece.written()

    def account_id(self) -> str:
        """Return the first account it goes out from."""
        return next(iter(self.piece.accounts()), "")

    def show_accounts(self, accounts: Sequence[AccountView]) -> None:
        """Offer these accounts; a fresh piece goes out from the `usual` ones."""
        self._accounts = {a.id: a for a in accounts}
        able = [a.id for a in accounts if not a.can.get("publish", "")]
        if not self.piece.wordings and self.piece.empty:
            some = [a for a in self.usual if a in able] or able[:1]
            self.piece = replace(self.piece, wordings=tuple(Wording(a) for a in some))
            self._last = self.written()
        self._show()

    def put(self, written: Written) -> None:
        """Put a piece in, e.g. a kept draft. Nothing is said to listeners."""
        self._clock.stop()
        self.piece = piece_of(written)
        self._aside = {}
        if not self.piece.wordings:
            self.show_accounts(list(self._accounts.values()))
        self.key = COMMON
        self._last = self.written()
        self.editor.show_wording(COMMON, self.piece.text)
        self.editor.forget()
        self.found.changed(self.piece.text)
        self.say_saved("")
        self._show()

    def put_above_foot(self, part: QWidget) -> None:
        """Let something stand between the meters and the button."""
        self._column.insertWidget(self._column.count() - 1, part)

    def set_known(self, name: str, value: object) -> None:
        """Set what does not go out: the `brief`, `title`, `pillar` or `campaign` of the piece."""
        known: dict[str, Any] = {name: value}
        self.piece = replace(self.piece, whole=True, **known)
        self._note()

    # accounts and wordings

    def toggle(self, account: str) -> None:
        """Let it go out from an account, or no more; its own wording waits for it to come back."""
        if account in self.piece.accounts():
            self._aside[account] = tuple(w for w in self.piece.wordings if w.account == account)
            self.piece = self.piece.without_account(account)
            if self.key[0] == account:
                self.key = COMMON
        else:
            kept = self._aside.pop(account, ())
            self.piece = self.piece.with_account(account, list(self._accounts), kept)
        self._changed()

    def _toggle_nth(self, number: int) -> None:
        accounts = list(self._accounts.values())
        if number <= len(accounts) and not accounts[number - 1].can.get("publish", ""):
            self.toggle(accounts[number - 1].id)

    def show_key(self, key: Key) -> None:
        """Write the wording `key` (COMMON: the one for all)."""
        self.key = key
        self._show()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def flow_from_common(self) -> None:
        """Take the own wording away."""
        self.piece = self.piece.flowing(self.key)
        self._changed()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_segment(self) -> None:
        from cmapp.ui.writing.segment import ask_segment

        ask_segment(self, self.add_segment)

    def add_segment(self, segment: str) -> None:
        """Add a wording for a region or an audience of the account that is shown (CA-11)."""
        account = self.key[0] or self.account_id()
        if account and segment.strip():
            self.piece = self.piece.with_segment(account, segment.strip())
            self.key = (account, segment.strip())
            self._changed()

    def _drop_segment(self) -> None:
        self.piece = self.piece.without_segment(self.key)
        self.key = (self.key[0], "")
        if self.piece.wording(self.key) is None:
            self.key = COMMON
        self._changed()

    def _names(self) -> dict[Key, str]:
        names: dict[Key, str] = {}
        for wording in self.piece.wordings:
            account = self._accounts.get(wording.account)
            name = (account.name or account.handle) if account else wording.account
            names[wording.key] = f"{name} · {wording.segment}" if wording.segment else name
        return names

    def here(self) -> list[AccountView]:
        """Return the accounts that what is shown goes out from."""
        some = [self.key[0]] if self.key != COMMON else self.piece.accounts()
        return [self._accounts[a] for a in some if a in self._accounts]

    def chosen(self) -> dict[str, AccountView]:
        """Return the accounts it goes out from, by id."""
        return {a: self._accounts[a] for a in self.piece.accounts() if a in self._accounts}

    # showing

    def _show(self) -> None:
        if self.key != COMMON and self.piece.wording(self.key) is None:
            self.key = COMMON
        self.chips.show_accounts(list(self._accounts.values()), self.piece.accounts())
        self.chips.setVisible(bool(self._accounts))
        self._show_tabs()
        options = self.piece.options_of(self.key)
        accounts = self.here()
        most = max((a.media_most for a in accounts), default=0)
        self.options.show_options(options, accounts, most)
        self.poll.show_poll(options.get("poll"), accounts)
        for name in ("spoiler", "first_comment"):
            field: QLineEdit = getattr(self, name)
            field.setVisible(options.get(name) is not None)
            if field.text() != str(options.get(name) or ""):
                field.setText(str(options.get(name) or ""))
        self.editor.show_wording(self.key, self.piece.text_of(self.key))
        self.pictures.show_media(self.piece.media_of(self.key))
        self._measure()

    def _show_tabs(self) -> None:
        names = self._names()
        over = {room.key for room in self.found_out.rooms if room.over}
        views = [TabView(COMMON, self.tr("For all"))]
        for wording in self.piece.wordings:
            account = self._accounts.get(wording.account)
            views.append(
                TabView(
                    wording.key, names[wording.key], account.platform if account else "",
                    wording.own, wording.key in over,
                )
            )  # fmt: skip
        self.tabs.show_views(views, self.key)
        self.tabs.setVisible(len(self.piece.wordings) > 1)
        here = self.piece.wording(self.key)
        own = here is not None and here.own
        self.flow_words.setText(
            self.tr("Own wording")
            if own
            else self.tr("Follows the common text until you change it")
        )
        self.flow_words.set_tone("held" if own else "muted")
        self.flow_words.setVisible(here is not None)
        self.flow_again.setVisible(own)
        self.drop_region.setVisible(bool(self.key[1]))
        self.region.setVisible(here is not None)
        self.flow.setVisible(here is not None and len(self.piece.wordings) > 1)

    # what happens in it

    def _typed(self) -> None:
        words = self.editor.toPlainText()
        if words == self.piece.text_of(self.key):
            return  # a wording was put in, or an input method is at work
        own = self.key != COMMON and self.piece.wording(self.key).text is None  # type: ignore[union-attr]
        self.piece = self.piece.with_text(self.key, words)
        if own:
            self._show_tabs()
        self._note()
        self._measure()

    def _pictured(self) -> None:
        self.piece = self.piece.with_media(self.key, self.pictures.media())
        self._note()
        self._show_tabs()
        self._measure()

    def _option(self, name: str, value: object) -> None:
        self.piece = self.piece.with_option(self.key, name, value)
        fields: dict[str, QWidget] = {"spoiler": self.spoiler, "first_comment": self.first_comment}
        typed_on = fields.get(name) is not None and value is not None and fields[name].hasFocus()
        if typed_on or (name == "poll" and value is not None and self.poll.isVisible()):
            self._note()
            self._show_tabs()
            self.measured.emit(self.found_out)
        else:
            self._changed()
            if name in fields and value is not None:
                fields[name].setFocus(Qt.FocusReason.OtherFocusReason)

    def _changed(self) -> None:
        self._show()
        self._note()

    def _note(self) -> None:
        """Tell of a change, and keep it after a pause."""
        written = self.written()
        if written.more and not self.piece.whole:
            self.piece = replace(self.piece, whole=True)
            written = self.written()
        self.say_saved("")
        self.typed.emit(written)
        if not self._clock.isActive():
            self._begun.restart()
        if self._begun.elapsed() > NO_PAUSE:
            self.keep()
        else:
            self._clock.start()

    def keep(self) -> None:
        """Say `paused` now if anything is new since the last time."""
        self._clock.stop()
        now = self.written()
        if now != self._last:
            self._last = now
            self.found.changed(self.piece.text_of(self.key))
            self.paused.emit(now)

    def send(self) -> None:
        """Say `sent` if there is something to send and it fits."""
        if not self.button.isEnabled() or self.piece.empty:
            return
        self._clock.stop()
        self._last = self.written()
        self.sent.emit(self._last)

    def _measure(self) -> None:
        """Look a short text over at once, a long one after a pause and elsewhere."""
        texts = {self.piece.text_of(w.key) for w in self.piece.wordings} | {self.piece.text}
        if sum(map(len, texts)) <= SHORT:
            self._look.stop()
            self._looked(self.piece, self.key, self._work()())
        else:
            self._look.start()

    def _work(self) -> Callable[[], Measured]:
        piece, key, accounts, names = self.piece, self.key, self.chosen(), self._names()
        return lambda: look_over(piece, key, accounts, names)

    def _look_over(self) -> None:
        piece, key = self.piece, self.key
        self.run(self._work(), lambda found: self._looked(piece, key, found))

    def _looked(self, piece: Piece, key: Key, found: Measured) -> None:
        if piece is not self.piece or key != self.key:
            return  # it was typed on; the next look counts
        self.found_out = found
        self.meters.show_rooms(found.rooms)
        self.editor.mark(list(found.spans), found.fits_up_to)
        self._show_tabs()
        over = any(room.over for room in found.rooms)
        self.button.setEnabled(bool(found.rooms) and not over and not self.piece.empty)
        self.measured.emit(found)

    # pictures

    def _asked(self, what: str) -> None:
        if what == "attach":
            kinds = self.tr("Pictures and films") + f" ({PICTURES})"
            names, _ = QFileDialog.getOpenFileNames(self, self.tr("Attach"), "", kinds)
            self._attach_all(names)
        elif what == "library":
            self.library_asked.emit()
        else:
            self.emoji_asked.emit()

    def attach(self, media: Sequence[tuple[str, str]]) -> None:
        """Add pictures: (path, alt text) each. What is there already is passed over."""
        known = {row.path for row in self.pictures.rows}
        for path, alt in media:
            if path not in known:
                self.pictures.add(path, alt)
        self._pictured()
        new = [row for row in self.pictures.rows if row.path not in known]
        if new and not self.editor.hasFocus():  # what was pasted must not catch the next letter
            new[0].alt.setFocus(Qt.FocusReason.OtherFocusReason)

    def _attach_all(self, names: list[str]) -> None:
        import mimetypes

        kinds = {name: mimetypes.guess_type(name)[0] or "" for name in names}
        some = [n for n in names if kinds[n].startswith(("image/", "video/"))]
        most = max((a.media_most for a in self.here()), default=4)
        room = max(0, most - len(self.pictures.rows))
        if len(some) < len(names):
            other = next(n for n in names if n not in some)
            self.told.emit(
                self.tr("{file} is neither a picture nor a film").format(file=Path(other).name)
            )
        elif len(some) > room:
            self.told.emit(self.tr("At most %n picture(s) here", "", most))
        if some[:room]:
            self.attach([(name, "") for name in some[:room]])

    def _paste(self, image: object) -> None:
        if isinstance(image, QImage) and not image.isNull():
            handle, path = tempfile.mkstemp(prefix="cmapp-", suffix=".png")
            os.close(handle)
            if image.save(path):
                self._attach_all([path])

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Send with Ctrl+Return, leave with Escape."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                    self.send()
                    return True
            elif event.key() == Qt.Key.Key_Escape:
                self.keep()
                self.escaped.emit()
                return True
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.edge = "accent" if event.type() == QEvent.Type.FocusIn else "line"
            self.update()
        return super().eventFilter(watched, event)  # type: ignore[arg-type]
