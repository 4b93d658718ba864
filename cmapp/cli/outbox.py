"""`cmapp outbox` and `cmapp flight`: what is queued, and landing."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import click

from cmapp.cli import fate, text
from cmapp.cli.reading import status_of
from cmapp.cli.run import Choices, ExitStatus, answer, desk, shared
from cmapp.services.shapes import iso


@click.group()
@shared
def outbox() -> None:
    """See, send and decide on what is queued."""


@outbox.command("list")
@shared
@click.pass_obj
def list_(choices: Choices) -> None:
    """List the rows, newest first."""
    with desk(choices) as at:
        answer(choices, at.call("outbox.list"), text.rows)


@outbox.command()
@click.argument("row")
@shared
@click.pass_obj
def show(choices: Choices, row: str) -> None:
    """Show ROW with what it waits for, and what follows it."""
    with desk(choices) as at:
        answer(choices, at.call("outbox.show", id=row), text.one_row)


@outbox.command()
@click.option("--wait", type=click.FloatRange(0), default=0.0, metavar="SECONDS")
@shared
@click.pass_obj
def send(choices: Choices, wait: float) -> int:
    """Land once: check each row against its thread, send, reconcile, read.

    --wait follows rows that may have been sent until that is known, for so many seconds.
    """
    with desk(choices) as at:
        found = at.call("outbox.send", wait=wait)
    answer(choices, found, text.landed)
    return _status(found)


def _status(found: dict[str, Any]) -> ExitStatus:
    if found.get("held") or found.get("uncertain"):
        return ExitStatus.UNSETTLED
    return status_of(found.get("errors", {}))


@outbox.command()
@click.argument("row")
@shared
@click.pass_obj
def cancel(choices: Choices, row: str) -> None:
    """Take ROW back; its text is a draft again."""
    with desk(choices) as at:
        found = at.call("outbox.cancel", id=row)
        answer(choices, found, lambda f: iter([text.row(f["outbox"])]))


@outbox.command()
@click.argument("row")
@click.option(
    "--as",
    "verdict",
    type=click.Choice(["send", "sent", "look", "drop"]),
    required=True,
    help="send: anyway; sent: it is there; look: look again; drop: to the drafts.",
)
@shared
@click.pass_obj
def resolve(choices: Choices, row: str, verdict: str) -> None:
    """Decide on ROW, which waits for a person."""
    with desk(choices) as at:
        found = at.call("outbox.resolve", id=row, verdict=verdict)
        answer(choices, found, lambda f: iter([text.row(f["outbox"])]))


@outbox.command()
@shared
@click.pass_obj
def pause(choices: Choices) -> None:
    """The panic switch: nothing goes out, for any account, until `resume`."""
    with desk(choices) as at:
        found = at.call("outbox.pause", pull=True)
        answer(choices, found, text.stopped)


@outbox.command()
@shared
@click.pass_obj
def resume(choices: Choices) -> None:
    """Release the panic switch."""
    with desk(choices) as at:
        found = at.call("outbox.resume")
        answer(choices, found, lambda _: iter(["Released."]))


@click.group()
@shared
def flight() -> None:
    """Go offline on purpose, and land again."""


@flight.command()
@click.option("--until", metavar="TIME", help="When you land (ISO 8601); else in 24 hours.")
@shared
@click.pass_obj
def check(choices: Choices, until: str | None) -> None:
    """The pre-flight look: how fresh is each account, what falls due meanwhile."""
    try:  # a time without a zone is one on this machine's clock
        end = None if until is None else int(datetime.fromisoformat(until).timestamp() * 1000)
    except (ValueError, OverflowError):
        raise click.UsageError("--until is no time, like 2027-01-31T18:00") from None
    with desk(choices) as at:
        answer(choices, _in_iso(at.call("flight.check", until=end)), _preflight)


def _in_iso(found: dict[str, Any]) -> dict[str, Any]:
    """Return the look with its times as scripts get them; the window takes milliseconds."""
    return {
        **found,
        "until": iso(found["until"]),
        "accounts": [{**a, "synced_at": iso(a["synced_at"])} for a in found["accounts"]],
        "posts": {
            **found["posts"],
            "first": [{**p, "planned_at": iso(p["planned_at"])} for p in found["posts"]["first"]],
        },
        "closing": [{**c, "until": iso(c["until"])} for c in found["closing"]],
        "due": {
            **found["due"],
            "first": [{**d, "until": iso(d["until"])} for d in found["due"]["first"]],
        },
    }


def _preflight(found: dict[str, Any]) -> Any:
    for a in found["accounts"]:
        yield f"{a['platform']} {a['handle']}: {a['problem'] or a['state']}"
    yield (
        f"{found['needs_reply']} need a reply, {found['waiting']} wait in the outbox,"
        f" {found['review']} are held for you, {found['planned']} fall due"
    )
    yield from fate.trip(found["posts"])
    if found["due"]["count"]:
        many = found["due"]["count"] > 1
        words = "answers fall" if many else "answer falls"
        yield f"{found['due']['count']} {words} due before {found['until'][:16]}Z"
    for c in found["closing"]:
        yield f"The time to answer {c['name']} ends meanwhile ({c['id']})"


@flight.command()
@shared
@click.pass_obj
def start(choices: Choices) -> None:
    """Switch flight mode on."""
    with desk(choices) as at:
        answer(choices, at.call("flight.start"), lambda _: iter(["Flight mode is on."]))


@flight.command()
@click.option("--wait", type=click.FloatRange(0), default=0.0, metavar="SECONDS")
@shared
@click.pass_obj
def end(choices: Choices, wait: float) -> int:
    """Land: send what still fits, hold the rest, and tell."""
    with desk(choices) as at:
        found = at.call("flight.end", wait=wait)
    answer(choices, found, text.landed)
    return _status(found)


@flight.command()
@shared
@click.pass_obj
def report(choices: Choices) -> None:
    """Show the last landing report again."""
    with desk(choices) as at:
        found = at.call("flight.report")
        answer(choices, found, lambda f: text.landed(f) if f else iter(["No landing yet."]))
