"""The nine ways things go wrong, each named by what happens next.

An error carries a `code` (snake_case, stable: scripts and translations key on it) and `facts`
(JSON values), never prose; the prose is made in `ui/text.py` and `cli/text.py`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar


class Trouble(Exception):
    """Base of everything that can go wrong without being a bug of ours.

    `code` defaults to the class's own; a narrower one may be given
    (`SignInNeeded("scope_missing", scope="write")`).
    """

    code: ClassVar[str] = "trouble"

    def __init__(self, code: str | None = None, /, **facts: Any) -> None:
        self.why: str = code or type(self).code
        self.facts: Mapping[str, Any] = facts
        super().__init__(self.why)

    def __str__(self) -> str:
        return f"{type(self).__name__}({self.why})"


class Offline(Trouble):
    """No way out: nothing left this machine. No attempt is counted."""

    code = "offline"


class Throttled(Trouble):
    """Too fast, or the quota is spent. `until` is UTC milliseconds."""

    code = "throttled"

    def __init__(self, code: str | None = None, /, *, until: int, **facts: Any) -> None:
        super().__init__(code, until=until, **facts)
        self.until = until


class SignInNeeded(Trouble):
    """The token is dead, or lacks a scope. The account is parked until someone signs in."""

    code = "sign_in_needed"


class Flaky(Trouble):
    """A read failed in a way that may pass: 5xx, time-out, cut connection."""

    code = "flaky"


class Uncertain(Trouble):
    """A write went out and no answer came: it may or may not have happened."""

    code = "uncertain"


class Rejected(Trouble):
    """The platform (or our own check before it) said no, for a cause.

    Facts: `field` (which part of the deed), `reason` (a code), and where it was a limit `limit`
    and `size`.
    """

    code = "rejected"


class Missing(Trouble):
    """What the deed or the read is about does not exist (any more)."""

    code = "missing"


class Unsupported(Trouble):
    """Cannot be done here; `why` says the reason. Reaching it from a screen is a bug."""

    code = "unsupported"


class Garbled(Trouble):
    """The answer was not understood. The cursor stays, the redacted answer is kept."""

    code = "garbled"
