"""Rules about people: lifecycle stages by counts and recency, and what a query on people means.

Nothing here guesses: a stage follows from when somebody was here, by rules that are settings and
are shown; a query names what was stated, entered or counted.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

DAY = 86_400_000
STAGES = ("new", "active", "loyal", "at-risk", "lapsed")
SOURCES = ("hand", "bio", "item")
"""Where a fact comes from: entered by hand, the person's own profile text, or one of the things
that they said (`item:<id>`). Nothing is inferred, so there is no other."""


@dataclass(frozen=True, slots=True)
class StageRules:
    """The rules of the stages, in days and visits; a visit is a (UTC) day they were here on."""

    new_days: int = 30
    loyal_visits: int = 5
    loyal_days: int = 180
    risk_days: int = 60
    lapsed_days: int = 180

    def explained(self) -> list[dict[str, Any]]:
        """Return the rules in the order in which they are tried: {stage, rule, **numbers}."""
        return [
            {"stage": "lapsed", "rule": "silent", "days": self.lapsed_days},
            {"stage": "at-risk", "rule": "silent", "days": self.risk_days},
            {
                "stage": "loyal",
                "rule": "visits",
                "visits": self.loyal_visits,
                "days": self.loyal_days,
            },
            {"stage": "new", "rule": "first_seen", "days": self.new_days},
            {"stage": "active", "rule": "otherwise"},
        ]


@dataclass(frozen=True, slots=True)
class Seen:
    """When somebody was here (UTC ms, None: never), on how many days in all and lately."""

    first_at: int | None
    last_at: int | None
    days: int
    lately: int
    """Days within the last `StageRules.loyal_days`."""


def stage_of(seen: Seen, rules: StageRules, *, now: int) -> tuple[str | None, dict[str, Any]]:
    """Return the stage that the rules give, and the rule with its numbers; None: never here."""
    if seen.first_at is None or seen.last_at is None:
        return None, {}
    lapsed, risk, loyal, new, active = rules.explained()
    if seen.last_at < now - rules.lapsed_days * DAY:
        return "lapsed", lapsed
    if seen.last_at < now - rules.risk_days * DAY:
        return "at-risk", risk
    if seen.lately >= rules.loyal_visits:
        return "loyal", loyal
    if seen.first_at >= now - rules.new_days * DAY:
        return "new", new
    return "active", active


@dataclass(frozen=True, slots=True)
class Clash:
    """Two sides of a merge that state different values of one fact; both are kept."""

    name: str
    values: tuple[str, ...]


def clashes(one: Mapping[str, set[str]], other: Mapping[str, set[str]]) -> list[Clash]:
    """Return the facts (folded name → values) that both sides state and not alike."""
    found = []
    for name in sorted(one.keys() & other.keys()):
        if one[name] != other[name]:
            found.append(Clash(name, tuple(sorted(one[name] | other[name]))))
    return found


_LINK = re.compile(r"https?://[^\s<>\"'，。；、）)\]]+", re.IGNORECASE)
_AT = re.compile(r"(?<![\w@./])@([a-z0-9][\w.-]*(?:@[a-z0-9][\w-]*(?:\.[\w-]+)+)?)", re.IGNORECASE)


def links_in(text: str | None) -> set[str]:
    """Return the pages and addresses that a profile text points to, in their plain form."""
    if not text or ("@" not in text and "://" not in text):
        return set()
    found = {plain_link(link) for link in _LINK.findall(text)}
    found |= {"@" + address.rstrip(".-").lower() for address in _AT.findall(text)}
    return {link for link in found if len(link) > 3}


def plain_link(url: str) -> str:
    """Return a page's address as it is compared: no scheme, no `www.`, no end, small letters."""
    rest = re.sub(r"^https?://(www\.)?", "", url.strip().lower())
    return rest.partition("#")[0].partition("?")[0].rstrip("/.,;:!")


_HOSTED = (".bsky.social",)


def local_name(handle: str) -> str:
    """Return the part of a handle that somebody chooses: `@Ana@shop.example` → `ana`."""
    name = handle.lstrip("@").partition("@")[0].lower()
    for end in _HOSTED:
        name = name.removesuffix(end)
    return name


def domain_of(handle: str, url: str | None) -> str:
    """Return the domain that a handle or page stands on, "" where it has none."""
    _, at, server = handle.lstrip("@").partition("@")
    if at:
        return server.lower()
    if "." in handle:
        return handle.lstrip("@").lower()
    return plain_link(url).partition("/")[0] if url else ""


@dataclass(frozen=True, slots=True)
class Likeness:
    """A reason to think that two profiles are one person, and how much it counts (0 to 1)."""

    code: str
    weight: float
    what: str = ""


SAME_PAGE, SAME_ADDRESS, LINKS_BOTH, LINKS_ONE = 0.98, 0.97, 0.95, 0.75
SAME_HANDLE, SAME_NAME_PICTURE, SAME_NAME_DOMAIN, SAME_NAME = 0.5, 0.7, 0.6, 0.25
ENOUGH = 0.5
"""The least score of a suggestion."""


@dataclass(frozen=True, slots=True)
class Face:
    """What of a profile is compared."""

    id: int
    realm: str
    handle: str
    name: str
    url: str | None
    avatar: str | None
    links: frozenset[str]


def likeness(one: Face, other: Face) -> tuple[float, list[Likeness]]:
    """Return how likely two profiles are one person's by what they show, with the reasons."""
    found: list[Likeness] = []
    pages = [plain_link(p.url) if p.url else "" for p in (one, other)]
    if pages[0] and pages[0] == pages[1]:
        found.append(Likeness("same_page", SAME_PAGE, pages[0]))
    address = one.handle.lstrip("@").lower()
    if "@" in address and address == other.handle.lstrip("@").lower():
        found.append(Likeness("same_address", SAME_ADDRESS, address))
    names_other = bool(one.links & _names(other))
    names_one = bool(other.links & _names(one))
    if names_one and names_other:
        found.append(Likeness("links_both", LINKS_BOTH))
    elif names_one or names_other:
        who = one if names_other else other
        found.append(Likeness("links_one", LINKS_ONE, who.handle))
    apart = one.realm != other.realm
    if apart and local_name(one.handle) == local_name(other.handle):
        found.append(Likeness("same_handle", SAME_HANDLE, local_name(one.handle)))
    if one.name and one.name.casefold() == other.name.casefold():
        domain = domain_of(one.handle, one.url)
        if one.avatar and one.avatar == other.avatar:
            found.append(Likeness("same_name_picture", SAME_NAME_PICTURE, one.name))
        elif apart and domain and domain == domain_of(other.handle, other.url):
            found.append(Likeness("same_name_domain", SAME_NAME_DOMAIN, one.name))
        elif apart:
            found.append(Likeness("same_name", SAME_NAME, one.name))
    missing = 1.0
    for reason in found:
        missing *= 1 - reason.weight
    return round(1 - missing, 3), found


def _names(face: Face) -> set[str]:
    """Return how a bio may point to a profile."""
    pages = {plain_link(face.url)} if face.url else set()
    handle = face.handle.lstrip("@").lower()
    named = {"@" + handle, handle} if "@" in handle or "." in handle else set()
    return pages | named
