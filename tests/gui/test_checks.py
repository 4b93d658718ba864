"""The list under the composer: what holds it first, in words, with one thing to do each.

Requirements: AC-05, DR-06.
"""

from __future__ import annotations

import re
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from cmapp.domain.checks import CHECKS, run
from cmapp.services.checks import Found
from cmapp.ui import check_words
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.checks import MOST, ChecksList
from cmapp.ui.widgets.label import Label
from tests.unit.domain.test_checks import FINDS

pytestmark = pytest.mark.gui


def finding(check: str, n: int = 0, **given: Any) -> dict[str, Any]:
    piece = FINDS[check][n][0]
    one = next(found for found in run(piece) if found.check == check)
    return {**Found("a", "", one).json(), **given}


@pytest.fixture
def listed(qtbot: Any) -> ChecksList:
    made = ChecksList()
    qtbot.addWidget(made)
    made.resize(700, 300)
    return made


def buttons(listed: ChecksList) -> list[str]:
    return [b.words() for b in listed.findChildren(Button) if not b.isHidden()]


def told(listed: ChecksList) -> list[str]:
    return [x.accessibleName() for x in listed.findChildren(Label) if x.accessibleName()]


def test_every_check_has_a_name() -> None:
    assert set(check_words.names()) == set(CHECKS)


@pytest.mark.parametrize(("check", "n"), [(c, n) for c, m in FINDS.items() for n in range(len(m))])
def test_everything_that_is_found_is_told_in_words(check: str, n: int) -> None:
    words = check_words.said(finding(check, n))
    assert words and not re.search(r"(?<!{){\w|\w}(?!})", words)
    assert "_" not in words and words[-1] in ".?)"


def test_a_claim_with_braces_is_no_template() -> None:
    one = finding("unverified_claim")
    one["facts"] = {**one["facts"], "claim": "{oops} 100%"}
    assert "{oops} 100%" in check_words.said(one)


def test_what_holds_it_stands_first_and_is_counted(listed: ChecksList) -> None:
    listed.show_findings({"findings": [finding("insult"), finding("alt_missing")], "notes": []})
    assert listed.stops == 1 and not listed.isHidden()
    assert [words.split(":")[0] for words in told(listed)[:2]] == ["Stops it", "Hint"]
    assert "1" in listed.lead()
    listed.clear()
    assert listed.isHidden() and listed.stops == 0 and listed.lead() == ""


def test_only_what_can_be_let_through_offers_it(listed: ChecksList) -> None:
    listed.show_findings({"findings": [finding("over_limit")], "notes": []})
    assert "Let through…" not in buttons(listed)
    listed.show_findings({"findings": [finding("alt_missing")], "notes": []})
    assert "Let through…" in buttons(listed)
    kept = finding("alt_missing", override={"id": "1", "reason": "a divider"})
    listed.show_findings({"findings": [kept], "notes": []})
    assert listed.stops == 0 and "Let through…" not in buttons(listed)
    assert "a divider" in told(listed)[0]
    back: list[Any] = []
    listed.put_back.connect(back.append)
    next(b for b in listed.findChildren(Button) if b.words() == "Take back").click()
    assert back[0]["override"]["id"] == "1"


def test_the_reason_is_asked_for(listed: ChecksList, qtbot: Any) -> None:
    listed.show_findings({"findings": [finding("alt_missing")], "notes": []})
    said: list[Any] = []
    listed.overriding.connect(lambda one, reason: said.append((one["check"], reason)))
    next(b for b in listed.findChildren(Button) if b.words() == "Let through…").click()
    field = listed.findChild(QLineEdit)
    assert field is not None
    through = next(b for b in listed.findChildren(Button) if b.words() == "Let it through")
    assert not through.isEnabled()
    qtbot.keyClicks(field, "  only a  divider ")
    # what comes in meanwhile takes nothing away
    listed.show_findings({"findings": [finding("alt_missing"), finding("insult")], "notes": []})
    field = listed.findChild(QLineEdit)
    assert field is not None and field.text() == "  only a  divider "
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert said == [("alt_missing", "only a divider")]
    assert listed.findChild(QLineEdit) is None


def test_a_reason_can_be_left_unsaid(listed: ChecksList, qtbot: Any) -> None:
    listed.show_findings({"findings": [finding("alt_missing")], "notes": []})
    listed.ask(finding("alt_missing"))
    next(b for b in listed.findChildren(Button) if b.words() == "Cancel").click()
    assert listed.findChild(QLineEdit) is None and listed.stops == 1


def test_many_hints_wait_behind_a_button_and_stops_never(listed: ChecksList) -> None:
    many = [finding("insult") for _ in range(9)]
    listed.show_findings({"findings": many, "notes": []})
    assert len(told(listed)) == MOST
    next(b for b in listed.findChildren(Button) if b.words() == "5 more").click()
    assert len([w for w in told(listed) if w.startswith("Hint")]) == 9
    stops = [finding("alt_missing") for _ in range(7)]
    listed.clear()
    listed.show_findings({"findings": stops, "notes": []})
    assert len([w for w in told(listed) if w.startswith("Stops it")]) == 7


def test_what_a_writer_should_have_in_sight_is_shown(listed: ChecksList) -> None:
    notes = [
        {"kind": "tone", "account": "a", "scope": "", "sheet": {"tone": "plain"}},
        {"kind": "norms", "account": "a", "scope": "demo", "sheet": {"tone": "as neighbours"}},
        {"kind": "audience", "account": "a", "scope": "TW", "sheet": {"note": "writes 您"}},
    ]
    listed.show_findings({"findings": [], "notes": notes})
    words = [x.text() for x in listed.findChildren(Label)]
    assert words == ["Our tone: plain", "Usual there: as neighbours", "TW: writes 您"]


def test_what_all_accounts_share_is_told_once_and_let_through_for_all(
    listed: ChecksList, qtbot: Any
) -> None:
    listed.name_accounts({"a": "Moss", "b": "Field"})
    both = [finding("alt_missing", account=name) for name in ("a", "b")]
    listed.show_findings({"findings": [*both, finding("insult", account="b")], "notes": []})
    assert [words.split(":")[0:2] for words in told(listed)] == [
        ["Stops it", " Picture 1 has no alt text for those who cannot see it."],
        ["Hint", " Field"],
    ]
    assert listed.stops == 1
    said: list[Any] = []
    listed.overriding.connect(lambda one, reason: said.append((one["account"], reason)))
    listed.ask(listed._findings[0])
    field = listed.findChild(QLineEdit)
    assert field is not None
    qtbot.keyClicks(field, "divider")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert said == [(None, "divider")]
    kept = [{**one, "override": {"id": n, "reason": "divider"}} for n, one in enumerate(both)]
    listed.show_findings({"findings": kept, "notes": []})
    back: list[Any] = []
    listed.put_back.connect(lambda one: back.append(one["override"]["id"]))
    next(b for b in listed.findChildren(Button) if b.words() == "Take back").click()
    assert back == [0, 1]
