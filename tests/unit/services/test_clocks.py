"""Deadlines in the store: judged as things come in, worked out anew when hours change, told of."""

from __future__ import annotations

import subprocess
import sys
import threading
from datetime import UTC, datetime
from typing import Any
from unittest.mock import patch

import pytest

from cmapp.domain import hours
from cmapp.domain.errors import Rejected
from cmapp.domain.hours import WEEKDAYS
from cmapp.services import clocks, syncing
from cmapp.services.commands.table import COMMANDS
from cmapp.store import office
from tests.support.clock import HandClock
from tests.support.stage import Stage

HOUR = 3_600_000
WORK = {
    "zone": "Asia/Shanghai",
    "week": {d: ["09:00-12:00", "13:30-18:00"] for d in WEEKDAYS[:5]},
}
THURSDAY_NOON = 1_767_240_000_000  # 2026-01-01T12:00+08:00, a Thursday, in the break


def due(stage: Stage, item: str) -> str:
    found = stage.call("inbox.list", state="all", limit=1000)["items"]
    return str(next(i["due_at"] for i in found if i["id"] == item))


def raw_due(stage: Stage, item: str) -> int:
    return int(datetime.fromisoformat(due(stage, item)).timestamp() * 1000)


@pytest.fixture
def noon(stage: Stage, clock: HandClock) -> Stage:
    clock.move((THURSDAY_NOON - clock.now()) / 1000)
    return stage


def test_what_comes_in_is_due_in_office_hours(noon: Stage):
    noon.call("hours.set", hours=WORK)
    item = noon.asked("Is it vegan?")
    assert due(noon, item) == "2026-01-01T07:30:00.000Z"  # 13:30 and two hours


def test_without_hours_the_clock_runs_on(noon: Stage):
    item = noon.asked("Is it vegan?")
    assert due(noon, item) == "2026-01-01T06:00:00.000Z"


def test_what_waits_already_follows_new_hours_and_goes_back_with_undo(noon: Stage):
    item = noon.asked("Is it vegan?")
    before = due(noon, item)
    answer = noon.call("hours.set", hours={**WORK, "targets": {"default": 240}})
    assert (answer["moved"], due(noon, item)) == (1, "2026-01-01T09:30:00.000Z")
    again = noon.call("hours.set", hours={**WORK, "targets": {"default": 240}})
    assert again["moved"] == 0
    noon.call(answer["undo"]["command"], **answer["undo"]["args"])
    assert due(noon, item) == before


def test_an_account_may_have_hours_of_its_own(noon: Stage):
    noon.call("hours.set", hours=WORK)
    own = {**WORK, "targets": {"comment": 30, "reply": 30, "default": 30}}
    noon.call("hours.set", hours=own, account=noon.accounts[0])
    item = noon.asked("Is it vegan?")
    assert due(noon, item) == "2026-01-01T06:00:00.000Z"
    assert noon.call("hours.show", account=noon.accounts[1])["own"] is False
    assert noon.call("hours.show")["accounts"] == [noon.accounts[0]]
    noon.call("hours.set", hours=None, account=noon.accounts[0])
    assert due(noon, item) == "2026-01-01T07:30:00.000Z"


def test_chinese_holidays_count_once_they_are_switched_on(noon: Stage):
    noon.call("hours.set", hours=WORK)
    item = noon.asked("Is it vegan?")
    answer = noon.call("hours.holidays.add", country="cn")
    assert answer["calendar"]["id"] == "CN"
    # 2026-01-01 to 03 are off, and Sunday the 4th makes up for Friday
    assert due(noon, item) == "2026-01-04T03:00:00.000Z"
    assert noon.call("hours.show")["hours"]["calendars"] == ["CN"]
    noon.call(answer["undo"]["command"], **answer["undo"]["args"])
    assert due(noon, item) == "2026-01-01T07:30:00.000Z"
    assert noon.call("hours.holidays.list")["calendars"] == []


ICS = """BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:x\r
BEGIN:VEVENT\r
UID:1\r
DTSTART:20260101T053000Z\r
DTEND:20260101T070000Z\r
SUMMARY:Moving house\r
END:VEVENT\r
END:VCALENDAR\r
"""


