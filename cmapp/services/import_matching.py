"""Which post of ours, and which person, a row of an imported table is about."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlsplit

from cmapp.domain import utm
from cmapp.store import imports
from cmapp.store.imports import Ours
from cmapp.store.sqlite import Connection

NEAR = 2 * 60_000
"""How far the minute of a table may be from that of the post (ms)."""
A_DAY = 86_400_000
UTM = ("campaign", "source", "medium", "content", "term")
SHORT = 12
"""Words shorter than this tell no post from another, unless its time does."""


@dataclass(frozen=True, slots=True)
class NoPost:
    """Why a row has no post: `no_post`, `several_posts`."""

    why: str


class Posts:
    """Our posts by link, id and words. Made once for a file, or a page of posts."""

    def __init__(
        self, db: Connection, account: str = "", *, only: Collection[int] | None = None
    ) -> None:
        """Read all posts of ours, or of one account, or `only` some."""
        self._all = imports.our_posts(db, account, only=only)
        self._links: dict[str, set[int]] = defaultdict(set)
        self._words: dict[str, list[Ours]] = defaultdict(list)
        self._by_id = {p.id: p for p in self._all}
        for post in self._all:
            for link in (post.url, post.uri, post.remote_id):
                if link:
                    self._links[bare(link)].add(post.id)
            tail = (post.remote_id.rstrip("/").rsplit("/", 1)[-1]).casefold()
            self._links[tail].add(post.id)
            if words := spoken(post.text):
                self._words[words[:SHORT]].append(post)

    def find(
        self, *, url: str = "", remote_id: str = "", text: str = "",
        at: int | None = None, exact: bool = False,
    ) -> Ours | NoPost:  # fmt: skip
        """Return the one post that a link, an id, or words and a time (UTC ms) tell.

        `exact`: the time is to the minute, not a day.
        """
        for given in (url, remote_id):
            if not given:
                continue
            found = self._links.get(bare(given)) or set()
            if len(found) == 1:
                return self._by_id[next(iter(found))]
            if found:
                return NoPost("several_posts")
        words = spoken(text)
        if not words:
            return NoPost("no_post")
        near = [p for p in self._words.get(words[:SHORT], ()) if _alike(words, spoken(p.text))]
        if at is not None:
            reach = NEAR if exact else A_DAY
            near = [p for p in near if -reach < p.at - at < (reach if exact else reach + NEAR)]
        elif len(words) < SHORT:
            near = []
        if len(near) > 1:  # a text to the letter is nearer than one that only begins so
            near = [p for p in near if spoken(p.text) == words] or near
        if len(near) == 1:
            return near[0]
        return NoPost("several_posts" if near else "no_post")


def bare(link: str) -> str:
    """Return a link without what does not tell one post from another; an id as it is."""
    text = link.strip()
    if "://" not in text:
        return text.casefold()
    try:
        parts = urlsplit(text)
    except ValueError:
        return text.casefold()
    host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    told = [(k, v) for k, v in parse_qsl(parts.query) if k in ("v", "id", "mid", "__biz", "sn")]
    query = "&".join(f"{k}={v}" for k, v in sorted(told))
    return f"{host}{parts.path.rstrip('/')}{'?' + query if query else ''}".casefold()


def spoken(text: str) -> str:
    """Return words as they are compared: narrow, lower case, without links, spaces and signs."""
    plain = unicodedata.normalize("NFKC", re.sub(r"https?://\S+", "", text)).casefold()
    return re.sub(r"[\W_]+", "", plain)


def _alike(words: str, theirs: str) -> bool:
    return theirs.startswith(words) or words.startswith(theirs)


def utm_of(link: str) -> dict[str, str]:
    """Return what the utm_* parameters of a link say."""
    try:
        pairs = parse_qsl(urlsplit(link.strip()).query)
    except ValueError:
        return {}
    named = {k.lower().removeprefix("utm_"): v for k, v in pairs if k.lower().startswith("utm_")}
    return {n: named[n] for n in UTM if named.get(n)}


def links_of(text: str, targets: Mapping[str, str] | None = None) -> list[dict[str, str]]:
    """Return what the tagged links of a text say."""
    found = [utm_of(text[a:b]) for a, b in utm.links(text)]
    found += [utm_of(link) for link in (targets or {}).values()]
    return [one for one in found if one]
