"""A picture that crashes, hangs or swells its decoder costs that picture alone."""

from __future__ import annotations

import os
import resource
import struct
import subprocess
import sys
import zlib
from typing import Any

import pytest

from cmapp.domain.errors import Rejected
from cmapp.system import decoder, media, memory
from tests.support import media_files as make


def png(width: int, height: int, *, rows: int | None = None) -> bytes:
    """A black PNG; `rows` are really in it, whatever the header says."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
        )

    packer = zlib.compressobj(9)
    row = bytes(1 + width * 3)
    body = b"".join(packer.compress(row) for _ in range(height if rows is None else rows))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    whole = chunk(b"IHDR", head) + chunk(b"IDAT", body + packer.flush()) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + whole


def test_a_picture_of_196_megabytes_is_none_of_ours() -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    small = decoder.thumbnail(png(7000, 7000))
    assert max(media.look(small).width, media.look(small).height) == decoder.THUMB_SIDE
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 40_000


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (png(20_000, 20_000, rows=1), "too_many_pixels"),
        (png(40, 40)[:60], "damaged"),
        (b"\x89PNG\r\n\x1a\n" + bytes(80), "damaged"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not_a_picture"),
    ],
    ids=["400 Mpx", "truncated file", "zeros", "svg"],
)
def test_what_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(Rejected) as refused:
        decoder.thumbnail(data)
    assert refused.value.facts["reason"] == reason


def test_more_memory_than_its_header_explains_is_not_had(monkeypatch: pytest.MonkeyPatch) -> None:
    decoder.close()
    assert decoder.thumbnail(png(3000, 3000))
    monkeypatch.setattr(decoder, "BASE", -16 * 3000 * 3000)  # as if the header told of none
    with pytest.raises(Rejected) as refused:
        decoder.thumbnail(png(3000, 3000))
    assert refused.value.facts["reason"] == "damaged"
    monkeypatch.undo()
    assert decoder.thumbnail(png(4, 4))


@pytest.mark.parametrize("how", ["killed", "hangs"])
def test_a_decoder_that_dies_or_hangs_costs_one_picture(
    how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    decoder.close()
    asked = decoder._Child.ask

    def ask(self: decoder._Child, *args: object, **kwargs: object) -> object:
        monkeypatch.setattr(decoder._Child, "ask", asked)
        os.kill(self._process.pid, 9 if how == "killed" else 19)  # SIGSTOP: it never answers
        return asked(self, *args, **{**kwargs, "within": 0.3})  # type: ignore[arg-type]

    monkeypatch.setattr(decoder._Child, "ask", ask)
    with pytest.raises(Rejected) as refused:
        decoder.thumbnail(png(4, 4))
    assert refused.value.facts["reason"] == "damaged"
    assert decoder.thumbnail(png(4, 4))


def test_processor_time_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    decoder.close()
    monkeypatch.setattr(decoder, "SECONDS", -1000.0)  # what is allowed is long used up
    with pytest.raises(Rejected):
        decoder.thumbnail(png(4000, 4000))
    monkeypatch.undo()
    assert decoder.thumbnail(png(4, 4))


def starting(monkeypatch: pytest.MonkeyPatch) -> list[subprocess.Popen[bytes]]:
    """Return the list that each process which is started from now on is added to."""
    started: list[subprocess.Popen[bytes]] = []

    def start(*args: Any, **options: Any) -> subprocess.Popen[bytes]:
        started.append(popen(*args, **options))
        return started[-1]

    popen = subprocess.Popen
    monkeypatch.setattr(subprocess, "Popen", start)
    return started


def test_it_stays_for_the_next_and_goes_when_none_comes(monkeypatch: pytest.MonkeyPatch) -> None:
    decoder.close()
    monkeypatch.setattr(decoder, "IDLE", 0.05)
    started = starting(monkeypatch)
    decoder.thumbnail(png(4, 4))
    (child,) = started
    child.wait(120)
    assert decoder._idle == []


def test_a_picture_is_turned_as_its_camera_says() -> None:
    from PIL import Image

    image = Image.new("RGB", (60, 20), "white")
    image.getexif()[0x0112] = 6
    data = make.saved(image, "JPEG", exif=image.getexif())
    found = media.look(decoder.thumbnail(data))
    assert (found.width, found.height) == (20, 60)


@pytest.mark.parametrize("program", ["/bin/false", "/bin/echo"])
def test_a_decoder_that_does_not_come_up_leaves_nothing_behind(
    program: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    decoder.close()
    started = starting(monkeypatch)
    monkeypatch.setattr(sys, "executable", program)
    with pytest.raises(Rejected) as refused:
        decoder.thumbnail(png(4, 4))
    assert refused.value.facts["reason"] == "unreadable"
    (one,) = started
    assert one.returncode is not None and one.stdout is not None and one.stdout.closed


def test_a_decoder_that_cannot_be_limited_is_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on macOS: it has leave to take all, and whoever looks on ends it."""
    monkeypatch.setattr(memory, "LOOKED_AT", True)
    head = {"do": "thumbnail", "args": {"side": 64}, "seconds": 60.0, "memory": 1 << 32}
    child = decoder._Child()
    said, made = child.ask(head, png(7000, 7000), within=60)
    assert media.look(made).width == 64 and "rejected" not in said
    child.end()
    real = memory.looked_at
    monkeypatch.setattr(memory, "looked_at", lambda process, _most: real(process, 20_000_000))
    child = decoder._Child()
    with pytest.raises(EOFError):
        child.ask(head, png(7000, 7000), within=60)
    assert child._process.wait(10) == -9
    child.end()
