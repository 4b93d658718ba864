"""The one door to the web: bounded, patient to a deadline, and silent about secrets.

`Http.request` returns an `Answer` for every whole HTTP answer that the caller can decide about,
and raises for the rest: `Offline` (nothing left this machine), `Throttled`, `Flaky` (a read that
may pass next time), `Uncertain` (a write that may have arrived), `Garbled`. No other module
sees requests or its exceptions, whose texts carry whole addresses.
"""

from __future__ import annotations

import http.client
import http.cookiejar
import logging
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal
from urllib.parse import urlencode, urljoin

import requests
import requests.adapters
import urllib3

from cmapp.domain.errors import (
    Flaky,
    Garbled,
    Missing,
    Offline,
    Rejected,
    SignInNeeded,
    Throttled,
    Trouble,
    Uncertain,
)
from cmapp.system import address, failpoint, payload, wire
from cmapp.system.clock import Clock
from cmapp.system.network import Heard, Network, process
from cmapp.system.payload import Json
from cmapp.system.rates import Buckets, moment_of, retry_after

log = logging.getLogger(__name__)

JSON_CAP = 8 * 1024 * 1024
MEDIA_CAP = 5 * 1024 * 1024
MOST_HOPS = 3
# A kept connection that rested longer may be closed by the server just as a write sets out.
REST = 4.0
# Bytes of a head, those of its hints ahead (1xx) included; that of a real server has some 4,000.
_HEAD = 512 * 1024
# Pieces that a body comes in; one of eight megabytes in chunks of single posts has some thousands.
_MOST_PIECES = 65_536
_AGENT = "cmapp/0.1"
_LONGEST_LINK = 16_384
# 444, 460 and 499 are proxies' own words for a connection that ended before the answer came.
_MAY_HAVE_DONE_IT = frozenset({302, 303, 304, 305, 306, 408, 409, 425, 444, 460, 499})
# What a sign-in sends that a server might say again in its refusal.
_SECRET_FIELDS = frozenset({"password", "client_secret", "code", "code_verifier", "refresh_token"})
_SHORTEST_SECRET = 6


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds to wait: for a connection, between two bytes, and for the whole call."""

    connect: float = 10.0
    quiet: float = 30.0
    total: float = 90.0


@dataclass(frozen=True, slots=True)
class Upload:
    """One file of a multipart form."""

    field: str
    name: str
    mime: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole HTTP answer. `headers` has lower-case names; `data` is its JSON, or None."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    data: Json = None

    @property
    def ok(self) -> bool:
        """Whether the server did what it was asked."""
        return 200 <= self.status < 300

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf-8", "replace")

    @property
    def links(self) -> dict[str, str]:
        """The addresses of the Link header by their `rel` (`next`, `prev`)."""
        parsed = requests.utils.parse_header_links(self.headers.get("link", "")[:_LONGEST_LINK])
        return {link["rel"]: link["url"] for link in parsed if "rel" in link and "url" in link}

    @property
    def said(self) -> str:
        """The server's own words about an error: at most 300 characters, for a quotation."""
        found: Any = self.data if isinstance(self.data, dict) else {}
        words = (found.get(key) for key in ("error_description", "message", "error"))
        first = next((word for word in words if isinstance(word, str) and word), "")
        return "".join(char for char in first if char.isprintable())[:300]

    def raise_for(self, *, field: str | None = None) -> Answer:
        """Return self if it is 2xx; else raise what the status means on most platforms.

        `field` names the part of the deed that a refusal is put down to. The facts hold `status`
        and, where the server said something, `said`.

        Raises:
            SignInNeeded: 401.
            Missing: 404, 410.
            Rejected: every other status; `reason` is `forbidden` (403), `too_large` (413) or
                `refused`.
        """
        if self.ok:
            return self
        facts: dict[str, Any] = {"status": self.status}
        if self.said:
            facts["said"] = self.said
        match self.status:
            case 401:
                raise SignInNeeded("token_refused", **facts)
            case 404 | 410:
                raise Missing(**facts)
        reason = {403: "forbidden", 413: "too_large"}.get(self.status, "refused")
        if field is not None:
            facts["field"] = field
        raise Rejected(reason=reason, **facts)


