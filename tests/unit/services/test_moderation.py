"""Hide, mute, block, report: done once, logged whole, taken back exactly (CR-14)."""

from __future__ import annotations

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from cmapp.connectors.base import Replay
from cmapp.domain.actions import MODERATION
from cmapp.domain.errors import Missing, Offline, Rejected, Unsupported
from cmapp.platforms.demo import Demo
from cmapp.store import moderation, outbox
from tests.support.clock import HandClock
from tests.support.stage import ANA, CHEN, US, Stage


def entries(stage: Stage) -> list[dict[str, Any]]:
    return list(stage.call("moderation.log", limit=1000)["entries"])


def states(stage: Stage) -> dict[str, str]:
    return {i["id"]: i["state"] for i in stage.call("inbox.list", state="all")["items"]}


def whole(stage: Stage) -> list[tuple[Any, ...]]:
    """Return all interactions, every column of them."""
    return stage.engine.desk.store.read(
        lambda db: [tuple(r) for r in db.execute("SELECT * FROM interactions ORDER BY id")]
    )


def do(stage: Stage, deed: str, *items: str, **more: Any) -> dict[str, Any]:
    return stage.call("moderate", deed=deed, items=list(items), **{"reason": "rude", **more})


# --- done ---------------------------------------------------------------------------------------


def test_each_deed_reaches_the_network_once_and_only_when_it_is_sent(stage: Stage) -> None:
    item = stage.asked("Buy followers here!")
    remote = stage.remote(item)
    for deed in ("hide", "mute", "block", "report"):
        do(stage, deed, item, category="spam", **({"note": "Ads."} if deed == "report" else {}))
    assert not stage.world.muted(US, ANA) and not stage.world.post(remote).hidden
    stage.send()
    stage.send()
    assert stage.world.muted(US, ANA) and stage.world.blocked(US, ANA)
    assert stage.world.post(remote).hidden
    (complaint,) = stage.world.complaints(US)
    assert (complaint.post, complaint.category, complaint.note) == (remote, "spam", "Ads.")
    assert [e["state"] for e in entries(stage)] == ["sent"] * 4


def test_somebody_who_wrote_often_is_muted_once_and_all_of_theirs_is_closed(stage: Stage) -> None:
    mine = [stage.asked(f"Spam {n}") for n in range(4)]
    other = stage.asked("Is it vegan?", who=CHEN)
    stage.call("inbox.set_state", item=mine[0], state="done")
    made = do(stage, "mute", *mine[:3])["entries"]
    assert len(made) == 1
    assert states(stage) == {mine[0]: "done", other: "open"} | dict.fromkeys(mine[1:], "muted")
    stage.send()
    assert stage.world.muted(US, ANA) and not stage.world.muted(US, CHEN)


@pytest.mark.parametrize("deed", ["hide", "mute", "block"])
def test_undo_restores_the_inbox_to_the_byte(stage: Stage, deed: str) -> None:
    item, again = stage.asked("Spam"), stage.asked("More spam")
    stage.call("inbox.set_state", item=again, state="waiting")
    before = whole(stage)
    undo = do(stage, deed, item, again)["undo"]
    assert whole(stage) != before
    stage.call(undo["command"], **undo["args"])
    assert whole(stage) == before


def test_only_here_mutes_what_comes_later_too_and_undo_leaves_no_trace(stage: Stage) -> None:
    def people() -> list[tuple[Any, ...]]:
        return stage.engine.desk.store.read(
            lambda db: [
                tuple(r)
                for table in ("SELECT * FROM contacts", "SELECT id, contact_id FROM profiles")
                for r in db.execute(table)
            ]
        )

    item = stage.asked("Spam")
    before = whole(stage), people()
    undo = do(stage, "mute", item, local=True)["undo"]
    assert stage.call("outbox.list")["rows"] == []
    assert states(stage)[item] == "muted"
    stage.call(undo["command"], **undo["args"])
    assert (whole(stage), people()) == before
    do(stage, "mute", item, local=True)
    later, other = stage.asked("And more spam"), stage.asked("Is it vegan?", who=CHEN)
    assert (states(stage)[later], states(stage)[other]) == ("muted", "open")


def test_undo_leaves_alone_what_was_moved_on_since(stage: Stage) -> None:
    item, again = stage.asked("Spam"), stage.asked("More spam")
    undo = do(stage, "mute", item)["undo"]
    stage.call("inbox.set_state", item=again, state="done")
    stage.call(undo["command"], **undo["args"])
    assert states(stage) == {item: "open", again: "done"}


