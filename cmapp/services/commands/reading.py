"""Commands that read: sync, inbox, thread, search; and move items between states."""

from __future__ import annotations

from cmapp.domain.errors import Missing, Offline, Rejected
from cmapp.services import compose, syncing
from cmapp.services.desk import Desk
from cmapp.services.shapes import (
    Json,
    iso,
    item_json,
    number,
    text_of,
    undo_by,
)
from cmapp.store import accounts, deeds, inbox, outbox, posts, problems, search, views
from cmapp.store.database import Tx
from cmapp.store.sqlite import Connection


def sync(desk: Desk, account: str | None = None) -> Json:
    """Read what is new; returns {accounts: [{id, new, changed, error}]}. Raises Offline."""
    if desk.network.closed is not None:
        raise Offline("offline", reason=desk.network.closed)
    if desk.store.read(lambda db: problems.switch(db, "flight")):
        raise Offline("flight_mode")
    chosen = [desk.account(account)] if account else desk.accounts()
    done = []
    for one in chosen:
        with desk.lane(one.id):
            done.append(syncing.sync(desk, one, desk.links.to(one)))
    return {
        "accounts": [
            {"id": d.account_id, "new": d.new, "changed": d.changed, "error": d.error} for d in done
        ]
    }


def inbox_list(desk: Desk, state: str = "open", limit: int = 50) -> Json:
    """Return {items: [...]}: what needs a reply first, least time left first (IN-04)."""
    if state not in (*inbox.STATES, "all"):
        raise Rejected("unknown_state", field="state", reason="unknown", value=state)
    which = views.Filter(state=None if state == "all" else state)

    def look(db: Connection) -> Json:
        return {"items": [item_json(i) for i in views.queue(db, which, limit=limit)]}

    return desk.store.read(look)


def inbox_thread(desk: Desk, item: str) -> Json:
    """Return {posts: [{id, author, text, created_at, mine, pending, …}]}, oldest first.

    Replies of ours that are under way stand at the end with the state of their row.
    """

    def look(db: Connection) -> Json:
        there = compose.place(db, number(item))
        thread = posts.thread(db, there.post.id)
        root, _ = compose.root_of(thread, there.post)
        shown: list[Json] = [
            {
                "id": str(p.id),
                "author": {"handle": p.author_handle, "name": p.author_name},
                "text": p.text,
                "created_at": iso(p.created_at),
                "mine": p.mine,
                "pending": None,
                "deleted": p.deleted_at is not None,
                "url": p.url,
            }
            for p in thread
        ]
        by_id = {a.id: a for a in accounts.every(db)}
        for deed in outbox.of_thread(db, f"{there.account.realm}\n{root}"):
            who = by_id.get(deed.account_id, there.account)
            shown.append(
                {
                    "id": str(deed.id),
                    "author": {"handle": who.handle, "name": who.name},
                    "text": text_of(deed),
                    "created_at": iso(deed.made_at),
                    "mine": True,
                    "pending": deed.state,
                    "deleted": False,
                    "url": None,
                }
            )
        return {"posts": shown}

    return desk.store.read(look)


def search_posts(desk: Desk, query: str, limit: int = 50) -> Json:
    """Return {hits: [{id, account, author, text, created_at}], more}, newest first."""
    found = desk.store.read(lambda db: search.find(db, query, limit=limit, now=desk.now()))
    return {
        "hits": [
            {
                "id": str(h.item_id or h.post_id),
                "account": h.account_id,
                "author": {"handle": h.author_handle, "name": h.author_name},
                "text": h.text,
                "created_at": iso(h.created_at),
            }
            for h in found.hits
        ],
        "more": found.more,
    }


def set_state(desk: Desk, item: str, state: str) -> Json:
    """Move an interaction to open, waiting, done or muted; answers with how to undo it."""
    if state not in inbox.STATES:
        raise Rejected("unknown_state", field="state", reason="unknown", value=state)
    item_id = number(item)

    def move(tx: Tx) -> Json:
        if inbox.by_id(tx.db, item_id) is None:
            found = inbox.of_post(tx.db, item_id)
            if found is None:
                raise Missing("unknown_item", id=item)
            target = found.id
        else:
            target = item_id
        old = inbox.set_state(tx, target, state, now=desk.now())
        undo = undo_by("inbox.set_state", item=str(target), state=old)
        deeds.add(
            tx, "inbox.set_state", {"item": str(target), "state": state}, now=desk.now(), undo=undo
        )
        return {"item": {"id": str(target), "state": state}, "undo": undo}

    return desk.store.write(move)
