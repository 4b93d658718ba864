"""The fault server breaks as it says; else every test that leans on it proves nothing."""

from __future__ import annotations

import gzip
import json
import time

import pytest
import requests

from tests.support import faults


@pytest.fixture
def pair(fault_proxy):
    """A proxy in front of a scripted server that counts what reaches it."""
    server = fault_proxy()
    server.on("*", "/deed", faults.Answer(200, {"at": server.url + "/deed"}), times=None)
    return fault_proxy(server.url), server


def test_what_no_rule_meets_passes_with_its_addresses_turned_to_the_proxy(pair):
    proxy, server = pair
    answer = requests.post(f"{proxy.url}/deed?a=1", json={"text": "退款"}, timeout=5)
    assert answer.json() == {"at": proxy.url + "/deed"}
    (seen,) = server.calls("POST", "/deed")
    assert (seen.query, json.loads(seen.body)) == ("a=1", {"text": "退款"})


def test_a_cut_reaches_nobody_and_is_used_up(pair):
    proxy, server = pair
    proxy.on("POST", "/deed", faults.Cut())
    with pytest.raises(requests.ConnectionError):
        requests.post(f"{proxy.url}/deed", timeout=5)
    assert server.seen == []
    assert requests.post(f"{proxy.url}/deed", timeout=5).ok


def test_a_dropped_answer_is_a_deed_done(pair):
    proxy, server = pair
    proxy.on("POST", "/deed", faults.DropAnswer(), after=1)
    assert requests.post(f"{proxy.url}/deed", timeout=5).ok
    with pytest.raises(requests.ConnectionError):
        requests.post(f"{proxy.url}/deed", timeout=5)
    assert len(server.calls("POST", "/deed")) == 2


def test_a_hang_ends_with_the_clients_patience(pair):
    proxy, server = pair
    proxy.on("GET", "/deed", faults.Hang(apply=True))
    with pytest.raises(requests.ReadTimeout):
        requests.get(f"{proxy.url}/deed", timeout=0.3)
    assert len(server.seen) == 1


def test_a_server_that_is_down_refuses_and_comes_back_at_the_same_address(pair):
    proxy, _ = pair
    url = proxy.url
    proxy.down()
    with pytest.raises(requests.ConnectionError):
        requests.get(f"{url}/deed", timeout=5)
    proxy.up()
    assert requests.get(f"{url}/deed", timeout=5).ok


def test_answers_of_every_bad_kind(pair):
    proxy, _ = pair
    url = f"{proxy.url}/deed"
    script = [faults.too_many(7), faults.HTML_ERROR, faults.Truncate(5), faults.huge(10_000_000)]
    script += [faults.redirect("http://127.0.0.1:9/elsewhere"), faults.Truncate(5, cut=True)]
    for effect in script:
        proxy.on("GET", "/deed", effect)
    answer = requests.get(url, timeout=5)
    assert (answer.status_code, answer.headers["Retry-After"]) == (429, "7")
    assert requests.get(url, timeout=5).text.startswith("<html>")
    with pytest.raises(ValueError, match=r"Expecting|Unterminated"):
        requests.get(url, timeout=5).json()
    assert len(requests.get(url, timeout=5).content) == 10_000_000
    assert requests.get(url, timeout=5, allow_redirects=False).headers["Location"].endswith("where")
    with pytest.raises(requests.exceptions.ChunkedEncodingError):
        requests.get(url, timeout=5)


def test_a_bomb_is_small_until_it_is_unpacked():
    packed = faults.bomb(3_000_001)
    assert len(packed) < 10_000
    assert len(gzip.decompress(packed)) == 3_000_001


def test_a_slow_loris_answers_every_read_and_never_ends(pair):
    proxy, _ = pair
    proxy.on("GET", "/deed", faults.SlowLoris(0.1))
    start = time.monotonic()
    with requests.get(f"{proxy.url}/deed", timeout=5, stream=True) as answer:
        for _ in range(3):
            assert answer.raw.read(1)
    assert time.monotonic() - start > 0.15
