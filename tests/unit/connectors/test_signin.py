"""The browser comes back once, to this machine, with our state."""

from __future__ import annotations

import base64
import hashlib
import http.client
import logging
import socket
import threading
from collections.abc import Iterator
from urllib.parse import urlencode, urlsplit

import pytest

from cmapp.connectors.signin import Browse, Loopback
from cmapp.domain.errors import Rejected
from tests.support.clock import HandClock

CANARY = "canary-5c7d"


@pytest.fixture
def loopback() -> Iterator[Loopback]:
    with Loopback() as made:
        yield made


def visit(
    at: Loopback, query: dict[str, str], *, path: str = "", host: str = ""
) -> tuple[int, str]:
    parts = urlsplit(at.redirect_uri)
    browser = http.client.HTTPConnection(parts.netloc, timeout=60)
    headers = {"Host": host or parts.netloc}
    browser.request("GET", f"{path or parts.path}?{urlencode(query)}", headers=headers)
    answer = browser.getresponse()
    text = answer.read().decode()
    browser.close()
    return answer.status, text


def wait_aside(at: Loopback, page: str = "done") -> tuple[threading.Thread, list[object]]:
    box: list[object] = []

    def work() -> None:
        try:
            box.append(Browse("https://x.example", at).wait(threading.Event(), page=page))
        except Rejected as error:
            box.append(error.why)

    thread = threading.Thread(target=work)
    thread.start()
    return thread, box


def test_the_first_answer_with_our_state_ends_it(loopback: Loopback) -> None:
    thread, box = wait_aside(loopback, "可以关掉这一页了")
    assert visit(loopback, {"code": "x", "state": "wrong"})[0] == 400
    assert visit(loopback, {"code": "x"})[0] == 400
    good = {"code": CANARY, "state": loopback.state}
    assert visit(loopback, good, path="/favicon.ico")[0] == 404
    assert visit(loopback, good, host="evil.example")[0] == 404
    assert visit(loopback, good, host="[evil")[0] == 400
    assert visit(loopback, good) == (200, "可以关掉这一页了")
    thread.join(60)
    assert box == [{"code": CANARY}]
    with pytest.raises(OSError):
        visit(loopback, good)


def test_the_state_counts_once(loopback: Loopback) -> None:
    query = urlencode({"code": "1", "state": loopback.state})
    assert loopback.take(query)
    assert not loopback.take(query)


def test_a_refusal_is_told(loopback: Loopback) -> None:
    thread, box = wait_aside(loopback)
    visit(loopback, {"error": "access_denied", "state": loopback.state})
    thread.join(60)
    assert box == ["sign_in_refused"]


def test_a_connection_that_says_nothing_does_not_block_it(loopback: Loopback) -> None:
    parts = urlsplit(loopback.redirect_uri)
    with socket.create_connection((parts.hostname or "", parts.port or 0)):
        thread, box = wait_aside(loopback)
        assert visit(loopback, {"code": "1", "state": loopback.state})[0] == 200
        thread.join(60)
    assert box == [{"code": "1"}]


def test_it_ends_after_five_minutes() -> None:
    with Loopback(clock=HandClock(runs=True)) as at, pytest.raises(Rejected) as caught:
        at.wait(threading.Event())
    assert caught.value.why == "sign_in_expired"


def test_it_can_be_called_off(loopback: Loopback) -> None:
    stop = threading.Event()
    stop.set()
    with pytest.raises(Rejected) as caught:
        loopback.wait(stop)
    assert caught.value.why == "sign_in_cancelled"


def test_pkce_is_s256_and_each_one_is_its_own() -> None:
    with Loopback() as one, Loopback() as two:
        digest = hashlib.sha256(one.verifier.encode()).digest()
        assert base64.urlsafe_b64decode(one.challenge + "=") == digest
        assert 43 <= len(one.verifier) <= 128
        assert one.state != two.state
        assert one.redirect_uri.startswith("http://127.0.0.1:")


def test_the_query_is_never_logged(
    loopback: Loopback, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    thread, _ = wait_aside(loopback)
    visit(loopback, {"code": CANARY, "state": "wrong"})
    visit(loopback, {"code": CANARY, "state": loopback.state})
    thread.join(60)
    said = capsys.readouterr()
    assert CANARY not in caplog.text + said.out + said.err
