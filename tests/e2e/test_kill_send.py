"""`outbox send` killed at random moments: never two on the server, nothing missing (P2).

The real command line on the real servers: a few kills each, unless CMAPP_KILLS says how many.
Thousands of lives, and every step by name, are played by `tests/fire`.
"""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from tests.contract.world import Server
from tests.e2e.killing import Run

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(3600)]

KILLS = 8


def test_outbox_send_may_be_killed_at_any_moment(
    platform: str, server: Server, tmp_path: Path
) -> None:
    seed = int(os.environ.get("CMAPP_SEED") or random.randrange(1_000_000))
    kills = int(os.environ.get("CMAPP_KILLS", 0)) or KILLS
    run = Run(platform, server.world(tmp_path), tmp_path, seed)
    print(f"seed {seed}: {kills} kills on {platform}")
    run.play(kills)
    run.follow()
    run.judge(may_be_held=False)
    print(
        f"the command takes {run.took:.2f} s; after a kill rows stood at {dict(run.found_at)};"
        f" they ended as {dict(run.ends)}"
    )
    assert run.kills == kills
    if kills >= 50:
        assert run.found_at["ready"], "every kill came too late to matter"
    assert run.ends["sent"]
