"""The window's draft journal: a line per change and per pause, each with its own checksum."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cmapp.system.later import later
from cmapp.ui.row import Written

if TYPE_CHECKING:
    from cmapp.system import line_file
else:  # the first line is written, and read, after the first picture
    line_file = later("cmapp.system.line_file")

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
    """The drafts of one window. Used by one thread at a time.

    `beside`: what stands in where the profile's disk takes nothing (full, or read-only).
    """

    def __init__(self, path: Path, beside: Callable[[], Path] | None = None) -> None:
        self._path = path
        self._first: line_file.LineFile | None = None
        self._where = beside
        self._second: line_file.LineFile | None = None
        self.strayed: Path | None = None
        """The folder that the last line went to instead of the profile's, None for that."""

    @property
    def _file(self) -> line_file.LineFile:
        if self._first is None:
            self._first = line_file.LineFile(self._path)
        return self._first

    def append(self, entry: Entry, *, wait: bool = True) -> None:
        """Add a line, and `wait` until the disk has it. Raises OSError: it is nowhere.

        Without waiting, it outlives this process but perhaps not the machine.
        """
        try:
            size = self._file.append([_body(entry)], wait=wait)
        except OSError:
            beside = self._beside()
            if beside is None:
                raise
            beside.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            beside.append([_body(entry)], wait=wait)
            self.strayed = beside.path.parent
            return
        self.strayed = None
        if size > LARGE and wait:
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
        beside = self._beside()
        for data in (*self._file.read(), *(() if beside is None else beside.read())):
            try:
                media = tuple((str(path), str(alt)) for path, alt in data["media"])
                more = data.get("more") or {}
                written = Written(str(data["text"]), str(data["account"]), media, dict(more))
                item = None if data["item"] is None else int(data["item"])
                entry = Entry(int(data["draft"]), item, written, int(data["at"]), data["over"])
            except (ValueError, KeyError, TypeError):
                continue
            if entry.draft not in found or entry.at >= found[entry.draft].at:
                found[entry.draft] = entry
        return [e for e in found.values() if not e.over and (e.written.text or not e.written.empty)]

    def clear(self) -> None:
        """Begin anew, once the store has everything."""
        self._file.clear()
        if (beside := self._beside()) is not None:
            beside.clear()

    def _beside(self) -> line_file.LineFile | None:
        if self._second is None and self._where is not None:
            self._second = line_file.LineFile(self._where())
        return self._second


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
