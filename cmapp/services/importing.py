"""Bringing a table in: what was found in it is kept in one transaction, and taken back exactly."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from cmapp.domain import hours, import_file
from cmapp.domain.errors import Rejected
from cmapp.domain.import_file import Sheet
from cmapp.services import import_fields
from cmapp.services.import_rows import Found
from cmapp.store import campaigns, contacts, costs, imports
from cmapp.store.costs import Cost
from cmapp.store.database import Tx
from cmapp.store.imports import Counted

MOST_UNMATCHED = 2_000
"""How many rows without a post of ours are kept by name; all are counted."""


def opened(path: Path) -> bytes:
    """Return the bytes of a file. Raises Rejected (`not_found`, `bad_table`)."""
    try:
        if not path.is_file():  # a pipe would be waited for, a device never ends
            raise FileNotFoundError(str(path))
        size = path.stat().st_size
        if size > import_file.MOST_BYTES:
            raise Rejected(
                "bad_table", field="file", reason="too_large", size=size,
                limit=import_file.MOST_BYTES,
            )  # fmt: skip
        return path.read_bytes()
    except OSError:
        raise Rejected("not_found", field="file", reason="not_found", path=str(path)) from None


def digest(data: bytes) -> str:
    """Return what tells a file from others."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def sheet_of(data: bytes, given: Mapping[str, Any]) -> Sheet:
    """Return the table of a file, read as was said. Raises Rejected (`bad_table`)."""
    return import_file.read(
        data, import_fields.known, encoding=given.get("encoding") or None,
        separator=given.get("separator") or None, sheet=given.get("sheet") or None,
    )  # fmt: skip


def keep(
    tx: Tx, found: Found, settings: Mapping[str, Any], *, file: str, marked: str, account: str,
    zone: str, now: int,
) -> int:  # fmt: skip
    """Keep all that was found in a file; returns the import's id."""
    number = imports.keep(
        tx, found.values, digest=marked, settings=settings, file=file, account=account,
        rows=found.rows, kept=found.kept, unmatched=found.unmatched[:MOST_UNMATCHED],
        waiting=found.waiting, now=now,
    )  # fmt: skip
    beyond(tx, number, zone=zone, now=now)
    return number


def set_undone(tx: Tx, number: int, *, undone: bool, zone: str, now: int) -> None:
    """Take a file back, or let it count again."""
    imports.set_undone(tx, number, now if undone else None)
    beyond(tx, number, zone=zone, now=now)


def beyond(tx: Tx, number: int, *, zone: str, now: int) -> None:
    """Bring costs, and what people are worth, in step with the values that count."""
    for other in imports.touched_by(tx.db, number, "spend"):
        costs.remove_source(tx, f"import:{other}")
        named = {c.name.casefold(): c.id for c in campaigns.every(tx.db)}
        spent = imports.winning(tx.db, ("spend",), import_id=other)
        costs.add_many(tx, [_cost(one, zone, named) for one in spent], now=now)
    for other in imports.touched_by(tx.db, number, "customer_value"):
        contacts.tidy(tx, imports.drop_facts(tx, other))
        for one in imports.winning(tx.db, ("customer_value",), import_id=other):
            contacts.add_fact(
                tx, int(one.part["person"]), "customer_value",
                f"{one.value:.2f} {one.part.get('currency', '')}".strip(),
                source=f"import:{other}", at=now, now=now,
            )  # fmt: skip


def _cost(one: Counted, zone: str, named: Mapping[str, int]) -> Cost:
    day = day_of(one.at, zone)
    campaign = one.part.get("campaign", "")
    return Cost(
        "spend", one.value, one.part.get("currency", ""), day, day, account_id=one.account or None,
        channel=one.part.get("channel") or one.part.get("source", ""),
        campaign_id=named.get(campaign.casefold()), note=campaign,
        source=f"import:{one.import_id}",
    )  # fmt: skip


def day_of(at: int, zone: str) -> str:
    """Return the local day of a moment (ISO)."""
    return datetime.fromtimestamp(at / 1000, UTC).astimezone(hours.zone(zone)).date().isoformat()
