"""The window's draft journal: one line per pause, each with its own checksum, on disk at once."""

from __future__ import annotations

import json
import os
from pathlib import Path
from zlib import crc32

from cmapp.ui.widgets.composer import Written


class Journal:
    """An append-only file. A torn or damaged line costs that line and no other.

    A line is `<crc32 as 8 hex digits> <JSON>\\n`. Used by the window's thread only.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def append(self, key: str, written: Written, at: int) -> None:
        """Add a line and wait until the disk has it. Raises OSError."""
        body = json.dumps(
            {
                "key": key,
                "account": written.account,
                "text": written.text,
                "media": [list(pair) for pair in written.media],
                "at": at,
            },
            ensure_ascii=True,
            separators=(",", ":"),
        ).encode("ascii")
        line = b"%08x %s\n" % (crc32(body), body)
        handle = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
        try:
            if os.fstat(handle).st_size and not self._ends_well():
                line = b"\n" + line
            os.write(handle, line)
            os.fsync(handle)
        finally:
            os.close(handle)

    def _ends_well(self) -> bool:
        with self._path.open("rb") as file:
            file.seek(-1, os.SEEK_END)
            return file.read(1) == b"\n"

    def replay(self) -> dict[str, tuple[Written, int]]:
        """Return the newest whole line of each draft; emptied drafts are left out."""
        found: dict[str, tuple[Written, int]] = {}
        try:
            raw = self._path.read_bytes()
        except FileNotFoundError:
            return {}
        for line in raw.split(b"\n"):
            head, _, body = line.partition(b" ")
            try:
                if int(head, 16) != crc32(body):
                    continue
                data = json.loads(body)
                media = tuple((str(path), str(alt)) for path, alt in data["media"])
                written = Written(data["text"], data["account"], media)
                found[data["key"]] = (written, int(data["at"]))
            except (ValueError, KeyError, TypeError):
                continue
        return {key: value for key, value in found.items() if value[0].text or value[0].media}
