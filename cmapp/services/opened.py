"""What a row behind a number leads to when it is ours: the words, and what came of them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from cmapp.domain.chart import Rows
from cmapp.store import accounts, behind, outbox, own_posts, posts
from cmapp.store.sqlite import Connection


@dataclass(frozen=True, slots=True)
class Opened:
    """Words of a post or of an outbox row. `at` is UTC ms; `state` that of the outbox, or ""."""

    text: str
    at: int
    who: str
    url: str
    account: str
    state: str
    rows: Rows


def post(db: Connection, number: int) -> Opened | None:
    """Return a post and what was directed at it; None where it is not known (any more).

    What others' posts got is not known: there are no rows of those.
    """
    found = posts.by_id(db, number)
    if found is None:
        return None
    ours = own_posts.by_ids(db, [number])
    got = own_posts.got(db, ours).get(number, ())
    gone = found.deleted_at is not None
    return Opened(
        "" if gone else found.text,
        found.created_at,
        found.author_name or found.author_handle,
        "" if gone else found.url or "",
        ours[0].account if ours else "",
        "",
        behind.these(db, (one.item for one in got)),
    )


def sent(db: Connection, number: int) -> Opened | None:
    """Return an outbox row: the conversation that it answers, then what its own post got."""
    deed = outbox.by_id(db, number)
    if deed is None:
        return None
    above = behind.these(db, [deed.item_id] if deed.item_id is not None else [])
    realm = next((a.realm for a in accounts.every(db, removed=True) if a.id == deed.account_id), "")
    here = posts.by_remote(db, realm, deed.remote_id) if deed.remote_id else None
    became = post(db, here.id) if here else None
    below = became.rows if became else Rows(0)
    text = str(getattr(deed.action, "text", "") or "")
    told = Opened(
        text, deed.sent_at or deed.made_at, "", deed.url or "", deed.account_id, deed.state,
        Rows(above.total + below.total, (*above.rows, *below.rows)),
    )  # fmt: skip
    return replace(told, url=told.url or became.url, who=became.who) if became else told
