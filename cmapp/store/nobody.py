"""People nobody deals with: who they are, and making them nobody.

What they did stays as it counts: one person is still one person, and nobody knows who. What we
answered stays ours, without their address. Should they come back, they are somebody new.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from cmapp.store import sqlite, words
from cmapp.store.database import Tx
from cmapp.store.retention import HAS_WORDS, Reached, really
from cmapp.system import failpoint


def dealt_with_by_nobody(db: sqlite.Connection, after: int, *, before: int, most: int) -> Reached:
    """Return which of the next `most` profiles are of people nobody deals with since a moment.

    No card, nothing open, no words left, not one of our accounts, no competitor, nobody who was
    moderated or thanked.
    """
    walked = db.execute(
        "SELECT id FROM profiles WHERE id > ? ORDER BY id LIMIT ?", (after, most)
    ).fetchall()
    found = db.execute(
        f"""SELECT a.id FROM json_each(:ids) j CROSS JOIN profiles a ON a.id = j.value
            WHERE a.contact_id IS NULL AND a.remote_id <> 'nobody:' || a.id
              AND {really("a.seen_at")} < :before AND a.realm <> 'byhand'
              AND NOT EXISTS (SELECT 1 FROM visits s WHERE s.profile_id = a.id
                AND s.last_at >= :before)
              AND NOT EXISTS (SELECT 1 FROM interactions i WHERE i.actor_id = a.id
                AND i.state IN ('open', 'waiting'))
              AND NOT EXISTS (SELECT 1 FROM posts p WHERE p.author_id = a.id AND {HAS_WORDS})
              AND NOT EXISTS (SELECT 1 FROM masked m JOIN posts p ON p.id = m.post_id
                WHERE p.author_id = a.id)
              AND NOT EXISTS (SELECT 1 FROM accounts m WHERE m.realm = a.realm
                AND m.remote_id = a.remote_id)
              AND NOT EXISTS (SELECT 1 FROM rivals r WHERE r.remote_id = a.remote_id)
              AND NOT EXISTS (SELECT 1 FROM moderation d WHERE d.person = a.remote_id)
              AND NOT EXISTS (SELECT 1 FROM thanks t WHERE t.profile_id = a.id)""",
        {"ids": json.dumps([r[0] for r in walked]), "before": before},
    ).fetchall()
    last = int(walked[-1][0]) if len(walked) == most else None
    return Reached(last, [int(r[0]) for r in found])


def make_nobody(tx: Tx, profiles: Sequence[int]) -> int:
    """Take away by what people can be told: names, ids, addresses, also of their posts.

    Returns how many there were.
    """
    if not profiles:
        return 0
    listed = json.dumps(list(profiles))
    old = tx.db.execute(
        "SELECT id, realm, remote_id, name || ' ' || handle AS words FROM profiles"
        " WHERE id IN (SELECT value FROM json_each(?))",
        (listed,),
    ).fetchall()
    words.remove(tx.db, [(r["id"], r["words"]) for r in old], "people_words")
    words.add(tx.db, [(r["id"], "") for r in old], "people_words")
    tx.db.execute(
        """UPDATE profiles SET handle = '', name = '', bio = NULL, avatar = NULL, url = NULL,
             followers = NULL, remote_id = 'nobody:' || id
           WHERE id IN (SELECT value FROM json_each(?))""",
        (listed,),
    )
    for table in ("profile_changes", "profile_links"):
        tx.db.execute(
            f"DELETE FROM {table} WHERE profile_id IN (SELECT value FROM json_each(?))", (listed,)
        )
    said = tx.db.execute(
        "SELECT id, realm, remote_id FROM posts WHERE author_id IN"
        " (SELECT value FROM json_each(?))",
        (listed,),
    ).fetchall()
    for post in said:
        new = f"nobody:{post['id']}"
        place = (new, post["realm"], post["remote_id"])
        # below it stand at most some hundred posts; each names it as what it answers, or its root
        tx.db.execute(
            """WITH RECURSIVE down (id, realm, remote_id) AS (
                 SELECT id, realm, remote_id FROM posts WHERE id = ?4 UNION
                 SELECT c.id, c.realm, c.remote_id FROM down d
                 JOIN posts c ON c.realm = d.realm AND c.parent_ref = d.remote_id LIMIT 5000)
               UPDATE posts SET root_ref = CASE WHEN root_ref = ?3 THEN ?1 ELSE root_ref END,
                 parent_ref = CASE WHEN parent_ref = ?3 THEN ?1 ELSE parent_ref END
               WHERE id IN (SELECT id FROM down) AND realm = ?2 AND ?3 IN (root_ref, parent_ref)""",
            (*place, post["id"]),
        )
        tx.db.execute(
            "UPDATE posts SET remote_id = ?, uri = NULL, url = NULL WHERE id = ?", (new, post["id"])
        )
        tx.db.execute(  # the ties of those below were lost on the way
            """INSERT INTO ties SELECT c.author_id, q.author_id,
                 CAST(strftime('%Y%m', c.created_at / 1000, 'unixepoch') AS INTEGER), count(*)
               FROM posts q JOIN posts c ON c.realm = q.realm AND c.parent_ref = q.remote_id
               WHERE q.id = ? AND c.author_id <> q.author_id GROUP BY 1, 2, 3
               ON CONFLICT DO UPDATE SET n = n + excluded.n""",
            (post["id"],),
        )
        tx.db.execute(
            "UPDATE interactions SET target_ref = ?1 WHERE target_ref = ?3 AND account_id IN"
            " (SELECT id FROM accounts WHERE realm = ?2)",
            place,
        )
    tx.db.execute(
        """UPDATE interactions SET remote_key = 'nobody:' || id
           WHERE actor_id IN (SELECT value FROM json_each(?))""",
        (listed,),
    )
    tx.db.execute(
        """UPDATE outbox SET seen = '{}', news = '[]', thread = NULL, action = json_remove(
             json_set(action, '$.target.handle', '', '$.target.author', '',
               '$.target.remote_id', 'nobody'), '$.target.facts', '$.target.root_facts')
           WHERE state IN ('sent', 'cancelled') AND action ->> '$.target' IS NOT NULL AND item_id IN
             (SELECT id FROM interactions WHERE actor_id IN (SELECT value FROM json_each(?)))""",
        (listed,),
    )
    failpoint.reached("nobody.mid")
    tx.touch("people")
    return len(old)
