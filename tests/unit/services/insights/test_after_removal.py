"""What charts say after rows have gone: erased people, emptied words, deleted posts, a restore.

The oracle remembers what the network was told, and sums it up by itself: no SQL of the program.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from cmapp.platforms.demo.state import Notice
from cmapp.services import insights, retention
from cmapp.store import rollups, ties
from tests.support.clock import START, HandClock
from tests.support.stage import COLLEAGUE, US, Stage

HOUR = 3_600_000
DAY = 24 * HOUR
BERLIN, LORD_HOWE = "Europe/Berlin", "Australia/Lord_Howe"
"""Clocks went back by an hour on 2025-10-26, and forward by half an hour on 2025-10-05."""
NOW = 1_761_840_000_000  # 2025-10-30T16:00Z
WHO = "guest3"


@pytest.fixture
def stage(make_stage: Callable[..., Stage], clock: HandClock) -> Stage:
    """Four weeks of comments, likes and follows by twelve people, on both accounts."""
    clock.set((NOW - START) / 1000)
    made = make_stage(accounts=0)
    chance = random.Random(2025)
    begins = [(NOW - 28 * DAY + n * 3 * DAY, us) for n in range(8) for us in (US, COLLEAGUE)]
    posts = {n: made.world.say(us, f"Post {n}", at=at) for n, (at, us) in enumerate(begins)}
    words = ("Lovely, thank you!", "It broke. Refund!", "When?", "Hm")
    comments = sorted(
        (at + int(chance.random() ** 2 * 4 * DAY), n)
        for n, (at, _) in enumerate(begins) for _ in range(chance.randrange(5, 14))
    )  # fmt: skip
    for at, n in comments:
        who = f"guest{chance.randrange(12)}"
        made.world.say(who, chance.choice(words), parent=posts[n], at=at)
    made.world.say("guest1", "From a clock that is ahead.", parent=posts[0], at=NOW + 40 * DAY)
    for us in (US, COLLEAGUE):
        made.call("accounts.add", platform="demo", way="demo", answers={"handle": us})
    made.call("sync")
    return made


def told(stage: Stage) -> list[Notice]:
    """What the network told our accounts."""
    return [n for us in (US, COLLEAGUE) for n in stage.world.notices(us)]


def by_day(found: list[Notice], zone: str, chart: dict[str, Any]) -> dict[str, int]:
    inside = [n for n in found if chart["since"] <= n.at < chart["until"]]
    return Counter(datetime.fromtimestamp(n.at / 1000, ZoneInfo(zone)).strftime("%F")
                   for n in inside)  # fmt: skip


def drawn(chart: dict[str, Any], zone: str) -> dict[str, int]:
    found: Counter[str] = Counter()
    for series in chart["series"]:
        for datum in series["data"]:
            day = datetime.fromtimestamp(datum["x"] / 1000, ZoneInfo(zone)).strftime("%F")
            found[day] += int(datum["value"] or 0)
    return +found


def whole(stage: Stage) -> None:
    store = stage.engine.desk.store
    assert store.read(rollups.verify) == store.read(rollups.verify_days) == []
    assert store.read(ties.differences) == {}


def every_chart(stage: Stage) -> dict[str, Any]:
    return {n: stage.call("insights.show", name=n, days=30, zone=BERLIN) for n in insights.CHARTS}


def said(chart: dict[str, Any], code: str) -> dict[str, Any] | None:
    return next((n.get("facts", {}) for n in chart["notes"] if n.get("code") == code), None)


@pytest.mark.parametrize("zone", [BERLIN, LORD_HOWE])
def test_each_day_of_two_zones_is_what_the_network_told(stage: Stage, zone: str) -> None:
    chart = stage.call("insights.show", name="volume", days=30, zone=zone)
    assert drawn(chart, zone) == by_day(told(stage), zone, chart)
    assert sum(drawn(chart, zone).values()) > 80
    heat = stage.call("insights.show", name="heat", days=30, zone=zone)
    inside = [n for n in told(stage) if heat["since"] <= n.at < heat["until"]]
    hours = Counter(datetime.fromtimestamp(n.at / 1000, ZoneInfo(zone)).strftime("%a h%-H").lower()
                    for n in inside)  # fmt: skip
    cells = {f"{d['y']} {d['x']}": d["n"] for d in heat["series"][0]["data"] if d["n"]}
    assert cells == hours


def test_an_erased_person_stays_in_sums_which_say_so_and_is_in_no_list(stage: Stage) -> None:
    before = every_chart(stage)
    since, until = before["volume"]["since"], before["volume"]["until"]
    theirs = [n for n in told(stage)
              if stage_handle(stage, n.actor) == WHO and since <= n.at < until]  # fmt: skip
    assert len(theirs) > 2
    stage.call("privacy.erase", person=WHO)
    whole(stage)
    after = every_chart(stage)
    for name in ("volume", "heat", "periodicity", "attitude"):
        assert after[name]["series"] == before[name]["series"], name
        assert after[name]["figures"] == before[name]["figures"], name
        assert said(before[name], "chart.erased") is None
        assert said(after[name], "chart.erased") == {"n": len(theirs)}, name
    chart = after["volume"]
    key = chart["figures"][0]["key"]
    rows = stage.call("insights.rows", name="volume", key=key, days=30, zone=BERLIN)
    assert rows["total"] == chart["figures"][0]["value"] - len(theirs) == len(rows["rows"])
    people = {d["x"]: d["value"] for d in after["audience"]["series"][0]["data"]}
    inside = {n.actor for n in told(stage) if chart["since"] <= n.at < chart["until"]}
    assert people == {"demo": len(inside) - 1}
    assert WHO not in json.dumps(after, ensure_ascii=False)


def stage_handle(stage: Stage, person: str) -> str:
    return next(p.handle for p in stage.world.people() if p.id == person)


def test_emptied_words_change_no_count_and_are_no_short_comments(
    stage: Stage, clock: HandClock
) -> None:
    since, until = "2025-10-01", "2025-10-28"

    def show(name: str) -> dict[str, Any]:
        return stage.call("insights.show", name=name, since=since, until=until, zone=BERLIN)

    items = [str(i["id"]) for i in stage.call("inbox.list", state="all", limit=1000)["items"]]
    stage.call("inbox.set_state", items=items, state="done")
    clock.move(3 * DAY / 1000)
    stage.call("sync")
    names = ("volume", "attitude", "heat", "audience", "cohorts", "returning")
    before = {n: show(n)["series"] for n in names}
    quality = show("comment_quality")
    n = quality["figures"][0]["n"]
    assert n > 20
    stage.call("retention.set", kind="items", days=30)
    for _ in range(40):
        clock.move(DAY / 1000)
        retention.keep_up(stage.engine.desk)
    assert {n: show(n)["series"] for n in before} == before
    whole(stage)
    after = show("comment_quality")
    assert all(f["n"] == 0 for f in after["figures"]), "nobody knows what they were like"


def test_what_is_deleted_upstream_still_came_in(stage: Stage) -> None:
    before = every_chart(stage)
    posts = [n.post for n in told(stage) if n.post][:5]
    for post in posts:
        stage.world.delete(post)
    stage.engine.desk.store.write(lambda tx: tx.db.execute("DELETE FROM cursors"))
    stage.call("sync")
    whole(stage)
    after = every_chart(stage)
    assert drawn(after["volume"], BERLIN) == drawn(before["volume"], BERLIN)


def test_a_report_says_the_same_until_somebody_is_erased(stage: Stage, tmp_path: Any) -> None:
    file = tmp_path / "weekly.html"
    day = datetime.fromtimestamp(NOW / 1000, UTC).strftime("%F")
    stage.call("report.make", template="weekly", out=str(file), until=day)
    assert stage.call("report.verify", file=str(file))["verdict"] == "same"
    stage.restart()
    assert stage.call("report.verify", file=str(file))["verdict"] == "same"
    stage.call("privacy.erase", person=WHO)
    found = stage.call("report.verify", file=str(file))
    assert found["verdict"] == "differs"
