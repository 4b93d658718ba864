"""How a report writes numbers, shares, spans and moments: the same on every machine, no locale."""

from __future__ import annotations

from datetime import datetime

from cmapp.domain import hours
from cmapp.domain.chart import Say, Unit
from cmapp.services import wordbook

UNKNOWN = "—"


def amount(value: float | None, unit: Unit = "count", language: str = "en") -> str:
    """Return a number with its unit; unknown is a dash."""
    if value is None:
        return UNKNOWN
    match unit:
        case "share":
            return f"{_figures(value * 100, 1)} %" if language == "en" else (
                f"{_figures(value * 100, 1)}%"
            )  # fmt: skip
        case "minutes" if abs(value) >= 120:
            return amount(value / 60, "hours", language)
        case "hours" if abs(value) >= 72:
            return amount(value / 24, "days", language)
        case "minutes" | "hours" | "days":
            code = f"report.unit.{unit}"
            return wordbook.say(Say(code, {"n": _figures(value, 1)}), language)
        case "count":
            return _figures(value, 0 if value == int(value) else 2)
        case _:
            return _figures(value, 3)


def _figures(value: float, places: int) -> str:
    text = f"{value:,.{places}f}"
    if places:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def tick(value: float, unit: Unit, language: str) -> str:
    """Return a number for an axis: short."""
    if unit == "share":
        return f"{_figures(value * 100, 1)}%"
    for size, mark in ((1e9, "G"), (1e6, "M"), (1e4, "k")):
        if abs(value) >= size:
            return f"{_figures(value / (1e3 if mark == 'k' else size), 1)}{mark}"
    return _figures(value, 3)


def why(code: str, language: str) -> str:
    """Return why a value is unknown."""
    return wordbook.say(Say(f"why.{code}"), language) if code else ""


def moment(at: int | None, zone: str) -> str:
    """Return a time as a day and a clock in a zone."""
    if at is None:
        return UNKNOWN
    return datetime.fromtimestamp(at / 1000, hours.zone(zone)).strftime("%Y-%m-%d %H:%M")


def day(at: int, zone: str) -> str:
    """Return the day of a moment in a zone."""
    return datetime.fromtimestamp(at / 1000, hours.zone(zone)).strftime("%Y-%m-%d")


def span(since: int, until: int, zone: str) -> str:
    """Return a span by its first and last day, or with the clock where it is no whole days."""
    ends = [datetime.fromtimestamp(at / 1000, hours.zone(zone)) for at in (since, until)]
    if all((e.hour, e.minute) == (0, 0) for e in ends):
        first, last = day(since, zone), day(until - 1, zone)
        return first if first == last else f"{first} – {last}"
    return f"{moment(since, zone)} – {moment(until, zone)}"


def template_title(name: str, *, own: bool, language: str) -> str:
    """Return what a report is called where nobody named it."""
    return name if own else wordbook.say(Say(f"report.template.{name}"), language)
