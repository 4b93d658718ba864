"""The blocks that speak of the others: the metrics used, and what a reader must know of it all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from cmapp.domain.chart import Say
from cmapp.domain.report import (
    Amount,
    Grid,
    Heading,
    Moment,
    Numbers,
    Part,
    Picture,
    Report,
    Section,
    Words,
)
from cmapp.services.insights import times
from cmapp.services.reports import blocks, glossary
from cmapp.store.sqlite import Connection

BLOCKS = ("glossary", "honesty")
MOST_GAPS = 60


def section(
    db: Connection, report: Report, others: Sequence[Section], block: Mapping[str, Any]
) -> Section:
    """Return the section of a closing block."""
    if block["kind"] == "glossary":
        used = dict.fromkeys(metric for one in others for metric in one.metrics)
        parts = glossary.parts(tuple(used), report.query.language)
        return Section("glossary", Say("report.block.glossary"), parts)
    return Section("honesty", Say("report.block.honesty"), _honesty(db, report, others))


def _honesty(db: Connection, report: Report, others: Sequence[Section]) -> tuple[Part, ...]:
    query = report.query
    rows = tuple(
        (Say(f"report.rows.{kind}"), Amount(n)) for kind, (n, _) in sorted(report.rows.items())
    )
    parts: list[Part] = [
        Words(Say("report.honesty.read")),
        Grid((Say("report.honesty.rows"), Say("report.honesty.n")), rows),
    ]
    scope = blocks.scope(query)
    handles = {account: handle for account, handle, _ in report.accounts}
    holes = [
        (handles.get(gap.account, Say("report.honesty.all")), Moment(gap.start), Moment(gap.end),
         Say(f"why.{gap.why}"))
        for gap in times.gaps(db, scope)
    ]  # fmt: skip
    if holes:
        parts += [
            Heading(Say("report.honesty.gaps")),
            Grid(
                tuple(Say(f"report.honesty.{n}") for n in ("account", "from", "to", "why")),
                tuple(holes[:MOST_GAPS]),
            ),
        ]
        if len(holes) > MOST_GAPS:
            parts.append(Words(Say("report.more_rows", {"n": len(holes) - MOST_GAPS}), "note"))
    else:
        parts.append(Words(Say("report.honesty.no_gaps")))
    unknown = _unknown(others)
    if unknown:
        parts += [
            Heading(Say("report.honesty.unknown")),
            Grid(
                tuple(Say(f"report.honesty.{n}") for n in ("where", "why", "n")),
                tuple((title, Say(f"why.{why}"), Amount(n)) for title, why, n in unknown),
            ),
        ]
    else:
        parts.append(Words(Say("report.honesty.none_unknown")))
    return tuple(parts)


def _unknown(sections: Sequence[Section]) -> list[tuple[Say, str, int]]:
    """Return (of what, why, how many) for the values that are unknown."""
    found: list[tuple[Say, str, int]] = []
    for one in sections:
        whys: Counter[str] = Counter()
        for part in one.parts:
            if isinstance(part, Numbers):
                whys.update(f.why for f in part.figures if f.value is None)
            elif isinstance(part, Picture):
                whys.update(f.why for f in part.chart.figures if f.value is None)
                whys.update(d.why for s in part.chart.series for d in s.data if d.value is None)
        found += [(one.title, why or "no_data", n) for why, n in sorted(whys.items())]
    return found
