"""The next part of a thread and a first comment: what they answer is known once it is out."""

from __future__ import annotations

from dataclasses import replace

from cmapp.domain.actions import Publish, Reply, Target
from cmapp.store import outbox, posts, sqlite
from cmapp.store.accounts import Account
from cmapp.store.outbox import Deed


def aimed(db: sqlite.Connection, account: Account, deed: Deed) -> Reply | None:
    """Return the row's deed with the place it belongs to; None where that cannot be known.

    The post before was said by a person to be there, say, and nobody has seen it.
    """
    before = outbox.by_id(db, deed.after_id or 0)
    if before is None or before.remote_id is None or not isinstance(deed.action, Reply):
        return None
    first = _first(db, before)
    there = posts.by_remote(db, account.realm, before.remote_id)
    root, root_author = first.remote_id, account.remote_id
    root_facts = {}
    if isinstance(first.action, Reply):  # a thread that answers somebody
        target = first.action.target
        root, root_author = target.root or target.remote_id, target.root_author
        root_facts = dict(target.root_facts) or (
            dict(target.facts) if target.root in (None, target.remote_id) else {}
        )
    elif root is not None:
        top = posts.by_remote(db, account.realm, root)
        root_facts = dict(top.facts) if top is not None else {}
    visibility = "public"
    if isinstance(before.action, Publish | Reply):
        visibility = before.action.visibility
    return replace(
        deed.action,
        target=Target(
            remote_id=before.remote_id,
            author=account.remote_id,
            handle=account.handle,
            visibility=there.visibility if there is not None else visibility,
            facts=there.facts if there is not None else {},
            root=root,
            root_facts=root_facts,
            root_author=root_author,
        ),
    )


def _first(db: sqlite.Connection, row: Deed) -> Deed:
    seen = {row.id}
    while row.after_id is not None and row.after_id not in seen:
        above = outbox.by_id(db, row.after_id)
        if above is None:
            break
        seen.add(above.id)
        row = above
    return row
