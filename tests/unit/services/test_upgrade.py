"""A profile of an older schema opens with today's program: nothing lost, a copy aside."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cmapp.services.engine import Engine
from cmapp.store import activity, rollups, sqlite, watched
from cmapp.store.migrations import SCHEMA_VERSION
from cmapp.system.paths import profile

DATA = Path(__file__).parents[2] / "data"
TABLES = (
    "accounts", "profiles", "posts", "post_states", "interactions", "drafts", "draft_versions",
    "outbox", "cursors", "deeds",
)  # fmt: skip
SINCE_2 = ("labels", "item_labels", "notes", "tasks", "tallies", "contacts", "befores")
SINCE_3 = (
    "corrections", "campaigns", "campaign_posts", "series", "series_made", "draft_variants",
    "visits",
)  # fmt: skip
SINCE_4 = (
    "contact_facts", "contact_tags", "moderation", "rules", "live_lines", "media_files", "watched",
    "measures", "rivals", "activity_slots", "activity_days", "ties", "ties_by_name", "ties_to_us",
    "goals", "costs", "experiments", "decisions", "findings", "imports", "import_values",
)  # fmt: skip
KEPT = {1: TABLES, 2: (*TABLES, *SINCE_2), 3: (*TABLES, *SINCE_2, *SINCE_3)}
KEPT[4] = (*KEPT[3], *SINCE_4)
HELD = {
    1: {"interactions": 40, "outbox": 7},
    2: {"interactions": 24, "outbox": 9},
    3: {"interactions": 31, "outbox": 9},
    4: {"interactions": 104, "outbox": 7, "ties": 73, "measures": 139, "moderation": 2},
}


def rows(db: sqlite.Connection, table: str, columns: list[str]) -> list[tuple[Any, ...]]:
    found = db.execute(f"SELECT {', '.join(columns)} FROM {table} ORDER BY 1, 2")
    return [tuple(r) for r in found]


def everything(path: Path, columns: dict[str, list[str]]) -> dict[str, list[tuple[Any, ...]]]:
    db = sqlite.connect(str(path))
    try:
        assert db.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert db.execute("PRAGMA foreign_key_check").fetchall() == []
        return {table: rows(db, table, named) for table, named in columns.items()}
    finally:
        db.close()


def columns_of(path: Path) -> dict[str, list[str]]:
    db = sqlite.connect(str(path))
    try:
        tables = KEPT[version(path)]
        return {t: [r[1] for r in db.execute(f"PRAGMA table_info({t})")] for t in tables}
    finally:
        db.close()


def version(path: Path) -> int:
    db = sqlite.connect(str(path))
    try:
        return int(db.execute("PRAGMA user_version").fetchone()[0])
    finally:
        db.close()


def lay_down(folder: Path, schema: int) -> Path:
    """Lay an old profile down; return its database."""
    folder.mkdir()
    path = profile(folder).database
    db = sqlite.connect(str(path))
    db.executescript((DATA / f"schema-{schema}.sql").read_text("utf-8"))
    db.close()
    assert version(path) == schema
    return path


@pytest.fixture(params=sorted(KEPT))
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    return lay_down(tmp_path / "profile", request.param)


@pytest.fixture
def first(tmp_path: Path) -> Path:
    return lay_down(tmp_path / "profile", 1)


@pytest.fixture
def second(tmp_path: Path) -> Path:
    return lay_down(tmp_path / "profile", 2)


@pytest.fixture
def engine(first: Path) -> Iterator[Engine]:
    made = Engine.open(profile(first.parent), offline=True, serve=False)
    yield made
    made.close()


def test_nothing_is_lost_and_a_copy_is_kept(old: Path) -> None:
    schema, columns = version(old), columns_of(old)
    before = everything(old, columns)
    assert {table: len(before[table]) for table in HELD[schema]} == HELD[schema]
    for _ in range(2):  # opened again, nothing changes any more
        Engine.open(profile(old.parent), offline=True, serve=False).close()
        after = everything(old, columns)
        assert version(old) == SCHEMA_VERSION
        under_way = columns["outbox"].index("state")
        for table in columns:
            if table != "outbox":
                assert after[table] == before[table], table
        for was, now in zip(before["outbox"], after["outbox"], strict=True):
            if was[under_way] == "sending":
                assert now[under_way] == "uncertain"
            else:
                assert now == was
        (copy,) = (old.parent / "backups").glob("*.sqlite3")  # its facts lie beside it
        assert version(copy) == schema
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


def test_what_schema_2_queued_and_drafted_goes_on(second: Path) -> None:
    engine = Engine.open(profile(second.parent), offline=True, serve=False)
    try:
        found = {r["text"].split(" ")[0]: r for r in engine.call("outbox.list")["rows"]}
        states = {name: row["state"] for name, row in found.items()}
        assert states == {
            "We": "sent", "Sent": "sent", "很抱歉，马上退款。": "ready", "Planned": "ready",
            "sending": "uncertain", "uncertain": "uncertain", "review": "review",
            "rejected": "rejected", "cancelled": "cancelled",
        }  # fmt: skip
        assert all(r["after"] is None and r["server"] is None for r in found.values())
        assert found["Planned"]["planned_at"] == "2100-01-01T00:00:00.000Z"
        drafts = {d["text"]: d for d in engine.call("drafts.list")["drafts"]}
        mine = drafts["半成的草稿，第三版"]
        assert (mine["stage"], mine["variants"], mine["plan"]) == ("draft", [], None)
        assert drafts["With a picture"]["media"][0]["alt"] == "Red"
        shown = engine.call("drafts.show", id=mine["id"])
        assert [v["text"] for v in shown["history"]][-1] == "半成的草稿"
        # a version of before has its text alone: all else stays as it is
        engine.call("drafts.save", id=mine["id"], title="A name")
        back = engine.call("drafts.restore", id=mine["id"], n=1)["drafts"][0]
        assert (back["text"], back["title"]) == ("半成的草稿", "A name")
        engine.call("plan.set", draft=mine["id"], at="2100-01-01T09:00", zone="UTC")
        cancelled = engine.call("outbox.cancel", id=found["Planned"]["id"])
        assert cancelled["outbox"]["state"] == "cancelled"
        again = engine.call("post.queue", draft=drafts["With a picture"]["id"])
        assert [h["facts"]["reason"] for h in again["held"]] == ["not_found"]  # no file came along
        assert engine.call("search", query="退款")["hits"]
    finally:
        engine.close()


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


def test_what_schema_3_held_is_summed_up_and_its_times_are_watched(old: Path) -> None:
    schema = version(old)
    engine = Engine.open(profile(old.parent), offline=True, serve=False)
    try:
        store = engine.desk.store
        assert store.read(rollups.verify) == store.read(rollups.verify_days) == []
        ids = [a.id for a in engine.desk.accounts()]
        rows = store.read(
            lambda db: db.execute("SELECT kind, count(*) FROM interactions GROUP BY 1").fetchall()
        )
        kinds = {row[0]: row[1] for row in rows}
        summed = store.read(lambda db: activity.total(db, ids, 0, 1 << 42))
        assert {name: summed[name] for name in kinds} == kinds
        if schema >= 4:  # it has written down itself what it watched
            return
        for number, stream, cursor, pulled_at in store.read(
            lambda db: db.execute(
                "SELECT account_id, stream, cursor, pulled_at FROM cursors WHERE scope = ''"
                " AND stream IN ('inbox', 'messages')"
            ).fetchall()
        ):
            spans = store.read(
                lambda db, a=number, s=stream: watched.spans(db, a, 0, 1 << 42, stream=s)  # type: ignore[misc]
            )
            proven = json.loads(cursor)
            whole = proven.get("head") is not None and not proven.get("gap")
            assert [end for _, end in spans] == ([pulled_at] if whole else [])
    finally:
        engine.close()


def test_a_kill_while_it_is_brought_up_to_date_loses_nothing(old: Path) -> None:
    schema, columns = version(old), columns_of(old)
    before = everything(old, columns)
    script = (
        "import sys; from pathlib import Path; from cmapp.store.migrations import migrate;"
        "import sqlite_utils; print('go', flush=True); migrate(Path(sys.argv[1]))"
    )
    whole = old.read_bytes()
    rng = random.Random(seed := random.randrange(1_000_000))
    found = []
    for n in range(12):
        if version(old) != schema:  # begin again; else go on with what the kill left
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
            assert version(copy) == schema
            assert everything(copy, columns) == before, f"seed {seed}"
    print(f"seed {seed}: {found}")
    Engine.open(profile(old.parent), offline=True, serve=False).close()
    assert version(old) == SCHEMA_VERSION
