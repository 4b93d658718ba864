"""The rules that make a connector. One suite for every platform; this is the definition.

Each test is a rule, named in the `quality.toml` of each platform as done, todo or exempt.
"""

from __future__ import annotations

import dataclasses
import json
import logging
import struct
import uuid
import zlib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from cmapp.connectors.base import Connector, Grant, Pending, Sent
from cmapp.connectors.registry import connector_class
from cmapp.domain import actions
from cmapp.domain.actions import (
    Action,
    Attachment,
    Block,
    Delete,
    Edit,
    Hide,
    Like,
    Mute,
    Poll,
    Publish,
    Reply,
    Report,
    Repost,
    Target,
    Unblock,
    Unhide,
    Unlike,
    Unmute,
    Unrepost,
    Unschedule,
)
from cmapp.domain.errors import (
    Flaky,
    Garbled,
    Missing,
    Offline,
    Rejected,
    SignInNeeded,
    Throttled,
    Trouble,
    Uncertain,
    Unsupported,
)
from cmapp.domain.limits import count
from cmapp.domain.records import Gone, Interaction, Kind, Post, Profile, Record
from cmapp.domain.streams import SCOPED, Stream
from cmapp.system.clock import now
from tests.contract import quality
from tests.contract.world import World, converse

HOUR = 3600 * 1000
WHYS = {
    "not_offered",
    "scope_missing",
    "server_too_old",
    "paid",
    "needs_review",
    "needs_server",
}


def key() -> str:
    """Return a key as the outbox makes it."""
    return str(uuid.uuid4())


def some_text() -> str:
    """Return a text that nothing else on the server has."""
    return f"Is there tea left? 还有货吗 {uuid.uuid4().hex[:8]}"


def pulled(
    connector: Connector, stream: Stream, scope: str = "", cursor: Any = None
) -> list[Record]:
    """Pull a stream to its end."""
    pages = connector.pull(stream, scope=scope, cursor=cursor)
    return [record for page in pages for record in page.records]


def posts(records: Iterable[Record]) -> dict[str, Post]:
    """Return the posts among records, those of interactions too, by remote id."""
    found: dict[str, Post] = {}
    for record in records:
        post = record.post if isinstance(record, Interaction) else record
        if isinstance(post, Post):
            found[post.remote_id] = post
    return found


def interactions(records: Iterable[Record], *, post: str | None = None) -> list[Interaction]:
    """Return the interactions among records; only those that consist of `post`, if given."""
    found = [record for record in records if isinstance(record, Interaction)]
    return [i for i in found if post is None or (i.post and i.post.remote_id == post)]


def aim(connector: Connector, post: str) -> Target:
    """Return a post as the target of a deed, read from the server as sync would."""
    seen = posts(pulled(connector, Stream.THREAD, post))
    found = seen[post]
    root = seen.get(found.root or "")
    return Target(
        remote_id=post,
        author=found.author.remote_id,
        handle=found.author.handle,
        visibility=found.visibility,
        facts=found.facts,
        root=found.root,
        root_facts=root.facts if root else {},
        root_author=root.author.remote_id if root else "",
    )


def answered_by_somebody(world: World, connector: Connector) -> Target:
    """Return somebody's answer to a post of ours, as the target of a deed."""
    above = published(world, connector)
    answer = world.reply(above, some_text())
    world.settle()
    return aim(connector, answer)


def offered(connector: Connector, *made: type[Any]) -> None:
    """Skip, with its reason, what this account cannot do at all."""
    for action in made:
        if action not in connector.performs():
            name = actions.NAMES[action]
            pytest.skip(f"{connector.spec.name} has no {name}: {connector.spec.absent[name]}")


def do(connector: Connector, action: Action, name: str | None = None) -> Sent:
    """Perform a deed to its end, step by step where it has steps."""
    name = name or key()
    outcome = connector.perform(action, name)
    while isinstance(outcome, Pending):
        outcome = connector.perform(action, name, json.loads(json.dumps(outcome.progress)))
    return outcome


def published(world: World, connector: Connector, text: str = "") -> str:
    """Publish something and return its id once it can be seen."""
    sent = do(connector, Publish(text or some_text(), made_at=now()))
    world.settle()
    return sent.remote_id


def mentioned(world: World, text: str = "") -> str:
    """Have somebody mention us and return the post's id once it can be seen."""
    post = world.mention(text or some_text())
    world.settle()
    return post


