"""T7: search as it is typed, newest 50, against the bare FTS5 query for the same 50 posts.

The subject is `store.search.find`: reading what was typed, the query, and all that a row of the
result shows (author, account, the interaction to open). The floor is the same MATCH in one
statement with the posts' own columns, on the same connection and index. They take turns query by
query; a query that nothing matches counts as well. Filters stand beside the bare query for a
word; what counts for them is N8, 50 ms at most.
"""

from __future__ import annotations

import math
import random
import re
import time
from collections.abc import Callable, Iterator

from cmapp.domain.records import Interaction, Post
from cmapp.store import search, sqlite, words
from cmapp.store.opening import open_reader
from cmapp.system.paths import Paths
from tests.bench import data
from tests.bench.table import Measure, p95

_FLOOR = """SELECT p.id, p.text, p.created_at, p.author_id FROM post_words w
  JOIN posts p ON p.id = w.rowid WHERE post_words MATCH ? ORDER BY w.rowid DESC LIMIT 51"""
_CHINESE = re.compile(r"[\u4e00-\u9fff]{2,}")
_ENGLISH = re.compile(r"[a-z]{3,}")


def queries(count: int = 200) -> dict[str, list[str]]:
    """What people might type: half as often as it is said, half from the whole vocabulary."""
    chance = random.Random("queries")
    texts = [p.text for _, page in data.pages(4_000) for r in page if (p := _post(r))]
    simplified, traditional, english = (v.words for v in data.vocabulary())
    said_zh = [run for t in texts for run in _CHINESE.findall(t)]
    said_en = [w for t in texts for w in _ENGLISH.findall(t.lower())]
    zh, en, prefix = [], [], []
    for n in range(count):
        if n % 2:
            run = chance.choice(said_zh)
            start = chance.randrange(len(run) - 1)
            zh.append(run[start : start + 2])
        else:
            zh.append(chance.choice(traditional if n % 4 else simplified)[:2])
        en.append(chance.choice(said_en if n % 2 else [w for w in english if len(w) > 2]))
        whole = chance.choice(said_en if n % 2 else english)
        prefix.append(whole[: chance.randint(2, 4)])
    return {"2-character Chinese": zh, "English word": en, "English prefix of 2-4": prefix}


def _post(record: object) -> Post | None:
    if isinstance(record, Interaction):
        return record.post
    return record if isinstance(record, Post) else None


def measure(size: int = data.SIZE, *, rounds: int = 5) -> Iterator[Measure]:
    """Yield one ratio of p95 per kind of query: each query's best CPU time of some rounds."""
    db = open_reader(Paths(data.profile(size)).database)
    for kind, typed in queries().items():
        floor = [9e9] * len(typed)
        subject = [9e9] * len(typed)
        for _ in range(rounds):
            for n, query in enumerate(typed):
                fts = words.phrase(query)
                floor[n] = min(floor[n], _cpu(lambda fts=fts: _bare(db, fts)))  # type: ignore[misc]
                subject[n] = min(subject[n], _cpu(lambda q=query: search.find(db, q)))  # type: ignore[misc]
        yield Measure(
            "T7", f"search, newest 50: {kind}, p95 cpu", p95(floor), p95(subject), "ms", 2.0, 1.3,
            note=f"{len(typed)} queries on {size:,} interactions, best of {rounds} each",
        )  # fmt: skip
    yield _filtered(db, size, rounds=rounds)
    db.close()


FILTERS = (
    "{zh} is:open", "{en} is:unanswered", "{zh} from:{who}", "{en} from:{who}", "from:{who}",
    "from:{who} is:unanswered", "is:overdue", "is:unanswered since:30d", "{zh} kind:message",
    "{zh} -{zh2}", "({zh} OR {zh2}) is:open", "{en} lang:en", "{zh} on:bluesky", "account:shop",
    "{zh} until:2025-03-01", "on:2025-06-15", "{zh} since:2025-12-01 is:open", "is:mine {zh}",
    "kind:reaction", "is:snoozed", "has:label", "-is:open {zh}", "to:{who} {zh}", "has:image {zh}",
)  # fmt: skip
"""What people may ask for besides words; `who` is somebody who wrote."""


def _filtered(db: sqlite.Connection, size: int, *, rounds: int) -> Measure:
    """Measure filters, alone and with words: each query's best CPU time of some rounds."""
    typed = queries()
    zh, en = typed["2-character Chinese"], typed["English word"]
    chance = random.Random("filters")
    asked: list[tuple[str, str]] = []
    for n in range(len(FILTERS) * 8):
        word = chance.choice(zh)
        who = chance.choice(data.people()[:2_000]).name.split()[0]
        text = FILTERS[n % len(FILTERS)].format(
            zh=word, zh2=chance.choice(zh), en=chance.choice(en), who=who
        )
        asked.append((text, words.phrase(word)))
    floor, subject = [], []
    for query, fts in asked:
        floor.append(min(_cpu(lambda: _bare(db, fts)) for _ in range(rounds)))  # noqa: B023
        subject.append(
            min(_cpu(lambda: search.find(db, query, now=data.NOW)) for _ in range(rounds))  # noqa: B023
        )
    return Measure(
        "T7", "search with filters, newest 50, p95 cpu", p95(floor), p95(subject), "ms",
        math.inf, at_most=50.0,
        note=f"{len(asked)} queries with filters on {size:,} interactions, best of {rounds} each",
    )  # fmt: skip


def _bare(db: sqlite.Connection, fts: str | None) -> None:
    db.execute(_FLOOR, (fts,)).fetchall()


def _cpu(work: Callable[[], object]) -> float:
    start = time.thread_time_ns()
    work()
    return (time.thread_time_ns() - start) / 1e6
