"""Drafts, their wordings per account, and their earlier versions.

A draft lives until what became of it is sent; one that was planned stays, as what the calendar
held for that day (`done_at`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from cmapp.store import ids, sqlite
from cmapp.store.database import Tx


@dataclass(frozen=True, slots=True)
class Draft:
    """Something written and not sent. `item_id`: the interaction it answers; `post_id`: its post.

    `media`: {path, mime, alt, width, height, seconds} each. `state` is draft or queued, `stage`
    idea or draft. `wall` is the planned local time (`2026-12-01T09:00`) in `zone` (IANA),
    `planned_at` the same as UTC ms; all None where nothing is planned. `options`: visibility,
    spoiler, lang, poll {options, seconds, multiple}, first_comment, split; `brief`: what is known
    of it and does not go out (theme, form, owner, goal, credit, claims …). `forked_from`: two
    windows wrote the same one. `variants` are in the order they were added.
    """

    id: int
    account_id: str | None
    item_id: int | None
    post_id: int | None
    text: str
    media: list[dict[str, Any]]
    visibility: str | None
    state: str
    made_at: int
    saved_at: int
    versions: int
    title: str = ""
    stage: str = "draft"
    options: dict[str, Any] = field(default_factory=dict)
    brief: dict[str, Any] = field(default_factory=dict)
    wall: str | None = None
    zone: str | None = None
    planned_at: int | None = None
    campaign_id: int | None = None
    series_id: int | None = None
    occurrence: str | None = None
    pillar: str = ""
    forked_from: int | None = None
    done_at: int | None = None
    variants: tuple[Variant, ...] = ()


@dataclass(frozen=True, slots=True)
class Variant:
    """How a draft goes out from one account. What is None flows from the draft itself.

    `segment` tells two wordings for one account apart (a region, an audience). `options` lie
    over those of the draft, name by name.
    """

    account_id: str
    segment: str = ""
    text: str | None = None
    media: list[dict[str, Any]] | None = None
    options: dict[str, Any] = field(default_factory=dict)


_JSON = ("media", "options", "brief")


def _drafts(db: sqlite.Connection, found: Iterable[sqlite.Row]) -> list[Draft]:
    rows = [dict(row) for row in found]
    wordings = _variants(db, [row["id"] for row in rows])
    for row in rows:
        row.update({name: json.loads(row[name]) for name in _JSON})
        row["variants"] = tuple(wordings.get(row["id"], ()))
    return [Draft(**row) for row in rows]


def _variants(db: sqlite.Connection, numbers: Sequence[int]) -> dict[int, list[Variant]]:
    made: dict[int, list[Variant]] = {}
    for row in db.execute(
        "SELECT draft_id, account_id, segment, text, media, options FROM draft_variants"
        " WHERE draft_id IN (SELECT value FROM json_each(?)) ORDER BY draft_id, position",
        (json.dumps(list(numbers)),),
    ):
        media = None if row["media"] is None else json.loads(row["media"])
        made.setdefault(row["draft_id"], []).append(
            Variant(
                row["account_id"], row["segment"], row["text"], media, json.loads(row["options"])
            )
        )
    return made


def every(db: sqlite.Connection, *, state: str | None = None) -> list[Draft]:
    """Return the drafts that are not done, last saved first."""
    found = db.execute(
        "SELECT * FROM drafts WHERE done_at IS NULL AND (? IS NULL OR state = ?)"
        " ORDER BY saved_at DESC, id DESC",
        (state, state),
    )
    return _drafts(db, found)


def planned(db: sqlite.Connection, first: int, end: int) -> list[Draft]:
    """Return what is planned from `first` to before `end` (UTC ms), done or not, by time."""
    found = db.execute(
        "SELECT * FROM drafts WHERE planned_at >= ? AND planned_at < ? ORDER BY planned_at, id",
        (first, end),
    )
    return _drafts(db, found)


def by_id(db: sqlite.Connection, draft_id: int) -> Draft | None:
    """Return one draft."""
    found = _drafts(db, db.execute("SELECT * FROM drafts WHERE id = ?", (draft_id,)))
    return found[0] if found else None


def of_item(db: sqlite.Connection, item_id: int) -> Draft | None:
    """Return the draft that is being written in answer to an interaction."""
    found = db.execute(
        "SELECT * FROM drafts WHERE item_id = ? AND state = 'draft' ORDER BY saved_at DESC LIMIT 1",
        (item_id,),
    )
    return next(iter(_drafts(db, found)), None)


def history(db: sqlite.Connection, draft_id: int) -> list[dict[str, Any]]:
    """Return the versions of a draft: {n, text, saved_at}, newest first."""
    found = db.execute(
        "SELECT n, text, saved_at FROM draft_versions WHERE draft_id = ? ORDER BY n DESC",
        (draft_id,),
    )
    return [dict(r) for r in found]


def save(
    tx: Tx,
    text: str,
    *,
    now: int,
    draft_id: int | None = None,
    account_id: str | None = None,
    item_id: int | None = None,
    post_id: int | None = None,
    media: Sequence[dict[str, Any]] | None = None,
    visibility: str | None = None,
    merge_ms: int = 0,
    at: int | None = None,
) -> int:
    """Write a draft (a new one where `draft_id` is None or unknown) and return its id.

    A text that differs becomes a version of its own, unless the last one is younger than
    `merge_ms`: then it takes that one's place. What is None stays as it was. `at`: when the text
    was typed; a save that is not newer than what is stored came too late and changes nothing.
    """
    db = tx.db
    number = draft_id if draft_id is not None else ids.made_here(now)
    old = by_id(db, number)
    packed = None if media is None else json.dumps(list(media))
    if old is not None and at is not None and at <= old.saved_at:
        return number
    now = at if at is not None else now
    tx.touch("drafts", account_id)
    if old is None:
        db.execute(
            """INSERT INTO drafts (id, account_id, item_id, post_id, text, media, visibility,
                 made_at, saved_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            (number, account_id, item_id, post_id, text, packed or "[]", visibility, now, now),
        )
        db.execute(
            "INSERT INTO draft_versions (draft_id, n, text, saved_at) VALUES (?, 1, ?, ?)",
            (number, text, now),
        )
        return number
    n = old.versions
    if text != old.text:
        last = db.execute(
            "SELECT saved_at FROM draft_versions WHERE draft_id = ? AND n = ?",
            (number, n),
        ).fetchone()
        if last is None or now - last[0] >= merge_ms:
            n += 1
        db.execute(
            "INSERT OR REPLACE INTO draft_versions (draft_id, n, text, saved_at)"
            " VALUES (?, ?, ?, ?)",
            (number, n, text, now if n > old.versions or last is None else last[0]),
        )
    db.execute(
        """UPDATE drafts SET text = ?, media = coalesce(?, media),
             account_id = coalesce(?, account_id), item_id = coalesce(?, item_id),
             post_id = coalesce(?, post_id), visibility = coalesce(?, visibility),
             saved_at = ?, versions = ? WHERE id = ?""",
        (text, packed, account_id, item_id, post_id, visibility, now, n, number),
    )
    return number


