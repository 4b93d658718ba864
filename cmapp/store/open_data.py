"""Rows of the read-only views, as they come: for exports of any size."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from cmapp.store import sqlite

CHUNK = 5_000
"""How many rows are in memory at a time."""


def chunks(
    db: sqlite.Connection,
    view: str,
    columns: Sequence[str],
    *,
    order: str = "",
    time: str = "",
    since: int | str | None = None,
    until: int | str | None = None,
    accounts: Sequence[str] = (),
) -> Iterator[list[Sequence[Any]]]:
    """Yield the rows of a view, `CHUNK` at a time.

    Names are the program's own (`services/open_data.py`), never what somebody typed. `since` and
    `until` (exclusive) bound the column `time`; `accounts` the column `account_id`.
    """
    where, values = [], list[Any]()
    for sign, bound in ((">=", since), ("<", until)):
        if time and bound is not None:
            where.append(f"{time} {sign} ?")
            values.append(bound)
    if accounts:
        where.append(f"account_id IN ({', '.join('?' * len(accounts))})")
        values += accounts
    found = db.execute(
        f"SELECT {', '.join(columns)} FROM {view}"
        + (f" WHERE {' AND '.join(where)}" if where else "")
        + (f" ORDER BY {order}" if order else ""),
        values,
    )
    while rows := found.fetchmany(CHUNK):
        yield rows
