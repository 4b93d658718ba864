from __future__ import annotations

import subprocess
import sys

import pytest

from cmapp.platforms.bluesky import tid as tids
from cmapp.platforms.bluesky.tid import encode, micros, tid

MADE = 1_795_323_335_605


def test_the_same_key_names_the_same_record_in_another_process() -> None:
    here = tid("3c1e4a58-row", MADE)
    code = f"from cmapp.platforms.bluesky.tid import tid; print(tid('3c1e4a58-row', {MADE}))"
    there = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONHASHSEED": "77", "PYTHONPATH": "."},
    )
    assert there.stdout.strip() == here
    # Written down: a later version that computed another one would send twice.
    assert here == "3n2ut6u7xflsr"


def test_it_lies_within_the_second_before_it_was_written() -> None:
    for number in range(200):
        at = micros(tid(f"row {number}", MADE))
        assert MADE * 1000 - 1_000_000 <= at < MADE * 1000


def test_rows_of_one_moment_get_keys_of_their_own() -> None:
    assert len({tid(f"row {number}", MADE) for number in range(5000)}) == 5000


def test_keys_sort_by_the_time_of_writing() -> None:
    made = [tid(f"row {number}", MADE + number * 1000) for number in range(50)]
    assert made == sorted(made)


@pytest.mark.parametrize("made_at", [0, -5, 1, 2**62, MADE])
def test_it_is_a_tid_whatever_the_clock_said(made_at: int) -> None:
    made = tid("row", made_at)
    assert len(made) == 13
    assert made[0] in "234567abcdefghij"
    assert set(made) <= set(tids._DIGITS)


def test_a_deed_without_a_time_has_a_key_all_the_same() -> None:
    assert tid("at://did:plc:x/app.bsky.feed.post/1") == tid("at://did:plc:x/app.bsky.feed.post/1")
    assert tid("a") != tid("b")


def test_encoding_follows_the_published_example() -> None:
    assert encode(0) == "2" * 13
    assert micros("3jzfcijpj2z2a") == 1_688_137_381_887_007
    with pytest.raises(ValueError):
        micros("short")
