"""A working day on one profile, told step by step: what the harnesses of the disk let go wrong.

`Life` does what people do with the real engine (drafts, answers, triage and its undo, pages read,
settings, pictures, the window's journal) and says of each deed what it is about to make true and
what it was told is kept. `judge` opens what is left with the real program and compares.

    python -m tests.fire.life FOLDER [--seed N] [--deeds N] [--sync MODE]
"""

from __future__ import annotations

import argparse
import ctypes
import json
import random
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from cmapp.domain.actions import to_json
from cmapp.domain.errors import Trouble
from cmapp.domain.records import Interaction, Kind, Post, Profile, said
from cmapp.services import syncing
from cmapp.services.engine import Engine
from cmapp.store import accounts, ids, outbox
from cmapp.store.sqlite import Connection
from cmapp.system import settings
from cmapp.system.clock import now
from cmapp.system.paths import Paths
from cmapp.ui.journal import Entry, Journal
from cmapp.ui.row import Written
from tests.support import media_files
from tests.support.stage import Stage

Facts = Mapping[str, Any]
"""What is true of one thing: `draft:ID` → its text (None: gone), `row:ID` → text, and so on."""
ITEMS = 24


def fill(folder: Path) -> None:
    """Make a profile with an account and questions, closed: the evening before."""
    stage = Stage(folder, accounts=1)
    page = questions(0, ITEMS)
    desk = stage.engine.desk
    account = desk.account(stage.accounts[0])
    desk.store.write(lambda tx: syncing.keep(tx, account, page, now=now()))
    desk.store.write(lambda tx: accounts.change(tx, account.id, state="paused"))
    stage.close()


def questions(start: int, count: int) -> list[Interaction]:
    """Return what some people asked."""
    return [
        said(
            Post(f"q{n}", Profile(f"fan{n}", f"fan{n}", f"Fan {n}"), f"问题 {n}?", now() - n),
            Kind.MENTION,
        )
        for n in range(start, start + count)
    ]


