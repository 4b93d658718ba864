"""Kill the program at random instants while it writes, saves, reads and sends (P2).

    python -m tests.fire.random_kills --kills 5000 --seed 1
    python -m tests.fire.random_kills --real 60 --seed 1     `cmapp engine` and a client at its door

A life is the engine with its lanes going, and a person who types, lets it save, attaches, queues,
takes back, reads and sends; one or two of its requests go wrong on the way. It is killed with
SIGKILL anywhere from its first instruction on. Between two lives time passes, from none to an hour,
and questions come in. With `--real` the engine is `python -m cmapp engine` and the person speaks to
it over its socket; else it is forked, so that thousands of lives fit into minutes.

After each kill whatever the person was told is safe is looked for; after a hundred, all is
followed to its end and compared with what stands on the server. Prints a JSON line per violation
and one of all at the end; exits 1 where there was one.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import logging
import os
import random
import re
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import traceback
from collections import Counter, defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from cmapp.domain.errors import Trouble
from cmapp.services.client import Client, EngineGone
from cmapp.services.engine import Engine
from cmapp.store import sqlite
from cmapp.system.paths import Paths
from tests.fire.lives import forked
from tests.fire.scenes import KINDS, Grounds, Place
from tests.fire.sending import naive
from tests.support.clock import START, HandClock
from tests.support.stage import time_is
from tests.support.tiny import Memory, Served

ROOT = Path(__file__).parents[2]
PLAYED = ("key", "no key", "chosen id", "key, promised only")
"""Kinds of `scenes.KINDS`, in turn; pictures go out on all of them."""
EACH = 100
"""How many kills one profile sees."""
FAULTS = (
    ("drop_before", "create"), ("apply_drop", "create"), ("apply_error", "create"),
    ("apply_gateway", "create"), ("server_error", "create"), ("garbled", "create"),
    ("truncated", "create"), ("late", "create"), ("hidden", "create"), ("portal", "create"),
    ("throttle", "create"), ("away", "create"), ("apply_drop", "upload"), ("server_error", "read"),
    ("drop_before", "read"), ("garbled", "read"), ("throttle", "read"), ("truncated", "read"),
)  # fmt: skip
PASSES = (0, 0, 0, 1, 8, 20, 130, 700, 4000)
"""Seconds that may go by between two lives."""
MARK = re.compile(r"d(\d+)\.")
ASKED = re.compile(r"q(\d+)\?")


class Running(Memory):
    """Time that runs by itself, and jumps when it is set."""

    def __init__(self) -> None:
        super().__init__(START - time.monotonic_ns() // 1_000_000)

    @property
    def time(self) -> int:
        return Memory.time.fget(self) + time.monotonic_ns() // 1_000_000  # type: ignore[attr-defined,no-any-return]

    @time.setter
    def time(self, at: int) -> None:
        base = at - time.monotonic_ns() // 1_000_000 if at > 10**12 else at
        Memory.time.fset(self, base)  # type: ignore[attr-defined]


class RunningClock(HandClock):
    """The wall clock is that of `Running`; spans and waits are the machine's own."""

    def __init__(self, memory: Running) -> None:
        super().__init__(memory.time)
        self._memory = memory

    def now(self) -> int:
        return self._memory.time

    def monotonic(self) -> float:
        return time.monotonic()

    def elapsed(self) -> float:
        return time.monotonic()

    def wait(self, event: threading.Event, seconds: float) -> bool:
        return event.wait(max(0.0, min(seconds, 0.5)))


Call = Callable[..., dict[str, Any]]


