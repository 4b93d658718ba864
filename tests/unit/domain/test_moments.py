# ruff: noqa: DTZ001, E501
from __future__ import annotations

from datetime import datetime

import pytest

from cmapp.domain import moments

NOW = datetime(2026, 11, 18, 14, 20)  # a Wednesday

SAID = {
    "fri 9:00": "2026-11-20 09:00", "Friday": "2026-11-20 09:00", "wed": "2026-11-25 09:00",
    "tomorrow": "2026-11-19 09:00", "tomorrow 14": "2026-11-19 14:00",
    "tomorrow at 9pm": "2026-11-19 21:00", "9pm": "2026-11-18 21:00", "9:30": "2026-11-19 09:30",
    "15:00": "2026-11-18 15:00", "tonight": "2026-11-18 20:00", "next week": "2026-11-23 09:00",
    "in 3 hours": "2026-11-18 17:20", "3h": "2026-11-18 17:20", "30 min": "2026-11-18 14:50",
    "2d": "2026-11-20 14:20", "1 week": "2026-11-25 14:20", "24 dec": "2026-12-24 09:00",
    "Dec 24 10:00": "2026-12-24 10:00", "2026-12-24 9:00": "2026-12-24 09:00",
    "3 jan": "2027-01-03 09:00", "today": "2026-11-18 18:00", "12am": "2026-11-19 00:00",
    "明天": "2026-11-19 09:00", "明天 9点": "2026-11-19 09:00", "明天9點半": "2026-11-19 09:30",
    "后天下午3点": "2026-11-20 15:00", "後天下午三點": "2026-11-20 15:00",
    "周五": "2026-11-20 09:00", "星期五上午10点": "2026-11-20 10:00", "下周一 9点": "2026-11-23 09:00",
    "禮拜五 18:30": "2026-11-20 18:30", "今晚": "2026-11-18 20:00", "今晚8点": "2026-11-18 20:00",
    "3小时后": "2026-11-18 17:20", "三小時後": "2026-11-18 17:20", "30分钟后": "2026-11-18 14:50",
    "两天后": "2026-11-20 14:20", "十二月二十四日": "2026-12-24 09:00", "12月24日 10点": "2026-12-24 10:00",
    "下周": "2026-11-23 09:00", "明晚": "2026-11-19 20:00", "周日": "2026-11-22 09:00",
}  # fmt: skip


@pytest.mark.parametrize(("said", "meant"), SAID.items())
def test_a_time_as_people_say_it(said: str, meant: str) -> None:
    found = moments.parse(said, NOW)
    assert found is not None and f"{found:%Y-%m-%d %H:%M}" == meant


@pytest.mark.parametrize(
    "said",
    ["", "soon", "99:99", "25 o'clock", "fri of", "31 feb", "2020-01-01", "yesterday", "早安"],
)
def test_what_is_no_time_ahead_is_none(said: str) -> None:
    assert moments.parse(said, NOW) is None


def test_the_evening_is_later_today_until_it_is_too_late_for_it() -> None:
    assert moments.later_today(NOW) == datetime(2026, 11, 18, 18)
    assert moments.later_today(NOW.replace(hour=17)) == datetime(2026, 11, 18, 20)
    assert moments.later_today(NOW.replace(hour=22)) is None
    assert moments.tomorrow(NOW) == datetime(2026, 11, 19, 9)
    assert moments.next_week(NOW) == datetime(2026, 11, 23, 9)
