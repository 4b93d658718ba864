"""A share of `tests/fire/panic.py`: once the panic switch has answered, nothing begins to leave."""

from __future__ import annotations

import pytest

from tests.fire import panic

pytestmark = [pytest.mark.e2e]


def test_nothing_leaves_while_the_switch_is_on() -> None:
    found = panic.run(range(4, 6))
    assert found["violations"] == 0, found["wrong"]
    assert found["thrown_in_a_lane"] > 0


def test_a_switch_that_is_not_looked_at_is_seen() -> None:
    assert panic.run(range(4, 5), control=True)["violations"] > 0
