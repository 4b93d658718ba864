"""The window's draft journal: a line per change and per pause, each with its own checksum."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cmapp.system.line_file import LineFile
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
    """The drafts of one window. Used by one thread at a time."""

    def __init__(self, path: Path) -> None:
        self._file = LineFile(path)

    def append(self, entry: Entry, *, wait: bool = True) -> None:
        """Add a line, and `wait` until the disk has it. Raises OSError.

        Without waiting, it outlives this process but perhaps not the machine.
        """
        if self._file.append([_body(entry)], wait=wait) > LARGE and wait:
            self._shorten()

    def _shorten(self) -> None:
        """Keep the newest line of each draft alone, in a new file in the old one's place."""
        kept = self.replay()
        if kept:
            self._file.replace(_body(entry) for entry in kept)
        else:
            self.clear()

    def replay(self) -> list[Entry]:
        """Return the newest whole line of each draft that is not over, oldest first."""
        found: dict[int, Entry] = {}
        for data in self._file.read():
            try:
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
        self._file.clear()


def _body(entry: Entry) -> dict[str, Any]:
    return {
        "draft": entry.draft,
        "item": entry.item,
        "account": entry.written.account,
        "text": entry.written.text,
        "media": [list(pair) for pair in entry.written.media],
        **({"more": dict(entry.written.more)} if entry.written.more else {}),
        "at": entry.at,
        "over": entry.over,
    }
