"""The steps between which a crash could hurt, by name; a harness may stop the program at each.

    CMAPP_FAILPOINT=claim.done:kill         SIGKILL to itself the first time it comes there
    CMAPP_FAILPOINT=page.mid#3:kill         the third time
    CMAPP_FAILPOINT=finish.mid:full         as if the disk were full (OSError, ENOSPC)
    CMAPP_FAILPOINT=claim.done:error        as if the disk could not be written (OSError, EIO)
    CMAPP_FAILPOINT=                        nothing, but CMAPP_FAILPOINT_LOG=FILE gets a line for
                                            each step that was reached

Several are divided by commas. Where CMAPP_FAILPOINT is not in the environment of the process when
it starts, `reached` does nothing and cannot be made to do anything.
"""

from __future__ import annotations

import errno
import os
import signal
from collections import Counter
from collections.abc import Callable

STEPS: dict[str, str] = {
    # Writing and queueing
    "draft.mid": "store/drafts.py: the words and their version are written, not committed",
    "draft.done": "services/drafting.py, services/compose.py: the words are on the disk; only now"
    " is the person told that they are saved",
    "queue.mid": "store/outbox.py: the row and its key are written, its draft is marked; none of"
    " it is committed, so the draft alone is on the disk",
    "queue.done": "services/compose.py, services/commands/planning.py: the row is `ready`, with"
    " the key that never changes; the draft stays until it is sent",
    # Sending
    "check.done": "services/sending.py: the thread was read anew; the row is as it was, and"
    " nothing but reads has left",
    "claim.mid": "store/outbox.py: `sending` is written, not committed: `ready` is on the disk",
    "claim.done": "services/sending.py: `sending`, and when it was first tried, are on the disk;"
    " no byte of the deed has left",
    "net.connected": "system/wire.py: the server has accepted a connection; nothing was asked",
    "net.mid": "system/wire.py: the head of what writes has left, its body has not",
    "net.sent": "system/wire.py, platforms/demo/api.py: all of it has left; no answer was read",
    "net.response": "system/http.py, platforms/demo/api.py: the whole answer is in memory; the"
    " disk still says `sending`",
    "progress.mid": "store/outbox.py: how far a deed of several steps has come (an upload's id) is"
    " written, not committed",
    "progress.done": "services/sending.py: it is on the disk; the next step has not begun",
    "finish.mid": "store/outbox.py: `sent` and the remote id are written; the draft is there, the"
    " question still waits; none of it is committed",
    "finish.done": "services/settling.py: own post, `sent`, the draft's end and the question's"
    " answer are on the disk, all in one",
    # Where the platform's own scheduler publishes it
    "handed.mid": "store/held_there.py: `scheduled` and the scheduler's name for it are written,"
    " not committed",
    "handed.done": "services/settling.py: they are on the disk",
    "back.mid": "store/held_there.py: it was given back; the row's new key is written, not"
    " committed",
    "back.done": "services/ahead.py: `ready` with that key, or `cancelled`, is on the disk",
    # Whatever else an attempt comes to
    "doubt.mid": "store/outbox.py: `uncertain` is written, not committed: `sending` is on the disk",
    "doubt.done": "services/settling.py: `uncertain` is on the disk",
    "failed.mid": "services/sending.py: what a refusal or a closed way means for the row is"
    " written, not committed",
    "failed.done": "services/sending.py: it is on the disk: `ready`, `review` or `rejected`",
    "held.mid": "services/sending.py: what is new in the thread and `review` are written, not"
    " committed",
    "held.done": "services/sending.py: they are on the disk, and nothing has left",
    # An account that goes
    "remove.done": "services/accounts.py: the account is gone from the disk; its sign-in still lies"
    " in the keyring, and that it is owed is noted",
    # Coming back
    "recover.mid": "store/outbox.py: what was `sending` is written as `uncertain`, not committed",
    "recover.done": "services/engine.py, services/sending.py: no row is `sending` any more",
    "readback.begin": "services/settling.py: a row is in doubt (or was); only reads will leave",
    "readback.end": "services/settling.py: it is known whether the post is there, in memory alone",
    "resolve.mid": "services/sending.py: when to look again, or that a person is to decide, is"
    " written, not committed",
    "resolve.done": "services/sending.py: it is on the disk",
    # Reading
    "page.mid": "services/syncing.py: the records of a page are written, its cursor is not; neither"
    " is committed",
    "page.done": "services/syncing.py: the records and the cursor behind them are on the disk",
    # Going by rule
    "expire.mid": "store/retention.py: old words are out of the posts and the index, not yet"
    " out of what quotes them; nothing is committed",
    "expire.done": "services/retention.py: a piece of what is old is gone, and how far the walk"
    " came is noted with it",
    "nobody.mid": "store/nobody.py: names and addresses are off, not committed",
    "nobody.done": "services/retention.py: both are on the disk, and how far the walk came",
    "mask.mid": "store/retention.py: words that were not seen there for long are put aside, not"
    " committed",
    "again.mid": "services/upstream.py: what was found looking again is written, how far the walk"
    " came is not; neither is committed",
    "again.done": "services/upstream.py: both are on the disk",
    "mask.done": "services/retention.py: what was put aside is so on the disk",
    "purge.done": "services/retention.py: words that were put aside for too long are gone for good",
    # Copies
    "backup.half": "a copy of the database is written under no name of its own",
    "backup.synced": "… and on the disk",
    "backup.checked": "… and was read through",
    "backup.facts": "… and its facts lie beside where it will be",
    "backup.named": "a backup is whole and has its name",
    "restore.copied": "the backup lies where the new database is made",
    "restore.made": "the new database is complete and on the disk, the present one untouched",
    "restore.ready": "… and the order says so",
    "restore.aside": "one of the present database's files has its new name (#1: the database)",
    "restore.moved": "the present database is out of the way, with all that belongs to it",
    "restore.named": "the new database has the name, the order still stands",
    "restore.done": "the order is carried out",
    "take_in.added": "a poorer database has the drafts of their second copy, not yet its number",
    # Drafts twice
    "draft_copy.behind": "a draft is committed, the drafts' second copy does not have it",
    "draft_copy.done": "a draft is committed and in the drafts' second copy",
    # Erasing a person
    "erase.asked": "services/privacy.py: the wish is on the disk, with hashes alone; nothing is"
    " removed yet",
    "erase.listed": "services/privacy.py: by what the person is found is kept, all of it is there",
    "erase.masked": "services/privacy.py: what others say of the person is masked, all of their own"
    " is there",
    "erase.part": "services/privacy.py: a part of what the person did is removed, not the rest",
    "erase.mid": "services/privacy.py: the last row of the person is removed, not committed",
    "erase.done": "services/privacy.py: the rows are gone; indexes, WAL, copies and logs are not",
    "erase.marked": "services/privacy.py: `erased.json` beside the database is as the table",
    "erase.copies": "services/privacy.py: the backups are written anew",
    "erase.files": "services/privacy.py: the drafts' second copy is written anew, the log is empty",
    "erase.purged": "services/privacy.py: the database is written anew and the WAL is cut",
    "erase.proved": "services/privacy.py: every file was looked through, the proof is kept",
}
"""Name → where it stands: what is on the disk and what has left the machine when a run gets there.

`.mid` is inside a transaction, before its COMMIT; `.done` is after it."""

