"""A picture and a part of it, which is moved and changed by mouse or by keys alone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cmapp.ui import look
from cmapp.ui.widgets.button import paint_ring

STEP = 0.01
_SMALLEST = 0.05
_GRIP = 12
Box = tuple[float, float, float, float]
WHOLE: Box = (0.0, 0.0, 1.0, 1.0)


class CropBox(QWidget):
    """A picture and the part of it: arrows move it, Shift with arrows or + and − change its size.

    `box` is left, top, width, height as shares of the picture; `ratio` (width / height in pixels)
    is kept while it is set.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(QSize(420, 300))
        self.setMouseTracking(True)
        self.image = QImage()
        self.pixels = (1, 1)
        self.box: Box = WHOLE
        self.ratio: float | None = None
        self._held: tuple[str, QPointF, Box] | None = None

    def show_picture(self, image: QImage, pixels: tuple[int, int]) -> None:
        """Show a picture, whose real size is `pixels`."""
        self.image, self.pixels = image, pixels
        self.update()

    def keep(self, ratio: float | None) -> None:
        """Keep this shape from now on: the largest part of it in the middle of what was chosen."""
        self.ratio = ratio
        if ratio is None:
            return
        across = ratio * self.pixels[1] / self.pixels[0]  # as shares: width / height
        width, height = (1.0, 1 / across) if across >= 1 else (across, 1.0)
        middle = (self.box[0] + self.box[2] / 2, self.box[1] + self.box[3] / 2)
        self._set((middle[0] - width / 2, middle[1] - height / 2, width, height))

    def put(self, box: Sequence[float] | None) -> None:
        """Take this part, None: all of it."""
        self.box = (box[0], box[1], box[2], box[3]) if box else WHOLE
        self.changed.emit(self.box)
        self.update()

    def size_in_pixels(self) -> tuple[int, int]:
        """Return how large the part is in the real picture."""
        return round(self.box[2] * self.pixels[0]), round(self.box[3] * self.pixels[1])

    def _set(self, box: Box) -> None:
        left, top, width, height = box
        width, height = min(1.0, width), min(1.0, height)
        left, top = min(max(0.0, left), 1 - width), min(max(0.0, top), 1 - height)
        self.box = (left, top, width, height)
        self.changed.emit(self.box)
        self.update()

    def _grow(self, across: float, down: float) -> None:
        left, top, width, height = self.box
        if self.ratio is not None:
            by = across or down
            shape = height / width
            new = min(max(width + by, _SMALLEST), 1.0, 1 / shape)
            wide, high = new, new * shape
        else:
            wide = min(max(width + across, _SMALLEST), 1.0)
            high = min(max(height + down, _SMALLEST), 1.0)
        self._set((left, top, wide, high))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move or change the part; Home takes all of it."""
        step = STEP * (5 if event.modifiers() & Qt.KeyboardModifier.ControlModifier else 1)
        x, y = {
            Qt.Key.Key_Left: (-step, 0.0), Qt.Key.Key_Right: (step, 0.0),
            Qt.Key.Key_Up: (0.0, -step), Qt.Key.Key_Down: (0.0, step),
        }.get(Qt.Key(event.key()), (0.0, 0.0))  # fmt: skip
        if x or y:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                self._grow(x, y)
            else:
                left, top, width, height = self.box
                self._set((left + x, top + y, width, height))
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self._grow(step, step)
        elif event.key() in (Qt.Key.Key_Minus, Qt.Key.Key_Underscore):
            self._grow(-step, -step)
        elif event.key() == Qt.Key.Key_Home:
            self.ratio = None
            self.put(None)
        else:
            super().keyPressEvent(event)

    def _place(self) -> QRectF:
        """Return where the picture is painted."""
        room = QRectF(self.rect()).adjusted(6, 6, -6, -6)
        if self.image.isNull():
            return room
        scale = min(room.width() / self.image.width(), room.height() / self.image.height())
        wide, high = self.image.width() * scale, self.image.height() * scale
        return QRectF(room.center().x() - wide / 2, room.center().y() - high / 2, wide, high)

    def _part(self) -> QRectF:
        whole, (left, top, width, height) = self._place(), self.box
        return QRectF(
            whole.x() + left * whole.width(), whole.y() + top * whole.height(),
            width * whole.width(), height * whole.height(),
        )  # fmt: skip

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the corner at the lower right, or of the part."""
        part, at = self._part(), event.position()
        if (at - part.bottomRight()).manhattanLength() < 2 * _GRIP:
            self._held = ("corner", at, self.box)
        elif part.contains(at):
            self._held = ("part", at, self.box)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move or change the part with the pointer."""
        part = self._part()
        near = (event.position() - part.bottomRight()).manhattanLength() < 2 * _GRIP
        shape = Qt.CursorShape.SizeFDiagCursor if near else Qt.CursorShape.SizeAllCursor
        inside = near or part.contains(event.position())
        self.setCursor(shape if inside else Qt.CursorShape.ArrowCursor)
        if self._held is None:
            return
        what, since, (left, top, width, height) = self._held
        whole = self._place()
        x = (event.position().x() - since.x()) / whole.width()
        y = (event.position().y() - since.y()) / whole.height()
        if what == "part":
            self._set((left + x, top + y, width, height))
        else:
            self.box = (left, top, width, height)
            self._grow(x, y)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Let go."""
        self._held = None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture, darker where it is cut off."""
        painter = QPainter(self)
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform
        )
        whole, part = self._place(), self._part()
        if not self.image.isNull():
            painter.drawImage(whole, self.image)
            shade = QColor(0, 0, 0, 140)
            for cut in (
                QRectF(whole.x(), whole.y(), whole.width(), part.y() - whole.y()),
                QRectF(whole.x(), part.bottom(), whole.width(), whole.bottom() - part.bottom()),
                QRectF(whole.x(), part.y(), part.x() - whole.x(), part.height()),
                QRectF(part.right(), part.y(), whole.right() - part.right(), part.height()),
            ):
                painter.fillRect(cut, shade)
        painter.setPen(QPen(Qt.GlobalColor.white, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(part)
        painter.setPen(QPen(look.colour("accent"), 2))
        painter.setBrush(Qt.GlobalColor.white)
        painter.drawEllipse(part.bottomRight(), _GRIP / 2, _GRIP / 2)
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), radius=6)
        painter.end()
