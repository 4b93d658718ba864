"""Datasette opens the profile's file as it is, while the engine writes it (N6)."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cmapp.services import open_data
from tests.support.clock import HandClock
from tests.support.stage import Stage, time_is

pytestmark = pytest.mark.e2e
PATIENCE = 120


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Stage]:
    with time_is(HandClock(runs=True)):
        made = Stage(tmp_path / "profile")
        made.asked("Is it vegan?")
        yield made
        made.close()


@pytest.fixture
def datasette(stage: Stage, tmp_path: Path) -> Iterator[str]:
    """Datasette on the file of a profile that is open; yields its address."""
    log = tmp_path / "datasette.log"
    with log.open("w") as out:
        process = subprocess.Popen(
            [sys.executable, "-W", "ignore", "-m", "datasette", str(stage.paths.database),
             "--host", "127.0.0.1", "--port", "0"],
            stdout=out, stderr=out,
        )  # fmt: skip
    try:
        give_up = time.monotonic() + PATIENCE
        # a port that is chosen here could be somebody else's by the time it listens
        while (
            found := re.search(r"running on (http://127\.0\.0\.1:\d+)", log.read_text())
        ) is None:
            assert process.poll() is None and time.monotonic() < give_up, log.read_text()
            time.sleep(0.05)
        yield f"{found[1]}/cmapp"
    finally:
        process.terminate()
        process.wait(PATIENCE)


def ask(url: str) -> Any:
    with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
        return json.load(answer)


def test_datasette_serves_views_and_queries_of_a_profile_that_is_open(
    stage: Stage, datasette: str
) -> None:
    assert stage.paths.database.with_name("cmapp.sqlite3-wal").exists()
    told = ask(datasette + ".json")
    assert {v["name"] for v in told["views"]} >= {v.name for v in open_data.views()}
    first = ask(f"{datasette}/v_interactions.json?_shape=array")
    assert "Is it vegan?" in {row["text"] for row in first}
    stage.asked("And is it kosher?")  # written while it looks
    query = next(q for q in open_data.queries() if q.name == "waiting-longest")
    found = ask(f"{datasette}.json?{urllib.parse.urlencode({'sql': query.sql, '_shape': 'array'})}")
    assert {"Is it vegan?", "And is it kosher?"} <= {row["text"] for row in found}
    assert tuple(found[0]) == query.columns
    with pytest.raises(urllib.error.HTTPError):  # and it changes nothing
        ask(f"{datasette}.json?{urllib.parse.urlencode({'sql': 'DELETE FROM posts'})}")
