"""What somebody wrote: painted as plain text, wrapped anywhere, selectable, never as HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from cmapp.ui import look

if TYPE_CHECKING:
    from PySide6.QtGui import QTextCharFormat

CAP = 20_000


def lay_out(text: str, *, width: float, font: QFont, spacing: float = 1.0) -> QTextLayout:
    """Return a finished layout of plain `text`, at most `width` wide."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    y = 0.0
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += line.height() * spacing
    layout.endLayout()
    return layout


def cut(text: str, start: int, end: int | None) -> str:
    """Return a piece of `text` between two of Qt's positions, which count UTF-16 units."""
    raw = text.encode("utf-16-le", "surrogatepass")
    piece = raw[start * 2 : None if end is None else end * 2]
    return piece.decode("utf-16-le", "replace")


def units(text: str, start: int) -> int:
    """Return Qt's position for a Python one."""
    return len(text[:start].encode("utf-16-le", "surrogatepass")) // 2


class TextBlock(QLabel):
    """Remote text. Mouse selects, Ctrl+C copies, the screen reader reads it as a label."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, tone: str = "ink") -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._tone = tone
        self._marks: list[tuple[int, int]] = []
        self._layout: QTextLayout | None = None
        self._room = 0.0
        self._from = self._to = 0
        self.setFont(look.font(13.5))
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_words(text)

    def set_words(self, text: str, marks: list[tuple[int, int]] | None = None) -> None:
        """Show `text`; `marks` are (start, length) pairs to underline."""
        if len(text) > CAP:
            text = text[:CAP] + "…"
        self.setText(text)
        self._marks = marks or []
        self._layout = None
        self._from = self._to = 0
        self.updateGeometry()
        self.update()

    def _laid(self, width: float) -> QTextLayout:
        if self._layout is None or self._room != width:
            text = self.text().replace("\n", "\u2028")
            self._layout = lay_out(text, width=width, font=self.font(), spacing=1.06)
            self._room = width
        return self._layout

    def natural(self, limit: float) -> QSize:
        """Return the smallest size that holds the text within `limit` of width."""
        layout = self._laid(limit)
        widest = 0.0
        for i in range(layout.lineCount()):
            widest = max(widest, layout.lineAt(i).naturalTextWidth())
        return QSize(int(widest) + 2, self.heightForWidth(int(limit)))

    def hasHeightForWidth(self) -> bool:
        """Say that the height follows from the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height that the text needs."""
        layout = self._laid(max(40.0, float(width)))
        if not layout.lineCount():
            return self.fontMetrics().height()
        last = layout.lineAt(layout.lineCount() - 1)
        return int(last.y() + last.height() + 2)

    def sizeHint(self) -> QSize:
        """Ask for a readable measure."""
        return self.natural(560)

    def minimumSizeHint(self) -> QSize:
        """Give way in width."""
        return QSize(60, self.fontMetrics().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the lines, the marks and the selection."""
        from PySide6.QtGui import QTextCharFormat  # not needed for a row of the inbox

        painter = QPainter(self)
        layout = self._laid(max(40.0, float(self.width())))
        runs: list[QTextLayout.FormatRange] = []
        for start, length in self._marks:
            mark = QTextCharFormat()
            mark.setFontUnderline(True)
            mark.setFontWeight(600)
            begin = units(self.text(), start)
            runs.append(_run(begin, units(self.text(), start + length) - begin, mark))
        a, b = sorted((self._from, self._to))
        if b > a:
            chosen = QTextCharFormat()
            chosen.setBackground(look.colour("accent"))
            chosen.setForeground(look.colour("on_accent"))
            runs.append(_run(a, b - a, chosen))
        painter.setPen(look.colour(self._tone))
        layout.draw(painter, QPointF(0, 0), runs)
        painter.end()

    def _cursor_at(self, event: QMouseEvent) -> int:
        layout = self._laid(max(40.0, float(self.width())))
        spot = event.position()
        for i in range(layout.lineCount()):
            line = layout.lineAt(i)
            if spot.y() < line.y() + line.height() * 1.06 or i == layout.lineCount() - 1:
                return int(line.xToCursor(spot.x()))
        return 0

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a selection."""
        self._from = self._to = self._cursor_at(event)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw the selection out."""
        self._to = self._cursor_at(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy what is selected."""
        if event.matches(QKeySequence.StandardKey.Copy):
            a, b = sorted((self._from, self._to))
            QGuiApplication.clipboard().setText(cut(self.text(), a, b) if b > a else self.text())
            return
        super().keyPressEvent(event)


def _run(start: int, length: int, style: QTextCharFormat) -> QTextLayout.FormatRange:
    run = QTextLayout.FormatRange()
    run.start, run.length, run.format = start, length, style
    return run
