"""Lists that lead nowhere, on the connectors themselves: a thousand random graphs of cursors (P11).

    python -m tests.fire.cursors [--graphs N] [--seed N]

In a graph each cursor leads to some entries (new ones, old ones, the same twice, in no order, none)
and to another cursor: back, onwards without end, to one that grows by half each time, to none. Each
list of each connector is walked three times, the later walks from where the one before was stopped.
A violation: a walk that asks more often than its bound, a cursor to be stored that is longer
than any honest one, an exception that is no Trouble. Prints one line of JSON.
"""

from __future__ import annotations

import argparse
import json
import logging
import random
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch
from urllib.parse import urlsplit

from cmapp.connectors import paging
from cmapp.connectors.base import Connector, Grant
from cmapp.connectors.paging import Batch
from cmapp.domain.errors import Trouble
from cmapp.domain.streams import Stream
from cmapp.platforms.demo import Demo
from cmapp.platforms.demo import api as demo_api
from cmapp.system import clock
from cmapp.system.http import Answer, Http
from tests.fire import scripts
from tests.fire.payloads import _ENTRY, _PERSON

MOST = 40
"""The bound of a walk for these runs; the program's own is `paging.MOST`."""
LONGEST = 20_000
STREAMS = (Stream.INBOX, Stream.MESSAGES, Stream.OWN_POSTS)
_NOW = clock.now()


