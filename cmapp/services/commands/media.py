"""Commands on the media library: list, add, edit, tag, crop, remove; where it is used and fits."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from cmapp.domain import media_rules
from cmapp.domain.errors import Missing, Rejected
from cmapp.services import media
from cmapp.services.desk import Desk
from cmapp.services.notebook import PLATFORM
from cmapp.services.shapes import Json, iso, undo_by
from cmapp.store import deeds
from cmapp.store import media as library
from cmapp.store.database import Tx
from cmapp.store.media import MediaFile, Use, Wish
from cmapp.store.sqlite import Connection
from cmapp.system import intake
from cmapp.system import media as system_media

MOST = 500
"""Files in one answer."""
_LENGTHS = {"title": 200, "alt": 10_000, "folder": 200, "credit": 500, "source": 2_000}
_OPEN = ("draft", "planned", "queued", "saved_reply", "series")
"""Uses that still need the file; what was sent does not."""


def file_json(one: MediaFile) -> Json:
    """Return a file as commands answer it. `kind`: picture, animation, video."""
    kind = "video" if one.mime.startswith("video/") else "animation" if one.moves else "picture"
    return {
        "name": one.name,
        "kind": kind,
        "mime": one.mime,
        "bytes": one.bytes,
        "width": one.width,
        "height": one.height,
        "seconds": one.seconds,
        "title": one.title,
        "alt": one.alt,
        "folder": one.folder,
        "tags": list(one.tags),
        "credit": one.credit,
        "source": one.source,
        "crops": one.crops,
        "added_at": iso(one.added_at),
    }


def _use_json(one: Use) -> Json:
    text = one.text if len(one.text) <= 120 else one.text[:119] + "…"
    return {"kind": one.kind, "id": one.id, "text": text, "account": one.account, "at": iso(one.at)}


def media_list(
    desk: Desk,
    folder: str | None = None,
    tag: str = "",
    kind: str = "",
    text: str = "",
    unused: bool = False,
    no_alt: bool = False,
    limit: int = 200,
    after: str | None = None,
) -> Json:
    """Return {files, total, folders: [{name, count}], tags: [{name, count}], more}, newest first.

    `after`: the name of the last file seen. `folder` "" means: in no folder; None: anywhere.
    Raises Missing (`unknown_file`), Rejected (`unknown_media_kind`).
    """
    if kind not in ("", "picture", "animation", "video"):
        raise Rejected("unknown_media_kind", field="kind", reason="unknown", value=kind[:40])
    wish = Wish(folder, tag, kind, text, unused, no_alt)
    most = max(1, min(limit, MOST))

    def look(db: Connection) -> Json:
        last = media.named(db, after) if after else None
        place = (last.added_at, last.name) if last else None
        found = library.every(db, wish, limit=most + 1, after=place)
        return {
            "files": [file_json(one) for one in found[:most]],
            "total": library.count(db, wish),
            "folders": [{"name": n, "count": c} for n, c in library.folders(db)],
            "tags": [{"name": n, "count": c} for n, c in library.tags(db)],
            "more": len(found) > most,
        }

    return desk.store.read(look)


def media_show(desk: Desk, name: str) -> Json:
    """Return {file, used: [{kind, id, text, account, at}]}. Raises Missing (`unknown_file`)."""

    def look(db: Connection) -> Json:
        one = media.named(db, name)
        used = [_use_json(u) for u in library.uses(db, one.name)]
        return {"file": file_json(one), "used": used}

    return desk.store.read(look)


def media_used(desk: Desk, name: str) -> Json:
    """Return {used: …} as `media.show` does."""
    return {"used": media_show(desk, name)["used"]}


def media_add(
    desk: Desk,
    files: Sequence[Mapping[str, Any]],
    folder: str = "",
    tags: Sequence[str] = (),
) -> Json:
    """Take files in; returns {added: [{file, new, path}], refused: [{path, code, facts}], undo}.

    Each of `files` is {path} (a file, or a folder with all that is in it) or {data} (base64: what
    was pasted), and may have title, alt, credit, source. What is refused stops nothing else.
    """
    where, marks = _folder(folder), _tags(tags)
    added: list[Json] = []
    refused: list[Json] = []
    for given in files:
        for path, source in _sources(given, refused):
            try:
                one, new = media.take_in(
                    desk,
                    source,
                    folder=where,
                    tags=marks,
                    title=_text(given, "title"),
                    alt=_text(given, "alt"),
                    credit=_text(given, "credit"),
                    origin=_text(given, "source"),
                )
                added.append({"file": file_json(one), "new": new, "path": path})
            except Rejected as no:
                refused.append({"path": path, "code": no.why, "facts": dict(no.facts)})
    intake.make_room(desk.paths.media)
    fresh = [one["file"]["name"] for one in added if one["new"]]
    answer: Json = {"added": added, "refused": refused}
    if fresh:
        undo = undo_by("media.remove", names=fresh)
        args = {"names": fresh}
        desk.store.write(lambda tx: deeds.add(tx, "media.add", args, now=desk.now(), undo=undo))
        answer["undo"] = undo
    return answer


def _sources(given: Mapping[str, Any], refused: list[Json]) -> Iterator[tuple[str, Path | bytes]]:
    """Yield what one entry stands for: a file, all of a folder, or pasted bytes."""
    if "data" in given:
        try:
            yield "", base64.b64decode(str(given["data"]), validate=True)
        except (binascii.Error, ValueError):
            refused.append(
                {"path": "", "code": "rejected", "facts": {"field": "media", "reason": "damaged"}}
            )
        return
    path = Path(str(given.get("path", "")))
    try:
        folder = path.is_dir()
    except (OSError, ValueError):
        folder = False
    if not folder:
        yield str(path), path
        return
    try:
        for one in list(media.below(path)):
            yield str(one), one
    except Rejected as no:
        refused.append({"path": str(path), "code": no.why, "facts": dict(no.facts)})


def media_edit(
    desk: Desk,
    names: Sequence[str],
    title: str | None = None,
    alt: str | None = None,
    folder: str | None = None,
    credit: str | None = None,
    source: str | None = None,
) -> Json:
    """Change what is known of files; returns {files, undo}. None: stays as it is.

    Raises Missing (`unknown_file`), Rejected (`too_long`).
    """
    wished = {"title": title, "alt": alt, "folder": folder, "credit": credit, "source": source}
    values = {name: _clean(name, value) for name, value in wished.items() if value is not None}
    if folder is not None:
        values["folder"] = _folder(folder)

    def go(tx: Tx) -> Json:
        before = _all(tx.db, names)
        for one in before:
            library.change(tx, one.name, values)
        kept = [
            {"name": one.name, "values": {v: getattr(one, v) for v in values}} for one in before
        ]
        undo = undo_by("media.put_back", values=kept)
        args = {"names": [one.name for one in before]}
        deeds.add(tx, "media.edit", args, now=desk.now(), undo=undo)
        return {"files": _shown(tx.db, before), "undo": undo}

    return desk.store.write(go)


def media_put_back(desk: Desk, values: Sequence[Mapping[str, Any]]) -> Json:
    """Give files back what `media.edit` changed ([{name, values}]); returns {files}."""

    def go(tx: Tx) -> Json:
        found = _all(tx.db, [str(v["name"]) for v in values])
        for one in values:
            known = {k: str(v) for k, v in one["values"].items() if k in library.SETTABLE}
            library.change(tx, str(one["name"]), known)
        return {"files": _shown(tx.db, found)}

    return desk.store.write(go)


def media_tag(desk: Desk, names: Sequence[str], tag: str) -> Json:
    """Give files a tag; returns {files, undo}. Raises Missing, Rejected (`bad_tag`)."""
    return _mark(desk, names, tag, library.tag_on, "media.tag", "media.untag")


def media_untag(desk: Desk, names: Sequence[str], tag: str) -> Json:
    """Take a tag off files; returns {files, undo}. Raises as `media.tag`."""
    return _mark(desk, names, tag, library.tag_off, "media.untag", "media.tag")


def _mark(desk: Desk, names: Sequence[str], tag: str, do: Any, command: str, back: str) -> Json:
    given = _tags([tag])[0]

    def go(tx: Tx) -> Json:
        mark = library.spelled(tx.db, given)
        found = _all(tx.db, names)
        changed = do(tx, [one.name for one in found], mark)
        answer: Json = {"files": _shown(tx.db, found)}
        if changed:
            answer["undo"] = undo_by(back, names=changed, tag=mark)
            args = {"names": changed, "tag": mark}
            deeds.add(tx, command, args, now=desk.now(), undo=answer["undo"])
        return answer

    return desk.store.write(go)


def media_crop(
    desk: Desk, name: str, network: str = "", box: Sequence[float] | None = None
) -> Json:
    """Keep which part of a picture goes to a network ("": to any without a crop of its own).

    `box` is left, top, width, height as shares of the picture (0 to 1); None: all of it. Returns
    {file, undo}. Raises Missing (`unknown_file`), Rejected (`bad_crop`, reason `animated` for
    what moves, `video`, `box`).
    """
    place = network.strip().lower()[:40]

    def go(tx: Tx) -> Json:
        one = media.named(tx.db, name)
        before = one.crops.get(place)
        crops = {**one.crops}
        if box is None:
            crops.pop(place, None)
        else:
            crops[place] = _box(one, box)
        library.set_crops(tx, one.name, crops)
        undo = undo_by("media.crop", name=one.name, network=place, box=before)
        args = {"name": one.name, "network": place}
        deeds.add(tx, "media.crop", args, now=desk.now(), undo=undo)
        return {"file": _shown(tx.db, [one])[0], "undo": undo}

    return desk.store.write(go)


def _box(one: MediaFile, box: Sequence[float]) -> list[float]:
    if one.moves or one.mime.startswith("video/"):
        why = "animated" if one.moves else "video"
        raise Rejected("bad_crop", field="box", reason=why)
    try:
        left, top, width, height = (round(float(side), 6) for side in box)
    except (TypeError, ValueError):
        raise Rejected("bad_crop", field="box", reason="box") from None
    inside = 0 <= left and 0 <= top and left + width <= 1.00001 and top + height <= 1.00001
    if not (inside and width * one.width >= 1 and height * one.height >= 1):
        raise Rejected("bad_crop", field="box", reason="box")
    return [left, top, min(width, 1 - left), min(height, 1 - top)]


def media_remove(desk: Desk, names: Sequence[str]) -> Json:
    """Take files out of the library; one that something still needs stays.

    Returns {removed: [file], kept: [{name, used}], undo}. What was sent stays with what was sent.
    Raises Missing (`unknown_file`).
    """

    def go(tx: Tx) -> Json:
        removed, kept = [], []
        for one in _all(tx.db, names):
            needed = [u for u in library.uses(tx.db, one.name) if u.kind in _OPEN]
            if needed:
                kept.append({"name": one.name, "used": [_use_json(u) for u in needed]})
            else:
                removed.append(one)
                library.remove(tx, one.name)
        answer: Json = {"removed": [file_json(one) for one in removed], "kept": kept}
        if removed:
            rows = [{**file_json(one), "added_at": one.added_at} for one in removed]
            answer["undo"] = undo_by("media.restore", files=rows)
            args = {"names": [one.name for one in removed]}
            deeds.add(tx, "media.remove", args, now=desk.now(), undo=answer["undo"])
        return answer

    return desk.store.write(go)


def media_restore(desk: Desk, files: Sequence[Mapping[str, Any]]) -> Json:
    """Put back what `media.remove` took out; returns {files}. Raises Missing (`unknown_file`)."""
    rows = []
    for given in files:
        name = str(given.get("name", ""))
        try:
            system_media.path_of(name, desk.paths.media)
            rows.append(_restored(name, given))
        except (Rejected, KeyError, TypeError, ValueError):
            raise Missing("unknown_file", id=name[:100]) from None

    def go(tx: Tx) -> Json:
        for one in rows:
            library.add(tx, one)
        return {"files": _shown(tx.db, rows)}

    return desk.store.write(go)


def _restored(name: str, given: Mapping[str, Any]) -> MediaFile:
    return MediaFile(
        name,
        str(given["mime"]),
        int(given["bytes"]),
        int(given["width"]),
        int(given["height"]),
        None if given["seconds"] is None else float(given["seconds"]),
        title=str(given["title"]),
        alt=str(given["alt"]),
        folder=str(given["folder"]),
        credit=str(given["credit"]),
        source=str(given["source"]),
        moves=given["kind"] == "animation",
        crops=dict(given["crops"]),
        added_at=int(given["added_at"]),
        tags=tuple(str(tag) for tag in given["tags"]),
    )


def media_thumbs(desk: Desk, names: Sequence[str]) -> Json:
    """Make the small pictures that are missing; returns {thumbs: {name: path or null}}."""
    made = {name: media.thumbnail(desk, name) for name in list(names)[:MOST]}
    intake.make_room(desk.paths.media)
    return {"thumbs": {name: str(path) if path else None for name, path in made.items()}}


def media_check(desk: Desk, names: Sequence[str]) -> Json:
    """Say where files fit: {checks: [{name, accounts: [{account, network, ok, findings, done}]}]}.

    And `networks`, [{network, ok, findings}]: the shapes that networks show, also those that no
    account is on. `findings` are {code, facts}; `done`: what happens to it on its way (`cropped`,
    `scaled`, `converted`, `recompressed`). Raises Missing (`unknown_file`).
    """
    found = desk.store.read(lambda db: _all(db, names))
    accounts = [a for a in desk.accounts() if a.platform != PLATFORM]
    checks = []
    for one in found:
        rows, shapes = [], []
        for account in accounts:
            limits = desk.links.to(account).limits()
            if not limits.media_count:
                continue
            findings, done = media.fit(one, limits, account.platform)
            rows.append(
                {
                    "account": account.id,
                    "network": account.platform,
                    "ok": not findings,
                    "findings": findings,
                    "done": done,
                }
            )
        for network in (n for n in media_rules.RULES if n):
            there = media.cropped(one, network)
            wrong = media.wrong_shape(there, network)
            shapes.append({"network": network, "ok": not wrong, "findings": wrong})
        checks.append({"name": one.name, "accounts": rows, "networks": shapes})
    return {"checks": checks}


def _all(db: Connection, names: Sequence[str]) -> list[MediaFile]:
    found = {one.name: one for one in (media.named(db, str(name)) for name in names)}
    return list(found.values())


def _shown(db: Connection, found: Sequence[MediaFile]) -> list[Json]:
    return [file_json(one) for one in library.by_names(db, [one.name for one in found])]


def _clean(name: str, value: str) -> str:
    if len(value) > _LENGTHS[name]:
        raise Rejected(
            "too_long", field=name, reason="too_long", limit=_LENGTHS[name], size=len(value),
            unit="characters",
        )  # fmt: skip
    try:
        value.encode()
    except UnicodeEncodeError:
        raise Rejected("not_text", field=name, reason="not_text") from None
    return value.strip()


def _text(given: Mapping[str, Any], name: str) -> str:
    return _clean(name, str(given.get(name) or ""))


def _folder(given: str) -> str:
    parts = (" ".join(part.split()) for part in _clean("folder", given).split("/"))
    return "/".join(part for part in parts if part)


def _tags(given: Sequence[str]) -> list[str]:
    made = [" ".join(str(tag).split()).lstrip("#") for tag in given]
    if any(not tag or len(tag) > 60 or not tag.isprintable() for tag in made):
        raise Rejected("bad_tag", field="tag", reason="bad_tag")
    return made
