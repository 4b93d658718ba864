"""A plan that looks lived in, for the pictures of the calendar: made by the engine's commands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

from cmapp.domain.errors import Trouble
from cmapp.system import clock

Call = Callable[..., dict[str, Any]]
CAMPAIGNS = (
    ("开窑季", "blue", "stripes", "spring kiln"),
    ("Open studio", "amber", "dots", "open studio"),
    ("Gift box 禮盒", "violet", "solid", "gift box"),
)
PILLARS = (("Craft", 50.0, "teal"), ("Shop", 30.0, "amber"), ("People", 20.0, "violet"))
# days from today, hour, accounts (0 the first, 1 the second, 2 both), campaign, pillar, title, text
POSTS = (
    (1, "09:00", 2, 0, "Craft", "", "Kiln notes: why the blue one runs. Two firings, one colour."),
    (1, "18:30", 0, None, "Shop", "", "周六开窑直播，十点见。链接放在主页。"),
    (2, "12:00", 1, None, "People", "", "客人来信：一只杯子走了八千公里。"),
    (3, "09:00", 0, 0, "Craft", "Glaze, part 2", "What celadon does at 1240 degrees, in photos."),
    (
        3,
        "17:15",
        2,
        1,
        "Shop",
        "Open day",
        "Open day: Saturday 10:00 – 17:00. There is tea.",
    ),
    (4, "10:00", 1, 2, "Shop", "", "禮盒開放預訂，年前寄出。"),
    (5, "09:00", 2, 1, "Shop", "Open day, reminder", "Tomorrow we open the doors. Bring a friend."),
    (5, "20:00", 0, None, "People", "", "Who made it: Ana Ferreira, from Porto to our wheel."),
    (6, "10:00", 2, 1, "People", "", "Doors are open! Come in."),
    (11, "09:00", 0, 0, "Craft", "", "三次烧成，一种颜色：青的来历。"),
    (12, "12:30", 2, None, "Shop", "Restock", "週三補貨，這次有 350 ml 的。"),
    (15, "09:00", 1, 2, "Shop", "", "Gift box: which cup goes with which tea?"),
    (17, "18:00", 0, 0, "Craft", "", "How to care for celadon: three small habits."),
    (19, "09:00", 2, 2, "Shop", "最后寄送日", "礼盒最后寄送日：12 月 15 日，之后年后发出。"),
    (23, "12:00", 0, None, "People", "", "Ask us anything about glazes."),
)
IDEAS = (
    ("A film of one cup, from clay to shelf", ""),
    ("釉料小百科", "每周一种釉，一张图，三句话。"),
    ("What broke this month, and why", ""),
)
BEGUN = (
    "新年闭店通知：1 月 1 日至 3 日休息。",
    "Thank you for a good year: what we made, in numbers.",
)


def plan_ahead(call: Call) -> None:
    """Fill some weeks from today on. What a command refuses is left out."""
    accounts = [a["id"] for a in call("accounts.list")["accounts"]][:2]
    campaigns = [
        call("campaigns.save", name=name, color=color, pattern=pattern)["campaigns"][0]["id"]
        for name, color, pattern, _ in CAMPAIGNS
    ]
    for name, target, color in PILLARS:
        call("pillars.save", name=name, target=target, color=color)
    for account in accounts:
        call("calendar.slots.set", account=account, slots=[[d, 540] for d in range(5)])
    today = datetime.fromtimestamp(clock.now() / 1000, UTC).date()
    for days, hour, who, campaign, pillar, title, text in POSTS:
        used = accounts if who == 2 else accounts[who : who + 1]
        chosen = campaigns[campaign] if campaign is not None else ""
        draft = _draft(call, text, title=title, pillar=pillar, campaign=chosen, accounts=used)
        zone = "Asia/Taipei" if days == 12 else None
        _try(call, "plan.set", draft=draft, at=f"{_day(today, days)}T{hour}", zone=zone)
    for title, text in IDEAS:
        call("calendar.ideas.add", title=title, text=text)
    for text in BEGUN:
        _draft(call, text, accounts=accounts[:1])
    _try(
        call, "calendar.series.save", title="Tip of the week", rule="FREQ=WEEKLY;BYDAY=TU",
        wall=f"{_day(today, 2)}T17:00", count=12,
        draft={"text": "Tip of the week: warm the pot first.", "accounts": accounts[:1]},
    )  # fmt: skip
    _try(call, "hours.holidays.add", country="US")


def _day(today: date, days: int) -> str:
    return (today + timedelta(days=days)).isoformat()


def _draft(call: Call, text: str, *, accounts: list[str] | None = None, **more: Any) -> str:
    variants = [{"account": a, "text": None, "images": None} for a in accounts or ()]
    saved = call("drafts.save", text=text, merge=False, variants=variants, **more)
    return str(saved["drafts"][0]["id"])


def _try(call: Call, command: str, **args: Any) -> dict[str, Any]:
    try:
        return call(command, **args)
    except (Trouble, KeyError):
        return {}
