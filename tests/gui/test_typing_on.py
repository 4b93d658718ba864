"""What is typed while the engine works on something else is not lost."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from cmapp.domain.errors import Rejected
from cmapp.ui.bridge import Bridge
from cmapp.ui.drafting import Drafting
from cmapp.ui.journal import Journal
from cmapp.ui.text import now
from cmapp.ui.views import DraftView, OutboxItem, Written
from cmapp.ui.window import Window
from tests.gui.desk_fixture import FixtureDesk


class StoringDesk(FixtureDesk):
    """Keeps drafts as the engine does: a queued one is closed; answers to a send can wait."""

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[str, DraftView] = {}
        self.rows_: dict[str, str] = {}
        self.go_on = threading.Event()
        self.go_on.set()
        for name in ("reply", "post"):
            self.answers[name] = self._queue
        self.answers["drafts.save"] = self._save
        self.answers["outbox.cancel"] = self._cancel

    def drafts(self) -> list[DraftView]:
        return sorted(self.kept.values(), key=lambda d: -d.saved_at)

    def _save(self, args: dict[str, Any]) -> dict[str, Any]:
        if args["id"] in self.rows_:
            raise Rejected("draft_is_queued", field="draft", reason="queued")
        item = args.get("item")
        media = tuple((i["path"], i["alt"]) for i in args.get("images") or ())
        number = None if item is None else int(item)
        kept = DraftView(
            args["id"], args.get("account") or "", number, args["text"], args.get("at") or now(),
            media=media,
        )  # fmt: skip
        self.kept[args["id"]] = kept
        return {}

    def _queue(self, args: dict[str, Any]) -> dict[str, Any]:
        if args["draft"] in self.rows_:
            raise Rejected("draft_is_queued", field="draft", reason="queued")
        self.rows_[args["draft"]] = args["text"]
        self.was = self.kept.pop(args["draft"])
        assert self.go_on.wait(120)
        return {"outbox": {"id": "77", "state": "ready"}}

    def _cancel(self, args: dict[str, Any]) -> dict[str, Any]:
        draft, _ = self.rows_.popitem()
        self.kept.setdefault(draft, self.was)
        return {"draft": draft}

    def queued_texts(self, numbers: list[int]) -> dict[int, set[str]]:
        return {int(n): {t} for n, t in self.rows_.items() if int(n) in numbers}


@pytest.fixture
def desk() -> StoringDesk:
    return StoringDesk()


@pytest.fixture
def journal(tmp_path: Path) -> Journal:
    return Journal(tmp_path / "drafts.journal")


@pytest.fixture
def window(qtbot: Any, desk: StoringDesk, bridge: Bridge, journal: Journal) -> Iterator[Window]:
    made = Window(desk, bridge, Drafting(desk, bridge, journal))
    qtbot.addWidget(made)
    made.show()
    pane: Any = made.pane("inbox")
    qtbot.waitUntil(lambda: pane.talk.thread_ is not None)
    yield made
    desk.go_on.set()


Place = Callable[[Window], tuple[Any, Any]]


def in_inbox(window: Window) -> tuple[Any, Any]:
    pane: Any = window.pane("inbox")
    pane.write()
    return pane, pane.talk.composer


def in_write(window: Window) -> tuple[Any, Any]:
    window.go("write")
    pane: Any = window.pane("write")
    pane.begin()
    return pane, pane.composer


def pane_draft(pane: Any) -> int:
    """The draft that is in the composer."""
    return int(pane.replying.draft if hasattr(pane, "replying") else pane._draft)


places = pytest.mark.parametrize("place", [in_inbox, in_write])


def send_and_type_on(qtbot: Any, desk: StoringDesk, composer: Any) -> None:
    desk.go_on.clear()
    composer.editor.setPlainText("First.")
    composer.send()
    qtbot.waitUntil(lambda: bool(desk.rows_))
    composer.editor.setPlainText("Second, typed meanwhile.")


@places
def test_what_is_typed_after_send_goes_on_as_a_draft_of_its_own(
    qtbot: Any, window: Window, desk: StoringDesk, bridge: Bridge, place: Place
) -> None:
    pane, composer = place(window)
    send_and_type_on(qtbot, desk, composer)
    desk.go_on.set()
    qtbot.waitUntil(lambda: not bridge.busy())
    assert composer.editor.toPlainText() == "Second, typed meanwhile."
    assert [d.text for d in desk.drafts()] == ["Second, typed meanwhile."]
    assert str(pane_draft(pane)) in desk.kept
    composer.editor.setPlainText("Third.")
    composer.keep()
    qtbot.waitUntil(lambda: [d.text for d in desk.drafts()] == ["Third."])


@places
def test_a_composer_is_empty_after_its_text_was_sent(
    qtbot: Any, window: Window, desk: StoringDesk, bridge: Bridge, place: Place
) -> None:
    _, composer = place(window)
    composer.editor.setPlainText("First.")
    composer.send()
    qtbot.waitUntil(lambda: bool(desk.rows_) and not bridge.busy())
    assert composer.editor.toPlainText() == ""
    assert desk.drafts() == []


@places
def test_a_kill_between_send_and_answer_loses_nothing(
    qtbot: Any, window: Window, desk: StoringDesk, bridge: Bridge, journal: Journal, place: Place
) -> None:
    _, composer = place(window)
    send_and_type_on(qtbot, desk, composer)
    composer.keep()
    qtbot.waitUntil(lambda: [e.written.text for e in journal.replay()] == [composer.written().text])
    again = Bridge()  # another process: it has the journal and the store, nothing else
    assert Drafting(desk, again, journal).recover(desk.queued_texts) == 1
    qtbot.waitUntil(lambda: not again.busy())
    assert [d.text for d in desk.drafts()] == ["Second, typed meanwhile."]
    again.close()


def test_what_was_queued_as_it_stands_is_not_brought_back(
    qtbot: Any, desk: StoringDesk, bridge: Bridge, journal: Journal
) -> None:
    drafting = Drafting(desk, bridge, journal)
    drafting.keep(5, Written("First.", ""), hand_over=False)
    desk.rows_["5"] = "First."
    assert drafting.recover(desk.queued_texts) == 0
    assert journal.replay() == []


def send(qtbot: Any, desk: StoringDesk, bridge: Bridge, composer: Any, words: str) -> None:
    composer.editor.setPlainText(words)
    composer.send()
    qtbot.waitUntil(lambda: words in desk.rows_.values() and not bridge.busy())


@places
def test_undo_brings_the_text_back_where_nothing_else_was_begun(
    qtbot: Any, window: Window, desk: StoringDesk, bridge: Bridge, place: Place
) -> None:
    pane, composer = place(window)
    send(qtbot, desk, bridge, composer, "First.")
    window.undo()
    qtbot.waitUntil(lambda: composer.editor.toPlainText() == "First.")
    assert str(pane_draft(pane)) in desk.kept


@places
def test_undo_leaves_alone_what_was_begun_since(
    qtbot: Any, window: Window, desk: StoringDesk, bridge: Bridge, place: Place
) -> None:
    pane, composer = place(window)
    send(qtbot, desk, bridge, composer, "First.")
    composer.editor.setPlainText("Second.")
    window.undo()
    qtbot.waitUntil(lambda: len(desk.drafts()) == 2 and not bridge.busy())
    assert composer.editor.toPlainText() == "Second."
    assert {d.text for d in desk.drafts()} == {"First.", "Second."}
    assert desk.kept[str(pane_draft(pane))].text == "Second."
    window.go("write")
    write: Any = window.pane("write")
    write._fill()
    first = next(d for d in desk.drafts() if d.text == "First.")
    write._do("open", first)
    qtbot.waitUntil(lambda: composer.editor.toPlainText() == "First.")
    assert {d.text for d in desk.drafts()} == {"First.", "Second."}


@places
def test_edit_does_not_put_a_refused_text_over_its_better_draft(
    qtbot: Any, window: Window, desk: StoringDesk, bridge: Bridge, place: Place
) -> None:
    pane, composer = place(window)
    send(qtbot, desk, bridge, composer, "Too long.")
    draft = next(iter(desk.rows_))
    thread = pane.talk.thread_ if place is in_inbox else None
    item = thread.item if thread is not None else None
    better = DraftView(draft, "acct0001", item, "Short.", desk.here + 10_000)
    desk.kept[draft] = better  # as the refusal gave it back, and as it was improved elsewhere
    window.edit_item(
        OutboxItem(77, "acct0001", "bluesky", "Us", "reply", "rejected", "too_long", "Too long.",
                   desk.here - 5, item=item)
    )  # fmt: skip
    qtbot.waitUntil(lambda: composer.editor.toPlainText() != "" and not bridge.busy())
    assert composer.editor.toPlainText() == "Short."
    assert [d.text for d in desk.drafts()] == ["Short."]


def test_letters_typed_before_the_engine_took_the_pause_come_back(
    qtbot: Any, desk: StoringDesk, bridge: Bridge, journal: Journal
) -> None:
    drafting = Drafting(desk, bridge, journal)
    drafting.keep(5, Written("Hello", "a"))
    drafting.note(5, Written("Hello world", "a"))
    qtbot.waitUntil(lambda: [d.text for d in desk.drafts()] == ["Hello"])
    again = Bridge()
    assert Drafting(desk, again, journal).recover(desk.queued_texts) == 1
    qtbot.waitUntil(lambda: [d.text for d in desk.drafts()] == ["Hello world"])
    assert Drafting(desk, again, journal).recover(desk.queued_texts) == 0
    again.close()


def test_later_text_counts_even_where_the_clock_was_set_back(
    qtbot: Any, desk: StoringDesk, bridge: Bridge, journal: Journal
) -> None:
    drafting = Drafting(desk, bridge, journal)
    desk.kept["5"] = DraftView("5", "a", 9, "Hello", now() + 3_600_000)
    drafting.of_item(9, "a")
    for words in ("Hello w", "Hello world"):
        drafting.keep(5, Written(words, "a"), item=9)
    qtbot.waitUntil(lambda: not bridge.busy())
    times = sorted(args["at"] for name, args in desk.calls if name == "drafts.save")
    assert now() + 3_500_000 < times[0] < times[1]
