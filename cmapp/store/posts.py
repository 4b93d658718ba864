"""Posts and the people who wrote them: kept up to date page by page, and read as threads.

An upsert that brings nothing new touches nothing, so no pane blinks.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cmapp.domain.people import links_in
from cmapp.domain.records import Post, Profile
from cmapp.store import ids, sqlite, words
from cmapp.store.database import Tx


@dataclass(frozen=True, slots=True)
class PostRow:
    """A stored post with its author, as screens and checks want it.

    `mine` tells whether one of our connected accounts wrote it.
    """

    id: int
    realm: str
    remote_id: str
    kind: str
    author_id: int
    author_remote: str
    author_handle: str
    author_name: str
    author_avatar: str | None
    parent_ref: str | None
    root_ref: str | None
    text: str
    spans: list[dict[str, Any]]
    visibility: str
    url: str | None
    created_at: int
    edited_at: int | None
    deleted_at: int | None
    counts: dict[str, int | None]
    media: list[dict[str, Any]]
    facts: dict[str, Any]
    mine: bool


COLUMNS = """p.id, p.realm, p.remote_id, p.kind, p.author_id, a.remote_id AS author_remote,
  a.handle AS author_handle, a.name AS author_name, a.avatar AS author_avatar,
  p.parent_ref, p.root_ref, p.text, p.spans, p.visibility, p.url, p.created_at, p.edited_at,
  p.deleted_at, p.counts, p.media, p.facts,
  EXISTS (SELECT 1 FROM accounts m WHERE m.realm = p.realm AND m.remote_id = a.remote_id
          AND m.state <> 'removed') AS mine"""
FROM = "FROM posts p JOIN profiles a ON a.id = p.author_id"


def row(found: sqlite.Row) -> PostRow:
    """Return a row of `COLUMNS` as a PostRow."""
    values = dict(found)
    for name in ("spans", "counts", "media", "facts"):
        values[name] = json.loads(values[name])
    values["mine"] = bool(values["mine"])
    return PostRow(**values)


def by_id(db: sqlite.Connection, post_id: int) -> PostRow | None:
    """Return one post."""
    found = db.execute(f"SELECT {COLUMNS} {FROM} WHERE p.id = ?", (post_id,)).fetchone()
    return row(found) if found else None


def by_remote(db: sqlite.Connection, realm: str, remote_id: str) -> PostRow | None:
    """Return one post by the platform's own id."""
    found = db.execute(
        f"SELECT {COLUMNS} {FROM} WHERE p.realm = ? AND p.remote_id = ?",
        (realm, remote_id),
    ).fetchone()
    return row(found) if found else None


def thread(db: sqlite.Connection, post_id: int, *, most: int = 1000) -> list[PostRow]:
    """Return every stored post of the thread that `post_id` belongs to, oldest first."""
    found = db.execute(
        f"""
        WITH RECURSIVE
        up (id, realm, parent_ref, n) AS (
          SELECT id, realm, parent_ref, 0 FROM posts WHERE id = ?
          UNION ALL
          SELECT p.id, p.realm, p.parent_ref, up.n + 1 FROM up
          JOIN posts p ON p.realm = up.realm AND p.remote_id = up.parent_ref WHERE up.n < 200),
        top (id) AS (SELECT id FROM up ORDER BY n DESC LIMIT 1),
        down (id, realm, remote_id) AS (
          SELECT p.id, p.realm, p.remote_id FROM posts p JOIN top USING (id)
          UNION
          SELECT p.id, p.realm, p.remote_id FROM down
          JOIN posts p ON p.realm = down.realm AND p.parent_ref = down.remote_id
          LIMIT ?)
        SELECT {COLUMNS} FROM down d JOIN posts p ON p.id = d.id
        JOIN profiles a ON a.id = p.author_id ORDER BY p.created_at, p.id""",
        (post_id, most),
    ).fetchall()
    return [row(r) for r in found]


def may_reply(db: sqlite.Connection, account_id: str, post_id: int) -> dict[str, Any]:
    """Return what is known of answering: `can_reply`, `no_reply_why`, `reply_until` (or None)."""
    found = db.execute(
        "SELECT can_reply, no_reply_why, reply_until FROM post_states"
        " WHERE account_id = ? AND post_id = ?",
        (account_id, post_id),
    ).fetchone()
    if found is None:
        return {"can_reply": None, "no_reply_why": None, "reply_until": None}
    return {**dict(found), "can_reply": None if found[0] is None else bool(found[0])}


def replies_known(db: sqlite.Connection, realm: str, remote_id: str) -> int:
    """Return how many direct answers to a post are stored."""
    found = db.execute(
        "SELECT count(*) FROM posts WHERE realm = ? AND parent_ref = ?",
        (realm, remote_id),
    ).fetchone()
    return int(found[0])


