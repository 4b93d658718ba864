"""The calls of the Mastodon API: paths, parameters, and what a status code means here.

Servers word and number their refusals differently (422 is localised, Takahe answers a dead token
with 400 in HTML and another's post with 401), so nothing is read from texts: where a status may
mean the token, the token itself is tried.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import Any
from urllib.parse import SplitResult, parse_qsl, quote, urlsplit

from cmapp.connectors.base import Json
from cmapp.domain.errors import (
    Garbled,
    Missing,
    Rejected,
    SignInNeeded,
    Trouble,
    Unsupported,
)
from cmapp.system.http import Answer, Http, Upload

PAGE = 40
_UPLOAD_SECONDS = 600.0
_SCHEDULED = "/api/v1/scheduled_statuses"
_OPTIONAL = {404, 405, 501}


@dataclass(frozen=True, slots=True)
class Listing:
    """One answer of a list, and the parameters of the next; `more` is empty at its end."""

    items: tuple[Json, ...]
    more: Mapping[str, str]


class Api:
    """The calls of one account on one server. As blocking and single-threaded as its Http.

    Reads raise Offline, Throttled, SignInNeeded, Flaky, Missing, Garbled; writes raise Offline,
    Throttled, SignInNeeded, Rejected, Missing, Unsupported, Uncertain.
    """

    def __init__(self, http: Http) -> None:
        self.http = http

    # Who and what

    def whoami(self) -> Json:
        """Return the Account that the token speaks for."""
        return self._read("/api/v1/accounts/verify_credentials")

    def person(self, who: str) -> Json:
        """Return the Account of an id or a handle. Raises Missing."""
        if "@" not in who:
            try:
                return self._read(f"/api/v1/accounts/{_part(who)}")
            except Missing:
                pass  # a handle of this very server has no @ either
        return self._read("/api/v1/accounts/lookup", {"acct": who.removeprefix("@")})

    def app(self) -> Json:
        """Return the Application of the token (its scopes on newer servers); None where untold."""
        answer = self.http.get("/api/v1/apps/verify_credentials")
        return answer.data if answer.ok else None

    def instance(self) -> Json:
        """Return the Instance, of version 2 or else 1; None where the server has neither."""
        found = self._read_optional("/api/v2/instance")
        return found if found is not None else self._read_optional("/api/v1/instance")

    def nodeinfo(self) -> Json:
        """Return the NodeInfo document; None where the server has none of its own."""
        index = self._read_optional("/.well-known/nodeinfo")
        links = index.get("links") if isinstance(index, dict) else None
        if not isinstance(links, list):
            return None
        places = [link.get("href") for link in links if isinstance(link, dict)]
        found = [place for place in places if isinstance(place, str)]
        # Only the path counts: behind a proxy the document may name a host of the inside.
        path = _split(found[-1]).path if found else ""
        return self._read_optional(path) if path.startswith("/") else None

    # Lists

    def notifications(self, more: Mapping[str, str]) -> Listing:
        """List what others did towards us, newest first."""
        return self._list("/api/v1/notifications", more, lambda entry: entry.get("id"))

    def conversations(self, more: Mapping[str, str]) -> Listing:
        """List the direct conversations, the latest first; paged by their last statuses."""

        def place(entry: Mapping[str, Any]) -> Json:
            last = entry.get("last_status")
            return last.get("id") if isinstance(last, dict) else entry.get("id")

        return self._list("/api/v1/conversations", more, place)

    def statuses_of(self, account: str, more: Mapping[str, str]) -> Listing:
        """List an account's statuses, newest first, boosts left out as far as the server can."""
        path = f"/api/v1/accounts/{_part(account)}/statuses"
        return self._list(path, {"exclude_reblogs": "true", **more}, lambda entry: entry.get("id"))

    # One status

    def status(self, remote_id: str) -> Json:
        """Return a Status."""
        return self._read(f"/api/v1/statuses/{_part(remote_id)}")

    def statuses(self, remote_ids: Sequence[str]) -> tuple[Json, ...]:
        """Return those of these Statuses that the server gives at once; none where it cannot."""
        answer = self.http.get("/api/v1/statuses", {"id[]": list(remote_ids)})
        if answer.status in {*_OPTIONAL, 400, 422}:
            return ()
        data = self._told(answer).data
        return tuple(data) if isinstance(data, list) else ()

    def context(self, remote_id: str) -> Json:
        """Return the Context of a status."""
        return self._read(f"/api/v1/statuses/{_part(remote_id)}/context")

    def source(self, remote_id: str) -> Json:
        """Return the StatusSource of a status of ours; None where the server has no such call."""
        return self._read_optional(f"/api/v1/statuses/{_part(remote_id)}/source")

    def publish(self, body: Mapping[str, Any], key: str) -> Json:
        """Post a status; servers that know the key give back the one it already made."""
        headers = {"Idempotency-Key": key}
        return self._write("POST", "/api/v1/statuses", json=dict(body), headers=headers)

    def edit(self, remote_id: str, body: Mapping[str, Any]) -> Json:
        """Change a status; what `body` leaves out is taken away."""
        return self._write("PUT", f"/api/v1/statuses/{_part(remote_id)}", json=dict(body))

    def delete(self, remote_id: str) -> None:
        """Take a status down."""
        path = f"/api/v1/statuses/{_part(remote_id)}"
        self._write("DELETE", path, expect="any", family="delete")

    def mark(self, remote_id: str, verb: str) -> Json:
        """Do one of `favourite`, `unfavourite`, `reblog`, `unreblog` to a status."""
        family = "delete" if verb == "unreblog" else ""
        return self._write("POST", f"/api/v1/statuses/{_part(remote_id)}/{verb}", family=family)

    # The server's scheduler

    def scheduler(self) -> tuple[Json, int | None]:
        """Return one ScheduledStatus of ours, if any, and the server's time (UTC ms) if it tells.

        Raises Missing where the server has no such list.
        """
        answer = self._told(self.http.get(_SCHEDULED, {"limit": "1"}))
        return answer.data, _clock(answer.headers.get("date"))

    def all_scheduled(self, more: Mapping[str, str]) -> Listing:
        """List what the scheduler holds of ours."""
        return self._list(_SCHEDULED, more, lambda entry: entry.get("id"))

    def scheduled(self, ref: str) -> Json:
        """Return a ScheduledStatus."""
        return self._read(f"{_SCHEDULED}/{_part(ref)}")

    def unschedule(self, ref: str) -> None:
        """Take a post out of the scheduler. Raises Missing where it is there no more."""
        self._write("DELETE", f"{_SCHEDULED}/{_part(ref)}", expect="any")

    # People

    def relate(self, account: str, verb: str) -> Json:
        """Do one of `mute`, `unmute`, `block`, `unblock` to an account; return the Relationship."""
        return self._write("POST", f"/api/v1/accounts/{_part(account)}/{verb}")

    def relationship(self, account: str) -> Json:
        """Return our Relationship to an account; None where the server tells none."""
        found = self._told(self.http.get("/api/v1/accounts/relationships", {"id[]": account})).data
        if not isinstance(found, list):
            raise Garbled(reason="shape", at="relationships")
        return next((r for r in found if isinstance(r, dict) and r.get("id") == account), None)

    def report(self, body: Mapping[str, Any]) -> Json:
        """Report an account, with or without statuses of it; return the Report."""
        return self._write("POST", "/api/v1/reports", json=dict(body))

    # Media

    def upload(self, file: Upload, alt: str) -> Json:
        """Hand in a file. Nothing can be seen of it yet, so a lost answer is Flaky."""
        return self._sent(
            self.http.request(
                "POST",
                "/api/v2/media",
                form={"description": alt} if alt else {},
                uploads=[file],
                write=False,
                family="media",
                total=_UPLOAD_SECONDS,
            ),
            field="media",
        ).data

    def media(self, remote_id: str) -> tuple[int, Json]:
        """Return the status code (206: not ready) and the MediaAttachment of an upload."""
        answer = self.http.get(f"/api/v1/media/{_part(remote_id)}")
        self._sent(answer, field="media")
        return answer.status, answer.data

    # What an answer means

    def _read(self, path: str, params: Mapping[str, str] | None = None) -> Json:
        return self._told(self.http.get(path, params)).data

    def _read_optional(self, path: str) -> Json:
        answer = self.http.get(path)
        return None if answer.status in _OPTIONAL else self._told(answer).data

    def _write(self, method: str, path: str, **how: Any) -> Json:
        return self._sent(self.http.request(method, path, **how)).data

    def _list(self, path: str, more: Mapping[str, str], place: Any) -> Listing:
        answer = self._told(self.http.get(path, {"limit": str(PAGE), **more}))
        if not isinstance(answer.data, list):
            raise Garbled(reason="shape", at=path)
        items = tuple(answer.data)
        if following := answer.links.get("next"):
            # Of the address itself nothing is used: the next page is asked for where this one was.
            asked = dict(parse_qsl(_split(following).query))
            return Listing(items, {k: v for k, v in asked.items() if k.endswith("_id")})
        last = place(items[-1]) if items and isinstance(items[-1], dict) else None
        # A server without Link headers is walked by ids, down to an empty answer.
        untold = "link" not in answer.headers and isinstance(last, str)
        return Listing(items, {"max_id": str(last)} if untold else {})

    def _told(self, answer: Answer) -> Answer:
        """Return the answer to a read if it is one."""
        if answer.ok:
            return answer
        match answer.status:
            case 404 | 410:
                raise Missing(status=answer.status)
            case 400 | 401 | 403 if not self._token_lives(answer):
                raise _refused_token(answer)
            case 401 | 403:
                raise SignInNeeded("scope_missing", status=answer.status)
        raise Garbled(reason="refused", status=answer.status)

    def _sent(self, answer: Answer, *, field: str | None = None) -> Answer:
        """Return the answer to a write if the server did it."""
        if answer.ok:
            return answer
        if answer.status in {400, 401, 403} and not self._token_lives(answer):
            raise _refused_token(answer)
        if _lacks_scope(answer):
            raise SignInNeeded("scope_missing", status=answer.status)
        if answer.status in {405, 501}:
            raise Unsupported("not_offered", status=answer.status)
        if answer.status == 401:
            # The token lives, so it is the deed that is refused.
            raise Rejected(reason="forbidden", status=answer.status)
        return answer.raise_for(field=field or _blamed(answer.data))

    def _token_lives(self, answer: Answer) -> bool:
        if answer.status == 400 and answer.data is not None:
            return True
        try:
            return self.http.get("/api/v1/accounts/verify_credentials").ok
        except Trouble:
            return answer.status != 401


