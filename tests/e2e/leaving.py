"""Posts leave in any order of doings, faults, kills and set clocks; see what became of each.

    python -m tests.e2e.leaving --seeds 500            from seed 0
    python -m tests.e2e.leaving --seed 17 --tell       one of them, step by step
    python -m tests.e2e.leaving --seeds 200 --naive    a control that sends again with a new key

A seed makes one life of a profile on a demo network of its own: two accounts, drafts with threads
and first comments, plans set, moved and cleared, posts queued and taken back, the panic switch,
flights, accounts that rest or are removed, faults of the network, a local clock that is set, and
an engine that dies around any write. At the end everything is let go of, a person decides on what
is in doubt by what is really there, and then every promise is looked at (P1, P2, P12, CA-04).
Prints one line per violation and a summary; exits 1 on a violation.
"""

from __future__ import annotations

import argparse
import logging
import random
import re
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

from cmapp.domain.actions import Publish, Reply
from cmapp.domain.errors import Trouble
from cmapp.platforms.demo import Demo, Network
from cmapp.platforms.demo.state import Entry
from cmapp.services import sending
from cmapp.store import drafts, held_there, outbox, problems
from cmapp.store.database import Store
from tests.fire.sending import naive
from tests.support.clock import HandClock
from tests.support.stage import COLLEAGUE, US, Stage, time_is

HOUR = 3_600_000
MARK = re.compile(r"d(\d+)\.v(\d+)\.(p\d|c)")
LIVE = ("ready", "sending", "scheduled", "uncertain")
ON_WRITES = (
    "apply_drop", "apply_error", "drop_before", "server_error", "garbled", "offline", "throttle",
    "late",
)  # fmt: skip


class Killed(BaseException):
    """The engine died here."""


