from __future__ import annotations

import json
from datetime import UTC, date, datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmapp.domain import hours
from cmapp.domain.errors import Rejected
from cmapp.domain.hours import Days, OfficeHours
from cmapp.domain.timetable import MINUTE, Timetable

TABLE = json.loads(Path(__file__).with_name("deadlines.json").read_text("utf-8"))


def ms(text: str) -> int:
    return int(datetime.fromisoformat(text).timestamp() * 1000)


def iso(when: int) -> str:
    return datetime.fromtimestamp(when / 1000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@cache
def timetable(name: str) -> Timetable:
    found = TABLE["schedules"][name]
    days = Days(
        frozenset(map(date.fromisoformat, found.get("off", ()))),
        frozenset(map(date.fromisoformat, found.get("works", ()))),
        tuple((ms(a), ms(b)) for a, b in found.get("closed", ())),
    )
    # not by `read`: one of them holds two periods that overlap, which a person is not let set
    week = tuple(tuple(map(hours.period, found["week"].get(d, ()))) for d in hours.WEEKDAYS)
    return Timetable(OfficeHours(zone=found["zone"], week=week if found["week"] else None), days)


def test_the_table_is_as_large_as_was_promised():
    assert len(TABLE["cases"]) >= 250
    assert {c[1][:4] for c in TABLE["cases"]} == {str(y) for y in range(2025, 2031)}


@pytest.mark.parametrize("schedule", TABLE["schedules"])
def test_deadlines_agree_with_another_library(schedule):
    at = timetable(schedule)
    wrong = [
        (start, minutes, due, iso(at.deadline(ms(start), minutes)), why)
        for name, start, minutes, due, why in TABLE["cases"]
        if name == schedule and iso(at.deadline(ms(start), minutes)) != due
    ]
    assert wrong == []
    assert any(c[0] == schedule for c in TABLE["cases"])


def test_a_clock_that_is_asked_late_tells_how_late_it_is():
    for case in TABLE["slept"]:
        due = timetable(case["schedule"]).deadline(ms(case["start"]), case["minutes"])
        assert iso(due) == case["due"]
        assert (due - ms(case["asked"])) / MINUTE == case["left"]
    assert any(case["left"] < 0 for case in TABLE["slept"])


# What holds for all hours

clocks = st.integers(0, 1440)


@st.composite
def weeks(draw: st.DrawFn) -> OfficeHours:
    week, open_for = {}, 0
    for day in hours.WEEKDAYS:
        marks = sorted(draw(st.sets(clocks, max_size=3)))
        pairs = list(zip(marks[::2], marks[1::2], strict=False))
        week[day] = [hours.show_period(p) for p in pairs]
        open_for += sum(end - start for start, end in pairs)
    if open_for < 60:  # a minute a week brings a deadline to beyond the years that are looked at
        week["wed"] = ["09:00-10:00"]
    names = ["Asia/Shanghai", "Europe/Berlin", "Australia/Lord_Howe", "America/St_Johns"]
    return hours.read({"zone": draw(st.sampled_from(names)), "week": week})


moments = st.integers(ms("2025-01-01T00:00:00Z"), ms("2030-12-31T00:00:00Z"))


@given(weeks(), moments, st.integers(1, 5000))
@settings(max_examples=60, deadline=None)
def test_exactly_the_target_lies_between_a_message_and_its_deadline(found, start, minutes):
    at = Timetable(found)
    due = at.deadline(start, minutes)
    assert at.working_minutes_between(start, due) == minutes
    assert at.working_minutes_between(due, start) == -minutes
    assert at.is_open(due - 1)
    opened = at.next_open(start)
    assert opened is not None and opened < due
    assert at.is_open(opened)
    assert at.working_minutes_between(start, opened) == 0


@given(weeks(), moments, st.integers(1, 3000), st.integers(1, 3000))
@settings(max_examples=40, deadline=None)
def test_a_longer_target_is_due_later(found, start, one, more):
    at = Timetable(found)
    assert at.deadline(start, one) < at.deadline(start, one + more)
    assert at.deadline(at.deadline(start, one), more) == at.deadline(start, one + more)


@given(weeks())
def test_hours_are_read_as_they_were_written(found):
    assert hours.read(json.loads(json.dumps(hours.write(found)))) == found


def test_a_day_off_and_closed_hours_stop_the_clock():
    week = {d: ["09:00-17:00"] for d in hours.WEEKDAYS}
    found = hours.read({"zone": "Europe/Berlin", "week": week})
    start = ms("2026-05-04T14:00:00Z")  # 16:00 on a Monday
    assert iso(Timetable(found).deadline(start, 120)) == "2026-05-05T08:00:00Z"
    off = Days(off=frozenset({date(2026, 5, 5)}))
    assert iso(Timetable(found, off).deadline(start, 120)) == "2026-05-06T08:00:00Z"
    away = Days(closed=((ms("2026-05-05T06:00:00Z"), ms("2026-05-05T09:30:00Z")),))
    assert iso(Timetable(found, away).deadline(start, 120)) == "2026-05-05T10:30:00Z"
    assert Timetable(found, away).is_open(ms("2026-05-05T08:00:00Z")) is False


def test_the_next_closing_time_is_known_over_midnight_and_the_turn_of_the_year():
    found = hours.read({"zone": "UTC", "week": {"thu": ["22:00-06:00"]}})
    at = Timetable(found)
    assert iso(at.closes(ms("2026-12-31T23:00:00Z")) or 0) == "2027-01-01T06:00:00Z"
    assert at.closes(ms("2026-12-31T21:00:00Z")) is None


def test_targets_follow_the_kind_and_the_lane():
    found = hours.read({"targets": {"default": 100, "message": 20, "low": 480, "urgent": 15}})
    assert [found.target("mention", lane) for lane in range(4)] == [15, 30, 100, 480]
    assert [found.target("message", lane) for lane in range(4)] == [15, 20, 20, 480]
    plain = OfficeHours()
    assert [plain.target("mention", lane) for lane in range(4)] == [30, 30, 120, 120]
    assert plain.target("mention", 2, default=60) == 60


def test_a_block_starts_on_working_days_only():
    week = {d: ["09:00-17:00"] for d in ("mon", "tue", "wed", "thu", "fri")}
    found = hours.read({"zone": "Asia/Shanghai", "week": week, "blocks": ["10:00", "16:00"]})
    at = Timetable(found)
    assert iso(at.block(ms("2026-06-03T02:00:00Z")) or 0) == "2026-06-03T02:00:00Z"
    assert iso(at.block(ms("2026-06-03T01:59:00Z")) or 0) == "2026-06-02T08:00:00Z"
    assert iso(at.block(ms("2026-06-07T12:00:00Z")) or 0) == "2026-06-05T08:00:00Z"  # a Sunday
    assert Timetable(OfficeHours()).block(ms("2026-06-07T12:00:00Z")) is None


@pytest.mark.parametrize(
    ("wrong", "field", "reason"),
    [
        ({"zone": "Mars/Olympus"}, "zone", "unknown_zone"),
        ({"zone": "../../etc/passwd"}, "zone", "unknown_zone"),
        ({"zone": 3}, "zone", "unknown_zone"),
        ({"week": {"mon": ["18:00-09:59"], "tue": ["09:00-10:00"]}}, "tue", "overlap"),
        ({"week": {"mon": ["13:00-12:00"]}}, "mon", "ends_before_start"),
        ({"week": {"mon": ["09:00-09:00"]}}, "mon", "empty_period"),
        ({"week": {"mon": ["24:00-02:00"]}}, "mon", "empty_period"),
        ({"week": {"fri": ["09:00-12:00", "11:59-13:00"]}}, "fri", "overlap"),
        ({"week": {"sun": ["22:00-03:00"], "mon": ["02:00-04:00"]}}, "mon", "overlap"),
        ({"week": {"sun": ["09:00-25:00"]}}, "sun", "not_a_time"),
        ({"week": {"sun": ["09:60-10:00"]}}, "sun", "not_a_time"),
        ({"week": {"sun": ["nine to five"]}}, "sun", "not_a_period"),
        ({"week": {"sun": "09:00-10:00"}}, "sun", "not_a_period"),
        ({"week": {"funday": []}}, "week", "not_a_week"),
        ({"week": {"mon": []}}, "week", "never_open"),
        ({"targets": {"default": 0}}, "targets", "bad_target"),
        ({"targets": {"default": True}}, "targets", "bad_target"),
        ({"targets": {"whenever": 5}}, "targets", "bad_target"),
        ({"blocks": ["noon"]}, "blocks", "not_a_time"),
        ({"calendars": "CN"}, "calendars", "bad_calendar"),
        ({"hours": 3}, "hours", "unknown_field"),
    ],
)
def test_impossible_hours_are_refused_with_what_is_wrong(wrong: dict[str, Any], field, reason):
    with pytest.raises(Rejected) as refused:
        hours.read(wrong)
    assert refused.value.why == "bad_hours"
    assert (refused.value.facts["field"], refused.value.facts["reason"]) == (field, reason)


def test_a_period_may_be_written_as_people_write_it():
    found = hours.read(
        {"week": {"mon": ["9:00 – 12:00", "13：30～18：00"], "tue": ["22:00-24:00"]}}
    )
    assert hours.write(found)["week"]["mon"] == ["09:00-12:00", "13:30-18:00"]
    assert hours.write(found)["week"]["tue"] == ["22:00-24:00"]


def test_an_office_that_never_opens_any_more_falls_back_to_the_plain_clock():
    found = hours.read({"zone": "UTC", "week": {"mon": ["09:00-10:00"]}})
    at = Timetable(found, Days(closed=((0, ms("2100-01-01T00:00:00Z")),)))
    assert at.deadline(0, 30) == 30 * MINUTE
    assert at.next_open(ms("2026-01-01T00:00:00Z")) is None


def test_closing_time_is_closed_and_the_years_last_minute_belongs_to_it():
    found = hours.read({"zone": "UTC", "week": {d: ["09:00-17:00"] for d in hours.WEEKDAYS}})
    at = Timetable(found)
    closing = ms("2026-12-31T17:00:00Z")
    assert at.deadline(ms("2026-12-31T15:00:00Z"), 120) == closing
    assert at.is_open(closing - 1) and not at.is_open(closing)
    assert iso(at.next_open(closing) or 0) == "2027-01-01T09:00:00Z"
    assert at.working_minutes_between(closing, ms("2027-01-01T10:00:00Z")) == 60
