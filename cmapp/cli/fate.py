"""What becomes of planned posts, in words; and `cmapp calendar fate`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import click

from cmapp.cli import text
from cmapp.cli.run import Choices, answer, desk, shared
from cmapp.domain.wording import filled

FATES = {
    "server": "the platform holds it: it goes out with this machine off",
    "handed_over_later": "the platform gets it as soon as there is a network[, until {by}]",
    "local": "goes from here: the program must be running[ and online: {network}]",
    "going": "goes as soon as it can[; after {deadline} you are asked instead]",
    "asks_when_late": "too late: you are asked, it does not go by itself",
    "held": "held for you[: {reason}]",
    "in_doubt": "may have been sent; it is being looked for",
    "refused": "refused by the platform",
    "paused": "paused: everything is[; after {deadline} you are asked]",
    "flight": "flight mode[; after {deadline} you are asked on landing]",
    "account_paused": "its account rests[; after {deadline} you are asked]",
    "sign_in": "its account must be signed in again[; after {deadline} you are asked]",
    "no_account": "has no account",
    "not_queued": "planned only: not queued",
    "over": "over: sent, or taken back",
}
"""What applies → words; a fact that is not known takes its part along."""
_TRIP = {
    "goes_out": "go out meanwhile: their servers hold them",
    "hand_over": "go out meanwhile, if you stay online until their servers have them",
    "on_landing": "leave when you land, a little late",
    "asked": "will be too late: you are asked when you land",
    "stays": "do not leave by themselves",
}


@click.command()
@click.argument("ids", nargs=-1, metavar="[DRAFT|row-ROW]…")
@click.option("--from", "first", metavar="DAY", help="The first day, like 2027-01-31.")
@click.option("--to", "last", metavar="DAY", help="The last day; else the first alone.")
@shared
@click.pass_obj
def fate(choices: Choices, ids: tuple[str, ...], first: str | None, last: str | None) -> None:
    """Tell what becomes of planned posts as things stand now."""
    if bool(ids) == bool(first):
        raise click.UsageError("name drafts, or days with --from")
    with desk(choices) as at:
        if ids:
            found = at.call("plan.fate", ids=list(ids))
        else:
            found = at.call("plan.fate", first=first, last=last)
        answer(choices, found, told)


def told(found: Mapping[str, Any]) -> Iterator[str]:
    """Return one line for each post."""
    for one in found["fates"]:
        yield f"{one['planned_at'][:16]}Z {one['account'] or '-'}: {said(one)}"
    if not found["fates"]:
        yield "Nothing is planned there."


def said(one: Mapping[str, Any]) -> str:
    """Return what applies to one post in words."""
    facts = dict(one.get("facts", {}))
    known: dict[str, str] = {n: f"{facts[n][:16]}Z" for n in ("by", "deadline") if n in facts}
    if "network" in facts.get("needs", ()):
        known["network"] = "there is no network"
    if one["what"] == "held" and "reason" in facts:
        known["reason"] = text.REASONS.get(facts["reason"], str(facts["reason"]))
    return filled(FATES.get(one["what"], one["what"]), known)


def trip(posts: Mapping[str, Any]) -> Iterator[str]:
    """Return what becomes of planned posts during a flight."""
    for name, words in _TRIP.items():
        if posts[name]:
            yield f"Planned posts: {posts[name]} {words}"
    for one in posts["first"]:
        if one["becomes"] in ("asked", "stays", "hand_over"):
            yield f"    {one['planned_at'][:16]}Z {one['account'] or '-'}: {one['text'][:60]}"
