"""What a pull brings from a real network, through each of its traps."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cmapp.connectors.base import Page
from cmapp.domain.actions import Reply
from cmapp.domain.errors import Missing
from cmapp.domain.records import Gone, Interaction, Kind, Post
from cmapp.domain.streams import Stream
from cmapp.platforms.bluesky import facets, reading
from cmapp.platforms.bluesky.shape import stamp
from tests.contract.platforms.bluesky.people import Person, now, target

pytestmark = pytest.mark.e2e

HOUR = 3_600_000


def write(person: Person, collection: str, record: dict[str, Any], **more: Any) -> dict[str, Any]:
    made = person.network.call(
        "com.atproto.repo.createRecord",
        person.account,
        repo=person.account.did,
        collection=collection,
        record={"$type": collection, "createdAt": stamp(now()), **record},
        **more,
    )
    person.network.process_all()
    return made


def replies(
    person: Person, parent: dict[str, Any], texts: list[tuple[str, int]]
) -> list[dict[str, Any]]:
    """Write many replies at once: (text, createdAt in ms)."""
    ref = {"uri": parent["uri"], "cid": parent["cid"]}
    made = person.network.call(
        "com.atproto.repo.applyWrites",
        person.account,
        repo=person.account.did,
        writes=[
            {
                "$type": "com.atproto.repo.applyWrites#create",
                "collection": "app.bsky.feed.post",
                "value": {
                    "$type": "app.bsky.feed.post",
                    "text": text,
                    "createdAt": stamp(at),
                    "reply": {"root": ref, "parent": ref},
                },
            }
            for text, at in texts
        ],
    )
    person.network.process_all()
    return list(made["results"])


def said(records: list[Any]) -> dict[str, Interaction]:
    return {r.remote_key: r for r in records if isinstance(r, Interaction)}


def test_every_kind_of_notice_is_told(alice: Person, bob: Person) -> None:
    post = alice.network.post(alice.account, "我们的新产品")
    ref = {"uri": post["uri"], "cid": post["cid"]}
    bob.network.post(bob.account, "什么时候发货？", parent=post)
    write(bob, "app.bsky.feed.like", {"subject": ref})
    write(bob, "app.bsky.feed.repost", {"subject": ref})
    write(bob, "app.bsky.graph.follow", {"subject": alice.account.did})
    quote = {"$type": "app.bsky.embed.record", "record": ref}
    write(bob, "app.bsky.feed.post", {"text": "看看这个", "embed": quote})
    handle = f"@{alice.account.handle}"
    mention = {
        "index": {"byteStart": len("你好".encode()), "byteEnd": len(f"你好{handle}".encode())},
        "features": [{"$type": "app.bsky.richtext.facet#mention", "did": alice.account.did}],
    }
    write(bob, "app.bsky.feed.post", {"text": f"你好{handle}", "facets": [mention]})

    found = alice.pull(Stream.INBOX)
    by_kind = {r.kind: r for r in found if isinstance(r, Interaction)}
    assert set(by_kind) == {
        Kind.REPLY,
        Kind.REACTION,
        Kind.REPOST,
        Kind.FOLLOW,
        Kind.QUOTE,
        Kind.MENTION,
    }
    reply = by_kind[Kind.REPLY]
    assert reply.post is not None and reply.post.text == "什么时候发货？"
    assert reply.remote_key == f"post:{reply.post.remote_id}"
    assert reply.target == reply.post.parent == reply.post.root == post["uri"]
    assert reply.post.can_reply is True
    assert reply.actor.remote_id == bob.account.did
    heard = by_kind[Kind.MENTION].post
    assert heard is not None
    span = heard.spans[0]
    assert heard.text[span.start : span.end] == handle
    assert span.target == alice.account.did
    assert by_kind[Kind.REACTION].remote_key == f"reaction:{bob.account.did}:{post['uri']}"
    # Our own post rides along, with today's counts.
    ours = next(r for r in found if isinstance(r, Post) and r.remote_id == post["uri"])
    assert ours.counts == {"replies": 1, "likes": 1, "reposts": 1, "quotes": 1}


def test_a_second_pull_brings_nothing_new(alice: Person, bob: Person) -> None:
    post = alice.network.post(alice.account, "root")
    bob.network.post(bob.account, "reply", parent=post)
    pages = list(alice.connector.pull(Stream.INBOX))
    first = said([r for page in pages for r in page.records])
    assert said(alice.pull(Stream.INBOX, cursor=pages[-1].cursor)) == first


def test_a_page_border_within_one_moment_loses_nothing(
    alice: Person, bob: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Pages of 7 stand for pages of 100: the network passes over what shares the border's time.
    monkeypatch.setattr(reading, "PAGE", 7)
    post = alice.network.post(alice.account, "root")
    at = now() - HOUR
    texts = [(f"then {n}", at) for n in range(6)] + [(f"later {n}", at + n + 1) for n in range(5)]
    replies(bob, post, texts + [(f"before {n}", at - n - 1) for n in range(5)])
    found = said(alice.pull(Stream.INBOX))
    assert {i.post.text for i in found.values() if i.post} == {text for text, _ in texts} | {
        f"before {n}" for n in range(5)
    }


def test_the_network_itself_does_lose_them(
    alice: Person, bob: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The reason for the overlap: where this no longer fails, it may go.
    monkeypatch.setattr(reading, "PAGE", 7)
    monkeypatch.setattr(reading, "overlapping", lambda times, cursor: cursor)
    post = alice.network.post(alice.account, "root")
    at = now() - HOUR
    replies(bob, post, [(f"then {n}", at) for n in range(6)])
    replies(bob, post, [(f"later {n}", at + n + 1) for n in range(5)])
    assert len(said(alice.pull(Stream.INBOX))) < 11


def test_a_back_dated_reply_is_met(alice: Person, bob: Person) -> None:
    post = alice.network.post(alice.account, "root", createdAt=stamp(now() - 30 * HOUR))
    replies(bob, post, [("on time", now() - 1000)])
    pages = list(alice.connector.pull(Stream.INBOX))
    replies(bob, post, [("dated back", now() - 20 * HOUR)])
    found = said(alice.pull(Stream.INBOX, cursor=pages[-1].cursor))
    assert {i.post.text for i in found.values() if i.post} == {"on time", "dated back"}


def test_a_reply_from_the_future_is_of_now(alice: Person, bob: Person) -> None:
    post = alice.network.post(alice.account, "root")
    replies(bob, post, [("from 2030", 1_900_000_000_000)])
    (found,) = said(alice.pull(Stream.INBOX)).values()
    assert abs(found.created_at - now()) < 120_000


def test_a_killed_pull_goes_on_where_it_was(
    alice: Person, bob: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "PAGE", 4)
    post = alice.network.post(alice.account, "root")
    at = now() - HOUR
    replies(bob, post, [(f"reply {n}", at + n // 2) for n in range(18)])
    for stop_after in (1, 2, 3):
        seen: dict[str, Interaction] = {}
        cursor = None
        for count, page in enumerate(alice.connector.pull(Stream.INBOX), 1):
            seen |= said(list(page.records))
            cursor = page.cursor
            if count == stop_after:
                break
        late = replies(bob, post, [(f"late {stop_after}", now())])
        seen |= said(alice.pull(Stream.INBOX, cursor=cursor))
        assert f"post:{late[0]['uri']}" in seen
        assert {f"reply {n}" for n in range(18)} <= {i.post.text for i in seen.values() if i.post}


def test_own_posts_are_ours_with_their_counts(alice: Person, bob: Person) -> None:
    post = alice.network.post(alice.account, "ours")
    theirs = bob.network.post(bob.account, "theirs")
    write(alice, "app.bsky.feed.repost", {"subject": {k: theirs[k] for k in ("uri", "cid")}})
    answer = alice.network.post(alice.account, "our reply", parent=theirs)
    bob.network.post(bob.account, "a reply", parent=post)
    found = {r.remote_id: r for r in alice.pull(Stream.OWN_POSTS)}
    assert set(found) == {post["uri"], answer["uri"]}
    ours = found[post["uri"]]
    assert isinstance(ours, Post)
    assert ours.counts["replies"] == 1


def test_a_reply_that_no_notice_told_of_is_counted_and_in_the_thread(
    alice: Person, bob: Person
) -> None:
    alice.network.sub_stop()
    try:
        post = alice.network.call(
            "com.atproto.repo.createRecord",
            alice.account,
            repo=alice.account.did,
            collection="app.bsky.feed.post",
            record={
                "$type": "app.bsky.feed.post",
                "text": "root",
                "createdAt": stamp(now()),
            },
        )
    finally:
        alice.network.sub_start()
    alice.network.process_all()
    reply = bob.network.post(bob.account, "quiet", parent=post)
    (ours,) = alice.pull(Stream.OWN_POSTS)
    assert isinstance(ours, Post) and ours.counts["replies"] == 1
    thread = {r.remote_id for r in alice.pull(Stream.THREAD, scope=post["uri"])}  # type: ignore[union-attr]
    assert thread == {post["uri"], reply["uri"]}


def test_a_thread_is_whole_from_any_of_its_posts(
    alice: Person, bob: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "DEPTH", 3)
    monkeypatch.setattr(reading, "HEIGHT", 3)
    root = alice.network.post(alice.account, "root")
    parent, uris = root, [root["uri"]]
    for n in range(9):
        parent = bob.network.post(bob.account, f"deeper {n}", root=root, parent=parent)
        uris.append(parent["uri"])
    beside = bob.network.post(bob.account, "beside", parent=root)
    for scope in (root["uri"], uris[5], uris[-1], beside["uri"]):
        found = [r.remote_id for r in alice.pull(Stream.THREAD, scope=scope)]  # type: ignore[union-attr]
        assert sorted(found) == sorted([*uris, beside["uri"]])


def test_a_chain_deeper_than_an_answer_may_nest_is_whole(alice: Person) -> None:
    root = above = alice.network.post(alice.account, "root")
    uris = {root["uri"]}
    for n in range(reading.HEIGHT + 10):
        ref = [{key: one[key] for key in ("uri", "cid")} for one in (root, above)]
        above = alice.network.call(
            "com.atproto.repo.createRecord",
            alice.account,
            repo=alice.account.did,
            collection="app.bsky.feed.post",
            record={
                "$type": "app.bsky.feed.post",
                "text": f"part {n} https://example.com #tag",
                "facets": facets.facets(f"part {n} https://example.com #tag", lambda _: None),
                "createdAt": stamp(now()),
                "reply": {"root": ref[0], "parent": ref[1]},
            },
        )
        uris.add(above["uri"])
    alice.network.process_all()
    for scope in (root["uri"], above["uri"]):
        found = alice.pull(Stream.THREAD, scope=scope)
        assert {one.remote_id for one in found if isinstance(one, Post)} == uris


def test_a_thread_has_one_name_by_handle_by_did_and_by_web_page(alice: Person, bob: Person) -> None:
    root = alice.network.post(alice.account, "root")
    did, handle = alice.account.did, alice.account.handle
    rkey = root["uri"].rpartition("/")[2]
    for scope in (
        root["uri"].replace(did, handle),
        f"https://bsky.app/profile/{handle}/post/{rkey}",
        f"https://bsky.app/profile/{did}/post/{rkey}",
    ):
        (post,) = bob.pull(Stream.THREAD, scope=scope)
        assert isinstance(post, Post) and post.remote_id == root["uri"]
    with pytest.raises(Missing):
        bob.pull(Stream.THREAD, scope=root["uri"].replace(did, "nobody.test"))
    with pytest.raises(Missing):
        bob.pull(Stream.THREAD, scope="no address")


def test_deleted_posts_of_a_thread_are_gone(alice: Person, bob: Person) -> None:
    root = alice.network.post(alice.account, "root")
    middle = bob.network.post(bob.account, "middle", parent=root)
    leaf = alice.network.post(alice.account, "leaf", root=root, parent=middle)
    bob.network.delete(bob.account, middle["uri"])
    assert Gone(middle["uri"]) in alice.pull(Stream.THREAD, scope=leaf["uri"])
    assert Gone(middle["uri"]) in alice.pull(Stream.THREAD, scope=middle["uri"])


def test_a_changed_post_shows_its_new_text_and_is_answered_as_it_is_now(
    alice: Person, bob: Person
) -> None:
    mention = {
        "index": {"byteStart": 0, "byteEnd": len(alice.account.handle) + 1},
        "features": [{"$type": "app.bsky.richtext.facet#mention", "did": alice.account.did}],
    }
    text = f"@{alice.account.handle} before"
    post = bob.network.post(bob.account, text, facets=[mention])
    pages = list(alice.connector.pull(Stream.INBOX))
    (old,) = (r for r in alice.pull(Stream.THREAD, scope=post["uri"]) if isinstance(r, Post))
    bob.network.call(
        "com.atproto.repo.putRecord",
        bob.account,
        repo=bob.account.did,
        collection="app.bsky.feed.post",
        rkey=post["uri"].rpartition("/")[2],
        record={
            "$type": "app.bsky.feed.post",
            "text": text.replace("before", "after"),
            "facets": [mention],
            "createdAt": stamp(old.created_at),
        },
    )
    bob.network.process_all()
    (new,) = (r for r in alice.pull(Stream.THREAD, scope=post["uri"]) if isinstance(r, Post))
    assert new.text.endswith("after") and new.facts["cid"] != old.facts["cid"]
    again = said(alice.pull(Stream.INBOX, cursor=pages[-1].cursor))
    told = again[f"post:{post['uri']}"].post
    assert told is not None and told.text.endswith("after")
    # A reply points at the version that is there now, whatever was stored.
    alice.do(Reply(target(old), "seen", made_at=now()))
    assert alice.posts()[0]["value"]["reply"]["parent"]["cid"] == new.facts["cid"]


def test_a_closed_thread_cannot_be_answered(alice: Person, bob: Person) -> None:
    root = alice.network.post(alice.account, "root")
    gate = {"post": root["uri"], "allow": []}
    write(alice, "app.bsky.feed.threadgate", gate, rkey=root["uri"].rpartition("/")[2])
    (post,) = bob.pull(Stream.THREAD, scope=root["uri"])
    assert isinstance(post, Post)
    assert (post.can_reply, post.no_reply_why) == (False, "thread_locked")
    (ours,) = alice.pull(Stream.THREAD, scope=root["uri"])
    assert isinstance(ours, Post) and ours.can_reply is True


def test_someone_who_blocked_us_cannot_be_answered_and_stays_readable(
    alice: Person, bob: Person
) -> None:
    root = alice.network.post(alice.account, "said before")
    write(alice, "app.bsky.graph.block", {"subject": bob.account.did})
    (post,) = bob.pull(Stream.THREAD, scope=root["uri"])
    assert isinstance(post, Post)
    assert post.text == "said before"
    assert (post.can_reply, post.no_reply_why) == (False, "blocked")
    assert post.author.handle == alice.account.handle


def test_pages_are_small_enough_to_commit(
    join: Callable[..., Person], alice: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = alice.network.post(alice.account, "root")
    bob = join()
    replies(bob, root, [(f"reply {n}", now() + n) for n in range(130)])
    pages: list[Page] = list(alice.connector.pull(Stream.THREAD, scope=root["uri"]))
    assert [len(page.records) for page in pages] == [100, 31]
