"""Drafts, their wordings per account, and their earlier versions.

A draft lives until what became of it is sent; one that was planned stays, as what the calendar
held for that day (`done_at`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from cmapp.store import ids, sqlite
from cmapp.store.database import Tx
from cmapp.system import failpoint


@dataclass(frozen=True, slots=True)
class Draft:
    """Something written and not sent. `item_id`: the interaction it answers; `post_id`: its post.

    `media`: {path, mime, alt, width, height, seconds} each. `state` is draft or queued, `stage`
    idea or draft. `wall` is the planned local time (`2026-12-01T09:00`) in `zone` (IANA),
    `planned_at` the same as UTC ms; all None where nothing is planned. `options`: visibility,
    spoiler, lang, poll {options, seconds, multiple}, first_comment, split; `brief`: what is known
    of it and does not go out (theme, form, owner, goal, credit, claims …). `forked_from`: two
    windows wrote the same one. `variants` are in the order they were added. `revision` grows with
    each save that changes something, `writer` names the window that made the last one.
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
    revision: int = 0
    writer: str = ""
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


def framed(db: sqlite.Connection) -> list[tuple[int, str]]:
    """Return the drafts that are not out and tell of a gain or a loss: (id, frame) (DR-13)."""
    found = db.execute(
        """SELECT id, brief ->> 'frame' FROM drafts
           WHERE done_at IS NULL AND brief ->> 'frame' IN ('gain', 'loss') ORDER BY id"""
    )
    return [(int(r[0]), str(r[1])) for r in found]


def by_id(db: sqlite.Connection, draft_id: int) -> Draft | None:
    """Return one draft."""
    found = _drafts(db, db.execute("SELECT * FROM drafts WHERE id = ?", (draft_id,)))
    return found[0] if found else None


def by_ids(db: sqlite.Connection, wanted: Sequence[int]) -> list[Draft]:
    """Return those of the drafts that there are, by id."""
    found = db.execute(
        "SELECT * FROM drafts WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id",
        (json.dumps(list(wanted)),),
    )
    return _drafts(db, found)


def of_item(db: sqlite.Connection, item_id: int) -> Draft | None:
    """Return the draft that is being written in answer to an interaction."""
    found = db.execute(
        "SELECT * FROM drafts WHERE item_id = ? AND state = 'draft' ORDER BY saved_at DESC LIMIT 1",
        (item_id,),
    )
    return next(iter(_drafts(db, found)), None)


def forks(db: sqlite.Connection, draft_id: int) -> list[Draft]:
    """Return the drafts that were forked from one and are not done, oldest first."""
    return _drafts(
        db,
        db.execute(
            "SELECT * FROM drafts WHERE forked_from = ? AND done_at IS NULL ORDER BY id",
            (draft_id,),
        ),
    )


def history(db: sqlite.Connection, draft_id: int) -> list[dict[str, Any]]:
    """Return the versions of a draft: {n, text, saved_at}, newest first."""
    found = db.execute(
        "SELECT n, text, saved_at FROM draft_versions WHERE draft_id = ? ORDER BY n DESC",
        (draft_id,),
    )
    return [dict(r) for r in found]


def version(db: sqlite.Connection, draft_id: int, n: int) -> dict[str, Any] | None:
    """Return one version: {n, text, saved_at, whole}.

    `whole`: {title, media, options, visibility, variants}; {} where schema 2 wrote it, which kept
    the text alone.
    """
    found = db.execute(
        "SELECT n, text, saved_at, whole FROM draft_versions WHERE draft_id = ? AND n = ?",
        (draft_id, n),
    ).fetchone()
    return None if found is None else {**dict(found), "whole": json.loads(found["whole"])}


def whole_of(draft: Draft) -> dict[str, Any]:
    """Return what a version keeps of a draft beside its text."""
    return {
        "title": draft.title,
        "media": draft.media,
        "options": draft.options,
        "visibility": draft.visibility,
        "variants": [asdict(one) for one in draft.variants],
    }


