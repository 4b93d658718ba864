"""The media library: what is known of each file, its tags, what was made of it, where it is used.

The files themselves lie in the profile's media folder under their names, which tell their content.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from cmapp.store import ids, sqlite
from cmapp.store.database import Tx
from cmapp.store.retention import really


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A picture or a video. `seconds`: of a video that tells it; `moves`: a picture of many frames.

    `crops`: network ("": any) → left, top, width, height as shares of the picture.
    `added_at`: UTC ms. `width` and `height` in pixels.
    """

    name: str
    mime: str
    bytes: int
    width: int
    height: int
    seconds: float | None = None
    title: str = ""
    alt: str = ""
    folder: str = ""
    credit: str = ""
    source: str = ""
    moves: bool = False
    crops: dict[str, list[float]] = field(default_factory=dict)
    added_at: int = 0
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Use:
    """Where a file is used. `kind`: draft, planned, queued, sent, saved_reply, series.

    `at` (UTC ms): when it was or is to go out, None where no time is set. `account` may be "".
    """

    kind: str
    id: str
    text: str
    account: str = ""
    at: int | None = None


@dataclass(frozen=True, slots=True)
class Wish:
    """What to list: None and "" leave a thing open. `kind`: picture, animation, video."""

    folder: str | None = None
    tag: str = ""
    kind: str = ""
    text: str = ""
    unused: bool = False
    no_alt: bool = False


_COLUMNS = (
    "name, mime, bytes, width, height, seconds, title, alt, folder, credit, source, moves, crops,"
    " added_at"
)
SETTABLE = ("title", "alt", "folder", "credit", "source")


def _file(row: sqlite.Row, tags: Mapping[str, tuple[str, ...]]) -> MediaFile:
    made = dict(row)
    made["crops"] = json.loads(made["crops"])
    made["moves"] = bool(made["moves"])
    return MediaFile(**made, tags=tags.get(made["name"], ()))


def _files(db: sqlite.Connection, rows: Iterable[sqlite.Row]) -> list[MediaFile]:
    found = list(rows)
    tags: dict[str, tuple[str, ...]] = {}
    for name, tag in db.execute(
        "SELECT name, tag FROM media_tags WHERE name IN (SELECT value FROM json_each(?))"
        " ORDER BY tag",
        (_json([row["name"] for row in found]),),
    ):
        tags[name] = (*tags.get(name, ()), tag)
    return [_file(row, tags) for row in found]


def by_name(db: sqlite.Connection, name: str) -> MediaFile | None:
    """Return one file."""
    found = by_names(db, [name])
    return found[0] if found else None


def by_names(db: sqlite.Connection, names: Sequence[str]) -> list[MediaFile]:
    """Return these files, in this order; names that are not there are passed over."""
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM media_files WHERE name IN (SELECT value FROM json_each(?))",
        (_json(names),),
    )
    found = {one.name: one for one in _files(db, rows)}
    return [found[name] for name in dict.fromkeys(names) if name in found]


def beginning_with(db: sqlite.Connection, begun: str, *, limit: int = 2) -> list[str]:
    """Return the names that begin so; `begun` is hexadecimal, perhaps with the ending."""
    rows = db.execute(
        "SELECT name FROM media_files WHERE name >= ?1 AND name < ?1 || '~' LIMIT ?2",
        (begun, limit),
    )
    return [str(row[0]) for row in rows]


def every(
    db: sqlite.Connection,
    wish: Wish,
    *,
    limit: int,
    after: tuple[int, str] | None = None,
) -> list[MediaFile]:
    """Return files, added last first, those behind (`added_at`, `name`)."""
    where, values = _conditions(db, wish)
    if after is not None:
        where += " AND (added_at, name) < (?, ?)"
        values += after
    rows = db.execute(
        f"SELECT {_COLUMNS} FROM media_files WHERE {where}"
        " ORDER BY added_at DESC, name DESC LIMIT ?",
        (*values, limit),
    )
    return _files(db, rows)


def count(db: sqlite.Connection, wish: Wish) -> int:
    """Return how many files there are."""
    where, values = _conditions(db, wish)
    found = db.execute(f"SELECT count(*) FROM media_files WHERE {where}", values).fetchone()
    return int(found[0])


def _conditions(db: sqlite.Connection, wish: Wish) -> tuple[str, tuple[Any, ...]]:
    where, values = ["true"], []
    if wish.folder is not None:
        where.append("(folder = ? OR folder LIKE ? ESCAPE '!')")
        values += [wish.folder, f"{_like(wish.folder)}/%" if wish.folder else ""]
    if wish.tag:
        where.append("name IN (SELECT name FROM media_tags WHERE tag = ?)")
        values.append(wish.tag)
    match wish.kind:
        case "video":
            where.append("mime LIKE 'video/%'")
        case "picture":
            where.append("mime LIKE 'image/%' AND NOT moves")
        case "animation":
            where.append("moves")
    for word in wish.text.split():
        where.append(
            "(title || ' ' || alt || ' ' || credit || ' ' || source || ' ' || folder LIKE ? ESCAPE"
            " '!' OR name IN (SELECT name FROM media_tags WHERE tag LIKE ? ESCAPE '!'))"
        )
        values += [f"%{_like(word)}%"] * 2
    if wish.no_alt:
        where.append("alt = ''")
    if wish.unused:
        where.append("name NOT IN (SELECT value FROM json_each(?))")
        values.append(_json(sorted(in_use(db))))
    return " AND ".join(where), tuple(values)


