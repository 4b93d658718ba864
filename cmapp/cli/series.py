"""`cmapp calendar series`: what comes again and again, until its end."""

from __future__ import annotations

from typing import Any

import click

from cmapp.cli import calendar_text as words
from cmapp.cli.run import Choices, answer, desk, shared

_RULE = click.option("--rule", metavar="RRULE", help="Such as FREQ=WEEKLY;BYDAY=MO,TH.")
_AT = click.option("--at", "wall", metavar="TIME", help="The first time: 2026-12-01T09:00.")
_ZONE = click.option("--zone", metavar="NAME", help="Where that time holds: Asia/Shanghai …")
_UNTIL = click.option("--until", "last_day", metavar="DAY", help="The last day.")
_COUNT = click.option("--count", type=int, metavar="N", help="How many times.")
_VARIATION = click.option(
    "--variation", "variations", multiple=True, metavar="TEXT", help="Texts that take turns."
)


@click.group(invoke_without_command=True)
@shared
@click.pass_context
def series(context: click.Context) -> None:
    """Series: what comes again and again, until its end."""
    if context.invoked_subcommand is None:
        context.invoke(list_)


@series.command("list")
@shared
@click.pass_obj
def list_(choices: Choices) -> None:
    """List the series and when each comes next."""
    with desk(choices) as engine:
        answer(choices, engine.call("calendar.series.list"), words.series)


@series.command()
@_RULE
@_AT
@_ZONE
@_UNTIL
@_COUNT
@_VARIATION
@click.option("--repeat", is_flag=True, help="The texts begin again when they have run out.")
@shared
@click.pass_obj
def preview(choices: Choices, /, **given: Any) -> None:
    """Show when a series would come, and keep nothing."""
    given = {**given, "rule": given["rule"] or "", "wall": given["wall"] or ""}
    with desk(choices) as engine:
        answer(choices, engine.call("calendar.series.preview", **given), words.times)


@series.command()
@click.argument("title", required=False)
@click.option("--change", "id", metavar="SERIES", help="Change this one; what is not named stays.")
@_RULE
@_AT
@_ZONE
@_UNTIL
@_COUNT
@click.option("--text", metavar="TEXT", help="What each says, where no texts take turns.")
@click.option("--draft", "source", metavar="DRAFT", help="Take text, accounts, pictures from it.")
@click.option("--account", "accounts", multiple=True, metavar="ID", help="From whom it goes out.")
@_VARIATION
@click.option("--repeat/--once", default=None, help="The texts begin again, or run out.")
@click.option("--queue/--no-queue", default=None, help="Each goes out, or waits as a plan.")
@shared
@click.pass_obj
def save(choices: Choices, /, **given: Any) -> None:
    """Make a series TITLE, or change one. It needs an end: --until or --count."""
    text, accounts = given.pop("text"), given.pop("accounts")
    draft: dict[str, Any] = {}
    if text is not None:
        draft["text"] = text
    if accounts:
        draft["accounts"] = list(accounts)
    given["variations"] = list(given["variations"]) or None
    with desk(choices) as engine:
        found = engine.call("calendar.series.save", draft=draft or None, **given)
        answer(choices, found, words.series)


@series.command()
@click.argument("number", metavar="SERIES")
@click.argument("day")
@click.option("--back", is_flag=True, help="Do not leave it out any more.")
@shared
@click.pass_obj
def skip(choices: Choices, number: str, day: str, back: bool) -> None:
    """Leave SERIES out on DAY."""
    with desk(choices) as engine:
        found = engine.call("calendar.series.skip", id=number, day=day, skip=not back)
        answer(choices, found, words.series)


@series.command()
@click.argument("number", metavar="SERIES")
@shared
@click.pass_obj
def end(choices: Choices, number: str) -> None:
    """End SERIES now; what it has planned and nobody changed goes."""
    with desk(choices) as engine:
        answer(choices, engine.call("calendar.series.end", id=number), words.series)
