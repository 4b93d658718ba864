"""The door to the web against servers that misbehave (P10, P11, P19, PV-06)."""

from __future__ import annotations

import datetime
import gzip
import ipaddress
import json
import logging
import ssl
import threading
import time
import traceback
import tracemalloc
import zlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

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
from cmapp.system import address, wire
from cmapp.system.clock import Clock
from cmapp.system.http import Http, Patience, Upload
from cmapp.system.network import Network
from tests.support.clock import START, HandClock
from tests.support.raw import Act, Line, serving

CANARY = "canary-7f3a9c1e5b"
QUICK = Patience(connect=2.0, quiet=0.4, total=0.8)


def door(url: str, **options: Any) -> Http:
    options.setdefault("network", Network())
    options.setdefault("patience", QUICK)
    options.setdefault("token", lambda: CANARY)
    return Http(url, **options)


def fails(act: Act, *, write: bool = False, **options: Any) -> Trouble:
    with serving(act) as server:
        http = door(server.url, **options)
        with pytest.raises(Trouble) as caught:
            http.request("POST" if write else "GET", "/x", json={"a": 1} if write else None)
        http.close()
    return caught.value


def test_each_thread_has_a_flight_of_its_own() -> None:
    """Else a write of one account is told as never sent because another account's call began."""
    seen: list[object] = []
    wire.here.flight = wire.Flight(Clock(), threading.Event(), 1.0, 1.0)
    try:
        thread = threading.Thread(target=lambda: seen.append(wire.here.flight))
        thread.start()
        thread.join()
    finally:
        wire.here.flight = None
    assert seen == [None]


# What comes back when all is well.


def test_an_answer_carries_status_headers_and_json() -> None:
    with serving(lambda line: line.reply(body=b'{"a": [1]}', X_Some="thing")) as server:
        answer = door(server.url).get("/x", {"limit": 3, "types[]": ["a", "b"]})
    assert (answer.status, answer.data, answer.headers["x-some"]) == (200, {"a": [1]}, "thing")
    assert server.seen[0].path == "/x?limit=3&types%5B%5D=a&types%5B%5D=b"
    assert server.seen[0].header("authorization") == f"Bearer {CANARY}"


def test_a_base_address_may_have_a_path() -> None:
    with serving(lambda line: line.reply()) as server:
        door(server.url + "/sub/").get("/api")
    assert server.seen[0].path == "/sub/api"


def test_json_form_bytes_and_files_arrive() -> None:
    with serving(lambda line: line.reply()) as server:
        http = door(server.url)
        http.request("POST", "/a", json={"text": "退款"})
        http.request("POST", "/b", form={"text": "退 款", "x": "&"})
        http.request("POST", "/c", body=b"\x00\x01", headers={"Content-Type": "image/png"})
        picture = Upload("file", "p.png", "image/png", b"\x89PNG" * 50_000)
        http.request("POST", "/d", form={"description": "猫"}, uploads=[picture])
    a, b, c, d = server.seen
    assert json.loads(a.body) == {"text": "退款"}
    assert b.body == b"text=%E9%80%80+%E6%AC%BE&x=%26"
    assert (c.body, c.header("content-type")) == (b"\x00\x01", "image/png")
    assert picture.data in d.body
    assert "猫".encode() in d.body
    assert str(d.header("content-type")).startswith("multipart/form-data; boundary=")


def test_the_link_header_is_read() -> None:
    link = '<http://127.0.0.1/a?max_id=1>; rel="next", <http://127.0.0.1/b>; rel="prev"'
    with serving(lambda line: line.reply(Link=link)) as server:
        links = door(server.url).get("/x").links
    assert links == {"next": "http://127.0.0.1/a?max_id=1", "prev": "http://127.0.0.1/b"}


def test_a_renewed_token_is_used_at_once_and_none_where_none_is_wanted() -> None:
    tokens = iter(["one", "two", "three"])
    with serving(lambda line: line.reply()) as server:
        http = door(server.url, token=lambda: next(tokens))
        http.get("/1")
        http.get("/2")
        http.request("GET", "/3", bearer="other")
        http.request("GET", "/4", anonymous=True)
    given = [line.header("authorization") for line in server.seen]
    assert given == ["Bearer one", "Bearer two", "Bearer other", None]


