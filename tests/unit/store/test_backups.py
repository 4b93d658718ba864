"""Copies of the database: whole or not there, checked, and as many as are worth their room."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from cmapp.domain.errors import Missing
from cmapp.store import backups, drafts, sqlite
from cmapp.store.backups import Copy
from cmapp.store.database import Store
from cmapp.store.opening import StoreTrouble

NOON = 1_790_000_000_000


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store of our own."""
    made = Store.open(tmp_path / "cmapp.sqlite3", draft_copy=tmp_path / "drafts.copy")
    made.write(lambda tx: drafts.save(tx, "hello", now=1))
    yield made
    made.close()


def make(store: Store, name: str = "daily-2026-09-21", **more: object) -> Copy:
    folder = store.path.parent / "backups"
    return backups.make(store.path, folder, name, kind="daily", now=NOON, **more)  # type: ignore[arg-type]


def test_a_copy_is_whole_and_knows_what_is_in_it(store: Store) -> None:
    copy = make(store, draft_copy=store.path.with_name("drafts.copy"), settings={"theme": "dark"})
    assert copy.path.is_file() and copy.draft_copy.is_file()
    assert (copy.drafts, copy.messages, copy.queued, copy.accounts) == (1, 0, 0, 0)
    db = sqlite.connect(str(copy.path))
    assert db.execute("SELECT text FROM drafts").fetchall() == [("hello",)]
    db.close()
    (found,) = backups.every(copy.path.parent)
    assert found == copy and found.settings == {"theme": "dark"}
    assert backups.by_name(copy.path.parent, "daily-2026-09-21") == copy
    with pytest.raises(Missing):
        backups.by_name(copy.path.parent, "daily-2026-09-20")


def test_what_is_written_while_it_is_made_does_not_wait(store: Store) -> None:
    before = store.read(lambda db: db.execute("SELECT count(*) FROM drafts").fetchone()[0])
    asked = []

    def stop() -> bool:
        if not asked:  # in the midst of the copy
            asked.append(store.write(lambda tx: drafts.save(tx, "meanwhile", now=2)))
        return False

    copy = make(store, stop=stop)
    assert asked, "the copy asked nobody whether it is to stop"
    assert copy.drafts in (before, before + 1)


def test_a_copy_that_is_stopped_leaves_nothing(store: Store) -> None:
    with pytest.raises(StoreTrouble) as stopped:
        make(store, stop=lambda: True)
    assert stopped.value.why == "backup_stopped"
    assert list((store.path.parent / "backups").iterdir()) == []


def test_a_changed_copy_is_found_out(store: Store) -> None:
    copy = make(store)
    assert backups.check(copy, now=NOON + 5).checked_at == NOON + 5
    whole = copy.path.read_bytes()
    copy.path.write_bytes(whole.replace(b"hello", b"jello"))
    assert backups.check(copy, now=NOON + 5).wrong == "changed", "SQLite itself sees nothing"
    raw = bytearray(whole)
    raw[-100:] = b"x" * 100
    copy.path.write_bytes(bytes(raw))
    assert backups.check(copy, now=NOON + 6).wrong != ""
    (kept,) = backups.every(copy.path.parent)
    assert kept.wrong != ""
    raw[:100] = bytes(100)
    copy.path.write_bytes(bytes(raw))
    assert "not a database" in backups.check(copy, now=NOON + 7).wrong


def test_what_a_kill_left_is_swept(store: Store) -> None:
    folder = store.path.parent / "backups"
    folder.mkdir()
    for name in ("daily-2026-01-01.half", "daily-2026-01-01.json", "daily-2026-01-01.drafts"):
        (folder / name).write_bytes(b"x")
    make(store)
    assert sorted(p.name for p in folder.iterdir()) == [
        "daily-2026-09-21.json",
        "daily-2026-09-21.sqlite3",
    ]


@pytest.mark.parametrize(
    "forged",
    [
        {"made_at": "x"},
        {"made_at": 10**30},
        {"bytes": []},
        {"kind": {}},
        {"path": "/etc/passwd"},
        {"settings": 7},
        {"checked_at": True},
    ],
)
def test_facts_that_anybody_wrote_are_not_believed(store: Store, forged: dict[str, Any]) -> None:
    made = make(store, name="manual-1")
    folder = made.path.parent
    facts = made.path.with_suffix(".json")
    facts.write_text(json.dumps(json.loads(facts.read_text()) | forged))
    (folder / "manual-2.sqlite3").mkdir()
    if hasattr(os, "mkfifo"):
        os.mkfifo(folder / "manual-3.sqlite3")
    (copy,) = backups.every(folder)
    assert copy.path == made.path and copy.kind in ("manual", "daily")
    assert isinstance(copy.made_at, int) and copy.made_at < 10**14
    assert backups.check(copy, now=6).wrong == ""


def test_a_copy_of_before_has_no_facts_and_is_listed(store: Store) -> None:
    copy = make(store, name="before-3-to-4")
    copy.path.with_suffix(".json").unlink()
    (found,) = backups.every(copy.path.parent)
    assert (found.kind, found.messages, found.checked_at) == ("before", None, None)
    assert backups.check(found, now=NOON).schema == backups.check(copy, now=NOON).schema
    copy.path.with_suffix(".json").write_text(json.dumps([1]))
    assert backups.every(copy.path.parent)[0].kind == "before"


def day(n: int, kind: str = "daily") -> Copy:
    at = datetime(2026, 9, 21, 12, tzinfo=UTC) - timedelta(days=n)
    return Copy(Path(f"{kind}-{at:%Y-%m-%d}.sqlite3"), kind, int(at.timestamp() * 1000), 1)


def kept_of(copies: list[Copy]) -> list[Copy]:
    gone = backups.too_many(copies)
    return [c for c in copies if c not in gone]


def test_twelve_days_ten_weeks_nine_months() -> None:
    kept = kept_of([day(n) for n in range(400)])
    ages = sorted((day(0).made_at - c.made_at) // 86_400_000 for c in kept)
    assert ages[:12] == list(range(12))
    weeks = {datetime.fromtimestamp(c.made_at / 1000, UTC).strftime("%G-%V") for c in kept}
    months = {datetime.fromtimestamp(c.made_at / 1000, UTC).strftime("%Y-%m") for c in kept}
    assert len(weeks) >= 10 and len(months) == 9 and len(kept) <= 12 + 10 + 9


def test_day_by_day_comes_to_the_same() -> None:
    """Thinned every day, as it is in life, as much is left as when all is thinned at once."""
    there: list[Copy] = []
    for n in reversed(range(400)):
        there = kept_of([*there, day(n)])
    assert sorted(c.made_at for c in there) == sorted(
        c.made_at for c in kept_of([day(n) for n in range(400)])
    )


def test_a_clock_that_ran_ahead_costs_one_copy_of_its_kind() -> None:
    copies = [day(n) for n in range(12)]
    ahead = replace(day(-3650), path=Path("daily-ahead.sqlite3"))
    assert set(c.path for c in copies) - {c.path for c in kept_of([*copies, ahead])} <= {
        day(11).path
    }


def test_those_asked_for_and_those_of_migrations_have_their_own_count() -> None:
    copies = [day(n, kind) for kind in ("manual", "before", "replaced") for n in range(9)]
    left = kept_of(copies)
    count = {k: sum(c.kind == k for c in left) for k in ("manual", "before", "replaced")}
    assert count == {"manual": 5, "before": 3, "replaced": 9}


def test_a_copy_that_goes_while_they_are_listed_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "daily-2026-11-22.sqlite3").symlink_to(tmp_path / "gone")
    assert backups.every(tmp_path) == []
