"""What waits for an answer, in which lane, and until when: the verdict on what comes in."""

from __future__ import annotations

from cmapp.domain.records import NEEDS_REPLY, Interaction
from cmapp.services import clocks
from cmapp.services.desk import Desk
from cmapp.store import lanes, muting
from cmapp.store.accounts import Account
from cmapp.store.inbox import Judge, Judgement
from cmapp.store.sqlite import Connection


def judge(desk: Desk, db: Connection, account: Account) -> Judge:
    """Return the judge of what comes in to `account`, with what is known and set right now."""
    due = clocks.due(desk, db, account.id)

    def look(one: Interaction, actor: int) -> Judgement:
        ref = one.post.remote_id if one.post is not None else one.target
        lane = lanes.lane((), vip=lanes.is_vip(db, actor))
        until = one.post.reply_until if one.post else None
        return Judgement(
            one.kind in NEEDS_REPLY,
            due(one.kind, lane, one.created_at, until),
            lane=lane,
            state="muted" if muting.is_muted(db, account.realm, ref, actor) else "open",
        )

    return look
