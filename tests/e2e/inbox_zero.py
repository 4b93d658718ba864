"""A professional empties an inbox by keyboard alone, in the real window.

    python -m tests.e2e.inbox_zero 1000

Two processes on a screen of their own, the demo network with so many mixed interactions on top
of its own. Keys come from outside (xdotool), what is read comes from the accessibility bus; the
store is looked at only to judge the outcome. Prints the key presses per conversation.
"""

from __future__ import annotations

import contextlib
import os
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from cmapp.connectors.registry import connector_class
from cmapp.platforms.demo.network import FOLDER, Network
from cmapp.services.engine import Engine
from cmapp.system import paths
from tests.support.screen import App, Screen, lacking, until

COMPLAINS = ("money back", "unacceptable", "charged me", "disappointed", "退款", "打不通", "失望",
             "投诉", "寄錯", "裂了")  # fmt: skip
ANSWER = "So sorry. We look into it today."
CLOSED = "The platform does not let"


@dataclass(slots=True)
class Report:
    """What was pressed and what became of the items."""

    items: int = 0
    keys: int = 0
    letters: int = 0
    seconds: float = 0.0
    replied: int = 0
    snoozed: int = 0
    labelled: int = 0
    undone: int = 0
    steps: dict[str, int] = field(default_factory=dict)

    def __str__(self) -> str:
        by_hand = self.keys - self.letters
        rows = [f"{self.items} conversations to none in {self.seconds:.0f} s:"
                f" {self.keys} key presses, {self.keys / self.items:.2f} per conversation"
                f" ({by_hand / self.items:.2f} without the {self.letters} letters of texts)",
                f"replied {self.replied}, snoozed {self.snoozed}, labelled {self.labelled},"
                f" undone {self.undone}"]  # fmt: skip
        rows += [f"  {name}: {presses} presses" for name, presses in self.steps.items()]
        return "\n".join(rows)


class Hands:
    """Presses keys and counts them; reads the row that is chosen."""

    def __init__(self, app: App, report: Report) -> None:
        self.app, self.report = app, report
        self._met = False

    def press(self, *keys: str) -> None:
        self.report.keys += len(keys)
        self._xdotool("key", "--delay", "10", *keys)

    def write(self, words: str) -> None:
        self.report.keys += len(words)
        self.report.letters += len(words)
        self._xdotool("type", "--delay", "8", words)

    def put(self, words: str) -> None:
        """Write as an input method does, in one go; it costs as many presses."""
        self.report.keys += len(words)
        self.report.letters += len(words)
        self.app.put(self.app.wait_focus("text"), words)

    def _xdotool(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self.app.screen.env, check=True)

    def row(self) -> tuple[int, str]:
        """The number of the chosen row and what a screen reader says of it."""
        if not self._met:
            self._met = bool(self.app.wait("table", "Inbox"))
        found = self.app.screen.ask(ask="chosen", name="Inbox")
        return (int(found[0]), str(found[1])) if found else (-1, "")


class Store:
    """The profile's database, looked at."""

    def __init__(self, file: Path) -> None:
        self._db = sqlite3.connect(f"file:{file}?mode=ro", uri=True)

    def number(self, query: str) -> int:
        return int(self._db.execute(query).fetchone()[0] or 0)

    def open(self, more: str = "1") -> int:
        return self.number(f"SELECT sum(n) FROM tallies WHERE state = 'open' AND {more}")

    def left(self) -> list[tuple[str, int]]:
        return self._db.execute(
            "SELECT kind, sum(n) FROM tallies WHERE state = 'open' AND n > 0 GROUP BY kind"
        ).fetchall()

    def every(self) -> int:
        return self.number("SELECT count(*) FROM interactions")

    def close(self) -> None:
        self._db.close()


def prepare(profile: Path, more: int) -> None:
    """Make the network, connect its brands and read all of it."""
    Network.make(profile / FOLDER, more=more)
    engine = Engine.open(paths.profile(profile).make(), serve=False)
    try:
        for handle in connector_class("demo").BRANDS:  # type: ignore[attr-defined]
            engine.call("accounts.add", platform="demo", way="demo", answers={"handle": handle})
        engine.call("sync")
    finally:
        engine.close()


def to_none(screen: Screen, profile: Path) -> Report:
    """Empty the inbox; returns what it took. Fails where anything is left, lost or doubled."""
    report = Report()
    store = Store(paths.profile(profile).database)
    world = Network(profile / FOLDER)
    said = {p.id for p in world.posts()}
    every, report.items = store.every(), store.open()
    app = App(screen, profile)
    try:
        app.to_front()
        app.wait_focus("table cell")
        hands = Hands(app, report)
        began = time.monotonic()
        _work(hands, store, report)
        _nothing_left(store, app)
        report.seconds = time.monotonic() - began
        until(lambda: store.number("SELECT count(*) FROM outbox WHERE state = 'sent'")
              >= report.replied, "not every reply has left", 90)  # fmt: skip
        assert store.every() == every, "the number of interactions changed"
        assert store.number("SELECT count(*) FROM outbox WHERE state <> 'sent'") == 0
        ours = {p.id for p in world.brands()}
        answers = [p for p in world.posts() if p.id not in said and p.author in ours]
        assert len(answers) == report.replied
        assert len({p.parent for p in answers}) == report.replied, "somebody was answered twice"
        waiting = store.number("SELECT count(*) FROM interactions WHERE state = 'waiting'"
                               " AND wake_at IS NOT NULL")  # fmt: skip
        assert waiting == report.snoozed, (waiting, report.snoozed)
        labels = store.number("SELECT count(*) FROM item_labels")
        assert labels == report.labelled, (labels, report.labelled)
    finally:
        app.kill()
        store.close()
        for engine in app.engines():
            with contextlib.suppress(ProcessLookupError):
                os.kill(engine, signal.SIGKILL)
    return report


