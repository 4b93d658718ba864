"""Saved replies with gaps: which gaps a text has, and the text with them filled (KB-01).

A gap is `{{name}}`, `{{name|fallback}}` or a question, `{{ask:Order number}}`. Full-width braces,
bars and colons count the same, and so do the Chinese names of the gaps.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_GAP = re.compile(r"(?:\{\{|｛｛)\s*([^{}｛｝]{1,120}?)\s*(?:\}\}|｝｝)")
_ASK = re.compile(r"(?:ask|问|問)\s*[:：]\s*(.+)", re.I | re.S)

KNOWN = (
    "name", "first_name", "handle", "account", "account_handle", "platform", "order", "reopens",
    "date", "time",
)  # fmt: skip
"""What the program fills from what it knows about the conversation. `order` is the order number
that stands in what they wrote; `reopens` when the account's office opens next."""
_ALIASES = {
    "名字": "first_name", "称呼": "first_name", "稱呼": "first_name", "姓名": "name",
    "昵称": "name", "暱稱": "name", "账号": "account", "帳號": "account", "平台": "platform",
    "订单": "order", "订单号": "order", "訂單": "order", "訂單編號": "order",
    "order_number": "order",
    "营业时间": "reopens", "營業時間": "reopens", "日期": "date", "时间": "time", "時間": "time",
    "firstname": "first_name", "username": "handle", "user": "handle",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Gap:
    """One gap: where it stands, what it is called, and what stands there if it stays unknown.

    `question` is what to ask the person for, or "" for a gap that is filled from what is known.
    """

    start: int
    end: int
    name: str
    question: str = ""
    fallback: str | None = None

    @property
    def known(self) -> bool:
        """Whether the program knows what belongs there."""
        return bool(self.question) or self.name in KNOWN


@dataclass(frozen=True, slots=True)
class Filled:
    """A text with its gaps filled as far as could be.

    `questions` still wait for the person's answer; `missing` are known names without a value
    here; `unknown` are names that mean nothing. Any of the three keeps the text from going out:
    the gaps stand in it as they were.
    """

    text: str
    questions: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether nothing is left to fill."""
        return not (self.questions or self.missing or self.unknown)


def gaps(text: str) -> list[Gap]:
    """Return the gaps of a text in their order."""
    found = []
    for match in _GAP.finditer(text):
        inside = match[1]
        asked = _ASK.fullmatch(inside)
        if asked is not None:
            question = " ".join(asked[1].split())
            found.append(Gap(match.start(), match.end(), f"ask:{question}", question))
            continue
        name, bar, fallback = inside.replace("｜", "|").partition("|")
        name = name.strip()
        plain = name.lower().replace(" ", "_").replace("-", "_")
        name = _ALIASES.get(plain, plain if plain in KNOWN else name)
        found.append(
            Gap(match.start(), match.end(), name, fallback=fallback.strip() if bar else None)
        )
    return found


def fill(text: str, known: Mapping[str, str], answers: Mapping[str, str] | None = None) -> Filled:
    """Fill the gaps of `text`: names from `known`, questions from `answers` (by their words).

    An answer may also be given for a name that is not known here (`order`).
    """
    given = {k: v.strip() for k, v in (answers or {}).items() if v.strip()}
    out: list[str] = []
    questions: dict[str, None] = {}
    missing: dict[str, None] = {}
    unknown: dict[str, None] = {}
    at = 0
    for gap in gaps(text):
        out.append(text[at : gap.start])
        at = gap.end
        value = given.get(gap.question or gap.name)
        if value is None and not gap.question:
            value = known.get(gap.name) or gap.fallback
        if value is not None:
            out.append(value)
            continue
        out.append(text[gap.start : gap.end])
        if gap.question:
            questions[gap.question] = None
        elif gap.known:
            missing[gap.name] = None
        else:
            unknown[gap.name] = None
    out.append(text[at:])
    return Filled("".join(out), tuple(questions), tuple(missing), tuple(unknown))


def unknown_names(text: str) -> tuple[str, ...]:
    """Return the names of gaps that mean nothing to the program."""
    return tuple(dict.fromkeys(g.name for g in gaps(text) if not g.known and g.fallback is None))


_ORDER = re.compile(
    r"(?:order|订单号?|訂單(?:編號|號碼)?|单号"
    r"|單號|no\.?|#|№)\s*(?:number|no\.?|is|是|为|為|nr\.?)?"
    r"\s*[:：#]?\s*#?\s*([A-Z]{0,4}-?\d[\dA-Z-]{3,23})",
    re.I,
)


def order_number(text: str) -> str:
    """Return the order number that a text names, or ""."""
    found = _ORDER.search(text)
    return found[1].strip("-") if found else ""


def first_name(name: str) -> str:
    """Return what to call somebody: the first word of a Latin name, a Chinese name whole."""
    clean = "".join(c for c in name if c.isalnum() or c in " .'’-·").strip()
    if not clean:
        return ""
    if any("\u3040" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7a3" for c in clean):
        return clean
    first = clean.split()[0].strip(".'’-·")
    return first if len(first) > 1 or len(clean.split()) == 1 else clean
