"""Mastodon's JSON → records, on answers as its servers word them."""

from __future__ import annotations

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmapp.domain.errors import Garbled
from cmapp.domain.records import Interaction, Kind, Post
from cmapp.platforms.mastodon import shape

ME = "1"


def account(number: str = "7", acct: str = "bob@far.example") -> dict[str, Any]:
    return {
        "id": number,
        "username": acct.partition("@")[0],
        "acct": acct,
        "display_name": "Bob :wave:",
        "note": "<p>I <b>fix</b> things</p>",
        "url": "https://far.example/@bob",
        "avatar": "https://far.example/bob.png",
        "followers_count": 12,
    }


def status(**changes: Any) -> dict[str, Any]:
    return {
        "id": "100",
        "created_at": "2026-10-14T19:06:38.283Z",
        "account": account(),
        "content": "<p>Hello</p>",
        "visibility": "public",
        "in_reply_to_id": None,
        "in_reply_to_account_id": None,
        "spoiler_text": "",
        "mentions": [],
        "media_attachments": [],
        "replies_count": 3,
        "uri": "https://far.example/s/100",
        "url": "https://far.example/@bob/100",
    } | changes


def notification(kind: str, **changes: Any) -> dict[str, Any]:
    return {
        "id": "55",
        "type": kind,
        "created_at": "2026-10-14T20:00:00+00:00",
        "account": account(),
    } | changes


def test_a_person():
    found = shape.profile(account())
    assert (found.remote_id, found.handle, found.name) == ("7", "bob@far.example", "Bob :wave:")
    assert found.bio == "I fix things"
    assert found.followers == 12


def test_a_post_of_paragraphs_links_and_mentions():
    html = (
        '<p><span class="h-card"><a href="https://far.example/@eve" class="u-url mention">'
        '@<span>eve</span></a></span> see<br />this: <a href="https://a.example/long/path">'
        '<span class="invisible">https://</span><span class="ellipsis">a.example/long</span>'
        '<span class="invisible">/path</span></a></p><p>二 &amp; 三</p>'
    )
    eve = {"id": "9", "acct": "eve@far.example", "url": "https://far.example/@eve"}
    found = shape.post(status(content=html, mentions=[eve], language="zh"))
    assert found.text == "@eve see\nthis: https://a.example/long/path\n\n二 & 三"
    assert {(s.kind, found.text[s.start : s.end], s.target) for s in found.spans} == {
        ("mention", "@eve", "eve@far.example"),
        ("link", "https://a.example/long/path", "https://a.example/long/path"),
    }
    assert found.facts["mentions"] == ["eve@far.example"]
    assert found.created_at == 1792004798283
    assert found.lang == "zh"
    assert found.root == "100"


def test_what_is_not_told_is_unknown_not_zero():
    assert shape.post(status()).counts == {
        "replies": 3,
        "likes": None,
        "reposts": None,
        "quotes": None,
    }


def test_a_content_warning_is_part_of_what_was_said():
    html = '<p>see <a href="https://a.example/">https://a.example/</a></p>'
    found = shape.post(status(spoiler_text="spoilers", content=html, sensitive=True))
    assert found.text == "spoilers\n\nsee https://a.example/"
    link = found.spans[0]
    assert found.text[link.start : link.end] == "https://a.example/"
    assert found.facts["spoiler"] == "spoilers"
    assert found.facts["sensitive"] is True


def test_media_keep_their_description_and_what_is_not_ready_is_left_out():
    ready = {
        "id": "1",
        "type": "gifv",
        "url": "https://m.example/1.mp4",
        "preview_url": "https://m.example/1.png",
        "description": "a cat",
        "meta": {"original": {"width": 4, "height": 3}},
    }
    waiting = {"id": "2", "type": "unknown", "url": None, "remote_url": "https://r.example/x"}
    nothing = {"id": "3", "type": "image", "url": None}
    found = shape.post(status(media_attachments=[ready, waiting, nothing])).media
    assert [(m.kind, m.url, m.alt, m.width) for m in found] == [
        ("video", "https://m.example/1.mp4", "a cat", 4),
        ("other", "https://r.example/x", None, None),
    ]


