"""Who somebody is to us: their profile, and what they wrote that we keep."""

from __future__ import annotations

from dataclasses import dataclass

from cmapp.store import sqlite


@dataclass(frozen=True, slots=True)
class Person:
    """A profile with what is stored of it. Times are UTC ms; `followers` None is unknown.

    `posts` is how many of their posts are kept here, `first_at` when the oldest was written,
    `recent` the newest of them (id, written at, text).
    """

    id: int
    handle: str
    name: str
    bio: str | None
    url: str | None
    followers: int | None
    posts: int
    first_at: int | None
    recent: tuple[tuple[int, int, str], ...]


def by_id(db: sqlite.Connection, profile_id: int, *, recent: int = 4) -> Person | None:
    """Return one person."""
    found = db.execute(
        "SELECT id, handle, name, bio, url, followers FROM profiles WHERE id = ?", (profile_id,)
    ).fetchone()
    if found is None:
        return None
    # counted in the index alone: some people have written ten thousand posts
    count = db.execute(
        """SELECT n.posts, p.created_at FROM
             (SELECT count(*) AS posts, min(id) AS oldest FROM
               (SELECT id FROM posts WHERE author_id = ? ORDER BY id LIMIT 10000)) n
           LEFT JOIN posts p ON p.id = n.oldest""",
        (profile_id,),
    ).fetchone()
    newest = db.execute(
        "SELECT id, created_at, text FROM posts WHERE author_id = ? AND deleted_at IS NULL"
        " ORDER BY id DESC LIMIT ?",
        (profile_id, recent),
    ).fetchall()
    return Person(
        **dict(found),
        posts=count[0],
        first_at=count[1],
        recent=tuple((r[0], r[1], r[2]) for r in newest),
    )
