"""What channels cost and brought: money by currency, and hours (AC-11, CM-16, EX-06)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cmapp.store import ids, kept, sqlite
from cmapp.store.database import Tx

TABLE = "costs"
KINDS = ("spend", "return", "hours")


@dataclass(frozen=True, slots=True)
class Cost:
    """An amount over whole days (ISO dates, the last one belongs to it).

    `kind`: money spent, money that came back, or hours of work (then `currency` is ""). Of an
    account, of a `channel` in anyone's words, of a campaign, or of none. `source` is `hand` or
    `import:<id>`. `id` and `made_at` 0: not kept yet.
    """

    kind: str
    amount: float
    currency: str
    first_day: str
    last_day: str
    account_id: str | None = None
    channel: str = ""
    campaign_id: int | None = None
    note: str = ""
    source: str = "hand"
    id: int = 0
    made_at: int = 0


def add_many(tx: Tx, found: Sequence[Cost], *, now: int) -> list[int]:
    """Keep new costs; returns their ids."""
    made = []
    for one in found:
        number = ids.new(tx.db, TABLE, now)
        kept.put(tx, TABLE, replace(one, id=number, made_at=now))
        made.append(number)
    return made


def remove_source(tx: Tx, source: str) -> int:
    """Strike out what an import brought; returns how many."""
    tx.touch(TABLE)
    return tx.db.execute("DELETE FROM costs WHERE source = ?", (source,)).rowcount


def by_id(db: sqlite.Connection, number: int) -> Cost | None:
    """Return one cost."""
    found = db.execute("SELECT * FROM costs WHERE id = ?", (number,)).fetchone()
    return kept.read(Cost, found) if found else None


def touching(
    db: sqlite.Connection,
    first_day: str,
    last_day: str,
    *,
    accounts: Sequence[str] | None = None,
    campaign: int | None = None,
) -> list[Cost]:
    """Return the costs whose days touch a span, by day.

    `accounts`: only those of them; None: all, those of no account too.
    """
    marks = ", ".join("?" * len(accounts or ()))
    whose = "" if accounts is None else f"AND account_id IN ({marks})"
    found = db.execute(
        f"""SELECT * FROM costs WHERE first_day <= ? AND last_day >= ?
              AND (? IS NULL OR campaign_id = ?) {whose} ORDER BY first_day, id""",
        (last_day, first_day, campaign, campaign, *(accounts or ())),
    )
    return [kept.read(Cost, r) for r in found]
