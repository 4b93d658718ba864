"""What is old enough to go, and its going: words of others are emptied, their rows stay.

A post that was emptied keeps its id, its times and its interactions, so everything that counts
them counts the same (N12); `facts.emptied` says why there are no words: `age`, `deleted`,
`unverified`. `really(…)` is a stamp by a clock that was behind, put right as far as that is known.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from cmapp.store import ids, sqlite, words
from cmapp.store.database import Tx
from cmapp.system import failpoint

_HOUR = 3_600_000
LIVE = "'ready', 'sending', 'scheduled', 'uncertain', 'review', 'rejected'"
_OURS = """EXISTS (SELECT 1 FROM profiles a JOIN accounts m
  ON m.realm = a.realm AND m.remote_id = a.remote_id WHERE a.id = p.author_id)"""
HAS_WORDS = "(p.text <> '' OR p.media <> '[]')"
KEEP = "keep"
"""The label that holds whatever it hangs on."""
_WALK = 5_000
"""How many posts one look for what is to be looked at again goes through."""
_NEVER = 1 << 62


def really(stamp: str) -> str:
    """Return SQL: a stamp (UTC ms), or how late it may really be."""
    return f"""coalesce((SELECT max(coalesce(d.really, {_NEVER})) FROM clock_doubts d
      WHERE d.since <= {stamp} AND d.until >= {stamp}), {stamp})"""


# What needs the words of `p` still: an open item in the thread below it, a task, a draft, a row.
_HELD = f"""(EXISTS (WITH RECURSIVE down (id, realm, remote_id) AS (
      SELECT p.id, p.realm, p.remote_id UNION
      SELECT c.id, c.realm, c.remote_id FROM down d
      JOIN posts c ON c.realm = d.realm AND c.parent_ref = d.remote_id LIMIT 500)
    SELECT 1 FROM down JOIN interactions i ON i.post_id = down.id
    WHERE i.state IN ('open', 'waiting'))
  OR EXISTS (SELECT 1 FROM outbox o WHERE o.state IN ({LIVE}) AND o.post_id = p.id)
  OR EXISTS (SELECT 1 FROM drafts f WHERE f.done_at IS NULL AND f.post_id = p.id)
  OR EXISTS (SELECT 1 FROM interactions i WHERE i.post_id = p.id AND (
      EXISTS (SELECT 1 FROM tasks t WHERE t.item_id = i.id AND t.done_at IS NULL)
      OR EXISTS (SELECT 1 FROM drafts f WHERE f.item_id = i.id AND f.done_at IS NULL)
      OR EXISTS (SELECT 1 FROM outbox o WHERE o.item_id = i.id AND o.state IN ({LIVE}))
      OR EXISTS (SELECT 1 FROM item_labels l WHERE l.item_id = i.id AND l.label = '{KEEP}'))))"""
_LAST = f"""max({really("p.created_at")},
  coalesce((SELECT v.at FROM verified v WHERE v.post_id = p.id), 0),
  coalesce((SELECT max(max({really("i.seen_at")}, {really("coalesce(i.done_at, 0)")}))
    FROM interactions i WHERE i.post_id = p.id), 0),
  coalesce((SELECT max(max({really("i.seen_at")}, {really("coalesce(i.done_at, 0)")}))
    FROM posts c JOIN interactions i ON i.post_id = c.id
    WHERE c.realm = p.realm AND c.parent_ref = p.remote_id), 0))"""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule that was set: `days` (None: for ever), what held `before`, and since when (UTC ms)."""

    kind: str
    days: int | None
    before: int | None
    since: int


def rules(db: sqlite.Connection) -> dict[str, Rule]:
    """Return the rules that were set, by kind."""
    found = db.execute("SELECT kind, days, before, since FROM retention_rules")
    return {r["kind"]: Rule(**dict(r)) for r in found}


def put_rule(tx: Tx, rule: Rule) -> None:
    """Keep a rule."""
    tx.db.execute(
        "INSERT OR REPLACE INTO retention_rules (kind, days, before, since) VALUES (?, ?, ?, ?)",
        (rule.kind, rule.days, rule.before, rule.since),
    )
    tx.touch("retention")


