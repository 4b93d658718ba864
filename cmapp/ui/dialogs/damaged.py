"""The page in place of the window when the database is damaged: what happened, the ways on (P7).

It changes nothing by itself. What is chosen is written down as an order, which the engine carries
out before it opens anything; the damaged file is kept in any case.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cmapp.domain.errors import Trouble
from cmapp.services import restoring
from cmapp.services.backups import listed
from cmapp.store import draft_copy, placing
from cmapp.store.placing import Order
from cmapp.system.clock import now
from cmapp.system.paths import Paths
from cmapp.ui import text
from cmapp.ui.bridge import Bridge
from cmapp.ui.dialogs.frame import Sheet
from cmapp.ui.widgets.busy import Busy
from cmapp.ui.widgets.choice import Choice
from cmapp.ui.widgets.label import Label

_LOOK = 200
"""Milliseconds between two looks at whether the order is carried out."""


class Damaged(Sheet):
    """Accepted once the database can be opened again. `want` starts the engine."""

    def __init__(
        self,
        paths: Paths,
        bridge: Bridge,
        want: Callable[[], None],
        parent: QWidget | None = None,
        *,
        why: str = "database_damaged",
    ) -> None:
        super().__init__("", parent)
        self._paths, self._bridge, self._want = paths, bridge, want
        self._busy = False
        self._gone = why == "database_missing"
        self.setWindowTitle("cmapp")
        if self._gone:
            self.head.setText(self.tr("The database is not there"))
            self.say(
                self.tr(
                    "It was moved or deleted, or the disk it lies on is not there. "
                    "If you know where it is, put it back and look again."
                )
            )
        else:
            self.head.setText(self.tr("The database is damaged"))
            self.say(
                self.tr(
                    "A disk that fails, or another program, has written over a part of it. "
                    "Nothing was changed, and the damaged file is kept whatever you choose."
                )
            )
        self.ways: dict[str, Choice] = {}
        self._notes: dict[str, Label] = {}
        self._way("rescue", self.tr("Save what can be saved"))
        self._way("empty", self.tr("Begin anew"))
        self._way("again", self.tr("Look again"))
        self.ways["rescue"].setChecked(True)
        self.said = Label("", self, size="second", wrap=True)
        self.busy = Busy(self)
        self.body.addSpacing(4)
        self.body.addWidget(self.busy)
        self.body.addWidget(self.said)
        self.body.addStretch(1)
        self.quit = self.step(self.tr("Quit"))
        self.quit.clicked.connect(self.reject)
        self.go = self.step(self.tr("Go on"), kind="primary")
        self.go.clicked.connect(self._go)
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK)
        self._timer.timeout.connect(self._look)
        self.resize(580, 430)
        self._bridge.run(self._known, self._show, call=True)

    def _way(self, name: str, words: str) -> None:
        column = QVBoxLayout()
        column.setSpacing(1)
        choice = Choice(words, self)
        note = Label("", self, size="second", tone="muted", wrap=True)
        note.setContentsMargins(28, 0, 0, 0)
        column.addWidget(choice)
        column.addWidget(note)
        self.ways[name], self._notes[name] = choice, note
        self.body.addLayout(column)

    def _known(self) -> dict[str, Any]:
        """Return what there is to save (read off the window's thread)."""
        try:
            kept = draft_copy.read(self._paths.draft_copy)
        except OSError:
            kept = draft_copy.Kept()
        good = [b for b in listed(self._paths)["backups"] if b["usable"]]
        return {
            "drafts": len(kept.drafts), "accounts": len(kept.accounts),
            "backup": text.moment(good[0]["made_at"]) if good else None,
        }  # fmt: skip

    def _show(self, found: dict[str, Any]) -> None:
        drafts = self.tr("%n draft(s) in their second copy", "", found["drafts"])
        backup = (
            self.tr("the backup of {day}").format(day=text.clock(found["backup"]))
            if found["backup"] is not None
            else self.tr("no backup")
        )
        self._note(
            "rescue",
            (
                self.tr("{backup}, and {drafts}.")
                if self._gone
                else self.tr("{backup}, {drafts}, and whatever can still be read of the file.")
            ).format(backup=backup, drafts=drafts),
        )
        self._note(
            "empty",
            self.tr("An empty profile with your accounts, and {drafts}.").format(drafts=drafts),
        )
        self._note("again", self.tr("If the disk was only not there for a moment."))

    def _note(self, name: str, words: str) -> None:
        shown = words[:1].upper() + words[1:]
        self._notes[name].setText(shown)
        self.ways[name].setAccessibleDescription(shown)

    def _go(self) -> None:
        chosen = next(name for name, way in self.ways.items() if way.isChecked())
        self._rest(True)
        if chosen == "again":
            self.said.setText(self.tr("Every page of the file is being read…"))
            database = self._paths.database
            self._bridge.run(
                lambda: placing.look_again(database), self._looked, self._sorry, call=True
            )
            return
        self.said.setText(
            self.tr("Saving. With many messages this takes some minutes; please wait.")
        )
        order = Order("rescue" if chosen == "rescue" else "empty", asked_at=now())
        try:
            restoring.ask(self._paths, order)
        except (Trouble, OSError) as problem:
            self._sorry(problem)
            return
        self._want()
        self._timer.start()

    def _look(self) -> None:
        """See whether the order is carried out: its file is then gone."""
        if self._paths.order.exists():
            self._want()  # it does nothing while one runs
            return
        self._timer.stop()
        database = self._paths.database
        self._bridge.run(
            lambda: placing.readable(database), self._carried_out, self._sorry, call=True
        )

    def _carried_out(self, good: object) -> None:
        if good:
            self.accept()
        else:
            self._sorry(None)

    def told(self, trouble: Trouble | None) -> None:
        """Hear why the engine could not start."""
        if trouble is not None and trouble.why in ("restore_failed", "disk_full", "disk_error"):
            self._sorry(trouble)

    def _looked(self, good: object) -> None:
        if good:
            self.accept()
            return
        self._rest(False)
        still = self.tr("It is still not there.") if self._gone else self.tr("It is still damaged.")
        self.said.setText(still)

    def _sorry(self, problem: Exception | None) -> None:
        self._timer.stop()
        self._rest(False)
        words = self.tr("That did not work. Everything is as it was.")
        said = str(problem.facts.get("said", problem.why)) if isinstance(problem, Trouble) else ""
        if said in ("disk_full", "backup_no_room"):
            words = self.tr("There is no room on the disk. Free some, then go on.")
        self.said.setText(words)

    def _rest(self, busy: bool) -> None:
        self._busy = busy
        self.busy.work(busy)
        self.go.setEnabled(not busy)
        self.quit.setEnabled(not busy)
        for way in self.ways.values():
            way.setEnabled(not busy)
        if not busy:
            self.go.setFocus()

    def reject(self) -> None:
        """Quit; not in the midst of the saving."""
        if not self._busy:
            super().reject()
