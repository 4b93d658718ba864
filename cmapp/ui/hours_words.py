"""Office hours in words: what is wrong with them, and the names of calendars."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale

from cmapp.domain.hours import WEEKDAYS
from cmapp.ui import text

translate = QCoreApplication.translate


def country(code: str) -> str:
    """Return the name of a country or region in its own language, with its code."""
    territory = QLocale.codeToTerritory(code[:2])
    name = QLocale(QLocale.Language.AnyLanguage, territory).nativeTerritoryName()
    return f"{name} ({code})" if name else code


def calendar(name: str) -> str:
    """Return what a calendar is called."""
    return name.removeprefix("ics:") if name.startswith("ics:") else country(name)


def trouble(code: str, facts: Mapping[str, Any]) -> str:
    """Return what is wrong with hours or a calendar, and where."""
    field, value = str(facts.get("field") or ""), str(facts.get("value") or "")[:60]
    words = {**_hours(), **_calendars()}.get(str(facts.get("reason") or ""), "")
    if code not in ("bad_hours", "bad_calendar") or not words:
        return text.trouble(code, facts) if code else translate("hours", "That did not work.")
    if field in WEEKDAYS:
        day = QLocale().dayName(WEEKDAYS.index(field) + 1, QLocale.FormatType.LongFormat)
        words = translate("hours", "{day}: {words}").format(day=day, words=words)
    return (
        translate("hours", "{words} ({value})").format(words=words, value=value) if value else words
    )


def _hours() -> dict[str, str]:
    return {
        "unknown_zone": translate("hours", "There is no such time zone."),
        "not_a_time": translate("hours", "That is no time of day, like 09:00."),
        "not_a_period": translate("hours", "That is no period, like 09:00-12:00."),
        "empty_period": translate("hours", "This period has no length."),
        "ends_before_start": translate("hours", "This period ends before it begins."),
        "overlap": translate("hours", "Two periods overlap."),
        "never_open": translate("hours", "Nobody would be there for a whole year."),
        "bad_away": translate("hours", "The away text is too long."),
    }


def _calendars() -> dict[str, str]:
    return {
        "unknown_country": translate("hours", "No holidays are known for this country."),
        "not_ics": translate("hours", "This file is no calendar, or was cut short."),
        "no_events": translate("hours", "There is no event in this file."),
        "bad_event": translate("hours", "An event in this file cannot be read."),
        "too_many": translate("hours", "There are too many events in this file."),
        "too_large": translate("hours", "This file is too large."),
    }
