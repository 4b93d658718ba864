"""Where the people are: how many were active, by platform (AC-08).

A person whose profiles were joined counts once on each platform, and once in all.
"""

from __future__ import annotations

from dataclasses import replace

from cmapp.domain.chart import Axis, Chart, Datum, Rows, Say, Series
from cmapp.services.insights import Insight, Scope, times, values
from cmapp.store import accounts, audience
from cmapp.store.sqlite import Connection


def platforms(db: Connection, scope: Scope) -> dict[str, tuple[str, ...]]:
    """Return the platforms of a scope, and which of its accounts are there."""
    found: dict[str, tuple[str, ...]] = {}
    for one in accounts.every(db):
        if one.id in scope.accounts:
            found[one.platform] = (*found.get(one.platform, ()), one.id)
    return found


def draw(db: Connection, scope: Scope) -> Chart:
    """Return a bar for each platform."""
    found = platforms(db, scope)
    whole = values.value(db, scope, "active_contacts")
    data = []
    for platform, whose in found.items():
        here = replace(scope, accounts=whose)
        one = whole if len(found) == 1 else values.value(db, here, "active_contacts")
        data.append(Datum(platform, one.value, why=one.why, key=platform if one.value else ""))
    gaps = times.gaps(db, scope)
    empty = times.emptiness(scope, gaps, int(whole.value or 0), "volume.nothing")
    bars = Series("active", "active_contacts", Say("metric.active_contacts"), tuple(data))
    return Chart(
        "audience", "bars", Say("audience.title"),
        Axis("category", Say("audience.platform"),
             ticks=tuple((p, Say(f"glossary.platform.{p}")) for p in found)),
        Axis("number", Say("metric.active_contacts")), () if empty else (bars,),
        scope.since, scope.until, scope.zone, scope.accounts, gaps=gaps,
        figures=() if empty else (replace(whole, key="all"),),
        notes=(*times.partly(gaps), Say("audience.once")), empty=empty,
    )  # fmt: skip


def rows(db: Connection, scope: Scope, key: str) -> Rows:
    """Return the people of a platform, who was last here first."""
    whose = scope.accounts if key == "all" else platforms(db, scope)[key]
    return audience.people(db, whose, scope.since, scope.until)


INSIGHT = Insight("audience", "people", ("active_contacts",), draw, rows, heavy=True)
