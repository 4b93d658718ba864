"""Start a whole Bluesky network (PDS, PLC, AppView, Ozone) on free loopback ports.

Its AppView needs Postgres and Redis, which run in the same state folder, as users of their own
where we are root (Postgres refuses to run as root). Options go to network.mjs (`--rate-limits`).
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

from tests.support.bluesky.modules import HERE, modules_folder, node_folder
from tests.support.shared import Keeper, NotStarted, free_port, keep


def postgres_bin() -> Path:
    """Debian keeps initdb and postgres out of PATH, in one folder per version."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[4]))
    if found:
        return found[-1].parent
    if there := shutil.which("initdb"):
        return Path(there).parent
    raise NotStarted("Postgres is not installed (packaging/test does it)")


def own_folder(keeper: Keeper, name: str, user: str | None) -> Path:
    folder = keeper.state / name
    folder.mkdir(exist_ok=True)
    if user:
        shutil.chown(folder, user, user)
    return folder


def start_postgres(keeper: Keeper) -> str:
    """Returns the address of an empty database; durability off, it is thrown away."""
    user = "postgres" if os.geteuid() == 0 else None
    programs = postgres_bin()
    folder = own_folder(keeper, "postgres", user)
    port = free_port()
    initdb = [programs / "initdb", "-D", folder / "data", "-A", "trust", "-U", "pg", "--no-sync"]
    subprocess.run(
        [*initdb, "-E", "UTF8", "--locale=C.UTF-8"],
        check=True,
        user=user,
        cwd=folder,
        stdout=subprocess.DEVNULL,
    )
    quick = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=200"]
    command = [str(programs / "postgres"), "-D", str(folder / "data"), "-p", str(port)]
    command += ["-h", "127.0.0.1", "-k", str(folder)]
    keeper.start("postgres", command + [word for s in quick for word in ("-c", s)], user=user)

    def answers() -> bool:
        ask = [programs / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(port)]
        return subprocess.run(ask).returncode == 0

    keeper.wait_for(answers, seconds=180, what="Postgres")
    return f"postgresql://pg@127.0.0.1:{port}/postgres"


def start_redis(keeper: Keeper) -> str:
    user = "redis" if os.geteuid() == 0 else None
    folder = own_folder(keeper, "redis", user)
    port = free_port()
    command = ["redis-server", "--port", str(port), "--bind", "127.0.0.1", "--dir", str(folder)]
    keeper.start("redis", [*command, "--save", "", "--appendonly", "no"], user=user)
    keeper.wait_for_port(port)
    return f"127.0.0.1:{port}"


def serve(keeper: Keeper, options: list[str]) -> None:
    home = keeper.state / "home"
    environment = {
        "DB_POSTGRES_URL": start_postgres(keeper),
        "REDIS_HOST": start_redis(keeper),
        "BSKY_MODULES": str(modules_folder()),
        "BSKY_HOME": str(home),
    }
    ports = [f"--{name}-port" for name in ("pds", "plc", "appview", "ozone", "control")]
    command = [str(node_folder() / "bin/node"), str(HERE / "network.mjs"), "--schema", "net"]
    for name in ports:
        command += [name, str(free_port())]
    keeper.start("network", command + options, environment=environment)
    said = keeper.state / "network.log"

    def line() -> str | None:
        lines = said.read_text("utf-8", "replace").splitlines()
        return next((each for each in lines if each.startswith('{"ready":true')), None)

    keeper.wait_for(lambda: line() is not None, seconds=500, what="the network")
    facts = json.loads(line() or "{}")
    keeper.announce(**{key: facts[key] for key in ("pds", "plc", "appview", "control")})


if __name__ == "__main__":
    keep(serve)
