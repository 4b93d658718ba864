"""Asking for whom one more wording of an account is: a region, an audience (CA-11)."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from cmapp.ui.dialogs.picker import Choice, Picker

translate = QCoreApplication.translate


def ask_segment(parent: QWidget, then: Callable[[str], None]) -> Picker:
    """Ask in the window of `parent`; `then` hears the name."""

    def typed(words: str) -> Sequence[Choice]:
        name = " ".join(words.split())[:60]
        said = translate("segment", "A wording for “{name}”").format(name=name)
        return (Choice(name, said, icon="globe"),) if name else ()

    picker = Picker(
        parent.window(),
        name=translate("segment", "For a region"),
        prompt=translate("segment", "A region or an audience, e.g. Taiwan, newcomers"),
        choices=[
            Choice(name, name, icon="globe")
            for name in (
                translate("segment", "Mainland China"),
                translate("segment", "Taiwan"),
                translate("segment", "Hong Kong"),
                translate("segment", "Europe"),
                translate("segment", "North America"),
            )
        ],
        typed=typed,
        typed_last=True,
    )
    picker.ask(lambda chosen: then(chosen.code))
    return picker
