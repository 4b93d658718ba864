"""What should not stand in a public answer: personal data, gaps, insults, sensitive words (DR-09).

Each finding has a code, a place in the text and a weight. Numbers are checked as far as they can
be (checksums of identity cards, bank cards, IBANs), and links, prices, dates, ISBNs and hashtags
are left alone: who is warned for nothing soon reads no warning.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from cmapp.domain.filling import gaps
from cmapp.domain.folding import fold
from cmapp.domain.wordlist import words_in

PERSONAL = (
    "email", "phone", "id_card", "passport", "bank_card", "iban", "order_number", "address",
)  # fmt: skip
"""The codes of personal data: public texts with one are held until a person says so."""
INSULTS = (
    "傻逼", "煞笔", "沙雕", "脑残", "弱智", "智障", "白痴", "蠢货", "废物", "滚蛋", "去死",
    "贱人", "婊子", "王八蛋", "混蛋", "狗东西", "神经病", "他妈的", "操你", "死全家", "低能",
    "猪脑子", "乡巴佬", "娘炮", "idiot", "idiots", "moron", "morons", "stupid", "dumb",
    "imbecile", "retard", "retarded", "scumbag", "bastard", "bitch", "asshole", "arsehole",
    "dickhead", "wanker", "fuck", "fucking", "shut up", "go to hell", "piss off", "drop dead",
    "pathetic loser", "loser", "losers", "freak", "whore", "slut", "bimbo", "tranny", "faggot",
    "spastic", "cretin", "dimwit", "halfwit",
)  # fmt: skip
"""Words that insult or belittle; the lists `insult` and `allowed` add to them and take away."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in a text at `start` to `end`. `severity`: `stop` asks first, `warn` only tells."""

    code: str
    start: int
    end: int
    severity: str

    def of(self, text: str) -> str:
        """Return the place itself."""
        return text[self.start : self.end]


def look(
    text: str,
    *,
    sensitive: Iterable[str] = (),
    insults: Iterable[str] = (),
    allowed: Iterable[str] = (),
) -> list[Finding]:
    """Return what is found, first to last. `allowed`: words and numbers that may stand there.

    Gaps that were not filled and personal data stop; words only warn.
    """
    granted = {_key(word) for word in allowed}
    found = [Finding("variable", g.start, g.end, "stop") for g in gaps(text)]
    taken = [(f.start, f.end) for f in found]
    for code, start, end in _personal(_plain(text)):
        if any(start < b and a < end for a, b in taken) or _key(text[start:end]) in granted:
            continue
        taken.append((start, end))
        found.append(Finding(code, start, end, "stop"))
    listed = [w for w in (*INSULTS, *insults) if _key(w) not in granted]
    for code, words in (("insult", listed), ("sensitive", list(sensitive))):
        found += [Finding(code, h.start, h.end, "warn") for h in words_in(text, words)]
    return sorted(found, key=lambda f: (f.start, f.end))


def _key(text: str) -> str:
    return re.sub(r"[^\w@]", "", fold(text))


_WIDE = {n: n - 0xFEE0 for n in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0x2013: 0x2D, 0x2014: 0x2D}
_LINK = re.compile(
    r"https?://\S+|www\.\S+|(?<![Oo]rder )#[^\s#]+#?|(?<![\w.])@[\w.\-]+(?:@[\w.\-]+)?"
)


def _plain(text: str) -> str:
    """Return the text, as long as before, in half-width, with links, tags and handles blanked."""
    return _LINK.sub(lambda m: " " * len(m[0]), text.translate(_WIDE))


