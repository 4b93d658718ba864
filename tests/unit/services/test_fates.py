"""The golden table on the demo network, with the whole engine and a clock that is moved by hand.

What is told at each look must be what the table says; and what then happens, too (N5, CR-09).
"""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from cmapp.services import settling
from cmapp.store import accounts, outbox
from cmapp.system import network
from tests.support.clock import HandClock
from tests.support.fates import MINUTE, TIMES, Event, Line, Said, lines, written
from tests.support.stage import Stage, time_is

LINES = lines()
SCHEDULERS = {"native": "honoured", "ignores": "ignored", "at_once": "ignored"}
"""What is given → how the network's own scheduler is set."""


class Scripted(HandClock):
    """Time that goes on when the engine waits and nothing is under way, up to the next step."""

    def __init__(self, at: int) -> None:
        super().__init__(at)
        self.until = at
        self.lane_busy: Any = lambda: False
        self.reached: Any = lambda: None

    def wait(self, event: threading.Event, seconds: float) -> bool:
        if threading.current_thread() is not threading.main_thread():
            return event.is_set()
        while self.lane_busy() and not event.is_set():
            time.sleep(0.001)  # real threads are at work: time stands still for them
        if event.is_set():
            return True
        self._at = min(self._at + max(1, int(seconds * 1000)), self.until)
        if self._at >= self.until:
            self.reached()
        return event.is_set()


