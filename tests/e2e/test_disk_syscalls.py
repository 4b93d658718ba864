"""System calls that fail, or kill (P4): a share of `tests.fire.syscalls`, and its control."""

from __future__ import annotations

import pytest

from tests.conftest import unavailable
from tests.fire import disk, syscalls

pytestmark = [pytest.mark.e2e]
SEED = 6


@pytest.fixture(scope="module")
def by() -> str:
    """What makes calls go wrong here: strace, or disk.c where that may not trace."""
    why = syscalls.may_trace()
    if not why:
        return "strace"
    try:
        disk.library()
    except disk.NoCompiler as no:
        unavailable(f"{why}; and nothing can be compiled: {no}")
    print(f"no strace here ({why}): the faults come from disk.c")
    return "preload"


@pytest.mark.parametrize("fault", syscalls.MANY)
def test_a_call_that_goes_wrong_costs_nothing_that_was_kept(by: str, fault: str) -> None:
    found = syscalls.run([fault], 90, SEED, step=40, by=by)
    assert found["violations"] == 0 and found["runs"] == 3
    if fault.startswith("kill"):
        assert found["kills"] >= 2, found
    elif fault.endswith("pwrite64"):
        assert found["errors"] >= 2, found


def test_what_is_said_to_be_kept_too_early_is_seen(by: str) -> None:
    """The control: a deed that is acknowledged before it is done."""
    found = syscalls.run(["kill at pwrite64"], 60, SEED, step=10, by=by, control="early")
    assert found["violations"] >= 2, found


def test_the_fallback_finds_the_same() -> None:
    try:
        disk.library()
    except disk.NoCompiler as no:
        unavailable(f"nothing can be compiled here: {no}")
    found = syscalls.run(["kill at pwrite64", "EIO at fsync"], 40, SEED, step=39, by="preload")
    assert found["violations"] == 0 and found["kills"] >= 1 and found["by"] == "preload"
