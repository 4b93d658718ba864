"""What a message's attitude towards us is, of what its signals say (AN-03). Pure.

`positive`: praise or thanks. `negative`: a complaint, whatever else there is. `undecided`: it was
read, and is neither. `unread`: words that nobody has read yet. A deed without words (a like, a
follow) has no attitude: None. How far the signals can be trusted is measured in
`tests/unit/domain/test_signals.py`; a person's correction of the signals corrects this, too.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

ATTITUDES: Final = ("positive", "undecided", "negative", "unread")
WORDLESS: Final = frozenset({"reaction", "repost", "follow"})


def attitude(kind: str, signals: Collection[str]) -> str | None:
    """Return one of ATTITUDES, or None for a deed without words. `kind` is a value of `Kind`."""
    if kind in WORDLESS:
        return None
    if not signals:
        return "unread"
    if "complaint" in signals:
        return "negative"
    return "positive" if "praise" in signals or "thanks" in signals else "undecided"
