"""The window's draft journal: a line per change and per pause, each with its own checksum."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from zlib import crc32

from cmapp.ui.row import Written

LARGE = 4_000_000
"""Bytes after which the journal is written anew; a reply of 500 letters takes some 200,000."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A draft as it stood at a pause (`at`, UTC ms). `over`: it was queued or thrown away."""

    draft: int
    item: int | None
    written: Written
    at: int
    over: bool = False


class Journal:
    r"""An append-only file. A torn or damaged line costs that line and no other.

    A line is `<crc32 as 8 hex digits> <JSON>\n`. Used by one thread at a time.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def append(self, entry: Entry, *, wait: bool = True) -> None:
        """Add a line, and `wait` until the disk has it. Raises OSError.

        Without waiting, it outlives this process but perhaps not the machine.
        """
        body = json.dumps(
            {
                "draft": entry.draft,
                "item": entry.item,
                "account": entry.written.account,
                "text": entry.written.text,
                "media": [list(pair) for pair in entry.written.media],
                **({"more": dict(entry.written.more)} if entry.written.more else {}),
                "at": entry.at,
                "over": entry.over,
            },
            separators=(",", ":"),
        ).encode("ascii")
        # A line that a crash cut short must not swallow this one: an own line break goes first.
        line = b"\n%08x %s\n" % (crc32(body), body)
        handle = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            os.write(handle, line)
            if wait:
                os.fsync(handle)
            size = os.fstat(handle).st_size
        finally:
            os.close(handle)
        if wait and size > LARGE:
            self._shorten()

    def _shorten(self) -> None:
        """Keep the newest line of each draft alone, in a new file in the old one's place."""
        fresh = Journal(self._path.with_suffix(".new"))
        fresh.clear()
        for entry in self.replay():
            fresh.append(entry)
        if fresh._path.exists():
            fresh._path.replace(self._path)
        else:
            self.clear()

    def replay(self) -> list[Entry]:
        """Return the newest whole line of each draft that is not over, oldest first."""
        found: dict[int, Entry] = {}
        try:
            raw = self._path.read_bytes()
        except FileNotFoundError:
            return []
        for line in raw.split(b"\n"):
            head, _, body = line.partition(b" ")
            try:
                if int(head, 16) != crc32(body):
                    continue
                data = json.loads(body)
                media = tuple((str(path), str(alt)) for path, alt in data["media"])
                more = data.get("more") or {}
                written = Written(str(data["text"]), str(data["account"]), media, dict(more))
                item = None if data["item"] is None else int(data["item"])
                entry = Entry(int(data["draft"]), item, written, int(data["at"]), data["over"])
            except (ValueError, KeyError, TypeError):
                continue
            found[entry.draft] = entry
        return [e for e in found.values() if not e.over and (e.written.text or not e.written.empty)]

    def clear(self) -> None:
        """Begin anew, once the store has everything."""
        self._path.unlink(missing_ok=True)
