"""The roll-ups equal a plain count of the rows: any history, any zone, any span."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cmapp.domain.records import Kind
from cmapp.store import accounts, activity, rollups
from cmapp.store.database import Store, Tx
from cmapp.store.local_slots import SLOT

HOUR = 3_600_000
DAY = 24 * HOUR
WORDLESS = {"reaction", "repost", "follow"}
ZONES = (
    "UTC", "Asia/Shanghai", "Asia/Kolkata", "Asia/Kathmandu", "Pacific/Chatham",
    "Australia/Lord_Howe", "America/St_Johns", "Europe/Berlin", "America/Sao_Paulo",
    "America/Havana", "Pacific/Apia", "Africa/Casablanca", "Antarctica/Casey",
)  # fmt: skip
MOMENTS = (
    1_774_742_400_000,  # 2026-03-29: Europe's clocks go forward
    1_792_886_400_000,  # 2026-10-25: and back
    1_775_318_400_000,  # 2026-04-04: Lord Howe goes back half an hour
    1_325_203_200_000,  # 2011-12-30: Samoa left the day out
    1_267_704_000_000,  # 2010-03-04: Casey's clocks went back over midnight
    1_540_944_000_000,  # 2018-11-04: Brazil had no midnight
    1_320_537_600_000,  # 2011-11-06: Newfoundland changed at one minute past midnight
)
signal = st.lists(st.sampled_from(["complaint", "praise", "thanks", "question"]), max_size=3)
moment = st.builds(
    lambda near, off: near + off, st.sampled_from(MOMENTS), st.integers(-3 * DAY, 3 * DAY)
)
row = st.fixed_dictionaries(
    {
        "account_id": st.sampled_from(["a", "b"]),
        "created_at": moment,
        "kind": st.sampled_from([str(k) for k in Kind]),
        "signals": signal.map(json.dumps),
        "needs_reply": st.integers(0, 1),
    }
)
step = st.one_of(
    st.tuples(st.just("insert"), row),
    st.tuples(st.just("insert"), row),
    st.tuples(st.just("signals"), st.integers(0, 50), signal.map(json.dumps)),
    st.tuples(st.just("kind"), st.integers(0, 50), st.sampled_from([str(k) for k in Kind])),
    st.tuples(st.just("needs_reply"), st.integers(0, 50), st.integers(0, 1)),
    st.tuples(st.just("created_at"), st.integers(0, 50), st.integers(-2 * SLOT, 2 * SLOT)),
    st.tuples(st.just("delete"), st.integers(0, 50)),
    st.tuples(st.just("state"), st.integers(0, 50)),
    st.tuples(st.just("zone"), st.sampled_from(ZONES)),
)


def fill_accounts(tx: Tx) -> None:
    for name in "ab":
        tx.db.execute(
            "INSERT INTO accounts (id, platform, realm, remote_id, server, handle, added_at)"
            " VALUES (?, 'demo', 'demo', ?, '', ?, 0)",
            (name, name, name),
        )
    tx.db.execute(
        "INSERT INTO profiles (id, realm, remote_id, handle, seen_at)"
        " VALUES (1, 'demo', 'u', 'u', 0)"
    )


def insert(tx: Tx, number: int, one: dict[str, Any]) -> int:
    made = (one["created_at"] << 20) + number
    tx.db.execute(
        """INSERT INTO interactions (id, account_id, remote_key, kind, actor_id, created_at,
             seen_at, needs_reply, signals) VALUES (?, ?, ?, ?, 1, ?, 0, ?, ?)""",
        (made, one["account_id"], str(number), one["kind"], one["created_at"],
         one["needs_reply"], one["signals"]),
    )  # fmt: skip
    return made


def play(store: Store, steps: list[Any]) -> None:
    """Live a history, each step in a transaction of its own."""
    there: list[int] = []
    for number, (deed, *what) in enumerate(steps):

        def do(tx: Tx, deed: str = deed, what: Any = what, number: int = number) -> None:
            chosen = (
                there[what[0] % len(there)]
                if deed != "insert" and there and isinstance(what[0], int)
                else None
            )
            match deed:
                case "insert":
                    there.append(insert(tx, number, what[0]))
                case "zone":
                    rollups.set_zone(tx, ZoneInfo(what[0]), now=MOMENTS[1])
                case "created_at" if chosen is not None:
                    tx.db.execute(
                        "UPDATE interactions SET created_at = created_at + ? WHERE id = ?",
                        (what[1], chosen),
                    )
                case "signals" | "kind" | "needs_reply" if chosen is not None:
                    tx.db.execute(
                        f"UPDATE interactions SET {deed} = ? WHERE id = ?", (what[1], chosen)
                    )
                case "delete" if chosen is not None:
                    there.remove(chosen)
                    tx.db.execute("DELETE FROM interactions WHERE id = ?", (chosen,))
                case "state" if chosen is not None:
                    tx.db.execute("UPDATE interactions SET state = 'done' WHERE id = ?", (chosen,))

        store.write(do)


def counted(rows: list[Any]) -> Counter[str]:
    """The oracle: what rows come to, by the letter of `domain/attitude.py`'s first lines."""
    found: Counter[str] = Counter()
    for row in rows:
        found["all"] += 1
        found[row["kind"]] += 1
        found["needs_reply"] += row["needs_reply"]
        if row["kind"] in WORDLESS:
            continue
        said = json.loads(row["signals"])
        if "complaint" in said:
            found["negative"] += 1
        elif "praise" in said or "thanks" in said:
            found["positive"] += 1
        else:
            found["undecided" if said else "unread"] += 1
    return +found


