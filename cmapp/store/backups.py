"""Copies of the database in `backups/`: whole, checked, and with what is known of them beside.

A copy is `<name>.sqlite3`, the facts of it `<name>.json`, the drafts' second copy of that moment
`<name>.drafts`. It is made on a reading connection (`VACUUM INTO`), so that nobody waits for it,
and has its name only once it is on the disk, was read through, and its facts lie beside it.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import cmapp
from cmapp.domain.errors import Missing
from cmapp.store import ids, sqlite
from cmapp.store.opening import APPLICATION_ID, StoreTrouble, open_reader, translated
from cmapp.system import disks, failpoint
from cmapp.system.durable import sync_folder

KINDS = ("daily", "manual", "before", "replaced")
"""Made each day; asked for; before a migration; what stood there before a restore."""
_OFTEN = 1_000_000
"""After how many of SQLite's steps a long statement asks whether it is to stop."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy and what is known of it. Times are UTC ms.

    `messages`, `drafts`, `queued` and `accounts` are counts; None in a copy that an earlier
    version made. `checked_at`: when it was last found whole, `wrong` what was found instead.
    `settings`: the settings file of that moment.
    """

    path: Path
    kind: str
    made_at: int
    bytes: int
    schema: int | None = None
    version: str = ""
    sha256: str = ""
    checked_at: int | None = None
    wrong: str = ""
    messages: int | None = None
    drafts: int | None = None
    queued: int | None = None
    accounts: int | None = None
    settings: dict[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Return what it is called."""
        return self.path.stem

    @property
    def draft_copy(self) -> Path:
        """Return where the drafts' second copy of that moment lies, if there was one."""
        return self.path.with_suffix(".drafts")


def day_of(at: int) -> str:
    """Return the day of a time (UTC ms) as copies are named by it."""
    return datetime.fromtimestamp(at / 1000, UTC).strftime("%Y-%m-%d")


def moment_of(at: int) -> str:
    """Return a time (UTC ms) as it stands in the names of files."""
    return datetime.fromtimestamp(at / 1000, UTC).strftime("%Y-%m-%dT%H-%M-%S")


def size_of(path: Path) -> int:
    """Return how many bytes a database has, its WAL included."""
    size = 0
    for suffix in ("", "-wal"):
        with contextlib.suppress(OSError):
            size += path.with_name(path.name + suffix).stat().st_size
    return size


def room_for(path: Path, folder: Path) -> bool:
    """Tell whether a copy of `path` fits beside it, and as much again stays free."""
    return shutil.disk_usage(disks.existing(folder)).free >= 2 * size_of(path)


def make(
    path: Path,
    folder: Path,
    name: str,
    *,
    kind: str,
    now: int,
    settings: Mapping[str, Any] | None = None,
    draft_copy: Path | None = None,
    thorough: bool = False,
    stop: Callable[[], bool] = bool,
) -> Copy:
    """Copy the database at `path`, check the copy, and give it its name in `folder`.

    A copy of that name is replaced. `thorough`: every index is compared with its table (a gigabyte
    takes half a minute, or minutes on a busy machine), else every page is read and no more, which
    is enough for what has just been written anew. `stop` is asked now and then; where
    it says yes nothing is kept. Raises StoreTrouble: `backup_stopped`, `backup_damaged` (facts
    `name`, `said`), `disk_full` and the like; OSError.
    """
    folder.mkdir(mode=0o700, exist_ok=True)
    sweep(folder)
    end = folder / f"{name}.sqlite3"
    half = folder / f"{name}.half"
    try:
        _copy_out(path, half, stop)
        failpoint.reached("backup.half")
        _to_disk(half)
        failpoint.reached("backup.synced")
        copy = Copy(end, kind, now, half.stat().st_size, version=cmapp.__version__,
                    settings=dict(settings or {}))  # fmt: skip
        copy = _looked_through(half, copy, stop, thorough=thorough)
        if copy.wrong:
            raise StoreTrouble("backup_damaged", name=name, said=copy.wrong)
        copy = replace(copy, sha256=_sha256(half, stop), checked_at=now)
        failpoint.reached("backup.checked")
        if draft_copy is not None and draft_copy.exists():
            write_whole(copy.draft_copy, draft_copy.read_bytes())
        write_facts(copy)
        failpoint.reached("backup.facts")
        half.replace(end)
        sync_folder(folder)
        failpoint.reached("backup.named")
    finally:
        with contextlib.suppress(OSError):  # what was in the way is told, not this
            half.unlink(missing_ok=True)
    return copy


