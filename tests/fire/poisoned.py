"""A real profile in which every word of a stranger is hostile: for `content.py`, `outside.py`.

The profile has lived on the demo network; tables that stayed empty there get rows of their own.
`poison` then writes texts over each column that holds words of others or of a file, keys
and codes left as they are.
"""

from __future__ import annotations

import itertools
import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

SEEN_AT = 1_795_370_000_000

PLAIN: dict[str, tuple[str, ...]] = {
    "accounts": ("handle", "name"),
    "articles": ("title", "text", "url"),
    "calendars": ("calendar",),
    "campaigns": ("name",),
    "closed_times": ("name",),
    "contact_facts": ("name", "value"),
    "contact_tags": ("tag",),
    "contacts": ("name",),
    "costs": ("channel", "note"),
    "days_off": ("name",),
    "decisions": ("finding", "change", "result"),
    "draft_variants": ("text",),
    "draft_versions": ("text",),
    "drafts": ("text", "title", "pillar", "writer"),
    "experiments": ("name",),
    "findings": ("title",),
    "goals": ("name", "note"),
    "import_layouts": ("name",),
    "import_values": ("name", "part"),
    "imports": ("file",),
    "index_parts": ("name",),
    "interactions": ("assignee",),
    "labels": ("name",),
    "live_lines": ("who", "text"),
    "live_logs": ("name",),
    "media_files": ("title", "alt", "folder", "credit"),
    "media_tags": ("tag",),
    "moderation": ("handle", "name", "text", "reason", "note"),
    "notes": ("text", "author"),
    "overrides": ("about", "reason"),
    "pillars": ("name",),
    "posts": ("text", "uri", "url"),
    "profile_changes": ("before", "after"),
    "profiles": ("handle", "name", "bio", "avatar", "url"),
    "ratings": ("who", "note"),
    "replies": ("title",),
    "reply_variants": ("text",),
    "report_made": ("title",),
    "report_templates": ("name",),
    "rivals": ("handle", "name", "url"),
    "rules": ("name",),
    "searches": ("name",),
    "series": ("title",),
    "suggestions": ("title",),
    "tasks": ("title", "owner"),
    "utm_presets": ("name",),
    "words_watched": ("word",),
}
WITHIN = {
    "posts": ("spans", "media", "facts"), "outbox": ("action", "error"), "problems": ("facts",),
    "draft_variants": ("media", "options"), "draft_versions": ("whole",), "drafts": ("brief",),
    "experiments": ("plan", "verdict"), "decisions": ("links",), "findings": ("fields",),
    "imports": ("unmatched",), "import_layouts": ("headers",), "campaigns": ("facts",),
    "live_logs": (), "sheets": ("sheet",), "goals": (), "interactions": ("signals",),
}  # fmt: skip
"""Columns of JSON: the leaves under `WORDS` become the payload."""
WHOLLY = {"articles": ("tags",), "utm_presets": ("fields",)}
"""Columns of JSON: each leaf becomes the payload."""
ALL = "*"
WORDS = frozenset(
    "text alt title name said url preview label handle words note why reason change spoiler claim"
    " audience source question option options goal angle cta headline hypothesis target what"
    " file value header from path host".split()
)
KEPT_KEYS = frozenset({"reason", "why", "target", "source", "name", "value", "from", "path"})
"""Of these a word that looks like a code stays one: the program would not know it."""


def make(folder: Path) -> Path:
    """Make the profile, not poisoned yet; returns its folder."""
    from cmapp.ui.screenshots import live_through_a_flight

    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    place = folder / "profile"
    live_through_a_flight(place)
    _furnish(place)
    return place


