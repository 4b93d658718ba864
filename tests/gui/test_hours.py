"""The dialog for office hours, and what is told in time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from cmapp.domain.errors import Rejected
from cmapp.ui.bridge import Bridge
from cmapp.ui.dialogs.hours import HoursDialog
from cmapp.ui.window import Window
from tests.gui.desk_fixture import FixtureDesk

NOW = {
    "open": False, "reopens": "2026-01-05T01:00:00.000Z", "closes": None,
    "due": {"default": "2026-01-05T03:00:00.000Z", "negative": "2026-01-05T01:30:00.000Z"},
}  # fmt: skip
WEEK = {d: ["09:00-12:00", "13:30-18:00"] for d in ("mon", "tue", "wed", "thu", "fri")}
HOURS = {
    "zone": "Asia/Shanghai", "week": {**WEEK, "sat": [], "sun": []}, "targets": {"default": 90},
    "calendars": ["CN"], "blocks": ["10:00"], "away": "{{reopens}}",
}  # fmt: skip


@pytest.fixture
def dialog(qtbot: Any, desk: FixtureDesk, bridge: Bridge) -> HoursDialog:
    desk.answers["hours.show"] = {"account": "", "own": True, "hours": HOURS, "now": NOW}
    desk.answers["hours.holidays.list"] = {
        "calendars": [{"id": "CN"}, {"id": "ics:mine"}], "countries": ["CN", "DE"],
    }  # fmt: skip
    desk.answers["hours.check"] = {"hours": HOURS, "now": NOW}
    made = HoursDialog(desk, bridge)
    qtbot.addWidget(made)
    qtbot.waitUntil(lambda: not bridge.busy())
    return made


def sent(desk: FixtureDesk, command: str) -> list[dict[str, Any]]:
    return [args for name, args in desk.calls if name == command]


def test_hours_come_back_as_they_were_shown(dialog: HoursDialog):
    assert dialog.days["mon"].text() == "09:00-12:00, 13:30-18:00"
    assert dialog.wanted() == HOURS
    assert "due" in dialog.preview.text() and "open again" in dialog.preview.text()


def test_what_is_changed_is_kept_by_save(
    dialog: HoursDialog, desk: FixtureDesk, bridge: Bridge, qtbot: Any
):
    dialog.days["sat"].setText("10:00-14:00、22:00-02:00")
    dialog.days["mon"].setText("08:00-16:00")
    dialog.copy.click()
    dialog.targets["message"].setValue(20)
    dialog.switches["ics:mine"].setChecked(True)
    dialog.save.click()
    qtbot.waitUntil(lambda: not bridge.busy())
    (args,) = sent(desk, "hours.set")
    assert args["account"] == ""
    assert args["hours"]["week"]["sat"] == ["10:00-14:00", "22:00-02:00"]
    assert args["hours"]["week"]["fri"] == ["08:00-16:00"]
    assert args["hours"]["targets"] == {"default": 90, "message": 20}
    assert args["hours"]["calendars"] == ["CN", "ics:mine"]
    assert dialog.result() == dialog.DialogCode.Accepted


def test_impossible_hours_are_told_as_one_types_and_cannot_be_saved(
    dialog: HoursDialog, desk: FixtureDesk, bridge: Bridge, qtbot: Any
):
    desk.answers["hours.check"] = Rejected(
        "bad_hours", field="mon", reason="ends_before_start", value="13:00-12:00"
    )
    qtbot.keyClicks(dialog.days["mon"], "x")
    qtbot.waitUntil(lambda: "Monday: This period ends" in dialog.preview.text())
    assert "13:00-12:00" in dialog.preview.text()
    assert not dialog.save.isEnabled()


def test_no_hours_means_always(dialog: HoursDialog):
    dialog.bounded.setChecked(False)
    assert dialog.wanted()["week"] is None
    assert not dialog.days["mon"].isEnabled()


def test_a_country_and_a_file_are_added_and_switched_on(
    dialog: HoursDialog, desk: FixtureDesk, bridge: Bridge, qtbot: Any, tmp_path: Path
):
    desk.answers["hours.holidays.add"] = {"calendar": {"id": "DE"}}
    dialog.country.setCurrentIndex(1)
    dialog.add.click()
    qtbot.waitUntil(lambda: "DE" in dialog.switches)
    assert dialog.wanted()["calendars"] == ["CN", "DE"]
    assert sent(desk, "hours.holidays.add") == [{"country": "DE", "follow": False}]
    desk.answers["hours.holidays.import"] = Rejected("bad_calendar", reason="not_ics")
    (tmp_path / "off.ics").write_bytes(b"\xff")
    dialog.import_file(str(tmp_path / "off.ics"))
    qtbot.waitUntil(lambda: "is no calendar" in dialog.preview.text())
    assert sent(desk, "hours.holidays.import")[0]["name"] == "off"
    assert dialog.wanted()["calendars"] == ["CN", "DE"]


def test_it_opens_from_the_settings_and_the_palette(
    desk: FixtureDesk, open_window: Callable[[FixtureDesk], Window], monkeypatch: Any
):
    opened: list[int] = []
    monkeypatch.setattr(HoursDialog, "exec", lambda self: opened.append(1) or 0)
    window = open_window(desk)
    window.actions_.by_id["hours"].trigger()
    assert opened == [1]


def test_the_away_text_is_put_into_the_reply_and_left_there(
    desk: FixtureDesk, open_window: Callable[[FixtureDesk], Window], qtbot: Any, bridge: Bridge
):
    desk.answers["hours.away"] = {"open": False, "text": "Back tomorrow.", "account": "a"}
    window = open_window(desk)
    inbox: Any = window.pane("inbox")
    inbox.view.setCurrentIndex(inbox.model.index(0, 0))
    inbox.write()
    qtbot.waitUntil(lambda: not bridge.busy())
    window.actions_.by_id["away"].trigger()
    qtbot.waitUntil(lambda: "Back tomorrow." in inbox.talk.composer.written().text)
    assert sent(desk, "hours.away") == [{"item": str(inbox.current().id)}]
    assert sent(desk, "reply") == []
    desk.answers["hours.away"] = {"open": True, "text": None, "account": "a"}
    window.actions_.by_id["away"].trigger()
    qtbot.waitUntil(lambda: "Somebody is there now" in window.toast.words())


def test_what_falls_due_is_told_by_count_and_time_alone(
    desk: FixtureDesk, open_window: Callable[[FixtureDesk], Window], qtbot: Any
):
    desk.answers["hours.notices"] = {
        "due": [
            {"id": "1", "name": "Ana", "lane": "normal", "due_at": 1_767_225_600_000},
            {"id": "2", "name": "Ben", "lane": "negative", "due_at": 1_767_225_900_000},
        ],
        "block": 1_767_225_600_000,
    }
    window = open_window(desk)
    said: list[tuple[str, bool]] = []
    window.notices.said.connect(lambda words, urgent: said.append((words, urgent)))
    window.isActiveWindow = lambda: False  # type: ignore[method-assign]
    window.notices.look()
    qtbot.waitUntil(lambda: len(said) == 3)
    assert [urgent for _, urgent in said] == [True, False, False]
    assert not any("Ana" in words or "Ben" in words for words, _ in said)


def test_nothing_is_asked_where_notifications_are_off(
    desk: FixtureDesk, open_window: Callable[[FixtureDesk], Window]
):
    window = open_window(desk)
    window.settings = replace(window.settings, notifications=False)
    window.notices.look()
    assert sent(desk, "hours.notices") == []
