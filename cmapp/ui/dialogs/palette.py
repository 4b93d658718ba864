"""Ctrl+K: every action by a few letters of its name, in any of the window's languages."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QWidget

from cmapp.ui import look
from cmapp.ui.actions import Actions, Deed, Said, shown_key
from cmapp.ui.dialogs import picker
from cmapp.ui.dialogs.picker import Choice, Picker

_LANGUAGES = ("zh_CN", "zh_TW")


@lru_cache(maxsize=1)
def _others() -> tuple[QTranslator, ...]:
    found = []
    for code in _LANGUAGES:
        one = QTranslator()
        if one.load(str(look.resources() / "i18n" / f"{code}.qm")):
            found.append(one)
    return tuple(found)


def choice(deed: Deed, words: str = "") -> Choice:
    """Return an action as a line of the palette; `words` are those it bears right now."""
    source = deed.words.source if isinstance(deed.words, Said) else deed.words
    told = [str(one.translate("actions", source)) for one in _others()]
    also = " ".join([deed.words, source, *told, deed.also, deed.id])
    return Choice(deed.id, words or deed.words, deed.group, shown_key(deed), also=also)


def score(query: str, deed: Deed) -> int:
    """Return how well `query` finds an action: 0 is not at all, more is better."""
    return picker.score(query, choice(deed))


class Palette(Picker):
    """All actions; the code of what is chosen is the id of an action."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        lines = []
        for deed in actions.table:
            action = actions.by_id.get(deed.id)
            if action is not None and action.isEnabled() and deed.id != "palette":
                lines.append(choice(deed, action.text()))
        super().__init__(parent, name="", prompt="", choices=lines)
        self.setAccessibleName(self.tr("All actions"))
        self.list.setAccessibleName(self.tr("Actions"))
        self.field.setPlaceholderText(self.tr("What do you want to do?"))
        self.field.setAccessibleName(self.tr("Find an action"))
