"""What a row of the inbox says of itself: time left, marks, and all of it for a screen reader.

Every state has a word or a shape; a colour only repeats it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale

from cmapp.ui import text
from cmapp.ui.row import InboxRow

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Mark:
    """Something to know about a row: words, a tone, an icon ("" for none)."""

    words: str
    tone: str = "muted"
    icon: str = ""


def waiting(row: InboxRow) -> Mark:
    """Return how long they wait, or how long there is left, and its shape."""
    if row.state == "waiting":
        if row.wake_at is None:
            return Mark(translate("row", "until they answer"), "muted", "snooze")
        when = moment(row.wake_at)
        return Mark(translate("row", "until {time}").format(time=when), "muted", "snooze")
    closes = row.closes_at
    if row.due_at is not None and closes is not None and closes <= max(row.due_at, text.now()):
        if closes <= text.now():
            return Mark(translate("row", "closed"), "muted", "lock")
        soon = closes - text.now() < 2 * text.HOUR
        words = translate("row", "closes {time}").format(time=moment(closes))
        return Mark(words, "bad" if soon else "warn", "lock")
    words, tone = text.wait(row.created_at, row.due_at)
    return Mark(words, tone, {"bad": "overdue", "warn": "clock"}.get(tone, ""))


def lane(row: InboxRow) -> Mark | None:
    """Return why a row stands where it stands, if there is more to say than its time."""
    if row.vip:
        return Mark(translate("row", "VIP"), "held", "star")
    if row.priority > 0 or row.lane == 0:
        return Mark(translate("row", "high priority"), "bad", "high")
    if row.priority < 0:
        return Mark(translate("row", "low priority"), "muted", "low")
    if row.lane == 1:
        return Mark(translate("row", "complaint"), "warn", "complaint")
    return None


def marks(row: InboxRow) -> list[Mark]:
    """Return what stands in the third line: group, labels, assignee, why it is open again."""
    found = []
    if row.more and "alike" in row.group:
        found.append(Mark(alike(row), "accent", "stack"))
    if row.woke == "time":
        found.append(Mark(translate("row", "back as you asked"), "held", "snooze"))
    elif row.woke:
        found.append(Mark(translate("row", "they answered"), "held", "reply"))
    if row.state == "done":
        found.append(Mark(translate("row", "done"), "ok", "check"))
    elif row.state == "muted":
        found.append(Mark(translate("row", "muted"), "muted", "mute"))
    if row.pending:
        found.append(Mark(text.state(row.pending)[0], "held", "outbox"))
    found += [Mark(label, "accent", "label") for label in row.labels]
    if row.assignee:
        who = translate("row", "me") if row.assignee == "me" else row.assignee
        found.append(Mark(who, "muted", "user"))
    return found


def alike(row: InboxRow) -> str:
    """Return how many others are meant with a row."""
    more = row.more
    return translate("row", "+%n like this", "", more)


def crowd(kind: str, count: int) -> str:
    """Return what so many people did, as the name of a row."""
    if kind == "repost":
        return translate("row", "%n shared", "", count)
    return translate("row", "%n liked", "", count)


def names(some: Sequence[str], count: int) -> str:
    """Return some names, and how many more there are."""
    told = translate("row", ", ", "between names").join(some)
    more = count - len(some)
    if more <= 0:
        return told
    return translate("row", "{names} and %n more", "", more).format(names=told)


def moment(at: int) -> str:
    """Return a time as it is said in a row: the clock today, else the day and the clock."""
    there = QDateTime.fromMSecsSinceEpoch(at)
    local = QLocale()
    days = QDateTime.currentDateTime().date().daysTo(there.date())
    clock = local.toString(there.time(), translate("row", "HH:mm", "time format"))
    if days == 0:
        return clock
    if days == 1:
        return translate("row", "tomorrow {time}").format(time=clock)
    if 1 < days < 7:
        return f"{local.toString(there.date(), 'ddd')} {clock}"
    return f"{local.toString(there.date(), translate('text', 'd MMM', 'date format'))} {clock}"


def gone(why: str) -> str:
    """Return what stands where words of others are no longer kept, "" where nothing has gone."""
    match why:
        case "":
            return ""
        case "unverified":
            return translate("Bubble", "Not shown: it was not seen on its platform for too long.")
    return translate("Bubble", "The words are no longer kept.")


def said(row: InboxRow, *, chosen: bool = False) -> str:
    """Return the whole row in words, for who hears it."""
    parts = [translate("row", "selected")] if chosen else []
    parts += [row.name or row.handle, text.platform(row.platform), text.kind(row.kind)]
    parts.append(waiting(row).words)
    first = lane(row)
    if first is not None:
        parts.append(first.words)
    for mark in marks(row):
        words = mark.words
        if mark.icon == "label":
            words = translate("row", "label {name}").format(name=words)
        elif mark.icon == "user":
            words = translate("row", "assigned to {name}").format(name=words)
        parts.append(words)
    parts.append(row.text[:300])
    return ", ".join(parts)