def rows_between(store: Store, since: int, until: int) -> list[Any]:
    return store.read(
        lambda db: db.execute(
            "SELECT * FROM interactions WHERE created_at >= ? AND created_at < ?", (since, until)
        ).fetchall()
    )


def check(store: Store, since: int, until: int, zone: ZoneInfo) -> None:
    rows = rows_between(store, since, until)
    both = ("a", "b")
    with_local = [(r, datetime.fromtimestamp(r["created_at"] / 1000, zone)) for r in rows]

    def grouped(key: Any) -> dict[Any, Counter[str]]:
        groups: dict[Any, list[Any]] = {}
        for r, local in with_local:
            groups.setdefault(key(r, local), []).append(r)
        return {k: counted(v) for k, v in groups.items()}

    days = store.read(lambda db: activity.by_day(db, both, since, until, zone))
    told = {(d.account, datetime.fromtimestamp(d.start / 1000, zone).date()): d for d in days}
    assert len(told) == len(days)
    by_date = grouped(lambda r, local: (r["account_id"], local.date()))
    if zone.key != "Antarctica/Casey":  # a day in two pieces has no one begin
        assert {k: d.counts for k, d in told.items()} == by_date
        for d in days:
            local = datetime.fromtimestamp(d.end / 1000 - 0.001, zone)
            assert local.date() == datetime.fromtimestamp(d.start / 1000, zone).date()
    assert sum((Counter(d.counts) for d in days), Counter()) == counted(rows)

    hours = store.read(lambda db: activity.by_hour(db, both, since, until, zone))
    for h in hours:
        inside = [
            r for r in rows if h.start <= r["created_at"] < h.end and r["account_id"] == h.account
        ]
        assert h.counts == counted(inside)
        first = datetime.fromtimestamp(h.start / 1000, zone)
        last = datetime.fromtimestamp((h.end - 1) / 1000, zone)
        assert (first.date(), first.hour) == (last.date(), last.hour)
        assert first.utcoffset() == last.utcoffset()
    assert sum(h.counts["all"] for h in hours) == len(rows)
    starts = {(h.start, h.end) for h in hours}
    assert starts == {activity.span_of(r["created_at"], zone, whole_day=False) for r in rows}
    week = store.read(lambda db: activity.by_weekday_hour(db, both, since, until, zone))
    assert week == grouped(lambda r, local: (local.weekday(), local.hour))
    assert store.read(lambda db: activity.total(db, both, since, until)) == counted(rows)
    alone = [r for r in rows if r["account_id"] == "a"]
    assert store.read(lambda db: activity.total(db, ["a"], since, until)) == counted(alone)


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("blank") / "cmapp.sqlite3"
    store = Store.open(path)
    store.write(fill_accounts)
    store.close()
    return path


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    steps=st.lists(step, max_size=30),
    since=moment,
    length=st.integers(1, 8 * DAY),
    whole=st.booleans(),
    zone=st.sampled_from(ZONES),
)
def test_any_history_is_counted_right(
    blank: Path, steps: list[Any], since: int, length: int, whole: bool, zone: str
) -> None:
    folder = Path(tempfile.mkdtemp(dir=blank.parent))
    (folder / "one.sqlite3").write_bytes(blank.read_bytes())
    store = Store.open(folder / "one.sqlite3")
    try:
        play(store, steps)
        if whole:
            since, length = since // SLOT * SLOT, max(1, length // SLOT) * SLOT
        check(store, since, since + length, ZoneInfo(zone))
        check(store, min(MOMENTS) - 9 * DAY, max(MOMENTS) + 9 * DAY, ZoneInfo(zone))
        assert store.read(rollups.verify) == []
        assert store.read(rollups.verify_days) == []
    finally:
        store.close()
        shutil.rmtree(folder)


