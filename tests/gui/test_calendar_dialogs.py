from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QDate

from cmapp.ui.asking import Asking
from cmapp.ui.bridge import Bridge
from cmapp.ui.dialogs.best_times import BestTimesSheet
from cmapp.ui.dialogs.campaigns import CampaignsSheet
from cmapp.ui.dialogs.plan_files import ImportSheet
from cmapp.ui.dialogs.series import SeriesSheet
from cmapp.ui.dialogs.slots import SlotsSheet
from cmapp.ui.planning.painter import Known
from cmapp.ui.planning.series_words import in_words, read_rule, rule_of
from tests.gui.desk_fixture import FixtureDesk

TUESDAY = QDate(2026, 12, 8)


@pytest.fixture
def asking(desk: FixtureDesk, bridge: Bridge) -> Asking:
    return Asking(desk, bridge)


@pytest.fixture
def known(desk: FixtureDesk) -> Known:
    return Known({a.id: a for a in desk.accounts()})


@pytest.mark.parametrize(
    ("often", "n", "days", "rule", "said"),
    [
        ("DAILY", 1, [], "FREQ=DAILY", "Every day at"),
        ("WEEKLY", 1, ["MO", "FR"], "FREQ=WEEKLY;BYDAY=MO,FR", "Every week on Monday and Friday"),
        ("WEEKLY", 2, [], "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "Every 2 weeks on Tuesday"),
        ("MONTHLY", 1, [], "FREQ=MONTHLY;BYMONTHDAY=8", "Every month on day 8"),
        ("NTH", 1, [], "FREQ=MONTHLY;BYDAY=2TU", "Every month on Tuesday number 2"),
    ],
)
def test_a_rule_is_written_read_and_said(
    often: str, n: int, days: list[str], rule: str, said: str
) -> None:
    assert rule_of(often, n, days, TUESDAY) == rule
    assert read_rule(rule, TUESDAY)[:2] == (often, n)
    made = {"rule": rule, "wall": "2026-12-08T09:00", "last_day": "2027-03-01"}
    assert in_words(made).startswith(said) and "until 1 Mar 2027" in in_words(made)


def test_a_series_has_an_end_and_its_wordings_take_turns(
    qtbot: Any, asking: Asking, known: Known, desk: FixtureDesk
) -> None:
    desk.looks["calendar.series.list"] = {"series": []}
    desk.looks["calendar.series.preview"] = {
        "next": [{"day": "2026-12-08", "wall": "2026-12-08T09:00", "variation": 1}],
        "total": 12, "trouble": None,
    }  # fmt: skip
    desk.answers["calendar.series.save"] = {"series": [{"id": "3"}]}
    sheet = SeriesSheet(asking, known, "UTC")
    qtbot.addWidget(sheet)
    sheet.title.setText("Tip")
    sheet.texts.setPlainText("Warm the pot\n---\nRinse the cup")
    qtbot.waitUntil(lambda: sheet.next.count() == 1)
    assert "wording 2" in sheet.next.item(0).text()
    sheet.keep()
    qtbot.waitUntil(lambda: any(c == "calendar.series.save" for c, _ in desk.calls))
    args = next(a for c, a in desk.calls if c == "calendar.series.save")
    assert args["variations"] == ["Warm the pot", "Rinse the cup"]
    assert args["last_day"] and args["count"] is None, "an end is always given"


def test_an_import_shows_every_problem_by_row_before_it_takes_what_is_sound(
    qtbot: Any, asking: Asking, desk: FixtureDesk
) -> None:
    desk.answers["calendar.import"] = {
        "rows": 2, "new": 1, "changed": 0, "same": 0, "deleted": 0, "bad": 1,
        "problems": [
            {"row": 3, "column": "at", "code": "bad_time", "facts": {}, "severity": "stop"}
        ],
        "plan": [
            {"row": 2, "verb": "new", "title": "Open day", "at": "2026-12-05T09:00:00.000Z"},
            {"row": 3, "verb": "bad", "title": "", "at": None},
        ],
    }  # fmt: skip
    sheet = ImportSheet(asking)
    qtbot.addWidget(sheet)
    sheet.try_file("/plans/december.csv")
    qtbot.waitUntil(lambda: sheet.table.rowCount() == 2)
    assert desk.calls[-1] == (
        "calendar.import", {"file": "/plans/december.csv", "dry_run": True}
    )  # fmt: skip
    assert "1 new" in sheet.sum.text() and "1 with problems" in sheet.sum.text()
    cells = [[sheet.table.item(r, c).text() for c in range(4)] for r in range(2)]
    assert cells[0][:2] == ["2", "New"] and "Open day" in cells[0][2]
    assert cells[1][:2] == ["3", "Problem"] and cells[1][3].startswith("at: ")
    sheet.take()
    qtbot.waitUntil(lambda: sheet.result() == 1)
    assert desk.calls[-1][1]["partial"] and not desk.calls[-1][1]["dry_run"]


def test_slots_are_added_for_several_days_at_once(
    qtbot: Any, asking: Asking, known: Known, desk: FixtureDesk
) -> None:
    desk.looks["calendar.slots.list"] = lambda account: {
        "slots": [{"account": account, "weekday": 2, "minute": 600}]
    }
    sheet = SlotsSheet(asking, known)
    qtbot.addWidget(sheet)
    qtbot.waitUntil(lambda: sheet.slots == {(2, 600)})
    sheet.day.setCurrentIndex(1)
    sheet.add.click()
    qtbot.waitUntil(lambda: any(c == "calendar.slots.set" for c, _ in desk.calls))
    args = next(a for c, a in desk.calls if c == "calendar.slots.set")
    assert args["slots"] == [[0, 540], [1, 540], [2, 540], [2, 600], [3, 540], [4, 540]]


def test_too_few_posts_give_no_best_time(
    qtbot: Any, asking: Asking, known: Known, desk: FixtureDesk
) -> None:
    desk.looks["besttime.show"] = {
        "n": 4, "needed": 5, "enough": False, "cells": [{"weekday": 0, "hour": 9, "n": 4}],
        "best": [],
    }  # fmt: skip
    sheet = BestTimesSheet(asking, known)
    qtbot.addWidget(sheet)
    qtbot.waitUntil(lambda: sheet.verdict.text().startswith("Not enough data"))
    assert not any(line.isVisibleTo(sheet) for line in sheet.lines)


def test_a_campaign_keeps_colour_pattern_and_pillars(
    qtbot: Any, asking: Asking, desk: FixtureDesk
) -> None:
    desk.looks["campaigns.list"] = {"campaigns": []}
    desk.looks["pillars.list"] = {"pillars": [{"name": "Shop", "target": 30.0}]}
    desk.answers["campaigns.save"] = {"campaigns": [{"id": "9"}]}
    sheet = CampaignsSheet(asking)
    qtbot.addWidget(sheet)
    qtbot.waitUntil(lambda: sheet.pillars.toPlainText() == "Shop 30 %")
    sheet.name.setText("Kiln week")
    sheet.color.setCurrentIndex(sheet.color.findData("teal"))
    sheet.pattern.setCurrentIndex(sheet.pattern.findData("dots"))
    sheet.pillars.setPlainText("Craft 70％")
    sheet.keep()
    qtbot.waitUntil(lambda: len(desk.calls) == 3)
    told = dict(desk.calls)
    assert told["campaigns.save"]["color"] == "teal"
    assert told["campaigns.save"]["pattern"] == "dots"
    assert told["pillars.save"] == {"name": "Craft", "target": 70.0}
    assert told["pillars.remove"] == {"name": "Shop"}
