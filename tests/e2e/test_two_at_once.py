"""Two command lines and more decide on the same items at once: each whole, each taken back.

Each is whole; which comes last counts; taken back one by one, everything is as it was.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.e2e.test_kill_bulk import ITEMS, command, filled, story

__all__ = ["filled"]  # a fixture of this module, too

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(1800)]


def test_two_command_lines_at_once(tmp_path: Path, filled: Path) -> None:
    folder = tmp_path / "profile"
    shutil.copytree(filled, folder)
    before = story(folder, ["done"])
    deeds = (["done"], ["snooze", "tomorrow"], ["label", "Sale"])
    running: list[subprocess.Popen[bytes]] = [
        command(folder, *deed, "--search", "raffle") for deed in deeds
    ]
    assert [r.wait(900) for r in running] == [0, 0, 0]
    after = story(folder, ["done"])
    assert (after.stand, after.kept) == (3, 3 * ITEMS)
    undoing = [command(folder, "undo") for _ in deeds]
    assert [r.wait(900) for r in undoing] == [0, 0, 0]
    assert story(folder, ["done"]) == before
    assert command(folder, "undo").wait(600) == 1
