"""Tables that were brought in: what each file held, which of it counts, how its columns were read.

Every value of every file is kept under its file. What counts of several that speak of the same
thing is the newest file's that was not taken back; `measures` holds that and nothing else, so that
taking a file back, or bringing it in again, is exact whatever came in between.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cmapp.store import ids, sqlite
from cmapp.store.database import Tx

ELSEWHERE = ("order_value", "spend", "customer_value")
"""Money is not among the measures: it has a currency. See `winning` and v_imported."""
MEANS = ("completion", "dwell", "video_seconds")


@dataclass(frozen=True, slots=True)
class Value:
    """A number of a row. `part`: what else tells it from others (campaign, order …), or nothing."""

    name: str
    account: str
    post: int
    at: int
    part: str
    line: int
    value: float


@dataclass(frozen=True, slots=True)
class Import:
    """A file that was brought in. `unmatched`: rows whose post is not ours, [{line, what}]."""

    id: int
    digest: str
    settings: dict[str, Any]
    file: str
    account_id: str
    rows: int
    kept: int
    unmatched: list[dict[str, Any]]
    made_at: int
    undone_at: int | None


@dataclass(frozen=True, slots=True)
class Waiting:
    """A row whose post is not here yet. `seek`: by what it is found (`import_matching.Posts.find`).

    `day`: the moment its numbers are of (UTC ms), None for the post's own. `import_id` 0: not kept.
    """

    line: int
    account: str
    seek: dict[str, Any]
    day: int | None
    part: dict[str, str]
    told: dict[str, float]
    import_id: int = 0


def _import(found: sqlite.Row) -> Import:
    values = dict(found)
    for name in ("settings", "unmatched"):
        values[name] = json.loads(values[name])
    return Import(**values)


def every(db: sqlite.Connection) -> list[Import]:
    """Return all files that were brought in, the newest first."""
    return [_import(r) for r in db.execute("SELECT * FROM imports ORDER BY id DESC")]


def by_id(db: sqlite.Connection, number: int) -> Import | None:
    """Return one of them."""
    found = db.execute("SELECT * FROM imports WHERE id = ?", (number,)).fetchone()
    return _import(found) if found else None


def same(db: sqlite.Connection, digest: str, settings: Mapping[str, Any]) -> Import | None:
    """Return the import of the same bytes read in the same way, unless it was taken back."""
    told = _told(settings)
    for found in db.execute(
        "SELECT * FROM imports WHERE digest = ? AND undone_at IS NULL", (digest,)
    ):
        if found["settings"] == told:
            return _import(found)
    return None


def of_bytes(db: sqlite.Connection, digest: str) -> Import | None:
    """Return the newest import of the same bytes, however they were read, not taken back."""
    found = db.execute(
        "SELECT * FROM imports WHERE digest = ? AND undone_at IS NULL ORDER BY id DESC LIMIT 1",
        (digest,),
    ).fetchone()
    return _import(found) if found else None


def _told(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def keep(
    tx: Tx,
    values: Iterable[Value],
    *,
    digest: str,
    settings: Mapping[str, Any],
    file: str,
    account: str,
    rows: int,
    kept: int,
    unmatched: Sequence[Mapping[str, Any]],
    waiting: Sequence[Waiting] = (),
    now: int,
) -> int:
    """Keep a file and its values; returns the import's id, which is larger than all before."""
    last = tx.db.execute("SELECT coalesce(max(id), 0) FROM imports").fetchone()[0]
    number = max(ids.made_here(now), int(last) + 1)
    tx.db.execute(
        "INSERT INTO imports VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL)",
        (number, digest, _told(settings), file, account, rows, kept, _told(list(unmatched)), now),
    )
    tx.db.executemany(
        "INSERT INTO import_values VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [(number, v.name, v.account, v.post, v.at, v.part, v.line, v.value) for v in values],
    )
    tx.db.executemany(
        "INSERT INTO import_waiting VALUES (?, ?, ?, ?, ?)",
        [
            (number, w.line, w.account, _told(w.seek),
             _told({"day": w.day, "part": w.part, "told": w.told}))
            for w in waiting
        ],
    )  # fmt: skip
    project(tx, number)
    return number


def anything_waits(db: sqlite.Connection) -> bool:
    """Tell whether a row of any table still has no post."""
    return db.execute("SELECT 1 FROM import_waiting LIMIT 1").fetchone() is not None


def waiting(db: sqlite.Connection, account: str) -> list[Waiting]:
    """Return the rows that a post of an account may be of, by import and line."""
    found = db.execute(
        """SELECT line, account_id, seek, told, import_id FROM import_waiting
           WHERE account_id IN ('', ?) ORDER BY import_id, line""",
        (account,),
    )
    made = []
    for line, whose, seek, told, number in found:
        rest = json.loads(told)
        made.append(
            Waiting(line, whose, json.loads(seek), rest["day"], rest["part"], rest["told"], number)
        )
    return made


