"""Rules look at what comes in: they label, assign, draft; they answer only where told to (IN-16).

A rule never touches the same item twice, never answers the same person twice in a day, never
sends more than its cap, and what it sends is a row of the outbox like any other: the landing
check reads the thread again before it leaves.
"""

from __future__ import annotations

import logging
from collections.abc import Collection, Mapping
from typing import Any

from cmapp.domain.errors import Missing, Rejected, Trouble
from cmapp.services.desk import Desk
from cmapp.store import inbox, rules, search
from cmapp.store.rules import Rule
from cmapp.store.sqlite import Connection

log = logging.getLogger(__name__)

DEEDS = {
    "inbox.label": ("label",),
    "inbox.assign": ("who",),
    "inbox.prioritize": ("priority",),
    "inbox.set_state": ("state",),
    "draft": ("text",),
    "reply": ("text",),
}
"""What a rule may do → the arguments that it needs. `reply` becomes `draft` without auto-send."""
A_DAY = 86_400_000
DRY_RUN_DAYS = 90


def checked(deeds: Collection[Mapping[str, Any]]) -> tuple[dict[str, Any], ...]:
    """Return deeds as they are stored. Raises Rejected (`bad_rule`) naming what is wrong."""
    made = []
    for deed in deeds:
        command, args = str(deed.get("command", "")), dict(deed.get("args") or {})
        needed = DEEDS.get(command)
        if needed is None:
            raise Rejected("bad_rule", field="deeds", reason="unknown", value=command)
        for name in needed:
            if name not in args or args[name] == "":
                raise Rejected("bad_rule", field=name, reason="missing", value=command)
        made.append({"command": command, "args": {n: args[n] for n in needed}})
    if not made:
        raise Rejected("bad_rule", field="deeds", reason="empty")
    return tuple(made)


def matching(
    db: Connection,
    rule: Rule,
    *,
    now: int,
    among: Collection[int] | None = None,
    most: int = 10_000,
) -> list[int]:
    """Return the items that a rule's query finds, newest first."""
    return search.items(db, rule.query, now=now, most=most, among=among)


def dry_run(db: Connection, rule: Rule, *, now: int) -> dict[str, Any]:
    """Return what a rule would have done in the last 90 days: {matches, items, replies}.

    `replies`: how many answers it would have sent by itself, each day's cap and each person's
    one answer a day considered.
    """
    since = now - DRY_RUN_DAYS * A_DAY
    found = [
        item
        for number in matching(db, rule, now=now)
        if (item := inbox.by_id(db, number)) is not None and item.created_at >= since
    ]
    sent: list[tuple[int, int]] = []
    if rule.auto_send and any(d["command"] == "reply" for d in rule.deeds):
        for item in reversed(found):
            day = [(at, who) for at, who in sent if at > item.created_at - A_DAY]
            if len(day) < rule.cap and item.actor_id not in {who for _, who in day}:
                sent.append((item.created_at, item.actor_id))
    return {
        "matches": len(found),
        "items": [str(i.id) for i in found[:50]],
        "replies": len(sent),
    }


def look_at(desk: Desk, fresh: Collection[int]) -> int:
    """Let the rules look at new items; returns how many firings there were. Raises nothing."""
    if not fresh:
        return 0
    fired = 0
    for rule in desk.store.read(lambda db: rules.every(db, enabled=True)):
        try:
            found = desk.store.read(
                lambda db, rule=rule: matching(  # type: ignore[misc]
                    db, rule, now=desk.now(), among=fresh, most=len(fresh)
                )
            )
            for item_id in sorted(found):
                fired += _fire(desk, rule, item_id)
        except Trouble as trouble:
            log.warning("rule %s: %s", rule.id, trouble)
        except Exception:
            log.exception("rule %s: a bug", rule.id)
    return fired


def _fire(desk: Desk, rule: Rule, item_id: int) -> bool:
    firing = desk.store.write(lambda tx: rules.claim(tx, rule, item_id, now=desk.now()))
    if firing is None:
        return False
    did = []
    for deed in rule.deeds:
        try:
            did.append(_do(desk, rule, item_id, deed))
        except Trouble as trouble:
            did.append({**deed, "error": trouble.why})
    desk.store.write(lambda tx: rules.note(tx, firing, did))
    return True


def _do(desk: Desk, rule: Rule, item_id: int, deed: Mapping[str, Any]) -> dict[str, Any]:
    command, args = str(deed["command"]), dict(deed["args"])
    if command == "reply" and not _may_answer(desk, rule, item_id):
        command = "draft"
    if command in ("draft", "reply"):
        item = desk.store.read(lambda db: inbox.by_id(db, item_id))
        if item is None:
            raise Missing("unknown_item", id=str(item_id))
        words = str(args["text"]).replace("{{name}}", item.name or item.handle)
        if command == "reply":
            answer = desk.commands["reply"](desk, item=str(item_id), text=words, undo_delay=True)
            undo = answer["undo"]
        else:
            answer = desk.commands["drafts.save"](desk, text=words, item=str(item_id))
            undo = {"command": "drafts.delete", "args": {"id": answer["drafts"][0]["id"]}}
        return {"command": command, "args": {"text": words}, "undo": undo}
    answer = desk.commands[command](desk, items=[str(item_id)], **args)
    return {"command": command, "args": args, "undo": answer.get("undo")}


def _may_answer(desk: Desk, rule: Rule, item_id: int) -> bool:
    if not rule.auto_send:
        return False

    def look(db: Connection) -> bool:
        item = inbox.by_id(db, item_id)
        sent, people = rules.answered_since(db, rule.id, desk.now() - A_DAY)
        return item is not None and sent < rule.cap and item.actor_id not in people

    return desk.store.read(look)
