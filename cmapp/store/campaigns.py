"""Campaigns: drafts and posts that belong together, on whatever platform (AC-15, CA-08)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from cmapp.store import ids, sqlite
from cmapp.store.database import Tx


@dataclass(frozen=True, slots=True)
class Campaign:
    """A name for what belongs together. Days are ISO dates or None; `facts`: {goal, utm: {…}}."""

    id: int
    name: str
    color: str
    pattern: str
    first_day: str | None
    last_day: str | None
    facts: dict[str, Any]
    made_at: int


def _campaign(found: sqlite.Row) -> Campaign:
    values = dict(found)
    values["facts"] = json.loads(values["facts"])
    return Campaign(**values)


def every(db: sqlite.Connection) -> list[Campaign]:
    """Return all campaigns, by their days and names."""
    found = db.execute("SELECT * FROM campaigns ORDER BY coalesce(first_day, '~'), name")
    return [_campaign(r) for r in found]


def by_id(db: sqlite.Connection, number: int) -> Campaign | None:
    """Return one campaign."""
    found = db.execute("SELECT * FROM campaigns WHERE id = ?", (number,)).fetchone()
    return _campaign(found) if found else None


def by_name(db: sqlite.Connection, name: str) -> Campaign | None:
    """Return the campaign of this name, in whatever case."""
    found = db.execute("SELECT * FROM campaigns WHERE name = ?", (name.strip(),)).fetchone()
    return _campaign(found) if found else None


def save(tx: Tx, number: int | None, values: Mapping[str, Any], *, now: int) -> int:
    """Make a campaign (without `number`) or change one; returns its id."""
    if number is None:
        number = ids.new(tx.db, "campaigns", now)
        tx.db.execute(
            "INSERT INTO campaigns (id, name, made_at) VALUES (?, ?, ?)",
            (number, values["name"], now),
        )
    for name in ("name", "color", "pattern", "first_day", "last_day", "facts"):
        if name in values:
            value = values[name]
            packed = json.dumps(value, ensure_ascii=False) if name == "facts" else value
            tx.db.execute(f"UPDATE campaigns SET {name} = ? WHERE id = ?", (packed, number))
    tx.touch("campaigns")
    return number


def delete(tx: Tx, number: int) -> None:
    """Strike a campaign out; its drafts and posts stay, and belong to none."""
    tx.db.execute("UPDATE drafts SET campaign_id = NULL WHERE campaign_id = ?", (number,))
    tx.db.execute("DELETE FROM campaigns WHERE id = ?", (number,))
    tx.touch("campaigns")
    tx.touch("drafts")


def drafts_of(db: sqlite.Connection, number: int) -> list[int]:
    """Return the ids of the drafts of a campaign."""
    found = db.execute("SELECT id FROM drafts WHERE campaign_id = ? ORDER BY id", (number,))
    return [int(r[0]) for r in found]


def sizes(db: sqlite.Connection, number: int) -> tuple[int, int]:
    """Return how many drafts a campaign has, and how many posts were put in by hand."""
    found = db.execute(
        """SELECT (SELECT count(*) FROM drafts WHERE campaign_id = ?1),
             (SELECT count(*) FROM campaign_posts WHERE campaign_id = ?1)""",
        (number,),
    ).fetchone()
    return int(found[0]), int(found[1])


@dataclass(frozen=True, slots=True)
class Member:
    """A post of a campaign. `counts` are the platform's: None is unknown, never zero."""

    id: int
    platform: str
    account_id: str | None
    text: str
    url: str | None
    created_at: int
    counts: dict[str, int | None]
    by_hand: bool


_POSTS = """SELECT p.id, m.platform, m.id AS account_id, substr(p.text, 1, 200) AS text, p.url,
    p.created_at, p.counts, {by_hand} AS by_hand
  FROM {source} JOIN profiles a ON a.id = p.author_id
  LEFT JOIN accounts m ON m.realm = p.realm AND m.remote_id = a.remote_id
  WHERE {where} AND p.deleted_at IS NULL"""


def posts_of(db: sqlite.Connection, number: int) -> list[Member]:
    """Return the posts of a campaign: what its drafts became, and what was put in by hand."""
    by_hand = _POSTS.format(
        source="campaign_posts c JOIN posts p ON p.id = c.post_id",
        where="c.campaign_id = ?", by_hand="1",
    )  # fmt: skip
    came = _POSTS.format(
        source="""drafts d JOIN outbox o ON o.draft_id = d.id AND o.state = 'sent'
          JOIN accounts w ON w.id = o.account_id
          JOIN posts p ON p.realm = w.realm AND p.remote_id = o.remote_id""",
        where="d.campaign_id = ?", by_hand="0",
    )  # fmt: skip
    found: dict[int, Member] = {}
    for query in (came, by_hand):
        for r in db.execute(query, (number,)):
            found[r["id"]] = Member(
                r["id"], r["platform"] or "", r["account_id"], r["text"], r["url"],
                r["created_at"], json.loads(r["counts"]), bool(r["by_hand"]),
            )  # fmt: skip
    return sorted(found.values(), key=lambda m: (m.created_at, m.id))


def put_posts(tx: Tx, number: int, posts: list[int], *, out: bool = False) -> None:
    """Put posts into a campaign by hand, or take them out."""
    query = (
        "DELETE FROM campaign_posts WHERE campaign_id = ? AND post_id = ?"
        if out
        else "INSERT OR IGNORE INTO campaign_posts (campaign_id, post_id) VALUES (?, ?)"
    )
    tx.db.executemany(query, [(number, p) for p in posts])
    tx.touch("campaigns")
