"""The views that anyone may rely on: as listed, alike on every profile, right by the rows."""

from __future__ import annotations

import json
import re
import shutil
import sqlite3  # the standard library's on purpose: what everybody has
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmapp.domain.attitude import attitude
from cmapp.services import open_data
from cmapp.store.database import Store
from tests.support.stage import Stage

ROOT = Path(__file__).parents[3]
DATA = ROOT / "tests" / "data"
LANGUAGES = ("en", "zh_CN", "zh_TW")
SECRET = re.compile(r"token|secret|password|grant|cookie|refresh", re.IGNORECASE)


def opened(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path.resolve().as_uri() + "?mode=ro", uri=True)


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The file of the demo network, read, with something answered, labelled, planned."""
    folder = tmp_path_factory.mktemp("demo") / "profile"
    stage = Stage(folder)
    try:
        item = stage.asked("Is it vegan?")
        stage.asked("This is broken, I want my money back!", who="chenxi")
        unread = stage.asked("Nobody has read this yet.")
        stage.asked("Thank you, delicious!")
        stage.engine.desk.store.write(
            lambda tx: tx.db.execute(
                "UPDATE interactions SET signals = '[]' WHERE id = ?", (int(unread),)
            )
        )
        stage.reply(item, "It is.")
        stage.send()
        stage.call("inbox.label", items=[item], label="food")
        stage.call("campaigns.save", name="autumn")
        table = folder.parent / "visits.csv"
        table.write_text(
            "Date,Campaign,Sessions,Amount spent,Currency\n2026-11-01,autumn,3,4.5,EUR\n"
            "2026-11-02,,7,,EUR\n"
        )
        stage.call("imports.run", file=str(table), zone="UTC")
        yield stage.paths.database
    finally:
        stage.close()


@pytest.fixture(params=sorted(int(p.stem[7:]) for p in DATA.glob("schema-*.sql")))
def upgraded(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A profile of an older version, opened once with this one."""
    path = tmp_path / "cmapp.sqlite3"
    db = sqlite3.connect(path)
    db.executescript((DATA / f"schema-{request.param}.sql").read_text("utf-8"))
    db.close()
    Store.open(path).close()
    return path


# --- as listed ----------------------------------------------------------------------------------


def test_the_list_names_what_the_file_has(demo: Path) -> None:
    db = opened(demo)
    found = db.execute("SELECT name FROM sqlite_master WHERE type = 'view'")
    there = [r[0] for r in found if r[0].startswith("v_")]
    assert [one.name for one in open_data.views()] == there
    for one in open_data.views():
        columns = [r[1] for r in db.execute(f"PRAGMA table_info({one.name})")]
        assert [c.name for c in one.columns] == columns
        assert not [c for c in columns if SECRET.search(c)]
        assert one.time in ("", *columns)
        for language in LANGUAGES:
            assert one.about[language] and all(c.about[language] for c in one.columns)
        db.execute(f"SELECT * FROM {one.name} ORDER BY {one.order or 1} LIMIT 1").fetchall()
    db.close()


TYPES = {"text": str, "int": int, "time": int, "real": float}


def test_a_column_holds_what_its_type_says(demo: Path) -> None:
    db = opened(demo)
    seen = set()
    for one in open_data.views():
        for row in db.execute(f"SELECT * FROM {one.name}"):
            for column, value in zip(one.columns, row, strict=True):
                assert value is None or isinstance(value, TYPES[column.type]), column
                seen |= {column.type} if value is not None else set()
    assert seen == set(TYPES)
    empty = {v.name for v in open_data.views()
             if not db.execute(f"SELECT 1 FROM {v.name}").fetchone()}  # fmt: skip
    assert empty <= {"v_plans", "v_campaign_posts", "v_followers", "v_watched"}, "try them, too"
    db.close()


def test_ids_and_times_are_told_twice(demo: Path) -> None:
    db = opened(demo)
    for one in open_data.views():
        names = [c.name for c in one.columns]
        for row in db.execute(f"SELECT * FROM {one.name}"):
            told = dict(zip(names, row, strict=True))
            for name, value in told.items():
                if name.endswith("_id_text"):
                    number = told[name.removesuffix("_text")]
                    assert value == (None if number is None else str(number))
                elif name.endswith("_iso"):
                    assert value == iso(told[name.removesuffix("_iso") + "_at"])
    db.close()


