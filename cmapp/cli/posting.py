"""`cmapp post | plan | posts`: queue posts, now or at a time; correct those that are out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import click

from cmapp.cli import text
from cmapp.cli.composed import draft_of, gated, let_through, written
from cmapp.cli.run import Choices, Desk, ExitStatus, answer, desk, given_text, say_error, shared
from cmapp.domain.errors import Trouble

Told = Mapping[str, Any]
_AT = click.option("--at", metavar="TIME", help="The local time, as 2026-12-01T09:00.")
_ZONE = click.option("--zone", metavar="NAME", help="Where that time holds: Asia/Shanghai …")


@click.command()
@click.option("--text", "words", metavar="TEXT")
@click.option("--text-stdin", is_flag=True, help="Read the text from standard input.")
@click.option("--draft", metavar="DRAFT", help="Queue this draft, as it is written.")
@written
@_AT
@_ZONE
@gated
@shared
@click.pass_obj
def post(
    choices: Choices,
    /,
    words: str | None,
    text_stdin: bool,
    draft: str | None,
    at: str | None,
    zone: str | None,
    **given: Any,
) -> int:
    """Queue a post: the same text from each --account, or a --variant of its own.

    What one account refuses is told and kept as a draft; the others go.
    """
    said = draft_of(given)
    if draft is None:
        said["text"] = given_text(words, text_stdin)
        if not said.get("variants"):
            raise click.UsageError("Give --account or --variant.")
    elif words is not None or text_stdin:
        said["text"] = given_text(words, text_stdin)
    with desk(choices) as engine:
        number = draft
        if said:
            where = {} if draft is None else {"id": draft, "new": False}
            number = engine.call("drafts.save", **where, **said)["drafts"][0]["id"]
        found = _queued(engine, "post.queue", str(number), at=at, zone=zone, **let_through(given))
    return _told(choices, found)


def _queued(engine: Desk, command: str, draft: str, **args: Any) -> dict[str, Any]:
    """Run a command that queues; where nothing at all went, the first reason is the error."""
    try:
        found = engine.call(command, draft=draft, **args)
    except Trouble as no:
        raise type(no)(no.why, **{**no.facts, "draft": draft}) from None
    if found["rows"]:
        first = found["rows"][0]
        found["outbox"] = {"id": first["id"], "state": first["state"]}
    return found


def _told(choices: Choices, found: Told) -> int:
    """Answer; where nothing at all could go, the first reason is the error."""
    if found["held"] and not found["rows"] and not found["left_out"] and not found["wall"]:
        first = found["held"][0]
        facts = {**first["facts"], "draft": found["draft"]}
        say_error(first["code"], facts, as_json=choices.json)
        return ExitStatus.ERROR
    answer(choices, found, lines)
    return ExitStatus.UNSETTLED if found["held"] else ExitStatus.OK


def lines(found: Told) -> Iterator[str]:
    """Tell what became of a post."""
    when = f" for {found['wall'].replace('T', ' ')} ({found['zone']})" if found["wall"] else ""
    for row in found["rows"]:
        yield f"Queued as {row['id']}{when}  {row['account']}  {text.one_line(row['text'], 50)}"
    for one in found["left_out"]:
        why = "sent already" if one["why"] == "sent" else "on its way already"
        yield f"Left out: {why}  {one['account']}"
    for one in found["held"]:
        who = f"  {one['account']}" if one["account"] else ""
        yield f"Held{who}: {text.error(one['code'], one['facts'])}"
    if not found["rows"] and not found["held"] and not found["left_out"]:
        yield f"Draft {found['draft']} is {'planned' if found['wall'] else 'a draft'}{when}."
    if found["rows"] and not found["wall"]:
        yield "Send it with: cmapp outbox send"


@click.group()
@shared
def plan() -> None:
    """Plan posts: a draft goes out at a local time, from each of its accounts."""


@plan.command("set")
@click.argument("draft")
@click.option("--at", required=True, metavar="TIME", help="The local time, as 2026-12-01T09:00.")
@_ZONE
@gated
@shared
@click.pass_obj
def set_(choices: Choices, /, draft: str, at: str, zone: str | None, **given: Any) -> int:
    """Plan DRAFT and queue it; what a check holds back stays planned, and is told."""
    with desk(choices) as engine:
        found = _queued(engine, "plan.set", draft, at=at, zone=zone, **let_through(given))
    return _told(choices, found)


@plan.command()
@click.argument("draft")
@click.argument("day", required=False)
@_AT
@shared
@click.pass_obj
def move(choices: Choices, draft: str, day: str | None, at: str | None) -> int:
    """Move DRAFT to DAY (2026-12-01), its time of day and zone kept, or to --at."""
    if (day is None) == (at is None):
        raise click.UsageError("Give either a DAY or --at.")
    with desk(choices) as engine:
        found = _queued(engine, "plan.move", draft, day=day, at=at)
    return _told(choices, found)


@plan.command()
@click.argument("draft")
@shared
@click.pass_obj
def clear(choices: Choices, draft: str) -> None:
    """Take the plan of DRAFT away; it stays a draft."""
    with desk(choices) as engine:
        answer(choices, engine.call("plan.clear", draft=draft), lines)


@click.group()
@shared
def posts() -> None:
    """Correct posts of yours that are out; both texts are kept."""


@posts.command()
@click.argument("post")
@click.option("--text", "words", metavar="TEXT")
@click.option("--text-stdin", is_flag=True, help="Read the text from standard input.")
@click.option("--note", default="", metavar="TEXT", help="An answer that says what was wrong.")
@click.option("--way", type=click.Choice(["edit", "note", "replace"]), help="Else what can be.")
@click.option("--allow", multiple=True, metavar="CODE", help="personal_data, or variable.")
@shared
@click.pass_obj
def correct(
    choices: Choices,
    /,
    post: str,
    words: str | None,
    text_stdin: bool,
    note: str,
    way: str | None,
    allow: tuple[str, ...],
) -> None:
    """Give POST another text: changed where its platform can, else by a note, or replaced."""
    said = given_text(words, text_stdin)
    with desk(choices) as engine:
        found = engine.call(
            "post.correct", id=post, text=said, note=note, way=way, allow=list(allow)
        )
        answer(choices, found, lambda told: map(text.row, told["rows"]))


@posts.command("history")
@click.argument("post")
@shared
@click.pass_obj
def history(choices: Choices, post: str) -> None:
    """Show the corrections of POST, with both texts of each."""
    with desk(choices) as engine:
        answer(choices, engine.call("post.history", id=post), _corrections)


def _corrections(found: Told) -> Iterator[str]:
    if not found["corrections"]:
        yield "It was not corrected here."
    for one in found["corrections"]:
        undone = "  taken back" if one["undone"] else ""
        yield f"{one['at'][:16]}  {one['way']}{undone}"
        yield f"    before: {one['before']}"
        yield f"    after:  {one['after']}"
        if one["note"]:
            yield f"    note:   {one['note']}"
