from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from cmapp.domain.errors import Offline, Rejected
from cmapp.ui.bridge import Bridge
from cmapp.ui.dialogs.connect import Connect, Tile
from cmapp.ui.dialogs.trust import Trust
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.label import Label
from tests.gui.desk_fixture import FixtureDesk

NOBODY = "/nowhere/house-ca.pem"
SERVER = {"name": "server", "label": "server", "secret": False, "value": "https://bsky.example"}
PASSWORD = {"name": "password", "label": "app_password", "secret": True, "value": ""}
STEP: dict[str, Any] = {
    "type": "form",
    "title": "bluesky_app_password",
    "fields": [SERVER | {"help": ""}, PASSWORD | {"help": "bluesky_app_password"}],
    "problem": None,
    "problem_field": None,
}
FORM: dict[str, Any] = {"talk": "t1", "step": STEP}


@pytest.fixture
def dialog(qtbot: Any, desk: FixtureDesk, bridge: Bridge) -> Connect:
    desk.answers["signin.start"] = FORM
    made = Connect(desk, bridge)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: len(made.findChildren(Tile)) == 4)
    return made


def start(qtbot: Any, dialog: Connect) -> list[QLineEdit]:
    next(t for t in dialog.findChildren(Tile) if t.platform == "bluesky").click()
    qtbot.waitUntil(lambda: len(dialog._fields) == 2)
    return list(dialog._fields.values())


def test_every_platform_and_way_is_offered(dialog: Connect) -> None:
    offered = {(t.platform, t.way) for t in dialog.findChildren(Tile)}
    assert {p for p, _ in offered} == {"mastodon", "bluesky", "demo"}


def test_a_form_is_drawn_and_answered(qtbot: Any, dialog: Connect, desk: FixtureDesk) -> None:
    server, password = start(qtbot, dialog)
    assert server.text() == "https://bsky.example"
    assert password.echoMode() == QLineEdit.EchoMode.Password
    desk.answers["signin.answer"] = {"accounts": [{"id": "x"}]}
    password.setText("abcd")
    dialog._on.click()
    qtbot.waitUntil(lambda: dialog.result() == 1)
    name, args = desk.calls[-1]
    assert name == "signin.answer" and args["talk"] == "t1"
    assert args["answers"] == {"server": "https://bsky.example", "password": "abcd"}


def test_a_wrong_answer_asks_again_and_keeps_what_was_typed(
    qtbot: Any, dialog: Connect, desk: FixtureDesk
) -> None:
    _, password = start(qtbot, dialog)
    again = STEP | {"problem": "sign_in_needed", "problem_field": "password"}
    desk.answers["signin.answer"] = {"talk": "t1", "step": again}
    password.setText("wrong")
    dialog._on.click()
    qtbot.waitUntil(lambda: "does not accept" in dialog._fields["password"].accessibleDescription())
    assert dialog._fields["password"].text() == "wrong"


def test_an_empty_field_is_not_sent(qtbot: Any, dialog: Connect, desk: FixtureDesk) -> None:
    start(qtbot, dialog)
    count = len(desk.calls)
    dialog._on.click()
    assert len(desk.calls) == count


def test_the_browser_is_opened_and_waited_for(
    qtbot: Any, dialog: Connect, desk: FixtureDesk
) -> None:
    opened: list[str] = []
    dialog.open_link.connect(opened.append)
    desk.answers["signin.start"] = {
        "talk": "t2",
        "step": {"type": "browse", "url": "https://m.example/oauth"},
    }
    desk.answers["signin.wait"] = {
        "talk": "t2",
        "step": {
            "type": "choose",
            "title": "which",
            "options": [{"value": "1", "label": "One"}, {"value": "2", "label": "<b>Two</b>"}],
        },
    }
    desk.answers["signin.answer"] = {"accounts": [{"id": "x"}]}
    next(t for t in dialog.findChildren(Tile) if t.way == "browser").click()
    qtbot.waitUntil(lambda: any(b.words() == "<b>Two</b>" for b in dialog.findChildren(Button)))
    assert opened == ["https://m.example/oauth"]
    next(b for b in dialog.findChildren(Button) if b.words() == "<b>Two</b>").click()
    qtbot.waitUntil(lambda: dialog.result() == 1)
    assert desk.calls[-1][1]["answers"] == {"choice": "2"}


def test_trouble_is_said_and_one_can_begin_again(
    qtbot: Any, dialog: Connect, desk: FixtureDesk
) -> None:
    desk.answers["signin.start"] = Offline()
    next(iter(dialog.findChildren(Tile))).click()
    qtbot.waitUntil(lambda: dialog._on.words() == "Begin again")
    dialog._on.click()
    qtbot.waitUntil(lambda: len([t for t in dialog.findChildren(Tile) if t.isVisible()]) == 4)


