"""Power cuts on the real engine (P3): a share of `tests.fire.powercut`; what proves its eyes."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import unavailable
from tests.fire import disk, life, powercut

pytestmark = [pytest.mark.e2e]
SEED = 6


@pytest.fixture(scope="module")
def place() -> Iterator[Path]:
    """A folder in memory: what is tested is the order of calls, not this machine's disk."""
    try:
        disk.library()
    except disk.NoCompiler as why:
        unavailable(f"nothing can be compiled here: {why}")
    shared = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=shared if shared.is_dir() else None) as made:
        yield Path(made)


@pytest.fixture(scope="module")
def day(place: Path) -> powercut.Day:
    """A recorded day of the real program."""
    return powercut.Day(place, powercut.record(place, SEED, deeds=80))


def judged(day: powercut.Day, place: Path, count: int) -> list[list[str]]:
    images = day.images(count, random.Random(SEED))
    return [powercut.look((str(place), *image))[1] for image in images]


def test_nothing_is_acknowledged_before_it_is_on_the_disk(day: powercut.Day) -> None:
    assert sum(e.op == "#" for e in day.events) > 100
    assert day.careless() == []


def test_after_a_power_cut_all_that_was_kept_is_there(day: powercut.Day, place: Path) -> None:
    found = judged(day, place, 60)
    assert len(found) == 60
    assert [f for f in found if f] == []


def test_a_disk_that_lies_is_seen(day: powercut.Day, place: Path) -> None:
    """The control: with no sync at all, most images have lost something."""
    lying = powercut.Day(place, place / "notes", lies=True)
    assert sum(bool(f) for f in judged(lying, place, 15)) >= 5


def test_a_commit_that_is_not_synced_is_seen(place: Path) -> None:
    """The control: `synchronous=NORMAL` answers before the disk has it."""
    folder = place / "normal"
    folder.mkdir()
    log = powercut.record(folder, SEED, deeds=25, sync="NORMAL", fresh=True)
    assert any("-wal" in told for told in powercut.Day(folder, log).careless())


def test_what_stands_open_and_what_is_kept_are_told_apart(place: Path) -> None:
    """The judge itself: what was acknowledged and is not there is told."""
    folder = place / "judged"
    life.fill(folder)
    assert life.judge(folder, {}, {}) == []
    (told,) = life.judge(folder, {}, {"draft:7": "kept"})
    assert told.startswith("draft:7")
    assert life.judge(folder, {"draft:7": [None]}, {"draft:7": "kept"}) == []
