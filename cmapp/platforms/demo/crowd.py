"""A crowd for the demo network: as many mixed interactions as one wants, in three scripts.

Likes, shares, thanks, the same question over and over, complaints, questions, mentions, messages.
The same seed and anchor give the same crowd, whoever makes it.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from itertools import count
from typing import Any

from cmapp.system import paths

from .state import Entry, Event, State

SHARES = {
    "like": 30, "repost": 8, "follow": 2, "thanks": 15, "alike": 15, "complaint": 6,
    "question": 14, "mention": 6, "message": 4,
}  # fmt: skip
"""Of a hundred interactions, how many are of each sort."""
_SPAN = 3 * 24 * 3_600_000


def gathered(seed: int, anchor: int, wanted: int, before: Sequence[Event]) -> Iterator[Event]:
    """Yield events that make `wanted` interactions, between three days before `anchor` and it."""
    said: dict[str, Any] = json.loads(
        (paths.resources() / "demo" / "crowd.json").read_text("utf-8")
    )
    rng = random.Random(f"crowd {seed}")
    state = State()
    for event in before:
        state.take(event)
    brands = [p.id for p in state.people.values() if p.brand]
    ours = [e for e in state.posts.values() if e.author in brands and e.kind == "post"]
    numbers = count(1)
    people = []
    for n in range(max(20, wanted // 5)):
        name, more = rng.choice(said["names"]), n + 1
        person = {"op": "person", "id": f"c{more}", "handle": f"guest{more}", "name": name}
        people.append(person["id"])
        yield person
    used: set[tuple[str, str, str]] = set()
    sorts = list(SHARES)
    made = 0
    while made < wanted:
        sort = rng.choices(sorts, weights=list(SHARES.values()))[0]
        who, post = rng.choice(people), rng.choice(ours)
        begin = max(post.at, anchor - _SPAN)
        at = begin + int((anchor - begin) * rng.random())
        if sort in ("like", "repost", "follow"):
            about = rng.choice(brands) if sort == "follow" else post.id
            if (sort, who, about) in used:
                continue
            used.add((sort, who, about))
            where = {"whom": about} if sort == "follow" else {"post": about}
            yield {"op": sort, "who": who, **where, "at": at}
        else:
            yield _written(rng, sort, said, who, post, brands, at, f"g{next(numbers)}")
        made += 1


def _written(
    rng: random.Random, sort: str, said: dict[str, Any], who: str, post: Entry,
    brands: Sequence[str], at: int, number: str,
) -> Event:  # fmt: skip
    words = _words(rng, sort, said)
    made: dict[str, Any] = {"op": "post", "id": number, "author": who, "text": words, "at": at}
    if sort == "mention":
        brand = "mossfield" if post.author == brands[0] else "mossfield_tw"
        return made | {"text": f"@{brand} {words}"}
    if sort == "message":
        return made | {"kind": "message", "to": [post.author]}
    return made | {"kind": "comment", "parent": post.id, "root": post.top}


def _words(rng: random.Random, sort: str, said: dict[str, Any]) -> str:
    if sort == "alike":  # the same question, in its own words hardly different
        asked = rng.choice(said["alike"])
        return f"{rng.choice(asked['before'])}{asked['text']}{rng.choice(asked['after'])}"
    if sort in ("thanks", "complaint"):
        return str(rng.choice(said[sort])).replace("{n}", str(rng.randrange(10_000, 99_999)))
    frame, thing = rng.choice(said["question"]), rng.choice(said["things"])
    han = any("\u4e00" <= letter <= "\u9fff" for letter in frame)
    return str(frame).replace("{thing}", thing["zh" if han else "en"])
