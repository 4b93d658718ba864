"""A server that breaks HTTP in every way we could name: `FAULTS`, each done to real sockets (P10).

    with Breaking(script) as server:
        server.breaks(FAULTS["reset_after_request"], at=1)   the second request of the next call

A request that no fault meets is answered as `script` says. Nothing here knows a platform.
"""

from __future__ import annotations

import contextlib
import functools
import gzip
import json
import random
import socket
import ssl
import struct
import threading
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

Outcome = Literal["good", "no", "unknown", "either", "any"]
"""What a write may end as. `good`: done. `no`: refused, or in doubt; not done. `unknown`: in doubt.
`either`: done or in doubt, never refused. `any`: whatever its bytes happen to say."""
PAUSE = 0.05


@dataclass(frozen=True, slots=True)
class Asked:
    """A request as it came. `target` has the query."""

    method: str
    target: str
    headers: dict[str, str]
    body: bytes

    @property
    def path(self) -> str:
        return self.target.partition("?")[0]


@dataclass(frozen=True, slots=True)
class Said:
    """A good answer."""

    data: Any
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)

    @property
    def body(self) -> bytes:
        return json.dumps(self.data).encode()


Script = Callable[[Asked], Said]


class Talk:
    """One request on its connection, to be answered badly."""

    def __init__(
        self, sock: socket.socket, over: threading.Event, asked: Asked, good: Said
    ) -> None:
        self.sock = sock
        self.over = over
        self.asked = asked
        self.good = good
        self.closed = False

    def send(self, data: bytes) -> None:
        self.sock.sendall(data)

    def say(self, body: bytes | None = None, status: int | None = None, **headers: str) -> None:
        """A whole answer, echoing what it must not: the token stands in head and body."""
        body = self.good.body if body is None else body
        status = self.good.status if status is None else status
        self.send(self.head(status, len(body), **headers) + body)

    def head(self, status: int, size: int | None, **headers: str) -> bytes:
        rows = {
            "Content-Type": "application/json",
            "X-Echo": self.asked.headers.get("authorization", ""),
        }
        rows |= self.good.headers
        if size is not None:
            rows["Content-Length"] = str(size)
        rows |= {name.replace("_", "-"): value for name, value in headers.items()}
        lines = "".join(f"{name}: {value}\r\n" for name, value in rows.items())
        return f"HTTP/1.1 {status} Said\r\n{lines}\r\n".encode("latin-1")

    def drip(self, data: bytes, pause: float = PAUSE) -> None:
        for place in range(len(data)):
            if self.over.wait(pause):
                return
            self.send(data[place : place + 1])

    def pour(self, piece: bytes, most: int = 4_000) -> None:
        for _ in range(most):
            if self.over.is_set():
                return
            self.send(piece)

    def wait(self) -> None:
        """Say nothing until the client goes or the server closes."""
        while not self.over.wait(PAUSE):
            with contextlib.suppress(TimeoutError):
                self.sock.settimeout(PAUSE)
                if not self.sock.recv(4096):
                    return

    def close(self) -> None:
        self.closed = True

    def reset(self) -> None:
        self.closed = True
        with contextlib.suppress(OSError):
            self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.sock.close()

    @property
    def echo(self) -> str:
        """What a careless server says again in an error: our own token."""
        return self.asked.headers.get("authorization", "") or self.asked.body.decode("latin-1")


@dataclass(frozen=True, slots=True)
class Fault:
    """One way to break. `write`: what a visible write that meets it may end as.

    `early`: done before the request is read. `slow`: ends by the client's deadline.
    """

    name: str
    act: Callable[[Talk], None]
    write: Outcome = "unknown"
    early: bool = False
    slow: bool = False


FAULTS: dict[str, Fault] = {}


def fault(
    write: Outcome = "unknown", *, early: bool = False, slow: bool = False
) -> Callable[[Callable[[Talk], None]], Callable[[Talk], None]]:
    def keep(act: Callable[[Talk], None]) -> Callable[[Talk], None]:
        FAULTS[act.__name__] = Fault(act.__name__, act, write, early, slow)
        return act

    return keep


def named(name: str, act: Callable[[Talk], None], write: Outcome = "unknown", **how: bool) -> None:
    FAULTS[name] = Fault(name, act, write, **how)


# The connection.


@fault(early=True)
def reset_at_once(talk: Talk) -> None:
    talk.reset()


