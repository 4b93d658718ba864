"""A screen of its own for the real window: X server, session bus, accessibility bus, keyboard.

The window is told keys by xdotool and read as a screen reader reads it (`reader.py`, under the
system's Python, for its bindings come with the system alone).
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

ROOT = Path(__file__).resolve().parents[3]
SYSTEM_PYTHON = "/usr/bin/python3"
LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")
PATIENCE = 60.0  # it costs nothing where things go well; a cold machine reads Qt from disk
_T = TypeVar("_T")


def lacking() -> str:
    """What this machine lacks for it, in words; "" if nothing."""
    lacks = [name for name in ("Xvfb", "xdotool", "dbus-daemon") if shutil.which(name) is None]
    if not any(Path(path).exists() for path in LAUNCHERS):
        lacks.append("at-spi-bus-launcher")
    probe = "import gi; gi.require_version('Atspi', '2.0')"
    seen = subprocess.run([SYSTEM_PYTHON, "-c", probe], check=False, capture_output=True)
    if seen.returncode:
        lacks.append("gir1.2-atspi-2.0")
    return ", ".join(lacks)


@dataclass(frozen=True, slots=True)
class Node:
    """One thing on the screen as a screen reader is told of it. `at` names it to the reader.

    `path` is what the accessibility bus calls it: another thing of the same name has another.
    """

    at: int
    role: str
    name: str
    text: str
    focusable: bool
    focused: bool
    path: str

    def who(self) -> tuple[str, str]:
        """What tells it from the others, now and later; cells of tables are made anew at times."""
        return self.role, timeless(self.name) if self.role == "table cell" else self.path


def timeless(name: str) -> str:
    """Return a name without what it says of minutes, hours and days: they go on meanwhile."""
    return re.sub(r"\b(\d+ (min|h|d) (ago|left|overdue)|just now)\b", "", name)


class Screen:
    """A display of 1280x800 with the buses that belong to it, until `close`."""

    def __init__(self, folder: Path) -> None:
        self._ended: list[subprocess.Popen[Any]] = []
        runtime = folder / "run"
        runtime.mkdir(mode=0o700)
        self.env = {
            **{k: v for k, v in os.environ.items() if not k.startswith(("QT_", "DBUS_", "LC_"))},
            "XDG_RUNTIME_DIR": str(runtime),
            "XDG_CONFIG_HOME": str(folder / "config"),
            "XDG_DATA_HOME": str(folder / "data"),
            "LANG": "C.UTF-8",
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "PYTHONPATH": str(ROOT),
        }
        self.env.pop("WAYLAND_DISPLAY", None)
        # without -noreset it begins anew whenever its last client goes, and refuses who comes then
        x = self._start(
            *("Xvfb", "-displayfd", "1", "-screen", "0", "1280x800x24"),
            *("-nolisten", "tcp", "-noreset"),
        )
        self.env["DISPLAY"] = f":{_line(x)}"
        bus = self._start("dbus-daemon", "--session", "--nofork", "--print-address=1")
        self.env["DBUS_SESSION_BUS_ADDRESS"] = _line(bus)
        launcher = next(path for path in LAUNCHERS if Path(path).exists())
        self._start(launcher, "--launch-immediately")
        # where nothing lies under the pointer no tip comes up: it would be a window, and the newest
        subprocess.run(["xdotool", "mousemove", "1279", "799"], env=self.env, check=False)
        self._reader = self._start(SYSTEM_PYTHON, str(Path(__file__).with_name("reader.py")))

    def _start(self, *command: str) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            command,
            env=self.env,
            text=True,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        self._ended.append(process)
        return process

    def close(self) -> None:
        for process in reversed(self._ended):
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)  # the launcher has a bus of its own
            process.wait()
            for pipe in (process.stdin, process.stdout):
                if pipe is not None:
                    with contextlib.suppress(OSError):
                        pipe.close()

    def ask(self, **question: Any) -> Any:
        assert self._reader.stdin is not None
        self._reader.stdin.write(json.dumps(question) + "\n")
        self._reader.stdin.flush()
        return json.loads(_line(self._reader))


def _line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    found = process.stdout.readline().strip()
    assert found, f"{process.args!r} says nothing"
    return found


class App:
    """A cmapp window on a screen."""

    def __init__(self, screen: Screen, profile: Path, *words: str) -> None:
        self.screen, self.profile = screen, profile
        self._said = profile.with_suffix(".stderr")
        self._said.parent.mkdir(parents=True, exist_ok=True)
        with self._said.open("w") as said:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "cmapp", "--profile", str(profile), *words],
                env=screen.env,
                cwd=ROOT,
                stdout=subprocess.DEVNULL,
                stderr=said,
            )

    # what is there

    def nodes(self) -> list[Node]:
        """Everything that is shown, top windows in the order they were opened.

        What was taken away while it was read is no reading: it is read again.
        """

        def whole() -> list[list[Any]] | None:
            rows = self.screen.ask(ask="tree", pid=self.process.pid)
            return None if rows is None else [rows]

        (rows,) = until(whole, "what is shown changes all the time")
        return [Node(*row) for row in rows]

    def find(self, role: str, name: str) -> Node | None:
        """The first thing of a role whose name begins like this."""
        return next((n for n in self.nodes() if n.role == role and n.name.startswith(name)), None)

    def wait(self, role: str, name: str) -> Node:
        """Wait until it is shown."""
        return until(lambda: self.find(role, name), f"no {role} {name!r}")

    def focus(self) -> Node | None:
        """What has the keys: the innermost. Qt says it of the current row of every view, too."""
        found = [
            n
            for n in self.nodes()
            if n.focused and (n.role != "filler" or n.name) and n.role != "list item"
        ]
        if not any(n.role == "table" for n in found):
            found = [n for n in found if n.role != "table cell"]
        return found[-1] if found else None

    def wait_focus(self, role: str, name: str = "") -> Node:
        """Wait until a thing whose role and name begin like this has the keys."""

        def right() -> Node | None:
            if (here := self.focus()) is None:
                self.to_front()  # a dialog has closed, and no window manager is here to choose
            fits = here and here.role.startswith(role) and here.name.startswith(name)
            return here if fits else None

        try:
            return until(right, "")
        except AssertionError:
            raise AssertionError(f"not {role} {name!r} has the keys, but {self.focus()}") from None

    # what one does

    def _xdotool(self, *words: str) -> str:
        done = subprocess.run(
            ["xdotool", *words], env=self.screen.env, check=False, capture_output=True, text=True
        )
        return done.stdout.strip()

    def to_front(self) -> None:
        """Give the keys to the newest of the windows, as a window manager would."""

        def windows() -> list[str]:
            assert self.process.poll() is None, f"it has ended: {self._said.read_text()}"
            pid = str(self.process.pid)
            return self._xdotool("search", "--onlyvisible", "--pid", pid, "--name", ".").split()

        newest = max(map(int, until(windows, "no window", 3 * PATIENCE)))
        if self._xdotool("getwindowfocus") != str(newest):
            self._xdotool("windowfocus", "--sync", str(newest))

    def press(self, *keys: str) -> None:
        """Press keys, by their X names."""
        for key in keys:
            self.to_front()
            self._xdotool("key", key)

    def type(self, words: str) -> None:
        """Type plain letters where the keys are."""
        self._xdotool("type", "--delay", "15", words)

    def tab(self) -> Node:
        """Press Tab, and wait until something else has the keys."""
        before = self.focus()
        end = time.monotonic() + 2

        def moved() -> Node | None:
            here = self.focus()
            if here is None or before is None or here.who() != before.who():
                return here
            # a date has three parts, and they are one thing to a reader
            return here if here.role == "spin button" and time.monotonic() > end else None

        self.press("Tab")
        return until(moved, f"Tab leads nowhere from {before}")

    def tab_to(self, role: str, name: str) -> None:
        """Walk on with Tab."""
        for _ in range(40):
            here = self.tab()
            if here.role == role and here.name.startswith(name):
                return
        raise AssertionError(f"Tab does not lead to {role} {name!r}")

    def put(self, node: Node, words: str) -> None:
        """Fill a text field as an input method does, in one go."""
        self.screen.ask(ask="put", node=node.at, text=words)

    def do(self, role: str, name: str) -> None:
        """Press a thing as assistive technology does: through the bus, without a key."""

        def pressed() -> bool:  # it may have been drawn anew since it was found
            return bool(self.screen.ask(ask="do", node=self.wait(role, name).at))

        until(pressed, f"{role} {name!r} cannot be pressed")

    def fill(self, name: str, words: str) -> None:
        """Set the text of the field that is called so, through the bus."""

        def put() -> bool:  # it may have been made anew since it was found
            return bool(self.screen.ask(ask="put", node=self.wait("text", name).at, text=words))

        until(put, f"{name!r} takes no text")
        until(lambda: (f := self.find("text", name)) and f.text == words, f"{name!r} is empty")

    def unnamed(self) -> list[Node]:
        """What takes the keys and has no name; what a scroll area is built of is left out."""
        return [n for n in self.nodes() if n.focusable and not n.name and n.role != "filler"]

    def reads(self, row: str) -> bool:
        """Tell whether the conversation of the inbox's row with this name is open beside it."""
        words = row[-20:].rpartition(", ")[2]
        return any(words in n.name for n in self.nodes() if n.role != "table cell")

    def all_named(self, where: str = "") -> None:
        """Wait until all that takes the keys has a name."""
        try:
            until(lambda: not self.unnamed(), "")
        except AssertionError:
            raise AssertionError(f"without a name: {self.unnamed()} {where}") from None

    def engines(self) -> list[int]:
        """The processes that are this profile's engine."""
        return list(_processes(str(self.profile), "engine"))

    def kill(self) -> None:
        """End the window as a crash would."""
        self.process.kill()
        self.process.wait()


def _processes(*words: str) -> Iterator[int]:
    for path in Path("/proc").iterdir():
        with contextlib.suppress(OSError):
            if path.name.isdigit():
                told = (path / "cmdline").read_bytes().decode(errors="replace").split("\0")
                if all(word in told for word in words):
                    yield int(path.name)


def until(true: Callable[[], _T | None], what: str, seconds: float = PATIENCE) -> _T:
    """Look again and again until there is something; fail with `what` after `seconds`."""
    end = time.monotonic() + seconds
    while not (found := true()):
        assert time.monotonic() < end, what
        time.sleep(0.05)
    return found
