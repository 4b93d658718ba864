"""JSON from a stranger: parsed within bounds, or refused with a reason."""

from __future__ import annotations

import json
import math
from typing import Any

Json = dict[str, Any] | list[Any] | str | int | float | bool | None

DEEPEST = 100
MOST_PARTS = 400_000
"""How many lists and objects one text may open; a long page of posts opens some thousands."""
_MOST_DIGITS = 19


class Unreadable(ValueError):
    """The text is no JSON that is safe to store; `reason` is a code."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def parse(body: bytes) -> Json:
    """Return the JSON in `body`: UTF-8, at most 100 deep, whole numbers of at most 64 bits.

    Broken bytes and lone surrogates become U+FFFD; a key that comes twice counts by its last.

    Raises:
        Unreadable: `reason` is `empty`, `html`, `syntax`, `too_deep`, `too_many` or `number`.
    """
    text = body.decode("utf-8-sig", "replace")
    start = text.lstrip()[:200]
    if not start:
        raise Unreadable("empty")
    # Eight million bytes of brackets become some hundred times as much memory.
    if body.count(b"[") + body.count(b"{") > MOST_PARTS:
        raise Unreadable("too_many")
    reason = "syntax"
    try:
        value = json.loads(
            text, parse_int=_whole, parse_float=_fraction, parse_constant=_no_constant
        )
        return _sane(value)
    except RecursionError:
        reason = "too_deep"
    except Unreadable as error:
        reason = error.reason
    except ValueError:
        reason = "html" if start.startswith("<") else "syntax"
    raise Unreadable(reason)


def _whole(text: str) -> int:
    if len(text) <= _MOST_DIGITS + 1:
        value = int(text)
        if -(2**63) <= value < 2**63:
            return value
    raise Unreadable("number")


def _fraction(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise Unreadable("number")
    return value


def _no_constant(_: str) -> float:
    raise Unreadable("number")


def _sane(root: Any) -> Json:
    """Check the depth and mend strings, in place and without recursion."""
    if isinstance(root, str):
        return _mended(root)
    todo: list[tuple[Any, int]] = [(root, 1)]
    while todo:
        node, depth = todo.pop()
        if depth > DEEPEST:
            raise Unreadable("too_deep")
        if isinstance(node, dict):
            for key in [key for key in node if not _encodes(key)]:
                node[_mended(key)] = node.pop(key)
            items: Any = node.items()
        elif isinstance(node, list):
            items = enumerate(node)
        else:
            continue
        for key, value in list(items):
            if isinstance(value, str):
                if not _encodes(value):
                    node[key] = _mended(value)
            elif isinstance(value, dict | list):
                todo.append((value, depth + 1))
    found: Json = root
    return found


def _encodes(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _mended(text: str) -> str:
    return "".join("�" if "\ud800" <= char <= "\udfff" else char for char in text)


def dump(value: Json) -> bytes:
    """Return `value` as compact JSON in UTF-8."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()