class Life:
    """Does deeds. `begin` hears what a deed will make true, `ack` what the program said is kept."""

    def __init__(
        self,
        paths: Paths,
        seed: int,
        *,
        begin: Callable[[Facts], None],
        ack: Callable[[Facts], None],
    ) -> None:
        """Open the engine."""
        self.paths, self.rng = paths, random.Random(seed)
        self.begin, self.ack = begin, ack
        self.engine = Engine.open(paths, offline=True)
        self.journal = Journal(paths.journal)
        self.written: list[int] = []
        self.rows: dict[str, str] = {}
        self.number = 0
        self.without: Sequence[str] = ()
        """Kinds of deeds that are not done: see `deed`."""
        self.pages = 0
        self.undoable = 0
        """How many of the newest deeds are triage that can be taken back."""
        desk = self.engine.desk
        self.accounts = [a.id for a in desk.accounts()]
        listed = self.engine.call("inbox.list", state="all", limit=1000)["items"]
        self.items = [str(i["id"]) for i in listed]
        # an answer opens and closes what it answers: triage has items of its own
        self.items, self.unanswered = self.items[::2], self.items[1::2]

    def text(self) -> str:
        """Return a text of its own; some need more than a page of the database."""
        self.number += 1
        return f"{self.number} 写 " + "word " * self.rng.choice((3, 40, 400, 2000))

    def deed(self) -> str:
        """Do one; returns which. Raises what the program raises."""
        kinds = ["draft"] * 5 + ["journal"] * 3 + ["settings", "media", "delete", "reopen"]
        if self.accounts:
            kinds += ["reply", "reply", "triage", "triage", "triage", "undo", "page", "cancel"]
        kind = self.rng.choice([k for k in kinds if k not in self.without])
        getattr(self, f"_{kind}")()
        return kind

    def _does(self, facts: Facts, do: Callable[[], Any]) -> Any:
        self.begin(facts)
        found = do()
        self.ack(facts)
        return found

    def _draft(self) -> None:
        fresh = not self.written or self.rng.random() < 0.3
        which = ids.made_here(now()) if fresh else self.rng.choice(self.written)
        text = self.text()
        self._does(
            {f"draft:{which}": text},
            lambda: self.engine.call("drafts.save", id=str(which), text=text, merge=True),
        )
        if fresh:
            self.written.append(which)

    def _delete(self) -> None:
        if self.written:
            which = self.written.pop(0)
            self._does(
                {f"draft:{which}": None}, lambda: self.engine.call("drafts.delete", id=str(which))
            )
            self.undoable = 0

    def _journal(self) -> None:
        which = self.rng.choice([1, 2, 3])
        text = self.text()
        entry = Entry(which, None, Written(text, ""), now())
        self._does({f"journal:{which}": text}, lambda: self.journal.append(entry))
        if self.rng.random() < 0.2:
            self.journal._shorten()

    def _settings(self) -> None:
        value = self.rng.randint(0, 600)
        self._does({"setting": value}, lambda: self.engine.call("settings.set", undo_seconds=value))

    def _media(self) -> None:
        import base64

        data = media_files.picture(seed=self.rng.randrange(1 << 16))
        given = [{"data": base64.b64encode(data).decode()}]
        added = self.engine.call("media.add", files=given)["added"]
        self.ack({f"media:{one['file']['name']}": True for one in added})
        self.undoable = 0

    def _reply(self) -> None:
        if not self.unanswered:
            return
        item, text = self.unanswered.pop(), self.text()[:300]
        row = self.engine.call("reply", item=item, text=text)["outbox"]["id"]
        self.rows[row] = text
        self.ack({f"row:{row}": text})
        self.undoable = 0

    def _cancel(self) -> None:
        if self.rows:
            row = self.rng.choice(list(self.rows))
            text = self.rows.pop(row)
            self._does({f"row:{row}": text, f"cancelled:{row}": True},
                       lambda: self.engine.call("outbox.cancel", id=row))  # fmt: skip
            self.undoable = 0

    def _triage(self) -> None:
        chosen = self.rng.sample(self.items, self.rng.randint(1, 6))
        state = self.rng.choice(("done", "open"))
        facts = {f"item:{i}": state for i in chosen}
        found = self._does(
            facts, lambda: self.engine.call("inbox.set_state", items=chosen, state=state)
        )
        if "undo" in found:
            self.undoable += 1

    def _undo(self) -> None:
        if not self.undoable:
            return
        self.undoable -= 1
        for state in ("open", "done"):
            self.begin({f"item:{i}": state for i in self.items})
        self.engine.call("undo")
        listed = self.engine.call("inbox.list", state="all", limit=1000)["items"]
        mine = set(self.items)
        self.ack({f"item:{i['id']}": i["state"] for i in listed if i["id"] in mine})

    def _page(self) -> None:
        self.pages += 1
        page = questions(10_000 * self.pages, 8)
        desk = self.engine.desk
        account = desk.account(self.accounts[0])
        facts = {f"page:{one.post.remote_id}": True for one in page if one.post}
        self._does(
            facts, lambda: desk.store.write(lambda tx: syncing.keep(tx, account, page, now=now()))
        )

    def _reopen(self) -> None:
        self.engine.close()
        self.engine = Engine.open(self.paths, offline=True)

    def close(self) -> None:
        """End well."""
        self.engine.close()


