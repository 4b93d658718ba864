"""What moves a row along, under faults and with a person who acts at the worst moment (P1, P10)."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from cmapp.cli.text import landed
from cmapp.connectors.base import Pending, Sent
from cmapp.domain.actions import Action
from cmapp.domain.errors import Flaky, Missing, Rejected
from cmapp.platforms.demo import Demo
from cmapp.services import sending
from cmapp.store import inbox, outbox
from tests.support.clock import HandClock
from tests.support.stage import ANA, CHEN, US, Stage, time_is

HOUR = 3_600_000


@contextmanager
def at_each(verb: str, act: Callable[[], object]) -> Iterator[list[None]]:
    """Let something happen while the platform is asked: each time `verb` of the connector runs."""
    real = getattr(Demo, verb)
    times: list[None] = []

    def meanwhile(self: Demo, *args: Any, **more: Any) -> Any:
        times.append(None)
        act()
        return real(self, *args, **more)

    with patch.object(Demo, verb, meanwhile):
        yield times


def nothing() -> None:
    return None


# --- the order of rows --------------------------------------------------------------------------


def test_rows_keep_their_order_within_a_millisecond_and_when_the_clock_is_set_back(
    stage: Stage, clock: HandClock
) -> None:
    item = stage.asked("Is it vegan?")
    texts = [f"part {n}" for n in range(6)]
    for n, text in enumerate(texts):
        stage.reply(item, text)
        if n == 2:
            clock.move(-HOUR)
    clock.move(HOUR)
    stage.send()
    assert [e.text for e in stage.world.replies_to(stage.remote(item))] == texts


def test_a_row_that_was_tried_holds_back_the_later_ones_of_its_thread_only(stage: Stage) -> None:
    item, other = stage.asked("Is it vegan?"), stage.asked("Which colour?", who=CHEN)
    first, second = stage.reply(item, "part 1"), stage.reply(item, "part 2")
    third = stage.reply(other, "Green.")
    stage.world.fault("server_error", on="thread")
    stage.send()
    assert [stage.state(r) for r in (first, second, third)] == ["ready", "ready", "sent"]
    stage.send(wait=60)
    assert [e.text for e in stage.world.replies_to(stage.remote(item))] == ["part 1", "part 2"]


# --- a person acts while the platform is asked --------------------------------------------------


def doubtful(stage: Stage, fault: str = "drop_before") -> tuple[str, str]:
    item = stage.asked("Is it vegan?")
    row = stage.reply(item, "It is.")
    stage.world.fault(fault)
    with patch.object(Demo, "find", lambda *_: None):
        stage.send()
    assert stage.state(row) == "uncertain"
    return item, row


@pytest.mark.parametrize("command", ["outbox.cancel", "outbox.resolve"])
def test_what_is_in_doubt_cannot_be_taken_back_and_sent_a_second_time(
    make_stage: Callable[..., Stage], clock: HandClock, command: str
) -> None:
    """Its text comes a little late: a draft given back meanwhile would have been the second."""
    stage = make_stage(accounts=1, settle=60.0)
    item = stage.asked("Is it vegan?")
    row = stage.reply(item, "It is.")
    stage.world.fault("late", seconds=30)
    stage.send()
    assert stage.state(row) == "uncertain"
    more = {"verdict": "drop"} if command == "outbox.resolve" else {}
    with pytest.raises(Rejected):
        stage.call(command, id=row, **more)
    clock.move(90)
    stage.send(wait=300)
    assert stage.state(row) == "sent"
    assert len(stage.said("It is.")) == 1


def test_the_panic_switch_holds_a_deed_between_two_of_its_steps(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An upload is such a step: nothing is out yet, and nothing goes out."""
    row = stage.reply(stage.asked("Is it vegan?"), "It is.")
    perform = Demo.perform

    def in_steps(self: Demo, action: Action, key: str, progress: Any = None) -> Sent | Pending:
        if progress is None:
            stage.call("outbox.pause")
            return Pending({"uploaded": True})
        return perform(self, action, key, progress)

    monkeypatch.setattr(Demo, "perform", in_steps)
    stage.send()
    assert stage.state(row) == "ready"
    assert stage.said("It is.") == []
    stage.call("outbox.resume")
    stage.send()
    assert stage.state(row) == "sent"
    assert len(stage.said("It is.")) == 1


def test_what_is_cancelled_during_the_landing_check_is_never_sent(
    make_stage: Callable[..., Stage],
) -> None:
    stage = make_stage(accounts=1)
    item = stage.asked("Is it vegan?")
    row = stage.reply(item, "It is.")
    stage.world.edit(stage.remote(item), "Is it?")

    def cancel() -> None:
        if stage.state(row) == "ready":
            stage.call("outbox.cancel", id=row)

    with at_each("pull", cancel):
        stage.send()
    stage.send()
    assert stage.state(row) == "cancelled"
    assert stage.said("It is.") == []
    (draft,) = stage.call("drafts.list")["drafts"]
    assert draft["state"] == "draft"