@dataclass(slots=True)
class Life:
    """One profile, what a person did with it, and what was seen meanwhile."""

    stage: Stage
    clock: HandClock
    dice: random.Random
    tell: bool = False
    kill_in: int = 0
    quiet: bool = False
    texts: dict[str, list[str]] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    queued: set[str] = field(default_factory=set)
    undo: list[dict[str, Any]] = field(default_factory=list)
    dead: set[str] = field(default_factory=set)
    wrong: list[str] = field(default_factory=list)
    log: list[str] = field(default_factory=list)
    versions: int = 0
    made: int = 0
    kills: int = 0

    # --- what is there ---------------------------------------------------------------------------

    def read(self, look: Callable[[Any], Any]) -> Any:
        return self.stage.engine.desk.store.read(look)

    def rows(self) -> list[outbox.Deed]:
        return list(self.read(lambda db: outbox.every(db)))

    def entries(self) -> list[Entry]:
        return [e for e in self.stage.world.posts() if MARK.search(e.text)]

    def to_come(self) -> set[str]:
        """Return the keys of what the network holds, or will do later by itself."""
        with self.stage.world.opened() as state:
            held = {h.request.get("key") for h in state.held.values()}
            return held | {r.get("key") for _, r in state.later.values()}

    def fault_free(self) -> None:
        self.stage.world.clear_faults()

    def violates(self, said: str) -> None:
        self.wrong.append(said)
        self.note(f"VIOLATION {said}")

    def note(self, said: str) -> None:
        at = datetime.fromtimestamp(self.clock.now() / 1000, UTC).strftime("%d %H:%M:%S")
        self.log.append(f"{at} {said}")
        if self.tell:
            print(self.log[-1], file=sys.stderr)

    # --- what happens ----------------------------------------------------------------------------

    def do(self, command: str, **args: Any) -> dict[str, Any] | None:
        """Run a command as a person does; one that is refused changes nothing."""
        try:
            found = self.stage.call(command, **args)
        except Trouble as no:
            self.note(f"{command} {args} refused: {no} {dict(no.facts)}")
            return None
        except Killed:
            self.note(f"{command} {args}: killed")
            self.reborn()
            return None
        self.note(f"{command} {args}")
        if found.get("undo"):
            self.undo.append(found["undo"])
        return found

    def reborn(self) -> None:
        self.kills += 1
        self.kill_in = 0
        self.stage.restart()

    def story(self) -> str:
        """Return what the rows and the network are at the end, to find out why."""
        rows = [
            f"{r.id} draft {r.draft_id} {r.account_id} part {r.part} {r.state} {r.reason} recall"
            f" {r.recall} ref {r.server_ref} after {r.after_id} for {r.replaces_id}"
            f" {r.error_code} {r.remote_id} {getattr(r.action, 'text', '')!r}"
            for r in reversed(self.rows())
        ]
        return "\n".join([*rows, *(f"{e.id} {e.author} {e.text!r} <- {e.parent}"
                                   for e in self.entries())])  # fmt: skip

    def lanes(self) -> None:
        """Let every lane do what is due, as the running engine does."""
        engine = self.stage.engine
        for account in engine.desk.accounts():
            shut = engine.desk.network.closed is not None
            if shut or self.read(lambda db: problems.switch(db, "flight")):
                return
            try:
                engine._lane(account)
            except Killed:
                self.note("killed in a lane")
                self.reborn()
                engine = self.stage.engine
        self.watch()

    def watch(self) -> None:
        """Remember which rows are certainly gone: cancelled, and nothing of them is anywhere."""
        there = self.to_come() | {e.key for e in self.stage.world.posts()}
        for row in self.rows():
            sure = row.state == "cancelled" and row.reason != "unresolved"  # its account may return
            if sure and row.kind in ("publish", "reply"):
                if row.key not in there:
                    self.dead.add(row.key)

    def remember(self) -> None:
        """Remember the newest words of each draft, also where a version was brought back."""
        for draft in self.read(lambda db: drafts.every(db)):
            known = self.texts.get(str(draft.id))
            if known is not None and known[-1] != draft.text:
                known.append(draft.text)

    def follow(self, seconds: float, *, most: int = 40) -> None:
        """Let time pass, the lanes awake at each moment that something is due."""
        until = self.clock.now() + int(seconds * 1000)
        for _ in range(most):
            self.lanes()
            now = self.clock.now()
            if now >= until:
                return
            desk = self.stage.engine.desk
            dues = [sending.next_due(desk, a) for a in desk.accounts()]
            dues += [self.read(lambda db, a=a: held_there.next_recall(db, a.id))
                     for a in desk.accounts()]  # fmt: skip
            soon = [max(d, now + 1000) for d in dues if d is not None and d < until]
            self.clock.move((min([until, *soon]) - now) / 1000)
        self.clock.move(max(0, until - self.clock.now()) / 1000)
        self.lanes()


def wall(at: int) -> str:
    """Return a moment as the office's clock shows it."""
    return datetime.fromtimestamp(at / 1000, UTC).strftime("%Y-%m-%dT%H:%M:%S")


# --- the doings ---------------------------------------------------------------------------------


def _written(life: Life, name: int) -> dict[str, Any]:
    """Return a new wording of a draft: one post or a thread, with a first comment or not."""
    life.versions += 1
    parts = life.dice.choice((1, 1, 1, 2, 3))
    words = "\n---\n".join(f"d{name}.v{life.versions}.p{n} tea" for n in range(parts))
    comment = f"d{name}.v{life.versions}.c tea" if life.dice.random() < 0.2 else None
    return {"text": words, "options": {"first_comment": comment, "split": parts > 1 or None}}


def write(life: Life) -> None:
    life.made += 1
    name = life.made
    given = _written(life, name)
    there = [a.id for a in life.stage.engine.desk.accounts()]
    ways = there if life.dice.random() < 0.4 else life.dice.sample(there, min(1, len(there)))
    variants = [{"account": a, "text": None} for a in ways]
    found = life.do("drafts.save", **given, variants=variants)
    if found is not None:
        number = found["drafts"][0]["id"]
        life.texts[number], life.names[number] = [given["text"]], name


