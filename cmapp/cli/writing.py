"""`cmapp reply | drafts`."""

from __future__ import annotations

from typing import Any

import click

from cmapp.cli import text
from cmapp.cli.composed import draft_of, gated, let_through, pictures, written
from cmapp.cli.run import Choices, answer, desk, given_text, given_time, shared

_AT = click.option(
    "--at", metavar="TIME", help="Not before this time (ISO 8601); late means asked, not sent."
)
_IMAGE = click.option("--image", "images", multiple=True, metavar="FILE")
_ALT = click.option("--alt", "alts", multiple=True, metavar="TEXT", help="One for each --image.")
_TEXT = click.option("--text", "words", metavar="TEXT")
_BRIEF = click.option(
    "--brief", "facts", multiple=True, metavar="NAME=TEXT", help="theme, form, owner …"
)
_STDIN = click.option("--text-stdin", is_flag=True, help="Read the text from standard input.")


def _time(at: str | None) -> int | None:
    return given_time(at, "--at")


@click.command()
@click.argument("item")
@_TEXT
@_STDIN
@_IMAGE
@_ALT
@_AT
@gated
@shared
@click.pass_obj
def reply(
    choices: Choices,
    /,
    item: str,
    words: str | None,
    text_stdin: bool,
    images: tuple[str, ...],
    alts: tuple[str, ...],
    at: str | None,
    **gate: Any,
) -> None:
    """Queue an answer to ITEM; it leaves after its thread has been read again."""
    given = given_text(words, text_stdin)
    with desk(choices) as engine:
        found = engine.call(
            "reply",
            item=item,
            text=given,
            images=pictures(images, alts),
            at=_time(at),
            **let_through(gate),
        )
        answer(choices, found, text.queued)


@click.group()
@shared
def drafts() -> None:
    """List, write, compare and delete drafts."""


@drafts.command("list")
@click.option("--stage", type=click.Choice(["idea", "draft"]))
@click.option("--state", type=click.Choice(["draft", "queued"]))
@click.option("--campaign", metavar="ID")
@shared
@click.pass_obj
def list_(choices: Choices, stage: str | None, state: str | None, campaign: str | None) -> None:
    """List the drafts, last saved first."""
    with desk(choices) as engine:
        found = engine.call("drafts.list", stage=stage, state=state, campaign=campaign)
        answer(choices, found, text.drafts)


@drafts.command()
@click.argument("draft")
@shared
@click.pass_obj
def show(choices: Choices, draft: str) -> None:
    """Show DRAFT, its wordings, what became of it, and its earlier versions."""
    with desk(choices) as engine:
        answer(choices, engine.call("drafts.show", id=draft), text.drafts)


@drafts.command()
@click.option("--reply-to", "--in-reply-to", "item", metavar="ITEM")
@click.option("--stage", type=click.Choice(["idea", "draft"]))
@_BRIEF
@_TEXT
@_STDIN
@written
@shared
@click.pass_obj
def new(
    choices: Choices,
    /,
    item: str | None,
    stage: str | None,
    facts: tuple[str, ...],
    words: str | None,
    text_stdin: bool,
    **given: Any,
) -> None:
    """Write a draft: a post, an idea, or an answer."""
    said = draft_of(given)
    if item is not None and said.pop("variants", None):
        if len(given["accounts"]) > 1 or given["variants"]:
            raise click.UsageError("An answer goes out from one account.")
        said["account"] = given["accounts"][0]
    said["text"] = given_text(words, text_stdin)
    if facts:
        said["brief"] = dict(_pair(one) for one in facts)
    with desk(choices) as engine:
        found = engine.call("drafts.save", item=item, stage=stage, **said)
        answer(choices, found, text.drafts)


