"""T11: thirty days offline, then 5,000 changes at once, against the store part alone.

The subject is `syncing.sync` of a Mastodon account whose last reading is thirty days old: HTTP,
JSON, shapes, pages with their cursor, judging, the threads that a sync reads. The server is a
process of its own (`replay.py`). The floor stores the very same pages, already read and shaped,
into a copy of the same profile. Then the window: the gaps on its thread while it lands, against
those of the same window in flight mode. From 1,000,000 interactions on, the profile is the one of
`bulk.py`.
"""

from __future__ import annotations

import json
import math
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from cmapp.connectors.base import Page
from cmapp.domain.streams import Stream
from cmapp.services import judging, syncing
from cmapp.services.client import Client
from cmapp.services.engine import Engine
from cmapp.store import accounts, cursors, sqlite
from cmapp.store.database import Tx
from cmapp.system import clock
from cmapp.system.paths import Paths
from tests.bench import bulk, data
from tests.bench.ingest import clocks
from tests.bench.table import Measure, middle, quantile
from tests.bench.window import REST, WATCH, _quit, run, screen
from tests.support.shared import ROOT

CHANGES = 5_000
MONTH = 30 * 86_400_000
ACCOUNT = data.ACCOUNTS[0][0]


@contextmanager
def server(count: int = CHANGES) -> Iterator[str]:
    """A replay server; its address."""
    made = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.replay", str(count)],
        cwd=ROOT, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    try:
        assert made.stdout is not None
        yield f"http://127.0.0.1:{made.stdout.readline().strip()}"
    finally:
        made.terminate()
        made.wait()


def away(paths: Paths, address: str) -> None:
    """Let the account live at `address`, and have been read thirty days ago."""
    db = sqlite.connect(str(paths.database), isolation_level=None)
    facts = {"software": "mastodon", "refreshed_at": clock.now()}
    db.execute(
        "UPDATE accounts SET server = ?, state = 'active', due_at = 0, facts = ? WHERE id = ?",
        (address, json.dumps(facts), ACCOUNT),
    )
    since = clock.now() - MONTH
    for stream in ("inbox", "messages", "own_posts"):
        db.execute(
            "INSERT OR REPLACE INTO cursors VALUES (?, ?, '', ?, ?)",
            (ACCOUNT, stream, json.dumps({"head": since, "deep": since}), since),
        )
    db.close()


@contextmanager
def engine(paths: Paths) -> Iterator[Engine]:
    """The engine of the profile, handed a token."""
    os.environ[f"CMAPP_TOKEN_{ACCOUNT.upper()}"] = "replay"
    made = Engine.open(paths, serve=False)
    try:
        yield made
    finally:
        made.close()


def landing(paths: Paths) -> tuple[tuple[float, float], list[Page], int]:
    """Land; returns (cpu, wall) in ms, the pages that came, and how many interactions are new."""
    with engine(paths) as made:
        desk = made.desk
        account = desk.account(ACCOUNT)
        link = desk.links.to(account)
        held = desk.store.read(lambda db: cursors.get(db, ACCOUNT, Stream.INBOX))
        came = list(link.pull(Stream.INBOX, cursor=held))
        before = clocks()
        found = syncing.sync(desk, account, link)
        after = clocks()
        assert found.error is None, found.error
        return (after[0] - before[0], after[1] - before[1]), came, found.new


def storing(paths: Paths, came: list[Page]) -> tuple[float, float]:
    """Store the pages, and nothing else; returns (cpu, wall) in ms."""
    with engine(paths) as made:
        desk = made.desk
        account = desk.store.read(lambda db: accounts.by_id(db, ACCOUNT))
        assert account is not None
        before = clocks()
        for page in came:

            def keep(tx: Tx, page: Page = page) -> None:
                judge = judging.judge(desk, tx.db, account)
                syncing.keep(tx, account, page.records, now=desk.now(), judge=judge)
                cursors.put(tx, ACCOUNT, Stream.INBOX, page.cursor, now=desk.now())

            desk.store.write(keep)
        after = clocks()
        return after[0] - before[0], after[1] - before[1]


