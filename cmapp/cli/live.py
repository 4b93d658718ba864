"""`cmapp live`: logs of live chats, and what was asked again and again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from cmapp.cli.run import Choices, answer, desk, shared


@click.group()
@shared
def live() -> None:
    """Import logs of live chats and see what was asked again and again."""


@live.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--account", metavar="ID")
@click.option("--name", default="", help="What to call it; else the file's name.")
@shared
@click.pass_obj
def import_(choices: Choices, file: Path, account: str | None, name: str) -> None:
    """Import FILE: Bilibili XML, CSV, JSON lines, or lines like `[00:12] somebody: text`."""
    with desk(choices) as at:
        found = at.call("live.import", path=str(file.resolve()), account=account, name=name)
        answer(choices, found, _show)


@live.command("list")
@shared
@click.pass_obj
def list_(choices: Choices) -> None:
    """List the imported logs."""
    with desk(choices) as at:
        answer(choices, at.call("live.list"), _list)


@live.command()
@click.argument("log")
@shared
@click.pass_obj
def show(choices: Choices, log: str) -> None:
    """Show what was asked again and again in LOG."""
    with desk(choices) as at:
        answer(choices, at.call("live.show", id=log), _show)


@live.command()
@click.argument("log")
@shared
@click.pass_obj
def remove(choices: Choices, log: str) -> None:
    """Forget LOG; the file it came from is untouched."""
    with desk(choices) as at:
        answer(choices, at.call("live.remove", id=log), _list)


def _list(found: Mapping[str, Any]) -> Iterator[str]:
    if not found["logs"]:
        yield "No logs. Import one: cmapp live import FILE"
    for log in found["logs"]:
        yield f"{log['id']}  {log['lines']:>7} lines  {log['name']}"


def _show(found: Mapping[str, Any]) -> Iterator[str]:
    yield f"{found['log']['id']}  {found['log']['name']}: {found['log']['lines']} lines"
    if not found["clusters"]:
        yield "Nothing was asked twice."
    for cluster in found["clusters"]:
        yield f"{cluster['times']:>5} times, {cluster['people']} people  {cluster['example'][:100]}"
