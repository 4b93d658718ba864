"""Learning from corrections: a text like one that a person judged is judged the same (SN-02)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cmapp.domain.alike import Crowd, skeleton


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a person said of a text: None where the rules may say. `item` is where they said it."""

    item: int
    text: str
    needs_reply: bool | None = None
    signals: tuple[str, ...] | None = None


class Lessons:
    """Lessons, found by a text; of those alike the newest counts."""

    def __init__(self, newest_first: Sequence[Lesson] = ()) -> None:
        """Learn these."""
        self._crowd = Crowd()
        self._by_item = {one.item: one for one in newest_first}
        for one in newest_first:
            if skeleton(one.text):
                self._crowd.lead(one.item, one.text)

    def __bool__(self) -> bool:
        return bool(self._by_item)

    def of(self, text: str) -> Lesson | None:
        """Return the lesson that a text falls under."""
        if not self._by_item or not skeleton(text):
            return None
        item = self._crowd.find(text)
        return None if item is None else self._by_item[item]
