"""Interactions: what people said and did towards us, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cmapp.domain.records import NEEDS_REPLY, Interaction
from cmapp.store import ids, posts, sqlite
from cmapp.store.database import Tx

STATES = ("open", "waiting", "done", "muted")


@dataclass(frozen=True, slots=True)
class Item:
    """One row of the inbox: who, where, what, since when. Times are UTC ms.

    `text` is what they said; `parent_text` what they answered. `post_id` and `text` are None
    for a deed without words (a follow). `pending` is the state of our reply in the outbox, if
    there is one that is not settled. `can_reply` is None where the platform does not say.
    """

    id: int
    account_id: str
    platform: str
    account_handle: str
    account_name: str
    kind: str
    state: str
    needs_reply: bool
    created_at: int
    done_at: int | None
    actor_id: int
    handle: str
    name: str
    avatar: str | None
    post_id: int | None
    text: str | None
    url: str | None
    visibility: str | None
    deleted_at: int | None
    edited_at: int | None
    media: str | None
    target_ref: str | None
    parent_text: str | None
    pending: str | None
    can_reply: bool | None
    reply_until: int | None


_SELECT = """
  SELECT i.id, i.account_id, c.platform, c.handle AS account_handle, c.name AS account_name,
    i.kind, i.state, i.needs_reply, i.created_at, i.done_at, i.actor_id,
    a.handle, a.name, a.avatar, i.post_id, p.text, p.url, p.visibility, p.deleted_at,
    p.edited_at, p.media, i.target_ref,
    (SELECT t.text FROM posts t WHERE t.realm = c.realm
       AND t.remote_id = coalesce(p.parent_ref, i.target_ref)) AS parent_text,
    (SELECT o.state FROM outbox o WHERE o.item_id = i.id
       AND o.state IN ('ready', 'sending', 'uncertain', 'review') ORDER BY o.id DESC LIMIT 1)
      AS pending,
    s.can_reply, s.reply_until
  FROM interactions i
  JOIN accounts c ON c.id = i.account_id
  JOIN profiles a ON a.id = i.actor_id
  LEFT JOIN posts p ON p.id = i.post_id
  LEFT JOIN post_states s ON s.account_id = i.account_id AND s.post_id = i.post_id"""


def _item(found: sqlite.Row) -> Item:
    values = dict(found)
    values["needs_reply"] = bool(values["needs_reply"])
    if values["can_reply"] is not None:
        values["can_reply"] = bool(values["can_reply"])
    return Item(**values)


@dataclass(frozen=True, slots=True)
class Filter:
    """Which interactions: None means any. `kinds` are values of `Kind`."""

    state: str | None = "open"
    needs_reply: bool | None = None
    kinds: tuple[str, ...] = ()
    account_id: str | None = None

    def where(self) -> tuple[str, list[object]]:
        """Return the SQL condition on `i` and its values."""
        parts: list[str] = []
        values: list[object] = []
        if self.state is not None:
            parts.append("i.state = ?")
            values.append(self.state)
        if self.needs_reply is not None:
            parts.append("i.needs_reply = ?")
            values.append(int(self.needs_reply))
        if self.account_id is not None:
            parts.append("i.account_id = ?")
            values.append(self.account_id)
        if self.kinds:
            parts.append(f"i.kind IN ({', '.join('?' * len(self.kinds))})")
            values.extend(self.kinds)
        return " AND ".join(parts) or "1", values


def page(
    db: sqlite.Connection,
    which: Filter,
    *,
    after: int | None = None,
    oldest_first: bool = False,
    limit: int = 64,
) -> list[Item]:
    """Return up to `limit` rows in id order, those behind the row `after` (an id)."""
    where, values = which.where()
    if after is not None:
        where += f" AND i.id {'>' if oldest_first else '<'} ?"
        values.append(after)
    order = "ASC" if oldest_first else "DESC"
    found = db.execute(
        f"{_SELECT} WHERE {where} ORDER BY i.id {order} LIMIT ?", (*values, limit)
    ).fetchall()
    return [_item(r) for r in found]


def fences(
    db: sqlite.Connection, which: Filter, *, every: int = 64, oldest_first: bool = False
) -> tuple[int, list[int]]:
    """Return how many rows there are and the id of each `every`-th, to page without OFFSET."""
    where, values = which.where()
    order = "ASC" if oldest_first else "DESC"
    found = db.execute(
        f"SELECT i.id FROM interactions i WHERE {where} ORDER BY i.id {order}", values
    )
    marks: list[int] = []
    count = 0
    while block := found.fetchmany(every):
        marks.append(block[0][0])
        count += len(block)
    return count, marks


def count(db: sqlite.Connection, which: Filter) -> int:
    """Return how many interactions there are."""
    where, values = which.where()
    found = db.execute(f"SELECT count(*) FROM interactions i WHERE {where}", values).fetchone()
    return int(found[0])


def seen_since(db: sqlite.Connection, when: int) -> dict[str, int]:
    """Return how many interactions each account has that came in since `when` (UTC ms)."""
    found = db.execute(
        "SELECT account_id, count(*) FROM interactions WHERE id >= ? AND seen_at >= ?"
        " GROUP BY account_id",
        # what a platform tells late is older than its arrival, but hardly by a month
        (ids.at(when - 30 * 86_400_000), when),
    )
    return {r[0]: r[1] for r in found}


def overdue(db: sqlite.Connection, *, before: int) -> int:
    """Return how many open interactions that need a reply are older than `before` (UTC ms)."""
    found = db.execute(
        "SELECT count(*) FROM interactions WHERE state = 'open' AND needs_reply = 1 AND id < ?",
        (ids.at(before),),
    ).fetchone()
    return int(found[0])


def queue(
    db: sqlite.Connection, which: Filter, *, limit: int, after: int | None = None
) -> list[Item]:
    """Return what needs a reply, least time left first; then the rest, newest first (IN-04)."""
    first = Filter(which.state, True, which.kinds, which.account_id)
    rest = Filter(which.state, False, which.kinds, which.account_id)
    found = page(db, first, oldest_first=True, limit=limit)
    if len(found) < limit:
        found += page(db, rest, limit=limit - len(found))
    return found


def by_id(db: sqlite.Connection, item_id: int) -> Item | None:
    """Return one interaction."""
    found = db.execute(f"{_SELECT} WHERE i.id = ?", (item_id,)).fetchone()
    return _item(found) if found else None


def of_post(db: sqlite.Connection, post_id: int, account_id: str | None = None) -> Item | None:
    """Return the interaction that consists of this post (for that account, if one is named)."""
    found = db.execute(
        f"{_SELECT} WHERE i.post_id = ? AND (? IS NULL OR i.account_id = ?)"
        " AND i.kind NOT IN ('reaction', 'repost') ORDER BY i.id LIMIT 1",
        (post_id, account_id, account_id),
    ).fetchone()
    return _item(found) if found else None


def keep(
    tx: Tx,
    account_id: str,
    realm: str,
    found: Sequence[Interaction],
    *,
    now: int,
    post_ids: Mapping[str, int],
) -> set[int]:
    """Store interactions; returns the ids of those that are new. Their posts are stored already.

    A message that was first told as a mention becomes a message; an interaction that one of
    ours has answered already is born done.
    """
    if not found:
        return set()
    db = tx.db
    actors = posts.keep_profiles(tx, realm, (i.actor for i in found), now=now)
    new: set[int] = set()
    for one in found:
        post_id = post_ids.get(one.post.remote_id) if one.post else None
        if post_id is None and one.post is None and one.target:
            row = db.execute(
                "SELECT id FROM posts WHERE realm = ? AND remote_id = ?",
                (realm, one.target),
            ).fetchone()
            post_id = row[0] if row else None
        old = db.execute(
            "SELECT id, kind, post_id FROM interactions WHERE account_id = ? AND remote_key = ?",
            (account_id, one.remote_key),
        ).fetchone()
        if old is not None:
            _improve(tx, account_id, old, one, post_id)
            continue
        needs = one.kind in NEEDS_REPLY
        answered = _answered_at(db, account_id, realm, one) if needs else None
        when = ids.sane(one.created_at, now=now)
        number = ids.remote(when, f"{account_id}:{realm}", one.remote_key)
        while db.execute("SELECT 1 FROM interactions WHERE id = ?", (number,)).fetchone():
            number += 1
        db.execute(
            """INSERT INTO interactions (id, account_id, remote_key, kind, actor_id, post_id,
                 target_ref, created_at, seen_at, state, needs_reply, done_at, first_reply_at)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            (
                number, account_id, one.remote_key, str(one.kind), actors[one.actor.remote_id],
                post_id, one.target, when, now, "done" if answered else "open", int(needs),
                answered, answered,
            ),
        )  # fmt: skip
        new.add(number)
    if new:
        tx.touch("inbox", account_id)
    return new


