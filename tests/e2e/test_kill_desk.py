"""Deeds that touch several tables, killed with SIGKILL at random moments: whole, or not at all.

Saved replies brought in, everyone told that a suggestion is done, two people merged and unmerged,
a thank-you queued, and the undo of a deed. Each kill is played on a copy of the same profile.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import time
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from cmapp.domain.records import Interaction, Kind, Profile, said
from cmapp.domain.records import Post as Said
from cmapp.services import syncing
from cmapp.services.engine import Engine
from cmapp.store import accounts
from cmapp.store.sqlite import Connection
from cmapp.system.paths import profile
from tests.e2e.test_kill_bulk import begun, command
from tests.support.stage import Stage

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(1800)]

PEOPLE = 400
KILLS = 5
"""Of each deed, unless CMAPP_KILLS says how many."""
VOLATILE = ("meta", "sqlite_", "_sqlite")


def fill(folder: Path) -> dict[str, str]:
    """Make a profile with a suggestion of many people; returns the names that deeds need."""
    stage = Stage(folder, accounts=1)
    store = stage.engine.desk.store
    account = stage.engine.desk.account(stage.accounts[0])
    now = stage.engine.desk.now()

    def one(n: int) -> Interaction:
        who = Profile(f"fan{n}", f"fan{n}", f"Fan {n}")
        return said(
            Said(f"desk{n}", who, f"Please bring back the raffle {n}!", now - n), Kind.MENTION
        )

    page = [one(n) for n in range(PEOPLE)]
    store.write(lambda tx: syncing.keep(tx, account, page, now=now))
    store.write(lambda tx: accounts.change(tx, account.id, state="paused"))
    for name in ("fan1", "fan2", "fan3", "fan4"):
        stage.call("people.fact_add", person=name, name="size", value=f"of {name}")
    stage.call("people.merge", into="fan3", person="fan4")
    made = stage.call("suggestions.add", query="raffle", title="The raffle")
    item = stage.call("inbox.list", limit=1)["items"][0]["id"]
    rows = [{"title": f"Reply {n}", "text": f"Hello {{{{name}}}}, {n}"} for n in range(1500)]
    (folder / "replies.json").write_text(json.dumps(rows))
    stage.close()
    return {"suggestion": made["suggestion"]["id"], "item": item}


def counts(folder: Path) -> dict[str, Any]:
    """Open the profile again: rows by table, and what a merge changes."""
    engine = Engine.open(profile(folder), offline=True, serve=False)

    def look(db: Connection) -> dict[str, Any]:
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        tables = [
            r["name"]
            for r in db.execute("PRAGMA table_list")
            if r["type"] == "table" and not r["name"].startswith(VOLATILE)
        ]
        found: dict[str, Any] = {
            t: db.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in sorted(tables)
        }
        found["merged"] = [
            tuple(r) for r in db.execute("SELECT id, merged_into FROM contacts ORDER BY id")
        ]
        found["told"] = db.execute(
            "SELECT count(*) FROM suggestion_items WHERE draft_id IS NOT NULL"
        ).fetchone()[0]
        found["states"] = [tuple(r) for r in db.execute("SELECT id, state FROM suggestions")]
        found["undone"] = db.execute("SELECT count(undone_at) FROM deeds").fetchone()[0]
        return found

    try:
        return engine.desk.store.read(look)
    finally:
        engine.close()


DEEDS: dict[str, list[str]] = {
    "import": ["replies", "import", "{folder}/replies.json"],
    "tell all": ["suggestions", "move", "{suggestion}", "done", "--tell", "It is back!"],
    "merge": ["people", "merge", "fan1", "fan2"],
    "unmerge": ["people", "unmerge", "fan4"],
    "thank": ["replies", "thank", "{item}", "--send"],
    "undo": ["undo"],
}  # fmt: skip


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    folder = tmp_path_factory.mktemp("desk") / "profile"
    return folder, fill(folder)


@pytest.mark.parametrize("deed", DEEDS)
def test_a_deed_on_many_tables_happens_whole_or_not_at_all(
    filled: tuple[Path, dict[str, str]], tmp_path: Path, deed: str
) -> None:
    origin, names = filled
    folder = tmp_path / "profile"

    def fresh() -> None:
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(origin, folder, ignore=shutil.ignore_patterns("engine*"))

    argv = [a.format(folder=folder, **names) for a in DEEDS[deed]]
    fresh()
    before = counts(folder)
    running = command(folder, *argv)
    began = begun(folder, running)
    assert running.wait(600) == 0
    took = time.monotonic() - began
    after = counts(folder)
    assert after != before
    rng = random.Random(seed := int(os.environ.get("CMAPP_SEED") or random.randrange(1_000_000)))
    found: Counter[str] = Counter()
    while found.total() < int(os.environ.get("CMAPP_KILLS") or KILLS):
        fresh()
        running = command(folder, *argv)
        begun(folder, running)
        try:
            running.wait(rng.random() * took)
        except subprocess.TimeoutExpired:
            running.kill()
        running.wait()
        now = counts(folder)
        assert now in (before, after), (
            {t: (before[t], now[t], after[t]) for t in now if now[t] not in (before[t], after[t])},
            f"seed {seed}",
        )
        found["whole" if now == after else "nothing"] += 1
    print(f"seed {seed}: {deed} takes {took:.2f} s: {dict(found)}")
