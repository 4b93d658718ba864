"""Statuses in the shapes that servers other than Mastodon give them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cmapp.domain.records import Interaction
from cmapp.platforms.mastodon import shape

HABITS: dict[str, Any] = json.loads(Path(__file__).with_name("habits.json").read_text("utf-8"))
ME = "01F8MH1H7YV1Z7D2C8K2730QBF"


@pytest.mark.parametrize("server", HABITS)
def test_a_mention_on_a_server_with_habits_of_its_own(server: str) -> None:
    status, expected = HABITS[server]["status"], HABITS[server]["expect"]
    entry = {
        "id": "1",
        "type": "mention",
        "created_at": "2026-11-01T10:00:01Z",
        "account": status["account"],
        "status": status,
    }
    (found,) = shape.notification(entry, ME)
    assert isinstance(found, Interaction)
    assert found.post is not None
    assert found.post.created_at == 1793527200000
    assert found.post.media == ()
    assert {
        "id": found.post.remote_id,
        "kind": str(found.kind),
        "text": found.post.text,
        "can_reply": found.post.can_reply,
        "quotes": found.post.counts["quotes"],
        "visibility": found.post.visibility,
    } == expected
