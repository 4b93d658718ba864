"""Makes `deadlines.json`: deadlines worked out minute by minute, with other libraries than ours.

    python -m venv oracle && oracle/bin/pip install pytz python-dateutil pandas chinesecalendar \
        lunar-python
    oracle/bin/python tests/unit/domain/make_deadlines.py

It shares nothing with `cmapp`: the walk asks `pytz` what the clock on the wall shows in each
minute and `dateutil.rrule` which dates each weekday's periods begin on; Chinese days off and
make-up days come from `chinesecalendar` (2025, 2026: as announced), the lunar festivals of
2027-2030 from `lunar-python`. Where pandas' `CustomBusinessHour` can say the same thing (one set of
periods, no clock change on the way) it is asked as well, and must agree.

The rules that the table holds the program to:
- A minute is open when the clock on the wall stands within a period. Where clocks are put back, a
  time that comes twice counts twice; where they are put forward, a time that is left out is none.
- A period over midnight belongs to the day it begins on: a day off takes its own periods away,
  with their tails, and leaves the tail of the evening before.
- A day on which people make up for a day off has the periods of the first weekday that has any,
  Monday first.
- The deadline is the first moment by which so many open minutes have passed since the message:
  when they run out as the office closes, that is closing time, not the next opening.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

import chinese_calendar
import pandas
import pytz
from dateutil import rrule
from lunar_python import Lunar

TABLE = Path(__file__).with_name("deadlines.json")
DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
ALWAYS: dict[str, list[str]] = {day: ["00:00-24:00"] for day in DAYS}


def week(*periods: str, days: str = "mon tue wed thu fri", **other: list[str]) -> dict:
    return {**{day: list(periods) for day in days.split()}, **other}


def chinese_days(*years: int) -> tuple[list[str], list[str]]:
    """(days off, make-up days) as announced."""
    off, works = [], []
    for year in years:
        for day in chinese_calendar.get_dates(date(year, 1, 1), date(year, 12, 31)):
            weekend = day.weekday() >= 5
            if chinese_calendar.is_holiday(day) and (
                not weekend or chinese_calendar.get_holiday_detail(day)[1]
            ):
                off.append(day.isoformat())
            elif weekend and chinese_calendar.is_workday(day):
                works.append(day.isoformat())
    return off, works


def lunar_day(year: int, month: int, day: int, after: int = 0) -> date:
    solar = Lunar.fromYmd(year, month, day).getSolar()
    return date(solar.getYear(), solar.getMonth(), solar.getDay()) + timedelta(after)


def festivals(*years: int) -> list[str]:
    """The lunar and national days of years whose notice is not out yet."""
    off = []
    for year in years:
        off += [lunar_day(year, 1, 1, n) for n in (-1, 0, 1, 2)]
        off += [lunar_day(year, 5, 5), lunar_day(year, 8, 15)]
        off += [date(year, 1, 1), date(year, 5, 1), date(year, 5, 2)]
        off += [date(year, 10, n) for n in (1, 2, 3)]
    return sorted({d.isoformat() for d in off})


OFF_25_26, WORKS_25_26 = chinese_days(2025, 2026)
CHRISTMAS = [f"{y}-12-{d}" for y in range(2025, 2031) for d in (24, 25, 26, 31)]
NEW_YEAR = [f"{y}-01-01" for y in range(2025, 2031)]
SPLIT = ("09:00-12:00", "13:30-18:00")

SCHEDULES: dict[str, dict] = {
    "none": {"zone": "Asia/Shanghai", "week": {}},
    "always": {"zone": "Europe/Berlin", "week": ALWAYS},
    "shanghai": {
        "zone": "Asia/Shanghai", "week": week(*SPLIT), "off": OFF_25_26, "works": WORKS_25_26,
    },
    "shanghai-later": {
        "zone": "Asia/Shanghai", "week": week(*SPLIT), "off": festivals(2027, 2028, 2029, 2030),
    },
    "taipei": {"zone": "Asia/Taipei", "week": week("08:30-12:30", "13:30-17:30")},
    "saturday-too": {
        "zone": "Asia/Shanghai",
        "week": week(*SPLIT, sat=["10:00-14:00"]),
        "off": OFF_25_26, "works": WORKS_25_26,
    },
    "three-a-day": {
        "zone": "Asia/Hong_Kong",
        "week": week(
            "08:00-10:15", "10:45-12:00", "20:00-21:40", days="mon tue wed thu fri sat sun"
        ),
    },
    "bar": {
        "zone": "Europe/Madrid",
        "week": week("20:00-02:00", days="wed thu sun", fri=["20:00-04:30"], sat=["12:00-15:00",
                     "19:30-04:30"]),
        "off": [*NEW_YEAR, "2026-08-15", "2027-10-12"],
    },
    "night": {
        "zone": "America/New_York",
        "week": week("22:00-06:00", days="mon tue wed thu fri sat sun"),
        "off": ["2026-07-04", "2027-11-25", *[f"{y}-12-25" for y in range(2025, 2031)]],
    },
    "to-midnight": {
        "zone": "Asia/Tokyo", "week": week("10:00-13:00", "18:00-24:00"),
        "off": ["2026-05-04", "2026-05-05", "2026-05-06"],
    },
    "from-midnight": {
        "zone": "Europe/London", "week": week("00:00-03:00", "22:00-24:00", days="sat sun mon"),
    },
    "berlin": {
        "zone": "Europe/Berlin", "week": week("09:00-17:00"), "off": [*CHRISTMAS, *NEW_YEAR],
    },
    "berlin-nights": {
        "zone": "Europe/Berlin",
        "week": week("01:30-03:30", "05:00-06:00", days="mon tue wed thu fri sat sun"),
    },
    "new-york": {
        "zone": "America/New_York", "week": week("08:00-12:00", "13:00-17:30"),
        "off": ["2025-07-04", "2026-11-26", "2027-07-05", *CHRISTMAS],
    },
    "new-york-sundays": {
        "zone": "America/New_York", "week": week("01:00-04:00", days="sat sun"),
    },
    "lord-howe": {
        "zone": "Australia/Lord_Howe",
        "week": week("01:45-02:15", "09:00-11:00", days="mon tue wed thu fri sat sun"),
    },
    "cairo": {
        "zone": "Africa/Cairo",
        "week": week("22:00-02:00", days="thu", sun=["10:00-14:00"], mon=["10:00-14:00"],
                     fri=["00:00-00:30", "23:00-01:00"]),
    },
    "santiago": {
        "zone": "America/Santiago",
        "week": week("23:00-01:30", days="fri sat sun", mon=["09:00-13:00"]),
    },
    "st-johns": {"zone": "America/St_Johns", "week": week("09:00-12:30", "13:15-17:45")},
    "kolkata": {"zone": "Asia/Kolkata", "week": week("09:30-18:30", sat=["09:30-13:00"])},
    "kathmandu": {"zone": "Asia/Kathmandu", "week": week("10:00-17:00", days="sun mon tue wed thu",
                                                          fri=["10:00-15:00"])},
    "chatham": {
        "zone": "Pacific/Chatham",
        "week": week("02:00-05:00", days="sat sun", mon=["08:00-12:00", "12:45-16:45"]),
    },
    "apia": {"zone": "Pacific/Apia", "week": week("08:00-16:00", days="mon wed fri")},
    "one-hour-a-week": {"zone": "Asia/Shanghai", "week": {"wed": ["15:00-16:00"]}},
    "closed-hours": {
        "zone": "Europe/Berlin", "week": week("09:00-12:00", "13:00-17:00"),
        "closed": [
            ["2026-03-10T13:30:00Z", "2026-03-10T15:00:00Z"],
            ["2026-03-27T11:00:00Z", "2026-03-31T07:30:00Z"],
            ["2027-06-14T07:00:00Z", "2027-06-14T08:00:00Z"],
        ],
    },
}  # fmt: skip


def minutes_of(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


@cache
def spans(name: str, year: int) -> dict[date, list[tuple[int, int]]]:
    """Which minutes of the wall's day are open on each date: [(from, to)), in wall minutes."""
    schedule = SCHEDULES[name]
    periods = {d: [tuple(map(minutes_of, p.split("-"))) for p in ps]
               for d, ps in schedule["week"].items()}  # fmt: skip
    off, works = schedule.get("off", []), schedule.get("works", [])
    model = next((periods[d] for d in DAYS if periods.get(d)), [])
    found: dict[date, list[tuple[int, int]]] = {}
    first, last = date(year - 1, 12, 30), date(year + 1, 1, 2)
    for number, day in enumerate(DAYS):
        for at in rrule.rrule(rrule.DAILY, byweekday=number, dtstart=first, until=last):
            today = at.date()
            stands = today.isoformat()
            if stands in works:
                begin = model
            elif stands in off:
                begin = []
            else:
                begin = periods.get(day, [])
            for start, end in begin:
                if end > start:
                    found.setdefault(today, []).append((start, end))
                else:
                    found.setdefault(today, []).append((start, 1440))
                    found.setdefault(today + timedelta(1), []).append((0, end))
    return found