class Playing:
    """One line of the table, played from its first look to its end."""

    def __init__(self, line: Line, folder: Path, clock: Scripted) -> None:
        assert line.planned_at is not None
        self.line, self.clock, self.planned = line, clock, line.planned_at
        two = {"two"} & set(line.given)
        how = next((v for n, v in SCHEDULERS.items() if n in line.given), "none")
        self.stage = Stage(folder, accounts=2 if two else 1, scheduler=how)
        self.texts = [f"Post {n}" for n in range(line.posts)]
        self.rows: list[str] = []
        self.drafts: list[str] = []
        self._given()
        self.steps = line.steps()
        self.step: Event | None = None

    def call(self, command: str, **args: Any) -> dict[str, Any]:
        return self.stage.call(command, **args)

    def _change(self, account: int = 0, **columns: Any) -> None:
        store = self.stage.engine.desk.store
        store.write(lambda tx: accounts.change(tx, self.stage.accounts[account], **columns))

    def _given(self) -> None:
        given = self.line.given
        self.call("sync")
        if "native" in given:
            able = self.stage.engine.desk.account(self.stage.accounts[0]).capabilities
            frame = {"ahead_min": 300, "ahead_max": 30 * 86_400}
            self._change(capabilities={**able, "limits": {**able["limits"], **frame}})
        if "ignores" in given:
            self._change(facts={settling.IGNORES: self.clock.now()})
        if "late" in given:
            self.call("settings.set", late_minutes=int(given["late"]))
        if "offline" in given:
            network.process.close("switched_off")
        for switch, command in (("panic", "outbox.pause"), ("flight", "flight.start")):
            if switch in given:
                self.call(command)
        self._plan()
        for word, state in (("paused", "paused"), ("sign_in", "sign_in")):
            if word in given:
                self._change(state=state)
        if "paused2" in given:
            self._change(1, state="paused")
        if "parked" in given:
            self._change(parked_until=self.planned + int(given["parked"]) * MINUTE)
        if "sent" in given:
            desk = self.stage.engine.desk
            deed = desk.row(int(self.rows[0]))
            desk.store.write(lambda tx: outbox.said_sent(tx, deed, now=desk.now()))
        if "cancelled" in given:
            self.call("outbox.cancel", id=self.rows[0])

    def _plan(self) -> None:
        line, ours = self.line, self.stage.accounts
        if "two" in line.given:
            ways = [
                {"account": a, "segment": "", "text": t}
                for a, t in zip(ours, self.texts, strict=True)
            ]
            self._planned({"text": "common", "variants": ways})
        elif "notqueued" in line.given:
            self._planned({"text": "字" * 501, "account": ours[0]})
        elif "noaccount" in line.given:
            self._planned({"text": self.texts[0]})
        elif line.look >= 0 or {"sent", "cancelled"} & set(line.given):
            # a plan that is past is refused; `cmapp post --at` takes one
            for text in self.texts:
                made = self.call("post", account=ours[0], text=text, at=self.planned)
                self.rows.append(made["outbox"]["id"])
        else:
            for text in self.texts:
                self._planned({"text": text, "account": ours[0]})

    def _planned(self, values: dict[str, Any]) -> None:
        draft = self.call("drafts.save", **values)["drafts"][0]["id"]
        done = self.call("plan.set", draft=draft, at=self.line.wall, zone=self.line.zone)
        self.drafts.append(draft)
        self.rows += sorted(row["id"] for row in done["rows"])

    # what is told

    def told(self) -> list[dict[str, str]]:
        if self.drafts:
            found = self.call("plan.fate", ids=self.drafts)["fates"]
        else:
            found = self.call("plan.fate", ids=[f"row-{row}" for row in self.rows])["fates"]
        return [
            written({"what": one["what"], **_in_ms(one["facts"])}, self.planned) for one in found
        ]

    def look(self, said: tuple[Said, ...], minute: int) -> None:
        told = self.told()
        assert len(told) == len(said), told
        for one, expected in zip(told, said, strict=True):
            wrong = expected.differs(one)
            assert not wrong, f"@{minute}: {wrong}: {one}"

    # what happens

    def play(self) -> None:
        self.look(self.line.fate, self.line.look)
        self.clock.reached = self._reached
        self._next()
        while self.step is not None:
            self._run()

    def _run(self) -> None:
        """Run the program until it is told to stop; a laptop that rests begins it again."""
        engine = self.stage.engine
        self.clock.lane_busy = lambda: any(
            not f.done() for f in (*engine._busy.values(), engine._clocks) if f is not None
        )
        engine._quit.clear()
        network.process.stop.clear()
        engine.run()
        if (
            self.step is not None
            and self.step.verb == "off"
            and self.clock.now() >= self.clock.until
        ):
            self.stage.close()
            self._jump(self.clock.move, self.step)
            self.stage.open()
            self._next()

    def _jump(self, how: Callable[[float], None], step: Event) -> None:
        how((self._ms(step.until) - self.clock.now()) / 1000)

    def _ms(self, minute: int | None) -> int:
        assert minute is not None
        return self.planned + minute * MINUTE

    def _next(self) -> None:
        self.step = next(self.steps, None)
        if self.step is not None:
            self.clock.until = max(self._ms(self.step.at), self.clock.now())

    def _reached(self) -> None:
        """The time of the next step has come, and the engine rests."""
        step = self.step
        if step is None or step.verb in ("off", "end"):
            self.stage.engine.call("engine.quit")
            if step is None or step.verb == "end":
                self.step = None
            return
        self._do(step)
        self._next()
        self.stage.engine.call("engine.wake")

    def _do(self, step: Event) -> None:
        match step.verb:
            case "sleep":
                self._jump(self.clock.sleep, step)
            case "set":
                self._jump(self.clock.set, step)
            case "look":
                self.look(dict(self.line.later)[step.at], step.at)
            case "panic":
                self.call("outbox.pause")
            case "release":
                self.call("outbox.resume")
            case "flight":
                self.call("flight.start")
            case "land":
                self.call("flight.end")
            case "offline":
                network.process.close("switched_off")
            case "online":
                network.process.open()
            case "pause" | "unpause":
                self.call("accounts.pause", id=self.stage.accounts[0], paused=step.verb == "pause")
            case "signin" | "signedin":
                self._change(state="sign_in" if step.verb == "signin" else "active")
            case "remove":
                self.call("accounts.remove", id=self.stage.accounts[0])
            case "late":
                self.call("settings.set", late_minutes=int(step.more))
            case "tz":
                os.environ["TZ"] = step.more
                time.tzset()
            case "send" | "drop":
                self.call("outbox.resolve", id=self.rows[0], verdict=step.verb)
            case "run":
                pass
            case _:
                raise AssertionError(step)

    # how it ended

    def ends(self) -> list[tuple[str, int | None]]:
        rows = {r["id"]: r for r in self.call("outbox.list")["rows"]}
        if not self.rows:
            assert not self.stage.world.posts()
            return [("planned", None)]
        return [self._end(rows[row], text) for row, text in zip(self.rows, self.texts, strict=True)]

    def _end(self, row: dict[str, Any], text: str) -> tuple[str, int | None]:
        out = self.stage.said(text)
        deed = self.stage.engine.desk.row(int(row["id"]))
        if row["state"] in ("sent", "scheduled") and out:
            (post,) = out
            by = "server" if deed.server_ref else "sent"
            return by, (post.at - self.planned) // MINUTE
        if row["state"] == "sent":
            assert "sent" in self.line.given
            return "sent", self.line.look
        assert out == [], f"{row['state']}, and out all the same"
        if row["state"] == "review":
            assert row["reason"] == "late"
            assert deed.settled_at is not None
            return "asked", (deed.settled_at - self.planned) // MINUTE
        if row["state"] == "cancelled":
            return "planned" if self.drafts else "gone", None
        assert row["state"] == "ready"
        return "waits", None


def _in_ms(facts: dict[str, Any]) -> dict[str, Any]:
    return {
        name: round(datetime.fromisoformat(value).timestamp() * 1000) if name in TIMES else value
        for name, value in facts.items()
    }


@pytest.fixture
def here() -> Iterator[None]:
    """The zone of this machine, given back afterwards."""
    before = os.environ.get("TZ")
    yield
    if before is None:
        os.environ.pop("TZ", None)
    else:
        os.environ["TZ"] = before
    time.tzset()


@pytest.mark.parametrize("line", [one for one in LINES if one.fate], ids=lambda line: line.name)
def test_what_is_told_comes_true(line: Line, tmp_path: Path, here: None) -> None:
    assert line.planned_at is not None
    clock = Scripted(line.planned_at + line.look * MINUTE)
    with time_is(clock):
        playing = Playing(line, tmp_path, clock)
        try:
            playing.play()
            assert tuple(playing.ends()) == line.ends
        finally:
            playing.stage.close()
