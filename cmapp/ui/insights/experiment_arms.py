"""Which draft stands in which arm; entering cases of a rate; looking early, knowing the price."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from cmapp.ui.asking import Asking
from cmapp.ui.charts import words
from cmapp.ui.dialogs.fields import Ask, FieldsSheet
from cmapp.ui.dialogs.frame import Sheet
from cmapp.ui.insights import experiment_words as say
from cmapp.ui.insights.experiment_words import translate
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.label import Label

_REF = Qt.ItemDataRole.UserRole
Row = Mapping[str, Any]


class ArmsSheet(Sheet):
    """Drafts that are not out, and what is in the arms; several may be chosen at once."""

    def __init__(self, asking: Asking, row: Row, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.asking, self.trial = asking, row
        title = self.tr("Arms of {name}").format(name=row["name"])
        self.head.setText(title)
        self.setWindowTitle(title)
        self.say(self.tr("Choose drafts; by lot is fairest. Posts that are out show their result."))
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Drafts"))
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.body.addWidget(self.list, 1)
        self.trouble = Label("", self, size="second", tone="bad", wrap=True)
        self.body.addWidget(self.trouble)
        line = QHBoxLayout()
        line.setSpacing(6)
        for words_, arm in (
            (self.tr("Draw by lot"), None), (self.tr("Into A"), "a"), (self.tr("Into B"), "b"),
            (self.tr("Take out"), ""),
        ):  # fmt: skip
            button = Button(words_, self, kind="plain", small=True)
            button.clicked.connect(lambda _=False, a=arm: self._place(a))
            line.addWidget(button)
        frames = Button(self.tr("Gain into A, loss into B"), self, kind="plain", small=True)
        frames.clicked.connect(
            lambda _=False: self.asking.do(
                "experiments.frames", self.tr("Placed by frame"), self._load, id=row["id"]
            )
        )
        line.addWidget(frames)
        line.addStretch(1)
        self.body.addLayout(line)
        self.step(self.tr("Close"), kind="primary").clicked.connect(self.accept)
        asking.tell.connect(self._told)
        self.resize(640, 520)
        self._load()

    def _load(self, _answer: object = None) -> None:
        self.asking.ask("drafts.list", self._with_drafts, stream=f"drafts:{id(self)}")

    def _with_drafts(self, found: dict[str, Any]) -> None:
        drafts = {
            f"draft:{d['id']}": " ".join((d["title"] or d["text"]).split())[:120]
            for d in found["drafts"]
            if not d["in_reply_to"]
        }
        self.asking.look(
            "experiments.show", lambda told: self._fill(drafts, told),
            stream=f"arms:{id(self)}", id=self.trial["id"],
        )  # fmt: skip

    def _fill(self, drafts: dict[str, str], told: dict[str, Any]) -> None:
        self.list.clear()
        one = told["experiments"][0]
        out = {p["ref"]: " ".join(p["text"].split())[:120] for p in one["posts"]}
        placed = {p["ref"]: p["arm"].upper() for p in one["places"]}
        for ref in [*placed, *(d for d in drafts if d not in placed)]:
            text_ = out.get(ref) or drafts.get(ref) or ref
            item = QListWidgetItem(f"{placed.get(ref, '–')}   {text_}")
            item.setData(_REF, ref)
            self.list.addItem(item)
        if self.list.count():
            self.list.setCurrentRow(0)
            self.list.setFocus()

    def _place(self, arm: str | None) -> None:
        self.trouble.setText("")
        refs = [str(item.data(_REF)) for item in self.list.selectedItems()]
        said = self.tr("Drawn by lot") if arm is None else self.tr("Placed")
        self.asking.do(
            "experiments.place", said, self._load, id=self.trial["id"], refs=refs, arm=arm
        )

    def _told(self, said: str, undo: object) -> None:
        if self.isVisible() and undo is None:
            self.trouble.setText(said)


class PeekSheet(Sheet):
    """What a look costs; then what it shows, once."""

    def __init__(self, asking: Asking, row: Row, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.asking, self.trial = asking, row
        title = self.tr("Look early?")
        self.head.setText(title)
        self.setWindowTitle(title)
        self.say(
            self.tr(
                "Who looks ten times and stops at the first win is wrong in about 18 of 100"
                " experiments, not in {alpha}. So a look is written down for good, the result is"
                " marked, and its interval becomes wider. It cannot be taken back."
            ).format(alpha=words.plain(row["plan"]["alpha"] * 100))
        )
        self.shown = Label("", self, size="title", wrap=True)
        self.sure = Label("", self, size="second", tone="muted", wrap=True)
        self.body.addWidget(self.shown)
        self.body.addWidget(self.sure)
        self.close_ = self.step(self.tr("Wait"), kind="primary")
        self.close_.clicked.connect(self.accept)
        self.look = self.step(self.tr("Look all the same"), kind="danger")
        self.look.clicked.connect(self._look)
        asking.tell.connect(self._told)
        self.resize(520, self.sizeHint().height())

    def _look(self) -> None:
        self.look.setEnabled(False)
        self.asking.do("experiments.peek", "", self._show, id=self.trial["id"])

    def _show(self, answer: dict[str, Any]) -> None:
        one = {**answer["experiments"][0], "result": answer["early"]}
        self.shown.setText(say.difference(one))
        self.sure.setText(say.sure(one))
        self.close_.setText(self.tr("Close"))

    def _told(self, said: str, undo: object) -> None:
        if self.isVisible() and undo is None:
            self.sure.setText(said)


def count_sheet(asking: Asking, row: Row, parent: QWidget | None) -> FieldsSheet:
    """Return the dialog that takes the cases and hits of one arm so far."""
    arms = {arm: say.arm(row, arm) for arm in ("a", "b")}
    fields = [
        Ask("arm", translate("experiments", "Arm"), "choice", "a", arms),
        Ask("n", translate("experiments", "Cases so far")),
        Ask("hits", translate("experiments", "Hits among them")),
    ]
    return _Count(
        asking, translate("experiments", "Enter cases"), fields, "experiments.count",
        translate("experiments", "Cases kept"), parent, fixed={"id": row["id"]},
        words=translate(
            "experiments", "The totals so far. They are compared when both arms are full."
        ),
    )  # fmt: skip


class _Count(FieldsSheet):
    def values(self) -> dict[str, Any]:
        made = super().values()
        whole = {k: int(made[k]) if made[k].isdigit() else -1 for k in ("n", "hits")}
        return made | whole
