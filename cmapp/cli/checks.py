"""`cmapp checks | sheets`: look a piece over before it leaves; brand, norms, audiences, cadence."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from typing import Any

import click

from cmapp.cli.run import Choices, answer, desk, given_text, shared
from cmapp.domain.sheets import KINDS

Told = Mapping[str, Any]
_LISTS = ("wanted", "banned", "may_say", "exaggerations")
_NUMBERS = ("repeat_days", "length", "hashtags", "per_day", "per_week")


@click.group()
@shared
def checks() -> None:
    """What is looked at before something leaves, and what was let through all the same."""


@checks.command()
@click.argument("draft", required=False)
@click.option("--text", metavar="TEXT")
@click.option("--text-stdin", is_flag=True, help="Read the text from standard input.")
@click.option("--account", metavar="ID", help="Only the wording for this account.")
@shared
@click.pass_obj
def run(
    choices: Choices, draft: str | None, text: str | None, text_stdin: bool, account: str | None
) -> None:
    """Look DRAFT over, or a text that is no draft yet."""
    given = given_text(text, text_stdin) if text is not None or text_stdin else None
    if draft is None and given is None:
        raise click.UsageError("Give a DRAFT, --text or --text-stdin.")
    with desk(choices) as at:
        answer(choices, at.call("checks.run", draft=draft, text=given, account=account), _found)


def _found(found: Told) -> Iterator[str]:
    if not found["findings"]:
        yield "Nothing found."
    for one in found["findings"]:
        kept = one["override"]
        mark = "let through" if kept else one["severity"]
        words = f" “{one['words'][:60]}”" if one["words"] else ""
        facts = ", ".join(f"{name} {value}" for name, value in one["facts"].items())
        who = f" {one['account']}" if one["account"] else ""
        why = f" ({kept['reason']})" if kept and kept["reason"] else ""
        yield f"{mark:<11} {one['check']:<17} {one['field']}{words} {facts}{who}{why}".rstrip()
    for note in found["notes"]:
        told = note["sheet"].get("tone") or note["sheet"].get("note") or ""
        if told:
            yield f"{note['kind']:<11} {told}"


@checks.command("list")
@shared
@click.pass_obj
def list_(choices: Choices) -> None:
    """List the checks, and what each does unless the brand sheet says otherwise."""
    with desk(choices) as at:
        answer(choices, at.call("checks.list"), _listed)


def _listed(found: Told) -> Iterator[str]:
    for one in found["checks"]:
        fixed = "" if one["overridable"] else "  always"
        yield f"{one['severity']:<5} {one['name']:<17} {one['field']}{fixed}"


@checks.command()
@click.argument("draft")
@click.argument("check")
@click.option("--reason", required=True, metavar="TEXT", help="Why; it is kept.")
@click.option("--account", metavar="ID", help="Only the wording for this account.")
@shared
@click.pass_obj
def override(choices: Choices, draft: str, check: str, reason: str, account: str | None) -> None:
    """Let DRAFT through in spite of CHECK, as it is written now: another text asks again."""
    with desk(choices) as at:
        told = at.call("checks.override", draft=draft, check=check, reason=reason, account=account)
        answer(choices, told, _overrides)


@checks.command("put-back")
@click.argument("ids", metavar="ID...", nargs=-1, required=True)
@shared
@click.pass_obj
def put_back(choices: Choices, ids: tuple[str, ...]) -> None:
    """Let an override hold no more; it stays in the log."""
    with desk(choices) as at:
        answer(choices, at.call("checks.put_back", ids=list(ids)), _overrides)


@checks.command()
@click.argument("draft")
@shared
@click.pass_obj
def overrides(choices: Choices, draft: str) -> None:
    """List what was let through in DRAFT, and why."""
    with desk(choices) as at:
        answer(choices, at.call("checks.overrides", draft=draft), _overrides)


def _overrides(found: Told) -> Iterator[str]:
    if not found["overrides"]:
        yield "Nothing was let through."
    for one in found["overrides"]:
        ended = f"  until {one['ended_at']}" if one["ended_at"] else ""
        yield f"{one['id']}  {one['at']}  {one['check']}: {one['reason']}{ended}"


@click.group()
@shared
def sheets() -> None:
    """What texts are held against: brand, platform norms, audiences, cadence."""


_SCOPE = click.option(
    "--scope", metavar="NAME", help="An account, a platform, an audience; audience:NAME for caps."
)


@sheets.command()
@click.argument("kind", required=False, type=click.Choice(KINDS))
@_SCOPE
@shared
@click.pass_obj
def show(choices: Choices, kind: str | None, scope: str | None) -> None:
    """Show the sheets, those that come with the program too."""
    with desk(choices) as at:
        answer(choices, at.call("sheets.show", kind=kind, scope=scope), _sheets)


def _sheets(found: Told) -> Iterator[str]:
    for one in found["sheets"]:
        scope = f" {one['scope']}" if one["scope"] else ""
        yield f"{one['kind']}{scope}" + ("" if one["own"] else "  (not changed)")
        for name, value in one["sheet"].items():
            yield f"  {name}: {json.dumps(value, ensure_ascii=False)}"


@sheets.command("set")
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("fields", metavar="[FIELD=VALUE]...", nargs=-1)
@_SCOPE
@click.option("--json-stdin", is_flag=True, help="Read the whole sheet from standard input.")
@click.option("--drop", is_flag=True, help="Take the sheet away: as the program brings it.")
@shared
@click.pass_obj
def set_(
    choices: Choices, kind: str, fields: tuple[str, ...], scope: str | None, json_stdin: bool,
    drop: bool,
) -> None:  # fmt: skip
    """Set fields of a sheet; lists have commas between their words, levels.CHECK=stop|warn|off."""
    where = scope or ""
    if (
        ((drop or json_stdin) and fields)
        or (drop and json_stdin)
        or not (drop or json_stdin or fields)
    ):
        raise click.UsageError("Give either FIELD=VALUE, --json-stdin or --drop.")
    with desk(choices) as at:
        sheet: dict[str, Any] | None
        if drop:
            sheet = None
        elif json_stdin:
            sheet = _from_stdin()
        else:
            shown = at.call("sheets.show", kind=kind, scope=where)["sheets"]
            sheet = shown[0]["sheet"] if shown else {}
            for line in fields:
                _put(sheet, line)
        at.call("sheets.set", kind=kind, scope=where, sheet=sheet)
        answer(choices, at.call("sheets.show", kind=kind, scope=where), _sheets)


def _put(sheet: dict[str, Any], line: str) -> None:
    name, sign, value = line.partition("=")
    name = name.strip()
    if not sign or not name:
        raise click.UsageError(f"FIELD=VALUE, not {line!r}")
    first, dot, rest = name.partition(".")
    if dot:
        sheet[first] = {**sheet.get(first, {}), rest: value}
        if not value:
            del sheet[first][rest]
    elif not value:
        sheet.pop(name, None)
    elif name in _LISTS:
        words = value.replace("，", ",").replace("、", ",").split(",")
        sheet[name] = [word.strip() for word in words if word.strip()]
    else:
        sheet[name] = int(value) if name in _NUMBERS and value.isdecimal() else value


def _from_stdin() -> dict[str, Any]:
    try:
        found = json.loads(sys.stdin.buffer.read())
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise click.UsageError("Standard input holds no JSON object.")
    return found
