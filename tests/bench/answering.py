"""Earlier answers to an item: what a conversation asks as it opens, over every answered question.

The subject is `services.answers.for_text`: the question's terms, the query, the ranking, the
answers, saved replies and articles. The floor is the bare query for the newest 2,000 questions
with any of the terms, ranked, on the same connection.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from cmapp.services import answers
from cmapp.store import answered, sqlite
from cmapp.store.opening import open_reader
from cmapp.system.paths import Paths
from tests.bench import data
from tests.bench.table import Measure, p95

QUESTIONS = 200


def measure(size: int = data.SIZE, *, rounds: int = 3) -> Iterator[Measure]:
    """Yield the ratio of p95: each question's best CPU time of some rounds."""
    db = open_reader(Paths(data.profile(size)).database)
    asked = db.execute(
        "SELECT id, text FROM posts WHERE id IN (SELECT post_id FROM interactions"
        " WHERE post_id IS NOT NULL ORDER BY id DESC LIMIT ?)",
        (QUESTIONS,),
    ).fetchall()
    floor = [9e9] * len(asked)
    subject = [9e9] * len(asked)
    for _ in range(rounds):
        for n, (post, text) in enumerate(asked):
            terms = answers.terms_of(text)
            floor[n] = min(floor[n], _cpu(lambda t=terms: _bare(db, t)))  # type: ignore[misc]
            subject[n] = min(
                subject[n],
                _cpu(lambda q=text, p=post: answers.for_text(db, q, apart_from=p)),  # type: ignore[misc]
            )
    known = db.execute("SELECT count(*) FROM answered_words").fetchone()[0]
    yield Measure(
        "A1", "earlier answers to an item, p95 cpu", p95(floor), p95(subject), "ms", 3.0, 2.0,
        note=f"{len(asked)} questions over {known:,} answered ones, best of {rounds} each",
    )  # fmt: skip
    db.close()


def _bare(db: sqlite.Connection, terms: list[str]) -> None:
    answered.questions(db, terms)


def _cpu(work: Callable[[], object]) -> float:
    start = time.thread_time_ns()
    work()
    return (time.thread_time_ns() - start) / 1e6
