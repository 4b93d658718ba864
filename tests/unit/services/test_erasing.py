"""Erasing a person: nothing of them is left in any file, and nobody brings them back (P20)."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event, current_thread
from typing import Any

import pytest

from cmapp.domain.errors import Missing, Rejected
from cmapp.services import leftovers, privacy
from cmapp.store import activity, erased, erasure, purging, rollups, scrubbing, sqlite, ties, words
from cmapp.store.database import Tx
from cmapp.system import failpoint
from cmapp.system.line_file import LineFile
from tests.support.clock import HandClock
from tests.support.stage import CHEN, US, Stage, time_is

WHO = "zefanya.quarrington"
NAME = "Zefanya Quarrington-Ødegård"
SAID = "My kettle from batch Zx-4471 leaks at the seam, and nobody rang me back."
NOTE = "Rang her on Tuesday, very upset about the seam of the kettle."
ANSWER = "Dear Zefanya, we will send a new kettle with a better seam today."
WORDS = (WHO, NAME, SAID, NOTE, ANSWER, NAME.upper())


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    with time_is(HandClock()):
        made = Stage(tmp_path / "profile")
        yield made
        made.close()


@pytest.fixture
def kept(stage: Stage) -> str:
    """Somebody of whom there is something in every place; returns their item."""
    ours = stage.world.say(US, "Something new today.")
    said = stage.world.say(WHO, SAID, parent=ours, name=NAME)
    stage.world.react(WHO, ours)
    stage.world.follow(WHO, US)
    stage.world.say(CHEN, f"@{WHO} the same for me! {NAME} is right.", parent=said)
    stage.world.say(CHEN, "A quiet word about the weather.", parent=ours)
    stage.call("sync")
    listed = stage.call("inbox.list", state="all", limit=100)["items"]
    item = next(str(i["id"]) for i in listed if i["text"] == SAID)
    call = stage.call
    call("notes.add", item=item, text=NOTE)
    call("inbox.label", label="kettles", items=[item])
    call("tasks.add", title=f"Send {NAME} a kettle", items=[item])
    call("inbox.correct", needs_reply=True, signals=["complaint"], items=[item])
    call("people.tag", tag="tea", people=[WHO])
    call("people.fact_add", person=WHO, name="e-mail", value="zefanya@quarrington.example")
    call("people.note_add", person=WHO, text=NOTE)
    call("searches.save", name="Her", query=f"from:{WHO}")
    call("drafts.save", text=f"An idea of @{WHO}: tea for two", account=stage.accounts[0])
    call("decisions.save", finding=f"{NAME} wants a seam", change="A seam", result_day="2030-01-01")
    call("reply", item=item, text=ANSWER)
    call("outbox.send")
    call("sync")
    call("drafts.save", text="One more thing about the seam, dear Zefanya.", item=item)
    call("reply", item=item, text="And a cup with a better seam, as a gift.", at=4_102_444_800_000)
    LineFile(stage.paths.journal).append(
        [{"draft": 1, "item": int(item), "account": "", "text": SAID, "media": [], "at": 1}]
    )
    return item


def hits(stage: Stage, *words: str) -> dict[str, int]:
    return leftovers.scan(stage.paths.root, leftovers.Finder(words or WORDS)).hits


def sums(stage: Stage) -> dict[str, int]:
    store = stage.engine.desk.store
    return dict(store.read(lambda db: activity.total(db, stage.accounts, 0, 1 << 42)))


def whole(stage: Stage) -> None:
    store = stage.engine.desk.store
    assert store.read(rollups.verify) == store.read(rollups.verify_days) == []
    assert store.read(ties.differences) == {}
    assert store.read(lambda db: db.execute("PRAGMA foreign_key_check").fetchall()) == []
    assert store.read(lambda db: db.execute("PRAGMA integrity_check").fetchone()[0]) == "ok"


def test_not_one_byte_is_left_and_the_sums_stay(stage: Stage, kept: str) -> None:
    before = sums(stage)
    assert hits(stage), "there was something to find"
    done = stage.call("privacy.erase", person=WHO)["erasure"]
    assert hits(stage) == {}
    proof = done["proof"]
    assert (proof["found"], proof["in_indexes"], proof["where"]) == (0, 0, {})
    assert proof["files"] >= 3 and proof["words"] >= 6 and proof["wal_empty"]
    assert done["counts"]["posts"] == 1 and done["counts"]["interactions"] == 3
    assert sums(stage) == before
    whole(stage)
    with pytest.raises(Missing):
        stage.call("people.show", person=WHO)
    stage.restart()
    assert hits(stage) == {}


def test_others_keep_their_words_with_blocks_in_place_of_the_name(stage: Stage, kept: str) -> None:
    stage.call("privacy.erase", person=WHO)
    texts = stage.engine.desk.store.read(
        lambda db: [r[0] for r in db.execute("SELECT text FROM posts")]
    )
    assert "A quiet word about the weather." in texts
    (named,) = [t for t in texts if "the same for me!" in t]
    assert WHO not in named and NAME not in named and "▒" in named
    assert stage.call("search", query="weather")["hits"]
    assert not stage.call("search", query="Quarrington")["hits"]


def test_a_sync_brings_nothing_of_before_back(stage: Stage, kept: str) -> None:
    stage.call("privacy.erase", person=WHO)
    stage.engine.desk.store.write(lambda tx: tx.db.execute("DELETE FROM cursors"))
    for _ in range(2):
        stage.call("sync")
    assert hits(stage) == {}
    whole(stage)


def test_what_they_write_afterwards_is_of_somebody_new(stage: Stage, kept: str) -> None:
    stage.call("privacy.erase", person=WHO)
    clock = stage.engine.desk.clock
    ours = stage.world.say(US, "Another day.", at=clock.now() + 1000)
    stage.world.say(WHO, "I am here again, hello.", parent=ours, at=clock.now() + 2000)
    stage.call("sync")
    card = stage.call("people.show", person=WHO)
    person = card.get("person", card)
    assert person["interactions"] == 1 and person["notes"] == [] and person["tags"] == []
    assert hits(stage, SAID, NOTE) == {}


def test_what_waits_for_them_never_goes_out(stage: Stage, kept: str) -> None:
    stage.call("privacy.erase", person=WHO)
    states = [r["state"] for r in stage.call("outbox.list")["rows"]]
    assert "ready" not in states and "cancelled" in states and "sent" in states
    before = len(stage.world.posts(US))
    stage.call("outbox.send")
    assert len(stage.world.posts(US)) == before


def test_an_answer_in_doubt_is_asked_about_first(stage: Stage, kept: str) -> None:
    def doubt(tx: Any) -> None:
        tx.db.execute("UPDATE outbox SET state = 'uncertain', first_at = 1 WHERE state = 'ready'")

    stage.engine.desk.store.write(doubt)
    with pytest.raises(Rejected) as refused:
        stage.call("privacy.erase", person=WHO)
    assert refused.value.why == "answer_in_doubt"
    assert stage.call("people.show", person=WHO)
    stage.call("privacy.erase", person=WHO, anyway=True)
    assert hits(stage) == {}


def test_one_of_our_own_accounts_is_never_erased(stage: Stage, kept: str) -> None:
    with pytest.raises(Rejected) as refused:
        stage.call("privacy.erase", person=US)
    assert refused.value.why == "own_account"


def test_backups_are_written_anew_and_those_of_older_schemas_go(stage: Stage, kept: str) -> None:
    folder = stage.paths.backups
    folder.mkdir(exist_ok=True)
    copy = folder / "daily-2026-01-01.sqlite3"
    stage.engine.desk.store.between(lambda db: db.execute("VACUUM INTO ?", (str(copy),)))
    old = folder / "before-4-to-5.sqlite3"
    shutil.copyfile(copy, old)
    db = sqlite.connect(str(old))
    db.execute("PRAGMA user_version = 4")
    db.close()
    assert hits(stage)
    proof = stage.call("privacy.erase", person=WHO)["erasure"]["proof"]
    assert proof["copies"] == {"anew": 1, "deleted": 1, "left": []}
    assert hits(stage) == {} and not old.exists()
    there = sqlite.connect(str(copy))
    try:
        assert there.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
        assert there.execute("SELECT count(*) FROM interactions").fetchone()[0] > 0
    finally:
        there.close()


@pytest.mark.parametrize("noticed", [True, False])
def test_a_backup_put_in_the_place_of_the_database_brings_nobody_back(
    stage: Stage, kept: str, tmp_path: Path, noticed: bool
) -> None:
    """The start does it where the drafts' second copy tells that the database is another."""
    copy = tmp_path / "elsewhere.sqlite3"
    stage.engine.desk.store.between(lambda db: db.execute("VACUUM INTO ?", (str(copy),)))
    stage.call("privacy.erase", person=WHO)
    stage.close()
    for name in ("", "-wal", "-shm"):
        stage.paths.database.with_name(stage.paths.database.name + name).unlink(missing_ok=True)
    shutil.copyfile(copy, stage.paths.database)
    if not noticed:
        stage.paths.draft_copy.unlink()
    assert hits(stage)
    stage.open()
    again = privacy.apply_tombstones(stage.engine.desk.store, stage.paths.root)
    assert again == (0 if noticed else 1)
    assert privacy.apply_tombstones(stage.engine.desk.store, stage.paths.root) == 0
    stage.engine.desk.store.copy_drafts(anew=True)
    assert hits(stage) == {}
    whole(stage)
    stage.call("sync")
    assert hits(stage) == {}


