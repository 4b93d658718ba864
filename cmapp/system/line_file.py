r"""A file of lines, each with its own checksum: damage costs the lines that it hit and no other.

A line is `<crc32 as 8 hex digits> <JSON>\n`, with a line break of its own before it, so that one
that a crash cut short does not swallow the next. Used by one thread at a time.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from zlib import crc32

from cmapp.system.durable import sync_folder


class LineFile:
    """An append-only file of JSON objects."""

    def __init__(self, path: Path) -> None:
        """Open nothing yet; a file that is not there reads as empty."""
        self.path = path
        self._named = False
        """Whether the disk has the file's name for sure."""

    def append(self, bodies: Iterable[Mapping[str, Any]], *, wait: bool = True) -> int:
        """Add lines, `wait` until the disk has them, and return how many bytes the file has.

        Without waiting, they outlive this process but perhaps not the machine. Raises OSError.
        """
        handle = self._open()
        try:
            _write(handle, b"".join(_line(body) for body in bodies))
            if wait:
                os.fsync(handle)
                if not self._named:
                    sync_folder(self.path.parent)
                    self._named = True
            return os.fstat(handle).st_size
        finally:
            os.close(handle)

    def _open(self) -> int:
        how = os.O_WRONLY | os.O_APPEND
        try:
            return os.open(self.path, how)
        except FileNotFoundError:
            self._named = False
            return os.open(self.path, how | os.O_CREAT, 0o600)

    def read(self) -> Iterator[dict[str, Any]]:
        """Yield the whole lines, oldest first. Raises OSError."""
        try:
            raw = self.path.read_bytes()
        except FileNotFoundError:
            return
        yield from lines(raw)

    def replace(self, bodies: Iterable[Mapping[str, Any]]) -> int:
        """Put a file of these lines in the place of the old one; returns its bytes.

        Either the old one or the new one is there, whole. Raises OSError.
        """
        fresh = self.path.with_name(f"{self.path.name}.new")
        fresh.unlink(missing_ok=True)
        size = LineFile(fresh).append(bodies)
        fresh.replace(self.path)
        self._named = False
        sync_folder(self.path.parent)  # what is added next goes to the new one alone
        return size

    def clear(self) -> None:
        """Begin anew."""
        self.path.unlink(missing_ok=True)


def lines(raw: bytes) -> Iterator[dict[str, Any]]:
    """Yield what the whole lines of a file say."""
    for line in raw.split(b"\n"):
        head, _, body = line.partition(b" ")
        try:
            if int(head, 16) != crc32(body):
                continue
            found = json.loads(body)
        except (ValueError, RecursionError):
            continue
        if isinstance(found, dict):
            yield found


def _line(body: Mapping[str, Any]) -> bytes:
    packed = json.dumps(body, separators=(",", ":")).encode("ascii")
    return b"\n%08x %s\n" % (crc32(packed), packed)


def _write(handle: int, data: bytes) -> None:
    """Write all of it: the system may take less at once, and a full disk takes a part first."""
    view = memoryview(data)
    while view:
        view = view[os.write(handle, view) :]