@pytest.mark.parametrize(
    ("status", "kind"),
    [(401, SignInNeeded), (403, Rejected), (404, Missing), (410, Missing), (422, Rejected)],
)
def test_a_4xx_is_the_callers_to_decide(status: int, kind: type[Trouble]) -> None:
    with serving(lambda line: line.reply(status, b'{"error": "so it is"}')) as server:
        answer = door(server.url).request("POST", "/x", json={})
    assert answer.status == status
    with pytest.raises(kind) as caught:
        answer.raise_for(field="text")
    assert caught.value.facts["said"] == "so it is"


# Slow servers: the ratio of the time taken to the deadline that was set.


@pytest.mark.parametrize("where", ["head", "body", "chunks"])
def test_a_drip_ends_at_the_deadline(where: str) -> None:
    start = b"HTTP/1.1 200 OK\r\n"

    def act(line: Line) -> None:
        if where == "head":
            line.drip(start + b"X-Slow: " + b"a" * 1000)
        elif where == "body":
            line.send(start + b"Content-Length: 1000\r\n\r\n")
            line.drip(b" " * 1000)
        else:
            line.send(start + b"Transfer-Encoding: chunked\r\n\r\n")
            line.drip(b"1\r\n \r\n" * 1000)

    begun = time.monotonic()
    error = fails(act)
    taken = time.monotonic() - begun
    assert isinstance(error, Flaky)
    assert error.facts["reason"] == "timeout"
    assert 0.9 < taken / QUICK.total < 3


def test_silence_ends_before_the_deadline_and_a_write_is_then_uncertain() -> None:
    patience = Patience(connect=2.0, quiet=0.3, total=30.0)
    begun = time.monotonic()
    error = fails(lambda line: line.drip(b"a" * 9, 9.0), write=True, patience=patience)
    assert isinstance(error, Uncertain)
    assert error.facts["reason"] == "timeout"
    assert time.monotonic() - begun < patience.total / 2


def test_stopping_breaks_a_call_off() -> None:
    network = Network()
    patience = Patience(quiet=60.0, total=60.0)

    def act(line: Line) -> None:
        network.stop.set()
        line.drip(b"a" * 9, 60.0)

    begun = time.monotonic()
    error = fails(act, network=network, patience=patience)
    assert isinstance(error, Offline)
    assert error.facts["reason"] == "stopped"
    assert time.monotonic() - begun < patience.total / 4


def test_stopping_after_a_write_went_out_leaves_it_uncertain() -> None:
    network = Network()

    def act(line: Line) -> None:
        network.stop.set()
        line.drip(b"a" * 9, 9.0)

    assert isinstance(fails(act, write=True, network=network), Uncertain)


# Big, broken and hostile answers.


def _gzip_bomb(line: Line) -> None:
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    body = b"".join(packer.compress(b" " * 2**20) for _ in range(64)) + packer.flush()
    line.reply(body=body, Content_Encoding="gzip")


@cache
def _packed() -> bytes:
    return gzip.compress(b" " * 64 * 2**20)


def _twice_packed(line: Line) -> None:
    line.reply(body=gzip.compress(_packed()), Content_Encoding="gzip, gzip")


def _ten_megabytes(line: Line) -> None:
    line.reply(body=b'"' + b"a" * 10 * 2**20 + b'"')


def _endless(line: Line) -> None:
    line.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    while not line.over.is_set():
        line.send(b"10000\r\n" + b" " * 65536 + b"\r\n")


def _redirect_with_a_bomb(line: Line) -> None:
    line.reply(302, _packed(), Content_Encoding="gzip", Location="/y")


def _crumbs(line: Line) -> None:
    line.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    line.send(b"1\r\n \r\n" * 100_000)


