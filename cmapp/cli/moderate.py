"""`cmapp moderate`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import click

from cmapp.cli import text
from cmapp.cli.run import Choices, answer, desk, shared
from cmapp.domain.actions import CATEGORIES


@click.group()
@shared
def moderate() -> None:
    """Hide, mute, block and report, with a reason; see the log; take it back."""


def _deed(name: str, summary: str) -> None:
    def run(
        choices: Choices,
        items: tuple[str, ...],
        query: str | None,
        person: str | None,
        account: str | None,
        reason: str,
        category: str,
        local: bool = False,
        note: str = "",
    ) -> None:
        if sum((bool(items), query is not None, person is not None)) != 1:
            raise click.UsageError("Give ITEMs, --search, or --person.")
        asked: dict[str, Any] = {"deed": name, "reason": reason, "category": category}
        asked |= {"account": account, "local": local, "note": note}
        asked |= {"items": list(items)} if items else {"query": query, "person": person}
        with desk(choices) as engine:
            answer(choices, engine.call("moderate", **asked), _done)

    run.__doc__ = summary
    options: list[Callable[[Any], Any]] = [
        click.argument("items", nargs=-1, metavar="[ITEM]..."),
        click.option("--search", "query", metavar="QUERY", help="All that a search finds."),
        click.option("--person", metavar="WHO", help="A handle, or the id of a profile."),
        click.option("--account", metavar="ID", help="Which account of ours, for --person."),
        click.option("--reason", default="", metavar="TEXT", help="Why: kept in the log."),
        click.option("--category", default="", type=click.Choice(["", *CATEGORIES])),
    ]
    if name == "report":
        told = "What the platform's moderators are told."
        options.append(click.option("--note", default="", metavar="TEXT", help=told))
    else:
        here = "On this desk alone: nothing goes out."
        options.append(click.option("--local", is_flag=True, help=here))
    command: Any = click.pass_obj(run)
    for option in reversed([*options, shared]):
        command = option(command)
    moderate.command(name)(command)


_deed("hide", "Hide answers under a post of ours.")
_deed("mute", "See no more of somebody, who is not told.")
_deed("block", "Have no dealings with somebody.")
_deed("report", "Tell the platform's moderators.")


@moderate.command()
@click.argument("entries", nargs=-1, required=True, metavar="ENTRY...")
@shared
@click.pass_obj
def undo(choices: Choices, entries: tuple[str, ...]) -> None:
    """Take back ENTRY (the number of a line of the log)."""
    with desk(choices) as engine:
        answer(choices, engine.call("moderation.undo", entries=list(entries)), _done)


@moderate.command()
@click.option("--limit", default=100, show_default=True)
@click.option("--before", metavar="ENTRY", help="Only lines that are older than this one.")
@shared
@click.pass_obj
def log(choices: Choices, limit: int, before: str | None) -> None:
    """List what was done: whom, what, why, when, and what became of it."""
    with desk(choices) as engine:
        answer(choices, engine.call("moderation.log", limit=limit, before=before), _done)


@moderate.command()
@click.argument("items", nargs=-1, required=True, metavar="ITEM...")
@shared
@click.pass_obj
def can(choices: Choices, items: tuple[str, ...]) -> None:
    """Tell what can be done about ITEM, and why not."""
    with desk(choices) as engine:
        answer(choices, engine.call("moderation.can", items=list(items)), _can)


def _done(found: Mapping[str, Any]) -> Iterator[str]:
    for one in found["entries"]:
        why = " · ".join(x for x in (one["category"], one["reason"]) if x)
        state = "undone" if one["undone_at"] else one["state"]
        who = f"@{one['person']['handle'].removeprefix('@')}"
        yield f"{one['id']}  {one['at']}  {one['deed']:<8} {state:<10} {who}  ({why})"
    for one in found.get("skipped", ()):
        who = f"@{one['person']['handle'].removeprefix('@')}"
        yield f"left out: {one['item'] or who}: {text.WHY.get(one['why'], one['why'])}"


def _can(found: Mapping[str, Any]) -> Iterator[str]:
    for one in found["items"]:
        for deed, why in one["can"].items():
            verdict = "yes" if why is None else f"no: {text.WHY.get(why, why)}"
            yield f"{one['item']}  {deed:<8} {verdict}"