def _furnish(place: Path) -> None:
    """Put something into the tables that stayed empty."""
    from cmapp.store.sqlite import connect

    db = connect(place / "cmapp.sqlite3")
    at = SEEN_AT
    with db:
        account = db.execute("SELECT id FROM accounts LIMIT 1").fetchone()[0]
        items = [r[0] for r in db.execute("SELECT id FROM interactions ORDER BY id DESC LIMIT 12")]
        for number, profile in enumerate(
            r[0] for r in db.execute("SELECT id FROM profiles ORDER BY seen_at DESC LIMIT 30")
        ):
            contact = db.execute(
                "INSERT INTO contacts (name, vip, stage, made_at) VALUES ('x', 1, 'loyal', ?)",
                (at,),
            ).lastrowid
            db.execute("UPDATE contacts SET person = id WHERE id = ?", (contact,))
            db.execute("UPDATE profiles SET contact_id = ? WHERE id = ?", (contact, profile))
            db.execute(
                "INSERT INTO contact_facts (contact_id, name, value, source, at)"
                " VALUES (?, 'city', 'x', 'hand', ?)", (contact, at))  # fmt: skip
            db.execute("INSERT INTO contact_tags VALUES (?, ?)", (contact, f"t{number % 3}"))
            db.execute(
                "INSERT INTO notes (contact_id, text, author, made_at) VALUES (?, 'x', 'x', ?)",
                (contact, at))  # fmt: skip
            db.execute(
                "INSERT INTO profile_changes (profile_id, at, field, before, after)"
                " VALUES (?, ?, 'name', 'x', 'y')", (profile, at))  # fmt: skip
        db.execute("INSERT INTO labels VALUES ('one', '', ?)", (at,))
        for item in items:
            db.execute("INSERT INTO item_labels VALUES (?, 'one')", (item,))
            db.execute(
                "INSERT INTO notes (item_id, text, author, made_at) VALUES (?, 'x', 'x', ?)",
                (item, at))  # fmt: skip
            db.execute(
                "INSERT INTO tasks (item_id, title, owner, due_at, made_at)"
                " VALUES (?, 'x', 'x', ?, ?)",
                (item, at, at))  # fmt: skip
            db.execute("UPDATE interactions SET assignee = 'x' WHERE id = ?", (item,))
        for scope in ("items", "people"):
            db.execute(
                "INSERT INTO searches (name, scope, query, made_at) VALUES ('x', ?, 'is:open', ?)",
                (scope, at))  # fmt: skip
        for number in range(3):
            reply = db.execute(
                "INSERT INTO replies (title, shortcut, made_at, changed_at) VALUES (?, ?, ?, ?)",
                (f"x{number}", f"s{number}", at, at)).lastrowid  # fmt: skip
            db.execute("INSERT INTO reply_variants VALUES (?, '', '', 'x', '[]')", (reply,))
            db.execute(
                "INSERT INTO articles (title, text, url, tags, made_at, changed_at)"
                " VALUES ('x', 'x', 'https://x.example', '[\"x\"]', ?, ?)", (at, at))  # fmt: skip
            db.execute(
                "INSERT INTO moderation (deed, account_id, person, handle, name, text, reason,"
                " note, at) VALUES ('block', ?, 'u1', 'x', 'x', 'x', 'x', 'x', ?)",
                (account, at))  # fmt: skip
            db.execute(
                "INSERT INTO rivals (id, account_id, remote_id, handle, name, url, added_at)"
                " VALUES (?, ?, ?, 'x', 'x', 'https://x.example', ?)",
                (f"r{number}", account, f"u9{number}", at))  # fmt: skip
        for code, facts in (
            ("server_error", {"status": 500, "said": "x", "host": "x"}),
            ("sign_in_refused", {"why": "x", "said": "x"}),
            ("rejected", {"said": "x", "why": "x"}),
        ):
            db.execute(
                "INSERT OR REPLACE INTO problems (account_id, code, facts, since)"
                " VALUES (?, ?, ?, ?)", (account, code, json.dumps(facts), at))  # fmt: skip
        db.execute("INSERT INTO words_watched VALUES ('x', 'watch', ?)", (at,))
        db.execute("INSERT INTO closed_times VALUES ('x', ?, ?, 'x')", (at, at + 90_000_000))
        db.execute(
            "INSERT OR IGNORE INTO calendars VALUES ('x', '2026-01-01', '2026-12-31', ?)", (at,)
        )
        part = db.execute("SELECT name FROM index_parts LIMIT 1").fetchone()
        db.execute(
            "INSERT INTO ratings (name, value, day, who, note, made_at)"
            " VALUES (?, 3, '2026-11-20', 'x', 'x', ?)",
            (part[0] if part else "x", at))  # fmt: skip
        db.execute(
            "INSERT INTO utm_presets VALUES ('x', ?)",
            (json.dumps({"source": "x", "medium": "x", "campaign": "x"}),))  # fmt: skip
        db.execute("UPDATE posts SET uri = 'https://x.example/' || id")
        media = json.dumps([{"kind": "image", "alt": "x", "url": "https://x.example/a.png"}])
        spans = json.dumps([{"start": 0, "end": 4, "kind": "link", "target": "https://x.example"}])
        db.execute("UPDATE posts SET media = ?, spans = ?", (media, spans))
        db.execute(
            "UPDATE outbox SET error_code = 'rejected', error = ?, state = 'rejected'"
            " WHERE id IN (SELECT id FROM outbox LIMIT 4)",
            (json.dumps({"said": "x"}),),
        )
    db.close()