def _packed_nothing(line: Line) -> None:
    line.send(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n\x1f\x8b\x08" + b"\0" * 6 + b"\3")
    while not line.over.is_set():
        line.send(b"\0\0\0\xff\xff" * 10_000)


def _endless_extensions(line: Line) -> None:
    line.send(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    while not line.over.is_set():
        line.send(b"1;" + b"x" * 60_000 + b"\r\n \r\n")


def _large_hints(line: Line) -> None:
    rows = b"".join(b"X-%d: %b\r\n" % (n, b"y" * 65_000) for n in range(90))
    for _ in range(15):
        line.send(b"HTTP/1.1 103 Early Hints\r\n" + rows + b"\r\n")
    line.reply()


@pytest.mark.parametrize(
    "act",
    [
        *(_gzip_bomb, _twice_packed, _ten_megabytes, _endless, _redirect_with_a_bomb),
        *(_crumbs, _packed_nothing, _endless_extensions, _large_hints),
    ],
)
@pytest.mark.parametrize("write", [False, True])
def test_an_answer_over_the_cap_is_left_unread(act: Act, write: bool) -> None:
    error = fails(act, write=write, patience=Patience(quiet=10.0, total=30.0))
    assert isinstance(error, Uncertain if write else Garbled)
    assert error.facts["reason"] == "too_large"


@pytest.mark.parametrize("act", [_twice_packed, _redirect_with_a_bomb])
def test_a_bomb_takes_no_memory(act: Act) -> None:
    _packed()
    tracemalloc.start()
    try:
        fails(act, patience=Patience(quiet=10.0, total=30.0))
        assert tracemalloc.get_traced_memory()[1] < 40 * 2**20
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b'{"a": [1, 2', "syntax"),
        (b"<!DOCTYPE html><p>Hello</p>", "html"),
        (b"", "empty"),
        (b"[" * 200_000, "too_deep"),
        (b"[" * 101 + b"]" * 101, "too_deep"),
        (b'{"a": ' + b"9" * 100_000 + b"}", "number"),
        (b'{"a": 9223372036854775808}', "number"),
        (b'{"a": NaN}', "number"),
        (b'{"a": 1e999}', "number"),
    ],
)
def test_an_answer_that_is_no_safe_json_is_garbled(body: bytes, reason: str) -> None:
    error = fails(lambda line: line.reply(body=body))
    assert isinstance(error, Garbled)
    assert error.facts["reason"] == reason
    written = fails(lambda line: line.reply(body=body), write=True)
    assert isinstance(written, Uncertain)


def test_strings_that_cannot_be_stored_are_mended() -> None:
    body = rb'{"a\ud800": ["x\udfff", "\ud83d\ude00", 9223372036854775807], "b": "' + b'\xff"}'
    with serving(lambda line: line.reply(body=body)) as server:
        found = door(server.url).get("/x").data
    assert found == {"a�": ["x�", "😀", 2**63 - 1], "b": "�"}


def test_an_error_page_in_html_is_still_an_answer() -> None:
    with serving(lambda line: line.reply(404, b"<h1>No</h1>")) as server:
        answer = door(server.url).get("/x")
    assert (answer.status, answer.data, answer.text) == (404, None, "<h1>No</h1>")


def test_no_content_is_fine() -> None:
    with serving(lambda line: line.send(b"HTTP/1.1 204 X\r\n\r\n")) as server:
        assert door(server.url).request("DELETE", "/x").data is None


def _cut_in_body(line: Line) -> None:
    line.send(b'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"a":')
    line.sock.close()
    raise EOFError


def _cut_in_chunk(line: Line) -> None:
    line.send(b'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n7\r\n{"a":1}\r\n')
    raise EOFError


def _cut_in_head(line: Line) -> None:
    line.send(b"HTTP/1.1 200 OK\r\nContent-Le")
    raise EOFError


def _cut_at_once(line: Line) -> None:
    raise EOFError


def _nonsense(line: Line) -> None:
    line.send(b"SSH-2.0-OpenSSH_9.2\r\n\r\n")
    raise EOFError


def _bad_gzip(line: Line) -> None:
    line.reply(body=b"this is not gzip", Content_Encoding="gzip")


