"""Saved replies: their variants, where each was used, and what came of it (KB-01)."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from cmapp.store import help_words, ids, sqlite
from cmapp.store.database import Tx


@dataclass(frozen=True, slots=True)
class Variant:
    """One wording. `network` is a platform's id or "" (any); `lang` a language code or "" (any).

    `media`: {path, mime, alt, width, height} each, as a draft has them.
    """

    network: str
    lang: str
    text: str
    media: tuple[Mapping[str, Any], ...] = ()


@dataclass(frozen=True, slots=True)
class Saved:
    """One saved reply. `shortcut` is typed behind a semicolon. Times are UTC ms."""

    id: int
    title: str
    shortcut: str | None
    made_at: int
    changed_at: int
    archived_at: int | None
    variants: tuple[Variant, ...] = field(default=())


def _saved(db: sqlite.Connection, found: sqlite.Row) -> Saved:
    variants = db.execute(
        "SELECT network, lang, text, media FROM reply_variants WHERE reply_id = ?"
        " ORDER BY network, lang",
        (found["id"],),
    )
    return Saved(
        **dict(found),
        variants=tuple(
            Variant(v["network"], v["lang"], v["text"], tuple(json.loads(v["media"])))
            for v in variants
        ),
    )


def by_id(db: sqlite.Connection, number: int) -> Saved | None:
    """Return one saved reply."""
    found = db.execute("SELECT * FROM replies WHERE id = ?", (number,)).fetchone()
    return _saved(db, found) if found else None


def named(db: sqlite.Connection, name: str) -> Saved | None:
    """Return the saved reply with this shortcut (with or without the semicolon) or title."""
    short = name.strip().lstrip(";；").casefold()
    found = db.execute(
        "SELECT * FROM replies WHERE shortcut = ? OR title = ? ORDER BY archived_at IS NOT NULL",
        (short, name.strip()),
    ).fetchone()
    return _saved(db, found) if found else None


def titled(db: sqlite.Connection, title: str) -> Saved | None:
    """Return the saved reply with this title, put away or not."""
    found = db.execute("SELECT * FROM replies WHERE title = ?", (title,)).fetchone()
    return _saved(db, found) if found else None


def taken(
    db: sqlite.Connection, title: str, shortcut: str | None, *, apart_from: int | None
) -> str | None:
    """Return what another saved reply has already: `shortcut`, `title` or None."""
    for other in db.execute(
        "SELECT id, shortcut FROM replies WHERE title = ? OR shortcut = ?", (title, shortcut)
    ):
        if other["id"] != apart_from:
            return "shortcut" if shortcut and other["shortcut"] == shortcut else "title"
    return None


def every(db: sqlite.Connection, *, archived: bool = False, limit: int = 1000) -> list[Saved]:
    """Return the saved replies, those used last first; the archived ones too if asked."""
    found = db.execute(
        """SELECT r.* FROM replies r WHERE ? OR r.archived_at IS NULL
           ORDER BY (SELECT max(u.at) FROM reply_uses u WHERE u.reply_id = r.id) DESC NULLS LAST,
             r.changed_at DESC LIMIT ?""",
        (archived, limit),
    ).fetchall()
    return [_saved(db, r) for r in found]


def find(db: sqlite.Connection, query: str, *, limit: int = 50) -> list[Saved]:
    """Return what a typed query finds: a shortcut that begins so first, then by words."""
    typed = query.strip().lstrip(";；").casefold()
    if not typed:
        return every(db, limit=limit)
    like = typed.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
    short = db.execute(
        """SELECT id FROM replies WHERE archived_at IS NULL
             AND (shortcut LIKE ? ESCAPE '\\' OR title LIKE ? ESCAPE '\\')
           ORDER BY length(shortcut), title LIMIT ?""",
        (like, like, limit),
    )
    numbers = [r[0] for r in short] + help_words.find(db, query, articles=False, limit=limit)
    return [s for n in dict.fromkeys(numbers) if (s := by_id(db, n)) is not None][:limit]


def save(
    tx: Tx,
    title: str,
    variants: Sequence[Variant],
    *,
    now: int,
    number: int | None = None,
    shortcut: str | None = None,
) -> int:
    """Write a saved reply with all its variants (a new one without `number`); returns its id.

    Raises sqlite.IntegrityError where another has this title or shortcut.
    """
    if number is None:
        number = help_words.new_id(tx.db, now, article=False)
    tx.db.execute(
        """INSERT INTO replies (id, title, shortcut, made_at, changed_at) VALUES (?, ?, ?, ?, ?)
           ON CONFLICT (id) DO UPDATE SET title = excluded.title, shortcut = excluded.shortcut,
             changed_at = excluded.changed_at""",
        (number, title, shortcut or None, now, now),
    )
    tx.db.execute("DELETE FROM reply_variants WHERE reply_id = ?", (number,))
    tx.db.executemany(
        "INSERT INTO reply_variants (reply_id, network, lang, text, media) VALUES (?, ?, ?, ?, ?)",
        [
            (number, v.network, v.lang, v.text,
             json.dumps([dict(m) for m in v.media], ensure_ascii=False))
            for v in variants
        ],
    )  # fmt: skip
    help_words.refresh(tx.db, number)
    tx.touch("answers")
    return number


def archive(tx: Tx, number: int, *, at: int | None) -> None:
    """Put a saved reply away (`at`, UTC ms), or take it out again (None)."""
    tx.db.execute("UPDATE replies SET archived_at = ? WHERE id = ?", (at, number))
    help_words.refresh(tx.db, number)
    tx.touch("answers")


def drop(tx: Tx, number: int) -> None:
    """Take a saved reply out as if it had never been made: the undo of making one."""
    tx.db.execute("DELETE FROM replies WHERE id = ?", (number,))
    help_words.refresh(tx.db, number)
    tx.touch("answers")


# where it was used, and what came of it


def used(
    tx: Tx,
    number: int,
    variant: Variant,
    text: str,
    *,
    now: int,
    item_id: int | None,
    draft_id: int | None,
) -> int:
    """Note that a saved reply was put into a text; `text` is what it came to there."""
    use = ids.new(tx.db, "reply_uses", now)
    tx.db.execute(
        """INSERT INTO reply_uses (id, reply_id, network, lang, item_id, draft_id, text, at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
        (use, number, variant.network, variant.lang, item_id, draft_id, text, now),
    )
    tx.touch("answers")
    return use


