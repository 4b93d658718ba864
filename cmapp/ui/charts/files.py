"""A chart in a file: as a drawing (SVG), as a picture (PNG), as a table (CSV, XLSX)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgGenerator

from cmapp.domain import chart_file, letters
from cmapp.domain.chart import Chart
from cmapp.system.whole_file import whole
from cmapp.ui import look
from cmapp.ui.charts import words
from cmapp.ui.charts.layout import build
from cmapp.ui.charts.paint import put
from cmapp.ui.charts.plot import draw
from cmapp.ui.charts.scene import LEFT, Words, least_height

KINDS = ("svg", "png", "csv", "xlsx")
_WIDE, _HIGH, _EDGE, _HEAD = 960, 480, 24, 40


def made(chart: Chart, kind: str, *, names: Mapping[str, str] | None = None) -> bytes:
    """Return the bytes of a chart as one of `KINDS`."""
    if kind == "csv":
        return chart_file.as_csv(chart, words.say)
    if kind == "xlsx":
        return chart_file.as_xlsx(chart, words.say)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    high = max(_HIGH, least_height(chart, _WIDE)) + _HEAD + 20 * len(chart.notes[:4])
    size = QSize(_WIDE + 2 * _EDGE, high + 2 * _EDGE)
    if kind == "svg":
        drawn = QSvgGenerator()
        drawn.setOutputDevice(buffer)
        drawn.setSize(size)
        drawn.setViewBox(QRectF(0, 0, size.width(), size.height()))
        drawn.setResolution(96)
        drawn.setTitle(words.say(chart.title))
        painter = QPainter(drawn)
        _page(painter, chart, size, names or {})
        painter.end()
        return letters.writable(bytes(buffer.data().data()).decode()).encode()
    else:
        picture = QImage(size * 2, QImage.Format.Format_ARGB32)
        picture.setDevicePixelRatio(2)
        painter = QPainter(picture)
        _page(painter, chart, size, names or {})
        painter.end()
        picture.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def _page(painter: QPainter, chart: Chart, size: QSize, names: Mapping[str, str]) -> None:
    """Paint the chart with its title, its span and its notes on a ground."""
    painter.fillRect(QRectF(0, 0, size.width(), size.height()), look.colour("surface"))
    notes = [words.say(note) for note in chart.notes[:4]]
    high = size.height() - 2 * _EDGE - _HEAD - 20 * len(notes)
    scene = build(chart, QSizeF(_WIDE, high), names=names)
    painter.save()
    painter.translate(_EDGE, _EDGE + _HEAD)
    draw(painter, scene)
    painter.restore()
    width = float(_WIDE)
    put(painter, Words(QRectF(_EDGE, _EDGE - 4, width * 0.6, 24), words.say(chart.title), LEFT,
                       "ink", 16, 600))  # fmt: skip
    put(painter, Words(QRectF(_EDGE, _EDGE + 17, width, 18), under(chart)))
    for n, note in enumerate(notes):
        y = size.height() - _EDGE - 20 * (len(notes) - n) + 4
        put(painter, Words(QRectF(_EDGE, y, width, 18), note))


def under(chart: Chart) -> str:
    """Return span and zone in words."""
    begin, end = words.local(chart.since, chart.zone), words.local(chart.until - 1, chart.zone)
    return f"{words.long_day(begin)} – {words.long_day(end)} · {chart.zone}"


def write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all. Raises Rejected (`file_unwritable`)."""
    with whole(path) as file:
        file.write(data)
