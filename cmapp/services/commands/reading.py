"""Commands that read: sync, inbox, thread, search; and move items between states."""

from __future__ import annotations

from collections.abc import Sequence

from cmapp.domain.errors import Offline, Rejected
from cmapp.services import compose, selection, syncing
from cmapp.services.desk import Desk
from cmapp.services.shapes import (
    LANES,
    Json,
    iso,
    item_json,
    note_json,
    number,
    text_of,
)
from cmapp.store import accounts, inbox, notes, outbox, posts, problems, search, views
from cmapp.store.sqlite import Connection


def sync(desk: Desk, account: str | None = None) -> Json:
    """Read what is new; returns {accounts: [{id, new, changed, error}]}. Raises Offline."""
    if desk.network.closed is not None:
        raise Offline("offline", reason=desk.network.closed)
    if desk.store.read(lambda db: problems.switch(db, "flight")):
        raise Offline("flight_mode")
    chosen = [desk.account(account)] if account else desk.accounts()
    desk.vault.may_ask()
    done = []
    for one in chosen:
        with desk.lane(one.id):
            done.append(syncing.sync(desk, one, desk.links.to(one)))
    return {
        "accounts": [
            {"id": d.account_id, "new": d.new, "changed": d.changed, "error": d.error} for d in done
        ]
    }


def inbox_list(
    desk: Desk,
    state: str = "open",
    limit: int = 50,
    query: str | None = None,
    account: str | None = None,
    kinds: Sequence[str] = (),
    label: str | None = None,
    unlabelled: bool = False,
    assignee: str | None = None,
    lane: str | None = None,
    vip: bool = False,
    overdue: bool = False,
) -> Json:
    """Return {items: [...]}: what needs a reply first, least time left first (IN-04).

    `state`: one of the states, `snoozed` (the first to wake first) or `all`; `query` is in the
    search language; `assignee` empty: nobody's; `lane`: one of `shapes.LANES`.
    """
    if state not in (*inbox.STATES, "snoozed", "all"):
        raise Rejected("unknown_state", field="state", reason="unknown", value=state)
    if lane is not None and lane not in LANES:
        raise Rejected("unknown_lane", field="lane", reason="unknown", value=lane)
    snoozed = state == "snoozed"

    def look(db: Connection) -> Json:
        found = None
        if query is not None:
            found = search.items(db, query, now=desk.now(), most=selection.MOST)
        which = views.Filter(
            state="waiting" if snoozed else None if state == "all" else state,
            needs_reply=True if overdue else None,
            kinds=tuple(kinds),
            account_id=account,
            lane=None if lane is None else LANES.index(lane),
            label=label,
            unlabelled=unlabelled,
            assignee=assignee,
            vip=vip,
            snoozed=True if snoozed else None,
            overdue_at=desk.now() if overdue else None,
            ids=None if found is None else tuple(found),
        )
        if snoozed:
            rows = views.page(db, which, order="wake", limit=limit)
        else:
            rows = views.queue(db, which, limit=limit)
        return {"items": [item_json(i) for i in rows]}

    return desk.store.read(look)


def inbox_thread(desk: Desk, item: str) -> Json:
    """Return {posts: [{id, author, text, created_at, mine, pending, …}], notes}, oldest first.

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
                "emptied": p.facts.get("emptied"),
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
                    "emptied": None,
                    "url": None,
                }
            )
        written = notes.of_items(db, [there.item.id] if there.item else [])
        return {"posts": shown, "notes": [note_json(n) for n in written]}

    return desk.store.read(look)
