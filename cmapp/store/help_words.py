"""The index over saved replies and articles: one for both, searched as posts are.

Saved replies have even ids, articles odd ones, so that a row says what it is.
"""

from __future__ import annotations

from collections.abc import Sequence

from cmapp.store import ids, sqlite, words

_TEXT = """SELECT r.id, r.title || ' ' || coalesce(r.shortcut, '') || ' ' || coalesce(
             (SELECT group_concat(v.text, ' ') FROM reply_variants v WHERE v.reply_id = r.id), '')
           AS text FROM replies r WHERE r.archived_at IS NULL
           UNION ALL SELECT id, title || ' ' || text || ' ' || tags FROM articles"""


def new_id(db: sqlite.Connection, now: int, *, article: bool) -> int:
    """Return a free id for an article or a saved reply made now."""
    while True:
        number = ids.made_here(now) & ~1 | int(article)
        table = "articles" if article else "replies"
        if not db.execute(f"SELECT 1 FROM {table} WHERE id = ?", (number,)).fetchone():
            return number


def is_article(number: int) -> bool:
    """Tell whether an id is an article's."""
    return bool(number & 1)


def refresh(db: sqlite.Connection, number: int) -> None:
    """Index one saved reply or article as it stands now; one that is gone leaves the index."""
    db.execute("DELETE FROM help_words WHERE rowid = ?", (number,))
    found = db.execute(f"SELECT text FROM ({_TEXT}) WHERE id = ?", (number,)).fetchone()
    if found is not None:
        db.execute(
            "INSERT INTO help_words (rowid, text) VALUES (?, ?)", (number, words.split(found[0]))
        )


def keep_in_step(db: sqlite.Connection) -> None:
    """Build the index again if it was made by other tables than today's."""
    found = db.execute("SELECT value FROM meta WHERE name = 'help_words'").fetchone()
    if found is not None and found[0] == words.version():
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        db.execute("DELETE FROM help_words")
        rows = db.execute(_TEXT).fetchall()
        db.executemany(
            "INSERT INTO help_words (rowid, text) VALUES (?, ?)",
            [(r[0], words.split(r[1])) for r in rows],
        )
        db.execute("INSERT OR REPLACE INTO meta VALUES ('help_words', ?)", (words.version(),))
        db.execute("COMMIT")
    except BaseException:
        db.execute("ROLLBACK")
        raise


def find(
    db: sqlite.Connection, query: str, *, articles: bool | None = None, limit: int = 50
) -> list[int]:
    """Return the ids that a typed query finds, best first; [] for one that cannot be looked up."""
    fts = " ".join(p for part in query.split()[:16] if (p := words.phrase(part)))
    return _matching(db, fts, articles=articles, limit=limit) if fts else []


def any_of(
    db: sqlite.Connection, terms: Sequence[str], *, articles: bool | None = None, limit: int = 20
) -> list[tuple[int, str]]:
    """Return what has any of `terms`, best first: (id, split text)."""
    if not terms:
        return []
    match = " OR ".join(f'"{t}"' for t in terms)
    found = _matching(db, match, articles=articles, limit=limit)
    texts = {
        n: str(db.execute("SELECT text FROM help_words WHERE rowid = ?", (n,)).fetchone()[0])
        for n in found
    }
    return [(n, texts[n]) for n in found]


def _matching(db: sqlite.Connection, match: str, *, articles: bool | None, limit: int) -> list[int]:
    found = db.execute(
        """SELECT rowid FROM help_words WHERE help_words MATCH ?
             AND (? IS NULL OR (rowid & 1) = ?) ORDER BY bm25(help_words), rowid DESC LIMIT ?""",
        (match, articles, int(bool(articles)), limit),
    )
    return [int(r[0]) for r in found]
