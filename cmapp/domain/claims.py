"""What a text asserts as known: studies, shares, numbers of people, that somebody might ask after.

Hints only (DR-07): each asks for a line in the fact box with its source, and goes away with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cmapp.domain.folding import fold, simplified

_HINTS = re.compile(
    "(?:研究|调查|数据|实验|调研|报告|统计|文献)(?:结果)?(?:表明|显示|发现|证实|证明|指出)"
    "|据(?:统计|报道|调查|研究|专家|了解|数据)|专家(?:表示"
    "|认为|建议|指出|称|推荐)|科学家(?:发现|证实|认为)"
    "|(?:科学|临床|实验室?)(?:证明|证实|验证|测试)|经(?:临床"
    "|权威|国家|实验)?(?:机构)?(?:验证|认证|检测|证实)"
    "|权威(?:机构|认证|检测)|获得?(?:国家)?专利"
    r"|\b(?:studies|study|research|surveys?|data|statistics|science|tests?|trials?|evidence)"
    r" (?:shows?|showed|proves?|proved|finds?|found|suggests?|says?|confirms?|indicates?)\b"
    r"|\baccording to (?:a |the |recent |new )*(?:stud|research|survey|report|expert|scien)\w*"
    r"|\b(?:experts?|scientists?|doctors?|researchers?"
    r"|dermatologists?) (?:say|agree|recommend|found)\w*"
    r"|\b(?:clinically|scientifically|lab"
    r"|dermatologically)[- ](?:proven|tested|shown)\b|\bproven to\b"
    r"|(?<![\d.,])(?!100\s*%)\d+(?:[.,]\d+)?\s*(?:%|个?百分点"
    r"|percent\b)(?!\s*(?:off\b|discount|折|优惠|的?折扣))"
    r"|(?<![\d.])\d+(?:\.\d+)?\s*倍"
    r"|\b\d+(?:\.\d+)?\s*(?:x|times) (?:more|faster|better|longer|cheaper|higher|stronger)\b"
    r"|\b\d+ (?:in|out of) (?:every )?\d+\b(?! (?:stars?|places?|days?))"
    r"|(?<!\d)[\d.,]+\s*[万亿千百]\+?多?\s*(?:名|位|个)?(?:人"
    r"|用户|家庭|顾客|客户|粉丝|妈妈|女性|男性|消费者)"
    r"|\b\d[\d,.]*\s*(?:k|m|million|thousand"
    r"|billion)?\+? (?:people|users|customers|families|women|men)\b"
    r"|\b(?:thousands|millions) of (?:people|users|customers|families)\b"
)
_REBATE = re.compile(r"(?:立减|打|省|减|优惠|折扣|便宜|降价|save|off|discount of|up to)\s*$")


def hints(text: str, claims: Sequence[Mapping[str, Any]] = ()) -> Iterator[tuple[int, int]]:
    """Yield where a text asserts something that none of `claims` ({text, …}) speaks of."""
    plain = text.translate({0xFF05: 0x25}).translate(simplified())
    low = plain.lower()
    plain = low if len(low) == len(plain) else plain
    taken = [span for claim in claims for span in places(text, str(claim.get("text", "")))]
    told = [fold(str(claim.get("text", ""))) for claim in claims]
    for found in _HINTS.finditer(plain):
        start, end = found.span()
        if _REBATE.search(plain[max(0, start - 12) : start]):
            continue
        if any(start < b and a < end for a, b in taken):
            continue
        if any(fold(found[0]) in one for one in told):
            continue
        yield start, end


def places(text: str, words: str) -> Iterator[tuple[int, int]]:
    """Yield where words stand in a text, whatever their script or case."""
    wanted = words.translate(simplified()).lower().strip()
    plain = text.translate(simplified()).lower()
    if not wanted or len(plain) != len(text):
        return
    at = plain.find(wanted)
    while at >= 0:
        yield at, at + len(wanted)
        at = plain.find(wanted, at + len(wanted))
