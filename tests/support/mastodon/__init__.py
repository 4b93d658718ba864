"""A Mastodon-API server to test against: real HTTP, real state, faults on request.

It is lenient where a real server is strict (see the notes of `tests/contract`): privacy of direct
posts, PKCE, limits on scheduled posts. The fault rules are its own; `faults.py` has rougher ones.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import requests

PATIENCE = 120
"""Seconds that a machine which is slow, and loaded, may take for an answer."""


@dataclass(frozen=True, slots=True)
class MastodonUser:
    """Someone with an account there."""

    username: str
    token: str

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}


@dataclass(frozen=True, slots=True)
class MastodonServer:
    """The run's server; `url` has no slash at its end."""

    url: str

    def reset(self) -> None:
        """Forget everyone and everything."""
        self._mock("reset")

    def user(self, username: str) -> MastodonUser:
        """A new user with a token; a name can be taken once per run (two workers: add the pid)."""
        return MastodonUser(username, self._mock("dev_user", username=username)["access_token"])

    def fault(
        self, path: str, effect: str, *, count: int = 1, method: str | None = None, **facts: Any
    ) -> None:
        """Answer the next `count` calls of `path` with ratelimit, status, malformed or latency."""
        match = {"path": path} | ({"method": method} if method else {})
        self._mock("faults", match=match, effect={"type": effect, **facts}, count=count)

    def call(self, method: str, path: str, user: MastodonUser, **json: Any) -> Any:
        """One API call as `user`; raises for an error status."""
        answer = requests.request(
            method, self.url + path, headers=user.headers, json=json or None, timeout=PATIENCE
        )
        answer.raise_for_status()
        return answer.json()

    def _mock(self, verb: str, **json: Any) -> Any:
        answer = requests.post(f"{self.url}/api/v1/_mock/{verb}", json=json, timeout=PATIENCE)
        answer.raise_for_status()
        return answer.json() if answer.content else None
