"""What a network would refuse, or not show whole, is found before it leaves (CT-04)."""

from __future__ import annotations

import pytest

from cmapp.domain.actions import Attachment
from cmapp.domain.limits import Limits
from cmapp.domain.media_rules import RULES, media_findings, ratio_findings, rules_of

LIMITS = Limits(
    media_count=4, media_kinds=("image/png", "image/jpeg"), video_kinds=("video/mp4",),
    video_count=1, video_bytes=1000, video_seconds=60,
)  # fmt: skip


def picture(
    width: int | None = 100, height: int | None = 100, mime: str = "image/png"
) -> Attachment:
    return Attachment("a.png", mime, "", width, height)


def film(seconds: float | None = 10.0, mime: str = "video/mp4") -> Attachment:
    return Attachment("a.mp4", mime, "", 640, 360, seconds)


@pytest.mark.parametrize(
    ("network", "size", "wrong"),
    [
        ("instagram", (1080, 1350), False), ("instagram", (1080, 1351), False),
        ("instagram", (1080, 1400), True), ("instagram", (1910, 1000), False),
        ("instagram", (2000, 1000), True), ("mastodon", (10, 9000), False),
        ("nobody", (10, 9000), False), ("x", (3000, 1000), False), ("x", (3100, 1000), True),
        ("instagram", (None, None), False), ("instagram", (0, 10), False),
    ],
)  # fmt: skip
def test_a_wrong_shape_is_found(
    network: str, size: tuple[int | None, int | None], wrong: bool
) -> None:
    found = ratio_findings([picture(), picture(*size)], network)
    assert [f.index for f in found] == ([1] if wrong else [])


@pytest.mark.parametrize(
    ("media", "sizes", "codes"),
    [
        ([picture()] * 4, [], []),
        ([picture()] * 5, [], [("too_many", None)]),
        ([film()], [1000], []),
        ([film()], [1001], [("too_big", 0)]),
        ([film(61)], [1], [("too_long", 0)]),
        ([film(None)], [1], [("no_length", 0)]),
        ([film(mime="video/webm")], [1], [("kind", 0)]),
        ([film(), film()], [1, 1], [("too_many", None)]),
        ([picture(), film()], [1, 1], [("video_and_pictures", 1)]),
        ([picture(mime="image/webp")], [], []),
    ],
)
def test_what_would_be_refused_is_found(
    media: list[Attachment], sizes: list[int], codes: list[tuple[str, int | None]]
) -> None:
    found = media_findings(media, LIMITS, "bluesky", sizes=sizes)
    assert [(f.code, f.index) for f in found] == codes


def test_videos_where_none_are_taken_and_mixed_where_they_may_be() -> None:
    none = Limits(media_count=4)
    assert [f.code for f in media_findings([film()], none)] == ["videos_not_taken"]
    assert media_findings([picture(), film()], LIMITS, "instagram", sizes=[1, 1]) == []


def test_each_network_shows_whole_what_it_offers_to_crop_to() -> None:
    for network in RULES:
        rules = rules_of(network)
        assert rules.shapes, network
        for shape in rules.shapes:
            there = picture(shape.width, shape.height)
            assert ratio_findings([there], network) == [], (network, shape)
            assert rules.most_side is None or max(shape.width, shape.height) <= rules.most_side
