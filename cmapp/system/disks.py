"""What the disk below a folder is: encrypted or not, on the network or not, as far as one can see.

Linux tells: `/proc/self/mountinfo` names the device, and device-mapper the kind of each layer
below it. macOS and Windows want rights or programs for that, so there it is unknown.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

OF_OTHERS = frozenset(
    "afs beegfs ceph cifs coda fuse.davfs2 fuse.glusterfs fuse.rclone fuse.s3fs fuse.sshfs"
    " lustre ncpfs nfs nfs4 smb2 smb3 smbfs".split()
)
"""Kinds of file system that other machines write to: the store refuses them."""
NETWORKED = OF_OTHERS | {"9p"}
"""Kinds of file system on which locks cannot be relied on. Virtual machines have 9p for disks of
the machine around them, where nobody else may write."""
MOUNTS = Path("/proc/self/mountinfo")
_IN_MEMORY = frozenset({"tmpfs", "ramfs"})


@dataclass(frozen=True, slots=True)
class Disk:
    """`kind`: the file system, "" where unknown. `encrypted`: None where nobody can tell."""

    kind: str = ""
    read_only: bool = False
    encrypted: bool | None = None

    @property
    def networked(self) -> bool:
        """Tell whether other machines may write to it at the same time."""
        return self.kind in NETWORKED


def below(
    folder: Path,
    *,
    mounts: Path | None = None,
    blocks: Path = Path("/sys/dev/block"),
) -> Disk:
    """Return what `folder` lies on; an unknown one where the system does not say."""
    mount = _mount_of(folder, mounts or MOUNTS) if sys.platform.startswith("linux") else None
    if mount is None:
        return Disk()
    number, kind, source, options = mount
    encrypted = False if kind in _IN_MEMORY else _encrypted(blocks, number, source)
    return Disk(kind, "ro" in options.split(","), encrypted)


def kind(folder: Path) -> str:
    """Return the kind of the file system below a folder, as Linux names it; "" where unknown."""
    if os.name == "nt":  # a name of the network, \\\\server\\share
        return "cifs" if str(folder).startswith("\\\\") else ""
    mount = _mount_of(folder, MOUNTS)
    return "" if mount is None else mount[1]


def existing(folder: Path) -> Path:
    """Return the folder, or the nearest one above it that is there."""
    while not folder.is_dir() and folder != folder.parent:
        folder = folder.parent
    return folder


def _mount_of(folder: Path, mounts: Path) -> tuple[str, str, str, str] | None:
    """Return (device number, kind, source, options) of the mount that `folder` lies on.

    None where the system does not say.
    """
    try:
        table = mounts.read_text("utf-8", "surrogateescape")
        wanted = existing(folder.absolute()).resolve()
    except (OSError, ValueError):
        return None
    best: tuple[int, tuple[str, str, str, str]] | None = None
    for line in table.splitlines():
        before, _, after = line.partition(" - ")
        fields, rest = before.split(" "), after.split(" ")
        if len(fields) < 6 or len(rest) < 2:
            continue
        point = Path(_plain(fields[4]))
        if wanted.is_relative_to(point) and (best is None or len(point.parts) >= best[0]):
            best = len(point.parts), (fields[2], rest[0], _plain(rest[1]), fields[5])
    return None if best is None else best[1]


def _plain(field: str) -> str:
    for code, char in ((r"\040", " "), (r"\011", "\t"), (r"\012", "\n"), (r"\134", "\\")):
        field = field.replace(code, char)
    return field


def _encrypted(blocks: Path, number: str, source: str) -> bool | None:
    """Tell whether each way down to the metal passes dm-crypt; None for what is no device."""
    device = blocks / number
    if not device.exists():  # btrfs, overlay and the like have a number of their own
        try:
            real = os.stat(source)
        except OSError:
            return None
        if not source.startswith("/dev/"):
            return None
        device = blocks / f"{os.major(real.st_rdev)}:{os.minor(real.st_rdev)}"
        if not device.exists():
            return None
    return _all_crypt(device.resolve())


def _all_crypt(device: Path, depth: int = 0) -> bool:
    try:
        if (device / "dm" / "uuid").read_text().startswith("CRYPT-"):
            return True
    except OSError:
        pass  # no layer of device-mapper
    slaves = device / "slaves"
    below_it = sorted(slaves.iterdir()) if slaves.is_dir() else []
    return (
        bool(below_it)
        and depth < 8
        and all(_all_crypt(each.resolve(), depth + 1) for each in below_it)
    )
