"""Experiments: what each waits for; nothing of what it found before everything is in (N23)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cmapp.ui import text
from cmapp.ui.asking import Asking
from cmapp.ui.charts import words
from cmapp.ui.charts.view import ChartView
from cmapp.ui.insights import experiment_words as say
from cmapp.ui.insights.scope import account_name
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.card import Card
from cmapp.ui.widgets.chips import Pill
from cmapp.ui.widgets.empty import Empty
from cmapp.ui.widgets.label import Elided, Label
from cmapp.ui.widgets.page import WIDE
from cmapp.ui.widgets.part import Part, Share, moment

Row = Mapping[str, Any]


class ExperimentsPart(Part):
    """A card for each experiment, those that run first."""

    measure = WIDE
    topics = frozenset({"experiments", "experiment_arms", "outbox", "inbox"})
    opened = Signal(str)

    def __init__(self, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(asking, parent)
        self.title.setText(words.translate("insights", "Experiments"))
        self.accounts: dict[str, str] = {}
        self.new = Button(self.tr("New experiment…"), self.inside, icon="plus", small=True)
        self.new.clicked.connect(lambda _=False: self.make({}))
        self.steps.addWidget(self.new)

    def load(self) -> None:
        """Read the experiments."""
        self.asking.run(self.asking.desk.accounts, self._with_accounts, stream=f"who:{id(self)}")
        self.asking.look("experiments.list", self._show, stream=f"experiments:{id(self)}")

    def _with_accounts(self, found: Sequence[Any]) -> None:
        self.accounts = {a.id: account_name(a) for a in found}

    def make(self, row: Row) -> None:
        """Open the dialog in which the size comes first."""
        from cmapp.ui.insights.experiment_sheet import ExperimentSheet

        ExperimentSheet(self.asking, row, self.accounts, self.window()).open()

    def _show(self, found: dict[str, Any]) -> None:
        self.hold_keys()
        self.clear()
        rows = found["experiments"]
        if not rows:
            self.say_under("")
            said = self.tr(
                "Compare two ways of posting. How many posts that takes is worked out first, and "
                "nothing is shown before they are all in."
            )
            empty = Empty("views", self.tr("No experiment yet"), said, parent=self.inside)
            self.column.addWidget(empty)
            return
        self.say_under(self.tr("The size first, no peeking, no verdict before 48 hours."))
        for row in rows:
            self.column.addWidget(self._card(row))
        self.give_keys()

    def _card(self, row: Row) -> QWidget:
        card = Card(self.inside)
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 12, 12)
        column.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Elided(row["name"], card, size="strong"), 1)
        if row["peeked"]:
            looked = self.tr("Looked early: %n", "", len(row["looks"]))
            head.addWidget(Pill(looked, card, tone="warn"))
        if not row["sealed"]:
            head.addWidget(Pill(self.tr("The plan was changed"), card, tone="bad"))
        code = row["verdict"] or row["state"]
        head.addWidget(Pill(say.state(code), card, tone=say.TONES[code]))
        column.addLayout(head)
        if row["plan"]["hypothesis"]:
            column.addWidget(Label(row["plan"]["hypothesis"], card, wrap=True))
        column.addWidget(Label(say.plan(row), card, size="second", tone="muted", wrap=True))
        if row["result"]:
            self._result(row, card, column)
        else:
            self._waits(row, card, column)
        column.addLayout(self._buttons(row, card))
        return card

    def _waits(self, row: Row, card: Card, column: QVBoxLayout) -> None:
        wait = row["waits"]
        for arm in ("a", "b"):
            line = QHBoxLayout()
            line.setSpacing(14)
            name = Elided(say.arm(row, arm), card)
            name.setFixedWidth(180)
            name.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
            line.addWidget(name)
            have = wait["out"][arm] if row["plan"]["measure"] != "rate" else wait["have"][arm]
            line.addWidget(Share(min(have, wait["of"]), wait["of"], card), 1)
            form = self.tr("{n} of {of}")
            said = form.format(n=words.plain(have), of=words.plain(wait["of"]))
            shown = Label(said, card, tone="muted")
            shown.setFixedWidth(110)
            line.addWidget(shown)
            column.addLayout(line)
        column.addWidget(Label(self.waits(row), card, wrap=True))

    def waits(self, row: Row) -> str:
        """Return what an experiment waits for, in a sentence."""
        if row["state"] == "plan":
            return self.tr("Put drafts into both arms, then start: the plan is sealed by that.")
        wait = row["waits"]
        parts = []
        if row["plan"]["measure"] == "rate":
            parts.append(self.tr("Enter the cases and hits of both arms as they come."))
        else:
            out, of = sum(wait["out"].values()), 2 * wait["of"]
            form = self.tr("{n} of {of} posts are out")
            parts.append(form.format(n=words.plain(out), of=words.plain(of)))
        youngest = moment(wait["youngest_at"])
        if wait["young"] and youngest is not None:
            age = text.long_span(max(0, text.now() - youngest))
            form = self.tr("the youngest is {age} old; each counts at {hours} h")
            parts.append(form.format(age=age, hours=wait["lag_hours"]))
        if wait["unknown"]:
            parts.append(self.tr("%n was not watched the whole time, so unknown", "",
                                 wait["unknown"]))  # fmt: skip
        if waiting := sum(wait["not_out"].values()):
            parts.append(self.tr("%n draft(s) are not out yet", "", waiting))
        if wait["opens_at"]:
            form = self.tr("the result opens {when}")
            parts.append(form.format(when=text.clock(moment(wait["opens_at"]))))
        if wait["over"]:
            parts.append(self.tr("its last day has passed: stop it, or wait on"))
        between = self.tr("; ", "between parts of a sentence")
        return between.join(parts) + self.tr(".", "ends a sentence")

    def _result(self, row: Row, card: Card, column: QVBoxLayout) -> None:
        column.addWidget(Label(say.difference(row), card, size="title", wrap=True))
        column.addWidget(Label(say.sure(row), card, size="second", tone="muted", wrap=True))
        chart = ChartView(self.asking, card, small=True)
        chart.setMinimumHeight(220)
        chart.item_asked.connect(self.item_asked)
        chart.opened.connect(self.opened)
        chart.load("experiment", options={"id": row["id"]})
        column.addWidget(chart)

    def _buttons(self, row: Row, card: Card) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(6)
        number, state = row["id"], row["state"]
        rate = row["plan"]["measure"] == "rate"

        def step(said: str, then: Any) -> None:
            button = Button(said, card, kind="plain", small=True)
            button.setAccessibleName(f"{said}: {row['name']}")
            button.clicked.connect(lambda _=False: then())
            line.addWidget(button)

        def do(command: str, said: str) -> Any:
            return lambda: self.asking.do(command, said, id=number)

        if state == "plan":
            step(self.tr("Start"), do("experiments.start", self.tr("Started; the plan is sealed")))
            step(self.tr("Change…"), lambda: self.make(row))
        if state != "closed" and not rate and not row["ready"]:
            step(self.tr("Arms…"), lambda: self._arms(row))
        if state == "running":
            if rate:
                step(self.tr("Enter cases…"), lambda: self._count(row))
            if row["ready"]:
                ended = self.tr("Experiment ended")
                step(self.tr("End with this verdict"), do("experiments.close", ended))
            else:
                step(self.tr("Look early…"), lambda: self._peek(row))
                stopped = self.tr("Stopped early: there is no verdict")
                step(self.tr("Stop early"), do("experiments.close", stopped))
        if row["result"]:
            step(self.tr("Decide…"), lambda: self._decide(row))
        step(self.tr("Remove"), do("experiments.delete", self.tr("Experiment removed")))
        line.addStretch(1)
        return line

    def _arms(self, row: Row) -> None:
        from cmapp.ui.insights.experiment_arms import ArmsSheet

        ArmsSheet(self.asking, row, self.window()).open()

    def _count(self, row: Row) -> None:
        from cmapp.ui.insights.experiment_arms import count_sheet

        count_sheet(self.asking, row, self.window()).open()

    def _peek(self, row: Row) -> None:
        from cmapp.ui.insights.experiment_arms import PeekSheet

        PeekSheet(self.asking, row, self.window()).open()

    def _decide(self, row: Row) -> None:
        from cmapp.ui.insights import goal_sheets

        begun = {"finding": say.state(row["verdict"]) + ": " + row["name"]}
        sheet = goal_sheets.decision(self.asking, begun, self)
        sheet.fixed = {"links": [f"experiment:{row['id']}"]}
        sheet.open()
