"""What is stored about whom: the map of a profile, and the drill for a leak (PV-03, PV-07)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from cmapp.connectors.registry import connector_class
from cmapp.domain import table_file
from cmapp.services import retention
from cmapp.services.desk import Desk
from cmapp.services.shapes import Json, iso
from cmapp.store import backups_erased, data_map
from cmapp.store.data_map import Held
from cmapp.system import paths
from cmapp.system.whole_file import whole

KEPT_BY = {
    "profiles": "profiles", "public": "posts", "messages": "messages", "interactions": "items",
    "media": "media", "logs": "logs", "deeds": "undo", "reports": "reports",
}  # fmt: skip
"""Kind → the rule of retention that holds for it; the others stay until they are removed."""


def words(language: str) -> dict[str, Any]:
    """Return the words of map and drill in a language, English where there is none."""
    found = json.loads((paths.resources() / "privacy" / "map.json").read_text("utf-8"))
    chosen: dict[str, Any] = found.get(language) or found["en"]
    return chosen


def shown(desk: Desk, *, language: str = "en") -> Json:
    """Return the map: {kinds: [{kind, name, why, where, rows, people, since, days}], people}.

    `days` is how long a thing of that kind is kept; None where until somebody removes it.
    """
    told = words(language)
    held, people = desk.store.read(
        lambda db: (list(data_map.held(db)), data_map.people_by_network(db))
    )
    days = retention.days(desk, desk.now())
    root = desk.paths.root
    kinds = [
        {
            "kind": one.kind,
            "name": told["kinds"][one.kind]["name"],
            "why": told["kinds"][one.kind]["why"],
            "where": _place(desk, one.kind),
            "rows": one.rows,
            "people": one.people,
            "since": iso(one.since),
            "days": days.get(KEPT_BY.get(one.kind, "")),
        }
        for one in (*held, *_files(desk))
    ]
    return {
        "profile": str(root),
        "kinds": kinds,
        "people": [{"network": realm, "people": count} for realm, count in people],
        "damaged": backups_erased.damaged(root),
        "who_else": told["who_else"],
    }


def _place(desk: Desk, kind: str) -> str:
    match kind:
        case "media":
            return desk.paths.media.name
        case "logs":
            return desk.paths.log.name
        case "backups":
            return desk.paths.backups.name
        case "secrets":
            return "keyring"
        case "damaged":
            return desk.paths.root.name
    return desk.paths.database.name


def _files(desk: Desk) -> list[Held]:
    accounts = desk.accounts()
    return [
        _folder("logs", desk.paths.log),
        _folder("backups", desk.paths.backups),
        _told("damaged", [desk.paths.root / n for n in backups_erased.damaged(desk.paths.root)]),
        Held("secrets", len(accounts), None, min((a.added_at for a in accounts), default=None)),
    ]


def _folder(kind: str, folder: Path) -> Held:
    inside = folder.iterdir() if folder.is_dir() else ()
    return _told(kind, [p for p in inside if p.is_file()])


def _told(kind: str, files: list[Path]) -> Held:
    found = [p.stat() for p in files]
    oldest = min((int(f.st_mtime * 1000) for f in found), default=None)
    return Held(kind, len(found), None, oldest)


def drill(desk: Desk, *, language: str = "en") -> Json:
    """Return what one would have to say and do if this machine were stolen today.

    {at, people, by_network, kinds, secrets, revoke: [{account, network, server, where}], steps}.
    """
    told = words(language)
    found = shown(desk, language=language)
    about = [k for k in found["kinds"] if k["people"]]
    status = desk.vault.status()
    revoke = []
    for account in desk.accounts():
        spec = connector_class(account.platform).spec
        revoke.append(
            {
                "account": account.handle,
                "network": spec.name,
                "server": account.server,
                "where": told["revoke"].get(account.platform, told["revoke"]["other"]),
            }
        )
    return {
        "at": iso(desk.now()),
        "people": sum(p["people"] for p in found["people"]),
        "by_network": found["people"],
        "kinds": about,
        "secrets": status.state,
        "revoke": revoke,
        "steps": told["steps"],
    }


def write_drill(found: Json, path: Path) -> None:
    """Write the drill as a table. Raises Rejected (`file_unwritable`)."""
    rows = [["people", "", str(found["people"]), ""]]
    rows += [["network", p["network"], str(p["people"]), ""] for p in found["by_network"]]
    rows += [["kind", k["name"], str(k["rows"]), str(k["people"])] for k in found["kinds"]]
    rows += [["revoke", r["account"], r["server"], r["where"]] for r in found["revoke"]]
    rows += [["step", str(n), step, ""] for n, step in enumerate(found["steps"], 1)]
    with whole(path) as file:
        file.write(table_file.write_csv(["what", "name", "rows", "people"], rows))
