"""How loud a text of our own is: marks, capitals, strong words, as a number from 0 to 100 (CT-07).

A hint for who writes, no measure of others. Each further mark or strong word adds to it, none
takes away, so that a louder wording of the same never scores less.
"""

from __future__ import annotations

import re

from cmapp.domain.folding import simplified
from cmapp.domain.limits import emoji

LOUD = 40
"""From here on it is pointed out."""
_STRONG = re.compile(
    "震惊|惊呆|炸裂|疯了|疯抢|抢疯|绝了|绝绝子|泪目|哭死|跪了"
    "|救命|天啊|我的天|必看|必抢|不看后悔|速来|速抢|赶紧|赶快"
    "|快抢|最后机会|错过再等|错过后悔|再不.{0,4}就|史上|巨[好香美便]"
    "|超级|太[好香美绝强爱气可]|无敌|崩溃|气炸|愤怒|可怕|恐怖|吓人"
    "|毁了|完蛋|血泪|惨|痛心|心碎|yyds"
    r"|\b(?:omg|wow|insane|unbelievable|shocking|shocked"
    r"|mind-?blowing|crazy|epic|must[- ]see|must[- ]have"
    r"|hurry|urgent|act now|now or never|last chance"
    r"|don't miss|you won't believe|terrifying|horrifying"
    r"|outrageous|disgusting|heartbreaking|devastating"
    r"|furious|nightmare|disaster|so so|literally dying)\b",
    re.IGNORECASE,
)
_SHOUT = re.compile(r"\b[A-Z]{3,}\b")
_STRETCHED = re.compile(r"([^\W\d_])\1{2,}|[~～]{2,}")
_BANG = re.compile(r"[!！]|[?？](?=[?？!！])")


def score(text: str) -> int:
    """Return 0 (calm) to 100: what cries out in a text, each with its weight."""
    plain = text.translate(simplified())
    total = 6 * len(_BANG.findall(plain))
    total += 10 * len(_STRONG.findall(plain))
    total += 6 * len(_SHOUT.findall(plain))
    total += 6 * len(_STRETCHED.findall(plain))
    total += 3 * max(0, len(emoji(text)) - 1)
    return min(100, total)


def places(text: str) -> list[tuple[int, int]]:
    """Return where the strong words stand."""
    return [found.span() for found in _STRONG.finditer(text.translate(simplified()))]