def _refused_token(answer: Answer) -> SignInNeeded:
    return SignInNeeded("token_refused", status=answer.status)


def _lacks_scope(answer: Answer) -> bool:
    # OAuth's own codes, not words for people (RFC 6750 section 3.1; Doorkeeper says invalid_scope).
    challenge = answer.headers.get("www-authenticate", "")
    return answer.status == 403 and any(
        code in challenge for code in ("insufficient_scope", "invalid_scope")
    )


def _blamed(data: Json) -> str | None:
    """Return the field that a 422's `details` put the blame on."""
    details = data.get("details") if isinstance(data, dict) else None
    named = next(iter(details), None) if isinstance(details, dict) else None
    named = named[:40] if named else None
    return {"status": "text", "media_attachments": "media", "media_ids": "media"}.get(
        named or "", named
    )


def _clock(told: str | None) -> int | None:
    """Return the time of a Date header, UTC ms."""
    try:
        return int(parsedate_to_datetime(told or "").timestamp() * 1000)
    except (ValueError, OverflowError, TypeError, IndexError):
        return None


def _split(url: str) -> SplitResult:
    """Return the parts of an address, empty where it is none."""
    try:
        return urlsplit(url)
    except ValueError:
        return SplitResult("", "", "", "", "")


def _part(remote_id: str) -> str:
    return quote(remote_id, safe="")
