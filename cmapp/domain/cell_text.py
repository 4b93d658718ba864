"""What of a text a spreadsheet would run: the one gate of all tables that we write. Pure.

A cell that begins like a formula is one, whoever wrote it; and where the country's mark between
cells is a semicolon or a tab, what stands behind one within a text is a cell of its own. An
apostrophe before it makes it text; reading takes it away again.
"""

from __future__ import annotations

import re

_SIGNS = "=+\\-@＝＋－＠"
_UNSEEN = " \u00a0\u200b\u2060\u3000\ufeff"
_LEADS = re.compile(rf"[{_UNSEEN}]*[{_SIGNS}]|[\t\r\n]")
_WITHIN = rf"[{_UNSEEN}\"]*(?:[=＝]|[{_SIGNS}][^;\t\r\n]*[(|!])"
"""What does something: a function, another program, another sheet. A face as ;-) is none."""
_TO_PART = re.compile(rf"([;\t\r\n])(?='*{_WITHIN})")
_PARTED = re.compile(rf"([;\t\r\n])'(?='*{_WITHIN})")
_NUMBER = re.compile(
    r"[\d.,:/\s%eE()€$¥£+-]*\d[\d.,:/\s%eE()€$¥£+-]*(?:[aApP][mM])?|true|false", re.I
)


def tame(text: str) -> str:
    """Return a text as a cell that no spreadsheet runs."""
    text = _TO_PART.sub(r"\1'", text)
    return f"'{text}" if _LEADS.match(text.lstrip("'")) else text


def quoted(text: str) -> str:
    """Return a text as a cell that no spreadsheet runs or turns into a number."""
    text = _TO_PART.sub(r"\1'", text)
    return f"'{text}" if _tempting(text.lstrip("'")) else text


def unquoted(cell: str) -> str:
    """Return the text of a cell that `tame` or `quoted` may have made."""
    if cell.startswith("'") and _tempting(cell[1:].lstrip("'")):
        cell = cell[1:]
    return _PARTED.sub(r"\1", cell)


def _tempting(text: str) -> bool:
    return bool(text) and (_LEADS.match(text) is not None or _NUMBER.fullmatch(text) is not None)
