"""Addresses of servers: their normal form, and which may be called without TLS."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import urlsplit, urlunsplit

from cmapp.domain.errors import Rejected

# Characters that programs disagree about: one may take for a path what another takes for a host.
_NETLOC = re.compile(r"[^@\\%|^`{}<>\"'\s]{1,300}").fullmatch
_LONGEST = 4_000


def normal(url: str) -> str:
    """Return `url` in its normal form, without query, fragment and a slash at the end.

    A name alone (`social.example`) is taken as https. Names in other scripts become what is asked
    for in their place (`xn--…`), so that a server has one name however it is written.

    Raises:
        Rejected: `bad_url`, or `insecure_url` for http to anything but loopback; fact `field`
            is `server`.
    """
    text = url.strip()
    if len(text) > _LONGEST:
        raise Rejected("bad_url", field="server")
    if "://" not in text:
        text = "https://" + text
    try:
        parts = urlsplit(text)
        name, port = _asked_for(parts.hostname or ""), parts.port
    except ValueError:
        name, port = None, None
    strange = any(char.isspace() or not char.isprintable() for char in text)
    if not name or strange or parts.scheme not in {"http", "https"} or not _NETLOC(parts.netloc):
        raise Rejected("bad_url", field="server")
    if parts.scheme == "http" and not is_loopback(text):
        raise Rejected("insecure_url", field="server", host=name)
    shown = f"[{name}]" if ":" in name else name
    if port is not None and port != {"http": 80, "https": 443}[parts.scheme]:
        shown += f":{port}"
    return urlunsplit((parts.scheme, shown, parts.path.rstrip("/"), "", ""))


def _asked_for(name: str) -> str:
    """Return a host as it is looked up. Raises ValueError where it cannot be."""
    if not name.isascii():
        import idna

        # as requests has it, ideographic full stops included
        name = idna.encode(name, uts46=True).decode()
    return name.removesuffix(".")


def is_loopback(url: str) -> bool:
    """Return whether `url` names this machine: 127.0.0.0/8, ::1 or localhost."""
    name = urlsplit(url).hostname or ""
    if name == "localhost":
        return True
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return False


def origin(url: str) -> tuple[str, str]:
    """Return scheme and host (with its port), in normal form.

    Raises:
        Rejected: as in `normal`.
    """
    parts = urlsplit(normal(url))
    return parts.scheme, parts.netloc


def host(url: str) -> str:
    """Return the host, with its port where it has one."""
    return urlsplit(url).netloc.lower()


def bare(url: str) -> str:
    """Return host and path; queries may hold secrets."""
    parts = urlsplit(url)
    return parts.netloc + parts.path
