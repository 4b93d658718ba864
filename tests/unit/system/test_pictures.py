"""What a picture's file tells is taken out; what is shown stays, and fits (CT-04)."""

from __future__ import annotations

import struct
import zlib

import pytest

from cmapp.domain.errors import Rejected
from cmapp.system import media, metadata, pictures
from cmapp.system.pictures import Recipe
from tests.support import media_files as make

KINDS = {"PNG": "image/png", "JPEG": "image/jpeg", "WEBP": "image/webp"}


@pytest.mark.parametrize("kind", KINDS)
def test_place_and_camera_go_and_every_pixel_stays(kind: str) -> None:
    data = make.picture(kind, place=True)
    assert make.MAKER.encode() in data
    clean = pictures.clean(data, KINDS[kind])
    assert make.MAKER.encode() not in clean and not make.opened(clean).getexif()
    assert make.opened(clean).tobytes() == make.opened(data).tobytes()
    assert pictures.clean(clean, KINDS[kind]) is clean


@pytest.mark.parametrize("kind", KINDS)
def test_a_turned_picture_is_put_upright(kind: str) -> None:
    data = make.picture(kind, (40, 30), turned=6, place=True)
    clean = pictures.clean(data, KINDS[kind])
    upright = make.opened(clean).convert("RGB")
    assert upright.size == (30, 40) and not upright.getexif()
    assert make.MAKER.encode() not in clean
    top, bottom = upright.getpixel((15, 5)), upright.getpixel((15, 35))
    assert isinstance(top, tuple) and isinstance(bottom, tuple)
    assert top[2] > 200 > 60 > bottom[2]  # the blue half was on the left


def test_other_words_in_the_file_go_too() -> None:
    jpeg = make.picture("JPEG", comment=b"my home", xmp=b"<x:xmpmeta>my home</x:xmpmeta>")
    jpeg += b"....ftypmp42 my home"  # a phone hangs a film behind its picture
    assert b"my home" not in pictures.clean(jpeg, "image/jpeg")
    gif = make.animation(comment=b"my home")
    clean = pictures.clean(gif, "image/gif")
    assert b"my home" in gif and b"my home" not in clean
    assert pictures.frames(clean) == 4 and make.opened(clean).info["loop"] == 0
    text = b"tEXtAuthor\0my home"
    chunk = struct.pack(">I", len(text) - 4) + text + struct.pack(">I", zlib.crc32(text))
    png = make.picture("PNG")
    assert b"my home" not in pictures.clean(png[:-12] + chunk + png[-12:], "image/png")


def test_colours_stay_as_they_were_meant() -> None:
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = make.picture("JPEG", icc_profile=profile, place=True, turned=3)
    assert make.opened(pictures.clean(data, "image/jpeg")).info["icc_profile"] == profile


def test_an_animation_is_cleaned_without_losing_a_frame() -> None:
    for kind, mime in (("WEBP", "image/webp"), ("PNG", "image/png"), ("GIF", "image/gif")):
        assert pictures.frames(pictures.clean(make.animation(kind=kind), mime)) == 4


def test_every_cut_of_a_picture_ends_well() -> None:
    for kind, mime in (*KINDS.items(), ("GIF", "image/gif")):
        whole = make.animation() if kind == "GIF" else make.picture(kind, place=True)
        for end in range(12, len(whole) - 1, 7):
            try:
                bare, _ = metadata.strip(whole[:end], mime)
            except metadata.Broken:
                try:  # all pixels may be there though the end is not
                    bare = pictures.clean(whole[:end], mime)
                except Rejected as no:
                    assert no.facts["reason"] == "damaged"
                    continue
                assert make.opened(bare).size == (40, 30)
            assert make.MAKER.encode() not in bare


def test_a_picture_that_is_too_large_to_decode_is_refused_by_its_header() -> None:
    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    bomb = make.picture("PNG").replace(make.picture("PNG")[16:29], head)
    with pytest.raises(Rejected) as no:
        pictures.thumbnail(bomb)
    assert no.value.facts["reason"] in ("too_many_pixels", "damaged")


