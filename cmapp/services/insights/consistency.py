"""What was planned and what became of it, day by day (CA-09)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from cmapp.domain import hours
from cmapp.domain.chart import Axis, Chart, Datum, Figure, Role, Row, Rows, Say, Series
from cmapp.services import rhythm
from cmapp.services.insights import Insight, Scope, figures, times
from cmapp.store import plans
from cmapp.store.plans import Entry
from cmapp.store.sqlite import Connection

KEPT: tuple[tuple[str, Role], ...] = (("on_time", "good"), ("late", "held"), ("missed", "bad"))


def _due(db: Connection, scope: Scope) -> Iterator[tuple[Entry, str, str]]:
    """Yield each plan of the scope that is due, with the account and whether it was kept."""
    for entry in plans.entries(db, scope.since, scope.until, now=scope.now):
        for account in scope.accounts:
            kept = rhythm.kept_by(entry, account, scope.now)
            if kept is not None:
                yield entry, account, kept


def draw(db: Connection, scope: Scope) -> Chart:
    """Return the plans of each day by what became of them; the score is that of the calendar."""
    zone = hours.zone(scope.zone)
    due = list(_due(db, scope))
    by_day = Counter((times.day_of(e.planned_at, zone), kept) for e, _, kept in due)
    edges = times.days(scope)
    series = tuple(
        Series(
            name, "consistency", Say(f"consistency.{name}"),
            tuple(
                Datum(start, n := by_day[times.day_of(start, zone), name], end=end,
                      key=f"{name}:{start}:{end}" if n else "")
                for start, end in pairwise(edges)
            ),
            role=role, stacked=True,
        )
        for name, role in KEPT
    )  # fmt: skip
    empty = None
    if not due:
        empty = Say("consistency.none" if scope.accounts else "posts.no_accounts")
    return Chart(
        "consistency", "time", Say("consistency.title"), Axis("time", Say("chart.day")),
        Axis("number", Say("consistency.planned")), () if empty else series,
        scope.since, scope.until, scope.zone,
        scope.accounts, figures=() if empty else (_figure(due, "on_time"),),
        notes=(Say("consistency.formula", {"minutes": rhythm.GRACE_MINUTES}),), empty=empty,
    )  # fmt: skip


def _figure(due: list[tuple[Entry, str, str]], key: str) -> Figure:
    return figures.share("consistency", sum(k == "on_time" for _, _, k in due), len(due), key=key)


def value(db: Connection, scope: Scope, metric: str) -> Figure:
    """Return the share of what was due that went out on time."""
    return _figure(list(_due(db, scope)), metric)


def rows(db: Connection, scope: Scope, key: str) -> Rows:
    """Return the plans of a bar, or those `on_time`, or all that were `due`."""
    what, *span = key.split(":")
    if what not in ("due", "on_time", "late", "missed"):
        raise ValueError(key)
    start, end = (int(span[0]), int(span[1])) if span else (scope.since, scope.until)
    found = [
        (e, account)
        for e, account, kept in _due(db, scope)
        if what in ("due", kept) and start <= e.planned_at < end
    ]
    found.sort(key=lambda f: (-f[0].planned_at, f[0].key, f[1]))
    return Rows(
        len(found),
        tuple(
            Row("draft" if e.draft is not None else "outbox", str(e.draft or e.row), e.planned_at,
                "", e.title or e.text, account)
            for e, account in found[:500]
        ),
    )  # fmt: skip


INSIGHT = Insight("consistency", "posts", ("consistency",), draw, rows)
