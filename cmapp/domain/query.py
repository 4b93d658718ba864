"""The search language: what was typed → a small tree. Pure, and never raises.

    退款 "not working" -thanks (refund OR 退货) from:ana is:open,waiting since:7d -label:spam

Words are ANDed, `OR` binds the two terms beside it, `-` excludes, full-width punctuation counts as
the half-width. What looks like a filter and cannot be read is searched as plain words, and a note
says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import tzinfo

from cmapp.domain import letters, spans_of_time

MAX_TERMS = 32
MAX_DEPTH = 6
MAX_TYPED = 4_000

FIELDS: dict[str, tuple[str, ...]] = {
    "from": ("来自", "來自", "author", "by"),
    "to": ("给", "給", "回复", "回覆"),
    "is": ("是", "state", "状态", "狀態"),
    "has": ("有", "含"),
    "label": ("标签", "標籤", "tag"),
    "kind": ("类型", "類型", "in", "type"),
    "account": ("账号", "帳號", "帐号", "賬號"),
    "on": ("平台", "platform"),
    "assignee": ("负责", "負責", "assigned"),
    "lang": ("语言", "語言", "language"),
    "priority": ("优先", "優先"),
    "since": ("自", "从", "從", "after"),
    "until": ("至", "到"),
    "before": ("早于", "早於"),
    "note": ("备注", "備註"),
    "watch": ("关注词", "關注詞"),
}
"""The fields by name, each with what else may be typed for it."""
_NAMES = {alias: name for name, more in FIELDS.items() for alias in (name, *more)}

_IS: dict[str, tuple[str, ...]] = {
    "open": ("待处理", "待處理"),
    "waiting": ("等待", "pending"),
    "snoozed": ("稍后", "稍後"),
    "done": ("已处理", "已處理", "closed"),
    "muted": ("静音", "靜音"),
    "unanswered": (
        "needs-reply",
        "needs_reply",
        "unreplied",
        "待回复",
        "待回覆",
        "未回复",
        "未回覆",
    ),
    "answered": ("replied", "已回复", "已回覆"),
    "overdue": ("late", "超时", "逾时", "逾時"),
    "negative": ("负面", "負面", "complaint", "投诉", "投訴"),
    "question": ("提问", "提問", "问题", "問題"),
    "order": ("订单", "訂單"),
    "suggestion": ("建议", "建議"),
    "praise": ("表扬", "表揚"),
    "thanks": ("感谢", "感謝"),
    "spam": ("垃圾",),
    "urgent": ("紧急", "緊急"),
    "vip": (),
    "assigned": ("已分配",),
    "unassigned": ("未分配",),
    "me": ("我",),
    "mine": ("own", "ours", "我的", "我们的", "我們的"),
    "public": ("公开", "公開"),
    "private": ("direct", "私密"),
    "deleted": ("已删除", "已刪除"),
    "edited": ("已编辑", "已編輯"),
}
_KIND: dict[str, tuple[str, ...]] = {
    "mention": ("mentions", "提及"),
    "reply": ("replies", "回复", "回覆"),
    "comment": ("comments", "评论", "評論", "留言"),
    "message": ("messages", "dm", "私信", "私訊"),
    "quote": ("quotes", "引用"),
    "review": ("reviews", "评价", "評價"),
    "reaction": ("like", "likes", "reactions", "赞", "讚", "喜欢", "喜歡"),
    "repost": ("reposts", "转发", "轉發"),
    "follow": ("follows", "关注", "關注"),
    "other": ("其他",),
}
_HAS: dict[str, tuple[str, ...]] = {
    "image": ("images", "photo", "picture", "图片", "圖片"),
    "video": ("videos", "视频", "影片"),
    "audio": ("音频", "音訊"),
    "media": ("attachment", "附件", "媒体", "媒體"),
    "link": ("links", "url", "链接", "連結"),
    "hashtag": ("tag", "话题", "話題"),
    "mention": ("mentions", "提及"),
    "note": ("notes", "备注", "備註"),
    "label": ("labels", "标签", "標籤"),
    "task": ("tasks", "任务", "任務"),
    "draft": ("drafts", "草稿"),
    "reply": ("回复", "回覆"),
}
_PRIORITY: dict[str, tuple[str, ...]] = {
    "high": ("raised", "高"),
    "normal": ("普通",),
    "low": ("lowered", "低"),
}


def _by_alias(known: dict[str, tuple[str, ...]]) -> dict[str, str]:
    return {alias: name for name, more in known.items() for alias in (name, *more)}


_CHOICES: dict[str, dict[str, str]] = {
    "is": _by_alias({**_KIND, **_IS}),
    "kind": _by_alias(_KIND),
    "has": _by_alias(_HAS),
    "priority": _by_alias(_PRIORITY),
}
CHOICES: dict[str, tuple[str, ...]] = {
    "is": tuple(_IS),
    "kind": tuple(_KIND),
    "has": tuple(_HAS),
    "priority": tuple(_PRIORITY),
}
"""What may stand behind these fields, by its English name, in the order to be offered."""
_LISTS = frozenset({"is", "kind", "has", "priority", "label", "account", "on", "assignee", "lang"})
"""Fields that take several values with commas between, any of which will do."""
_TIMES = ("since", "until", "before")


@dataclass(frozen=True, slots=True)
class Grammar:
    """Which fields there are, and how their values are read.

    `names` and `choices` (by field) lead from what may be typed to the name; of `lists` any value
    will do, `times` are spans, `numbers` are compared (`>3`, `<=5`, `2`).
    """

    names: Mapping[str, str]
    choices: Mapping[str, Mapping[str, str]]
    lists: frozenset[str]
    times: tuple[str, ...]
    numbers: frozenset[str] = frozenset()


ITEMS = Grammar(_NAMES, _CHOICES, _LISTS, _TIMES)
"""The fields of what people said and did."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words to find in the text. `quoted` ones are a phrase that ends where the quote ends."""

    text: str
    quoted: bool = False
    at: tuple[int, int] = field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Field:
    """A filter: `name` of `FIELDS`, and its values, any of which will do.

    The values of `is`, `kind`, `has`, `priority` are names of `CHOICES`; those of `since`,
    `until`, `before` and a dated `on` are two numbers, the span (UTC ms, its end not in it).
    """

    name: str
    values: tuple[str, ...]
    span: tuple[int, int] | None = None
    at: tuple[int, int] = field(default=(0, 0), compare=False)