def picture() -> bytes:
    """Return a red PNG of 8 × 8."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    rows = b"".join(b"\0" + b"\xff\0\0" * 8 for _ in range(8))
    head = struct.pack(">IIBBBBB", 8, 8, 8, 2, 0, 0, 0)
    parts = chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def attached(profile: Path, alt: str = "A red square", mime: str = "image/png") -> Attachment:
    """Put a picture into the profile and return it as an attachment."""
    media = profile / "media"
    media.mkdir(exist_ok=True)
    (media / "red.png").write_bytes(picture())
    return Attachment("red.png", mime, alt, width=8, height=8)


# The spec.


def test_the_spec_is_complete(asked: str) -> None:
    spec = connector_class(asked).spec
    assert spec.id == asked
    assert spec.name and spec.signin_ways and spec.metrics and spec.secret
    assert set(spec.absent.values()) <= WHYS
    assert spec.lag_hours > 0
    # What cannot be measured is not listed at all: no count may claim it.
    assert not set(spec.metrics) & set(spec.absent)


def test_there_is_an_icon_and_a_help_page(asked: str) -> None:
    resources = quality.ROOT / "resources"
    assert (resources / "icons" / f"{asked}.svg").is_file()
    for language in ("en", "zh_CN", "zh_TW"):
        page = resources / "help" / language / f"{asked}.md"
        assert page.is_file() and page.read_text("utf-8").startswith("# ")


def test_what_is_listed_can_be_done_and_what_is_absent_has_a_reason(world: World) -> None:
    ours = world.ours()
    listed = {str(stream) for stream in ours.pulls()}
    listed |= {actions.NAMES[action] for action in ours.performs()}
    every = {str(stream) for stream in Stream} | set(actions.KINDS)
    assert listed <= every
    for name in every - listed:
        assert name in ours.spec.absent, name


def test_what_is_not_listed_is_refused_as_unsupported(world: World) -> None:
    ours = world.ours()
    for stream in set(Stream) - set(ours.pulls()):
        with pytest.raises(Unsupported):
            pulled(ours, stream, "x")
    target = Target("x")
    for made in (Edit(target, "x"), Like(target), Unrepost(target), Delete(target)):
        if type(made) not in ours.performs():
            with pytest.raises(Unsupported):
                ours.perform(made, key())


# Signing in.


def test_the_conversation_ends_in_a_grant(world: World, asked: str) -> None:
    way, answers = world.sign_in()
    grant = converse(connector_class(asked), way, answers)
    assert isinstance(grant, Grant)
    assert grant.realm and grant.remote_id and grant.handle and grant.server
    kept = json.dumps(dict(grant.facts)) + grant.server + grant.realm + grant.handle
    assert not any(secret in kept for secret in grant.secrets.values())
    assert all(isinstance(value, str) for value in grant.secrets.values())


def test_a_wrong_answer_is_asked_again_or_refused(world: World, asked: str) -> None:
    way, answers = world.wrong_sign_in()
    try:
        step = converse(connector_class(asked), way, answers)
    except (Rejected, SignInNeeded):
        return
    assert not isinstance(step, Grant)
    assert step.problem


def test_a_dead_token_asks_for_a_sign_in(world: World) -> None:
    ours = world.ours()
    world.fault("sign_in", 9)
    with pytest.raises(SignInNeeded):
        pulled(ours, Stream.INBOX)
    with pytest.raises(SignInNeeded):
        do(ours, Publish(some_text()))
    world.clear()
    assert world.published() == []


# Pulls.


def test_a_mention_is_one_interaction_with_its_text(world: World) -> None:
    text = some_text()
    post = mentioned(world, text)
    (found,) = interactions(pulled(world.ours(), Stream.INBOX), post=post)
    assert found.kind is Kind.MENTION
    assert found.remote_key == f"post:{post}"
    assert found.post and text in found.post.text
    assert found.actor == found.post.author and found.actor.handle


def test_an_answer_to_us_says_what_it_answers(world: World) -> None:
    ours = world.ours()
    mine = published(world, ours)
    answer = world.reply(mine, some_text())
    world.settle()
    (found,) = interactions(pulled(ours, Stream.INBOX), post=answer)
    assert found.kind in (Kind.REPLY, Kind.COMMENT)
    assert found.target == mine
    assert found.post and found.post.parent == mine


def test_a_message_is_one_interaction_however_it_arrives(world: World) -> None:
    text = some_text()
    post = world.message(text)
    world.settle()
    ours = world.ours()
    both = pulled(ours, Stream.INBOX) + pulled(ours, Stream.MESSAGES)
    found = interactions(both, post=post)
    assert found and len({one.remote_key for one in found}) == 1
    assert {one.kind for one in found} == {Kind.MESSAGE}
    assert found[0].post and found[0].post.visibility == "direct"
    assert text in found[0].post.text


def test_likes_boosts_and_follows_arrive_with_who_did_them(world: World) -> None:
    ours = world.ours()
    mine = published(world, ours)
    world.like(mine)
    world.repost(mine)
    world.follow(who=1)
    world.settle()
    found = interactions(pulled(ours, Stream.INBOX))
    kinds = {one.kind: one for one in found}
    assert {Kind.REACTION, Kind.REPOST, Kind.FOLLOW} <= set(kinds)
    assert kinds[Kind.REACTION].target == mine and kinds[Kind.REPOST].target == mine
    assert kinds[Kind.REACTION].actor == kinds[Kind.REPOST].actor
    assert kinds[Kind.FOLLOW].actor.remote_id != kinds[Kind.REPOST].actor.remote_id
    assert len({one.remote_key for one in found}) == len(found)


def test_a_quote_of_ours_arrives_as_a_quote(world: World) -> None:
    ours = world.ours()
    mine = published(world, ours)
    quote = world.quote(mine, some_text())
    world.settle()
    (found,) = interactions(pulled(ours, Stream.INBOX), post=quote)
    assert found.kind is Kind.QUOTE and found.target == mine


def test_a_nested_thread_is_rebuilt_as_it_is(world: World) -> None:
    ours = world.ours()
    root = published(world, ours)
    shape: dict[str, str | None] = {root: None}
    above = root
    for depth in range(4):
        above = world.reply(above, f"depth {depth}", who=depth % 2)
        world.settle()
        shape[above] = [*shape][-1]
    side = world.reply(root, "beside")
    world.settle()
    shape[side] = root
    for scope in (root, above, side):
        # What lies beside an answer need not come; what lies above and below it must.
        found = posts(pulled(ours, Stream.THREAD, scope))
        assert {one: post.parent for one, post in found.items()}.items() <= shape.items()
        assert scope in found and root in found
        assert all(post.root == root for one, post in found.items() if one != root)
    assert set(posts(pulled(ours, Stream.THREAD, root))) == set(shape)


def test_our_own_posts_and_answers_are_pulled(world: World) -> None:
    ours = world.ours()
    mine = published(world, ours)
    post = mentioned(world)
    answer = do(ours, Reply(aim(ours, post), some_text(), made_at=now())).remote_id
    world.settle()
    found = posts(pulled(ours, Stream.OWN_POSTS))
    assert {mine, answer} <= set(found)
    assert all(one.author.remote_id == ours.grant.remote_id for one in found.values())


def test_profiles_tell_their_counts_by_id_and_by_handle(world: World) -> None:
    ours = world.ours()
    (before,) = pulled(ours, Stream.PROFILE, ours.grant.remote_id)
    assert isinstance(before, Profile) and before.remote_id == ours.grant.remote_id
    assert before.posts is not None and before.followers is not None
    published(world, ours)
    world.follow()
    world.settle()
    (after,) = pulled(ours, Stream.PROFILE, ours.grant.remote_id)
    assert isinstance(after, Profile)
    assert (after.posts, after.followers) == (before.posts + 1, before.followers + 1)
    post = mentioned(world)
    (found,) = interactions(pulled(ours, Stream.INBOX), post=post)
    for scope in (found.actor.remote_id, found.actor.handle):
        (other,) = pulled(ours, Stream.PROFILE, scope)
        assert isinstance(other, Profile) and other.remote_id == found.actor.remote_id
    with pytest.raises(Missing):
        pulled(ours, Stream.PROFILE, "nobody-by-this-name")


def test_every_record_is_of_a_known_shape(world: World) -> None:
    ours = world.ours()
    mine = published(world, ours)
    world.reply(mine, some_text())
    mentioned(world)
    scopes = {Stream.THREAD: mine, Stream.PROFILE: ours.grant.remote_id}
    assert set(scopes) == SCOPED
    for stream in ours.pulls():
        for record in pulled(ours, stream, scopes.get(stream, "")):
            assert isinstance(record, Profile | Post | Interaction | Gone)
        for post in posts(pulled(ours, stream, scopes.get(stream, ""))).values():
            assert isinstance(post.remote_id, str) and post.remote_id
            assert abs(post.created_at - now()) < HOUR
            assert json.loads(json.dumps(dict(post.facts))) == post.facts
            told = {name: value for name, value in post.counts.items() if value is not None}
            assert set(told) <= set(ours.spec.metrics) and all(n >= 0 for n in told.values())
            for span in post.spans:
                assert 0 <= span.start < span.end <= len(post.text)


def test_text_is_plain_and_nothing_of_it_is_taken_for_markup(world: World) -> None:
    text = "5 < 6 & <b>bold</b> <img src=file:///etc/passwd>\n第二行 👩🏽‍🎨 & &lt;"
    post = mentioned(world, text)
    (found,) = interactions(pulled(world.ours(), Stream.INBOX), post=post)
    assert found.post
    for piece in ("5 < 6 & <b>bold</b> <img src=file:///etc/passwd>", "第二行 👩🏽‍🎨 & &lt;"):
        assert piece in found.post.text


def test_pulling_again_brings_nothing_new(world: World) -> None:
    ours = world.ours()
    for _ in range(3):
        mentioned(world)
    for stream in (Stream.INBOX, Stream.OWN_POSTS):
        pages = list(ours.pull(stream))
        first = [record for page in pages for record in page.records]
        cursor = json.loads(json.dumps(pages[-1].cursor))
        again = pulled(world.ours(), stream, cursor=cursor)
        assert all(record in first for record in again)


def test_a_pull_cut_after_any_page_loses_nothing(
    world: World, asked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Without the lag, which would read most of it again and hide what a bad cursor loses.
    platform = connector_class(asked)
    monkeypatch.setattr(platform, "spec", dataclasses.replace(platform.spec, lag_hours=0.0))
    expected = set()
    cursor: Any = None
    stored: set[str] = set()
    for _ in range(3):
        for _ in range(8):
            expected.add(world.mention(some_text()))
        world.settle()
        for page in world.ours().pull(Stream.INBOX, cursor=cursor):
            stored |= set(posts(page.records))
            cursor = json.loads(json.dumps(page.cursor))
            break
    stored |= set(posts(pulled(world.ours(), Stream.INBOX, cursor=cursor)))
    assert expected <= stored


def test_a_colleagues_answer_and_the_authors_next_word_show_in_the_thread(world: World) -> None:
    ours, colleague = world.ours(), world.ours(1)
    post = mentioned(world)
    before = set(posts(pulled(ours, Stream.THREAD, post)))
    answer = do(colleague, Reply(aim(colleague, post), some_text(), made_at=now())).remote_id
    more = world.reply(post, some_text())
    world.settle()
    found = posts(pulled(ours, Stream.THREAD, post))
    assert set(found) - before == {answer, more}
    assert found[answer].author.remote_id == colleague.grant.remote_id
    assert found[more].author == found[post].author
    assert found[answer].parent == found[more].parent == post


def test_an_edit_is_noticed(world: World) -> None:
    ours = world.ours()
    post = mentioned(world)
    for _ in range(12):  # far enough down that only the lag finds it again
        world.mention(some_text())
    world.settle()
    pages = list(ours.pull(Stream.INBOX))
    changed = some_text()
    world.edit(post, changed)
    world.settle()
    found = posts(pulled(ours, Stream.THREAD, post))[post]
    assert changed in found.text and found.edited_at is not None
    again = posts(pulled(ours, Stream.INBOX, cursor=pages[-1].cursor))
    assert post in again and changed in again[post].text


def test_a_deletion_is_noticed(world: World) -> None:
    ours = world.ours()
    mine = published(world, ours)
    answer = world.reply(mine, some_text())
    world.settle()
    assert answer in posts(pulled(ours, Stream.THREAD, mine))
    world.delete(answer)
    world.settle()
    assert answer not in posts(pulled(ours, Stream.THREAD, mine))
    try:
        found = pulled(ours, Stream.THREAD, answer)
    except Missing:
        return
    assert Gone(answer) in found


def test_looking_again_tells_what_is_there_still_and_what_is_gone(world: World) -> None:
    ours = world.ours()
    mine = published(world, ours)
    stays, changes, goes = (world.reply(mine, some_text()) for _ in range(3))
    world.settle()
    read = posts(pulled(ours, Stream.THREAD, mine))
    assert {stays, changes, goes} <= read.keys()
    changed = some_text()
    world.edit(changes, changed)
    world.delete(goes)
    world.settle()
    assert ours.spec.rechecks > 0
    again = ours.recheck([stays, changes, goes][: ours.spec.rechecks])
    there = {r.remote_id: r.text for r in again if isinstance(r, Post)}
    assert there.keys() == {stays, changes}
    assert there[stays] == read[stays].text and changed in there[changes]
    assert [r.remote_id for r in again if isinstance(r, Gone)] == [goes]
    world.fault("server_error", on="read")
    with pytest.raises(Flaky):  # and so nothing is taken for gone
        ours.recheck([stays])
    world.clear()
    world.fault("garbled", on="read")
    with pytest.raises(Garbled):
        ours.recheck([stays])


def test_a_thread_that_never_was_is_missing(world: World) -> None:
    ours = world.ours()
    gone = published(world, ours)
    do(ours, Delete(aim(ours, gone)))
    world.settle()
    try:
        found = pulled(ours, Stream.THREAD, gone)
    except Missing:
        return
    assert [record for record in found if not isinstance(record, Gone)] == []


def test_a_locked_thread_says_so(world: World) -> None:
    ours = world.ours()
    post = mentioned(world)
    target = aim(ours, post)
    world.lock(post)
    world.settle()
    found = posts(pulled(ours, Stream.THREAD, post))[post]
    assert found.can_reply is False and found.no_reply_why
    with pytest.raises(Rejected):
        do(ours, Reply(target, some_text()))
    assert world.replies_to(post) == []


def test_a_closed_reply_window_says_so(world: World) -> None:
    ours = world.ours()
    post = world.message(some_text())
    world.settle()
    before = posts(pulled(ours, Stream.MESSAGES))[post]
    assert before.reply_until is not None and before.reply_until > now()
    world.close_window(post)
    world.settle()
    found = posts(pulled(ours, Stream.THREAD, post))[post]
    assert found.can_reply is False and found.no_reply_why == "window_closed"
    with pytest.raises(Rejected):
        do(ours, Reply(aim(ours, post), some_text()))


# Deeds.


def test_what_was_published_is_what_a_pull_brings(world: World) -> None:
    ours = world.ours()
    text = some_text()
    sent = do(ours, Publish(text, made_at=now()))
    world.settle()
    assert world.published() == [sent.remote_id]
    found = posts(pulled(ours, Stream.OWN_POSTS))[sent.remote_id]
    assert found.text == text
    if sent.record is not None:
        assert isinstance(sent.record, Post)
        for name in ("remote_id", "text", "parent", "visibility", "kind"):
            assert getattr(sent.record, name) == getattr(found, name), name
        assert sent.record.author.remote_id == found.author.remote_id
        assert abs(sent.record.created_at - found.created_at) < 5_000


def test_a_reply_stands_under_the_right_post(world: World) -> None:
    ours = world.ours()
    root = mentioned(world)
    below = world.reply(root, some_text(), who=1)
    world.settle()
    text = some_text()
    sent = do(ours, Reply(aim(ours, below), text, made_at=now()))
    world.settle()
    assert world.replies_to(below) == [sent.remote_id]
    found = posts(pulled(ours, Stream.THREAD, root))[sent.remote_id]
    assert found.parent == below and found.root == root
    assert text in found.text


def test_a_reply_to_a_message_stays_private(world: World) -> None:
    ours = world.ours()
    post = world.message(some_text())
    world.settle()
    target = aim(ours, post)
    sent = do(ours, Reply(target, some_text(), visibility=target.visibility, made_at=now()))
    world.settle()
    assert world.replies_to(post) == [sent.remote_id]
    assert world.published() == []
    found = posts(pulled(ours, Stream.THREAD, post))[sent.remote_id]
    assert found.visibility == "direct"


def test_a_post_of_ours_can_be_edited(world: World) -> None:
    ours = world.ours()
    mine = published(world, ours)
    text = some_text()
    do(ours, Edit(aim(ours, mine), text))
    world.settle()
    assert world.text_of(mine) == text


def test_a_post_of_ours_can_be_taken_down(world: World) -> None:
    ours = world.ours()
    mine = published(world, ours)
    do(ours, Delete(aim(ours, mine)))
    world.settle()
    assert world.text_of(mine) is None
    assert world.published() == []


def test_likes_and_boosts_come_and_go_once(world: World) -> None:
    ours = world.ours()
    post = mentioned(world)
    for made, back, counted in (
        (Like, Unlike, world.liked),
        (Repost, Unrepost, world.reposted),
    ):
        for _ in range(2):
            do(ours, made(aim(ours, post)))
            world.settle()
            assert counted(post) == 1
        do(ours, back(aim(ours, post)))
        world.settle()
        assert counted(post) == 0


def test_a_picture_goes_out_with_its_description(world: World) -> None:
    ours = world.ours()
    picture = attached(ours.profile)
    sent = do(ours, Publish(some_text(), media=(picture,), made_at=now()))
    world.settle()
    found = posts(pulled(ours, Stream.OWN_POSTS))[sent.remote_id]
    (shown,) = found.media
    assert shown.kind == "image" and shown.alt == picture.alt


def test_a_deed_of_several_steps_goes_on_after_a_new_start_at_each(world: World) -> None:
    # A crash after a step: the next process has what was stored of it, or what was stored before.
    text, name = some_text(), key()
    action = Publish(text, media=(attached(world.ours().profile),), made_at=now())
    outcome = world.ours().perform(action, name)
    before: Any = None
    while isinstance(outcome, Pending):
        progress = json.loads(json.dumps(outcome.progress))
        again = world.ours().perform(action, name, before)
        assert isinstance(again, Pending)
        before, outcome = progress, world.ours().perform(action, name, progress)
    world.settle()
    assert world.published() == [outcome.remote_id]
    found = posts(pulled(world.ours(), Stream.OWN_POSTS))[outcome.remote_id]
    assert len(found.media) == 1 and found.text == text


def test_the_same_key_twice_is_one_deed(world: World) -> None:
    ours = world.ours()
    if ours.replay().key_life == 0:
        pytest.skip("this server honours no keys, and says so")
    post = mentioned(world)
    action = Reply(aim(ours, post), some_text(), made_at=now())
    name = key()
    first = do(ours, action, name)
    again = do(world.ours(), action, name)
    world.settle()
    assert first.remote_id == again.remote_id
    assert world.replies_to(post) == [first.remote_id]


def test_a_lost_answer_is_uncertain_and_the_deed_is_found(world: World) -> None:
    ours = world.ours()
    post = mentioned(world)
    action = Reply(aim(ours, post), some_text(), made_at=now())
    for kind in ("apply_drop", "apply_error"):
        since, name = now(), key()
        world.fault(kind, on="write")
        with pytest.raises(Uncertain):
            do(ours, action, name)
        world.clear()
        world.settle()
        found = world.ours().find(action, name, since)
        assert found is not None
        assert found.remote_id in world.replies_to(post)
        do(ours, Delete(aim(ours, found.remote_id)))
        world.settle()


def test_a_request_that_never_arrived_is_not_found_and_may_go_again(world: World) -> None:
    ours = world.ours()
    post = mentioned(world)
    action = Reply(aim(ours, post), some_text(), made_at=now())
    since, name = now(), key()
    for kind in ("drop_before", "server_error"):
        world.fault(kind, on="write")
        with pytest.raises((Uncertain, Offline)):
            do(ours, action, name)
        world.clear()
        world.settle()
        assert ours.find(action, name, since) is None
    sent = do(ours, action, name)
    world.settle()
    assert world.replies_to(post) == [sent.remote_id]
    found = ours.find(action, name, since)
    assert found and found.remote_id == sent.remote_id


def test_another_post_of_ours_is_not_taken_for_the_deed(world: World) -> None:
    ours = world.ours()
    first, second = mentioned(world), mentioned(world)
    text, since = some_text(), now()
    do(ours, Reply(aim(ours, first), text, made_at=now()))
    world.settle()
    action = Reply(aim(ours, second), text, made_at=now())
    assert ours.find(action, key(), since) is None


def test_a_reply_to_what_was_deleted_does_not_go_astray(world: World) -> None:
    ours = world.ours()
    post = mentioned(world)
    target = aim(ours, post)
    world.delete(post)
    world.settle()
    try:
        sent = do(ours, Reply(target, some_text(), made_at=now()))
    except (Missing, Rejected):
        assert world.published() == []
        return
    assert "detached" in sent.notes


def test_offline_nothing_happens_and_it_says_so(world: World) -> None:
    ours = world.ours()
    world.fault("offline", 9)
    with pytest.raises(Offline):
        pulled(ours, Stream.INBOX)
    with pytest.raises(Offline):
        do(ours, Publish(some_text()))
    world.clear()
    world.settle()
    assert world.published() == []


# Moderation.

STATES: dict[type[Any], tuple[type[Any], str]] = {
    Mute: (Unmute, "muted"),
    Block: (Unblock, "blocked"),
    Hide: (Unhide, "hidden"),
}
"""Deed → (what takes it back, the method of World that tells the truth)."""


def test_a_mute_a_block_and_a_hidden_answer_come_and_go_once(world: World) -> None:
    ours = world.ours()
    target = answered_by_somebody(world, ours)
    tried = 0
    for made, (back, told) in STATES.items():
        if made not in ours.performs():
            assert ours.spec.absent[actions.NAMES[made]] in WHYS
            continue
        tried += 1
        look = getattr(world, told)
        for _ in range(2):
            do(ours, made(target, reason="rude"))
            world.settle()
            assert look(target.remote_id)
        for _ in range(2):
            do(ours, back(target))
            world.settle()
            assert not look(target.remote_id)
    assert tried


def test_a_lost_answer_to_a_mute_a_block_or_a_hiding_is_found(world: World) -> None:
    ours = world.ours()
    target = answered_by_somebody(world, ours)
    for made, (back, told) in STATES.items():
        if made not in ours.performs():
            continue
        look = getattr(world, told)
        for action, wanted in ((made(target), True), (back(target), False)):
            since, name = now(), key()
            world.fault("drop_before", on="write")
            with pytest.raises((Uncertain, Offline)):
                do(ours, action, name)
            world.clear()
            assert world.ours().find(action, name, since) is None
            world.fault("apply_drop", on="write")
            with pytest.raises(Uncertain):
                do(ours, action, name)
            world.clear()
            world.settle()
            assert world.ours().find(action, name, since) is not None
            assert look(target.remote_id) is wanted
            assert ours.replay_of(action).key_life is None  # asking again is no second deed
    world.fault("garbled", on="write")  # a page of some network's own in place of the answer
    with pytest.raises(Uncertain):
        do(ours, Mute(target))


def test_a_report_reaches_the_moderators_with_its_words(world: World) -> None:
    ours = world.ours()
    offered(ours, Report)
    post = mentioned(world)
    target = aim(ours, post)
    do(ours, Report(target, "spam", "Sells followers.", reason="the desk's own"))
    do(ours, Report(dataclasses.replace(target, remote_id="", facts={}), "abuse", "Insults."))
    on_post, on_person = world.reports()
    assert on_post["person"] == on_person["person"] == target.author
    assert (on_post["post"], on_person["post"]) == (post, None)
    assert "Sells followers." in on_post["note"] and "Insults." in on_person["note"]
    assert "the desk's own" not in json.dumps([on_post, on_person])


def test_a_report_whose_answer_was_lost_is_not_made_twice(world: World) -> None:
    ours = world.ours()
    offered(ours, Report)
    action, since, name = Report(aim(ours, mentioned(world)), "spam", "Spam."), now(), key()
    world.fault("apply_drop", on="write")
    with pytest.raises(Uncertain):
        do(ours, action, name)
    world.clear()
    assert len(world.reports()) == 1
    if world.ours().find(action, name, since) is None:
        assert ours.replay_of(action).key_life == 0.0, "a person has to decide"
    else:
        do(ours, action, name)
        assert len(world.reports()) == 1


def test_an_answer_in_somebody_elses_thread_is_not_hidden(world: World) -> None:
    ours = world.ours()
    offered(ours, Hide)
    elsewhere = mentioned(world)
    below = world.reply(elsewhere, some_text(), who=1)
    world.settle()
    for post in (elsewhere, below):
        action = Hide(aim(ours, post))
        assert ours.refuses(action) == "not_our_thread"
        world.fault("offline", 9)
        with pytest.raises(Rejected) as refused:
            do(ours, action)
        world.clear()
        assert refused.value.facts == {"field": "target", "reason": "not_our_thread"}
        assert not world.hidden(post)


# Limits.


# --- kept for later, threads, and what a post can be asked to be ----------------------------------


def later(minutes: int = 90) -> int:
    """Return a time, on the whole second, that every scheduler takes (UTC ms)."""
    return (now() // 1000 + minutes * 60) * 1000


def held(connector: Connector, text: str, at: int, name: str | None = None) -> Sent:
    """Hand a post to the platform's scheduler."""
    return do(connector, Publish(text, made_at=now(), at=at), name)


