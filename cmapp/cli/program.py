"""`cmapp doctor`, and the engine that the window starts."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from cmapp.cli.run import WAIT_FOR_ENGINE, Choices, ExitStatus, answer, desk, shared
from cmapp.domain.errors import Missing, Trouble
from cmapp.system import handed

if TYPE_CHECKING:
    from cmapp.system.paths import Paths


log = logging.getLogger(__name__)

WAIT_FOR_BUSY = 5.0
"""For how many seconds the doctor waits for an engine that does not answer."""
_MARKS = {"ok": "✓", "note": "·", "warning": "!", "trouble": "✗"}


@click.command()
@click.option("--repair", is_flag=True, help="First make anew what charts sum up.")
@shared
@click.pass_obj
def doctor(choices: Choices, repair: bool) -> int:
    """Say what is well and what is not, why, and what leads on; then the facts.

    Works where the profile cannot be opened, too.
    """
    from cmapp.services.shapes import in_iso

    found = _examined(choices, repair=repair)
    for one in found["findings"]:
        one["facts"] = in_iso(one["facts"])
    if "error" in found:
        found["error"]["facts"] = in_iso(found["error"]["facts"])
    spoken = _language(choices)
    answer(choices, found, lambda told: _lines(told, spoken))
    return ExitStatus.OK if found["opened"] else ExitStatus.ERROR


def _examined(choices: Choices, *, repair: bool) -> dict[str, Any]:
    from cmapp.system import paths

    profile = paths.profile(choices.profile)
    if choices.profile is not None and not profile.root.exists():
        return _closed(profile, Missing("no_profile"))  # a slip of the pen makes no profile
    try:
        with desk(choices, wait=WAIT_FOR_BUSY) as at:
            repaired = {"repaired": at.call("insights.rebuild")} if repair else {}
            return {**repaired, **at.call("doctor")}
    except Trouble as trouble:
        return _closed(profile, trouble)
    except Exception as bug:  # whatever it is: the doctor is who is asked then
        log.exception("the profile does not open")
        return _closed(profile, Trouble("bug", type=type(bug).__name__))


def _closed(profile: Paths, trouble: Trouble) -> dict[str, Any]:
    from cmapp.services import doctor
    from cmapp.system.vault import Vault

    return doctor.examine_closed(
        profile, Vault(timeout=WAIT_FOR_BUSY, ledger=profile.keyring), trouble
    )


def _language(choices: Choices) -> str:
    from cmapp.services import findings
    from cmapp.system import paths, settings

    profile = paths.profile(choices.profile)
    try:
        profile.look()
        wish = settings.load(profile.settings)[0].language
    except OSError:
        wish = "system"
    return findings.language(wish)


def _lines(found: dict[str, Any], spoken: str) -> Iterator[str]:
    from cmapp.services import findings

    order = ("trouble", "warning", "note", "ok")
    for one in sorted(found["findings"], key=lambda one: order.index(one["severity"])):
        says, cause, way_on = findings.told(one["code"], one["facts"], spoken)
        yield f"{_MARKS[one['severity']]} {says}"
        if one["severity"] != "ok":
            yield from (f"    {line}" for line in (cause, way_on, one["way_on"]) if line)
    yield ""
    for name, value in found.items():
        if name in ("findings", "error"):
            continue
        if isinstance(value, dict):
            yield f"{name}:"
            yield from (f"    {k}: {v}" for k, v in value.items())
        else:
            yield f"{name}: {value}"


@click.command(hidden=True)
@click.option("--tokens-stdin", is_flag=True, help="Take tokens that the window was handed in.")
@shared
@click.pass_obj
def engine(choices: Choices, tokens_stdin: bool) -> None:
    """Be this profile's engine until told to quit; the window starts this by itself."""
    if tokens_stdin:
        handed.receive(sys.stdin.buffer)
    from cmapp.services.engine import Engine
    from cmapp.system import crash, log, paths

    profile = paths.profile(choices.profile)
    undo_log = log.set_up(profile.make().log, "engine", debug=choices.debug)
    unwatch = crash.watch(profile.log, "engine")
    # a command may be the engine just now
    running = Engine.open(profile, offline=choices.offline, wait=WAIT_FOR_ENGINE)
    try:
        running.run()
    finally:
        running.close()
        if sys.exception() is None:  # a bug is kept for the window to show
            unwatch()
            undo_log()
