"""Faults of system calls (P4): the Kth write, sync or truncation kills the engine, or fails.

A driver imports the program once and forks a life (`life.py`) for each point; the faults come from
strace, whose counts are for each thread: before the deeds begin, the thread that is tried (the
writer of the store, or the one that opens it) makes as many calls of that kind as brings the Kth
of its own to the number that strace waits for. Where strace may not trace, disk.c does the same.
After each point the profile is opened with the real program: all that was acknowledged is there.

    python -m tests.fire.syscalls [--quick|--full] [--points 200] [--step 1] [--by strace|preload]
                                  [--fault NAME]… [--seed N] [--control early]

Prints one JSON line; exits 1 where a violation was found. The control, which must fail, says that
a deed is kept before it is done.
"""

from __future__ import annotations

import argparse
import contextlib
import ctypes
import errno
import json
import logging
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cmapp.cli import text as words
from cmapp.domain.errors import Trouble
from cmapp.system.paths import Paths
from tests.fire import disk, life

ROOT = Path(__file__).parents[2]
WAIT = 1000
"""The number of the call that strace lets go wrong, in each thread."""
EARLY = 16
"""More than the writing thread makes as it opens the file, before the deeds begin."""
LASTS = 25
"""For how many calls an error lasts: a disk that has room again."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What goes wrong: system calls, the kind disk.c calls them, what comes of it, how long."""

    calls: str
    kind: str
    what: str
    lasts: int = 1


FAULTS = {
    "kill at fsync": Fault("fsync,fdatasync", "sync", "kill"),
    "kill at pwrite64": Fault("pwrite64", "write", "kill"),
    "ENOSPC at pwrite64": Fault("pwrite64", "write", "ENOSPC", LASTS),
    "EIO at pwrite64": Fault("pwrite64", "write", "EIO", LASTS),
    "EIO at fsync": Fault("fsync,fdatasync", "sync", "EIO"),
    "EIO at ftruncate": Fault("ftruncate", "truncate", "EIO"),
    "ENOSPC at write": Fault("write", "write", "ENOSPC", LASTS),
    "EIO at unlink": Fault("unlink", "unlink", "EIO"),
}
MANY = ("kill at fsync", "kill at pwrite64", "ENOSPC at pwrite64", "EIO at pwrite64",
        "EIO at fsync", "ENOSPC at write")  # fmt: skip
"""Faults that every K up to 200 is tried of; of the others there are not as many calls."""


# --- in the driver, under strace -----------------------------------------------------------------


def burn(kind: str, count: int) -> None:
    """Make so many harmless calls of a kind."""
    handle = os.memfd_create("burnt")
    for _ in range(count):
        match kind:
            case "fsync,fdatasync":
                os.fsync(handle)
            case "pwrite64":
                os.pwrite(handle, b"x", 0)
            case "write":
                os.write(handle, b"x")
            case "ftruncate":
                os.ftruncate(handle, 1)
            case "unlink":
                with contextlib.suppress(FileNotFoundError):
                    os.unlink("/nowhere/at/all")
    os.close(handle)


def enough(fault: Fault, point: int) -> int:
    """Return how many deeds make that many calls."""
    return 8 + (EARLY + point) // (1 if fault.kind != "write" or fault.calls == "write" else 4)


