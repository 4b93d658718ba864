"""Erasing a person for good, step by step, so that a kill at any step is made up for at the start.

First the wish is kept with hashes alone (`asked`); then what others say of the person is masked,
and what is theirs goes in many small transactions (`gone`); then freed bytes, drafts' copies, logs
and backups; at last every file is looked through and what was found is kept as proof (`done`). By
what the person is found is kept beside the database until then (`leftovers.LIST`), so that a kill
costs no proof; it is overwritten before the erasure is told as done.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import logging
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from cmapp.domain.errors import Rejected
from cmapp.services import leftovers
from cmapp.services.desk import Desk
from cmapp.services.people import whom
from cmapp.services.shapes import Json, iso
from cmapp.store import (
    backups,
    backups_erased,
    deeds,
    erased,
    erasure,
    erasures,
    purging,
    scrubbing,
)
from cmapp.store.database import Store, Tx
from cmapp.store.erasure import Found
from cmapp.store.needles import Needles
from cmapp.store.sqlite import Connection
from cmapp.system import clock, failpoint
from cmapp.system import log as logs
from cmapp.system.durable import sync_folder
from cmapp.system.line_file import LineFile

log = logging.getLogger(__name__)
PART = 250
"""So many of their interactions or posts go in one transaction: some tenths of a second."""
_GIVES_WAY = 90.0
"""For how many seconds writing the file anew lets every other write go first; in the end it is
done: what was moved from page to page stands in their unused parts until then."""
_QUIET = 1.0
_TRIES = 20
"""How often the WAL is tried to be emptied while a reader holds it."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What an erasure would remove, and what stays. `old_copies`: backups of older schemas.

    `damaged`: databases that were set aside as damaged, which go on a person's word alone.
    """

    found: Found
    name: str
    backups: int
    old_copies: int
    damaged: tuple[str, ...] = ()


def plan(desk: Desk, person: str) -> Plan:
    """Return what is stored about a person. Raises Missing, Rejected (`own_account`)."""

    def look(db: Connection) -> tuple[Found, str]:
        profiles = erasure.members(db, whom(db, person))
        if erasure.ours(db, profiles):
            raise Rejected("own_account", id=str(person)[:100])
        return erasure.counted(db, profiles), erasure.handle_of(db, profiles[0])

    found, name = desk.store.read(look)
    kept, old = backups_erased.listed(desk.paths.backups)
    aside = backups_erased.damaged(desk.paths.root)
    return Plan(found, name, len(kept), len(old), tuple(aside))


def erase(desk: Desk, person: str, *, anyway: bool = False, damaged: bool = False) -> Json:
    """Erase a person; returns {erasure}, with the proof.

    `anyway`: also while nobody knows whether an answer to them is out; it is not sent again.
    `damaged`: databases that were set aside as damaged go, too: nobody else's word deletes them.

    Raises:
        Missing: `unknown_person`.
        Rejected: `own_account`; `answer_in_doubt` (facts `rows`); `ambiguous_person`.
    """
    found = plan(desk, person).found
    with contextlib.ExitStack() as lanes:
        for account in sorted(a.id for a in desk.accounts()):
            lanes.enter_context(desk.lane(account))  # nobody sends to them meanwhile

        def ask(tx: Tx) -> tuple[int, Found]:
            profiles = erasure.there(tx.db, found.profiles)
            fresh = erasure.counted(tx.db, profiles)
            if fresh.in_doubt and not anyway:
                raise Rejected("answer_in_doubt", rows=fresh.in_doubt)
            salt = erased.salt(tx.db, make=True)
            assert salt is not None
            marks = [erased.mark(salt, "person", *who) for who in fresh.identities]
            return erasures.ask(tx, marks, now=desk.now()), fresh

        number, fresh = desk.store.write(ask)
        failpoint.reached("erase.asked")
        if damaged:
            with contextlib.suppress(Rejected):  # the proof names what is left of them
                delete_damaged(desk)
        needles = _gone(desk, number, fresh.profiles)
    return _go_on(desk, number, needles, whole=True)


def delete_damaged(desk: Desk) -> Json:
    """Delete what was set aside as damaged, on a person's word; returns {deleted: names}.

    Raises Rejected (`file_unwritable`).
    """
    try:
        gone = backups_erased.delete_damaged(desk.paths.root)
    except OSError as problem:
        said, path = problem.strerror or "", str(desk.paths.root)
        raise Rejected("file_unwritable", field="file", path=path, said=said) from problem
    log.info("deleted, set aside as damaged: %d", len(gone))
    return {"deleted": gone}


def finish(desk: Desk) -> int:
    """Finish what a kill interrupted; returns how many erasures. Called at each start."""
    left = desk.store.read(erasures.unfinished)
    for one in left:
        kept = _list_of(desk, one.id)
        needles = kept or Needles()
        if one.state == "asked":
            profiles = desk.store.read(lambda db, one=one: erasure.marked(db, set(one.marks)))  # type: ignore[misc]
            needles = needles.and_of(_gone(desk, one.id, profiles))
        # who was gone in part is not known by all their words any more, but by the list
        known = kept is not None or (one.state == "asked" and not one.proof)
        _go_on(desk, one.id, needles, whole=known)
    if not left:
        _shred(desk)  # of an erasure that was killed in its very last step
        _beside(desk)
    return len(left)


def _beside(desk: Desk) -> None:
    """Write `erased.json` again where it is gone or damaged: a backup would bring people back.

    One that can be read stays as it is: it may know more than a database that was put here by hand.
    """
    tombs = desk.store.read(erased.of_store)
    if tombs is not None and tombs.marks and erased.read_file(desk.paths.root) is None:
        log.warning("who was erased is noted again beside the database")
        erased.write_file(desk.paths.root, tombs)


def _list(desk: Desk, number: int, needles: Needles) -> None:
    """Keep by what they are found, before the first of it is gone; what is kept stays in it.

    On a full disk it is not: then a kill costs the proof, and nothing else.
    """
    before = _list_of(desk, number)
    if before is not None:
        needles = needles.and_of(before)
    packed = json.dumps({"erasure": str(number), "found_by": asdict(needles)}).encode()
    try:
        backups.write_whole(desk.paths.root / leftovers.LIST, packed)
        sync_folder(desk.paths.root)
    except OSError as problem:
        log.warning("a kill would cost the proof: %s", problem.strerror)


def _list_of(desk: Desk, number: int) -> Needles | None:
    """Return by what they are found, None where that is not kept of this erasure."""
    try:
        kept = json.loads((desk.paths.root / leftovers.LIST).read_bytes())
        if kept["erasure"] != str(number):
            return None
        found = {name: tuple(one) for name, one in kept["found_by"].items()}
        found["handles"] = tuple((realm, name) for realm, name in found["handles"])
        return Needles(**found)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _shred(desk: Desk) -> None:
    """Overwrite the list, and half of one, then remove it."""
    for path in desk.paths.root.glob(f"{leftovers.LIST}*"):
        with contextlib.suppress(OSError):
            with path.open("rb+") as file:
                file.write(bytes(path.stat().st_size))
                file.flush()
                os.fsync(file.fileno())
            path.unlink()


def _gone(desk: Desk, number: int, profiles: Sequence[int]) -> Needles:
    """Remove everything about them from the database; returns by what they were found.

    What takes long is read before; what is written is many small transactions, so that the window
    and whoever sends wait for none of them long.
    """
    given = desk.store.read(lambda db: erasure.ahead(db, profiles))
    _list(desk, number, given.found.needles)
    failpoint.reached("erase.listed")
    # what the window has not handed in yet goes first: its lines are known by the words
    _journal(desk, given.found)

    def mask(tx: Tx) -> Needles:
        done = erasure.mask(tx, profiles, now=desk.now(), given=given)
        if not erasures.by_id(tx.db, number).proof:
            erasures.begun(tx, number, {**done.found.counts, "masked": done.masked})
        return done.found.needles

    def remove(tx: Tx) -> bool:
        over = erasure.remove(tx, profiles, most=PART)
        if over:
            failpoint.reached("erase.mid")
            erasures.gone(tx, number)
            deeds.add(tx, "privacy.erase", {"erasure": str(number)}, now=desk.now(), undo=None)
        return over

    needles = desk.store.write(mask)
    failpoint.reached("erase.masked")
    while not desk.store.write(remove):
        failpoint.reached("erase.part")
    failpoint.reached("erase.done")
    return needles


def _go_on(desk: Desk, number: int, needles: Needles, *, whole: bool) -> Json:
    """Remove what is left of them outside of the rows. `whole`: whether `needles` are all."""
    tombs = desk.store.read(erased.of_store)
    if tombs is not None:
        erased.write_file(desk.paths.root, tombs)
    failpoint.reached("erase.marked")
    marks = desk.store.read(lambda db: erasures.by_id(db, number)).marks
    with desk.copying:  # a copy that was begun before has them, one of an unpurged file their words
        copies = backups_erased.erase(desk.paths.backups, tombs, marks, needles, now=desk.now())
        failpoint.reached("erase.copies")
        _files(desk)
        failpoint.reached("erase.files")
        settled = _purge(desk)
        failpoint.reached("erase.purged")
        proof = _proof(desk, needles, copies, whole=whole, settled=settled)
    desk.store.write(lambda tx: erasures.done(tx, number, proof, now=desk.now()))
    _shred(desk)
    failpoint.reached("erase.proved")
    desk.store.between(purging.emptied)
    return {"erasure": _shown(desk.store.read(lambda db: erasures.by_id(db, number)))}


def _journal(desk: Desk, found: Found) -> None:
    """Drop the lines of the window's journal that answer them, or name them."""
    file = LineFile(desk.paths.journal)
    with contextlib.suppress(OSError):
        if not desk.paths.journal.exists():
            return
        lines = list(file.read())
        items = desk.store.read(lambda db: erasure.items_of(db, found.profiles))
        kept = [
            one
            for one in lines
            if one.get("item") not in items and not _touches(found.needles, one)
        ]
        if len(kept) < len(lines) or desk.paths.journal.stat().st_size:
            file.replace(kept)


