"""The dialogs of the goals section: a goal, a part of the index, a cost, a decision, a note."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QDate, Qt

from cmapp.services import glossary
from cmapp.ui.asking import Asking
from cmapp.ui.charts import words
from cmapp.ui.dialogs.fields import Ask, FieldsSheet
from cmapp.ui.insights.goal_words import outcomes, templates

translate = QCoreApplication.translate
Row = Mapping[str, Any]
_ISO = Qt.DateFormat.ISODate


def metrics() -> dict[str, str]:
    """Return the metrics that are one number, by id, in the order of the dictionary."""
    every = glossary.dictionary().values()
    return {m.id: glossary.name(m.id, words.language()) for m in every if m.single}


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.10g}"


def _today(ahead: int = 0) -> str:
    return QDate.currentDate().addDays(ahead).toString(_ISO)


def _accounts(part: Any) -> dict[str, str]:
    return {"": translate("goals", "All accounts"), **part.accounts}


def goal(asking: Asking, row: Row, part: Any) -> FieldsSheet:
    """Return the dialog of a goal; without a metric and a number it cannot be judged."""
    share = translate("goals", "a number; shares like 20%")
    fields = [
        Ask("metric", translate("goals", "Metric"), "choice", row.get("metric", "interactions"),
            metrics()),
        Ask("target", translate("goals", "Target"), value=_number(row.get("target")), hint=share),
        Ask("last_day", translate("goals", "Last day"), "day", row.get("last_day") or _today(30)),
        Ask("first_day", translate("goals", "First day"), "day",
            row.get("first_day") or _today()),
        Ask("direction", translate("goals", "Better is"), "choice", row.get("direction", "up"),
            {"up": translate("goals", "more"), "down": translate("goals", "less")}),
        Ask("start", translate("goals", "Starts from"), value=_number(row.get("start")),
            hint=translate("goals", "may stay empty")),
        Ask("pass_at", translate("goals", "Passed from"), value=_number(row.get("pass_at")),
            hint=translate("goals", "the target, if empty")),
        Ask("fail_at", translate("goals", "Failed beyond"), value=_number(row.get("fail_at")),
            hint=translate("goals", "may stay empty")),
        Ask("accounts", translate("goals", "Account"), "choice",
            next(iter(row.get("accounts") or ()), ""), _accounts(part), list=True),
        Ask("review", translate("goals", "A task to look at it"), "choice",
            row.get("review", "never"),
            {"never": translate("goals", "Never"), "weekly": translate("goals", "Each week"),
             "monthly": translate("goals", "Each month")}),
        Ask("name", translate("goals", "Name"), value=row.get("name", ""),
            hint=translate("goals", "may stay empty")),
    ]  # fmt: skip
    title = translate("goals", "Change the goal") if row else translate("goals", "New goal")
    return FieldsSheet(
        asking, title, fields, "goals.save", translate("goals", "Goal kept"), part.window(),
        words=translate("goals", "A metric, a number, a day: without them nobody could judge it."),
        fixed={"id": row.get("id")},
    )  # fmt: skip


class PartSheet(FieldsSheet):
    """A part of the index: the command is handed all of them."""

    others: Sequence[Row] = ()

    def values(self) -> dict[str, Any]:
        """Return the other parts and this one."""
        made = {name: self.value(name) for name in self.inputs}
        rating = made.pop("rating")
        if rating:
            made |= {"name": rating, "kind": "rating"}
            made = {k: v for k, v in made.items() if v or k in ("name", "kind")}
        keep = [{k: p[k] for k in ("name", "kind", "weight", "worst", "best")} for p in self.others]
        return {"parts": [*keep, made]}


def index_part(asking: Asking, row: Row, part: Any) -> FieldsSheet:
    """Return the dialog of a part of the index."""
    rating = row.get("name", "") if row.get("kind") == "rating" else ""
    fields = [
        Ask("name", translate("goals", "Metric"), "choice", row.get("name", "interactions"),
            {k: v for k, v in metrics().items() if k != "index"}),
        Ask("rating", translate("goals", "Or a rating called"), value=rating,
            hint=translate("goals", "what people rate, 1 to 5")),
        Ask("weight", translate("goals", "Weight"), value=_number(row.get("weight", 1))),
        Ask("worst", translate("goals", "Counts 0"), value=_number(row.get("worst"))),
        Ask("best", translate("goals", "Counts 100"), value=_number(row.get("best"))),
    ]  # fmt: skip
    made = PartSheet(
        asking, translate("goals", "Part of the index"), fields, "index.set",
        translate("goals", "Index kept"), part.window(),
        words=translate("goals", "In between it counts on a straight line; less may be better."),
    )  # fmt: skip
    if row:
        made.others = row.get("parts") or ()
    else:
        asking.look("index.show", lambda found: setattr(made, "others", found["parts"]),
                    stream=f"parts:{id(made)}")  # fmt: skip
    return made


def rate(asking: Asking, name: str, part: Any) -> FieldsSheet:
    """Return the dialog of a rating."""
    fields = [
        Ask("value", translate("goals", "Rating"), "choice", "3",
            {str(n): str(n) for n in range(1, 6)}),
        Ask("day", translate("goals", "Day"), "day", _today()),
        Ask("who", translate("goals", "Given by")),
        Ask("note", translate("goals", "Note"), "text"),
    ]  # fmt: skip
    return _Rating(
        asking, translate("goals", "Rate: {name}").format(name=name), fields, "index.rate",
        translate("goals", "Rating kept"), part.window(), fixed={"name": name},
    )  # fmt: skip


class _Rating(FieldsSheet):
    def values(self) -> dict[str, Any]:
        made = super().values()
        return made | {"value": float(made["value"])}


def cost(asking: Asking, row: Row, part: Any) -> FieldsSheet:
    """Return the dialog of a cost."""
    fields = [
        Ask("kind", translate("goals", "What"), "choice", row.get("kind", "spend"),
            {"spend": translate("goals", "Money spent"),
             "return": translate("goals", "Money that came back"),
             "hours": translate("goals", "Hours of work")}),
        Ask("amount", translate("goals", "Amount"), value=_number(row.get("amount"))),
        Ask("currency", translate("goals", "Currency"), value=row.get("currency", ""),
            hint=translate("goals", "EUR, TWD, CNY …; none for hours")),
        Ask("first_day", translate("goals", "First day"), "day", row.get("first_day", "")),
        Ask("last_day", translate("goals", "Last day"), "day", row.get("last_day", "")),
        Ask("account", translate("goals", "Account"), "choice", row.get("account") or "",
            {"": translate("goals", "None"), **part.accounts}),
        Ask("channel", translate("goals", "Channel"), value=row.get("channel", ""),
            hint=translate("goals", "in your own words")),
        Ask("note", translate("goals", "Note"), value=row.get("note", "")),
    ]  # fmt: skip
    title = translate("goals", "Change the cost") if row else translate("goals", "New cost")
    return FieldsSheet(
        asking, title, fields, "costs.save", translate("goals", "Cost kept"), part.window(),
        fixed={"id": row.get("id")},
    )  # fmt: skip


def decision(asking: Asking, row: Row, part: Any) -> FieldsSheet:
    """Return the dialog of a decision."""
    fields = [
        Ask("finding", translate("goals", "What was found"), "text", row.get("finding", "")),
        Ask("change", translate("goals", "What is changed"), "text", row.get("change", "")),
        Ask("result_day", translate("goals", "Look at the result on"), "day",
            row.get("result_day") or _today(14)),
    ]  # fmt: skip
    offered = getattr(part, "linkable", {})
    if offered and len(row.get("links") or ()) <= 1:  # of several only the command line keeps all
        linked = next((f"{k['kind']}:{k['id']}" for k in row.get("links") or ()), "")
        choices = {"": translate("goals", "None"), **offered}
        fields.append(
            Ask("links", translate("goals", "Goes with"), "choice", linked, choices, list=True)
        )
    title = translate("goals", "Change the decision") if row else translate("goals", "New decision")
    return FieldsSheet(
        asking, title, fields, "decisions.save", translate("goals", "Decision kept"),
        part.window(), fixed={"id": row.get("id")},
    )  # fmt: skip


def result(asking: Asking, row: Row, part: Any) -> FieldsSheet:
    """Return the dialog of what came of a decision."""
    fields = [
        Ask("outcome", translate("goals", "It became"), "choice", row["outcome"], outcomes()),
        Ask("result", translate("goals", "What came of it"), "text", row["result"]),
    ]
    return FieldsSheet(
        asking, translate("goals", "The result"), fields, "decisions.save",
        translate("goals", "Result kept"), part.window(), words=row["finding"],
        fixed={"id": row["id"]},
    )  # fmt: skip


def field_name(code: str) -> str:
    """Return the name of a field of a note."""
    return {
        "text": translate("goals", "Text"),
        "who": translate("goals", "Who"),
        "asked": translate("goals", "What was asked"),
        "said": translate("goals", "What was said"),
        "answers": translate("goals", "Answers"),
        "means": translate("goals", "What it means"),
        "strengths": translate("goals", "Strengths"),
        "weaknesses": translate("goals", "Weaknesses"),
        "opportunities": translate("goals", "Opportunities"),
        "threats": translate("goals", "Threats"),
        "political": translate("goals", "Political"),
        "economic": translate("goals", "Economic"),
        "social": translate("goals", "Social"),
        "technological": translate("goals", "Technological"),
    }.get(code, code)


class NoteSheet(FieldsSheet):
    """A note: its fields are those of its kind, which stays what it was made as.

    The number that it goes with is kept as it was, unless another one is chosen.
    """

    links: Sequence[Row] = ()

    def values(self) -> dict[str, Any]:
        """Return title, kind and fields as the command takes them."""
        given = super().values()
        made = {k: given.pop(k) for k in list(given) if k.startswith("field:")}
        chosen = given.pop("links")
        if [k["id"] for k in self.links if k["kind"] == "metric"] != chosen:
            others = [k for k in self.links if k["kind"] != "metric"]
            given["links"] = [*others, *({"kind": "metric", "id": one} for one in chosen)]
        return given | {"fields": {k[6:]: v for k, v in made.items()}}


def finding(asking: Asking, row: Row, part: Any) -> FieldsSheet:
    """Return the dialog of a note; a new one is first asked what it is."""
    from cmapp.services.commands.decisions import FIELDS

    if not row:
        kinds = Ask("kind", translate("goals", "Kind"), "choice", "note", templates())
        title = Ask("title", translate("goals", "Title"))
        made = FieldsSheet(
            asking, translate("goals", "New note"), [title, kinds], "findings.save",
            translate("goals", "Note kept"), part.window(),
            words=translate("goals", "Its fields come next."),
        )  # fmt: skip
        made.then = lambda answer: finding(asking, answer["findings"][0], part).open()
        return made
    linked = next((k["id"] for k in row["links"] if k["kind"] == "metric"), "")
    number = Ask("links", translate("goals", "A number that it goes with"), "choice", linked,
                 {"": translate("goals", "None"), **metrics()}, list=True)  # fmt: skip
    fields = [Ask("title", translate("goals", "Title"), value=row["title"]), number]
    for name in FIELDS[row["kind"]]:
        said = row["fields"].get(name, "")
        fields.append(Ask(f"field:{name}", field_name(name), "text", said))
    sheet = NoteSheet(
        asking, templates()[row["kind"]], fields, "findings.save",
        translate("goals", "Note kept"), part.window(), fixed={"id": row["id"]},
    )  # fmt: skip
    sheet.links = row["links"]
    return sheet


MAKERS: dict[str, Callable[[Asking, Row, Any], FieldsSheet]] = {
    "goals": goal,
    "index": index_part,
    "costs": cost,
    "decisions": decision,
    "findings": finding,
}
