"""Rules of series: every one ends, keeps its time of day, and is worked out as calendars do."""

from __future__ import annotations

import itertools
from datetime import date

import pytest

from cmapp.domain import recurrence
from cmapp.domain.errors import Rejected

FIRST = "2026-12-01T09:00"  # a Tuesday


def days(rule: str, *, wall: str = FIRST, **end: object) -> list[str]:
    found = recurrence.checked(rule, wall, **end)  # type: ignore[arg-type]
    return [w.strftime("%m-%d") for w in recurrence.occurrences(found)]


@pytest.mark.parametrize(
    ("rule", "count", "wanted"),
    [
        ("FREQ=DAILY", 3, ["12-01", "12-02", "12-03"]),
        ("FREQ=DAILY;INTERVAL=10", 3, ["12-01", "12-11", "12-21"]),
        ("FREQ=WEEKLY;BYDAY=TU,FR", 4, ["12-01", "12-04", "12-08", "12-11"]),
        ("RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=WE", 3, ["12-02", "12-16", "12-30"]),
        ("FREQ=MONTHLY;BYMONTHDAY=31", 3, ["12-31", "01-31", "03-31"]),
        ("FREQ=MONTHLY;BYDAY=-1FR", 3, ["12-25", "01-29", "02-26"]),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", 2, ["12-31", "01-29"]),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", 1, ["02-29"]),
        ("freq=daily", 1, ["12-01"]),
    ],
)
def test_rules_are_worked_out(rule: str, count: int, wanted: list[str]) -> None:
    assert days(rule, count=count) == wanted


def test_the_last_day_is_in_it_and_the_nearer_end_holds() -> None:
    assert days("FREQ=DAILY", last_day="2026-12-03") == ["12-01", "12-02", "12-03"]
    assert days("FREQ=DAILY", last_day="2026-12-03", count=2) == ["12-01", "12-02"]
    assert days("FREQ=DAILY;UNTIL=20261203T235959Z") == ["12-01", "12-02", "12-03"]
    assert days("FREQ=DAILY;COUNT=2") == ["12-01", "12-02"]


def test_what_is_skipped_counts() -> None:
    rule = recurrence.checked("FREQ=DAILY;COUNT=3", FIRST)
    left = recurrence.occurrences(rule, skipped={"2026-12-02"})
    assert [w.day for w in left] == [1, 3]
    assert [w.day for w in recurrence.occurrences(rule, until=date(2026, 12, 1))] == [1]


@pytest.mark.parametrize(
    ("rule", "end", "code", "reason"),
    [
        ("FREQ=DAILY", {}, "never_ends", "never_ends"),
        ("FREQ=HOURLY", {"count": 2}, "bad_series", "too_often"),
        ("FREQ=MINUTELY;BYDAY=MO", {"count": 2}, "bad_series", "too_often"),
        ("FREQ=DAILY;BYHOUR=9,12", {"count": 2}, "bad_series", "not_a_rule"),
        ("FREQ=SOMETIMES", {"count": 2}, "bad_series", "not_a_rule"),
        ("every day", {"count": 2}, "bad_series", "not_a_rule"),
        ("", {"count": 2}, "bad_series", "not_a_rule"),
        ("FREQ=WEEKLY;BYDAY=XX", {"count": 2}, "bad_series", "not_a_rule"),
        ("FREQ=DAILY;INTERVAL=0", {"count": 2}, "bad_series", "not_a_rule"),
        ("FREQ=DAILY\nEXDATE:20261201T090000", {"count": 2}, "bad_series", "not_a_rule"),
        ("FREQ=DAILY", {"count": 0}, "bad_series", "too_long"),
        ("FREQ=DAILY", {"count": 1001}, "bad_series", "too_long"),
        ("FREQ=DAILY", {"last_day": "2031-01-01"}, "bad_series", "too_long"),
        ("FREQ=DAILY", {"last_day": "2026-11-30"}, "bad_series", "ends_before_start"),
        ("FREQ=DAILY", {"last_day": "2026-02-30"}, "bad_series", "not_a_day"),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", {"count": 2}, "bad_series", "never_happens"),
    ],
)
def test_what_cannot_be_is_refused(
    rule: str, end: dict[str, object], code: str, reason: str
) -> None:
    with pytest.raises(Rejected) as no:
        days(rule, **end)
    assert (no.value.why, no.value.facts["reason"]) == (code, reason)


def test_a_skipped_clock_moves_on_and_the_others_stay() -> None:
    rule = recurrence.checked("FREQ=DAILY", "2026-03-28T02:30", count=3)
    times = [recurrence.on_the_clock(w, "Europe/Berlin") for w in recurrence.occurrences(rule)]
    assert [t.wall for t in times] == ["2026-03-28T02:30", "2026-03-29T03:30", "2026-03-30T02:30"]
    assert [t.moved for t in times] == [False, True, False]
    assert [b.at - a.at for a, b in itertools.pairwise(times)] == [86_400_000, 82_800_000]


def test_texts_take_turns() -> None:
    def turns(many: int, n: int, *, repeat: bool) -> list[int | None]:
        made: list[int | None] = []
        for _ in range(n):
            if made and made[-1] is None:
                break
            made.append(recurrence.next_variation(made[-1] if made else None, many, repeat=repeat))
        return made

    assert turns(3, 7, repeat=True) == [0, 1, 2, 0, 1, 2, 0]
    assert turns(2, 9, repeat=False) == [0, 1, None]
    assert turns(1, 9, repeat=True) == [0, None]  # the same text is never said twice in a row
    assert recurrence.distinct([" a ", "", "b"]) == ["a", "b"]
    with pytest.raises(Rejected):
        recurrence.distinct(["Buy it", "x", "buy  IT"])
