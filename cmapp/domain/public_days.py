"""Public holidays by country, Chinese lunar ones and make-up working days (调休) among them.

The days come from the `holidays` library, imported on the day a calendar is filled and never at
a start. What a government has not announced yet is worked out from the law: make-up days then
lack, and come with a newer release once they are announced.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from cmapp.domain.errors import Rejected

FIRST_CHOICES = tuple(
    "CN HK MO TW SG MY JP KR US CA GB IE AU NZ DE AT CH FR NL ES IT PT PL BR IN".split()
)
"""The countries that the window offers; by the command line each that the library knows."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day off, or (`works`) one on which people make up for another."""

    day: date
    name: str
    works: bool = False


def public_days(country: str, years: Sequence[int]) -> list[Day]:
    """Return a country's days of these years, in order. `country`: `CN`, or `DE-BY` for a part.

    Raises Rejected: `bad_calendar` (`unknown_country`).
    """
    import holidays

    code, _, part = country.partition("-")
    try:
        if not re.fullmatch("[A-Z]{2}", code):
            raise KeyError(code)
        # in the country's own language, whatever this machine's is
        lang = getattr(getattr(holidays, code), "default_language", None)
        found = holidays.country_holidays(code, subdiv=part or None, years=years, language=lang)
    except (NotImplementedError, KeyError, AttributeError):
        raise Rejected("bad_calendar", reason="unknown_country", value=country[:20]) from None
    wanted = set(years)
    off = {d: str(n) for d, n in found.items() if d.year in wanted}
    made_up: set[date] = getattr(found, "weekend_workdays", set())
    works = {d for d in made_up if d.year in wanted}
    if code == "CN":
        _fill_weekends(off, works)
    days = [Day(d, n) for d, n in off.items()] + [Day(d, "调休", works=True) for d in works]
    return sorted(days, key=lambda d: d.day)


def _fill_weekends(off: dict[date, str], works: Iterable[date]) -> None:
    """Name the weekends that a Chinese holiday takes in: the notices count them as its days."""
    at_work = set(works)
    for day, name in sorted(off.items()):
        for step in (timedelta(-1), timedelta(1)):
            beside = day + step
            while beside.weekday() >= 5 and beside not in off and beside not in at_work:
                off[beside] = name
                beside += step
