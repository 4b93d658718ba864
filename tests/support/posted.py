"""Made-up posts of ours and what people did about them, put into the tables by plain SQL.

`filled(seed)` yields a reader's connection with everything that charts on posts look at, in every
way that a platform tells it; nothing here goes through the code that is under test.
"""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from cmapp.domain.chart import from_json, to_json
from cmapp.services import glossary, insights, wordbook
from cmapp.services.insights import Scope
from cmapp.store import migrations, sqlite

HOUR, DAY = 3_600_000, 86_400_000
NOW = 1_790_000_000_000 // 900_000 * 900_000
ACCOUNTS = (("acc1", "demo", "demo:here", "us1"), ("acc2", "mastodon", "mastodon:there", "us2"))
KINDS = ("reply", "comment", "mention", "quote", "reaction", "repost", "follow", "message")
WORDS = (
    "Is it vegan?",
    "谢谢",
    "where can I buy the green tea set, please?",
    "ok",
    "包装坏了怎么办？",
    "The glaze on my cup cracked after one day and nobody answers.",
    "love it",
)


@cache
def _template() -> bytes:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "cmapp.sqlite3"
        migrations.migrate(path)
        return path.read_bytes()


@contextmanager
def empty() -> Iterator[sqlite.Connection]:
    """A database that was just made, in memory; it is gone afterwards."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "cmapp.sqlite3"
        path.write_bytes(_template())
        db = sqlite.connect(str(path), isolation_level=None)
        db.row_factory = sqlite.Row
        db.execute("PRAGMA journal_mode = MEMORY")
        db.execute("PRAGMA synchronous = OFF")
        try:
            yield db
        finally:
            db.close()


def scope(days: int = 30, accounts: tuple[str, ...] = ("acc1", "acc2"), **options: str) -> Scope:
    """The `days` before NOW."""
    return Scope(NOW - days * DAY, NOW, "UTC", NOW, accounts, options)


def accounts(db: sqlite.Connection, count: int = 2, *, begins: int = NOW - 400 * DAY) -> None:
    """Connect accounts that were watched since `begins`."""
    for n, (ident, platform, realm, remote) in enumerate(ACCOUNTS[:count]):
        db.execute(
            "INSERT INTO accounts (id, platform, realm, remote_id, server, handle, added_at,"
            " synced_at, position) VALUES (?, ?, ?, ?, '', ?, 0, ?, ?)",
            (ident, platform, realm, remote, remote, NOW, n),
        )
        person(db, realm, remote)
        db.execute("INSERT INTO watched VALUES (?, 'inbox', ?, ?)", (ident, begins, NOW))


def person(db: sqlite.Connection, realm: str, remote: str) -> int:
    db.execute(
        "INSERT OR IGNORE INTO profiles (realm, remote_id, handle, seen_at) VALUES (?, ?, ?, 0)",
        (realm, remote, remote),
    )
    found = db.execute(
        "SELECT id FROM profiles WHERE realm = ? AND remote_id = ?", (realm, remote)
    ).fetchone()
    return int(found[0])


_salt = iter(range(1 << 60))


def _id(at: int) -> int:
    digest = hashlib.blake2b(str(next(_salt)).encode(), digest_size=3).digest()
    return at << 20 | int.from_bytes(digest) & ((1 << 20) - 1)


def post(db: sqlite.Connection, which: int, at: int, **more: Any) -> str:
    """Post as account number `which`; returns the remote id."""
    _, _, realm, remote = ACCOUNTS[which]
    values = {"text": "Something new", "media": [], "spans": [], "parent_ref": None,
              "deleted_at": None, "kind": "post", **more}  # fmt: skip
    number = _id(at)
    remote_id = f"p{number}"
    author = person(db, realm, values.pop("author", remote))
    db.execute(
        "INSERT INTO posts (id, realm, remote_id, kind, author_id, parent_ref, text, spans, media,"
        " created_at, deleted_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (number, realm, remote_id, values["kind"], author, values["parent_ref"], values["text"],
         json.dumps(values["spans"]), json.dumps(values["media"]), at, values["deleted_at"]),
    )  # fmt: skip
    return remote_id


def deed(db: sqlite.Connection, which: int, at: int, kind: str, who: str, **more: Any) -> int:
    """Let somebody do something; `target`, `text`, `parent`, `signals`. Returns the item's id."""
    account, _, realm, _ = ACCOUNTS[which]
    actor = person(db, realm, who)
    said = None
    if kind not in ("reaction", "repost", "follow"):
        remote = post(
            db, which, at, author=who, text=more.get("text", "words"),
            parent_ref=more.get("parent"),
            kind="message" if kind == "message" else "post",
        )  # fmt: skip
        said = db.execute("SELECT id FROM posts WHERE remote_id = ?", (remote,)).fetchone()[0]
    number = _id(at)
    db.execute(
        "INSERT INTO interactions (id, account_id, remote_key, kind, actor_id, post_id, target_ref,"
        " created_at, seen_at, state, needs_reply, signals, first_reply_at) VALUES (?, ?, ?, ?, ?,"
        " ?, ?, ?, ?, ?, 0, ?, ?)",
        (number, account, f"k{number}", kind, actor, said, more.get("target"), at, at,
         more.get("state", "done"), json.dumps(more.get("signals", [])),
         more.get("first_reply_at")),
    )  # fmt: skip
    return number


