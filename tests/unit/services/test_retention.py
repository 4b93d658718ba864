"""What is old goes by rule: the words, never the rows; never by our own clock alone."""

from __future__ import annotations

import base64
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cmapp.domain import retention_rules
from cmapp.domain.errors import Rejected
from cmapp.domain.retention_rules import Demand
from cmapp.services import certain_time, figures, retention, syncing
from cmapp.store import posts
from cmapp.system import network
from cmapp.system.network import Heard
from tests.support import media_files
from tests.support.clock import HandClock
from tests.support.stage import Stage, time_is

DAY = 86_400


@pytest.fixture
def clock() -> Iterator[HandClock]:
    with time_is(HandClock()) as made:
        yield made


@pytest.fixture
def stage(tmp_path: Path, clock: HandClock) -> Iterator[Stage]:
    network.process.forget_clocks()
    made = Stage(tmp_path)
    yield made
    made.close()
    network.process.forget_clocks()


def days(stage: Stage, clock: HandClock, count: float) -> None:
    """Let days pass with the program running, and the keeping of rules with them."""
    piece = max(1.0, count / 4)
    while count > 0:
        step = min(count, piece)
        clock.move(step * DAY)
        count -= step
        while retention.keep_up(stage.engine.desk):
            pass


def text(stage: Stage, item: str) -> str:
    def look(db: Any) -> str:
        found = db.execute("SELECT post_id FROM interactions WHERE id = ?", (int(item),))
        post = posts.by_id(db, found.fetchone()[0])
        assert post is not None
        return post.text

    return str(stage.engine.desk.store.read(look))


def found(stage: Stage, query: str) -> int:
    return len(stage.call("search", query=query)["hits"])


def rows(stage: Stage, table: str) -> int:
    sql = f"SELECT count(*) FROM {table}"
    return int(stage.engine.desk.store.read(lambda db: db.execute(sql).fetchone()[0]))


def sums(stage: Stage) -> list[tuple[Any, ...]]:
    def look(db: Any) -> list[tuple[Any, ...]]:
        return [tuple(r) for t in ("activity_slots", "activity_days", "tallies", "visits", "ties",
                                      "ties_by_name", "ties_to_us")
                for r in db.execute(f"SELECT * FROM {t} ORDER BY 1, 2, 3")]  # fmt: skip

    found: list[tuple[Any, ...]] = stage.engine.desk.store.read(look)
    return found


def test_closed_words_go_after_their_time_and_every_count_stays(
    stage: Stage, clock: HandClock
) -> None:
    old, open_ = stage.asked("Is the rye vegan?"), stage.asked("And the spelt?")
    stage.call("inbox.set_state", items=[old], state="done")
    stage.call("retention.set", kind="items", days=60)
    before, items = sums(stage), rows(stage, "interactions")
    days(stage, clock, 59)
    assert text(stage, old) == "Is the rye vegan?"
    days(stage, clock, 3)
    assert (text(stage, old), text(stage, open_)) == ("", "And the spelt?")
    assert (found(stage, "rye"), found(stage, "spelt")) == (0, 1)
    assert rows(stage, "interactions") == items
    assert [r for r in sums(stage) if r not in before] == []
    assert stage.engine.desk.store.read(figures.examine)["first"] is None
    days(stage, clock, 800)
    assert text(stage, open_) == "And the spelt?", (
        "what waits for an answer is held by nobody's age"
    )


def test_what_is_kept_by_a_label_a_task_a_draft_or_an_open_answer_below(
    stage: Stage, clock: HandClock
) -> None:
    labelled, tasked, drafted = (stage.asked(f"{w}?") for w in ("Label", "Task", "Draft"))
    asked = stage.asked("Top?")
    below = stage.asked("@mossfield Below?", parent=stage.remote(asked))
    gone = stage.asked("Gone?")
    stage.call("inbox.label", items=[labelled], label="keep")
    stage.call("tasks.add", title="Ask the baker", items=[tasked])
    stage.call("drafts.save", item=drafted, text="I shall find out.")
    done = [labelled, tasked, drafted, asked, gone]
    stage.call("inbox.set_state", items=done, state="done")
    days(stage, clock, 800)
    assert [text(stage, one) for one in (*done, below)] == [
        "Label?", "Task?", "Draft?", "Top?", "", "@mossfield Below?",
    ]  # fmt: skip