def test_a_deed_that_is_undone_before_it_left_never_goes_out(stage: Stage) -> None:
    item = stage.asked("Spam")
    undo = do(stage, "block", item)["undo"]
    stage.call(undo["command"], **undo["args"])
    stage.send()
    assert not stage.world.blocked(US, ANA)
    (entry,) = entries(stage)
    assert entry["state"] == "cancelled" and entry["undone_at"]


def test_a_deed_that_is_out_is_taken_back_by_its_opposite(stage: Stage) -> None:
    item = stage.asked("Spam")
    for deed, told in (
        ("mute", lambda: stage.world.muted(US, ANA)),
        ("block", lambda: stage.world.blocked(US, ANA)),
        ("hide", lambda: stage.world.post(stage.remote(item)).hidden),
    ):
        undo = do(stage, deed, item)["undo"]
        stage.send()
        assert told()
        for _ in range(2):  # twice is once
            stage.call(undo["command"], **undo["args"])
        stage.send()
        assert not told()
    assert [e["deed"] for e in entries(stage)] == [
        "unhide", "hide", "unblock", "block", "unmute", "mute",
    ]  # fmt: skip


def test_a_row_dropped_from_the_outbox_gives_the_inbox_back(stage: Stage) -> None:
    item = stage.asked("Spam")
    before = whole(stage)
    row = do(stage, "block", item)["entries"][0]["outbox"]
    stage.call("outbox.cancel", id=row)
    assert whole(stage) == before
    (entry,) = entries(stage)
    assert entry["state"] == "cancelled" and entry["undone_at"]
    do(stage, "block", item)
    stage.world.fault("refuse", on="write")
    stage.send()
    row = entries(stage)[0]["outbox"]
    assert stage.state(row) == "rejected" and states(stage)[item] == "muted"
    stage.call("outbox.cancel", id=row)
    assert whole(stage) == before


def test_a_kill_in_the_middle_of_many_leaves_all_or_nothing(tmp_path: Path) -> None:
    """A real SIGKILL between two of a hundred: the next start finds none of them."""
    folder = tmp_path / "profile"
    stage = Stage(folder, accounts=1)
    post = stage.world.say(US, "Something new today.")
    for number in range(40):
        stage.world.say(f"bot{number}", "Buy followers", parent=post)
    stage.call("sync")
    before = whole(stage)
    stage.close()
    code = """
import os, signal, sys
from pathlib import Path
from cmapp.services.engine import Engine
from cmapp.store import moderation
from cmapp.system.paths import Paths
real, calls = moderation.add, []
def add(*args, **more):
    calls.append(1)
    if len(calls) == 25:
        os.kill(os.getpid(), signal.SIGKILL)
    return real(*args, **more)
moderation.add = add
engine = Engine.open(Paths(Path(sys.argv[1])), serve=False)
engine.call("moderate", deed="block", query="followers", reason="bots")
"""
    killed = subprocess.run([sys.executable, "-c", code, str(folder)], check=False, timeout=400)
    assert killed.returncode == -signal.SIGKILL
    stage.open()
    try:
        assert whole(stage) == before and entries(stage) == []
        assert stage.call("outbox.list")["rows"] == []
        done = stage.call("moderate", deed="block", query="followers", reason="bots")
        assert len(done["entries"]) == 40
    finally:
        stage.close()


def test_a_report_that_is_out_cannot_be_taken_back_and_nothing_is_changed(stage: Stage) -> None:
    item = stage.asked("Spam")
    sent = do(stage, "report", item)
    stage.send()
    both = [*sent["undo"]["args"]["entries"], *do(stage, "mute", item)["undo"]["args"]["entries"]]
    before = entries(stage), states(stage)
    with pytest.raises(Rejected, match="cannot_take_back"):
        stage.call("moderation.undo", entries=list(reversed(both)))
    assert (entries(stage), states(stage)) == before


# --- once, in order, and not in flight ----------------------------------------------------------