def folders(db: sqlite.Connection) -> list[tuple[str, int]]:
    """Return the folders and how many files lie in each (not in those below it), by name."""
    rows = db.execute("SELECT folder, count(*) FROM media_files GROUP BY folder ORDER BY folder")
    return [(str(name), int(many)) for name, many in rows]


def tags(db: sqlite.Connection) -> list[tuple[str, int]]:
    """Return the tags and how many files have each, by name."""
    rows = db.execute("SELECT min(tag), count(*) FROM media_tags GROUP BY tag ORDER BY 1")
    return [(str(name), int(many)) for name, many in rows]


def add(tx: Tx, one: MediaFile) -> bool:
    """Put a file into the library; False where it is in there: that one stays as it is."""
    found = tx.db.execute(
        f"INSERT OR IGNORE INTO media_files ({_COLUMNS}) VALUES ({', '.join('?' * 14)})",
        (one.name, one.mime, one.bytes, one.width, one.height, one.seconds, one.title, one.alt,
         one.folder, one.credit, one.source, int(one.moves), _json(one.crops), one.added_at),
    )  # fmt: skip
    for tag in one.tags if found.rowcount else ():
        tag_on(tx, [one.name], spelled(tx.db, tag))
    tx.touch("media")
    return bool(found.rowcount)


def change(tx: Tx, name: str, values: Mapping[str, str]) -> None:
    """Set some of `SETTABLE` of a file; other names are a bug."""
    if strange := set(values).difference(SETTABLE):
        raise ValueError(f"no column of a file to be set: {sorted(strange)}")
    for column, value in values.items():
        tx.db.execute(f"UPDATE media_files SET {column} = ? WHERE name = ?", (value, name))
    tx.touch("media")


def set_crops(tx: Tx, name: str, crops: Mapping[str, Sequence[float]]) -> None:
    """Keep the crops of a file."""
    tx.db.execute("UPDATE media_files SET crops = ? WHERE name = ?", (_json(crops), name))
    tx.touch("media")


def spelled(db: sqlite.Connection, tag: str) -> str:
    """Return a tag as it is written where it is in use: one tag has one spelling."""
    found = db.execute("SELECT tag FROM media_tags WHERE tag = ? LIMIT 1", (tag,)).fetchone()
    return str(found[0]) if found else tag


def tag_on(tx: Tx, names: Sequence[str], tag: str) -> list[str]:
    """Give files a tag; returns those that had it not."""
    rows = tx.db.execute(
        """INSERT OR IGNORE INTO media_tags (name, tag)
           SELECT f.name, ? FROM media_files f WHERE f.name IN (SELECT value FROM json_each(?))
           RETURNING name""",
        (tag, _json(names)),
    ).fetchall()
    tx.touch("media")
    return sorted(str(row[0]) for row in rows)


def tag_off(tx: Tx, names: Sequence[str], tag: str) -> list[str]:
    """Take a tag off files; returns those that had it."""
    rows = tx.db.execute(
        "DELETE FROM media_tags WHERE tag = ? AND name IN (SELECT value FROM json_each(?))"
        " RETURNING name",
        (tag, _json(names)),
    ).fetchall()
    tx.touch("media")
    return sorted(str(row[0]) for row in rows)


def remove(tx: Tx, name: str) -> None:
    """Take a file out of the library; what lies on the disk stays."""
    tx.db.execute("DELETE FROM media_files WHERE name = ?", (name,))
    tx.touch("media")


# What was made of a file


def made(db: sqlite.Connection, name: str, how: str) -> tuple[str, str, int, int] | None:
    """Return name, media type, width and height of what was made of a file by this recipe."""
    found = db.execute(
        "SELECT name, mime, width, height FROM media_made WHERE made_from = ? AND how = ?",
        (name, how),
    ).fetchone()
    return tuple(found) if found else None


def keep_made(
    tx: Tx, origin: str, how: str, *, name: str, mime: str, size: tuple[int, int], now: int
) -> None:
    """Remember what was made of a file by a recipe; the first one made stays."""
    tx.db.execute(
        "INSERT OR IGNORE INTO media_made (made_from, how, name, mime, width, height, made_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (origin, how, name, mime, *size, now),
    )


# Where it is used

_PATHS = {
    "drafts": "SELECT m.value ->> 'path' AS p FROM drafts d, json_each(d.media) m",
    "variants": """SELECT m.value ->> 'path' AS p FROM draft_variants v, json_each(v.media) m
                   WHERE v.media IS NOT NULL""",
    "replies": "SELECT m.value ->> 'path' AS p FROM reply_variants v, json_each(v.media) m",
    "outbox": """SELECT m.value ->> 'path' AS p FROM outbox o, json_each(o.action, '$.media') m
                 WHERE instr(o.action, '"media": [{') > 0""",
}


