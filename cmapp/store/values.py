"""All words of a database as they stand in its values, one apart from the other."""

from __future__ import annotations

from collections.abc import Iterator

from cmapp.store import sqlite

_ROWS = 5_000


def all_texts(db: sqlite.Connection) -> Iterator[bytes]:
    """Yield the text of every plain table in pieces of UTF-8, each value on lines of its own."""
    tables = db.execute(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        " AND name NOT LIKE 'sqlite%'"
    ).fetchall()
    for (table,) in tables:
        info = db.execute(f"PRAGMA table_info('{table}')").fetchall()
        columns = [f'"{r[1]}"' for r in info if "TEXT" in r[2].upper()]
        if not columns:
            continue
        found = db.execute(f'SELECT {", ".join(columns)} FROM "{table}"')
        while rows := found.fetchmany(_ROWS):
            texts = (str(value) for row in rows for value in tuple(row) if value is not None)
            yield "\n".join(texts).encode("utf-8", "surrogatepass")
