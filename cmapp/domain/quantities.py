"""Prices, spans, times, days, sizes and shares in a short text, English and Chinese.

Each is a class and a value, so that two texts can be compared: 3-5 days is (`span`, 72, 120),
下午6点 is (`clock`, 1080, 1080), 11月3日 is (`date`, 1103, 1103).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"两": 2, "半": 0.5}
_ZH = "零一二两三四五六七八九十百半"
_N = rf"(?:\d[\d,]*(?:\.\d+)?|[{_ZH}]+)"
_WORDS = {
    w: n
    for n, w in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()
    )
} | {"half a": 0.5, "an": 1, "a": 1, "fifteen": 15, "twenty": 20, "thirty": 30}
_EN = r"(?:" + "|".join(sorted(_WORDS, key=len, reverse=True)) + r")"

_MONEY = {
    "€": "eur", "euro": "eur", "euros": "eur", "eur": "eur", "$": "usd", "usd": "usd",
    "dollar": "usd", "dollars": "usd", "us$": "usd", "£": "gbp", "gbp": "gbp", "pounds": "gbp",
    "pound": "gbp", "¥": "cny", "元": "cny", "块": "cny", "块钱": "cny", "rmb": "cny",
    "cny": "cny", "yuan": "cny", "圆": "cny", "nt$": "twd", "台币": "twd",
}  # fmt: skip
_SPAN = {
    "minute": 1 / 60, "minutes": 1 / 60, "min": 1 / 60, "mins": 1 / 60, "分钟": 1 / 60,
    "hour": 1, "hours": 1, "hrs": 1, "小时": 1, "个小时": 1, "钟头": 1, "个钟头": 1,
    "day": 24, "days": 24, "天": 24, "日内": 24, "工作日": 24, "个工作日": 24, "个自然日": 24,
    "week": 168, "weeks": 168, "周": 168, "个星期": 168, "星期": 168, "个礼拜": 168,
    "month": 720, "months": 720, "个月": 720, "year": 8760, "years": 8760, "年": 8760,
}  # fmt: skip
_SIZE = ("ml", "毫升", "l", "升", "cm", "厘米", "mm", "毫米", "kg", "公斤",
"千克", "gb", "tb", "mb",
         "inch", "inches", "寸", "英寸", "w", "mah", "人", "people",
         "persons", "guests")  # fmt: skip
_SAME_SIZE = {"毫升": "ml", "升": "l", "厘米": "cm", "毫米": "mm", "公斤": "kg", "千克": "kg",
              "inches": "inch", "寸": "inch", "英寸": "inch", "人": "people", "persons": "people",
              "guests": "people"}  # fmt: skip
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ZH_DAYS = {c: n for n, c in enumerate("一二三四五六日")} | {"天": 6, "末": 5}


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_TO = r"\s*(?:-|–|—|~|to|到|至)\s*"
_DATE = re.compile(
    rf"\b{_MONTH}\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b"
    rf"|\b(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH.replace('month', 'month2')}\b"
    r"|\b\d{4}-(?P<m3>\d\d)-(?P<d3>\d\d)\b"
    rf"|(?P<m4>\d{{1,2}}|[{_ZH}]+)\s*月\s*(?P<d4>\d{{1,2}}|[{_ZH}]+)\s*[日号]?"
)
_CLOCK = re.compile(
    r"(?P<part>凌晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|晚)?\s*"
    r"(?:(?<!\d)(?P<h>[01]?\d|2[0-4])[:：](?P<m>[0-5]\d)\s*(?P<ap>a\.?m|p\.?m)?"
    r"|\b(?P<h2>1[0-2]|\d)\s*(?P<ap2>a\.?m|p\.?m)\b"
    rf"|(?P<h3>\d{{1,2}}|[{_ZH}]{{1,3}})\s*[点點](?!击)(?:(?P<half>半)|(?P<m3>\d{{1,2}})分?)?)"
)
_WEEKDAY = re.compile(
    r"\b(?P<en>mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)s?\b"
    r"|(?:周|星期|礼拜)(?P<zh>[一二三四五六日天末])"
)
_RANGE_DAYS = re.compile(
    r"(?P<a>(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:周|星期)[一二三四五六日天])s?"
    + _TO
    + r"(?P<b>(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:周|星期)[一二三四五六日天])"
)
_PERCENT = re.compile(rf"(?P<n>{_N})\s*(?:%|percent\b|per cent\b)|百分之(?P<zh>{_N})")
_FOLD = re.compile(rf"(?P<n>{_N})\s*折")
_PRICE = re.compile(
    rf"(?P<cur>us\$|nt\$|[€$£¥])\s*(?P<n>{_N})|(?P<n2>{_N})\s*(?P<cur2>{_any(_MONEY)})(?![a-z])"
)
_SPANS = re.compile(
    rf"(?:(?P<a>{_N}|\b{_EN}\b){_TO})?(?P<b>{_N}|\b{_EN})[\s-]*"
    rf"(?:working\s+|business\s+|full\s+|calendar\s+)?(?P<unit>{_any(_SPAN)})(?![a-z])"
)
_SIZES = re.compile(rf"(?P<n>{_N})\s*(?P<unit>{_any(_SIZE)})(?![a-z\u4e00-\u9fff])")
_DEGREES = re.compile(rf"(?P<n>{_N})\s*(?:°\s*c?|degrees?|摄氏度|度)")


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity: what kind, from … to, and the words that say it."""

    kind: str
    low: float
    high: float
    words: str

    def meets(self, other: Quantity) -> bool:
        """Tell whether both can be true; a clock time without am or pm may be either."""
        if self.kind == other.kind == "clock12":
            return self.low % 720 == other.low % 720
        if {self.kind, other.kind} == {"clock", "clock12"}:
            return self.low % 720 == other.low % 720
        return self.low <= other.high and other.low <= self.high


