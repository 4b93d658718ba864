"""Public holidays against the notices of the State Council, and calendar files of all sorts.

Requirements: CA-07.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from cmapp.domain import calendar_file
from cmapp.domain.errors import Rejected
from cmapp.domain.public_days import FIRST_CHOICES, public_days

BERLIN = ZoneInfo("Europe/Berlin")
FIRST, LAST = date(2025, 1, 1), date(2030, 12, 31)

# 放假通知 of 2025 and 2026: from, to, and the days on which people make up for them
NOTICES = [
    ("2025-01-01", "2025-01-01", []),
    ("2025-01-28", "2025-02-04", ["2025-01-26", "2025-02-08"]),
    ("2025-04-04", "2025-04-06", []),
    ("2025-05-01", "2025-05-05", ["2025-04-27"]),
    ("2025-05-31", "2025-06-02", []),
    ("2025-10-01", "2025-10-08", ["2025-09-28", "2025-10-11"]),
    ("2026-01-01", "2026-01-03", ["2026-01-04"]),
    ("2026-02-15", "2026-02-23", ["2026-02-14", "2026-02-28"]),
    ("2026-04-04", "2026-04-06", []),
    ("2026-05-01", "2026-05-05", ["2026-05-09"]),
    ("2026-06-19", "2026-06-21", []),
    ("2026-09-25", "2026-09-27", []),
    ("2026-10-01", "2026-10-07", ["2026-09-20", "2026-10-10"]),
]

# 春节, 清明, 端午, 中秋 as almanacs give them
LUNAR = {
    2025: ("01-29", "04-04", "05-31", "10-06"),
    2026: ("02-17", "04-05", "06-19", "09-25"),
    2027: ("02-06", "04-05", "06-09", "09-15"),
    2028: ("01-26", "04-04", "05-28", "10-03"),
    2029: ("02-13", "04-04", "06-16", "09-22"),
    2030: ("02-03", "04-05", "06-05", "09-12"),
}


def test_chinese_days_are_those_of_the_notices():
    found = public_days("CN", (2025, 2026))
    off, works = set(), set()
    for start, end, made_up in NOTICES:
        day = date.fromisoformat(start)
        while day <= date.fromisoformat(end):
            off.add(day)
            day += timedelta(1)
        works |= set(map(date.fromisoformat, made_up))
    assert {d.day for d in found if not d.works} == off
    assert {d.day for d in found if d.works} == works


@pytest.mark.parametrize("year", LUNAR)
def test_lunar_festivals_fall_where_almanacs_say(year):
    off = {d.day: d.name for d in public_days("CN", (year,)) if not d.works}
    for day, name in zip(LUNAR[year], ("春节", "清明", "端午", "中秋"), strict=True):
        assert name in off[date.fromisoformat(f"{year}-{day}")]
    for day in ("01-01", "05-01", "05-02", "10-01", "10-02", "10-03"):
        assert date.fromisoformat(f"{year}-{day}") in off


@pytest.mark.parametrize("country", FIRST_CHOICES)
def test_every_country_that_is_offered_has_days(country):
    assert public_days(country, (2026,))


def test_a_part_of_a_country_has_days_of_its_own_and_an_unknown_one_is_refused():
    assert len(public_days("DE-BY", (2026,))) > len(public_days("DE", (2026,)))
    for wrong in ("XX", "DE-XX", "", "China"):
        with pytest.raises(Rejected) as refused:
            public_days(wrong, (2026,))
        assert refused.value.facts["reason"] == "unknown_country"


def ics(*events: str, more: str = "") -> bytes:
    inside = "".join(f"BEGIN:VEVENT\nUID:{n}@x\n{e}\nEND:VEVENT\n" for n, e in enumerate(events))
    text = f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//x//y//EN\n{more}{inside}END:VCALENDAR\n"
    return text.replace("\n", "\r\n").encode()


def read(data: bytes) -> calendar_file.Found:
    return calendar_file.read(data, BERLIN, first=FIRST, last=LAST)


def days(data: bytes) -> list[str]:
    return [("+" if d.works else "") + d.day.isoformat() for d in read(data).days]


def spans(data: bytes) -> list[tuple[str, str]]:
    def iso(when: int) -> str:
        return datetime.fromtimestamp(when / 1000, UTC).strftime("%Y-%m-%dT%H:%MZ")

    return [(iso(a), iso(b)) for (a, b), _ in read(data).closed]


def test_events_of_whole_days_are_days_off():
    assert days(ics("DTSTART;VALUE=DATE:20260302\nSUMMARY:Fair")) == ["2026-03-02"]
    several = ics("DTSTART;VALUE=DATE:20261230\nDTEND;VALUE=DATE:20270102\nSUMMARY:Away")
    assert days(several) == ["2026-12-30", "2026-12-31", "2027-01-01"]
    length = ics("DTSTART;VALUE=DATE:20261230\nDURATION:P2D\nSUMMARY:Away\nTRANSP:TRANSPARENT")
    assert days(length) == ["2026-12-30", "2026-12-31"]
    made_up = ics("DTSTART;VALUE=DATE:20260214\nSUMMARY:春节 补班")
    assert days(made_up) == ["+2026-02-14"]
    assert days(ics("DTSTART;VALUE=DATE:20260302\nSTATUS:CANCELLED\nSUMMARY:no")) == []


def test_repetitions_are_followed_within_the_years_asked_for():
    yearly = ics("DTSTART;VALUE=DATE:19990229\nSUMMARY:x".replace("0229", "0713")
                 + "\nRRULE:FREQ=YEARLY")  # fmt: skip
    assert days(yearly) == [f"{y}-07-13" for y in range(2025, 2031)]
    until = ics("DTSTART;VALUE=DATE:20250713\nRRULE:FREQ=YEARLY;UNTIL=20270713\nSUMMARY:x")
    assert days(until) == [f"{y}-07-13" for y in (2025, 2026, 2027)]
    count = ics("DTSTART;VALUE=DATE:20230713\nRRULE:FREQ=YEARLY;COUNT=4\nSUMMARY:x")
    assert days(count) == ["2025-07-13", "2026-07-13"]
    but = ics("DTSTART;VALUE=DATE:20260105\nRRULE:FREQ=WEEKLY;COUNT=3\n"
              "EXDATE;VALUE=DATE:20260112\nRDATE;VALUE=DATE:20260114\nSUMMARY:x")  # fmt: skip
    assert days(but) == ["2026-01-05", "2026-01-14", "2026-01-19"]
    fourth = ics("DTSTART;VALUE=DATE:20251127\nRRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH\nSUMMARY:x")
    assert days(fourth)[:2] == ["2025-11-27", "2026-11-26"]


def test_events_with_times_close_these_hours():
    utc = ics("DTSTART:20260310T133000Z\nDTEND:20260310T150000Z\nSUMMARY:Dentist")
    assert spans(utc) == [("2026-03-10T13:30Z", "2026-03-10T15:00Z")]
    floating = ics("DTSTART:20260710T090000\nDURATION:PT1H\nSUMMARY:x")
    assert spans(floating) == [("2026-07-10T07:00Z", "2026-07-10T08:00Z")]
    there = ics("DTSTART;TZID=America/New_York:20260310T090000\n"
                "DTEND;TZID=America/New_York:20260310T100000\nSUMMARY:x")  # fmt: skip
    assert spans(there) == [("2026-03-10T13:00Z", "2026-03-10T14:00Z")]
    summer = ics("DTSTART;TZID=Europe/Berlin:20260323T090000\nDURATION:PT1H\n"
                 "RRULE:FREQ=WEEKLY;UNTIL=20260330T070000Z\nSUMMARY:x")  # fmt: skip
    assert spans(summer) == [
        ("2026-03-23T08:00Z", "2026-03-23T09:00Z"),
        ("2026-03-30T07:00Z", "2026-03-30T08:00Z"),
    ]
    free = ics("DTSTART:20260310T133000Z\nDTEND:20260310T150000Z\nTRANSP:TRANSPARENT\nSUMMARY:x")
    assert spans(free) == []


def test_one_occurrence_that_was_moved_is_not_counted_twice():
    text = ics("DTSTART;VALUE=DATE:20260105\nRRULE:FREQ=WEEKLY;COUNT=3\nSUMMARY:x")
    moved = (b"BEGIN:VEVENT\r\nUID:0@x\r\nRECURRENCE-ID;VALUE=DATE:20260112\r\n"
             b"DTSTART;VALUE=DATE:20260113\r\nSUMMARY:x\r\nEND:VEVENT\r\n")  # fmt: skip
    text = text.replace(b"END:VCALENDAR", moved + b"END:VCALENDAR")
    assert days(text) == ["2026-01-05", "2026-01-13", "2026-01-19"]


GOOD = "DTSTART;VALUE=DATE:20260302\nSUMMARY:Fair"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "not_ics"),
        (b"hello", "not_ics"),
        (b"\xff\xfe\x00", "not_ics"),
        (b"<html>BEGIN:VCALENDAR</html>", "not_ics"),
        (ics(GOOD)[:-20], "not_ics"),
        (ics(GOOD).replace(b"END:VEVENT\r\n", b""), "not_ics"),
        (ics(), "no_events"),
        (ics(GOOD, "SUMMARY:no day"), "bad_event"),
        (ics(GOOD, "DTSTART;VALUE=DATE:20261345\nSUMMARY:x"), "bad_event"),
        (ics(GOOD, "DTSTART:yesterday\nSUMMARY:x"), "bad_event"),
        (ics(GOOD, GOOD + "\nRRULE:FREQ=SOMETIMES"), "bad_event"),
        (ics(GOOD, GOOD + "\nRRULE:FREQ=SECONDLY"), "bad_event"),
        (ics("DTSTART:20250101T000000Z\nDURATION:PT1M\nRRULE:FREQ=DAILY;BYHOUR="
             + ",".join(map(str, range(24))) + "\nSUMMARY:x"), "too_many"),
        (b"x" * (calendar_file.MOST_BYTES + 1), "too_large"),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_refused_with_what_is_wrong(data, reason):
    with pytest.raises(Rejected) as refused:
        read(data)
    assert refused.value.why == "bad_calendar"
    assert refused.value.facts["reason"] == reason


def test_a_rule_that_never_comes_true_ends():
    never = ics("DTSTART;VALUE=DATE:20260302\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31\nSUMMARY:x")
    assert days(never) == ["2026-03-02"]