def iso(ms: int | None) -> str | None:
    if ms is None:
        return None
    moment = datetime.fromtimestamp(ms // 1000, UTC).replace(microsecond=ms % 1000 * 1000)
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")


@given(st.integers(946_684_800_000, 4_102_444_800_000))
def test_a_time_is_told_to_the_millisecond(ms: int) -> None:
    db = sqlite3.connect(":memory:")
    db.execute("CREATE TABLE watched (account_id, stream, since, until)")
    (view,) = re.findall(r"CREATE VIEW v_watched.*?;", SCHEMA, re.DOTALL)
    db.execute(view)
    db.execute("INSERT INTO watched VALUES ('a', 'inbox', ?, ?)", (ms, ms))
    assert db.execute("SELECT since_iso FROM v_watched").fetchone()[0] == iso(ms)
    db.close()


SCHEMA = (ROOT / "cmapp" / "store" / "schema" / "0004.sql").read_text("utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_of_help_lists_them(language: str) -> None:
    page = (ROOT / "resources" / "help" / language / "open-data.md").read_text("utf-8")
    assert page.endswith("\n\n" + open_data.as_help(language) + "\n"), "put as_help() there"


# --- the numbers are those of the rows ----------------------------------------------------------


def test_attitudes_are_those_that_charts_count(demo: Path) -> None:
    db = opened(demo)
    found = db.execute("SELECT kind, signals, attitude FROM v_interactions").fetchall()
    assert {f[2] for f in found} >= {"negative", "undecided", "unread", "positive"}
    assert [f[2] for f in found] == [attitude(kind, json.loads(s)) for kind, s, _ in found]
    db.close()


@pytest.mark.parametrize("view", ["v_activity_by_day", "v_activity_by_hour"])
def test_activity_sums_up_what_came_in(demo: Path, view: str) -> None:
    db = opened(demo)
    by_view: dict[tuple[object, ...], list[int]] = {}
    hours = ", hour" if view.endswith("hour") else ""
    for *key, n, needs, bad in db.execute(
        f"SELECT account_id, day{hours}, interactions, need_reply, negative FROM {view}"
    ):
        by_view[tuple(key)] = [n, needs, bad]
    by_hand: dict[tuple[object, ...], list[int]] = {}
    for account, at, needs, mood in db.execute(
        "SELECT account_id, created_at, needs_reply, attitude FROM v_interactions"
    ):
        moment = datetime.fromtimestamp(at / 1000, UTC)
        key = (account, f"{moment:%Y-%m-%d}", moment.hour)[: 3 if hours else 2]
        one = by_hand.setdefault(key, [0, 0, 0])
        one[0] += 1
        one[1] += needs
        one[2] += mood == "negative"
    assert by_view == by_hand and by_hand
    db.close()


def test_an_answer_that_went_out_is_told_with_how_long_it_took(demo: Path) -> None:
    db = opened(demo)
    (found,) = db.execute("SELECT text, asked_at, sent_at, minutes FROM v_replies").fetchall()
    assert found[0] == "It is."
    assert found[3] == (found[2] - found[1]) / 60000
    db.close()


# --- the example queries ------------------------------------------------------------------------


@pytest.fixture(params=[q.name for q in open_data.queries()])
def query(request: pytest.FixtureRequest) -> open_data.Query:
    return next(q for q in open_data.queries() if q.name == request.param)


def test_there_are_enough_of_them() -> None:
    assert len(open_data.queries()) >= 12


def test_a_query_answers_with_its_columns_and_by_its_index(
    demo: Path, query: open_data.Query
) -> None:
    db = opened(demo)
    assert tuple(d[0] for d in db.execute(query.sql).description) == query.columns
    plan = " ".join(r[3] for r in db.execute("EXPLAIN QUERY PLAN " + query.sql))
    assert query.plan in plan
    assert all(query.about[language] for language in LANGUAGES)
    tables = re.findall(r"\b(?:FROM|JOIN) (\w+)", query.sql)
    own = re.findall(r"\bWITH (\w+)", query.sql)
    assert {t for t in tables if not t.startswith("v_")} <= set(own), "only views stay"
    db.close()


def test_a_query_holds_on_profiles_of_every_version(upgraded: Path) -> None:
    db = opened(upgraded)
    answered = 0
    for query in open_data.queries():
        found = db.execute(query.sql)
        assert tuple(d[0] for d in found.description) == query.columns
        answered += bool(found.fetchall())
    assert answered >= 3
    for one in open_data.views():
        assert [d[0] for d in db.execute(f"SELECT * FROM {one.name}").description] == [
            c.name for c in one.columns
        ]
    db.close()


@pytest.mark.skipif(not shutil.which("sqlite3"), reason="no sqlite3 command here")
def test_the_command_line_of_sqlite_reads_them(demo: Path) -> None:
    for query in open_data.queries():
        done = subprocess.run(
            ["sqlite3", "-readonly", "-json", str(demo)], input=query.sql,
            capture_output=True, text=True, check=True,
        )  # fmt: skip
        assert done.stderr == ""
