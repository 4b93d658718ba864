"""The real program under Debian's faketime: a plan for 09:00, and what a clock can do to it (P12).

The engine is a process of its own with its own clock; what it does is read over its socket and
from the demo network. Every case of the table is in tests/unit/services/test_fates.py; these are
those in which the clock of a whole process is what is to be believed.
"""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from cmapp.platforms.demo import FOLDER, Network
from cmapp.platforms.demo.state import Entry
from cmapp.services.client import Client
from cmapp.system.clock import monotonic, pause
from cmapp.system.paths import Paths
from tests.conftest import unavailable
from tests.support.clock import HandClock
from tests.support.faketime import FakeTime, library
from tests.support.stage import COLLEAGUE, US, time_is

pytestmark = [pytest.mark.e2e]

ROOT = Path(__file__).parents[2]
PATIENCE = 240
TEXT = "Fresh bread from nine."


class Program:
    """The engine as a process, in its own time; planned for 09:00 in Berlin, from two accounts."""

    def __init__(self, folder: Path) -> None:
        self.paths = Paths(folder / "profile")
        self.paths.root.mkdir()
        self.world = Network.make(self.paths.root / FOLDER, empty=True)
        self.time = FakeTime(folder)
        self.client = Client(self.paths)
        self.changed = threading.Event()
        self.stop = threading.Event()
        self.process: subprocess.Popen[bytes] | None = None
        self.rows: list[str] = []

    def start(self, wall: str) -> None:
        """Start it when its clock shows `wall`, and listen to it as the window does."""
        self.time.set(wall)
        self.process = subprocess.Popen(
            [sys.executable, "-m", "cmapp", "--profile", str(self.paths.root), "engine"],
            cwd=ROOT,
            env=self.time.environment(),
        )
        give_up = monotonic() + PATIENCE
        while not self.client.reachable():
            assert self.process.poll() is None and monotonic() < give_up, "it does not start"
            pause(0.02)
        self.stop = threading.Event()
        assert self.client.listen(lambda _: self.changed.set(), lambda: None, self.stop)

    def end(self) -> None:
        self.stop.set()
        if self.process is not None and self.process.poll() is None:
            self.client.call("engine.quit")
            self.process.wait(PATIENCE)

    def clock(self, wall: str) -> None:
        """Let the clock jump, and the engine look at once (by itself it does within 30 s)."""
        self.time.set(wall)
        self.client.call("engine.wake")

    def plan(self, at: str) -> None:
        # it is this machine's clock that is tried here, not the scheduler of the network
        self.client.call("settings.set", use_server_scheduler=False)
        for handle in (US, COLLEAGUE):
            self.client.call(
                "accounts.add", platform="demo", way="demo", answers={"handle": handle}
            )
        accounts = self.client.call("accounts.list")["accounts"]
        ways = [{"account": a["id"], "segment": "", "text": None} for a in accounts]
        draft = self.client.call("drafts.save", text=TEXT, variants=ways)["drafts"][0]["id"]
        done = self.client.call("plan.set", draft=draft, at=at, zone="Europe/Berlin")
        self.rows = [row["id"] for row in done["rows"]]
        assert len(self.rows) == 2

    def states(self) -> list[tuple[str, str | None]]:
        rows = {r["id"]: r for r in self.client.call("outbox.list")["rows"]}
        return [(rows[row]["state"], rows[row]["reason"]) for row in self.rows]

    def until(self, states: list[tuple[str, str | None]]) -> None:
        """Wait until the rows stand like that."""
        give_up = monotonic() + PATIENCE
        while True:
            self.changed.clear()
            found = self.states()
            if found == states:
                return
            assert monotonic() < give_up, found
            self.changed.wait(1)

    def rounds(self, count: int = 3) -> None:
        """Let every lane go round: each reads its account, after having looked at its rows."""
        for _ in range(count):
            self.client.call("outbox.send")

    def out(self) -> list[Entry]:
        # whatever time the process lived in: what stands on the network is seen
        with time_is(HandClock(4_000_000_000_000)):
            return [e for e in self.world.posts() if e.text == TEXT]


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    if library() is None:
        unavailable("faketime is not installed")
    made = Program(tmp_path)
    yield made
    made.end()


READY = [("ready", None)] * 2
SENT = [("sent", None)] * 2
ASKED = [("review", "late")] * 2


def test_a_jump_over_the_time_that_is_too_far_is_asked_about(program: Program) -> None:
    program.start("2026-12-01T08:50")
    program.plan("2026-12-01T09:00")
    program.rounds()
    assert program.states() == READY
    program.clock("2026-12-01T11:00")
    program.until(ASKED)
    program.rounds()
    program.clock("2026-12-01T08:55")  # and back: what is asked about is not sent by itself
    program.clock("2026-12-01T09:01")
    program.rounds()
    assert (program.states(), program.out()) == (ASKED, [])


def test_a_short_sleep_sends_once_and_a_clock_set_back_sends_nothing_again(
    program: Program,
) -> None:
    program.start("2026-12-01T08:50")
    program.plan("2026-12-01T09:00")
    program.clock("2026-12-01T09:20")
    program.until(SENT)
    assert len(program.out()) == 2
    program.clock("2026-12-01T08:20")
    program.rounds()
    program.clock("2026-12-01T09:00")
    program.rounds()
    program.end()
    program.start("2026-12-01T08:59")
    program.rounds()
    assert (program.states(), len(program.out())) == (SENT, 2)


def test_by_itself_at_its_time_while_the_zone_of_the_machine_changes(program: Program) -> None:
    program.start("2026-12-01T08:00")
    program.plan("2026-12-01T09:00")
    program.end()
    os_zone, program.time.zone = program.time.zone, "Asia/Tokyo"
    program.start("2026-12-01T16:59:58")  # 08:59:58 in Berlin
    nine = 1_796_112_000_000
    begun = max(nine, program.time.now())  # to start takes a slow machine more than two seconds
    program.time.zone = os_zone
    program.until(SENT)
    assert [nine <= post.at < begun + 30_000 for post in program.out()] == [True, True]


@pytest.mark.parametrize(
    ("wall", "states"),
    [("2031-06-01T12:00", ASKED), ("2026-12-01T09:59", SENT), ("2026-12-01T10:02", ASKED)],
)
def test_closed_across_the_time(
    program: Program, wall: str, states: list[tuple[str, str | None]]
) -> None:
    program.start("2026-12-01T08:50")
    program.plan("2026-12-01T09:00")
    program.end()
    program.start(wall)
    program.until(states)
    program.rounds(1)
    assert len(program.out()) == (2 if states == SENT else 0)


@pytest.mark.parametrize(
    ("at", "before", "just", "after"),
    [  # the hour comes twice, and the hour before is skipped
        ("2027-10-31T02:30", "2027-10-31T02:00", "2027-10-31T02:29:58", "2027-10-31T03:10"),
        ("2027-03-28T03:00", "2027-03-28T01:30", "2027-03-28T01:59:58", "2027-03-28T03:20"),
    ],
)
def test_summer_time(program: Program, at: str, before: str, just: str, after: str) -> None:
    program.start(before)
    program.plan(at)
    program.clock(just)
    program.until(SENT)
    program.clock(after)
    program.rounds(1)
    assert len(program.out()) == 2


def test_a_plan_in_the_year_2031(program: Program) -> None:
    program.start("2026-12-01T08:50")
    program.plan("2031-12-01T09:00")
    program.rounds(1)
    assert (program.states(), program.out()) == (READY, [])
    program.clock("2031-12-01T09:00:01")
    program.until(SENT)
    assert len(program.out()) == 2
