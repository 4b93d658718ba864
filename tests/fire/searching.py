"""Whatever is typed into a field that searches finds something or nothing; it never fails (P16).

    python -m tests.fire.searching --strings 200000 --seed 7
    python -m tests.fire.searching --quick
    python -m tests.fire.searching --control raw | slow | columns

Strings of every kind of character go through the whole path of the search box (the language, the
store, the texts with their marks, completions, the count), the filter of people, names behind
`from:`, mentions, help pages, saved replies, rules, and pickers, on a profile that lived on the
demo network. A violation is an exception, a read of more steps of SQLite's machine than `MOST`
(steps, not seconds: a busy machine is no fault), or a hit on words that lie only in columns that
the search is not about. Prints one line of JSON; exits 1 on a violation, and where a control,
which takes a gate away, sees none.
"""

from __future__ import annotations

import argparse
import collections
import json
import os
import random
import sys
import tempfile
import time
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

PROMISE = "P16"
MOST = 600_000
"""Steps of SQLite's machine for one read of this profile; the language's worst need a tenth."""
STEP, BETWEEN = 1_000, 20_000
"""So many steps lie between two calls of our handler, and of the search box's own."""
CANARY = "zqkanarie"
"""A word that stands in columns that no search reads."""
CONTROLS = ("raw", "slow", "columns")
_SIGNS = "\"'*()-+^:,{}[]<>=!~&|%_\\/;#@.?$`\t\n\r\0 ：（）“”－，。＂＊"
_SYNTAX = (
    "AND", "OR", "NOT", "NEAR", "NEAR(a b, 5)", "text:", "{text}:", "- {text} :", "rowid:",
    "post_words:", "^", "a*", '"a b"*', '""', "'';--", "\\", "''", "x'00'", "%s", "?1", ":a", "\0",
    "from:", "to:", "is:", "has:", "label:", "kind:", "since:", "until:", "before:", "note:",
    "watch:", "on:", "account:", "assignee:", "lang:", "priority:", "来自：", "stage:", "vip:",
    "visits:>", "tag:", "is:open,", "since:99999999999d", "since:0000-00-00", "until:9999-12-31",
    "since:-1d", "since:2026-02-30", "since:１日", "visits:99999999999999999999", "-(", "((((",
    "))", "OR OR", "-OR", "(OR)", "handle:", "name:", "author_id:", "facts:", "c++", "don't", "50%",
    "user@example.com", "http://a.example/?b=c#d", "退款", "好", "لم", "नमस्ते", "e\u0301" * 40,
)  # fmt: skip


def strings(rng: random.Random, many: int) -> Iterator[str]:
    """Yield what could be typed or pasted: some of it language, some of it noise, some long."""
    kinds = _by_category()
    for number in range(many):
        match number % 8:
            case 0:
                yield "".join(rng.choice(_SIGNS) for _ in range(rng.randint(0, 12)))
            case 1:
                yield "".join(chr(rng.randrange(0x110000)) for _ in range(rng.randint(1, 30)))
            case 2:
                signs = kinds[rng.choice(list(kinds))]
                yield "".join(rng.choice(signs) for _ in range(rng.randint(1, 20)))
            case 3:
                yield " ".join(rng.choice(_SYNTAX) for _ in range(rng.randint(1, 6)))
            case 4:
                yield "".join(
                    rng.choice(_SYNTAX) + rng.choice(_SIGNS) for _ in range(rng.randint(1, 5))
                )
            case 5:
                base = rng.choice(_SYNTAX) + rng.choice(("a", "退款", "ana", " "))
                at = rng.randint(0, len(base))
                yield base[:at] + chr(rng.randrange(0x3000)) + base[at:]
            case 6 if number % 64 == 6:
                yield rng.choice(
                    (rng.choice(_SYNTAX) + " ", "a", "(", "退", '"', "-")
                ) * rng.choice((200, 3_000, 40_000))
            case 6:
                yield f"{rng.choice(_SYNTAX)}{rng.choice(_SIGNS)}{CANARY}"
            case _ if number % 16 == 7:
                yield expression(rng, rng.randint(1, 5))
            case _:
                yield " ".join(
                    rng.choice(("退款", "ana", "shop", "OR", "-", "(", ")", '"', "cup", "的", "a"))
                    for _ in range(rng.randint(1, 9))
                )


