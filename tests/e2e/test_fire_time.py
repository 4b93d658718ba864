"""Shares of `tests/fire/clocks.py` (P12) and `tests/fire/reconnect.py` (P13), with controls."""

from __future__ import annotations

import pytest

from tests.fire import clocks, reconnect

pytestmark = [pytest.mark.e2e]


def test_clocks_that_lie_remove_nothing_and_send_nothing_twice() -> None:
    found = clocks.run(range(4))
    assert found["violations"] == 0, found["wrong"]
    assert found["emptied"] > 0 and found["clock_set"] > 5, "it has seen what it looks for"


def test_to_go_by_our_own_clock_is_seen() -> None:
    assert clocks.run(range(1), control=True)["violations"] > 0


def test_thirty_days_of_changes_are_there_once() -> None:
    found = reconnect.run(range(1), count=150)
    assert found["violations"] == 0, found["wrong"]
    assert found["cuts"] > 1


def test_a_cursor_that_is_ahead_of_its_records_is_seen() -> None:
    assert reconnect.run(range(1), count=150, control=True)["violations"] > 0
