"""Who comes again, who has been away for how long, and whom to win back (CP-08, CP-10)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from cmapp.domain.chart import Axis, Chart, Datum, Figure, Rows, Say, Series
from cmapp.services.insights import Insight, Scope, figures, times
from cmapp.store import behind, ids, returns
from cmapp.store.returns import Visitor
from cmapp.store.sqlite import Connection

DAY = 86_400_000
SHOWN = 100
VISITS = ((1, 2), (2, 3), (3, 6), (6, 11), (11, 1 << 30))
"""Days on which somebody came: from, and to below."""
AWAY = ((0, 8), (8, 31), (31, 91), (91, 366), (366, 1 << 30))
"""Whole days since the last visit: from, and to below."""


def draw(db: Connection, scope: Scope) -> Chart:
    """Return people by visits, by days since the last, or (`view` winback) those to win back."""
    view = scope.options.get("view", "visits")
    codes = _codes(view)
    if view == "visits" and returns.told_by_visits(db, scope.accounts, scope.until):
        many, people, again = returns.spread(db, scope.since, VISITS)
        sizes = dict(zip(codes, many, strict=True))
        head = (figures.share("return_rate", again, people, key="again"),)
    else:
        here, before = _here(db, scope)
        head = (figures.share("return_rate", len(before), len(here), key="again"),)
        if view == "winback":
            return _table(db, scope, head)
        sizes = {code: len(who) for code, who in _groups(db, scope, view, here).items()}
    empty = None if any(sizes.values()) else nobody(db, scope, "cohorts.nobody")
    data = tuple(
        Datum(code, sizes[code], key=f"{view}:{code}" if sizes[code] else "") for code in codes
    )
    return Chart(
        "returning", "bars", Say(f"returning.{view}"),
        Axis("category", Say(f"returning.{view}_x"),
             ticks=tuple((c, Say(text=_range(c))) for c in codes)),
        Axis("number", Say("metric.active_contacts")),
        () if empty else (
            Series("people", "active_contacts", Say("metric.active_contacts"), data),
        ),
        scope.since, scope.until, scope.zone, scope.accounts, figures=head, empty=empty,
    )  # fmt: skip


def nobody(db: Connection, scope: Scope, code: str) -> Say:
    """Return why there is nobody; `code` where that was watched."""
    if not scope.accounts:
        return Say("posts.no_accounts")
    gaps = times.gaps(db, scope)
    return Say("chart.not_watched" if times.covered(scope.since, scope.until, gaps) else code)


def _here(db: Connection, scope: Scope) -> tuple[set[int], set[int]]:
    """Return who came in the scope, and who of them had come before it."""
    here = returns.came(db, None, scope.accounts, scope.since, scope.until)
    return here, returns.came(db, here, scope.accounts, 0, scope.since)


def _codes(view: str) -> list[str]:
    return [f"{a}-{b}" for a, b in (VISITS if view == "visits" else AWAY)]


def _range(code: str) -> str:
    low, high = (int(n) for n in code.split("-"))
    if high == 1 << 30:
        return f"{low}+"
    return str(low) if high == low + 1 else f"{low}–{high - 1}"


def _groups(db: Connection, scope: Scope, view: str, here: set[int]) -> Mapping[str, list[Visitor]]:
    """Return people by code. Visits: those of the scope, by all their days up to its end."""
    people = _visitors(db, scope, here if view == "visits" else None)
    size: Callable[[Visitor], int] = (
        (lambda v: v.days)
        if view == "visits"
        else (lambda v: max(0, scope.until - v.last_at) // DAY)
    )
    found: dict[str, list[Visitor]] = {code: [] for code in _codes(view)}
    for one in people:
        for code in found:
            low, high = (int(n) for n in code.split("-"))
            if low <= size(one) < high:
                found[code].append(one)
    return found


def _visitors(db: Connection, scope: Scope, people: Collection[int] | None = None) -> list[Visitor]:
    return returns.visitors(db, people, accounts=scope.accounts, until=scope.until)


def _lost(db: Connection, scope: Scope) -> tuple[dict[int, list[int]], int]:
    """Return who complained in the scope and is silent since, and of how many it is too soon."""
    quiet = int(scope.options.get("quiet", "14")) * DAY
    found = returns.complained(db, scope.accounts, scope.since, scope.until)
    ripe = {p: c for p, c in found.items() if ids.when(c[-1]) <= scope.until - quiet}
    silent = returns.silent_since(db, {p: c[-1] for p, c in ripe.items()}, scope.until)
    return {p: c for p, c in ripe.items() if p in silent}, len(found) - len(ripe)


def _table(db: Connection, scope: Scope, head: tuple[Figure, ...]) -> Chart:
    lost, soon = _lost(db, scope)
    known = {v.profile: v for v in _visitors(db, scope, lost)}
    ranked = sorted(lost, key=lambda p: (-known[p].days, -known[p].items, p))[:SHOWN]
    names = returns.names(db, ranked)
    away = {p: float(max(0, scope.until - ids.when(lost[p][-1])) // DAY) for p in ranked}

    def column(code: str, values: Mapping[int, float], metric: str) -> Series:
        data = tuple(Datum(str(p), values[p], key=f"person:{p}") for p in ranked)
        return Series(
            code, metric, Say(f"returning.{code}"), data, unit="days" if code == "away" else "count"
        )

    notes = [Say("returning.order")]
    if soon:
        notes.append(Say("returning.soon", {"n": soon}))
    return Chart(
        "returning", "table", Say("returning.winback"),
        Axis("category", Say("returning.person"),
             ticks=tuple((str(p), Say(text=names.get(p, "—"))) for p in ranked)),
        Axis("number", Say("returning.away"), "days"),
        (
            column("away", away, "return_rate"),
            column("complaints", {p: len(lost[p]) for p in ranked}, "negative"),
            column("days", {p: known[p].days for p in ranked}, "active_contacts"),
        ),
        scope.since, scope.until, scope.zone, scope.accounts, figures=head, notes=tuple(notes),
        empty=None if ranked else Say("returning.none" if scope.accounts else "posts.no_accounts"),
    )  # fmt: skip


def value(db: Connection, scope: Scope, metric: str) -> Figure:
    """Return the share of the people of the scope who had come before it."""
    if returns.told_by_visits(db, scope.accounts, scope.until):
        _, people, again = returns.spread(db, scope.since, ())
        return figures.share(metric, again, people, key=metric)
    here, before = _here(db, scope)
    return figures.share(metric, len(before), len(here), key=metric)


def rows(db: Connection, scope: Scope, key: str) -> Rows:
    """Return the people of a bar, those who came `again`, or the complaints of a person."""
    what, _, rest = key.partition(":")
    here, before = _here(db, scope)
    if what == "again":
        return _people(db, _visitors(db, scope, before))
    if what == "person":
        lost, _soon = _lost(db, scope)
        return behind.these(db, lost[int(rest)])
    if what not in ("visits", "since"):
        raise ValueError(key)
    return _people(db, _groups(db, scope, what, here)[rest])


def _people(db: Connection, found: Sequence[Visitor]) -> Rows:
    return behind.people(db, (v.profile for v in found), at={v.profile: v.last_at for v in found})


INSIGHT = Insight(
    "returning", "people", ("return_rate", "active_contacts", "negative"), draw, rows,
    {"view": ("visits", "since", "winback"), "quiet": ("14", "7", "30")}, heavy=True,
)  # fmt: skip
