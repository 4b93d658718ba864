"""The times by name to which things are put off, in the time zone of this machine."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

NAMES = ("later", "evening", "tomorrow", "weekend", "next_week")
MORNING, EVENING = time(9), time(18)
_LATER = timedelta(hours=3)


def later(name: str, *, now: int) -> int:
    """Return the time (UTC ms) that a name stands for. Raises KeyError for any other name.

    `later`: in three hours. `evening`: today at 18:00, tomorrow if that is past. `tomorrow`,
    `weekend` (Saturday), `next_week` (Monday): at 9:00, by the wall clock also where the clocks
    change before that.
    """
    here = datetime.fromtimestamp(now / 1000, UTC).astimezone()
    today = here.date()
    match name:
        case "later":
            when = here + _LATER
        case "evening":
            late = here.time() >= EVENING
            when = datetime.combine(today + timedelta(days=late), EVENING).astimezone()
        case "tomorrow":
            when = datetime.combine(today + timedelta(days=1), MORNING).astimezone()
        case "weekend":
            ahead = (5 - today.weekday()) % 7 or 7
            when = datetime.combine(today + timedelta(days=ahead), MORNING).astimezone()
        case "next_week":
            ahead = 7 - today.weekday()
            when = datetime.combine(today + timedelta(days=ahead), MORNING).astimezone()
        case _:
            raise KeyError(name)
    return round(when.timestamp() * 1000)
