"""`outbox send` killed at random moments: never two on the server, nothing missing (P2).

200 kills on the demo network; fewer on the real servers, unless CMAPP_KILLS says how many on each.
"""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from tests.contract.world import Server
from tests.e2e.killing import Run

pytestmark = [pytest.mark.e2e, pytest.mark.timeout(3600)]

KILLS = {"demo": 100, "mastodon": 10, "bluesky": 10}
"""Of each of the two halves; two halves, so that two workers share the work."""


@pytest.mark.parametrize("half", [1, 2])
def test_outbox_send_may_be_killed_at_any_moment(
    platform: str, server: Server, half: int, tmp_path: Path
) -> None:
    seed = int(os.environ.get("CMAPP_SEED") or random.randrange(1_000_000)) + half
    kills = int(os.environ.get("CMAPP_KILLS", 0)) // 2 or KILLS[platform]
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
    assert run.found_at["ready"], "every kill came too late to matter"
    assert run.ends["sent"]
