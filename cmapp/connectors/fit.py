"""Does a post fit its platform? Asked when it is queued, and once more before the network."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from cmapp.domain.actions import Attachment, Poll, Publish, Reply
from cmapp.domain.errors import Rejected
from cmapp.domain.limits import Limits, graphemes, over

LEAST_OPTIONS = 2


def check(
    text: str,
    media: Sequence[Attachment],
    limits: Limits,
    folder: Path,
    *,
    counted: str | None = None,
) -> None:
    """Refuse what is over a limit; `folder` holds the attachments.

    `counted` is the text as it will go out, where that is longer than what was written.

    Raises Rejected with `field` (text, media, alt), `reason` and, where it is about a number,
    `limit` and `size`: empty, not_text, too_long (`unit`; of a video: seconds), too_many, mixed
    (a video beside something else), kind, too_big (bytes), too_many_pixels, not_found.
    """
    if not text.strip() and not media:
        raise Rejected("empty", field="text", reason="empty")
    _written(("text", text), *(("alt", one.alt) for one in media))
    for measure in over(text if counted is None else counted, limits):
        _refuse("text", "too_long", measure.limit, measure.used, unit=str(measure.unit))
    if len(media) > limits.media_count:
        _refuse("media", "too_many", limits.media_count, len(media))
    videos = [one for one in media if moves(one)]
    if limits.video_count is not None and len(videos) > limits.video_count:
        _refuse("media", "too_many", limits.video_count, len(videos))
    if videos and len(videos) < len(media):
        raise Rejected("mixed", field="media", reason="mixed")
    for one in media:
        (_video if moves(one) else _picture)(one, limits, folder)
        if limits.alt_length is not None and graphemes(one.alt) > limits.alt_length:
            _refuse("alt", "too_long", limits.alt_length, graphemes(one.alt))


def options(action: Publish | Reply, limits: Limits) -> None:
    """Refuse what this account may not ask for: whom it is for, a warning, a poll.

    Raises Rejected with `field` (visibility, spoiler, poll) and `reason`: not_offered, not_text,
    too_few, too_many, too_long, too_short, empty, twice (two options alike), mixed (a poll beside
    pictures); with `limit` and `size` where it is about a number.
    """
    theirs = limits.visibilities or ("public",)
    private = isinstance(action, Reply) and action.visibility != "public"  # it is what it answers
    if action.visibility not in theirs and not private:
        raise Rejected("not_offered", field="visibility", reason="not_offered")
    _written(("spoiler", action.spoiler))
    if action.spoiler and not limits.spoiler:
        raise Rejected("not_offered", field="spoiler", reason="not_offered")
    if action.poll is not None:
        _poll(action.poll, limits, pictures=len(action.media))


def _poll(poll: Poll, limits: Limits, *, pictures: int) -> None:
    if not limits.poll_options:
        raise Rejected("not_offered", field="poll", reason="not_offered")
    if pictures:
        raise Rejected("mixed", field="poll", reason="mixed")
    count, longest = len(poll.options), limits.poll_option_length
    if count < LEAST_OPTIONS:
        _refuse("poll", "too_few", LEAST_OPTIONS, count)
    if count > limits.poll_options:
        _refuse("poll", "too_many", limits.poll_options, count)
    _written(*(("poll", option) for option in poll.options))
    for option in poll.options:
        if not option.strip():
            raise Rejected("empty", field="poll", reason="empty")
        if longest is not None and graphemes(option) > longest:
            _refuse("poll", "too_long", longest, graphemes(option), unit="characters")
    if len({option.strip() for option in poll.options}) < count:
        raise Rejected("twice", field="poll", reason="twice")
    if limits.poll_min is not None and poll.seconds < limits.poll_min:
        _refuse("poll", "too_short", limits.poll_min, poll.seconds, unit="seconds")
    if limits.poll_max is not None and poll.seconds > limits.poll_max:
        _refuse("poll", "too_long", limits.poll_max, poll.seconds, unit="seconds")


def moves(one: Attachment) -> bool:
    """Tell whether an attachment is a video; a GIF counts as a picture."""
    return one.mime.startswith("video/")


def _written(*parts: tuple[str, str]) -> None:
    for field, words in parts:
        try:
            words.encode()
        except UnicodeEncodeError:  # half of a character: no server could store it
            raise Rejected("not_text", field=field, reason="not_text") from None


def _picture(one: Attachment, limits: Limits, folder: Path) -> None:
    if limits.media_kinds and one.mime not in limits.media_kinds:
        raise Rejected("kind", field="media", reason="kind", kind=one.mime)
    size = file_of(one, folder).stat().st_size
    if limits.media_bytes is not None and size > limits.media_bytes:
        _refuse("media", "too_big", limits.media_bytes, size)
    pixels = (one.width or 0) * (one.height or 0)
    if limits.media_pixels is not None and pixels > limits.media_pixels:
        _refuse("media", "too_many_pixels", limits.media_pixels, pixels)


def _video(one: Attachment, limits: Limits, folder: Path) -> None:
    if one.mime not in limits.video_kinds:
        raise Rejected("kind", field="media", reason="kind", kind=one.mime)
    size = file_of(one, folder).stat().st_size
    if limits.video_bytes is not None and size > limits.video_bytes:
        _refuse("media", "too_big", limits.video_bytes, size)
    if limits.video_seconds is not None and one.seconds and one.seconds > limits.video_seconds:
        _refuse("media", "too_long", limits.video_seconds, int(one.seconds), unit="seconds")


def file_of(one: Attachment, folder: Path) -> Path:
    """Return the file, which lies in the profile's media folder and nowhere else.

    Raises Rejected (`not_found`).
    """
    path = (folder / one.path).resolve()
    if not path.is_relative_to(folder.resolve()) or not path.is_file():
        raise Rejected("not_found", field="media", reason="not_found", path=one.path)
    return path


def _refuse(field: str, reason: str, limit: int, size: int, **facts: str) -> None:
    raise Rejected(reason, field=field, reason=reason, limit=limit, size=size, **facts)