def test_a_post_for_later_is_held_and_not_out(world: World) -> None:
    ours, text, at = world.ours(), some_text(), later()
    offered(ours, Unschedule)
    assert ours.limits().ahead_min is not None
    sent = held(ours, text, at)
    assert sent.record is None and sent.held_until is not None
    assert abs(sent.held_until - at) < 1000
    assert world.scheduled() == [text] and world.published() == []
    assert ours.held_until(sent.remote_id) == sent.held_until


def test_what_was_held_is_found_once_it_is_out(world: World) -> None:
    ours, text, at, name = world.ours(), some_text(), later(), key()
    offered(ours, Unschedule)
    sent = held(ours, text, at, name)
    world.come_due(sent.remote_id)
    world.settle()
    action = Publish(text, made_at=now(), at=at)
    found = ours.find(action, name, now() - HOUR)
    if found is None or found.held_until is not None:
        found = ours.find(action, name, now() - HOUR)  # looking wakes some schedulers
    assert found is not None and found.held_until is None
    assert world.published() == [found.remote_id] and world.scheduled() == []
    assert ours.held_until(sent.remote_id) is None


def test_what_is_held_can_be_taken_back_once(world: World) -> None:
    ours, text = world.ours(), some_text()
    offered(ours, Unschedule)
    sent = held(ours, text, later())
    assert do(ours, Unschedule(sent.remote_id)).remote_id == sent.remote_id
    assert world.scheduled() == [] and world.published() == []
    assert ours.held_until(sent.remote_id) is None
    with pytest.raises(Missing):
        do(ours, Unschedule(sent.remote_id))


