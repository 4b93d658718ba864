"""Any JSON sent to a command gets words, never a bug: odd arguments, days beyond the calendar."""

from __future__ import annotations

import inspect
from typing import Any

import pytest

from cmapp.domain.errors import Rejected, Trouble
from cmapp.services.commands.table import COMMANDS
from tests.support.stage import Stage

AREAS = (
    "insights.", "metrics.", "network.", "goals.", "costs.", "experiments.", "report.", "export.",
    "imports.", "index.", "decisions.", "findings.", "rivals.",
)  # fmt: skip
ODD: tuple[Any, ...] = (
    None, True, "", 0, -1, 10**30, 1e308, float("nan"), [], {}, ["x"], [None], [[]], {"a": 1},
    {"x": {}}, "x", "\0", "\ud800", "9" * 400, "2026-02-31", "0001-01-01", "9999-12-31", "１２",
    3.7, 253_402_300_799_999, -62_135_596_800_000,
)  # fmt: skip
SENSE: dict[str, Any] = {
    "name": "volume", "key": "n:1", "metric": "interactions", "view": "v_interactions",
    "template": "weekly", "target": 5, "last_day": "2026-12-01", "amount": "3", "currency": "EUR",
    "plan": {"measure": "rate", "effect": 0.1, "baseline": 0.2}, "finding": "f", "change": "c",
    "result_day": "2026-12-01", "title": "t", "metrics": ["followers", "interactions"],
    "blocks": [{"kind": "chart", "chart": "volume"}], "person": "1", "id": "1", "refs": ["post:1"],
}  # fmt: skip
FILES = ("out", "folder", "file")


def fallen(stage: Stage, command: str, args: dict[str, Any]) -> str:
    """Return the bug that a call ran into, "" for an answer or words."""
    try:
        stage.call(command, **args)
    except Trouble:
        return ""
    except Exception as bug:
        return f"{command} {args}: {type(bug).__name__}: {bug}"
    return ""


@pytest.mark.parametrize("area", AREAS)
def test_odd_arguments_get_words(stage: Stage, tmp_path: Any, area: str):
    stage.asked("Is it vegan?")
    table = tmp_path / "t.csv"
    table.write_text("Day,Reach\n2026-03-01,12\n")
    sense = {**SENSE, "out": str(tmp_path / "o"), "file": str(table), "folder": str(tmp_path),
             "account": stage.accounts[0]}  # fmt: skip
    bugs = []
    for command in (c for c in COMMANDS if c.startswith(area)):
        takes = list(inspect.signature(COMMANDS[command]).parameters.values())[1:]
        usual = {
            p.name: sense.get(p.name, "x") for p in takes if p.default is inspect.Parameter.empty
        }
        bugs.append(fallen(stage, command, {**usual, "no such thing": 1}))
        if usual:
            bugs.append(fallen(stage, command, {}))
        for one in takes:
            odd = [v for v in ODD if one.name not in FILES or not isinstance(v, str) or v == "\0"]
            bugs += [fallen(stage, command, {**usual, one.name: value}) for value in odd]
    assert "\n".join(b for b in bugs if b) == ""


def test_the_words_name_what_was_wrong(stage: Stage):
    for args, field in (
        ({"name": "volume", "days": "many"}, "days"),
        ({"name": "volume", "accounts": 3}, "accounts"),
        ({"name": "volume", "until": "9999-12-31"}, "until"),
        ({"name": "volume", "until": -62_135_596_800_000}, "until"),
        ({}, "name"),
        ({"name": "volume", "zoom": 1}, "zoom"),
    ):
        with pytest.raises(Rejected) as no:
            stage.call("insights.show", **args)
        assert (no.value.why, no.value.facts["field"]) == ("bad_value", field)
