"""The page of people: found, looked at, merged and unmerged by keys, on a real store."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from cmapp.ui.widgets.button import Button
from cmapp.ui.window import Window
from tests.support.stage import ANA, CHEN, US, Stage


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    made = Stage(tmp_path / "profile")
    post = made.world.say(US, "Something new today.")
    made.world.say(ANA, "Is it vegan?", parent=post)
    made.world.say(CHEN, "什么时候补货？", parent=post)
    made.call("sync")
    yield made
    made.close()


@pytest.fixture
def window(qtbot: Any, stage: Stage, live_window: Callable[[Stage], Window]) -> Window:
    made = live_window(stage)
    qtbot.keyClicks(made.focusWidget(), "gp")
    pane: Any = made.pane("people")

    def stands() -> bool:
        row = pane.model.row(pane.view.currentIndex().row())
        shown = pane.page.person
        return bool(not made.bridge.busy() and row and shown and row.root == shown.id)

    qtbot.waitUntil(stands)
    return made


def settled(qtbot: Any, window: Window, check: Any) -> None:
    def holds() -> bool:
        if not window.bridge.busy():
            window.pane("people").refresh(frozenset({"people"}))
        return bool(check())

    qtbot.waitUntil(holds, timeout=8000)


def button(qtbot: Any, window: Window, words: str) -> Button:
    def found() -> list[Button]:
        page = window.pane("people").page
        return [b for b in page.findChildren(Button) if b.isVisible() and b.words() == words]

    qtbot.waitUntil(lambda: bool(found()))
    return found()[0]


def press(qtbot: Any, window: Window, keys: str, modifier: Any = Qt.KeyboardModifier.NoModifier):
    qtbot.keyClicks(window.focusWidget(), keys, modifier)


def test_a_person_is_found_and_made_a_vip_by_keys(qtbot, window):
    pane = window.pane("people")
    assert pane.model.rowCount() == 2
    pane.field.setFocus()
    qtbot.keyClicks(pane.field, "chen")
    qtbot.waitUntil(lambda: pane.model.rowCount() == 1)
    qtbot.keyClick(pane.field, Qt.Key.Key_Down)
    qtbot.keyClick(pane.view, Qt.Key.Key_Down)
    pane.move_by(0)
    qtbot.waitUntil(lambda: pane.page.person.identities[0].handle == CHEN)
    press(qtbot, window, "s")
    settled(qtbot, window, lambda: pane.page.person.vip and pane.model.row(0).vip)
    press(qtbot, window, "u")
    settled(qtbot, window, lambda: not pane.page.person.vip)


def test_walking_the_list_shows_each_person(qtbot, window):
    pane = window.pane("people")
    order = [pane.model.row(n).root for n in (0, 1)]
    for key, root in (("j", order[1]), ("k", order[0]), ("j", order[1])):
        press(qtbot, window, key)
        qtbot.waitUntil(lambda wanted=root: pane.page.person.id == wanted)


def test_a_fact_is_entered_and_forgotten(qtbot, window):
    page = window.pane("people").page
    name, value = page.findChildren(QLineEdit)[:2]
    qtbot.keyClicks(name, "city")
    value.setFocus()
    qtbot.keyClicks(value, "Lisbon")
    qtbot.keyClick(value, Qt.Key.Key_Return)
    settled(qtbot, window, lambda: [f.value for f in page.person.facts] == ["Lisbon"])
    drop = next(b for b in page.findChildren(Button) if b.accessibleName() == "Forget city")
    drop.click()
    settled(qtbot, window, lambda: not page.person.facts)


def test_one_person_is_unmerged_and_the_conversation_shows_both_names(qtbot, window, stage):
    pane = window.pane("people")
    stage.call("people.merge", into=ANA, person=CHEN)
    settled(qtbot, window, lambda: pane.model.rowCount() == 1)
    settled(qtbot, window, lambda: len(pane.page.person.identities) == 2)
    items = stage.call("inbox.list")["items"]
    known = window.desk.thread(int(items[0]["id"])).person.known
    assert {i.handle for i in known.identities} == {ANA, CHEN}
    button(qtbot, window, "Unmerge").click()
    settled(qtbot, window, lambda: pane.model.rowCount() == 2)


def test_a_suggestion_is_shown_with_its_reason_and_declined(qtbot, window, stage):
    pane = window.pane("people")

    def twin(tx: Any) -> None:
        tx.db.execute(
            "INSERT INTO profiles (realm, remote_id, handle, name, seen_at)"
            " SELECT 'elsewhere', 'x', handle || '.bsky.social', name, 1 FROM profiles"
            " WHERE handle = ?",
            (CHEN,),
        )

    stage.engine.desk.store.write(twin)
    pane.show_person(stage.engine.desk.store.read(lambda db: _named(db, CHEN)))
    settled(qtbot, window, lambda: pane.page.person.suggestions)
    (found,) = pane.page.person.suggestions
    assert [r.code for r in found.reasons] == ["same_handle", "same_name"]
    button(qtbot, window, "Not the same").click()
    settled(qtbot, window, lambda: not pane.page.person.suggestions)


def _named(db: Any, handle: str) -> int:
    return int(db.execute("SELECT id FROM profiles WHERE handle = ?", (handle,)).fetchone()[0])


def test_what_is_new_counts_until_it_was_looked_at(qtbot, window, stage):
    pane = window.pane("people")
    who = pane.page.person.id
    stage.call("people.vip", people=[str(who)])

    def renamed(tx: Any) -> None:
        tx.db.execute("UPDATE profiles SET name = 'Another name', seen_at = ? WHERE id = ?",
                      (stage.engine.desk.now(), who))  # fmt: skip

    stage.engine.desk.store.write(renamed)
    settled(qtbot, window, lambda: [c.field for c in pane.page.person.changes] == ["name"])
    pane._note_look()

    def looked() -> Any:
        return stage.engine.desk.store.read(
            lambda db: db.execute("SELECT max(looked_at) FROM contacts").fetchone()[0]
        )

    qtbot.waitUntil(lambda: looked() is not None)
    pane.refresh(frozenset({"people"}))  # still told while one stays
    qtbot.waitUntil(lambda: not window.bridge.busy())
    assert [c.field for c in pane.page.person.changes] == ["name"]
    assert window.desk.person(who).changes == ()