@pytest.mark.parametrize(
    "act", [_cut_in_body, _cut_in_chunk, _cut_in_head, _cut_at_once, _nonsense, _bad_gzip]
)
def test_a_cut_is_flaky_on_a_read_and_uncertain_on_a_write(act: Act) -> None:
    assert isinstance(fails(act), Flaky)
    assert isinstance(fails(act, write=True), Uncertain)


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_a_5xx_is_flaky_on_a_read_and_uncertain_on_a_write(status: int) -> None:
    error = fails(lambda line: line.reply(status, b"<h1>oops</h1>"))
    assert isinstance(error, Flaky)
    assert error.facts["status"] == status
    assert isinstance(fails(lambda line: line.reply(status), write=True), Uncertain)


@pytest.mark.parametrize("status", [408, 409, 425])
def test_a_write_that_may_have_been_done_is_uncertain(status: int) -> None:
    assert isinstance(fails(lambda line: line.reply(status), write=True), Uncertain)


def test_a_post_that_changes_nothing_may_be_called_a_read() -> None:
    with serving(lambda line: line.reply(500)) as server, pytest.raises(Flaky):
        door(server.url).request("POST", "/login", json={}, write=False)


# Nothing left this machine.


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_closed_port_is_offline_even_for_a_write(method: str) -> None:
    with serving(lambda line: line.reply()) as server:
        url = server.url
    network = Network()
    with pytest.raises(Offline):
        door(url, network=network).request(method, "/x")
    assert not network.online


def test_an_unknown_name_is_offline() -> None:
    with pytest.raises(Offline) as caught:
        door("https://no-such-host.invalid").request("POST", "/x", json={})
    assert caught.value.facts["reason"] == "dns"


def test_a_wish_to_stay_in_is_offline_and_nothing_is_sent() -> None:
    network = Network(closed="flight")
    with serving(lambda line: line.reply()) as server:
        http = door(server.url, network=network)
        with pytest.raises(Offline) as caught:
            http.get("/x")
        assert (caught.value.facts["reason"], server.seen) == ("flight", [])
        network.open()
        assert http.get("/x").ok


def _certificate(folder: Path) -> tuple[Path, ssl.SSLContext]:
    x509 = pytest.importorskip("cryptography.x509", reason="comes with keyring on Linux alone")
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "cmapp test")])
    today = datetime.datetime.now(datetime.UTC)
    names = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(today - datetime.timedelta(days=1))
        .not_valid_after(today + datetime.timedelta(days=1))
        .add_extension(names, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    shut = serialization.NoEncryption()
    (folder / "cert.pem").write_bytes(certificate.public_bytes(pem))
    key_bytes = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, shut)
    (folder / "key.pem").write_bytes(key_bytes)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    return folder / "cert.pem", context


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_certificate_nobody_vouches_for_ends_the_call(tmp_path: Path, method: str) -> None:
    _, context = _certificate(tmp_path)
    with serving(lambda line: line.reply(), tls=context) as server:
        with pytest.raises(Offline) as caught:
            door(server.url).request(method, "/x")
        assert server.seen == []
    assert caught.value.why == "certificate"


def test_a_certificate_that_the_user_trusts_is_taken(tmp_path: Path) -> None:
    authority, context = _certificate(tmp_path)
    slow = Patience(connect=5.0, quiet=5.0, total=10.0)
    with serving(lambda line: line.reply(), tls=context) as server:
        assert door(server.url, ca_file=str(authority), patience=slow).get("/x").ok


def test_a_drip_over_tls_ends_at_the_deadline_too(tmp_path: Path) -> None:
    authority, context = _certificate(tmp_path)
    begun = time.monotonic()
    with serving(lambda line: line.drip(b"HTTP/1.1 200 OK" * 99), tls=context) as server:
        with pytest.raises(Flaky):
            door(server.url, ca_file=str(authority)).get("/x")
    assert (time.monotonic() - begun) / QUICK.total < 4


@pytest.mark.parametrize("url", ["http://example.com", "http://10.0.0.1", "http://127.0.0.1.x.de"])
def test_plain_http_is_for_loopback_alone(url: str) -> None:
    with pytest.raises(Rejected) as caught:
        Http(url)
    assert caught.value.why == "insecure_url"


@pytest.mark.parametrize(
    "url", ["", "ftp://x.example", "https://u:p@x.example", "https://", "a b", "."]
)
def test_an_address_that_is_none_is_refused(url: str) -> None:
    with pytest.raises(Rejected) as caught:
        Http(url)
    assert caught.value.why == "bad_url"


