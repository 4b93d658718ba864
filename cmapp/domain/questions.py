"""How alike two short texts are: the words that count, weighed by how rare they are.

Texts are compared as the search index sees them (folded; Chinese in pairs of characters), so a
question is found again in the other script and with other words around it.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Mapping

MOST_TERMS = 24
_STOP = frozenset(
    """a an and any are as at be but by can could do does for from get got had has have hello hey hi
    how i if in is it its just me my no not of on or our please pls so thank thanks that the their
    them there they this to too us was we were what when where which who why will with would yes you
    your am im ive ll re s t ve d m ok okay oh dear also still some one https http www com been did
    about out up
    请问 你好 您好 我们 你们 他们 什么 怎么 这个 那个 可以 一下 谢谢 是不 不是 有没 没有 的话
    现在 还是
    就是 能不 不能 可不 想问 问一 问下 我想 您们 这款 那款 一个 吗我 么时 多少""".split()
)


def terms(split: str, *, most: int = MOST_TERMS) -> list[str]:
    """Return the terms of a text that is split as the index splits it, without what says nothing.

    A text that says nothing else keeps what it has ("可以吗").
    """
    found = [t for t in dict.fromkeys(split.split()) if len(t) > 1]
    telling = [t for t in found if t not in _STOP]
    return (telling or found)[:most]


def weights(texts: Iterable[Collection[str]]) -> dict[str, float]:
    """Return how much each term tells, from some texts' terms: the rarer, the more."""
    count: dict[str, int] = {}
    many = 0
    for each in texts:
        many += 1
        for term in set(each):
            count[term] = count.get(term, 0) + 1
    return {t: math.log(1 + many / n) for t, n in count.items()}


def alike(one: Collection[str], other: Collection[str], weigh: Mapping[str, float]) -> float:
    """Return 0 … 1: the weight of what both texts have over the mean weight of the two.

    Two texts that share a single word of two letters or characters are never quite alike.
    """
    a, b = set(one), set(other)
    if not a or not b:
        return 0.0
    heaviest = max(weigh.values(), default=1.0)

    def sum_of(some: Iterable[str]) -> float:
        return sum(weigh.get(t, heaviest) for t in some)

    both = a & b
    if not both:
        return 0.0
    score = 2 * sum_of(both) / (sum_of(a) + sum_of(b))
    return score if len(both) > 1 or len(a) == len(b) == 1 else score * 0.7
