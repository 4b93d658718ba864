"""What strangers wrote obeys nobody as it leaves: on a terminal, as JSON, in files we write (P17).

    python -m tests.fire.outside --full
    python -m tests.fire.outside --quick
    python -m tests.fire.outside --share        one world, a few commands, both controls: seconds
    python -m tests.fire.outside --control bare | formula

Every command that reads is run on a profile in which each foreign word is a hostile text
(`corpus.py`), as lines and with `--json`; every file that the program writes is written from it
and read by a parser of its kind. Broken is: a character that a terminal obeys, JSON that is none,
a traceback, a cell that a spreadsheet runs, a page or picture that loads, a calendar with a part
that nobody made, a file beside the one that was asked for, a command that this list does not know.
One line of JSON; exits 1 on a violation.
"""

from __future__ import annotations

import argparse
import collections
import contextlib
import csv
import html.parser
import io
import json
import os
import random
import re
import sys
import tempfile
import time
import xml.etree.ElementTree as ET
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from tests.fire import corpus, poisoned

PROMISE = "P17"
CONTROLS = ("bare", "formula")
OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u061c\u2028-\u202e\u2066-\u2069]")
"""What a terminal does instead of showing it."""
FORMULA = re.compile("[\\s\u00a0\u200b\ufeff]*[=+\\-@＝＋－＠]|[\t\r\n]")
WITHIN = re.compile('[\\s"\u00a0\u200b\ufeff]*[=+\\-@＝＋－＠][^;\t\r\n]*[(|!]')

READS: tuple[str, ...] = (
    "accounts list", "inbox", "inbox digest", "inbox groups", "thread {item}", "search x",
    "search is:open",
    "searches list", "labels list", "labels", "note list {item}", "history", "words list",
    "words check --text x", "checks list", "checks overrides {draft}", "checks run {draft}",
    "sheets show",
    "calendar", "calendar list", "calendar gaps", "calendar ideas", "calendar ideas list",
    "calendar series", "calendar series list", "calendar series preview --help", "calendar slots",
    "calendar slots list", "calendar slots next", "calendar fate --from 2026-01-01",
    "campaigns", "campaigns list",
    "campaigns show {campaign}", "pillars", "pillars list", "utm presets", "besttime {account}",
    "posts history {post}", "hours show", "hours deadline", "hours holidays list", "hours away",
    "hours next-open", "media list", "media show {file}", "media used {file}", "media check {file}",
    "drafts list", "drafts show {draft}", "drafts history {draft}", "drafts preview {draft}",
    "drafts diff {draft} 1 2", "replies list", "replies show {reply}", "replies kinds",
    "replies stats", "replies earlier {item}", "replies use {reply} {item}",
    "replies thank {item}", "kb search", "kb search x", "kb show {article}", "writing-help show",
    "outbox list", "outbox show {row}", "flight check", "flight report", "live list",
    "live show {log}", "suggestions list", "rules list", "rules log", "network cascade",
    "network changes", "network endorsers", "network people", "network show",
    "network strength {person}", "insights", "metrics", "goals", "goals list",
    "goals progress {goal}", "index", "index show", "costs list", "experiments",
    "experiments list", "experiments show {experiment}", "experiments frames {experiment}",
    "experiments peek {experiment}", "decisions list", "findings list", "report figures",
    "report list", "report templates", "report schedules", "report week", "moderate log",
    "moderate can {item}", "tasks", "tasks list", "people list", "people show {person}",
    "people segments list", "people stages", "people suggestions", "privacy erasures",
    "privacy leak", "privacy map", "privacy retention", "privacy retention show", "rivals list",
    "backup list", "lock show", "doctor", "export --list", "rules try {rule}",
)  # fmt: skip
WRITES: tuple[str, ...] = (
    "export all --format csv --out {to}/csv", "export all --format json --out {to}/json",
    "export all --format json --lines --out {to}/jsonl",
    "calendar export {to}/plan.csv", "calendar export {to}/plan.xlsx", "calendar ics {to}/plan.ics",
    "tasks list --state all --events --ics {to}/tasks.ics", "replies export {to}/replies.csv",
    "replies export {to}/replies.json", "kb export {to}/kb.csv", "kb export {to}/kb.json",
    "privacy export {person} --to {to}/person",
    "report make weekly --out {to}/weekly.html", "report make monthly --out {to}/monthly.csv",
    "report make monthly --out {to}/monthly.xlsx", "report make response --out {to}/r.html",
    "report make weekly --out {to}/weekly.pdf", "report share {item} --out {to}/said.html",
    "report share {item} --out {to}/said.pdf", "report share {item} --out {to}/said.csv",
    "report share {item} --out {to}/said.xlsx", "report make meeting --out {to}/meeting.html",
    "insights volume --csv {to}/volume.csv --xlsx {to}/volume.xlsx --svg {to}/volume.svg",
    "insights top_posts --csv {to}/top.csv --xlsx {to}/top.xlsx --svg {to}/top.svg",
)  # fmt: skip
SCREEN: tuple[str, ...] = (
    "export posts", "export people --format json", "calendar export -", "calendar ics -",
    "tasks list --ics -", "kb export -", "replies export -",
)  # fmt: skip
"""Files that are asked for on the screen: whole where a program reads them, shown on a terminal."""
NOT_READ: dict[str, str] = {
    "writes": "accounts sync searches done reopen snooze unsnooze label unlabel labels note assign"
    " priority mute unmute like unlike undo correct words checks sheets reply post plan calendar"
    " campaigns pillars utm posts hours media drafts replies kb outbox flight live suggestions"
    " rules goals index costs experiments decisions findings report moderate log tasks people"
    " privacy rivals backup lock import writing-help demo engine",
}
"""Groups whose other commands change something, and answer with what the reading ones show."""


