"""Rows of imported tables whose post came in after them: matched in the post's own transaction.

A row that told a post which was not here waits under its import; nothing of it counts until then.
What it says then is as if the post had been there: taking the file back takes it, too.
"""

from __future__ import annotations

import json
from collections.abc import Collection

from cmapp.services import import_fields, importing
from cmapp.services.import_matching import NoPost, Posts
from cmapp.store import imports
from cmapp.store.database import Tx
from cmapp.store.imports import Ours, Value, Waiting


def arrived(tx: Tx, account: str, new: Collection[int], *, now: int) -> int:
    """Match the rows that wait with posts (ids) that have just come; returns how many were."""
    posts = Posts(tx.db, account, only=new)
    touched: dict[int, int] = {}
    for row in imports.waiting(tx.db, account):
        match = posts.find(**row.seek)
        if isinstance(match, NoPost):
            continue
        values, twice = _values(tx, row, match)
        imports.has_come(tx, row, values, twice=twice)
        touched[row.import_id] = touched.get(row.import_id, 0) + (not twice)
    for number in touched:
        imports.project(tx, number)
        there = imports.by_id(tx.db, number)
        if there is not None:
            importing.beyond(tx, number, zone=there.settings.get("zone", "UTC"), now=now)
    return sum(touched.values())


def _values(tx: Tx, row: Waiting, post: Ours) -> tuple[list[Value], bool]:
    """Return what a row says of a post, and whether the file says something else already."""
    made = []
    for name, value in row.told.items():
        field = import_fields.fields()[name]
        part = row.part if field.kind == "money" else {}
        packed = json.dumps(part, ensure_ascii=False, sort_keys=True) if part else ""
        at = post.at if row.day is None else row.day
        one = Value(name, post.account, post.id, at, packed, row.line, value)
        there = imports.value_of(tx.db, row.import_id, one)
        if there is not None and field.sum != "sum":
            if there != value:
                return [], True
            continue
        if there is not None:
            one = Value(name, post.account, post.id, at, packed, row.line, value + there)
        made.append(one)
    return made, False
