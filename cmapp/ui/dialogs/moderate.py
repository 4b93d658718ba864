"""Hide, mute, block or report: what can be done there, why, and what will happen (CR-14)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from cmapp.domain.actions import CATEGORIES
from cmapp.ui import moderation_words, text, troubles
from cmapp.ui.bridge import Bridge
from cmapp.ui.desk import Desk
from cmapp.ui.dialogs.frame import Sheet
from cmapp.ui.widgets.choice import Choice
from cmapp.ui.widgets.dropdown import Dropdown
from cmapp.ui.widgets.label import Label, tip
from cmapp.ui.widgets.switch import Switch

DEEDS = ("hide", "mute", "block", "report")


class Moderate(Sheet):
    """Accepted: `args` is what to ask the engine for."""

    def __init__(
        self,
        desk: Desk,
        bridge: Bridge,
        items: Sequence[int],
        parent: QWidget | None = None,
        *,
        name: str = "",
        count: int = 1,
    ) -> None:
        super().__init__("", parent)
        self._items = [str(i) for i in items]
        self._whys: dict[str, str | None] = {}
        self.head.setText(self.tr("Moderate"))
        self.setWindowTitle(self.tr("Moderate"))
        self.say(text.isolated(name) if count == 1 else self.tr("%n item(s)", "", count))
        self._choices()
        self._reasons()
        self.will = Label("", self, tone="muted", wrap=True)
        self.will.setMinimumHeight(52)
        self.body.addWidget(self.will)
        cancel = self.step(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.go = self.step(self.tr("Moderate"), kind="primary")
        self.go.clicked.connect(self.accept)
        self.resize(560, 520)
        self._show()
        asked = self._items[:200]
        bridge.run(
            lambda: desk.call("moderation.can", items=asked), self._can, self._sorry, call=True
        )

    def _choices(self) -> None:
        self._group = QButtonGroup(self)
        self.buttons: dict[str, Choice] = {}
        self._notes: dict[str, Label] = {}
        for deed in DEEDS:
            column = QVBoxLayout()
            column.setSpacing(1)
            button = Choice(moderation_words.deed(deed), self)
            button.setEnabled(False)
            button.toggled.connect(lambda _: self._show())
            note = Label("", self, size="second", tone="muted", wrap=True)
            note.setContentsMargins(28, 0, 0, 0)
            note.hide()
            self._group.addButton(button)
            self.buttons[deed], self._notes[deed] = button, note
            column.addWidget(button)
            column.addWidget(note)
            self.body.addLayout(column)

    def _reasons(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        self.category = Dropdown(self)
        for code in ("", *CATEGORIES[:-1]):
            self.category.addItem(moderation_words.category(code), code)
        self.category.setAccessibleName(self.tr("Kind of reason"))
        self.category.currentIndexChanged.connect(lambda _: self._show())
        self.reason = QLineEdit(self)
        self.reason.setPlaceholderText(self.tr("Why? This stays with you"))
        self.reason.setAccessibleName(self.tr("Reason"))
        self.reason.setMaxLength(1000)
        self.reason.textChanged.connect(lambda _: self._show())
        line.addWidget(self.category)
        line.addWidget(self.reason, 1)
        self.body.addLayout(line)
        self.note = QPlainTextEdit(self)
        self.note.setProperty("boxed", True)
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(72)
        self.note.setPlaceholderText(self.tr("What the platform's moderators are told"))
        self.note.setAccessibleName(self.tr("Note to the moderators"))
        self.note.hide()
        self.body.addWidget(self.note)
        here = QHBoxLayout()
        self.local = Switch(self)
        self.local.setAccessibleName(self.tr("Only here"))
        self.local.toggled.connect(lambda _: self._show())
        self._here = Label(self.tr("Only here: nothing is sent"), self)
        here.addWidget(self.local)
        here.addWidget(self._here, 1)
        self.body.addLayout(here)

    def deed(self) -> str:
        """Return what is chosen, "" for nothing."""
        return next((d for d, b in self.buttons.items() if b.isChecked()), "")

    @property
    def args(self) -> dict[str, Any]:
        """Return what the command takes, but for whom it is about."""
        deed = self.deed()
        return {
            "deed": deed,
            "category": str(self.category.currentData()),
            "reason": self.reason.text().strip(),
            "note": self.note.toPlainText().strip() if deed == "report" else "",
            "local": self.local.isChecked() and deed != "report",
        }

    def _can(self, found: dict[str, Any]) -> None:
        told = [one["can"] for one in found["items"]]
        for deed in DEEDS:
            whys = [can[deed] for can in told if can[deed] is not None]
            if not whys:
                continue
            words = troubles.cause(whys[0]) or text.absent(whys[0])
            if len(whys) < len(told):
                left, all_ = len(whys), len(told)
                words = self.tr("Not for {left} of {all}: {why}").format(
                    left=left, all=all_, why=words
                )
            else:
                self._whys[deed] = whys[0]
            self._notes[deed].setText(words)
            self._notes[deed].show()
        for deed in DEEDS:
            self._whys.setdefault(deed, None)
        self._show()
        first = next((d for d in DEEDS if self.buttons[d].isEnabled()), None)
        if first is not None and not self.deed():
            self.buttons[first].setChecked(True)
            self.buttons[first].setFocus()

    def _sorry(self, error: Exception) -> None:
        why = getattr(error, "why", "")
        self.will.setText(text.trouble(why, getattr(error, "facts", {})) if why else str(error))

    def _show(self) -> None:
        """Grey what cannot be, and say what will happen."""
        local = self.local.isChecked()
        ours = "own_account" in self._whys.values()
        for deed, button in self.buttons.items():
            able = deed in self._whys and self._whys[deed] is None
            here = local and deed != "report" and bool(self._whys) and not ours
            button.setEnabled((able and not (local and deed == "report")) or here)
            if button.isChecked() and not button.isEnabled():
                self._group.setExclusive(False)
                button.setChecked(False)
                self._group.setExclusive(True)
        deed = self.deed()
        self.note.setVisible(deed == "report")
        self.local.setEnabled(deed != "report")
        self.go.setText(moderation_words.deed(deed) if deed else self.tr("Moderate"))
        because = bool(self.reason.text().strip() or self.category.currentData())
        self.go.setEnabled(bool(deed) and because)
        will = moderation_words.will(deed, local=local) if deed else ""
        missing = troubles.sentence("reason_missing") if deed and not because else ""
        self.will.setText(" ".join(words for words in (will, missing) if words))
        self.go.setToolTip(tip("" if because else troubles.sentence("reason_missing")))
