"""The log: where it goes, how much of it is kept, and what never gets into it.

Lines carry codes, ids and counts. Whatever looks like writing (an argument with white space or
letters beyond ASCII, or a long one) is replaced by its length, known secrets and what looks
like one by a mark, and of an exception its kind and its places are kept, never its words.
"""

from __future__ import annotations

import collections
import contextlib
import logging
import logging.handlers
import os
import re
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import Any

from cmapp.domain.errors import Trouble

FILES = 5
FILE_BYTES = 2 * 1024 * 1024
LAST_LINES = 200
_LONGEST = 120
_MARK = "[redacted]"

_PATTERNS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?i)\b(bearer|basic|dpop)\s+[^\s,;\"']+"), rf"\1 {_MARK}"),
    (re.compile(r"(?i)\b(authorization|cookie|set-cookie)(\s*[:=]\s*)[^\n]+"), rf"\1\2{_MARK}"),
    (
        re.compile(
            r"(?i)\b([\w-]*(?:token|secret|passw(?:or)?d|api[_-]?key|jwt|verifier))"
            r"([\"']?\s*[=:]\s*[\"']?)[^\s&\"',;}]+"
        ),
        rf"\1\2{_MARK}",
    ),
    (re.compile(r"(?<=\S)\?[^\s\"'>]+"), f"?{_MARK}"),
    (re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), _MARK),
    (re.compile(r"\beyJ[\w-]+(?:\.[\w-]+)*"), _MARK),
    (re.compile(r"\b[a-z0-9]{4}(?:-[a-z0-9]{4}){3}\b"), _MARK),
    (re.compile(r"[A-Za-z0-9_-]{40,}"), _MARK),
)

_hidden: set[str] = set()
_last: collections.deque[str] = collections.deque(maxlen=LAST_LINES)
_bare: collections.deque[str] = collections.deque(maxlen=LAST_LINES)


def hide(secret: str) -> None:
    """Never let `secret` into a line from now on, whatever it looks like."""
    if len(secret) >= 6:
        _hidden.add(secret)


def redact(line: str) -> str:
    """Return `line` without secrets, queries and e-mail addresses."""
    for secret in tuple(_hidden):
        line = line.replace(secret, _MARK)
    for pattern, mark in _PATTERNS:
        line = pattern.sub(mark, line)
    return line


def recent() -> list[str]:
    """Return the last 200 lines, redacted, oldest first."""
    return list(_last)


def empty(folder: Path) -> None:
    """Empty the log files of a profile, and what is remembered of them here.

    Whoever writes one goes on at its beginning: they are opened to be appended to.
    """
    _last.clear()
    for path in folder.glob("*.log*") if folder.is_dir() else ():
        with contextlib.suppress(OSError):
            if path.suffix == ".log":
                os.truncate(path, 0)
            else:
                path.unlink()


class Redacted(logging.Formatter):
    """Makes the line; the one place where a record becomes text."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s %(message)s")

    def format(self, record: logging.LogRecord) -> str:
        safe = logging.makeLogRecord(record.__dict__)
        safe.args = _safe_args(record.args)
        safe.exc_text = None
        return redact(super().format(safe))

    def formatException(
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None]
        | tuple[None, None, None],
    ) -> str:
        return places(ei[1]) if ei[1] is not None else ""


def steps() -> list[str]:
    """Return the last 200 lines as they stand in the source, oldest first: without any value."""
    return list(_bare)


def short(path: str) -> str:
    """Return a file of source as one finds it in a checkout: without where somebody put it."""
    parts = Path(path.replace("\\", "/")).parts
    for above in ("site-packages", "dist-packages"):
        if above in parts:
            return "/".join(parts[parts.index(above) + 1 :])
    for top in ("cmapp", "tests"):
        if top in parts[:-1]:
            return "/".join(parts[len(parts) - 1 - parts[::-1].index(top) :])
    return parts[-1] if parts else ""


def places(error: BaseException | None) -> str:
    """Return what `error` is and where it came from, cause by cause, without its words."""
    parts: list[str] = []
    while error is not None and len(parts) < 8:
        code = f"({error.why})" if isinstance(error, Trouble) else ""
        frames = traceback.extract_tb(error.__traceback__)
        lines = [f"  {short(frame.filename)}:{frame.lineno} {frame.name}" for frame in frames]
        parts.append("\n".join([*lines, f"{type(error).__name__}{code}"]))
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return "\n  during\n".join(reversed(parts))


def _safe_args(args: Any) -> Any:
    if isinstance(args, dict):
        return {name: _safe(value) for name, value in args.items()}
    return tuple(_safe(value) for value in args or ())


def _safe(value: Any) -> Any:
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, BaseException):
        return (
            f"{type(value).__name__}({value.why})"
            if isinstance(value, Trouble)
            else type(value).__name__
        )
    text = str(value)
    if not (text.isascii() and text.isprintable()) or len(text) > _LONGEST or " " in text:
        return f"[{len(text)} characters]"
    return text


def _ours(record: logging.LogRecord) -> bool:
    """Tell whether a line is one of our own: a test holds that those are words of the source."""
    return record.name.partition(".")[0] == "cmapp"


class _File(logging.handlers.RotatingFileHandler):
    def handleError(self, record: logging.LogRecord) -> None:
        """Say nothing: a full disk has been told of, and there is nowhere to tell of it here."""


class _Ring(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        _last.append(self.format(record))
        if record.args is not None and isinstance(record.msg, str) and _ours(record):
            stamp = self.formatter.formatTime(record) if self.formatter else ""
            _bare.append(f"{stamp} {record.levelname} {record.name} {record.msg}")


def set_up(folder: Path, name: str, *, debug: bool = False) -> Callable[[], None]:
    """Log to `folder`/`name`.log (5 files of 2 MB) and to the ring; return what undoes it.

    Also hands uncaught exceptions of all threads to the log. `debug` adds the calls over HTTP.
    Where the folder cannot be written to, there is the ring alone.
    """
    handlers: list[logging.Handler] = [_Ring()]
    with contextlib.suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handlers.append(
            _File(
                folder / f"{name}.log",
                maxBytes=FILE_BYTES,
                backupCount=FILES - 1,
                encoding="utf-8",
                delay=True,  # no line, no file: a profile may be refused
            )
        )
    root = logging.getLogger()
    before = root.level
    root.setLevel(logging.INFO)
    logging.getLogger("cmapp").setLevel(logging.DEBUG if debug else logging.INFO)
    for handler in handlers:
        handler.setFormatter(Redacted())
        root.addHandler(handler)
    hooks = sys.excepthook, threading.excepthook
    sys.excepthook = _uncaught
    threading.excepthook = _uncaught_in_thread

    def undo() -> None:
        sys.excepthook, threading.excepthook = hooks
        for handler in handlers:
            root.removeHandler(handler)
            with contextlib.suppress(OSError):  # on a full disk the last lines are lost, no more
                handler.close()
        root.setLevel(before)

    return undo


def _uncaught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, error, trace)
        return
    logging.getLogger("cmapp").critical("uncaught", exc_info=(kind, error, trace))
    sys.stderr.write(redact(places(error)) + "\n")


def _uncaught_in_thread(given: threading.ExceptHookArgs) -> None:
    if given.exc_value is not None:
        _uncaught(given.exc_type, given.exc_value, given.exc_traceback)
