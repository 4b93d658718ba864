"""Commands on tasks: made from a message or from nothing, done, changed, exported (IN-18)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cmapp.domain import todo_file
from cmapp.domain.errors import Missing, Rejected
from cmapp.services.desk import Desk
from cmapp.services.selection import chosen
from cmapp.services.shapes import Json, iso, number, undo_by
from cmapp.store import deeds, tasks
from cmapp.store.database import Tx
from cmapp.store.tasks import Task

MOST_TITLE = 500
MOST_MADE = 1_000
"""How many tasks one command makes at most."""
_LAST = 253_402_300_799_000  # the end of the year 9999: what a calendar file can say


def tasks_add(
    desk: Desk,
    title: str,
    owner: str = "",
    due: int | None = None,
    items: Sequence[str] = (),
    query: str | None = None,
) -> Json:
    """Make a task, one for each of ITEMS (or what QUERY finds); one that hangs on none without.

    Returns {tasks, undo}. `due` is UTC ms. Raises Rejected (`empty`, `too_long`, `bad_time`,
    `nothing_chosen`, `too_many_chosen`), Missing (`unknown_item`).
    """
    words, when = _title(title), _due(due)
    now = desk.now()

    def write(tx: Tx) -> tuple[list[int], Json | None]:
        about: Sequence[int | None] = [None]
        if items or query is not None:
            about = chosen(tx.db, items or None, query, now=now, most=MOST_MADE)
        made = [
            tasks.add(tx, words, now=now, owner=_owner(owner), due_at=when, item_id=item)
            for item in about
        ]
        if not made:
            return made, None
        named = [str(n) for n in made]
        back = undo_by("tasks.delete", tasks=named)
        deeds.add(tx, "tasks.add", {"tasks": named}, now=now, undo=back)
        return made, back

    made, back = desk.store.write(write)
    return {**_shown(desk, made), "undo": back}


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

    def write(tx: Tx) -> tuple[list[Task], Json]:
        before = tasks.by_ids(tx.db, wanted)
        missing = set(wanted) - {t.id for t in before}
        if missing:
            raise Missing("unknown_task", id=str(min(missing)))
        named = [str(t.id) for t in before]
        deed = deeds.begin(tx, command, {"tasks": named}, now=desk.now())
        deeds.note_rows(tx, deed, "tasks", [{"id": t.id} for t in before])
        change(tx, before)
        return tasks.by_ids(tx.db, wanted) or before, deeds.way_back(deed)

    now_are, back = desk.store.write(write)
    return {"tasks": [task_json(t, desk.now()) for t in now_are], "undo": back}


def _shown(desk: Desk, wanted: Sequence[int]) -> Json:
    found = desk.store.read(lambda db: tasks.by_ids(db, wanted))
    return {"tasks": [task_json(t, desk.now()) for t in found]}


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
