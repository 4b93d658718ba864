"""A profile that cannot be opened: the page in place of the window, and what leads on from it."""

from __future__ import annotations

import csv
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QLocale

from cmapp.services import findings
from cmapp.store.opening import StoreTrouble
from cmapp.system.paths import Paths
from cmapp.ui import text
from cmapp.ui.bridge import Bridge
from cmapp.ui.insights.export_data import ExportData
from cmapp.ui.refusing import Refused
from tests.support.stage import Stage

NEWER = StoreTrouble("profile_newer", version=99, known=1)


@pytest.fixture
def newer(tmp_path: Path) -> Paths:
    stage = Stage(tmp_path / "profile", accounts=1)
    stage.asked("Is the blue cup vegan?")
    paths = stage.paths
    stage.close()
    with sqlite3.connect(paths.database) as db:
        db.execute("PRAGMA user_version = 99")
    db.close()
    return paths


def test_what_a_newer_cmapp_wrote_can_be_taken_out(
    qtbot: Any, newer: Paths, bridge: Bridge, tmp_path: Path
) -> None:
    before = newer.database.read_bytes()
    page = Refused(newer, bridge, NEWER)
    qtbot.addWidget(page)
    page.show()
    assert page.words.text().startswith("A newer cmapp wrote this profile.")
    page.export.click()
    sheet = page.findChild(ExportData)
    assert sheet is not None
    qtbot.waitUntil(sheet.go.isEnabled)
    sheet.view.setCurrentIndex(sheet.view.findData("v_posts"))
    sheet.write(str(tmp_path / "out.csv"))
    qtbot.waitUntil(lambda: page.words.text().startswith("Written to out.csv"))
    with (tmp_path / "out.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert any("vegan" in str(row) for row in rows)
    assert newer.database.read_bytes() == before
    page.accept()


@pytest.mark.parametrize("why", ["not_a_profile", "disk_full", "database_busy"])
def test_elsewhere_nothing_is_offered_that_cannot_be(
    qtbot: Any, bridge: Bridge, tmp_path: Path, why: str
) -> None:
    page = Refused(Paths(tmp_path), bridge, StoreTrouble(why))
    qtbot.addWidget(page)
    page.show()
    assert not page.export.isVisible() and page.check.isVisible()


def test_the_check_up_says_days_as_the_window_does() -> None:
    at = 1_790_000_000_000
    QLocale.setDefault(QLocale("en"))
    shown, _, _ = findings.told("backup_there", {"made_at": at}, "en", moment=text.date_and_time)
    told, _, _ = findings.told("backup_there", {"made_at": at}, "en")
    assert told.endswith("UTC.")
    assert "2026-" not in shown and "Sep 2026" in shown
