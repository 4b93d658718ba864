"""One draft with two pictures, planned, to a Bluesky network and a Mastodon-API server: once each.

    python -m tests.e2e.planned 100

Each round a draft is planned and the engine runs as a process of its own that is killed with
SIGKILL: anywhere from its start, or around the planned moment, in which it uploads and publishes.
One round in five is planned so far ahead that the server's own scheduler is handed it. Servers are
faulty in half of the rounds. At the end all is followed, and every text is looked for on both.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from cmapp.services.engine import Engine
from cmapp.system.clock import now
from cmapp.system.paths import profile
from tests.e2e.trip import Trip
from tests.support.media_files import picture

ROOT = Path(__file__).parents[2]
ALTS = ["A red and blue flag, 旗", "The same flag, upside down"]
FAULTS = (None, None, None, "drop_before", "apply_drop", "server_error", "garbled")
MINUTE = 60_000
AMPLE = 30_000
"""So long before its moment (ms) it is planned at least: to plan takes a slow machine seconds."""
WORKS = 4.0
"""Seconds within which the pictures are up and both posts are out, mostly."""


@dataclass(slots=True)
class Run:
    """All rounds in one profile, on both servers; `worlds` by platform."""

    worlds: dict[str, Any]
    folder: Path
    seed: int
    accounts: dict[str, str] = field(default_factory=dict)
    handed: dict[str, str] = field(default_factory=dict)
    texts: dict[str, bool] = field(default_factory=dict)
    found_at: Counter[str] = field(default_factory=Counter)
    doubted: set[str] = field(default_factory=set)
    asked: int = 0
    ends: Counter[str] = field(default_factory=Counter)
    kills: int = 0

    def connect(self) -> None:
        for platform, world in self.worlds.items():
            trip = Trip(platform, world, self.folder)
            self.accounts[platform] = trip.account
            _, answers = world.sign_in()
            given = {k: v for one in answers for k, v in one.items()}
            secret = given.get("token") or given["password"]
            self.handed[f"CMAPP_TOKEN_{trip.account.upper()}"] = secret
            trip.engine.close()
        for n, seed in enumerate((1, 2)):
            (self.folder / f"flag{n}.png").write_bytes(picture(seed=seed, size=(400, 300)))

    def environment(self) -> dict[str, str]:
        """Hand the secrets to a run where no keyring keeps them."""
        return {**os.environ, **self.handed}

    def engine(self) -> Engine:
        os.environ.update(self.handed)  # it takes them out of there
        return Engine.open(profile(self.folder), serve=False)

    def write(self, number: int, *, ahead: bool) -> int:
        """Plan a new draft from both accounts; returns its moment (UTC ms)."""
        text = f"Plan {self.seed}-{number}: 两张图"
        soonest = now() + (11 * MINUTE if ahead else AMPLE)
        at = -(-soonest // MINUTE) * MINUTE
        wall = datetime.fromtimestamp(at / 1000, UTC).strftime("%Y-%m-%dT%H:%M")
        engine = self.engine()
        try:
            draft = engine.call(
                "drafts.save",
                text=text,
                images=[
                    {"path": str(self.folder / f"flag{n}.png"), "alt": alt}
                    for n, alt in enumerate(ALTS)
                ],
                variants=[{"account": a, "segment": ""} for a in self.accounts.values()],
            )["drafts"][0]["id"]
            done = engine.call("plan.set", draft=draft, at=wall, zone="UTC")
            assert (len(done["rows"]), done["held"]) == (2, []), done
        finally:
            engine.close()
        self.texts[text] = ahead
        return at

    def kill(self, at: int, rng: random.Random, *, ahead: bool) -> None:
        """Run the engine so that the moment comes soon after its start, and kill it."""
        shift = 0 if ahead else at - now() - 3_000
        running = subprocess.Popen(
            [
                sys.executable, "-m", "tests.e2e.shifted", str(shift), "--profile",
                str(self.folder), "engine",
            ],
            cwd=ROOT,
            env=self.environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
        anywhere = rng.random() < 1 / 3
        due = time.monotonic() + 3.0
        if not anywhere:
            self._until_engine(running)
            if not ahead:
                time.sleep(max(0.0, due - time.monotonic()))
        time.sleep(rng.random() * WORKS)
        assert running.poll() is None, "the engine ended by itself"
        running.kill()
        running.wait()
        self.kills += 1

    def _until_engine(self, running: subprocess.Popen[bytes]) -> None:
        told = profile(self.folder).engine
        while running.poll() is None:
            try:
                if f'"pid": {running.pid}' in told.read_text():
                    return
            except FileNotFoundError:
                pass
            time.sleep(0.005)

    def rows(self) -> list[dict[str, Any]]:
        engine = self.engine()
        try:
            found: list[dict[str, Any]] = engine.call("outbox.list")["rows"]
            return [r for r in found if r["kind"] == "publish"]
        finally:
            engine.close()

    def play(self, kills: int) -> None:
        rng = random.Random(self.seed)
        self.connect()
        while self.kills < kills:
            number = self.kills + 1
            ahead = number % 5 == 0
            at = self.write(number, ahead=ahead)
            fault, world = rng.choice(FAULTS), rng.choice(sorted(self.worlds))
            if fault is not None:
                self.worlds[world].fault(fault, on="write", seconds=1)
            self.kill(at, rng, ahead=ahead)
            self.worlds[world].clear()
            after = self.rows()
            self.found_at.update(r["state"] for r in after if r["text"] == list(self.texts)[-1])
            self.doubted |= {r["id"] for r in after if r["state"] == "uncertain"}
            if number % 10 == 0:
                print(f"{number} kills: {dict(self.found_at)}", flush=True)

    def follow(self) -> None:
        """Take back what was handed over, let it all come due here, twice: once is once.

        That a scheduler publishes what it holds is the contract suite's affair.
        """
        for world in self.worlds.values():
            world.settle()
        for _ in range(4):  # what is in doubt is looked for in its own time, with all there is
            self._land(120)
            if not [r for r in self.rows() if r["state"] == "uncertain"]:
                break
        engine = self.engine()
        try:
            engine.call("settings.set", use_server_scheduler=False)
            engine.call("outbox.pause", pull=True)
            engine.call("outbox.resume")
        finally:
            engine.close()
        assert not [r for r in self.rows() if r["state"] == "scheduled"]
        for _ in range(2):
            self._land(9000)
            for world in self.worlds.values():
                world.settle()
        if self._answer():
            self._land(9000)

    def _answer(self) -> bool:
        """Decide as a person does where the program asks one: look at the server, then say."""
        there = {
            account: Counter(text for text, _ in SHOWN[platform](self.worlds[platform]))
            for platform, account in self.accounts.items()
        }
        asked = [r for r in self.rows() if (r["state"], r["reason"]) == ("review", "unresolved")]
        engine = self.engine()
        try:
            for row in asked:
                out = there[row["account"]][row["text"]]
                verdict = "sent" if out else "send"
                engine.call("outbox.resolve", id=row["id"], verdict=verdict)
        finally:
            engine.close()
        self.asked += len(asked)
        return bool(asked)

    def _land(self, wait: int) -> None:
        """Land once; where a server stumbles at reading, once more: that is no matter of ours."""
        for _ in range(4):
            done = subprocess.run(
                [
                    sys.executable, "-m", "tests.e2e.later", "--profile", str(self.folder),
                    "outbox", "send", "--wait", str(wait), "--json",
                ],
                cwd=ROOT,
                env=self.environment(),
                capture_output=True,
                check=False,
                timeout=900,
            )  # fmt: skip
            if done.returncode in (0, 5):
                return
            print(f"landing ended with {done.returncode}: {done.stdout[-400:]!r}", flush=True)
        raise AssertionError(done)

    def judge(self) -> None:
        """Compare what the rows say with what stands on the servers."""
        rows = self.rows()
        assert len(rows) == 2 * len(self.texts)
        for platform, account in self.accounts.items():
            there = SHOWN[platform](self.worlds[platform])
            count = Counter(text for text, _ in there)
            for text, alts in there:
                assert alts == ALTS, f"{platform}, {text}: {alts}"
            for row in rows:
                if row["account"] != account:
                    continue
                state = row["state"]
                self.ends[f"{platform} {state}"] += 1
                about = f"{platform}, {row['text']}: {state}, there {count[row['text']]} times"
                assert count[row["text"]] == 1 and state == "sent", (
                    f"{about} (seed {self.seed}) {row}"
                )


def _on_mastodon(world: Any) -> list[tuple[str, list[str]]]:
    from cmapp.connectors import plain

    us = world._us[0]
    me = world._call("GET", "/api/v1/accounts/verify_credentials", us)["id"]
    found: list[dict[str, Any]] = []
    more = ""
    while page := world._call("GET", f"/api/v1/accounts/{me}/statuses?limit=40{more}", us):
        found += page
        more = f"&max_id={page[-1]['id']}"
    return [
        (plain.from_html(s["content"]).text, [m["description"] for m in s["media_attachments"]])
        for s in found
    ]


def _on_bluesky(world: Any) -> list[tuple[str, list[str]]]:
    posts = [one["value"] for one in world._records(world._account("ours0"), "app.bsky.feed.post")]
    return [(v["text"], [i["alt"] for i in v.get("embed", {}).get("images", [])]) for v in posts]


SHOWN: dict[str, Callable[[Any], list[tuple[str, list[str]]]]] = {
    "mastodon": _on_mastodon,
    "bluesky": _on_bluesky,
}
"""Platform → what stands on it: each post's text, and the descriptions of its pictures."""


def main(kills: int, seed: int, folder: Path) -> Run:
    """Start both servers, play, follow, judge."""
    from tests.contract.platforms.bluesky.world import serve as bluesky
    from tests.contract.platforms.mastodon.world import serve as mastodon

    with bluesky() as one, mastodon() as other:
        run = Run({"bluesky": one.world(folder), "mastodon": other.world(folder)}, folder, seed)
        print(f"seed {seed}: {kills} kills", flush=True)
        run.play(kills)
        run.follow()
        run.judge()
        for world in run.worlds.values():
            world.clear()
    print(
        f"{run.kills} kills; after one its rows stood at {dict(run.found_at)}; {len(run.doubted)}"
        f" were in doubt at some time; of {run.asked} a person was asked; they ended as"
        f" {dict(run.ends)}"
    )
    return run


if __name__ == "__main__":
    from tests.conftest import loopback_only, owner
    from tests.support import shared

    loopback_only()
    try:
        with tempfile.TemporaryDirectory() as folder:
            main(int(sys.argv[1]), int(os.environ.get("CMAPP_SEED") or time.time()), Path(folder))
    finally:
        shared.stop_all(owner())
