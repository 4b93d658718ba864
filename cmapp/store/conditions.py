"""What each filter of the search language means in SQL, for interactions and for posts.

A condition is true or false, never NULL, of one row: `i` (an interaction) or `p` (a post). `few`
is where its rows can be had from an index: a SELECT of ids, for when they are not many.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from cmapp.domain.folding import fold
from cmapp.domain.query import Either, Every, Field, Not, Term, Words
from cmapp.store import ids, sqlite, words
from cmapp.store.named import own_profiles, people_named, vips

_SPOKEN = "i.post_id IS NOT NULL AND i.kind NOT IN ('reaction', 'repost')"
"""Of these the post is what was said; of a like it is what was liked."""
COMMON = 5_000
"""A word in more posts than this is looked for row by row, not gathered."""
OF_ITEMS = frozenset({"is", "has", "label", "kind", "assignee", "priority", "note"})
_OF_POSTS = frozenset(
    {
        ("is", "mine"), ("is", "public"), ("is", "private"), ("is", "deleted"), ("is", "edited"),
        ("is", "vip"), ("has", "image"), ("has", "video"), ("has", "audio"), ("has", "media"),
        ("has", "link"), ("has", "hashtag"), ("has", "mention"),
    }
)  # fmt: skip
"""Values that ask about a post, whether or not it came to us."""


Select = tuple[str, tuple[object, ...]]
_EVER = (0, 1 << 62)


@dataclass(frozen=True, slots=True)
class Condition:
    """SQL that is 0 or 1 for a row, with its values; `few` selects the ids that may pass."""

    sql: str
    values: tuple[object, ...] = ()
    few: Select | None = None
    span: tuple[int, int] | None = None
    """Between which ids the row lies, where the condition is a stretch of time."""


def about_items(field: Field) -> bool:
    """Tell whether a filter asks for what only an interaction has."""
    return field.name in OF_ITEMS and not all((field.name, v) in _OF_POSTS for v in field.values)


class Conditions:
    """Makes the conditions of one search, asking the small tables first (names, labels …)."""

    def __init__(
        self, db: sqlite.Connection, *, items: bool, now: int, gather: bool = False
    ) -> None:
        """`items`: rows are interactions, else posts. `now` is UTC ms.

        `gather`: all rows will be looked at, so that what has a word is better had at once.
        """
        self._db, self._items, self._now, self._gather = db, items, now, gather
        self.post_joined = False
        """Whether a condition needs `p` beside `i`."""
        self.unreadable = False
        """Whether a word can only be found by reading every text (it is in no index)."""

    @property
    def row(self) -> str:
        """The id of the row."""
        return "i.id" if self._items else "p.id"

    def of(self, term: Term) -> Condition:
        """Return the condition for a term of the tree."""
        match term:
            case Words():
                return self._words(term)
            case Field():
                return self._field(term)
            case Not(inner):
                found = self.of(inner)
                return Condition(f"NOT coalesce(({found.sql}), 0)", found.values)
            case Every(terms):
                return self._joined(" AND ", terms)
            case Either(terms):
                return self._joined(" OR ", terms)

    def _joined(self, how: str, terms: Iterable[Term]) -> Condition:
        found = [self.of(t) for t in terms]
        return Condition(
            "(" + how.join(f"({c.sql})" for c in found) + ")",
            tuple(v for c in found for v in c.values),
        )

    def _p(self) -> str:
        self.post_joined = True
        return "p"

    # words

    def _words(self, term: Words) -> Condition:
        expression = words.phrase(term.text, whole=term.quoted)
        if expression:
            return self.matching(expression)
        needle = words.needle(term.text)
        if not needle:
            return Condition("1")
        self.unreadable = True
        found = f"instr(folded({self._p()}.text), ?) > 0 AND p.deleted_at IS NULL"
        if self._items:
            found = f"{_SPOKEN} AND {found}"
        return Condition(found, (needle,))

    def matching(self, expression: str, *, gather: bool | None = None) -> Condition:
        """Return the condition that the text matches an FTS5 expression."""
        if gather is None:
            # a beginning of words costs as much for one row as for all
            gather = (
                self._gather
                or "*" in expression
                or count(self._db, f"{_MATCHING} MATCH ?", (expression,), COMMON) < COMMON
            )
        post = "i.post_id" if self._items else "p.id"
        if gather:
            found = f"{post} IN ({_MATCHING} MATCH ?)"
        else:
            found = f"EXISTS ({_MATCHING} MATCH ? AND rowid = {post})"
        return Condition(f"{_SPOKEN} AND {found}" if self._items else found, (expression,))

    # filters

    def _field(self, field: Field) -> Condition:
        if field.span is not None:
            return self._time(field.name, field.span)
        several = _SEVERAL.get(field.name)
        if several is not None:
            return several(self, field.values)
        one: Callable[[Conditions, str], Condition] = _ONE[field.name]
        found = [one(self, value) for value in field.values]
        if len(found) == 1:
            return found[0]
        return Condition(
            "(" + " OR ".join(f"({c.sql})" for c in found) + ")",
            tuple(v for c in found for v in c.values),
        )

    def _time(self, name: str, span: tuple[int, int]) -> Condition:
        begin, over = (ids.at(t) for t in span)
        parts: dict[str, tuple[str, ...]] = {
            "since": (">=",), "until": ("<",), "before": ("<",), "on": (">=", "<")
        }  # fmt: skip
        limits = {"since": (begin,), "until": (over,), "before": (begin,), "on": (begin, over)}
        sql = " AND ".join(f"{self.row} {sign} ?" for sign in parts[name])
        table = "interactions i" if self._items else "posts p"
        few = f"SELECT {self.row} FROM {table} NOT INDEXED WHERE {sql}"
        span = {
            "since": (begin, _EVER[1]), "until": (0, over), "before": (0, begin),
            "on": (begin, over),
        }[name]  # fmt: skip
        return Condition(sql, limits[name], (few, limits[name]), span)

    def _authors(self, found: list[int]) -> Condition:
        """Return the condition that one of these people wrote or did it."""
        numbers = json.dumps(found)
        author = "i.actor_id" if self._items else "p.author_id"
        table = "interactions i" if self._items else "posts p"
        sql = f"{author} IN (SELECT value FROM json_each(?))"
        # said once more with its own name: + keeps the planner from starting here unasked
        return Condition(
            f"+{sql}", (numbers,), (f"SELECT {self.row} FROM {table} WHERE {sql}", (numbers,))
        )

    def _from(self, value: str) -> Condition:
        return self._authors(people_named(self._db, value))

    def _to(self, value: str) -> Condition:
        accounts = self._accounts_named(value)
        people = json.dumps(people_named(self._db, value))
        answered = (
            "EXISTS (SELECT 1 FROM posts t WHERE t.realm = {p}.realm AND t.remote_id ="
            " {p}.parent_ref AND t.author_id IN (SELECT value FROM json_each(?)))"
        )
        if self._items:
            sql = "i.account_id IN (SELECT value FROM json_each(?)) OR"
            sql += f" (p.id IS NOT NULL AND {answered.format(p=self._p())})"
        else:
            sql = (
                "EXISTS (SELECT 1 FROM interactions x WHERE x.post_id = p.id"
                " AND x.account_id IN (SELECT value FROM json_each(?))) OR "
                + answered.format(p="p")
            )
        few: Select | None = None
        if not accounts:
            row, join = ("x", _ITEM_OF_POST) if self._items else ("c", "")
            few = (
                f"SELECT {row}.id FROM posts t CROSS JOIN posts c ON c.realm = t.realm"
                f" AND c.parent_ref = t.remote_id{join}"
                " WHERE t.author_id IN (SELECT value FROM json_each(?))",
                (people,),
            )
        return Condition(f"({sql})", (json.dumps(accounts), people), few)

    def _account(self, value: str) -> Condition:
        return self._of_accounts(self._accounts_named(value))

    def _of_accounts(self, accounts: list[str]) -> Condition:
        numbers = json.dumps(accounts)
        if self._items:
            few = "SELECT id FROM interactions WHERE account_id IN (SELECT value FROM json_each(?))"
            sql = "+i.account_id IN (SELECT value FROM json_each(?))"
            return Condition(sql, (numbers,), (few, (numbers,)))
        sql = (
            "(EXISTS (SELECT 1 FROM interactions x WHERE x.post_id = p.id AND x.account_id IN"
            " (SELECT value FROM json_each(?)))"
            " OR +p.author_id IN (SELECT value FROM json_each(?)))"
        )
        return Condition(sql, (numbers, json.dumps(own_profiles(self._db, accounts))))

    def _on(self, value: str) -> Condition:
        asked = fold(value)
        found = self._db.execute("SELECT id, platform, realm FROM accounts").fetchall()
        chosen = [r for r in found if fold(r["platform"]).startswith(asked)]
        if self._items:
            return self._of_accounts([r["id"] for r in chosen])
        realms = json.dumps(sorted({r["realm"] for r in chosen}))
        return Condition("+p.realm IN (SELECT value FROM json_each(?))", (realms,))

    def _accounts_named(self, value: str) -> list[str]:
        asked = fold(value).strip().lstrip("@")
        return [
            r["id"]
            for r in self._db.execute("SELECT id, handle, name FROM accounts")
            if asked == r["id"] or any(fold(r[n]).startswith(asked) for n in ("handle", "name"))
        ]

    def _label(self, values: tuple[str, ...]) -> Condition:
        asked = {fold(v) for v in values}
        known = [r[0] for r in self._db.execute("SELECT name FROM labels")]
        numbers = json.dumps([name for name in known if fold(name) in asked])
        few = "SELECT item_id FROM item_labels WHERE label IN (SELECT value FROM json_each(?))"
        return Condition(f"i.id IN ({few})", (numbers,), (few, (numbers,)))

    def _assignee(self, values: tuple[str, ...]) -> Condition:
        asked = {fold(v).lstrip("@") for v in values}
        found = self._db.execute("SELECT DISTINCT assignee FROM interactions WHERE assignee <> ''")
        numbers = json.dumps([r[0] for r in found if fold(r[0]) in asked])
        sql = "+i.assignee IN (SELECT value FROM json_each(?))"
        few = (
            "SELECT id FROM interactions WHERE assignee <> ''"
            " AND assignee IN (SELECT value FROM json_each(?))"
        )
        return Condition(sql, (numbers,), (few, (numbers,)))

    def _lang(self, value: str) -> Condition:
        lang = f"coalesce({self._p()}.lang, '')"
        asked = fold(value)
        return Condition(f"(lower({lang}) = ? OR lower({lang}) LIKE ? || '-%')", (asked, asked))

    def _kind(self, values: tuple[str, ...]) -> Condition:
        return Condition("i.kind IN (SELECT value FROM json_each(?))", (json.dumps(values),))

    def _priority(self, value: str) -> Condition:
        return Condition("i.priority = ?", ({"high": 1, "normal": 0, "low": -1}[value],))

    def _note(self, value: str) -> Condition:
        asked = fold(value)
        found = self._db.execute("SELECT item_id, text FROM notes WHERE item_id IS NOT NULL")
        numbers = json.dumps(sorted({r[0] for r in found if asked in fold(r[1])}))
        few = "SELECT value FROM json_each(?)"
        return Condition(f"i.id IN ({few})", (numbers,), (few, (numbers,)))

    def _watch(self, value: str) -> Condition:
        asked = fold(value)
        found = self._db.execute(
            "SELECT word FROM words_watched WHERE list = 'watch' ORDER BY word LIMIT 500"
        )
        every = asked in ("*", "all", "any", "全部")
        phrases = [words.phrase(r[0]) for r in found if every or fold(r[0]).startswith(asked)]
        expression = " OR ".join(p for p in phrases if p)
        return self.matching(expression) if expression else Condition("0")

    def _has(self, value: str) -> Condition:
        if value in _PARTS:
            column, part = _PARTS[value]
            if column == "media" and not self._items:
                like = f"""p.media <> '[]' AND p.media LIKE '%{part and f'"kind": "{part}"'}%'"""
                return Condition(like, (), (f"{_POSTS} WHERE p.media <> '[]'", ()))
            found = f"coalesce({self._p()}.{column}, '[]')"
            if self._items:
                found = f"{_SPOKEN} AND {found}"
            return (
                Condition(f"{found} <> '[]'")
                if not part
                else Condition(f"{found} LIKE ?", (f'%"kind": "{part}"%',))
            )
        if value == "reply":
            return Condition("i.first_reply_at IS NOT NULL")
        table, column = _BESIDE[value]
        few = f"SELECT {column} FROM {table} WHERE {column} IS NOT NULL"
        if value == "draft":
            few += " AND state = 'draft'"
        exists = few.replace(f"{column} IS NOT NULL", f"{column} = i.id")
        return Condition(f"EXISTS ({exists})", (), (few, ()))

    def _is(self, value: str) -> Condition:
        match value:
            case "vip":
                return self._authors(vips(self._db))
            case "mine":
                return self._authors(own_profiles(self._db, None))
            case "me":
                return self._assignee(("me", "我"))
            case "public" | "private":
                sql = f"coalesce({self._p()}.visibility, 'public')"
                if self._items:
                    sql = f"CASE WHEN i.kind = 'message' THEN 'direct' ELSE {sql} END"
                test = "IN" if value == "public" else "NOT IN"
                return Condition(f"{sql} {test} ('public', 'unlisted')")
            case "deleted" | "edited":
                sql = f"{self._p()}.{value}_at IS NOT NULL"
                every = self._items or value == "edited"
                return Condition(sql, (), None if every else (f"{_POSTS} WHERE {sql}", ()))
            case "overdue":
                sql = f"{_STATES['unanswered']} AND i.due_at > 0 AND i.due_at < ?"
                values: tuple[object, ...] = (self._now,)
            case _ if value in _STATES:
                sql, values = _STATES[value], ()
            case _:
                return self._kind((value,))
        few = None
        if value in _INDEXED:
            few = (f"SELECT i.id FROM interactions i WHERE {sql}", values)
        return Condition(f"({sql})", values, few)


_POSTS = "SELECT p.id FROM posts p"
_ITEM_OF_POST = " CROSS JOIN interactions x ON x.post_id = c.id"
_MATCHING = "SELECT rowid FROM post_words WHERE post_words"
_STATES = {
    "open": "i.state = 'open'",
    "waiting": "i.state = 'waiting'",
    "done": "i.state = 'done'",
    "muted": "i.state = 'muted'",
    "snoozed": "i.wake_at IS NOT NULL AND i.state = 'waiting'",
    "unanswered": "i.state = 'open' AND i.needs_reply = 1",
    "answered": "i.first_reply_at IS NOT NULL",
    "negative": """i.lane = 1 OR i.signals LIKE '%"negative"%' OR i.signals LIKE '%"complaint"%'""",
    **{
        name: f"""i.signals LIKE '%"{name}"%'"""
        for name in ("question", "order", "suggestion", "praise", "thanks", "spam")
    },
    "urgent": "i.lane = 0",
    "assigned": "i.assignee <> ''",
    "unassigned": "i.assignee = ''",
}
_INDEXED = ("open", "waiting", "done", "muted", "snoozed", "unanswered", "assigned", "overdue")
_PARTS = {
    "media": ("media", ""), "image": ("media", "image"), "video": ("media", "video"),
    "audio": ("media", "audio"), "link": ("spans", "link"), "hashtag": ("spans", "tag"),
    "mention": ("spans", "mention"),
}  # fmt: skip
_BESIDE = {
    "note": ("notes", "item_id"), "label": ("item_labels", "item_id"),
    "task": ("tasks", "item_id"), "draft": ("drafts", "item_id"),
}  # fmt: skip
_SEVERAL: dict[str, Callable[[Conditions, tuple[str, ...]], Condition]] = {
    "label": Conditions._label,
    "assignee": Conditions._assignee,
    "kind": Conditions._kind,
}
_ONE: dict[str, Callable[[Conditions, str], Condition]] = {
    "from": Conditions._from,
    "to": Conditions._to,
    "is": Conditions._is,
    "has": Conditions._has,
    "account": Conditions._account,
    "on": Conditions._on,
    "lang": Conditions._lang,
    "priority": Conditions._priority,
    "note": Conditions._note,
    "watch": Conditions._watch,
}


def count(db: sqlite.Connection, select: str, values: tuple[object, ...], most: int) -> int:
    """Return how many rows a SELECT has, counting no further than `most`."""
    found = db.execute(f"SELECT count(*) FROM ({select} LIMIT {most})", values).fetchone()
    return int(found[0])
