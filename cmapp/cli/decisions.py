"""`cmapp decisions | findings`: what was found, what was changed for it, what came of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import click

from cmapp.cli.run import Choices, answer, desk, shared

_LINK = click.option(
    "--link", "links", multiple=True, metavar="KIND:ID", help="goal:…, experiment:…, chart:NAME …"
)


@click.group()
@shared
def decisions() -> None:
    """What was found, what was changed for it, and what came of it."""


@decisions.command("list")
@shared
@click.pass_obj
def decisions_list(choices: Choices) -> None:
    """List decisions, those whose result is still to be looked at first."""
    with desk(choices) as engine:
        answer(choices, engine.call("decisions.list"), _decisions)


@decisions.command("save")
@click.argument("finding", required=False)
@click.argument("change", required=False)
@click.argument("result_day", required=False, metavar="[DAY]")
@click.option("--result", metavar="TEXT", help="What came of it.")
@click.option("--outcome", metavar="WORD", help="better, same, worse or unclear.")
@_LINK
@click.option("--change", "id", metavar="DECISION", help="Change this one.")
@shared
@click.pass_obj
def decisions_save(choices: Choices, /, links: tuple[str, ...], **given: Any) -> None:
    """Write down FINDING, the CHANGE it led to, and the DAY on which its result is looked at."""
    with desk(choices) as engine:
        found = engine.call("decisions.save", links=list(links) or None, **given)
        answer(choices, found, _decisions)


@decisions.command("delete")
@click.argument("number", metavar="DECISION")
@shared
@click.pass_obj
def decisions_delete(choices: Choices, number: str) -> None:
    """Strike DECISION out."""
    with desk(choices) as engine:
        answer(choices, engine.call("decisions.delete", id=number), _decisions)


def _decisions(found: Mapping[str, Any]) -> Iterator[str]:
    for one in found["decisions"]:
        said = one["outcome"] or ("look at its result" if one["due"] else "open")
        yield f"{one['id']}  {one['result_day']}  {said}  {one['finding']} → {one['change']}"
        if one["result"]:
            yield f"    {one['result']}"
        for link in one["links"]:
            yield f"    {link['kind']} {link['id']}"


@click.group()
@shared
def findings() -> None:
    """What was heard or thought: notes, interviews, focus groups, surveys, SWOT, PEST."""


@findings.command("list")
@shared
@click.pass_obj
def findings_list(choices: Choices) -> None:
    """List findings, the newest first."""
    with desk(choices) as engine:
        answer(choices, engine.call("findings.list"), _findings)


@findings.command("save")
@click.argument("title", required=False)
@click.option("--kind", metavar="KIND", help="note, interview, focus_group, survey, swot or pest.")
@click.option("--field", "fields", multiple=True, metavar="NAME=TEXT", help="A field of its kind.")
@click.option("--day", metavar="DAY", help="When it was heard; today.")
@_LINK
@click.option("--change", "id", metavar="FINDING", help="Change this one.")
@shared
@click.pass_obj
def findings_save(
    choices: Choices, /, links: tuple[str, ...], fields: tuple[str, ...], **given: Any
) -> None:
    """Write down a finding TITLE."""
    told = dict(one.partition("=")[::2] for one in fields)
    with desk(choices) as engine:
        found = engine.call(
            "findings.save", links=list(links) or None, fields=told or None, **given
        )
        answer(choices, found, _findings)


@findings.command("delete")
@click.argument("number", metavar="FINDING")
@shared
@click.pass_obj
def findings_delete(choices: Choices, number: str) -> None:
    """Strike FINDING out."""
    with desk(choices) as engine:
        answer(choices, engine.call("findings.delete", id=number), _findings)


def _findings(found: Mapping[str, Any]) -> Iterator[str]:
    for one in found["findings"]:
        yield f"{one['id']}  {one['day']}  {one['kind']}  {one['title']}"
        for name, words in one["fields"].items():
            yield f"    {name}: {words}"
