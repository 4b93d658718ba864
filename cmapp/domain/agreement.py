"""Do two answers to the same question say the same? Small rules that point at what differs (N22).

Three kinds of difference: a quantity of the same kind with another value, a pair of opposites
(open and closed, free and paid), and the same thing said with and without a negation. English
and Chinese. A hint, never a verdict: the rules know no context.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from cmapp.domain import quantities
from cmapp.domain.folding import fold
from cmapp.domain.quantities import Quantity


@dataclass(frozen=True, slots=True)
class Difference:
    """What differs. `kind`: quantity, opposite or negation; `before` and `now` are the words."""

    kind: str
    before: str
    now: str


def differences(before: str, now: str) -> tuple[Difference, ...]:
    """Return where an answer differs in substance from an earlier one, at most one per kind."""
    one, other = _plain(before), _plain(now)
    found = (
        _quantity(quantities.found(one), quantities.found(other)),
        _opposite(one, other) or _weekday(one, other),
        _negation(one, other),
    )
    return tuple(d for d in found if d is not None)


def claims(text: str) -> bool:
    """Tell whether a text says anything that another could contradict."""
    plain = _plain(text)
    return bool(quantities.found(plain) or _sides(plain) or _said(plain))


_ASIDE = re.compile(
    r"[@#][\w.-]+|https?://\S+"
    r"|\b(?:if|unless|until|as long as|once|when|whether)\b[^,.;!?]*"
    r"|(?:如果|要是|若)[^，。；！？,.;!?]*"
    r"|不好意思|不客气|没关系|没问题|不用谢"
    r"|不过|不仅|不但|不少|不错|差不多|不要紧|不论|不管|无论|无理由"
    r"|不一定|不断|不必担心|不用担心|别担心|不要担心|不便|无忧|no problem|no worries|not only"
    r"|no doubt|can(?:no|')?t wait|do(?:n'| no)t worry|do(?:n'| no)t hesitate"
)


def _plain(text: str) -> str:
    return _ASIDE.sub(" ", fold(text).replace("’", "'"))


def _quantity(one: list[Quantity], other: list[Quantity]) -> Difference | None:
    for kind in dict.fromkeys(_class(q) for q in one):
        mine = [q for q in one if _class(q) == kind]
        theirs = [q for q in other if _class(q) == kind]
        if theirs and not any(a.meets(b) for a in mine for b in theirs):
            return Difference("quantity", mine[0].words, theirs[0].words)
    return None


def _class(one: Quantity) -> str:
    return "clock" if one.kind == "clock12" else one.kind


# opposites: a name, what says the one side, what says the other

_CLOCKED = re.compile(r"\d\s*(?:点|:\d\d|am|pm|a\.m|p\.m)")
_OPPOSITES: Mapping[str, tuple[re.Pattern[str], re.Pattern[str]]] = {
    "free": (
        re.compile(r"(?<!not )\bfree\b(?! (?:to|of))"
        r"|\bno (?:charge|cost|fee)|免费|包邮|免运费|免邮"),
        re.compile(
            r"\bnot free\b|\bpaid\b|(?<!no )\b(?:costs?|fee|charged?)\b"
            r"|\bper (?:day|month)\b|[€$£¥]\s?\d"
            r"|收费|付费|付运费|不免费|不包邮|运费|自理|\d元|\d块"
        ),
    ),
    "stock": (
        re.compile(r"\b(?:in|back in) stock\b|\bstill have\b|有货|现货|有库存|在售"),
        re.compile(r"\bsold out\b|\bout of stock\b"
        r"|售罄|没货|没有货|无货|缺货|断货|卖完|卖光|停产|停售|下架"),
    ),
    "open": (
        re.compile(r"\bopen\b|营业|照常|开门|开放|上班"),
        re.compile(r"\bclosed\b|\bshut\b|休息|歇业|不营业|放假|不开门|关门"),
    ),
    "available": (
        re.compile(r"(?<!not )\bavailable\b"),
        re.compile(r"\bunavailable\b|\bnot available\b|\bno longer available\b"),
    ),
    "included": (
        re.compile(r"(?<!not )\bincluded\b|\bcomes with\b|附赠|含在内|赠送"),
        re.compile(r"\bnot included\b|\bseparately\b|\bexcluded\b|另购|另外购买|不附赠"),
    ),
    "possible": (
        re.compile(r"(?<!im)(?<!not )\bpossible\b|\ballowed\b|\bwelcome\b"),
        re.compile(r"\bimpossible\b|\bnot possible\b|\bforbidden\b|\bprohibited\b|\bnot allowed\b"),
    ),
    "able": (
        re.compile(
            r"(?<![不未])(?:可以(?!说)|支持|接受|允许|(?<!可)能(?![量力源])|可(?=[换退寄用参]))"
        ),
        re.compile(
            r"不可以|不支持|不接受|不允许|不能|无法|不可(?=[换退寄用参])|不行|暂不支持|禁止"
        ),
    ),
    "needed": (
        re.compile(r"(?<![不无])(?:需要|必须|须)"),
        re.compile(r"不需要|不用|无需|不必|免预约|不必须"),
    ),
    "is": (
        re.compile(
            r"^\s*(?:是的?|对的?|yes\b|yep\b|sure\b|of course\b)"
            r"|(?<![不还就只但可要于])是(?!否)"
        ),
        re.compile(r"^\s*(?:no\b(?!\s\w)|nope\b|不是|不行|unfortunately)|不是"),
    ),
}  # fmt: skip


def _sides(plain: str) -> dict[str, tuple[bool, str]]:
    """Return, for each opposite that a text speaks of on one side only: which, and its words."""
    out: dict[str, tuple[bool, str]] = {}
    for name, (good, bad) in _OPPOSITES.items():
        if name == "open" and _CLOCKED.search(plain):
            continue  # "closes at 10" is no "closed"
        no = bad.search(plain)
        rest = bad.sub(" ", plain)
        yes = good.search(rest)
        if yes and not no:
            out[name] = (True, yes[0].strip())
        elif no and not yes:
            out[name] = (False, no[0].strip())
    return out


def _opposite(one: str, other: str) -> Difference | None:
    mine, theirs = _sides(one), _sides(other)
    for name, (side, said) in mine.items():
        if name in theirs and theirs[name][0] != side:
            return Difference("opposite", said, theirs[name][1])
    return None


# open on a weekday and closed on it, whatever else is said of other days


def _weekdays(plain: str) -> dict[int, tuple[bool, str]]:
    """Return for each day of the week that a clause speaks of: whether it is open, the clause."""
    good, bad = _OPPOSITES["open"]
    out: dict[int, tuple[bool, str]] = {}
    for clause in _CUT.split(plain):
        no = bad.search(clause)
        if not no and not good.search(clause):
            continue
        for one in quantities.found(clause):
            if one.kind == "weekday":
                last = one.high if one.high >= one.low else one.high + 7
                for day in range(int(one.low), int(last) + 1):
                    out[day % 7] = (no is None, clause.strip())
    return out


def _weekday(one: str, other: str) -> Difference | None:
    mine, theirs = _weekdays(one), _weekdays(other)
    for day in sorted(mine.keys() & theirs.keys()):
        if mine[day][0] != theirs[day][0]:
            return Difference("opposite", mine[day][1], theirs[day][1])
    return None


# the same thing with and without a negation

_CUT = re.compile(r"[,.;!?，。；！？、\n]")
_TOKEN = re.compile(r"[a-z]+(?:'[a-z]+)?")
_NEGATORS = frozenset("not no never cannot without neither nor hardly".split())
_BREAKS = frozenset("for to in of on at with from but and or than only just because".split())
_LIGHT = frozenset(
    """a an the it is are was were be been do does did has
    have had will would can could we you i they
    our your their this that there any very so too also yes no not more some please sorry now
    still yet already all here get one""".split()
)
_ZH_NEGATED = re.compile(
    r"(?:不|没有|没|无|未|非)(?:太|再|会|能|可以|需要|用|必|需|是|含|包)?([\u4e00-\u9fff]{2})"
)
_ZH_NO = re.compile(r"[不没无未非別别]")


def _stem(word: str) -> str:
    for end in ("ing", "ed", "es", "s", "e"):
        if word.endswith(end) and len(word) - len(end) >= 3:
            return word.removesuffix(end)
    return word


def _said(plain: str) -> dict[str, bool]:
    """Return each English word that tells something: said (True) or negated; not where both."""
    out: dict[str, bool] = {}
    both: set[str] = set()
    for clause in _CUT.split(plain):
        negated = 0
        for token in _TOKEN.findall(clause):
            if token in _NEGATORS or token.endswith("n't"):
                negated = 4
                continue
            if token in _BREAKS:
                negated = 0
                continue
            if token not in _LIGHT and len(token) > 2:
                stem = _stem(token)
                said = negated == 0
                if out.setdefault(stem, said) != said:
                    both.add(stem)
            negated = max(0, negated - 1)
    return {w: s for w, s in out.items() if w not in both}


def _negation(one: str, other: str) -> Difference | None:
    mine, theirs = _said(one), _said(other)
    for word, said in mine.items():
        if word in theirs and theirs[word] != said:
            yes, no = word, f"not {word}"
            return Difference("negation", yes if said else no, no if said else yes)
    for first, second, turned in ((one, other, False), (other, one, True)):
        for match in _ZH_NEGATED.finditer(first):
            word = match[1]
            if _plainly(word, second) and not _plainly(word, first):
                no, yes = match[0], word
                return Difference("negation", yes if turned else no, no if turned else yes)
    return None


def _plainly(word: str, text: str) -> bool:
    """Tell whether a text has a Chinese word, and no clause that has it has a negation too."""
    clauses = [c for c in _CUT.split(text) if word in c]
    return bool(clauses) and not any(_ZH_NO.search(c) for c in clauses)
