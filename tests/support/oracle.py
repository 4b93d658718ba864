"""What charts on posts must equal, read off all raw rows without an index and without our code."""

from __future__ import annotations

import json
from typing import Any

AIMED = {"reply", "comment", "mention", "quote", "review", "reaction", "repost", "other"}


def own(db: Any, since: int = 0, until: int = 1 << 50) -> list[dict[str, Any]]:
    """Our posts that answer nothing and are there, each with its account, by time."""
    mine = {(a["realm"], a["remote_id"]): a["id"] for a in db.execute("SELECT * FROM accounts")}
    people = {p["id"]: (p["realm"], p["remote_id"]) for p in db.execute("SELECT * FROM profiles")}
    found = []
    for row in db.execute("SELECT * FROM posts"):
        post = dict(row)
        post["account"] = mine.get(people[post["author_id"]])
        if (
            post["account"] and post["parent_ref"] is None and post["deleted_at"] is None
            and post["kind"] == "post" and since <= post["created_at"] < until
        ):  # fmt: skip
            found.append(post)
    return sorted(found, key=lambda p: (p["created_at"], p["id"]))


_cache: dict[int, tuple[Any, Any]] = {}


def aimed(db: Any, post: dict[str, Any], within: int = 1 << 50) -> list[dict[str, Any]]:
    """What was directed at a post within a time, by plain comparison with every interaction."""
    if id(db) not in _cache or _cache[id(db)][0] is not db:
        _cache.clear()
        said = {p["id"]: dict(p) for p in db.execute("SELECT * FROM posts")}
        _cache[id(db)] = (db, (said, [dict(i) for i in db.execute("SELECT * FROM interactions")]))
    said, every = _cache[id(db)][1]
    found = []
    for one in every:
        to = one["target_ref"]
        if to is None and one["post_id"] in said:
            to = said[one["post_id"]]["parent_ref"]
        if (
            one["account_id"] == post["account"] and one["kind"] in AIMED
            and to == post["remote_id"] and one["created_at"] - post["created_at"] < within
        ):  # fmt: skip
            found.append({**one, "said": said.get(one["post_id"])})
    return found


def written(db: Any, post: dict[str, Any]) -> dict[str, Any] | None:
    """The draft that a post was, by plain comparison."""
    for row in db.execute("SELECT * FROM outbox WHERE state = 'sent' AND kind = 'publish'"):
        if (row["account_id"], row["remote_id"]) == (post["account"], post["remote_id"]):
            found = dict(
                db.execute("SELECT * FROM drafts WHERE id = ?", (row["draft_id"],)).fetchone()
            )
            return {
                **found,
                "brief": json.loads(found["brief"]),
                "media": json.loads(found["media"]),
            }
    return None