_ARMED = "CMAPP_FAILPOINT" in os.environ
_listener: Callable[[str], None] | None = None


def reached(name: str) -> None:
    """Say that the program is at the step `name`, one of `STEPS`."""
    if _listener is not None:
        _listener(name)


def listen(listener: Callable[[str], None] | None) -> None:
    """Have `listener` called at each step: for a harness that forks instead of starting anew.

    Raises:
        RuntimeError: the process was started without CMAPP_FAILPOINT.
    """
    global _listener
    if not _ARMED:
        raise RuntimeError("CMAPP_FAILPOINT is not set")
    _listener = listener


def _planned(plan: str, log: str | None) -> Callable[[str], None]:
    """Return what does to this process what CMAPP_FAILPOINT says."""
    deeds: dict[tuple[str, int], str] = {}
    for part in filter(None, plan.split(",")):
        where, _, deed = part.partition(":")
        name, _, count = where.partition("#")
        deeds[name.strip(), int(count or 1)] = deed.strip() or "kill"
    seen: Counter[str] = Counter()

    def at(name: str) -> None:
        seen[name] += 1
        if log is not None:
            handle = os.open(log, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
            try:
                os.write(handle, f"{name}\n".encode())
            finally:
                os.close(handle)
        match deeds.get((name, seen[name])):
            case None:
                return
            case "full":
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            case "error":
                raise OSError(errno.EIO, os.strerror(errno.EIO))
            case _:
                os.kill(os.getpid(), signal.SIGKILL)

    return at


if _ARMED:
    _listener = _planned(os.environ["CMAPP_FAILPOINT"], os.environ.get("CMAPP_FAILPOINT_LOG"))
