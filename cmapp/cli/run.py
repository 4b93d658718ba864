"""What every command shares: its options, the engine it talks to, how it answers and ends."""

from __future__ import annotations

import contextlib
import json
import re
import signal
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from pathlib import Path
from typing import Any, Protocol, TypeVar

import click

from cmapp.domain.errors import Offline, SignInNeeded, Trouble

F = TypeVar("F", bound=Callable[..., Any])

_OBEYED = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]"
)
"""What a terminal does instead of showing it: control characters but tab and line break, marks of
direction."""
WAIT_FOR_ENGINE = 60.0
"""For how many seconds a command waits for another one that works on the same profile."""


class ExitStatus(IntEnum):
    """How a command ends."""

    OK = 0
    ERROR = 1
    USAGE = 2
    OFFLINE = 3
    SIGN_IN = 4
    UNSETTLED = 5
    DIFFERS = 6
    INTERRUPTED = 130

    @classmethod
    def of(cls, trouble: Trouble) -> ExitStatus:
        """Return the status that tells of an error."""
        match trouble:
            case Offline():
                return cls.OFFLINE
            case SignInNeeded():
                return cls.SIGN_IN
            case _:
                return cls.ERROR


@dataclass(slots=True)
class Choices:
    """What was asked for on the command line, wherever it stood."""

    window: Callable[..., int]
    profile: Path | None = None
    offline: bool = False
    json: bool = False
    debug: bool = False

    def open_window(self) -> int:
        """Open the window on the chosen profile."""
        return self.window(self.profile, offline=self.offline)


class Desk(Protocol):
    """Whoever runs commands: the engine itself, or a client of one that runs already."""

    def call(self, command: str, /, **args: Any) -> dict[str, Any]:
        """Run one command of the table."""


_SHARED: dict[str, dict[str, Any]] = {
    "profile": {
        "type": click.Path(file_okay=False, path_type=Path),
        "metavar": "DIR",
        "help": "The folder that holds everything but the tokens.",
    },
    "offline": {"is_flag": True, "help": "Let nothing out, for this run."},
    "json": {"is_flag": True, "help": "Answer with one JSON document."},
    "debug": {"is_flag": True, "help": "Log more, without secrets or texts."},
}


def shared(command: F) -> F:
    """Give a command --profile, --offline, --json and --debug, before or after its name."""

    def keep(ctx: click.Context, param: click.Parameter, value: Any) -> None:
        choices = ctx.find_object(Choices)
        if choices is not None and value:
            setattr(choices, str(param.name), value)

    for name, arguments in reversed(_SHARED.items()):
        option = click.option(
            f"--{name}", callback=keep, expose_value=False, is_eager=True, **arguments
        )
        command = option(command)
    return command


class ProfileUnusable(Trouble):
    """The folder of the profile cannot be made or written to."""

    code = "profile_unusable"


@contextlib.contextmanager
def desk(choices: Choices, *, wait: float = WAIT_FOR_ENGINE, newer: bool = False) -> Iterator[Desk]:
    """Be the engine of the profile while the command runs, or be the client of the one there is.

    `wait`: for how many seconds, where another one holds the profile and does not answer.
    `newer`: read a profile that a newer cmapp wrote; nothing in it is changed.

    Raises EngineBusy where another process holds the profile and does not answer,
    ProfileUnusable, and StoreTrouble.
    """
    from cmapp.system import log, paths

    profile = paths.profile(choices.profile)
    with contextlib.ExitStack() as stack:
        try:  # before the profile is opened: what no file takes would go to the terminal, bare
            stack.callback(log.set_up(profile.make().log, "cmapp", debug=choices.debug))
        except OSError as problem:
            raise ProfileUnusable(path=str(profile.root), why=problem.strerror) from problem
        at = _Near(choices, stack, wait, newer)
        at.reach()
        yield at


