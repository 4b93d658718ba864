"""Interactions: what people said and did towards us, and what became of it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cmapp.store import ids, lanes, sqlite
from cmapp.store.database import Tx
from cmapp.system.later import later

if TYPE_CHECKING:
    from cmapp.domain import records
    from cmapp.domain.records import Interaction
    from cmapp.store import posts, waking
else:  # needed to keep what comes in, not to show it
    records = later("cmapp.domain.records")
    posts, waking = later("cmapp.store.posts"), later("cmapp.store.waking")

STATES = ("open", "waiting", "done", "muted")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What we make of an interaction when it comes in.

    `due_at` (UTC ms) is when the answer is due: our own target, or the platform's reply window
    where that closes earlier. `signals` says why (`question`, `complaint`, `thanks` …). `state`
    is `muted` where its thread or person is.
    """

    needs_reply: bool
    due_at: int
    lane: int = lanes.NORMAL
    signals: tuple[str, ...] = ()
    state: str = "open"


Judge = Callable[["Interaction", int], Judgement]
"""(interaction, our id of its actor) → judgement; `services/judging.py` makes one."""
TWO_HOURS = 7_200_000


def by_kind(one: Interaction, _actor: int) -> Judgement:
    """Judge by the kind alone: what speaks to us waits two hours (for tests and tools)."""
    return Judgement(one.kind in records.NEEDS_REPLY, one.created_at + TWO_HOURS)


