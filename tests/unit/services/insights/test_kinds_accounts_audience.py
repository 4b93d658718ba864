"""Kinds of answers, accounts side by side, audience by platform: against plain SQL.

Requirements: IN-10, AC-07, AC-08, AC-10, AN-10.
"""

from __future__ import annotations

import json
import random
from collections import Counter
from dataclasses import asdict

from cmapp.domain.reply_kinds import KINDS
from cmapp.services.insights import dashboard
from cmapp.store import measures
from cmapp.store.measures import Measure
from tests.support.books import DAY, Books, figure, series

BEGIN = 1_772_409_600_000
END = BEGIN + 10 * DAY
SAID = {
    "thanks": "Thank you so much!",
    "apology": "We are sorry about that.",
    "advice": "Please try to restart it.",
    "answer": "Yes, it ships on Monday.",
}


def answered(books: Books, n: int, dice: random.Random) -> Counter[str]:
    """Send n answers, some of them outside of the span or not sent; returns those inside."""
    wanted: Counter[str] = Counter()
    for row in range(1, n + 1):
        kind = dice.choice(list(SAID))
        at = dice.randrange(BEGIN - 3 * DAY, END + 3 * DAY)
        state = dice.choice(["sent", "sent", "rejected"])
        deed = dice.choice(["reply", "reply", "publish"])
        account = dice.choice(["a", "b"])
        books.put(
            "INSERT INTO outbox (id, key, account_id, kind, action, state, made_at, sent_at)"
            " VALUES (?, ?, ?, ?, ?, ?, 0, ?)",
            [(row, f"k{row}", account, deed, json.dumps({"text": SAID[kind]}), state, at)],
        )
        said = kind
        if dice.random() < 0.3:
            said = dice.choice(KINDS)
            books.put("INSERT INTO answer_kinds VALUES (?, ?, 1)", [(row, said)])
        if state == "sent" and deed == "reply" and account == "a" and BEGIN <= at < END:
            wanted[said] += 1
    return wanted


def test_the_kinds_sum_to_all_answers_that_left(books: Books):
    books.account("a")
    books.account("b")
    wanted = answered(books, 200, random.Random(2))
    scope = books.scope(BEGIN, END)
    chart = books.draw("reply_kinds", scope)
    assert series(chart, "replies") == {kind: wanted[kind] for kind in KINDS}
    ((total,),) = books.sql(
        "SELECT count(*) FROM outbox WHERE state = 'sent' AND kind = 'reply' AND account_id = 'a'"
        " AND sent_at >= ? AND sent_at < ?", BEGIN, END,
    )  # fmt: skip
    assert figure(chart, "replies").value == total == sum(wanted.values())
    assert books.rows("reply_kinds", scope, "thanks").total == wanted["thanks"]
    nothing = books.draw("reply_kinds", books.scope(END + 5 * DAY, END + 6 * DAY))
    assert nothing.empty is not None and nothing.series == ()
    plan = books.sql(
        "EXPLAIN QUERY PLAN SELECT id FROM outbox INDEXED BY outbox_replied WHERE state = 'sent'"
        " AND kind = 'reply' AND account_id = 'a' AND sent_at >= 0 AND sent_at < 9"
    )
    assert "SEARCH" in plan[0][-1]


def filled(books: Books) -> None:
    dice = random.Random(5)
    books.account("a", platform="mastodon")
    books.account("b", platform="bluesky")
    books.account("c", platform="bluesky")
    books.account("hand", platform="byhand", streams=[])
    people = [books.person(f"p{n}") for n in range(40)]
    books.came(
        [
            {
                "created_at": dice.randrange(BEGIN - 2 * DAY, END + 2 * DAY),
                "account_id": dice.choice(["a", "b", "c", "hand"]),
                "actor_id": dice.choice(people),
            }
            for _ in range(160)
        ]
    )
    for account in "abc":
        books.watched(account, BEGIN, END)


def test_active_people_by_platform_are_what_sql_counts(books: Books):
    filled(books)
    scope = books.scope(BEGIN, END, accounts=("a", "b", "c", "hand"))
    chart = books.draw("audience", scope)
    wanted = dict(
        books.sql(
            "SELECT a.platform, count(DISTINCT i.actor_id) FROM interactions i JOIN accounts a"
            " ON a.id = i.account_id WHERE i.created_at >= ? AND i.created_at < ? GROUP BY 1",
            BEGIN, END,
        )
    )  # fmt: skip
    assert series(chart, "active") == wanted
    assert books.rows("audience", scope, "bluesky").total == wanted["bluesky"]
    assert figure(chart, "active_contacts").value <= sum(wanted.values())


def test_accounts_side_by_side_are_worked_out_from_raw_rows(books: Books):
    filled(books)
    books.store.write(
        lambda tx: measures.keep(
            tx, [Measure("a", "followers", BEGIN, 50), Measure("a", "followers", BEGIN + DAY, 60)]
        )
    )
    scope = books.scope(BEGIN, END, accounts=("a", "b", "hand"))
    chart = books.draw("scorecard", scope)
    came = dict(
        books.sql(
            "SELECT account_id, count(*) FROM interactions WHERE created_at >= ?"
            " AND created_at < ? GROUP BY 1", BEGIN, END,
        )
    )  # fmt: skip
    assert series(chart, "interactions") == {a: came[a] for a in ("a", "b", "hand")}
    assert series(chart, "followers") == {"a": 60, "b": None, "hand": None}
    assert series(chart, "engagement_rate")["a"] == came["a"] / 60
    whys = {d.x: d.why for s in chart.series if s.id == "followers" for d in s.data}
    assert whys == {"a": "", "b": "no_data", "hand": "not_offered"}
    assert set(series(chart, "effort_hours").values()) == {None}, "nobody entered hours"


def test_the_first_page_has_four_numbers_beside_those_of_before(books: Books):
    filled(books)
    scope = books.scope(BEGIN + 5 * DAY, END, accounts=("a",))
    heads = books.store.read(lambda db: dashboard.heads(db, scope))
    assert [h.figure.metric for h in heads] == [*dashboard.FIGURES[:3], dashboard.INSTEAD]
    ((now,), (before,)) = (
        books.sql(
            "SELECT count(*) FROM interactions WHERE account_id = 'a' AND created_at >= ?"
            " AND created_at < ?", since, since + 5 * DAY,
        )[0]
        for since in (BEGIN + 5 * DAY, BEGIN)
    )  # fmt: skip
    assert (heads[0].figure.value, heads[0].before.value) == (now, before)
    assert all(asdict(h.figure) for h in heads)