def number(text: str) -> float:
    """Return the value of digits, or of a small Chinese or English number word."""
    plain = text.strip()
    if plain in _WORDS:
        return float(_WORDS[plain])
    if plain[0].isdigit():
        return float(plain.replace(",", ""))
    total = current = 0.0
    for char in plain:
        if char == "百":
            total, current = total + (current or 1) * 100, 0
        elif char == "十":
            total, current = total + (current or 1) * 10, 0
        else:
            current = _DIGITS[char]
    return total + current


def found(folded: str) -> list[Quantity]:
    """Return the quantities of a folded text."""
    rest = folded
    out: list[Quantity] = []
    # the more particular ones first; what one has read the next ones do not see
    for reader in (_dates, _clocks, _weekdays, _percents, _prices, _spans, _sizes, _bare):
        taken: list[tuple[int, int]] = []
        for start, end, quantity in reader(rest):
            out.append(quantity)
            taken.append((start, end))
        for start, end in taken:
            rest = rest[:start] + " " * (end - start) + rest[end:]
    return out


_Found = Iterator[tuple[int, int, Quantity]]


def _one(
    m: re.Match[str], kind: str, low: float, high: float | None = None
) -> tuple[int, int, Quantity]:
    return m.start(), m.end(), Quantity(kind, low, low if high is None else high, m[0].strip())


def _dates(text: str) -> _Found:
    for m in _DATE.finditer(text):
        name = m["month"] or m["month2"]
        if name:
            month, day = _MONTHS.index(name[:3]) + 1, float(m["day"] or m["day2"])
        else:
            month = int(number(m["m3"] or m["m4"]))
            day = number(m["d3"] or m["d4"])
        yield _one(m, "date", month * 100 + day)


def _clocks(text: str) -> _Found:
    for m in _CLOCK.finditer(text):
        hour = number(m["h"] or m["h2"] or m["h3"])
        minute = float(m["m"] or m["m3"] or (30 if m["half"] else 0))
        part, half = m["part"] or "", (m["ap"] or m["ap2"] or "")[:1]
        sure = bool(part or half or m["h"] or hour > 12)
        late = half == "p" or part in ("下午", "傍晚", "晚上", "夜里", "晚")
        if late and hour < 12:
            hour += 12
        elif half == "a" and hour == 12:
            hour = 0
        yield _one(m, "clock" if sure else "clock12", hour * 60 + minute)
    for m in re.finditer(r"\b(noon|midday|midnight)\b|正午|午夜", text):
        yield _one(m, "clock", 0 if m[0] in ("midnight", "午夜") else 720)


def _day(words: str) -> int:
    if words[-1] in _ZH_DAYS and not words.isascii():
        return _ZH_DAYS[words[-1]]
    return next(n for n, d in enumerate(_DAYS) if d.startswith(words[:3]))


def _weekdays(text: str) -> _Found:
    inside: list[tuple[int, int]] = []
    for m in _RANGE_DAYS.finditer(text):
        inside.append((m.start(), m.end()))
        first, last = _day(m["a"]), _day(m["b"])
        if first <= last:
            yield _one(m, "weekday", first, last)
    for m in _WEEKDAY.finditer(text):
        if not any(a <= m.start() < b for a, b in inside):
            day = _ZH_DAYS[m["zh"]] if m["zh"] else _day(m["en"])
            yield _one(m, "weekday", day, 6 if m["zh"] == "末" else day)


def _percents(text: str) -> _Found:
    for m in _PERCENT.finditer(text):
        yield _one(m, "percent", number(m["n"] or m["zh"]))
    for m in _FOLD.finditer(text):
        value = number(m["n"])
        yield _one(m, "折", value if value < 10 else value / 10)


def _prices(text: str) -> _Found:
    for m in _PRICE.finditer(text):
        yield _one(m, f"money {_MONEY[m['cur'] or m['cur2']]}", number(m["n"] or m["n2"]))


def _spans(text: str) -> _Found:
    for m in _SPANS.finditer(text):
        scale = _SPAN[m["unit"]]
        high = number(m["b"]) * scale
        low = number(m["a"]) * scale if m["a"] else high
        if high:
            yield _one(m, "span", min(low, high), max(low, high))


def _sizes(text: str) -> _Found:
    for m in _SIZES.finditer(text):
        unit = _SAME_SIZE.get(m["unit"], m["unit"])
        yield _one(m, f"size {unit}", number(m["n"]))
    for m in _DEGREES.finditer(text):
        yield _one(m, "degrees", number(m["n"]))


_BARE = re.compile(
    rf"(?P<n>\d[\d,]*(?:\.\d+)?|[{_ZH}]{{1,3}})(?P<of>号线|[号次层楼路份款间桌届期岁])"
    r"|\b(?P<at>at|under|over|above|below|until|by|platform|line|room|floor|level|version)\s+"
    r"(?P<n2>\d[\d.,]*\d|\d)(?![\w:])"
    r"|(?P<of3>门票|票价|售价|价格|原价|现价"
    r"|运费|定金|押金|房间|电话)[是为约:：]?\s*(?P<n3>\d[\d.,]*\d|\d)"
)


def _bare(text: str) -> _Found:
    """Numbers without a unit that their neighbour tells the kind of: 15号, platform 2, at 8."""
    for m in _BARE.finditer(text):
        yield _one(m, f"n {m['of'] or m['at'] or m['of3']}", number(m["n"] or m["n2"] or m["n3"]))
