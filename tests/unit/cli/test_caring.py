"""Moderation, what is written down by hand, and tasks, from the terminal (CR-14, AC-14, IN-18)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import icalendar

from tests.support.stage import ANA, US
from tests.unit.cli.conftest import Shop


def test_moderation_on_one_many_and_a_search(shop: Shop) -> None:
    first, second = shop.asked("Buy followers one"), shop.asked("Buy followers two")
    third = shop.asked("Is it vegan?")
    can = shop("moderate", "can", first).json["items"][0]["can"]
    assert can == dict.fromkeys(("hide", "mute", "block", "report"))
    assert shop("moderate", "hide", first, second, "--reason", "ads").status == 0
    done = shop("moderate", "mute", "--search", "followers", "--category", "spam").json
    assert len(done["entries"]) == 1 and done["skipped"] == []
    shop("moderate", "report", third, "--category", "abuse", "--note", "Insults.")
    shop("outbox", "send")
    log = shop("moderate", "log").json["entries"]
    assert [(e["deed"], e["state"]) for e in log] == [
        ("report", "sent"), ("mute", "sent"), ("hide", "sent"), ("hide", "sent"),
    ]  # fmt: skip
    assert shop.world.muted(US, ANA)
    assert shop.world.complaints(US)[0].note == "Insults."
    assert shop("moderate", "undo", log[1]["id"]).status == 0
    shop("outbox", "send")
    assert not shop.world.muted(US, ANA)
    told = shop.words("moderate", "log", "--limit", "1").out
    assert "unmute" in told and f"@{ANA}" in told and "spam" in told


def test_moderation_tells_what_is_wrong(shop: Shop) -> None:
    item = shop.asked()
    assert shop("moderate", "block", item).code == "reason_missing"
    assert shop("moderate", "block", "--reason", "x").status == 2
    assert shop("moderate", "block", item, "--person", ANA, "--reason", "x").status == 2
    assert shop("moderate", "block", "--person", "nobody.here", "--reason", "x").code == (
        "unknown_person"
    )
    assert shop("moderate", "undo", "12").code == "unknown_entry"
    assert shop("moderate", "log").json["entries"] == []


def test_by_hand(shop: Shop) -> None:
    made = shop(
        "log", "add", "phone", "Frau Meier", "--contact", "030 12345", "--text", "Is it here yet?",
        "--at", "2026-01-05T10:00:00+00:00",
    ).json["item"]  # fmt: skip
    assert made["created_at"].startswith("2026-01-05T10:00:00")
    assert [i["id"] for i in shop("inbox").json["items"]] == [made["id"]]
    assert shop("log", "edit", made["id"], "--text", "Is the blue one here yet?").status == 0
    assert shop("search", "blue one").json["hits"]
    done = shop("log", "answer", made["id"], "--text-stdin", stdin=b"On Friday.\n").json
    assert done["item"]["state"] == "done"
    assert [p["text"] for p in shop("thread", made["id"]).json["posts"]][-1] == "On Friday."
    assert shop("log", "remove", made["id"]).status == 0
    assert shop("search", "blue one").json["hits"] == []
    assert shop("log", "add", "fax", "x", "--text", "x").status == 2


def test_tasks(shop: Shop, tmp_path: Path) -> None:
    item = shop.asked()
    (one,) = shop(
        "tasks", "add", "Call her", item, "--owner", "Mei", "--due", "2026-01-05T10:00:00+00:00"
    ).json["tasks"]
    (two,) = shop("tasks", "add", "Some day").json["tasks"]
    assert one["overdue"] and one["item"] == item
    assert "[!]" in shop.words("tasks").out and "Mei" in shop.words("tasks", "list").out
    shop("tasks", "done", two["id"])
    assert [t["id"] for t in shop("tasks").json["tasks"]] == [one["id"]]
    shop("tasks", "reopen", two["id"])
    shop("tasks", "edit", two["id"], "--title", "Soon", "--due", "2036-01-05T10:00:00+00:00")
    file = tmp_path / "tasks.ics"
    assert shop("tasks", "list", "--ics", str(file)).json == {"file": str(file), "tasks": 2}
    read: Any = icalendar.Calendar.from_ical(file.read_bytes())
    assert sorted(str(t["summary"]) for t in read.walk("VTODO")) == ["Call her", "Soon"]
    assert "BEGIN:VTODO" in shop.words("tasks", "list", "--ics", "-").out
    assert shop("tasks", "list", "--ics", str(tmp_path / "no" / "x.ics")).status == 2
    shop("tasks", "delete", one["id"], two["id"])
    assert shop("tasks", "list", "--state", "all").json["tasks"] == []
    assert shop("tasks", "done", "12").code == "unknown_task"
    assert shop("tasks", "add", "x", "--due", "tomorrowish").status == 2
