"""The panic switch under fire: from the moment that it has answered, nothing begins to leave.

    python -m tests.fire.panic --quick
    python -m tests.fire.panic --full --seed 7
    python -m tests.fire.panic --quick --control       the switch is not looked at: must fail

The lives of `tests/e2e/leaving.py` (drafts, threads, plans, faults, kills, set clocks, accounts
that come and go) with the switch thrown far more often: between any two doings, and in the middle
of a lane, right behind any of its writes, as a person in another thread does. Whatever is then
asked of the platform but to give back what its scheduler holds is a violation; so is what the
scheduler goes on holding once the lanes have been round (CR-09). Prints one line of JSON.
"""

from __future__ import annotations

import argparse
import json
import logging
import random
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from cmapp.domain.actions import Unschedule
from cmapp.platforms.demo import Demo
from cmapp.services import sending
from cmapp.store import problems
from cmapp.store.database import Store
from cmapp.system import clock as system_clock
from cmapp.system.network import process as network
from tests.e2e import leaving
from tests.e2e.leaving import Life

QUICK, FULL = 25, 300
TWICE = 6
"""How many times as often as in other lives somebody throws the switch, or lets go of it."""


@contextmanager
def watched(tally: Counter[str], *, control: bool) -> Iterator[None]:
    """Throw the switch in the middle of lanes, and see what leaves while it is on."""
    real = leaving.watched
    throws: set[int] = set()

    @contextmanager
    def watch(life: Life) -> Iterator[None]:
        dice = random.Random(life.dice.random())
        with real(life), ExitStack() as stack:
            write, perform = Store.write, Demo.perform

            def thrown(store: Store, fn: Callable[[Any], Any]) -> Any:
                done = write(store, fn)
                # the engine that is just being opened again has nobody to throw it yet
                ours = store is life.stage.engine.desk.store
                if throws and ours and not store.writing and dice.random() < 0.3:
                    throws.clear()
                    tally["thrown in a lane"] += 1
                    life.note("panic, in the middle of a lane")
                    life.stage.call("outbox.pause", pull=True)
                return done

            def seen(link: Demo, action: Any, key: str, *rest: Any) -> Any:
                on = life.read(lambda db: problems.switch(db, "panic")) is not None
                tally["asked while on" if on else "asked while off"] += 1
                if on and not isinstance(action, Unschedule):
                    life.violates(f"panic is on and this leaves: {action}")
                return perform(link, action, key, *rest)

            stack.enter_context(patch.object(Store, "write", thrown))
            stack.enter_context(patch.object(Demo, "perform", seen))
            if control:
                shut = lambda desk: network.closed  # noqa: E731
                stack.enter_context(patch.object(sending, "paused", shut))
            yield

    lanes = Life.lanes

    def throwing(life: Life) -> None:
        if not life.quiet and life.dice.random() < 0.8:
            throws.add(life.made)
        try:
            lanes(life)
        finally:
            throws.clear()

    weights = tuple(
        (one, weight * TWICE if one is leaving.panic else weight) for one, weight in leaving.DOINGS
    )
    with ExitStack() as stack:
        stack.enter_context(patch.object(leaving, "watched", watch))
        stack.enter_context(patch.object(leaving, "DOINGS", weights))
        stack.enter_context(patch.object(Life, "lanes", throwing))
        stack.enter_context(patch.object(leaving, "_still", _still))
        stack.enter_context(patch.object(leaving, "_end", _end))
        yield


_real_still, _real_end = leaving._still, leaving._end


def _still(life: Life) -> None:
    life.quiet = True  # the looking at it is not disturbed
    _real_still(life)


def _end(life: Life) -> None:
    life.do("outbox.resume")
    _real_end(life)


def run(seeds: range, *, control: bool = False, tell: bool = False) -> dict[str, Any]:
    """Live lives with the switch in them; returns what became of them."""
    logging.disable(logging.CRITICAL)
    began = system_clock.monotonic()
    tally: Counter[str] = Counter()
    wrong: list[str] = []
    kills = 0
    for seed in seeds:
        folder = Path(tempfile.mkdtemp(prefix="panic"))
        try:
            with watched(tally, control=control):
                life = leaving.live(seed, folder, tell=tell)
            kills += life.kills
            wrong += [f"seed {seed}: {said}" for said in life.wrong]
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    logging.disable(logging.NOTSET)
    return {
        "promise": "CR-09", "runs": len(seeds), "violations": len(wrong), "control": control,
        "seed": seeds.start, "kills": kills, **{k.replace(" ", "_"): n for k, n in tally.items()},
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
    said.add_argument("--tell", action="store_true")
    asked = said.parse_args()
    runs = asked.runs or (FULL if asked.full else QUICK)
    found = run(range(asked.seed, asked.seed + runs), control=asked.control, tell=asked.tell)
    print(json.dumps(found, ensure_ascii=False))
    return int(found["violations"] > 0)


if __name__ == "__main__":
    sys.exit(main())