def every(folder: Path) -> list[Copy]:
    """Return the copies that are there, the newest first."""
    found = []
    for path in folder.glob("*.sqlite3"):
        with contextlib.suppress(FileNotFoundError):  # the engine lets one go just now
            if path.is_file():  # who opens a pipe waits for ever
                found.append(_known(path))
    return sorted(found, key=lambda copy: (copy.made_at, copy.name), reverse=True)


def by_name(folder: Path, name: str) -> Copy:
    """Return a copy. Raises Missing (`unknown_backup`)."""
    for copy in every(folder):
        if name in (copy.name, copy.path.name):
            return copy
    raise Missing("unknown_backup", name=name)


def check(copy: Copy, *, now: int, stop: Callable[[], bool] = bool) -> Copy:
    """Read a copy through, compare it with what it was, and keep the verdict beside it.

    `wrong` is then "", `changed` (other bytes than were written) or what SQLite said.
    """
    seen = _looked_through(copy.path, copy, stop)
    sha256 = _sha256(copy.path, stop)
    if not seen.wrong and copy.sha256 and sha256 != copy.sha256:
        seen = replace(copy, wrong="changed")
    elif not seen.wrong:
        seen = replace(seen, sha256=sha256, checked_at=now)
    write_facts(seen)
    return seen


def noted(copy: Copy, *, wrong: str) -> Copy:
    """Keep what else is wrong with a copy, and return it."""
    seen = replace(copy, wrong=wrong)
    write_facts(seen)
    return seen


def remove(copy: Copy) -> None:
    """Delete a copy and what lies beside it."""
    for path in (copy.path, copy.path.with_suffix(".json"), copy.draft_copy):
        path.unlink(missing_ok=True)


def too_many(
    copies: Iterable[Copy], *, days: int = 12, weeks: int = 10, months: int = 9
) -> list[Copy]:
    """Return which copies are to go, the oldest first.

    Of the daily ones the newest of each of the last `days` days that have one stay, of each of the
    last `weeks` weeks and of the last `months` months. It counts copies, not time: a clock that ran
    ahead costs none. Of those asked for the last five stay, of those before a migration three; what
    stood there before a restore is never among them.
    """
    ordered = sorted(copies, key=lambda c: (c.made_at, c.name))
    daily = [c for c in ordered if c.kind == "daily"]
    stay: set[Path] = set()
    for form, most in (("%Y-%m-%d", days), ("%G-%V", weeks), ("%Y-%m", months)):
        newest = {datetime.fromtimestamp(c.made_at / 1000, UTC).strftime(form): c for c in daily}
        stay |= {c.path for c in list(newest.values())[-most:]}
    for kind, most in (("manual", 5), ("before", 3)):
        stay |= {c.path for c in [c for c in ordered if c.kind == kind][-most:]}
    return [c for c in ordered if c.path not in stay and c.kind != "replaced"]


def sweep(folder: Path) -> None:
    """Remove what a kill left of copies that never got their name."""
    with contextlib.suppress(OSError):
        for half in folder.glob("*.half*"):
            half.unlink(missing_ok=True)
        for suffix in (".json", ".drafts"):
            for beside in folder.glob(f"*{suffix}"):
                if not beside.with_suffix(".sqlite3").exists():
                    beside.unlink(missing_ok=True)


def since(db: sqlite.Connection, made_at: int) -> dict[str, int]:
    """Return how much has come since a time (UTC ms): {messages, deeds, drafts, sent, queued}."""
    first = ids.at(made_at)
    queries = {
        "messages": ("SELECT count(*) FROM interactions WHERE id >= ?", first),
        "deeds": ("SELECT count(*) FROM deeds WHERE id >= ?", first),
        "drafts": ("SELECT count(*) FROM drafts WHERE saved_at >= ?", made_at),
        "sent": ("SELECT count(*) FROM outbox WHERE state = 'sent' AND sent_at >= ?", made_at),
        "queued": ("SELECT count(*) FROM outbox WHERE state = 'ready' AND made_at >= ?", made_at),
    }
    return {name: int(db.execute(sql, (at,)).fetchone()[0]) for name, (sql, at) in queries.items()}


