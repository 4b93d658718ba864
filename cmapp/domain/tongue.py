"""In which language a short text is written, by its letters: enough to choose an answer by."""

from __future__ import annotations

from cmapp.domain.folding import simplified

NAMED = {"zh_cn": "zh-Hans", "zh-cn": "zh-Hans", "zh": "zh-Hans", "zh-sg": "zh-Hans",
         "zh_tw": "zh-Hant", "zh-tw": "zh-Hant", "zh-hk": "zh-Hant"}  # fmt: skip
"""Other names of the two ways to write Chinese."""


def normal(lang: str) -> str:
    """Return a language code as it is kept: `zh-Hans`, `zh-Hant`, else lower case."""
    code = lang.strip()
    low = code.lower()
    if low in ("zh-hans", "zh-hant"):
        return "zh-Han" + low[-1]
    return NAMED.get(low, low)


def of(text: str, told: str | None = None) -> str:
    """Return the language of `text`: by its letters, by what the platform `told` for Latin ones.

    "" where there are no letters. Chinese is `zh-Hans` or `zh-Hant` by the characters used.
    """
    han = kana = hangul = latin = traditional = 0
    table = simplified()
    for char in text[:2000]:
        point = ord(char)
        if 0x4E00 <= point <= 0x9FFF or 0x3400 <= point <= 0x4DBF:
            han += 1
            traditional += table.get(point, char) != char
        elif 0x3040 <= point <= 0x30FF:
            kana += 1
        elif 0xAC00 <= point <= 0xD7A3:
            hangul += 1
        elif char.isalpha():
            latin += 1
    if kana > 0 and kana * 4 >= han:
        return "ja"
    if hangul > han:
        return "ko"
    if han and han * 4 >= latin:
        return "zh-Hant" if traditional * 16 >= han else "zh-Hans"
    if not latin:
        return ""
    named = normal(told or "")
    return named if named and not named.startswith("zh") else "en" if text.isascii() else named


def family(lang: str) -> str:
    """Return the language without its script or country (`zh-Hant` → `zh`)."""
    return lang.replace("_", "-").partition("-")[0].lower()
