"""The process that decodes pictures: `system/decoder.py` starts it and asks it through pipes.

It gives itself what a call may take of memory and processor time before it looks at the picture.
Linux holds it to both; Windows to the memory (a job), macOS to the time, while the caller looks
at its memory (`system/memory.py`). The caller's clock ends it everywhere.
"""

from __future__ import annotations

import json
import sys
from typing import IO, Any

from cmapp.domain.errors import Rejected
from cmapp.system import memory, pictures
from cmapp.system.decoder import MEGABYTE, exactly
from cmapp.system.pictures import Recipe


def main() -> int:
    """Answer calls until the pipe closes."""
    into, out = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # nothing else writes into the answers
    pictures.make_ready()
    _for_ever()
    job = memory.own_job()
    _say(out, {"ready": True})
    while line := into.readline():
        head = json.loads(line)
        data = exactly(into, int(head["size"]))
        with _Within(int(head["memory"]), float(head["seconds"]), job):
            said, made = _done(str(head["do"]), data, dict(head["args"]))
        _say(out, said, made)
    return 0


def _done(do: str, data: bytes, args: dict[str, Any]) -> tuple[dict[str, Any], bytes | None]:
    """Return what to say, and bytes that were made (None: what was given is as wanted)."""
    try:
        match do:
            case "clean":
                made = pictures.clean(data, args["mime"])
                return {}, None if made is data else made
            case "frames":
                return {"count": pictures.frames(data)}, None
            case "thumbnail":
                return {}, pictures.thumbnail(data, side=int(args["side"]))
            case "moves_whole":
                pictures.moves_whole(data)
                return {}, None
            case "fitted":
                wish = args["recipe"]
                crop = tuple(wish["crop"]) if wish["crop"] else None
                recipe = Recipe(**{**wish, "crop": crop, "kinds": tuple(wish["kinds"])})
                made, mime = pictures.fitted(data, args["mime"], recipe)
                return {"mime": mime}, None if made is data else made
            case _:
                raise ValueError(do)
    except Rejected as no:
        return {"rejected": dict(no.facts)}, None
    except MemoryError:
        return {"rejected": {"field": "media", "reason": "damaged"}}, None


def _say(out: IO[bytes], said: dict[str, Any], made: bytes | None = None) -> None:
    if made is not None:
        said = {**said, "size": len(made)}
    out.write(json.dumps(said).encode() + b"\n" + (made or b""))
    out.flush()


def _for_ever() -> None:
    """Write no file and leave no core, from here on."""
    try:
        import resource
    except ImportError:  # Windows
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


class _Within:
    """Limits for a block: more memory raises MemoryError, more processor time ends the process."""

    def __init__(self, most: int, seconds: float, job: memory.Job | None) -> None:
        self._memory, self._seconds, self._job = most, seconds, job
        self._before: list[tuple[int, tuple[int, int]]] = []

    def __enter__(self) -> None:
        if self._job is not None:
            self._job.allow(self._memory)
        try:
            import resource
        except ImportError:  # Windows
            return
        used = resource.getrusage(resource.RUSAGE_SELF)
        seconds = used.ru_utime + used.ru_stime + self._seconds
        for what, most in (
            (resource.RLIMIT_AS, _taken() + self._memory),
            (resource.RLIMIT_CPU, int(seconds) + 1),
        ):
            before = resource.getrlimit(what)
            hard = before[1]
            most = most if hard == resource.RLIM_INFINITY else min(most, hard)
            try:
                resource.setrlimit(what, (most, hard))
            except (OSError, ValueError):
                continue  # macOS keeps no limit of the address space
            self._before.append((what, before))

    def __exit__(self, *_: object) -> None:
        if self._job is not None:
            self._job.lift()
        if self._before:
            import resource

            for what, before in self._before:
                resource.setrlimit(what, before)


def _taken() -> int:
    """Return how much address space this process has, in bytes."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:
            import resource

            return int(file.read().split()[0]) * resource.getpagesize()
    except OSError:
        return 512 * MEGABYTE


if __name__ == "__main__":
    sys.exit(main())
