"""`cmapp tasks`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from cmapp.cli.run import Choices, answer, desk, given_time, shared

_OWNER = click.option("--owner", metavar="NAME", help="Who does it.")
_DUE = click.option("--due", metavar="TIME", help="By when (ISO 8601).")


@click.group(invoke_without_command=True)
@shared
@click.pass_context
def tasks(context: click.Context) -> None:
    """Tasks: what is open is listed; make, tick off, change them; write a calendar file."""
    if context.invoked_subcommand is None:
        context.invoke(list_, state="open", item=None, owner=None, ics=None, events=False)


@tasks.command("list")
@click.option("--state", type=click.Choice(["open", "overdue", "done", "all"]), default="open")
@click.option("--item", metavar="ITEM", help="Only those that came from ITEM.")
@_OWNER
@click.option("--ics", metavar="FILE", help="Write them to a calendar file; - is the screen.")
@click.option("--events", is_flag=True, help="In the file: also half an hour before each is due.")
@shared
@click.pass_obj
def list_(
    choices: Choices,
    state: str,
    item: str | None,
    owner: str | None,
    ics: str | None,
    events: bool,
) -> None:
    """List tasks, the first due first."""
    with desk(choices) as engine:
        if ics is None:
            found = engine.call("tasks.list", state=state, item=item, owner=owner)
            answer(choices, found, _lines)
            return
        made = engine.call("tasks.export", state=state, item=item, owner=owner, events=events)
    if ics == "-":
        answer(choices, made, lambda found: iter([found["ics"].replace("\r\n", "\n").rstrip()]))
        return
    try:
        Path(ics).write_bytes(made["ics"].encode())
    except OSError as problem:
        raise click.BadParameter(f"{ics}: {problem.strerror}", param_hint="--ics") from None
    told = {"file": ics, "tasks": made["tasks"]}
    answer(choices, told, lambda found: iter([f"{found['tasks']} tasks: {found['file']}"]))


@tasks.command()
@click.argument("title")
@click.argument("items", nargs=-1, metavar="[ITEM]...")
@click.option("--search", metavar="QUERY", help="One for each that a search finds.")
@_OWNER
@_DUE
@shared
@click.pass_obj
def add(
    choices: Choices,
    title: str,
    items: tuple[str, ...],
    search: str | None,
    owner: str | None,
    due: str | None,
) -> None:
    """Make a task TITLE, one for each ITEM that it comes from."""
    if items and search is not None:
        raise click.UsageError("Name items, or give --search.")
    given = {"title": title, "owner": owner or "", "due": given_time(due, "--due")}
    with desk(choices) as engine:
        found = engine.call("tasks.add", items=items, query=search, **given)
        answer(choices, found, _lines)


@tasks.command()
@click.argument("numbers", nargs=-1, required=True, metavar="TASK...")
@shared
@click.pass_obj
def done(choices: Choices, numbers: tuple[str, ...]) -> None:
    """Tick TASK off."""
    with desk(choices) as engine:
        answer(choices, engine.call("tasks.done", tasks=numbers), _lines)


@tasks.command()
@click.argument("numbers", nargs=-1, required=True, metavar="TASK...")
@shared
@click.pass_obj
def reopen(choices: Choices, numbers: tuple[str, ...]) -> None:
    """Open TASK again."""
    with desk(choices) as engine:
        answer(choices, engine.call("tasks.done", tasks=numbers, done=False), _lines)


@tasks.command()
@click.argument("numbers", nargs=-1, required=True, metavar="TASK...")
@click.option("--title", metavar="TEXT")
@_OWNER
@_DUE
@click.option("--no-due", is_flag=True, help="Take the date away.")
@shared
@click.pass_obj
def edit(
    choices: Choices,
    numbers: tuple[str, ...],
    title: str | None,
    owner: str | None,
    due: str | None,
    no_due: bool,
) -> None:
    """Change TASK."""
    changed: dict[str, Any] = {"title": title, "owner": owner, "no_due": no_due}
    with desk(choices) as engine:
        found = engine.call("tasks.edit", tasks=numbers, due=given_time(due, "--due"), **changed)
        answer(choices, found, _lines)


@tasks.command()
@click.argument("numbers", nargs=-1, required=True, metavar="TASK...")
@shared
@click.pass_obj
def delete(choices: Choices, numbers: tuple[str, ...]) -> None:
    """Take TASK out."""
    with desk(choices) as engine:
        answer(choices, engine.call("tasks.delete", tasks=numbers), _lines)


def _lines(found: Mapping[str, Any]) -> Iterator[str]:
    for one in found["tasks"]:
        mark = "x" if one["done_at"] else "!" if one["overdue"] else " "
        due = one["due_at"] or "-"
        owner = f" · {one['owner']}" if one["owner"] else ""
        about = f" ← {one['about']['name']}" if one["about"] else ""
        yield f"[{mark}] {one['id']}  {due}  {one['title']}{owner}{about}"
