"""The pictures of a post: what each shows, in words; their order; what lacks a description."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cmapp.ui import icons, look
from cmapp.ui.thumbs import FILMS, Thumbs, cover
from cmapp.ui.widgets.button import Button, IconButton
from cmapp.ui.widgets.label import Elided, Label
from cmapp.ui.writing.piece import Media

SIDE = 52
SUM = re.compile(r"[0-9a-f]{32,}(\.\w+)?")


def called(path: str) -> str:
    """Return the name of a file as somebody gave it; those of the library are sums: ""."""
    name = Path(path).name
    return "" if SUM.fullmatch(name) else name


class Thumb(QWidget):
    """The picture itself, small."""

    def __init__(self, path: str, thumbs: Thumbs | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._path, self._thumbs = path, thumbs
        self.setFixedSize(SIDE, SIDE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it; a drawing stands for what cannot be shown."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), 8, 8)
        painter.fillPath(shape, look.colour("hover"))
        found = self._thumbs.get(self._path, self.update) if self._thumbs else None
        if found is not None and not found.isNull():
            painter.setClipPath(shape)
            cover(painter, found, (0, 0, SIDE, SIDE))
        else:
            film = self._path.lower().endswith(FILMS)
            middle = self.rect().center()
            middle.setX(middle.x() - 11)
            middle.setY(middle.y() - 11)
            icons.paint(painter, "play" if film else "image", look.colour("muted"), at=middle)
        painter.end()


class PictureRow(QWidget):
    """One picture: Alt with up or down moves it, Alt with Delete takes it out."""

    changed = Signal()
    described = Signal(object)
    """Its description was typed to the end."""
    taught = Signal(object)
    """The library is to have this description."""
    gone = Signal(object)
    moved = Signal(object, object)

    def __init__(self, path: str, alt: str, thumbs: Thumbs | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.path = path
        name = called(path) or self.tr("the picture")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 2, 0, 2)
        line.setSpacing(10)
        line.addWidget(Thumb(path, thumbs, self))
        words = QVBoxLayout()
        words.setSpacing(3)
        self.alt = QLineEdit(alt, self)
        self.alt.setPlaceholderText(self.tr("What does it show? (for people who cannot see it)"))
        self.alt.setAccessibleName(self.tr("Alt text of {file}").format(file=name))
        self.alt.textChanged.connect(lambda _: self._said())
        self.alt.editingFinished.connect(lambda: self.described.emit(self))
        under = QHBoxLayout()
        under.setSpacing(6)
        self.missing = Label(self.tr("No alt text yet"), self, size="second", tone="warn")
        self.name = Elided(called(path), self, size="second", tone="muted")
        under.addWidget(self.missing)
        under.addWidget(self.name, 1)
        self.teach = Button(self.tr("Keep in the library"), self, kind="quiet", small=True)
        self.teach.hide()
        self.teach.clicked.connect(lambda: self.taught.emit(self))
        under.addWidget(self.teach)
        words.addWidget(self.alt)
        words.addLayout(under)
        line.addLayout(words, 1)
        self.up = IconButton("up", self.tr("Move {file} forward").format(file=name), self)
        self.down = IconButton("down", self.tr("Move {file} back").format(file=name), self)
        away = IconButton("close", self.tr("Remove {file}").format(file=name), self)
        self.up.clicked.connect(lambda: self.moved.emit(self, -1))
        self.down.clicked.connect(lambda: self.moved.emit(self, 1))
        away.clicked.connect(lambda: self.gone.emit(self))
        for button in (self.up, self.down, away):
            line.addWidget(button)
        self.missing.setVisible(not alt.strip())

    def _said(self) -> None:
        self.missing.setVisible(not self.alt.text().strip())
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move or remove by keyboard."""
        if event.modifiers() == Qt.KeyboardModifier.AltModifier:
            match event.key():
                case Qt.Key.Key_Up:
                    self.moved.emit(self, -1)
                    return
                case Qt.Key.Key_Down:
                    self.moved.emit(self, 1)
                    return
                case Qt.Key.Key_Delete:
                    self.gone.emit(self)
                    return
        super().keyPressEvent(event)


class Pictures(QWidget):
    """All pictures of the wording that is shown. Says `changed`."""

    changed = Signal()
    described = Signal(object)
    taught = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.thumbs: Thumbs | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.rows: list[PictureRow] = []
        self.setVisible(False)

    def media(self) -> Media:
        """Return the pictures as (path, alt text)."""
        return tuple((row.path, row.alt.text()) for row in self.rows)

    def show_media(self, media: Media) -> None:
        """Show these; nothing is said to listeners."""
        if media == self.media():
            return
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for path, alt in media:
            self._put(path, alt)
        self._ends()

    def add(self, path: str, alt: str = "") -> None:
        """Add one at the end; whoever calls says that it changed."""
        self._put(path, alt)
        self._ends()

    def _put(self, path: str, alt: str) -> None:
        row = PictureRow(path, alt, self.thumbs, self)
        row.changed.connect(self.changed)
        row.described.connect(self.described)
        row.taught.connect(self.taught)
        row.gone.connect(self._drop)
        row.moved.connect(self._move)
        self._column.addWidget(row)
        self.rows.append(row)

    def _drop(self, row: PictureRow) -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._ends()
        self.changed.emit()

    def _move(self, row: PictureRow, by: int) -> None:
        here = self.rows.index(row)
        there = here + by
        if not 0 <= there < len(self.rows):
            return
        keys = self.window().focusWidget()
        self.rows.insert(there, self.rows.pop(here))
        self._column.removeWidget(row)
        self._column.insertWidget(there, row)
        if keys is not None:
            keys.setFocus(Qt.FocusReason.OtherFocusReason)
        self._ends()
        self.changed.emit()

    def _ends(self) -> None:
        for n, row in enumerate(self.rows):
            row.up.setVisible(len(self.rows) > 1)
            row.down.setVisible(len(self.rows) > 1)
            row.up.setEnabled(n > 0)
            row.down.setEnabled(n < len(self.rows) - 1)
        self.setVisible(bool(self.rows))
