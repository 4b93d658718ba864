"""What a restored copy must know of the database whose place it takes: nothing is sent twice.

Where that one can be read (`carry_over`), what was written, queued and sent there comes along, and
what the copy alone still holds to be sent waits for a person. Where it cannot (`hold_all`), all
that the copy holds to be sent does.
"""

from __future__ import annotations

from collections.abc import Iterable

from cmapp.store import inbox, sqlite
from cmapp.store.database import Tx

REASON = "restored"
"""Why such a row is held: it may have been sent since the copy was made."""
_WHOLE = (
    "campaigns", "pillars", "accounts", "outbox", "drafts", "draft_variants", "draft_versions",
    "drafts_held", "overrides", "idea_places", "series", "series_made", "rules", "rule_log",
    "moderation", "answer_kinds", "media_files", "media_tags", "media_made", "switches",
    "erasures",
)  # fmt: skip
"""Tables of which each row of the present database takes the place of the copy's.

Not the marks of people who were erased: those that the copy lacks tell whom it brings back."""


def carry_over(tx: Tx, *, made_at: int, now: int) -> dict[str, int]:
    """Bring into a restored copy what the present database knows beyond it.

    Runs in one transaction on the copy, foreign keys off, with the present database attached as
    `present`. Drafts that were sent since go, those that were written since come. A row of the
    outbox that the present one has is as it is there, but what was queued since waits for a person,
    as does what it does not know.

    Returns {held, drafts, sent}: rows that wait, drafts that came along, rows sent since.
    """
    db = tx.db
    db.execute("CREATE TEMP TABLE was_ready AS SELECT id FROM outbox WHERE state = 'ready'")
    db.execute("CREATE TEMP TABLE was_sent AS SELECT id FROM outbox WHERE state = 'sent'")
    db.execute("CREATE TEMP TABLE was_draft AS SELECT id FROM drafts")
    know_drafts(db, (row[0] for row in db.execute("SELECT id FROM present.drafts").fetchall()))
    held = _hold(db, "id NOT IN (SELECT id FROM present.outbox)", made_at=made_at, now=now)
    _rest_of_series(db, now=now)
    db.execute(
        "UPDATE series SET ended_at = ? WHERE ended_at IS NULL"
        " AND id NOT IN (SELECT id FROM present.series)",
        (now,),
    )
    db.execute("UPDATE rules SET auto_send = 0 WHERE id NOT IN (SELECT id FROM present.rules)")
    for table in _WHOLE:
        names = ", ".join(_common(db, table))
        db.execute(
            f"INSERT OR REPLACE INTO main.{table} ({names}) SELECT {names} FROM present.{table}"
        )
    held += _hold(
        db, "state = 'ready' AND id NOT IN (SELECT id FROM was_ready)", made_at=made_at, now=now
    )
    sent = db.execute(
        "SELECT item_id, sent_at FROM outbox WHERE state = 'sent'"
        " AND id NOT IN (SELECT id FROM was_sent)"
    ).fetchall()
    for row in sent:
        if row[0] is not None and row[1] is not None:
            inbox.replied(tx, row[0], at=row[1])
    _drafts_without_rows(db)
    came = db.execute("SELECT count(*) FROM drafts WHERE id NOT IN (SELECT id FROM was_draft)")
    facts = {"held": held, "drafts": int(came.fetchone()[0]), "sent": len(sent)}
    for table in ("was_ready", "was_sent", "was_draft", "known_drafts"):
        db.execute(f"DROP TABLE temp.{table}")
    return facts


def hold_all(tx: Tx, *, made_at: int | None, now: int) -> int:
    """Let nothing leave a restored copy by itself: nobody knows what was sent since `made_at`.

    None: since each row was made.
    What the platform's own scheduler holds stays with it: the row is only looked for. Rules and
    series go on, but queue nothing by themselves. Returns how many rows wait for a person.
    """
    held = _hold(tx.db, "1", made_at=made_at, now=now)
    _rest_of_series(tx.db, now=now)
    tx.db.execute("UPDATE rules SET auto_send = 0 WHERE auto_send = 1")
    tx.db.execute("UPDATE series SET draft = json_remove(draft, '$.queue') WHERE draft ->> 'queue'")
    know_drafts(tx.db, ())
    _drafts_without_rows(tx.db)
    return held


def _hold(db: sqlite.Connection, which: str, *, made_at: int | None, now: int) -> int:
    """Have rows wait for a person, who is told why; one may be out, so it is looked for first."""
    return db.execute(
        f"""UPDATE outbox SET state = 'review', reason = '{REASON}', news = '[]',
              settled_at = ?, first_at = coalesce(first_at, ?, made_at)
            WHERE state IN ('ready', 'sending', 'uncertain') AND {which}""",
        (now, made_at),
    ).rowcount


def know_drafts(db: sqlite.Connection, numbers: Iterable[int]) -> None:
    """Say which drafts the present database is known to have: what it had and lost is out."""
    db.execute("CREATE TEMP TABLE IF NOT EXISTS known_drafts (id INTEGER PRIMARY KEY)")
    db.executemany("INSERT OR IGNORE INTO known_drafts VALUES (?)", ((n,) for n in numbers))


def _rest_of_series(db: sqlite.Connection, *, now: int) -> None:
    """What a series made and was still to queue stays a draft."""
    db.execute("UPDATE series_made SET tried_at = ? WHERE tried_at IS NULL", (now,))


def _drafts_without_rows(db: sqlite.Connection) -> None:
    """A draft that went out since goes, or is done; one whose rows are gone can be written on."""
    gone = """state = 'queued' AND done_at IS NULL AND NOT EXISTS (
      SELECT 1 FROM outbox o WHERE o.draft_id = drafts.id
        AND o.state IN ('ready', 'sending', 'scheduled', 'uncertain', 'review'))"""
    out = "EXISTS (SELECT 1 FROM outbox o WHERE o.draft_id = drafts.id AND o.state = 'sent')"
    db.execute(
        f"""DELETE FROM drafts WHERE {out} AND id NOT IN known_drafts
              AND planned_at IS NULL AND NOT EXISTS (
              SELECT 1 FROM outbox o WHERE o.draft_id = drafts.id
                AND o.state IN ('ready', 'sending', 'scheduled', 'uncertain', 'review'))"""
    )
    db.execute(
        f"""UPDATE drafts SET done_at = (SELECT max(coalesce(o.sent_at, o.settled_at)) FROM outbox o
              WHERE o.draft_id = drafts.id AND o.state = 'sent') WHERE {gone} AND {out}"""
    )
    db.execute(f"UPDATE drafts SET state = 'draft' WHERE {gone}")


def _common(db: sqlite.Connection, table: str) -> list[str]:
    """Return the columns that a table has both in the copy and in the present database."""
    there = {row[1] for row in db.execute(f"PRAGMA present.table_info({table})")}
    return [r[1] for r in db.execute(f"PRAGMA main.table_info({table})") if r[1] in there]
