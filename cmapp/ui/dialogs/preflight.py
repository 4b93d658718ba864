"""Before flight mode: how fresh everything is, and what will fall due meanwhile."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cmapp.ui import fate_words, text
from cmapp.ui.bridge import Bridge
from cmapp.ui.desk import Desk
from cmapp.ui.dialogs.frame import Sheet
from cmapp.ui.widgets.label import Label


class Preflight(Sheet):
    """Accepted: the person takes off."""

    def __init__(self, desk: Desk, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.head.setText(self.tr("Ready for take-off?"))
        self.setWindowTitle(self.tr("Flight mode"))
        self.say(
            self.tr(
                "Until you land nothing leaves and nothing comes in. Read, search, write and queue "
                "as you like; every reply is checked against its thread when you land."
            )
        )
        stay = self.step(self.tr("Stay online"))
        stay.clicked.connect(self.reject)
        self.go = self.step(self.tr("Take off"), kind="primary")
        self.go.clicked.connect(self.accept)
        self.resize(520, 380)
        self._wait = Label(self.tr("One moment"), self, tone="muted")
        self.body.addWidget(self._wait, 0, Qt.AlignmentFlag.AlignTop)
        bridge.run(lambda: desk.call("flight.check"), self._show, self._sorry, call=True)

    def _sorry(self, _error: Exception) -> None:
        self._wait.hide()
        self.body.addWidget(
            Label(self.tr("The look ahead is not there right now."), self, tone="muted")
        )

    def _show(self, found: dict[str, Any]) -> None:
        self._wait.hide()
        self.body.addWidget(Label(self.tr("HOW FRESH"), self, size="caps", tone="muted"))
        for account in found.get("accounts", [])[:8]:
            name = f"{text.platform(account['platform'])} · @{account['handle']}"
            stale = account.get("problem") or account.get("synced_at") is None
            words = self.tr("read {time}").format(time=text.ago(account.get("synced_at")))
            if account.get("problem"):
                words = text.problem(account["problem"])
            self.row(name[:60], words[:80], tone="warn" if stale else "ok")
        self.body.addSpacing(4)
        self.body.addWidget(Label(self.tr("MEANWHILE"), self, size="caps", tone="muted"))
        self.row(self.tr("Need a reply"), text.number(found.get("needs_reply")))
        self.row(self.tr("Waiting to be sent"), text.number(found.get("waiting")))
        self._planned(found.get("posts") or {})
        due = found.get("due") or {}
        count = int(due.get("count") or 0)
        self.row(
            self.tr("Answers that fall due"), text.number(count), tone="warn" if count else "muted"
        )
        for one in due.get("first", [])[:3]:
            self.row(
                self.tr("The answer to {name}").format(name=str(one["name"])[:40]),
                text.clock(one["until"]),
                tone="warn",
            )
        for closing in found.get("closing", [])[:5]:
            self.row(
                self.tr("Reply window of {name} closes").format(name=str(closing["name"])[:40]),
                text.clock(closing["until"]),
                tone="warn",
            )
        self.body.addStretch(1)

    def _planned(self, posts: dict[str, Any]) -> None:
        """What becomes of planned posts meanwhile; those that need somebody by their words."""
        tones = {"hand_over": "warn", "asked": "warn", "stays": "warn", "on_landing": "muted"}
        for name in ("goes_out", "hand_over", "on_landing", "asked", "stays"):
            if count := int(posts.get(name) or 0):
                self.row(fate_words.becomes(name), text.number(count), tone=tones.get(name, "ok"))
        for one in [p for p in posts.get("first", []) if p["becomes"] in ("asked", "stays")][:3]:
            self.row(str(one["text"])[:60], text.clock(one["planned_at"]), tone="warn")
