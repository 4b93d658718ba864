"""A profile of schema 1 opens with today's program: nothing lost, the queue right, a copy aside."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cmapp.services.engine import Engine
from cmapp.store import sqlite
from cmapp.store.migrations import SCHEMA_VERSION
from cmapp.system.paths import profile

SCRIPT = Path(__file__).parents[2] / "data" / "schema-1.sql"
TABLES = (
    "accounts", "profiles", "posts", "post_states", "interactions", "drafts", "draft_versions",
    "outbox", "cursors", "deeds",
)  # fmt: skip


def rows(db: sqlite.Connection, table: str, columns: list[str]) -> list[tuple[Any, ...]]:
    found = db.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY 1, 2")
    return [tuple(r) for r in found]


def everything(path: Path, columns: dict[str, list[str]]) -> dict[str, list[tuple[Any, ...]]]:
    db = sqlite.connect(str(path))
    try:
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        return {table: rows(db, table, columns[table]) for table in TABLES}
    finally:
        db.close()


def columns_of(path: Path) -> dict[str, list[str]]:
    db = sqlite.connect(str(path))
    try:
        return {t: [r[1] for r in db.execute(f"PRAGMA table_info({t})")] for t in TABLES}
    finally:
        db.close()


def version(path: Path) -> int:
    db = sqlite.connect(str(path))
    try:
        return int(db.execute("PRAGMA user_version").fetchone()[0])
    finally:
        db.close()


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """Lay an old profile down; return its database."""
    folder = tmp_path / "profile"
    folder.mkdir()
    path = profile(folder).database
    db = sqlite.connect(str(path))
    db.executescript(SCRIPT.read_text())
    db.close()
    assert version(path) == 1
    return path


@pytest.fixture
def engine(old: Path) -> Iterator[Engine]:
    made = Engine.open(profile(old.parent), offline=True, serve=False)
    yield made
    made.close()


def test_nothing_is_lost_and_a_copy_is_kept(old: Path) -> None:
    columns = columns_of(old)
    before = everything(old, columns)
    assert len(before["interactions"]) == 40 and len(before["outbox"]) == 7
    for _ in range(2):  # opened again, nothing changes any more
        Engine.open(profile(old.parent), offline=True, serve=False).close()
        after = everything(old, columns)
        assert version(old) == SCHEMA_VERSION
        under_way = columns["outbox"].index("state")
        for table in TABLES:
            if table != "outbox":
                assert after[table] == before[table], table
        for was, now in zip(before["outbox"], after["outbox"], strict=True):
            if was[under_way] == "sending":
                assert now[under_way] == "uncertain"
            else:
                assert now == was
        (copy,) = (old.parent / "backups").iterdir()
        assert version(copy) == 1
        assert everything(copy, columns) == before


def test_the_queue_the_drafts_and_the_search_are_right(engine: Engine) -> None:
    states = [r["state"] for r in engine.call("outbox.list")["rows"]]
    assert sorted(states) == ["cancelled", *["ready"] * 5, "uncertain"]
    texts = {d["text"] for d in engine.call("drafts.list")["drafts"]}
    assert {"半成的草稿", "A better thought", "Dropped"} <= texts
    found = engine.call("inbox.list", state="all", limit=100)["items"]
    assert len(found) == 40
    assert {i["state"] for i in found} == {"open", "waiting", "done"}
    assert engine.call("search", query="退款")["hits"]
    assert engine.call("inbox.set_state", query="退款", state="done")["count"] == 5
    assert engine.call("undo")["undone"]["count"] == 5


def test_deadlines_and_lanes_are_judged_by_todays_rules(engine: Engine) -> None:
    engine._keep_clocks()  # what the engine does as it begins to run
    found = engine.call("inbox.list", state="all", limit=100)["items"]
    lanes = {i["lane"] for i in found}
    assert "negative" in lanes and "normal" in lanes
    for item in found:
        if "失望" in item["text"]:
            assert item["lane"] == "negative" and item["due_at"] is not None
        if "谢谢" in item["text"]:
            assert not item["needs_reply"]


def test_a_kill_while_it_is_brought_up_to_date_loses_nothing(old: Path) -> None:
    columns = columns_of(old)
    before = everything(old, columns)
    script = (
        "import sys; from pathlib import Path; from cmapp.store.migrations import migrate;"
        "import sqlite_utils; print('go', flush=True); migrate(Path(sys.argv[1]))"
    )
    whole = old.read_bytes()
    rng = random.Random(seed := random.randrange(1_000_000))
    found = []
    for n in range(12):
        if version(old) != 1:  # begin again; else go on with what the kill left
            shutil.rmtree(old.parent)
            old.parent.mkdir()
            old.write_bytes(whole)
        with subprocess.Popen(
            [sys.executable, "-c", script, str(old)], stdout=subprocess.PIPE, text=True
        ) as running:
            assert running.stdout is not None and running.stdout.readline() == "go\n"
            try:
                running.wait(rng.random() * 0.02 * (n + 1))
            except subprocess.TimeoutExpired:
                running.kill()
        found.append(version(old))
        assert everything(old, columns) == before, f"seed {seed}"
        for copy in (old.parent / "backups").glob("*.sqlite3"):
            assert version(copy) == 1
            assert everything(copy, columns) == before, f"seed {seed}"
    print(f"seed {seed}: {found}")
    Engine.open(profile(old.parent), offline=True, serve=False).close()
    assert version(old) == SCHEMA_VERSION
