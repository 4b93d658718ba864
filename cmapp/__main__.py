"""`cmapp` and `python -m cmapp`: a command runs in the terminal, none opens the window."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from pathlib import Path

from cmapp.system import handed


def open_window(profile: Path | None, *, offline: bool = False) -> int:
    """Open the window on a profile (None: the default one) and stay until it closes."""
    gc.disable()  # until the first paint: a start makes much and throws nothing away (T1)
    # what needs no Qt first: PySide6 looks into the source of whatever is imported after it (T1)
    import cmapp.store.views
    import cmapp.system.settings
    import cmapp.ui.row  # noqa: F401

    # imported here: no command of the terminal may load Qt
    from cmapp.ui.desktop import open_window as desktop

    return desktop(profile, offline=offline)


def main() -> None:
    """Run what the command line asks for."""
    if sys.argv[1:2] == ["--draw-chart"]:  # `services/drawing.py` starts a frozen program so
        from cmapp.ui import draw_chart

        del sys.argv[1]
        sys.exit(draw_chart.main())
    if sys.argv[1:2] == ["--decode-pictures"]:  # `system/decoder.py` does
        from cmapp.system import decoding

        sys.exit(decoding.main())
    from cmapp.cli.main import run

    _keep_to_the_owner()
    sys.exit(run(sys.argv[1:], window=open_window))


def _keep_to_the_owner() -> None:
    """Keep what lies in a profile, and tokens, to ourselves.

    Even in a folder that others may enter, in what this process starts, and where it crashes:
    an image of its memory would hold what a keyring keeps.
    """
    os.umask(0o077)
    handed.take()
    try:
        import resource
    except ImportError:  # Windows writes none by itself
        return
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def window() -> None:
    """Open the window (the entry of start menus)."""
    _keep_to_the_owner()
    sys.exit(open_window(None))


if __name__ == "__main__":
    main()
