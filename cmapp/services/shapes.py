"""How stored things look to scripts and to the window: JSON, ids as text, times as ISO 8601."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from cmapp.domain.errors import Missing
from cmapp.store.accounts import Account
from cmapp.store.drafts import Draft
from cmapp.store.inbox import Item
from cmapp.store.notes import Note
from cmapp.store.outbox import Deed
from cmapp.store.outbox_turn import Thread, Waiting

Json = dict[str, Any]


def iso(when: int | None) -> str | None:
    """Return UTC ms as ISO 8601 with milliseconds and Z."""
    if when is None:
        return None
    moment = datetime.fromtimestamp(when / 1000, UTC)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


_TIMES = ("at", "until", "created_at", "edited_at", "made_at")


def in_iso(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return facts with the times among them as scripts get times."""
    return {n: iso(v) if n in _TIMES and type(v) is int else v for n, v in facts.items()}


LANES = ("urgent", "negative", "normal", "low")
"""The lanes of the queue as the command line names them, by number."""


def account_json(account: Account) -> Json:
    """Return an account as the command line shows it."""
    return {
        "id": account.id,
        "platform": account.platform,
        "server": account.server,
        "handle": account.handle,
        "name": account.name,
        "state": account.state,
        "problem": account.problem,
        "synced_at": iso(account.synced_at),
        "capabilities": account.capabilities,
    }


def item_json(item: Item) -> Json:
    """Return an interaction as the command line shows it."""
    return {
        "id": str(item.id),
        "account": item.account_id,
        "platform": item.platform,
        "kind": item.kind,
        "author": {"handle": item.handle, "name": item.name},
        "text": item.text,
        "created_at": iso(item.created_at),
        "state": item.state,
        "needs_reply": item.needs_reply,
        "due_at": iso(item.due_at) if item.needs_reply else None,
        "reply_until": iso(item.reply_until),
        "lane": LANES[item.lane],
        "priority": item.priority,
        "wake_at": iso(item.wake_at),
        "woke": item.woke,
        "assignee": item.assignee,
        "signals": list(item.signals),
        "side": next((s for s in item.signals if s in ("u-u", "b-b")), "u-b"),
        "judged_like": next((s[5:] for s in item.signals if s.startswith("like:")), None),
        "labels": list(item.labels),
        "vip": item.vip,
        "can_reply": item.can_reply is not False,
        "pending": item.pending,
        "deleted": item.deleted_at is not None,
        "url": item.url,
        "parent_text": item.parent_text,
    }


def note_json(one: Note) -> Json:
    """Return a note as the command line shows it."""
    return {
        "id": str(one.id),
        "item": str(one.item_id) if one.item_id else None,
        "text": one.text,
        "author": one.author,
        "made_at": iso(one.made_at),
        "edited_at": iso(one.edited_at),
    }


def draft_json(draft: Draft) -> Json:
    """Return a draft as the command line shows it; `base` is what the next save hands back."""
    target = draft.item_id or draft.post_id
    return {
        "id": str(draft.id),
        "account": draft.account_id,
        "in_reply_to": str(target) if target else None,
        "title": draft.title,
        "stage": draft.stage,
        "text": draft.text,
        "media": draft.media,
        "options": draft.options,
        "brief": draft.brief,
        "variants": [
            {
                "account": one.account_id,
                "segment": one.segment,
                "text": one.text,
                "media": one.media,
                "options": one.options,
            }
            for one in draft.variants
        ],
        "state": draft.state,
        "plan": {"at": iso(draft.planned_at), "wall": draft.wall, "zone": draft.zone}
        if draft.planned_at is not None
        else None,
        "campaign": str(draft.campaign_id) if draft.campaign_id else None,
        "series": str(draft.series_id) if draft.series_id else None,
        "occurrence": draft.occurrence,
        "pillar": draft.pillar,
        "forked_from": str(draft.forked_from) if draft.forked_from else None,
        "saved_at": iso(draft.saved_at),
        "done_at": iso(draft.done_at),
        "versions": draft.versions,
        "base": draft.revision,
    }


def row_json(deed: Deed) -> Json:
    """Return a row as the command line shows it."""
    target = deed.item_id or deed.post_id
    return {
        "id": str(deed.id),
        "account": deed.account_id,
        "kind": deed.kind,
        "state": deed.state,
        "reason": deed.reason,
        "text": text_of(deed),
        "in_reply_to": str(target) if target else None,
        "attempts": deed.attempts,
        "made_at": iso(deed.made_at),
        "sent_at": iso(deed.sent_at),
        "url": deed.url,
        "planned_at": iso(deed.planned_at),
        "not_before": iso(deed.not_before or None),
        "news": [in_iso(n) for n in deed.news],
        "notes": deed.notes,
        "error": {"code": deed.error_code, "facts": in_iso(deed.error)}
        if deed.error_code
        else None,
        "draft": str(deed.draft_id) if deed.draft_id and deed.state != "sent" else None,
        "segment": deed.segment,
        "part": deed.part,
        "after": str(deed.after_id) if deed.after_id else None,
        "replaces": str(deed.replaces_id) if deed.replaces_id else None,
        "server": {"ref": deed.server_ref, "recall": deed.recall}
        if deed.state == "scheduled"
        else None,
    }


def waits_json(waiting: Waiting | None) -> Json | None:
    """Return the row that another one waits for: {row, state, why: before or recall}."""
    if waiting is None:
        return None
    return {"row": str(waiting.row_id), "state": waiting.state, "why": waiting.why}


def part_json(thread: Thread | None) -> Json | None:
    """Return how much of a thread is out: {sent, of}; None where it is one post."""
    return None if thread is None else {"sent": thread.sent, "of": thread.of}


def text_of(deed: Deed) -> str:
    """Return the text of a row, empty for a deed without words."""
    return str(getattr(deed.action, "text", ""))


def number(text: str | int, code: str = "unknown_item") -> int:
    """Read an id as given on the command line. Raises Missing (`code`)."""
    given = str(text)
    # longer than any id of ours, and than SQLite's integers
    if not (given.isascii() and given.isdigit() and len(given) <= 19 and int(given) < 1 << 63):
        raise Missing(code, id=given[:100])
    return int(given)


def undo_by(command: str, **args: Any) -> Json:
    """Return the command that takes a deed back, as the answer carries it."""
    return {"command": command, "args": args}
