"""The charts over what was really pulled from the demo network, through the commands.

Requirements: AN-01, AN-03, AN-10, AN-13, AC-07, AC-08.
"""

from __future__ import annotations

import json
import shutil
from collections import Counter
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from cmapp.platforms.demo import FOLDER, Network
from cmapp.services import demo_books, insights
from tests.support.clock import HandClock
from tests.support.stage import COLLEAGUE, US, Stage

ZONE = "Asia/Kathmandu"
WORDLESS = {"reaction", "repost", "follow"}


@pytest.fixture
def busy(make_stage: Callable[..., Stage], clock: HandClock) -> Stage:
    """Both brand accounts of a whole demo network, with 400 more interactions, read."""
    stage = make_stage(accounts=0)
    stage.world = Network.make(stage.paths.root / FOLDER, more=400)
    for handle in (US, COLLEAGUE):
        stage.call("accounts.add", platform="demo", way="demo", answers={"handle": handle})
    stage.call("sync")
    return stage


def pulled(stage: Stage, since: int, until: int) -> list[dict[str, Any]]:
    def look(db: Any) -> list[dict[str, Any]]:
        return [
            dict(r)
            for r in db.execute(
                "SELECT i.*, a.platform FROM interactions i JOIN accounts a ON a.id = i.account_id"
                " WHERE i.created_at >= ? AND i.created_at < ?",
                (since, until),
            )
        ]

    return stage.engine.desk.store.read(look)


def test_every_chart_of_the_list_can_be_drawn_and_told(busy: Stage):
    for name in insights.CHARTS:
        chart = busy.call("insights.show", name=name, days=60, zone=ZONE)
        assert chart["name"] == name or chart["empty"] or chart["series"], name
        assert json.loads(json.dumps(chart)) == chart


def test_what_was_pulled_is_what_is_drawn(busy: Stage):
    chart = busy.call("insights.show", name="volume", days=60, zone=ZONE)
    rows = pulled(busy, chart["since"], chart["until"])
    assert len(rows) > 100
    by_day = Counter(
        datetime.fromtimestamp(r["created_at"] / 1000, ZoneInfo(ZONE)).strftime("%F") for r in rows
    )
    drawn: Counter[str] = Counter()
    for series in chart["series"]:
        for datum in series["data"]:
            day = datetime.fromtimestamp(datum["x"] / 1000, ZoneInfo(ZONE)).strftime("%F")
            drawn[day] += int(datum["value"] or 0)
    assert +drawn == by_day

    mixed = busy.call("insights.show", name="attitude", days=60, zone=ZONE)
    worded = [r for r in rows if r["kind"] not in WORDLESS]
    read = [json.loads(r["signals"]) for r in worded if json.loads(r["signals"])]
    negative = sum("complaint" in said for said in read)
    parts = {f["metric"]: f for f in mixed["figures"]}
    assert parts["attitude_negative"]["n"] == len(read)
    assert parts["attitude_negative"]["value"] == pytest.approx(negative / len(read))
    assert parts["attitude_unread"]["value"] == len(worded) - len(read)

    where = busy.call("insights.show", name="audience", days=60, zone=ZONE)
    people = {r["actor_id"] for r in rows}
    assert {d["x"]: d["value"] for d in where["series"][0]["data"]} == {"demo": len(people)}
    found = busy.call("insights.rows", name="audience", key="demo", days=60, zone=ZONE)
    assert found["total"] == len(people)


def test_a_value_is_told_for_each_account(busy: Stage):
    told = busy.call("metrics.value", metric="interactions", days=60, zone=ZONE)
    rows = pulled(busy, told["since"], told["until"])
    each = Counter(r["account_id"] for r in rows)
    assert told["figure"]["value"] == len(rows) > 100
    assert {a: f["value"] for a, f in told["accounts"].items()} == {
        a: each[a] for a in told["accounts"]
    }
    assert busy.call("metrics.rows", metric="interactions", days=60)["total"] > 0


NEED_THE_DESK = {"reply_kinds", "self_rating", "consistency", "experiment"}
"""Charts of what was sent from here, or that wait by rule: nobody can have that at once."""


def test_a_newcomer_meets_charts_that_show_something(
    make_stage: Callable[..., Stage], clock: HandClock, tmp_path: Path
) -> None:
    stage = make_stage(accounts=0)
    shutil.rmtree(stage.paths.root / FOLDER)  # it makes itself, as for a newcomer
    ids = [
        stage.call("accounts.add", platform="demo", way="demo", answers={"handle": handle})[
            "accounts"
        ][0]["id"]
        for handle in (US, COLLEAGUE)
    ]
    stage.call("sync")
    old = clock.now() - 16 * 86_400_000
    waiting = stage.call("inbox.list", state="open", limit=2000)["items"]
    late = [i for i in waiting if i["needs_reply"] and (int(i["id"]) >> 20) < old]
    assert late == [], "months ago everything was answered"
    demo_books.keep(stage.call, tmp_path, ids[0])
    demo_books.campaign(stage.call, ids)

    shown = {
        name: stage.call("insights.show", name=name, days=30, zone="UTC")
        for name in insights.CHARTS
    }
    bare = {
        name
        for name, chart in shown.items()
        if chart["empty"] or not any(s["data"] for s in chart["series"])
    }
    assert bare <= NEED_THE_DESK
    growth = shown["growth"]
    assert {g["why"] for g in growth["gaps"]} == {"not_measured"}
    assert "growth.gaps" in {n["code"] for n in growth["notes"]}
    for line in growth["series"]:
        known = [d["value"] for d in line["data"] if d["value"] is not None]
        assert len(known) == len(line["data"]) - 3, "the network lost its count of three days"
        came = stage.world.notices(next(a["handle"] for a in stage.call("accounts.list")["accounts"]
                                        if a["id"] == line["id"]))  # fmt: skip
        first = line["data"][0]["x"]
        followed = len({n.actor for n in came if n.kind == "follow" and n.at > first})
        assert 0 < known[-1] - known[0] <= followed
