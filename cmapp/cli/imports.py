"""`cmapp import`: tables of platforms, statistics and shops in; what came in; back out again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from cmapp.cli.run import Choices, answer, desk, shared

_VERBS = ("list", "undo", "redo", "layouts", "forget", "fields")
PROBLEMS = {
    "half_line": "the file ends in the middle of a line[ ({size} of {limit} cells)]",
    "too_few_cells": "[{size} cells instead of {limit}]",
    "too_many_cells": "[{size} cells instead of {limit}]",
    "no_number": "not a number[: {value}]",
    "two_ways": "can be read in two ways[: {value}]",
    "negative": "less than nothing[: {value}]",
    "no_share": "not a share[: {value}]",
    "no_day": "not a day[: {value}]",
    "said_twice": "[line {other} says something else]",
    "total_row": "a sum of the others; left out",
}
"""What can be wrong in a row, in words."""
ASKS = {
    "day_order": "day or month first? --day-order dmy or mdy",
    "decimal": "is the comma a decimal one? --decimal , or .",
    "currency": "which currency? --currency EUR",
    "account": "of which account? --account ID",
    "day": "of which day? --day 2026-11-01",
    "share": "is 0.45 under % 45 or 0.45 per cent? --share share or percent",
    "again": "it is in already, read in another way; once more? --again",
}
"""What a file does not tell, and how to say it."""
UNMATCHED = {
    "no_post": "no post of ours",
    "several_posts": "several posts of ours",
    "no_person": "nobody we know, or several",
}


@click.command(name="import")
@click.argument("what", nargs=-1, required=True, metavar="FILE | VERB [ID]")
@click.option("--as", "layout", metavar="LAYOUT", help="Read it as this remembered layout says.")
@click.option("--map", "pairs", multiple=True, metavar="COL=FIELD", help="What a column is.")
@click.option("--account", metavar="ID", help="Whose the rows are that name no post.")
@click.option("--day-order", type=click.Choice(["dmy", "mdy"]), help="What 1/2/2026 is.")
@click.option("--decimal", type=click.Choice([".", ","]), help="What parts a fraction off.")
@click.option("--currency", metavar="CODE", help="Of money in the file, e.g. EUR.")
@click.option("--day", metavar="DAY", help="Of which day rows are that tell none.")
@click.option("--share", type=click.Choice(["share", "percent"]), help="What 0.45 under % is.")
@click.option("--again", is_flag=True, help="Once more, though the file is in, read otherwise.")
@click.option("--zone", metavar="NAME", help="Where days begin, e.g. Asia/Shanghai.")
@click.option("--encoding", metavar="NAME", help="If what is seen is wrong, e.g. gb18030.")
@click.option("--separator", metavar="CHAR", help="If what is seen is wrong: , ; | or tab.")
@click.option("--sheet", metavar="NAME", help="Which sheet of a spreadsheet.")
@click.option("--dry-run", is_flag=True, help="Say what would come in; change nothing.")
@shared
@click.pass_obj
def import_(
    choices: Choices,
    /,
    what: tuple[str, ...],
    layout: str | None,
    pairs: tuple[str, ...],
    account: str | None,
    dry_run: bool,
    again: bool,
    **said: str | None,
) -> None:
    """Bring a table in (CSV, TSV, XLSX): all of it, or nothing; the same file twice is once.

    Or a VERB: list, undo ID, redo ID, layouts, forget NAME, fields.
    """
    verb, rest = what[0], what[1:]
    if verb in _VERBS and not Path(verb).exists():
        _about(choices, verb, rest)
        return
    if rest:
        raise click.UsageError("One file at a time.")
    mapping = {}
    for pair in pairs:
        column, sign, field = pair.rpartition("=")
        if not sign:
            raise click.UsageError(f"{pair}: --map takes COL=FIELD.")
        mapping[column] = field.strip()
    asked = {
        "file": str(Path(verb).absolute()), "map": mapping or None, "layout": layout,
        "account": account, **{n: v for n, v in said.items() if v},
        **({"again": "yes"} if again else {}),
    }  # fmt: skip
    with desk(choices) as at:
        found = at.call("imports.preview" if dry_run else "imports.run", **asked)
        answer(choices, found, _found)


def _about(choices: Choices, verb: str, rest: tuple[str, ...]) -> None:
    wanted = verb in ("undo", "redo", "forget")
    if len(rest) != wanted:
        raise click.UsageError(f"import {verb} takes {'one' if wanted else 'no'} argument.")
    with desk(choices) as at:
        match verb:
            case "list":
                answer(choices, at.call("imports.list"), _list)
            case "undo" | "redo":
                answer(choices, at.call(f"imports.{verb}", id=rest[0]), _done)
            case "forget":
                answer(choices, at.call("imports.forget", name=rest[0]), _layouts)
            case "layouts":
                answer(choices, at.call("imports.layouts"), _layouts)
            case _:
                answer(choices, at.call("imports.fields"), _fields)


def _found(found: Mapping[str, Any]) -> Iterator[str]:
    for column in found["columns"]:
        shown = column["field"] or "(left out)"
        yield f"{column['header'][:30]:<30}  {shown:<16}  {', '.join(column['samples'])[:60]}"
    yield ""
    for ask in found["asks"]:
        yield f"To be said: {ASKS[ask['code']]}  {', '.join(ask['samples'])}"
    for one in found["problems"]:
        yield f"Line {one['row']}{' ' + one['column'] if one['column'] else ''}: {problem(one)}"
    for one in found["unmatched"]:
        yield f"Line {one['line']}: {UNMATCHED[one['why']]}: {one['what']}"
    for name, told in found["totals"].items():
        yield f"{name:<16} {told['n']:>8} values  sum {told['sum']:.10g}  mean {told['mean']:.6g}"
    lost = found["count"]["unmatched"]
    yield f"{found['rows']} rows, {found['kept']} to keep, {lost} without a match"
    if found.get("same"):
        yield f"The same file is in already: import {found['same']}."
    elif found.get("applied"):
        yield f"Imported. Take it back: cmapp import undo {found['import']}"


def problem(one: Mapping[str, Any]) -> str:
    """Return what is wrong in a row."""
    from cmapp.domain.wording import filled

    return filled(PROBLEMS[one["code"]], {n: str(v) for n, v in one["facts"].items()})


def _list(found: Mapping[str, Any]) -> Iterator[str]:
    for one in found["imports"]:
        back = "  taken back" if one["undone_at"] else ""
        yield f"{one['id']}  {one['at'][:16]}  {one['kept']:>7} rows  {one['file']}{back}"
    if not found["imports"]:
        yield "Nothing was imported yet."


def _done(found: Mapping[str, Any]) -> Iterator[str]:
    verb = "undo" if found["undo"]["command"] == "imports.undo" else "redo"
    yield f"Done. The other way round: cmapp import {verb} {found['import']}"


def _layouts(found: Mapping[str, Any]) -> Iterator[str]:
    for one in found["layouts"]:
        yield f"{one['name']:<30} {', '.join(f'{h} = {f}' for h, f in one['map'].items())}"
    if not found["layouts"]:
        yield "No layout is remembered yet."


def _fields(found: Mapping[str, Any]) -> Iterator[str]:
    for one in found["fields"]:
        yield f"{one['name']:<16} {one['words']['en']}"


globals()["import"] = import_  # a word that no function may have as its name
