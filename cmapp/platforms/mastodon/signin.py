"""How a Mastodon account is connected: by the browser (OAuth with PKCE) or by a pasted token.

Either way ends in the same checks: is it such a server, whose token is it, may it read. What the
server tells about itself goes into `Grant.facts`: `software`, `version`, `scopes` (None where it
does not say), `domain`, `limits`.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode, urlsplit

from cmapp.connectors import plain
from cmapp.connectors.base import Grant, Json
from cmapp.connectors.signin import Browse, Field, Form, Loopback, Step, ca_file
from cmapp.domain.errors import Garbled, Missing, Rejected, SignInNeeded
from cmapp.domain.limits import Limits
from cmapp.platforms.mastodon import shape
from cmapp.platforms.mastodon.api import Api
from cmapp.system import address
from cmapp.system.http import Answer, Http

SCOPES = (
    "read",
    "write:statuses",
    "write:media",
    "write:favourites",
    "write:mutes",
    "write:blocks",
    "write:reports",
)
BROAD_SCOPES = ("read", "write")
_VIDEO_BYTES = 40 * 1024 * 1024
"""The largest video for a server that names no limit: what every Mastodon has taken."""
_LARGEST = 2**31 - 1
"""No limit is told larger: spin boxes and sums have to hold it."""
_WAYS_TO_SAY_HOST = re.compile(r"[\w.-]+(?::\d{1,5})?")


def by_token() -> Generator[Step, Mapping[str, str], Grant]:
    """Ask for server and token."""
    fields = (_server_field(), Field("token", "token", secret=True))
    answers = yield Form("mastodon_token", fields, trusts=True)
    server = _server(answers)
    token = answers.get("token", "").strip()
    if not token:
        raise Rejected(field="token", reason="empty")
    # The token goes out only once the server has shown what it is.
    trusted = ca_file(answers)
    with _anonymous(server, trusted) as api:
        facts = {**facts_of(api), **trusted}
    return grant(server, token, facts)


def by_browser() -> Generator[Step, Mapping[str, str], Grant]:
    """Ask for the server, register there, and let its own page ask for consent."""
    answers = yield Form("mastodon_browser", (_server_field(),), trusts=True)
    server = _server(answers)
    trusted = ca_file(answers)
    with _anonymous(server, trusted) as api, Loopback() as back:
        facts = {**facts_of(api), **trusted}
        places = _places(api.http)
        client, scopes = _register(api.http, back.redirect_uri)
        asked = {
            "response_type": "code",
            "client_id": client["client_id"],
            "redirect_uri": back.redirect_uri,
            "scope": " ".join(scopes),
            "state": back.state,
            "code_challenge": back.challenge,
            "code_challenge_method": "S256",
        }
        page = places["authorize"]
        came = yield Browse(f"{page}{'&' if '?' in page else '?'}{urlencode(asked)}", back)
        _same_issuer(places, came.get("iss"))
        if not came.get("code"):
            raise Rejected("sign_in_refused")
        form = {
            "grant_type": "authorization_code",
            "code": came["code"],
            "redirect_uri": back.redirect_uri,
            "code_verifier": back.verifier,
            **client,
        }
        token = _exchange(api.http, places["token"], form)
    granted = token.get("scope")
    if isinstance(granted, str) and granted:
        facts["scopes"] = granted.split()
        for scope in scopes:
            if not allows(facts["scopes"], scope):
                raise SignInNeeded("scope_missing", scope=scope)
    made = grant(server, str(token["access_token"]), facts)
    return replace(made, secrets={**made.secrets, **client})


def grant(server: str, token: str, facts: Mapping[str, Any]) -> Grant:
    """Return the grant that `token` gives on `server`, after trying it.

    Raises:
        SignInNeeded: `token_refused`, or `scope_missing` (fact `scope`).
        Offline, Throttled, Flaky, Garbled: as every read.
    """
    api = Api(Http(server, token=lambda: token, ca_file=facts.get("ca_file")))
    try:
        account = api.whoami()
        scopes = facts.get("scopes") or _scopes(api.app())
        if scopes is not None and not allows(scopes, "read:notifications"):
            raise SignInNeeded("scope_missing", scope="read")
        api.notifications({"limit": "1"})
    finally:
        api.http.close()
    who = shape.profile(account)
    domain = facts["domain"]
    return Grant(
        server=server,
        realm=f"mastodon:{realm_host(server, domain)}",
        remote_id=who.remote_id,
        handle=who.handle if "@" in who.handle else f"{who.handle}@{domain}",
        name=who.name,
        avatar=who.avatar,
        url=who.url,
        secrets={"token": token},
        facts={**facts, "scopes": scopes},
    )


def facts_of(api: Api) -> dict[str, Any]:
    """Return what the server tells about itself.

    Raises:
        Rejected: field `server`, reason `not_mastodon`.
        Offline, Throttled, Flaky, Garbled: as every read.
    """
    try:
        instance = api.instance()
    except Garbled as error:
        if error.facts.get("reason") not in {"html", "empty", "refused", "shape"}:
            raise
        instance = None
    except (Missing, SignInNeeded):
        instance = None
    except Rejected as error:
        raise Rejected(error.why, **{"field": "server", **error.facts}) from None
    if not isinstance(instance, dict) or not isinstance(instance.get("version"), str):
        raise Rejected(field="server", reason="not_mastodon")
    host = urlsplit(api.http.base_url).netloc
    named = instance.get("domain") or instance.get("uri")
    domain = str(named).removeprefix("https://").rstrip("/")
    software = _software(api, instance)
    return {
        "software": software,
        "version": plain.line(instance["version"]),
        "domain": domain if _WAYS_TO_SAY_HOST.fullmatch(domain) and named else host,
        **limits_of(instance, software),
    }


def limits_of(instance: Mapping[str, Any], software: str = "mastodon") -> dict[str, Any]:
    """Return `limits` from an Instance of version 1 or 2; servers count a text differently."""
    told = _part(instance, "configuration")
    texts, files = _part(told, "statuses"), _part(told, "media_attachments")
    # Servers without a configuration (old ones, Pleroma) name these at the top.
    longest = _size(texts, "max_characters") or _size(instance, "max_toot_chars") or 500
    told_kinds = files.get("supported_mime_types")
    kinds = told_kinds if isinstance(told_kinds, list) else []
    polls = _part(told, "polls") or _part(instance, "poll_limits")
    limits = Limits(
        **_counted(software, longest, texts),
        media_count=_size(texts, "max_media_attachments")
        or _size(instance, "max_media_attachments")
        or 4,
        media_bytes=_size(files, "image_size_limit") or _size(instance, "upload_limit"),
        media_pixels=_size(files, "image_matrix_limit"),
        media_kinds=tuple(k for k in kinds if isinstance(k, str)),
        alt_length=_size(files, "description_limit") or 1500,
        video_kinds=tuple(k for k in kinds if isinstance(k, str) and k.startswith("video/"))
        if kinds
        else ("video/mp4", "video/webm"),
        video_count=1,
        video_bytes=_size(files, "video_size_limit")
        or _size(instance, "upload_limit")
        or _VIDEO_BYTES,
        poll_options=_size(polls, "max_options") or 4,
        poll_option_length=_size(polls, "max_characters_per_option")
        or _size(polls, "max_option_chars")
        or 50,
        poll_min=_size(polls, "min_expiration") or 300,
        poll_max=_size(polls, "max_expiration") or 2_629_746,
        visibilities=("public", "unlisted", "private"),
        spoiler=True,
    )
    return {"limits": limits.facts()}


def _counted(software: str, longest: int, texts: Mapping[str, Any]) -> dict[str, Any]:
    """Return the limit of a text in the unit of the server's program.

    GoToSocial counts code points, Pleroma and its kin graphemes, links and mentions in full,
    whatever they tell of links. A server may reserve 0 for a link: it counts it as it is.
    """
    match software:
        case "gotosocial":
            return {"code_points": longest}
        case "pleroma" | "akkoma":
            return {"graphemes": longest}
    told = texts.get("characters_reserved_per_url")
    full = told == 0 and not isinstance(told, bool)
    reserved = 0 if full else _size(texts, "characters_reserved_per_url") or 23
    return {"characters": longest, "link_length": reserved}


def realm_host(server: str, domain: str) -> str:
    """Return the name under which the server's ids are unique.

    That is its domain, but only where the address bears it out: a server must not be able to
    pass for another one. The port stays, so servers on one machine are told apart.
    """
    parts = urlsplit(server)
    host = parts.hostname or ""
    name = domain.partition(":")[0].lower()
    if address.is_loopback(server) or not (host == name or host.endswith("." + name)):
        return parts.netloc
    return name if parts.port is None else f"{name}:{parts.port}"


def allows(scopes: list[str], scope: str) -> bool:
    """Tell whether `scopes` cover `scope` (`write` covers `write:statuses`)."""
    wide, _, _ = scope.partition(":")
    return scope in scopes or wide in scopes


def _server_field() -> Field:
    return Field("server", "server", help="mastodon_server")


def _server(answers: Mapping[str, str]) -> str:
    """Return the server's address; whatever page of it was pasted."""
    typed = answers.get("server", "").strip()
    if not typed:
        raise Rejected(field="server", reason="empty")
    parts = urlsplit(address.normal(typed))
    return f"{parts.scheme}://{parts.netloc}"


