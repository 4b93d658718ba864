"""`cmapp lock`: the lock of the window, which keeps eyes off the screen and encrypts nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import click

from cmapp.cli.run import Choices, ProfileUnusable, answer, secret_from_stdin, shared

if TYPE_CHECKING:
    from cmapp.system.paths import Paths


@click.group()
def lock() -> None:
    """Set or take off the passphrase of the window.

    The lock keeps eyes off the screen. It encrypts nothing: whoever can use this account of the
    system can read the profile, and take the lock off.
    """


@lock.command()
@shared
@click.pass_obj
def show(choices: Choices) -> None:
    """Tell whether a passphrase is set, and when the window locks by itself."""
    answer(choices, _told(_paths(choices)), _lines)


@lock.command(name="set")
@click.option("--passphrase-stdin", is_flag=True, help="Read the passphrase from standard input.")
@click.option("--minutes", type=int, help="Lock after so many minutes without a key; 0: never.")
@click.option("--with-screen/--not-with-screen", default=None, help="Lock when the system does.")
@shared
@click.pass_obj
def set_(
    choices: Choices, passphrase_stdin: bool, minutes: int | None, with_screen: bool | None
) -> None:
    """Set the passphrase, or with options alone when the window locks by itself."""
    from cmapp.system import screen_lock

    profile = _paths(choices)
    try:
        if not passphrase_stdin and (minutes is not None or with_screen is not None):
            screen_lock.change(profile.screen_lock, minutes=minutes, with_screen=with_screen)
        else:
            given = (
                secret_from_stdin()
                if passphrase_stdin
                else click.prompt("Passphrase", hide_input=True, confirmation_prompt=True)
            )
            old = screen_lock.load(profile.screen_lock)
            screen_lock.put(
                profile.make().screen_lock,
                given,
                minutes=minutes if minutes is not None else old.minutes if old else 10,
                with_screen=with_screen if with_screen is not None else not old or old.with_screen,
            )
    except OSError as problem:
        raise ProfileUnusable(path=str(profile.root), why=problem.strerror) from problem
    answer(choices, _told(profile), _lines)


@lock.command()
@shared
@click.pass_obj
def off(choices: Choices) -> None:
    """Take the passphrase off; also the way on for who forgot it."""
    from cmapp.system import screen_lock

    profile = _paths(choices)
    try:
        screen_lock.off(profile.screen_lock)
    except OSError as problem:
        raise ProfileUnusable(path=str(profile.root), why=problem.strerror) from problem
    answer(choices, _told(profile), _lines)


def _paths(choices: Choices) -> Paths:
    from cmapp.system import paths

    return paths.profile(choices.profile)


def _told(profile: Paths) -> dict[str, Any]:
    from cmapp.system import screen_lock

    now = screen_lock.load(profile.screen_lock)
    return {
        "set": now is not None,
        "minutes": now.minutes if now else None,
        "with_screen": now.with_screen if now else None,
        "encrypts": False,
    }


def _lines(found: dict[str, Any]) -> Iterator[str]:
    if not found["set"]:
        yield "No passphrase is set. The window does not lock."
    elif found["minutes"]:
        yield f"The window locks after {found['minutes']} minutes without a key or the mouse."
    else:
        yield "The window locks when you say so."
    if found["with_screen"]:
        yield "It locks when the system locks its screen or goes to sleep, too."
    yield "The lock keeps eyes off the screen; it encrypts nothing. See: cmapp doctor"
