"""What goes out, what is refused before it does, and what an odd answer means."""

from __future__ import annotations

from email.utils import formatdate
from pathlib import Path
from typing import Any

import pytest

from cmapp.connectors.base import Pending, Sent
from cmapp.domain.actions import (
    Attachment,
    Block,
    Delete,
    Edit,
    Hide,
    Like,
    Mute,
    Publish,
    Reply,
    Report,
    Repost,
    Target,
    Unblock,
    Unlike,
    Unmute,
)
from cmapp.domain.errors import (
    Flaky,
    Missing,
    Rejected,
    SignInNeeded,
    Throttled,
    Trouble,
    Uncertain,
    Unsupported,
)
from cmapp.domain.limits import Limits
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

BOB = Target("100", author="7", handle="bob", facts={"acct": "bob@far.example"})
SINCE = 1793527200000  # 2026-11-01T10:00:00Z, when the scripted statuses were made


@pytest.fixture
def us(script: Script, tmp_path: Path) -> Mastodon:
    mastodon(script)
    return connector(script, tmp_path)


def accepting(script: Script, **changes: Any) -> None:
    def post(asked: Asked) -> Said:
        told = {"in_reply_to_id": asked.json.get("in_reply_to_id")}
        return Said(status("200", content=f"<p>{asked.json['status']}</p>") | told | changes)

    script["POST /api/v1/statuses"] = post
    script["GET /api/v1/statuses/100"] = status("100", account=account("7", "bob"))


def sent_body(script: Script) -> Any:
    (asked,) = script.calls("POST /api/v1/statuses")
    return asked.json


def test_a_reply_carries_the_key_and_names_its_author(script, us):
    accepting(script)
    done = us.perform(Reply(BOB, "thanks"), "the-key")
    assert isinstance(done, Sent)
    assert (done.remote_id, done.notes) == ("200", ())
    (asked,) = script.calls("POST /api/v1/statuses")
    assert asked.headers["idempotency-key"] == "the-key"
    assert asked.json == {
        "status": "@bob@far.example thanks",
        "visibility": "public",
        "in_reply_to_id": "100",
    }


@pytest.mark.parametrize(
    ("text", "facts", "visibility", "expected"),
    [
        ("hi @Bob@far.example", {"acct": "bob@far.example"}, "public", "hi @Bob@far.example"),
        ("hi @bob", {"acct": "bob@far.example"}, "public", "@bob@far.example hi @bob"),
        ("hi @bob@social.example", {"acct": "bob"}, "public", "hi @bob@social.example"),
        ("hi @bob@far.example", {"acct": "bob"}, "public", "@bob hi @bob@far.example"),
        ("to myself", {"acct": "us"}, "public", "to myself"),
        ("hi", {"acct": "bob", "mentions": ["us", "eve"]}, "public", "@bob hi"),
        ("hi", {"acct": "bob", "mentions": ["us", "eve"]}, "direct", "@bob @eve hi"),
        ("more", {"acct": "us", "mentions": ["bob"]}, "direct", "@bob more"),
    ],
)
def test_whom_a_reply_names(script, us, text, facts, visibility, expected):
    accepting(script)
    us.perform(Reply(Target("100", facts=facts, visibility=visibility), text), "k")
    assert sent_body(script)["status"] == expected
    assert us.outgoing(Reply(Target("1", facts=facts, visibility=visibility), text)) == expected


@pytest.mark.parametrize(
    ("theirs", "asked", "expected"),
    [
        ("public", "public", "public"),
        ("unlisted", "public", "unlisted"),
        ("private", "public", "private"),
        ("direct", "public", "direct"),
        ("public", "direct", "direct"),
        ("private", "unlisted", "private"),
        ("mutuals_only", "public", "private"),
        ("list", "direct", "direct"),
    ],
)
def test_an_answer_is_never_seen_by_more_people(script, us, theirs, asked, expected):
    accepting(script)
    us.perform(Reply(Target("100", visibility=theirs), "hi", visibility=asked), "k")
    assert sent_body(script)["visibility"] == expected


def test_a_reply_that_became_a_post_of_its_own_is_told(script, us):
    accepting(script, in_reply_to_id=None)
    done = us.perform(Reply(BOB, "thanks"), "k")
    assert isinstance(done, Sent)
    assert done.notes == ("detached",)


