"""`cmapp hours`: everything about office hours from a terminal, as JSON and as words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.clock import HandClock
from tests.support.stage import time_is
from tests.unit.cli.conftest import Cli, Shop

WORK = ("--zone", "Asia/Shanghai", "--on", "mon-fri 09:00-12:00 13:30-18:00")


def test_hours_are_set_by_options_and_shown(shop: Shop):
    assert shop("hours", "show").json["hours"]["week"] is None
    found = shop("hours", "set", *WORK, "--target", "negative=20", "--block", "10:00").json
    assert found["hours"]["week"]["fri"] == ["09:00-12:00", "13:30-18:00"]
    assert found["hours"]["week"]["sat"] == []
    assert found["hours"]["targets"] == {"negative": 20}
    kept = shop("hours", "set", "--on", "sat,sun 10:00-14:00", "--away", "Back {{reopens}}").json
    assert kept["hours"]["week"]["mon"] == ["09:00-12:00", "13:30-18:00"]
    assert kept["hours"]["week"]["sun"] == ["10:00-14:00"]
    assert kept["undo"]["command"] == "hours.set"
    assert "09:00-12:00, 13:30-18:00" in shop.words("hours", "show").out
    assert shop("hours", "set", "--always").json["hours"]["week"] is None


def test_hours_are_read_as_they_were_shown(shop: Shop):
    shown = shop("hours", "set", *WORK).json["hours"]
    shop("hours", "set", "--always")
    again = shop("hours", "set", "--json-stdin", stdin=json.dumps(shown).encode()).json
    assert again["hours"] == shown


def test_an_account_may_differ_and_go_back(shop: Shop):
    one = shop.ids[0]
    shop("hours", "set", *WORK)
    own = shop("hours", "set", "--account", one, "--zone", "Europe/Berlin").json
    assert (own["own"], own["hours"]["zone"]) == (True, "Europe/Berlin")
    back = shop("hours", "set", "--account", one, "--own-none").json
    assert (back["own"], back["hours"]["zone"]) == (False, "Asia/Shanghai")


def test_deadlines_and_openings_can_be_asked(shop: Shop):
    shop("hours", "set", *WORK)
    found = shop("hours", "deadline", "--at", "2026-06-05T17:00", "--lane", "negative").json
    assert found["due"] == "2026-06-05T09:30:00.000Z"
    found = shop("hours", "next-open", "--at", "2026-06-06T12:00:00Z").json
    assert (found["open"], found["reopens"]) == (False, "2026-06-08T01:00:00.000Z")
    assert "2026-06-08" in shop.words("hours", "deadline", "--at", "2026-06-05T17:30").out


@pytest.fixture
def shop_of_2026(tmp_path: Path, bare: Cli) -> Iterator[Shop]:
    """Public holidays are known of some years around this one, and of few years to come."""
    with time_is(HandClock(runs=True)):
        yield Shop(tmp_path / "profile", bare)


def test_holidays_come_and_go(shop_of_2026: Shop, tmp_path: Path):
    shop = shop_of_2026
    shop("hours", "set", *WORK)
    assert shop("hours", "holidays", "add", "CN").json["calendar"]["days"] > 100
    days = shop("hours", "holidays", "days", "CN", "--year", "2026").json["days"]
    assert {"day": "2026-02-14", "name": "调休", "works": True} in days
    due = shop("hours", "deadline", "--at", "2026-02-14T17:00").json["due"]
    assert due == "2026-02-24T02:00:00.000Z"
    file = tmp_path / "off.ics"
    file.write_text(
        "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nBEGIN:VEVENT\nUID:1\n"
        "DTSTART;VALUE=DATE:20260224\nSUMMARY:Fair\nEND:VEVENT\nEND:VCALENDAR\n"
    )
    assert shop("hours", "holidays", "import", str(file)).json["calendar"]["id"] == "ics:off"
    due = shop("hours", "deadline", "--at", "2026-02-14T17:00").json["due"]
    assert due == "2026-02-25T02:00:00.000Z"
    assert shop("hours", "holidays", "remove", "ics:off").status == 0
    assert [c["id"] for c in shop("hours", "holidays", "list").json["calendars"]] == ["CN"]
    assert shop("hours", "holidays", "remove", "ics:off").code == "unknown_calendar"


def test_bad_input_is_told_and_changes_nothing(shop: Shop, tmp_path: Path):
    before = shop("hours", "set", *WORK).json["hours"]
    told = shop("hours", "set", "--on", "mon 13:00-12:00")
    assert (told.code, told.json["error"]["facts"]["field"]) == ("bad_hours", "mon")
    words = shop.words("hours", "set", "--on", "mon 13:00-12:00").err
    assert words == "cmapp: these hours cannot be (mon): it ends before it begins: 13:00-12:00\n"
    assert shop("hours", "set", "--on", "funday 09:00-10:00").code == "usage"
    assert shop("hours", "set", "--target", "default=soon").code == "usage"
    assert shop("hours", "set", "--json-stdin", stdin=b"{").code == "usage"
    file = tmp_path / "off.ics"
    file.write_bytes(b"\xff\xfe")
    assert shop("hours", "holidays", "import", str(file)).code == "bad_calendar"
    assert shop("hours", "holidays", "add", "Atlantis").code == "bad_calendar"
    assert shop("hours", "show").json["hours"] == before


def test_the_away_text_can_be_kept_as_a_draft(shop: Shop):
    item = shop.asked()
    # hours that are never now: the day after tomorrow at the earliest is not needed, a minute is
    shown = shop("hours", "set", "--zone", "UTC", "--on", "mon 03:00-03:01").json
    found = shop("hours", "away", item, "--draft").json
    if not shown["now"]["open"]:
        assert "we are back" in found["text"]
        assert found["drafts"][0]["in_reply_to"] == item
        assert found["drafts"][0]["text"] == found["text"]
    assert shop("outbox", "list").json["rows"] == []
    assert shop("hours", "away", "--draft").code == "usage"


def test_the_look_before_take_off_counts_what_falls_due(shop: Shop):
    shop.asked()
    found = shop("flight", "check", "--until", "2099-01-01T00:00:00Z").json
    assert found["due"]["count"] == 1
    assert found["due"]["first"][0]["until"].endswith("Z")
    assert "1 answer falls due" in shop.words("flight", "check", "--until", "2099-01-01").out
    assert shop("flight", "check", "--until", "later").code == "usage"