def _improve(
    tx: Tx, account_id: str, old: sqlite.Row, one: Interaction, post_id: int | None
) -> None:
    """The same deed told again: a message is a message, whichever way it came first."""
    kind = old["kind"]
    if one.kind == "message" or (kind == "mention" and one.kind == "reply"):
        kind = str(one.kind)
    if kind != old["kind"] or (post_id and post_id != old["post_id"]):
        tx.db.execute(
            "UPDATE interactions SET kind = ?, post_id = coalesce(?, post_id) WHERE id = ?",
            (kind, post_id, old["id"]),
        )
        tx.touch("inbox", account_id)


def _answered_at(
    db: sqlite.Connection, account_id: str, realm: str, one: Interaction
) -> int | None:
    if one.post is None:
        return None
    found = db.execute(
        """SELECT min(p.created_at) FROM posts p JOIN profiles a ON a.id = p.author_id
           JOIN accounts m ON m.realm = p.realm AND m.remote_id = a.remote_id
           WHERE p.realm = ? AND p.parent_ref = ? AND p.deleted_at IS NULL
             AND m.state <> 'removed'""",
        (realm, one.post.remote_id),
    ).fetchone()
    return int(found[0]) if found and found[0] is not None else None


def close_answered(tx: Tx, realm: str, new_posts: Iterable[int], *, now: int) -> None:
    """Close what one of ours has answered, here or elsewhere, with one of these new posts."""
    for post_id in new_posts:
        found = tx.db.execute(
            """SELECT i.id, i.account_id, p.created_at FROM posts p
               JOIN profiles a ON a.id = p.author_id
               JOIN accounts m ON m.realm = p.realm AND m.remote_id = a.remote_id
                 AND m.state <> 'removed'
               JOIN posts q ON q.realm = p.realm AND q.remote_id = p.parent_ref
               JOIN interactions i ON i.post_id = q.id
               WHERE p.id = ? AND i.state = 'open' AND i.needs_reply = 1""",
            (post_id,),
        ).fetchall()
        for item in found:
            tx.db.execute(
                "UPDATE interactions SET state = 'done', done_at = ?,"
                " first_reply_at = coalesce(first_reply_at, ?) WHERE id = ?",
                (now, item["created_at"], item["id"]),
            )
            tx.touch("inbox", item["account_id"])


