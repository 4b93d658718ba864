"""Each platform's own limits count the golden strings as that platform does (AC-06).

What is expected comes from elsewhere: the table's columns (the platforms' published rules, ICU's
graphemes), and for code points UTF-32, which has four bytes for each.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cmapp.connectors.base import Grant
from cmapp.domain.limits import Limits, Unit, count
from cmapp.platforms.bluesky import Bluesky
from cmapp.platforms.demo import FOLDER, Demo, Network
from cmapp.platforms.mastodon.signin import limits_of
from cmapp.services.shapes import Json

GOLDEN: list[Json] = json.loads(
    (Path(__file__).parents[1] / "domain" / "lengths.json").read_text("utf-8")
)
TOLD = {"configuration": {"statuses": {"max_characters": 5000, "characters_reserved_per_url": 23}}}
IN_FULL = {"configuration": {"statuses": {"characters_reserved_per_url": 0}}}


def mastodon(instance: dict[str, Any], software: str) -> Limits:
    return Limits.from_facts(limits_of(instance, software)["limits"])


PLATFORMS: dict[str, tuple[Limits, Unit, int]] = {
    "mastodon": (mastodon({}, "mastodon"), Unit.CHARACTERS, 500),
    "glitch": (mastodon(TOLD, "glitch"), Unit.CHARACTERS, 5000),
    "takahe": (mastodon(TOLD, "takahe"), Unit.CHARACTERS, 5000),
    "pleroma": (mastodon({"max_toot_chars": 5000}, "pleroma"), Unit.GRAPHEMES, 5000),
    "akkoma": (mastodon({"max_toot_chars": 5000}, "akkoma"), Unit.GRAPHEMES, 5000),
    "gotosocial": (mastodon(TOLD, "gotosocial"), Unit.CODE_POINTS, 5000),
    "bluesky": (Limits(graphemes=300, bytes=3000), Unit.GRAPHEMES, 300),
    "bluesky, bytes": (Limits(graphemes=300, bytes=3000), Unit.BYTES, 3000),
    "demo": (Limits(graphemes=500), Unit.GRAPHEMES, 500),
    "x": (Limits(weighted=280), Unit.WEIGHTED, 280),
}


def expected(row: Json, name: str) -> int:
    match name:
        case "mastodon" | "glitch" | "takahe":
            return int(row["mastodon"])
        case "gotosocial":
            return len(row["text"].encode("utf-32-le")) // 4
        case "bluesky, bytes":
            return int(row["bytes"])
        case "x":
            return int(row["x"])
        case _:
            return int(row["bluesky"])


@pytest.mark.parametrize("name", PLATFORMS)
@pytest.mark.parametrize("row", GOLDEN, ids=lambda row: repr(row["text"])[:30])
def test_a_string_is_as_long_as_the_platform_says(row: Json, name: str) -> None:
    limits, unit, most = PLATFORMS[name]
    (measure,) = [m for m in count(row["text"], limits) if m.unit is unit]
    assert (measure.used, measure.limit) == (expected(row, name), most)


def test_there_are_enough_strings_for_every_platform() -> None:
    assert len(GOLDEN) >= 40 and len(PLATFORMS) >= 8


def test_the_limits_of_the_connectors_are_those_above(tmp_path: Path) -> None:
    Network.make(tmp_path / FOLDER, empty=True)
    grant = Grant(server="demo:", realm="demo", remote_id="us", handle="mossfield")
    told = {
        "bluesky": Bluesky.limits(object.__new__(Bluesky)),  # the same for every account
        "demo": Demo(grant, EmptySecrets(), profile=tmp_path).limits(),
    }
    for name, limits in told.items():
        known = PLATFORMS[name][0]
        assert (limits.graphemes, limits.bytes) == (known.graphemes, known.bytes)
        assert limits.characters is limits.weighted is limits.code_points is None


class EmptySecrets:
    def get(self, name: str) -> str | None:
        return None

    def put(self, name: str, value: str) -> None:
        raise AssertionError("there are none")


def test_a_server_that_reserves_nothing_for_a_link_counts_all_of_it() -> None:
    limits = mastodon(IN_FULL, "hollo")
    link = "https://example.com/a/long/way/to/go"
    assert [m.used for m in count(link, limits)] == [len(link)]
    for wrong in (True, -1, "23", None):
        told = {"configuration": {"statuses": {"characters_reserved_per_url": wrong}}}
        assert mastodon(told, "mastodon").link_length == 23


def test_a_family_is_one_character_or_seven() -> None:
    family = "👨‍👩‍👧‍👦"
    used = {name: count(family, limits)[0].used for name, (limits, _, _) in PLATFORMS.items()}
    assert (used["mastodon"], used["pleroma"], used["gotosocial"], used["x"]) == (1, 1, 7, 2)
