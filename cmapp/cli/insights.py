"""`cmapp insights`: charts as figures, and the rows behind each of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import click

from cmapp.cli.run import Choices, answer, desk, shared


@click.command()
@click.argument("name", required=False)
@click.option("--since", metavar="DAY", help="First day, e.g. 2026-11-01.")
@click.option("--until", metavar="DAY", help="Last day; it belongs to the span.")
@click.option("--days", type=int, default=30, show_default=True, help="Without --since.")
@click.option("--account", "accounts", multiple=True, metavar="ID", help="Only these accounts.")
@click.option("--zone", metavar="NAME", help="Where days begin, e.g. Asia/Shanghai.")
@click.option(
    "--option", "options", multiple=True, metavar="NAME=VALUE", help="What a chart takes."
)
@click.option(
    "--rows", "key", metavar="KEY", help="List what stands behind the number of this key."
)
@shared
@click.pass_obj
def insights(
    choices: Choices,
    name: str | None,
    since: str | None,
    until: str | None,
    days: int,
    accounts: tuple[str, ...],
    zone: str | None,
    options: tuple[str, ...],
    key: str | None,
) -> None:
    """Show a chart as figures; without a NAME, which charts there are."""
    with desk(choices) as at:
        if name is None:
            answer(choices, at.call("insights.list"), _charts)
            return
        asked = {
            "name": name, "since": since, "until": until, "days": days,
            "accounts": list(accounts), "zone": zone,
            "options": dict(o.partition("=")[::2] for o in options),
        }  # fmt: skip
        if key is not None:
            answer(choices, at.call("insights.rows", key=key, **asked), _rows)
        else:
            answer(choices, at.call("insights.show", **asked), _chart)


def _charts(found: Mapping[str, Any]) -> Iterator[str]:
    for one in found["charts"]:
        yield f"{one['name']:<16} {one['group']}"


def _chart(found: Mapping[str, Any]) -> Iterator[str]:
    from cmapp.cli.chart_text import lines  # the words of charts are read for charts alone
    from cmapp.domain.chart import from_json

    yield from lines(from_json(found))


def _rows(found: Mapping[str, Any]) -> Iterator[str]:
    yield f"{found['total']} in all"
    for row in found["rows"]:
        yield f"{row['at'] or '':<24} {row['kind']} {row['id']}  {row['who']}  {row['text'][:80]}"
