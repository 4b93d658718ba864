"""What this is, which version, and where its parts come from."""

from __future__ import annotations

from PySide6.QtCore import Qt, qVersion
from PySide6.QtWidgets import QLabel, QWidget

from cmapp import __version__
from cmapp.ui import icons
from cmapp.ui.dialogs.frame import Sheet
from cmapp.ui.widgets.label import Label


class About(Sheet):
    """A few lines, one button."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("cmapp", parent)
        self.setWindowTitle(self.tr("About cmapp"))
        self.say(self.tr("One inbox for what people write to you. Written offline, sent once."))
        mark = QLabel(self)
        mark.setPixmap(icons.app_icon().pixmap(64, 64))
        mark.setAlignment(Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(mark)
        self.row(self.tr("Version"), __version__)
        self.row("Qt", qVersion())
        self.row(self.tr("Licence"), "MIT")
        self.row(self.tr("Typeface"), "Inter (SIL Open Font License 1.1)")
        self.body.addWidget(
            Label(
                self.tr("Everything stays on this machine: no telemetry, no server of ours."),
                self,
                tone="muted",
                wrap=True,
            )
        )
        close = self.step(self.tr("Close"), kind="primary")
        close.clicked.connect(self.accept)
