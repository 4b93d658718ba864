"""Charts whose values stand upright: over time, over numbers, over a few categories."""

from __future__ import annotations

import math
from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF

from cmapp.domain import hours
from cmapp.domain.chart import Datum, Series
from cmapp.ui import look
from cmapp.ui.charts import scale, words
from cmapp.ui.charts.scene import (
    CENTER,
    LEFT,
    RIGHT,
    Build,
    Hole,
    Mark,
    Run,
    Words,
    direct,
    index,
    known,
    thinned,
)  # fmt: skip

_BARS = ("bar",)
_DOT = 3.0


class Upright:
    """The way from data to pixels of one chart."""

    def __init__(self, made: Build, shown: tuple[float, float] | None) -> None:
        self.made, self.scene, self.chart = made, made.scene, made.chart
        self._index = index(self.chart.x)
        self._log = self.chart.x.kind == "log"
        self._log_y = self.chart.y.kind == "log"
        self._step = self._usual_step()
        # the bands of many lines lie over each other and tell nothing: hover and table have them
        self._few = sum(s.mark in ("line", "step") for s in self.chart.series) <= 2
        self.scene.whole = self._domain()
        self.scene.zooms = self.chart.x.kind != "category"
        self.scene.shown = shown or self.scene.whole
        self.scene.scale = self._range()
        self.scene.upright, self.scene.log_y = True, self._log_y

    # x

    def _domain(self) -> tuple[float, float]:
        chart = self.chart
        if chart.x.kind == "time":
            return float(chart.since), float(max(chart.until, chart.since + 1))
        if chart.x.kind == "category":
            return 0.0, float(max(1, len(chart.x.ticks)))
        found = [
            float(v)
            for s in chart.series
            for d in s.data
            for v in (d.x, d.end)
            if isinstance(v, int | float)
        ]
        if self._log:
            above = [v for v in found if v > 0] or [1.0]
            self._least = min(above) / 2
            low, high = self.u(min(above) / 2), self.u(max(above))
        else:
            low, high = min(found, default=0.0), max(found, default=1.0)
        pad = 0.03 * (high - low) if chart.form == "scatter" else 0.0
        return low - pad, high + pad if high > low else low + 1.0

    def _usual_step(self) -> float:
        if self.chart.x.kind != "time":
            return 1.0
        steps = [
            float(b.x) - float(a.x) for s in self.chart.series for a, b in pairwise(s.data)
            if _number(a.x) and _number(b.x)
        ]  # fmt: skip
        return min((s for s in steps if s > 0), default=86_400_000.0)

    def u(self, x: float | int | str) -> float:
        """Return a place in the measure of the axis."""
        if isinstance(x, str):
            return self._index.get(x, 0) + 0.5
        return math.log10(max(float(x), self._least)) if self._log else float(x)

    def px(self, u: float) -> float:
        """Return the pixel of a place."""
        low, high = self.scene.shown
        plot = self.scene.plot
        return plot.left() + (u - low) / (high - low) * plot.width()

    def span(self, datum: Datum) -> tuple[float, float]:
        """Return the pixels that a datum takes up."""
        if isinstance(datum.x, str):
            middle = self.u(datum.x)
            return self.px(middle - 0.5), self.px(middle + 0.5)
        end = datum.end if datum.end is not None else float(datum.x) + self._step
        return self.px(self.u(datum.x)), self.px(self.u(end))

    def middle(self, datum: Datum) -> float:
        """Return the pixel that a point of a line stands at."""
        if isinstance(datum.x, str) or datum.end is None:
            return self.px(self.u(datum.x))
        left, right = self.span(datum)
        return (left + right) / 2

    def _seen(self, left: float, right: float) -> bool:
        return right > self.scene.plot.left() - 0.5 and left < self.scene.plot.right() + 0.5

    # y

    def _range(self) -> tuple[float, float]:
        low, high = math.inf, -math.inf
        stacks: dict[object, float] = {}
        for series in self.chart.series:
            for datum in series.data:
                if datum.value is None:
                    continue
                if series.stacked:
                    stacks[datum.x] = stacks.get(datum.x, 0.0) + datum.value
                    high, low = max(high, stacks[datum.x]), min(low, 0.0, datum.value)
                    continue
                edges = [v for v in (datum.value, datum.low, datum.high) if v is not None]
                low, high = min(low, *edges), max(high, *edges)
        if high < low:
            return 0.0, 1.0
        rests = any(s.mark in ("bar", "area") or s.stacked for s in self.chart.series)
        if rests or (low >= 0 and low < 0.4 * high):
            low, high = min(0.0, low), max(0.0, high)
        if self.made.top is not None:
            high = max(high, self.made.top)
        if self._log_y:
            return max(low, 1e-9), max(high, 1e-8)
        steps = max(2, min(5, int(self.scene.plot.height() / 44)))
        unit = self._unit()
        ticks = self._round(low, high, steps, unit)
        low = 0.0 if low >= 0 and rests else ticks[0]
        ends = ticks[-1] if unit == "share" and ticks[-1] <= 1 else high
        return low, max(ends if ends > low else ticks[-1], high + 0.04 * (high - low))

    def _unit(self) -> str:
        return self.chart.series[0].unit if self.chart.series else self.chart.y.unit

    @staticmethod
    def _round(low: float, high: float, most: int, unit: str) -> list[float]:
        if unit in ("minutes", "hours"):
            by = 60.0 if unit == "hours" else 1.0
            return [v / by for v in scale.lengths(low * by, high * by, most)]
        return scale.numbers(low, high, most, whole=unit == "count")

    def _apart(self, low: float, high: float, unit: str) -> list[float]:
        if unit in ("minutes", "hours"):
            by = 60.0 if unit == "hours" else 1.0
            return [v / by for v in scale.lengths_apart(low * by, high * by)]
        return scale.powers(low, high)

    def y(self, value: float) -> float:
        """Return the pixel of a value."""
        low, high = self.scene.scale
        plot = self.scene.plot
        if self._log_y:
            low, high, value = math.log10(low), math.log10(high), math.log10(max(value, low))
        return plot.bottom() - (value - low) / ((high - low) or 1.0) * plot.height()

    # the axes

    def frame(self) -> None:
        """Take room for the axes; put the ticks and the grid."""
        made, plot, chart = self.made, self.scene.plot, self.chart
        unit = chart.series[0].unit if chart.series else chart.y.unit
        steps = max(2, min(5, int(plot.height() / 44)))
        low, high = self.scene.scale
        ticks = (
            self._apart(low, high, unit) if self._log_y else self._round(low, high, steps, unit)
        )  # fmt: skip
        ticks = [t for t in ticks if low - 1e-9 <= t <= high + 1e-9]
        names = [words.tick(t, unit) for t in ticks]
        left = max((made.wide(n) for n in names), default=0.0) + 10
        right = self._ends() if direct(chart, self.scene.size) else 4.0
        title = 18.0 if chart.form == "scatter" else 0.0
        plot.adjust(left, 6 + title, -right, -22 - title)
        for value, name in zip(ticks, names, strict=True):
            self.scene.ticks_y.append((math.log10(value) if self._log_y else value, name))
        if low <= 0 <= high and not self._log_y:
            self.scene.ground = QLineF(plot.left(), self.y(0), plot.right(), self.y(0))
        if title:
            made.say(QRectF(0, plot.top() - 24, plot.right(), 16), words.say(chart.y.label))
            box = QRectF(plot.left(), plot.bottom() + 22, plot.width(), 16)
            made.say(box, words.say(chart.x.label), RIGHT)
        for x, name in self._under():
            if x + made.wide(name) / 2 <= self.scene.size.width() + 2:
                self.scene.ticks_x.append((self.scene.at(x), name))

    def _ends(self) -> float:
        if len(self.chart.series) < 2:
            return 4.0
        font = look.font(11.5, 500)
        widest = max(self.made.wide(words.say(s.label), font) for s in self.chart.series)
        return min(widest + 24, 0.26 * self.scene.size.width())

    def _under(self) -> Iterator[tuple[float, str]]:
        chart, plot = self.chart, self.scene.plot
        low, high = self.scene.shown
        if chart.x.kind == "time":
            most = max(2, int(plot.width() / 64))
            zone = hours.zone(chart.zone)
            step, ticks = scale.moments(int(low), int(high), zone, most)
            places = [(self._tick_at(t, step), words.moment(t, chart.zone, step)) for t in ticks]
            for x, name in places:
                if x <= plot.right():
                    yield x, name
        elif chart.x.kind == "category":
            names = words.categories(chart.x)
            places = [(self.px(n + 0.5), name) for n, name in enumerate(names.values())]
            for x, name in thinned(places, self.made.wide, 8):
                yield x, name
        else:
            ticks_n = (
                self._apart(10**low, 10**high, chart.x.unit) if self._log
                else self._round(low, high, max(2, int(plot.width() / 80)), chart.x.unit)
            )  # fmt: skip
            places = [
                (self.px(self.u(t)), words.tick(t, chart.x.unit)) for t in ticks_n
                if low - 1e-9 <= self.u(t) <= high + 1e-9
            ]  # fmt: skip
            for x, name in thinned(places, self.made.wide, 10):
                yield x, name

    def _tick_at(self, at: int, step: str) -> float:
        """A day's name stands under the middle of its bar, where a bar is a day."""
        bars = any(s.mark in _BARS for s in self.chart.series)
        width = self.px(at + self._step) - self.px(at)
        return self.px(at) + (width / 2 if bars and step == "day" and width > 12 else 0.0)

    # marks

    def bars(self) -> None:
        """Put the bars: on each other, or beside each other."""
        heaped = [s for s in self.chart.series if s.mark in _BARS and s.stacked]
        beside = [s for s in self.chart.series if s.mark in _BARS and not s.stacked]
        base: dict[object, float] = {}
        last: dict[object, Mark] = {}
        for series in heaped:
            for datum in series.data:
                left, right = self._inner(datum)
                if not self._seen(left, right):
                    continue
                if datum.value is None:
                    self._void(series, datum, left, right)
                    continue
                at = base.get(datum.x, 0.0)
                mark = self._bar(series, datum, left, right, at)
                base[datum.x] = at + datum.value
                if datum.value:
                    if datum.x in last:
                        last[datum.x].end = False
                    last[datum.x] = mark
        for n, series in enumerate(beside):
            for datum in series.data:
                left, right = self._inner(datum)
                each = (right - left) / len(beside)
                left, right = left + n * each, left + (n + 1) * each - (1 if len(beside) > 1 else 0)
                if not self._seen(left, right):
                    continue
                if datum.value is None:
                    self._void(series, datum, left, right)
                else:
                    self._bar(series, datum, left, right, 0.0)
                    self._whisker(datum, (left + right) / 2)

    def _inner(self, datum: Datum) -> tuple[float, float]:
        left, right = self.span(datum)
        wide = right - left
        air = min(max(0.2 * wide, 1.0), 8.0) if wide > 3 else 0.0
        if isinstance(datum.x, str) and wide - air > 56:
            air = wide - 56
        return left + air / 2, right - air / 2

    def _bar(self, series: Series, datum: Datum, left: float, right: float, at: float) -> Mark:
        value = datum.value or 0.0
        bottom, top = self.y(max(at, self.scene.scale[0])), self.y(at + value)
        box = QRectF(left, min(bottom, top), max(1.0, right - left), abs(bottom - top))
        plot = self.scene.plot
        hit = QRectF(left, plot.top(), max(1.0, right - left), plot.height())
        mark = Mark(series, datum, box, hit, "bar")
        self.scene.marks.append(mark)
        return mark

    def _void(self, series: Series, datum: Datum, left: float, right: float) -> None:
        """What is not known has the room of its bar, and nothing in it."""
        plot = self.scene.plot
        box = QRectF(left, plot.top() + 2, max(2.0, right - left), plot.height() - 2)
        covered = any(not h.strip and h.box.intersects(box) and self._inside(datum, h)
                      for h in self.scene.holes)  # fmt: skip
        self.scene.marks.append(Mark(series, datum, box, box, "void", covered=covered))

    def _inside(self, datum: Datum, hole: Hole) -> bool:
        end = datum.end if datum.end is not None else datum.x
        gap = hole.gap
        return _number(datum.x) and gap.start <= float(datum.x) and float(end or 0) <= gap.end

    def _whisker(self, datum: Datum, x: float) -> None:
        if datum.low is not None and datum.high is not None and datum.value is not None:
            self.scene.whiskers.append(QLineF(x, self.y(datum.low), x, self.y(datum.high)))

    def lines(self) -> None:
        """Put lines, areas, steps and dots; nothing is drawn over what is not known."""
        heap: dict[object, float] = {}
        for series in self.chart.series:
            if series.mark in (*_BARS, "cell"):
                continue
            run: list[tuple[QPointF, Datum, float]] = []
            before: Datum | None = None
            for datum in series.data:
                x = self.middle(datum)
                if datum.value is None or (before is not None and self._gap(before, datum)):
                    self._line(series, run)
                    run = []
                if datum.value is not None:
                    at = heap.get(datum.x, 0.0) if series.stacked else 0.0
                    heap[datum.x] = at + datum.value
                    point = QPointF(x, self.y(at + datum.value))
                    self._dot(series, datum, point)
                    run.append((point, datum, at))
                elif self._seen(x, x):
                    left, right = self.span(datum)
                    if datum.end is None:
                        left, right = x - 4, x + 4
                    self._void(series, datum, left, right)
                before = datum
            self._line(series, run)

    def _gap(self, one: Datum, two: Datum) -> bool:
        if not (_number(one.x) and _number(two.x)) or self.chart.x.kind != "time":
            return False
        a, b = float(one.x), float(two.x)
        return any(not g.account and g.start < b and g.end > a for g in self.chart.gaps
                   if a < (g.start + g.end) / 2 < b)  # fmt: skip

    def _dot(self, series: Series, datum: Datum, point: QPointF) -> None:
        plot = self.scene.plot
        if not plot.adjusted(-1, -40, 1, 40).contains(point):
            return
        box = QRectF(point.x() - _DOT, point.y() - _DOT, 2 * _DOT, 2 * _DOT)
        if self.chart.form == "scatter":
            hit = box.adjusted(-5, -5, 5, 5)
        else:
            left, right = self.span(datum)
            reach = max(6.0, (right - left) / 2)
            hit = QRectF(point.x() - reach, plot.top(), 2 * reach, plot.height())
        self.scene.marks.append(Mark(series, datum, box, hit, "dot"))
        if self.chart.form == "scatter" or self.chart.x.kind == "category":
            self._whisker(datum, point.x())

    def _line(self, series: Series, run: list[tuple[QPointF, Datum, float]]) -> None:
        if not run or series.mark == "dot":
            return
        points = [p for p, _, _ in run]
        if series.mark == "step":
            stairs: list[QPointF] = []
            for p, datum, _ in run:
                left, right = self.span(datum)
                stairs += [QPointF(left, p.y()), QPointF(right, p.y())]
            points = stairs
        soft: list[QPointF] = []
        if series.mark == "area" or series.stacked:
            soft = [*points, *(QPointF(p.x(), self.y(at)) for p, _, at in reversed(run))]
        elif self._few and all(d.low is not None and d.high is not None for _, d, _ in run):
            upper = [QPointF(p.x(), self.y(d.high or 0.0)) for p, d, _ in run]
            lower = [QPointF(p.x(), self.y(d.low or 0.0)) for p, d, _ in reversed(run)]
            soft = upper + lower
        self.scene.runs.append(Run(series, points, soft, series.role == "quiet"))

    # gaps and names

    def holes(self) -> None:
        """Put the stretches that nobody watched; of single accounts a strip under the plot."""
        if self.chart.x.kind != "time":
            return
        plot = self.scene.plot
        for gap in self.chart.gaps:
            left = max(plot.left(), self.px(float(gap.start)))
            right = min(plot.right(), self.px(float(gap.end)))
            if right - left < 1.0:
                continue
            if gap.account:
                box = QRectF(left, plot.bottom() + 1, right - left, 4)
                self.scene.holes.append(Hole(box, gap, "", strip=True))
                continue
            box = QRectF(left, plot.top(), right - left, plot.height())
            said = words.why(gap.why)
            fits = self.made.wide(said) + 10 <= box.width()
            stands = self.made.wide(said) + 16 <= box.height() and box.width() >= 15
            self.scene.holes.append(Hole(box, gap, said if fits or stands else "", tall=not fits))

    def names(self) -> None:
        """Put the name of each series at its right end, none over another."""
        chart, plot = self.chart, self.scene.plot
        if len(chart.series) < 2 or not direct(chart, self.scene.size):
            return
        wanted: list[tuple[float, Series]] = []
        for series in chart.series:
            of = [m for m in self.scene.marks if m.series is series and m.shape != "void"]
            tall = [m for m in of[-6:] if m.box.height() >= 1] or of[-1:]
            y = tall[-1].centre.y() if tall else plot.bottom()
            wanted.append((y, series))
        wanted.sort(key=lambda w: w[0])
        at = plot.top()
        heads: list[float] = []
        for y, _ in wanted:
            at = max(at, y - 8)
            heads.append(at)
            at += 16
        over = heads[-1] + 16 - plot.bottom() - 2
        if over > 0:
            heads = [h - over for h in heads]
        room = self.scene.size.width() - plot.right() - 8
        for head, (_, series) in zip(heads, wanted, strict=True):
            box = QRectF(plot.right() + 8, head, room, 16)
            said = Words(box, words.say(series.label), LEFT, "ink", 11.5, 500, series.role)
            self.scene.words.append(said)

    def values(self) -> None:
        """Put the values on a few bars that have room for them."""
        if self.chart.x.kind != "category" or len(self.chart.series) != 1:
            return
        for mark in self.scene.marks:
            if mark.shape != "bar" or mark.datum.value is None:
                continue
            said = words.value(mark.datum.value, mark.series.unit)
            if self.made.wide(said) <= mark.hit.width() + 8 and not self.scene.whiskers:
                box = QRectF(mark.centre.x() - 40, mark.box.top() - 17, 80, 16)
                self.made.say(box, said, CENTER, "ink")


def _number(x: object) -> bool:
    return isinstance(x, int | float)


def lay(made: Build, shown: tuple[float, float] | None) -> None:
    """Lay out a chart that stands upright."""
    way = Upright(made, shown)
    way.frame()
    way.holes()
    way.bars()
    way.lines()
    way.names()
    way.values()
    if not known([d for s in made.chart.series for d in s.data]):
        made.scene.ticks_y = made.scene.ticks_y[:1]
