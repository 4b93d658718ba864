"""`cmapp metrics`: what each number is, how it is worked out, what it is not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import click

from cmapp.cli.run import Choices, answer, desk, shared


@click.command()
@click.argument("metric", required=False)
@shared
@click.pass_obj
def metrics(choices: Choices, metric: str | None) -> None:
    """Tell what a metric is; without one, which metrics there are."""
    with desk(choices) as at:
        if metric is None:
            answer(choices, at.call("metrics.list"), _all)
        else:
            answer(choices, at.call("metrics.list", metric=metric), _one)


def _all(found: Mapping[str, Any]) -> Iterator[str]:
    group = ""
    for one in found["metrics"]:
        if one["group"] != group:
            group = one["group"]
            yield group
        yield f"  {one['id']:<24} {one['name']['en']}"


def _one(found: Mapping[str, Any]) -> Iterator[str]:
    (one,) = found["metrics"]
    yield f"{one['name']['en']} ({one['id']}, {one['unit']}, {one['source']})"
    yield f"  {one['formula']['en']}"
    yield f"  {one['is_not']['en']}"
    for platform, how in one["platforms"].items():
        note = one["notes"].get(platform, {}).get("en", "")
        yield f"  {platform:<10} {how}{f'  {note}' if note else ''}"
    if one["default"]:
        told = one["default"]
        yield f"  default, unverified: {told['value']:g} {told['unit']} ({told['source']})"
