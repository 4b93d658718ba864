"""Pictures and films made to break decoders cost themselves, and nobody's process (P17).

    python -m tests.fire.pictures --files 5000 --seed 7
    python -m tests.fire.pictures --control here     decodes in this process, without limits

Valid PNG, JPEG, WebP, GIF (moving ones, too), MP4, MOV and WebM files, with bytes turned over,
lengths and sizes set to what breaks, pieces cut, doubled and swapped; and the known bombs. Each is
taken in, made small and fitted as the program does it. A violation is an exception that is no
`Rejected`, a small picture that is not small or that Qt cannot show, a call beyond its seconds, or
memory of this process that grows. One line of JSON; exits 1 on a violation.
"""

from __future__ import annotations

import argparse
import collections
import io
import json
import os
import random
import resource
import struct
import sys
import tempfile
import time
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

PROMISE = "P17"
MOST_SECONDS = 60.0
MOST_GROWTH = 80
"""Megabytes by which this process may grow in all."""
_NUMBERS = (0, 1, 0x7F, 0x80, 0xFF, 0x7FFF, 0xFFFF, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF, 40_000)


def seeds(folder: Path) -> list[bytes]:
    """Return valid files of every kind."""
    from PIL import Image

    from tests.support import media_files as make

    found = []
    noise = Image.effect_noise((64, 48), 80).convert("RGB")
    for kind in ("PNG", "JPEG", "WEBP", "GIF"):
        into = io.BytesIO()
        noise.save(into, kind)
        found.append(into.getvalue())
    for kind in ("GIF", "WEBP", "PNG"):
        into = io.BytesIO()
        noise.save(into, kind, save_all=True, append_images=[noise.rotate(90)] * 3, duration=40)
        found.append(into.getvalue())
    noise.getexif()[0x0112] = 6
    into = io.BytesIO()
    noise.save(into, "JPEG", exif=noise.getexif(), progressive=True)
    found.append(into.getvalue())
    for ending in ("mp4", "mov", "webm"):
        path = folder / f"seed.{ending}"
        try:
            make.video(path)
        except Exception:  # no encoder of that kind here
            continue
        found.append(path.read_bytes())
    return found


def bombs() -> list[bytes]:
    """Return what unpacks to far more than it is."""
    return [_png(7000, 7000), _png(20_000, 20_000, rows=1), _png(3, 3, rows=9000), _gif(60_000)]


def _png(width: int, height: int, *, rows: int | None = None) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    packer = zlib.compressobj(9)
    row = bytes(1 + width * 3)
    body = b"".join(packer.compress(row) for _ in range(height if rows is None else rows))
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    whole = chunk(b"IHDR", head) + chunk(b"IDAT", body + packer.flush()) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + whole


def _gif(frames: int) -> bytes:
    frame = b"\x21\xf9\x04\0\0\0\0\0\x2c\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0"
    return b"GIF89a\xff\xff\xff\xff\x80\0\0\0\0\0\xff\xff\xff" + frame * frames + b";"


def mutated(data: bytes, rng: random.Random) -> bytes:
    """Return a file near `data` that is mostly none any more."""
    made = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 4, 12))):
        at = rng.randrange(min(len(made), rng.choice((64, 256, len(made)))) or 1)
        match rng.randrange(7):
            case 0:
                made[at] ^= 1 << rng.randrange(8)
            case 1:
                made[at] = rng.randrange(256)
            case 2:
                size = rng.choice((1, 2, 4))
                number = rng.choice(_NUMBERS) & ((1 << 8 * size) - 1)
                made[at : at + size] = number.to_bytes(size, rng.choice(("big", "little")))
            case 3:
                del made[at : at + rng.choice((1, 4, 100, len(made)))]
            case 4:
                made[at:at] = made[at : at + rng.choice((4, 40, 400))]
            case 5:
                made[at:at] = rng.randbytes(rng.choice((1, 8, 100)))
            case _:
                other = rng.randrange(len(made) or 1)
                made[at : at + 16], made[other : other + 16] = (
                    made[other : other + 16], made[at : at + 16],
                )  # fmt: skip
        if not made:
            break
    if data.startswith(b"\x89PNG") and rng.random() < 0.5:
        return _checked(bytes(made))
    return bytes(made)