class Http:
    """Calls to one server with one account's token. Used by one thread at a time.

    `token` is asked before each call, so a renewed one is used at once; it goes to the server of
    `base_url` alone. `hosts` are further hosts (`host` or `host:port`) that may be called without
    it. `network` is the process's own unless given; its `stop` breaks a call off within a
    quarter of a second.
    """

    def __init__(
        self,
        base_url: str,
        *,
        token: Callable[[], str | None] | None = None,
        hosts: Collection[str] = (),
        clock: Clock | None = None,
        network: Network | None = None,
        patience: Patience | None = None,
        ca_file: str | None = None,
    ) -> None:
        """Check the address; nothing is called yet.

        Raises:
            Rejected: `bad_url` or `insecure_url`, as in `address.normal`.
        """
        self.base_url = address.normal(base_url)
        self._token = token
        self._hosts = frozenset(host.lower() for host in hosts)
        self._clock = clock or Clock()
        self._network = network or process
        self._patience = patience or Patience()
        self._buckets = Buckets(self._clock)
        self._used_at = self._clock.monotonic()
        self._near = 0  # how near our own server turned out to be
        self._session = _Session()
        # A .netrc would put its own Authorization in place of ours.
        self._session.trust_env = False
        self._session.headers.clear()
        self._session.cookies.set_policy(http.cookiejar.DefaultCookiePolicy(allowed_domains=[]))
        self._session.mount("https://", _Adapter(ca_file))
        self._session.mount("http://", _Adapter(ca_file))

    @property
    def clock_lead(self) -> int:
        """How far (ms) our server's clock was before ours at its last answer; 0 where untold."""
        said = self._network.clocks.get(address.host(self.base_url))
        return 0 if said is None else said.theirs - said.ours

    def close(self) -> None:
        """Let go of the connections; the object may be used again."""
        self._session.close()

    def get(self, path: str, params: Mapping[str, Any] | None = None) -> Answer:
        """Read JSON from `path`: `request("GET", …)`."""
        return self.request("GET", path, params=params)

    def request(
        self,
        method: str,
        path: str,
        *,
        params: Mapping[str, Any] | None = None,
        json: Json = None,
        form: Mapping[str, str] | None = None,
        uploads: Sequence[Upload] = (),
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        bearer: str | None = None,
        anonymous: bool = False,
        write: bool | None = None,
        expect: Literal["json", "any"] = "json",
        family: str = "",
        total: float | None = None,
    ) -> Answer:
        """Do one call and return the answer, whatever its status below 500.

        `path` is below `base_url`, or a whole address on an allowed host. At most one of `json`,
        `form` (with or without `uploads`) and `body` is sent. `bearer` is a token for this call
        alone; `anonymous` sends none. `write` says whether a lost answer may have changed
        something; without it, everything but GET and HEAD may. With `expect="json"` a 2xx
        without readable JSON is an error (204 excepted); with `any` one on a write that says
        something else than JSON is. `family` names the server's rate
        bucket, `total` the seconds for this call.

        Raises:
            Offline: nothing left this machine (`certificate` is a code of its own).
            Throttled: 429, or a budget known to be spent for more than 2 s.
            Flaky: a read ended in 5xx, silence or a cut; facts `reason`, `status`.
            Uncertain: a write went out and its outcome is unknown; the same facts.
            Garbled: a read's answer is no JSON within bounds; fact `reason`.
            Rejected: `redirected` (fact `host`), `host_not_allowed`, `bad_url`, `insecure_url`.
            SignInNeeded: `token_malformed`.
        """
        writes = method.upper() not in {"GET", "HEAD", "OPTIONS"} if write is None else write
        url = self._place(path)
        sent = {"Accept": "application/json", **self._common(headers)}
        if not anonymous and (found := self._authorization(url, bearer)) is not None:
            sent["Authorization"] = found
        content, kind = _content(json, form, uploads, body)
        if kind is not None:
            sent.setdefault("Content-Type", kind)
        secrets = _secrets_in(sent.get("Authorization"), json, form)
        call = _Call(method.upper(), url, params, sent, content, writes, JSON_CAP, secrets)
        flight = self._flight(total)
        self._wait_for(family, flight)
        if writes:
            # An answer left over from an earlier call, or a server that is just closing a kept
            # connection, must not decide about a write.
            self._session.close()
        hops = 0
        while True:
            status, got, data = self._exchange(call, flight)
            self._buckets.note(family, got)
            self._hear(call.url, got)
            if not 300 <= status < 400 or status == 304:
                break
            call = self._follow(call, status, got, hops)
            hops += 1
        if status == 429:
            raise self._buckets.refused(family, got)
        return self._judge(call, status, got, data, expect)

    def download(self, url: str, *, cap: int = MEDIA_CAP) -> tuple[bytes, str]:
        """Fetch a picture or the like, without a token; return its bytes and its media type.

        Raises:
            Garbled: more than `cap` bytes; fact `reason` is `too_large`.
            Rejected: the address is not https (loopback excepted, where our server is too), or its
                name leads into this machine or network, and our server is not there.
            Missing: 4xx.
            Offline, Flaky, Throttled: as in `request`.
        """
        call = _Call("GET", self._open(url), None, self._common(None), None, False, cap)
        flight = self._flight(None)
        flight.nearest = self._nearest(call.url)
        for _ in range(MOST_HOPS + 1):
            status, got, data = self._exchange(call, flight)
            if not 300 <= status < 400 or status == 304:
                break
            call = call.to(self._open(_joined(call.url, got.get("location", ""))))
            flight.nearest = self._nearest(call.url)
        else:
            raise Rejected("redirected", host=address.host(call.url))
        if status == 429:
            raise self._buckets.refused("media", got)
        if status >= 500:
            raise Flaky(reason="status", status=status)
        if not 200 <= status < 300:
            raise Missing(status=status)
        return data, got.get("content-type", "").partition(";")[0].strip().lower()

    # One call, in steps.

    def _place(self, path: str) -> str:
        if "://" not in path:
            return self.base_url + "/" + path.lstrip("/")
        host = address.host(address.normal(path))
        if host != address.host(self.base_url) and host not in self._hosts:
            raise Rejected("host_not_allowed", host=host)
        return path

    def _open(self, url: str) -> str:
        if "://" not in url:
            raise Rejected("bad_url")
        address.normal(url)
        # A stranger's address may not point into this machine, unless our server is here too.
        if address.is_loopback(url) and not address.is_loopback(self.base_url):
            raise Rejected("host_not_allowed", host=address.host(url))
        return url

    def _nearest(self, url: str) -> int:
        """Return how near a stranger's address may lead: as near as our own server is."""
        if address.is_loopback(self.base_url) or address.host(url) == address.host(self.base_url):
            return 2
        return min(self._near, 1)

    def _common(self, headers: Mapping[str, str] | None) -> dict[str, str]:
        # gzip and deflate are the two whose unpacking is bounded while it happens.
        return {"User-Agent": _AGENT, "Accept-Encoding": "gzip, deflate", **(headers or {})}

    def _authorization(self, url: str, bearer: str | None) -> str | None:
        if address.origin(url) != address.origin(self.base_url):
            return None
        token = bearer
        if token is None and self._token is not None:
            token = self._token()
        if not token:
            return None
        # requests would put the whole value into its exception.
        if not token.isascii() or not token.isprintable() or " " in token:
            raise SignInNeeded("token_malformed")
        return f"Bearer {token}"

    def _wait_for(self, family: str, flight: wire.Flight) -> None:
        delay = self._buckets.delay(family)
        if not delay:
            return
        if flight.clock.monotonic() + delay / 1000 >= flight.deadline:
            raise Throttled(until=self._clock.now() + delay)
        if self._clock.wait(self._network.stop, delay / 1000):
            raise Offline(reason="stopped")

    def _flight(self, total: float | None) -> wire.Flight:
        self._network.check()
        now = self._clock.monotonic()
        if now - self._used_at > REST:
            self._session.close()
        self._used_at = now
        seconds = self._patience.total if total is None else total
        return wire.Flight(self._clock, self._network.stop, now + seconds, self._patience.quiet)

    def _exchange(self, call: _Call, flight: wire.Flight) -> tuple[int, dict[str, str], bytes]:
        """Send, and read to the end or to the cap; turn what goes wrong into our errors."""
        flight.left, flight.told = False, call.content is not None
        flight.room = call.cap + call.cap // 4 + _HEAD
        wire.here.flight = flight
        response: requests.Response | None = None
        trouble: Trouble
        try:
            flight.check()
            response = self._session.request(
                call.method,
                call.url,
                params=call.params,
                data=None if call.content is None else wire.Outgoing(call.content),
                headers=call.headers,
                timeout=(self._patience.connect, self._patience.quiet),
                allow_redirects=False,
                stream=True,
            )
            headers = {name.lower(): value for name, value in response.headers.items()}
            data = _read(response.raw, call.cap, flight)
            if flight.told:
                failpoint.reached("net.response")
        except requests.exceptions.InvalidURL:
            trouble = Rejected("bad_url")
        except (
            requests.RequestException,
            urllib3.exceptions.HTTPError,
            http.client.HTTPException,
            OSError,
            ValueError,
        ) as error:
            trouble = self._broken(call, flight, type(error).__name__)
        else:
            self._network.saw(reached=True)
            self._used_at = self._clock.monotonic()
            if flight.met is not None and address.host(call.url) == address.host(self.base_url):
                self._near = flight.met
            log.debug(
                "%s %s: %s, %s bytes",
                call.method,
                address.bare(call.url),
                response.status_code,
                len(data),
            )
            return response.status_code, headers, data
        finally:
            wire.here.flight = None
            if response is not None:
                response.close()
        # Outside the handler, so that the error carries no context with an address in it.
        raise trouble

    def _broken(self, call: _Call, flight: wire.Flight, kind: str) -> Trouble:
        log.info("%s %s: %s, %s", call.method, address.bare(call.url), kind, flight.ended or "cut")
        host = address.host(call.url)
        if flight.ended == "certificate":
            return Offline("certificate", host=host)
        if flight.ended == "local_address":
            return Rejected("host_not_allowed", host=host)
        if flight.ended == "stopped" and not (call.writes and flight.left):
            return Offline(reason="stopped")
        if flight.ended == "too_large":
            self._network.saw(reached=True)
            return call.unreadable("too_large", limit=call.cap)
        if not flight.left:
            self._network.saw(reached=False)
            return Offline(reason=flight.ended or "no_connection", host=host)
        self._network.saw(reached=True)
        lost = Uncertain if call.writes else Flaky
        return lost(reason=flight.ended or "cut", host=host)

    def _hear(self, url: str, headers: Mapping[str, str]) -> None:
        """Note the server's time: what is removed for its age is not removed by our clock alone."""
        theirs = moment_of(headers.get("date", ""))
        if theirs is not None:
            said = Heard(theirs, self._clock.now(), self._clock.elapsed())
            self._network.heard(address.host(url), said)

    def _follow(self, call: _Call, status: int, headers: Mapping[str, str], hops: int) -> _Call:
        try:
            target = _joined(call.url, headers.get("location", ""))
            host = address.host(address.normal(target))
        except Rejected:
            target = host = ""
        if call.writes and status in _MAY_HAVE_DONE_IT:
            raise Uncertain(reason="redirected", status=status, host=host)
        same = bool(target) and address.origin(target) == address.origin(call.url)
        if call.method != "GET" or not same or hops >= MOST_HOPS:
            raise Rejected("redirected", host=host)
        return call.to(target)

    def _judge(
        self,
        call: _Call,
        status: int,
        headers: Mapping[str, str],
        body: bytes,
        expect: Literal["json", "any"],
    ) -> Answer:
        """Sort a whole answer: the caller's to decide, or an error by itself."""
        if status >= 500 or status in {408, 425} or (call.writes and status in _MAY_HAVE_DONE_IT):
            if call.writes:
                raise Uncertain(reason="status", status=status)
            until = retry_after(headers, self._clock.now())
            facts = {} if until is None else {"until": until}
            raise Flaky(reason="status", status=status, **facts)
        good = 200 <= status < 300
        if expect == "any" and good and not (call.writes and body.strip()):
            return Answer(status, headers, body)
        if not good:
            body = call.without_secrets(body)
        reason = None
        data: Json = None
        try:
            data = payload.parse(body)
        except payload.Unreadable as error:
            reason = error.reason
        if reason is not None and good and not (status == 204 and reason == "empty"):
            raise call.unreadable(reason, status=status)
        return Answer(status, headers, body, data)