@dataclass(frozen=True, slots=True)
class Item:
    """One row of the inbox: who, where, what, since when. Times are UTC ms.

    `text` is what they said; `parent_text` what they answered. `post_id` and `text` are None
    for a deed without words (a follow). `pending` is the state of our reply in the outbox, if
    there is one that is not settled. `emptied`: why there are no words any more (`age`, `deleted`,
    `unverified`). `can_reply` is None where the platform does not say.
    `wake_at`: until when it is snoozed; `woke`: why it is open again (`time`, `answer`).
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
    due_at: int
    lane: int
    priority: int
    wake_at: int | None
    woke: str | None
    assignee: str
    signals: tuple[str, ...]
    labels: tuple[str, ...]
    vip: bool
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
    emptied: str | None = None


SELECT = """
  SELECT i.id, i.account_id, c.platform, c.handle AS account_handle, c.name AS account_name,
    i.kind, i.state, i.needs_reply, i.created_at, i.due_at, i.lane, i.priority, i.wake_at,
    i.woke, i.assignee, i.signals, i.done_at, i.actor_id,
    (SELECT json_group_array(l.label) FROM item_labels l WHERE l.item_id = i.id) AS labels,
    EXISTS (SELECT 1 FROM contacts k LEFT JOIN contacts m ON m.person = k.person
            WHERE k.id = a.contact_id AND (k.vip OR m.vip)) AS vip,
    a.handle, a.name, a.avatar, i.post_id, p.text, p.url, p.visibility, p.deleted_at,
    p.edited_at, p.media, i.target_ref,
    (SELECT t.text FROM posts t WHERE t.realm = c.realm
       AND t.remote_id = coalesce(p.parent_ref, i.target_ref)) AS parent_text,
    (SELECT o.state FROM outbox o WHERE o.item_id = i.id
       AND o.state IN ('ready', 'sending', 'uncertain', 'review') ORDER BY o.id DESC LIMIT 1)
      AS pending,
    s.can_reply, s.reply_until, p.facts ->> '$.emptied' AS emptied
  FROM interactions i
  JOIN accounts c ON c.id = i.account_id
  JOIN profiles a ON a.id = i.actor_id
  LEFT JOIN posts p ON p.id = i.post_id
  LEFT JOIN post_states s ON s.account_id = i.account_id AND s.post_id = i.post_id"""
"""What `item_of` reads a row of; conditions go behind it, on `i`."""


def item_of(found: sqlite.Row) -> Item:
    """Return a row of `SELECT` as an Item."""
    values = dict(found)
    for name in ("needs_reply", "vip"):
        values[name] = bool(values[name])
    for name in ("signals", "labels"):
        values[name] = tuple(json.loads(values[name]))
    if values["can_reply"] is not None:
        values["can_reply"] = bool(values["can_reply"])
    return Item(**values)


def by_ids(db: sqlite.Connection, item_ids: Iterable[int]) -> dict[int, Item]:
    """Return those interactions that are there, by their ids."""
    found = db.execute(
        f"{SELECT} WHERE i.id IN (SELECT value FROM json_each(?))", (json.dumps(list(item_ids)),)
    )
    return {r["id"]: item_of(r) for r in found}


def by_id(db: sqlite.Connection, item_id: int) -> Item | None:
    """Return one interaction."""
    found = db.execute(f"{SELECT} WHERE i.id = ?", (item_id,)).fetchone()
    return item_of(found) if found else None


def of_post(db: sqlite.Connection, post_id: int, account_id: str | None = None) -> Item | None:
    """Return the interaction that consists of this post (for that account, if one is named)."""
    found = db.execute(
        f"{SELECT} WHERE i.post_id = ? AND (? IS NULL OR i.account_id = ?)"
        " AND i.kind NOT IN ('reaction', 'repost') ORDER BY i.id LIMIT 1",
        (post_id, account_id, account_id),
    ).fetchone()
    return item_of(found) if found else None


def in_states(db: sqlite.Connection, items: Iterable[int], states: Iterable[str]) -> list[int]:
    """Return those of the items that are in one of `states`."""
    found = db.execute(
        "SELECT id FROM interactions WHERE id IN (SELECT value FROM json_each(?))"
        " AND +state IN (SELECT value FROM json_each(?))",
        (json.dumps(list(items)), json.dumps(list(states))),
    )
    return [int(r[0]) for r in found]


def keep(
    tx: Tx,
    account_id: str,
    realm: str,
    found: Sequence[Interaction],
    *,
    now: int,
    post_ids: Mapping[str, int],
    judge: Judge = by_kind,
) -> set[int]:
    """Store interactions; returns the ids of those that are new. Their posts are stored already.

    A message that was first told as a mention becomes a message; an interaction that one of
    ours has answered already is born done.
    """
    if not found:
        return set()
    db = tx.db
    # whoever wrote the post of an interaction came into the store with it
    others = (i.actor for i in found if i.post is None or i.post.author != i.actor)
    posts.keep_profiles(tx, realm, others, now=now)
    actors = posts.known(db, "profiles", realm, {i.actor.remote_id for i in found})
    # two that claim one post: it came with the author that the first names
    unknown = [i.actor for i in found if i.actor.remote_id not in actors]
    actors |= posts.keep_profiles(tx, realm, unknown, now=now)
    told: dict[str, Interaction] = {}
    again: list[Interaction] = []
    for one in found:
        if told.setdefault(one.remote_key, one) is not one:
            again.append(one)
    about = posts.known(
        db, "posts", realm, {i.target for i in told.values() if i.post is None and i.target}
    )

    def post_id(one: Interaction) -> int | None:
        if one.post is not None:
            return post_ids.get(one.post.remote_id)
        return about.get(one.target) if one.target else None

    stored = {
        r["remote_key"]: r
        for r in db.execute(
            "SELECT id, remote_key, kind, post_id FROM interactions WHERE account_id = ?"
            " AND remote_key IN (SELECT value FROM json_each(?))",
            (account_id, json.dumps(list(told))),
        )
    }
    for key, old in stored.items():
        _improve(tx, account_id, old, told[key], post_id(told[key]))
    new = [one for key, one in told.items() if key not in stored]
    answered = _answered_at(db, realm, [i for i in new if i.kind in records.NEEDS_REPLY])
    when = {i.remote_key: ids.sane(i.created_at, now=now) for i in new}
    made = ids.free(
        db,
        "interactions",
        {key: ids.remote(at, f"{account_id}:{realm}", key) for key, at in when.items()},
    )
    rows = []
    for one in new:
        at = answered.get(one.post.remote_id) if one.post else None
        view = judge(one, actors[one.actor.remote_id])
        rows.append(
            (
                made[one.remote_key], account_id, one.remote_key, str(one.kind),
                actors[one.actor.remote_id], post_id(one), one.target, when[one.remote_key], now,
                "done" if at else view.state, int(view.needs_reply), at, at,
                view.due_at, view.lane, json.dumps(view.signals),
            )
        )  # fmt: skip
    db.executemany(
        """INSERT INTO interactions (id, account_id, remote_key, kind, actor_id, post_id,
             target_ref, created_at, seen_at, state, needs_reply, done_at, first_reply_at,
             due_at, lane, signals)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        rows,
    )
    if new:
        tx.touch("inbox", account_id)
        _wake(tx, account_id, new, made, actors, post_ids, now)
    keep(tx, account_id, realm, again, now=now, post_ids=post_ids, judge=judge)
    return set(made.values())


