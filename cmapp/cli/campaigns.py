"""`cmapp campaigns | pillars | utm | besttime`: what posts belong to, and when they do best."""

from __future__ import annotations

from typing import Any

import click

from cmapp.cli import calendar_text as words
from cmapp.cli.run import Choices, answer, desk, shared

_FIELDS = ("source", "medium", "campaign", "term", "content", "id")


@click.group(invoke_without_command=True)
@shared
@click.pass_context
def campaigns(context: click.Context) -> None:
    """Campaigns: drafts and posts that belong together, on whatever platform."""
    if context.invoked_subcommand is None:
        context.invoke(campaigns_list)


@campaigns.command("list")
@shared
@click.pass_obj
def campaigns_list(choices: Choices) -> None:
    """List the campaigns."""
    with desk(choices) as engine:
        answer(choices, engine.call("campaigns.list"), words.campaigns)


@campaigns.command("show")
@click.argument("number", metavar="CAMPAIGN")
@shared
@click.pass_obj
def campaigns_show(choices: Choices, number: str) -> None:
    """Show what belongs to CAMPAIGN, and its figures together; what is unknown is a dash."""
    with desk(choices) as engine:
        answer(choices, engine.call("campaigns.show", id=number), words.campaign)


@campaigns.command("save")
@click.argument("name", required=False)
@click.option("--change", "id", metavar="CAMPAIGN", help="Change this one.")
@click.option("--color", metavar="COLOUR", help="blue, green, amber, red, violet … or #rrggbb.")
@click.option("--pattern", metavar="NAME", help="solid, stripes, dots, grid, waves or dashes.")
@click.option("--from", "first_day", metavar="DAY", help="Its first day.")
@click.option("--to", "last_day", metavar="DAY", help="Its last day.")
@click.option("--utm", multiple=True, metavar="NAME=VALUE", help="How its links are marked.")
@shared
@click.pass_obj
def campaigns_save(choices: Choices, /, **given: Any) -> None:
    """Make a campaign NAME, or change one."""
    fields = _pairs(given.pop("utm"))
    if fields:
        given["facts"] = {"utm": fields}
    with desk(choices) as engine:
        answer(choices, engine.call("campaigns.save", **given), words.campaigns)


@campaigns.command("remove")
@click.argument("number", metavar="CAMPAIGN")
@shared
@click.pass_obj
def campaigns_remove(choices: Choices, number: str) -> None:
    """Strike CAMPAIGN out; its drafts and posts stay."""
    with desk(choices) as engine:
        answer(choices, engine.call("campaigns.remove", id=number), words.campaigns)


@campaigns.command("put")
@click.argument("number", metavar="CAMPAIGN")
@click.option("--draft", "drafts", multiple=True, metavar="DRAFT")
@click.option("--post", "posts", multiple=True, metavar="POST", help="A post that is out.")
@click.option("--out", is_flag=True, help="Take them out.")
@shared
@click.pass_obj
def campaigns_put(
    choices: Choices, number: str, drafts: tuple[str, ...], posts: tuple[str, ...], out: bool
) -> None:
    """Put drafts and posts into CAMPAIGN."""
    with desk(choices) as engine:
        found = engine.call("campaigns.put", campaign=number, drafts=drafts, posts=posts, out=out)
        answer(choices, found, lambda told: iter([str(told["count"])]))


@click.group(invoke_without_command=True)
@shared
@click.pass_context
def pillars(context: click.Context) -> None:
    """Pillars: what one posts about, and how much of each there is to be."""
    if context.invoked_subcommand is None:
        context.invoke(pillars_list)


@pillars.command("list")
@shared
@click.pass_obj
def pillars_list(choices: Choices) -> None:
    """List the pillars."""
    with desk(choices) as engine:
        answer(choices, engine.call("pillars.list"), words.pillars)