def write_facts(copy: Copy) -> None:
    """Put the facts of a copy beside it."""
    facts = {name: value for name, value in asdict(copy).items() if name != "path"}
    write_whole(
        copy.path.with_suffix(".json"), json.dumps(facts, ensure_ascii=False, indent=1).encode()
    )


def _known(path: Path) -> Copy:
    """Return what is known of a copy; of one without facts what its file and its name tell."""
    there = path.stat()
    kind = path.name.split("-")[0]
    plain = Copy(path, kind if kind in KINDS else "manual", there.st_mtime_ns // 1_000_000,
                 there.st_size)  # fmt: skip
    try:
        beside = path.with_suffix(".json")
        facts = json.loads(beside.read_bytes()) if beside.is_file() else {}
        known = {name: facts[name] for name, fits in _FITS.items() if name in facts}
        if all(_FITS[name](value) for name, value in known.items()):
            return replace(plain, **known)
    except (OSError, ValueError, TypeError, RecursionError):
        pass
    return plain


def _count(value: object) -> bool:
    return type(value) is int and 0 <= value < _FAR


def _count_or_none(value: object) -> bool:
    return value is None or _count(value)


def _words(value: object) -> bool:
    return isinstance(value, str)


_FAR = 10**14
"""More than any size and any time in milliseconds."""
_FITS: Mapping[str, Callable[[object], bool]] = {
    "kind": _words, "made_at": _count, "bytes": _count, "schema": _count_or_none,
    "version": _words, "sha256": _words, "checked_at": _count_or_none, "wrong": _words,
    "messages": _count_or_none, "drafts": _count_or_none, "queued": _count_or_none,
    "accounts": _count_or_none, "settings": lambda value: isinstance(value, dict),
}  # fmt: skip
"""What is believed of the facts beside a copy, and what each may be: anybody can write there."""


def _copy_out(path: Path, half: Path, stop: Callable[[], bool]) -> None:
    half.unlink(missing_ok=True)
    with translated():
        db = open_reader(path)
        try:
            db.set_progress_handler(stop, _OFTEN)
            db.execute("PRAGMA temp_store=MEMORY")
            db.execute("VACUUM INTO ?", (str(half),))
        except sqlite.OperationalError:
            if stop():
                raise StoreTrouble("backup_stopped") from None
            raise
        finally:
            db.close()


def _looked_through(
    path: Path, copy: Copy, stop: Callable[[], bool], *, thorough: bool = True
) -> Copy:
    """Return the copy with what is in it, and what is wrong with it."""
    db = sqlite.connect(f"{path.resolve().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        db.set_progress_handler(stop, _OFTEN)
        how = "integrity_check" if thorough else "quick_check"
        said = str(db.execute(f"PRAGMA {how}(1)").fetchone()[0])
        if said != "ok":
            return replace(copy, wrong=said[:200])
        if int(db.execute("PRAGMA application_id").fetchone()[0]) != APPLICATION_ID:
            return replace(copy, wrong="not_a_profile")
        counts: dict[str, Any] = {
            name: int(db.execute(query).fetchone()[0]) for name, query in COUNTS.items()
        }
        schema = int(db.execute("PRAGMA user_version").fetchone()[0])
        return replace(copy, wrong="", schema=schema, **counts)
    except sqlite.Error as problem:
        if stop():
            raise StoreTrouble("backup_stopped") from None
        return replace(copy, wrong=str(problem)[:200])
    finally:
        db.close()


COUNTS = {
    "messages": "SELECT count(*) FROM interactions",
    "drafts": "SELECT count(*) FROM drafts WHERE state = 'draft'",
    "queued": "SELECT count(*) FROM outbox"
    " WHERE state IN ('ready', 'sending', 'uncertain', 'review')",
    "accounts": "SELECT count(*) FROM accounts",
}
"""What is counted in a copy: a table that schema 1 has already."""


def _sha256(path: Path, stop: Callable[[], bool]) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(4 << 20):
            if stop():
                raise StoreTrouble("backup_stopped")
            digest.update(piece)
    return digest.hexdigest()


def write_whole(path: Path, data: bytes) -> None:
    """Put a small file in its place, whole and on the disk. Raises OSError."""
    fresh = path.with_name(f"{path.name}.half")
    with fresh.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)


def _to_disk(path: Path) -> None:
    with path.open("rb+") as written:
        os.fsync(written.fileno())
