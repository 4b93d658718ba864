"""The demo network plays a remote server: it outlives kills, is shared, and fails as ordered."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import textwrap
import threading
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from cmapp.domain.errors import (
    Garbled,
    Offline,
    Rejected,
    SignInNeeded,
    Throttled,
    Trouble,
    Uncertain,
)
from cmapp.platforms.demo import Demo, api
from cmapp.platforms.demo.network import FAULTS, Network
from cmapp.platforms.demo.seed import NOTICES, minutes
from cmapp.system.clock import Clock

ROOT = Path(__file__).resolve().parents[4]
ANCHOR = 1_800_000_000_000
US = "u1"


class HandClock(Clock):
    """A clock that a test moves; waiting moves it too."""

    def __init__(self, at: int) -> None:
        self.at = at

    def now(self) -> int:
        return self.at

    def wait(self, event: threading.Event, seconds: float) -> bool:
        self.at += int(seconds * 1000)
        return False


@pytest.fixture
def clock() -> HandClock:
    return HandClock(ANCHOR)


@pytest.fixture
def world(tmp_path: Path, clock: HandClock) -> Network:
    return Network.make(tmp_path / "net", empty=True, clock=clock)


def create(parent: str | None = None, key: str = "k1", text: str = "好的") -> dict[str, Any]:
    return {"verb": "create", "who": US, "key": key, "text": text, "parent": parent}


def script(folder: Path, body: str, *args: str) -> list[str]:
    head = "import sys\nfrom pathlib import Path\nfrom cmapp.platforms.demo import api\n"
    head += "from cmapp.platforms.demo.network import Network\nnet = Network(Path(sys.argv[1]))\n"
    return [sys.executable, "-c", head + textwrap.dedent(body), str(folder), *args]


# What a newcomer meets.


def test_the_same_seed_and_anchor_make_the_same_network(tmp_path: Path) -> None:
    logs = []
    for name, seed in (("a", 7), ("b", 7), ("c", 8)):
        Network.make(tmp_path / name, seed=seed, anchor=ANCHOR)
        logs.append((tmp_path / name / "log.jsonl").read_text("utf-8"))
    assert logs[0] == logs[1] != logs[2]


def test_the_network_is_as_big_and_as_mixed_as_it_promises(tmp_path: Path) -> None:
    world = Network.make(tmp_path, anchor=ANCHOR, clock=HandClock(ANCHOR))
    notices = [n for brand in world.brands() for n in world.notices(brand.handle)]
    assert len(notices) == NOTICES
    assert len(world.people()) == 60
    assert tuple(p.handle for p in world.brands()) == Demo.BRANDS
    assert len([p for p in world.posts() if p.parent is None]) >= 40
    kinds = Counter(n.kind for n in notices)
    for kind in ("mention", "reply", "comment", "message", "quote", "reaction", "repost", "follow"):
        assert kinds[kind] >= 2, kind
    said = " ".join(p.text for p in world.posts())
    for word in ("退款", "危機", "危机", "refund", "crisis", "訂單", "订单"):
        assert word in said
    names = " ".join(p.name for p in world.people())
    assert "file:///" in names and "🌻" in names and "نور" in names
    assert max(len(p.name) for p in world.people()) > 80


def test_some_wait_with_twenty_minutes_left_some_are_overdue_some_windows_close_soon(
    tmp_path: Path,
) -> None:
    world = Network.make(tmp_path, anchor=ANCHOR, clock=HandClock(ANCHOR))
    asked = ("mention", "reply", "comment", "message")
    waits = [
        (ANCHOR - n.at) // 60_000
        for brand in world.brands()
        for n in world.notices(brand.handle)
        if n.kind in asked
    ]
    assert [w for w in waits if 95 <= w <= 105], "about twenty of 120 minutes left"
    assert [w for w in waits if 120 < w < 360], "overdue"
    closing = [p.closes for p in world.posts() if p.closes]
    assert [c for c in closing if 0 < c - ANCHOR < 2 * 3_600_000]
    assert [c for c in closing if c < ANCHOR]
    assert [p for p in world.posts() if p.locked]
    assert minutes("2d3h5m") == 2 * 1440 + 185


# A server that nothing kills.


def test_a_torn_last_line_is_cut_off_and_the_rest_stands(world: Network) -> None:
    post = world.say("ana.lopes", "one")
    log = world.folder / "log.jsonl"
    with log.open("ab") as file:
        file.write(b'[{"op": "post", "id": "d9')
    again = Network(world.folder)
    assert [p.id for p in again.posts()] == [post]
    second = again.say("ana.lopes", "two")
    assert [p.id for p in Network(world.folder).posts()] == [post, second]
    assert all(json.loads(line) for line in log.read_text("utf-8").splitlines())


@pytest.mark.e2e
def test_killed_at_any_moment_it_has_done_what_it_answered(tmp_path: Path) -> None:
    folder = tmp_path / "net"
    world = Network.make(folder, empty=True)
    body = """
        for n in range(100000):
            made = api.perform(net, {"verb": "create", "who": "u1", "key": sys.argv[2] + str(n),
                                     "text": sys.argv[2] + str(n)})
            print(made["id"], made["text"], flush=True)
    """
    answered: dict[str, str] = {}
    for run in range(6):
        child = subprocess.Popen(
            script(folder, body, f"r{run}-"), stdout=subprocess.PIPE, text=True, cwd=ROOT
        )
        assert child.stdout
        for _ in range(5 + 7 * run):
            name, text = child.stdout.readline().split()
            answered[name] = text
        child.send_signal(signal.SIGKILL)
        rest, _ = child.communicate()
        for line in rest.splitlines():
            if len(pair := line.split()) == 2:
                answered[pair[0]] = pair[1]
    there = {p.id: p.text for p in world.posts()}
    assert answered.items() <= there.items()
    assert len(there) - len(answered) <= 6
    assert len(set(there.values())) == len(there)


@pytest.mark.e2e
def test_two_processes_share_one_world(tmp_path: Path) -> None:
    folder = tmp_path / "net"
    world = Network.make(folder, empty=True)
    body = """
        print("ready", flush=True)
        sys.stdin.readline()
        for n in range(200):
            net.say("ana.lopes", f"{sys.argv[2]}{n} @mossfield")
    """
    children = [
        subprocess.Popen(
            script(folder, body, name),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        for name in ("a", "b")
    ]
    for child in children:
        assert child.stdout and child.stdout.readline() == "ready\n"
    for child in children:
        assert child.stdin
        child.stdin.write("go\n")
        child.stdin.flush()
    for n in range(200):
        world.say("chenxi", f"c{n} @mossfield")
    for child in children:
        child.communicate(timeout=400)
        assert child.returncode == 0
    posts = world.posts()
    assert len(posts) == 600 == len({p.id for p in posts})
    assert len(world.notices("mossfield")) == 600
    assert [p.id for p in Network(folder).posts()] == [p.id for p in posts]


def test_a_network_made_anew_is_noticed_by_who_knew_the_old_one(world: Network) -> None:
    world.say("ana.lopes", "old")
    Network.make(world.folder, empty=True)
    assert world.posts() == []


# What goes wrong on order.


@pytest.mark.parametrize(
    ("kind", "error", "replies"),
    [
        ("offline", Offline, 0),
        ("sign_in", SignInNeeded, 0),
        ("throttle", Throttled, 0),
        ("refuse", Rejected, 0),
        ("drop_before", Uncertain, 0),
        ("server_error", Uncertain, 0),
        ("apply_drop", Uncertain, 1),
        ("apply_error", Uncertain, 1),
        ("garbled", Uncertain, 1),
        ("late_key", Uncertain, 1),
        ("late", Uncertain, 0),
        ("hidden", Uncertain, 0),
    ],
)
def test_a_write_fails_as_ordered_and_leaves_what_it_should(
    world: Network, kind: str, error: type[Trouble], replies: int
) -> None:
    post = world.say("ana.lopes", "hello @mossfield")
    world.fault(kind, seconds=5)
    with pytest.raises(error):
        api.perform(world, create(post))
    assert len(world.replies_to(post)) == replies
    api.inbox(world, US, None)  # the fault is spent


def test_every_fault_has_its_test() -> None:
    tried = {mark.args[1][n][0] for mark in _marks() for n in range(len(mark.args[1]))}
    assert set(FAULTS) - tried == {"slow", "key_ignored", "at_once"}


def _marks() -> list[Any]:
    return list(test_a_write_fails_as_ordered_and_leaves_what_it_should.pytestmark)  # type: ignore[attr-defined]


def test_what_is_done_late_or_hidden_is_seen_when_its_time_has_come(
    world: Network, clock: HandClock
) -> None:
    for kind in ("late", "hidden"):
        post = world.say("ana.lopes", f"{kind} @mossfield")
        world.fault(kind, seconds=5)
        with pytest.raises(Uncertain):
            api.perform(world, create(post, key=kind))
        clock.at += 4_999
        assert world.replies_to(post) == []
        assert api.find(world, create(post, key=kind), 0) is None
        clock.at += 2
        assert len(Network(world.folder, clock=clock).replies_to(post)) == 1
        found = api.find(world, create(post, key=kind), 0)
        assert found and found["parent"] == post


def test_a_key_is_one_deed_unless_the_server_forgets_or_ignores_it(
    world: Network, clock: HandClock
) -> None:
    post = world.say("ana.lopes", "@mossfield?")
    first = api.perform(world, create(post))
    assert api.perform(world, create(post))["id"] == first["id"]
    world.fault("key_ignored")
    assert api.perform(world, create(post))["id"] != first["id"]
    clock.at += 3_600_001
    assert api.perform(world, create(post))["id"] != first["id"]
    world.set_options(keys="ignored")
    api.perform(world, create(post))
    assert len(world.replies_to(post)) == 4


def test_a_key_remembered_late_doubles_a_hasty_replay_only(
    world: Network, clock: HandClock
) -> None:
    for wait, copies in ((0, 2), (3_000, 1)):
        post = world.say("ana.lopes", "@mossfield?")
        world.fault("late_key", seconds=2)
        with pytest.raises(Uncertain):
            api.perform(world, create(post, key=f"w{wait}"))
        clock.at += wait
        api.perform(world, create(post, key=f"w{wait}"))
        assert len(world.replies_to(post)) == copies


def test_without_keys_a_deed_is_found_by_its_text_parent_and_time(
    world: Network, clock: HandClock
) -> None:
    world.set_options(keys="none")
    post, other = (world.say("ana.lopes", f"{n} @mossfield") for n in range(2))
    made = api.perform(world, create(post, key="a", text="re\u0301sume\u0301  yes"))
    asked = create(post, key="b", text="résumé yes ")
    found = api.find(world, asked, clock.at)
    assert found and found["id"] == made["id"]
    assert api.find(world, create(other, key="b", text="résumé yes"), clock.at) is None
    assert api.find(world, asked, clock.at + 300_001) is None
    assert world.post(made["id"]).key is None


def test_an_absurd_retry_after_is_cut_to_an_hour(world: Network, clock: HandClock) -> None:
    for seconds, waits in ((99_999_999_999, 3_600), (0, 60), (0.01, 1), (7, 7)):
        world.fault("throttle", seconds=seconds)
        with pytest.raises(Throttled) as slow:
            api.inbox(world, US, None)
        assert slow.value.until == clock.at + waits * 1000


def test_a_slow_answer_is_an_answer(world: Network, clock: HandClock) -> None:
    world.fault("slow", seconds=30)
    assert api.inbox(world, US, None).items == ()
    assert clock.at == ANCHOR + 30_000


def test_faults_befall_what_they_are_meant_for_in_their_order_and_number(world: Network) -> None:
    world.fault("server_error", 2, on="write")
    world.fault("garbled", on="thread")
    post = world.say("ana.lopes", "@mossfield?")
    api.inbox(world, US, None)
    with pytest.raises(Garbled):
        api.thread(world, US, post, None)
    for _ in range(2):
        with pytest.raises(Uncertain):
            api.perform(world, create(post))
    api.perform(world, create(post))
    world.fault("offline", 1_000_000)
    with pytest.raises(Offline):
        api.inbox(world, US, None)
    world.clear_faults()
    api.inbox(world, US, None)


# What happens in the world.


def test_a_lock_a_closed_window_and_a_deletion_forbid_an_answer(
    world: Network, clock: HandClock
) -> None:
    locked = world.say("ana.lopes", "@mossfield?")
    world.lock(locked)
    letter = world.say("ana.lopes", "a letter", to="mossfield")
    assert world.post(letter).closes == clock.at + 24 * 3_600_000
    world.close_window(letter)
    for post, why in ((locked, "locked"), (letter, "window_closed")):
        with pytest.raises(Rejected) as no:
            api.perform(world, create(post))
        assert no.value.facts["reason"] == why
    world.lock(locked, locked=False)
    world.say("ana.lopes", "again", parent=letter)  # a new letter opens the window again
    assert api.perform(world, create(locked, key="x"))["parent"] == locked
    assert api.perform(world, create(letter, key="y"))["kind"] == "message"


def test_a_colleagues_answer_is_told_to_none_of_us(world: Network) -> None:
    post = world.say("ana.lopes", "@mossfield?")
    answer = world.say("mossfield_tw", "here", parent=post)
    assert [p.id for p in world.replies_to(post)] == [answer]
    assert len(world.notices("mossfield")) == 1
    assert world.notices("mossfield_tw") == []


def test_a_letter_is_seen_by_the_two_it_is_between(world: Network) -> None:
    letter = world.say("ana.lopes", "a secret", to="mossfield")
    assert [e["id"] for e in api.messages(world, US, None).items] == [letter]
    assert api.messages(world, "u2", None).items == ()
    with pytest.raises(Trouble):
        api.thread(world, "u2", letter, None)
