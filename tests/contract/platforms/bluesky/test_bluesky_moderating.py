"""Moderation on a real network: what other programs did is respected, and their doing undone."""

from __future__ import annotations

from typing import Any

import pytest

from cmapp.domain.actions import Block, Hide, Target, Unblock, Unhide
from cmapp.platforms.bluesky.moderating import BLOCK, GATE
from cmapp.platforms.bluesky.shape import stamp
from tests.contract.platforms.bluesky.people import Person, now

pytestmark = pytest.mark.e2e


def write(person: Person, collection: str, rkey: str | None, **fields: Any) -> str:
    """Write a record as another program of the same account would."""
    more = {} if rkey is None else {"rkey": rkey}
    made = person.network.call(
        "com.atproto.repo.createRecord",
        person.account,
        repo=person.account.did,
        collection=collection,
        record={"$type": collection, "createdAt": stamp(now()), **fields},
        **more,
    )
    person.network.process_all()
    return str(made["uri"])


def records(person: Person, collection: str) -> list[dict[str, Any]]:
    found = person.network.call(
        "com.atproto.repo.listRecords", repo=person.account.did, collection=collection, limit=100
    )
    return [one["value"] for one in found["records"]]


def test_hiding_keeps_what_the_gate_says_already(alice: Person, bob: Person) -> None:
    post = alice.network.post(alice.account, "What do you think?")
    answer = bob.network.post(bob.account, "It is ugly", parent=post)
    rkey = post["uri"].rpartition("/")[2]
    rule = {"$type": f"{GATE}#followingRule"}
    other = f"at://{bob.account.did}/app.bsky.feed.post/3kaaaaaaaaaaa"
    write(alice, GATE, rkey, post=post["uri"], allow=[rule], hiddenReplies=[other])
    (before,) = records(alice, GATE)
    there = Target(
        answer["uri"],
        author=bob.account.did,
        root=post["uri"],
        root_author=alice.account.did,
    )
    alice.do(Hide(there))
    (gate,) = records(alice, GATE)
    assert gate["allow"] == [rule] and gate["hiddenReplies"] == [other, answer["uri"]]
    assert gate["createdAt"] == before["createdAt"]
    alice.network.process_all()
    seen = alice.network.call("app.bsky.feed.getPostThread", bob.account, uri=post["uri"])
    hidden = (seen.get("threadgate") or seen["thread"]["post"]["threadgate"])["record"][
        "hiddenReplies"
    ]
    assert answer["uri"] in hidden, "others are told so by the network"
    alice.do(Unhide(there))
    assert records(alice, GATE) == [before]


def test_a_first_hidden_answer_leaves_the_thread_open_to_all(alice: Person, bob: Person) -> None:
    post = alice.network.post(alice.account, "What do you think?")
    answer = bob.network.post(bob.account, "It is ugly", parent=post)
    there = Target(answer["uri"], author=bob.account.did, root=post["uri"])
    alice.do(Hide(there))
    (gate,) = records(alice, GATE)
    assert "allow" not in gate, "no rule is what lets everybody answer"
    alice.network.process_all()
    bob.network.post(bob.account, "And yet I may answer", parent=post)


def test_a_block_of_another_program_is_the_block_and_is_taken_back(
    alice: Person, bob: Person
) -> None:
    theirs = write(alice, BLOCK, None, subject=bob.account.did)
    there = Target("", author=bob.account.did)
    assert alice.do(Block(there)).remote_id == theirs
    assert len(records(alice, BLOCK)) == 1
    alice.do(Unblock(there))
    assert records(alice, BLOCK) == []