def test_a_calendar_file_of_ones_own_counts_and_goes_without_a_trace(noon: Stage):
    noon.call("hours.set", hours=WORK)
    item = noon.asked("Is it vegan?")
    answer = noon.call("hours.holidays.import", name="mine", text=ICS)
    assert answer["calendar"]["closed"] == 1
    assert due(noon, item) == "2026-01-01T09:00:00.000Z"
    gone = noon.call("hours.holidays.remove", calendar="ics:mine")
    assert due(noon, item) == "2026-01-01T07:30:00.000Z"
    assert noon.call("hours.show")["hours"]["calendars"] == []
    noon.call(gone["undo"]["command"], **gone["undo"]["args"])
    assert due(noon, item) == "2026-01-01T09:00:00.000Z"
    assert noon.call("hours.show")["hours"]["calendars"] == ["ics:mine"]


def everything(stage: Stage) -> list[Any]:
    def look(db: Any) -> list[Any]:
        tables = ("office_hours", "days_off", "closed_times", "calendars", "deeds", "interactions")
        return [[tuple(r) for r in db.execute(f"SELECT * FROM {t}")] for t in tables]

    return stage.engine.desk.store.read(look)


@pytest.mark.parametrize(
    ("command", "args", "reason"),
    [
        ("hours.set", {"hours": {"week": {"mon": ["13:00-12:00"]}}}, "ends_before_start"),
        ("hours.set", {"hours": {"zone": "Nowhere/Land"}}, "unknown_zone"),
        ("hours.set", {"hours": {**WORK, "calendars": ["DE"]}}, "unknown_calendar"),
        ("hours.holidays.add", {"country": "XX"}, "unknown_country"),
        ("hours.holidays.import", {"name": "mine", "text": ICS[:120]}, "not_ics"),
        ("hours.holidays.import", {"name": "mine", "text": "\ud800"}, "not_ics"),
        (
            "hours.holidays.import",
            {"name": "mine", "text": ICS.replace("20260101T07", "20280101T07")},
            "never_open",
        ),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_changes(noon: Stage, command, args, reason):
    noon.call("hours.set", hours=WORK)
    noon.call("hours.holidays.import", name="mine", text=ICS)
    noon.asked("Is it vegan?")
    before = everything(noon)
    with pytest.raises(Rejected) as refused:
        noon.call(command, **args)
    assert refused.value.facts["reason"] == reason
    assert everything(noon) == before


def test_a_kill_between_the_change_and_the_deadlines_is_made_good(noon: Stage):
    item = noon.asked("Is it vegan?")
    desk = noon.engine.desk
    clocks.keep_up(desk)
    assert not clocks.behind(desk)
    changed = hours.write(hours.read(WORK))
    desk.store.write(lambda tx: office.put(tx, "", changed, now=desk.now()))
    noon.restart()
    desk = noon.engine.desk
    assert clocks.behind(desk)
    clocks.keep_up(desk)
    assert not clocks.behind(desk)
    assert due(noon, item) == "2026-01-01T07:30:00.000Z"


def test_a_changed_general_target_moves_deadlines(noon: Stage):
    item = noon.asked("Is it vegan?")
    noon.call("settings.set", first_response_minutes=60)
    assert due(noon, item) == "2026-01-01T05:00:00.000Z"


def test_public_calendars_grow_with_the_years(noon: Stage, clock: HandClock):
    noon.call("hours.set", hours=WORK)
    noon.call("hours.holidays.add", country="CN")
    clock.move(400 * 86_400)
    clocks.keep_up(noon.engine.desk)
    (found,) = noon.call("hours.holidays.list")["calendars"]
    assert (found["first_day"], found["last_day"]) == ("2026-01-01", "2030-12-31")


def test_the_platforms_window_comes_first_where_it_closes_sooner(noon: Stage):
    tell = noon.engine.desk.store.read(
        lambda db: clocks.due(noon.engine.desk, db, noon.accounts[0])
    )
    at = THURSDAY_NOON
    assert tell("message", 2, at, at + HOUR) == at + HOUR
    assert tell("message", 2, at, at + 24 * HOUR) == at + 2 * HOUR
    assert tell("message", 1, at, None) == at + HOUR // 2
    assert tell("message", 2, -(10**17), None) == at + 2 * HOUR  # a time that cannot be


def test_a_start_loads_none_of_the_calendar_libraries():
    script = "import sys, cmapp.services.engine; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    ).stdout.split()
    assert not {"holidays", "icalendar", "dateutil"} & set(loaded)


def test_before_take_off_one_is_told_what_falls_due_meanwhile(noon: Stage):
    item = noon.asked("Is it vegan?")
    found = noon.call("flight.check", until=THURSDAY_NOON + HOUR)
    assert found["due"] == {"count": 0, "first": []}
    found = noon.call("flight.check", until=THURSDAY_NOON + 3 * HOUR)["due"]
    assert (found["count"], found["first"][0]["id"]) == (1, item)
    assert found["first"][0]["until"] == raw_due(noon, item)


# telling


def told(stage: Stage) -> list[str]:
    return [d["id"] for d in stage.call("hours.notices")["due"]]


def test_each_item_is_told_of_once_shortly_before_it_is_due(noon: Stage, clock: HandClock):
    item = noon.asked("Is it vegan?")
    assert told(noon) == []
    clock.move(104 * 60)
    assert told(noon) == []
    clock.move(2 * 60)
    assert told(noon) == [item]
    assert told(noon) == []
    noon.restart()
    assert told(noon) == []


def test_nothing_is_told_of_what_is_past_done_or_unwanted(noon: Stage, clock: HandClock):
    late, answered = noon.asked("Is it vegan?"), noon.asked("And kosher?")
    noon.call("inbox.set_state", item=answered, state="done")
    noon.call("settings.set", notice_minutes=0)
    clock.move(110 * 60)
    assert told(noon) == []
    noon.call("settings.set", notice_minutes=15)
    clock.move(3 * HOUR / 1000)  # the laptop slept through it
    assert told(noon) == []
    assert raw_due(noon, late) < clock.now()


def test_a_reply_block_is_announced_once_as_it_begins(noon: Stage, clock: HandClock):
    noon.call("hours.set", hours={**WORK, "blocks": ["10:00", "16:00"]})
    assert noon.call("hours.notices")["block"] is None  # 10:00 is long past
    clock.move(4 * HOUR / 1000)
    assert noon.call("hours.notices")["block"] == THURSDAY_NOON + 4 * HOUR
    assert noon.call("hours.notices")["block"] is None
    clock.move(24 * HOUR / 1000 + 1800)  # asleep until half past
    assert noon.call("hours.notices")["block"] is None


# saying


@pytest.mark.parametrize(
    ("at", "language", "words"),
    [
        ("2026-01-01T04:30:00Z", "en", "today at 13:30"),
        ("2026-01-01T10:00:00Z", "en", "tomorrow at 09:00"),
        ("2026-01-02T10:00:00Z", "en", "on Monday at 09:00"),
        ("2026-01-02T10:00:00Z", "zh_CN", "1月5日（周一）9:00"),
        ("2026-01-02T10:00:00Z", "zh_TW", "1月5日（週一）9:00"),
        ("2026-01-01T15:59:00Z", "zh_CN", "明天 9:00"),
        ("2026-01-01T16:01:00Z", "zh_CN", "今天 9:00"),  # after midnight on the wall
        ("2026-02-13T11:00:00Z", "en", "tomorrow at 09:00"),  # a make-up Saturday
        ("2026-02-14T11:00:00Z", "en", "on Tuesday, 24 February at 09:00"),
    ],
)
def test_the_away_text_tells_when_somebody_is_there_again(
    noon: Stage, clock: HandClock, at, language, words
):
    noon.call("settings.set", language=language)
    noon.call("hours.set", hours=WORK)
    noon.call("hours.holidays.add", country="CN")
    if at < "2026-02":
        noon.call("hours.holidays.remove", calendar="CN")
    clock.move(datetime.fromisoformat(at).timestamp() - clock.now() / 1000)
    assert words in noon.call("hours.away")["text"]


def test_the_away_text_is_ones_own_and_its_language_is_that_of_the_text(
    noon: Stage, clock: HandClock
):
    noon.call("settings.set", language="en")
    item = noon.asked("Is it vegan?")
    noon.call("hours.set", hours={**WORK, "away": "{{reopens}}见！"})
    assert noon.call("hours.away", item=item)["text"] == "今天 13:30见！"
    noon.call("hours.set", hours={**WORK, "away": "See you {{ reopens }}, $&\\1"})
    assert noon.call("hours.away")["text"] == "See you today at 13:30, $&\\1"
    clock.move(2 * HOUR / 1000)
    assert noon.call("hours.away") == {"open": True, "text": None, "account": ""}
    assert noon.call("outbox.list")["rows"] == []


def test_a_deadline_can_be_asked_for_any_moment(noon: Stage):
    noon.call("hours.set", hours=WORK)
    found = noon.call("hours.deadline", at="2026-01-02T17:00", lane="negative")
    assert (found["due"], found["minutes"]) == ("2026-01-02T09:30:00.000Z", 30)
    found = noon.call("hours.deadline", at="2026-01-02T23:00:00+08:00")
    assert (found["due"], found["open"]) == ("2026-01-05T03:00:00.000Z", False)
    assert found["reopens"] == "2026-01-05T01:00:00.000Z"
    with pytest.raises(Rejected):
        noon.call("hours.deadline", at="soon")


def test_looking_at_hours_changes_nothing(noon: Stage):
    found = noon.call("hours.check", hours=WORK)
    assert found["now"]["open"] is False
    assert found["now"]["reopens"] == "2026-01-01T05:30:00.000Z"
    assert found["now"]["due"]["negative"] == "2026-01-01T06:00:00.000Z"
    assert noon.call("hours.show")["hours"]["week"] is None
    assert datetime.fromtimestamp(noon.engine.desk.now() / 1000, UTC).hour == 4


def test_undo_takes_hours_and_calendars_back_as_any_other_deed(noon: Stage):
    item = noon.asked("Is it vegan?")
    before = due(noon, item)
    noon.call("hours.set", hours=WORK)
    noon.call("hours.holidays.add", country="CN")
    assert due(noon, item) == "2026-01-04T03:00:00.000Z"
    noon.call("undo")
    assert due(noon, item) == "2026-01-01T07:30:00.000Z"
    noon.call("undo")
    assert due(noon, item) == before
    assert noon.call("hours.show")["hours"]["week"] is None


def test_taking_hours_back_does_not_wait_for_who_works_deadlines_out(noon: Stage):
    """An undo runs within the writer, which the worker waits for."""
    item = noon.asked("Is it vegan?")
    before = due(noon, item)
    noon.call("hours.set", hours=WORK)
    desk = noon.engine.desk
    entered, release = threading.Event(), threading.Event()

    def slow(*_args: Any, **_more: Any) -> list[tuple[int, int, int]]:
        entered.set()
        release.wait(120)
        return []

    with patch.object(clocks, "_changed", slow):
        worker = threading.Thread(target=clocks.work_out, args=(desk,))
        worker.start()
        assert entered.wait(120)
        undone = desk.store.submit(lambda tx: COMMANDS["undo"](desk))
        assert undone.result(timeout=120)["undone"]["command"] == "hours.set"
        release.set()
        worker.join(120)
    assert clocks.stale(desk)  # what came in between is not forgotten
    clocks.keep_up(desk)
    assert due(noon, item) == before


def test_a_deadline_that_moves_while_others_are_worked_out_stays_moved(noon: Stage):
    item = int(noon.asked("Is it vegan?"))
    store, sooner = noon.engine.desk.store, THURSDAY_NOON + HOUR
    was = raw_due(noon, str(item))
    account = noon.call("inbox.list")["items"][0]["account"]
    store.write(lambda tx: office.set_due(tx, account, [(item, was, sooner)]))
    store.write(lambda tx: office.set_due(tx, account, [(item, was, was + HOUR)]))
    assert raw_due(noon, str(item)) == sooner


def test_a_window_that_the_platform_tells_of_late_comes_before_our_own_target(noon: Stage):
    item = noon.asked("Is it vegan?")
    noon.world.close_window(noon.world.posts()[0].id, until=THURSDAY_NOON + HOUR)
    read_again(noon, item)
    found = noon.call("inbox.list")["items"][0]
    assert found["reply_until"] == "2026-01-01T05:00:00.000Z"
    assert found["due_at"] == found["reply_until"]


def read_again(stage: Stage, item: str) -> None:
    desk = stage.engine.desk
    account = desk.account(stage.accounts[0])
    syncing.read_thread(desk, account, desk.links.to(account), stage.remote(item))
