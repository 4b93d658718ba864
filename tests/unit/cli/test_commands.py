"""What scripts rely on: one JSON document, its shape, string ids, ISO times, the exit status."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cmapp.store import sqlite
from tests.support.stage import US
from tests.unit.cli.conftest import Answer, Cli, Shop

ISO = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
ROOT = Path(__file__).parents[3]

ACCOUNT = {"id", "platform", "server", "handle", "state", "problem", "synced_at"}
ITEM = {
    "id", "account", "platform", "kind", "author", "text", "created_at", "state", "url",
    "parent_text",
}  # fmt: skip
POST = {"id", "author", "text", "created_at", "mine", "pending"}
DRAFT = {"id", "account", "in_reply_to", "text", "state", "saved_at", "versions"}
ROW = {
    "id", "account", "kind", "state", "reason", "text", "in_reply_to", "attempts", "made_at",
    "sent_at", "url",
}  # fmt: skip
HIT = {"id", "account", "author", "text", "created_at"}


def values(found: Any, name: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every value of a document with the name that it goes by."""
    if isinstance(found, dict):
        for key, value in found.items():
            yield from values(value, key)
    elif isinstance(found, list):
        for value in found:
            yield from values(value, name)
    else:
        yield name, found


def fits(answer: Answer) -> Any:
    """Check what holds for every document, and return it."""
    assert answer.status == 0, answer
    for name, value in values(answer.json):
        if name in ("id", "in_reply_to", "draft", "account") and value is not None:
            assert isinstance(value, str), (name, value)
        if name.endswith(("_at", "_since", "until")) or name == "at":
            if value is None:
                continue
            assert ISO.fullmatch(value), (name, value)
    return answer.json


def one(found: list[dict[str, Any]], keys: set[str]) -> dict[str, Any]:
    """Check the first of a list and return it."""
    assert found
    for each in found:
        assert keys <= set(each), keys - set(each)
    return found[0]


def test_each_command_answers_in_its_shape(shop: Shop) -> None:
    item = shop.asked()
    account = one(fits(shop("accounts", "list"))["accounts"], ACCOUNT)
    assert account["synced_at"] and account["server"] == "demo:"
    told = one(fits(shop("sync", "--account", account["id"]))["accounts"], set())
    assert set(told) == {"id", "new", "changed", "error"}
    inbox = one(fits(shop("inbox", "--state", "all", "--limit", "5"))["items"], ITEM)
    assert set(inbox["author"]) >= {"handle", "name"}
    assert inbox["parent_text"] == "Something new today."
    posts = fits(shop("thread", item))["posts"]
    one(posts, POST)
    assert [p["mine"] for p in posts] == [True, False]
    draft = one(fits(shop("drafts", "new", "--reply-to", item, "--text", "It"))["drafts"], DRAFT)
    assert draft["in_reply_to"] == item
    edited = fits(shop("drafts", "edit", draft["id"], "--text", "It is."))["drafts"][0]
    assert edited["versions"] == 2
    shown = fits(shop("drafts", "show", draft["id"]))
    assert [h["text"] for h in shown["history"]] == ["It is.", "It"]
    assert fits(shop("drafts", "delete", draft["id"]))["drafts"][0]["text"] == "It is."
    assert fits(shop("drafts", "list")) == {"drafts": []}
    queued = fits(shop("reply", item, "--text", "It is."))["outbox"]
    assert queued["state"] == "ready"
    assert [p["pending"] for p in fits(shop("thread", item))["posts"]] == [None, None, "ready"]
    row = one(fits(shop("outbox", "list"))["rows"], ROW)
    assert (row["id"], row["in_reply_to"], row["kind"]) == (queued["id"], item, "reply")
    one(fits(shop("drafts", "list"))["drafts"], DRAFT)
    landed = fits(shop("outbox", "send"))
    assert {"sent", "held", "uncertain", "rejected", "new"} <= set(landed)
    assert one(landed["sent"], ROW)["sent_at"]
    assert landed["held"] == landed["uncertain"] == landed["rejected"] == []
    assert set(landed["new"]) == set(shop.ids)
    hits = fits(shop("search", "vegan"))
    one(hits["hits"], HIT)
    assert hits["hits"][0]["id"] == item
    assert hits["more"] is False
    made = fits(shop("post", "--account", account["id"], "--text-stdin", stdin="大减价\n".encode()))
    assert fits(shop("outbox", "cancel", made["outbox"]["id"]))["outbox"]["state"] == "cancelled"
    assert one(fits(shop("drafts", "list"))["drafts"], DRAFT)["text"] == "大减价"
    assert fits(shop("reopen", item))["item"]["state"] == "open"
    assert fits(shop("done", item))["item"]["state"] == "done"
    assert fits(shop("outbox", "pause"))["paused"] is True
    assert fits(shop("outbox", "resume"))["paused"] is False
    doctor = fits(shop("doctor"))
    text = str(doctor)
    assert sqlite.VERSION in text
    assert fits(shop("accounts", "remove", shop.ids[1]))["accounts"][0]["id"] == account["id"]


