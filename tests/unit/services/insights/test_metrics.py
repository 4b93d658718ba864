"""The value of each metric against plain SQL on the raw rows; unknown is never zero.

Requirements: AN-01, AN-02, AN-08, AC-10, N12.
"""

from __future__ import annotations

import random
import statistics
from datetime import UTC, datetime
from typing import Any

import pytest

from cmapp.domain.chart import Figure
from cmapp.domain.errors import Missing
from cmapp.domain.records import Kind
from cmapp.services import costs as sums
from cmapp.services import glossary, metrics
from cmapp.store import costs, measures
from cmapp.store.costs import Cost
from cmapp.store.measures import Measure
from tests.support.books import DAY, Books

BEGIN = 1_772_409_600_000
END = BEGIN + 10 * DAY


def value(books: Books, metric: str, accounts: tuple[str, ...] = ("a", "b")) -> Figure:
    scope = books.scope(BEGIN, END, accounts=accounts)
    figure = books.store.read(lambda db: metrics.value(db, scope, metric))
    assert (figure.value is None) == bool(figure.why)
    if figure.key:
        assert books.store.read(lambda db: metrics.rows(db, scope, metric)).total > 0
    return figure


@pytest.fixture
def filled(books: Books) -> Books:
    dice = random.Random(11)
    books.account("a")
    books.account("b")
    books.account("hand", platform="byhand", streams=[])
    people = [books.person(f"p{n}") for n in range(30)]
    books.came(
        [
            {
                "created_at": dice.randrange(BEGIN - 5 * DAY, END + 5 * DAY),
                "account_id": dice.choice("ab"),
                "kind": str(dice.choice(list(Kind))),
                "actor_id": dice.choice(people),
                "signals": dice.choice(['["complaint"]', '["praise"]', '["question"]', "[]"]),
            }
            for _ in range(400)
        ]
    )
    books.watched("a", BEGIN, END)
    books.watched("b", BEGIN, END)
    return books


def inside(books: Books, where: str = "1", what: str = "count(*)") -> int:
    (found,) = books.sql(
        f"SELECT {what} FROM interactions WHERE created_at >= ? AND created_at < ? AND {where}",
        BEGIN, END,
    )  # fmt: skip
    return int(found[0])


@pytest.mark.parametrize(
    ("metric", "where"),
    [
        ("interactions", "1"), ("mentions", "kind = 'mention'"), ("likes", "kind = 'reaction'"),
        ("shares", "kind IN ('repost', 'quote')"), ("comments", "kind IN ('reply', 'comment')"),
        ("new_follows", "kind = 'follow'"),
        ("negative", "signals LIKE '%complaint%' AND kind NOT IN ('reaction', 'repost', 'follow')"),
    ],
)  # fmt: skip
def test_a_count_is_what_plain_sql_counts(filled: Books, metric: str, where: str):
    assert value(filled, metric).value == inside(filled, where)


def test_rates_and_people_are_what_plain_sql_says(filled: Books):
    n = inside(filled)
    rate = value(filled, "comment_rate")
    assert rate.value == pytest.approx(inside(filled, "kind IN ('reply', 'comment')") / n)
    assert rate.n == n and rate.low is not None and rate.low < rate.value < (rate.high or 0)
    active = value(filled, "active_contacts")
    assert active.value == inside(filled, what="count(DISTINCT actor_id)")
    filled.put("INSERT INTO contacts (id, made_at) VALUES (?, 0)", [(1,), (2,)])
    filled.put("UPDATE contacts SET person = 1 WHERE ?", [(1,)])
    active_in = (
        "SELECT DISTINCT actor_id FROM interactions WHERE created_at >= ? AND created_at < ?"
    )
    (one,), (other,) = filled.sql(f"{active_in} LIMIT 2", BEGIN, END)
    filled.put("UPDATE profiles SET contact_id = ? WHERE id = ?", [(1, one), (2, other)])
    assert value(filled, "active_contacts").value == (active.value or 0) - 1


def keep(books: Books, *found: Measure) -> None:
    books.store.write(lambda tx: measures.keep(tx, found))


def test_followers_are_the_last_that_were_told_and_unknown_where_one_account_is_silent(
    filled: Books,
):
    assert value(filled, "followers").why == "no_data"
    keep(
        filled, Measure("a", "followers", BEGIN - DAY, 100), Measure("a", "followers", END - 1, 90)
    )
    assert value(filled, "followers").value is None, "half a sum is no sum"
    assert value(filled, "followers", ("a",)).value == 90
    assert value(filled, "follower_growth", ("a",)).value == pytest.approx(-0.1)
    assert value(filled, "follower_growth", ("b",)).why == "no_data"
    keep(filled, Measure("b", "followers", BEGIN + DAY, 10), Measure("b", "followers", END, 99))
    assert value(filled, "followers").value == 100
    assert value(filled, "followers").n == 2
    assert value(filled, "followers", ("a", "hand")).value == 90, "by hand there are none"
    rate = value(filled, "engagement_rate", ("a",))
    assert rate.value == inside(filled, "account_id = 'a'") / 90


def test_what_a_platform_cannot_measure_is_unknown_and_not_zero(filled: Books):
    for metric in ("likes", "followers", "new_follows"):
        found = value(filled, metric, ("hand",))
        assert found.value is None and found.why == "not_offered"
    assert value(filled, "reach").why == "no_data"
    assert value(filled, "koc_score").why == "not_one_number"
    assert value(filled, "interactions", ()).why == "no_data"


