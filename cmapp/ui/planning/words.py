"""Planned posts in words and signs: their states, times, campaigns, what a screen reader says."""

from __future__ import annotations

from zlib import crc32

from PySide6.QtCore import QCoreApplication, QLocale, Qt, QTime
from PySide6.QtGui import QColor

from cmapp.ui import look
from cmapp.ui.planning.plans import Day, Entry, Mark, qdate

translate = QCoreApplication.translate

STATES = (
    "idea", "draft", "planned", "queued", "server", "held", "missed", "asks", "sending",
    "uncertain", "sent", "refused",
)  # fmt: skip
LOUD = frozenset({"held", "missed", "asks", "uncertain", "refused"})
"""States that wait for a person: they are said in a word wherever they are shown."""

_ICONS = {
    "idea": "idea", "planned": "clock", "queued": "outbox", "server": "globe", "held": "shield",
    "missed": "overdue", "asks": "bell", "draft": "draft", "sending": "plane",
    "uncertain": "help", "sent": "check", "refused": "close",
}  # fmt: skip
_TONES = {
    "idea": "muted", "planned": "muted", "queued": "accent", "server": "accent", "held": "warn",
    "missed": "bad", "asks": "held", "draft": "muted", "sending": "accent", "uncertain": "warn",
    "sent": "ok", "refused": "bad",
}  # fmt: skip


def icon(state: str) -> str:
    """Return the sign of a state."""
    return _ICONS.get(state, "clock")


def tone(state: str) -> str:
    """Return the tone of a state."""
    return _TONES.get(state, "muted")


def state(code: str) -> str:
    """Return a state in one or two words."""
    match code:
        case "idea":
            return translate("calendar", "Idea")
        case "planned":
            return translate("calendar", "Not queued")
        case "queued":
            return translate("calendar", "Queued")
        case "server":
            return translate("calendar", "Server has it")
        case "held":
            return translate("calendar", "Held by checks")
        case "draft":
            return translate("calendar", "Draft")
        case "missed":
            return translate("calendar", "Time passed")
        case "asks":
            return translate("calendar", "Asks you")
        case "sending":
            return translate("calendar", "On its way")
        case "uncertain":
            return translate("calendar", "Not certain")
        case "sent":
            return translate("calendar", "Sent")
        case "refused":
            return translate("calendar", "Refused")
    return code


def long_state(code: str) -> str:
    """Return what a state means, as a sentence."""
    match code:
        case "planned":
            return translate("calendar", "It has a time; nothing is queued, so it would not leave.")
        case "queued":
            return translate("calendar", "Leaves from this machine at its time.")
        case "server":
            return translate("calendar", "The platform holds it and publishes it at its time.")
        case "held":
            return translate("calendar", "A check stops it: it does not leave before you decide.")
        case "missed":
            return translate("calendar", "Its time has passed; it was never queued.")
        case "asks":
            return translate("calendar", "It does not leave by itself: it waits for your word.")
        case "sending":
            return translate("calendar", "It is being handed over.")
        case "uncertain":
            return translate("calendar", "Whether it arrived is not known yet.")
        case "sent":
            return translate("calendar", "It is out.")
        case "refused":
            return translate("calendar", "The platform did not take it.")
    return ""


