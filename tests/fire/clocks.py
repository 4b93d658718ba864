"""Clocks that lie, at random: years ahead and back, sleep, a server with a clock of its own (P12).

    python -m tests.fire.clocks --quick
    python -m tests.fire.clocks --full --seed 7
    python -m tests.fire.clocks --quick --control      old is what our own clock says: must fail

A seed makes one profile on a demo network and a script: this machine's clock is set by up to ten
years, it sleeps, it is closed for weeks, servers say what time it is (true, skewed by hours, or a
lie as large as ours), people write, items are closed under whatever clock there is, rules are
tightened, posts are planned and queued, and the keeping of rules goes round. Beside it runs the
truth, of which the program is told nothing. Judged at each step:

- no words are removed before they are truly as old as their rule says (P12, PV-03), none that
  wait for an answer, and none of ours; nor is what takes a deed back, a file that left the library,
  or a log;
- each post that was queued is out once at most, and in the end out or asked about;
- no account is parked, and no row waits, for longer than a day behind a clock that was put right.

Prints one line of JSON.
"""

from __future__ import annotations

import argparse
import base64
import json
import logging
import os
import random
import shutil
import sys
import tempfile
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

from cmapp.domain.errors import Trouble
from cmapp.platforms.demo import Network
from cmapp.services import certain_time, jumps, retention, sending
from cmapp.store import posts
from cmapp.system import clock as system_clock
from cmapp.system import network
from cmapp.system.network import Heard
from tests.support import media_files
from tests.support.clock import HandClock
from tests.support.stage import Stage, time_is

DAY, HOUR = 86_400, 3_600
QUICK, FULL = 12, 1_500
KEEP = 40
"""Days that closed words are kept by the rule of these profiles."""
MONTH = 30
"""Days that logs, ways back and files that nothing uses are kept: the rules as they come."""
SLACK = 1.6
"""Days by which a clock may be off and still be believed (`certain_time.TOLERANCE`)."""


@dataclass(slots=True)
class Script:
    """One profile, its clocks, and the truth."""

    stage: Stage
    clock: HandClock
    dice: random.Random
    watch: jumps.Watch
    true: float = 0.0
    closed: dict[str, float] = field(default_factory=dict)
    said: dict[str, str] = field(default_factory=dict)
    open_: set[str] = field(default_factory=set)
    queued: list[str] = field(default_factory=list)
    month: dict[tuple[str, str], float] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    did: Counter[str] = field(default_factory=Counter)

    def call(self, command: str, **args: Any) -> dict[str, Any] | None:
        try:
            return self.stage.call(command, **args)
        except Trouble:
            return None

    def off(self) -> float:
        """Return by how many seconds this machine's clock is ahead of the truth."""
        return self.clock._set / 1000

    def words(self, item: str) -> str:
        def look(db: Any) -> str:
            row = db.execute("SELECT post_id FROM interactions WHERE id = ?", (int(item),))
            post = posts.by_id(db, row.fetchone()[0])
            return post.text if post is not None else ""

        return str(self.stage.engine.desk.store.read(look))

    def there(self, kind: str, name: str) -> bool:
        """Tell whether a way back, a file or a log is still there."""
        match kind:
            case "way back":
                sql = """SELECT undo IS NOT NULL AND EXISTS (SELECT 1 FROM befores
                         WHERE deed_id = d.id) FROM deeds d WHERE id = ?"""
                read = self.stage.engine.desk.store.read
                return bool(read(lambda db: db.execute(sql, (int(name),)).fetchone()[0]))
            case "file":
                return (self.stage.paths.media / name).exists()
            case _:
                return (self.stage.paths.log / name).exists()

    def stamped(self, path: Path) -> None:
        """Give a file the time that this machine's clock shows."""
        os.utime(path, (self.clock.now() / 1000,) * 2)

    def judge(self) -> None:
        for (kind, name), since in list(self.month.items()):
            if self.there(kind, name):
                continue
            del self.month[kind, name]
            self.did[f"{kind} gone"] += 1
            if (days := (self.true - since) / DAY) < MONTH - SLACK:
                self.wrong.append(f"a {kind} of {days:.1f} days is gone: {name}")
        for item, text in list(self.said.items()):
            if self.words(item) == text:
                continue
            if item in self.open_:
                self.wrong.append(f"open, and its words are gone: {text!r}")
            elif self.true - self.closed[item] < (KEEP - SLACK) * DAY:
                days = (self.true - self.closed[item]) / DAY
                self.wrong.append(f"closed for {days:.1f} days, and its words are gone: {text!r}")
            del self.said[item]
            self.did["emptied"] += 1


