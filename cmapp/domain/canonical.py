"""One way to write JSON values down, so that equal values are equal bytes on every machine. Pure.

As RFC 8785 has it: keys by their UTF-16 code units, no white space, UTF-8, the shortest escapes.
Numbers are stricter: a whole number is written without a point; any other with twelve significant
digits at most, for the thirteenth may be another one's with another mathematical library. What is
no number (NaN, infinite) is refused.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping, Sequence
from typing import Any


def canonical(value: Any) -> bytes:
    """Return the bytes of a JSON value. Raises ValueError for what JSON cannot hold."""
    return _text(value).encode("utf-8", "replace")


def fingerprint(value: Any) -> str:
    """Return the SHA-256 of the canonical bytes, in hexadecimal."""
    return hashlib.sha256(canonical(value)).hexdigest()


def number(value: int | float) -> str:
    """Return a number as canonical JSON has it."""
    if isinstance(value, int):
        return str(int(value))
    if not math.isfinite(value):
        raise ValueError(value)
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    digits = f"{value:.12g}"
    mantissa, _, exponent = digits.partition("e")
    return f"{mantissa}e{int(exponent)}" if exponent else digits


def _text(value: Any) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, float)):
        return number(value)
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, Mapping):
        if not all(isinstance(key, str) for key in value):
            raise ValueError(value)
        keys = sorted(value, key=lambda key: key.encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(f"{_text(k)}:{_text(value[k])}" for k in keys) + "}"
    if isinstance(value, Sequence):
        return "[" + ",".join(_text(one) for one in value) + "]"
    raise ValueError(value)
