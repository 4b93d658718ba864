"""Commands on people's data: what is kept of them, handing it out, erasing it (PV-02)."""

from __future__ import annotations

from pathlib import Path

from cmapp.services import data_map, handing_out, privacy
from cmapp.services.desk import Desk
from cmapp.services.shapes import Json


def erase(desk: Desk, person: str, anyway: bool = False, damaged: bool = False) -> Json:
    """Erase a person for good; returns {erasure: {id, counts, proof …}}. See `privacy.erase`."""
    return privacy.erase(desk, person, anyway=anyway, damaged=damaged)


def delete_damaged(desk: Desk) -> Json:
    """Delete databases that were set aside as damaged; returns {deleted}.

    Raises Rejected (`file_unwritable`).
    """
    return privacy.delete_damaged(desk)


def plan(desk: Desk, person: str) -> Json:
    """Return what an erasure would remove: {counts, identities, in_doubt, waiting, damaged …}."""
    found = privacy.plan(desk, person)
    return {
        "person": str(found.found.profiles[0]),
        "name": found.name,
        "identities": len(found.found.identities),
        "counts": found.found.counts,
        "in_doubt": found.found.in_doubt,
        "waiting": found.found.waiting,
        "backups": found.backups,
        "old_copies": found.old_copies,
        "damaged": list(found.damaged),
    }


def erasures(desk: Desk) -> Json:
    """Return every erasure with its proof; no name is among it: {erasures}."""
    return {"erasures": privacy.listed(desk)}


def export(desk: Desk, person: str, folder: str, language: str = "en") -> Json:
    """Write all that is kept about a person into a folder; returns {folder, files, rows}.

    Raises Missing (`unknown_person`), Rejected (`file_unwritable`).
    """
    done = handing_out.hand_out(desk, person, Path(folder).expanduser(), language=language)
    return {"folder": done.folder, "files": list(done.files), "rows": done.rows}


def show_map(desk: Desk, language: str = "en") -> Json:
    """Return what is stored about whom, kind by kind. See `data_map.shown`."""
    return data_map.shown(desk, language=language)


def leak(desk: Desk, out: str | None = None, language: str = "en") -> Json:
    """Return the drill for a stolen machine, written as a table where `out` names a file.

    See `data_map.drill`. Raises Rejected (`file_unwritable`).
    """
    found = data_map.drill(desk, language=language)
    if out is not None:
        data_map.write_drill(found, Path(out).expanduser())
    return found
