"""Painting a scene: on the screen, into a picture, into a drawing in a file, onto paper."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetricsF,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
)

from cmapp.domain.chart import Role
from cmapp.ui import look
from cmapp.ui.charts.scene import Hole, Mark, Run, Scene, Words

_NO_PEN, _NO_BRUSH = Qt.PenStyle.NoPen, Qt.BrushStyle.NoBrush
_HATCH = 6.0


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


def paint(painter: QPainter, scene: Scene, *, current: Mark | None = None) -> None:
    """Paint a scene from its upper left corner; `current` is the mark that has the keys."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _grid(painter, scene)
    painter.save()
    painter.setClipRect(QRectF(0, 0, scene.size.width(), scene.size.height()))
    for hole in scene.holes:
        _hole(painter, hole)
    painter.setClipRect(scene.plot.adjusted(-4, -4, 4, 6))
    lines = [run for run in scene.runs if run.soft]
    for run in lines:
        _soft(painter, run, scene)
    crowd = sum(m.shape == "dot" for m in scene.marks) > 60 * max(1, len(scene.runs))
    for mark in scene.marks:
        _mark(painter, mark, scene, crowd=crowd)
    for run in scene.runs:
        _run(painter, run)
    for mark in scene.marks:
        if mark.shape == "dot" and not crowd:
            _dot(painter, mark, open_=scene.chart.form != "scatter")
    _whiskers(painter, scene)
    painter.restore()
    for hole in scene.holes:
        _hole_words(painter, hole)
    if scene.ground is not None:
        painter.setPen(QPen(look.colour("edge"), 1))
        painter.drawLine(scene.ground)
    _swatches(painter, scene)
    for said in scene.words:
        put(painter, said)
    if current is not None:
        ring(painter, current)


def _grid(painter: QPainter, scene: Scene) -> None:
    ink = QColor(look.colour("ink"))
    ink.setAlphaF(0.15 if not look.theme().dark else 0.18)
    pen = QPen(ink, 1)
    pen.setCosmetic(True)
    painter.setPen(pen)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for line in scene.grid:
        painter.drawLine(line)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


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


def _mark(painter: QPainter, mark: Mark, scene: Scene, *, crowd: bool) -> None:
    match mark.shape:
        case "void":
            if not mark.covered:
                void(painter, mark.box)
            elif mark.series.mark == "bar":
                _outline(painter, mark.box)
        case "bar" if mark.box.height() > 0 and mark.box.width() > 0:
            painter.setPen(_NO_PEN)
            painter.setBrush(solid(mark.series.role))
            painter.drawPath(_bar(mark, scene))
        case "cell":
            low, high = scene.scale
            share = ((mark.datum.value or 0.0) - low) / ((high - low) or 1.0)
            painter.setPen(_NO_PEN)
            painter.setBrush(heat(share, mark.series.role))
            painter.drawRoundedRect(mark.box, 3, 3)
        case "dot" if crowd and scene.chart.form == "scatter":
            _dot(painter, mark, open_=False)
        case _:
            pass


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


def _bar(mark: Mark, scene: Scene) -> QPainterPath:
    """Return a bar; its free end is round, and a hair of ground parts it from the next."""
    box, path = QRectF(mark.box), QPainterPath()
    lies = scene.ground is not None and scene.ground.dx() == 0
    if not mark.end:
        if box.height() > 3 and not lies:
            box.setTop(box.top() + 1)
        elif box.width() > 3 and lies:
            box.setRight(box.right() - 1)
        path.addRect(box)
        return path
    r = min(3.0, box.width() / 3, box.height() / 2)
    path.addRoundedRect(box, r, r)
    foot = QPainterPath()
    below = mark.datum.value is not None and mark.datum.value < 0
    if lies:
        foot.addRect(box.left() if not below else box.right() - r, box.top(), r, box.height())
    else:
        foot.addRect(box.left(), box.top() if below else box.bottom() - r, box.width(), r)
    return path.united(foot)


def _soft(painter: QPainter, run: Run, scene: Scene) -> None:
    painter.setPen(_NO_PEN)
    if run.series.mark == "area":
        fade = QLinearGradient(0, min(p.y() for p in run.points), 0, scene.plot.bottom())
        strong = 0.55 if run.series.stacked else 0.26
        fade.setColorAt(0, colour(run.series.role, strong))
        fade.setColorAt(1, colour(run.series.role, strong if run.series.stacked else 0.03))
        painter.setBrush(QBrush(fade))
    else:
        painter.setBrush(colour(run.series.role, 0.14))
    painter.drawPolygon(QPolygonF(run.soft))


def _run(painter: QPainter, run: Run) -> None:
    pen = QPen(colour(run.series.role), 2)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    if run.dotted:
        pen.setDashPattern([1, 2.4])
    painter.setPen(pen)
    painter.setBrush(_NO_BRUSH)
    painter.drawPolyline(QPolygonF(run.points))


def _dot(painter: QPainter, mark: Mark, *, open_: bool) -> None:
    if open_ and mark.series.mark != "dot":
        painter.setPen(QPen(colour(mark.series.role), 1.6))
        painter.setBrush(look.colour("surface"))
        painter.drawEllipse(mark.centre, 2.6, 2.6)
        return
    painter.setPen(QPen(look.colour("surface"), 0.8))
    painter.setBrush(colour(mark.series.role, 0.72))
    painter.drawEllipse(mark.centre, 4.0, 4.0)


def _whiskers(painter: QPainter, scene: Scene) -> None:
    painter.setPen(QPen(look.colour("ink"), 1.4))
    for line in scene.whiskers:
        painter.drawLine(line)
        across = QPointF(0, 3.5) if line.dy() == 0 else QPointF(3.5, 0)
        for end in (line.p1(), line.p2()):
            painter.drawLine(end - across, end + across)


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
