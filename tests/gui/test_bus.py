"""The whole window over the accessibility bus: every page and dialog is reached, read and used.

Keys come from the X server, everything else goes through the bus, as it does for those who see
nothing. What a press does is looked up in the store, not on the screen.
"""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from cmapp.services.client import Client
from cmapp.system.paths import profile as profile_paths
from cmapp.ui.actions import deeds
from cmapp.ui.panes import PANES
from tests.support.screen import App, Screen, timeless, until

Ask = Callable[..., dict[str, Any]]
pytestmark = pytest.mark.timeout(1200)  # hundreds of keys, each with its answer read back

PICKERS = {"b": "Snooze", "l": "Label", "a": "Assign", "v": "Views of the inbox"}
SHEETS = {
    "question": "Keyboard shortcuts",
    "F1": "Help",
    "ctrl+comma": "Settings",
    "n": "Private note",
    "shift+m": "Moderate",
    "t": "Make a task",
    "shift+c": "Log a contact",
    "ctrl+shift+d": "Review drafts",
    "ctrl+shift+h": "Writing help",
    "ctrl+shift+f": "Flight mode",
    "ctrl+k": "All actions",
}
BY_NAME = {
    "brand and norms": "Brand and norms",
    "slots": "Slots",
    "campaigns": "Campaigns and pillars",
    "series": "Series",
    "best times": "Best times",
    "import a plan": "Import a plan",
    "moderation log": "Moderation log",
    "office hours": "Office hours",
    "connect an": "Connect an account",
    "about": "About",
}


