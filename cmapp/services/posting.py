"""From a draft to the rows that go out: one for each account, part of a thread, first comment.

All rows of a draft are made in one transaction. What one account cannot take is held and told,
the others go; what was sent once from an account is never queued again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from cmapp.domain.actions import Attachment, Publish, Reply
from cmapp.domain.errors import Missing, Rejected, Trouble, Unsupported
from cmapp.services import checks, media, wording
from cmapp.services.desk import Desk
from cmapp.store import accounts, drafts, held_there, outbox
from cmapp.store.accounts import Account
from cmapp.store.database import Tx
from cmapp.store.drafts import Draft, Variant
from cmapp.store.outbox import Deed
from cmapp.store.sqlite import Connection

Fitted = dict[tuple[str, Attachment], Attachment | Rejected]
"""(account, attachment) → the file as it goes out from there, or why it cannot."""


_NO_CHECK = frozenset({"unknown_account", "cannot_send"})
"""What keeps a post from its account, whatever it says."""


@dataclass(slots=True)
class Queued:
    """What became of a draft.

    `rows` were made; `left_out` {account, segment, part, why, row} is out, or on its way; `held`
    {account, segment, code, facts} did not go, and why.
    """

    draft_id: int
    rows: list[int] = field(default_factory=list)
    left_out: list[dict[str, Any]] = field(default_factory=list)
    held: list[dict[str, Any]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms a draft is queued.

    `hold_ms`: how long each row can be taken back. `allow` and `overrides` (check → reason): what
    may stand although a check stops at it. `fitted`: the pictures as `fit` made them.
    """

    hold_ms: int = 0
    allow: Sequence[str] = ()
    overrides: Mapping[str, str] = field(default_factory=dict)
    fitted: Fitted = field(default_factory=dict)


def fit(desk: Desk, draft: Draft) -> Fitted:
    """Fit the pictures of a draft to each network it goes to; not inside a write, it is long."""
    made: Fitted = {}
    known = {account.id: account for account in desk.accounts()}
    for variant in wording.variants(draft):
        account = known.get(variant.account_id)
        if account is None:
            continue
        for one in wording.wording(draft, variant).media:
            try:
                made[account.id, one] = _fitted(desk, account, one)
            except Rejected as no:
                made[account.id, one] = no
    return made


def _fitted(desk: Desk, account: Account, one: Attachment) -> Attachment:
    return media.prepared(desk, one, desk.links.to(account).limits(), account.platform)


def post_of(db: Connection, draft_id: int) -> Draft:
    """Return a draft that is a post.

    Raises Missing (`unknown_draft`), Rejected (`draft_is_out`: it is a record of what went out,
    `draft_is_reply`).
    """
    found = drafts.by_id(db, draft_id)
    if found is None:
        raise Missing("unknown_draft", id=str(draft_id))
    if found.done_at is not None:
        raise Rejected("draft_is_out", field="draft", reason="draft_is_out", id=str(draft_id))
    if found.item_id is not None or found.post_id is not None:
        raise Rejected("draft_is_reply", field="draft", reason="draft_is_reply", id=str(draft_id))
    return found


def queue(
    desk: Desk,
    tx: Tx,
    draft: Draft,
    terms: Terms | None = None,
) -> Queued:
    """Make the rows of a draft as it stands, in place of those that have not left yet.

    Planned, they leave at its time. Raises Rejected (`no_account`).
    """
    ways = wording.variants(draft)
    if not ways:
        raise Rejected("no_account", field="account", reason="no_account", draft=str(draft.id))
    withdraw(desk, tx, draft.id)
    made = Queued(draft.id)
    for variant in ways:
        try:
            _queue_one(desk, tx, draft, variant, made, terms or Terms())
        except Trouble as no:
            held = {"account": variant.account_id, "segment": variant.segment}
            made.held.append({**held, "code": no.why, "facts": dict(no.facts)})
    stopped = [str(one["code"]) for one in made.held if one["code"] not in _NO_CHECK]
    drafts.note_held(tx, draft.id, stopped if draft.planned_at is not None else ())
    live = (r for r in outbox.of_draft(tx.db, draft.id) if r.recall != "cancel")
    if all(row.state not in outbox.UNSETTLED for row in live):
        drafts.set_state(tx, draft.id, "draft")
    return made


