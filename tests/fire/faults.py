"""Every fault of `breaking.py` on every verb of every connector that speaks to a network (P10).

    python -m tests.fire.faults [--quick | --full] [--seed N] [--workers N]

A run is one verb, one fault, and the request that meets it: the first, the second … or each. It is
a violation where a call ends later than its deadline and a second, raises anything but Trouble, or
tells a write that may have arrived as one that did not, or the other way round; and where the token
stands in a log line (debug included) or in the facts of an error. Deadlines are those of the door
(`wire.Flight`); beside them runs a thread that only sleeps, and by as much as it oversleeps a call
may be later: a busy machine is no violation.

The demo network is a file and the notebook has no network: neither can meet a fault of a wire.
Prints one line of JSON; exits 1 on a violation.
"""

from __future__ import annotations

import argparse
import collections
import contextlib
import json
import logging
import os
import queue
import random
import resource
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

from cmapp.connectors.base import Connector, Pending, Sent
from cmapp.connectors.signin import Browse, Form
from cmapp.domain import actions
from cmapp.domain.actions import Attachment, Target
from cmapp.domain.errors import Trouble, Uncertain
from cmapp.domain.streams import SCOPED, Stream
from cmapp.platforms.bluesky import Bluesky
from cmapp.platforms.mastodon import Mastodon
from cmapp.platforms.mastodon import api as mastodon_api
from cmapp.system import clock, http, log, wire
from cmapp.system.http import Http, Patience
from tests.fire import scripts
from tests.fire.breaking import FAULTS, Asked, Breaking, Fault, mutated
from tests.fire.scripts import BOB, CANARY, OURS, SCRIPTS, THEIRS
from tests.support import media_files

SHORT = Patience(connect=0.4, quiet=0.3, total=0.6)
GRACE = 1.0
"""Seconds that a call may take beyond its deadline."""
MOST_STEPS = 6
TICK = 0.05
_SHARE = 4
"""A call takes some turns after its deadline, and each may come late."""
_TRIES = 3

Verb = Callable[[Connector, Breaking], Any]


@dataclass(frozen=True, slots=True)
class Kind:
    """A verb of a connector, by name; `write` where it changes something that others see."""

    platform: str
    name: str
    run: Verb
    write: bool = False


@dataclass(slots=True)
class Told:
    """What came of one run."""

    verb: str
    fault: str
    at: int | None
    outcome: str = ""
    late: float = 0.0
    wrong: list[str] = field(default_factory=list)


# The verbs.


def _pull(stream: Stream, scope: str) -> Verb:
    return lambda link, _: list(link.pull(stream, scope=scope))


def _perform(action: actions.Action) -> Verb:
    def run(link: Connector, _: Breaking) -> Any:
        progress: Any = None
        for _step in range(MOST_STEPS):
            found = link.perform(action, "key-1", progress)
            if isinstance(found, Sent):
                return found
            progress = found.progress
        return Pending(progress)

    return run


def _find(action: actions.Action) -> Verb:
    return lambda link, _: link.find(action, "key-1", clock.now() - 60_000)


def _download(link: Connector, server: Breaking) -> Any:
    door: Http = link.http if isinstance(link, Mastodon) else link._session._http  # type: ignore[attr-defined]
    return door.download(server.url + "/avatar.png")


def _sign_in(kind: type[Connector], way: str, answers: dict[str, str]) -> Verb:
    def run(_: Connector, server: Breaking) -> Any:
        steps = kind.sign_in(way)
        step = next(steps)
        try:
            while True:
                match step:
                    case Form():
                        step = steps.send({"server": server.url, **answers})
                    case Browse():
                        step = steps.send({"code": "code-" + CANARY})
                    case _:
                        raise AssertionError(step)
        except StopIteration as done:
            return done.value
        finally:
            steps.close()

    return run