# --- stamps by a clock that was behind ------------------------------------------------------------


def newest(db: sqlite.Connection) -> int | None:
    """Return the time of the newest thing that a platform brought (UTC ms)."""
    found = db.execute("SELECT max(id) FROM posts").fetchone()[0]
    return None if found is None else ids.when(int(found))


def doubt(tx: Tx, since: int, until: int) -> None:
    """Note that stamps of a span, and of an hour around it, may be as late as now."""
    since, until = since - _HOUR, until + _HOUR
    near = tx.db.execute(
        "SELECT min(since), max(until) FROM clock_doubts WHERE since <= ? AND until >= ?",
        (until, since),
    ).fetchone()
    if near[0] is not None:
        since, until = min(since, near[0]), max(until, near[1])
        tx.db.execute("DELETE FROM clock_doubts WHERE since >= ? AND since <= ?", (since, until))
    tx.db.execute("INSERT INTO clock_doubts VALUES (?, ?, NULL)", (since, until))


def doubt_deeds(tx: Tx) -> None:
    """Note that deeds from the newest on are in doubt: they are numbered on from it meanwhile."""
    newest = tx.db.execute("SELECT max(id) FROM deeds").fetchone()[0]
    if newest is not None:
        doubt(tx, ids.when(newest), ids.when(newest))


def doubts_end(tx: Tx, now: int) -> None:
    """Note that what was in doubt until now is no later than now: a clock was confirmed."""
    tx.db.execute("UPDATE clock_doubts SET really = ? WHERE really IS NULL", (now,))


def in_doubt(db: sqlite.Connection) -> bool:
    """Tell whether there are stamps of which nobody knows how late they are."""
    return db.execute("SELECT 1 FROM clock_doubts WHERE really IS NULL").fetchone() is not None


