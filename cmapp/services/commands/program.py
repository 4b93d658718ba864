"""Commands on the program itself: where it stands, its problems and settings."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

from cmapp.domain.errors import Rejected
from cmapp.services import clocks, sending
from cmapp.services.desk import Desk
from cmapp.services.shapes import (
    Json,
    iso,
)
from cmapp.store import outbox, problems, views
from cmapp.store.opening import translated
from cmapp.store.sqlite import Connection
from cmapp.system import settings


def status(desk: Desk) -> Json:
    """Return {paused, flight, offline, outbox: {state: n}, needs_reply, problems: [...]}."""

    def look(db: Connection) -> Json:
        flight = problems.switch(db, "flight")
        return {
            "paused": problems.switch(db, "panic") is not None,
            "flight": iso(flight["since"]) if flight else None,
            "offline": desk.network.closed,
            "outbox": outbox.counts(db),
            "needs_reply": views.count(db, views.Filter(needs_reply=True)),
            "problems": [asdict(p) | {"since": iso(p.since)} for p in problems.every(db)],
        }

    return {**desk.store.read(look), "why_paused": sending.paused(desk)}


def problems_hush(desk: Desk, code: str, account: str = "") -> Json:
    """Take a problem out of the banner; it stays in the list."""
    desk.store.write(lambda tx: problems.hush(tx, code, account_id=account, now=desk.now()))
    return {}


def settings_get(desk: Desk) -> Json:
    """Return the settings by name."""
    return {k: v for k, v in asdict(desk.settings).items() if k != "others"}


def settings_set(desk: Desk, **values: Any) -> Json:
    """Change settings by name; one that makes no sense is refused. Returns them all."""
    known = settings_get(desk)
    for name, value in values.items():
        if name not in known or not settings.makes_sense(name, value):
            raise Rejected("bad_setting", field=name, reason="bad_value", value=value)
    with translated():
        settings.save(desk.paths.settings, replace(desk.settings, **values))
    desk.store.write(lambda tx: tx.touch("settings"))
    if clocks.behind(desk):
        clocks.work_out(desk)
    return settings_get(desk)
