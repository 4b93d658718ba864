"""What the picture of the media library shows: a small shop's photographs, drawn by ourselves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPen

Call = Callable[..., dict[str, Any]]
# name, what is drawn, ground, glaze, title, alt text, folder, tags
STILLS = (
    ("swatches", "#EFE9DD", "#7FA88F", "Glazes of this season", "", "Studio", "glaze"),
    ("kiln", "#2B2320", "#E07A3C", "开窑", "窑门打开，里面还是红的", "工作室", "窑"),
    (
        "bowl",
        "#DDE5E3",
        "#6E9C8B",
        "Celadon bowl",
        "A celadon bowl, seen from above",
        "Shop",
        "new",
    ),
    ("pot", "#E9DED6", "#8C4A3A", "茶壺", "木桌上的紅褐色茶壺", "Shop", "茶"),
    ("bowl", "#F1E7D0", "#C79A3B", "Amber bowl", "An amber bowl on cream cloth", "Shop", "new"),
    ("pot", "#D8DEE8", "#34507E", "蓝釉茶壶", "一把蓝釉茶壶，壶嘴向左", "Shop", "茶"),
)


def fill_library(call: Call, folder: Path) -> None:
    """Draw the pictures and take them in, with titles, alt texts, folders and tags."""
    for number, (kind, ground, glaze, title, alt, where, tag) in enumerate(STILLS):
        path = folder / f"{kind}-{number}.png"
        _draw(path, kind, QColor(ground), QColor(glaze))
        call(
            "media.add",
            files=[{"path": str(path), "title": title, "alt": alt}],
            folder=where,
            tags=[tag],
        )


def _draw(path: Path, kind: str, ground: QColor, glaze: QColor) -> None:
    image = QImage(1200, 900, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    fall = QLinearGradient(0, 0, 0, 900)
    fall.setColorAt(0, ground.lighter(106))
    fall.setColorAt(1, ground.darker(112))
    painter.fillRect(image.rect(), fall)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 36))
    match kind:
        case "bowl":
            painter.drawEllipse(QRect(300, 210, 640, 600))
            painter.setBrush(glaze)
            painter.drawEllipse(QRect(280, 160, 640, 600))
            painter.setBrush(glaze.darker(125))
            painter.drawEllipse(QRect(330, 210, 540, 500))
            painter.setBrush(glaze.darker(108))
            painter.drawEllipse(QRect(400, 330, 400, 340))
        case "pot":
            painter.drawEllipse(QRect(300, 690, 640, 90))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(glaze.darker(115), 44))
            painter.drawEllipse(QRect(760, 380, 220, 240))
            painter.drawLine(360, 560, 210, 400)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(glaze)
            painter.drawEllipse(QRect(320, 320, 540, 420))
            painter.setBrush(glaze.darker(120))
            painter.drawEllipse(QRect(450, 310, 280, 70))
            painter.drawEllipse(QRect(560, 250, 60, 60))
        case "kiln":
            painter.setBrush(QColor("#5A4A42"))
            painter.drawRoundedRect(QRect(250, 150, 700, 750), 350, 350)
            painter.setBrush(glaze)
            painter.drawRoundedRect(QRect(330, 240, 540, 660), 270, 270)
            painter.setBrush(glaze.lighter(135))
            for left in (400, 530, 660):
                painter.drawRoundedRect(QRect(left, 620, 110, 180), 26, 26)
        case _:
            for n in range(12):
                left, top = 130 + (n % 4) * 240, 120 + (n // 4) * 230
                painter.setBrush(QColor.fromHsv((glaze.hue() + n * 17) % 360, 70 + n * 6, 190))
                painter.drawRoundedRect(QRect(left, top, 210, 200), 30, 30)
    painter.end()
    image.save(str(path))
