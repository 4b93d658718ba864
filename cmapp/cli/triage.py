"""`cmapp done | reopen | snooze | … | undo | history`: decide on one item, many, or a search."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any, TypeVar

import click

from cmapp.cli import text
from cmapp.cli.run import Choices, answer, desk, given_text, shared

F = TypeVar("F", bound=Callable[..., Any])
Told = Mapping[str, Any]


def choosing(command: F) -> F:
    """Give a command its items: ids, or --search, or --group, or --alike."""
    for option in (
        click.option("--alike", metavar="ITEM", help="ITEM and its near-duplicates."),
        click.option("--group", metavar="GROUP", help="A group, as `inbox groups` tells it."),
        click.option("--search", metavar="QUERY", help="All that a search finds."),
        click.argument("items", nargs=-1, metavar="[ITEM]..."),
    ):
        command = option(command)
    return command


def chosen(given: dict[str, Any]) -> dict[str, Any]:
    """Return the choice that was made on the command line as commands take it.

    Takes it out of `given`. Raises UsageError where none was made, or more than one.
    """
    items, search = given.pop("items"), given.pop("search")
    group, alike = given.pop("group"), given.pop("alike")
    if sum((bool(items), search is not None, group is not None, alike is not None)) != 1:
        raise click.UsageError("Name items, or give one of --search, --group and --alike.")
    if search is not None:
        return {"query": search}
    if alike is not None:
        return {"group": {"alike": alike}}
    if group is not None:
        return {"group": _group(group)}
    return {"items": list(items)}


def _group(given: str) -> dict[str, str | None]:
    account, _, rest = given.partition(":")
    kind, colon, target = rest.partition(":")
    if not (account and kind and colon):
        raise click.BadParameter("It looks like ACCOUNT:KIND:TARGET.", param_hint="--group")
    return {"account": account, "kind": kind, "target": target or None}


def _run(choices: Choices, command: str, said: str, given: dict[str, Any]) -> None:
    one_by_one = given["items"]
    which = chosen(given)
    with desk(choices) as at:
        found = at.call(command, **which, **given)
        if len(one_by_one) == 1 and "state" in found:  # as scripts know it
            found = {**found, "item": {"id": found["items"][0], "state": found["state"]}}
        answer(choices, found, lambda f: _told(f, said))


def _told(found: Told, said: str) -> Iterator[str]:
    if not found["count"]:
        yield "Nothing was found."
        return
    what = "1 item" if found["count"] == 1 else f"{found['count']} items"
    facts = {n: v if v is not None else "they write" for n, v in found.items()}
    yield f"{what}: {said.format(**facts)}. To take it back: cmapp undo"


@click.command()
@choosing
@shared
@click.pass_obj
def done(choices: Choices, /, **given: Any) -> None:
    """Close items."""
    _run(choices, "inbox.set_state", "done", {**given, "state": "done"})


@click.command()
@choosing
@shared
@click.pass_obj
def reopen(choices: Choices, /, **given: Any) -> None:
    """Open items again."""
    _run(choices, "inbox.set_state", "open", {**given, "state": "open"})


@click.command()
@click.argument("until", metavar="UNTIL")
@choosing
@shared
@click.pass_obj
def snooze(choices: Choices, /, until: str, **given: Any) -> None:
    """Put items off until a time: ISO 8601, or in words.

    Words: later, tomorrow, next_week, "fri 9:00", "in 3 h" …, and reply: until they write again.
    """
    _run(choices, "inbox.snooze", "off until {until}", {**given, "until": _until(until)})


def _until(given: str) -> int | str:
    try:
        return int(datetime.fromisoformat(given).timestamp() * 1000)
    except (ValueError, OverflowError, OSError):
        return given  # in words, or no time at all: the command tells


@click.command()
@choosing
@shared
@click.pass_obj
def unsnooze(choices: Choices, /, **given: Any) -> None:
    """Open what waits."""
    _run(choices, "inbox.unsnooze", "open", given)


@click.command()
@click.argument("name")
@choosing
@shared
@click.pass_obj
def label(choices: Choices, /, name: str, **given: Any) -> None:
    """Hang the label NAME on items."""
    _run(choices, "inbox.label", "labelled {label}", {**given, "label": name})


@click.command()
@click.argument("name")
@choosing
@shared
@click.pass_obj
def unlabel(choices: Choices, /, name: str, **given: Any) -> None:
    """Take the label NAME off items."""
    _run(choices, "inbox.unlabel", "no longer labelled {label}", {**given, "label": name})


@click.command()
@click.argument("who")
@choosing
@shared
@click.pass_obj
def assign(choices: Choices, /, who: str, **given: Any) -> None:
    """Give items to WHO; '' takes them back."""
    said = "given to {assignee}" if who.strip() else "nobody's"
    _run(choices, "inbox.assign", said, {**given, "who": who})


_PRIORITIES = {"high": 1, "normal": 0, "low": -1}


@click.command()
@click.argument("level", type=click.Choice(list(_PRIORITIES)))
@choosing
@shared
@click.pass_obj
def priority(choices: Choices, /, level: str, **given: Any) -> None:
    """Put items first or last by hand; normal leaves them to the rules."""
    said = f"priority {level}"
    _run(choices, "inbox.prioritize", said, {**given, "priority": _PRIORITIES[level]})


_PERSON = click.option("--person", is_flag=True, help="Their people, not their threads.")


@click.command()
@choosing
@_PERSON
@shared
@click.pass_obj
def mute(choices: Choices, /, person: bool, **given: Any) -> None:
    """Mute the threads of items: also what comes into them later."""
    what = "person" if person else "thread"
    _run(choices, "inbox.mute", "{muted} muted", {**given, "what": what})


@click.command()
@choosing
@_PERSON
@shared
@click.pass_obj
def unmute(choices: Choices, /, person: bool, **given: Any) -> None:
    """Let the threads of items be heard again."""
    what = "person" if person else "thread"
    _run(choices, "inbox.unmute", "{opened} open again", {**given, "what": what})


@click.command()
@choosing
@shared
@click.pass_obj
def like(choices: Choices, /, **given: Any) -> None:
    """Like the posts of items; what cannot be liked is left out."""
    _like(choices, "like", "to be liked", given)


@click.command()
@choosing
@shared
@click.pass_obj
def unlike(choices: Choices, /, **given: Any) -> None:
    """Take our likes of items back."""
    _like(choices, "unlike", "to be liked no longer", given)


def _like(choices: Choices, command: str, said: str, given: dict[str, Any]) -> None:
    def told(found: Told) -> Iterator[str]:
        yield from _told(found, said)
        for one in found["skipped"]:
            yield f"{one['item']} is left out: {text.error(one['why'], {})}"

    with desk(choices) as at:
        answer(choices, at.call(command, **chosen(given)), told)


@click.command()
@shared
@click.pass_obj
def undo(choices: Choices) -> None:
    """Take back the newest deed that was not taken back yet."""
    with desk(choices) as at:
        found = at.call("undo")
        answer(choices, found, lambda f: iter([f"Taken back: {text.deed(f['undone'])}"]))


@click.command()
@click.option("--limit", type=click.IntRange(1, 10_000), default=50, show_default=True)
@shared
@click.pass_obj
def history(choices: Choices, limit: int) -> None:
    """Show what was decided at this desk, newest first."""
    with desk(choices) as at:
        found = at.call("deeds.list", limit=limit)
        answer(choices, found, lambda f: (text.deed(d) for d in f["deeds"]))


@click.group(invoke_without_command=True)
@shared
@click.pass_context
def labels(ctx: click.Context) -> None:
    """List, rename, colour and delete labels."""
    if ctx.invoked_subcommand is None:
        ctx.invoke(_list)


@labels.command("list")
@shared
@click.pass_obj
def _list(choices: Choices) -> None:
    """List the labels."""
    with desk(choices) as at:
        answer(choices, at.call("labels.list"), text.labels)


@labels.command()
@click.argument("name")
@click.argument("to")
@shared
@click.pass_obj
def rename(choices: Choices, name: str, to: str) -> None:
    """Call the label NAME TO, on all its items."""
    with desk(choices) as at:
        answer(choices, at.call("labels.rename", name=name, to=to), text.labels)


@labels.command("color")
@click.argument("name")
@click.argument("color")
@shared
@click.pass_obj
def color_(choices: Choices, name: str, color: str) -> None:
    """Give the label NAME a colour: #rrggbb, or '' for none."""
    with desk(choices) as at:
        answer(choices, at.call("labels.color", name=name, color=color), text.labels)