def draft(db: sqlite.Connection, which: int, remote_id: str | None, **more: Any) -> int:
    """Let a post have been written here: a draft, and its sent row if there is a post."""
    number = _id(more.get("planned_at") or NOW)
    brief = {k: more[k] for k in ("frame", "rating") if k in more}
    db.execute(
        "INSERT INTO drafts (id, account_id, text, media, made_at, saved_at, brief, pillar,"
        " planned_at, campaign_id, done_at, title) VALUES (?, ?, '', ?, 0, 0, ?, ?, ?, ?, ?, ?)",
        (number, ACCOUNTS[which][0], json.dumps(more.get("media", [])), json.dumps(brief),
         more.get("pillar", ""), more.get("planned_at"), more.get("campaign"),
         more.get("sent_at"), more.get("title", "")),
    )  # fmt: skip
    if remote_id is not None or more.get("row"):
        db.execute(
            "INSERT INTO outbox (id, key, account_id, kind, action, draft_id, state, remote_id,"
            " made_at, sent_at) VALUES (?, ?, ?, 'publish', '{}', ?, ?, ?, 0, ?)",
            (number + 1, f"o{number}", ACCOUNTS[which][0], number,
             more.get("row", "sent"), remote_id, more.get("sent_at")),
        )  # fmt: skip
    return number


@contextmanager
def filled(seed: int, *, posts: int = 40, days: int = 30, deeds: int = 8) -> Iterator[Any]:
    """A month of posts of two accounts and of what people did about them."""
    dice = random.Random(seed)
    with empty() as db:
        db.execute("BEGIN")
        accounts(db)
        for name in ("Story", "Craft"):
            db.execute("INSERT INTO pillars VALUES (?, ?, '')", (name, dice.choice((30, 40, None))))
        for _ in range(posts):
            which = dice.randrange(2)
            at = NOW - dice.randrange(days * DAY)
            media = [
                {"kind": k, "url": "u"}
                for k in dice.sample(("image", "video", "audio"), dice.choice((0, 0, 1, 2)))
            ]
            spans = (
                [{"start": 0, "end": 1, "kind": "link", "target": "x"}]
                if dice.random() < 0.3
                else []
            )
            gone = NOW if dice.random() < 0.05 else None
            own = post(
                db,
                which,
                at,
                media=media,
                spans=spans,
                deleted_at=gone,
                text=f"No {at}: {dice.choice(WORDS)}",
                parent_ref="elsewhere" if dice.random() < 0.1 else None,
            )
            if dice.random() < 0.6:
                draft(
                    db,
                    which,
                    own,
                    pillar=dice.choice(("Story", "Craft", "story", "")),
                    planned_at=at - dice.choice((0, HOUR, 3 * DAY)),
                    sent_at=at,
                    frame=dice.choice(("gain", "loss", "")),
                    rating={k: dice.randint(1, 5) for k in ("expert", "creative", "relevant")},
                    media=[{"path": "v", "seconds": dice.choice((9, 40, 200))}],
                )
            for _ in range(dice.randrange(deeds * 2)):
                when = min(NOW - 1, at + int(dice.expovariate(1 / (9 * HOUR))))
                kind = dice.choice(KINDS)
                how = dice.random()  # told by the target, by the answer, or both; or to nothing
                deed(
                    db,
                    which,
                    when,
                    kind,
                    f"u{dice.randrange(12)}",
                    text=dice.choice(WORDS),
                    target=own if how < 0.6 else None,
                    parent=own if how > 0.4 and how < 0.9 else None,
                    signals=dice.choice(([], ["complaint"], ["praise"], ["question"], ["thanks"])),
                )
        for n, (ident, *_rest) in enumerate(ACCOUNTS):
            if dice.random() < 0.7:
                for day in range(0, days + 5, dice.randint(1, 9)):
                    db.execute(
                        "INSERT INTO measures VALUES (?, 'followers', 0, ?, 'platform', ?)",
                        (ident, NOW - day * DAY, 1000 * (n + 1) + dice.randrange(100)),
                    )
        db.execute("COMMIT")
        yield db


def drawn(db: Any, name: str, asked: Scope) -> Any:
    """A chart, having looked at what is true of every chart and at the rows of every number."""
    one = insights.get(name)
    usual = {n: v[0] if v else "" for n, v in one.options.items()}
    full = Scope(
        asked.since, asked.until, asked.zone, asked.now, asked.accounts, usual | asked.options
    )
    found = one.draw(db, full)
    assert from_json(json.loads(json.dumps(to_json(found)))) == found
    told = [*found.figures, *(d for s in found.series for d in s.data)]
    for each in told:
        assert (each.value is None) == bool(each.why), each
        if each.low is not None:
            assert each.low <= each.value <= each.high, each
    for key in sorted({f.key for f in told if f.key})[:60]:
        assert one.rows(db, full, key).total > 0, key
    assert {s.metric for s in found.series} | {f.metric for f in found.figures} <= set(one.metrics)
    assert set(one.metrics) <= set(glossary.dictionary())
    codes = [found.title, found.x.label, found.y.label, *(t for _, t in found.x.ticks)]
    codes += [t for _, t in found.y.ticks] + [s.label for s in found.series]
    codes += [f.label for f in found.figures] + list(found.notes)
    codes += [found.empty] if found.empty else []
    for say in codes:
        assert say.text or say.code in wordbook.entries(), say
    for option, values in one.options.items():
        for value in values:
            assert f"option.{option}.{value}" in wordbook.entries(), (option, value)
    return found