class Person:
    """Writes, saves, queues, takes back, reads and sends, and says what it was told is safe."""

    def __init__(
        self,
        call: Call,
        told: Callable[[dict[str, Any]], None],
        place: Place,
        seed: int,
        flag: Path,
    ) -> None:
        self._call = call
        self._told = told
        self._place = place
        self._dice = random.Random(seed)
        self._flag = flag
        self._next = seed * 100

    def act(self) -> None:
        """Do one thing. A refusal is an answer; EngineGone comes through."""
        what = self._dice.choices(
            (self._write, self._go_on, self._queue, self._take_back, self._read, self._send),
            (5, 4, 5, 1, 2, 4),
        )[0]
        try:
            what()
        except EngineGone:
            raise
        except Trouble:
            pass

    def _open(self) -> list[dict[str, Any]]:
        return [d for d in self._call("drafts.list")["drafts"] if d["state"] == "draft"]

    def _write(self) -> None:
        """Type an answer or a post, saved at each pause."""
        self._next += 1
        words = f"d{self._next}. 您好"
        more: dict[str, Any] = {}
        items = self._call("inbox.list", state="open", limit=20)["items"]
        if items and self._dice.random() < 0.8:
            more["item"] = self._dice.choice(items)["id"]
        else:
            more["variants"] = [{"account": self._place.account, "segment": ""}]
            if self._dice.random() < 0.4:
                more["images"] = [{"path": str(self._flag), "alt": "旗"}]
        number = None
        for _ in range(self._dice.randrange(1, 5)):
            saved = self._call(
                "drafts.save", text=words, id=number, merge=number is not None, **more
            )
            more = {}
            number = saved["drafts"][0]["id"]
            self._told({"draft": number, "text": words})
            words += self._dice.choice((" tea", " 茶", " thé", "\nund mehr"))

    def _go_on(self) -> None:
        drafts = self._open()
        if drafts:
            one = self._dice.choice(drafts)
            words = one["text"] + " …"
            self._call("drafts.save", text=words, id=one["id"], merge=True)
            self._told({"draft": one["id"], "text": words})

    def _queue(self) -> None:
        drafts = self._open()
        if not drafts:
            return
        one = self._dice.choice(drafts)
        if one["in_reply_to"] is None:
            rows = self._call("post.queue", draft=one["id"], now=True)["rows"]
            row = rows[0] if rows else None
        else:
            row = self._call("reply", item=one["in_reply_to"], text=one["text"], draft=one["id"])[
                "outbox"
            ]
        if row is not None:
            self._told({"row": row["id"], "text": one["text"]})

    def _take_back(self) -> None:
        rows = self._call("outbox.list", states=["ready"])["rows"]
        if rows:
            self._call("outbox.cancel", id=self._dice.choice(rows)["id"])

    def _read(self) -> None:
        self._call("sync")

    def _send(self) -> None:
        self._call("outbox.send")


