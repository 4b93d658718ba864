"""Liking posts of others, and taking it back: one commit for all that was chosen (IN-14)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cmapp.connectors.base import Connector
from cmapp.domain.actions import Like, Target, Unlike
from cmapp.domain.errors import Missing, Rejected, Unsupported
from cmapp.services import compose
from cmapp.services.compose import Place
from cmapp.services.desk import Desk
from cmapp.services.shapes import undo_by
from cmapp.store import deeds, outbox
from cmapp.store.database import Tx

Skipped = list[tuple[int, str]]


def like(
    desk: Desk, items: Sequence[int], *, off: bool = False, hold_ms: int = 0
) -> tuple[list[int], Skipped]:
    """Queue a like (`off`: its undoing) of each item's post; returns rows, and what was left out.

    Each post is liked once, however many of the items consist of it. Of what is left out the code
    says why. Raises Unsupported (`cannot_send`) where none of them can be.
    """
    kind: type[Like | Unlike] = Unlike if off else Like
    name = "unlike" if off else "like"
    skipped: Skipped = []
    chosen: dict[tuple[str, str], Place] = {}
    for number in items:
        try:
            there = desk.store.read(lambda db, n=number: compose.place(db, n))  # type: ignore[misc]
        except (Missing, Unsupported) as no:
            skipped.append((number, no.why))
            continue
        why = _why_not(desk.links.to(there.account), kind, name, there)
        if why is not None:
            skipped.append((number, why))
            continue
        chosen.setdefault((there.account.id, there.post.remote_id), there)
    if not chosen:
        why = skipped[0][1] if skipped else "nothing_to_answer"
        raise Unsupported("cannot_send", verb=name, why=why)
    now = desk.now()

    def go(tx: Tx) -> list[int]:
        rows = [
            _queue(tx, there, kind, now=now, not_before=now + hold_ms if hold_ms else 0)
            for there in chosen.values()
        ]
        named = [str(row) for row in rows]
        deeds.add(tx, name, {"rows": named}, now=now, undo=undo_by("like.undo", rows=named))
        return rows

    return desk.store.write(go), skipped


def _why_not(link: Connector, kind: type[Like | Unlike], name: str, there: Place) -> str | None:
    if there.post.mine:
        return "own_account"
    return None if kind in link.performs() else link.spec.absent.get(name, "not_offered")


def _queue(
    tx: Tx, there: Place, kind: type[Like | Unlike], *, now: int, not_before: int = 0
) -> int:
    """Make the row. What is done to one post keeps its order: a like, then its undoing."""
    target = compose.target(there.post)
    return outbox.add(
        tx,
        there.account.id,
        kind(target),
        now=now,
        post_id=there.post.id,
        thread=_lane(there.account.id, target),
        not_before=not_before,
    )


def _lane(account_id: str, target: Target) -> str:
    return f"like\n{account_id}\n{target.remote_id}"


def undo(desk: Desk, rows: Iterable[int]) -> tuple[list[int], list[int]]:
    """Take likes back: cancel what has not left, queue the opposite of what has. One commit.

    Returns the rows that were cancelled and those that were queued. A row whose outcome nobody
    knows yet gets its opposite, too. Raises Missing (`unknown_row`), Rejected
    (`cannot_take_back`: the row is neither a like nor its undoing).
    """

    def go(tx: Tx) -> tuple[list[int], list[int]]:
        cancelled, queued = [], []
        for number in rows:
            row = outbox.by_id(tx.db, number)
            if row is None:
                raise Missing("unknown_row", id=str(number))
            done = row.action
            if not isinstance(done, Like | Unlike):
                raise Rejected("cannot_take_back", field="row", reason=row.kind, id=str(number))
            if row.state == "cancelled":
                continue
            if row.first_at is None or row.state == "rejected":
                if outbox.cancel(tx, row, now=desk.now()):
                    cancelled.append(number)
                    continue
            back: type[Like | Unlike] = Unlike if isinstance(done, Like) else Like
            queued.append(
                outbox.add(
                    tx,
                    row.account_id,
                    back(done.target),
                    now=desk.now(),
                    post_id=row.post_id,
                    thread=_lane(row.account_id, done.target),
                )
            )
        return cancelled, queued

    return desk.store.write(go)
