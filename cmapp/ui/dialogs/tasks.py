"""Tasks: the list with its days and owners, and making one (IN-18)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QDateTime, Qt, Signal
from PySide6.QtWidgets import (
    QDateTimeEdit,
    QFileDialog,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from cmapp.ui import text
from cmapp.ui.bridge import Bridge
from cmapp.ui.desk import Desk
from cmapp.ui.dialogs.frame import Sheet
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.card import Card
from cmapp.ui.widgets.chips import ChipRow, Pill
from cmapp.ui.widgets.choice import Tick
from cmapp.ui.widgets.heard import hear
from cmapp.ui.widgets.keys_back import keep_through
from cmapp.ui.widgets.label import Elided, Label, tip
from cmapp.ui.widgets.scroll import Scroll


class DuePicker(QWidget):
    """A day that may be left open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        self.has = Tick(self.tr("By"), self)
        start = QDateTime.currentDateTime().addDays(1)
        start.setTime(start.time().fromString("17:00", "HH:mm"))
        self.when = QDateTimeEdit(start, self)
        self.when.setCalendarPopup(True)
        self.when.setAccessibleName(self.tr("Due"))
        self.when.setEnabled(False)
        self.has.toggled.connect(self.when.setEnabled)
        line.addWidget(self.has)
        line.addWidget(self.when)
        line.addStretch(1)

    def due(self) -> int | None:
        """Return the chosen time (UTC ms), None where there is none."""
        return self.when.dateTime().toMSecsSinceEpoch() if self.has.isChecked() else None


