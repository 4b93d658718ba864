"""The settings: few, each with its reason; kept as soon as they are changed."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QSpinBox,
    QWidget,
)

from cmapp.system.settings import Settings
from cmapp.ui import look
from cmapp.ui.dialogs.frame import Sheet
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.dropdown import Dropdown
from cmapp.ui.widgets.label import Label
from cmapp.ui.widgets.scroll import Scroll
from cmapp.ui.widgets.switch import Switch


class SettingsDialog(Sheet):
    """Works on a `Settings`; the new value is under `settings` when it closes."""

    hours_asked = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.settings = settings
        self.changes: dict[str, Any] = {}
        self.head.setText(self.tr("Settings"))
        self.setWindowTitle(self.tr("Settings"))
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(14)
        self._grid.setColumnStretch(0, 1)
        inside = QWidget(self)
        inside.setLayout(self._grid)
        self._scroll = Scroll(self)  # there is more to set than a small screen is high
        self._scroll.setWidget(inside)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._grid.setContentsMargins(2, 2, 14, 2)
        self.body.addWidget(self._scroll, 1)
        self._choice(
            "language",
            self.tr("Language"),
            self.tr("Takes effect when the window opens the next time"),
            {
                "system": self.tr("As the system"),
                "en": "English",
                "zh_CN": "简体中文",
                "zh_TW": "繁體中文",
            },
        )
        self._choice(
            "theme",
            self.tr("Theme"),
            "",
            {
                "system": self.tr("As the system"),
                "light": self.tr("Light"),
                "dark": self.tr("Dark"),
            },
        )
        self._choice(
            "role",
            self.tr("What you do here"),
            self.tr("What the window opens on the next time; nothing is hidden"),
            {
                "community": self.tr("Answer people"),
                "writer": self.tr("Write"),
                "lead": self.tr("Lead the desk"),
                "analyst": self.tr("Look into figures"),
            },
        )
        self._number(
            "first_response_minutes",
            self.tr("First answer within"),
            self.tr("In office hours, where some are set"),
            self.tr(" min"),
        )
        self._number(
            "notice_minutes",
            self.tr("Tell me before it is late"),
            self.tr("Once for each answer; 0 tells nothing"),
            self.tr(" min"),
        )
        hours = Button(self.tr("Office hours…"), self, small=True)
        hours.clicked.connect(self.hours_asked)
        self._line(
            self.tr("Office hours"),
            self.tr("Hours, targets, holidays and the away text, for all accounts or one"),
            hours,
        )
        self._number(
            "undo_seconds",
            self.tr("Hold a send back for"),
            self.tr("So long you can take it back"),
            self.tr(" s"),
        )
        self._number(
            "calm_seconds",
            self.tr("In a heated thread"),
            self.tr("A reply to a complaint is held back so long"),
            self.tr(" s"),
        )
        self._number(
            "late_minutes",
            self.tr("Late after"),
            self.tr("A queued reply later than this is held for a look"),
            self.tr(" min"),
        )
        self._switch(
            "use_server_scheduler",
            self.tr("Let platforms keep what is planned"),
            self.tr("It goes out on time with this computer asleep, where a platform can"),
        )
        self._number(
            "sync_minutes", self.tr("Fetch every"), self.tr("Per account"), self.tr(" min")
        )
        self._choice(
            "review_every",
            self.tr("Remind me to look back"),
            self.tr("A task comes up; Review tells how it went"),
            {
                "never": self.tr("Never"),
                "weekly": self.tr("Every week"),
                "monthly": self.tr("Every month"),
            },
        )
        self._switch(
            "notifications",
            self.tr("Notifications"),
            self.tr("Tell me when someone new waits"),
        )
        self._switch(
            "close_to_tray",
            self.tr("Keep going in the tray"),
            self.tr("Closing the window leaves fetching and sending on"),
        )
        keeping = Button(self.tr("Retention…"), self, small=True)
        keeping.clicked.connect(lambda: self._open("retention"))
        self._line(
            self.tr("How long things are kept"),
            self.tr("What others said goes by rule; nothing of your own does"),
            keeping,
        )
        lock = Button(self.tr("Passphrase…"), self, small=True)
        lock.clicked.connect(lambda: self._open("lock"))
        self._line(
            self.tr("Lock the window"),
            self.tr("Keeps eyes off the screen while you are away; it encrypts nothing"),
            lock,
        )
        coded = Switch(self)
        coded.setEnabled(False)
        self._line(
            self.tr("Encrypt the database"),
            self.tr(
                "Not by cmapp: no other program could read it, and a lost key would end it. Encrypt"
                " the disk; cmapp doctor tells whether it is"
            ),
            coded,
        )
        stored = Button(self.tr("Privacy…"), self, small=True)
        stored.clicked.connect(lambda: self._open("privacy"))
        self._line(
            self.tr("What is stored about whom"),
            self.tr("How much, since when, why and where; a drill for a stolen computer"),
            stored,
        )
        self.wanted = ""
        """Another dialog that is to be opened when this one closes."""
        help_ = self.step(self.tr("Writing help…"))
        help_.clicked.connect(lambda: self._open("writing_help"))
        lists = self.step(self.tr("Word lists…"))
        lists.clicked.connect(lambda: self._open("words"))
        close = self.step(self.tr("Close"), kind="primary")
        close.clicked.connect(self.accept)
        self.resize(580, 680)

    def _open(self, wanted: str) -> None:
        self.wanted = wanted
        self.accept()

    def _line(self, name: str, why: str, widget: QWidget) -> None:
        row = self._grid.rowCount()
        holder = QGridLayout()
        holder.setVerticalSpacing(1)
        holder.addWidget(Label(name, self, size="strong"), 0, 0)
        if why:
            holder.addWidget(Label(why, self, size="second", tone="muted", wrap=True), 1, 0)
        self._grid.addLayout(holder, row, 0)
        widget.setAccessibleName(name)
        widget.setAccessibleDescription(why)
        if not isinstance(widget, Switch):
            widget.setMinimumWidth(150)
        self._grid.addWidget(widget, row, 1)

    def _set(self, name: str, value: Any) -> None:
        self.changes[name] = value
        if name == "theme":
            app = QApplication.instance()
            if isinstance(app, QApplication):
                look.switch(app, str(value))

    def _choice(self, field: str, name: str, why: str, options: dict[str, str]) -> None:
        box = Dropdown(self)
        for code, words in options.items():
            box.addItem(words, code)
        box.setCurrentIndex(max(0, box.findData(getattr(self.settings, field))))
        box.currentIndexChanged.connect(lambda _: self._set(field, box.currentData()))
        self._line(name, why, box)

    def _number(self, field: str, name: str, why: str, unit: str) -> None:
        low, high = {
            "undo_seconds": (0, 600),
            "calm_seconds": (0, 3600),
            "sync_minutes": (1, 1440),
            "notice_minutes": (0, 1440),
        }.get(field, (1, 100_000))
        box = QSpinBox(self)
        box.setRange(low, high)
        box.setValue(getattr(self.settings, field))
        box.setSuffix(unit)
        box.lineEdit().setTextMargins(8, 0, 0, 0)
        box.valueChanged.connect(lambda value: self._set(field, value))
        self._line(name, why, box)

    def _switch(self, field: str, name: str, why: str) -> None:
        box = Switch(self)
        box.setChecked(bool(getattr(self.settings, field)))
        box.toggled.connect(lambda on: self._set(field, on))
        self._line(name, why, box)
