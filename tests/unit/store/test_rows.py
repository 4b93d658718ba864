"""What the rows keep: the inbox in the order it waits, drafts, and each arrow of the outbox."""

from __future__ import annotations

from typing import Any

import pytest

from cmapp.domain.records import Interaction, Kind, Post, Profile, said
from cmapp.services import syncing
from cmapp.store import accounts, drafts, held_there, ids, inbox, outbox, sqlite, views
from cmapp.store.accounts import Account
from cmapp.store.database import Store, Tx

NOW = 1_767_225_600_000
MINUTE = 60_000
US = Profile("us", "shop", "The shop")
COLLEAGUE = Profile("we", "shop_tw", "The other shop")
ANA = Profile("u1", "ana", "Ana")


def connect(store: Store, who: Profile) -> Account:
    def keep(tx: Tx) -> str:
        return accounts.keep(
            tx, platform="mastodon", realm="mastodon:town", remote_id=who.remote_id,
            server="https://town.example", handle=who.handle, name=who.name, avatar=None,
            url=None, facts={}, now=NOW,
        )  # fmt: skip

    account_id = store.write(keep)
    found = store.read(lambda db: accounts.by_id(db, account_id))
    assert found is not None
    return found


@pytest.fixture
def shop(store: Store) -> Account:
    return connect(store, US)


def post(name: str, who: Profile = ANA, *, at: int = NOW, **more: Any) -> Post:
    return Post(name, who, more.pop("text", f"text of {name}"), at, **more)


def bring(store: Store, account: Account, *records: Any) -> set[int]:
    found, _ = store.write(lambda tx: syncing.keep(tx, account, records, now=NOW))
    return found


def items(store: Store, **which: Any) -> list[inbox.Item]:
    which = {"state": None, **which}
    return store.read(lambda db: views.queue(db, views.Filter(**which), limit=100))


# --- one thing is one interaction ---------------------------------------------------------------


@pytest.mark.parametrize("order", [(Kind.MENTION, Kind.MESSAGE), (Kind.MESSAGE, Kind.MENTION)])
def test_a_message_that_comes_by_two_ways_is_one_and_a_message(
    store: Store, shop: Account, order: tuple[Kind, Kind]
) -> None:
    """A Mastodon direct message arrives as a notification and as a conversation."""
    direct = post("p1", visibility="direct")
    for kind in order:
        bring(store, shop, said(direct, kind))
    (item,) = items(store)
    assert (item.kind, item.text, item.needs_reply) == ("message", "text of p1", True)
    for kind in order:  # and again with every pull
        assert bring(store, shop, said(direct, kind)) == set()
    assert len(items(store)) == 1


def test_a_pull_that_brings_nothing_new_touches_nothing(store: Store, shop: Account) -> None:
    told: list[object] = []
    one = said(post("p1", counts={"likes": 3}), Kind.MENTION)
    bring(store, shop, one)
    store.subscribe(told.append)
    bring(store, shop, one)
    assert told == []


def test_two_accounts_of_ours_each_have_their_own(store: Store, shop: Account) -> None:
    other = connect(store, COLLEAGUE)
    bring(store, shop, said(post("p1"), Kind.MENTION))
    bring(store, other, said(post("p1"), Kind.MENTION))
    assert {i.account_id for i in items(store)} == {shop.id, other.id}
    assert store.read(lambda db: db.execute("SELECT count(*) FROM posts").fetchone()[0]) == 1


def test_follows_and_likes_without_a_post_of_their_own_do_not_clash(
    store: Store, shop: Account
) -> None:
    deeds = [
        Interaction(f"{kind}:{who}", kind, Profile(who, who), NOW)
        for who in ("a", "b")
        for kind in (Kind.FOLLOW, Kind.REACTION)
    ]
    bring(store, shop, *deeds)
    assert len(items(store)) == 4
    assert [i.needs_reply for i in items(store)] == [False] * 4


# --- the order ----------------------------------------------------------------------------------


def test_what_needs_a_reply_comes_first_the_longest_waiting_before_all(
    store: Store, shop: Account
) -> None:
    bring(
        store,
        shop,
        said(post("new", at=NOW - 1 * MINUTE), Kind.MENTION),
        said(post("old", at=NOW - 90 * MINUTE), Kind.COMMENT),
        Interaction("like:2", Kind.REACTION, ANA, NOW - 2 * MINUTE),
        said(post("mid", at=NOW - 30 * MINUTE), Kind.MESSAGE),
        Interaction("like:1", Kind.REACTION, ANA, NOW - 99 * MINUTE),
    )
    found = items(store, state="open")
    assert [i.text for i in found[:3]] == ["text of old", "text of mid", "text of new"]
    assert [i.created_at for i in found[3:]] == [NOW - 2 * MINUTE, NOW - 99 * MINUTE]


