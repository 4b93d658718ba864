"""The metrics that a report shows, as the dictionary defines them."""

from __future__ import annotations

from collections.abc import Sequence

from cmapp.domain.chart import Say
from cmapp.domain.report import Grid, Part
from cmapp.services import glossary


def parts(metrics: Sequence[str], language: str) -> tuple[Part, ...]:
    """Return a table of name, formula and what it is not; nothing for no metrics."""
    rows = tuple(
        (name, formula, is_not) for name, formula, is_not in glossary.entries(metrics, language)
    )
    if not rows:
        return ()
    head = tuple(Say(f"report.glossary.{n}") for n in ("name", "formula", "is_not"))
    return (Grid(head, rows),)
