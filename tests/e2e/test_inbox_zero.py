"""Mixed interactions go to none by keyboard only (IN-14). The run of 1,000: `inbox_zero.py`."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.e2e import inbox_zero
from tests.support.screen import Screen, lacking

pytestmark = pytest.mark.timeout(1200)  # hundreds of keys, each with its answer read back


def test_mixed_interactions_go_to_none_by_keyboard_only(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    if lacks := lacking():
        said = f"the real window needs {lacks} (packaging/test installs them)"
        if os.environ.get("CMAPP_SERVERS") == "required":
            pytest.fail(said, pytrace=False)
        pytest.skip(said)
    profile = tmp_path / "profile"
    inbox_zero.prepare(profile, 60)
    screen = Screen(tmp_path)
    try:
        report = inbox_zero.to_none(screen, profile)
    finally:
        screen.close()
    with capsys.disabled():
        print(f"\n{report}")
    assert report.replied and report.snoozed and report.labelled and report.undone == 1
    by_hand = report.keys - report.letters
    assert by_hand / report.items < 1, "more than one press for each conversation"
