"""T1-T4: how fast the window stands, what it weighs, whether it ever stalls.

Floors: a bare PySide6 window in a process of its own (T1-T3), the same window while nothing
runs (T4). Each round runs floor and subject one after the other. Needs Linux and Xvfb.
"""

from __future__ import annotations

import contextlib
import json
import math
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cmapp.connectors.registry import connector_class, part
from cmapp.domain.errors import Trouble
from cmapp.services.client import Client
from cmapp.services.engine import Engine
from cmapp.system.paths import Paths
from tests.bench import data
from tests.bench.table import Measure, middle, quantile
from tests.support.shared import ROOT

REST = 3.0
WATCH = 12.0
BURNERS = 2


@contextlib.contextmanager
def screen() -> Iterator[dict[str, str]]:
    """An X server of our own without a screen, as the environment that reaches it."""
    with tempfile.TemporaryDirectory(prefix="cmapp-bench-") as folder:
        read, write = os.pipe()
        server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1000x24", "-noreset"],
            pass_fds=(write,), stderr=subprocess.DEVNULL,
        )  # fmt: skip
        os.close(write)
        try:
            with os.fdopen(read) as told:
                display = ":" + told.readline().strip()
            os.chmod(folder, 0o700)
            env = {**os.environ, "DISPLAY": display, "XDG_RUNTIME_DIR": folder}
            env |= {"QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}
            # installed programs are compiled; a checkout is, after the first start
            env.pop("PYTHONDONTWRITEBYTECODE", None)
            yield env
        finally:
            server.terminate()
            server.wait()


def run(env: dict[str, str], module: str, *args: str) -> dict[str, Any]:
    """Run a window until it closes; what it told, with the time from exec to paint in ms."""
    began = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-m", module, *args],
        env=env, cwd=ROOT, check=True, capture_output=True, text=True, timeout=120,
    )  # fmt: skip
    return _facts(done.stdout, began)


def _facts(told: str, began: float) -> dict[str, Any]:
    facts: dict[str, Any] = json.loads(told.strip().splitlines()[-1])
    return facts | {"wall": (facts["wall"] - began) * 1e3, "cpu": facts["cpu"] * 1e3}


def measure(size: int = data.SIZE, *, rounds: int = 5) -> Iterator[Measure]:
    """Yield T1 (processor and wall time), T2 and T3."""
    with screen() as env, tempfile.TemporaryDirectory() as folder:
        paths = data.copy(size, Path(folder) / "profile")
        run(env, "tests.bench.probe", str(paths.root), "0")  # compiled and in the page cache now
        floors, ours = [], []
        for _ in range(rounds):
            floors.append(run(env, "tests.bench.bare", "1"))
            ours.append(run(env, "tests.bench.probe", str(paths.root), str(REST)))
        _quit(paths)
    note = f"{size:,} interactions, median of {rounds}"

    def of(found: list[dict[str, Any]], name: str) -> float:
        return middle(f[name] for f in found)

    for unit in ("cpu", "wall"):
        yield Measure(
            "T1", f"start to first painted inbox, {unit}", of(floors, unit), of(ours, unit),
            "ms", 1.8, 1.4, note=note,
        )  # fmt: skip
    bare, window = of(floors, "resident"), of(ours, "resident")
    yield Measure("T2", "memory of the window", bare, window, "MiB", 2.0, 1.6, note=note)
    both = middle(f["resident"] + f["engine"] for f in ours)
    yield Measure("T3", "memory of window and engine, idle", bare, both, "MiB", 4.0, 3.0, note=note)


def stalls(size: int = data.SIZE, *, rounds: int = 3, watch: float = WATCH) -> Iterator[Measure]:
    """Yield T4: the gap on the window's thread at rest, and under work on a loaded machine."""
    with screen() as env, tempfile.TemporaryDirectory() as folder:
        paths = data.copy(size, Path(folder) / "profile")
        items = _connect(paths)
        rest: list[float] = []
        work: list[float] = []
        for _ in range(rounds):
            rest += run(env, "tests.bench.probe", str(paths.root), str(REST), str(watch))["gaps"]
            _quit(paths)
            work += _at_work(env, paths, items, watch)
            _quit(paths)
    note = (
        f"{size:,} interactions, {rounds} times {watch:.0f} s, {BURNERS} busy processes beside it"
    )
    for name, share, most in (("p99", 0.99, None), ("max", 1.0, 16.0)):
        yield Measure(
            "T4", f"gap on the window's thread while accounts sync and send, {name}",
            quantile(rest, share), quantile(work, share), "ms",
            1.5 if share < 1 else math.inf, 1.2 if share < 1 else None, most, note,
        )  # fmt: skip


