"""The pages of the database that say which tables it has, once more: `cmapp.sqlite3.schema`.

Without them no table of a damaged file can be found, and they change only with the schema. A line
with a checksum for each page, under its number.
"""

from __future__ import annotations

import base64
import contextlib
import logging
from pathlib import Path
from typing import BinaryIO

from cmapp.store import sqlite
from cmapp.system.line_file import LineFile

log = logging.getLogger(__name__)

_INTERIOR, _LEAF = 5, 13


def path_of(path: Path) -> Path:
    """Return where the copy for a database lies."""
    return path.with_name(path.name + ".schema")


def keep_in_step(db: sqlite.Connection, path: Path) -> bool:
    """Write the copy anew where the schema has changed since; tells whether it did."""
    cookie = int(db.execute("PRAGMA schema_version").fetchone()[0])
    file = LineFile(path_of(path))
    try:
        if any(line.get("schema") == cookie for line in file.read()):
            return False
        db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        with path.open("rb") as raw:
            size = int(db.execute("PRAGMA page_size").fetchone()[0])
            pages = _Pages(raw, size).of_schema()
        file.replace(
            [
                *({"page": n, "data": base64.b64encode(d).decode()} for n, d in pages.items()),
                {"schema": cookie, "size": size},
            ]
        )
    except (OSError, sqlite.Error, IndexError) as problem:
        log.warning("the schema's second copy is behind: %s", problem)
        return False
    return True


def read(path: Path) -> tuple[int, dict[int, bytes]]:
    """Return (page size, number → page) of the copy for a database; (4096, {}) where none is."""
    pages: dict[int, bytes] = {}
    size = 4096
    with contextlib.suppress(OSError):
        for line in LineFile(path_of(path)).read():
            match line:
                case {"page": int(number), "data": str(data)}:
                    pages[number] = base64.b64decode(data)
                case {"size": int(found)}:
                    size = found
    return size, pages


def put(path: Path, size: int, pages: dict[int, bytes]) -> None:
    """Put the pages of the schema into a file, the first one such that its length is trusted."""
    with path.open("rb+") as file:
        count = max(1, file.seek(0, 2) // size)
        for number, page in pages.items():
            if number > count:
                continue
            data = bytearray(page)
            if number == 1:
                data[28:32] = count.to_bytes(4, "big")  # how many pages there are …
                data[92:96] = data[24:28]  # … and that this is so
                data[32:40] = bytes(8)  # none is free: some may be in use by now
            file.seek((number - 1) * size)
            file.write(data)


class _Pages:
    """The pages of the schema's own table in a file that is whole."""

    def __init__(self, file: BinaryIO, size: int) -> None:
        self._file, self._size = file, size
        self._found: dict[int, bytes] = {}

    def of_schema(self) -> dict[int, bytes]:
        """Return number → bytes."""
        self._walk(1)
        return self._found

    def _page(self, number: int) -> bytes:
        self._file.seek((number - 1) * self._size)
        data = self._file.read(self._size)
        self._found[number] = data
        return data

    def _walk(self, number: int) -> None:
        if number in self._found:
            return
        page = self._page(number)
        head = 100 if number == 1 else 0
        cells = _number(page, head + 3, 2)
        interior = page[head] == _INTERIOR
        first = head + (12 if interior else 8)
        for n in range(cells):
            cell = _number(page, first + 2 * n, 2)
            if interior:
                self._walk(_number(page, cell, 4))
            elif page[head] == _LEAF:
                self._overflow(page, cell)
        if interior:
            self._walk(_number(page, head + 8, 4))

    def _overflow(self, page: bytes, cell: int) -> None:
        payload, at = _varint(page, cell)
        _, at = _varint(page, at)
        usable = self._size - self._found[1][20]  # bytes at the end of each that are not SQLite's
        if payload <= usable - 35:
            return
        least = (usable - 12) * 32 // 255 - 23
        local = least + (payload - least) % (usable - 4)
        following = _number(page, at + (local if local <= usable - 35 else least), 4)
        while following and following not in self._found:
            following = _number(self._page(following), 0, 4)


def _number(data: bytes, at: int, size: int) -> int:
    return int.from_bytes(data[at : at + size], "big")


def _varint(data: bytes, at: int) -> tuple[int, int]:
    """Return (value, where what follows begins)."""
    value = 0
    for n in range(8):
        value = value << 7 | data[at + n] & 0x7F
        if not data[at + n] & 0x80:
            return value, at + n + 1
    return value << 8 | data[at + 8], at + 9
