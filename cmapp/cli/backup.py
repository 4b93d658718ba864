"""`cmapp backup`: copies of the database: make, list, check, restore; what a damaged one held."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from cmapp.cli.run import Choices, ExitStatus, answer, desk, shared
from cmapp.domain.errors import Rejected
from cmapp.store.opening import LOST, StoreTrouble
from cmapp.store.placing import Order, What
from cmapp.system.clock import now


@click.group()
@shared
def backup() -> None:
    """Copies of everything but pictures and secrets; one is made each day by itself."""


@backup.command("make")
@shared
@click.pass_obj
def backup_make(choices: Choices) -> None:
    """Make a copy now, and read it through."""
    with desk(choices) as engine:
        answer(choices, engine.call("backups.make"), _one)


@backup.command("list")
@shared
@click.pass_obj
def backup_list(choices: Choices) -> None:
    """List the copies, newest first; works where the database cannot be read, too."""
    from cmapp.services.backups import listed
    from cmapp.system import paths

    answer(choices, listed(paths.profile(choices.profile)), _listed)


@backup.command("check")
@click.argument("name", metavar="NAME")
@shared
@click.pass_obj
def backup_check(choices: Choices, name: str) -> int:
    """Read the copy NAME through, and open it on trial; ends with 1 where something is wrong."""
    with desk(choices) as engine:
        found = engine.call("backups.check", name=name)
    answer(choices, found, _one)
    return ExitStatus.ERROR if found["wrong"] else ExitStatus.OK


@backup.command("restore")
@click.argument("name", metavar="NAME")
@shared
@click.pass_obj
def backup_restore(choices: Choices, name: str) -> None:
    """Put the copy NAME in the place of the database, which is moved aside and kept.

    What was written, queued and sent since comes along; what nobody can be sure of waits for you.
    """
    try:
        with desk(choices) as engine:
            engine.call("backups.restore", name=name)
    except StoreTrouble as trouble:
        if trouble.why not in LOST:
            raise
        _ask(choices, "restore", name)
    _carried_out(choices)


@backup.command("rescue")
@click.option("--empty", is_flag=True, help="Accounts and drafts alone, no messages.")
@click.option("--from", "name", metavar="NAME", default="", help="Begin with this copy.")
@shared
@click.pass_obj
def backup_rescue(choices: Choices, empty: bool, name: str) -> None:
    """Save what can be saved of a damaged database, beginning with the newest good copy.

    The damaged file is moved aside and kept as it is.
    """
    try:
        with desk(choices):
            raise Rejected("not_damaged")
    except StoreTrouble as trouble:
        if trouble.why not in LOST:
            raise
    _ask(choices, "empty" if empty else "rescue", name)
    _carried_out(choices)


def _ask(choices: Choices, what: What, name: str) -> None:
    from cmapp.services import restoring
    from cmapp.system import paths

    restoring.ask(paths.profile(choices.profile), Order(what, name, asked_at=now()))


def _carried_out(choices: Choices) -> None:
    with desk(choices) as engine:
        answer(choices, engine.call("backups.outcome"), _outcome)


def _outcome(found: dict[str, Any]) -> Iterator[str]:
    told = found["restored"] or {}
    if "made_at" in told:
        yield f"Restored from {told['name']} of {told['made_at']}."
    else:
        yield "Made anew."
    for name, words in _TOLD.items():
        if told.get(name):
            yield f"    {told[name]} {words}"
    yield "What stood there before is kept: in `cmapp backup list`, or in the profile folder."


_TOLD = {
    "messages": "messages could be read from the damaged file",
    "drafts": "drafts written since came along",
    "kept": "drafts came from their second copy",
    "sent": "sent since then stay sent",
    "held": "in the outbox wait for your look: they may have been sent since",
}


def _listed(found: dict[str, Any]) -> Iterator[str]:
    yield f"{found['folder']} ({_size(found['free'])} free)"
    if not found["backups"]:
        yield "No copies yet."
    for copy in found["backups"]:
        yield from _one(copy)


def _one(copy: dict[str, Any]) -> Iterator[str]:
    state = f"WRONG: {copy['wrong']}" if copy["wrong"] else "not checked"
    if copy["checked_at"] and not copy["wrong"]:
        state = f"checked {copy['checked_at']}"
    yield f"{copy['name']}  {copy['made_at']}  {_size(copy['bytes'])}  {state}"
    if copy["messages"] is not None:
        yield (
            f"    {copy['messages']} messages, {copy['drafts']} drafts, {copy['queued']} queued,"
            f" {copy['accounts']} accounts"
        )


def _size(count: int) -> str:
    return f"{count / 1e9:.1f} GB" if count >= 1e9 else f"{count / 1e6:.1f} MB"