def test_people_nobody_deals_with_lose_their_names_and_count_as_before(
    stage: Stage, clock: HandClock
) -> None:
    old, known = stage.asked("Canaryquestion?", who="zebedee"), stage.asked("Known?", who="chenxi")
    below = stage.world.say("ana.lopes", "I wondered, too.", parent=stage.remote(old))
    stage.call("reply", item=old, text="It is. Ask again.")
    stage.send()
    stage.call("sync")
    stage.call("inbox.set_state", items=[old, known], state="done")
    stage.call("people.tag", tag="friend", people=[person(stage, "chenxi")])
    shown = len(stage.call("inbox.thread", item=old)["posts"])
    stage.world.say("zebedee", "Look, @mossfield and @ana.lopes!")
    stage.world.react("zebedee", stage.world.say("mossfield", "More."))
    stage.call("sync")
    for one in stage.call("inbox.list", limit=50)["items"]:
        stage.call("inbox.set_state", items=[one["id"]], state="done")
    before = sums(stage)
    days(stage, clock, 1200)
    days(stage, clock, 3)
    assert names(stage) >= {"chenxi"} and "zebedee" not in names(stage)
    assert len(stage.call("inbox.thread", item=old)["posts"]) == shown, "the thread holds together"
    assert sums(stage) == before
    assert [r["text"] for r in stage.call("outbox.list")["rows"]] == ["It is. Ask again."]
    assert stage.engine.desk.store.read(figures.examine)["first"] is None
    for file in (stage.paths.database, Path(f"{stage.paths.database}-wal")):
        if file.exists():
            bytes_ = file.read_bytes()
            for canary in (b"zebedee", b"canaryquestion", b"Canaryquestion"):
                assert canary not in bytes_, (file.name, canary)
    again = stage.asked("Back again?", who="zebedee")
    assert text(stage, again) == "Back again?" and below


def names(stage: Stage) -> set[str]:
    return {str(r[0]) for r in stage.engine.desk.store.read(
        lambda db: db.execute("SELECT handle FROM profiles").fetchall())}  # fmt: skip


def person(stage: Stage, handle: str) -> str:
    sql = "SELECT id FROM profiles WHERE handle = ?"
    return str(stage.engine.desk.store.read(lambda db: db.execute(sql, (handle,)).fetchone()[0]))


def test_nothing_goes_before_the_rules_could_be_read_and_a_slip_is_taken_back(
    stage: Stage, clock: HandClock
) -> None:
    item = stage.asked("Old?")
    stage.call("inbox.set_state", items=[item], state="done")
    days(stage, clock, 40)
    clock.move(0.9 * DAY)  # the next round comes before the day is over
    made = stage.call("retention.set", kind="items", days=1)
    assert made["rule"]["holds_from"] is not None
    days(stage, clock, 0.5)
    stage.call(made["undo"]["command"], **made["undo"]["args"])
    days(stage, clock, 30)
    assert text(stage, item) == "Old?"
    with pytest.raises(Rejected):
        stage.call("retention.set", kind="items", days=0)
    with pytest.raises(Rejected):
        stage.call("retention.set", kind="everything", days=30)


def test_a_sweep_that_is_asked_for_does_it_now_and_counts_first(
    stage: Stage, clock: HandClock
) -> None:
    item = stage.asked("Old?")
    stage.call("inbox.set_state", items=[item], state="done")
    clock.move(3 * DAY)
    stage.call("retention.set", kind="items", days=2)
    assert stage.call("retention.sweep", dry_run=True)["due"]["items"] == 1
    assert text(stage, item) == "Old?"
    assert stage.call("retention.sweep")["removed"]["words"] == 1
    assert text(stage, item) == ""


def test_ten_years_ahead_remove_nothing(stage: Stage, clock: HandClock) -> None:
    item = stage.asked("Still here?")
    stage.call("inbox.set_state", items=[item], state="done")
    clock.set(3650 * DAY)
    stage.call("retention.sweep")
    stage.restart()
    days(stage, clock, 2)
    shown = stage.call("retention.show")
    assert text(stage, item) == "Still here?"
    assert shown["clock"]["why"] == "unheard"
    clock.set(-3650 * DAY)
    days(stage, clock, 740)
    assert text(stage, item) == ""


def test_servers_that_say_otherwise_are_believed_and_one_liar_is_not(
    stage: Stage, clock: HandClock
) -> None:
    item = stage.asked("Still here?")
    stage.call("inbox.set_state", items=[item], state="done")
    true = clock.now()
    clock.set(3650 * DAY)

    def hear(host: str, theirs: int) -> None:
        network.process.heard(host, Heard(theirs, clock.now(), clock.elapsed()))

    hear("true.example", true)
    stage.call("retention.sweep")
    assert stage.call("retention.show")["clock"]["why"] == "ahead"
    hear("liar.example", clock.now())
    stage.call("retention.sweep")
    assert text(stage, item) == "Still here?"
    stage.call("retention.sweep", clock_is_right=True)
    assert text(stage, item) == ""