def _connect(paths: Paths) -> int:
    """Connect the demo network's brands to the profile; how many."""
    engine = Engine.open(paths, serve=False)
    try:
        kind: Any = connector_class("demo")
        for handle in kind.BRANDS:
            engine.call("accounts.add", platform="demo", way="demo", answers={"handle": handle})
        engine.call("sync")
        return len(kind.BRANDS)
    finally:
        engine.close()


def _at_work(env: dict[str, str], paths: Paths, brands: int, watch: float) -> list[float]:
    """Watch the window while people write, the accounts are read and answers leave."""
    network = part("demo", "network")
    world = network.Network(paths.root / network.FOLDER)
    ours = {p.id for p in world.brands()}
    posts = [p for p in world.posts() if p.author in ours and p.kind == "post"]
    people = [p.author for p in world.posts() if p.author not in ours]
    client = Client(paths)
    began = time.monotonic()
    window = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.probe", str(paths.root), str(REST), str(watch)],
        env=env, cwd=ROOT, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    burners = []
    assert window.stdout is not None
    try:
        assert window.stdout.readline().strip() == "watching"
        burners = [
            subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(BURNERS)
        ]
        n = 0
        ends = time.monotonic() + watch
        while time.monotonic() < ends:
            for post in posts[-brands * 2 :]:
                n += 1
                world.say(people[n % len(people)], f"还有货吗？ Question {n}", parent=post.id)
            with contextlib.suppress(Trouble):
                client.call("sync")
                items = client.call("inbox.list", limit=300)["items"]
                fresh = [i for i in items if i["platform"] == "demo"]
                if fresh:
                    client.call("reply", item=fresh[-1]["id"], text=f"Yes, we have. {n}")
                    client.call("outbox.send")
    finally:
        for burner in burners:
            burner.kill()
        told = window.communicate(timeout=60)[0]
    gaps: list[float] = _facts(told, began)["gaps"]
    return gaps


def _quit(paths: Paths) -> None:
    """End the engine that the window left behind."""
    client = Client(paths)
    with contextlib.suppress(Trouble):
        client.call("engine.quit")
    for _ in range(100):
        if not client.reachable():
            return
        time.sleep(0.1)


FRAME = 1000 / 60


def presses(size: int = data.SIZE, *, rounds: int = 30) -> Iterator[Measure]:
    """Yield T8 (a press of a key until it is committed and painted) and T5 (frames of the list)."""
    with screen() as env, tempfile.TemporaryDirectory() as folder:
        paths = data.copy(size, Path(folder) / "profile")
        done = subprocess.run(
            [sys.executable, "-m", "tests.bench.pressing", str(paths.root), str(rounds)],
            env=env, cwd=ROOT, stdout=subprocess.PIPE, text=True, timeout=1200,
        )  # fmt: skip
        told = json.loads(done.stdout.strip().splitlines()[-1])
        _quit(paths)
    yield from pressed(told, size)


def pressed(told: dict[str, Any], size: int) -> Iterator[Measure]:
    """Yield the measures of what `tests.bench.pressing` told."""
    if "error" in told:
        raise RuntimeError(told["error"])
    for kind in dict.fromkeys(p[0] for p in told["presses"]):
        found = [p for p in told["presses"] if p[0] == kind]
        wall, mine, engine = ([p[n] for p in found] for n in (3, 5, 6))
        missed = sum(m[0] in (kind, kind.removeprefix("undo of ")) for m in told["missed"])
        yield Measure(
            "T8", f"{kind}: pressed to committed and painted, p95", FRAME, quantile(wall, 0.95),
            "ms", 3.0, 1.0,
            note=f"{size:,} interactions, {kind}: {len(found)} presses, {missed} without an end, "
            f"median {middle(wall):.0f} ms; processor time of the window's thread p95 "
            f"{quantile(mine, 0.95):.0f} ms, of the engine {quantile(engine, 0.95):.0f} ms",
        )  # fmt: skip
    for name, frames in told["frames"].items():
        yield Measure(
            "T5", f"{name} in {told['rows']:,} rows, processor time of a frame, p95", FRAME,
            quantile(frames, 0.95), "ms", 0.75, 0.5,
            note=f"{size:,} interactions, {len(frames)} frames of each kind",
        )  # fmt: skip
