"""Full text: fold, split, match, highlight. The index and the question go the same way.

Folding makes 危機 = 危机, ＡＢＣ = abc (NFKC, case, traditional → simplified by OpenCC's
character table). Splitting writes each run of Chinese, Japanese or Korean as overlapping pairs
of characters with the last one alone behind them, so that FTS5's `unicode61` finds words of any
length exactly, from one character on.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from operator import add as joined
from typing import Any

from cmapp.domain.folding import fold as fold
from cmapp.domain.folding import simplified
from cmapp.store import sqlite


@cache
def _runs() -> Any:
    """Return what finds the runs: of Chinese, Japanese and Korean, and of all other letters."""
    import regex  # here, since the window shows its list before it needs a word of it

    return regex.compile(
        r"(?P<cjk>[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\u3005\u3007\u30FC]+)|(?P<word>[\p{L}\p{N}"
        r"\p{M}\p{Co}--[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\u3005\u3007\u30FC]]+)",
        regex.V1,
    )


_ASCII_WORDS = re.compile(r"[0-9a-z]+").findall
"""What `_runs` finds in a folded text of ASCII alone, in a third of the time."""
_RULES = "1"
"""Counts up whenever `fold` or `split` change, so that the index is built again."""
MAX_TERMS = 32
MAX_TERM = 64


@cache
def version() -> str:
    """Return what the index depends on: our rules, OpenCC's table, Unicode's."""
    table = repr(sorted(simplified().items()))
    digest = hashlib.blake2b(table.encode(), digest_size=8).hexdigest()
    return f"{_RULES}:{digest}:{unicodedata.unidata_version}"


def split(text: str) -> str:
    """Return folded `text` as the tokens that are indexed, with blanks between."""
    folded = fold(text)
    if folded.isascii():
        return " ".join(_ASCII_WORDS(folded))
    out: list[str] = []
    for cjk, word in _runs().findall(folded):
        if cjk:
            out.extend(map(joined, cjk, cjk[1:]))
            out.append(cjk[-1])
        else:
            out.append(word)
    return " ".join(out)


@dataclass(frozen=True, slots=True)
class Match:
    """A typed query as FTS5 wants it, and what to mark in the texts that it finds.

    `fts` is None where nothing of the query can be indexed (an emoji alone): then `needles`,
    folded, are looked for by a plain scan.
    """

    fts: str | None
    needles: tuple[str, ...]


def match(query: str) -> Match:
    """Read what was typed. Never raises: every text is a query.

    Words are ANDed; "quoted words" are a phrase; the last word matches as a beginning, since it
    may not be finished; one Chinese character finds every text with it.
    """
    terms = _terms(fold(query.replace("\0", " ")))[:MAX_TERMS]
    phrases = [phrase for term in terms if (phrase := _phrase(term))]
    needles = tuple(term.strip() for term in terms)
    return Match(" ".join(phrases) if phrases else None, needles)


def _terms(folded: str) -> list[str]:
    parts = folded.split('"')
    terms: list[str] = []
    for n, part in enumerate(parts):
        inside_quotes = n % 2 == 1
        found = [part.strip()] if inside_quotes else part.split()
        terms.extend(t[:MAX_TERM] for t in found if t)
    return terms


def _phrase(term: str) -> str:
    """Return one term as an FTS5 phrase; its last token is a prefix where it may go on."""
    tokens: list[str] = []
    prefix = False
    for run in _runs().finditer(term):
        if (cjk := run["cjk"]) is not None:
            tokens.extend(cjk[i : i + 2] for i in range(len(cjk)))
            prefix = len(cjk) == 1
            open_end = True
        else:
            tokens.append(run["word"])
            prefix, open_end = True, False
    if not tokens:
        return ""
    if open_end and not prefix:
        tokens.pop()  # the lone last character: in a text the run may go on
    return '"' + " ".join(tokens) + '"' + ("*" if prefix else "")


def add(db: sqlite.Connection, rows: Iterable[tuple[int, str]]) -> None:
    """Index texts: (post id, text)."""
    db.executemany(
        "INSERT INTO post_words (rowid, text) VALUES (?, ?)",
        [(row, split(text)) for row, text in rows],
    )


def remove(db: sqlite.Connection, rows: Iterable[tuple[int, str]]) -> None:
    """Take texts out of the index again; the text must be the one that was added."""
    db.executemany(
        "INSERT INTO post_words (post_words, rowid, text) VALUES ('delete', ?, ?)",
        [(row, split(text)) for row, text in rows],
    )


def keep_in_step(db: sqlite.Connection) -> None:
    """Build the index again if it was made by other tables than today's."""
    found = db.execute("SELECT value FROM meta WHERE name = 'words'").fetchone()
    if found is not None and found[0] == version():
        return
    db.execute("BEGIN IMMEDIATE")
    try:
        db.execute("INSERT INTO post_words (post_words) VALUES ('delete-all')")
        last = -1
        while rows := db.execute(
            "SELECT id, text FROM posts WHERE id > ? AND deleted_at IS NULL ORDER BY id LIMIT 1000",
            (last,),
        ).fetchall():
            add(db, ((r[0], r[1]) for r in rows))
            last = rows[-1][0]
        db.execute("INSERT OR REPLACE INTO meta VALUES ('words', ?)", (version(),))
        db.execute("COMMIT")
    except BaseException:
        db.execute("ROLLBACK")
        raise


def highlights(text: str, needles: Iterable[str]) -> list[tuple[int, int]]:
    """Return where the folded needles stand in `text`: (start, end) in its own characters."""
    folded: list[str] = []
    origin: list[int] = []
    for n, char in enumerate(text):
        for piece in fold(char):
            folded.append(piece)
            origin.append(n)
    hay = "".join(folded)
    marks: list[tuple[int, int]] = []
    for needle in needles:
        start = hay.find(needle) if needle else -1
        while start >= 0:
            end = start + len(needle)
            marks.append((origin[start], origin[end - 1] + 1))
            start = hay.find(needle, end)
    return sorted(set(marks))