@pytest.mark.parametrize("number", [404, 410])
def test_an_answer_to_what_is_gone_is_not_even_tried(script, us, number):
    accepting(script)
    script["GET /api/v1/statuses/100"] = Said({"error": "x"}, number)
    with pytest.raises(Missing):
        us.perform(Reply(BOB, "thanks"), "k")
    assert script.calls("POST /api/v1/statuses") == []


def test_an_answer_that_the_server_does_not_allow_is_not_even_tried(script, us):
    accepting(script)
    policy = {"can_reply": {"always": ["author"], "with_approval": []}}
    script["GET /api/v1/statuses/100"] = status("100", interaction_policy=policy)
    with pytest.raises(Rejected) as caught:
        us.perform(Reply(BOB, "thanks"), "k")
    assert caught.value.facts == {"field": "target", "reason": "interaction_policy"}
    assert script.calls("POST /api/v1/statuses") == []


def test_a_first_look_that_fails_is_no_uncertain_post(script, us):
    accepting(script)
    script["GET /api/v1/statuses/100"] = Said({}, 502)
    with pytest.raises(Flaky):
        us.perform(Reply(BOB, "thanks"), "k")
    assert script.calls("POST /api/v1/statuses") == []


def test_a_server_that_scheduled_instead(script, us):
    script["POST /api/v1/statuses"] = {"id": "9", "scheduled_at": "2026-12-01T00:00:00Z"}
    done = us.perform(Publish("x"), "k")
    assert isinstance(done, Sent)
    assert (done.remote_id, done.record) == ("9", None)
    assert done.held_until == 1_796_083_200_000


def test_gotosocial_is_told_that_it_is_plain_text(script, tmp_path):
    accepting(script)
    connector(script, tmp_path, software="gotosocial").perform(Publish("*x*"), "k")
    assert sent_body(script)["content_type"] == "text/plain"


@pytest.mark.parametrize(
    ("answer", "error", "facts"),
    [
        (Said({"error": "トークンは無効です"}, 401), Rejected, {"reason": "forbidden"}),
        (Said({"error": "x"}, 403), Rejected, {"reason": "forbidden"}),
        (
            Said({"error": "x"}, 403, {"WWW-Authenticate": 'Bearer error="insufficient_scope"'}),
            SignInNeeded,
            {},
        ),
        (Said({"error": "Record not found"}, 404), Missing, {}),
        (Said(b"<h1>gone</h1>", 410), Missing, {}),
        (
            Said({"error": "Text上限は500文字です", "details": {"status": [{}]}}, 422),
            Rejected,
            {"field": "text", "said": "Text上限は500文字です"},
        ),
        (Said({"error": "a\u0000b\x1b[31m"}, 400), Rejected, {"said": "ab[31m"}),
        (Said({"error": "x"}, 429, {"Retry-After": "7"}), Throttled, {}),
        (Said({"error": "x"}, 500), Uncertain, {"status": 500}),
        (Said({"error": "x"}, 503), Uncertain, {"status": 503}),
        (Said(None, 0), Uncertain, {}),
        (Said(b"<h1>Just a moment</h1>"), Uncertain, {"reason": "html"}),
        (Said(b'{"id": "20'), Uncertain, {"reason": "syntax"}),
        (Said({"hello": 1}), Uncertain, {"reason": "shape"}),
        (Said({}, 405), Unsupported, {}),
    ],
)
def test_what_an_answer_to_a_post_means(script, us, answer, error, facts):
    script["POST /api/v1/statuses"] = answer
    with pytest.raises(error) as caught:
        us.perform(Publish("x"), "k")
    assert type(caught.value) is error
    assert facts.items() <= dict(caught.value.facts).items()


def test_a_dead_token_is_told_from_a_forbidden_deed(script, us):
    script["GET /api/v1/accounts/verify_credentials"] = Said({"error": "x"}, 401)
    for refusal in (Said({"error": "x"}, 401), Said(b"<p>no", 400)):
        script["POST /api/v1/statuses"] = refusal
        with pytest.raises(SignInNeeded) as caught:
            us.perform(Publish("x"), "k")
        assert caught.value.why == "token_refused"


