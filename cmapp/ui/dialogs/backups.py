"""The backups: what is in each, reading one through, and putting one back (P7)."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmapp.ui import text
from cmapp.ui.asking import Asking
from cmapp.ui.dialogs.frame import Sheet
from cmapp.ui.widgets.busy import Busy
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.card import Card
from cmapp.ui.widgets.empty import Empty
from cmapp.ui.widgets.keys_back import keep_through
from cmapp.ui.widgets.label import Label
from cmapp.ui.widgets.scroll import Scroll

translate = QCoreApplication.translate


def kind_words(kind: str) -> str:
    """Return why a copy was made."""
    return {
        "daily": translate("backups", "made by itself"),
        "manual": translate("backups", "asked for"),
        "before": translate("backups", "before a newer version"),
        "replaced": translate("backups", "stood here before a restore"),
    }.get(kind, "")


def state_words(copy: dict[str, Any]) -> tuple[str, str]:
    """Return whether a copy was found whole, and the tone to say it in."""
    if copy["wrong"]:
        return translate("backups", "not whole"), "bad"
    if not copy["usable"]:
        return translate("backups", "of a newer cmapp"), "warn"
    if copy["checked_at"]:
        return translate("backups", "whole"), "ok"
    return translate("backups", "not looked at yet"), "muted"


def wrong_words(said: str) -> str:
    """Return what is wrong with a copy: in words where it is a code, else as SQLite says it."""
    return {
        "changed": translate("backups", "the file is not as it was written"),
        "not_a_profile": translate("backups", "it is another program's file"),
    }.get(said, said)


def _size(count: int) -> str:
    return QLocale().formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


class Backups(Sheet):
    """The list, newest first. What is asked of one stands on its card."""

    def __init__(self, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._asking = asking
        asking.setParent(self)
        self.head.setText(self.tr("Backups"))
        self.setWindowTitle(self.tr("Backups"))
        self.say(
            self.tr(
                "A copy of everything but pictures and sign-ins is made each day. "
                "Now and then, copy the folder to another disk."
            )
        )
        self.place = Label("", self, size="second", tone="muted", wrap=True)
        self.body.addWidget(self.place)
        self.cards: dict[str, BackupCard] = {}
        inside = QWidget(self)
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 14, 0)
        self._column.setSpacing(8)
        self._column.addStretch(1)
        scroll = Scroll(self)
        scroll.setAccessibleName(self.tr("Backups"))
        scroll.setWidget(inside)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # one walks from copy to copy instead
        self.none = Empty(
            "stack",
            self.tr("No backup yet"),
            self.tr("One is made by itself each day; “Back up now” makes one at once."),
            parent=self,
        )
        self.none.hide()
        self._scroll = scroll
        self.body.addWidget(scroll, 1)
        self.body.addWidget(self.none, 1)
        self.busy = Busy(self)
        self.body.addWidget(self.busy)
        self.said = Label("", self, size="second", wrap=True)
        self.body.addWidget(self.said)
        self.now = self.step(self.tr("Back up now"))
        self.now.clicked.connect(self._make)
        close = self.step(self.tr("Close"), kind="primary")
        close.clicked.connect(self.accept)
        close.setFocus()
        asking.tell.connect(self._tell)
        self.resize(700, 620)
        self.load()

    def load(self) -> None:
        """Read the list."""
        self._asking.ask("backups.list", self._show)

    def _tell(self, words: str, _undo: object) -> None:
        self.said.setText(words)
        self.busy.work(False)
        self.now.setEnabled(True)
        for card in self.cards.values():
            card.rest(False)

    def _show(self, found: dict[str, Any]) -> None:
        self.busy.work(False)
        self.now.setEnabled(True)
        keep_through(self)
        for card in self.cards.values():
            card.deleteLater()
        self.cards = {}
        free = _size(found["free"])
        self.place.setText(
            self.tr("{folder} · {size} free").format(folder=found["folder"], size=free)
        )
        for n, copy in enumerate(found["backups"]):
            card = BackupCard(copy, self)
            card.check.clicked.connect(lambda _=False, c=card: self._check(c))
            card.restore.clicked.connect(lambda _=False, c=card: self._compare(c))
            self.cards[copy["name"]] = card
            self._column.insertWidget(n, card)
        self._scroll.setVisible(bool(self.cards))
        self.none.setVisible(not self.cards)

    def _make(self) -> None:
        self.now.setEnabled(False)
        self.busy.work()
        self.said.setText(self.tr("A copy is being made and read through…"))
        self._asking.do("backups.make", self.tr("Made, and found whole."), lambda _: self.load())

    def _check(self, card: BackupCard) -> None:
        card.rest(True)
        self.busy.work()
        self.said.setText(self.tr("It is being read through, and opened on trial…"))

        def words(found: dict[str, Any]) -> str:
            if found["wrong"]:
                return self.tr("It is not whole: {said}").format(said=wrong_words(found["wrong"]))
            return self.tr("It is whole, and it opens.")

        self._asking.do("backups.check", words, lambda _: self.load(), name=card.name)

    def _compare(self, card: BackupCard) -> None:
        card.rest(True)
        self._asking.ask("backups.compare", self._ask_first, name=card.name)

    def _ask_first(self, found: dict[str, Any]) -> None:
        self.cards[found["name"]].rest(False)
        sheet = RestoreFirst(found, self)
        sheet.accepted.connect(lambda: self._restore(found["name"]))
        sheet.open()

    def _restore(self, name: str) -> None:
        self.busy.work()
        self.now.setEnabled(False)
        for card in self.cards.values():
            card.rest(True)
        self.said.setText(
            self.tr("It is being put back. With many messages this takes a minute; please wait.")
        )
        self._asking.do("backups.restore", "", lambda _: self.accept(), name=name)


class BackupCard(Card):
    """One copy."""

    def __init__(self, copy: dict[str, Any], parent: QWidget) -> None:
        super().__init__(parent)
        self.name = copy["name"]
        line = QHBoxLayout(self)
        line.setContentsMargins(14, 10, 12, 10)
        line.setSpacing(10)
        column = QVBoxLayout()
        column.setSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(10)
        made = text.clock(text.moment(copy["made_at"]))
        head.addWidget(Label(made, self, size="strong"))
        state, tone = state_words(copy)
        self.state = Label(state, self, size="second", tone=tone)
        head.addWidget(self.state)
        head.addStretch(1)
        column.addLayout(head)
        size = _size(copy["bytes"])
        facts = " · ".join(w for w in (kind_words(copy["kind"]), size, self._counts(copy)) if w)
        column.addWidget(Label(facts, self, size="second", tone="muted", wrap=True))
        line.addLayout(column, 1)
        self.check = Button(self.tr("Check"), self)
        self.check.setAccessibleName(self.tr("Check {day}").format(day=made))
        self.restore = Button(self.tr("Restore…"), self)
        self.restore.setAccessibleName(self.tr("Restore {day}…").format(day=made))
        self.restore.setEnabled(bool(copy["usable"]))
        self._usable = bool(copy["usable"])
        line.addWidget(self.check)
        line.addWidget(self.restore)
        self.setAccessibleName(f"{made}, {state}, {facts}")

    def _counts(self, copy: dict[str, Any]) -> str:
        """Return what is in it, "" where nobody has counted."""
        if copy["messages"] is None:
            return ""
        return " · ".join(
            (
                self.tr("%Ln message(s)", "", copy["messages"]),
                self.tr("%n draft(s)", "", copy["drafts"]),
                self.tr("%n queued", "", copy["queued"]),
            )
        )

    def rest(self, busy: bool) -> None:
        """Take no second press while the first is worked on."""
        self.check.setEnabled(not busy)
        self.restore.setEnabled(not busy and self._usable)


class RestoreFirst(Sheet):
    """What restoring a copy means: what comes along, and what is lost."""

    def __init__(self, found: dict[str, Any], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        made = text.clock(text.moment(found["made_at"]))
        self.head.setText(self.tr("Restore the backup of {day}?").format(day=made))
        self.setWindowTitle(self.tr("Restore"))
        self.say(
            self.tr(
                "What stands here now is kept and can be brought back. "
                "cmapp ends what it is doing; with many messages this takes a minute."
            )
        )
        since = found["since"]
        lost = self.tr("%n decision(s) since: labels, notes, what was closed", "", since["deeds"])
        came = self.tr("%Ln message(s) that came since", "", since["messages"])
        wrote = self.tr("%n draft(s) written since", "", since["drafts"])
        queued = self.tr("%n queued since", "", since["queued"])
        sent = self.tr("%n sent since", "", since["sent"])
        for count, what, fate, tone in (
            (since["deeds"], lost, self.tr("lost"), "bad"),
            (since["messages"], came, self.tr("read again, if still there"), "muted"),
            (since["drafts"], wrote, self.tr("come along"), "muted"),
            (since["queued"], queued, self.tr("wait for your look"), "muted"),
            (since["sent"], sent, self.tr("not sent again"), "muted"),
        ):
            if count:
                self.row(what, fate, tone=tone)
        if not any(since.values()):
            self.body.addWidget(Label(self.tr("Nothing was done since it was made."), self))
        self.body.addStretch(1)
        self.step(self.tr("Cancel")).clicked.connect(self.reject)
        self.go = self.step(self.tr("Restore"), kind="danger")
        self.go.clicked.connect(self.accept)
        self.resize(560, 340)
