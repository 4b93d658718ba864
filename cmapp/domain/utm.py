"""Links that say where a visit came from: utm_* parameters, put on and replaced (AN-12). Pure.

What stands in a link stays to the letter: other parameters, their order and their encoding, the
fragment. Only parameters of the same name give way.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from urllib.parse import quote, unquote_plus, urlsplit

from cmapp.domain.errors import Rejected

FIELDS = ("source", "medium", "campaign", "term", "content", "id")
"""What can be said of a link; `utm_` stands before each."""
MOST = 200
_LINK = re.compile(r"https?://[^\s<>\"'“”‘’「」『』，。；：！？、（）【】《》]+", re.IGNORECASE)


def checked(fields: Mapping[str, object]) -> dict[str, str]:
    """Return fields without `utm_` before their names and without empty ones.

    Raises Rejected (`bad_value`): an unknown name, a value that is no text or too long.
    """
    made: dict[str, str] = {}
    for name, value in fields.items():
        short = str(name).removeprefix("utm_").lower()
        if short not in FIELDS:
            raise Rejected("bad_value", field="utm", reason="unknown_field", value=str(name)[:40])
        if value is None:
            continue
        text = " ".join(value.split()) if isinstance(value, str) else None
        if text is None or len(text) > MOST:
            raise Rejected(
                "bad_value", field=f"utm_{short}", reason="too_long", value=str(value)[:40]
            )
        if text:
            made[short] = text
    return {name: made[name] for name in FIELDS if name in made}


def filled(fields: Mapping[str, str], facts: Mapping[str, str]) -> dict[str, str]:
    """Return fields with `{platform}`, `{account}`, `{campaign}` … in them filled in."""
    made = {}
    for name, value in fields.items():
        for key, fact in facts.items():
            value = value.replace("{" + key + "}", fact)
        if value.strip():
            made[name] = value
    return made


def build(url: str, fields: Mapping[str, str]) -> str:
    """Return a link with these fields as utm_* parameters, in the order of `FIELDS`.

    Raises Rejected (`bad_url`): no http(s) link, or one that cannot be taken apart.
    """
    link = url.strip()
    try:
        parts = urlsplit(link)
        host = parts.hostname
    except ValueError:
        host, parts = None, urlsplit("")
    if parts.scheme.lower() not in ("http", "https") or not host or re.search(r"\s", link):
        raise Rejected("bad_url", field="url", reason="not_a_link", value=url[:80])
    named = checked(fields)
    before, sharp, fragment = link.partition("#")
    path, _, query = before.partition("?")
    kept = [p for p in query.split("&") if p and _name(p) not in {f"utm_{n}" for n in named}]
    added = [f"utm_{n}={quote(v, safe='')}" for n, v in named.items()]
    joined = "&".join([*kept, *added])
    return f"{path}?{joined}{sharp}{fragment}" if joined else f"{path}{sharp}{fragment}"


def _name(pair: str) -> str:
    return unquote_plus(pair.partition("=")[0]).lower()


def links(text: str) -> list[tuple[int, int]]:
    """Return where the http(s) links of a text begin and end, without what only ends a sentence."""
    found = []
    for match in _LINK.finditer(text):
        link = match.group()
        while link:
            if link[-1] in ".,;:!?*_~…":
                link = link[:-1]
            elif link[-1] in ")]}" and link.count(link[-1]) > link.count(_OPEN[link[-1]]):
                link = link[:-1]
            else:
                break
        if len(link) > len("https://"):
            found.append((match.start(), match.start() + len(link)))
    return found


_OPEN = {")": "(", "]": "[", "}": "{"}


def in_text(text: str, fields: Mapping[str, str]) -> str:
    """Return a text with the fields on each of its links."""
    made, at = [], 0
    for start, end in links(text):
        made += [text[at:start], _or_as_it_was(text[start:end], fields)]
        at = end
    return "".join([*made, text[at:]])


def _or_as_it_was(link: str, fields: Mapping[str, str]) -> str:
    try:
        return build(link, fields)
    except Rejected:
        return link
