"""Plant known bugs, one at a time, in a copy of the program; each must turn its test red.

    python -m tests.fire.planted                     all of tests/planted.toml
    python -m tests.fire.planted --promise P1
    python -m tests.fire.planted --only skip-the-key-a-post-goes
    python -m tests.fire.planted --table             the table in tests/README.md, printed

Each test is run without the bug, too: one that is red anyway, or skipped, proves nothing. Prints a
line per bug and one line of JSON at the end; exits 1 where a bug was not seen.
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
from collections.abc import Sequence
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


def verdict(tests: Sequence[str], root: Path) -> str:
    """Run tests in the copy: `green`, `red`, or what went wrong with the run itself."""
    try:
        done = subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-x", "-p", "no:cacheprovider", *tests],
            cwd=root,
            env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            check=False,
            timeout=MINUTES * 60,
        )
    except subprocess.TimeoutExpired:
        return f"not done after {MINUTES} minutes"
    if done.returncode == 0:
        return "skipped, in part at least" if " skipped" in done.stdout else "green"
    if done.returncode == 1:
        return "red"
    return f"pytest ended with {done.returncode}: {(done.stdout + done.stderr)[-500:]}"


def without_bug(tests: Sequence[str], root: Path) -> dict[str, str]:
    """Return the verdict on each test where nothing is planted: all at once, as long as it goes."""
    if verdict(tests, root) == "green":
        return dict.fromkeys(tests, "green")
    return {one: verdict([one], root) for one in tests}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", action="append", default=[], metavar="NAME")
    parser.add_argument("--promise", action="append", default=[], metavar="P1")
    parser.add_argument("--table", action="store_true")
    wish = parser.parse_args()
    if wish.table:
        print(table(), end="")
        return 0
    begun = time.monotonic()
    unseen: dict[str, str] = {}
    chosen = [
        b
        for b in bugs()
        if (not wish.only or b.name in wish.only)
        and (not wish.promise or b.promise in wish.promise)
    ]
    with tempfile.TemporaryDirectory(prefix="planted-") as folder:
        root = Path(folder)
        copied(root)
        sound = without_bug(list(dict.fromkeys(b.test for b in chosen)), root)
        for bug in chosen:
            why = _unseen(bug, root, sound[bug.test])
            print(f"{'NOT SEEN' if why else 'seen':8} {bug.promise:5} {bug.name}", flush=True)
            if why:
                unseen[bug.name] = why
                print(f"         {why}", flush=True)
    told = {
        "harness": "planted",
        "runs": len(chosen),
        "violations": len(unseen),
        "unseen": unseen,
        "seconds": round(time.monotonic() - begun, 1),
    }
    print(json.dumps(told))
    return bool(unseen)


def copied(root: Path) -> None:
    """Copy the program and its tests to `root`."""
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(
                source, root / part, ignore=shutil.ignore_patterns("__pycache__", ".cache")
            )
        else:
            shutil.copy(source, root / part)


def _unseen(bug: Bug, root: Path, before: str) -> str | None:
    """Return why a bug counts as not seen; None: it turns its test red. `before`: without it."""
    if before != "green":
        return f"without it: {before}"
    try:
        path = planted(bug, root)
    except ValueError as gone:
        return str(gone)
    try:
        now = verdict([bug.test], root)
    finally:
        shutil.copy(ROOT / bug.file, path)
    return None if now == "red" else f"with it: {now}"


if __name__ == "__main__":
    sys.exit(main())
