"""A client waits for an engine that lives, and for no other."""

from __future__ import annotations

import json
import sys
import threading
from multiprocessing.connection import Listener
from pathlib import Path

import pytest

from cmapp.services.client import Client, EngineGone
from cmapp.system.paths import Paths


@pytest.mark.parametrize("says", [[], [b"#CHALLENGE#" + b"x" * 20]], ids=["nothing", "half"])
def test_an_engine_that_is_stopped_as_it_greets_holds_nobody_up(
    tmp_path: Path, says: list[bytes]
) -> None:
    paths = Paths(tmp_path / "p").make()
    over = threading.Event()
    family = "AF_PIPE" if sys.platform == "win32" else "AF_UNIX"
    with Listener(family=family) as door:
        told = {"address": door.address, "family": family, "key": "00"}

        def greet() -> None:
            with door.accept() as line:
                for word in says:
                    line.send_bytes(word)
                over.wait(60)

        greeter = threading.Thread(target=greet, daemon=True)
        greeter.start()
        paths.engine.write_text(json.dumps(told))
        with pytest.raises(EngineGone):
            Client(paths).call("doctor", within=0.2)
        assert not over.is_set()
        over.set()
        greeter.join()
