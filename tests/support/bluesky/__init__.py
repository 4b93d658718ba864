"""A real Bluesky network to test against, and the thin client that arranges things on it.

The AppView indexes behind the PDS: call `process_all()` after creating accounts and after each
post that will be replied to, else profiles are missing and reply notifications lost for good.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import itertools
import json
import os
import time
from dataclasses import dataclass
from typing import Any

import requests

PATIENCE = 120
"""Seconds that a machine which is slow, and loaded, may take for an answer."""
JWT_SECRET = b"jwt-secret"  # the development network's own, fixed there
_numbers = itertools.count(1)


class Refused(Exception):
    """The network said no: `status`, and `error` as the lexicon names it."""

    def __init__(self, status: int, body: dict[str, Any]) -> None:
        super().__init__(status, body)
        self.status = status
        self.error = body.get("error")


@dataclass(frozen=True, slots=True)
class BlueskyAccount:
    """Someone on the network. Tokens live for hours: longer than any test."""

    did: str
    handle: str
    password: str
    access: str
    refresh: str


@dataclass(frozen=True, slots=True)
class BlueskyNetwork:
    """The run's network; addresses have no slash at their end."""

    pds: str
    plc: str
    appview: str
    control: str

    def call(
        self, method: str, account: BlueskyAccount | str | None = None, **facts: Any
    ) -> dict[str, Any]:
        """One call: a query where the name's last word starts with get, list or search.

        Args:
            method: the lexicon's name, such as `app.bsky.feed.getPosts`.
            account: who calls, or a bare token.
            facts: parameters of a query, the body of a procedure.

        Raises:
            Refused: any status of 400 or more.
        """
        token = account.access if isinstance(account, BlueskyAccount) else account
        headers = {"Authorization": f"Bearer {token}"} if token else {}
        url = f"{self.pds}/xrpc/{method}"
        if method.rpartition(".")[2].startswith(("get", "list", "search", "resolve")):
            answer = requests.get(url, params=facts, headers=headers, timeout=PATIENCE)
        else:
            answer = requests.post(url, json=facts or None, headers=headers, timeout=PATIENCE)
        body = answer.json() if answer.content else {}
        if answer.status_code >= 400:
            raise Refused(answer.status_code, body)
        return dict(body)

    def create_account(self, name: str | None = None, *, index: bool = True) -> BlueskyAccount:
        """A new account `NAME.test` (a free name if none is given), known to the AppView."""
        name = name or f"u{os.getpid()}x{next(_numbers)}"
        password = f"pass-{name}"
        made = self.call(
            "com.atproto.server.createAccount",
            email=f"{name}@mail.test",
            handle=f"{name}.test",
            password=password,
        )
        if index:
            self.process_all()
        return BlueskyAccount(
            made["did"], made["handle"], password, made["accessJwt"], made["refreshJwt"]
        )

    def app_password(self, account: BlueskyAccount, name: str = "cmapp") -> str:
        made = self.call("com.atproto.server.createAppPassword", account, name=name)
        return str(made["password"])

    def post(
        self,
        account: BlueskyAccount,
        text: str,
        *,
        root: dict[str, Any] | None = None,
        parent: dict[str, Any] | None = None,
        **more: Any,
    ) -> dict[str, Any]:
        """Write a post and wait until it is indexed; returns its `uri` and `cid`."""
        record: dict[str, Any] = {"$type": "app.bsky.feed.post", "text": text, **more}
        record.setdefault("createdAt", time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime()))
        if parent:
            strong = ("uri", "cid")
            record["reply"] = {
                "root": {key: (root or parent)[key] for key in strong},
                "parent": {key: parent[key] for key in strong},
            }
        made = self.call(
            "com.atproto.repo.createRecord",
            account,
            repo=account.did,
            collection="app.bsky.feed.post",
            record=record,
        )
        self.process_all()
        return made

    def delete(self, account: BlueskyAccount, uri: str) -> None:
        _, _, repo, collection, rkey = uri.split("/")
        self.call(
            "com.atproto.repo.deleteRecord", account, repo=repo, collection=collection, rkey=rkey
        )
        self.process_all()

    def process_all(self) -> None:
        """Wait until the AppView has indexed all that the PDS has."""
        self._control("process-all")

    def sub_stop(self) -> None:
        """Let the AppView fall behind: it reads no more until `sub_start()`."""
        self._control("sub/stop")

    def sub_start(self) -> None:
        self._control("sub/start")

    def reports(self, by: BlueskyAccount) -> list[dict[str, Any]]:
        """What an account reported, as it lies with the moderation service, oldest first."""
        answer = requests.get(f"{self.control}/reports", timeout=PATIENCE)
        answer.raise_for_status()
        return [
            {"person": one["person"], "post": one["post"], "note": one["note"]}
            for one in answer.json()
            if one["by"] == by.did
        ]

    def mails(self) -> list[dict[str, Any]]:
        """The mails the PDS would have sent."""
        answer = requests.get(f"{self.control}/mail", timeout=PATIENCE)
        answer.raise_for_status()
        return list(answer.json())

    def expired_token(self, account: BlueskyAccount) -> str:
        """An access token like the account's own that ran out an hour ago."""
        head, body, _ = account.access.split(".")
        claims = json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
        now = int(time.time())
        claims |= {"iat": now - 10_800, "exp": now - 3_600}
        signed = f"{head}.{_encode(json.dumps(claims).encode())}"
        return f"{signed}.{_encode(hmac.digest(JWT_SECRET, signed.encode(), hashlib.sha256))}"

    def _control(self, verb: str) -> None:
        answer = requests.post(f"{self.control}/{verb}", timeout=2 * PATIENCE)
        answer.raise_for_status()


def _encode(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")