def doubted(db: sqlite.Connection, wall: int) -> bool:
    """Tell whether stamps of now, and of the next half hour, are noted as in doubt."""
    sql = "SELECT 1 FROM clock_doubts WHERE since <= ? AND until >= ? AND really IS NULL"
    return db.execute(sql, (wall, wall + _HOUR // 2)).fetchone() is not None


def stamped_before(db: sqlite.Connection, stamps: Mapping[str, int], before: int) -> frozenset[str]:
    """Return the names (of files, say) whose stamps (UTC ms) are certainly before a moment."""
    found = db.execute(
        f"SELECT j.key FROM json_each(?) j WHERE {really('j.value')} < ?",
        (json.dumps(dict(stamps)), before),
    )
    return frozenset(str(row[0]) for row in found)


# --- words that are old ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Reached:
    """How far a walk came: the `last` id that was looked at (None: the end), and what is `due`."""

    last: int | None
    due: list[int]


def old_words(
    db: sqlite.Connection, after: int, *, ages: Mapping[str, int | None], now: int, most: int
) -> Reached:
    """Return which of the next `most` posts have words that may go.

    `ages`: `items`, `messages`, `posts` → how old (ms; None: never). `now`: what is certain.
    """
    walked = db.execute(
        f"""SELECT p.id, {HAS_WORDS} AND p.realm <> 'byhand' AS words FROM posts p
            WHERE p.id > ? AND p.id < ? ORDER BY p.id LIMIT ?""",
        (after, ids.at(now - min((a for a in ages.values() if a is not None), default=now)), most),
    ).fetchall()
    wanted = [int(r["id"]) for r in walked if r["words"]]
    last = int(walked[-1]["id"]) if len(walked) == most else None
    return Reached(last, may_go(db, wanted, ages=ages, now=now))


def may_go(
    db: sqlite.Connection, wanted: Sequence[int], *, ages: Mapping[str, int | None], now: int
) -> list[int]:
    """Return which of these posts are old enough, and needed by nothing."""
    if not wanted:
        return []
    sql = f"""
      SELECT id FROM (SELECT p.id, {_LAST} AS last, CASE
          WHEN p.kind = 'message' OR EXISTS (SELECT 1 FROM interactions i
            WHERE i.post_id = p.id AND i.kind = 'message') THEN :messages
          WHEN EXISTS (SELECT 1 FROM interactions i WHERE i.post_id = p.id) THEN :items
          ELSE :posts END AS age
        FROM json_each(:ids) j CROSS JOIN posts p ON p.id = j.value WHERE NOT {_OURS}) AS o
      WHERE o.age IS NOT NULL AND o.last <= :now - o.age
        AND NOT (SELECT {_HELD} FROM posts p WHERE p.id = o.id)"""
    args = {"ids": json.dumps(list(wanted)), "now": now, **ages}
    return [int(r[0]) for r in db.execute(sql, args)]


def deleted_words(
    db: sqlite.Connection, *, ages: Mapping[str, int | None], strict: Iterable[str], now: int
) -> list[int]:
    """Return posts that their authors deleted and whose words may go.

    `ages`: realm → how long after (ms; None: never). In the realms `strict` the platform demands
    it, so no open item holds them.
    """
    found = db.execute(
        f"""SELECT p.id FROM posts p JOIN json_each(:ages) g ON g.key = p.realm
            WHERE p.deleted_at IS NOT NULL AND {HAS_WORDS} AND g.value IS NOT NULL
              AND {really("p.deleted_at")} <= :now - g.value AND NOT {_OURS}
              AND (p.realm IN (SELECT value FROM json_each(:strict)) OR NOT {_HELD})
            ORDER BY p.id""",
        {"ages": json.dumps(dict(ages)), "strict": json.dumps(list(strict)), "now": now},
    )
    return [int(r[0]) for r in found]


def empty(tx: Tx, posts: Sequence[int], why: str) -> int:
    """Take the words and pictures of posts away, wherever they are; returns of how many."""
    listed = json.dumps(list(posts))
    old = tx.db.execute(
        "SELECT id, text, deleted_at FROM posts WHERE id IN (SELECT value FROM json_each(?))"
        " AND (text <> '' OR media <> '[]')",
        (listed,),
    ).fetchall()
    if not old:
        return 0
    shown = [r for r in old if r["deleted_at"] is None]
    words.remove(tx.db, [(r["id"], r["text"]) for r in shown])
    words.add(tx.db, [(r["id"], "") for r in shown])  # the index has a row for each that is shown
    tx.db.execute(
        # whom a post of its own named is a tie that is counted: its place in the text is nothing
        """UPDATE posts SET text = '', media = '[]', lang = NULL,
             facts = json_object('emptied', ?2),
             spans = CASE WHEN parent_ref IS NULL AND instr(spans, '"mention"') THEN (SELECT
               json_group_array(json_object('start', 0, 'end', 0, 'kind', 'mention', 'target',
                 s.value ->> 'target')) FROM json_each(posts.spans) s
               WHERE s.value ->> 'kind' = 'mention') ELSE '[]' END
           WHERE id IN (SELECT value FROM json_each(?1))""",
        (listed, why),
    )
    failpoint.reached("expire.mid")
    said = "SELECT id FROM interactions WHERE post_id IN (SELECT value FROM json_each(?))"
    tx.db.execute(f"DELETE FROM corrections WHERE item_id IN ({said})", (listed,))
    tx.db.execute(
        "UPDATE moderation SET text = '' WHERE post_id IN (SELECT value FROM json_each(?))",
        (listed,),
    )
    tx.db.execute(
        f"""UPDATE outbox SET seen = '{{}}', news = '[]' WHERE state IN ('sent', 'cancelled')
            AND item_id IN ({said})""",
        (listed,),
    )
    tx.db.execute("DELETE FROM masked WHERE post_id IN (SELECT value FROM json_each(?))", (listed,))
    tx.touch("posts")
    tx.touch("inbox")
    return len(old)


# --- what was not seen on its platform for too long -----------------------------------------------


def seen_there(tx: Tx, posts: Iterable[int], *, at: int) -> None:
    """Note that posts were seen on their platform (UTC ms)."""
    tx.db.executemany(
        "INSERT INTO verified VALUES (?, ?) ON CONFLICT (post_id) DO UPDATE"
        " SET at = max(at, excluded.at)",
        [(post, at) for post in posts],
    )


def clamp_seen(tx: Tx, late: int) -> None:
    """Bring back what was noted by a clock that was ahead: nothing was seen later than now."""
    tx.db.execute("UPDATE verified SET at = ?1 WHERE at > ?1", (late,))


def begin_watch(tx: Tx, realm: str, *, at: int, most: int) -> int:
    """Count posts of a realm that were never noted as seen as seen now; returns how many."""
    return tx.db.execute(
        f"""INSERT INTO verified SELECT p.id, ?2 FROM posts p WHERE p.realm = ?1
              AND {HAS_WORDS} AND NOT {_OURS}
              AND NOT EXISTS (SELECT 1 FROM verified v WHERE v.post_id = p.id) LIMIT ?3""",
        (realm, at, most),
    ).rowcount


def unseen(db: sqlite.Connection, realm: str, *, before: int, most: int) -> list[int]:
    """Return posts with words that were last seen before a moment (UTC ms), the oldest first."""
    found = db.execute(
        f"""SELECT p.id FROM verified v CROSS JOIN posts p ON p.id = v.post_id
            WHERE v.at < ? AND p.realm = ? AND {HAS_WORDS} AND NOT {_OURS}
            ORDER BY v.at LIMIT ?""",
        (before, realm, most),
    )
    return [int(r[0]) for r in found]


def mask(tx: Tx, posts: Sequence[int], *, now: int) -> int:
    """Put the words of posts aside until they are seen again; returns of how many."""
    listed = json.dumps(list(posts))
    tx.db.execute(
        """INSERT OR REPLACE INTO masked SELECT id, ?2, json_object('text', text, 'spans', spans,
             'media', media, 'lang', lang, 'facts', facts)
           FROM posts WHERE id IN (SELECT value FROM json_each(?1))""",
        (listed, now),
    )
    kept = tx.db.execute(
        "SELECT * FROM masked WHERE post_id IN (SELECT value FROM json_each(?))", (listed,)
    ).fetchall()
    done = empty(tx, posts, "unverified")
    tx.db.executemany("INSERT INTO masked VALUES (?, ?, ?)", [tuple(r) for r in kept])
    failpoint.reached("mask.mid")
    return done


def unmask(tx: Tx, posts: Sequence[int]) -> int:
    """Put back the words of posts that were put aside; returns of how many."""
    found = tx.db.execute(
        """SELECT m.post_id, m.was, p.deleted_at FROM masked m JOIN posts p ON p.id = m.post_id
           WHERE m.post_id IN (SELECT value FROM json_each(?))""",
        (json.dumps(list(posts)),),
    ).fetchall()
    for row in found:
        was, number = json.loads(row["was"]), row["post_id"]
        tx.db.execute(
            "UPDATE posts SET text = ?, spans = ?, media = ?, lang = ?, facts = ? WHERE id = ?",
            (was["text"], was["spans"], was["media"], was["lang"], was["facts"], number),
        )
        if row["deleted_at"] is None:
            words.remove(tx.db, [(number, "")])
            words.add(tx.db, [(number, was["text"])])
        tx.db.execute("DELETE FROM masked WHERE post_id = ?", (number,))
    if found:
        tx.touch("posts")
        tx.touch("inbox")
    return len(found)


def masked(
    db: sqlite.Connection, realm: str, *, since: int | None = None, before: int | None = None
) -> list[int]:
    """Return what is put aside of a realm, last seen there since, or before, a moment (UTC ms)."""
    found = db.execute(
        """SELECT m.post_id FROM masked m JOIN posts p ON p.id = m.post_id
           LEFT JOIN verified v ON v.post_id = m.post_id
           WHERE p.realm = ?1 AND (?2 IS NULL OR v.at >= ?2) AND (?3 IS NULL OR v.at < ?3)""",
        (realm, since, before),
    )
    return [int(r[0]) for r in found]


# --- the other kinds ------------------------------------------------------------------------------


def forget_undo(tx: Tx, *, before: int) -> int:
    """Let go of what old deeds on items changed; they can no longer be taken back."""
    first = ids.at(before)
    gone = tx.db.execute(
        f"DELETE FROM befores WHERE deed_id < ? AND {really(ids.moment('deed_id'))} < ?",
        (first, before),
    ).rowcount
    tx.db.execute(
        f"""UPDATE deeds SET undo = NULL WHERE id < ? AND undo ->> 'command' = 'inbox.restore'
              AND {really(ids.moment("id"))} < ?""",
        (first, before),
    )
    return int(gone)


def forget_reports(tx: Tx, *, before: int) -> int:
    """Take old reports off the list of those that were made; their files stay."""
    return tx.db.execute(
        f"DELETE FROM report_made WHERE {really('made_at')} < ?", (before,)
    ).rowcount


def purge(tx: Tx, posts: Sequence[int]) -> None:
    """Let go for good of what was put aside."""
    tx.db.execute(
        "DELETE FROM masked WHERE post_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(posts)),),
    )


def aside(db: sqlite.Connection) -> int:
    """Return of how many posts the words are put aside."""
    return int(db.execute("SELECT count(*) FROM masked").fetchone()[0])


# --- looking again --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class ToLook:
    """remote id → post of those to look at, and the `last` id walked (None: the end)."""

    found: dict[str, int]
    last: int | None


# what this account may see: public, or it was told of it
_SHOWN_TO = """(p.visibility IN ('public', 'unlisted') OR EXISTS (SELECT 1 FROM interactions i
  WHERE i.post_id = p.id AND i.account_id = :account))"""


def to_look_at(
    db: sqlite.Connection, account_id: str, realm: str, *, behind: int | None, since: int, most: int
) -> ToLook:
    """Return the next posts of others with words, newest first, of which an account can tell."""
    found: dict[str, int] = {}
    walked = db.execute(
        f"""SELECT p.id, p.remote_id, p.deleted_at IS NULL AND {HAS_WORDS} AND NOT {_OURS}
              AND {_SHOWN_TO} AS wanted
            FROM posts p WHERE p.id < :behind AND p.id >= :since AND p.realm = :realm
            ORDER BY p.id DESC LIMIT :walk""",
        {
            "account": account_id, "realm": realm, "since": ids.at(since), "walk": _WALK,
            "behind": (1 << 63) - 1 if behind is None else behind,
        },
    )  # fmt: skip
    for count, row in enumerate(walked, 1):
        last = int(row["id"])
        if row["wanted"]:
            found[row["remote_id"]] = last
        if len(found) == most or count == _WALK:
            return ToLook(found, last)
    return ToLook(found, None)


def long_unseen(
    db: sqlite.Connection,
    account_id: str,
    realm: str,
    *,
    behind: int | None,
    before: int,
    most: int,
) -> ToLook:
    """Return the next posts that were last seen before a moment (UTC ms), put aside or not."""
    rows = db.execute(
        f"""SELECT p.remote_id, p.id FROM verified v CROSS JOIN posts p ON p.id = v.post_id
            WHERE v.post_id < :behind AND v.at < :before AND p.realm = :realm
              AND p.deleted_at IS NULL AND NOT {_OURS}
              AND ({HAS_WORDS} OR EXISTS (SELECT 1 FROM masked m WHERE m.post_id = p.id))
              AND {_SHOWN_TO}
            ORDER BY v.post_id DESC LIMIT :most""",
        {
            "account": account_id, "realm": realm, "before": before, "most": most,
            "behind": (1 << 63) - 1 if behind is None else behind,
        },
    ).fetchall()  # fmt: skip
    found = {r[0]: int(r[1]) for r in rows}
    return ToLook(found, int(rows[-1][1]) if len(rows) == most else None)
