"""What a comment says, by rules that can be read: question, complaint, order … and who must answer.

Pure and fast: some ten thousand texts a second. It reads Chinese (both scripts) and English; of
other languages it knows only a question mark, and leaves what it cannot read to be answered.
The figures of `tests/unit/domain/test_signals.py` say how far it can be trusted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final, Literal

from cmapp.domain import mere_thanks
from cmapp.domain.folding import fold
from cmapp.domain.signal_words import CHINESE, ENGLISH

SIGNALS: Final = (
    "question", "complaint", "order", "suggestion", "praise", "thanks", "spam", "mention",
    "chatter",
)  # fmt: skip
"""What `read` may say of a text, weightiest first."""
Side = Literal["us", "users", "ours"]
"""Who a text is for (IN-03): `us`, another visitor (U-U), or it is by one of ours (B-B, B-U)."""
LONGEST = 4000
"""Characters that are read; what comes behind is hardly ever the point."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a text says. `signals` come from SIGNALS, weightiest first, at least one.

    `negative` puts it into the lane of complaints. `mere_thanks`: thanks, praise or a nod and
    nothing else, for which nobody need be woken.
    """

    signals: tuple[str, ...]
    needs_reply: bool
    negative: bool
    mere_thanks: bool


def read(
    text: str, *, kind: str = "comment", side: Side = "us", ours: Iterable[str] = ()
) -> Reading:
    """Read one text. `kind` is a value of `Kind`; `ours` are our handles, folded, without @."""
    if kind in _WORDLESS and not text.strip():
        return Reading(("chatter",), False, False, False)
    folded = fold(text[:LONGEST]).replace("'", "").replace("’", "").strip()
    names = _HANDLE.findall(folded)
    bare = _blank(_HANDLE.sub(" ", folded))
    called = any(_is_ours(name, ours) for name in names)
    if side == "us" and names and not called and kind != "message" and folded[0] == "@":
        side = "users"  # a friend is called by name
        friend = True
    else:
        friend = False
    found = _meaning(bare)
    signals = _decide(found, bare)
    if friend and not signals & {"question", "spam"}:
        signals = {"mention"}
    elif not bare and names:
        signals = {"mention"}
    needs = _needs(signals, found, bare, kind=kind, side=side, called=called)
    ordered = tuple(s for s in SIGNALS if s in signals)
    mere = not needs and signals <= {"thanks", "praise", "chatter"}
    mere = mere and mere_thanks.is_mere(_praise_as_thanks(bare))
    return Reading(ordered, needs, "complaint" in signals, mere)


def _is_ours(name: str, ours: Iterable[str]) -> bool:
    return any(name == one or name.split("@")[0] == one.split("@")[0] for one in ours)


_WORDLESS = ("reaction", "repost", "follow")
_HANDLE = re.compile(r"(?<![\w.])@([\w.\-]+(?:@[\w.\-]+)?)")
_URL = re.compile(r"https?://\S+")
_HAN = re.compile(r"[一-鿿]")
_LATIN = re.compile(r"[a-z]")
_FOREIGN = re.compile(r"[぀-ヿ가-힯Ѐ-ӿ֐-ۿऀ-๿À-ɏ]")
_FOREIGN_ONLY = re.compile(r"[぀-ヿ가-힯Ѐ-ӿ֐-ۿऀ-๿]")


def _blank(text: str) -> str:
    return " ".join(text.replace("10/10", "ten of ten").split())


# --- the words ------------------------------------------------------------------------------


@cache
def _lexicon(chinese: bool) -> tuple[re.Pattern[str], dict[str, str], dict[str, str]]:
    """Return what finds the words, word → meaning, and beginning → meaning (those with `*`)."""
    whole: dict[str, str] = {}
    starts: dict[str, str] = {}
    for meaning, line in (CHINESE if chinese else ENGLISH).items():
        words = line.split() if chinese else re.split(r"[/\n]", line)
        for word in map(str.strip, words):
            if word.endswith("*"):
                starts.setdefault(word[:-1], meaning)
            elif word:
                whole[fold(word)] = (
                    f"{whole[fold(word)]} {meaning}" if fold(word) in whole else meaning
                )
    tree = _tree([*whole, *(f"{s}*" for s in starts)])
    body = tree if chinese else rf"(?<![a-z0-9])(?:{tree})(?![a-z0-9])"
    return re.compile(body), whole, starts


def _tree(words: Iterable[str]) -> str:
    """Return the words as one pattern, branching letter by letter, longest first."""
    branches: dict[str, list[str]] = {}
    ends = False
    for word in words:
        if word:
            branches.setdefault(word[0], []).append(word[1:])
        else:
            ends = True
    if not branches:
        return ""
    parts = []
    for char, rest in branches.items():
        tail = _tree(rest)
        parts.append("[a-z]*" if char == "*" else re.escape(char) + tail)
    body = parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"
    return f"(?:{body})?" if ends else body


_NOT_ZH = re.compile(
    r"(?:[不没别零无]|没有|[没不]那么|不[太够算会]|没有?想象中|没有[很那]么?|从来没有?"
    r"|没有一[次点]让?[我人]?)$"
)
_NOT_EN = re.compile(
    r"\b(?:not|no|never|isnt|wasnt|arent|werent|dont|doesnt|didnt|wont|without|hardly|zero|nothing|havent|hasnt|cant|nor)\b[^.!?,;]*$"
)
_NOT_BUT = re.compile(r"(?:not only|no doubt|why not|cant wait|no idea how|not sure)\W*$")


def _meaning(text: str) -> dict[str, int]:
    """Return how often each meaning occurs; what is denied counts as its opposite."""
    found: dict[str, int] = {}
    if _HAN.search(text):
        pattern, whole, _ = _lexicon(True)
        for hit in pattern.finditer(text):
            start = hit.start()
            for meaning in whole[hit[0]].split():
                if meaning in ("good", "bad", "weak_bad") and (
                    _NOT_ZH.search(text, max(0, start - 9), start)
                ):
                    meaning = "bad" if meaning == "good" else "good"
                found[meaning] = found.get(meaning, 0) + 1
    if _LATIN.search(text):
        pattern, whole, starts = _lexicon(False)
        plain = text
        for hit in pattern.finditer(plain):
            word = hit[0]
            meanings = whole.get(word) or _stem(word, starts)
            before = plain[max(0, hit.start() - 28) : hit.start()]
            for meaning in meanings.split():
                if (
                    meaning in ("good", "bad")
                    and _NOT_EN.search(before)
                    and not _NOT_BUT.search(before)
                ):
                    meaning = "bad" if meaning == "good" else "good"
                found[meaning] = found.get(meaning, 0) + 1
    return found


def _praise_as_thanks(text: str) -> str:
    for chinese, script in ((True, _HAN), (False, _LATIN)):
        if script.search(text):
            pattern, whole, starts = _lexicon(chinese)
            stands = mere_thanks.PRAISE[chinese]
            text = pattern.sub(
                lambda hit, w=whole, s=starts, t=stands: (  # type: ignore[misc]
                    t if (w.get(hit[0]) or _stem(hit[0], s)) in ("good", "solved") else hit[0]
                ),
                text,
            )
    return text


def _stem(word: str, starts: dict[str, str]) -> str:
    for end in range(len(word), 0, -1):
        if word[:end] in starts:
            return starts[word[:end]]
    return ""


# --- questions ------------------------------------------------------------------------------

_ENDS_ASKING = re.compile(
    r"(?:吗|(?<![什怎这那多要])么|(?<=[一-鿿]{2})[不没否](?:有)?)"
    r"[啊呀呢哦喔的]*\s*(?:$|[?!。,;~\n ])"
)
_WHAT_THEN = re.compile(r"(?:那|然后).{0,12}呢\s*(?:$|[?])")
_AUX = (
    "do|does|did|are|is|can|could|will|would|may|should|shall|has|have|had|was|were|am|arent|isnt|"
    "dont|doesnt|didnt|cant|wont"
)
_WHO = (
    "i|you|u|ya|we|they|he|she|it|this|that|these|those|there|the|my|your|our|yours|anyone|anybody|"
    "someone|somebody|one|any|all|dogs|kids|children|cats|people|tickets|both"
)
_THEN = "and|but|or|so|hi|hello|hey|ok|also|great|thanks|ty|please|sorry|just|well|all"
_HOW = "s|much|many|long|far|big|often|soon|late|early|old|about|size|time"
_ASKS = re.compile(
    rf"(?:^|[.,!?;:\n-]\s*|\b(?:{_THEN}) )"
    rf"(?:(?:{_AUX}) (?:{_WHO})\b"
    rf"|(?:what|when|where|which|who|whose|why|how)s? (?:\w+ ){{0,2}}?(?:{_AUX}|{_HOW})\b"
    rf"|(?:whats|whens|wheres|whos|hows|whys) \w+"
    rf"|any \w+ \w+$|any \w+$|got any\b|anyone\b|anybody\b)"
)
_ONLY_MARKS = re.compile(r"^[?!。. ]*\?[?!。. ]*$")
_WAITED = re.compile(
    r"等了.{0,4}(?:小时|天|周|星期|个月|分钟|年|钟头|礼拜)|(?:第|都|快)[一二两三四五六七八九十\d]+(?:个)?(?:天|周|星期|月|礼拜)"
    r"|[一二两三四五六七八九十\d半]+(?:个)?(?:天|周|星期|月|礼拜)(?:了|都|还|没)"
)
_SAMPLE = re.compile(r"要[一二两三四五六七八九十\d]+[组盒个份件包箱斤套杯本张瓶双条支台]")
_CONDITION = re.compile(
    r"(?:要是|如果|若是?).*(?:就好|就太|更|方便|就完美|就更|多好)"
    r"|(?:能不能|可不可以)也?[出加开做换多]"
)
_PLEAD = re.compile(r"希望(?!尽快|改善|处理|解决|退|回复|给|早日)")
_ENGLISH = re.compile(
    r"\b(?:the|a|an|i|you|to|is|it|its|im|my|me|we|this|that|of|and|for|in|on|so|was|are|your|be|at|no|not|just|with|they|have|has|do)\b"
)


def _decide(found: dict[str, int], text: str) -> set[str]:
    """Weigh the meanings of a text against each other."""

    def has(*meanings: str) -> bool:
        return any(meaning in found for meaning in meanings)

    spam = 2 * found.get("spam", 0) + found.get("weak_spam", 0)
    if spam >= 3 or (spam == 2 and has("spam") and not has("ask", "bad", "thanks")):
        return {"spam"}
    asks = _asks(found, text)
    bad = 2 * found.get("bad", 0) + found.get("weak_bad", 0)
    if _WAITED.search(text):
        bad += 2
    if has("solved") and bad:
        bad -= 2
    good = found.get("good", 0)
    out: set[str] = set()
    if bad >= 2:
        out.add("complaint")
    if has("wish") or _CONDITION.search(text) or _PLEAD.search(text):
        out.add("suggestion")
        asks = asks and has("price") and "suggestion" not in out
    if "complaint" in out and "suggestion" in out and not good:
        out.discard("suggestion")
    if asks:
        out.add("question")
    weak = has("weak_buy") and ("complaint" in out or asks)
    if has("buy", "price") or weak or _SAMPLE.search(text):
        out.add("order")
        if has("price") and "complaint" not in out and "suggestion" not in out:
            out.add("question")
    if text in ("interested", "interested!", "me please", "me please!"):
        out.add("order")
    if has("thanks"):
        out.add("thanks")
    if good and ("complaint" not in out or has("but")):
        out.add("praise")
    return out or {"chatter"}


def _asks(found: dict[str, int], text: str) -> bool:
    if _ONLY_MARKS.match(text):
        return True
    if text in ("help", "help!", "hello?", "hello??"):
        return True
    strong = "ask" in found or bool(_ENDS_ASKING.search(text)) or bool(_WHAT_THEN.search(text))
    weak = "what" in found
    mark = "?" in text
    latin = bool(_ASKS.search(text))
    if "rhetoric" in found:
        return "ask" in found and "good" not in found
    if strong or latin:
        return True
    if "good" in found and not mark:
        return False
    return mark or (weak and "bad" not in found and len(text) <= 40)


def _needs(
    signals: set[str], found: dict[str, int], text: str, *, kind: str, side: Side, called: bool
) -> bool:
    if side != "us" and not called:
        return False
    if kind in _WORDLESS or "spam" in signals:
        return False
    if signals & {"question", "complaint", "order", "suggestion"}:
        return True
    if signals == {"mention"}:
        return True  # we were called by name and nothing else: somebody waits
    if signals <= {"thanks", "praise"}:
        return False
    if _unread(found, text):
        return kind != "review"
    return False


def _unread(found: dict[str, int], text: str) -> bool:
    """True where the text is in a language that these rules do not know."""
    if _FOREIGN_ONLY.search(text):
        return True
    if found or _HAN.search(text):
        return False
    words = text.split()
    if _FOREIGN.search(text):
        return True
    return len(words) >= 4 and bool(_LATIN.search(text)) and not _ENGLISH.search(text)


_ADDRESSED = re.compile(r"[@＠][\w.@-]+")


def no_more_than_thanks(text: str) -> bool:
    """Tell whether a text says no more than thanks, to whomever it is addressed."""
    return read(_ADDRESSED.sub(" ", text)).mere_thanks
