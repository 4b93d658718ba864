"""`cmapp export`: the views of the profile's file as CSV, JSON or Parquet."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from cmapp.cli.run import Choices, answer, desk, say, shared

_ENDINGS = {".csv": "csv", ".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl",
            ".parquet": "parquet"}  # fmt: skip


@click.command()
@click.argument("view", required=False)
@click.option("--list", "only_list", is_flag=True, help="Which views and queries there are.")
@click.option(
    "--format", "form", type=click.Choice(["csv", "json", "parquet"]),
    help="Without it: as the name of --out ends, else CSV.",
)  # fmt: skip
@click.option("--lines", is_flag=True, help="JSON: an object per line instead of one array.")
@click.option("--out", metavar="PATH", help="A file, or a folder for all; without it: stdout.")
@click.option("--since", metavar="DAY", help="First day, e.g. 2026-11-01.")
@click.option("--until", metavar="DAY", help="Last day; it belongs to the span.")
@click.option("--zone", metavar="NAME", help="Where days begin, e.g. Asia/Shanghai.")
@click.option("--account", "accounts", multiple=True, metavar="ID", help="Only these accounts.")
@click.option("--raw", is_flag=True, help="CSV to the byte; do not open it in a spreadsheet.")
@shared
@click.pass_obj
def export(
    choices: Choices,
    view: str | None,
    only_list: bool,
    form: str | None,
    lines: bool,
    out: str | None,
    since: str | None,
    until: str | None,
    zone: str | None,
    accounts: tuple[str, ...],
    raw: bool,
) -> None:
    """Write a VIEW, or `all` of them, for other programs to read."""
    if view is None or only_list:
        with desk(choices, newer=True) as at:
            answer(choices, at.call("export.list"), _list)
        return
    ending = _ENDINGS.get(Path(out).suffix.lower()) if out else None
    chosen = form or ending or "csv"
    if lines and chosen not in ("json", "jsonl"):
        raise click.UsageError("--lines goes with --format json.")
    asked: dict[str, Any] = {
        "format": "jsonl" if chosen == "json" and (lines or (ending == "jsonl" and not form))
        else chosen,
        "since": since, "until": until, "zone": zone, "accounts": list(accounts), "raw": raw,
    }  # fmt: skip
    if out is not None:
        with desk(choices, newer=True) as at:
            answer(choices, at.call("export.run", view=view, out=out, **asked), _files)
        return
    if view == "all":
        raise click.UsageError("All views are several files: name a folder with --out.")
    if chosen == "parquet" and sys.stdout.isatty():
        raise click.UsageError("Parquet is not for reading: name a file with --out.")
    _to_stdout(choices, view, asked)


def _to_stdout(choices: Choices, view: str, asked: Mapping[str, Any]) -> None:
    import tempfile

    # by way of a file: what goes wrong half way must not look like a short answer
    with tempfile.TemporaryDirectory(prefix="cmapp-export-") as folder:
        path = Path(folder) / "view"
        with desk(choices, newer=True) as at:
            at.call("export.run", view=view, out=str(path), **asked)
        if sys.stdout.isatty():
            with path.open(encoding="utf-8", errors="replace", newline="") as lines:
                for line in lines:
                    say(line.rstrip("\r\n"))
            return
        with path.open("rb") as file:
            while piece := file.read(1 << 20):
                sys.stdout.buffer.write(piece)
        sys.stdout.buffer.flush()


def _list(found: Mapping[str, Any]) -> Iterator[str]:
    for one in found["views"]:
        yield f"{one['name']:<20} {one['about']['en']}"
    yield ""
    for one in found["queries"]:
        yield f"{one['name']:<20} {one['about']['en']}"


def _files(found: Mapping[str, Any]) -> Iterator[str]:
    for one in found["files"]:
        yield f"{one['view']:<20} {one['rows']:>9} rows  {one['bytes']:>11} bytes  {one['file']}"