def is_open(name: str, moment: datetime) -> bool:
    schedule = SCHEDULES[name]
    if not schedule["week"]:
        return True
    for start, end in schedule.get("closed", ()):
        if datetime.fromisoformat(start) <= moment < datetime.fromisoformat(end):
            return False
    wall = pytz.utc.normalize(moment.astimezone(pytz.utc)).astimezone(
        pytz.timezone(schedule["zone"])
    )
    at = wall.hour * 60 + wall.minute
    return any(a <= at < b for a, b in spans(name, wall.year).get(wall.date(), ()))


def due(name: str, start: datetime, minutes: int) -> datetime:
    """Walk on, half a minute at a time where the message came within one."""
    step = timedelta(seconds=30 if start.second else 60)
    left, at = timedelta(minutes=minutes), start
    while left:
        if is_open(name, at):
            left -= step
        at += step
        if at - start > timedelta(days=500):
            raise ValueError(f"{name}: nothing opens after {start}")
    return at


def pandas_says(name: str, start: datetime, minutes: int) -> datetime | None:
    """The same by pandas, where it can say it: whole hours, one set of periods, one offset."""
    schedule = SCHEDULES[name]
    periods = [tuple(p) for p in schedule["week"].values()]
    if not periods or len(set(periods)) > 1 or schedule.get("works") or schedule.get("closed"):
        return None
    pairs = [p.split("-") for p in periods[0]]
    if start.second or any(minutes_of(b) <= minutes_of(a) or b == "24:00" for a, b in pairs):
        return None
    zone = pytz.timezone(schedule["zone"])
    hours = pandas.offsets.CustomBusinessHour(
        start=[a for a, _ in pairs],
        end=[b for _, b in pairs],
        weekmask=" ".join(d.capitalize() for d in schedule["week"]),
        holidays=schedule.get("off", []),
    )
    wall = pandas.Timestamp(start.astimezone(zone).replace(tzinfo=None))
    each = pandas.offsets.CustomBusinessHour(
        start=hours.start, end=hours.end, weekmask=hours.weekmask, holidays=hours.holidays,
        offset=timedelta(0),
    )  # fmt: skip
    whole, rest = divmod(minutes, 60)
    if rest:  # it counts in whole hours
        return None
    found = wall + each * whole
    try:
        first, last = (zone.localize(t.to_pydatetime(), is_dst=None) for t in (wall, found))
    except pytz.InvalidTimeError:  # a time that comes twice, or never
        return None
    return last.astimezone(UTC) if first.utcoffset() == last.utcoffset() else None