def test_what_fits_stays_the_same_bytes() -> None:
    data = make.picture("PNG")
    wish = Recipe(kinds=("image/png",), most_bytes=len(data), most_pixels=1200, most_side=40)
    assert pictures.fitted(data, "image/png", wish) == (data, "image/png")


def test_bytes_pixels_and_sides_are_kept() -> None:
    data = make.noise((400, 300))
    out, mime = pictures.fitted(data, "image/png", Recipe(most_pixels=30_000))
    assert mime == "image/png" and make.opened(out).size == (200, 150)
    out, _ = pictures.fitted(data, "image/png", Recipe(most_side=100))
    assert make.opened(out).size == (100, 75)
    kinds = ("image/png", "image/jpeg")
    out, mime = pictures.fitted(data, "image/png", Recipe(kinds=kinds, most_bytes=40_000))
    assert len(out) <= 40_000 and mime == "image/jpeg"
    with pytest.raises(Rejected) as no:
        pictures.fitted(data, "image/png", Recipe(kinds=kinds, most_bytes=500))
    assert no.value.facts["reason"] == "too_big" and no.value.facts["limit"] == 500


def test_a_kind_that_is_not_taken_becomes_one_that_is() -> None:
    webp = make.picture("WEBP")
    out, mime = pictures.fitted(webp, "image/webp", Recipe(kinds=("image/jpeg", "image/png")))
    assert mime == "image/jpeg" and make.opened(out).format == "JPEG"
    out, mime = pictures.fitted(
        make.see_through(kind="WEBP"), "image/webp", Recipe(kinds=("image/jpeg", "image/png"))
    )
    assert mime == "image/png" and make.opened(out).mode == "RGBA"
    out, mime = pictures.fitted(make.see_through(), "image/png", Recipe(kinds=("image/jpeg",)))
    white = make.opened(out).getpixel((0, 0))
    assert isinstance(white, tuple) and white[0] > 250 and 120 < white[1] < 135
    with pytest.raises(Rejected) as no:
        pictures.fitted(webp, "image/webp", Recipe(kinds=("image/x-icon",)))
    assert no.value.facts["reason"] == "kind"


def test_a_crop_is_of_the_picture_as_it_is_shown() -> None:
    data = make.picture("PNG", (40, 30))
    out, _ = pictures.fitted(data, "image/png", Recipe(crop=(0.5, 0.0, 0.5, 1.0)))
    image = make.opened(out)
    assert image.size == (20, 30) and image.getpixel((0, 0)) == (200, 0, 0)


def test_what_moves_goes_as_it_is_or_not_at_all() -> None:
    gif = make.animation()
    assert pictures.fitted(gif, "image/gif", Recipe(kinds=("image/gif",)))[0] == gif
    for wish in (Recipe(kinds=("image/png",)), Recipe(most_side=10), Recipe(most_bytes=10)):
        with pytest.raises(Rejected) as no:
            pictures.fitted(gif, "image/gif", wish)
        assert no.value.facts["reason"] == "animated"


def test_a_thumbnail_is_small_and_keeps_what_shines_through() -> None:
    small = make.opened(pictures.thumbnail(make.picture("JPEG", (1000, 500))))
    assert small.size == (320, 160) and small.format == "JPEG"
    assert make.opened(pictures.thumbnail(make.see_through((640, 640)))).mode == "RGBA"
    deep = make.saved(make.Image.new("I;16", (30, 30), 40_000), "PNG")
    shown = make.opened(pictures.thumbnail(deep)).getpixel((3, 3))
    assert isinstance(shown, tuple) and abs(shown[0] - 156) < 3


def test_pillow_reads_no_other_kinds() -> None:
    tiff = make.saved(make.Image.new("RGB", (9, 9)), "TIFF")
    with pytest.raises(Rejected):
        pictures.thumbnail(tiff)
    with pytest.raises(Rejected):
        media.look(tiff)
