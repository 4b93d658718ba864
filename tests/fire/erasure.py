"""Erase people of whom something lies everywhere, then look for them in every byte (P20).

    python -m tests.fire.erasure --full                    200 people, a kill at each step
    python -m tests.fire.erasure --people 20 --seed 7
    python -m tests.fire.erasure --quick                   6 people, some 20 seconds
    python -m tests.fire.erasure --control                 without purging: must find something

Canary names, handles and texts come through real syncs of the demo network and of a Mastodon-API
server; they are answered, drafted, noted, tagged, searched, charted, exported, backed up, logged
and left in a journal. Each is erased, every second one by a process that is killed at a step. Then
every file is searched, the platform is read anew from its beginning, every file is searched again;
an old copy is put back at the end. What others have is looked for, too: it must still be there.

Prints one JSON line; exits 1 on a violation, and where the control finds nothing.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from unittest.mock import patch

from cmapp.domain.errors import Missing, Rejected, Trouble
from cmapp.services import leftovers, privacy
from cmapp.store import purging, rollups, ties
from cmapp.system import failpoint
from cmapp.system import log as logs
from cmapp.system.line_file import LineFile
from tests.support.stage import US, Stage

STEPS = tuple(step for step in failpoint.STEPS if step.startswith("erase."))
_FIRST = ("Zefanya", "Bhaskar", "Ødger", "Qiuyan", "Marisela", "Xóchitl", "Åsdis", "Ngozichukwu")
_LAST = ("Quarrington", "Vîlciu", "Thórsdottir", "Oyelaran", "Wójtowicz", "Ibáñez-Roux")
_WIDE = "欧阳慕容司徒澹台公孙钟离梓萱浩宇雨桐"
_TALK = (
    "The glaze on my {x} cracked after a day and nobody at {x} answers me.",
    "请问货号{x}的茶壶什么时候补货？我已经等了两个星期。",
    'Is "{x}" vegan? <b>&amp;</b> \\o/ 100% =SUM(A1) {x}',
    "{x} leaks 💧 at the seam — see {x}/öß.",
)


@dataclass(frozen=True)
class Canary:
    """A person who does not exist anywhere else. `texts`: whatever of theirs must go."""

    handle: str
    name: str
    texts: tuple[str, ...]

    @property
    def words(self) -> tuple[str, ...]:
        return (self.handle, self.name, *self.texts)


def canary(rng: random.Random, n: int) -> Canary:
    """Return the n-th."""
    mark = f"Kx{rng.randrange(16**6):06x}q{n}"
    name = f"{rng.choice(_FIRST)}{n} {rng.choice(_LAST)}-{mark}"
    if n % 4 == 1:
        name = "".join(rng.choice(_WIDE) for _ in range(4)) + mark
    handle = f"canary.{mark.lower()}"
    texts = tuple(talk.format(x=f"{mark}-{k}") for k, talk in enumerate(_TALK))
    return Canary(handle, name, texts)


@dataclass
class Run:
    """One profile, and what went wrong in it."""

    folder: Path
    seed: int
    wrong: list[str] = field(default_factory=list)
    erased: int = 0
    kills: int = 0
    bytes: int = 0

    def __post_init__(self) -> None:
        self.rng = random.Random(self.seed)
        self.stage = Stage(self.folder / "profile")
        self.root = self.stage.paths.root

    def hits(self, words: tuple[str, ...]) -> dict[str, int]:
        found = leftovers.scan(self.root, leftovers.Finder(words))
        self.bytes += found.bytes
        return found.hits

    def check(self, holds: bool, what: str) -> None:
        if not holds:
            self.wrong.append(what)
            print(json.dumps({"violation": what, "seed": self.seed}), flush=True)

    def furnish(self, one: Canary) -> None:
        """Have something of them in every place."""
        stage, call = self.stage, self.stage.call
        ours = stage.world.say(US, "Something new today.")
        said = stage.world.say(one.handle, one.texts[0], parent=ours, name=one.name)
        stage.world.say(one.handle, one.texts[1], parent=ours)
        stage.world.say(one.handle, one.texts[2], to=US)
        stage.world.react(one.handle, ours)
        stage.world.react(one.handle, ours, "repost")
        stage.world.follow(one.handle, US)
        stage.world.say("chenxi", f"@{one.handle} me too! {one.name}: {one.texts[1]}", parent=said)
        call("sync")
        stage.world.edit(said, one.texts[3])
        call("sync")
        listed = call("inbox.list", state="all", limit=1000)["items"]
        items = [str(i["id"]) for i in listed if i["text"] in one.texts]
        who = one.handle
        call("notes.add", item=items[0], text=f"Note: {one.texts[1]}")
        call("inbox.label", label="kettles", items=items)
        call("inbox.assign", who="Ann", items=items[:1])
        call("tasks.add", title=f"Ring {one.name} back", items=items[:1])
        call("inbox.correct", needs_reply=True, signals=["complaint"], items=items[:1])
        call("people.tag", tag="press", people=[who])
        call("people.vip", people=[who])
        call("people.fact_add", person=who, name="mail", value=f"{one.handle}@example.invalid")
        call("people.note_add", person=who, text=one.texts[2])
        call("people.name", person=who, name=f"Our {one.name}")
        call("searches.save", name=f"Of {one.name}", query=f"from:{who}")
        call("search", query=one.name)
        call("drafts.save", text=f"Idea of @{who}: {one.texts[1]}", account=stage.accounts[0])
        call("findings.save", title=f"Interview with {one.name}", kind="interview", fields={})
        call("suggestions.add", items=items[:1], title=f"As {one.name} says")
        call("reply", item=items[0], text=f"Dear {one.name}, a new one is on its way to you.")
        call("outbox.send")
        call("sync")
        call("drafts.save", text=f"One thing more for {one.name}, half", item=items[-1])
        call("reply", item=items[1], text=f"Later, dear {one.name}.", at=4_102_444_800_000)
        call("replies.thank", item=items[1])
        call("insights.show", name="activity") if "activity" in self.charts() else None
        chat = self.folder / "chat.csv"
        chat.write_text(f"time,author,text\n0:01,{one.handle},{one.texts[0]}\n", encoding="utf-8")
        call("live.import", path=str(chat))
        chat.unlink()
        LineFile(stage.paths.journal).append(
            [{"draft": 1, "item": int(items[0]), "account": "", "text": one.texts[0], "media": [],
              "at": 1}]
        )  # fmt: skip

    def charts(self) -> set[str]:
        return {c["name"] for c in self.stage.call("insights.list").get("charts", [])}

    def erase(self, one: Canary, kill: str | None) -> None:
        """Erase them, in a process that is killed at a step where one is named."""
        self.check(bool(self.hits(one.words)), f"{one.handle}: nothing was there to be found")
        if kill is None:
            done = self.stage.call("privacy.erase", person=one.handle)["erasure"]["proof"]
            self.check(done["found"] == done["in_indexes"] == 0, f"{one.handle}: proof {done}")
        else:
            self.stage.close()
            program = [
                sys.executable, "-m", "cmapp", "--profile", str(self.root),
                "privacy", "erase", one.handle, "--yes",
            ]  # fmt: skip
            ended = subprocess.run(
                program, env={**os.environ, "CMAPP_FAILPOINT": f"{kill}:kill"},
                capture_output=True, timeout=300,
            )  # fmt: skip
            self.kills += 1
            self.check(ended.returncode == -signal.SIGKILL, f"{kill} was not reached")
            self.stage.open()
        self.erased += 1
        self.look(one, f"after erasing ({kill or 'no kill'})")

    def look(self, one: Canary, when: str) -> None:
        found = self.hits(one.words)
        self.check(not found, f"{one.handle} {when}: {found}")

    def whole(self, when: str) -> None:
        """See that the profile is whole, and its sums are those of its rows."""
        store = self.stage.engine.desk.store
        self.check(store.read(rollups.verify) == [], f"sums {when}")
        self.check(store.read(rollups.verify_days) == [], f"days {when}")
        self.check(store.read(ties.differences) == {}, f"ties {when}")
        said = store.read(lambda db: db.execute("PRAGMA integrity_check").fetchone()[0])
        self.check(said == "ok", f"integrity {when}: {said}")

    def anew(self) -> None:
        """Read the platform from its beginning, as after a sign-in."""
        self.stage.engine.desk.store.write(lambda tx: tx.db.execute("DELETE FROM cursors"))
        for _ in range(2):
            self.stage.call("sync")

    def undo_all(self) -> None:
        for _ in range(60):
            try:
                self.stage.call("undo")
            except (Missing, Rejected):
                return
            except Trouble:
                continue


def run(people: int, seed: int, *, mastodon: bool, every_step: bool) -> dict[str, Any]:
    """Play; returns the summary."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as folder, ExitStack() as ends:
        played = Run(Path(folder), seed)
        ends.callback(played.stage.close)
        ends.callback(logs.set_up(played.stage.paths.log, "engine", debug=True))
        stays = canary(played.rng, people)
        played.furnish(stays)
        kept = Path(folder) / "old.sqlite3"
        here = [canary(played.rng, n) for n in range(people)]
        for n, one in enumerate(here):
            played.furnish(one)
            if n % 3 == 0:
                played.stage.call("backups.make")
            if n == 0:
                store = played.stage.engine.desk.store
                store.between(lambda db: db.execute("VACUUM INTO ?", (str(kept),)))
            kill = None
            if every_step or n % 2:
                kill = STEPS[n // 2 % len(STEPS)]
            played.erase(one, kill)
            played.whole(f"after {n}")
            if n % 5 == 4 or n == people - 1:
                played.anew()
                for gone in here[: n + 1]:
                    played.look(gone, "after the platform was read anew")
        played.undo_all()
        played.look(here[-1], "after undo")
        _restored(played, kept, here[0])
        played.check(bool(played.hits((stays.texts[1],))), "who was not erased is gone")
        if mastodon:
            _on_mastodon(played)
        summary = {
            "promise": "P20",
            "runs": played.erased,
            "kills": played.kills,
            "bytes": played.bytes,
            "violations": len(played.wrong),
            "control": control(seed),
            "seed": seed,
            "seconds": round(time.monotonic() - began, 1),
        }
    return summary


def _restored(played: Run, kept: Path, one: Canary) -> None:
    """Put an old copy in the place of the database; it must not bring anybody back."""
    stage = played.stage
    stage.close()
    for suffix in ("", "-wal", "-shm"):
        stage.paths.database.with_name(stage.paths.database.name + suffix).unlink(missing_ok=True)
    shutil.copyfile(kept, stage.paths.database)
    played.check(bool(played.hits(one.words)), "the old copy has nobody")
    stage.open()
    privacy.apply_tombstones(stage.engine.desk.store, stage.paths.root)
    stage.engine.desk.store.copy_drafts(anew=True)
    played.look(one, "after an old copy was put back")
    played.whole("after an old copy was put back")


def _on_mastodon(played: Run) -> None:
    """Do it with somebody of a Mastodon-API server."""
    from tests.contract.platforms.mastodon.world import serve

    with serve() as server:
        world = server.world(played.folder)
        _, answers = world.sign_in()
        given = {k: v for one in answers for k, v in one.items()}
        call = played.stage.call
        call("accounts.add", platform="mastodon", way="token", answers=given)
        talk = [t.format(x=f"Mx{played.seed}zz{k}") for k, t in enumerate(_TALK)]
        first = world.mention(talk[0])
        world.mention(talk[1])
        world.message(talk[3])
        world.follow()
        call("sync")
        listed = call("inbox.list", state="all", limit=1000)["items"]
        item = next(i for i in listed if talk[0][:20] in (i["text"] or ""))
        handle = str(item["author"]["handle"] if isinstance(item["author"], dict) else "")
        call("notes.add", item=item["id"], text=f"Note: {talk[1]}")
        call("reply", item=item["id"], text="We are looking into it, a new one comes.")
        call("outbox.send")
        call("sync")
        one = Canary(handle, handle, (talk[0], talk[1], talk[3]))
        words = (*one.texts, first, handle.lstrip("@"))
        played.check(bool(played.hits(words)), "Mastodon: nothing was there")
        call("privacy.erase", person=handle)
        played.erased += 1
        found = played.hits(words)
        played.check(not found, f"Mastodon: {found}")
        played.anew()
        found = played.hits(words)
        played.check(not found, f"Mastodon, read anew: {found}")
        played.whole("on Mastodon")
        world.clear()


def control(seed: int) -> dict[str, int]:
    """Erase without purging: how many places are found, which must not be none."""
    with tempfile.TemporaryDirectory() as folder:
        played = Run(Path(folder), seed)
        try:
            one = canary(played.rng, 0)
            played.furnish(one)
            store = played.stage.engine.desk.store
            store.between(lambda db: db.execute("PRAGMA secure_delete = OFF"))
            with (
                patch.object(purging, "indexes", lambda db: None),
                patch.object(purging, "written_anew", lambda db: True),
                patch.object(purging, "emptied", lambda db: True),
            ):
                played.stage.call("privacy.erase", person=one.handle)
            return {"found": sum(played.hits(one.words).values())}
        finally:
            played.stage.close()


def main() -> int:
    """Play what the arguments say."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--full", action="store_true", help="200 people, each step")
    parser.add_argument("--quick", action="store_true", help="6 people")
    parser.add_argument("--control", action="store_true", help="only the control")
    given = parser.parse_args()
    if given.control:
        found = control(given.seed)
        print(json.dumps({"promise": "P20", "control": found, "seed": given.seed}))
        return 0 if found["found"] else 1
    people = 200 if given.full else 6 if given.quick else given.people
    summary = run(people, given.seed, mastodon=not given.quick, every_step=given.full)
    print(json.dumps(summary), flush=True)
    return 1 if summary["violations"] or not summary["control"]["found"] else 0


if __name__ == "__main__":
    from tests.conftest import loopback_only, owner
    from tests.support import shared

    loopback_only()
    try:
        sys.exit(main())
    finally:
        shared.stop_all(owner())
