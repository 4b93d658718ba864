"""A profile as it is after two busy years, made in bulk: 1,000,000 or 10,000,000 interactions.

    python -m tests.bench.bulk [N]      make it (1,000,000 if nothing is said), print where it is

Most of it are reactions, reposts and follows, as where very much comes in; what has words is no
more than a team reads, and what was answered no more than a person writes (some 150 a day). It
grows from month to month, sleeps at night and rests at weekends (Asia/Shanghai); for three spans
nobody watched. Followers are measured daily, own posts while they are young.

Rows go in with triggers and indexes out of the way; then those are made again, and what triggers
sum up is filled by the very statements with which the migrations fill it.
"""

from __future__ import annotations

import hashlib
import json
import os
import random
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import numpy as np
from filelock import FileLock

from cmapp.services import judging
from cmapp.store import gathered, judged, migrations, rollups, sqlite
from cmapp.store.database import Store, Tx
from cmapp.store.opening import open_writer
from cmapp.system.paths import Paths
from tests.bench import data
from tests.support.shared import cache_folder

VERSION = 3
"""Counts up whenever the same N would give other rows."""
SIZE = 1_000_000
WORTH_RENEWING = 5_000_000
"""From so many on, a profile of another schema is brought up to date; fewer are made anew."""
ZONE = ZoneInfo("Asia/Shanghai")
DAY = 86_400_000
DAYS = 730
EPOCH = 1_735_660_800_000  # 2025-01-01T00:00 in Shanghai
NOW = EPOCH + DAYS * DAY
GAPS = ((200, 203), (411, 412), (600, 605))
"""Days (from, to) in which nobody watched."""
WORDLESS = ("reaction", "repost", "follow")
SPEAKING = ("comment", "reply", "mention", "message", "quote", "review")
SIGNALS = ('["question"]', '["praise"]', '["thanks"]', '["complaint"]', '["chatter"]', "[]")
OWN_PER_DAY = 3
"""Posts of each of the two accounts."""
ANSWERED_PER_DAY = 75
_HOURS = (2, 1, 1, 1, 1, 2, 4, 7, 9, 10, 10, 11, 13, 12, 9, 8, 8, 9, 12, 15, 18, 19, 14, 7)
_WEEK = (1.0, 1.0, 1.0, 1.0, 1.1, 0.7, 0.6)
_FILLED = re.compile(r"INSERT INTO (\w+)\s+SELECT")
_NOT_SUMS = {"outbox_3", "watched"}


def _slots(count: int, chance: Any) -> Any:
    """Return `count` times (UTC ms, in order), by the weight of their quarter of an hour."""
    at = np.arange(DAYS * 96)
    hour, day = at // 4 % 24, at // 96
    weight = np.array(_HOURS)[hour] * np.array(_WEEK)[(day + 2) % 7] * (1 + day / DAYS)
    for begin, end in GAPS:
        weight[(day >= begin) & (day < end)] = 0
    edges = np.round(np.cumsum(weight) / weight.sum() * count).astype(np.int64)
    slots = np.repeat(at, np.diff(edges, prepend=0))
    return np.sort(EPOCH + slots * 900_000 + chance.integers(0, 900_000, len(slots)))


def _ids(times: Any, chance: Any) -> Any:
    made = np.sort((times << 20) | chance.integers(0, 1 << 20, len(times)))
    while len(twice := np.flatnonzero(np.diff(made) <= 0)):
        made[twice + 1] = made[twice] + 1
    return made


def _people(count: int) -> Iterator[tuple[Any, ...]]:
    known = data.people()
    for n in range(count):
        one = known[n % len(known)]
        realm = data.ACCOUNTS[n % 2][2]
        handle = one.handle if n < len(known) else f"x{n}.{one.handle}"
        yield (n + 10, realm, f"u{n:07}", handle, one.name, n % 5_000, EPOCH)


def _texts(count: int) -> list[str]:
    chance = random.Random("bulk texts")
    return [data.text(chance, n) for n in range(count)]