@pytest.mark.parametrize(
    ("action", "facts"),
    [
        (Publish(" \n"), {"field": "text", "reason": "empty"}),
        (Publish("x" * 21), {"field": "text", "reason": "too_long", "limit": 20, "size": 21}),
        (Publish("x" * 15, spoiler="y" * 6), {"field": "text", "size": 21}),
        (Reply(BOB, "x" * 18), {"field": "text", "size": 23}),
        (Publish("x", media=(Attachment("a.png", "image/png"),) * 2), {"reason": "too_many"}),
        (Publish("x", media=(Attachment("big.png", "image/png"),)), {"reason": "too_big"}),
        (Publish("x", media=(Attachment("a.png", "image/tiff"),)), {"reason": "kind"}),
        (Publish("x", media=(Attachment("none.png", "image/png"),)), {"reason": "not_found"}),
        (Publish("x", media=(Attachment("../keys", "image/png"),)), {"reason": "not_found"}),
        (Publish("x", media=(Attachment("a.png", "image/png", "y" * 9),)), {"field": "alt"}),
        (
            Publish("x", media=(Attachment("a.png", "image/png", width=99, height=99),)),
            {"reason": "too_many_pixels"},
        ),
    ],
)
def test_what_is_over_a_limit_never_leaves(script, tmp_path, action, facts):
    limits = Limits(
        characters=20,
        link_length=23,
        media_count=1,
        media_bytes=100,
        media_pixels=9000,
        media_kinds=("image/png",),
        alt_length=8,
        spoiler=True,
    )
    picture(tmp_path)
    (tmp_path / "media" / "big.png").write_bytes(b"x" * 101)
    (tmp_path / "keys").write_bytes(b"x")
    with pytest.raises(Rejected) as caught:
        connector(script, tmp_path, limits=limits.facts()).perform(action, "k")
    assert facts.items() <= dict(caught.value.facts).items()
    assert script.asked == []


def picture(profile: Path) -> None:
    (profile / "media").mkdir(exist_ok=True)
    (profile / "media" / "a.png").write_bytes(b"png")


def with_picture() -> Publish:
    return Publish("x", media=(Attachment("a.png", "image/png", "a cat"),))


def steps(us: Mastodon, action: Publish, most: int = 12) -> list[Pending | Sent]:
    """Go through the steps as the outbox does, with a new start before each."""
    done: list[Pending | Sent] = []
    progress = None
    while len(done) < most:
        outcome = us.perform(action, "k", progress)
        done.append(outcome)
        if isinstance(outcome, Sent):
            return done
        progress = outcome.progress
    return done


def test_an_upload_is_a_step_of_its_own(script, us, tmp_path):
    picture(tmp_path)
    accepting(script)
    script["POST /api/v2/media"] = {"id": "5", "url": "https://m.example/5.png"}
    first, second = steps(us, with_picture())
    assert first == Pending({"media": ["5"]})
    assert isinstance(second, Sent)
    assert len(script.calls("POST /api/v2/media")) == 1
    (upload,) = script.calls("POST /api/v2/media")
    assert b"a cat" in upload.body
    assert sent_body(script)["media_ids"] == ["5"]


def test_an_upload_that_takes_the_server_a_while(script, us, tmp_path):
    picture(tmp_path)
    accepting(script)
    script["POST /api/v2/media"] = Said({"id": "5", "url": None}, 202)
    answers = iter([206, 503, 206, 200])
    script["GET /api/v1/media/5"] = lambda _: Said({"id": "5"}, next(answers))
    outcomes = steps(us, with_picture())
    assert [isinstance(outcome, Sent) for outcome in outcomes] == [False] * 5 + [True]
    assert len(script.calls("POST /api/v2/media")) == 1


@pytest.mark.parametrize("slow", [False, True])
def test_pictures_stand_in_the_order_that_was_chosen(script, us, tmp_path, slow):
    picture(tmp_path)
    accepting(script)
    numbers = iter("567")
    took = 202 if slow else 200
    script["POST /api/v2/media"] = lambda _: Said(
        {"id": next(numbers), "url": None if slow else "https://m.example/x.png"}, took
    )
    for number in "567":
        script[f"GET /api/v1/media/{number}"] = Said({"id": number, "url": "u"}, 200)
    chosen = [Attachment("a.png", "image/png", alt) for alt in ("a cat", "a dog", "a fox")]
    steps(us, Publish("x", media=tuple(chosen)))
    told = [upload.body for upload in script.calls("POST /api/v2/media")]
    assert [one.alt.encode() in body for one, body in zip(chosen, told, strict=True)] == [True] * 3
    assert sent_body(script)["media_ids"] == ["5", "6", "7"]


def test_a_lost_upload_is_no_uncertain_post(script, us, tmp_path):
    picture(tmp_path)
    accepting(script)
    answers = iter([Said(None, 0), Said({}, 502), Said({"id": "5", "url": "u"})])
    script["POST /api/v2/media"] = lambda _: next(answers)
    outcomes = steps(us, with_picture())
    waits = [outcome.wait for outcome in outcomes if isinstance(outcome, Pending)]
    assert waits == [2.0, 4.0, 0.0]
    assert len(script.calls("POST /api/v1/statuses")) == 1


