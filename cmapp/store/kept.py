"""Rows of the small registers (goals, costs, experiments, decisions …), each kept whole."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from typing import Any, TypeVar

from cmapp.store import sqlite
from cmapp.store.database import Tx

T = TypeVar("T")


def put(tx: Tx, table: str, row: Any) -> None:
    """Keep a dataclass as the row of a table of the same columns; the same key replaces it.

    Tuples, lists and dicts are kept as JSON.
    """
    values = {f.name: _packed(getattr(row, f.name)) for f in fields(row)}
    names = ", ".join(values)
    tx.db.execute(
        f"""INSERT INTO {table} ({names}) VALUES ({", ".join("?" * len(values))})
            ON CONFLICT DO UPDATE SET {", ".join(f"{n} = excluded.{n}" for n in values)}""",
        tuple(values.values()),
    )
    tx.touch(table)


def take_out(tx: Tx, table: str, key: Mapping[str, Any]) -> None:
    """Strike rows out by the columns of `key`."""
    where = " AND ".join(f"{name} = ?" for name in key)
    tx.db.execute(f"DELETE FROM {table} WHERE {where}", tuple(key.values()))
    tx.touch(table)


def read(made: type[T], found: sqlite.Row, json_names: tuple[str, ...] = ()) -> T:
    """Return a row as its dataclass; the columns `json_names` are unpacked."""
    values = dict(found)
    for name in json_names:
        values[name] = json.loads(values[name])
    return made(**values)


def _packed(value: Any) -> Any:
    if isinstance(value, (dict, list, tuple)):
        return json.dumps(value, ensure_ascii=False)
    return value
