"""What waits for an answer, in which lane, and until when: the verdict on what comes in."""

from __future__ import annotations

from cmapp.domain.records import NEEDS_REPLY, Interaction
from cmapp.services.desk import Desk
from cmapp.store import lanes, muting
from cmapp.store.accounts import Account
from cmapp.store.inbox import Judge, Judgement
from cmapp.store.sqlite import Connection


def judge(desk: Desk, db: Connection, account: Account) -> Judge:
    """Return the judge of what comes in to `account`, with what is known and set right now."""
    target = desk.settings.first_response_minutes * 60_000

    def look(one: Interaction, actor: int) -> Judgement:
        ref = one.post.remote_id if one.post is not None else one.target
        muted = muting.is_muted(db, account.realm, ref, actor)
        return Judgement(
            one.kind in NEEDS_REPLY,
            one.created_at + target,
            lane=lanes.lane((), vip=lanes.is_vip(db, actor)),
            state="muted" if muted else "open",
        )

    return look
