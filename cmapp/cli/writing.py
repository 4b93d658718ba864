"""`cmapp reply | post | drafts`."""

from __future__ import annotations

import click

from cmapp.cli import text
from cmapp.cli.run import Choices, answer, desk, given_text, given_time, shared

_AT = click.option(
    "--at", metavar="TIME", help="Not before this time (ISO 8601); late means asked, not sent."
)
_IMAGE = click.option("--image", "images", multiple=True, metavar="FILE")
_ALT = click.option("--alt", "alts", multiple=True, metavar="TEXT", help="One for each --image.")
_TEXT = click.option("--text", "words", metavar="TEXT")
_STDIN = click.option("--text-stdin", is_flag=True, help="Read the text from standard input.")
_ALLOW = click.option(
    "--allow",
    multiple=True,
    metavar="CODE",
    help="Let it stand: personal_data, or variable (a gap in braces).",
)


def _time(at: str | None) -> int | None:
    return given_time(at, "--at")


def _pictures(images: tuple[str, ...], alts: tuple[str, ...]) -> list[dict[str, str]]:
    if len(alts) > len(images):
        raise click.UsageError("There are more --alt than --image.")
    described = [{"path": i, "alt": a} for i, a in zip(images, alts, strict=False)]
    return described + [{"path": i} for i in images[len(alts) :]]  # the library may know words


@click.command()
@click.argument("item")
@_TEXT
@_STDIN
@_IMAGE
@_ALT
@_AT
@_ALLOW
@shared
@click.pass_obj
def reply(
    choices: Choices,
    item: str,
    words: str | None,
    text_stdin: bool,
    images: tuple[str, ...],
    alts: tuple[str, ...],
    at: str | None,
    allow: tuple[str, ...],
) -> None:
    """Queue an answer to ITEM; it leaves after its thread has been read again."""
    given = given_text(words, text_stdin)
    with desk(choices) as engine:
        found = engine.call(
            "reply",
            item=item,
            text=given,
            images=_pictures(images, alts),
            at=_time(at),
            allow=list(allow),
        )
        answer(choices, found, text.queued)


@click.command()
@click.option("--account", required=True, metavar="ID")
@_TEXT
@_STDIN
@_IMAGE
@_ALT
@_AT
@_ALLOW
@shared
@click.pass_obj
def post(
    choices: Choices,
    account: str,
    words: str | None,
    text_stdin: bool,
    images: tuple[str, ...],
    alts: tuple[str, ...],
    at: str | None,
    allow: tuple[str, ...],
) -> None:
    """Queue a post of its own."""
    given = given_text(words, text_stdin)
    with desk(choices) as engine:
        found = engine.call(
            "post",
            account=account,
            text=given,
            images=_pictures(images, alts),
            at=_time(at),
            allow=list(allow),
        )
        answer(choices, found, text.queued)


@click.group()
@shared
def drafts() -> None:
    """List, write and delete drafts."""


@drafts.command("list")
@shared
@click.pass_obj
def list_(choices: Choices) -> None:
    """List the drafts, last saved first."""
    with desk(choices) as engine:
        answer(choices, engine.call("drafts.list"), text.drafts)


@drafts.command()
@click.argument("draft")
@shared
@click.pass_obj
def show(choices: Choices, draft: str) -> None:
    """Show DRAFT and its earlier versions."""
    with desk(choices) as engine:
        answer(choices, engine.call("drafts.show", id=draft), text.drafts)


@drafts.command()
@click.option("--account", metavar="ID")
@click.option("--reply-to", "--in-reply-to", "item", metavar="ITEM")
@_TEXT
@_STDIN
@shared
@click.pass_obj
def new(
    choices: Choices, account: str | None, item: str | None, words: str | None, text_stdin: bool
) -> None:
    """Write a draft."""
    given = given_text(words, text_stdin)
    with desk(choices) as engine:
        found = engine.call("drafts.save", text=given, account=account, item=item)
        answer(choices, found, text.drafts)


@drafts.command()
@click.argument("draft")
@_TEXT
@_STDIN
@shared
@click.pass_obj
def edit(choices: Choices, draft: str, words: str | None, text_stdin: bool) -> None:
    """Give DRAFT another text; the one before stays as a version."""
    given = given_text(words, text_stdin)
    with desk(choices) as engine:
        found = engine.call("drafts.save", id=draft, text=given, new=False)
        answer(choices, found, text.drafts)


@drafts.command()
@click.argument("draft")
@shared
@click.pass_obj
def delete(choices: Choices, draft: str) -> None:
    """Delete DRAFT."""
    with desk(choices) as engine:
        answer(choices, engine.call("drafts.delete", id=draft), text.drafts)