def rewrite(life: Life) -> None:
    number = life.dice.choice(list(life.texts))
    given = _written(life, life.names[number])
    if not life.read(lambda db: drafts.by_id(db, int(number))):
        return
    autosave = life.dice.random() < 0.2
    found = life.do("drafts.save", id=number, merge=autosave, **given)
    if found is not None:
        life.texts[number].append(given["text"])


def queue(life: Life) -> None:
    number = life.dice.choice(list(life.texts))
    more: dict[str, Any] = {"undo_delay": True} if life.dice.random() < 0.3 else {}
    if life.do("post.queue", draft=number, now=life.dice.random() < 0.5, **more) is not None:
        life.queued.add(number)


def plan(life: Life) -> None:
    number = life.dice.choice(list(life.texts))
    ahead = life.dice.choice((90, 600, 1500, 3600, 7200, 26 * 3600)) * 1000
    found = life.do("plan.set", draft=number, at=wall(life.clock.now() + ahead), zone="UTC")
    if found is not None:
        life.queued.add(number)


def move(life: Life) -> None:
    number = life.dice.choice(list(life.texts))
    ahead = life.dice.choice((90, 600, 3600, 7200)) * 1000
    life.do("plan.move", draft=number, at=wall(life.clock.now() + ahead))


def clear(life: Life) -> None:
    life.do("plan.clear", draft=life.dice.choice(list(life.texts)))


def unqueue(life: Life) -> None:
    life.do("post.unqueue", draft=life.dice.choice(list(life.texts)))


def undo(life: Life) -> None:
    if life.undo:
        one = life.undo.pop(life.dice.randrange(max(0, len(life.undo) - 3), len(life.undo)))
        life.do(one["command"], **one["args"])


def cancel(life: Life) -> None:
    rows = [r for r in life.rows() if r.state in (*LIVE, "rejected")]
    if rows:
        life.do("outbox.cancel", id=str(life.dice.choice(rows).id))


def decide(life: Life) -> None:
    """A person looks at the network and says what is so."""
    for row in life.rows():
        if row.state != "review" or row.kind not in ("publish", "reply"):
            continue
        life.do("outbox.resolve", id=str(row.id), verdict=_truth(life, row))
        return


def _truth(life: Life, row: outbox.Deed) -> str:
    if row.key in life.to_come():
        return "look"
    if row.reason == "out_already":
        return "drop"
    if any(_is(e, row) for e in life.entries()) and row.reason == "unresolved":
        return "sent"
    return life.dice.choice(("send", "drop"))


def _is(entry: Entry, row: outbox.Deed) -> bool:
    action = row.action
    return isinstance(action, Publish | Reply) and (
        entry.text == action.text if entry.key is None else entry.key == row.key
    )


def drop(life: Life) -> None:
    number = life.dice.choice(list(life.texts))
    there = life.read(lambda db: drafts.by_id(db, int(number))) is not None
    found = life.do("drafts.delete", id=number)
    if found is not None and life.dice.random() < 0.7:
        life.do(found["undo"]["command"], **found["undo"]["args"])
        life.undo.remove(found["undo"])
    elif found is not None:
        life.undo.remove(found["undo"])
    if there and not life.read(lambda db: drafts.by_id(db, int(number))):
        life.texts.pop(number)  # it was deleted, perhaps in the last moment


def restore(life: Life) -> None:
    number = life.dice.choice(list(life.texts))
    versions = life.do("drafts.history", id=number)
    if versions and versions["versions"]:
        life.do("drafts.restore", id=number, n=life.dice.choice(versions["versions"])["n"])


def panic(life: Life) -> None:
    on = life.read(lambda db: problems.switch(db, "panic")) is not None
    life.do("outbox.resume" if on else "outbox.pause", **({} if on else {"pull": True}))