def test_panic_during_the_landing_check_keeps_the_reply_in(
    make_stage: Callable[..., Stage],
) -> None:
    stage = make_stage(accounts=1)
    row = stage.reply(stage.asked("Is it vegan?"), "It is.")
    with at_each("pull", lambda: stage.call("outbox.pause")):
        stage.send()
    assert stage.state(row) == "ready"
    assert stage.said("It is.") == []


# --- reading what one answers to ------------------------------------------------------------------


@pytest.mark.parametrize("fault", ["garbled", "server_error"])
def test_a_thread_that_could_not_be_read_counts_as_unread(
    stage: Stage, clock: HandClock, fault: str
) -> None:
    above = stage.world.say(US, "News.")
    question = stage.world.say(ANA, "Is it vegan?", parent=above)
    stage.world.say(CHEN, "I want to know, too.", parent=question)

    def unread() -> list[str]:
        return stage.engine.desk.store.read(
            lambda db: inbox.threads_not_read(db, stage.accounts[0], limit=9)
        )

    stage.world.fault(fault, 9, on="thread")
    stage.call("sync")
    assert question in unread()
    stage.world.clear_faults()
    clock.move(HOUR)
    stage.call("sync")
    assert unread() == []


# --- send anyway, later -------------------------------------------------------------------------


def test_send_anyway_looks_once_more_before_it_sends(
    make_stage: Callable[..., Stage], clock: HandClock
) -> None:
    """The first attempt was done hours late: sending again would make two of it."""
    stage = make_stage(keys="none", settle=60.0)
    item = stage.asked("Is it vegan?")
    row = stage.reply(item, "It is.")
    stage.world.fault("late", seconds=7200)
    stage.send(wait=300)
    assert stage.row(row)["reason"] == "unresolved"
    clock.move(3 * 3600)
    stage.call("outbox.resolve", id=row, verdict="send")
    stage.send()
    assert stage.state(row) == "sent"
    assert len(stage.said("It is.")) == 1


def test_send_anyway_sends_what_truly_is_not_there(
    make_stage: Callable[..., Stage], clock: HandClock
) -> None:
    stage = make_stage(keys="none", settle=60.0)
    row = stage.reply(stage.asked("Is it vegan?"), "It is.")
    stage.world.fault("drop_before")
    stage.send(wait=300)
    assert stage.row(row)["reason"] == "unresolved"
    assert stage.said("It is.") == []
    stage.call("outbox.resolve", id=row, verdict="send")
    stage.send()
    assert stage.state(row) == "sent"
    assert len(stage.said("It is.")) == 1


def test_the_same_words_twice_are_two_posts_where_a_person_wants_two(
    make_stage: Callable[..., Stage],
) -> None:
    """One post never settles two rows, and *Send anyway* still works for the second one."""
    stage = make_stage(keys="none", settle=60.0)
    item = stage.asked("Is it vegan?")
    first = stage.reply(item, "It is.")
    stage.send()
    second = stage.reply(item, "It is.")
    stage.world.fault("drop_before")
    stage.send(wait=300)
    assert [stage.state(r) for r in (first, second)] == ["sent", "review"]
    stage.call("outbox.resolve", id=second, verdict="send")
    stage.send()
    assert stage.state(second) == "sent"
    assert len(stage.said("It is.")) == 2


def test_what_another_row_made_is_not_found_for_this_one(make_stage: Callable[..., Stage]) -> None:
    stage = make_stage(keys="none")
    row = stage.reply(stage.asked("Is it vegan?"), "It is.")
    stage.send()
    desk = stage.engine.desk
    deed = desk.row(int(row))
    assert deed.remote_id is not None
    link = desk.links.to(desk.account(deed.account_id))
    assert link.find(deed.action, "another", deed.made_at) is not None
    assert link.find(deed.action, "another", deed.made_at, {deed.remote_id}) is None


def test_a_row_in_doubt_cannot_be_sent_again_before_it_was_looked_for(stage: Stage) -> None:
    item = stage.asked("Is it vegan?")
    row = stage.reply(item, "It is.")
    stage.world.fault("hidden", seconds=1)
    stage.send()
    with pytest.raises(Rejected) as refused:
        stage.call("outbox.resolve", id=row, verdict="send")
    assert refused.value.why == "not_in_review"
    stage.send(wait=60)
    assert stage.state(row) == "sent"
    assert len(stage.said("It is.")) == 1


