"""A share of the long runs under fire: faults, cursors and payloads (P10, P11, P15).

The whole of each: `python -m tests.fire.faults --full`, `…cursors`, `…payloads --payloads 20000`.
"""

from __future__ import annotations

import logging
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fire import breaking, cursors, faults, guided, payloads

SEED = 6


@pytest.fixture
def quiet() -> Iterator[None]:
    logging.disable(logging.WARNING)
    yield
    logging.disable(logging.NOTSET)


def test_every_fault_ends_in_time_and_in_a_word_that_is_true() -> None:
    told, leaks, lines = faults.everything(full=False, seed=SEED, workers=8, extra=10)
    assert [f"{t.verb} {t.fault} {t.at}: {t.outcome} {t.wrong}" for t in told if t.wrong] == []
    assert leaks == []
    assert len({t.fault for t in told}) >= 250 and len({t.verb for t in told}) >= 70
    assert lines > 1_000


def test_a_wrong_word_and_a_late_end_would_be_seen(tmp_path: Path) -> None:
    assert faults.control(tmp_path) == "seen"


@pytest.mark.parametrize("platform", ["mastodon", "bluesky", "demo"])
def test_no_list_leads_on_for_ever(platform: str, quiet: None) -> None:
    assert cursors.walks(platform, 60, SEED) == []


def test_an_endless_list_would_be_seen(quiet: None) -> None:
    assert cursors.control() == "seen"


@pytest.mark.parametrize("platform", ["mastodon", "bluesky", "demo"])
def test_no_answer_breaks_a_shape_or_the_store(platform: str, quiet: None) -> None:
    tally = payloads.fuzz(platform, 300, random.Random(f"{SEED} {platform}"))
    assert tally.wrong == []
    assert min(tally.read, tally.refused, tally.unreadable, tally.stored) > 5


def test_a_shape_that_falls_over_would_be_seen(quiet: None) -> None:
    assert payloads.control() == "seen"


def test_the_list_of_faults_has_a_name_for_each() -> None:
    assert len(breaking.FAULTS) >= 250


def test_what_a_tracer_of_branches_thinks_up_breaks_no_parser() -> None:
    pytest.importorskip("atheris", reason="no wheel of atheris for this Python")
    runs, fell = guided.driven(SEED, tries=10_000)
    assert fell == "" and runs >= 10_000
