"""`cmapp correct | words`: set the verdict right, keep lists of words, look a text over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import click

from cmapp.cli.run import Choices, answer, desk, given_text, shared
from cmapp.cli.triage import choosing, chosen
from cmapp.domain.signals import SIGNALS
from cmapp.store.watching import LISTS

Told = Mapping[str, Any]


@click.command()
@choosing
@click.option("--reply", type=click.Choice(["yes", "no"]), help="Whether it needs a reply.")
@click.option("--as", "signals", multiple=True, type=click.Choice(SIGNALS), help="What it says.")
@click.option("--rules", is_flag=True, help="Let the rules say again.")
@shared
@click.pass_obj
def correct(choices: Choices, /, **given: Any) -> None:
    """Say of items whether they need a reply, and what they say.

    What comes in later with nearly the same words is judged the same.
    """
    reply, signals = given.pop("reply"), given.pop("signals")
    given["needs_reply"] = None if reply is None else reply == "yes"
    given["signals"] = list(signals) or None
    which = chosen(given)
    with desk(choices) as at:
        answer(choices, at.call("inbox.correct", **which, **given), _corrected)


def _corrected(found: Told) -> Iterator[str]:
    if not found["count"]:
        yield "Nothing was found."
        return
    what = "1 item" if found["count"] == 1 else f"{found['count']} items"
    yield f"{what}: corrected. To take it back: cmapp undo"


@click.group()
@shared
def words() -> None:
    """Words to watch for, words to be careful with; whatever script, width or case."""


@words.command("list")
@shared
@click.pass_obj
def list_(choices: Choices) -> None:
    """List the words, list by list."""
    with desk(choices) as at:
        answer(choices, at.call("words.list"), _listed)


def _listed(found: Told) -> Iterator[str]:
    if not found["words"]:
        yield "No words yet. Add one: cmapp words add watch WORD"
    for one in found["words"]:
        yield f"{one['list']:<9} {one['word']}"


@words.command()
@click.argument("listed", metavar="LIST", type=click.Choice(LISTS))
@click.argument("word")
@shared
@click.pass_obj
def add(choices: Choices, listed: str, word: str) -> None:
    """Put WORD on LIST: watch, sensitive, insult, or allowed (never warned of)."""
    with desk(choices) as at:
        answer(choices, at.call("words.add", list=listed, word=word), _changed)


@words.command()
@click.argument("listed", metavar="LIST", type=click.Choice(LISTS))
@click.argument("word")
@shared
@click.pass_obj
def remove(choices: Choices, listed: str, word: str) -> None:
    """Take WORD off LIST."""
    with desk(choices) as at:
        answer(choices, at.call("words.remove", list=listed, word=word), _changed)


def _changed(found: Told) -> Iterator[str]:
    marked = f", {found['marked']} items marked anew" if found["marked"] else ""
    yield f"{found['list']}: {found['word']}{marked}. To take it back: cmapp undo"


@words.command()
@click.option("--text", metavar="TEXT")
@click.option("--text-stdin", is_flag=True, help="Read the text from standard input.")
@shared
@click.pass_obj
def check(choices: Choices, text: str | None, text_stdin: bool) -> None:
    """Look a text over as before it goes out: personal data, gaps, insults, sensitive words."""
    given = given_text(text, text_stdin)
    with desk(choices) as at:
        answer(choices, at.call("words.check", text=given), _checked)


def _checked(found: Told) -> Iterator[str]:
    if not found["findings"]:
        yield "Nothing found."
    for one in found["findings"]:
        yield f"{one['start']:>5}  {one['code']:<13} {one['text']}"