def flight(life: Life) -> None:
    on = life.read(lambda db: problems.switch(db, "flight")) is not None
    life.do("flight.end" if on else "flight.start")


def rest(life: Life) -> None:
    one = life.dice.choice(life.stage.engine.desk.accounts() or [None])
    if one is not None:
        life.do("accounts.pause", id=one.id, paused=one.state != "paused")


def remove(life: Life) -> None:
    """An account goes, and is connected again by and by."""
    there = life.stage.engine.desk.accounts()
    if len(there) == 2 and life.dice.random() < 0.3:
        life.do("accounts.remove", id=life.dice.choice(there).id)
    elif len(there) < 2:
        connect(life)


def connect(life: Life) -> None:
    for handle in (US, COLLEAGUE):
        life.do("accounts.add", platform="demo", way="demo", answers={"handle": handle})


def jump(life: Life) -> None:
    """Somebody sets this machine's clock."""
    seconds = life.dice.choice((-7200, -1800, -200, 200, 1800, 7200))
    life.note(f"clock set by {seconds} s")
    life.clock.set(seconds)


def fault(life: Life) -> None:
    kind = life.dice.choice((*ON_WRITES, "hidden", "at_once", "refuse", "read"))
    on = life.dice.choice(("create", "create", "unschedule"))
    seconds = 50.0 if kind in ("late", "hidden") else 300.0 if kind == "throttle" else 0.0
    if kind == "read":
        kind, on = life.dice.choice(("offline", "server_error")), life.dice.choice(("find", "held"))
    elif kind in ("hidden", "at_once", "refuse"):
        on = "create"
    life.note(f"fault {kind} on {on}")
    life.stage.world.fault(kind, on=on, seconds=seconds)


def die(life: Life) -> None:
    life.kill_in = life.dice.randrange(1, 9)
    life.note(f"to die at write {life.kill_in}")


def die_now(life: Life) -> None:
    life.note("restart")
    life.reborn()


def pause(life: Life) -> None:
    life.follow(life.dice.choice((1, 20, 120, 1200, 4000, 8000, 90_000)))


def asleep(life: Life) -> None:
    seconds = life.dice.choice((300, 2000, 7300, 100_000))
    life.note(f"asleep for {seconds} s")
    life.clock.sleep(seconds)


DOINGS: tuple[tuple[Callable[[Life], None], int], ...] = (
    (write, 5), (rewrite, 7), (queue, 6), (plan, 9), (move, 4), (clear, 1), (unqueue, 2),
    (undo, 3), (cancel, 2), (decide, 3), (drop, 2), (restore, 2), (panic, 2), (flight, 2),
    (rest, 2), (remove, 2), (jump, 1), (fault, 9), (die, 5), (die_now, 1), (pause, 16),
    (asleep, 2),
)  # fmt: skip


# --- one life, and the looking at it --------------------------------------------------------------


@contextmanager
def watched(life: Life) -> Iterator[None]:
    """Let the engine die where it is to, and see that nothing leaves while nothing may."""
    real_write, real_perform = Store.write, Demo.perform
    shut = Network.now.fget

    def dying(store: Store, fn: Callable[[Any], Any]) -> Any:
        if store.writing or life.kill_in <= 0:
            return real_write(store, fn)
        life.kill_in -= 1
        if life.kill_in == 0 and life.dice.random() < 0.5:
            raise Killed
        done = real_write(store, fn)
        if life.kill_in == 0:
            raise Killed
        return done

    def seen(link: Demo, action: Any, key: str, *rest: Any) -> Any:
        if isinstance(action, Publish | Reply):
            for name in ("panic", "flight"):
                if life.read(lambda db, n=name: problems.switch(db, n)) is not None:
                    life.violates(f"{name} is on and this leaves: {action.text!r}")
        return real_perform(link, action, key, *rest)

    with ExitStack() as stack:
        stack.enter_context(patch.object(Store, "write", dying))
        stack.enter_context(patch.object(Demo, "perform", seen))
        assert shut is not None
        theirs = property(lambda world: shut(world) - life.clock._set)
        stack.enter_context(patch.object(Network, "now", theirs))
        yield


