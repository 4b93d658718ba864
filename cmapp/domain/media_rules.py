"""What shape and kind of picture and video each network wants: rules as data, and what breaks them.

What a server tells of itself (bytes, pixels, kinds, counts) is in `Limits`; here is what networks
only write in their help pages: the shapes they show whole, the sizes that look good. A picture
that can be mended without losing any of it (too many bytes, too many pixels, another kind) is no
finding: it is mended on its way out. One of the wrong shape is, since only a person knows what
may be cut off.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from cmapp.domain.actions import Attachment
from cmapp.domain.limits import Limits

SLACK = 0.01
"""Shapes this much (a hundredth) apart are the same: sides are whole pixels."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A shape to crop to, width : height, and the size in pixels that the network shows it in."""

    name: str
    width: int
    height: int

    @property
    def ratio(self) -> float:
        """Return width divided by height."""
        return self.width / self.height


@dataclass(frozen=True, slots=True)
class MediaRules:
    """What one network wants. `narrowest`, `widest`: width / height; None: any shape is shown.

    `most_side`: the longest side in pixels that it keeps; larger is only slower. `shapes` are
    offered when a picture is cropped, the most usual first. `pictures` are the kinds it takes,
    (): what its `Limits` say. `mixed`: pictures and a video in one post.
    """

    narrowest: float | None = None
    widest: float | None = None
    most_side: int | None = None
    shapes: tuple[Shape, ...] = ()
    pictures: tuple[str, ...] = ()
    mixed: bool = False


_SQUARE = Shape("1:1", 1080, 1080)
_PORTRAIT = Shape("4:5", 1080, 1350)
_TALL = Shape("9:16", 1080, 1920)
_WIDE = Shape("16:9", 1600, 900)
_CARD = Shape("1.91:1", 1200, 628)
_PHOTO = Shape("3:2", 1620, 1080)
_JPEG = ("image/jpeg",)

# Each line from the network's own pages for developers or for people who post, autumn 2026.
RULES: Mapping[str, MediaRules] = {
    "": MediaRules(shapes=(_SQUARE, _PORTRAIT, _WIDE, _PHOTO, _TALL)),
    "bluesky": MediaRules(most_side=4000, shapes=(_SQUARE, _WIDE, _PORTRAIT, _PHOTO)),
    "mastodon": MediaRules(most_side=3840, shapes=(_WIDE, _PHOTO, _SQUARE, _PORTRAIT)),
    "instagram": MediaRules(
        narrowest=4 / 5, widest=1.91, most_side=1440, shapes=(_PORTRAIT, _SQUARE, _CARD),
        pictures=_JPEG, mixed=True,
    ),
    "threads": MediaRules(
        narrowest=1 / 10, widest=10, most_side=1920, shapes=(_PORTRAIT, _SQUARE, _TALL),
        pictures=("image/jpeg", "image/png"), mixed=True,
    ),
    "facebook": MediaRules(most_side=2048, shapes=(_CARD, _SQUARE, _PORTRAIT, _TALL)),
    "x": MediaRules(
        narrowest=1 / 3, widest=3, most_side=4096, shapes=(_WIDE, _SQUARE, _PORTRAIT), mixed=True
    ),
    "linkedin": MediaRules(
        narrowest=1 / 3, widest=3, most_side=4320, shapes=(_CARD, _SQUARE, _PORTRAIT)
    ),
    "youtube": MediaRules(shapes=(_WIDE, _TALL, _SQUARE)),
    "tiktok": MediaRules(shapes=(_TALL, _SQUARE), pictures=("image/jpeg", "image/webp")),
    "douyin": MediaRules(shapes=(_TALL, Shape("3:4", 1080, 1440))),
    "weibo": MediaRules(most_side=2048, shapes=(_SQUARE, Shape("3:4", 1080, 1440), _WIDE)),
    "wechat": MediaRules(shapes=(Shape("2.35:1", 900, 383), _SQUARE)),
    "xiaohongshu": MediaRules(
        narrowest=1 / 2, widest=2,
        shapes=(Shape("3:4", 1242, 1660), _SQUARE, Shape("4:3", 1660, 1242)),
    ),
}  # fmt: skip
"""Name of the network → its rules; "" for networks without any."""


