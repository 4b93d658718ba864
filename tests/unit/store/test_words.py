"""Full text: what is found is what a plain scan of the folded texts finds, whatever is typed."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from cmapp.domain.records import Post, Profile
from cmapp.store import posts, search, sqlite, words
from cmapp.store.database import Store

NOW = 1_767_225_600_000
ANA = Profile("u1", "ana", "Ana")
HAN = "退款货到付危机危機发發后後里裡面麵台臺湾灣会會这個个好吗嗎谢謝开開门門书書"
KANA = "ありがとうカード"
MIXED = [
    "修改youer服务端", "要求退款，谢谢", "危機處理", "危机", "ＡＢＣ１２３", "Straße",
    "don't panic",
    "c++ 和 c#", "user@example.com", "退", "款退", "カードで払う", "50% off $100",
    "http://x.example/退款?a=b",
    "한국어 배송", "emoji 😀 退款👍🏽", "İstanbul", "ﬁnal", "①②", "a退b款c", "退 款",
]  # fmt: skip


def post(n: int, text: str) -> Post:
    return Post(f"p{n}", ANA, text, NOW + n)


def put(store: Store, texts: list[str]) -> None:
    found = [post(n, t) for n, t in enumerate(texts)]
    store.write(lambda tx: posts.keep(tx, "a", "demo", found, now=NOW))


def hits(store: Store, query: str, limit: int = 10_000) -> list[str]:
    return sorted(h.text for h in store.read(lambda db: search.find(db, query, limit=limit)).hits)


def scan(store: Store, query: str) -> list[str]:
    def look(db: sqlite.Connection) -> list[str]:
        wanted = words.fold(query)
        found = db.execute("SELECT text FROM posts WHERE deleted_at IS NULL")
        return sorted(r[0] for r in found if wanted in words.fold(r[0]))

    return store.read(look)


@pytest.fixture(scope="module")
def shelf(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Store]:
    """Some 900 texts, most of them Chinese of both scripts, many of them mixed."""
    import random

    rng = random.Random(7)
    texts = list(MIXED)
    for _ in range(600):
        texts.append("".join(rng.choice(HAN + "，。 ") for _ in range(rng.randint(1, 24))))
    for _ in range(300):
        latin = rng.choice(["youer", "iPhone", "v2", "ＯＫ", KANA[: rng.randint(1, 9)]])
        texts.append("".join([*rng.choices(HAN, k=3), latin, *rng.choices(HAN, k=4)]))
    store = Store.open(tmp_path_factory.mktemp("words") / "cmapp.sqlite3")
    put(store, texts)
    yield store
    store.close()


@settings(max_examples=400, deadline=None)
@given(st.text(alphabet=HAN, min_size=1, max_size=4))
@example("退款")
@example("危机")
@example("危機")
@example("退")
@example("退款退款")
def test_chinese_words_are_found_where_a_plain_scan_finds_them(shelf: Store, query: str) -> None:
    assert hits(shelf, query) == scan(shelf, query)


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("危机", "危機處理"),
        ("危機", "危机"),
        ("abc", "ＡＢＣ１２３"),
        ("ABC123", "ＡＢＣ１２３"),
        ("strasse", "Straße"),
        ("youer", "修改youer服务端"),
        ("修改youer服务端", "修改youer服务端"),
        ("改youer服", "修改youer服务端"),
        ("修改YOUER服務端", "修改youer服务端"),
        ("YOU", "修改youer服务端"),
        ("final", "ﬁnal"),
        ("カード", "カードで払う"),
        ("배송", "한국어 배송"),
        ("panic don't", "don't panic"),
        ('"don\'t panic"', "don't panic"),
        ("user@example.com", "user@example.com"),
        ("😀", "emoji 😀 退款👍🏽"),
    ],
)
def test_what_a_reader_takes_for_the_same_is_the_same(shelf: Store, query: str, text: str) -> None:
    assert text in hits(shelf, query)


def test_a_phrase_in_quotes_is_not_two_words(shelf: Store) -> None:
    assert hits(shelf, '"panic don\'t"') == []


def test_newest_first_and_more(shelf: Store) -> None:
    found = shelf.read(lambda db: search.find(db, "退", limit=5))
    assert found.more
    assert [h.created_at for h in found.hits] == sorted(
        (h.created_at for h in found.hits), reverse=True
    )
    rest = shelf.read(lambda db: search.find(db, "退", limit=10_000, before=found.hits[-1].post_id))
    assert len(rest.hits) + 5 == len(hits(shelf, "退"))


# --- P16: whatever is typed ---------------------------------------------------------------------

TYPED = st.text(
    alphabet=st.one_of(
        st.characters(),
        st.characters(categories=["Cs", "Cc", "Cf", "Mn", "Me", "So", "Co", "Cn"]),
        st.sampled_from("\"'*():^-+{}[]~|&!?.,;\\/%_#@$ \t\n\0"),
        st.sampled_from(HAN),
    ),
    max_size=40,
)
SYNTAX = st.lists(
    st.sampled_from(
        ['"', "'", "*", "(", ")", "^", "-", ":", "AND", "OR", "NOT", "NEAR(", "text:", "rowid:",
         "{a b}:", "退款", "a", "\0", "NULL", "--", ";", '""', "*退", "\ud800", "\u0301", "👍🏽",
         " "]
    ),
    max_size=12,
).map("".join)  # fmt: skip


@settings(max_examples=4000, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(TYPED, SYNTAX))
@example('"')
@example("\0")
@example("don't")
@example("\ud800退")
@example("NEAR(a b)")
@example("text:退款")
@example("")
@example("\u0301")
def test_the_search_box_never_errors(shelf: Store, query: str) -> None:
    shelf.read(lambda db: search.find(db, query, limit=3))


def test_a_query_of_any_length_is_answered(shelf: Store) -> None:
    for query in ("退" * 100_000, "a " * 100_000, '"' * 99_999, "a" * 1_000_000):
        shelf.read(lambda db, q=query: search.find(db, q, limit=3))  # type: ignore[misc]


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=30), st.text(min_size=1, max_size=3))
def test_highlights_lie_within_the_text(text: str, needle: str) -> None:
    for start, end in words.highlights(text, (words.fold(needle),)):
        assert 0 <= start < end <= len(text)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=HAN + "abc ＡＢＣ", max_size=20))
def test_folding_twice_is_folding_once(text: str) -> None:
    once = words.fold(text)
    assert words.fold(once) == once
    assert unicodedata.is_normalized("NFKC", once)


# --- the index follows the rows -----------------------------------------------------------------


def test_an_edited_post_is_found_by_its_new_words_only(store: Store) -> None:
    put(store, ["要求退款"])
    store.write(lambda tx: posts.keep(tx, "a", "demo", [post(0, "已经收到")], now=NOW))
    assert hits(store, "退款") == []
    assert hits(store, "收到") == ["已经收到"]


def test_a_deleted_post_is_not_found_and_one_that_comes_back_is(store: Store) -> None:
    put(store, ["要求退款"])
    store.write(lambda tx: posts.mark_gone(tx, "demo", "p0", now=NOW))
    assert hits(store, "退款") == []
    put(store, ["要求退款"])
    assert hits(store, "退款") == ["要求退款"]
    store.write(lambda tx: posts.mark_gone(tx, "demo", "p0", now=NOW))
    store.write(lambda tx: posts.mark_gone(tx, "demo", "p0", now=NOW))  # told twice
    assert hits(store, "退款") == []
    integrity = "INSERT INTO post_words (post_words) VALUES ('integrity-check')"
    store.write(lambda tx: tx.db.execute(integrity))


def test_an_index_of_other_rules_is_built_again_at_start(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(store, ["要求退款", "gone"])
    store.write(lambda tx: posts.mark_gone(tx, "demo", "p1", now=NOW))
    store.write(lambda tx: tx.db.execute("UPDATE meta SET value = 'old' WHERE name = 'words'"))
    store.write(
        lambda tx: tx.db.execute("INSERT INTO post_words (post_words) VALUES ('delete-all')")
    )
    assert hits(store, "退款") == []
    store.close()
    again = Store.open(store.path)
    assert hits(again, "退款") == ["要求退款"]
    assert hits(again, "gone") == []
    again.close()