def test_a_lost_answer_to_handing_over_is_uncertain_and_what_is_held_is_found(
    world: World,
) -> None:
    ours, text, at, name = world.ours(), some_text(), later(), key()
    offered(ours, Unschedule)
    action = Publish(text, made_at=now(), at=at)
    world.fault("apply_drop", on="write")
    with pytest.raises(Uncertain):
        do(ours, action, name)
    world.clear()
    found = ours.find(action, name, now() - HOUR)
    assert found is not None and found.held_until is not None
    assert world.scheduled() == [text]
    other = Publish(some_text(), made_at=now(), at=at)
    assert ours.find(other, key(), now() - HOUR) is None
    do(ours, Unschedule(found.remote_id))
    assert ours.find(action, name, now() - HOUR) is None


def test_a_time_that_is_too_near_is_refused(world: World) -> None:
    """Some publish at once then, and some date it back."""
    ours = world.ours()
    offered(ours, Unschedule)
    for at in (now() + 60_000, now() - HOUR):
        with pytest.raises(Rejected) as caught:
            held(ours, some_text(), at)
        assert caught.value.facts["field"] == "at"
    assert world.published() == [] and world.scheduled() == []


def test_the_parts_of_a_thread_stand_one_under_the_other(world: World) -> None:
    ours, texts = world.ours(), [some_text() for _ in range(3)]
    first = do(ours, Publish(texts[0], made_at=now()))
    assert isinstance(first.record, Post)
    above, ids = first.record, [first.remote_id]
    for text in texts[1:]:
        target = Target(
            remote_id=above.remote_id,
            author=above.author.remote_id,
            handle=above.author.handle,
            visibility=above.visibility,
            facts=above.facts,  # as stored a moment ago: no read in between
            root=first.remote_id,
            root_facts=first.record.facts,
            root_author=above.author.remote_id,
        )
        part = do(ours, Reply(target, text, made_at=now()))
        assert isinstance(part.record, Post) and not part.notes
        above = part.record
        ids.append(part.remote_id)
    world.settle()
    assert world.replies_to(ids[0]) == [ids[1]] and world.replies_to(ids[1]) == [ids[2]]
    for text, number in zip(texts, ids, strict=True):
        assert (world.text_of(number) or "").endswith(text), "nobody is named who is ourselves"