@pillars.command("save")
@click.argument("name")
@click.option("--target", type=float, metavar="PERCENT", help="Its share of what is posted.")
@click.option("--color", metavar="COLOUR")
@shared
@click.pass_obj
def pillars_save(choices: Choices, name: str, target: float | None, color: str | None) -> None:
    """Keep a pillar NAME."""
    with desk(choices) as engine:
        found = engine.call("pillars.save", name=name, target=target, color=color)
        answer(choices, found, words.pillars)


@pillars.command("remove")
@click.argument("name")
@shared
@click.pass_obj
def pillars_remove(choices: Choices, name: str) -> None:
    """Strike a pillar out."""
    with desk(choices) as engine:
        answer(choices, engine.call("pillars.remove", name=name), words.pillars)


@click.group()
@shared
def utm() -> None:
    """Links that say where a visit came from (utm_source and its like)."""


def _pairs(given: tuple[str, ...]) -> dict[str, str]:
    pairs = {}
    for one in given:
        name, equals, value = one.partition("=")
        if not equals or name.removeprefix("utm_") not in _FIELDS:
            raise click.BadParameter(f"{one} is not like source=newsletter.", param_hint="FIELD")
        pairs[name.removeprefix("utm_")] = value
    return pairs


_PRESET = click.option("--preset", metavar="NAME", help="Begin from these.")


@utm.command("build")
@click.argument("url")
@click.argument("fields", nargs=-1, metavar="[NAME=VALUE]...")
@_PRESET
@click.option("--platform", default="", metavar="NAME", help="What {platform} stands for.")
@click.option("--account", default="", metavar="NAME", help="What {account} stands for.")
@click.option("--campaign", default="", metavar="NAME", help="What {campaign} stands for.")
@shared
@click.pass_obj
def utm_build(choices: Choices, /, url: str, fields: tuple[str, ...], **given: Any) -> None:
    """Mark URL; what else stands in it stays as it is."""
    with desk(choices) as engine:
        found = engine.call("utm.build", url=url, fields=_pairs(fields), **given)
        answer(choices, found, lambda told: iter([told["url"]]))


@utm.command("apply")
@click.argument("draft")
@click.argument("fields", nargs=-1, metavar="[NAME=VALUE]...")
@_PRESET
@click.option("--dry-run", is_flag=True, help="Show it and change nothing.")
@shared
@click.pass_obj
def utm_apply(
    choices: Choices, draft: str, fields: tuple[str, ...], preset: str | None, dry_run: bool
) -> None:
    """Mark the links of DRAFT, each account's by itself; the source is the platform."""
    with desk(choices) as engine:
        found = engine.call(
            "utm.apply", draft=draft, fields=_pairs(fields), preset=preset, dry_run=dry_run
        )
        answer(choices, found, words.variants)


@utm.command("presets")
@shared
@click.pass_obj
def utm_presets(choices: Choices) -> None:
    """List the presets."""
    with desk(choices) as engine:
        answer(choices, engine.call("utm.presets"), words.presets)


@utm.command("save")
@click.argument("name")
@click.argument("fields", nargs=-1, required=True, metavar="NAME=VALUE...")
@shared
@click.pass_obj
def utm_save(choices: Choices, name: str, fields: tuple[str, ...]) -> None:
    """Keep a preset NAME."""
    with desk(choices) as engine:
        answer(choices, engine.call("utm.save", name=name, fields=_pairs(fields)), words.presets)


@utm.command("remove")
@click.argument("name")
@shared
@click.pass_obj
def utm_remove(choices: Choices, name: str) -> None:
    """Strike a preset out."""
    with desk(choices) as engine:
        answer(choices, engine.call("utm.remove", name=name), words.presets)


@click.command()
@click.argument("account")
@click.option("--zone", metavar="NAME", help="Whose hours: Asia/Shanghai …")
@click.option("--days", type=int, default=365, show_default=True, metavar="N")
@shared
@click.pass_obj
def besttime(choices: Choices, account: str, zone: str | None, days: int) -> None:
    """Say when posts of ACCOUNT were answered most, from its own history, and how sure that is."""
    with desk(choices) as engine:
        found = engine.call("besttime.show", account=account, zone=zone, days=days)
        answer(choices, found, words.best)
