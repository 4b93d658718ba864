"""What was found, what was changed for it, what came of it; and notes that no number tells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from cmapp.store import kept, sqlite

OUTCOMES = ("", "better", "same", "worse", "unclear")
FINDING_KINDS = ("note", "interview", "focus_group", "survey", "swot", "pest")


@dataclass(frozen=True, slots=True)
class Decision:
    """A finding, the change it led to, and on which day its result is to be looked at (EX-13).

    `links`: [{kind, id, …}], kind being goal, experiment, finding, campaign, post or chart.
    `outcome` and `result` stay empty until somebody looked; `result_at` (UTC ms) is when.
    """

    id: int
    finding: str
    change: str
    result_day: str
    result: str
    outcome: str
    links: list[dict[str, Any]]
    made_at: int
    result_at: int | None


@dataclass(frozen=True, slots=True)
class Finding:
    """Something heard or thought, in words (EX-10, AN-15). `fields`: field → words.

    A number that it goes with is a link {kind: chart or metric, id, value, n, since, until}.
    """

    id: int
    kind: str
    title: str
    fields: dict[str, str]
    day: str
    links: list[dict[str, Any]]
    made_at: int


def every(db: sqlite.Connection) -> list[Decision]:
    """Return the decisions, those first whose result is still to come, the first due first."""
    found = db.execute("SELECT * FROM decisions ORDER BY outcome <> '', result_day, id")
    return [kept.read(Decision, r, ("links",)) for r in found]


def by_id(db: sqlite.Connection, number: int) -> Decision | None:
    """Return one decision."""
    found = db.execute("SELECT * FROM decisions WHERE id = ?", (number,)).fetchone()
    return kept.read(Decision, found, ("links",)) if found else None


def findings(db: sqlite.Connection) -> list[Finding]:
    """Return the findings, the newest first."""
    found = db.execute("SELECT * FROM findings ORDER BY day DESC, id DESC")
    return [kept.read(Finding, r, ("fields", "links")) for r in found]


def finding(db: sqlite.Connection, number: int) -> Finding | None:
    """Return one finding."""
    found = db.execute("SELECT * FROM findings WHERE id = ?", (number,)).fetchone()
    return kept.read(Finding, found, ("fields", "links")) if found else None
