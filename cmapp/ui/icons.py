"""Our own line icons, tinted with the theme's colours when they are painted."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from cmapp.ui import look

SIZE = 22


@lru_cache(maxsize=128)
def _drawing(name: str) -> str:
    return (look.resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _pixmap(name: str, colour: str, side: float, dpr: float) -> QPixmap:
    text = _drawing(name).replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(text.encode()))
    px = max(1, round(side * dpr))
    pixmap = QPixmap(px, px)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, px, px))
    painter.end()
    pixmap.setDevicePixelRatio(dpr)
    return pixmap


def pixmap(name: str, colour: QColor, *, side: float = SIZE, dpr: float = 1.0) -> QPixmap:
    """Return the icon in one colour, `side` logical pixels square."""
    return _pixmap(name, colour.name(), side, dpr)


def paint(painter: QPainter, name: str, colour: QColor, *, at: QPoint, side: float = SIZE) -> None:
    """Paint the icon with its top left corner `at`."""
    device = painter.device()
    dpr = device.devicePixelRatioF() if device is not None else 1.0
    painter.drawPixmap(at, pixmap(name, colour, side=side, dpr=dpr))


@lru_cache(maxsize=1)
def app_icon() -> QIcon:
    """Return the program's icon for the title bar and the tray."""
    icon = QIcon()
    renderer = QSvgRenderer(str(look.resources() / "icons" / "cmapp.svg"))
    for side in (16, 24, 32, 48, 64, 128):
        picture = QPixmap(QSize(side, side))
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        renderer.render(painter)
        painter.end()
        icon.addPixmap(picture)
    return icon
