"""The rows of deeds: each arrow of the outbox's state machine is one of these functions.

`ready → sending → scheduled | sent | rejected | uncertain | review | cancelled`. The functions
move rows and keep what is known; why and when they are called is decided in `services/sending.py`.
What a platform's own scheduler holds is moved in `store/held_there.py`, which rows may move at
all, and what they wait for, is asked in `store/outbox_turn.py`.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cmapp.domain.actions import NAMES, Action, Publish, from_json, to_json
from cmapp.store import drafts, ids, inbox, sqlite
from cmapp.store.database import Tx
from cmapp.system import failpoint

REASONS = (
    "unresolved", "restored", "before_unknown", "out_already", "before_rejected", "changed",
)  # fmt: skip
"""Why a row is held or was cancelled, beside what the landing check finds (`check.REASONS`)."""
FROM_HERE = "CASE kind WHEN 'publish' THEN json_set(action, '$.at', 0) ELSE action END"
"""SQL: the action as it goes out from here, not by the platform's scheduler."""
UNSETTLED = ("ready", "sending", "scheduled", "uncertain", "review")


@dataclass(frozen=True, slots=True)
class Deed:
    """One row of the outbox. Times are UTC ms.

    `seen` is the thread as it was stored when the row was made (or last accepted by a person),
    `news` what the landing check found since: {what, id, author, text, before, created_at, url}.
    `waived` are review reasons that a person has set aside. `looks` counts the looks for the
    post, after the platform's settle time, that found nothing. `after_id`: the row that must be
    sent before this one, which answers it; `segment` and `part` tell the rows of one draft and
    account apart. `server_ref`: what the platform's own scheduler calls it (`scheduled`).
    `ahead_at`: when it may be offered to that scheduler (None: never). `recall`: the scheduler is
    to give it back, to be dropped (`cancel`), kept here for now (`hold`) or sent from here
    (`local`). `replaces_id`: the row, given back by then, whose place this one takes.
    """

    id: int
    key: str
    account_id: str
    kind: str
    action: Action
    draft_id: int | None
    item_id: int | None
    post_id: int | None
    thread: str | None
    state: str
    reason: str | None
    seen: dict[str, Any]
    news: list[dict[str, Any]]
    waived: list[str]
    notes: list[str]
    planned_at: int | None
    not_before: int
    attempts: int
    looks: int
    first_at: int | None
    last_at: int | None
    progress: Any
    error_code: str | None
    error: dict[str, Any]
    remote_id: str | None
    url: str | None
    made_at: int
    sent_at: int | None
    settled_at: int | None
    after_id: int | None = None
    segment: str = ""
    part: int = 0
    server_ref: str | None = None
    ahead_at: int | None = None
    recall: str | None = None
    replaces_id: int | None = None


def deed_of(found: sqlite.Row) -> Deed:
    """Return a row of the table as a value."""
    values = dict(found)
    values["action"] = from_json(values["kind"], json.loads(values["action"]))
    for name in ("seen", "news", "waived", "notes"):
        values[name] = json.loads(values[name])
    values["progress"] = json.loads(values["progress"]) if values["progress"] else None
    values["error"] = json.loads(values["error"]) if values["error"] else {}
    return Deed(**values)


def by_id(db: sqlite.Connection, row_id: int) -> Deed | None:
    """Return one row."""
    found = db.execute("SELECT * FROM outbox WHERE id = ?", (row_id,)).fetchone()
    return deed_of(found) if found else None


def every(
    db: sqlite.Connection,
    *,
    states: Sequence[str] | None = None,
    account_id: str | None = None,
    limit: int = 100_000,
) -> list[Deed]:
    """Return rows, newest first."""
    found = db.execute(
        """SELECT * FROM outbox WHERE (? IS NULL OR state IN (SELECT value FROM json_each(?)))
             AND (? IS NULL OR account_id = ?) ORDER BY id DESC LIMIT ?""",
        (
            json.dumps(states) if states is not None else None,
            json.dumps(states or []),
            account_id,
            account_id,
            limit,
        ),
    )
    return [deed_of(r) for r in found]


