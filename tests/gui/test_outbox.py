from __future__ import annotations

from typing import Any

import pytest

from cmapp.ui.views import OutboxItem
from cmapp.ui.widgets.button import Button
from cmapp.ui.widgets.outbox_card import OutboxCard, changed_marks
from cmapp.ui.window import Window
from tests.gui.desk_fixture import FixtureDesk


def card(state: str, reason: str = "", **more: Any) -> OutboxItem:
    return OutboxItem(9, "a", "demo", "Us", "reply", state, reason, "words", 1, item=5, **more)


@pytest.mark.parametrize(
    ("item", "steps"),
    [
        (card("review", "parent_edited"), ["Edit and send", "Send anyway", "Drop"]),
        (card("review", "parent_deleted"), ["Drop", "Edit"]),
        (card("review", "unresolved"), ["Look again", "It is there", "Send again", "Drop"]),
        (card("uncertain"), ["Look again", "It is there"]),
        (card("rejected", "too_long"), ["Edit and send", "Drop"]),
        (card("ready"), ["Edit", "Take back"]),
        (card("sending"), []),
        (card("scheduled", facts={"planned_at": 1}), ["Take back"]),
        (card("scheduled", facts={"planned_at": 1, "recall": "hold"}), []),
    ],
)
def test_each_state_offers_its_steps(qtbot: Any, item: OutboxItem, steps: list[str]) -> None:
    made = OutboxCard(item)
    qtbot.addWidget(made)
    assert [b.words() for b in made.findChildren(Button)] == [*steps, "Open the thread"]


@pytest.mark.parametrize(
    ("item", "words"),
    [
        (card("scheduled", facts={"planned_at": 1}), "the server keeps it until"),
        (card("scheduled", facts={"planned_at": 1, "recall": "cancel"}), "asked back; else"),
        (card("ready", facts={"why": "before"}), "waits for the part before"),
        (card("ready", facts={"why": "recall"}), "waits until the server gives back"),
        (card("review", "out_already"), "the earlier version is out already"),
    ],
)
def test_a_card_says_who_holds_it_and_what_it_waits_for(
    qtbot: Any, item: OutboxItem, words: str
) -> None:
    made = OutboxCard(item)
    qtbot.addWidget(made)
    assert made.pill.text().startswith(words)


def test_half_a_thread_shows_as_such(qtbot: Any) -> None:
    facts = {"thread": (1, 3), "notes": ["server_refused"]}
    made = OutboxCard(card("ready", facts=facts))
    qtbot.addWidget(made)
    assert made._note().startswith("1 of 3 parts are out. The server would not keep it")


@pytest.mark.parametrize(
    ("words", "command", "args"),
    [
        ("Send anyway", "outbox.resolve", {"id": "12", "verdict": "send"}),
        ("Drop", "outbox.resolve", {"id": "12", "verdict": "drop"}),
        ("Look again", "outbox.resolve", {"id": "14", "verdict": "look"}),
        ("It is there", "outbox.resolve", {"id": "14", "verdict": "sent"}),
        ("Take back", "outbox.cancel", {"id": "11"}),
    ],
)
def test_a_step_becomes_its_command(
    qtbot: Any, window: Window, desk: FixtureDesk, words: str, command: str, args: dict[str, Any]
) -> None:
    window.go("outbox")
    for made in window.pane("outbox").findChildren(OutboxCard):
        if str(made.item.id) == args["id"]:
            next(b for b in made.findChildren(Button) if b.words() == words).click()
    qtbot.waitUntil(lambda: (command, args) in desk.calls)


def test_edit_takes_the_reply_back_into_the_composer(
    qtbot: Any, window: Window, desk: FixtureDesk
) -> None:
    item = desk.rows[1].id
    desk.answers["outbox.cancel"] = {"draft": "99"}
    window.edit_item(
        OutboxItem(12, "acct0002", "mastodon", "Us", "reply", "review", "x", "again", 1, item=item)
    )
    composer = window.pane("inbox").talk.composer
    qtbot.waitUntil(lambda: composer.editor.toPlainText() == "again")
    assert window.stack.currentWidget() is window.pane("inbox")
    assert window.pane("inbox").talk.thread_.item == item


def test_a_pending_reply_stands_in_its_thread(window: Window) -> None:
    rows = window.pane("inbox").talk.view.rows()
    assert rows[-1].said.pending is not None
    assert rows[-1].bubble.dashed
    assert "Waiting" in rows[-1].bubble.accessibleName()


@pytest.mark.parametrize(
    ("before", "after", "marked"),
    [
        ("the older 350 ml model?", "the older 250 ml model?", ["250"]),
        ("什么时候补货？", "什么时候补蓝色的货？", ["蓝色的"]),
        ("same", "same", []),
        ("", "all new", ["all new"]),
    ],
)
def test_what_changed_is_marked(before: str, after: str, marked: list[str]) -> None:
    assert [after[a : a + n] for a, n in changed_marks(before, after)] == marked


def test_the_state_of_the_world_is_always_said(
    qtbot: Any, window: Window, desk: FixtureDesk
) -> None:
    import dataclasses

    assert "Flight mode" in window.top.badge.text()
    assert "offline by choice" in window.status.words()
    desk.where = dataclasses.replace(desk.where, flight_since=None, paused_since=desk.here)
    window.look_around()
    qtbot.waitUntil(lambda: "paused" in window.status.words())
    assert "paused" in window.top.badge.text()
    desk.where = dataclasses.replace(desk.where, paused_since=None, network="none")
    window.look_around()
    qtbot.waitUntil(lambda: "no network" in window.status.words())
    assert window.top.badge.isHidden()
    desk.where = dataclasses.replace(desk.where, network="online")
    window.look_around()
    qtbot.waitUntil(lambda: window.status.words() == "online")
    assert window.pane("inbox").talk.composer.button.words() == "Send reply"


def test_j_and_k_walk_from_card_to_card(qtbot: Any, window: Window) -> None:
    window.go("outbox")
    pane = window.pane("outbox")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    cards = pane.findChildren(OutboxCard)
    for step, card in ((1, cards[0]), (1, cards[1]), (1, cards[2]), (-1, cards[1])):
        window._move(step)
        assert card.isAncestorOf(pane.focusWidget())
