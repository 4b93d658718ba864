"""Connecting an account: what is asked, what is refused, and in which words."""

from __future__ import annotations

import base64
import hashlib
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import pytest

from cmapp.connectors.base import Grant
from cmapp.connectors.signin import Browse, Form
from cmapp.domain.errors import Flaky, Garbled, Offline, Rejected, SignInNeeded
from cmapp.platforms.mastodon import Mastodon, signin
from tests.unit.platforms.mastodon.scripted import (
    INSTANCE,
    TOKEN,
    Asked,
    Said,
    Script,
    mastodon,
)


def connect(server: str, token: str = TOKEN) -> Grant:
    talk = Mastodon.sign_in("token")
    form = next(talk)
    assert isinstance(form, Form)
    assert [(field.name, field.secret) for field in form.fields] == [
        ("server", False),
        ("token", True),
    ]
    with pytest.raises(StopIteration) as done:
        talk.send({"server": server, "token": token})
    grant: Grant = done.value.value
    return grant


def test_a_token_becomes_a_grant(script):
    mastodon(script)
    found = connect(f" {script.url}/@us ")
    port = urlsplit(script.url).port
    assert found.server == script.url
    assert found.realm == f"mastodon:127.0.0.1:{port}"
    assert (found.remote_id, found.handle) == ("1", "us@social.example")
    assert found.secrets == {"token": TOKEN}
    assert found.facts["software"] == "mastodon"
    assert TOKEN not in str(found.facts)


def test_the_token_is_sent_only_to_what_has_shown_to_be_mastodon(script):
    script["GET /api/v2/instance"] = {"hello": "world"}
    with pytest.raises(Rejected) as caught:
        connect_fails(script.url)
    assert caught.value.facts == {"field": "server", "reason": "not_mastodon"}
    assert all("authorization" not in asked.headers for asked in script.asked)


def connect_fails(server: str, token: str = TOKEN) -> None:
    talk = Mastodon.sign_in("token")
    next(talk)
    talk.send({"server": server, "token": token})


@pytest.mark.parametrize(
    ("answer", "error", "reason"),
    [
        (Said(b"<!doctype html><h1>Welcome</h1>"), Rejected, "not_mastodon"),
        (Said(b"", 200), Rejected, "not_mastodon"),
        (Said([1, 2]), Rejected, "not_mastodon"),
        (Said({"error": "no"}, 403), Rejected, "not_mastodon"),
        (Said(b'{"version": "4.6.0", "doma'), Garbled, "syntax"),
        (Said(b'{"version": "' + b"4" * 9_000_000 + b'"}'), Garbled, "too_large"),
        (Said({}, 302, {"Location": "https://elsewhere.example/"}), Rejected, None),
        (Said({}, 503), Flaky, "status"),
        (Said(None, 0), Flaky, "cut"),
    ],
)
def test_what_is_no_mastodon_server(script, answer, error, reason):
    script["GET /api/v2/instance"] = answer
    with pytest.raises(error) as caught:
        connect_fails(script.url)
    assert caught.value.facts.get("reason") == reason
    if answer.status == 302:
        assert caught.value.why == "redirected"
        assert caught.value.facts == {"field": "server", "host": "elsewhere.example"}


@pytest.mark.parametrize(
    ("typed", "why", "facts"),
    [
        ("", "rejected", {"field": "server", "reason": "empty"}),
        ("http://social.example", "insecure_url", {"field": "server", "host": "social.example"}),
        ("not a name", "bad_url", {"field": "server"}),
        ("ftp://social.example", "bad_url", {"field": "server"}),
        ("user@social.example", "bad_url", {"field": "server"}),
    ],
)
def test_addresses_that_cannot_be_right(typed, why, facts):
    with pytest.raises(Rejected) as caught:
        connect_fails(typed)
    assert caught.value.why == why
    assert caught.value.facts == facts


def test_a_server_that_is_not_there():
    with pytest.raises(Offline):
        connect_fails("http://127.0.0.1:9")


