"""Moderation: whom a deed is about, whether it can be done there, and doing it in one commit.

Each deed is a row of the outbox and a line of the log. What is open of a person whom we mute or
block leaves the inbox in the same transaction; taking the deed back restores it, and cancels the
row while it has not left, or queues the opposite deed behind it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cmapp.connectors.base import Connector
from cmapp.domain.actions import (
    CATEGORIES,
    KINDS,
    MODERATION,
    NAMES,
    OPPOSITES,
    Moderation,
    Report,
    Target,
)
from cmapp.domain.errors import Missing, Rejected, Unsupported
from cmapp.services import compose
from cmapp.services.desk import Desk
from cmapp.services.shapes import undo_by
from cmapp.store import accounts, deeds, inbox, moderation, outbox, people, posts
from cmapp.store.accounts import Account
from cmapp.store.database import Tx
from cmapp.store.moderation import Entry
from cmapp.store.posts import PostRow
from cmapp.store.sqlite import Connection

DEEDS = ("hide", "mute", "block", "report")


@dataclass(frozen=True, slots=True)
class Aim:
    """One person, or one post of theirs, as one of our accounts sees them."""

    account: Account
    target: Target
    profile_id: int
    name: str
    post_id: int | None
    item_id: int | None
    text: str
    mine: bool


def of_item(db: Connection, number: int) -> Aim:
    """Return what moderating ITEM (an interaction's id, or a post's) is about. Raises Missing."""
    item = inbox.by_id(db, number) or inbox.of_post(db, number)
    post = posts.by_id(db, item.post_id if item and item.post_id else number)
    if item is not None and (post is None or item.kind in ("reaction", "repost", "follow")):
        account = accounts.by_id(db, item.account_id)
        who = people.by_id(db, item.actor_id)
        if account is None or who is None:
            raise Missing("unknown_item", id=str(number))
        return _person(db, account, who.id, item_id=item.id)
    if post is None:
        raise Missing("unknown_item", id=str(number))
    there = compose.place(db, number)
    root, first = _root(db, post)
    return Aim(
        account=there.account,
        target=replace(
            compose.target(post),
            root=root,
            root_facts=first.facts if first else {},
            root_author=first.author_remote if first else "",
        ),
        profile_id=post.author_id,
        name=post.author_name or post.author_handle,
        post_id=post.id,
        item_id=item.id if item else None,
        text=post.text,
        mine=post.mine,
    )


def _root(db: Connection, post: PostRow) -> tuple[str, PostRow | None]:
    """Return the first post of a thread; the thread is read only where no post names it."""
    if post.root_ref is not None:
        return post.root_ref, posts.by_remote(db, post.realm, post.root_ref)
    if post.parent_ref is None:
        return post.remote_id, post
    return compose.root_of(posts.thread(db, post.id), post)


def of_person(db: Connection, who: str, account_id: str | None) -> Aim:
    """Return the aim for a person: a profile's id, or a handle. Raises Missing, Rejected.

    `ambiguous_person` (facts `id`, `known`) where people of several networks are so named
    and no account is given.
    """
    number = int(who) if who.isascii() and who.isdigit() and len(who) <= 18 else 0
    found = people.identities(db, [number]) or people.identities(db, people.named(db, who.strip()))
    ours = [a for a in accounts.every(db) if account_id in (None, a.id)]
    pairs = [(a, one.id) for one in found for a in ours if a.realm == one.realm]
    if not pairs:
        raise Missing("unknown_person", id=who)
    if len({number for _, number in pairs}) > 1:
        known = sorted({str(number) for _, number in pairs})
        raise Rejected("ambiguous_person", field="person", reason="ambiguous", id=who, known=known)
    return _person(db, *pairs[0])


def _person(db: Connection, account: Account, profile_id: int, item_id: int | None = None) -> Aim:
    (who,) = people.identities(db, [profile_id])
    ours = {a.remote_id for a in accounts.every(db) if a.realm == account.realm}
    return Aim(
        account=account,
        target=Target(remote_id="", author=who.remote_id, handle=who.handle),
        profile_id=profile_id,
        name=who.name or who.handle,
        post_id=None,
        item_id=item_id,
        text="",
        mine=who.remote_id in ours,
    )


def action_of(deed: str, aim: Aim, *, category: str, reason: str, note: str) -> Moderation:
    """Return the deed on its target."""
    if deed == "report":
        return Report(aim.target, category=category or "other", note=note, reason=reason)
    made: Moderation = KINDS[deed](aim.target, reason=reason)
    return made


def why_not(link: Connector, deed: str, aim: Aim) -> str | None:
    """Return why a deed cannot be done on this very target, None where it can."""
    if aim.mine:
        return "own_account"
    if deed == "hide" and not aim.target.remote_id:
        return "no_post"
    if deed == "hide" and aim.target.visibility == "direct":
        return "no_post"
    if KINDS[deed] not in link.performs():
        return link.spec.absent.get(deed, "not_offered")
    return link.refuses(action_of(deed, aim, category="", reason="", note=""))


def can(desk: Desk, aim: Aim) -> dict[str, str | None]:
    """Return deed → None where it can be done, else the code of the reason."""
    link = desk.links.to(aim.account)
    return {deed: why_not(link, deed, aim) for deed in DEEDS}


def check(deed: str, *, category: str, reason: str, local: bool) -> None:
    """Refuse what is no deed of moderation, or has no reason. Raises Rejected."""
    if deed not in DEEDS:
        raise Rejected("unknown_moderation", field="deed", reason="unknown", value=deed)
    if category and category not in CATEGORIES:
        raise Rejected("unknown_category", field="category", reason="unknown", value=category)
    if not reason.strip() and not category:
        raise Rejected("reason_missing", field="reason", reason="empty")
    if local and deed == "report":
        raise Rejected("not_local", field="local", reason="not_local")


def moderate(
    desk: Desk,
    deed: str,
    aims: Sequence[Aim],
    *,
    category: str = "",
    reason: str = "",
    note: str = "",
    local: bool = False,
    hold_ms: int = 0,
) -> tuple[list[Entry], list[tuple[Aim, str]]]:
    """Do one deed on each of the aims that it can be done on, in one transaction.

    A mute or block is done once per person however many of their posts were chosen. Returns the
    new lines of the log, and what was left out with the reason. Raises Rejected (see `check`),
    Unsupported (`cannot_moderate`: none of them can be).
    """
    check(deed, category=category, reason=reason, local=local)
    on_people = deed in ("mute", "block")
    chosen: dict[tuple[str, str], Aim] = {}
    skipped: list[tuple[Aim, str]] = []
    for aim in aims:
        if local:
            why = "own_account" if aim.mine else None
        else:
            why = why_not(desk.links.to(aim.account), deed, aim)
        if why is not None:
            skipped.append((aim, why))
            continue
        about = aim.target.author if on_people else aim.target.remote_id or aim.target.author
        chosen.setdefault((aim.account.id, about), aim)
    if not chosen:
        why = skipped[0][1] if skipped else "not_found"
        raise Unsupported("cannot_moderate", verb=deed, why=why)
    now = desk.now()

    def go(tx: Tx) -> list[int]:
        made = []
        for aim in chosen.values():
            row = None
            if not local:
                action = action_of(deed, aim, category=category, reason=reason, note=note)
                row = _queue(tx, aim.account.id, action, now=now, hold_ms=hold_ms)
            before = moderation.close(
                tx,
                deed,
                account_id=aim.account.id,
                person_id=aim.profile_id,
                post_id=aim.post_id,
                now=now,
            )
            if local and on_people:
                before["silenced"] = moderation.silence(tx, aim.profile_id, now=now)
            made.append(
                moderation.add(
                    tx,
                    deed,
                    now=now,
                    account_id=aim.account.id,
                    person=aim.target.author,
                    handle=aim.target.handle,
                    name=aim.name,
                    post_id=aim.post_id,
                    item_id=aim.item_id,
                    text=aim.text[:1000],
                    category=category,
                    reason=reason.strip(),
                    note=note,
                    outbox_id=row,
                    before=before,
                )
            )
        deeds.add(
            tx,
            "moderate",
            {"deed": deed, "entries": [str(n) for n in made]},
            now=now,
            undo=undo_by("moderation.undo", entries=[str(n) for n in made]),
        )
        return made

    made = desk.store.write(go)
    return desk.store.read(lambda db: moderation.by_ids(db, made)), skipped


def _queue(tx: Tx, account_id: str, action: Moderation, *, now: int, hold_ms: int = 0) -> int:
    """Make the outbox row. Deeds on the same person or post keep their order: one `thread`."""
    about = action.target.remote_id or action.target.author
    if NAMES[type(action)] in ("mute", "unmute", "block", "unblock"):
        about = action.target.author
    return outbox.add(
        tx,
        account_id,
        action,
        now=now,
        thread=f"moderation\n{account_id}\n{about}",
        not_before=now + hold_ms if hold_ms else 0,
    )


def undo(desk: Desk, numbers: Sequence[int]) -> list[Entry]:
    """Take deeds back: cancel what has not left, queue the opposite of what has. One commit.

    Returns the lines as they are now, and those of the opposite deeds. Raises Missing
    (`unknown_entry`), Rejected (`cannot_take_back`: a report that is out).
    """
    now = desk.now()

    def go(tx: Tx) -> list[int]:
        found = {e.id: e for e in moderation.by_ids(tx.db, numbers)}
        touched = []
        for number in numbers:
            entry = found.get(number)
            if entry is None:
                raise Missing("unknown_entry", id=str(number))
            touched.append(number)
            if entry.undone_at is None:
                touched += _take_back(tx, entry, now=now)
        return touched

    touched = desk.store.write(go)
    return desk.store.read(lambda db: moderation.by_ids(db, touched))


def dropped(tx: Tx, row_id: int, *, now: int) -> None:
    """A row was taken out of the outbox: what its deed closed here is open again."""
    for entry in moderation.of_row(tx.db, row_id):
        if entry.undone_at is None:
            moderation.undone(tx, entry.id, now=now)
            moderation.open_again(tx, entry, now=now)


def _take_back(tx: Tx, entry: Entry, *, now: int) -> list[int]:
    row = outbox.by_id(tx.db, entry.outbox_id) if entry.outbox_id is not None else None
    made: list[int] = []
    if row is not None:
        out = row.state in ("sending", "sent", "uncertain") or row.first_at is not None
        if row.state in ("ready", "review", "rejected"):
            outbox.cancel(tx, row, now=now)
        if row.state in ("rejected", "cancelled"):
            out = False
        if out:
            made.append(_opposite(tx, entry, row, now=now))
    moderation.undone(tx, entry.id, now=now)
    moderation.open_again(tx, entry, now=now)
    return made


def _opposite(tx: Tx, entry: Entry, row: outbox.Deed, *, now: int) -> int:
    back = OPPOSITES.get(entry.deed)
    if back is None or row.kind not in MODERATION:
        raise Rejected("cannot_take_back", field="entry", reason=entry.deed, id=str(entry.id))
    target: Target = row.action.target  # type: ignore[union-attr]
    queued = _queue(tx, entry.account_id, KINDS[back](target, reason=entry.reason), now=now)
    return moderation.add(
        tx,
        back,
        now=now,
        account_id=entry.account_id,
        person=entry.person,
        handle=entry.handle,
        name=entry.name,
        post_id=entry.post_id,
        item_id=entry.item_id,
        text=entry.text,
        category=entry.category,
        reason=entry.reason,
        outbox_id=queued,
        undo_of=entry.id,
    )
