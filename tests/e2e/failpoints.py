"""Kill the engine at every instant of a reply's life, under every fault; see what is left (P1).

    python -m tests.e2e.failpoints --share 0.1        every tenth scenario
    python -m tests.e2e.failpoints --pairs            and a second kill while it recovers
    python -m tests.e2e.failpoints --naive            a control that sends again with a new key

A scenario is a kind of platform, a fault that befalls the first attempt, and the number of an
instant. The process types a draft, queues it, lands and follows it past every settle time, in
time that moves by itself; at that instant it kills itself with SIGKILL. A second process goes on
from what is on the disk. The program has no code for any of this: the instants are every commit
of the store (before and after), every call to the platform (before and after) and every change on
the platform's side. The store, the network's log and the kill are real.

Prints one JSON line per violation and a summary at the end; exits 1 if there was a violation.
"""

from __future__ import annotations

import argparse
import itertools
import json
import logging
import mmap
import os
import random
import shutil
import signal
import struct
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from cmapp.platforms.demo import FOLDER, Demo, Network
from cmapp.services import sending
from cmapp.services.engine import Engine
from cmapp.store import outbox, sqlite
from cmapp.store.database import Store, Tx
from cmapp.system.paths import Paths
from tests.support.clock import START, HandClock
from tests.support.stage import Stage, time_is

TEXT = "It is, and the box is, too. 包装也是。"

KINDS: dict[str, dict[str, Any]] = {
    "chosen id": {"keys": "honoured", "settle": 10.0, "looks": 1, "key_life": 1e9},
    "key for an hour": {"keys": "honoured", "settle": 120.0, "looks": 2, "key_life": 3000.0},
    "key not honoured": {"keys": "ignored", "settle": 120.0, "looks": 2, "key_life": 3000.0},
    "no key": {"keys": "none", "settle": 600.0, "looks": 2},
}
"""Bluesky's way, Mastodon's, a server that only says it is Mastodon's, most others."""

FAULTS: dict[str, list[dict[str, Any]]] = {
    "ok": [],
    "offline": [{"kind": "offline"}],
    "drop_before": [{"kind": "drop_before"}],
    "apply_drop": [{"kind": "apply_drop"}],
    "apply_error": [{"kind": "apply_error"}],
    "server_error": [{"kind": "server_error"}],
    "throttle": [{"kind": "throttle", "seconds": 99_999_999_999}],
    "refuse": [{"kind": "refuse"}],
    "garbled": [{"kind": "garbled"}],
    "late": [{"kind": "late", "seconds": 50}],
    "hidden": [{"kind": "hidden", "seconds": 45}],
    "late_key": [{"kind": "late_key", "seconds": 20}],
    "key_ignored": [{"kind": "drop_before"}, {"kind": "key_ignored"}],
    "slow": [{"kind": "slow", "seconds": 30}],
    "twice": [{"kind": "drop_before"}, {"kind": "apply_drop"}],
    "reads": [{"kind": "server_error", "on": "thread"}, {"kind": "offline", "on": "find"}],
}
LONG = 8000.0
"""For how many seconds (of the time that moves by itself) a landing follows its rows."""

