from __future__ import annotations

from typing import Any

from cmapp.ui.bridge import Bridge
from cmapp.ui.models.inbox import BLOCK, InboxModel
from tests.gui.desk_fixture import FixtureDesk


def people(count: int) -> list[tuple[str, str, str, str, int, str]]:
    return [(f"n{i}", f"h{i}", "demo", "comment", count - i, f"text {i}") for i in range(count)]


def full(qtbot: Any, count: int) -> tuple[InboxModel, FixtureDesk, Bridge]:
    desk, bridge = FixtureDesk(people(count)), Bridge()
    model = InboxModel(desk, bridge)
    model.reload()
    qtbot.waitUntil(lambda: not bridge.busy())
    return model, desk, bridge


def test_the_first_block_is_there_before_anything_is_counted(qtbot: Any) -> None:
    desk, bridge = FixtureDesk(people(1000)), Bridge()
    model = InboxModel(desk, bridge)
    model.reload()
    assert model.rowCount() == BLOCK
    qtbot.waitUntil(lambda: model.rowCount() == 1000)
    bridge.close()


def test_every_row_is_reached_by_key(qtbot: Any) -> None:
    model, _desk, bridge = full(qtbot, 1000)
    seen = [model.row(i) for i in (0, 63, 64, 65, 500, 998, 999)]
    assert [r and r.text for r in seen] == [f"text {i}" for i in (0, 63, 64, 65, 500, 998, 999)]
    assert model.row(1000) is None
    bridge.close()


def test_a_row_that_was_dealt_with_leaves_at_once_and_the_others_close_up(qtbot: Any) -> None:
    model, _desk, bridge = full(qtbot, 200)
    for number in (70, 70, 3):
        row = model.row(number)
        assert row is not None and model.drop([row.id]) == number
    assert model.rowCount() == 197
    shown = [r.text for i in range(197) if (r := model.row(i))]
    assert shown == [f"text {i}" for i in range(200) if i not in (70, 71, 3)]
    assert model.drop([12345]) == -1
    bridge.close()


def test_only_some_blocks_are_kept(qtbot: Any) -> None:
    model, _desk, bridge = full(qtbot, BLOCK * 100)
    for i in range(0, BLOCK * 100, BLOCK):
        assert model.row(i) is not None
    assert len(model._blocks) <= 64
    bridge.close()


def test_a_screen_reader_hears_who_where_what_and_how_long(qtbot: Any, desk: FixtureDesk) -> None:
    from PySide6.QtCore import Qt

    bridge = Bridge()
    model = InboxModel(desk, bridge)
    model.reload()
    said = model.data(model.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert "林晓雯" in said and "Bluesky" in said and "comment" in said and "42 min overdue" in said
    bridge.close()


def test_a_late_answer_of_another_view_is_dropped(qtbot: Any) -> None:
    desk, bridge = FixtureDesk(people(300)), Bridge()
    model = InboxModel(desk, bridge)
    model.reload()
    model.show_view("message")
    qtbot.waitUntil(lambda: not bridge.busy())
    assert model.rowCount() == 0
    bridge.close()


def test_a_row_that_left_too_early_comes_back_where_it_stood(qtbot: Any) -> None:
    model, _desk, bridge = full(qtbot, 200)
    first = model.row(0)
    assert first is not None
    model.drop([first.id])
    model.reload()
    qtbot.waitUntil(lambda: not bridge.busy())
    assert model.find(first.id) == -1, "it is hidden until the store has said yes or no"
    model.come_back([first.id])
    qtbot.waitUntil(lambda: model.find(first.id) == 0)
    assert model.rowCount() == 200
    bridge.close()


def test_what_the_store_has_taken_is_gone_for_good_and_may_come_again(qtbot: Any) -> None:
    model, desk, bridge = full(qtbot, 200)
    rows = list(desk.rows)
    gone = rows[0]
    model.drop([gone.id])
    desk.rows = rows[1:]
    model.agreed([gone.id])
    model.reload()
    qtbot.waitUntil(lambda: not bridge.busy())
    assert model.rowCount() == 199 and not model._gone
    desk.rows = rows  # taken back, by whomever
    model.reload()
    qtbot.waitUntil(lambda: model.find(gone.id) == 0)
    bridge.close()


def test_rows_that_come_and_go_leave_the_others_where_they_are(qtbot: Any) -> None:
    model, desk, bridge = full(qtbot, 200)
    rows = list(desk.rows)
    events: list[tuple[str, int, int]] = []
    model.rowsInserted.connect(lambda _p, a, b: events.append(("in", a, b)))
    model.rowsRemoved.connect(lambda _p, a, b: events.append(("out", a, b)))
    desk.rows = [r for r in rows if r not in (rows[3], rows[10])]
    model.reload()
    qtbot.waitUntil(lambda: model.rowCount() == 198)
    assert events == [("out", 10, 10), ("out", 3, 3)]
    desk.rows = rows
    model.reload()
    qtbot.waitUntil(lambda: model.rowCount() == 200)
    assert [model.row(i) for i in range(200)] == rows
    bridge.close()