def _actions(platform: str) -> list[actions.Action]:
    if platform == "mastodon":
        facts = {"acct": "bob@far.example"}
        target = Target("100", scripts.THEM, "bob@far.example", facts=facts, root="100")
        own = Target("100", scripts.ME, "us")
    else:
        root = {"root": OURS, "root_author": scripts.US, "root_facts": {"cid": "bafyours"}}
        target = Target(THEIRS, BOB, "bob.test", facts={"cid": "bafy", "root_cid": "b"}, **root)
        own = Target(OURS, scripts.US, "us.test")
    picture = Attachment("picture.png", "image/png", "a picture", 40, 30)
    text = "Thank you @bob.test" if platform == "bluesky" else "Thank you"
    made = clock.now()
    every: list[actions.Action] = [
        actions.Publish(text, made_at=made),
        actions.Publish("With a picture", media=(picture,), made_at=made),
        actions.Reply(target, text, made_at=made),
        actions.Delete(own),
        actions.Like(target),
        actions.Unlike(target),
        actions.Repost(target),
        actions.Unrepost(target),
        actions.Mute(target),
        actions.Unmute(target),
        actions.Block(target),
        actions.Unblock(target),
        actions.Report(target, "spam", "note"),
    ]
    if platform == "mastodon":
        later = made + 3_600_000
        every += [actions.Publish("x", at=later), actions.Unschedule("77"), actions.Edit(own, "b")]
    else:
        hidden = Target(scripts.HIDDEN, BOB, "bob.test", **root)
        every += [actions.Hide(target), actions.Unhide(hidden)]
    return every


def verbs(platform: str) -> list[Kind]:
    """Every verb of a connector; `perform` and `find` once per kind of deed."""
    scopes = {"mastodon": ("100", scripts.THEM), "bluesky": (THEIRS, BOB)}[platform]
    scoped = {Stream.THREAD: scopes[0], Stream.PROFILE: scopes[1]}
    streams = [s for s in Stream if not (platform == "bluesky" and s is Stream.MESSAGES)]
    found = [
        Kind(platform, f"pull.{stream}", _pull(stream, scoped.get(stream, "")))
        for stream in streams
        if stream in scoped or stream not in SCOPED
    ]
    seen: Counter[str] = Counter()
    for action in _actions(platform):
        name = actions.NAMES[type(action)]
        seen[name] += 1
        name += f".{seen[name]}" if seen[name] > 1 else ""
        found.append(Kind(platform, f"perform.{name}", _perform(action), write=True))
        found.append(Kind(platform, f"find.{name}", _find(action)))
    found.append(Kind(platform, "refresh", lambda link, _: link.refresh()))
    found.append(Kind(platform, "media", _download))
    if platform == "mastodon":
        found.append(Kind(platform, "held_until", lambda link, _: link.held_until("77")))
        token = {"token": CANARY}
        found.append(Kind(platform, "sign_in.token", _sign_in(Mastodon, "token", token)))
        found.append(Kind(platform, "sign_in.browser", _sign_in(Mastodon, "browser", {})))
    else:
        answers = {"handle": "us.test", "password": CANARY + "-password"}
        found.append(Kind(platform, "sign_in", _sign_in(Bluesky, "app_password", answers)))
    return found


_UNSEEN = (
    "/api/v2/media", "/api/v1/apps", "/oauth/token", "/xrpc/com.atproto.repo.uploadBlob",
    "/xrpc/com.atproto.server.createSession", "/xrpc/com.atproto.server.refreshSession",
)  # fmt: skip


def visible(asked: Asked | None) -> bool:
    """Tell whether a request changes what others can see."""
    return asked is not None and asked.method not in ("", "GET") and asked.path not in _UNSEEN


# What is watched.


class Watch:
    """The flights of the door in this thread, and how late each ended.

    `tick` runs beside: what it oversleeps is how late a thread comes to its turn on this machine.
    """

    def __init__(self) -> None:
        self._here = threading.local()
        self._slept: collections.deque[tuple[float, float]] = collections.deque(maxlen=2_000)

    def tick(self, over: threading.Event) -> None:
        while not over.is_set():
            began = clock.monotonic()
            over.wait(TICK)
            self._slept.append((began, clock.monotonic() - began - TICK))

    def lag(self, since: float) -> float:
        """The longest oversleeping since then, in seconds."""
        return max((lag for began, lag in tuple(self._slept) if began >= since - 1), default=0.0)

    def begin(self) -> None:
        self._here.open, self._here.late = None, 0.0

    def flight(self, door: Http, total: float | None) -> wire.Flight:
        self.end()
        began = clock.monotonic()
        made = _flight(door, SHORT.total if total is not None else None)
        self._here.open = (began, made)
        return made

    def end(self) -> float:
        if getattr(self._here, "open", None) is not None:
            began, _ = self._here.open
            late = clock.monotonic() - began - SHORT.total
            self._here.late = max(getattr(self._here, "late", 0.0), late)
            self._here.open = None
        return float(getattr(self._here, "late", 0.0))


_flight = Http._flight
watch = Watch()


