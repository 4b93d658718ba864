"""What a look at a profile finds: codes and facts, put into words by whoever shows them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Severity = Literal["ok", "note", "warning", "trouble"]
SEVERITIES: tuple[Severity, ...] = ("ok", "note", "warning", "trouble")
"""From what is as it should be to what stops the work."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at.

    `code` is stable and names the words in `resources/findings`. `facts` are JSON values that
    hold no secret and no text of anybody. `way_on`: a command line that leads on, "" for none.
    """

    code: str
    severity: Severity = "ok"
    facts: Mapping[str, Any] = field(default_factory=dict)
    way_on: str = ""


def worst(found: list[Finding]) -> Severity:
    """Return the gravest severity, `ok` where nothing was found."""
    return max((one.severity for one in found), key=SEVERITIES.index, default="ok")