def test_closing_breaks_the_conversation_off(
    qtbot: Any, dialog: Connect, desk: FixtureDesk
) -> None:
    start(qtbot, dialog)
    dialog.reject()
    qtbot.waitUntil(lambda: ("signin.cancel", {"talk": "t1"}) in desk.calls)


def test_beginning_again_shows_what_was_typed(
    qtbot: Any, dialog: Connect, desk: FixtureDesk
) -> None:
    server, password = start(qtbot, dialog)
    server.setText("bsky.exmaple")
    password.setText("abcd")
    desk.answers["signin.answer"] = Offline()
    dialog._on.click()
    qtbot.waitUntil(lambda: dialog._on.words() == "Begin again")
    dialog._on.click()
    qtbot.waitUntil(lambda: len(dialog._fields) == 2)
    assert [f.text() for f in dialog._fields.values()] == ["bsky.exmaple", "abcd"]
    assert dialog._fields["server"].selectedText() == "bsky.exmaple"


def test_own_certificates_are_asked_for_by_a_quiet_button_alone(
    qtbot: Any, dialog: Connect, desk: FixtureDesk
) -> None:
    desk.answers["signin.start"] = {"talk": "t1", "step": STEP | {"trusts": True}}
    _, password = start(qtbot, dialog)
    part = dialog._trusts
    assert part is not None
    qtbot.waitUntil(part.more.isVisible)
    assert not part.choose.isVisible()
    qtbot.keyClick(part.more, Qt.Key.Key_Space)
    assert part.choose.hasFocus() and not part.none.isVisible()
    part.take(NOBODY)
    desk.answers["signin.answer"] = Offline("certificate", host="bsky.example")
    password.setText("abcd")
    dialog._on.click()
    qtbot.waitUntil(lambda: dialog._on.words() == "Begin again")
    assert desk.calls[-1][1]["answers"]["ca_file"] == NOBODY
    said = " ".join(label.text() for label in dialog.findChildren(Label))
    assert "file of its authority" in said
    dialog._on.click()
    qtbot.waitUntil(lambda: len(dialog._fields) == 2)
    assert dialog._trusts is not None and dialog._trusts.path == NOBODY, "it is not chosen twice"
    desk.answers["signin.answer"] = {"accounts": [{"id": "x"}]}
    dialog._trusts.take("")
    dialog._on.click()
    qtbot.waitUntil(lambda: dialog.result() == 1)
    assert "ca_file" not in desk.calls[-1][1]["answers"]


def test_where_no_server_is_named_none_is_offered(qtbot: Any, dialog: Connect) -> None:
    start(qtbot, dialog)
    assert dialog._trusts is None


def test_signing_in_again_keeps_the_certificates(
    qtbot: Any, desk: FixtureDesk, bridge: Bridge
) -> None:
    desk.answers["signin.start"] = {"talk": "t1", "step": STEP | {"trusts": True}}
    account = replace(desk.accounts()[0], facts={"ca_file": NOBODY})
    made = Connect(desk, bridge, account=account)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made._trusts is not None)
    assert made._trusts is not None and made._trusts.path == NOBODY
    qtbot.waitUntil(made._trusts.choose.isVisible)  # what is set is shown


def test_the_card_names_the_certificates_and_changes_them(
    qtbot: Any, open_window: Any, desk: FixtureDesk
) -> None:
    given = [replace(a, facts={"ca_file": NOBODY}) for a in desk.accounts()]
    desk.accounts = lambda: given[:1]  # type: ignore[method-assign]
    window = open_window(desk)
    window.go("accounts")
    pane = window.pane("accounts")
    words = " ".join(label.accessibleName() or label.text() for label in pane.findChildren(Label))
    assert "Trusts the certificates in house-ca.pem, too" in words
    button = next(b for b in pane.findChildren(Button) if b.words() == "Certificates…")
    qtbot.waitUntil(button.isVisible)
    assert button.accessibleName() == "Certificates…: @qingwa.example"
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Space)
    sheet = pane.findChild(Trust)
    assert sheet is not None and sheet.certificates.path == NOBODY
    desk.answers["accounts.trust"] = Rejected("no_certificates", field="ca_file", file="x")
    sheet.keep.click()
    qtbot.waitUntil(lambda: "no certificate" in sheet.said.text())
    sheet.certificates.none.click()
    desk.answers["accounts.trust"] = {"accounts": []}
    sheet.keep.click()
    qtbot.waitUntil(lambda: ("accounts.trust", {"id": "acct0001", "ca_file": ""}) in desk.calls)