@dataclass(frozen=True, slots=True)
class _Call:
    """What is sent, and how a lost answer to it counts."""

    method: str
    url: str
    params: Mapping[str, Any] | None
    headers: Mapping[str, str]
    content: bytes | None
    writes: bool
    cap: int
    secrets: tuple[str, ...] = ()

    def to(self, url: str) -> _Call:
        return replace(self, url=url, params=None)

    def without_secrets(self, body: bytes) -> bytes:
        """Return a refusal without what we sent in confidence: its words are kept and shown."""
        for secret in self.secrets:
            body = body.replace(secret.encode("utf-8", "replace"), b"***")
        return body

    def unreadable(self, reason: str, **facts: Any) -> Trouble:
        """Return the error for an answer that came and cannot be used."""
        return (Uncertain if self.writes else Garbled)(reason=reason, **facts)


class _Session(requests.Session):
    """A session that leaves redirects to us."""

    def get_redirect_target(self, resp: requests.Response) -> None:
        """Name none: to be ready for it, requests would read the body whole, however large."""


class _Adapter(requests.adapters.HTTPAdapter):
    """Connections of `wire`, with its trust and without a second try."""

    def __init__(self, ca_file: str | None) -> None:
        self._ca_file = ca_file
        super().__init__(pool_connections=4, pool_maxsize=2, max_retries=0)

    def init_poolmanager(self, *args: Any, **options: Any) -> None:
        super().init_poolmanager(*args, ssl_context=wire.tls(self._ca_file), **options)
        wire.use_in(self.poolmanager)

    def cert_verify(self, conn: Any, url: str, verify: Any, cert: Any) -> None:
        """Always verify, against the context's roots and no bundle beside it."""
        conn.cert_reqs = "CERT_REQUIRED"