_EMAIL = re.compile(
    r"(?<![\w@.+-])[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}"
)
_ID_CN = re.compile(r"(?<![\dA-Za-z])\d{6}(?:19|20)\d{9}[\dXx](?![\dA-Za-z])")
_ID_TW = re.compile(r"(?<![A-Za-z\d])[A-Z][1289]\d{8}(?![A-Za-z\d])")
_ID_HK = re.compile(r"(?<![A-Za-z\d])[A-Z]{1,2}\d{6} ?\([0-9A]\)")
_ID_US = re.compile(  # a social security number, as written on its card; never 000, 666, 9..
    r"(?<![\d.\-])(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])"
)
_ID_UK = re.compile(  # a national insurance number
    r"(?<![A-Za-z\d])(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]"
    r"(?: ?\d{2}){3} ?[A-D](?![A-Za-z\d])"
)
_PASSPORT = re.compile(
    r"(?:护照|護照|通行证|通行證|passport)[^\d\n]{0,14}?(?P<it>[A-Za-z]{0,2}\d{7,9})(?![\dA-Za-z])"
    r"|(?<![A-Za-z\d])(?P<cn>(?:E[A-HJ-NP-Z]|[EG])\d{7,8})(?![A-Za-z\d])",
    re.IGNORECASE,
)
_CARD = re.compile(r"(?<![\d.\-])[2-6]\d{3}(?:[ -]?\d{4}){2}(?:[ -]?\d{1,7})?(?![\d-])")
_IBAN = re.compile(
    r"(?<![A-Za-z\d])[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?(?![A-Za-z\d])"
)
_ORDER = re.compile(
    r"(?:订单编?号?|訂單編?號?|运单号?|運單號?|快递单?号|快遞單?號|物流单?号|物流單?號|单号|單號|取件码|取件碼"
    r"|(?:order|tracking|parcel|invoice|booking)"
    r"(?: (?:number|no\.?|id|code|ref(?:erence)?)| ?#|(?= [\dA-Z-]*\d{4})))"
    r"\s*(?:是|为|為|is)?\s*[:#]?\s*(?P<it>[A-Za-z]{0,4}-?\d[\dA-Za-z-]{3,30})",
    re.IGNORECASE,
)
_PHONES = (
    re.compile(r"(?<![\d.\-])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?![\d-])"),  # mainland
    re.compile(r"(?<![\d.\-])(?:\+886[- ]?9|09)\d{2}[- ]?\d{3}[- ]?\d{3}(?![\d-])"),  # Taiwan
    re.compile(r"(?<![\d.\-])(?:\(0\d{1,3}\) ?|0\d{1,3}-)\d{3,4}[- ]?\d{4}(?![\d-])"),  # landlines
    re.compile(r"(?<![\d.\-])\+\d{1,3}(?:[ .-]?\(?\d{1,4}\)?){2,5}(?![\d-])"),  # abroad
    re.compile(r"(?<![\d.\-])\(?[2-9]\d{2}\)?[-. ][2-9]\d{2}[-. ]\d{4}(?![\d-])"),  # North America
    re.compile(
        r"(?<![\d.\-])(?<!\d )0(?:7\d{3} ?\d{6}|\d{2,4} \d{3,4} ?\d{3,4})(?![\d-])"
    ),  # Britain
    re.compile(
        r"(?:电话|電話|手机|手機|致电|tel|phone|call|whatsapp|微信|wechat)[^\d\n]{0,8}"
        r"(?P<it>\d[\d -]{5,13}\d)(?![\d-])",
        re.IGNORECASE,
    ),
)
_SERVICE = re.compile(r"(?:\+?86[- ]?)?(?:400|800|95\d|12\d|1-?800|0800)")
"""Numbers of services, which belong to nobody: 400-…, 0800, 12315."""
_ADDRESS = re.compile(
    r"[一-鿿]{2,12}(?:路|街|巷|弄|道|村|里|区|區|园|園|苑|城|庄|莊|府|[A-Z]座)\d{0,5}(?:号|號|弄|巷|期)?"
    r"(?:[^\s,。;,!?]{0,10}?)\d{1,4}(?:栋|幢|座|号楼|號樓|单元|單元|室|房|楼之?\d*|樓之?\d*)"
    r"(?:\d{1,4}(?:单元|單元|室|房|号|號)?)*"
)
_DATED = re.compile(r"(?:19|20)\d{2}(?:[-/.]?\d{1,2}){2}")
_ISBN = re.compile(r"97[89][- ]?(?:\d[- ]?){9}\d")


def _personal(text: str) -> Iterator[tuple[str, int, int]]:
    for m in _EMAIL.finditer(text):
        yield "email", m.start(), m.end()
    for m in _ID_CN.finditer(text):
        if _is_id(m[0]):
            yield "id_card", m.start(), m.end()
    for m in _ID_TW.finditer(text):
        if _is_taiwan_id(m[0]):
            yield "id_card", m.start(), m.end()
    for m in _ID_HK.finditer(text):
        if _is_hong_kong_id(m[0]):
            yield "id_card", m.start(), m.end()
    for pattern in (_ID_US, _ID_UK):
        for m in pattern.finditer(text):
            yield "id_card", m.start(), m.end()
    for m in _IBAN.finditer(text):
        if _is_iban(m[0]):
            yield "iban", m.start(), m.end()
    for m in _ORDER.finditer(text):
        if sum(c.isdigit() for c in m["it"]) >= 4:
            yield "order_number", m.start("it"), m.end("it")
    for m in _PASSPORT.finditer(text):
        group = "it" if m["it"] else "cn"
        yield "passport", m.start(group), m.end(group)
    for m in _CARD.finditer(text):
        digits = re.sub(r"\D", "", m[0])
        if 13 <= len(digits) <= 19 and _is_luhn(digits) and len(set(digits)) > 1:
            yield "bank_card", m.start(), m.end()
    for pattern in _PHONES:
        for m in pattern.finditer(text):
            start, end = m.span("it") if "it" in pattern.groupindex else m.span()
            number = text[start:end].strip()
            size = sum(c.isdigit() for c in number)
            dated = _DATED.fullmatch(number) or _ISBN.fullmatch(number)
            if 7 <= size <= 15 and not dated and not _SERVICE.match(number):
                yield "phone", start, end
    for m in _ADDRESS.finditer(text):
        yield "address", m.start(), m.end()


def _is_id(number: str) -> bool:
    """Tell whether 18 characters are a resident's number: a real birthday, a right check digit."""
    try:
        born = date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    check = sum(w * int(c) for w, c in zip(weights, number, strict=False)) % 11
    return born.year >= 1900 and "10X98765432"[check] == number[-1].upper()


def _is_taiwan_id(number: str) -> bool:
    letter = "ABCDEFGHJKLMNPQRSTUVXYWZIO".index(number[0]) + 10
    digits = [letter // 10, letter % 10, *map(int, number[1:])]
    return (
        sum(w * d for w, d in zip((1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1), digits, strict=True)) % 10 == 0
    )


def _is_hong_kong_id(number: str) -> bool:
    body, _, check = number.replace(" ", "").rstrip(")").partition("(")
    letters = body.rjust(8)
    values = [36 if c == " " else ord(c) - 55 if c.isalpha() else int(c) for c in letters]
    total = sum(w * v for w, v in zip(range(9, 1, -1), values, strict=True))
    return (total + (10 if check == "A" else int(check))) % 11 == 0


def _is_iban(number: str) -> bool:
    plain = number.replace(" ", "")
    if not 15 <= len(plain) <= 34:
        return False
    return int("".join(str(int(c, 36)) for c in plain[4:] + plain[:4])) % 97 == 1


def _is_luhn(digits: str) -> bool:
    odd = [int(c) for c in digits[::-1]]
    return sum(odd[::2] + [d * 2 - 9 if d > 4 else d * 2 for d in odd[1::2]]) % 10 == 0
