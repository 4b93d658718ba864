"""What goes out on a real network: once, whole, and only where it may."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cmapp.connectors.base import Pending, Sent
from cmapp.domain.actions import Attachment, Delete, Like, Publish, Reply, Target
from cmapp.domain.errors import Missing, Rejected, SignInNeeded, Uncertain
from cmapp.domain.records import Gone, Post
from cmapp.domain.streams import Stream
from cmapp.platforms.bluesky.shape import stamp
from tests.contract.platforms.bluesky.people import Person, new_key, now, target
from tests.support import faults

pytestmark = pytest.mark.e2e

PUT = r"/xrpc/com\.atproto\.repo\.putRecord"
UPLOAD = r"/xrpc/com\.atproto\.repo\.uploadBlob"
DAY = 86_400_000


def seen(person: Person, uri: str) -> Post:
    found = next(p for p in person.pull(Stream.THREAD, scope=uri) if isinstance(p, Post))
    return found


def test_links_tags_and_handles_go_live(alice: Person, bob: Person) -> None:
    handle = bob.account.handle
    text = f"你好👩‍👩‍👧 @{handle}，看https://example.com/退。#退款# @nobody.test"
    sent = alice.do(Publish(text, lang="zh_CN", made_at=now()))
    (lying,) = alice.posts()
    value = lying["value"]
    raw = text.encode()
    facets = {
        raw[f["index"]["byteStart"] : f["index"]["byteEnd"]].decode(): f["features"][0]
        for f in value["facets"]
    }
    assert set(facets) == {f"@{handle}", "https://example.com/", "#退款"}
    assert facets[f"@{handle}"]["did"] == bob.account.did
    assert value["langs"] == ["zh-CN"]
    alice.network.process_all()
    # Seen from the other side: a mention, with the very same spans.
    (heard,) = [r.post for r in bob.pull(Stream.INBOX) if getattr(r, "kind", "") == "mention"]
    assert isinstance(sent.record, Post) and heard.spans == sent.record.spans


@pytest.mark.parametrize(
    "effect",
    [
        faults.DropAnswer(),
        faults.Truncate(10),
        faults.Answer(500, {"error": "InternalServerError"}),
        faults.Answer(502, "<html>"),
        faults.Cut(),
    ],
    ids=lambda effect: type(effect).__name__,
)
def test_a_reply_whose_answer_is_lost_is_there_once(
    join: Callable[..., Person],
    fault_proxy: Callable[..., faults.FaultProxy],
    effect: faults.Effect,
) -> None:
    alice = join()
    way = fault_proxy(alice.network.pds)
    bob = join(server=way.url)
    parent = alice.network.post(alice.account, "什么时候发货？")
    action = Reply(target(seen(bob, parent["uri"])), "明天发货", made_at=now())
    key = new_key()
    for _ in range(2):
        way.on("POST", PUT, effect)
        with pytest.raises(Uncertain):
            bob.do(action, key)
    found = bob.again().find(action, key, 0)
    landed = isinstance(effect, faults.DropAnswer | faults.Truncate)
    assert (found is not None) is landed
    sent = bob.again().perform(action, key)
    assert isinstance(sent, Sent)
    (lying,) = bob.posts()
    assert lying["uri"] == sent.remote_id
    assert lying["value"]["reply"]["parent"]["uri"] == parent["uri"]
    if found is not None:
        assert found.remote_id == sent.remote_id


def test_a_late_first_attempt_can_only_meet_the_second(alice: Person) -> None:
    # Both of one row, in two processes that know nothing of each other.
    action, key = Publish("一次", made_at=now()), new_key()
    first = alice.again().perform(action, key)
    second = alice.again().perform(action, key)
    assert isinstance(first, Sent) and isinstance(second, Sent)
    assert first == second
    assert len(alice.posts()) == 1


def test_a_row_without_a_time_is_one_post_too(alice: Person) -> None:
    action, key = Publish("no time"), new_key()
    assert alice.do(action, key).remote_id == alice.do(action, key).remote_id
    assert len(alice.posts()) == 1


def test_another_text_under_the_same_key_is_refused(alice: Person) -> None:
    made_at, key = now(), new_key()
    alice.do(Publish("one", made_at=made_at), key)
    with pytest.raises(Rejected) as refused:
        alice.do(Publish("another", made_at=made_at), key)
    assert refused.value.facts["reason"] == "key_taken"
    assert [one["value"]["text"] for one in alice.posts()] == ["one"]


def test_what_was_written_days_ago_is_dated_today(alice: Person, bob: Person) -> None:
    # Readers find a post by its own time: three days back nobody would see it.
    parent = alice.network.post(alice.account, "question")
    action = Reply(
        target(seen(bob, parent["uri"])), "written on the train", made_at=now() - 3 * DAY
    )
    key = new_key()
    step = bob.connector.perform(action, key)
    assert isinstance(step, Pending)
    progress = json.loads(json.dumps(step.progress))
    first = bob.do(action, key, progress)
    assert isinstance(first.record, Post) and now() - first.record.created_at < 60_000
    # The time is kept with the row: the second attempt writes the very same record.
    assert bob.do(action, key, progress) == first
    assert len(bob.posts()) == 1


def test_parts_of_a_thread_follow_each_other(alice: Person, bob: Person) -> None:
    root = alice.network.post(alice.account, "root")
    made_at = now()
    parent, uris = seen(bob, root["uri"]), []
    for n in range(3):
        # As the outbox makes it: nothing is known of the part before but what `Sent` told.
        place = Target(parent.remote_id, facts=parent.facts, root=parent.root)
        sent = bob.do(Reply(place, f"part {n}", made_at=made_at))
        assert isinstance(sent.record, Post)
        parent = sent.record
        uris.append(sent.remote_id)
    lying = {one["uri"]: one["value"]["reply"] for one in bob.posts()}
    assert [lying[uri]["parent"]["uri"] for uri in uris] == [root["uri"], *uris[:2]]
    assert {one["root"]["uri"] for one in lying.values()} == {root["uri"]}


def test_a_reply_needs_no_facts_and_takes_any_name_of_its_target(
    alice: Person, bob: Person
) -> None:
    root = alice.network.post(alice.account, "root")
    below = bob.network.post(bob.account, "below", parent=root)
    named = below["uri"].replace(bob.account.did, bob.account.handle)
    alice.do(Reply(Target(named), "bare", made_at=now()))
    reply = next(one["value"]["reply"] for one in alice.posts() if "reply" in one["value"])
    strong = ("uri", "cid")
    assert reply["parent"] == {k: below[k] for k in strong}
    assert reply["root"] == {k: root[k] for k in strong}


def test_a_deleted_parent_is_missing_unless_ours_is_there_already(
    alice: Person, bob: Person
) -> None:
    parent = alice.network.post(alice.account, "soon gone")
    place = target(seen(bob, parent["uri"]))
    action, key = Reply(place, "in time", made_at=now()), new_key()
    sent = bob.do(action, key)
    alice.network.delete(alice.account, parent["uri"])
    with pytest.raises(Missing):
        bob.do(Reply(place, "too late", made_at=now()))
    assert bob.do(action, key) == sent
    assert len(bob.posts()) == 1


def test_a_closed_thread_is_not_answered(alice: Person, bob: Person) -> None:
    parent = alice.network.post(alice.account, "no answers")
    place = target(seen(bob, parent["uri"]))
    alice.network.call(
        "com.atproto.repo.createRecord",
        alice.account,
        repo=alice.account.did,
        collection="app.bsky.feed.threadgate",
        rkey=parent["uri"].rpartition("/")[2],
        record={
            "$type": "app.bsky.feed.threadgate",
            "post": parent["uri"],
            "allow": [],
            "createdAt": stamp(now()),
        },
    )
    alice.network.process_all()
    with pytest.raises(Rejected) as refused:
        bob.do(Reply(place, "but", made_at=now()))
    assert refused.value.facts["reason"] == "not_allowed"
    assert bob.posts() == []


def picture(person: Person, name: str, size: int = 0) -> Attachment:
    # One red pixel; what follows the end of a PNG is nobody's business.
    whole = bytes.fromhex(
        "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763"
        "f8cfc0000003010100c9fe92ef0000000049454e44ae426082"
    )
    (Path(person.connector.profile) / "media" / name).write_bytes(whole.ljust(size, b"\0"))
    return Attachment(name, "image/png", alt="一个红点 🔴", width=1, height=1)


def test_killed_between_upload_and_post_costs_nothing(
    join: Callable[..., Person], fault_proxy: Callable[..., faults.FaultProxy]
) -> None:
    way = fault_proxy(join().network.pds)
    alice = join(server=way.url)
    media = (picture(alice, "one.png"), picture(alice, "two.png", 500))
    action, key = Publish("两张", media=media, made_at=now()), new_key()
    progress: Any = None
    for step in range(2):
        # A new connector for each step: what is known is what the outbox kept.
        outcome = alice.again().perform(action, key, progress)
        assert isinstance(outcome, Pending)
        progress = json.loads(json.dumps(outcome.progress))
        assert len(way.calls("POST", UPLOAD)) == step + 1
        assert alice.posts() == []
    sent = alice.again().perform(action, key, progress)
    assert isinstance(sent, Sent)
    assert len(way.calls("POST", UPLOAD)) == 2
    (lying,) = alice.posts()
    images = lying["value"]["embed"]["images"]
    assert [one["alt"] for one in images] == ["一个红点 🔴"] * 2
    assert images[0]["aspectRatio"] == {"width": 1, "height": 1}
    alice.network.process_all()
    (pulled,) = alice.pull(Stream.OWN_POSTS)
    assert isinstance(pulled, Post) and [m.alt for m in pulled.media] == ["一个红点 🔴"] * 2


def test_an_upload_that_the_server_forgot_is_made_again(alice: Person) -> None:
    action = Publish("图", media=(picture(alice, "one.png"),), made_at=now())
    key = new_key()
    step = alice.connector.perform(action, key)
    assert isinstance(step, Pending)
    blob = step.progress["blobs"][0]
    forgotten = {
        **blob,
        "ref": {"$link": "bafkreifzjut3te7nhyekklss27nh3k72ysco7y32koao5eei66wof36n5e"},
    }
    sent = alice.do(action, key, {**step.progress, "blobs": [forgotten]})
    (lying,) = alice.posts()
    assert lying["uri"] == sent.remote_id
    assert lying["value"]["embed"]["images"][0]["image"]["ref"] == blob["ref"]


def test_a_picture_that_this_server_finds_too_big_is_refused_with_its_limit(
    alice: Person,
) -> None:
    action = Publish("大", media=(picture(alice, "big.png", 1_500_000),), made_at=now())
    with pytest.raises(Rejected) as refused:
        alice.do(action)
    facts = refused.value.facts
    assert (facts["field"], facts["reason"]) == ("media", "too_big")
    assert (facts["limit"], facts["size"]) == (1_000_000, 1_500_000)
    assert alice.posts() == []


@pytest.mark.parametrize("text", ["x" * 300, "字" * 300, "👩‍👩‍👧" * 166])
def test_the_server_agrees_with_our_limits(alice: Person, text: str) -> None:
    alice.do(Publish(text, made_at=now()))
    with pytest.raises(Rejected) as ours:
        alice.do(Publish(text + text[-5:], made_at=now()))
    assert ours.value.facts["reason"] == "too_long"
    record = {"$type": "app.bsky.feed.post", "text": text + text[-5:], "createdAt": stamp(now())}
    with pytest.raises(Exception, match="too big"):
        alice.network.call(
            "com.atproto.repo.createRecord",
            alice.account,
            repo=alice.account.did,
            collection="app.bsky.feed.post",
            record=record,
        )


@pytest.mark.parametrize(
    ("action", "field"),
    [
        (Publish(""), "text"),
        (Publish("  \n"), "text"),
        (Publish("\ud800"), "text"),
        (Publish("x", media=(Attachment("a.png", "image/png", alt="\ud800"),)), "alt"),
        (Publish("hidden", visibility="private"), "visibility"),
        (Publish("warned", spoiler="food"), "spoiler"),
        (Publish("x", media=(Attachment("no.png", "image/png"),)), "media"),
        (Publish("x", media=(Attachment("a.svg", "image/svg+xml"),)), "media"),
    ],
)
def test_what_cannot_be_sent_is_refused_before_the_network(
    alice: Person, action: Publish, field: str
) -> None:
    with pytest.raises(Rejected) as refused:
        alice.do(action)
    assert refused.value.facts["field"] == field
    assert alice.posts() == []


def test_deleting_is_done_once_and_of_our_own_alone(alice: Person, bob: Person) -> None:
    sent = alice.do(Publish("gone soon", made_at=now()))
    action = Delete(Target(sent.remote_id))
    assert alice.connector.find(action, "k", 0) is None
    assert alice.do(action) == Sent(sent.remote_id, Gone(sent.remote_id))
    assert alice.do(action) == alice.connector.find(action, "k", 0)
    assert alice.posts() == []
    theirs = bob.network.post(bob.account, "theirs")
    with pytest.raises(Rejected):
        alice.do(Delete(Target(theirs["uri"])))


def test_a_post_liked_elsewhere_is_not_liked_twice(alice: Person, bob: Person) -> None:
    post = alice.network.post(alice.account, "liked")
    bob.network.call(
        "com.atproto.repo.createRecord",
        bob.account,
        repo=bob.account.did,
        collection="app.bsky.feed.like",
        record={
            "$type": "app.bsky.feed.like",
            "subject": {k: post[k] for k in ("uri", "cid")},
            "createdAt": stamp(now()),
        },
    )
    bob.network.process_all()
    bob.do(Like(Target(post["uri"])))
    likes = bob.network.call(
        "com.atproto.repo.listRecords", repo=bob.account.did, collection="app.bsky.feed.like"
    )
    assert len(likes["records"]) == 1


def test_a_like_whose_answer_was_lost_is_found_where_it_would_be_written(
    alice: Person, bob: Person
) -> None:
    post = alice.network.post(alice.account, "liked")
    bob.network.process_all()
    like = Like(Target(post["uri"]))
    assert bob.connector.find(like, "k", 0) is None
    made = bob.do(like)
    assert bob.connector.find(like, "k", 0) == made


# The session.


def test_an_expired_token_is_renewed_and_kept_before_use(alice: Person) -> None:
    secrets = {
        "access": alice.network.expired_token(alice.account),
        "refresh": alice.account.refresh,
    }
    connector = alice.again(**secrets)
    kept = connector.secrets
    assert list(connector.pull(Stream.OWN_POSTS))
    assert kept.kept == ["access+refresh"]  # type: ignore[attr-defined]
    assert kept.get("access") != secrets["access"]


def test_an_expired_token_in_the_middle_of_a_deed_costs_nothing(alice: Person) -> None:
    secrets = {
        "access": alice.network.expired_token(alice.account),
        "refresh": alice.account.refresh,
    }
    sent = alice.again(**secrets).perform(Publish("still", made_at=now()), new_key())
    assert isinstance(sent, Sent)
    assert len(alice.posts()) == 1


def test_an_app_password_alone_is_enough(alice: Person) -> None:
    connector = alice.again(password=alice.secrets["password"])
    assert list(connector.pull(Stream.OWN_POSTS))


def test_dead_tokens_fall_back_on_the_app_password_and_then_on_the_person(alice: Person) -> None:
    dead = {"access": "not.a.token", "refresh": "not.a.token"}
    connector = alice.again(**dead, password=alice.secrets["password"])
    assert list(connector.pull(Stream.OWN_POSTS))
    alice.network.call("com.atproto.server.revokeAppPassword", alice.account, name="cmapp")
    for secrets in (dead, {**dead, "password": alice.secrets["password"]}):
        with pytest.raises(SignInNeeded):
            list(alice.again(**secrets).pull(Stream.INBOX))


def test_another_connectors_renewal_is_taken_over(alice: Person) -> None:
    connector = alice.again(
        access=alice.network.expired_token(alice.account), refresh="used up by the other one"
    )
    connector.secrets.put(access=alice.account.access)
    assert list(connector.pull(Stream.OWN_POSTS))