def test_what_is_held_is_told_and_decided(shop: Shop) -> None:
    item = shop.asked()
    row = fits(shop("reply", item, "--text", "It is."))["outbox"]["id"]
    remote = next(p.id for p in shop.world.posts() if p.text == "Is it vegan?")
    shop.world.edit(remote, "Is it?")
    landed = shop("outbox", "send")
    assert landed.status == 5
    assert [(r["id"], r["reason"]) for r in landed.json["held"]] == [(row, "parent_edited")]
    assert fits(shop("outbox", "resolve", row, "--as", "send"))["outbox"]["state"] == "ready"
    assert [r["id"] for r in fits(shop("outbox", "send"))["sent"]] == [row]
    assert fits(shop("outbox", "send"))["sent"] == []
    assert shop.said("It is.") == 1
    closing = fits(shop("reply", item, "--text", "And kosher."))["outbox"]["id"]
    shop.world.close_window(remote)
    shop("outbox", "send")
    rows = fits(shop("outbox", "list"))["rows"]
    (news,) = next(r["news"] for r in rows if r["id"] == closing)
    assert news["what"] == "window_closed" and ISO.fullmatch(news["at"])
    again = shop("outbox", "resolve", row, "--as", "drop")
    assert (again.status, again.code) == (1, "not_in_review")


@pytest.mark.parametrize("where", ["before", "between", "after"])
def test_profile_and_offline_are_taken_before_and_after_the_command(
    shop: Shop, bare: Cli, where: str
) -> None:
    options = ("--profile", str(shop.profile), "--offline", "--json")
    argv = {
        "before": (*options, "outbox", "send"),
        "between": ("outbox", *options, "send"),
        "after": ("outbox", "send", *options),
    }[where]
    shop(*("reply", shop.asked(), "--text", "It is."))
    refused = bare(*argv)
    assert (refused.status, refused.code) == (3, "switched_off")
    assert shop.said("It is.") == 0
    assert not (shop.profile / "nowhere").exists()


def test_offline_everything_but_going_out_works(shop: Shop) -> None:
    item = shop.asked()
    for argv in (
        ("inbox",), ("thread", item), ("search", "vegan"), ("accounts", "list"), ("outbox", "list"),
        ("drafts", "new", "--account", shop.ids[0], "--text", "x"), ("drafts", "list"),
        ("reply", item, "--text", "It is."), ("done", item), ("reopen", item), ("doctor",),
        ("outbox", "pause"), ("outbox", "resume"), ("flight", "check"),
    ):  # fmt: skip
        fits(shop("--offline", *argv))
    assert shop("--offline", "sync").status == 3
    assert shop.said("It is.") == 0
    fits(shop("outbox", "send"))
    assert shop.said("It is.") == 1


# --- exit statuses ------------------------------------------------------------------------------


def test_an_account_that_must_sign_in_again_is_status_4(shop: Shop) -> None:
    shop.world.fault("sign_in", 20)
    told = shop("sync")
    assert told.status == 4
    assert {a["error"] for a in told.json["accounts"]} == {"token_refused"}
    state = {a["state"] for a in shop("accounts", "list").json["accounts"]}
    assert state == {"sign_in"}
    shop.world.clear_faults()
    assert shop("sync").status == 0
    assert {a["state"] for a in shop("accounts", "list").json["accounts"]} == {"active"}


def test_no_way_out_is_status_3(shop: Shop) -> None:
    shop.world.fault("offline", 20)
    assert shop("sync").status == 3


def test_a_doubtful_row_is_status_5_and_wait_ends_it(shop: Shop) -> None:
    shop.world.set_options(settle=0.2, looks=1)
    shop("reply", shop.asked(), "--text", "It is.")
    shop.world.fault("drop_before")
    assert shop("outbox", "send").status == 5
    landed = shop("outbox", "send", "--wait", "20")
    assert (landed.status, len(landed.json["sent"])) == (0, 1)
    assert shop.said("It is.") == 1


