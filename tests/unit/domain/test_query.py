"""The search language: what is typed is understood, or is words; nothing raises."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from cmapp.domain import query, spans_of_time
from cmapp.domain.query import Either, Every, Field, Not, Query, Words

NOW = 1_795_334_400_000  # 2026-11-22T08:00:00Z, a Sunday
BERLIN, SHANGHAI = ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Shanghai")


def read(typed: str) -> Query:
    return query.parse(typed, now=NOW, zone=UTC)


def w(text: str, *, quoted: bool = False) -> Words:
    return Words(text, quoted)


def f(name: str, *values: str) -> Field:
    return Field(name, values)


@pytest.mark.parametrize(
    ("typed", "terms"),
    [
        ("退款", (w("退款"),)),
        ("退款 快递", (w("退款"), w("快递"))),
        ("退款\u3000快递", (w("退款"), w("快递"))),
        ('"not working"', (w("not working", quoted=True),)),
        ("“不 能 用”", (w("不 能 用", quoted=True),)),
        ("「不能用」", (w("不能用", quoted=True),)),
        ('"not wor', (w("not wor"),)),
        ('退款"很 慢"', (w("退款"), w("很 慢", quoted=True))),
        ('5" screen', (w('5"'), w("screen"))),
        ("-thanks", (Not(w("thanks")),)),
        ('-"thank you"', (Not(w("thank you", quoted=True)),)),
        ("－谢谢", (Not(w("谢谢")),)),
        ("covid-19 - x", (w("covid-19"), w("-"), w("x"))),
        ("a OR b", (Either((w("a"), w("b"))),)),
        ("a OR b OR c d", (Either((w("a"), w("b"), w("c"))), w("d"))),
        ("x a OR b", (w("x"), Either((w("a"), w("b"))))),
        ("OR", (w("OR"),)),
        ("a OR", (w("a"), w("OR"))),
        ("a or b", (w("a"), w("or"), w("b"))),
        ("(a b) OR c", (Either((Every((w("a"), w("b"))), w("c"))),)),
        ("（退款 OR 退货） 快", (Either((w("退款"), w("退货"))), w("快"))),
        ("-(a b)", (Not(Every((w("a"), w("b")))),)),
        ("(a", (w("(a"),)),
        (":) a)", (w(":)"), w("a)"))),
        ("f(x) c++", (w("f(x)"), w("c++"))),
        ("()", ()),
        ("", ()),
        ("from:ana", (f("from", "ana"),)),
        ("From:Ana", (f("from", "Ana"),)),
        ("from：小明", (f("from", "小明"),)),
        ("来自：小明 退款", (f("from", "小明"), w("退款"))),
        ('from:"Ana B"', (f("from", "Ana B"),)),
        ("from：“Ana B”", (f("from", "Ana B"),)),
        ("-label:spam", (Not(f("label", "spam")),)),
        ("label:a,b", (f("label", "a", "b"),)),
        ("label：退款，物流", (f("label", "退款", "物流"),)),
        ("is:open", (f("is", "open"),)),
        ("IS:Open", (f("is", "open"),)),
        ("is:needs-reply", (f("is", "unanswered"),)),
        ("is：待回复", (f("is", "unanswered"),)),
        ("is:done,muted", (f("is", "done", "muted"),)),
        ("in:评论", (f("kind", "comment"),)),
        ("is:message", (f("is", "message"),)),
        ("has:图片", (f("has", "image"),)),
        ("on:mastodon", (f("on", "mastodon"),)),
        ("http://a.example/b", (w("http://a.example/b"),)),
        ("10:30", (w("10:30"),)),
        ("我说到：退款", (w("我说到：退款"),)),
    ],
)  # fmt: skip
def test_what_is_typed_is_understood(typed: str, terms: tuple[query.Term, ...]) -> None:
    assert read(typed) == Query(terms)


@pytest.mark.parametrize(
    ("typed", "words", "note"),
    [
        ("is:opne", "is:opne", "unknown_value"),
        ("is:open,opne", "is:open,opne", "unknown_value"),
        ("since:soon", "since:soon", "not_a_date"),
        ("since:2026-02-31", "since:2026-02-31", "not_a_date"),
        ("from:", "from:", "no_value"),
        ("来自：", "来自：", "no_value"),
        ("form:ana", "form:ana", "unknown_field"),
    ],
)
def test_what_cannot_be_read_is_words_and_says_so(typed: str, words: str, note: str) -> None:
    found = read(f"退款 {typed}")
    assert found.terms == (w("退款"), w(words))
    assert found.notes == (query.Note(note, words),)


def test_too_much_is_left_out_and_says_so() -> None:
    found = read("a " * 40)
    assert len(found.terms) == query.MAX_TERMS
    assert [n.code for n in found.notes] == ["too_much"]


def test_every_choice_is_read_as_itself() -> None:
    for name, values in query.CHOICES.items():
        for value in values:
            assert read(f"{name}:{value}") == Query((f(name, value),))


def test_no_alias_means_two_things() -> None:
    aliases = [a for name, more in query.FIELDS.items() for a in (name, *more)]
    assert len(aliases) == len(set(aliases))


@pytest.mark.parametrize(
    ("typed", "begin", "over"),
    [
        ("2026-11-01", "2026-11-01", "2026-11-02"),
        ("2026/11/1", "2026-11-01", "2026-11-02"),
        ("2026年11月1日", "2026-11-01", "2026-11-02"),
        ("11月1日", "2026-11-01", "2026-11-02"),
        ("12-24", "2025-12-24", "2025-12-25"),
        ("12月", "2025-12-01", "2026-01-01"),
        ("2026-12", "2026-12-01", "2027-01-01"),
        ("2025", "2025-01-01", "2026-01-01"),
        ("today", "2026-11-22", "2026-11-23"),
        ("今天", "2026-11-22", "2026-11-23"),
        ("昨天", "2026-11-21", "2026-11-22"),
        ("前天", "2026-11-20", "2026-11-21"),
        ("本周", "2026-11-16", "2026-11-23"),
        ("last-week", "2026-11-09", "2026-11-16"),
        ("上个月", "2026-10-01", "2026-11-01"),
        ("今年", "2026-01-01", "2027-01-01"),
        ("7d", "2026-11-15T08:00", "2026-11-15T08:00"),
        ("7天前", "2026-11-15T08:00", "2026-11-15T08:00"),
        ("2w", "2026-11-08T08:00", "2026-11-08T08:00"),
        ("12h", "2026-11-21T20:00", "2026-11-21T20:00"),
    ],
)
def test_a_date_is_a_span(typed: str, begin: str, over: str) -> None:
    def ms(iso: str) -> int:
        return int(datetime.fromisoformat(iso).replace(tzinfo=UTC).timestamp() * 1000)

    assert spans_of_time.read(typed, now=NOW, zone=UTC) == (ms(begin), ms(over))


def test_a_day_begins_at_midnight_where_one_is() -> None:
    found = spans_of_time.read("2026-10-25", now=NOW, zone=BERLIN)  # the clocks go back
    assert found is not None
    assert found[1] - found[0] == 25 * 3_600_000
    found = spans_of_time.read("today", now=NOW, zone=SHANGHAI)
    assert found is not None
    assert found[0] == NOW - 16 * 3_600_000


PIECES = st.lists(
    st.sampled_from(
        ['"', "-", "(", ")", " OR ", " ", ":", "：", "（", "）", "“", "”", "from:", "is:",
         "is:open", "since:", "7d", "昨天", "since:9999y", "until:0000-00-00", "on:2026-13-01",
         "退款", "a", ",", "，", "\0", "\ud800", "|", "label:a,,b", "--", "\u3000", "0-0",
         "since:0d", "before:9999"]
    ),
    max_size=24,
).map("".join)  # fmt: skip


@settings(max_examples=3000, deadline=None)
@given(st.one_of(PIECES, st.text(max_size=60)))
@example("(" * 3000)
@example("-" * 3000 + "a")
@example("(-" * 500)
@example("((a) OR " * 100)
@example('-"')
def test_nothing_raises_and_every_leaf_stands_in_what_was_typed(typed: str) -> None:
    found = read(typed)
    leaves = [*found.words(), *found.fields()]
    assert len(leaves) <= query.MAX_TERMS
    for leaf in leaves:
        start, end = leaf.at
        assert 0 <= start < end <= len(typed)
        if isinstance(leaf, Field) and leaf.span is not None:
            assert leaf.span[0] <= leaf.span[1]


@settings(max_examples=500, deadline=None)
@given(st.text(alphabet="退款客服abc", min_size=1, max_size=12))
def test_plain_words_stay_what_they_are(typed: str) -> None:
    assert read(typed) == Query((w(typed),))