def live(
    folder: Path, fault: Fault, point: int, *, seed: int, writer: bool, traced: bool, early: bool
) -> None:
    """Be one life in which the `point`th call goes wrong; tells what happened in `told`."""
    out = os.open(folder / "told", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    def tell(kind: str, what: Any) -> None:
        os.writev(out, [json.dumps({kind: what}).encode() + b"\n"])  # no call that goes wrong

    def arm() -> None:
        if traced:
            burn(fault.calls, WAIT - point - (EARLY if writer else 0))
        else:
            what = "kill" if fault.what == "kill" else str(getattr(errno, fault.what))
            plan = f"{fault.kind}:{what}:{point}"
            ctypes.CDLL(None).fire_fault(plan.encode())

    def tried(do: Callable[[], Any]) -> bool:
        try:
            do()
        except Trouble as trouble:
            said = words.error(trouble.why, trouble.facts)
            tell("error", [trouble.why, said])
        except OSError as problem:
            tell("error", ["profile_unusable" if do is begin else "journal", str(problem)])
        except Exception as bug:
            tell("bug", f"{type(bug).__name__}: {bug}")
        else:
            return True
        return False

    lives: list[life.Life] = []

    def begin() -> None:
        lives.append(
            life.Life(
                Paths(folder / "profile"),
                seed,
                begin=lambda facts: tell("ack" if early else "begin", facts),
                ack=lambda facts: tell("ack", facts),
            )
        )

    if not writer:
        arm()
    if not tried(begin):
        tell("over", "did not open")
        return
    one = lives[0]
    if writer:  # what the writing thread does itself, and no other such thread after it
        one.without = ("journal", "settings", "media", "reopen")
        one.engine.desk.store.write(lambda tx: arm())
    for _ in range(enough(fault, point)):
        if not tried(one.deed) and one.engine.desk.store._writer is None:
            break  # it could not be opened again
    tried(one.close)
    tell("over", "closed")


def drive(seed: int, *, traced: bool, early: bool) -> int:
    """Fork a life for each line of stdin: fault, point, thread, folder."""
    logging.getLogger("cmapp").addHandler(logging.NullHandler())  # what it logs is expected
    for line in sys.stdin:
        name, point, thread, folder = json.loads(line)
        child = os.fork()
        if child == 0:
            try:
                live(
                    Path(folder), FAULTS[name], point,
                    seed=seed, writer=thread == "writer", traced=traced, early=early,
                )  # fmt: skip
            except BaseException:
                traceback.print_exc()
            finally:
                os._exit(0)
        _, status = os.waitpid(child, 0)
        os.writev(1, [json.dumps({"status": status}).encode() + b"\n"])
    return 0


# --- in the harness ------------------------------------------------------------------------------


def may_trace() -> str:
    """Return why strace cannot be used here, "" where it can."""
    if shutil.which("strace") is None:
        return "strace is not installed"
    done = subprocess.run(
        ["strace", "-f", "--seccomp-bpf", "-o", "/dev/null", "-e", "trace=fsync", "true"],
        capture_output=True,
        check=False,
    )
    return done.stderr.decode().strip().splitlines()[-1] if done.returncode else ""


@contextlib.contextmanager
def driver(
    fault: Fault, seed: int, *, by: str, root: Path, control: str
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a driver for one fault."""
    command = [sys.executable, "-m", "tests.fire.syscalls", "--drive", by, "--seed", str(seed)]
    command += ["--control", control] if control else []
    env = {**os.environ}
    if by == "strace":
        what = "signal=KILL" if fault.what == "kill" else f"error={fault.what}"
        when = f"{WAIT}..{WAIT + fault.lasts - 1}" if fault.lasts > 1 else str(WAIT)
        # with --seccomp-bpf, which is faster, strace 6.1 forgets the signal
        fast = [] if fault.what == "kill" else ["--seccomp-bpf"]
        command = [
            "strace", "-f", *fast, "-y", "-qq", "-o", os.environ.get("FIRE_STRACE", "/dev/null"),
            "-e", f"trace={fault.calls}", "-e", f"inject={fault.calls}:{what}:when={when}",
            *command,
        ]  # fmt: skip
    else:
        env |= {"LD_PRELOAD": str(disk.library()), "FIRE_ROOT": str(root.resolve())}
    running = subprocess.Popen(
        command, cwd=ROOT, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    try:
        yield running
    finally:
        assert running.stdin is not None and running.stdout is not None
        running.stdin.close()
        running.stdout.close()
        running.wait(60)


def read(told: Path) -> dict[str, Any]:
    """Return what a life told: what was begun and kept, its errors, and whether it ended."""
    begun: dict[str, list[Any]] = {}
    kept: dict[str, Any] = {}
    errors: list[list[str]] = []
    bugs: list[str] = []
    over = False
    for line in told.read_text().splitlines():
        for kind, what in json.loads(line).items():
            match kind:
                case "begin":
                    for key, value in what.items():
                        begun.setdefault(key, []).append(value)
                case "ack":
                    for key, value in what.items():
                        begun.pop(key, None)
                        kept[key] = value
                case "error":
                    errors.append(what)
                case "bug":
                    bugs.append(what)
                case "over":
                    over = True
    return {"begun": begun, "kept": kept, "errors": errors, "bugs": bugs, "over": over}


def point(
    running: subprocess.Popen[bytes], name: str, k: int, thread: str, before: Path, place: Path
) -> tuple[list[str], Mapping[str, Any], int]:
    """Let the `k`th call of a thread go wrong: (what is wrong, what was told, exit status)."""
    folder = Path(tempfile.mkdtemp(dir=place))
    shutil.copytree(before, folder / "profile")
    (folder / "told").touch()
    assert running.stdin is not None and running.stdout is not None
    running.stdin.write(json.dumps([name, k, thread, str(folder)]).encode() + b"\n")
    running.stdin.flush()
    status = int(json.loads(running.stdout.readline())["status"])
    told = read(folder / "told")
    wrong = [f"a bug instead of an error: {bug}" for bug in told["bugs"]]
    wrong += [
        f"no words for {code}" for code, said in told["errors"]
        if code == said or "Traceback" in said
    ]  # fmt: skip
    if status == 0 and not told["over"]:
        wrong.append("it ended in the middle")
    wrong += life.judge(folder / "profile", told["begun"], told["kept"])
    shutil.rmtree(folder)
    return wrong, told, status


def run(
    faults: Sequence[str],
    points: int,
    seed: int,
    *,
    step: int = 1,
    by: str = "strace",
    control: str = "",
) -> dict[str, Any]:
    """Sweep each fault over K = 1, 1 + step … `points`, in both threads in turn."""
    began = time.monotonic()
    bad = runs = kills = errors = checked = 0
    ends: Counter[str] = Counter()
    shared = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=shared if shared.is_dir() else None) as made:
        place = Path(made)
        life.fill(place / "before")
        for name in faults:
            with driver(FAULTS[name], seed, by=by, root=place, control=control) as running:
                for number, k in enumerate(range(1, points + 1, step)):
                    thread = "writer" if number % 4 else "main"
                    wrong, told, status = point(running, name, k, thread, place / "before", place)
                    runs += 1
                    checked += len(told["kept"])
                    kills += status != 0
                    errors += bool(told["errors"])
                    ends[
                        f"{name}: {'killed' if status else 'error' if told['errors'] else 'none'}"
                    ] += 1
                    bad += bool(wrong)
                    if wrong and not control:
                        print(f"{name}, K={k}, {thread}, seed {seed}: {wrong[:3]}", file=sys.stderr)
    return {
        "promise": "P4",
        "runs": runs,
        "violations": bad,
        "control": control or None,
        "kills": kills,
        "errors": errors,
        "checked": checked,
        "by": by,
        "ends": dict(ends),
        "seed": seed,
        "seconds": round(time.monotonic() - began, 1),
    }


def main(argv: Sequence[str]) -> int:
    """See the module's words."""
    options = argparse.ArgumentParser(prog="python -m tests.fire.syscalls")
    options.add_argument("--quick", action="store_true", help="every 40th K of six faults")
    options.add_argument("--full", action="store_true", help="K = 1…200 of six faults (default)")
    options.add_argument("--points", type=int, default=200)
    options.add_argument("--step", type=int, default=0)
    options.add_argument("--fault", choices=list(FAULTS), action="append")
    options.add_argument("--by", choices=("strace", "preload"))
    options.add_argument("--seed", type=int, default=None)
    options.add_argument("--control", choices=("early",), default="")
    options.add_argument("--drive", help=argparse.SUPPRESS)
    given = options.parse_args(argv)
    seed = random.randrange(1_000_000) if given.seed is None else given.seed
    if given.drive:
        return drive(seed, traced=given.drive == "strace", early=bool(given.control))
    by = given.by
    if by is None and (why := may_trace()):
        print(f"no strace here ({why}): the faults come from disk.c", file=sys.stderr)
        by = "preload"
    step = given.step or (40 if given.quick else 1)
    few = [] if given.fault or given.control else [name for name in FAULTS if name not in MANY]
    by = by or "strace"
    found = run(given.fault or MANY, given.points, seed, step=step, by=by, control=given.control)
    if few:  # the calls that there are few of
        rest = run(few, min(given.points, 40), seed, step=max(1, step // 4), by=by)
        for name in ("runs", "violations", "kills", "errors", "checked", "seconds"):
            found[name] = round(found[name] + rest[name], 1)
        found["ends"] |= rest["ends"]
    print(json.dumps(found))
    return int(bool(found["violations"]) != bool(given.control))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
