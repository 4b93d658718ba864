"""The measures run: small, and nothing is asserted of how fast anything is."""

from __future__ import annotations

import pytest

from tests.bench import deadlines, ingest, searching
from tests.bench.table import markdown

pytestmark = [pytest.mark.bench]


def test_storing_and_searching_are_measured_and_printed() -> None:
    measures = [*ingest.measure(2_000, pages=4, rounds=1), *searching.measure(2_000, rounds=1)]
    assert [m.code for m in measures] == ["T6", "T6", "T6", "T6", "T7", "T7", "T7", "T7"]
    assert all(m.floor > 0 and m.subject > 0 for m in measures)
    measures += deadlines.measure(2_000)
    assert len(markdown(measures).splitlines()) == 2 + len(measures)