def _wake(
    tx: Tx,
    account_id: str,
    new: Sequence[Interaction],
    made: Mapping[str, int],
    actors: Mapping[str, int],
    post_ids: Mapping[str, int],
    now: int,
) -> None:
    """Wake what waits for those who wrote just now."""
    news = [
        waking.News(
            made[one.remote_key],
            actors[one.actor.remote_id],
            post_ids[one.post.remote_id],
            str(one.kind),
            one.post.text,
            one.created_at,
        )
        for one in new
        if one.post is not None and one.kind in waking.SPEAKING and one.post.remote_id in post_ids
    ]
    if news:
        waking.by_answers(tx, account_id, news, now=now)


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


def _answered_at(db: sqlite.Connection, realm: str, found: Sequence[Interaction]) -> dict[str, int]:
    """Return when one of ours first answered, by the remote id of the post that was answered."""
    rows = db.execute(
        """SELECT p.parent_ref, min(p.created_at) FROM posts p
           CROSS JOIN profiles a ON a.id = p.author_id
           CROSS JOIN accounts m ON m.realm = p.realm AND m.remote_id = a.remote_id
           WHERE p.realm = ? AND p.parent_ref IN (SELECT value FROM json_each(?))
             AND p.deleted_at IS NULL AND m.state <> 'removed'
           GROUP BY p.parent_ref""",
        (realm, json.dumps([i.post.remote_id for i in found if i.post])),
    )
    return {r[0]: int(r[1]) for r in rows}


def close_answered(tx: Tx, realm: str, new_posts: Iterable[int], *, now: int) -> None:
    """Close what one of ours has answered, here or elsewhere, with one of these new posts.

    What is snoozed is closed, too: it would wake as if nobody had answered.
    """
    # CROSS JOIN and (+): from the few new posts outwards, whatever a planner without
    # statistics thinks
    found = tx.db.execute(
        """SELECT i.id, i.account_id, min(p.created_at) AS answered_at
           FROM json_each(?) n CROSS JOIN posts p ON p.id = n.value
           CROSS JOIN profiles a ON a.id = p.author_id
           CROSS JOIN accounts m ON m.realm = p.realm AND m.remote_id = a.remote_id
             AND m.state <> 'removed'
           CROSS JOIN posts q ON q.realm = p.realm AND q.remote_id = p.parent_ref
           CROSS JOIN interactions i ON i.post_id = q.id
           WHERE (+i.state = 'open' AND +i.needs_reply = 1)
             OR (+i.state = 'waiting' AND i.wake_at IS NOT NULL) GROUP BY i.id""",
        (json.dumps(list(new_posts)),),
    ).fetchall()
    for item in found:
        tx.db.execute(
            "UPDATE interactions SET state = 'done', done_at = ?, wake_at = NULL,"
            " first_reply_at = coalesce(first_reply_at, ?) WHERE id = ?",
            (now, item["answered_at"], item["id"]),
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
            "UPDATE interactions SET state = ?, wake_at = NULL, woke = NULL,"
            " done_at = CASE WHEN ? = 'done' THEN ? END WHERE id = ?",
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


def threads_not_read(db: sqlite.Connection, account_id: str, *, limit: int) -> list[str]:
    """Return the posts (remote ids) that wait for an answer in threads never read, newest first.

    Looks at the newest 2,000 open interactions.
    """
    found = db.execute(
        """SELECT p.remote_id FROM (
             SELECT id, post_id FROM interactions WHERE account_id = ? AND state = 'open'
               AND needs_reply = 1 ORDER BY id DESC LIMIT 2000) i
           JOIN posts p ON p.id = i.post_id
           WHERE p.deleted_at IS NULL AND NOT EXISTS (SELECT 1 FROM cursors c
             WHERE c.account_id = ? AND c.stream = 'thread' AND c.scope = p.remote_id)
           ORDER BY i.id DESC LIMIT ?""",
        (account_id, account_id, limit),
    )
    return [r[0] for r in found]
