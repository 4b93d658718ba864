from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from cmapp.cli.main import run
from cmapp.platforms.demo import FOLDER, Network
from cmapp.system import network
from tests.support.stage import ANA, US


@dataclass(frozen=True, slots=True)
class Answer:
    """How a command ended, and what it said."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Return stdout, which must be one JSON document and nothing else."""
        return json.loads(self.out)

    @property
    def code(self) -> str:
        assert set(self.json) == {"error"}
        assert set(self.json["error"]) == {"code", "facts"}
        return str(self.json["error"]["code"])


Cli = Callable[..., Answer]


@pytest.fixture
def bare(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Cli:
    """Run a command line in this process, with nothing added to it."""

    def cli(*argv: str, stdin: bytes = b"") -> Answer:
        network.process.open()
        network.process.stop.clear()
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), "utf-8"))
        capsys.readouterr()
        status = run(argv, window=lambda *_, **__: 77)
        said = capsys.readouterr()
        network.process.open()
        return Answer(status, said.out, said.err)

    return cli


class Shop:
    """A profile on the demo network with two accounts, read; and one question."""

    def __init__(self, profile: Path, cli: Cli) -> None:
        self.profile = profile
        self._cli = cli
        self.world = Network.make(profile / FOLDER, empty=True)
        self.ids = [
            self("accounts", "add", "demo", "--handle", handle).json["accounts"][0]["id"]
            for handle in (US, "mossfield_tw")
        ]

    def __call__(self, *argv: str, stdin: bytes = b"") -> Answer:
        return self._cli("--profile", str(self.profile), "--json", *argv, stdin=stdin)

    def words(self, *argv: str, stdin: bytes = b"") -> Answer:
        """Run a command for a person to read."""
        return self._cli("--profile", str(self.profile), *argv, stdin=stdin)

    def asked(self, text: str = "Is it vegan?") -> str:
        post = self.world.say(US, "Something new today.")
        self.world.say(ANA, text, parent=post)
        self("sync")
        (item,) = [i["id"] for i in self("inbox").json["items"] if i["text"] == text]
        return str(item)

    def said(self, text: str) -> int:
        return len([p for p in self.world.posts() if p.text == text])


@pytest.fixture
def shop(tmp_path: Path, bare: Cli) -> Shop:
    return Shop(tmp_path / "profile", bare)