def save(
    tx: Tx,
    text: str | None,
    *,
    now: int,
    draft_id: int | None = None,
    account_id: str | None = None,
    item_id: int | None = None,
    post_id: int | None = None,
    media: Sequence[dict[str, Any]] | None = None,
    visibility: str | None = None,
    title: str | None = None,
    options: Mapping[str, Any] | None = None,
    variants: Sequence[Variant] | None = None,
    merge_ms: int = 0,
    at: int | None = None,
    writer: str = "",
) -> int:
    """Write a draft (a new one where `draft_id` is None or unknown) and return its id.

    What differs becomes a version of its own, unless the last one is younger than `merge_ms`:
    then it takes that one's place. What is None stays as it was. `at`: when the text was typed; a
    save that is not newer than what is stored came too late and changes nothing.
    """
    db = tx.db
    number = draft_id if draft_id is not None else ids.new(db, "drafts", now)
    old = by_id(db, number)
    if old is not None and at is not None and at <= old.saved_at:
        return number
    now = at if at is not None else now
    tx.touch("drafts", account_id)
    if old is None:
        db.execute(
            """INSERT INTO drafts (id, account_id, item_id, post_id, text, visibility,
                 made_at, saved_at, writer) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            (number, account_id, item_id, post_id, text or "", visibility, now, now, writer),
        )
    else:
        db.execute(
            """UPDATE drafts SET text = coalesce(?, text), account_id = coalesce(?, account_id),
                 item_id = coalesce(?, item_id), post_id = coalesce(?, post_id),
                 visibility = coalesce(?, visibility), saved_at = ? WHERE id = ?""",
            (text, account_id, item_id, post_id, visibility, now, number),
        )
    packed = {"media": media, "options": options, "title": title}
    change(tx, number, {name: value for name, value in packed.items() if value is not None})
    if variants is not None:
        set_variants(tx, number, variants, now=now)
    fresh = by_id(db, number)
    assert fresh is not None
    if old is None or (old.text, whole_of(old)) != (fresh.text, whole_of(fresh)):
        _keep_version(tx, old, fresh, now=now, merge_ms=merge_ms, writer=writer)
    failpoint.reached("draft.mid")
    return number


def _keep_version(
    tx: Tx, old: Draft | None, fresh: Draft, *, now: int, merge_ms: int, writer: str
) -> None:
    n, begun = 1, now
    if old is not None:
        last = tx.db.execute(
            "SELECT saved_at FROM draft_versions WHERE draft_id = ? AND n = ?",
            (old.id, old.versions),
        ).fetchone()
        # never into the version of another window: that one's words are to be found again
        merged = last is not None and now - last[0] < merge_ms and writer == old.writer
        n, begun = (old.versions, last[0]) if merged else (old.versions + 1, now)
    tx.db.execute(
        "INSERT OR REPLACE INTO draft_versions (draft_id, n, text, saved_at, whole)"
        " VALUES (?, ?, ?, ?, ?)",
        (fresh.id, n, fresh.text, begun, json.dumps(whole_of(fresh), ensure_ascii=False)),
    )
    tx.db.execute(
        "UPDATE drafts SET versions = ?, revision = revision + 1, writer = ? WHERE id = ?",
        (n, writer, fresh.id),
    )


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
    "title", "stage", "media", "options", "brief", "wall", "zone", "planned_at", "campaign_id",
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


def note_held(tx: Tx, draft_id: int, codes: Sequence[str]) -> None:
    """Keep why a draft as it stands was not queued from some account; no codes: it was."""
    tx.db.execute("DELETE FROM drafts_held WHERE draft_id = ?", (draft_id,))
    if codes:
        tx.db.execute(
            "INSERT INTO drafts_held (draft_id, revision, codes)"
            " SELECT id, revision, ? FROM drafts WHERE id = ?",
            (json.dumps(sorted(set(codes))), draft_id),
        )


def delete(tx: Tx, draft_id: int) -> Draft | None:
    """Remove a draft and its versions; returns what it was."""
    old = by_id(tx.db, draft_id)
    if old is not None:
        tx.db.execute("DELETE FROM drafts WHERE id = ?", (draft_id,))
        tx.touch("drafts", old.account_id)
    return old


_TABLES = {"drafts": "id", "draft_variants": "draft_id", "draft_versions": "draft_id"}


def packed(db: sqlite.Connection, draft_id: int) -> str:
    """Return all that is stored of a draft, as `unpacked` takes it back."""
    return json.dumps(
        {
            table: [
                dict(row)
                for row in db.execute(f"SELECT * FROM {table} WHERE {key} = ?", (draft_id,))
            ]
            for table, key in _TABLES.items()
        },
        ensure_ascii=False,
    )


def unpacked(tx: Tx, text: str) -> int:
    """Put back a draft that was deleted, unless it is there; returns its id."""
    rows = json.loads(text)
    for table in _TABLES:
        known = {row[1] for row in tx.db.execute(f"PRAGMA table_info({table})")}
        for row in rows.get(table, ()):
            kept = {name: value for name, value in row.items() if name in known}
            tx.db.execute(
                f"INSERT OR IGNORE INTO {table} ({', '.join(kept)})"
                f" VALUES ({', '.join('?' * len(kept))})",
                tuple(kept.values()),
            )
    tx.touch("drafts")
    return int(rows["drafts"][0]["id"])