@dataclass(frozen=True, slots=True)
class Not:
    """Everything but."""

    term: Term


@dataclass(frozen=True, slots=True)
class Every:
    """All of these."""

    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """Any of these."""

    terms: tuple[Term, ...]


Term = Words | Field | Not | Every | Either


@dataclass(frozen=True, slots=True)
class Note:
    """What was typed and read otherwise than it may have been meant.

    `code` is one of `unknown_field`, `unknown_value`, `not_a_date`, `no_value`: `part` was
    searched as plain words; or `too_much`: what begins with `part` was left out.
    """

    code: str
    part: str


@dataclass(frozen=True, slots=True)
class Query:
    """What was understood. An empty `terms` asks for nothing."""

    terms: tuple[Term, ...]
    notes: tuple[Note, ...] = ()

    def words(self) -> Iterator[Words]:
        """Yield the words that a found text has (those that exclude are left out)."""
        yield from _positive(Every(self.terms))

    def fields(self) -> Iterator[Field]:
        """Yield every filter, those that exclude too."""
        yield from _fields(Every(self.terms))


def _positive(term: Term) -> Iterator[Words]:
    match term:
        case Words():
            yield term
        case Every(terms) | Either(terms):
            for one in terms:
                yield from _positive(one)
        case _:
            return


def _fields(term: Term) -> Iterator[Field]:
    match term:
        case Field():
            yield term
        case Not(one):
            yield from _fields(one)
        case Every(terms) | Either(terms):
            for one in terms:
                yield from _fields(one)
        case _:
            return


_PLAIN = str.maketrans(
    {
        "：": ":", "（": "(", "）": ")", "，": ",", "、": ",", "－": "-", "＂": '"', "“": '"',
        "”": '"', "„": '"', "‟": '"', "「": '"', "」": '"', "『": '"', "』": '"', "«": '"',
        "»": '"', "｜": "|", "\0": " ",
    }
)  # fmt: skip
"""One character for one, so that places in the typed text stay what they are."""
_BROKEN = re.compile("[\ud800-\udfff]")
"""Halves of characters, which no text of the store has."""
_HEAD = re.compile(r'([^\s:"()]{1,20}):')
_NUMBER = re.compile(r"(>=|<=|>|<|=)?\s*(\d{1,6})")
_CHINESE = re.compile(r"[\u3400-\u9fff\uf900-\ufaff]")


def parse(typed: str, *, now: int, zone: tzinfo | None = None, grammar: Grammar = ITEMS) -> Query:
    """Read what was typed at `now` (UTC ms).

    `zone` says when days begin; None is the machine's own.
    """
    return _Reader(_BROKEN.sub("\ufffd", typed[:MAX_TYPED]), now, zone, grammar).read()


