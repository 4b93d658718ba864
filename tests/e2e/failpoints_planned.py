"""Kill the engine at every named step of a planned post's life; see what is left (P1, CA-04).

    python -m tests.e2e.failpoints_planned --share 0.1
    python -m tests.e2e.failpoints_planned --pairs
    python -m tests.e2e.failpoints_planned --naive    a control that sends again with a new key

As in `tests.fire.sending`, but the post is planned two hours ahead and the platform has a
scheduler: it is handed over, and after ten minutes nothing happens, or a person changes it, drops
it, or pauses everything for a while. Prints one JSON line per violation and a summary; exits 1 on a
violation.
"""

from __future__ import annotations

import argparse
import itertools
import json
import logging
import os
import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from cmapp.domain.actions import Publish
from cmapp.platforms.demo import FOLDER, Network
from cmapp.services import sending
from cmapp.services.engine import Engine
from cmapp.store import accounts, drafts, held_there, outbox, sqlite
from cmapp.system.paths import Paths
from tests.fire.lives import Life, armed, forked
from tests.fire.scenes import KINDS as ALL
from tests.fire.sending import naive
from tests.support.clock import START, HandClock
from tests.support.stage import Stage, time_is
from tests.support.tiny import Memory
from tests.support.tiny.memory import SharedClock

KINDS = {name: kind.options for name, kind in ALL.items() if kind.platform == "demo"}
FIRST, SECOND = "The new blend is here. 新茶到了。", "The new blend is here, and it is green."
PLANNED = START + 2 * 3_600_000
MARK = START + 600_000
"""When the person does something."""
END = PLANNED + 6 * 3_600_000
SHOWN = 3
"""With so many posts that went out twice the control has been caught."""

FAULTS: dict[str, list[dict[str, Any]]] = {
    "ok": [],
    "drop_before": [{"kind": "drop_before", "on": "create"}],
    "apply_drop": [{"kind": "apply_drop", "on": "create"}],
    "late": [{"kind": "late", "on": "create", "seconds": 50}],
    "throttle": [{"kind": "throttle", "on": "create", "seconds": 1800}],
    "at_once": [{"kind": "at_once", "on": "create"}],
    "at_once_lost": [{"kind": "offline", "on": "create"}, {"kind": "at_once", "on": "create"}],
    "refuse": [{"kind": "refuse", "on": "create"}],
    "back_lost": [{"kind": "apply_drop", "on": "unschedule"}],
    "back_never": [{"kind": "drop_before", "on": "unschedule"}],
    "reads": [{"kind": "server_error", "on": "find"}, {"kind": "offline", "on": "held"}],
}
THEN = ("nothing", "change", "drop", "panic")


@dataclass(frozen=True, slots=True)
class Scenario:
    """`at`: the steps of the kills, one life each."""

    kind: str
    fault: str
    then: str
    at: tuple[int, ...]


def live(profile: Path, then: str, memory: Memory, life: Life) -> None:
    """One life: queue what is not queued yet, and follow it until nothing moves any more."""
    clock = SharedClock(memory)
    with time_is(clock):
        life.watch()
        engine = Engine.open(Paths(profile), serve=False)
        desk = engine.desk
        (account,) = desk.accounts()

        def queue(tx: Any) -> None:
            accounts.change(tx, account.id, due_at=END * 2)  # nothing is read meanwhile
            draft = drafts.save(tx, FIRST, now=desk.now(), account_id=account.id)
            drafts.change(tx, draft, {"planned_at": PLANNED})
            outbox.add(
                tx, account.id, Publish(FIRST, made_at=START), now=desk.now(), draft_id=draft,
                planned_at=PLANNED,
            )  # fmt: skip

        if not desk.store.read(outbox.every):
            desk.store.write(queue)
        while clock.now() < END:
            engine._lane(desk.account(account.id))
            act(engine, account.id, then, clock.now())
            due = sending.next_due(desk, desk.account(account.id))
            parked = desk.account(account.id).parked_until
            marks = [m for m in (MARK, MARK + 300_000) if m > clock.now()]
            soonest = min([*marks, max(due, parked) if due is not None else END, END])
            clock.move(max(5.0, (soonest - clock.now()) / 1000))
        engine.close()


def act(engine: Engine, account_id: str, then: str, now: int) -> None:
    """Let the person do what is to be done by now, and is not yet."""
    desk = engine.desk
    if now < MARK:
        return
    rows = desk.store.read(outbox.every)
    oldest = rows[-1]
    movable = oldest.state in ("ready", "scheduled") and oldest.recall in (None, "hold")

    def change(tx: Any) -> None:
        held_there.withdraw(tx, oldest, now=now, reason="changed")
        outbox.add(
            tx, account_id, Publish(SECOND, made_at=now), now=now, draft_id=oldest.draft_id,
            planned_at=PLANNED + 60_000,
        )  # fmt: skip

    match then:
        case "change" if len(rows) == 1 and movable:
            desk.store.write(change)
        case "drop" if movable:
            desk.store.write(lambda tx: held_there.withdraw(tx, oldest, now=now))
        case "panic" if now < MARK + 300_000:
            engine.call("outbox.pause")
        case "panic" if sending.paused(desk) == "paused":
            engine.call("outbox.resume")


@dataclass(slots=True)
class End:
    """What is left when everything is settled."""

    kills: int
    steps: list[list[str]]
    posts: list[str]
    held: int
    rows: list[tuple[str, str, str | None]]
    drafts: int