def keep_profiles(tx: Tx, realm: str, profiles: Iterable[Profile], *, now: int) -> dict[str, int]:
    """Store profiles and return remote id → our id."""
    wanted = {p.remote_id: p for p in profiles}
    if not wanted:
        return {}
    before = {
        r["remote_id"]: r
        for r in tx.db.execute(
            "SELECT id, remote_id, handle, name FROM profiles WHERE realm = ?"
            " AND remote_id IN (SELECT value FROM json_each(?))",
            (realm, json.dumps(list(wanted))),
        )
    }
    tx.db.executemany(
        """INSERT INTO profiles (realm, remote_id, handle, name, bio, avatar, url, followers,
             seen_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (realm, remote_id) DO UPDATE SET handle = excluded.handle,
             name = excluded.name, bio = coalesce(excluded.bio, bio),
             avatar = coalesce(excluded.avatar, avatar), url = coalesce(excluded.url, url),
             followers = coalesce(excluded.followers, followers), seen_at = excluded.seen_at
           WHERE handle <> excluded.handle OR name <> excluded.name
             OR coalesce(excluded.avatar, avatar) IS NOT avatar
             OR coalesce(excluded.followers, followers) IS NOT followers
             OR coalesce(excluded.bio, bio) IS NOT bio""",
        [
            (
                realm,
                p.remote_id,
                p.handle,
                p.name,
                p.bio,
                p.avatar,
                p.url,
                p.followers,
                now,
            )
            for p in wanted.values()
        ],
    )
    made = {key: int(old["id"]) for key, old in before.items()}
    made |= known(tx.db, "profiles", realm, wanted.keys() - made.keys())
    renamed = [
        (made[p.remote_id], f"{p.name} {p.handle}", before.get(p.remote_id))
        for p in wanted.values()
        if (old := before.get(p.remote_id)) is None
        or (old["name"], old["handle"]) != (p.name, p.handle)
    ]
    if renamed:
        forget = [(n, f"{old['name']} {old['handle']}") for n, _, old in renamed if old is not None]
        words.remove(tx.db, forget, "people_words")
        words.add(tx.db, ((n, new) for n, new, _ in renamed), "people_words")
    pointing = [
        (made[p.remote_id], link) for p in wanted.values() if p.bio for link in links_in(p.bio)
    ]
    if pointing:  # whose bio points to whom, to tell one person's profiles (CP-07)
        tx.db.executemany(
            "INSERT INTO profile_links VALUES (?, ?) ON CONFLICT DO NOTHING", pointing
        )
    return made


def known(
    db: sqlite.Connection, table: str, realm: str, remote_ids: Iterable[str]
) -> dict[str, int]:
    """Return our ids of those that are stored; `table` is `posts` or `profiles`."""
    found = db.execute(
        f"SELECT remote_id, id FROM {table} WHERE realm = ?"
        " AND remote_id IN (SELECT value FROM json_each(?))",
        (realm, json.dumps(list(remote_ids))),
    )
    return {r[0]: r[1] for r in found}


@dataclass(frozen=True, slots=True)
class Kept:
    """What storing a page of posts did. `ids`: remote id → our id; the others are our ids."""

    ids: Mapping[str, int]
    new: frozenset[int]
    changed: frozenset[int]


def keep(tx: Tx, account_id: str, realm: str, posts: Sequence[Post], *, now: int) -> Kept:
    """Store posts with their authors, their words, and what this account may do with them."""
    wanted = {p.remote_id: p for p in posts}
    if not wanted:
        return Kept({}, frozenset(), frozenset())
    db = tx.db
    authors = keep_profiles(tx, realm, (p.author for p in wanted.values()), now=now)
    known = {
        r["remote_id"]: r
        for r in db.execute(
            "SELECT id, remote_id, text, spans, edited_at, deleted_at, counts, media, facts,"
            " visibility, parent_ref, root_ref, url FROM posts WHERE realm = ?"
            " AND remote_id IN (SELECT value FROM json_each(?))",
            (realm, json.dumps(list(wanted))),
        )
    }
    new = [p for key, p in wanted.items() if key not in known]
    made = _insert(db, realm, new, authors, now)
    changed = {
        known[key]["id"]
        for key, post in wanted.items()
        if key in known and _update(db, known[key], post)
    }
    found = {**{key: r["id"] for key, r in known.items()}, **made}
    _keep_states(db, account_id, [(found[p.remote_id], p) for p in wanted.values()])
    if made or changed:
        tx.touch("posts", account_id)
    return Kept(found, frozenset(made.values()), frozenset(changed))


