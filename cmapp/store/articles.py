"""The knowledge base: short articles with tags, found as posts are found (KB-02)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from cmapp.store import help_words, sqlite
from cmapp.store.database import Tx


@dataclass(frozen=True, slots=True)
class Article:
    """One article. `lang` is a language code or "" (any). Times are UTC ms."""

    id: int
    title: str
    text: str
    url: str | None
    lang: str
    tags: tuple[str, ...]
    made_at: int
    changed_at: int


def _article(found: sqlite.Row) -> Article:
    values = dict(found)
    values["tags"] = tuple(json.loads(values["tags"]))
    return Article(**values)


def by_id(db: sqlite.Connection, number: int) -> Article | None:
    """Return one article."""
    found = db.execute("SELECT * FROM articles WHERE id = ?", (number,)).fetchone()
    return _article(found) if found else None


def titled(db: sqlite.Connection, title: str, lang: str) -> Article | None:
    """Return the article with this title in this language."""
    found = db.execute(
        "SELECT * FROM articles WHERE title = ? AND lang = ?", (title, lang)
    ).fetchone()
    return _article(found) if found else None


def every(db: sqlite.Connection, *, limit: int = 1000) -> list[Article]:
    """Return the articles by title."""
    found = db.execute("SELECT * FROM articles ORDER BY title COLLATE NOCASE LIMIT ?", (limit,))
    return [_article(r) for r in found]


def find(db: sqlite.Connection, query: str, *, limit: int = 50) -> list[Article]:
    """Return what a typed query finds, best first; all of them for an empty one."""
    if not query.strip():
        return every(db, limit=limit)
    numbers = help_words.find(db, query, articles=True, limit=limit)
    return [a for n in numbers if (a := by_id(db, n)) is not None]


def save(
    tx: Tx,
    title: str,
    text: str,
    *,
    now: int,
    number: int | None = None,
    url: str | None = None,
    lang: str = "",
    tags: Sequence[str] = (),
    made_at: int | None = None,
) -> int:
    """Write an article (a new one without `number`, or where that is gone); returns its id."""
    if number is None:
        number = help_words.new_id(tx.db, now, article=True)
    tx.db.execute(
        """INSERT INTO articles (id, title, text, url, lang, tags, made_at, changed_at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET title = excluded.title, text = excluded.text,
             url = excluded.url, lang = excluded.lang, tags = excluded.tags,
             changed_at = excluded.changed_at""",
        (
            number, title, text, url, lang, json.dumps(list(tags), ensure_ascii=False),
            made_at if made_at is not None else now, now,
        ),
    )  # fmt: skip
    help_words.refresh(tx.db, number)
    tx.touch("answers")
    return number


def delete(tx: Tx, number: int) -> None:
    """Delete an article."""
    tx.db.execute("DELETE FROM articles WHERE id = ?", (number,))
    help_words.refresh(tx.db, number)
    tx.touch("answers")
