"""What says nearly the same, in the window: told on the row, selected by one key, decided at once.

With the real engine, the store and the demo network.
"""

from __future__ import annotations

from typing import Any

from cmapp.platforms.demo import Network
from cmapp.ui import row_words
from cmapp.ui.desktop import Program
from tests.gui.test_keys import press
from tests.gui.test_program import SOON, connect
from tests.gui.test_program import program as program  # the real one
from tests.gui.test_program import world as world

LATE = "Where is my parcel? Order {} was due on Monday and nobody answers."


def test_what_is_alike_says_so_and_is_decided_at_once(
    program: Program, world: Network, qtbot: Any
) -> None:
    pane = connect(program, world, qtbot)
    window = program.window
    assert window is not None
    above = world.say("mossfield", "Parcels leave daily.")
    for n, who in enumerate(("ana.lopes", "ana.lopes", "ana.lopes")):
        world.say(who, LATE.format(20471 + n), parent=above)
    program.desk.call("sync")

    def told() -> dict[str, int]:
        return {row.text[:5]: row.more for row in pane.model.at_hand()}

    qtbot.waitUntil(lambda: told() == {"Do yo": 0, "Where": 2}, timeout=SOON)
    at = next(n for n in range(4) if pane.model.row(n).text.startswith("Where"))
    assert [m.words for m in row_words.marks(pane.model.row(at))] == ["+2 like this"]
    pane.view.setCurrentIndex(pane.model.index(at, 0))
    # one key on one row is about that row; what is alike has to be asked for
    target = pane.triage.target()
    assert target.count == 1 and target.group is None
    pane.focus_list()
    press(qtbot, window, "=")
    qtbot.waitUntil(lambda: pane.model.selection.count(0) == 3, timeout=SOON)
    assert pane.triage.target().count == 3
    press(qtbot, window, "E")
    assert [row.text[:5] for row in pane.model.at_hand()] == ["Do yo"]
    done = lambda: program.desk.count("done")  # noqa: E731
    qtbot.waitUntil(lambda: done() == 3, timeout=SOON)
    press(qtbot, window, "U")
    qtbot.waitUntil(lambda: told() == {"Do yo": 0, "Where": 2} and done() == 0, timeout=SOON)
