from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from cmapp.store.database import Store
from tests.support.talk import Talk


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """A database that was migrated once; each test gets a copy."""
    path = tmp_path_factory.mktemp("template") / "cmapp.sqlite3"
    Store.open(path).close()
    return path.read_bytes()


@pytest.fixture
def talk(tmp_path: Path, template: bytes) -> Iterator[Talk]:
    path = tmp_path / "cmapp.sqlite3"
    path.write_bytes(template)
    opened = Talk(path)
    yield opened
    opened.close()
