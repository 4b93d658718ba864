"""The server's own scheduler: who has one, what its answers mean, what is never asked of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from cmapp.connectors.base import Sent
from cmapp.domain.actions import Attachment, Poll, Publish, Unschedule
from cmapp.domain.errors import Missing, Rejected, Uncertain
from cmapp.platforms.mastodon import Mastodon, shape, signin
from cmapp.system import clock
from tests.unit.platforms.mastodon.scripted import (
    Asked,
    Said,
    Script,
    connector,
    mastodon,
    status,
)

HOUR = 3_600_000
LIST = "GET /api/v1/scheduled_statuses"
POST = "POST /api/v1/statuses"


@pytest.fixture
def us(script: Script, tmp_path: Path) -> Mastodon:
    mastodon(script)
    script[LIST] = []
    return connector(script, tmp_path)


def at_hand() -> int:
    return (clock.now() // 1000 + 7200) * 1000


def entry(ref: str, at: int, text: str = "x") -> dict[str, Any]:
    return {"id": ref, "scheduled_at": shape.stamp(at), "params": {"text": text}}


@pytest.mark.parametrize(
    ("software", "holds"),
    [
        ("mastodon", True),
        ("gotosocial", True),
        ("pleroma", True),
        ("akkoma", True),
        ("takahe", False),
        ("unknown", False),
    ],
)
def test_only_who_is_known_to_hold_posts_is_asked_to(script, tmp_path, software, holds):
    link = connector(script, tmp_path, software=software)
    assert (Unschedule in link.performs()) is holds
    assert (link.limits().ahead_min is not None) is holds
    if not holds:
        assert link.spec.absent["unschedule"] == "not_offered"


def test_a_token_that_cannot_read_cannot_schedule(script, tmp_path):
    link = connector(script, tmp_path, scopes=["write:statuses", "read:notifications"])
    assert link.limits().ahead_min is None


def test_a_post_for_later_says_when_and_is_held(script, us):
    at = at_hand()
    script[POST] = lambda asked: Said(entry("9", at))
    done = us.perform(Publish("x", at=at), "k")
    assert isinstance(done, Sent) and (done.remote_id, done.held_until) == ("9", at)
    (asked,) = script.calls(POST)
    assert asked.json["scheduled_at"] == shape.stamp(at)
    assert asked.headers["idempotency-key"] == "k"


def test_a_server_that_publishes_at_once_is_believed_to_have_published(script, us):
    script[POST] = status("200", content="<p>x</p>")
    done = us.perform(Publish("x", at=at_hand()), "k")
    assert isinstance(done, Sent) and done.held_until is None and done.record is not None


def test_an_answer_that_names_no_time_is_in_doubt(script, us):
    script[POST] = {"id": "9", "scheduled_at": "soon"}
    with pytest.raises(Uncertain):
        us.perform(Publish("x", at=at_hand()), "k")


@pytest.mark.parametrize("ahead", [299_000, 0, -HOUR])
def test_too_little_time_never_leaves(script, us, ahead):
    with pytest.raises(Rejected) as caught:
        us.perform(Publish("x", at=clock.now() + ahead), "k")
    assert (caught.value.facts["field"], caught.value.facts["reason"]) == ("at", "too_soon")
    assert script.calls(POST) == []


def test_a_clock_of_ours_that_is_behind_is_noticed_by_the_servers(script, us, monkeypatch):
    """With a time that is past for the server GoToSocial publishes at once, dated back."""
    real = clock.now
    monkeypatch.setattr(clock, "now", lambda: real() - HOUR)
    with pytest.raises(Rejected) as caught:
        us.perform(Publish("x", at=clock.now() + 10 * 60_000), "k")
    assert caught.value.facts["reason"] == "too_soon"
    assert script.calls(POST) == []


def test_a_server_without_the_list_has_no_scheduler(script, us):
    script[LIST] = Said({"error": "Not found"}, 404)
    with pytest.raises(Rejected) as caught:
        us.perform(Publish("x", at=at_hand()), "k")
    assert caught.value.facts["reason"] == "not_offered"
    assert script.calls(POST) == []


def test_a_lost_answer_is_found_in_the_list_by_words_and_time(script, us):
    at = at_hand()
    script["GET /api/v1/accounts/1/statuses"] = []
    script[f"GET /api/v1/accounts/{us.grant.remote_id}/statuses"] = []
    script[LIST] = [entry("7", at, "y"), entry("8", at + HOUR), entry("9", at + 400)]
    found = us.find(Publish("x", at=at), "k", clock.now())
    assert found == Sent("9", held_until=at + 400)
    script[LIST] = [entry("8", at + HOUR)]
    assert us.find(Publish("x", at=at), "k", clock.now()) is None


def test_the_list_is_walked_to_its_end(script, us):
    at = at_hand()
    script[f"GET /api/v1/accounts/{us.grant.remote_id}/statuses"] = []

    def pages(asked: Asked) -> Said:
        if asked.query.get("max_id") == "8":
            return Said([entry("9", at)])
        link = f'<{script.url}/api/v1/scheduled_statuses?max_id=8>; rel="next"'
        return Said([entry("8", at, "y")], headers={"Link": link})

    script[LIST] = pages
    found = us.find(Publish("x", at=at), "k", clock.now())
    assert found is not None and found.remote_id == "9"


def test_what_is_out_is_found_before_what_is_held(script, us):
    at = at_hand()
    script[LIST] = [entry("9", at)]
    mine = status("300", content="<p>x</p>")
    script[f"GET /api/v1/accounts/{us.grant.remote_id}/statuses"] = [mine]
    found = us.find(Publish("x", at=at), "k", 0)
    assert found is not None and (found.remote_id, found.held_until) == ("300", None)


def test_taking_back_and_asking_until_when(script, us):
    at = at_hand()
    script["GET /api/v1/scheduled_statuses/9"] = entry("9", at)
    script["DELETE /api/v1/scheduled_statuses/9"] = {}
    assert us.held_until("9") == at
    assert us.perform(Unschedule("9"), "k") == Sent("9")
    script["DELETE /api/v1/scheduled_statuses/9"] = Said({"error": "Record not found"}, 404)
    script["GET /api/v1/scheduled_statuses/9"] = Said({"error": "Record not found"}, 404)
    assert us.held_until("9") is None
    with pytest.raises(Missing):
        us.perform(Unschedule("9"), "k")


def test_a_poll_goes_out_with_its_options(script, us):
    script[POST] = status("200", content="<p>x</p>")
    us.perform(Publish("x", poll=Poll(("a", "b"), 3600, multiple=True)), "k")
    (asked,) = script.calls(POST)
    assert asked.json["poll"] == {"options": ["a", "b"], "expires_in": 3600, "multiple": True}


def test_the_limits_are_the_servers_own():
    told = signin.limits_of(
        {
            "configuration": {
                "polls": {
                    "max_options": 6,
                    "max_characters_per_option": 80,
                    "min_expiration": 60,
                    "max_expiration": 9999,
                },
                "media_attachments": {
                    "supported_mime_types": ["image/png", "video/mp4"],
                    "video_size_limit": 1234,
                },
            }
        }
    )["limits"]
    polls = (told["poll_options"], told["poll_option_length"], told["poll_min"], told["poll_max"])
    assert polls == (6, 80, 60, 9999)
    assert (told["video_kinds"], told["video_bytes"]) == (["video/mp4"], 1234)
    old = signin.limits_of({"poll_limits": {"max_options": 20, "max_option_chars": 200}})["limits"]
    assert (old["poll_options"], old["poll_option_length"]) == (20, 200)


def test_a_video_is_measured_as_one(script, us, tmp_path):
    folder = tmp_path / "media"
    folder.mkdir(exist_ok=True)
    (folder / "a.mp4").write_bytes(b"x" * 100)
    film = Attachment("a.mp4", "video/mp4", "tea")
    us.fits(Publish("x", media=(film,)))
    with pytest.raises(Rejected) as caught:
        us.fits(Publish("x", media=(film, film)))
    assert caught.value.why == "too_many"
