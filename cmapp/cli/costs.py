"""`cmapp costs`: money spent and come back, hours of work, what they came to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import click

from cmapp.cli.run import Choices, answer, desk, shared


@click.group()
@shared
def costs() -> None:
    """Money spent and come back, hours of work, by channel, campaign and month."""


@costs.command("list")
@click.option("--since", metavar="DAY", help="First day, e.g. 2026-11-01.")
@click.option("--until", metavar="DAY", help="Last day; it belongs to the span.")
@click.option("--days", type=int, default=365, show_default=True, help="Without --since.")
@click.option("--account", multiple=True, metavar="ID", help="Only these accounts.")
@click.option("--zone", metavar="NAME", help="Where days begin, e.g. Asia/Shanghai.")
@click.option("--by", default="all", metavar="GROUP", help="channel, account, campaign or month.")
@click.option("--hour-cost", metavar="MONEY", help='What an hour costs, e.g. "30 EUR".')
@shared
@click.pass_obj
def costs_list(choices: Choices, /, **asked: Any) -> None:
    """List costs, and what they come to: each currency by itself."""
    with desk(choices) as engine:
        answer(choices, engine.call("costs.list", **asked), _listed)


@costs.command("save")
@click.argument("amount", required=False)
@click.argument("currency", required=False)
@click.option("--kind", metavar="KIND", help="spend, return (what came back) or hours.")
@click.option("--from", "first_day", metavar="DAY", help="Its first day; today.")
@click.option("--to", "last_day", metavar="DAY", help="Its last day.")
@click.option("--account", metavar="ID", help="The account that it was for.")
@click.option("--channel", metavar="NAME", help="Anything else that it was for.")
@click.option("--campaign", metavar="CAMPAIGN")
@click.option("--note", metavar="TEXT")
@click.option("--change", "id", metavar="COST", help="Change this one.")
@shared
@click.pass_obj
def costs_save(choices: Choices, /, **given: Any) -> None:
    """Keep AMOUNT of CURRENCY, or hours (--kind hours)."""
    with desk(choices) as engine:
        answer(choices, engine.call("costs.save", **given), _costs)


@costs.command("remove")
@click.argument("number", metavar="COST")
@shared
@click.pass_obj
def costs_remove(choices: Choices, number: str) -> None:
    """Strike COST out."""
    with desk(choices) as engine:
        answer(choices, engine.call("costs.remove", id=number), _costs)


def _costs(found: Mapping[str, Any]) -> Iterator[str]:
    for one in found["costs"]:
        unit = "hours" if one["kind"] == "hours" else one["currency"]
        of = one["channel"] or one["account"] or ""
        span = one["first_day"] + (
            "" if one["first_day"] == one["last_day"] else f" – {one['last_day']}"
        )
        line = f"{one['id']}  {span}  {one['kind']}  {one['amount']:g} {unit}  {of}  {one['note']}"
        yield line.rstrip()


def _listed(found: Mapping[str, Any]) -> Iterator[str]:
    yield from _costs(found)
    for one in found["sums"]:
        name = f"{one['group']}: " if one["group"] else ""
        if not one["currency"]:
            yield f"{name}{one['hours']:g} hours"
            continue
        roi = "—" if one["roi"] is None else f"{one['roi']:.1%}"
        each = "—" if one["per_interaction"] is None else f"{one['per_interaction']:.4g}"
        yield (
            f"{name}spent {_money(one['spend'])}, back {_money(one['back'])} {one['currency']},"
            f" ROI {roi} = (back − spent) ÷ spent, {each} an interaction"
        )


def _money(value: float | None) -> str:
    return "—" if value is None else f"{value:,.2f}"
