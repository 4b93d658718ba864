"""The command on best times: when an account's own posts were answered most (CA-02, CA-03)."""

from __future__ import annotations

from cmapp.domain import best_time, plan_times
from cmapp.domain import hours as office_hours
from cmapp.domain.errors import Missing, Rejected
from cmapp.services import calendar
from cmapp.services.desk import Desk
from cmapp.services.shapes import Json, iso
from cmapp.store import accounts, responses
from cmapp.store.sqlite import Connection

DAYS = 365


def besttime_show(desk: Desk, account: str, zone: str | None = None, days: int = DAYS) -> Json:
    """Return when posts of an account were answered most, from its own history alone.

    {account, zone, n, needed, enough, usual, first, until, left_out, cells: [{weekday, hour, n,
    value, low, high}], best: [{weekday, hour, n, value, low, high, reason: {code, facts}}]}.
    `value` is the median of the interactions that a post of that hour got within 48 hours, `low`
    to `high` its 90 % interval; all three None where fewer than `needed` posts were made then.
    `until` is the lag: posts after it are younger than 48 hours, or newer than what was read
    (`left_out` counts them). `reason` is `clearly_above` or `not_clearly_above` the usual (the
    median of all posts), with {n, value, low, high, usual, posts}. `best` is empty where nothing
    is known well enough.

    Raises Missing (`unknown_account`), Rejected (`bad_hours`, `bad_value`).
    """
    if not 1 <= days <= 3660:
        raise Rejected("bad_value", field="days", reason="bad_value", value=str(days))

    def look(db: Connection) -> Json:
        whose = accounts.by_id(db, account)
        if whose is None:
            raise Missing("unknown_account", id=account)
        named = calendar.zone_for(db, zone, account)
        there = office_hours.zone(named)
        read = min(desk.now(), whose.synced_at or 0)
        until = read - best_time.WINDOW_MS
        # before anything was stored nobody counted: those posts would all seem unanswered
        first = max(desk.now() - days * 86_400_000, responses.begins(db, account) or desk.now())
        within = best_time.WINDOW_MS
        found = responses.of_posts(db, account, first, max(until, first), within=within)
        later = responses.of_posts(db, account, max(until, first), desk.now() + 1, within=within)
        placed = []
        for at, count in found:
            local = plan_times.local(at, there)
            placed.append((local.weekday(), local.hour, float(count)))
        cells = best_time.grid(placed)
        usual = best_time.median([c for _, _, c in placed]) if placed else None
        picked = best_time.best(cells, usual) if usual is not None else []
        return {
            "account": account,
            "zone": named,
            "n": len(found),
            "needed": best_time.ENOUGH,
            "enough": any(c.value is not None for c in cells),
            "usual": usual,
            "first": iso(first),
            "until": iso(until) if whose.synced_at else None,
            "left_out": len(later),
            "cells": [_cell(c) for c in cells],
            "best": [
                {
                    **_cell(s.cell),
                    "reason": {
                        "code": "clearly_above" if s.clear else "not_clearly_above",
                        "facts": {**_cell(s.cell), "usual": usual, "posts": len(found)},
                    },
                }
                for s in picked
            ],
        }

    return desk.store.read(look)


def _cell(one: best_time.Cell) -> Json:
    return {
        "weekday": one.weekday, "hour": one.hour, "n": one.n, "value": one.value,
        "low": one.low, "high": one.high,
    }  # fmt: skip
