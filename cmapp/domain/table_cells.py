"""What dates and times look like once a spreadsheet has had them in its hands. Pure.

A program shows `2026-12-01` as its owner's country writes it: every such form is read back, and
where day and month could be either it is asked, not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from typing import Any, Literal

Order = Literal["dmy", "mdy"]
_EPOCH = date(1899, 12, 30)  # of serial numbers in spreadsheets
_SERIAL = (20_000, 80_000)


class Ambiguous(ValueError):
    """Day and month could be either."""


def date_of(cell: Any, *, order: Order | None = None, was: date | None = None) -> date | None:
    """Return the day of a cell, None of an empty one.

    `order` settles 1/2/2026; without it `was` (what stood there before) does, if it is one of
    the two. Raises ValueError: no day; Ambiguous.
    """
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _serial(float(cell))
    text = str(cell).strip()
    if not text:
        return None
    day = re.split(r"[T\s](?=.*\d[:：.点點时時])", text, maxsplit=1)[0].strip()
    if re.fullmatch(r"\d{5}(\.\d+)?", day):
        return _serial(float(day))
    found = re.fullmatch(r"(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?", day)
    if found:
        return date(*map(int, found.groups()))
    found = re.fullmatch(r"(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4}|\d{2})", day)
    if found:
        return _date(found.group(3), found.group(2), found.group(1))
    found = re.fullmatch(r"(\d{1,2})[-/](\d{1,2})[-/](\d{4}|\d{2})", day)
    if not found:
        raise ValueError(day)
    one, two, year = found.groups()
    if order is None:
        order = _only_order(one, two)
    if order is None:
        either = [d for d in (_date(year, two, one), _date(year, one, two)) if d == was]
        if one != two and not either:
            raise Ambiguous(day)
        return either[0] if either else _date(year, one, two)
    return _date(year, two, one) if order == "dmy" else _date(year, one, two)


def _only_order(one: str, two: str) -> Order | None:
    if int(one) > 12:
        return "dmy"
    return "mdy" if int(two) > 12 else None


def _date(year: str, month: str, day: str) -> date:
    return date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))


def _serial(number: float) -> date:
    if not _SERIAL[0] <= number <= _SERIAL[1]:
        raise ValueError(number)
    return _EPOCH + timedelta(days=int(number))


def order_of(cells: Iterable[Any], known: Iterable[tuple[Any, date]] = ()) -> Order | None:
    """Return how a file writes day and month: by cells that can be but one, else by `known` ones.

    `known`: (cell, the day that stood there before). None: nothing tells, or they disagree.
    """
    seen: set[Order] = set()
    for cell in cells:
        found = re.match(r"\s*(\d{1,2})[-/](\d{1,2})[-/]\d{2,4}", str(cell))
        if found and (order := _only_order(*found.groups())):
            seen.add(order)
    if not seen:
        votes: dict[Order, int] = {"dmy": 0, "mdy": 0}
        for cell, was in known:
            for order in votes:
                try:
                    votes[order] += date_of(cell, order=order) == was
                except ValueError:
                    continue
        if votes["dmy"] != votes["mdy"]:
            return max(votes, key=lambda o: votes[o])
    return seen.pop() if len(seen) == 1 else None


_TIME = re.compile(
    r"(?P<before>上午|下午|中午|晚上|凌晨|[ap]\.?m\.?)?\s*(?P<h>\d{1,2})\s*[:：.点點时時h]\s*(?P<m>\d{2})?\s*分?"
    r"(?:[:：]\d{2}(?:\.\d+)?)?\s*(?P<after>[ap]\.?m\.?|上午|下午)?",
    re.IGNORECASE,
)


def time_of(cell: Any) -> time | None:
    """Return the time of day of a cell, None of an empty one. Raises ValueError."""
    if isinstance(cell, datetime):
        return time(cell.hour, cell.minute)
    if isinstance(cell, time):
        return time(cell.hour, cell.minute)
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _fraction(float(cell))
    text = str(cell).strip()
    if not text:
        return None
    if re.fullmatch(r"0?\.\d+", text):
        return _fraction(float(text))
    found = _TIME.fullmatch(text)
    if not found:
        raise ValueError(text)
    hour, minute = int(found["h"]), int(found["m"] or 0)
    half = (found["before"] or found["after"] or "").lower().replace(".", "")
    if half in ("pm", "下午", "晚上", "中午"):
        hour += 12 if hour < 12 and not (half == "中午" and hour >= 11) else 0
    elif half in ("am", "上午", "凌晨"):
        if hour > 12:
            raise ValueError(text)
        hour %= 12
    return time(hour, minute)


def _fraction(number: float) -> time:
    minutes = round((number % 1) * 1440)
    if not 0 <= number < 80_000 or minutes >= 1440:
        raise ValueError(number)
    return time(minutes // 60, minutes % 60)


def with_time(cell: Any) -> bool:
    """Tell whether a cell of a date tells the time, too."""
    if isinstance(cell, datetime):
        return (cell.hour, cell.minute) != (0, 0)
    return bool(re.search(r"[T\s].*\d[:：点點时時]\d{0,2}", str(cell).strip()))


def time_behind(cell: Any) -> Any:
    """Return what of a cell with date and time is the time."""
    if isinstance(cell, datetime):
        return cell
    text = str(cell).strip()
    found = re.search(r"[T\s](.*\d[:：点點时時].*)$", text)
    return found.group(1).strip() if found else ""
