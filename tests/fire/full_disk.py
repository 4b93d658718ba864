"""A disk that is full (P5): what is typed is kept, the rest is told, and it goes on with room.

Each round has a disk of a few megabytes of its own (tmpfs) with a profile on it. In the middle of
a working day (`life.py`) somebody else fills the disk to the last byte. The next draft is kept,
from the reserve; what cannot be kept is refused with `disk_full` and nothing else; reading and
search go on; once there is room all goes on by itself and the reserve is laid again. At the end
the profile is opened anew: all that was acknowledged is there.

    python -m tests.fire.full_disk [--quick|--full] [--rounds 100] [--seed N] [--control reserve]

The control, which must fail, has no reserve. As root the disk is mounted; without, in a namespace
of one's own (`unshare -Urm`), which the program starts itself. Prints one JSON line; exits 1 where
a violation was found.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from cmapp.domain.errors import Trouble
from cmapp.store import opening
from cmapp.system.paths import Paths
from tests.fire import life

MEGABYTES = 6
_INSIDE = "CMAPP_FIRE_NAMESPACE"
READS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("inbox.list", {"state": "all", "limit": 20}),
    ("search", {"query": "fan"}),
    ("drafts.list", {}),
    ("outbox.list", {}),
    ("insights.show", {"name": "volume"}),
)


class NoSmallDisk(Exception):
    """No small disk can be made here; the words say why."""


@contextlib.contextmanager
def small_disk(place: Path, *, megabytes: int = MEGABYTES) -> Iterator[Path]:
    """Mount a small disk on `place`. Raises NoSmallDisk."""
    place.mkdir(parents=True, exist_ok=True)
    if os.name != "posix" or os.geteuid() != 0:
        raise NoSmallDisk("mounting needs root, or a namespace of one's own (unshare -Urm)")
    size = f"size={megabytes}m"
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", size, "tmpfs", str(place)], capture_output=True, check=False
    )
    if made.returncode:
        raise NoSmallDisk(made.stderr.decode().strip())
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


def fill_up(place: Path) -> Path:
    """Take the last byte of a disk; returns the file that did."""
    ballast = place / "ballast"
    with ballast.open("ab", buffering=0) as file:
        for size in (65536, 4096, 1):
            with contextlib.suppress(OSError):
                while True:
                    file.write(b"\0" * size)
    return ballast


def a_round(place: Path, seed: int) -> tuple[list[str], Counter[str]]:
    """Fill one disk, and make room again; returns what is wrong, and what was told."""
    rng = random.Random(seed)
    begun: dict[str, list[Any]] = {}
    kept: dict[str, Any] = {}
    told: Counter[str] = Counter()
    wrong: list[str] = []

    def begin(facts: life.Facts) -> None:
        for key, value in facts.items():
            begun.setdefault(key, []).append(value)

    def ack(facts: life.Facts) -> None:
        for key, value in facts.items():
            begun.pop(key, None)
            kept[key] = value

    paths = Paths(place / "profile")
    one = life.Life(paths, seed, begin=begin, ack=ack)
    one.without = ("reopen",)
    reserve = opening.reserve_path(paths.database)

    def deed(kind: str = "") -> str:
        try:
            getattr(one, f"_{kind}")() if kind else one.deed()
        except Trouble as trouble:
            return str(trouble.facts.get("reason") or trouble.why)
        except OSError as problem:  # the journal's, which the window tells of
            return "disk_full" if problem.errno in (28, 122) else str(problem)
        return ""

    for _ in range(rng.randint(3, 15)):
        if said := deed():
            wrong.append(f"before the disk was full: {said}")
    ballast = fill_up(place)
    if said := deed("draft"):
        wrong.append(f"the draft that was being typed was not kept: {said}")
    for _ in range(rng.randint(10, 60)):
        if said := deed(rng.choice(("draft", ""))):
            told[said] += 1
            if said != "disk_full":
                wrong.append(f"on a full disk: {said}")
        fill_up(place)  # others take what is given up
    for command, arguments in READS:
        try:
            one.engine.call(command, **arguments)
        except Exception as problem:
            wrong.append(f"{command} on a full disk: {type(problem).__name__}: {problem}")
    if told and reserve.exists():
        wrong.append("the reserve was not given up")
    ballast.unlink()
    for _ in range(8):
        if said := deed():
            wrong.append(f"with room again: {said}")
    if not reserve.exists():
        wrong.append("the reserve was not laid again")
    one.close()
    return wrong + life.judge(paths.root, begun, kept), told


def run(rounds: int, seed: int, *, control: str = "") -> dict[str, Any]:
    """Fill so many disks; returns the summary line. Raises NoSmallDisk."""
    began = time.monotonic()
    bad = 0
    told: Counter[str] = Counter()
    if control:
        opening.RESERVE_BYTES = 0
    with tempfile.TemporaryDirectory() as made:
        before = Path(made) / "before"
        life.fill(before)
        for number in range(rounds):
            with small_disk(Path(made) / "disk") as place:
                shutil.copytree(before, place / "profile")
                wrong, said = a_round(place, seed + number)
            told += said
            bad += bool(wrong)
            if wrong and not control:
                print(f"round {number} (seed {seed + number}): {wrong[:3]}", file=sys.stderr)
    return {
        "promise": "P5",
        "runs": rounds,
        "violations": bad,
        "control": control or None,
        "refused": dict(told),
        "by": "a namespace of its own" if _INSIDE in os.environ else "mount as root",
        "seed": seed,
        "seconds": round(time.monotonic() - began, 1),
    }


def main(argv: Sequence[str]) -> int:
    """See the module's words."""
    options = argparse.ArgumentParser(prog="python -m tests.fire.full_disk")
    options.add_argument("--quick", action="store_true", help="5 rounds")
    options.add_argument("--full", action="store_true", help="100 rounds (the default)")
    options.add_argument("--rounds", type=int, default=0)
    options.add_argument("--control", choices=("reserve",), default="")
    options.add_argument("--seed", type=int, default=None)
    given = options.parse_args(argv)
    if os.geteuid() != 0 and _INSIDE not in os.environ and shutil.which("unshare"):
        os.environ[_INSIDE] = "1"
        command = ["unshare", "-Urm", sys.executable, "-m", "tests.fire.full_disk", *argv]
        return subprocess.run(command, check=False).returncode
    seed = random.randrange(1_000_000) if given.seed is None else given.seed
    rounds = given.rounds or (5 if given.quick else 100)
    try:
        found = run(rounds, seed, control=given.control)
    except NoSmallDisk as why:
        print(f"no small disk here: {why}", file=sys.stderr)
        return 2
    print(json.dumps(found))
    return int(bool(found["violations"]) != bool(given.control))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
