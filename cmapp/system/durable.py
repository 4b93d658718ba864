"""Names on the disk: a file that was synced may still be lost with the folder's entry for it."""

from __future__ import annotations

import os
from pathlib import Path


def sync_folder(folder: Path) -> None:
    """Wait until the disk has what was made, renamed and removed in `folder`.

    Windows has no such call; there the file system keeps the order itself.

    Raises:
        OSError: the disk said no.
    """
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
