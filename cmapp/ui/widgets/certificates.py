"""Whom else an account trusts to vouch for its server: a file of certificates, or nobody."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.label import Elided, Label


class Certificates(QWidget):
    """Folded until somebody asks: few servers need it. `path` is "" for the system's alone."""

    def __init__(self, path: str, parent: QWidget, *, folded: bool = True) -> None:
        super().__init__(parent)
        self.path = path
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        self.more = Button(self.tr("Own certificates…"), self, kind="quiet", small=True)
        self.more.clicked.connect(self.unfold)
        head.addWidget(self.more)
        head.addStretch(1)
        column.addLayout(head)
        self._inside = QWidget(self)
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(6)
        inside.addWidget(Label(self.tr("Own certificates"), self, size="strong"))
        why = self.tr(
            "For a server of your own whose certificate this system does not know: the file of its "
            "authority (PEM). It is trusted for this account alone, beside the system's."
        )
        inside.addWidget(Label(why, self, size="second", tone="muted", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(8)
        self.name = Elided("", self)
        row.addWidget(self.name, 1)
        self.choose = Button(self.tr("Choose a file…"), self, small=True)
        self.choose.setAccessibleDescription(why)
        self.choose.clicked.connect(self._choose)
        row.addWidget(self.choose)
        self.none = Button(self.tr("None"), self, kind="quiet", small=True)
        self.none.setAccessibleName(self.tr("Trust no certificates of your own"))
        self.none.clicked.connect(lambda: self.take(""))
        row.addWidget(self.none)
        inside.addLayout(row)
        column.addWidget(self._inside)
        self.take(path)
        self._inside.setVisible(bool(path) or not folded)
        self.more.setVisible(self._inside.isHidden())

    def unfold(self) -> None:
        """Show what there is to choose, and lead on to it."""
        self._inside.show()
        self.more.hide()
        self.choose.setFocus()

    def take(self, path: str) -> None:
        """Take a file, or "" for none."""
        self.path = path
        self.name.set_full(Path(path).name if path else self.tr("None: those of this system"))
        if not path and self.none.hasFocus():
            self.choose.setFocus()
        self.none.setVisible(bool(path))

    def _choose(self) -> None:
        some, every = self.tr("Certificates"), self.tr("All files")
        kinds = f"{some} (*.pem *.crt *.cer);;{every} (*)"
        start = str(Path(self.path).parent) if self.path else ""
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Own certificates"), start, kinds)
        if path:
            self.take(path)
