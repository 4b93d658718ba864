"""A quick share of `tests.fire.erasure`: canaries everywhere, erased, looked for in every byte."""

from __future__ import annotations

from tests.fire import erasure


def test_nothing_of_a_canary_is_left_and_the_control_finds_something() -> None:
    summary = erasure.run(1, 1, mastodon=False, every_step=False)
    assert summary["violations"] == 0
    assert summary["control"]["found"] > 0
