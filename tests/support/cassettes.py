"""Recorded answers of real Mastodon servers: where they come from, and how they are read.

They lie in the source archive of Mastodon.py (MIT), as vcrpy YAML; it is fetched into the cache,
checked by hash, and never committed.

    python -m tests.support.cassettes      fetch what is missing, print the folder
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from tests.support import archives

LOCK = Path(__file__).with_name("recordings.lock")
# Today's servers; the archive's other folders hold versions of years ago.
FOLDERS = ("cassettes", "cassettes_entity_tests")


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its answer. Header names are in lower case; bodies are bytes."""

    method: str
    url: str
    sent: bytes
    status: int
    headers: Mapping[str, str]
    body: bytes

    def json(self) -> Any:
        """The answer as JSON. Raises ValueError where it is none."""
        return json.loads(self.body)


@dataclass(frozen=True, slots=True)
class Recording:
    """One file: what one test of Mastodon.py said to the server, in order."""

    name: str
    exchanges: tuple[Exchange, ...]


def folder() -> Path:
    """Where the unpacked archive lies, or will."""
    return archives.folder(LOCK)


def fetch() -> Path:
    """Download and unpack the archive unless it is there; the hash in the lock must match."""

    def keep(parts: tuple[str, ...]) -> str | None:
        return f"{parts[2]}/{parts[-1]}" if parts[1] == "tests" and parts[2] in FOLDERS else None

    return archives.fetch(LOCK, keep)


def read(place: Path) -> list[Recording]:
    """Every recording, by name. Takes some seconds: read once per run."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found = []
    for name in FOLDERS:
        for path in sorted((place / name).glob("*.yaml")):
            if path.name.endswith(".ws.yaml"):
                continue  # frames of a WebSocket, in a form of their own
            with path.open("rb") as file:
                told = yaml.load(file, loader)
            found.append(
                Recording(
                    f"{name}/{path.stem}", tuple(exchange(each) for each in told["interactions"])
                )
            )
    return found


def exchange(told: Mapping[str, Any]) -> Exchange:
    request, response = told["request"], told["response"]
    headers = {
        key.lower(): value[0] if isinstance(value, list) else str(value)
        for key, value in response["headers"].items()
    }
    body = as_bytes(response["body"].get("string"))
    if headers.get("content-encoding") == "gzip" and body[:2] == b"\x1f\x8b":
        body = gzip.decompress(body)
    return Exchange(
        method=request["method"],
        url=request["uri"],
        sent=as_bytes(request.get("body")),
        status=response["status"]["code"],
        headers=headers,
        body=body,
    )


def as_bytes(raw: str | bytes | None) -> bytes:
    return raw.encode() if isinstance(raw, str) else raw or b""


if __name__ == "__main__":
    print(fetch())