@dataclass(slots=True)
class Round:
    """One profile and its server, over many lives."""

    name: str
    place: Place
    served: Served
    memory: Running
    flag: Path
    seed: int
    dice: random.Random
    questions: int = 1
    kills: int = 0
    empty: int = 0
    drafts: dict[str, str] = field(default_factory=dict)
    rows: dict[str, str] = field(default_factory=dict)
    told: Counter[str] = field(default_factory=Counter)
    found_at: Counter[str] = field(default_factory=Counter)
    ends: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def violates(self, said: str) -> None:
        self.wrong.append(said)
        line = {"round": self.name, "seed": self.seed, "kills": self.kills, "wrong": said}
        print(json.dumps(line, ensure_ascii=False), flush=True)

    def between(self) -> None:
        """Let time pass, people ask, and the next requests go wrong."""
        self.memory.time += int(self.dice.choice(PASSES) * 1000)
        self.served.look()
        if self.dice.random() < 0.2:
            self.served.do("clear")
        crowd = 55 if self.dice.random() < 0.02 else self.dice.randrange(0, 3)
        for _ in range(crowd):
            self.ask()
        for _ in range(self.dice.choice((0, 1, 1, 2))):
            kind, on = self.dice.choice(FAULTS)
            seconds = {"late": 50, "hidden": 45, "throttle": 30, "away": 20}.get(kind, 0)
            self.served.do("fault", kind=kind, on=on, seconds=seconds)

    def ask(self) -> None:
        who = self.dice.choice(("ana", "chen", "noor"))
        self.served.do("say", who=who, text=f"q{self.questions}? Is it vegan?")
        self.questions += 1

    def hear(self, line: str) -> None:
        """Keep what the person was told is safe."""
        said = json.loads(line)
        if "draft" in said:
            self.drafts[said["draft"]] = said["text"]
            self.told["saves"] += 1
        elif "row" in said:
            self.rows[said["row"]] = said["text"]
            self.told["queued"] += 1

    def look(self, *, thorough: bool) -> None:
        """Compare what was told with what is on the disk."""
        db = sqlite.connect(str(Paths(self.place.profile).database))
        try:
            rows = {
                str(i): (str(state), str(json.loads(action).get("text")), str(draft))
                for i, state, action, draft in db.execute(
                    "SELECT id, state, action, draft_id FROM outbox"
                )
            }
            drafts = {str(i): str(text) for i, text in db.execute("SELECT id, text FROM drafts")}
            if thorough and db.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
                self.violates("the database is damaged")
        finally:
            db.close()
        gone = {draft for state, _, draft in rows.values() if state == "sent"}
        for draft, text in self.drafts.items():
            if draft in drafts:
                if not drafts[draft].startswith(text):
                    self.violates(f"draft {draft} is {drafts[draft]!r}, and was {text!r}")
            elif draft not in gone:
                self.violates(f"draft {draft} is lost: {text!r}")
        for row, text in self.rows.items():
            if row not in rows or rows[row][1] != text:
                self.violates(f"row {row} is {rows.get(row)}, and was {text!r}")
            elif rows[row][0] not in ("sent", "cancelled") and rows[row][2] not in drafts:
                self.violates(f"row {row} stands at {rows[row][0]} without its draft")
        self.found_at.update(state for state, _, _ in rows.values() if state != "sent")
        # what is over need not be looked at again
        self.drafts = {d: t for d, t in self.drafts.items() if d in drafts}
        self.rows = {r: t for r, t in self.rows.items() if rows.get(r, ("",))[0] != "sent"}

    def follow(self) -> None:
        """Let everything come to its end, with no more faults."""
        self.served.do("clear")

        def settle(_: Any) -> None:
            logging.disable(logging.CRITICAL)
            with time_is(RunningClock(self.memory)):
                engine = Engine.open(Paths(self.place.profile), serve=False)
                for _ in range(60):
                    engine.call("outbox.send")
                    states = {r["state"] for r in engine.call("outbox.list")["rows"]}
                    if not states & {"ready", "sending", "uncertain"}:
                        break
                    self.memory.time += 400_000
                engine.call("sync")
                engine.close()

        forked(settle)

    def judge(self) -> None:
        """Compare what the rows say with what stands on the server."""
        self.look(thorough=True)
        chosen = KINDS[self.name].chosen
        db = sqlite.connect(str(Paths(self.place.profile).database))
        try:
            found = list(db.execute("SELECT state, action, reason FROM outbox"))
            asked = Counter(
                ASKED.search(str(text))[1]  # type: ignore[index]
                for (text,) in db.execute(
                    "SELECT p.text FROM interactions i JOIN posts p ON p.id = i.post_id"
                    " WHERE p.text LIKE '%q%?%'"
                )
                if ASKED.search(str(text))
            )
        finally:
            db.close()
        states: defaultdict[str, list[str]] = defaultdict(list)
        for state, action, _ in found:
            states[_mark(json.loads(action)["text"])].append(str(state))
            self.ends[str(state)] += 1
        posts = Counter(_mark(post["text"]) for post in self.place.server.posts())
        for mark, several in states.items():
            if posts[mark] > 1:
                self.violates(f"d{mark} was sent {posts[mark]} times: {several}")
            if ("sent" in several) != (posts[mark] == 1) and "review" not in several:
                self.violates(f"d{mark}: {several}, and the server has {posts[mark]}")
            if "review" in several and chosen:  # a key's life may be over by then
                self.violates(f"d{mark}: {several} although its key could be sent again")
            if stuck := set(several) & {"ready", "sending", "uncertain", "scheduled"}:
                self.violates(f"d{mark} is stuck at {stuck}")
        for mark in posts:
            if mark not in states:
                self.violates(f"d{mark} is on the server, and has no row")
        for number in range(1, self.questions):
            if asked[str(number)] != 1:
                self.violates(f"question {number} came {asked[str(number)]} times")
        self.told["questions"] += self.questions - 1
        self.told["posts"] += len(posts)