def _own_posts(texts: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    for which in range(2):
        realm = data.ACCOUNTS[which][2]
        for n in range(DAYS * OWN_PER_DAY):
            at = EPOCH + n * DAY // OWN_PER_DAY + which * 977_000
            number = (at << 20) | (which << 19) | n & 0xFFFF
            yield (
                number, realm, f"o{n:06}", "post", which + 1, None, texts[n % len(texts)], at,
                '{"likes": 40, "replies": 3, "reposts": 5}',
            )  # fmt: skip


def fill(db: sqlite.Connection, count: int) -> None:
    """Put `count` interactions, and what belongs to them, into an empty file without triggers."""
    chance = np.random.default_rng(7)
    texts = _texts(20_000)
    people = max(2_000, min(count // 50, 200_000))
    db.executemany(
        "INSERT INTO accounts (id, platform, realm, remote_id, server, handle, name, url, state,"
        " added_at, synced_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'paused', ?, ?)",
        [
            (a[0], a[1], a[2], f"me{n}", a[3], a[4], a[4].title(), a[3], EPOCH, NOW)
            for n, a in enumerate(data.ACCOUNTS)
        ],
    )
    profile = (
        "INSERT INTO profiles (id, realm, remote_id, handle, name, followers, seen_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)"
    )
    db.executemany(
        profile,
        [
            (n + 1, a[2], f"me{n}", a[4], a[4].title(), 40_000, NOW)
            for n, a in enumerate(data.ACCOUNTS)
        ],
    )
    db.executemany(profile, _people(people))
    post = (
        "INSERT INTO posts (id, realm, remote_id, kind, author_id, parent_ref, root_ref, text,"
        " created_at, counts) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?6, ?7, ?8, ?9)"
    )
    db.executemany(post, _own_posts(texts))
    times = _slots(count, chance)
    numbers = _ids(times, chance)
    answered: dict[tuple[int, int], int] = {}
    step = 200_000
    for start in range(0, len(numbers), step):
        items, said = _rows(
            numbers[start : start + step], start, count, people, texts, chance, answered
        )
        db.executemany(post, said)
        db.executemany(
            "INSERT INTO interactions VALUES"
            " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, NULL, '', ?, 0, ?, NULL)",
            items,
        )
    _measures(db)
    for a in data.ACCOUNTS:
        edges = [0, *(d for gap in GAPS for d in gap), DAYS]
        for begin, end in zip(edges[::2], edges[1::2], strict=True):
            db.execute(
                "INSERT INTO watched VALUES (?, 'inbox', ?, ?)",
                (a[0], EPOCH + begin * DAY, EPOCH + end * DAY),
            )


def _rows(
    numbers: Any, start: int, count: int, people: int, texts: Sequence[str], chance: Any,
    answered: dict[tuple[int, int], int],
) -> tuple[list[tuple[Any, ...]], list[tuple[Any, ...]]]:  # fmt: skip
    """Return rows of interactions, and of the posts that go with them."""
    size = len(numbers)
    words = min(0.2, 400_000 / count)
    speaks = chance.random(size) < words
    kinds = np.where(
        speaks,
        np.array(SPEAKING)[chance.choice(6, size, p=(0.45, 0.2, 0.15, 0.12, 0.05, 0.03))],
        np.array(WORDLESS)[chance.choice(3, size, p=(0.72, 0.18, 0.10))],
    ).tolist()
    which = (chance.random(size) < 0.4).astype(int).tolist()
    # the busiest write most: a long tail, thousandfold between the first and the last
    actors = (people * chance.random(size) ** 3).astype(np.int64) // 2 * 2
    ages = chance.geometric(0.4, size)
    moods = chance.choice(6, size, p=(0.35, 0.2, 0.1, 0.1, 0.2, 0.05)).tolist()
    wants = (chance.random(size) < 0.6).tolist()
    delay = (chance.lognormal(3.4, 1.0, size) * 60_000).astype(np.int64).tolist()
    items: list[tuple[Any, ...]] = []
    posts: list[tuple[Any, ...]] = []
    for n, (number, actor, age) in enumerate(
        zip(numbers.tolist(), actors.tolist(), ages.tolist(), strict=True)
    ):
        at, mine, kind = number >> 20, which[n], kinds[n]
        account, realm = data.ACCOUNTS[mine][0], data.ACCOUNTS[mine][2]
        actor += 10 + mine
        last = (at - EPOCH) * OWN_PER_DAY // DAY
        target = None if kind == "follow" else f"o{max(0, last - age + 1):06}"
        post_id = done = alike = None
        state, needs, signals = "done" if at < NOW - 14 * DAY else "open", 0, "[]"
        if kind in SPEAKING:
            signals = SIGNALS[moods[n]]
            remote = f"p{number:x}"
            post_id = number
            needs = int(wants[n] and kind in ("comment", "reply", "mention", "message"))
            target = None if kind in ("mention", "message", "review") else target
            posts.append(
                (number, realm, remote, "message" if kind == "message" else "post", actor,
                 target, texts[number % len(texts)], at, "{}")
            )  # fmt: skip
            today = (mine, at // DAY)
            reply = at + delay[n]
            if needs and reply < NOW and answered.get(today, 0) < ANSWERED_PER_DAY:
                answered[today] = answered.get(today, 0) + 1
                done, state = reply, "done"
                posts.append(
                    ((reply << 20) | (number & 0xFFFFF), realm, f"r{number:x}", "post", mine + 1,
                     remote, texts[n % len(texts)], reply, "{}")
                )  # fmt: skip
            alike = number if state == "open" else None
        items.append(
            (number, account, f"{number:x}", kind, actor, post_id, target, at, at, state, needs,
             done, done, at + 7_200_000, 2, signals, alike)
        )  # fmt: skip
    return items, posts


def _measures(db: sqlite.Connection) -> None:
    chance = random.Random("measures")
    rows: list[tuple[Any, ...]] = []
    for which, a in enumerate(data.ACCOUNTS):
        followers = 20_000.0
        for day in range(DAYS):
            if any(begin <= day < end for begin, end in GAPS):
                continue
            followers += chance.gauss(30, 25)
            at = EPOCH + day * DAY + 3_600_000
            rows.append((a[0], "followers", 0, at, round(followers)))
            rows.append((a[0], "posts", 0, at, OWN_PER_DAY * day))
        for n in range(DAYS * OWN_PER_DAY):
            at = EPOCH + n * DAY // OWN_PER_DAY + which * 977_000
            number = (at << 20) | (which << 19) | n & 0xFFFF
            likes = chance.lognormvariate(3, 1)
            for hours in (1, 6, 24, 72, 168):
                share = 1 - 0.5 ** (hours / 8)
                if at + hours * 3_600_000 < NOW:
                    rows.append((a[0], "likes", number, at + hours * 3_600_000, int(likes * share)))
    db.executemany(
        "INSERT INTO measures (account_id, name, post_id, at, value) VALUES (?, ?, ?, ?, ?)", rows
    )


def _statements() -> Iterator[str]:
    """Yield the statements of the migrations, in order."""
    for path in sorted(migrations.SCHEMA.glob("*.sql")):
        statement = ""
        for line in path.read_text("utf-8").splitlines(keepends=True):
            statement += line
            if sqlite.complete_statement(statement):
                yield re.sub(r"^(\s*--[^\n]*\n)+", "", statement).strip()
                statement = ""


def _sum_up(db: sqlite.Connection) -> None:
    """Fill what triggers keep, as the migrations do for rows that are there already."""
    for statement in _statements():
        found = _FILLED.match(statement)
        if found and found[1] not in _NOT_SUMS:
            db.execute(f"DELETE FROM {found[1]}")
            db.execute(statement)


def make(path: Path, count: int) -> None:
    """Make the database of `count` interactions at a path where there is none yet."""
    Store.open(path).close()
    db = open_writer(path)
    for setting in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -400000",
                    "temp_store = FILE", "foreign_keys = OFF"):  # fmt: skip
        db.execute(f"PRAGMA {setting}")
    later = db.execute(
        "SELECT type, name, sql FROM sqlite_master WHERE type IN ('trigger', 'index')"
        " AND sql IS NOT NULL ORDER BY type"  # indexes first
    ).fetchall()
    for kind, name, _ in later:
        db.execute(f"DROP {kind} {name}")
    clock = time.monotonic()

    def told(what: str) -> None:
        nonlocal clock
        print(f"{what}: {time.monotonic() - clock:.0f} s", file=sys.stderr, flush=True)
        clock = time.monotonic()

    db.execute("BEGIN")
    fill(db, count)
    db.execute("COMMIT")
    told("rows")
    for kind, _, sql in later:
        if kind == "index":
            db.execute(sql)
    told("indexes")
    db.execute("BEGIN")
    _sum_up(db)
    told("sums")
    for kind, _, sql in later:
        if kind == "trigger":
            db.execute(sql)
    db.execute("DELETE FROM meta WHERE name IN ('words', 'answered_words')")  # made at opening
    db.execute("COMMIT")
    db.execute("PRAGMA optimize")
    db.close()
    store = Store.open(path)
    told("words")
    store.write(lambda tx: judged.set_rules(tx, judging.RULES))
    _as_its_engine_would(store)
    store.close()


def _as_its_engine_would(store: Store) -> None:
    """Do what an engine does in its idle time."""
    store.write(lambda tx: rollups.set_zone(tx, ZONE, now=NOW))
    while store.write(_gather):
        pass


def _gather(tx: Tx) -> bool:
    due = gathered.due(tx.db, now=NOW)
    gathered.keep(tx, due)
    return bool(due)


def renew(path: Path) -> bool:
    """Bring a file of an earlier state of the same schema up to date: minutes become seconds.

    Returns False, the file spoilt, where a table that is no sum has another shape now.
    """
    migrations.migrate(path, aside=False)  # of an earlier schema: what came since is made first
    with tempfile.TemporaryDirectory() as folder:
        Store.open(Path(folder) / "fresh.sqlite3").close()
        fresh = open_writer(Path(folder) / "fresh.sqlite3")
        wanted = _objects(fresh)
        fresh.close()
    sums = {m[1] for s in _statements() if (m := _FILLED.match(s))} - _NOT_SUMS
    db = open_writer(path)
    try:
        had = _objects(db)
        anew = {name for name, one in wanted.items() if had.get(name) != one}
        for name, (kind, _) in had.items():
            if kind == "trigger" or name in anew or name not in wanted:
                if kind == "table" and name not in sums and name in wanted:
                    return False
                db.execute(f"DROP {kind} IF EXISTS {name}")
        there = _objects(db)
        for kind in ("table", "index", "view"):
            for name, (of, sql) in wanted.items():
                if of == kind and name not in there:
                    db.execute(f"CREATE {sql}")
        for statement in _statements():
            found = _FILLED.match(statement)
            if found and found[1] in anew & sums:
                db.execute(statement)
        for of, sql in wanted.values():
            if of == "trigger":
                db.execute(f"CREATE {sql}")
    finally:
        db.close()
    store = Store.open(path)
    _as_its_engine_would(store)
    store.close()
    return True


def _objects(db: sqlite.Connection) -> dict[str, tuple[str, str]]:
    rows = db.execute("SELECT name, type, sql FROM sqlite_master WHERE sql IS NOT NULL")
    return {r[0]: (r[1], r[2].removeprefix("CREATE ")) for r in rows}


def stamp() -> str:
    """Return what changes whenever a profile made today would be another one."""
    schema = b"".join(p.read_bytes() for p in sorted(migrations.SCHEMA.glob("*.sql")))
    rules = f"{VERSION} {judging.RULES} {json.dumps(data.ACCOUNTS)}".encode()
    return hashlib.blake2b(rules + schema, digest_size=6).hexdigest()


def profile(count: int = SIZE) -> Path:
    """The folder of a profile of `count` interactions, made if it is not there. Do not write."""
    folder = cache_folder() / f"bulk-{count}-{stamp()}"
    folder.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(folder.with_name(f"bulk-{count}.lock")):
        if not folder.is_dir():
            half = folder.with_name(folder.name + ".half")
            shutil.rmtree(half, ignore_errors=True)
            if count >= WORTH_RENEWING:
                for old in folder.parent.glob(f"bulk-{count}-*[0-9a-f]"):
                    old.rename(half)
                    if renew(Paths(half).database):
                        half.rename(folder)
                        return folder
                    shutil.rmtree(half)
            for old in folder.parent.glob(f"bulk-{count}-*"):
                if old.is_dir() and time.time() - old.stat().st_mtime > data.UNUSED:
                    shutil.rmtree(old)
            make(Paths(half).make().database, count)
            half.rename(folder)
        os.utime(folder)
    return folder


if __name__ == "__main__":
    print(profile(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE))
