"""A full disk (P5): a share of `tests.fire.full_disk`; the window's side is in `tests/gui`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import unavailable
from tests.fire import full_disk

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(900)]


@pytest.fixture
def mountable(tmp_path: Path) -> None:
    try:
        with full_disk.small_disk(tmp_path / "tried"):
            pass
    except full_disk.NoSmallDisk as why:
        unavailable(f"no small disk here: {why}")


@pytest.mark.usefixtures("mountable")
def test_on_a_full_disk_typing_is_kept_and_the_rest_is_told() -> None:
    found = full_disk.run(8, 6)
    assert found["violations"] == 0, found
    assert set(found["refused"]) == {"disk_full"}  # it was full


@pytest.mark.usefixtures("mountable")
def test_without_a_reserve_the_harness_sees_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cmapp.store.opening.RESERVE_BYTES", 0)
    assert full_disk.run(2, 6)["violations"] == 2