def test_paused_is_told_as_no_way_out(shop: Shop) -> None:
    shop("reply", shop.asked(), "--text", "It is.")
    shop("outbox", "pause")
    refused = shop("outbox", "send")
    assert (refused.status, refused.code) == (3, "paused")
    assert "outbox resume" in shop.words("outbox", "send").err
    shop("outbox", "resume")
    assert shop("outbox", "send").status == 0


def test_wrong_usage_is_status_2_and_json_if_it_was_asked_for(bare: Cli, tmp_path: Path) -> None:
    for argv in (
        ("nonsense",), ("reply",), ("reply", "1"), ("reply", "1", "--text", "a", "--text-stdin"),
        ("inbox", "--limit", "0"), ("inbox", "--state", "gone"), ("outbox", "resolve", "1"),
        ("outbox", "resolve", "1", "--as", "maybe"), ("outbox", "send", "--wait", "-1"),
        ("post", "--text", "x"), ("accounts", "add", "mastodon"),
        ("post", "--account", "a", "--text", "x", "--alt", "no picture"),
        ("reply", "1", "--text", "x", "--at", "tomorrow"),
        ("reply", "1", "--text", "x", "--at", "0001-01-01"),
    ):  # fmt: skip
        told = bare("--profile", str(tmp_path), *argv)
        assert (told.status, told.out) == (2, ""), argv
        assert told.err, argv
        told = bare("--profile", str(tmp_path), "--json", *argv)
        assert (told.status, told.code) == (2, "usage"), argv
    assert bare("--help").status == 0
    assert bare("--version").status == 0


# --- bad input ----------------------------------------------------------------------------------

NO_SUCH = ["12345", "0", "nonsense", "99999999999999999999999999", "9" * 5000, "٣", "1_0", "1e3"]


@pytest.mark.parametrize("number", NO_SUCH, ids=lambda n: n[:12])
def test_an_unknown_id_is_told_and_changes_nothing(shop: Shop, number: str) -> None:
    shop("drafts", "new", "--account", shop.ids[0], "--text", "kept")
    for argv, code in (
        (("thread", number), "unknown_item"),
        (("reply", number, "--text", "x"), "unknown_item"),
        (("done", number), "unknown_item"),
        (("reopen", number), "unknown_item"),
        (("drafts", "show", number), "unknown_draft"),
        (("drafts", "edit", number, "--text", "x"), "unknown_draft"),
        (("drafts", "delete", number), "unknown_draft"),
        (("drafts", "new", "--reply-to", number, "--text", "x"), "unknown_item"),
        (("drafts", "new", "--account", number, "--text", "x"), "unknown_account"),
        (("outbox", "cancel", number), "unknown_row"),
        (("outbox", "resolve", number, "--as", "drop"), "unknown_row"),
        (("sync", "--account", number), "unknown_account"),
        (("post", "--account", number, "--text", "x"), "unknown_account"),
        (("accounts", "remove", number), "unknown_account"),
    ):
        told = shop(*argv)
        assert (told.status, told.code) == (1, code), argv
        assert shop.words(*argv).err.startswith("cmapp: "), argv
    assert [d["text"] for d in shop("drafts", "list").json["drafts"]] == ["kept"]
    assert shop("outbox", "list").json["rows"] == []


def test_a_text_over_the_limit_is_refused_before_the_network_and_kept(shop: Shop) -> None:
    item = shop.asked()
    long = "长" * 501
    for argv in (("reply", item), ("post", "--account", shop.ids[0])):
        told = shop("--offline", *argv, "--text", long)
        assert (told.status, told.code) == (1, "too_long")
        facts = told.json["error"]["facts"]
        assert (facts["limit"], facts["size"]) == (500, 501)
        assert shop("drafts", "show", facts["draft"]).json["drafts"][0]["text"] == long
    assert shop("outbox", "list").json["rows"] == []
    told = shop("reply", item, "--text", " \n ")
    assert told.code == "empty"


def test_bytes_that_are_no_text_are_refused_in_words(shop: Shop) -> None:
    item = shop.asked()
    told = shop("reply", item, "--text-stdin", stdin=b"\xff\xfe no text")
    assert (told.status, told.code) == (2, "usage")
    told = shop("reply", item, "--text", "broken \udcff argument")
    assert (told.status, told.code) == (2, "usage")
    assert shop("search", "broken \udcff argument").json["hits"] == []
    assert shop("outbox", "list").json["rows"] == []


