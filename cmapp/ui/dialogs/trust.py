"""Changes whose certificates an account trusts beside those of the system."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cmapp.ui import text
from cmapp.ui.asking import Asking
from cmapp.ui.dialogs.frame import Sheet
from cmapp.ui.views import AccountView
from cmapp.ui.widgets.certificates import Certificates
from cmapp.ui.widgets.label import Label


class Trust(Sheet):
    """Accepted once it is kept."""

    def __init__(self, asking: Asking, account: AccountView, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._asking, self._account = asking, account.id
        asking.setParent(self)
        self.head.setText(self.tr("Certificates"))
        self.setWindowTitle(self.tr("Certificates"))
        self.say(text.isolated(f"@{account.handle.lstrip('@')}"))
        known = str(account.facts.get("ca_file") or "")
        self.certificates = Certificates(known, self, folded=False)
        self.body.addWidget(self.certificates)
        self.said = Label("", self, size="second", tone="bad", wrap=True)
        self.body.addWidget(self.said)
        self.body.addStretch(1)
        self.step(self.tr("Cancel")).clicked.connect(self.reject)
        self.keep = self.step(self.tr("Keep"), kind="primary")
        self.keep.clicked.connect(self._keep)
        asking.tell.connect(self._told)
        self.resize(520, 280)

    def _keep(self) -> None:
        self.keep.setEnabled(False)
        path = self.certificates.path
        self._asking.do(
            "accounts.trust", "", lambda _: self.accept(), id=self._account, ca_file=path
        )

    def _told(self, words: str, _undo: object) -> None:
        self.said.setText(words)
        self.keep.setEnabled(True)
        self.certificates.choose.setFocus()