def copy(size: int, folder: Path) -> Paths:
    """A copy of a profile of that size, to write into."""
    if size < bulk.SIZE:
        return data.copy(size, folder)
    shutil.copytree(bulk.profile(size), folder)
    folder.chmod(0o700)
    return Paths(folder)


def gaps(size: int, address: str, *, rounds: int, watch: float) -> tuple[list[float], list[float]]:
    """Return the gaps on the window's thread in flight mode, and while it lands."""
    rest: list[float] = []
    work: list[float] = []
    with screen() as env, tempfile.TemporaryDirectory() as place:
        env[f"CMAPP_TOKEN_{ACCOUNT.upper()}"] = "replay"
        for turn in range(rounds):
            folder = Path(place) / str(turn)
            paths = copy(size, folder)
            away(paths, address)
            with engine(paths) as made:
                made.call("flight.start")
            rest += run(env, "tests.bench.probe", str(folder), str(REST), str(watch))["gaps"]
            _quit(paths)
            work += _landing_in_view(env, paths)
            _quit(paths)
            shutil.rmtree(folder)
    return rest, work


def _landing_in_view(env: dict[str, str], paths: Paths) -> list[float]:
    """Land while the window is watched; returns its gaps."""
    done = paths.root / "landed"
    window = subprocess.Popen(
        [sys.executable, "-m", "tests.bench.probe", str(paths.root), str(REST), "300", str(done)],
        env=env, cwd=ROOT, stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert window.stdout is not None
    try:
        assert window.stdout.readline().strip() == "watching"
        client = Client(paths)
        for _ in range(600):
            if client.reachable():
                break
            time.sleep(0.1)
        client.call("flight.end")
        client.call("sync")
        time.sleep(1.0)  # what it shows of that is in the view
    finally:
        done.touch()
        told = window.communicate(timeout=60)[0]
    found: list[float] = json.loads(told.strip().splitlines()[-1])["gaps"]
    return found


def measure(
    size: int = data.SIZE, *, rounds: int = 3, count: int = CHANGES, watch: float = WATCH
) -> Iterator[Measure]:
    """Yield the ratio of processor time and of wall time, and the gaps of the window."""
    results = []
    with server(count) as address:
        for _ in range(rounds):
            with tempfile.TemporaryDirectory() as folder:
                ours = copy(size, Path(folder) / "ours")
                floor = copy(size, Path(folder) / "floor")
                for paths in (ours, floor):
                    away(paths, address)
                took, came, new = landing(ours)
                told = sum(len(p.records) for p in came)
                assert new >= count * 0.9, (new, told)
                results.append((storing(floor, came), took))
        watch = watch if shutil.which("Xvfb") else 0.0
        rest, work = gaps(size, address, rounds=rounds, watch=watch) if watch else ([], [])
    note = (
        f"{count:,} notifications of thirty days from a server on this machine into {size:,}"
        f" interactions, median of {rounds} rounds"
    )
    for n, unit in enumerate(("cpu", "wall")):
        yield Measure(
            "T11", f"land after 30 days, {unit} (floor: storing the same pages)",
            middle(r[0][n] for r in results), middle(r[1][n] for r in results), "ms", 3.0, 2.0,
            note=note,
        )  # fmt: skip
    for name, share, most in (("p99", 0.99, None), ("max", 1.0, 16.0)) if watch else ():
        yield Measure(
            "T11", f"gap on the window's thread while it lands, {name} (floor: in flight mode)",
            quantile(rest, share), quantile(work, share), "ms",
            1.5 if share < 1 else math.inf, 1.2 if share < 1 else None, most,
            note=f"{size:,} interactions, {rounds} landings, {len(work):,} turns of the thread",
        )  # fmt: skip