def test_a_poll_goes_out_as_it_was_asked(world: World) -> None:
    ours, text = world.ours(), some_text()
    if not ours.limits().poll_options:
        pytest.skip(f"{ours.spec.name} has no polls: {ours.spec.absent['poll']}")
    poll = Poll(("green 绿", "black 红"), seconds=3600, multiple=True)
    sent = do(ours, Publish(text, made_at=now(), poll=poll))
    assert world.poll_of(sent.remote_id) == ["green 绿", "black 红"]
    held_back = ours.limits().poll_options
    too_many = Poll(tuple(f"option {n}" for n in range(held_back + 1)), seconds=3600)
    for wrong in (Poll(("one",), 3600), Poll(("a", "a"), 3600), too_many, Poll(("a", "b"), 1)):
        with pytest.raises(Rejected) as caught:
            do(ours, Publish(some_text(), made_at=now(), poll=wrong))
        assert caught.value.facts["field"] == "poll"
    assert len(world.published()) == 1


def test_a_post_is_for_those_it_was_meant_for(world: World) -> None:
    ours = world.ours()
    wished = [v for v in ours.limits().visibilities if v != "public"]
    for visibility in wished:
        sent = do(ours, Publish(some_text(), made_at=now(), visibility=visibility))
        assert isinstance(sent.record, Post) and sent.record.visibility == visibility
    assert "public" in ours.limits().visibilities


