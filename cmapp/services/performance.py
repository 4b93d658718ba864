"""Our own figures over a span: how soon we answered, what is still open, how it went (TM-04)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Any

from cmapp.store import accounts, asked, looking_back
from cmapp.store.sqlite import Connection

_MINUTE = 60_000
_AFTERWARDS = 7 * 86_400_000
"""Within which time a next word of the same person tells how our answer was taken."""


def figures(
    db: Connection, since: int, until: int, *, now: int, account_id: str | None = None
) -> dict[str, Any]:
    """Return what the span [since, until) (UTC ms) was like; times in minutes.

    `came`: what needed a reply. `answered`: of these, by one of ours. `response`: median and 90th
    percentile from their word to our first answer. `in_time`: the share of the answered that had
    their answer before it was due. `resolved` and `resolution`: closed, and after how long.
    `open`, `overdue`: of these, still waiting now. `taken`: of our answers that left in the span,
    how many were thanked for, asked about again, or not heard of again within seven days (of
    those that left later than that it is too soon to tell).
    A figure that nothing stands behind is None; `n` tells how many do.
    """
    whose = [account_id] if account_id else [a.id for a in accounts.every(db, removed=True)]
    rows = asked.between(db, whose, since, until, now=now)
    answered = [c for c in rows if c.answered_at is not None]
    resolved = [c for c in rows if c.done_at is not None]
    waiting = [c for c in rows if c.state == "open"]
    sent = looking_back.replied(db, whose, since, until)
    return {
        "came": len(rows),
        "answered": len(answered),
        "response": _spread([(c.answered_at or 0) - c.at for c in answered]),
        "in_time": _share(sum((c.answered_at or 0) <= c.due_at for c in answered), answered),
        "resolved": len(resolved),
        "resolution": _spread([(c.done_at or 0) - c.at for c in resolved]),
        "open": len(waiting),
        "overdue": sum(c.due_at < now for c in waiting),
        "sent": len(sent),
        "held_first": sum(held for _, _, _, held in sent),
        "taken": _taken(db, sent, now),
        "by_person": _by_person(rows),
    }


def _spread(spans: Sequence[int]) -> dict[str, Any]:
    ordered = sorted(max(0, s) for s in spans)
    return {
        "n": len(ordered),
        "median": _quantile(ordered, 0.5),
        "p90": _quantile(ordered, 0.9),
    }


def _quantile(ordered: Sequence[int], share: float) -> float | None:
    """Return the nearest-rank quantile in minutes: the value that `share` of all do not exceed."""
    if not ordered:
        return None
    place = max(0, -(-int(share * len(ordered) * 1000) // 1000) - 1)
    return round(ordered[min(place, len(ordered) - 1)] / _MINUTE, 1)


def _share(part: int, of: Sequence[Any]) -> dict[str, Any]:
    return {"n": len(of), "share": round(part / len(of), 4) if of else None}


def _taken(
    db: Connection, sent: Sequence[tuple[int, int | None, int, bool]], now: int
) -> dict[str, int]:
    how: Counter[str] = Counter(thanked=0, asked_again=0, quiet=0, too_soon=0)
    for _row, item, at, _held in sent:
        if item is None:
            continue
        word = looking_back.next_word(db, item, at, within=_AFTERWARDS)
        if word is None:
            how["quiet" if at + _AFTERWARDS <= now else "too_soon"] += 1
        elif "thanks" in word[1] or "praise" in word[1]:
            how["thanked"] += 1
        else:
            how["asked_again"] += 1
    return dict(how)


def _by_person(rows: Sequence[asked.Asked]) -> list[dict[str, Any]]:
    """Return for each assignee how much came, was answered and is open (TM-03)."""
    names = sorted({c.assignee for c in rows if c.assignee})
    return [
        {
            "name": name,
            "came": sum(c.assignee == name for c in rows),
            "answered": sum(c.assignee == name and c.answered_at is not None for c in rows),
            "open": sum(c.assignee == name and c.state == "open" for c in rows),
        }
        for name in names
    ]