@pytest.mark.parametrize("fault", ["apply_drop", "drop_before", "apply_error", "server_error"])
@pytest.mark.parametrize("deed", ["mute", "block", "hide", "report"])
def test_under_a_lost_answer_it_is_done_once(
    make_stage: Callable[..., Stage], fault: str, deed: str
) -> None:
    stage = make_stage(settle=1)
    item = stage.asked("Spam")
    do(stage, deed, item)
    stage.world.fault(fault, on="write")
    performed: list[str] = []
    real = Demo.perform
    with patch.object(
        Demo, "perform", lambda s, a, k, p=None: (performed.append(k), real(s, a, k, p))[1]
    ):
        stage.send(wait=60)
    assert [e["state"] for e in entries(stage)] == ["sent"]
    assert len(performed) == (1 if fault.startswith("apply") else 2)
    assert len(stage.world.complaints(US)) == (deed == "report")
    done = {
        "mute": stage.world.muted(US, ANA),
        "block": stage.world.blocked(US, ANA),
        "hide": stage.world.post(stage.remote(item)).hidden,
        "report": True,
    }
    assert done[deed]


def test_a_report_that_nobody_can_look_for_waits_for_a_person(
    make_stage: Callable[..., Stage],
) -> None:
    stage = make_stage(keys="none", settle=1)
    do(stage, "report", stage.asked("Spam"))
    stage.world.fault("apply_drop", on="write")
    stage.send(wait=60)
    (row,) = stage.call("outbox.list")["rows"]
    assert (row["state"], row["reason"]) == ("review", "unresolved")
    assert len(stage.world.complaints(US)) == 1
    stage.call("outbox.resolve", id=row["id"], verdict="sent")
    stage.send(wait=60)
    assert len(stage.world.complaints(US)) == 1


def test_what_a_deed_says_of_its_replay_counts_and_not_what_posts_are_given(
    make_stage: Callable[..., Stage],
) -> None:
    stage = make_stage(settle=1)  # this server honours keys; of this deed it is said not to
    do(stage, "report", stage.asked("Spam"))
    stage.world.fault("drop_before", on="write")
    once = Replay(settle=1.0, looks=1, key_life=0.0)
    with (
        patch.object(Demo, "replay_of", lambda *_: once),
        patch.object(Demo, "find", lambda *_: None),
    ):
        stage.send(wait=60)
    (row,) = stage.call("outbox.list")["rows"]
    assert (row["state"], row["reason"]) == ("review", "unresolved")
    assert stage.world.complaints(US) == []


def test_taking_back_waits_behind_a_deed_in_doubt(make_stage: Callable[..., Stage]) -> None:
    stage = make_stage(settle=30)
    item = stage.asked("Spam")
    undo = do(stage, "mute", item)["undo"]
    stage.world.fault("late", on="write", seconds=20)  # it arrives when nobody thinks of it
    with patch.object(Demo, "find", lambda *_: None):
        stage.send()
    stage.call(undo["command"], **undo["args"])
    stage.send()
    assert [e["state"] for e in entries(stage)] == ["ready", "uncertain"]
    stage.send(wait=120)
    assert [e["state"] for e in entries(stage)] == ["sent", "sent"]
    assert not stage.world.muted(US, ANA)


def test_news_in_the_thread_do_not_hold_it_but_panic_and_flight_do(stage: Stage) -> None:
    item = stage.asked("Spam")
    do(stage, "hide", item)
    for switch, back in (("outbox.pause", "outbox.resume"), ("flight.start", None)):
        stage.call(switch)
        with pytest.raises(Offline):
            stage.send()
        assert not stage.world.post(stage.remote(item)).hidden
        if back:
            stage.call(back)
    stage.world.edit(stage.remote(item), "Not spam at all")
    stage.world.say(CHEN, "I answered already", parent=stage.remote(item))
    stage.call("flight.end")
    assert stage.world.post(stage.remote(item)).hidden


# --- the log is complete ------------------------------------------------------------------------


def test_log_complete(stage: Stage, clock: HandClock) -> None:
    """CR-14: every deed of moderation that ever stood in the outbox has its line, and a reason."""
    first, second = stage.asked("Spam"), stage.asked("Abuse", who=CHEN)
    for number, deed in enumerate(("mute", "hide", "report", "block") * 3):
        item = (first, second)[number % 2]
        made = do(stage, deed, item, category="abuse", reason=f"reason {number}")
        clock.move(1000)
        if number % 3 == 0:
            stage.send()
        if deed != "report":
            stage.call(made["undo"]["command"], **made["undo"]["args"])
    stage.call("moderate", deed="mute", person=CHEN, reason="also by hand", local=True)
    stage.send()
    found = entries(stage)
    rows = stage.engine.desk.store.read(lambda db: outbox.every(db))
    of_moderation = {str(r.id) for r in rows if r.kind in MODERATION}
    assert of_moderation and {e["outbox"] for e in found} - {None} == of_moderation
    assert len(found) == len(of_moderation) + 1  # and the one on this desk alone
    for entry in found:
        assert entry["reason"] and entry["person"]["handle"] and entry["at"] and entry["deed"]
        assert entry["state"] in ("sent", "cancelled", "local")
    assert [e["id"] for e in found] == sorted((e["id"] for e in found), key=int, reverse=True)
    older = stage.call("moderation.log", limit=5, before=found[4]["id"])["entries"]
    assert [e["id"] for e in older] == [e["id"] for e in found[5:10]]


