"""`cmapp metrics`: what each number is, what it is not, its value, and the rows behind it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import click

from cmapp.cli.run import Choices, answer, desk, shared


@click.command()
@click.argument("metric", required=False)
@click.option("--since", metavar="DAY", help="First day, e.g. 2026-11-01.")
@click.option("--until", metavar="DAY", help="Last day; it belongs to the span.")
@click.option("--days", type=int, default=30, show_default=True, help="Without --since.")
@click.option("--account", "accounts", multiple=True, metavar="ID", help="Only these accounts.")
@click.option("--zone", metavar="NAME", help="Where days begin, e.g. Asia/Shanghai.")
@click.option("--rows", is_flag=True, help="List what stands behind the value.")
@shared
@click.pass_obj
def metrics(
    choices: Choices,
    metric: str | None,
    since: str | None,
    until: str | None,
    days: int,
    accounts: tuple[str, ...],
    zone: str | None,
    rows: bool,
) -> None:
    """Tell what a metric is, and its value; without one, which metrics there are."""
    with desk(choices) as at:
        if metric is None:
            answer(choices, at.call("metrics.list"), _all)
            return
        asked = {
            "metric": metric, "since": since, "until": until, "days": days,
            "accounts": list(accounts), "zone": zone,
        }  # fmt: skip
        if rows:
            answer(choices, at.call("metrics.rows", **asked), _rows)
            return
        (told,) = at.call("metrics.list", metric=metric)["metrics"]
        answer(choices, {**told, **at.call("metrics.value", **asked)}, _one)


def _all(found: Mapping[str, Any]) -> Iterator[str]:
    group = ""
    for one in found["metrics"]:
        if one["group"] != group:
            group = one["group"]
            yield group
        yield f"  {one['id']:<24} {one['name']['en']}"


def _one(found: Mapping[str, Any]) -> Iterator[str]:
    yield f"{found['name']['en']} ({found['id']}, {found['unit']}): {_value(found['figure'])}"
    for account, figure in found["accounts"].items():
        yield f"  {account}: {_value(figure)}"
    yield f"  {found['formula']['en']}"
    yield f"  {found['is_not']['en']}"
    for platform, how in found["platforms"].items():
        note = found["notes"].get(platform, {}).get("en", "")
        yield f"  {platform:<10} {how}{f'  {note}' if note else ''}"
    if found["default"]:
        told = found["default"]
        yield f"  default, unverified: {told['value']:g} {told['unit']} ({told['source']})"


def _value(figure: Mapping[str, Any]) -> str:
    if figure["value"] is None:
        return f"— ({figure['why']})"
    tail = f", n={figure['n']}" if figure["n"] is not None else ""
    if figure["low"] is not None and figure["high"] is not None:
        tail += f", 95 % {figure['low']:.4g} to {figure['high']:.4g}"
    return f"{figure['value']:.4g}{tail}" if tail else f"{figure['value']:g}"


def _rows(found: Mapping[str, Any]) -> Iterator[str]:
    yield f"{found['total']} in all"
    for row in found["rows"]:
        yield f"{row['at'] or '':<24} {row['kind']} {row['id']}  {row['who']}  {row['text'][:80]}"
