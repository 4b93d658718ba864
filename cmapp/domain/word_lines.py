"""The TOML of our own word files, read line by line: a tenth of what `tomllib` takes (T9). Pure.

The first chart of a window waits for all words. A file of tables, strings and booleans is read
here; anything else in it is handed to `tomllib`, so that what comes out is always TOML.
"""

from __future__ import annotations

import re
import tomllib
from typing import Any

_LINE = re.compile(
    r'(?:\["([^"\\\x00-\x1f]+)"\]|\[([\w.-]+)\]'
    r'|([\w-]+) = (?:"([^"\\\x00-\x1f]*)"|(true|false)|(\{.*\}))|#.*)?\n',
    re.ASCII,
)


def read(text: str) -> dict[str, Any]:
    """Return what `tomllib.loads` does. Raises as it does."""
    found: dict[str, Any] = {}
    tables: dict[tuple[str, ...], dict[str, Any]] = {(): found}
    table, at = found, 0
    for line in _LINE.finditer(text):
        if line.start() != at:
            break
        quoted, bare, key, said, flag, inline = line.groups()
        if key:
            if key in table:
                break
            if said is not None:
                table[key] = said
            else:
                table[key] = flag == "true" if flag else tomllib.loads(f"v = {inline}")["v"]
        elif quoted or bare:
            path = (quoted,) if quoted else tuple(bare.split("."))
            if path in tables or not _make(path, tables):
                break
            table = tables[path]
        at = line.end()
    return found if at == len(text) else tomllib.loads(text)


def _make(path: tuple[str, ...], tables: dict[tuple[str, ...], dict[str, Any]]) -> bool:
    """Make a table and those that it is in; False where a value has its name."""
    for n in range(1, len(path) + 1):
        if path[:n] not in tables:
            outer = tables[path[: n - 1]]
            if path[n - 1] in outer:
                return False
            tables[path[:n]] = outer[path[n - 1]] = {}
    return True
