"""A plan to measure on: posts spread over days, of several accounts and campaigns."""

from __future__ import annotations

import random
from datetime import date, datetime, time, timedelta

from cmapp.domain import plan_times
from cmapp.store import drafts
from cmapp.store.database import Store, Tx

TEXTS = (
    "Kiln notes: why the blue one runs",
    "周六开窑直播，十点见",
    "Studio open day: Saturday 10:00 – 17:00. Bring a friend, there is tea.",
    "新品：雨过天青釉小杯，限量 80 只",
    "Behind the glaze: three firings, one colour",
    "如何养护青瓷？三个小办法",
    "Who made it: Ana Ferreira, Porto",
    "週三補貨，這次有 350 ml 的",
    "Ask us anything about celadon",
    "客人来信：一只杯子走了八千公里",
)
PILLARS = ("Craft", "Shop", "People", "")


def plan(
    store: Store,
    *,
    first: date,
    days: int,
    posts: int,
    zone: str,
    accounts: tuple[str, ...],
    campaigns: tuple[int, ...] = (),
    now: int,
) -> None:
    """Plan `posts` posts on `days` days from `first` on, the same ones each time."""
    chance = random.Random(7)

    def put(tx: Tx) -> None:
        for n in range(posts):
            day = first + timedelta(days=n * days // posts)
            wall = datetime.combine(day, time(chance.randrange(8, 21), chance.choice((0, 15, 30))))
            _put(tx, n, wall, zone, chance, accounts, campaigns, now)

    store.write(put)


def _put(
    tx: Tx,
    n: int,
    wall: datetime,
    zone: str,
    chance: random.Random,
    accounts: tuple[str, ...],
    campaigns: tuple[int, ...],
    now: int,
) -> None:
    text = TEXTS[n % len(TEXTS)]
    number = drafts.save(tx, f"{text} ({n})", now=now, draft_id=900_000_000 + n)
    some = accounts[: 1 + n % len(accounts)] if accounts else ()
    drafts.set_variants(tx, number, [drafts.Variant(a) for a in some], now=now)
    drafts.change(
        tx,
        number,
        {
            "wall": plan_times.write(wall),
            "zone": zone,
            "planned_at": plan_times.moment(wall, zone, strict=False),
            "pillar": PILLARS[n % len(PILLARS)],
            "campaign_id": chance.choice((*campaigns, None)),
            "title": text[:24] if n % 3 == 0 else "",
        },
    )