@pytest.mark.parametrize(
    ("policy", "told"),
    [
        (None, (None, None)),
        ({"can_reply": {"always": ["public", "me"], "with_approval": []}}, (True, None)),
        ({"can_reply": {"always": ["author", "mentioned", "me"]}}, (True, None)),
        ({"can_reply": {"always": ["author"], "with_approval": ["public", "me"]}}, (True, None)),
        ({"can_reply": {"automatic_approval": ["public"]}}, (True, None)),
        ({"can_reply": {"always": ["author"], "with_approval": []}}, (False, "interaction_policy")),
        ({"can_reply": {}}, (None, None)),
        ({"can_reply": "yes"}, (None, None)),
    ],
)
def test_gotosocial_says_who_may_answer(policy, told):
    found = shape.post(status(interaction_policy=policy))
    assert (found.can_reply, found.no_reply_why) == told


@pytest.mark.parametrize(
    ("kind", "changes", "expected"),
    [
        ("mention", {}, Kind.MENTION),
        ("mention", {"in_reply_to_id": "3", "in_reply_to_account_id": ME}, Kind.REPLY),
        ("mention", {"in_reply_to_id": "3", "in_reply_to_account_id": "8"}, Kind.MENTION),
        ("mention", {"visibility": "direct", "in_reply_to_account_id": ME}, Kind.MESSAGE),
        ("quote", {"quote": {"state": "accepted", "quoted_status": {"id": "3"}}}, Kind.QUOTE),
    ],
)
def test_what_was_said_to_us(kind, changes, expected):
    (found,) = shape.notification(notification(kind, status=status(**changes)), ME)
    assert isinstance(found, Interaction)
    assert found.kind is expected
    assert found.remote_key == "post:100"
    assert found.post is not None
    if kind == "quote":
        assert found.target == "3"


def test_who_quotes_and_names_us_is_told_twice_in_one_way():
    both = status(
        quote={"quoted_status": {"id": "3"}},
        mentions=[{"id": ME, "acct": "us", "url": "https://x.example/@us"}],
    )
    quoted = shape.notification(notification("quote", status=both), ME)
    assert quoted == shape.notification(notification("mention", status=both), ME)


def test_a_message_by_two_ways_is_one():
    said = status(visibility="direct")
    (by_notification,) = shape.notification(notification("mention", status=said), ME)
    (by_conversation,) = shape.conversation({"id": "4", "accounts": [], "last_status": said}, ME)
    assert by_notification == by_conversation


def test_our_own_last_word_in_a_conversation_is_no_interaction():
    said = status(visibility="direct", account=account(ME, "us"))
    (found,) = shape.conversation({"id": "4", "accounts": [], "last_status": said}, ME)
    assert isinstance(found, Post)
    assert shape.conversation({"id": "4", "accounts": [], "last_status": None}, ME) == ()


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("favourite", Kind.REACTION),
        ("pleroma:emoji_reaction", Kind.REACTION),
        ("reblog", Kind.REPOST),
    ],
)
def test_a_deed_to_our_post_brings_the_post_along(kind, expected):
    ours = status(account=account(ME, "us"))
    about, deed = shape.notification(notification(kind, status=ours), ME)
    assert isinstance(about, Post)
    assert isinstance(deed, Interaction)
    assert (deed.kind, deed.target, deed.post) == (expected, "100", None)
    assert deed.remote_key == "notification:55"


