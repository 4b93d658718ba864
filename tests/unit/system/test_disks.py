"""What lies below a folder, read from tables such as Linux has them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from cmapp.system import disks

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux"), reason="the tables are those of Linux"
)


def machine(folder: Path, mounts: list[str], devices: dict[str, tuple[str, list[str]]]) -> Path:
    """Lay out /sys/dev/block: number → (uuid of device-mapper or "", numbers below)."""
    blocks = folder / "block"
    for number, (uuid, _) in devices.items():
        (blocks / number / "slaves").mkdir(parents=True)
        if uuid:
            (blocks / number / "dm").mkdir()
            (blocks / number / "dm" / "uuid").write_text(uuid)
    for number, (_, slaves) in devices.items():
        for slave in slaves:
            (blocks / number / "slaves" / slave.replace(":", "_")).symlink_to(blocks / slave)
    (folder / "mountinfo").write_text("\n".join(mounts))
    return blocks


def seen(folder: Path, mounts: list[str], devices: dict[str, tuple[str, list[str]]]) -> disks.Disk:
    blocks = machine(folder, mounts, devices)
    return disks.below(folder, mounts=folder / "mountinfo", blocks=blocks)


ROOT = "22 1 {} / / rw,relatime shared:1 - {} {} rw"


def test_a_plain_partition(tmp_path: Path) -> None:
    found = seen(tmp_path, [ROOT.format("8:1", "ext4", "/dev/sda1")], {"8:1": ("", [])})
    assert found == disks.Disk("ext4", read_only=False, encrypted=False)


def test_luks_and_lvm_over_luks(tmp_path: Path) -> None:
    layers = {"253:1": ("LVM-abc", ["253:0"]), "253:0": ("CRYPT-LUKS2-1", ["8:2"]), "8:2": ("", [])}
    found = seen(tmp_path, [ROOT.format("253:1", "ext4", "/dev/dm-1")], layers)
    assert found.encrypted is True


def test_of_two_disks_one_is_not_encrypted(tmp_path: Path) -> None:
    layers = {
        "253:1": ("LVM-abc", ["253:0", "8:3"]),
        "253:0": ("CRYPT-LUKS2-1", ["8:2"]),
        "8:2": ("", []),
        "8:3": ("", []),
    }
    found = seen(tmp_path, [ROOT.format("253:1", "ext4", "/dev/dm-1")], layers)
    assert found.encrypted is False


def test_the_nearest_mount_counts(tmp_path: Path) -> None:
    place = str(tmp_path).replace(" ", r"\040")
    mounts = [
        ROOT.format("8:1", "ext4", "/dev/sda1"),
        f"23 22 0:40 / {place} ro,nosuid - nfs4 server:/home rw",
    ]
    found = seen(tmp_path, mounts, {"8:1": ("", [])})
    assert (found.kind, found.read_only, found.networked) == ("nfs4", True, True)
    assert found.encrypted is None, "the server's disk cannot be seen"


def test_nonsense_and_no_tables(tmp_path: Path) -> None:
    assert seen(tmp_path, ["what", "- - -", ""], {}) == disks.Disk()
    assert disks.below(tmp_path, mounts=tmp_path / "none") == disks.Disk()


def test_this_machine_says_something() -> None:
    """Of /proc, where the table itself lies: within a chroot the root of it is in no table."""
    assert disks.below(Path("/proc")).kind == "proc"