class Broken(Exception):
    """What an export must not be."""


def ids(profile: Path) -> dict[str, str]:
    """Return one of each kind of thing, for the commands that name one."""
    from cmapp.store.sqlite import connect

    db = connect(profile / "cmapp.sqlite3")
    tables = {
        "item": "interactions", "draft": "drafts", "campaign": "campaigns", "account": "accounts",
        "post": "posts", "reply": "replies", "article": "articles", "row": "outbox",
        "log": "live_logs", "goal": "goals", "experiment": "experiments", "rule": "rules",
    }  # fmt: skip
    found = {}
    for name, table in tables.items():
        row = db.execute(f"SELECT id FROM {table} ORDER BY id DESC LIMIT 1").fetchone()
        found[name] = str(row[0]) if row else "1"
    row = db.execute("SELECT id FROM profiles WHERE contact_id IS NOT NULL").fetchone()
    found["person"] = str(row[0]) if row else "1"
    row = db.execute("SELECT name FROM media_files").fetchone()
    found["file"] = str(row[0]) if row else "x"
    db.close()
    return found


def said(argv: Sequence[str]) -> tuple[int, str, str]:
    """Run a command line in this process; return its status and what it printed."""
    from cmapp.cli.main import run

    out, err = (io.TextIOWrapper(io.BytesIO(), "utf-8", newline="") for _ in range(2))
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        status = run(list(argv), window=lambda *_, **__: 77)
    for one in (out, err):
        one.flush()
    return status, *(one.buffer.getvalue().decode("utf-8") for one in (out, err))  # type: ignore[attr-defined,return-value]


def near(text: str, found: re.Match[str]) -> str:
    """Return the text around a find."""
    return repr(text[max(0, found.start() - 30) :][:80])


# files, each by a reader of its kind


def look_csv(data: bytes) -> None:
    text = data.decode("utf-8-sig")
    for row in csv.reader(io.StringIO(text, newline="")):
        for cell in row:
            if FORMULA.match(cell) and not re.fullmatch(r"-?[\d.,eE+-]+", cell):
                raise Broken(f"a formula: {cell[:60]!r}")
    # a country that parts cells with semicolons or tabs reads the same file so
    for mark in ";\t":
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=mark):
            for cell in row:
                if WITHIN.match(cell):
                    raise Broken(f"a formula behind {mark!r}: {cell[:60]!r}")


