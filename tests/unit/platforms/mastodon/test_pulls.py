"""Reading lists and threads from servers that end them in their own ways."""

from __future__ import annotations

import dataclasses
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from cmapp.connectors.base import Json
from cmapp.domain.errors import Flaky, Garbled, SignInNeeded, Throttled
from cmapp.domain.records import Gone, Interaction, Post, Record
from cmapp.domain.streams import Stream
from cmapp.platforms.mastodon import Mastodon
from cmapp.system import clock
from tests.unit.platforms.mastodon.scripted import (
    Asked,
    Said,
    Script,
    account,
    connector,
    mastodon,
    status,
)


@pytest.fixture
def us(script: Script, tmp_path: Path) -> Mastodon:
    mastodon(script)
    return connector(script, tmp_path)


def at(minutes_ago: int) -> str:
    return datetime.fromtimestamp(clock.now() / 1000 - minutes_ago * 60, UTC).isoformat()


def mentions(count: int) -> list[dict[str, Any]]:
    """Return `count` notifications, newest first."""
    return [
        {
            "id": str(1000 - back),
            "type": "mention",
            "created_at": at(back),
            "account": account("7", "bob"),
            "status": status(str(2000 - back), account=account("7", "bob"), created_at=at(back)),
        }
        for back in range(count)
    ]


class List:
    """A list of Mastodon's kind: pages by max_id, with a Link header as `habit` has it."""

    def __init__(self, entries: list[dict[str, Any]], habit: str = "mastodon") -> None:
        self.entries = entries
        self.habit = habit

    def __call__(self, asked: Asked) -> Said:
        limit = int(asked.query["limit"])
        below = int(asked.query.get("max_id", 10**9))
        found = [entry for entry in self.entries if int(entry["id"]) < below][:limit]
        last = found[-1]["id"] if found else "0"
        following = f'<http://inside:3000/x?limit=2&max_id={last}>; rel="next"'
        match self.habit:
            case "mastodon" if len(found) == limit:
                return Said(found, headers={"Link": following})
            case "gotosocial" if found:
                return Said(found, headers={"Link": following})
            case "for ever":
                return Said(found, headers={"Link": following})
            case "no links":
                return Said(found)
        return Said(found, headers={"Link": '<http://inside:3000/x?min_id=1>; rel="prev"'})


def pull(us: Mastodon, stream: Stream, cursor: Json = None) -> tuple[list[Record], Json]:
    records: list[Record] = []
    for page in us.pull(stream, cursor=cursor):
        records += page.records
        cursor = json.loads(json.dumps(page.cursor))
    return records, cursor


@pytest.mark.parametrize("habit", ["mastodon", "gotosocial", "for ever", "no links"])
def test_a_list_is_read_to_its_end_however_it_says_so(script, us, habit):
    script["GET /api/v1/notifications"] = List(mentions(95), habit)
    found, cursor = pull(us, Stream.INBOX)
    keys = [record.remote_key for record in found if isinstance(record, Interaction)]
    assert sorted(set(keys)) == sorted(f"post:{2000 - back}" for back in range(95))
    assert len(script.asked) < 8
    script.asked.clear()
    again, _ = pull(us, Stream.INBOX, cursor)
    assert len(script.asked) <= 3
    assert {r.remote_key for r in again if isinstance(r, Interaction)} <= set(keys)


def test_a_list_cut_anywhere_loses_nothing(script, us):
    everything = mentions(200)
    served = List(everything[120:])
    script["GET /api/v1/notifications"] = served
    seen: set[str] = set()
    cursor: Json = None
    for step in range(12):
        if step % 2:
            # New ones come in while the walk is cut.
            served.entries = everything[max(0, 120 - step * 11) :]
        for page in us.pull(Stream.INBOX, cursor=cursor):
            seen |= {r.remote_key for r in page.records if isinstance(r, Interaction)}
            cursor = json.loads(json.dumps(page.cursor))
            break
    served.entries = everything
    for _ in range(2):
        records, cursor = pull(us, Stream.INBOX, cursor)
        seen |= {r.remote_key for r in records if isinstance(r, Interaction)}
    assert len(seen) == 200


def test_the_first_walk_goes_back_thirty_days(script, us):
    entries = mentions(400)
    for back, entry in enumerate(entries):
        entry["created_at"] = at(back * 60 * 12)
    script["GET /api/v1/notifications"] = List(entries)
    found, _ = pull(us, Stream.INBOX)
    assert 60 <= len(found) <= 120


