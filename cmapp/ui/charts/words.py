"""What stands on a chart in words: values with their unit, days of its zone, why it is unknown."""

from __future__ import annotations

from datetime import date, datetime
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from cmapp.domain import hours
from cmapp.domain.chart import Axis, Chart, Datum, Say, Series, Unit
from cmapp.services import wordbook
from cmapp.ui import text

translate = QCoreApplication.translate
DASH = "—"


def language() -> str:
    """Return the language that the window speaks: en, zh_CN or zh_TW."""
    return translate("insights", "en", "the code of this language: en, zh_CN or zh_TW")


def say(what: Say) -> str:
    """Return the words of a chart in the window's language."""
    return wordbook.say(what, language())


def code(of: str, otherwise: str) -> str:
    """Return the words of a code, `otherwise` where nobody wrote any."""
    said = say(Say(of))
    return otherwise if said == of else said


def why(code: str) -> str:
    """Return why something is not known."""
    return say(Say(f"why.{code}")) if code else text.translate("text", "unknown")


def plain(number: float, digits: int = 0) -> str:
    """Return a number as it is written here, without zeros behind the comma that say nothing."""
    local = QLocale()
    if number == int(number) and abs(number) < 1e15:
        return local.toString(int(number))
    said = local.toString(float(number), "f", digits)
    point = local.decimalPoint()
    return said.rstrip("0").removesuffix(point) if point in said else said


def value(number: float | None, unit: Unit) -> str:
    """Return a value with its unit; a dash where it is not known."""
    if number is None:
        return DASH
    match unit:
        case "share":
            return plain(number * 100, 1 if abs(number) < 0.1 else 0) + "%"
        case "minutes":
            return length(number)
        case "hours":
            return length(number * 60)
        case "days":
            return translate("insights", "{n} d").format(n=plain(number, 1))
        case "count":
            return plain(number, 1)
        case "money":
            local = QLocale()
            return local.toString(float(number), "f", 0 if number == int(number) else 2)
        case _:
            return plain(number, 3 if abs(number) < 1 else 2 if abs(number) < 10 else 1)


def length(minutes: float) -> str:
    """Return a length of time, exact to the minute, from two days on to the hour."""
    if minutes < 0:
        return f"−{length(-minutes)}"
    if minutes < 1:
        return text.long_span(0) if minutes else text.span(0)
    whole = round(minutes)
    if whole >= 2880:
        days, rest = divmod(round(minutes / 60), 24)
        parts = [text.span(days * text.DAY), text.translate("text", "%n h", "", rest)]
    else:
        hours_, rest = divmod(whole, 60)
        parts = [text.translate("text", "%n h", "", hours_), text.span(rest * text.MINUTE)]
        if not hours_:
            return parts[1]
    return " ".join(parts) if rest else parts[0]


def tick(number: float, unit: Unit) -> str:
    """Return a value as short as an axis has room for."""
    if unit in ("minutes", "hours") and number:
        return length(number * (1 if unit == "minutes" else 60))
    if unit == "minutes" or unit == "hours":
        return "0"
    if unit == "share":  # steps may be as small as a tenth of a percent
        return plain(number * 100, 3) + "%"
    if abs(number) >= 100_000 and unit in ("count", "money", "number"):
        return _short(number)
    return value(number, unit)


def _short(number: float) -> str:
    if language() in ("zh_CN", "zh_TW"):
        for size, name in ((1e8, "亿"), (1e4, "万")):
            if abs(number) >= size:
                shown = {"亿": "億", "万": "萬"}[name] if language() == "zh_TW" else name
                return f"{plain(number / size, 1)} {shown}"
    for size, name in ((1e9, "B"), (1e6, "M"), (1e3, "k")):
        if abs(number) >= size:
            return f"{plain(number / size, 1)} {name}"
    return plain(number)


def spread(one: Datum | Any, unit: Unit) -> str:
    """Return n and the interval of a datum or figure, "" where it has neither."""
    parts = []
    if one.n is not None:
        parts.append(f"n = {plain(one.n)}")
    if one.low is not None and one.high is not None:
        form = translate("insights", "95% between {low} and {high}")
        parts.append(form.format(low=value(one.low, unit), high=value(one.high, unit)))
    return " · ".join(parts)


# places


def place(chart: Chart, x: Any, end: Any = None, *, axis: Axis | None = None) -> str:
    """Return where on an axis something stands, in full."""
    on = axis or chart.x
    if on.kind == "time":
        return _when(int(x), None if end is None else int(end), chart.zone)
    if on.kind == "category":
        return categories(on).get(str(x), str(x))
    low = value(float(x), on.unit)
    return low if end is None else f"{low} – {value(float(end), on.unit)}"


def categories(axis: Axis) -> dict[str, str]:
    """Return code → words of an axis of categories."""
    return {code: say(words) for code, words in axis.ticks}


@lru_cache(maxsize=1024)
def local(at: int, zone: str) -> datetime:
    """Return a moment as the clocks of a zone show it."""
    return datetime.fromtimestamp(at / 1000, hours.zone(zone))


def day(of: date) -> str:
    """Return a day without its year: 22 Nov, 11月22日."""
    form = text.translate("text", "d MMM", "date format")
    return QLocale().toString(QDate(of.year, of.month, of.day), form)


def clock(at: datetime) -> str:
    """Return the time of day."""
    return QLocale().toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)


def _when(x: int, end: int | None, zone: str) -> str:
    begin = local(x, zone)
    midnight = (begin.hour, begin.minute) == (0, 0)
    weekday = QLocale().dayName(begin.isoweekday(), QLocale.FormatType.ShortFormat)
    said = translate("insights", "{weekday} {day}").format(weekday=weekday, day=day(begin))
    if end is None:
        return said if midnight else f"{said} {clock(begin)}"
    last = local(end - 1, zone)
    if last.date() == begin.date():
        until = local(end, zone)
        whole = midnight and (until.date() != begin.date())
        return said if whole else f"{said} {clock(begin)} – {clock(until)}"
    return f"{day(begin)} – {day(last)}"


def moment(at: int, zone: str, step: str) -> str:
    """Return a moment as a tick of an axis says it."""
    here = local(at, zone)
    number = QDate(here.year, here.month, here.day)
    match step:
        case "clock":
            return day(here) if (here.hour, here.minute) == (0, 0) else clock(here)
        case "day":
            return day(here)
        case "month" if here.month > 1:
            return QLocale().toString(number, translate("insights", "MMM", "date format"))
        case "month":
            return QLocale().toString(number, translate("insights", "MMM yyyy", "date format"))
        case _:
            return QLocale().toString(number, translate("insights", "yyyy", "date format"))


def spoken(chart: Chart, series: Series, datum: Datum) -> str:
    """Return a mark in one sentence, as a screen reader says it."""
    where = place(chart, datum.x, datum.end)
    if datum.y:
        where = f"{place(chart, datum.y, axis=chart.y)} {where}"
    unit = series.unit
    said = value(datum.value, unit) if datum.value is not None else why(datum.why)
    tail = spread(datum, unit)
    form = translate("insights", "{where}: {name}, {value}")
    told = form.format(where=where, name=say(series.label), value=said)
    return translate("insights", "{mark}, {more}").format(mark=told, more=tail) if tail else told


def long_day(of: date) -> str:
    """Return a day with its year."""
    form = translate("insights", "d MMM yyyy", "date format")
    return QLocale().toString(QDate(of.year, of.month, of.day), form)
