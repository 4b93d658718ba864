"""The rivals: who is watched from outside, with what everyone sees; one more, one less (AN-14)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cmapp.domain.chart import Say
from cmapp.ui import text
from cmapp.ui.asking import Asking
from cmapp.ui.charts import words
from cmapp.ui.dialogs.frame import Sheet
from cmapp.ui.insights.scope import account_name
from cmapp.ui.views import AccountView
from cmapp.ui.widgets.avatar import Avatar
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.dropdown import Dropdown
from cmapp.ui.widgets.keys_back import keep_through
from cmapp.ui.widgets.label import Elided, Label
from cmapp.ui.widgets.part import moment
from cmapp.ui.widgets.scroll import Scroll

_TOLD = ("bluesky", "mastodon")
"""Platforms of which it is said what they show of others."""


class RivalsSheet(Sheet):
    """The list, and below it the line for one more. It stays open until it is closed."""

    def __init__(self, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.head.setText(self.tr("Rivals"))
        self.setWindowTitle(self.tr("Rivals"))
        self.say(
            self.tr(
                "Watched from outside, only what everyone sees, from the day they are added. "
                "They count into nothing of yours."
            )
        )
        self.asking = asking
        area = Scroll(self)
        area.setAccessibleName(self.tr("Rivals"))
        inside = QWidget(area)
        self._rows = QVBoxLayout(inside)
        self._rows.setContentsMargins(0, 0, 8, 0)
        self._rows.setSpacing(10)
        area.setWidget(inside)
        self.body.addWidget(area, 1)
        line = QHBoxLayout()
        line.setSpacing(8)
        self.handle = QLineEdit(self)
        self.handle.setMaxLength(300)
        self.handle.setPlaceholderText(self.tr("@handle of a competitor"))
        self.handle.setAccessibleName(self.tr("Handle of a competitor"))
        self.through = Dropdown(self)
        # the accounts arrive after it was shown first
        self.through.setSizeAdjustPolicy(Dropdown.SizeAdjustPolicy.AdjustToContents)
        self.through.setMaximumWidth(260)
        self.through.setAccessibleName(self.tr("Account through which it is watched"))
        self.through.currentIndexChanged.connect(lambda _: self._say_shown())
        self.add = Button(self.tr("Watch"), self, kind="primary")
        self.add.setDefault(True)
        self.add.clicked.connect(self._add)
        line.addWidget(self.handle, 1)
        line.addWidget(self.through)
        line.addWidget(self.add)
        self.body.addLayout(line)
        self.shown = Label("", self, size="second", tone="muted", wrap=True)
        self.body.addWidget(self.shown)
        self.trouble = Label("", self, size="second", tone="bad", wrap=True)
        self.trouble.setMinimumHeight(20)
        self.body.addWidget(self.trouble)
        self.step(self.tr("Close")).clicked.connect(self.accept)
        asking.tell.connect(self._told)
        asking.changed.connect(self.load)
        self.resize(640, 520)
        self.handle.setFocus()
        self._platforms: dict[str, str] = {}
        asking.run(asking.desk.accounts, self._offer, stream=f"rivals-who:{id(self)}")
        self.load()

    def load(self) -> None:
        """Read who is watched."""
        self.asking.look("rivals.list", self._fill, stream=f"rivals:{id(self)}")

    def _offer(self, accounts: Sequence[AccountView]) -> None:
        for one in accounts:
            if one.can.get("profile"):
                continue  # its platform shows no profiles
            if one.platform != "byhand":
                self._platforms[one.id] = one.platform
                self.through.addItem(account_name(one), one.id)
        self.add.setEnabled(self.through.count() > 0)
        self._say_shown()

    def _say_shown(self) -> None:
        platform = self._platforms.get(str(self.through.currentData() or ""), "")
        known = platform in _TOLD
        said = words.say(Say(f"rivals.on.{platform}")) if known else ""
        if not self._platforms:
            said = self.tr("Connect an account first: rivals are watched through it.")
        self.shown.setText(said)

    def _fill(self, found: Mapping[str, Any]) -> None:
        keep_through(self)
        while (item := self._rows.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for one in found["rivals"]:
            self._rows.addWidget(self._row(one))
        if not found["rivals"]:
            self._rows.addWidget(Label(self.tr("Nobody is watched yet."), self, tone="muted"))
        self._rows.addStretch(1)

    def _row(self, one: Mapping[str, Any]) -> QWidget:
        line = QWidget(self)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        mark = Avatar(line, side=36)
        mark.show_person(name=one["name"], handle=one["handle"], platform=one["platform"])
        row.addWidget(mark)
        both = QVBoxLayout()
        both.setSpacing(1)
        handle = f"@{one['handle'].lstrip('@')}"
        name = f"{one['name']} · {handle}" if one["name"] else handle
        both.addWidget(Elided(name, line, size="strong"))
        trouble = bool(one["why"])
        said = text.trouble(one["why"], {}) if trouble else self._figures(one)
        both.addWidget(Elided(said, line, size="second", tone="warn" if trouble else "muted"))
        row.addLayout(both, 1)
        less = Button(self.tr("Remove"), line, kind="quiet", small=True)
        less.setAccessibleName(f"{less.words()}: {handle}")
        less.clicked.connect(
            lambda _=False, i=one["id"]: self.asking.do(
                "rivals.remove", self.tr("No longer watched"), id=i
            )
        )
        row.addWidget(less, 0, Qt.AlignmentFlag.AlignVCenter)
        return line

    def _add(self) -> None:
        handle, account = self.handle.text().strip(), self.through.currentData()
        self.trouble.setText("")
        if handle and account:
            self.asking.do("rivals.add", self.tr("Watched from now on"), self._added,
                           handle=handle, account=str(account))  # fmt: skip

    def _added(self, _answer: Mapping[str, Any]) -> None:
        self.handle.clear()
        self.handle.setFocus()

    def _told(self, said: str, undo: object) -> None:
        """Say in the sheet what the foot of the window says: it lies behind."""
        if self.isVisible() and undo is None:
            self.trouble.setText(said)

    def _figures(self, one: Mapping[str, Any]) -> str:
        unknown = self.tr("unknown")

        def told(name: str) -> str:
            return unknown if one[name] is None else words.plain(one[name])

        parts = [
            self.tr("{n} followers").format(n=told("followers")),
            self.tr("{n} posts").format(n=told("posts")),
        ]
        if one["followers_week"] is not None:
            parts.append(self.tr("{n} in a week").format(n=f"{one['followers_week']:+,}"))
        if one["asked_at"]:
            parts.append(self.tr("read {time}").format(time=text.ago(moment(one["asked_at"]) or 0)))
        return " · ".join(parts)
