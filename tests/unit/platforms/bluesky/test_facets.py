from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cmapp.connectors.plain import from_facets
from cmapp.platforms.bluesky.facets import facets, find, handles, read


def found(text: str) -> list[tuple[str, str, str]]:
    return [(one.kind, one.target, text[one.start : one.end]) for one in find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("看https://example.com/a。好", [("link", "https://example.com/a")]),
        ("（https://example.com/a?x=1）", [("link", "https://example.com/a?x=1")]),
        ("see https://example.com/a.", [("link", "https://example.com/a")]),
        ("(https://en.example/wiki/Foo_(bar))", [("link", "https://en.example/wiki/Foo_(bar)")]),
        ("请看https://example.com吧", [("link", "https://example.com")]),
        ("https://例子.example/path 好", [("link", "https://例子.example/path")]),
        ("HTTPS://Example.com!", [("link", "HTTPS://Example.com")]),
        ("http://127.0.0.1:8080/x", [("link", "http://127.0.0.1:8080/x")]),
        ("https://", []),
        ("javascript:alert(1)", []),
        ("你好@alice.test，早", [("mention", "alice.test")]),
        ("＠Alice.Test你好", [("mention", "alice.test")]),
        ("mail alice@example.com", []),
        ("@alice", []),
        ("(@alice.bsky.social)", [("mention", "alice.bsky.social")]),
        ("hello @alice.test.", [("mention", "alice.test")]),
        ("@alice.123", []),
        ("https://example.com/@alice.test", [("link", "https://example.com/@alice.test")]),
        ("#退款#", [("tag", "退款")]),
        ("，＃退款。好", [("tag", "退款")]),
        ("关于#退款，请", [("tag", "退款")]),
        ("#Python3 #c++ #1 #2024", [("tag", "Python3"), ("tag", "c++")]),
        ("#covid-19!", [("tag", "covid-19")]),
        ("#2024年度", [("tag", "2024年度")]),
        ("#️⃣ key", []),
        ("#🎉party", [("tag", "🎉party")]),
        ("a#b", []),
        ("#" + "长" * 65, []),
        ("https://example.com/#top", [("link", "https://example.com/#top")]),
        ("", []),
    ],
)
def test_links_mentions_and_tags(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(kind, target) for kind, target, _ in found(text)] == expected


def test_offsets_count_bytes_of_utf8() -> None:
    text = "好👩‍👩‍👧 @bob.test，#退款 https://e.example/é结"
    made = facets(text, {"bob.test": "did:plc:bob"}.get)
    raw = text.encode()
    cut = [raw[f["index"]["byteStart"] : f["index"]["byteEnd"]].decode() for f in made]
    assert cut == ["@bob.test", "#退款", "https://e.example/"]
    assert [f["index"]["byteStart"] for f in made] == [22, 34, 42]
    assert made[0]["features"] == [
        {"$type": "app.bsky.richtext.facet#mention", "did": "did:plc:bob"}
    ]


def test_a_handle_of_nobody_stays_plain_text() -> None:
    made = facets("@nobody.test #好", lambda handle: None)
    assert [f["features"][0]["$type"] for f in made] == ["app.bsky.richtext.facet#tag"]


def test_each_handle_is_asked_for_once() -> None:
    assert handles("@Bob.test @bob.test @alice.test") == ["bob.test", "alice.test"]


@given(st.text(alphabet=st.sampled_from("a1.@＠#＃:/ 好，👍🏽é-_h\u200dttps()") | st.characters()))
def test_what_is_written_is_read_back_as_it_was_found(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        return
    there = facets(text, lambda handle: "did:plc:" + handle.replace(".", "-"))
    raw = text.encode()
    for made, one in zip(there, find(text), strict=True):
        start, end = made["index"]["byteStart"], made["index"]["byteEnd"]
        assert raw[start:end].decode() == text[one.start : one.end]
    assert [one[:2] for one in read(there)] == [
        (made["index"]["byteStart"], made["index"]["byteEnd"]) for made in there
    ]


@pytest.mark.parametrize(
    "facet",
    [
        {},
        {"index": None, "features": []},
        {"index": {"byteStart": "0", "byteEnd": 3}, "features": [{}]},
        {"index": {"byteStart": True, "byteEnd": 3}, "features": [{}]},
        {"index": {"byteStart": 0, "byteEnd": 3}, "features": "x"},
        {"index": {"byteStart": 0, "byteEnd": 3}, "features": [None, {"$type": "other"}]},
        {"index": {"byteStart": 0, "byteEnd": 3}, "features": [{"$type": 3, "uri": "https://e"}]},
    ],
)
def test_an_odd_facet_is_left_out(facet: object) -> None:
    assert read([facet]) == []  # type: ignore[list-item]


def test_a_facet_in_the_middle_of_a_character_or_to_a_file_marks_nothing() -> None:
    link = "app.bsky.richtext.facet#link"

    def one(start: int, end: int, uri: str) -> dict[str, object]:
        return {
            "index": {"byteStart": start, "byteEnd": end},
            "features": [{"$type": link, "uri": uri}],
        }

    made = [
        one(1, 4, "https://e.example"),
        one(0, 3, "file:///etc/passwd"),
        one(3, 99, "https://e"),
    ]
    assert from_facets("好的吗", read(made)).spans == ()
    good = from_facets("好的吗", read([one(3, 6, "https://e.example")]))
    assert [(s.start, s.end, s.target) for s in good.spans] == [(1, 2, "https://e.example")]
