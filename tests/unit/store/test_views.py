"""Pages, fences and counts of the inbox agree with a plain reading of all rows."""

from __future__ import annotations

import random
from typing import Any

import pytest

from cmapp.store import digest, views
from cmapp.store.database import Store
from cmapp.store.sqlite import Connection
from cmapp.store.views import Filter, Order

ROWS = 900


@pytest.fixture
def filled(store: Store) -> Store:
    chance = random.Random(7)

    def fill(tx: Any) -> None:
        db = tx.db
        for account in ("aa", "bb"):
            db.execute(
                "INSERT INTO accounts (id, platform, realm, remote_id, server, handle, added_at)"
                " VALUES (?, 'demo', 'demo', ?, '', ?, 0)",
                (account, account, account),
            )
        db.execute("INSERT INTO contacts (id, vip, made_at) VALUES (1, 1, 0), (2, 0, 0)")
        db.execute("INSERT INTO contacts (id, merged_into, person, made_at) VALUES (3, 1, 1, 0)")
        db.execute("UPDATE contacts SET person = 1 WHERE id = 1")
        for n in range(1, 9):
            db.execute(
                "INSERT INTO profiles (id, realm, remote_id, handle, seen_at, contact_id)"
                " VALUES (?, 'demo', ?, ?, 0, ?)",
                (n, f"p{n}", f"p{n}", {1: 1, 2: 2, 3: 3}.get(n)),
            )
        db.execute("INSERT INTO labels (name, made_at) VALUES ('red', 0), ('blue', 0)")
        for n in range(1, ROWS + 1):
            state = chance.choice(["open", "open", "open", "waiting", "done", "muted"])
            db.execute(
                """INSERT INTO interactions (id, account_id, remote_key, kind, actor_id, created_at,
                     seen_at, state, needs_reply, lane, due_at, wake_at, assignee, alike)
                   VALUES (?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?, ?, ?, ?)""",
                (
                    n, chance.choice("aab") * 2, f"k{n}", chance.choice(["mention", "message"]),
                    chance.randint(1, 8), n, state, chance.randint(0, 1), chance.randint(0, 3),
                    chance.randint(0, 40),  # many are due at the same time
                    chance.randint(1, 9) if state == "waiting" and n % 2 else None,
                    chance.choice(["", "", "Mei"]), 5 if n % 9 == 5 else None,
                ),
            )  # fmt: skip
            for label in ("red", "blue"):
                if chance.random() < 0.2:
                    db.execute("INSERT INTO item_labels VALUES (?, ?)", (n, label))

    store.write(fill)
    return store


FILTERS: list[tuple[Filter, Order]] = [
    (Filter("open", True), "queue"),
    (Filter("open", True, ("mention",)), "queue"),
    (Filter("open", True, account_id="bb"), "queue"),
    (Filter("open", True, lane=2), "queue"),
    (Filter("open", True, label="RED"), "queue"),
    (Filter("open", True, label="red", assignee="Mei", vip=True), "queue"),
    (Filter("open", True, unlabelled=True), "queue"),
    (Filter("open", True, assignee=""), "queue"),
    (Filter("open", True, overdue_at=20), "queue"),
    (Filter("open", True, ids=tuple(range(5, 300, 7))), "queue"),
    (Filter("open", True, alike=5), "queue"),
    (Filter("waiting", snoozed=True), "wake"),
    (Filter("waiting", snoozed=False), "newest"),
    (Filter("done"), "newest"),
    (Filter("done", account_id="bb"), "oldest"),
    (Filter(None), "newest"),
    (Filter(None, kinds=("message",), vip=True), "newest"),
    (Filter("open", True, label="none"), "queue"),
]


