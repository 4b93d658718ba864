"""Saved replies and articles from a file and into one: JSON whole, CSV for spreadsheets.

Reads our own files and those that other desks write: any list of objects, or any CSV with a
heading, that has a text and a name under one of the usual titles. Their gaps become ours.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from cmapp.domain.cell_text import quoted, unquoted
from cmapp.domain.errors import Rejected

MOST_BYTES = 8 * 1024 * 1024
MOST_ROWS = 5_000
MOST_TEXT = 20_000

_TITLE = ("title", "name", "subject", "标题", "標題", "名称", "名稱", "short_code", "shortcut")
_SHORT = ("shortcut", "short_code", "shortcode", "abbreviation", "快捷", "快捷短语", "快捷鍵")
_TEXT = ("text", "content", "body", "message", "reply", "answer", "内容", "內容", "回复", "回覆")
_NETWORK = ("network", "platform", "channel", "平台")
_LANG = ("lang", "language", "locale", "语言", "語言")
_URL = ("url", "link", "链接", "連結")
_TAGS = ("tags", "tag", "labels", "标签", "標籤")


@dataclass(frozen=True, slots=True)
class Row:
    """One wording or one article of a file, with everything else a file may tell."""

    title: str
    text: str
    shortcut: str = ""
    network: str = ""
    lang: str = ""
    url: str = ""
    tags: tuple[str, ...] = ()


def read(data: bytes) -> tuple[list[Row], list[dict[str, Any]]]:
    """Return the rows of a file, and what could not be used: {row, why}.

    Raises Rejected (field `file`): `too_large`, `not_text`, `nothing_there`.
    """
    if len(data) > MOST_BYTES:
        raise Rejected(
            "too_big", field="file", reason="too_large", limit=MOST_BYTES, size=len(data)
        )
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        try:
            text = data.decode("gb18030")  # what spreadsheets write in China
        except UnicodeDecodeError:
            raise Rejected("file_unreadable", field="file", reason="not_text") from None
    objects = _objects(text)
    rows: list[Row] = []
    bad: list[dict[str, Any]] = []
    for n, each in enumerate(objects):
        if n >= MOST_ROWS:
            bad.append({"row": n + 1, "why": "too_many"})
            break
        found = _row(each)
        if isinstance(found, Row):
            rows.append(found)
        else:
            bad.append({"row": n + 1, "why": found})
    if not rows:
        raise Rejected("nothing_there", field="file", reason="nothing_there", rows=len(bad))
    return rows, bad


def _objects(text: str) -> Iterable[Mapping[str, Any]]:
    start = text.lstrip()[:1]
    if start in ("{", "["):
        try:
            found = json.loads(text)
        except (ValueError, RecursionError):
            raise Rejected("file_unreadable", field="file", reason="syntax") from None
        return list(_flat(found))
    try:
        kind = csv.Sniffer().sniff(text[:4096], delimiters=",;\t")
    except csv.Error:
        kind = csv.excel
    try:
        return list(csv.DictReader(io.StringIO(text), dialect=kind))
    except csv.Error:
        raise Rejected("file_unreadable", field="file", reason="syntax") from None


def _flat(found: Any) -> Iterable[Mapping[str, Any]]:
    """Yield one object per wording, whatever list of a document holds them."""
    if isinstance(found, dict):
        lists = [v for v in found.values() if isinstance(v, list)]
        found = [each for one in lists for each in one] if lists else [found]
    for each in found:
        if not isinstance(each, dict):
            yield {}
        elif isinstance(each.get("variants"), list):
            for variant in each["variants"]:
                yield {**each, **(variant if isinstance(variant, dict) else {}), "variants": None}
        else:
            yield each


def _row(each: Mapping[str, Any]) -> Row | str:
    plain = {str(k).strip().lower(): v for k, v in each.items() if k is not None}

    def first(names: Iterable[str]) -> str:
        for name in names:
            value = plain.get(name)
            if isinstance(value, str) and value.strip():
                return unquoted(value.strip())
        return ""

    text, title = our_gaps(first(_TEXT)), first(_TITLE)
    if not text:
        return "no_text"
    if len(text) > MOST_TEXT:
        return "too_long"
    tags = plain.get("tags") or first(_TAGS)
    if isinstance(tags, str):
        tags = re.split(r"[,;，；|]", tags)
    return Row(
        title=(title or " ".join(text.split())[:60])[:200],
        text=text,
        shortcut=first(_SHORT),
        network=first(_NETWORK),
        lang=first(_LANG),
        url=first(_URL),
        tags=tuple(str(t).strip() for t in tags if str(t).strip()),
    )


_FOREIGN = re.compile(
    r"\{\{\s*(?:contact|customer|ticket\.requester|requester|user|conversation\.contact)[._]"
    r"(?P<a>\w+)\s*\}\}|%\s*(?:customer|user)\.(?P<b>\w+)\s*%|\{%?\s*(?:customer|contact)\.(?P<c>\w+)\s*%?\}"
)
_THEIRS = {"name": "name", "fullname": "name", "full_name": "name", "firstname": "first_name",
           "first_name": "first_name", "first": "first_name", "handle": "handle"}  # fmt: skip


def our_gaps(text: str) -> str:
    """Return a text with other desks' gaps as ours; what we have no name for becomes a question."""

    def ours(match: re.Match[str]) -> str:
        name = (match["a"] or match["b"] or match["c"]).lower()
        return "{{" + _THEIRS.get(name, f"ask:{name.replace('_', ' ')}") + "}}"

    return _FOREIGN.sub(ours, text)


# out


def to_csv(rows: Iterable[Row]) -> str:
    """Return rows as CSV, a wording a line; a cell that would be a formula is made text."""
    out = io.StringIO()
    made = csv.writer(out, lineterminator="\n")
    made.writerow(["title", "shortcut", "network", "lang", "text", "url", "tags"])
    for r in rows:
        cells = (r.title, r.shortcut, r.network, r.lang, r.text, r.url, ", ".join(r.tags))
        made.writerow([quoted(_breaks(c)) for c in cells])
    return out.getvalue()


def _breaks(cell: str) -> str:
    """Return a cell with one kind of line break: a bare CR would end the row for a reader."""
    return cell.replace("\r\n", "\n").replace("\r", "\n")
