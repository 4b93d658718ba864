"""A deed on thousands of items killed with SIGKILL at random moments: all of it or nothing.

The same of its undo. After each kill the profile is opened again: the items, the log of deeds and
what the deed keeps to be taken back must tell one story, to the byte.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import random
import shutil
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from cmapp.domain.records import Interaction, Kind, Profile, said
from cmapp.domain.records import Post as Said
from cmapp.services import syncing
from cmapp.store import accounts, sqlite
from cmapp.store.accounts import Account
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
GIVES = {
    "done": "state = 'done' AND done_at IS NOT NULL",
    "snooze": "state = 'waiting' AND wake_at IS NOT NULL",
    "label": "id IN (SELECT item_id FROM item_labels WHERE label = 'Sale')",
    "priority": "priority = -1 AND lane = 3",
    "mute": "state = 'muted'",
}
"""SQL: what every single item has once the deed was done."""


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile with so many questions about one thing, to be copied."""
    folder = tmp_path_factory.mktemp("bulk") / "profile"
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
    return folder


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
    assert running.wait(600) == 0
    return time.monotonic() - start


@dataclass(frozen=True, slots=True)
class Story:
    """What a profile tells: a digest of all that triage changes; how many deeds stand and items

    they keep; how many items have what the deed gives.
    """

    digest: str
    stand: int
    kept: int
    given: int


def story(folder: Path, words: list[str]) -> Story:
    """Read the profile as it lies there, its WAL included."""
    db = sqlite.connect(str(profile(folder).database))
    try:
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
        ((given,),) = db.execute(f"SELECT count(*) FROM interactions WHERE {GIVES[words[0]]}")
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        return Story(digest.hexdigest(), int(stand), int(kept), int(given))
    finally:
        db.close()


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_a_deed_on_ten_thousand_items_happens_whole_or_not_at_all(
    tmp_path: Path, words: list[str], filled: Path
) -> None:
    folder = tmp_path / "profile"
    shutil.copytree(filled, folder)
    rng = random.Random(seed := int(os.environ.get("CMAPP_SEED") or random.randrange(1_000_000)))
    before = story(folder, words)
    assert (before.stand, before.kept) == (0, 0)
    deed, undo = [*words, "--search", "raffle"], ["undo"]
    took = {"deed": measured(folder, deed)}
    after = story(folder, words)
    assert after.digest != before.digest
    assert (after.stand, after.kept, after.given) == (1, ITEMS, ITEMS)
    took["undo"] = measured(folder, undo)
    assert story(folder, words) == before
    done = False
    found: Counter[str] = Counter()
    kills = 0
    wanted = int(os.environ.get("CMAPP_KILLS") or KILLS)
    while kills < wanted or (len(found) < 2 and kills < 5 * wanted):
        name, argv = ("undo", undo) if done else ("deed", deed)
        running = command(folder, *argv)
        begun(folder, running)
        try:
            # slower than when it was measured, it is left more time, until one gets through
            longer = max(1.0, kills / wanted)
            running.wait(rng.random() * took[name] * 1.1 * longer)
        except subprocess.TimeoutExpired:
            running.kill()
            kills += 1
        running.wait()
        now = story(folder, words)
        if now == before:
            done = False
        else:  # `done_at` and the like tell the time at which it was done: told apart by the rest
            whole = (now.stand, now.kept, now.given) == (1, ITEMS, ITEMS)
            assert whole, (now, f"seed {seed}")
            done = True
        found[f"{name}: {'whole' if done == (name == 'deed') else 'nothing'}"] += 1
    print(f"seed {seed}: {words} takes {took}; {dict(found)}")
    assert len(found) > 1, "every kill came too late, or too early, to matter"
    if done:
        assert command(folder, *undo).wait(600) == 0
    assert story(folder, words) == before