class Lines(logging.Handler):
    """Log lines as the file gets them, kept only where they hold the token."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.setFormatter(log.Redacted())
        self.leaks: list[str] = []
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:
        self.count += 1
        raw = str(record.args)
        if CANARY in self.format(record) or CANARY in raw:
            self.leaks.append(self.format(record))


@contextlib.contextmanager
def watched() -> Iterator[Lines]:
    """Short patience for every door, and an eye on flights and log lines."""
    lines = Lines()
    ours = logging.getLogger("cmapp")
    before = ours.level
    root = logging.getLogger()
    root.addHandler(lines)
    ours.setLevel(logging.DEBUG)
    patience = patch.object(http, "Patience", lambda: SHORT)
    flights = patch.object(Http, "_flight", lambda door, total: watch.flight(door, total))
    with patience, flights, patch.object(mastodon_api, "_UPLOAD_SECONDS", SHORT.total):
        over = threading.Event()
        threading.Thread(target=watch.tick, args=(over,), daemon=True).start()
        try:
            yield lines
        finally:
            over.set()
            root.removeHandler(lines)
            ours.setLevel(before)


def steps_of(kind: Kind, folder: Path) -> int:
    """How many requests the verb makes where nothing breaks. Raises what it then raises."""
    with Breaking(SCRIPTS[kind.platform]) as server:
        server.breaks(None)
        with scripts.connector(kind.platform, server.url, folder) as link:
            kind.run(link, server)
        return len(server.seen)


def run(kind: Kind, fault: Fault, at: int | None, server: Breaking, folder: Path) -> Told:
    """Do the verb once with the fault at its request `at` (None: at each), and judge it."""
    told = Told(f"{kind.platform}.{kind.name}", fault.name, at)
    found: Any = None
    for _ in range(_TRIES):
        server.breaks(fault, at=at)
        watch.begin()
        began = clock.monotonic()
        try:
            with scripts.connector(kind.platform, server.url, folder) as link:
                found = kind.run(link, server)
            told.outcome = type(found).__name__
        except Trouble as trouble:
            found = trouble
            told.outcome = f"{type(trouble).__name__}({trouble.why}) {dict(trouble.facts)}"
        except Exception as bug:
            found = bug
            told.wrong.append(f"raised {type(bug).__name__}: {str(bug)[:100]}")
            break
        finally:
            told.late = watch.end() - _SHARE * watch.lag(began)
        hurried = isinstance(found, Trouble) and found.facts.get("reason") == "timeout"
        if told.late <= GRACE and (fault.slow or not hurried):
            break
    if told.late > GRACE:
        told.wrong.append(f"ended {told.late:.1f} s after its deadline")
    if isinstance(found, Trouble) and CANARY in json.dumps(dict(found.facts), default=repr):
        told.wrong.append("the token stands in the facts of the error")
    if kind.write:
        told.wrong += _judged(found, fault, server)
    server.breaks(None)
    return told


def _judged(found: Any, fault: Fault, server: Breaking) -> list[str]:
    """Whether a write says what may be true of it."""
    hit = [asked for asked in server.hit if visible(asked)]
    arrived = [asked for asked in server.seen if visible(asked)]
    told = fault.write == "any" or None in server.hit  # its bytes may say that it is done already
    if isinstance(found, Sent) and not arrived and not told:
        return ["says that it was done, and nothing was sent"]
    if not hit:
        return []
    if fault.write in ("unknown", "either") and not isinstance(found, Uncertain | Sent | Pending):
        return [f"a write that may have arrived ends as {type(found).__name__}"]
    if fault.write == "unknown" and isinstance(found, Sent):
        return ["says that it was done, and nobody can know"]
    gone = fault.name.startswith(("status_404", "status_410")) and hit[-1].method == "DELETE"
    again = arrived[-1] is not hit[-1]  # a token that had died was renewed, and the deed done then
    if fault.write == "no" and isinstance(found, Sent) and not gone and not again:
        return ["says that it was done, and the server refused"]
    if fault.write == "good" and not isinstance(found, Sent):
        return [f"was done, and ends as {type(found).__name__}"]
    return []


Case = tuple[Kind, Fault, int | None]


def cases(*, full: bool, rng: random.Random, folder: Path, extra: int) -> Iterator[Case]:
    """Yield what to run. A short run takes each verb and each fault, but not each pair."""
    for platform in SCRIPTS:
        kinds = verbs(platform)
        steps = {kind.name: steps_of(kind, folder) for kind in kinds}
        faults = [*FAULTS.values(), *(mutated(rng.randrange(1 << 30)) for _ in range(extra))]
        for number, fault in enumerate(faults):
            if full:
                some = kinds
            else:
                writes = [kind for kind in kinds if kind.write]
                reads = [kind for kind in kinds if not kind.write]
                some = [writes[number % len(writes)], reads[number % len(reads)]]
            for kind in some:
                yield kind, fault, None
                count = steps[kind.name]
                places = range(count) if full and count <= MOST_STEPS else [count - 1]
                if count > 1:
                    yield from ((kind, fault, at) for at in places)


def everything(
    *, full: bool, seed: int, workers: int, extra: int
) -> tuple[list[Told], list[str], int]:
    """Run all cases on some threads: most of the time of a slow one is waiting."""
    done: list[Told] = []
    with tempfile.TemporaryDirectory() as place, watched() as lines:
        folder = Path(place)
        (folder / "media").mkdir()
        (folder / "media" / "picture.png").write_bytes(media_files.picture())
        todo: queue.SimpleQueue[Case | None] = queue.SimpleQueue()
        for case in cases(full=full, rng=random.Random(seed), folder=folder, extra=extra):
            todo.put(case)

        def work() -> None:
            servers = {name: Breaking(script) for name, script in SCRIPTS.items()}
            with contextlib.ExitStack() as stack:
                for server in servers.values():
                    stack.enter_context(server)
                while (case := todo.get()) is not None:
                    kind, fault, at = case
                    done.append(run(kind, fault, at, servers[kind.platform], folder))

        threads = [threading.Thread(target=work) for _ in range(workers)]
        for _ in threads:
            todo.put(None)
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    return done, lines.leaks, lines.count


def control(folder: Path) -> str:
    """See that each of the judgements can be made: a door that is broken on purpose."""
    kind = next(k for k in verbs("mastodon") if k.name == "perform.publish")
    flight_of = _flight
    seen = []
    with Breaking(SCRIPTS["mastodon"]) as server, watched():
        lost = Http._broken

        def sure(door: Http, call: Any, flight: wire.Flight, why: str) -> Trouble:
            flight.left = False
            return lost(door, call, flight, why)

        with patch.object(Http, "_broken", sure):
            told = run(kind, FAULTS["reset_after_request"], None, server, folder)
            seen.append(any("may have arrived" in wrong for wrong in told.wrong))
        slack = SHORT.total + GRACE + 0.3
        slow = patch(f"{__name__}._flight", lambda door, _: flight_of(door, slack))
        with slow, patch.object(watch, "lag", lambda since: 0.0):
            reading = next(k for k in verbs("mastodon") if k.name == "refresh")
            told = run(reading, FAULTS["drip_of_the_body"], None, server, folder)
            seen.append(any("after its deadline" in wrong for wrong in told.wrong))
    return "seen" if all(seen) else f"BLIND {seen}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 30))
    parser.add_argument("--workers", type=int, default=12)
    parser.add_argument("--mutated", type=int, default=None)
    given = parser.parse_args()
    began = clock.monotonic()
    from tests.conftest import loopback_only

    loopback_only()
    os.environ.pop("SSL_CERT_FILE", None)
    extra = given.mutated if given.mutated is not None else (200 if given.full else 40)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    told, leaks, lines = everything(
        full=given.full, seed=given.seed, workers=given.workers, extra=extra
    )
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    wrong = [one for one in told if one.wrong]
    for one in wrong[:40]:
        print(f"{one.verb} {one.fault} at {one.at}: {one.outcome}: {'; '.join(one.wrong)}")
    for leak in leaks[:5]:
        print("leak:", leak)
    with tempfile.TemporaryDirectory() as place:
        blind = control(Path(place))
    print(
        json.dumps(
            {
                "promise": "P10",
                "runs": len(told),
                "violations": len(wrong) + len(leaks),
                "control": blind,
                "faults": len({one.fault for one in told}),
                "verbs": len({one.verb for one in told}),
                "outcomes": dict(Counter(one.outcome.partition("(")[0] for one in told)),
                "latest": round(max(one.late for one in told), 2),
                "log_lines": lines,
                "memory_mb": round(grown),
                "seed": given.seed,
                "seconds": round(clock.monotonic() - began, 1),
            }
        )
    )
    return 1 if wrong or leaks or blind != "seen" else 0


if __name__ == "__main__":
    sys.exit(main())
