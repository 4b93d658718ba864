"""Commands on tasks: made from a message or from nothing, done, changed, exported (IN-18)."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from cmapp.domain import todo_file
from cmapp.domain.errors import Missing, Rejected
from cmapp.services.desk import Desk
from cmapp.services.shapes import Json, iso, number, undo_by
from cmapp.store import deeds, inbox, tasks
from cmapp.store.database import Tx
from cmapp.store.tasks import Task

MOST_TITLE = 500
_LAST = 253_402_300_799_000  # the end of the year 9999: what a calendar file can say


def tasks_add(
    desk: Desk,
    title: str,
    owner: str = "",
    due: int | None = None,
    items: Sequence[str] = (),
) -> Json:
    """Make a task, one for each of ITEMS if there are any; returns {tasks, undo}.

    `due` is UTC ms. Raises Rejected (`empty`, `too_long`, `bad_time`), Missing (`unknown_item`).
    """
    words, when = _title(title), _due(due)

    def go(tx: Tx) -> list[int]:
        about: list[int | None] = [_item(tx, i) for i in items]
        return [
            tasks.add(tx, words, now=desk.now(), owner=_owner(owner), due_at=when, item_id=item)
            for item in about or [None]
        ]

    return _changed(desk, "tasks.add", go, lambda made, _: ("tasks.delete", {"tasks": made}))


def tasks_list(
    desk: Desk,
    state: str = "open",
    item: str | None = None,
    owner: str | None = None,
    limit: int = 1000,
) -> Json:
    """Return {tasks}: `open`, `overdue`, `done` or `all`; the first due first."""
    if state not in tasks.STATES:
        raise Rejected("unknown_state", field="state", reason="unknown", value=state)
    about = number(item) if item else None
    now = desk.now()
    found = desk.store.read(
        lambda db: tasks.every(db, state=state, now=now, item_id=about, owner=owner, limit=limit)
    )
    return {"tasks": [task_json(t, now) for t in found]}


def tasks_done(desk: Desk, tasks: Sequence[str], done: bool = True) -> Json:
    """Tick tasks off, or (`done` false) take that back; returns {tasks, undo}."""
    return _edit(desk, tasks, done_at=desk.now() if done else None)


def tasks_edit(
    desk: Desk,
    tasks: Sequence[str],
    title: str | None = None,
    owner: str | None = None,
    due: int | None = None,
    no_due: bool = False,
) -> Json:
    """Change title, owner or due date (UTC ms; `no_due` takes it away); returns {tasks, undo}."""
    columns: dict[str, object] = {}
    if title is not None:
        columns["title"] = _title(title)
    if owner is not None:
        columns["owner"] = _owner(owner)
    if due is not None or no_due:
        columns["due_at"] = None if no_due else _due(due)
    if not columns:
        raise Rejected("empty", field="title", reason="empty")
    return _edit(desk, tasks, **columns)


def tasks_delete(desk: Desk, tasks: Sequence[str]) -> Json:
    """Take tasks out; returns {tasks: as they were, undo}."""
    from cmapp.store import tasks as kept

    def go(tx: Tx, found: list[Task]) -> None:
        for task in found:
            kept.delete(tx, task.id)

    return _touch(desk, "tasks.delete", tasks, go)


def tasks_restore(desk: Desk, tasks: Sequence[Mapping[str, Any]]) -> Json:
    """Put tasks back as they were (the undo of a change or a deletion). Raises Missing."""
    from cmapp.store import tasks as kept

    try:
        given = [Task(**{"name": None, "text": None, **t}) for t in tasks]
    except TypeError:
        raise Missing("unknown_task", id="rows") from None

    def go(tx: Tx) -> None:
        for task in given:
            kept.put_back(tx, task)

    desk.store.write(go)
    return _shown(desk, [t.id for t in given])


def tasks_export(
    desk: Desk,
    state: str = "open",
    item: str | None = None,
    owner: str | None = None,
    events: bool = False,
) -> Json:
    """Return {ics, tasks}: a calendar file of the tasks, as text, and how many there are."""
    if state not in tasks.STATES:
        raise Rejected("unknown_state", field="state", reason="unknown", value=state)
    now = desk.now()
    desk_id = desk.store.write(deeds.desk_name)
    about = number(item) if item else None
    found = desk.store.read(
        lambda db: tasks.every(db, state=state, now=now, item_id=about, owner=owner, limit=100_000)
    )
    todos = [
        todo_file.Todo(
            uid=f"task-{t.id}@{desk_id}.cmapp",
            title=t.title,
            owner=t.owner,
            about=f"{t.name}: {t.text}" if t.text else t.name or "",
            due_at=t.due_at,
            done_at=t.done_at,
            made_at=t.made_at,
        )
        for t in found
    ]
    made = todo_file.write(todos, now=now, events=events)
    return {"ics": made.decode("utf-8"), "tasks": len(todos)}


def _edit(desk: Desk, given: Sequence[str], **columns: object) -> Json:
    def go(tx: Tx, found: list[Task]) -> None:
        for task in found:
            tasks.change(tx, task.id, **columns)

    return _touch(desk, "tasks.edit", given, go)


def _touch(
    desk: Desk, command: str, given: Sequence[str], change: Callable[[Tx, list[Task]], None]
) -> Json:
    """Change tasks that there are, all or none; the undo puts the rows back."""
    wanted = [number(t, "unknown_task") for t in given]
    if not wanted:
        raise Rejected("nothing_chosen", field="tasks", reason="empty")
    before: list[Task] = []

    def go(tx: Tx) -> list[int]:
        before[:] = tasks.by_ids(tx.db, wanted)
        missing = set(wanted) - {t.id for t in before}
        if missing:
            raise Missing("unknown_task", id=str(min(missing)))
        change(tx, before)
        return wanted

    def undo(_: list[str], __: Tx) -> tuple[str, Json]:
        return "tasks.restore", {"tasks": [_row(t) for t in before]}

    return _changed(desk, command, go, undo, gone=before if command == "tasks.delete" else None)


def _changed(
    desk: Desk,
    command: str,
    go: Callable[[Tx], list[int]],
    undo: Callable[[list[str], Tx], tuple[str, Json]],
    gone: list[Task] | None = None,
) -> Json:
    def write(tx: Tx) -> tuple[list[int], Json]:
        made = go(tx)
        named = [str(n) for n in made]
        name, args = undo(named, tx)
        back = undo_by(name, **args)
        deeds.add(tx, command, {"tasks": named}, now=desk.now(), undo=back)
        return made, back

    made, back = desk.store.write(write)
    if gone is not None:
        return {"tasks": [task_json(t, desk.now()) for t in gone], "undo": back}
    return {**_shown(desk, made), "undo": back}


def _shown(desk: Desk, wanted: Sequence[int]) -> Json:
    found = desk.store.read(lambda db: tasks.by_ids(db, wanted))
    return {"tasks": [task_json(t, desk.now()) for t in found]}


def _row(task: Task) -> Json:
    return {
        "id": task.id,
        "item_id": task.item_id,
        "title": task.title,
        "owner": task.owner,
        "due_at": task.due_at,
        "done_at": task.done_at,
        "made_at": task.made_at,
    }


def task_json(task: Task, now: int) -> Json:
    """Return a task as the command line shows it."""
    return {
        "id": str(task.id),
        "title": task.title,
        "owner": task.owner,
        "due_at": iso(task.due_at),
        "overdue": task.done_at is None and task.due_at is not None and task.due_at < now,
        "done_at": iso(task.done_at),
        "made_at": iso(task.made_at),
        "item": str(task.item_id) if task.item_id else None,
        "about": {"name": task.name, "text": task.text} if task.name or task.text else None,
    }


def _item(tx: Tx, given: str) -> int:
    wanted = number(given)
    found = inbox.by_id(tx.db, wanted) or inbox.of_post(tx.db, wanted)
    if found is None:
        raise Missing("unknown_item", id=given)
    return found.id


def _title(title: str) -> str:
    words = " ".join(title.split())
    if not words:
        raise Rejected("empty", field="title", reason="empty")
    if len(words) > MOST_TITLE:
        raise Rejected(
            "too_long", field="title", reason="too_long", size=len(words), limit=MOST_TITLE
        )
    return words


def _owner(owner: str) -> str:
    return " ".join(owner.split())[:200]


def _due(due: int | None) -> int | None:
    if due is not None and not 0 <= due <= _LAST:
        raise Rejected("bad_time", field="due", reason="bad_time")
    return due
