"""The options that write a post: accounts, wordings, pictures, a poll, a plan, what may stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

import click

F = TypeVar("F", bound=Callable[..., Any])

_WRITTEN: tuple[Callable[[Any], Any], ...] = (
    click.option("--account", "accounts", multiple=True, metavar="ID", help="Once for each."),
    click.option(
        "--variant",
        "variants",
        multiple=True,
        metavar="ACCOUNT=TEXT",
        help="Other words for one account; ACCOUNT/SEGMENT=TEXT for a part of its readers.",
    ),
    click.option("--image", "images", multiple=True, metavar="FILE"),
    click.option("--alt", "alts", multiple=True, metavar="TEXT", help="One for each --image."),
    click.option("--visibility", metavar="NAME", help="public, unlisted, private …"),
    click.option("--warning", metavar="TEXT", help="What stands before the text (CW)."),
    click.option("--lang", metavar="CODE", help="The language of the text: en, zh-CN …"),
    click.option("--poll", metavar="A|B|…", help="Answers to choose from."),
    click.option("--poll-hours", type=click.IntRange(1, 24 * 365), default=24, metavar="N"),
    click.option("--poll-multiple", is_flag=True, help="More than one may be chosen."),
    click.option("--first-comment", metavar="TEXT", help="An answer of ours, right after it."),
    click.option("--split/--no-split", "--thread", default=None, help="Too long becomes a thread."),
    click.option("--numbered", is_flag=True, help="A thread whose posts say 1/5."),
    click.option("--title", metavar="TEXT", help="A name for it here; it does not go out."),
)
_GATE: tuple[Callable[[Any], Any], ...] = (
    click.option(
        "--allow",
        multiple=True,
        metavar="CODE",
        help="Let it stand: personal_data, or variable (a gap in braces).",
    ),
    click.option(
        "--override",
        "overrides",
        multiple=True,
        metavar="CHECK=REASON",
        help="Let it stand though a check stops at it; the reason is kept.",
    ),
)


def _with(options: Sequence[Callable[[Any], Any]]) -> Callable[[F], F]:
    def put(command: F) -> F:
        for option in reversed(options):
            command = option(command)
        return command

    return put


written = _with(_WRITTEN)
"""Gives a command the options that say what a post is; `draft_of` reads them."""
gated = _with(_GATE)
"""Gives a command --allow and --override; `let_through` reads them."""


def draft_of(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the options of `written` say, as `drafts.save` takes it."""
    made: dict[str, Any] = {}
    variants = _variants(given["accounts"], given["variants"])
    if variants:
        made["variants"] = variants
    if given["images"]:
        made["images"] = pictures(given["images"], given["alts"])
    elif given["alts"]:
        raise click.UsageError("There are more --alt than --image.")
    if given["title"] is not None:
        made["title"] = given["title"]
    if options := _options(given):
        made["options"] = options
    return made


def _variants(accounts: Sequence[str], given: Sequence[str]) -> list[dict[str, Any]]:
    own: dict[tuple[str, str], str] = {}
    for one in given:
        name, equals, text = one.partition("=")
        if not equals:
            raise click.UsageError("--variant is ACCOUNT=TEXT.")
        account, _, segment = name.partition("/")
        own[(account, segment)] = text
    segments = {account for account, segment in own if segment}
    keys = [(one, "") for one in accounts if one not in segments or (one, "") in own]
    return [
        {"account": account, "segment": segment, "text": own.get((account, segment))}
        for account, segment in dict.fromkeys([*keys, *own])
    ]


def pictures(images: Sequence[str], alts: Sequence[str]) -> list[dict[str, str]]:
    """Return pictures with their descriptions. Raises UsageError where there are too many."""
    if len(alts) > len(images):
        raise click.UsageError("There are more --alt than --image.")
    described = [{"path": i, "alt": a} for i, a in zip(images, alts, strict=False)]
    return described + [{"path": i} for i in images[len(alts) :]]  # the library may know words


def _options(given: Mapping[str, Any]) -> dict[str, Any]:
    named = {
        "visibility": given["visibility"],
        "spoiler": given["warning"],
        "lang": given["lang"],
        "first_comment": given["first_comment"],
        "split": "numbered" if given["numbered"] else given["split"],
    }
    made = {name: value for name, value in named.items() if value is not None}
    if given["poll"]:
        made["poll"] = {
            "options": [one.strip() for one in given["poll"].split("|")],
            "seconds": given["poll_hours"] * 3600,
            "multiple": given["poll_multiple"],
        }
    return made


def let_through(given: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the options of `gated` say, as commands take it."""
    overrides = {}
    for one in given["overrides"]:
        check, equals, reason = one.partition("=")
        if not equals:
            raise click.UsageError("--override is CHECK=REASON.")
        overrides[check.strip()] = reason
    return {"allow": list(given["allow"]), "overrides": overrides}
