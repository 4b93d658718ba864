"""Where an address leads is told before it is opened, and nothing but the web is opened."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cmapp.domain import letters
from cmapp.domain.links import look, misleads

LONG = "bank.example." * 6 + "evil.example"


@pytest.mark.parametrize(
    ("address", "url", "host", "why"),
    [
        ("https://shop.example/a?b=c#d", "https://shop.example/a?b=c#d", "shop.example", ()),
        ("HTTPS://Shop.Example./", "https://shop.example/", "shop.example", ()),
        ("http://shop.example", "http://shop.example", "shop.example", ("plain",)),
        ("http://127.0.0.1:8000/x", "http://127.0.0.1:8000/x", "127.0.0.1:8000", ("address",)),
        ("https://bank.example@evil.example/", "https://evil.example/", "evil.example",
         ("userinfo",)),
        ("https://bank.example%2F@evil.example", "https://evil.example", "evil.example",
         ("userinfo",)),
        ("https://2130706433/", "https://127.0.0.1/", "127.0.0.1", ("number",)),
        ("https://0x7f.1/", "https://127.0.0.1/", "127.0.0.1", ("number",)),
        ("https://0177.0.0.1/", "https://127.0.0.1/", "127.0.0.1", ("number",)),
        ("https://[::1]/", "https://[::1]/", "[::1]", ("address",)),
        ("https://ｅvil.example", "https://evil.example", "evil.example", ("fullwidth",)),
        ("https://evil。example", "https://evil.example", "evil.example", ("fullwidth",)),
        ("https://p\u0430ypal.example/", "https://xn--pypal-4ve.example/",
         "p\u0430ypal.example (xn--pypal-4ve.example)", ("mixed", "lookalike")),
        ("https://xn--80ak6aa92e.com/", "https://xn--80ak6aa92e.com/",
         "аррӏе.com (xn--80ak6aa92e.com)", ("lookalike",)),
        ("https://münchen.example", "https://xn--mnchen-3ya.example",
         "münchen.example (xn--mnchen-3ya.example)", ()),
        ("https://例子.example", "https://xn--fsqu00a.example",
         "例子.example (xn--fsqu00a.example)", ()),
        ("https://a.example/\u202egpj.exe", "https://a.example/%E2%80%AEgpj.exe", "a.example",
         ("invisible",)),
        (f"https://{LONG}/", f"https://{LONG}/", LONG, ("long",)),
    ],
)  # fmt: skip
def test_what_an_address_leads_to(address: str, url: str, host: str, why: tuple[str, ...]) -> None:
    found = look(address)
    assert (found.url, found.host, found.why) == (url, host, why)


@pytest.mark.parametrize(
    "address",
    [
        "", "file:///etc/passwd", "FILE:///etc/passwd", "smb://host/share", "//host/share",
        "\\\\host\\share", "javascript:alert(1)", "data:text/html,x", "https:/one.example",
        "https:\\\\evil.example", "https://good.example\\@evil.example/", "https://", "https:///x",
        "https://a b.example/", "https://a..b.example/", "https://a.example:0/",
        "https://a.example:99999/", "https://a.example:8o/", "https://1.2.3.4.5/",
        "https://a.256/", "https://[::1/", "https://-a.example/", "https://xn--\u0430.example",
        "https://good.example\u202e/", "https://go\u200bod.example/", "vbscript:x",
        "https://a.example/" + "x" * 9000, "ms-settings:x", "http:evil.example", "x" * 40,
        "cmapp://x", "mailto:a@b.example", "https://good.example\x00.evil.example/",
    ],
)  # fmt: skip
def test_what_is_not_opened(address: str) -> None:
    assert look(address).url == ""


@settings(max_examples=400)
@given(
    st.one_of(
        st.text(max_size=60),
        st.text(max_size=40).map(lambda t: f"https://{t}"),
        st.text(alphabet="ab.-@:/\\[]%?#0x1～。．\u202e\u200bа", max_size=30).map(
            lambda t: f"https://{t}"
        ),
    )
)
def test_another_reader_finds_the_host_that_is_shown(address: str) -> None:
    from PySide6.QtCore import QUrl

    found = look(address)
    if not found.url:
        return
    assert found.url.isascii() and found.url.isprintable()
    parts = urlsplit(found.url)
    assert parts.scheme in ("http", "https") and parts.username is None
    host = (parts.hostname or "").strip("[]")
    assert host and host in found.host
    qt = QUrl(found.url, QUrl.ParsingMode.StrictMode)
    assert qt.host(QUrl.ComponentFormattingOption.FullyEncoded).strip("[]") == host


@pytest.mark.parametrize(
    ("words", "address", "does"),
    [
        ("bank.example/login", "https://evil.example/", True),
        ("https://bank.example…", "https://evil.example/", True),
        ("https://bank.example@x", "https://evil.example/", False),
        ("www.bank.example", "https://bank.example/", False),
        ("bank.example", "https://www.bank.example/login", False),
        ("bank.example", "https://bank.example.evil.example/", True),
        ("read this", "https://evil.example/", False),
        ("版本 2.0", "https://evil.example/", False),
    ],
)
def test_words_that_name_another_place(words: str, address: str, does: bool) -> None:
    assert misleads(words, look(address)) is does


@pytest.mark.parametrize(
    ("name", "handle", "why"),
    [
        ("\u0410na", "ana", ("mixed", "Latin", "Cyrillic")),
        ("Ana Иванова", "ana@a.example", None),
        ("Анна", "anna@a.example", None),
        ("東京タワーabc", "t@a.example", None),
        ("한국 Korea", "k", None),
        ("مريم حداد", "maryam.example", None),
        ("αdmin", "x", ("mixed", "Latin", "Greek")),
        ("Ana", "\u0430na@a.example", ("mixed", "Latin", "Cyrillic")),
        ("Ana", "ana@xn--80ak6aa92e.com", ("lookalike", "", "")),
        ("Ana", "сосо.example", ("lookalike", "", "")),
        ("Ana", "ad⟨200B⟩min@a.example", ("hidden", "", "")),
        ("Zoë Müller", "zoe", None),
    ],
)
def test_names_that_pass_for_others(
    name: str, handle: str, why: tuple[str, str, str] | None
) -> None:
    assert letters.passing(name, handle) == why


def test_what_cannot_be_seen_in_a_handle_is_shown() -> None:
    from cmapp.connectors import plain

    assert plain.handle("ad\u200bmin@a.example") == "ad⟨200B⟩min@a.example"
    assert plain.handle(" ana\u202e\n") == "ana⟨202E⟩"
    assert plain.handle("ana@a.example") == "ana@a.example"
