"""Making an experiment: the size is worked out as one types, before anything is made (EX-07)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from cmapp.ui.asking import Asking
from cmapp.ui.charts import words
from cmapp.ui.dialogs.fields import Ask, FieldsSheet
from cmapp.ui.insights import experiment_words as say
from cmapp.ui.insights.experiment_words import translate
from cmapp.ui.widgets.label import Label

_POWERS = ("0.7", "0.8", "0.9", "0.95")
_ALPHAS = ("0.1", "0.05", "0.01")


class ExperimentSheet(FieldsSheet):
    """Accepted: the experiment is kept, not yet begun."""

    def __init__(
        self, asking: Asking, row: Mapping[str, Any], accounts: Mapping[str, str],
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        plan = row.get("plan") or {}
        labels = plan.get("labels") or {}
        whose = plan.get("accounts") or []
        past = translate("experiments", "from past posts, if empty")
        fields = [
            Ask("name", translate("experiments", "Name"), value=row.get("name", "")),
            Ask("hypothesis", translate("experiments", "What you expect"),
                value=plan.get("hypothesis", "")),
            Ask("a", translate("experiments", "A is"), value=labels.get("a", ""),
                hint=translate("experiments", "as until now")),
            Ask("b", translate("experiments", "B is"), value=labels.get("b", ""),
                hint=translate("experiments", "what is new")),
            Ask("measure", translate("experiments", "Measured"), "choice",
                plan.get("measure", "interactions"), say.measures()),
            Ask("better", translate("experiments", "Better is"), "choice", plan.get("better", "up"),
                {"up": translate("experiments", "more"),
                 "down": translate("experiments", "less")}),
            Ask("effect", translate("experiments", "Smallest effect that matters"),
                value=_number(plan.get("effect")),
                hint=translate("experiments", "20% or a number")),
            Ask("baseline", translate("experiments", "Usual value"),
                value=_number(plan.get("baseline")), hint=past),
            Ask("sd", translate("experiments", "Usual spread"), value=_number(plan.get("sd")),
                hint=past),
            Ask("accounts", translate("experiments", "Account"), "choice",
                whose[0] if len(whose) == 1 else "",
                {"": translate("experiments", "All accounts"), **accounts}, list=True),
            Ask("power", translate("experiments", "Finds it with a chance of"), "choice",
                _number(plan.get("power", 0.8)), {p: _percent(p) for p in _POWERS}),
            Ask("alpha", translate("experiments", "False alarms"), "choice",
                _number(plan.get("alpha", 0.05)), {a: _percent(a) for a in _ALPHAS}),
        ]  # fmt: skip
        title = (
            translate("experiments", "Change the plan")
            if row
            else translate("experiments", "New experiment")
        )
        super().__init__(
            asking, title, fields, "experiments.make", translate("experiments", "Experiment kept"),
            parent, fixed={"id": row.get("id")},
        )  # fmt: skip
        self.size_line = Label("", self, size="title", wrap=True)
        self.find_line = Label("", self, size="second", tone="muted", wrap=True)
        self.tried_line = Label("", self, size="second", tone="muted", wrap=True)
        for line, high in ((self.size_line, 24), (self.find_line, 40), (self.tried_line, 40)):
            line.setFixedHeight(high)
            line.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
            self.body.insertWidget(self.body.count() - 2, line)
        self.trial = self.step(translate("experiments", "Try the plan"))
        self.foot.removeWidget(self.trial)
        self.foot.insertWidget(0, self.trial)
        self.trial.clicked.connect(self._try)
        self._n = 0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(250)
        self._pause.timeout.connect(self._size)
        for one in self.fields.values():
            given: Any = self.inputs[one.name]
            signal = given.currentIndexChanged if one.kind == "choice" else given.textChanged
            signal.connect(lambda *_: self._changed())
        self.resize(680, self.sizeHint().height())
        self._changed()

    def plan(self) -> dict[str, Any]:
        """Return the plan as commands take it."""
        made = {name: self.value(name) for name in self.inputs}
        labels = {"a": made.pop("a"), "b": made.pop("b")}
        made.pop("name")
        shares = made["measure"] in ("rate", "commented")
        if shares:
            made["sd"] = None
        empty = ("baseline", "sd")
        return {k: v if v or k not in empty else None for k, v in made.items()} | {"labels": labels}

    def values(self) -> dict[str, Any]:
        """Return name and plan."""
        return self.fixed | {"name": self.value("name"), "plan": self.plan()}

    def _changed(self) -> None:
        shares = self.value("measure") in ("rate", "commented")
        self.inputs["sd"].setEnabled(not shares)
        self.go.setEnabled(bool(self.value("name") and self.value("effect")))
        self.trial.setEnabled(False)
        self.tried_line.setText("")
        self._pause.start()

    def _size(self) -> None:
        self.trouble.setText("")
        if not self.value("effect"):
            self.size_line.setText("")
            self.find_line.setText(
                translate(
                    "experiments",
                    "Say which effect would matter, and see how many posts that takes.",
                )
            )
            return
        self.asking.look_far(  # a thousand posts may have to be read for what is usual
            "experiments.size", self._sized, stream=f"size:{id(self)}", plan=self.plan()
        )

    def _sized(self, found: dict[str, Any]) -> None:
        self.trouble.setText("")
        plan = found["plan"]
        unit: Any = "share" if plan["measure"] in ("rate", "commented") else "number"
        form = translate("experiments", "{n} in each arm, {all} in all")
        said = form.format(n=words.plain(found["n"]), all=words.plain(2 * found["n"]))
        if found["weeks"] is not None:
            form = translate("experiments", "about {n} weeks at your pace")
            said += " · " + form.format(n=words.plain(max(1, round(found["weeks"]))))
        self.size_line.setText(said)
        form = translate(
            "experiments",
            "They find {effect} from {baseline}. Half as many would find {half}, twice as many"
            " {double}.",
        )
        shown = form.format(
            effect=say.value(found["detectable"]["n"], unit),
            baseline=say.value(plan["baseline"], unit),
            half=say.value(found["detectable"]["half"], unit),
            double=say.value(found["detectable"]["double"], unit),
        )
        if found["past"]:
            form = translate("experiments", "Read from {n} posts of yours.")
            shown += " " + form.format(n=words.plain(found["past"]))
        self.find_line.setText(shown)
        self.trial.setEnabled(True)

    def _try(self) -> None:
        self.tried_line.setText(translate("experiments", "Trying it out …"))
        self.asking.ask(
            "experiments.simulate", self._tried, stream=f"tried:{id(self)}", plan=self.plan()
        )

    def _tried(self, found: dict[str, Any]) -> None:
        form = translate(
            "experiments",
            "Tried {runs} times where nothing differs: {once} false alarms with one look at the"
            " end, {often} with ten looks. A true effect was found in {power}.",
        )
        self.tried_line.setText(
            form.format(
                runs=words.plain(found["runs"]),
                once=words.plain(found["false_alarms"]["share"] * 100, 1) + "%",
                often=words.plain(found["peeking"]["share"] * 100, 1) + "%",
                power=words.value(found["power"]["share"], "share"),
            )
        )


def _number(value: Any) -> str:
    return "" if value is None else f"{float(value):.6g}"


def _percent(code: str) -> str:
    return words.plain(float(code) * 100) + "%"
