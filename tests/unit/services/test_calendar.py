"""What stands on which day: a span of days is read whole, with its days off and its rows."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from cmapp.cli.calendar_text import days
from cmapp.domain import plan_times
from cmapp.domain.actions import Publish
from cmapp.domain.errors import Missing, Rejected
from cmapp.store import campaigns, drafts, outbox, plans
from cmapp.store.drafts import Variant
from cmapp.ui.planning.plans import entry_of
from tests.bench.plans import DAY, fill
from tests.support.clock import HandClock
from tests.support.stage import Stage


def plan(stage: Stage, text: str, wall: str, zone: str = "Europe/Berlin", **more: Any) -> int:
    """Plan a draft as the store keeps it."""
    accounts = more.pop("accounts", stage.accounts[:1])

    def go(tx: Any) -> int:
        now = stage.engine.desk.now()
        made = drafts.save(tx, text, now=now)
        at = plan_times.moment(plan_times.read(wall), zone)
        drafts.change(tx, made, {"wall": wall, "zone": zone, "planned_at": at, **more})
        drafts.set_variants(tx, made, [Variant(a) for a in accounts], now=now)
        return made

    return stage.engine.desk.store.write(go)


def listed(stage: Stage, first: str, last: str | None = None, **more: Any) -> list[Any]:
    more.setdefault("zone", "Europe/Berlin")
    return stage.call("calendar.list", first=first, last=last, **more)["entries"]


def test_days_run_in_the_zone_that_is_asked_for(stage: Stage) -> None:
    plan(stage, "late", "2030-03-01T23:30")
    assert [e["day"] for e in listed(stage, "2030-03-01")] == ["2030-03-01"]
    (there,) = listed(stage, "2030-03-02", zone="Asia/Shanghai")
    assert (there["day"], there["time"]) == ("2030-03-02", "06:30")
    assert (there["wall"], there["zone"]) == ("2030-03-01T23:30", "Europe/Berlin")
    assert listed(stage, "2030-03-01", zone="Asia/Shanghai") == []


def test_a_day_of_23_hours_holds_all_that_is_on_it(stage: Stage) -> None:
    plan(stage, "first", "2030-03-31T00:00")
    plan(stage, "last", "2030-03-31T23:59")
    plan(stage, "next", "2030-04-01T00:00")
    assert [e["text"] for e in listed(stage, "2030-03-31")] == ["first", "last"]


@pytest.mark.parametrize(
    ("rows", "state"),
    [
        ((), "planned"),
        (("ready", "sent"), "queued"),
        (("scheduled", "sent"), "server"),
        (("scheduled", "sending"), "sending"),
        (("review", "ready"), "asks"),
        (("uncertain", "rejected"), "uncertain"),
        (("rejected", "sent"), "refused"),
        (("sent", "sent"), "sent"),
        (("cancelled",), "planned"),
    ],
)
def test_the_row_that_needs_a_person_says_how_an_entry_stands(
    stage: Stage, rows: tuple[str, ...], state: str
) -> None:
    draft = plan(stage, "x", "2030-03-01T09:00", accounts=stage.accounts)

    def go(tx: Any) -> None:
        for one, account in zip(rows, stage.accounts, strict=False):
            made = outbox.add(tx, account, Publish(text="x"), now=1, draft_id=draft, planned_at=1)
            tx.db.execute("UPDATE outbox SET state = ? WHERE id = ?", (one, made))

    stage.engine.desk.store.write(go)
    (entry,) = listed(stage, "2030-03-01")
    assert entry["state"] == state
    assert len(entry["rows"]) == len([r for r in rows if r != "cancelled"])


def test_what_is_past_and_was_never_queued_is_late(stage: Stage, clock: HandClock) -> None:
    here = plan_times.write(plan_times.clock(clock.now() + 60_000, "UTC"))
    plan(stage, "soon", here, "UTC")
    (entry,) = listed(stage, here[:10], zone="UTC")
    assert not entry["late"]
    clock.move(300)
    (entry,) = listed(stage, here[:10], zone="UTC")
    assert (entry["state"], entry["late"]) == ("planned", True)


def test_a_planned_row_without_a_planned_draft_is_an_entry(stage: Stage) -> None:
    at = plan_times.moment(plan_times.read("2030-03-01T09:00"), "UTC")
    stage.engine.desk.store.write(
        lambda tx: outbox.add(tx, stage.accounts[0], Publish(text="old"), now=1, planned_at=at)
    )
    (entry,) = listed(stage, "2030-03-01", zone="UTC")
    assert (entry["draft"], entry["text"], entry["state"]) == (None, "old", "queued")
    assert entry["id"] == f"row-{entry['row']}"


def test_an_account_and_a_campaign_choose(stage: Stage) -> None:
    one, other = stage.accounts
    number = stage.engine.desk.store.write(
        lambda tx: campaigns.save(tx, None, {"name": "Spring", "color": "#11aa22"}, now=1)
    )
    plan(stage, "a", "2030-03-01T09:00", accounts=[one], campaign_id=number)
    plan(stage, "b", "2030-03-01T10:00", accounts=[other])
    plan(stage, "c", "2030-03-01T11:00", accounts=[other, one])
    assert [e["text"] for e in listed(stage, "2030-03-01", account=other)] == ["b", "c"]
    assert listed(stage, "2030-03-01", account=other)[1]["accounts"] == [other, one]
    assert [e["text"] for e in listed(stage, "2030-03-01", campaign=str(number))] == ["a"]
    (shown,) = stage.call("calendar.list", first="2030-03-01")["campaigns"]
    assert shown["name"] == "Spring"


def test_days_off_and_busy_hours_lie_beneath(stage: Stage) -> None:
    stage.call("hours.holidays.add", country="CN", follow=False)
    found = stage.call("calendar.list", first="2027-02-01", last="2027-02-28", zone="Asia/Shanghai")
    assert "2027-02-06" in [h["day"] for h in found["holidays"]]  # the Spring Festival of 2027


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        ({"first": "2030-02-30"}, "not_a_day"),
        ({"first": "2030-03-02", "last": "2030-03-01"}, "ends_before_start"),
        ({"first": "2030-03-02", "last": "2039-03-01"}, "too_long"),
        ({"first": "2030-03-02", "zone": "Mars/Base"}, "unknown_zone"),
    ],
)
def test_a_span_that_cannot_be_is_refused(stage: Stage, asked: dict[str, str], reason: str) -> None:
    with pytest.raises(Rejected) as no:
        stage.call("calendar.list", **asked)
    assert no.value.facts["reason"] == reason
    with pytest.raises(Missing):
        stage.call("calendar.list", first="2030-03-01", campaign="12")


def test_a_span_costs_what_lies_in_it_and_not_what_lies_beside(stage: Stage) -> None:
    store = stage.engine.desk.store
    first = round(datetime(2030, 1, 1, tzinfo=UTC).timestamp() * 1000)
    fill(store, stage.accounts, first=first, count=500)
    found = store.read(lambda db: plans.entries(db, first, first + 365 * DAY, now=0))
    assert len(found) == 500
    assert [e.planned_at for e in found] == sorted(e.planned_at for e in found)

    def steps(db: Any) -> list[str]:
        said: list[str] = []
        db.set_trace_callback(said.append)
        plans.entries(db, first, first + DAY, now=0)
        db.set_trace_callback(None)
        asked = [s for s in said if s.lstrip().startswith("SELECT")]
        return [r[3] for s in asked for r in db.execute(f"EXPLAIN QUERY PLAN {s}")]

    assert not [step for step in store.read(steps) if step.startswith("SCAN")]


def test_a_quick_look_tells_the_same_of_each_post(stage: Stage) -> None:
    store, now = stage.engine.desk.store, stage.engine.desk.now()
    fill(store, stage.accounts, first=now - 10 * DAY, count=60, days=20)
    plan(stage, "words of somebody", "2030-03-01T09:00", brief={"origin": "repost"}, accounts=[])
    done = plan(stage, "out", "2030-03-01T10:00")
    stopped = plan(stage, "private", "2030-03-01T11:00")

    def more(tx: Any) -> None:
        drafts.note_held(tx, stopped, ["personal_data"])
        drafts.finish(tx, done, at=now)
        outbox.add(tx, stage.accounts[0], Publish(text="alone"), now=now, planned_at=now + DAY)
        for state, row in zip(
            ("sent", "review", "cancelled", "rejected", "scheduled", "sending", "uncertain"),
            [r[0] for r in tx.db.execute("SELECT id FROM outbox ORDER BY id")],
            strict=False,
        ):
            tx.db.execute("UPDATE outbox SET state = ? WHERE id = ?", (state, row))

    store.write(more)
    end = now + 3000 * DAY
    light = {e["id"]: e for e in store.read(lambda db: plans.light(db, 0, end, now=now))}
    whole = store.read(lambda db: plans.entries(db, 0, end, now=now))
    assert len({e.state for e in whole}) >= 7 and any(e.late for e in whole)
    assert light.keys() == {e.key for e in whole}
    for one in whole:
        quick = light[one.key]
        told = (
            quick["at"], quick.get("wall"), quick.get("zone"), quick["state"],
            quick.get("late", False), quick.get("title", ""), quick["text"], quick["accounts"],
            quick.get("campaign"), quick.get("series"), quick.get("pillar", ""), quick["media"],
            bool(quick.get("repost")), tuple(quick.get("held") or ()),
        )  # fmt: skip
        assert told == (
            one.planned_at, one.wall, one.zone, one.state, one.late, one.title, one.text,
            list(one.accounts), one.campaign, one.series, one.pillar, one.media, one.repost,
            one.held,
        )  # fmt: skip


def test_a_quick_look_through_the_window_names_its_campaigns(stage: Stage) -> None:
    number = stage.engine.desk.store.write(
        lambda tx: campaigns.save(tx, None, {"name": "Kiln"}, now=stage.engine.desk.now())
    )
    plan(stage, "x", "2030-03-01T09:00", campaign_id=number)
    found = stage.call("calendar.list", first="2030-03-01", zone="Europe/Berlin", light=True)
    assert [c["name"] for c in found["campaigns"]] == ["Kiln"]
    assert [(e["text"], e["at"]) for e in found["entries"]] == [("x", 1_898_582_400_000)]


def test_what_a_check_stopped_is_said_until_it_is_queued(stage: Stage) -> None:
    wall, zone = "2030-03-01T09:00", "Europe/Berlin"
    (draft,) = stage.call("drafts.save", text="Call 0171 2345678", account=stage.accounts[0])[
        "drafts"
    ]
    done = stage.call("plan.set", draft=draft["id"], at=wall, zone=zone)
    assert [h["code"] for h in done["held"]] == ["personal_data"]
    for light in (False, True):
        (entry,) = listed(stage, wall[:10], light=light)
        assert (entry["state"], entry["held"]) == ("planned", ["personal_data"])
        assert entry_of(entry, zone).state == "held"
    told = "\n".join(days(stage.call("calendar.list", first=wall[:10], zone=zone)))
    assert "held by checks" in told
    stage.call("drafts.save", id=draft["id"], text="Call us", account=stage.accounts[0])
    (entry,) = listed(stage, wall[:10])
    assert not entry["held"], "nobody has checked these words yet"
    done = stage.call("plan.move", draft=draft["id"], day="2030-03-02")
    assert not done["held"]
    (entry,) = listed(stage, "2030-03-02")
    assert (entry["state"], entry["held"]) == ("queued", [])


def test_an_account_that_is_missing_is_no_check(stage: Stage) -> None:
    (draft,) = stage.call("drafts.save", text="x")["drafts"]
    stage.call("plan.set", draft=draft["id"], at="2030-03-01T09:00", zone="Europe/Berlin")
    (entry,) = listed(stage, "2030-03-01")
    assert (entry["state"], entry["held"]) == ("planned", [])