def _touches(needles: Needles, line: dict[str, Any]) -> bool:
    packed = json.dumps(line, ensure_ascii=False)
    return needles.masked_json(packed) != packed


def _files(desk: Desk) -> None:
    """Write the drafts' second copy anew and empty the logs: ids of theirs may stand in them."""
    with contextlib.suppress(OSError):
        desk.store.copy_drafts(anew=True)
    logs.empty(desk.paths.log)


def _purge(desk: Desk) -> bool:
    """Overwrite what was freed in the database; tells whether the WAL could be emptied."""
    desk.store.forget()
    desk.store.between(purging.indexes)
    patience = clock.monotonic() + _GIVES_WAY
    while not desk.store.between(
        purging.written_anew, gives_way=clock.monotonic() < patience
    ):  # somebody writes: theirs goes first
        clock.pause(_QUIET)
    for _ in range(_TRIES):
        if desk.store.between(purging.emptied):
            return True
        clock.pause(0.25)
    return False


def _proof(
    desk: Desk, needles: Needles, copies: backups_erased.Copies, *, whole: bool, settled: bool
) -> Json:
    """Look through every file and index; returns what was found, without a name."""
    found: Json = {"copies": copies.facts(), "wal_empty": settled, "searched": whole}
    if aside := backups_erased.damaged(desk.paths.root):
        found["damaged"] = aside
    if whole:
        scan = leftovers.scan(desk.paths.root, leftovers.Finder(needles.searched))
        if scan.longer:  # what goes on with a letter or digit: is it somebody else's?
            scan.spare(desk.store.read(lambda db: leftovers.others(db, scan)))
        for copy in backups_erased.opened(desk.paths.backups) if scan.longer else ():
            scan.spare(leftovers.others(copy, scan))
        found |= scan.facts()
        found["in_indexes"] = desk.store.read(lambda db: scrubbing.indexed(db, needles))
        found["common_names"] = len(needles.common)
    packed = json.dumps(found, sort_keys=True).encode()
    return {**found, "hash": hashlib.sha256(packed).hexdigest()}