def test_a_server_that_never_takes_the_picture(script, us, tmp_path):
    picture(tmp_path)
    script["POST /api/v2/media"] = Said({}, 500)
    with pytest.raises(Flaky):
        steps(us, with_picture())
    assert len(script.calls("POST /api/v2/media")) == 4


def test_an_edit_keeps_what_it_does_not_change(script, us):
    bob = {"id": "7", "acct": "bob@far.example", "url": "https://far.example/@bob"}
    script["GET /api/v1/statuses/200"] = status(
        "200",
        content="<p>@bob old</p>",
        mentions=[bob],
        spoiler_text="care",
        sensitive=True,
        language="de",
        media_attachments=[{"id": "5", "type": "image", "url": "https://m.example/5"}],
    )
    script["GET /api/v1/statuses/200/source"] = {
        "id": "200",
        "text": "@bob@far.example old",
        "spoiler_text": "care",
    }
    script["PUT /api/v1/statuses/200"] = lambda asked: Said(
        status("200", content=asked.json["status"])
    )
    us.perform(Edit(Target("200"), "care\n\n@bob new"), "k")
    (asked,) = script.calls("PUT /api/v1/statuses/200")
    assert asked.json == {
        "status": "@bob@far.example new",
        "media_ids": ["5"],
        "spoiler_text": "care",
        "sensitive": True,
        "language": "de",
    }


def test_an_edit_would_lose_the_votes_of_a_poll(script, us):
    script["GET /api/v1/statuses/200"] = status("200", poll={"options": []})
    with pytest.raises(Rejected) as caught:
        us.perform(Edit(Target("200"), "new"), "k")
    assert caught.value.facts["reason"] == "has_poll"


def test_an_edit_whose_first_look_fails_has_not_happened(script, us):
    script["GET /api/v1/statuses/200"] = Said({}, 502)
    with pytest.raises(Flaky):
        us.perform(Edit(Target("200"), "new"), "k")


def test_what_is_gone_counts_as_deleted(script, us):
    assert us.perform(Delete(Target("200")), "k") == Sent("200")


def test_a_boost_is_told_by_what_it_boosts(script, us):
    inner = status("100", account=account("7", "bob"))
    script["POST /api/v1/statuses/100/reblog"] = status("300", reblog=inner)
    done = us.perform(Repost(BOB), "k")
    assert isinstance(done, Sent)
    assert done.record is not None
    assert (done.remote_id, done.record.remote_id) == ("100", "100")


# Looking for a deed whose answer was lost


def test_found_in_the_thread_though_our_list_hides_it(script, us):
    ours = status("200", content="<p>@bob thanks</p>", in_reply_to_id="100")
    script["GET /api/v1/statuses/100/context"] = {"ancestors": [], "descendants": [ours]}
    found = us.find(Reply(BOB, "thanks"), "k", SINCE)
    assert found is not None
    assert found.remote_id == "200"


@pytest.mark.parametrize(
    "changes",
    [
        {"account": account("7", "bob")},
        {"content": "<p>@bob thanks!</p>"},
        {"in_reply_to_id": "99"},
        {"created_at": "2026-11-01T09:54:59Z"},
        {"reblog": {"id": "1"}},
    ],
)
def test_what_is_not_the_reply(script, us, changes):
    other = status("200", content="<p>@bob thanks</p>", in_reply_to_id="100") | changes
    script["GET /api/v1/statuses/100/context"] = {"ancestors": [], "descendants": [other]}
    script["GET /api/v1/accounts/1/statuses"] = lambda asked: Said(
        [] if "max_id" in asked.query else [other]
    )
    assert us.find(Reply(BOB, "thanks"), "k", SINCE) is None


def test_found_as_a_post_of_its_own_on_a_server_that_lost_the_parent(script, us):
    script["GET /api/v1/accounts/1/statuses"] = [status("200", content="<p>@bob thanks</p>")]
    found = us.find(Reply(BOB, "thanks"), "k", SINCE)
    assert found is not None
    assert found.notes == ("detached",)


def test_of_equal_posts_the_first_one_made_since(script, us):
    made = [
        status(number, created_at=f"2026-11-01T{time}Z")
        for number, time in (("4", "10:09:00"), ("3", "10:01:00"), ("2", "09:58:00"))
    ]
    script["GET /api/v1/accounts/1/statuses"] = lambda asked: Said(
        [] if "max_id" in asked.query else made
    )
    found = us.find(Publish("Hello"), "k", SINCE)
    assert found is not None
    assert found.remote_id == "3"