@pytest.mark.parametrize(
    ("given", "normal"),
    [
        (" Mastodon.Social/ ", "https://mastodon.social"),
        ("https://x.example:443/a/?q=1#f", "https://x.example/a"),
        ("http://localhost:3000", "http://localhost:3000"),
        ("http://[::1]:80/", "http://[::1]"),
        ("bücher.example.", "https://xn--bcher-kva.example"),
        ("xn--bcher-kva.example", "https://xn--bcher-kva.example"),
        ("ｓocial。example", "https://social.example"),
    ],
)
def test_addresses_have_one_normal_form(given: str, normal: str) -> None:
    assert address.normal(given) == normal


# Redirects, and where a token may go.


def test_a_redirect_to_another_host_is_told_and_not_followed() -> None:
    with serving(lambda line: line.reply()) as other:
        target = other.url + "/y"
        for status in (301, 302, 307, 308):
            error = fails(lambda line, s=status: line.reply(s, Location=target))  # type: ignore[misc]
            assert isinstance(error, Rejected)
            assert (error.why, error.facts["host"]) == ("redirected", other.url[7:])
        assert other.seen == []


def test_a_redirect_on_the_same_host_is_followed_three_times() -> None:
    def act(line: Line) -> None:
        step = int(line.path[1:])
        if step < last:
            line.reply(302, b"", Location=f"/{step + 1}")
        else:
            line.reply(body=b'{"at": %d}' % step)

    last = 3
    with serving(act) as server:
        assert door(server.url).get("/0").data == {"at": 3}
        last = 99
        with pytest.raises(Rejected):
            door(server.url).get("/0")
    assert len(server.seen) == 8


def test_a_redirected_write_is_not_sent_again() -> None:
    moved = fails(lambda line: line.reply(308, Location="/y"), write=True)
    assert (type(moved), moved.why) == (Rejected, "redirected")
    assert isinstance(fails(lambda line: line.reply(303, Location="/y"), write=True), Uncertain)


def test_other_hosts_are_called_only_where_allowed_and_never_with_the_token() -> None:
    with serving(lambda line: line.reply()) as one, serving(lambda line: line.reply()) as two:
        with pytest.raises(Rejected) as caught:
            door(one.url).get(two.url + "/x")
        assert caught.value.why == "host_not_allowed"
        door(one.url, hosts=[two.url[7:]]).get(two.url + "/x")
        door(one.url).get(one.url + "/page?max_id=3")
    assert two.seen[0].header("authorization") is None
    assert one.seen[0].header("authorization") == f"Bearer {CANARY}"


def test_netrc_proxies_and_cookies_change_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".netrc").write_text("default login someone password else\n")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    with serving(lambda line: line.reply(Set_Cookie="a=b; Path=/")) as server:
        http = door(server.url)
        http.get("/1")
        http.get("/2")
    assert [line.header("authorization") for line in server.seen] == [f"Bearer {CANARY}"] * 2
    assert server.seen[1].header("cookie") is None


# Rates.

SOON, HOUR = START + 5_000, START + 3_600_000
TOMORROW = "Fri, 02 Jan 2026 00:00:00 GMT"


