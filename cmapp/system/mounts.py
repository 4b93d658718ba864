"""On what kind of disk a folder lies: databases and file systems of the network do not go together.

A WAL is shared memory, and locks that hold; file systems of the network give neither for sure.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

TABLE = Path("/proc/self/mountinfo")
"""Where Linux tells what is mounted; other systems are not asked."""
NETWORK = frozenset(
    "afs beegfs ceph cifs coda davfs fuse.davfs2 fuse.gvfsd-fuse fuse.glusterfs fuse.rclone"
    " fuse.s3fs fuse.sshfs glusterfs lustre ncpfs nfs nfs4 smb2 smb3 smbfs".split()
)
"""Other machines may write there at the same time."""
SHARED = frozenset("9p drvfs fuse.vmhgfs-fuse prl_fs vboxsf virtiofs vmhgfs".split())
"""A folder of the machine that this one runs inside of: fine where that one leaves it alone."""
_ESCAPED = re.compile(r"\\([0-7]{3})")


def kind(folder: Path) -> str:
    """Return the type of the file system, as Linux names it; "" where that is not known."""
    if os.name == "nt":
        return "cifs" if str(folder).startswith("\\\\") else ""
    try:
        table = TABLE.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""
    place = str(folder.resolve())
    found, best = "", -1
    for line in table.splitlines():
        fields = line.split(" ")
        try:
            at = _ESCAPED.sub(lambda m: chr(int(m[1], 8)), fields[4])
            type_ = fields[fields.index("-", 6) + 1]
        except (IndexError, ValueError):
            continue
        inside = at == "/" or place == at or place.startswith(f"{at}/")
        if inside and len(at) >= best:  # what was mounted last lies on top
            found, best = type_, len(at)
    return found
