"""The shared servers come up, do what their helpers say, and two networks stand side by side."""

from __future__ import annotations

import socket
import time
import uuid

import pytest
import requests

from tests.conftest import NotLoopback
from tests.support.bluesky import Refused


def test_no_test_reaches_the_world():
    with pytest.raises(NotLoopback), socket.socket() as probe:
        probe.connect(("192.0.2.1", 80))
    with pytest.raises(socket.gaierror):
        socket.getaddrinfo("mastodon.example", 443)


@pytest.mark.e2e
def test_mastodon_keeps_state_and_fails_on_request(mastodon_server):
    alice = mastodon_server.user(f"alice{uuid.uuid4().hex[:8]}")
    made = mastodon_server.call("POST", "/api/v1/statuses", alice, status="杯子裂了")
    again = mastodon_server.call("GET", f"/api/v1/statuses/{made['id']}", alice)
    assert "杯子裂了" in again["content"]
    mastodon_server.fault(f"/api/v1/statuses/{made['id']}", "ratelimit", method="GET")
    answer = requests.get(
        f"{mastodon_server.url}/api/v1/statuses/{made['id']}", headers=alice.headers, timeout=120
    )
    assert answer.status_code == 429
    assert mastodon_server.call("GET", f"/api/v1/statuses/{made['id']}", alice)["id"] == made["id"]


@pytest.mark.e2e
def test_bluesky_notifies_of_a_reply(bluesky_network):
    alice, bob = bluesky_network.create_account(), bluesky_network.create_account()
    post = bluesky_network.post(alice, "何时补货？")
    reply = bluesky_network.post(bob, "下周", parent=post)
    told = bluesky_network.call("app.bsky.notification.listNotifications", alice, limit=100)
    assert [n["uri"] for n in told["notifications"] if n["reason"] == "reply"] == [reply["uri"]]


@pytest.mark.e2e
def test_bluesky_lags_and_expires_on_request(bluesky_network):
    alice = bluesky_network.create_account()
    with pytest.raises(Refused) as refused:
        bluesky_network.call("app.bsky.actor.getPreferences", bluesky_network.expired_token(alice))
    assert (refused.value.status, refused.value.error) == (400, "ExpiredToken")

    bluesky_network.sub_stop()
    made = bluesky_network.call(
        "com.atproto.repo.createRecord",
        alice,
        repo=alice.did,
        collection="app.bsky.feed.post",
        record={"text": "late", "createdAt": "2026-01-01T00:00:00Z"},
    )
    unseen = requests.get(
        f"{bluesky_network.appview}/xrpc/app.bsky.feed.getPosts",
        params={"uris": made["uri"]},
        timeout=120,
    ).json()
    assert unseen["posts"] == []
    bluesky_network.sub_start()
    deadline = time.monotonic() + 120
    while not bluesky_network.call("app.bsky.feed.getPosts", alice, uris=made["uri"])["posts"]:
        assert time.monotonic() < deadline, "the AppView did not catch up"


@pytest.mark.e2e
def test_two_bluesky_networks_stand_side_by_side(bluesky_network, other_bluesky_network):
    name = f"twin{uuid.uuid4().hex[:6]}"
    here = bluesky_network.create_account(name)
    there = other_bluesky_network.create_account(name)
    assert here.handle == there.handle
    assert here.did != there.did
    answer = requests.get(
        f"{other_bluesky_network.pds}/xrpc/com.atproto.server.describeServer", timeout=120
    )
    assert "RateLimit-Limit" in answer.headers


def test_recordings_of_a_real_server_are_read(mastodon_recordings):
    exchanges = [each for recording in mastodon_recordings for each in recording.exchanges]
    assert len(mastodon_recordings) > 300
    assert len(exchanges) > 1_200
    statuses = [e for e in exchanges if e.method == "POST" and e.url.endswith("/api/v1/statuses")]
    assert any(e.status == 200 and e.json()["id"] for e in statuses)
    assert {e.status for e in exchanges} >= {200, 401, 404}