def set_variants(tx: Tx, draft_id: int, variants: Sequence[Variant], *, now: int) -> None:
    """Let a draft go out like this: these wordings, in this order, and no others."""
    tx.db.execute("DELETE FROM draft_variants WHERE draft_id = ?", (draft_id,))
    tx.db.executemany(
        "INSERT INTO draft_variants (draft_id, account_id, segment, text, media, options,"
        " position, saved_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                draft_id, one.account_id, one.segment, one.text,
                None if one.media is None else json.dumps(one.media, ensure_ascii=False),
                json.dumps(one.options, ensure_ascii=False), position, now,
            )
            for position, one in enumerate(variants)
        ],
    )  # fmt: skip
    tx.touch("drafts")


_SETTABLE = (
    "title", "stage", "options", "brief", "wall", "zone", "planned_at", "campaign_id",
    "series_id", "occurrence", "pillar", "forked_from",
)  # fmt: skip


def change(tx: Tx, draft_id: int, values: Mapping[str, Any]) -> None:
    """Set some of `title`, `options`, `brief`, the plan … of a draft; other names are a bug."""
    if strange := set(values).difference(_SETTABLE):
        raise ValueError(f"no column of a draft to be set: {sorted(strange)}")
    for name, value in values.items():
        packed = json.dumps(value, ensure_ascii=False) if name in _JSON else value
        tx.db.execute(f"UPDATE drafts SET {name} = ? WHERE id = ?", (packed, draft_id))
    tx.touch("drafts")


def finish(tx: Tx, draft_id: int, *, at: int) -> None:
    """What became of it is out: it stays as a record of the plan, and is no draft any more."""
    tx.db.execute("UPDATE drafts SET done_at = ? WHERE id = ?", (at, draft_id))
    tx.touch("drafts")


def set_state(tx: Tx, draft_id: int, state: str) -> None:
    """Mark a draft as being written (`draft`) or as handed to the outbox (`queued`)."""
    tx.db.execute("UPDATE drafts SET state = ? WHERE id = ?", (state, draft_id))
    tx.touch("drafts")


def delete(tx: Tx, draft_id: int) -> Draft | None:
    """Remove a draft and its versions; returns what it was."""
    old = by_id(tx.db, draft_id)
    if old is not None:
        tx.db.execute("DELETE FROM drafts WHERE id = ?", (draft_id,))
        tx.touch("drafts", old.account_id)
    return old
