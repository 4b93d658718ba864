"""Full text: fold, split, match, highlight. The index and the question go the same way.

Splitting writes each run of Chinese, Japanese or Korean as overlapping pairs of characters with
the last one alone behind them, so that FTS5's `unicode61` finds words of any length exactly, from
one character on. An emoji or sign (★, 👍, each half of a flag) is a word of its own: `unicode61`
drops it, so a private character stands for it in the index.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from operator import add as joined
from typing import Any, Literal

from cmapp.domain.folding import fold as fold
from cmapp.domain.folding import simplified
from cmapp.store import sqlite


@cache
def _runs() -> Any:
    """Return what finds the runs: of Chinese, Japanese and Korean, of other letters, a sign."""
    import regex  # here, since the window shows its list before it needs a word of it

    return regex.compile(
        r"(?P<cjk>[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\u3005\u3007\u30FC]+)|(?P<word>[\p{L}\p{N}"
        r"\p{M}\p{Co}--[\p{Han}\p{Hiragana}\p{Katakana}\p{Hangul}\u3005\u3007\u30FC\uFE0F\u20E3]]+)"
        r"|(?P<sign>[\p{So}--\uFFFD])",
        regex.V1,
    )


def _sign(sign: str) -> str:
    """Return the character that stands for a sign: private, of plane 15, a letter to FTS5."""
    return chr(0xF0000 + ord(sign) % 0xFFFE)


_ASCII_WORDS = re.compile(r"[0-9a-z]+").findall
"""What `_runs` finds in a folded text of ASCII alone, in a third of the time."""
_RULES = "2"
"""Counts up whenever `fold` or `split` change, so that the index is built again."""
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
    for cjk, word, sign in _runs().findall(folded):
        if cjk:
            out.extend(map(joined, cjk, cjk[1:]))
            out.append(cjk[-1])
        else:
            out.append(word or _sign(sign))
    return " ".join(out)


def phrase(typed: str, *, whole: bool = False) -> str:
    """Return what was typed as one FTS5 phrase, "" where nothing of it is in any index.

    Its last word is a beginning, since it may not be finished, unless `whole`. One Chinese
    character finds every text with it.
    """
    folded = fold(typed.replace("\0", " ")).strip()
    whole = whole and len(folded) <= MAX_TERM
    tokens: list[str] = []
    prefix = open_end = False
    for run in _runs().finditer(folded[:MAX_TERM]):
        if (cjk := run["cjk"]) is not None:
            tokens.extend(cjk[i : i + 2] for i in range(len(cjk)))
            prefix, open_end = len(cjk) == 1, True
        elif (sign := run["sign"]) is not None:
            tokens.append(_sign(sign))
            prefix = open_end = False
        else:
            tokens.append(run["word"])
            prefix, open_end = not whole, False
    if not tokens:
        return ""
    if open_end and not prefix:
        tokens.pop()  # the lone last character: in a text the run may go on
    return '"' + " ".join(tokens) + '"' + ("*" if prefix else "")


def needle(typed: str) -> str:
    """Return what was typed as it is marked in a text that was found by it."""
    return fold(typed.replace("\0", " ")).strip()[:MAX_TERM]


Table = Literal["post_words", "people_words"]


def add(
    db: sqlite.Connection, rows: Iterable[tuple[int, str]], table: Table = "post_words"
) -> None:
    """Index texts: (post id, text), or (profile id, name and handle)."""
    db.executemany(
        f"INSERT INTO {table} (rowid, text) VALUES (?, ?)",
        [(row, split(text)) for row, text in rows],
    )


def remove(
    db: sqlite.Connection, rows: Iterable[tuple[int, str]], table: Table = "post_words"
) -> None:
    """Take texts out of the index again; the text must be the one that was added.

    A post leaves the index of answered questions, too: it keeps a copy of the words.
    """
    found = list(rows)
    db.executemany(
        f"INSERT INTO {table} ({table}, rowid, text) VALUES ('delete', ?, ?)",
        [(row, split(text)) for row, text in found],
    )
    if table == "post_words":
        db.executemany("DELETE FROM answered_words WHERE rowid = ?", [(r[0],) for r in found])


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
        db.execute("INSERT INTO people_words (people_words) VALUES ('delete-all')")
        names = db.execute("SELECT id, name || ' ' || handle FROM profiles").fetchall()
        add(db, ((r[0], r[1]) for r in names), "people_words")
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
