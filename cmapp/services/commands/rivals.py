"""Commands on rivals: competitors' accounts, watched from outside through one of ours (AN-14)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cmapp.domain.errors import Missing, Offline, Rejected, Unsupported
from cmapp.domain.records import Profile
from cmapp.domain.streams import Stream
from cmapp.services import measuring
from cmapp.services.desk import Desk
from cmapp.services.shapes import Json, iso, undo_by
from cmapp.store import accounts, deeds, measures, problems, rivals
from cmapp.store.database import Tx
from cmapp.store.rivals import Rival
from cmapp.store.sqlite import Connection

_WEEK = 7 * 86_400_000
_NAMES = ("followers", "following", "posts")


def rivals_list(desk: Desk) -> Json:
    """Return {rivals: [{id, account, platform, handle, name, url, added_at, asked_at, why, …}]}.

    With `followers`, `following` and `posts` as last told (None: never), `followers_week`: how
    much they have grown within a week (None where nobody looked a week ago).
    """
    now = desk.now()

    def look(db: Connection) -> Json:
        platforms = {a.id: a.platform for a in accounts.every(db)}
        return {"rivals": [_shown(db, one, platforms, now) for one in rivals.every(db)]}

    return desk.store.read(look)


def rivals_add(desk: Desk, handle: str, account: str) -> Json:
    """Watch a competitor by its handle on the platform of an account, from now on.

    Asks the platform once. Returns {rivals, undo}. Raises Missing (`unknown_account`,
    `unknown_handle`), Rejected (`own_account`), Unsupported (`not_offered`), and what
    a read raises.
    """
    ours = desk.account(account)
    if desk.store.read(lambda db: problems.switch(db, "flight")):
        raise Offline("flight_mode")
    name = handle.strip().removeprefix("@")
    if not name:
        raise Rejected("empty", field="handle", reason="empty")
    with desk.lane(ours.id):
        link = desk.links.to(ours)
        if Stream.PROFILE not in link.pulls():
            raise Unsupported("not_offered", verb="rivals")
        pages = link.pull(Stream.PROFILE, scope=name)
        found = [r for page in pages for r in page.records if isinstance(r, Profile)]
    if not found:
        raise Missing("unknown_handle", handle=name[:80])
    if any(a.realm == ours.realm and a.remote_id == found[0].remote_id for a in desk.accounts()):
        raise Rejected("own_account", field="handle", reason="own_account")
    now = desk.now()

    def go(tx: Tx) -> Json:
        made = rivals.add(tx, ours.id, found[0], now=now)
        measuring.note(tx, made, found[0], now=now)
        undo = undo_by("rivals.remove", id=made)
        deeds.add(tx, "rivals.add", {"handle": name, "account": ours.id}, now=now, undo=undo)
        return {"id": made, "undo": undo}

    made = desk.store.write(go)
    return {**rivals_list(desk), **made}


def rivals_remove(desk: Desk, id: str) -> Json:
    """Watch a rival no longer; its figures go, and `undo` brings all back. Raises Missing."""
    now = desk.now()

    def go(tx: Tx) -> Json:
        if rivals.by_id(tx.db, id) is None:
            raise Missing("unknown_account", id=id[:80])
        kept = rivals.remove(tx, id)
        undo = undo_by("rivals.restore", kept=kept)
        deeds.add(tx, "rivals.remove", {"id": id}, now=now, undo=undo)
        return undo

    undo = desk.store.write(go)
    return {**rivals_list(desk), "undo": undo}


def rivals_restore(desk: Desk, kept: Mapping[str, Any]) -> Json:
    """Put a removed rival back as it was, its figures too."""
    try:
        desk.store.write(lambda tx: rivals.put_back(tx, kept))
    except (KeyError, TypeError):
        raise Rejected("bad_value", field="kept", reason="bad_value") from None
    undo = undo_by("rivals.remove", id=str(kept["rivals"][0]["id"])) if kept["rivals"] else None
    return {**rivals_list(desk), "undo": undo}


def _shown(db: Connection, one: Rival, platforms: Mapping[str, str], now: int) -> Json:
    last = {name: measures.last_before(db, one.id, name, now + 1) for name in _NAMES}
    week = measures.last_before(db, one.id, "followers", now - _WEEK + 1)
    today = last["followers"]
    return {
        "id": one.id,
        "account": one.account_id,
        "platform": platforms.get(one.account_id, ""),
        "handle": one.handle,
        "name": one.name,
        "url": one.url,
        "added_at": iso(one.added_at),
        "asked_at": iso(one.asked_at),
        "why": one.why,
        **{name: None if found is None else int(found.value) for name, found in last.items()},
        "followers_week": int(today.value - week.value) if today and week else None,
    }
