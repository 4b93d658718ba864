"""Pictures decoded: looked through, turned upright, made small, cropped and fitted to limits.

Pillow reads four formats and nothing else, and only what its header says is below `PIXELS`. It is
imported when the first picture is decoded. Only the process of `system/decoding.py` calls this.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from cmapp.domain.errors import Rejected
from cmapp.system import metadata

if TYPE_CHECKING:
    from PIL import Image

PIXELS = 100_000_000
"""Width times height that is decoded at all: 400 MB of memory."""
FRAMES = 5_000
THUMB_SIDE = 320
_QUALITIES, _POOR = (90, 80), (65, 50)
_SMALLEST = 320
_FORMATS = {"image/png": "PNG", "image/jpeg": "JPEG", "image/webp": "WEBP", "image/gif": "GIF"}


@dataclass(frozen=True, slots=True)
class Recipe:
    """How a picture is fitted to a network. None and (): no such wish.

    `crop` is left, top, width, height as shares of the picture (0 to 1). `kinds` are media types
    that may come out, `most_bytes` and `most_pixels` (width times height) what it may have,
    `most_side` the longest side in pixels.
    """

    crop: tuple[float, float, float, float] | None = None
    kinds: tuple[str, ...] = ()
    most_bytes: int | None = None
    most_pixels: int | None = None
    most_side: int | None = None

    def facts(self) -> dict[str, Any]:
        """Return the recipe as JSON values."""
        return asdict(self)


def make_ready() -> None:
    """Load the decoders, so that a limit of memory meets pictures alone."""
    from PIL import (  # noqa: F401
        GifImagePlugin,
        Image,
        ImageOps,
        JpegImagePlugin,
        PngImagePlugin,
        WebPImagePlugin,
    )

    Image.new("RGB", (1, 1)).tobytes()


def clean(data: bytes, mime: str) -> bytes:
    """Return the picture without metadata and upright; the same object if nothing was to be done.

    Raises:
        Rejected: field `media`, reason `damaged`.
    """
    try:
        bare, exif = metadata.strip(data, mime)
    except metadata.Broken:
        # Built oddly: what decodes is written anew, what does not is refused.
        return _written_anew(data, mime)
    return _upright(data, mime, bare) if exif else bare


def frames(data: bytes) -> int:
    """Return how many pictures the file holds: more than one, and it moves. Raises Rejected."""
    with _opened(data) as picture:
        return int(getattr(picture, "n_frames", 1))


def thumbnail(data: bytes, *, side: int = THUMB_SIDE) -> bytes:
    """Return a small JPEG, or PNG where something shines through; each pixel was read for it.

    It is upright, as the picture's Exif says.

    Raises:
        Rejected: field `media`, reason `damaged`.
    """
    with _opened(data) as picture:
        from PIL import ImageOps

        turn = picture.getexif().get(0x0112, 1)
        picture.draft("RGB", (side * 2, side * 2))
        small = _plain(picture)
        small.thumbnail((side, side))
        if turn in range(2, 9):
            small.getexif()[0x0112] = turn
            ImageOps.exif_transpose(small, in_place=True)
            small.info.pop("exif", None)
        return _encoded(small, "image/png" if small.mode == "RGBA" else "image/jpeg", quality=82)


def moves_whole(data: bytes) -> None:
    """Read every frame of a picture that moves. Raises Rejected (`damaged`, `too_many_frames`)."""
    with _opened(data) as picture:
        count = int(getattr(picture, "n_frames", 1))
        if count > FRAMES or count * picture.width * picture.height > 20 * PIXELS:
            raise Rejected(field="media", reason="too_many_frames", size=count)
        for number in range(count):
            picture.seek(number)
            picture.load()


def fitted(data: bytes, mime: str, recipe: Recipe) -> tuple[bytes, str]:
    """Return the picture made to fit `recipe`, and its media type; unchanged where it fits.

    Raises:
        Rejected: field `media`; reasons `damaged`, `kind` (nothing that may come out can be
            made), `too_big`, and `animated` where it moves and does not fit as it is.
    """
    with _opened(data) as picture:
        size = picture.size
        scale = _scale(size, recipe)
        good_kind = not recipe.kinds or mime in recipe.kinds
        small = recipe.most_bytes is None or len(data) <= recipe.most_bytes
        if recipe.crop is None and scale >= 1 and good_kind and small:
            return data, mime
        if getattr(picture, "n_frames", 1) > 1:
            raise Rejected(field="media", reason="animated")
        image = _plain(picture)
    if recipe.crop is not None:
        image = image.crop(_box(recipe.crop, image.size))
        scale = _scale(image.size, recipe)
    return _squeezed(_scaled(image, scale), mime, recipe)


def _squeezed(image: Image.Image, mime: str, recipe: Recipe) -> tuple[bytes, str]:
    """Try kinds and qualities, then smaller and smaller, until it fits."""
    kinds = list(_kinds(image, mime, recipe))
    if not kinds:
        raise Rejected(field="media", reason="kind", kind=mime)
    limit = recipe.most_bytes
    while True:
        last = max(image.size) <= _SMALLEST
        for kind in kinds:
            for quality in (0,) if kind == "image/png" else (*_QUALITIES, *(_POOR if last else ())):
                made = _encoded(image, kind, quality=quality)
                if limit is None or len(made) <= limit:
                    return made, kind
        assert limit is not None
        if last:
            raise Rejected(field="media", reason="too_big", limit=limit, size=len(made))
        # bytes go about with the area: one step mostly does
        scale = min(0.9, 0.96 * (limit / len(made)) ** 0.5)
        image = _scaled(image, max(scale, _SMALLEST / max(image.size)))


def _kinds(image: Image.Image, mime: str, recipe: Recipe) -> Iterator[str]:
    """Yield what may come out, the dearest first; what shines through stays so if it can."""
    known = ("image/png", "image/jpeg", "image/webp")
    allowed = tuple(k for k in recipe.kinds if k in known) if recipe.kinds else known
    if image.mode == "RGBA":
        keeping = [k for k in (mime, "image/png", "image/webp") if k in allowed]
        yield from dict.fromkeys(k for k in keeping if k != "image/jpeg")
        if not keeping and "image/jpeg" in allowed:
            yield "image/jpeg"
        return
    drawn = ("image/png",) if mime == "image/gif" else ()
    order = [k for k in (mime, *drawn, "image/jpeg") if k in allowed]
    yield from dict.fromkeys(order)
    if not order and "image/png" in allowed:
        yield "image/png"


def _scale(size: tuple[int, int], recipe: Recipe) -> float:
    scale = 1.0
    if recipe.most_side:
        scale = min(scale, recipe.most_side / max(size))
    if recipe.most_pixels:
        scale = min(scale, (recipe.most_pixels / (size[0] * size[1])) ** 0.5)
    return scale


def _scaled(image: Image.Image, scale: float) -> Image.Image:
    if scale >= 1:
        return image
    size = (max(1, int(image.width * scale)), max(1, int(image.height * scale)))
    return image.resize(size, reducing_gap=3.0)


def _box(
    crop: tuple[float, float, float, float], size: tuple[int, int]
) -> tuple[int, int, int, int]:
    left, top = round(crop[0] * size[0]), round(crop[1] * size[1])
    right = min(size[0], max(left + 1, round((crop[0] + crop[2]) * size[0])))
    bottom = min(size[1], max(top + 1, round((crop[1] + crop[3]) * size[1])))
    return min(left, size[0] - 1), min(top, size[1] - 1), right, bottom


def _plain(picture: Image.Image) -> Image.Image:
    """Return the first frame as RGB or, where something shines through, RGBA."""
    picture.load()
    profile = picture.info.get("icc_profile")
    see_through = (
        picture.mode in ("RGBA", "LA", "PA", "RGBa", "La") or "transparency" in picture.info
    )
    if picture.mode.startswith("I;16") or picture.mode == "I":
        picture = picture.point(lambda value: value / 256).convert("L")  # 16 bits of grey
    made = picture.convert("RGBA" if see_through else "RGB")
    if see_through and made.getchannel("A").getextrema() == (255, 255):
        made = made.convert("RGB")
    made.info.clear()
    if profile and picture.mode in ("RGB", "RGBA"):
        made.info["icc_profile"] = profile
    return made


def _encoded(image: Image.Image, mime: str, *, quality: int) -> bytes:
    from PIL import Image

    if mime == "image/jpeg" and image.mode == "RGBA":
        white = Image.new("RGB", image.size, "white")
        white.paste(image, mask=image.getchannel("A"))
        white.info.update(image.info)
        image = white
    options: dict[str, Any] = {"quality": quality} if quality else {}
    if image.info.get("icc_profile"):
        options["icc_profile"] = image.info["icc_profile"]
    into = io.BytesIO()
    image.save(into, _FORMATS[mime], **options)
    return into.getvalue()


def _upright(data: bytes, mime: str, bare: bytes) -> bytes:
    from PIL import ImageOps

    with _opened(data) as picture:
        if picture.getexif().get(0x0112, 1) in (0, 1) or getattr(picture, "n_frames", 1) > 1:
            return bare
        profile = picture.info.get("icc_profile")
        turned = ImageOps.exif_transpose(picture)
        turned.info.clear()
        if profile and turned.mode in ("RGB", "RGBA", "L", "CMYK"):
            turned.info["icc_profile"] = profile
        into = io.BytesIO()
        options: dict[str, Any] = {"icc_profile": profile} if profile else {}
        if mime == "image/jpeg":
            options.update(quality=95, subsampling=0)
        elif mime == "image/webp":
            options.update(quality=95)
        turned.save(into, _FORMATS[mime], **options)
    return into.getvalue()


def _written_anew(data: bytes, mime: str) -> bytes:
    with _opened(data) as picture:
        if getattr(picture, "n_frames", 1) > 1:
            raise Rejected(field="media", reason="damaged")
        image = _plain(picture)
        return _encoded(image, mime, quality=0 if mime in ("image/png", "image/gif") else 92)


@contextmanager
def _opened(data: bytes) -> Iterator[Image.Image]:
    """Open a picture for the block; what goes wrong in there becomes Rejected (`damaged`)."""
    from PIL import Image

    Image.MAX_IMAGE_PIXELS = PIXELS
    try:
        with Image.open(io.BytesIO(data), formats=tuple(_FORMATS.values())) as picture:
            if picture.width * picture.height > PIXELS:
                raise Rejected(
                    field="media", reason="too_many_pixels", limit=PIXELS,
                    size=picture.width * picture.height,
                )  # fmt: skip
            yield picture
    except Rejected:
        raise
    except Exception:  # a decoder of strangers' bytes raises whatever it trips over
        raise Rejected(field="media", reason="damaged") from None
