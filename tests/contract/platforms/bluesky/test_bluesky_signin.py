"""Signing in on a real network, and on servers that are none or mean us ill."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import requests

from cmapp.connectors.signin import Form
from cmapp.domain.actions import Publish
from cmapp.domain.errors import (
    Flaky,
    Garbled,
    Offline,
    Rejected,
    SignInNeeded,
    Throttled,
    Trouble,
    Unsupported,
)
from cmapp.domain.streams import Stream
from cmapp.platforms.bluesky import Bluesky
from cmapp.platforms.bluesky.api import home
from tests.contract.platforms.bluesky.people import Person, now, sign_in
from tests.support import faults
from tests.support.bluesky import BlueskyNetwork

SESSION = r"/xrpc/com\.atproto\.server\.createSession"
HANDLE, PASSWORD = "anna.test", "abcd-efgh-ijkl-mnop"

Proxy = Callable[..., faults.FaultProxy]


@pytest.mark.e2e
def test_a_grant_names_the_person_and_their_own_server(bluesky_network: BlueskyNetwork) -> None:
    account = bluesky_network.create_account()
    password = bluesky_network.app_password(account)
    grant = sign_in(f" {bluesky_network.pds}/ ", f"@{account.handle}", password)
    assert (grant.remote_id, grant.handle) == (account.did, account.handle)
    assert grant.realm == "bluesky"
    assert grant.server == grant.facts["pds"] == bluesky_network.pds
    assert set(grant.secrets) == {"password", "access", "refresh"}
    assert grant.secrets["password"] == password


@pytest.mark.e2e
def test_refused_passwords_and_closed_accounts_are_told_apart(
    bluesky_network: BlueskyNetwork, join: Callable[..., Person]
) -> None:
    alice = join()
    for handle in (alice.account.handle, "nobody.test"):
        with pytest.raises(SignInNeeded) as refused:
            sign_in(bluesky_network.pds, handle, "aaaa-bbbb-cccc-dddd")
        assert refused.value.why == "wrong_password"
    subject = {"$type": "com.atproto.admin.defs#repoRef", "did": alice.account.did}
    requests.post(
        f"{bluesky_network.pds}/xrpc/com.atproto.admin.updateSubjectStatus",
        json={"subject": subject, "takedown": {"applied": True, "ref": "1"}},
        auth=("admin", "admin-pass"),
        timeout=30,
    ).raise_for_status()
    with pytest.raises(SignInNeeded) as closed:
        sign_in(bluesky_network.pds, alice.account.handle, alice.account.password)
    assert closed.value.why == "account_suspended"
    # The network still lets a suspended account read (nothing); what it does, and its renewals,
    # are refused for what it is.
    with pytest.raises(SignInNeeded) as closed:
        alice.do(Publish("still there?", made_at=now()))
    assert closed.value.why == "account_suspended"
    expired = alice.again(
        access=bluesky_network.expired_token(alice.account), refresh=alice.account.refresh
    )
    with pytest.raises(SignInNeeded) as closed:
        list(expired.pull(Stream.INBOX))
    assert closed.value.why == "account_suspended"


@pytest.mark.e2e
def test_later_calls_go_to_the_server_of_the_did_document(
    bluesky_network: BlueskyNetwork, fault_proxy: Proxy
) -> None:
    # An entrance that only makes sessions: everything else is at the account's own server.
    account = bluesky_network.create_account()
    entrance = fault_proxy()
    session = bluesky_network.call(
        "com.atproto.server.createSession", identifier=account.did, password=account.password
    )
    entrance.on("POST", SESSION, faults.Answer(200, session))
    grant = sign_in(entrance.url, account.handle, "app-password")
    assert grant.server == entrance.url
    assert grant.facts["pds"] == bluesky_network.pds
    assert [request.path for request in entrance.seen] == ["/xrpc/com.atproto.server.createSession"]


def test_the_form_asks_for_what_scripts_give() -> None:
    step = next(Bluesky.sign_in("app_password"))
    assert isinstance(step, Form)
    assert [(field.name, field.secret) for field in step.fields] == [
        ("server", False),
        ("handle", False),
        ("password", True),
    ]
    assert step.fields[0].value == "https://bsky.social"
    with pytest.raises(Unsupported):
        Bluesky.sign_in("magic")


@pytest.mark.parametrize(
    ("server", "handle", "password", "field"),
    [
        ("http://social.example", HANDLE, PASSWORD, "server"),
        ("ftp://social.example", HANDLE, PASSWORD, "server"),
        ("https://user:pw@social.example", HANDLE, PASSWORD, "server"),
        ("https://", HANDLE, PASSWORD, "server"),
        ("not a server", HANDLE, PASSWORD, "server"),
        ("http://127.0.0.1:1", " ", PASSWORD, "handle"),
        ("http://127.0.0.1:1", HANDLE, "", "password"),
    ],
)
def test_answers_that_cannot_be_right_are_refused(
    server: str, handle: str, password: str, field: str
) -> None:
    with pytest.raises(Rejected) as refused:
        sign_in(server, handle, password)
    assert refused.value.facts["field"] == field


@pytest.mark.parametrize(
    ("effect", "expected"),
    [
        (faults.HTML_WITH_200, Garbled),
        (faults.Answer(200, {"hello": "world"}), Garbled),
        (faults.Answer(200, "[1, 2]"), Garbled),
        (faults.Answer(200, '{"did": "did:plc:x", "acc'), Garbled),
        (faults.Answer(404, "<h1>Not Found</h1>"), Garbled),
        (faults.Answer(404, {"error": "XRPCNotSupported", "message": "?"}), Garbled),
        (faults.Answer(405, "no"), Garbled),
        (faults.huge(10_000_000), Garbled),
        (faults.Bomb(100_000_000), Garbled),
        (faults.redirect("http://127.0.0.1:9/elsewhere"), Trouble),
        (faults.HTML_ERROR, Flaky),
        (faults.Answer(401, {"error": "AuthFactorTokenRequired"}), SignInNeeded),
        (faults.too_many(9), Throttled),
        (faults.Cut(), Flaky),
    ],
    ids=str,
)
def test_a_server_that_is_none_gets_a_clear_error(
    fault_proxy: Proxy, effect: Any, expected: type[Trouble]
) -> None:
    server = fault_proxy()
    server.on("POST", SESSION, effect)
    with pytest.raises(expected) as trouble:
        sign_in(server.url, HANDLE, PASSWORD)
    assert PASSWORD not in repr(trouble.value) + repr(trouble.value.facts)


def test_no_server_at_all_is_offline(fault_proxy: Proxy) -> None:
    server = fault_proxy()
    server.down()
    with pytest.raises(Offline):
        sign_in(server.url, HANDLE, PASSWORD)
    with pytest.raises(Offline):
        sign_in("https://no-such-server.invalid", HANDLE, PASSWORD)


def session(endpoint: Any, *, name: str = "#atproto_pds") -> dict[str, Any]:
    return {"didDoc": {"service": [{"id": name, "serviceEndpoint": endpoint}]}}


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://pds.example",
        "http://169.254.169.254/latest",
        "ftp://pds.example",
        "file:///etc/passwd",
        "https://user:pw@pds.example",
        "http://127.0.0.1:2583",
        "https://localhost",
        "https://[::1]:443",
        "",
        None,
        ["https://pds.example"],
    ],
)
def test_a_did_document_cannot_send_us_anywhere(endpoint: Any) -> None:
    with pytest.raises(Garbled):
        home(session(endpoint), "https://bsky.social")


def test_where_the_account_lives() -> None:
    entry = "https://bsky.social"
    assert home(session("https://pds.example/"), entry) == "https://pds.example"
    assert home(session("https://p.example", name="did:plc:x#atproto_pds"), entry) == (
        "https://p.example"
    )
    assert home(session("http://x", name="#atproto_labeler"), entry) == entry
    assert home({}, entry) == entry
    assert home({"didDoc": None}, entry) == entry
    assert home(session("http://localhost:2583"), "http://127.0.0.1:1") == "http://localhost:2583"
