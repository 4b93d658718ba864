"""Commands on rules: make one, try it on the last 90 days, see and take back what it did."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from cmapp.domain import query as language
from cmapp.domain.errors import Missing, Rejected, Trouble
from cmapp.services import rules as running
from cmapp.services import selection
from cmapp.services.desk import Desk
from cmapp.services.shapes import Json, iso, number, undo_by
from cmapp.store import deeds as history
from cmapp.store import ids, rules
from cmapp.store.database import Tx
from cmapp.store.rules import Rule


def rules_list(desk: Desk) -> Json:
    """Return {rules: [...]} in the order in which they look at what comes in."""
    return {"rules": [_json(r) for r in desk.store.read(rules.every)]}


def rules_save(
    desk: Desk,
    name: str,
    query: str,
    deeds: Sequence[Mapping[str, Any]],
    id: str | None = None,
    enabled: bool | None = None,
    auto_send: bool = False,
    cap: int = 20,
) -> Json:
    """Make a rule, or change one; returns {rule, try, undo}. It looks at what comes in from now.

    `auto_send` is off unless it is asked for: an answer is a draft. `enabled`: as it is, else on.
    Raises Rejected (`bad_rule`, `query_misread`).
    """
    if not name.strip() or not query.strip():
        raise Rejected("bad_rule", field="name" if not name.strip() else "query", reason="empty")
    if not 0 <= cap <= 1000:
        raise Rejected("bad_rule", field="cap", reason="bad_value", value=cap)
    made = running.checked(deeds)
    selection.understood(language.parse(query, now=desk.now()))

    def go(tx: Tx) -> tuple[Rule, Json]:
        old = _known(tx, id) if id is not None else None
        same = rules.by_name(tx.db, name.strip())
        if same is not None and (old is None or same.id != old.id):
            raise Rejected("bad_rule", field="name", reason="key_taken", value=name)
        now = desk.now()
        rule = Rule(
            id=old.id if old else ids.new(tx.db, "rules", now),
            name=name.strip(),
            query=query.strip(),
            deeds=made,
            enabled=enabled if enabled is not None else old is None or old.enabled,
            auto_send=auto_send,
            cap=cap,
            position=old.position if old else len(rules.every(tx.db)),
            made_at=old.made_at if old else now,
        )
        rules.put(tx, rule)
        undo = _undo_to(old) if old else undo_by("rules.remove", id=str(rule.id))
        history.add(tx, "rules.save", {"id": str(rule.id)}, now=now, undo=undo)
        return rule, undo

    rule, undo = desk.store.write(go)
    # it may look at thousands of items: never while everybody else waits to write
    tried = desk.store.read(lambda db: running.dry_run(db, rule, now=desk.now()))
    return {"rule": _json(rule), "try": tried, "undo": undo}


def rules_enable(desk: Desk, id: str, enabled: bool = True) -> Json:
    """Switch a rule on or off."""

    def go(tx: Tx) -> Json:
        old = _known(tx, id)
        rules.put(tx, replace(old, enabled=enabled))
        undo = undo_by("rules.enable", id=id, enabled=old.enabled)
        history.add(tx, "rules.enable", {"id": id, "enabled": enabled}, now=desk.now(), undo=undo)
        return {"rule": _json(replace(old, enabled=enabled)), "undo": undo}

    return desk.store.write(go)


def rules_remove(desk: Desk, id: str) -> Json:
    """Delete a rule; what it did stays done."""

    def go(tx: Tx) -> Json:
        old = _known(tx, id)
        rules.remove(tx, old.id)
        undo = _undo_to(old)
        history.add(tx, "rules.remove", {"id": id}, now=desk.now(), undo=undo)
        return {"rules": [_json(r) for r in rules.every(tx.db)], "undo": undo}

    return desk.store.write(go)


def rules_restore(desk: Desk, rule: Mapping[str, Any]) -> Json:
    """Put a rule back as it was."""
    values = {**rule, "id": int(rule["id"]), "deeds": running.checked(rule["deeds"])}
    desk.store.write(lambda tx: rules.put(tx, Rule(**values)))
    return rules_list(desk)


def rules_try(
    desk: Desk,
    id: str | None = None,
    query: str = "",
    deeds: Sequence[Mapping[str, Any]] = (),
    auto_send: bool = False,
    cap: int = 20,
) -> Json:
    """Return what a rule would have done in the last 90 days: {matches, items, replies}.

    The rule `id`, or one that is still being written. Raises Rejected (`bad_rule`), Missing.
    """
    if id is None and not query.strip():
        raise Rejected("bad_rule", field="query", reason="empty")
    made = running.checked(deeds) if deeds else ()

    def look(db: Any) -> Json:
        if id is None:
            found: Rule | None = Rule(
                0, "", query.strip(), made, enabled=True, auto_send=auto_send, cap=cap,
                position=0, made_at=0,
            )  # fmt: skip
        else:
            found = rules.by_id(db, number(id, "unknown_rule"))
        if found is None:
            raise Missing("unknown_rule", id=id)
        return running.dry_run(db, found, now=desk.now())

    return desk.store.read(look)


def rules_log(desk: Desk, id: str | None = None, limit: int = 200) -> Json:
    """Return {firings: [{id, rule, item, did, at, undone_at}]}, newest first."""
    which = number(id, "unknown_rule") if id is not None else None
    names = {r.id: r.name for r in desk.store.read(rules.every)}
    return {
        "firings": [
            {
                "id": str(f.id),
                "rule": names.get(f.rule_id, ""),
                "item": str(f.item_id),
                "did": [dict(d) for d in f.did],
                "at": iso(f.at),
                "undone_at": iso(f.undone_at),
            }
            for f in desk.store.read(lambda db: rules.log(db, which, limit=limit))
        ]
    }


def rules_undo(desk: Desk, firing: str) -> Json:
    """Take back what a rule did to one item, the last deed first.

    Returns {undone: n, stayed: [{command, why}]}: an answer that has left stays.
    """
    which = number(firing, "unknown_firing")
    found = desk.store.read(lambda db: rules.log(db, id=which, limit=1))
    if not found:
        raise Missing("unknown_firing", id=firing)
    undone, stayed = 0, []
    for did in reversed(found[0].did if found[0].undone_at is None else ()):
        way = did.get("undo")
        if not way:
            continue
        try:
            desk.commands[way["command"]](desk, **way["args"])
            undone += 1
        except Trouble as trouble:
            stayed.append({"command": did["command"], "why": trouble.why})
    desk.store.write(lambda tx: rules.undone(tx, which, now=desk.now()))
    return {"undone": undone, "stayed": stayed}


def _known(tx: Tx, id: str) -> Rule:
    found = rules.by_id(tx.db, number(id, "unknown_rule"))
    if found is None:
        raise Missing("unknown_rule", id=id)
    return found


def _undo_to(rule: Rule) -> Json:
    stored = {name: getattr(rule, name) for name in Rule.__dataclass_fields__}
    stored |= {"id": str(rule.id), "deeds": [dict(d) for d in rule.deeds]}
    return undo_by("rules.restore", rule=stored)


def _json(rule: Rule) -> Json:
    return {
        "id": str(rule.id),
        "name": rule.name,
        "query": rule.query,
        "deeds": [dict(d) for d in rule.deeds],
        "enabled": rule.enabled,
        "auto_send": rule.auto_send,
        "cap": rule.cap,
    }
