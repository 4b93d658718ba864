"""Where the ticks of an axis stand: round numbers, powers of ten, days and months of a zone."""

from __future__ import annotations

import math
from datetime import datetime, timedelta, tzinfo
from typing import Final

_MINUTE, _HOUR, _DAY = 60_000, 3_600_000, 86_400_000
_CLOCK: Final = (5, 15, 30, 60, 180, 360, 720)
"""Steps below a day, in minutes."""
_LENGTHS: Final = (
    1, 2, 5, 10, 15, 30, 60, 120, 180, 360, 720, 1440, 2880, 7200, 14400, 43200, 144000,
)  # fmt: skip
_APART: Final = (1, 5, 15, 60, 240, 720, 1440, 4320, 10080, 43200, 129600, 525600)
_DAYS: Final = (1, 2, 7, 14)
_MONTHS: Final = (1, 2, 3, 6, 12, 24, 60, 120)


def numbers(low: float, high: float, most: int, *, whole: bool = False) -> list[float]:
    """Return round numbers that enclose a span, at most `most` steps; `whole`: no fractions."""
    span = high - low
    if span <= 0 or not math.isfinite(span):
        span = abs(high) or 1.0
    raw = span / max(1, most)
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(m * power for m in (1, 2, 2.5, 5, 10) if m * power >= raw * 0.999)
    if whole:
        step = max(1.0, float(math.ceil(step)))
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return [round(n * step, 10) for n in range(first, max(last, first + 1) + 1)]


def lengths(low: float, high: float, most: int) -> list[float]:
    """Return lengths of time in minutes, in the steps of a clock, that enclose a span."""
    step = next((s for s in _LENGTHS if s * most >= high - low), 0)
    if not step:
        return numbers(low, high, most)
    return [float(step * n) for n in range(math.floor(low / step), math.ceil(high / step) + 1)]


def lengths_apart(low: float, high: float) -> list[float]:
    """Return lengths of time in minutes that lie far apart, for an axis of powers."""
    return [float(v) for v in _APART if low * 0.999 <= v <= high * 1.001]


def powers(low: float, high: float) -> list[float]:
    """Return powers of ten, and twos and fives where there are few of them; both above nought."""
    first, last = math.floor(math.log10(low)), math.ceil(math.log10(high))
    factors = (1,) if last - first > 3 else (1, 2, 5) if last - first < 3 else (1, 3)
    found = [f * 10.0**p for p in range(first, last + 1) for f in factors]
    return [v for v in found if low * 0.999 <= v <= high * 1.001]


def moments(since: int, until: int, zone: tzinfo, most: int) -> tuple[str, list[int]]:
    """Return the step (`clock`, `day`, `month`, `year`) and the moments (UTC ms) on it."""
    span = until - since
    most = max(1, most)
    for minutes in _CLOCK:
        if span <= minutes * _MINUTE * most:
            return "clock", _within(since, until, zone, minutes)
    for days in _DAYS:
        if span <= days * _DAY * most:
            return "day", _day_steps(since, until, zone, days)
    for months in _MONTHS:
        if span <= months * 30.44 * _DAY * most:
            return ("month" if months < 12 else "year"), _months(since, until, zone, months)
    return "year", _months(since, until, zone, 240)


def _ms(moment: datetime) -> int:
    return round(moment.timestamp() * 1000)


def _begin(since: int, zone: tzinfo) -> datetime:
    local = datetime.fromtimestamp(since / 1000, zone)
    return local.replace(hour=0, minute=0, second=0, microsecond=0)


def _within(since: int, until: int, zone: tzinfo, minutes: int) -> list[int]:
    day = _begin(since, zone)
    found: list[int] = []
    while _ms(day) < until:
        for at in range(0, 1440, minutes):
            found.append(_ms(day.replace(hour=at // 60, minute=at % 60)))
        day = (day + timedelta(days=1)).replace(hour=0, minute=0)
    return [at for at in sorted(set(found)) if since <= at < until]


def _day_steps(since: int, until: int, zone: tzinfo, step: int) -> list[int]:
    day, found = _begin(since, zone), []
    while day.toordinal() % step != (1 if step >= 7 else 0) % step:  # weeks begin on Mondays
        day -= timedelta(days=1)
    while _ms(day) < until:
        found.append(_ms(day))
        day += timedelta(days=step)
    return [at for at in found if since <= at < until]


def _months(since: int, until: int, zone: tzinfo, step: int) -> list[int]:
    first = _begin(since, zone)
    at = (first.year * 12 + first.month - 1) // step * step
    found: list[int] = []
    while True:
        moment = first.replace(year=at // 12, month=at % 12 + 1, day=1)
        if _ms(moment) >= until:
            return [m for m in found if m >= since]
        found.append(_ms(moment))
        at += step
