"""Pictures are decoded in a process beside ours: one that crashes, hangs or swells takes nobody.

The functions are those of `system/pictures.py`, with the same words and errors. Each call is
given memory after what the picture's header claims, and seconds; who needs more is ended, and the
picture is `damaged`. A process stays for the next picture and goes when none comes. It reads one
pipe and writes another: it opens no file that it is told of, and may write none.
"""

from __future__ import annotations

import atexit
import dataclasses
import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import IO, Any, TypeVar

from cmapp.domain.errors import Rejected
from cmapp.system import media, memory, pictures
from cmapp.system.pictures import THUMB_SIDE, Recipe

DECODE = "--decode-pictures"
"""The first word to the program that has it decode and nothing else; `cmapp.__main__` knows it."""
SECONDS = 2.0
"""Of processor time that the smallest picture may take; more pixels get more."""
AT_ONCE = 2
IDLE = 20.0
"""Seconds after which a process that nothing is asked of goes."""
_START = 60.0
_PATIENCE = 8
"""So many times its processor time may a call take by the clock, on a machine that is busy."""
MEGABYTE = 1024 * 1024
BASE = 64 * MEGABYTE
"""Memory that any picture may take; its pixels and its bytes get more."""


def clean(data: bytes, mime: str) -> bytes:
    """See `pictures.clean`."""
    made, _ = _asked("clean", data, mime=mime)
    return data if made is None else made


def frames(data: bytes) -> int:
    """See `pictures.frames`."""
    _, said = _asked("frames", data)
    return int(said["count"])


def thumbnail(data: bytes, *, side: int = THUMB_SIDE) -> bytes:
    """See `pictures.thumbnail`."""
    made, _ = _asked("thumbnail", data, side=side)
    return made or b""


def moves_whole(data: bytes) -> None:
    """See `pictures.moves_whole`."""
    _asked("moves_whole", data, times=30.0)


def fitted(data: bytes, mime: str, recipe: Recipe) -> tuple[bytes, str]:
    """See `pictures.fitted`."""
    made, said = _asked("fitted", data, times=10.0, mime=mime, recipe=dataclasses.asdict(recipe))
    return data if made is None else made, str(said["mime"])


def close() -> None:
    """End the processes that wait. They come again when they are needed."""
    with _lock:
        waiting, _idle[:] = list(_idle), []
    for one in waiting:
        one.end()


T = TypeVar("T")


class _Child:
    """One process, and what is said to it. One call at a time."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "cmapp.system.decoding"]
        if getattr(sys, "frozen", False):  # the program is its own interpreter: no -m there
            command = [sys.executable, DECODE]
        package = str(Path(__file__).resolve().parents[2])
        way = os.pathsep.join(p for p in (package, os.environ.get("PYTHONPATH")) if p)
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": way},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self.leaves: threading.Timer | None = None
        try:
            self._within(_START, self._read)  # it says when it is ready
        except (EOFError, OSError, ValueError):
            self.end()
            raise EOFError from None

    def ask(
        self, head: Mapping[str, Any], data: bytes, *, within: float
    ) -> tuple[dict[str, Any], bytes]:
        """Return what it answers. Raises EOFError: it is gone, or was ended for its slowness."""

        def go() -> tuple[dict[str, Any], bytes]:
            assert self._process.stdin is not None
            line = json.dumps({**head, "size": len(data)}).encode() + b"\n"
            self._process.stdin.write(line + data)
            self._process.stdin.flush()
            return self._read()

        try:
            with memory.looked_at(self._process, int(head["memory"])):
                return self._within(within, go)
        except (OSError, ValueError):
            raise EOFError from None

    def _read(self) -> tuple[dict[str, Any], bytes]:
        assert self._process.stdout is not None
        said = json.loads(self._process.stdout.readline() or b"null")
        if not isinstance(said, dict):
            raise EOFError
        return said, exactly(self._process.stdout, int(said.get("size", 0)))

    def _within(self, seconds: float, do: Callable[[], T]) -> T:
        timer = threading.Timer(seconds, self._process.kill)
        timer.daemon = True
        timer.start()
        try:
            return do()
        finally:
            timer.cancel()

    def end(self) -> None:
        """End it, whatever it does."""
        if self.leaves is not None:
            self.leaves.cancel()
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            try:
                if pipe is not None:
                    pipe.close()
            except OSError:
                continue  # what it was not told any more
        self._process.wait()


def exactly(pipe: IO[bytes], size: int) -> bytes:
    """Return `size` bytes. Raises EOFError where there are fewer."""
    data = pipe.read(size)
    if len(data) != size:
        raise EOFError
    return data


_lock = threading.Lock()
_turns = threading.BoundedSemaphore(AT_ONCE)
_idle: list[_Child] = []
atexit.register(close)


def _asked(
    do: str, data: bytes, *, times: float = 1.0, **args: Any
) -> tuple[bytes | None, dict[str, Any]]:
    """Return the bytes that were made (None: the same) and what was said. Raises Rejected."""
    found = media.look(data)  # what is no picture does not get there
    pixels = found.width * found.height
    if pixels > pictures.PIXELS:
        raise Rejected(field="media", reason="too_many_pixels", limit=pictures.PIXELS, size=pixels)
    seconds = (SECONDS + pixels / 5_000_000 + len(data) / (10 * MEGABYTE)) * times
    most = BASE + 4 * len(data) + 16 * pixels
    head = {"do": do, "args": args, "memory": most, "seconds": seconds}
    with _turns:
        said, made = _of_one(head, data, within=seconds * _PATIENCE)
    if "rejected" in said:
        raise Rejected(**said["rejected"])
    return (made if "size" in said else None), said


def _of_one(head: Mapping[str, Any], data: bytes, *, within: float) -> tuple[dict[str, Any], bytes]:
    """Ask a process that waits, else a new one."""
    damaged = {"rejected": {"field": "media", "reason": "damaged"}}
    with _lock:
        child = _idle.pop() if _idle else None
    if child is not None and child.leaves is not None:
        child.leaves.cancel()
    try:
        child = child or _Child()
    except EOFError:
        raise Rejected(field="media", reason="unreadable") from None
    try:
        answer = child.ask(head, data, within=within)
    except EOFError:
        child.end()
        return damaged, b""
    child.leaves = threading.Timer(IDLE, _leave, (child,))
    child.leaves.daemon = True
    with _lock:
        _idle.append(child)
    child.leaves.start()
    return answer


def _leave(child: _Child) -> None:
    with _lock:
        if child not in _idle:
            return
        _idle.remove(child)
    child.end()
