"""Commands that show much as little: likes and reposts in groups, and the catch-up digest."""

from __future__ import annotations

from cmapp.services.desk import Desk
from cmapp.services.shapes import LANES, Json, iso, item_json, number
from cmapp.store import crowds, digest, views
from cmapp.store.sqlite import Connection


def groups(
    desk: Desk,
    state: str = "open",
    account: str | None = None,
    before: str | None = None,
    limit: int = 50,
) -> Json:
    """Return {groups: [{group, count, newest, at, names, text}]}: likes and reposts of one post.

    `group` is what other commands take as `group`; `names` are of the newest three.
    """
    behind = number(before) if before else None
    found = desk.store.read(
        lambda db: crowds.every(db, state=state, account_id=account, before=behind, limit=limit)
    )
    return {
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
        ]
    }


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
