"""A live chat of ten thousand lines is imported once, and what was asked again is told (IN-13)."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from cmapp.domain.errors import Missing, Rejected
from tests.support.stage import Stage

ASKED = ("这个多少钱", "什么时候发货", "有优惠券吗", "Is there a size L?")
TALK = ("666", "哈哈哈哈", "好看", "主播加油", "first", "支持支持")


def log(folder: Path, lines: int = 10_000) -> Path:
    dice = random.Random(13)
    path = folder / "live.csv"
    rows = ["time,user,text"]
    for n in range(lines):
        text = dice.choice(ASKED) + dice.choice(("", "？", "??", "！")) if n % 5 == 0 else ""
        rows.append(f"{n / 3:.1f},u{dice.randrange(800)},{text or dice.choice(TALK)}")
    path.write_text("\n".join(rows), encoding="utf-8")
    return path


def test_ten_thousand_lines_are_four_questions(stage: Stage, tmp_path: Path) -> None:
    found = stage.call("live.import", path=str(log(tmp_path)))
    assert found["log"]["lines"] == 10_000
    assert sorted(c["example"].rstrip("？?！") for c in found["clusters"]) == sorted(
        a.rstrip("?") for a in ASKED
    )
    assert sum(c["times"] for c in found["clusters"]) == 2_000


def test_the_same_file_is_the_same_log(stage: Stage, tmp_path: Path) -> None:
    path = log(tmp_path, 50)
    first = stage.call("live.import", path=str(path))
    again = stage.call("live.import", path=str(path))
    assert again["log"] == first["log"] and len(stage.call("live.list")["logs"]) == 1
    undo: dict[str, Any] = first["undo"]
    stage.call(undo["command"], **undo["args"])
    assert stage.call("live.list")["logs"] == []
    assert path.exists()


def test_what_is_no_log_changes_nothing(stage: Stage, tmp_path: Path) -> None:
    (tmp_path / "empty").write_text("")
    for name in ("empty", "not there"):
        with pytest.raises(Rejected):
            stage.call("live.import", path=str(tmp_path / name))
    with pytest.raises(Missing):
        stage.call("live.show", id="77")
    assert stage.call("live.list")["logs"] == []
