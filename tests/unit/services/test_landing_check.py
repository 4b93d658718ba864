"""The landing check: each change to a thread holds the reply; an unchanged one lets it go (DR-03).

All of it on the demo network, through the engine's own commands. Which of the changes can be made
on which real platform, and that they hold a reply there, is in `tests/e2e/test_main_job.py`.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.support.clock import HandClock
from tests.support.stage import ANA, CHEN, COLLEAGUE, US, Stage

HOUR = 3_600_000

Change = Callable[[Stage, str], object]


def deleted(stage: Stage, post: str) -> None:
    stage.world.delete(post)


def edited(stage: Stage, post: str) -> None:
    stage.world.edit(post, "Is it vegan, and what does it cost?")


def author_again(stage: Stage, post: str) -> None:
    stage.world.say(ANA, "Never mind, I found it.", parent=post)


def author_again_beside(stage: Stage, post: str) -> None:
    stage.world.say(ANA, "One more thing!", parent=stage.world.post(post).parent)


def we_answered_elsewhere(stage: Stage, post: str) -> None:
    stage.world.say(US, "Answered from the telephone.", parent=post)


def colleague_answered(stage: Stage, post: str) -> None:
    stage.world.say(COLLEAGUE, "I took this one.", parent=post)


def locked(stage: Stage, post: str) -> None:
    stage.world.lock(post)


def window_closed(stage: Stage, post: str) -> None:
    stage.world.close_window(post)


CHANGES: dict[str, tuple[str, Change]] = {
    "parent deleted": ("parent_deleted", deleted),
    "parent edited": ("parent_edited", edited),
    "author again, below": ("author_again", author_again),
    "author again, beside": ("author_again", author_again_beside),
    "answered by us elsewhere": ("answered_by_us", we_answered_elsewhere),
    "answered by a colleague": ("answered_by_us", colleague_answered),
    "locked": ("not_allowed", locked),
    "window closed": ("window_closed", window_closed),
}
"""What can happen to a thread → the reason it gives. `late` needs no change of the thread."""

WAIVABLE_SENDS = {
    "parent edited",
    "author again, below",
    "author again, beside",
    "answered by us elsewhere",
    "answered by a colleague",
}
"""Where *Send anyway* can succeed: the platform itself refuses the others."""


def test_an_unchanged_thread_goes_out_and_only_once(stage: Stage) -> None:
    item = stage.asked("Is it vegan?")
    row = stage.reply(item, "It is.")
    landed = stage.send()
    assert [r["id"] for r in landed["sent"]] == [row]
    stage.send()
    said = stage.said("It is.")
    assert len(said) == 1
    assert said[0].parent == stage.remote(item)
    assert stage.drafts() == []


def test_what_others_say_in_the_thread_is_no_news(stage: Stage) -> None:
    item = stage.asked("Is it vegan?")
    row = stage.reply(item, "It is.")
    stage.world.say(CHEN, "I wonder, too.", parent=stage.remote(item))
    stage.world.react(CHEN, stage.remote(item))
    stage.send()
    assert stage.state(row) == "sent"


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_after_queueing_holds_the_reply_with_its_reason(stage: Stage, change: str) -> None:
    reason, make = CHANGES[change]
    item = stage.asked("Is it vegan?")
    row = stage.reply(item, "It is.")
    make(stage, stage.remote(item))
    landed = stage.send()
    assert [(r["id"], r["reason"]) for r in landed["held"]] == [(row, reason)]
    assert stage.said("It is.") == []
    assert stage.drafts() == ["It is."]
    assert stage.row(row)["news"][0]["what"] == reason
    stage.send()
    assert stage.state(row) == "review"  # no landing moves it by itself
    assert stage.said("It is.") == []


@pytest.mark.parametrize("change", sorted(WAIVABLE_SENDS - {"author again, below"}))
def test_a_change_that_was_read_before_queueing_is_no_news(stage: Stage, change: str) -> None:
    """What an author says below a comment of their own is told to nobody, so it is always news."""
    _, make = CHANGES[change]
    item = stage.asked("Is it vegan?")
    make(stage, stage.remote(item))
    stage.call("sync")
    row = stage.reply(item, "It is.")
    stage.send()
    assert stage.state(row) == "sent", stage.row(row)


def test_the_news_shows_what_is_new_beside_what_was_there(stage: Stage) -> None:
    item = stage.asked("Is it vegan?")
    row = stage.reply(item, "It is.")
    edited(stage, stage.remote(item))
    author_again(stage, stage.remote(item))
    stage.send()
    held = stage.row(row)
    assert held["reason"] == "parent_edited"  # the gravest names the row
    first, second = held["news"]
    assert first["before"] == "Is it vegan?"
    assert first["text"] == "Is it vegan, and what does it cost?"
    assert second["what"] == "author_again"
    assert second["text"] == "Never mind, I found it."


# --- late ---------------------------------------------------------------------------------------


def test_a_reply_whose_time_is_long_past_is_held(stage: Stage, clock: HandClock) -> None:
    item = stage.asked("Is it vegan?")
    row = stage.reply(item, "It is.", at=clock.now() + HOUR)
    stage.send()
    assert stage.state(row) == "ready"
    clock.move(2 * 3600 + 1)
    landed = stage.send()
    assert [(r["id"], r["reason"]) for r in landed["held"]] == [(row, "late")]
    stage.call("outbox.resolve", id=row, verdict="send")
    stage.send()
    assert stage.state(row) == "sent"


def test_a_reply_a_little_late_goes_out(stage: Stage, clock: HandClock) -> None:
    item = stage.asked("Is it vegan?")
    row = stage.reply(item, "It is.", at=clock.now() + HOUR)
    clock.move(3600 + 59 * 60)
    stage.send()
    assert stage.state(row) == "sent"


def test_how_late_is_late_is_a_setting(stage: Stage, clock: HandClock) -> None:
    stage.call("settings.set", late_minutes=5)
    row = stage.reply(stage.asked("Is it vegan?"), "It is.", at=clock.now() + HOUR)
    clock.move(3600 + 6 * 60)
    stage.send()
    assert stage.row(row)["reason"] == "late"


def test_a_post_of_its_own_is_held_when_late(stage: Stage, clock: HandClock) -> None:
    made = stage.call("post", account=stage.accounts[0], text="Sale!", at=clock.now() + HOUR)
    clock.move(3 * 3600)
    stage.send()
    assert stage.row(made["outbox"]["id"])["reason"] == "late"
    assert stage.said("Sale!") == []


# --- our own posts ------------------------------------------------------------------------------


def test_two_replies_of_ours_in_one_thread_both_go_out_in_order(stage: Stage) -> None:
    item = stage.asked("Is it vegan?")
    first, second = stage.reply(item, "It is."), stage.reply(item, "All of it.")
    landed = stage.send()
    assert {r["id"] for r in landed["sent"]} == {first, second}
    assert [e.text for e in stage.world.replies_to(stage.remote(item))] == ["It is.", "All of it."]


def test_a_reply_to_our_own_reply_goes_out(stage: Stage) -> None:
    """Part 2 of a thread: its parent is a post that the outbox itself sent."""
    item = stage.asked("Is it vegan?")
    stage.reply(item, "It is.")
    stage.send()
    ours = next(p for p in stage.call("inbox.thread", item=item)["posts"] if p["text"] == "It is.")
    row = stage.reply(ours["id"], "And so is the packaging.")
    stage.send()
    assert stage.state(row) == "sent"


def test_a_post_that_is_this_row_settles_as_sent(stage: Stage) -> None:
    item = stage.asked("Is it vegan?")
    row = stage.reply(item, "It is.")
    stage.world.fault("hidden", seconds=30)
    stage.send()
    assert stage.state(row) == "uncertain"
    stage.engine.desk.clock.wait(stage.engine.desk.network.stop, 60)
    stage.send()
    assert stage.state(row) == "sent"
    assert len(stage.said("It is.")) == 1


# --- what a person decides ----------------------------------------------------------------------


@pytest.mark.parametrize("change", sorted(WAIVABLE_SENDS))
def test_send_anyway_sends_it_once(stage: Stage, change: str) -> None:
    _, make = CHANGES[change]
    item = stage.asked("Is it vegan?")
    row = stage.reply(item, "It is.")
    make(stage, stage.remote(item))
    stage.send()
    stage.call("outbox.resolve", id=row, verdict="send")
    assert stage.state(row) == "ready"
    stage.send()
    stage.send()
    assert stage.state(row) == "sent"
    assert len(stage.said("It is.")) == 1


@pytest.mark.parametrize(
    ("change", "ends"),
    [("parent deleted", "rejected"), ("locked", "rejected"), ("window closed", "rejected")],
)
def test_send_anyway_where_the_platform_refuses_keeps_the_text(
    stage: Stage, change: str, ends: str
) -> None:
    _, make = CHANGES[change]
    item = stage.asked("Is it vegan?")
    row = stage.reply(item, "It is.")
    make(stage, stage.remote(item))
    stage.send()
    stage.call("outbox.resolve", id=row, verdict="send")
    stage.send()
    assert stage.state(row) == ends
    assert stage.said("It is.") == []
    assert stage.drafts() == ["It is."]


def test_further_news_after_send_anyway_holds_again(stage: Stage) -> None:
    item = stage.asked("Is it vegan?")
    row = stage.reply(item, "It is.")
    author_again(stage, stage.remote(item))
    stage.send()
    stage.call("outbox.resolve", id=row, verdict="send")
    stage.world.say(ANA, "Wait, another question.", parent=stage.remote(item))
    stage.send()
    held = stage.row(row)
    assert (held["state"], held["reason"]) == ("review", "author_again")
    assert [n["text"] for n in held["news"]] == ["Wait, another question."]


def test_a_second_edit_after_send_anyway_holds_again(stage: Stage) -> None:
    item = stage.asked("Is it vegan?")
    row = stage.reply(item, "It is.")
    edited(stage, stage.remote(item))
    stage.send()
    stage.call("outbox.resolve", id=row, verdict="send")
    stage.world.edit(stage.remote(item), "Something else altogether")
    stage.send()
    assert stage.row(row)["reason"] == "parent_edited"


def test_drop_makes_a_held_reply_a_draft_again(stage: Stage) -> None:
    item = stage.asked("Is it vegan?")
    row = stage.reply(item, "It is.")
    edited(stage, stage.remote(item))
    stage.send()
    stage.call("outbox.resolve", id=row, verdict="drop")
    stage.send()
    assert stage.state(row) == "cancelled"
    assert stage.said("It is.") == []
    (draft,) = stage.call("drafts.list")["drafts"]
    assert (draft["text"], draft["state"]) == ("It is.", "draft")
    stage.call("drafts.save", id=draft["id"], text="It is, and it costs 5.")
    again = stage.reply(item, "It is, and it costs 5.", draft=draft["id"])
    stage.send()
    assert stage.state(again) == "sent"
    assert stage.drafts() == []


def test_it_is_there_ends_the_row_without_sending(stage: Stage) -> None:
    item = stage.asked("Is it vegan?")
    row = stage.reply(item, "It is.")
    we_answered_elsewhere(stage, stage.remote(item))
    stage.send()
    stage.call("outbox.resolve", id=row, verdict="sent")
    stage.send()
    assert stage.state(row) == "sent"
    assert stage.row(row)["notes"] == ["said_by_person"]
    assert stage.said("It is.") == []
    assert stage.drafts() == []


def test_two_rows_may_both_be_said_to_be_there(stage: Stage) -> None:
    item = stage.asked("Is it vegan?")
    rows = [stage.reply(item, "It is."), stage.reply(item, "Yes.")]
    we_answered_elsewhere(stage, stage.remote(item))
    stage.send()
    for row in rows:
        stage.call("outbox.resolve", id=row, verdict="sent")
    assert [stage.state(r) for r in rows] == ["sent", "sent"]


def test_cancelling_a_held_reply_opens_the_item_again(stage: Stage) -> None:
    item = stage.asked("Is it vegan?")
    row = stage.reply(item, "It is.")
    edited(stage, stage.remote(item))
    stage.send()
    stage.call("outbox.cancel", id=row)
    open_items = {i["id"] for i in stage.call("inbox.list", state="open")["items"]}
    assert item in open_items


# --- what keeps everything in -------------------------------------------------------------------


def test_panic_is_stronger_than_flight_is_stronger_than_offline(stage: Stage) -> None:
    from cmapp.domain.errors import Offline

    stage.reply(stage.asked("Is it vegan?"), "It is.")
    stage.engine.desk.network.close("switched_off")
    stage.call("flight.start")
    stage.call("outbox.pause")
    told = []
    for release in ("outbox.resume", "flight.end"):
        with pytest.raises(Offline) as held:
            stage.send()
        told.append(held.value.why)
        if release == "flight.end":
            stage.engine.desk.store.write(lambda tx: tx.db.execute("DELETE FROM switches"))
        else:
            stage.call(release)
    with pytest.raises(Offline) as held:
        stage.send()
    told.append(held.value.why)
    assert told == ["paused", "flight_mode", "switched_off"]
    assert stage.said("It is.") == []
    stage.engine.desk.network.open()
    stage.send()
    assert len(stage.said("It is.")) == 1


def test_panic_and_flight_survive_a_restart(stage: Stage) -> None:
    stage.reply(stage.asked("Is it vegan?"), "It is.")
    stage.call("outbox.pause")
    stage.restart()
    assert stage.call("status")["why_paused"] == "paused"
    stage.call("outbox.resume")
    stage.call("flight.start")
    stage.restart()
    assert stage.call("status")["why_paused"] == "flight_mode"
    landed = stage.call("flight.end")
    assert [r["text"] for r in landed["sent"]] == ["It is."]


def test_landing_reports_what_was_held_and_why(stage: Stage) -> None:
    good, bad = stage.asked("Is it vegan?"), stage.asked("Which colour?", who=CHEN)
    stage.call("flight.start")
    stage.reply(good, "It is.")
    stage.reply(bad, "Green.")
    edited(stage, stage.remote(bad))
    stage.world.say(ANA, "Hello again")
    landed = stage.call("flight.end")
    assert [r["text"] for r in landed["sent"]] == ["It is."]
    assert [(r["text"], r["reason"]) for r in landed["held"]] == [("Green.", "parent_edited")]
    assert landed["away_since"] is not None
