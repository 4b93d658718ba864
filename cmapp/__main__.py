"""`cmapp` and `python -m cmapp`: a command runs in the terminal, none opens the window."""

from __future__ import annotations

import gc
import sys
from pathlib import Path


def open_window(profile: Path | None, *, offline: bool = False) -> int:
    """Open the window on a profile (None: the default one) and stay until it closes."""
    gc.disable()  # until the first paint: a start makes much and throws nothing away (T1)
    # imported here: no command of the terminal may load Qt
    from cmapp.ui.desktop import open_window as desktop

    return desktop(profile, offline=offline)


def main() -> None:
    """Run what the command line asks for."""
    from cmapp.cli.main import run

    sys.exit(run(sys.argv[1:], window=open_window))


def window() -> None:
    """Open the window (the entry of start menus)."""
    sys.exit(open_window(None))


if __name__ == "__main__":
    main()
