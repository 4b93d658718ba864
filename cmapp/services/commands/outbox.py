"""Commands on what is queued, and on going and coming back online."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cmapp.domain.errors import Missing, Rejected
from cmapp.services import ahead, fate, landing, moderating
from cmapp.services.desk import Desk
from cmapp.services.shapes import (
    Json,
    iso,
    number,
    part_json,
    row_json,
    undo_by,
    waits_json,
)
from cmapp.store import accounts, deeds, fates, held_there, landings, outbox, outbox_turn, problems
from cmapp.store.database import Tx
from cmapp.store.outbox import Deed
from cmapp.store.sqlite import Connection


def outbox_list(desk: Desk, states: Sequence[str] | None = None) -> Json:
    """Return {rows: [...]}, newest first."""
    return {
        "rows": desk.store.read(lambda db: rows_json(desk, db, outbox.every(db, states=states)))
    }


def rows_json(desk: Desk, db: Connection, rows: Sequence[Deed]) -> list[Json]:
    """Return rows with what they wait for (`waits`) and how much of their thread is out.

    Of planned ones also what becomes of them as things stand (`fate`: {what, facts}).
    """
    planned = [d.id for d in rows if d.planned_at is not None and d.state in outbox.UNSETTLED]
    told = {row.row: one for row, one in fate.of_ids(desk, db, planned)} if planned else {}
    waits, threads = outbox_turn.waits(db, rows), outbox_turn.threads(db, rows)
    return [
        {
            **row_json(d),
            "waits": waits_json(waits.get(d.id)),
            "thread": part_json(threads.get(d.id)),
            "fate": fate.json_or_none(told.get(d.id)),
        }
        for d in rows
    ]


def outbox_show(desk: Desk, id: str) -> Json:
    """Return {outbox: row, before: row or None, after: [row]}. Raises Missing."""
    deed = desk.row(number(id, "unknown_row"))

    def look(db: Connection) -> Json:
        before = outbox.by_id(db, deed.after_id) if deed.after_id else None
        after = outbox_turn.following(db, deed.id)
        near = [deed, *after, *([before] if before else [])]
        told = {one["id"]: one for one in rows_json(desk, db, near)}
        return {
            "outbox": told[str(deed.id)],
            "before": told[str(before.id)] if before else None,
            "after": [told[str(d.id)] for d in after],
        }

    return desk.store.read(look)


def outbox_send(desk: Desk, wait: float = 0, account: str | None = None) -> Json:
    """Land: check, send, reconcile, read. Raises Offline (`paused`, `flight_mode`, `offline`).

    Returns {sent, held, uncertain, rejected: [row], new: {account: n}, errors: {account: code},
    stopped: {account: {until, waiting}}}: of each account in `errors`, until when its server wants
    to be left alone (None: untold) and how many rows wait for it.
    """
    done = landing.land(desk, account_ids=[account] if account else None, wait=wait)
    report = landing.keep_report(desk, done, None) if done.moved else None
    return _landed(desk, done, report)


def _landed(desk: Desk, done: landing.Landing, report: Json | None) -> Json:
    rows = desk.store.read(lambda db: landing.settled(db, done.moved))
    return {
        **{name: [row_json(d) for d in found] for name, found in rows.items()},
        "new": done.new,
        "errors": {k: v if isinstance(v, str) else v.why for k, v in done.errors.items()},
        "stopped": desk.store.read(lambda db: _stopped(db, done.errors, now=desk.now())),
        "away_since": iso(report["away_since"]) if report else None,
    }


def _stopped(db: Connection, account_ids: Iterable[str], *, now: int) -> Json:
    found: Json = {}
    for one in account_ids:
        account = accounts.by_id(db, one)
        parked = account is not None and account.parked_until > now
        rows = outbox.every(db, states=("ready", "uncertain"), account_id=one)
        found[one] = {
            "until": iso(account.parked_until) if account is not None and parked else None,
            "waiting": sum(d.not_before <= now for d in rows),
        }
    return found


def outbox_cancel(desk: Desk, id: str) -> Json:
    """Take a row back before it is sent; its text is a draft again. Returns {outbox: row, draft}.

    What a platform's scheduler holds stands at `scheduled`, with `server.recall` `cancel`, until
    that has given it back. Raises Missing, Rejected (`too_late`: it is going out, or gone).
    """
    row = number(id, "unknown_row")

    def go(tx: Tx) -> Deed:
        deed = outbox.by_id(tx.db, row)
        if deed is None:
            raise Missing("unknown_row", id=id)
        if held_there.withdraw(tx, deed, now=desk.now()) == "too_late":
            raise Rejected("too_late", field="row", reason=deed.state, id=id)
        moderating.dropped(tx, row, now=desk.now())
        deeds.add(tx, "outbox.cancel", {"id": id}, now=desk.now(), undo=None)
        return deed

    desk.store.write(go)
    found = desk.row(row)
    return {"outbox": row_json(found), "draft": str(found.draft_id) if found.draft_id else None}


def outbox_resolve(desk: Desk, id: str, verdict: str) -> Json:
    """Decide on a row in review: `send`, `sent` (it is there), `look`, `drop`.

    On a row in doubt only `sent` and `look`: its text, sent anew, could be the second.

    Raises Missing, Rejected (`not_in_review`, `unknown_verdict`).
    """
    row = number(id, "unknown_row")
    if verdict not in ("send", "sent", "look", "drop"):
        raise Rejected("unknown_verdict", field="as", reason="unknown", value=verdict)

    def go(tx: Tx) -> None:
        deed = outbox.by_id(tx.db, row)
        if deed is None:
            raise Missing("unknown_row", id=id)
        looked_for = deed.state == "uncertain" and verdict in ("sent", "look")
        if deed.state != "review" and not looked_for:
            raise Rejected("not_in_review", field="row", reason=deed.state, id=id)
        match verdict:
            case "send":
                outbox.accept(tx, deed, now=desk.now())
            case "sent":
                outbox.said_sent(tx, deed, now=desk.now())
            case "look":
                outbox.look_again(tx, row)
            case _:
                outbox.cancel(tx, deed, now=desk.now())
                moderating.dropped(tx, row, now=desk.now())
        deeds.add(tx, "outbox.resolve", {"id": id, "as": verdict}, now=desk.now(), undo=None)

    desk.store.write(go)
    return {"outbox": row_json(desk.row(row))}


def outbox_pause(desk: Desk, pull: bool = False) -> Json:
    """The panic switch: nothing goes out, for any account, until it is released (CR-09).

    What the platforms' own schedulers hold is asked back as soon as there is a network; until
    then they go on to publish it. `pull`: ask right now, before answering.
    Returns {paused, held_by_servers: how many they still hold, under_way: how many were leaving
    in that moment and may be out, undo}.
    """

    def go(tx: Tx) -> int:
        problems.switch_on(tx, "panic", now=desk.now())
        held_there.recall_all(tx, now=desk.now())
        return outbox.counts(tx.db).get("sending", 0)

    under_way = desk.store.write(go)
    for account in desk.accounts() if pull else ():
        if account.state != "sign_in" and ahead.next_recall(desk, account) is not None:
            with desk.lane(account.id):
                ahead.pull_back(desk, account, desk.links.to(account))
    held = desk.store.read(outbox.counts).get("scheduled", 0)
    return {
        "paused": True,
        "held_by_servers": held,
        "under_way": under_way,
        "undo": undo_by("outbox.resume"),
    }


def outbox_resume(desk: Desk) -> Json:
    """Release the panic switch. What was asked back is handed over again where there is time."""

    def go(tx: Tx) -> None:
        problems.switch_off(tx, "panic")
        held_there.leave_all(tx)

    desk.store.write(go)
    return {"paused": False, "undo": undo_by("outbox.pause")}


def flight_check(desk: Desk, until: int | None = None) -> Json:
    """The pre-flight look; times in the answer are UTC ms (see `landing.preflight`)."""
    return landing.preflight(desk, until=until)


def flight_start(desk: Desk) -> Json:
    """Switch flight mode on."""
    return {"flight": True, "changed": landing.take_off(desk), "undo": undo_by("flight.end")}


def flight_end(desk: Desk, wait: float = 0) -> Json:
    """Land: flight mode off, everything sent or held, the landing report."""
    report = landing.touch_down(desk, wait=wait)
    return flight_report(desk) if report else {}


def flight_report(desk: Desk) -> Json:
    """Return the last landing report with its rows as they stand now; {} if there was none."""
    report = desk.store.read(landings.last)
    if report is None:
        return {}
    moved = {number(i) for i in report["rows"]}
    rows = desk.store.read(lambda db: landing.settled(db, moved))
    return {
        "away_since": iso(report["away_since"]),
        "ended_at": iso(report["ended_at"]),
        **{name: [row_json(d) for d in found] for name, found in rows.items()},
        "new": report["new"],
        "errors": report["errors"],
        "stopped": desk.store.read(lambda db: _stopped(db, report["errors"], now=desk.now())),
        "planned": _planned(desk, report["away_since"], report["ended_at"]),
    }


def _planned(desk: Desk, since: int | None, until: int) -> list[Json]:
    """Return what became of each post that was planned for the time one was away."""
    if since is None:
        return []
    found = desk.store.read(lambda db: fates.became(db, since, until))
    return [
        {
            "row": str(one.row), "draft": str(one.draft) if one.draft is not None else None,
            "account": one.account, "planned_at": iso(one.planned_at), "state": one.state,
            "reason": one.reason, "sent_at": iso(one.sent_at), "by_server": one.by_server,
            "text": one.text,
        }
        for one in found
    ]  # fmt: skip
