"""From a text to a row of the outbox: the draft is kept first, then checked, then queued."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from cmapp.connectors.base import Connector
from cmapp.domain.actions import NAMES, Action, Attachment, Publish, Reply, Target
from cmapp.domain.errors import Missing, Rejected, Unsupported
from cmapp.services import check, checks, media
from cmapp.services.desk import Desk
from cmapp.store import accounts, deeds, drafts, inbox, outbox, posts
from cmapp.store.accounts import Account
from cmapp.store.inbox import Item
from cmapp.store.posts import PostRow
from cmapp.store.sqlite import Connection
from cmapp.system import failpoint

VERSION_EVERY_MS = 30_000
"""Autosaves closer together than this belong to one version of a draft."""


@dataclass(frozen=True, slots=True)
class Place:
    """What an answer goes to: the account that speaks, the post, the interaction (if it is one)."""

    account: Account
    post: PostRow
    item: Item | None


def place(db: Connection, number: int, account_id: str | None = None) -> Place:
    """Return where an answer to ITEM (an interaction's id, or a post's) goes.

    Raises Missing (`unknown_item`), Unsupported (`nothing_to_answer`) for a deed without words.
    """
    item = inbox.by_id(db, number)
    if item is not None:
        if item.post_id is None or item.kind in ("reaction", "repost", "follow"):
            raise Unsupported("nothing_to_answer", id=str(number), kind=item.kind)
        post_id, account_id = item.post_id, item.account_id
    else:
        post_id = number
    post = posts.by_id(db, post_id)
    if post is None:
        raise Missing("unknown_item", id=str(number))
    if item is None:
        item = inbox.of_post(db, post.id, account_id)
    if account_id is None and item is not None:
        account_id = item.account_id
    candidates = [a for a in accounts.every(db) if a.realm == post.realm]
    chosen = next((a for a in candidates if a.id == account_id), None)
    chosen = chosen or (candidates[0] if candidates else None)
    if chosen is None:
        raise Missing("unknown_account", id=account_id or "")
    return Place(chosen, post, item)


def target(post: PostRow) -> Target:
    """Return a stored post as a deed points at it."""
    return Target(
        remote_id=post.remote_id,
        author=post.author_remote,
        handle=post.author_handle,
        visibility=post.visibility,
        facts=post.facts,
    )


def root_of(thread: Sequence[PostRow], post: PostRow) -> tuple[str, PostRow | None]:
    """Return the remote id of the thread's first post, and that post where it is stored."""
    by_remote = {p.remote_id: p for p in thread}
    top = post
    while top.parent_ref is not None and top.parent_ref in by_remote:
        top = by_remote[top.parent_ref]
    name = post.root_ref or top.root_ref or top.remote_id
    return name, by_remote.get(name)


def reply(
    desk: Desk,
    number: int,
    text: str,
    *,
    attachments: Sequence[Attachment] = (),
    draft_id: int | None = None,
    account_id: str | None = None,
    planned_at: int | None = None,
    hold_ms: int = 0,
    allow: Sequence[str] = (),
    overrides: Mapping[str, str] | None = None,
    expects: str | None = None,
) -> int:
    """Queue an answer; returns the outbox row's id. Works with no network at all.

    The text is a draft before anything can go wrong. `allow` and `overrides` (check → reason):
    what may stand in it. `expects`: what the post will read by then, since we change it. Raises
    Rejected (field `text` or `media`; fact `draft`: the draft that holds it; as `Connector.fits`
    and `checks.gate` do), Missing, Unsupported.
    """
    there = desk.store.read(lambda db: place(db, number, account_id))
    draft = _keep_draft(
        desk,
        text,
        attachments,
        draft_id=draft_id,
        account_id=there.account.id,
        item_id=there.item.id if there.item else None,
        post_id=there.post.id,
    )
    link = desk.links.to(there.account)
    thread = desk.store.read(lambda db: posts.thread(db, there.post.id))
    root, root_post = root_of(thread, there.post)
    action = Reply(
        target=replace(
            target(there.post), root=root, root_facts=root_post.facts if root_post else {}
        ),
        text=text,
        media=_fitted(desk, there.account, link, attachments, draft),
        visibility=there.post.visibility,
        made_at=desk.now(),
    )
    _allowed(desk, link, action, draft, allow, overrides)
    return _queue(
        desk,
        there.account,
        action,
        draft_id=draft,
        item_id=there.item.id if there.item else None,
        post_id=there.post.id,
        thread=f"{there.account.realm}\n{root}",
        seen=check.snapshot(there.post, thread, expects=expects),
        planned_at=planned_at,
        hold_ms=hold_ms,
    )