def ask(s: Script) -> None:
    text = f"Question {s.did['asked']}?"
    above = s.stage.world.say("mossfield", "New.")
    remote = s.stage.world.say("ana.lopes", text, parent=above)
    if s.call("sync") is None:
        return
    try:
        item = s.stage.item(remote)
    except KeyError:
        return
    s.said[item] = text
    s.open_.add(item)
    s.did["asked"] += 1


def close(s: Script) -> None:
    if s.open_:
        item = s.dice.choice(sorted(s.open_))
        if (done := s.call("inbox.set_state", items=[item], state="done")) is not None:
            s.open_.discard(item)
            s.closed[item] = s.true
            s.month["way back", done["undo"]["args"]["deed"]] = s.true
            s.did["closed"] += 1


def reopen(s: Script) -> None:
    shut = sorted(i for i in s.closed if i in s.said and i not in s.open_)
    if shut:
        item = s.dice.choice(shut)
        if s.call("inbox.set_state", items=[item], state="open") is not None:
            s.open_.add(item)


def take_out(s: Script) -> None:
    """A picture came into the library some time ago, and leaves it now."""
    said = base64.b64encode(media_files.picture(seed=s.did["taken out"])).decode()
    if (made := s.call("media.add", files=[{"data": said}])) is not None and made["added"]:
        name = made["added"][0]["file"]["name"]
        s.stamped(s.stage.paths.media / name)
        awake(s)
        if s.call("media.remove", names=[name]) is not None:
            s.month["file", name] = s.true
            s.did["taken out"] += 1


def fill_log(s: Script) -> None:
    """A log is full, and a new one is begun."""
    path = s.stage.paths.log / f"engine.log.{s.did['logs']}"
    path.parent.mkdir(exist_ok=True)
    path.write_text("full\n")
    s.stamped(path)
    s.month["log", path.name] = s.true
    s.did["logs"] += 1


def set_clock(s: Script) -> None:
    """Somebody sets this machine's clock, or puts it right."""
    wanted = 0.0 if s.dice.random() < 0.5 else s.dice.choice(
        (10, 5, 1, -1, -5, -10)) * 365 * DAY * s.dice.random()  # fmt: skip
    s.clock.set(wanted - s.off())
    s.did["clock set"] += 1
    look(s)


def asleep(s: Script) -> None:
    seconds = s.dice.choice((HOUR, DAY, 9 * DAY))
    s.clock.sleep(seconds)
    s.true += seconds
    look(s)


def awake(s: Script) -> None:
    for _ in range(s.dice.choice((1, 3, 12))):
        s.clock.move(DAY / 2)
        s.true += DAY / 2
        look(s)
        s.judge()


def shut(s: Script) -> None:
    """The program is closed for weeks; the clock may be set meanwhile."""
    s.stage.close()
    away = s.dice.choice((1, 7, 45)) * DAY
    s.clock.move(away)
    s.true += away
    if s.dice.random() < 0.3:
        s.clock.set(-s.off() + s.dice.choice((0, 3650, -3650)) * DAY)
    # another run of the program knows nothing of how long this one was closed
    certain_time._RUN = f"{s.dice.random()}"
    network.process.forget_clocks()
    s.stage.open()
    s.watch = jumps.Watch(s.stage.engine.desk.clock)
    s.did["closed for weeks"] += 1


def hear(s: Script) -> None:
    """Servers answer, each with its own Date; while ours lies, one of them may lie along."""
    truth = s.clock.now() - s.clock._set
    for host in ("one.example", "two.example", "three.example"):
        skew = s.dice.choice((0, 0, 300, -7200, 20 * HOUR)) * 1000
        said = truth + skew
        if host == "three.example" and s.dice.random() < 0.4:
            said = s.clock.now()
        network.process.heard(host, Heard(said, s.clock.now(), s.clock.elapsed()))
    s.did["heard"] += 1


def look(s: Script) -> None:
    """Do what the engine does at each beat."""
    desk = s.stage.engine.desk
    jump = s.watch.look()
    if jump is not None:
        jumps.follow(desk, jump)
    if s.dice.random() < 0.3:
        hear(s)
    while retention.keep_up(desk):
        pass


def sweep(s: Script) -> None:
    s.call("retention.sweep")


