"""`cmapp hours`: office hours, targets, holidays; when an answer is due and when we are back."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from cmapp.cli.run import Choices, answer, desk, shared
from cmapp.domain.errors import Rejected
from cmapp.domain.hours import LANES, WEEKDAYS

_ACCOUNT = click.option("--account", default="", metavar="ID", help="One account; else all.")


@click.group()
@shared
def hours() -> None:
    """Office hours, targets and holidays: until when an answer is due."""


@hours.command()
@_ACCOUNT
@shared
@click.pass_obj
def show(choices: Choices, account: str) -> None:
    """Show the hours, and what a message that comes now would be due."""
    with desk(choices) as at:
        answer(choices, at.call("hours.show", account=account), _shown)


@hours.command("set")
@_ACCOUNT
@click.option("--zone", metavar="NAME", help="A time zone, like Asia/Shanghai.")
@click.option(
    "--on",
    "days",
    multiple=True,
    metavar="'DAYS PERIODS'",
    help="Such as 'mon-fri 09:00-12:00 13:30-18:00' or 'sat,sun' (closed).",
)
@click.option(
    "--target",
    "targets",
    multiple=True,
    metavar="NAME=MINUTES",
    help="NAME: default, urgent, negative, low, or a kind such as message.",
)
@click.option("--block", "blocks", multiple=True, metavar="HH:MM", help="A time to sit down.")
@click.option("--away", metavar="TEXT", help="What is offered outside the hours; {{reopens}}.")
@click.option("--always", is_flag=True, help="No hours: somebody is always there.")
@click.option("--own-none", is_flag=True, help="Take the hours of --account away: as all others.")
@click.option("--json-stdin", is_flag=True, help="Read the hours from standard input as JSON.")
@shared
@click.pass_obj
def set_(
    choices: Choices,
    account: str,
    zone: str | None,
    days: tuple[str, ...],
    targets: tuple[str, ...],
    blocks: tuple[str, ...],
    away: str | None,
    always: bool,
    own_none: bool,
    json_stdin: bool,
) -> None:
    """Set the hours; what is not named stays as it is."""
    with desk(choices) as at:
        if own_none:
            wanted = None
        elif json_stdin:
            wanted = _from_stdin()
        else:
            wanted = at.call("hours.show", account=account)["hours"]
            if zone:
                wanted["zone"] = zone
            if always:
                wanted["week"] = None
            for line in days:
                wanted["week"] = {**(wanted["week"] or {}), **_days(line)}
            for line in targets:
                name, _, minutes = line.partition("=")
                if not minutes.isdecimal():
                    raise click.UsageError(f"--target NAME=MINUTES, not {line!r}")
                wanted["targets"][name.strip()] = int(minutes)
            if blocks:
                wanted["blocks"] = [b for b in blocks if b]
            if away is not None:
                wanted["away"] = away
        answer(choices, at.call("hours.set", account=account, hours=wanted), _shown)


def _from_stdin() -> Any:
    try:
        return json.loads(sys.stdin.buffer.read())
    except (ValueError, RecursionError):
        raise click.UsageError("Standard input holds no JSON.") from None


def _days(line: str) -> dict[str, list[str]]:
    names, *periods = line.split()
    found: dict[str, list[str]] = {}
    for part in names.lower().split(","):
        first, _, last = part.partition("-")
        if first not in WEEKDAYS or (last or first) not in WEEKDAYS:
            raise click.UsageError(
                f"--on: there is no day {part!r}; days are {', '.join(WEEKDAYS)}"
            )
        a, b = WEEKDAYS.index(first), WEEKDAYS.index(last or first)
        for n in range(a, b + 1 if b >= a else b + 8):
            found[WEEKDAYS[n % 7]] = periods
    return found


def _shown(found: Mapping[str, Any]) -> Iterator[str]:
    shown = found["hours"]
    whose = f"account {found['account']}" if found["account"] else "all accounts"
    yield f"{whose}, {shown['zone']}" + ("" if found["own"] else " (nothing set of its own)")
    if shown["week"] is None:
        yield "  somebody is always there"
    else:
        for day, periods in shown["week"].items():
            yield f"  {day}  {', '.join(periods) or 'closed'}"
    for title, values in (
        ("targets", [f"{k} {v} min" for k, v in shown["targets"].items()]),
        ("holidays", shown["calendars"]),
        ("reply blocks", shown["blocks"]),
    ):
        if values:
            yield f"  {title}: {', '.join(values)}"
    now = found["now"]
    if now["open"]:
        yield "open now" + (f", closes {now['closes']}" if now["closes"] else "")
    else:
        yield f"closed now, reopens {now['reopens']}"
    yield f"a message of now is due {now['due']['default']}; a complaint {now['due']['negative']}"
    if "moved" in found:
        yield f"{found['moved']} deadlines moved"


@hours.command("next-open")
@_ACCOUNT
@click.option("--at", "when", metavar="TIME", help="Not now but then (ISO 8601).")
@shared
@click.pass_obj
def next_open(choices: Choices, account: str, when: str | None) -> None:
    """Tell when somebody is there (again)."""
    with desk(choices) as at:
        found = at.call("hours.deadline", account=account, at=when)
        shown = {name: found[name] for name in ("at", "open", "reopens")}
        answer(choices, shown, lambda f: iter(["open" if f["open"] else f"reopens {f['reopens']}"]))


@hours.command()
@_ACCOUNT
@click.option("--at", "when", metavar="TIME", help="When it was written; without a zone: there.")
@click.option("--kind", default="mention", show_default=True)
@click.option("--lane", type=click.Choice(LANES), default="normal", show_default=True)
@click.option("--minutes", type=click.IntRange(1, 100_000), help="This target instead.")
@shared
@click.pass_obj
def deadline(
    choices: Choices, account: str, when: str | None, kind: str, lane: str, minutes: int | None
) -> None:
    """Tell until when an answer to a message is due."""
    with desk(choices) as at:
        found = at.call(
            "hours.deadline", account=account, at=when, kind=kind, lane=lane, minutes=minutes
        )
        answer(choices, found, lambda f: iter([f"{f['due']}  ({f['left']} min left)"]))


@hours.command()
@click.argument("item", required=False, default="")
@_ACCOUNT
@click.option("--draft", is_flag=True, help="Keep it as a draft of an answer to ITEM.")
@shared
@click.pass_obj
def away(choices: Choices, item: str, account: str, draft: bool) -> None:
    """Show the away text as it would stand now; it is never sent by itself."""
    if draft and not item:
        raise click.UsageError("--draft needs an ITEM to answer.")
    with desk(choices) as at:
        found = at.call("hours.away", item=item, account=account)
        if draft and found["text"]:
            saved = at.call("drafts.save", text=found["text"], item=item)
            found = {**found, "drafts": saved["drafts"]}
    answer(choices, found, lambda f: iter([f["text"] or "Somebody is there now."]))


@hours.group()
@shared
def holidays() -> None:
    """Public holidays and calendars of your own."""


@holidays.command("list")
@shared
@click.pass_obj
def list_(choices: Choices) -> None:
    """List the calendars that are kept."""
    with desk(choices) as at:
        answer(choices, at.call("hours.holidays.list"), _calendars)


def _calendars(found: Mapping[str, Any]) -> Iterator[str]:
    for c in found["calendars"]:
        closed = f", {c['closed']} closed times" if c["closed"] else ""
        yield f"{c['id']}  {c['days']} days{closed}, {c['first_day'][:4]}-{c['last_day'][:4]}"
    if not found["calendars"]:
        yield f"None yet. cmapp hours holidays add {found['countries'][0]}"


@holidays.command()
@click.argument("calendar")
@click.option("--year", type=int)
@shared
@click.pass_obj
def days(choices: Choices, calendar: str, year: int | None) -> None:
    """List the days of CALENDAR."""
    with desk(choices) as at:
        found = at.call("hours.holidays.days", calendar=calendar, year=year)
        answer(choices, found, _day_lines)


def _day_lines(found: Mapping[str, Any]) -> Iterator[str]:
    for d in found["days"]:
        yield f"{d['day']}  {'works' if d['works'] else 'off  '}  {d['name']}"
    for c in found["closed"]:
        yield f"{c['from'][:16]} to {c['to'][:16]}  {c['name']}"


@holidays.command()
@click.argument("country")
@_ACCOUNT
@shared
@click.pass_obj
def add(choices: Choices, country: str, account: str) -> None:
    """Follow the public holidays of COUNTRY: CN, DE, or DE-BY for a part."""
    with desk(choices) as at:
        answer(choices, at.call("hours.holidays.add", country=country, account=account), _kept)


def _kept(found: Mapping[str, Any]) -> Iterator[str]:
    if "calendar" in found:
        yield from _calendars({"calendars": [found["calendar"]]})
    yield f"{found['moved']} deadlines moved"


@holidays.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--name", help="What to call it; else the name of the file.")
@_ACCOUNT
@shared
@click.pass_obj
def import_(choices: Choices, file: Path, name: str | None, account: str) -> None:
    """Follow a calendar FILE of your own (.ics)."""
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except OSError as problem:
        raise click.UsageError(f"{file}: {problem.strerror}") from None
    except UnicodeError:
        raise Rejected("bad_calendar", reason="not_ics", value=file.name) from None
    with desk(choices) as at:
        found = at.call("hours.holidays.import", name=name or file.stem, text=text, account=account)
        answer(choices, found, _kept)


@holidays.command()
@click.argument("calendar")
@shared
@click.pass_obj
def remove(choices: Choices, calendar: str) -> None:
    """Follow CALENDAR no longer."""
    with desk(choices) as at:
        answer(choices, at.call("hours.holidays.remove", calendar=calendar), _kept)
