"""The rows behind a number: as many as the number says, the newest of them told."""

from __future__ import annotations

import itertools
import json
from typing import Any

import pytest

from cmapp.domain.attitude import ATTITUDES, attitude
from cmapp.domain.records import Kind
from cmapp.store import behind
from cmapp.store.database import Store, Tx
from tests.unit.store.test_activity import fill_accounts, insert

SIGNALS = ([], ["complaint", "praise"], ["thanks"], ["praise"], ["question"])
NOON = 1_774_742_400_000


@pytest.fixture
def full(store: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setattr(behind, "MOST", 20)

    def fill(tx: Tx) -> None:
        fill_accounts(tx)
        every = itertools.product("ab", [str(k) for k in Kind], SIGNALS, range(3))
        for n, (account, kind, signals, turn) in enumerate(every):
            insert(
                tx, n, {"account_id": account, "created_at": NOON + turn * 1_000_000 + n,
                        "kind": kind, "signals": json.dumps(signals), "needs_reply": 0},
            )  # fmt: skip

    store.write(fill)
    return store


@pytest.mark.parametrize("accounts", [["a"], ["a", "b"]])
@pytest.mark.parametrize("kinds", [(), ("mention",), ("mention", "reaction", "reply")])
@pytest.mark.parametrize(
    ("said", "but"), [("", ""), *((m, "") for m in ATTITUDES), ("", "negative")]
)
@pytest.mark.parametrize("span", [(NOON, NOON + 900_000), (NOON + 5, NOON + 9_000_000)])
def test_they_are_counted_and_told_newest_first(
    full: Store, accounts: list[str], kinds: tuple[str, ...], said: str, but: str,
    span: tuple[int, int],
) -> None:  # fmt: skip
    def wanted(row: Any) -> bool:
        mood = attitude(row["kind"], json.loads(row["signals"]))
        return (
            row["account_id"] in accounts
            and span[0] <= row["created_at"] < span[1]
            and (not kinds or row["kind"] in kinds)
            and (not said or mood == said)
            and (not but or mood != but)
        )

    rows = full.read(lambda db: db.execute("SELECT * FROM interactions").fetchall())
    expected = sorted((row["id"] for row in rows if wanted(row)), reverse=True)
    found = full.read(
        lambda db: behind.interactions(db, accounts, *span, kinds=kinds, attitude=said, but=but)
    )
    assert found.total == len(expected)
    assert [int(row.id) for row in found.rows] == expected[:20]
