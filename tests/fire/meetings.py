"""Which widget showed which hostile text, and where: for `content.py` and `singly.py` (P17).

A class of our own counts as itself; a field or list of Qt by its own name and that of the class
of ours which holds it; what is painted by the class whose line paints it.
"""

from __future__ import annotations

import collections
import re
from collections.abc import Iterable, Sequence
from typing import Any

LEAST = 6
"""Signs that a text must have without white space to be known again."""
CUT = 30
"""Signs that are enough of a text where a line of a widget ends with them."""
_LOST = re.compile(r"[\s\u2060]+|&(?=&)")
"""What the way to a widget may change: white space, our joiners in tooltips, doubled ampersands."""
_HEAD = 1_500


def _squeezed(text: str) -> str:
    return _LOST.sub("", text[: 2 * _HEAD])[:_HEAD]


class Meetings:
    """What was met by whom, and where."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._squeezed = {n: s for n, t in enumerate(texts) if len(s := _squeezed(t)) >= LEAST}
        self.known = frozenset(self._squeezed)
        self.met: dict[str, set[int]] = collections.defaultdict(set)
        self.places: dict[str, collections.Counter[str]] = collections.defaultdict(
            collections.Counter
        )
        self._cache: dict[str, frozenset[int]] = {}

    def which(self, text: str) -> frozenset[int]:
        """Return which of the texts stand in a text, whole or as far as there is room."""
        if len(text) < LEAST:
            return frozenset()
        key = text[: 2 * _HEAD]
        found = self._cache.get(key)
        if found is None:
            found = self._which(_squeezed(key)) | self._cut(key)
            self._cache[key] = found
        return found

    def _cut(self, shown: str) -> frozenset[int]:
        """Return those of which a line shows the beginning, cut without a sign of it."""
        lines = [s for line in shown.split("\n") if len(s := _squeezed(line)) >= CUT]
        wholes = self._squeezed.items()
        return frozenset(n for n, whole in wholes for line in lines if whole.startswith(line))

    def _which(self, shown: str) -> frozenset[int]:
        hits = set()
        for number, whole in self._squeezed.items():
            if whole in shown or (len(shown) >= LEAST and whole.startswith(shown)):
                hits.add(number)
            elif "…" in shown and (at := shown.find(whole[:LEAST])) >= 0:
                part = shown[at:].partition("…")[0]  # cut short: it fits all that begin so
                if len(part) >= LEAST and whole.startswith(part):
                    hits.add(number)
        wholes = [self._squeezed[n] for n in hits]
        return frozenset(
            n for n in hits if not any(self._squeezed[n] in w != self._squeezed[n] for w in wholes)
        )

    def shown(self, text: str, widget: Any, place: str) -> bool:
        """Note what a widget shows; tell whether it was any of the texts."""
        found = self.which(text)
        if found:
            kind = type(widget)
            name = kind.__name__
            if not kind.__module__.startswith("cmapp"):
                while widget is not None and not type(widget).__module__.startswith("cmapp"):
                    widget = widget.parent()
                name = f"{name} in {type(widget).__name__}"
            self._note(name, found, place)
        return bool(found)

    def painted(self, text: str, frame: Any, place: str) -> None:
        """Note what a line of ours paints."""
        if found := self.which(text):
            self._note(frame.f_code.co_qualname.partition(".")[0], found, place)

    def _note(self, name: str, found: Iterable[int], place: str) -> None:
        self.met[name].update(found)
        self.places[name][place] += 1