_VERBS = (
    "recover", "claim", "progressed", "back_to_ready", "wait", "uncertain", "rejected", "review",
)  # fmt: skip
"""What a commit is named after; where its function names several, after the first one here."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """`at`: the instants of the kills, one life each; past the last nobody kills any more."""

    kind: str
    fault: str
    at: tuple[int, ...]


@dataclass(slots=True)
class End:
    """What is left when everything is settled, and how the scenario came there."""

    kills: int
    instants: list[list[str]]
    posts: int
    rows: list[tuple[str, str | None]]
    drafts: list[str]
    acked: str
    healthy: bool


class Memory:
    """What outlives a kill beside the disk: the time, and what the person was told is kept."""

    def __init__(self) -> None:
        self._map = mmap.mmap(-1, 64)
        self.time = START

    @property
    def time(self) -> int:
        return int(struct.unpack_from("q", self._map, 0)[0])

    @time.setter
    def time(self, at: int) -> None:
        struct.pack_into("q", self._map, 0, at)

    @property
    def acked(self) -> str:
        return ("nothing", "draft", "row")[self._map[8]]

    @acked.setter
    def acked(self, what: str) -> None:
        self._map[8] = ("nothing", "draft", "row").index(what)


class SharedClock(HandClock):
    """Goes on in the next process from where this one was killed."""

    def __init__(self, memory: Memory) -> None:
        super().__init__(memory.time, runs=True)
        self._memory = memory

    def move(self, seconds: float) -> None:
        super().move(seconds)
        self._memory.time = self.now()


def instants(tell: Callable[[str], None]) -> ExitStack:
    """Have `tell` called at each instant at which a kill could matter."""
    stack = ExitStack()

    def around(owner: type, name: str, label: str) -> None:
        real = getattr(owner, name)

        def wrapped(self: Any, *args: Any, **more: Any) -> Any:
            tell(f"{label}<")
            found = real(self, *args, **more)
            tell(f"{label}>")
            return found

        stack.enter_context(patch.object(owner, name, wrapped))

    around(Demo, "perform", "perform")
    around(Demo, "find", "find")
    around(Demo, "pull", "pull")
    around(Network, "append", "apply")
    transact = Store._transact

    def commit(self: Store, db: Any, tx: Tx, fn: Callable[[Tx], Any]) -> Any:
        code = fn.__code__
        verb = next((n for n in _VERBS if n in code.co_names), code.co_qualname.split(".")[0])

        def until_commit(tx: Tx) -> Any:
            found = fn(tx)
            tell(f"{verb}<")
            return found

        found = transact(self, db, tx, until_commit)
        tell(f"{verb}>")
        return found

    stack.enter_context(patch.object(Store, "_transact", commit))
    return stack


def naive() -> ExitStack:
    """The control: whatever is not known to be sent is sent again, as something new."""
    stack = ExitStack()

    def again(tx: Tx, row: str, *values: Any) -> None:
        tx.db.execute(
            "UPDATE outbox SET state = 'ready', not_before = 0, first_at = NULL, attempts = 0,"
            f" key = hex(randomblob(16)) WHERE {row}",
            values,
        )

    def recover(tx: Tx, *, now: int, account_id: str | None = None) -> int:
        again(tx, "state = 'sending'")
        return 0

    def doubt(tx: Tx, row_id: int, **_: Any) -> None:
        again(tx, "id = ?", row_id)

    stack.enter_context(patch.object(outbox, "recover", recover))
    stack.enter_context(patch.object(outbox, "uncertain", doubt))
    stack.enter_context(patch.object(sending, "_look_now", lambda *_: True))
    return stack


def live(profile: Path, item: str, memory: Memory, kill_at: int | None, told: int) -> None:
    """One life: what is not done yet of writing, queueing and landing. May end by SIGKILL."""
    count = itertools.count(1)

    def tell(instant: str) -> None:
        n = next(count)
        os.write(told, f"{instant}\n".encode())
        if n == kill_at:
            os.kill(os.getpid(), signal.SIGKILL)

    with time_is(SharedClock(memory)), instants(tell):
        engine = Engine.open(Paths(profile), serve=False)
        rows = engine.call("outbox.list")["rows"]
        if not rows:
            found = engine.call("drafts.list")["drafts"]
            if not found:
                found = engine.call("drafts.save", text=TEXT, item=item)["drafts"]
            memory.acked = "draft"
            engine.call("reply", item=item, text=TEXT, draft=found[0]["id"])
        memory.acked = "row"
        engine.call("outbox.send", wait=LONG)
        engine.close()


def forked(work: Callable[[int], None]) -> tuple[bool, list[str]]:
    """Run `work` in a process of its own; returns (was it killed, the instants it told of)."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        code = 1
        try:
            os.close(reading)
            work(writing)
            code = 0
        except BaseException:
            import traceback

            traceback.print_exc()
        finally:
            sys.stderr.flush()
            os._exit(code)
    os.close(writing)
    with os.fdopen(reading) as lines:
        told = lines.read().split()
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL:
        return True, told
    if status:
        raise RuntimeError(f"a life ended with {status}")
    return False, told


