"""What a place to write has in common: when it is kept, what it says, its one button."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit

from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.card import Card
from cmapp.ui.widgets.found import Found
from cmapp.ui.widgets.label import Label, tip

PAUSE = 400
"""Milliseconds after the last key until the text is kept."""
NO_PAUSE = 3000
"""Who writes on and on is kept at this pace (ms), without a pause."""


class Composing(Card):
    """Says `typed` at each change, `paused` after each pause in writing, `sent` at the button.

    Who is one makes its `editor`, `found`, `button` and `saved`.
    """

    typed = Signal(object)
    paused = Signal(object)
    sent = Signal(object)
    escaped = Signal()

    editor: QPlainTextEdit
    found: Found
    button: Button
    saved: Label

    def allow(self) -> list[str]:
        """Return what the person said yes to, for the text that stands there now."""
        return self.found.allowed(self.editor.toPlainText())

    def refused(self, code: str, facts: Mapping[str, object]) -> None:
        """Say what a text was held for; the same text, sent again, is meant."""
        if code == "personal_data":
            self.found.ask(self.editor.toPlainText(), facts)

    def set_button(self, words: str, under: str) -> None:
        """Name the main button after what will happen."""
        self.button.setText(words)
        self.button.setAccessibleName(words)
        self.button.setToolTip(tip(under))
        self.button.updateGeometry()

    def say_saved(self, words: str) -> None:
        """Say how safe the text is."""
        self.saved.setText(words)
