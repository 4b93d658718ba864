"""A calendar to measure on: some thousand plans spread over a year, the same on every machine.

    python -m tests.bench.plans FOLDER [N]     fill the profile in FOLDER with N plans (5,000)

Prints how long the store takes for a month and for the year, against an empty month.
"""

from __future__ import annotations

import random
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from cmapp.domain import plan_times
from cmapp.domain.actions import Publish
from cmapp.store import campaigns, drafts, outbox, plans
from cmapp.store.database import Store, Tx
from cmapp.store.drafts import Variant
from cmapp.system.paths import Paths

DAY = 86_400_000
ZONES = ("Asia/Shanghai", "Europe/Berlin", "Asia/Taipei")


def fill(
    store: Store, accounts: list[str], *, first: int, count: int = 5_000, days: int = 365
) -> list[int]:
    """Plan `count` posts over `days` from `first` (UTC ms) on; returns the drafts' ids.

    Two in three go to all accounts, each third is in a campaign, each fifth has rows in the
    outbox that wait.
    """
    dice = random.Random(5)

    def go(tx: Tx) -> list[int]:
        every = [
            campaigns.save(tx, None, {"name": f"Campaign {n}", "color": "#4a90d9"}, now=first + n)
            for n in range(6)
        ]
        made = []
        for n in range(count):
            zone = ZONES[n % len(ZONES)]
            at = first + dice.randrange(days) * DAY + dice.randrange(7 * 60, 22 * 60) * 60_000
            draft = drafts.save(
                tx, f"第 {n} 篇：新品预告，敬请期待。What comes next, no. {n}", now=first + n
            )
            drafts.change(
                tx,
                draft,
                {
                    "title": f"Plan {n}",
                    "zone": zone,
                    "planned_at": at,
                    "wall": plan_times.write(plan_times.clock(at, zone)),
                    "campaign_id": dice.choice(every) if n % 3 == 0 else None,
                    "pillar": ("tips", "stories", "trends")[n % 3],
                },
            )
            chosen = accounts if n % 3 else accounts[:1]
            drafts.set_variants(tx, draft, [Variant(a) for a in chosen], now=first)
            if n % 5 == 0:
                for one in chosen:
                    outbox.add(
                        tx, one, Publish(text=f"no. {n}"), now=first, draft_id=draft, planned_at=at
                    )
            made.append(draft)
        return made

    return store.write(go)


def main(folder: Path, count: int) -> None:
    """Fill a profile and print the times."""
    store = Store.open(Paths(folder).database)
    first = round(datetime(2026, 1, 1, tzinfo=UTC).timestamp() * 1000)
    accounts = store.read(lambda db: [r[0] for r in db.execute("SELECT id FROM accounts")])
    fill(store, accounts, first=first, count=count)
    for name, begin, days in (("empty", -400, 42), ("month", 100, 42), ("year", 0, 366)):
        start = first + begin * DAY
        took = []
        for _ in range(7):
            clock = time.perf_counter()
            found = store.read(
                lambda db, s=start, d=days: plans.entries(db, s, s + d * DAY, now=first)  # type: ignore[misc]
            )
            took.append((time.perf_counter() - clock) * 1000)
        print(f"{name}: {len(found)} entries, {sorted(took)[3]:.1f} ms")
    store.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 5_000)