@pytest.fixture(scope="module")
def app(screen: Screen, tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    made = App(screen, tmp_path_factory.mktemp("bus") / "profile", "demo")
    made.to_front()
    made.wait_focus("table cell")
    yield made
    made.kill()
    for engine in made.engines():
        os.kill(engine, signal.SIGKILL)


@pytest.fixture
def ask(app: App) -> Ask:
    client = Client(profile_paths(app.profile))
    until(client.reachable, "no engine")
    return client.call


def home(app: App) -> str:
    """Leave what is written in, go to the inbox; return the row that has the keys."""

    def free() -> bool:  # a dialog that is on its way out would swallow the next key
        here = app.focus()
        if here is not None and here.role != "text" and app.find("dialog", "") is None:
            return True
        app.press("Escape")
        return False

    app.press("Escape")
    until(free, "Escape does not lead out")
    app.press("g", "i")
    app.wait("table", "Inbox")
    here = app.wait_focus("table")  # no cell where the one that stood there has left
    return timeless(here.name)


def closes(app: App, name: str) -> None:
    """Leave a dialog by Escape: it goes, and the list has the keys again."""
    app.press("Escape")
    until(lambda: app.find("dialog", name) is None, f"{name} stays")
    app.wait_focus("table")


def by_name(app: App, action: str) -> None:
    """Choose an action in the palette."""
    app.press("ctrl+k")
    app.wait_focus("text", "Find an action")
    app.type(action)
    app.press("Return")


def sound(app: App, where: str) -> None:
    """All that takes the keys has a name, and one thing has them."""
    app.all_named(where)
    assert until(app.focus, f"nothing has the keys in {where}").name, where


def test_every_page_is_reached_by_its_key_and_says_what_it_is(app: App) -> None:
    home(app)
    keys = {d.id: d.keys[0] for d in deeds() if d.keys}
    for pane in PANES:
        home(app)
        app.press(*("slash" if k == "/" else k.lower() for k in keys[pane.id].split(", ")))
        if pane.icon:
            app.wait("check box", pane.title())
        app.wait("label", pane.title())
        sound(app, pane.id)
    app.press("Escape")
    home(app)


@pytest.mark.parametrize("dialogs", [PICKERS, SHEETS], ids=["pickers", "sheets"])
def test_every_dialog_opens_by_its_key_and_gives_the_keys_back(
    app: App, dialogs: dict[str, str]
) -> None:
    row = home(app)
    for key, name in dialogs.items():
        app.press(key)
        app.wait("dialog", name)
        sound(app, name)
        closes(app, name)
    assert timeless(app.wait_focus("table cell").name) == row, "Escape did something"


def test_what_has_no_key_opens_from_the_palette(app: App) -> None:
    home(app)
    for action, name in BY_NAME.items():
        by_name(app, action)
        app.wait("dialog", name)
        sound(app, name)
        closes(app, name)


def test_media_opens_by_its_keys_and_gives_the_keys_back(app: App) -> None:
    home(app)
    app.press("g", "g")
    app.wait("dialog", "Media library")
    sound(app, "Media library")
    closes(app, "Media library")


@pytest.mark.parametrize("page", ["w", "q"], ids=["write", "calendar"])
def test_tab_leads_round_the_new_pages_by_things_that_have_names(app: App, page: str) -> None:
    home(app)
    app.press("g", page)
    app.wait("check box", {"w": "Write", "q": "Calendar"}[page])
    if page == "w":  # the accounts come a moment after the page
        until(lambda: [n for n in app.nodes() if n.name.startswith("Mossfield")], "no account")
    seen: list[tuple[str, str]] = []
    for _ in range(60):
        here = app.tab()
        assert here.name, seen
        if (here.role, here.name) in seen[:-1]:
            break
        seen.append((here.role, here.name))
    else:
        raise AssertionError(f"Tab does not come round: {seen}")
    assert ("push button", "Settings") in seen and len(seen) > 12, seen
    if page == "w":  # in the order in which they are laid out
        names = [name for _, name in seen]
        chip = next(n for n, name in enumerate(names) if name.startswith("Mossfield"))
        assert chip < names.index("Your post") < names.index("Plan…") < names.index("Brief")
    home(app)


def test_tab_leads_round_the_window_and_nowhere_into_a_trap(app: App) -> None:
    home(app)
    seen = []
    for _ in range(40):
        here = app.tab()
        assert here.name, seen
        seen.append((here.role, here.name))
        if here.role.startswith("table"):
            break
    else:
        raise AssertionError(f"Tab does not come round: {seen}")
    assert len(set(seen)) == len(seen), seen
    here = app.wait_focus("table")
    app.press("shift+Tab")
    until(lambda: (back := app.focus()) and back.who() != here.who(), "lost going back")
    home(app)


def test_a_deed_in_each_place_is_done_through_the_bus(app: App, ask: Ask) -> None:
    def inbox(**args: Any) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = ask("inbox.list", limit=300, **args)["items"]
        return found

    def told() -> str:
        """All that is known of people."""
        people = ask("people.list")["people"]
        return str([ask("people.show", person=p["id"]) for p in people])

    def waits() -> int:
        return sum(1 for item in inbox() if item["needs_reply"] and item["state"] == "open")

    # the inbox: done, and taken back
    home(app)
    before = waits()
    app.do("push button", "Done")
    until(lambda: waits() == before - 1, "it is not done in the store")
    app.do("push button", "Undo")
    until(lambda: waits() == before, "it is not open again in the store")

    # a note, a task, a label, a contact that is logged
    row = home(app)
    item = next(i["id"] for i in inbox() if i["text"] and i["text"][:200] in row)
    app.press("n")
    app.fill("Private note", "rang twice")
    app.do("push button", "Keep")
    until(lambda: "rang twice" in str(ask("notes.list", item=item)), "no note")
    home(app)
    app.press("g", "t")
    app.wait("dialog", "Tasks")
    app.fill("What is to be done", "ring the potter")
    app.do("push button", "Make")
    until(lambda: [t["title"] for t in ask("tasks.list")["tasks"]] == ["ring the potter"], "none")
    app.wait("check box", "Done: ring the potter")
    closes(app, "Tasks")
    app.press("l")
    app.fill("Which label?", "kiln")
    app.press("Return")
    until(lambda: "kiln" in str(ask("labels.list")), "no label")
    home(app)
    app.press("shift+c")
    app.fill("Who", "Aunt May")
    app.fill("What was said", "Do you fix cups?")
    app.do("push button", "Write down")
    until(lambda: any("fix cups" in (i["text"] or "") for i in inbox()), "it is not in the inbox")

    # a post leaves for the outbox, and is dropped there
    app.press("g", "w")
    app.fill("Your post", "Kiln opening on Friday")
    app.do("push button", "Publish")
    queued = until(lambda: ask("outbox.list")["rows"], "nothing is queued")
    assert queued[0]["text"] == "Kiln opening on Friday"

    # a post that is planned stands on its day, and is taken out of the plan by a key
    made = ask("drafts.save", text="Glaze talk", merge=False)["drafts"][0]["id"]
    day = (datetime.now(UTC).date() + timedelta(days=2)).isoformat()
    ask("plan.set", draft=made, at=f"{day}T10:00")
    home(app)
    app.press("g", "q")
    until(lambda: any("Glaze talk" in n.name for n in app.nodes()), "it is not on the calendar")
    app.wait_focus("table cell")
    app.press("j")
    until(lambda: "Glaze talk" in str(app.focus()), "the keys are not on the post")
    app.press("Delete")
    until(lambda: not ask("calendar.list", first=day)["entries"], "it is still in the plan")

    # a saved reply
    app.press("g", "s")
    app.do("push button", "New saved reply")
    app.fill("Title", "Hours")
    app.fill("Wording", "Open ten to six.")
    app.do("push button", "Save")
    until(lambda: "Open ten to six." in str(ask("replies.list")), "no saved reply")

    # a fact about a person
    home(app)
    app.press("g", "p")
    app.fill("What, e.g. city", "city")
    app.fill("Only what they stated", "Tainan")
    app.do("push button", "Add")
    until(lambda: "Tainan" in told(), "no fact in the store")

    # moderation, and its log
    home(app)
    app.press("shift+m")
    app.wait_focus("radio button")
    app.do("radio button", "Mute")
    app.fill("Reason", "shouts")
    app.do("push button", "Mute")
    until(lambda: "shouts" in str(ask("moderation.log", limit=5)), "nothing is in the log")
    home(app)
    by_name(app, "moderation log")
    app.do("push button", "Take back")
    until(lambda: any(e["undone_at"] for e in ask("moderation.log")["entries"]), "not taken back")
    closes(app, "Moderation log")

    # settings and hours
    app.press("ctrl+comma")
    app.do("check box", "Notifications")
    app.do("push button", "Close")
    settings = profile_paths(app.profile).settings
    until(lambda: settings.exists() and '"notifications": false' in settings.read_text(), "kept on")
    home(app)
    by_name(app, "office hours")
    app.wait("dialog", "Office hours")
    until(lambda: app.find("spin button", "Usually"), "the hours are not there")
    app.do("check box", "Only at these hours")
    app.do("push button", "Save")
    until(lambda: ask("hours.show")["hours"]["week"], "no hours in the store")

    # search reads out what it finds
    home(app)
    app.press("slash")
    app.fill("Search", "refund")
    app.do("push button", "Open ")
    until(lambda: app.find("text", "Your reply"), "it does not open")
