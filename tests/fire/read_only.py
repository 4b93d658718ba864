"""A profile on a disk that is mounted for reading (P6): what a person can and cannot do there.

    python -m tests.fire.read_only PROFILE

Binds the profile to a folder of a namespace of its own, read-only, runs commands of the command
line there, each within this process, and prints one JSON line: {by, commands: {words: [status, code
or "", bytes of output, whether a traceback was printed]}, changed: files that differ afterwards}.
"""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

COMMANDS = (
    "inbox --state all", "search 问题", "drafts list", "outbox list", "people list", "calendar",
    "insights volume", "metrics", "history", "hours show", "labels", "tasks list", "doctor",
    "done 1", "drafts new --text typed", "sync", "undo",
)  # fmt: skip
_INSIDE = "CMAPP_FIRE_NAMESPACE"


def enter(argv: Sequence[str]) -> subprocess.CompletedProcess[bytes]:
    """Run this module in a mount namespace of its own; its status is 3 where it may not."""
    flags = "-m" if os.geteuid() == 0 else "-Urm"
    # In a chroot the root is no mount that could be made private; what is mounted is taken away.
    for more in ([], ["--propagation", "unchanged"]):
        done = subprocess.run(
            ["unshare", flags, *more, sys.executable, "-m", "tests.fire.read_only", *argv],
            env={**os.environ, _INSIDE: flags},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            check=False,
        )
        if b"propagation" not in done.stderr:
            break
    return done


def hashes(folder: Path) -> dict[str, str]:
    """Return what each file of a folder holds."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def command(profile: Path, words: str) -> list[Any]:
    """Run one command; returns [status, code, bytes of output, traceback]."""
    from cmapp.cli.main import run

    told, said = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(told), contextlib.redirect_stderr(said):
        try:
            status = run(
                ["--json", "--profile", str(profile), *words.split()], window=lambda *_, **__: 0
            )
        except BaseException as bug:
            return [99, f"{type(bug).__name__}: {bug}", 0, True]
    out = told.getvalue()
    code = ""
    with contextlib.suppress(ValueError, KeyError, TypeError):
        code = str(json.loads(out)["error"]["code"])
    return [status, code, len(out), "Traceback" in said.getvalue()]


def main(argv: Sequence[str]) -> int:
    """See the module's words."""
    if _INSIDE not in os.environ:
        done = enter(argv)
        sys.stdout.buffer.write(done.stdout)
        sys.stderr.buffer.write(done.stderr)
        return done.returncode
    origin = Path(argv[0])
    before = hashes(origin)
    with tempfile.TemporaryDirectory() as made:
        for options in (["--bind", str(origin), made], ["-o", "remount,bind,ro", made]):
            done = subprocess.run(["mount", *options], capture_output=True, check=False)
            if done.returncode:
                print(done.stderr.decode().strip(), file=sys.stderr)
                return 3
        found = {words: command(Path(made), words) for words in COMMANDS}
        subprocess.run(["umount", "--lazy", made], check=True)
    after = hashes(origin)
    changed = sorted(n for n in {*before, *after} if before.get(n) != after.get(n))
    print(json.dumps({"by": os.environ[_INSIDE], "commands": found, "changed": changed}))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