def live(seed: int, folder: Path, *, steps: int = 45, tell: bool = False) -> Life:
    """Live one life to its end and look at what is left; `wrong` says what is not as promised."""
    dice = random.Random(seed)
    clock = HandClock(runs=True)
    with time_is(clock):
        options = {"keys": dice.choice(("honoured", "honoured", "none"))}
        stage = Stage(folder, **options)
        life = Life(stage, clock, dice, tell=tell)
        life.note(f"seed {seed} {options}")
        try:
            with watched(life):
                stage.call("settings.set", sync_minutes=1440)
                write(life)
                kinds, weights = zip(*DOINGS, strict=True)
                for _ in range(steps):
                    if not life.texts:
                        write(life)
                    else:
                        dice.choices(kinds, weights)[0](life)
                    life.remember()
                _still(life)
                _end(life)
                _judge(life)
                if tell:
                    print(life.story(), file=sys.stderr)
        finally:
            life.stage.close()
    return life


def _still(life: Life) -> None:
    """Under the panic switch, with a network and no faults, servers hold nothing of ours."""
    life.kill_in = 0
    life.fault_free()
    life.do("outbox.resume")
    if life.read(lambda db: problems.switch(db, "flight")) is not None:
        life.do("flight.end")
    life.do("outbox.pause")
    life.follow(1200)
    near = life.clock.now() - life.clock._set + HOUR
    ours = {a.handle.lstrip("@") for a in life.stage.engine.desk.accounts()}
    for one in life.stage.world.held():
        if one.at > near and len(ours) == 2:
            life.violates(f"panic is on and the server goes on holding {one.request['text']!r}")
    life.do("outbox.resume")


def _end(life: Life) -> None:
    """Let go of everything, and let weeks pass."""
    connect(life)
    for one in life.stage.engine.desk.accounts():
        if one.state == "paused":
            life.do("accounts.pause", id=one.id, paused=False)
    for _ in range(6):
        life.follow(6 * 24 * 3600, most=120)
        asked = [r for r in life.rows() if r.state == "review"]
        if not asked and not any(r.state in LIVE for r in life.rows()):
            break
        for row in asked:
            fresh = life.read(lambda db, n=row.id: outbox.by_id(db, n))
            if fresh is not None and fresh.state == "review":
                verdict = _truth(life, fresh)
                life.do("outbox.resolve", id=str(row.id), verdict=verdict)


def _judge(life: Life) -> None:
    rows, entries = life.rows(), life.entries()
    accounts = {a.handle.lstrip("@"): a.id for a in life.stage.engine.desk.accounts()}
    people = {p.id: accounts.get(p.handle.lstrip("@"), p.handle) for p in life.stage.world.people()}
    _once(life, entries, people)
    _threads(life, entries)
    by_remote = {r.remote_id: r for r in rows if r.remote_id}
    for entry in entries:
        if entry.key in life.dead:
            life.violates(f"taken back for certain, and out: {entry.text!r}")
        row = by_remote.get(entry.id)
        told = row is not None and row.state == "sent"
        if not told and not any(r.notes == ["said_by_person"] and _is(entry, r) for r in rows):
            life.violates(f"out, and no row says so: {entry.text!r} {entry.id}")
    for row in rows:
        if row.state in (*LIVE, "review"):
            life.violates(
                f"row {row.id} never settles: {row.state} {row.reason} {row.recall}"
                f" {row.error_code} after {row.after_id} for {row.replaces_id}"
            )
    _kept(life, rows)


