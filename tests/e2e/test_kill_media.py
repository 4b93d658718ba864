"""Taking files in is killed at any moment: whole files under their own names, or none (CT-04)."""

from __future__ import annotations

import hashlib
import json
import random
import signal
import struct
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.support import media_files as make

pytestmark = pytest.mark.e2e
KILLS = 8


def cmapp(profile: Path, *words: str) -> list[str]:
    return [sys.executable, "-m", "cmapp", "--profile", str(profile), "media", *words, "--json"]


def test_a_kill_leaves_no_half_file_and_no_row_without_one(tmp_path: Path) -> None:
    profile, source = tmp_path / "profile", tmp_path / "in"
    source.mkdir()
    for number in range(4):
        film = make.video(source / f"{number}.mp4", seconds=1 + number / 10)
        with film.open("ab") as more:
            more.write(struct.pack(">I4s", 24 << 20, b"free") + bytes((24 << 20) - 8))
        (source / f"{number}.png").write_bytes(make.noise((300, 300 + number)))
    chance = random.Random(7)
    begun = time.monotonic()
    subprocess.run(cmapp(tmp_path / "other", "add", str(source)), check=True, capture_output=True)
    whole = time.monotonic() - begun
    killed = tried = 0
    while tried < KILLS or killed < KILLS // 3:
        tried += 1
        assert tried <= 10 * KILLS, "every kill came too late"
        begun = time.monotonic()
        child = subprocess.Popen(cmapp(profile, "add", str(source)), stdout=subprocess.DEVNULL)
        try:
            child.wait(chance.uniform(0.3, 1.0) * whole)
        except subprocess.TimeoutExpired:
            child.send_signal(signal.SIGKILL)
            child.wait()
            killed += 1
        else:  # it takes less by now: what is there already is not taken in again
            whole = min(whole, time.monotonic() - begun)
    listed = subprocess.run(cmapp(profile, "list"), check=True, capture_output=True)
    folder = profile / "media"
    for one in json.loads(listed.stdout)["files"]:
        data = (folder / one["name"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == one["name"].split(".")[0]
        assert len(data) == one["bytes"]
    for path in folder.iterdir():
        if path.is_file():
            assert hashlib.sha256(path.read_bytes()).hexdigest() == path.stem, "no half file"
    done = subprocess.run(cmapp(profile, "add", str(source)), check=True, capture_output=True)
    assert len(json.loads(done.stdout)["added"]) == 8
