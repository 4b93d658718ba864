"""One number out of several, with everything it is made of shown beside it (EX-03).

Each part is put between 0 and 100 on a straight line from its worst to its best value. The index
is their weighted mean; a part that is not known is left out, and how much of the weight is then
covered is told with it.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from cmapp.domain.chart import Figure, Say
from cmapp.services.insights import Scope
from cmapp.store import index_parts
from cmapp.store.index_parts import IndexPart
from cmapp.store.sqlite import Connection


@dataclass(frozen=True, slots=True)
class Scored:
    """A part over a span. `value`, `score` (0..100) None: unknown, and `why`. `n`: cases."""

    part: IndexPart
    value: float | None
    score: float | None
    n: int | None
    why: str
    unit: str


@dataclass(frozen=True, slots=True)
class Whole:
    """The index over a span. `value` None: no part is known. `coverage`: share of the weight."""

    value: float | None
    coverage: float
    parts: tuple[Scored, ...]


def scored(part: IndexPart, value: float) -> float:
    """Return where a value lies between worst (0) and best (100); beyond them it is the end."""
    share = (value - part.worst) / (part.best - part.worst)
    return 100 * min(1.0, max(0.0, share))


def whole(parts: Sequence[Scored]) -> Whole:
    """Return the weighted mean of what is known."""
    known = [(p.part.weight, p.score) for p in parts if p.score is not None]
    weight = math.fsum(w for w, _ in known)
    every = math.fsum(p.part.weight for p in parts)
    value = math.fsum(w * s for w, s in known) / weight if weight > 0 else None
    return Whole(value, weight / every if every > 0 else 0.0, tuple(parts))


def read(db: Connection, scope: Scope) -> Whole:
    """Return the index over a scope."""
    return whole([_score(db, scope, part) for part in index_parts.every(db)])


def _score(db: Connection, scope: Scope, part: IndexPart) -> Scored:
    from cmapp.services import metrics
    from cmapp.services.costs import days_of

    if part.kind == "rating":
        first, last = days_of(scope)
        given = [r.value for r in index_parts.ratings(db, first, last, part.name)]
        mean = math.fsum(given) / len(given) if given else None
        score = None if mean is None else scored(part, mean)
        return Scored(part, mean, score, len(given), "" if given else "no_data", "score")
    found = metrics.value(db, scope, part.name)
    score = None if found.value is None else scored(part, found.value)
    return Scored(part, found.value, score, found.n, found.why, found.unit)


def figure(db: Connection, scope: Scope, metric: str = "index") -> Figure:
    """Return the index as a figure; its label tells how much of the weight is covered."""
    made = read(db, scope)
    known = sum(p.score is not None for p in made.parts)
    label = Say("index.covered", {"percent": round(100 * made.coverage)})
    why = "" if made.value is not None else "no_data"
    return Figure(metric, made.value, "score", n=known, why=why, label=label)