def _mark(text: str) -> str:
    found = MARK.search(text)
    assert found is not None, text
    return found[1]


# A forked life


def _live(round_: Round, seed: int, told: int) -> None:
    logging.disable(logging.CRITICAL)

    def tell(said: dict[str, Any]) -> None:
        os.write(told, (json.dumps(said, ensure_ascii=False) + "\n").encode())

    with time_is(RunningClock(round_.memory)):
        engine = Engine.open(Paths(round_.place.profile), serve=False)
        tell({"open": True})
        threading.Thread(target=engine.run, daemon=True).start()
        person = Person(engine.call, tell, round_.place, seed, round_.flag)
        while True:
            person.act()


def fork_and_kill(round_: Round, seed: int, pace: float) -> float:
    """Live one life and end it; returns the seconds until its engine was open (0: it was not)."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            os.close(reading)
            _live(round_, seed, writing)
        except BaseException:
            traceback.print_exc()
            sys.stderr.flush()
        finally:
            os._exit(1)
    os.close(writing)
    began = time.monotonic()
    opened = 0.0
    early = round_.dice.random() < 0.15
    end = began + (round_.dice.uniform(0, pace) if early else 60.0)
    rest = b""
    heard = 0
    while (left := end - time.monotonic()) > 0:
        ready, _, _ = select.select([reading], [], [], left)
        if not ready:
            break
        piece = os.read(reading, 65536)
        if not piece:
            break
        *lines, rest = (rest + piece).split(b"\n")
        for line in lines:
            if b'"open"' in line:
                opened = time.monotonic() - began
                if not early:
                    end = time.monotonic() + round_.dice.uniform(0.002, 5 * pace)
            else:
                round_.hear(line.decode())
                heard += 1
    with contextlib.suppress(ProcessLookupError):
        os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    while piece := os.read(reading, 65536):  # what it was told before it died
        rest += piece
    os.close(reading)
    for line in rest.split(b"\n")[:-1]:
        if b'"open"' not in line:
            round_.hear(line.decode())
            heard += 1
    round_.kills += 1
    round_.empty += heard == 0
    if not (os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL):
        round_.violates(f"a life ended by itself: {status}")
    return opened


# A real one


def run_and_kill(round_: Round, seed: int, pace: float) -> float:
    """The same with `cmapp engine` as a process of its own, and a client at its door."""
    paths = Paths(round_.place.profile)
    began = time.monotonic()
    running = subprocess.Popen(
        [sys.executable, "-m", "tests.fire.random_kills", "--engine", str(paths.root),
         str(round_.memory.time - int(time.time() * 1000))],
        cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    early = round_.dice.random() < 0.15
    client = Client(paths)
    opened = 0.0
    end = began + (round_.dice.uniform(0, pace) if early else 60.0)
    while time.monotonic() < end and running.poll() is None:
        if client.reachable():
            opened = time.monotonic() - began
            break
        time.sleep(0.005)
    if opened:
        moment = 0.0 if early else round_.dice.uniform(0.0, 0.7 * pace)
        assassin = os.fork()
        if assassin == 0:
            time.sleep(moment)
            os.kill(running.pid, signal.SIGKILL)
            os._exit(0)
        person = Person(client.call, lambda said: round_.hear(json.dumps(said)), round_.place,
                        seed, round_.flag)  # fmt: skip
        with contextlib.suppress(EngineGone):
            while True:
                person.act()
        os.waitpid(assassin, 0)
    else:
        running.kill()
    running.wait()
    round_.kills += 1
    if running.returncode != -signal.SIGKILL:
        round_.violates(f"the engine ended by itself: {running.returncode}")
    return opened


def _engine(folder: str, ahead: str) -> int:
    """Be `cmapp engine`, its clock some milliseconds ahead of the machine's."""
    from unittest.mock import patch

    from cmapp.cli.main import run as cmapp
    from cmapp.system import clock

    real = clock.now
    with patch.object(clock, "now", lambda: real() + int(ahead)):
        return cmapp(["--profile", folder, "engine"], window=lambda *_, **__: 1)


