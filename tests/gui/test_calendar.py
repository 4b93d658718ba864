"""The calendar by mouse and keys: a drag keeps the time of day and the zone (CA-08)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt

from cmapp.domain.errors import Rejected
from cmapp.ui.planning.plans import Entry, Sieve, here, iso, today
from cmapp.ui.planning.view import Target
from cmapp.ui.window import Window
from tests.gui.desk_fixture import FixtureDesk
from tests.gui.test_keys import press


class Plan:
    """What is planned, as `calendar.list` tells it: draft → (day from today, wall time, more)."""

    def __init__(self) -> None:
        self.posts: dict[str, dict[str, Any]] = {}
        self.asked: list[tuple[str, str]] = []

    def put(self, draft: str, days: int, clock: str, **more: Any) -> None:
        day = iso(today() + days)
        self.posts[draft] = {
            "id": draft, "draft": draft, "at": f"{day}T{clock}:00.000Z", "wall": f"{day}T{clock}",
            "zone": "UTC", "title": "", "text": f"Post {draft}", "accounts": ["acct0001"],
            "campaign": None, "pillar": "", "state": "queued", **more,
        }  # fmt: skip

    def look(self, first: str, last: str, zone: str, light: bool) -> dict[str, Any]:
        self.asked.append((first, last))
        entries = [p for p in self.posts.values() if first <= p["wall"][:10] <= last]
        campaigns = [{"id": "5", "name": "Kiln week", "color": "blue", "pattern": "stripes"}]
        return {"entries": entries, "campaigns": campaigns, "holidays": []}

    def ideas(self) -> dict[str, Any]:
        known = {"7": ("idea", "Film a cup"), "8": ("draft", "Closed over new year")}
        return {
            "ideas": [
                {"draft": d, "stage": stage, "title": "", "text": text, "accounts": []}
                for d, (stage, text) in known.items()
                if d not in self.posts
            ]
        }

    def set(self, args: dict[str, Any]) -> dict[str, Any]:
        day = date.fromisoformat(args["at"][:10]).toordinal() - today()
        self.put(args["draft"], day, args["at"][11:])
        undo = {"command": "plan.clear", "args": {"draft": args["draft"]}}
        return {"draft": args["draft"], "wall": args["at"], "held": [], "undo": undo}

    def move(self, args: dict[str, Any]) -> dict[str, Any]:
        post = self.posts[args["draft"]]
        before = post["wall"]
        wall = args.get("at") or f"{args['day']}T{before[11:]}"
        post.update(wall=wall, at=f"{wall}:00.000Z")
        undo = {"command": "plan.move", "args": {"draft": args["draft"], "at": before}}
        return {"draft": args["draft"], "undo": undo}


@pytest.fixture
def plan(desk: FixtureDesk, monkeypatch: pytest.MonkeyPatch) -> Plan:
    made = Plan()
    desk.looks["calendar.list"] = made.look
    desk.answers["plan.move"] = made.move
    desk.answers["plan.set"] = made.set
    desk.looks["calendar.ideas"] = made.ideas
    monkeypatch.setattr("cmapp.ui.planning.plans.here", lambda: "UTC")
    return made


@pytest.fixture
def pane(
    qtbot: Any, open_window: Callable[[FixtureDesk], Window], desk: FixtureDesk, plan: Plan
) -> Any:
    plan.put("1", 0, "09:30")
    plan.put("2", 0, "14:00", campaign="5")
    plan.put("3", 1, "10:00")
    window = open_window(desk)
    window.go("calendar")
    found: Any = window.pane("calendar")
    qtbot.waitUntil(lambda: len(found.plans.day(today()).entries) == 2)
    return found


def walls(plan: Plan, draft: str) -> tuple[int, str]:
    wall = plan.posts[draft]["wall"]
    return date.fromisoformat(wall[:10]).toordinal() - today(), wall[11:]


def drag(qtbot: Any, view: Any, start: QPoint, end: QPoint) -> None:
    port = view.viewport()
    left = Qt.MouseButton.LeftButton
    qtbot.mousePress(port, left, pos=start)
    qtbot.mouseMove(port, start + QPoint(20, 6))
    qtbot.mouseMove(port, end)
    qtbot.mouseRelease(port, left, pos=end)


def middle(view: Any, entry: Entry) -> QPoint:
    found: QPoint = view.box_of(entry).center()
    return found


def test_a_drag_to_another_day_keeps_the_time_and_u_takes_it_back(
    qtbot: Any, pane: Any, plan: Plan, desk: FixtureDesk
) -> None:
    view = pane.view()
    entry = pane.plans.day(today()).entries[0]
    there = view.visualRect(view.table.place(today() + 3)).center()
    drag(qtbot, view, middle(view, entry), there)
    qtbot.waitUntil(lambda: walls(plan, "1") == (3, "09:30"))
    assert ("plan.move", {"draft": "1", "day": iso(today() + 3)}) in desk.calls
    window = pane.window()
    qtbot.waitUntil(window.toast.can_undo)
    qtbot.waitUntil(lambda: [e.id for e in pane.plans.day(today() + 3).entries] == ["1"])
    press(qtbot, window, "U")
    qtbot.waitUntil(lambda: walls(plan, "1") == (0, "09:30"))
    qtbot.waitUntil(lambda: len(pane.plans.day(today()).entries) == 2)


def test_escape_leaves_a_drag(qtbot: Any, pane: Any, plan: Plan) -> None:
    view = pane.view()
    left, port = Qt.MouseButton.LeftButton, view.viewport()
    start = middle(view, pane.plans.day(today()).entries[0])
    qtbot.mousePress(port, left, pos=start)
    qtbot.mouseMove(port, start + QPoint(200, 0))
    assert pane.carrier.isVisible() and view.target is not None
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    qtbot.mouseRelease(port, left, pos=start + QPoint(200, 0))
    assert not pane.carrier.isVisible() and view.target is None
    assert walls(plan, "1") == (0, "09:30")


def test_a_move_that_is_refused_goes_back_and_says_why(
    qtbot: Any, pane: Any, plan: Plan, desk: FixtureDesk
) -> None:
    desk.answers["plan.move"] = Rejected("no_such_time", field="at", reason="skipped")
    view = pane.view()
    entry = pane.plans.day(today()).entries[0]
    there = view.visualRect(view.table.place(today() + 2)).center()
    drag(qtbot, view, middle(view, entry), there)
    assert [e.id for e in pane.plans.day(today() + 2).entries] == ["1"], "it is there at once"
    qtbot.waitUntil(lambda: [e.id for e in pane.plans.day(today()).entries] == ["1", "2"])
    assert "stays where it was" in pane.window().toast.words()
    assert not pane.window().toast.can_undo()


def test_the_keys_move_a_post_day_by_day(qtbot: Any, pane: Any, plan: Plan) -> None:
    view = pane.view()
    view.setFocus()
    press(qtbot, pane.window(), "T")
    assert view.here().id == "1"
    press(qtbot, pane.window(), "M")
    for key in ("Right", "Down"):
        press(qtbot, pane.window(), key)
    assert view.target.day == today() + 8 and walls(plan, "1") == (0, "09:30")
    press(qtbot, pane.window(), "Escape")
    assert view.carry is None and walls(plan, "1") == (0, "09:30")
    press(qtbot, pane.window(), "M")
    press(qtbot, pane.window(), "Right")
    press(qtbot, pane.window(), "Return")
    qtbot.waitUntil(lambda: walls(plan, "1") == (1, "09:30"))
    assert view.day == today() + 1 and view.chosen_id == "1", "the keys go with it"


def test_j_and_k_walk_over_the_posts_and_return_opens(qtbot: Any, pane: Any) -> None:
    opened: list[str] = []
    pane.post_asked.disconnect()
    pane.post_asked.connect(opened.append)
    view = pane.view()
    view.setFocus()
    press(qtbot, pane.window(), "T")
    for wanted in ("2", "3"):
        press(qtbot, pane.window(), "J")
        assert view.chosen_id == wanted
    press(qtbot, pane.window(), "K")
    assert view.chosen_id == "2"
    press(qtbot, pane.window(), "Return")
    assert opened == ["2"]


def test_n_begins_a_post_on_the_day_and_g_n_still_leaves(qtbot: Any, pane: Any) -> None:
    begun: list[tuple[str, str]] = []
    pane.new_asked.disconnect()
    pane.new_asked.connect(lambda wall, zone: begun.append((wall, zone)))
    view = pane.view()
    view.setFocus()
    view.stand(today() + 5)
    press(qtbot, pane.window(), "N")
    assert begun == [(f"{iso(today() + 5)}T09:00", "UTC")]
    press(qtbot, pane.window(), "G")
    press(qtbot, pane.window(), "N")
    assert len(begun) == 1 and pane.window().shown() == "inbox"


def test_a_drag_in_the_week_sets_the_hour(qtbot: Any, pane: Any, plan: Plan) -> None:
    pane.show_view("week")
    view = pane.view()
    entry = pane.plans.day(today()).entries[0]
    view.stand(today(), "1")
    start = middle(view, entry)
    end = QPoint(start.x(), start.y() + 2 * 56)
    drag(qtbot, view, start, end)
    qtbot.waitUntil(lambda: walls(plan, "1")[1] != "09:30")
    day, clock = walls(plan, "1")
    assert day == 0 and "11:15" <= clock <= "12:00" and int(clock[3:]) % 15 == 0


def test_an_idea_is_dragged_onto_a_day_and_takes_the_slot(
    qtbot: Any, pane: Any, plan: Plan, desk: FixtureDesk
) -> None:
    day = today() + 3
    pane.deeds_.slots = {"acct0001": [((day - 1) % 7, 16 * 60 + 30)]}
    pane.show_beside()
    board, view = pane.beside, pane.view()
    qtbot.waitUntil(lambda: board.table.count(0) == 2)
    qtbot.waitUntil(lambda: board.box_of(board.table.card(0, 0)) is not None)
    start = middle(board, board.table.card(0, 0))
    there = view.viewport().mapToGlobal(view.visualRect(view.table.place(day)).center())
    drag(qtbot, board, start, board.viewport().mapFromGlobal(there))
    qtbot.waitUntil(lambda: "7" in plan.posts)
    assert walls(plan, "7") == (3, "16:30"), "it takes the slot of that day"
    qtbot.waitUntil(lambda: board.table.count(0) == 1)
    assert pane.window().toast.can_undo()


def test_the_board_moves_a_card_by_keys(qtbot: Any, pane: Any, desk: FixtureDesk) -> None:
    pane.show_view("ideas")
    board = pane.view()
    qtbot.waitUntil(lambda: board.table.count(0) == 1 and board.table.count(2) == 3)
    board.setFocus()
    press(qtbot, pane.window(), "Right")
    press(qtbot, pane.window(), "Left")
    assert board.here().id == "7"
    for key in ("M", "Right", "Return"):
        press(qtbot, pane.window(), key)
    qtbot.waitUntil(lambda: ("calendar.ideas.stage", {"id": "7", "stage": "draft"}) in desk.calls)
    for key in ("M", "Right", "Right", "Return"):
        press(qtbot, pane.window(), key)
    qtbot.waitUntil(lambda: any(name == "plan.set" for name, _ in desk.calls))
    args = next(args for name, args in desk.calls if name == "plan.set")
    assert args["at"] == f"{iso(today() + 1)}T09:00", "no slot: tomorrow at the usual hour"


def test_the_filter_leaves_what_passes(qtbot: Any, pane: Any) -> None:
    pane.plans.sift(Sieve(campaign="5"))
    pane.sifted()
    assert [e.id for e in pane.plans.day(today()).entries] == ["2"]
    assert not pane.plans.day(today() + 1).entries
    pane.plans.sift(Sieve())
    assert len(pane.plans.day(today()).entries) == 2


def test_delete_takes_a_post_out_of_the_plan(qtbot: Any, pane: Any, desk: FixtureDesk) -> None:
    view = pane.view()
    view.setFocus()
    view.stand(today(), "2")
    press(qtbot, pane.window(), "Delete")
    qtbot.waitUntil(lambda: ("plan.clear", {"draft": "2"}) in desk.calls)


def test_what_waits_in_the_outbox_alone_is_not_moved_here(
    qtbot: Any, pane: Any, plan: Plan, desk: FixtureDesk
) -> None:
    plan.put("row-9", 0, "11:00")
    plan.posts["row-9"]["draft"] = None
    pane.read_again()
    qtbot.waitUntil(lambda: len(pane.plans.day(today()).entries) == 3)
    entry = next(e for e in pane.plans.day(today()).entries if e.id == "row-9")
    pane.deeds_.move_to(entry, Target(today() + 1))
    assert not any(name == "plan.move" for name, _ in desk.calls)
    assert "outbox" in pane.window().toast.words()


def test_a_plan_of_another_zone_keeps_it(qtbot: Any, pane: Any, plan: Plan) -> None:
    day = iso(today() + 2)
    plan.put("4", 2, "03:00", wall=f"{day}T11:00", zone="Asia/Taipei", at=f"{day}T03:00:00.000Z")
    pane.read_again()
    qtbot.waitUntil(lambda: len(pane.plans.day(today() + 2).entries) == 1)
    entry = pane.plans.day(today() + 2).entries[0]
    assert (entry.minute, entry.clock) == (180, "11:00")
    pane.deeds_.move_to(entry, Target(today() + 4))
    qtbot.waitUntil(lambda: walls(plan, "4") == (4, "11:00"))
    entry = next(e for n in range(6) for e in pane.plans.day(today() + n).entries if e.id == "4")
    pane.deeds_.move_to(entry, Target(entry.day, 6 * 60))
    qtbot.waitUntil(lambda: walls(plan, "4")[1] == "14:00")


def test_a_hundred_posts_on_a_day_are_counted_not_painted(
    qtbot: Any, pane: Any, plan: Plan
) -> None:
    for n in range(100):
        plan.put(f"9{n}", 4, f"{8 + n // 10:02}:{n % 10 * 5:02}")
    pane.read_again()
    qtbot.waitUntil(lambda: len(pane.plans.day(today() + 4).entries) == 100)
    view = pane.view()
    qtbot.waitUntil(lambda: not pane.painter.left)
    box = view.visualRect(view.table.place(today() + 4))
    last = QPoint(box.center().x(), box.bottom() - 10)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=last)
    assert pane.views.current() == "list" and pane.view().day == today() + 4


def test_the_list_goes_from_post_to_post(qtbot: Any, pane: Any) -> None:
    pane.show_view("list")
    view = pane.view()
    qtbot.waitUntil(lambda: view.table.rowCount() == 5)
    view.setFocus()
    view.stand(today(), "1")
    press(qtbot, pane.window(), "Down")
    assert view.chosen_id == "2"
    press(qtbot, pane.window(), "Right")
    assert view.chosen_id == "3"


def test_each_day_and_each_post_is_read_out(qtbot: Any, pane: Any) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    view = pane.view()
    said = view.table.place(today()).data(role)
    assert "2 posts" in said and "Post 1" in said and "Post 2" in said and "Queued" in said
    view.stand(today(), "2")
    assert view.table.place(today()).data(role).startswith("2:00"), "who has the keys comes first"
    pane.show_view("list")
    table = pane.view().table
    qtbot.waitUntil(lambda: table.rowCount() == 5)
    rows = [table.index(row, 0).data(role) for row in range(5)]
    assert "Post 3" in rows[4] and "Queued" in rows[4]


def test_the_zone_is_that_of_the_machine() -> None:
    assert here()


def test_the_month_goes_on_beyond_what_the_table_holds(qtbot: Any, pane: Any) -> None:
    view = pane.view()
    for way in (view.verticalScrollBar().maximum(), 0):
        before = view.in_sight()
        view.verticalScrollBar().setValue(way)
        first, last = view.in_sight()
        assert view.table.first < first and (first > before[0]) is bool(way)
        assert last - first == before[1] - before[0]
    for _ in range(30):
        view.page(1)
    assert abs(view.day - today() - 913) < 4, "thirty months on"


def test_the_window_opens_and_begins_posts_for_the_calendar(
    qtbot: Any, pane: Any, desk: FixtureDesk
) -> None:
    window = pane.window()
    window.new_post_at(f"{iso(today() + 2)}T10:00", "UTC")
    assert window.shown() == "write"
    window.go("calendar")
    window.open_post("99999")
    assert "no draft" in window.toast.words()
