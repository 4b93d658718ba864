"""JSON → records, on answers as the network gives them and on every way to spoil them."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cmapp.domain.errors import Garbled
from cmapp.domain.records import Gone, Interaction, Kind, Media, Post
from cmapp.platforms.bluesky import shape

ME, ANNA = "did:plc:me", "did:plc:anna"
MINE = f"at://{ME}/app.bsky.feed.post/3kmine"
THEIRS = f"at://{ANNA}/app.bsky.feed.post/3ktheirs"
AT = "2026-11-21T00:00:00.002Z"
AT_MS = 1_795_219_200_002

REPLY: dict[str, Any] = {
    "uri": THEIRS,
    "cid": "bafytheirs",
    "author": {
        "did": ANNA,
        "handle": "anna.test",
        "displayName": "Anna \u202eevil\u202c\n陈",
        "avatar": "https://cdn.example/a.jpg",
        "viewer": {"muted": False, "blockedBy": False},
    },
    "reason": "reply",
    "reasonSubject": MINE,
    "record": {
        "$type": "app.bsky.feed.post",
        "text": "退款 @me.test",
        "langs": ["zh"],
        "createdAt": AT,
        "facets": [
            {
                "index": {"byteStart": 7, "byteEnd": 15},
                "features": [{"$type": "app.bsky.richtext.facet#mention", "did": ME}],
            }
        ],
        "reply": {
            "root": {"uri": MINE, "cid": "bafymine"},
            "parent": {"uri": MINE, "cid": "bafymine"},
        },
    },
    "isRead": False,
    "indexedAt": AT,
    "labels": [],
}
VIEW: dict[str, Any] = {
    "uri": THEIRS,
    "cid": "bafytheirs",
    "author": REPLY["author"],
    "record": REPLY["record"],
    "embed": {
        "$type": "app.bsky.embed.images#view",
        "images": [
            {
                "thumb": "https://cdn.example/t.jpg",
                "fullsize": "https://cdn.example/f.jpg",
                "alt": "一个茶壶",
                "aspectRatio": {"width": 4, "height": 3},
            }
        ],
    },
    "replyCount": 2,
    "likeCount": 0,
    "repostCount": 1,
    "indexedAt": AT,
    "viewer": {"threadMuted": False},
}


def changed(data: dict[str, Any], **values: Any) -> dict[str, Any]:
    return {**copy.deepcopy(data), **values}


def test_a_reply_from_its_notification_alone() -> None:
    found = shape.interaction(REPLY, {})
    assert found.kind is Kind.REPLY
    assert found.remote_key == f"post:{THEIRS}"
    assert found.target == MINE
    post = found.post
    assert post is not None
    assert (post.text, post.lang, post.created_at) == ("退款 @me.test", "zh", AT_MS)
    assert (post.parent, post.root) == (MINE, MINE)
    assert post.facts == {"cid": "bafytheirs", "root_cid": "bafymine"}
    assert post.can_reply is None and post.counts == {}
    (span,) = post.spans
    assert (post.text[span.start : span.end], span.target) == ("@me.test", ME)
    assert post.url == "https://bsky.app/profile/anna.test/post/3ktheirs"
    assert post.author.name == "Anna evil 陈"


def test_the_post_as_shown_adds_counts_pictures_and_whether_we_may_answer() -> None:
    found = shape.interaction(REPLY, {THEIRS: VIEW})
    assert found.post is not None
    assert found.post.counts == {"replies": 2, "likes": 0, "reposts": 1, "quotes": None}
    assert found.post.can_reply is True
    assert found.post.media == (
        Media(
            "image",
            "https://cdn.example/f.jpg",
            "https://cdn.example/t.jpg",
            "一个茶壶",
            4,
            3,
        ),
    )


@pytest.mark.parametrize(
    ("reason", "kind"),
    [
        ("mention", Kind.MENTION),
        ("quote", Kind.QUOTE),
        ("like", Kind.REACTION),
        ("like-via-repost", Kind.REACTION),
        ("repost", Kind.REPOST),
        ("repost-via-repost", Kind.REPOST),
        ("follow", Kind.FOLLOW),
        ("starterpack-joined", Kind.OTHER),
        ("verified", Kind.OTHER),
        ("something of tomorrow", Kind.OTHER),
    ],
)
def test_every_reason_is_of_a_known_kind(reason: str, kind: Kind) -> None:
    found = shape.interaction(changed(REPLY, reason=reason), {})
    assert found.kind is kind
    assert (found.post is not None) is (kind in (Kind.MENTION, Kind.QUOTE))


def test_liking_again_is_the_same_interaction_and_another_person_is_not() -> None:
    first = changed(REPLY, reason="like", uri=f"at://{ANNA}/app.bsky.feed.like/1")
    again = changed(first, uri=f"at://{ANNA}/app.bsky.feed.like/2")
    other = changed(first, author={"did": "did:plc:ben", "handle": "ben.test"})
    keys = [shape.interaction(one, {}).remote_key for one in (first, again, other)]
    assert keys[0] == keys[1] != keys[2]


@pytest.mark.parametrize(
    ("said", "seen", "expected"),
    [
        (AT, AT, AT_MS),
        ("2030-01-01T00:00:00Z", AT, AT_MS),
        ("2026-11-20T00:00:00.002Z", AT, AT_MS - 86_400_000),
        ("2026-11-21T08:00:00.002+08:00", AT, AT_MS),
        ("1970-01-01T00:00:00Z", AT, AT_MS),
        ("yesterday", AT, AT_MS),
        (None, AT, AT_MS),
        ("9999-99-99", AT, AT_MS),
    ],
)
def test_a_time_is_the_authors_but_never_after_the_server_saw_it(
    said: str | None, seen: str, expected: int
) -> None:
    record = changed(REPLY["record"], createdAt=said)
    found = shape.interaction(changed(REPLY, record=record, indexedAt=seen), {})
    assert found.created_at == expected


@given(st.integers(946_684_800_000, 4_102_444_800_000))
@example(1_795_324_730_482)
def test_times_are_read_as_they_were_written(at: int) -> None:
    assert shape.moment(shape.stamp(at)) == at


def test_a_time_is_written_as_the_network_does() -> None:
    assert shape.stamp(AT_MS) == AT


@pytest.mark.parametrize(
    ("viewer", "between", "expected"),
    [
        ({}, {}, (True, None)),
        ({"replyDisabled": True}, {}, (False, "thread_locked")),
        ({}, {"blockedBy": True}, (False, "blocked")),
        ({}, {"blocking": "at://x/y/z"}, (False, "blocked")),
        (None, {}, (None, None)),
    ],
)
def test_who_may_answer(viewer: Any, between: Any, expected: Any) -> None:
    author = changed(REPLY["author"], viewer=between)
    found = shape.viewed(changed(VIEW, viewer=viewer, author=author))
    assert (found.can_reply, found.no_reply_why) == expected


@pytest.mark.parametrize(
    ("embed", "kinds"),
    [
        (
            {
                "$type": "app.bsky.embed.recordWithMedia#view",
                "media": VIEW["embed"],
                "record": {},
            },
            ["image"],
        ),
        (
            {"$type": "app.bsky.embed.video#view", "playlist": "https://v.example/x.m3u8"},
            ["video"],
        ),
        (
            {
                "$type": "app.bsky.embed.external#view",
                "external": {"uri": "https://e.example", "title": "一页"},
            },
            ["other"],
        ),
        ({"$type": "app.bsky.embed.external#view", "external": {"uri": "file:///x"}}, []),
        ({"$type": "app.bsky.embed.record#view", "record": {}}, []),
        ({"$type": "app.bsky.embed.tomorrow#view"}, []),
        ({"$type": 7}, []),
        (None, []),
    ],
)
def test_what_hangs_on_a_post(embed: Any, kinds: list[str]) -> None:
    assert [one.kind for one in shape.viewed(changed(VIEW, embed=embed)).media] == kinds


def test_a_thread_is_told_from_above_down_and_its_holes_are_named() -> None:
    def node(name: str, **more: Any) -> dict[str, Any]:
        uri = f"at://{ANNA}/app.bsky.feed.post/{name}"
        return {
            "$type": "app.bsky.feed.defs#threadViewPost",
            "post": changed(VIEW, uri=uri),
            **more,
        }

    deleted = {"$type": "app.bsky.feed.defs#notFoundPost", "uri": MINE, "notFound": True}
    blocked = {
        "$type": "app.bsky.feed.defs#blockedPost",
        "uri": "at://did:plc:x/app.bsky.feed.post/1",
        "blocked": True,
    }
    thread = node(
        "asked",
        parent=node("above", parent=deleted),
        replies=[node("below", replies=[node("deep")]), blocked, node("beside")],
    )
    told = [
        (depth, made.remote_id.rpartition("/")[2] if made else None)
        for depth, made in shape.nodes(thread)
        if made is None or isinstance(made, Post | Gone)
    ]
    assert told == [
        (-2, "3kmine"),
        (-1, "above"),
        (0, "asked"),
        (1, "below"),
        (2, "deep"),
        (1, None),
        (1, "beside"),
    ]


def test_own_leaves_out_what_others_said() -> None:
    mine = changed(VIEW, author=changed(REPLY["author"], did=ME))
    assert [p.author.remote_id for p in shape.own({"post": mine}, ME)] == [ME]
    assert shape.own({"post": VIEW}, ME) == ()
    assert shape.own({"post": mine, "reason": {"by": {}, "indexedAt": AT}}, ME) == ()


@pytest.mark.parametrize(
    "uri",
    [
        "at://did:plc:x/app.bsky.feed.post/3k",
        "https://bsky.app/profile/did:plc:x/post/3k",
        " https://example.social/profile/did:plc:x/post/3k/ ",
    ],
)
def test_a_post_is_known_by_each_of_its_names(uri: str) -> None:
    assert shape.place(uri) == ("did:plc:x", "app.bsky.feed.post", "3k")


@pytest.mark.parametrize("uri", ["", "at://did:plc:x", "https://bsky.app/profile/x", "3k", "at://"])
def test_what_names_no_post_is_no_place(uri: str) -> None:
    assert shape.place(uri) is None


@pytest.mark.parametrize("name", ["uri", "cid", "author", "reason", "indexedAt"])
def test_what_the_server_must_say_is_garbled_without(name: str) -> None:
    broken = copy.deepcopy(REPLY)
    del broken[name]
    with pytest.raises(Garbled):
        shape.interaction(broken, {})


junk = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63 - 1)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3)
    ),
    max_leaves=6,
)


def paths(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    items: Any = ()
    if isinstance(value, dict):
        items = value.items()
    elif isinstance(value, list):
        items = enumerate(value)
    return [at, *(path for key, inner in items for path in paths(inner, (*at, key)))][:400]


@settings(max_examples=400, deadline=None)
@given(st.data())
def test_a_spoilt_answer_is_a_record_or_garbled_and_never_a_crash(data: st.DataObject) -> None:
    whole = {"notice": copy.deepcopy(REPLY), "view": copy.deepcopy(VIEW)}
    for _ in range(data.draw(st.integers(1, 3))):
        *way, last = data.draw(st.sampled_from([p for p in paths(whole) if len(p) > 1]))
        place: Any = whole
        try:
            for step in way:
                place = place[step]
            if data.draw(st.booleans()):
                place[last] = data.draw(junk)
            else:
                del place[last]
        except (KeyError, IndexError, TypeError):
            continue
    try:
        found = shape.interaction(whole["notice"], {THEIRS: whole["view"]})
        list(shape.around(whole["notice"]))
        list(shape.nodes({"post": whole["view"], "parent": whole["notice"]}))
    except Garbled:
        return
    assert isinstance(found, Interaction)
    if found.post is not None:
        json.dumps(dict(found.post.facts)).encode()
        found.post.text.encode()
        assert all(0 <= s.start < s.end <= len(found.post.text) for s in found.post.spans)