def judge(folder: Path, begun: Mapping[str, list[Any]], kept: Facts) -> list[str]:
    """Open what is left and return what is wrong with it.

    `kept`: what was acknowledged last of each thing; `begun`: what was begun after that, so that
    it may be there, too.
    """
    paths = Paths(folder)
    try:
        engine = Engine.open(paths, offline=True, serve=False)
    except Trouble as trouble:
        return [f"does not open: {trouble.why} {dict(trouble.facts)}"]
    except Exception as bug:
        return [f"does not open: a bug: {type(bug).__name__}: {bug}"]
    wrong: list[str] = []
    try:
        found = engine.desk.store.read(_facts)
        wrong += found.pop("wrong")
        found["setting"] = settings.load(paths.settings)[0].undo_seconds
        if (paths.settings.with_name("settings.json.bad")).exists():
            wrong.append("settings.json was torn")
        for entry in Journal(paths.journal).replay():
            found[f"journal:{entry.draft}"] = entry.written.text
        for key, value in kept.items():
            if key.startswith("media:"):
                name = key.partition(":")[2]
                if not _whole(paths.media / name, name):
                    wrong.append(f"{key} is not whole")
                if not found.get(key):
                    wrong.append(f"{key} is not known")
                continue
            there = found.get(key, settings.Settings().undo_seconds if key == "setting" else None)
            may = [value, *begun.get(key, ())]
            if there not in may:
                wrong.append(f"{key}: {_short(there)}, must be {[_short(m) for m in may]}")
        # it goes on
        engine.call("drafts.save", text="after the power cut")
        engine.call("inbox.list", state="all", limit=5)
    except Exception as bug:
        wrong.append(f"{type(bug).__name__}: {bug}")
    finally:
        engine.close()
    return wrong


def _short(value: Any) -> Any:
    return value[:24] if isinstance(value, str) else value


def _whole(path: Path, name: str) -> bool:
    import hashlib

    try:
        return name.startswith(hashlib.sha256(path.read_bytes()).hexdigest())
    except OSError:
        return False


def _facts(db: Connection) -> dict[str, Any]:
    found: dict[str, Any] = {}
    wrong: list[str] = []
    told = [r[0] for r in db.execute("PRAGMA integrity_check(3)")]
    if told != ["ok"]:
        wrong.append(f"integrity: {told[0][:200]}")
    if bad := db.execute("PRAGMA foreign_key_check").fetchmany(3):
        wrong.append(f"references: {[tuple(b) for b in bad]}")
    for row in db.execute("SELECT id, text FROM drafts"):
        found[f"draft:{row['id']}"] = row["text"]
    for row in db.execute("SELECT id, state FROM interactions"):
        found[f"item:{row['id']}"] = row["state"]
    for row in db.execute("SELECT remote_id FROM posts"):
        found[f"page:{row['remote_id']}"] = True
    for row in db.execute("SELECT name FROM media_files"):
        found[f"media:{row['name']}"] = True
    for deed in outbox.every(db):
        found[f"row:{deed.id}"] = to_json(deed.action).get("text")
        if deed.state == "cancelled":
            found[f"cancelled:{deed.id}"] = True
        elif deed.state != "ready" or deed.attempts:  # nothing was ever sent from here
            wrong.append(f"row {deed.id} is {deed.state}, attempts {deed.attempts}")
        elif f"draft:{deed.draft_id}" not in found:
            wrong.append(f"row {deed.id} has no draft")
    found["wrong"] = wrong
    return found


def marks() -> tuple[Callable[[Facts], None], Callable[[Facts], None]]:
    """Return `begin` and `ack` that write into the notes of disk.c."""
    under = ctypes.CDLL(None)

    def note(kind: str, facts: Facts) -> None:
        text = json.dumps({kind: facts}).encode()
        under.fire_mark(text, ctypes.c_size_t(len(text)))

    return lambda facts: note("begin", facts), lambda facts: note("ack", facts)


def weaken(sync: str) -> None:
    """Open the writing connection with another `PRAGMA synchronous`: a control."""
    from cmapp.store import database, migrations, opening

    real = opening.open_writer

    def weak(path: Path) -> Connection:
        db = real(path)
        db.execute(f"PRAGMA synchronous={sync}")
        return db

    database.open_writer = weak  # type: ignore[attr-defined]
    migrations.open_writer = weak  # type: ignore[attr-defined]


def main(argv: Iterable[str]) -> int:
    """Live one life under disk.c."""
    options = argparse.ArgumentParser()
    options.add_argument("folder", type=Path)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--deeds", type=int, default=100)
    options.add_argument("--sync", default="")
    given = options.parse_args(list(argv))
    if given.sync:
        weaken(given.sync)
    begin, ack = marks()
    life = Life(Paths(given.folder), given.seed, begin=begin, ack=ack)
    life._journal()  # a name of its own, which nothing else has brought to the disk
    for _ in range(given.deeds):
        life.deed()
    life.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
