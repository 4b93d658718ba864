"""`cmapp privacy`: what is stored about whom; handing it out, erasing it, a drill for a leak."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from cmapp.cli.retention import retention
from cmapp.cli.run import Choices, answer, desk, shared

_LANGUAGES = click.Choice(["en", "zh_CN", "zh_TW"])


@click.group()
@shared
def privacy() -> None:
    """People's data: PERSON is a number from `people list`, or a handle."""


def _language(command: Any) -> Any:
    return click.option(
        "--language", type=_LANGUAGES, default="en", show_default=True, help="Of the page."
    )(command)


@privacy.command()
@click.argument("person")
@click.option("--to", "folder", metavar="DIR", help="Where to; a new folder here by default.")
@_language
@shared
@click.pass_obj
def export(choices: Choices, person: str, folder: str | None, language: str) -> None:
    """Write all that is stored about a PERSON: JSON, tables, and a page that says what is what."""
    given = Path(folder).expanduser() if folder else Path(f"cmapp-person-{person.strip('@')[:60]}")
    with desk(choices) as at:
        found = at.call(
            "privacy.export", person=person, folder=str(given.absolute()), language=language
        )
        answer(choices, found, _exported)


@privacy.command()
@click.argument("person")
@click.option("--yes", is_flag=True, help="Do it; without it, only what would go is shown.")
@click.option("--anyway", is_flag=True, help="Also while it is unknown whether an answer is out.")
@click.option("--damaged", is_flag=True, help="Databases set aside as damaged go, too.")
@shared
@click.pass_obj
def erase(choices: Choices, person: str, yes: bool, anyway: bool, damaged: bool) -> None:
    """Erase a PERSON for good: rows, words, indexes, backups, logs. There is no undo."""
    with desk(choices) as at:
        if not yes:
            answer(choices, at.call("privacy.plan", person=person), _plan)
            return
        found = at.call("privacy.erase", person=person, anyway=anyway, damaged=damaged)
        answer(choices, found, _erased)


@privacy.command("erasures")
@shared
@click.pass_obj
def erasures(choices: Choices) -> None:
    """List what was erased, with the proof of each; no names."""
    with desk(choices) as at:
        answer(choices, at.call("privacy.erasures"), _erasures)


@privacy.command("damaged")
@click.option("--yes", is_flag=True, help="Delete them; without it, they are only listed.")
@shared
@click.pass_obj
def damaged_files(choices: Choices, yes: bool) -> None:
    """List databases that were set aside as damaged: who was erased since may stand in them."""
    with desk(choices) as at:
        if yes:
            answer(choices, at.call("privacy.delete_damaged"), _deleted)
            return
        answer(choices, {"damaged": at.call("privacy.map")["damaged"]}, _damaged)


@privacy.command("map")
@_language
@shared
@click.pass_obj
def show_map(choices: Choices, language: str) -> None:
    """Show what is stored about whom: how much, since when, why, how long, where."""
    with desk(choices) as at:
        answer(choices, at.call("privacy.map", language=language), _map)


@privacy.command()
@click.option("--out", metavar="FILE", help="Write it as a table, too.")
@_language
@shared
@click.pass_obj
def leak(choices: Choices, out: str | None, language: str) -> None:
    """Drill: this machine was stolen today. What is on it, about how many, what to revoke."""
    given = str(Path(out).expanduser().absolute()) if out else None
    with desk(choices) as at:
        answer(choices, at.call("privacy.leak", out=given, language=language), _leak)


def _exported(found: Mapping[str, Any]) -> Iterator[str]:
    for name, count in found["rows"].items():
        if count:
            yield f"{name:<16} {count:>7}"
    yield f"{len(found['files'])} files in {found['folder']}"


def _plan(found: Mapping[str, Any]) -> Iterator[str]:
    yield f"What would go of {found['name']} ({found['identities']} profiles):"
    for name, count in found["counts"].items():
        if count:
            yield f"  {name:<16} {count:>7}"
    if found["waiting"]:
        yield f"{found['waiting']} answers that wait are cancelled."
    if found["in_doubt"]:
        yield f"{found['in_doubt']} answers may be out already: --anyway is needed."
    yield f"Backups written anew: {found['backups']}; of older versions, deleted:" + (
        f" {found['old_copies']}. The log is emptied."
    )
    if found["damaged"]:
        yield f"Set aside as damaged, may hold all of it: {', '.join(found['damaged'])}"
        yield "  they stay; with --damaged they go, too"
    yield "Our own posts stay where they were posted; their text goes from here."
    yield "Nothing was erased. Say --yes to do it; there is no undo."


def _damaged(found: Mapping[str, Any]) -> Iterator[str]:
    yield from found["damaged"] or ["No database was set aside as damaged."]


def _deleted(found: Mapping[str, Any]) -> Iterator[str]:
    for name in found["deleted"]:
        yield f"deleted: {name}"
    if not found["deleted"]:
        yield from _damaged({"damaged": []})


def _erased(found: Mapping[str, Any]) -> Iterator[str]:
    yield from _erasures({"erasures": [found["erasure"]]})


def _erasures(found: Mapping[str, Any]) -> Iterator[str]:
    for one in found["erasures"]:
        yield f"{one['id']}  {one['at']}  {one['state']}"
        rows = ", ".join(f"{name} {count}" for name, count in one["counts"].items() if count)
        yield f"  removed: {rows or 'nothing'}"
        proof = one["proof"]
        if proof.get("searched"):
            yield (
                f"  looked through {proof['files']} files ({proof['bytes']} bytes) for"
                f" {proof['words']} words: {proof['found']} found"
            )
            for name, count in proof["where"].items():
                yield f"    {name}: {count}"
        elif proof:
            yield "  finished after an interruption; files were written anew, not looked through"
        if proof.get("common_names"):
            yield "  a name of theirs is a common word: not looked for in what others wrote"
        if left := proof.get("copies", {}).get("left"):
            yield f"  backups that could not be opened: {', '.join(left)}"
        if aside := proof.get("damaged"):
            yield f"  set aside as damaged, not changed: {', '.join(aside)}"
            yield "  they may hold all of it still: `cmapp privacy damaged --yes` deletes them"
        if proof:
            yield f"  proof {proof['hash']}"


def _map(found: Mapping[str, Any]) -> Iterator[str]:
    yield found["profile"]
    for one in found["kinds"]:
        people = "" if one["people"] is None else f"{one['people']} people"
        days = "" if one["days"] is None else f"{one['days']} days"
        since = (one["since"] or "")[:10]
        held = f"{one['rows']:>9}  {people:<14} {since:<11}{days:<10}"
        yield f"{one['name']:<34} {held} {one['where']}"
        yield f"    {one['why']}"
    yield found["who_else"]


def _leak(found: Mapping[str, Any]) -> Iterator[str]:
    yield f"{found['at']}: {found['people']} people"
    for one in found["by_network"]:
        yield f"  {one['network']:<40} {one['people']:>8}"
    for one in found["kinds"]:
        yield f"  {one['name']:<40} {one['rows']:>8} rows, {one['people']} people"
    for one in found["revoke"]:
        yield f"revoke: {one['account']} ({one['server']}): {one['where']}"
    for n, step in enumerate(found["steps"], 1):
        yield f"{n}. {step}"


privacy.add_command(retention)
