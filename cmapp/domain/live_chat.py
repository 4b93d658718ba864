"""Logs of live chats (弹幕) as files bring them, and the questions that were asked again and again.

Read: Bilibili's XML (`<d p="seconds,…">text</d>`), CSV with a head line (time, user, text under
their usual names), JSON lines, and plain lines (`[00:12:31] somebody: text`).
"""

from __future__ import annotations

import csv
import html
import io
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cmapp.domain import signals
from cmapp.domain.alike import Crowd
from cmapp.domain.errors import Rejected

MOST_LINES = 500_000
_TIME_NAMES = ("time", "timestamp", "at", "offset", "seconds", "时间", "時間")
_WHO_NAMES = ("user", "name", "author", "nickname", "who", "用户", "昵称", "暱稱", "用戶")
_TEXT_NAMES = ("text", "message", "content", "comment", "内容", "內容", "弹幕", "彈幕")
_DANMAKU = re.compile(r'<d p="([^"]*)"[^>]*>(.*?)</d>', re.S)
_PLAIN = re.compile(
    r"^\s*(?:[\[(（【]?((?:\d{1,2}:)?\d{1,2}:\d{2}(?:\.\d+)?)[\])）】]?\s+)?(?:([^:：]{1,40})[:：]\s*)?(.+?)\s*$"
)
_ASKING = {"question", "order"}
_REPEATS = re.compile(r"(.)\1{2,}")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a live chat: seconds from its start (None where the log does not say)."""

    at: float | None
    who: str
    text: str


@dataclass(frozen=True, slots=True)
class Cluster:
    """One question with all the lines that ask it (indexes), and how many people did."""

    example: str
    lines: tuple[int, ...]
    people: int


def read(data: str) -> list[Line]:
    """Return the lines of a log.

    Raises Rejected (`bad_log`: nothing in it can be read as a live chat, or it is too long).
    """
    text = data.lstrip("\ufeff")
    head = text.lstrip()[:200]
    if head.startswith("<"):
        found = [*_danmaku(text)]
    elif head.startswith(("{", "[{")):
        found = [*_json(text)]
    elif _has_head(text):
        found = [*_csv(text)]
    else:
        found = [*_plain(text)]
    if not found:
        raise Rejected("bad_log", field="file", reason="unreadable")
    if len(found) > MOST_LINES:
        raise Rejected("bad_log", field="file", reason="too_long", size=len(found))
    return found


def _danmaku(text: str) -> Iterator[Line]:
    for facts, said in _DANMAKU.findall(text):
        parts = facts.split(",")
        who = parts[6] if len(parts) > 6 else ""
        yield from _line(parts[0], who, html.unescape(said))


def _json(text: str) -> Iterator[Line]:
    try:
        whole = json.loads(text)
        rows: Iterable[Any] = whole if isinstance(whole, list) else [whole]
    except ValueError:
        rows = (_parsed(line) for line in text.splitlines())
    for row in rows:
        if isinstance(row, Mapping):
            yield from _of(row)


def _parsed(line: str) -> Any:
    try:
        return json.loads(line)
    except ValueError:
        return None


def _has_head(text: str) -> bool:
    """Tell whether the first line names columns, one of them that of the words."""
    columns = re.split(r"[,;\t]", text.split("\n", 1)[0].lower().replace('"', "").strip())
    return len(columns) > 1 and any(name.strip() in _TEXT_NAMES for name in columns)


def _csv(text: str) -> Iterator[Line]:
    mark = max(",;\t", key=text.split("\n", 1)[0].count)
    try:
        for row in csv.DictReader(io.StringIO(text), delimiter=mark):
            yield from _of({str(k).strip().lower(): v for k, v in row.items() if k})
    except csv.Error:
        return


def _of(row: Mapping[str, Any]) -> Iterator[Line]:
    def pick(names: Sequence[str]) -> Any:
        return next((row[n] for n in names if row.get(n) not in (None, "")), "")

    yield from _line(pick(_TIME_NAMES), pick(_WHO_NAMES), pick(_TEXT_NAMES))


def _plain(text: str) -> Iterator[Line]:
    for line in text.splitlines():
        found = _PLAIN.match(line[:2000])
        if found:
            yield from _line(found[1] or "", found[2] or "", found[3])


def _line(at: Any, who: Any, said: Any) -> Iterator[Line]:
    words = " ".join(str(said).split())[:1000] if isinstance(said, str | int | float) else ""
    if words:
        yield Line(_seconds(at), str(who).strip()[:100], words)


def _seconds(given: Any) -> float | None:
    text = str(given).strip()
    if re.fullmatch(r"\d+(\.\d+)?", text):
        return float(text)
    if re.fullmatch(r"(\d{1,2}:)?\d{1,2}:\d{2}(\.\d+)?", text):
        total = 0.0
        for part in text.split(":"):
            total = total * 60 + float(part)
        return total
    return None


def clusters(lines: Sequence[Line], *, at_least: int = 2) -> list[Cluster]:
    """Return the questions that were asked `at_least` times, most people first."""
    crowd = Crowd()
    together: defaultdict[int, list[int]] = defaultdict(list)
    for n, line in enumerate(lines):
        if _ASKING & set(signals.read(line.text).signals):
            # 啥时候呀呀呀呀 is 啥时候呀: letters are drawn out in live chats
            together[crowd.place(n, _REPEATS.sub(r"\1", line.text))].append(n)
    found = []
    for members in together.values():
        if len(members) >= at_least:
            who = {lines[n].who or f"line {n}" for n in members}
            found.append(Cluster(lines[members[0]].text, tuple(members), len(who)))
    return sorted(found, key=lambda c: (-c.people, -len(c.lines), c.lines[0]))
