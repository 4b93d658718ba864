"""The dialog for brand, checks, platforms, audiences and cadence: what is shown is what is kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSpinBox

from cmapp.domain.checks import CHECKS
from cmapp.domain.errors import Rejected
from cmapp.domain.norms_shipped import NORMS
from cmapp.domain.sheets import SOURCED
from cmapp.ui import sheet_words
from cmapp.ui.bridge import Bridge
from cmapp.ui.dialogs.sheets import SheetsDialog
from cmapp.ui.widgets.dropdown import Dropdown
from cmapp.ui.widgets.label import Label
from tests.gui.desk_fixture import FixtureDesk

BRAND = {
    "wanted": ["Moss"], "banned": ["cheap", "便宜"], "emoji": "few", "sign_off": "— M",
    "tone": "plain", "repeat_days": 7, "quiet": "22:00-07:00", "levels": {"insult": "stop"},
}  # fmt: skip
DEMO = {**{n: v for n, v in NORMS["demo"].items() if n != "tone"}, "tone": "Friendly"}
SHEETS = [
    {"kind": "brand", "scope": "", "sheet": BRAND, "own": True},
    {"kind": "norms", "scope": "demo", "sheet": DEMO, "own": False},
    {"kind": "cadence", "scope": "audience:", "sheet": dict(SOURCED), "own": False},
    {"kind": "audience", "scope": "TW", "sheet": {"locale": "zh-Hant"}, "own": True},
]
LISTED = [
    {"name": c.name, "severity": c.severity, "field": c.field, "overridable": not c.fixed,
     "replies": c.replies}
    for c in CHECKS.values()
]  # fmt: skip

Make = Callable[..., SheetsDialog]


@pytest.fixture
def make(qtbot: Any, desk: FixtureDesk, bridge: Bridge) -> Make:
    desk.looks["sheets.show"] = {"sheets": SHEETS}
    desk.looks["checks.list"] = {"checks": LISTED}
    desk.answers["sheets.set"] = {"undo": {"command": "sheets.set", "args": {"kind": "brand"}}}

    def go(page: str = "brand", **more: Any) -> SheetsDialog:
        made = SheetsDialog(desk, bridge, page=page, **more)
        qtbot.addWidget(made)
        qtbot.waitUntil(lambda: not bridge.busy())
        return made

    return go


def sent(desk: FixtureDesk) -> list[dict[str, Any]]:
    return [args for name, args in desk.calls if name == "sheets.set"]


def test_every_page_gives_back_what_it_was_shown(make: Make) -> None:
    for page, wanted in (("brand", BRAND), ("checks", BRAND), ("norms", DEMO),
                         ("audience", {"locale": "zh-Hant"})):  # fmt: skip
        assert make(page).wanted() == wanted
    dialog = make("cadence")
    assert dialog.wanted() == {}
    dialog.scope.setCurrentIndex(dialog.scope.findData("audience:"))
    assert dialog.wanted() == {"per_week": 2}
    told = " ".join(x.text() for x in dialog.findChildren(Label))
    assert "unverified" in told and "S2" in told


def test_what_is_changed_is_kept_and_can_be_taken_back(
    make: Make, desk: FixtureDesk, bridge: Bridge, qtbot: Any
) -> None:
    told: list[Any] = []
    dialog = make(tell=lambda words, undo: told.append((words, undo)))
    fields = dialog._fields
    assert isinstance(fields["banned"], QLineEdit) and isinstance(fields["tone"], QPlainTextEdit)
    fields["banned"].setText("cheap，sale、 ")
    fields["tone"].setPlainText("")
    repeat = fields["repeat_days"]
    assert isinstance(repeat, QSpinBox)
    repeat.setValue(30)
    dialog.save.click()
    qtbot.waitUntil(lambda: bool(told) and not bridge.busy())
    [args] = sent(desk)
    assert (args["kind"], args["scope"]) == ("brand", "")
    assert args["sheet"]["banned"] == ["cheap", "sale"]
    assert not {"tone", "repeat_days"} & set(args["sheet"])
    assert args["sheet"]["levels"] == {"insult": "stop"}
    told[0][1]()
    qtbot.waitUntil(lambda: len(sent(desk)) == 2)


def test_a_check_can_be_made_stricter_but_limits_cannot(
    make: Make, desk: FixtureDesk, bridge: Bridge, qtbot: Any
) -> None:
    dialog = make("checks")
    assert "over_limit" not in dialog._fields
    box = dialog._fields["exaggeration"]
    assert isinstance(box, Dropdown) and box.itemText(0) == "Hints (as it came)"
    box.setCurrentIndex(box.findData("stop"))
    dialog.save.click()
    qtbot.waitUntil(lambda: not bridge.busy())
    assert sent(desk)[0]["sheet"]["levels"] == {"exaggeration": "stop", "insult": "stop"}


def test_a_new_audience_is_named_before_it_is_kept(
    make: Make, desk: FixtureDesk, bridge: Bridge, qtbot: Any
) -> None:
    dialog = make("audience")
    dialog.scope.setCurrentText("")
    dialog.scope.lineEdit().editingFinished.emit()
    assert not dialog.save.isEnabled()
    dialog.scope.setCurrentText("  young   parents ")
    dialog.scope.lineEdit().editingFinished.emit()
    note = dialog._fields["note"]
    assert isinstance(note, QPlainTextEdit)
    note.setPlainText("No jargon")
    dialog.save.click()
    qtbot.waitUntil(lambda: not bridge.busy())
    [args] = sent(desk)
    assert args["scope"] == "young parents" and args["sheet"] == {"note": "No jargon"}


def test_what_is_refused_is_told_with_its_field_and_nothing_is_lost(
    make: Make, desk: FixtureDesk, bridge: Bridge, qtbot: Any
) -> None:
    desk.answers["sheets.set"] = Rejected("bad_sheet", field="banned", reason="both", value="moss")
    dialog = make()
    banned = dialog._fields["banned"]
    assert isinstance(banned, QLineEdit)
    banned.setText("Moss")
    dialog.save.click()
    qtbot.waitUntil(lambda: not bridge.busy())
    assert dialog.said.text() == "Banned words: A word cannot be wanted and banned. (moss)"
    assert banned.text() == "Moss"


def test_norms_of_ours_can_be_given_up_again(
    make: Make, desk: FixtureDesk, bridge: Bridge, qtbot: Any
) -> None:
    dialog = make("norms")
    assert dialog.drop.isHidden()
    desk.looks["sheets.show"] = {"sheets": [{**SHEETS[1], "own": True}]}
    dialog = make("norms")
    assert not dialog.drop.isHidden()
    dialog.drop.click()
    qtbot.waitUntil(lambda: not bridge.busy())
    assert sent(desk)[0]["sheet"] is None


@pytest.mark.parametrize("page", sheet_words.FIELDS)
def test_every_field_has_its_name(page: str) -> None:
    for name in sheet_words.FIELDS[page]:
        assert sheet_words.field(name)[0]