@labels.command("delete")
@click.argument("name")
@shared
@click.pass_obj
def delete_label(choices: Choices, name: str) -> None:
    """Delete the label NAME, and take it off all its items."""
    with desk(choices) as at:
        answer(choices, at.call("labels.delete", name=name), text.labels)


@click.group()
@shared
def note() -> None:
    """Private notes on items."""


_WORDS = click.option("--text", "words", metavar="TEXT")
_STDIN = click.option("--text-stdin", is_flag=True, help="Read the text from standard input.")


@note.command("list")
@click.argument("item")
@shared
@click.pass_obj
def list_notes(choices: Choices, item: str) -> None:
    """List the notes on ITEM."""
    with desk(choices) as at:
        answer(choices, at.call("notes.list", item=item), lambda f: map(text.note, f["notes"]))


@note.command("add")
@choosing
@_WORDS
@_STDIN
@click.option("--author", default="", metavar="NAME")
@shared
@click.pass_obj
def add_note(
    choices: Choices, /, words: str | None, text_stdin: bool, author: str, **given: Any
) -> None:
    """Write a note down on items."""
    which = chosen(given)
    written = given_text(words, text_stdin)
    with desk(choices) as at:
        found = at.call("notes.add", text=written, author=author, **which)
        answer(choices, found, lambda f: map(text.note, f.get("notes", ())))


@note.command("edit")
@click.argument("number", metavar="NOTE")
@_WORDS
@_STDIN
@shared
@click.pass_obj
def edit_note(choices: Choices, number: str, words: str | None, text_stdin: bool) -> None:
    """Give NOTE another text."""
    given = given_text(words, text_stdin)
    with desk(choices) as at:
        found = at.call("notes.edit", id=number, text=given)
        answer(choices, found, lambda f: iter([text.note(f["note"])]))


@note.command("delete")
@click.argument("number", metavar="NOTE")
@shared
@click.pass_obj
def delete_note(choices: Choices, number: str) -> None:
    """Delete NOTE."""
    with desk(choices) as at:
        found = at.call("notes.delete", id=number)
        answer(choices, found, lambda f: iter([text.note(f["note"])]))
