"""`cmapp insights`: charts as figures, and the rows behind each of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from cmapp.cli.run import Choices, answer, desk, shared
from cmapp.services import wordbook

_FILE = click.Path(dir_okay=False, path_type=Path)


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
@click.option("--csv", "as_csv", type=_FILE, help="Write the chart's table there.")
@click.option("--xlsx", "as_xlsx", type=_FILE, help="Write it as a spreadsheet.")
@click.option("--svg", "as_svg", type=_FILE, help="Draw the chart there; needs Qt, no screen.")
@click.option("--png", "as_png", type=_FILE, help="Draw it as a picture.")
@click.option(
    "--language",
    type=click.Choice(wordbook.LANGUAGES),
    default="en",
    show_default=True,
    help="Of the words in files.",
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
    as_csv: Path | None,
    as_xlsx: Path | None,
    as_svg: Path | None,
    as_png: Path | None,
    language: str,
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
            return
        found = at.call("insights.show", **asked)
    wanted = {"csv": as_csv, "xlsx": as_xlsx, "svg": as_svg, "png": as_png}
    files = {kind: path for kind, path in wanted.items() if path is not None}
    if files:
        answer(choices, _written(found, files, language), _files)
    else:
        answer(choices, found, _chart)


def _written(found: Mapping[str, Any], files: Mapping[str, Path], language: str) -> dict[str, Any]:
    from cmapp.domain import chart_file
    from cmapp.domain.chart import Say, from_json
    from cmapp.services import drawing
    from cmapp.system.whole_file import whole

    chart = from_json(found)

    def words(what: Say) -> str:
        return wordbook.say(what, language)

    told = []
    for kind, path in files.items():
        match kind:
            case "csv":
                data = chart_file.as_csv(chart, words)
            case "xlsx":
                data = chart_file.as_xlsx(chart, words)
            case _:
                data = drawing.drawn(found, kind, language=language)
        with whole(path) as file:
            file.write(data)
        told.append({"file": str(path), "bytes": len(data)})
    return {"files": told}


def _files(found: Mapping[str, Any]) -> Iterator[str]:
    for one in found["files"]:
        yield f"{one['file']}: {one['bytes']:,} bytes"


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
