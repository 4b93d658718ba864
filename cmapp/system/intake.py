"""Take a picture or a video into the media folder: looked through, clean, named by its content.

A video is copied in one stream that leaves out what tells too much; nothing of it is held in
memory. A half file never has a name that anybody reads: it is written beside and then renamed.
"""

from __future__ import annotations

import errno
import hashlib
import io
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from cmapp.domain.errors import Rejected
from cmapp.system import decoder, media, pictures, video
from cmapp.system.durable import sync_folder

VIDEO_CAP = 2 * 1024 * 1024 * 1024
"""Bytes: no network that we know takes more."""
SPARE = 64 * 1024 * 1024
"""What has to stay free on the disk."""
THUMBS_BYTES = 100 * 1024 * 1024
_PIECE = 1024 * 1024
_PART = ".part-"
_NAME = re.compile(r"[0-9a-f]{64}\.[a-z0-9]{3,4}")


@dataclass(frozen=True, slots=True)
class Kept:
    """A file in the media folder. `seconds` of a video that tells its length; `moves`: frames."""

    name: str
    mime: str
    bytes: int
    width: int
    height: int
    seconds: float | None = None
    moves: bool = False


def take_in(source: Path | bytes, folder: Path) -> Kept:
    """Take in the file `source`, or these bytes of a picture; a known one is found again.

    Raises:
        Rejected: field `media`; reason `not_found`, `unreadable`, `empty`, `not_a_picture`,
            `heic`, `damaged`, `too_large` (facts `limit` and `size`, bytes), `too_many_pixels`,
            `too_many_frames`, `disk_full`.
    """
    try:
        if not folder.is_dir():
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            sync_folder(folder.parent)
        if isinstance(source, bytes):
            return _take(io.BytesIO(source), len(source), folder)
        with _opened(source) as file:
            return _take(file, os.fstat(file.fileno()).st_size, folder)
    except OSError as problem:
        full = problem.errno in (errno.ENOSPC, errno.EDQUOT)
        raise Rejected(field="media", reason="disk_full" if full else "unreadable") from None


def thumbnail(name: str, folder: Path) -> Path | None:
    """Return the small picture of a file in the media folder, made now if it is not there.

    None for a video. Raises Rejected as `media.read_attachment`, OSError.
    """
    made = folder / "thumbs" / name
    if made.is_file():
        with suppress(OSError):
            os.utime(made)  # used just now: the last to make room
        return made
    if Path(name).suffix in video.MIMES.values():
        return None
    small = decoder.thumbnail(media.read_attachment(media.path_of(name, folder)).data)
    made.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    put(small, made)
    return made


def make_room(folder: Path, *, most: int = THUMBS_BYTES) -> None:
    """Remove the thumbnails that were not used for longest, until they take `most` bytes."""
    with suppress(FileNotFoundError):
        found = [(e.stat(), Path(e.path)) for e in os.scandir(folder / "thumbs")]
        size = sum(stat.st_size for stat, _ in found)
        for stat, path in sorted(found, key=lambda item: item[0].st_mtime_ns):
            if size <= most:
                return
            path.unlink(missing_ok=True)
            size -= stat.st_size


def sweep(folder: Path) -> None:
    """Remove half files that a killed process left. Only at the start, when nobody writes."""
    with suppress(OSError):
        for entry in (*folder.glob(f"{_PART}*"), *(folder / "thumbs").glob(f"{_PART}*")):
            entry.unlink(missing_ok=True)


def taken_in_before(folder: Path, before: int) -> dict[str, int]:
    """Return the files that were last taken in before then, and when by the clock (UTC ms)."""
    try:
        found = [entry for entry in os.scandir(folder) if entry.is_file(follow_symlinks=False)]
        when = {e.name: int(e.stat().st_mtime * 1000) for e in found if _NAME.fullmatch(e.name)}
    except OSError:
        return {}
    return {name: at for name, at in when.items() if at < before}


def remove(name: str, folder: Path) -> None:
    """Remove a file and its thumbnail."""
    with suppress(OSError):
        (folder / name).unlink(missing_ok=True)
        (folder / "thumbs" / name).unlink(missing_ok=True)


def put(data: bytes, path: Path) -> None:
    """Write a file whole or not at all; two at the same time may write the same. Raises OSError."""
    with _beside(path.parent) as file:
        file.write(data)
        _done(file, path)


