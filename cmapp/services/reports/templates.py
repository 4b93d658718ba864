"""The templates that come with the program, and the span that a report of each covers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
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
    heads: Blocks = ({"kind": "figures"},)
    look_back = _charts("attitude", "response", "growth", "top_posts", "topics")
    return [
        Template("weekly", [*heads, *_charts("volume"), *look_back, {"kind": "digest"}, *_END]),
        Template(
            "monthly",
            [*heads, *_charts("volume"), *look_back, *_charts("heat", "pillars", "platforms"),
             *_charts("media_kinds", "scorecard", "goals"), {"kind": "experiments"},
             {"kind": "decisions"}, {"kind": "digest"}, *_END],
            "month",
        ),
        Template(
            "campaign",
            [*heads, *_charts("campaign", "volume", "attitude", "top_posts", "half_life", "roi"),
             {"kind": "experiments"}, {"kind": "digest"}, *_END],
            "days",
        ),
        Template(
            "response",
            [{"kind": "figures", "metrics": ["first_reply", "in_time", "answered_share",
                                             "resolution", "business_first_reply"]},
             *_charts("response", "volume", "heat", "reply_kinds"), {"kind": "open"}, *_END],
            "days",
        ),
        Template(
            "meeting",
            [{"kind": "agenda"}, *heads, *_charts("volume", "response", "attitude", "goals"),
             {"kind": "open"}, {"kind": "tasks"}, {"kind": "decisions"}, *_END],
        ),
        Template("digest", [{"kind": "digest"}, {"kind": "honesty"}]),
        Template("blank", [{"kind": "honesty"}], "days"),
    ]  # fmt: skip


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
    there = hours.zone(zone)
    return hours.midnight(first, there), hours.midnight(last, there)
