"""Text on the page: plain text only, in one of the few sizes, in one of the few tones."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtGui import Qt as Rich
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from cmapp.ui import look

MOST_TIP = 2_000
_TAG = re.compile("[<&]")
_SIZES: dict[str, tuple[float, int]] = {
    "body": (13, 400),
    "strong": (13, 600),
    "second": (12, 400),
    "small": (11.5, 400),
    "caps": (11, 600),
    "title": (14, 600),
    "page": (20, 600),
    "figure": (24, 600),
}


def tip(words: str) -> str:
    """Return `words` as a tooltip that Qt shows as they stand.

    Tooltips are rich text as soon as they look like it, and rich text paints files of this
    machine. A joiner that nobody sees, behind each sign that could begin a tag, keeps it plain.
    """
    words = words[:MOST_TIP]
    return _TAG.sub("\\g<0>\u2060", words) if Rich.mightBeRichText(words) else words


class Label(QLabel):
    """A plain-text label. `size` and `tone` are names of the look, not numbers."""

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        size: str = "body",
        tone: str = "ink",
        wrap: bool = False,
    ) -> None:
        super().__init__(parent)
        self._tone = tone
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wrap)
        px, weight = _SIZES[size]
        self.setFont(look.font(px, weight, tabular=size == "figure"))
        self.setText(text)
        if wrap:
            self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def set_tone(self, tone: str) -> None:
        """Take the colour of a token."""
        self._tone = tone
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the words in the tone; a style sheet takes palettes of single widgets away."""
        painter = QPainter(self)
        painter.setPen(look.colour(self._tone))
        flags = int(self.alignment())
        if self.wordWrap():
            flags |= int(Qt.TextFlag.TextWordWrap)
        painter.drawText(self.contentsRect(), flags, self.text())
        painter.end()


MEASURED = 1_000
"""Signs of a text that are measured for one line: thousands that join to one held the window."""


class Elided(Label):
    """A label of one line that gives way: what does not fit ends in an ellipsis."""

    def __init__(self, text: str = "", parent: QWidget | None = None, **looks: str) -> None:
        super().__init__("", parent, **looks)  # type: ignore[arg-type]
        self._full = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.set_full(text)

    def set_full(self, text: str) -> None:
        """Show `text`, as much of it as there is room for."""
        self._full = " ".join(text.split())
        self.setAccessibleName(self._full)
        self._fit()

    def _fit(self) -> None:
        head = self._full if len(self._full) <= MEASURED else self._full[:MEASURED] + "…"
        metrics = self.fontMetrics()
        self.setText(metrics.elidedText(head, Qt.TextElideMode.ElideRight, self.width()))

    def resizeEvent(self, event: object) -> None:
        """Fit the text anew."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._fit()
