"""`cmapp outbox send` as a process that is killed with SIGKILL at random moments (P2).

Each round a person asks something, two replies and a draft are written, and the command runs
under some fault of the server until it is killed. One moment in three is anywhere in the time
that the command takes when nobody kills it; two in three are in that part of it in which it is
the engine, past the loading of Python. Rows in doubt go into the next round. At the end all of
them are followed past the settle times, and every text is looked for on the server.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cmapp.services.engine import Engine
from cmapp.system.clock import now
from cmapp.system.paths import profile
from tests.contract.world import World
from tests.e2e.trip import Trip
from tests.support.clock import HandClock
from tests.support.stage import time_is

ROOT = Path(__file__).parents[2]
FAULTS = (
    None, None, None, "drop_before", "apply_drop", "apply_error", "server_error", "garbled",
    "throttle",
)  # fmt: skip
"""What may befall the first write of a round. A refusal of a second attempt is a person's affair:
`failpoints.py` has that."""


@dataclass(slots=True)
class Round:
    """What was written in one round: the question, and row id → text."""

    question: str
    rows: dict[str, str]


@dataclass(slots=True)
class Run:
    """All rounds on one server, and what they came to."""

    platform: str
    world: World
    folder: Path
    seed: int
    account: str = ""
    rounds: list[Round] = field(default_factory=list)
    drafts: set[str] = field(default_factory=set)
    found_at: Counter[str] = field(default_factory=Counter)
    ends: Counter[str] = field(default_factory=Counter)
    kills: int = 0
    took: float = 0.0
    works: float = 0.0

    def connect(self) -> None:
        trip = Trip(self.platform, self.world, self.folder)
        self.account = trip.account
        trip.close()

    def environment(self) -> dict[str, str]:
        """Hand the secret to a run where no keyring keeps it."""
        _, answers = self.world.sign_in()
        given = {k: v for one in answers for k, v in one.items()}
        secret = given.get("token") or given.get("password") or ""
        return {**os.environ, f"CMAPP_TOKEN_{self.account.upper()}": secret}

    def engine(self) -> Engine:
        os.environ.update(
            {k: v for k, v in self.environment().items() if k.startswith("CMAPP_TOKEN_")}
        )
        return Engine.open(profile(self.folder), serve=False)

    def write(self, number: int) -> None:
        """Queue two replies to a new question, and leave a draft."""
        question = self.world.mention(f"Frage {self.seed}-{number}?")
        self.world.settle()
        engine = self.engine()
        try:
            (told,) = engine.call("sync")["accounts"]
            assert told["error"] is None, told
            items = engine.call("inbox.list", state="all", limit=1000)["items"]
            (item,) = [
                i["id"] for i in items if f"Frage {self.seed}-{number}?" in (i["text"] or "")
            ]
            rows = {}
            for part in (1, 2):
                text = f"答复 {self.seed}-{number} Teil {part}"
                rows[engine.call("reply", item=item, text=text)["outbox"]["id"]] = text
            draft = f"Entwurf {self.seed}-{number}"
            engine.call("drafts.save", text=draft, account=self.account)
        finally:
            engine.close()
        self.rounds.append(Round(question, rows))
        self.drafts.add(draft)

    def start(self) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "cmapp", "--profile", str(self.folder), "outbox", "send"],
            cwd=ROOT,
            env=self.environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def measure(self) -> None:
        """Find out how long the command takes, and for how much of that it is the engine."""
        began = time.monotonic()
        running = self.start()
        self._until_engine(running)
        engine = time.monotonic()
        assert running.wait(120) in (0, 5)
        self.took, self.works = time.monotonic() - began, time.monotonic() - engine

    def _until_engine(self, running: subprocess.Popen[bytes]) -> None:
        told = profile(self.folder).engine
        while running.poll() is None:
            with contextlib.suppress(FileNotFoundError):  # it comes and goes with the engine
                if f'"pid": {running.pid}' in told.read_text():
                    return
            time.sleep(0.002)

    def kill(self, moment: float, *, of_work: bool) -> None:
        """Kill the command at `moment` (0 to 1) of its time, or of its time as the engine."""
        running = self.start()
        if of_work:
            self._until_engine(running)
        try:
            running.wait(moment * (self.works if of_work else self.took))
        except subprocess.TimeoutExpired:
            running.kill()
            self.kills += 1
        running.wait()

    def rows(self) -> dict[str, dict[str, Any]]:
        engine = self.engine()
        try:
            self._nothing_is_missing(engine)
            return {r["id"]: r for r in engine.call("outbox.list")["rows"]}
        finally:
            engine.close()

    def _nothing_is_missing(self, engine: Engine) -> None:
        rows = {r["id"]: r for r in engine.call("outbox.list")["rows"]}
        drafts = {d["text"] for d in engine.call("drafts.list")["drafts"]}
        assert self.drafts <= drafts, self.drafts - drafts
        for one in self.rounds:
            for row, text in one.rows.items():
                assert rows[row]["text"] == text
                assert rows[row]["state"] == "sent" or text in drafts, rows[row]

    def play(self, kills: int) -> None:
        """Kill the command that many times."""
        rng = random.Random(self.seed)
        self.connect()
        self.write(0)
        self.measure()
        number = 0
        while self.kills < kills:
            number += 1
            self.write(number)
            fault = rng.choice(FAULTS)
            if fault is not None:
                self.world.fault(fault, on="write", seconds=1)
            self.kill(rng.random(), of_work=number % 3 != 0)
            self.world.clear()
            self.found_at.update(
                r["state"] for r in self.rows().values() if r["id"] in self.rounds[-1].rows
            )

    def follow(self) -> None:
        """Follow every row past the settle time, twice: what is sent stays sent once."""
        self.world.settle()
        for _ in range(2):
            done = subprocess.run(
                [
                    sys.executable, "-m", "tests.e2e.later", "--profile", str(self.folder),
                    "outbox", "send", "--wait", "9000", "--json",
                ],
                cwd=ROOT,
                env=self.environment(),
                capture_output=True,
                check=False,
                timeout=300,
            )  # fmt: skip
            assert done.returncode in (0, 5), done
            assert "error" not in json.loads(done.stdout), done.stdout
            self.world.settle()

    def judge(self, *, may_be_held: bool) -> None:
        """Compare what the rows say with what stands on the server."""
        rows = self.rows()
        for one in self.rounds:
            there = self._there(one)
            for row, text in one.rows.items():
                state, reason = rows[row]["state"], rows[row]["reason"]
                self.ends[state] += 1
                assert there[text] <= 1, f"{text}: sent {there[text]} times (seed {self.seed})"
                allowed = {"sent"} | ({"review"} if may_be_held else set())
                assert state in allowed, (state, reason, text, rows[row], f"seed {self.seed}")
                assert (state == "sent") <= (there[text] == 1), (state, text, there)

    def _there(self, one: Round) -> Counter[str]:
        # what the demo network was told in time that ran ahead is seen when that time has come
        with time_is(HandClock(now() + 24 * 3_600_000)):
            return Counter(
                text
                for post in self.world.replies_to(one.question)
                for text in one.rows.values()
                if text in (self.world.text_of(post) or "")
            )