def _nothing_left(store: Store, app: App) -> None:
    try:
        until(lambda: store.open() == 0, "", 30)
    except AssertionError:
        shown = [n.name for n in app.nodes() if n.role in ("label", "table cell")][:30]
        raise AssertionError(f"left open: {store.left()}; the window shows {shown}") from None


def _work(hands: Hands, store: Store, report: Report) -> None:
    def step(name: str, do: Callable[[], None]) -> None:
        before = report.keys
        do()
        report.steps[name] = report.keys - before

    step("likes and shares, all at once", lambda: _whole_view(hands, store, "k", _CROWD))
    step("thanks, by a search", lambda: _thanks(hands, store))
    step("no reply needed, all at once", lambda: _whole_view(hands, store, "n", "needs_reply = 0"))
    step("the same question: label and snooze", lambda: _alike(hands, store, report))
    step("one by one", lambda: _one_by_one(hands, store, report))


_CROWD = "kind IN ('reaction', 'repost')"


def _whole_view(hands: Hands, store: Store, key: str, left: str) -> None:
    hands.press("g", key, "asterisk", "e")
    until(lambda: store.open(left) == 0, f"{left} is left")


def _search(hands: Hands, words: str) -> None:
    hands.press("v")
    if words.isascii():
        hands.write(words)
    else:
        hands.put(words)
    hands.press("Return")
    hands.app.wait("check box", words)


def _thanks(hands: Hands, store: Store) -> None:
    before = store.open()
    _search(hands, "thanks OR thank OR 谢谢 -stock -补货 -营业")
    hands.press("asterisk", "e")
    until(lambda: store.open() < before, "no thanks were closed")


def _alike(hands: Hands, store: Store, report: Report) -> None:
    _search(hands, "stock")
    before = store.open()
    hands.press("asterisk", "l")
    hands.write("restock")
    hands.press("Return")
    until(lambda: store.number("SELECT count(*) FROM item_labels"), "no label")
    hands.press("b")
    hands.write("next week")
    hands.press("Return")
    until(lambda: store.open() < before, "none was snoozed")
    report.labelled = store.number("SELECT count(*) FROM item_labels")
    report.snoozed += before - store.open()


def _one_by_one(hands: Hands, store: Store, report: Report) -> None:
    hands.press("g", "r")
    until(lambda: hands.row()[0] == 0, "the queue is not shown")
    number = 0
    while left := store.open():
        name = until(lambda: hands.row()[1], "no row has the keys")
        number += 1
        if any(word in name for word in COMPLAINS) and _reply(hands, report, name):
            pass
        elif number % 7 == 0:
            hands.press("b", "Return")
            report.snoozed += 1
        elif number % 11 == 0:
            hands.press("l")
            hands.write("faq")
            hands.press("Return", "e")
            report.labelled += 1
        elif number > 4 and not report.undone:
            _done_and_undone(hands, store)
            report.undone += 1
            hands.press("e")
        else:
            hands.press("e")
        until(lambda n=left: store.open() == n - 1, f"{name!r} did not leave the inbox")


def _done_and_undone(hands: Hands, store: Store) -> None:
    before, row = store.open(), hands.row()
    hands.press("e")
    until(lambda: store.open() == before - 1, "done is not done")
    hands.press("u")
    until(lambda: store.open() == before, "not undone")
    try:
        until(lambda: hands.row() == row, "")
    except AssertionError:
        raise AssertionError(f"{row} did not come back, but {hands.row()}") from None


def _reply(hands: Hands, report: Report, row: str) -> bool:
    until(lambda: hands.app.reads(row), f"{row!r} is not opened")  # and no other can be closed
    hands.press("r")

    def answer() -> str:
        if (here := hands.app.focus()) and here.role == "text":
            return "here"
        return "closed" if hands.app.find("label", CLOSED) else ""

    if until(answer, "neither a place to write nor a word why not") == "closed":
        return False
    hands.write(ANSWER)
    hands.press("ctrl+Return")
    report.replied += 1
    return True


def main() -> None:
    if lacks := lacking():
        sys.exit(f"the real window needs {lacks}")
    with tempfile.TemporaryDirectory(prefix="cmapp-zero-") as folder:
        profile = Path(folder) / "profile"
        prepare(profile, int(sys.argv[1]) if len(sys.argv) > 1 else 1000)
        screen = Screen(Path(folder))
        try:
            print(to_none(screen, profile))
        finally:
            screen.close()


if __name__ == "__main__":
    main()
