"""A newcomer's way through the real window, by keyboard alone, as a screen reader tells of it.

Two processes (window and engine) on a screen of their own; the world is the demo network.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor, QImage

from cmapp.platforms.demo.network import FOLDER, Network
from cmapp.services.client import Client
from cmapp.system.paths import profile as profile_paths
from tests.support.screen import App, Screen, timeless, until

FIELD = "Your reply"
pytestmark = pytest.mark.timeout(1200)  # hundreds of keys, each with its answer read back


@pytest.fixture
def start(screen: Screen, tmp_path: Path) -> Iterator[Callable[[], App]]:
    """Open the window on one profile, again and again."""
    apps: list[App] = []

    def open_app() -> App:
        app = App(screen, tmp_path / "profile", "demo")
        apps.append(app)
        app.to_front()
        app.wait_focus("table cell")
        return app

    yield open_app
    for app in apps:
        app.kill()
    for engine in apps[0].engines() if apps else []:
        os.kill(engine, signal.SIGKILL)


def waiting(app: App) -> str:
    """What the rail says of the inbox."""
    return app.wait("check box", "Inbox, ").name


def write(app: App, words: str) -> None:
    app.press("r")
    app.wait_focus("text", FIELD)
    app.type(words)
    until(lambda: (here := app.focus()) and here.text == words, f"{words!r} is not there")


def go_to_answerable(app: App) -> str:
    """Walk down to a conversation that can be answered; return its row."""
    for _ in range(12):
        here = app.wait_focus("table cell")
        until(lambda row=here.name: app.reads(row), f"{here.name!r} is not opened")
        if app.find("text", FIELD):
            return timeless(here.name)
        app.press("j")
        until(lambda row=here: app.wait_focus("table").who() != row.who(), "j does not move")
    raise AssertionError("nothing can be answered")


def test_a_newcomer_gets_through_by_keyboard(start: Callable[[], App], tmp_path: Path) -> None:
    app = start()
    app.all_named()
    first = app.wait_focus("table cell").who()
    app.press("j")
    until(lambda: app.wait_focus("table cell").who() != first, "j does not move")
    app.press("k")
    until(lambda: app.wait_focus("table cell").who() == first, "k does not move back")

    # a reply is queued and taken back within its ten seconds
    go_to_answerable(app)
    before = waiting(app)
    write(app, "one moment please")
    app.press("ctrl+Return")
    app.wait("push button", "Undo")
    app.wait_focus("table")
    until(lambda: waiting(app) != before, "the row is still counted")
    app.press("u")
    app.wait_focus("text", FIELD)
    until(lambda: (here := app.focus()) and here.text == "one moment please", "not taken back")
    until(lambda: waiting(app) == before, "the row is not counted again")
    app.press("ctrl+a", "BackSpace", "Escape")
    app.wait_focus("table cell")

    # done, and undone
    app.press("e")
    until(lambda: waiting(app) != before, "done does not count down")
    app.press("u")
    until(lambda: waiting(app) == before, "undo does not count up")

    # search finds both scripts; Return opens what has the keys
    app.press("slash")
    app.put(app.wait_focus("text", "Search"), "退款")
    hit = app.wait("push button", "Open ")
    assert "退款" in hit.name
    app.press("Down")
    app.wait_focus("push button", "Open ")
    app.press("Return")
    until(lambda: app.find("push button", "Open ") is None or app.find("table", "Inbox"), "stays")
    app.press("g", "i")
    app.wait_focus("table cell")

    # flight: two replies wait; one question is edited meanwhile
    app.press("ctrl+shift+f")
    app.wait_focus("push button", "Take off")
    app.all_named()
    app.press("Return")
    app.wait("push button", "Land")
    app.wait_focus("table cell")
    world = Network(tmp_path / "profile" / FOLDER)
    asked = []
    for words in ("on its way to you", "yes it does fit"):
        row = go_to_answerable(app)
        asked.append(next(p for p in world.posts() if p.text and row.endswith(", " + p.text[:300])))
        write(app, words)
        app.press("ctrl+Return")
        until(lambda row=row: timeless(app.wait_focus("table").name) != row, "it does not leave")
    assert [world.replies_to(p.id) for p in asked] == [[], []]
    world.edit(asked[1].id, asked[1].text + " (the blue one)")
    app.press("ctrl+shift+f")
    app.wait("label", "Landing report")
    app.wait("label", "the question changed")
    sent = until(lambda: world.replies_to(asked[0].id), "it was not sent")
    assert len(sent) == 1 and "on its way to you" in sent[0].text
    assert world.replies_to(asked[1].id) == []
    app.all_named()

    # the held one is looked at and sent all the same
    app.press("g", "o")
    app.wait("label", "Needs you")
    app.tab_to("push button", "Send anyway")
    app.press("Return")
    until(lambda: world.replies_to(asked[1].id), "it was not sent")
    app.all_named()

    # everything that goes out stops at once, and goes on
    app.press("ctrl+shift+p")
    app.wait("push button", "Everything outgoing is paused")
    app.press("ctrl+shift+p")
    until(lambda: not app.find("push button", "Everything outgoing"), "still paused")

    app.press("ctrl+q")
    assert app.process.wait(20) == 0
    assert len(world.replies_to(asked[0].id)) == len(world.replies_to(asked[1].id)) == 1


def test_a_newcomer_writes_plans_and_lets_it_go_out_by_keyboard(
    start: Callable[[], App], tmp_path: Path
) -> None:
    picture = tmp_path / "cup.png"
    image = QImage(60, 40, QImage.Format.Format_RGB32)
    image.fill(QColor(60, 90, 160))
    assert image.save(str(picture))
    app = start()
    client = Client(profile_paths(app.profile))
    until(client.reachable, "no engine")

    def posts() -> list[dict[str, Any]]:
        today = datetime.now(UTC).date()
        last = (today + timedelta(days=90)).isoformat()
        found = client.call("calendar.list", first=today.isoformat(), last=last)["entries"]
        return sorted(found, key=lambda e: str(e["at"]))

    def day(text: str) -> str:
        return next(str(e["day"]) for e in posts() if e["text"].startswith(text))

    # two accounts, one with words of its own, one picture for both
    app.press("c")
    app.wait_focus("text", "Your post")
    app.type("Kiln opens on Friday")
    app.press("alt+2")
    until(lambda: len([n for n in app.nodes() if n.name.startswith("Preview for")]) == 2, "one")
    app.press("ctrl+Next", "ctrl+Next")
    app.type(", come in")
    app.wait("label", "Own wording")
    app.press("shift+Tab")
    app.wait_focus("push button", "For a region")
    app.press("c", "ctrl+Prior", "ctrl+Prior")
    app.tab_to("push button", "Attach pictures")
    app.press("Return")
    app.put(app.wait_focus("text", "File name:"), str(picture))  # typed, it opens a list of files
    until(lambda: (here := app.focus()) and here.text == str(picture), "no file name")
    app.press("Return")

    # what is missing holds it, and has the keys
    app.wait_focus("text", "Alt text of cup.png")
    app.press("ctrl+Return")
    app.wait("label", "Stops it: Picture 1 has no alt text")
    app.wait_focus("text", "Alt text of cup.png")
    assert client.call("outbox.list")["rows"] == []
    app.type("A blue cup")
    app.tab_to("push button", "Plan…")
    app.press("Return", "Return")
    app.wait_focus("text", "When? ")
    app.type("tomorrow 9:00")
    app.press("Return")
    app.wait("label", "Planned for tomorrow 09:00")
    app.all_named()

    # on the calendar: moved, and back
    tomorrow = day("Kiln opens")
    app.press("Escape", "g", "q")
    until(lambda: any("Kiln opens" in n.name for n in app.nodes()), "it is not on the calendar")
    app.wait_focus("table cell")
    app.press("j")
    until(lambda: "Kiln opens" in str(app.focus()), "the keys are not on the post")
    app.press("m", "Right", "Right", "Return")
    until(lambda: day("Kiln opens") > tomorrow, "it is not moved")
    app.press("u")
    until(lambda: day("Kiln opens") == tomorrow, "it is not moved back")
    until(lambda: "Kiln opens" in str(app.focus()), "the keys do not come back with it")

    # a series with an end, which goes out
    app.press("ctrl+k")
    app.wait_focus("text", "Find an action")
    app.type("series")
    app.press("Return")
    app.wait_focus("text", "Name")
    app.type("Tip of the week")
    app.tab_to("text", "Text")
    app.type("Warm the pot")
    app.tab_to("push button", "Save")
    app.press("Return")
    tips = until(lambda: [e for e in posts() if "Warm" in e["text"]], "no series")
    assert len(tips) > 5 and "planned" not in {e["state"] for e in tips}, "they would not leave"
    app.press("Escape")

    # an idea is brought to a day
    app.wait_focus("table cell")
    app.press("4", "n")
    app.wait_focus("text", "What might")
    app.type("Film of one cup")
    app.press("Return")
    app.wait_focus("table cell", "Idea, Film")
    app.press("1")
    app.wait_focus("table cell")
    app.tab_to("check box", "Ideas beside")
    app.press("Return")
    app.wait_focus("table cell", "Idea, Film")
    app.press("m", "Right", "Return")
    until(lambda: any(e["title"] == "Film of one cup" for e in posts()), "it has no day")
    app.all_named()

    # the look before the flight counts what its day brings, and landing changes nothing of it
    soon = datetime.now(UTC) + timedelta(hours=20)  # tomorrow at nine may be more than a day away
    own = [{"account": client.call("accounts.list")["accounts"][0]["id"]}]
    late = client.call("drafts.save", text="Glaze talk", variants=own)["drafts"][0]["id"]
    client.call("plan.set", draft=late, at=f"{soon:%Y-%m-%dT%H:%M}", zone="UTC")
    until(lambda: "server" in [e["state"] for e in posts() if e["text"] == "Glaze talk"], "kept")
    app.press("Escape", "ctrl+shift+f")
    app.wait_focus("push button", "Take off")
    app.wait("label", "Planned posts that go out meanwhile")
    app.press("Return")
    app.wait("push button", "Land")
    app.press("ctrl+shift+f")
    app.wait("label", "Landing report")
    assert day("Kiln opens") == tomorrow
    app.all_named()


def test_every_page_and_dialog_names_what_takes_the_keys(start: Callable[[], App]) -> None:
    app = start()
    for pane, said in (("w", "Write"), ("o", "Outbox"), ("a", "Accounts"), ("l", "Landing report")):
        app.press("g", pane)
        app.wait("label", said)
        app.all_named(said)
    for key, said in (
        ("question", "Keyboard shortcuts"),
        ("F1", "Help"),
        ("ctrl+comma", "Settings"),
        ("ctrl+k", "All actions"),
    ):
        app.press(key)
        app.wait("dialog", said)
        app.all_named(said)
        app.press("Escape")
        until(lambda said=said: app.find("dialog", said) is None, f"{said} stays")
    app.press("ctrl+k")
    app.wait_focus("text", "Find an action")
    app.type("connect")
    app.press("Return")
    app.wait_focus("push button", "Mastodon")
    app.all_named()
    app.press("Tab", "Return")
    app.wait_focus("text", "Server")
    app.all_named()


def test_a_killed_window_brings_back_each_letter_and_a_killed_engine_comes_again(
    start: Callable[[], App],
) -> None:
    app = start()
    row = go_to_answerable(app)
    write(app, "half a sentence that nobody saved, half a wor")
    app.kill()

    app = start()
    assert go_to_answerable(app) == row
    assert app.wait("text", FIELD).text == "half a sentence that nobody saved, half a wor"

    (engine,) = app.engines()
    app.press("r")
    app.wait_focus("text", FIELD)
    os.kill(engine, signal.SIGKILL)
    app.type("d")
    until(lambda: [e for e in app.engines() if e != engine], "no engine comes again")
    app.press("ctrl+Return")
    app.wait("push button", "Undo")
    app.press("u")
    app.wait_focus("text", FIELD)
    until(lambda: (here := app.focus()) and here.text.endswith("half a word"), "it was lost")


def test_a_second_start_raises_the_first(start: Callable[[], App], screen: Screen) -> None:
    app = start()
    second = App(screen, app.profile, "demo")
    assert second.process.wait(20) == 0
    assert app.process.poll() is None and len(app.engines()) == 1