@fault(early=True)
def close_at_once(talk: Talk) -> None:
    talk.close()


@fault(early=True)
def banner_of_another_protocol(talk: Talk) -> None:
    talk.send(b"SSH-2.0-OpenSSH_9.9\r\n")
    talk.close()


@fault(early=True)
def answer_before_it_is_asked(talk: Talk) -> None:
    talk.send(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n[]")
    talk.wait()
    talk.close()


@fault("either", early=True)
def refuse_and_reset_before_the_body(talk: Talk) -> None:
    # 413 before anything was read, then the rest is reset: which of both arrives is chance.
    talk.send(b"HTTP/1.1 413 Too Large\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}")
    talk.reset()


@fault()
def reset_after_request(talk: Talk) -> None:
    talk.reset()


@fault()
def close_after_request(talk: Talk) -> None:
    talk.close()


@fault(slow=True)
def silence(talk: Talk) -> None:
    talk.wait()


@fault(slow=True)
def drip_of_the_head(talk: Talk) -> None:
    talk.drip(talk.head(200, 2) * 20)


@fault(slow=True)
def drip_of_the_body(talk: Talk) -> None:
    talk.send(talk.head(200, 10_000))
    talk.drip(b" " * 10_000)


@fault(slow=True)
def drip_of_chunks(talk: Talk) -> None:
    talk.send(talk.head(200, None, Transfer_Encoding="chunked"))
    talk.drip(b"1\r\n \r\n" * 2_000, PAUSE / 5)


@fault(slow=True)
def silence_after_the_head(talk: Talk) -> None:
    talk.send(talk.head(200, 100))
    talk.wait()


@fault(slow=True)
def silence_within_the_body(talk: Talk) -> None:
    talk.send(talk.head(200, 100_000) + b'["x",' * 100)
    talk.wait()


@fault("good")
def kept_and_then_dead(talk: Talk) -> None:
    talk.say()
    talk.reset()


@fault("good")
def kept_and_then_closed(talk: Talk) -> None:
    talk.say()
    talk.close()


@fault("good")
def close_is_told(talk: Talk) -> None:
    talk.say(Connection="close")
    talk.close()


@fault()
def close_within_the_body(talk: Talk) -> None:
    talk.send(talk.head(200, 10_000, Connection="close") + b'[{"id":')
    talk.close()


# The head.


@fault()
def half_a_status_line(talk: Talk) -> None:
    talk.send(b"HTTP/1.1 20")
    talk.close()


@fault()
def half_a_head(talk: Talk) -> None:
    talk.send(b"HTTP/1.1 200 OK\r\nContent-Type: appli")
    talk.close()


@fault()
def endless_headers(talk: Talk) -> None:
    talk.send(b"HTTP/1.1 200 OK\r\n")
    talk.pour(b"X-More: 1234567890\r\n" * 100)


@fault()
def huge_header(talk: Talk) -> None:
    talk.send(b"HTTP/1.1 200 OK\r\nX-Huge: ")
    talk.pour(b"x" * 65_536, 20)
    talk.send(b"\r\nContent-Length: 2\r\n\r\n{}")


@fault()
def huge_status_line(talk: Talk) -> None:
    talk.send(b"HTTP/1.1 200 ")
    talk.pour(b"x" * 65_536, 20)


@fault()
def http_0_9(talk: Talk) -> None:
    talk.send(talk.good.body)
    talk.close()


for _name, _line, _write in (
    ("no_reason", b"HTTP/1.1 200", "good"),
    ("http_2_in_words", b"HTTP/2 200 OK", "unknown"),
    ("status_of_five_digits", b"HTTP/1.1 99999 X", "unknown"),
    ("status_below_zero", b"HTTP/1.1 -1 X", "unknown"),
    ("status_999", b"HTTP/1.1 999 X", "unknown"),
    ("status_600", b"HTTP/1.1 600 X", "unknown"),
    ("status_with_nul", b"HTTP/1.1 2\x0000 OK", "unknown"),
):

    def _odd_line(talk: Talk, line: bytes = _line) -> None:
        body = talk.good.body
        rest = f"\r\nContent-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n".encode()
        talk.send(line + rest + body)

    named(_name, _odd_line, _write)  # type: ignore[arg-type]


@fault("either")
def odd_header_lines(talk: Talk) -> None:
    body = talk.good.body
    talk.send(b"HTTP/1.1 200 OK\r\nno colon here\r\nX-Nul: \x00\x01\r\n folded\r\nX-\xff: \xfe\r\n")
    talk.send(f"Content-Length: {len(body)}\r\nContent-Type: application/json\r\n\r\n".encode())
    talk.send(body)
    talk.close()


@fault("good")
def line_feeds_alone(talk: Talk) -> None:
    talk.send(talk.head(200, len(talk.good.body)).replace(b"\r\n", b"\n") + talk.good.body)


# 1xx, 204 and what follows an answer.


@fault("good")
def go_on_first(talk: Talk) -> None:
    talk.send(b"HTTP/1.1 100 Continue\r\n\r\n")
    talk.say()


@fault("good")
def hint_first(talk: Talk) -> None:
    talk.send(b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n")
    talk.say()


@fault("good")
def processing_first(talk: Talk) -> None:
    talk.send(b"HTTP/1.1 102 Processing\r\n\r\n" * 3)
    talk.say()


@fault()
def hint_and_nothing_more(talk: Talk) -> None:
    talk.send(b"HTTP/1.1 103 Early Hints\r\n\r\n")
    talk.close()


@fault()
def flood_of_100(talk: Talk) -> None:
    talk.pour(b"HTTP/1.1 100 Continue\r\nX: y\r\n\r\n" * 100)


@fault()
def flood_of_103(talk: Talk) -> None:
    talk.pour(b"HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" * 100)


@fault()
def switches_protocols(talk: Talk) -> None:
    talk.send(b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\n\r\n")
    talk.send(b"PRI * HTTP/2.0\r\n\r\n")
    talk.close()


@fault("either")
def no_content_with_a_body(talk: Talk) -> None:
    talk.send(b'HTTP/1.1 204 No Content\r\nContent-Length: 9\r\n\r\n{"a": 12}')


@fault("good")
def garbage_behind_the_answer(talk: Talk) -> None:
    talk.send(talk.head(200, len(talk.good.body)) + talk.good.body + b"\x00garbage" * 50)


@fault("good")
def second_answer_behind_the_first(talk: Talk) -> None:
    lie = b'{"id": "smuggled", "uri": "at://did:plc:x/y/smuggled", "cid": "smuggled"}'
    second = b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%b" % (len(lie), lie)
    talk.send(talk.head(200, len(talk.good.body)) + talk.good.body + second)


@fault("good")
def second_answer_comes_late(talk: Talk) -> None:
    talk.say()
    talk.over.wait(PAUSE)
    with contextlib.suppress(OSError):
        talk.send(b"HTTP/1.1 404 Gone\r\nContent-Length: 2\r\n\r\n{}")


# Lengths and codings.


@fault()
def length_too_long(talk: Talk) -> None:
    talk.send(talk.head(200, len(talk.good.body) + 50) + talk.good.body)
    talk.close()


@fault()
def length_too_short(talk: Talk) -> None:
    talk.send(talk.head(200, max(1, len(talk.good.body) - 5)) + talk.good.body)
    talk.close()


for _name, _lengths in (
    ("length_below_zero", ["-5"]),
    ("length_is_no_number", ["ten"]),
    ("length_of_10_to_the_30", ["1" + "0" * 30]),
    ("two_lengths", ["2", "500"]),
):

    def _odd_length(talk: Talk, lengths: list[str] = _lengths) -> None:
        rows = "".join(f"Content-Length: {one}\r\n" for one in lengths)
        talk.send(f"HTTP/1.1 200 OK\r\n{rows}\r\n".encode() + talk.good.body)
        talk.close()

    named(_name, _odd_length, "either")


for _name, _chunks, _write in (
    ("chunk_size_is_no_number", b"zz\r\n{}\r\n0\r\n\r\n", "unknown"),
    ("chunk_size_below_zero", b"-2\r\n{}\r\n0\r\n\r\n", "unknown"),
    ("chunk_size_huge", b"ffffffffffffffff\r\n{}", "unknown"),
    ("chunk_without_an_end", b"2\r\n{}", "unknown"),
    ("chunk_size_line_endless", b"1" * 70_000, "unknown"),
):

    def _odd_chunks(talk: Talk, chunks: bytes = _chunks) -> None:
        talk.send(talk.head(200, None, Transfer_Encoding="chunked") + chunks)
        talk.close()

    named(_name, _odd_chunks, _write)  # type: ignore[arg-type]


@fault()
def endless_chunks(talk: Talk) -> None:
    talk.send(talk.head(200, None, Transfer_Encoding="chunked"))
    talk.pour(b"10000\r\n" + b" " * 65_536 + b"\r\n")


@fault()
def crumbs(talk: Talk) -> None:
    talk.send(talk.head(200, None, Transfer_Encoding="chunked"))
    talk.pour(b"1\r\n \r\n" * 10_000)


@fault()
def endless_chunk_extensions(talk: Talk) -> None:
    talk.send(talk.head(200, None, Transfer_Encoding="chunked"))
    talk.pour(b"1;" + b"x" * 60_000 + b"\r\n \r\n")


@fault()
def hints_by_the_megabyte(talk: Talk) -> None:
    rows = b"".join(b"X-%d: %b\r\n" % (n, b"y" * 65_000) for n in range(90))
    talk.pour(b"HTTP/1.1 103 Early Hints\r\n" + rows + b"\r\n")


@fault(slow=True)
def endless_trailers(talk: Talk) -> None:
    talk.send(talk.head(200, None, Transfer_Encoding="chunked") + b"2\r\n{}\r\n0\r\n")
    for _ in range(2_000):
        if talk.over.wait(PAUSE / 5):
            return
        talk.send(b"X-Trailer: more\r\n")


@fault("either")
def chunked_and_a_length(talk: Talk) -> None:
    body = talk.good.body
    talk.send(talk.head(200, 3, Transfer_Encoding="chunked"))
    talk.send(b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body))


@functools.cache
def squeezed(bits: int) -> bytes:
    return gzip.compress(b" " * (1 << bits))


@functools.cache
def deflated(bits: int) -> bytes:
    return zlib.compress(b"[" * (1 << bits))


@fault()
def gzip_bomb(talk: Talk) -> None:
    piece = squeezed(20)
    talk.send(talk.head(200, len(piece) * 300, Content_Encoding="gzip"))
    talk.pour(piece, 300)


@fault()
def gzip_in_gzip_bomb(talk: Talk) -> None:
    body = gzip.compress(squeezed(26))
    talk.send(talk.head(200, len(body), Content_Encoding="gzip, gzip") + body)


@fault()
def deflate_bomb(talk: Talk) -> None:
    body = deflated(25)
    talk.send(talk.head(200, len(body), Content_Encoding="deflate") + body)


@fault()
def gzip_of_nothing_for_ever(talk: Talk) -> None:
    head = talk.head(200, None, Content_Encoding="gzip", Connection="close")
    talk.send(head + b"\x1f\x8b\x08\0\0\0\0\0\0\3")
    talk.pour(b"\0\0\0\xff\xff" * 10_000)


@fault()
def bomb_in_a_redirect(talk: Talk) -> None:
    body = squeezed(26)
    talk.send(talk.head(302, len(body), Content_Encoding="gzip", Location="/elsewhere") + body)


@fault("good")
def gzip_twice(talk: Talk) -> None:
    body = gzip.compress(gzip.compress(talk.good.body))
    talk.send(talk.head(200, len(body), Content_Encoding="gzip, gzip") + body)


@fault("either")
def gzip_cut_short(talk: Talk) -> None:
    # of a short answer all is there before the cut
    body = gzip.compress(talk.good.body + b" " * 2_000)[:20]
    talk.send(talk.head(200, len(body), Content_Encoding="gzip") + body)


@fault()
def gzip_that_is_none(talk: Talk) -> None:
    talk.say(b"\xff\xfe this is no gzip", Content_Encoding="gzip")


@fault("either")
def coding_nobody_asked_for(talk: Talk) -> None:
    talk.say(b"\x28\xb5\x2f\xfd\x04\x00", Content_Encoding="zstd")


@fault("either")
def codings_by_the_hundred(talk: Talk) -> None:
    talk.say(Content_Encoding=", ".join(["gzip"] * 100))


# What should be JSON.

for _name, _body, _write in (
    ("html_with_200", b"<!doctype html><title>Sign in</title>", "unknown"),
    ("nothing_with_200", b"", "either"),
    ("white_space_alone", b" " * 5_000, "either"),
    ("utf_16", '{"id": "1"}'.encode("utf-16"), "unknown"),
    ("broken_utf_8", b'{"id": "\xff\xfe\xc0"}', "either"),
    ("half_a_document", b'{"id": "1", "content": "<p>He', "unknown"),
    ("deep_lists", b"[" * 200_000 + b"]" * 200_000, "unknown"),
    ("deep_objects", b'{"a":' * 200_000 + b"1" + b"}" * 200_000, "unknown"),
    ("number_of_100000_digits", b'{"id": ' + b"9" * 100_000 + b"}", "unknown"),
    ("number_2_to_the_63", b'{"id": 9223372036854775808}', "unknown"),
    ("number_1e999", b'{"id": "1", "n": 1e999}', "unknown"),
    ("nan", b'{"id": NaN}', "unknown"),
    ("infinity", b'{"id": "1", "n": -Infinity}', "unknown"),
    ("lone_surrogate", b'{"id": "\\ud800", "content": "\\udfff"}', "either"),
    ("nul_in_text", b'{"id": "1\\u0000", "content": "\\u0000"}', "either"),
    ("keys_twice", b'{"id": "1", "id": "2", "id": []}', "either"),
    ("bare_null", b"null", "either"),
    ("bare_number", b"42", "either"),
    ("bare_text", b'"ok"', "either"),
    ("empty_object", b"{}", "either"),
    ("empty_list", b"[]", "either"),
    ("list_of_lists", b'[[[]], null, 1, "x", {}]', "either"),
    ("two_documents", b'{"id": "1"}{"id": "2"}', "unknown"),
    ("a_million_objects", b"[" + b"{}," * 1_000_000 + b"{}]", "unknown"),
    ("error_with_200", b'{"error": "something went wrong", "message": 5}', "either"),
):

    def _odd_json(talk: Talk, body: bytes = _body) -> None:
        talk.say(body)

    named(_name, _odd_json, _write)  # type: ignore[arg-type]


@fault()
def json_of_nine_megabytes(talk: Talk) -> None:
    talk.say(b'["' + b"x" * 9_000_000 + b'"]')


@fault("good")
def charset_is_a_lie(talk: Talk) -> None:
    talk.say(Content_Type="application/json; charset=utf-16")


@fault("good")
def called_a_picture(talk: Talk) -> None:
    talk.say(Content_Type="image/png")


@fault("good")
def cookies(talk: Talk) -> None:
    talk.say(Set_Cookie="session=stranger; Domain=127.0.0.1; Path=/; Max-Age=99999999")


@fault("good")
def odd_link_header(talk: Talk) -> None:
    odd = '<http://[::1>; rel="next", <>;;==,<<>>; rel=next; rel=next, <javascript:1>; rel="prev"'
    talk.say(Link=odd)


@fault("good")
def link_to_another_host(talk: Talk) -> None:
    talk.say(Link='<https://evil.invalid/api?max_id=1&access_token=x>; rel="next"')


@fault("good")
def budget_headers_of_nonsense(talk: Talk) -> None:
    talk.say(
        X_RateLimit_Remaining="-9e99",
        X_RateLimit_Reset="Thu, 99 Foo 99999 99:99:99 +99999999999999999",
        Date="Thu, 01 Jan 0001 00:00:00 +2359",
        Retry_After="soon",
    )


# Redirects.

_ODD_PLACES = (
    "to_a_name_before_an_at", "to_the_host_behind_two_slashes", "to_bytes_that_are_no_text",
)  # fmt: skip
for _status in (300, 301, 302, 303, 304, 305, 306, 307, 308):
    for _place, _target in (
        ("to_itself", "{here}"),
        ("to_another_host", "https://evil.invalid/?token={echo}"),
        ("to_plain_http", "http://evil.invalid/"),
        ("to_a_file", "file:///etc/passwd"),
        ("to_nonsense", "http://[::1"),
        ("to_nowhere", ""),
        ("to_a_script", "javascript:alert(1)"),
        ("to_a_port_that_is_none", "https://evil.invalid:99999999/"),
        ("to_a_name_before_an_at", "{here}@evil.invalid/"),
        ("to_the_host_behind_two_slashes", "//evil.invalid/?token={echo}"),
        ("to_bytes_that_are_no_text", "/\xe9\x80"),
    ):
        if _place in _ODD_PLACES and _status not in (302, 308):
            continue
        if _status not in (301, 302, 303, 307, 308) and _place != "to_another_host":
            continue

        def _redirect(talk: Talk, status: int = _status, target: str = _target) -> None:
            here = f"http://{talk.asked.headers.get('host')}{talk.asked.target}"
            place = target.format(here=here, echo=talk.echo.replace(" ", "+"))
            talk.say(b"{}", status, Location=place[:4000])

        named(f"{_status}_{_place}", _redirect, "no" if _status in (301, 307, 308) else "unknown")
FAULTS["300_to_another_host"] = Fault(
    "300_to_another_host", FAULTS["300_to_another_host"].act, "no"
)


# Refusals.

_DOUBT = frozenset({408, 409, 425, 444, 460, 499})
for _status in (
    *(
        400,
        401,
        402,
        403,
        404,
        405,
        406,
        407,
        408,
        409,
        410,
        411,
        412,
        413,
        414,
        415,
        416,
        417,
        418,
    ),
    *(421, 422, 423, 424, 425, 426, 428, 429, 431, 444, 451, 460, 499),
    *(500, 501, 502, 503, 504, 505, 507, 508, 511, 520, 521, 522, 524, 525, 530, 599),
):
    _doubt = _status >= 500 or _status in _DOUBT

    def _refuse(talk: Talk, status: int = _status) -> None:
        said = {"error": f"no: {talk.echo}", "message": f"no: {talk.echo}"}
        talk.say(json.dumps(said).encode(), status)

    def _refuse_in_html(talk: Talk, status: int = _status) -> None:
        talk.say(f"<html>{talk.echo}</html>".encode(), status, Content_Type="text/html")

    named(f"status_{_status}", _refuse, "unknown" if _doubt else "no")
    named(f"status_{_status}_in_html", _refuse_in_html, "unknown" if _doubt else "no")

for _status in (429, 503):
    for _name, _after in (
        ("in_3000_years", "100000000000"),
        ("below_zero", "-5"),
        ("in_1970", "Thu, 01 Jan 1970 00:00:00 GMT"),
        ("in_9999", "Fri, 31 Dec 9999 23:59:59 GMT"),
        ("in_99999", "Fri, 31 Dec 99999 23:59:59 GMT"),
        ("nonsense", "\x80 soon; ,=:"),
        ("empty", ""),
        ("digits_by_the_thousand", "9" * 5_000),
        ("a_fraction", "0.00001"),
        ("a_zone_beyond_all", "Fri, 31 Dec 2026 23:59:59 +99999999999999999999"),
    ):

        def _later(talk: Talk, status: int = _status, after: str = _after) -> None:
            talk.say(b'{"error": "slow down"}', status, Retry_After=after)

        named(f"{_status}_retry_{_name}", _later, "no" if _status == 429 else "unknown")


class Breaking:
    """The server. One thread moves it: `breaks`, a call of ours, `seen`."""

    def __init__(
        self, script: Script, *, tls: ssl.SSLContext | None = None, family: int = socket.AF_INET
    ) -> None:
        self.script = script
        self.seen: list[Asked] = []
        self.hit: list[Asked | None] = []
        self._tls = tls
        self._fault: Fault | None = None
        self._at: int | None = None
        self._count = 0
        self._lock = threading.Lock()
        self._over = threading.Event()
        self._turn = threading.Event()
        self._mark: Any = None
        self._drained = threading.Event()
        here = "127.0.0.1" if family == socket.AF_INET else "::1"
        self._listener = socket.create_server((here, 0), family=family, backlog=128)
        host = here if family == socket.AF_INET else f"[{here}]"
        scheme = "https" if tls else "http"
        self.url = f"{scheme}://{host}:{self._listener.getsockname()[1]}"

    def __enter__(self) -> Breaking:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._over.set()
        self._turn.set()
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()

    def breaks(self, fault: Fault | None, *, at: int | None = None) -> None:
        """From now on: break each request, or the one with this number; forget what was seen."""
        self._drain()
        with self._lock:
            self._turn.set()  # whatever still drips from the call before
            self._turn = threading.Event()
            self._fault, self._at, self._count = fault, at, 0
            self.seen, self.hit = [], []

    def _drain(self) -> None:
        """Wait until all connections are taken that somebody made before now.

        One whose call has given up would else be counted as one of the next call.
        """
        with socket.socket(self._listener.family, socket.SOCK_STREAM) as mark:
            mark.bind((self._listener.getsockname()[0], 0))
            self._drained.clear()
            self._mark = mark.getsockname()[:2]
            with contextlib.suppress(OSError):
                mark.connect(self._listener.getsockname())
                self._drained.wait(10)

    def _next(self, asked: Asked | None, turn: threading.Event) -> Fault | None:
        """Count a request (None: one whose connection broke before); return what befalls it.

        Raises EOFError for a straggler of the call before.
        """
        with self._lock:
            if turn is not self._turn:
                raise EOFError
            number, self._count = self._count, self._count + 1
            if asked is not None:
                self.seen.append(asked)
            meets = self._fault is not None and self._at in (None, number)
            if meets:
                self.hit.append(asked)
            return self._fault if meets else None

    def _early(self) -> bool:
        with self._lock:
            return self._fault is not None and self._fault.early and self._at in (None, self._count)

    def _accept(self) -> None:
        while not self._over.is_set():
            try:
                sock, peer = self._listener.accept()
            except OSError:
                return
            if peer[:2] == self._mark:
                sock.close()
                self._drained.set()
                continue
            sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            threading.Thread(target=self._talk, args=(sock, self._turn), daemon=True).start()

    def _talk(self, sock: socket.socket, turn: threading.Event) -> None:
        with contextlib.suppress(OSError, ValueError, EOFError, LookupError), sock:
            sock.settimeout(10)
            if self._tls is not None:
                sock = self._tls.wrap_socket(sock, server_side=True)
            with sock, sock.makefile("rb") as reader:
                while not self._over.is_set():
                    if self._early():
                        nothing = Asked("", "", {}, b"")
                        talk = Talk(sock, turn, nothing, Said({}))
                        befalls = self._next(None, turn)
                        if befalls is not None:
                            befalls.act(talk)
                            return
                    asked = _receive(reader)
                    befalls = self._next(asked, turn)
                    talk = Talk(sock, turn, asked, self.script(asked))
                    if befalls is None or befalls.early:
                        talk.say()
                    else:
                        befalls.act(talk)
                    if talk.closed or asked.headers.get("connection") == "close":
                        return


def _receive(reader: Any) -> Asked:
    first = reader.readline(65_536).decode("latin-1").split()
    if len(first) != 3:
        raise EOFError
    headers: dict[str, str] = {}
    while (row := reader.readline(65_536)) not in (b"\r\n", b"\n"):
        if not row:
            raise EOFError
        name, _, value = row.decode("latin-1").partition(":")
        headers[name.lower()] = value.strip()
    body = b""
    if headers.get("transfer-encoding") == "chunked":
        while size := int(reader.readline(), 16):
            body += reader.read(size)
            reader.readline()
        reader.readline()
    elif size := int(headers.get("content-length") or 0):
        body = reader.read(size)
    return Asked(first[0], first[1], headers, body)


def mutated(seed: int) -> Fault:
    """A good answer with some of its bytes changed, dropped, doubled: what nobody thought of."""
    rng = random.Random(seed)
    plan = [(rng.random(), rng.randrange(5), rng.randbytes(rng.randrange(1, 9))) for _ in range(9)]
    plan = plan[: rng.randrange(1, 9)]

    def act(talk: Talk) -> None:
        whole = bytearray(talk.head(talk.good.status, len(talk.good.body)) + talk.good.body)
        for place, how, some in plan:
            at = int(place * len(whole))
            match how:
                case 0:
                    whole[at : at + 1] = some
                case 1:
                    del whole[at : at + len(some)]
                case 2:
                    whole[at:at] = some
                case 3:
                    whole[at:at] = whole[at : at + 40]
                case _:
                    whole[at : at + 1] = b"\r\n"
        talk.send(bytes(whole))
        talk.close()

    return Fault(f"mutated_{seed}", act, "any")


@contextlib.contextmanager
def black_hole() -> Iterator[tuple[str, int]]:
    """An address of this machine that takes no connection and refuses none either."""
    listener = socket.socket()
    listener.bind(("127.0.0.1", 0))
    listener.listen(0)
    place = listener.getsockname()
    waiting = []
    for _ in range(4):
        one = socket.socket()
        one.setblocking(False)
        with contextlib.suppress(BlockingIOError):
            one.connect(place)
        waiting.append(one)
    try:
        yield place
    finally:
        for one in waiting:
            one.close()
        listener.close()
