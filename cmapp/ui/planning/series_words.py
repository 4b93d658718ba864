"""The rule of a series in plain words, and as the commands write it (RRULE)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt

from cmapp.ui.planning import words
from cmapp.ui.planning.plans import day_of

translate = QCoreApplication.translate
CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def rule_of(often: str, interval: int, days: Sequence[str], first: QDate) -> str:
    """Return an RRULE; `NTH` is the weekday of the first day, as the so-manieth of its month."""
    weekday = CODES[first.dayOfWeek() - 1]
    parts = [f"FREQ={'MONTHLY' if often == 'NTH' else often}"]
    if interval > 1:
        parts.append(f"INTERVAL={interval}")
    if often == "WEEKLY":
        chosen = [code for code in CODES if code in days] or [weekday]
        parts.append("BYDAY=" + ",".join(chosen))
    elif often == "MONTHLY":
        parts.append(f"BYMONTHDAY={first.day()}")
    elif often == "NTH":
        parts.append(f"BYDAY={(first.day() - 1) // 7 + 1}{weekday}")
    return ";".join(parts)


def read_rule(rule: str, first: QDate) -> tuple[str, int, list[str]]:
    """Return how often, every how many, and on which weekdays, as a form shows it."""
    parts = dict(p.split("=", 1) for p in rule.removeprefix("RRULE:").split(";") if "=" in p)
    often = parts.get("FREQ", "WEEKLY")
    by_day = [d for d in parts.get("BYDAY", "").split(",") if d]
    if often == "MONTHLY" and by_day:
        often, by_day = "NTH", []
    days = [d for d in by_day if d in CODES] or [CODES[first.dayOfWeek() - 1]]
    return often, int(parts.get("INTERVAL", "1")), days


def in_words(made: Mapping[str, Any]) -> str:
    """Return a rule with its time and its end as a sentence."""
    number, minute = day_of(str(made["wall"]))
    first = date.fromordinal(number)
    often, interval, days = read_rule(str(made["rule"]), QDate(first.year, first.month, first.day))
    said = _often(often, interval, days, first)
    time = words.time(minute)
    if made.get("count"):
        form = translate("series", "{rule} at {time}, {n} times")
        return form.format(rule=said, time=time, n=made["count"])
    last = made.get("last_day")
    if not last:
        return translate("series", "{rule} at {time}").format(rule=said, time=time)
    until = QLocale().toString(
        QDate.fromString(str(last), Qt.DateFormat.ISODate),
        translate("calendar", "d MMM yyyy", "date format"),
    )
    form = translate("series", "{rule} at {time}, until {day}")
    return form.format(rule=said, time=time, day=until)


def _often(often: str, n: int, days: Sequence[str], first: date) -> str:
    names = [
        QLocale().standaloneDayName(CODES.index(d) + 1)
        for d in sorted(days, key=lambda d: CODES.index(d))
    ]
    listed = QLocale().createSeparatedList(names)
    match often:
        case "DAILY" if n == 1:
            return translate("series", "Every day")
        case "DAILY":
            return translate("series", "Every {n} days").format(n=n)
        case "WEEKLY" if n == 1:
            return translate("series", "Every week on {days}").format(days=listed)
        case "WEEKLY":
            return translate("series", "Every {n} weeks on {days}").format(n=n, days=listed)
        case "MONTHLY" if n == 1:
            return translate("series", "Every month on day {day}").format(day=first.day)
        case "MONTHLY":
            return translate("series", "Every {n} months on day {day}").format(n=n, day=first.day)
    at = (first.day - 1) // 7 + 1
    weekday = QLocale().standaloneDayName(first.isoweekday())
    if n == 1:
        form = translate("series", "Every month on {weekday} number {at}")
        return form.format(weekday=weekday, at=at)
    form = translate("series", "Every {n} months on {weekday} number {at}")
    return form.format(n=n, weekday=weekday, at=at)