def test_what_was_closed_by_a_clock_that_was_behind_is_not_old_at_once(
    stage: Stage, clock: HandClock
) -> None:
    item = stage.asked("Closed in 2016?")
    days(stage, clock, 20)
    clock.set(-3650 * DAY)
    retention.keep_up(stage.engine.desk)
    stage.call("inbox.set_state", items=[item], state="done")
    retention.keep_up(stage.engine.desk)
    clock.set(3650 * DAY)
    days(stage, clock, 100)
    network.process.heard("a.example", Heard(clock.now(), clock.now(), clock.elapsed()))
    retention.keep_up(stage.engine.desk)
    days(stage, clock, 720)  # from when a server said so: until then nobody knew
    assert text(stage, item) == "Closed in 2016?"
    days(stage, clock, 40)
    assert text(stage, item) == ""


def test_ways_back_files_and_logs_of_a_clock_that_was_behind_are_not_old_at_once(
    stage: Stage, clock: HandClock
) -> None:
    item = stage.asked("Closed in 2016?")
    days(stage, clock, 20)
    said = base64.b64encode(media_files.picture()).decode()
    name = stage.call("media.add", files=[{"data": said}])["added"][0]["file"]["name"]
    clock.set(-3650 * DAY)
    retention.keep_up(stage.engine.desk)
    deed = stage.call("inbox.set_state", items=[item], state="done")["undo"]["args"]["deed"]
    stage.call("media.remove", names=[name])
    log = stage.paths.log / "engine.log.1"
    log.parent.mkdir(exist_ok=True)
    log.write_text("full")
    for path in (log, stage.paths.media / name):
        os.utime(path, (clock.now() / 1000,) * 2)
    retention.keep_up(stage.engine.desk)

    def there() -> list[bool]:
        sql = "SELECT count(*) FROM befores WHERE deed_id = ?"
        kept = stage.engine.desk.store.read(lambda db: db.execute(sql, (int(deed),)).fetchone()[0])
        return [kept > 0, log.exists(), (stage.paths.media / name).exists()]

    clock.set(3650 * DAY)
    network.process.heard("a.example", Heard(clock.now(), clock.now(), clock.elapsed()))
    stage.call("retention.sweep")
    days(stage, clock, 28)
    assert there() == [True, True, True]
    days(stage, clock, 5)
    assert there() == [False, False, False]


def test_what_was_stamped_while_nobody_knew_the_time_counts_from_when_it_was_known(
    stage: Stage, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def hear() -> None:
        network.process.heard("a.example", Heard(clock.now(), clock.now(), clock.elapsed()))
        retention.keep_up(stage.engine.desk)

    stage.call("retention.set", kind="items", days=40)
    item = stage.asked("Closed when?")
    hear()
    stage.close()
    clock.move(61 * DAY)
    clock.set(-60 * DAY)
    network.process.forget_clocks()
    monkeypatch.setattr(certain_time, "_RUN", "another")
    stage.open()
    retention.keep_up(stage.engine.desk)  # by all that is known, it is the next day
    stage.call("inbox.set_state", items=[item], state="done")
    clock.set(60 * DAY)
    hear()
    days(stage, clock, 38)
    stage.call("retention.sweep")
    assert text(stage, item) == "Closed when?"
    days(stage, clock, 5)
    assert text(stage, item) == ""


def test_what_its_author_took_down_loses_its_words(stage: Stage, clock: HandClock) -> None:
    item = stage.asked("I should not have said so.")
    stage.call("inbox.set_state", items=[item], state="done")
    stage.world.delete(stage.remote(item))
    days(stage, clock, 20)
    desk = stage.engine.desk
    remote = stage.remote(item)
    desk.store.write(lambda tx: posts.mark_gone(tx, "demo", remote, now=desk.now()))
    days(stage, clock, 29)
    assert text(stage, item) != ""
    days(stage, clock, 3)
    assert text(stage, item) == ""


def test_what_a_platform_shows_no_more_is_put_aside_and_comes_back(
    stage: Stage, clock: HandClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    demo = Demand(verify=30 * retention_rules.DAY, deleted=retention_rules.DAY)
    monkeypatch.setattr(retention_rules, "PLATFORMS", {"demo": demo})
    item = stage.asked("Seen lately?")
    retention.keep_up(stage.engine.desk)
    days(stage, clock, 20)
    clock.set(3650 * DAY)
    days(stage, clock, 0.1)
    assert (text(stage, item), found(stage, "lately")) == ("", 0)
    assert item in [i["id"] for i in stage.call("inbox.list", limit=50)["items"]], "it still waits"
    clock.set(-3650 * DAY)  # it was the clock: what was put aside is put back
    days(stage, clock, 0.1)
    assert (text(stage, item), found(stage, "lately")) == ("Seen lately?", 1)
    days(stage, clock, 11)
    assert (text(stage, item), found(stage, "lately"), rows(stage, "masked")) == ("", 0, 1)
    days(stage, clock, 31)
    assert (text(stage, item), rows(stage, "masked")) == ("", 0)
    desk = stage.engine.desk
    account = desk.accounts()[0]
    syncing.read_thread(desk, account, desk.links.to(account), stage.remote(item))
    assert (text(stage, item), found(stage, "lately")) == ("Seen lately?", 1), "it is shown again"
