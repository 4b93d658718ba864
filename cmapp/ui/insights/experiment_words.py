"""Words for plans, states and results of experiments."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from cmapp.domain.chart import Unit
from cmapp.ui.charts import words

translate = QCoreApplication.translate
Row = Mapping[str, Any]
TONES = {
    "plan": "muted", "running": "accent", "won": "ok", "lost": "bad", "no_difference": "held",
    "stopped_early": "warn", "closed": "muted",
}  # fmt: skip


def measures() -> dict[str, str]:
    """Return what may be measured."""
    return {
        "interactions": translate("experiments", "Interactions of a post"),
        "likes": translate("experiments", "Likes of a post"),
        "shares": translate("experiments", "Shares of a post"),
        "comments": translate("experiments", "Comments under a post"),
        "commented": translate("experiments", "Posts that get a comment"),
        "rate": translate("experiments", "A rate that is counted elsewhere"),
    }


def state(code: str) -> str:
    """Return a state or a verdict in words."""
    return {
        "plan": translate("experiments", "Planned"),
        "running": translate("experiments", "Running"),
        "closed": translate("experiments", "Ended"),
        "won": translate("experiments", "B won"),
        "lost": translate("experiments", "B lost"),
        "no_difference": translate("experiments", "No difference found"),
        "stopped_early": translate("experiments", "Stopped early"),
    }.get(code, code)


def unit_of(row: Row) -> Unit:
    """Return what the values of an experiment count."""
    return "share" if row["kind"] == "share" else "number"


def arm(row: Row, code: str) -> str:
    """Return an arm by its letter and its label."""
    label = row["plan"]["labels"].get(code, "")
    return code.upper() if label in ("", code.upper()) else f"{code.upper()} · {label}"


def plan(row: Row) -> str:
    """Return the plan in a sentence: what, how many, what they find."""
    one = row["plan"]
    form = translate(
        "experiments",
        "{measure}: {n} in each arm find a difference of {effect} from {baseline} in {power} of"
        " cases; false alarms {alpha}",
    )
    unit = unit_of(row)
    return form.format(
        measure=measures()[one["measure"]], n=words.plain(one["n"]),
        effect=value(one["effect"], unit), baseline=value(one["baseline"], unit),
        power=words.value(one["power"], "share"), alpha=words.value(one["alpha"], "share"),
    )  # fmt: skip


def value(number: float | None, unit: Unit) -> str:
    """Return a value, a share with one digit: differences are small."""
    if number is None:
        return words.DASH
    return words.plain(number * 100, 1) + "%" if unit == "share" else words.plain(number, 2)


def difference(row: Row) -> str:
    """Return the difference with its interval."""
    gap, unit = row["result"]["difference"], unit_of(row)
    form = translate("experiments", "B − A = {value} ({low} to {high})")
    return form.format(
        value=value(gap["value"], unit), low=value(gap["low"], unit), high=value(gap["high"], unit)
    )


def sure(row: Row) -> str:
    """Return how sure the result is."""
    told, unit = row["result"], unit_of(row)
    n = min(one["n"] for one in told["arms"].values())
    form = translate(
        "experiments", "{level} interval, n = {n} in each arm; so many find {effect} or more"
    )
    level = words.plain(told["level"] * 100, 1) + "%"
    found = value(told["detectable"], unit)
    return form.format(level=level, n=words.plain(n), effect=found)
