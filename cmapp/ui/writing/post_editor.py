"""The field a post is written in: links, mentions, tags stand out, and so does what is too long."""

from __future__ import annotations

import re
from collections.abc import Callable

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextDocumentLayout, QTextEdit, QWidget

from cmapp.ui import look
from cmapp.ui.widgets.composer import Editor
from cmapp.ui.widgets.text_block import units
from cmapp.ui.writing.piece import COMMON, Key

SHORT = 3000
"""Characters up to which each letter may be followed by a look over the whole text."""
MOST_SPANS = 300
LIVELY = re.compile(
    r"https?://[^\s<>\"'，。！？；、（）《》「」]+"
    r"|(?<![\w/@])@[A-Za-z0-9_][\w.-]*(?:@[\w.-]*\w)?"
    r"|(?<![\w/&#])[#＃][^\W_][\w·]*"
)
"""What a network shows in its colour: links, mentions, tags."""


def lively(words: str) -> list[tuple[int, int]]:
    """Return where links, mentions and tags stand: (start, end) each."""
    return [(found.start(), found.end()) for found in LIVELY.finditer(words)]


def kept_up_to(words: str, fits: Callable[[str], bool]) -> int:
    """Return how many characters of `words` fit; what comes after is too long."""
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if fits(words[:middle]):
            low = middle
        else:
            high = middle - 1
    return low


class PostEditor(Editor):
    """Plain text, with a way back (undo) for each wording."""

    pictured = Signal(object)
    """A picture was pasted as such: a `QImage`."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lowest, self.highest = 150, 380
        # the first document of an editor goes when another takes its place: each is ours
        self._documents: dict[Key, QTextDocument] = {COMMON: self._made()}
        self._key = COMMON
        self.setDocument(self._documents[COMMON])
        self._grow()

    def _made(self) -> QTextDocument:
        made = QTextDocument(self)
        made.setDocumentLayout(QPlainTextDocumentLayout(made))
        made.setDefaultFont(self.font())
        made.setDocumentMargin(0)
        return made

    def show_wording(self, key: Key, words: str) -> None:
        """Show the text of a wording; nothing is said to listeners."""
        self.blockSignals(True)
        if key != self._key:
            if key not in self._documents:
                self._documents[key] = self._made()
            self._key = key
            self.setExtraSelections([])
            self.setDocument(self._documents[key])
        if self.toPlainText() != words:
            self.setPlainText(words)
            self.moveCursor(QTextCursor.MoveOperation.End)
        self.blockSignals(False)
        self._grow()

    def forget(self) -> None:
        """Let another piece begin: what was written before is not a step back."""
        for key in [k for k in self._documents if k not in (COMMON, self._key)]:
            self._documents.pop(key).deleteLater()
        for document in self._documents.values():
            document.clearUndoRedoStacks()

    def mark(self, spans: list[tuple[int, int]], fits_up_to: int | None) -> None:
        """Colour `spans`, and what stands behind `fits_up_to` as too long (None: all fits)."""
        words = self.toPlainText()
        wide = bool(words) and max(words) > "\uffff"  # Qt counts such characters twice
        place = (lambda at: units(words, at)) if wide else (lambda at: at)
        found = [
            self._selection(place(start), place(end), "accent", "")
            for start, end in spans[:MOST_SPANS]
        ]
        if fits_up_to is not None:
            found.append(self._selection(place(fits_up_to), place(len(words)), "bad", "bad_soft"))
        if found or self.extraSelections():
            self.setExtraSelections(found)

    def _selection(self, start: int, end: int, ink: str, ground: str) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        style = QTextCharFormat()
        style.setForeground(look.colour(ink))
        if ground:
            style.setBackground(look.colour(ground))
        cursor = QTextCursor(self.document())
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        made.cursor = cursor
        made.format = style
        return made

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take pictures, too."""
        return source.hasImage() or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take a picture as a picture, files as files, everything else as plain text."""
        if source.hasImage() and not source.hasText() and not source.hasUrls():
            self.pictured.emit(source.imageData())
            return
        super().insertFromMimeData(source)
