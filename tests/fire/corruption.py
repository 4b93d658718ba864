"""A profile of some 9 MB is damaged in many ways; it opens, and its drafts are there (P7, P8).

    python -m tests.fire.corruption [--runs N] [--seed S] [--quick | --full]

Each run copies the profile, damages it, starts the engine, and saves what can be saved: from the
newest backup (which is older than a third of the drafts), the drafts' second copy, and the damaged
file. A violation is fewer than 99 % of the drafts, a damaged file that is not kept byte for byte, a
new database that is not whole, something queued that would leave by itself, a crash, or a minute.

The control reads the same damaged files with plain SQL: it loses drafts, so the damage is real.
The last line is one JSON object; the status is 1 where there is a violation.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import shutil
import statistics
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from cmapp.domain.actions import Publish
from cmapp.domain.errors import Trouble
from cmapp.services import restoring
from cmapp.services.engine import Engine
from cmapp.store import backups, drafts, ids, outbox, sqlite
from cmapp.store.database import Store, Tx
from cmapp.store.opening import damage_mark, mark_damage
from cmapp.store.placing import Order
from cmapp.system.paths import Paths

DRAFTS, OLD, QUEUED, SENT = 200, 130, 20, 10
MESSAGES = 5_000
MADE = 1_790_000_000_000
SECTOR = 512
Damage = Callable[[Paths, random.Random], None]


def make(root: Path) -> tuple[Paths, dict[int, str]]:
    """Make the profile; returns it with the drafts that are to be found again."""
    paths = Paths(root).make()
    store = Store.open(paths.database, draft_copy=paths.draft_copy)
    chance = random.Random(1)
    store.write(lambda tx: _messages(tx, chance))
    texts: dict[int, str] = {}

    def write(tx: Tx, n: int) -> None:
        words = f"draft {n} " + "".join(chance.choices("你好 abcdefgh", k=chance.randint(40, 900)))
        number = drafts.save(tx, words, now=MADE - 900_000 + n, account_id="a")
        texts[number] = words

    for n in range(OLD):
        store.write(lambda tx, n=n: write(tx, n))
    _queue(store, list(texts)[: QUEUED + SENT])
    settings = {"theme": "dark"}
    backups.make(
        paths.database, paths.backups, "daily-2026-09-20", kind="daily", now=MADE,
        settings=settings, draft_copy=paths.draft_copy,
    )  # fmt: skip
    gone = list(texts)[:SENT]
    for n, number in enumerate(gone):  # sent after the backup was made: they must stay so
        store.write(lambda tx, n=n, d=number: _send(tx, n, d))
        del texts[number]
    for n in range(OLD, DRAFTS + SENT):
        store.write(lambda tx, n=n: write(tx, n))
    store.close()
    return paths, texts


def _messages(tx: Tx, chance: random.Random) -> None:
    tx.db.execute(
        "INSERT INTO accounts (id, platform, realm, remote_id, server, handle, added_at)"
        " VALUES ('a', 'mastodon', 'r', '1', 'https://x.invalid', '@a', 1)"
    )
    for n in range(300):
        tx.db.execute(
            "INSERT INTO profiles (id, realm, remote_id, handle, name, seen_at)"
            " VALUES (?, 'r', ?, ?, ?, 1)",
            (n + 1, str(n), f"@p{n}", f"Person {n}"),
        )
    for n in range(MESSAGES):
        at = MADE - 86_400_000 * 30 + n * 500_000
        words = "".join(chance.choices("abcdefghij klmn 好的谢谢", k=500))
        number = ids.remote(at, "r", str(n))
        tx.db.execute(
            "INSERT INTO posts (id, realm, remote_id, author_id, text, created_at)"
            " VALUES (?, 'r', ?, ?, ?, ?)",
            (number, str(n), n % 300 + 1, words, at),
        )
        tx.db.execute(
            "INSERT INTO interactions (id, account_id, remote_key, kind, actor_id, post_id,"
            " created_at, seen_at, needs_reply) VALUES (?, 'a', ?, 'comment', ?, ?, ?, ?, 1)",
            (number, f"k{n}", n % 300 + 1, number, at, at),
        )


def _queue(store: Store, numbers: list[int]) -> None:
    for number in numbers:
        action = Publish(text=f"of {number}")
        store.write(
            lambda tx, n=number, a=action: outbox.add(tx, "a", a, now=MADE - 100, draft_id=n)
        )


def _send(tx: Tx, n: int, draft: int) -> None:
    (deed,) = outbox.of_draft(tx.db, draft)
    claimed = outbox.claim(tx, deed.id, now=MADE + 1000)
    assert claimed is not None
    outbox.sent(tx, claimed, now=MADE + 2000, remote_id=f"p{n}")


def _over(path: Path, chance: random.Random, count: int, *, first: int = 0) -> None:
    """Write noise over some sectors of a file."""
    size = path.stat().st_size
    with path.open("rb+") as file:
        for _ in range(count):
            file.seek(chance.randrange(first // SECTOR, max(1, size // SECTOR)) * SECTOR)
            file.write(chance.randbytes(SECTOR))


def sectors(paths: Paths, chance: random.Random) -> None:
    """40 sectors; in one run of four the header is zero, in one the drafts' copy is hit, too."""
    _over(paths.database, chance, 40)
    if chance.random() < 0.25:
        with paths.database.open("rb+") as file:
            file.write(bytes(100))
    if chance.random() < 0.25:
        _over(paths.draft_copy, chance, 1)


