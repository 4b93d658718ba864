"""`cmapp demo`: the main job on the built-in network, in the window or told as a story."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import click

from cmapp.cli import text
from cmapp.cli.run import Choices, Desk, ExitStatus, desk, say, shared
from cmapp.services import demo_books


@click.command()
@click.option("--story", is_flag=True, help="Tell the main job in the terminal.")
@click.option("--items", default=0, help="So many interactions more, of every sort.")
@shared
@click.pass_obj
def demo(choices: Choices, story: bool, items: int) -> int:
    """Meet cmapp on a network in a box: two brands, some sixty people, two languages.

    Without --profile a folder of its own is used, so that nothing mixes with real accounts.
    """
    if story:
        with tempfile.TemporaryDirectory(prefix="cmapp-story-") as folder:
            apart = replace(choices, profile=choices.profile or Path(folder))
            with desk(apart) as at:
                return _tell(at, apart.profile or Path(folder))
    if choices.profile is None:
        from cmapp.system.paths import default_root

        choices.profile = default_root().with_name("cmapp-demo")
    with desk(choices) as at:
        if not at.call("accounts.list")["accounts"]:
            if items:
                from cmapp.connectors.registry import part

                network = part("demo", "network")
                network.Network.make(choices.profile / network.FOLDER, more=items, season=True)
            accounts = connect(at)
            with tempfile.TemporaryDirectory(prefix="cmapp-demo-") as folder:
                demo_books.keep(at.call, Path(folder), accounts[0])
                demo_books.campaign(at.call, accounts)
    return choices.open_window()


def connect(at: Desk) -> list[str]:
    """Connect every brand of the demo network and read it; returns the account ids."""
    from cmapp.connectors.registry import connector_class

    ids: list[str] = []
    for handle in _brands(connector_class("demo")):
        found = at.call("accounts.add", platform="demo", way="demo", answers={"handle": handle})
        ids.append(found["accounts"][0]["id"])
    at.call("sync")
    return ids


def _brands(kind: Any) -> tuple[str, ...]:
    brands: tuple[str, ...] = kind.BRANDS
    return brands


def _say(*lines: str) -> None:
    for line in lines:
        say(line)


def _title(words: str) -> None:
    _say("", words, "─" * len(words))


def _tell(at: Desk, profile: Path) -> int:
    """Tell the story: read, fly, search, reply, land; each reply out once or held."""
    from cmapp.connectors.registry import part

    network = part("demo", "network")
    world = network.Network(profile / network.FOLDER)
    _title("1. Two accounts of the demo network are connected and read")
    if not at.call("accounts.list")["accounts"]:
        connect(at)
    _lines(text.accounts(at.call("accounts.list")))
    _title("2. The inbox: least time left first")
    items = at.call("inbox.list", limit=200)["items"]
    waiting = [i for i in items if i["needs_reply"]]
    _lines(text.inbox({"items": waiting[:8]}))
    _title("3. Boarding: the pre-flight look, then flight mode")
    check = at.call("flight.check")
    _say(f"{check['needs_reply']} need a reply; {len(check['closing'])} reply windows close soon.")
    at.call("flight.start")
    _say("Flight mode is on. Nothing goes out, nothing comes in.")
    _title("4. On the plane: search for 退款, and answer three people")
    _lines(text.hits(at.call("search", query="退款", limit=4)))
    chosen = _three(at, waiting)
    answers = ("谢谢你告诉我们，已经在处理了。", "Yes, it fits.", "We will look into it today.")
    rows = [
        at.call("reply", item=item["id"], text=words)["outbox"]["id"]
        for item, words in zip(chosen, answers, strict=True)
    ]
    _lines(text.rows(at.call("outbox.list")))
    _title("5. Meanwhile, on the ground")
    remote = {p.text: p.id for p in world.posts()}
    edited, again = remote[chosen[1]["text"]], remote[chosen[2]["text"]]
    world.edit(edited, chosen[1]["text"] + " (I mean the small one.)")
    _say(f"{chosen[1]['author']['name']} edits the question.")
    author = world.post(again).author
    world.say(author, "It works now, never mind!", parent=again)
    _say(f"{chosen[2]['author']['name']} writes again.")
    _title("6. Landing: each thread is read again before its reply leaves")
    landed = at.call("flight.end")
    _lines(text.landed(landed))
    _title("7. Landing a second time: nothing goes out twice")
    at.call("outbox.send")
    ours = [p for p in world.posts() if p.text.endswith(answers[0])]
    _say(f"On the network stands our reply {len(ours)} time.")
    held = {r["id"] for r in landed["held"]}
    good = (
        len(ours) == 1 and held == set(rows[1:]) and [r["id"] for r in landed["sent"]] == rows[:1]
    )
    _say("", "The story went as promised." if good else "The story did NOT go as promised.")
    return ExitStatus.OK if good else ExitStatus.ERROR


def _three(at: Desk, waiting: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Choose three public questions that may be answered, each in a thread of its own."""
    chosen: list[dict[str, Any]] = []
    seen: set[str] = set()
    for item in reversed(waiting):
        thread = at.call("inbox.thread", item=item["id"])["posts"]
        top = thread[0]["id"]
        if (
            item["kind"] in ("comment", "mention", "reply")
            and item["can_reply"]
            and top not in seen
        ):
            seen.add(top)
            chosen.append(item)
        if len(chosen) == 3:
            break
    return chosen


def _lines(lines: Iterator[str]) -> None:
    for line in lines:
        say(f"  {line}")
