"""A report made again from what stands in its file, and what is not the same any more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cmapp.domain.canonical import canonical

MOST = 50
_NAMES = ("id", "x", "metric", "code", "kind")


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return what differs between two documents: {section, title, where, was, now}, at most `MOST`.

    `section` counts from 1; 0 is the report itself (its accounts, the rows that it stands on).
    """
    found: list[dict[str, Any]] = []
    for name in ("accounts", "rows"):
        for where, was, now in _walk(before["data"].get(name), after["data"].get(name), ()):
            found.append(_told(0, "", (name, *where), was, now))
    one, other = before["data"]["sections"], after["data"]["sections"]
    for n in range(max(len(one), len(other))):
        was = one[n] if n < len(one) else None
        now = other[n] if n < len(other) else None
        title = _title(was or now or {})
        for where, a, b in _walk(was, now, ()):
            if len(found) >= MOST:
                return found
            found.append(_told(n + 1, title, where, a, b))
    return found


def _told(section: int, title: str, where: Sequence[str], was: Any, now: Any) -> dict[str, Any]:
    return {
        "section": section,
        "title": title,
        "where": " › ".join(where),
        "was": _short(was),
        "now": _short(now),
    }


def _short(value: Any) -> Any:
    if isinstance(value, (int, float)) or value is None:
        return value
    text = value if isinstance(value, str) else str(value)
    return text if len(text) <= 160 else text[:159] + "…"


def _title(section: Mapping[str, Any]) -> str:
    said = section.get("title") or {}
    return str(section.get("name") or said.get("text") or said.get("code") or "")


def _walk(was: Any, now: Any, where: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any, Any]]:
    if isinstance(was, Mapping) and isinstance(now, Mapping):
        for name in sorted(set(was) | set(now)):
            inner = (*where, name) if name not in ("parts", "chart", "data") else where
            yield from _walk(was.get(name), now.get(name), inner)
        return
    if isinstance(was, list) and isinstance(now, list):
        one, other = _keyed(was), _keyed(now)
        for key in dict.fromkeys((*one, *other)):
            yield from _walk(one.get(key), other.get(key), (*where, key))
        return
    if canonical(was) != canonical(now):  # a file holds numbers with as many digits as are hashed
        yield where, was, now


def _keyed(values: Sequence[Any]) -> dict[str, Any]:
    """Return the values by what names them, else by their place."""
    found: dict[str, Any] = {}
    for n, value in enumerate(values):
        name = f"{n + 1}"
        if isinstance(value, Mapping):
            told = [str(value[k]) for k in (*_NAMES, "y") if k in value and value[k] != ""]
            name = " ".join(told[:2]) or name
        found[name if name not in found else f"{name} ({n + 1})"] = value
    return found