class _Near:
    """Whoever is the engine now. One that ended before it heard a command is not the last one."""

    def __init__(
        self, choices: Choices, stack: contextlib.ExitStack, wait: float, newer: bool
    ) -> None:
        self._choices = choices
        self._newer = newer
        self._stack = stack
        self._wait = wait
        self._at: Desk | None = None

    def call(self, command: str, /, **args: Any) -> dict[str, Any]:
        while True:
            at = self._at or self.reach()
            try:
                return at.call(command, **args)
            except Trouble as trouble:
                if trouble.why != "engine_unreachable":
                    raise
                self._at = None

    def reach(self) -> Desk:
        """Find the engine, or become it. Raises as `desk` does."""
        # imported here: `--help` and wrong usage need none of it
        from cmapp.services.client import Client
        from cmapp.services.engine import Engine, EngineBusy
        from cmapp.system import clock, paths

        profile = paths.profile(self._choices.profile)
        give_up = clock.monotonic() + self._wait
        while True:
            try:
                engine = Engine.open(
                    profile, offline=self._choices.offline, reading=True, newer=self._newer
                )
            except EngineBusy:
                client = Client(profile)
                if client.reachable():
                    self._at = _Polite(client, offline=self._choices.offline)
                    return self._at
                if clock.monotonic() > give_up:
                    raise
                clock.pause(0.05)
            except OSError as problem:
                raise ProfileUnusable(path=str(profile.root), why=problem.strerror) from problem
            else:
                break
        self._stack.callback(engine.close)
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(ExitStatus.INTERRUPTED))
        self._at = engine
        return engine


class _Polite:
    """A client whose --offline holds for this process: it asks for nothing that goes out."""

    def __init__(self, client: Desk, *, offline: bool) -> None:
        self._client = client
        self._offline = offline

    def call(self, command: str, /, **args: Any) -> dict[str, Any]:
        if self._offline and command in ("sync", "outbox.send", "flight.end", "accounts.add"):
            raise Offline("offline", reason="switched_off")
        return self._client.call(command, **args)


def answer(
    choices: Choices, found: Mapping[str, Any], lines: Callable[[Any], Iterator[str]]
) -> None:
    """Print an answer: as one JSON document, or as the lines that `lines` makes of it."""
    if choices.json:
        print(_escaped(json.dumps(found, ensure_ascii=False, indent=2)))
        return
    for line in lines(found):
        say(line)


def say(line: str, *, error: bool = False) -> None:
    """Print a line for a person; what a terminal would obey instead of showing it is shown.

    Escape sequences of strangers could colour, move, rename, link or type; what turns the
    direction round could hide a word.
    """
    print(_OBEYED.sub(lambda c: f"⟨{ord(c[0]):04X}⟩", line), file=sys.stderr if error else None)


def _escaped(document: str) -> str:
    """Return a JSON document, the same in value, that no terminal obeys."""
    return _OBEYED.sub(lambda c: f"\\u{ord(c[0]):04x}", document)


def say_error(code: str, facts: Mapping[str, Any], *, as_json: bool) -> None:
    """Tell of an error: JSON on stdout with --json, words on stderr without."""
    if as_json:
        from cmapp.services.shapes import in_iso

        body = {"error": {"code": code, "facts": in_iso(facts)}}
        print(_escaped(json.dumps(body, ensure_ascii=False, default=str)))
        return
    from cmapp.cli import text

    say(f"cmapp: {text.error(code, facts)}", error=True)


def given_text(text: str | None, from_stdin: bool) -> str:
    """Return the text of --text or --text-stdin (its last line break is not part of it)."""
    if (text is None) == (not from_stdin):
        raise click.UsageError("Give either --text or --text-stdin.")
    try:
        if text is not None:
            text.encode()  # what is no UTF-8 in an argument comes as lone surrogates
            return text
        given = sys.stdin.buffer.read().decode("utf-8")
    except UnicodeError:
        raise click.UsageError("The text is not UTF-8.") from None
    return given.removesuffix("\n").removesuffix("\r")


def given_time(at: str | None, option: str) -> int | None:
    """Return a time as UTC ms. Raises BadParameter where it is no ISO 8601 time."""
    if at is None:
        return None
    try:
        return int(datetime.fromisoformat(at).timestamp() * 1000)
    except (ValueError, OverflowError, OSError):
        raise click.BadParameter(f"{at} is not an ISO 8601 time.", param_hint=option) from None


def secret_from_stdin() -> str:
    """Return the first line of stdin; a secret never stands on the command line."""
    return sys.stdin.readline().strip()
