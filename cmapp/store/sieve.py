"""What a reading brings, without what was erased: the one gate between a page and the store.

Dropped are posts and deeds that were erased, and whatever else an erased person did before they
were. What they do afterwards is new, from a person known as new. Posts of others that name them
stay masked, and point to marks where their posts were.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cmapp.domain.records import Gone, Interaction, Media, Post, Profile, Record, Span
from cmapp.store import erased, posts, sqlite
from cmapp.store.erasure import stand_in
from cmapp.store.needles import BLOCK


@dataclass(frozen=True, slots=True)
class _Sieve:
    db: sqlite.Connection
    account_id: str
    realm: str
    salts: tuple[bytes, ...]
    marks: Mapping[str, int]

    def at(self, what: erased.What, ref: str | None, realm: str | None = None) -> int | None:
        """Return when this was erased (UTC ms), None where it was not."""
        if not ref:
            return None
        marks = (erased.mark(one, what, realm or self.realm, ref) for one in self.salts)
        return max((self.marks[one] for one in marks if one in self.marks), default=None)

    def gone_before(self, who: Profile, created_at: int) -> bool:
        at = self.at("person", who.remote_id)
        return at is not None and created_at <= at

    def ref(self, ref: str | None) -> str | None:
        if ref and self.at("post", ref) is not None:
            return stand_in(self.salts[0], self.realm, ref)
        return ref

    def post(self, one: Post) -> Post | None:
        if self.at("post", one.remote_id) is not None or self.gone_before(
            one.author, one.created_at
        ):
            return None
        text, spans = one.text, list(one.spans)
        for n, span in enumerate(spans):
            at = span.kind == "mention" and self._named(span.target)
            if at and one.created_at <= at:
                cover = BLOCK * (span.end - span.start)
                text = text[: span.start] + cover + text[span.end :]
                spans[n] = dataclasses.replace(span, target=BLOCK * len(span.target))
        fresh = dataclasses.replace(
            one, text=text, spans=tuple(spans), parent=self.ref(one.parent), root=self.ref(one.root)
        )
        if self.at("masked", one.remote_id) is None:
            return fresh
        kept = posts.by_remote(self.db, self.realm, one.remote_id)
        if kept is None or (one.edited_at or 0) > (kept.edited_at or 0):
            return fresh  # said anew since
        return dataclasses.replace(
            fresh,
            text=kept.text,
            spans=tuple(Span(**s) for s in kept.spans),
            media=tuple(Media(**m) for m in kept.media),
            facts=kept.facts,
            url=kept.url,
            parent=kept.parent_ref,
            root=kept.root_ref,
        )

    def _named(self, target: str) -> int | None:
        folded = target.casefold()
        for one in (target, folded, folded.lstrip("@"), f"@{folded.lstrip('@')}"):
            if (at := self.at("name", one)) is not None:
                return at
        return None

    def interaction(self, one: Interaction) -> Interaction | None:
        if self.at("deed", one.remote_key, self.account_id) is not None:
            return None
        if self.gone_before(one.actor, one.created_at):
            return None
        post = None if one.post is None else self.post(one.post)
        if one.post is not None and post is None:
            return None
        return dataclasses.replace(one, post=post, target=self.ref(one.target))

    def record(self, one: Record) -> Record | None:
        match one:
            case Post():
                return self.post(one)
            case Interaction():
                return self.interaction(one)
            case Profile():
                known = posts.known(self.db, "profiles", self.realm, [one.remote_id])
                return one if known or self.at("person", one.remote_id) is None else None
            case Gone():
                return one


def through(
    db: sqlite.Connection, account_id: str, realm: str, records: Sequence[Record]
) -> list[Record]:
    """Return the records of a page that may be stored, masked where they name who was erased."""
    salts = erased.salts(db) if erased.any_at_all(db) else ()
    if not salts:
        return list(records)
    wanted = {
        erased.mark(salt, what, where, ref)  # type: ignore[arg-type]
        for one in records
        for what, where, ref in _named_in(one, account_id, realm)
        if ref
        for salt in salts
    }
    sieve = _Sieve(db, account_id, realm, salts, erased.among(db, wanted))
    if not sieve.marks:
        return list(records)
    return [kept for one in records if (kept := sieve.record(one)) is not None]


def _named_in(one: Record, account_id: str, realm: str) -> list[tuple[str, str, str | None]]:
    match one:
        case Profile():
            return [("person", realm, one.remote_id)]
        case Gone():
            return []
        case Interaction():
            found: list[tuple[str, str, str | None]] = [
                ("deed", account_id, one.remote_key),
                ("person", realm, one.actor.remote_id),
                ("post", realm, one.target),
            ]
            return found + (_named_in(one.post, account_id, realm) if one.post else [])
    found = [
        ("post", realm, one.remote_id),
        ("masked", realm, one.remote_id),
        ("person", realm, one.author.remote_id),
        ("post", realm, one.parent),
        ("post", realm, one.root),
    ]
    for span in one.spans:
        if span.kind == "mention":
            folded = span.target.casefold()
            plain = folded.lstrip("@")
            found += [("name", realm, n) for n in (span.target, folded, plain, f"@{plain}")]
    return found
