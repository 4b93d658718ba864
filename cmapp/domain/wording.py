"""Words with facts in them: in a `[part]` of a line, which goes where one of its facts lacks."""

from __future__ import annotations

import re
from collections.abc import Mapping

_OPTIONAL = re.compile(r"\[([^\[\]]*)\]")
_FACT = re.compile(r"\{(\w+)\}")


def filled(words: str, known: Mapping[str, str]) -> str:
    """Fill facts into `words`; a `[part]` with one that is not known goes."""

    def part(found: re.Match[str]) -> str:
        if all(known.get(name) for name in _FACT.findall(found[1])):
            return _FACT.sub(lambda fact: known[fact[1]], found[1])
        return ""

    return _OPTIONAL.sub(part, words)


def bare(words: str) -> str:
    """Return `words` without their optional parts."""
    return _OPTIONAL.sub("", words)
