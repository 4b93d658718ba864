"""The main job on real servers: read, fly, answer, land; once, and only if it still fits.

`CAN` is the table of which platform can make which of the seven changes; what none but the demo
network can make is tried there.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cmapp.store import sqlite
from cmapp.system.clock import now
from tests.e2e.trip import Trip

pytestmark = pytest.mark.e2e

HOUR = 3_600_000

CAN: dict[str, dict[str, bool]] = {
    #                  Mastodon-API server, Bluesky network, demo network
    "parent_deleted": {"mastodon": True, "bluesky": True, "demo": True},
    "parent_edited": {"mastodon": True, "bluesky": True, "demo": True},
    "author_again": {"mastodon": True, "bluesky": True, "demo": True},
    "answered_by_us": {"mastodon": True, "bluesky": True, "demo": True},
    "not_allowed": {"mastodon": False, "bluesky": True, "demo": True},
    "window_closed": {"mastodon": False, "bluesky": False, "demo": True},
    "late": {"mastodon": True, "bluesky": True, "demo": True},
}
"""On Bluesky an edit is an overwritten record; Mastodon's API has no locks; only the demo
network has windows."""

MAKE: dict[str, Callable[[Trip, str], object]] = {
    "parent_deleted": lambda trip, post: trip.world.delete(post),
    "parent_edited": lambda trip, post: trip.world.edit(post, "I mean the small one."),
    "author_again": lambda trip, post: trip.world.reply(post, "And in blue?"),
    "answered_by_us": lambda trip, post: trip.elsewhere(0, post, "Yes, it is."),
    "not_allowed": lambda trip, post: trip.world.lock(post),
    "window_closed": lambda trip, post: trip.world.close_window(post),
}


def test_a_reply_written_offline_goes_out_once_under_its_question(trip: Trip) -> None:
    post, item = trip.asked()
    trip.call("flight.start")
    row = trip.queue(item, "有的，明天发货。")
    trip.call("flight.end")
    assert trip.row(row)["state"] == "sent"
    trip.world.settle()
    (reply,) = trip.world.replies_to(post)
    assert "有的，明天发货。" in (trip.world.text_of(reply) or "")
    for _ in range(2):
        assert trip.land()["sent"] == []
    trip.world.settle()
    assert trip.world.replies_to(post) == [reply]
    assert trip.items("done")[0]["id"] == item
    assert trip.call("drafts.list")["drafts"] == []


@pytest.mark.parametrize("change", CAN)
def test_a_change_between_queueing_and_landing_holds_the_reply(trip: Trip, change: str) -> None:
    if not CAN[change][trip.platform]:
        pytest.skip(f"{trip.platform} cannot make this change: {change}")
    post, item = trip.asked()
    if change == "late":
        row = trip.queue(item, "到货了。", at=now() - 2 * HOUR)
    else:
        row = trip.queue(item, "到货了。")
        MAKE[change](trip, post)
    trip.world.settle()
    before = 0 if change == "parent_deleted" else len(trip.world.replies_to(post))
    (held,) = trip.land()["held"]
    assert (held["id"], held["reason"]) == (row, change)
    assert held["news"][0]["what"] == change
    trip.world.settle()
    if change != "parent_deleted":
        assert len(trip.world.replies_to(post)) == before
    assert trip.call("drafts.list")["drafts"][0]["text"] == "到货了。"


def test_what_was_held_goes_out_once_when_a_person_says_so(trip: Trip) -> None:
    post, item = trip.asked()
    row = trip.queue(item, "我们看看。")
    trip.world.reply(post, "还在吗？")
    assert [r["id"] for r in trip.land()["held"]] == [row]
    trip.call("outbox.resolve", id=row, verdict="send")
    assert [r["id"] for r in trip.land()["sent"]] == [row]
    trip.land()
    trip.world.settle()
    texts = [trip.world.text_of(p) or "" for p in trip.world.replies_to(post)]
    assert sum("我们看看。" in t for t in texts) == 1


def test_two_replies_of_ours_in_one_thread_do_not_hold_each_other(trip: Trip) -> None:
    post, item = trip.asked()
    rows = [trip.queue(item, "第一部分。"), trip.queue(item, "第二部分。")]
    assert [r["id"] for r in trip.land()["sent"]] == rows
    trip.world.settle()
    assert len(trip.world.replies_to(post)) == 2


@pytest.mark.parametrize("fault", ["apply_drop", "apply_error"])
def test_a_lost_answer_ends_as_sent_and_not_twice(trip: Trip, fault: str) -> None:
    post, item = trip.asked()
    row = trip.queue(item, "收到，谢谢。")
    trip.world.fault(fault, on="write")
    trip.land(wait=15)
    trip.world.clear()
    trip.land(wait=15)
    assert trip.row(row)["state"] == "sent"
    trip.world.settle()
    assert len(trip.world.replies_to(post)) == 1


def test_with_the_server_away_the_reply_waits_and_then_goes_out(trip: Trip) -> None:
    post, item = trip.asked()
    row = trip.queue(item, "马上处理。")
    trip.world.fault("offline", 1000)
    assert trip.land()["errors"] == {trip.account: "offline"}
    assert (trip.row(row)["state"], trip.row(row)["attempts"]) == ("ready", 0)
    trip.world.clear()
    assert [r["id"] for r in trip.land()["sent"]] == [row]
    trip.world.settle()
    assert len(trip.world.replies_to(post)) == 1


def test_charts_and_a_report_tell_what_was_read_on_the_server(trip: Trip, tmp_path: Path) -> None:
    texts = ["还有货吗？ Is it in stock?", "Thank you, it is lovely!", "It arrived broken."]
    items = [trip.asked(text)[1] for text in texts]
    trip.queue(items[0], "有的，明天发货。")
    assert len(trip.land()["sent"]) == 1
    trip.read()
    raw = sqlite.connect(str(trip.engine.desk.store.path))
    came = raw.execute(
        "SELECT kind, first_reply_at IS NOT NULL, needs_reply FROM interactions"
    ).fetchall()
    followers = raw.execute("SELECT value FROM measures WHERE name = 'followers'").fetchall()
    raw.close()

    def drawn(name: str) -> dict[str, Any]:
        return trip.call("insights.show", name=name, days=2, zone="Asia/Shanghai")

    def total(series: dict[str, Any]) -> float:
        return sum(d["value"] or 0 for d in series["data"])

    assert len(came) >= 3
    assert sum(total(s) for s in drawn("volume")["series"]) == len(came)
    response = {s["id"]: total(s) for s in drawn("response")["series"]}
    assert response["answered"] == sum(bool(first and needs) for _, first, needs in came) == 1
    assert followers, "each of these servers shows how many follow us"
    values = {d["value"] for s in drawn("growth")["series"] for d in s["data"]}
    assert {float(v) for (v,) in followers} & values
    out = tmp_path / "report.html"
    trip.call("report.make", template="response", format="html", out=str(out))
    assert trip.call("report.verify", file=str(out))["verdict"] == "same"