def queue(s: Script) -> None:
    text = f"post {s.did['queued']}"
    account = s.stage.accounts[0]
    if s.call("post", account=account, text=text) is not None:
        s.queued.append(text)
        s.did["queued"] += 1


def send(s: Script) -> None:
    desk = s.stage.engine.desk
    for account in desk.accounts():
        sending.send_due(desk, account, desk.links.to(account))


DOINGS = (
    (ask, 4), (close, 5), (reopen, 1), (set_clock, 4), (asleep, 2), (awake, 8), (shut, 2),
    (hear, 4), (look, 4), (sweep, 3), (queue, 2), (send, 3), (take_out, 1), (fill_log, 1),
)  # fmt: skip


def live(seed: int, folder: Path, *, steps: int = 60) -> Script:
    """Live one script and judge it."""
    dice = random.Random(seed)
    clock = HandClock()
    with time_is(clock), ExitStack() as stack:
        real = Network.now.fget
        assert real is not None
        theirs = property(lambda world: real(world) - clock._set)
        stack.enter_context(patch.object(Network, "now", theirs))
        network.process.forget_clocks()
        stage = Stage(folder, accounts=1)
        s = Script(stage, clock, dice, jumps.Watch(stage.engine.desk.clock))
        try:
            stage.call("settings.set", undo_seconds=0)
            stage.call("retention.set", kind="items", days=KEEP)
            kinds, weights = zip(*DOINGS, strict=True)
            for _ in range(steps):
                dice.choices(kinds, weights)[0](s)
                s.judge()
            _end(s)
        finally:
            stage.close()
            network.process.forget_clocks()
    return s


def _end(s: Script) -> None:
    """The clock is put right, servers agree, weeks pass: everything comes to its end."""
    s.clock.set(-s.off())
    look(s)
    for _ in range(8):
        s.clock.move(DAY)
        s.true += DAY
        for host in ("one.example", "two.example"):
            network.process.heard(host, Heard(s.clock.now(), s.clock.now(), s.clock.elapsed()))
        look(s)
        send(s)
        s.judge()
    out = Counter(e.text for e in s.stage.world.posts() if e.text in s.queued)
    rows = {r["text"]: r for r in s.stage.call("outbox.list")["rows"]}
    for text in s.queued:
        if out[text] > 1:
            s.wrong.append(f"{out[text]} times: {text}")
        state = rows[text]["state"]
        if out[text] == 0 and state != "review":
            s.wrong.append(f"neither out nor asked about: {text} {state}")
    now = s.clock.now()
    for account in s.stage.engine.desk.accounts():
        if account.parked_until > now + DAY * 1000 or account.due_at > now + DAY * 1000:
            s.wrong.append("an account waits for a clock that was put right")
    shown = s.stage.call("retention.show")["clock"]
    if shown["why"]:
        s.wrong.append(f"the clock is right, servers say so, and it is not believed: {shown}")


def run(seeds: range, *, control: bool = False) -> dict[str, Any]:
    """Live scripts; returns what became of them."""
    logging.disable(logging.CRITICAL)
    began = system_clock.monotonic()
    did: Counter[str] = Counter()
    wrong: list[str] = []
    for seed in seeds:
        folder = Path(tempfile.mkdtemp(prefix="clocks"))
        try:
            with ExitStack() as stack:
                if control:
                    ours = lambda desk: desk.now()  # noqa: E731
                    stack.enter_context(patch.object(certain_time, "present", ours))
                script = live(seed, folder)
            did += script.did
            wrong += [f"seed {seed}: {said}" for said in script.wrong]
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    logging.disable(logging.NOTSET)
    return {
        "promise": "P12", "runs": len(seeds), "violations": len(wrong), "control": control,
        "seed": seeds.start, **{k.replace(" ", "_"): n for k, n in did.items()},
        "seconds": round(system_clock.monotonic() - began, 1), "wrong": wrong[:20],
    }  # fmt: skip


def main() -> int:
    """Run as a program."""
    said = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    said.add_argument("--quick", action="store_true")
    said.add_argument("--full", action="store_true")
    said.add_argument("--seed", type=int, default=0)
    said.add_argument("--runs", type=int)
    said.add_argument("--control", action="store_true")
    asked = said.parse_args()
    runs = asked.runs or (FULL if asked.full else QUICK)
    found = run(range(asked.seed, asked.seed + runs), control=asked.control)
    print(json.dumps(found, ensure_ascii=False))
    return int(found["violations"] > 0)


if __name__ == "__main__":
    sys.exit(main())
