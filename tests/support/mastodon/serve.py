"""Start mastodon-mock, a stateful server of the Mastodon API, on a free loopback port."""

from __future__ import annotations

import sys

from tests.support.shared import Keeper, free_port, keep


def serve(keeper: Keeper, options: list[str]) -> None:
    port = free_port()
    config = keeper.state / "mastodon_mock.toml"
    config.write_text("[ratelimit]\nenabled = true\n" if "--rate-limits" in options else "")
    command = [sys.executable, "-m", "mastodon_mock", "serve", "--in-memory", "--host", "127.0.0.1"]
    command += ["--port", str(port), "--log-level", "warning", "--config", str(config)]
    keeper.start("mastodon", command)
    keeper.wait_for_port(port, seconds=240)
    keeper.announce(url=f"http://127.0.0.1:{port}")


if __name__ == "__main__":
    keep(serve)
