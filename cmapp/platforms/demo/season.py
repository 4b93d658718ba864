"""The months before anyone looked: what our accounts posted, who answered, who came to follow.

It runs until days before the anchor, beside the fortnight that `threads.json` tells, and everything
that was asked in it was answered, so that an inbox begins with what is new. The same seed and
anchor give the same season.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any

from cmapp.system import paths

from .state import Event

DAYS = 120
"""How many days before the anchor it begins."""
_ENDS = 2
_HOUR = 3_600_000
_DAY = 24 * _HOUR
_GUESTS = 180
_POSTING = {1: 0.9, 3: 0.8, 5: 0.95, 6: 0.35}
"""Weekday (0 is Monday) → how likely a post is."""
_SORTS = {"praise": 34, "talk": 26, "question": 30, "complaint": 10}
_MEDIA = (
    (0.45, {"mime": "image/jpeg", "alt": "A cup on the bench", "width": 1600, "height": 1200}),
    (0.60, {"mime": "video/mp4", "alt": None, "width": 1080, "height": 1920}),
)


def lived(seed: int, anchor: int, people: Sequence[dict[str, Any]]) -> Iterator[Event]:
    """Yield the guests of the season, then its events, by time."""
    words: dict[str, Any] = json.loads(
        (paths.resources() / "demo" / "season.json").read_text("utf-8")
    )
    names = json.loads((paths.resources() / "demo" / "crowd.json").read_text("utf-8"))["names"]
    rng = random.Random(f"season {seed}")
    guests = [
        {"op": "person", "id": f"v{n}", "handle": f"visitor{n}", "name": rng.choice(names)}
        for n in range(1, _GUESTS + 1)
    ]
    yield from guests
    crowd = [p["id"] for p in people if not p["brand"]] + [str(g["id"]) for g in guests]
    rng.shuffle(crowd)
    brands = [p for p in people if p["brand"]]
    numbers, made = count(1), list[Event]()
    for brand in brands:
        made += _posts(rng, anchor, brand, words, crowd, numbers)
        made += _follows(rng, anchor, brand["id"], crowd)
    last = anchor - _HOUR
    told = (event for event in made if int(event["at"]) <= last)
    yield from sorted(told, key=lambda event: int(event["at"]))


def _who(rng: random.Random, crowd: Sequence[str]) -> str:
    """Return somebody: a few come often, most once or twice."""
    return crowd[int(len(crowd) * rng.random() ** 2.2)]


def _posts(
    rng: random.Random, anchor: int, brand: dict[str, Any], words: dict[str, Any],
    crowd: Sequence[str], numbers: Iterator[int],
) -> Iterator[Event]:  # fmt: skip
    said: list[str] = words["posts"][brand["handle"]]
    for day in range(DAYS, _ENDS, -1):
        begin = (anchor - day * _DAY) // _DAY * _DAY
        if rng.random() > _POSTING.get((begin // _DAY + 3) % 7, 0.0):
            continue
        at = begin + rng.choice((2, 4, 10, 11, 12)) * _HOUR + rng.randrange(_HOUR)
        dice, media = rng.random(), list[dict[str, Any]]()
        for share, one in _MEDIA:
            if dice < share:
                media = [one]
                break
        post = f"h{next(numbers)}"
        text = said[(DAYS - day) * 3 // 7 % len(said)]
        yield {"op": "post", "id": post, "author": brand["id"], "text": text, "at": at,
               "media": media}  # fmt: skip
        pull = rng.lognormvariate(0, 0.5) * (1.5 if media else 1.0) * (1.6 - day / DAYS)
        yield from _wordless(rng, post, at, pull, crowd)
        for _ in range(min(12, int(rng.expovariate(1 / (3.4 * pull))))):
            yield from _talk(rng, post, at, anchor, brand["id"], words, crowd, numbers)


def _wordless(
    rng: random.Random, post: str, at: int, pull: float, crowd: Sequence[str]
) -> Iterator[Event]:
    for verb, usual in (("like", 4.0), ("repost", 0.8)):
        for who in {_who(rng, crowd) for _ in range(int(rng.expovariate(1 / (usual * pull))))}:
            yield {"op": verb, "who": who, "post": post, "at": at + _later(rng, 9)}


def _talk(
    rng: random.Random, post: str, at: int, anchor: int, brand: str, words: dict[str, Any],
    crowd: Sequence[str], numbers: Iterator[int],
) -> Iterator[Event]:  # fmt: skip
    """Yield a comment, what others say to it, and our answer where one is wanted."""
    sort = rng.choices(list(_SORTS), weights=list(_SORTS.values()))[0]
    who, when = _who(rng, crowd), at + _later(rng, 7)
    comment = f"h{next(numbers)}"
    if when > anchor - 2 * _HOUR:
        return
    yield _said(comment, who, rng.choice(words[sort]), when, post, post)
    if rng.random() < 0.25:
        other = _who(rng, crowd)
        if other != who:
            then = when + _later(rng, 5)
            yield _said(f"h{next(numbers)}", other, rng.choice(words["between"]), then, comment,
                        post)  # fmt: skip
    if sort in ("question", "complaint") or rng.random() < 0.15:
        then = min(when + int(rng.lognormvariate(0.5, 1.0) * _HOUR), anchor - _HOUR)
        yield _said(f"h{next(numbers)}", brand, rng.choice(words["answer"]), then, comment, post)


def _said(number: str, who: str, text: str, at: int, parent: str, root: str) -> Event:
    return {"op": "post", "id": number, "author": who, "text": text, "at": at, "kind": "comment",
            "parent": parent, "root": root}  # fmt: skip


def _follows(rng: random.Random, anchor: int, brand: str, crowd: Sequence[str]) -> Iterator[Event]:
    for who in rng.sample(list(crowd), len(crowd) // 3):
        at = anchor - int((_ENDS + (DAYS - _ENDS) * rng.random() ** 1.4) * _DAY)
        yield {"op": "follow", "who": who, "whom": brand, "at": at}


def _later(rng: random.Random, hours: float) -> int:
    """Return a delay (ms): half of all come within about two thirds of `hours`."""
    return int(min(rng.expovariate(1 / hours), 20 * hours) * _HOUR) + 60_000
