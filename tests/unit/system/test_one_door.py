"""One door to the world: what may speak to a network, and how, read from the source (P10, P19)."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3] / "cmapp"
DOOR = {"system/http.py", "system/wire.py", "system/dialling.py"}
# Beside the door: sockets of this very machine, never a server of the world.
HERE = {
    "connectors/signin.py": {"http.server"},  # the browser of a sign-in comes back to it
    # a pair of sockets that a signal wakes the window by, and whether there is a network at all
    "ui/desktop.py": {"socket", "PySide6.QtNetwork.QNetworkInformation"},
    "ui/instance.py": {"PySide6.QtNetwork.QLocalServer", "PySide6.QtNetwork.QLocalSocket"},
}
OUTSIDE = ("requests", "urllib3", "http", "socket", "ssl", "urllib.request", "httpx", "aiohttp",
           "asyncio", "ftplib", "smtplib", "telnetlib", "xmlrpc", "socketserver", "websockets",
           "PySide6.QtNetwork", "PySide6.QtWebSockets", "PySide6.QtWebEngineCore",
           "cmapp.system.dialling")  # fmt: skip


def imports(tree: ast.AST) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and node.level == 0:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def leaving(source: str, allowed: set[str]) -> set[str]:
    """What of a module's imports leads to a network."""
    return {
        name
        for name in imports(ast.parse(source))
        for way in OUTSIDE
        if (name == way or name.startswith(way + "."))
        and not any(name == one or name.startswith(one + ".") for one in allowed)
    }


def loose(source: str) -> list[str]:
    """What a call of the door must never say."""
    found = []
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.keyword(arg="verify" | "trust_env", value=ast.Constant(value=value)):
                if (node.arg, value) not in (("verify", True), ("trust_env", False)):
                    found.append(f"{node.arg}={value}")
            case ast.keyword(arg="allow_redirects", value=ast.Constant(value=True)):
                found.append("allow_redirects=True")
            case ast.keyword(arg="auth"):
                found.append("auth")
            case ast.Attribute(attr=name) | ast.Name(id=name) if name in (
                "CERT_NONE", "CERT_OPTIONAL", "_create_unverified_context", "disable_warnings",
                "get_netrc_auth", "netrc", "proxy_from_url", "ProxyManager",
            ):  # fmt: skip
                found.append(name)
    return found


def test_no_other_module_leads_out() -> None:
    found = {}
    for path in sorted(ROOT.rglob("*.py")):
        module, source = path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")
        ways = set() if module in DOOR else leaving(source, HERE.get(module, set()))
        if ways or loose(source):
            found[module] = [*ways, *loose(source)]
    assert found == {}


def test_the_door_follows_no_redirect_and_reads_no_file_of_passwords() -> None:
    tree = ast.parse((ROOT / "system/http.py").read_text(encoding="utf-8"))
    calls = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in ("request", "get", "post", "send")
        and ast.unparse(node.func.value) == "self._session"
    ]
    assert len(calls) == 1
    said = {one.arg: ast.unparse(one.value) for one in calls[0].keywords}
    assert said["allow_redirects"] == "False" and said["stream"] == "True"
    assert "self._session.trust_env = False" in ast.unparse(tree)


@pytest.mark.parametrize(
    "source",
    ["import requests", "from urllib.request import urlopen", "import http.client", "import socket",
     "from PySide6.QtNetwork import QNetworkAccessManager", "def f():\n    import ssl"],
)  # fmt: skip
def test_a_second_door_would_be_seen(source: str) -> None:
    assert leaving(source, set())


@pytest.mark.parametrize(
    "source",
    ["get(url, verify=False)", "get(url, allow_redirects=True)", "x = ssl.CERT_NONE",
     "session(trust_env=True)", "get(url, auth=('a', 'b'))"],
)  # fmt: skip
def test_a_loose_call_would_be_seen(source: str) -> None:
    assert loose(source)
