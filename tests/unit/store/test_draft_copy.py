"""The drafts' second copy: in step with each commit, whatever the commit was."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from cmapp.store import draft_copy, drafts
from cmapp.store.database import Store
from cmapp.store.draft_copy import Kept
from cmapp.store.drafts import Variant


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A store of our own with its copy beside it."""
    made = Store.open(tmp_path / "cmapp.sqlite3", draft_copy=tmp_path / "drafts.copy")
    yield made
    made.close()


def kept(store: Store) -> Kept:
    return draft_copy.read(store.path.with_name("drafts.copy"))


def test_a_saved_draft_is_in_the_copy_with_its_wordings(store: Store) -> None:
    def save(tx):
        number = drafts.save(tx, "hello 你好", now=1_000)
        drafts.set_variants(tx, number, [Variant("a", text="for a"), Variant("b")], now=1_000)
        return number

    number = store.write(save)
    found = kept(store)
    assert [(d["id"], d["text"]) for d in found.drafts] == [(number, "hello 你好")]
    assert [(v["account_id"], v["text"]) for v in found.variants] == [("a", "for a"), ("b", None)]

    store.write(lambda tx: drafts.set_variants(tx, number, [Variant("b")], now=2_000))
    store.write(lambda tx: drafts.save(tx, "new words", now=2_000, draft_id=number))
    found = kept(store)
    assert [d["text"] for d in found.drafts] == ["new words"]
    assert [v["account_id"] for v in found.variants] == ["b"]


def test_a_wording_that_is_added_later_is_in_the_copy(store: Store) -> None:
    number = store.write(lambda tx: drafts.save(tx, "hello", now=1_000))
    store.write(lambda tx: drafts.set_variants(tx, number, [Variant("a", text="for a")], now=2))
    assert [v["text"] for v in kept(store).variants] == ["for a"]


def test_what_is_gone_or_done_is_no_draft_any_more(store: Store) -> None:
    one = store.write(lambda tx: drafts.save(tx, "one", now=1))
    two = store.write(lambda tx: drafts.save(tx, "two", now=2))
    three = store.write(lambda tx: drafts.save(tx, "three", now=3))
    store.write(lambda tx: drafts.delete(tx, one))
    store.write(lambda tx: drafts.finish(tx, two, at=9))
    assert [d["id"] for d in kept(store).drafts] == [three]


def test_what_was_rolled_back_leaves_no_line(store: Store) -> None:
    def fail(tx):
        drafts.save(tx, "never", now=1)
        raise ValueError

    with contextlib.suppress(ValueError):
        store.write(fail)
    store.write(lambda tx: drafts.save(tx, "kept", now=2))
    assert [d["text"] for d in kept(store).drafts] == ["kept"]
    assert b"never" not in store.path.with_name("drafts.copy").read_bytes()


def test_a_copy_that_cannot_be_written_fails_no_save_and_catches_up(store: Store) -> None:
    path = store.path.with_name("drafts.copy")
    path.unlink(missing_ok=True)
    path.mkdir()
    number = store.write(lambda tx: drafts.save(tx, "one", now=1))
    path.rmdir()
    store.write(lambda tx: drafts.save(tx, "two", now=2))
    assert {d["text"] for d in kept(store).drafts} == {"one", "two"}
    assert store.read(lambda db: drafts.by_id(db, number)) is not None


def test_the_file_stays_small(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draft_copy, "SPARE", 10_000)
    number = store.write(lambda tx: drafts.save(tx, "x" * 400, now=1))
    for n in range(2, 60):
        store.write(lambda tx, n=n: drafts.save(tx, f"{n}" * 200, now=n, draft_id=number))
    assert store.path.with_name("drafts.copy").stat().st_size < 14_000
    assert [d["text"] for d in kept(store).drafts] == ["59" * 200]


def test_it_is_written_anew_where_it_is_behind_and_forgets_on_demand(store: Store) -> None:
    path = store.path.with_name("drafts.copy")
    number = store.write(lambda tx: drafts.save(tx, "a secret name", now=1))
    assert store.copy_drafts() is False
    path.write_bytes(b"")
    assert store.copy_drafts() is True
    assert [d["id"] for d in kept(store).drafts] == [number]
    store.write(lambda tx: drafts.delete(tx, number))
    assert b"a secret name" in path.read_bytes()
    store.copy_drafts(anew=True)
    assert b"a secret name" not in path.read_bytes()


def test_damage_costs_the_lines_it_hit(store: Store) -> None:
    path = store.path.with_name("drafts.copy")
    for n in range(20):
        store.write(lambda tx, n=n: drafts.save(tx, f"draft {n:02} " + "y" * 300, now=n + 1))
    raw = bytearray(path.read_bytes())
    raw[3000:3512] = bytes(512)
    path.write_bytes(bytes(raw))
    assert len(kept(store).drafts) >= 18
