"""Times as people say them: `fri 9:00`, `tomorrow`, `in 3 h`, `明天 9点`, `下周一`, `後天下午三點`.

Pure: the clock comes in, a moment goes out, both in local time without a zone.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

MORNING, EVENING = time(9), time(18)
_DIGITS = {c: n for n, c in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "两": 2,
    "兩": 2,
    "十": 10,
}
_DAYS_EN = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAYS_ZH = {c: n for n, c in enumerate("一二三四五六")} | {"日": 6, "天": 6}
_MONTHS = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip
_UNITS = {
    "m": 1, "min": 1, "mins": 1, "minute": 1, "minutes": 1, "分": 1, "分钟": 1, "分鐘": 1,
    "h": 60, "hour": 60, "hours": 60, "小时": 60, "小時": 60, "钟头": 60, "鐘頭": 60,
    "d": 1440, "day": 1440, "days": 1440, "天": 1440, "日": 1440,
    "w": 10080, "week": 10080, "weeks": 10080, "周": 10080, "週": 10080, "星期": 10080,
}  # fmt: skip
_SPAN = re.compile(
    r"(?:in )?(\d+)(?: ?个| ?個)? ?"
    r"(minutes?|mins?|m|hours?|h|days?|d|weeks?|w|分钟|分鐘|分|小时|小時|钟头|鐘頭|天|日|周|週|星期)"
    r"(?: ?(?:后|後|以后|以後|later))?"
)
_CLOCK = re.compile(r"(?:at )?(\d{1,2})(?:[:.：点點时時](\d{1,2})?(半)?)?分? ?(am|pm)?")
_PARTS = {
    "早上": 9, "上午": 9, "中午": 12, "下午": 14, "傍晚": 18, "晚上": 20, "今晚": 20,
    "morning": 9, "noon": 12, "afternoon": 14, "evening": 18, "tonight": 20,
}  # fmt: skip
_LATE = ("下午", "傍晚", "晚上", "今晚", "pm", "afternoon", "evening", "tonight")


def parse(words: str, now: datetime) -> datetime | None:
    """Return the moment that `words` mean, seen from `now`; None where they mean none.

    It lies ahead always: a clock that has passed today is tomorrow's, a weekday the next one.
    """
    said = _folded(words)
    if not said:
        return None
    span = _SPAN.fullmatch(said)
    if span and not (span[2] in ("日", "分") and "后" not in said and "後" not in said):
        return now + timedelta(minutes=int(span[1]) * _UNITS[span[2]])
    day, rest = _day(said, now.date())
    clock, rest = _clock(rest)
    if rest.strip(" ,，的") or (day is None and clock is None):
        return None
    if day is None:
        found = datetime.combine(now.date(), clock or MORNING)
        return found if found > now else found + timedelta(days=1)
    found = datetime.combine(day, clock or MORNING)
    if clock is None and found <= now and day == now.date():
        found = datetime.combine(day, EVENING)
    return found if found > now else None


def later_today(now: datetime) -> datetime | None:
    """Return this evening, or in three hours where that is nearer; None where the day is over."""
    found = max(now + timedelta(hours=3), datetime.combine(now.date(), EVENING))
    found = found.replace(minute=0, second=0, microsecond=0)
    return found if found.date() == now.date() and found > now else None


def tomorrow(now: datetime) -> datetime:
    """Return tomorrow morning."""
    return datetime.combine(now.date() + timedelta(days=1), MORNING)


def next_week(now: datetime) -> datetime:
    """Return the morning of the next Monday."""
    return datetime.combine(now.date() + timedelta(days=7 - now.weekday()), MORNING)


def _folded(words: str) -> str:
    said = " ".join(words.casefold().replace("：", ":").split())

    def number(found: re.Match[str]) -> str:
        text = found[0]
        if "十" in text:
            tens, _, ones = text.partition("十")
            return str((_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0))
        return "".join(str(_DIGITS[c]) for c in text)

    # numerals, but not those of 周一, 星期三
    return re.sub(
        r"(?<![周週期拜])[〇零一二两兩三四五六七八九十]+(?=[个個点點时時分小天日月周週:]|$)",
        number,
        said,
    )


def _day(said: str, today: date) -> tuple[date | None, str]:
    for names, ahead in (
        (("the day after tomorrow", "大后天", "大後天"), None),
        (("后天", "後天"), 2),
        (("tomorrow", "tmr", "明天", "明日", "明早", "明晚"), 1),
        (("today", "今天", "今日"), 0),
    ):
        for name in names:
            if name in said:
                days = ahead if ahead is not None else 2 if name.startswith("the") else 3
                part = {"明早": "早上", "明晚": "晚上"}.get(name, "")
                return today + timedelta(days=days), said.replace(name, f" {part} ", 1)
    if found := re.search(
        r"(下个?|下個|这个?|這個)?(?:周|週|星期|礼拜|禮拜)([一二三四五六日天])", said
    ):
        ahead = (_DAYS_ZH[found[2]] - today.weekday()) % 7 or 7
        if found[1] and found[1].startswith("下"):
            ahead = 7 - today.weekday() + _DAYS_ZH[found[2]]
        return today + timedelta(days=ahead), said.replace(found[0], " ", 1)
    if found := re.search(r"下个?(?:周|星期)|下個?(?:週|星期)|next week", said):
        return today + timedelta(days=7 - today.weekday()), said.replace(found[0], " ", 1)
    if found := re.search(r"\b(?:(next|on) )?(mon|tue|wed|thu|fri|sat|sun)[a-z]*\b", said):
        ahead = (_DAYS_EN.index(found[2]) - today.weekday()) % 7 or 7
        return today + timedelta(days=ahead), said.replace(found[0], " ", 1)
    return _date(said, today)


def _date(said: str, today: date) -> tuple[date | None, str]:
    for pattern, order in (
        (r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号號]?", "ymd"),
        (r"(\d{1,2})月(\d{1,2})[日号號]?", "md"),
        (r"\b(\d{1,2})[-/](\d{1,2})\b", "md"),
        (rf"\b(\d{{1,2}})\.? ({'|'.join(_MONTHS)})[a-z]*\b", "dm"),
        (rf"\b({'|'.join(_MONTHS)})[a-z]* (\d{{1,2}})\b", "md"),
    ):
        found = re.search(pattern, said)
        if found is None:
            continue
        parts = dict(zip(order, found.groups(), strict=True))
        month = parts["m"]
        number = _MONTHS.index(month[:3]) + 1 if month[:3] in _MONTHS else int(month)
        try:
            day = date(int(parts.get("y", today.year)), number, int(parts["d"]))
        except ValueError:
            return None, said
        if "y" not in parts and day < today:
            day = day.replace(year=day.year + 1)
        return day, said.replace(found[0], " ", 1)
    return None, said


def _clock(said: str) -> tuple[time | None, str]:
    part = next((p for p in _PARTS if p in said), None)
    rest = said.replace(part, " ", 1) if part else said
    found = _CLOCK.search(rest)
    if found is None:
        return (time(_PARTS[part]), rest) if part else (None, rest)
    hour, minute = int(found[1]), 30 if found[3] else int(found[2] or 0)
    late = found[4] == "pm" or part in _LATE
    if late and hour < 12:
        hour += 12
    elif found[4] == "am" and hour == 12:
        hour = 0
    if hour > 23 or minute > 59:
        return None, said
    return time(hour, minute), rest.replace(found[0], " ", 1)