def truncated(paths: Paths, chance: random.Random) -> None:
    """The end of the file is gone, at no border of anything."""
    os.truncate(paths.database, int(paths.database.stat().st_size * chance.uniform(0.02, 0.9)))


def wal(paths: Paths, chance: random.Random) -> None:
    """A hot WAL, as a kill leaves it, is damaged; or it is another file's."""
    beside = paths.database.with_name(paths.database.name + "-wal")
    store = Store.open(paths.database)  # no second copy: the WAL alone has this
    for n in range(5):
        store.write(lambda tx, n=n: drafts.save(tx, f"in the WAL {n}", now=MADE + n))
    hot, main = beside.read_bytes(), paths.database.read_bytes()
    store.close()
    paths.database.write_bytes(main)
    if chance.random() < 0.5:
        beside.write_bytes(hot)
        _over(beside, chance, 6)
    else:
        beside.write_bytes(hot[:32] + chance.randbytes(len(hot) - 32))
    mark_damage(paths.database, "the harness says so")


def indexes(paths: Paths, chance: random.Random) -> None:
    """Only indexes are hit: every row is there, and none is to be lost."""
    with closing(sqlite.connect(str(paths.database))) as db:
        roots = [r[0] for r in db.execute(
            "SELECT rootpage FROM sqlite_master WHERE type = 'index' AND tbl_name IN"
            " ('drafts', 'outbox', 'interactions', 'posts')")]  # fmt: skip
        size = int(db.execute("PRAGMA page_size").fetchone()[0])
    with paths.database.open("rb+") as file:
        for root in roots:
            file.seek((root - 1) * size)
            file.write(chance.randbytes(size))


def nothing_left(paths: Paths, chance: random.Random) -> None:
    """The database is noise from end to end, and there is no backup."""
    paths.database.write_bytes(chance.randbytes(paths.database.stat().st_size))
    shutil.rmtree(paths.backups)


DAMAGES: tuple[Damage, ...] = (
    sectors, sectors, sectors, truncated, wal, indexes, sectors, nothing_left,
)  # fmt: skip


def run(
    made: Paths, texts: dict[int, str], folder: Path, damage: Damage, seed: int
) -> dict[str, Any]:
    """Do one run; returns {kind, seed, found, plain, noticed, seconds, wrong: […]}."""
    chance = random.Random(seed)
    root = folder / "profile"
    shutil.copytree(made.root, root)
    paths = Paths(root)
    damage(paths, chance)
    begun = time.monotonic()
    wrong: list[str] = []
    plain = _plain(paths, folder)
    noticed = _noticed(paths)
    if not noticed:
        mark_damage(paths.database, "nobody noticed")
    before = _digest(paths.database)
    found: set[int] = set()
    try:
        restoring.ask(paths, Order("rescue", asked_at=MADE + 5000))
        Engine.open(paths, offline=True, serve=False).close()
        found, more = _after(paths, texts, sent=damage is not nothing_left)
        wrong += more
        (aside,) = paths.root.glob("cmapp.damaged-*.sqlite3")
        if _digest(aside) != before:
            wrong.append("the damaged file was changed")
        if damage_mark(paths.database).exists() or paths.order.exists():
            wrong.append("the order still stands")
    except (Trouble, sqlite.Error, OSError, ValueError) as problem:
        wrong.append(f"{type(problem).__name__}: {problem}")
    seconds = time.monotonic() - begun
    if len(found) < 0.99 * len(texts):
        wrong.append(f"{len(found)} of {len(texts)} drafts")
    if seconds > 60:
        wrong.append("it took more than a minute")
    shutil.rmtree(root)
    return {
        "kind": damage.__name__, "seed": seed, "found": len(found), "plain": plain,
        "noticed": noticed, "seconds": round(seconds, 2), "wrong": wrong,
    }  # fmt: skip


