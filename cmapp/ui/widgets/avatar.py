"""Who: a round mark with initials, and the platform as a small badge on it."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from cmapp.ui import look

MARKS = {"mastodon": "M", "bluesky": "B", "demo": "D", "weibo": "微", "wechat": "信"}


def initials(name: str, handle: str) -> str:
    """Return one Han character, or up to two Latin initials."""
    text = (name or handle).strip().lstrip("@")
    letters = [c for c in text if c.isalnum()]
    if not letters:
        return "?"
    if ord(letters[0]) > 0x2E7F:
        return letters[0]
    words = [w for w in text.split() if w[0].isalnum()]
    if len(words) >= 2 and ord(words[1][0]) < 0x2E80:
        return (words[0][0] + words[1][0]).upper()
    return letters[0].upper()


def paint_avatar(
    painter: QPainter,
    rect: QRectF,
    *,
    name: str,
    handle: str,
    platform: str,
    around: QColor,
) -> None:
    """Paint the person into `rect`; `around` is the ground, for the gap about the badge."""
    ground, ink = look.avatar_colours(handle or name)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawEllipse(rect)
    painter.setPen(ink)
    mark = initials(name, handle)
    painter.setFont(look.font(rect.width() * (0.42 if len(mark) == 1 else 0.36), 600))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, mark)
    if not platform:
        return
    side = max(13.0, rect.width() * 0.40)
    centre = QPointF(rect.right() - side * 0.32, rect.bottom() - side * 0.32)
    badge = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
    painter.setPen(QPen(around, 2))
    painter.setBrush(look.platform_colour(platform))
    painter.drawEllipse(badge)
    painter.setPen(QColor("#FFFFFF"))
    painter.setFont(look.font(side * 0.56, 700))
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, MARKS.get(platform, platform[:1].upper()))


class Avatar(QWidget):
    """The mark as a widget. What it says is said by the text beside it, so it has no name."""

    def __init__(self, parent: QWidget | None = None, *, side: int = 32) -> None:
        super().__init__(parent)
        self._who = ("", "", "")
        self._side = side
        self.setFixedSize(QSize(side + 3, side + 3))

    def show_person(self, *, name: str, handle: str, platform: str) -> None:
        """Show this person."""
        self._who = (name, handle, platform)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the mark."""
        painter = QPainter(self)
        name, handle, platform = self._who
        paint_avatar(
            painter,
            QRectF(0, 0, self._side, self._side),
            name=name,
            handle=handle,
            platform=platform,
            around=self.palette().window().color(),
        )
        painter.end()