def poison(place: Path, texts: Sequence[str], turn: int = 0) -> int:
    """Write texts over every word of others, another one in each cell; return how many hold one.

    `turn` moves them on by one cell.
    """
    from cmapp.store.sqlite import Error, connect

    done = 0
    db = connect(place / "cmapp.sqlite3")
    db.execute("PRAGMA foreign_keys = ON")

    def text(row: int, column: int) -> str:
        return texts[(row * 7 + column + turn) % len(texts)]

    db.create_function("foreign_text", 2, text)
    tables = {r[0] for r in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    columns_of = [(table, column) for table, columns in PLAIN.items() for column in columns]
    for number, (table, column) in enumerate(columns_of):
        assert table in tables, table
        for suffix in ("", " || ' ' || rowid"):  # where a column is unique: numbered
            try:
                with db:
                    done += db.execute(
                        f"UPDATE {table} SET {column} = foreign_text(rowid, {number * 5}){suffix}"
                        f" WHERE {column} <> ''"
                    ).rowcount
                break
            except Error:
                continue
        else:
            done += _one_by_one(db, table, column, texts, turn + number * 5)
    leaves = itertools.count(turn)
    within = [(t, c, "") for t, columns in WITHIN.items() for c in columns]
    within += [(t, c, ALL) for t, columns in WHOLLY.items() for c in columns]
    for table, column, name in within:
        keys = [r[1] for r in db.execute(f"PRAGMA table_info({table})") if r[5]] or ["rowid"]
        rows = db.execute(
            f"SELECT {', '.join(keys)}, {column} FROM {table} WHERE {column} IS NOT NULL"
        ).fetchall()
        for *key, raw in rows:
            try:
                changed = json.dumps(_leaves(json.loads(raw), texts, leaves, name))
            except (TypeError, ValueError):
                continue
            where = " AND ".join(f"{k} = ?" for k in keys)
            with db:
                db.execute(f"UPDATE {table} SET {column} = ? WHERE {where}", (changed, *key))
            done += 1
    db.close()
    return done


def _one_by_one(db: Any, table: str, column: str, texts: Sequence[str], turn: int) -> int:
    """Write them numbered into a column that is part of a key."""
    from cmapp.store.sqlite import Error

    done = 0
    for number, (old,) in enumerate(
        db.execute(f"SELECT DISTINCT {column} FROM {table} WHERE {column} <> ''").fetchall()
    ):
        try:
            with db:
                db.execute(
                    f"UPDATE {table} SET {column} = ? WHERE {column} = ?",
                    (f"{texts[(turn + number) % len(texts)]} {number}", old),
                )
            done += 1
        except Error:
            continue
    return done


def _leaves(value: Any, texts: Sequence[str], at: Iterator[int], key: str) -> Any:
    match value:
        case dict():
            return {k: _leaves(v, texts, at, key if key == ALL else k) for k, v in value.items()}
        case list():
            return [_leaves(v, texts, at, key) for v in value]
        case str() if key == ALL and value:
            return texts[next(at) % len(texts)]
        case str() if key in WORDS and value and not (key in KEPT_KEYS and _code(value)):
            return texts[next(at) % len(texts)]
        case _:
            return value


def _code(word: str) -> bool:
    return len(word) > 1 and word.isascii() and word.replace("_", "").isalnum() and word.islower()
