"""The head of a video file: how long, how large, and what in it tells more than the pictures.

Reads MP4 and MOV (boxes) and WebM (elements) by jumping from part to part; the pictures and the
sound are neither read nor decoded, so the size of the file costs nothing. A reader of our own,
because what is wanted is not only length and size but where the metadata lies, to blank it
without writing the film anew; and because nothing that decodes strangers' films runs in here.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

MIMES = {"video/mp4": ".mp4", "video/quicktime": ".mov", "video/webm": ".webm"}
_MOST_PARTS = 100_000
_MOST_TABLE = 16 * 1024 * 1024


class Broken(ValueError):
    """The file is not built as its kind is built, or holds no moving picture."""


@dataclass(frozen=True, slots=True)
class Patch:
    """What to write over `size` bytes from `start` on: `head`, then zeros."""

    start: int
    size: int
    head: bytes = b""


@dataclass(slots=True)
class Video:
    """What the head says. Width and height in pixels, as shown; `seconds` None: it does not say.

    `patches`, by place, blank places, dates, titles, tags, and the tracks that are neither
    picture nor sound nor subtitles (a camera's track of positions).
    """

    mime: str
    width: int = 0
    height: int = 0
    seconds: float | None = None
    patches: list[Patch] = field(default_factory=list)


def kind(head: bytes) -> str | None:
    """Return the media type that the first bytes (64 are enough) tell, None: no video of ours."""
    if head[4:8] == b"ftyp":
        if head[8:12] in (b"heic", b"heix", b"hevc", b"mif1", b"msf1", b"avif", b"avis", b"heim"):
            return None
        return "video/quicktime" if head[8:12] == b"qt  " else "video/mp4"
    if head[4:8] in (b"moov", b"mdat", b"wide", b"free", b"skip"):
        return "video/quicktime"
    if head.startswith(b"\x1aE\xdf\xa3") and b"webm" in head:
        return "video/webm"
    return None


def look(file: BinaryIO, size: int) -> Video:
    """Return what the head of a video of `size` bytes says. Raises Broken, OSError."""
    file.seek(0)
    found = kind(file.read(64))
    if found is None:
        raise Broken("kind")
    video = Video(found)
    try:
        _webm(file, size, video) if found == "video/webm" else _mp4(file, size, video)
    except (struct.error, IndexError, OverflowError, ZeroDivisionError) as wrong:
        raise Broken(str(wrong)) from None
    if video.width < 1 or video.height < 1:
        raise Broken("no picture")
    video.patches.sort(key=lambda patch: patch.start)
    return video


# MP4 and MOV


@dataclass(frozen=True, slots=True)
class _Box:
    kind: bytes
    start: int
    body: int
    end: int


def _boxes(file: BinaryIO, at: int, end: int) -> Iterator[_Box]:
    count = 0
    while at + 8 <= end:
        count += 1
        if count > _MOST_PARTS:
            raise Broken("parts")
        file.seek(at)
        size, name = struct.unpack(">I4s", _read(file, 8))
        body = at + 8
        if size == 1:
            size, body = struct.unpack(">Q", _read(file, 8))[0], at + 16
        elif size == 0:
            size = end - at
        if size < body - at or at + size > end:
            raise Broken("box")
        yield _Box(name, at, body, at + size)
        at += size


def _mp4(file: BinaryIO, size: int, video: Video) -> None:
    moov = False
    for box in _boxes(file, 0, size):
        if box.kind == b"moov":
            moov = True
            _moov(file, box, video)
        elif box.kind in (b"meta", b"uuid", b"udta"):
            _free(video, box)
    if not moov:
        raise Broken("moov")


def _moov(file: BinaryIO, moov: _Box, video: Video) -> None:
    scale, length, begun = 0, 0, 0
    for box in _boxes(file, moov.body, moov.end):
        if box.kind == b"mvhd":
            scale, length = _header(file, box, video)
        elif box.kind == b"mvex":
            for part in _boxes(file, box.body, box.end):
                if part.kind == b"mehd":
                    file.seek(part.body)
                    wide = _read(file, 4)[0] == 1
                    begun = struct.unpack(">Q" if wide else ">I", _read(file, 8 if wide else 4))[0]
        elif box.kind == b"trak":
            _track(file, box, video)
        elif box.kind in (b"udta", b"meta", b"uuid"):
            _free(video, box)
    if scale and (length or begun):
        video.seconds = (length or begun) / scale


def _header(file: BinaryIO, box: _Box, video: Video) -> tuple[int, int]:
    """Blank the two dates of `mvhd` or `mdhd`; return its time scale and length."""
    file.seek(box.body)
    wide = _read(file, 4)[0] == 1
    video.patches.append(Patch(box.body + 4, 16 if wide else 8))
    file.seek(box.body + (20 if wide else 12))
    scale, length = struct.unpack(">IQ" if wide else ">II", _read(file, 12 if wide else 8))
    unknown = (1 << 64) - 1 if wide else (1 << 32) - 1
    return scale, 0 if length == unknown else length


def _track(file: BinaryIO, trak: _Box, video: Video) -> None:
    handler, shown, frees = b"", (0, 0), []
    tables: dict[bytes, _Box] = {}
    for box in _boxes(file, trak.body, trak.end):
        if box.kind == b"tkhd":
            shown = _shown(file, box, video)
        elif box.kind in (b"udta", b"meta", b"uuid"):
            frees.append(box)
        elif box.kind == b"mdia":
            for part in _boxes(file, box.body, box.end):
                if part.kind == b"hdlr":
                    file.seek(part.body + 8)
                    handler = _read(file, 4)
                elif part.kind == b"mdhd":
                    _header(file, part, video)
                elif part.kind in (b"udta", b"meta", b"uuid"):
                    frees.append(part)
                elif part.kind == b"minf":
                    for table in _boxes(file, part.body, part.end):
                        if table.kind == b"stbl":
                            tables = {t.kind: t for t in _boxes(file, table.body, table.end)}
    if handler == b"vide":
        if shown[0] * shown[1] > video.width * video.height:
            video.width, video.height = shown
    elif handler not in (b"soun", b"subt", b"sbtl", b"text", b"clcp", b"tmcd"):
        # The track goes, and so do its samples: they lie among the pictures.
        video.patches = [p for p in video.patches if not trak.start <= p.start < trak.end]
        video.patches.extend(_samples(file, tables))
        _free(video, trak)
        return
    for box in frees:
        _free(video, box)


def _shown(file: BinaryIO, box: _Box, video: Video) -> tuple[int, int]:
    """Blank the two dates of `tkhd`; return width and height as shown: it may lie on its side."""
    file.seek(box.body)
    wide = _read(file, 4)[0] == 1
    video.patches.append(Patch(box.body + 4, 16 if wide else 8))
    file.seek(box.end - 44)
    matrix = struct.unpack(">9i", _read(file, 36))
    width, height = (side >> 16 for side in struct.unpack(">II", _read(file, 8)))
    return (height, width) if matrix[0] == 0 and matrix[1] != 0 else (width, height)


def _samples(file: BinaryIO, tables: dict[bytes, _Box]) -> Iterator[Patch]:
    """Yield where the samples of a track lie, chunk by chunk."""
    if not {b"stsc", b"stsz"} <= set(tables) or not {b"stco", b"co64"} & set(tables):
        return
    wide = b"co64" in tables
    offsets = _table(file, tables[b"co64" if wide else b"stco"], 4, ">Q" if wide else ">I")
    runs = list(_table(file, tables[b"stsc"], 4, ">III"))
    file.seek(tables[b"stsz"].body + 4)
    same = struct.unpack(">I", _read(file, 4))[0]
    sizes = iter([] if same else _table(file, tables[b"stsz"], 8, ">I"))
    run = 0
    for number, (offset,) in enumerate(offsets, 1):
        while run + 1 < len(runs) and runs[run + 1][0] <= number:
            run += 1
        many = runs[run][1] if runs else 0
        if many > _MOST_PARTS:
            raise Broken("samples")
        length = same * many if same else sum(next(sizes, (0,))[0] for _ in range(many))
        yield Patch(offset, length)


def _table(file: BinaryIO, box: _Box, at: int, form: str) -> Iterator[tuple[int, ...]]:
    file.seek(box.body + at)
    count = struct.unpack(">I", _read(file, 4))[0]
    length = count * struct.calcsize(form)
    if length > min(_MOST_TABLE, box.end - box.body):
        raise Broken("table")
    return struct.iter_unpack(form, _read(file, length))


def _free(video: Video, box: _Box) -> None:
    """Let a box be free space: nothing behind it moves."""
    video.patches.append(Patch(box.start + 4, 4, b"free"))
    video.patches.append(Patch(box.body, box.end - box.body))


# WebM

_SEGMENT, _CLUSTER, _INFO, _TRACKS = 0x18538067, 0x1F43B675, 0x1549A966, 0x1654AE6B
_TAGS, _ATTACHMENTS, _TITLE, _DATE, _CRC = 0x1254C367, 0x1941A469, 0x7BA9, 0x4461, 0xBF
_UNKNOWN = -1


@dataclass(frozen=True, slots=True)
class _Element:
    id: int
    start: int
    body: int
    end: int


def _elements(file: BinaryIO, at: int, end: int) -> Iterator[_Element]:
    """Yield the elements of one level; of a segment or cluster of unknown size, what is in it."""
    count = 0
    while at + 2 <= end:
        count += 1
        if count > _MOST_PARTS * 10:
            raise Broken("parts")
        file.seek(at)
        head = file.read(12)
        number, wide = _number(head, 0, keep=True)
        size, more = _number(head, wide, keep=False)
        body = at + wide + more
        open_end = size == _UNKNOWN
        if open_end and number not in (_SEGMENT, _CLUSTER):
            raise Broken("element")
        if body + max(size, 0) > end:
            raise Broken("element")
        yield _Element(number, at, body, end if open_end else body + size)
        at = body if open_end or number == _SEGMENT else body + size


def _number(head: bytes, at: int, *, keep: bool) -> tuple[int, int]:
    """Return a number of variable length and its length; `keep` the bits that tell the length."""
    first = head[at]
    wide = 9 - first.bit_length()
    if wide > 8 or at + wide > len(head):
        raise Broken("number")
    value = int.from_bytes(head[at : at + wide], "big")
    if keep:
        return value, wide
    bits = 7 * wide
    value &= (1 << bits) - 1
    return (_UNKNOWN if value == (1 << bits) - 1 else value), wide


def _webm(file: BinaryIO, size: int, video: Video) -> None:
    for element in _elements(file, 0, size):
        match element.id:
            case 0x1549A966:
                _info(file, element, video)
            case 0x1654AE6B:
                for track in _elements(file, element.body, element.end):
                    if track.id == 0xAE:
                        _webm_track(file, track, video)
            case 0x1254C367 | 0x1941A469:
                _void(video, element)


def _info(file: BinaryIO, info: _Element, video: Video) -> None:
    scale, length = 1_000_000, 0.0
    inside = list(_elements(file, info.body, info.end))
    personal = [e for e in inside if e.id in (_TITLE, _DATE)]
    for element in inside:
        file.seek(element.body)
        data = _read(file, min(element.end - element.body, 16))
        if element.id == 0x2AD7B1:
            scale = int.from_bytes(data, "big")
        elif element.id == 0x4489:
            length = struct.unpack(">f" if len(data) == 4 else ">d", data)[0]
        elif element.id == _CRC and personal:
            _void(video, element)
    for element in personal:
        _void(video, element)
    if 0 < length < float("inf") and scale:
        video.seconds = length * scale / 1e9


def _webm_track(file: BinaryIO, track: _Element, video: Video) -> None:
    for part in _elements(file, track.body, track.end):
        if part.id != 0xE0:
            continue
        sides = {0xB0: 0, 0xBA: 0}
        for element in _elements(file, part.body, part.end):
            if element.id in sides:
                file.seek(element.body)
                sides[element.id] = int.from_bytes(_read(file, element.end - element.body), "big")
        if sides[0xB0] * sides[0xBA] > video.width * video.height:
            video.width, video.height = sides[0xB0], sides[0xBA]


def _void(video: Video, element: _Element) -> None:
    """Let an element be empty space of the same length."""
    size = element.end - element.start
    if size >= 9:
        head = b"\xec\x01" + (size - 9).to_bytes(7, "big")
    else:
        head = bytes([0xEC, 0x80 | (size - 2)])
    video.patches.append(Patch(element.start, size, head))


def _read(file: BinaryIO, size: int) -> bytes:
    if size < 0 or size > _MOST_TABLE:
        raise Broken("size")
    data = file.read(size)
    if len(data) < size:
        raise Broken("short")
    return data