def _joined(base: str, target: str) -> str:
    """Return where a Location leads. Raises Rejected: `bad_url`."""
    try:
        return urljoin(base, target)
    except ValueError:
        raise Rejected("bad_url") from None


def _secrets_in(
    authorization: str | None, json: Json, form: Mapping[str, str] | None
) -> tuple[str, ...]:
    told = {**(json if isinstance(json, dict) else {}), **(form or {})}
    found = [value for name, value in told.items() if name in _SECRET_FIELDS]
    found.append((authorization or "").removeprefix("Bearer "))
    return tuple(one for one in found if isinstance(one, str) and len(one) >= _SHORTEST_SECRET)


def _content(
    json: Json,
    form: Mapping[str, str] | None,
    uploads: Sequence[Upload],
    body: bytes | None,
) -> tuple[bytes | None, str | None]:
    """Return the bytes to send and their media type."""
    if uploads:
        fields: list[tuple[str, Any]] = list((form or {}).items())
        fields += [(part.field, (part.name, part.data, part.mime)) for part in uploads]
        return urllib3.encode_multipart_formdata(fields)
    if form is not None:
        return urlencode(dict(form)).encode(), "application/x-www-form-urlencoded"
    if body is not None:
        return body, "application/octet-stream"
    if json is not None:
        return payload.dump(json), "application/json"
    return None, None


def _read(raw: Any, cap: int, flight: wire.Flight) -> bytes:
    """Read a body to its end, unpacking as it comes.

    Raises:
        ValueError: more than `cap` bytes came out, or so many crumbs that only the work counts.
    """
    parts: list[bytes] = []
    size = 0
    while chunk := raw.read1(65536, decode_content=True):
        flight.check()
        size += len(chunk)
        parts.append(chunk)
        if size > cap or len(parts) > _MOST_PIECES:
            flight.ended = "too_large"
            raise ValueError
    return b"".join(parts)