def test_a_picture_that_is_none_is_refused_and_the_text_is_not_lost(
    shop: Shop, tmp_path: Path
) -> None:
    item = shop.asked()
    none = tmp_path / "none.png"
    none.write_bytes(b"<svg/>")
    for picture in (str(none), str(tmp_path / "nowhere.png"), str(tmp_path)):
        told = shop("reply", item, "--text", "See this", "--image", picture, "--alt", "a")
        assert told.status == 1, told
        assert told.json["error"]["facts"]["field"] == "media"
    assert shop("outbox", "list").json["rows"] == []


def test_a_profile_of_a_newer_version_is_refused_by_every_command(shop: Shop) -> None:
    item = shop.asked()
    db = sqlite.connect(str(shop.profile / "cmapp.sqlite3"))
    db.execute("PRAGMA user_version = 99")
    db.commit()
    db.close()
    for argv in (("inbox",), ("reply", item, "--text", "x"), ("outbox", "send")):
        told = shop(*argv)
        assert (told.status, told.code) == (1, "profile_newer"), argv
        assert told.json["error"]["facts"]["version"] == 99
    assert "newer cmapp" in shop.words("inbox").err


def test_a_damaged_profile_is_told_and_left_alone(shop: Shop) -> None:
    path = shop.profile / "cmapp.sqlite3"
    path.write_bytes(b"this was a database once " * 1000)
    told = shop("inbox")
    assert (told.status, told.code) == (1, "database_damaged")
    assert path.read_bytes() == b"this was a database once " * 1000


