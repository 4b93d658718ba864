"""Rules look at what comes in: they label, assign, draft; they answer only where told to (IN-16).

A rule never touches the same item twice and never sends more than its cap. No person is answered
by rules twice in a day, nothing that somebody answers or that is older than a day by any. What a
rule sends is a row of the outbox like any other: the landing check reads the thread again before
it leaves.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Collection, Mapping
from typing import Any

from cmapp.domain import filling
from cmapp.domain.errors import Rejected, Trouble
from cmapp.services import saved_replies
from cmapp.services.desk import Desk
from cmapp.store import contacts, inbox, outbox, rules, search
from cmapp.store.database import Tx
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
        for gap in filling.gaps(str(args["text"])) if "text" in needed else ():
            nobody_to_ask = command == "reply" and gap.question
            if nobody_to_ask or (not gap.known and gap.fallback is None):
                raise Rejected("bad_rule", field="text", reason="unknown", value=gap.name)
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
    matched = matching(db, rule, now=now)
    items = inbox.by_ids(db, matched)
    found = [i for n in matched if (i := items.get(n)) is not None and i.created_at >= since]
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


def look(desk: Desk, account_id: str) -> int:
    """Let the rules look at what came in to an account; returns how many firings there were.

    Raises nothing. What is to be looked at was noted as it came in, so that a kill before this
    keeps no rule from it.
    """
    fresh = desk.store.read(lambda db: rules.waiting(db, account_id))
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
    with contextlib.suppress(Trouble):  # a full disk: they are looked at again, and touched once
        desk.store.write(lambda tx: rules.looked(tx, fresh))
    return fired


def _fire(desk: Desk, rule: Rule, item_id: int) -> bool:
    """Do all that a rule does to one item, and keep it, in one transaction."""

    def go(tx: Tx) -> bool:
        firing = rules.claim(tx, rule, item_id, now=desk.now())
        if firing is None:
            return False
        did = []
        for deed in rule.deeds:
            try:
                did.append(_do(desk, rule, item_id, deed))
            except Trouble as trouble:
                did.append({**deed, **_refused(trouble)})
        rules.note(tx, firing, did)
        return True

    return desk.store.write(go)


def _refused(trouble: Trouble) -> dict[str, Any]:
    """Return what the log says of a deed that could not be done; its text is kept as a draft."""
    told: dict[str, Any] = {"error": trouble.why}
    if names := trouble.facts.get("names"):
        told["names"] = names
    if draft := trouble.facts.get("draft"):
        told["undo"] = {"command": "drafts.delete", "args": {"id": str(draft)}}
    return told


def _do(desk: Desk, rule: Rule, item_id: int, deed: Mapping[str, Any]) -> dict[str, Any]:
    command, args = str(deed["command"]), dict(deed["args"])
    if command == "reply" and not _may_answer(desk, rule, item_id):
        command = "draft"
    if command in ("draft", "reply"):
        words = _words(desk, item_id, str(args["text"]))
        if command == "reply":
            answer = desk.commands["reply"](desk, item=str(item_id), text=words, undo_delay=True)
            undo = answer["undo"]
        else:
            answer = desk.commands["drafts.save"](desk, text=words, item=str(item_id))
            undo = {"command": "drafts.delete", "args": {"id": answer["drafts"][0]["id"]}}
        return {"command": command, "args": {"text": words}, "undo": undo}
    answer = desk.commands[command](desk, items=[str(item_id)], **args)
    return {"command": command, "args": args, "undo": answer.get("undo")}


def _words(desk: Desk, item_id: int, text: str) -> str:
    """Return a rule's text with its gaps filled as a saved reply's are, as far as could be."""
    there = desk.store.read(lambda db: saved_replies.spot(db, item_id, now=desk.now()))
    known = dict(there.known)
    if any(g.name == "reopens" for g in filling.gaps(text)):
        known["reopens"] = saved_replies.reopens(desk, None, item_id, there.lang)
    return filling.fill(text, known).text


def _may_answer(desk: Desk, rule: Rule, item_id: int) -> bool:
    """Tell whether a rule may answer by itself: something new that nobody answers, once a day."""
    if not rule.auto_send:
        return False
    since = desk.now() - A_DAY

    def look(db: Connection) -> bool:
        item = inbox.by_id(db, item_id)
        if item is None or item.state != "open" or item.created_at < since:
            return False
        if outbox.answers(db, item_id) or rules.answered_since(db, since, rule_id=rule.id) >= (
            rule.cap
        ):
            return False
        them = contacts.group(db, item.actor_id)
        return rules.answered_since(db, since, people=them) == 0

    return desk.store.read(look)
