"""A chart is drawn in a process of its own, in a program without `python -m` as well."""

from __future__ import annotations

import json
import os
import stat
import sys
from pathlib import Path

import pytest

from cmapp.domain.chart import to_json
from cmapp.domain.errors import Rejected
from cmapp.services import drawing
from tests.support import drawn

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.skipif(sys.platform == "win32", reason="the frozen program is a shell script here")
def test_a_frozen_program_draws_by_a_word_of_its_own(tmp_path: Path, monkeypatch):
    program = tmp_path / "cmapp"
    asked = tmp_path / "asked"
    program.write_text(
        f'#!/bin/sh\necho "$1" > "{asked}"\n'
        f'case "$1" in -*m) exit 2;; esac\nexec "{sys.executable}" -m cmapp "$@"\n'
    )
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setattr(sys, "executable", str(program))
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join([str(ROOT)]))
    made = drawing.drawn(json.loads(json.dumps(to_json(drawn.volume()))), "svg")
    assert b"<svg" in made[:600]
    assert asked.read_text().strip() == drawing.DRAW


def test_what_cannot_be_drawn_says_why(tmp_path: Path, monkeypatch):
    monkeypatch.setattr(sys, "executable", str(tmp_path / "nothing-here"))
    with pytest.raises(Rejected) as told:
        drawing.drawn(to_json(drawn.volume()), "png")
    assert told.value.why == "cannot_draw"
