"""What is stored about whom, handed out or drilled: complete, safe to open, without names."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from cmapp.services import data_map as told
from cmapp.services import handing_out
from cmapp.store import about_person, data_map
from tests.support.stage import ANA, US, Stage


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    made = Stage(tmp_path / "profile")
    made.asked("=SUM(A1:A9) is what I typed")
    made.call("people.note_add", person=ANA, text="A note on her")
    made.call("people.tag", tag="press", people=[ANA])
    yield made
    made.close()


@pytest.mark.parametrize("language", ["en", "zh_CN", "zh_TW"])
def test_every_kind_and_section_has_words(language: str) -> None:
    assert set(told.words(language)["kinds"]) == set(data_map.KINDS)
    assert set(handing_out.words(language)["sections"]) == set(about_person.SECTIONS)


def test_all_of_a_person_is_handed_out_and_no_cell_is_run(stage: Stage, tmp_path: Path) -> None:
    found = stage.call("privacy.export", person=ANA, folder=str(tmp_path / "out"))
    assert found["rows"]["notes"] == found["rows"]["tags"] == found["rows"]["posts"] == 1
    packed = json.loads((tmp_path / "out" / "person.json").read_text("utf-8"))
    assert packed["notes"][0]["text"] == "A note on her"
    assert "'=SUM" in (tmp_path / "out" / "posts.csv").read_text("utf-8-sig")


def test_the_drill_counts_people_and_names_nobody(stage: Stage, tmp_path: Path) -> None:
    found = stage.call("privacy.leak", out=str(tmp_path / "leak.csv"))
    written = (tmp_path / "leak.csv").read_text("utf-8-sig")
    assert found["people"] == 1 and len(found["revoke"]) == 2
    assert US in written and ANA not in written and "note on her" not in written
    kinds = {k["kind"]: k for k in stage.call("privacy.map")["kinds"]}
    assert kinds["notes"]["rows"] == 1 and kinds["public"]["people"] == 1