def look_xlsx(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        for name in book.namelist():
            part = book.read(name)
            if name.endswith((".xml", ".rels")):
                ET.fromstring(part)
            if b"<f>" in part or b"<f " in part or b"<hyperlink" in part:
                raise Broken(f"a formula or link in {name}")
            if name.endswith(".rels") and b'TargetMode="External"' in part:
                raise Broken(f"leads outside: {name}")


class _Page(html.parser.HTMLParser):
    LOADS = frozenset("src href srcset background poster data action xlink:href".split())

    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "iframe", "object", "embed", "link", "base", "form", "video", "audio"):
            self.wrong.append(f"<{tag}>")
        for name, value in attrs:
            if name.startswith("on"):
                self.wrong.append(f"{tag} {name}")
            if name in self.LOADS and not (value or "").startswith(("data:image/", "#")):
                if not (tag == "a" and (value or "").startswith(("https://", "http://"))):
                    self.wrong.append(f"{tag} {name}={(value or '')[:60]}")
            if name == "style" and "url(" in (value or ""):
                self.wrong.append(f"{tag} style")


def look_html(data: bytes) -> None:
    page = _Page()
    text = data.decode("utf-8")
    page.feed(text)
    if page.wrong:
        raise Broken(" ".join(page.wrong[:4]))
    for sheet in re.findall(r"(?s)<style[^>]*>(.*?)</style>", text):
        if "url(" in sheet.replace("url(#", "").replace("url(data:", "") or "@import" in sheet:
            raise Broken("a style sheet that loads")


def look_svg(data: bytes) -> None:
    for node in ET.fromstring(data).iter():
        tag = node.tag.rpartition("}")[2]
        if tag in ("script", "foreignObject", "use", "a"):
            raise Broken(f"<{tag}>")
        for name, value in node.attrib.items():
            if name.rpartition("}")[2] == "href" and not value.startswith(("#", "data:image/png")):
                raise Broken(f"{tag} {value[:60]}")
            if name.startswith("on"):
                raise Broken(f"{tag} {name}")


def look_ics(data: bytes) -> None:
    import icalendar

    for line in data.split(b"\r\n"):
        if b"\r" in line or b"\n" in line or len(line) > 75:
            raise Broken(f"a line of {len(line)} octets, or one that ends in another way")
    found = icalendar.Calendar.from_ical(data)
    for part in found.walk():
        strange = {"ATTACH", "ACTION", "ORGANIZER", "ATTENDEE"} & set(part)
        if part.name == "VALARM" and str(part.get("ACTION")) == "DISPLAY":
            strange = set()
        if strange or part.errors:
            raise Broken(f"{part.name}: {strange or part.errors}")


def look_pdf(data: bytes) -> None:
    for sign in (b"/JavaScript", b"/Launch", b"/SubmitForm", b"/ImportData", b"/GoToR"):
        if sign in data:
            raise Broken(sign.decode())


def look_json(data: bytes) -> None:
    json.loads(data)


def look_jsonl(data: bytes) -> None:
    for line in data.decode().split("\n"):
        if line:
            json.loads(line)


LOOKS: dict[str, Callable[[bytes], None]] = {
    ".csv": look_csv, ".xlsx": look_xlsx, ".html": look_html, ".svg": look_svg, ".ics": look_ics,
    ".json": look_json, ".jsonl": look_jsonl, ".pdf": look_pdf,
}  # fmt: skip


def worlds(rng: random.Random, *, quick: bool) -> Iterator[tuple[str, str]]:
    """Yield texts for a whole profile: many payloads in one, and each formula in front."""
    shapes = list(corpus.PAYLOADS)
    rng.shuffle(shapes)
    short = [s for s in shapes if len(s) <= 400]
    for at in range(0, len(short), 16):
        yield "many", " ".join(short[at : at + 16])
        if quick:
            break
    leads = list(corpus.LEADS)
    rng.shuffle(leads)
    for shape in leads[: 2 if quick else None]:
        yield "lead", shape
    for shape in [] if quick else [s for s in shapes if len(s) > 400]:
        yield "long", shape