@pytest.mark.parametrize(
    ("kind", "changes", "expected"),
    [
        ("follow", {}, Kind.FOLLOW),
        ("follow_request", {}, Kind.FOLLOW),
        ("admin.sign_up", {}, Kind.OTHER),
        ("admin.report", {"report": {"id": "1"}}, Kind.OTHER),
        ("severed_relationships", {"account": None}, Kind.OTHER),
        ("moderation_warning", {}, Kind.OTHER),
        ("move", {}, Kind.OTHER),
        ("pleroma:chat_mention", {"chat_message": {}}, Kind.OTHER),
        ("pending.reply", {"status": status()}, Kind.OTHER),
        ("something new", {"status": None}, Kind.OTHER),
        ("mention", {"status": None}, Kind.OTHER),
        ("update", {"status": status()}, Kind.OTHER),
        ("poll", {"status": status(account=account(ME, "us"))}, Kind.OTHER),
    ],
)
def test_types_without_a_post_or_of_another_server_survive(kind, changes, expected):
    found = shape.notification(notification(kind, **changes), ME)[-1]
    assert isinstance(found, Interaction)
    assert found.kind is expected


def test_a_thread_knows_its_root():
    first = status(id="1")
    second = status(id="2", in_reply_to_id="1")
    third = status(id="3", in_reply_to_id="2")
    found = shape.thread(second, {"ancestors": [first], "descendants": [third]})
    assert [(p.remote_id, p.parent, p.root) for p in found] == [
        ("1", None, "1"),
        ("2", "1", "1"),
        ("3", "2", "1"),
    ]
    cut = shape.thread(second, {"ancestors": [], "descendants": []})
    assert cut[0].root == "1"


@pytest.mark.parametrize(
    ("ours", "theirs", "same"),
    [
        ("@bob@far.example thanks", "@bob thanks", True),
        ("thanks", "@bob @eve thanks", True),
        ("ask @Eve@far.example", "ask @eve", True),
        ("one\n\ntwo  three ", "one two three", True),
        ("cafe\u0301", "café", True),
        ("mail me@a.example", "mail me@b.example", False),
        ("thanks", "thanks!", False),
        ("zero\u200bwidth", "zerowidth", True),
        ("see https://m.example/@bob@far.example", "see https://m.example/@bob", False),
    ],
)
def test_texts_that_are_the_same_after_a_server(ours, theirs, same):
    assert shape.same_text(ours, theirs) is same


def test_an_edit_spells_out_who_lives_elsewhere():
    text = "@bob and @eve, not me@bob or @bob@x.example"
    people = ["bob@far.example", "eve"]
    expected = "@bob@far.example and @eve, not me@bob or @bob@x.example"
    assert shape.full_mentions(text, people) == expected


def paths(value: Any, here: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    if isinstance(value, dict):
        below = [paths(inner, (*here, key)) for key, inner in value.items()]
    elif isinstance(value, list):
        below = [paths(inner, (*here, at)) for at, inner in enumerate(value)]
    else:
        below = []
    return [here] * bool(here) + [path for found in below for path in found]


WHOLE = notification(
    "mention",
    status=status(
        quote={"quoted_status": status()},
        poll={"options": [{"title": "yes"}]},
        interaction_policy={"can_reply": {"always": ["public"]}},
        mentions=[{"id": "1", "acct": "us", "url": "https://x.example/@us"}],
        media_attachments=[
            {"type": "image", "url": "https://x.example", "meta": {"original": {"width": 1}}}
        ],
    ),
)
ODD = st.sampled_from([None, True, -1, 0, 10**18, 1.5, "", "x", "\ufffd", [], {}, [None], {"a": 1}])


@given(st.sampled_from(paths(WHOLE)), ODD)
def test_anything_anywhere_is_read_or_garbled(path, odd):
    entry = copy.deepcopy(WHOLE)
    inner: Any = entry
    for step in path[:-1]:
        inner = inner[step]
    inner[path[-1]] = odd
    try:
        found = shape.notification(entry, ME)
    except Garbled:
        return
    assert all(record for record in found)


@pytest.mark.parametrize("key", ["id", "account", "created_at"])
def test_what_a_post_cannot_be_without(key):
    broken = status()
    del broken[key]
    with pytest.raises(Garbled):
        shape.post(broken)
