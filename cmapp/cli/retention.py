"""`cmapp privacy retention`: how long things are kept, and what platforms demand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import click

from cmapp.cli.run import Choices, answer, desk, shared
from cmapp.domain.retention_rules import KINDS

WHAT = {
    "items": "what others said to you, once it is closed: their words go",
    "messages": "the same of private messages",
    "posts": "what others said around it",
    "deleted": "the words of what its author took down",
    "profiles": "names of people nobody deals with any more",
    "media": "files that nothing uses",
    "logs": "log files that are full",
    "undo": "what is needed to take bulk deeds back",
    "reports": "the list of reports made; the files stay",
}
CLOCK = {
    "begin": "No server has confirmed the clock yet.",
    "awake": "No server has confirmed the clock in this run.",
    "server": "The clock and your servers agree.",
    "person": "You said that the clock is right.",
    "unheard": "No server was heard: only time that the program ran is counted.",
    "behind": "The clock is behind that of your servers: nothing gets older until they agree.",
    "ahead": "The clock is ahead of that of your servers: it is not believed.",
    "moved": "The clock and the servers moved together though no time passed: not believed.",
    "leap": "More than a year has passed since the clock was last confirmed, and one server alone"
    " says so: `cmapp privacy retention sweep --clock-is-right` if it is.",
}


@click.group(invoke_without_command=True)
@shared
@click.pass_context
def retention(context: click.Context) -> None:
    """How long things are kept; nothing of your own is removed."""
    if context.invoked_subcommand is None:
        context.invoke(show)


@retention.command()
@click.option("--count", is_flag=True, help="Count what would go now; reads everything.")
@shared
@click.pass_obj
def show(choices: Choices, count: bool = False) -> None:
    """Show the rules, what platforms demand, and by which clock things are old."""
    with desk(choices) as at:
        answer(choices, at.call("retention.show", count=count), _show)


@retention.command("set")
@click.argument("kind", type=click.Choice(KINDS))
@click.argument("days", metavar="DAYS|off|default")
@shared
@click.pass_obj
def set_(choices: Choices, kind: str, days: str) -> None:
    """Keep KIND for DAYS, for ever (off), or as it came (default)."""
    wanted: int | str | None = None if days == "off" else days
    if wanted is not None and wanted != "default":
        try:
            wanted = int(wanted)
        except ValueError:
            raise click.BadParameter(f"{days} is no number of days.", param_hint="DAYS") from None
    with desk(choices) as at:
        answer(choices, at.call("retention.set", kind=kind, days=wanted), _set)


@retention.command()
@click.option("--dry-run", is_flag=True, help="Only count.")
@click.option(
    "--clock-is-right", is_flag=True, help="This machine's date is right, though none confirms it."
)
@shared
@click.pass_obj
def sweep(choices: Choices, dry_run: bool, clock_is_right: bool) -> None:
    """Remove now what the rules let go. It does not come back."""
    with desk(choices) as at:
        found = at.call("retention.sweep", dry_run=dry_run, clock_is_right=clock_is_right)
        answer(choices, found, _swept)


def _show(found: Mapping[str, Any]) -> Iterator[str]:
    for rule in found["rules"]:
        yield _line(rule)
    if found["begins_at"]:
        yield f"Nothing is removed before {found['begins_at'][:10]}."
    yield from _clock(found["clock"])
    if found["aside"]:
        yield f"Not shown until seen again on their platform: {found['aside']}"
    for one in found["platforms"]:
        asks = [
            f"seen again every {one['verify_hours']} h" if one["verify_hours"] else "",
            f"deleted words gone in {one['deleted_hours']} h" if one["deleted_hours"] else "",
        ]
        said = ", ".join(filter(None, asks)) or "demands nothing"
        mark = "*" if one["connected"] else " "
        yield f"{mark} {one['platform']}: {said} ({one['source']})"


def _line(rule: Mapping[str, Any]) -> str:
    days = "for ever" if rule["days"] is None else f"{rule['days']} days"
    mine = "" if rule["set"] else " (default)"
    later = f", holds from {rule['holds_from'][:16]}" if rule["holds_from"] else ""
    due = f", {rule['due']} would go now" if rule.get("due") else ""
    return f"{rule['kind']:9} {days}{mine}{later}{due}  {WHAT[rule['kind']]}"


def _clock(clock: Mapping[str, Any]) -> Iterator[str]:
    yield f"Old is what is old on {clock['present'][:16]} (UTC). {_confirmed(clock)}"


def _confirmed(clock: Mapping[str, Any]) -> str:
    return CLOCK[clock["why"] or clock["by"]]


def _set(found: Mapping[str, Any]) -> Iterator[str]:
    yield _line(found["rule"])


def _swept(found: Mapping[str, Any]) -> Iterator[str]:
    told = found.get("due", found.get("removed", {}))
    word = "would go" if "due" in found else "removed"
    parts = [f"{n} {kind}" for kind, n in told.items() if n]
    yield f"{word}: {', '.join(parts) or 'nothing'}"
    yield from _clock(found["clock"])
