"""Where files lie: one folder per profile, and the resources that come with the program."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from cmapp.system.durable import sync_folder


@dataclass(frozen=True, slots=True)
class Paths:
    """The files of one profile. Secrets are not among them; they live in the keyring."""

    root: Path

    @property
    def database(self) -> Path:
        """The store."""
        return self.root / "cmapp.sqlite3"

    @property
    def journal(self) -> Path:
        """The drafts' side journal (one CRC per line)."""
        return self.root / "drafts.journal"

    @property
    def draft_copy(self) -> Path:
        """The drafts once more, written by the engine with each save (one CRC per line)."""
        return self.root / "drafts.copy"

    @property
    def media(self) -> Path:
        """Folder of pictures, named by content hash."""
        return self.root / "media"

    @property
    def backups(self) -> Path:
        """Folder of copies of the store."""
        return self.root / "backups"

    @property
    def order(self) -> Path:
        """What is to be put in the database's place at the next start, while it was not done."""
        return self.root / "restore.json"

    @property
    def erased(self) -> Path:
        """Whom no database that is put here brings back: salted marks, no name."""
        return self.root / "erased.json"

    @property
    def settings(self) -> Path:
        """What the user set."""
        return self.root / "settings.json"

    @property
    def keyring(self) -> Path:
        """Which keyring has the secrets of which account; no secret."""
        return self.root / "keyring.json"

    @property
    def screen_lock(self) -> Path:
        """The lock of the window, where one is set."""
        return self.root / "screen-lock.json"

    @property
    def log(self) -> Path:
        """Folder of log files."""
        return self.root / "log"

    @property
    def lock(self) -> Path:
        """Held by the one engine of this profile."""
        return self.root / "engine.lock"

    @property
    def engine(self) -> Path:
        """Where the running engine can be reached."""
        return self.root / "engine.json"

    def stand_in(self) -> Path:
        """Return where drafts are written down while the profile's own disk takes nothing."""
        import hashlib  # here: for the day on which it is needed

        import platformdirs

        name = hashlib.blake2b(str(self.root.resolve()).encode(), digest_size=8).hexdigest()
        return platformdirs.user_state_path("cmapp", appauthor=False) / f"drafts-{name}.journal"

    def make(self) -> Paths:
        """Create the folder, for its owner alone; an existing one is left as it is.

        Raises:
            OSError: the folder cannot be made, or a file stands in its place; a pipe or a device
                stands where a file of ours belongs: whoever opened it would wait for ever.
        """
        if not self.root.is_dir():
            self.root.mkdir(mode=0o700, parents=True, exist_ok=True)
            with contextlib.suppress(OSError):  # not every folder above may be opened
                sync_folder(self.root.parent)
        self.look()
        return self

    def look(self) -> None:
        """Raise OSError where a pipe or a device stands in the folder, or it cannot be listed."""
        if not self.root.is_dir():
            return
        for there in os.scandir(self.root):
            with contextlib.suppress(FileNotFoundError):
                kind = there.stat().st_mode
                if stat.S_ISFIFO(kind) or stat.S_ISCHR(kind) or stat.S_ISBLK(kind):
                    raise OSError(errno.EINVAL, f"{there.name} is no file")


def default_root() -> Path:
    """Return the folder of the profile that is used when none is named."""
    import platformdirs  # here: a start that names its profile does without (T1)

    return platformdirs.user_data_path("cmapp", appauthor=False)


def profile(given: str | Path | None = None) -> Paths:
    """Return the paths of the profile in `given` (absolute, `~` expanded), else the default."""
    return Paths((Path(given).expanduser() if given else default_root()).absolute())


def resources() -> Path:
    """Return the folder of icons, help and translations: in the wheel, else beside the package.

    Raises:
        FileNotFoundError: neither is there; the installation is broken.
    """
    package = Path(__file__).resolve().parent.parent
    for place in (package / "resources", package.parent / "resources"):
        if place.is_dir():
            return place
    raise FileNotFoundError("resources")
