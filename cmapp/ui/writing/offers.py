"""What the chosen accounts take, polls, warnings, audiences; and why not (AC-05, AC-06)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cmapp.ui.views import AccountView

VISIBILITIES = ("public", "unlisted", "followers", "private", "direct", "local")
ASKED = ("poll", "spoiler", "visibility", "first_comment")


@dataclass(frozen=True, slots=True)
class Offer:
    """Whether an option can be used: by which accounts, and which leave it out."""

    takes: tuple[AccountView, ...] = ()
    lacks: tuple[AccountView, ...] = ()

    @property
    def able(self) -> bool:
        """Whether any account takes it."""
        return bool(self.takes)


def _takes(account: AccountView, name: str) -> bool:
    limits = account.limits
    match name:
        case "poll":
            return int(limits.get("poll_options") or 0) >= 2
        case "spoiler":
            return bool(limits.get("spoiler"))
        case "visibility":
            return len(limits.get("visibilities") or ()) > 1
        case "first_comment":
            return not account.can.get("reply", "")
        case _:
            return True


def offers(accounts: Sequence[AccountView]) -> dict[str, Offer]:
    """Return for each option which of `accounts` take it."""
    return {
        name: Offer(
            tuple(a for a in accounts if _takes(a, name)),
            tuple(a for a in accounts if not _takes(a, name)),
        )
        for name in ASKED
    }


def audiences(accounts: Sequence[AccountView]) -> list[str]:
    """Return whom a post can be for, the widest first: what any of the accounts knows."""
    found: list[str] = []
    for account in accounts:
        for one in account.limits.get("visibilities") or ():
            if one not in found:
                found.append(str(one))
    rank = {name: n for n, name in enumerate(VISIBILITIES)}
    return sorted(found, key=lambda name: rank.get(name, len(rank)))


def poll_bounds(accounts: Sequence[AccountView]) -> tuple[int, int, int, int]:
    """Return what all that take polls allow: options, letters of one, shortest, longest (s)."""
    some = [a.limits for a in accounts if _takes(a, "poll")]

    def least(name: str, otherwise: int) -> int:
        return min((int(x[name]) for x in some if x.get(name)), default=otherwise)

    shortest = max((int(x["poll_min"]) for x in some if x.get("poll_min")), default=300)
    return (
        least("poll_options", 4), least("poll_option_length", 50), shortest,
        least("poll_max", 2_629_746),
    )  # fmt: skip
