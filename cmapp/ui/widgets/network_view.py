"""The picture of the network: discs of people who talk, painted so that thousands can be read.

What stands still is painted once into a picture of its own and only shown again while the pointer
moves over it. The list beside it has the same people for keys and for screen readers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import hypot, log2, sqrt
from typing import Any

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from cmapp.ui import look, network_words
from cmapp.ui.widgets.button import paint_ring

_LIGHT = ("#0072B2", "#C4540A", "#00805F", "#A8497F", "#7A6200", "#2E86AB", "#6B4DA0")
_DARK = ("#56A8E0", "#F2854B", "#3CC79A", "#E69AC4", "#D9B73B", "#8FD0F5", "#B294DB")
"""One for each of the largest groups, told apart by colour-blind eyes; the rest are quiet."""
_MARGIN = 36
_CLOSEST, _FARTHEST = 60.0, 0.5
_NAMED = 14
"""About so many names in a picture of the whole beside those of large groups; closer, more."""
_HEADS = 9
_BANDS = 120
_SETTLE = 90
"""After so many ms of rest a picture that was moved is painted anew; till then it is moved."""


def group_colour(group: int) -> QColor:
    """Return the colour of a group in the theme in force."""
    each = _DARK if look.theme().dark else _LIGHT
    return QColor(each[group] if group < len(each) else look.colour("faint"))


class NetworkView(QWidget):
    """`chosen`: a person was clicked (their place, -1: nobody); `opened`: with a double click.

    `group_asked`: the name of a group was clicked.
    """

    chosen = Signal(int)
    opened = Signal(int)
    group_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setMinimumSize(320, 260)
        self.setAccessibleName(self.tr("Picture of the network"))
        self.setAccessibleDescription(self.tr("The list beside it has the same people."))
        self.nodes: Sequence[Mapping[str, Any]] = ()
        self.groups: Sequence[Mapping[str, Any]] = ()
        self._near: list[list[tuple[int, int, bool]]] = []
        self._inner: dict[int, list[tuple[int, int]]] = {}
        self._links: Sequence[Sequence[int]] = ()
        self._radius: list[float] = []
        self._scale, self._at = 1.0, QPointF()
        self._selected = self._over = -1
        self._still: QPixmap | None = None
        self._still_scale, self._still_at = 1.0, QPointF()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_SETTLE)
        self._rest.timeout.connect(self._again)
        self._named: list[tuple[QRectF, int]] = []
        self._titles: list[tuple[QRectF, int]] = []
        self._grip: QPointF | None = None
        self._moved = False

    # what is shown

    def show_network(self, found: Mapping[str, Any]) -> None:
        """Show the answer of `network.show`; stands on nobody, everything in sight."""
        self.nodes, self.groups = found["nodes"], found["groups"]
        self._links = found["links"]
        # one who outshines all, as we often do, must not make everybody else a speck
        ranks = sorted((n["pagerank"] for n in self.nodes if not n["ours"]), reverse=True)
        most = ranks[min(len(ranks) - 1, len(ranks) // 100)] if ranks else 1.0
        crowd = 1.0 if len(self.nodes) < 400 else 0.8
        self._radius = [
            crowd * (0.14 + 0.36 * sqrt(min(1.0, n["pagerank"] / (most or 1.0))))
            for n in self.nodes
        ]
        self._near = [[] for _ in self.nodes]
        self._inner = {}
        seen = set()
        for source, target, n in found["arcs"]:
            self._near[source].append((target, n, True))
            self._near[target].append((source, n, False))
            pair = (min(source, target), max(source, target))
            group = self.nodes[source]["group"]
            if group == self.nodes[target]["group"] and pair not in seen:
                seen.add(pair)
                self._inner.setdefault(group, []).append(pair)
        self._selected = self._over = -1
        self.fit()

    def select(self, at: int) -> None:
        """Draw a person's own ties out (-1: nobody's), and bring them into sight."""
        if at == self._selected:
            return
        self._selected = at
        if at >= 0:
            spot = self._spot(at)
            inside = QRectF(self.rect()).adjusted(24, 24, -24, -24)
            if not inside.contains(spot):
                self._at += QRectF(self.rect()).center() - spot
        self._again()

    def selected(self) -> int:
        """Return who is selected, -1 for nobody."""
        return self._selected

    def fit(self) -> None:
        """Show everything."""
        if self.groups:
            left = min(g["x"] - g["radius"] for g in self.groups)
            right = max(g["x"] + g["radius"] for g in self.groups)
            top = min(g["y"] - g["radius"] for g in self.groups)
            bottom = max(g["y"] + g["radius"] for g in self.groups)
            wide = max(self.width() - 2 * _MARGIN, 50) / max(right - left, 1e-6)
            high = max(self.height() - 2 * _MARGIN, 50) / max(bottom - top, 1e-6)
            self._scale = min(wide, high, _CLOSEST)
            middle = QPointF((left + right) / 2, (top + bottom) / 2) * self._scale
            self._at = QRectF(self.rect()).center() - middle
        self._again()

    def zoom(self, by: float, about: QPointF | None = None) -> None:
        """Come closer (by > 1) or go away, keeping `about` where it is."""
        about = about or QRectF(self.rect()).center()
        scale = min(max(self._scale * by, _FARTHEST), _CLOSEST)
        self._at = about + (self._at - about) * (scale / self._scale)
        self._scale = scale
        self._moves()

    def _again(self) -> None:
        self._still = None
        self.update()

    def _moves(self) -> None:
        """Show what was painted, moved; it is painted anew once it rests."""
        self._rest.start()
        self.update()

    def _spot(self, at: int) -> QPointF:
        node = self.nodes[at]
        return QPointF(
            node["x"] * self._scale + self._at.x(), node["y"] * self._scale + self._at.y()
        )

    def _size(self, at: int) -> float:
        return min(max(self._radius[at] * self._scale, 1.6), 22.0)

    # painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Show what stands still, and over it what the pointer is on."""
        ratio = self.devicePixelRatioF()
        if self._still is None or self._still.devicePixelRatio() != ratio:
            self._still = QPixmap(self.size() * ratio)
            self._still.setDevicePixelRatio(ratio)
            self._still.fill(look.colour("surface"))
            painter = QPainter(self._still)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_still(painter)
            painter.end()
            self._still_scale, self._still_at = self._scale, QPointF(self._at)
        painter = QPainter(self)
        if self._rest.isActive():
            painter.fillRect(self.rect(), look.colour("surface"))
            by = self._scale / self._still_scale
            corner = self._at - self._still_at * by
            box = QRectF(corner.x(), corner.y(), self.width() * by, self.height() * by)
            painter.drawPixmap(box, self._still, QRectF(self._still.rect()))
        else:
            painter.drawPixmap(0, 0, self._still)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._over >= 0:
            self._paint_over(painter)
        if self.hasFocus():
            paint_ring(painter, QRectF(self.rect()), radius=8)
        painter.end()

    def _paint_still(self, painter: QPainter) -> None:
        self._paint_discs(painter)
        quiet = self._selected >= 0
        spots = [self._spot(at) for at in range(len(self.nodes))]
        for group, pairs in self._inner.items():
            tint = group_colour(group)
            few = len(pairs) < 300
            tint.setAlphaF(0.10 if quiet else 0.34 if few else 0.22)
            painter.setPen(QPen(tint, 1.2 if few else 0.8))
            painter.drawLines([QLineF(spots[a], spots[b]) for a, b in pairs])
        mine = {self._selected, *(at for at, _, _ in self._near[self._selected])} if quiet else None
        self._paint_nodes(painter, spots, mine)
        if quiet:
            self._paint_own(painter)
        self._paint_names(painter, mine)

    def _paint_discs(self, painter: QPainter) -> None:
        middles = [
            QPointF(g["x"] * self._scale + self._at.x(), g["y"] * self._scale + self._at.y())
            for g in self.groups
        ]
        line = look.colour("faint")
        heavy = max((n for _, _, n in self._links), default=1)
        for one, other, n in sorted(self._links, key=lambda each: -each[2])[:_BANDS]:
            tint = QColor(line)
            tint.setAlphaF(0.08 + 0.22 * log2(1 + n) / log2(1 + heavy))
            painter.setPen(QPen(tint, 1 + 5 * log2(1 + n) / log2(1 + heavy)))
            painter.drawLine(middles[one], middles[other])
        for group, middle in enumerate(middles):
            if self.groups[group]["size"] < 2:
                continue
            reach = (self.groups[group]["radius"] + 0.3) * self._scale
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("surface"))
            painter.drawEllipse(middle, reach, reach)
            tint = group_colour(group)
            tint.setAlphaF(0.07 if not look.theme().dark else 0.12)
            painter.setBrush(tint)
            painter.drawEllipse(middle, reach, reach)

    def _paint_nodes(
        self, painter: QPainter, spots: Sequence[QPointF], mine: set[int] | None
    ) -> None:
        """Paint all of them: the small ones by the hundred, then the large ones by themselves."""
        small: dict[tuple[int, int, bool], list[QPointF]] = {}
        large = []
        for at, node in enumerate(self.nodes):
            size, faint = self._size(at), mine is not None and at not in mine
            if size > 4.5 or node["ours"]:
                large.append((at, faint))
            else:
                small.setdefault((node["group"], round(2 * size), faint), []).append(spots[at])
        for (group, size, faint), where in small.items():
            tint = group_colour(group)
            tint.setAlphaF(0.25 if faint else 1.0)
            pen = QPen(tint, size)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawPoints(where)
        for at, faint in reversed(large):  # those who matter lie on top
            self._paint_node(painter, at, faint=faint)

    def _paint_node(self, painter: QPainter, at: int, *, faint: bool) -> None:
        spot, size = self._spot(at), self._size(at)
        node = self.nodes[at]
        tint = look.colour("ink") if node["ours"] else group_colour(node["group"])
        tint = QColor(tint)
        if faint:
            tint.setAlphaF(0.25)
        painter.setBrush(tint)
        edge = look.colour("surface")
        painter.setPen(QPen(edge, 1) if size > 3 else Qt.PenStyle.NoPen)
        if node["ours"]:  # ours are squares: told apart without colour
            painter.drawRoundedRect(
                QRectF(spot.x() - size, spot.y() - size, 2 * size, 2 * size), 3, 3
            )
        else:
            painter.drawEllipse(spot, size, size)

    def _paint_own(self, painter: QPainter) -> None:
        """Draw out the ties of the one selected: solid where they answered, else dotted."""
        here = self._spot(self._selected)
        own = look.colour("accent")
        for at, n, out in self._near[self._selected]:
            there = self._spot(at)
            painter.setPen(QPen(own, 1 + min(3.0, log2(1 + n) / 1.5), Qt.PenStyle.SolidLine
                                if out else Qt.PenStyle.DotLine))  # fmt: skip
            painter.drawLine(here, there)
            self._arrow(painter, *((here, there, at) if out else (there, here, self._selected)))
        for at in {at for at, _, _ in self._near[self._selected]}:
            self._paint_node(painter, at, faint=False)
        painter.setPen(QPen(own, 2.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self._paint_node(painter, self._selected, faint=False)
        size = self._size(self._selected) + 4
        painter.setPen(QPen(own, 2.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(here, size, size)

    def _arrow(self, painter: QPainter, source: QPointF, target: QPointF, at: int) -> None:
        far = hypot(target.x() - source.x(), target.y() - source.y())
        if far < 14:
            return
        step = (target - source) / far
        tip = target - step * (self._size(at) + 1)
        long = min(8.0, 2.0 + 2 * self._size(at))
        side = QPointF(-step.y(), step.x()) * (long * 0.4)
        painter.save()
        painter.setBrush(look.colour("accent"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon(QPolygonF([tip, tip - step * long + side, tip - step * long - side]))
        painter.restore()

    def _paint_names(self, painter: QPainter, mine: set[int] | None) -> None:
        """Name those who matter most where there is room; the first of each large group in bold."""
        self._named, self._titles = [], []
        taken: list[QRectF] = []
        for at in range(min(len(self.nodes), 300)):  # nor over a large dot
            size = self._size(at)
            if size > 6:
                spot = self._spot(at)
                taken.append(QRectF(spot.x() - size, spot.y() - size, 2 * size, 2 * size))
        bold, thin = look.font(12, 650), look.font(11.5, 450)
        closer = max(1.0, self._scale / max(self._whole(), 1e-6))
        many = int(_NAMED * closer * closer)
        heads = {self._index(g["person"]) for g in self.groups[:_HEADS] if g["size"] >= 4}
        if mine is not None:
            near = sorted(mine - {self._selected})[:40]
            order = [self._selected, *near]
        else:
            order = [*sorted(heads - {-1}), *(n for n in range(min(many, len(self.nodes))))]
        for at in dict.fromkeys(order):
            spot, size = self._spot(at), self._size(at)
            if not self.rect().contains(spot.toPoint()):
                continue
            head = at in heads or at == self._selected
            font = bold if head else thin
            metrics = QFontMetricsF(font)
            words = metrics.elidedText(
                str(self.nodes[at]["name"]), Qt.TextElideMode.ElideRight, 150
            )
            wide = metrics.horizontalAdvance(words)
            high = metrics.height()
            for x, y in (
                (spot.x() + size + 3, spot.y() - high / 2),
                (spot.x() - wide - size - 3, spot.y() - high / 2),
                (spot.x() - wide / 2, spot.y() + size + 1),
                (spot.x() - wide / 2, spot.y() - size - high - 1),
            ):
                box = QRectF(x, y, wide, high)
                room = QRectF(self.rect()).adjusted(2, 2, -2, -2).contains(box)
                if room and not any(box.intersects(other) for other in taken):
                    break
            else:
                continue
            taken.append(box.adjusted(-3, -1, 3, 1))
            halo = QColor(look.colour("surface"))
            halo.setAlphaF(0.78)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(halo)
            painter.drawRoundedRect(box.adjusted(-2, 0, 2, 0), 3, 3)
            painter.setFont(font)
            painter.setPen(look.colour("ink" if head else "muted"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
            self._named.append((box, at))

    def _whole(self) -> float:
        """Return the scale at which everything is in sight."""
        if not self.groups:
            return 1.0
        reach = max(max(abs(g["x"]) + g["radius"], abs(g["y"]) + g["radius"]) for g in self.groups)
        return float(min(self.width(), self.height()) / max(2 * reach, 1e-6))

    def _index(self, person: str) -> int:
        return next((at for at, n in enumerate(self.nodes) if n["id"] == person), -1)

    def _paint_over(self, painter: QPainter) -> None:
        """Show who is under the pointer, with the evidence."""
        node = self.nodes[self._over]
        spot, size = self._spot(self._over), self._size(self._over)
        painter.setPen(QPen(look.colour("ink"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(spot, size + 2, size + 2)
        lines = network_words.card(node)
        fonts = [look.font(13, 600), *(look.font(12) for _ in lines[1:])]
        metrics = [QFontMetricsF(f) for f in fonts]
        wide = max(m.horizontalAdvance(t) for m, t in zip(metrics, lines, strict=True)) + 24
        high = sum(m.height() + 2 for m in metrics) + 18
        x = spot.x() + size + 10
        if x + wide > self.width() - 6:
            x = spot.x() - size - 10 - wide
        y = min(max(spot.y() - high / 2, 6), self.height() - high - 6)
        box = QRectF(max(x, 6), y, wide, high)
        painter.setPen(QPen(look.colour("edge"), 1))
        painter.setBrush(look.colour("raise"))
        painter.drawRoundedRect(box, 10, 10)
        top = box.y() + 9
        for n, (words, font, metric) in enumerate(zip(lines, fonts, metrics, strict=True)):
            painter.setFont(font)
            painter.setPen(look.colour("ink" if n == 0 else "muted"))
            painter.drawText(QPointF(box.x() + 12, top + metric.ascent()), words)
            top += metric.height() + 2

    # pointer and keys

    def at(self, point: QPointF) -> int:
        """Return who is under a point, -1 for nobody."""
        best, near = -1, 1e9
        for n in range(len(self.nodes)):
            spot = self._spot(n)
            far = hypot(spot.x() - point.x(), spot.y() - point.y())
            if far <= max(self._size(n) + 3, 6) and far < near:
                best, near = n, far
        if best >= 0:
            return best
        return next((n for box, n in self._named if box.contains(point)), -1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of the picture."""
        self._grip, self._moved = event.position(), False
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Move the picture, or see who is under the pointer."""
        if self._grip is not None and event.buttons() & Qt.MouseButton.LeftButton:
            step = event.position() - self._grip
            if self._moved or hypot(step.x(), step.y()) > 4:
                self._moved = True
                self._at += step
                self._grip = event.position()
                self._over = -1
                self._moves()
            return
        over = self.at(event.position())
        if over != self._over:
            self._over = over
            self.setCursor(
                Qt.CursorShape.PointingHandCursor if over >= 0 else Qt.CursorShape.ArrowCursor
            )
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose who is under the pointer."""
        self._grip = None
        if not self._moved and event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit(self.at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open who is under the pointer; look at a group where nobody is."""
        at = self.at(event.position())
        if at >= 0:
            self.opened.emit(at)
            return
        for group, one in enumerate(self.groups):
            middle = QPointF(one["x"], one["y"]) * self._scale + self._at
            away = event.position() - middle
            if hypot(away.x(), away.y()) <= one["radius"] * self._scale:
                self.group_asked.emit(group)
                return

    def leaveEvent(self, event: QEvent) -> None:
        """Nobody is under the pointer."""
        self._over = -1
        self.update()
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Come closer or go away about the pointer."""
        self.zoom(1.0015 ** event.angleDelta().y(), event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Take the keys of the picture before the window does."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.text() in ("+", "=", "-", "0")
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """+ and - zoom, 0 shows everything."""
        match event.text():
            case "+" | "=":
                self.zoom(1.25)
            case "-":
                self.zoom(0.8)
            case "0":
                self.fit()
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep everything in sight."""
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        """Paint anew in another theme."""
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange):
            self._again()
        super().changeEvent(event)
