"""The list of people: who matches a query, those who were here last first (CP-11).

Each person is one row, at the identity that was here last (`v`, its profile `p`, its contact `c`
or NULL). A condition is true or false of that row, never NULL.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from cmapp.domain.people import DAY, StageRules
from cmapp.domain.query import Either, Every, Field, Not, Query, Term, Words
from cmapp.store import contacts, ids, sqlite, words
from cmapp.store.conditions import count
from cmapp.store.named import own_profiles
from cmapp.store.people import lately_from

Place = tuple[int, int]
"""Where a row stands: (when they were here last, the profile)."""
FEW = 5_000
"""A filter that leaves no more identities than this is where the search begins."""

_FROM = """FROM visits v CROSS JOIN profiles p ON p.id = v.profile_id
  LEFT JOIN contacts c ON c.id = p.contact_id"""
_STANDS = """(c.person IS NULL OR NOT EXISTS (SELECT 1 FROM contacts k
  JOIN profiles q ON q.contact_id = k.id JOIN visits w ON w.profile_id = q.id
  WHERE k.person = c.person AND (w.last_at, w.profile_id) > (v.last_at, v.profile_id)))"""
_MEMBERS = "contacts k JOIN profiles q ON q.contact_id = k.id"
_DAYS = f"""(SELECT count(DISTINCT (i.id >> 20) / {DAY}) FROM {_MEMBERS}
  JOIN interactions i ON i.actor_id = q.id WHERE k.person = c.person AND i.id >= %s)"""
_VISITS = f"CASE WHEN c.person IS NULL THEN v.days ELSE {_DAYS % 0} END"
_ITEMS = f"""CASE WHEN c.person IS NULL THEN v.items ELSE (SELECT sum(w.items) FROM {_MEMBERS}
  JOIN visits w ON w.profile_id = q.id WHERE k.person = c.person) END"""
_FIRST = f"""CASE WHEN c.person IS NULL THEN v.first_at ELSE (SELECT min(w.first_at)
  FROM {_MEMBERS} JOIN visits w ON w.profile_id = q.id WHERE k.person = c.person) END"""
_HAND = f"""CASE WHEN c.person IS NULL THEN c.stage ELSE (SELECT k.stage FROM {_MEMBERS}
  WHERE k.person = c.person AND k.stage IS NOT NULL ORDER BY k.id <> k.person, q.id LIMIT 1) END"""


def stage_sql(rules: StageRules, now: int) -> str:
    """Return the stage of a row in SQL: what was set by hand, else as `domain.people.stage_of`."""
    since = ids.at(lately_from(rules, now))
    lately = f"""CASE WHEN c.person IS NULL THEN (SELECT count(DISTINCT (i.id >> 20) / {DAY})
      FROM interactions i WHERE i.actor_id = v.profile_id AND i.id >= {since})
      ELSE {_DAYS % since} END"""
    return f"""coalesce({_HAND}, CASE WHEN v.last_at = 0 THEN NULL
      WHEN v.last_at < {now - rules.lapsed_days * DAY} THEN 'lapsed'
      WHEN v.last_at < {now - rules.risk_days * DAY} THEN 'at-risk'
      WHEN {_VISITS} >= {rules.loyal_visits} AND {lately} >= {rules.loyal_visits} THEN 'loyal'
      WHEN {_FIRST} >= {now - rules.new_days * DAY} THEN 'new' ELSE 'active' END)"""


@dataclass(frozen=True, slots=True)
class Row:
    """One person in a list. `stage` is set by hand where `by_hand`; times are UTC ms, 0: never."""

    id: int
    root: int
    handle: str
    name: str
    platform: str
    last_at: int
    first_at: int | None
    days: int
    items: int
    vip: bool
    muted: bool
    stage: str | None
    by_hand: bool
    tags: tuple[str, ...]
    identities: int

    @property
    def place(self) -> Place:
        """Return where the row stands in the list."""
        return (self.last_at, self.id)


def page(
    db: sqlite.Connection,
    query: Query,
    *,
    rules: StageRules,
    now: int,
    limit: int = 50,
    after: Place | None = None,
) -> list[Row]:
    """Return the people that a query finds, those who were here last first, behind `after`."""
    where = _Where(db, rules, now)
    sql, values = where.of_all(query)
    if after is not None:
        sql += " AND (v.last_at, v.profile_id) < (?, ?)"
        values = (*values, *after)
    found = db.execute(
        f"""SELECT p.id, coalesce((SELECT q.id FROM profiles q WHERE q.contact_id = c.person), p.id)
          AS root, {_FIRST} AS first_at, {_VISITS} AS days, {_ITEMS} AS items, v.last_at,
          {where.stage} AS stage, {_HAND} IS NOT NULL AS by_hand,
          coalesce((SELECT a.platform FROM accounts a WHERE a.realm = p.realm LIMIT 1), '')
            AS platform
          {_FROM} WHERE {sql} ORDER BY v.last_at DESC, v.profile_id DESC LIMIT ?""",
        (*values, limit),
    ).fetchall()
    return [_row(db, r) for r in found]


def _row(db: sqlite.Connection, found: sqlite.Row) -> Row:
    members = contacts.group(db, found["id"])
    who = db.execute("SELECT handle, name FROM profiles WHERE id = ?", (found["root"],)).fetchone()
    kept = db.execute(
        """SELECT max(c.vip), max(c.muted), max(CASE WHEN p.id = ? THEN c.name ELSE '' END),
             max(c.name) FROM profiles p JOIN contacts c ON c.id = p.contact_id
           WHERE p.id IN (SELECT value FROM json_each(?))""",
        (found["root"], json.dumps(members)),
    ).fetchone()
    return Row(
        **dict(found) | {"by_hand": bool(found["by_hand"])},
        handle=who["handle"],
        name=kept[2] or kept[3] or who["name"],
        vip=bool(kept[0]),
        muted=bool(kept[1]),
        tags=tuple(contacts.tags(db, members)) if kept[0] is not None else (),
        identities=len(members),
    )


def every(db: sqlite.Connection, query: Query, *, rules: StageRules, now: int) -> list[int]:
    """Return the root profiles of all people that a query finds, by when they were here last."""
    sql, values = _Where(db, rules, now).of_all(query)
    found = db.execute(
        f"""SELECT coalesce((SELECT q.id FROM profiles q WHERE q.contact_id = c.person), p.id)
            {_FROM} WHERE {sql} ORDER BY v.last_at DESC, v.profile_id DESC""",
        values,
    )
    return [r[0] for r in found]


def total(db: sqlite.Connection, query: Query, *, rules: StageRules, now: int) -> int:
    """Return how many people a query finds. Reads them all: for a reader thread."""
    sql, values = _Where(db, rules, now).of_all(query)
    return int(db.execute(f"SELECT count(*) {_FROM} WHERE {sql}", values).fetchone()[0])


Sql = tuple[str, tuple[object, ...]]


class _Where:
    """Makes the condition of one query."""

    def __init__(self, db: sqlite.Connection, rules: StageRules, now: int) -> None:
        self._db, self._rules, self._now = db, rules, now
        self.stage = stage_sql(rules, now)

    def of_all(self, query: Query) -> Sql:
        """Return the condition of a whole query, beginning with its rarest part where one is."""
        parts = [self._of(t) for t in query.terms]
        parts.append((_STANDS, ()))
        ours = json.dumps(own_profiles(self._db, None))
        parts.append(("p.id NOT IN (SELECT value FROM json_each(?))", (ours,)))
        few = self._few(query.terms)
        if few is not None:
            parts.insert(0, few)
        return " AND ".join(f"({sql})" for sql, _ in parts), tuple(
            v for _, values in parts for v in values
        )

    def _few(self, terms: Iterable[Term]) -> Sql | None:
        """Return the rows of the first filter that leaves but few, with all who are one person."""
        for term in terms:
            found = self._profiles(term)
            if found is None or count(self._db, *found, FEW) >= FEW:
                continue
            sql, values = found
            return (
                f"""v.profile_id IN ({sql} UNION SELECT q.id FROM {_MEMBERS} WHERE k.person IN
                  (SELECT j.person FROM contacts j JOIN profiles r ON r.contact_id = j.id
                   WHERE r.id IN ({sql})))""",
                (*values, *values),
            )
        return None

    def _of(self, term: Term) -> Sql:
        match term:
            case Words() | Field():
                return self._one(term)
            case Not(inner):
                sql, values = self._of(inner)
                return f"NOT coalesce(({sql}), 0)", values
            case Every(terms):
                return self._joined(" AND ", terms)
            case Either(terms):
                return self._joined(" OR ", terms)

    def _joined(self, how: str, terms: Iterable[Term]) -> Sql:
        found = [self._of(t) for t in terms]
        return how.join(f"({sql})" for sql, _ in found), tuple(v for _, vs in found for v in vs)

    def _profiles(self, term: Term) -> Sql | None:
        """Return a SELECT of the identities that a term names, where an index has them."""
        match term:
            case Words(text=text, quoted=quoted):
                return self._words(text, quoted)
            case Field("tag", values):
                of, rest = "contact_tags", f"x.tag IN ({_marks(values)})"
                return _of_contacts(of, rest, values)
            case Field("vip", ("yes",)):
                return (
                    "SELECT id FROM profiles WHERE contact_id IN (SELECT id FROM contacts"
                    " WHERE vip = 1)",
                    (),
                )
            case Field("muted", ("yes",)):
                return (
                    "SELECT p.id FROM contacts c JOIN profiles p ON p.contact_id = c.id"
                    " WHERE c.muted = 1",
                    (),
                )
            case Field("fact", (value,)):
                name, equals, wanted = value.partition("=")
                if equals and wanted:
                    rest = "x.name = ? COLLATE NOCASE AND x.value = ? COLLATE NOCASE"
                    return _of_contacts("contact_facts", rest, (name.strip(), wanted.strip()))
                rest = "x.name = ? COLLATE NOCASE"
                return _of_contacts("contact_facts", rest, (name.strip(),))
            case Field("has", values) if not {"change"} & set(values):
                tables = {"fact": "contact_facts", "note": "notes", "tag": "contact_tags"}
                found = [_of_contacts(tables[v], "1", ())[0] for v in values]
                return " UNION ".join(found), ()
        return None

    def _words(self, text: str, quoted: bool) -> Sql | None:
        expression = words.phrase(text, whole=quoted)
        needle = words.needle(text)
        parts: list[str] = []
        values: list[object] = []
        if expression:
            parts.append("SELECT rowid FROM people_words WHERE people_words MATCH ?")
            values.append(expression)
        self._db.create_function(
            "folded", 1, lambda text: words.fold(text or ""), deterministic=True
        )
        for table, column in (("contacts", "name"), ("contact_facts", "value")):
            key = "id" if table == "contacts" else "contact_id"
            parts.append(
                f"SELECT p.id FROM {table} x JOIN profiles p ON p.contact_id = x.{key}"
                f" WHERE x.{column} <> '' AND instr(folded(x.{column}), ?) > 0"
            )
            values.append(needle)
        return " UNION ".join(parts), tuple(values)

    def _one(self, term: Words | Field) -> Sql:
        found = self._profiles(term)
        if found is not None:
            sql, values = found
            return (
                f"(p.id IN ({sql}) OR (c.person IS NOT NULL AND c.person IN (SELECT k.person"
                f" FROM {_MEMBERS} WHERE k.person IS NOT NULL AND q.id IN ({sql}))))",
                (*values, *values),
            )
        assert isinstance(term, Field)
        match term:
            case Field("vip" | "muted" as name, values):
                opposite = Field(name, ("yes",))
                return ("1", ()) if len(values) > 1 else self._of(Not(opposite))
            case Field("stage", values):
                sql = f"coalesce({self.stage}, 'none') IN ({_marks(values)})"
                if set(values) <= {"at-risk", "lapsed"}:  # told from the index alone, mostly
                    sql = f"{self._silent('at-risk' in values)} AND {sql}"
                return sql, values
            case Field("visits" | "items" as name, (sign, number)):
                counted = _VISITS if name == "visits" else _ITEMS
                return f"coalesce({counted}, 0) {sign} ?", (int(number),)
            case Field("since", span=span) if span is not None:
                return "v.last_at >= ?", (span[0],)
            case Field("before", span=span) if span is not None:
                return "v.last_at < ?", (span[0],)
            case Field("first", span=span) if span is not None:
                return f"coalesce({_FIRST} >= ?, 0)", (span[0],)
            case Field("on", values):
                return self._on(values)
            case Field("merged", values):
                sql = "c.person IS NOT NULL"
                return ("1" if len(values) > 1 else sql if values[0] == "yes" else f"NOT {sql}"), ()
            case Field("has", values):
                kept = tuple(v for v in values if v != "change")
                changed = """EXISTS (SELECT 1 FROM profile_changes h WHERE h.profile_id = p.id
                  AND h.at > coalesce(c.looked_at, 0) AND h.before IS NOT h.after)"""
                if not kept:
                    return changed, ()
                sql, more = self._one(Field("has", kept))
                return f"{changed} OR {sql}", more
        raise AssertionError(term)

    def _silent(self, risk: bool) -> str:
        """Return what is true of all who may be at risk or lapsed, asking only `v`."""
        days = self._rules.risk_days if risk else self._rules.lapsed_days
        return f"""(v.last_at < {self._now - min(days, self._rules.lapsed_days) * DAY}
          OR v.profile_id IN (SELECT p.id FROM contacts k JOIN profiles p ON p.contact_id = k.id
            WHERE k.stage IS NOT NULL OR k.person IS NOT NULL))"""

    def _on(self, values: tuple[str, ...]) -> Sql:
        realms = json.dumps(
            [
                r[0]
                for r in self._db.execute(
                    f"SELECT DISTINCT realm FROM accounts WHERE platform IN ({_marks(values)})"
                    f" OR handle COLLATE NOCASE IN ({_marks(values)}) OR id IN ({_marks(values)})",
                    [v.lower() for v in values] + [v.lstrip("@") for v in values] + list(values),
                )
            ]
        )
        inside = "realm IN (SELECT value FROM json_each(?))"
        return (
            f"(p.{inside} OR EXISTS (SELECT 1 FROM {_MEMBERS} WHERE k.person = c.person"
            f" AND q.{inside}))",
            (realms, realms),
        )


def _marks(values: tuple[str, ...]) -> str:
    return ", ".join("?" * len(values))


def _of_contacts(table: str, rest: str, values: tuple[object, ...]) -> Sql:
    return (
        f"SELECT p.id FROM {table} x JOIN profiles p ON p.contact_id = x.contact_id WHERE {rest}",
        values,
    )
