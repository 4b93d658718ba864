"""Who stays: people by the month in which they first came, and who came again later (AN-05)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from itertools import pairwise

from cmapp.domain import hours
from cmapp.domain.chart import ENOUGH, Axis, Chart, Datum, Figure, Rows, Say, Series
from cmapp.domain.intervals import of_share
from cmapp.services.insights import Insight, Scope, figures, times
from cmapp.store import behind, returns
from cmapp.store.sqlite import Connection


def edges(scope: Scope) -> list[int]:
    """Return the begins of the last months of the scope, and the end of the last one (UTC ms)."""
    zone = hours.zone(scope.zone)
    last = datetime.fromtimestamp((scope.until - 1) / 1000, zone)
    place = last.year * 12 + last.month
    found = []
    for month in range(place - int(scope.options.get("months", "12")), place + 1):
        begin = datetime(month // 12, month % 12 + 1, 1, tzinfo=zone)
        found.append(round(begin.timestamp() * 1000))
    return found


def _named(start: int, scope: Scope) -> str:
    return datetime.fromtimestamp(start / 1000, hours.zone(scope.zone)).strftime("%Y-%m")


def draw(db: Connection, scope: Scope) -> Chart:
    """Return for each month of first contact the share that came again k months later.

    A month that is not over is unknown, and so is one that nobody watched.
    """
    months = edges(scope)
    cohorts = _cohorts(db, scope, months)
    names = [_named(m, scope) for m in months[:-1]]
    blind = _blind(db, scope, months)
    data = []
    for row, people in enumerate(cohorts):
        for k in range(len(cohorts) - row):
            at = row + k
            why = ""
            if months[at + 1] > scope.until:
                why = "too_young"
            elif blind[row] or blind[at]:
                why = "not_watched"
            elif not people:
                why = "no_data"
            elif len(people) < ENOUGH:
                why = "too_few"
            key = f"cell:{row}:{k}"
            if why:
                data.append(Datum(str(k), None, names[row], n=len(people), why=why))
                continue
            again = people if k == 0 else _again(db, scope, people, months, at)
            found = of_share(len(again), len(people))
            data.append(
                Datum(str(k), found.value, names[row], n=found.n, low=found.low, high=found.high,
                      key=key if again else "")
            )  # fmt: skip
    return Chart(
        "cohorts", "heat", Say("cohorts.title"),
        Axis("category", Say("cohorts.later"),
             ticks=tuple((str(k), Say(text=str(k))) for k in range(len(names)))),
        Axis("category", Say("cohorts.first"), ticks=tuple((n, Say(text=n)) for n in names)),
        (Series("retention", "persistence", Say("metric.persistence"), tuple(data), mark="cell",
                unit="share"),),
        months[0], scope.until, scope.zone, scope.accounts,
        figures=(_figure(db, scope, cohorts, months, blind),), notes=(Say("cohorts.first_is"),),
        empty=_empty(scope, cohorts),
    )  # fmt: skip


def _blind(db: Connection, scope: Scope, months: Sequence[int]) -> list[bool]:
    """Return for each month whether nobody watched in it."""
    gaps = times.gaps(db, replace(scope, since=months[0], until=months[-1]))
    return [times.covered(a, b, gaps) for a, b in pairwise(months)]


def _empty(scope: Scope, cohorts: Sequence[Sequence[int]]) -> Say | None:
    if not scope.accounts:
        return Say("posts.no_accounts")
    return None if any(cohorts) else Say("cohorts.nobody")


def _cohorts(db: Connection, scope: Scope, months: Sequence[int]) -> list[list[int]]:
    first = returns.first_seen(db, scope.accounts, months[0], min(months[-1], scope.until))
    made: list[list[int]] = [[] for _ in months[:-1]]
    for person, at in sorted(first.items()):
        place = next(n for n in range(len(made)) if at < months[n + 1])
        made[place].append(person)
    return made


def _again(
    db: Connection, scope: Scope, people: Sequence[int], months: Sequence[int], at: int
) -> list[int]:
    return sorted(returns.came(db, people, scope.accounts, months[at], months[at + 1]))


def _figure(
    db: Connection,
    scope: Scope,
    cohorts: Sequence[Sequence[int]],
    months: Sequence[int],
    blind: Sequence[bool],
) -> Figure:
    """Return of all who had a whole later month the share that came in one of them."""
    over = max((n for n in range(len(cohorts)) if months[n + 1] <= scope.until), default=-1)
    n = again = 0
    for row in range(over):
        if not blind[row]:
            n += len(cohorts[row])
            again += len(
                returns.came(db, cohorts[row], scope.accounts, months[row + 1], months[over + 1])
            )
    return figures.share("persistence", again, n, key="again")


def value(db: Connection, scope: Scope, metric: str) -> Figure:
    """Return the share that came again, over the last twelve months of the scope."""
    asked = replace(scope, options={})
    months = edges(asked)
    found = _figure(db, asked, _cohorts(db, asked, months), months, _blind(db, asked, months))
    return replace(found, key=metric if found.key else "")


def rows(db: Connection, scope: Scope, key: str) -> Rows:
    """Return the people of a cell, or all who came `again` in a later month."""
    months = edges(scope)
    cohorts = _cohorts(db, scope, months)
    what, *place = key.split(":")
    if what == "again":
        over = max((n for n in range(len(cohorts)) if months[n + 1] <= scope.until), default=-1)
        blind = _blind(db, scope, months)
        people = [
            p for row in range(over) if not blind[row]
            for p in returns.came(
                db, cohorts[row], scope.accounts, months[row + 1], months[over + 1]
            )
        ]  # fmt: skip
        return behind.people(db, people)
    row, k = (int(n) for n in place)
    if what != "cell" or not 0 <= row <= row + k < len(cohorts):
        raise ValueError(key)
    people = cohorts[row] if k == 0 else _again(db, scope, cohorts[row], months, row + k)
    return behind.people(db, people)


INSIGHT = Insight(
    "cohorts", "people", ("persistence",), draw, rows, {"months": ("12", "6", "24")}, heavy=True
)