@drafts.command()
@click.argument("draft")
@click.option("--stage", type=click.Choice(["idea", "draft"]))
@_BRIEF
@click.option("--base", type=int, metavar="N", help="What `drafts show` gave as base: fork if not.")
@_TEXT
@_STDIN
@written
@shared
@click.pass_obj
def edit(
    choices: Choices,
    /,
    draft: str,
    stage: str | None,
    facts: tuple[str, ...],
    base: int | None,
    words: str | None,
    text_stdin: bool,
    **given: Any,
) -> None:
    """Change DRAFT; what was before stays as a version. One that is planned is queued anew."""
    said = draft_of(given)
    if words is not None or text_stdin or not (said or stage or facts):
        said["text"] = given_text(words, text_stdin)
    if facts:
        said["brief"] = dict(_pair(one) for one in facts)
    with desk(choices) as engine:
        found = engine.call("drafts.save", id=draft, new=False, stage=stage, base=base, **said)
        answer(choices, found, text.drafts)


def _pair(given: str) -> tuple[str, str | None]:
    name, equals, words = given.partition("=")
    if not equals:
        raise click.UsageError("--brief is NAME=TEXT; without a TEXT it is taken out.")
    return name.strip(), words or None


@drafts.command()
@click.argument("draft")
@shared
@click.pass_obj
def delete(choices: Choices, draft: str) -> None:
    """Delete DRAFT."""
    with desk(choices) as engine:
        answer(choices, engine.call("drafts.delete", id=draft), text.drafts)


@drafts.command()
@click.argument("draft")
@shared
@click.pass_obj
def history(choices: Choices, draft: str) -> None:
    """List the versions of DRAFT, newest first."""
    with desk(choices) as engine:
        found = engine.call("drafts.history", id=draft)
        answer(choices, found, lambda told: map(text.version, told["versions"]))


@drafts.command()
@click.argument("draft")
@click.argument("a", type=int)
@click.argument("b", type=int, required=False)
@shared
@click.pass_obj
def diff(choices: Choices, draft: str, a: int, b: int | None) -> None:
    """Show what changed in DRAFT from version A to B (or to how it is now)."""
    with desk(choices) as engine:
        answer(choices, engine.call("drafts.diff", id=draft, a=a, b=b), text.compared)


@drafts.command()
@click.argument("draft")
@click.argument("n", type=int)
@shared
@click.pass_obj
def restore(choices: Choices, draft: str, n: int) -> None:
    """Bring version N of DRAFT back, as a new version; `cmapp undo` takes that back."""
    with desk(choices) as engine:
        answer(choices, engine.call("drafts.restore", id=draft, n=n), text.drafts)


@drafts.command()
@click.argument("draft")
@shared
@click.pass_obj
def preview(choices: Choices, draft: str) -> None:
    """Show how DRAFT goes out from each account, and what would hold it."""
    with desk(choices) as engine:
        answer(choices, engine.call("post.preview", draft=draft), text.previews)


@drafts.command()
@click.argument("draft", required=False)
@click.option("--account", required=True, metavar="ID")
@click.option("--numbered", is_flag=True, help="Each part says 1/5; that is counted.")
@_TEXT
@_STDIN
@shared
@click.pass_obj
def split(
    choices: Choices,
    draft: str | None,
    account: str,
    numbered: bool,
    words: str | None,
    text_stdin: bool,
) -> None:
    """Show DRAFT, or a text that is no draft, as a thread from one account."""
    given = None if draft is not None else given_text(words, text_stdin)
    with desk(choices) as engine:
        found = engine.call(
            "drafts.split", id=draft, text=given, account=account, numbered=numbered
        )
        answer(choices, found, lambda told: text.parts(told["parts"]))


@drafts.command()
@click.argument("draft")
@shared
@click.pass_obj
def unqueue(choices: Choices, draft: str) -> None:
    """Take back what of DRAFT has not left; it can be written on again, its plan stays."""
    with desk(choices) as engine:
        found = engine.call("post.unqueue", draft=draft)
        answer(choices, found, lambda told: iter([f"Draft {told['draft']} is yours again."]))
