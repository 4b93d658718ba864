"""What `pipx install` gets: the wheel has the program and its resources, and starts from there."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = pytest.mark.e2e


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (found,) = folder.glob("*.whl")
    return found


def test_the_wheel_has_every_resource_and_no_notes_for_developers(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        f"cmapp/{path.relative_to(ROOT).as_posix()}"
        for path in (ROOT / "resources").rglob("*")
        if path.is_file()
    }
    assert wanted and wanted <= names
    notes = [n for n in names if n.endswith(".md") and not n.startswith("cmapp/resources/")]
    assert notes == []
    assert not [n for n in names if n.startswith(("tests/", "packaging/"))]


def test_the_program_tells_its_story_from_the_wheel_alone(wheel, tmp_path):
    installed = tmp_path / "installed"
    zipfile.ZipFile(wheel).extractall(installed)
    (entries,) = installed.glob("*.dist-info/entry_points.txt")
    assert "cmapp = cmapp.__main__:main" in entries.read_text("utf-8")
    told = subprocess.run(
        [sys.executable, "-m", "cmapp", "--profile", str(tmp_path / "profile"), "demo", "--story"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(installed), "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert told.returncode == 0, told.stderr
    assert "The story went as promised." in told.stdout