class Graph:
    """A list without a plan: what a cursor leads to depends on it and on the seed alone."""

    def __init__(self, seed: str) -> None:
        self.seed = seed
        self.asked = 0
        rng = random.Random(seed)
        self.weights = [rng.random() for _ in range(6)]
        self.endless = rng.random() < 0.15  # always something new, and always somewhere to go on

    def at(self, cursor: str) -> tuple[list[tuple[int, int]], str | None]:
        """Return ids and times (UTC ms) of the entries, and the next cursor."""
        self.asked += 1
        rng = random.Random(f"{self.seed}|{cursor}")
        size = rng.choice((1, 3) if self.endless else (0, 1, 3, 8))
        fresh = self.endless or rng.random() < 0.5
        items = []
        for _ in range(size):
            number = rng.randrange(10**9, 10**12) if fresh else rng.randrange(1, 40)
            items.append((number, _NOW - rng.randrange((2 if self.endless else 60) * 86_400_000)))
        if rng.random() < 0.5:
            items.sort(key=lambda item: -item[1])
        following: str | None = None
        match 1 if self.endless else rng.choices(range(6), self.weights)[0]:
            case 0:
                following = str(rng.randrange(8))
            case 1:
                following = f"{cursor[:40]}.{rng.randrange(10**6)}"
            case 2:
                following = cursor + "x" * max(10, len(cursor) // 2)
            case 3:
                following = cursor
            case 4:
                following = "y" * rng.choice((5_000, 100_000))
        return items, following


def stamp(at: int) -> str:
    return datetime.fromtimestamp(at / 1000, UTC).isoformat(timespec="milliseconds")


@contextmanager
def walked(platform: str, graph: Graph, folder: Path) -> Iterator[Connector]:
    """A connector whose lists are the graph."""
    if platform == "demo":
        with _demo(graph, folder) as link:
            yield link
        return
    answer = {"mastodon": _mastodon, "bluesky": _bluesky}[platform]

    def request(_: Http, method: str, path: str, **how: Any) -> Answer:
        return answer(graph, path, how.get("params") or {})

    with (
        patch.object(Http, "request", request),
        scripts.connector(platform, "http://127.0.0.1:9", folder) as made,
    ):
        yield made


def _mastodon(graph: Graph, path: str, params: dict[str, Any]) -> Answer:
    items, following = graph.at(str(params.get("max_id", "")))
    parts = urlsplit(path).path
    made: list[Any] = []
    for number, at in items:
        status = scripts.status(str(number), created_at=stamp(at), visibility="direct")
        if "notifications" in parts:
            made.append(scripts.notification("1") | {"id": str(number), "created_at": stamp(at)})
        elif "conversations" in parts:
            made.append({"id": str(number), "last_status": status})
        else:
            made.append(status)
    told = {"link": f'<http://x/?max_id={following}>; rel="next"'} if following else {"link": ""}
    return Answer(200, told, b"", made)


def _bluesky(graph: Graph, path: str, params: dict[str, Any]) -> Answer:
    name = path.rpartition("/")[2]
    if name.endswith("getPosts"):
        return Answer(200, {}, b"", {"posts": [scripts.view(uri) for uri in params["uris"]]})
    items, following = graph.at(str(params.get("cursor", "")))
    more = {"cursor": following} if following else {}
    if name.endswith("listNotifications"):
        uri = "at://did:plc:bob/app.bsky.feed.post/3k{}"
        made = [
            scripts.notice(1) | {"uri": uri.format(number), "indexedAt": stamp(at)}
            for number, at in items
        ]
        return Answer(200, {}, b"", {"notifications": made, **more})
    uri = "at://did:plc:us/app.bsky.feed.post/3k{}"
    feed = [{"post": scripts.view(uri.format(n), indexedAt=stamp(at))} for n, at in items]
    return Answer(200, {}, b"", {"feed": feed, **more})


@contextmanager
def _demo(graph: Graph, folder: Path) -> Iterator[Connector]:
    def call(network: Any, who: str, token: Any) -> Batch[Any]:
        items, following = graph.at(str(token or ""))
        made = [_ENTRY | {"id": str(number), "created_at": at} for number, at in items]
        return Batch(tuple(made), following)

    def told(network: Any, who: str, token: Any) -> Batch[Any]:
        found = call(network, who, token)
        made = [
            {"id": int(one["id"]), "kind": "like", "created_at": one["created_at"],
             "actor": _PERSON, "post": None, "target": None}
            for one in found.items
        ]  # fmt: skip
        return Batch(tuple(made), found.next)

    from cmapp.platforms.demo import FOLDER, Network

    Network.make(folder / FOLDER, empty=True)
    link = Demo(Grant("demo:", "demo", "mossfield", "mossfield"), scripts.Keys(), profile=folder)
    with (
        patch.object(demo_api, "inbox", told),
        patch.object(demo_api, "messages", call),
        patch.object(demo_api, "own_posts", call),
    ):
        yield link


@contextmanager
def bounded(most: int = MOST) -> Iterator[None]:
    before = paging.newest_first.__kwdefaults__["most"]
    paging.newest_first.__kwdefaults__["most"] = most
    try:
        yield
    finally:
        paging.newest_first.__kwdefaults__["most"] = before


def walk(platform: str, seed: str, folder: Path, *, bound: int = MOST) -> list[str]:
    """Walk each list of a graph three times; return what is wrong."""
    rng = random.Random(seed + "stops")
    graph = Graph(seed)
    wrong = []
    with walked(platform, graph, folder) as link:
        for stream in STREAMS:
            if stream not in link.pulls():
                continue
            cursor: Any = None
            for _ in range(3):
                graph.asked, stop = 0, rng.randrange(1, 2 * MOST)
                try:
                    for number, page in enumerate(link.pull(stream, cursor=cursor)):
                        cursor = page.cursor
                        if len(json.dumps(cursor)) > LONGEST:
                            wrong.append(f"{platform} {stream} {seed}: a cursor of megabytes")
                        if graph.asked > bound + 2:
                            wrong.append(f"{platform} {stream} {seed}: asks without end")
                            return wrong
                        if number == stop:
                            break
                except Trouble:
                    continue
                except Exception as bug:
                    wrong.append(f"{platform} {stream} {seed}: {bug!r:.200}")
    return wrong


def walks(platform: str, graphs: int, seed: int) -> list[str]:
    """Walk that many graphs."""
    with tempfile.TemporaryDirectory() as place, bounded():
        return [
            line
            for number in range(graphs)
            for line in walk(platform, f"{seed}.{number}", Path(place))
        ]


def control() -> str:
    """See that an unbounded walk and a cursor without measure are seen."""
    with (
        tempfile.TemporaryDirectory() as place,
        bounded(10**6),
        patch.object(paging, "LONGEST_TOKEN", 10**9),
    ):
        found = [line for n in range(60) for line in walk("bluesky", f"c{n}", Path(place))]
    seen = [any(word in line for line in found) for word in ("without end", "megabytes")]
    return "seen" if all(seen) else f"BLIND {seen}"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--graphs", type=int, default=1_000)
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 30))
    given = parser.parse_args()
    logging.disable(logging.WARNING)
    began = clock.monotonic()
    platforms = ("mastodon", "bluesky", "demo")
    wrong = [line for name in platforms for line in walks(name, given.graphs, given.seed)]
    for line in wrong[:20]:
        print(line)
    blind = control()
    told = {
        "promise": "P11",
        "runs": given.graphs * len(platforms),
        "violations": len(wrong),
        "control": blind,
        "seed": given.seed,
        "seconds": round(clock.monotonic() - began, 1),
    }
    print(json.dumps(told))
    return 1 if wrong or blind != "seen" else 0


if __name__ == "__main__":
    sys.exit(main())