@pytest.mark.parametrize(
    "refusal",
    [
        Said({"error": "トークンは無効です"}, 401),
        Said(b"<html>bad token</html>", 400, {"Content-Type": "text/html"}),
        Said({"error": "Your login is currently disabled"}, 403),
    ],
)
def test_a_token_that_is_refused(script, refusal):
    mastodon(script)
    script["GET /api/v1/accounts/verify_credentials"] = refusal
    with pytest.raises(SignInNeeded) as caught:
        connect_fails(script.url)
    assert caught.value.why == "token_refused"


def test_a_token_that_is_none(script):
    mastodon(script)
    with pytest.raises(Rejected) as caught:
        connect_fails(script.url, "  ")
    assert caught.value.facts["field"] == "token"


def test_a_token_that_may_not_read(script):
    mastodon(script)
    script["GET /api/v1/notifications"] = Said({"error": "keine Berechtigung"}, 403)
    with pytest.raises(SignInNeeded) as caught:
        connect_fails(script.url)
    assert caught.value.why == "scope_missing"


def test_an_app_that_may_not_read(script):
    mastodon(script)
    script["GET /api/v1/apps/verify_credentials"] = {"name": "x", "scopes": ["write", "follow"]}
    with pytest.raises(SignInNeeded) as caught:
        connect_fails(script.url)
    assert (caught.value.why, caught.value.facts["scope"]) == ("scope_missing", "read")


def test_a_server_of_the_first_version(script):
    mastodon(script)
    del script.rules["GET /api/v2/instance"]
    script["GET /api/v1/instance"] = {
        "uri": "https://pleroma.example",
        "version": "2.7.2 (compatible; Pleroma 2.5.0)",
        "max_toot_chars": 5000,
        "upload_limit": 16_000_000,
    }
    found = connect(script.url)
    assert found.facts["software"] == "pleroma"
    limits = found.facts["limits"]
    assert (limits["graphemes"], limits["characters"]) == (5000, None)  # links count in full
    assert found.facts["limits"]["media_bytes"] == 16_000_000
    assert found.handle == "us@pleroma.example"


@pytest.mark.parametrize(
    ("server", "domain", "realm"),
    [
        ("https://mastodon.example", "mastodon.example", "mastodon.example"),
        ("https://social.firm.example", "firm.example", "firm.example"),
        ("https://social.firm.example:8443", "firm.example", "firm.example:8443"),
        ("https://evil.example", "mastodon.example", "evil.example"),
        ("https://evilmastodon.example", "mastodon.example", "evilmastodon.example"),
        ("http://127.0.0.1:3000", "localhost:3000", "127.0.0.1:3000"),
        ("http://127.0.0.1:3001", "localhost:3000", "127.0.0.1:3001"),
    ],
)
def test_no_server_passes_for_another(server, domain, realm):
    assert signin.realm_host(server, domain) == realm


class OAuth:
    """Consent and token as a strict server gives them."""

    def __init__(self, script: Script, **metadata: Any) -> None:
        self.redirect = ""
        self.challenge = ""
        self.scope: str | None = None
        mastodon(script)
        script["GET /.well-known/oauth-authorization-server"] = {
            "issuer": f"{script.url}/",
            "authorization_endpoint": f"{script.url}/oauth/authorize",
            "token_endpoint": f"{script.url}/oauth/token",
            **metadata,
        }
        script["POST /api/v1/apps"] = self.register
        script["POST /oauth/token"] = self.token

    def register(self, asked: Asked) -> Said:
        self.redirect = asked.form["redirect_uris"]
        return Said({"client_id": "id", "client_secret": "secret"})

    def consent(self, url: str) -> dict[str, str]:
        asked = dict(parse_qsl(urlsplit(url).query))
        assert asked["code_challenge_method"] == "S256"
        assert asked["redirect_uri"] == self.redirect
        assert asked["state"]
        self.challenge, self.scope = asked["code_challenge"], asked["scope"]
        return {"code": "one-time"}

    def token(self, asked: Asked) -> Said:
        digest = hashlib.sha256(asked.form["code_verifier"].encode()).digest()
        proof = base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
        if proof != self.challenge or asked.form["code"] != "one-time":
            return Said({"error": "invalid_grant"}, 400)
        return Said({"access_token": TOKEN, "token_type": "Bearer", "scope": self.scope})


