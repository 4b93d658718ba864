"""How close a person is to us: one figure, and the four parts that it is made of (NW-08). Pure."""

from __future__ import annotations

from dataclasses import dataclass
from math import log2
from typing import Final

SHARES: Final = {"often": 0.40, "mutual": 0.25, "lately": 0.25, "common": 0.10}
"""What each part counts for. `value = 100 x (sum of share x part)`, each part 0 to 1."""
OFTEN: Final = 40
"""With so many exchanges `often` is 1: log2(1 + exchanges) / log2(1 + 40)."""
HALF_DAYS: Final = 30
"""After so many days of silence `lately` is a half."""
COMMON: Final = 10
"""With so many people in common `common` is 1."""


@dataclass(frozen=True, slots=True)
class Closeness:
    """`value` 0 to 100; the parts 0 to 1, and what they were worked out from.

    `theirs`: what they did towards us; `ours`: our answers to them; `common`: people who talk
    with both; over `months` months. `silent`: days since they were last here, None: never.
    """

    value: float
    often: float
    mutual: float
    lately: float
    shared: float
    theirs: int
    ours: int
    common: int
    silent: float | None
    months: int


def closeness(
    *, theirs: int, ours: int, common: int, silent: float | None, months: int
) -> Closeness:
    """Work the figure out."""
    exchanges = theirs + ours
    often = min(1.0, log2(1 + exchanges) / log2(1 + OFTEN))
    mutual = 2 * min(theirs, ours) / exchanges if exchanges else 0.0
    lately = 0.0 if silent is None else 0.5 ** (max(0.0, silent) / HALF_DAYS)
    shared = min(1.0, common / COMMON)
    value = 100 * (
        SHARES["often"] * often
        + SHARES["mutual"] * mutual
        + SHARES["lately"] * lately
        + SHARES["common"] * shared
    )
    return Closeness(
        value=value,
        often=often,
        mutual=mutual,
        lately=lately,
        shared=shared,
        theirs=theirs,
        ours=ours,
        common=common,
        silent=silent,
        months=months,
    )
