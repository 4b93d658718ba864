"""A small file of the profile that says nonsense: the profile opens, and keeps what it is given."""

from __future__ import annotations

from pathlib import Path

import pytest

from cmapp.services.client import Client
from cmapp.services.engine import Engine
from cmapp.system.paths import profile
from cmapp.ui import place

FILES = (
    "restore.json", "erasing.json", "erased.json", "engine.json", "window.json", "keyring.json",
    "settings.json",
)  # fmt: skip
SAID = {
    "nothing": b"",
    "no text": b"\xff\xfe\x00",
    "half": b'{"what": "resto',
    "a number": b"7",
    "a list": b"[1, 2]",
    "no names": b"{}",
    "a hundred thousand deep": b"[" * 100_000 + b"]" * 100_000,
    "wrong kinds": b'{"what": 7, "name": [], "asked_at": "x", "ready": "yes", "facts": 3,'
    b' "salt": 5, "marks": [], "address": 7, "family": [], "key": "00", "erasure": "1",'
    b' "found_by": [], "accounts": 9, "language": [], "view": 3, "split": "x"}',
    "a restore of nowhere": b'{"what": "restore", "name": "../../nowhere", "ready": true}',
}


@pytest.mark.parametrize("said", SAID.values(), ids=SAID)
@pytest.mark.parametrize("name", FILES)
def test_the_profile_opens_and_keeps_on(tmp_path: Path, name: str, said: bytes) -> None:
    paths = profile(tmp_path)
    for text in ("before", "after"):
        if text == "after":
            (tmp_path / name).write_bytes(said)
            assert Client(paths)._open() is None
            assert name != place.FILE or place.load(tmp_path) == place.Place()
        engine = Engine.open(paths, offline=True, serve=False)
        try:
            engine.call("drafts.save", text=text)
            found = {one["text"] for one in engine.call("drafts.list")["drafts"]}
        finally:
            engine.close()
    assert found == {"before", "after"}
