"""Ideas, slots, gaps, campaigns, pillars: each change can be taken back exactly.

Requirements: AC-15, CA-05, CA-06, CA-08, CA-09, CT-08, AN-12.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from cmapp.domain import plan_times
from cmapp.domain.errors import Missing, Rejected
from cmapp.store import drafts, posts
from tests.support.clock import HandClock
from tests.support.stage import ANA, US, Stage
from tests.unit.services.test_calendar import plan

TABLES = ("campaigns", "campaign_posts", "pillars", "utm_presets", "slots", "draft_variants")


def tables(stage: Stage) -> dict[str, list[Any]]:
    def look(db: Any) -> dict[str, list[Any]]:
        made = {
            t: [tuple(r) for r in db.execute(f"SELECT * FROM {t} ORDER BY 1, 2")] for t in TABLES
        }
        made["drafts"] = [
            tuple(r)
            for r in db.execute("SELECT id, stage, campaign_id, pillar FROM drafts ORDER BY 1")
        ]
        return made

    return stage.engine.desk.store.read(look)


def taken_back(stage: Stage, command: str, **args: Any) -> dict[str, Any]:
    """Do it, take it back, see that nothing is left of it, and do it again."""
    before = tables(stage)
    answer = stage.call(command, **args)
    assert tables(stage) != before
    stage.call("undo")
    assert tables(stage) == before
    return stage.call(command, **args) if args.get("id") is None else answer


def ideas(stage: Stage) -> list[str]:
    return [i["title"] or i["text"] for i in stage.call("calendar.ideas")["ideas"]]


def test_ideas_stand_in_the_order_made_by_hand(stage: Stage, clock: HandClock) -> None:
    for title in ("a", "b", "c"):
        stage.call("calendar.ideas.add", title=title)
        clock.move(1)
    assert ideas(stage) == ["c", "b", "a"]
    by_title = {i["title"]: i["id"] for i in stage.call("calendar.ideas")["ideas"]}
    stage.call("calendar.ideas.move", id=by_title["a"], before=by_title["c"])
    assert ideas(stage) == ["a", "c", "b"]
    stage.call("calendar.ideas.move", id=by_title["a"])
    assert ideas(stage) == ["c", "b", "a"]
    stage.call("undo")
    assert ideas(stage) == ["a", "c", "b"]
    clock.move(1)
    stage.call("calendar.ideas.add", title="new")
    assert ideas(stage) == ["a", "c", "b", "new"]


def test_an_idea_becomes_a_draft_and_what_is_planned_is_none(stage: Stage) -> None:
    (made,) = stage.call("calendar.ideas.add", title="x", brief={"goal": "trust"})["ideas"]
    assert made["stage"] == "idea"
    assert (
        stage.call("calendar.ideas.stage", id=made["id"], stage="draft")["ideas"][0]["stage"]
        == "draft"
    )
    stage.call("undo")
    assert stage.call("calendar.ideas")["ideas"][0]["stage"] == "idea"
    number = plan(stage, "planned", "2030-03-01T09:00")
    assert ideas(stage) == ["x"]
    with pytest.raises(Rejected, match="draft_is_planned"):
        stage.call("calendar.ideas.stage", id=str(number), stage="idea")


def test_the_next_free_slot_is_free_and_exists(stage: Stage, clock: HandClock) -> None:
    one, other = stage.accounts  # it is Thursday, 1 January 2026, 00:00 UTC
    stage.call("hours.set", hours={"zone": "Europe/Berlin"})
    stage.call("calendar.slots.set", account=one, slots=[[3, 9 * 60], [4, 150], [3, 9 * 60]])
    assert [s["time"] for s in stage.call("calendar.slots.list")["slots"]] == ["09:00", "02:30"]
    found = stage.call("calendar.slots.next", account=one)
    assert found == {
        "account": one, "at": "2026-01-01T08:00:00.000Z", "wall": "2026-01-01T09:00",
        "zone": "Europe/Berlin",
    }  # fmt: skip
    plan(stage, "there", "2026-01-01T09:00", accounts=[one])
    assert stage.call("calendar.slots.next")["wall"] == "2026-01-02T02:30"
    plan(stage, "the other account's", "2026-01-02T02:30", accounts=[other])
    assert stage.call("calendar.slots.next")["wall"] == "2026-01-02T02:30"
    # on 29 March half past two does not exist
    stage.call("calendar.slots.set", account=one, slots=[[6, 150]])
    after = plan_times.moment(plan_times.read("2026-03-28T12:00"), "Europe/Berlin")
    assert stage.call("calendar.slots.next", after=after)["wall"] == "2026-04-05T02:30"
    assert stage.call("calendar.slots.next", account=other) == {}
    stage.call("undo")
    assert [s["time"] for s in stage.call("calendar.slots.list")["slots"]] == ["09:00", "02:30"]


@pytest.mark.parametrize("slots", [[[7, 0]], [[0, 1440]], [[0]], [["mon", 9]]])
def test_a_slot_that_cannot_be_is_refused(stage: Stage, slots: Any) -> None:
    with pytest.raises(Rejected):
        stage.call("calendar.slots.set", account=stage.accounts[0], slots=slots)
    with pytest.raises(Missing):
        stage.call("calendar.slots.set", account="nobody", slots=[])


def test_the_list_of_gaps_is_what_the_table_says(stage: Stage, clock: HandClock) -> None:
    """Days without a post by SQL, day by day, against the list."""
    begin = datetime(2026, 1, 1, tzinfo=UTC)
    for n in range(40):
        if n % 7 in (0, 1, 2, 5) and n not in (14, 15):
            stage.world.say(US, f"day {n}")
        clock.move(86_400)
    stage.call("sync")
    today = (begin + timedelta(40)).date()
    first, last = begin.date(), today - timedelta(1)
    found = stage.call(
        "calendar.gaps", first=str(first), last=str(last), zone="UTC", account=stage.accounts[0]
    )
    (one,) = found["accounts"]
    listed = [
        str(datetime.fromisoformat(g["first"]).date() + timedelta(n))
        for g in one["gaps"]
        for n in range(g["days"])
    ]
    by_sql = stage.engine.desk.store.read(
        lambda db: [
            r[0]
            for r in db.execute(
                """WITH RECURSIVE d (day) AS (SELECT ? UNION ALL
                     SELECT date(day, '+1 day') FROM d WHERE day < ?)
                   SELECT day FROM d WHERE NOT EXISTS (SELECT 1 FROM posts p
                     JOIN profiles a ON a.id = p.author_id WHERE a.handle = ?
                     AND date(p.created_at / 1000, 'unixepoch') = day) ORDER BY day""",
                (str(first), str(last), US),
            )
        ]
    )
    assert listed == by_sql and len(listed) > 10
    assert one["streak"]["n"] == 0  # nothing yesterday, nothing today yet
    assert sum(w["posted"] for w in one["weeks"]) == 40 - len(listed)


def test_consistency_counts_what_left_in_time(stage: Stage, clock: HandClock) -> None:
    from cmapp.domain.actions import Publish
    from cmapp.store import outbox

    account = stage.accounts[0]
    now = clock.now()

    def row(tx: Any, draft: int, at: int, sent: int | None) -> None:
        made = outbox.add(tx, account, Publish(text="x"), now=now, draft_id=draft, planned_at=at)
        if sent is not None:
            tx.db.execute(
                "UPDATE outbox SET state = 'sent', sent_at = ? WHERE id = ?", (sent, made)
            )

    times = {"2026-01-01T09:00": 0, "2026-01-01T10:00": 59, "2026-01-01T11:00": 61}
    for wall, minutes in times.items():
        draft = plan(stage, "x", wall, "UTC", accounts=[account])
        at = plan_times.moment(plan_times.read(wall), "UTC")
        stage.engine.desk.store.write(
            lambda tx, d=draft, a=at, m=minutes: row(tx, d, a, a + m * 60_000)
        )
    plan(stage, "forgotten", "2026-01-01T12:00", "UTC", accounts=[account])
    plan(stage, "to come", "2026-01-03T12:00", "UTC", accounts=[account])
    clock.move(86_400)
    found = stage.call("calendar.gaps", first="2026-01-01", last="2026-01-05", zone="UTC")
    (one,) = [a for a in found["accounts"] if a["account"] == account]
    assert one["consistency"] == {"due": 4, "on_time": 2, "late": 1, "missed": 1, "score": 50}
    assert found["formula"] == {"score": "100 * on_time / due", "grace_minutes": 60}


def test_the_mix_sums_to_a_hundred(stage: Stage) -> None:
    taken_back(stage, "pillars.save", name="Tips", target=50)
    stage.call("pillars.save", name="Stories", target=25)
    for n, pillar in enumerate(("tips", "TIPS", "", "Stories", "other", "other", "other")):
        plan(stage, "x", f"2030-03-01T{n + 9:02}:00", "UTC", pillar=pillar)
    found = stage.call("calendar.gaps", first="2030-03-01", last="2030-03-02", zone="UTC")["mix"]
    assert {m["pillar"]: m["n"] for m in found} == {"": 1, "Stories": 1, "Tips": 2, "other": 3}
    assert sum(m["share"] for m in found) == 100
    assert {m["pillar"]: m["wished"] for m in found if m["target"]} == {"Stories": 33, "Tips": 67}
    stage.call("pillars.remove", name="stories")
    stage.call("undo")
    assert [p["name"] for p in stage.call("pillars.list")["pillars"]] == ["Stories", "Tips"]
    with pytest.raises(Missing):
        stage.call("pillars.remove", name="none")


def test_a_campaign_counts_only_what_is_known(stage: Stage) -> None:
    made = taken_back(
        stage, "campaigns.save", name="Spring", color="teal", pattern="dots",
        first_day="2026-03-01", last_day="2026-03-31", facts={"utm": {"utm_medium": "social"}},
    )["campaigns"][0]  # fmt: skip
    assert made["facts"] == {"utm": {"medium": "social"}}
    for text in ("one", "two", "three"):
        stage.world.say(US, text)
    stage.call("sync")

    def own(db: Any) -> list[int]:
        return [r[0] for r in db.execute("SELECT id FROM posts ORDER BY id")]

    chosen = stage.engine.desk.store.read(own)
    counts = ('{"likes": 3, "views": null}', '{"likes": 0}', '{"likes": null, "replies": 2}')
    stage.engine.desk.store.write(
        lambda tx: [
            tx.db.execute("UPDATE posts SET counts = ? WHERE id = ?", (c, p))
            for c, p in zip(counts, chosen, strict=True)
        ]
    )
    taken_back(stage, "campaigns.put", campaign=made["id"], posts=[str(p) for p in chosen])
    shown = stage.call("campaigns.show", id=made["id"])
    assert len(shown["posts"]) == 3
    assert shown["counts"] == {
        "likes": {"sum": 3, "known": 2, "unknown": 1},
        "replies": {"sum": 2, "known": 1, "unknown": 2},
        "views": {"sum": None, "known": 0, "unknown": 3},
    }
    draft = stage.call("drafts.save", text="for it", account=stage.accounts[0])["drafts"][0]["id"]
    taken_back(stage, "campaigns.put", campaign=made["id"], draft=draft)
    before = tables(stage)
    stage.call("campaigns.remove", id=made["id"])
    assert stage.call("campaigns.list")["campaigns"] == []
    stage.call("undo")
    assert tables(stage) == before


def test_what_became_of_a_campaigns_drafts_belongs_to_it(stage: Stage) -> None:
    (made,) = stage.call("campaigns.save", name="Spring")["campaigns"]
    draft = stage.call("drafts.save", text="for it", account=stage.accounts[0])["drafts"][0]["id"]
    stage.call("campaigns.put", campaign=made["id"], draft=draft)
    stage.engine.desk.store.write(
        lambda tx: drafts.change(
            tx, int(draft), {"planned_at": 1, "wall": "2026-01-01T00:00", "zone": "UTC"}
        )
    )
    stage.call("post", account=stage.accounts[0], text="for it", draft=draft)
    stage.send()
    kept = stage.engine.desk.store.read(lambda db: drafts.by_id(db, int(draft)))
    assert kept is not None and kept.done_at is not None
    (post,) = stage.call("campaigns.show", id=made["id"])["posts"]
    assert (post["text"], post["by_hand"]) == ("for it", False)
    assert stage.engine.desk.store.read(lambda db: posts.by_id(db, int(post["id"]))) is not None


@pytest.mark.parametrize(
    ("asked", "code"),
    [
        ({"name": " "}, "empty"),
        ({"name": "spring"}, "name_taken"),
        ({"name": "x", "color": "mauve"}, "bad_color"),
        ({"name": "x", "pattern": "tartan"}, "bad_value"),
        ({"name": "x", "first_day": "2026-02-30"}, "bad_value"),
        ({"name": "x", "first_day": "2026-02-02", "last_day": "2026-02-01"}, "bad_value"),
        ({"name": "x", "facts": {"utm": {"sauce": "y"}}}, "bad_value"),
    ],
)
def test_a_campaign_that_cannot_be_is_refused(stage: Stage, asked: Any, code: str) -> None:
    stage.call("campaigns.save", name="Spring")
    with pytest.raises(Rejected, match=code):
        stage.call("campaigns.save", **asked)


def test_links_of_a_draft_are_marked_for_each_account(stage: Stage) -> None:
    one, other = stage.accounts
    taken_back(
        stage, "utm.save", name="Social", fields={"medium": "social", "content": "{account}"}
    )
    number = plan(stage, "See https://x.example/?a=1.", "2030-03-01T09:00", accounts=[one, other])
    made = taken_back(stage, "utm.apply", draft=str(number), preset="social")
    assert made["links"] == 2
    assert made["variants"][0]["text"] == (
        f"See https://x.example/?a=1&utm_source=demo&utm_medium=social&utm_content={US}."
    )
    kept = stage.engine.desk.store.read(lambda db: drafts.by_id(db, number))
    assert kept is not None and kept.text == "See https://x.example/?a=1."
    assert [v.text for v in kept.variants] == [v["text"] for v in made["variants"]]
    plain = plan(stage, "no link", "2030-03-01T09:00")
    with pytest.raises(Rejected, match="no_links"):
        stage.call("utm.apply", draft=str(plain))
    with pytest.raises(Missing, match="unknown_preset"):
        stage.call("utm.build", url="https://x.example", preset="none")


def test_more_posts_with_fewer_answers_are_seen(stage: Stage, clock: HandClock) -> None:
    clock.move(4 * 86_400)  # Monday
    for week in range(9):
        for n in range(2 + week // 3):
            post = stage.world.say(US, f"week {week}, {n}")
            for answer in range(max(0, 9 - week)):
                stage.world.say(ANA, f"answer {answer}", parent=post)
        stage.call("sync")
        clock.move(7 * 86_400)
    stage.call("sync")
    one = stage.call("calendar.gaps", account=stage.accounts[0], zone="UTC")["accounts"][0]
    assert [w["answers"] for w in one["fatigue"]["weeks"]] == [9, 8, 7, 6, 5, 4, 3, 2]
    assert [w["posts"] for w in one["fatigue"]["weeks"]] == [2, 2, 2, 3, 3, 3, 4, 4]
    assert one["fatigue"]["tired"] is True
    other = stage.call("calendar.gaps", account=stage.accounts[1])["accounts"][0]
    assert other["fatigue"]["tired"] is None