def test_found_on_a_server_whose_clock_is_hours_behind(script, us):
    """It dates a post before the very attempt that made it."""
    made = status("4", created_at="2026-11-01T05:00:01Z")
    late = clock.now() - 5 * 3_600_000
    headers = {"Date": formatdate(late / 1000, usegmt=True)}
    script["GET /api/v1/accounts/1/statuses"] = lambda asked: Said(
        [] if "max_id" in asked.query else [made], headers=headers
    )
    found = us.find(Publish("Hello"), "k", SINCE)
    assert found is not None
    assert found.remote_id == "4"


def test_of_answers_to_one_post_the_one_that_names_the_same_people(script, us):
    both = [
        status("201", content="<p>@bob @eve thanks</p>", in_reply_to_id="100"),
        status("202", content="<p>@bob thanks</p>", in_reply_to_id="100"),
    ]
    script["GET /api/v1/statuses/100/context"] = {"ancestors": [], "descendants": both}
    for text, expected in (("thanks", "202"), ("@eve thanks", "201")):
        found = us.find(Reply(BOB, text), "k", SINCE)
        assert found is not None
        assert found.remote_id == expected


def test_a_text_that_the_server_shows_otherwise_is_known_by_its_source(script, us):
    shown = status("200", content="<p>1 &gt; 0 <em>is</em> true</p>")
    script["GET /api/v1/accounts/1/statuses"] = [shown]
    script["GET /api/v1/statuses/200/source"] = {"id": "200", "text": "1 > 0 *is* true"}
    found = us.find(Publish("1 > 0 *is* true"), "k", SINCE)
    assert found is not None


def test_looking_for_the_other_deeds(script, us):
    script["GET /api/v1/statuses/100"] = status("100", favourited=True, reblogged=False)
    assert us.find(Like(BOB), "k", SINCE) is not None
    assert us.find(Unlike(BOB), "k", SINCE) is None
    assert us.find(Repost(BOB), "k", SINCE) is None
    assert us.find(Delete(BOB), "k", SINCE) is None
    assert us.find(Edit(BOB, "Hello"), "k", SINCE) is not None
    assert us.find(Delete(Target("404")), "k", SINCE) is not None
    assert us.find(Like(Target("404")), "k", SINCE) is None


def test_a_failing_look_is_no_answer(script, us):
    script["GET /api/v1/accounts/1/statuses"] = Said({}, 502)
    with pytest.raises(Trouble):
        us.find(Publish("Hello"), "k", SINCE)


# What this account may do


def test_only_mastodon_itself_is_trusted_with_a_key(script, tmp_path):
    assert connector(script, tmp_path).replay().key_life == 3000
    for software in ("gotosocial", "pleroma", "takahe", "unknown"):
        assert connector(script, tmp_path, software=software).replay().key_life == 0


@pytest.mark.parametrize("software", ["mastodon", "gotosocial"])
def test_a_report_in_doubt_is_never_repeated_and_a_mute_may_be_on_any_server(
    script, tmp_path, software
):
    us = connector(script, tmp_path, software=software)
    there = Target("7", author="9")
    assert us.replay_of(Report(there)).key_life == 0
    for action in (Mute(there), Unmute(there), Block(there), Unblock(there)):
        assert us.replay_of(action).key_life is None


def test_moderation_needs_its_own_permissions(script, tmp_path):
    us = connector(script, tmp_path, scopes=["read", "write:statuses", "write:mutes"])
    assert {Mute, Unmute} <= set(us.performs())
    assert not {Block, Report, Hide} & set(us.performs())
    assert us.spec.absent["block"] == us.spec.absent["report"] == "scope_missing"
    assert us.spec.absent["hide"] == "not_offered"
    blind = connector(script, tmp_path, scopes=["read:statuses", "write"])
    assert Mute not in blind.performs(), "a lost answer could not be looked for"


def test_what_the_token_may_not_is_not_offered(script, tmp_path):
    us = connector(script, tmp_path, scopes=["read", "write:favourites"])
    assert set(us.performs()) == {Like, Unlike}
    assert len(us.pulls()) == 5
    with pytest.raises(Unsupported) as caught:
        us.perform(Publish("x"), "k")
    assert caught.value.facts["why"] == "scope_missing"
