"""The machine's own time zone has a name, whatever the machine says."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from cmapp.domain.hours import zone as named
from cmapp.system import zone


def test_the_variable_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Taipei")
    assert zone.here() == "Asia/Taipei"
    monkeypatch.setenv("TZ", ":Europe/Berlin")
    assert zone.here() == "Europe/Berlin"


@pytest.mark.parametrize("wrong", ["", "CST-8", "../../etc/passwd", "Mars/Olympus"])
def test_what_is_no_zone_is_passed_over(monkeypatch: pytest.MonkeyPatch, wrong: str) -> None:
    monkeypatch.setenv("TZ", wrong)
    assert named(zone.here())


@pytest.mark.parametrize(
    ("seconds", "name"), [(-28800, "Etc/GMT-8"), (18000, "Etc/GMT+5"), (-19800, "UTC"), (0, "UTC")]
)
def test_a_machine_without_names_has_its_offset(
    monkeypatch: pytest.MonkeyPatch, seconds: int, name: str
) -> None:
    monkeypatch.delenv("TZ", raising=False)
    monkeypatch.setattr(Path, "resolve", lambda self: Path("/nowhere"))
    monkeypatch.setattr(Path, "read_text", _missing)
    monkeypatch.setattr(time, "timezone", seconds)
    assert zone.here() == name
    assert named(name)


def _missing(*_: object) -> str:
    raise FileNotFoundError