def test_our_own_posts_are_without_boosts_whatever_the_server_sends(script, us):
    listed = [
        status("3", created_at=at(1), reblog=status("9")),
        status("2", created_at=at(2), in_reply_to_id="1", in_reply_to_account_id="7"),
        status("1", created_at=at(3)),
    ]
    script["GET /api/v1/accounts/1/statuses"] = List(listed)
    found, _ = pull(us, Stream.OWN_POSTS)
    assert [record.remote_id for record in found if isinstance(record, Post)] == ["2", "1"]
    assert script.asked[0].query["exclude_reblogs"] == "true"


def test_conversations_that_are_empty_or_missing(script, us):
    bob = status("5", account=account("7", "bob"), visibility="direct", created_at=at(1))
    script["GET /api/v1/conversations"] = [
        {"id": "8", "accounts": [], "last_status": None},
        {"id": "7", "accounts": [], "last_status": bob},
    ]
    found, cursor = pull(us, Stream.MESSAGES)
    assert {r.remote_key for r in found if isinstance(r, Interaction)} == {"post:5"}
    del script.rules["GET /api/v1/conversations"]
    assert pull(us, Stream.MESSAGES, cursor)[0] == []


def test_a_thread(script, us):
    script["GET /api/v1/statuses/2"] = status("2", in_reply_to_id="1")
    script["GET /api/v1/statuses/2/context"] = {
        "ancestors": [status("1")],
        "descendants": [status("3", in_reply_to_id="2")],
    }
    (page,) = us.pull(Stream.THREAD, scope="2")
    found = [r for r in page.records if isinstance(r, Post)]
    assert [(r.remote_id, r.root) for r in found] == [("1", "1"), ("2", "1"), ("3", "1")]


@pytest.mark.parametrize("number", [404, 410])
@pytest.mark.parametrize("path", ["GET /api/v1/statuses/2", "GET /api/v1/statuses/2/context"])
def test_a_thread_whose_post_is_gone(script, us, path, number):
    script["GET /api/v1/statuses/2"] = status("2")
    script[path] = Said({"error": "Record not found"}, number)
    (page,) = us.pull(Stream.THREAD, scope="2")
    assert page.records == (Gone("2"),)


def test_one_odd_entry_stops_no_inbox(script, us):
    odd = {"id": "2", "type": "follow", "account": account()}  # it has no time
    good = odd | {"id": "1", "created_at": "2026-11-01T10:00:00.000Z"}
    script["GET /api/v1/notifications"] = [odd, good]
    page = next(us.pull(Stream.INBOX))
    assert [r.remote_key for r in page.records] == ["notification:1"]
    assert page.skipped == 1


def test_an_id_is_never_a_path(script, us):
    list(us.pull(Stream.THREAD, scope="../../admin?x=1"))
    assert script.asked[0].path == "/api/v1/statuses/..%2F..%2Fadmin%3Fx%3D1"


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        (Said(b"<html>"), Garbled),
        (Said(b'[{"id": "1"'), Garbled),
        (Said({"not": "a list"}), Garbled),
        (Said([{"id": "1", "type": "follow", "account": account()}] * 3), Garbled),
        (Said([17, None, {}]), Garbled),
        (Said({"error": "x"}, 422), Garbled),
        (Said({"error": "x"}, 500), Flaky),
        (Said(None, 0), Flaky),
        (Said({"error": "x"}, 429, {"X-RateLimit-Reset": "2099-01-01T00:00:00Z"}), Throttled),
        (Said({"error": "rate limit reached"}, 429), Throttled),
        (Said({"error": "x"}, 403), SignInNeeded),
    ],
)
def test_an_inbox_that_cannot_be_read(script, us, answer, error):
    script["GET /api/v1/notifications"] = answer
    with pytest.raises(error):
        pull(us, Stream.INBOX)


def test_a_token_that_died(script, us):
    us.secrets.put(token="revoked")
    script["GET /api/v1/notifications"] = Said({"error": "x"}, 401)
    with pytest.raises(SignInNeeded) as caught:
        pull(us, Stream.INBOX)
    assert caught.value.why == "token_refused"


def test_new_limits_are_noticed(script, us):
    fresh = us.refresh()
    assert fresh is not None
    assert fresh["limits"]["characters"] == 20
    us.grant = dataclasses.replace(us.grant, facts=fresh)
    assert us.refresh() is None
    assert us.limits().characters == 20
