"""What a command that fell over was given, held against what it takes: whose mistake it was.

Scripts and other programs may send any JSON. A command says in its annotations what it takes;
they are looked at only once it has fallen over, so nothing that works is slower or refused for it.
"""

from __future__ import annotations

import inspect
import math
import types
import typing
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from cmapp.domain.errors import Rejected

_LARGEST = 2**63 - 1
_PLAIN = (str, int, float, bool, type(None), list, tuple, dict)


def blame(command: Callable[..., Any], args: Mapping[str, Any]) -> None:
    """Raise Rejected (`bad_value`, with the `field`) where an argument is none for a command."""
    takes = inspect.signature(command).parameters
    names = list(takes)[1:]  # the first one is the desk
    for name in args:
        if name not in names:
            raise _bad(name, "not_one_of", "")
    for name in names:
        if name not in args and takes[name].default is inspect.Parameter.empty:
            raise _bad(name, "empty", "")
    try:
        hints = typing.get_type_hints(command)
    except NameError:  # a name that is there for type checkers only
        hints = {}
    for name, value in args.items():
        if not (_fits(value, hints.get(name, Any)) and _can_be_kept(value)):
            raise _bad(name, "bad_value", value)


def amount(field: str, given: Any, *, none: str = "bad_value") -> float:
    """Return a number that a person typed, a share where a sign of per cent follows.

    Raises Rejected: `none` where it is no finite number.
    """
    words = str(given).strip()
    try:
        value = float(words.rstrip("%％"))
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise Rejected(none, field=field, reason="not_a_number", value=words[:40])
    return value / 100 if words.endswith(("%", "％")) else value


def _bad(field: str, reason: str, value: Any) -> Rejected:
    told = str(value).encode("utf-8", "replace").decode()[:80]
    return Rejected("bad_value", field=field[:80], reason=reason, value=told)


def _fits(value: Any, hint: Any) -> bool:
    """Tell whether a JSON value may be what an annotation says; True where that is not known."""
    if hint is Any or not isinstance(value, _PLAIN):
        return True
    kind = typing.get_origin(hint)
    inner = typing.get_args(hint)
    if kind in (types.UnionType, typing.Union):
        return any(_fits(value, one) for one in inner)
    if kind is Sequence:
        return isinstance(value, (list, tuple)) and all(_fits(v, inner[0]) for v in value)
    if kind is Mapping:
        return isinstance(value, dict) and all(
            isinstance(n, str) and _fits(v, inner[1]) for n, v in value.items()
        )
    if hint is float:
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    if hint is int:
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, hint) if hint in _PLAIN else True


def _can_be_kept(value: Any) -> bool:
    """Tell whether a JSON value can stand in a database and in the name of a file."""
    if isinstance(value, str):
        try:
            value.encode()
        except UnicodeEncodeError:
            return False
        return "\0" not in value
    if isinstance(value, int):
        return abs(value) <= _LARGEST
    if isinstance(value, float):
        return math.isfinite(value)
    if isinstance(value, Mapping):
        return all(_can_be_kept(n) and _can_be_kept(v) for n, v in value.items())
    if isinstance(value, Sequence):
        return all(_can_be_kept(v) for v in value)
    return True
