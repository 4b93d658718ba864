"""Each hostile text by itself to every class of widget that shows texts of strangers (P17).

    python -m tests.fire.singly --full --into FILE     all texts; begun again, it goes on from FILE
    python -m tests.fire.singly --only 3               one text, by its number
    python -m tests.fire.singly --only 3 --control label

The walk of `content.py` first, with all texts at once, tells at which places each class shows any.
Then the whole profile is poisoned with one text, and a window opened on it at these places, until
every class has shown that text or no place is left to try. `TEXTS_A_PROCESS` texts are taken by
one process; what became of each is a line of FILE. Watched is what `content.py` watches; a process
that dies is a violation. One line of JSON; exits 1 on a violation, or where a class of those that
`content.py` found has met fewer than `LEAST` texts.
"""

from __future__ import annotations

import argparse
import collections
import faulthandler
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tests.fire import content
from tests.fire.corpus import PAYLOADS

LEAST = 60
"""Texts that each class must have met."""
LONG = 400
"""Signs of a text that makes each window slow: these come last."""
TEXTS_A_PROCESS = 8
ROUNDS = 4
"""Windows that are opened at most for one text, each at other places."""
MOST_SECONDS = 1_800
"""That a process may take."""

Ways = dict[str, list[str]]
"""For each class the places where it shows texts: the one where it appears first, then by how
much it shows there."""


def ways_of(looker: content.Looker) -> Ways:
    """Return the places of each class that was seen with a text."""
    found = {}
    for name, places in looker.meetings.places.items():
        first, *others = [place for place in places if place]
        others.sort(key=lambda place: -places[place])
        found[name] = [first, *others][: 2 * ROUNDS]
    return found


# what a process of its own does


def walk_through(control: str = "") -> Iterator[dict[str, Any]]:
    """Walk through everything with all texts at once; yield what was seen."""
    with tempfile.TemporaryDirectory(prefix="cmapp-singly-") as place:
        work = content.Run(Path(place), verbose=False)
        work.walk(range(len(PAYLOADS)), 0, control=control)
        yield {"ways": ways_of(work.looker), **_told(work.looker)}
        work.close()


def take(numbers: Sequence[int], ways: Ways, control: str = "") -> Iterator[dict[str, Any]]:
    """Take texts one after the other to their places; yield what became of each."""
    with tempfile.TemporaryDirectory(prefix="cmapp-singly-") as place:
        work = content.Run(Path(place), verbose=False)
        for number in numbers:
            began = time.monotonic()
            meetings, worlds = work.looker.meetings, work.worlds
            tried: set[str] = set()
            for turn in range(ROUNDS):
                names = [n for n in ways if turn == 0 or number not in meetings.met[n]]
                places = {w for n in names for w in ways[n][turn : turn + 1]} - tried
                if number not in meetings.known and turn:
                    break  # too short to be known again
                if places:
                    tried |= places
                    work.walk([number], 0, control=control, only=places)
            yield {
                "text": number,
                "known": number in meetings.known,
                "met": sorted(n for n, met in meetings.met.items() if number in met),
                "ways": ways_of(work.looker),
                "worlds": work.worlds - worlds,
                "seconds": round(time.monotonic() - began, 1),
                **_told(work.looker),
            }
        work.close()


def _told(looker: content.Looker) -> dict[str, Any]:
    """Return what was counted and what was wrong since the last time."""
    found = {
        "looks": looker.looks, "texts": looker.texts, "carrying": looker.carrying,
        "wrong": dict(looker.wrong), "told": looker.told[:20],
    }  # fmt: skip
    looker.looks = looker.texts = looker.carrying = 0
    looker.wrong.clear()
    looker.told.clear()
    return found


# what starts them


def _process(argv: Sequence[str], ways: Ways) -> Iterator[dict[str, Any]]:
    """Start a process and yield its lines; a line of its end where it did not end well."""
    with tempfile.TemporaryFile() as said, tempfile.NamedTemporaryFile("w", suffix=".json") as file:
        json.dump(ways, file)
        file.flush()
        command = [sys.executable, "-m", "tests.fire.singly", *argv, "--ways", file.name]
        with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=said, text=True) as child:
            assert child.stdout is not None
            watch = threading.Timer(MOST_SECONDS, child.kill)
            watch.start()
            for line in child.stdout:
                yield json.loads(line)
            code = child.wait()
            watch.cancel()
        if code:
            said.seek(0)
            tail = said.read().decode(errors="replace")[-3_000:]
            yield {"wrong": {"died": 1}, "told": [f"{argv} ended with {code}: {tail}"]}


