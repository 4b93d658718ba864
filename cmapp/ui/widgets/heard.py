"""Buttons with a tick, pressed by assistive technology, do what a click on them does."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QAbstractButton


def hear(button: QAbstractButton) -> None:
    """Say `clicked` when a screen reader or a voice toggles it, which Qt leaves out.

    The accessibility bus reaches a checkable button through `toggle` alone: it changes, and
    whoever waits for the click is not told. The program itself changes such a button by `mark`.
    """
    pressed = False

    def press(down: bool) -> None:
        nonlocal pressed
        pressed = down

    def toggled(on: bool) -> None:
        group = button.group()
        if not pressed and (on or group is None or not group.exclusive()):
            button.clicked.emit(on)

    button.pressed.connect(lambda: press(True))
    button.released.connect(lambda: press(False))
    button.toggled.connect(toggled)


def mark(button: QAbstractButton, on: bool) -> None:
    """Check a button by the program's will: nobody is told of a click."""
    with QSignalBlocker(button):
        button.setChecked(on)
