"""How long things are kept: a rule for each kind, what platforms demand, and by which clock."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QSpinBox, QWidget

from cmapp.domain.retention_rules import MOST
from cmapp.ui import text
from cmapp.ui.asking import Asking
from cmapp.ui.dialogs.frame import Sheet
from cmapp.ui.widgets.label import Label
from cmapp.ui.widgets.tab_order import TabOrder

translate = QCoreApplication.translate


def names(kind: str) -> tuple[str, str]:
    """Return what a kind is called, and what goes of it."""
    return {
        "items": (
            translate("retention", "What others said to you"),
            translate("retention", "Once it is closed: the words go, the count stays"),
        ),
        "messages": (
            translate("retention", "Private messages"),
            translate("retention", "Once they are closed"),
        ),
        "posts": (
            translate("retention", "What others said around it"),
            translate("retention", "Posts in threads that asked nothing of you"),
        ),
        "deleted": (
            translate("retention", "What its author deleted"),
            translate("retention", "Or sooner, where the platform demands it"),
        ),
        "profiles": (
            translate("retention", "People nobody deals with"),
            translate("retention", "No card, nothing open, no words left: the name goes"),
        ),
        "media": (
            translate("retention", "Files that nothing uses"),
            translate("retention", "Pictures and videos that left the library"),
        ),
        "logs": (
            translate("retention", "Log files"),
            translate("retention", "Those that are full; they hold no text of anybody"),
        ),
        "undo": (
            translate("retention", "The way back from what you did"),
            translate("retention", "What is needed to undo deeds on many items"),
        ),
        "reports": (
            translate("retention", "The list of reports made"),
            translate("retention", "The files stay where you put them"),
        ),
    }[kind]


def clock_words(clock: dict[str, Any]) -> str:
    """Return by which clock things are old, and who says that it is right."""
    return {
        "begin": translate("retention", "No server has confirmed this computer's date yet."),
        "awake": translate("retention", "No server has confirmed this computer's date lately."),
        "server": translate("retention", "Your servers confirm this computer's date."),
        "person": translate("retention", "You said that this computer's date is right."),
        "unheard": translate(
            "retention", "No server was heard: only time that cmapp was open counts as passed."
        ),
        "behind": translate(
            "retention", "This computer's date is behind that of your servers: nothing is removed."
        ),
        "ahead": translate(
            "retention", "This computer's date is ahead of that of your servers: not believed."
        ),
        "moved": translate("retention", "All dates jumped at once: not believed until a restart."),
        "leap": translate(
            "retention", "More than a year since the date was confirmed: not believed so far."
        ),
    }[clock["why"] or clock["by"]]


class Retention(Sheet):
    """Each rule is kept when its field is left, holds a day later, and can be taken back."""

    def __init__(self, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._asking = asking
        asking.setParent(self)
        self.head.setText(self.tr("How long things are kept"))
        self.setWindowTitle(self.tr("How long things are kept"))
        self.say(
            self.tr(
                "Nothing of your own is removed, and nothing that waits for an answer. "
                "An item with the label “keep” stays as it is."
            )
        )
        self.fields: dict[str, QSpinBox] = {}
        self._kept: dict[str, int] = {}
        self._grid, scroll = self.scrolled_grid()
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # one walks from field to field instead
        self.clock = Label("", self, size="second", tone="muted", wrap=True)
        self.platforms = Label("", self, size="second", tone="muted", wrap=True)
        self.said = Label("", self, size="second", wrap=True)
        for part in (self.platforms, self.clock, self.said):
            self.body.addWidget(part)
        self.now = self.step(self.tr("Remove now…"))
        self.now.clicked.connect(self._count)
        self.sure = self.step(self.tr("Remove for good"), kind="danger")
        self.sure.clicked.connect(self._sweep)
        self.sure.hide()
        close = self.step(self.tr("Close"))
        close.clicked.connect(self.accept)
        close.setFocus()
        asking.tell.connect(lambda words, _undo: self.said.setText(words))
        asking.changed.connect(self.load)
        TabOrder(self)  # the fields come late
        self.resize(640, 680)
        self.load()

    def load(self) -> None:
        """Read the rules."""
        self._asking.ask("retention.show", self._show)

    def _show(self, found: dict[str, Any]) -> None:
        for rule in found["rules"]:
            if rule["kind"] not in self.fields:
                self._line(rule["kind"])
            field = self.fields[rule["kind"]]
            if not field.hasFocus():
                field.blockSignals(True)
                field.setValue(rule["days"] or 0)
                field.blockSignals(False)
                self._kept[rule["kind"]] = field.value()
        begins = found["begins_at"]
        asked = [
            self.tr("{platform}: to be seen there again within {hours} h").format(
                platform=text.platform(p["platform"]), hours=p["verify_hours"]
            )
            for p in found["platforms"]
            if p["connected"] and p["verify_hours"]
        ]
        if found["aside"]:
            asked.append(self.tr("%n not shown until then", "", found["aside"]))
        self.platforms.setText(" · ".join(asked) or self.tr("Your platforms demand no more."))
        words = [clock_words(found["clock"])]
        if begins:
            day = text.date(text.moment(begins))
            words.append(self.tr("Nothing is removed before {day}.").format(day=day))
        between = "" if words[0].endswith("。") else " "
        self.clock.setText(between.join(words))

    def _line(self, kind: str) -> None:
        name, why = names(kind)
        row = self._grid.rowCount()
        holder = QGridLayout()
        holder.setVerticalSpacing(1)
        holder.addWidget(Label(name, self, size="strong"), 0, 0)
        holder.addWidget(Label(why, self, size="second", tone="muted", wrap=True), 1, 0)
        self._grid.addLayout(holder, row, 0)
        field = QSpinBox(self)
        field.setRange(0, MOST)
        field.setGroupSeparatorShown(True)
        field.setSpecialValueText(self.tr("for ever"))
        field.setSuffix(self.tr(" days"))
        field.setMinimumWidth(150)
        field.lineEdit().setTextMargins(8, 0, 0, 0)
        field.setAccessibleName(name)
        field.setAccessibleDescription(why)
        field.editingFinished.connect(lambda: self._set(kind, field.value()))
        self.fields[kind] = field
        self._grid.addWidget(field, row, 1)

    def _set(self, kind: str, days: int) -> None:
        if days == self._kept.get(kind):
            return  # the field was only left
        self._kept[kind] = days
        name, _ = names(kind)
        said = self.tr("{name}: holds from tomorrow on").format(name=name)
        self._asking.do("retention.set", said, kind=kind, days=days or None)

    def _count(self) -> None:
        self.now.setEnabled(False)
        self._asking.ask("retention.sweep", self._counted, dry_run=True)

    def _counted(self, found: dict[str, Any]) -> None:
        self.now.setEnabled(True)
        due = {kind: n for kind, n in found["due"].items() if n}
        if not due:
            self.said.setText(self.tr("Nothing is old enough."))
            return
        self.said.setText(
            self.tr("For good: {kinds}").format(
                kinds=" · ".join(f"{names(kind)[0]}: {n}" for kind, n in due.items())
            )
        )
        self.now.hide()
        self.sure.show()

    def _sweep(self) -> None:
        self.sure.hide()
        self.now.show()
        self._asking.do("retention.sweep", self.tr("Removed"))