def may_be_out(deed: Deed) -> bool:
    """Tell whether a row that is not sent could be on the platform: another would be the second."""
    if deed.state in ("sending", "uncertain"):
        return True
    return deed.state in ("ready", "review") and deed.first_at is not None


def answers(db: sqlite.Connection, item_id: int) -> bool:
    """Tell whether an answer to an item is on its way, or out."""
    found = db.execute(
        "SELECT 1 FROM outbox WHERE item_id = ? AND state NOT IN ('cancelled', 'rejected') LIMIT 1",
        (item_id,),
    )
    return found.fetchone() is not None


def of_item(db: sqlite.Connection, item_id: int) -> list[Deed]:
    """Return the rows that answer an interaction, oldest first."""
    found = db.execute("SELECT * FROM outbox WHERE item_id = ? ORDER BY id", (item_id,))
    return [deed_of(r) for r in found]


def of_draft(db: sqlite.Connection, draft_id: int) -> list[Deed]:
    """Return every row that a draft ever had, oldest first."""
    found = db.execute("SELECT * FROM outbox WHERE draft_id = ? ORDER BY id", (draft_id,))
    return [deed_of(r) for r in found]


def of_thread(db: sqlite.Connection, thread: str) -> list[Deed]:
    """Return the unsettled or rejected rows of a thread, oldest first."""
    found = db.execute(
        "SELECT * FROM outbox WHERE thread = ?"
        " AND state IN ('ready', 'sending', 'scheduled', 'uncertain', 'review', 'rejected')"
        " ORDER BY id",
        (thread,),
    )
    return [deed_of(r) for r in found]


def counts(db: sqlite.Connection) -> dict[str, int]:
    """Return how many rows stand in each state that is not the end."""
    found = db.execute(
        "SELECT state, count(*) FROM outbox"
        " WHERE state IN ('ready', 'sending', 'scheduled', 'uncertain', 'review', 'rejected')"
        " GROUP BY state"
    )
    return {r[0]: r[1] for r in found}


def lying_ahead(db: sqlite.Connection, *, now: int) -> int:
    """Return how many rows wait for a planned time that is still to come (`now`: UTC ms)."""
    found = db.execute(
        "SELECT count(*) FROM outbox WHERE planned_at > ? AND state = 'ready'", (now,)
    ).fetchone()
    return int(found[0])


def posted(db: sqlite.Connection) -> set[str]:
    """Return the remote ids and URIs of every post that the outbox itself has sent."""
    found = db.execute(
        """SELECT o.remote_id, p.uri FROM outbox o
           JOIN accounts a ON a.id = o.account_id
           LEFT JOIN posts p ON p.realm = a.realm AND p.remote_id = o.remote_id
           WHERE o.remote_id IS NOT NULL AND o.kind IN ('publish', 'reply')"""
    )
    return {name for pair in found for name in pair if name}


def made_by_others(db: sqlite.Connection, deed: Deed) -> frozenset[str]:
    """Return the remote ids of the posts that other rows of the account are known to have made."""
    found = db.execute(
        "SELECT remote_id FROM outbox WHERE account_id = ? AND id <> ? AND remote_id IS NOT NULL"
        " AND kind IN ('publish', 'reply')",
        (deed.account_id, deed.id),
    )
    return frozenset(row[0] for row in found)


def dropped_in_doubt(db: sqlite.Connection, deed: Deed) -> int | None:
    """Return when (UTC ms) a row of the same part of the draft was first tried that was dropped.

    Nobody knew whether it was sent. None: there was no such row.
    """
    found = db.execute(
        "SELECT min(first_at) FROM outbox WHERE draft_id = ? AND account_id = ? AND segment = ?"
        " AND part = ? AND id <> ? AND state = 'cancelled'",
        (deed.draft_id, deed.account_id, deed.segment, deed.part, deed.id),
    ).fetchone()
    return None if found[0] is None else int(found[0])


