"""The platforms that a send is played on, the way it goes out, and what may go wrong there.

A ground is a profile with an account connected and a question read, and the server as it stood
then. Both are laid once and copied for each scenario.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol

from cmapp.connectors.registry import connector_class
from cmapp.platforms.demo import FOLDER, Network
from cmapp.services.engine import Engine
from cmapp.system.paths import Paths
from tests.fire.lives import Life, forked
from tests.support.clock import START
from tests.support.media_files import picture
from tests.support.stage import Stage, time_is
from tests.support.tiny import Memory, Served
from tests.support.tiny.memory import SharedClock

TEXTS = ("It is, and the cafe\u0301 box is, too. 包装也是。", "And one more: the tea as well.")
"""The second only where two follow each other. Servers write the first otherwise than we do."""
QUESTION = "Is it vegan?"
DAYS = 11
"""Over how many days a backlog comes in: far more than any pull reads again."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A platform and a way to send.

    `keyed`: a second attempt is safe there, so nothing may need a person. `chosen`: for ever, since
    the client names the post itself. `steps`: a post with a picture, so in two steps; else it is
    an answer. `rows`: how many answers follow each other in one thread. `twins`: two posts of the
    same words. `backlog`: nothing is sent; so many questions of eleven days are to be read.
    """

    platform: str
    options: dict[str, Any] = field(default_factory=dict)
    keyed: bool = True
    chosen: bool = False
    steps: bool = False
    rows: int = 1
    twins: bool = False
    backlog: int = 0

    @property
    def texts(self) -> tuple[str, ...]:
        """What is sent, in this order."""
        if self.backlog:
            return ()
        return (TEXTS[0], TEXTS[0]) if self.twins else TEXTS[: self.rows]

    @property
    def lies(self) -> bool:
        """Whether the server says that it knows keys, and does not."""
        return self.keyed and self.options.get("keys") == "ignored"

    @property
    def answers(self) -> bool:
        """Whether it is an answer, not a post of its own."""
        return not (self.steps or self.twins)


_FORK = {"keys": "ignored", "software": "pleroma"}
KINDS: dict[str, Kind] = {
    "key": Kind("mastodon"),
    "key, two steps": Kind("mastodon", steps=True),
    "key, two rows": Kind("mastodon", rows=2),
    "key, twins": Kind("mastodon", twins=True),
    "key, promised only": Kind("mastodon", {"keys": "ignored"}),
    "no key": Kind("mastodon", _FORK, keyed=False),
    "no key, twins": Kind("mastodon", _FORK, keyed=False, twins=True),
    "no key, two steps": Kind("mastodon", _FORK, keyed=False, steps=True),
    "no key, two rows": Kind("mastodon", _FORK, keyed=False, rows=2),
    "chosen id": Kind("bluesky", chosen=True),
    "chosen id, twins": Kind("bluesky", chosen=True, twins=True),
    "chosen id, two steps": Kind("bluesky", chosen=True, steps=True),
    "chosen id, two rows": Kind("bluesky", chosen=True, rows=2),
    "key, backlog": Kind("mastodon", backlog=170),
    "chosen id, backlog": Kind("bluesky", chosen=True, backlog=130),
    "demo, chosen id": Kind(
        "demo", {"keys": "honoured", "settle": 10.0, "looks": 1, "key_life": 1e9}, chosen=True
    ),
    "demo, key": Kind("demo", {"keys": "honoured", "settle": 120.0, "looks": 2, "key_life": 3e3}),
    "demo, key promised only": Kind(
        "demo", {"keys": "ignored", "settle": 120.0, "looks": 2, "key_life": 3e3}
    ),
    "demo, no key": Kind("demo", {"keys": "none", "settle": 600.0, "looks": 2}, keyed=False),
}

FAULTS: dict[str, list[dict[str, Any]]] = {
    "ok": [],
    "offline": [{"kind": "offline", "seconds": 30}],
    "away": [{"kind": "away", "seconds": 600}],
    "drop_before": [{"kind": "drop_before"}],
    "apply_drop": [{"kind": "apply_drop"}],
    "apply_error": [{"kind": "apply_error"}],
    "apply_gateway": [{"kind": "apply_gateway"}],
    "truncated": [{"kind": "truncated"}],
    "server_error": [{"kind": "server_error"}],
    "unavailable": [{"kind": "unavailable", "seconds": 99_999_999_999}],
    "throttle": [{"kind": "throttle", "seconds": 99_999_999_999}],
    "refuse": [{"kind": "refuse"}],
    "garbled": [{"kind": "garbled"}],
    "portal": [{"kind": "portal"}],
    "redirect": [{"kind": "redirect"}],
    "late": [{"kind": "late", "seconds": 50}],
    "very_late": [{"kind": "late", "seconds": 300}],
    "hidden": [{"kind": "hidden", "seconds": 45}],
    "late_key": [{"kind": "late_key", "seconds": 20}],
    "key_ignored": [{"kind": "drop_before"}, {"kind": "key_ignored"}],
    "slow": [{"kind": "slow", "seconds": 25}],
    "too_slow": [{"kind": "slow", "seconds": 222}],
    "twice": [{"kind": "drop_before"}, {"kind": "apply_drop"}],
    "one_each": [{"kind": "apply_drop"}, {"kind": "drop_before"}],
    "reads": [
        {"kind": "apply_drop"}, {"kind": "server_error", "on": "read", "count": 2},
        {"kind": "drop_before", "on": "read"},
    ],
    "breaks": [{"kind": "server_error", "on": "read"}],
    "expired": [{"kind": "expired"}],
    "upload_drop": [{"kind": "apply_drop", "on": "upload"}, {"kind": "apply_drop"}],
    "upload_busy": [{"kind": "busy", "on": "upload", "seconds": 40}, {"kind": "apply_drop"}],
    "upload_forgot": [{"kind": "forgot"}],
}  # fmt: skip
ONLY: dict[str, Callable[[Kind], bool]] = {
    "expired": lambda kind: kind.platform == "bluesky",
    "upload_drop": lambda kind: kind.steps,
    "upload_busy": lambda kind: kind.steps and kind.platform == "mastodon",
    "upload_forgot": lambda kind: kind.steps,
    # a server that lies about its keys and lets a write lie about for minutes cannot be helped
    "very_late": lambda kind: not kind.lies,
    "late_key": lambda kind: kind.platform != "bluesky",
    "key_ignored": lambda kind: kind.platform != "bluesky",
}
"""Where a fault makes sense; everywhere, unless it is named here."""
_DEMO: dict[str, list[dict[str, Any]]] = {
    "away": [{"kind": "apply_drop"}, {"kind": "offline", "on": "find", "count": 3}],
    "apply_gateway": [{"kind": "apply_error"}],
    "truncated": [{"kind": "garbled"}],
    "unavailable": [{"kind": "server_error"}],
    "portal": [{"kind": "server_error"}],
    "redirect": [{"kind": "drop_before"}],
    "too_slow": [{"kind": "slow", "seconds": 222}],
    "offline": [{"kind": "offline"}],
    "reads": [{"kind": "server_error", "on": "thread"}, {"kind": "offline", "on": "find"}],
}
"""What comes nearest on the demo network, which has no wire."""


def fits(kind: Kind, fault: str) -> bool:
    """Tell whether a fault can befall a kind."""
    if kind.backlog or fault == "breaks":
        return bool(kind.backlog) and fault in ("ok", "breaks")
    return fault not in ONLY or ONLY[fault](kind)


class Server(Protocol):
    """The server side of one scenario."""

    def fault(self, name: str) -> None:
        """Let the fault of this name befall what comes."""

    def look(self) -> None:
        """Time has moved."""

    def asked(self) -> int:
        """Return how often it was asked to make a post."""

    def posts(self) -> list[dict[str, Any]]:
        """Return our posts: {id, text, media}, in the order they were made."""


class _Wire:
    def __init__(self, served: Served) -> None:
        self._served = served

    def fault(self, name: str) -> None:
        for one in FAULTS[name]:
            self._served.do("fault", **one)

    def look(self) -> None:
        self._served.look()

    def asked(self) -> int:
        return int(self._served.do("asked"))

    def posts(self) -> list[dict[str, Any]]:
        return list(self._served.do("ours"))


class _Demo:
    def __init__(self, profile: Path, memory: Memory) -> None:
        self._profile = profile
        self._memory = memory

    def _network(self) -> Network:
        return Network(self._profile / FOLDER, clock=SharedClock(self._memory))

    def fault(self, name: str) -> None:
        for one in _DEMO.get(name, FAULTS[name]):
            self._network().fault(
                one["kind"], one.get("count", 1), on=one.get("on", "create"),
                seconds=one.get("seconds", 0),
            )  # fmt: skip

    def look(self) -> None:
        """Its clock is the machine's."""

    def asked(self) -> int:
        return len(self.posts())

    def posts(self) -> list[dict[str, Any]]:
        mine = self._network().brands()[0].id
        return [
            {"id": p.id, "text": p.text, "media": len(p.media)}
            for p in self._network().posts()
            if p.author == mine and p.parent is not None
        ]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a scenario is played: the profile, its account and item, and the server."""

    kind: Kind
    profile: Path
    account: str
    item: str
    server: Server


class Grounds:
    """A prepared profile per kind, and the server as it stood then."""

    def __init__(self, folder: Path, memory: Memory, served: Served) -> None:
        self._folder = folder
        self._memory = memory
        self._served = served
        self._made: dict[str, list[str]] = {}

    def lay(self, name: str, profile: Path) -> Place:
        """Make `profile` and its server anew: an account is connected, a question was read."""
        kind = KINDS[name]
        template = self._folder / name.replace(" ", "-").replace(",", "")
        if name not in self._made:
            note = self._folder / "note"
            self._memory.time = START - (DAYS * 86_400_000 if kind.backlog else 60_000)

            def prepare(_: Life) -> None:
                clock = SharedClock(self._memory)
                with time_is(clock):
                    lay = self._demo if kind.platform == "demo" else self._wired
                    note.write_text("\n".join(lay(name, kind, template)))

            forked(prepare)
            self._made[name] = note.read_text().split("\n")
        shutil.copytree(template, profile, ignore=shutil.ignore_patterns("*.reserve"))
        self._memory.time = START
        account, item, token = self._made[name]
        if kind.platform == "demo":
            server: Server = _Demo(profile, self._memory)
        else:
            os.environ[f"CMAPP_TOKEN_{account.upper()}"] = token
            self._served.do("load", name=name)
            server = _Wire(self._served)
        return Place(kind, profile, account, item, server)

    def warm(self) -> None:
        """Have this process know what each life needs, so that none of them reads it anew."""
        for platform in {kind.platform for kind in KINDS.values()}:
            connector_class(platform)
        import_module("keyring.backends.fail")
        place = self.lay("demo, no key", self._folder / "warm")
        with time_is(SharedClock(self._memory)):
            engine = Engine.open(Paths(place.profile), serve=False)
            write(engine, place, self._memory, self.picture)
            engine.call("outbox.send", wait=0)
            engine.close()

    def _demo(self, name: str, kind: Kind, folder: Path) -> tuple[str, str, str]:
        stage = Stage(folder, accounts=1, **kind.options)
        item = stage.asked(QUESTION)
        stage.close()
        return stage.accounts[0], item, ""

    def _wired(self, name: str, kind: Kind, folder: Path) -> tuple[str, str, str]:
        self._served.make(kind.platform, **kind.options)
        facts = self._served.facts
        self._served.do("say", who="ana", text=QUESTION)
        (self._folder / "flag.png").write_bytes(picture())
        engine = Engine.open(Paths(folder), serve=False)
        try:
            (account,) = engine.call(
                "accounts.add", platform=kind.platform, way=facts["way"], answers=facts["answers"]
            )["accounts"]
            (told,) = engine.call("sync")["accounts"]
            assert told["error"] is None, told
            (item,) = engine.call("inbox.list", state="all")["items"]
        finally:
            engine.close()
        for number in range(kind.backlog):
            self._memory.time += DAYS * 86_400_000 // (kind.backlog + 1)
            self._served.do("say", who="chen", text=f"q{number}? Since when?")
        self._served.do("save", name=name)
        return account["id"], item["id"], facts["token"]

    @property
    def picture(self) -> Path:
        """The picture that goes out in two steps."""
        return self._folder / "flag.png"


def write(engine: Engine, place: Place, memory: Memory, flag: Path) -> None:
    """Do what is not done yet of writing and queueing, as a person does who was not told so.

    `memory.acked` counts what a person was told is safe: a draft, then its row, for each text.
    """
    texts = place.kind.texts
    for number, text in enumerate(texts):
        rows = [r for r in engine.call("outbox.list")["rows"] if r["text"] == text]
        if len(rows) < texts[: number + 1].count(text):
            _write_one(engine, place, memory, flag, number)
        memory.acked = max(memory.acked, number * 2 + 2)


def _write_one(engine: Engine, place: Place, memory: Memory, flag: Path, number: int) -> None:
    text = place.kind.texts[number]
    drafts = engine.call("drafts.list")["drafts"]
    draft = next((d for d in drafts if (d["text"], d["state"]) == (text, "draft")), None)
    if place.kind.answers:
        draft = draft or engine.call("drafts.save", text=text, item=place.item)["drafts"][0]
        memory.acked = max(memory.acked, number * 2 + 1)
        engine.call("reply", item=place.item, text=text, draft=draft["id"])
        return
    pictures = [{"path": str(flag), "alt": "A flag, 旗"}] if place.kind.steps else None
    ways = [{"account": place.account, "segment": ""}]
    draft = (
        draft or engine.call("drafts.save", text=text, variants=ways, images=pictures)["drafts"][0]
    )
    memory.acked = max(memory.acked, number * 2 + 1)
    done = engine.call("post.queue", draft=draft["id"], now=True)
    assert done["held"] == [] and len(done["rows"]) == 1, done
