"""`cmapp calendar`: what stands on which day, ideas, slots, gaps; tables and calendar files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from cmapp.cli import calendar_text as words
from cmapp.cli.fate import fate
from cmapp.cli.run import Choices, answer, desk, given_time, shared
from cmapp.cli.series import series
from cmapp.domain.hours import WEEKDAYS

Told = Mapping[str, Any]
_FROM = click.option("--from", "first", metavar="DAY", help="The first day, as 2026-12-01.")
_TO = click.option("--to", "last", metavar="DAY", help="The last day.")
_ZONE = click.option("--zone", metavar="NAME", help="Where days begin: Asia/Shanghai …")
_ACCOUNT = click.option("--account", metavar="ID", help="One account.")
_CAMPAIGN = click.option("--campaign", metavar="NAME", help="One campaign, by its name or id.")


@click.group(invoke_without_command=True)
@shared
@click.pass_context
def calendar(context: click.Context) -> None:
    """Show what is planned, ideas, slots, gaps and series; bring plans in and out."""
    if context.invoked_subcommand is None:
        context.invoke(list_, first=None, last=None, zone=None, account=None, campaign=None)


calendar.add_command(series)
calendar.add_command(fate)


@calendar.command("list")
@_FROM
@_TO
@_ZONE
@_ACCOUNT
@_CAMPAIGN
@shared
@click.pass_obj
def list_(
    choices: Choices,
    first: str | None,
    last: str | None,
    zone: str | None,
    account: str | None,
    campaign: str | None,
) -> None:
    """List what stands on which day; the next six weeks where no days are named."""
    with desk(choices) as engine:
        found = engine.call(
            "calendar.list", first=first, last=last, zone=zone, account=account, campaign=campaign
        )
        answer(choices, found, words.days)


@calendar.command()
@_FROM
@_TO
@_ZONE
@_ACCOUNT
@shared
@click.pass_obj
def gaps(
    choices: Choices, first: str | None, last: str | None, zone: str | None, account: str | None
) -> None:
    """Show gaps, streaks, planned against done, and what posts are about."""
    with desk(choices) as engine:
        found = engine.call("calendar.gaps", first=first, last=last, zone=zone, account=account)
        answer(choices, found, words.gaps)


# ideas


@calendar.group(invoke_without_command=True)
@shared
@click.pass_context
def ideas(context: click.Context) -> None:
    """The board of ideas: what is meant to be written and has no time yet."""
    if context.invoked_subcommand is None:
        context.invoke(ideas_list)


@ideas.command("list")
@shared
@click.pass_obj
def ideas_list(choices: Choices) -> None:
    """List ideas and drafts without a time, in their order."""
    with desk(choices) as engine:
        answer(choices, engine.call("calendar.ideas"), words.ideas)


@ideas.command("add")
@click.argument("title")
@click.option("--text", default="", metavar="TEXT")
@click.option("--pillar", default="", metavar="NAME")
@_CAMPAIGN
@shared
@click.pass_obj
def ideas_add(choices: Choices, title: str, text: str, pillar: str, campaign: str | None) -> None:
    """Put an idea TITLE on the board."""
    with desk(choices) as engine:
        found = engine.call(
            "calendar.ideas.add", title=title, text=text, pillar=pillar, campaign=campaign
        )
        answer(choices, found, words.ideas)


@ideas.command("move")
@click.argument("draft")
@click.option("--before", metavar="DRAFT", help="Above this one; without it, to the end.")
@shared
@click.pass_obj
def ideas_move(choices: Choices, draft: str, before: str | None) -> None:
    """Let an idea stand elsewhere on the board."""
    with desk(choices) as engine:
        found = engine.call("calendar.ideas.move", id=draft, before=before)
        answer(choices, found, words.ideas)


@ideas.command("stage")
@click.argument("draft")
@click.argument("stage", type=click.Choice(["idea", "draft"]))
@shared
@click.pass_obj
def ideas_stage(choices: Choices, draft: str, stage: str) -> None:
    """Make an idea a draft, or a draft an idea again."""
    with desk(choices) as engine:
        found = engine.call("calendar.ideas.stage", id=draft, stage=stage)
        answer(choices, found, words.ideas)


# slots


@calendar.group(invoke_without_command=True)
@shared
@click.pass_context
def slots(context: click.Context) -> None:
    """Slots: when an account posts as a rule."""
    if context.invoked_subcommand is None:
        context.invoke(slots_list, account=None)


@slots.command("list")
@_ACCOUNT
@shared
@click.pass_obj
def slots_list(choices: Choices, account: str | None) -> None:
    """List the slots."""
    with desk(choices) as engine:
        answer(choices, engine.call("calendar.slots.list", account=account), words.slots)


@slots.command("set")
@click.argument("account")
@click.argument("times", nargs=-1, metavar="[DAYS@TIME]...")
@shared
@click.pass_obj
def slots_set(choices: Choices, account: str, times: tuple[str, ...]) -> None:
    """Let ACCOUNT have these slots and no others: mon,wed@09:00 fri@18:30; none takes them away."""
    wanted = [slot for one in times for slot in _slots(one)]
    with desk(choices) as engine:
        found = engine.call("calendar.slots.set", account=account, slots=wanted)
        answer(choices, found, words.slots)


def _slots(given: str) -> list[list[int]]:
    days, at, clock = given.partition("@")
    hour, colon, minute = clock.partition(":")
    named = [d.strip().lower()[:3] for d in days.split(",")]
    good = at and colon and hour.isdigit() and minute.isdigit() and int(minute) < 60
    if not good or int(hour) > 23 or any(d not in WEEKDAYS for d in named):
        raise click.BadParameter(f"{given} is not like mon,wed@09:00.", param_hint="DAYS@TIME")
    return [[WEEKDAYS.index(d), int(hour) * 60 + int(minute)] for d in named]


@slots.command("next")
@_ACCOUNT
@click.option("--after", metavar="TIME", help="Not before this (ISO 8601).")
@_ZONE
@shared
@click.pass_obj
def slots_next(choices: Choices, account: str | None, after: str | None, zone: str | None) -> None:
    """Show the next free slot."""
    with desk(choices) as engine:
        found = engine.call(
            "calendar.slots.next", account=account, after=given_time(after, "--after"), zone=zone
        )
        answer(choices, found, words.slot)


@slots.command("plan")
@click.argument("draft")
@_ACCOUNT
@shared
@click.pass_obj
def slots_plan(choices: Choices, draft: str, account: str | None) -> None:
    """Plan DRAFT into the next free slot of its account."""
    with desk(choices) as engine:
        found = engine.call("calendar.slots.plan", draft=draft, account=account)
        answer(choices, found, words.planned)


# tables and calendar files


@calendar.command("import")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="List every problem; change nothing.")
@click.option("--partial", is_flag=True, help="Take the rows that can be, leave the others.")
@click.option("--no-queue", is_flag=True, help="Plan only; queue nothing that is not queued yet.")
@click.option("--encoding", metavar="NAME", help="If it is not found out: gb18030, big5, cp1252 …")
@shared
@click.pass_obj
def import_(
    choices: Choices,
    file: Path,
    dry_run: bool,
    partial: bool,
    no_queue: bool,
    encoding: str | None,
) -> None:
    """Bring plans in from a table (CSV, XLSX): all of it, or nothing."""
    with desk(choices) as engine:
        found = engine.call(
            "calendar.import", file=str(file.absolute()), dry_run=dry_run, partial=partial,
            queue=not no_queue, encoding=encoding,
        )  # fmt: skip
        answer(choices, found, words.imported)


@calendar.command("export")
@click.argument("file")
@_FROM
@_TO
@_ZONE
@_CAMPAIGN
@shared
@click.pass_obj
def export(
    choices: Choices,
    file: str,
    first: str | None,
    last: str | None,
    zone: str | None,
    campaign: str | None,
) -> None:
    """Put plans, drafts and ideas out as a table: FILE.csv, FILE.xlsx, or - for the screen."""
    where = None if file == "-" else str(Path(file).absolute())
    with desk(choices) as engine:
        found = engine.call(
            "calendar.export", file=where, first=first, last=last, zone=zone, campaign=campaign
        )
        answer(choices, found, _written("rows", "csv"))


@calendar.command()
@click.argument("file")
@_FROM
@_TO
@_ZONE
@click.option("--alarm", type=int, metavar="MINUTES", help="A reminder so long before each.")
@shared
@click.pass_obj
def ics(
    choices: Choices,
    file: str,
    first: str | None,
    last: str | None,
    zone: str | None,
    alarm: int | None,
) -> None:
    """Put plans out as a calendar file: FILE.ics, or - for the screen."""
    where = None if file == "-" else str(Path(file).absolute())
    with desk(choices) as engine:
        found = engine.call(
            "calendar.ics", file=where, first=first, last=last, zone=zone, alarm=alarm
        )
        answer(choices, found, _written("events", "ics"))


def _written(count: str, inside: str) -> Any:
    def lines(found: Told) -> Iterator[str]:
        if found["file"] is None:
            yield found[inside].replace("\r\n", "\n").rstrip().removeprefix("\ufeff")
        else:
            yield f"{found[count]} {count}: {found['file']}"

    return lines
