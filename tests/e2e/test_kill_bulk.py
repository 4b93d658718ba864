"""A deed on thousands of items killed with SIGKILL at random moments: all of it or nothing.

The same of its undo. After each kill the profile is opened again: the items, the log of deeds and
what the deed keeps to be taken back must tell one story, to the byte.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import random
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from cmapp.domain.records import Interaction, Kind, Profile, said
from cmapp.domain.records import Post as Said
from cmapp.services import syncing
from cmapp.services.engine import Engine
from cmapp.store import accounts
from cmapp.store.accounts import Account
from cmapp.store.sqlite import Connection
from cmapp.system.paths import profile
from tests.support.stage import Stage

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(1800)]

ROOT = Path(__file__).parents[2]
ITEMS = 10_000
KILLS = 8
"""Of each deed and its undo, unless CMAPP_KILLS says how many; more where all came too early."""
COMMANDS = (
    ["done"],
    ["snooze", "tomorrow"],
    ["label", "Sale"],
    ["priority", "low"],
    ["mute"],
)


def fill(folder: Path) -> None:
    """Make a profile with so many questions about one thing."""
    stage = Stage(folder, accounts=1)
    store = stage.engine.desk.store
    account = stage.engine.desk.account(stage.accounts[0])
    now = stage.engine.desk.now()

    def one(n: int) -> Interaction:
        who = Profile(f"fan{n % 300}", f"fan{n % 300}", f"Fan {n % 300}")
        return said(Said(f"bulk{n}", who, f"Where is the raffle {n}?", now - n), Kind.MENTION)

    def keep(page: list[Interaction], account: Account = account) -> None:
        store.write(lambda tx: syncing.keep(tx, account, page, now=now))

    for start in range(0, ITEMS, 1000):
        keep([one(n) for n in range(start, start + 1000)])
    store.write(lambda tx: accounts.change(tx, account.id, state="paused"))
    stage.close()


def command(folder: Path, *argv: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "cmapp", "--offline", "--profile", str(folder), *argv],
        cwd=ROOT,
        env={**os.environ},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def begun(folder: Path, running: subprocess.Popen[bytes]) -> float:
    """Wait until the command is the engine; returns the time."""
    told = profile(folder).engine
    while running.poll() is None:
        with contextlib.suppress(FileNotFoundError):
            if f'"pid": {running.pid}' in told.read_text():
                break
        time.sleep(0.001)
    return time.monotonic()


def measured(folder: Path, argv: list[str]) -> float:
    """Run a command to its end; returns for how long it is the engine, in seconds."""
    running = command(folder, *argv)
    start = begun(folder, running)
    assert running.wait(120) == 0
    return time.monotonic() - start


def story(folder: Path) -> tuple[str, int, int]:
    """Open the profile again: (digest of all that triage changes, deeds that stand, items kept)."""
    engine = Engine.open(profile(folder), offline=True, serve=False)
    try:

        def look(db: Connection) -> tuple[str, int, int]:
            digest = hashlib.blake2b()
            for query in (
                "SELECT * FROM interactions ORDER BY id",
                "SELECT * FROM item_labels ORDER BY item_id, label",
                "SELECT * FROM labels ORDER BY name",
                "SELECT * FROM muted_threads ORDER BY realm, root_ref",
                "SELECT * FROM tallies WHERE n <> 0 ORDER BY 1, 2, 3, 4",
            ):
                for row in db.execute(query):
                    digest.update(repr(tuple(row)).encode())
            ((stand, kept),) = db.execute(
                """SELECT count(*), coalesce(sum(n), 0) FROM (
                     SELECT (SELECT count(*) FROM befores b WHERE b.deed_id = d.id) AS n
                     FROM deeds d WHERE d.undone_at IS NULL)"""
            ).fetchall()
            assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
            return digest.hexdigest(), int(stand), int(kept)

        return engine.desk.store.read(look)
    finally:
        engine.close()


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_deed_on_ten_thousand_items_happens_whole_or_not_at_all(
    tmp_path: Path, words: list[str]
) -> None:
    folder = tmp_path / "profile"
    fill(folder)
    rng = random.Random(seed := int(os.environ.get("CMAPP_SEED") or random.randrange(1_000_000)))
    before = story(folder)
    assert before[1:] == (0, 0)
    deed, undo = [*words, "--search", "raffle"], ["undo"]
    took = {"deed": measured(folder, deed)}
    after = story(folder)
    assert after[0] != before[0] and after[1] == 1 and after[2] == ITEMS
    took["undo"] = measured(folder, undo)
    assert story(folder) == before
    done = False
    found: Counter[str] = Counter()
    kills = 0
    wanted = int(os.environ.get("CMAPP_KILLS") or KILLS)
    while kills < wanted or (len(found) < 2 and kills < 5 * wanted):
        name, argv = ("undo", undo) if done else ("deed", deed)
        running = command(folder, *argv)
        begun(folder, running)
        try:
            running.wait(rng.random() * took[name] * 1.1)
        except subprocess.TimeoutExpired:
            running.kill()
            kills += 1
        running.wait()
        now = story(folder)
        if now == before:
            done = False
        else:  # `done_at` and the like tell the time at which it was done: told apart by the rest
            assert now[1] == 1 and now[2] == ITEMS, (now, f"seed {seed}")
            whole(folder, words)
            done = True
        found[f"{name}: {'whole' if done == (name == 'deed') else 'nothing'}"] += 1
    print(f"seed {seed}: {words} takes {took}; {dict(found)}")
    assert len(found) > 1, "every kill came too late, or too early, to matter"
    if done:
        assert command(folder, *undo).wait(120) == 0
    assert story(folder) == before


def whole(folder: Path, words: list[str]) -> None:
    """Check that every single item has what the deed gives."""
    given = {
        "done": "state = 'done' AND done_at IS NOT NULL",
        "snooze": "state = 'waiting' AND wake_at IS NOT NULL",
        "label": "id IN (SELECT item_id FROM item_labels WHERE label = 'Sale')",
        "priority": "priority = -1 AND lane = 3",
        "mute": "state = 'muted'",
    }[words[0]]
    engine = Engine.open(profile(folder), offline=True, serve=False)
    try:
        found = engine.desk.store.read(
            lambda db: db.execute(f"SELECT count(*) FROM interactions WHERE {given}").fetchone()
        )
    finally:
        engine.close()
    assert found[0] == ITEMS
