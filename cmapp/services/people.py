"""What the commands on people share: who is meant, how a person looks as JSON, whom it may be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

from cmapp.domain import segments
from cmapp.domain.closeness import Closeness
from cmapp.domain.errors import Missing, Rejected
from cmapp.domain.people import StageRules, stage_of
from cmapp.services import selection
from cmapp.services.desk import Desk
from cmapp.services.network import closeness
from cmapp.services.shapes import Json, iso
from cmapp.store import contacts, people, roster, same_person, searches
from cmapp.store.contacts import Fact, Note
from cmapp.store.people import Change, Identity, Said
from cmapp.store.roster import Row
from cmapp.store.same_person import Pair
from cmapp.store.searches import Saved
from cmapp.store.sqlite import Connection
from cmapp.system.settings import Settings

CHANGES_DAYS = 90
"""How far back changes are told of where nobody has looked at a person yet."""


def rules_of(settings: Settings) -> StageRules:
    """Return the rules of the stages as they are set."""
    return StageRules(
        new_days=settings.stage_new_days,
        loyal_visits=settings.stage_loyal_visits,
        loyal_days=settings.stage_loyal_days,
        risk_days=settings.stage_risk_days,
        lapsed_days=settings.stage_lapsed_days,
    )


def whom(db: Connection, given: str) -> int:
    """Return the profile that is meant by a number or a handle.

    Raises Missing (`unknown_person`); Rejected (`ambiguous_person`) with the numbers as `known`.
    """
    name = str(given).strip()
    if name.isascii() and name.isdigit() and len(name) < 19:
        contacts.group(db, int(name))
        return int(name)
    found = people.named(db, name) if name.strip("@") else []
    if not found:
        raise Missing("unknown_person", id=name[:100])
    if len({contacts.root(db, one) for one in found}) > 1:
        raise Rejected("ambiguous_person", id=name[:100], known=[str(n) for n in found])
    return found[0]


def chosen(desk: Desk, db: Connection, given: Sequence[str] | None, query: str | None) -> list[int]:
    """Return the profiles that a command is about: those named, or all that a query finds."""
    found = [whom(db, one) for one in given or ()]
    if query is not None:
        now = desk.now()
        asked = segments.read(query, now=now)
        selection.understood(asked)
        found += roster.every(db, asked, rules=rules_of(desk.settings), now=now)
    return list(dict.fromkeys(found))


def segment(db: Connection, name: str) -> Saved:
    """Return a segment: a saved query on people. Raises Missing (`unknown_segment`)."""
    found = searches.by_name(db, name, "people")
    if found is None:
        raise Missing("unknown_segment", name=name[:100])
    return found


@dataclass(frozen=True, slots=True)
class Card:
    """Everything that is known of a person, as values. `stage_rule` says why that stage."""

    id: int
    name: str
    vip: bool
    muted: bool
    stage: str | None
    by_hand: bool
    stage_rule: dict[str, Any]
    identities: tuple[Identity, ...]
    facts: tuple[Fact, ...]
    tags: tuple[str, ...]
    notes: tuple[Note, ...]
    first_at: int | None
    last_at: int | None
    days: int
    lately: int
    items: int
    since: int
    looked: bool
    changes: tuple[Change, ...]
    fresh: int
    said: tuple[Said, ...]
    suggestions: tuple[Pair, ...]
    silent_days: int | None
    closeness: Closeness | None = None


def card(
    db: Connection,
    profile_id: int,
    *,
    rules: StageRules,
    now: int,
    recent: int = 30,
    since: int | None = None,
    whole: bool = False,
    brief: bool = False,
) -> Card:
    """Return the card of a person, by any of their profiles. Raises Missing (`unknown_person`).

    `changes` and `fresh` count from the last look, from `since` where that is given. `whole`
    reads everything they did, with our answers; `brief` leaves out what they said and whom they
    may be.
    """
    members = contacts.group(db, profile_id)
    shown = people.identities(db, members)
    kept = people.kept(db, members)
    seen, items = people.seen(db, members, since=people.lately_from(rules, now))
    stage, rule = stage_of(seen, rules, now=now)
    if since is None:
        since = kept.looked_at or now - CHANGES_DAYS * 86_400_000
    last = seen.last_at
    return Card(
        id=members[0],
        name=kept.name or shown[0].name or shown[0].handle,
        vip=kept.vip,
        muted=kept.muted,
        stage=kept.stage or stage,
        by_hand=kept.stage is not None,
        stage_rule=rule,
        identities=tuple(shown),
        facts=tuple(contacts.facts(db, members)),
        tags=tuple(contacts.tags(db, members)),
        notes=tuple(contacts.notes(db, members)),
        first_at=seen.first_at,
        last_at=last,
        days=seen.days,
        lately=seen.lately,
        items=items,
        since=since,
        looked=kept.looked_at is not None,
        changes=tuple(people.changes(db, members, since=since)),
        fresh=people.new_since(db, members, since),
        said=()
        if brief
        else tuple(
            people.said(db, members, limit=max(items, 1) if whole else recent, answers=whole)
        ),
        suggestions=() if brief else tuple(same_person.of(db, members)),
        silent_days=None if last is None else max(0, (now - last) // 86_400_000),
        closeness=closeness.of(db, members, last, now=now),
    )


# as scripts see them


def source_json(source: str) -> Json:
    """Return where a fact comes from: {kind, item}."""
    kind, _, item = source.partition(":")
    return {"kind": kind, "item": item or None}


def fact_json(fact: Fact) -> Json:
    """Return a fact with its origin and date."""
    return {
        "id": str(fact.id),
        "name": fact.name,
        "value": fact.value,
        "source": source_json(fact.source),
        "at": iso(fact.at),
        "profile": str(fact.profile_id),
    }


def note_json(note: Note) -> Json:
    """Return a private note."""
    return {
        "id": str(note.id),
        "text": note.text,
        "author": note.author,
        "made_at": iso(note.made_at),
        "profile": str(note.profile_id),
    }


def _identity_json(one: Identity) -> Json:
    return {
        "profile": str(one.id),
        "platform": one.platform,
        "realm": one.realm,
        "remote_id": one.remote_id,
        "handle": one.handle,
        "name": one.name,
        "bio": one.bio,
        "avatar": one.avatar,
        "url": one.url,
        "followers": one.followers,
        "seen_at": iso(one.seen_at),
        "merged_into": str(one.under) if one.under else None,
    }


def _said_json(one: Said) -> Json:
    return {
        "id": str(one.item_id),
        "account": one.account_id,
        "platform": one.platform,
        "profile": str(one.profile_id),
        "kind": one.kind,
        "state": one.state,
        "created_at": iso(one.created_at),
        "text": one.text,
        "url": one.url,
        "thread": f"{one.realm}/{one.root_ref}" if one.root_ref else None,
        "about": one.about,
        "answers": [{"id": str(n), "created_at": iso(at), "text": t} for n, at, t in one.answers],
    }


def suggestion_json(one: Pair) -> Json:
    """Return a pair that may be one person, with the reasons."""
    return {
        "one": {"id": str(one.one.id), "handle": one.one.handle, "name": one.one.name},
        "other": {"id": str(one.other.id), "handle": one.other.handle, "name": one.other.name},
        "score": one.score,
        "reasons": [{"code": r.code, "weight": r.weight, "what": r.what} for r in one.reasons],
    }


def card_json(found: Card) -> Json:
    """Return a person as the command line shows one: with all that is kept."""
    threads: dict[str, list[str]] = {}
    for one in found.said:
        if one.root_ref:
            threads.setdefault(f"{one.realm}/{one.root_ref}", []).append(str(one.item_id))
    return {
        "id": str(found.id),
        "name": found.name,
        "vip": found.vip,
        "muted": found.muted,
        "stage": found.stage,
        "stage_by_hand": found.by_hand,
        "stage_rule": found.stage_rule,
        "identities": [_identity_json(i) for i in found.identities],
        "facts": [fact_json(f) for f in found.facts],
        "tags": list(found.tags),
        "notes": [note_json(n) for n in found.notes],
        "first_at": iso(found.first_at),
        "last_at": iso(found.last_at),
        "visits": found.days,
        "return_visits": max(0, found.days - 1),
        "visits_lately": found.lately,
        "days_since_last": found.silent_days,
        "interactions": found.items,
        "closeness": asdict(found.closeness) if found.closeness else None,
        "changes_since": iso(found.since),
        "new_since": found.fresh,
        "changes": [
            {
                "profile": str(c.profile_id),
                "at": iso(c.at),
                "field": c.field,
                "before": c.before,
                "after": c.after,
            }
            for c in found.changes
        ],
        "items": [_said_json(s) for s in found.said],
        "threads": [{"thread": ref, "items": items} for ref, items in threads.items()],
        "may_be": [suggestion_json(s) for s in found.suggestions],
    }


def row_json(row: Row) -> Json:
    """Return one person of a list."""
    return {
        "id": str(row.root),
        "handle": row.handle,
        "name": row.name,
        "platform": row.platform,
        "stage": row.stage,
        "stage_by_hand": row.by_hand,
        "vip": row.vip,
        "muted": row.muted,
        "tags": list(row.tags),
        "first_at": iso(row.first_at),
        "last_at": iso(row.last_at or None),
        "visits": row.days,
        "interactions": row.items,
        "identities": row.identities,
    }