def test_what_the_account_does_not_offer_is_refused_before_the_network(
    world: World, tmp_path: Path
) -> None:
    ours, limits, text = world.ours(), world.ours().limits(), some_text()
    folder = ours.profile / "media"
    folder.mkdir(exist_ok=True)
    (folder / "film.mp4").write_bytes(b"\0\0\0\x18ftypmp42" + bytes(40))
    film = Attachment("film.mp4", "video/mp4", "A kettle.", 16, 16, seconds=1.0)
    strange = dataclasses.replace(film, mime="video/x-strange")
    wrong = [
        (Publish(text, visibility="nobody"), "visibility"),
        (Publish(text, media=(strange,)), "media"),
    ]
    if not limits.spoiler:
        wrong.append((Publish(text, spoiler="tea"), "spoiler"))
    if not limits.poll_options:
        wrong.append((Publish(text, poll=Poll(("a", "b"), 3600)), "poll"))
    if not limits.video_kinds:
        wrong.append((Publish(text, media=(film,)), "media"))
    else:
        wrong.append((Publish(text, media=(film, film)), "media"))
    if limits.video_seconds:
        long = dataclasses.replace(film, seconds=limits.video_seconds + 1.0)
        wrong.append((Publish(text, media=(long,)), "media"))
    world.fault("offline", 1000)
    for action, field in wrong:
        with pytest.raises(Rejected) as caught:
            do(ours, action)
        assert caught.value.facts["field"] == field, action
    world.clear()
    assert world.published() == []


