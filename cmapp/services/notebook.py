"""What has no programs of its own, written down by hand: phone, shop, letters (AC-14).

An entry is an interaction like any other: it waits in the queue with its deadline, is found by
search, counts in the first-reply times. An answer is recorded, not sent.
"""

from __future__ import annotations

import re
import uuid
from dataclasses import dataclass, replace
from typing import Any

from cmapp.connectors import plain
from cmapp.domain.errors import Missing, Rejected
from cmapp.domain.folding import fold
from cmapp.domain.records import Interaction, Kind, Post, Profile, said
from cmapp.services import accounts as connecting
from cmapp.services import judging, syncing
from cmapp.services.desk import Desk
from cmapp.store import accounts, byhand, inbox, posts
from cmapp.store.accounts import Account
from cmapp.store.database import Tx
from cmapp.store.inbox import Item, Judgement
from cmapp.store.sqlite import Connection

PLATFORM = REALM = "byhand"
CHANNELS = ("phone", "shop", "email", "letter", "other")
_PHONE = re.compile(r"\+?[\d\s()./-]{5,}")
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_FUTURE_MS = 86_400_000


def account_of(desk: Desk, channel: str) -> Account:
    """Return the channel's account, made if this is its first entry. Raises Rejected."""
    if channel not in CHANNELS:
        raise Rejected("unknown_channel", field="channel", reason="unknown", value=channel)
    known = desk.store.read(lambda db: accounts.by_identity(db, PLATFORM, REALM, channel))
    there = known and desk.store.read(lambda db: accounts.by_id(db, known))
    if there:
        return there
    talk = connecting.converse(PLATFORM, PLATFORM)
    grant = connecting.answer_all(talk, {"channel": channel})
    return desk.account(connecting.add(desk, PLATFORM, grant))


def who_is(db: Connection, who: str, contact: str) -> Profile:
    """Return the person: found again by a number, an address, or else by the name alone.

    `contact` may be empty, and `who` may itself be a number or an address. Raises Rejected.
    """
    name, contact = plain.line(who), plain.line(contact)
    if not contact and (_PHONE.fullmatch(name) or _MAIL.fullmatch(name)):
        name, contact = "", name
    if not name and not contact:
        raise Rejected("empty", field="who", reason="empty")
    if contact:
        remote_id, handle = _identity(contact)
        old = byhand.person(db, REALM, remote_id)
        return Profile(remote_id, handle, name=name or (old["name"] if old else handle))
    same = byhand.so_named(db, REALM, name)
    if len(same) == 1:
        return Profile(same[0]["remote_id"], same[0]["handle"], name=same[0]["name"])
    return Profile(f"name:{fold(name)}", name, name=name)


def _identity(contact: str) -> tuple[str, str]:
    if _MAIL.fullmatch(contact):
        return f"mail:{contact.casefold()}", contact
    if _PHONE.fullmatch(contact):
        digits = re.sub(r"\D", "", contact)
        plus = "+" if contact.lstrip().startswith(("+", "00")) else ""
        return f"tel:{plus}{digits.removeprefix('00') if plus else digits}", contact
    return f"handle:{fold(contact)}", contact


def add(
    desk: Desk,
    tx: Tx,
    account: Account,
    *,
    who: str,
    contact: str,
    text: str,
    at: int | None,
    needs_reply: bool,
) -> int:
    """Write down what somebody said on the channel of `account`; returns the item's id.

    `at`: when they said it (UTC ms, now if it is not given). Raises Rejected (`empty`,
    `bad_time`).
    """
    words, when = _words(text), _when(desk, at)
    person = who_is(tx.db, who, contact)
    ours = judging.judge(desk, tx.db, account)

    def judge(one: Interaction, actor: int) -> Judgement:
        return replace(ours(one, actor), needs_reply=needs_reply)

    post = Post(
        remote_id=f"log:{uuid.uuid4()}",
        author=person,
        text=words,
        created_at=when,
        kind="message",
        visibility="direct",
        facts={"channel": account.remote_id},
    )
    made, _ = syncing.keep(tx, account, [said(post, Kind.MESSAGE)], now=desk.now(), judge=judge)
    item = next(iter(made))
    byhand.settle(tx, item, needs_reply=needs_reply)
    return item


def answer(
    desk: Desk, tx: Tx, number: int, text: str, *, at: int | None
) -> tuple[int, int, dict[str, Any]]:
    """Write down what we answered: the item is done, the first answer counts.

    Returns the item's id, our post's id, and the item's row as it was. Raises Missing, Rejected
    (`empty`, `bad_time`, `not_by_hand`).
    """
    words, when = _words(text), _when(desk, at)
    item, account, post = entry(tx.db, number)
    if when < item.created_at:
        raise Rejected("bad_time", field="at", reason="before")
    before = byhand.columns(tx.db, item.id)
    name = f"log:{uuid.uuid4()}"
    ours = Post(
        remote_id=name,
        author=Profile(account.remote_id, account.handle, name=account.name),
        text=words,
        created_at=when,
        kind="message",
        visibility="direct",
        parent=post.remote_id,
        root=post.remote_id,
        facts={"channel": account.remote_id},
    )
    syncing.keep(tx, account, [ours], now=desk.now())
    inbox.replied(tx, item.id, at=when)
    made = posts.by_remote(tx.db, REALM, name)
    assert made is not None
    return item.id, made.id, before


@dataclass(frozen=True, slots=True)
class Was:
    """What an edit changed, as it was."""

    text: str
    needs_reply: bool | None


def edit(tx: Tx, number: int, *, text: str | None, needs_reply: bool | None) -> Was:
    """Correct an entry, or an answer of ours (by its post's id); returns what it was."""
    item = inbox.by_id(tx.db, number) or inbox.of_post(tx.db, number)
    post = posts.by_id(tx.db, item.post_id if item and item.post_id else number)
    if post is None or post.realm != REALM:
        raise Missing("unknown_item", id=str(number))
    if text is not None:
        byhand.reword(tx, post.id, _words(text))
    if needs_reply is not None and item is not None:
        byhand.settle(tx, item.id, needs_reply=needs_reply)
        tx.touch("inbox", item.account_id)
    asked = item.needs_reply if item is not None and needs_reply is not None else None
    return Was(post.text, asked)


def entry(db: Connection, number: int) -> tuple[Item, Account, posts.PostRow]:
    """Return an item that was written down by hand, with its account and post.

    Raises Missing (`unknown_item`), Rejected (`not_by_hand`).
    """
    item = inbox.by_id(db, number) or inbox.of_post(db, number)
    if item is None or item.post_id is None:
        raise Missing("unknown_item", id=str(number))
    account, post = accounts.by_id(db, item.account_id), posts.by_id(db, item.post_id)
    if account is None or post is None:
        raise Missing("unknown_item", id=str(number))
    if account.platform != PLATFORM:
        raise Rejected("not_by_hand", field="item", reason="not_by_hand", id=str(number))
    return item, account, post


def _words(text: str) -> str:
    words = plain.clean(text).strip()
    if not words:
        raise Rejected("empty", field="text", reason="empty")
    return words


def _when(desk: Desk, at: int | None) -> int:
    now = desk.now()
    if at is None:
        return now
    if not 946_684_800_000 <= at <= now + _FUTURE_MS:
        raise Rejected("bad_time", field="at", reason="bad_time")
    return at
