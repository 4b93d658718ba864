"""Search: whatever drives it, it finds what reading every row would find."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from cmapp.domain.folding import fold
from cmapp.store import search, sqlite, words
from cmapp.store.database import Store
from tests.bench import data

COUNT = 1_500
DAY = 86_400_000


@dataclass(frozen=True)
class Row:
    """One interaction as a plain reader sees it."""

    id: int
    post_id: int
    account: str
    kind: str
    state: str
    needs: bool
    text: str
    name: str
    handle: str
    created_at: int
    labels: frozenset[str]
    assignee: str
    due_at: int
    lang: str
    deleted: bool
    signals: str
    note: str
    answers: str
    media: bool


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """1,500 interactions, worked on: states, labels, assignees, edited and deleted posts."""
    store = Store.open(tmp_path_factory.mktemp("search") / "cmapp.sqlite3")
    data.fill(store, COUNT)
    store.write(lambda tx: _work(tx.db))
    yield store
    store.close()


def _work(db: sqlite.Connection) -> None:
    chance = random.Random("work")
    db.executemany("INSERT INTO labels VALUES (?, '', 0)", [("售后",), ("bug",), ("rare",)])
    for (item,) in db.execute("SELECT id FROM interactions").fetchall():
        state = chance.choices(("open", "waiting", "done", "muted"), (6, 1, 2, 1))[0]
        who = chance.choice(("", "", "", "me", "Ana"))
        db.execute(
            "UPDATE interactions SET state = ?, assignee = ?, wake_at = ? WHERE id = ?",
            (state, who, 5 if state == "waiting" and chance.random() < 0.5 else None, item),
        )
        if chance.random() < 0.1:
            db.execute("UPDATE interactions SET signals = '[\"spam\"]' WHERE id = ?", (item,))
        if chance.random() < 0.05:
            note = "Rückruf 回電" if chance.random() < 0.5 else "later"
            db.execute("INSERT INTO notes (item_id, text, made_at) VALUES (?, ?, 0)", (item, note))
        for label in ("售后", "bug", "rare"):
            if chance.random() < (0.01 if label == "rare" else 0.2):
                db.execute("INSERT INTO item_labels VALUES (?, ?)", (item, label))
    for word in ("退款", "refund"):
        db.execute("INSERT INTO words_watched VALUES (?, 'watch', 0)", (word,))
    picture = '[{"kind": "image", "url": "https://x.example/1.png"}]'
    db.execute("UPDATE posts SET media = ? WHERE id % 13 = 0", (picture,))
    gone = db.execute("SELECT id, text FROM posts ORDER BY id % 97 LIMIT 40").fetchall()
    for number, text in gone:
        db.execute("UPDATE posts SET deleted_at = 1 WHERE id = ?", (number,))
        words.remove(db, [(number, text)])


@pytest.fixture(scope="module")
def rows(shelf: Store) -> list[Row]:
    def look(db: sqlite.Connection) -> list[Row]:
        notes = dict(db.execute("SELECT item_id, text FROM notes").fetchall())
        labels: dict[int, set[str]] = {}
        for item, label in db.execute("SELECT item_id, label FROM item_labels"):
            labels.setdefault(item, set()).add(label)
        return [
            Row(
                id=r["id"], post_id=r["post_id"] or 0, account=r["account_id"], kind=r["kind"],
                state=r["state"], needs=bool(r["needs_reply"]),
                text="" if r["kind"] == "reaction" or r["deleted_at"] else fold(r["text"]),
                name=fold(r["name"]), handle=fold(r["handle"]), created_at=r["created_at"],
                labels=frozenset(labels.get(r["id"], ())), assignee=r["assignee"],
                due_at=r["due_at"], lang=r["lang"] if r["kind"] != "reaction" else "",
                deleted=bool(r["deleted_at"]) and r["kind"] != "reaction",
                signals=r["signals"], note=fold(notes.get(r["id"], "")),
                answers="" if r["kind"] == "reaction" else fold(r["answers"] or ""),
                media=r["kind"] != "reaction" and r["media"] != "[]",
            )
            for r in db.execute(
                "SELECT i.*, p.text, p.lang, p.deleted_at, p.media, a.name, a.handle,"
                " (SELECT b.name || ' ' || b.handle FROM posts t JOIN profiles b"
                " ON b.id = t.author_id WHERE t.realm = p.realm AND t.remote_id = p.parent_ref)"
                " AS answers FROM interactions i"
                " JOIN profiles a ON a.id = i.actor_id LEFT JOIN posts p ON p.id = i.post_id"
            )
        ]  # fmt: skip

    return shelf.read(look)


Test = Callable[[Row], bool]
_MIDDLE = data.EPOCH + 180 * DAY
_NAMED = datetime.fromtimestamp(_MIDDLE / 1000, tz=UTC).date()


def latin(word: str) -> Test:
    return lambda r: any(w.startswith(word) for w in words.split(r.text).split())


def named(beginning: str) -> Test:
    return lambda r: any(
        w.startswith(beginning) for w in words.split(f"{r.name} {r.handle}").split()
    )


ATOMS: dict[str, Test] = {
    "退款": lambda r: "退款" in r.text,
    "危機": lambda r: "危机" in r.text,
    "客": lambda r: "客" in r.text,
    "refu": latin("refu"),
    "the": latin("the"),
    '"the"': lambda r: "the" in words.split(r.text).split(),
    "👍": lambda r: "👍" in r.text,
    "？": lambda r: "?" in r.text,
    "is:open": lambda r: r.state == "open",
    "is:done,muted": lambda r: r.state in ("done", "muted"),
    "is:unanswered": lambda r: r.state == "open" and r.needs,
    "is:overdue": lambda r: r.state == "open" and r.needs and r.due_at < data.NOW,
    "kind:message": lambda r: r.kind == "message",
    "is:like": lambda r: r.kind == "reaction",
    "label:售後": lambda r: "售后" in r.labels,
    "label:bug,rare": lambda r: bool(r.labels & {"bug", "rare"}),
    "has:label": lambda r: bool(r.labels),
    "assignee:ana": lambda r: r.assignee == "Ana",
    "is:me": lambda r: r.assignee == "me",
    "account:shop": lambda r: r.account == "benchaa1",
    "on:bluesky": lambda r: r.account == "benchbb2",
    "lang:zh": lambda r: r.lang == "zh",
    "is:deleted": lambda r: r.deleted,
    "is:spam": lambda r: "spam" in r.signals,
    "note:回电": lambda r: "回电" in r.note,
    "has:note": lambda r: bool(r.note),
    "has:image": lambda r: r.media,
    "watch:all": lambda r: "退款" in r.text or latin("refund")(r),
    "watch:退": lambda r: "退款" in r.text,
    "to:客": lambda r: "客" in r.answers,
    "from:refund": named("refund"),
    "from:客": lambda r: "客" in r.name,
    f"since:{_NAMED}": lambda r: r.created_at >= _begin(),
    f"before:{_NAMED}": lambda r: r.created_at < _begin(),
    "(退款 OR 客服)": lambda r: "退款" in r.text or "客服" in r.text,
    "(the OR label:bug)": lambda r: latin("the")(r) or "bug" in r.labels,
}


def _begin() -> int:
    from cmapp.domain import spans_of_time

    span = spans_of_time.read(str(_NAMED), now=data.NOW)
    assert span is not None
    return span[0]


@pytest.fixture(params=["as it comes", "few first", "words first"])
def driver(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whichever way the plan goes, the answer is the same."""
    if request.param == "few first":
        monkeypatch.setattr(search, "_RARE", 0)
        monkeypatch.setattr("cmapp.store.conditions.COMMON", 1)
    elif request.param == "words first":
        monkeypatch.setattr(search, "_FEW", 0)
        monkeypatch.setattr(search, "_MANY", 0)