class Book:
    """What became of each text so far, kept in a file."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self.lines: list[dict[str, Any]] = []
        self.ways: Ways = {}
        if path is not None and path.exists():
            for line in path.read_text().splitlines():
                self._note(json.loads(line))

    def _note(self, line: dict[str, Any]) -> None:
        self.lines.append(line)
        for name, places in line.get("ways", {}).items():
            known = self.ways.setdefault(name, places)
            known += [p for p in places if p not in known]

    def add(self, line: dict[str, Any]) -> None:
        """Note a line, and write it down."""
        self._note(line)
        if self._path is not None:
            with self._path.open("a") as file:
                file.write(json.dumps(line) + "\n")

    def begun(self) -> bool:
        """Tell whether the walk with all texts was done."""
        return any("text" not in line and "ways" in line for line in self.lines)

    def taken(self) -> set[int]:
        """Return the texts that were taken to their places."""
        return {line["text"] for line in self.lines if "text" in line}

    def met(self) -> dict[str, set[int]]:
        """Return which class met which texts one by one."""
        found: dict[str, set[int]] = {name: set() for name in self.ways}
        for line in self.lines:
            for name in line.get("met", ()):
                found.setdefault(name, set()).add(line["text"])
        return found

    def summary(self) -> dict[str, Any]:
        """Count it all."""
        wrong: collections.Counter[str] = collections.Counter()
        for line in self.lines:
            wrong.update(line["wrong"])
        met = self.met()

        def total(key: str) -> int:
            return sum(line.get(key, 0) for line in self.lines)

        return {
            "promise": content.PROMISE,
            "texts_taken": len(self.taken()),
            "classes": len(met),
            "met_enough": sum(len(texts) >= LEAST for texts in met.values()),
            "least_met": min(map(len, met.values()), default=0),
            "meetings": sum(map(len, met.values())),
            "worlds": total("worlds"),
            "looks": total("looks"),
            "texts": total("texts"),
            "carrying": total("carrying"),
            "violations": wrong.total(),
            "kinds": dict(wrong.most_common(12)),
            "seconds": round(total("seconds"), 1),
        }


def run(book: Book, numbers: Sequence[int], *, minutes: float, control: str = "") -> None:
    """Take these texts to all places, several in each process, as long as there is time."""
    ends = time.monotonic() + minutes * 60
    extra = ["--control", control] if control else []
    if not book.begun():
        for line in _process(["--walk", *extra], {}):
            book.add(line)
    left = [number for number in numbers if number not in book.taken()]
    while left and time.monotonic() < ends:
        part, left = left[:TEXTS_A_PROCESS], left[TEXTS_A_PROCESS:]
        for line in _process(["--part", *map(str, part), *extra], book.ways):
            book.add(line)
            if "text" in line:
                print(f"text {line['text']}: {len(line['met'])} classes, {line['worlds']} windows,"
                      f" {line['seconds']} s", file=sys.stderr, flush=True)  # fmt: skip
        over = [number for number in part if number not in book.taken()]
        left = over[1:] + left  # the first of them ended the process


def main(argv: Sequence[str]) -> int:
    """See the module's words."""
    options = argparse.ArgumentParser(prog="python -m tests.fire.singly")
    options.add_argument("--full", action="store_true", help="all texts (the default)")
    options.add_argument("--only", type=int, nargs="+", help="these texts, by their numbers")
    options.add_argument("--into", type=Path, help="a file to go on from")
    options.add_argument("--minutes", type=float, default=180.0)
    options.add_argument("--control", choices=content.CONTROLS, default="")
    for name in ("--walk", "--part", "--ways"):  # given to its own processes
        options.add_argument(name, help=argparse.SUPPRESS, **_OWN[name])
    given = options.parse_args(argv)
    if given.walk or given.part:
        return _child(given)
    book = Book(given.into)
    every = sorted(range(len(PAYLOADS)), key=lambda number: len(PAYLOADS[number]) > LONG)
    run(book, given.only or every, minutes=given.minutes, control=given.control)
    for line in book.lines:
        for told in line["told"] if not given.control else ():
            print(told, file=sys.stderr)
    for name, texts in sorted(book.met().items(), key=lambda one: len(one[1])):
        print(f"{len(texts):4} {name}", file=sys.stderr)
    found = book.summary()
    print(json.dumps({**found, "control": given.control or None}))
    few = not (given.only or given.control) and found["met_enough"] < found["classes"]
    return int((bool(found["violations"]) or few) != bool(given.control))


_OWN: dict[str, dict[str, Any]] = {
    "--walk": {"action": "store_true"},
    "--part": {"type": int, "nargs": "+"},
    "--ways": {"type": Path},
}


def _child(given: argparse.Namespace) -> int:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_LOGGING_RULES"] = "qt.text.font.db=false;qt.qpa.*=false"
    faulthandler.enable()
    # an exception from a signal, raised on the way from Qt to Python, leaves the binding in ruins
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    ways: Ways = json.loads(given.ways.read_text())
    lines = walk_through(given.control) if given.walk else take(given.part, ways, given.control)
    for line in lines:
        print(json.dumps(line), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