@pytest.mark.parametrize(
    ("home", "asked"), [*((z, z) for z in ZONES), *(("Europe/Berlin", z) for z in ZONES)]
)
def test_each_quarter_of_the_days_around_a_change(
    blank: Path, tmp_path: Path, home: str, asked: str
) -> None:
    path = tmp_path / "one.sqlite3"
    path.write_bytes(blank.read_bytes())
    store = Store.open(path)

    def fill(tx: Tx) -> None:
        rollups.set_zone(tx, ZoneInfo(home), now=MOMENTS[1])
        for n, at in enumerate(x for m in MOMENTS for x in range(m - DAY, m + 2 * DAY, 2 * SLOT)):
            insert(
                tx, n % 997 + 1000 * (n // 997),
                {"account_id": "ab"[n % 2], "created_at": at + n * 977 % (2 * SLOT),
                 "kind": "comment", "signals": '["praise"]' if n % 3 else "[]",
                 "needs_reply": n % 2},
            )  # fmt: skip

    try:
        store.write(fill)
        for m in MOMENTS:
            check(store, m - 3 * DAY, m + 3 * DAY, ZoneInfo(asked))
    finally:
        store.close()


def test_a_removed_account_takes_its_counts_along(store: Store) -> None:
    store.write(fill_accounts)
    one = {"created_at": MOMENTS[0], "kind": "mention", "signals": "[]", "needs_reply": 1}
    store.write(lambda tx: insert(tx, 1, one | {"account_id": "a"}))
    store.write(lambda tx: insert(tx, 2, one | {"account_id": "b"}))
    gone = store.read(lambda db: accounts.by_id(db, "a"))
    assert gone is not None
    store.write(lambda tx: accounts.remove(tx, gone))
    span = (MOMENTS[0] - DAY, MOMENTS[0] + DAY)
    assert store.read(lambda db: activity.total(db, ["a"], *span)) == {}
    assert store.read(lambda db: activity.total(db, ["a", "b"], *span))["all"] == 1
    assert store.read(rollups.verify) == store.read(rollups.verify_days) == []


def test_what_differs_is_found_and_made_right(store: Store) -> None:
    store.write(fill_accounts)
    one = {"created_at": MOMENTS[0], "kind": "mention", "signals": "[]", "needs_reply": 1}
    store.write(lambda tx: insert(tx, 1, one | {"account_id": "a"}))
    store.write(lambda tx: tx.db.execute("UPDATE activity_slots SET mention = 5, n = 5"))
    [found] = store.read(rollups.verify)
    assert (found.account, found.at) == ("a", MOMENTS[0] // SLOT * SLOT)
    assert (found.kept, found.rows) == ({"n": 5, "mention": 5}, {"n": 1, "mention": 1})
    store.write(lambda tx: tx.db.execute("UPDATE activity_days SET n = 7"))
    [day] = store.read(rollups.verify_days)
    assert day.whole_day and day.kept["n"] == 7
    store.write(lambda tx: rollups.rebuild(tx))
    assert store.read(rollups.verify) == store.read(rollups.verify_days) == []
    store.write(lambda tx: tx.db.execute("DELETE FROM activity_slots"))
    assert len(store.read(rollups.verify)) == 1  # what is missing, too
    store.write(lambda tx: rollups.rebuild(tx, MOMENTS[0] - DAY, MOMENTS[0] + DAY))
    assert store.read(rollups.verify) == store.read(rollups.verify_days) == []


def test_the_days_are_kept_by_the_clock_that_is_said(store: Store) -> None:
    store.write(fill_accounts)
    noon = int(datetime(2026, 7, 1, 20, tzinfo=ZoneInfo("UTC")).timestamp() * 1000)
    one = {
        "account_id": "a",
        "created_at": noon,
        "kind": "mention",
        "signals": "[]",
        "needs_reply": 1,
    }
    store.write(lambda tx: insert(tx, 1, one))

    def kept() -> Any:
        return store.read(
            lambda db: db.execute("SELECT day FROM activity_days WHERE n > 0").fetchone()[0]
        )

    here = kept()
    assert store.write(lambda tx: rollups.set_zone(tx, ZoneInfo("Asia/Shanghai"), now=noon))
    assert kept() == here + 1
    assert not store.write(lambda tx: rollups.set_zone(tx, ZoneInfo("Asia/Chongqing"), now=noon))
    later = {**one, "created_at": noon + int(timedelta(days=1).total_seconds() * 1000)}
    store.write(lambda tx: insert(tx, 2, later))
    assert store.read(rollups.verify_days) == []
