"""Tasks survive what befalls the program, and go out as a calendar file others read (IN-18)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import icalendar
import pytest

from cmapp.domain.errors import Missing, Rejected
from tests.support.clock import HandClock
from tests.support.stage import Stage

DAY = 86_400_000


def add(stage: Stage, title: str = "Send the invoice", **more: Any) -> str:
    (made,) = stage.call("tasks.add", title=title, **more)["tasks"]
    return str(made["id"])


def listed(stage: Stage, state: str = "open", **more: Any) -> list[str]:
    return [t["title"] for t in stage.call("tasks.list", state=state, **more)["tasks"]]


def rows(stage: Stage) -> list[tuple[Any, ...]]:
    return stage.engine.desk.store.read(
        lambda db: [tuple(r) for r in db.execute("SELECT * FROM tasks ORDER BY id")]
    )


def test_a_task_knows_its_item_its_owner_and_its_day(stage: Stage, clock: HandClock) -> None:
    item = stage.asked("My order never came")
    due = clock.now() + DAY
    (task,) = stage.call("tasks.add", title="Call her", owner="Mei", due=due, items=[item])["tasks"]
    assert (task["owner"], task["item"], task["overdue"]) == ("Mei", item, False)
    assert task["about"]["text"] == "My order never came"
    clock.move(2 * DAY / 1000)
    (task,) = stage.call("tasks.list", item=item)["tasks"]
    assert task["overdue"]
    assert listed(stage, "overdue") == ["Call her"]


def test_the_first_due_comes_first_and_what_has_no_day_last(stage: Stage, clock: HandClock) -> None:
    add(stage, "whenever")
    add(stage, "in two days", due=clock.now() + 2 * DAY)
    add(stage, "tomorrow", due=clock.now() + DAY, owner="Mei")
    assert listed(stage) == ["tomorrow", "in two days", "whenever"]
    assert listed(stage, owner="mei") == ["tomorrow"]


def test_tasks_survive_a_restart_offline(stage: Stage) -> None:
    stage.call("flight.start")
    add(stage)
    stage.restart()
    assert listed(stage) == ["Send the invoice"]


def test_every_change_is_taken_back_to_the_byte(stage: Stage, clock: HandClock) -> None:
    one, two = add(stage, "one", due=clock.now() + DAY, owner="Mei"), add(stage, "two")
    for command, args in (
        ("tasks.done", {"tasks": [one, two]}),
        ("tasks.edit", {"tasks": [one, two], "title": "else", "owner": "Li", "due": 5}),
        ("tasks.edit", {"tasks": [one], "no_due": True}),
        ("tasks.delete", {"tasks": [one, two]}),
        ("tasks.add", {"title": "three"}),
    ):
        before = rows(stage)
        undo = stage.call(command, **args)["undo"]
        assert rows(stage) != before
        stage.call(undo["command"], **undo["args"])
        assert rows(stage) == before, command


def test_done_tasks_leave_the_list_and_come_back(stage: Stage) -> None:
    one = add(stage)
    stage.call("tasks.done", tasks=[one])
    assert (listed(stage), listed(stage, "done")) == ([], ["Send the invoice"])
    stage.call("tasks.done", tasks=[one], done=False)
    assert (listed(stage), listed(stage, "done")) == (["Send the invoice"], [])


def test_many_or_none(stage: Stage) -> None:
    one = add(stage)
    before = rows(stage)
    for command in ("tasks.done", "tasks.delete"):
        with pytest.raises(Missing, match="unknown_task"):
            stage.call(command, tasks=[one, "123"])
        assert rows(stage) == before
    item = stage.asked("Hello?")
    with pytest.raises(Missing, match="unknown_item"):
        stage.call("tasks.add", title="x", items=[item, "123"])
    assert rows(stage) == before


@pytest.mark.parametrize(
    ("args", "code"),
    [({"title": "  "}, "empty"), ({"title": "x" * 501}, "too_long"),
     ({"title": "x", "due": -1}, "bad_time"), ({"title": "x", "due": 10**15}, "bad_time")],
)  # fmt: skip
def test_what_makes_no_sense_is_refused(stage: Stage, args: dict[str, Any], code: str) -> None:
    with pytest.raises(Rejected, match=code):
        stage.call("tasks.add", **args)
    assert rows(stage) == []


def test_the_calendar_file_is_read_by_others_as_it_was_meant(
    stage: Stage, clock: HandClock
) -> None:
    hard = "Tea; cups, \\and\\ pots: “茶壶” " + "很长的一句话" * 30
    item = stage.asked("Zeile eins\nZeile zwei; und, mehr")
    due = clock.now() // 1000 * 1000 + DAY
    one = add(stage, hard, owner="Mei, Li", due=due, items=[item])
    two = add(stage, "no date")
    stage.call("tasks.done", tasks=[two])
    made = stage.call("tasks.export", state="all", events=True)
    raw = made["ics"].encode()
    assert made["tasks"] == 2
    assert all(len(line) <= 75 for line in raw.split(b"\r\n")), "folded, in octets"
    assert raw.count(b"\n") == raw.count(b"\r\n")
    read: Any = icalendar.Calendar.from_ical(raw)
    todos = {str(t["uid"]): t for t in read.walk("VTODO")}
    assert len(todos) == 2
    first = next(t for uid, t in todos.items() if uid.startswith(f"task-{one}@"))
    assert str(first["summary"]) == " ".join(hard.split())
    assert "Zeile eins\nZeile zwei; und, mehr" in str(first["description"])
    assert str(first["contact"]) == "Mei, Li"
    assert first.decoded("due") == datetime.fromtimestamp(due / 1000, UTC)
    assert [str(t["status"]) for t in todos.values()].count("COMPLETED") == 1
    (event,) = read.walk("VEVENT")
    assert event.decoded("dtend") == datetime.fromtimestamp(due / 1000, UTC)
    again: Any = icalendar.Calendar.from_ical(stage.call("tasks.export", state="all")["ics"])
    assert {str(t["uid"]) for t in again.walk("VTODO")} == set(todos), "the same names each time"
    assert again.walk("VEVENT") == []
