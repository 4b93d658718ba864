"""`cmapp writing-help`: an endpoint of the user's own, and what it is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import click

from cmapp.cli.run import Choices, answer, desk, given_text, secret_from_stdin, shared
from cmapp.services.writing_help import DEEDS


@click.group()
@shared
def writing_help() -> None:
    """Help with writing from an OpenAI-compatible endpoint of yours; off unless it is set.

    It suggests; it never sends a reply.
    """


def _set_up(found: Mapping[str, Any]) -> Iterator[str]:
    if not found["url"]:
        yield "Off. Set it up: cmapp writing-help set --url http://localhost:11434/v1 --model NAME"
        return
    yield f"{found['url']} ({'this machine' if found['local'] else 'another machine'})"
    yield f"model: {found['model'] or 'none chosen: cmapp writing-help models'}"
    yield f"key: {'in the keyring' if found['key'] else 'none'}"
    yield f"people's names: {'stay here' if found['hide_names'] else 'are sent'}"


@writing_help.command()
@shared
@click.pass_obj
def show(choices: Choices) -> None:
    """Show how it is set up; never the key."""
    with desk(choices) as at:
        answer(choices, at.call("writing_help.show"), _set_up)


@writing_help.command("set")
@click.option("--url", default=None, help="Its address, with /v1; an empty one switches it off.")
@click.option("--model", default=None)
@click.option("--names", type=click.Choice(["hide", "send"]), default=None)
@click.option("--key-stdin", is_flag=True, help="Read its key from stdin.")
@shared
@click.pass_obj
def set_(
    choices: Choices, url: str | None, model: str | None, names: str | None, key_stdin: bool
) -> None:
    """Set the endpoint."""
    key = secret_from_stdin() if key_stdin else None
    hide = None if names is None else names == "hide"
    with desk(choices) as at:
        found = at.call("writing_help.set", url=url, model=model, key=key, hide_names=hide)
        answer(choices, found, _set_up)


@writing_help.command()
@shared
@click.pass_obj
def models(choices: Choices) -> None:
    """Ask the endpoint which models it has."""
    with desk(choices) as at:
        answer(choices, at.call("writing_help.models"), lambda f: iter(f["models"]))


def _look(found: Mapping[str, Any]) -> Iterator[str]:
    where = "this machine" if found["local"] else "another machine"
    yield f"To {found['url']} ({where}), model {found['model']}:"
    for message in found["messages"]:
        yield f"[{message['role']}]"
        yield message["content"]


@writing_help.command()
@click.argument("deed", type=click.Choice(DEEDS))
@click.option("--item", default=None, metavar="ITEM")
@click.option("--lang", default="")
@click.option("--text", "words", default=None)
@click.option("--text-stdin", is_flag=True)
@click.option("--look", is_flag=True, help="Show what would be sent; send nothing.")
@shared
@click.pass_obj
def ask(
    choices: Choices,
    deed: str,
    item: str | None,
    lang: str,
    words: str | None,
    text_stdin: bool,
    look: bool,
) -> None:
    """Ask for a suggestion: DEED is shorter, friendlier, translate or answer."""
    given = given_text(words, text_stdin) if words is not None or text_stdin else ""
    with desk(choices) as at:
        if look:
            found = at.call("writing_help.asked", deed=deed, text=given, item=item, lang=lang)
            answer(choices, found, _look)
        else:
            found = at.call("writing_help.write", deed=deed, text=given, item=item, lang=lang)
            answer(choices, found, lambda f: iter([f["text"]]))