def time(minute: int) -> str:
    """Return a time of day as the language writes it."""
    return QLocale().toString(QTime(minute // 60, minute % 60), QLocale.FormatType.ShortFormat)


def short_time(minute: int) -> str:
    """Return a time of day in as few letters as can be read at once: 9:30, or 9:30pm."""
    hour, rest = divmod(minute, 60)
    if not _halves(QLocale().timeFormat(QLocale.FormatType.ShortFormat)):
        return f"{hour}:{rest:02}"
    half = "am" if hour < 12 else "pm"
    return f"{hour % 12 or 12}:{rest:02}{half}" if rest else f"{hour % 12 or 12}{half}"


def _halves(form: str) -> bool:
    """Tell whether a language counts the hours twice a day in Latin letters."""
    return "ap" in form.lower() and QLocale().language() == QLocale.Language.English


def minute_of(clock: str) -> int:
    """Return the minute of the day of `09:30`."""
    hour, _, rest = clock.partition(":")
    return int(hour) * 60 + int(rest)


def own_clock(entry: Entry) -> str:
    """Return the time of day where a post was planned, with the place; "" where it is the same."""
    if not entry.clock:
        return ""
    return f"{short_time(minute_of(entry.clock))} {zone_city(entry.zone)}"


def long_day(number: int) -> str:
    """Return a day with its weekday and year."""
    return QLocale().toString(qdate(number), QLocale.FormatType.LongFormat)


def short_day(number: int) -> str:
    """Return a day as weekday and date."""
    form = translate("calendar", "ddd d MMM", "date format")
    return QLocale().toString(qdate(number), form)


def month(number: int) -> str:
    """Return the month that a day lies in, with its year."""
    form = translate("calendar", "MMMM yyyy", "date format")
    return QLocale().toString(qdate(number), form)


def months(first: int, last: int) -> str:
    """Return the month that most days from one to another lie in, or both that share them."""
    a, b = qdate(first), qdate(last)
    middle = qdate((first + last) // 2)
    inside = sum(1 for n in range(first, last + 1) if qdate(n).month() == middle.month())
    if inside >= 24 or a.month() == b.month():
        return month((first + last) // 2)
    local, form = QLocale(), translate("calendar", "MMM", "date format")
    other = a if a.month() != middle.month() else b
    pair = (other, middle) if other < middle else (middle, other)
    return translate("calendar", "{first} – {last} {year}").format(
        first=local.toString(pair[0], form), last=local.toString(pair[1], form),
        year=pair[1].year(),
    )  # fmt: skip


def near_span(first: int, last: int) -> str:
    """Return two days as from – to, without the year."""
    local, form = QLocale(), translate("calendar", "d MMM", "date format")
    days = [local.toString(qdate(n), form) for n in (first, last)]
    return days[0] if first == last else " – ".join(days)


def span(first: int, last: int) -> str:
    """Return two days as from – to, with the year."""
    a, b = qdate(first), qdate(last)
    if a.year() != b.year():
        form = translate("calendar", "d MMM yyyy", "date format")
        return " – ".join(QLocale().toString(day, form) for day in (a, b))
    words = translate("calendar", "{days} {year}")
    return words.format(days=near_span(first, last), year=b.year())


def weekdays() -> list[Qt.DayOfWeek]:
    """Return the days of the week in the order of the locale."""
    first = QLocale().firstDayOfWeek().value
    return [Qt.DayOfWeek((first - 1 + n) % 7 + 1) for n in range(7)]


def first_of_week(number: int) -> int:
    """Return the day that the week of a day begins with, by the locale."""
    back = (qdate(number).dayOfWeek() - QLocale().firstDayOfWeek().value) % 7
    return number - back


def zone_city(zone: str) -> str:
    """Return a zone by the name of its city."""
    return zone.rpartition("/")[2].replace("_", " ")


def said(entry: Entry, accounts: str = "") -> str:
    """Return all that an entry shows, as it is read out."""
    parts = [time(entry.minute), entry.words, state(entry.state)]
    if entry.clock:
        parts.insert(1, own_clock(entry))
    if accounts:
        parts.append(accounts)
    return ", ".join(p for p in parts if p)


def said_day(number: int, day: Day, *, most: int = 12) -> str:
    """Return a day with what is on it, as it is read out."""
    parts = [long_day(number)]
    parts += [mark(m) for m in day.marks]
    n = len(day.entries)
    parts.append(posts(n) if n else translate("calendar", "nothing planned"))
    parts += [said(e) for e in day.entries[:most]]
    return ". ".join(parts)


def posts(n: int) -> str:
    """Return a number of posts."""
    if n == 1:
        return translate("calendar", "one post")
    return translate("calendar", "{n} posts").format(n=QLocale().toString(n))


def mark(one: Mark) -> str:
    """Return what a day is: its holiday, or that it is worked on."""
    if one.kind == "workday":
        return translate("calendar", "make-up working day")
    return one.name


_NAMED = ("red", "blue", "green", "amber", "violet", "teal", "pink", "grey")
COLOURS = _NAMED
PATTERNS = {
    "solid": Qt.BrushStyle.SolidPattern,
    "stripes": Qt.BrushStyle.BDiagPattern,
    "dots": Qt.BrushStyle.Dense5Pattern,
    "dashes": Qt.BrushStyle.HorPattern,
    "grid": Qt.BrushStyle.CrossPattern,
    "waves": Qt.BrushStyle.DiagCrossPattern,
}


def colour_name(code: str) -> str:
    """Return the name of a colour."""
    return {
        "red": translate("calendar", "Red"),
        "blue": translate("calendar", "Blue"),
        "green": translate("calendar", "Green"),
        "amber": translate("calendar", "Amber"),
        "violet": translate("calendar", "Violet"),
        "teal": translate("calendar", "Teal"),
        "pink": translate("calendar", "Pink"),
        "grey": translate("calendar", "Grey"),
    }.get(code, code)


def pattern_name(code: str) -> str:
    """Return the name of a pattern."""
    return {
        "solid": translate("calendar", "Plain"),
        "stripes": translate("calendar", "Stripes"),
        "dots": translate("calendar", "Dots"),
        "dashes": translate("calendar", "Dashes"),
        "grid": translate("calendar", "Grid"),
        "waves": translate("calendar", "Lattice"),
    }.get(code, code)


def colour(name: str) -> QColor:
    """Return a campaign's colour in the theme in force: one of ours by name, or `#rrggbb`."""
    if name.startswith("#") and QColor.isValidColorName(name):
        return QColor(name)
    at = _NAMED.index(name) if name in _NAMED else crc32(name.encode()) % len(_NAMED)
    ground, ink = look.theme().avatars[at]
    return QColor(ground if look.theme().dark else ink)