def _insert(
    db: sqlite.Connection,
    realm: str,
    posts: Sequence[Post],
    authors: Mapping[str, int],
    now: int,
) -> dict[str, int]:
    if not posts:
        return {}
    when = {p.remote_id: ids.sane(p.created_at, now=now) for p in posts}
    made = ids.free(db, "posts", {key: ids.remote(at, realm, key) for key, at in when.items()})
    db.executemany(
        """INSERT INTO posts (id, realm, remote_id, kind, author_id, parent_ref, root_ref, text,
             spans, lang, visibility, uri, url, created_at, edited_at, counts, media, facts)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        [
            (
                made[p.remote_id], realm, p.remote_id, p.kind, authors[p.author.remote_id],
                p.parent, p.root, p.text, _spans(p), p.lang, p.visibility, p.uri, p.url,
                when[p.remote_id], p.edited_at, _json(p.counts), _media(p), _json(p.facts),
            )
            for p in posts
        ],
    )  # fmt: skip
    words.add(db, ((made[p.remote_id], p.text) for p in posts))
    return made


def _update(db: sqlite.Connection, old: sqlite.Row, post: Post) -> bool:
    """Bring one stored post up to date; tell whether anything was different."""
    counts, facts = json.loads(old["counts"]), json.loads(old["facts"])
    if facts.pop("emptied", None) is not None:  # it is shown there, so its words are back
        db.execute("DELETE FROM masked WHERE post_id = ?", (old["id"],))
    fresh = {
        "text": post.text,
        "spans": _spans(post),
        "edited_at": post.edited_at,
        "deleted_at": None,  # the platform shows it: whatever we thought, it is there
        "counts": _json({**counts, **{k: v for k, v in post.counts.items() if v is not None}}),
        "media": _media(post),
        "facts": _json({**facts, **post.facts}),
        "visibility": post.visibility,
        "parent_ref": post.parent or old["parent_ref"],
        "root_ref": post.root or old["root_ref"],
        "url": post.url or old["url"],
    }
    different = {name: value for name, value in fresh.items() if old[name] != value}
    if not different:
        return False
    gone = old["deleted_at"] is not None
    if "text" in different or gone:
        if not gone:
            words.remove(db, [(old["id"], old["text"])])
        words.add(db, [(old["id"], post.text)])
    changes = ", ".join(f"{name} = ?" for name in different)
    db.execute(f"UPDATE posts SET {changes} WHERE id = ?", (*different.values(), old["id"]))
    return True


def _keep_states(db: sqlite.Connection, account_id: str, posts: Sequence[tuple[int, Post]]) -> None:
    db.executemany(
        """INSERT INTO post_states (account_id, post_id, can_reply, no_reply_why, reply_until)
           VALUES (?, ?, ?, ?, ?)
           ON CONFLICT (account_id, post_id) DO UPDATE SET can_reply = excluded.can_reply,
             no_reply_why = excluded.no_reply_why, reply_until = excluded.reply_until
           WHERE can_reply IS NOT excluded.can_reply
             OR reply_until IS NOT excluded.reply_until""",
        [
            (account_id, number, p.can_reply, p.no_reply_why, p.reply_until)
            for number, p in posts
            if p.can_reply is not None or p.reply_until is not None
        ],
    )
    # a window that is told of late still comes before our own target (N4)
    db.executemany(
        """UPDATE interactions SET due_at = ? WHERE post_id = ? AND account_id = ?
             AND kind NOT IN ('reaction', 'repost') AND +state IN ('open', 'waiting')
             AND due_at > ?""",
        [
            (p.reply_until, number, account_id, p.reply_until)
            for number, p in posts
            if p.reply_until is not None
        ],
    )


def mark_gone(tx: Tx, realm: str, remote_id: str, *, now: int) -> bool:
    """Note that the platform no longer has a post; its words leave the index."""
    found = tx.db.execute(
        "SELECT id, text FROM posts WHERE realm = ? AND remote_id = ? AND deleted_at IS NULL",
        (realm, remote_id),
    ).fetchone()
    if found is None:
        return False
    tx.db.execute("UPDATE posts SET deleted_at = ? WHERE id = ?", (now, found["id"]))
    tx.db.execute("DELETE FROM masked WHERE post_id = ?", (found["id"],))
    words.remove(tx.db, [(found["id"], found["text"])])
    tx.touch("posts")
    return True


_sorted = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode
_encode = json.JSONEncoder(ensure_ascii=False).encode


def _json(value: Mapping[str, Any]) -> str:
    return _sorted(dict(value)) if value else "{}"


def _spans(post: Post) -> str:
    return _encode([dataclasses.asdict(s) for s in post.spans]) if post.spans else "[]"


def _media(post: Post) -> str:
    return _encode([dataclasses.asdict(m) for m in post.media]) if post.media else "[]"


def newest_of(
    db: sqlite.Connection, realm: str, author_remote: str, *, limit: int
) -> list[PostRow]:
    """Return the newest posts of one author that are not known to be deleted."""
    found = db.execute(
        f"""SELECT {COLUMNS} {FROM} WHERE p.author_id =
              (SELECT id FROM profiles WHERE realm = ? AND remote_id = ?)
            AND p.deleted_at IS NULL ORDER BY p.id DESC LIMIT ?""",
        (realm, author_remote, limit),
    ).fetchall()
    return [row(r) for r in found]
