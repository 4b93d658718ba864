"""Every status, account, notification and conversation that a real server was recorded giving."""

from __future__ import annotations

from collections import Counter
from html.parser import HTMLParser
from typing import Any

import pytest

from cmapp.domain.limits import Limits
from cmapp.domain.records import Interaction, Kind, Post
from cmapp.platforms.mastodon import shape, signin
from tests.fire import recorded
from tests.fire.recorded import pushed
from tests.support import cassettes

KINDS = {"mention": {Kind.MENTION, Kind.REPLY, Kind.MESSAGE}, "follow": {Kind.FOLLOW}}
Entity = dict[str, Any]


@pytest.fixture(scope="module")
def entities(mastodon_recordings: list[cassettes.Recording]) -> list[Entity]:
    return recorded.entities(mastodon_recordings)


def those(entities: list[Entity], *keys: str) -> list[Entity]:
    return [entity for entity in entities if all(key in entity for key in keys)]


def text_nodes(html: str) -> str:
    """Return what is left of HTML without its tags, read by another parser than ours."""

    class Texts(HTMLParser):
        def __init__(self) -> None:
            super().__init__()
            self.pieces: list[str] = []

        def handle_data(self, data: str) -> None:
            self.pieces.append(data)

    parser = Texts()
    parser.feed(html)
    return "".join("".join(parser.pieces).split())


def test_the_recordings_are_all_there(mastodon_recordings: list[cassettes.Recording]) -> None:
    assert len(mastodon_recordings) + len(pushed()) == 331


def test_every_status_becomes_a_post_without_loss(entities: list[Entity]) -> None:
    statuses = those(entities, "content", "account", "visibility", "created_at")
    assert len(statuses) > 500
    for status in statuses:
        found = shape.post(status)
        assert found.remote_id == status["id"]
        assert found.author.remote_id == status["account"]["id"]
        assert found.parent == status["in_reply_to_id"]
        assert found.visibility == status["visibility"]
        assert found.counts["likes"] == status["favourites_count"]
        assert found.counts["quotes"] == status.get("quotes_count")
        assert (found.edited_at is None) == (status.get("edited_at") is None)
        assert [m.alt for m in found.media] == [
            m["description"] for m in status["media_attachments"]
        ]
        assert found.facts.get("mentions", []) == [m["acct"] for m in status["mentions"]]
        assert found.url == status["url"]
        bare = "".join(found.text.split())
        assert bare == "".join(status["spoiler_text"].split()) + text_nodes(status["content"])
        for span in found.spans:
            assert 0 <= span.start < span.end <= len(found.text)


def test_every_account_becomes_a_person(entities: list[Entity]) -> None:
    accounts = those(entities, "acct", "username", "followers_count")
    assert len(accounts) > 1000
    for account in accounts:
        found = shape.profile(account)
        assert (found.remote_id, found.handle) == (account["id"], account["acct"])
        assert found.followers == account["followers_count"]


def test_every_notification_becomes_an_interaction(entities: list[Entity]) -> None:
    notifications = [
        entity
        for entity in those(entities, "type", "created_at", "account", "id")
        if isinstance(entity["account"], dict)
    ]
    seen: Counter[str] = Counter()
    for notification in notifications:
        (found,) = [
            record
            for record in shape.notification(notification, "0")
            if isinstance(record, Interaction)
        ]
        # A mention whose status is gone is told with none.
        empty = "status" in notification and notification["status"] is None
        expected = {Kind.OTHER} if empty else KINDS.get(notification["type"], {Kind.OTHER})
        assert found.kind in expected
        assert found.actor.remote_id == notification["account"]["id"]
        seen[notification["type"]] += 1
    assert {"mention", "follow", "status", "admin.sign_up"} <= set(seen)


def test_every_conversation_is_the_message_that_its_notification_was(
    entities: list[Entity],
) -> None:
    conversations = those(entities, "accounts", "last_status", "unread")
    assert conversations
    for conversation in conversations:
        status = conversation["last_status"]
        if status is None:
            assert shape.conversation(conversation, "0") == ()
            continue
        (found,) = shape.conversation(conversation, "0")
        assert isinstance(found, Interaction)
        assert found.kind is Kind.MESSAGE
        (ours,) = shape.conversation(conversation, status["account"]["id"])
        assert isinstance(ours, Post)


def test_every_context_becomes_a_thread(
    mastodon_recordings: list[cassettes.Recording], entities: list[Entity]
) -> None:
    contexts = those(entities, "ancestors", "descendants")
    assert contexts
    statuses = {s["id"]: s for s in those(entities, "content", "account", "visibility")}
    for context in contexts:
        parents = {s["in_reply_to_id"] for s in context["descendants"]}
        known = [statuses[number] for number in parents if number in statuses]
        for status in known[:1]:
            found = shape.thread(status, context)
            assert len(found) == 1 + len(context["ancestors"]) + len(context["descendants"])
            assert len({post.root for post in found}) == 1


def test_every_instance_tells_its_limits(entities: list[Entity]) -> None:
    instances = those(entities, "configuration", "version")
    assert instances
    for instance in instances:
        told = signin.limits_of(instance)
        limits = Limits.from_facts(told["limits"])
        statuses = instance["configuration"]["statuses"]
        assert limits.characters == statuses["max_characters"]
        assert limits.media_count == statuses["max_media_attachments"]
        assert limits.link_length == statuses["characters_reserved_per_url"]
        assert limits.media_bytes is not None
        assert limits.media_kinds
