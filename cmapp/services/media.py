"""The media library at work: taking files in, fitting them to a network, saying where they fit."""

from __future__ import annotations

import dataclasses
import hashlib
import json
import os
import threading
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from cmapp.domain import media_rules
from cmapp.domain.actions import Attachment
from cmapp.domain.errors import Missing, Rejected
from cmapp.domain.limits import Limits
from cmapp.services.desk import Desk
from cmapp.store import media as library
from cmapp.store import retention
from cmapp.store.media import MediaFile
from cmapp.store.sqlite import Connection
from cmapp.system import decoder, intake, pictures
from cmapp.system import media as files

MOST_AT_ONCE = 2_000
"""Files of one folder that are taken in at once."""
_decoding = threading.Semaphore(2)
"""A large picture takes 400 MB while it is decoded: not ten at a time."""


def attach(desk: Desk, path: Path | str, alt: str | None = None) -> Attachment:
    """Return a file as an attachment; it is in the library from now on.

    `path` is a file, or the name of one in the library. `alt` None: the library's own. Half a
    description teaches the library nothing: that is for `prepared`. Raises Rejected (field
    `media`), as `intake.take_in`.
    """
    given = str(path)
    known = desk.store.read(lambda db: library.by_name(db, given))
    if known is None:
        known, _ = take_in(desk, Path(path))
    else:
        files.path_of(known.name, desk.paths.media)
    return attachment_of(known, known.alt if alt is None else alt)


def attachment_of(one: MediaFile, alt: str | None = None) -> Attachment:
    """Return a file of the library as an attachment."""
    words = one.alt if alt is None else alt
    return Attachment(one.name, one.mime, words, one.width, one.height, one.seconds)


def take_in(
    desk: Desk,
    source: Path | bytes,
    *,
    title: str = "",
    alt: str = "",
    folder: str = "",
    tags: Sequence[str] = (),
    credit: str = "",
    origin: str = "",
) -> tuple[MediaFile, bool]:
    """Take a file into the library; returns it as it stands there, and whether it is new.

    `origin`: where it comes from. Raises Rejected as `intake.take_in`.
    """
    with _decoding:
        kept = intake.take_in(source, desk.paths.media)
    fresh = MediaFile(
        kept.name, kept.mime, kept.bytes, kept.width, kept.height, kept.seconds,
        title or (title_of(source) if isinstance(source, Path) else ""), alt, folder, credit,
        origin, kept.moves, added_at=desk.now(), tags=tuple(tags),
    )  # fmt: skip

    def go(tx: Any) -> tuple[MediaFile, bool]:
        new = library.add(tx, fresh)
        return library.by_names(tx.db, [kept.name])[0], new

    return desk.store.write(go)


def tidy(desk: Desk, *, before: int) -> list[str]:
    """Remove files of the media folder that nothing has needed since a moment (UTC ms).

    They left the library, or were made for a row that is long gone. Returns their names.
    """
    taken_in = intake.taken_in_before(desk.paths.media, before)
    if not taken_in:
        return []
    old = desk.store.read(lambda db: retention.stamped_before(db, taken_in, before))
    kept = desk.store.read(lambda db: library.needed(db, since=before))
    gone = sorted(old - kept)
    desk.store.write(lambda tx: library.forget_made(tx, gone))
    for name in gone:
        intake.remove(name, desk.paths.media)
    return gone


def title_of(path: Path) -> str:
    """Return a file's name as a title: one line, no ending, at most 200 characters."""
    plain = path.stem.encode("utf-8", "replace").decode()
    kept = (" " if unicodedata.category(c)[0] in "CZ" else c for c in plain)
    return " ".join("".join(kept).split())[:200]


def below(folder: Path) -> Iterator[Path]:
    """Yield the files in a folder and below it; no hidden ones, no links. Raises Rejected.

    More than `MOST_AT_ONCE` are refused: somebody named the wrong folder.
    """
    many = 0
    for place, inside, names in os.walk(folder, followlinks=False):
        inside[:] = sorted(name for name in inside if not name.startswith("."))
        for name in sorted(names):
            path = Path(place) / name
            if name.startswith(".") or path.is_symlink():
                continue
            many += 1
            if many > MOST_AT_ONCE:
                raise Rejected(
                    "too_many_files", field="media", reason="too_many_files", limit=MOST_AT_ONCE
                )
            yield path


def named(db: Connection, name: str) -> MediaFile:
    """Return the file of that name, or whose name alone begins so (6 characters or more).

    Raises Missing (`unknown_file`).
    """
    found = library.by_name(db, name)
    if found is None and 6 <= len(name) <= 64 and name.isascii() and name.isalnum():
        begun = library.beginning_with(db, name.lower())
        if len(begun) == 1:
            found = library.by_name(db, begun[0])
    if found is None:
        raise Missing("unknown_file", id=name[:100])
    return found


def thumbnail(desk: Desk, name: str) -> Path | None:
    """Return the small picture of a file, made now if need be; None where there can be none."""
    try:
        with _decoding:
            return intake.thumbnail(name, desk.paths.media)
    except (Rejected, OSError):
        return None


