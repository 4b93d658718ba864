"""A post of ours or a row of the outbox behind a number: its words, and what it got."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cmapp.ui import text
from cmapp.ui.asking import Asking
from cmapp.ui.charts import words
from cmapp.ui.charts.behind import Behind
from cmapp.ui.widgets.part import moment
from cmapp.ui.widgets.scroll import Scroll
from cmapp.ui.widgets.text_block import TextBlock


class Opened(Behind):
    """The words above, and below them who answered, liked or shared; each row leads on.

    `opened`: the page of it on the platform is wanted.
    """

    opened = Signal(str)

    def __init__(
        self, asking: Asking, kind: str, number: str, parent: QWidget | None = None
    ) -> None:
        self._url = ""
        title = {
            "post": words.translate("insights", "A post and what it got"),
            "outbox": words.translate("insights", "What was sent, and to whom"),
        }[kind]
        super().__init__(
            asking, {"kind": kind, "id": number}, title, parent, command="insights.opened"
        )
        self._area = Scroll(self)
        self._area.setAccessibleName(title)
        self.said = TextBlock("", self._area)
        self._area.setWidget(self.said)
        self._area.setMaximumHeight(150)
        self.body.insertWidget(0, self._area)
        self.web = self.step(words.translate("insights", "Open on the platform"))
        self.web.clicked.connect(lambda: self.opened.emit(self._url))
        self.web.hide()

    def _fill(self, found: Mapping[str, Any]) -> None:
        super()._fill(found)
        self.said.set_words(
            found["text"] or words.translate("insights", "Its words are not kept any more.")
        )
        at = moment(found["at"])
        parts = [str(found["who"] or ""), text.exact(at) if at is not None else ""]
        if found["state"]:
            parts.append(text.state(found["state"])[0])
        n = int(found["total"])
        listed = words.translate("insights", "{n} in all, the newest first")
        none = words.translate("insights", "nothing is known to have come back")
        parts.append(listed.format(n=words.plain(n)) if n else none)
        self.say(" · ".join(p for p in parts if p))
        self._url = str(found["url"] or "")
        self.web.setVisible(bool(self._url))
