"""What can be read of a damaged file is read: around the damage, and without the schema's pages."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from cmapp.store import salvage, schema_copy, sqlite
from cmapp.store.database import Store
from cmapp.store.migrations import migrate
from cmapp.store.opening import open_writer

ROWS = 3_000
PAGE = 4096


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A database with people whose bios fill pages, and tags in a table that is its own index."""
    path = tmp_path_factory.mktemp("salvage") / "cmapp.sqlite3"
    store = Store.open(path)

    def fill(tx) -> None:
        for n in range(ROWS):
            tx.db.execute(
                "INSERT INTO profiles (id, realm, remote_id, handle, bio, seen_at)"
                " VALUES (?, 'r', ?, ?, ?, 1)",
                (n * n + 1, str(n), f"@{n}", f"bio {n} " * 40),
            )
            tx.db.execute("INSERT INTO pillars VALUES (?, ?, 1)", (f"pillar {n:05}", n % 100))

    store.write(fill)
    store.close()
    return path.read_bytes()


@pytest.fixture
def path(tmp_path: Path, made: bytes) -> Path:
    found = tmp_path / "cmapp.sqlite3"
    found.write_bytes(made)
    with closing(open_writer(found)) as db:
        schema_copy.keep_in_step(db, found)
    return found


@pytest.fixture
def target(tmp_path: Path) -> Iterator[sqlite.Connection]:
    fresh = tmp_path / "fresh.sqlite3"
    migrate(fresh)
    db = open_writer(fresh)
    db.execute("PRAGMA foreign_keys=OFF")
    db.execute("BEGIN")
    yield db
    db.close()


def leaves(path: Path, table: str) -> list[int]:
    """Return the pages right below the root of a table that is a tree of two or more levels."""
    with closing(sqlite.connect(str(path))) as db:
        root = db.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()[
            0
        ]
    page = path.read_bytes()[(root - 1) * PAGE : root * PAGE]
    assert page[0] in (2, 5)
    cells = int.from_bytes(page[3:5])
    places = [int.from_bytes(page[12 + 2 * n : 14 + 2 * n]) for n in range(cells)]
    return [int.from_bytes(page[at : at + 4]) for at in places]


def spoil(path: Path, pages: list[int]) -> None:
    with path.open("rb+") as file:
        for page in pages:
            file.seek((page - 1) * PAGE)
            file.write(b"\xee" * PAGE)


def poured(path: Path, target: sqlite.Connection, tmp_path: Path) -> salvage.Salvaged:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    before = path.read_bytes()
    source = salvage.opened(path, scratch)
    assert source is not None
    found = salvage.pour(source, target)
    source.close()
    assert path.read_bytes() == before, "the damaged file is only read"
    return found


def test_a_whole_file_comes_whole(path: Path, target: sqlite.Connection, tmp_path: Path) -> None:
    found = poured(path, target, tmp_path)
    assert (found.rows["profiles"], found.rows["pillars"]) == (ROWS, ROWS)
    assert found.lacking == []
    assert target.execute("SELECT count(*), sum(id) FROM profiles").fetchone()[0] == ROWS


def test_what_people_who_were_erased_count_for_comes_along(
    path: Path, target: sqlite.Connection, tmp_path: Path
) -> None:
    """`activity_gone` is the one table of sums that no rows are left for."""
    with closing(open_writer(path)) as db:
        columns = [r["name"] for r in db.execute("PRAGMA table_info(activity_gone)")]
        row = ["a" if name == "account_id" else 3 for name in columns]
        db.execute(f"INSERT INTO activity_gone VALUES ({', '.join('?' * len(row))})", row)
    poured(path, target, tmp_path)
    assert [tuple(r) for r in target.execute("SELECT * FROM activity_gone")] == [tuple(row)]


def test_rows_on_both_sides_of_each_damage_are_read(
    path: Path, target: sqlite.Connection, tmp_path: Path
) -> None:
    pages = leaves(path, "profiles")
    hit = [pages[len(pages) // 4], pages[len(pages) // 2], pages[len(pages) // 2 + 3]]
    spoil(path, hit)
    found = poured(path, target, tmp_path)
    assert "profiles" in found.lacking
    lost = ROWS - found.rows["profiles"]
    assert 0 < lost <= 3 * 20, "a page that is lost costs the rows on it and no others"


def test_a_table_that_is_its_own_index_is_read_from_both_ends(
    path: Path, target: sqlite.Connection, tmp_path: Path
) -> None:
    pages = leaves(path, "pillars")
    spoil(path, [pages[len(pages) // 2]])
    found = poured(path, target, tmp_path)
    there = target.execute("SELECT count(*) FROM pillars").fetchone()[0]
    assert ROWS - 400 < there < ROWS and "pillars" in found.lacking


def test_without_one_page_of_the_schema_every_row_is_read(
    path: Path, target: sqlite.Connection, tmp_path: Path
) -> None:
    size, pages = schema_copy.read(path)
    assert size == PAGE and len(pages) > 10
    raw = path.read_bytes()
    assert all(raw[(n - 1) * PAGE : n * PAGE] == page for n, page in pages.items())
    spoil(path, sorted(pages))
    found = poured(path, target, tmp_path)
    assert (found.rows["profiles"], found.rows["pillars"]) == (ROWS, ROWS)


def test_the_schemas_copy_follows_a_vacuum(path: Path) -> None:
    with closing(open_writer(path)) as db:
        assert schema_copy.keep_in_step(db, path) is False
        db.execute("VACUUM")
        assert schema_copy.keep_in_step(db, path) is True
    raw = path.read_bytes()
    _, pages = schema_copy.read(path)
    assert all(raw[(n - 1) * PAGE : n * PAGE] == page for n, page in pages.items())


def test_what_points_nowhere_is_mended(target: sqlite.Connection) -> None:
    target.execute(
        "INSERT INTO posts (id, realm, remote_id, author_id, text, created_at)"
        " VALUES (1, 'r', '1', 77, 'by nobody', 1)"
    )
    target.execute("INSERT INTO post_states (account_id, post_id) VALUES ('gone', 1)")
    assert salvage.mend(target) >= 2
    assert target.execute("PRAGMA foreign_key_check").fetchone() is None
