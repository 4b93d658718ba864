"""Reports of a crash: versions, places in the code, kinds of errors; no words, values or names.

What an exception says may quote a message or a token, a local variable may be one, and a path has
the user's name in it: none of them gets in. `watch` keeps what a process cannot say any more (a
bug in its last moments, a fault of the machine code) for the next start to show.
"""

from __future__ import annotations

import contextlib
import faulthandler
import platform
import re
import sys
import threading
from collections.abc import Callable
from importlib import metadata
from pathlib import Path
from types import TracebackType

import cmapp
from cmapp.system import clock, log

KEPT = 5
"""How many reports are kept, seen or not."""
_TELLING = ("PySide6-Essentials", "pysqlite3", "sqlite-utils", "requests", "keyring")
_STEPS = 40
_DUMPED = re.compile(r'^  File "(?P<file>[^"]*)", line (?P<line>\d+) in (?P<name>[\w<>]+)')
_HEADS = re.compile(r"^(Fatal Python error: [A-Za-z ]+|(Current thread|Thread) 0x[0-9a-f]+)")


def report(error: BaseException, *, part: str) -> str:
    """Return the report on an exception in `part` (`window`, `engine`, `command`)."""
    return _whole(part, log.places(error))


def _whole(part: str, what: str) -> str:
    versions = [f"{name} {found}" for name in _TELLING if (found := _version(name))]
    lines = [
        f"cmapp {cmapp.__version__}, {part}",
        f"Python {platform.python_version()}, {platform.system()} {platform.machine()}",
        ", ".join(versions),
        "",
        what,
        "",
        *log.steps()[-_STEPS:],
    ]
    return log.redact("\n".join(lines)).rstrip() + "\n"


def _version(name: str) -> str | None:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def of_dump(dump: str, part: str) -> str:
    """Return the report on what `faulthandler` wrote as a process died."""
    lines = []
    for line in dump.splitlines():
        if found := _DUMPED.match(line):
            lines.append(f"  {log.short(found['file'])}:{found['line']} {found['name']}")
        elif found := _HEADS.match(line):
            lines.append(found[0])
    return _whole(part, "\n".join(lines))


def watch(folder: Path, part: str, *, bugs: bool = True) -> Callable[[], None]:
    """Let `folder` keep how this process ends, if it ends badly; return what stops that.

    What the last one of the same `part` left becomes a report first. Without `bugs` only faults
    of the machine code are kept: the others are shown at once. A folder that cannot be written
    to is no trouble: then nothing is kept.
    """
    dump = folder / f"{part}.dump"
    with contextlib.suppress(OSError):
        if dump.stat().st_size:
            keep(folder, of_dump(dump.read_text("utf-8", "replace"), part))
    try:
        file = dump.open("wb", buffering=0)
    except OSError:
        return lambda: None
    faulthandler.enable(file)
    undo = _keep_bugs(folder, part) if bugs else lambda: None

    def stop() -> None:
        undo()
        faulthandler.disable()
        file.close()
        with contextlib.suppress(OSError):
            dump.unlink()

    return stop


def _keep_bugs(folder: Path, part: str) -> Callable[[], None]:
    """Lay down a report on each exception that nobody caught, in whatever thread."""
    before, before_in_thread = sys.excepthook, threading.excepthook

    def bug(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if not issubclass(kind, KeyboardInterrupt | SystemExit):
            keep(folder, report(error, part=part))
        before(kind, error, trace)

    def bug_in_thread(given: threading.ExceptHookArgs) -> None:
        if given.exc_value is not None:
            keep(folder, report(given.exc_value, part=part))
        before_in_thread(given)

    sys.excepthook, threading.excepthook = bug, bug_in_thread

    def undo() -> None:
        sys.excepthook, threading.excepthook = before, before_in_thread

    return undo


def keep(folder: Path, words: str) -> None:
    """Lay a report down for somebody to see; the oldest go."""
    with contextlib.suppress(OSError):
        (folder / f"crash-{clock.now()}.txt").write_text(words, "utf-8")
        for old in sorted(folder.glob("crash-*.txt"))[:-KEPT]:
            old.unlink()


def unseen(folder: Path) -> list[Path]:
    """Return the reports that nobody has seen, oldest first."""
    return [p for p in sorted(folder.glob("crash-*.txt")) if not p.stem.endswith("-seen")]


def seen(path: Path) -> None:
    """Note that somebody has seen it."""
    with contextlib.suppress(OSError):
        path.replace(path.with_name(f"{path.stem}-seen.txt"))
