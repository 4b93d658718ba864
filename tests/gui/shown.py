"""What a person sees of a part of the window, to be waited for."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from cmapp.ui.widgets.button import Button


def button(qtbot: Any, part: QWidget, begins: str) -> Button:
    """Return the button whose name begins so, once seen: Qt shows what is new a turn later."""

    def named() -> list[Button]:
        every = [b for b in part.findChildren(Button) if b.isVisible()]
        return [b for b in every if (b.accessibleName() or b.words()).startswith(begins)]

    qtbot.waitUntil(lambda: bool(named()))
    return named()[0]