def test_look_again_finds_what_came_late(
    make_stage: Callable[..., Stage], clock: HandClock
) -> None:
    stage = make_stage(keys="none", settle=60.0)
    row = stage.reply(stage.asked("Is it vegan?"), "It is.")
    stage.world.fault("hidden", seconds=1000)
    stage.send(wait=300)
    assert stage.row(row)["reason"] == "unresolved"
    clock.move(1000)
    stage.call("outbox.resolve", id=row, verdict="look")
    assert stage.state(row) == "uncertain"
    stage.send()
    assert stage.state(row) == "sent"
    assert len(stage.said("It is.")) == 1


def test_look_again_that_finds_nothing_asks_again(make_stage: Callable[..., Stage]) -> None:
    stage = make_stage(keys="none", settle=60.0)
    row = stage.reply(stage.asked("Is it vegan?"), "It is.")
    stage.world.fault("drop_before")
    stage.send(wait=300)
    stage.call("outbox.resolve", id=row, verdict="look")
    stage.send(wait=300)
    assert stage.row(row)["reason"] == "unresolved"
    assert stage.said("It is.") == []


# --- rejected -----------------------------------------------------------------------------------


def test_after_a_rejection_the_draft_can_be_edited_and_sent(stage: Stage) -> None:
    item = stage.asked("Is it vegan?")
    row = stage.reply(item, "It is.")
    stage.world.fault("refuse")
    landed = stage.send()
    assert [r["id"] for r in landed["rejected"]] == [row]
    assert stage.row(row)["error"]["facts"]["reason"] == "refused"
    (draft,) = stage.call("drafts.list")["drafts"]
    assert draft["state"] == "draft"
    stage.call("drafts.save", id=draft["id"], text="It is vegan.")
    again = stage.reply(item, "It is vegan.", draft=draft["id"])
    stage.send()
    assert stage.state(again) == "sent"
    assert stage.said("It is.") == []


def test_cancelling_the_rejected_row_does_not_free_a_draft_that_is_queued_again(
    stage: Stage,
) -> None:
    item = stage.asked("Is it vegan?")
    row = stage.reply(item, "It is.")
    stage.world.fault("refuse")
    stage.send()
    (draft,) = stage.call("drafts.list")["drafts"]
    stage.reply(item, "It is.", draft=draft["id"])
    stage.call("outbox.cancel", id=row)
    (draft,) = stage.call("drafts.list")["drafts"]
    assert draft["state"] == "queued"


def test_a_read_that_failed_inside_the_deed_leaves_no_doubt(stage: Stage) -> None:
    """Nothing was written yet: a refusal that follows is a plain one."""
    row = stage.reply(stage.asked("Is it vegan?"), "It is.")
    real = Demo.perform
    troubles = [Flaky("server_error"), Rejected(field="text", reason="refused")]

    def perform(self: Demo, *args: Any, **more: Any) -> Any:
        if troubles:
            raise troubles.pop(0)
        return real(self, *args, **more)

    with patch.object(Demo, "perform", perform):
        stage.send()
        assert stage.state(row) == "ready"
        stage.send(wait=60)
    assert stage.state(row) == "rejected"


def test_one_draft_is_queued_once(stage: Stage) -> None:
    item = stage.asked("Is it vegan?")
    stage.call("drafts.save", text="It is.", item=item)
    (draft,) = stage.call("drafts.list")["drafts"]
    stage.reply(item, "It is.", draft=draft["id"])
    with pytest.raises(Rejected) as refused:
        stage.reply(item, "It is.", draft=draft["id"])
    assert refused.value.why == "draft_is_queued"
    stage.send()
    assert len(stage.said("It is.")) == 1


def test_a_draft_that_is_not_there_cannot_be_queued(stage: Stage) -> None:
    with pytest.raises(Missing) as missing:
        stage.reply(stage.asked("Is it vegan?"), "It is.", draft="12345")
    assert missing.value.why == "unknown_draft"


def test_a_draft_has_the_text_that_was_queued(stage: Stage) -> None:
    """What was typed after the last autosave is in the draft, even if the platform refuses it."""
    item = stage.asked("Is it vegan?")
    stage.call("drafts.save", text="It", item=item)
    (draft,) = stage.call("drafts.list")["drafts"]
    long = "It is. " * 200
    with pytest.raises(Rejected):
        stage.reply(item, long, draft=draft["id"])
    assert stage.drafts() == [long]


# --- the world is bad ---------------------------------------------------------------------------


def requests(stage: Stage) -> int:
    """How many faults were met so far, of those that never end."""
    with stage.world.opened() as state:
        return 100_000 - sum(f.count for f in state.faults.values())


