"""Files on disk: pictures and videos that go out with a post, and pictures that came in, bounded.

PNG, JPEG, WebP and GIF, MP4, MOV and WebM, told by their first bytes and never by name; their size
is read from the header. SVG is no picture for us: it can read files and run for ever. File names
are hashes, never a stranger's words. What lies in the media folder is clean: no place, no camera,
no date is in it, so none can leave with it.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from cmapp.domain.errors import Rejected
from cmapp.system.settings import replace

ATTACHMENT_CAP = 40 * 1024 * 1024
CACHE_BYTES = 200 * 1024 * 1024
MIMES = {"image/png": ".png", "image/jpeg": ".jpg", "image/webp": ".webp", "image/gif": ".gif"}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's bytes and what its header says; `width` and `height` in pixels."""

    data: bytes
    mime: str
    width: int
    height: int


def look(data: bytes) -> Picture:
    """Return what `data` is.

    Raises:
        Rejected: field `media`; reason `empty`, `not_a_picture`, or `damaged` where the header
            holds no size.
    """
    if not data:
        raise Rejected(field="media", reason="empty")
    found = _header(data)
    if found is None:
        raise Rejected(field="media", reason="not_a_picture")
    mime, size = found
    if size is None or min(size) < 1:
        raise Rejected(field="media", reason="damaged")
    return Picture(data, mime, *size)


def read_attachment(path: Path, *, cap: int = ATTACHMENT_CAP) -> Picture:
    """Return the picture in `path`.

    Raises:
        Rejected: field `media`; reason `not_found`, `unreadable`, `too_large` (facts `limit`
            and `size`, in bytes), or as in `look`.
    """
    try:
        if not path.is_file():
            raise Rejected(field="media", reason="not_found")
        with path.open("rb") as file:
            data = file.read(cap + 1)
            size = os.fstat(file.fileno()).st_size
    except OSError:
        data, size = None, 0
    if data is None:
        raise Rejected(field="media", reason="unreadable")
    if len(data) > cap:
        raise Rejected(field="media", reason="too_large", limit=cap, size=max(size, len(data)))
    return look(data)


def path_of(name: str, folder: Path) -> Path:
    """Return the file of that name in the media `folder`, which lies there and nowhere else.

    Raises:
        Rejected: field `media`, reason `not_found`.
    """
    path = folder / name
    if not name or path.parent.resolve() != folder.resolve() or not path.is_file():
        raise Rejected(field="media", reason="not_found")
    return path


class Cache:
    """Pictures from the web by their address, the oldest making room. One thread at a time."""

    def __init__(self, folder: Path, *, most_bytes: int = CACHE_BYTES) -> None:
        self._folder = folder / "seen"
        self._most = most_bytes

    def get(self, url: str) -> Path | None:
        """Return the file of what `url` gave, or None."""
        path = self._folder / _name(url)
        try:
            os.utime(path)
        except OSError:
            return None
        return path

    def put(self, url: str, data: bytes) -> Path:
        """Keep `data`, which came from `url`.

        Raises:
            Rejected: it is no picture, as in `look`.
            OSError: disk full and the like.
        """
        look(data)
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        path = self._folder / _name(url)
        replace(path, data)
        self._make_room(path)
        return path

    def _make_room(self, fresh: Path) -> None:
        files = [(entry.stat(), Path(entry.path)) for entry in os.scandir(self._folder)]
        size = sum(stat.st_size for stat, _ in files)
        for stat, path in sorted(files, key=lambda item: item[0].st_mtime_ns):
            if size <= self._most:
                return
            if path != fresh:
                path.unlink(missing_ok=True)
                size -= stat.st_size


def _name(url: str) -> str:
    return hashlib.sha256(url.encode("utf-8", "replace")).hexdigest()


def _header(data: bytes) -> tuple[str, tuple[int, int] | None] | None:
    """Return the media type, and width and height where the header has them."""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        good = data[12:16] == b"IHDR" and len(data) >= 24
        return "image/png", (_big(data[16:20]), _big(data[20:24])) if good else None
    if data.startswith((b"GIF87a", b"GIF89a")):
        good = len(data) >= 10
        return "image/gif", (_little(data[6:8]), _little(data[8:10])) if good else None
    if data.startswith(b"\xff\xd8\xff"):
        return "image/jpeg", _jpeg_size(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "image/webp", _webp_size(data)
    return None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """Walk from segment to segment up to the frame header."""
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # fill
            at += 1
        elif marker == 0x01 or 0xD0 <= marker <= 0xD7:  # these stand alone
            at += 2
        elif 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            return _big(data[at + 7 : at + 9]), _big(data[at + 5 : at + 7])
        else:
            at += 2 + _big(data[at + 2 : at + 4])
    return None


def _webp_size(data: bytes) -> tuple[int, int] | None:
    if len(data) < 30:
        return None
    match data[12:16]:
        case b"VP8X":
            return 1 + _little(data[24:27]), 1 + _little(data[27:30])
        case b"VP8L" if data[20] == 0x2F:
            bits = _little(data[21:25])
            return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
        case b"VP8 " if data[23:26] == b"\x9d\x01\x2a":
            return _little(data[26:28]) & 0x3FFF, _little(data[28:30]) & 0x3FFF
    return None


def _big(data: bytes) -> int:
    return int.from_bytes(data, "big")


def _little(data: bytes) -> int:
    return int.from_bytes(data, "little")