class MakeTask(Sheet):
    """Accepted: `args` is what `tasks.add` takes."""

    def __init__(self, items: list[int], parent: QWidget | None = None, *, about: str = "") -> None:
        super().__init__("", parent)
        self._items = [str(i) for i in items]
        self.head.setText(self.tr("Make a task"))
        self.setWindowTitle(self.tr("Make a task"))
        self.say(about)
        self.title = QLineEdit(self)
        self.title.setMaxLength(500)
        self.title.setPlaceholderText(self.tr("What is to be done"))
        self.title.setAccessibleName(self.tr("What is to be done"))
        self.title.textChanged.connect(self._look)
        self.owner = QLineEdit(self)
        self.owner.setMaxLength(200)
        self.owner.setPlaceholderText(self.tr("Who does it"))
        self.owner.setAccessibleName(self.tr("Who does it"))
        self.picker = DuePicker(self)
        self.picker.has.setChecked(True)
        self.body.addWidget(self.title)
        self.body.addWidget(self.owner)
        self.body.addWidget(self.picker)
        self.body.addStretch(1)
        cancel = self.step(self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.go = self.step(self.tr("Make"), kind="primary")
        self.go.clicked.connect(self.accept)
        self.resize(520, 300)
        self.title.setFocus()
        self._look()

    def _look(self) -> None:
        self.go.setEnabled(bool(self.title.text().strip()))

    @property
    def args(self) -> dict[str, Any]:
        """Return what the command takes."""
        return {
            "title": self.title.text(),
            "owner": self.owner.text(),
            "due": self.picker.due(),
            "items": self._items,
        }


class Tasks(Sheet):
    """The list. `changed` carries words and the undo that an answer brought."""

    changed = Signal(str, object)
    item_asked = Signal(object)

    def __init__(self, desk: Desk, bridge: Bridge, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._desk, self._bridge = desk, bridge
        self.head.setText(self.tr("Tasks"))
        self.setWindowTitle(self.tr("Tasks"))
        self._quick()
        self.chips = ChipRow(
            {
                "open": self.tr("Open"),
                "overdue": self.tr("Overdue"),
                "done": self.tr("Done"),
            },
            self,
        )
        self.state = "open"
        self.chips.chosen.connect(self._choose)
        self.body.addWidget(self.chips)
        self._scroll = Scroll(self)
        self._scroll.setAccessibleName(self.tr("Tasks"))
        self.inside = QWidget(self)
        self._column = QVBoxLayout(self.inside)
        self._column.setContentsMargins(0, 0, 12, 0)
        self._column.setSpacing(8)
        self._column.addStretch(1)
        self._scroll.setWidget(self.inside)
        self.body.addWidget(self._scroll, 1)
        export = self.step(self.tr("Export to a calendar file"))
        export.clicked.connect(self._export)
        close = self.step(self.tr("Close"))
        close.clicked.connect(self.accept)
        self.resize(680, 600)
        self.title.setFocus()
        self.fill()

    def _quick(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        self.title = QLineEdit(self)
        self.title.setMaxLength(500)
        self.title.setPlaceholderText(self.tr("What is to be done"))
        self.title.setAccessibleName(self.tr("What is to be done"))
        self.title.returnPressed.connect(self.add)
        self.picker = DuePicker(self)
        self.make = Button(self.tr("Make"), self, kind="primary")
        self.make.clicked.connect(self.add)
        line.addWidget(self.title, 1)
        line.addWidget(self.picker)
        line.addWidget(self.make)
        self.body.addLayout(line)

    def _choose(self, state: str) -> None:
        self.state = state
        self.fill()

    def _call(self, words: str, command: str, /, **args: Any) -> None:
        def done(answer: dict[str, Any]) -> None:
            self.changed.emit(words, answer.get("undo"))
            self.fill()

        self._bridge.run(lambda: self._desk.call(command, **args), done, self._sorry, call=True)

    def _sorry(self, error: Exception) -> None:
        self.say(text.trouble(getattr(error, "why", "") or "bug", getattr(error, "facts", {})))

    def add(self) -> None:
        """Make the task that was typed."""
        title = self.title.text().strip()
        if title:
            self.title.clear()
            self._call(self.tr("Task made"), "tasks.add", title=title, due=self.picker.due())

    def fill(self) -> None:
        """Ask for the list anew."""
        state = self.state
        self._bridge.run(
            lambda: self._desk.call("tasks.list", state=state, limit=200),
            self._show,
            self._sorry,
            stream="tasks",
            call=True,
        )

    def _show(self, found: dict[str, Any]) -> None:
        keep_through(self)
        while self._column.count() > 1:
            gone = self._column.takeAt(0)
            widget = gone.widget() if gone is not None else None
            if widget is not None:
                widget.deleteLater()
        for task in found["tasks"]:
            self._column.insertWidget(self._column.count() - 1, self._line(task))
        empty = self.tr("Nothing here.") if not found["tasks"] else ""
        self.say(empty)

    def _line(self, task: dict[str, Any]) -> QWidget:
        card = Card(self.inside)
        line = QHBoxLayout(card)
        line.setContentsMargins(14, 10, 10, 10)
        line.setSpacing(10)
        tick = Tick("", card)
        tick.setChecked(bool(task["done_at"]))
        tick.setAccessibleName(self.tr("Done: {title}").format(title=task["title"]))
        hear(tick)
        tick.clicked.connect(lambda on, t=task: self._tick(t, on))
        line.addWidget(tick, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(Label(task["title"], card, size="strong", wrap=True))
        about = task["about"] or {}
        parts = [task["owner"], about.get("name") or "", about.get("text") or ""]
        words = " · ".join(" ".join(p.split()) for p in parts if p)
        if words:
            column.addWidget(Elided(words, card, size="second", tone="muted"))
        line.addLayout(column, 1)
        if task["due_at"]:
            due = QDateTime.fromString(task["due_at"], Qt.DateFormat.ISODate).toMSecsSinceEpoch()
            words = text.exact(due) if task["done_at"] else text.due(due)
            tone = "bad" if task["overdue"] else "muted"
            pill = Pill(words, card, tone=tone)
            pill.setToolTip(tip(text.exact(due)))
            line.addWidget(pill, 0, Qt.AlignmentFlag.AlignTop)
        if task["item"]:
            show = Button(self.tr("Show"), card, kind="quiet", small=True)
            show.setAccessibleName(self.tr("Show the conversation of {title}").format(**task))
            show.clicked.connect(lambda _=False, i=int(task["item"]): self._open(i))
            line.addWidget(show, 0, Qt.AlignmentFlag.AlignTop)
        delete = Button(self.tr("Delete"), card, kind="quiet", small=True)
        delete.setAccessibleName(self.tr("Delete {title}").format(**task))
        delete.clicked.connect(
            lambda _=False, t=task["id"]: self._call(
                self.tr("Task deleted"), "tasks.delete", tasks=[t]
            )
        )
        line.addWidget(delete, 0, Qt.AlignmentFlag.AlignTop)
        return card

    def _tick(self, task: dict[str, Any], done: bool) -> None:
        words = self.tr("Task done") if done else self.tr("Task open again")
        self._call(words, "tasks.done", tasks=[task["id"]], done=done)

    def _open(self, item: int) -> None:
        self.accept()
        self.item_asked.emit(item)

    def _export(self) -> None:
        chosen, _ = QFileDialog.getSaveFileName(
            self, self.tr("Export to a calendar file"), "tasks.ics", "*.ics"
        )
        if chosen:
            self.export_to(Path(chosen))

    def export_to(self, file: Path) -> None:
        """Write what is listed to a calendar file."""
        state = self.state

        def write() -> int:
            made = self._desk.call("tasks.export", state=state)
            file.write_bytes(made["ics"].encode())
            return int(made["tasks"])

        def done(count: int) -> None:
            self.say(self.tr("%n task(s) written", "", count))

        def failed(error: Exception) -> None:
            if isinstance(error, OSError):
                self.say(self.tr("The file could not be written: {why}").format(why=error.strerror))
            else:
                self._sorry(error)

        self._bridge.run(write, done, failed, call=True)