def set_state(tx: Tx, item_id: int, state: str, *, now: int) -> str | None:
    """Move an interaction to another state; returns the one it had, None if it is not there."""
    old = tx.db.execute(
        "SELECT state, account_id FROM interactions WHERE id = ?", (item_id,)
    ).fetchone()
    if old is None:
        return None
    if old["state"] != state:
        tx.db.execute(
            "UPDATE interactions SET state = ?, done_at = CASE WHEN ? = 'done' THEN ? END"
            " WHERE id = ?",
            (state, state, now, item_id),
        )
        tx.touch("inbox", old["account_id"])
    return str(old["state"])


def replied(tx: Tx, item_id: int, *, at: int) -> None:
    """Our reply is out: the interaction is done, and when it was first answered is kept."""
    set_state(tx, item_id, "done", now=at)
    tx.db.execute(
        "UPDATE interactions SET first_reply_at = coalesce(first_reply_at, ?) WHERE id = ?",
        (at, item_id),
    )


def closing(db: sqlite.Connection, *, after: int, before: int) -> list[dict[str, object]]:
    """Return the open interactions whose reply window closes in that span (UTC ms): N4.

    {id, name, until}, the first to close first.
    """
    found = db.execute(
        """SELECT i.id, a.name, a.handle, s.reply_until FROM interactions i
           JOIN post_states s ON s.account_id = i.account_id AND s.post_id = i.post_id
           JOIN profiles a ON a.id = i.actor_id
           WHERE i.state = 'open' AND i.needs_reply = 1 AND s.reply_until BETWEEN ? AND ?
           ORDER BY s.reply_until""",
        (after, before),
    )
    return [
        {"id": str(r["id"]), "name": r["name"] or r["handle"], "until": r["reply_until"]}
        for r in found
    ]