def publish(
    desk: Desk,
    account_id: str,
    text: str,
    *,
    attachments: Sequence[Attachment] = (),
    draft_id: int | None = None,
    planned_at: int | None = None,
    hold_ms: int = 0,
    allow: Sequence[str] = (),
    overrides: Mapping[str, str] | None = None,
) -> int:
    """Queue a post of its own; returns the outbox row's id. Raises as `reply` does."""
    account = desk.account(account_id)
    draft = _keep_draft(desk, text, attachments, draft_id=draft_id, account_id=account_id)
    link = desk.links.to(account)
    fitted = _fitted(desk, account, link, attachments, draft)
    action = Publish(text=text, media=fitted, made_at=desk.now())
    _allowed(desk, link, action, draft, allow, overrides)
    return _queue(desk, account, action, draft_id=draft, planned_at=planned_at, hold_ms=hold_ms)


def change(desk: Desk, there: Place, deed: Callable[[Target], Action]) -> int:
    """Queue a deed on an existing post (edit, delete, like …); returns the row's id.

    Raises Unsupported (`cannot_send`) where this account cannot do it.
    """
    action = deed(target(there.post))
    link = desk.links.to(there.account)
    if type(action) not in link.performs():
        name = NAMES[type(action)]
        raise Unsupported("cannot_send", verb=name, why=link.spec.absent.get(name, "not_offered"))
    return _queue(desk, there.account, action, draft_id=None, post_id=there.post.id)


def _keep_draft(
    desk: Desk,
    text: str,
    attachments: Sequence[Attachment],
    *,
    draft_id: int | None,
    **place: Any,
) -> int:
    """Keep what is about to be queued as a draft: the one it comes from, or a new one."""
    if draft_id is None and not text.strip() and not attachments:
        raise Rejected("empty", field="text", reason="empty")  # nothing to keep
    packed = [asdict(a) for a in attachments]

    def save(tx: Any) -> int:
        if draft_id is not None:
            writable(tx.db, draft_id)
        return drafts.save(
            tx, text, now=desk.now(), draft_id=draft_id, media=packed, merge_ms=VERSION_EVERY_MS,
            **place,
        )  # fmt: skip

    number = desk.store.write(save)
    failpoint.reached("draft.done")
    return int(number)


def writable(db: Connection, draft_id: int) -> None:
    """Raise Missing (`unknown_draft`), Rejected (`draft_is_queued`: its row comes first)."""
    old = drafts.by_id(db, draft_id)
    if old is None:
        raise Missing("unknown_draft", id=str(draft_id))
    if old.state == "queued":
        raise Rejected("draft_is_queued", field="draft", reason="queued", id=str(draft_id))


def _fitted(
    desk: Desk, account: Account, link: Connector, attachments: Sequence[Attachment], draft: int
) -> tuple[Attachment, ...]:
    """Return the attachments as they go out to the account's network. Raises Rejected."""
    try:
        limits = link.limits()
        return tuple(media.prepared(desk, one, limits, account.platform) for one in attachments)
    except Rejected as no:
        raise Rejected(no.why, **{**no.facts, "draft": str(draft)}) from None


def _allowed(
    desk: Desk,
    link: Connector,
    action: Publish | Reply,
    draft: int,
    allow: Sequence[str],
    overrides: Mapping[str, str] | None,
) -> None:
    """Refuse before the network what the platform would refuse, and what should not stand there."""
    if type(action) not in link.performs():
        raise Unsupported("cannot_send", verb=type(action).__name__.lower(), draft=str(draft))
    try:
        link.fits(action)
        kept = desk.store.read(lambda db: drafts.by_id(db, draft))
        if kept is not None:
            seen = replace(kept, visibility=action.visibility)
            checks.gate(desk, seen, overrides=overrides, allow=allow)
    except Rejected as no:
        raise Rejected(no.why, **{**no.facts, "draft": str(draft)}) from None


def _queue(
    desk: Desk,
    account: Account,
    action: Action,
    *,
    draft_id: int | None,
    item_id: int | None = None,
    post_id: int | None = None,
    thread: str | None = None,
    seen: dict[str, Any] | None = None,
    planned_at: int | None = None,
    hold_ms: int = 0,
) -> int:
    now = desk.now()

    def add(tx: Any) -> int:
        row = outbox.add(
            tx,
            account.id,
            action,
            now=now,
            draft_id=draft_id,
            item_id=item_id,
            post_id=post_id,
            thread=thread,
            seen=seen,
            planned_at=planned_at,
            not_before=now + hold_ms if hold_ms else 0,
        )
        deeds.add(
            tx,
            "queue",
            {"row": str(row)},
            now=now,
            undo={"command": "outbox.cancel", "args": {"id": str(row)}},
        )
        return row

    row = desk.store.write(add)
    failpoint.reached("queue.done")
    return row


def attach(desk: Desk, path: Path, alt: str | None) -> Attachment:
    """Take a picture or video into the library and return it as an attachment.

    `path` may be the name of a file in the library, `alt` None: the library's. Raises Rejected
    (field `media`): not a picture that we send, too large, not there.
    """
    return media.attach(desk, path, alt)
