"""Commands that show much as little: likes and reposts in groups, and the catch-up digest."""

from __future__ import annotations

from cmapp.services import grouping
from cmapp.services.desk import Desk
from cmapp.services.shapes import LANES, Json, iso, item_json, number
from cmapp.store import crowds, digest, views
from cmapp.store import groups as groups_store
from cmapp.store.sqlite import Connection


def groups(
    desk: Desk,
    state: str = "open",
    account: str | None = None,
    before: str | None = None,
    limit: int = 50,
) -> Json:
    """Return {groups, alike}: likes and reposts of one post; of what is open, near-duplicates.

    `groups` is [{group, count, newest, at, names, text}], `alike` (most first) [{group, id,
    count, text, items}]. `group` is what other commands take as `group`; `names` are of the
    newest three, `items` the newest twenty.
    """
    behind = number(before) if before else None
    found = desk.store.read(
        lambda db: crowds.every(db, state=state, account_id=account, before=behind, limit=limit)
    )
    near = [] if state != "open" or before else alike_groups(desk, limit)
    return {
        "alike": near,
        "groups": [
            {
                "group": {"account": c.account_id, "kind": c.kind, "target": c.target_ref},
                "count": c.count,
                "newest": str(c.newest_id),
                "at": iso(c.newest_at),
                "names": list(c.names),
                "text": c.text,
            }
            for c in found
        ],
    }


def alike_groups(desk: Desk, limit: int) -> list[Json]:
    """Return the groups of near-duplicates, once what came in last has its place, too."""
    grouping.keep_up(desk)
    return [
        {
            "group": {"alike": str(g.first)},
            "id": str(g.first),
            "count": g.count,
            "text": g.text,
            "items": [str(i) for i in g.items],
        }
        for g in desk.store.read(lambda db: groups_store.every(db, limit=limit))
    ]


DAY = 24 * 3_600_000


def catch_up(
    desk: Desk,
    since: int | None = None,
    account: str | None = None,
    look: bool = False,
    limit: int = 10,
) -> Json:
    """Sum up what came in since a time (UTC ms), else since the last look, else for a day (IN-14).

    `look`: keep that it was looked at now. Returns {since, until, total, needs_reply, overdue,
    kinds, accounts, lanes, states, signals: {name: n}, negative: [item], alike: [{first, count,
    text}], closing: [{id, name, until}], groups: as `inbox.groups`}.
    """
    now = desk.now()

    def read(db: Connection) -> Json:
        begin = since if since is not None else digest.looked_at(db)
        begin = begin if begin is not None else now - DAY
        found = digest.since(db, begin, account_id=account, most=limit)
        closing = views.closing(db, after=now, before=now + DAY)[:limit]
        return {
            "since": iso(begin),
            "until": iso(now),
            "total": found.total,
            "needs_reply": found.needs_reply,
            "overdue": views.overdue(db, now=now),
            "kinds": found.kinds,
            "accounts": found.accounts,
            "lanes": {LANES[n]: count for n, count in found.lanes.items()},
            "states": found.states,
            "signals": found.signals,
            "negative": [item_json(i) for i in found.worst],
            "alike": [
                {"first": str(first), "count": n, "text": text} for first, n, text in found.alike
            ],
            "closing": [{**c, "until": _iso(c["until"])} for c in closing],
        }

    told = desk.store.read(read)
    told["groups"] = groups(desk, account=account, limit=limit)["groups"]
    if look:
        desk.store.write(lambda tx: digest.look(tx, now=now))
    return told


def _iso(when: object) -> str | None:
    return iso(when) if isinstance(when, int) else None
