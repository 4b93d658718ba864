"""What of a scene is not a mark: names, swatches, what is unknown; and the colours of roles."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetricsF,
    QLinearGradient,
    QPainter,
    QPen,
)

from cmapp.domain.chart import Role
from cmapp.ui import look
from cmapp.ui.charts.scene import Hole, Mark, Scene, Words

_NO_PEN, _NO_BRUSH = Qt.PenStyle.NoPen, Qt.BrushStyle.NoBrush
_HATCH = 6.0
_HAIR = 8.5
"""Bars have this much air between them at most, in pixels."""


def colour(role: Role, alpha: float = 1.0) -> QColor:
    """Return the colour of a role in the theme in force."""
    found = QColor(look.colour(f"chart_{role}"))
    found.setAlphaF(alpha)
    return found


def solid(role: Role) -> QColor:
    """Return the colour of a bar: of its role, a little of the ground in it, nothing through it."""
    return _mixed(look.colour("surface"), look.colour(f"chart_{role}"), 0.9)


def _mixed(ground: QColor, full: QColor, at: float) -> QColor:
    pairs = (
        (ground.redF(), full.redF()), (ground.greenF(), full.greenF()),
        (ground.blueF(), full.blueF()),
    )  # fmt: skip
    return QColor.fromRgbF(*(a + (b - a) * at for a, b in pairs))


def heat(share: float, role: Role = "main") -> QColor:
    """Return the colour of a cell, from nothing (0) to all (1)."""
    at = 0.06 + 0.94 * max(0.0, min(1.0, share)) ** 0.8
    return _mixed(look.colour("surface"), look.colour(f"chart_{role}"), at)


def under(painter: QPainter, scene: Scene) -> None:
    """Paint what lies under the marks: stretches that nobody watched, values that are unknown."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for hole in scene.holes:
        _hole(painter, hole)
    painter.save()
    painter.setClipRect(scene.plot.adjusted(-4, -4, 4, 6), Qt.ClipOperation.IntersectClip)
    for box in _voids(scene):
        void(painter, box)
    painter.restore()


def _voids(scene: Scene) -> list[QRectF]:
    """Return the boxes of what is unknown; those of days on end are one stretch."""
    found: list[QRectF] = []
    for mark in sorted(scene.marks, key=lambda m: (m.box.top(), m.box.left())):
        if mark.shape != "void" or mark.covered:
            continue
        last = found[-1] if found else None
        joins = scene.chart.x.kind == "time" and last is not None and last.top() == mark.box.top()
        if last is not None and joins and mark.box.left() <= last.right() + _HAIR:
            found[-1] = last.united(mark.box)
        else:
            found.append(QRectF(mark.box))
    return found


