"""Real pictures and videos for the tests, made with Pillow and FFmpeg's libraries."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

from PIL import Image

PLACE = "+52.5163+013.3777/"
MAKER = "Camera of a test"


def picture(
    kind: str = "PNG", size: tuple[int, int] = (40, 30), *, turned: int = 0, seed: int = 0,
    place: bool = False, **options: Any,
) -> bytes:  # fmt: skip
    """Return a picture; `turned`: its Exif orientation, `place`: its Exif says where and with what.

    Its left half is of another colour than its right, so that a turn can be seen.
    """
    image = Image.new("RGB", size, (200, seed % 256, seed // 256 % 256))
    image.paste((0, 0, 255), (0, 0, size[0] // 2, size[1]))
    if turned or place:
        exif = Image.Exif()
        if turned:
            exif[0x0112] = turned
        if place:
            exif[0x010F] = MAKER
            there = exif.get_ifd(0x8825)
            there[1], there[2] = "N", (52.0, 30.0, 58.7)
            there[3], there[4] = "E", (13.0, 22.0, 39.7)
        options["exif"] = exif.tobytes()
    return saved(image, kind, **options)


def noise(size: tuple[int, int], kind: str = "PNG", **options: Any) -> bytes:
    """Return a picture that is hard to compress."""
    return saved(Image.effect_noise(size, 80).convert("RGB"), kind, **options)


def see_through(size: tuple[int, int] = (40, 30), kind: str = "PNG") -> bytes:
    """Return a picture that lets half of what is behind shine through."""
    return saved(Image.new("RGBA", size, (255, 0, 0, 128)), kind)


def animation(
    size: tuple[int, int] = (40, 30), frames: int = 4, kind: str = "GIF", **options: Any
) -> bytes:
    """Return a picture that moves."""
    made = [Image.new("RGB", size, (60 * n % 256, 0, 99)) for n in range(frames)]
    return saved(
        made[0], kind, save_all=True, append_images=made[1:], duration=80, loop=0, **options
    )


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    into = io.BytesIO()
    image.save(into, kind, **options)
    return into.getvalue()


def opened(data: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    image.load()
    return image


def video(
    path: Path, *, kind: str = "mp4", seconds: float = 1.0, size: tuple[int, int] = (64, 48),
    place: bool = False, **options: str,
) -> Path:  # fmt: skip
    """Write an MP4, MOV or WebM with ten pictures a second; `place`: it says where it was taken."""
    import av

    codec = {"mp4": "mpeg4", "mov": "mpeg4", "webm": "libvpx"}[kind]
    with av.open(str(path), "w", format=kind, options=options) as into:
        if place:
            into.metadata.update(
                {"location": PLACE, "title": MAKER, "creation_time": "2024-02-03T04:05:06Z"}
            )
        stream = into.add_stream(codec, rate=10)
        stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
        for number in range(round(seconds * 10)):
            frame = av.VideoFrame.from_image(Image.new("RGB", size, (number * 20 % 256, 80, 0)))
            into.mux(stream.encode(frame))
        into.mux(stream.encode(None))
    return path


def shown(path: Path) -> int:
    """Return how many pictures of a video can be decoded."""
    import av

    with av.open(str(path)) as film:
        return sum(1 for _ in film.decode(video=0))