class Ground:
    """A prepared profile per kind of platform, copied for each scenario."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: dict[str, str] = {}

    def lay(self, kind: str, profile: Path) -> str:
        """Make `profile`: a question was asked and read. Returns its item."""
        template = self._folder / kind.replace(" ", "-")
        if kind not in self._made:
            note = self._folder / "item"

            def prepare(_: int) -> None:
                with time_is(HandClock(START - 60_000, runs=True)):
                    stage = Stage(template, accounts=1, **KINDS[kind])
                    note.write_text(stage.asked("Is it vegan?"))
                    stage.close()

            forked(prepare)
            self._made[kind] = note.read_text()
        shutil.copytree(template, profile, ignore=shutil.ignore_patterns("*.reserve"))
        return self._made[kind]


def play(ground: Ground, folder: Path, scenario: Scenario) -> End:
    """Play a scenario to its end."""
    profile = folder / "profile"
    item = ground.lay(scenario.kind, profile)
    memory = Memory()
    with time_is(SharedClock(memory)):
        world = Network(profile / FOLDER)
        for fault in FAULTS[scenario.fault]:
            world.fault(
                fault["kind"], on=fault.get("on", "create"), seconds=fault.get("seconds", 0)
            )
    told: list[list[str]] = []
    kills = 0
    for at in (*scenario.at, None, None):  # and once more at the end: still one
        killed, instants_ = forked(lambda fd, at=at: live(profile, item, memory, at, fd))  # type: ignore[misc]
        told.append(instants_)
        kills += killed
    memory.time += 3_600_000
    with time_is(SharedClock(memory)):
        posts = len([p for p in Network(profile / FOLDER).posts() if p.text == TEXT])
    db = sqlite.connect(str(Paths(profile).database))
    try:
        rows = [tuple(r) for r in db.execute("SELECT state, reason FROM outbox")]
        drafts = [r[0] for r in db.execute("SELECT text FROM drafts")]
        healthy = db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    finally:
        db.close()
    shutil.rmtree(profile)
    return End(kills, told, posts, rows, drafts, memory.acked, healthy)


def wrong(scenario: Scenario, end: End) -> str | None:
    """Say what an end violates, None where all is as promised."""
    if not end.healthy:
        return "the database is damaged"
    if end.posts > 1:
        return f"sent {end.posts} times"
    if len(end.rows) != 1:
        return f"{len(end.rows)} rows"
    state, reason = end.rows[0]
    if state not in ("sent", "review", "rejected"):
        return f"stuck at {state}"
    if state == "sent" and (end.posts != 1 or end.drafts):
        return f"sent, with {end.posts} posts and {len(end.drafts)} drafts"
    if state != "sent" and end.drafts != [TEXT]:
        return f"{state}, and the draft is lost"
    if state == "rejected" and (scenario.fault != "refuse" or end.posts):
        return f"rejected, with {end.posts} posts"
    if state == "review":
        if reason != "unresolved":
            return f"held: {reason}"
        # a key that is known to be honoured is used; only where its life is over, a person decides
        over = scenario.fault == "throttle" and scenario.kind != "chosen id"
        if scenario.kind != "no key" and scenario.fault != "refuse" and not over:
            return "held although the key could be sent again"
        if end.kills == 0 and scenario.fault in ("ok", "offline", "throttle", "slow", "reads"):
            return "held although nothing was in doubt"
    return None


def scenarios(
    ground: Ground, folder: Path, *, share: float, pairs: bool, seed: int
) -> Iterator[Scenario]:
    """Yield every scenario, or a share of them: some of each fault of each kind.

    A share takes the instants that were taken least so far.
    """
    rng = random.Random(seed)
    taken: Counter[str] = Counter()
    for kind, fault in itertools.product(KINDS, FAULTS):
        yield Scenario(kind, fault, ())
        names = play(ground, folder, Scenario(kind, fault, ())).instants[0]
        wanted = list(enumerate(names, start=1))
        if share < 1:
            wanted.sort(key=lambda one: (taken[one[1]], rng.random()))
            wanted = wanted[: max(1, round(share * len(wanted)))]
        for at, name in wanted:
            taken[name] += 1
            if pairs:
                seconds = range(1, len(names) + 1)
                for second in rng.sample(seconds, max(1, round(share * len(names)))):
                    yield Scenario(kind, fault, (at, second))
            else:
                yield Scenario(kind, fault, (at,))


def run(
    *, share: float, pairs: bool = False, control: bool = False, seed: int = 1, most: float = 1e9
) -> dict[str, Any]:
    """Play scenarios for at most `most` seconds; returns the summary."""
    logging.disable(logging.CRITICAL)
    began = time.monotonic()
    seen: Counter[str] = Counter()
    ends: Counter[str] = Counter()
    violations: list[dict[str, Any]] = []
    played = kills = 0
    # a kill leaves what was written, synced or not: memory serves as well as a disk, and faster
    shm = Path("/dev/shm")
    place = shm if os.access(shm, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="cmapp-p1-", dir=place) as name, ExitStack() as stack:
        folder = Path(name)
        ground = Ground(folder)
        if control:
            stack.enter_context(naive())
        for scenario in scenarios(ground, folder, share=share, pairs=pairs, seed=seed):
            if time.monotonic() - began > most:
                break
            end = play(ground, folder, scenario)
            played += 1
            kills += end.kills
            seen.update(
                told[-1] for told, _ in zip(end.instants, scenario.at, strict=False) if told
            )
            ends.update(f"{state}/{end.posts}" for state, _ in end.rows)
            if fault := wrong(scenario, end):
                violations.append({**asdict(scenario), "wrong": fault, "rows": end.rows})
                if not control:
                    print(json.dumps(violations[-1]), flush=True)
    return {
        "scenarios": played,
        "kills": kills,
        "violations": len(violations),
        "duplicates": sum("times" in v["wrong"] for v in violations),
        "ends": dict(ends),
        "instants": dict(sorted(seen.items())),
        "seconds": round(time.monotonic() - began, 1),
        "seed": seed,
    }


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--share", type=float, default=1.0)
    parser.add_argument("--pairs", action="store_true")
    parser.add_argument("--naive", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=float, default=1e9, help="seconds")
    chosen = parser.parse_args()
    summary = run(
        share=chosen.share,
        pairs=chosen.pairs,
        control=chosen.naive,
        seed=chosen.seed,
        most=chosen.most,
    )
    print(json.dumps(summary), flush=True)
    return 1 if summary["violations"] else 0


if __name__ == "__main__":
    sys.exit(main())
