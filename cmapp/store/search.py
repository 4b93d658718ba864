"""Search over everything stored: the search language compiled, newest first or best match.

Rows are posts (ours too), or interactions where the query asks for something that only those
have. A query is driven from the rarest thing it names, so that it reads little of a large store:
the words, somebody's posts, a label, a state, a stretch of time; what is left is checked row by
row, newest first, until enough is found.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from cmapp.domain import query as language
from cmapp.domain.query import Either, Every, Not, Note, Query, Term, Words
from cmapp.store import sqlite, words
from cmapp.store.conditions import Condition, Conditions, Select, about_items, count

COUNTED = 1_000
"""Hits are counted up to here; more of them are "1000+"."""
RANKED = 2_000
"""Best match ranks this many of the newest hits."""
_SCAN_MOST = 50_000
"""How many of the newest posts are read for a word that no index has (a bare "※")."""
_RARE = 2_000
"""Words in fewer posts than this drive the search, whatever else is asked."""
_FEW = 2_000
"""Where the words are common: up to so many rows are gathered from an index and looked at."""
_MANY = 20_000
"""Up to so many are gathered where the other way is to read everything."""


class Hit(NamedTuple):
    """What was found: a post, or an interaction (`item_id`), or both in one.

    `key` orders hits of one search and is the cursor behind them. `account_id` is the account it
    came to: of the interaction, else the one whose post it is, else the first that reads its
    realm. `post_id` is None, and `text` "", for a deed without words; of a like it is what was
    liked. `kind` is the interaction's, else the post's.
    """

    key: int
    post_id: int | None
    author_name: str
    author_handle: str
    text: str
    created_at: int
    item_id: int | None
    account_id: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class Found:
    """Hits in order; `more` tells that there are others behind them.

    `needles` are the folded words to mark in their texts; `notes` say what of the query was read
    otherwise than it may have been meant.
    """

    hits: list[Hit]
    more: bool
    needles: tuple[str, ...]
    notes: tuple[Note, ...] = ()


def find(
    db: sqlite.Connection,
    query: str,
    *,
    limit: int = 50,
    before: int | None = None,
    now: int = 0,
    best: bool = False,
) -> Found:
    """Return the newest `limit` hits (those behind the key `before`), or the `best` of the newest.

    Of the best, `before` is how many were seen already.
    """
    asked = language.parse(query, now=now)
    plan = _Plan(db, asked, now=now, wanted=limit + 1)
    needles = tuple(n for w in asked.words() if (n := words.needle(w.text)))
    if plan.nothing:
        return Found([], False, needles, asked.notes)
    if best and plan.ranks:
        ranked = plan.ranked(RANKED)
        seen = before or 0
        keys = ranked[seen : seen + limit]
        return Found(_shown(db, keys), len(ranked) > seen + limit, needles, asked.notes)
    if plan.words_alone is not None:
        hits = _by_words_alone(db, plan.words_alone, limit=limit + 1, before=before)
        return Found(hits[:limit], len(hits) > limit, needles, asked.notes)
    since = _newest(db) if plan.reads_texts else 0
    keys = list(islice(_once(plan.keys(before=before, since=since)), limit + 1))
    notes = asked.notes + ((Note("newest_only", query.strip()[:80]),) if since else ())
    return Found(_shown(db, keys[:limit]), len(keys) > limit, needles, notes)


def tally(db: sqlite.Connection, query: str, *, now: int = 0) -> int:
    """Return how many hits there are, counted no further than `COUNTED` + 1."""
    plan = _Plan(db, language.parse(query, now=now), now=now, wanted=COUNTED + 1)
    if plan.nothing:
        return 0
    since = _newest(db) if plan.reads_texts else 0
    return sum(1 for _ in islice(_once(plan.keys(since=since)), COUNTED + 1))


def _newest(db: sqlite.Connection) -> int:
    """Return where the newest texts begin: the others are not read at every key press."""
    found = db.execute("SELECT id FROM posts ORDER BY id DESC LIMIT 1 OFFSET ?", (_SCAN_MOST,))
    row = found.fetchone()
    return int(row[0]) if row else 0


def items(
    db: sqlite.Connection,
    query: str,
    *,
    now: int,
    most: int,
    among: Collection[int] | None = None,
) -> list[int]:
    """Return every interaction that matches, newest first, but no more than `most` + 1.

    One more than `most` tells that there are others. A query that names nothing matches nothing.
    `among`: look at these interactions only (a rule looks at what just came in).
    """
    plan = _Plan(db, language.parse(query, now=now), now=now, wanted=most + 1, items=True)
    if plan.nothing:
        return []
    if among is not None:
        plan.keep_to(among)
    return [item for _, item in islice(plan.keys(), most + 1) if item is not None]


@contextlib.contextmanager
def breaking_off(db: sqlite.Connection, still: Callable[[], bool]) -> Iterator[None]:
    """Let the searches inside end with an OperationalError once `still` says False."""
    db.set_progress_handler(lambda: not still(), 20_000)
    try:
        yield
    finally:
        db.set_progress_handler(None, 0)


def states(db: sqlite.Connection, hits: Iterable[Hit]) -> dict[int, str]:
    """Return the states of the interactions among these hits, by `item_id`."""
    numbers = json.dumps([h.item_id for h in hits if h.item_id is not None])
    found = db.execute(
        "SELECT id, state FROM interactions WHERE id IN (SELECT value FROM json_each(?))",
        (numbers,),
    )
    return {r[0]: r[1] for r in found}


Key = tuple[int, int | None]
"""What orders the hit (id of the post for words, of the interaction without), the interaction."""


def _once(keys: Iterator[Key]) -> Iterator[Key]:
    """Leave one hit of a post that came to two of our accounts: the older interaction."""
    last: Key | None = None
    for key in keys:
        if last is not None and key[0] != last[0]:
            yield last
            last = None
        if last is None or (key[1] or 0) < (last[1] or 0):
            last = key
    if last is not None:
        yield last


def _by_words_alone(
    db: sqlite.Connection, expression: str, *, limit: int, before: int | None
) -> list[Hit]:
    """Find by words and nothing else, in one statement: what is asked at every key press."""
    older = "" if before is None else f" AND w.rowid < {int(before)}"
    cursor = db.cursor()
    cursor.row_factory = None
    # CROSS JOIN: the index hands out the newest first, and no more is read than is taken
    rows = cursor.execute(
        f"""SELECT p.id, p.id, a.name, a.handle, p.text, p.created_at, i.id,
              CASE WHEN i.id IS NULL THEN {_SEEN_BY} ELSE i.account_id END,
              coalesce(i.kind, p.kind)
            FROM post_words w CROSS JOIN posts p ON p.id = w.rowid
            CROSS JOIN profiles a ON a.id = p.author_id
            LEFT JOIN interactions i ON i.post_id = p.id AND i.kind NOT IN ('reaction', 'repost')
            WHERE post_words MATCH ?{older} ORDER BY w.rowid DESC""",
        (expression,),
    )
    found: dict[int, Hit] = {}
    while len(found) < limit and (page := rows.fetchmany(limit)):
        for hit in map(Hit._make, page):
            known = found.setdefault(hit.key, hit)
            if hit is not known and (hit.item_id or 0) < (known.item_id or 0):
                found[hit.key] = hit  # it came to two of our accounts: the older one
    rows.close()
    return list(found.values())[:limit]


class _Plan:
    """One search over one snapshot: what drives it, and what is checked."""

    def __init__(
        self, db: sqlite.Connection, asked: Query, *, now: int, wanted: int, items: bool = False
    ) -> None:
        """`wanted` is how many hits will be taken; `items`: interactions, whatever is asked."""
        self._db, self._wanted = db, wanted
        self.items = items or any(about_items(f) for f in asked.fields())
        self._make = Conditions(db, items=self.items, now=now, gather=wanted > 2_000)
        self._expression, rest = _text(asked)
        self._conditions = [self._make.of(term) for term in rest]
        self.ranks = bool(self._expression)
        self.words_alone = self._expression if not rest and not self.items else None
        self.nothing = not self._expression and not rest
        self.reads_texts = self._make.unreadable
        if self.reads_texts:
            db.create_function("folded", 1, lambda text: words.fold(text or ""), deterministic=True)

    def keep_to(self, numbers: Collection[int]) -> None:
        """Let nothing pass but these interactions."""
        few = ("SELECT value FROM json_each(?)", (json.dumps(list(numbers)),))
        self._conditions.append(Condition(f"i.id IN ({few[0]})", few[1], few))

    def keys(self, *, before: int | None = None, since: int = 0) -> Iterator[Key]:
        """Yield what matches, newest first, of the keys below `before` and from `since` on."""
        narrow = [c.few for c in self._conditions if c.few is not None]
        if not self._expression:
            few, size = self._fewest(narrow, _MANY)
            return iter(()) if few and not size else self._by_rows(few, before, since)
        few = None
        if narrow and count(self._db, *_matching(self._expression), _RARE) >= _RARE:
            few, size = self._fewest(narrow, _FEW if self._wanted <= 100 else _MANY)
            if few and not size:
                return iter(())
        if few is not None:
            gather = "*" in self._expression or size > 500
            words_too = self._make.matching(self._expression, gather=gather)
            return self._by_rows(few, before, since, [words_too])
        return self._by_words(before, since)

    def _fewest(self, narrow: list[Select], most: int) -> tuple[Select | None, int]:
        """Return what selects the fewest rows, fewer than `most`, and how many those are."""
        chosen, least = None, most
        for few in narrow:
            n = count(self._db, *few, least)
            if n < least:
                chosen, least = few, n
        return chosen, least

    def _by_words(self, before: int | None, since: int) -> Iterator[Key]:
        """The index of words hands out the newest first; no more is read than is taken."""
        where, joins = ["post_words MATCH ?"], ""
        first, last = self._span()
        if self.items:
            # an interaction is told after its post was written, give or take a day
            first, last = 0, last + (86_400_000 << 20)
            joins = (
                " CROSS JOIN interactions i ON i.post_id = w.rowid"
                " AND i.kind NOT IN ('reaction', 'repost')"
            )
        if self._make.post_joined or (self._conditions and not self.items):
            joins += " CROSS JOIN posts p ON p.id = w.rowid"
        last = last if before is None else min(last, before)
        if (first := max(first, since)) > 0:
            where.append(f"w.rowid >= {first}")
        if last < 1 << 62:
            where.append(f"w.rowid < {last}")
        item = "i.id" if self.items else _ITEM_OF.format(post="w.rowid")
        select = f"SELECT w.rowid, {item} FROM post_words w{joins}"
        return self._run(select, where, [self._expression], self._conditions, "w.rowid DESC")

    def _span(self) -> tuple[int, int]:
        spans = [c.span for c in self._conditions if c.span is not None]
        return max((s[0] for s in spans), default=0), min((s[1] for s in spans), default=1 << 62)

    def _by_rows(
        self,
        few: Select | None,
        before: int | None,
        since: int,
        words_too: Sequence[Condition] = (),
    ) -> Iterator[Key]:
        """Look at rows: the few that an index knows of, or every one from the newest on."""
        where: list[str] = []
        values: list[object] = []
        row = self._make.row
        key = "i.post_id" if self.items and words_too else row
        if few is not None:
            where.append(f"{row} IN ({few[0]})")
            values.extend(few[1])
        if before is not None:
            where.append(f"{key} < {int(before)}")
        if since:
            where.append(f"{key} >= {int(since)}")
        indexed = "" if few else " NOT INDEXED"
        if self.items:
            item, start = "i.id", f"interactions i{indexed}"
            if self._make.post_joined:
                start += (
                    " LEFT JOIN posts p ON p.id = i.post_id"
                    " AND i.kind NOT IN ('reaction', 'repost')"
                )
        else:
            item, start = _ITEM_OF.format(post="p.id"), f"posts p{indexed}"
            if not any("deleted_at" in c.sql for c in self._conditions):
                where.append("p.deleted_at IS NULL")
        checks = [*self._conditions, *words_too]
        order = f"{key} DESC" + (", i.id" if key == "i.post_id" else "")
        return self._run(f"SELECT {key}, {item} FROM {start}", where, values, checks, order)

    def _run(
        self,
        select: str,
        where: list[str],
        values: list[object],
        checks: Sequence[Condition],
        order: str,
    ) -> Iterator[Key]:
        tests = [*where, *(f"({c.sql})" for c in checks)] or ["1"]
        values = [*values, *(v for c in checks for v in c.values)]
        sql = f"{select} WHERE {' AND '.join(tests)} ORDER BY {order}"
        rows = self._db.execute(sql, values)
        try:
            for row in rows:
                yield row[0], row[1]
        finally:
            rows.close()

    def ranked(self, most: int) -> list[Key]:
        """Return the newest `most` hits, the best match first (bm25)."""
        keys = {key[0]: key for key in islice(_once(self.keys()), most)}
        if not keys:
            return []
        found = self._db.execute(
            f"SELECT rowid, bm25(post_words) AS r FROM post_words WHERE post_words MATCH ?"
            f" AND rowid BETWEEN {min(keys)} AND {max(keys)}",
            (self._expression,),
        )
        scores = {row[0]: row[1] for row in found if row[0] in keys}
        return [keys[n] for n in sorted(keys, key=lambda n: (scores.get(n, 0.0), -n))]


def _matching(expression: str) -> Select:
    return "SELECT rowid FROM post_words WHERE post_words MATCH ?", (expression,)


_ITEM_OF = (
    "(SELECT min(x.id) FROM interactions x WHERE x.post_id = {post}"
    " AND x.kind NOT IN ('reaction', 'repost'))"
)


def _text(asked: Query) -> tuple[str, list[Term]]:
    """Return the words as one FTS5 expression, and the terms that are not in it."""
    wanted: list[str] = []
    unwanted: list[str] = []
    rest: list[Term] = []
    for term in asked.terms:
        if isinstance(term, Words) and not words.needle(term.text):
            continue
        if (expression := _expression(term)) is not None:
            wanted.append(expression)
        elif isinstance(term, Not) and (expression := _expression(term.term)) is not None:
            unwanted.append(expression)
        else:
            rest.append(term)
    if not wanted:
        return "", [t for t in asked.terms if t in rest or isinstance(t, Not)]
    return " NOT ".join([f"({' AND '.join(wanted)})", *unwanted]), rest


def _expression(term: Term) -> str | None:
    """Return a term of words alone as FTS5 wants it, None where there is more to it."""
    match term:
        case Words():
            return words.phrase(term.text, whole=term.quoted) or None
        case Every(terms) | Either(terms):
            found = [_expression(t) for t in terms]
            how = " AND " if isinstance(term, Every) else " OR "
            return None if None in found else f"({how.join(str(f) for f in found)})"
        case _:
            return None


def _shown(db: sqlite.Connection, keys: list[Key]) -> list[Hit]:
    """Return what a row of the list shows, in the order of the keys."""
    bare = [key for key, item in keys if item is None]
    full = [item for _, item in keys if item is not None]
    found: dict[int, Hit] = {}
    if full:
        for r in db.execute(_ITEMS, (json.dumps(full),)):
            found[r[5]] = Hit(0, *r)
    if bare:
        for r in db.execute(_POSTS, (json.dumps(bare),)):
            found[r[0]] = Hit(0, *r)
    return [found[item or key]._replace(key=key) for key, item in keys if (item or key) in found]


_ITEMS = """SELECT i.post_id, a.name, a.handle, coalesce(p.text, ''), i.created_at, i.id,
    i.account_id, i.kind
  FROM json_each(?) n CROSS JOIN interactions i ON i.id = n.value
  CROSS JOIN profiles a ON a.id = i.actor_id LEFT JOIN posts p ON p.id = i.post_id"""
_SEEN_BY = """(SELECT m.id FROM accounts m WHERE m.realm = p.realm AND m.state <> 'removed'
  ORDER BY m.remote_id <> a.remote_id, m.position LIMIT 1)"""
"""Through which account a post is seen that is nobody's interaction."""
_POSTS = f"""SELECT p.id, a.name, a.handle, p.text, p.created_at, NULL, {_SEEN_BY}, p.kind
  FROM json_each(?) n CROSS JOIN posts p ON p.id = n.value
  CROSS JOIN profiles a ON a.id = p.author_id"""