class _Reader:
    """One pass over what was typed, from left to right."""

    def __init__(self, typed: str, now: int, zone: tzinfo | None, grammar: Grammar) -> None:
        self._grammar = grammar
        self._typed = typed
        self._line = typed.translate(_PLAIN)
        self._now, self._zone = now, zone
        self._at = 0
        self._count = 0
        self._notes: list[Note] = []

    def read(self) -> Query:
        terms = self._terms(0, len(self._line))
        return Query(tuple(terms), tuple(dict.fromkeys(self._notes)))

    def _terms(self, depth: int, end: int) -> list[Term]:
        """Read up to `end`, joining what stands left and right of OR."""
        found: list[Term] = []
        joins = False
        while (term := self._term(depth, end)) is not None:
            if isinstance(term, Words) and not term.quoted and term.text in ("OR", "|"):
                rest = self._line[self._at : end].strip()
                if found and rest and not joins:
                    joins = True
                    continue
            if joins:
                joins = False
                before = found.pop()
                sides = before.terms if isinstance(before, Either) else (before,)
                term = Either((*sides, term))
            found.append(term)
        return found

    def _term(self, depth: int, end: int) -> Term | None:
        line = self._line
        while self._at < end and line[self._at].isspace():
            self._at += 1
        if self._at >= end:
            return None
        if self._count >= MAX_TERMS:
            self._notes.append(Note("too_much", self._typed[self._at : self._at + 40].strip()))
            self._at = end
            return None
        start = self._at
        if line[start] == "-" and start + 1 < end and not line[start + 1].isspace():
            if line[start + 1] != "-":
                self._at += 1
                inner = self._term(depth, end)
                return Not(inner) if inner is not None else None
        if line[start] == "(" and depth < MAX_DEPTH:
            close = self._closing(start, end)
            if close is not None:
                self._at = start + 1
                terms = self._terms(depth + 1, close)
                self._at = close + 1
                if not terms:
                    return self._term(depth, end)
                return terms[0] if len(terms) == 1 else Every(tuple(terms))
        self._count += 1
        head = _HEAD.match(line, start, end)
        if head is not None:
            return self._field(head, end)
        return self._words(start, end)

    def _closing(self, start: int, end: int) -> int | None:
        """Return where the parenthesis that opens at `start` is closed."""
        depth = 0
        for at in range(start, end):
            if self._line[at] == "(":
                depth += 1
            elif self._line[at] == ")":
                depth -= 1
                if depth == 0:
                    return at
        return None

    def _words(self, start: int, end: int) -> Words:
        line = self._line
        if line[start] == '"':
            close = line.find('"', start + 1, end)
            self._at = end if close < 0 else close + 1
            inside = self._typed[start + 1 : end if close < 0 else close]
            return Words(inside, quoted=close >= 0, at=(start, self._at))
        at = start
        while at < end and not line[at].isspace():
            quote = line[at] == '"' and at > start and _CHINESE.match(line[at - 1])
            if quote and line.find('"', at + 1, end) > 0:
                break  # 退款"很慢": nobody puts a blank before it
            at += 1
        self._at = at
        return Words(self._typed[start:at], at=(start, at))

    def _field(self, head: re.Match[str], end: int) -> Term:
        start = head.start()
        typed_name = _plain(head[1])
        name = self._grammar.names.get(typed_name)
        self._at = head.end()
        if self._at < end and self._line[self._at] == '"':
            value = self._words(self._at, end).text
        else:
            while self._at < end and not self._line[self._at].isspace():
                self._at += 1
            value = self._typed[head.end() : self._at]
        at = (start, self._at)
        part = self._typed[start : self._at]
        if name is None:
            if typed_name.isascii() and typed_name.isalpha() and not value.startswith("/"):
                if len(typed_name) > 1 and value:
                    self._notes.append(Note("unknown_field", part[:80]))
            self._at = start
            return self._words(start, end)
        read = self._read_value(name, value)
        if isinstance(read, str):
            self._notes.append(Note(read, part[:80]))
            return Words(part, at=at)
        values, span = read
        return Field(name, values, span, at=at)

    def _read_value(self, name: str, value: str) -> tuple[tuple[str, ...], Span | None] | str:
        """Return what a field asks for, or the code of the note that says what is wrong."""
        plain = _plain(value).strip()
        if not plain.strip("@#,"):
            return "no_value"
        grammar = self._grammar
        if name in grammar.times or name == "on":
            span = spans_of_time.read(plain, now=self._now, zone=self._zone)
            if span is not None:
                return (plain,), span
            if name != "on":
                return "not_a_date"
        if name in grammar.numbers:
            number = _NUMBER.fullmatch(plain)
            return ((number[1] or "=", number[2]), None) if number else "unknown_value"
        if name in grammar.choices:
            known = grammar.choices[name]
            asked = [v.strip() for v in plain.split(",") if v.strip()]
            if not all(v in known for v in asked):
                return "unknown_value"
            return tuple(dict.fromkeys(known[v] for v in asked)), None
        if name in grammar.lists:
            parts = [v.strip() for v in value.translate(_PLAIN).split(",")]
            return tuple(dict.fromkeys(v for v in parts if v)), None
        return (value.strip(),), None


Span = tuple[int, int]


def _plain(text: str) -> str:
    return letters.normal(text, "NFKC").casefold().translate(_PLAIN)
