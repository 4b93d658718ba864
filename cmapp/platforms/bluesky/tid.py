"""Record keys that the outbox can compute again: the same key names the same record for ever.

A record's key on this network is a TID: 53 bits of microseconds and 10 bits that tell clocks
apart, as 13 characters that sort by time. Ours is made from the outbox key and the time at which
the person wrote, never from a clock, so a second try in another process meets the first one's
record instead of making a second one.
"""

from __future__ import annotations

import hashlib

_DIGITS = "234567abcdefghijklmnopqrstuvwxyz"
_SECOND = 1_000_000
# 2024 in microseconds: where keys lie whose deed has no time of its own.
_YEAR_BEGINS = 1_704_067_200 * _SECOND
_YEAR = 366 * 24 * 3600 * _SECOND
_LAST = 2**53 - 1


def tid(key: str, made_at: int = 0) -> str:
    """Return the TID of the deed `key`, written at `made_at` (UTC ms; 0: it has no time).

    With a time it lies within the second before it, never in the future; the place within that
    second comes from `key`, as do the last ten bits.
    """
    digest = int.from_bytes(hashlib.sha256(key.encode("utf-8", "replace")).digest()[:8])
    clock, spread = digest & 1023, digest >> 10
    if made_at > 0:
        micros = max(0, made_at * 1000 - 1 - spread % _SECOND)
    else:
        micros = _YEAR_BEGINS + spread % _YEAR
    return encode((min(micros, _LAST) << 10) | clock)


def encode(number: int) -> str:
    """Return a number of 63 bits as a TID."""
    return "".join(_DIGITS[(number >> shift) & 31] for shift in range(60, -1, -5))


def micros(text: str) -> int:
    """Return the microseconds since 1970 that a TID holds. Raises ValueError for anything else."""
    if len(text) != 13:
        raise ValueError("a TID has 13 characters")
    number = 0
    for char in text:
        number = (number << 5) | _DIGITS.index(char)
    return number >> 10
