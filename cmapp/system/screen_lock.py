"""The lock of the window: keeps eyes off the screen. It encrypts nothing, and does not pretend to.

`screen-lock.json` in the profile holds a salted scrypt hash of the passphrase, how often it was
got wrong, and when the window locks by itself. Who can use this account of the system can read the
profile anyway and take the lock off (`cmapp lock off`): that is also the way on for who forgot.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
import unicodedata
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from cmapp.domain.errors import Missing, Rejected
from cmapp.system import settings

SHORTEST = 4
LONGEST = 1_000
MOST_MINUTES = 1_440
FREE_TRIES = 4
"""So many may go wrong before one has to wait."""
LONGEST_WAIT = 300_000
"""Milliseconds; each wrong one doubles the wait until then."""
_COST = {"n": 2**15, "r": 8, "p": 1}
_MEMORY = 64 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Lock:
    """`minutes` without a key or the mouse until it locks, 0: not by itself. Times are UTC ms."""

    salt: str
    hash: str
    minutes: int = 10
    with_screen: bool = True
    wrong: int = 0
    again_at: int = 0


def load(path: Path) -> Lock | None:
    """Return the lock, None where none is set. A damaged file is a lock that nothing opens."""
    try:
        found = json.loads(path.read_bytes())
        return Lock(
            salt=str(found["salt"]),
            hash=str(found["hash"]),
            minutes=_minutes(found.get("minutes", 10)),
            with_screen=bool(found.get("with_screen", True)),
            wrong=max(0, int(found.get("wrong", 0))),
            again_at=int(found.get("again_at", 0)),
        )
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError, Rejected):
        return Lock("", "")


def put(path: Path, passphrase: str, *, minutes: int = 10, with_screen: bool = True) -> Lock:
    """Set the passphrase, in place of another one.

    Raises:
        Rejected: `passphrase_short` (facts `size`, `limit`), `bad_setting`.
        OSError: it cannot be written.
    """
    text = unicodedata.normalize("NFC", passphrase)
    if not SHORTEST <= len(text) <= LONGEST:
        raise Rejected("passphrase_short", size=len(text), limit=SHORTEST)
    salt = secrets.token_hex(16)
    made = Lock(salt, _hash(text, salt), _minutes(minutes), with_screen)
    _save(path, made)
    return made


def change(path: Path, *, minutes: int | None = None, with_screen: bool | None = None) -> Lock:
    """Set when it locks by itself.

    Raises Missing (`no_lock`), Rejected (`bad_setting`), OSError.
    """
    now = load(path)
    if now is None:
        raise Missing("no_lock")
    if minutes is not None:
        now = replace(now, minutes=_minutes(minutes))
    if with_screen is not None:
        now = replace(now, with_screen=with_screen)
    _save(path, now)
    return now


def off(path: Path) -> bool:
    """Take the lock off; tells whether there was one. Raises OSError."""
    there = path.exists()
    path.unlink(missing_ok=True)
    return there


def wait(lock: Lock, now: int) -> int:
    """Return for how many milliseconds no passphrase is looked at."""
    left = lock.again_at - now
    return left if 0 < left <= LONGEST_WAIT else 0  # a clock that was set back keeps nobody out


def opens(path: Path, passphrase: str, now: int) -> bool:
    """Tell whether this is the passphrase (now: UTC ms). A tenth of a second of work.

    A wrong one is counted on the disk first, so that ending the program does not start anew.
    """
    lock = load(path)
    if lock is None:
        return True
    if wait(lock, now):
        return False
    wrong = lock.wrong + 1
    pause = min(LONGEST_WAIT, 1000 * 2 ** min(wrong - FREE_TRIES, 20)) if wrong > FREE_TRIES else 0
    _save(path, replace(lock, wrong=wrong, again_at=now + pause if pause else 0), lenient=True)
    text = unicodedata.normalize("NFC", passphrase)[:LONGEST]
    if not lock.hash or not hmac.compare_digest(_hash(text, lock.salt), lock.hash):
        return False
    _save(path, replace(lock, wrong=0, again_at=0), lenient=True)
    return True


def _hash(text: str, salt: str) -> str:
    return hashlib.scrypt(
        text.encode("utf-8", "surrogatepass"), salt=salt.encode(), maxmem=_MEMORY, **_COST
    ).hex()


def _save(path: Path, lock: Lock, *, lenient: bool = False) -> None:
    try:
        settings.replace(path, (json.dumps(asdict(lock), indent=1) + "\n").encode())
    except OSError:
        if not lenient:  # a full disk keeps nobody out
            raise


def _minutes(value: object) -> int:
    if type(value) is int and 0 <= value <= MOST_MINUTES:
        return value
    raise Rejected("bad_setting", field="minutes", reason="bad_value", value=value)
