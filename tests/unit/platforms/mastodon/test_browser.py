"""The whole way through the browser, on a real server: consent, our loopback port, the grant."""

from __future__ import annotations

import threading
import urllib.error
import urllib.parse
import urllib.request
from email.message import Message
from typing import Any

import pytest

from cmapp.connectors.signin import Browse
from cmapp.domain.errors import Rejected
from cmapp.platforms.mastodon import Mastodon

pytestmark = pytest.mark.e2e


class Stay(urllib.request.HTTPRedirectHandler):
    """Shows where a redirect leads instead of going there."""

    def redirect_request(self, *_: Any) -> None:
        return None


def consent(url: str, username: str) -> str:
    """Agree on the server's page as a browser would; return where it sends us back to."""
    parts = urllib.parse.urlsplit(url)
    form = dict(urllib.parse.parse_qsl(parts.query)) | {"username": username}
    page = urllib.parse.urlunsplit((*parts[:3], "", ""))
    opener = urllib.request.build_opener(Stay)
    with pytest.raises(urllib.error.HTTPError) as sent:
        opener.open(page, urllib.parse.urlencode(form).encode(), timeout=120)
    headers: Message = sent.value.headers
    sent.value.close()
    return str(headers["Location"])


def visit(url: str) -> None:
    with urllib.request.urlopen(url, timeout=120) as page:
        assert page.read() == b"cmapp"


def test_consent_in_the_browser_ends_in_a_grant(mastodon_server):
    mastodon_server.user("browsing")
    talk = Mastodon.sign_in("browser")
    next(talk)
    step = talk.send({"server": mastodon_server.url})
    assert isinstance(step, Browse)
    back = consent(step.url, "browsing")
    assert back.startswith("http://127.0.0.1:")
    browser = threading.Thread(target=visit, args=(back,))
    browser.start()
    came = step.wait(threading.Event())
    browser.join()
    with pytest.raises(StopIteration) as done:
        talk.send(came)
    grant = done.value.value
    assert grant.handle.startswith("browsing@")
    assert {"token", "client_id", "client_secret"} == set(grant.secrets)
    with pytest.raises(urllib.error.URLError):
        visit(back)


def test_giving_up_in_the_browser(mastodon_server):
    talk = Mastodon.sign_in("browser")
    next(talk)
    step = talk.send({"server": mastodon_server.url})
    assert isinstance(step, Browse)
    stop = threading.Event()
    stop.set()
    with pytest.raises(Rejected) as caught:
        step.wait(stop)
    assert caught.value.why == "sign_in_cancelled"
    talk.close()
