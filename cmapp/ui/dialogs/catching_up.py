"""What came in while one was away: numbers, complaints first, groups, what closes soon (IN-14)."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cmapp.ui import row_words, text
from cmapp.ui.dialogs.frame import Sheet
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.label import Elided, Label

_MOST = 5
"""So many lines of each sort: more is what the inbox is for."""


class CatchUp(Sheet):
    """Shows what `inbox.digest` found. Tab walks along the buttons, Return presses."""

    item_asked = Signal(object)
    done_asked = Signal(str)
    """A group, by the item that leads it."""

    def __init__(self, found: dict[str, Any], parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Catch up"), parent)
        self.setMinimumWidth(560)
        since = row_words.moment(_ms(found["since"]))
        self.say(self.tr("Since {time}").format(time=since))
        self.buttons: list[Button] = []
        self.row(self.tr("New"), text.number(found["total"]))
        self.row(self.tr("Need a reply"), text.number(found["needs_reply"]))
        if found["overdue"]:
            self.row(self.tr("Overdue"), text.number(found["overdue"]), tone="bad")
        self._title(self.tr("Complaints"), len(found["negative"]))
        for item in found["negative"][:_MOST]:
            who = item["author"]["name"] or item["author"]["handle"]
            self._line(f"{who}: {item['text'] or ''}", self.tr("Open"), self._opens(item["id"]))
        self._title(self.tr("Closing soon"), len(found["closing"]))
        for one in found["closing"][:_MOST]:
            words = self.tr("{name}, until {time}").format(
                name=one["name"], time=row_words.moment(_ms(one["until"]))
            )
            self._line(words, self.tr("Open"), self._opens(one["id"]))
        self._title(self.tr("Said again and again"), len(found["alike"]))
        for group in found["alike"][:_MOST]:
            words = f"{text.number(group['count'])} × {group['text']}"
            self._line(words, self.tr("All done"), self._closes(group))
        close = self.step(self.tr("Close"), kind="primary")
        close.clicked.connect(self.accept)
        (self.buttons[0] if self.buttons else close).setFocus()

    def _title(self, words: str, count: int) -> None:
        if count:
            self.body.addWidget(Label(words, self, size="title"))

    def _line(self, words: str, step: str, do: Any) -> None:
        line = QHBoxLayout()
        line.setSpacing(12)
        said = " ".join(words[:300].split())
        line.addWidget(Elided(said, self), 1)
        button = Button(step, self, small=True)
        button.setAccessibleName(f"{step}: {said}")
        button.clicked.connect(lambda: do(button))
        line.addWidget(button)
        self.buttons.append(button)
        self.body.addLayout(line)

    def _opens(self, item: str) -> Any:
        def go(_button: Button) -> None:
            self.accept()
            self.item_asked.emit(int(item))

        return go

    def _closes(self, group: dict[str, Any]) -> Any:
        def go(button: Button) -> None:
            button.setEnabled(False)
            self.done_asked.emit(group["first"])

        return go


def _ms(when: str) -> int:
    return int(datetime.fromisoformat(when).timestamp() * 1000)
