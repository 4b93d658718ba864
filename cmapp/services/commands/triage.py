"""Commands that decide on items: one, many, all that a search finds, or a whole group.

Each takes `items` (ids of interactions or their posts), `query` (the search language) or `group`
(see `selection.chosen`), is one transaction and one deed, and answers with {count, items, undo}:
how many and which items it was about, and the command that puts back exactly what was before
(None where nothing was chosen).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from cmapp.domain import moments
from cmapp.domain.errors import Rejected
from cmapp.services.desk import Desk
from cmapp.services.selection import chosen
from cmapp.services.shapes import Json, iso
from cmapp.store import contacts, deeds, inbox, muting, triage
from cmapp.store.database import Tx

LATER = timedelta(hours=3)
"""What `later` means on an evening."""
Ids = Sequence[str | int] | None
Group = Mapping[str, Any] | None


def change(
    desk: Desk,
    command: str,
    told: Mapping[str, Any],
    do: Callable[[Tx, int, list[int]], Json | None],
    items: Ids,
    query: str | None,
    group: Group,
) -> Json:
    """Choose, keep the deed, do it: all of it or nothing. `do(tx, deed, items)` tells more."""
    now = desk.now()

    def go(tx: Tx) -> Json:
        found = chosen(tx.db, items, query, now=now, group=group)
        if not found:
            return {"count": 0, "items": [], "undo": None}
        args = {**told, **_about(found, query, group)}
        deed = deeds.begin(tx, command, args, now=now)
        more = do(tx, deed, found) or {}
        return {
            "count": len(found),
            "items": [str(i) for i in found],
            "undo": deeds.way_back(deed),
            **more,
        }

    return desk.store.write(go)


def _about(found: Sequence[int], query: str | None, group: Group) -> Json:
    """Return what the log says of a choice: never ten thousand ids."""
    told: Json = {"count": len(found)}
    if query is not None:
        told["query"] = query
    elif group is not None:
        told["group"] = dict(group)
    else:
        told["items"] = [str(i) for i in found[:20]]
    return told


def set_state(
    desk: Desk,
    state: str,
    item: str | None = None,
    items: Ids = None,
    query: str | None = None,
    group: Group = None,
) -> Json:
    """Move items to open, waiting (for their people), done or muted.

    `item`: one of them; the answer then has it as {item: {id, state}}, too.
    """
    if state not in inbox.STATES:
        raise Rejected("unknown_state", field="state", reason="unknown", value=state)

    def do(tx: Tx, deed: int, found: list[int]) -> Json:
        deeds.note(tx, deed, found, triage.STATE_COLUMNS)
        triage.set_state(tx, found, state, now=desk.now())
        one = {"item": {"id": str(found[0]), "state": state}} if item is not None else {}
        return {"state": state, **one}

    given = [item] if item is not None else items
    return change(desk, "inbox.set_state", {"state": state}, do, given, query, group)


def snooze(
    desk: Desk,
    until: int | str,
    items: Ids = None,
    query: str | None = None,
    group: Group = None,
) -> Json:
    """Put items off until a time; they wake earlier if their people write again.

    `until`: UTC ms, or `later`, `next_week`, or words as `domain/moments.py` reads them
    (`tomorrow`, `fri 9:00`, `明天`), or `reply`: not before they write. Returns {…, until: ISO
    time or None}. Raises Rejected (`unknown_time`, `time_is_past`).
    """
    when = wake_time(until, now=desk.now())

    def do(tx: Tx, deed: int, found: list[int]) -> Json:
        deeds.note(tx, deed, found, triage.STATE_COLUMNS)
        triage.snooze(tx, found, when)
        return {"state": "waiting", "until": iso(when)}

    return change(desk, "inbox.snooze", {"until": iso(when)}, do, items, query, group)


def wake_time(until: int | str, *, now: int) -> int | None:
    """Read when to wake (UTC ms), None for when they write. Raises as `snooze` does.

    Words are read by the wall clock of this machine, also where that changes before the time.
    """
    if isinstance(until, str):
        name = " ".join(until.lower().replace("_", " ").split())
        if name == "reply":
            return None
        here = datetime.fromtimestamp(now / 1000, UTC).astimezone().replace(tzinfo=None)
        when: datetime | None
        if name in ("later", "later today"):
            when = moments.later_today(here) or here + LATER
        else:
            when = moments.next_week(here) if name == "next week" else moments.parse(name, here)
        if when is None:
            raise Rejected("unknown_time", field="until", reason="unknown", value=until)
        return round(when.astimezone().timestamp() * 1000)
    if until <= now:
        raise Rejected("time_is_past", field="until", reason="past", at=until)
    return until


def unsnooze(desk: Desk, items: Ids = None, query: str | None = None, group: Group = None) -> Json:
    """Open again those of the items that wait."""

    def do(tx: Tx, deed: int, found: list[int]) -> Json:
        deeds.note(tx, deed, found, triage.STATE_COLUMNS)
        return {"state": "open", "woken": len(triage.unsnooze(tx, found))}

    return change(desk, "inbox.unsnooze", {}, do, items, query, group)


def assign(
    desk: Desk, who: str, items: Ids = None, query: str | None = None, group: Group = None
) -> Json:
    """Give items to somebody at this desk; an empty name takes them back."""
    name = " ".join(who.split())[:100]

    def do(tx: Tx, deed: int, found: list[int]) -> Json:
        deeds.note(tx, deed, found, ("assignee",))
        triage.assign(tx, found, name)
        return {"assignee": name}

    return change(desk, "inbox.assign", {"who": name}, do, items, query, group)


def prioritize(
    desk: Desk, priority: int, items: Ids = None, query: str | None = None, group: Group = None
) -> Json:
    """Raise (1) or lower (-1) items by hand, or leave them to the rules again (0)."""
    if priority not in (-1, 0, 1):
        raise Rejected("unknown_priority", field="priority", reason="unknown", value=priority)

    def do(tx: Tx, deed: int, found: list[int]) -> Json:
        deeds.note(tx, deed, found, ("priority", "lane"))
        triage.prioritize(tx, found, priority)
        return {"priority": priority}

    return change(desk, "inbox.prioritize", {"priority": priority}, do, items, query, group)


_LIVE = ("open", "waiting")


def mute(
    desk: Desk,
    items: Ids = None,
    query: str | None = None,
    group: Group = None,
    what: str = "thread",
) -> Json:
    """Mute the threads of items, or (`what` = `person`) their people: also what comes later.

    Returns {…, muted: how many items}.
    """
    _known_mute(what)

    def do(tx: Tx, deed: int, found: list[int]) -> Json:
        if what == "person":
            hushed = _mute_people(tx, deed, found, now=desk.now())
        else:
            hushed = _mute_threads(tx, deed, found, now=desk.now())
        deeds.note(tx, deed, hushed, triage.STATE_COLUMNS)
        muting.set_muted(tx, hushed, True)
        return {"state": "muted", "muted": len(hushed)}

    return change(desk, "inbox.mute", {"what": what}, do, items, query, group)


def _known_mute(what: str) -> None:
    if what not in ("thread", "person"):
        raise Rejected("unknown_mute", field="what", reason="unknown", value=what)


def _keys(tops: Mapping[str, Sequence[str]]) -> list[dict[str, str]]:
    return [{"realm": realm, "root_ref": ref} for realm, refs in tops.items() for ref in refs]


def _mute_threads(tx: Tx, deed: int, found: list[int], *, now: int) -> list[int]:
    tops = muting.tops(tx.db, found)
    deeds.note_rows(tx, deed, "muted_threads", _keys(tops))
    for key in _keys(tops):
        muting.mute_thread(tx, key["realm"], key["root_ref"], now=now)
    # also those of the items that stand in no thread: a new follower
    alone = inbox.in_states(tx.db, found, _LIVE)
    return sorted({*alone, *muting.of_threads(tx.db, tops, _LIVE)})


def _mute_people(tx: Tx, deed: int, found: list[int], *, now: int) -> list[int]:
    people = muting.people_of(tx.db, found)
    deeds.note_people(tx, deed, "muted", contacts.put(tx, people, "muted", 1, now=now))
    return sorted(set(muting.of_people(tx.db, people, _LIVE)))


def unmute(
    desk: Desk,
    items: Ids = None,
    query: str | None = None,
    group: Group = None,
    what: str = "thread",
) -> Json:
    """Let the threads of items, or their people, be heard again; what was muted is open.

    What is muted for the other cause, too, stays so. Returns {…, opened: how many items}.
    """
    _known_mute(what)

    def do(tx: Tx, deed: int, found: list[int]) -> Json:
        heard: set[int] = set(inbox.in_states(tx.db, found, ("muted",)))
        if what == "person":
            people = muting.people_of(tx.db, found)
            before = contacts.put(tx, people, "muted", 0, now=desk.now())
            deeds.note_people(tx, deed, "muted", before)
            heard.update(muting.of_people(tx.db, people, ("muted",)))
        else:
            tops = muting.muted_tops(tx.db, found)
            deeds.note_rows(tx, deed, "muted_threads", _keys(tops))
            for key in _keys(tops):
                muting.unmute_thread(tx, key["realm"], key["root_ref"])
            heard.update(muting.of_threads(tx.db, tops, ("muted",)))
        opened = sorted(heard - muting.still_muted(tx.db, sorted(heard)))
        deeds.note(tx, deed, opened, triage.STATE_COLUMNS)
        muting.set_muted(tx, opened, False)
        return {"state": "open", "opened": len(opened)}

    return change(desk, "inbox.unmute", {"what": what}, do, items, query, group)
