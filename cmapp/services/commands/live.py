"""Commands on live-chat logs: import one, see what was asked again and again (IN-13)."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from pathlib import Path

from cmapp.domain import live_chat
from cmapp.domain.errors import Missing, Rejected
from cmapp.services.desk import Desk
from cmapp.services.shapes import Json, iso, number, undo_by
from cmapp.store import accounts, deeds, live
from cmapp.store.database import Tx
from cmapp.store.sqlite import Connection

_MOST_BYTES = 200_000_000


def live_import(desk: Desk, path: str, account: str | None = None, name: str = "") -> Json:
    """Import a log; the same file again is the log that is there. Returns {log, clusters, undo}.

    Raises Rejected (`bad_log`, `not_found`), Missing (`unknown_account`).
    """
    data = _read(Path(path))
    digest = hashlib.sha256(data).hexdigest()
    known = desk.store.read(lambda db: live.by_digest(db, digest))
    if known is not None:
        return live_show(desk, str(known.id))
    lines = live_chat.read(data.decode("utf-8", "replace"))
    found = live_chat.clusters(lines)

    def go(tx: Tx) -> Json:
        if account is not None and accounts.by_id(tx.db, account) is None:
            raise Missing("unknown_account", id=account)
        log = live.keep(
            tx, name or Path(path).name, digest, lines, found, account_id=account, now=desk.now()
        )
        undo = undo_by("live.remove", id=str(log))
        deeds.add(tx, "live.import", {"id": str(log)}, now=desk.now(), undo=undo)
        return {**_show(tx.db, log), "undo": undo}

    return desk.store.write(go)


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MOST_BYTES:
            raise Rejected("bad_log", field="file", reason="too_big")
        return path.read_bytes()
    except OSError:
        raise Rejected("not_found", field="file", reason="not_found", path=str(path)) from None


def live_list(desk: Desk) -> Json:
    """Return {logs: [{id, name, account, imported_at, lines}]}, newest first."""
    return {"logs": [_json(log) for log in desk.store.read(live.every)]}


def live_show(desk: Desk, id: str) -> Json:
    """Return {log, clusters: [{example, times, people, first_at, lines}]}, most asked first."""
    return desk.store.read(lambda db: _show(db, number(id, "unknown_log")))


def live_remove(desk: Desk, id: str) -> Json:
    """Delete an imported log (the file it came from is untouched)."""
    if not desk.store.write(lambda tx: live.remove(tx, number(id, "unknown_log"))):
        raise Missing("unknown_log", id=id)
    return live_list(desk)


def _show(db: Connection, number_: int) -> Json:
    log = next((x for x in live.every(db) if x.id == number_), None)
    if log is None:
        raise Missing("unknown_log", id=str(number_))
    together: defaultdict[int, list[tuple[int, int | None, str, str]]] = defaultdict(list)
    for n, at, who, text, cluster in live.lines(db, number_):
        if cluster is not None:
            together[cluster].append((n, at, who, text))
    return {
        "log": _json(log),
        "clusters": [
            {
                "example": found[0][3],
                "times": len(found),
                "people": len({who or n for n, _, who, _ in found}),
                "seconds": None if found[0][1] is None else found[0][1] / 1000,
                "lines": [n for n, *_ in found],
            }
            for _, found in sorted(together.items())
        ],
    }


def _json(log: live.Log) -> Json:
    return {
        "id": str(log.id),
        "name": log.name,
        "account": log.account_id,
        "imported_at": iso(log.imported_at),
        "lines": log.lines,
    }
