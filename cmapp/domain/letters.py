"""Letters that pass for others: scripts mixed within a word, look-alikes, what cannot be seen."""

from __future__ import annotations

import unicodedata
from typing import Literal

import regex

_WORD = regex.compile(r"[\p{L}\p{M}]+")
_SCRIPTS = {
    name: regex.compile(rf"\p{{Script={name}}}")
    for name in (
        "Latin", "Cyrillic", "Greek", "Armenian", "Georgian", "Cherokee", "Coptic", "Hebrew",
        "Arabic", "Thai", "Lao", "Devanagari", "Bengali", "Tamil", "Han", "Hiragana", "Katakana",
        "Hangul", "Bopomofo", "Lisu", "Ethiopic", "Tifinagh",
    )
}  # fmt: skip
# As people write: Japanese, Korean and Chinese with Latin letters among them.
_TOGETHER = (
    frozenset({"Latin", "Han", "Hiragana", "Katakana"}),
    frozenset({"Latin", "Han", "Hangul"}),
    frozenset({"Latin", "Han", "Bopomofo"}),
)
# Letters of other scripts, and rare Latin ones, that look like a to z.
_LOOKALIKE = frozenset("аеорсухіїјѕԁԛԝһӏгкмтвпьαοντυρικχօսոհցյզքեаɡɑıʟʏɪꞮƖɩℓ")
_LATIN_DRESS = regex.compile(r"[a-z0-9-]")


_JOINER = "\u034f"
_MARK = rf"(?!{_JOINER})\p{{M}}"
_TOWER = regex.compile(rf"((?:{_MARK}){{30}})(?={_MARK})")


def normal(text: str, form: Literal["NFC", "NFKC"] = "NFC") -> str:
    """Return `text` normalised, in a time that grows with its length and no faster.

    To put marks on one letter in order takes the square of their number: 80,000 of them, which
    one post can carry, hold a process for ten seconds. So more than 30 are parted by a joiner
    that nobody sees, which is the Stream-Safe Text Format of Unicode (UAX #15); no language
    writes as many.
    """
    if not text.isascii():
        text = unicodedata.normalize(form, _TOWER.sub(rf"\g<1>{_JOINER}", text))
    return text


_NO_XML = regex.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def mixed(name: str) -> tuple[str, str] | None:
    """Return two scripts that one word of `name` mixes as no language does, else None.

    Scripts have their English names in Unicode: `Latin`, `Cyrillic`.
    """
    for word in _WORD.findall(name[:1_000]):
        if word.isascii():
            continue
        found = [script for script, sign in _SCRIPTS.items() if sign.search(word)]
        if len(found) > 1 and not any(all_ >= set(found) for all_ in _TOGETHER):
            return found[0], found[1]
    return None


def lookalike(word: str) -> bool:
    """Tell whether a word that is not ASCII could be read as one: аррӏе."""
    word = word.lower()
    strange = [c for c in word if not c.isascii()]
    return bool(strange) and all(c in _LOOKALIKE or _LATIN_DRESS.match(c) is not None for c in word)


def passing(name: str, handle: str) -> tuple[str, str, str] | None:
    """Return why a person may pass for another: (`mixed`, script, script), (`lookalike`, "", ""),
    (`hidden`, "", "") as `bared` shows it, or None.
    """  # noqa: D205
    if name.isascii() and handle.isascii() and "xn--" not in handle:
        return None
    parts = [_unpuny(part) for part in handle.lstrip("@").replace("@", ".").split(".")]
    for word in (name, *parts):
        if (found := mixed(word)) is not None:
            return "mixed", *found
    if any(lookalike(part) for part in parts):
        return "lookalike", "", ""
    return ("hidden", "", "") if "⟨" in handle else None


def _unpuny(part: str) -> str:
    try:
        return part[4:].encode().decode("punycode") if part.startswith("xn--") else part
    except UnicodeError:
        return part


def writable(text: str) -> str:
    """Return `text` without what no XML can hold: spreadsheets and drawings are XML."""
    return _NO_XML.sub("", text)


def hidden(text: str) -> bool:
    """Tell whether there are characters in `text` that cannot be seen, or turn it round."""
    return any(unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") for c in text)


def bared(text: str) -> str:
    """Return `text` with what cannot be seen shown by its number: `ad⟨200B⟩min`."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        f"⟨{ord(c):04X}⟩" if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") else c
        for c in text
    )
