"""A file that is there whole or not at all: written beside its name, on the disk, then renamed."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from cmapp.domain.errors import Rejected
from cmapp.system.durable import sync_folder
from cmapp.system.paths import Paths


@contextlib.contextmanager
def whole(path: Path) -> Iterator[BinaryIO]:
    """Yield what to write into; what stood at `path` stays until the end, and if it goes wrong.

    Raises Rejected (`file_unwritable`; facts `path`, `said`, and `reason` where the disk is full),
    and for a file of the program's own, see `refuse_own`.
    """
    refuse_own(path)
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with beside.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
        sync_folder(path.parent)
    except OSError as problem:
        full = problem.errno in (errno.ENOSPC, errno.EDQUOT)
        raise Rejected(
            "file_unwritable", field="file", reason="disk_full" if full else "file_unwritable",
            path=str(path), said="" if full else problem.strerror or "",
        ) from None  # fmt: skip
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)


def refuse_own(path: Path) -> None:
    """Refuse to put anything in place of what a profile is made of: it would be lost for good.

    Raises Rejected (`file_unwritable`, with the path).
    """
    there = path.expanduser().resolve()
    for folder in there.parents:
        own = Paths(folder)
        if not own.database.exists():
            continue
        inside = there.relative_to(folder).parts
        kept = (
            own.journal, own.draft_copy, own.order, own.erased, own.settings, own.keyring,
            own.screen_lock, own.lock, own.engine, own.media, own.backups, own.log,
        )  # fmt: skip
        if inside[0] in {p.name for p in kept} or inside[0].startswith(f"{own.database.stem}."):
            raise Rejected(
                "file_unwritable", field="file", reason="file_unwritable", path=str(path), said=""
            )
