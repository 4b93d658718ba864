"""Kill the program at every named step of a send, under every fault, everywhere; see what is left.

    python -m tests.fire.sending --full              each step of each life (P1)
    python -m tests.fire.sending --every             and each time that it is reached
    python -m tests.fire.sending --quick             a share: each kind with each fault, once
    python -m tests.fire.sending --pairs             and a second kill in the life after it
    python -m tests.fire.sending --naive             a control that sends again with a new key

A scenario is a kind of platform and way (`scenes.KINDS`), a fault (`scenes.FAULTS`), and the number
of a step: the process writes a draft, queues it, lands and follows it past every settle time, in
time that moves by itself, and kills itself with SIGKILL there. The next process goes on from what
is on the disk; in a part of the scenarios a person throws the panic switch first. Connectors,
store, TCP and kill are real; the servers are small ones that keep to the platforms' APIs.

Prints a JSON line per violation and one of all at the end; exits 1 where there was one.
"""

from __future__ import annotations

import argparse
import json
import logging
import os
import random
import re
import shutil
import sys
import tempfile
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from cmapp.domain.errors import Offline
from cmapp.services import sending
from cmapp.services.engine import Engine
from cmapp.store import outbox, sqlite
from cmapp.store.database import Tx
from cmapp.system import failpoint
from cmapp.system.paths import Paths
from tests.fire.lives import Life, armed, forked
from tests.fire.scenes import FAULTS, KINDS, TEXTS, Grounds, Place, fits, write
from tests.support.stage import time_is
from tests.support.tiny import Memory, Served
from tests.support.tiny.memory import SharedClock