def _checked(data: bytes) -> bytes:
    """Set the checksums of a PNG right, so that what is inside is looked at."""
    made, at = bytearray(data), 8
    while at + 12 <= len(made):
        size = int.from_bytes(made[at : at + 4], "big")
        end = at + 8 + size
        if end + 4 > len(made):
            break
        made[end : end + 4] = struct.pack(">I", zlib.crc32(bytes(made[at + 4 : end])))
        at = end + 4
    return bytes(made)


def files(rng: random.Random, many: int, folder: Path) -> Iterator[bytes]:
    known = seeds(folder)
    yield from bombs()
    for _ in range(many):
        yield mutated(rng.choice(known), rng)


def run(many: int, seed: int, *, control: str = "") -> dict[str, Any]:
    """Take in `many` files; return the summary."""
    from PySide6.QtGui import QGuiApplication

    from cmapp.domain.errors import Rejected
    from cmapp.system import decoder, intake, media, pictures
    from cmapp.ui.thumbs import small

    began = time.monotonic()
    rng = random.Random(seed)
    app = QGuiApplication.instance() or QGuiApplication(["pictures"])
    wrong: collections.Counter[str] = collections.Counter()
    fates: collections.Counter[str] = collections.Counter()
    told: list[str] = []
    longest = 0.0
    ended, end = 0, decoder._Child.end
    recipe = pictures.Recipe(kinds=("image/jpeg",), most_bytes=20_000, most_side=200)

    def counted(self: decoder._Child) -> None:
        nonlocal ended
        ended += self._process.poll() is not None
        end(self)

    decoder._Child.end = counted  # type: ignore[method-assign]
    if control == "here":
        for name in ("clean", "thumbnail", "frames", "moves_whole", "fitted"):
            setattr(decoder, name, getattr(pictures, name))
    with tempfile.TemporaryDirectory(prefix="cmapp-pictures-") as place:
        folder = Path(place)
        decoder.thumbnail(_png(4, 4))
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        for number, data in enumerate(files(rng, many, folder)):
            start = time.monotonic()
            source = folder / "given"
            source.write_bytes(data)
            try:
                kept = intake.take_in(source, folder / "media")
                fates[kept.mime] += 1
                if kept.mime.startswith("image/"):
                    thumb = decoder.thumbnail((folder / "media" / kept.name).read_bytes())
                    found, shown = media.look(thumb), small(thumb)
                    sides = (shown.width(), shown.height())
                    if (
                        max(*sides, found.width, found.height) > decoder.THUMB_SIDE
                        or min(sides) < 1
                    ):
                        wrong["not small"] += 1
                    decoder.fitted(data, kept.mime, recipe)
            except Rejected as no:
                fates[str(no.facts.get("reason"))] += 1
            except Exception as error:
                wrong[type(error).__name__] += 1
                told.append(f"file {number}: {error!r}"[:200])
            took = time.monotonic() - start
            longest = max(longest, took)
            if took > MOST_SECONDS:
                wrong["slow"] += 1
                told.append(f"file {number}: {took:.1f} s, {len(data)} bytes")
        grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) // 1024
        if grown > MOST_GROWTH:
            wrong["memory"] += 1
            told.append(f"grew by {grown} MB")
        decoder.close()
    del app
    decoder._Child.end = end  # type: ignore[method-assign]
    for line in told[:20]:
        print(line, file=sys.stderr)
    return {
        "promise": PROMISE,
        "what": "pictures",
        "runs": many + len(bombs()),
        "violations": sum(wrong.values()),
        "decoders_ended": ended,
        "longest_s": round(longest, 2),
        "grown_mb": grown,
        "fates": dict(fates.most_common()),
        "control": control or None,
        "kinds": dict(wrong),
        "seed": seed,
        "seconds": round(time.monotonic() - began, 1),
    }


def main(argv: Sequence[str]) -> int:
    """See the module's words."""
    options = argparse.ArgumentParser(prog="python -m tests.fire.pictures")
    options.add_argument("--quick", action="store_true", help="150 files")
    options.add_argument("--full", action="store_true", help="5,000 files (the default)")
    options.add_argument("--files", type=int)
    options.add_argument("--seed", type=int, default=None)
    options.add_argument("--control", choices=("here",), default="")
    given = options.parse_args(argv)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    seed = random.randrange(1_000_000) if given.seed is None else given.seed
    many = given.files or (150 if given.quick or given.control else 5_000)
    found = run(many, seed, control=given.control)
    print(json.dumps(found))
    return int(bool(found["violations"]) != bool(given.control))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
