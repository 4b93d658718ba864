"""`cmapp log`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import click

from cmapp.cli.run import Choices, answer, desk, given_text, given_time, shared

_CHANNELS = ("phone", "shop", "email", "letter", "other")
_TEXT = click.option("--text", "words", metavar="TEXT")
_STDIN = click.option("--text-stdin", is_flag=True, help="Read the text from standard input.")
_AT = click.option("--at", metavar="TIME", help="When it was (ISO 8601); now by default.")


@click.group()
@shared
def log() -> None:
    """Write down what was said by phone, in the shop, by letter; and what you answered."""


@log.command()
@click.argument("channel", type=click.Choice(_CHANNELS))
@click.argument("who")
@_TEXT
@_STDIN
@click.option("--contact", default="", metavar="WHERE", help="Their number or address.")
@_AT
@click.option("--no-reply", is_flag=True, help="It wants no answer.")
@shared
@click.pass_obj
def add(
    choices: Choices,
    channel: str,
    who: str,
    words: str | None,
    text_stdin: bool,
    contact: str,
    at: str | None,
    no_reply: bool,
) -> None:
    """Write down what WHO (a name, a number, an address) said on CHANNEL."""
    given = given_text(words, text_stdin)
    asked: dict[str, Any] = {"channel": channel, "who": who, "text": given, "contact": contact}
    with desk(choices) as engine:
        found = engine.call("log.add", at=given_time(at, "--at"), needs_reply=not no_reply, **asked)
        answer(choices, found, _lines)


@log.command("answer")
@click.argument("item")
@_TEXT
@_STDIN
@_AT
@shared
@click.pass_obj
def answer_(
    choices: Choices, item: str, words: str | None, text_stdin: bool, at: str | None
) -> None:
    """Write down what you answered to ITEM; it is done."""
    given = given_text(words, text_stdin)
    with desk(choices) as engine:
        answer(
            choices,
            engine.call("log.answer", item=item, text=given, at=given_time(at, "--at")),
            _lines,
        )


@log.command()
@click.argument("item")
@_TEXT
@_STDIN
@shared
@click.pass_obj
def edit(choices: Choices, item: str, words: str | None, text_stdin: bool) -> None:
    """Correct what was written down."""
    given = given_text(words, text_stdin)
    with desk(choices) as engine:
        answer(choices, engine.call("log.edit", item=item, text=given), _lines)


@log.command()
@click.argument("item")
@shared
@click.pass_obj
def remove(choices: Choices, item: str) -> None:
    """Take ITEM out, with what you answered."""
    with desk(choices) as engine:
        answer(choices, engine.call("log.remove", item=item), _lines)


def _lines(found: Mapping[str, Any]) -> Iterator[str]:
    if one := found.get("item"):
        yield f"{one['id']}  {one['state']}  {one['author']['name']}: {one['text']}"