def found(store: Store, query: str) -> list[int]:
    return store.read(lambda db: search.items(db, query, now=data.NOW, most=100_000))


@pytest.mark.usefixtures("driver")
def test_a_search_finds_what_reading_every_row_finds(shelf: Store, rows: list[Row]) -> None:
    chance = random.Random(7)
    seen = 0
    atoms = list(ATOMS)
    for n in range(len(atoms) + 250):
        chosen = [atoms[n]] if n < len(atoms) else chance.sample(atoms, chance.choice((2, 2, 3)))
        signs = [chance.random() < 0.25 for _ in chosen]
        query = " ".join(("-" if no else "") + atom for no, atom in zip(signs, chosen, strict=True))
        pairs = list(zip(signs, chosen, strict=True))
        truth = {r.id for r in rows if all(ATOMS[atom](r) is not no for no, atom in pairs)}
        hits = found(shelf, query)
        assert set(hits) == truth, query
        assert len(hits) == len(truth), query
        seen += bool(truth)
    assert seen > 150  # most of the questions had an answer


@pytest.mark.usefixtures("driver")
def test_pages_behind_each_other_are_the_whole(shelf: Store) -> None:
    for query in (
        "the",
        "客 is:open",
        "is:open",
        "from:refund",
        "label:bug the",
        "on:bluesky 退款",
    ):
        whole = shelf.read(lambda db, q=query: search.find(db, q, limit=10_000, now=data.NOW)).hits  # type: ignore[misc]
        paged: list[search.Hit] = []
        before = None
        while True:
            page = shelf.read(
                lambda db, q=query, b=before: search.find(db, q, limit=7, before=b, now=data.NOW)  # type: ignore[misc]
            )
            paged += page.hits
            if not page.more:
                break
            before = page.hits[-1].key
        assert paged == whole, query
        assert [h.key for h in whole] == sorted({h.key for h in whole}, reverse=True), query
        assert shelf.read(lambda db, q=query: search.tally(db, q, now=data.NOW)) == min(  # type: ignore[misc]
            len(whole), 1_001
        )


def test_one_more_than_asked_tells_of_others(shelf: Store) -> None:
    some = shelf.read(lambda db: search.items(db, "is:open", now=data.NOW, most=10))
    assert len(some) == 11
    assert some == found(shelf, "is:open")[:11]


@pytest.mark.parametrize("query", ["", "   ", '""', "-", "()", "("])
def test_a_query_that_names_nothing_matches_nothing(shelf: Store, query: str) -> None:
    assert found(shelf, query) == []


def test_the_best_match_comes_first(shelf: Store) -> None:
    best = shelf.read(lambda db: search.find(db, "refund order", best=True, limit=10_000)).hits
    newest = shelf.read(lambda db: search.find(db, "refund order", limit=10_000)).hits
    assert {h.key for h in best} == {h.key for h in newest}
    assert [h.key for h in best] != [h.key for h in newest]
    again = shelf.read(lambda db: search.find(db, "refund order", best=True, limit=5, before=5))
    assert again.hits == best[5:10]
