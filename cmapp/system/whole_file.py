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


@contextlib.contextmanager
def whole(path: Path) -> Iterator[BinaryIO]:
    """Yield what to write into; what stood at `path` stays until the end, and if it goes wrong.

    Raises Rejected (`file_unwritable`; facts `path`, `said`, and `reason` where the disk is full).
    """
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        with beside.open("xb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as problem:
        full = problem.errno in (errno.ENOSPC, errno.EDQUOT)
        raise Rejected(
            "file_unwritable", field="file", reason="disk_full" if full else "file_unwritable",
            path=str(path), said="" if full else problem.strerror or "",
        ) from None  # fmt: skip
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
