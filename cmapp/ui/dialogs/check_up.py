"""Looks at the profile and says what is well and what is not, why, and what leads on."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QLocale, QPoint, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmapp.services import findings
from cmapp.ui import icons, look, text
from cmapp.ui.bridge import Bridge
from cmapp.ui.dialogs.frame import Sheet
from cmapp.ui.widgets.label import Label
from cmapp.ui.widgets.scroll import Scroll

_SIGNS = {
    "trouble": ("warn", "bad"),
    "warning": ("warn", "warn"),
    "note": ("info", "muted"),
    "ok": ("check", "ok"),
}
_TEXT = 520


class _Sign(QWidget):
    def __init__(self, severity: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon, self._tone = _SIGNS[severity]
        self.setFixedSize(QSize(20, 20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        icons.paint(painter, self._icon, look.colour(self._tone), at=QPoint(1, 1), side=17)
        painter.end()


class CheckUp(Sheet):
    """`examine` looks (seconds on a large profile) and returns what `doctor.examine` does."""

    def __init__(
        self, examine: Callable[[], dict[str, Any]], bridge: Bridge, parent: QWidget | None = None
    ) -> None:
        super().__init__("", parent)
        title = self.tr("Check this profile")
        self.head.setText(title)
        self.setWindowTitle(title)
        self.say(self.tr("Looking at the disk, the keyring, the database and the accounts…"))
        self._inside = QWidget(self)
        self._column = QVBoxLayout(self._inside)
        self._column.setContentsMargins(2, 2, 14, 2)
        self._column.setSpacing(12)
        scroll = Scroll(self)
        scroll.setWidget(self._inside)
        scroll.setAccessibleName(title)
        self.body.addWidget(scroll, 1)
        self._words = ""
        self.copy = self.step(self.tr("Copy as text"))
        self.copy.setEnabled(False)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._words))
        close = self.step(self.tr("Close"), kind="primary")
        close.clicked.connect(self.accept)
        close.setFocus()
        self.resize(640, 620)
        bridge.run(examine, self._show, self._sorry, call=True)

    def _sorry(self, _error: Exception) -> None:
        self.say(self.tr("It could not be looked at. Nothing was changed."))

    def _show(self, found: dict[str, Any]) -> None:
        told = {
            "ok": self.tr("All is well."),
            "note": self.tr("All is well; there is something to know."),
            "warning": self.tr("It works; something is not as it should be."),
            "trouble": self.tr("Something is wrong. Nothing is deleted; here is what leads on."),
        }
        self.say(told.get(found["state"], ""))
        order = list(_SIGNS)
        lines = [self.words.text(), ""]
        for one in sorted(found["findings"], key=lambda one: order.index(one["severity"])):
            lines += self._add(one)
        self._column.addStretch(1)
        self._words = "\n".join(lines)
        self.copy.setEnabled(True)

    def _add(self, one: dict[str, Any]) -> list[str]:
        says, cause, way_on = findings.told(
            one["code"], one["facts"], _spoken(), moment=text.date_and_time
        )
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(_Sign(one["severity"], self), 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(2)
        shown = [(says, "body" if one["severity"] == "ok" else "strong", "ink")]
        if one["severity"] != "ok":
            shown += [(cause, "body", "muted"), (way_on, "body", "ink")]
            shown += [(one.get("way_on", ""), "second", "muted")]
        for text_, size, tone in shown:
            if text_:
                label = Label(text_, self, size=size, tone=tone, wrap=True)
                label.setFixedWidth(_TEXT)
                label.setMinimumHeight(label.heightForWidth(_TEXT))
                words.addWidget(label)
        row.addLayout(words, 1)
        self._column.addLayout(row)
        return [text_ for text_, _, _ in shown if text_] + [""]


def _spoken() -> str:
    spoken = QLocale().name()
    return spoken if spoken in findings.LANGUAGES else "en"
