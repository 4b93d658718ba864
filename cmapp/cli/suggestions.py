"""`cmapp suggestions`: the register of what people proposed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import click

from cmapp.cli.run import Choices, answer, desk, shared


@click.group()
@shared
def suggestions() -> None:
    """What people proposed, how far it got, and telling them."""


@suggestions.command("list")
@click.option("--state", type=click.Choice(["new", "accepted", "done", "declined"]))
@shared
@click.pass_obj
def list_(choices: Choices, state: str | None) -> None:
    """List the suggestions, what most people asked for first."""
    with desk(choices) as at:
        answer(choices, at.call("suggestions.list", state=state), _list)


@suggestions.command()
@click.argument("items", nargs=-1, metavar="[ITEM]...")
@click.option("--search", "query", metavar="QUERY", help="All that a search finds.")
@click.option("--title", default="", help="What it is; else the first item's words.")
@click.option("--to", metavar="ID", help="Further voices for a suggestion that is there.")
@shared
@click.pass_obj
def add(
    choices: Choices, items: tuple[str, ...], query: str | None, title: str, to: str | None
) -> None:
    """Register what ITEMs propose."""
    with desk(choices) as at:
        found = at.call(
            "suggestions.add", items=list(items) or None, query=query, title=title, to=to
        )
        answer(choices, found, _one)


@suggestions.command()
@click.argument("suggestion")
@click.argument("state", type=click.Choice(["new", "accepted", "done", "declined"]))
@click.option("--tell", "text", default="", help="With done: what each person is drafted.")
@shared
@click.pass_obj
def move(choices: Choices, suggestion: str, state: str, text: str) -> None:
    """Move SUGGESTION to STATE; `done --tell TEXT` drafts one answer per person ({name})."""
    with desk(choices) as at:
        found = at.call("suggestions.move", id=suggestion, state=state, text=text)
        answer(choices, found, _moved)


def _list(found: Mapping[str, Any]) -> Iterator[str]:
    if not found["suggestions"]:
        yield "No suggestions yet. Register one: cmapp suggestions add ITEM"
    for one in found["suggestions"]:
        yield _line(one)


def _line(one: Mapping[str, Any]) -> str:
    people = len(one["people"])
    who = "person" if people == 1 else "people"
    return f"{one['id']}  {one['state']:<8}  {people:>3} {who}  {one['title']}"


def _one(found: Mapping[str, Any]) -> Iterator[str]:
    yield _line(found["suggestion"])


def _moved(found: Mapping[str, Any]) -> Iterator[str]:
    yield _line(found["suggestion"])
    if found["drafts"]:
        yield f"{len(found['drafts'])} drafted; look at them with: cmapp drafts list"