@contextmanager
def _anonymous(server: str, trusted: Mapping[str, str]) -> Iterator[Api]:
    http = Http(server, ca_file=trusted.get("ca_file"))
    try:
        yield Api(http)
    finally:
        http.close()


def _scopes(app: Json) -> list[str] | None:
    """Return the scopes of the token's app, where the server tells (4.3 and later)."""
    told = app.get("scopes", app.get("scope")) if isinstance(app, dict) else None
    if isinstance(told, str):
        told = told.split()
    return [str(scope)[:100] for scope in told[:500]] if isinstance(told, list) and told else None


def _software(api: Api, instance: Mapping[str, Any]) -> str:
    """Return the server program's name, lower case; `unknown` where it cannot be told."""
    if "compatible;" in instance["version"]:
        named = re.search(r"compatible;\s*([\w.-]+)", instance["version"])
        return named[1].lower() if named else "unknown"
    try:
        info = api.nodeinfo()
    except (Garbled, Missing, SignInNeeded, Rejected):
        info = None
    name = _part(info, "software").get("name") if isinstance(info, dict) else None
    return plain.line(name.lower(), 40) if isinstance(name, str) else "unknown"


def _places(http: Http) -> dict[str, str]:
    """Return the addresses of the OAuth pages, and the issuer where the server names one."""
    places = {"authorize": f"{http.base_url}/oauth/authorize", "token": "/oauth/token"}
    try:
        answer = http.get("/.well-known/oauth-authorization-server")
    except (Garbled, Rejected):
        return places
    told: Mapping[str, Any] = answer.data if answer.ok and isinstance(answer.data, dict) else {}
    for name, key in (("authorize", "authorization_endpoint"), ("token", "token_endpoint")):
        place = told.get(key)
        # Never elsewhere: the document might be another's.
        if isinstance(place, str) and _same_origin(place, http.base_url):
            places[name] = place
    if isinstance(told.get("issuer"), str):
        places["issuer"] = told["issuer"]
        if told.get("authorization_response_iss_parameter_supported") is True:
            places["iss_promised"] = "yes"
    return places