def _shown(one: erasures.Erasure) -> Json:
    return {
        "id": str(one.id),
        "state": one.state,
        "at": iso(one.at),
        "done_at": iso(one.done_at),
        "counts": one.proof.get("counts", {}),
        "proof": {k: v for k, v in one.proof.items() if k != "counts"},
    }


def listed(desk: Desk) -> list[Json]:
    """Return all erasures, newest first."""
    return [_shown(one) for one in desk.store.read(erasures.every)]


def keep_erased(store: Store, folder: Path) -> None:
    """Do `apply_tombstones` before a restored database takes its place, and say so in the log."""
    if count := apply_tombstones(store, folder):
        log.info("erased again from what was restored: %d", count)


def apply_tombstones(store: Store, folder: Path) -> int:
    """Erase again whom a restored database brings back; returns how many profiles.

    `folder` is the profile's: `erased.json` lies there. Call it before anything else is done with
    what was restored. People who were erased before the backup was made, and came again, stay.
    """
    file = erased.read_file(folder)
    if file is None:
        return 0
    known = store.read(erased.of_store)
    same = known is not None and file.salt in (known.salt, *known.others)
    missing = {m: at for m, at in file.marks.items() if not same or m not in known.marks}  # type: ignore[union-attr]
    if not missing:
        return 0

    def go(tx: Tx) -> int:
        erased.keep_salt(tx.db, file.salt)
        erased.keep_others(tx.db, file.others)
        again = erasure.marked(tx.db, set(missing))
        latest = max(missing.values())
        if again:
            erasure.forget(tx, again, now=latest)
        erased.take_over(tx.db, file.marks)
        return len(again)

    done = store.write(go)
    if done:
        store.forget()
        store.between(purging.indexes)
        store.between(purging.written_anew)
        store.between(purging.emptied)
    found = store.read(erased.of_store)
    if found is not None:
        erased.write_file(folder, found)
    return done
