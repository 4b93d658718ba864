"""Emoji by their names, English and Chinese: what is offered behind a colon (DR-05).

The names are those of the `emoji` package (Unicode's own, and the short ones that chats use).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import emoji

from cmapp.domain.folding import fold

COMMON = "😂❤️🙏👍😊🎉🙌✨🔥😍🥰😭🤔👏💪😅🌟💯☕🍵🌸✅👀🚀😎🤝💙🎁"
_TONE = "skin_tone"


@dataclass(frozen=True, slots=True)
class Emoji:
    """One emoji. `names`: short names and words in English; `chinese` in simplified characters."""

    sign: str
    names: tuple[str, ...]
    chinese: str
    common: int

    def named(self, *, chinese: bool) -> str:
        """Return what it is called."""
        return self.chinese if chinese and self.chinese else self.names[0].replace("_", " ")


@lru_cache(maxsize=1)
def table() -> tuple[Emoji, ...]:
    """Return all emoji without skin tones, the common ones first."""
    emoji.config.load_language(["zh"])
    made = []
    for sign, data in emoji.EMOJI_DATA.items():
        name = str(data["en"]).strip(":")
        if data.get("status") != emoji.STATUS["fully_qualified"] or _TONE in name:
            continue
        short = tuple(str(one).strip(":") for one in data.get("alias", ()))
        common = COMMON.find(sign)
        chinese = str(data.get("zh", "")).strip(":").replace("_", " ")
        rank = common if common >= 0 else len(COMMON)
        made.append(Emoji(sign, tuple(dict.fromkeys((*short, name.lower()))), chinese, rank))
    return tuple(sorted(made, key=lambda one: one.common))


def found(words: str, *, most: int = 8) -> list[Emoji]:
    """Return the emoji whose name begins with, or holds, `words`; the best first."""
    query = fold(words).replace(" ", "_")
    if not query:
        return list(table()[:most])
    ranked = []
    for place, one in enumerate(table()):
        rank = _rank(query, one)
        if rank is not None:
            ranked.append((rank, place, one))
    ranked.sort(key=lambda r: r[:2])
    return [one for _, _, one in ranked[:most]]


def _rank(query: str, one: Emoji) -> int | None:
    if one.chinese and query in one.chinese:
        return 1 if one.chinese.startswith(query) else 3
    best = None
    for name in one.names:
        if name == query:
            return 0
        if name.startswith(query):
            best = 1
        elif best is None and any(part.startswith(query) for part in name.split("_")):
            best = 2
    return best
