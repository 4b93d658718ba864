"""Our accounts: how fresh, what they can do, what they can measure, and the step to mend them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmapp.ui import text
from cmapp.ui.asking import Asking
from cmapp.ui.bridge import Bridge
from cmapp.ui.desk import Desk
from cmapp.ui.dialogs.frame import Sheet
from cmapp.ui.views import AccountView
from cmapp.ui.widgets.avatar import Avatar
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.card import Card
from cmapp.ui.widgets.chips import Pill
from cmapp.ui.widgets.empty import Empty
from cmapp.ui.widgets.label import Elided, Label
from cmapp.ui.widgets.page import Page

_SIGN_IN = (
    "sign_in_needed", "scope_missing", "no_secret", "no_keyring", "token_revoked",
    "keyring_switched",
)  # fmt: skip


class AccountCard(Card):
    """One account. Says `asked(verb)`: sync, connect, trust, remove."""

    asked = Signal(str)

    def __init__(
        self, account: AccountView, metrics: Mapping[str, int | None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.setSpacing(12)
        mark = Avatar(self, side=40)
        mark.show_person(name=account.name, handle=account.handle, platform=account.platform)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(Elided(account.name or account.handle, self, size="strong"))
        place = account.server.removeprefix("https://")
        if account.platform == "demo":  # its server is no place that one could go to
            place = text.platform("demo")
        where = f"@{account.handle.lstrip('@')} · {place}"
        names.addWidget(Elided(where, self, size="second", tone="muted"))
        head.addWidget(mark)
        head.addLayout(names, 1)
        words, tone = self._state(account)
        head.addWidget(Pill(words, self, tone=tone))
        if account.state == "sign_in" or account.problem in _SIGN_IN:
            mend = Button(self.tr("Sign in"), self, kind="primary", small=True)
            mend.clicked.connect(lambda: self.asked.emit("connect"))
            head.addWidget(mend)
        else:
            now = Button(self.tr("Fetch now"), self, icon="refresh", small=True)
            now.setAccessibleName(f"{now.words()}: @{account.handle}")
            now.clicked.connect(lambda: self.asked.emit("sync"))
            head.addWidget(now)
        trusts = str(account.facts.get("ca_file") or "")
        if trusts or account.problem == "certificate":
            whom = Button(self.tr("Certificates…"), self, kind="quiet", small=True)
            whom.setAccessibleName(f"{whom.words()}: @{account.handle}")
            whom.clicked.connect(lambda: self.asked.emit("trust"))
            head.addWidget(whom)
        away = Button(self.tr("Remove"), self, kind="quiet", small=True)
        away.setAccessibleName(f"{away.words()}: @{account.handle}")
        away.clicked.connect(lambda: self.asked.emit("remove"))
        head.addWidget(away)
        column.addLayout(head)
        column.addLayout(self._metrics(metrics))
        if trusts:
            words = self.tr("Trusts the certificates in {file}, too")
            said = Elided(words.format(file=Path(trusts).name), self, size="second", tone="muted")
            column.addWidget(said)
        lacks = [
            self.tr("{what} ({why})").format(what=self._verb(k), why=text.absent(v))
            for k, v in account.can.items()
            if v
        ]
        if lacks:
            column.addWidget(
                Label(
                    self.tr("Cannot do: {list}").format(list=" · ".join(lacks)),
                    self,
                    size="second",
                    tone="muted",
                    wrap=True,
                )
            )

    def _verb(self, code: str) -> str:
        names = {
            "messages": self.tr("direct messages"),
            "own_posts": self.tr("own posts"),
            "inbox": self.tr("mentions"),
            "profile": self.tr("profile figures"),
            "thread": self.tr("threads"),
            "publish": self.tr("new posts"),
            "reply": self.tr("replies"),
            "edit": self.tr("editing"),
            "delete": self.tr("deleting"),
            "like": self.tr("likes"),
            "repost": self.tr("shares"),
            "impressions": self.tr("counting views"),
        }
        return names.get(code, code)

    def _state(self, account: AccountView) -> tuple[str, str]:
        if account.state == "paused":
            return self.tr("resting"), "muted"
        if account.state == "sign_in" or account.problem in _SIGN_IN:
            return self.tr("signed out"), "warn"
        if account.parked_until is not None and account.parked_until > text.now():
            return self.tr("again at {time}").format(time=text.clock(account.parked_until)), "muted"
        if account.problem:
            return self.tr("in trouble"), "warn"
        if account.synced_at is None:
            return self.tr("first fetch"), "accent"
        return self.tr("read {time}").format(time=text.ago(account.synced_at)), "ok"

    def _metrics(self, metrics: Mapping[str, int | None]) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(28)
        for name, value in metrics.items():
            cell = QVBoxLayout()
            cell.setSpacing(1)
            cell.addWidget(Label(text.metric(name), self, size="small", tone="muted"))
            known = value is not None
            shown = Label(text.number(value), self, size="title", tone="ink" if known else "muted")
            if not known:
                shown.setAccessibleName(self.tr("{name}: unknown").format(name=text.metric(name)))
                shown.setToolTip(self.tr("This account cannot measure it"))
            cell.addWidget(shown)
            line.addLayout(cell)
        line.addStretch(1)
        return line


class AccountsPane(Page):
    """All accounts, one card each."""

    tell = Signal(str, object)
    connect_asked = Signal(str)

    def __init__(self, desk: Desk, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.title.setText(self.tr("Accounts"))
        self._desk, self._bridge = desk, bridge
        self._shown: list[AccountView] | None = None
        add = Button(self.tr("Connect an account"), self, kind="primary", icon="plus")
        add.clicked.connect(lambda: self.connect_asked.emit(""))
        self.rivals = Button(self.tr("Rivals…"), self)
        self.rivals.clicked.connect(self.open_rivals)
        self.steps.addWidget(self.rivals)
        self.steps.addWidget(add)
        self.say_under(self.tr("Sign-ins lie in your system's keyring, and nowhere else."))
        self.fill()

    def arrived(self) -> None:
        """Be fresh when shown."""
        self.fill()

    def open_rivals(self) -> None:
        """Show competitors' accounts, watched from outside through one of ours."""
        from cmapp.ui.insights.rivals_sheet import RivalsSheet

        asking = Asking(self._desk, self._bridge, self)
        asking.tell.connect(self.tell)
        self.sheet = RivalsSheet(asking, self)
        self.sheet.finished.connect(asking.deleteLater)
        self.sheet.open()

    def refresh(self, topics: frozenset[str]) -> None:
        """Ask again for what changed."""
        if topics & {"accounts", "problems", "metrics"}:
            self.fill()

    def fill(self) -> None:
        """Fill the page anew where something changed."""
        rows = self._desk.accounts()
        if rows == self._shown:
            return
        self._shown = rows
        self.clear()
        if not rows:
            empty = Empty(
                "accounts",
                self.tr("No account yet"),
                self.tr("Connect one, and what people write to you is gathered here."),
                button=self.tr("Connect an account"),
                parent=self.inside,
            )
            empty.asked.connect(lambda: self.connect_asked.emit(""))
            self.column.addWidget(empty)
        for account in rows:
            card = AccountCard(account, self._desk.metrics(account.id), self.inside)
            card.asked.connect(lambda verb, a=account: self._do(verb, a))
            self.column.addWidget(card)

    def _do(self, verb: str, account: AccountView) -> None:
        match verb:
            case "connect":
                self.connect_asked.emit(account.id)
            case "sync":
                self._bridge.run(
                    lambda: self._desk.call("sync", account=account.id),
                    self._synced,
                    self._sorry,
                    call=True,
                )
            case "trust":
                self._trust(account)
            case "remove":
                self._remove(account)

    def _synced(self, answer: dict[str, Any]) -> None:
        new = sum(int(a.get("new") or 0) for a in answer.get("accounts", []))
        self.tell.emit(self.tr("%n new", "", new) if new else self.tr("Nothing new"), None)

    def _sorry(self, error: Exception) -> None:
        why = getattr(error, "why", "flaky")
        self.tell.emit(text.trouble(why, getattr(error, "facts", {})), None)

    def _trust(self, account: AccountView) -> None:
        from cmapp.ui.dialogs.trust import Trust

        sheet = Trust(Asking(self._desk, self._bridge), account, self)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.accepted.connect(self.fill)
        sheet.open()

    def _remove(self, account: AccountView) -> None:
        name = text.isolated((account.name or account.handle)[:60])
        sheet = Sheet(
            self.tr("Remove {name} from cmapp?").format(name=name),
            self,
            words=self.tr(
                "What was gathered for it is deleted here. Nothing changes on the platform."
            ),
        )
        sheet.setWindowTitle(self.tr("Remove account"))
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        keep = sheet.step(self.tr("Keep"))
        keep.clicked.connect(sheet.reject)
        sheet.step(self.tr("Remove"), kind="danger").clicked.connect(sheet.accept)
        keep.setFocus()
        sheet.accepted.connect(
            lambda: self._bridge.run(
                lambda: self._desk.call("accounts.remove", id=account.id),
                self._removed,
                self._sorry,
                call=True,
            )
        )
        sheet.open()

    def _removed(self, answer: dict[str, Any]) -> None:
        self.fill()
        if left := len(answer.get("server_holds", ())):
            words = self.tr("Planned posts that the server still keeps and will publish: {count}")
            self.tell.emit(words.format(count=left), None)
