"""Where a stranger's address leads: what of it may be opened, and what about it may deceive. Pure.

Nothing is opened but web addresses, and none of them without having been through `look`: what
is opened is written anew from the parts that were understood here, in ASCII, so that no second
reader of addresses (Qt, a browser) finds another host in it than the one that was shown.
"""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from urllib.parse import quote

import regex

from cmapp.domain import letters

MOST = 8_000
"""Characters of an address; what is longer is not opened."""
LONG_HOST = 60
"""Characters of a host behind which its end, the part that counts, is out of sight."""

_WEB = regex.compile(r"(?i)(https?):/{2}([^/?#\\\s]*)((?:[/?#].*)?)", regex.DOTALL)
_LABEL = regex.compile(r"[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?")
_HOST_IN_WORDS = regex.compile(
    r"(?i)(?:https?://)?(?:[^\s/?#@]*@)?((?:[\p{L}\p{N}\p{M}_-]+[.．。｡])+[\p{L}\p{N}-]{2,})"
    r"\.?(?::\d+)?(?:[/?#\s…]|$)"
)
_DOTS = str.maketrans("．。｡", "...")
_SAFE = "/?#[]@!$&'()*+,;=:%~"


@dataclass(frozen=True, slots=True)
class Link:
    """An address looked through.

    `url` is what may be opened, "" where nothing may. `host` is what it leads to, as it is shown.
    `why` are codes: what may deceive, or why it is not opened. They are `not_web`, `bad_host`,
    `too_long`, `invisible` (for both), and of what may be opened: `userinfo` (a name before the
    host), `number` (an IP address in disguise), `address` (an IP address), `fullwidth` (letters
    that stand for others), `mixed` (a word of several scripts), `lookalike` (letters that look
    like Latin ones), `long` (so long a host that its end is out of sight), `plain` (no https).
    """

    url: str
    host: str = ""
    why: tuple[str, ...] = ()


def look(address: str) -> Link:
    """Return what `address` is. Never raises."""
    if len(address) > MOST:
        return Link("", why=("too_long",))
    found = _WEB.fullmatch(address.strip(" \t\n"))
    if found is None:
        return Link("", why=("not_web",))
    scheme, place, rest = found[1].lower(), found[2], found[3]
    if letters.hidden(place):
        return Link("", why=("invisible",))
    why = []
    if "@" in place:
        why.append("userinfo")
        place = place.rpartition("@")[2]
    host, port = _parted(place)
    if host is None:
        return Link("", why=("bad_host",))
    plain = letters.normal(host.translate(_DOTS), "NFKC").lower()
    if plain != letters.normal(host).lower():
        why.append("fullwidth")
    real, shown, more = _real(plain)
    if not real:
        return Link("", why=("bad_host",))
    why += more
    if len(real) > LONG_HOST:
        why.append("long")
    if letters.hidden(rest):
        why.append("invisible")
    if scheme == "http" and not _here(real):
        why.append("plain")
    url = f"{scheme}://{real}{port}{_ascii(rest)}"
    return Link(url, shown + port, tuple(dict.fromkeys(why)))


def misleads(words: str, link: Link) -> bool:
    """Tell whether `words` name another host than the one that their link leads to."""
    named = _HOST_IN_WORDS.match(words.strip())
    if named is None or not link.host:
        return False
    said, _, _ = _real(letters.normal(named[1].translate(_DOTS), "NFKC").lower())
    real = _bare(_WEB.fullmatch(link.url)[2]) if link.url else ""  # type: ignore[index]
    said = _bare(said)
    return bool(said) and said != real and not real.endswith(f".{said}")


def _bare(host: str) -> str:
    return host.partition(":")[0].removeprefix("www.").rstrip(".")


def _parted(place: str) -> tuple[str | None, str]:
    """Return host and `:port`; None where that is neither."""
    if place.startswith("["):
        inside, bracket, port = place[1:].partition("]")
        host = f"[{inside}]" if bracket else None
        port = port.removeprefix(":") if port.startswith(":") or not port else "x"
    else:
        host, _, port = place.partition(":")
    if not host or (port and not (port.isascii() and port.isdecimal() and 0 < int(port) < 65536)):
        return None, ""
    return host, f":{int(port)}" if port else ""


def _real(host: str) -> tuple[str, str, list[str]]:
    """Return a host in ASCII, as it is shown, and what may deceive; "" where it is none."""
    if host.startswith("["):
        try:
            six = ipaddress.IPv6Address(host[1:-1])
        except ValueError:
            return "", "", []
        return f"[{six}]", f"[{six}]", ["address"]
    host = host.removesuffix(".")
    if four := _number(host):
        return four, four, ["address" if four == host else "number"]
    if not host or len(host) > 253:
        return "", "", []
    real, shown, why = [], [], []
    for label in host.split("."):
        ascii_, seen = _label(label)
        if not ascii_:
            return "", "", []
        real.append(ascii_)
        shown.append(seen)
        if not seen.isascii():
            why += ["mixed"] * bool(letters.mixed(seen)) + ["lookalike"] * letters.lookalike(seen)
    if real[-1].isdecimal() or real[-1].startswith("0x"):
        return "", "", []  # browsers take it for a number, and refuse it
    one, other = ".".join(real), ".".join(shown)
    return one, one if one == other else f"{other} ({one})", why


def _label(label: str) -> tuple[str, str]:
    """Return a part of a host in ASCII and as it reads; "" where it is none."""
    import idna

    try:
        if label.startswith("xn--"):
            return label, idna.decode(label)
        if not label.isascii():
            return idna.encode(label).decode(), label
    except (idna.IDNAError, UnicodeError, ValueError):
        return "", ""
    return (label, label) if _LABEL.fullmatch(label) else ("", "")


def _number(host: str) -> str:
    """Return the dotted IP address that a browser reads in numbers: 0x7f.1, 2130706433, 0177.1."""
    parts = host.split(".")
    if not 1 <= len(parts) <= 4:
        return ""
    values = []
    for part in parts:
        try:
            if part.startswith("0x"):
                values.append(int(part[2:] or "0", 16))
            elif part.isdecimal():
                values.append(int(part, 8) if len(part) > 1 and part[0] == "0" else int(part))
            else:
                return ""
        except ValueError:
            return ""
    *heads, last = values
    if any(value > 255 for value in heads) or last >= 256 ** (5 - len(values)):
        return ""
    whole = last + sum(value << 8 * (3 - at) for at, value in enumerate(heads))
    return str(ipaddress.IPv4Address(whole))


def _here(host: str) -> bool:
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def _ascii(rest: str) -> str:
    """Return path, query and fragment in ASCII; what is quoted already stays."""
    rest = rest.replace("\\", "%5C")
    return quote(rest.encode("utf-8", "replace"), safe=_SAFE)
