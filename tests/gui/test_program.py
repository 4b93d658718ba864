"""The whole program without a screen: its window, its engine process, the demo network."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from cmapp.platforms.demo import FOLDER, Network
from cmapp.services.client import Client, EngineGone
from cmapp.system.clock import monotonic
from cmapp.system.paths import Paths
from cmapp.system.settings import Settings
from cmapp.ui.desktop import Program

SOON = 20_000


@pytest.fixture
def world(tmp_path: Path) -> Network:
    return Network.make(tmp_path / "p" / FOLDER, empty=True)


@pytest.fixture
def program(
    qapp: QApplication, tmp_path: Path, world: Network, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Program]:
    # a socket's path is short: it lies in a folder of its own, as on a desktop
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    paths = Paths(tmp_path / "p").make()
    made = Program(qapp, paths, Settings(undo_seconds=0), offline=False)
    assert made.open()
    yield made
    assert made.window is not None
    made.close()
    try:
        Client(paths).call("engine.quit")
    except EngineGone:
        pass
    if made.engine.process is not None:
        made.engine.process.wait(20)
    made.window.close()
    made.window.deleteLater()


def connect(program: Program, world: Network, qtbot: Any) -> Any:
    """Connect the brand, let somebody ask, wait for the row in the inbox."""
    above = world.say("mossfield", "New cups today.")
    world.say("ana.lopes", "Do you ship to Porto?", parent=above)
    answers = {"handle": "mossfield"}
    program.desk.call("accounts.add", platform="demo", way="demo", answers=answers)
    program.desk.call("sync")
    assert program.window is not None
    pane = program.window.pane("inbox")
    qtbot.waitUntil(lambda: pane.model.rowCount() == 1, timeout=SOON)
    return pane


def test_a_reply_written_in_the_window_goes_out_once(
    program: Program, world: Network, qtbot: Any
) -> None:
    pane = connect(program, world, qtbot)
    qtbot.waitUntil(lambda: pane.talk.thread_ is not None, timeout=SOON)
    pane.write()
    pane.talk.composer.editor.setPlainText("Yes, every Friday.")
    pane.talk.composer.send()
    qtbot.waitUntil(
        lambda: [p.text for p in world.posts()].count("Yes, every Friday.") == 1, timeout=SOON
    )
    qtbot.waitUntil(lambda: pane.model.rowCount() == 0, timeout=SOON)
    qtbot.waitUntil(lambda: [r.state for r in program.desk.outbox()] == ["sent"], timeout=SOON)
    assert program.desk.drafts() == []


def test_a_killed_engine_is_started_again_and_nothing_is_lost(
    program: Program, world: Network, qtbot: Any
) -> None:
    pane = connect(program, world, qtbot)
    assert program.engine.process is not None
    first = program.engine.process.pid
    os.kill(first, signal.SIGKILL)
    pane.write()
    pane.talk.composer.editor.setPlainText("Half a thought")
    pane.talk.composer.keep()
    qtbot.waitUntil(
        lambda: [d.text for d in program.desk.drafts()] == ["Half a thought"], timeout=SOON
    )
    assert program.engine.process.pid != first


def test_flight_mode_holds_and_the_landing_report_tells(
    program: Program, world: Network, qtbot: Any
) -> None:
    pane = connect(program, world, qtbot)
    window = program.window
    assert window is not None
    program.desk.call("flight.start")
    qtbot.waitUntil(lambda: "Flight mode" in window.top.badge.text(), timeout=SOON)
    pane.write()
    pane.talk.composer.editor.setPlainText("Yes, every Friday.")
    pane.talk.composer.send()
    qtbot.waitUntil(lambda: window.here.waiting == 1, timeout=SOON)
    question = next(p for p in world.posts() if "Porto" in p.text)
    world.edit(question.id, "Do you ship to Lisbon?")
    window.journeys.toggle_flight()
    landing = lambda: window.stack.currentWidget() is window._made.get("landing")  # noqa: E731
    qtbot.waitUntil(landing, timeout=SOON)
    held = program.desk.landing()
    assert held is not None and [r.reason for r in held.held] == ["parent_edited"]
    assert held.held[0].news[0].text == "Do you ship to Lisbon?"
    qtbot.waitUntil(window.top.badge.isHidden, timeout=SOON)
    assert not [p for p in world.posts() if p.text == "Yes, every Friday."]


def test_one_post_goes_out_from_two_accounts_in_their_own_words(
    program: Program, world: Network, qtbot: Any
) -> None:
    connect(program, world, qtbot)
    answers = {"handle": "mossfield_tw"}
    program.desk.call("accounts.add", platform="demo", way="demo", answers=answers)
    window = program.window
    assert window is not None
    window.go("write")
    pane: Any = window.pane("write")
    qtbot.waitUntil(lambda: len(pane.composer.chips.chips) == 2, timeout=SOON)
    pane.composer.chips.chips[1].click()
    pane.composer.editor.setPlainText("The blue one is back.")
    pane.composer.show_key(pane.composer.piece.wordings[1].key)
    pane.composer.editor.setPlainText("藍色的回來了。")
    pane.composer.keep()
    qtbot.waitUntil(
        lambda: [len(d.more["variants"]) for d in program.desk.drafts() if d.more] == [2],
        timeout=SOON,
    )
    pane.composer.send()
    wanted = {"The blue one is back.", "藍色的回來了。"}
    qtbot.waitUntil(lambda: wanted <= {p.text for p in world.posts()}, timeout=SOON)
    qtbot.waitUntil(lambda: program.desk.drafts() == [], timeout=SOON)
    qtbot.waitUntil(lambda: pane.composer.piece.empty, timeout=SOON)
    assert len(pane.composer.piece.accounts()) == 2, "the next one goes to the same accounts"


def test_a_post_with_a_described_picture_is_published(
    program: Program, world: Network, qtbot: Any, tmp_path: Path
) -> None:
    connect(program, world, qtbot)
    picture = QImage(40, 30, QImage.Format.Format_RGB32)
    picture.fill(0x3556D6)
    assert picture.save(str(tmp_path / "cup.png"))
    window = program.window
    assert window is not None
    window.go("write")
    pane: Any = window.pane("write")
    pane.composer.editor.setPlainText("The blue one is back.")
    pane.composer._attach_all([str(tmp_path / "cup.png")])
    pane.composer.pictures.rows[0].alt.setText("A blue cup")
    pane.composer.keep()
    qtbot.waitUntil(
        lambda: [d.media[0][1] for d in program.desk.drafts() if d.media] == ["A blue cup"],
        timeout=SOON,
    )
    pane.composer.send()
    qtbot.waitUntil(
        lambda: any(p.text == "The blue one is back." for p in world.posts()), timeout=SOON
    )
    sent = next(p for p in world.posts() if p.text == "The blue one is back.")
    assert [m["alt"] for m in sent.media] == ["A blue cup"]
    qtbot.waitUntil(lambda: program.desk.drafts() == [], timeout=SOON)


def test_a_refused_text_opens_again_where_it_was_written(
    program: Program, world: Network, qtbot: Any
) -> None:
    pane = connect(program, world, qtbot)
    world.fault("refuse")
    pane.write()
    pane.talk.composer.editor.setPlainText("No such luck.")
    pane.talk.composer.send()
    window = program.window
    assert window is not None
    qtbot.waitUntil(lambda: [r.state for r in program.desk.outbox()] == ["rejected"], timeout=SOON)
    window.edit_item(program.desk.outbox()[0])
    qtbot.waitUntil(
        lambda: pane.talk.composer.editor.toPlainText() == "No such luck.", timeout=SOON
    )


def test_a_stopped_engine_does_not_keep_the_window_from_closing(
    program: Program, world: Network, qtbot: Any
) -> None:
    connect(program, world, qtbot)
    engine = program.engine.process
    assert engine is not None
    os.kill(engine.pid, signal.SIGSTOP)
    try:
        began = monotonic()
        program.quit()
        assert monotonic() - began < 15  # an engine that is waited for never answers
    finally:
        os.kill(engine.pid, signal.SIGCONT)


def two_accounts(program: Program, world: Network, qtbot: Any) -> Any:
    """Connect two brands; return the Write pane with both of them chosen."""
    connect(program, world, qtbot)
    answers = {"handle": "mossfield_tw"}
    program.desk.call("accounts.add", platform="demo", way="demo", answers=answers)
    window = program.window
    assert window is not None
    window.go("write")
    pane: Any = window.pane("write")
    qtbot.waitUntil(lambda: len(pane.composer.chips.chips) == 2, timeout=SOON)
    pane.composer.chips.chips[1].click()
    return pane


def test_a_post_is_planned_changed_and_taken_back(
    program: Program, world: Network, qtbot: Any
) -> None:
    pane = two_accounts(program, world, qtbot)
    pane.composer.editor.setPlainText("On Friday.")
    draft = pane.draft
    pane.planning.set("2099-12-04T09:00", "Europe/Berlin")
    qtbot.waitUntil(lambda: len(program.desk.outbox()) == 2, timeout=SOON)
    qtbot.waitUntil(lambda: pane.composer.piece.empty and pane.draft != draft, timeout=SOON)
    assert pane.open_draft(draft)
    assert pane.planning.plan.queued
    assert pane.composer.button.accessibleName() == "Update"
    pane.composer.editor.setPlainText("On Friday, at nine.")
    pane.composer.keep()  # an autosave: what is queued stays as it was
    pane.composer.send()
    qtbot.waitUntil(lambda: pane.composer.piece.empty and pane.draft != draft, timeout=SOON)
    qtbot.waitUntil(
        lambda: (
            {r.text for r in program.desk.outbox() if r.state in ("ready", "scheduled")}
            == {"On Friday, at nine."}
        ),
        timeout=SOON,
    )
    assert pane.open_draft(draft)
    pane.planning.clear()
    qtbot.waitUntil(
        lambda: not [r for r in program.desk.outbox() if r.state == "ready"], timeout=SOON
    )
    qtbot.waitUntil(lambda: pane.planning.plan is None, timeout=SOON)
    found = program.desk.draft(draft)
    assert found is not None and (found.text, found.state) == ("On Friday, at nine.", "draft")


def test_what_the_checks_hold_stays_and_goes_with_a_reason(
    program: Program, world: Network, qtbot: Any, tmp_path: Path
) -> None:
    pane = two_accounts(program, world, qtbot)
    picture = QImage(8, 8, QImage.Format.Format_RGB32)
    picture.fill(0x00336699)
    assert picture.save(str(tmp_path / "cup.png"))
    pane.composer.editor.setPlainText("Look at this one.")
    pane.composer._attach_all([str(tmp_path / "cup.png")])
    pane.composer.keep()
    qtbot.waitUntil(lambda: pane.checking.list.stops > 0, timeout=SOON)
    pane.composer.send()
    qtbot.waitUntil(lambda: bool(program.desk.drafts()), timeout=SOON)
    assert pane.composer.piece.text == "Look at this one."
    for finding in [f for f in pane.checking.list._findings if f["severity"] == "stop"]:
        pane.checking.list.overriding.emit(finding, "a test picture of one colour")
    qtbot.waitUntil(lambda: pane.checking.list.stops == 0, timeout=SOON)
    pane.composer.send()
    qtbot.waitUntil(
        lambda: [p.text for p in world.posts()].count("Look at this one.") == 2, timeout=SOON
    )


def test_a_draft_that_is_written_elsewhere_too_becomes_two(
    program: Program, world: Network, qtbot: Any
) -> None:
    pane = two_accounts(program, world, qtbot)
    pane.composer.editor.setPlainText("First.")
    pane.composer.keep()
    qtbot.waitUntil(lambda: [d.text for d in program.desk.drafts()] == ["First."], timeout=SOON)
    found = program.desk.drafts()[0]
    pane._do("open", found)
    program.desk.call("drafts.save", id=found.id, text="Theirs.", base=found.base, writer="cli")
    pane.composer.editor.setPlainText("Mine.")
    pane.composer.keep()
    qtbot.waitUntil(
        lambda: {d.text for d in program.desk.drafts()} == {"Theirs.", "Mine."}, timeout=SOON
    )
    qtbot.waitUntil(lambda: pane.draft != int(found.id), timeout=SOON)
    pane.composer.editor.setPlainText("Mine, more.")
    pane.composer.keep()
    qtbot.waitUntil(
        lambda: {d.text for d in program.desk.drafts()} == {"Theirs.", "Mine, more."}, timeout=SOON
    )


def test_a_queued_post_for_two_is_taken_back_whole(
    program: Program, world: Network, qtbot: Any
) -> None:
    pane = two_accounts(program, world, qtbot)
    program.desk.call("flight.start")
    undo: list[Any] = []
    pane.tell.connect(lambda _words, back: undo.append(back))
    pane.composer.editor.setPlainText("For both.")
    pane.composer.show_key(pane.composer.piece.wordings[1].key)
    pane.composer.editor.setPlainText("給妳們。")
    draft = pane.draft
    pane.composer.send()
    qtbot.waitUntil(lambda: len(program.desk.outbox()) == 2 and bool(undo), timeout=SOON)
    qtbot.waitUntil(lambda: pane.composer.piece.empty, timeout=SOON)
    undo[-1]()
    qtbot.waitUntil(
        lambda: not [r for r in program.desk.outbox() if r.state == "ready"], timeout=SOON
    )
    qtbot.waitUntil(lambda: pane.draft == draft, timeout=SOON)
    piece = pane.composer.piece
    assert [piece.text_of(w.key) for w in piece.wordings] == ["For both.", "給妳們。"]
