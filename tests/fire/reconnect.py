"""Thirty days offline, then thousands of changes at once: nothing lost, each once (P13).

    python -m tests.fire.reconnect --quick
    python -m tests.fire.reconnect --full              5,000 changes
    python -m tests.fire.reconnect --quick --control   a page's cursor is kept before its records

A demo network goes on for thirty days while we are in flight with answers queued: people comment,
write in private, edit, delete, like, follow. The landing is cut short a few times (the engine
starts anew between two pages). Then what is stored is held against the network, entry by entry:
what it shows of us is there once, as it reads now; what is gone there is marked so; the answers
of thirty days ago left once where their question stands as it stood, and are asked about where it
does not. How long it takes is T11 of `python -m tests.bench`. Prints one line of JSON.
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
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from unittest.mock import patch

from cmapp.services import syncing, upstream
from cmapp.store import cursors
from cmapp.store.database import Store
from cmapp.system import clock as system_clock
from tests.support.clock import HandClock
from tests.support.stage import ANA, CHEN, US, Stage, time_is

DAY = 86_400
QUICK, FULL = 250, 5_000
WHO = (ANA, CHEN, "noor", "ivo", "mei.lin")


class Cut(BaseException):
    """The engine died here."""


def changes(
    stage: Stage, clock: HandClock, dice: random.Random, count: int, spared: set[str]
) -> Counter[str]:
    """Let `count` things happen on the network in thirty days; returns how many of each kind."""
    world, done = stage.world, Counter[str]()
    ours = [p.id for p in world.posts() if p.parent is None and p.author == _us(stage)]
    theirs = [p.id for p in world.posts() if p.author != _us(stage)]
    gone: set[str] = set()
    kinds = ("comment",) * 60 + ("message",) * 6 + ("edit",) * 12 + ("delete",) * 8
    for _ in range(count):
        clock.move(30 * DAY / count)
        kind = dice.choice((*kinds, *("like",) * 10, *("follow",) * 4))
        done[kind] += 1
        one = dice.choice(theirs)
        match kind:
            case "comment":
                text = f"c{len(theirs)} {dice.random()}"
                theirs.append(world.say(dice.choice(WHO), text, parent=dice.choice(ours)))
            case "message":
                theirs.append(world.say(dice.choice(WHO), f"m {dice.random()}", to=US))
            case "edit" | "delete" if one in spared:
                continue
            case "edit" if one not in gone:
                world.edit(one, f"edited {dice.random()}")
            case "delete" if one not in gone:
                world.delete(one)
                gone.add(one)
            case "like":
                world.react(dice.choice(WHO), dice.choice(ours))
            case "follow":
                world.follow(dice.choice(WHO), US)
    return done


def _us(stage: Stage) -> str:
    return next(p.id for p in stage.world.people() if p.handle.lstrip("@") == US)


def away(stage: Stage, clock: HandClock, dice: random.Random, count: int) -> dict[str, str]:
    """Queue answers, be away for thirty days; returns row → what is to become of it."""
    for n in range(4):
        stage.world.say(US, f"New bread {n}.")
    asked = [stage.asked(f"Question {n}?") for n in range(4)]
    stage.call("flight.start")
    rows = [stage.reply(item, f"Answer {n}.") for n, item in enumerate(asked)]
    remotes = [stage.remote(item) for item in asked]
    done = changes(stage, clock, dice, count, set(remotes))
    stage.world.delete(remotes[0])
    stage.world.edit(remotes[1], "Question 1, and another one?")
    stage.world.say(ANA, "Are you still there?", parent=remotes[2])
    stage.world.edit(remotes[3], "Question 3?")
    logging.info("%s", done)
    return dict(zip(rows, ("parent_deleted", "parent_edited", "author_again", "any"), strict=True))


def land(stage: Stage, dice: random.Random, *, cuts: int) -> int:
    """Land, killed between two writes a few times; returns how often."""
    real, left, died = Store.write, [0], 0

    def dying(store: Store, fn: Any) -> Any:
        if store.writing or left[0] <= 0:
            return real(store, fn)
        left[0] -= 1
        if left[0] == 0 and dice.random() < 0.5:
            raise Cut
        done = real(store, fn)
        if left[0] == 0:
            raise Cut
        return done

    with patch.object(Store, "write", dying):
        for _ in range(cuts):
            left[0] = dice.randrange(2, 20)
            try:
                stage.call("flight.end")
                stage.call("sync")
            except Cut:
                died += 1
            left[0] = 0
            stage.restart()
    stage.call("flight.end")
    for _ in range(3):
        stage.call("sync")
        stage.send()
    return died


def look_at_all(stage: Stage, clock: HandClock) -> None:
    """Let the days pass in which all that was read is looked at again."""
    for _ in range(2):
        clock.move(DAY + 60)
        stage.call("sync")
        desk = stage.engine.desk
        for account in desk.accounts():
            while upstream.look_again(desk, account, desk.links.to(account)).asked:
                pass


def judge(stage: Stage, expected: dict[str, str]) -> tuple[list[str], int]:
    """Hold what is stored against the network; returns what is wrong, and how much was held."""
    wrong: list[str] = []
    us, entries = _us(stage), stage.world.posts()
    mine = {e.id for e in entries if e.author == us}

    def read(db: Any) -> tuple[dict[str, Any], Counter[str]]:
        posts = {r["remote_id"]: r for r in db.execute("SELECT * FROM posts")}
        kept = db.execute(
            """SELECT p.remote_id FROM interactions i JOIN posts p ON p.id = i.post_id
               WHERE i.kind NOT IN ('reaction', 'repost', 'follow')"""
        )
        return posts, Counter(r[0] for r in kept)

    posts, items = stage.engine.desk.store.read(read)
    for entry in entries:
        there = posts.get(entry.id)
        to_us = entry.author != us and (entry.parent in mine or us in entry.to)
        if entry.deleted_at is not None:
            if there is not None and there["deleted_at"] is None:
                wrong.append(f"deleted there, and not here: {entry.id}")
            continue
        if to_us and there is None:
            wrong.append(f"lost: {entry.id} {entry.text!r}")
        if there is not None and (there["text"] != entry.text or there["deleted_at"] is not None):
            wrong.append(f"reads otherwise: {entry.id} {entry.text!r}, here {there['text']!r}")
        if to_us and items[entry.id] != 1:
            wrong.append(f"{items[entry.id]} times in the inbox: {entry.id}")
    rows = {r["id"]: r for r in stage.call("outbox.list")["rows"]}
    said = Counter(e.text for e in entries if e.author == us)
    for row, reason in expected.items():
        one = rows[row]
        if reason == "any":  # its question reads as it did, though it was touched
            if one["state"] not in ("sent", "review") or said[one["text"]] > 1:
                wrong.append(f"{one['text']}: {one['state']}, out {said[one['text']]} times")
        elif (one["state"], one["reason"]) != ("review", reason) or said[one["text"]]:
            wrong.append(f"{one['text']}: {one['state']} {one['reason']} instead of {reason}")
    return wrong, len(entries)


def _early(tx: Any, account_id: str, stream: Any, cursor: Any, **more: Any) -> None:
    """Keep no place at all but the newest: as if the cursor were kept before its records."""
    head = {k: v for k, v in (cursor or {}).items() if k != "gap"}
    _put(tx, account_id, stream, head or None, **more)


_put = cursors.put


def run(seeds: range, *, count: int, control: bool = False) -> dict[str, Any]:
    """Be away and come back, for each seed; returns what became of it."""
    logging.disable(logging.CRITICAL)
    began = system_clock.monotonic()
    wrong: list[str] = []
    entries = cuts = 0
    for seed in seeds:
        folder = Path(tempfile.mkdtemp(prefix="reconnect"))
        dice, clock = random.Random(seed), HandClock(runs=True)
        try:
            with time_is(clock), ExitStack() as stack:
                stage = Stage(folder, accounts=1, page=8)
                stack.callback(Stage.close, stage)
                stage.call("settings.set", undo_seconds=0)
                expected = away(stage, clock, dice, count)
                if control:
                    stack.enter_context(patch.object(syncing.cursors, "put", _early))
                cuts += land(stage, dice, cuts=6)
                look_at_all(stage, clock)
                found, seen = judge(stage, expected)
                entries += seen
                wrong += [f"seed {seed}: {said}" for said in found]
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    logging.disable(logging.NOTSET)
    return {
        "promise": "P13", "runs": len(seeds), "changes": count * len(seeds),
        "violations": len(wrong), "control": control, "seed": seeds.start, "cuts": cuts,
        "entries": entries, "seconds": round(system_clock.monotonic() - began, 1),
        "wrong": wrong[:20],
    }  # fmt: skip


def main() -> int:
    """Run as a program."""
    said = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    said.add_argument("--quick", action="store_true")
    said.add_argument("--full", action="store_true")
    said.add_argument("--seed", type=int, default=0)
    said.add_argument("--runs", type=int)
    said.add_argument("--changes", type=int)
    said.add_argument("--control", action="store_true")
    asked = said.parse_args()
    count = asked.changes or (FULL if asked.full else QUICK)
    runs = asked.runs or (4 if asked.full else 2)
    found = run(range(asked.seed, asked.seed + runs), count=count, control=asked.control)
    print(json.dumps(found, ensure_ascii=False))
    return int(found["violations"] > 0)


if __name__ == "__main__":
    sys.exit(main())
