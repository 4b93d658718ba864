"""What the calendar holds between two moments: planned drafts with their rows, and days off.

Two queries on indexes answer a span, whatever else lies in the profile; the rows are light, so
that a year of five thousand plans can be read at once.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from cmapp.domain.hours import Span
from cmapp.store import ids, sqlite
from cmapp.store.database import Tx

SHOWN = 200
"""How many characters of a text an entry carries."""
_FIELD, _RECORD = "\x1f", "\x1e"


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A row of the outbox that belongs to an entry."""

    id: int
    account_id: str
    segment: str
    part: int
    state: str
    reason: str | None
    sent_at: int | None


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that the calendar shows at `planned_at` (UTC ms).

    `draft` is a planned draft, or None where only a row of the outbox (`row`) is planned. `wall`
    in `zone` is what was asked for. `state`: planned (nothing is queued), queued, server (the
    platform's own scheduler has it), sending, asks (a row waits for a person), uncertain, refused,
    sent. `late`: its time is past and nothing of it is queued or sent. `accounts` are those that
    it goes to; `media` counts pictures and films; `repost`: somebody else's words. `held`: codes of
    what stopped it, as it stands, when it was last to be queued.
    """

    draft: int | None
    row: int | None
    planned_at: int
    wall: str | None
    zone: str | None
    state: str
    late: bool
    title: str
    text: str
    accounts: tuple[str, ...]
    rows: tuple[PlanRow, ...]
    campaign: int | None
    series: int | None
    occurrence: str | None
    pillar: str
    media: int
    repost: bool
    saved_at: int
    held: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Return what tells this entry from every other."""
        return str(self.draft) if self.draft is not None else f"row-{self.row}"


def entries(
    db: sqlite.Connection,
    first: int,
    end: int,
    *,
    now: int,
    account: str | None = None,
    campaign: int | None = None,
) -> list[Entry]:
    """Return what is planned from `first` to before `end` (UTC ms), by time.

    A row of the outbox whose draft has no plan of its own is an entry by itself. `account` and
    `campaign` choose.
    """
    rows: dict[int | None, list[PlanRow]] = {}
    for r in db.execute(
        """SELECT o.draft_id, o.id, o.account_id, o.segment, o.part, o.state, o.reason,
             o.sent_at FROM drafts d CROSS JOIN outbox o ON o.draft_id = d.id
           WHERE d.planned_at >= ? AND d.planned_at < ? ORDER BY o.id""",
        (first, end),
    ):
        rows.setdefault(r[0], []).append(PlanRow(*r[1:]))
    found = [_entry(r, rows.get(r["id"], ()), now) for r in db.execute(_DRAFTS, (first, end))]
    found += [
        _alone(r)
        for r in db.execute(
            f"""SELECT o.id, o.draft_id, o.account_id, o.segment, o.part, o.state, o.reason,
                 o.planned_at, o.made_at, o.sent_at,
                 substr(coalesce(o.action ->> '$.text', ''), 1, {SHOWN}) AS text,
                 coalesce(json_array_length(o.action, '$.media'), 0) AS media
               FROM outbox o WHERE o.planned_at >= ? AND o.planned_at < ?
                 AND o.state <> 'cancelled' AND NOT EXISTS (SELECT 1 FROM drafts d
                   WHERE d.id = o.draft_id AND d.planned_at IS NOT NULL)""",
            (first, end),
        )
    ]
    chosen = [
        e
        for e in found
        if (account is None or account in e.accounts)
        and (campaign is None or e.campaign == campaign)
    ]
    return sorted(chosen, key=lambda e: (e.planned_at, e.draft or e.row or 0))


_DRAFTS = f"""SELECT d.id, d.planned_at, d.wall, d.zone, d.state, d.done_at, d.title,
  substr(d.text, 1, {SHOWN}) AS text, d.account_id, d.campaign_id, d.series_id, d.occurrence,
  d.pillar, json_array_length(d.media) AS media, d.brief ->> '$.origin' = 'repost' AS repost,
  d.saved_at,
  (SELECT h.codes FROM drafts_held h WHERE h.draft_id = d.id AND h.revision = d.revision) AS held,
  (SELECT group_concat(v.position || char(31) || v.account_id, char(30))
   FROM draft_variants v WHERE v.draft_id = d.id) AS accounts
  FROM drafts d WHERE d.planned_at >= ? AND d.planned_at < ? ORDER BY d.planned_at, d.id"""


def _entry(found: sqlite.Row, rows: Sequence[PlanRow], now: int) -> Entry:
    latest = {(r.account_id, r.segment, r.part): r for r in rows if r.state != "cancelled"}
    alive = tuple(latest.values())
    state = state_of([r.state for r in alive], done=found["done_at"] is not None)
    return Entry(
        found["id"], None, found["planned_at"], found["wall"], found["zone"], state,
        state == "planned" and found["planned_at"] < now, found["title"], found["text"],
        _accounts(found), alive, found["campaign_id"], found["series_id"], found["occurrence"],
        found["pillar"], found["media"], bool(found["repost"]), found["saved_at"],
        tuple(json.loads(found["held"] or "[]")),
    )  # fmt: skip


def _accounts(found: sqlite.Row) -> tuple[str, ...]:
    if not found["accounts"]:
        return (found["account_id"],) if found["account_id"] else ()
    pairs = (one.split(_FIELD) for one in found["accounts"].split(_RECORD))
    return tuple(dict.fromkeys(a for _, a in sorted((int(n), a) for n, a in pairs)))


def _alone(found: sqlite.Row) -> Entry:
    row = PlanRow(
        found["id"], found["account_id"], found["segment"], found["part"], found["state"],
        found["reason"], found["sent_at"],
    )  # fmt: skip
    return Entry(
        None, found["id"], found["planned_at"], None, None, state_of([row.state]), False, "",
        found["text"], (row.account_id,), (row,), None, None, None, "", found["media"],
        False, found["made_at"],
    )  # fmt: skip


def light(
    db: sqlite.Connection,
    first: int,
    end: int,
    *,
    now: int,
    account: str | None = None,
    campaign: int | None = None,
) -> list[dict[str, Any]]:
    """Return what `entries` returns as {id, draft, at (UTC ms), wall, zone, state, late, …}.

    Only what a month shows of it, in no order. SQLite makes one value of all rows: fetched row by
    row each would wait for the thread that paints.
    """
    states: dict[int, dict[tuple[str, str, int], str]] = {}
    for draft, who, segment, part, state in _at_once(db, _LIGHT_ROWS, first, end):
        states.setdefault(draft, {})[who, segment, part] = state
    found = _at_once(db, _LIGHT, first, end)
    for one in found:
        rows = states.get(one["id"], {})
        one["state"] = state_of(list(rows.values()), done=bool(one["done"]))
        one["late"] = one["state"] == "planned" and one["at"] < now
        one["accounts"] = [v[1] for v in sorted(one["accounts"])] or one["own"]
        one["accounts"] = list(dict.fromkeys(one["accounts"]))
        one["id"] = one["draft"] = str(one["id"])
    for one in _at_once(db, _LIGHT_ALONE, first, end):
        one["state"] = state_of([one["state"]])
        found.append(one)
    return [
        one
        for one in found
        if (account is None or account in one["accounts"])
        and (campaign is None or one.get("campaign") == campaign)
    ]


def _at_once(db: sqlite.Connection, query: str, first: int, end: int) -> list[Any]:
    found = db.execute(f"SELECT json_group_array(json(found)) FROM ({query})", (first, end))
    told: list[Any] = json.loads(found.fetchone()[0])
    return told


_LIGHT_ROWS = """SELECT json_array(o.draft_id, o.account_id, o.segment, o.part, o.state) AS found
  FROM drafts d CROSS JOIN outbox o ON o.draft_id = d.id
  WHERE d.planned_at >= ? AND d.planned_at < ? AND o.state <> 'cancelled' ORDER BY o.id"""
_LIGHT = f"""SELECT json_object('id', d.id, 'at', d.planned_at, 'wall', d.wall, 'zone', d.zone,
    'done', d.done_at IS NOT NULL, 'title', d.title, 'text', substr(d.text, 1, {SHOWN}),
    'own', json(iif(d.account_id <> '', json_array(d.account_id), '[]')),
    'campaign', d.campaign_id, 'series', d.series_id, 'pillar', d.pillar,
    'media', json_array_length(d.media), 'repost', d.brief ->> '$.origin' = 'repost',
    'held', json((SELECT h.codes FROM drafts_held h
      WHERE h.draft_id = d.id AND h.revision = d.revision)),
    'accounts', (SELECT json_group_array(json_array(v.position, v.account_id))
      FROM draft_variants v WHERE v.draft_id = d.id)) AS found
  FROM drafts d WHERE d.planned_at >= ? AND d.planned_at < ?"""
_LIGHT_ALONE = f"""SELECT json_object('id', 'row-' || o.id, 'at', o.planned_at, 'state', o.state,
    'text', substr(coalesce(o.action ->> '$.text', ''), 1, {SHOWN}),
    'accounts', json_array(o.account_id),
    'media', coalesce(json_array_length(o.action, '$.media'), 0)) AS found
  FROM outbox o WHERE o.planned_at >= ? AND o.planned_at < ?
    AND o.state <> 'cancelled' AND NOT EXISTS (SELECT 1 FROM drafts d
      WHERE d.id = o.draft_id AND d.planned_at IS NOT NULL)"""

_WORST = (
    ("asks", "review"), ("uncertain", "uncertain"), ("refused", "rejected"),
    ("sending", "sending"), ("queued", "ready"), ("server", "scheduled"),
)  # fmt: skip


def state_of(rows: Sequence[str], *, done: bool = False) -> str:
    """Return the state of an entry from those of its rows; the one that needs a person first."""
    for name, state in _WORST:
        if state in rows:
            return name
    if done or (rows and all(s == "sent" for s in rows)):
        return "sent"
    return "planned"


def posted(db: sqlite.Connection, account: str, first: int, end: int) -> list[int]:
    """Return when an account posted from `first` to before `end` (UTC ms): no answers, no gone."""
    found = db.execute(
        """SELECT p.created_at FROM accounts m
           CROSS JOIN profiles a ON a.realm = m.realm AND a.remote_id = m.remote_id
           CROSS JOIN posts p ON p.author_id = a.id AND p.id >= ? AND p.id < ?
           WHERE m.id = ? AND p.created_at >= ? AND p.created_at < ? AND p.kind = 'post'
             AND p.parent_ref IS NULL AND p.deleted_at IS NULL ORDER BY p.created_at""",
        (ids.at(first), ids.at(end), account, first, end),
    )
    return [int(r[0]) for r in found]


# ideas


@dataclass(frozen=True, slots=True)
class Idea:
    """A post that has no time yet. `place` orders it by hand; None: nobody has placed it."""

    id: int
    title: str
    text: str
    stage: str
    accounts: tuple[str, ...]
    campaign: int | None
    pillar: str
    place: float | None
    saved_at: int


def ideas(db: sqlite.Connection, *, limit: int = 500) -> list[Idea]:
    """Return what is not planned and answers nobody, in the order made by hand, then newest."""
    found = db.execute(
        f"""SELECT d.id, d.title, substr(d.text, 1, {SHOWN}) AS text, d.stage, d.account_id,
             d.campaign_id, d.pillar, b.place, d.saved_at,
             (SELECT group_concat(v.position || char(31) || v.account_id, char(30))
              FROM draft_variants v WHERE v.draft_id = d.id) AS accounts
           FROM drafts d LEFT JOIN idea_places b ON b.draft_id = d.id
           WHERE d.done_at IS NULL AND d.state = 'draft' AND d.planned_at IS NULL
             AND d.item_id IS NULL AND d.post_id IS NULL
           ORDER BY b.place IS NULL, b.place, d.saved_at DESC, d.id DESC LIMIT ?""",
        (limit,),
    )
    return [
        Idea(
            r["id"], r["title"], r["text"], r["stage"], _accounts(r), r["campaign_id"],
            r["pillar"], r["place"], r["saved_at"],
        )
        for r in found
    ]  # fmt: skip


def place_ideas(tx: Tx, wanted: Sequence[int]) -> None:
    """Let ideas stand in this order."""
    tx.db.executemany(
        "INSERT INTO idea_places (draft_id, place) VALUES (?, ?)"
        " ON CONFLICT (draft_id) DO UPDATE SET place = excluded.place",
        [(draft, float(n)) for n, draft in enumerate(wanted, 1)],
    )
    tx.touch("drafts")


# days off


@dataclass(frozen=True, slots=True)
class Marked:
    """A day that a calendar names: off, or (`works`) made up for."""

    day: date
    name: str
    works: bool
    calendar: str


def holidays(db: sqlite.Connection, first: date, last: date) -> list[Marked]:
    """Return the days that kept calendars name, both ends included, in order."""
    found = db.execute(
        """SELECT d.day, d.name, d.works, d.calendar FROM calendars c
           CROSS JOIN days_off d ON d.calendar = c.calendar AND d.day BETWEEN ? AND ?
           ORDER BY d.day, d.calendar""",
        (first.isoformat(), last.isoformat()),
    )
    return [Marked(date.fromisoformat(r[0]), r[1], bool(r[2]), r[3]) for r in found]


def busy(db: sqlite.Connection, first: int, end: int) -> list[tuple[Span, str]]:
    """Return the spans (UTC ms) that calendar files close, which touch this one."""
    found = db.execute(
        "SELECT start_at, end_at, name FROM closed_times WHERE start_at < ? AND end_at > ?"
        " ORDER BY start_at",
        (end, first),
    )
    return [((r[0], r[1]), r[2]) for r in found]
