"""Goals and what belongs to them: the index, costs, decisions, notes; one view at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cmapp.domain.chart import Say
from cmapp.services import glossary
from cmapp.ui import text
from cmapp.ui.asking import Asking
from cmapp.ui.charts import words
from cmapp.ui.charts.view import ChartView
from cmapp.ui.dialogs.fields import FieldsSheet
from cmapp.ui.insights import goal_sheets as sheets
from cmapp.ui.insights.goal_words import DECIDED, GOAL_TONES, outcome, state, template
from cmapp.ui.insights.scope import account_name
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.card import Card
from cmapp.ui.widgets.chips import ChipRow, Pill
from cmapp.ui.widgets.empty import Empty
from cmapp.ui.widgets.label import Elided, Label, tip
from cmapp.ui.widgets.page import WIDE
from cmapp.ui.widgets.part import Part, Share, moment

Row = Mapping[str, Any]


class GoalsPart(Part):
    """Cards, one for each goal, cost, decision or note; above them what makes a new one."""

    measure = WIDE
    topics = frozenset(
        {"goals", "costs", "decisions", "findings", "index_parts", "ratings", "inbox", "measures"}
    )

    def __init__(self, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(asking, parent)
        self.title.setText(words.translate("insights", "Goals"))
        self.accounts: dict[str, str] = {}
        self.linkable: dict[str, str] = {}
        """What a decision may be linked to: `kind:id` → its name."""
        first = self.title.text()
        self.views = ChipRow(
            {
                "goals": first,
                "index": self.tr("Index"),
                "costs": self.tr("Costs"),
                "decisions": self.tr("Decisions"),
                "findings": self.tr("Notes"),
            },
            self.inside,
        )
        self.views.setAccessibleName(first)
        self.views.chosen.connect(lambda _: self.load())
        self.steps.addWidget(self.views)
        self.new = Button("", self.inside, icon="plus", small=True)
        self.new.clicked.connect(self.make)
        self.steps.addWidget(self.new)

    def load(self) -> None:
        """Read the view that is chosen."""
        view = self.views.current()
        self.new.setText(
            {
                "goals": self.tr("New goal…"),
                "index": self.tr("New part…"),
                "costs": self.tr("New cost…"),
                "decisions": self.tr("New decision…"),
                "findings": self.tr("New note…"),
            }[view]
        )
        self.asking.run(self.asking.desk.accounts, self._with_accounts, stream=f"who:{id(self)}")
        shows: dict[str, Callable[[dict[str, Any]], None]] = {
            "goals": self._show_goals,
            "index": self._show_index,
            "costs": self._show_costs,
            "decisions": self._show_decisions,
            "findings": self._show_findings,
        }
        if view == "decisions":
            for kind in ("goals", "experiments"):
                self.asking.look_far(f"{kind}.list", self._with_links, stream=f"{kind}:{id(self)}")
        command = "index.show" if view == "index" else f"{view}.list"
        read = self.asking.look_far if view in ("goals", "index") else self.asking.look
        read(command, shows[view], stream=f"goals:{id(self)}")

    def _with_accounts(self, found: Sequence[Any]) -> None:
        self.accounts = {a.id: account_name(a) for a in found}

    def _with_links(self, found: dict[str, Any]) -> None:
        for kind in ("goal", "experiment"):
            for row in found.get(f"{kind}s") or ():
                name = row["name"] or glossary.name(row["metric"], words.language())
                self.linkable[f"{kind}:{row['id']}"] = name

    def make(self) -> None:
        """Open the dialog for a new one of what is shown."""
        self._open(sheets.MAKERS[self.views.current()](self.asking, {}, self))

    def change(self, row: Row) -> None:
        """Open the dialog for one that is there."""
        self._open(sheets.MAKERS[self.views.current()](self.asking, row, self))

    def _open(self, sheet: FieldsSheet) -> None:
        sheet.open()

    # what all cards have

    def _begin(self, under: str) -> None:
        self.hold_keys()
        self.clear()
        self.say_under(under)

    def _empty(self, icon: str, title: str, said: str) -> None:
        self.column.addWidget(Empty(icon, title, said, parent=self.inside))

    def _card(self, title: str, pill: Pill | None, lines: Sequence[QWidget]) -> Card:
        card = Card(self.inside)
        column = QVBoxLayout(card)
        column.setContentsMargins(16, 12, 12, 12)
        column.setSpacing(5)
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(Elided(title, card, size="strong"), 1)
        if pill is not None:
            head.addWidget(pill)
        column.addLayout(head)
        for line in lines:
            column.addWidget(line)
        self.column.addWidget(card)
        return card

    def _steps(self, card: Card, title: str, steps: Sequence[tuple[str, Any]]) -> None:
        line = QHBoxLayout()
        line.setSpacing(6)
        for said, then in steps:
            button = Button(said, card, kind="plain", small=True)
            button.setAccessibleName(f"{said}: {title}")
            button.clicked.connect(lambda _=False, t=then: t())
            line.addWidget(button)
        line.addStretch(1)
        layout: Any = card.layout()
        layout.addLayout(line)

    def _remove(self, command: str, said: str, row: Row) -> Callable[[], None]:
        return lambda: self.asking.do(command, said, id=row["id"])

    def _quiet(self, said: str) -> Label:
        return Label(said, self.inside, size="second", tone="muted", wrap=True)

    # goals

    def _show_goals(self, found: dict[str, Any]) -> None:
        rows = found["goals"]
        self._begin(
            self.tr("What is to be reached by when. Unknown is not nought.") if rows else ""
        )
        if not rows:
            self._empty(
                "star",
                self.tr("No goal yet"),
                self.tr("A goal has a metric, a number and a day, so that it can be judged."),
            )
        for row in rows:
            self._goal(row)
        self.give_keys()

    def _goal(self, row: Row) -> None:
        unit = row["unit"]
        name = row["name"] or glossary.name(row["metric"], words.language())
        target = words.value(row["target"], unit)
        if row["value"] is None:
            big = self.tr("unknown so far")
        else:
            form = self.tr("{value} of {target}")
            big = form.format(value=words.value(row["value"], unit), target=target)
        figure = QWidget(self.inside)
        line = QHBoxLayout(figure)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(14)
        line.addWidget(Label(big, figure, size="title"))
        share = row["progress"]
        if share is not None:
            tone = "accent" if row["state"] in ("running", "settling", "between") else "ok"
            tone = "bad" if row["state"] == "failed" else tone
            bar = Share(round(max(0.0, min(1.0, share)) * 1000), 1000, figure, tone=tone)
            line.addWidget(bar, 1)
            line.addWidget(Label(words.value(share, "share"), figure, size="strong"))
        else:
            line.addWidget(Label(words.why(row["why"]), figure, tone="muted"), 1)
        card = self._card(
            name,
            Pill(state(row["state"]), self.inside, tone=GOAL_TONES[row["state"]]),
            [figure, self._quiet(self._goal_says(row, name)), self._quiet(self._formula(row))],
        )
        card.setToolTip(tip(glossary.hover(row["metric"], words.language())))
        removed = self.tr("Goal removed: {name}").format(name=name)
        self._steps(card, name, [
            (self.tr("Change…"), lambda: self.change(row)),
            (self.tr("Remove"), self._remove("goals.delete", removed, row)),
        ])  # fmt: skip

    def _goal_says(self, row: Row, name: str) -> str:
        unit = row["unit"]
        metric = glossary.name(row["metric"], words.language())
        parts = [metric] if metric != name else []
        if row["n"] is not None:
            parts.append(f"n = {words.plain(row['n'])}")
        parts.append(self.tr("until {day}").format(day=_day(row["last_day"])))
        gone = words.value(row["time_gone"], "share")
        parts.append(self.tr("{share} of the time is gone").format(share=gone))
        if row["pass_at"] is not None:
            form = self.tr("passed from {value}")
            parts.append(form.format(value=words.value(row["pass_at"], unit)))
        if row["fail_at"] is not None:
            form = self.tr("failed beyond {value}")
            parts.append(form.format(value=words.value(row["fail_at"], unit)))
        parts += [self.accounts.get(a, a) for a in row["accounts"]]
        if row["state"] == "settling":
            form = self.tr("judged {when}")
            parts.append(form.format(when=text.clock(moment(row["judged_at"]))))
        return " · ".join(parts)

    def _formula(self, row: Row) -> str:
        told = row["formula"]
        known = {"value": row["value"], "target": row["target"], "start": row["start"]}
        facts = {
            name: fact if known.get(name) is None else words.value(known[name], row["unit"])
            for name, fact in told["facts"].items()
        }
        said = words.say(Say(**{**told, "facts": facts}))
        share = words.value(row["progress"], "share")
        return f"{share} = {said}"

    # the index

    def _show_index(self, found: dict[str, Any]) -> None:
        parts = found["parts"]
        self._begin(self.tr("One number out of several; its weights are yours.") if parts else "")
        if not parts:
            self._empty(
                "stack",
                self.tr("The index has no parts"),
                self.tr("Choose metrics and ratings, and say how much each weighs."),
            )
            return
        value = words.DASH if found["value"] is None else words.plain(found["value"], 1)
        form = self.tr("{value} of 100 over the last 30 days")
        covered = words.value(found["coverage"], "share")
        says = self.tr("{share} of the weight is known").format(share=covered)
        self._card(form.format(value=value), None, [self._quiet(says)])
        for part in parts:
            self._index_part(part, parts)
        chart = ChartView(self.asking, self.inside, small=True)
        chart.setMinimumHeight(260)
        chart.load("index", days=90, heavy=True)
        self.column.addWidget(chart)
        self.give_keys()

    def _index_part(self, part: Row, parts: Sequence[Row]) -> None:
        name = part["name"]
        if part["kind"] == "metric":
            name = glossary.name(name, words.language())
        score = part["score"]
        known = words.value(part["value"], part["unit"])
        line = QWidget(self.inside)
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(14)
        row.addWidget(Share(round((score or 0) * 10), 1000, line), 1)
        said = words.why(part["why"]) if score is None else words.plain(score, 1)
        row.addWidget(Label(said, line, size="strong" if score is not None else "body"))
        form = self.tr("weighs {weight} · {value} between {worst} (0) and {best} (100)")
        says = form.format(
            weight=words.plain(part["weight"], 2), value=known,
            worst=words.value(part["worst"], part["unit"]),
            best=words.value(part["best"], part["unit"]),
        )  # fmt: skip
        card = self._card(name, None, [line, self._quiet(says)])
        rest = [p for p in parts if p["name"] != part["name"]]
        removed = self.tr("Part removed: {name}").format(name=name)
        steps: list[tuple[str, Any]] = [
            (self.tr("Change…"), lambda: self.change({**part, "parts": rest})),
            (self.tr("Remove"), lambda: self.asking.do("index.set", removed, parts=rest)),
        ]
        if part["kind"] == "rating":
            rate = lambda: self._open(sheets.rate(self.asking, name, self))  # noqa: E731
            steps.insert(0, (self.tr("Rate…"), rate))
        self._steps(card, name, steps)

    # costs

    def _show_costs(self, found: dict[str, Any]) -> None:
        rows, sums = found["costs"], found["sums"]
        self._begin(
            self.tr("The last 365 days; each currency by itself, there is no exchange rate.")
            if rows
            else ""
        )
        if not rows:
            self._empty(
                "bars",
                self.tr("No cost yet"),
                self.tr("Write down money and hours, and see what each interaction costs."),
            )
            return
        for one in sums:
            self._card(self._sum(one), None, [self._quiet(self._sum_says(one))])
        chart = ChartView(self.asking, self.inside, small=True)
        chart.setMinimumHeight(260)
        chart.load("roi", days=365)
        self.column.addWidget(chart)
        for row in rows:
            self._cost(row)
        self.give_keys()

    def _sum(self, one: Row) -> str:
        if not one["currency"]:
            return self.tr("{n} hours").format(n=words.plain(one["hours"], 1))
        spent, back = (words.value(one[k], "money") for k in ("spend", "back"))
        form = self.tr("{currency}: {spent} spent, {back} came back")
        return form.format(currency=one["currency"], spent=spent, back=back)

    def _sum_says(self, one: Row) -> str:
        if not one["currency"]:
            return self.tr("Hours are not counted as money here.")
        each = words.DASH
        if one["per_interaction"] is not None:
            each = f"{words.plain(one['per_interaction'], 3)} {one['currency']}"
        form = self.tr("ROI {roi} = (back − spent) ÷ spent · {each} an interaction, n = {n}")
        n = words.DASH if one["interactions"] is None else words.plain(one["interactions"])
        return form.format(roi=words.value(one["roi"], "share"), each=each, n=n)

    def _cost(self, row: Row) -> None:
        kinds = {
            "spend": self.tr("Spent"),
            "return": self.tr("Came back"),
            "hours": self.tr("Hours"),
        }
        said = words.value(row["amount"], "money" if row["currency"] else "number")
        amount = f"{said} {row['currency']}".strip()
        title = f"{kinds[row['kind']]}: {amount}"
        span = _day(row["first_day"])
        if row["last_day"] != row["first_day"]:
            span = f"{span} – {_day(row['last_day'])}"
        whose = row["channel"] or self.accounts.get(row["account"] or "", "")
        parts = [p for p in (span, whose, row["note"]) if p]
        card = self._card(title, None, [self._quiet(" · ".join(parts))])
        removed = self.tr("Cost removed")
        self._steps(card, title, [
            (self.tr("Change…"), lambda: self.change(row)),
            (self.tr("Remove"), self._remove("costs.remove", removed, row)),
        ])  # fmt: skip

    # decisions and notes

    def _show_decisions(self, found: dict[str, Any]) -> None:
        rows = found["decisions"]
        due = self.tr("%n result(s) to look at now", "", found["due"]) if found["due"] else ""
        self._begin(due)
        if not rows:
            self._empty(
                "check",
                self.tr("No decision yet"),
                self.tr("What was found, what is changed for it, and when its result is seen."),
            )
        for row in rows:
            pill = Pill(outcome(row), self.inside, tone=DECIDED[row["outcome"]])
            day = self.tr("result on {day}").format(day=_day(row["result_day"]))
            links = [self._link(link) for link in row["links"]]
            lines = [Label(f"→ {row['change']}", self.inside, wrap=True)]
            lines.append(self._quiet(" · ".join([day, *links])))
            if row["result"]:
                lines.append(Label(row["result"], self.inside, wrap=True))
            card = self._card(row["finding"], pill, lines)
            removed = self.tr("Decision removed")
            self._steps(card, row["finding"], [
                (self.tr("Look at the result…"),
                 lambda r=row: self._open(sheets.result(self.asking, r, self))),
                (self.tr("Change…"), lambda r=row: self.change(r)),
                (self.tr("Remove"), self._remove("decisions.delete", removed, row)),
            ])  # fmt: skip
        self.give_keys()

    def _link(self, link: Row) -> str:
        if link["kind"] == "metric":
            name = glossary.name(link["id"], words.language())
            n = "" if link.get("n") is None else f" (n = {words.plain(link['n'])})"
            return f"{name} {words.value(link.get('value'), link.get('unit', 'number'))}{n}"
        kinds = {
            "goal": self.tr("Goal: {name}"),
            "experiment": self.tr("Experiment: {name}"),
            "finding": self.tr("Note: {name}"),
            "campaign": self.tr("Campaign: {name}"),
        }
        name = link["name"] or self.tr("gone")
        return kinds.get(link["kind"], "{name}").format(name=name)

    def _show_findings(self, found: dict[str, Any]) -> None:
        rows = found["findings"]
        self._begin("")
        if not rows:
            self._empty(
                "note",
                self.tr("No note yet"),
                self.tr("Interviews, focus groups, SWOT and PEST: what no number tells."),
            )
        for row in rows:
            lines: list[QWidget] = []
            for name, said in row["fields"].items():
                lines.append(self._quiet(sheets.field_name(name)))
                lines.append(Label(said, self.inside, wrap=True))
            links = [self._link(link) for link in row["links"]]
            lines.append(self._quiet(" · ".join([_day(row["day"]), *links])))
            card = self._card(row["title"], Pill(template(row["kind"]), self.inside), lines)
            removed = self.tr("Note removed")
            self._steps(card, row["title"], [
                (self.tr("Change…"), lambda r=row: self.change(r)),
                (self.tr("Remove"), self._remove("findings.delete", removed, row)),
            ])  # fmt: skip
        self.give_keys()


def _day(iso: str | None) -> str:
    """Return a day as it is written here; "" for none."""
    return words.long_day(date.fromisoformat(iso)) if iso else ""
