"""Lives with a backup in their midst, restored, and killed on the way: nothing is sent twice (P7).

    python -m tests.fire.restore [--runs N] [--seed S] [--quick | --full]

Each run writes, queues, sends, cancels and plans at random, makes a copy somewhere in it, goes on,
and restores that copy, with the present database at hand, damaged, or gone. The restore is killed
at one of its steps and finished by the next start. A violation: a row that was sent, or that nobody
knows of, would leave by itself; a draft that was sent can be sent again while the present database
was at hand; a draft of the present is lost; a second row stands for the same part.

The control puts the copy back as a file: rows that were sent stand there, ready to go again.
The last line is one JSON object; the status is 1 where there is a violation.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import Any

from cmapp.domain.actions import Publish
from cmapp.services import restoring
from cmapp.services.engine import Engine
from cmapp.store import backups, drafts, outbox, sqlite
from cmapp.store.database import Store, Tx
from cmapp.store.placing import Order
from cmapp.system.paths import Paths

ROOT = Path(__file__).parents[2]
BEGUN = 1_790_000_000_000
STEPS = (
    "restore.copied", "restore.made", "restore.ready", "restore.aside", "restore.aside#2",
    "restore.moved", "restore.named", "restore.done", "",
)  # fmt: skip
PRESENT = ("there", "there", "hurt", "gone")
SCRIPT = """
import sys
from pathlib import Path
from cmapp.services import restoring
from cmapp.system.paths import Paths
restoring.carry_out(Paths(Path(sys.argv[1])), now=int(sys.argv[2]))
"""


class Life:
    """What was done, and what became of it: the text of a draft is its name."""

    def __init__(self, store: Store, chance: random.Random) -> None:
        self._store, self._chance = store, chance
        self.now = BEGUN
        self.drafts: dict[int, str] = {}
        self.rows: dict[int, int] = {}
        self.sent: set[int] = set()

    def account(self) -> None:
        """Connect the one account."""
        self._store.write(
            lambda tx: tx.db.execute(
                "INSERT INTO accounts (id, platform, realm, remote_id, server, handle, added_at)"
                " VALUES ('a', 'mastodon', 'r', '1', 'https://x.invalid', '@a', 1)"
            )
        )

    def go(self, steps: int) -> None:
        """Do so many things."""
        for _ in range(steps):
            self.now += self._chance.randint(1, 3_600_000)
            open_ = [d for d in self.drafts if d not in self.rows and d not in self.sent]
            match self._chance.choices(
                ("write", "queue", "send", "try", "cancel"), (4, 3, 3, 1, 1)
            ):
                case ["queue"] if open_:
                    self._queue(self._chance.choice(open_))
                case ["send"] if self.rows:
                    self._send(self._chance.choice(list(self.rows)))
                case ["try"] if self.rows:
                    self._try(self._chance.choice(list(self.rows)))
                case ["cancel"] if self.rows:
                    self._cancel(self._chance.choice(list(self.rows)))
                case _:
                    self._write()

    def _do(self, deed: Any) -> Any:
        return self._store.write(deed)

    def _write(self) -> None:
        words = f"words {len(self.drafts)} {self._chance.random()}"
        number = self._do(lambda tx: drafts.save(tx, words, now=self.now, account_id="a"))
        self.drafts[number] = words

    def _queue(self, draft: int) -> None:
        planned = self.now + 86_400_000 if self._chance.random() < 0.3 else None
        action = Publish(text=self.drafts[draft])
        self.rows[draft] = self._do(
            lambda tx: outbox.add(tx, "a", action, now=self.now, draft_id=draft, planned_at=planned)
        )

    def _claimed(self, tx: Tx, draft: int) -> outbox.Deed | None:
        return outbox.claim(tx, self.rows[draft], now=self.now)

    def _send(self, draft: int) -> None:
        def deed(tx: Tx) -> None:
            found = self._claimed(tx, draft)
            assert found is not None
            outbox.sent(tx, found, now=self.now, remote_id=f"p{draft}")

        self._do(deed)
        del self.rows[draft]
        self.sent.add(draft)

    def _try(self, draft: int) -> None:
        self._do(lambda tx: self._claimed(tx, draft))
        row = self.rows[draft]
        self._do(lambda tx: outbox.uncertain(tx, row, not_before=self.now, error_code="timeout"))

    def _cancel(self, draft: int) -> None:
        def deed(tx: Tx) -> bool:
            found = outbox.by_id(tx.db, self.rows[draft])
            assert found is not None
            return outbox.cancel(tx, found, now=self.now)

        if self._do(deed):
            del self.rows[draft]


def run(folder: Path, seed: int) -> dict[str, Any]:
    """Do one run; returns {seed, present, step, control, wrong: […]}."""
    chance = random.Random(seed)
    paths = Paths(folder / "profile").make()
    store = Store.open(paths.database, draft_copy=paths.draft_copy)
    life = Life(store, chance)
    life.account()
    life.go(chance.randint(5, 40))
    backups.make(
        paths.database, paths.backups, "manual-x", kind="manual", now=life.now,
        draft_copy=paths.draft_copy,
    )  # fmt: skip
    made = life.now
    life.go(chance.randint(0, 40))
    store.close()
    present, step = chance.choice(PRESENT), chance.choice(STEPS)
    control = _naive(paths, life.sent)
    if present == "hurt":
        paths.database.write_bytes(chance.randbytes(paths.database.stat().st_size))
        if chance.random() < 0.5:
            paths.draft_copy.unlink(missing_ok=True)
    elif present == "gone":
        for old in (*paths.root.glob("cmapp.sqlite3*"), paths.draft_copy):
            old.unlink(missing_ok=True)
    restoring.ask(paths, Order("restore", "manual-x", asked_at=life.now + 1000))
    subprocess.run(
        [sys.executable, "-c", SCRIPT, str(paths.root), str(life.now + 1000)],
        env={**os.environ, "CMAPP_FAILPOINT": f"{step}:kill" if step else "",
             "PYTHONPATH": str(ROOT)},
        check=False, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    Engine.open(paths, offline=True, serve=False).close()
    wrong = _wrong(paths, life, present, made)
    shutil.rmtree(paths.root)
    return {"seed": seed, "present": present, "step": step, "control": control, "wrong": wrong}


def _naive(paths: Paths, sent: set[int]) -> int:
    """Return how many rows would be sent again, were the copy simply put back."""
    (copy,) = paths.backups.glob("*.sqlite3")
    with closing(sqlite.connect(str(copy))) as db:
        rows = db.execute("SELECT draft_id FROM outbox WHERE state IN ('ready', 'uncertain')")
        return sum(row[0] in sent for row in rows)


def _wrong(paths: Paths, life: Life, present: str, made: int) -> list[str]:
    wrong = []
    with closing(sqlite.connect(str(paths.database))) as db:
        if db.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            wrong.append("not whole")
        there = dict(db.execute("SELECT id, text FROM drafts WHERE done_at IS NULL").fetchall())
        rows = db.execute(
            "SELECT draft_id, state, first_at, reason FROM outbox WHERE state <> 'cancelled'"
        ).fetchall()
    goes = [r[0] for r in rows if r[1] in ("ready", "sending", "uncertain")]
    again = [d for d in goes if d in life.sent]
    if again:
        wrong.append(f"{len(again)} rows would be sent again")
    if present != "there" and goes:
        wrong.append(f"{len(goes)} rows leave though nobody knows")
    live = [r[0] for r in rows if r[1] != "rejected"]
    if len(live) != len(set(live)):
        wrong.append("two rows for one draft")
    if present == "there":
        if back := [d for d in there if d in life.sent]:
            wrong.append(f"{len(back)} drafts that were sent are there again")
        lost = [d for d in life.drafts if d not in life.sent and d not in there]
        if lost:
            wrong.append(f"{len(lost)} drafts are lost")
    held = [r for r in rows if r[3] == "restored" and present != "there"]
    if any(first is None or first > made for _, _, first, _ in held):
        wrong.append("a held row would not be looked for before it goes")
    if paths.order.exists():
        wrong.append("the order still stands")
    return wrong


def series(runs: int, seed: int, *, say: bool = False) -> dict[str, Any]:
    """Do so many runs; returns the summary."""
    begun = time.monotonic()
    rows = []
    with tempfile.TemporaryDirectory() as scratch:
        for n in range(runs):
            row = run(Path(scratch), seed + n)
            rows.append(row)
            if say and row["wrong"]:
                print(json.dumps(row), flush=True)
    return {
        "promise": "P7", "runs": runs, "seed": seed,
        "violations": sum(bool(row["wrong"]) for row in rows),
        "control": sum(row["control"] for row in rows),
        "seconds": round(time.monotonic() - begun, 1),
    }  # fmt: skip


def main() -> int:
    """Run, and tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--quick", action="store_const", dest="runs", const=8)
    parser.add_argument("--full", action="store_const", dest="runs", const=1000)
    asked = parser.parse_args()
    told = series(asked.runs, asked.seed, say=True)
    print(json.dumps(told))
    return 1 if told["violations"] else 0


if __name__ == "__main__":
    raise SystemExit(main())