def _take(file: BinaryIO, size: int, folder: Path) -> Kept:
    head = file.read(64)
    if (kind := video.kind(head)) is not None:
        return _video(file, size, kind, folder)
    if head[4:8] == b"ftyp":
        raise Rejected(field="media", reason="heic")
    if size > media.ATTACHMENT_CAP:
        raise Rejected(field="media", reason="too_large", limit=media.ATTACHMENT_CAP, size=size)
    file.seek(0)
    found = media.look(file.read(media.ATTACHMENT_CAP))
    if found.width * found.height > pictures.PIXELS:
        raise Rejected(
            field="media", reason="too_many_pixels", limit=pictures.PIXELS,
            size=found.width * found.height,
        )  # fmt: skip
    clean = media.look(decoder.clean(found.data, found.mime))
    name = hashlib.sha256(clean.data).hexdigest() + media.MIMES[clean.mime]
    small = decoder.thumbnail(clean.data)  # reads every pixel: what is cut off shows here
    moves = decoder.frames(clean.data) > 1
    if moves:
        decoder.moves_whole(clean.data)
    if not _there(folder / name):
        _room(folder, len(clean.data))
        put(clean.data, folder / name)
    if not (folder / "thumbs" / name).exists():
        (folder / "thumbs").mkdir(mode=0o700, exist_ok=True)
        put(small, folder / "thumbs" / name)
    return Kept(name, clean.mime, len(clean.data), clean.width, clean.height, moves=moves)


def _video(file: BinaryIO, size: int, kind: str, folder: Path) -> Kept:
    if size > VIDEO_CAP:
        raise Rejected(field="media", reason="too_large", limit=VIDEO_CAP, size=size)
    try:
        found = video.look(file, size)
    except video.Broken:
        raise Rejected(field="media", reason="damaged", kind=kind) from None
    _room(folder, size)
    hashed = hashlib.sha256()
    with _beside(folder) as into:
        _reserve(into, size)
        for piece in _patched(file, size, found.patches):
            hashed.update(piece)
            into.write(piece)
        name = hashed.hexdigest() + video.MIMES[kind]
        if not _there(folder / name):
            _done(into, folder / name)
    return Kept(name, kind, size, found.width, found.height, found.seconds)


def _there(path: Path) -> bool:
    """Tell whether a file is there, and note that it was wanted just now."""
    try:
        os.utime(path)
    except FileNotFoundError:
        return False
    return True


def _patched(file: BinaryIO, size: int, patches: list[video.Patch]) -> Iterator[bytes]:
    """Yield the file in pieces, with the patches laid over it."""
    at, first = 0, 0
    file.seek(0)
    while at < size:
        piece = bytearray(file.read(min(_PIECE, size - at)))
        if not piece:
            raise Rejected(field="media", reason="unreadable")  # it became shorter under our hands
        end = at + len(piece)
        while first < len(patches) and patches[first].start + patches[first].size <= at:
            first += 1
        for patch in patches[first:]:
            if patch.start >= end:
                break
            begin, stop = max(patch.start, at), min(patch.start + patch.size, end)
            if begin < stop:
                head = patch.head[begin - patch.start : stop - patch.start]
                piece[begin - at : stop - at] = head + bytes(stop - begin - len(head))
        yield bytes(piece)
        at = end


class _beside:
    """A file beside its place, for a block; it is gone afterwards unless it was renamed."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> BinaryIO:
        number, self._name = tempfile.mkstemp(prefix=_PART, dir=self._folder)
        os.close(number)
        self._file: BinaryIO = open(self._name, "w+b")  # so that it knows its name
        return self._file

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):  # what could not be written is told already
            self._file.close()
        Path(self._name).unlink(missing_ok=True)


def _done(file: BinaryIO, path: Path) -> None:
    """Give what was written its name, so that a power cut leaves all of it or nothing."""
    file.flush()
    os.fsync(file.fileno())
    if os.name == "nt":
        file.close()
    os.replace(file.name, path)
    sync_folder(path.parent)  # the library is told of it next: it must not know what is gone


def _room(folder: Path, size: int) -> None:
    free = shutil.disk_usage(folder).free
    if free < size + SPARE:
        raise Rejected(field="media", reason="disk_full", size=size, limit=max(0, free - SPARE))


def _reserve(file: BinaryIO, size: int) -> None:
    """Ask for the whole space before the first byte, where the system can: full is full at once."""
    if not hasattr(os, "posix_fallocate"):
        return
    try:
        os.posix_fallocate(file.fileno(), 0, size)
    except OSError as problem:
        if problem.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise


def _opened(path: Path) -> BinaryIO:
    """Open a file that is one: no folder, no device, no pipe that would wait for ever."""
    try:
        regular = path.is_file()
    except (OSError, ValueError):
        regular = False
    if not regular:
        raise Rejected(field="media", reason="not_found")
    number = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    return os.fdopen(number, "rb")
