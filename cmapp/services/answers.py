"""What we said before to the same question, and what could be said now: local, no model.

Three sources for one item: questions like it that one of ours answered on any channel, saved
replies that were used for such questions or speak of the same things, and articles. And the
check of a text being written against the earlier answers (IN-17, N22).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from cmapp.domain import agreement, questions
from cmapp.domain.agreement import Difference
from cmapp.services import compose
from cmapp.store import answered, articles, help_words, replies, words
from cmapp.store.answered import Answered
from cmapp.store.articles import Article
from cmapp.store.replies import Saved
from cmapp.store.sqlite import Connection

ALIKE = 0.34
"""From here on (0 … 1) two questions are shown as alike."""
SAME = 0.45
"""From here on an answer that differs is worth a word."""
_NAMES = re.compile(r"[@＠][\w.@-]+|https?://\S+")


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier answer of ours, and how alike (0 … 1) its question is to today's."""

    answer: Answered
    score: float


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What may help with one item, best first."""

    earlier: tuple[Earlier, ...] = ()
    replies: tuple[tuple[Saved, float], ...] = ()
    articles: tuple[tuple[Article, float], ...] = ()


def for_item(db: Connection, number: int, *, most: int = 5) -> Suggestions:
    """Return suggestions for an answer to ITEM. Raises as `compose.place` does."""
    post = compose.place(db, number).post
    return for_text(db, post.text, apart_from=post.id, most=most)


def for_text(
    db: Connection, question: str, *, apart_from: int | None = None, most: int = 5
) -> Suggestions:
    """Return suggestions for a question that may not be stored; `apart_from` is its own post."""
    terms = terms_of(question)
    if not terms:
        return Suggestions()
    found = [q for q in answered.questions(db, terms) if q[0] != apart_from]
    help_ = help_words.any_of(db, terms, limit=30)
    split = {n: questions.terms(text, most=200) for n, text in found}
    said = {n: questions.terms(text, most=400) for n, text in help_}
    weigh = questions.weights([terms, *split.values()])
    likeness = {n: questions.alike(terms, each, weigh) for n, each in split.items()}
    good = sorted((n for n, s in likeness.items() if s >= ALIKE), key=lambda n: -likeness[n])
    return Suggestions(
        earlier=_earlier(db, good[: most * 3], likeness, most),
        replies=_replies(db, terms, good, likeness, said, most),
        articles=_articles(db, terms, said, most),
    )


def terms_of(question: str) -> list[str]:
    """Return what a question is looked up by."""
    return questions.terms(words.split(_NAMES.sub(" ", question)))


def _earlier(
    db: Connection, good: Sequence[int], likeness: dict[int, float], most: int
) -> tuple[Earlier, ...]:
    by_question = answered.answers(db, good)
    out: list[Earlier] = []
    known: set[str] = set()
    for number in good:
        for one in by_question.get(number, [])[:1]:
            plain = " ".join(_NAMES.sub(" ", one.answer).split()).casefold()
            if plain and plain not in known:
                known.add(plain)
                out.append(Earlier(one, likeness[number]))
    # of questions alike to the same degree, what was said last counts
    out.sort(key=lambda e: (-round(e.score, 1), -e.answer.at))
    return tuple(out[:most])


def _replies(
    db: Connection,
    terms: Sequence[str],
    good: Sequence[int],
    likeness: dict[int, float],
    said: dict[int, list[str]],
    most: int,
) -> tuple[tuple[Saved, float], ...]:
    score: dict[int, float] = {}
    for question, reply in replies.used_for(db, good):
        score[reply] = max(score.get(reply, 0.0), likeness[question])
    for number, text in said.items():
        if not help_words.is_article(number):
            spoken = _covered(terms, text)
            if spoken >= 0.3:
                score[number] = max(score.get(number, 0.0), 0.6 * spoken)
    best = sorted(score, key=lambda n: -score[n])[:most]
    return tuple((s, score[n]) for n in best if (s := replies.by_id(db, n)) is not None)


def _articles(
    db: Connection, terms: Sequence[str], said: dict[int, list[str]], most: int
) -> tuple[tuple[Article, float], ...]:
    score = {
        n: covered
        for n, text in said.items()
        if help_words.is_article(n) and (covered := _covered(terms, text)) >= 0.3
    }
    best = sorted(score, key=lambda n: -score[n])[:most]
    return tuple((a, score[n]) for n in best if (a := articles.by_id(db, n)) is not None)


def _covered(terms: Sequence[str], text: Sequence[str]) -> float:
    """Return which part of the question's terms a text has."""
    there = set(text)
    return sum(t in there for t in terms) / len(terms)


@dataclass(frozen=True, slots=True)
class Conflict:
    """The text being written says otherwise than an earlier answer to the same question."""

    earlier: Earlier
    differences: tuple[Difference, ...]


def check(db: Connection, number: int, text: str) -> list[Conflict]:
    """Return where `text`, as an answer to ITEM, differs in substance from earlier answers.

    Of one earlier answer after another, newest first; an answer that was itself corrected later
    (a newer one agrees with `text`) is not held against it.
    """
    if not text.strip():
        return []
    post = compose.place(db, number).post
    return check_text(db, post.text, text, apart_from=post.id)


def check_text(
    db: Connection, question: str, text: str, *, apart_from: int | None = None
) -> list[Conflict]:
    """Return the conflicts of `text` as an answer to `question` (see `check`)."""
    found = for_text(db, question, apart_from=apart_from).earlier
    out: list[Conflict] = []
    agreed_at = 0
    for one in sorted((e for e in found if e.score >= SAME), key=lambda e: -e.answer.at):
        differences = agreement.differences(one.answer.answer, text)
        if differences:
            if one.answer.at > agreed_at:
                out.append(Conflict(one, differences))
        elif agreement.claims(one.answer.answer):
            agreed_at = max(agreed_at, one.answer.at)
    return out