def test_a_profile_that_cannot_be_is_told(bare: Cli, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("not a folder")
    told = bare("--json", "--profile", str(file / "below"), "inbox")
    assert (told.status, told.code) == (1, "profile_unusable")
    assert bare("--profile", str(file), "inbox").status == 2


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of six megabytes."""
    if os.name == "nt" or os.geteuid() != 0:
        pytest.skip("making a small disk needs root")
    place = tmp_path / "disk"
    place.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", str(place)],
        check=False,
        capture_output=True,
    )
    if made.returncode:
        pytest.skip(f"no small disk here: {made.stderr.decode().strip()}")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], check=True)


def test_on_a_full_disk_a_draft_is_still_kept_and_then_it_is_said(
    bare: Cli, small_disk: Path
) -> None:
    shop = Shop(small_disk / "profile", bare)
    ballast = small_disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\0" * 4096)
        except OSError:
            pass
    text = "What I was typing. " * 200
    kept = shop("drafts", "new", "--account", shop.ids[0], "--text", text)
    assert kept.status == 0, kept
    for _ in range(1000):
        told = shop("drafts", "new", "--account", shop.ids[0], "--text", text)
        if told.status:
            break
        kept = told
    assert (told.status, told.code) == (1, "disk_full")
    assert "Traceback" not in told.err
    assert shop.words("drafts", "new", "--account", shop.ids[0], "--text", text).err.startswith(
        "cmapp: the disk is full"
    )
    for reading in (("drafts", "list"), ("inbox", "--state", "all"), ("search", "x"), ("doctor",)):
        assert shop(*reading).status == 0, reading
    ballast.unlink()
    saved = shop("drafts", "list").json["drafts"]
    assert kept.json["drafts"][0]["id"] in {d["id"] for d in saved}
    assert all(d["text"] == text for d in saved)
    assert shop("drafts", "new", "--account", shop.ids[0], "--text", "room").status == 0


# --- more than one process ----------------------------------------------------------------------


def start(profile: Path, *argv: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "cmapp", "--profile", str(profile), *argv],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )


def test_two_command_lines_at_once_both_do_their_work(shop: Shop) -> None:
    """One of them is the engine; the other is its client, or the next engine."""
    running = [
        start(shop.profile, "drafts", "new", "--account", shop.ids[0], "--text", f"draft {n}")
        for n in range(8)
    ]
    for one in running:
        _, err = one.communicate(timeout=600)
        assert one.returncode == 0, err
    drafts = shop("drafts", "list").json["drafts"]
    assert sorted(d["text"] for d in drafts) == sorted(f"draft {n}" for n in range(8))


def test_two_landings_at_once_send_once(shop: Shop) -> None:
    item = shop.asked()
    for n in range(5):
        shop("reply", item, "--text", f"part {n}")
    running = [start(shop.profile, "outbox", "send") for _ in range(3)]
    for one in running:
        _, err = one.communicate(timeout=600)
        assert one.returncode == 0, err
    assert [shop.said(f"part {n}") for n in range(5)] == [1] * 5


def test_a_stale_or_foreign_door_is_not_taken_for_an_engine(shop: Shop) -> None:
    """A kill leaves engine.json behind; another engine on that address has another key."""
    from cmapp.services.client import Client
    from cmapp.services.engine import Engine
    from cmapp.system.paths import Paths

    paths = Paths(shop.profile)
    engine = Engine.open(paths)
    try:
        client = Client(paths)
        assert client.reachable()
        told = paths.engine.read_text()
        key = client_key(told)
        paths.engine.write_text(told.replace(key, "00" * 32))
        assert not client.reachable()
        paths.engine.write_text("{")
        assert not client.reachable()
    finally:
        engine.close()
    paths.engine.write_text(told)
    assert not Client(paths).reachable()
    assert shop("inbox").status == 0


def client_key(told: str) -> str:
    found = re.search(r'"key": "([0-9a-f]{64})"', told)
    assert found
    return found[1]


def test_a_client_may_stay_offline_though_the_engine_is_not(shop: Shop) -> None:
    from cmapp.services.engine import Engine
    from cmapp.system.paths import Paths

    item = shop.asked()
    engine = Engine.open(Paths(shop.profile))
    try:
        for argv in (("sync",), ("outbox", "send")):
            done = start(shop.profile, "--offline", "--json", *argv)
            out, _ = done.communicate(timeout=600)
            assert done.returncode == 3, out
        done = start(shop.profile, "--json", "reply", item, "--text", "It is.")
        out, err = done.communicate(timeout=600)
        assert done.returncode == 0, err
        assert '"ready"' in out
        done = start(shop.profile, "--json", "thread", "424242")
        out, _ = done.communicate(timeout=600)
        assert (done.returncode, Answer(1, out, "").code) == (1, "unknown_item")
    finally:
        engine.close()


@pytest.mark.skipif(os.name == "nt", reason="signals of this kind are a thing of Unix")
@pytest.mark.parametrize("signal_name", ["SIGINT", "SIGTERM"])
def test_a_landing_that_waits_ends_at_once_when_it_is_interrupted(
    shop: Shop, signal_name: str
) -> None:
    import signal
    import time

    shop.world.set_options(settle=600.0)
    shop("reply", shop.asked(), "--text", "It is.")
    shop.world.fault("drop_before")
    # a run in the background is begun with SIGINT ignored, and would hand that on
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        running = start(shop.profile, "outbox", "send", "--wait", "900")
    finally:
        signal.signal(signal.SIGINT, before)
    while not any(r["state"] == "uncertain" for r in peek(shop)):
        assert running.poll() is None
        time.sleep(0.05)
    running.send_signal(getattr(signal, signal_name))
    began = time.monotonic()
    running.communicate(timeout=600)
    assert running.returncode == 130
    assert time.monotonic() - began < 20
    assert [r["state"] for r in shop("outbox", "list").json["rows"]] == ["uncertain"]


def peek(shop: Shop) -> list[dict[str, Any]]:
    db = sqlite.connect(f"{(shop.profile / 'cmapp.sqlite3').as_uri()}?mode=ro", uri=True)
    try:
        return [{"state": r[0]} for r in db.execute("SELECT state FROM outbox")]
    finally:
        db.close()


def test_on_a_full_disk_a_deed_on_many_is_whole_or_refused(bare: Cli, small_disk: Path) -> None:
    shop = Shop(small_disk / "profile", bare)
    post = shop.world.say(US, "Something new today.")
    for n in range(200):
        shop.world.say("fan", f"Is it vegan? {n}", parent=post)
    shop("sync")
    items = [i["id"] for i in shop("inbox", "--limit", "1000").json["items"]]
    assert len(items) == 200
    with (small_disk / "ballast").open("wb", buffering=0) as file:
        try:
            while True:
                file.write(b"\0" * 4096)
        except OSError:
            pass
    done = 0
    for n in range(400):
        told = shop("label", f"label {n}", "--search", "vegan")
        if told.status:
            break
        assert told.json["count"] == 200
        done += 1
    assert (told.status, told.code) == (1, "disk_full")
    assert "Traceback" not in told.err
    (small_disk / "ballast").unlink()
    assert done > 0
    found = shop("inbox", "--limit", "1000").json["items"]
    assert {i["id"]: len(i["labels"]) for i in found} == dict.fromkeys(items, done)
    assert len(shop("history", "--limit", "1000").json["deeds"]) == done
    for _ in range(done):
        assert shop("undo").status == 0
    found = shop("inbox", "--limit", "1000").json["items"]
    assert [i["labels"] for i in found] == [[]] * 200