def rules_of(network: str) -> MediaRules:
    """Return the rules of a network, those for any where it has none."""
    return RULES.get(network, RULES[""])


@dataclass(frozen=True, slots=True)
class RatioFinding:
    """A file of the wrong shape for `network`; `index` of the files. Shapes: width / height."""

    index: int
    network: str
    ratio: float
    least: float | None
    most: float | None


@dataclass(frozen=True, slots=True)
class MediaFinding:
    """A file that a network would refuse and that cannot be mended here.

    `code`: kind, too_many, too_big, too_many_pixels, too_long, no_length, videos_not_taken,
    video_and_pictures, ratio. `index`: which of the files, None where it is about all of them.
    """

    code: str
    index: int | None = None
    facts: Mapping[str, Any] = field(default_factory=dict)


def is_video(one: Attachment) -> bool:
    """Tell whether a file is a video."""
    return one.mime.startswith("video/")


def ratio_findings(media: Sequence[Attachment], network: str) -> list[RatioFinding]:
    """Return the pictures whose shape the network does not show whole; sizes may be unknown."""
    rules = rules_of(network)
    found = []
    for index, one in enumerate(media):
        if is_video(one) or not one.width or not one.height:
            continue
        ratio = one.width / one.height
        narrow = rules.narrowest is not None and ratio < rules.narrowest * (1 - SLACK)
        wide = rules.widest is not None and ratio > rules.widest * (1 + SLACK)
        if narrow or wide:
            found.append(RatioFinding(index, network, ratio, rules.narrowest, rules.widest))
    return found


def media_findings(
    media: Sequence[Attachment],
    limits: Limits,
    network: str = "",
    *,
    sizes: Sequence[int | None] = (),
) -> list[MediaFinding]:
    """Return what the network would refuse; `sizes` are the files' bytes, where they are known."""
    found = []
    videos = [index for index, one in enumerate(media) if is_video(one)]
    if len(media) > limits.media_count:
        facts = {"limit": limits.media_count, "size": len(media)}
        found.append(MediaFinding("too_many", None, facts))
    if videos and limits.video_kinds:
        most = 1 if limits.video_count is None else limits.video_count
        if len(videos) > most:
            found.append(MediaFinding("too_many", None, {"limit": most, "size": len(videos)}))
        if len(videos) < len(media) and not rules_of(network).mixed:
            found.append(MediaFinding("video_and_pictures", videos[0]))
    for index in videos:
        size = sizes[index] if index < len(sizes) else None
        found += [
            MediaFinding(code, index, facts) for code, facts in _video(media[index], limits, size)
        ]
    for index, one in enumerate(media):
        # A picture that stands still is written anew as what is taken; one that moves cannot be.
        taken = limits.media_kinds
        if not is_video(one) and taken and not set(taken) & {"image/jpeg", "image/png", one.mime}:
            found.append(MediaFinding("kind", index, {"kind": one.mime}))
    return found


def _video(one: Attachment, limits: Limits, size: int | None) -> list[tuple[str, dict[str, Any]]]:
    if not limits.video_kinds:
        return [("videos_not_taken", {"kind": one.mime})]
    found: list[tuple[str, dict[str, Any]]] = []
    if one.mime not in limits.video_kinds:
        found.append(("kind", {"kind": one.mime}))
    most = limits.video_bytes if limits.video_bytes is not None else limits.media_bytes
    if most is not None and size is not None and size > most:
        found.append(("too_big", {"limit": most, "size": size}))
    if limits.video_seconds is not None:
        if one.seconds is None:
            found.append(("no_length", {"limit": limits.video_seconds}))
        elif one.seconds > limits.video_seconds:
            facts = {"limit": limits.video_seconds, "size": round(one.seconds, 1)}
            found.append(("too_long", {"unit": "seconds", **facts}))
    return found