def test_a_count_of_a_time_that_nobody_watched_is_unknown(books: Books):
    books.account("a")
    assert value(books, "interactions", ("a",)).why == "not_watched"
    books.watched("a", BEGIN, END)
    assert value(books, "interactions", ("a",)).value == 0
    assert value(books, "comment_rate", ("a",)).why == "no_data"


def test_imported_numbers_are_added_or_averaged_and_posts_never_twice(filled: Books):
    keep(
        filled,
        Measure("a", "visits", BEGIN, 40, source="import:1"),
        Measure("a", "visits", BEGIN + DAY, 60, source="import:1"),
        Measure("a", "visits", BEGIN + DAY, 55, post=7, source="import:1"),
        Measure("b", "visits", BEGIN + DAY, 5, post=8, source="import:1"),
        Measure("a", "conversions", BEGIN + DAY, 21, source="import:1"),
        Measure("a", "completion", BEGIN, 0.2, post=7, source="import:2"),
        Measure("a", "completion", BEGIN, 0.6, post=8, source="import:2"),
        Measure("a", "visits", END, 1_000, source="import:1"),
    )
    assert value(filled, "visits").value == 105
    assert value(filled, "completion").value == pytest.approx(0.4)
    rate = value(filled, "conversion")
    assert rate.value == pytest.approx(21 / 105) and rate.n == 105


def test_interactions_per_post_are_the_median_of_48_hours(filled: Books):
    (author,) = filled.sql("SELECT id FROM profiles WHERE remote_id = 'a'")[0]
    dice = random.Random(3)
    wanted = []
    for n in range(9):
        at = BEGIN + DAY + n * DAY // 2
        filled.put(
            "INSERT INTO posts (id, realm, remote_id, author_id, text, created_at)"
            " VALUES (?, 'demo', ?, ?, '', ?)",
            [((at << 20), f"post{n}", author, at)],
        )
        inside_ = [dice.randrange(2 * DAY) for _ in range(dice.randrange(6))]
        late = [2 * DAY + 1] * dice.randrange(3)
        filled.came(
            [
                {"created_at": at + off, "kind": "reaction", "target_ref": f"post{n}"}
                for off in inside_ + late
            ]
        )
        wanted.append(len(inside_))
    assert value(filled, "engagement_per_post", ("a",)).value == statistics.median(wanted)


def test_what_a_post_got_while_nobody_watched_is_unknown(books: Books):
    books.account("a")
    books.person("p")
    (author,) = books.sql("SELECT id FROM profiles WHERE remote_id = 'a'")[0]
    books.came([{"created_at": BEGIN - DAY}])  # known of since long ago
    for n in range(6):
        at = BEGIN + n * 3_600_000
        books.put(
            "INSERT INTO posts (id, realm, remote_id, author_id, text, created_at)"
            " VALUES (?, 'demo', ?, ?, '', ?)",
            [(at << 20, f"post{n}", author, at)],
        )
    books.put("UPDATE accounts SET synced_at = ?", [(END,)])
    per_post = value(books, "engagement_per_post", ("a",))
    assert (per_post.value, per_post.why) == (None, "not_watched")
    drawn = books.draw("media_kinds", books.scope(BEGIN, END))
    assert drawn.empty is not None
    books.watched("a", BEGIN, BEGIN + DAY)  # and a hole after that
    assert value(books, "engagement_per_post", ("a",)).value is None
    books.watched("a", BEGIN, END)
    assert value(books, "engagement_per_post", ("a",)).value == 0


def test_money_is_not_set_against_nothing_where_nobody_watched(books: Books):
    books.account("a")
    books.store.write(
        lambda tx: costs.add_many(
            tx, [Cost("spend", 30.0, "EUR", "2026-03-03", "2026-03-03", "a")], now=0
        )
    )

    def told() -> list[int | None]:
        scope = books.scope(BEGIN, END)
        return [s.interactions for s in books.store.read(lambda db: sums.sums(db, scope))]

    assert told() == [None]
    books.watched("a", BEGIN, END)
    assert told() == [0]


def test_density_is_that_of_the_months_that_the_span_touches(filled: Books):
    people = [r[0] for r in filled.sql("SELECT id FROM profiles WHERE remote_id LIKE 'p%'")][:8]
    dice = random.Random(6)
    authors: list[int] = []
    arcs: set[tuple[int, int]] = set()
    for n in range(40):
        author = dice.choice(people)
        at = BEGIN + dice.randrange(-40 * DAY, 20 * DAY)
        above = dice.randrange(n) if n else None
        filled.put(
            "INSERT INTO posts (id, realm, remote_id, author_id, parent_ref, text, created_at)"
            " VALUES (?, 'demo', ?, ?, ?, '', ?)",
            [((at << 20) + n, f"s{n}", author, None if above is None else f"s{above}", at)],
        )
        inside_ = datetime.fromtimestamp(at / 1000, UTC).strftime("%Y%m") == "202603"
        if above is not None and inside_ and authors[above] != author:
            arcs.add((author, authors[above]))
        authors.append(author)
    nodes = {node for arc in arcs for node in arc}
    found = value(filled, "density")
    assert found.n == len(nodes)
    assert found.value == pytest.approx(len(arcs) / (len(nodes) * (len(nodes) - 1)))


def test_every_metric_that_is_one_number_can_be_asked_of_an_empty_profile(books: Books):
    books.account("a")
    for metric in glossary.dictionary():
        found: Any = value(books, metric, ("a",))
        assert found.value is None or found.value == 0, metric
    with pytest.raises(Missing, match="unknown_metric"):
        value(books, "zeal")
