"""What fits an account and what does not: refused before the network, with the reason (DR-08)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cmapp.connectors import fit
from cmapp.domain.actions import Attachment, Poll, Publish, Reply, Target
from cmapp.domain.errors import Rejected
from cmapp.domain.limits import Limits

LIMITS = Limits(
    characters=100,
    media_count=4,
    media_bytes=50,
    media_kinds=("image/png", "video/mp4"),
    alt_length=5,
    video_kinds=("video/mp4",),
    video_count=1,
    video_bytes=200,
    video_seconds=60,
    poll_options=4,
    poll_option_length=10,
    poll_min=300,
    poll_max=86_400,
    visibilities=("public", "unlisted"),
    spoiler=True,
)
PICTURE = Attachment("a.png", "image/png")
FILM = Attachment("a.mp4", "video/mp4", seconds=10.0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, size in (("a.png", 40), ("a.mp4", 190), ("long.mp4", 201)):
        (tmp_path / name).write_bytes(b"x" * size)
    return tmp_path


def refused(action: Publish | Reply, folder: Path, limits: Limits = LIMITS) -> dict[str, Any]:
    with pytest.raises(Rejected) as caught:
        fit.options(action, limits)
        fit.check(action.text, action.media, limits, folder)
    return {"why": caught.value.why, **caught.value.facts}


def passes(action: Publish | Reply, folder: Path, limits: Limits = LIMITS) -> None:
    fit.options(action, limits)
    fit.check(action.text, action.media, limits, folder)


def test_what_fits_passes(folder: Path) -> None:
    passes(Publish("x", media=(PICTURE,) * 4), folder)
    passes(Publish("x", media=(FILM,)), folder)  # over what a picture may weigh
    passes(Publish("x", poll=Poll(("a", "b"), 300)), folder)
    passes(Publish("x", visibility="unlisted", spoiler="tea"), folder)
    passes(Reply(Target("1"), "x", visibility="direct"), folder)  # it is what it answers


@pytest.mark.parametrize(
    ("action", "told"),
    [
        (Publish("x", media=(PICTURE, FILM)), {"field": "media", "reason": "mixed"}),
        (Publish("x", media=(FILM, FILM)), {"reason": "too_many", "limit": 1, "size": 2}),
        (
            Publish("x", media=(Attachment("long.mp4", "video/mp4"),)),
            {"reason": "too_big", "limit": 200, "size": 201},
        ),
        (
            Publish("x", media=(Attachment("a.mp4", "video/mp4", seconds=61.5),)),
            {"reason": "too_long", "unit": "seconds", "limit": 60, "size": 61},
        ),
        (Publish("x", media=(Attachment("a.mp4", "video/webm"),)), {"reason": "kind"}),
        (Publish("x", media=(Attachment("a.mp4", "video/mp4", "toolong"),)), {"field": "alt"}),
        (Publish("x", media=(PICTURE,), poll=Poll(("a", "b"), 300)), {"reason": "mixed"}),
        (Publish("x", poll=Poll(("a",), 300)), {"reason": "too_few", "limit": 2, "size": 1}),
        (Publish("x", poll=Poll(("a", "b", "c", "d", "e"), 300)), {"reason": "too_many"}),
        (Publish("x", poll=Poll(("a", "b" * 11), 300)), {"reason": "too_long", "size": 11}),
        (Publish("x", poll=Poll(("a", " "), 300)), {"reason": "empty"}),
        (Publish("x", poll=Poll(("a", " a"), 300)), {"reason": "twice"}),
        (Publish("x", poll=Poll(("a", "\ud83d"), 300)), {"field": "poll", "reason": "not_text"}),
        (Publish("x", poll=Poll(("a", "b"), 299)), {"reason": "too_short", "limit": 300}),
        (Publish("x", poll=Poll(("a", "b"), 86_401)), {"reason": "too_long", "unit": "seconds"}),
        (Publish("x", visibility="private"), {"field": "visibility", "reason": "not_offered"}),
        (Publish("x", spoiler="\ud83d"), {"field": "spoiler", "reason": "not_text"}),
    ],
)
def test_what_does_not_fit_says_why(folder: Path, action: Publish, told: dict[str, Any]) -> None:
    assert told.items() <= refused(action, folder).items()


def test_what_an_account_lacks_is_not_offered(folder: Path) -> None:
    bare = Limits(characters=100, media_count=4, media_kinds=("image/png",), video_count=0)
    assert refused(Publish("x", poll=Poll(("a", "b"), 300)), folder, bare)["field"] == "poll"
    assert refused(Publish("x", spoiler="y"), folder, bare)["field"] == "spoiler"
    assert refused(Publish("x", visibility="unlisted"), folder, bare)["field"] == "visibility"
    assert refused(Publish("x", media=(FILM,)), folder, bare)["field"] == "media"
    passes(Publish("x"), folder, bare)


def test_an_option_counts_as_it_is_read(folder: Path) -> None:
    passes(Publish("x", poll=Poll(("👩‍👩‍👧‍👦" * 10, "红茶"), 300)), folder)