@pytest.mark.parametrize("fault", ["offline", "throttle", "sign_in", "server_error"])
def test_a_landing_that_waits_does_not_hammer_the_server(
    stage: Stage, clock: HandClock, fault: str
) -> None:
    row = stage.reply(stage.asked("Is it vegan?"), "It is.")
    stage.world.fault(fault, 100_000, seconds=9e9, on="any")
    began = clock.now()
    stage.send(wait=300)
    asked = requests(stage)
    assert clock.now() - began <= 301_000
    assert asked <= 2 * 300 / 5 + 10, f"{asked} requests in 300 s"
    assert stage.state(row) == "ready"
    stage.world.clear_faults()
    clock.move(3700)
    stage.send()
    assert stage.state(row) == "sent"
    assert len(stage.said("It is.")) == 1


def test_an_absurd_retry_after_is_believed_for_an_hour_at_most(
    stage: Stage, clock: HandClock
) -> None:
    row = stage.reply(stage.asked("Is it vegan?"), "It is.")
    stage.world.fault("throttle", seconds=99_999_999_999, on="write")
    stage.send()
    (account, _) = stage.engine.desk.accounts()
    assert 0 < account.parked_until - clock.now() <= HOUR
    assert stage.send()["errors"][account.id] == "throttled"
    clock.move(3601)
    stage.send()
    assert stage.state(row) == "sent"


def test_a_landing_waits_out_a_short_pause_that_the_server_asked_for(
    stage: Stage, clock: HandClock
) -> None:
    row = stage.reply(stage.asked("Is it vegan?"), "It is.")
    stage.world.fault("throttle", seconds=40)
    stage.send(wait=60)
    assert stage.state(row) == "sent"


def test_one_account_in_trouble_does_not_stop_the_others(stage: Stage) -> None:
    stage.engine.desk.store.write(
        lambda tx: tx.db.execute(
            "UPDATE accounts SET platform = 'nowhere' WHERE id = ?", (stage.accounts[1],)
        )
    )
    stage.engine.desk.links.close()
    made = stage.call("post", account=stage.accounts[0], text="Sale!")
    landed = stage.send()
    assert stage.state(made["outbox"]["id"]) == "sent"
    assert landed["errors"][stage.accounts[1]]


def test_a_row_whose_end_could_not_be_written_down_is_looked_for_by_the_next_lane(
    stage: Stage,
) -> None:
    """The disk was too full for the word that it is sent; no restart is needed to find out."""
    row = stage.reply(stage.asked("Is it vegan?"), "It is.")
    stage.engine.desk.store.write(lambda tx: outbox.claim(tx, int(row), now=stage.world.now))
    assert stage.state(row) == "sending"
    stage.send(wait=60)
    assert stage.state(row) == "sent"
    assert len(stage.said("It is.")) == 1


def test_a_paused_account_stays_paused_when_a_sync_ends(stage: Stage) -> None:
    with at_each("pull", lambda: stage.call("accounts.pause", id=stage.accounts[0])):
        stage.call("sync", account=stage.accounts[0])
    assert stage.call("accounts.list")["accounts"][0]["state"] == "paused"
    before = stage.call("inbox.list", state="all")["items"]
    stage.world.say(ANA, "Hello", parent=stage.world.say(US, "Something"))
    (result,) = stage.call("sync", account=stage.accounts[0])["accounts"]
    assert result["error"] == "account_paused"
    assert stage.call("accounts.list")["accounts"][0]["state"] == "paused"
    assert stage.call("inbox.list", state="all")["items"] == before


def test_the_engines_lane_rests_when_it_can_do_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Offline with something queued, the engine must not try dozens of times a second."""
    tries: list[int] = []
    with time_is(HandClock()) as clock:
        stage = Stage(tmp_path, accounts=1)
        stage.reply(stage.asked("Is it vegan?"), "It is.")
        stage.world.fault("offline", 100_000)
        real = sending.send_due

        def send_due(*args: Any, **more: Any) -> list[int]:
            tries.append(clock.now())
            return real(*args, **more)

        monkeypatch.setattr(sending, "send_due", send_due)
        running = threading.Thread(target=stage.engine.run)
        running.start()
        while len(tries) < 5:
            clock.move(1)
            running.join(0.01)
        stage.call("engine.quit")
        running.join()
        stage.close()
    assert tries[4] - tries[0] >= 4 * 15_000


def test_a_landing_that_was_put_off_says_until_when_and_what_waits(
    make_stage: Callable[..., Stage],
) -> None:
    stage = make_stage(accounts=1)
    row = stage.reply(stage.asked("Is it vegan?"), "It is.")
    stage.world.fault("throttle", seconds=1800)
    for found in (stage.send(), stage.send()):  # while it is told, and when it is known
        stopped = found["stopped"][stage.accounts[0]]
        assert (found["errors"], stopped["waiting"]) == ({stage.accounts[0]: "throttled"}, 1)
        lines = list(landed(found))
        assert lines[0] == "Nothing went out."
        assert stopped["until"][:16].replace("T", " ") + " UTC" in lines[1]
        assert not any(": 0" in line for line in lines)
    assert stage.state(row) == "ready"
