"""Questions that one of ours has answered, in an index of their own.

Earlier answers are looked for among these alone: a few hundred thousand questions at most, not
every post that was ever read, so that the whole history is searched in an instant. The index is
written as posts come in; which answer belongs to a question is read from the posts themselves.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cmapp.store import sqlite, words

CANDIDATES = 2_000
"""Of all questions that share a word, the newest so many are ranked."""

_PAIRS = """
  FROM {start} CROSS JOIN profiles w ON w.id = r.author_id
  CROSS JOIN accounts m ON m.realm = r.realm AND m.remote_id = w.remote_id AND m.state <> 'removed'
  CROSS JOIN posts q ON q.realm = r.realm AND q.remote_id = r.parent_ref
  WHERE r.deleted_at IS NULL AND q.author_id <> r.author_id AND q.text <> ''"""


def note(db: sqlite.Connection, new_posts: Iterable[int]) -> None:
    """Take in the questions that these new posts answer, or are."""
    new = json.dumps(list(new_posts))
    answers = "json_each(:new) n CROSS JOIN posts r ON r.id = n.value"
    questions = """json_each(:new) n CROSS JOIN posts c ON c.id = n.value
      CROSS JOIN posts r ON r.realm = c.realm AND r.parent_ref = c.remote_id"""
    found = db.execute(
        f"SELECT q.id, q.text {_PAIRS.format(start=answers)}"
        f" UNION SELECT q.id, q.text {_PAIRS.format(start=questions)}",
        {"new": new},
    ).fetchall()
    _add(db, found)


def _add(db: sqlite.Connection, found: Sequence[sqlite.Row]) -> None:
    for row in found:
        there = db.execute("SELECT 1 FROM answered_words WHERE rowid = ?", (row[0],)).fetchone()
        if there is None:
            db.execute(
                "INSERT INTO answered_words (rowid, text) VALUES (?, ?)",
                (row[0], words.split(row[1])),
            )


def keep_in_step(db: sqlite.Connection) -> None:
    """Build the index where it is not there yet, or was made by other tables than today's."""
    found = db.execute("SELECT value FROM meta WHERE name = 'answered_words'").fetchone()
    if found is not None and found[0] == words.version():
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        db.execute("DELETE FROM answered_words")
        own = """accounts m CROSS JOIN profiles w ON w.realm = m.realm
            AND w.remote_id = m.remote_id AND m.state <> 'removed'
          CROSS JOIN posts r ON r.author_id = w.id AND r.deleted_at IS NULL
          CROSS JOIN posts q ON q.realm = r.realm AND q.remote_id = r.parent_ref"""
        rows = db.execute(
            f"SELECT q.id, q.text FROM {own} WHERE q.author_id <> r.author_id AND q.text <> ''"
        )
        while batch := rows.fetchmany(1000):
            _add(db, batch)
        db.execute("INSERT OR REPLACE INTO meta VALUES ('answered_words', ?)", (words.version(),))
        db.execute("COMMIT")
    except BaseException:
        db.execute("ROLLBACK")
        raise


@dataclass(frozen=True, slots=True)
class Answered:
    """A question and what one of ours answered. Times are UTC ms."""

    question_id: int
    question: str
    asker: str
    answer_id: int
    answer: str
    realm: str
    account_id: str
    platform: str
    at: int
    url: str | None


def questions(
    db: sqlite.Connection, terms: Sequence[str], *, limit: int = 60
) -> list[tuple[int, str]]:
    """Return answered questions with any of `terms`, likeliest first: (post id, split text)."""
    if not terms:
        return []
    match = " OR ".join(f'"{t}"' for t in terms)
    found = db.execute(
        """SELECT f.id, w.text FROM (
             SELECT id, score FROM (
               SELECT rowid AS id, bm25(answered_words) AS score FROM answered_words
               WHERE answered_words MATCH ? ORDER BY rowid DESC LIMIT ?)
             ORDER BY score LIMIT ?) f
           CROSS JOIN answered_words w ON w.rowid = f.id ORDER BY f.score""",
        (match, CANDIDATES, limit),
    )
    return [(r[0], r[1]) for r in found]


def answers(db: sqlite.Connection, question_ids: Sequence[int]) -> dict[int, list[Answered]]:
    """Return what ours answered to these questions, the newest answer first."""
    found = db.execute(
        """SELECT q.id AS question_id, q.text AS question, a.name AS asker_name,
             a.handle AS asker_handle, r.id AS answer_id, r.text AS answer, r.realm,
             m.id AS account_id, m.platform, r.created_at AS at, r.url
           FROM json_each(?) n CROSS JOIN posts q ON q.id = n.value
           CROSS JOIN profiles a ON a.id = q.author_id
           CROSS JOIN posts r ON r.realm = q.realm AND r.parent_ref = q.remote_id
           CROSS JOIN profiles w ON w.id = r.author_id
           CROSS JOIN accounts m ON m.realm = r.realm AND m.remote_id = w.remote_id
           WHERE q.deleted_at IS NULL AND r.deleted_at IS NULL AND r.text <> ''
             AND m.state <> 'removed'
           ORDER BY r.id DESC""",
        (json.dumps(list(question_ids)),),
    )
    out: dict[int, list[Answered]] = {}
    for row in found:
        values = dict(row)
        name, handle = values.pop("asker_name"), values.pop("asker_handle")
        out.setdefault(row["question_id"], []).append(Answered(**values, asker=name or handle))
    return out
