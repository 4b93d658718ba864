"""Where one writes: text, pictures with what they show, the room left, and the one button."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cmapp.ui import look, text
from cmapp.ui.views import AccountView, Written
from cmapp.ui.widgets.button import Button, IconButton
from cmapp.ui.widgets.chips import Pill
from cmapp.ui.widgets.composing import NO_PAUSE, PAUSE, Composing
from cmapp.ui.widgets.dropdown import Dropdown
from cmapp.ui.widgets.found import Found
from cmapp.ui.widgets.label import Elided, Label, tip
from cmapp.ui.widgets.limit_meter import LimitMeter, Measure

_SHORTCUT = re.compile(r"(?:^|[\s，。！？])[;；](\w{1,32})$")


class Editor(QPlainTextEdit):
    """Takes plain text only; grows with what is written."""

    left = Signal()
    dropped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFont(look.font(13.5))
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._grow)
        self.lowest, self.highest = 72, 220
        self._grow()

    def _grow(self) -> None:
        lines = max(1, int(self.document().size().height()))
        wanted = lines * self.fontMetrics().lineSpacing() + 12
        self.setFixedHeight(max(self.lowest, min(self.highest, wanted)))

    def resizeEvent(self, event: object) -> None:
        """Fit the height when lines break elsewhere."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._grow()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the person looks elsewhere."""
        super().focusOutEvent(event)
        self.left.emit()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take files as pictures, everything else as plain text."""
        if source.hasUrls() and all(url.isLocalFile() for url in source.urls()):
            self.dropped.emit([url.toLocalFile() for url in source.urls()])
            return
        if source.hasText():
            self.insertPlainText(source.text())


class Picture(QWidget):
    """One attached picture and the field for what it shows."""

    changed = Signal()
    gone = Signal(object)

    def __init__(self, path: str, alt: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.path = path
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        name = Elided(Path(path).name, self, size="second", tone="muted")
        name.setMinimumWidth(90)
        self.alt = QLineEdit(alt, self)
        self.alt.setPlaceholderText(self.tr("What does it show? (for people who cannot see it)"))
        self.alt.setAccessibleName(self.tr("Alt text of {file}").format(file=Path(path).name))
        self.alt.textChanged.connect(lambda _: self.changed.emit())
        away = IconButton("close", self.tr("Remove {file}").format(file=Path(path).name), self)
        away.clicked.connect(lambda: self.gone.emit(self))
        line.addWidget(name, 1)
        line.addWidget(self.alt, 3)
        line.addWidget(away)


class Composer(Composing):
    """Where a reply is written; see `Composing`."""

    editor: Editor
    reply_asked = Signal(str)
    """A saved reply is wanted: by what was typed behind a semicolon, or ""."""
    suggestion_asked = Signal(int)
    """The suggestion of that number (from 1) is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._accounts: list[AccountView] = []
        self._pictures: list[Picture] = []
        self._last = Written("", "")
        self._shortcut = ""
        self.edge = "edge"
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.editor = Editor(self)
        self.editor.setAccessibleName(self.tr("Your reply"))
        self.editor.setBackgroundRole(QPalette.ColorRole.Base)
        inner = QVBoxLayout()
        inner.setContentsMargins(14, 12, 14, 6)
        inner.setSpacing(6)
        inner.addWidget(self.editor)
        self._strip = QVBoxLayout()
        self._strip.setSpacing(4)
        inner.addLayout(self._strip)
        self.found = Found(self)
        inner.addWidget(self.found)
        column.addLayout(inner)
        column.addWidget(self._foot())
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(PAUSE)
        self._clock.timeout.connect(self.keep)
        self._begun = QElapsedTimer()
        self._begun.start()
        self.editor.textChanged.connect(self._typed)
        self.editor.left.connect(self.keep)
        self.editor.dropped.connect(self._attach_all)
        self.editor.installEventFilter(self)

    def _foot(self) -> QWidget:
        foot = QFrame(self)
        line = QHBoxLayout(foot)
        line.setContentsMargins(10, 8, 10, 10)
        line.setSpacing(10)
        self.who = Dropdown(foot)
        self.who.setAccessibleName(self.tr("Write as"))
        self.who.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.who.setMaximumWidth(260)
        self.who.setMinimumWidth(120)
        self.who.currentIndexChanged.connect(self._account_changed)
        self.alone = Pill("", foot, tone="muted")
        self.meter = LimitMeter(foot)
        self.saved = Label("", foot, size="second", tone="muted")
        self.attach = IconButton("image", self.tr("Attach a picture"), foot)
        self.attach.clicked.connect(self._pick)
        self.button = Button(self.tr("Queue reply"), foot, kind="primary", key="Ctrl ↵")
        self.button.clicked.connect(self.send)
        line.addWidget(self.who)
        line.addWidget(self.alone)
        line.addWidget(self.meter)
        line.addStretch(1)
        line.addWidget(self.saved)
        line.addWidget(self.attach)
        line.addWidget(self.button)
        return foot

    # what is in it

    def written(self) -> Written:
        """Return what stands there now."""
        media = tuple((p.path, p.alt.text()) for p in self._pictures)
        return Written(self.editor.toPlainText(), self.account_id(), media)

    def account_id(self) -> str:
        """Return the account that is chosen."""
        return str(self.who.currentData() or "")

    def show_accounts(self, accounts: list[AccountView], chosen: str) -> None:
        """Offer these accounts to write as."""
        self._accounts = accounts
        self.who.blockSignals(True)
        self.who.clear()
        for account in accounts:
            label = account.name or account.handle
            self.who.addItem(f"{label} · {text.platform(account.platform)}", account.id)
        self.who.setCurrentIndex(max(0, self.who.findData(chosen)))
        self.who.blockSignals(False)
        self.who.setVisible(len(accounts) > 1)
        self._name_account()
        self._account_changed()

    def put(self, written: Written) -> None:
        """Put a text in, e.g. a kept draft. Nothing is said to listeners."""
        self._clock.stop()
        self.editor.blockSignals(True)
        self.editor.setPlainText(written.text)
        self.editor.blockSignals(False)
        self.editor._grow()
        cursor = self.editor.textCursor()
        cursor.movePosition(cursor.MoveOperation.End)
        self.editor.setTextCursor(cursor)
        for picture in list(self._pictures):
            self._drop_picture(picture, say=False)
        for path, alt in written.media:
            self._attach(path, alt)
        self._clock.stop()
        self._last = self.written()
        self.found.look(self._last.text)
        self.say_saved("")
        self._measure()

    # what happens in it

    def _typed(self) -> None:
        self.say_saved("")
        begun = self.begun_shortcut()
        if len(begun) == 1 and not self._shortcut and self.editor.hasFocus():
            self.reply_asked.emit(begun)
        self._shortcut = begun
        self._measure()
        self.typed.emit(self.written())
        if not self._clock.isActive():
            self._begun.restart()
        if self._begun.elapsed() > NO_PAUSE:
            self.keep()
        else:
            self._clock.start()

    def begun_shortcut(self) -> str:
        """Return what stands behind a semicolon right before the cursor, "" if nothing does."""
        cursor = self.editor.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        found = _SHORTCUT.search(before)
        return found[1] if found else ""

    def insert(self, words: str, media: Sequence[tuple[str, str]] = ()) -> None:
        """Put words in at the cursor, in the place of a begun shortcut; they can be undone."""
        cursor = self.editor.textCursor()
        begun = self.begun_shortcut()
        if begun:
            left = cursor.MoveOperation.Left
            cursor.movePosition(left, cursor.MoveMode.KeepAnchor, len(begun) + 1)
        cursor.insertText(words)
        self.editor.setTextCursor(cursor)
        known = {p.path for p in self._pictures}
        for path, alt in media:
            if path not in known:
                self._attach(path, alt)
        self._typed()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def keep(self) -> None:
        """Say `paused` now if anything is new since the last time."""
        self._clock.stop()
        now = self.written()
        self.found.look(now.text)
        if now != self._last:
            self._last = now
            self.paused.emit(now)

    def send(self) -> None:
        """Say `sent` if there is something to send and it fits."""
        written = self.written()
        if not self.button.isEnabled() or not (written.text.strip() or written.media):
            return
        self._clock.stop()
        self._last = written
        self.sent.emit(written)

    def _account_changed(self, _index: int = 0) -> None:
        account = self._account()
        self.attach.setEnabled(account is not None and account.media_most > 0)
        self._measure()
        self._typed() if self.editor.toPlainText() else None

    def _account(self) -> AccountView | None:
        chosen = self.account_id()
        return next((a for a in self._accounts if a.id == chosen), None)

    def _measure(self) -> None:
        account = self._account()
        words = self.editor.toPlainText()
        measures = measure(words, account.limits) if account else ()
        self.meter.show_measures(measures)
        fits = not any(m.over for m in measures)
        self.button.setEnabled(bool(fits and (words.strip() or self._pictures)))

    # pictures

    def _pick(self) -> None:
        names, _ = QFileDialog.getOpenFileNames(
            self,
            self.tr("Attach a picture"),
            "",
            self.tr("Pictures") + " (*.png *.jpg *.jpeg *.webp *.gif)",
        )
        self._attach_all(names)

    def _attach_all(self, names: list[str]) -> None:
        account = self._account()
        most = account.media_most if account else 4
        for name in names[: max(0, most - len(self._pictures))]:
            self._attach(name, "")
        self._typed()

    def _attach(self, path: str, alt: str) -> None:
        picture = Picture(path, alt, self)
        picture.changed.connect(self._typed)
        picture.gone.connect(self._drop_picture)
        self._pictures.append(picture)
        self._strip.addWidget(picture)

    def _drop_picture(self, picture: Picture, *, say: bool = True) -> None:
        self._pictures.remove(picture)
        self._strip.removeWidget(picture)
        picture.hide()
        picture.deleteLater()
        if say:
            self._typed()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Send with Ctrl+Return, leave with Escape."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            ctrl = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and ctrl:
                self.send()
                return True
            if ctrl and event.key() in (Qt.Key.Key_Semicolon, Qt.Key.Key_Colon):
                self.reply_asked.emit(self.begun_shortcut())
                return True
            number = event.key() - Qt.Key.Key_0
            if event.modifiers() == Qt.KeyboardModifier.AltModifier and 1 <= number <= 9:
                self.suggestion_asked.emit(number)
                return True
            if event.key() == Qt.Key.Key_Escape:
                self.keep()
                self.escaped.emit()
                return True
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.edge = "accent" if event.type() == QEvent.Type.FocusIn else "edge"
            self.update()
        return super().eventFilter(watched, event)  # type: ignore[arg-type]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what can be left out where there is little room."""
        super().resizeEvent(event)
        self.meter.show_bar(self.width() >= 600)
        self._name_account()

    def _name_account(self) -> None:
        """Say who speaks, in as much room as there is: of all at the foot it matters most."""
        whole = self.tr("as {account}").format(account=self.who.currentText())
        room = self.width() - (440 if self.width() >= 600 else 330)
        shown = self.alone.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, room)
        self.alone.setText(shown)
        self.alone.setToolTip(tip(whole if shown != whole else ""))
        self.alone.setAccessibleName(whole)
        self.alone.setVisible(len(self._accounts) == 1 and room >= 60)


def measure(words: str, limits: Mapping[str, object]) -> tuple[Measure, ...]:
    """Return how much of each limit `words` uses, counted as the platform counts."""
    if not words:  # the counters bring `regex`, which is not needed before one writes
        units = ("graphemes", "bytes", "weighted", "characters", "code_points")
        known = {unit: limits.get(unit) for unit in units}
        return tuple(Measure(0, n, text.unit(u)) for u, n in known.items() if isinstance(n, int))
    from cmapp.domain.limits import Limits, count

    found = count(words, Limits.from_facts(limits))
    return tuple(Measure(m.used, m.limit, text.unit(str(m.unit))) for m in found)
