"""`cmapp report`: our own figures, the weekly digest, and reports in files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

import click

from cmapp.cli import reports
from cmapp.cli.run import Choices, answer, desk, shared


@click.group()
@shared
def report() -> None:
    """Look back: what came, what we did with it, what people talk about; reports in files."""


for command in reports.COMMANDS:
    report.add_command(command)


@report.command()
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="First day (UTC).")
@click.option("--until", type=click.DateTime(["%Y-%m-%d"]), help="The day after the last (UTC).")
@click.option("--account", metavar="ID")
@shared
@click.pass_obj
def figures(
    choices: Choices, since: datetime | None, until: datetime | None, account: str | None
) -> None:
    """How soon we answered, what is open, how our answers were taken. The last 30 days."""
    with desk(choices) as at:
        found = at.call("report.figures", since=_ms(since), until=_ms(until), account=account)
        answer(choices, found, _figures)


def _ms(day: datetime | None) -> int | None:
    return int(day.replace(tzinfo=UTC).timestamp() * 1000) if day is not None else None


def _figures(found: Mapping[str, Any]) -> Iterator[str]:
    yield f"{found['since'][:10]} to {found['until'][:10]}"
    yield f"came       {found['came']:>6}   answered {found['answered']}, open {found['open']}"
    yield f"overdue    {found['overdue']:>6}"
    for name in ("response", "resolution"):
        spread = found[name]
        yield (
            f"{name:<10} {_minutes(spread['median']):>6}   median; 90 % within"
            f" {_minutes(spread['p90'])} (n={spread['n']})"
        )
    share = found["in_time"]["share"]
    words = "—" if share is None else f"{share:.0%}"
    yield f"in time    {words:>6}   (n={found['in_time']['n']})"
    taken = found["taken"]
    yield (
        f"sent       {found['sent']:>6}   held first: {found['held_first']}; thanked"
        f" {taken['thanked']}, asked again {taken['asked_again']}, quiet {taken['quiet']},"
        f" too soon to tell {taken['too_soon']}"
    )
    for person in found["by_person"]:
        yield f"  {person['name']}: {person['answered']} of {person['came']}, {person['open']} open"


def _minutes(value: float | None) -> str:
    """Return minutes as a person reads them; what nothing stands behind is a dash."""
    if value is None:
        return "—"
    return f"{value:.0f} min" if value < 120 else f"{value / 60:.1f} h"


@report.command()
@click.argument("week", required=False, metavar="[YYYY-Www]")
@click.option("--zone", metavar="NAME", help="Where days begin, e.g. Asia/Shanghai.")
@click.option("--language", type=click.Choice(reports.LANGUAGES), default="en", show_default=True)
@shared
@click.pass_obj
def week(choices: Choices, week: str | None, zone: str | None, language: str) -> None:
    """The digest of a week (the last whole one): themes, counts, quotes, links."""
    with desk(choices) as at:
        found = at.call("report.week", week=week, zone=zone, language=language)
        answer(choices, found, lambda f: iter(f["markdown"].splitlines()))