def has_come(tx: Tx, row: Waiting, values: Iterable[Value], *, twice: bool) -> None:
    """Keep what a row says now that its post is here; `project` is the caller's to call.

    `twice`: another row of the file says something else of the same post, and stands.
    """
    tx.db.executemany(
        """INSERT INTO import_values VALUES (?, ?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT DO UPDATE SET value = excluded.value""",
        [(row.import_id, v.name, v.account, v.post, v.at, v.part, v.line, v.value) for v in values],
    )
    there = by_id(tx.db, row.import_id)
    assert there is not None
    lines = [
        {**one, "why": "said_twice"} if twice and one["line"] == row.line else one
        for one in there.unmatched
        if twice or one["line"] != row.line
    ]
    tx.db.execute(
        "UPDATE imports SET kept = kept + ?, unmatched = ? WHERE id = ?",
        (not twice, _told(lines), row.import_id),
    )
    tx.db.execute(
        "DELETE FROM import_waiting WHERE import_id = ? AND line = ?", (row.import_id, row.line)
    )


def value_of(db: sqlite.Connection, number: int, one: Value) -> float | None:
    """Return what an import says already under the key of a value."""
    found = db.execute(
        """SELECT value FROM import_values WHERE import_id = ? AND name = ? AND account_id = ?
             AND post_id = ? AND at = ? AND part = ?""",
        (number, one.name, one.account, one.post, one.at, one.part),
    ).fetchone()
    return None if found is None else float(found[0])


def set_undone(tx: Tx, number: int, at: int | None) -> None:
    """Take a file back (`at`: UTC ms), or let it count again (None)."""
    tx.db.execute("UPDATE imports SET undone_at = ? WHERE id = ?", (at, number))
    project(tx, number)


def project(tx: Tx, number: int) -> None:
    """Bring the measures in step for everything that a file speaks of."""
    elsewhere = ", ".join(f"'{n}'" for n in ELSEWHERE)
    means = ", ".join(f"'{n}'" for n in MEANS)
    keys = f"""SELECT DISTINCT account_id, name, post_id, at FROM import_values
               WHERE import_id = ? AND name NOT IN ({elsewhere})"""
    tx.db.execute(
        f"""DELETE FROM measures WHERE source >= 'import:' AND source < 'import;'
            AND (account_id, name, post_id, at) IN ({keys})""",
        (number,),
    )
    # with max() the other columns are those of the row that has the largest
    tx.db.execute(
        f"""INSERT INTO measures (account_id, name, post_id, at, source, value)
            SELECT account_id, name, post_id, at, 'import:' || max(newest),
              CASE WHEN name IN ({means}) THEN avg(value) ELSE sum(value) END
            FROM (SELECT v.account_id, v.name, v.post_id, v.at, max(v.import_id) AS newest, v.value
              FROM ({keys}) k JOIN import_values v ON v.name = k.name
                AND v.account_id = k.account_id AND v.post_id = k.post_id AND v.at = k.at
              JOIN imports f ON f.id = v.import_id AND f.undone_at IS NULL
              GROUP BY v.account_id, v.name, v.post_id, v.at, v.part)
            GROUP BY account_id, name, post_id, at""",
        (number,),
    )
    tx.touch("metrics")
    tx.touch("imports")


def touched_by(db: sqlite.Connection, number: int, name: str) -> list[int]:
    """Return the imports that speak of the same things as one does, itself among them."""
    found = db.execute(
        """SELECT DISTINCT v.import_id FROM import_values k JOIN import_values v
           ON v.name = k.name AND v.account_id = k.account_id AND v.post_id = k.post_id
             AND v.at = k.at AND v.part = k.part
           WHERE k.import_id = ? AND k.name = ?""",
        (number, name),
    )
    return sorted({number, *(int(r[0]) for r in found)})


@dataclass(frozen=True, slots=True)
class Counted:
    """A value that counts, with what its file told of it."""

    import_id: int
    name: str
    account: str
    post: int
    at: int
    part: dict[str, str]
    value: float


