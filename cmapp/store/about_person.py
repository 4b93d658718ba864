"""Every row that is kept about a person, section by section, for them to be handed."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from cmapp.store import erasure, sqlite

_PEOPLE = "SELECT id FROM temp.gone_people"
_POSTS = "SELECT id FROM temp.gone_posts"
_ITEMS = "SELECT id FROM temp.gone_items"
_CONTACTS = f"SELECT contact_id FROM profiles WHERE id IN ({_PEOPLE}) AND contact_id NOT NULL"

SECTIONS: dict[str, str] = {
    "profiles": f"SELECT * FROM profiles WHERE id IN ({_PEOPLE})",
    "changes": f"SELECT * FROM profile_changes WHERE profile_id IN ({_PEOPLE}) ORDER BY at",
    "links": f"SELECT * FROM profile_links WHERE profile_id IN ({_PEOPLE})",
    "posts": f"SELECT * FROM posts WHERE id IN ({_POSTS}) ORDER BY id",
    "interactions": f"SELECT * FROM interactions WHERE id IN ({_ITEMS}) ORDER BY id",
    "named_in": f"""SELECT p.id, p.realm, p.remote_id, p.url, p.created_at FROM posts p
      WHERE p.id NOT IN ({_POSTS}) AND p.author_id NOT IN ({_PEOPLE}) AND EXISTS
        (SELECT 1 FROM profiles w JOIN json_each(p.spans) s WHERE w.id IN ({_PEOPLE})
          AND p.spans <> '[]' AND s.value ->> '$.kind' = 'mention' AND w.realm = p.realm
          AND (ltrim(s.value ->> '$.target', '@') = ltrim(w.handle, '@') COLLATE NOCASE
            OR s.value ->> '$.target' = w.remote_id)) ORDER BY p.id""",
    "our_answers": """SELECT * FROM posts WHERE id IN (SELECT id FROM temp.gone_answers)
      ORDER BY id""",
    "outbox": """SELECT id, account_id, kind, action, state, planned_at, made_at, sent_at,
        remote_id, url FROM outbox WHERE id IN (SELECT id FROM temp.gone_rows) ORDER BY id""",
    "drafts": f"""SELECT id, item_id, text, state, made_at, saved_at FROM drafts
      WHERE item_id IN ({_ITEMS}) OR post_id IN ({_POSTS}) ORDER BY id""",
    "draft_versions": f"""SELECT v.* FROM draft_versions v JOIN drafts d ON d.id = v.draft_id
      WHERE d.item_id IN ({_ITEMS}) OR d.post_id IN ({_POSTS})""",
    "contact": f"SELECT * FROM contacts WHERE id IN ({_CONTACTS})",
    "facts": f"SELECT * FROM contact_facts WHERE contact_id IN ({_CONTACTS})",
    "tags": f"SELECT * FROM contact_tags WHERE contact_id IN ({_CONTACTS})",
    "notes": f"""SELECT * FROM notes WHERE contact_id IN ({_CONTACTS}) OR item_id IN ({_ITEMS})
      ORDER BY id""",
    "labels": f"SELECT * FROM item_labels WHERE item_id IN ({_ITEMS})",
    "tasks": f"SELECT * FROM tasks WHERE item_id IN ({_ITEMS})",
    "corrections": f"SELECT * FROM corrections WHERE item_id IN ({_ITEMS})",
    "suggestions": f"""SELECT s.*, i.item_id FROM suggestion_items i
      JOIN suggestions s ON s.id = i.suggestion_id WHERE i.item_id IN ({_ITEMS})""",
    "thanks": f"SELECT * FROM thanks WHERE profile_id IN ({_PEOPLE})",
    "replies_used": f"SELECT * FROM reply_uses WHERE item_id IN ({_ITEMS})",
    "rules": f"""SELECT l.item_id, r.name AS rule, l.did, l.at, l.undone_at FROM rule_log l
      LEFT JOIN rules r ON r.id = l.rule_id WHERE l.item_id IN ({_ITEMS})""",
    "moderation": f"""SELECT * FROM moderation WHERE item_id IN ({_ITEMS}) OR person IN
      (SELECT remote_id FROM profiles WHERE id IN ({_PEOPLE}))""",
    "visits": f"SELECT * FROM visits WHERE profile_id IN ({_PEOPLE})",
    "ties": f"""SELECT * FROM ties WHERE source IN ({_PEOPLE}) OR target IN ({_PEOPLE})""",
    "ties_to_us": f"SELECT * FROM ties_to_us WHERE source IN ({_PEOPLE})",
    "not_the_same": f"SELECT * FROM not_the_same WHERE one IN ({_PEOPLE}) OR other IN ({_PEOPLE})",
    "rivals": f"""SELECT r.* FROM rivals r JOIN accounts a ON a.id = r.account_id
      JOIN profiles p ON p.realm = a.realm AND p.remote_id = r.remote_id
      WHERE p.id IN ({_PEOPLE})""",
}
"""Section → its rows. `resources/help/*/privacy.md` and the page of an export say what each is."""
_PACKED = frozenset("spans counts media facts action signals links".split())
_LARGE = 2**53


def sections(
    db: sqlite.Connection, profiles: Sequence[int]
) -> Iterator[tuple[str, list[str], list[dict[str, Any]]]]:
    """Yield (section, columns, rows) for each kind that is kept, also where there is none.

    Numbers beyond 2^53 come as text; JSON that is packed in a column is unpacked.
    """
    erasure.counted(db, profiles)  # lists them in the temporary tables
    for name, query in SECTIONS.items():
        found = db.execute(query)
        columns = [c[0] for c in found.description]
        yield name, columns, [{c: _value(c, row[c]) for c in columns} for row in found]


def _value(column: str, value: Any) -> Any:
    if isinstance(value, int) and abs(value) >= _LARGE:
        return str(value)
    if column in _PACKED and isinstance(value, str) and value[:1] in "[{":
        try:
            return json.loads(value)
        except ValueError:
            return value
    return value
