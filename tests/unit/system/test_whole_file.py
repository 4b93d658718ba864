"""What is written whole stands in nothing's place that a profile is made of."""

from __future__ import annotations

from pathlib import Path

import pytest

from cmapp.domain.errors import Rejected
from cmapp.system.whole_file import whole


@pytest.mark.parametrize(
    "name",
    ["cmapp.sqlite3", "cmapp.sqlite3-wal", "drafts.journal", "settings.json", "media/a.png",
     "backups/before-3-to-4.sqlite3", "exports/../cmapp.sqlite3", "erased.json", "restore.json",
     "cmapp.sqlite3.schema", "cmapp.damaged-2026-11-22T10-00-00.sqlite3", "keyring.json"],
)  # fmt: skip
def test_nothing_is_written_over_the_program_s_own(tmp_path: Path, name: str) -> None:
    for folder in ("media", "backups", "exports"):
        (tmp_path / folder).mkdir()
    (tmp_path / "cmapp.sqlite3").write_bytes(b"all there is")
    before = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    with pytest.raises(Rejected) as no, whole(tmp_path / name) as file:
        file.write(b"a report")
    assert no.value.facts["reason"] == "file_unwritable"
    assert {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()} == before


def test_a_file_of_the_person_s_beside_them_is_written(tmp_path: Path) -> None:
    (tmp_path / "cmapp.sqlite3").write_bytes(b"all there is")
    with whole(tmp_path / "report.html") as file:
        file.write(b"a report")
    assert (tmp_path / "report.html").read_bytes() == b"a report"
