"""Run every gate, one line each: what `packaging/test` and `.ci/run` call, and what to run by hand.

    python packaging/check.py                    all gates
    python packaging/check.py --quick            all but the tests
    python packaging/check.py -- -k outbox -x    all gates, pytest with these arguments

Exits with the number of gates that failed. A gate that fails prints what it found.
"""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def gates() -> list[tuple[str, list[str]]]:
    """Name and command of each gate that does not run the program, cheapest first."""
    python = sys.executable
    found = [
        ("ruff", [python, "-m", "ruff", "check", "--quiet", "."]),
        ("format", [python, "-m", "ruff", "format", "--check", "--quiet", "."]),
        ("imports", [python, "-c", "from importlinter.cli import lint_imports_command as c; c()"]),
        ("mypy", [python, "-m", "mypy", "--strict", "--no-error-summary"]),
    ]
    if (ROOT / "packaging" / "i18n.py").exists():
        found.append(("i18n", [python, "packaging/i18n.py", "check"]))
    return found


def pytest_command(arguments: list[str]) -> list[str]:
    """Two workers where xdist is there; `tests/support/shares.py` says what stays together."""
    command = [sys.executable, "-m", "pytest", "-q"]
    by_hand = any(a in ("-n", "-p", "--pdb", "-x") or a.startswith("-n") for a in arguments)
    if importlib.util.find_spec("xdist") and not by_hand:
        command += ["-n", "2"]
    return command + arguments


def run(name: str, command: list[str], *, show: bool) -> bool:
    """Run one gate; `show` lets its output through as it comes."""
    start = time.monotonic()
    done = subprocess.run(
        command,
        cwd=ROOT,
        check=False,
        text=True,
        stdout=None if show else subprocess.PIPE,
        stderr=None if show else subprocess.STDOUT,
    )
    verdict = "ok" if done.returncode == 0 else "FAILED"
    print(f"{name:8} {verdict:6} {time.monotonic() - start:6.1f} s", flush=True)
    if done.returncode and done.stdout:
        print(done.stdout, flush=True)
    return done.returncode == 0


def main(arguments: list[str]) -> int:
    if "CMAPP_RANDOM" not in os.environ:  # sets are gone through in one order, run by run
        os.environ.setdefault("PYTHONHASHSEED", "0")
    quick = "--quick" in arguments
    for_pytest = arguments[arguments.index("--") + 1 :] if "--" in arguments else []
    failed = [name for name, command in gates() if not run(name, command, show=False)]
    if not quick and not run("pytest", pytest_command(for_pytest), show=True):
        failed.append("pytest")
    print(f"failed: {', '.join(failed)}" if failed else "every gate passed", flush=True)
    return len(failed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
