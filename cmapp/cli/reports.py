"""`cmapp report make`, `verify` and what goes with them: reports in files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from cmapp.cli.run import Choices, ExitStatus, answer, desk, given_time, shared

FORMATS = ("html", "pdf", "xlsx", "csv")
LANGUAGES = ("en", "zh_CN", "zh_TW")


@click.command()
@click.argument("template")
@click.option("--since", metavar="DAY", help="First day, e.g. 2026-11-01.")
@click.option("--until", metavar="DAY", help="Last day; it belongs to the span.")
@click.option("--format", "form", type=click.Choice(FORMATS), help="By --out's ending, or html.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="Where to; else a new file here.")  # fmt: skip
@click.option("--account", "accounts", multiple=True, metavar="ID", help="Only these accounts.")
@click.option("--zone", metavar="NAME", help="Where days begin, e.g. Asia/Shanghai.")
@click.option("--language", type=click.Choice(LANGUAGES), help="Of the report.")
@click.option("--title", default="", metavar="TEXT")
@click.option("--logo", metavar="NAME", help="A picture of the media library; '' for none.")
@click.option("--as-of", metavar="TIME", help="Tell what was known then, e.g. 2026-11-09T09:00Z.")
@shared
@click.pass_obj
def make(
    choices: Choices,
    template: str,
    since: str | None,
    until: str | None,
    form: str | None,
    out: Path | None,
    accounts: tuple[str, ...],
    zone: str | None,
    language: str | None,
    title: str,
    logo: str | None,
    as_of: str | None,
) -> None:
    """Make a report: weekly, monthly, campaign, response, meeting, digest, blank, or your own.

    Without days: the last whole week or month. `cmapp report templates` lists them.
    """
    with desk(choices) as at:
        found = at.call(
            "report.make", template=template, since=since, until=until,
            format=_form(form, out),
            out=str(out.absolute()) if out is not None else None,
            folder=str(Path.cwd()) if out is None else None,
            accounts=list(accounts), zone=zone, language=language or "", title=title, logo=logo,
            as_of=given_time(as_of, "--as-of"),
        )  # fmt: skip
    answer(choices, found, _made)


def _form(form: str | None, out: Path | None) -> str:
    ending = out.suffix.lower().lstrip(".") if out is not None else ""
    return form or (ending if ending in FORMATS else "html")


def _made(found: Mapping[str, Any]) -> Iterator[str]:
    yield found["file"]
    yield f"hash {found['hash']}"


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@shared
@click.pass_context
def verify(ctx: click.Context, file: Path) -> None:
    """Make the report of FILE again from this profile and say whether it is the same.

    Ends with 0: the same; 6: something differs; 1: no report, damaged, or from a newer version.
    """
    choices: Choices = ctx.obj
    with desk(choices) as at:
        found = at.call("report.verify", file=str(file.absolute()))
    answer(choices, found, _verdict)
    if found["verdict"] != "same":
        ctx.exit(ExitStatus.DIFFERS)


def _verdict(found: Mapping[str, Any]) -> Iterator[str]:
    match found["verdict"]:
        case "same":
            yield f"same: every number repeats (hash {found['hash']})"
            if found["page"] == "same":
                yield "the file repeats byte for byte"
        case "edited":
            yield "edited: its numbers repeat, but the file was changed after it was made"
        case _:
            yield "differs: this profile does not give the same report"
    if found["app"] != found["here"]:
        yield f"made by version {found['app']}; this is {found['here']}"
    if found["missing"]:
        from cmapp.cli import text

        yield text.error(found["missing"]["code"], found["missing"]["facts"])
    for one in found["differences"]:
        where = f"section {one['section']} ({one['title']})" if one["section"] else "the report"
        yield f"  {where}: {one['where']}: was {one['was']}, is {one['now']}"


@click.command()
@shared
@click.pass_obj
def templates(choices: Choices) -> None:
    """List the templates that come with the program, and your own."""
    with desk(choices) as at:
        answer(choices, at.call("report.templates"), _templates)


def _templates(found: Mapping[str, Any]) -> Iterator[str]:
    for one in found["templates"]:
        blocks = ", ".join(b.get("name") or b["kind"] for b in one["blocks"])
        yield f"{one['id']:<20} {one['name'] if one['own'] else '':<20} {blocks}"


@click.command(name="list")
@shared
@click.pass_obj
def listing(choices: Choices) -> None:
    """List the reports that were made, the newest first."""
    with desk(choices) as at:
        answer(choices, at.call("report.list"), _list)


def _list(found: Mapping[str, Any]) -> Iterator[str]:
    for one in found["reports"]:
        gone = "" if one["there"] else "  (not there any more)"
        yield f"{one['made_at']}  {one['title']}  {one['file']}{gone}"


@click.command()
@click.argument("item")
@click.option("--format", "form", type=click.Choice(FORMATS), help="By --out's ending, or html.")
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
              help="Where to; else a new file here.")  # fmt: skip
@click.option("--hide-names", is_flag=True, help="Number the people outside.")
@click.option("--zone", metavar="NAME", help="In which times are told.")
@click.option("--language", type=click.Choice(LANGUAGES), help="Of the page.")
@click.option("--title", default="", metavar="TEXT")
@shared
@click.pass_obj
def share(
    choices: Choices,
    item: str,
    form: str | None,
    out: Path | None,
    hide_names: bool,
    zone: str | None,
    language: str | None,
    title: str,
) -> None:
    """Write the conversation of ITEM into one file to hand on; it opens offline."""
    with desk(choices) as at:
        found = at.call(
            "report.share", item=item, format=_form(form, out),
            out=str(out.absolute()) if out is not None else None,
            folder=str(Path.cwd()) if out is None else None,
            hide_names=hide_names, zone=zone, language=language or "", title=title,
        )  # fmt: skip
    answer(choices, found, _made)


@click.command()
@click.argument("template")
@click.option("--folder", type=click.Path(file_okay=False, path_type=Path), required=True,
              metavar="DIR", help="Where the files go.")  # fmt: skip
@click.option("--every", type=click.Choice(["weekly", "monthly"]), default="weekly",
              show_default=True)  # fmt: skip
@click.option("--day", type=int, metavar="N", help="Weekly: 0 is Monday. Monthly: 1 to 28.")
@click.option("--at", "wall", default="09:00", metavar="HH:MM", show_default=True)
@click.option("--zone", metavar="NAME", help="Whose clock, e.g. Asia/Shanghai.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="html", show_default=True)
@click.option("--language", type=click.Choice(LANGUAGES), help="Of the report.")
@click.option("--account", "accounts", multiple=True, metavar="ID", help="Only these accounts.")
@shared
@click.pass_obj
def schedule(
    choices: Choices,
    template: str,
    folder: Path,
    every: str,
    day: int | None,
    wall: str,
    zone: str | None,
    form: str,
    language: str | None,
    accounts: tuple[str, ...],
) -> None:
    """Let a report of TEMPLATE be made every week or month, into a folder."""
    with desk(choices) as at:
        found = at.call(
            "report.schedule_save", template=template, folder=str(folder.absolute()), every=every,
            day=day, at=wall, zone=zone, format=form, language=language or "",
            accounts=list(accounts),
        )  # fmt: skip
    answer(choices, found, lambda f: _schedules({"schedules": [f["schedule"]]}))


@click.command()
@click.argument("schedule")
@shared
@click.pass_obj
def unschedule(choices: Choices, schedule: str) -> None:
    """End a schedule; the files that it made stay."""
    with desk(choices) as at:
        answer(choices, at.call("report.schedule_delete", id=schedule), lambda _: iter(("ended",)))


@click.command()
@shared
@click.pass_obj
def schedules(choices: Choices) -> None:
    """List the reports that are made by themselves, the next one first."""
    with desk(choices) as at:
        answer(choices, at.call("report.schedules"), _schedules)


def _schedules(found: Mapping[str, Any]) -> Iterator[str]:
    for one in found["schedules"]:
        trouble = f"  (not made: {one['trouble']})" if one["trouble"] else ""
        yield (
            f"{one['id']}  {one['template']} {one['every']}, next {one['next_at']}:"
            f" {one['format']} into {one['folder']}{trouble}"
        )


COMMANDS = (make, verify, templates, listing, share, schedule, unschedule, schedules)
