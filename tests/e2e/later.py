"""The command line, in time that moves by itself: a wait for hours is over at once.

    python -m tests.e2e.later --profile DIR outbox send --wait 9000 --json

For following rows past the settle times of their platforms without sitting them out.
"""

from __future__ import annotations

import sys

from cmapp.cli.main import run
from cmapp.system.clock import now
from tests.support.clock import HandClock
from tests.support.stage import time_is


def no_window(*_: object, **__: object) -> int:
    raise NotImplementedError


if __name__ == "__main__":
    with time_is(HandClock(now(), runs=True)):
        sys.exit(run(sys.argv[1:], window=no_window))
