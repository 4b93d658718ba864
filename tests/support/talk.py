"""A profile's file in which people talk: posts, answers and moods that a test puts in by name.

talk = Talk(path)
first = talk.says("us", at=talk.day(3))
talk.says("ana", to=first, at=talk.day(4), mood="praise")
"""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from cmapp.domain.records import Interaction, Kind, Post, Profile
from cmapp.store import inbox, posts
from cmapp.store.database import Store, Tx

DAY = 86_400_000
REALM, ACCOUNT, US = "demo:here", "acc1", "us"
BEGIN = round(datetime(2026, 6, 1, tzinfo=UTC).timestamp() * 1000)
NOW = round(datetime(2026, 11, 15, 12, tzinfo=UTC).timestamp() * 1000)


class Talk:
    """The file at `path`, open; `us` is our account. Days count from 2026-06-01 (UTC)."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.store = Store.open(path)
        self.people: dict[str, Profile] = {}
        self.n = 0

        def account(tx: Tx) -> None:
            tx.db.execute(
                "INSERT INTO accounts (id, platform, realm, remote_id, server, handle, added_at)"
                " VALUES (?, 'demo', ?, ?, '', ?, 0)",
                (ACCOUNT, REALM, US, US),
            )
            tx.db.execute("INSERT INTO watched VALUES (?, 'inbox', ?, ?)", (ACCOUNT, BEGIN, NOW))

        self.store.write(account)

    def close(self) -> None:
        self.store.close()

    def day(self, n: float) -> int:
        return BEGIN + round(n * DAY)

    def person(self, name: str, followers: int | None = None) -> Profile:
        if name not in self.people:
            self.people[name] = Profile(name, name, name.title(), followers=followers)
        return self.people[name]

    def says(
        self, who: str, *, to: str | None = None, at: int | None = None, mood: str | None = None
    ) -> str:
        """Store a post (an answer to `to`); with a mood it is said to us. Returns its remote id."""
        self.n += 1
        post = Post(f"p{self.n}", self.person(who), "words", at or self.day(self.n / 100),
                    parent=to)  # fmt: skip

        def keep(tx: Tx) -> None:
            kept = posts.keep(tx, ACCOUNT, REALM, [post], now=NOW)
            if mood is None:
                return
            item = Interaction(f"post:{post.remote_id}", Kind.MENTION, post.author,
                               post.created_at, post=post)  # fmt: skip
            made = inbox.keep(tx, ACCOUNT, REALM, [item], now=NOW, post_ids=kept.ids)
            signals = json.dumps([mood] if mood else [])
            tx.db.execute("UPDATE interactions SET signals = ? WHERE id = ?", (signals, *made))

        self.store.write(keep)
        return post.remote_id

    def does(self, who: str, kind: Kind, target: str | None = None, *, at: int) -> None:
        """Store a deed towards us."""
        self.n += 1
        one = Interaction(f"k{self.n}", kind, self.person(who), at, target=target)
        self.store.write(lambda tx: inbox.keep(tx, ACCOUNT, REALM, [one], now=NOW, post_ids={}))

    def id(self, who: str) -> int:
        return self.sql("SELECT id FROM profiles WHERE remote_id = ?", who)[0][0]

    def post_id(self, remote: str) -> int:
        return self.sql("SELECT id FROM posts WHERE remote_id = ?", remote)[0][0]

    def sql(self, query: str, *args: Any) -> list[Any]:
        return self.store.read(lambda db: [tuple(r) for r in db.execute(query, args)])