def expression(rng: random.Random, depth: int) -> str:
    """Return an expression of FTS5's own grammar, or nearly one: nested, with a part lost."""
    if depth <= 0:
        word = rng.choice(
            ("a", "退款", "ana", "e" + "\u0315\u0300" * 40, "\ufdfa", "x\u200by", "1")
        )
        return rng.choice(
            (word, f'"{word}"', f"{word}*", f'^"{word} {word}"', f'"{word}" + {word}')
        )
    one, two = (expression(rng, depth - rng.randint(1, 2)) for _ in range(2))
    made = rng.choice(
        (
            f"({one}) AND {two}", f"{one} OR ({two})", f"{one} NOT {two}", f"({one})",
            f"NEAR({one} {two}, {rng.choice((0, 10, -1, 10**20))})", f"text : {one}",
            f"{{text facts}} : ({one})", f"- {{text}} : {one}", f"{one} {two}", f"-({one}) {two}",
            f'"{one}" "{two}"', f"from:{one} is:({two})", f"label:\"{one}\" {two}",
        )
    )  # fmt: skip
    if rng.randrange(6) == 0:
        at = rng.randrange(len(made))
        made = made[:at] + made[at + 1 :]
    return made


def _by_category() -> dict[str, str]:
    found: dict[str, list[str]] = collections.defaultdict(list)
    for number in (*range(0x3400), *range(0xA000, 0x11000), *range(0x1F000, 0x1FB00), 0xE0041):
        found[unicodedata.category(chr(number))].append(chr(number))
    return {kind: "".join(signs) for kind, signs in found.items()}


def profile(folder: Path) -> Path:
    """Make a profile that lived on the demo network, with the canary where no search looks."""
    from cmapp.store.sqlite import connect
    from cmapp.ui.screenshots import live_through_a_flight

    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    place = folder / "profile"
    live_through_a_flight(place)
    db = connect(place / "cmapp.sqlite3")
    with db:
        db.execute("UPDATE posts SET facts = json_set(facts, '$.kept', ?)", (CANARY,))
        db.execute("UPDATE profiles SET avatar = ?, url = ?", (f"https://{CANARY}/",) * 2)
        db.execute("UPDATE accounts SET facts = json_set(facts, '$.kept', ?)", (CANARY,))
        db.execute("UPDATE deeds SET args = json_set(args, '$.kept', ?)", (CANARY,))
        db.execute("UPDATE outbox SET progress = json_set(progress, '$.kept', ?)", (CANARY,))
    db.close()
    return place


class Fields:
    """Every field that searches, on one profile. Counts the steps of what it reads."""

    def __init__(self, place: Path, control: str) -> None:
        from PySide6.QtWidgets import QApplication

        from cmapp.system import paths
        from cmapp.system.settings import Settings
        from cmapp.ui.dialogs import help as help_pages
        from cmapp.ui.reader import StoreDesk

        self.app = QApplication.instance() or QApplication(["searching"])
        self.desk = StoreDesk(paths.profile(place), Settings)
        self.steps = 0
        self.control = control
        self.help = help_pages.Help(None)
        self._db = self.desk._store.read(lambda db: db)
        self.paths: list[Callable[[str], list[str]]] = [
            self.box, self.best, self.counted, self.completed, self.people, self.names, self.rules,
            self.replies, self.picked,
        ]  # fmt: skip

    def begin(self) -> None:
        """Count from nothing; the search box takes the handler away when it is done."""
        self.steps = 0
        self._db.set_progress_handler(self._count, STEP)

    def _count(self) -> int:
        self.steps += STEP
        return 0

    def _still(self) -> bool:
        self.steps += BETWEEN
        return True

    def box(self, typed: str) -> list[str]:
        if self.control == "raw":
            rows = self._db.execute(
                "SELECT rowid FROM post_words WHERE post_words MATCH ? LIMIT 50", (typed,)
            )
            return [str(r[0]) for r in rows]
        if self.control == "slow" and "退款" in typed:
            self._db.execute(
                "SELECT count(*) FROM posts a, posts b, posts c WHERE a.text < b.text || c.text"
            ).fetchone()
        if self.control == "columns" and CANARY in typed:
            rows = self._db.execute("SELECT facts FROM posts WHERE facts LIKE ?", (f"%{CANARY}%",))
            return [str(r[0]) for r in rows]
        found = self.desk.search(typed, limit=50, behind=None, best=False, still=self._still)
        for hit in found.hits:
            assert all(0 <= a and a + n <= len(hit.text) for a, n in hit.marks), "marks"
        if found.more:
            self.desk.search(
                typed, limit=50, behind=found.hits[-1].key, best=False, still=self._still
            )
        return [f"{hit.name} {hit.handle} {hit.text}" for hit in found.hits]

    def best(self, typed: str) -> list[str]:
        found = self.desk.search(typed, limit=20, behind=None, best=True, still=self._still)
        return [f"{hit.name} {hit.handle} {hit.text}" for hit in found.hits]

    def counted(self, typed: str) -> list[str]:
        self.desk.count_hits(typed, self._still)
        return []

    def completed(self, typed: str) -> list[str]:
        from cmapp.domain import query as language
        from cmapp.ui import search_words

        for one in search_words.completions(typed, len(typed), {"label": ["a b"], "from": ["@x"]}):
            assert typed[: one.start] + one.words
        search_words.begun_name(typed, len(typed))
        for note in language.parse(typed, now=0).notes:
            search_words.note(note.code, note.part)
        return []

    def people(self, typed: str) -> list[str]:
        found = self.desk.people(typed)
        self.desk.people_total(typed)
        return [f"{row.name} {row.handle}" for row in found.rows]

    def names(self, typed: str) -> list[str]:
        found = self.desk.names(typed)
        return found + [f"{h} {n}" for h, n, _ in self.desk.mentionable(typed)]

    def rules(self, typed: str) -> list[str]:
        from cmapp.store import search

        self.desk._store.read(lambda db: search.items(db, typed, now=0, most=200))
        return []

    def replies(self, typed: str) -> list[str]:
        from cmapp.store import help_words

        self.desk._store.read(lambda db: help_words.find(db, typed))
        return []

    def picked(self, typed: str) -> list[str]:
        from cmapp.ui.dialogs.picker import Choice, score

        for words in ("Save", "退款", "Ana 🙂"):
            score(typed[:200], Choice("x", words))
        return []

    def in_the_help(self, typed: str) -> None:
        """Words in the help; it draws pages, so it gets fewer strings."""
        self.help.field.setText(typed[:2_000])

    def close(self) -> None:
        self.help.deleteLater()
        self.desk.close()