def plainly(db: Connection, which: Filter, order: Order) -> list[int]:
    """Read every row and ask it."""
    vips = {1, 3}
    labels: dict[int, set[str]] = {}
    for item, label in db.execute("SELECT item_id, label FROM item_labels"):
        labels.setdefault(item, set()).add(label)
    found = []
    for r in db.execute("SELECT * FROM interactions").fetchall():
        given = labels.get(r["id"], set())
        if (
            (which.state is None or r["state"] == which.state)
            and (which.needs_reply is None or bool(r["needs_reply"]) == which.needs_reply)
            and (not which.kinds or r["kind"] in which.kinds)
            and (which.account_id is None or r["account_id"] == which.account_id)
            and (which.lane is None or r["lane"] == which.lane)
            and (which.label is None or which.label.lower() in given)
            and (not which.unlabelled or not given)
            and (which.assignee is None or r["assignee"] == which.assignee)
            and (not which.vip or r["actor_id"] in vips)
            and (which.snoozed is None or (r["wake_at"] is not None) == which.snoozed)
            and (which.overdue_at is None or r["due_at"] < which.overdue_at)
            and (which.alike is None or r["alike"] == which.alike)
            and (which.ids is None or r["id"] in which.ids)
        ):
            found.append(r)
    key = {
        "queue": lambda r: (r["lane"], r["due_at"], r["id"]),
        "newest": lambda r: -r["id"],
        "oldest": lambda r: r["id"],
        "wake": lambda r: (r["wake_at"], r["id"]),
    }[order]
    return [r["id"] for r in sorted(found, key=key)]


@pytest.mark.parametrize("few", [0, 4_000], ids=["walked", "members first"])
@pytest.mark.parametrize(("which", "order"), FILTERS, ids=str)
def test_pages_fences_and_counts_agree_with_a_plain_reading(
    filled: Store, which: Filter, order: Order, few: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "FEW", few)

    def look(db: Connection) -> None:
        wanted = plainly(db, which, order)
        assert wanted or which.label == "none"
        assert [i.id for i in views.page(db, which, order=order, limit=ROWS)] == wanted
        walked: list[int] = []
        after = None
        while found := views.page(db, which, order=order, after=after, limit=7):
            walked += [i.id for i in found]
            after = views.cursor(found[-1], order)
            assert after == views.place(db, found[-1].id, order)
        assert walked == wanted
        count, marks = views.fences(db, which, order=order, every=16)
        assert count == views.count(db, which) == len(wanted)
        assert len(marks) == -(-count // 16)
        blocks = [views.page(db, which, order=order, start=m, limit=16) for m in marks]
        assert [i.id for block in blocks for i in block] == wanted

    filled.read(look)


@pytest.mark.parametrize(("which", "order"), FILTERS, ids=str)
def test_no_page_reads_the_whole_table(filled: Store, which: Filter, order: Order) -> None:
    """What a pane asks for is served by an index, or by the few members of a label."""

    def look(db: Connection) -> list[str]:
        asked: list[str] = []
        db.set_trace_callback(asked.append)
        views.page(db, which, order=order, limit=16)
        db.set_trace_callback(None)
        plans = []
        for query in asked:
            if "FROM interactions i" in query:
                plans += [r[3] for r in db.execute(f"EXPLAIN QUERY PLAN {query}")]
        return plans

    for step in filled.read(look):
        # walking the rows in the order of their ids is what `newest` asks for
        assert step != "SCAN i" or order in ("newest", "oldest"), step
        assert "AUTOMATIC" not in step


@pytest.mark.parametrize("account", [None, "aa"])
def test_looking_back_reads_from_its_time_on_and_no_older_row(
    filled: Store, account: str | None
) -> None:
    def look(db: Connection) -> list[str]:
        asked: list[str] = []
        db.set_trace_callback(asked.append)
        views.seen_since(db, 5)
        digest.since(db, 5, account_id=account)
        db.set_trace_callback(None)
        found = [r[3] for query in asked for r in db.execute(f"EXPLAIN QUERY PLAN {query}")]
        return [step for step in found if "SCAN i" in step or "INDEX interactions" in step]

    assert filled.read(look) == []


def test_overdue_is_counted_over_all_lanes(filled: Store) -> None:
    def look(db: Connection) -> tuple[int, int]:
        wanted = len(plainly(db, Filter("open", True, overdue_at=20), "queue"))
        return views.overdue(db, now=20), wanted

    found, wanted = filled.read(look)
    assert found == wanted > 0
