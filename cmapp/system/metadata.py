"""Take out of a picture's file what says where, when and with what it was made.

Works on the file's own parts and decodes nothing, so that no pixel changes: what a viewer needs
is kept by name, all else goes, and whatever hangs behind the picture's end (a film from a phone's
moving photo, say) goes too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_PNG_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP sBIT bKGD pHYs acTL fcTL fdAT cICP mDCV"
    b" cLLI".split()
)
_WEBP_KEPT = frozenset([b"VP8X", b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ANMF", b"ICCP"])
_GIF_KEPT = (b"NETSCAPE2.0", b"ANIMEXTS1.0")
_NEXT_MARKER = re.compile(rb"\xff+[\x01-\xcf\xd8-\xfe]")


class Broken(ValueError):
    """The file is not built as its kind is built."""


def strip(data: bytes, mime: str) -> tuple[bytes, bool]:
    """Return the picture without metadata, and whether there was an Exif part (it may be turned).

    The result is the same object where there was nothing to take out. Raises Broken.
    """
    ways = {"image/png": _png, "image/jpeg": _jpeg, "image/webp": _webp, "image/gif": _gif}
    try:
        clean, exif = ways[mime](data)
    except (IndexError, KeyError) as wrong:
        raise Broken(str(wrong)) from None
    return (data if clean == data else clean), exif


def _png(data: bytes) -> tuple[bytes, bool]:
    kept, exif, at = [data[:8]], False, 8
    while True:
        size, kind = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8]
        end = at + 12 + size
        if len(kind) < 4 or end > len(data):
            raise Broken("png")
        exif = (
            exif or kind == b"eXIf" or data[at + 8 : at + 29].startswith(b"Raw profile type exif")
        )
        if kind in _PNG_KEPT:
            kept.append(data[at:end])
        if kind == b"IEND":
            return b"".join(kept), exif
        at = end


def _jpeg(data: bytes) -> tuple[bytes, bool]:
    kept, exif, at = [data[:2]], False, 2
    while True:
        if data[at] != 0xFF:
            raise Broken("jpeg")
        while data[at] == 0xFF:
            at += 1
        marker = data[at]
        at += 1
        if marker == 0xD9:
            return b"".join([*kept, b"\xff\xd9"]), exif
        if marker == 0x01 or 0xD0 <= marker <= 0xD7:
            continue
        end = at + int.from_bytes(data[at : at + 2], "big")
        if end < at + 2 or end > len(data):
            raise Broken("jpeg")
        body = data[at + 2 : end]
        exif = exif or (marker == 0xE1 and body.startswith(b"Exif\0"))
        if _jpeg_kept(marker, body):
            kept.append(bytes([0xFF, marker]) + data[at:end])
        at = end
        if marker == 0xDA:  # the picture itself, up to the next marker
            found = _NEXT_MARKER.search(data, at)
            if found is None:
                raise Broken("jpeg")
            kept.append(data[at : found.start()])
            at = found.start()


def _jpeg_kept(marker: int, body: bytes) -> bool:
    match marker:
        case 0xE0:
            return body.startswith(b"JFIF\0")  # JFXX holds a small picture of its own
        case 0xE2:
            return body.startswith(b"ICC_PROFILE\0")
        case 0xEE:
            return body.startswith(b"Adobe")
        case _:
            return not (0xE1 <= marker <= 0xEF or marker == 0xFE)


def _webp(data: bytes) -> tuple[bytes, bool]:
    kept, exif, at = [], False, 12
    end_of_all = min(len(data), 8 + int.from_bytes(data[4:8], "little"))
    while at + 8 <= end_of_all:
        kind, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + 8], "little")
        end = at + 8 + size + size % 2
        if at + 8 + size > len(data):
            raise Broken("webp")
        exif = exif or kind == b"EXIF"
        if kind == b"VP8X":
            flags = data[at + 8] & ~0x0C  # "has Exif", "has XMP"
            kept.append(data[at : at + 8] + bytes([flags]) + data[at + 9 : end])
        elif kind in _WEBP_KEPT:
            kept.append(data[at:end])
        at = end
    if not kept:
        raise Broken("webp")
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + len(body).to_bytes(4, "little") + body, exif


def _gif(data: bytes) -> tuple[bytes, bool]:
    at = 13 + _colours(data[10])
    kept = [data[:at]]
    while True:
        begin = at
        match data[at]:
            case 0x3B:
                return b"".join([*kept, b";"]), False
            case 0x2C:
                at = _behind(data, begin + 11 + _colours(data[begin + 9]))
                kept.append(data[begin:at])
            case 0x21:
                label = data[begin + 1]
                at = _behind(data, begin + 2)
                loops = label == 0xFF and data[begin + 3 : begin + 14] in _GIF_KEPT
                if label == 0xF9 or loops:
                    kept.append(data[begin:at])
            case _:
                raise Broken("gif")


def _colours(flags: int) -> int:
    return 3 << ((flags & 7) + 1) if flags & 0x80 else 0


def _behind(data: bytes, at: int) -> int:
    """Return the place behind a chain of blocks that ends with an empty one."""
    for size in _sizes(data, at):
        at += 1 + size
    return at


def _sizes(data: bytes, at: int) -> Iterator[int]:
    while True:
        size = data[at]
        yield size
        if size == 0:
            return
        at += 1 + size