def not_used(tx: Tx, use: int) -> None:
    """Forget a use: it was taken back."""
    tx.db.execute("DELETE FROM reply_uses WHERE id = ?", (use,))
    tx.touch("answers")


@dataclass(frozen=True, slots=True)
class Use:
    """One use with what became of it.

    `sent` is the text that went out, None while nothing did. `back` is the first thing the same
    person said in the thirty days after it: (text, signals), or None. `item_state` is the
    state of what was answered.
    """

    reply_id: int
    network: str
    lang: str
    text: str
    at: int
    item_state: str | None
    sent: str | None
    back: tuple[str, tuple[str, ...]] | None


BACK_WITHIN = 30 * 86_400_000
"""For how long (ms) after an answer the person's next words count as being about it."""


def uses(db: sqlite.Connection, number: int | None = None) -> list[Use]:
    """Return the uses of one saved reply (or of all), newest first."""
    found = db.execute(
        """SELECT u.reply_id, u.network, u.lang, u.text, u.at, u.item_id,
             i.state AS item_state, i.actor_id,
             i.account_id, json_extract(o.action, '$.text') AS sent, o.sent_at,
             o.remote_id
           FROM reply_uses u LEFT JOIN interactions i ON i.id = u.item_id
           LEFT JOIN outbox o ON o.id = CASE WHEN u.item_id IS NOT NULL
             THEN (SELECT min(x.id) FROM outbox x WHERE x.item_id = u.item_id
                     AND +x.state = 'sent' AND +x.id >= u.id - (60000 << 20))
             ELSE (SELECT min(x.id) FROM outbox x WHERE x.draft_id = u.draft_id
                     AND +x.state = 'sent' AND +x.id >= u.id - (60000 << 20)) END
           WHERE ? IS NULL OR u.reply_id = ? ORDER BY u.id DESC LIMIT 20000""",
        (number, number),
    ).fetchall()
    out = []
    for row in found:
        back = None
        if row["sent_at"] is not None and row["actor_id"] is not None:
            said = db.execute(
                """SELECT p.text, i.signals FROM interactions i JOIN posts p ON p.id = i.post_id
                   WHERE i.actor_id = ? AND i.account_id = ? AND i.id > ? AND i.id < ? AND i.id <> ?
                     AND i.kind NOT IN ('reaction', 'repost', 'follow')
                   ORDER BY p.parent_ref IS NOT ?, i.id LIMIT 1""",
                (
                    row["actor_id"], row["account_id"], ids.at(row["sent_at"]),
                    ids.at(row["sent_at"] + BACK_WITHIN), row["item_id"], row["remote_id"],
                ),
            ).fetchone()  # fmt: skip
            back = (said[0], tuple(json.loads(said[1]))) if said else None
        out.append(
            Use(
                row["reply_id"], row["network"], row["lang"], row["text"], row["at"],
                row["item_state"], row["sent"], back,
            )
        )  # fmt: skip
    return out


def used_for(db: sqlite.Connection, question_ids: Sequence[int]) -> list[tuple[int, int]]:
    """Return which saved replies answered these questions (post ids): (post id, reply id)."""
    found = db.execute(
        """SELECT i.post_id, u.reply_id FROM json_each(?) n
           CROSS JOIN interactions i ON i.post_id = n.value
           CROSS JOIN reply_uses u ON u.item_id = i.id
           CROSS JOIN replies r ON r.id = u.reply_id WHERE r.archived_at IS NULL""",
        (json.dumps(list(question_ids)),),
    )
    return [(r[0], r[1]) for r in found]
