"""How much room a widget has on its screen.

Not by `QWidget.screen()`: what it returns belongs to the widget from then on, as far as Python
knows. When the widget is collected, the screen of the whole program is deleted with it, and what
is painted next ends the program.
"""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget


def room(widget: QWidget) -> QRect:
    """Return the part of its screen that no panel takes, in pixels."""
    window = widget.window()
    screen = QGuiApplication.screenAt(window.frameGeometry().center())
    return (screen or QGuiApplication.primaryScreen()).availableGeometry()