class Outside:
    """One profile, its commands, and what was wrong with what they said."""

    def __init__(self, folder: Path, profile: Path) -> None:
        self.folder, self.profile = folder, profile
        self.wrong: collections.Counter[str] = collections.Counter()
        self.told: list[str] = []
        self.answers = self.files = self.refused = 0
        self.named = ids(profile)
        self.statuses: collections.Counter[str] = collections.Counter()

    def bad(self, kind: str, command: str, what: str) -> None:
        self.wrong[kind] += 1
        if len(self.told) < 100:
            self.told.append(f"{kind}: {command}: {what}"[:300])

    def run(self, command: str, *more: str, to: Path | None = None) -> tuple[int, str, str]:
        argv = command.format(to=to, **self.named).split()
        try:
            return said([*argv, "--profile", str(self.profile), "--offline", *more])
        except BaseException as error:  # a traceback for whoever typed it
            self.bad("falls", command, repr(error))
            return 1, "", ""

    def reads(self, commands: Sequence[str] = READS) -> None:
        """Run every command that reads, as lines and as JSON."""
        for command in commands:
            for more in ((), ("--json",)):
                status, out, err = self.run(command, *more)
                self.answers += 1
                self.statuses[f"{command.split()[0]} {status}"] += 1
                if status == 2:
                    self.bad("usage", command, out + err)
                if found := OBEYED.search(out + err):
                    self.bad("obeyed", command, near(out + err, found))
                if more and "--help" not in command:
                    try:
                        json.loads(out)
                    except ValueError as error:
                        self.bad("no JSON", command, f"{error}: {out[:80]!r}")

    def writes(self, commands: Sequence[str] = WRITES) -> None:
        """Write every file, and read it as its kind."""
        with tempfile.TemporaryDirectory(dir=self.folder) as place:
            to = Path(place) / "a" / "b"
            to.mkdir(parents=True)
            for command in commands:
                status, out, err = self.run(command, to=to)
                if status == 2:
                    self.bad("usage", command, out + err)
                if status not in (0, 2):
                    self.refused += 1
                    self.bad("refused", command, out + err)
                if found := OBEYED.search(out + err):
                    self.bad("obeyed", command, near(out + err, found))
            beside = [p for p in Path(place).rglob("*") if p.is_file() and to not in p.parents]
            if beside:
                self.bad("beside", "files", str(beside[:3]))
            for path in sorted(p for p in to.rglob("*") if p.is_file()):
                self.files += 1
                look = LOOKS.get(path.suffix)
                if look is None:
                    self.bad("kind", path.name, "a file of a kind that nobody reads here")
                    continue
                try:
                    look(path.read_bytes())
                except Exception as error:
                    self.bad(path.suffix, path.relative_to(to).as_posix(), repr(error))

    def screen(self) -> None:
        """Ask for files on a terminal: a real one, as far as a program can tell."""
        import pty
        import subprocess

        for command in SCREEN:
            ours, theirs = pty.openpty()
            argv = command.format(**self.named).split()
            child = subprocess.Popen(
                [sys.executable, "-m", "cmapp", *argv, "--profile", str(self.profile), "--offline"],
                stdout=theirs, stderr=theirs, stdin=subprocess.DEVNULL,
            )  # fmt: skip
            os.close(theirs)
            shown = b""
            with contextlib.suppress(OSError):
                while part := os.read(ours, 65536):
                    shown += part
            os.close(ours)
            child.wait()
            self.answers += 1
            text = shown.decode("utf-8", "replace").replace("\r\n", "\n")
            if found := OBEYED.search(text.removeprefix("\ufeff")):
                self.bad("screen", command, near(text, found))


