"""Signing in with an app password: one form, one session, and the server that the account is on."""

from __future__ import annotations

from collections.abc import Generator, Mapping

from cmapp.connectors.base import Grant
from cmapp.connectors.signin import Field, Form, Step, ca_file
from cmapp.domain.errors import Missing, Rejected, Trouble
from cmapp.platforms.bluesky.api import create_session, fine, home
from cmapp.platforms.bluesky.shape import need, profile
from cmapp.system.http import Http

REALM = "bluesky"
DEFAULT = "https://bsky.social"


def app_password() -> Generator[Step, Mapping[str, str], Grant]:
    """Ask for server, handle and app password, and make the first session.

    The server is used as it is given; what the session's DID document then names is the account's
    own server (`facts["pds"]`), and every later call goes there.

    Raises:
        Rejected: the answers cannot be right; fact `field`.
        SignInNeeded: `wrong_password` and the others of `create_session`.
        Offline, Throttled, Flaky, Garbled.
    """
    answers = yield Form(
        title="bluesky_app_password",
        fields=(
            Field("server", "server", value=DEFAULT),
            Field("handle", "handle", help="bluesky_handle"),
            Field("password", "app_password", secret=True, help="bluesky_app_password"),
        ),
        trusts=True,
    )
    handle = answers.get("handle", "").strip().removeprefix("@")
    password = answers.get("password", "").strip()
    if not handle:
        raise Rejected(field="handle", reason="empty")
    if not password:
        raise Rejected(field="password", reason="empty")
    trusted = ca_file(answers)
    entry = Http(answers.get("server", "").strip() or DEFAULT, ca_file=trusted.get("ca_file"))
    try:
        session = create_session(entry, handle, password)
    except Missing as error:
        raise Rejected(field="handle", reason="unknown", **error.facts) from None
    finally:
        entry.close()
    did, access = need(session, "did"), need(session, "accessJwt")
    pds = home(session, entry.base_url)
    shown = need(session, "handle")
    name, avatar = _shown_as(Http(pds, ca_file=trusted.get("ca_file")), did, access)
    return Grant(
        server=entry.base_url,
        realm=REALM,
        remote_id=did,
        handle=shown,
        name=name,
        avatar=avatar,
        url=f"https://bsky.app/profile/{shown}",
        secrets={
            "password": password,
            "access": access,
            "refresh": need(session, "refreshJwt"),
        },
        facts={"pds": pds, **trusted},
    )


def _shown_as(http: Http, did: str, access: str) -> tuple[str, str | None]:
    """Return name and avatar; a network that cannot tell yet is no reason to stop."""
    try:
        data = fine(
            http.request(
                "GET", "xrpc/app.bsky.actor.getProfile", params={"actor": did}, bearer=access
            )
        )
        person = profile(data)
    except Trouble:
        return "", None
    finally:
        http.close()
    return person.name, person.avatar
