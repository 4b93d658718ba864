"""What stands between a connector and its server: certificates, names, addresses, proxies (PV-06).

Each of these ends before a byte of a request has left, so a write ends as Offline, too, and its
server has seen nothing. There is no switch for trusting a server that nobody vouches for.
"""

from __future__ import annotations

import datetime
import gc
import inspect
import ipaddress
import socket
import ssl
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from cmapp.domain import actions
from cmapp.domain.errors import Offline, Rejected, Trouble
from cmapp.domain.streams import Stream
from cmapp.system import clock, http, wire
from cmapp.system.http import Http
from cmapp.system.network import Network
from tests.fire import breaking, faults, scripts
from tests.fire.breaking import FAULTS, Breaking
from tests.fire.faults import SHORT

DAY = datetime.timedelta(days=1)
VERBS = {
    "read": lambda link: list(link.pull(Stream.OWN_POSTS)),
    "write": lambda link: link.perform(actions.Publish("x", made_at=clock.now()), "key"),
}
PLATFORMS = ("mastodon", "bluesky")


@pytest.fixture(autouse=True)
def _hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(http, "Patience", lambda: SHORT)


def certificate(folder: Path, *, days: int = 1, name: str = "127.0.0.1") -> tuple[Path, Path]:
    x509 = pytest.importorskip("cryptography.x509", reason="comes with keyring on Linux alone")
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "cmapp test")])
    ends = datetime.datetime.now(datetime.UTC) + days * DAY
    names = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(name))])
    made = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(ends - 10 * DAY)
        .not_valid_after(ends)
        .add_extension(names, critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem, shut = serialization.Encoding.PEM, serialization.NoEncryption()
    (folder / "cert.pem").write_bytes(made.public_bytes(pem))
    key_bytes = key.private_bytes(pem, serialization.PrivateFormat.PKCS8, shut)
    (folder / "key.pem").write_bytes(key_bytes)
    return folder / "cert.pem", folder / "key.pem"


def guarded(cert: Path, key: Path, *, old: bool = False) -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    if old:
        context.set_ciphers("ALL:@SECLEVEL=0")
        context.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
        context.maximum_version = ssl.TLSVersion.TLSv1_1
    context.load_cert_chain(cert, key)
    return context


def offline(platform: str, verb: str, url: str, folder: Path, **facts: Any) -> Offline:
    """Do the verb; see that nothing left, and in time (by the door's own clock and a floor)."""
    watch = faults.Watch()
    over = threading.Event()
    threading.Thread(target=watch.tick, args=(over,), daemon=True).start()
    began = clock.monotonic()
    with scripts.connector(platform, url, folder, **facts) as link, pytest.raises(Offline) as told:
        VERBS[verb](link)
    over.set()
    late = clock.monotonic() - began - SHORT.total
    assert late < faults.GRACE + 4 * watch.lag(began)
    return told.value


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("case", ["nobody_vouches", "expired", "another_name"])
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_man_in_the_middle_gets_nothing(
    case: str, platform: str, verb: str, tmp_path: Path
) -> None:
    days = -1 if case == "expired" else 1
    name = "127.0.0.2" if case == "another_name" else "127.0.0.1"
    cert, key = certificate(tmp_path, days=days, name=name)
    # even where its certificate is trusted: it has expired, or is somebody else's
    facts = {} if case == "nobody_vouches" else {"ca_file": str(cert)}
    with Breaking(scripts.SCRIPTS[platform], tls=guarded(cert, key)) as server:
        told = offline(platform, verb, server.url, tmp_path, **facts)
        assert told.why == "certificate"
        assert server.seen == []


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("platform", PLATFORMS)
def test_with_a_file_of_certificates_for_the_account_it_works(
    platform: str, verb: str, tmp_path: Path
) -> None:
    cert, key = certificate(tmp_path)
    with Breaking(scripts.SCRIPTS[platform], tls=guarded(cert, key)) as server:
        with scripts.connector(platform, server.url, tmp_path, ca_file=str(cert)) as link:
            assert VERBS[verb](link)
        cert.unlink()  # then nobody vouches any more, and that is all that happens
        assert offline(platform, verb, server.url, tmp_path, ca_file=str(cert)).why == "certificate"


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("platform", PLATFORMS)
def test_an_old_protocol_is_not_spoken(platform: str, tmp_path: Path) -> None:
    cert, key = certificate(tmp_path)
    with Breaking(scripts.SCRIPTS[platform], tls=guarded(cert, key, old=True)) as server:
        offline(platform, "write", server.url, tmp_path, ca_file=str(cert))
        assert server.seen == []


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("fault", ["silence", "drip", "close_at_once", "reset_at_once", "plain"])
def test_a_handshake_that_leads_nowhere_ends_in_time(
    fault: str, platform: str, tmp_path: Path
) -> None:
    def drip(talk: breaking.Talk) -> None:
        talk.drip(b"\x16\x03\x03\x40\x00" + b"\x02" * 5_000)

    def plain(talk: breaking.Talk) -> None:
        talk.send(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")

    act = {"drip": drip, "plain": plain, "silence": breaking.silence}.get(fault)
    chosen = FAULTS[fault] if act is None else breaking.Fault(fault, act, early=True)
    with Breaking(scripts.SCRIPTS[platform]) as server:
        server.breaks(chosen)
        url = server.url.replace("http:", "https:")
        offline(platform, "write", url, tmp_path)
    gc.collect()  # ssl itself drops such a socket without closing it


def test_there_is_no_switch_to_trust_whoever_answers() -> None:
    names = [*inspect.signature(Http).parameters, *inspect.signature(wire.tls).parameters]
    assert not {"verify", "insecure", "trust"} & set(names)
    context = wire.tls()
    assert context.check_hostname and context.verify_mode == ssl.CERT_REQUIRED
    for name in PLATFORMS:
        source = "".join(p.read_text() for p in Path("cmapp/platforms", name).glob("*.py"))
        assert "CERT_NONE" not in source and "verify" not in source.replace(
            "verify_credentials", ""
        )


# Names and addresses.


@pytest.fixture
def names(monkeypatch: pytest.MonkeyPatch) -> Iterator[dict[str, Any]]:
    """What is looked up here: name → addresses, or what to do."""
    table: dict[str, Any] = {}
    before = socket.getaddrinfo

    def ask(host: Any, port: Any, *rest: Any, **more: Any) -> Any:
        found = table.get(host)
        if found is None:
            return before(host, port, *rest, **more)
        if callable(found):
            found = found()
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", place) for place in found]

    monkeypatch.setattr(socket, "getaddrinfo", ask)
    yield table


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("verb", VERBS)
def test_names_that_lead_nowhere(
    platform: str, verb: str, names: dict[str, Any], tmp_path: Path
) -> None:
    over = threading.Event()

    def hangs() -> list[Any]:
        over.wait(30)
        return []

    with breaking.black_hole() as hole:
        names["hangs.example"] = hangs
        names["nothing.example"] = lambda: []
        names["dead.example"] = [hole] * 3
        names["many.example"] = [("127.0.0.1", port) for port in range(1, 40)]
        told = {
            name: offline(platform, verb, f"https://{name}", tmp_path).facts["reason"]
            for name in ("no-such-name.invalid", *names)
        }
    over.set()
    assert told["no-such-name.invalid"] == told["nothing.example"] == "dns"


def test_the_living_one_of_several_addresses_is_found(names: dict[str, Any]) -> None:
    with Breaking(scripts.mastodon) as server, breaking.black_hole() as hole:
        port = int(server.url.rpartition(":")[2])
        names["localhost"] = [("127.0.0.1", 1), hole, ("127.0.0.1", port)]
        door = Http(f"http://localhost:{port}", network=Network())
        assert door.get("/api/v2/instance").ok
        door.close()


def test_addresses_that_lead_nowhere_hold_nobody_up(names: dict[str, Any]) -> None:
    with Breaking(scripts.mastodon) as server, breaking.black_hole() as hole:
        port = int(server.url.rpartition(":")[2])
        names["localhost"] = [hole, hole, ("127.0.0.1", port)]
        names["127.0.0.1"] = [("127.0.0.1", port)]
        door = Http(f"http://localhost:{port}", network=Network())
        began = clock.monotonic()
        assert door.get("/api/v2/instance").ok
        assert clock.monotonic() - began < 4, "half of the ten seconds for a connection, and more"
        door.close()


def test_a_server_of_ipv6_alone(tmp_path: Path) -> None:
    try:
        server = Breaking(scripts.mastodon, family=socket.AF_INET6)
    except OSError as error:
        pytest.skip(f"no IPv6 on this machine: {error}")
    with server, scripts.connector("mastodon", server.url, tmp_path) as link:
        assert VERBS["write"](link) and VERBS["read"](link)


@pytest.mark.parametrize(
    "address", ["127.0.0.1", "127.8.8.8", "169.254.169.254", "0.0.0.0", "10.1.2.3", "192.168.1.1"]
)
def test_a_strangers_name_that_leads_into_this_network_is_not_fetched(
    address: str, names: dict[str, Any]
) -> None:
    names["pictures.example"] = [(address, 443)]
    door = Http("https://social.example", network=Network())
    with pytest.raises(Rejected) as told:
        door.download("https://pictures.example/a.png")
    assert told.value.why == "host_not_allowed"


@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_refused_connection(platform: str, tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    for verb in VERBS:
        offline(platform, verb, f"http://127.0.0.1:{port}", tmp_path)


@pytest.mark.parametrize("platform", PLATFORMS)
def test_proxies_and_netrc_of_the_machine_change_nothing(
    platform: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".netrc").write_text("machine 127.0.0.1 login eve password stolen\n")
    (tmp_path / ".netrc").chmod(0o600)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("NETRC", str(tmp_path / ".netrc"))
    for name in ("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "ALL_PROXY", "all_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    with Breaking(scripts.SCRIPTS[platform]) as server:
        with scripts.connector(platform, server.url, tmp_path) as link:
            assert VERBS["read"](link) and VERBS["write"](link)
        assert {one.headers["authorization"] for one in server.seen} == {f"Bearer {scripts.CANARY}"}


@pytest.mark.parametrize("platform", PLATFORMS)
def test_a_next_page_on_another_host_never_gets_the_token(platform: str, tmp_path: Path) -> None:
    """SSRF by Link, Location and DID document: all that is asked is asked of our own server."""
    with (
        Breaking(scripts.SCRIPTS[platform]) as server,
        Breaking(lambda _: breaking.Said([])) as evil,
    ):
        link_to_evil = f'<{evil.url}/api/v1/x?max_id=1>; rel="next"'
        act = lambda talk: talk.say(Link=link_to_evil)  # noqa: E731
        away = lambda talk: talk.say(b"{}", 307, Location=evil.url + "/x")  # noqa: E731
        for fault in (breaking.Fault("link", act), breaking.Fault("away", away)):
            server.breaks(fault)
            with scripts.connector(platform, server.url, tmp_path) as link:
                for verb in VERBS.values():
                    try:
                        verb(link)
                    except Trouble:
                        pass
        assert evil.seen == []
