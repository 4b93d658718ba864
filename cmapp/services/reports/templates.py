"""The templates that come with the program, and the span that a report of each covers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from cmapp.domain import hours
from cmapp.services import insights

Blocks = Sequence[Mapping[str, Any]]
_END: Blocks = ({"kind": "glossary"}, {"kind": "honesty"})


@dataclass(frozen=True, slots=True)
class Template:
    """Ordered blocks. `period`: the span when none is given: week, month, or days (30)."""

    name: str
    blocks: Blocks
    period: str = "week"
    title: str = ""
    language: str = ""
    logo: str = ""
    id: str = ""
    accounts: tuple[str, ...] = field(default=())


def _charts(*names: str) -> list[dict[str, Any]]:
    """Return blocks for those of the charts that this version has."""
    return [{"kind": "chart", "name": name} for name in names if name in insights.CHARTS]


def shipped() -> list[Template]:
    """Return the templates that come with the program, in the order in which they are offered."""
    return [
        Template("weekly", [*_charts("volume"), *_END]),
        Template("monthly", [*_charts("volume"), *_END], "month"),
        Template("campaign", [*_charts("volume"), *_END], "days"),
        Template("response", [*_charts("volume"), {"kind": "open"}, *_END], "days"),
        Template(
            "meeting",
            [{"kind": "agenda"}, *_charts("volume"), {"kind": "open"}, {"kind": "tasks"}, *_END],
        ),
        Template("blank", [{"kind": "honesty"}], "days"),
    ]


def span(period: str, at: int, zone: str) -> tuple[int, int]:
    """Return the last whole week or month before a moment, or the last thirty days with it."""
    there = hours.zone(zone)
    today = datetime.fromtimestamp(at / 1000, there).date()
    match period:
        case "week":
            last = today - timedelta(days=today.weekday())
            first = last - timedelta(days=7)
        case "month":
            last = today.replace(day=1)
            first = (last - timedelta(days=1)).replace(day=1)
        case _:
            last, first = today + timedelta(days=1), today - timedelta(days=29)
    return _midnight(first, zone), _midnight(last, zone)


def _midnight(day: date, zone: str) -> int:
    there = hours.zone(zone)
    return round(datetime(day.year, day.month, day.day, tzinfo=there).timestamp() * 1000)