@pytest.mark.parametrize(
    ("headers", "until"),
    [
        ({}, START + 60_000),
        ({"Retry_After": "5"}, SOON),
        ({"Retry_After": "0"}, START + 1_000),
        ({"Retry_After": "99999999999"}, HOUR),
        ({"Retry_After": "Thu, 01 Jan 2026 00:00:05 GMT"}, SOON),
        ({"Retry_After": "soon"}, START + 60_000),
        ({"X_RateLimit_Reset": "2026-01-01T00:00:05.000Z"}, SOON),
        ({"X_RateLimit_Reset": "9999-12-31T23:59:59Z"}, HOUR),
        ({"RateLimit_Reset": str(SOON // 1000)}, SOON),
        ({"RateLimit_Reset": "5"}, SOON),
        # The server's clock is a day ahead of ours; the span counts.
        (
            {
                "RateLimit_Reset": str(SOON // 1000 + 86_400),
                "Date": "Fri, 02 Jan 2026 00:00:00 GMT",
            },
            SOON,
        ),
    ],
)
def test_a_429_says_until_when(headers: dict[str, str], until: int) -> None:
    clock = HandClock()
    error = fails(lambda line: line.reply(429, b"slow down", **headers), clock=clock)
    assert isinstance(error, Throttled)
    assert error.until == until


def test_a_spent_budget_is_kept_without_asking_and_ends_by_itself() -> None:
    spent = {"X_RateLimit_Remaining": "0", "X_RateLimit_Reset": "2026-01-01T00:05:00Z"}
    clock = HandClock()
    with serving(lambda line: line.reply(**spent)) as server:
        http = door(server.url, clock=clock)
        http.request("GET", "/1", family="media")
        with pytest.raises(Throttled) as caught:
            http.request("GET", "/2", family="media")
        assert caught.value.until == START + 300_000
        http.request("GET", "/3", family="other")
        clock.move(301)
        http.request("GET", "/4", family="media")
    assert [line.path for line in server.seen] == ["/1", "/3", "/4"]


def test_up_to_two_seconds_are_waited_out() -> None:
    clock = HandClock(runs=True)
    spent = {"RateLimit_Remaining": "0", "RateLimit_Reset": "2"}
    with serving(lambda line: line.reply(**spent)) as server:
        http = door(server.url, clock=clock, patience=Patience())
        http.get("/1")
        http.get("/2")
    assert (clock.waits, len(server.seen)) == ([2.0], 2)


def test_a_429_on_a_write_is_no_doubt() -> None:
    assert isinstance(fails(lambda line: line.reply(429), write=True), Throttled)


# Pictures.


def test_a_download_carries_no_token_and_follows_to_where_it_lies() -> None:
    with serving(lambda line: line.reply(body=b"GIF", Content_Type="image/GIF; x=y")) as two:
        with serving(lambda line: line.reply(302, Location=two.url + "/p")) as one:
            assert door(one.url).download(one.url + "/p") == (b"GIF", "image/gif")
    assert one.seen[0].header("authorization") is None
    assert two.seen[0].header("authorization") is None


def test_a_download_over_the_cap_and_one_that_is_gone() -> None:
    with serving(lambda line: line.reply(200, b"a" * 1001)) as server:
        with pytest.raises(Garbled) as caught:
            door(server.url).download(server.url, cap=1000)
        assert caught.value.facts["limit"] == 1000
    with serving(lambda line: line.reply(404)) as server, pytest.raises(Missing):
        door(server.url).download(server.url + "/x")


def test_a_stranger_cannot_point_a_download_into_this_machine() -> None:
    with serving(lambda line: line.reply()) as server:
        with pytest.raises(Rejected):
            door("https://mastodon.example").download(server.url + "/x")
        assert server.seen == []


# Silence (P19).


def _leaky(line: Line) -> None:
    line.reply(302, Location=f"http://127.0.0.1:9/?access_token={CANARY}")


@pytest.mark.parametrize(
    "act", [_cut_at_once, _cut_in_body, _nonsense, _leaky, lambda line: line.reply(500)]
)
@pytest.mark.parametrize("write", [False, True])
def test_no_token_gets_into_logs_or_errors(
    act: Callable[[Line], None], write: bool, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with serving(act) as server:
        http = door(server.url)
        with pytest.raises(Trouble) as caught:
            http.request("POST" if write else "GET", "/x", params={"access_token": CANARY})
    error: BaseException | None = caught.value
    told = "".join(traceback.format_exception(caught.value)) + repr(caught.value.facts)
    while error is not None:
        told += repr(error) + str(error.args)
        error = error.__context__
    assert CANARY not in told
    assert CANARY not in caplog.text


def test_a_token_that_is_no_header_is_not_repeated_in_the_error() -> None:
    for token in (f"{CANARY}\r\nX: y", f"{CANARY} z", f"{CANARY}退"):
        with pytest.raises(SignInNeeded) as caught:
            door("http://127.0.0.1:9", token=lambda t=token: t).get("/x")  # type: ignore[misc]
        assert CANARY not in "".join(traceback.format_exception(caught.value))
