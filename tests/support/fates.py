"""The golden table of what becomes of a planned post (tests/data/fates.txt), read for two tests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

TABLE = Path(__file__).parents[1] / "data" / "fates.txt"
TIMES = ("expected", "deadline", "start", "by")
MINUTE = 60_000


@dataclass(frozen=True)
class Said:
    """What is told of one post: `what` and those facts that the table writes down."""

    what: str
    facts: dict[str, str]

    def differs(self, told: dict[str, str]) -> str | None:
        """Compare with what was told: {what, fact: as the table writes it}."""
        for name, value in {"what": self.what, **self.facts}.items():
            if told.get(name) != value:
                return f"{name}: {told.get(name)} instead of {value}"
        return None


@dataclass(frozen=True)
class Event:
    """Something that happens at a minute; `sleep`, `off` and `set` end at `until`."""

    verb: str
    at: int
    until: int | None = None
    more: str = ""


@dataclass(frozen=True)
class Line:
    """One line of the table. Minutes count from the planned moment."""

    name: str
    wall: str
    zone: str
    planned_at: int | None
    given: dict[str, str]
    look: int
    fate: tuple[Said, ...]
    events: tuple[Event, ...]
    later: tuple[tuple[int, tuple[Said, ...]], ...]
    ends: tuple[tuple[str, int | None], ...]
    refused: str | None

    @property
    def posts(self) -> int:
        """How many posts the line has."""
        return len(self.fate)

    def steps(self) -> Iterator[Event]:
        """Return events, looks (`look`) and the end (`end`) in the order in which they come.

        A look comes when the clock next shows its minute, after the clock was set, too.
        """
        looks = list(self.later)
        shows = self.look
        ends = [] if self.events else [m for _, m in self.ends if m is not None]
        for event in self.events:
            looks, passed = _passed(looks, shows, event.at)
            yield from passed
            yield event
            shows = event.at if event.until is None else event.until
        end = max([0, shows, *ends, *(m for m, _ in looks)]) + 2
        looks, passed = _passed(looks, shows, end)
        yield from passed
        assert not looks, f"{self.name}: the clock never shows {looks}"
        yield Event("end", end)


def _passed(
    looks: list[tuple[int, tuple[Said, ...]]], start: int, end: int
) -> tuple[list[tuple[int, tuple[Said, ...]]], list[Event]]:
    now = [m for m, _ in looks if start < m <= end]
    return [one for one in looks if one[0] not in now], [Event("look", m) for m in sorted(now)]


def lines() -> list[Line]:
    """Return the whole table."""
    return [
        _line([part.strip() for part in text.split("|")])
        for text in TABLE.read_text("utf-8").splitlines()
        if text.strip() and not text.startswith("#")
    ]


def _line(parts: list[str]) -> Line:
    name, plan, utc, given, look, fate, then, later, end = parts
    wall, zone = plan.split()
    refused = end.removeprefix("refused ") if end.startswith("refused") else None
    return Line(
        name=name,
        wall=wall,
        zone=zone,
        planned_at=None if utc == "-" else round(datetime.fromisoformat(utc).timestamp() * 1000),
        given={} if given == "-" else dict(_pair(word) for word in given.split()),
        look=int(look),
        fate=_said(fate) if fate != "-" else (),
        events=() if then == "-" else tuple(_event(one.split()) for one in then.split(",")),
        later=() if later == "-" else tuple(_look(one) for one in later.split(", ")),
        ends=() if refused else tuple(_end(one.split()) for one in end.split("&")),
        refused=refused,
    )


def _pair(word: str) -> tuple[str, str]:
    name, _, value = word.partition("=")
    return name, value


def _said(text: str) -> tuple[Said, ...]:
    found = []
    for one in text.split("&"):
        what, *facts = one.split()
        found.append(Said(what, dict(_pair(fact) for fact in facts)))
    return tuple(found)


def _look(text: str) -> tuple[int, tuple[Said, ...]]:
    minute, said = text.strip().removeprefix("@").split(maxsplit=1)
    return int(minute), _said(said)


def _event(words: list[str]) -> Event:
    verb, at, *rest = words
    if verb in ("sleep", "off", "set"):
        return Event(verb, int(at), int(rest[0]))
    return Event(verb, int(at), more=" ".join(rest))


def _end(words: list[str]) -> tuple[str, int | None]:
    return words[0], int(words[1]) if len(words) > 1 else None


def written(values: dict[str, object], planned_at: int) -> dict[str, str]:
    """Return facts as the table writes them: times as minutes from the planned moment."""
    told = {}
    for name, value in values.items():
        if name in TIMES and isinstance(value, int):
            told[name] = f"{(value - planned_at) // MINUTE:+d}"
        elif isinstance(value, list | tuple):
            told[name] = ",".join(map(str, value))
        elif value is not None:
            told[name] = str(value)
    return told
