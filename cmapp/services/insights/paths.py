"""How far people came who met us in this span: our answer, a return, praise or a share (AN-15)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from cmapp.domain.attitude import attitude
from cmapp.domain.chart import Axis, Chart, Datum, Rows, Say, Series
from cmapp.services.insights import Insight, Scope, figures
from cmapp.services.insights.returning import nobody
from cmapp.store import behind, returns
from cmapp.store.returns import Step
from cmapp.store.sqlite import Connection

PATHS = (
    "contact", "contact-reply", "contact-return", "contact-reply-return", "contact-return-goal",
    "contact-reply-return-goal",
)  # fmt: skip
"""The ways that there are, each named by its steps."""


def path(steps: Sequence[Step], until: int) -> str:
    """Return the way of a person from what they did, oldest first.

    A reply is our first answer to any of it. A return is what they do after that, or, where we
    did not answer, after their first contact; the goal is praise, thanks or a share from then on.
    """
    answers = [s.answered_at for s in steps if s.answered_at is not None and s.answered_at < until]
    replied = min(answers, default=None)
    after = steps[0].at if replied is None else replied
    later = [s for s in steps[1:] if s.at > after]
    names = ["contact"]
    if replied is not None:
        names.append("reply")
    if later:
        names.append("return")
        if any(_goal(s) for s in later):
            names.append("goal")
    return "-".join(names)


def _goal(step: Step) -> bool:
    if step.kind in ("repost", "quote"):
        return True
    return attitude(step.kind, json.loads(step.signals)) == "positive"


def _ways(db: Connection, scope: Scope) -> dict[str, dict[int, int]]:
    """Return by path the people who took it, with when they first came."""
    first = returns.first_seen(db, scope.accounts, scope.since, scope.until)
    found: dict[str, dict[int, int]] = {name: {} for name in PATHS}
    every = returns.steps(db, first, scope.accounts, scope.until)
    for person, steps in groupby(every, key=lambda s: s.person):
        found[path(list(steps), scope.until)][person] = first[person]
    return found


def draw(db: Connection, scope: Scope) -> Chart:
    """Return a bar for each path: how many people took it up to the end of the scope."""
    ways = _ways(db, scope)
    met = sum(map(len, ways.values()))
    data = tuple(
        Datum(name, len(ways[name]), n=met, key=f"path:{name}" if ways[name] else "")
        for name in PATHS
    )
    answered = [n for n in PATHS if "reply" in n]
    told = []
    for code, among in (("answered", answered), ("alone", [n for n in PATHS if n not in answered])):
        n = sum(len(ways[w]) for w in among)
        back = sum(len(ways[w]) for w in among if "return" in w)
        one = figures.share("path_people", back, n, key=f"back:{code}")
        told.append(replace(one, label=Say(f"paths.{code}")))
    empty = None
    if not met:
        empty = nobody(db, scope, "paths.nobody")
    return Chart(
        "paths", "bars", Say("paths.title"),
        Axis("category", Say("paths.path"), ticks=tuple((n, Say(f"paths.{n}")) for n in PATHS)),
        Axis("number", Say("metric.path_people")),
        () if empty else (Series("people", "path_people", Say("metric.path_people"), data),),
        scope.since, scope.until, scope.zone, scope.accounts,
        figures=() if empty else tuple(told),
        notes=(Say("paths.no_proof"),), empty=empty,
    )  # fmt: skip


def rows(db: Connection, scope: Scope, key: str) -> Rows:
    """Return the people who took a path, or who came back with or without an answer."""
    what, _, name = key.partition(":")
    ways = _ways(db, scope)
    if what == "back" and name in ("answered", "alone"):
        among = [w for w in PATHS if "return" in w and ("reply" in w) == (name == "answered")]
        at = {p: first for w in among for p, first in ways[w].items()}
    elif what == "path":
        at = ways[name]
    else:
        raise ValueError(key)
    return behind.people(db, at, at=at)


INSIGHT = Insight("paths", "people", ("path_people",), draw, rows, heavy=True)
