"""`cmapp rivals`: competitors' accounts, watched from outside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import click

from cmapp.cli.run import Choices, answer, desk, shared


@click.group(invoke_without_command=True)
@shared
@click.pass_context
def rivals(context: click.Context) -> None:
    """Competitors: what everyone sees of their accounts, over time."""
    if context.invoked_subcommand is None:
        context.invoke(rivals_list)


@rivals.command("list")
@shared
@click.pass_obj
def rivals_list(choices: Choices) -> None:
    """List those that are watched, with their figures of today."""
    with desk(choices) as at:
        answer(choices, at.call("rivals.list"), _lines)


@rivals.command("add")
@click.argument("handle")
@click.option("--account", required=True, metavar="ID", help="Ours, through which it is watched.")
@shared
@click.pass_obj
def rivals_add(choices: Choices, handle: str, account: str) -> None:
    """Watch HANDLE from now on."""
    with desk(choices) as at:
        answer(choices, at.call("rivals.add", handle=handle, account=account), _lines)


@rivals.command("remove")
@click.argument("number", metavar="RIVAL")
@shared
@click.pass_obj
def rivals_remove(choices: Choices, number: str) -> None:
    """Watch RIVAL no longer; its figures go, `cmapp undo` brings them back."""
    with desk(choices) as at:
        answer(choices, at.call("rivals.remove", id=number), _lines)


def _lines(found: Mapping[str, Any]) -> Iterator[str]:
    for one in found["rivals"]:
        figures = "   ".join(
            f"{name} {'—' if one[name] is None else one[name]}"
            for name in ("followers", "following", "posts")
        )
        week = one["followers_week"]
        grown = "" if week is None else f"   {week:+} in a week"
        trouble = f"   ({one['why']})" if one["why"] else ""
        yield f"{one['id']}  {one['platform']:<9} @{one['handle']}   {figures}{grown}{trouble}"