def test_a_text_at_the_limit_passes(world: World) -> None:
    ours = world.ours()
    limit = count("", ours.limits())[0].limit
    text = "字" * limit
    if any(measure.left < 0 for measure in count(text, ours.limits())):
        text = "x" * limit
    sent = do(ours, Publish(text, made_at=now()))
    world.settle()
    assert world.text_of(sent.remote_id) == text


def test_a_text_over_the_limit_is_refused_before_the_network(world: World) -> None:
    ours = world.ours()
    limit = min(measure.limit for measure in count("", ours.limits()))
    text = "👩🏽‍🎨" * (limit + 1)
    world.fault("offline", 9)
    with pytest.raises(Rejected) as refused:
        do(ours, Publish(text))
    assert refused.value.facts["field"] == "text"
    assert refused.value.facts["size"] > refused.value.facts["limit"]


def test_an_empty_text_is_refused_before_the_network(world: World) -> None:
    ours = world.ours()
    world.fault("offline", 9)
    with pytest.raises(Rejected):
        do(ours, Publish("  \n "))


def test_pictures_over_a_limit_are_refused_before_the_network(world: World) -> None:
    ours = world.ours()
    limits = ours.limits()
    one = attached(ours.profile)
    wrong = [(one,) * (limits.media_count + 1), (attached(ours.profile, mime="image/x-odd"),)]
    if limits.alt_length is not None:
        wrong.append((attached(ours.profile, alt="x" * (limits.alt_length + 1)),))
    if limits.media_bytes is not None:
        with (ours.profile / "media" / "huge.png").open("wb") as file:
            file.truncate(limits.media_bytes + 1)
        wrong.append((Attachment("huge.png", "image/png", "huge"),))
    world.fault("offline", 99)
    for media in wrong:
        with pytest.raises(Rejected):
            do(ours, Publish(some_text(), media=media))