def test_what_erased_holds_is_no_name(stage: Stage, kept: str) -> None:
    stage.call("privacy.erase", person=WHO)
    store = stage.engine.desk.store
    marks = store.read(lambda db: [r[0] for r in db.execute("SELECT mark FROM erased")])
    assert marks and all(len(m) == 32 and int(m, 16) >= 0 for m in marks)
    found = store.read(erased.of_store)
    assert found is not None and erased.read_file(stage.paths.root) == found


@pytest.mark.parametrize("damage", [None, b"\0" * 40])
def test_what_erased_holds_is_written_again_where_it_was_lost(
    stage: Stage, kept: str, damage: bytes | None
) -> None:
    stage.call("privacy.erase", person=WHO)
    if damage is None:
        stage.paths.erased.unlink()
    else:
        stage.paths.erased.write_bytes(damage)
    stage.restart()
    known = stage.engine.desk.store.read(erased.of_store)
    assert known is not None and erased.read_file(stage.paths.root) == known


def test_without_the_index_and_the_file_written_anew_bytes_are_found(
    stage: Stage, kept: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: what the proof looks for is there to be found where a step is left out."""
    monkeypatch.setattr(privacy, "_purge", lambda desk: True)
    stage.engine.desk.store.between(lambda db: db.execute("PRAGMA secure_delete = OFF"))
    proof = stage.call("privacy.erase", person=WHO)["erasure"]["proof"]
    assert proof["found"] > 0


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc/locks")
def test_who_looks_through_the_database_takes_no_lock_from_sqlite(stage: Stage, kept: str) -> None:
    """Closing a file gives back every lock that this process has on it: SQLite's, too."""
    stage.call("inbox.list")

    def held() -> set[str]:
        inodes = {p.stat().st_ino: p.name for p in stage.paths.root.glob("cmapp.sqlite3*")}
        found = set()
        for line in Path("/proc/locks").read_text().splitlines():
            kind, mine, place = line.split()[1], line.split()[4], line.split()[5]
            inode = int(place.rpartition(":")[2])
            if kind == "POSIX" and mine == str(os.getpid()) and inode in inodes:
                found.add(inodes[inode])
        return found

    before = held()
    assert before == {"cmapp.sqlite3", "cmapp.sqlite3-shm"}
    assert stage.call("privacy.erase", person=WHO)["erasure"]["proof"]["found"] == 0
    stage.call("inbox.list")
    assert held() == before


def test_a_write_goes_before_the_file_is_written_anew(stage: Stage, kept: str) -> None:
    store = stage.engine.desk.store

    def fill(tx: Tx) -> None:
        tx.db.execute("CREATE TABLE many (x)")
        for n in range(20_000):
            tx.db.execute("INSERT INTO many VALUES (?)", (str(n),))

    store.write(fill)

    def beside(db: sqlite.Connection) -> bool:
        store.submit(lambda tx: tx.touch("drafts"))  # somebody types meanwhile
        return purging.written_anew(db)

    assert store.between(beside, gives_way=True) is False
    assert store.between(beside) is True  # in the end it is done
    assert store.between(purging.written_anew, gives_way=True) is True


def test_what_was_set_aside_as_damaged_stays_unless_a_person_says_so(
    stage: Stage, kept: str
) -> None:
    aside = stage.paths.root / "cmapp.damaged-2026-11-01T10-00-00.sqlite3"
    for path in (aside, aside.with_name(aside.name + "-wal")):
        path.write_bytes(SAID.encode())
    assert len(stage.call("privacy.plan", person=WHO)["damaged"]) == 2
    proof = stage.call("privacy.erase", person=WHO)["erasure"]["proof"]
    assert aside.exists() and len(proof["damaged"]) == proof["found"] == 2
    (row,) = (k for k in stage.call("privacy.map")["kinds"] if k["kind"] == "damaged")
    assert row["rows"] == 2
    assert stage.call("privacy.erase", person=CHEN, damaged=True)["erasure"]["proof"]["found"] == 0
    assert not aside.exists() and stage.call("privacy.map")["damaged"] == []
    assert hits(stage) == {}


def test_undo_brings_nothing_back(stage: Stage, kept: str) -> None:
    stage.call("privacy.erase", person=WHO)
    for _ in range(30):
        try:
            stage.call("undo")
        except (Missing, Rejected):
            break
    assert hits(stage) == {}


def test_who_is_called_alike_is_no_finding_in_an_index(stage: Stage, kept: str) -> None:
    ours = stage.world.say(US, "One more thing new.")
    stage.world.say(f"x7.{WHO}", "My own words about something else.", parent=ours)
    stage.call("sync")
    proof = stage.call("privacy.erase", person=WHO)["erasure"]["proof"]
    assert (proof["found"], proof["in_indexes"]) == (0, 0)
    assert stage.call("people.show", person=f"x7.{WHO}")


def test_what_stays_in_an_index_is_a_finding(
    stage: Stage, kept: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(words, "remove", lambda *args: None)
    proof = stage.call("privacy.erase", person=WHO)["erasure"]["proof"]
    assert proof["in_indexes"] > 0


class Killed(BaseException):
    """Stands for a kill: nothing of ours catches it."""


def test_a_kill_between_two_parts_is_made_up_for_at_the_next_start(
    stage: Stage, kept: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, parts = sums(stage), 0
    store = stage.engine.desk.store

    def reached(name: str) -> None:
        nonlocal parts
        if name == "erase.part" and parts < 2:
            parts += 1
            # whoever writes meanwhile is served
            assert store.write(lambda tx: tx.db.execute("SELECT 1").fetchone()[0]) == 1
            if parts == 2:
                raise Killed

    monkeypatch.setattr(privacy, "PART", 1)
    monkeypatch.setattr(failpoint, "reached", reached)
    with pytest.raises(Killed):
        stage.call("privacy.erase", person=WHO)
    left = store.read(lambda db: db.execute("SELECT count(*) FROM interactions").fetchone()[0])
    stage.restart()
    store = stage.engine.desk.store
    after = store.read(lambda db: db.execute("SELECT count(*) FROM interactions").fetchone()[0])
    assert 0 < after < left, "some of them were still there"
    assert hits(stage) == {}
    assert sums(stage) == before
    whole(stage)
    (one,) = stage.call("privacy.erasures")["erasures"]
    assert one["state"] == "done" and one["counts"]["interactions"] == 3
    assert (one["proof"]["searched"], one["proof"]["found"]) == (True, 0), "by the list of before"


def test_an_erasure_that_cannot_go_on_yet_keeps_nobody_out(
    stage: Stage, kept: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def reached(name: str) -> None:
        if name == "erase.done":
            raise Killed

    with monkeypatch.context() as patched, pytest.raises(Killed):
        patched.setattr(failpoint, "reached", reached)
        stage.call("privacy.erase", person=WHO)
    in_the_way = stage.paths.erased
    in_the_way.mkdir()
    stage.restart()
    assert stage.call("privacy.erasures")["erasures"][0]["state"] == "gone"
    in_the_way.rmdir()
    stage.restart()
    assert stage.call("privacy.erasures")["erasures"][0]["state"] == "done"
    assert hits(stage) == {}


def test_what_takes_long_is_read_before_and_nobody_waits_for_it(
    stage: Stage, kept: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, where = scrubbing.standing, []

    def standing(db: Any, found: Any) -> Any:
        where.append(current_thread())
        return real(db, found)

    monkeypatch.setattr(scrubbing, "standing", standing)
    stage.call("privacy.erase", person=WHO)
    assert where == [current_thread()], "once, and not by the thread that writes"


def test_what_came_after_it_was_read_is_masked_too(
    stage: Stage, kept: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    real, store = erasure.ahead, stage.engine.desk.store

    def add(tx: Any) -> None:
        tx.db.execute(
            """INSERT INTO posts (id, realm, remote_id, author_id, text, created_at)
               SELECT 7, realm, 'late', author_id, ?, created_at FROM posts
               WHERE text LIKE 'A quiet word%'""",
            (f"{NAME} again",),
        )

    def ahead(db: Any, profiles: Any) -> Any:
        found = real(db, profiles)
        if current_thread() is here:
            handed.append(store.submit(add))
        return found

    here = current_thread()
    handed: list[Any] = []
    monkeypatch.setattr(erasure, "ahead", ahead)
    stage.call("privacy.erase", person=WHO)
    (text,) = store.read(lambda db: db.execute("SELECT text FROM posts WHERE id = 7").fetchone())
    assert "again" in text and "Zefanya" not in text
    assert hits(stage) == {}


def test_an_id_that_goes_on_is_somebody_elses_and_one_that_is_left_is_found(
    stage: Stage, kept: str
) -> None:
    def number(tx: Any) -> None:
        for ref, text in (("118", SAID), ("1184", "A quiet word about the weather.")):
            uri = f"https://town.example/p/{ref}"
            tx.db.execute("UPDATE posts SET uri = ? WHERE text = ?", (uri, text))

    stage.engine.desk.store.write(number)
    folder = stage.paths.backups
    folder.mkdir(exist_ok=True)
    copy = folder / "daily-2026-01-01.sqlite3"
    stage.engine.desk.store.between(lambda db: db.execute("VACUUM INTO ?", (str(copy),)))
    # two values side by side are none that goes on
    left = stage.paths.root / "left.bin"
    left.write_bytes(b"\0https://town.example/p/118https://town.example/\0")
    proof = stage.call("privacy.erase", person=WHO)["erasure"]["proof"]
    assert proof["where"] == {"left.bin": 1}


def test_a_backup_of_another_profile_keeps_what_was_erased_in_both(
    stage: Stage, kept: str, tmp_path: Path
) -> None:
    other = "bhaskar.oyelaran"
    ours = stage.world.say(US, "A word of the other profile.")
    stage.world.say(other, "My teapot came without its lid, twice.", parent=ours)
    stage.call("sync")
    copy = tmp_path / "both.sqlite3"
    store = stage.engine.desk.store
    store.between(lambda db: db.execute("VACUUM INTO ?", (str(copy),)))
    stage.call("privacy.erase", person=WHO)  # here
    here = erased.read_file(stage.paths.root)
    stage.close()
    for name in ("", "-wal", "-shm"):
        stage.paths.database.with_name(stage.paths.database.name + name).unlink(missing_ok=True)
    shutil.copyfile(copy, stage.paths.database)
    stage.paths.erased.unlink()
    stage.open()
    stage.call("privacy.erase", person=other)  # and there, with a salt of its own
    assert here is not None
    erased.write_file(stage.paths.root, here)  # whose backup is restored here now
    store = stage.engine.desk.store
    assert privacy.apply_tombstones(store, stage.paths.root) == 1
    assert privacy.apply_tombstones(store, stage.paths.root) == 0
    both = erased.read_file(stage.paths.root)
    assert both is not None and both.salt == here.salt and len(both.others) == 1
    store.copy_drafts(anew=True)
    store.write(lambda tx: tx.db.execute("DELETE FROM cursors"))
    for _ in range(2):
        stage.call("sync")
    assert hits(stage, *WORDS, other, "My teapot came without its lid, twice.") == {}


def test_what_a_restore_moved_aside_is_reached_and_what_is_damaged_is_named(
    stage: Stage, kept: str
) -> None:
    folder, live = stage.paths.backups, stage.paths.database
    folder.mkdir(exist_ok=True)
    replaced = folder / "replaced-2026-01-01.sqlite3"
    for end in ("", "-wal"):
        shutil.copyfile(live.with_name(live.name + end), replaced.with_name(replaced.name + end))
    aside = stage.paths.root / "cmapp.damaged-2026-01-01.sqlite3"
    aside.write_bytes(b"no database " + SAID.encode())
    proof = stage.call("privacy.erase", person=WHO)["erasure"]["proof"]
    assert proof["copies"] == {"anew": 1, "deleted": 0, "left": []}
    assert proof["damaged"] == [aside.name] and proof["where"] == {aside.name: 1}
    assert SAID not in str(proof) and list(hits(stage)) == [aside.name]


@pytest.mark.parametrize("word", ["draft", "queued", "reply", "publish", "target", "sheet"])
@pytest.mark.parametrize("as_handle", [False, True])
def test_who_is_called_like_a_word_of_the_program_takes_nothing_else_along(
    stage: Stage, word: str, *, as_handle: bool
) -> None:
    """Nobody can choose a name that, erased, makes rows of others unreadable or cancels them."""
    who = word if as_handle else "mallory.odd"
    ours = stage.world.say(US, "Something new today.")
    stage.world.say(who, "Erase me, if you dare to.", parent=ours, name=word)
    stage.world.say(CHEN, "What does the tea cost?", parent=ours)
    call = stage.call
    call("sync")
    listed = call("inbox.list", state="all", limit=100)["items"]
    item = next(str(i["id"]) for i in listed if i["text"] == "What does the tea cost?")
    call("drafts.save", text="A first thought.", account=stage.accounts[0])
    call("reply", item=item, text="Six crowns.", at=4_102_444_800_000)
    call("inbox.label", label=word.upper(), items=[item])
    shown = ("drafts.list", "outbox.list", "labels.list")
    before = [call(command) for command in shown]
    call("privacy.erase", person=who)
    after = [call(command) for command in shown]
    assert after[:2] == before[:2]
    assert as_handle or after[2] == before[2], "a label that a stranger calls themselves"
    whole(stage)


def test_two_searches_for_them_that_read_the_same_now_are_one(stage: Stage, kept: str) -> None:
    for n in range(2):
        stage.call("searches.save", name=f"@{WHO}" if n else f"▒{'▒' * len(WHO)}", query="tea")
    stage.call("privacy.erase", person=WHO)
    names = [s["name"] for s in stage.call("searches.list")["searches"]]
    assert hits(stage) == {} and names.count("▒" * (len(WHO) + 1)) == 1


def test_few_long_words_of_theirs_that_others_quote_are_covered(stage: Stage) -> None:
    said = "Extraordinarily unprofessional"
    ours = stage.world.say(US, "Something new today.")
    stage.world.say("mallory.odd", said, parent=ours)
    stage.world.say(CHEN, f"I would not call it “{said}”.", parent=ours)
    stage.call("sync")
    proof = stage.call("privacy.erase", person="mallory.odd")["erasure"]["proof"]
    assert (proof["found"], hits(stage, said)) == (0, {})


def test_a_backup_that_is_being_made_meanwhile_has_nothing_of_them(
    stage: Stage, kept: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One that was begun before them and gets its name after would bring them back."""
    half, marked, proved = Event(), Event(), Event()
    at = {"backup.half": half, "erase.marked": marked, "erase.proved": proved}

    def reached(step: str) -> None:
        if step in at:
            at[step].set()
        if step == "backup.half":
            assert marked.wait(120)
            proved.wait(1)  # it is not, as long as this backup is under way

    monkeypatch.setattr(failpoint, "reached", reached)
    with ThreadPoolExecutor(1) as other:
        made = other.submit(stage.call, "backups.make")
        assert half.wait(120)
        proof = stage.call("privacy.erase", person=WHO)["erasure"]["proof"]
        made.result()
    assert proof["copies"]["anew"] == 1
    assert hits(stage) == {}


def test_the_proof_holds_no_copy_open_that_may_go(stage: Stage, kept: str) -> None:
    """The room of a backup that was searched would be taken until the engine ends."""
    stage.call("backups.make")
    stage.call("privacy.erase", person=WHO)
    (copy,) = stage.paths.backups.glob("*.sqlite3")
    held = {number for _, number in leftovers._HELD}
    assert stage.paths.database.stat().st_ino in held
    assert copy.stat().st_ino not in held