def test_a_time_that_cannot_be_is_when_it_was_first_seen(store: Store, shop: Account) -> None:
    bring(
        store,
        shop,
        said(post("future", at=NOW + 400 * 86_400_000), Kind.MENTION),
        said(post("past", at=-5), Kind.MENTION),
    )
    assert [i.created_at for i in items(store)] == [NOW, NOW]


def test_ids_are_time_the_same_on_every_desk(store: Store, shop: Account) -> None:
    (number,) = bring(store, shop, said(post("p1"), Kind.MENTION))
    assert number >> 20 == NOW
    assert ids.remote(NOW, f"{shop.id}:mastodon:town", "post:p1") == number


# --- answered -----------------------------------------------------------------------------------


@pytest.mark.parametrize("who", [US, COLLEAGUE])
def test_what_one_of_ours_has_answered_already_is_born_done(
    store: Store, shop: Account, who: Profile
) -> None:
    connect(store, COLLEAGUE)
    bring(store, shop, post("answer", who, at=NOW, parent="question"))
    bring(store, shop, said(post("question", at=NOW - 5 * MINUTE), Kind.MENTION))
    (item,) = items(store)
    assert (item.state, item.done_at) == ("done", NOW)


def test_an_answer_that_is_read_later_closes_what_is_open(store: Store, shop: Account) -> None:
    bring(store, shop, said(post("question", at=NOW - 5 * MINUTE), Kind.MENTION))
    assert items(store)[0].state == "open"
    bring(store, shop, post("answer", US, at=NOW - MINUTE, parent="question"))
    assert items(store)[0].state == "done"


def test_the_answer_of_a_stranger_closes_nothing(store: Store, shop: Account) -> None:
    bring(store, shop, said(post("question", at=NOW - 5 * MINUTE), Kind.MENTION))
    bring(store, shop, post("answer", Profile("u9", "chen"), parent="question"))
    assert items(store)[0].state == "open"


def test_what_a_person_reopened_stays_open_when_it_is_read_again(
    store: Store, shop: Account
) -> None:
    bring(store, shop, said(post("question", at=NOW - 5 * MINUTE), Kind.MENTION))
    bring(store, shop, post("answer", US, at=NOW, parent="question"))
    (item,) = items(store)
    store.write(lambda tx: inbox.set_state(tx, item.id, "open", now=NOW))
    bring(store, shop, said(post("question", at=NOW - 5 * MINUTE), Kind.MENTION))
    bring(store, shop, post("answer", US, at=NOW, parent="question"))
    assert items(store)[0].state == "open"


# --- what is gone -------------------------------------------------------------------------------


def test_an_account_that_is_removed_takes_its_items_and_its_realms_posts_along(
    store: Store, shop: Account
) -> None:
    bring(store, shop, said(post("p1", text="要求退款"), Kind.MENTION))
    store.write(lambda tx: accounts.remove(tx, shop))
    assert items(store) == []
    counted = store.read(
        lambda db: [db.execute(f"SELECT count(*) FROM {t}").fetchone()[0]
                    for t in ("posts", "profiles", "cursors")]
    )  # fmt: skip
    assert counted == [0, 0, 0]
    assert connect(store, US).id == shop.id  # the same account comes back to life


# --- drafts -------------------------------------------------------------------------------------


def test_each_save_is_a_version_and_autosaves_share_one(store: Store) -> None:
    def save(text: str, *, at: int, merge: int = 0) -> int:
        return store.write(
            lambda tx: drafts.save(tx, text, now=at, draft_id=number, merge_ms=merge)
        )

    number = None
    number = save("a", at=NOW)
    for n in range(10):  # typing for ten seconds
        save(f"a{n}", at=NOW + 31_000 + n * 1000, merge=30_000)
    save("a9", at=NOW + 50_000)  # nothing is different
    save("b", at=NOW + 90_000, merge=30_000)
    history = store.read(lambda db: drafts.history(db, number))
    assert [v["text"] for v in history] == ["b", "a9", "a"]
    found = store.read(lambda db: drafts.by_id(db, number))
    assert found is not None
    assert (found.text, found.versions) == ("b", 3)


def test_a_deleted_draft_takes_its_versions_along(store: Store) -> None:
    number = store.write(lambda tx: drafts.save(tx, "a", now=NOW))
    assert store.write(lambda tx: drafts.delete(tx, number)) is not None
    assert store.write(lambda tx: drafts.delete(tx, number)) is None
    assert store.read(lambda db: drafts.history(db, number)) == []


# --- rows ---------------------------------------------------------------------------------------


def queued(store: Store, account: Account, text: str = "x") -> int:
    from cmapp.domain.actions import Publish

    def add(tx: Tx) -> int:
        draft = drafts.save(tx, text, now=NOW)
        return outbox.add(tx, account.id, Publish(text), now=NOW, draft_id=draft)

    return store.write(add)


def row(store: Store, number: int) -> outbox.Deed:
    found = store.read(lambda db: outbox.by_id(db, number))
    assert found is not None
    return found


