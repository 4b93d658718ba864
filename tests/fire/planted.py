"""Plant known bugs, one at a time, in a copy of the program; each must turn its test red.

    python -m tests.fire.planted                     all of tests/planted.toml
    python -m tests.fire.planted --only skip-the-key
    python -m tests.fire.planted --table             the table in tests/README.md, printed

Each test is run once without the bug, too: a test that is red anyway proves nothing. Prints a line
per bug and one line of JSON at the end; exits 1 where a bug was not seen.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
LIST = ROOT / "tests" / "planted.toml"
PARTS = ("cmapp", "resources", "tests", "packaging", "pyproject.toml", "README.md")
MINUTES = 10


@dataclass(frozen=True, slots=True)
class Bug:
    """One mistake that somebody could make: `old` stands once in `file`, `new` in its place."""

    name: str
    promise: str
    what: str
    file: str
    old: str
    new: str
    test: str


def bugs() -> list[Bug]:
    found = tomllib.loads(LIST.read_text(encoding="utf-8"))
    return [Bug(name=name, **facts) for name, facts in found.items()]


def table() -> str:
    """Return the table of tests/README.md: promise, bug, place, test."""
    lines = ["| promise | planted bug | where | turns red |", "|---|---|---|---|"]
    lines += [f"| {b.promise} | {b.what} | `{b.file}` | `{b.test}` |" for b in bugs()]
    return "\n".join(lines) + "\n"


def planted(bug: Bug, root: Path) -> Path:
    """Put the bug into the copy at `root`; return the file.

    Raises:
        ValueError: its place is not there, or not once.
    """
    path = root / bug.file
    text = path.read_text(encoding="utf-8")
    if text.count(bug.old) != 1:
        raise ValueError(f"{bug.name}: its place is there {text.count(bug.old)} times")
    path.write_text(text.replace(bug.old, bug.new), encoding="utf-8")
    return path


def green(test: str, root: Path) -> bool:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", test],
        cwd=root,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True,
        text=True,
        check=False,
        timeout=MINUTES * 60,
    )
    if done.returncode not in (0, 1):
        raise RuntimeError(f"{test}: {done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.returncode == 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", action="append", default=[], metavar="NAME")
    parser.add_argument("--table", action="store_true")
    wish = parser.parse_args()
    if wish.table:
        print(table(), end="")
        return 0
    begun = time.monotonic()
    unseen: list[str] = []
    chosen = [b for b in bugs() if not wish.only or b.name in wish.only]
    sound: dict[str, bool] = {}
    with tempfile.TemporaryDirectory(prefix="planted-") as folder:
        root = Path(folder)
        for part in PARTS:
            source = ROOT / part
            if source.is_dir():
                shutil.copytree(
                    source, root / part, ignore=shutil.ignore_patterns("__pycache__", ".cache")
                )
            else:
                shutil.copy(source, root / part)
        for bug in chosen:
            if bug.test not in sound:
                sound[bug.test] = green(bug.test, root)
            path = planted(bug, root)
            try:
                seen = sound[bug.test] and not green(bug.test, root)
            finally:
                shutil.copy(ROOT / bug.file, path)
            print(f"{'seen' if seen else 'NOT SEEN':8} {bug.promise:4} {bug.name}", flush=True)
            if not seen:
                unseen.append(bug.name)
    told = {
        "harness": "planted",
        "runs": len(chosen),
        "violations": len(unseen),
        "unseen": unseen,
        "red_anyway": sorted(t for t, good in sound.items() if not good),
        "seconds": round(time.monotonic() - begun, 1),
    }
    print(json.dumps(told))
    return bool(unseen)


if __name__ == "__main__":
    sys.exit(main())
