"""What every test gets: loopback sockets only, real servers shared by the run, `--live` opt-in.

Where a server cannot be had (nothing installed by `packaging/test`), its tests are skipped with the
reason printed; with CMAPP_SERVERS=required, which `packaging/test` sets, they fail instead.
"""

from __future__ import annotations

import ipaddress
import logging
import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support import cassettes, faults, shared, shares
from tests.support.bluesky import BlueskyNetwork
from tests.support.mastodon import MastodonServer

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
SEED = 6


def owner() -> int:
    """The process that leads the run: the parent of a worker, else this one."""
    return os.getppid() if "PYTEST_XDIST_WORKER" in os.environ else os.getpid()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--live", action="store_true", help="also talk to real networks")


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    loopback_only()
    from hypothesis import settings

    # A gate says the same of the same code each time. What nobody has thought of yet is looked
    # for by long runs, which print their seeds: CMAPP_RANDOM=1.
    free = "CMAPP_RANDOM" in os.environ
    settings.register_profile("gate", derandomize=not free)
    settings.load_profile("gate")
    if not free and getattr(config.option, "randomly_seed", "") == "default":
        config.option.randomly_seed = SEED  # of the order, and of what `random` says in a test


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> Any:
    """Keep together what belongs together, whatever else is asked of xdist (`shares.py`)."""
    config.option.loadscopereorder = False
    return shares.scheduler()(config, log)


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if "PYTEST_XDIST_WORKER" in os.environ:
        items.sort(key=lambda item: shares.rank(item.nodeid))
    if not config.getoption("--live"):
        for item in items:
            if item.get_closest_marker("live"):
                item.add_marker(pytest.mark.skip(reason="talks to a real network: --live"))


def pytest_unconfigure(config: pytest.Config) -> None:
    if owner() == os.getpid():
        shared.stop_all(owner())


class NotLoopback(BaseException):
    """A test reached for the world. No `except Exception` of ours may swallow it."""


def is_loopback(host: Any) -> bool:
    if host in (None, "", "localhost"):
        return True
    try:
        return ipaddress.ip_address(str(host).partition("%")[0]).is_loopback
    except ValueError:
        return False


def loopback_only() -> None:
    """Refuse other addresses in this process; unknown names fail as they do without a network."""
    connect, connect_ex, getaddrinfo = (
        socket.socket.connect,
        socket.socket.connect_ex,
        socket.getaddrinfo,
    )

    def guard(sock: socket.socket, address: Any) -> None:
        if sock.family in (socket.AF_INET, socket.AF_INET6) and not is_loopback(address[0]):
            raise NotLoopback(address)

    def guarded_connect(sock: socket.socket, address: Any) -> None:
        guard(sock, address)
        connect(sock, address)

    def guarded_connect_ex(sock: socket.socket, address: Any) -> int:
        guard(sock, address)
        return connect_ex(sock, address)

    def names_of_this_machine(host: Any, *rest: Any, **more: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else host
        try:
            ipaddress.ip_address(str(name).partition("%")[0])
        except ValueError:
            if not is_loopback(name):
                raise socket.gaierror(socket.EAI_NONAME, "Name or service not known") from None
        return getaddrinfo(host, *rest, **more)

    socket.socket.connect = guarded_connect  # type: ignore[method-assign]
    socket.socket.connect_ex = guarded_connect_ex  # type: ignore[method-assign]
    socket.getaddrinfo = names_of_this_machine  # type: ignore[assignment]


def server(name: str, *options: str) -> dict[str, Any]:
    """The facts of a shared server, or a skip that says why (a failure where it is required)."""
    kind = name.partition("-")[0]
    try:
        return shared.obtain(name, f"tests.support.{kind}.serve", *options, owner=owner())
    except shared.NotStarted as trouble:
        unavailable(f"{name}: {trouble}")


def unavailable(reason: str) -> Any:
    if os.environ.get("CMAPP_SERVERS") == "required":
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def bluesky(name: str, *options: str) -> BlueskyNetwork:
    facts = server(name, *options)
    return BlueskyNetwork(facts["pds"], facts["plc"], facts["appview"], facts["control"])


@pytest.fixture(autouse=True)
def _way_out() -> Iterator[None]:
    """Open the way out again: an engine that is offline closes it for its whole process."""
    yield
    from cmapp.system import network

    network.process.open()
    network.process.saw(reached=True)  # a call that met a dead server says so of the whole process
    network.process.stop.clear()
    logging.disable(logging.NOTSET)  # a long run that broke off has left it silent


@pytest.fixture(scope="session")
def bluesky_network() -> BlueskyNetwork:
    """A whole Bluesky network; shared, so make accounts of your own."""
    return bluesky("bluesky")


@pytest.fixture(scope="session")
def other_bluesky_network() -> BlueskyNetwork:
    """A second one beside it, with its rate limits on."""
    return bluesky("bluesky-limited", "--rate-limits")


@pytest.fixture(scope="session")
def mastodon_server() -> MastodonServer:
    """A Mastodon-API server; shared, so make users of your own, and do not reset it."""
    return MastodonServer(server("mastodon")["url"])


@pytest.fixture
def fault_proxy() -> Iterator[Callable[..., faults.FaultProxy]]:
    """`fault_proxy(target)`: a breakable way to a server, or to a script alone."""
    opened: list[faults.FaultProxy] = []

    def open_proxy(target: str | None = None) -> faults.FaultProxy:
        opened.append(faults.FaultProxy(target))
        return opened[-1]

    yield open_proxy
    for proxy in opened:
        proxy.close()


@pytest.fixture(scope="session")
def mastodon_recordings() -> list[cassettes.Recording]:
    """Recorded answers of a real Mastodon server (the sdist of Mastodon.py, kept in the cache)."""
    folder: Path = cassettes.folder()
    if not folder.is_dir():
        unavailable("the recordings are not there: python -m tests.support.cassettes fetches them")
    return cassettes.read(folder)