ARROWS: dict[str, tuple[set[str], Any]] = {
    "claim": ({"ready", "uncertain"}, lambda tx, d: outbox.claim(tx, d.id, now=NOW)),
    "back_to_ready": ({"sending"}, lambda tx, d: outbox.back_to_ready(tx, d.id, not_before=0)),
    "uncertain": (
        {"sending", "uncertain"},
        lambda tx, d: outbox.uncertain(tx, d.id, not_before=1, error_code="x", looks=1),
    ),
    "rejected": ({"sending"}, lambda tx, d: outbox.rejected(tx, d, now=NOW, code="x", facts={})),
    "review": (
        {"ready", "sending", "uncertain"},
        lambda tx, d: outbox.review(tx, d.id, "late", now=NOW),
    ),
    "sent": (
        {"ready", "sending", "scheduled", "uncertain", "review"},
        lambda tx, d: outbox.sent(tx, d, now=NOW, remote_id="p1"),
    ),
    "cancel": (
        {"ready", "review", "rejected"},
        lambda tx, d: outbox.cancel(tx, d, now=NOW),
    ),
    "accept": ({"review"}, lambda tx, d: outbox.accept(tx, d, now=NOW)),
    "scheduled": (
        {"ready", "sending", "uncertain", "review"},
        lambda tx, d: held_there.scheduled(
            tx, d, now=NOW, ref="s1", at=NOW, recall=None, note=None
        ),
    ),
    "keep_here": ({"sending"}, lambda tx, d: held_there.keep_here(tx, d.id, now=NOW, note="x")),
    "look_later": (
        {"scheduled"},
        lambda tx, d: held_there.look_later(tx, d.id, not_before=9, looks=1),
    ),
    "unresolved": ({"scheduled"}, lambda tx, d: held_there.unresolved(tx, d.id, now=NOW)),
    "given_back": ({"scheduled"}, lambda tx, d: held_there.given_back(tx, d, now=NOW)),
    "withdraw": (
        {"ready", "scheduled", "review", "rejected"},
        lambda tx, d: held_there.withdraw(tx, d, now=NOW),
    ),
    "wait": (
        {"ready", "uncertain"},
        lambda tx, d: outbox.wait(tx, d.id, not_before=9, error_code="x"),
    ),
}
STATES = (
    "ready", "sending", "scheduled", "sent", "rejected", "uncertain", "review", "cancelled",
)  # fmt: skip


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("arrow", ARROWS)
def test_an_arrow_moves_a_row_from_its_own_states_only(
    store: Store, shop: Account, arrow: str, state: str
) -> None:
    """Whoever comes too late, a lane or a person, changes nothing."""
    starts, move = ARROWS[arrow]
    number = queued(store, shop)
    store.write(
        lambda tx: tx.db.execute("UPDATE outbox SET state = ? WHERE id = ?", (state, number))
    )
    before = row(store, number)
    store.write(lambda tx: move(tx, before))
    assert (row(store, number) != before) == (state in starts)
    if state not in starts:
        assert [d.text for d in store.read(drafts.every)] == ["x"]


def test_one_post_settles_one_row(store: Store, shop: Account) -> None:
    first, second = queued(store, shop), queued(store, shop)
    for number, settled in ((first, True), (second, False)):
        store.write(lambda tx, n=number: outbox.claim(tx, n, now=NOW))  # type: ignore[misc]
        deed = row(store, number)
        told = store.write(lambda tx, d=deed: outbox.sent(tx, d, now=NOW, remote_id="p1"))  # type: ignore[misc]
        assert told is settled
    assert [row(store, n).state for n in (first, second)] == ["sent", "sending"]


def test_one_draft_has_one_row_under_way(store: Store, shop: Account) -> None:
    from cmapp.domain.actions import Publish

    number = queued(store, shop)
    draft = row(store, number).draft_id
    with pytest.raises(sqlite.IntegrityError):
        store.write(lambda tx: outbox.add(tx, shop.id, Publish("x"), now=NOW, draft_id=draft))
    store.write(lambda tx: outbox.cancel(tx, row(store, number), now=NOW))
    store.write(lambda tx: outbox.add(tx, shop.id, Publish("x"), now=NOW, draft_id=draft))


def test_an_action_lies_in_its_row_without_loss(store: Store, shop: Account) -> None:
    from cmapp.domain.actions import Attachment, Reply, Target

    action = Reply(
        Target("p1", "u1", "ana", "direct", {"cid": "x"}, "p0", {"cid": "y"}),
        "修改youer服务端 😀\n\x7f",
        (Attachment("a.png", "image/png", "alt", 3, 4),),
        visibility="direct",
        lang="zh",
        made_at=NOW,
    )
    number = store.write(lambda tx: outbox.add(tx, shop.id, action, now=NOW))
    assert row(store, number).action == action
