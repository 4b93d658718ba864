"""A task that says when it is time to look back, once a week or a month where one asked (EX-09)."""

from __future__ import annotations

import os
from datetime import date, datetime, timedelta

from cmapp.domain import plan_times
from cmapp.domain.hours import zone
from cmapp.services import clocks
from cmapp.services.desk import Desk
from cmapp.store import goals, marks, tasks
from cmapp.store.database import Tx

_MARK = "review_reminded"
TITLES = {
    "en": {"weekly": "Weekly review", "monthly": "Monthly review", "goal": "Goal: {name}"},
    "zh_CN": {"weekly": "每周回顾", "monthly": "每月回顾", "goal": "目标：{name}"},
    "zh_TW": {"weekly": "每週回顧", "monthly": "每月回顧", "goal": "目標：{name}"},
}


def keep_up(desk: Desk) -> bool:
    """Make the task of this week or month where it was not made yet; tells whether it did.

    The first one comes with the week or month after the setting was chosen. A task that was
    deleted or is done does not come back before the next.
    """
    every = desk.settings.review_every
    if every == "never":
        if desk.store.read(lambda db: marks.get(db, _MARK)):
            desk.store.write(lambda tx: marks.put(tx, _MARK, ""))
        return False
    here = zone(desk.store.read(lambda db: clocks.zone_of(db, "")))
    today = plan_times.local(desk.now(), here).date()
    span = f"{every} {_first_day(today, every).isoformat()}"
    last = desk.store.read(lambda db: marks.get(db, _MARK))
    if last == span:
        return False
    begins = not last.startswith(every + " ")
    evening = datetime(today.year, today.month, today.day, 18, tzinfo=here)
    due = max(int(evening.timestamp() * 1000), desk.now())

    def go(tx: Tx) -> bool:
        marks.put(tx, _MARK, span)
        if not begins:
            title = TITLES[language_of(desk.settings.language)][every]
            tasks.add(tx, f"{title} · {_named(today, every)}", now=desk.now(), due_at=due)
        return not begins

    return desk.store.write(go)


def review_goals(desk: Desk) -> int:
    """Make a task for each goal that asks to be looked at this week or month; returns how many.

    As with the reviews, the first one comes with the week or month after it was asked for.
    """
    open_ = [g for g in desk.store.read(goals.every) if g.review != "never"]
    now = desk.now()
    due = []
    for goal in open_:
        here = zone(goal.zone)
        today = plan_times.local(now, here).date()
        span = f"{goal.review} {_first_day(today, goal.review).isoformat()}"
        if goal.reminded != span and goal.first_day <= today.isoformat():
            evening = datetime(today.year, today.month, today.day, 18, tzinfo=here)
            due.append((goal, span, today, max(int(evening.timestamp() * 1000), now)))
    if not due:
        return 0

    def go(tx: Tx) -> int:
        made = 0
        for goal, span, today, at in due:
            goals.reminded(tx, goal.id, span)
            over = today - timedelta(days=31) > date.fromisoformat(goal.last_day)
            if goal.reminded.startswith(goal.review + " ") and not over:
                name = goal.name or goal.metric
                title = TITLES[language_of(desk.settings.language)]["goal"].format(name=name)
                tasks.add(tx, f"{title} · {_named(today, goal.review)}", now=now, due_at=at)
                made += 1
        return made

    return desk.store.write(go)


def _first_day(day: date, every: str) -> date:
    return day.replace(day=1) if every == "monthly" else day - timedelta(days=day.weekday())


def _named(day: date, every: str) -> str:
    """Return what is looked back on: the week or the month before, `2026-W46` or `2026-10`."""
    if every == "monthly":
        return (day.replace(day=1) - timedelta(days=1)).strftime("%Y-%m")
    year, week, _ = (day - timedelta(days=7)).isocalendar()
    return f"{year}-W{week:02}"


def language_of(wish: str) -> str:
    """Return the language of titles: the one that was set, else that of the machine."""
    said = wish
    if wish == "system":
        said = os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    if not said.startswith("zh"):
        return "en"
    return "zh_TW" if said.startswith(("zh_TW", "zh_HK", "zh_MO")) else "zh_CN"
