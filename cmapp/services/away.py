"""The honest word outside the hours: when somebody is there again, in the reader's words (IN-15).

It is offered as a draft and never sent by itself; nothing here pretends to be awake at night.
"""

from __future__ import annotations

import re
from datetime import datetime

from cmapp.domain.timetable import Timetable

PLACE = re.compile(r"\{\{\s*reopens\s*\}\}")
TEXTS = {
    "en": "Thank you for writing. Nobody is here right now; we are back {{reopens}}"
    " and will answer you then.",
    "zh_CN": "感谢您的留言。我们现在不在，{{reopens}}恢复回复，届时会尽快答复您。",
    "zh_TW": "感謝您的留言。我們目前不在，{{reopens}}恢復回覆，屆時會盡快答覆您。",
}
_DAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "zh_CN": ("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
    "zh_TW": ("週一", "週二", "週三", "週四", "週五", "週六", "週日"),
}
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September",
           "October", "November", "December")  # fmt: skip
_SOON = {
    "en": ("today", "tomorrow"), "zh_CN": ("今天", "明天"), "zh_TW": ("今天", "明天"),
}  # fmt: skip


def language(text: str, wish: str) -> str:
    """Return the language to name a time in: that of the text, where it shows one."""
    if re.search(r"[\u4e00-\u9fff]", text):
        return wish if wish in ("zh_CN", "zh_TW") else "zh_CN"
    return "en" if text.strip() else wish if wish in TEXTS else "en"


def reopens_words(opens: datetime, now: datetime, lang: str) -> str:
    """Return a time as one tells it, both in the office's zone: `tomorrow at 09:00`, `明天 9:00`.

    After tomorrow the day of the week is named, and the date where it could be another week.
    """
    ahead = (opens.date() - now.date()).days
    day = _DAYS[lang][opens.weekday()]
    if lang == "en":
        at = f"at {opens:%H:%M}"
        if ahead < 2:
            return f"{_SOON[lang][max(ahead, 0)]} {at}"
        if ahead < 7:
            return f"on {day} {at}"
        return f"on {day}, {opens.day} {MONTHS[opens.month - 1]} {at}"
    at = f"{opens.hour}:{opens:%M}"
    if ahead < 2:
        return f"{_SOON[lang][max(ahead, 0)]} {at}"
    return f"{opens.month}月{opens.day}日（{day}）{at}"


def text_at(timetable: Timetable, now: int, *, wish: str) -> str | None:
    """Return the away text as it would go out now; None while somebody is there (or always is).

    `now` is UTC ms; `wish` is the language where the text itself shows none.
    """
    opens = timetable.next_open(now)
    if opens is None or opens <= now:
        return None
    written = timetable.hours.away
    lang = language(written, wish)
    words = reopens_words(timetable.local(opens), timetable.local(now), lang)
    return PLACE.sub(lambda _: words, written.strip() or TEXTS[lang])