def _same_origin(place: str, base: str) -> bool:
    try:
        return address.origin(place) == address.origin(base)
    except Rejected:  # a file or a script may name a host, too
        return False


def _same_issuer(places: Mapping[str, str], iss: str | None) -> None:
    """Refuse an answer that another server issued (RFC 9207)."""
    if iss is None and "iss_promised" not in places:
        return
    expected = places.get("issuer") or "{0.scheme}://{0.netloc}".format(
        urlsplit(places["authorize"])
    )
    if iss is None or iss.rstrip("/") != expected.rstrip("/"):
        raise Rejected("sign_in_refused", reason="issuer")


def _register(http: Http, redirect_uri: str) -> tuple[dict[str, str], tuple[str, ...]]:
    """Make an app of our own on the server; return its id and secret, and the scopes it has."""
    for scopes in (SCOPES, BROAD_SCOPES):
        answer = _ask(
            http,
            "/api/v1/apps",
            {
                "client_name": "cmapp",
                "redirect_uris": redirect_uri,
                "scopes": " ".join(scopes),
            },
        )
        app = answer.data if answer.ok and isinstance(answer.data, dict) else {}
        client = {name: app.get(name) for name in ("client_id", "client_secret")}
        if all(isinstance(value, str) and value for value in client.values()):
            return {name: str(value) for name, value in client.items()}, scopes
    raise Rejected("sign_in_refused", reason="registration", status=answer.status)


def _exchange(http: Http, place: str, form: Mapping[str, str]) -> Mapping[str, Any]:
    answer = _ask(http, place, form)
    token = answer.data if answer.ok and isinstance(answer.data, dict) else {}
    if not isinstance(token.get("access_token"), str) or not token["access_token"]:
        raise SignInNeeded("sign_in_refused", status=answer.status)
    return token


def _ask(http: Http, place: str, form: Mapping[str, str]) -> Answer:
    # A lost answer leaves nothing behind that matters: it counts as a read.
    return http.request("POST", place, form=form, write=False, anonymous=True)


def _part(data: Json, key: str) -> Mapping[str, Any]:
    value = data.get(key) if isinstance(data, dict | Mapping) else None
    return value if isinstance(value, dict) else {}


def _size(data: Mapping[str, Any], key: str) -> int | None:
    value = data.get(key)
    if not isinstance(value, int) or isinstance(value, bool):
        return None
    return min(value, _LARGEST) if value > 0 else None
