"""Dates as people type them: `2026-11-01`, `11月`, `7d`, `yesterday`, `昨天` → a span of time."""

from __future__ import annotations

import re
import time
from datetime import UTC, date, datetime, timedelta, tzinfo

Span = tuple[int, int]
"""Where it begins and where it is over (UTC ms). An instant ends where it begins."""

_UNITS = {
    "min": 60, "minute": 60, "minutes": 60, "分钟": 60, "分鐘": 60,
    "h": 3600, "hour": 3600, "hours": 3600, "小时": 3600, "小時": 3600,
    "d": 86_400, "day": 86_400, "days": 86_400, "天": 86_400, "日": 86_400,
    "w": 604_800, "week": 604_800, "weeks": 604_800, "周": 604_800, "週": 604_800,
    "mo": 2_592_000, "month": 2_592_000, "months": 2_592_000, "个月": 2_592_000,
    "個月": 2_592_000, "y": 31_536_000, "year": 31_536_000, "years": 31_536_000, "年": 31_536_000,
}  # fmt: skip
_AGO = re.compile(r"(\d{1,4})(" + "|".join(sorted(_UNITS, key=len, reverse=True)) + r")(?:前|ago)?")
_DAYS = {
    "today": 0, "今天": 0, "今日": 0, "yesterday": -1, "昨天": -1, "昨日": -1, "前天": -2,
    "tomorrow": 1, "明天": 1,
}  # fmt: skip
_WEEKS = {
    "thisweek": 0, "week": 0, "本周": 0, "本週": 0, "这周": 0, "這週": 0,
    "lastweek": -1, "上周": -1, "上週": -1,
}  # fmt: skip
_MONTHS = {
    "thismonth": 0, "month": 0, "本月": 0, "这个月": 0, "這個月": 0,
    "lastmonth": -1, "上月": -1, "上个月": -1, "上個月": -1,
}  # fmt: skip
_YEARS = {"thisyear": 0, "year": 0, "今年": 0, "lastyear": -1, "去年": -1}
_DATE = re.compile(
    r"(?P<y>\d{4})(?:[-/.年](?P<m>\d{1,2})(?:[-/.月](?P<d>\d{1,2})日?|月)?|年)?"
    r"|(?P<m2>\d{1,2})(?:[-/月](?P<d2>\d{1,2})日?|月)"
)


def read(text: str, *, now: int, zone: tzinfo | None = None) -> Span | None:
    """Return the span that `text` names, None if it names none.

    Days begin at midnight in `zone` (the machine's where it is None). A day without a year is
    the last one that has begun.
    """
    text = text.replace("_", "").replace(" ", "")
    if ago := _AGO.fullmatch(text):
        then = now - int(ago[1]) * _UNITS[ago[2]] * 1000
        return (then, then) if then > 0 else None
    today = _day(now, zone)
    try:
        days = _named(text.replace("-", ""), today) or _written(text, today)
        return None if days is None else (_begin(days[0], zone), _begin(days[1], zone))
    except (ValueError, OverflowError, OSError):
        return None  # the 31st of June, the year 0


def _named(text: str, today: date) -> tuple[date, date] | None:
    if (n := _DAYS.get(text)) is not None:
        day = today + timedelta(n)
        return day, day + timedelta(1)
    if (n := _WEEKS.get(text)) is not None:
        monday = today + timedelta(7 * n - today.weekday())
        return monday, monday + timedelta(7)
    if (n := _MONTHS.get(text)) is not None:
        return _month(*_shifted(today.year, today.month + n))
    if (n := _YEARS.get(text)) is not None:
        return date(today.year + n, 1, 1), date(today.year + n + 1, 1, 1)
    return None


def _written(text: str, today: date) -> tuple[date, date] | None:
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    if found["y"]:
        year, month, day = int(found["y"]), found["m"], found["d"]
        if not 1990 <= year <= 2200:
            return None  # 5000 is a number, not a year
    else:
        year, month, day = today.year, found["m2"], found["d2"]
        if (int(month), int(day or 1)) > (today.month, today.day):
            year -= 1
    if not month:
        return date(year, 1, 1), date(year + 1, 1, 1)
    if not day:
        return _month(year, int(month))
    that = date(year, int(month), int(day))
    return that, that + timedelta(1)


def _shifted(year: int, month: int) -> tuple[int, int]:
    return (year - 1, 12) if month < 1 else (year, month)


def _month(year: int, month: int) -> tuple[date, date]:
    return date(year, month, 1), date(year + month // 12, month % 12 + 1, 1)


def _day(now: int, zone: tzinfo | None) -> date:
    if zone is not None:
        return datetime.fromtimestamp(now / 1000, tz=zone).date()
    here = time.localtime(now / 1000)
    return date(here.tm_year, here.tm_mon, here.tm_mday)


def _begin(day: date, zone: tzinfo | None) -> int:
    """Return the first moment of a day (UTC ms)."""
    if zone is None:
        return int(time.mktime((day.year, day.month, day.day, 0, 0, 0, 0, 0, -1)) * 1000)
    first = datetime(day.year, day.month, day.day, tzinfo=zone).astimezone(UTC)
    return int(first.timestamp() * 1000)
