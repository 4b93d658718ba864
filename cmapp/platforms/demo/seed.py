"""The people of the demo network and what they had said before anyone looked.

The texts lie in `resources/demo/`; here they become the first events of a log. The same seed and
anchor give the same network, whoever makes it.
"""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from cmapp.system import paths

from .state import Event, State

SCHEMA = 1
NOTICES = 150
"""How many interactions a fresh network holds; likes, boosts and follows fill it up."""

_UNITS = {"d": 24 * 60, "h": 60, "m": 1}
_AGO = re.compile(r"(\d+)([dhm])")


def brands() -> list[dict[str, Any]]:
    """Return our accounts: `id`, `handle`, `name`, `bio`, `followers`."""
    return [p for p in _people() if p["brand"]]


def first_events(
    seed: int, anchor: int, *, empty: bool, more: int = 0, season: bool = False
) -> list[Event]:
    """Return the log of a fresh network whose times count back from `anchor` (UTC ms).

    `more`: so many mixed interactions of a crowd on top of it. `season`: months before them, too.
    """
    events: list[Event] = [{"op": "made", "seed": seed, "anchor": anchor, "schema": SCHEMA}]
    people = _people()
    if empty:
        events += [{"op": "person", **p} for p in people[:8]]
        return events
    events += [{"op": "person", **p} for p in people]
    ids = {p["handle"]: p["id"] for p in people}
    said = list(_said(anchor, ids))
    crowd = [p["id"] for p in people if not p["brand"]]
    happened = sorted([*said, *_reactions(seed, anchor, events, said, crowd)], key=_when)
    if season:
        from .season import lived

        past = list(lived(seed, anchor, people))
        guests = [e for e in past if e["op"] == "person"]
        events += guests
        happened = sorted([*past[len(guests) :], *happened], key=_when)
    told = [*events, *happened]
    if not more:
        return told
    from .crowd import gathered

    come = list(gathered(seed, anchor, more, told))
    guests = [e for e in come if e["op"] == "person"]
    return [*events, *guests, *sorted([*happened, *come[len(guests) :]], key=_when)]


def minutes(ago: str) -> int:
    """Return how many minutes `2d3h10m` is."""
    return sum(int(number) * _UNITS[unit] for number, unit in _AGO.findall(ago))


def _people() -> list[dict[str, Any]]:
    read = json.loads((paths.resources() / "demo" / "people.json").read_text("utf-8"))
    everyone = [(p, True) for p in read["brands"]] + [(p, False) for p in read["people"]]
    return [
        {"id": f"u{number}", **person, "brand": brand}
        for number, (person, brand) in enumerate(everyone, start=1)
    ]


def _when(event: Event) -> int:
    return int(event["at"])


def _said(anchor: int, ids: Mapping[str, str]) -> Iterator[Event]:
    """Yield every post of `threads.json`, oldest first, then what became of some of them."""
    threads = json.loads((paths.resources() / "demo" / "threads.json").read_text("utf-8"))
    nodes: list[tuple[int, dict[str, Any]]] = []

    def gather(node: dict[str, Any], above: dict[str, Any] | None, top: dict[str, Any]) -> None:
        node["above"], node["top"] = above, top
        node["at"] = anchor - minutes(node["ago"]) * 60_000
        nodes.append((node["at"], node))
        for answer in node.get("replies", ()):
            gather(answer, node, top)

    for thread in threads:
        gather(thread, None, thread)
    nodes.sort(key=lambda pair: pair[0])
    refs: dict[str, str] = {}
    for number, (_, node) in enumerate(nodes):
        node["id"] = f"d{1001 + number}"
        refs[node.get("ref", "")] = node["id"]
        yield from _one(node, anchor, ids, refs)


def _one(
    node: dict[str, Any], anchor: int, ids: Mapping[str, str], refs: Mapping[str, str]
) -> Iterator[Event]:
    above, top, at = node["above"], node["top"], node["at"]
    made: dict[str, Any] = {
        "op": "post",
        "id": node["id"],
        "author": ids[node["by"]],
        "text": node["text"],
        "at": at,
        "lang": node.get("lang"),
    }
    if above:
        made |= {"kind": "comment", "parent": above["id"], "root": top["id"]}
    if "dm" in top:
        other = top["dm"] if node["by"] == top["by"] else top["by"]
        made |= {"kind": "message", "to": [ids[other]]}
    if "quotes" in node:
        made["quote"] = refs[node["quotes"]]
    if "window" in node:
        made["closes"] = at + minutes(node["window"]) * 60_000
    yield made
    if node.get("locked"):
        yield {"op": "lock", "post": node["id"], "locked": True, "at": at + 24 * 3_600_000}
    if "edited" in node:
        then = anchor - minutes(node["edited"]["ago"]) * 60_000
        yield {"op": "edit", "post": node["id"], "text": node["edited"]["text"], "at": then}
    if "deleted" in node:
        then = anchor - minutes(node["deleted"]) * 60_000
        yield {"op": "delete", "post": node["id"], "at": then}


def _reactions(
    seed: int, anchor: int, people: Iterable[Event], said: list[Event], crowd: list[str]
) -> Iterator[Event]:
    """Yield likes, boosts and follows, until the network holds `NOTICES` interactions."""
    rng = random.Random(seed)
    state = State()
    for event in [*people, *sorted(said, key=_when)]:
        state.take(event)
    ours = [e for e in state.posts.values() if state.people[e.author].brand and not e.to]
    used: set[tuple[str, str, str]] = set()
    brand_ids = [p.id for p in state.people.values() if p.brand]
    while len(state.notices) < NOTICES:
        who, entry, dice = rng.choice(crowd), rng.choice(ours), rng.random()
        verb = "like" if dice < 0.66 else "repost" if dice < 0.82 else "follow"
        about = rng.choice(brand_ids) if verb == "follow" else entry.id
        if (verb, who, about) in used:
            continue
        used.add((verb, who, about))
        since = entry.at if verb != "follow" else anchor - 14 * 24 * 3_600_000
        at = anchor - int((anchor - since) * rng.random() ** 2)
        event = {"op": verb, "who": who, "whom" if verb == "follow" else "post": about, "at": at}
        state.take(event)
        yield event