def browse(script: Script) -> tuple[Any, Browse]:
    talk = Mastodon.sign_in("browser")
    next(talk)
    step = talk.send({"server": script.url})
    assert isinstance(step, Browse)
    return talk, step


def finish(talk: Any, answer: dict[str, str]) -> Grant:
    with pytest.raises(StopIteration) as done:
        talk.send(answer)
    grant: Grant = done.value.value
    return grant


def test_by_the_browser(script):
    server = OAuth(script)
    talk, step = browse(script)
    assert server.redirect.startswith("http://127.0.0.1:")
    found = finish(talk, server.consent(step.url))
    assert found.secrets == {"token": TOKEN, "client_id": "id", "client_secret": "secret"}
    assert found.facts["scopes"] == list(signin.SCOPES)


@pytest.mark.parametrize("iss", ["https://mallory.example", "http://127.0.0.1"])
def test_an_answer_of_another_issuer(script, iss):
    server = OAuth(script)
    talk, step = browse(script)
    with pytest.raises(Rejected) as caught:
        talk.send({**server.consent(step.url), "iss": iss})
    assert caught.value.facts["reason"] == "issuer"
    assert script.calls("POST /oauth/token") == []


def test_an_issuer_that_was_promised_and_is_missing(script):
    server = OAuth(script, authorization_response_iss_parameter_supported=True)
    talk, step = browse(script)
    with pytest.raises(Rejected) as caught:
        talk.send(server.consent(step.url))
    assert caught.value.facts["reason"] == "issuer"


def test_the_right_issuer(script):
    server = OAuth(script, authorization_response_iss_parameter_supported=True)
    talk, step = browse(script)
    assert finish(talk, {**server.consent(step.url), "iss": script.url}).remote_id == "1"


def test_consent_to_less_than_was_asked(script):
    server = OAuth(script)
    talk, step = browse(script)
    answer = server.consent(step.url)
    server.scope = "read"
    with pytest.raises(SignInNeeded) as caught:
        talk.send(answer)
    assert (caught.value.why, caught.value.facts["scope"]) == ("scope_missing", "write:statuses")


@pytest.mark.parametrize(
    "evil",
    [
        "https://mallory.example/oauth/authorize",
        "file://{host}/share/a.lnk",
        "javascript://{host}/%0aalert(1)",
    ],
)
def test_a_document_that_points_elsewhere_is_not_followed(script, evil):
    evil = evil.format(host=urlsplit(script.url).netloc)
    OAuth(script, authorization_endpoint=evil, token_endpoint=evil)
    _, step = browse(script)
    assert step.url.startswith(f"{script.url}/oauth/authorize?")


def test_a_server_that_knows_only_broad_scopes(script):
    server = OAuth(script)

    def register(asked: Asked) -> Said:
        if asked.form["scopes"] != "read write":
            return Said({"error": "invalid scope"}, 422)
        return server.register(asked)

    script["POST /api/v1/apps"] = register
    talk, step = browse(script)
    assert finish(talk, server.consent(step.url)).facts["scopes"] == ["read", "write"]


def test_a_refused_code(script):
    server = OAuth(script)
    talk, step = browse(script)
    server.consent(step.url)
    with pytest.raises(SignInNeeded):
        talk.send({"code": "another"})


def test_the_port_closes_when_the_person_gives_up(script):
    OAuth(script)
    talk, step = browse(script)
    talk.close()
    assert not step.back._thread.is_alive()


def test_limits_are_the_servers_own():
    assert signin.limits_of(INSTANCE)["limits"]["characters"] == 20
    assert (
        signin.limits_of({"configuration": {"statuses": {"max_characters": "many"}}})["limits"][
            "characters"
        ]
        == 500
    )


def test_names_need_no_scheme(script):
    with pytest.raises(Offline):
        connect_fails("no-such-server.invalid")