# Weather.


@pytest.mark.parametrize("seconds", [0, 7, 99_999_999_999])
def test_too_fast_says_until_when(world: World, seconds: float) -> None:
    ours = world.ours()
    for read in (True, False):
        world.fault("throttle", on="any", seconds=seconds)
        with pytest.raises(Throttled) as slow:
            if read:
                pulled(ours, Stream.INBOX)
            else:
                do(ours, Publish(some_text()))
        assert now() < slow.value.until + 1_000
        assert slow.value.until <= now() + HOUR + 1_000
        world.clear()
        ours = world.ours()


def test_a_server_error_on_a_read_is_flaky(world: World) -> None:
    ours = world.ours()
    world.fault("server_error", 9, on="read")
    with pytest.raises(Flaky):
        pulled(ours, Stream.INBOX)
    world.clear()
    post = mentioned(world)
    assert post in posts(pulled(ours, Stream.INBOX))


def test_an_answer_that_is_no_answer_is_garbled(world: World) -> None:
    ours = world.ours()
    world.fault("garbled", 9, on="read")
    with pytest.raises(Garbled):
        pulled(ours, Stream.INBOX)
    world.clear()
    post = mentioned(world)
    assert post in posts(pulled(ours, Stream.INBOX))


def test_an_answer_to_a_write_that_is_no_answer_is_uncertain(world: World) -> None:
    ours = world.ours()
    world.fault("garbled", 9, on="write")
    with pytest.raises(Uncertain):
        do(ours, Publish(some_text()))


def test_a_refusal_is_told_as_one(world: World) -> None:
    ours = world.ours()
    world.fault("refuse", on="write")
    with pytest.raises(Rejected):
        do(ours, Publish(some_text()))
    world.clear()
    world.settle()
    assert world.published() == []


# Silence.


def test_no_secret_and_no_text_is_logged(world: World, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.NOTSET)
    logging.getLogger("cmapp").setLevel(1)
    theirs, mine = some_text(), some_text()
    post = mentioned(world, theirs)
    ours = world.ours()
    pulled(ours, Stream.INBOX)
    target = aim(ours, post)
    for kind in ("", "apply_drop", "server_error", "garbled", "refuse"):
        if kind:
            world.fault(kind, on="write")
        try:
            do(ours, Reply(target, mine, made_at=now()))
        except Trouble as trouble:
            assert mine not in str(trouble) + repr(trouble) + json.dumps(dict(trouble.facts))
        world.clear()
    written = caplog.text + "".join(str(record.__dict__) for record in caplog.records)
    for kept in (theirs, mine, *world.secrets()):
        assert kept not in written