def over(painter: QPainter, scene: Scene) -> None:
    """Paint what lies over the marks: names, the ground line, swatches."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for hole in scene.holes:
        _hole_words(painter, hole)
    if scene.ground is not None:
        painter.setPen(QPen(look.colour("edge"), 1))
        painter.drawLine(scene.ground)
    _swatches(painter, scene)
    for said in scene.words:
        put(painter, said)


def hatch(painter: QPainter, box: QRectF, ink: QColor, *, step: float = _HATCH) -> None:
    """Paint slanted lines in a box: as lines, so that files have them too."""
    painter.save()
    painter.setClipRect(box, Qt.ClipOperation.IntersectClip)
    painter.setPen(QPen(ink, 1))
    x = box.left() - box.height()
    x -= x % step  # neighbouring boxes share their lines
    while x < box.right():
        line = QLineF(x, box.bottom(), x + box.height(), box.top())
        painter.drawLine(line)
        x += step
    painter.restore()


def _dashed(role: str = "faint", width: float = 1.2) -> QPen:
    pen = QPen(look.colour(role), width)
    pen.setDashPattern([2.5, 2.5])
    return pen


def _hole(painter: QPainter, hole: Hole) -> None:
    faint = QColor(look.colour("faint"))
    faint.setAlphaF(0.9 if hole.strip else 0.34)
    hatch(painter, hole.box, faint, step=4 if hole.strip else _HATCH)
    if hole.strip:
        return
    painter.setPen(_dashed())
    painter.drawLine(hole.box.topLeft(), hole.box.bottomLeft())
    painter.drawLine(hole.box.topRight(), hole.box.bottomRight())


def _hole_words(painter: QPainter, hole: Hole) -> None:
    if not hole.words:
        return
    font = look.font(11, 500)
    wide = QFontMetricsF(font).horizontalAdvance(hole.words) + 8
    box = QRectF(hole.box.center().x() - wide / 2, hole.box.top() + 4, wide, 18)
    if hole.tall:
        painter.save()
        painter.translate(hole.box.center())
        painter.rotate(-90)
        box = QRectF(-wide / 2, -8, wide, 16)
    painter.setPen(_NO_PEN)
    painter.setBrush(look.colour("surface"))
    painter.drawRoundedRect(box, 4, 4)
    painter.setFont(font)
    painter.setPen(look.colour("muted"))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, hole.words)
    if hole.tall:
        painter.restore()


def void(painter: QPainter, box: QRectF) -> None:
    """Paint what is not known: a dashed outline, hatched, nothing in it."""
    faint = QColor(look.colour("faint"))
    faint.setAlphaF(0.5)
    hatch(painter, box, faint)
    _outline(painter, box)


def _outline(painter: QPainter, box: QRectF) -> None:
    painter.setBrush(_NO_BRUSH)
    painter.setPen(_dashed())
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 2, 2)


def _swatches(painter: QPainter, scene: Scene) -> None:
    painter.setPen(_NO_PEN)
    for box, series in scene.swatches:
        if scene.chart.form == "heat":
            fade = QLinearGradient(box.left(), 0, box.right(), 0)
            for step in range(5):
                fade.setColorAt(step / 4, heat(step / 4, series.role))
            painter.setBrush(QBrush(fade))
            painter.drawRoundedRect(box, 3, 3)
            continue
        painter.setBrush(solid(series.role))
        if series.mark in ("line", "step"):
            painter.drawRoundedRect(QRectF(box.left(), box.center().y() - 1, 10, 2), 1, 1)
        else:
            painter.drawRoundedRect(box, 2.5, 2.5)


def put(painter: QPainter, said: Words) -> None:
    """Paint words."""
    font = look.font(said.size, said.weight, tabular=True)
    painter.setFont(font)
    if said.ground:
        wide = QFontMetricsF(font).horizontalAdvance(said.text)
        painter.fillRect(
            said.box.adjusted(-4, 2, 0, -2).intersected(
                QRectF(said.box.left() - 4, said.box.top(), wide + 8, said.box.height())
            ),
            look.colour("surface"),
        )
    tone = look.colour(said.tone)
    painter.setPen(tone)
    if said.role is not None:  # a swatch beside the word: its colour alone may be hard to read
        painter.setPen(_NO_PEN)
        painter.setBrush(colour(said.role))
        painter.drawEllipse(QPointF(said.box.left() + 3, said.box.center().y()), 3, 3)
        painter.setPen(tone)
    box = said.box.adjusted(10 if said.role is not None else 0, 0, 0, 0)
    shown = QFontMetricsF(font).elidedText(said.text, Qt.TextElideMode.ElideRight, box.width() + 1)
    painter.drawText(box, int(said.align) | int(Qt.TextFlag.TextSingleLine), shown)


def ring(painter: QPainter, mark: Mark) -> None:
    """Paint what says that the keys are on a mark."""
    painter.setBrush(_NO_BRUSH)
    box = mark.box.adjusted(-3, -3, 3, 3)
    painter.setPen(QPen(look.colour("surface"), 4))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(QPen(look.colour("accent"), 2))
    painter.drawRoundedRect(box, 4, 4)