def run(seed: int, *, quick: bool = False, control: str = "", only: str = "") -> dict[str, Any]:
    """Take every world through every command; return the summary."""
    began = time.monotonic()
    rng = random.Random(seed)
    done = collections.Counter[str]()
    with tempfile.TemporaryDirectory(prefix="cmapp-outside-") as place:
        folder = Path(place)
        (folder / "canary.png").write_bytes(b"x")
        outside = Outside(folder, poisoned.make(folder))
        host = "127.0.0.1:9"
        for kind, shape in worlds(rng, quick=quick or bool(control)):
            text = shape.format(
                path=folder / "canary.png", url=f"http://{host}", host=host, data="AA"
            )
            poisoned.poison(outside.profile, [text])
            done[kind] += 1
            with _planted(control):
                if kind != "lead" and only != "files":
                    outside.reads()
                outside.writes()
                if kind == "many" and not control and only != "files":
                    outside.screen()
    for line in outside.told[: 0 if control else 60]:
        print(line, file=sys.stderr)
    return {
        "promise": PROMISE,
        "runs": outside.answers + outside.files,
        "payloads": len(corpus.PAYLOADS),
        "worlds": dict(done),
        "answers": outside.answers,
        "files": outside.files,
        "refused": outside.refused,
        "violations": sum(outside.wrong.values()),
        "control": control or None,
        "kinds": dict(outside.wrong.most_common(12)),
        "seed": seed,
        "seconds": round(time.monotonic() - began, 1),
    }


def share(seed: int) -> dict[str, Any]:
    """Take one world through some commands of each kind, and again with each gate taken away."""
    began = time.monotonic()
    rng = random.Random(seed)
    with tempfile.TemporaryDirectory(prefix="cmapp-outside-") as place:
        folder = Path(place)
        outside = Outside(folder, poisoned.make(folder))
        many = next(text for kind, text in worlds(rng, quick=True) if kind == "many")
        said = {"path": folder / "x.png", "url": "http://127.0.0.1:9", "host": "x", "data": "AA"}
        poisoned.poison(outside.profile, [f"=1+1|x!A {many} \x1b[31m".format(**said)])
        outside.reads(rng.sample(READS, 16))
        outside.writes([c for c in WRITES if ".pdf" not in c and "--lines" not in c][::3])
        found = outside.wrong.total(), outside.told[:20]
        seen = {}
        for control, look in (
            ("bare", lambda: outside.reads(("inbox", "people list"))),
            ("formula", lambda: outside.writes(("export all --format csv --out {to}/csv",))),
        ):
            outside.wrong.clear()
            with _planted(control):
                look()
            seen[control] = outside.wrong.total()
    return {
        "promise": PROMISE, "runs": outside.answers + outside.files, "violations": found[0],
        "told": found[1], "seen": seen, "seed": seed,
        "seconds": round(time.monotonic() - began, 1),
    }  # fmt: skip


@contextlib.contextmanager
def _planted(control: str) -> Iterator[None]:
    """Take one gate away."""
    from cmapp.cli import run as door
    from cmapp.domain import table_file
    from cmapp.services import exporting

    before = door._OBEYED, table_file.quoted, exporting.cell_text.quoted
    if control == "bare":
        door._OBEYED = re.compile("(?!)")
    if control == "formula":
        table_file.quoted = exporting.cell_text.quoted = lambda text: text
    try:
        yield
    finally:
        door._OBEYED, table_file.quoted, exporting.cell_text.quoted = before


def main(argv: Sequence[str]) -> int:
    """See the module's words."""
    options = argparse.ArgumentParser(prog="python -m tests.fire.outside")
    options.add_argument("--quick", action="store_true", help="three worlds")
    options.add_argument("--share", action="store_true", help="one world, a few commands")
    options.add_argument("--full", action="store_true", help="all of them (the default)")
    options.add_argument("--seed", type=int, default=None)
    options.add_argument("--control", choices=CONTROLS, default="")
    options.add_argument("--only", choices=("files",), default="")
    given = options.parse_args(argv)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    seed = random.randrange(1_000_000) if given.seed is None else given.seed
    if given.share:
        found = share(seed)
        print(json.dumps(found))
        return int(found["violations"] > 0 or not all(found["seen"].values()))
    found = run(seed, quick=given.quick, control=given.control, only=given.only)
    print(json.dumps(found))
    return int(bool(found["violations"]) != bool(given.control))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
