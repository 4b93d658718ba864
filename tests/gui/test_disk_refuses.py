"""The window where its profile's disk takes nothing (P5, P6): what is typed, and what is said."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cmapp.domain.errors import Trouble
from cmapp.store.opening import reserve_path
from cmapp.system.settings import Settings
from cmapp.ui.bridge import Bridge
from cmapp.ui.drafting import Drafting
from cmapp.ui.engine_process import EngineProcess
from cmapp.ui.journal import Entry, Journal
from cmapp.ui.reader import StoreDesk
from cmapp.ui.row import Written
from tests.conftest import unavailable
from tests.fire import full_disk
from tests.gui.desk_fixture import FixtureDesk
from tests.gui.live_desk import LiveDesk
from tests.support.stage import Stage

NOT_SAVED = "Not saved: nothing can be written."


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of a few megabytes."""
    try:
        with full_disk.small_disk(tmp_path / "disk") as place:
            yield place
    except full_disk.NoSmallDisk as why:
        unavailable(f"no small disk here: {why}")


def test_on_a_full_disk_what_is_typed_is_kept_by_the_engines_reserve(
    qtbot: Any, bridge: Bridge, disk: Path
) -> None:
    stage = Stage(disk / "profile", accounts=1)
    desk = LiveDesk(stage)
    try:
        journal = Journal(stage.paths.journal)
        drafting = Drafting(desk, bridge, journal)
        full_disk.fill_up(disk)
        said: list[str] = []
        draft = drafting.fresh()
        written = Written("half a word " * 40, stage.accounts[0])
        drafting.note(draft, written)
        drafting.keep(draft, written, saved=said.append)
        assert said[0].startswith(NOT_SAVED)  # what is so at that moment
        qtbot.waitUntil(lambda: len(said) == 2)
        assert said[1] == "Saved"
        assert stage.drafts() == [written.text]
        assert not reserve_path(stage.paths.database).exists()
        # nothing is left at all: it is said, and the text stays while the window lives
        full_disk.fill_up(disk)
        longer = Written("word " * 50_000, stage.accounts[0])
        drafting.keep(draft, longer, saved=said.append)
        qtbot.waitUntil(lambda: not bridge.busy())
        assert said[-1].startswith(NOT_SAVED) and drafting.text_of(draft) == longer
        assert stage.drafts() == [written.text]
        assert desk.count("inbox") == 0 and [d.id for d in desk.drafts()] == [str(draft)]
        # room again
        (disk / "ballast").unlink()
        drafting.keep(draft, longer, saved=said.append)
        qtbot.waitUntil(lambda: not bridge.busy())
        assert said[-1] == "Saved" and stage.drafts() == [longer.text]
        assert reserve_path(stage.paths.database).exists()
    finally:
        desk.close()
        stage.close()


def test_on_a_disk_that_is_read_only_one_reads_on_and_drafts_go_beside(
    qtbot: Any, bridge: Bridge, disk: Path, tmp_path: Path
) -> None:
    stage = Stage(disk / "profile", accounts=1)
    item = stage.asked("Is it vegan?")
    stage.close()
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    desk = StoreDesk(stage.paths, Settings)
    try:
        assert desk.trouble() is None and not desk.unfinished()
        assert [row.id for row in desk.inbox("inbox", start=None, limit=9)] == [int(item)]
        thread = desk.thread(int(item))
        assert thread is not None and thread.posts[-1].text == "Is it vegan?"
        beside = tmp_path / "state" / "d.journal"
        drafting = Drafting(desk, bridge, Journal(stage.paths.journal, lambda: beside))
        said: list[str] = []
        drafting.keep(7, Written("It is.", "a"), saved=said.append, hand_over=False)
        assert said == [f"Saved in {beside.parent}: the profile cannot be written to"]
        told: list[Trouble | None] = []
        engine = EngineProcess(stage.paths, offline=True, told=told.append)
        engine.want()
        assert engine.process is not None
        engine.process.wait(60)
        engine.want()
        engine.stop()
        assert told[0] is not None and told[0].why == "read_only"
    finally:
        desk.close()


def test_what_the_profiles_disk_does_not_take_is_kept_beside_it_and_comes_back(
    qtbot: Any, desk: FixtureDesk, bridge: Bridge, tmp_path: Path
) -> None:
    gone, beside = tmp_path / "unplugged" / "drafts.journal", tmp_path / "state" / "d.journal"
    drafting = Drafting(desk, bridge, Journal(gone, lambda: beside))
    said: list[str] = []
    drafting.keep(7, Written("typed on", "a"), saved=said.append, hand_over=False)
    assert said == [f"Saved in {beside.parent}: the profile cannot be written to"]
    assert beside.stat().st_mode & 0o077 == 0 or os.name == "nt"
    again = Journal(gone, lambda: beside)
    assert [e.written.text for e in again.replay()] == ["typed on"]
    gone.parent.mkdir()  # plugged in again
    drafting.keep(7, Written("typed on and on", "a"), saved=said.append, hand_over=False)
    assert said[1] == "Saved"
    assert [e.written.text for e in again.replay()] == ["typed on and on"]  # the later one counts
    Drafting(desk, bridge, again).recover(lambda _: {})
    assert any(c == "drafts.save" for c, _ in desk.calls) or bridge.busy()


def test_the_later_of_two_places_counts_whichever_it_is(tmp_path: Path) -> None:
    here, beside = tmp_path / "drafts.journal", tmp_path / "d.journal"
    Journal(here).append(Entry(7, None, Written("newer", "a"), at=20))
    Journal(beside).append(Entry(7, None, Written("older", "a"), at=10))
    Journal(beside).append(Entry(8, None, Written("only there", "a"), at=10))
    both = Journal(here, lambda: beside)
    assert {e.draft: e.written.text for e in both.replay()} == {7: "newer", 8: "only there"}
    both.clear()
    assert both.replay() == [] and not beside.exists()


@pytest.mark.skipif(sys.platform != "linux", reason="where it lies is told by each system")
def test_two_profiles_do_not_share_the_place_beside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cmapp.system.paths import Paths

    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    one, other = Paths(tmp_path / "one").stand_in(), Paths(tmp_path / "two").stand_in()
    assert one != other and one.parent == other.parent == tmp_path / "cmapp"
