"""Buttons: painted by us, with an icon, a shortcut hint inside, and a focus ring one can see."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QEnterEvent, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from cmapp.ui import icons, look
from cmapp.ui.widgets.label import tip

_HEIGHT = 32


def paint_keycap(
    painter: QPainter, text: str, *, right: int, middle: int, ink: QColor, edge: QColor
) -> None:
    """Paint a key name in a small frame that ends at `right`."""
    painter.setFont(look.font(11, 500))
    width = key_width(text)
    box = QRectF(right - width + 0.5, middle - 8.5, width - 1, 17)
    painter.setPen(QPen(edge, 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(ink)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


def key_width(text: str) -> int:
    """Return how wide a keycap for `text` is."""
    from PySide6.QtGui import QFontMetrics

    return max(18, QFontMetrics(look.font(11, 500)).horizontalAdvance(text) + 10)


class Keyless:
    """What a button painted by us is, too: an ampersand in its words is one, and no key."""

    def setText(self, text: str) -> None:
        """Take other words; Qt would bind the letter behind an ampersand in somebody's name."""
        super().setText(text)  # type: ignore[misc]
        self.setShortcut(QKeySequence())  # type: ignore[attr-defined]


class Button(QPushButton):
    """A button of `kind` `primary`, `plain`, `quiet` or `danger`; `key` is shown, not bound."""

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        *,
        kind: str = "plain",
        icon: str = "",
        key: str = "",
        small: bool = False,
    ) -> None:
        super().__init__(parent)
        self.kind = kind
        self.icon_name = icon
        self.key = key
        self._hover = False
        self._height = 28 if small else _HEIGHT
        self.setText(text)
        self.setFont(look.font(13, 500))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAutoDefault(False)

    def setText(self, text: str) -> None:
        """Take other words; an ampersand in them is one, and no key."""
        super().setText(text.replace("&", "&&"))

    def words(self) -> str:
        """Return the text as it is read."""
        return self.text().replace("&&", "&")

    def sizeHint(self) -> QSize:
        """Fit icon, words and key."""
        words = self.words()
        width = self.fontMetrics().horizontalAdvance(words) if words else 0
        if self.icon_name:
            width += 18 + (6 if words else 0)
        if self.key:
            width += key_width(self.key) + 8
        return QSize(width + (24 if words else 14), self._height)

    def minimumSizeHint(self) -> QSize:
        """Never clip the words."""
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Warm up under the pointer."""
        self._hover = True
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Cool down again."""
        self._hover = False
        self.update()
        super().leaveEvent(event)

    def _colours(self) -> tuple[QColor | None, QColor | None, QColor]:
        """Return ground, edge, ink."""
        warm = self._hover or self.isDown()
        if not self.isEnabled():
            ground = None if self.kind == "quiet" else look.colour("raise")
            return ground, None, look.colour("faint")
        if self.kind == "primary":
            ground = look.colour("accent_hover" if warm else "accent")
            return ground, None, look.colour("on_accent")
        ink = look.colour("bad" if self.kind == "danger" else "ink")
        if self.isChecked():
            return look.colour("soft"), look.colour("accent"), look.colour("accent")
        if self.kind == "quiet":
            return look.colour("hover") if warm else None, None, look.colour("muted")
        return look.colour("hover" if warm else "surface"), look.colour("edge"), ink

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, icon, words, key, ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground, edge, ink = self._colours()
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(edge, 1) if edge else Qt.PenStyle.NoPen)
        painter.setBrush(ground if ground else Qt.BrushStyle.NoBrush)
        if ground or edge:
            painter.drawRoundedRect(box, look.RADIUS, look.RADIUS)
        words = self.words()
        left = 12 if words else 7
        middle = self.height() // 2
        if self.icon_name:
            icons.paint(painter, self.icon_name, ink, at=QPoint(left, middle - 9), side=18)
            left += 24
        right = self.width() - (12 if words else 7)
        if self.key:
            soft = QColor(ink)
            soft.setAlphaF(0.4)
            paint_keycap(painter, self.key, right=right + 3, middle=middle, ink=ink, edge=soft)
            right -= key_width(self.key) + 5
        if words:
            painter.setFont(self.font())
            painter.setPen(ink)
            room = QRect(left, 0, right - left, self.height())
            align = Qt.AlignmentFlag.AlignVCenter | (
                Qt.AlignmentFlag.AlignLeft
                if self.icon_name or self.key
                else Qt.AlignmentFlag.AlignHCenter
            )
            painter.drawText(room, align, words)
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), on_accent=self.kind == "primary")
        painter.end()


class IconButton(Button):
    """A button that is only an icon: its name is its tooltip and what a screen reader says."""

    def __init__(self, icon: str, name: str, parent: QWidget | None = None, **rest: str) -> None:
        super().__init__("", parent, kind=rest.get("kind", "quiet"), icon=icon)
        self.rename(name)

    def rename(self, name: str) -> None:
        """Take another name."""
        self.setToolTip(tip(name))
        self.setAccessibleName(name)


def paint_ring(
    painter: QPainter, rect: QRectF, *, radius: float = look.RADIUS, on_accent: bool = False
) -> None:
    """Paint the focus ring just inside `rect`."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look.colour("accent"), 2))
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius)
    if on_accent:
        painter.setPen(QPen(look.colour("on_accent"), 1.5))
        painter.drawRoundedRect(rect.adjusted(3, 3, -3, -3), radius - 2, radius - 2)
