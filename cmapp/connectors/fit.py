"""Does a post fit its platform? Asked when it is queued, and once more before the network."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from cmapp.domain.actions import Attachment
from cmapp.domain.errors import Rejected
from cmapp.domain.limits import Limits, graphemes, over


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
    `limit` and `size`: empty, not_text, too_long (`unit`), too_many, kind, too_big (bytes),
    too_many_pixels, not_found.
    """
    if not text.strip() and not media:
        raise Rejected("empty", field="text", reason="empty")
    for field, words in [("text", text), *(("alt", one.alt) for one in media)]:
        try:
            words.encode()
        except UnicodeEncodeError:  # half of a character: no server could store it
            raise Rejected("not_text", field=field, reason="not_text") from None
    for measure in over(text if counted is None else counted, limits):
        _refuse("text", "too_long", measure.limit, measure.used, unit=str(measure.unit))
    if len(media) > limits.media_count:
        _refuse("media", "too_many", limits.media_count, len(media))
    for one in media:
        _picture(one, limits, folder)


def _picture(one: Attachment, limits: Limits, folder: Path) -> None:
    if limits.media_kinds and one.mime not in limits.media_kinds:
        raise Rejected("kind", field="media", reason="kind", kind=one.mime)
    size = file_of(one, folder).stat().st_size
    if limits.media_bytes is not None and size > limits.media_bytes:
        _refuse("media", "too_big", limits.media_bytes, size)
    pixels = (one.width or 0) * (one.height or 0)
    if limits.media_pixels is not None and pixels > limits.media_pixels:
        _refuse("media", "too_many_pixels", limits.media_pixels, pixels)
    if limits.alt_length is not None and graphemes(one.alt) > limits.alt_length:
        _refuse("alt", "too_long", limits.alt_length, graphemes(one.alt))


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
