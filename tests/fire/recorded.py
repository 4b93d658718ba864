"""What real servers said, as seeds: each form of object that was recorded, and who reads it (P15).

Two objects are of one form where the same keys lead to values of the same types, however deep.
Their bodies are those of `tests/support/cassettes.py`; where they are not, there are none.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

import yaml

from tests.support import cassettes

Entity = dict[str, Any]

READERS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("status", ("id", "content", "account", "created_at", "visibility")),
    ("asked", ("id", "content", "account", "created_at", "visibility")),
    ("profile", ("acct",)),
    ("mention", ("type", "account", "created_at")),
    ("conversation", ("last_status", "unread")),
    ("thread", ("status", "context")),
    ("attachment", ("preview_url", "type", "description")),
    ("held", ("scheduled_at", "params")),
)
"""Which kind of `payloads.kinds()` reads objects that have these keys."""


def everywhere(value: Any) -> Iterator[Entity]:
    """Yield each JSON object in a value, however deep."""
    todo = [value]
    while todo:
        here = todo.pop()
        if isinstance(here, dict):
            yield here
            todo += here.values()
        elif isinstance(here, list):
            todo += here


def told(body: bytes) -> Iterator[Any]:
    """Yield the JSON of an answer, or of the events where it is a stream of them."""
    try:
        yield json.loads(body)
    except ValueError:
        for line in body.splitlines():
            if line.startswith(b"data: {"):
                yield json.loads(line.removeprefix(b"data: "))


def pushed() -> dict[str, list[Any]]:
    """Return what came over web sockets, by recording."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found: dict[str, list[Any]] = {}
    for path in sorted(cassettes.folder().glob("cassettes*/*.ws.yaml")):
        if path.parent.name not in cassettes.FOLDERS:
            continue
        steps = [
            step["receive"]
            for connection in yaml.load(path.read_text("utf-8"), loader)["connections"]
            for step in connection["interactions"]
            if "receive" in step
        ]
        payloads = (step.get("payload") or "" for step in steps)
        found[path.stem] = [json.loads(text) for text in payloads if text.startswith("{")]
    return found


def entities(recordings: list[cassettes.Recording]) -> list[Entity]:
    """Return every object that was ever said; a thread beside the status that it is of."""
    answers = [
        value
        for recording in recordings
        for exchange in recording.exchanges
        for value in told(exchange.body)
    ]
    found = list(everywhere([answers, list(pushed().values())]))
    posts = [one for one in found if "content" in one and "account" in one]
    contexts = [one for one in found if "ancestors" in one and "descendants" in one]
    return [*found, *({"status": posts[0], "context": one} for one in contexts)]


def form(value: Any) -> Any:
    """Return what keys and types a value consists of."""
    if isinstance(value, dict):
        return frozenset((key, form(one)) for key, one in value.items())
    if isinstance(value, list):
        return ("list", frozenset(map(form, value)))
    return type(value).__name__


@cache
def forms() -> list[Entity]:
    """Return one object of each form that any recording has; none where none are there."""
    folder = cassettes.folder()
    if not folder.is_dir():
        return []
    return list({form(one): one for one in entities(cassettes.read(folder))}.values())


def seeds(wanted: Callable[[str], bool] = bool) -> list[tuple[str, Entity]]:
    """Return (name of the kind that reads it, object) for each form that something reads."""
    return [
        (name, one)
        for one in forms()
        for name, keys in READERS
        if wanted(name) and all(key in one for key in keys)
    ]
