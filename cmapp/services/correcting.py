"""Corrections of what is out: the post is changed where its platform can, and both texts kept.

Where it cannot, a note answers the post, or the post goes and its better text comes (DR-08).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from cmapp.domain.actions import Delete, Edit, Publish, Reply
from cmapp.domain.errors import Missing, Rejected, Unsupported
from cmapp.services import compose, linting
from cmapp.services.compose import Place
from cmapp.services.desk import Desk
from cmapp.store import accounts, deeds, posts
from cmapp.store.database import Tx
from cmapp.store.sqlite import Connection

WAYS = ("edit", "note", "replace")
"""Change the post; leave it and answer it; delete it and publish the better text."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What was queued, in order; `before` is the text that stood there."""

    post_id: int
    way: str
    before: str
    rows: tuple[int, ...]


def own(db: Connection, number: int) -> Place:
    """Return a post of ours with the account that said it.

    Raises Missing (`unknown_item`), Rejected (`not_our_post`).
    """
    there = compose.place(db, number)
    for account in accounts.every(db):
        if (account.realm, account.remote_id) == (there.post.realm, there.post.author_remote):
            return Place(account, there.post, there.item)
    raise Rejected("not_our_post", field="post", reason="not_our_post", id=str(number))


def correct(
    desk: Desk,
    number: int,
    text: str,
    *,
    note: str = "",
    way: str | None = None,
    allow: Sequence[str] = (),
) -> Correction:
    """Queue a correction of a post of ours, with a `note` that answers it where there is one.

    `way` None: `edit` where the account can, else `note` (then a note is needed). Raises also
    Unsupported (`cannot_send`), Rejected (`no_note`, `bad_value`, what the checks say).
    """
    if way is not None and way not in WAYS:
        raise Rejected("bad_value", field="way", reason="bad_value", value=way)
    there = desk.store.read(lambda db: own(db, number))
    link = desk.links.to(there.account)
    chosen = way or ("edit" if Edit in link.performs() else "note")
    if chosen == "note" and not note.strip():
        raise Rejected("no_note", field="note", reason="no_note")
    needed = {"edit": (Edit,), "note": (Reply,), "replace": (Delete, Publish)}[chosen]
    for kind in needed:
        if kind not in link.performs():
            verb = kind.__name__.lower()
            raise Unsupported("cannot_send", verb=verb, why=link.spec.absent.get(verb))
    if chosen != "note":
        link.fits(Publish(text=text, visibility=there.post.visibility))
        linting.check(desk, text, visibility=there.post.visibility, allow=allow)

    def go(tx: Tx) -> Correction:
        rows: list[int] = []
        match chosen:
            case "edit":
                rows.append(compose.change(desk, there, lambda target: Edit(target, text)))
            case "replace":
                rows.append(compose.change(desk, there, Delete))
                rows.append(compose.publish(desk, there.account.id, text, allow=allow))
        if note.strip() and chosen != "replace":
            rows.append(
                compose.reply(
                    desk,
                    there.post.id,
                    note,
                    account_id=there.account.id,
                    allow=allow,
                    expects=text if chosen == "edit" else None,
                )
            )
        made = Correction(there.post.id, chosen, there.post.text, tuple(rows))
        deeds.add(
            tx,
            "post.correct",
            {
                "post": str(made.post_id), "way": chosen, "before": made.before, "after": text,
                "note": note, "rows": [str(row) for row in rows],
            },
            now=desk.now(),
            undo={"command": "post.uncorrect", "args": {"rows": [str(row) for row in rows]}},
        )  # fmt: skip
        return made

    return desk.store.write(go)


def history(db: Connection, number: int) -> list[dict[str, Any]]:
    """Return the corrections of a post, newest first: {at, way, before, after, note, rows, undone}.

    Raises Missing (`unknown_item`).
    """
    post = posts.by_id(db, number)
    if post is None:
        raise Missing("unknown_item", id=str(number))
    return [
        {
            "at": one.at,
            "undone": one.undone_at is not None,
            **{name: one.args[name] for name in ("way", "before", "after", "note", "rows")},
        }
        for one in deeds.on_post(db, number)
    ]
