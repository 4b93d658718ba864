"""The command line with its clock some milliseconds ahead of the machine's.

    python -m tests.e2e.shifted 41500 --profile DIR engine

So that a planned minute is one second off, whenever the test runs.
"""

from __future__ import annotations

import sys
from unittest.mock import patch

from cmapp.cli.main import run
from cmapp.system import clock
from tests.e2e.later import no_window

if __name__ == "__main__":
    ahead, real = int(sys.argv[1]), clock.now
    with patch.object(clock, "now", lambda: real() + ahead):
        sys.exit(run(sys.argv[2:], window=no_window))