def _once(life: Life, entries: list[Entry], people: dict[str, str]) -> None:
    seen: Counter[tuple[str, str, str]] = Counter()
    for entry in entries:
        found = MARK.search(entry.text)
        assert found is not None
        seen[found[1], found[3], people[entry.author]] += 1
    for (name, part, who), count in seen.items():
        if count > 1:
            texts = [e.text for e in entries if re.search(rf"\bd{name}\.v\d+\.{part}", e.text)]
            life.violates(f"{count} times from {who}: {texts}")


def _threads(life: Life, entries: list[Entry]) -> None:
    by_id = {e.id: e for e in entries}
    for entry in entries:
        found = MARK.search(entry.text)
        assert found is not None
        if found[3] == "p0":
            if entry.parent is not None:
                life.violates(f"a first part answers something: {entry.text!r}")
            continue
        above = by_id.get(entry.parent or "")
        mark = above and MARK.search(above.text)
        if above is None or mark is None:
            life.violates(f"{entry.text!r} answers {entry.parent}, which is none of ours")
        elif mark[1] != found[1] or above.author != entry.author or above.at > entry.at:
            life.violates(f"{entry.text!r} answers {above.text!r}")
        elif found[3] != "c" and not mark[3] < found[3]:
            life.violates(f"{entry.text!r} comes after {above.text!r}")


def _kept(life: Life, rows: list[outbox.Deed]) -> None:
    """No text is lost, and what was queued stands somewhere as what it is."""
    numbers = [int(n) for n in life.texts]
    states = {str(d.id): d for d in life.read(lambda db: drafts.by_ids(db, numbers))}
    done = [str(r.action.text) for r in rows
            if r.state == "sent" and isinstance(r.action, Publish | Reply)]  # fmt: skip
    for number, texts in life.texts.items():
        draft = states.get(number)
        mine = [r for r in rows if str(r.draft_id) == number]
        if draft is None:
            words = [f"d{n}.v{v}.{p} tea" for n, v, p in MARK.findall(texts[-1])]
            if not all(one in done for one in words):
                life.violates(f"draft {number} is gone, and so is {texts[-1]!r}")
            elif {(r.account_id, r.segment) for r in mine} - {
                (r.account_id, r.segment) for r in mine if r.state == "sent"
            }:
                life.violates(f"draft {number} went though not all accounts have sent it")
        elif draft.state == "queued" and draft.done_at is None:
            life.violates(f"draft {number} is queued, and nothing stands for it")


def run(seeds: range, *, steps: int, tell: bool, control: bool) -> int:
    """Live many lives; returns how many were not as promised."""
    logging.disable(logging.CRITICAL)
    bad = kills = 0
    began = time.time()
    for seed in seeds:
        folder = Path(tempfile.mkdtemp(prefix="leaving"))
        try:
            with ExitStack() as stack:
                if control:
                    stack.enter_context(naive())
                life = live(seed, folder, steps=steps, tell=tell)
            kills += life.kills
            bad += bool(life.wrong)
            for said in life.wrong:
                print(f"seed {seed}: {said}", flush=True)
        except Exception as bug:
            bad += 1
            print(f"seed {seed}: {type(bug).__name__}: {bug}", flush=True)
            if tell:
                raise
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    print(f"{len(seeds)} lives, {kills} kills, {bad} not as promised, {time.time() - began:.0f} s")
    return bad


def main() -> int:
    """Run as a program."""
    said = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    said.add_argument("--seeds", type=int, default=100)
    said.add_argument("--seed", type=int)
    said.add_argument("--first", type=int, default=0)
    said.add_argument("--steps", type=int, default=45)
    said.add_argument("--tell", action="store_true")
    said.add_argument("--naive", action="store_true")
    asked = said.parse_args()
    seeds = range(asked.first, asked.first + asked.seeds)
    if asked.seed is not None:
        seeds = range(asked.seed, asked.seed + 1)
    return int(run(seeds, steps=asked.steps, tell=asked.tell, control=asked.naive) > 0)


if __name__ == "__main__":
    sys.exit(main())
