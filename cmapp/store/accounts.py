"""Our accounts: where they live, what they can do, how far they were read."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cmapp.store import sqlite
from cmapp.store.database import Tx
from cmapp.system.later import later

if TYPE_CHECKING:
    import secrets

    from cmapp.store import words
else:  # needed to add and to remove an account, not to show one
    secrets, words = later("secrets"), later("cmapp.store.words")

_LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789"


@dataclass(frozen=True, slots=True)
class Account:
    """One connected account. `capabilities`: streams, actions, absent (reasons), limits, metrics.

    `problem` is the code of its worst standing problem. Times are UTC ms.
    """

    id: str
    platform: str
    realm: str
    remote_id: str
    server: str
    handle: str
    name: str
    avatar: str | None
    url: str | None
    facts: dict[str, Any]
    capabilities: dict[str, Any]
    state: str
    added_at: int
    synced_at: int | None
    due_at: int
    parked_until: int
    problem: str | None


_SELECT = """SELECT id, platform, realm, remote_id, server, handle, name, avatar, url, facts,
  capabilities, state, added_at, synced_at, due_at, parked_until,
  (SELECT code FROM problems WHERE account_id = accounts.id ORDER BY since LIMIT 1) AS problem
  FROM accounts"""


def _account(found: sqlite.Row) -> Account:
    values = dict(found)
    values["facts"] = json.loads(values["facts"])
    values["capabilities"] = json.loads(values["capabilities"])
    return Account(**values)


def every(db: sqlite.Connection, *, removed: bool = False) -> list[Account]:
    """Return the accounts, in the order that the person gave them."""
    found = db.execute(
        f"{_SELECT} WHERE ? OR state <> 'removed' ORDER BY position, added_at, rowid",
        (removed,),
    )
    return [_account(r) for r in found]


def by_id(db: sqlite.Connection, account_id: str) -> Account | None:
    """Return one account that is not removed."""
    found = db.execute(f"{_SELECT} WHERE id = ? AND state <> 'removed'", (account_id,)).fetchone()
    return _account(found) if found else None


def by_identity(db: sqlite.Connection, platform: str, realm: str, remote_id: str) -> str | None:
    """Return the id of the account that is this one on its platform (removed or not)."""
    found = db.execute(
        "SELECT id FROM accounts WHERE platform = ? AND realm = ? AND remote_id = ?",
        (platform, realm, remote_id),
    ).fetchone()
    return str(found[0]) if found else None


def keep(
    tx: Tx,
    *,
    platform: str,
    realm: str,
    remote_id: str,
    server: str,
    handle: str,
    name: str,
    avatar: str | None,
    url: str | None,
    facts: Mapping[str, Any],
    now: int,
) -> str:
    """Add an account, or bring the same one back; returns its id.

    Its state is `sign_in` until its secrets are kept: no lane may use the old ones meanwhile.
    """
    account_id = by_identity(tx.db, platform, realm, remote_id) or _new_id(tx.db)
    tx.db.execute(
        """INSERT INTO accounts (id, platform, realm, remote_id, server, handle, name, avatar,
             url, facts, added_at, state)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'sign_in')
           ON CONFLICT (platform, realm, remote_id) DO UPDATE SET server = excluded.server,
             handle = excluded.handle, name = excluded.name, avatar = excluded.avatar,
             url = excluded.url, facts = excluded.facts,
             state = 'sign_in'""",
        (
            account_id, platform, realm, remote_id, server, handle, name, avatar, url,
            json.dumps(dict(facts)), now,
        ),
    )  # fmt: skip
    tx.touch("accounts", account_id)
    return account_id


def _new_id(db: sqlite.Connection) -> str:
    while True:
        made = "".join(secrets.choice(_LETTERS) for _ in range(8))
        if not db.execute("SELECT 1 FROM accounts WHERE id = ?", (made,)).fetchone():
            return made


def change(tx: Tx, account_id: str, **columns: Any) -> None:
    """Set columns of one account; dicts are written as JSON."""
    values = [json.dumps(v) if isinstance(v, dict) else v for v in columns.values()]
    names = ", ".join(f"{name} = ?" for name in columns)
    tx.db.execute(f"UPDATE accounts SET {names} WHERE id = ?", (*values, account_id))
    tx.touch("accounts", account_id)


def remove(tx: Tx, account: Account) -> None:
    """Disconnect an account: its interactions go, and its realm's posts if nobody else is there.

    The row stays (`removed`), so that what the outbox sent keeps its owner.
    """
    db = tx.db
    db.execute("DELETE FROM interactions WHERE account_id = ?", (account.id,))
    db.execute(
        "DELETE FROM measures WHERE account_id IN (SELECT id FROM rivals WHERE account_id = ?)",
        (account.id,),
    )
    for table in ("cursors", "watched", "measures", "rivals"):
        db.execute(f"DELETE FROM {table} WHERE account_id = ?", (account.id,))
    db.execute("DELETE FROM problems WHERE account_id = ?", (account.id,))
    others = db.execute(
        "SELECT 1 FROM accounts WHERE realm = ? AND id <> ? AND state <> 'removed'",
        (account.realm, account.id),
    ).fetchone()
    if others is None:
        words.remove(
            db,
            db.execute(
                "SELECT id, text FROM posts WHERE realm = ? AND deleted_at IS NULL",
                (account.realm,),
            ).fetchall(),
        )
        db.execute("DELETE FROM posts WHERE realm = ?", (account.realm,))
        names = db.execute(
            "SELECT id, name || ' ' || handle FROM profiles WHERE realm = ?", (account.realm,)
        ).fetchall()
        words.remove(db, names, "people_words")
        db.execute("DELETE FROM profiles WHERE realm = ?", (account.realm,))
    change(tx, account.id, state="removed")
    for topic in ("inbox", "posts", "problems"):
        tx.touch(topic, account.id)