def add(
    tx: Tx,
    account_id: str,
    action: Action,
    *,
    now: int,
    draft_id: int | None = None,
    item_id: int | None = None,
    post_id: int | None = None,
    thread: str | None = None,
    seen: Mapping[str, Any] | None = None,
    planned_at: int | None = None,
    not_before: int = 0,
    after_id: int | None = None,
    segment: str = "",
    part: int = 0,
) -> int:
    """Make a row, with the key that never changes; its draft is marked as queued.

    Rows leave in the order of their ids, so a new one is always the last: also within one
    millisecond, and after the clock was set back. One that takes the place of a row which the
    platform's scheduler is to give back waits for that. `not_before`: held back here (undo).
    """
    replaces = None if draft_id is None else _given_back(tx, draft_id, account_id, segment, part)
    offered = planned_at is not None and after_id is None and isinstance(action, Publish)
    newest = tx.db.execute("SELECT max(id) FROM outbox").fetchone()[0] or 0
    row_id = max(ids.made_here(now), newest + 1)
    tx.db.execute(
        """INSERT INTO outbox (id, key, account_id, kind, action, draft_id, item_id, post_id,
             thread, seen, planned_at, not_before, made_at, after_id, segment, part, ahead_at,
             replaces_id)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        (
            row_id, str(uuid.uuid4()), account_id, NAMES[type(action)],
            json.dumps(to_json(action), ensure_ascii=False), draft_id, item_id, post_id, thread,
            json.dumps(dict(seen or {}), ensure_ascii=False), planned_at,
            max(not_before, planned_at or 0), now, after_id, segment, part,
            not_before if offered else None, replaces,
        ),
    )  # fmt: skip
    if after_id is not None:  # what something follows is sent from here: the server cannot wait
        tx.db.execute("UPDATE outbox SET ahead_at = NULL WHERE id = ?", (after_id,))
        tx.db.execute(
            "UPDATE outbox SET recall = 'local', not_before = ?"
            " WHERE id = ? AND state = 'scheduled' AND recall IS NULL",
            (now, after_id),
        )
    if draft_id is not None:
        drafts.set_state(tx, draft_id, "queued")
    if item_id is not None:
        inbox.set_state(tx, item_id, "waiting", now=now)
    tx.touch("outbox", account_id)
    failpoint.reached("queue.mid")
    return row_id


def _given_back(tx: Tx, draft_id: int, account_id: str, segment: str, part: int) -> int | None:
    """Return the row of that very part that is still to be given back."""
    found = tx.db.execute(
        "SELECT id FROM outbox WHERE draft_id = ? AND account_id = ? AND segment = ? AND part = ?"
        " AND recall = 'cancel' AND state NOT IN ('cancelled', 'sent') ORDER BY id DESC LIMIT 1",
        (draft_id, account_id, segment, part),
    ).fetchone()
    return int(found[0]) if found else None


def recover(tx: Tx, *, now: int, account_id: str | None = None) -> int:
    """What is found `sending` though nobody sends is `uncertain`. Returns how many rows.

    Called at start, and (for its account) by each lane as it begins: the disk may have been too
    full to write down how a deed ended.
    """
    changed = tx.db.execute(
        "UPDATE outbox SET state = 'uncertain', not_before = ? WHERE state = 'sending'"
        " AND (? IS NULL OR account_id = ?)",
        (now, account_id, account_id),
    ).rowcount
    if changed:
        tx.touch("outbox")
        failpoint.reached("recover.mid")
    return changed


def claim(tx: Tx, row_id: int, *, now: int, action: Action | None = None) -> Deed | None:
    """`ready | uncertain → sending`: committed before any byte leaves. None if it moved on.

    `action`: the deed as it goes out now (what it answers was not there before), kept as such.
    """
    packed = None if action is None else json.dumps(to_json(action), ensure_ascii=False)
    changed = tx.db.execute(
        """UPDATE outbox SET state = 'sending', attempts = attempts + 1, last_at = ?,
             first_at = coalesce(first_at, ?), reason = NULL, error_code = NULL, error = NULL,
             action = coalesce(?, action)
           WHERE id = ? AND state IN ('ready', 'uncertain')""",
        (now, now, packed, row_id),
    ).rowcount
    tx.touch("outbox")
    failpoint.reached("claim.mid")
    return by_id(tx.db, row_id) if changed else None


def progressed(tx: Tx, row_id: int, progress: Any) -> None:
    """Keep how far a deed of several steps has come."""
    tx.db.execute("UPDATE outbox SET progress = ? WHERE id = ?", (json.dumps(progress), row_id))
    failpoint.reached("progress.mid")


def back_to_ready(
    tx: Tx,
    row_id: int,
    *,
    not_before: int,
    error_code: str | None = None,
    uncount: bool = False,
) -> None:
    """`sending → ready`: nothing ever happened on the platform, so `first_at` is none again.

    `uncount` gives the attempt back, too: it did not even leave this machine. What was to be
    handed to the platform's scheduler may be offered again from `not_before` on.
    """
    tx.db.execute(
        f"""UPDATE outbox SET state = 'ready', not_before = max(?, coalesce(planned_at, 0)),
             ahead_at = CASE WHEN ahead_at IS NULL THEN NULL ELSE ? END, action = {FROM_HERE},
             error_code = ?, attempts = attempts - ?, first_at = NULL
           WHERE id = ? AND state = 'sending'""",
        (not_before, not_before, error_code, int(uncount), row_id),
    )
    tx.touch("outbox")


def wait(tx: Tx, row_id: int, *, not_before: int, error_code: str) -> None:
    """The row stays as it is (`ready` or `uncertain`) until `not_before`."""
    tx.db.execute(
        "UPDATE outbox SET not_before = ?, error_code = ? WHERE id = ?"
        " AND state IN ('ready', 'uncertain')",
        (not_before, error_code, row_id),
    )
    tx.touch("outbox")


def uncertain(
    tx: Tx,
    row_id: int,
    *,
    not_before: int,
    error_code: str | None = None,
    looks: int | None = None,
) -> None:
    """`sending → uncertain`, or a look that has to be repeated later.

    Like every arrow it starts from its own states only: while the lane looked, a person may
    have dropped the row, and what was dropped stays so.
    """
    tx.db.execute(
        """UPDATE outbox SET state = 'uncertain', not_before = ?, looks = coalesce(?, looks),
             error_code = coalesce(?, error_code)
           WHERE id = ? AND state IN ('sending', 'uncertain')""",
        (not_before, looks, error_code, row_id),
    )
    tx.touch("outbox")
    failpoint.reached("doubt.mid")


def rejected(tx: Tx, deed: Deed, *, now: int, code: str, facts: Mapping[str, Any]) -> None:
    """`sending → rejected`: the platform said no. The draft opens again for a better text."""
    changed = tx.db.execute(
        """UPDATE outbox SET state = 'rejected', error_code = ?, error = ?, settled_at = ?
           WHERE id = ? AND state = 'sending'""",
        (code, json.dumps(dict(facts)), now, deed.id),
    ).rowcount
    if changed:
        drop_following(tx, deed.id, now=now, reason="before_rejected")
        give_draft_back(tx, deed, now=now)
    tx.touch("outbox", deed.account_id)


def review(
    tx: Tx,
    row_id: int,
    reason: str,
    *,
    now: int,
    news: Sequence[Mapping[str, Any]] = (),
    fresh: Mapping[str, Any] | None = None,
    untried: bool = False,
) -> None:
    """`ready | sending | uncertain → review`: a person decides. `fresh`: the thread as it is.

    `untried`: this very attempt is known not to have happened, and there was none before.
    """
    tx.db.execute(
        """UPDATE outbox SET state = 'review', reason = ?, news = ?, settled_at = ?,
             seen = CASE WHEN ? IS NULL THEN seen
                    ELSE json_set(seen, '$.fresh', json(?)) END,
             first_at = CASE WHEN ? THEN NULL ELSE first_at END
           WHERE id = ? AND state IN ('ready', 'sending', 'uncertain')""",
        (
            reason,
            json.dumps([dict(n) for n in news], ensure_ascii=False),
            now,
            None if fresh is None else 1,
            json.dumps(dict(fresh or {}), ensure_ascii=False),
            untried,
            row_id,
        ),
    )
    tx.touch("outbox")


def sent(
    tx: Tx,
    deed: Deed,
    *,
    now: int,
    remote_id: str | None,
    url: str | None = None,
    notes: Sequence[str] = (),
) -> bool:
    """`→ sent`, and the draft goes. False if another row has that very post.

    A row that was dropped while it was looked for stays dropped, and keeps its draft.
    """
    try:
        changed = tx.db.execute(
            """UPDATE outbox SET state = 'sent', reason = NULL, remote_id = ?, url = ?,
                 notes = ?, sent_at = ?, settled_at = ?, error_code = NULL, error = NULL
               WHERE id = ?
                 AND state IN ('ready', 'sending', 'scheduled', 'uncertain', 'review')""",
            (remote_id, url, json.dumps(list(notes)), now, now, deed.id),
        ).rowcount
    except sqlite.IntegrityError:
        return False
    if not changed:
        return True
    failpoint.reached("finish.mid")
    tx.db.execute(  # what was to take its place comes too late: a person decides
        "UPDATE outbox SET state = 'review', reason = 'out_already', news = '[]', settled_at = ?"
        " WHERE replaces_id = ? AND state = 'ready'",
        (now, deed.id),
    )
    asked_back = tx.db.execute(
        "SELECT recall = 'cancel' FROM outbox WHERE id = ?", (deed.id,)
    ).fetchone()[0]
    if deed.draft_id is not None and not asked_back:  # else it is being written on
        _finish_draft(tx, deed.draft_id, now=now)
    if deed.item_id is not None and deed.kind == "reply":
        inbox.replied(tx, deed.item_id, at=now)
    tx.touch("outbox", deed.account_id)
    return True


def cancel(
    tx: Tx, deed: Deed, *, now: int, in_doubt: bool = False, reason: str | None = None
) -> bool:
    """`ready | review | rejected → cancelled`; the draft can be written on again.

    What follows the row (`after_id`) goes with it. Not a row that may have been sent
    (`uncertain`): its draft, sent anew, would be the second. `in_doubt`: that one too, and what
    the platform's scheduler holds, since its account goes and nobody can look for it: it is then
    `unresolved`, until the account comes back (`account_back`). `reason` `changed`: another row
    takes its place, or the draft has no such part any more.
    """
    if in_doubt and (deed.state == "scheduled" or may_be_out(deed)):
        reason = "unresolved"
    changed = tx.db.execute(
        """UPDATE outbox SET state = 'cancelled', reason = ?, settled_at = ?
           WHERE id = ? AND (state IN ('ready', 'review', 'rejected')
             OR (? AND state IN ('uncertain', 'scheduled')))""",
        (reason, now, deed.id, in_doubt),
    ).rowcount
    if changed:
        drop_following(tx, deed.id, now=now, reason=reason)
        give_draft_back(tx, deed, now=now)
        tx.touch("outbox", deed.account_id)
    return bool(changed)


def account_back(tx: Tx, account_id: str, *, now: int) -> int:
    """Look again for what was in doubt, or held by the server, as the account went.

    Returns how many rows. Their drafts may be written on, or queued anew, by now: they are asked
    back or found, never sent, and what takes their place waits until that is certain.
    """
    changed = tx.db.execute(
        """UPDATE outbox SET state = iif(server_ref IS NULL, 'uncertain', 'scheduled'),
             recall = 'cancel', reason = NULL, not_before = ?, looks = 0, settled_at = NULL
           WHERE account_id = ? AND state = 'cancelled' AND reason = 'unresolved'""",
        (now, account_id),
    ).rowcount
    tx.touch("outbox", account_id)
    return changed


def drop_following(tx: Tx, row_id: int, *, now: int, reason: str | None) -> None:
    """What waits for a row that will never be sent has nothing to answer; its draft has it."""
    tx.db.execute(
        """WITH RECURSIVE chain (id) AS (VALUES (?)
             UNION SELECT o.id FROM outbox o JOIN chain ON o.after_id = chain.id)
           UPDATE outbox SET state = 'cancelled', reason = ?, settled_at = ?
           WHERE id IN (SELECT id FROM chain) AND id <> ? AND state IN ('ready', 'review')""",
        (row_id, reason, now, row_id),
    )


def accept(tx: Tx, deed: Deed, *, now: int) -> None:
    """`review → ready`: a person has seen what is new and wants it sent.

    What was shown becomes the thread that the row compares with; a reason that has no such
    picture is waived. A row that may have been sent once (it has a `first_at`) is looked for
    once more before it goes. What is planned for later goes then.
    """
    fresh = deed.seen.get("fresh") or {k: v for k, v in deed.seen.items() if k != "fresh"}
    waived = sorted({*deed.waived, *([deed.reason] if deed.reason else [])} - {"unresolved"})
    tx.db.execute(
        """UPDATE outbox SET state = 'ready', reason = NULL, news = '[]', seen = ?, waived = ?,
             not_before = CASE WHEN planned_at > ? THEN planned_at ELSE 0 END, ahead_at = NULL,
             replaces_id = NULL, settled_at = NULL WHERE id = ? AND state = 'review'""",
        (json.dumps(fresh, ensure_ascii=False), json.dumps(waived), now, deed.id),
    )
    tx.touch("outbox", deed.account_id)


def said_sent(tx: Tx, deed: Deed, *, now: int) -> None:
    """`review | uncertain → sent`, because a person says that it is there."""
    sent(tx, deed, now=now, remote_id=None, notes=["said_by_person"])


def look_again(tx: Tx, row_id: int) -> None:
    """`review → uncertain`: look for the post once more."""
    tx.db.execute(
        "UPDATE outbox SET state = 'uncertain', reason = NULL, not_before = 0, looks = 0,"
        " settled_at = NULL WHERE id = ?",
        (row_id,),
    )
    tx.touch("outbox")


def _finish_draft(tx: Tx, draft_id: int, *, now: int) -> None:
    """What became of a draft is out: it goes, or stays as what the plan held for that day.

    Not while another row of it is to settle. Where a part was refused or taken back, and none
    took its place, the draft opens again: that part is still to be written.
    """
    draft = drafts.by_id(tx.db, draft_id)
    if draft is None or _under_way(tx, draft_id):
        return
    lacking = tx.db.execute(
        """SELECT 1 FROM outbox o WHERE draft_id = ? AND (state = 'rejected'
             OR state = 'cancelled' AND reason IS NOT 'changed' AND (part > 0 OR EXISTS (
               SELECT 1 FROM draft_variants v WHERE v.draft_id = o.draft_id
                 AND (v.account_id, v.segment) = (o.account_id, o.segment))))
           AND NOT EXISTS (
             SELECT 1 FROM outbox l WHERE l.draft_id = o.draft_id AND l.id > o.id
               AND (l.account_id, l.segment, l.part) = (o.account_id, o.segment, o.part))""",
        (draft_id,),
    ).fetchone()
    unsaid = draft.planned_at is None and _unsaid(tx, draft)
    if lacking is not None or unsaid or _taken_out(tx, draft) or _still_to_go(tx, draft_id):
        drafts.set_state(tx, draft_id, "draft")
    elif draft.planned_at is None:
        drafts.delete(tx, draft_id)
    else:
        drafts.finish(tx, draft_id, at=now)


def _unsaid(tx: Tx, draft: drafts.Draft) -> bool:
    """Tell whether words were written after others of it had left: they stand nowhere else.

    A row that was on its way could not be taken back, say, or its part was out already.
    """
    words = "\n".join([draft.text, *(v.text or "" for v in draft.variants)])
    words += str(draft.options.get("first_comment") or "")
    early = tx.db.execute(
        "SELECT action FROM outbox WHERE draft_id = ? AND state = 'sent' AND made_at < ?"
        " AND kind IN ('publish', 'reply')",
        (draft.id, draft.saved_at),
    )
    return any(str(json.loads(row[0]).get("text") or "").strip() not in words for row in early)


def _taken_out(tx: Tx, draft: drafts.Draft) -> bool:
    """Tell whether a further part was taken out of the outbox, and its words stand in the draft.

    The first part was on its way by then, say, and only later turned out to have arrived.
    """
    words = "\n".join([draft.text, *(v.text or "" for v in draft.variants)])
    words += str(draft.options.get("first_comment") or "")
    taken = tx.db.execute(
        """SELECT o.action FROM outbox o WHERE o.draft_id = ? AND o.part > 0
             AND o.state = 'cancelled' AND o.kind IN ('publish', 'reply')
             AND EXISTS (SELECT 1 FROM draft_variants v WHERE v.draft_id = o.draft_id
               AND (v.account_id, v.segment) = (o.account_id, o.segment))
             AND NOT EXISTS (SELECT 1 FROM outbox l WHERE l.draft_id = o.draft_id AND l.id > o.id
               AND (l.account_id, l.segment, l.part) = (o.account_id, o.segment, o.part))""",
        (draft.id,),
    )
    texts = (str(json.loads(row[0]).get("text") or "").strip() for row in taken)
    return any(text and text in words for text in texts)


def _still_to_go(tx: Tx, draft_id: int) -> bool:
    """Tell whether an account of a draft has not sent its wording: a check held it, say."""
    found = tx.db.execute(
        """SELECT 1 FROM draft_variants v WHERE v.draft_id = ? AND NOT EXISTS (
             SELECT 1 FROM outbox o WHERE o.draft_id = v.draft_id AND o.account_id = v.account_id
               AND o.segment = v.segment AND o.state = 'sent') LIMIT 1""",
        (draft_id,),
    ).fetchone()
    return found is not None


def _under_way(tx: Tx, draft_id: int, but: int = 0) -> bool:
    found = tx.db.execute(
        "SELECT 1 FROM outbox WHERE draft_id = ? AND id <> ? AND recall IS NOT 'cancel'"
        " AND state IN ('ready', 'sending', 'scheduled', 'uncertain', 'review')",
        (draft_id, but),
    )
    return found.fetchone() is not None


def give_draft_back(tx: Tx, deed: Deed, *, now: int) -> None:
    """What was queued can be written on again, where no other row stands for it."""
    # it may have been queued anew since this row was rejected
    if deed.draft_id is not None and not _under_way(tx, deed.draft_id, but=deed.id):
        drafts.set_state(tx, deed.draft_id, "draft")
    if deed.item_id is not None:
        others = tx.db.execute(
            "SELECT 1 FROM outbox WHERE item_id = ? AND id <> ?"
            " AND state IN ('ready', 'sending', 'scheduled', 'uncertain', 'review', 'sent')",
            (deed.item_id, deed.id),
        ).fetchone()
        item = tx.db.execute(
            "SELECT state FROM interactions WHERE id = ?", (deed.item_id,)
        ).fetchone()
        if item is not None and item["state"] == "waiting" and not others:
            inbox.set_state(tx, deed.item_id, "open", now=now)
