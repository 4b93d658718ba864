"""Readers come and go with their threads; connections must not pile up behind them."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from cmapp.store.database import Store


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="counts open files in /proc")
def test_a_thousand_short_lived_readers_leave_no_open_files(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "a.sqlite3")

    def read() -> None:
        store.read(lambda db: store.read(lambda same: same.execute("SELECT 1").fetchone()))

    def many() -> None:
        for _ in range(50):
            threads = [threading.Thread(target=read) for _ in range(8)]
            for thread in threads:
                thread.start()
            for thread in threads:
                thread.join()

    many()
    before = len(os.listdir("/proc/self/fd"))
    many()
    many()
    assert len(os.listdir("/proc/self/fd")) <= before + 32  # a leak: 800
    store.close()


def test_a_read_inside_a_read_sees_the_same_moment(tmp_path: Path) -> None:
    store = Store.open(tmp_path / "a.sqlite3")
    count = "SELECT count(*) FROM meta"

    def outer(db: object) -> tuple[int, int]:
        first = store.read(lambda same: same.execute(count).fetchone()[0])
        store.write(lambda tx: tx.db.execute("INSERT INTO meta VALUES ('x', '1')"))
        return first, store.read(lambda same: same.execute(count).fetchone()[0])

    first, second = store.read(outer)
    assert first == second
    store.close()