def recipe(limits: Limits, network: str, crop: Sequence[float] | None) -> pictures.Recipe:
    """Return how a picture is fitted to an account with these limits on a network."""
    rules = media_rules.rules_of(network)
    kinds = tuple(kind for kind in limits.media_kinds if kind.startswith("image/"))
    if rules.pictures:
        kinds = tuple(k for k in kinds or rules.pictures if k in rules.pictures)
    return pictures.Recipe(
        crop=(crop[0], crop[1], crop[2], crop[3]) if crop else None,
        kinds=kinds,
        most_bytes=limits.media_bytes,
        most_pixels=limits.media_pixels,
        most_side=rules.most_side,
    )


def prepared(desk: Desk, attachment: Attachment, limits: Limits, network: str) -> Attachment:
    """Return the file as it goes out to a network: cropped as somebody wished, fitted, clean.

    The same file and the same wishes give the same bytes, also after a kill. Videos go as they
    are: they are clean since they came in, and are not made smaller. Where the library has no alt
    text, it learns the one that goes out. Not inside a write.

    Raises:
        Rejected: field `media`; `not_found`, `damaged`, `kind`, `too_big`, `animated` (it moves
            and would have to be made smaller or into another kind).
    """
    path = files.path_of(attachment.path, desk.paths.media)
    one = desk.store.read(lambda db: library.by_name(db, attachment.path))
    if one is not None and attachment.alt.strip() and not one.alt:
        desk.store.write(lambda tx: library.change(tx, attachment.path, {"alt": attachment.alt}))
    if media_rules.is_video(attachment):
        return attachment
    wish = recipe(limits, network, _crop(one, network))
    how = json.dumps(wish.facts(), sort_keys=True)
    made = desk.store.read(lambda db: library.made(db, attachment.path, how))
    if made is not None and (desk.paths.media / made[0]).is_file():
        name, mime, width, height = made
        return dataclasses.replace(attachment, path=name, mime=mime, width=width, height=height)
    with _decoding:
        found = files.read_attachment(path)
        data, mime = decoder.fitted(decoder.clean(found.data, found.mime), found.mime, wish)
    if data == found.data:
        return dataclasses.replace(
            attachment, mime=found.mime, width=found.width, height=found.height
        )
    after = files.look(data)
    name = hashlib.sha256(data).hexdigest() + files.MIMES[mime]
    try:
        intake.put(data, desk.paths.media / name)
    except OSError:
        raise Rejected(field="media", reason="disk_full") from None
    size = (after.width, after.height)

    def keep(tx: Any) -> None:
        library.keep_made(tx, attachment.path, how, name=name, mime=mime, size=size, now=desk.now())

    desk.store.write(keep)
    return dataclasses.replace(attachment, path=name, mime=mime, width=size[0], height=size[1])


def _crop(one: MediaFile | None, network: str) -> Sequence[float] | None:
    if one is None or one.moves:
        return None
    return one.crops.get(network) or one.crops.get("")


def cropped(one: MediaFile, network: str) -> Attachment:
    """Return a file with the size that its crop for a network leaves."""
    there = attachment_of(one)
    if (crop := _crop(one, network)) is None:
        return there
    size = (max(1, round(one.width * crop[2])), max(1, round(one.height * crop[3])))
    return dataclasses.replace(there, width=size[0], height=size[1])


def fit(one: MediaFile, limits: Limits, network: str) -> tuple[list[dict[str, Any]], list[str]]:
    """Return why a file does not fit there ({code, facts}), and what is done to it on its way.

    That is of `cropped`, `scaled`, `converted`, `recompressed`.
    """
    there = cropped(one, network)
    found = [
        {"code": f.code, "facts": dict(f.facts)}
        for f in media_rules.media_findings([there], limits, network, sizes=[one.bytes])
    ]
    found += wrong_shape(there, network)
    if media_rules.is_video(there) or (found and found[0]["code"] == "kind"):
        return found, []
    wish = recipe(limits, network, _crop(one, network))
    width, height = there.width or 1, there.height or 1
    done = ["cropped"] if wish.crop else []
    large = wish.most_pixels is not None and width * height > wish.most_pixels
    if large or (wish.most_side is not None and max(width, height) > wish.most_side):
        done.append("scaled")
    if wish.kinds and one.mime not in wish.kinds:
        done.append("converted")
    if wish.most_bytes is not None and one.bytes > wish.most_bytes and not done:
        done.append("recompressed")
    if one.moves and done:
        return [*found, {"code": "animated", "facts": {}}], []
    return found, done


def wrong_shape(there: Attachment, network: str) -> list[dict[str, Any]]:
    """Return {code: ratio, facts: {ratio, least, most}} where a network would not show it whole."""
    return [
        {"code": "ratio", "facts": {"ratio": round(r.ratio, 3), "least": r.least, "most": r.most}}
        for r in media_rules.ratio_findings([there], network)
    ]
