"""What the connector says of itself, before any server is asked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from cmapp.connectors.base import Grant
from cmapp.platforms.bluesky import Bluesky


class Locked:
    """A keyring that nobody has opened."""

    def get(self, name: str) -> str | None:
        raise AssertionError(f"asked for {name}")

    def put(self, name: str, value: str) -> None:
        raise AssertionError(f"given {name}")


def test_what_an_account_can_do_is_known_without_its_secrets(tmp_path: Path) -> None:
    facts: dict[str, Any] = {"pds": "https://pds.example"}
    grant = Grant("https://bsky.social", "bluesky", "did:plc:x", "x.test", facts=facts)
    connector = Bluesky(grant, Locked(), profile=tmp_path)
    assert connector.pulls() and connector.performs()
    assert connector.limits().graphemes == 300
    assert connector.replay().key_life is None
    assert connector.refresh() is None
    connector.close()
