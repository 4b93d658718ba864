"""`cmapp rules`: what is done with what comes in, and the log of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import click

from cmapp.cli.run import Choices, answer, desk, shared


@click.group()
@shared
def rules() -> None:
    """Label, assign, close or draft by rule; answer alone only where a rule may."""


@rules.command("list")
@shared
@click.pass_obj
def list_(choices: Choices) -> None:
    """List the rules in the order in which they look at what comes in."""
    with desk(choices) as at:
        answer(choices, at.call("rules.list"), _list)


@rules.command()
@click.argument("name")
@click.option("--when", "query", required=True, metavar="QUERY", help="What it looks for.")
@click.option("--label", multiple=True, help="Put this label on it.")
@click.option("--assign", metavar="NAME", help="Give it to somebody.")
@click.option("--priority", type=click.IntRange(-1, 1), help="1 raises, -1 lowers.")
@click.option("--state", type=click.Choice(["done", "waiting", "muted"]), help="Move it there.")
@click.option("--draft", metavar="TEXT", help="Draft this answer ({{name}} is filled in).")
@click.option("--reply", metavar="TEXT", help="Answer with this; a draft without --auto-send.")
@click.option("--auto-send", is_flag=True, help="Let --reply be sent without a person's look.")
@click.option("--cap", type=click.IntRange(0, 1000), default=20, show_default=True,
              help="Answers it may send by itself in 24 hours.")  # fmt: skip
@click.option("--change", "id", metavar="ID", help="Change the rule of this id.")
@shared
@click.pass_obj
def save(choices: Choices, /, name: str, query: str, **given: Any) -> None:
    """Make a rule called NAME; tells what it would have done in the last 90 days."""
    deeds = [{"command": "inbox.label", "args": {"label": label}} for label in given["label"]]
    for option, command, argument in (
        ("assign", "inbox.assign", "who"),
        ("priority", "inbox.prioritize", "priority"),
        ("state", "inbox.set_state", "state"),
        ("draft", "draft", "text"),
        ("reply", "reply", "text"),
    ):
        if given[option] is not None:
            deeds.append({"command": command, "args": {argument: given[option]}})
    if not deeds:
        raise click.UsageError("Say what it does: --label, --assign, --draft …")
    with desk(choices) as at:
        found = at.call(
            "rules.save", name=name, query=query, deeds=deeds, id=given["id"],
            auto_send=given["auto_send"], cap=given["cap"],
        )  # fmt: skip
        answer(choices, found, _saved)


@rules.command()
@click.argument("rule")
@shared
@click.pass_obj
def on(choices: Choices, rule: str) -> None:
    """Switch RULE on."""
    _switch(choices, rule, enabled=True)


@rules.command()
@click.argument("rule")
@shared
@click.pass_obj
def off(choices: Choices, rule: str) -> None:
    """Switch RULE off."""
    _switch(choices, rule, enabled=False)


def _switch(choices: Choices, rule: str, *, enabled: bool) -> None:
    with desk(choices) as at:
        found = at.call("rules.enable", id=rule, enabled=enabled)
        answer(choices, found, lambda f: iter([_line(f["rule"])]))


@rules.command()
@click.argument("rule")
@shared
@click.pass_obj
def remove(choices: Choices, rule: str) -> None:
    """Delete RULE; what it did stays done."""
    with desk(choices) as at:
        answer(choices, at.call("rules.remove", id=rule), _list)


@rules.command("try")
@click.argument("rule")
@shared
@click.pass_obj
def try_(choices: Choices, rule: str) -> None:
    """Tell what RULE would have done in the last 90 days; nothing is done."""
    with desk(choices) as at:
        answer(choices, at.call("rules.try", id=rule), lambda f: iter([_tried(f)]))


@rules.command("log")
@click.argument("rule", required=False)
@click.option("--limit", type=click.IntRange(1, 10_000), default=50, show_default=True)
@shared
@click.pass_obj
def log_(choices: Choices, rule: str | None, limit: int) -> None:
    """List what rules did, newest first."""
    with desk(choices) as at:
        answer(choices, at.call("rules.log", id=rule, limit=limit), _log)


@rules.command()
@click.argument("firing")
@shared
@click.pass_obj
def undo(choices: Choices, firing: str) -> None:
    """Take back what a rule did to one item (FIRING: an id of the log)."""
    with desk(choices) as at:
        answer(choices, at.call("rules.undo", firing=firing), _undone)


def _list(found: Mapping[str, Any]) -> Iterator[str]:
    if not found["rules"]:
        yield "No rules. Make one: cmapp rules save NAME --when QUERY --label LABEL"
    for rule in found["rules"]:
        yield _line(rule)


def _line(rule: Mapping[str, Any]) -> str:
    does = ", ".join(d["command"].removeprefix("inbox.") for d in rule["deeds"])
    alone = f", sends up to {rule['cap']} a day alone" if rule["auto_send"] else ""
    state = "on " if rule["enabled"] else "off"
    return f"{rule['id']}  {state}  {rule['name']}: {rule['query']} -> {does}{alone}"


def _saved(found: Mapping[str, Any]) -> Iterator[str]:
    yield _line(found["rule"])
    yield _tried(found["try"])


def _tried(found: Mapping[str, Any]) -> str:
    alone = f", {found['replies']} answers sent alone" if found["replies"] else ""
    return f"in the last 90 days: {found['matches']} items{alone}"


def _log(found: Mapping[str, Any]) -> Iterator[str]:
    for one in found["firings"]:
        did = ", ".join(
            d["command"].removeprefix("inbox.") + (f" ({d['error']})" if d.get("error") else "")
            for d in one["did"]
        )
        back = "  (taken back)" if one["undone_at"] else ""
        what = f"{one['rule']}: {one['item']}: {did or 'nothing'}{back}"
        yield f"{one['id']}  {one['at'][:16]}  {what}"


def _undone(found: Mapping[str, Any]) -> Iterator[str]:
    yield f"{found['undone']} taken back"
    for one in found["stayed"]:
        yield f"stays: {one['command']} ({one['why']})"