def same(name: str, end: datetime, other: datetime) -> bool:
    """Pandas takes closing time and the next opening for one moment, and names either."""
    minutes = int((other - end) / timedelta(minutes=1))
    return minutes >= 0 and not any(
        is_open(name, end + timedelta(minutes=n)) for n in range(minutes)
    )


CASES: list[tuple[str, str, str, int]] = []


def wall(name: str, local: str, minutes: int, why: str, *, dst: bool | None = None) -> None:
    """A message at a time on the office's wall; `dst` picks one of two where it comes twice."""
    zone = pytz.timezone(SCHEDULES[name]["zone"])
    naive = datetime.fromisoformat(local)
    at = zone.normalize(zone.localize(naive, is_dst=bool(dst) if dst is not None else False))
    CASES.append((name, at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"), minutes, why))


def plain_cases() -> None:
    for local in ("2026-02-28T23:59", "2028-02-29T12:00", "2030-12-31T23:30"):
        wall("none", local, 120, "no hours are set")
        wall("always", local, 30, "open all the time")
    for minutes in (1, 30, 120, 1440, 10080, 20160):
        wall("none", "2027-05-05T05:05", minutes, "no hours are set")
        wall("always", "2027-03-27T20:00", minutes, "open all the time, clocks put forward")
        wall("always", "2028-10-28T20:00", minutes, "open all the time, clocks put back")


def split_cases() -> None:
    day = "2025-06-11"
    for clock in ("07:10", "08:59", "09:00", "09:01", "10:30", "11:59", "12:00", "12:01",
                  "13:29", "13:30", "15:59", "16:00", "16:01", "17:59", "18:00", "18:01",
                  "23:59"):  # fmt: skip
        wall("shanghai", f"{day}T{clock}", 120, "a day in two parts, on and around its edges")
        wall("shanghai", f"{day}T{clock}", 30, "the shorter target")
    for minutes in (1, 59, 60, 179, 180, 181, 270, 449, 450, 451, 900, 2250, 2251, 9000):
        wall("shanghai", "2026-03-16T09:00", minutes, "from the first minute of a week")
        wall("taipei", "2027-08-27T17:00", minutes, "from the last half hour of a week")
    for clock in ("10:14", "10:15", "10:30", "11:59", "12:00", "19:59", "21:39", "21:40"):
        wall("three-a-day", f"2029-04-30T{clock}", 120, "a day in three parts")
    for second in ("08:59:30", "11:59:30", "17:59:30", "13:30:30"):
        wall("shanghai", f"2026-03-18T{second}", 1, "within a minute")
        wall("shanghai", f"2026-03-18T{second}", 120, "within a minute")
    for day in ("2026-06-06", "2026-06-07"):
        wall("saturday-too", f"{day}T09:00", 120, "a weekend with a short Saturday")
        wall("saturday-too", f"{day}T13:00", 120, "a weekend with a short Saturday")


def chinese_cases() -> None:
    for local in ("2025-01-26T10:00", "2025-01-27T17:00", "2025-01-28T10:00", "2025-02-04T23:00",
                  "2025-02-07T17:30", "2025-02-08T09:30", "2025-02-09T12:00", "2025-04-03T17:00",
                  "2025-04-27T17:00", "2025-04-30T17:30", "2025-09-28T08:00", "2025-09-30T17:00",
                  "2025-10-05T12:00", "2025-10-08T23:59", "2025-10-11T17:30", "2025-12-31T17:00",
                  "2026-01-04T10:00", "2026-02-14T11:30", "2026-02-14T17:00", "2026-02-16T08:00",
                  "2026-02-20T20:00", "2026-02-27T17:00", "2026-02-28T12:30", "2026-05-09T16:30",
                  "2026-06-18T17:00", "2026-09-20T09:00", "2026-09-24T17:59", "2026-09-30T16:30",
                  "2026-10-07T10:00", "2026-10-10T17:00"):  # fmt: skip
        wall("shanghai", local, 120, "春节, 国庆 and the others, with make-up days")
    for local in ("2025-01-26T17:00", "2026-02-14T17:00", "2026-02-28T09:00", "2026-10-10T12:30"):
        wall("shanghai", local, 900, "two working days across a holiday")
        wall("saturday-too", local, 120, "a make-up Saturday is a whole day")
    for year in range(2027, 2031):
        eve = lunar_day(year, 1, 1, -2).isoformat()
        wall("shanghai-later", f"{eve}T17:00", 120, "the eve of 春节")
        wall("shanghai-later", f"{eve}T17:00", 1800, "four working days across 春节")
        wall("shanghai-later", f"{lunar_day(year, 1, 1)}T10:00", 30, "on 春节 itself")
        wall("shanghai-later", f"{lunar_day(year, 5, 5)}T09:00", 120, "端午")
        wall("shanghai-later", f"{lunar_day(year, 8, 15, -1)}T17:45", 30, "the eve of 中秋")
        wall("shanghai-later", f"{year}-09-30T17:30", 120, "the eve of 国庆")


def midnight_cases() -> None:
    for local in ("2026-06-05T19:59", "2026-06-05T20:00", "2026-06-05T23:00", "2026-06-06T02:00",
                  "2026-06-06T04:29", "2026-06-06T04:30", "2026-06-06T14:00", "2026-06-06T14:59",
                  "2026-06-07T03:00", "2026-06-08T01:00", "2026-06-08T02:00", "2026-08-14T23:30",
                  "2026-08-15T03:30", "2026-08-15T13:00", "2026-08-16T01:00", "2026-12-31T23:30",
                  "2027-01-01T01:30", "2027-01-01T21:00", "2027-10-13T01:00"):  # fmt: skip
        wall("bar", local, 120, "over midnight, and a day off in it")
    for local in ("2026-07-03T23:00", "2026-07-04T05:00", "2026-07-04T23:00", "2026-07-05T21:00",
                  "2027-11-25T22:30", "2027-12-24T05:30", "2027-12-25T05:30"):  # fmt: skip
        wall("night", local, 120, "a night shift; a day off takes the night that begins on it")
        wall("night", local, 600, "longer than a night")
    for local in ("2026-05-01T23:00", "2026-05-02T00:00", "2026-05-07T23:59", "2026-05-08T23:30"):
        wall("to-midnight", local, 120, "open to midnight")
    for local in ("2027-02-05T22:30", "2027-02-06T02:30", "2027-02-07T23:00", "2027-02-08T23:30"):
        wall("from-midnight", local, 120, "from midnight and to midnight, two days joined")


def clock_change_cases() -> None:
    for year, forward, back in ((2025, "03-30", "10-26"), (2026, "03-29", "10-25"),
                                (2030, "03-31", "10-27")):  # fmt: skip
        for day in (forward, back):
            for clock in ("01:00", "01:45", "03:15", "05:30"):
                wall("berlin-nights", f"{year}-{day}T{clock}", 90, "in the night clocks change")
            before = date.fromisoformat(f"{year}-{day}") - timedelta(2)
            wall("berlin", f"{before}T16:30", 120, "a weekend in which clocks change")
    for dst in (True, False):
        wall("berlin-nights", "2027-10-31T02:15", 60, "an hour that comes twice", dst=dst)
        wall("new-york-sundays", "2026-11-01T01:30", 120, "an hour that comes twice", dst=dst)
        wall("lord-howe", "2026-04-05T01:50", 20, "half an hour that comes twice", dst=dst)
    for year, forward, back in ((2025, "03-09", "11-02"), (2027, "03-14", "11-07"),
                                (2029, "03-11", "11-04")):  # fmt: skip
        for day in (forward, back):
            wall("new-york-sundays", f"{year}-{day}T00:30", 120, "in the night clocks change")
            wall("night", f"{year}-{day}T00:30", 300, "a night shift in which clocks change")
            before = date.fromisoformat(f"{year}-{day}") - timedelta(2)
            wall("new-york", f"{before}T17:00", 120, "a weekend in which clocks change")
    for year, back, forward in ((2026, "04-05", "10-04"), (2028, "04-02", "10-01")):
        for day in (back, forward):
            wall("lord-howe", f"{year}-{day}T01:30", 45, "clocks change by half an hour")
            wall("lord-howe", f"{year}-{day}T10:30", 90, "the day clocks change by half an hour")
    for local in ("2026-04-23T23:00", "2026-04-24T01:30", "2026-10-29T22:30", "2026-10-30T00:15",
                  "2027-04-29T23:30", "2027-10-28T23:00", "2028-04-27T22:15"):  # fmt: skip
        wall("cairo", local, 120, "clocks change at midnight between Thursday and Friday")
    for local in ("2026-04-04T23:15", "2026-09-05T23:30", "2027-04-03T22:00", "2027-09-04T23:30"):
        wall("santiago", local, 120, "clocks change at midnight between Saturday and Sunday")
        wall("santiago", local, 240, "clocks change at midnight between Saturday and Sunday")
    for local in ("2026-03-06T17:30", "2026-10-30T17:30", "2027-11-05T12:45", "2028-03-10T16:50"):
        wall("st-johns", local, 120, "half an hour off, clocks change over the weekend")
    for local in ("2026-04-05T02:30", "2026-09-27T02:15", "2027-04-04T04:30", "2030-09-29T01:00"):
        wall("chatham", local, 120, "three quarters of an hour off, clocks change in the period")


def other_cases() -> None:
    for local in ("2025-08-15T18:00", "2026-01-24T12:30", "2029-12-29T12:59"):
        wall("kolkata", local, 120, "half an hour off")
        wall("kathmandu", local, 120, "three quarters of an hour off")
    for minutes in (60, 600, 1440, 2880, 4800):
        wall("apia", "2026-12-30T15:30", minutes, "longer than a day and than a week")
        wall("berlin", "2026-12-23T16:00", minutes, "over the turn of the year, with days off")
        wall("new-york", "2027-07-01T12:30", minutes, "over a weekend with a day off")
    for minutes in (30, 60, 61, 120, 600):
        wall("one-hour-a-week", "2028-12-27T15:15", minutes, "one hour a week")
    for local in ("2026-03-10T14:00", "2026-03-10T14:45", "2026-03-10T16:30", "2026-03-27T10:30",
                  "2026-03-27T12:30", "2026-03-30T12:00", "2027-06-14T08:00"):  # fmt: skip
        wall("closed-hours", local, 120, "hours in a calendar of one's own are closed")
    for year in range(2025, 2031):
        wall("berlin", f"{year}-12-23T16:30", 120, "the turn of the year")
        wall("shanghai-later", f"{year}-06-30T17:00", 120, "an ordinary evening")


def slept() -> list[dict]:
    """The clock asked late: what is left is negative, the deadline stands."""
    found = []
    for schedule, start, minutes, late in (
        ("shanghai", "2026-03-18T02:00:00Z", 120, (0, 1, 119, 120, 121, 600, 10_000)),
        ("berlin", "2027-01-08T15:30:00Z", 120, (5, 3_900, 4_000, 100_000)),
        ("night", "2028-03-12T03:30:00Z", 240, (60, 240, 1_000)),
        ("none", "2029-01-01T00:00:00Z", 30, (29, 30, 31, 525_600)),
    ):
        at = datetime.fromisoformat(start)
        end = due(schedule, at, minutes)
        for after in late:
            asked = at + timedelta(minutes=after)
            left = int((end - asked) / timedelta(minutes=1))
            found.append({"schedule": schedule, "start": start, "minutes": minutes,
                          "asked": asked.strftime("%Y-%m-%dT%H:%M:%SZ"), "left": left,
                          "due": end.strftime("%Y-%m-%dT%H:%M:%SZ")})  # fmt: skip
    return found


def main() -> None:
    for make in (plain_cases, split_cases, chinese_cases, midnight_cases, clock_change_cases,
                 other_cases):  # fmt: skip
        make()
    agreed = 0
    lines = []
    for name, start, minutes, why in dict.fromkeys(CASES):
        at = datetime.fromisoformat(start)
        end = due(name, at, minutes)
        other = pandas_says(name, at, minutes)
        if other is not None:
            assert same(name, end, other), (name, start, minutes, end, other)
            agreed += 1
        lines.append([name, start, minutes, end.strftime("%Y-%m-%dT%H:%M:%SZ"), why])
    dump = lambda v: json.dumps(v, ensure_ascii=False)  # noqa: E731
    parts = [
        '"schedules": {\n  ' + ",\n  ".join(f"{dump(k)}: {dump(v)}" for k, v in SCHEDULES.items()),
        '},\n"cases": [\n  ' + ",\n  ".join(map(dump, lines)),
        '],\n"slept": [\n  ' + ",\n  ".join(map(dump, slept())) + "]",
    ]
    TABLE.write_text("{\n" + "".join(parts) + "\n}\n", "utf-8")
    print(f"{len(lines)} deadlines, {agreed} of them by pandas too, {len(slept())} asked late")


if __name__ == "__main__":
    main()
