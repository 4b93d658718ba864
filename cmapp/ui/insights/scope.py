"""What the insights are asked about: how many days, which accounts; where the days begin."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cmapp.ui import text
from cmapp.ui.views import AccountView
from cmapp.ui.widgets.chips import ChipRow
from cmapp.ui.widgets.dropdown import Dropdown

SPANS = (7, 30, 90, 365)


class ScopeBar(QWidget):
    """Chips for the span, a field for the account. `changed`: something else was chosen."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        spans = {str(n): self.tr("%n day(s)", "", n) for n in SPANS}
        self.spans = ChipRow(spans, self)
        self.spans.setAccessibleName(self.tr("Span"))
        self.spans.choose("30")
        self.spans.chosen.connect(lambda _: self.changed.emit())
        row.addWidget(self.spans)
        self.accounts = Dropdown(self)
        self.accounts.setAccessibleName(self.tr("Accounts"))
        self.accounts.setMinimumWidth(170)
        self.accounts.setMaximumWidth(260)
        self.accounts.addItem(self.tr("All accounts"), "")
        self.accounts.activated.connect(lambda _: self.changed.emit())
        row.addWidget(self.accounts)

    def offer(self, accounts: Sequence[AccountView]) -> None:
        """Offer these accounts; what is chosen stays chosen."""
        names = {a.id: account_name(a) for a in accounts}
        if [self.accounts.itemData(n) for n in range(1, self.accounts.count())] == list(names):
            return
        was = self.accounts.currentData()
        while self.accounts.count() > 1:
            self.accounts.removeItem(1)
        for code, name in names.items():
            self.accounts.addItem(name, code)
        self.accounts.setCurrentIndex(max(0, self.accounts.findData(was)))

    def days(self) -> int:
        """Return how many days are chosen."""
        return int(self.spans.current())

    def asked(self) -> dict[str, Any]:
        """Return the choice as commands take it."""
        one = self.accounts.currentData()
        return {"days": self.days(), "accounts": [one] if one else []}

    def said(self, zone: str = "") -> str:
        """Return the choice in words."""
        whose = self.accounts.currentText()
        if not self.accounts.currentData():
            whose = self.tr("all accounts")
        parts = [self.tr("%n day(s)", "", self.days()), text.isolated(whose), zone]
        parts.append(self.tr("from your own file, no network used"))
        return " · ".join(p for p in parts if p)


def account_name(account: AccountView) -> str:
    """Return how an account is called in a list."""
    return f"{account.name or account.handle} ({text.platform(account.platform)})"
