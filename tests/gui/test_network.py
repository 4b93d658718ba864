"""The network on a real engine: picture and list, by keys and by pointer (N21, NW-02)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from cmapp.ui import look
from cmapp.ui.insights.network import NetworkPart
from cmapp.ui.widgets.network_list import ROW
from cmapp.ui.widgets.network_view import group_colour
from cmapp.ui.window import Window
from tests.support.stage import ANA, CHEN, US, Stage

pytestmark = pytest.mark.gui


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    made = Stage(tmp_path / "profile")
    yield made
    made.close()


def talk(stage: Stage) -> None:
    post = stage.world.say(US, "Something new today.")
    first = stage.world.say(ANA, "Is it vegan?", parent=post)
    stage.world.say(CHEN, f"It is, isn't it, @{US}?", parent=first)
    stage.world.say(US, "Yes!", parent=first)
    stage.call("sync")


@pytest.fixture
def opened(
    qtbot: Any, stage: Stage, live_window: Callable[[Stage], Window]
) -> Callable[[], tuple[Window, NetworkPart]]:
    def make() -> tuple[Window, NetworkPart]:
        window = live_window(stage)
        window.go("insights")
        pane = window.pane("insights")
        pane.show_part("network")
        part = pane.part("network")
        qtbot.waitUntil(lambda: part.found is not None and not window.bridge.busy(), timeout=20_000)
        return window, part

    return make


def names(part: NetworkPart) -> list[str]:
    return [r["handle"].lstrip("@") for r in part.model.rows]


def test_nobody_says_so(opened: Callable[[], tuple[Window, NetworkPart]]) -> None:
    _, part = opened()
    assert part._stack.currentWidget() is part._empty
    assert names(part) == []


def test_the_list_holds_whom_the_picture_shows_and_walks_by_keys(
    qtbot: Any, stage: Stage, opened: Callable[[], tuple[Window, NetworkPart]]
) -> None:
    talk(stage)
    window, part = opened()
    assert sorted(names(part)) == sorted([ANA, CHEN, US])
    assert {n["handle"].lstrip("@") for n in part.view.nodes} == {ANA, CHEN, US}
    assert "3 " in part._sum.text()
    part.field.setFocus()
    qtbot.keyClicks(part.field, CHEN[:4])
    assert names(part) == [CHEN]
    qtbot.keyClick(part.field, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is part.rows
    at = part.view.selected()
    assert part.view.nodes[at]["handle"].lstrip("@") == CHEN
    asked: list[int] = []
    part.person_asked.connect(asked.append)
    qtbot.keyClick(part.rows, Qt.Key.Key_Return)
    assert asked == [int(part.view.nodes[at]["id"])]
    assert window.shown() == "people"


def test_a_click_in_the_picture_stands_on_the_person_in_the_list(
    qtbot: Any, stage: Stage, opened: Callable[[], tuple[Window, NetworkPart]]
) -> None:
    talk(stage)
    _, part = opened()
    for at, node in enumerate(part.view.nodes):
        spot = part.view._spot(at).toPoint()
        qtbot.mouseClick(part.view, Qt.MouseButton.LeftButton, pos=spot)
        assert part.rows.currentIndex().data(ROW)["id"] == node["id"]
        assert part.view.selected() == at
    qtbot.mouseClick(part.view, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    assert part.view.selected() == -1


def test_without_us_only_the_others_are_left_and_lists_tell_why(
    qtbot: Any, stage: Stage, opened: Callable[[], tuple[Window, NetworkPart]]
) -> None:
    talk(stage)
    window, part = opened()
    part.us.click()
    qtbot.waitUntil(lambda: not window.bridge.busy() and len(part.view.nodes) == 2)
    assert sorted(names(part)) == sorted([ANA, CHEN])
    for code in ("betweenness", "kol", "koc", "thank", "endorsers"):
        part.lists.setCurrentIndex(part.lists.findData(code))
        qtbot.waitUntil(lambda: not window.bridge.busy())
        assert part._why.text()
    part.lists.setCurrentIndex(part.lists.findData("koc"))
    qtbot.waitUntil(lambda: not window.bridge.busy() and ANA in names(part))
    spoken = part.model.index(names(part).index(ANA), 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "1 of 1 posts drew 1 people" in spoken


def test_a_group_is_looked_at_by_itself_and_left_again(
    qtbot: Any, stage: Stage, opened: Callable[[], tuple[Window, NetworkPart]]
) -> None:
    talk(stage)
    window, part = opened()
    assert part.groups.count() == 2  # all of them, and the one that there is
    part.show_group(0)
    qtbot.waitUntil(lambda: not window.bridge.busy() and part._note.isVisible())
    assert "3" in part._note.text()
    assert part.groups.currentIndex() == 1
    part.us.click()  # other ties, other groups
    qtbot.waitUntil(lambda: not window.bridge.busy() and len(part.view.nodes) == 2)
    assert part.groups.currentIndex() == 0


def test_colours_of_groups_are_nobodys_but_theirs() -> None:
    """A colour that is made fainter in one place must not fade everywhere."""
    tint = group_colour(99)
    tint.setAlphaF(0.1)
    assert look.colour("faint").alphaF() == 1.0
    assert group_colour(0).alphaF() == 1.0
