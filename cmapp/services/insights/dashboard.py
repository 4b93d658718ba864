"""What stands on the first page: four numbers and four charts (AN-10).

The numbers are interaction, speed of response, attitude and conversion; where no conversions were
brought in, followers take the last place. Each is told beside the same time before.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from cmapp.domain.chart import Figure
from cmapp.services.insights import Scope, values
from cmapp.store.sqlite import Connection

FIGURES: Final = ("interactions", "first_reply", "attitude_positive", "conversion")
INSTEAD: Final = "followers"
"""What is shown for conversion where nothing was imported."""
CHARTS: Final = ("volume", "response", "attitude", "growth")


@dataclass(frozen=True, slots=True)
class Head:
    """A number, and what it was over a time of the same length just before."""

    figure: Figure
    before: Figure


def heads(db: Connection, scope: Scope) -> list[Head]:
    """Return the four numbers of a scope."""
    earlier = replace(scope, since=2 * scope.since - scope.until, until=scope.since)
    made = []
    for metric in FIGURES:
        figure = values.value(db, scope, metric)
        if metric == "conversion" and figure.value is None:
            figure = values.value(db, scope, INSTEAD)
        made.append(Head(figure, values.value(db, earlier, figure.metric)))
    return made