def run(
    *, kills: int, real: bool, seed: int, control: bool = False, most: float = 1e9
) -> dict[str, Any]:
    """Play until so many kills were done, or `most` seconds are over; returns the summary."""
    logging.disable(logging.CRITICAL)
    began = time.monotonic()
    dice = random.Random(seed)
    memory = Running()
    sums: dict[str, Counter[str]] = {"told": Counter(), "found_at": Counter(), "ends": Counter()}
    done = empty = violations = lives = rounds = 0
    doubled = 0
    pace = 1.5 if real else 0.15
    # a kill leaves what was written, synced or not: memory serves as well as a disk, and faster
    shm = Path("/dev/shm")
    where = shm if os.access(shm, os.W_OK) and not real else None
    with (
        tempfile.TemporaryDirectory(prefix="cmapp-p2-", dir=where) as name,
        Served(memory) as served,
        naive() if control else contextlib.nullcontext(),
    ):
        folder = Path(name)
        grounds = Grounds(folder, memory, served)
        grounds.warm()
        while done < kills and time.monotonic() - began < most:
            kind = PLAYED[rounds % len(PLAYED)]
            rounds += 1
            place = grounds.lay(kind, folder / "profile")
            one = Round(kind, place, served, memory, grounds.picture, seed, dice)
            while one.kills < min(EACH, kills - done) and time.monotonic() - began < most:
                one.between()
                lives += 1
                opened = (run_and_kill if real else fork_and_kill)(one, seed * 10**6 + lives, pace)
                if opened:
                    pace = 0.8 * pace + 0.2 * opened
                one.look(thorough=one.kills % 20 == 0)
            one.follow()
            one.judge()
            done += one.kills
            empty += one.empty
            violations += len(one.wrong)
            print(f"{done} kills, {violations} violations", file=sys.stderr, flush=True)
            doubled += sum("times" in w and w.startswith("d") for w in one.wrong)
            for what, counter in sums.items():
                counter.update(getattr(one, what))
            if one.wrong:
                shutil.copytree(place.profile, f"/tmp/cmapp-p2-{seed}-{rounds}", dirs_exist_ok=True)
            shutil.rmtree(place.profile)
    return {
        "promise": "P2",
        "runs": done,
        "real": real,
        "control": control,
        "violations": violations,
        "doubled": doubled,
        "before_anything_was_told": empty,
        **{what: dict(counter) for what, counter in sums.items()},
        "seed": seed,
        "seconds": round(time.monotonic() - began, 1),
    }


def main() -> int:
    """Play what the arguments say."""
    if sys.argv[1:2] == ["--engine"]:
        return _engine(*sys.argv[2:4])
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=5000)
    parser.add_argument("--real", type=int, default=0, help="kills of the real engine instead")
    parser.add_argument("--quick", action="store_true", help="200 kills")
    parser.add_argument("--full", action="store_true", help="5000 kills (the default)")
    parser.add_argument("--naive", action="store_true", help="a control that sends again")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=float, default=1e9, help="seconds")
    given = parser.parse_args()
    kills = given.real or (200 if given.quick else given.kills)
    summary = run(
        kills=kills,
        real=bool(given.real),
        seed=given.seed,
        control=given.naive,
        most=given.most,
    )
    print(json.dumps(summary, ensure_ascii=False), flush=True)
    return 1 if summary["violations"] else 0


if __name__ == "__main__":
    sys.exit(main())
