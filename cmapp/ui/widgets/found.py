"""The quiet line above the send button: what stands in a text that perhaps should not (DR-09)."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from cmapp.ui.check_words import code_names
from cmapp.ui.widgets.label import Label

translate = QCoreApplication.translate
MOST = 4


class Found(Label):
    """Names what is found in a text, and after a refusal asks whether it is meant."""

    def __init__(self, parent: QWidget) -> None:
        """Start with nothing found."""
        super().__init__("", parent, size="second", tone="muted", wrap=True)
        self.setAccessibleName(self.tr("Found in the text"))
        self._asked: str | None = None
        self._lists: Mapping[str, tuple[str, ...]] = {}
        self.setVisible(False)

    def take_lists(self, lists: Mapping[str, tuple[str, ...]]) -> None:
        """Take the person's own words, list by list."""
        self._lists = lists

    def look(self, text: str) -> None:
        """Look a text over and say what is found."""
        if self._asked is not None and text != self._asked:
            self._asked = None
        if self._asked is not None:
            return
        if not text.strip():  # the patterns are not needed before one writes
            self._say("")
            return
        from cmapp.domain import lint

        found = lint.look(
            text,
            sensitive=self._lists.get("sensitive", ()),
            insults=self._lists.get("insult", ()),
            allowed=self._lists.get("allowed", ()),
        )
        self._say(_line([(f.code, f.of(text)) for f in found]))

    def changed(self, text: str) -> None:
        """Ask no more about a text that is another one now; the checks tell the rest."""
        if text != self._asked:
            self._asked = None
            self._say("")

    def ask(self, text: str, facts: Mapping[str, object]) -> None:
        """Ask whether what a text was refused for is meant."""
        self._asked = text
        told = facts.get("found")
        places = [(f["code"], f["text"]) for f in told] if isinstance(told, list) else []
        line = _line(places)
        again = self.tr("Everybody can read it. Send again to send it anyway.")
        self._say(f"{line} {again}".strip())

    def allowed(self, text: str) -> list[str]:
        """Return what the person said yes to: they were asked, and sent the same text again."""
        return ["personal_data"] if self._asked is not None and self._asked == text else []

    def _say(self, words: str) -> None:
        if self.text() != words:
            self.setText(words)
            self.setAccessibleDescription(words)
        self.setVisible(bool(words))


def _line(found: list[tuple[str, str]]) -> str:
    if not found:
        return ""
    names = code_names()
    parts = [
        f"{names.get(code, code)} ({place})" if code != "address" else names["address"]
        for code, place in list(dict.fromkeys(found))[:MOST]
    ]
    more = len(set(found)) - MOST
    told = translate("found", ", ").join(parts) + (f" +{more}" if more > 0 else "")
    return translate("found", "It holds: {what}.").format(what=told)