def run(many: int, seed: int, *, control: str = "") -> dict[str, Any]:
    """Type `many` strings; return the summary."""
    began = time.monotonic()
    rng = random.Random(seed)
    wrong: collections.Counter[str] = collections.Counter()
    told: list[str] = []
    most = reads = hits = 0
    with tempfile.TemporaryDirectory(prefix="cmapp-searching-") as folder:
        fields = Fields(profile(Path(folder)), control)
        try:
            for number, typed in enumerate(strings(rng, many)):
                if number % 500 == 0:
                    fields.in_the_help(typed)
                for path in fields.paths:
                    if path != fields.box and number % 4 and many > 20_000:
                        continue  # the box gets all of them, the other fields each fourth
                    fields.begin()
                    name = path.__name__
                    try:
                        found = path(typed)
                    except Exception as error:  # whatever it is, it would have reached a person
                        wrong[f"{name}: {type(error).__name__}"] += 1
                        told.append(f"{name} {typed[:80]!r} {error!r}"[:300])
                        continue
                    reads += 1
                    hits += bool(found)
                    most = max(most, fields.steps)
                    if fields.steps > MOST:
                        wrong[f"{name}: slow"] += 1
                        told.append(f"{name} {typed[:80]!r}: {fields.steps} steps")
                    if any(CANARY in one for one in found):
                        wrong[f"{name}: hidden"] += 1
                        told.append(f"{name} {typed[:80]!r}: {found[0][:100]}")
        finally:
            fields.close()
    for line in told[:20]:
        print(line, file=sys.stderr)
    return {
        "promise": PROMISE,
        "runs": many,
        "reads": reads,
        "with_hits": hits,
        "violations": sum(wrong.values()),
        "most_steps": most,
        "control": control or None,
        "kinds": dict(wrong.most_common(8)),
        "seed": seed,
        "seconds": round(time.monotonic() - began, 1),
    }


def main(argv: Sequence[str]) -> int:
    """See the module's words."""
    options = argparse.ArgumentParser(prog="python -m tests.fire.searching")
    options.add_argument("--quick", action="store_true", help="2,000 strings")
    options.add_argument("--full", action="store_true", help="200,000 strings (the default)")
    options.add_argument("--strings", type=int)
    options.add_argument("--seed", type=int, default=None)
    options.add_argument("--control", choices=CONTROLS, default="")
    given = options.parse_args(argv)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_LOGGING_RULES"] = "qt.text.font.db=false"
    seed = random.randrange(1_000_000) if given.seed is None else given.seed
    many = given.strings or (2_000 if given.quick or given.control else 200_000)
    found = run(many, seed, control=given.control)
    print(json.dumps(found))
    return int(bool(found["violations"]) != bool(given.control))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
