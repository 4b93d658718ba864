"""A wall clock and a zone make a moment, or it is said why not (CA-01)."""

from __future__ import annotations

import pytest

from cmapp.domain import plan_times
from cmapp.domain.errors import Rejected


@pytest.mark.parametrize(
    "wall",
    [
        "9999-12-31T23:59", "0001-01-01T00:00", "1969-12-31T23:59", "2027-13-01T09:00",
        "9999-12-31T23:59-08:00", "0001-01-01T00:00+14:00", "2027-02-30T09:00", "soon",
    ],
)  # fmt: skip
@pytest.mark.parametrize("zone", ["America/Los_Angeles", "Pacific/Kiritimati"])
def test_what_is_no_time_is_refused_and_nothing_breaks(wall: str, zone: str) -> None:
    with pytest.raises(Rejected) as refused:
        plan_times.moment(plan_times.read_in(wall, zone), zone)
    assert refused.value.why == "bad_time"
