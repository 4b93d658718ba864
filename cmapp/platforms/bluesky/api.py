"""The calls: one account's session with its server, its renewal, and what refusals mean.

Calls are XRPC: a name, parameters, JSON. All go to the account's own server (its PDS), which
passes on what it does not hold itself. A refusal says by its `error` what it means; the status
alone does not (an expired token is a 400).
"""

from __future__ import annotations

import logging
import re
import threading
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from cmapp.connectors.base import Grant, Json, Secrets
from cmapp.domain.errors import Garbled, Missing, Rejected, SignInNeeded, Trouble, Uncertain
from cmapp.platforms.bluesky.shape import list_of, map_of, need, text_of
from cmapp.system.address import is_loopback, normal
from cmapp.system.http import Answer, Http

log = logging.getLogger(__name__)

MOST_POSTS = 25
_STALE = frozenset({"ExpiredToken", "InvalidToken", "AuthMissing"})
_CLOSED = {
    "AccountTakedown": "account_suspended",
    "AccountSuspended": "account_suspended",
    "AccountDeactivated": "account_deactivated",
    "RepoTakendown": "account_suspended",
    "RepoSuspended": "account_suspended",
    "RepoDeactivated": "account_deactivated",
    "AuthFactorTokenRequired": "app_password_needed",
}
_ABSENT = frozenset({"RecordNotFound", "NotFound", "RepoNotFound", "BlobNotFound"})
_TOO_BIG = re.compile(r"(grapheme|string|blob) too big \(maximum (\d+), got (\d+)\)")

_locks: defaultdict[str, threading.Lock] = defaultdict(threading.Lock)
"""One per account, for the renewal of its session."""


def error_of(answer: Answer) -> str:
    """Return the name of the error in a refusal, "" where it names none."""
    return text_of(answer.data, "error") or ""


def refusal(answer: Answer, *, write: bool = False) -> Trouble:
    """Return what a refusal means. `answer` is one that is not 2xx; a write's did not happen."""
    name, facts = error_of(answer), {"status": answer.status, "said": answer.said}
    if name in _CLOSED:
        return SignInNeeded(_CLOSED[name], **facts)
    if name in _STALE or answer.status == 401 or name == "AuthenticationRequired":
        return SignInNeeded("token_refused", **facts)
    if name in _ABSENT:
        return Missing(error=name, **facts)
    if answer.status == 413 or name in {"PayloadTooLarge", "BlobTooLarge"}:
        return Rejected(field="media", reason="too_big", **facts)
    if found := _TOO_BIG.search(answer.said):
        what, limit, size = found[1], int(found[2]), int(found[3])
        return Rejected(
            field="media" if what == "blob" else "text",
            reason="too_big" if what == "blob" else "too_long",
            limit=limit,
            size=size,
            unit={"grapheme": "graphemes"}.get(what, "bytes"),
            **facts,
        )
    if not write and (answer.status in {404, 501} or not name):
        return Garbled(reason="not_such_a_server", **facts)
    if name == "InvalidRequest" and "not found" in answer.said.lower():
        return Missing(error=name, **facts)
    return Rejected(reason="forbidden" if answer.status == 403 else "refused", error=name, **facts)


def fine(answer: Answer) -> Mapping[str, Any]:
    """Return the JSON object of an answer. Raises what `refusal` says, or Garbled."""
    if not answer.ok:
        raise refusal(answer)
    if not isinstance(answer.data, dict):
        raise Garbled(reason="not_an_object")
    return answer.data


def create_session(http: Http, identifier: str, password: str) -> Mapping[str, Any]:
    """Sign in with a password; return the session. A lost answer costs nothing, so it is a read.

    Raises:
        SignInNeeded: `wrong_password`, `account_suspended`, `app_password_needed` …
        Garbled: no such server.
        Offline, Throttled, Flaky.
    """
    answer = http.request(
        "POST",
        "xrpc/com.atproto.server.createSession",
        json={"identifier": identifier, "password": password},
        anonymous=True,
        write=False,
        family="session",
    )
    if answer.ok:
        return _open(fine(answer))
    trouble = refusal(answer)
    if isinstance(trouble, SignInNeeded) and trouble.why == "token_refused":
        raise SignInNeeded("wrong_password", **trouble.facts)
    raise trouble