def in_use(db: sqlite.Connection) -> set[str]:
    """Return the names of the files that something uses or used; what was made of one counts."""
    found: set[str] = set()
    for query in _PATHS.values():
        found.update(str(row[0]) for row in db.execute(query) if row[0])
    found.update(
        str(row[0])
        for row in db.execute(
            "SELECT made_from FROM media_made WHERE name IN (SELECT value FROM json_each(?))",
            (_json(sorted(found)),),
        )
    )
    for row in db.execute("SELECT name FROM media_files"):
        if row[0] not in found and _in_series(db, str(row[0])):
            found.add(str(row[0]))
    return found


_TEXTS = (
    "SELECT media FROM drafts WHERE media <> '[]'",
    "SELECT media FROM draft_variants WHERE media IS NOT NULL",
    "SELECT whole FROM draft_versions WHERE whole <> '{}'",
    "SELECT media FROM reply_variants WHERE media <> '[]'",
    """SELECT action FROM outbox WHERE instr(action, '"media": [{') > 0""",
    "SELECT draft || variations FROM series",
    "SELECT name FROM media_files",
)
_NAME = re.compile(r"\b[0-9a-f]{64}\.[a-z0-9]{3,4}\b")


def needed(db: sqlite.Connection, *, since: int) -> set[str]:
    """Return the names of all files that anything may still need, also to be taken back.

    `since`: deeds from then on (UTC ms) can be taken back. What was made of a file for a network
    is needed as long as a row of the outbox has it.
    """
    found: set[str] = set()
    for query in _TEXTS:
        for (text,) in db.execute(query):
            found.update(_NAME.findall(text))
    for (text,) in db.execute(  # one that was made while the clock was behind looks older
        f"""SELECT undo FROM deeds WHERE undo IS NOT NULL
              AND (id >= ? OR {really(ids.moment("id"))} >= ?)""",
        (ids.at(since), since),
    ):
        found.update(_NAME.findall(text))
    return found


def forget_made(tx: Tx, names: Sequence[str]) -> None:
    """Forget that these were made: their files are gone, they can be made again."""
    tx.db.execute(
        "DELETE FROM media_made WHERE name IN (SELECT value FROM json_each(?))", (_json(names),)
    )


def _in_series(db: sqlite.Connection, name: str) -> list[sqlite.Row]:
    return db.execute(
        "SELECT id, title FROM series WHERE instr(draft, ?1) > 0 OR instr(variations, ?1) > 0",
        (name,),
    ).fetchall()


def uses(db: sqlite.Connection, name: str) -> list[Use]:
    """Return where a file, or what was made of it, is used and was used, drafts first."""
    rows = db.execute("SELECT name FROM media_made WHERE made_from = ?", (name,))
    names = _json([name, *(str(row[0]) for row in rows)])
    inside = (
        "SELECT 1 FROM json_each({}) m"
        " WHERE m.value ->> 'path' IN (SELECT value FROM json_each(?1))"
    )
    found = [
        Use(
            "planned" if row["planned_at"] is not None else "draft",
            str(row["id"]), row["title"] or row["text"], row["account_id"] or "", row["planned_at"],
        )
        for row in db.execute(
            f"""SELECT d.id, d.title, d.text, d.account_id, d.planned_at FROM drafts d
                WHERE d.state = 'draft' AND d.done_at IS NULL
                  AND (EXISTS ({inside.format('d.media')})
                  OR EXISTS (SELECT 1 FROM draft_variants v WHERE v.draft_id = d.id
                    AND v.media IS NOT NULL AND EXISTS ({inside.format('v.media')})))
                ORDER BY d.id""",
            (names,),
        )
    ]  # fmt: skip
    found += [
        Use(
            "sent" if row["state"] == "sent" else "queued",
            str(row["id"]), row["text"] or "", row["account_id"],
            row["sent_at"] or row["planned_at"],
        )
        for row in db.execute(
            """SELECT o.id, o.account_id, o.state, o.action ->> 'text' AS text, o.sent_at,
                  o.planned_at FROM outbox o
                WHERE instr(o.action, '"media": [{') > 0 AND o.state <> 'cancelled'
                  AND EXISTS (SELECT 1 FROM json_each(o.action, '$.media') m
                    WHERE m.value ->> 'path' IN (SELECT value FROM json_each(?1)))
                ORDER BY o.id""",
            (names,),
        )
    ]  # fmt: skip
    found += [
        Use("saved_reply", str(row["id"]), row["title"])
        for row in db.execute(
            f"""SELECT r.id, r.title FROM replies r WHERE EXISTS (SELECT 1 FROM reply_variants v
                  WHERE v.reply_id = r.id AND EXISTS ({inside.format("v.media")})) ORDER BY r.id""",
            (names,),
        )
    ]
    return found + [Use("series", str(row["id"]), row["title"]) for row in _in_series(db, name)]


def _like(text: str) -> str:
    """Return `text` as a part of a LIKE pattern: `!`, `%` and `_` mean themselves."""
    return text.replace("!", "!!").replace("%", "!%").replace("_", "!_")


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