def _plain(paths: Paths, folder: Path) -> int:
    """Return how many drafts plain SQL reads: the control."""
    there = folder / "plain.sqlite3"
    for suffix in ("", "-wal"):
        source = paths.database.with_name(paths.database.name + suffix)
        if source.exists():
            shutil.copyfile(source, there.with_name(there.name + suffix))
    count = 0
    with suppress(sqlite.Error), closing(sqlite.connect(str(there))) as db:
        for row in db.execute("SELECT text FROM drafts"):
            count += str(row[0]).startswith("draft ")
    for suffix in ("", "-wal", "-shm"):
        there.with_name(there.name + suffix).unlink(missing_ok=True)
    return count


def _noticed(paths: Paths) -> bool:
    """Start the engine and look around as the window does; tells whether damage was noticed."""
    try:
        engine = Engine.open(paths, offline=True, serve=False)
    except Trouble as trouble:
        if trouble.why in ("database_damaged", "not_a_profile", "profile_newer"):
            return True
        raise
    try:
        for command in ("status", "inbox", "drafts.list", "outbox.list", "doctor"):
            with suppress(Trouble, sqlite.Error, ValueError, KeyError):
                engine.call(command)
        return engine.desk.store.damaged
    finally:
        with suppress(sqlite.Error):
            engine.close()


def _after(paths: Paths, texts: dict[int, str], *, sent: bool) -> tuple[set[int], list[str]]:
    """Return which drafts are there word by word, and what is wrong with the new database."""
    wrong = []
    with closing(sqlite.connect(str(paths.database))) as db:
        there = dict(db.execute("SELECT id, text FROM drafts").fetchall())
        if (said := db.execute("PRAGMA integrity_check").fetchone()[0]) != "ok":
            wrong.append(f"not whole: {said}")
        if db.execute("PRAGMA foreign_key_check").fetchone():
            wrong.append("something points nowhere")
        states = Counter(dict(db.execute("SELECT id, state FROM outbox")).values())
        if states["ready"] or states["sending"] or states["uncertain"]:
            wrong.append(f"would leave by itself: {dict(states)}")
        again = [n for n, words in there.items() if n not in texts and words.startswith("draft ")]
        if again and sent and states["sent"] == SENT:
            wrong.append(f"{len(again)} drafts that were sent are there again")
    return {n for n, words in texts.items() if there.get(n) == words}, wrong


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main() -> int:
    """Run, and tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--quick", action="store_const", dest="runs", const=8)
    parser.add_argument("--full", action="store_const", dest="runs", const=200)
    asked = parser.parse_args()
    told = series(asked.runs, asked.seed, say=True)
    print(json.dumps(told))
    return 1 if told["violations"] else 0


def series(runs: int, seed: int, *, say: bool = False) -> dict[str, Any]:
    """Do so many runs; returns the summary."""
    begun = time.monotonic()
    rows: list[dict[str, Any]] = []
    with tempfile.TemporaryDirectory() as scratch:
        made, texts = make(Path(scratch) / "made")
        for n in range(runs):
            row = run(made, texts, Path(scratch), DAMAGES[n % len(DAMAGES)], seed + n)
            rows.append(row)
            if say and (row["wrong"] or n % 10 == 9):
                print(json.dumps(row), flush=True)
        size = made.database.stat().st_size
    plain = [row["plain"] for row in rows]
    found = [row["found"] for row in rows]
    return {
        "promise": "P7", "runs": runs, "seed": seed, "bytes": size, "drafts": len(texts),
        "violations": sum(bool(row["wrong"]) for row in rows),
        "least": min(found), "share": round(sum(found) / (runs * len(texts)), 5),
        "noticed": sum(row["noticed"] for row in rows),
        "control": {"plain_median": statistics.median(plain), "plain_least": min(plain)},
        "slowest": max(row["seconds"] for row in rows),
        "seconds": round(time.monotonic() - begun, 1),
    }  # fmt: skip


if __name__ == "__main__":
    raise SystemExit(main())