def _open(session: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a session whose account is in use. Raises SignInNeeded for a closed one."""
    if session.get("active") is False:
        status = text_of(session, "status") or ""
        code = "account_deactivated" if status == "deactivated" else "account_suspended"
        raise SignInNeeded(code, status=status)
    return session


def home(session: Mapping[str, Any], server: str) -> str:
    """Return the address of the account's own server, as the session's DID document has it.

    `server` is where the session was made, and the answer where the document names none. An
    address in this machine counts only where `server` is here too.

    Raises:
        Garbled: the document names an address that no server of a stranger may have.
    """
    for service in list_of(map_of(session, "didDoc"), "service"):
        if not (text_of(service, "id") or "").endswith("#atproto_pds"):
            continue
        try:
            found = normal(need(service, "serviceEndpoint"))
        except Rejected as error:
            raise Garbled(reason="bad_server_in_did", cause=error.why) from None
        if is_loopback(found) and not is_loopback(server):
            raise Garbled(reason="bad_server_in_did", cause="loopback")
        return found
    return normal(server)


class Session:
    """One account's calls. Used by one thread at a time; renewals are one at a time per account.

    A renewed token is kept in `secrets` before it is used for the first time.
    """

    def __init__(self, grant: Grant, secrets: Secrets) -> None:
        self.did = grant.remote_id
        self._entry = grant.server
        self._secrets = secrets
        self._ca_file = grant.facts.get("ca_file")
        self._access: str | None = None  # read from `secrets` at the first call, not here
        self._http = self._at(str(grant.facts.get("pds") or grant.server))

    @property
    def pds(self) -> str:
        """The address of the account's own server."""
        return self._http.base_url

    def close(self) -> None:
        """Let go of the connections."""
        self._http.close()

    def query(self, name: str, params: Mapping[str, Any]) -> Mapping[str, Any]:
        """Read; return the object. Raises the read errors, Missing and Rejected."""
        return fine(self._call("GET", name, params=params))

    def procedure(self, name: str, data: Json, *, bare: bool = False) -> Answer:
        """Write; return the answer, refusals too. Raises Uncertain where none came.

        `bare`: this one says nothing where it was done. A page in its place (from a network that
        wants a sign-in of its own) is then no answer.
        """
        if not bare:
            return self._call("POST", name, json=data)
        answer = self._call("POST", name, json=data, expect="any")
        if answer.ok and answer.body.strip() not in (b"", b"{}"):
            raise Uncertain(reason="unread")
        return answer

    def upload(self, data: bytes, mime: str) -> Mapping[str, Any]:
        """Upload a blob and return its reference, as a record holds it.

        Nobody sees it before a record names it, so a lost answer is `Flaky`, never `Uncertain`.
        """
        answer = self._call(
            "POST",
            "com.atproto.repo.uploadBlob",
            body=data,
            headers={"Content-Type": mime},
            write=False,
        )
        blob = map_of(fine(answer), "blob")
        if not blob:
            raise Garbled(reason="missing_field", field="blob")
        return blob

    def record(self, collection: str, rkey: str, *, repo: str = "") -> Mapping[str, Any] | None:
        """Return `{uri, cid, value}` of a record, ours where no `repo` is named; None if absent.

        Raises Garbled for an answer without a record: taken for an empty one, it would be written
        back without what stands in it.
        """
        params = {"repo": repo or self.did, "collection": collection, "rkey": rkey}
        try:
            found = self.query("com.atproto.repo.getRecord", params)
        except Missing:
            return None
        if not map_of(found, "value"):
            raise Garbled(reason="missing_field", field="value")
        return found

    def posts(self, uris: Sequence[str]) -> dict[str, Mapping[str, Any]]:
        """Return the postViews of those posts that the network shows us, by at-uri."""
        found: dict[str, Mapping[str, Any]] = {}
        wanted = list(dict.fromkeys(uris))
        for at in range(0, len(wanted), MOST_POSTS):
            part = wanted[at : at + MOST_POSTS]
            data = self.query("app.bsky.feed.getPosts", {"uris": part})
            for view in list_of(data, "posts"):
                if uri := text_of(view, "uri"):
                    found[uri] = view
        return found

    def resolve(self, handle: str) -> str | None:
        """Return the DID of a handle, None where nobody has it."""
        try:
            data = self.query("com.atproto.identity.resolveHandle", {"handle": handle})
        except (Missing, Rejected):
            return None
        return need(data, "did")

    # The session.

    def _at(self, server: str) -> Http:
        return Http(server, token=lambda: self._access, ca_file=self._ca_file)

    def _call(self, method: str, name: str, **how: Any) -> Answer:
        if not self._access:
            self._renew(None)
        used = self._access
        answer = self._http.request(method, f"xrpc/{name}", **how)
        if answer.ok or not _dead(answer):
            return answer
        self._renew(used)
        answer = self._http.request(method, f"xrpc/{name}", **how)
        if _dead(answer):
            raise refusal(answer)
        return answer

    def _renew(self, stale: str | None) -> None:
        """Get a living token: another's renewal, else the refresh token, else the password.

        Raises:
            SignInNeeded: neither is accepted.
            Offline, Throttled, Flaky.
        """
        with _locks[self.did]:
            kept = self._secrets.get("access")
            if kept and kept != stale:
                self._access = kept
                return
            session = self._refreshed() or self._signed_in()
            if text_of(session, "did") != self.did:
                raise SignInNeeded("another_account")
            # Both are safe before either is used: a refresh token is good for one exchange.
            access, refresh = need(session, "accessJwt"), need(session, "refreshJwt")
            self._secrets.put(access=access, refresh=refresh)
            self._access = access
            moved = home(session, self.pds) if map_of(session, "didDoc") else self.pds
            if moved != self.pds:
                log.info("The account lives on another server now")
                self._http.close()
                self._http = self._at(moved)

    def _refreshed(self) -> Mapping[str, Any] | None:
        token = self._secrets.get("refresh")
        if not token:
            return None
        answer = self._http.request(
            "POST",
            "xrpc/com.atproto.server.refreshSession",
            bearer=token,
            write=False,
            family="session",
        )
        if answer.ok:
            return _open(fine(answer))
        if error_of(answer) in _CLOSED:
            raise refusal(answer)
        log.info("The session could not be renewed: %s", error_of(answer) or answer.status)
        return None

    def _signed_in(self) -> Mapping[str, Any]:
        password = self._secrets.get("password")
        if not password:
            raise SignInNeeded("token_refused")
        http = Http(self._entry, ca_file=self._ca_file)
        try:
            return create_session(http, self.did, password)
        finally:
            http.close()


def _dead(answer: Answer) -> bool:
    """Tell whether a refusal is about the token, so that another token may help."""
    return not answer.ok and (
        error_of(answer) in _STALE or (answer.status == 401 and error_of(answer) not in _CLOSED)
    )
