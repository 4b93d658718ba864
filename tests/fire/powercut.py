"""Power cuts (P3): everything that was said to be kept is there, whatever the disk did.

A working day (`life.py`) runs on the real engine with disk.c under it. For random moments of it
the states are built that a disk may show after the power is back (`disk.py`), and each is opened
with the real program: it must open, be whole, hold all that was acknowledged, and go on.

    python -m tests.fire.powercut [--quick|--full] [--images 5000] [--seed N] [--control WHICH]

Controls, which must fail: `normal`, `off` (PRAGMA synchronous), `lies` (the disk syncs nothing).
Prints one JSON line; exits 1 where a violation was found (a control: where none was).
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from typing import Any

from tests.fire import disk, life

ROOT = Path(__file__).parents[2]
CONTROLS = ("normal", "off", "lies")
NO_PROMISE = re.compile(r"-shm$|\.lock$|/log/|/thumbs/|\.reserve$|^/engine\.json$")
"""Files that are made anew where they lack."""
PER_MOMENT = 5
"""Images of one moment."""


def record(folder: Path, seed: int, *, deeds: int, sync: str = "", fresh: bool = False) -> Path:
    """Live a life in `folder`/profile with disk.c under it; return its notes.

    `fresh`: the profile is made in it; else `folder`/before is what stood there when it began.
    """
    profile = folder / "profile"
    if fresh:
        profile.mkdir(mode=0o700)
    else:
        life.fill(profile)
        shutil.copytree(profile, folder / "before")
    log = folder / "notes"
    command = [sys.executable, "-m", "tests.fire.life", str(profile), "--seed", str(seed)]
    command += ["--deeds", str(deeds), *(["--sync", sync] if sync else [])]
    subprocess.run(
        command,
        cwd=ROOT,
        check=True,
        env={
            **os.environ,
            "LD_PRELOAD": str(disk.library()),
            "FIRE_ROOT": str(profile.resolve()),
            "FIRE_LOG": str(log),
        },
    )
    return log


class Day:
    """The notes of one life, and the images of it."""

    def __init__(self, folder: Path, log: Path, *, lies: bool = False) -> None:
        self.events = list(disk.events(log))
        self.root = (folder / "profile").resolve()
        self.before = folder / "before"
        self.lies = lies

    def careless(self) -> list[str]:
        """Return each moment at which something was acknowledged that was not on the disk yet."""
        played = disk.Disk(self.root)
        played.stands(self.before)
        found: list[str] = []
        for event in self.events:
            if event.op == "#":
                risks = played.at_risk(but=NO_PROMISE) if b'"ack"' in event.data else []
                found += [f"{risk} at {event.data[:60].decode()}" for risk in risks]
                continue
            if played.torn_by(event):
                found.append(f"{event.name} was renamed before it was synced")
            played.play(event)
        return found

    def images(
        self, count: int, rng: random.Random
    ) -> Iterator[tuple[int, dict[str, bytes], dict[str, list[Any]], dict[str, Any]]]:
        """Yield (moment, files, what was begun, what was acknowledged), `count` of them."""
        at = sorted(rng.sample(range(1, len(self.events)), -(-count // PER_MOMENT)))
        played = disk.Disk(self.root, lies=self.lies)
        played.stands(self.before)
        begun: dict[str, list[Any]] = {}
        kept: dict[str, Any] = {}
        left = count
        for moment, event in enumerate(self.events, 1):
            if event.op == "#":
                told = json.loads(event.data)
                for key, value in told.get("begin", {}).items():
                    begun.setdefault(key, []).append(value)
                for key, value in told.get("ack", {}).items():
                    begun.pop(key, None)
                    kept[key] = value
            else:
                played.play(event)
            while at and at[0] == moment:
                at.pop(0)
                for _ in range(min(PER_MOMENT, left)):
                    left -= 1
                    yield (
                        moment,
                        played.image(rng),
                        {k: list(v) for k, v in begun.items()},
                        {**kept},
                    )


def look(
    work: tuple[str, int, dict[str, bytes], dict[str, list[Any]], dict[str, Any]],
) -> tuple[int, list[str], int]:
    """Lay an image down and judge it: (moment, what is wrong, how much was acknowledged)."""
    place, moment, files, begun, kept = work
    with tempfile.TemporaryDirectory(dir=place) as made:
        folder = Path(made) / "profile"
        folder.mkdir()
        for name, content in files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
        return moment, life.judge(folder, begun, kept), len(kept)


def run(
    images: int, seed: int, *, control: str = "", workers: int = 2, deeds: int = 150
) -> dict[str, Any]:
    """Cut the power so many times; returns the summary line."""
    began = time.monotonic()
    rng = random.Random(seed)
    wrong: Counter[str] = Counter()
    told: list[str] = []
    done = bad = lost = corrupt = acked = 0
    sync = {"normal": "NORMAL", "off": "OFF"}.get(control, "")
    lives = max(1, images // 1000) if images >= 1000 else 2
    shared = Path("/dev/shm")
    memory = shared if os.access(shared, os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=memory) as place, ProcessPoolExecutor(workers) as pool:
        for number in range(lives):
            folder = Path(place) / f"life-{number}"
            folder.mkdir()
            log = record(folder, seed + number, deeds=deeds, sync=sync, fresh=number % 4 == 1)
            day = Day(folder, log, lies=control == "lies")
            careless = [] if control else day.careless()
            wrong["careless"] += len(careless)
            bad += len(careless)
            told += careless[:3]
            count = images // lives + (number < images % lives)
            work = ((place, *image) for image in day.images(count, rng))
            for moment, found, kept in pool.map(look, work, chunksize=4):
                done += 1
                acked += kept
                if found:
                    bad += 1
                    opens = any(f.startswith(("does not open", "integrity")) for f in found)
                    corrupt += opens
                    lost += not opens
                    wrong.update(f.partition(":")[0] for f in found)
                    told.append(
                        f"life {number} (seed {seed + number}) moment {moment}: {found[:3]}"
                    )
            shutil.rmtree(folder)
    for line in told[: 0 if control else 20]:
        print(line, file=sys.stderr)
    return {
        "promise": "P3",
        "runs": done,
        "violations": bad,
        "corrupt": corrupt,
        "lost": lost,
        "checked": acked,
        "control": control or None,
        "kinds": dict((+wrong).most_common(8)),
        "seed": seed,
        "seconds": round(time.monotonic() - began, 1),
    }


def main(argv: Sequence[str]) -> int:
    """See the module's words."""
    options = argparse.ArgumentParser(prog="python -m tests.fire.powercut")
    options.add_argument("--quick", action="store_true", help="300 images")
    options.add_argument("--full", action="store_true", help="5,000 images (the default)")
    options.add_argument("--images", type=int)
    options.add_argument("--seed", type=int, default=None)
    options.add_argument("--control", choices=CONTROLS, default="")
    options.add_argument("--workers", type=int, default=2)
    given = options.parse_args(argv)
    seed = random.randrange(1_000_000) if given.seed is None else given.seed
    images = given.images or (300 if given.quick else 5000)
    found = run(images, seed, control=given.control, workers=given.workers)
    print(json.dumps(found))
    return int(bool(found["violations"]) != bool(given.control))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
