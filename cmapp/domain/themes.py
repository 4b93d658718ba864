"""What many people talk about: terms of a pile of texts, without a dictionary or a model.

A term is a word of two or more letters, or two to four Chinese characters in a row. It counts the
people who used it, not the times it was used, and one that always stands inside a longer one of
the same weight is left out.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_RUN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+|[a-z][a-z'-]*[a-z]")
_WORD = re.compile(r"[a-z][a-z'-]*[a-z]")
_NO_WORDS = re.compile(r"https?://\S+|@[a-z0-9_.\-]+(?:@[a-z0-9_.\-]+)?")
"""Addresses and handles: whom a text is for is not what it is about."""
_STOP_WORDS = frozenset(
    """a about after again all also am an and any are as at be because been before being but by can
    could day did do does doing don't down for from further get got had has have having he her here
    him his how i i'm if in into is it it's its just like may me more most my new no not now of off
    ok on once one only or other our out over own please really same she should so some such than
    thank thanks that that's the their them then there these they this those through to too today
    under until up us very was way we were what when where which while who whom why will with would
    yes yet you your""".split()
)
_STOP_HAN = frozenset(
    "的了是我你他她它们这那在有和就都也不吗呢吧啊呀哦嗯很太还又再可以能会要去来上下里个一么什怎请问谢"
)
_STOP_TERMS = frozenset(
    """今天 昨天 明天 后天 今晚 现在 已经 没有 真的 觉得 知道 因为 所以 但是 如果 一直 时候
    大家 我们 你们 他们 自己 还是 或者 比较 非常 每天 周末 上周 下周 上次 下次 第一 第二 东西
    感觉 希望 收到""".split()
)
_MOST_CHARS = 600
"""A text is read up to here; a theme shows at the beginning of a message."""


@dataclass(frozen=True, slots=True)
class Theme:
    """One term, how many people used it, how many of the usual time, and where (text keys)."""

    term: str
    people: int
    usual: float
    where: tuple[int, ...]


def terms(folded: str) -> set[str]:
    """Return the terms of one folded text (lower case, simplified characters)."""
    found: set[str] = set()
    for run in _RUN.findall(_NO_WORDS.sub(" ", folded[:_MOST_CHARS])):
        if run[0] <= "z":
            if len(run) > 2 and run not in _STOP_WORDS:
                found.add(run)
            continue
        # a term begins and ends with a character that means something by itself
        for start, first in enumerate(run):
            if first not in _STOP_HAN:
                for end in range(start + 2, min(start + 4, len(run)) + 1):
                    if run[end - 1] not in _STOP_HAN:
                        found.add(run[start:end])
    found -= _STOP_TERMS
    return found


def themes(
    texts: Iterable[tuple[int, int, str]],
    usual: Mapping[str, float],
    *,
    most: int = 10,
    at_least: int = 3,
) -> list[Theme]:
    """Return what stands out, most people first.

    `texts` are (key, person, folded text). `usual` tells how many people used a term in a span of
    the same length before; a term counts when at least `at_least` people used it and it is used
    half as much again as usual. Same input, same answer: ties go by the term itself.
    """
    used: list[tuple[int, set[str]]] = []
    by_person: defaultdict[int, set[str]] = defaultdict(set)
    for key, person, folded in texts:
        here = terms(folded)
        used.append((key, here))
        by_person[person] |= here
    weight = {t: n for t, n in _people(by_person).items() if n >= at_least}
    kept: list[str] = []
    inside: set[str] = set()
    # longest first, so that a piece of a kept term is known when it comes
    for term in sorted(weight, key=lambda t: (-len(t), t)):
        for size in range(2, len(term)):
            for start in range(len(term) - size + 1):
                piece = term[start : start + size]
                if weight.get(piece, 0) * 4 <= weight[term] * 5:
                    inside.add(piece)
    for term in sorted(weight, key=lambda t: (-weight[t], t)):
        before = usual.get(term, 0.0)
        if term not in inside and weight[term] >= before * 1.5:
            kept.append(term)
    del kept[most:]
    where: dict[str, list[int]] = {term: [] for term in kept}
    for key, here in used:
        for term in here.intersection(kept):
            where[term].append(key)
    return [Theme(t, weight[t], usual.get(t, 0.0), tuple(sorted(where[t]))) for t in kept]


def _people(by_person: Mapping[int, set[str]]) -> Counter[str]:
    """Return how many people used each term."""
    found: Counter[str] = Counter()
    for used in by_person.values():
        found.update(used)
    return found


def counted_of(
    texts: Iterable[tuple[int, int, str]], wanted: Iterable[str]
) -> dict[str, tuple[set[int], list[int]]]:
    """Return term → (the people who used it, where), of some terms: exact, and without the rest."""
    han = [term for term in wanted if term[0] > "z"]
    latin = {term for term in wanted if term[0] <= "z"}
    found: dict[str, tuple[set[int], list[int]]] = {term: (set(), []) for term in (*han, *latin)}
    for key, person, folded in texts:
        plain = _NO_WORDS.sub(" ", folded[:_MOST_CHARS])
        used = {term for term in han if term in plain}
        if latin:
            used |= latin.intersection(_WORD.findall(plain))
        for term in used:
            people, where = found[term]
            people.add(person)
            where.append(key)
    return found


def counted(texts: Iterable[tuple[int, int, str]]) -> Counter[str]:
    """Return how many people used each term: what `themes` compares with later."""
    by_person: defaultdict[int, set[str]] = defaultdict(set)
    for _key, person, folded in texts:
        by_person[person] |= terms(folded)
    return _people(by_person)