def play(folder: Path, scenario: Scenario) -> End:
    """Play a scenario to its end."""
    profile = folder / "profile"
    template = folder / scenario.kind.replace(" ", "-")
    if not template.exists():

        def prepare(_: Life) -> None:
            with time_is(HandClock(START - 60_000, runs=True)):
                Stage(template, accounts=1, **KINDS[scenario.kind]).close()

        forked(prepare)
    shutil.copytree(template, profile, ignore=shutil.ignore_patterns("*.reserve"))
    memory = Memory()
    with time_is(SharedClock(memory)):
        world = Network(profile / FOLDER)
        for fault in FAULTS[scenario.fault]:
            world.fault(fault["kind"], on=fault["on"], seconds=fault.get("seconds", 0))
    told: list[list[str]] = []
    kills = 0
    for at in (*scenario.at, None):
        killed, names = forked(lambda life: live(profile, scenario.then, memory, life), at)
        told.append(names)
        kills += killed
    with time_is(HandClock(END + 86_400_000)):
        network = Network(profile / FOLDER)
        posts = [p.text for p in network.posts() if p.text in (FIRST, SECOND)]
        held = len(network.held())
    db = sqlite.connect(str(Paths(profile).database))
    try:
        rows = [
            (str(json.loads(action)["text"]), state, reason)
            for action, state, reason in db.execute("SELECT action, state, reason FROM outbox")
        ]
        left = db.execute("SELECT count(*) FROM drafts WHERE done_at IS NULL").fetchone()[0]
    finally:
        db.close()
    shutil.rmtree(profile)
    return End(kills, told, posts, held, rows, left)


def wrong(scenario: Scenario, end: End) -> str | None:
    """Say what an end violates, None where all is as promised."""
    if len(end.posts) > 1:
        return f"out {len(end.posts)} times"
    if end.held:
        return "the server holds it for ever"
    stuck = [s for _, s, _ in end.rows if s not in ("sent", "review", "rejected", "cancelled")]
    if stuck:
        return f"stuck at {stuck}"
    sent = [text for text, state, _ in end.rows if state == "sent"]
    if sorted(sent) != sorted(end.posts):
        return f"rows say {sent}, the network has {end.posts}"
    if not end.posts and not end.drafts:
        return "nothing is out, and the draft is gone"
    if scenario.fault == "ok" and not any(scenario.at):
        wanted = {"nothing": [FIRST], "change": [SECOND], "drop": [], "panic": [FIRST]}
        if end.posts != wanted[scenario.then]:
            return f"undisturbed, and out is {end.posts}"
    return None


def scenarios(
    folder: Path, *, share: float, pairs: bool, seed: int
) -> Iterator[tuple[Scenario, End]]:
    """Play every scenario, or a share of them; the steps that were taken least come first.

    A share below 0.01 has each fault and each doing on one kind only.
    """
    rng = random.Random(seed)
    taken: Counter[str] = Counter()
    cells = list(itertools.product(KINDS, FAULTS, THEN))
    if share < 0.01:
        kinds = itertools.cycle(KINDS)
        cells = [(next(kinds), *both) for both in itertools.product(FAULTS, THEN)]
    for kind, fault, then in cells:
        bare = Scenario(kind, fault, then, ())
        end = play(folder, bare)
        yield bare, end
        names = list(enumerate(end.steps[0], start=1))
        if share < 1:
            names.sort(key=lambda one: (taken[one[1]], rng.random()))
            names = names[: max(1, round(share * len(names)))]
        for at, name in names:
            taken[name] += 1
            second = (rng.randrange(1, 40),) if pairs else ()
            one = Scenario(kind, fault, then, (at, *second))
            yield one, play(folder, one)


def run(
    *, share: float, pairs: bool = False, control: bool = False, seed: int = 1
) -> dict[str, Any]:
    """Play scenarios; returns the summary. The control ends once it has shown what it has to."""
    logging.disable(logging.CRITICAL)
    ends: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    violations = played = kills = doubles = 0
    shm = Path("/dev/shm")
    place = shm if os.access(shm, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="cmapp-p1-", dir=place) as name, ExitStack() as stack:
        folder = Path(name)
        if control:
            stack.enter_context(naive())
        for scenario, end in scenarios(folder, share=share, pairs=pairs, seed=seed):
            played += 1
            kills += end.kills
            ends.update(f"{state}/{len(end.posts)}" for _, state, _ in end.rows)
            seen.update(one[-1] for one, _ in zip(end.steps, scenario.at, strict=False) if one)
            if fault := wrong(scenario, end):
                violations += 1
                told = {**asdict(scenario), "wrong": fault, "rows": end.rows}
                print(json.dumps(told), flush=True)
                doubles += len(end.posts) > 1
            if control and doubles >= SHOWN:
                break
    return {
        "scenarios": played,
        "kills": kills,
        "violations": violations,
        "duplicates": doubles,
        "ends": dict(ends),
        "steps": sorted(seen),
    }


def main() -> int:
    """Play what the arguments say."""
    armed()
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--share", type=float, default=1.0)
    parser.add_argument("--pairs", action="store_true")
    parser.add_argument("--naive", action="store_true")
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    summary = run(share=given.share, pairs=given.pairs, control=given.naive, seed=given.seed)
    print(json.dumps(summary))
    return 1 if summary["violations"] else 0


if __name__ == "__main__":
    sys.exit(main())