ASKED = re.compile(r"q(\d+)\?")
LONG = 9000.0
"""For how many seconds (of the time that moves by itself) a landing follows its rows."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """`at`: the last steps of one life each, by number or name. `panic`: then all is paused."""

    kind: str
    fault: str
    at: tuple[int | str, ...]
    panic: bool = False


@dataclass(slots=True)
class End:
    """What is left when everything is settled, and how it came there. `posts`: (text, pictures)."""

    killed: list[bool]
    told: list[list[str]]
    posts: list[tuple[str, int]]
    rows: list[tuple[str, str, str | None]]
    drafts: list[str]
    questions: list[str]
    item: str
    acked: int
    healthy: bool

    @property
    def kills(self) -> int:
        return sum(self.killed)


class Clock(SharedClock):
    """Lets a server that was away come back when its time has come."""

    def __init__(self, memory: Memory, place: Place) -> None:
        super().__init__(memory)
        self._place = place

    def move(self, seconds: float) -> None:
        super().move(seconds)
        self._place.server.look()


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


class Theatre:
    """Plays scenarios, each on ground of its own."""

    def __init__(
        self, folder: Path, memory: Memory, served: Served, *, once_more: bool = True
    ) -> None:
        """`once_more`: a last life after the one that settled all, in which nothing may happen."""
        self._folder = folder
        self._once_more = once_more
        self._memory = memory
        self._served = served
        self.grounds = Grounds(folder, memory, served)

    def play(self, scenario: Scenario) -> End:
        """Play a scenario to its end."""
        profile = self._folder / "profile"
        place = self.grounds.lay(scenario.kind, profile)
        memory = self._memory
        memory.acked = memory.opens_at = 0
        place.server.fault(scenario.fault)
        told: list[list[str]] = []
        killed_: list[bool] = []
        lives: list[tuple[int | str | None, bool]] = [(at, False) for at in scenario.at]
        if scenario.at:
            lives.append((None, scenario.panic))
        if self._once_more:
            lives.append((None, False))
        for at, panic in lives or [(None, False)]:
            killed, lines = forked(
                lambda life, place=place, panic=panic: self._live(life, place, panic),  # type: ignore[misc]
                at,
            )
            told.append(lines)
            killed_.append(killed)
        memory.time += 7_200_000
        posts = [
            (text, int(post["media"]))
            for post in place.server.posts()
            for text in dict.fromkeys(TEXTS)
            if _plain(text) in _plain(post["text"])
        ]
        end = _end(profile, killed_, told, posts, memory.acked)
        shutil.rmtree(profile)
        return end

    def _live(self, life: Life, place: Place, panic: bool) -> None:
        """One life: what is not done yet of writing, queueing and landing. May end by SIGKILL."""
        with time_is(Clock(self._memory, place)):
            life.watch()
            engine = Engine.open(Paths(place.profile), serve=False)
            if panic:
                engine.call("outbox.pause")
                before = place.server.asked()
                try:
                    engine.call("outbox.send", wait=60)
                    life.says("a landing began while all was paused")
                except Offline:
                    engine._lane(engine.desk.account(place.account))
                if place.server.asked() != before:
                    life.says("it was sent while all was paused")
                engine.call("outbox.resume")
            write(engine, place, self._memory, self.grounds.picture)
            if place.kind.backlog:
                while engine.call("sync")["accounts"][0]["error"] is not None:
                    engine.desk.clock.wait(threading.Event(), 120)
            else:
                engine.call("outbox.send", wait=LONG)
            engine.close()


def _plain(text: str) -> str:
    import unicodedata

    return unicodedata.normalize("NFC", text)


def _end(
    profile: Path,
    killed: list[bool],
    told: list[list[str]],
    posts: list[tuple[str, int]],
    acked: int,
) -> End:
    db = sqlite.connect(str(Paths(profile).database))
    try:
        rows = [
            (str(json.loads(action)["text"]), str(state), reason)
            for action, state, reason in db.execute(
                "SELECT action, state, reason FROM outbox ORDER BY id"
            )
        ]
        drafts = [str(r[0]) for r in db.execute("SELECT text FROM drafts")]
        items = list(
            db.execute(
                "SELECT p.text, i.state FROM interactions i JOIN posts p ON p.id = i.post_id"
                " ORDER BY i.id"
            )
        )
        healthy = db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    finally:
        db.close()
    questions, (item, *_) = (list(column) for column in zip(*items, strict=True))
    return End(killed, told, posts, rows, drafts, questions, str(item), acked, healthy)


def wrong(scenario: Scenario, end: End) -> str | None:
    """Say what an end violates, None where all is as promised."""
    kind = KINDS[scenario.kind]
    if not end.healthy:
        return "the database is damaged"
    for line in (one for lines in end.told for one in lines if one.startswith("!")):
        return line[1:]
    texts = list(kind.texts)
    out = Counter(text for text, _ in end.posts)
    said = Counter(text for text, state, _ in end.rows if state == "sent")
    for text in texts:
        if out[text] > texts.count(text):
            return f"sent {out[text]} times"
        if said[text] > out[text]:
            return f"{said[text]} rows are sent, and {out[text]} posts are there"
        unsent = texts.count(text) - said[text]
        if end.drafts.count(text) != unsent:
            return f"{unsent} are not sent, and {end.drafts.count(text)} drafts are left"
    if sorted(text for text, _, _ in end.rows) != sorted(texts):
        return f"{len(end.rows)} rows"
    for text, state, reason in end.rows:
        if fault := _wrong_row(scenario, end, state, reason, out[text] - said[text]):
            return fault
    asked = Counter(found[1] for text in end.questions if (found := ASKED.search(str(text))))
    for number in range(kind.backlog):
        if asked[str(number)] != 1:
            return f"question {number} came {asked[str(number)]} times"
    order = [text for text, _ in end.posts]
    if order != sorted(order, key=texts.index):
        return "out of order"
    if any(media != int(kind.steps) for _, media in end.posts):
        return "without its picture"
    if (
        kind.texts
        and kind.answers
        and all(state == "sent" for _, state, _ in end.rows)
        and end.item != "done"
    ):
        return f"all is sent, and the question is {end.item}"
    return None


def _wrong_row(
    scenario: Scenario, end: End, state: str, reason: str | None, more: int
) -> str | None:
    """`more`: how many posts of its words no row says it has sent."""
    kind = KINDS[scenario.kind]
    if state not in ("sent", "review", "rejected"):
        return f"stuck at {state}"
    if state == "rejected":
        # a server that forgot the uploads says no to the post that names them
        lawful = scenario.fault == "refuse" or (
            scenario.fault == "upload_forgot" and kind.platform == "mastodon"
        )
        if more or not lawful:
            return f"rejected, with {more} posts"
    if state == "review":
        if reason != "unresolved":
            return f"held: {reason}"
        # a key that is known to be honoured is used; only where its life is over, a person decides
        over = scenario.fault == "throttle" and not kind.chosen
        if kind.keyed and scenario.fault not in ("refuse", "upload_forgot") and not over:
            return "held although the key could be sent again"
        calm = ("ok", "offline", "throttle", "slow")
        if end.kills == 0 and scenario.fault in calm:
            return "held although nothing was in doubt"
    return None


def every_step(
    theatre: Theatre, *, every: bool, pairs: bool, seed: int
) -> Iterator[tuple[Scenario, End]]:
    """Play each kind and fault undisturbed, then with a kill at each step of that life.

    Each step once, at one of the times that it is reached, or (`every`) at each of them.
    """
    dice = random.Random(seed)
    wanted = [(k, f) for k in KINDS for f in FAULTS if fits(KINDS[k], f)]
    dice.shuffle(wanted)  # so that a run that is broken off has seen some of all
    number = 0
    for kind, fault in wanted:
        bare = Scenario(kind, fault, ())
        end = theatre.play(bare)
        yield bare, end
        places: defaultdict[str, list[int]] = defaultdict(list)
        steps = [step for step in end.told[0] if not step.startswith("!")]
        for at, step in enumerate(steps, start=1):
            places[step].append(at)
        for at in (
            (dice.choice(one) for one in places.values())
            if not every
            else (at for one in places.values() for at in one)
        ):
            number += 1
            second: tuple[int, ...] = ()
            for _ in range(4 if pairs else 1):
                if pairs:
                    second = (dice.randrange(1, len(steps) + 1),)
                one = Scenario(kind, fault, (at, *second), panic=number % 3 == 0)
                yield one, theatre.play(one)


def a_share(theatre: Theatre, *, pairs: bool, seed: int) -> Iterator[tuple[Scenario, End]]:
    """Play each kind with each fault once, killed at the step that was a last one least so far."""
    dice = random.Random(seed)
    wanted = [(k, f) for k in KINDS for f in FAULTS if fits(KINDS[k], f)]
    dice.shuffle(wanted)
    taken: Counter[str] = Counter()
    tried: Counter[tuple[str, str]] = Counter()
    for number, (kind, fault) in enumerate(wanted):
        able = [s for s in SENDING if _comes_by(s, kind, fault)]
        step = min(able, key=lambda s: (taken[s] + tried[s, fault], dice.random()))
        tried[step, fault] += 1
        at: tuple[int | str, ...] = (step,)
        if step.startswith("recover."):  # there is something to recover after a kill
            at = ("claim.done", step)
        if pairs:
            at = (*at, dice.randrange(1, 30))
        one = Scenario(kind, fault, at, panic=number % 3 == 0)
        end = theatre.play(one)
        taken[step] += any(told[-1:] == [step] for told in end.told)
        yield one, end


def _comes_by(step: str, kind: str, fault: str) -> bool:
    """Tell whether a life with this fault is likely to come to that step."""
    if KINDS[kind].backlog:
        return step.startswith("page.")
    match step.partition(".")[0]:
        case "progress":
            return KINDS[kind].steps
        case "failed":
            return fault in ("refuse", "throttle")
        case "doubt" | "readback":
            return fault not in ("ok", "offline", "throttle", "refuse", "slow", "expired")
        case "resolve":
            return fault in ("drop_before", "server_error", "portal", "redirect", "late", "hidden")
        case "net" if step in ("net.connected", "net.mid"):
            return KINDS[kind].platform != "demo"
        case _:
            return True


def pinned(theatre: Theatre, wanted: Sequence[str]) -> Iterator[tuple[Scenario, End]]:
    """Play what each `KIND / FAULT / STEP, STEP` says; a `!` at its end throws the panic switch."""
    for line in wanted:
        kind, fault, steps = (part.strip() for part in line.rstrip("!").split("/"))
        at = tuple(step.strip() for step in steps.split(",") if step.strip())
        one = Scenario(kind, fault, at, panic=line.endswith("!"))
        yield one, theatre.play(one)


def run(
    *,
    quick: bool,
    ones: Sequence[str] = (),
    every: bool = False,
    pairs: bool = False,
    control: bool = False,
    seed: int = 1,
    most: float = 1e9,
    runs: int = 10**9,
) -> dict[str, Any]:
    """Play scenarios, at most `runs` and for `most` seconds; returns the summary."""
    logging.disable(logging.CRITICAL)
    began = time.monotonic()
    cells: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    ends: Counter[str] = Counter()
    violations: list[dict[str, Any]] = []
    played = kills = 0
    memory = Memory()
    # a kill leaves what was written, synced or not: memory serves as well as a disk, and faster
    shm = Path("/dev/shm")
    place = shm if os.access(shm, os.W_OK) else None
    with (
        tempfile.TemporaryDirectory(prefix="cmapp-p1-", dir=place) as name,
        Served(memory) as served,
        ExitStack() as stack,
    ):
        theatre = Theatre(Path(name), memory, served, once_more=not (quick or ones))
        theatre.grounds.warm()
        if control:
            stack.enter_context(naive())
        plan = (
            pinned(theatre, ones)
            if ones
            else a_share(theatre, pairs=pairs, seed=seed)
            if quick
            else every_step(theatre, every=every, pairs=pairs, seed=seed)
        )
        for scenario, end in plan:
            played += 1
            if played % 250 == 0:
                print(f"{played} played, {len(violations)} violations", file=sys.stderr, flush=True)
            kills += end.kills
            for told, was_killed in zip(end.told, end.killed, strict=True):
                if was_killed:
                    cells[told[-1]].add((scenario.kind, scenario.fault))
            ends.update(f"{state}/{len(end.posts)}" for _, state, _ in end.rows)
            if fault := wrong(scenario, end):
                violations.append({**asdict(scenario), "wrong": fault, "rows": end.rows})
                violations[-1]["number"] = played - 1
                if not control:
                    last = [told[-1:] for told in end.told]
                    print(json.dumps({**violations[-1], "last": last}), flush=True)
            if played >= runs or time.monotonic() - began > most:
                break
    return {
        "promise": "P1",
        "runs": played,
        "kills": kills,
        "violations": len(violations),
        "duplicates": sum("times" in v["wrong"] for v in violations),
        "control": control,
        "kinds": len(KINDS),
        "faults": len(FAULTS),
        "ends": dict(ends),
        "steps": {step: len(cells[step]) for step in sorted(cells)},
        "not_killed_at": sorted(set(SENDING) - set(cells)),
        "seed": seed,
        "seconds": round(time.monotonic() - began, 1),
    }


AREAS = (
    "draft", "queue", "check", "claim", "net", "progress", "finish", "doubt", "failed",
    "recover", "readback", "resolve", "page",
)  # fmt: skip
SENDING = tuple(step for step in failpoint.STEPS if step.partition(".")[0] in AREAS)
"""The steps of a send. `held` is a person's affair: `tests/unit` and `leaving` come there."""


def main() -> int:
    """Play what the arguments say."""
    armed()
    parser = argparse.ArgumentParser(description=__doc__)
    size = parser.add_mutually_exclusive_group()
    size.add_argument("--full", action="store_true", help="every step (the default)")
    size.add_argument("--quick", action="store_true", help="a share of some minutes")
    size.add_argument(
        "--one", metavar="KIND/FAULT/STEP", action="append", default=[], help="this scenario"
    )
    size.add_argument("--every", action="store_true", help="each step each time it is reached")
    parser.add_argument("--pairs", action="store_true", help="a second kill in the next life")
    parser.add_argument("--naive", action="store_true", help="the control")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--most", type=float, default=1e9, help="seconds")
    parser.add_argument("--runs", type=int, default=10**9, help="scenarios at most")
    given = parser.parse_args()
    summary = run(
        quick=given.quick,
        ones=given.one,
        every=given.every,
        pairs=given.pairs,
        control=given.naive,
        seed=given.seed,
        most=given.most,
        runs=given.runs,
    )
    print(json.dumps(summary), flush=True)
    return 1 if summary["violations"] else 0


if __name__ == "__main__":
    sys.exit(main())
