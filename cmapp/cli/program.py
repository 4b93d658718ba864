"""`cmapp doctor`, and the engine that the window starts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import click

from cmapp.cli.run import WAIT_FOR_ENGINE, Choices, answer, desk, shared


@click.command()
@click.option("--repair", is_flag=True, help="First make anew what charts sum up.")
@shared
@click.pass_obj
def doctor(choices: Choices, repair: bool) -> None:
    """Tell versions, the SQLite library, the keyring, integrity, disk and problems."""
    with desk(choices) as at:
        repaired = {"repaired": at.call("insights.rebuild")} if repair else {}
        answer(choices, {**repaired, **at.call("doctor")}, _lines)


def _lines(found: dict[str, Any]) -> Iterator[str]:
    for name, value in found.items():
        if isinstance(value, dict):
            yield f"{name}:"
            yield from (f"    {k}: {v}" for k, v in value.items())
        else:
            yield f"{name}: {value}"


@click.command(hidden=True)
@shared
@click.pass_obj
def engine(choices: Choices) -> None:
    """Be this profile's engine until told to quit; the window starts this by itself."""
    from cmapp.services.engine import Engine
    from cmapp.system import log, paths

    profile = paths.profile(choices.profile)
    undo_log = log.set_up(profile.make().log, "engine", debug=choices.debug)
    # a command may be the engine just now
    running = Engine.open(profile, offline=choices.offline, wait=WAIT_FOR_ENGINE)
    try:
        running.run()
    finally:
        running.close()
        undo_log()
