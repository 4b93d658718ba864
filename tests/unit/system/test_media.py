"""Pictures are told by their bytes, sized from the header, and bounded on disk."""

from __future__ import annotations

import os
import struct
import zlib
from pathlib import Path

import pytest

from cmapp.domain.errors import Rejected
from cmapp.system import media


def png(width: int = 3, height: int = 2) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = (b"\0" + b"\0\0\0" * width) * height
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


GIF = b"GIF89a" + struct.pack("<HH", 3, 2) + b"\0" * 9
JPEG = (
    b"\xff\xd8\xff\xe0\x00\x10JFIF\0" + b"\0" * 9 + b"\xff\xdb\x00\x04\0\0"
    b"\xff\xff\xc2\x00\x11\x08" + struct.pack(">HH", 2, 3) + b"\0" * 20
)
WEBP = b"RIFF\0\0\0\0WEBP"
VP8X = WEBP + b"VP8X" + b"\x0a\0\0\0" + b"\0" * 4 + b"\x02\0\0\x01\0\0" + b"\0" * 8
VP8L = WEBP + b"VP8L" + b"\0" * 4 + b"\x2f" + struct.pack("<I", 2 | 1 << 14) + b"\0" * 9
VP8 = WEBP + b"VP8 " + b"\0" * 7 + b"\x9d\x01\x2a" + struct.pack("<HH", 3, 2) + b"\0" * 9


@pytest.mark.parametrize(
    ("data", "mime"),
    [(png(), "image/png"), (GIF, "image/gif"), (JPEG, "image/jpeg"), (VP8, "image/webp"),
     (VP8L, "image/webp"), (VP8X, "image/webp")],
)  # fmt: skip
def test_kind_and_size_come_from_the_header(data: bytes, mime: str) -> None:
    picture = media.look(data)
    assert (picture.mime, picture.width, picture.height) == (mime, 3, 2)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"/>', "not_a_picture"),
        (b"<?xml version='1.0'?><svg/>", "not_a_picture"),
        (b"BM" + b"\0" * 60, "not_a_picture"),
        (b"%PDF-1.4", "not_a_picture"),
        (b"\x89PNG\r\n\x1a\n", "damaged"),
        (b"\xff\xd8\xff", "damaged"),
        (b"\xff\xd8\xff\xe0\x00\x00" * 9, "damaged"),
        (b"GIF89a", "damaged"),
        (b"GIF89a\0\0\0\0", "damaged"),
        (WEBP, "damaged"),
    ],
)
def test_what_is_no_picture_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(Rejected) as caught:
        media.look(data)
    assert caught.value.facts == {"field": "media", "reason": reason}


def test_every_cut_of_a_picture_ends_well() -> None:
    for whole in (png(), GIF, JPEG, VP8X, VP8L, VP8):
        for end in range(len(whole)):
            try:
                media.look(whole[:end])
            except Rejected as error:
                assert error.facts["field"] == "media"


@pytest.mark.parametrize(
    ("name", "reason"), [("no.png", "not_found"), (".", "not_found"), ("big.png", "too_large")]
)
def test_an_attachment_that_cannot_be_read_says_why(tmp_path: Path, name: str, reason: str) -> None:
    (tmp_path / "big.png").write_bytes(png() + b"\0" * 2000)
    with pytest.raises(Rejected) as caught:
        media.read_attachment(tmp_path / name, cap=1000)
    assert caught.value.facts["reason"] == reason


def test_the_cache_makes_room_by_dropping_the_oldest(tmp_path: Path) -> None:
    cache = media.Cache(tmp_path, most_bytes=3 * len(png()))
    for number in range(3):
        os.utime(cache.put(f"https://x.example/{number}", png()), (number, number))
    assert cache.get("https://x.example/0") is not None  # looked at: young again
    cache.put("https://x.example/3", png())
    kept = [n for n in range(4) if cache.get(f"https://x.example/{n}") is not None]
    assert kept == [0, 2, 3]


def test_the_cache_takes_pictures_alone_and_no_names_from_strangers(tmp_path: Path) -> None:
    cache = media.Cache(tmp_path)
    with pytest.raises(Rejected):
        cache.put("https://x.example/a.png", b"<svg/>")
    path = cache.put("https://x.example/../../etc/passwd", png())
    assert path.parent == tmp_path / "seen"
    assert path.name.isalnum()
