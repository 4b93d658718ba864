"""Settings survive other versions, damage and a full disk."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from cmapp.system import settings
from cmapp.system.paths import profile, resources
from cmapp.system.settings import Settings


def test_a_missing_file_gives_the_defaults(tmp_path: Path) -> None:
    assert settings.load(tmp_path / "settings.json") == (Settings(), None)


def test_what_is_saved_comes_back_and_unknown_names_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"from_the_future": {"a": 1}, "late_minutes": 30, "theme": "dark"}')
    found, aside = settings.load(path)
    assert (found.late_minutes, found.theme, aside) == (30, "dark", None)
    settings.save(path, replace(found, language="zh_TW"))
    assert json.loads(path.read_text())["from_the_future"] == {"a": 1}
    assert settings.load(path)[0].language == "zh_TW"
    assert os.listdir(tmp_path) == ["settings.json"]


@pytest.mark.parametrize("text", ["", "{", "[]", '"x"', "\x00\x00", "[" * 100_000])
def test_an_unreadable_file_is_set_aside(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text)
    found, aside = settings.load(path)
    assert found == Settings()
    assert aside == tmp_path / "settings.json.bad"
    assert aside.read_text() == text
    assert not path.exists()


def test_a_value_that_makes_no_sense_counts_as_the_default(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(
        '{"undo_seconds": -1, "late_minutes": "x", "sync_minutes": true, "theme": "pink",'
        ' "notifications": 0, "others": 3, "first_response_minutes": 7}'
    )
    assert settings.load(path)[0] == Settings(first_response_minutes=7, others={"others": 3})


def test_a_failed_write_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "settings.json"
    settings.save(path, Settings(theme="dark"))

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError):
        settings.save(path, Settings(theme="light"))
    monkeypatch.undo()
    assert settings.load(path)[0].theme == "dark"
    assert os.listdir(tmp_path) == ["settings.json"]


def test_a_profile_is_one_folder(tmp_path: Path) -> None:
    paths = profile(tmp_path / "desk").make()
    assert paths.root.stat().st_mode & 0o777 == 0o700
    files = [paths.database, paths.journal, paths.media, paths.backups, paths.settings]
    assert {path.parent for path in [*files, paths.log, paths.lock, paths.engine]} == {paths.root}
    assert paths.make() == paths


def test_the_default_profile_and_the_resources_are_found() -> None:
    assert profile().root.is_absolute()
    assert profile().root.name == "cmapp"
    assert (resources()).is_dir()
