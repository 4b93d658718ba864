"""How fast a server lets us go, as it says so itself in its headers."""

from __future__ import annotations

import email.utils
import re
from collections.abc import Mapping
from datetime import UTC, datetime

from cmapp.domain.errors import Throttled
from cmapp.system.clock import Clock

SHORTEST = 1_000
LONGEST = 3_600_000
UNTOLD = 60_000
PATIENCE = 2_000

_LONGEST_DATE = 100
_NUMBER = re.compile(r"\s*(\d{1,16})(?:\.\d*)?\s*(?:[,;].*)?", re.ASCII)


class Buckets:
    """What is left per family of calls. Used by one thread at a time, like its Http."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._blocked_until: dict[str, int] = {}

    def delay(self, family: str) -> int:
        """Return milliseconds to wait before the next call of `family`, at most 2 000.

        Raises:
            Throttled: it would be longer.
        """
        until = self._blocked_until.get(family, 0)
        wait = until - self._clock.now()
        if wait <= 0:
            return 0
        if wait > PATIENCE:
            raise Throttled(until=until)
        return wait

    def note(self, family: str, headers: Mapping[str, str]) -> None:
        """Read the budget from an answer; `headers` has lower-case names."""
        remaining = _first(headers, "x-ratelimit-remaining", "ratelimit-remaining")
        if remaining is None:
            return
        number = _NUMBER.fullmatch(remaining)
        if number is None or int(number[1]) > 0:
            self._blocked_until.pop(family, None)
        elif (reset := _reset(headers, self._clock.now())) is not None:
            self._blocked_until[family] = reset

    def refused(self, family: str, headers: Mapping[str, str]) -> Throttled:
        """Return the error for a 429, and let the family rest until then."""
        now = self._clock.now()
        until = retry_after(headers, now) or _reset(headers, now) or now + UNTOLD
        self._blocked_until[family] = until
        return Throttled(until=until)


def retry_after(headers: Mapping[str, str], now: int) -> int | None:
    """Return the time (UTC ms) of Retry-After, 1 s to 1 h ahead; None where it says nothing."""
    value = headers.get("retry-after")
    if value is None:
        return None
    if number := _NUMBER.fullmatch(value):
        return _clamp(now + int(number[1]) * 1000, now)
    moment = moment_of(value)
    return None if moment is None else _clamp(moment - _skew(headers, now), now)


def _reset(headers: Mapping[str, str], now: int) -> int | None:
    """Return when the budget is full again: a span, an epoch or ISO 8601, whichever it is."""
    value = _first(headers, "x-ratelimit-reset", "ratelimit-reset")
    if value is None:
        return None
    if number := _NUMBER.fullmatch(value):
        amount = int(number[1])
        if amount < 10**9:  # a span in seconds: no epoch is that small
            return _clamp(now + amount * 1000, now)
        moment: int | None = amount if amount >= 10**12 else amount * 1000
    else:
        moment = moment_of(value)
    return None if moment is None else _clamp(moment - _skew(headers, now), now)


def _skew(headers: Mapping[str, str], now: int) -> int:
    """Return how far the server's clock is ahead of ours, in ms."""
    theirs = moment_of(headers.get("date", ""))
    return 0 if theirs is None else theirs - now


def moment_of(value: str) -> int | None:
    """Return UTC ms of an HTTP date or of ISO 8601."""
    try:
        when = datetime.fromisoformat(value.strip())
    except ValueError:
        try:
            when = email.utils.parsedate_to_datetime(value[:_LONGEST_DATE])
        except (ValueError, OverflowError, TypeError, IndexError):
            return None  # that parser has fallen over strange zones and empty fields
    try:
        aware = when if when.tzinfo is not None else when.replace(tzinfo=UTC)
        return int(aware.timestamp() * 1000)
    except (OverflowError, ValueError):
        return None


def _clamp(moment: int, now: int) -> int:
    return min(max(moment, now + SHORTEST), now + LONGEST)


def _first(headers: Mapping[str, str], *names: str) -> str | None:
    return next((headers[name] for name in names if name in headers), None)
