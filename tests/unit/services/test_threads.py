"""Rows that follow a row: the next part of a thread, a first comment (DR-05, P1)."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any
from unittest.mock import patch

import pytest

from cmapp.domain.actions import Publish, Reply, Target
from cmapp.platforms.demo import Demo
from cmapp.store import drafts, held_there, outbox, outbox_turn
from tests.support.clock import HandClock
from tests.support.stage import US, Stage

HOUR = 3_600_000
DAY = 24 * HOUR
PARTS = ("First, the leaves.", "Then, the water.", "Last, patience.")


def thread(stage: Stage, *parts: str, ahead: int = 0, number: int = 0) -> list[str]:
    """Queue a thread as posting does: one row a part, each after the one before."""
    desk = stage.engine.desk
    account = stage.accounts[number]
    at = desk.now() + ahead if ahead else None

    def add(tx: Any) -> list[str]:
        draft = drafts.save(tx, "\n\n".join(parts), now=desk.now(), account_id=account)
        if at:
            drafts.change(tx, draft, {"planned_at": at})
        made: list[int] = []
        for part, text in enumerate(parts):
            action = (
                Reply(Target(""), text, made_at=desk.now())
                if made
                else Publish(text, made_at=desk.now())
            )
            made.append(
                outbox.add(
                    tx, account, action, now=desk.now(), draft_id=draft, planned_at=at,
                    after_id=made[-1] if made else None, part=part,
                )
            )  # fmt: skip
        return [str(row) for row in made]

    return desk.store.write(add)


def lane(stage: Stage) -> None:
    for account in stage.engine.desk.accounts():
        stage.engine._lane(account)


def follow(stage: Stage, clock: HandClock, seconds: float, *, step: float = 30) -> None:
    while seconds > 0:
        lane(stage)
        clock.move(step)
        seconds -= step
    lane(stage)


def states(stage: Stage, rows: list[str]) -> list[str]:
    return [stage.engine.desk.row(int(r)).state for r in rows]


def chain(stage: Stage, parts: tuple[str, ...] = PARTS) -> None:
    """See that the parts are out once each, each under the one before."""
    above = None
    for text in parts:
        (entry,) = stage.said(text)
        assert entry.parent == above
        above = entry.id


def test_a_thread_goes_out_in_one_go_each_part_under_the_one_before(stage: Stage) -> None:
    rows = thread(stage, *PARTS)
    lane(stage)
    assert states(stage, rows) == ["sent"] * 3
    chain(stage)
    last = stage.engine.desk.row(int(rows[2]))
    assert isinstance(last.action, Reply)
    first = stage.engine.desk.row(int(rows[0]))
    assert last.action.target.root == first.remote_id
    assert last.action.target.root_author
    assert stage.drafts() == []


def test_a_planned_thread_leaves_by_this_machines_clock(stage: Stage, clock: HandClock) -> None:
    rows = thread(stage, *PARTS, ahead=2 * HOUR)
    lane(stage)
    assert states(stage, rows) == ["ready"] * 3 and stage.world.held() == []
    clock.move(2 * 3600 + 5)
    lane(stage)
    assert states(stage, rows) == ["sent"] * 3
    chain(stage)


def test_half_a_thread_is_shown_as_such_and_continued_however_late(
    stage: Stage, clock: HandClock
) -> None:
    rows = thread(stage, *PARTS, ahead=2 * HOUR)
    clock.move(2 * 3600 + 5)
    stage.world.fault("throttle", on="create", seconds=60)
    stage.world.fault("throttle", on="create", seconds=60)
    real = Demo.perform
    done: list[None] = []

    def only_one(self: Demo, action: Any, key: str, progress: Any = None) -> Any:
        if done:
            stage.world.fault("throttle", on="create", seconds=1800)
        done.append(None)
        return real(self, action, key, progress)

    stage.world.clear_faults()
    with patch.object(Demo, "perform", only_one):
        lane(stage)
    told = stage.call("outbox.list")["rows"]
    by_id = {r["id"]: r for r in told}
    assert [by_id[r]["state"] for r in rows] == ["sent", "ready", "ready"]
    assert by_id[rows[1]]["thread"] == {"sent": 1, "of": 3}
    assert by_id[rows[1]]["waits"] is None
    assert by_id[rows[2]]["waits"] == {"row": rows[1], "state": "ready", "why": "before"}
    stage.world.clear_faults()
    clock.move(2 * 24 * 3600)
    lane(stage)
    assert states(stage, rows) == ["sent"] * 3
    chain(stage)


def test_a_late_thread_that_has_not_begun_is_asked_about_once(
    stage: Stage, clock: HandClock
) -> None:
    rows = thread(stage, *PARTS, ahead=HOUR)
    clock.move(2 * 24 * 3600)
    lane(stage)
    assert states(stage, rows) == ["review", "ready", "ready"]
    assert sending_due(stage) is None  # nothing to do until a person says so
    stage.call("outbox.resolve", id=rows[0], verdict="send")
    lane(stage)
    assert states(stage, rows) == ["sent"] * 3
    chain(stage)


def sending_due(stage: Stage) -> int | None:
    return stage.engine.desk.store.read(lambda db: outbox_turn.next_due(db, stage.accounts[0]))


def test_a_refused_part_takes_those_after_it_back_and_opens_the_draft(
    stage: Stage, clock: HandClock
) -> None:
    rows = thread(stage, *PARTS)
    stage.world.fault("refuse", on="create")
    lane(stage)
    assert states(stage, rows) == ["rejected", "cancelled", "cancelled"]
    assert stage.row(rows[1])["reason"] == "before_rejected"
    assert stage.drafts() == ["\n\n".join(PARTS)]
    assert all(stage.said(text) == [] for text in PARTS)


def test_what_is_taken_back_takes_what_follows_along(stage: Stage) -> None:
    rows = thread(stage, *PARTS, ahead=DAY)
    stage.call("outbox.cancel", id=rows[1])
    assert states(stage, rows) == ["ready", "cancelled", "cancelled"]
    stage.call("outbox.cancel", id=rows[0])
    assert stage.call("drafts.list")["drafts"][0]["state"] == "draft"


def test_the_rest_of_a_thread_is_still_to_be_written_when_it_was_taken_back(
    stage: Stage, clock: HandClock
) -> None:
    rows = thread(stage, *PARTS, ahead=DAY)
    stage.call("outbox.cancel", id=rows[2])
    clock.move(24 * 3600 + 1)
    lane(stage)
    assert states(stage, rows) == ["sent", "sent", "cancelled"]
    (left,) = stage.call("drafts.list")["drafts"]
    assert left["state"] == "draft"
    number = int(left["id"])
    store = stage.engine.desk.store
    sent = store.read(lambda db: outbox_turn.sent_part(db, number, stage.accounts[0], part=1))
    assert sent is not None and str(sent.id) == rows[1]
    now = stage.engine.desk.now()
    again = store.write(
        lambda tx: outbox.add(
            tx, stage.accounts[0], Reply(Target(""), PARTS[2]), now=now, draft_id=number,
            after_id=sent.id, part=2,
        )
    )  # fmt: skip
    lane(stage)
    assert states(stage, [str(again)]) == ["sent"]
    chain(stage)


def test_a_part_that_was_deleted_is_asked_about(stage: Stage, clock: HandClock) -> None:
    rows = thread(stage, *PARTS)
    real = outbox.sent

    def gone(tx: Any, deed: Any, **more: Any) -> bool:
        found = real(tx, deed, **more)
        if deed.part == 0:
            stage.world.delete(more["remote_id"])
        return found

    with patch.object(outbox, "sent", gone):
        lane(stage)
    assert states(stage, rows) == ["sent", "review", "ready"]
    assert stage.row(rows[1])["reason"] == "parent_deleted"


def test_what_a_person_said_is_there_has_no_place_to_be_answered(stage: Stage) -> None:
    rows = thread(stage, *PARTS)
    stage.world.fault("drop_before", on="create")
    with patch.object(Demo, "find", lambda *_: None):
        lane(stage)
        assert states(stage, rows)[0] == "uncertain"
        stage.call("outbox.resolve", id=rows[0], verdict="sent")
        lane(stage)
    assert states(stage, rows) == ["sent", "review", "ready"]
    assert stage.row(rows[1])["reason"] == "before_unknown"


def test_an_answer_may_have_parts_too(stage: Stage) -> None:
    item = stage.asked("How long?")
    first = stage.reply(item, "Three minutes.")
    desk = stage.engine.desk
    second = desk.store.write(
        lambda tx: outbox.add(
            tx, stage.accounts[0], Reply(Target(""), "And for oolong, five."), now=desk.now(),
            after_id=int(first), part=1,
        )
    )  # fmt: skip
    stage.send()
    (part,) = stage.said("And for oolong, five.")
    (answer,) = stage.said("Three minutes.")
    assert part.parent == answer.id
    action = desk.row(second).action
    assert isinstance(action, Reply)
    top = stage.world.post(answer.top)
    assert action.target.root == top.id


@pytest.mark.parametrize("keys", ["honoured", "none", "ignored"])
@pytest.mark.parametrize("fault", ["", "drop_before", "apply_drop", "late", "hidden", "garbled"])
@pytest.mark.parametrize("at", [0, 1, 2])
def test_a_thread_is_never_out_twice_nor_out_of_order(
    make_stage: Callable[..., Stage], clock: HandClock, keys: str, fault: str, at: int
) -> None:
    stage = make_stage(keys=keys, settle=30.0, accounts=1)
    rows = thread(stage, *PARTS)
    real, calls = Demo.perform, iter(range(1000))

    def faulty(self: Demo, action: Any, key: str, progress: Any = None) -> Any:
        if next(calls) == at and fault:
            stage.world.fault(fault, on="create", seconds=20)
        return real(self, action, key, progress)

    with patch.object(Demo, "perform", faulty):
        lane(stage)
        stage.restart()
        follow(stage, clock, 300)
    entries = [stage.said(text) for text in PARTS]
    assert [len(e) for e in entries] == sorted((len(e) for e in entries), reverse=True)
    assert max(len(e) for e in entries) <= 1
    ends = states(stage, rows)
    if keys != "none" or fault != "drop_before":  # there a person decides
        assert ends == ["sent"] * 3, ends
        chain(stage)
    else:
        assert "review" in ends and "sent" not in ends[ends.index("review") :]


@pytest.mark.parametrize("side", ["before", "after"])
@pytest.mark.parametrize("verb", ["claim", "sent"])
@pytest.mark.parametrize("part", [0, 1, 2])
def test_a_kill_between_any_two_parts_changes_nothing(
    stage: Stage, clock: HandClock, verb: str, side: str, part: int
) -> None:
    class Killed(BaseException):
        pass

    rows = thread(stage, *PARTS)
    real = getattr(outbox, verb)

    def dying(tx: Any, which: Any, **more: Any) -> Any:
        number = which if isinstance(which, int) else which.id
        mine = str(number) == rows[part]
        if mine and side == "before":
            raise Killed
        found = real(tx, which, **more)
        if mine:
            stage.engine.desk.network.stop.set()  # nothing more of this life
        return found

    with patch.object(outbox, verb, dying):
        try:
            lane(stage)
        except Killed:
            pass
    stage.restart()
    follow(stage, clock, 120)
    assert states(stage, rows) == ["sent"] * 3
    chain(stage)


# --- thousands of plans --------------------------------------------------------------------------


def test_a_round_reads_nothing_of_five_thousand_plans(
    make_stage: Callable[..., Stage], clock: HandClock
) -> None:
    stage = make_stage(scheduler="none", accounts=1)
    desk, account = stage.engine.desk, stage.accounts[0]

    def many(tx: Any) -> None:
        for n in range(5000):
            at = desk.now() + DAY + n * 60_000
            row = outbox.add(tx, account, Publish(f"plan {n}"), now=desk.now(), planned_at=at)
            if n % 3 == 0:
                outbox.add(
                    tx, account, Reply(Target(""), "more"), now=desk.now(), planned_at=at,
                    after_id=row, part=1,
                )  # fmt: skip

    desk.store.write(many)
    reads: list[int] = []
    real = outbox.deed_of

    def counted(row: Any) -> Any:
        reads.append(1)
        return real(row)

    began = time.perf_counter()
    with patch.object(outbox_turn, "deed_of", counted):
        lane(stage)
    took = time.perf_counter() - began
    assert reads == []
    print(f"a round over 6,667 rows for later: {took * 1000:.1f} ms")


PLANS: dict[str, Callable[[Any], Any]] = {
    "due": lambda db: outbox_turn.due(db, "a", until=1),
    "next_due": lambda db: outbox_turn.next_due(db, "a"),
    "in_doubt": lambda db: outbox_turn.in_doubt(db, "a"),
    "offers": lambda db: held_there.offers(db, "a", now=1, first=1, last=2, full=[], most=9),
    "next_offer": lambda db: held_there.next_offer(db, "a"),
    "recalled": lambda db: held_there.recalled(db, "a", now=1),
    "next_recall": lambda db: held_there.next_recall(db, "a"),
    "load": lambda db: held_there.load(db, "a"),
    "following": lambda db: outbox_turn.following(db, 1),
}


@pytest.mark.parametrize("name", PLANS)
def test_each_question_of_a_round_has_an_index(stage: Stage, name: str) -> None:
    asked: list[tuple[str, Any]] = []

    class Listening:
        def __init__(self, db: Any) -> None:
            self.db = db

        def execute(self, sql: str, values: Any = ()) -> Any:
            asked.append((sql, values))
            return self.db.execute(sql, values)

    def look(db: Any) -> list[str]:
        PLANS[name](Listening(db))
        (sql, values), *_ = asked
        return [r[3] for r in db.execute(f"EXPLAIN QUERY PLAN {sql}", values)]

    steps = stage.engine.desk.store.read(look)
    print(name, steps)
    assert not any(s.startswith("SCAN") and "json_each" not in s for s in steps), steps
    assert any("USING INDEX outbox_" in s or "USING COVERING INDEX outbox_" in s for s in steps)


def test_us_is_who_we_are(stage: Stage) -> None:
    thread(stage, *PARTS)
    lane(stage)
    ours = stage.world.posts(US)
    assert [p.text for p in ours] == list(PARTS)
