"""A chart drawn as SVG, text by text the same on every machine: for reports, without a window.

The picture says what the data say and no more: a time that nobody watched is hatched, an unknown
value is an open diamond on the ground line, an interval is a whisker. Colours come from the page's
style sheet by class (`style` is what a picture that stands alone needs).
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from html import escape
from itertools import pairwise

from cmapp.domain import hours
from cmapp.domain.chart import Axis, Chart, Datum, Say, Series
from cmapp.services import wordbook
from cmapp.services.reports import shown

WIDTH = 720
LIGHT: Mapping[str, str] = {
    "main": "#3556D6", "second": "#0F7B5A", "third": "#A4510A", "fourth": "#6B4DE6",
    "good": "#0F7B5A", "bad": "#B3261E", "held": "#6B4DE6", "quiet": "#98A1B0",
    "ink": "#15181E", "muted": "#616B7C", "line": "#E5E8ED", "surface": "#FFFFFF",
}  # fmt: skip
DARK: Mapping[str, str] = {
    "main": "#86A1FF", "second": "#57C79E", "third": "#F0A95B", "fourth": "#B29CFF",
    "good": "#57C79E", "bad": "#FF8A80", "held": "#B29CFF", "quiet": "#6C7686",
    "ink": "#E9EBEF", "muted": "#9AA4B5", "line": "#262B35", "surface": "#15181E",
}  # fmt: skip
ROLES = ("main", "second", "third", "fourth", "good", "bad", "held", "quiet")


def rules(colour: Callable[[str], str]) -> str:
    """Return the style rules of pictures, with the colours as `colour` names them."""
    lines = [
        f".f-{r}{{fill:{colour(r)}}}.l-{r}{{fill:none;stroke:{colour(r)};stroke-width:2}}"
        for r in ROLES
    ]
    return "".join(
        (
            *lines,
            f".t{{fill:{colour('muted')};font-size:11px}}.n{{fill:{colour('ink')};font-size:11px}}",
            f".g{{stroke:{colour('line')};stroke-width:1}}",
            f".h{{stroke:{colour('quiet')};stroke-width:1;opacity:.55}}",
            f".u{{fill:{colour('surface')};stroke:{colour('muted')};stroke-width:1.2}}",
            f".w{{stroke:{colour('ink')};stroke-width:1.2;opacity:.7}}",
        )
    )


def style(fonts: str) -> str:
    """Return the style sheet of a picture that stands alone on white."""
    return f"text{{font-family:{fonts}}}" + rules(LIGHT.__getitem__)


@dataclass(frozen=True, slots=True)
class _Frame:
    chart: Chart
    language: str
    left: float
    top: float
    right: float
    bottom: float

    def words(self, what: Say) -> str:
        return escape(wordbook.say(what, self.language))


def draw(chart: Chart, language: str, *, number: int = 0, sheet: str = "") -> str:
    """Return the picture as an `<svg>` element, "" for a chart that is a table only.

    `number` tells the pictures of one page apart; `sheet` is a style sheet to carry.
    """
    marks = [s for s in chart.series if s.data]
    if chart.form == "table" or not marks:
        return ""
    body: list[str] = []
    legend = len(chart.series) > 1
    top = 30.0 if legend else 10.0
    match chart.form:
        case "bars":
            places = _categories(chart.x, marks)
            lanes = 1 if all(s.stacked for s in marks) else len(marks)
            label = min(220.0, 12 + max(_wide(_tick(chart.x, p, language)) for p in places))
            height = top + len(places) * (lanes * 13 + 11) + 24
            frame = _Frame(chart, language, label + 8, top, WIDTH - 64, height - 24)
            body += _flat_bars(frame, marks, places, lanes)
        case "heat":
            frame = _heat_frame(chart, marks, language)
            height = frame.bottom + 28
            legend = False
            body += _heat(frame, marks[0])
        case _:
            height = 264.0
            frame = _Frame(chart, language, 52, top, WIDTH - 12, height - 34)
            body += _upright(frame, marks, number)
    if legend:
        body += _legend(frame, chart.series)
    name = escape(wordbook.say(chart.title, language))
    css = f"<style>{sheet}</style>" if sheet else ""
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {_n(height)}" role="img"'
        f' aria-label="{name}">{css}{"".join(body)}</svg>'
    )


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") or "0"


def _wide(text: str) -> float:
    """Return about how wide a text of 11 px is."""
    return sum(11.0 if c > "\u2e7f" else 6.2 for c in text)


def _text(x: float, y: float, words: str, *, kind: str = "t", anchor: str = "start") -> str:
    return f'<text class="{kind}" x="{_n(x)}" y="{_n(y)}" text-anchor="{anchor}">{words}</text>'


def _short(words: str, width: float) -> str:
    while words and _wide(words) > width:
        words = words[:-2].rstrip() + "…" if len(words) > 2 else ""
    return words


def _legend(frame: _Frame, series: Sequence[Series]) -> Iterator[str]:
    x = frame.left
    for one in series:
        words = wordbook.say(one.label, frame.language)
        yield f'<rect class="f-{one.role}" x="{_n(x)}" y="6" width="10" height="10" rx="2"/>'
        yield _text(x + 15, 15, escape(words), kind="n")
        x += 34 + _wide(words)


def _categories(axis: Axis, series: Sequence[Series]) -> list[str]:
    found = dict.fromkeys(str(d.x) for s in series for d in s.data)
    return [c for c, _ in axis.ticks if c in found] + [
        c for c in found if c not in dict(axis.ticks)
    ]


def _tick(axis: Axis, code: str, language: str) -> str:
    say = dict(axis.ticks).get(code)
    return wordbook.say(say, language) if say is not None else code


def nice(low: float, high: float, *, most: int = 5) -> list[float]:
    """Return round numbers from `low` or below to `high` or above."""
    if high <= low:
        high = low + 1
    step = 10 ** math.floor(math.log10((high - low) / most))
    for factor in (1, 2, 2.5, 5, 10):
        if (high - low) / (step * factor) <= most:
            step *= factor
            break
    first = math.floor(low / step + 1e-9)
    last = math.ceil(high / step - 1e-9)
    return [round(n * step, 10) for n in range(first, last + 1)]


def _reach(series: Sequence[Series]) -> tuple[float, float]:
    """Return the lowest and the highest that is drawn; bars and areas stand on zero."""
    sums: dict[object, float] = {}
    seen: list[float] = []
    for one in series:
        for d in one.data:
            if d.value is None:
                continue
            if one.stacked:
                sums[d.x] = sums.get(d.x, 0.0) + d.value
            else:
                seen += [v for v in (d.value, d.low, d.high) if v is not None]
    seen += sums.values()
    if not seen:
        return 0.0, 1.0
    grounded = sums or any(s.mark in ("bar", "area", "step") for s in series)
    low, high = min(seen), max(seen)
    if grounded or (low > 0 and low < (high - low) * 2):
        low = min(0.0, low)
    return low, high


# x upright: time, numbers, dots


def _upright(frame: _Frame, series: Sequence[Series], number: int) -> Iterator[str]:
    chart = frame.chart
    y_ticks = nice(*_reach(series))
    low, high = y_ticks[0], y_ticks[-1]

    def y(value: float) -> float:
        return frame.bottom - (value - low) / (high - low) * (frame.bottom - frame.top)

    x, x_marks = _x_axis(frame, series)
    for tick in y_ticks:
        at = y(tick)
        yield (
            f'<line class="g" x1="{_n(frame.left)}" x2="{_n(frame.right)}" y1="{_n(at)}"'
            f' y2="{_n(at)}"/>'
        )
        words = shown.tick(tick, series[0].unit, frame.language)
        yield _text(frame.left - 6, at + 4, words, anchor="end")
    for place, words in x_marks:
        yield _text(place, frame.bottom + 16, escape(words), anchor="middle")
    yield _text((frame.left + frame.right) / 2, frame.bottom + 30, frame.words(chart.x.label),
                anchor="middle")  # fmt: skip
    if chart.x.kind == "time":
        yield from _gaps(frame, x, number)
    ground: dict[object, float] = {}
    beside = [s for s in series if s.mark == "bar" and not s.stacked]
    for one in series:
        lane = (beside.index(one), len(beside)) if one in beside else (0, 1)
        yield from _marks(frame, one, x, y, ground, lane=lane, low=low)


def _x_axis(
    frame: _Frame, series: Sequence[Series]
) -> tuple[Callable[[float | str], float], list[tuple[float, str]]]:
    chart, width = frame.chart, frame.right - frame.left
    if chart.x.kind == "category":
        places = _categories(chart.x, series)
        step = width / max(1, len(places))
        where = {code: frame.left + (n + 0.5) * step for n, code in enumerate(places)}
        every = max(1, math.ceil(46 / step))
        named = [
            (where[code], _short(_tick(chart.x, code, frame.language), step * every - 4))
            for n, code in enumerate(places)
            if n % every == 0
        ]
        return (lambda v: where[str(v)]), named
    if chart.x.kind == "time":
        first, last = float(chart.since), float(chart.until)
        marks = list(_days(chart, frame.language))
    else:
        ends = [float(v) for s in series for d in s.data for v in (d.x, d.end)
                if isinstance(v, (int, float))]  # fmt: skip
        first, last = min(ends), max(ends)
        if chart.x.kind == "log":
            return _log_axis(frame, first, last)
        ticks = nice(first, last, most=8)
        first, last = min(first, ticks[0]), max(last, ticks[-1])
        marks = [(t, shown.tick(t, chart.x.unit, frame.language)) for t in ticks]
    last = last if last > first else first + 1

    def x(value: float | str) -> float:
        return frame.left + (float(value) - first) / (last - first) * width

    return x, [(x(at), words) for at, words in marks if first <= at <= last]


def _log_axis(
    frame: _Frame, first: float, last: float
) -> tuple[Callable[[float | str], float], list[tuple[float, str]]]:
    floor = max(first, 1e-9) if first > 0 else 0.5
    low, high = math.log10(floor), math.log10(max(last, floor * 10))

    def x(value: float | str) -> float:
        at = math.log10(max(float(value), floor))
        return frame.left + (at - low) / (high - low) * (frame.right - frame.left)

    powers = range(math.ceil(low), math.floor(high) + 1)
    unit = frame.chart.x.unit
    return x, [(x(10.0**p), shown.tick(10.0**p, unit, frame.language)) for p in powers]


def _days(chart: Chart, language: str) -> Iterator[tuple[float, str]]:
    """Yield days of the zone at which the axis is marked, at most about eight."""
    zone = hours.zone(chart.zone)
    day = datetime.fromtimestamp(chart.since / 1000, zone).date()
    last = datetime.fromtimestamp((chart.until - 1) / 1000, zone).date()
    count = (last - day).days + 1
    step = next((s for s in (1, 2, 7, 14, 30, 61, 91, 182, 365) if count / s <= 9), 730)
    while day <= last:
        at = datetime(day.year, day.month, day.day, tzinfo=zone).timestamp() * 1000
        yield max(at, float(chart.since)), day.strftime("%Y-%m" if step > 60 else "%m-%d")
        day += timedelta(days=step)


def _gaps(frame: _Frame, x: Callable[[float | str], float], number: int) -> Iterator[str]:
    shared = [g for g in frame.chart.gaps if not g.account]
    alone = [g for g in frame.chart.gaps if g.account]
    if not shared and not alone:
        return
    mark = f"gap{number}"
    yield (
        f'<defs><pattern id="{mark}" width="7" height="7" patternUnits="userSpaceOnUse">'
        '<path class="h" d="M-1 8L8 -1" fill="none"/></pattern></defs>'
    )
    for gap, top, height in (
        *((g, frame.top, frame.bottom - frame.top) for g in shared),
        *((g, frame.top - 5, 4.0) for g in alone),
    ):
        start, end = x(max(gap.start, frame.chart.since)), x(min(gap.end, frame.chart.until))
        why = escape(shown.why(gap.why, frame.language))
        yield (
            f'<rect x="{_n(start)}" y="{_n(top)}" width="{_n(max(1.0, end - start))}"'
            f' height="{_n(height)}" fill="url(#{mark})"><title>{why}</title></rect>'
        )


def _marks(
    frame: _Frame,
    one: Series,
    x: Callable[[float | str], float],
    y: Callable[[float], float],
    ground: dict[object, float],
    *,
    lane: tuple[int, int],
    low: float,
) -> Iterator[str]:
    base = y(max(0.0, low))
    points: list[tuple[float, float] | None] = []
    for d in one.data:
        start, end = _extent(frame, one, d, x)
        middle = (start + end) / 2
        if d.value is None:
            points.append(None)
            yield _unknown(frame, middle, base, d)
            continue
        bottom = ground.get(d.x, 0.0) if one.stacked else max(0.0, low)
        top = y(bottom + d.value if one.stacked else d.value)
        if one.stacked:
            ground[d.x] = bottom + d.value
        if one.mark == "bar":
            if d.value:
                width = (end - start) / lane[1]
                yield _box(frame, one, d, start + width * lane[0], width, top, y(bottom))
        elif one.mark in ("line", "area", "step"):
            points.append((middle, top))
        else:
            yield (
                f'<circle class="f-{one.role}" cx="{_n(middle)}" cy="{_n(top)}" r="3.2"'
                f' opacity=".8">{_title(frame, one, d)}</circle>'
            )
        if not one.stacked:
            at = start + (end - start) * (lane[0] + 0.5) / lane[1]
            yield from _whisker(d, at, y)
    yield from _line(one, points, base)


def _extent(
    frame: _Frame, one: Series, d: Datum, x: Callable[[float | str], float]
) -> tuple[float, float]:
    at = x(d.x)
    if isinstance(d.end, (int, float)):
        after = x(d.end)
        gap = min(2.0, (after - at) * 0.15)
        return at + gap / 2, max(after - gap / 2, at + 0.5)
    if frame.chart.x.kind == "category":
        step = (frame.right - frame.left) / max(1, len(_categories(frame.chart.x, [one])))
        return at - step * 0.38, at + step * 0.38
    return at, at


def _box(
    frame: _Frame, one: Series, d: Datum, left: float, width: float, top: float, bottom: float
) -> str:
    upper, tall = min(top, bottom), max(abs(bottom - top), 0.6)
    return (
        f'<rect class="f-{one.role}" x="{_n(left)}" y="{_n(upper)}" width="{_n(max(width, 0.5))}"'
        f' height="{_n(tall)}">{_title(frame, one, d)}</rect>'
    )


def _title(frame: _Frame, one: Series, d: Datum) -> str:
    value = shown.amount(d.value, one.unit, frame.language)
    n = f" (n={d.n})" if d.n is not None else ""
    return f"<title>{frame.words(one.label)}: {escape(value)}{n}</title>"


def _unknown(frame: _Frame, x: float, base: float, d: Datum) -> str:
    why = escape(shown.why(d.why, frame.language))
    return (
        f'<path class="u" d="M{_n(x)} {_n(base - 8)}l4 4l-4 4l-4 -4z"><title>{why}</title></path>'
    )


def _whisker(d: Datum, x: float, y: Callable[[float], float]) -> Iterator[str]:
    if d.low is not None and d.high is not None:
        a, b = y(d.low), y(d.high)
        yield (
            f'<path class="w" fill="none" d="M{_n(x)} {_n(a)}V{_n(b)}M{_n(x - 3)} {_n(a)}h6'
            f'M{_n(x - 3)} {_n(b)}h6"/>'
        )


def _line(one: Series, points: Sequence[tuple[float, float] | None], base: float) -> Iterator[str]:
    """Draw lines through what is known; where something is unknown the line breaks."""
    runs: list[list[tuple[float, float]]] = [[]]
    for point in points:
        if point is None:
            runs.append([])
        else:
            runs[-1].append(point)
    for run in (r for r in runs if r):
        if len(run) == 1:
            x, y = run[0]
            yield f'<circle class="f-{one.role}" cx="{_n(x)}" cy="{_n(y)}" r="2.5"/>'
            continue
        path = f"M{_n(run[0][0])} {_n(run[0][1])}"
        for (_, before), (x, y) in pairwise(run):
            path += f"H{_n(x)}V{_n(y)}" if one.mark == "step" else f"L{_n(x)} {_n(y)}"
            del before
        if one.mark == "area":
            closed = f"{path}V{_n(base)}H{_n(run[0][0])}z"
            yield f'<path class="f-{one.role}" opacity=".15" d="{closed}"/>'
        yield f'<path class="l-{one.role}" d="{path}"/>'


# bars that lie: categories with names


def _flat_bars(
    frame: _Frame, series: Sequence[Series], places: Sequence[str], lanes: int
) -> Iterator[str]:
    ticks = nice(*_reach(series))
    low, high = ticks[0], ticks[-1]

    def x(value: float) -> float:
        return frame.left + (value - low) / (high - low) * (frame.right - frame.left)

    for tick in ticks:
        yield (
            f'<line class="g" x1="{_n(x(tick))}" x2="{_n(x(tick))}" y1="{_n(frame.top)}"'
            f' y2="{_n(frame.bottom)}"/>'
        )
        words = shown.tick(tick, series[0].unit, frame.language)
        yield _text(x(tick), frame.bottom + 14, words, anchor="middle")
    tall = lanes * 13 + 11
    for n, place in enumerate(places):
        top = frame.top + n * tall + 5
        words = _short(_tick(frame.chart.x, place, frame.language), frame.left - 12)
        yield _text(frame.left - 8, top + tall / 2 - 1, escape(words), kind="n", anchor="end")
        sums = 0.0
        for lane, one in enumerate(series):
            found = next((d for d in one.data if str(d.x) == place), None)
            if found is None:
                continue
            upper = top + (0 if lanes == 1 else lane * 13)
            if found.value is None:
                yield _unknown(frame, x(max(0.0, low)) + 6, upper + 9, found)
                continue
            begin = sums if one.stacked else max(0.0, low)
            end = begin + found.value if one.stacked else found.value
            sums = end
            left, right = sorted((x(begin), x(end)))
            yield (
                f'<rect class="f-{one.role}" x="{_n(left)}" y="{_n(upper)}"'
                f' width="{_n(max(right - left, 0.5))}" height="11" rx="2">'
                f"{_title(frame, one, found)}</rect>"
            )
            if not one.stacked:
                if found.low is not None and found.high is not None:
                    a, b = x(found.low), x(found.high)
                    yield f'<path class="w" fill="none" d="M{_n(a)} {_n(upper + 5.5)}H{_n(b)}"/>'
                    right = max(right, b)
                words = shown.amount(found.value, one.unit, frame.language)
                yield _text(right + 5, upper + 9.5, escape(words), kind="n")


# heat maps


def _heat_frame(chart: Chart, series: Sequence[Series], language: str) -> _Frame:
    rows = _rows(chart, series)
    label = min(160.0, 10 + max(_wide(_tick(chart.y, r, language)) for r in rows))
    return _Frame(chart, language, label + 6, 8, WIDTH - 8, 8 + 24.0 * len(rows))


def _rows(chart: Chart, series: Sequence[Series]) -> list[str]:
    found = dict.fromkeys(d.y for s in series for d in s.data)
    known = dict(chart.y.ticks)
    return [c for c in known if c in found] + [c for c in found if c not in known]


def _heat(frame: _Frame, one: Series) -> Iterator[str]:
    columns, rows = _categories(frame.chart.x, [one]), _rows(frame.chart, [one])
    wide, tall = (frame.right - frame.left) / max(1, len(columns)), 24.0
    most = max((d.value for d in one.data if d.value is not None), default=0.0) or 1.0
    every = max(1, math.ceil(30 / wide))
    for n, row in enumerate(rows):
        words = escape(_tick(frame.chart.y, row, frame.language))
        yield _text(frame.left - 6, frame.top + n * tall + 16, words, kind="n", anchor="end")
    for n, column in enumerate(columns):
        if n % every == 0:
            words = escape(_tick(frame.chart.x, column, frame.language))
            yield _text(frame.left + (n + 0.5) * wide, frame.bottom + 14, words, anchor="middle")
    for d in one.data:
        left = frame.left + columns.index(str(d.x)) * wide
        top = frame.top + rows.index(d.y) * tall
        if d.value is None:
            yield _unknown(frame, left + wide / 2, top + 16, d)
            continue
        yield (
            f'<rect class="f-{one.role}" x="{_n(left + 1)}" y="{_n(top + 1)}"'
            f' width="{_n(wide - 2)}" height="{_n(tall - 2)}" rx="3"'
            f' fill-opacity="{_n(0.06 + 0.94 * d.value / most)}">{_title(frame, one, d)}</rect>'
        )