def winning(
    db: sqlite.Connection,
    names: Sequence[str],
    *,
    since: int | None = None,
    until: int | None = None,
    import_id: int | None = None,
) -> list[Counted]:
    """Return the values that count, by time; of a span (UTC ms), of one import."""
    where = [f"v.name IN ({', '.join('?' * len(names))})", "f.undone_at IS NULL"]
    values: list[Any] = [*names]
    for sign, bound in ((">=", since), ("<", until)):
        if bound is not None:
            where.append(f"v.at {sign} ?")
            values.append(bound)
    outer = "" if import_id is None else f"WHERE newest = {int(import_id)}"
    found = db.execute(
        f"""SELECT newest, name, account_id, post_id, at, part, value FROM (
              SELECT max(v.import_id) AS newest, v.name, v.account_id, v.post_id, v.at, v.part,
                v.value
              FROM import_values v JOIN imports f ON f.id = v.import_id
              WHERE {" AND ".join(where)}
              GROUP BY v.name, v.account_id, v.post_id, v.at, v.part)
            {outer} ORDER BY at, name, account_id, post_id, part""",
        values,
    )
    return [
        Counted(int(r[0]), r[1], r[2], int(r[3]), int(r[4]), json.loads(r[5] or "{}"), r[6])
        for r in found
    ]


# how columns are read


def layout(db: sqlite.Connection, headers: str) -> dict[str, Any] | None:
    """Return the settings that were last used for a set of headers."""
    found = db.execute("SELECT settings FROM import_layouts WHERE headers = ?", (headers,))
    row = found.fetchone()
    if row is None:
        return None
    told: dict[str, Any] = json.loads(row[0])
    return told


def layouts(db: sqlite.Connection) -> list[dict[str, Any]]:
    """Return the remembered layouts, the last used first: {name, settings, used_at}."""
    found = db.execute("SELECT * FROM import_layouts ORDER BY used_at DESC, name")
    return [
        {"headers": r["headers"], "name": r["name"], "settings": json.loads(r["settings"]),
         "used_at": r["used_at"]}
        for r in found
    ]  # fmt: skip


def remember(tx: Tx, headers: str, name: str, settings: Mapping[str, Any], *, now: int) -> None:
    """Remember how a set of headers was read."""
    tx.db.execute(
        """INSERT INTO import_layouts VALUES (?, ?, ?, ?) ON CONFLICT (headers) DO UPDATE
           SET name = excluded.name, settings = excluded.settings, used_at = excluded.used_at""",
        (headers, name, _told(settings), now),
    )


def forget(tx: Tx, headers: str) -> None:
    """Forget how a set of headers was read."""
    tx.db.execute("DELETE FROM import_layouts WHERE headers = ?", (headers,))


# what rows are about


@dataclass(frozen=True, slots=True)
class Ours:
    """A post of ours as rows are matched with it. `at` is UTC ms; `links`: where its links lead."""

    id: int
    account: str
    remote_id: str
    uri: str | None
    url: str | None
    at: int
    text: str
    links: tuple[str, ...] = ()


def our_posts(
    db: sqlite.Connection, account: str = "", *, only: Collection[int] | None = None
) -> list[Ours]:
    """Return the posts that our accounts, or one of them, wrote, answers among them.

    `only`: of these ids.
    """
    narrowed = "" if only is None else "AND p.id IN (SELECT value FROM json_each(?))"
    found = db.execute(
        f"""SELECT p.id, m.id AS account, p.remote_id, p.uri, p.url, p.created_at, p.text, p.spans
           FROM accounts m CROSS JOIN profiles a ON a.realm = m.realm AND a.remote_id = m.remote_id
           CROSS JOIN posts p ON p.author_id = a.id
           WHERE (? = '' OR m.id = ?) AND p.kind <> 'message' AND p.deleted_at IS NULL
             {narrowed} ORDER BY p.id""",
        (account, account, *(() if only is None else (json.dumps(sorted(only)),))),
    )
    return [
        Ours(
            r[0], r[1], r[2], r[3], r[4], r[5], r[6],
            tuple(s["target"] for s in json.loads(r[7]) if s.get("kind") == "link"),
        )
        for r in found
    ]  # fmt: skip


def people_called(db: sqlite.Connection, called: str) -> list[int]:
    """Return the profiles with this handle or name; two of one person count once."""
    bare = called.strip().lstrip("@")
    found = db.execute(
        """SELECT min(p.id) FROM profiles p LEFT JOIN contacts c ON c.id = p.contact_id
           WHERE p.handle IN (?1, '@' || ?1) COLLATE NOCASE OR p.name = ?1 COLLATE NOCASE
           GROUP BY coalesce(c.person, c.id, -p.id)""",
        (bare,),
    )
    return [int(r[0]) for r in found]


def drop_facts(tx: Tx, number: int) -> list[int]:
    """Forget what an import told of people; returns their contacts."""
    source = f"import:{number}"
    found = [
        int(r[0])
        for r in tx.db.execute("SELECT contact_id FROM contact_facts WHERE source = ?", (source,))
    ]
    tx.db.execute("DELETE FROM contact_facts WHERE source = ?", (source,))
    return found