def test_the_log_keeps_what_was_said_when_the_post_is_gone(stage: Stage) -> None:
    item = stage.asked("You are all idiots")
    do(stage, "hide", item)
    stage.world.delete(stage.remote(item))
    stage.send()
    assert entries(stage)[0]["text"] == "You are all idiots"


# --- refused ------------------------------------------------------------------------------------


def test_without_a_reason_nothing_is_done(stage: Stage) -> None:
    item = stage.asked("Spam")
    for deed in ("hide", "mute", "block", "report"):
        with pytest.raises(Rejected, match="reason_missing"):
            do(stage, deed, item, reason="  \n")
    for more in ({"deed": "banish"}, {"deed": "mute", "category": "ugly"}):
        with pytest.raises(Rejected, match="unknown"):
            stage.call("moderate", items=[item], reason="x", **more)
    assert entries(stage) == [] and states(stage) == {item: "open"}


def test_what_cannot_be_done_says_why_and_in_bulk_leaves_out_the_rest(stage: Stage) -> None:
    item = stage.asked("Spam")
    elsewhere = stage.world.say(CHEN, f"Look at this @{US}")
    stage.call("sync")
    mention = stage.item(elsewhere)
    (told,) = stage.call("moderation.can", items=[mention])["items"]
    assert told["can"] == {"hide": "not_our_thread", "mute": None, "block": None, "report": None}
    with pytest.raises(Unsupported) as refused:
        do(stage, "hide", mention)
    assert refused.value.facts["why"] == "not_our_thread"
    done = do(stage, "hide", mention, item)
    assert [e["item"] for e in done["entries"]] == [item]
    assert [(s["item"], s["why"]) for s in done["skipped"]] == [(mention, "not_our_thread")]


def test_we_do_not_moderate_ourselves(stage: Stage) -> None:
    stage.asked("Is it vegan?")
    with pytest.raises(Unsupported) as refused:
        stage.call("moderate", deed="block", person=US, reason="x")
    assert refused.value.facts["why"] == "own_account"


def test_whom_nobody_knows_is_missing(stage: Stage) -> None:
    for args in ({"person": "nobody.at.all"}, {"items": ["123"]}):
        with pytest.raises(Missing):
            stage.call("moderate", deed="mute", reason="x", **args)


def test_a_follower_can_be_blocked_though_there_is_no_post(stage: Stage) -> None:
    stage.world.follow(CHEN, US)
    stage.call("sync")
    (item,) = [i for i in stage.call("inbox.list", state="all")["items"] if i["kind"] == "follow"]
    (told,) = stage.call("moderation.can", items=[item["id"]])["items"]
    assert told["can"]["hide"] == "no_post"
    do(stage, "block", item["id"])
    stage.send()
    assert stage.world.blocked(US, CHEN)


def test_a_search_is_moderated_all_or_nothing(stage: Stage) -> None:
    for number in range(5):
        stage.asked(f"Buy followers {number}", who=f"bot{number}")
    kept = stage.asked("Is it vegan?", who=CHEN)
    before = whole(stage)
    calls = 0
    real = moderation.add

    def full(*args: Any, **more: Any) -> int:
        nonlocal calls
        calls += 1
        if calls == 4:
            raise OSError("no space left")
        return real(*args, **more)

    with patch.object(moderation, "add", full), pytest.raises(OSError, match="no space"):
        stage.call("moderate", deed="block", query="followers", reason="bots")
    assert whole(stage) == before and entries(stage) == []
    assert stage.call("outbox.list")["rows"] == []
    done = stage.call("moderate", deed="block", query="followers", reason="bots")
    assert len(done["entries"]) == 5
    stage.send()
    assert all(stage.world.blocked(US, f"bot{n}") for n in range(5))
    assert states(stage)[kept] == "open"