def _queue_one(
    desk: Desk,
    tx: Tx,
    draft: Draft,
    variant: Variant,
    made: Queued,
    terms: Terms,
) -> None:
    account, parts = allowed(desk, tx.db, draft, variant, terms)
    now = desk.now()
    hold_ms = terms.hold_ms if draft.planned_at is None else 0
    rows = outbox.of_draft(tx.db, draft.id)
    before: int | None = None
    for part, action in parts:
        there = _standing(rows, account.id, variant.segment, part)
        if there is not None:
            made.left_out.append(
                {
                    "account": account.id, "segment": variant.segment, "part": part,
                    "why": "sent" if there.state == "sent" else "on_its_way", "row": str(there.id),
                }
            )  # fmt: skip
            before = there.id
            continue
        before = outbox.add(
            tx,
            account.id,
            action,
            now=now,
            draft_id=draft.id,
            planned_at=draft.planned_at,
            not_before=now + hold_ms if hold_ms else 0,
            after_id=before,
            segment=variant.segment,
            part=part,
        )
        made.rows.append(before)


def allowed(
    desk: Desk,
    db: Connection,
    draft: Draft,
    variant: Variant,
    terms: Terms,
) -> tuple[Account, list[tuple[int, Publish | Reply]]]:
    """Return the account of a wording and its posts, where all of them may go.

    Raises Missing (`unknown_account`: it was removed), Unsupported (`cannot_send`), and Rejected
    as `Connector.fits` and `checks.gate` do.
    """
    account = accounts.by_id(db, variant.account_id)
    if account is None:
        raise Missing("unknown_account", id=variant.account_id)
    link = desk.links.to(account)
    said = wording.wording(draft, variant)
    said = replace(said, media=tuple(_ready(desk, account, one, terms) for one in said.media))
    parts = wording.actions(said, account, link.limits(), now=desk.now())
    for _, action in parts:
        name = type(action).__name__.lower()
        if type(action) not in link.performs():
            raise Unsupported("cannot_send", verb=name, why=link.spec.absent.get(name))
        link.fits(action)
    checks.gate(desk, draft, variant, overrides=terms.overrides, allow=terms.allow)
    return account, parts


def _ready(desk: Desk, account: Account, one: Attachment, terms: Terms) -> Attachment:
    found = terms.fitted.get((account.id, one))
    if found is None:  # part of a longer decision, such as an undo
        return _fitted(desk, account, one)
    if isinstance(found, Rejected):
        raise found
    return found


def withdraw(desk: Desk, tx: Tx, draft_id: int) -> int:
    """Take back the rows of a draft that have not left; returns how many. It can be changed then.

    What is on its way, or was sent, stays; so does a row that was refused, as a record. What was
    tried, and waits for a person to tell whether it is out, stays too: only that person may drop
    it. What a platform's scheduler holds is asked back: its row stands until that is certain.
    """
    rows = outbox.of_draft(tx.db, draft_id)
    return sum(
        held_there.withdraw(tx, deed, now=desk.now(), reason="changed") != "too_late"
        for deed in reversed(rows)
        if deed.state in ("ready", "review", "scheduled") and not outbox.may_be_out(deed)
    )


def was_sent(db: Connection, draft_id: int, variant: Variant) -> bool:
    """Tell whether a post of a variant is out."""
    key = (variant.account_id, variant.segment)
    rows = outbox.of_draft(db, draft_id)
    return any(row.state == "sent" and (row.account_id, row.segment) == key for row in rows)


def _standing(rows: Sequence[Deed], account_id: str, segment: str, part: int) -> Deed | None:
    """Return the row of a part that is out, or may be: a second one would be a second post."""
    key = (account_id, segment, part)
    found = [
        row
        for row in rows
        if (row.account_id, row.segment, row.part) == key
        and (row.state in ("scheduled", "sent") or outbox.may_be_out(row))
        and not (row.state == "scheduled" and row.recall == "cancel")
    ]
    return max(found, key=lambda row: (row.state == "sent", row.id), default=None)
